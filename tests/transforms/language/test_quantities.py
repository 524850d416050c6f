"""Numbers as people say them: value, kind, interval, hedge; a table of phrases, and invariants."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.language.quantities import SCALES, quantities

INF = math.inf


@pytest.mark.parametrize(
    ("text", "kind", "value", "low", "high"),
    [
        ("RMB 1,970.0 million", "money", 1.97e9, 1.96995e9, 1.97005e9),
        ("RMB1.97 billion", "money", 1.97e9, 1.965e9, 1.975e9),
        ("19.7 billion yuan", "money", 1.97e10, 1.965e10, 1.975e10),
        ("$0.45", "money", 0.45, 0.445, 0.455),
        ("$1.20 per diluted share", "per_share", 1.2, 1.195, 1.205),
        ("45 cents", "money", 0.45, 0.445, 0.455),
        ("€3 million", "money", 3e6, 2.5e6, 3.5e6),
        ("HK$2.5 billion", "money", 2.5e9, 2.45e9, 2.55e9),
        ("NT$ 40 billion", "money", 4e10, 3.95e10, 4.05e10),
        ("500 crore rupees", "money", 5e9, 4.995e9, 5.005e9),
        ("12 lakh rupees", "money", 1.2e6, 1.15e6, 1.25e6),
        ("₹8.4 lakh crores", "money", 8.4e12, 8.35e12, 8.45e12),
        ("MXN 180 Million", "money", 1.8e8, 1.795e8, 1.805e8),
        ("16.2%", "percent", 16.2, 16.15, 16.25),
        ("16.2 percent", "percent", 16.2, 16.15, 16.25),
        ("120 basis points", "point", 1.2, 1.195, 1.205),
        ("14.3 percentage points", "point", 14.3, 14.25, 14.35),
        ("2.5 times", "ratio", 2.5, 2.45, 2.55),
        ("2.5x", "ratio", 2.5, 2.45, 2.55),
        ("six hundred zero five million yuan", "money", 605e6, 604.5e6, 605.5e6),
        ("twelve percent", "percent", 12.0, 11.5, 12.5),
        ("negative 2.8%", "percent", -2.8, -2.85, -2.75),
        ("($0.12)", "money", -0.12, -0.125, -0.115),
    ],
)
def test_one_quantity(text: str, kind: str, value: float, low: float, high: float) -> None:
    (found,) = quantities(f"it was {text} then")
    assert (found.kind, found.value, found.low, found.high) == (
        kind,
        *(pytest.approx(each) for each in (value, low, high)),
    )


def test_every_scale_that_is_read_has_a_factor() -> None:
    capitals = {word.title() for word in SCALES if word.endswith(("illion", "thousand", "lakh", "crore", "crores"))}
    for word in capitals | SCALES.keys() - {"hundred"}:
        assert [found.scaled for found in quantities(f"it was $5 {word} then")] == [True], word


@pytest.mark.parametrize(
    ("text", "approximation", "low", "high"),
    [
        ("over 200%", "over", 200.0, INF),
        ("more than $5 million", "over", 5e6, INF),
        ("nearly $5 million", "under", 4e6, 5e6),
        ("approximately 200%", "about", 150.0, 250.0),
        ("about 205%", "about", 204.5, 205.5),
        ("less than 3%", "under", -INF, 3.0),
    ],
)
def test_hedges_widen_the_interval(text: str, approximation: str, low: float, high: float) -> None:
    (found,) = quantities(f"it was {text}.")
    assert (found.approximation, found.low, found.high) == (approximation, pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$4.25 to $4.75", 4.25, 4.75),
        ("$4.25-$4.75", 4.25, 4.75),
        ("between 8 and 10 percent", 8.0, 10.0),
        ("$1.1 to $1.2 billion", 1.1e9, 1.2e9),
        ("8% to 10%", 8.0, 10.0),
        ("$1.50, plus or minus $0.05", 1.45, 1.55),
        ("mid-single digits", 4.0, 6.0),
        ("low double-digit", 10.0, 13.0),
        ("negative $0.34 to negative $0.32", -0.34, -0.32),
    ],
)
def test_ranges_are_one_quantity(text: str, low: float, high: float) -> None:
    (found,) = quantities(f"we expect {text} now")
    assert found.is_range
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    "text", ["in 2025 and Q3", "slide 14", "COVID-19", "on March 31st", "a 10-K filing", "24/7 service"]
)
def test_what_is_no_amount(text: str) -> None:
    assert not [found for found in quantities(text) if found.kind != "number" or found.scaled]


@given(
    st.decimals(min_value=0, max_value=10**6, places=2),
    st.sampled_from(["million", "billion", "%", "percent", "basis points"]),
)
def test_intervals_hold_the_value_said(number: object, unit: str) -> None:
    (found,) = quantities(f"It was {number}{'' if unit == '%' else ' '}{unit}.")
    assert found.low <= found.value <= found.high


@given(st.integers(1, 10**6), st.sampled_from([("thousand", 1e3), ("million", 1e6), ("billion", 1e9)]))
def test_a_scale_multiplies(number: int, scale: tuple[str, float]) -> None:
    (found,) = quantities(f"revenue of ${number} {scale[0]}")
    assert found.value == pytest.approx(number * scale[1])


@given(st.text(max_size=120))
def test_any_text_is_lexed_in_order(text: str) -> None:
    found = quantities(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
