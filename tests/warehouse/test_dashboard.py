"""The dashboard's pages, run without a browser; and the marking of transcripts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from warehouse.dashboard.transcript import Mark, marked


def page(name: str, data_dir: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    from warehouse.dashboard import published

    # Running a page replaces the main module, which worker processes of later tests would look for.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    monkeypatch.setattr(published, "DATA_DIR", data_dir)
    monkeypatch.setattr("warehouse.dashboard.call.DATA_DIR", data_dir)
    test = AppTest.from_string(f"from warehouse.dashboard.{name} import page\npage()", default_timeout=60)
    for key, value in query.items():
        test.query_params[key] = value
    return test.run()


@pytest.mark.parametrize("name", ["overview", "call", "company", "checks", "runs"])
def test_every_page_shows_without_an_error(name: str, samples_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page(name, samples_dir, monkeypatch)
    assert not shown.exception
    assert shown.title


def test_a_shared_address_opens_its_call(samples_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page("call", samples_dir, monkeypatch, call="NWTL-2025Q2")
    assert shown.selectbox[0].value == "NWTL-2025Q2"


def test_an_address_of_a_call_that_is_not_there_says_so(samples_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page("call", samples_dir, monkeypatch, call="NONE-2025Q2")
    assert "no call NONE-2025Q2" in shown.warning[0].value


@pytest.mark.parametrize("view", ["Rows", "Facts", "Checks", "Interpretation"])
def test_every_view_of_a_call_shows(view: str, samples_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page("call", samples_dir, monkeypatch, call="NWTL-2025Q2", view=view)
    assert not shown.exception


def test_checks_can_be_filtered(samples_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page("checks", samples_dir, monkeypatch)
    shown.selectbox[0].set_value("consistent").run()
    shown.selectbox[1].set_value("sum").run()
    shown.selectbox[3].set_value("KC").run()
    assert not shown.exception
    assert set(shown.dataframe[0].value["rule"]) == {"sum"}


def test_text_of_documents_is_escaped() -> None:
    shown = marked("A<u>", "<script>alert(1)</script> $5", [Mark(26, 28, '"><b>', "consistent", '"><i>')])
    assert not any(tag in shown for tag in ("<script>", "<b>", "<i>", "<u>"))


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_marks_keep_every_letter(text: str, spans: list[tuple[int, int]]) -> None:
    import re
    from html import unescape

    marks = [
        Mark(min(a, b, len(text)), min(max(a, b), len(text)), str(i), "unchecked", "x")
        for i, (a, b) in enumerate(spans)
    ]
    assert unescape(re.sub(r"<[^>]*>", "", marked("A", text, marks))) == text
