"""Company: key figures over quarters, segments, guidance against what came, restatements."""

from __future__ import annotations

import streamlit as st

from warehouse.dashboard.published import choose, rows, table, table_with_quotes


def page() -> None:
    st.title("Company")
    chosen = choose("Company", rows("SELECT company_id FROM company ORDER BY 1")["company_id"].to_list(), "company")
    st.subheader("Key figures")
    figures = rows("SELECT * EXCLUDE (company_id) FROM kpi WHERE company_id = $company", company=chosen)
    table(figures)
    quarters = figures.filter(figures["period"].str.contains(r"^\d{4}Q\d$")).drop_nulls("revenue")
    if quarters.height > 1:
        st.bar_chart(quarters.select("period", "revenue").to_pandas(), x="period", y="revenue")
    st.subheader("Revenue by segment")
    segments = rows("SELECT * EXCLUDE (company_id) FROM segment_revenue WHERE company_id = $company", company=chosen)
    if segments.height:
        st.bar_chart(
            segments.select("period", "segment", "revenue").to_pandas(),
            x="period",
            y="revenue",
            color="segment",
            stack=True,
        )
    table(segments)
    st.subheader("Guidance against what came")
    table(rows("SELECT * EXCLUDE (company_id) FROM guidance_vs_actual WHERE company_id = $company", company=chosen))
    st.subheader("Restatements")
    table(rows("SELECT * EXCLUDE (company_id) FROM restatement WHERE company_id = $company", company=chosen))
    st.subheader("Facts, each with the quote it was read from")
    facts = rows(
        "SELECT period, metric, segment, basis, measure, value, unit, agreement, fact.call_id, metric_ids[1] AS row_id FROM fact WHERE company_id = $company ORDER BY period DESC, metric LIMIT 1000",
        company=chosen,
    )
    table_with_quotes(facts.drop("call_id", "row_id"), facts["call_id"], facts["row_id"])
