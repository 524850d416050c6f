"""The dashboard's page: how much there is, how far it can be trusted, and why.

Every figure is a query over the published file, opened read-only for each run of the page.
"""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl
import streamlit as st

from warehouse.explain import explain
from warehouse.read import connect

DATA_DIR = Path(os.environ.get("EARNINGS_DATA_DIR", "data"))


def rows(sql: str, **parameters: object) -> pl.DataFrame:
    """The answer to a query over the published file."""
    with connect(DATA_DIR) as warehouse:
        found: pl.DataFrame = (warehouse.sql(sql, params=parameters) if parameters else warehouse.sql(sql)).pl()
        return found


def overview() -> None:
    counts = rows(
        "SELECT (SELECT count(*) FROM call) AS calls, (SELECT count(*) FROM metric WHERE is_official) AS numbers, (SELECT count(*) FROM fact) AS facts,"
        " (SELECT count(*) FROM check_result WHERE status = 'consistent') AS consistent, (SELECT count(*) FROM check_result WHERE status <> 'not_evaluable') AS evaluated,"
        " (SELECT count(*) FROM quarantine) AS quarantined, (SELECT round(median(score), 1) FROM call_quality) AS score"
    ).row(0, named=True)
    for column, (label, value) in zip(st.columns(6), (
        ("Calls", f"{counts['calls']:,}"), ("Official numbers", f"{counts['numbers']:,}"), ("Facts", f"{counts['facts']:,}"),
        ("Checks consistent", f"{counts['consistent']:,} of {counts['evaluated']:,}"), ("Median score", f"{counts['score']}"), ("Quarantined", f"{counts['quarantined']:,}"),
    ), strict=True):  # fmt: skip
        column.metric(label, value)
    left, right = st.columns(2)
    left.subheader("Consistency by rule")
    left.bar_chart(
        rows(
            "SELECT rule, status, sum(checks)::BIGINT AS checks FROM check_summary WHERE status <> 'not_evaluable' GROUP BY ALL ORDER BY rule"
        ).to_pandas(),
        x="rule",
        y="checks",
        color="status",
        horizontal=True,
    )
    right.subheader("Calls by fiscal period")
    right.bar_chart(
        rows("SELECT fiscal_period, count(*) AS calls FROM call GROUP BY ALL ORDER BY fiscal_period").to_pandas(),
        x="fiscal_period",
        y="calls",
    )
    st.subheader("Open failures")
    failures = rows(
        "SELECT severity, rule, call_id, period, explanation, suspected_cause, suggested_value FROM check_result WHERE status = 'inconsistent' AND waived_by IS NULL ORDER BY list_position(['error', 'warn', 'info'], severity), rule, call_id LIMIT 500"
    )
    st.dataframe(failures.to_pandas(), hide_index=True, width="stretch")
    if counts["quarantined"]:
        st.subheader("Quarantine")
        st.dataframe(
            rows(
                "SELECT source_uri, stage, reason, detail, loaded_at FROM quarantine ORDER BY loaded_at DESC"
            ).to_pandas(),
            hide_index=True,
            width="stretch",
        )


def calls() -> None:
    quality = rows("SELECT * FROM call_quality")
    st.subheader("Quality of each call, the lowest first")
    st.dataframe(
        quality.to_pandas(),
        hide_index=True,
        width="stretch",
        column_config={"score": st.column_config.ProgressColumn("score", min_value=0, max_value=100, format="%.1f")},
    )
    chosen = st.selectbox("Explain a call", quality["call_id"].to_list())
    names = rows("SELECT DISTINCT metric FROM metric WHERE call_id = $call ORDER BY metric", call=chosen)[
        "metric"
    ].to_list()
    metric = st.selectbox("Metric", ["all", *names])
    with connect(DATA_DIR) as warehouse:
        st.code(
            "\n".join(explain(warehouse, chosen, None if metric == "all" else metric)), language=None, wrap_lines=True
        )


def company() -> None:
    known = rows("SELECT company_id, coalesce(name, company_id) AS name FROM company ORDER BY company_id")
    names = dict(known.iter_rows())
    chosen = st.selectbox("Company", known["company_id"].to_list(), format_func=lambda key: f"{key}: {names[key]}")
    for title, view in (
        ("Key figures", "kpi"),
        ("Revenue by segment", "segment_revenue"),
        ("Guidance against what came", "guidance_vs_actual"),
        ("Restatements", "restatement"),
    ):
        st.subheader(title)
        st.dataframe(
            rows(f"SELECT * EXCLUDE (company_id) FROM {view} WHERE company_id = $company", company=chosen).to_pandas(),
            hide_index=True,
            width="stretch",
        )


st.set_page_config(page_title="Earnings-call warehouse", layout="wide")
st.title("Earnings-call warehouse")
for tab, page in zip(st.tabs(["Overview", "Calls", "Companies"]), (overview, calls, company), strict=True):
    with tab:
        page()
