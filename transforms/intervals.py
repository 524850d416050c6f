"""Arithmetic on rounding intervals: a stated number is an interval, and two agree when they meet.

The reading of XBRL Calculations 1.1. Intervals may be open (infinite ends).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple


class Interval(NamedTuple):
    """All values that a stated number can stand for."""

    low: float
    high: float

    def __add__(self, other: object) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def scaled(self, factor: float) -> Interval:
        """All values times a factor.

        >>> Interval(1.0, 2.0).scaled(-10)
        Interval(low=-20.0, high=-10.0)
        """
        return Interval(*sorted((self.low * factor, self.high * factor)))

    def times(self, other: Interval) -> Interval:
        """The product.

        >>> Interval(1.0, 2.0).times(Interval(-3.0, 4.0))
        Interval(low=-6.0, high=8.0)
        """
        ends = [0.0 if 0 in (left, right) else left * right for left in self for right in other]
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval | None:
        """The quotient; None where the divisor may be zero.

        >>> Interval(1.0, 2.0).over(Interval(4.0, 5.0))
        Interval(low=0.2, high=0.5)
        """
        if other.low <= 0 <= other.high:
            return None
        ends = [top / bottom for top in self for bottom in other if math.isfinite(bottom) or math.isfinite(top)]
        if any(math.isnan(end) for end in ends) or not all(map(math.isfinite, (*self, *other))):
            ends = [end for end in ends if not math.isnan(end)] + (
                [-math.inf, math.inf] if not all(map(math.isfinite, other)) else []
            )
        return Interval(min(ends), max(ends))

    def percent_of(self, other: Interval) -> Interval | None:
        """The quotient in percent; None where the divisor may be zero.

        >>> Interval(1.0, 2.0).percent_of(Interval(4.0, 5.0))
        Interval(low=20.0, high=50.0)
        """
        quotient = self.over(other)
        return quotient and quotient.scaled(100)

    def growth_from(self, then: Interval) -> Interval | None:
        """By how many percent of its size another has grown to this; None where that may be zero.

        >>> Interval(6.0, 6.0).growth_from(Interval(-4.0, -4.0))
        Interval(low=250.0, high=250.0)
        """
        return (self - then).percent_of(Interval(*sorted((abs(then.low), abs(then.high)))))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both; ends that differ by float noise count as touching."""
        noise = 1e-9 * max((1.0, *(abs(end) for end in (*self, *other) if math.isfinite(end))))
        return self.low <= other.high + noise and other.low <= self.high + noise


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of intervals.

    >>> total([Interval(1.0, 2.0), Interval(3.0, 4.0)])
    Interval(low=4.0, high=6.0)
    """
    low = high = 0.0
    for part in parts:
        low, high = low + part.low, high + part.high
    return Interval(low, high)
