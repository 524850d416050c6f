"""Sentences and the normal form keep every offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.language.terms import lexicon
from transforms.language.text import normal, sentences


@given(st.text(max_size=300))
def test_the_normal_form_has_the_same_length(text: str) -> None:
    assert len(normal(text)) == len(text)


@given(st.text(max_size=300))
def test_sentences_hold_every_letter(text: str) -> None:
    found = list(sentences(text))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    inside = "".join(text[start:end] for start, end in found)
    assert "".join(inside.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Revenue was $1.5 billion. EPS was $0.20.", 2),
        ("Mr. Hu spoke for St. Louis Inc. today.", 1),
        ("Growth of 5%? Yes! We think so.", 3),
        ("公有云收入增长了14%。谢谢大家。", 2),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("growth margin was 16.2%", ["gross_margin"]),
        ("total gross billing reached", ["gross_billings"]),
        ("net interest margin", ["net_interest_margin"]),
        ("comparable sales and EPS", ["same_store_sales", "eps"]),
        ("salesforce is no metric", []),
    ],
)
def test_metrics_are_found_as_whole_words(text: str, names: list[str]) -> None:
    assert [term.metric.canonical_name for term in lexicon(None).find(normal(text)).metrics] == names
