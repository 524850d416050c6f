"""What stands beside a call's transcript: the chosen number's row, the fact it bears on, its checks; or the call's failures.

Gives HTML, in which everything from documents is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from warehouse.dashboard.published import call_link, link, rows
from warehouse.explain import amount
from warehouse.read import OPEN

_NUMBER = """
SELECT metric_id AS row_id, metric, segment, basis, period, measure, value, low, high, unit, currency, NULL AS said_of_future, is_official, confidence, construction,
       turn_no, quote, concat_ws(', ', name, title) AS who
FROM metric JOIN speaker USING (speaker_id) WHERE metric.call_id = $call AND metric_id = $row
UNION ALL
SELECT guidance_id, metric, segment, basis, period, measure, point, low, high, unit, currency, concat_ws(', ', form, direction, action), is_official, confidence, construction,
       turn_no, quote, concat_ws(', ', name, title)
FROM guidance JOIN speaker USING (speaker_id) WHERE guidance.call_id = $call AND guidance_id = $row
"""
_FACT = """
SELECT value, low, high, unit, currency, agreement, mentions, metric_ids, call_id FROM fact WHERE list_contains(metric_ids, $row)
"""
_MENTIONS = """
SELECT metric_id, call_id, quote, value, low, high, unit, currency, confidence FROM metric
WHERE metric_id IN (SELECT unnest($ids)) AND metric_id <> $row ORDER BY list_position($ids, metric_id)
"""
_CHECKS = """
SELECT status, rule, explanation, suspected_cause, suggested_value, odd_metric_id, waived_by FROM check_result
WHERE list_contains(metric_ids, $row) ORDER BY status = 'inconsistent' DESC, rule
"""
_PAIR = """
SELECT other.turn_no, other.is_official, other.text FROM turn
JOIN turn AS other ON other.call_id = turn.call_id AND (other.turn_no = turn.renders_turn_no OR other.renders_turn_no = turn.turn_no)
WHERE turn.call_id = $call AND turn.turn_no = $turn
"""
_FAILURES = f"SELECT rule, severity, explanation, odd_metric_id, metric_ids FROM check_result WHERE call_id = $call AND {OPEN} ORDER BY list_position(['error', 'warn', 'info'], severity), rule LIMIT 30"


def of_number(call_id: str, row_id: str) -> str:
    """The row of a number of a call, the other mentions of its fact, its checks, and its turn's other half."""
    row = rows(_NUMBER, call=call_id, row=row_id).row(0, named=True)
    unit, currency = row["unit"], row["currency"]
    described = {
        "Value": None if row["value"] is None else amount(row["value"], unit, currency),
        "Interval": None if row["low"] is None else f"{amount(row['low'], unit, None)} to {amount(row['high'], unit, None)}",
        "Outlook": row["said_of_future"], "Period": row["period"], "Measure": row["measure"], "Basis": row["basis"] or "not said",
        "Segment": row["segment"], "Confidence": f"{row['confidence']:.2f}", "Rule": row["construction"],
        "Said by": row["who"], "Turn": str(row["turn_no"]), "Official": "yes" if row["is_official"] else "no",
    }  # fmt: skip
    parts = [
        f"<h3>{escape(row['metric'])}</h3><p>“{escape(row['quote'])}”</p>",
        "<dl>", *(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in described.items() if value), "</dl>",
    ]  # fmt: skip
    for fact in rows(_FACT, row=row_id).iter_rows(named=True):
        parts.append(
            f"<h4>Fact</h4><p>{escape(amount(fact['value'], fact['unit'], fact['currency']))}: {fact['agreement']}, {fact['mentions']} mention{'s' if fact['mentions'] > 1 else ''}</p>"
        )
        parts.append(_list(_mentions(row_id, fact["metric_ids"], fact["low"], fact["high"])))
    checks = rows(_CHECKS, row=row_id).iter_rows(named=True)
    parts += (
        "<h4>Checks</h4>",
        _list(_check(check, row_id) for check in checks) or "<p>No check takes this number.</p>",
    )
    for turn_no, is_official, text in rows(_PAIR, call=call_id, turn=row["turn_no"]).iter_rows():
        what = "Official rendering" if is_official else "Machine rendering, not official"
        parts.append(f"<h4>{what}, turn {turn_no}</h4><p>{escape(text)}</p>")
    return _panel(parts)


def of_call(call_id: str) -> str:
    """The open failures of a call, each a link to its odd number."""
    failures = rows(_FAILURES, call=call_id)
    lines = (
        f'<a href="{escape(call_link(call_id, odd or ids[0]), quote=True)}" target="_self">{rule}, {severity}</a>: {escape(explanation)}'
        for rule, severity, explanation, odd, ids in failures.iter_rows()
    )
    return _panel(["<h3>Open failures</h3>", _list(lines) or "<p>No check of this call fails.</p>"])


def _mentions(row_id: str, ids: list[str], low: float, high: float) -> Iterable[str]:
    for mention in rows(_MENTIONS, ids=tuple(ids), row=row_id).iter_rows(named=True):
        agrees = mention["low"] <= high and low <= mention["high"]
        says = "agrees" if agrees else f"differs: {amount(mention['value'], mention['unit'], mention['currency'])}"
        address = escape(call_link(mention["call_id"], mention["metric_id"]), quote=True)
        yield f'<a href="{address}" target="_self">“{escape(mention["quote"])}”</a> {escape(says)}, {mention["confidence"]:.2f}'


def _check(check: dict[str, object], row_id: str) -> str:
    cause = f" Suspected: {escape(str(check['suspected_cause']))}." if check["suspected_cause"] else ""
    fits = f" {check['suggested_value']:,.10g} would fit." if check["suggested_value"] is not None else ""
    odd = " <strong>This number is the odd one out.</strong>" if check["odd_metric_id"] == row_id else ""
    waived = f" Waived: {escape(str(check['waived_by']))}." if check["waived_by"] else ""
    address = escape(link("checks", status=str(check["status"]), rule=str(check["rule"])), quote=True)
    return f'<a href="{address}" target="_self">{check["rule"]}</a>, {check["status"]}: {escape(str(check["explanation"]))}{cause}{fits}{odd}{waived}'


def _list(lines: Iterable[str]) -> str:
    """Lines of HTML as a list; nothing, where there are none."""
    items = "".join(f"<li>{line}</li>" for line in lines)
    return items and f"<ul>{items}</ul>"


def _panel(parts: Iterable[str]) -> str:
    return f'<div class="panel">{"".join(parts)}</div>'
