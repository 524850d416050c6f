"""Waivers: what they cover, when they run out, and what a broken file says."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from orchestration.cli import app
from orchestration.load import load
from tests.conftest import SAMPLES
from warehouse.read import connect
from warehouse.waivers import WaiverError, read_waivers

RUNNER = CliRunner()


def waived(data_dir: Path) -> list[tuple[str, str]]:
    with connect(data_dir) as warehouse:
        found: list[tuple[str, str]] = warehouse.sql(
            "SELECT DISTINCT rule, waived_by FROM check_result WHERE waived_by IS NOT NULL"
        ).fetchall()
    return found


def test_a_waiver_marks_failures_until_it_is_taken_back(tmp_path: Path) -> None:
    load([SAMPLES], tmp_path)
    assert waived(tmp_path) == []
    file = tmp_path / "waivers.yaml"
    file.write_text("- {call: KC-2025Q1, rule: scale, reason: the recogniser's units, owner: Ann, expires: 2999-12-31}")
    assert load([SAMPLES], tmp_path).published
    assert waived(tmp_path) == [("scale", "Ann: the recogniser's units (until 2999-12-31)")]
    assert not load([SAMPLES], tmp_path).published  # nothing has changed
    file.unlink()
    assert load([SAMPLES], tmp_path).published
    assert waived(tmp_path) == []


def test_an_expired_waiver_covers_nothing_and_fails(tmp_path: Path) -> None:
    (tmp_path / "waivers.yaml").write_text(
        "- {call: KC-2025Q1, rule: scale, reason: the recogniser's units, owner: Ann, expires: 2001-01-01}"
    )
    report = load([SAMPLES], tmp_path)
    assert [waiver.owner for waiver in report.expired] == ["Ann"]
    assert waived(tmp_path) == []
    assert RUNNER.invoke(app, ["checks", "--data-dir", str(tmp_path)]).exit_code == 0
    failed = RUNNER.invoke(app, ["checks", "--fail-on", "error", "--data-dir", str(tmp_path)])
    assert failed.exit_code == 1
    assert "1 waivers have expired" in failed.output


@pytest.mark.parametrize(
    "text", ["- {call: A, rule: sum}", "- {call: A, rule: guess, reason: abc, owner: B, expires: 2030-01-01}", "[a"]
)
def test_a_broken_file_is_named_with_the_remedy(tmp_path: Path, text: str) -> None:
    (tmp_path / "waivers.yaml").write_text(text)
    with pytest.raises(WaiverError, match=r"(?s)waivers\.yaml.*Give each waiver"):
        read_waivers(tmp_path)
