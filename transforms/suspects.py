"""Why a check failed: which mention is the odd one out, what probably went wrong, and what would fit.

Takes the comparisons of whole companies and which of them failed. A mention is suspected where another
reading of it (a power of ten, the other sign, digits misheard or swapped, what another mention says) makes
the failed check hold and breaks none that held; of several readings the one that mends most checks, then
the one that brings the number nearest to the company's other figures of its kind, is taken.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from transforms.comparisons import Comparison, FactKey, Stated
from transforms.intervals import Interval

Mentions = Mapping[str, tuple[float, float, float]]
"""Value, low and high of each mention, by metric_id."""


class Suspect(NamedTuple):
    """The odd one out of a failed check."""

    metric_id: str
    name: str
    stated: float
    cause: str | None
    value: float | None
    """What would fit."""


class _Reading(NamedTuple):
    """Another reading of a number; `rank` is lower for what goes wrong more often."""

    cause: str | None
    value: float | None
    interval: Interval
    rank: int


_POWERS = (1, -1, 3, -3, 2, -2, 6, -6)
_ANY = Interval(-math.inf, math.inf)
_MANY_DIGITS = 9


def suspects(comparisons: Sequence[Comparison], failed: set[int], mentions: Mentions) -> dict[int, Suspect]:
    """The odd one out of each failed comparison that has one, by the comparison's number."""
    related: dict[FactKey, list[int]] = defaultdict(list)
    history: dict[tuple[object, ...], dict[str, Stated]] = defaultdict(dict)
    for number, compared in enumerate(comparisons):
        for operand in compared.operands:
            history[_kind(operand)][operand.period] = operand
            if compared.sides:
                related[operand.key].append(number)
    found: dict[int, Suspect] = {}
    for number in failed:
        compared = comparisons[number]
        if compared.rule == "agreement":
            suspect = _disagreeing(compared.operands[0], comparisons, related, history, mentions)
        elif compared.sides:
            suspect = _odd(number, comparisons, failed, related, history, mentions)
        else:
            suspect = None
        if suspect:
            found[number] = suspect
    return found


def _kind(stated: Stated) -> tuple[object, ...]:
    """What figures of other periods can be held against."""
    return stated.company_id, stated.metric, stated.segment, stated.basis, stated.measure, stated.unit


def _odd(
    number: int,
    comparisons: Sequence[Comparison],
    failed: set[int],
    related: Mapping[FactKey, list[int]],
    history: Mapping[tuple[object, ...], Mapping[str, Stated]],
    mentions: Mentions,
) -> Suspect | None:
    compared = comparisons[number]
    rounded = _rounding(compared)
    if rounded:
        return rounded
    best: tuple[tuple[float, ...], Suspect] | None = None
    for place, operand in enumerate(compared.operands):
        others = [other for other in related[operand.key] if other != number]
        held = sum(other not in failed for other in others)
        for reading in _readings(operand, history, mentions):
            if not compared.holds(operand.key, reading.interval) or not possible(operand).meets(reading.interval):
                continue
            holding = sum(comparisons[other].holds(operand.key, reading.interval) for other in others)
            if holding < held:
                continue
            score = (
                float(holding - held),
                -float(reading.rank),
                _nearer(operand, reading.value, history),
                -float(operand.mentions),
                -float(place),
            )
            if best is None or score > best[0]:
                odd = Suspect(operand.metric_ids[0], operand.name, operand.value, reading.cause, reading.value)
                best = (score, odd)
    return best[1] if best else None


def possible(stated: Stated) -> Interval:
    """What a number of its kind can be: no margin and no share is over 100%, no share below nothing."""
    if (
        stated.unit == "percent"
        and stated.measure == "share"
        and (stated.share_of or "").startswith(f"{stated.metric}[")
    ):
        return Interval(0.0, 100.0)
    if stated.unit == "percent" and stated.measure == "level" and stated.metric.endswith("margin"):
        return Interval(-math.inf, 100.0)
    return _ANY


def _rounding(compared: Comparison) -> Suspect | None:
    """Two sides that miss each other by no more than the wider of them is rounded."""
    expected, actual = compared.expected, compared.actual
    if (
        compared.rule in ("range", "drift")
        or expected is None
        or actual is None
        or not all(map(math.isfinite, (*expected, *actual)))
    ):
        return None
    gap = max(actual.low - expected.high, expected.low - actual.high)
    if gap > max(expected.high - expected.low, actual.high - actual.low):
        return None
    stated = compared.operands[-1 if compared.rule == "sum" else 0]
    return Suspect(stated.metric_ids[0], stated.name, stated.value, "rounding", (expected.low + expected.high) / 2)


def _nearer(stated: Stated, value: float | None, history: Mapping[tuple[object, ...], Mapping[str, Stated]]) -> float:
    """How much nearer to the figures of other periods another value lies, in powers of e."""
    others = [
        abs(other.value) for period, other in history[_kind(stated)].items() if period != stated.period and other.value
    ]
    if len(others) < 2 or not value or not stated.value:
        return 0.0
    usual = math.log(median(others))
    return abs(math.log(abs(stated.value)) - usual) - abs(math.log(abs(value)) - usual)


def _readings(
    stated: Stated, history: Mapping[tuple[object, ...], Mapping[str, Stated]], mentions: Mentions
) -> Iterator[_Reading]:
    """Other readings of a fact's number."""
    for metric_id in stated.metric_ids[1:]:
        if metric_id in mentions:
            value, low, high = mentions[metric_id]
            if value != stated.value:
                yield _Reading(relation(stated.value, value, stated.high - stated.low), value, Interval(low, high), 0)
    interval = stated.interval
    for power in _POWERS if stated.unit in ("currency", "count") else (1, -1):
        yield _Reading(
            "scale_error", stated.value * 10.0**power, interval.scaled(10.0**power), 1 if abs(power) in (1, 3) else 2
        )
    if stated.value:
        yield _Reading("sign", -stated.value, interval.scaled(-1), 1)
    for value, rank in _misheard(stated.value, stated.high - stated.low):
        by = value - stated.value
        yield _Reading("misheard", value, Interval(interval.low + by, interval.high + by), rank)
    if stated.value and _is_of_another_period(stated, stated.value, history):
        yield _Reading("stale", None, _ANY, 4)


def _is_of_another_period(
    fact: Stated, value: float, history: Mapping[tuple[object, ...], Mapping[str, Stated]]
) -> bool:
    """Whether a value said of a fact is what the company's facts say of another period."""
    return any(
        period != fact.period and math.isclose(value, other.value, rel_tol=1e-9)
        for period, other in history[_kind(fact)].items()
    )


def _misheard(value: float, step: float) -> Iterator[tuple[float, int]]:
    """Numbers that sound or look alike: fifteen and fifty, digits swapped."""
    if not math.isfinite(step) or step <= 0 or not value:
        return
    digits = str(round(abs(value) / step))
    if not 1 < len(digits) <= _MANY_DIGITS:
        return
    sign = math.copysign(step, value)
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        before, after = digits[:place], digits[place + 2 :]
        if first != second:
            yield int(before + second + first + after) * sign, 3
        if first == "1" and second in "3456789":
            yield int(before + second + "0" + after) * sign, 2
        if second == "0" and first in "3456789":
            yield int(before + "1" + first + after) * sign, 2


def relation(stated: float, right: float, step: float) -> str | None:
    """How a number came to be said for another.

    >>> relation(19.7e9, 1.97e9, 1e8), relation(50.0, 15.0, 1.0), relation(7.0, 9.4, 1.0)
    ('scale_error', 'misheard', None)
    """
    if not stated or not right:
        return None
    if math.isclose(stated, -right, rel_tol=1e-9):
        return "sign"
    power = math.log10(abs(stated / right))
    if abs(power) > 0.5 and abs(power - round(power)) < 0.005 and (stated > 0) == (right > 0):
        return "scale_error"
    if any(math.isclose(value, right, rel_tol=1e-6) for value, _ in _misheard(stated, step)):
        return "misheard"
    return "rounding" if math.isfinite(step) and abs(stated - right) <= step * 1.001 else None


def _disagreeing(
    fact: Stated,
    comparisons: Sequence[Comparison],
    related: Mapping[FactKey, list[int]],
    history: Mapping[tuple[object, ...], Mapping[str, Stated]],
    mentions: Mentions,
) -> Suspect | None:
    """The mention of a fact that other statements agree with least."""

    def agreeing(metric_id: str) -> int:
        value = Interval(*mentions[metric_id][1:])
        return sum(comparisons[other].holds(fact.key, value) for other in related[fact.key])

    chosen, *rest = [metric_id for metric_id in fact.metric_ids if metric_id in mentions]
    differing = [
        metric_id for metric_id in rest if not Interval(*mentions[metric_id][1:]).meets(Interval(*mentions[chosen][1:]))
    ]
    if not differing:
        return None
    better = max(differing, key=agreeing)
    odd, right = (chosen, better) if agreeing(better) > agreeing(chosen) else (min(differing, key=agreeing), chosen)
    (stated, low, high), value = mentions[odd], mentions[right][0]
    is_stale = _is_of_another_period(fact, stated, history)
    return Suspect(odd, fact.name, stated, "stale" if is_stale else relation(stated, value, high - low), value)
