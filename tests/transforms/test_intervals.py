"""Arithmetic on intervals holds every value that arithmetic on their members can give."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from transforms.intervals import Interval, total

_number = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))


@st.composite
def stated(draw: st.DrawFn) -> tuple[float, Interval]:
    """A value and an interval that holds it."""
    low, high = sorted((draw(_number), draw(_number)))
    return draw(st.floats(low, high)), Interval(low, high)


def holds(interval: Interval, value: float) -> bool:
    return interval.meets(Interval(value, value))


@given(stated(), stated())
def test_sums_and_differences_hold_their_members(left: tuple[float, Interval], right: tuple[float, Interval]) -> None:
    (a, x), (b, y) = left, right
    assert holds(x + y, a + b)
    assert holds(x - y, a - b)
    assert holds(total([x, y]), a + b)


@given(stated(), stated())
def test_quotients_hold_their_members(left: tuple[float, Interval], right: tuple[float, Interval]) -> None:
    (a, x), (b, y) = left, right
    quotient = x.over(y)
    if y.low <= 0 <= y.high:
        assert quotient is None
    else:
        assert quotient is not None
        assert holds(quotient, a / b)


def test_open_ends_stay_open() -> None:
    assert Interval(200.0, math.inf) + Interval(1.0, 2.0) == Interval(201.0, math.inf)
    assert Interval(1.0, 2.0).over(Interval(0.0, 1.0)) is None


@given(stated(), stated())
def test_meeting_is_mutual(left: tuple[float, Interval], right: tuple[float, Interval]) -> None:
    assert left[1].meets(right[1]) == right[1].meets(left[1])
