"""Company: key figures over quarters, segments, guidance against what came, restatements."""

from __future__ import annotations

import polars as pl
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
    guided = rows("SELECT * EXCLUDE (company_id) FROM guidance_vs_actual WHERE company_id = $company", company=chosen)
    _bands(guided)
    table(guided)
    st.subheader("Restatements")
    table(rows("SELECT * EXCLUDE (company_id) FROM restatement WHERE company_id = $company", company=chosen))
    st.subheader("What follows from what was said")
    implied = rows(
        "SELECT implied.period, implied.metric, implied.segment, implied.basis, implied.low, implied.high, implied.unit, expression, metric.call_id, metric_id AS row_id"
        " FROM implied JOIN metric ON metric_id = metric_ids[1] WHERE company_id = $company ORDER BY implied.period DESC, implied.metric LIMIT 1000",
        company=chosen,
    )
    table_with_quotes(implied.drop("call_id", "row_id"), implied["call_id"], implied["row_id"])
    st.subheader("Facts, each with the quote it was read from")
    facts = rows(
        "SELECT period, metric, segment, basis, measure, value, unit, agreement, fact.call_id, metric_ids[1] AS row_id FROM fact WHERE company_id = $company ORDER BY period DESC, metric LIMIT 1000",
        company=chosen,
    )
    table_with_quotes(facts.drop("call_id", "row_id"), facts["call_id"], facts["row_id"])


def _bands(guided: pl.DataFrame) -> None:
    """Guidance as a band, what came as a point, for one metric."""
    total = guided.filter(pl.col("segment") == "total").drop_nulls(["low", "high"])
    kinds = total.select("metric", "measure", "unit").unique(maintain_order=True)
    if kinds.is_empty():
        return
    came = total.group_by("metric", "measure", "unit").agg(pl.col("actual").count())
    first = kinds.join(came, on=["metric", "measure", "unit"]).sort("actual", descending=True, maintain_order=True)
    names = [f"{metric} {measure} ({unit})" for metric, measure, unit, _ in first.iter_rows()]
    number = st.selectbox("Guided", range(len(names)), format_func=lambda index: names[index])
    metric, measure, unit, _ = first.row(number)
    shown = total.filter(pl.col("metric") == metric, pl.col("measure") == measure, pl.col("unit") == unit)
    x = {"field": "when", "type": "ordinal", "title": "period, and the call that guided"}
    y = {"type": "quantitative", "title": f"{metric} ({unit})", "scale": {"zero": False}}
    st.vega_lite_chart(
        shown.with_columns(when=pl.format("{} by {}", "period", "guided_in")).select("when", "low", "high", "actual", "outcome").to_pandas(),
        {
            "encoding": {"x": x},
            "layer": [
                {"mark": {"type": "bar", "opacity": 0.35, "tooltip": True, "minBandSize": 4}, "encoding": {"y": {"field": "low", **y}, "y2": {"field": "high"}}},
                {"mark": {"type": "tick", "thickness": 2}, "encoding": {"y": {"field": "low", **y}}},
                {"mark": {"type": "point", "filled": True, "size": 90, "tooltip": True}, "encoding": {"y": {"field": "actual", **y}, "color": {"field": "outcome", "type": "nominal"}}},
            ],
        },
        width="stretch",
    )  # fmt: skip
