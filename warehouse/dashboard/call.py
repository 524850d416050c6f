"""Call: the transcript with every number marked where it was said, its rows, conflicts and checks."""

from __future__ import annotations

import polars as pl
import streamlit as st

from warehouse.dashboard.published import DATA_DIR, choose, rows, table
from warehouse.dashboard.transcript import STYLE, Mark, marked
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


def page() -> None:
    st.title("Call")
    call = choose("Call", rows("SELECT call_id FROM call ORDER BY call_id")["call_id"].to_list(), "call")
    chosen = st.query_params.get("at", "")
    quality = rows("SELECT * FROM call_quality WHERE call_id = $call", call=call).row(0, named=True)
    for column, (label, value) in zip(st.columns(4), (
        ("Score", quality["score"]), ("Numbers", quality["metrics"]), ("Checks consistent", f"{quality['consistent_checks']} of {quality['consistent_checks'] + quality['inconsistent_checks']}"),
        ("Open errors", quality["open_errors"]),
    ), strict=True):  # fmt: skip
        column.metric(label, value)
    transcript, facts, checks, pairs = st.tabs(["Transcript", "Facts", "Checks", "Interpretation"])
    with transcript:
        _transcript(call, chosen)
    with facts:
        names = rows("SELECT DISTINCT metric FROM metric WHERE call_id = $call ORDER BY 1", call=call)[
            "metric"
        ].to_list()
        metric = st.selectbox("Metric", ["all", *names])
        with connect(DATA_DIR) as warehouse:
            told = explain(warehouse, call, None if metric == "all" else metric)
        st.code("\n".join(told), language=None, wrap_lines=True)
    with checks:
        table(
            rows(
                "SELECT status, severity, rule, period, expression, explanation, suspected_cause, suggested_value, waived_by FROM check_result WHERE call_id = $call ORDER BY status = 'inconsistent' DESC, rule",
                call=call,
            )
        )
    with pairs:
        _pairs(call)


def _transcript(call: str, chosen: str) -> None:
    st.caption(
        "Green: a check agrees. Red, double line: a check disagrees. Blue: no check. Violet: guidance. Grey, dotted: not official. Point at a number for its row."
    )
    marks: dict[int, list[Mark]] = {}
    for turn_no, *mark in rows(_MARKS, call=call).iter_rows():
        marks.setdefault(turn_no, []).append(Mark(*mark))
    turns = rows(
        "SELECT turn_no, name, title, role, section, turn_type, text FROM turn JOIN speaker USING (speaker_id) WHERE turn.call_id = $call ORDER BY turn_no",
        call=call,
    )
    if chosen:
        quoted = [no for no, found in marks.items() if any(mark.row_id == chosen for mark in found)]
        turns = pl.concat(
            [turns.filter(pl.col("turn_no").is_in(quoted)), turns.filter(~pl.col("turn_no").is_in(quoted))]
        )
    st.html(STYLE)
    for turn in turns.iter_rows(named=True):
        who = f"{turn['turn_no']}  {turn['name']}" + (f", {turn['title']}" if turn["title"] else "")
        st.text(f"{who}  ({turn['turn_type']})")
        st.html(f'<div class="turn">{marked(turn["text"], marks.get(turn["turn_no"], []), chosen)}</div>')


def _pairs(call: str) -> None:
    pairs = rows(
        "SELECT o.turn_no AS original, o.text AS machine, r.turn_no AS rendering, r.text AS official FROM turn r JOIN turn o ON o.call_id = r.call_id AND o.turn_no = r.renders_turn_no WHERE r.call_id = $call ORDER BY 1",
        call=call,
    )
    if pairs.is_empty():
        st.write("This call is not interpreted.")
    for original, machine, rendering, official in pairs.iter_rows():
        left, right = st.columns(2)
        left.caption(f"Turn {original}: not official")
        left.text(machine)
        right.caption(f"Turn {rendering}: renders it")
        right.text(official)
