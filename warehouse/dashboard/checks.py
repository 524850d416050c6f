"""Checks: filter, sort, and one check drawn on a number line."""

from __future__ import annotations

import math
from html import escape

import polars as pl
import streamlit as st

from schemas.tables import RULES, SEVERITIES, STATUSES
from warehouse.dashboard.published import QUOTED, call_link, filtered, rows, table, with_quotes

_FOUND = """
SELECT check_result.* FROM check_result JOIN call USING (call_id)
WHERE ($status = 'all' OR status = $status) AND ($rule = 'all' OR rule = $rule) AND ($severity = 'all' OR severity = $severity)
  AND ($company = 'all' OR company_id = $company)
ORDER BY list_position(['error', 'warn', 'info'], severity), call_id, rule, expression LIMIT 2000
"""


def page() -> None:
    st.title("Checks")
    companies = rows("SELECT DISTINCT company_id FROM check_result JOIN call USING (call_id) ORDER BY 1")
    status, rule, severity, company = st.columns(4)
    with status:
        chosen_status = filtered("Status", STATUSES, "status", "inconsistent")
    with rule:
        chosen_rule = filtered("Rule", RULES, "rule")
    with severity:
        chosen_severity = filtered("Severity", SEVERITIES, "severity")
    with company:
        chosen_company = filtered("Company", companies["company_id"].to_list(), "company")
    found = rows(_FOUND, status=chosen_status, rule=chosen_rule, severity=chosen_severity, company=chosen_company)
    st.write(f"{found.height} checks" + (", the first 2,000" if found.height == 2000 else ""))
    shown = found.select(
        "call_id", "severity", "rule", "period", "explanation", "suspected_cause", "suggested_value", "waived_by", "expression",
        said=pl.coalesce("odd_metric_id", pl.col("metric_ids").list.first()),
    )  # fmt: skip
    table(with_quotes(shown, "quote", "call_id", "said"), "Checks", quote=QUOTED)
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
        width="stretch", alt="What the check expects and what was said, as intervals on a number line",
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
    return f'<ul class="quotes">{"".join(lines)}</ul><style>.quotes a {{ color: inherit; }}</style>'
