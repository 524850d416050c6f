"""Mentions of one figure: which agree, and which weigh most.

Mentions agree where their rounding intervals meet (XBRL Calculations 1.1, section on duplicates). Used where
many mentions become one fact, and where the mentions of one call are held against each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from schemas.vocabulary import metrics

WHOLE_SURE = 0.7
"""From this confidence on an amount said of the total bounds what the total can be."""
_UNSAID_WEIGHT = 0.75
"""What a mention weighs whose period had to be taken from the call."""
_AGAIN = 0.6
"""What a mention that says the same adds."""
_FIRST = 1.2
"""What the first sure mention of a call weighs: figures are given for the whole before they are given for parts."""
_RIVAL = 0.5
"""What a larger amount must weigh, of the heaviest, to show that to be a part."""
_PART_OF_WHOLE = 0.6
"""An amount said of the total that is less than this share of a sure larger one is of a part."""


class Mention(NamedTuple):
    """What resolving needs of a row of `metric`."""

    metric_id: str
    call_id: str
    fiscal_period: str
    basis: str | None
    value: float
    low: float
    high: float
    unit: str
    currency: str | None
    share_of: str | None
    confidence: float
    char_start: int
    approximation: str
    period_said: bool
    is_first: bool
    """A call gives its headline figures first."""


def meets(left: Mention, right: Mention) -> bool:
    """Whether two mentions agree: rounded or cut off (Calculations 1.1 knows both readings)."""
    tolerance = 1e-9 * max(1.0, abs(left.value))
    if left.unit != right.unit:
        return False
    (left_low, left_high), (right_low, right_high) = (left.low, left.high), (right.low, right.high)
    if _width(left) > 2 * _width(right):
        left_low, left_high = _truncated(left)
    elif _width(right) > 2 * _width(left):
        right_low, right_high = _truncated(right)
    elif left.value != right.value and _width(left) < abs(left.value - right.value) * 1.001:
        return False  # said with the same precision, they differ
    return left_low <= right_high + tolerance and right_low <= left_high + tolerance


def _truncated(mention: Mention) -> tuple[float, float]:
    """The interval, widened away from zero: "327 million" may stand for 327.7 million."""
    half = _width(mention) / 2
    if mention.approximation != "exact" or not math.isfinite(half):
        return mention.low, mention.high
    return (mention.low, mention.high + half) if mention.value >= 0 else (mention.low - half, mention.high)


def _width(mention: Mention) -> float:
    width = mention.high - mention.low
    return width if math.isfinite(width) else math.inf


def _order(mention: Mention) -> tuple[float, float, int]:
    """The most precise first, then the surest, then the earliest."""
    return _width(mention), -mention.confidence, mention.char_start


def agreeing(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Groups of mentions whose intervals meet, the heaviest first.

    Groups form around the most precise mentions; a mention joins the first whose interval it meets.
    """
    groups: list[list[Mention]] = []
    for mention in sorted(mentions, key=_order):
        home = next((group for group in groups if meets(group[0], mention)), None)
        if home is None:
            groups.append([mention])
        else:
            home.append(mention)
    return sorted(groups, key=lambda group: (-weight(group), _order(group[0])))


def weight(group: Sequence[Mention]) -> float:
    """The surest mention counts full, others that say the same add to it; "over 10%" agrees with too much to add."""
    surest = sorted(
        (
            mention.confidence * (_FIRST if mention.is_first else 1.0 if mention.period_said else _UNSAID_WEIGHT)
            for mention in group
            if mention is group[0] or math.isfinite(_width(mention))
        ),
        reverse=True,
    )
    return surest[0] ** 2 + _AGAIN * sum(sure**2 for sure in surest[1:])


def whole_first(metric: str, segment: str, measure: str, groups: list[list[Mention]]) -> list[list[Mention]]:
    """A whole is no smaller than its parts: small amounts said of the total of an additive metric come last."""
    if segment != "total" or measure != "level" or metric not in _additive() or len(groups) < 2:
        return groups
    heavy = _RIVAL * weight(groups[0])
    sure = [
        abs(group[0].value)
        for group in groups
        if group[0].unit == "currency"
        and weight(group) >= heavy
        and any(said.confidence >= WHOLE_SURE and (said.period_said or said.is_first) for said in group)
    ]
    least = _PART_OF_WHOLE * max(sure, default=0.0)
    return sorted(groups, key=lambda group: abs(group[0].value) < least)


@cache
def _additive() -> frozenset[str]:
    return frozenset(metric.canonical_name for metric in metrics() if metric.segments and "currency" in metric.units)
