"""Checks that need more than one call: quarters against their year, and what is done to guidance against its numbers.

Takes facts and expectations of whole companies; gives comparisons, which `consistency` judges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import polars as pl

from schemas.vocabulary import metrics
from transforms.comparisons import Comparison, Stated, said, sum_sides
from transforms.intervals import Interval
from transforms.language.periods import order

_MADE_OF = {
    "FY": (("Q1", "Q2", "Q3", "Q4"), ("H1", "H2"), ("Q3YTD", "Q4")),
    "H1": (("Q1", "Q2"),),
    "H2": (("Q3", "Q4"),),
    "Q3YTD": (("Q1", "Q2", "Q3"), ("H1", "Q3")),
}
"""The periods that make up longer ones."""


@cache
def _flows() -> frozenset[str]:
    """Metrics whose quarters add up to the year: amounts of the income and the cash flow statement."""
    return frozenset(
        metric.canonical_name
        for metric in metrics()
        if metric.concept and not metric.balance and "currency" in metric.units
    )


def sums_of_periods(facts: Sequence[Stated]) -> Iterator[Comparison]:
    """Whether the quarters make the half, the year to date and the year."""
    figures: dict[tuple[object, ...], dict[str, Stated]] = defaultdict(dict)
    for fact in facts:
        if fact.measure == "level" and fact.unit == "currency" and fact.metric in _flows():
            figures[fact.company_id, fact.metric, fact.segment, fact.basis][fact.period] = fact
    for by_period in figures.values():
        for period, whole in by_period.items():
            for kinds in _MADE_OF.get(period[4:], ()):
                parts = [by_period[part] for kind in kinds if (part := f"{period[:4]}{kind}") in by_period]
                if len(parts) == len(kinds):
                    yield _sum_of_periods(whole, parts)


def _sum_of_periods(whole: Stated, parts: list[Stated]) -> Comparison:
    added = sum(part.value for part in parts)
    sentence = (
        f"{whole.name} of {', '.join(part.period for part in parts)} adds up to {said(added)}; "
        f"{said(whole.value)} was stated for {whole.period}."
    )
    expression = f"{' + '.join(f'{part.name}@{part.period}' for part in parts)} = {whole.name}@{whole.period}"
    return Comparison(whole.call_id, whole.period, "sum", expression, "warn", sentence, [*parts, whole], sum_sides)


class Expectation(NamedTuple):
    """What a range check needs of a row of `guidance` and of its call."""

    guidance_id: str
    company_id: str
    fiscal_period: str
    call_id: str
    metric: str
    segment: str
    basis: str | None
    period: str
    measure: str
    unit: str
    low: float
    high: float
    action: str | None
    previous_low: float | None
    previous_high: float | None
    confidence: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    @property
    def said(self) -> str:
        return said(self.low) if self.low == self.high else f"{said(self.low)} to {said(self.high)}"


def guidance_actions(guidance: pl.DataFrame) -> Iterator[Comparison]:
    """Whether guidance that is raised, lowered, narrowed or maintained is so against what it replaces.

    Args:
        guidance: rows of `guidance` of whole companies with their calls' `company_id` and `fiscal_period`.

    What is replaced is the range said in the same sentence, else that of the company's call before.
    """
    both_ends = pl.col("is_official") & pl.col("low").is_not_null() & pl.col("high").is_not_null()
    rows = guidance.filter(both_ends).select(Expectation._fields).iter_rows()
    lines: dict[tuple[object, ...], list[Expectation]] = defaultdict(list)
    for one in map(Expectation._make, rows):
        lines[one.company_id, one.metric, one.segment, one.basis, one.period, one.measure, one.unit].append(one)
    for line in lines.values():
        line.sort(key=lambda one: (order(one.fiscal_period), one.guidance_id))
        for one in line:
            if one.action not in _HOLDS:
                continue
            if one.previous_low is not None and one.previous_high is not None:
                before = one._replace(low=one.previous_low, high=one.previous_high)
            else:
                earlier = [other for other in line if order(other.fiscal_period) < order(one.fiscal_period)]
                if not earlier:
                    continue
                before = max(earlier, key=lambda other: (order(other.fiscal_period), other.confidence))
            yield _action(one, before)


def _action(one: Expectation, before: Expectation) -> Comparison:
    assert one.action
    expected, actual = _HOLDS[one.action](one, before)
    name = f"{one.metric}[{one.segment}]"
    sentence = f"Guidance for {name} of {one.period} was to be {_DONE[one.action]}: it is {one.said} and was {before.said} before."
    ids = list(dict.fromkeys((one.guidance_id, before.guidance_id)))
    return Comparison(one.call_id, one.period, "guidance", f"{one.action} {one.measure}({name}): {before.said} -> {one.said}", "warn", sentence,
                      expected=expected, actual=actual, metric_ids=ids)  # fmt: skip


_INFINITY = float("inf")
_DONE = {"raise": "raised", "lower": "lowered", "narrow": "narrowed", "maintain": "maintained"}
_HOLDS = {
    "raise": lambda one, before: (Interval(before.middle, _INFINITY), Interval(one.middle, one.middle)),
    "lower": lambda one, before: (Interval(-_INFINITY, before.middle), Interval(one.middle, one.middle)),
    "narrow": lambda one, before: (Interval(0.0, before.high - before.low), Interval(one.high - one.low, one.high - one.low)),
    "maintain": lambda one, before: (Interval(before.low, before.high), Interval(one.low, one.high)),
}  # fmt: skip
"""What each action expects of the numbers, and what they are."""
