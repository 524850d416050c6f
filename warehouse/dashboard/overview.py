"""Overview: how much there is, how fresh, and how far it can be trusted."""

from __future__ import annotations

import polars as pl
import streamlit as st

from warehouse.dashboard.published import DATA_DIR, link, rows, table
from warehouse.read import OPEN


def page() -> None:
    st.title("Overview")
    counts = rows(
        "SELECT (SELECT count(*) FROM call) AS calls, (SELECT count(DISTINCT company_id) FROM call) AS companies, (SELECT max(fiscal_period) FROM call) AS newest,"
        " (SELECT count(*) FROM metric WHERE is_official) AS numbers, (SELECT count(*) FROM fact) AS facts,"
        " (SELECT count(*) FROM check_result WHERE status = 'consistent') AS consistent, (SELECT count(*) FROM check_result WHERE status <> 'not_evaluable') AS evaluated,"
        " (SELECT count(*) FROM quarantine) AS quarantined, (SELECT round(median(score), 1) FROM call_quality) AS score, (SELECT max(ended_at) FROM load_run) AS loaded"
    ).row(0, named=True)
    figures = (
        ("Calls", f"{counts['calls']:,}"), ("Companies", f"{counts['companies']:,}"), ("Official numbers", f"{counts['numbers']:,}"),
        ("Facts", f"{counts['facts']:,}"), (f"Consistent of {counts['evaluated']:,} checks", f"{counts['consistent'] / max(counts['evaluated'], 1):.0%}"),
        ("Median score", f"{counts['score']}"), ("Newest fiscal period", counts["newest"]), ("Quarantined", f"{counts['quarantined']:,}"),
    )  # fmt: skip
    for start in (0, 4):
        for column, (label, value) in zip(st.columns(4), figures[start : start + 4], strict=True):
            column.metric(label, value)
    st.write(f"Published {counts['loaded']:%Y-%m-%d %H:%M} UTC")
    if (DATA_DIR / "docs" / "index.html").exists():
        st.html(
            '<a href="data-docs/index.html" target="_blank" style="color: inherit">Data Docs: each table against what it promises</a>'
        )
    else:
        st.write("Data Docs are not built yet; run earnings docs.")
    left, right = st.columns(2)
    left.subheader("Checks by rule")
    left.bar_chart(
        rows("SELECT rule, status, sum(checks)::BIGINT AS checks FROM check_summary WHERE status <> 'not_evaluable' GROUP BY ALL ORDER BY rule").to_pandas(),
        x="rule", y="checks", color="status", horizontal=True, alt="Checks by rule and status",
    )  # fmt: skip
    right.subheader("Score by fiscal period")
    right.line_chart(
        rows("SELECT fiscal_period AS period, round(median(score), 1) AS score FROM call_quality GROUP BY ALL ORDER BY 1").to_pandas(), x="period", y="score", alt="Median score by fiscal period",
    )  # fmt: skip
    st.subheader("Open failures by rule and severity")
    failures = rows(
        f"SELECT severity, rule, count(*) AS failures, count(DISTINCT call_id) AS calls FROM check_result WHERE {OPEN} GROUP BY severity, rule ORDER BY list_position(['error', 'warn', 'info'], severity), rule"
    )
    shown = [
        link("checks", rule=rule, severity=severity)
        for rule, severity in failures.select("rule", "severity").iter_rows()
    ]
    table(
        failures.with_columns(which=pl.Series(shown, dtype=pl.String)),
        "Open failures by rule and severity",
        which="show",
    )
    st.subheader("Coverage: calls of each company and quarter")
    _coverage()
    st.subheader("Last loads")
    table(
        rows(
            "SELECT started_at, status, documents_seen, documents_new, documents_changed, documents_quarantined FROM load_run ORDER BY started_at DESC LIMIT 5"
        ),
        "Last loads",
    )


def _coverage() -> None:
    """A heat map; where the companies are too many to name, pointing at a cell names it."""
    coverage = rows("SELECT company_id, fiscal_period, count(*) AS calls FROM call GROUP BY ALL ORDER BY ALL")
    named = coverage["company_id"].n_unique() <= 60
    st.vega_lite_chart(
        coverage.to_pandas(),
        {
            "mark": {"type": "rect", "tooltip": True},
            "height": {"step": 18} if named else 500,
            "encoding": {
                "x": {"field": "fiscal_period", "type": "ordinal", "title": "fiscal period"},
                "y": {"field": "company_id", "type": "ordinal", "title": "company", "axis": {"labels": named, "labelOverlap": False}},
                "color": {"field": "calls", "type": "ordinal"},
            },
        },
        width="stretch", alt="Calls of each company and fiscal period",
    )  # fmt: skip
