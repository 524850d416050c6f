"""Checks: filter, sort, and one check drawn on a number line."""

from __future__ import annotations

import math
from html import escape

import polars as pl
import streamlit as st

from schemas.tables import RULES, STATUSES
from warehouse.dashboard.published import call_link, rows, table_with_quotes


def page() -> None:
    st.title("Checks")
    left, middle = st.columns(2)
    status = left.selectbox("Status", ["all", *STATUSES], index=1 + STATUSES.index("inconsistent"))
    rule = middle.selectbox("Rule", ["all", *RULES])
    found = rows(
        "SELECT * FROM check_result WHERE ($status = 'all' OR status = $status) AND ($rule = 'all' OR rule = $rule)"
        " ORDER BY list_position(['error', 'warn', 'info'], severity), call_id, rule LIMIT 2000",
        status=status, rule=rule,
    )  # fmt: skip
    st.caption(f"{found.height} checks" + (", the first 2,000" if found.height == 2000 else ""))
    table_with_quotes(
        found.select("severity", "rule", "call_id", "period", "explanation", "suspected_cause", "suggested_value", "waived_by", "expression"),
        found["call_id"], found["metric_ids"].list.first(),
    )  # fmt: skip
    evaluated = found.drop_nulls(["expected_low", "actual_low"])
    if evaluated.is_empty():
        return
    names = [f"{row['call_id']} {row['period']} {row['expression']}" for row in evaluated.iter_rows(named=True)]
    chosen = st.selectbox("Draw one check", range(len(names)), format_func=lambda index: names[index])
    check = evaluated.row(chosen, named=True)
    st.text(check["explanation"])
    ends = [
        {"what": what, "low": check[f"{what}_low"], "high": check[f"{what}_high"]}
        for what in ("expected", "actual")
        if math.isfinite(check[f"{what}_low"]) and math.isfinite(check[f"{what}_high"])
    ]
    st.vega_lite_chart(
        pl.DataFrame(ends).to_pandas() if ends else None,
        {
            "layer": [
                {"mark": {"type": "bar", "height": 8, "tooltip": True}, "encoding": {"x": {"field": "low", "type": "quantitative", "scale": {"zero": False}, "title": None}, "x2": {"field": "high"}}},
                {"mark": {"type": "tick", "thickness": 3, "size": 24}, "encoding": {"x": {"field": "low", "type": "quantitative"}}},
                {"mark": {"type": "tick", "thickness": 3, "size": 24}, "encoding": {"x": {"field": "high", "type": "quantitative"}}},
            ],
            "encoding": {"y": {"field": "what", "type": "nominal", "title": None}, "color": {"field": "what", "type": "nominal", "legend": None}},
        },
        width="stretch",
    )  # fmt: skip
    st.subheader("What was said")
    st.html(_quotes(check["metric_ids"], check["odd_metric_id"]))


def _quotes(metric_ids: list[str], odd: str | None) -> str:
    """The mentions of a check as a list of links to where they were said, as HTML."""
    said = rows(
        "SELECT metric_id, call_id, metric || '[' || segment || '] ' || period || ' ' || measure AS what, value, unit, quote FROM metric WHERE metric_id IN (SELECT unnest($ids))"
        " UNION ALL SELECT guidance_id, call_id, 'guidance: ' || metric || '[' || segment || '] ' || period, coalesce(point, low), unit, quote FROM guidance WHERE guidance_id IN (SELECT unnest($ids))",
        ids=tuple(metric_ids),
    )
    lines = [
        f'<li><a href="{escape(call_link(call_id, metric_id), quote=True)}" target="_self">{escape(quote)}</a> '
        f"{escape(what)}: {value:,.10g} {escape(unit)}{', <strong>the odd one out</strong>' if metric_id == odd else ''}</li>"
        for metric_id, call_id, what, value, unit, quote in said.iter_rows()
    ]
    return f"<ul>{''.join(lines)}</ul>"
