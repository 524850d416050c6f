"""Call: the transcript with every number marked where it was said, and beside it what is known of the chosen one."""

from __future__ import annotations

from html import escape

import streamlit as st

from warehouse.dashboard import panel
from warehouse.dashboard.published import DATA_DIR, QUOTED, choose, rows, table, with_quotes
from warehouse.dashboard.transcript import STYLE, TO_CHOSEN, Mark, Turn, transcript
from warehouse.explain import explain
from warehouse.read import connect

_MARKS = """
WITH checked AS (
    SELECT unnest(metric_ids) AS metric_id, bool_or(status = 'inconsistent') AS failed, bool_or(status = 'consistent') AS passed
    FROM check_result WHERE call_id = $call AND rule <> 'scale' GROUP BY 1
)
SELECT turn_no, metric.char_start - turn.char_start AS first, metric.char_end - turn.char_start AS last, metric.metric_id AS row_id,
       CASE WHEN NOT metric.is_official THEN 'unofficial' WHEN failed THEN 'inconsistent' WHEN passed THEN 'consistent' ELSE 'unchecked' END AS state,
       concat_ws(' ', metric || '[' || segment || ']', basis, period, measure, format('{:,}', value), unit, currency) AS label
FROM metric JOIN turn USING (call_id, turn_no) LEFT JOIN checked USING (metric_id) WHERE call_id = $call
UNION ALL
SELECT turn_no, guidance.char_start - turn.char_start, guidance.char_end - turn.char_start, guidance_id,
       CASE WHEN guidance.is_official THEN 'guidance' ELSE 'unofficial' END,
       concat_ws(' ', 'guidance:', metric || '[' || segment || ']', basis, period, form, format('{:,}', low), format('{:,}', high), direction, unit)
FROM guidance JOIN turn USING (call_id, turn_no) WHERE call_id = $call
"""
_TURNS = """
SELECT turn_no, concat_ws(', ', name, title) AS who, turn_type, text
FROM turn JOIN speaker USING (speaker_id) WHERE turn.call_id = $call ORDER BY turn_no
"""
_ROWS = """
SELECT metric, segment, basis, period, measure, value, low, high, unit, confidence, is_official, call_id, metric_id, quote
FROM metric WHERE call_id = $call ORDER BY char_start
"""
_GUIDANCE = """
SELECT metric, segment, basis, period, measure, form, low, high, point, unit, direction, action, confidence, is_official, call_id, guidance_id, quote
FROM guidance WHERE call_id = $call ORDER BY char_start
"""
_CHECKS = """
SELECT status, severity, rule, period, expression, explanation, suspected_cause, suggested_value, waived_by
FROM check_result WHERE call_id = $call ORDER BY status = 'inconsistent' DESC, rule
"""
_PAIRS = """
SELECT o.turn_no AS original, o.text AS machine, r.turn_no AS rendering, r.text AS official
FROM turn r JOIN turn o ON o.call_id = r.call_id AND o.turn_no = r.renders_turn_no WHERE r.call_id = $call ORDER BY 1
"""


def page() -> None:
    st.title("Call")
    known = rows("SELECT call_id, concat_ws(', ', call_id, company_name, fiscal_period) FROM call ORDER BY call_id")
    call = choose("Call", dict(known.iter_rows()), "call")
    quality = rows("SELECT * FROM call_quality WHERE call_id = $call", call=call).row(0, named=True)
    for column, (label, value) in zip(st.columns(4), (
        ("Score", quality["score"]), ("Numbers", quality["metrics"]), ("Checks consistent", f"{quality['consistent_checks']} of {quality['consistent_checks'] + quality['inconsistent_checks']}"),
        ("Open errors", quality["open_errors"]),
    ), strict=True):  # fmt: skip
        column.metric(label, value)
    views = {"Transcript": _transcript, "Rows": _rows, "Facts": _facts, "Checks": _checks, "Interpretation": _pairs}
    for tab, draw in zip(st.tabs(list(views), key="view", bind="query-params"), views.values(), strict=True):
        if tab.open:
            with tab:
                draw(call)


def _transcript(call: str) -> None:
    st.write(
        "Green: a check agrees. Red, double line: a check disagrees. Blue: no check. Violet: guidance. Grey, dotted: not official. Choose a number for its row and its checks."
    )
    marks: dict[int, list[Mark]] = {}
    for turn_no, *mark in rows(_MARKS, call=call).iter_rows():
        marks.setdefault(turn_no, []).append(Mark(*mark))
    chosen = st.query_params.get("at")
    if chosen and not any(mark.row_id == chosen for found in marks.values() for mark in found):
        # Left from another call, or from a version of this one that was corrected.
        del st.query_params["at"]
        chosen = None
    st.html(STYLE)
    with st.container(key="reading"):
        # The panel comes first, so that it stands above the transcript on a phone.
        beside, text = st.columns([2, 3], gap="medium")
    with beside, st.container(key="panel"):
        st.html(panel.of_number(call, chosen) if chosen else panel.of_call(call))
    turns = [Turn(*turn) for turn in rows(_TURNS, call=call).iter_rows()]
    text.html(transcript(call, turns, marks, chosen))
    if chosen:
        st.html(TO_CHOSEN, unsafe_allow_javascript=True)


def _rows(call: str) -> None:
    for name, query, ids in (("Metrics", _ROWS, "metric_id"), ("Guidance", _GUIDANCE, "guidance_id")):
        st.subheader(name)
        table(with_quotes(rows(query, call=call), "said", "call_id", ids), name, said=QUOTED)


def _facts(call: str) -> None:
    names = rows("SELECT DISTINCT metric FROM metric WHERE call_id = $call ORDER BY 1", call=call)["metric"].to_list()
    metric = st.selectbox("Metric", ["all", *names], key="metric", bind="query-params")
    with connect(DATA_DIR) as warehouse:
        told = explain(warehouse, call, None if metric == "all" else metric)
    lines = "\n".join(told)
    st.html(f'<pre class="facts" style="white-space: pre-wrap">{escape(lines)}</pre>')


def _checks(call: str) -> None:
    table(rows(_CHECKS, call=call), "Checks of the call")


def _pairs(call: str) -> None:
    pairs = rows(_PAIRS, call=call)
    if pairs.is_empty():
        st.write("This call is not interpreted.")
    for original, machine, rendering, official in pairs.iter_rows():
        left, right = st.columns(2)
        left.write(f"Turn {original}: not official")
        left.text(machine)
        right.write(f"Turn {rendering}: renders it")
        right.text(official)
