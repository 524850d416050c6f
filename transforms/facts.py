"""Many mentions to one fact.

Takes mentions of one or many companies and their calls; gives one row for each company, period, metric,
segment, basis and measure. Mentions agree where their rounding intervals meet (XBRL Calculations 1.1,
section on duplicates): the heaviest group of agreeing mentions wins, and in it the most precise mention.
Conflicting mentions stay listed behind the winners.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from schemas.tables import BY_NAME
from transforms.mentions import WHOLE_SURE, Mention, agreeing, meets, weight, whole_first
from transforms.metrics import Row
from transforms.parse import frame

_CONTRADICTS = 0.5
"""A mention less likely right than wrong contradicts no other; it stays listed."""
_RESTATED_AT_MOST = 0.25
_RESTATED_SURE = 0.7
_KEY = ("company_id", "period", "metric", "segment", "measure")


def resolve(metric: pl.DataFrame, call: pl.DataFrame) -> pl.DataFrame:
    """Resolve official mentions to facts.

    Args:
        metric: rows of `metric`, of whole companies.
        call: rows of `call` (`call_id`, `company_id`, `fiscal_period`) of the same companies.
    """
    said = (
        metric.filter("is_official")
        .join(call.select("call_id", "company_id", "fiscal_period"), on="call_id")
        .sort("company_id", "call_id", "char_start", "metric_id")
    )
    first = pl.col("confidence").ge(WHOLE_SURE) & pl.struct(*_KEY, "basis", "call_id").is_first_distinct()
    said = said.with_columns(first.alias("is_first"))
    groups: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for *key, mention in zip(
        *(said[name] for name in _KEY), map(Mention._make, said.select(Mention._fields).iter_rows()), strict=True
    ):
        groups[tuple(key)].append(mention)
    rows = [row for key, mentions in groups.items() for row in _facts(key, mentions)]
    return frame(BY_NAME["fact"], rows).sort(*_KEY, "basis", nulls_last=False)


def _facts(key: tuple[object, ...], mentions: list[Mention]) -> Iterator[Row]:
    by_basis: dict[str | None, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_basis[mention.basis].append(mention)
    _absorb_unsaid(by_basis)
    for basis, said in by_basis.items():
        yield _fact(key, basis, _one_unit(said))


def _one_unit(said: list[Mention]) -> list[Mention]:
    """The mentions in the unit of the fact: "up 5%" and "up $20 million" do not contradict each other.

    Percentages are preferred, as they compare over time and companies; else the unit said most surely.
    """
    by_unit: dict[str, list[Mention]] = defaultdict(list)
    for mention in said:
        by_unit[mention.unit].append(mention)
    return max(
        by_unit.values(),
        key=lambda group: (group[0].unit == "percent" and group[0].confidence >= WHOLE_SURE, weight(group)),
    )


def _absorb_unsaid(by_basis: dict[str | None, list[Mention]]) -> None:
    """A mention that says no basis but agrees with one that does is that one said again."""
    stated = [basis for basis in ("gaap", "non_gaap") if basis in by_basis]
    if None not in by_basis or "gaap" not in stated:
        return  # beside adjusted figures alone, what is said of no basis may be the GAAP figure
    left = []
    for mention in by_basis.pop(None):
        home = next((basis for basis in stated if any(meets(mention, other) for other in by_basis[basis])), None)
        if home:
            by_basis[home].append(mention)
        else:
            left.append(mention)
    if left:
        by_basis[None] = left


def _fact(key: tuple[object, ...], basis: str | None, said: list[Mention]) -> Row:
    period = str(key[1])
    own = [
        mention
        for mention in said
        if mention.fiscal_period == period or mention.fiscal_period[:4] == period[:4] and not period[4:].startswith("Q")
    ]
    metric, segment, measure = (str(key[_KEY.index(name)]) for name in ("metric", "segment", "measure"))
    groups = whole_first(metric, segment, measure, agreeing(own or said))
    restated_from = None
    later = [
        mention
        for mention in said
        if mention.fiscal_period > period and mention.confidence >= _RESTATED_SURE and mention not in own
    ]
    if own and later:
        newest = max(mention.fiscal_period for mention in later)
        changed = agreeing([mention for mention in later if mention.fiscal_period == newest])[0]
        before, after = groups[0][0], changed[0]
        if not meets(before, after) and abs(after.value - before.value) <= _RESTATED_AT_MOST * abs(before.value):
            groups.insert(0, changed)
            restated_from = before.value
    winners = groups[0]
    best = winners[0]
    low, high = max(mention.low for mention in winners), min(mention.high for mention in winners)
    if not low <= best.value <= high:
        low, high = best.low, best.high
    rest = [mention for group in groups[1:] for mention in group]
    rest += [mention for mention in said if mention not in winners and mention not in rest]
    judged = rest if restated_from is None else [mention for mention in rest if mention not in own]
    if basis == "non_gaap" and measure.endswith("change"):
        # "adjusted income rose 32%, or 27% in constant currency": adjusted in more than one way, neither is odd
        breath = (best.call_id, best.char_start)
        judged = [mention for mention in judged if (mention.call_id, mention.char_start) != breath]
    judged = [mention for mention in judged if mention.confidence >= _CONTRADICTS or meets(best, mention)]
    agree = [mention for mention in judged if meets(best, mention)]
    listed = [*winners, *rest]
    return {
        **dict(zip(_KEY, key, strict=True)),
        "basis": basis,
        "value": best.value,
        "low": low,
        "high": high,
        "unit": best.unit,
        "currency": best.currency,
        "share_of": best.share_of,
        "metric_ids": [mention.metric_id for mention in listed],
        "call_id": best.call_id,
        "mentions": len(listed),
        "agreement": "single" if len(listed) == 1 else "agreed" if len(agree) == len(judged) else "conflicted",
        "confidence": best.confidence,
        "restated_from": restated_from,
    }
