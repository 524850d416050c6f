"""One comparison of what was stated with what other statements imply, before it is judged.

Holds the shapes that the rules of `consistency` make and `suspects` explains.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.intervals import Interval, total
from transforms.language.periods import quarter_before, year_before

FactKey = tuple[str, str, str, str, str | None, str]


class Stated(NamedTuple):
    """A fact as the rules see it."""

    company_id: str
    period: str
    metric: str
    segment: str
    basis: str | None
    measure: str
    value: float
    low: float
    high: float
    unit: str
    share_of: str | None
    metric_ids: list[str]
    call_id: str
    agreement: str
    mentions: int
    restated_from: float | None

    @property
    def interval(self) -> Interval:
        return Interval(self.low, self.high)

    @property
    def key(self) -> FactKey:
        return self.company_id, self.period, self.metric, self.segment, self.basis, self.measure

    @property
    def name(self) -> str:
        return f"{self.metric}[{self.segment}]"

    @property
    def over(self) -> tuple[str, str] | None:
        """How a change is called and the period that it is held against; None where it is no change."""
        if self.measure == "yoy_change":
            return "yoy", year_before(self.period)
        return ("qoq", quarter_before(self.period)) if self.measure == "qoq_change" else None


Sides = tuple[Interval | None, Interval | None]


def sum_sides(values: Sequence[Interval]) -> Sides:
    """What the parts make, and the whole, which comes last."""
    return total(values[:-1]), values[-1]


@dataclass(slots=True)
class Comparison:
    """One check before it is judged. `sides` gives expected and actual for intervals of the operands, in order."""

    call_id: str
    period: str
    rule: str
    expression: str
    severity: str
    sentence: str
    operands: list[Stated] = field(default_factory=list)
    sides: Callable[[Sequence[Interval]], Sides] | None = None
    expected: Interval | None = None
    actual: Interval | None = None
    metric_ids: list[str] = field(default_factory=list)
    cause: str | None = None
    suggested: float | None = None

    def __post_init__(self) -> None:
        if self.sides:
            self.expected, self.actual = self.sides([operand.interval for operand in self.operands])
        self.metric_ids = self.metric_ids or [operand.metric_ids[0] for operand in self.operands]

    def holds(self, key: FactKey, value: Interval) -> bool:
        """Whether it is consistent, or cannot be told, with another value for one of its operands."""
        if self.sides is None:
            return True
        expected, actual = self.sides([value if operand.key == key else operand.interval for operand in self.operands])
        return expected is None or actual is None or expected.meets(actual)


def said(value: float | None) -> str:
    """A number as people write it.

    >>> said(1970000000.0), said(16.2)
    ('1,970.0 million', '16.2')
    """
    if value is None:
        return "nothing"
    if abs(value) >= 1e6 and math.isfinite(value):
        return f"{value / 1e6:,.1f} million"
    return f"{value:,.0f}" if abs(value) >= 1e4 else f"{value:,.4g}"
