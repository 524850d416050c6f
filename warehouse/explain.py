"""Where a call's facts come from: quotes, turns, speakers, the mentions that lost, and the checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

import duckdb

_FACTS = """
SELECT fact.metric, segment, basis, period, measure, value, low, high, unit, currency, agreement, mentions, restated_from, metric_ids, fact.confidence
FROM fact WHERE (call_id = $call OR list_has_any(metric_ids, (SELECT coalesce(list(metric_id), []) FROM metric WHERE call_id = $call)))
  AND company_id = (SELECT company_id FROM call WHERE call_id = $call) AND ($metric IS NULL OR fact.metric = $metric)
ORDER BY period DESC, fact.metric, segment, basis, measure
"""
_MENTIONS = """
SELECT metric_id, metric.call_id, turn_no, name, title, quote, value, low, high, metric.unit, metric.confidence, construction
FROM metric JOIN speaker USING (speaker_id) WHERE metric_id IN (SELECT unnest($ids))
"""
_GUIDANCE = """
SELECT guidance_id, metric, segment, basis, period, low, high, unit, currency, action, previous_low, previous_high, guidance.call_id, turn_no, name, title, quote,
       guidance.confidence
FROM guidance JOIN speaker USING (speaker_id)
WHERE guidance_id IN (SELECT unnest(metric_ids) FROM check_result WHERE call_id = $call AND rule = 'guidance') AND ($metric IS NULL OR metric = $metric)
ORDER BY metric, segment, period, guidance.call_id <> $call, char_start
"""
_CHECKS = "SELECT rule, status, explanation, metric_ids FROM check_result WHERE call_id = $call ORDER BY rule"


def explain(connection: duckdb.DuckDBPyConnection, call_id: str, metric: str | None = None) -> Iterator[str]:
    """Lines that explain every fact of a call.

    Raises:
        LookupError: there is no such call, or it has no such metric.
    """
    call = connection.execute(
        "SELECT company_name, fiscal_period, source_uri, version FROM call WHERE call_id = ?", [call_id]
    ).fetchone()
    if call is None:
        known = [
            row[0]
            for row in connection.execute(
                "SELECT call_id FROM call ORDER BY jaro_winkler_similarity(call_id, ?) DESC LIMIT 5", [call_id]
            ).fetchall()
        ]
        raise LookupError(
            f"There is no call {call_id!r}. The nearest: {', '.join(known) or 'none, the warehouse is empty'}."
        )
    facts = connection.execute(_FACTS, {"call": call_id, "metric": metric}).fetchall()
    if not facts and metric:
        known = [
            row[0]
            for row in connection.execute(
                "SELECT DISTINCT metric FROM metric WHERE call_id = ? ORDER BY 1", [call_id]
            ).fetchall()
        ]
        raise LookupError(f"{call_id} states nothing about {metric!r}. It speaks of: {', '.join(known)}.")
    ids = [metric_id for fact in facts for metric_id in fact[13]]
    mentions = {row[0]: row[1:] for row in connection.execute(_MENTIONS, {"ids": ids}).fetchall()}
    checks: dict[str, list[str]] = defaultdict(list)
    for rule, status, explanation, about in connection.execute(_CHECKS, {"call": call_id}).fetchall():
        for metric_id in about:
            checks[metric_id].append(f"check {rule}: {status}. {explanation}")
    guided = connection.execute(_GUIDANCE, {"call": call_id, "metric": metric}).fetchall()
    return chain(_lines(call, call_id, facts, mentions, checks), _guidance_lines(guided, checks))


def _lines(
    call: tuple[object, ...],
    call_id: str,
    facts: list[tuple[object, ...]],
    mentions: dict[str, tuple[object, ...]],
    checks: dict[str, list[str]],
) -> Iterator[str]:
    yield f"{call_id}: {call[0] or 'company not named'}, {call[1]}, version {call[3]}, from {call[2]}"
    for (
        name,
        segment,
        basis,
        period,
        measure,
        value,
        low,
        high,
        unit,
        currency,
        agreement,
        count,
        restated,
        ids,
        sure,
    ) in facts:
        yield ""
        yield f"{name}[{segment}] {basis or 'basis not said'} {period} {measure}: {amount(value, unit, currency)}   [{amount(low, unit, None)} .. {amount(high, unit, None)}]   {agreement}, {count} mention{'s' if count != 1 else ''}, confidence {sure:.2f}"
        if restated is not None:
            yield f"    restated from {amount(restated, unit, currency)}"
        for place, metric_id in enumerate(list(ids)):  # type: ignore[call-overload]
            where = mentions.get(metric_id)
            if where is None:
                continue
            lost = place and not (where[6] <= high and low <= where[7])  # type: ignore[operator]
            why = f"   lost: says {amount(where[5], where[8], currency)}, less sure or less often said" if lost else ""
            title = f", {where[3]}" if where[3] else ""
            yield f"    {where[0]} turn {where[1]} ({where[2]}{title}) “{where[4]}” by rule {where[10]}, {where[9]:.2f}{why}"
        for line in dict.fromkeys(line for metric_id in list(ids)[:1] for line in checks.get(metric_id, ())):  # type: ignore[call-overload]
            yield f"    {line}"


def _guidance_lines(guided: list[tuple[object, ...]], checks: dict[str, list[str]]) -> Iterator[str]:
    """What was guided to, where a check held an action against the numbers that it replaced."""
    told: set[str] = set()
    for (
        guidance_id,
        name,
        segment,
        basis,
        period,
        low,
        high,
        unit,
        currency,
        action,
        before_low,
        before_high,
        call_id,
        turn_no,
        speaker,
        title,
        quote,
        sure,
    ) in guided:
        replaced = f", before {_range(before_low, before_high, unit, currency)}" if before_low is not None else ""
        yield ""
        yield f"guidance {name}[{segment}] {basis or 'basis not said'} {period}: {_range(low, high, unit, currency)}{replaced}   {action or 'no action said'}, confidence {sure:.2f}"
        yield f"    {call_id} turn {turn_no} ({speaker}{f', {title}' if title else ''}) “{quote}”"
        lines = [line for line in checks.get(str(guidance_id), ()) if line not in told]
        told.update(lines)
        yield from (f"    {line}" for line in lines)


def _range(low: object, high: object, unit: object, currency: object) -> str:
    ends = [amount(end, unit, currency) for end in (low, high) if end is not None]
    return " .. ".join(dict.fromkeys(ends)) or "in words"


def amount(value: object, unit: object, currency: object) -> str:
    """A value with its unit, as people write it.

    >>> amount(1970000000.0, "currency", "CNY"), amount(16.2, "percent", None)
    ('CNY 1,970.0 million', '16.2%')
    """
    number = float(value)  # type: ignore[arg-type]
    prefix = f"{currency} " if currency else ""
    if unit == "currency" and abs(number) >= 1e5 and number not in (float("inf"), float("-inf")):
        return (
            f"{prefix}{number / 1e6:,.6g} million"
            if abs(number) < 1e6
            else f"{prefix}{number / 1e6:,.1f} million"
            if round(number / 1e6, 1) * 1e6 == number
            else f"{prefix}{number / 1e6:,.2f} million"
        )
    suffix = {"percent": "%", "percentage_point": " points"}.get(str(unit), "")
    return f"{prefix}{number:,.6g}{suffix}"
