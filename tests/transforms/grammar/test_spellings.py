"""The same words written otherwise give the same rows, over all sentences of `sentences.csv`."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from benchmarks.rewritten import WORDINGS
from tests.transforms.grammar.test_statements import SENTENCES, statements, written
from transforms.language.spellings.periods import ORDINALS


def _sub(pattern: str, by: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, by, text)


_TENS = {"20": "twenty", "30": "thirty", "40": "forty", "50": "fifty", "60": "sixty", "70": "seventy", "80": "eighty"}


def _spelled(text: str) -> str:
    """Amounts a share and round percentages in words: "two dollars and fifty cents", "twenty percent"."""
    text = re.sub(
        r"\$(\d)\.([2-8]0)(?= (?:per|a) share|[.,]( |$))", lambda m: f"{m[1]} dollars and {_TENS[m[2]]} cents", text
    )
    return re.sub(r"(?<![\d.,$-])([2-8]0)%(?! (?:to|range|s\b))", lambda m: f"{_TENS[m[1]]} percent", text)


def _spoken(year: re.Match[str]) -> str:
    """A year as it is spoken: "twenty twenty-one"."""
    ones = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    of = {"18": "eighteen", "19": "nineteen"}.get(year[1]) or f"twenty-{ones[int(year[1][1])]}".rstrip("-")
    return f"twenty {of}"


OTHERWISE = {
    "words": _spelled,
    "spoken years": lambda text: re.sub(r"(?<![\d,.$'])20(1[89]|2\d)\b(?![,.]?\d)", _spoken, text),
    "percent": _sub(r"(?<=\d)%", " percent"),
    "per cent": _sub(r"(?<=\d)%(?! points?\b)", " per cent"),
    "dollars": _sub(r"(?<![A-Z])\$(\d[\d,]*(?:\.\d+)?)( million| billion)(?!\w)(?! (?:per|a) )", r"\1\2 dollars"),
    "fillers": _sub(r"\b(was|were)\b (?=[$\d])", r"\1, um, "),
    "twice": _sub(r"\b(of|the|was) ", r"\1 \1 "),
    "MM": _sub(r"(?<=[$€£]\d)( million\b|MM)|(?<=\d\.\d) million\b", "MM"),
    "vs.": _sub(r"\bversus\b", "vs."),
    "tilde": _sub(r"\bapproximately (?=[$\d])", "~"),
    "plus": _sub(r"\bup (?=\d[\d.]*%)", "+"),
    "hyphen": _sub(r"(?<=\d)(%| million| billion) to (?=\$?\d[\d.]*\1)", r"\1-"),
    "project": _sub(r"\b([Ww])e expect\b", r"\1e project"),
    "climbed": _sub(r"\bincreased (?=(?:by )?\d)", "climbed "),
    "went up": _sub(r"\bincreased (?=(?:by )?\d)", "went up "),
    "came down": _sub(r"\b(?:decreased|declined) (?=(?:by )?\d)", "came down "),
    "on the year": _sub(r"(?<=%) year[- ]over[- ]year(?=[.,;]| and)", " on the year"),
    "year on year": _sub(r"\byear[- ]over[- ]year\b", "year on year"),
    "the year before": _sub(r"(?<=\bfrom )last year(?=[.,;]|$)", "the year before"),
    "because of": _sub(r"\bdue to\b", "because of"),
    "leaving out": _sub(r"\bexcluding\b", "leaving out"),
    "in the region of": _sub(r"\bapproximately (?=[$\d])", "in the region of "),
    "anywhere between": _sub(r"(?<!somewhere )\bbetween (?=[$\d])", "anywhere between "),
    "in comparison with": _sub(r"(?<!when )(?<!as )\bcompared (?:to|with)\b", "in comparison with"),
    "in Q2": _sub(
        r"\b(in|for|during) the (first|second|third|fourth) quarter\b(?! of)",
        lambda m: f"{m[1]} Q{ORDINALS.index(m[2]) + 1}",
    ),
    "came in at": _sub(
        r"\bwas (?=[\d.]+%(?! (?:of|higher|lower|less|more|above|below|for|leased|in|and|on)))", "came in at "
    ),
    "the company's": _sub(r"(?:^|(?<=[.] ))Our (?=[a-z])", "The company's "),
    "blanks": _sub(r"(?<=[a-z]) (?=[a-z])", "  "),
    "US$": _sub(r"(?<![A-Z])\$(?=\d)", "US$"),
    "2nd quarter": _sub(r"\bsecond quarter\b", "2nd quarter"),
    "nonGAAP": _sub(r"\bnon-GAAP\b", "nonGAAP"),
    "YTD": _sub(r"\b[Yy]ear[- ]to[- ]date\b", "YTD"),
    "lost": _sub(r"\b(?:decreased|declined|fell) (?=\d[\d.]*%(?! of))", "lost "),
    "gained": _sub(r"\b(?:increased|grew|rose) (?=\d[\d.]*%(?! of))", "gained "),
    "the company expects": _sub(r"\bWe expect\b", "The company expects"),
    "year over year": _sub(r"\byear-over-year\b", "YoY"),
}
OTHERWISE |= {
    way: WORDINGS[way]
    for way in (
        "US for U.S.",
        "around",
        "when compared with",
        "division",
        "business unit",
        "we're expecting",
        "Q3'21",
        "FCF",
    )
}


def _rows(text: str) -> list[str]:
    return [written(said) for said in statements(text)]


@pytest.mark.parametrize("way", OTHERWISE)
def test_spelling_changes_no_row(way: str) -> None:
    other = {said: OTHERWISE[way](said) for _, said, _ in SENTENCES}
    changed = {said: now for said, now in other.items() if now != said}
    assert len(changed) > 10
    differ = [now for said, now in changed.items() if _rows(now) != _rows(said)]
    assert differ == []
