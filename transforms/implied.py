"""What a company's statements imply for figures that it does not state.

Takes facts of whole companies; gives rows of `implied`: an interval for each figure that follows from others by
an identity, by growth, by a change or by a share. Several ways to the same figure are intersected; where they
do not meet, nothing is implied. An implied figure is never a fact.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from schemas.companies import by_ticker
from schemas.identities import RatioIdentity, SumIdentity, general_identities, operand
from schemas.tables import BY_NAME
from transforms.comparisons import Stated
from transforms.intervals import Interval, total
from transforms.metrics import Row
from transforms.parse import frame

_Key = tuple[str, str, str, str, str | None, str]
"""Company, period, metric, segment, basis, unit of a level."""


class _Implication(NamedTuple):
    key: _Key
    value: Interval
    expression: str
    operands: tuple[Stated, ...]


def imply(fact: pl.DataFrame, company: pl.DataFrame) -> pl.DataFrame:
    """Intersect everything that facts imply for levels that nobody stated.

    Args:
        fact: rows of `fact` of whole companies.
        company: rows of `company` (`company_id`, `ticker`) of the same companies.
    """
    facts = [Stated._make(row) for row in fact.select(Stated._fields).iter_rows()]
    levels: dict[_Key, Stated] = {_key(stated): stated for stated in facts if stated.measure == "level"}
    known = {key[:4] for key in levels}
    tickers = dict(company.select("company_id", "ticker").iter_rows())
    ways: dict[_Key, list[_Implication]] = defaultdict(list)
    for found in (*_by_identity(levels, tickers), *_over_time(facts, levels), *_by_share(facts, levels)):
        finite = all(map(math.isfinite, found.value))
        if finite and found.key[:4] not in known:
            ways[found.key].append(found)
    rows = [row for key, several in ways.items() if (row := _row(key, several))]
    return frame(BY_NAME["implied"], rows).sort("company_id", "period", "metric", "segment", "basis", nulls_last=False)


def _key(stated: Stated) -> _Key:
    return stated.company_id, stated.period, stated.metric, stated.segment, stated.basis, stated.unit


def _row(key: _Key, ways: list[_Implication]) -> Row | None:
    low, high = max(way.value.low for way in ways), min(way.value.high for way in ways)
    if low > high:
        return None
    company_id, period, metric, segment, basis, unit = key
    operands = [stated for way in ways for stated in way.operands]
    return {
        "company_id": company_id, "period": period, "metric": metric, "segment": segment, "basis": basis, "measure": "level",
        "low": low, "high": high, "unit": unit, "expression": "; ".join(dict.fromkeys(way.expression for way in ways)),
        "metric_ids": list(dict.fromkeys(stated.metric_ids[0] for stated in operands)),
        "call_id": max(stated.call_id for stated in operands),
    }  # fmt: skip


def _by_identity(levels: dict[_Key, Stated], tickers: dict[str, str | None]) -> Iterator[_Implication]:
    groups = {(company_id, period, basis) for company_id, period, _, _, basis, _ in levels}
    for company_id, period, basis in sorted(groups, key=str):
        own = by_ticker().get(tickers.get(company_id) or "")
        for identity in (*general_identities(), *(own.identities if own else ())):
            if not identity.implies:
                continue
            solve = _sum if isinstance(identity, SumIdentity) else _ratio
            found = solve(identity, levels, company_id, period, basis)  # type: ignore[arg-type]
            if found:
                yield found


def _stated(
    levels: dict[_Key, Stated], company_id: str, period: str, wanted: str, basis: str | None, unit: str, basis_free: tuple[str, ...]
) -> Stated | None:  # fmt: skip
    metric, segment = operand(wanted)
    bases: tuple[str | None, ...] = (basis, None, "gaap", "non_gaap") if wanted in basis_free else (basis,)
    keys = ((company_id, period, metric, segment, each, unit) for each in bases)
    return next((levels[key] for key in keys if key in levels), None)


def _sum(
    identity: SumIdentity, levels: dict[_Key, Stated], company_id: str, period: str, basis: str | None
) -> _Implication | None:
    names = (*identity.parts, identity.total)
    found = {
        name: stated
        for name in names
        if (stated := _stated(levels, company_id, period, name, basis, "currency", identity.basis_free))
    }
    missing = [name for name in names if name not in found]
    if len(missing) != 1:
        return None
    (name,) = missing
    parts = [found[part].interval for part in identity.parts if part in found]
    value = total(parts) if name == identity.total else found[identity.total].interval - total(parts)
    return _implication(
        company_id, period, name, basis, "currency", value, f"{' + '.join(identity.parts)} = {identity.total}", found
    )


def _ratio(
    identity: RatioIdentity, levels: dict[_Key, Stated], company_id: str, period: str, basis: str | None
) -> _Implication | None:
    units = {identity.ratio: "percent", identity.numerator: "currency", identity.denominator: "currency"}
    found = {
        name: stated
        for name, unit in units.items()
        if (stated := _stated(levels, company_id, period, name, basis, unit, identity.basis_free))
    }
    missing = [name for name in units if name not in found]
    if len(missing) != 1:
        return None
    (name,) = missing
    if name == identity.numerator:
        value: Interval | None = found[identity.ratio].interval.scaled(0.01).times(found[identity.denominator].interval)
    elif name == identity.denominator:
        value = found[identity.numerator].interval.over(found[identity.ratio].interval.scaled(0.01))
    else:
        value = found[identity.numerator].interval.percent_of(found[identity.denominator].interval)
    expression = f"{identity.ratio} = {identity.numerator} / {identity.denominator}"
    return _implication(company_id, period, name, basis, units[name], value, expression, found) if value else None


def _implication(
    company_id: str, period: str, name: str, basis: str | None, unit: str, value: Interval, expression: str, found: dict[str, Stated]
) -> _Implication:  # fmt: skip
    metric, segment = operand(name)
    return _Implication((company_id, period, metric, segment, basis, unit), value, expression, tuple(found.values()))


def _over_time(facts: list[Stated], levels: dict[_Key, Stated]) -> Iterator[_Implication]:
    """The figure that a change is held against: "revenue of $110 million was up 10%" implies $100 million before."""
    for fact in facts:
        if fact.over is None:
            continue
        word, before = fact.over
        for unit in ("currency", "currency_per_share", "percent", "count"):
            now = levels.get((fact.company_id, fact.period, fact.metric, fact.segment, fact.basis, unit))
            if now is None:
                continue
            if fact.unit == "percent" and unit != "percent":
                factor = Interval(1 + fact.low / 100, 1 + fact.high / 100)
                value = now.interval.over(factor) if now.low > 0 and factor.low > 0 else None
                expression = f"{now.name} / (1 + {word})"
            elif fact.unit == unit or fact.unit == "percentage_point" and unit == "percent":
                value, expression = now.interval - fact.interval, f"{now.name} - {word}"
            else:
                continue
            if value:
                yield _Implication(
                    (*_key(now)[:1], before, *_key(now)[2:]), value, f"{expression} of {fact.period}", (now, fact)
                )


def _by_share(facts: list[Stated], levels: dict[_Key, Stated]) -> Iterator[_Implication]:
    """A part from its share of a whole, and a whole from a part."""
    for fact in facts:
        if fact.measure != "share" or not fact.share_of or fact.unit != "percent":
            continue
        whole_name = operand(fact.share_of)
        part_key: _Key = (fact.company_id, fact.period, fact.metric, fact.segment, fact.basis, "currency")
        whole_key: _Key = (fact.company_id, fact.period, *whole_name, None, "currency")
        part, whole = levels.get(part_key), levels.get(whole_key)
        share = fact.interval.scaled(0.01)
        expression = f"share({fact.name}) of {fact.share_of}"
        if whole and not part:
            yield _Implication(part_key, share.times(whole.interval), expression, (fact, whole))
        elif part and not whole and (value := part.interval.over(share)):
            yield _Implication(whole_key, value, expression, (fact, part))
