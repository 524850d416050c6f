"""Company: key figures over quarters, segments, guidance against what came, restatements; every number leads to its quote."""

from __future__ import annotations

from html import escape

import polars as pl
import streamlit as st

from warehouse.dashboard.published import QUOTED, call_link, choose, rows, table, with_quotes
from warehouse.explain import amount

_FIGURES = "SELECT * FROM key_figure WHERE company_id = $company ORDER BY period DESC"
_SEGMENTS = "SELECT call_id, * EXCLUDE (company_id, call_id) FROM segment_revenue WHERE company_id = $company"
_GUIDED = "SELECT guided_in, reported_in, * EXCLUDE (company_id, guided_in, reported_in) FROM guidance_vs_actual WHERE company_id = $company"
_RESTATED = "SELECT restated_in, * EXCLUDE (company_id, restated_in) FROM restatement WHERE company_id = $company"
_IMPLIED = """
SELECT metric.call_id, implied.period, implied.metric, implied.segment, implied.basis, implied.low, implied.high, implied.unit, expression, metric_id
FROM implied JOIN metric ON metric_id = metric_ids[1] WHERE company_id = $company ORDER BY implied.period DESC, implied.metric LIMIT 1000
"""
_FACTS = """
SELECT call_id, period, metric, segment, basis, measure, value, unit, agreement, metric_ids[1] AS metric_id
FROM fact WHERE company_id = $company ORDER BY period DESC, metric LIMIT 1000
"""


def page() -> None:
    st.title("Company")
    known = rows("SELECT company_id, concat_ws(', ', company_id, name) FROM company ORDER BY 1")
    company = choose("Company", dict(known.iter_rows()), "company")
    st.subheader("Key figures")
    figures = rows(_FIGURES, company=company)
    st.html(key_figures(figures))
    revenue = figures.filter(pl.col("figure") == "revenue", pl.col("period").str.contains(r"^\d{4}Q\d$"))
    if revenue.height > 1:
        st.bar_chart(revenue.select("period", revenue="value").to_pandas(), x="period", y="revenue", alt="Revenue")
    st.subheader("Revenue by segment")
    segments = rows(_SEGMENTS, company=company)
    if segments.height:
        st.bar_chart(
            segments.select("period", "segment", "revenue").to_pandas(), x="period", y="revenue", color="segment", stack=True,
            alt="Revenue by segment",
        )  # fmt: skip
    table(with_quotes(segments, "quote", "call_id", "metric_id"), "Revenue by segment", quote=QUOTED)
    st.subheader("Guidance against what came")
    guided = rows(_GUIDED, company=company)
    _bands(guided)
    linked = with_quotes(
        with_quotes(guided, "guided", "guided_in", "guidance_id"), "came", "reported_in", "actual_metric_id"
    )
    table(linked, "Guidance against what came", guided=QUOTED, came=QUOTED)
    st.subheader("Restatements")
    table(
        with_quotes(rows(_RESTATED, company=company), "quote", "restated_in", "metric_id"), "Restatements", quote=QUOTED
    )
    st.subheader("What follows from what was said")
    table(
        with_quotes(rows(_IMPLIED, company=company), "quote", "call_id", "metric_id"), "Implied figures", quote=QUOTED
    )
    st.subheader("Facts, each with the quote it was read from")
    table(with_quotes(rows(_FACTS, company=company), "quote", "call_id", "metric_id"), "Facts", quote=QUOTED)


def key_figures(figures: pl.DataFrame) -> str:
    """Figures by period as a table in HTML, the last period first, each number a link to its quote; a dagger marks conflicts."""
    periods = figures["period"].unique(maintain_order=True).to_list()
    cells = {(row["figure"], row["period"]): row for row in figures.iter_rows(named=True)}
    head = "".join(f'<th scope="col">{escape(period)}</th>' for period in periods)
    body = "".join(
        f'<tr><th scope="row">{escape(figure.replace("_", " "))}</th>'
        + "".join(f"<td>{_cell(cells.get((figure, period)))}</td>" for period in periods)
        + "</tr>"
        for figure in figures["figure"].unique().sort().to_list()
    )
    return f'{_STYLE}<div class="figures"><table><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table></div><p><small>† mentions that differ</small></p>'


def _cell(figure: dict[str, object] | None) -> str:
    if figure is None:
        return ""
    address = escape(call_link(str(figure["call_id"]), str(figure["metric_id"])), quote=True)
    mark = "†" if figure["agreement"] == "conflicted" else ""
    shown = escape(amount(figure["value"], figure["unit"], figure["currency"]))
    return f'<a href="{address}" target="_self">{shown}</a>{mark}'


_STYLE = """<style>
.figures { overflow-x: auto; }
.figures a { color: inherit; }
.figures table { border-collapse: collapse; }
.figures th, .figures td { padding: .3rem .75rem; text-align: right; white-space: nowrap; border-bottom: 1px solid rgba(128,128,128,.3); }
.figures th[scope=row] { text-align: left; font-weight: normal; }
</style>"""


def _bands(guided: pl.DataFrame) -> None:
    """Guidance as a band, what came as a point, for one metric."""
    total = guided.filter(pl.col("segment") == "total").drop_nulls(["low", "high"])
    kinds = total.select("metric", "measure", "unit").unique(maintain_order=True)
    if kinds.is_empty():
        return
    came = total.group_by("metric", "measure", "unit").agg(pl.col("actual").count())
    first = kinds.join(came, on=["metric", "measure", "unit"]).sort("actual", descending=True, maintain_order=True)
    names = [f"{metric} {measure} ({unit})" for metric, measure, unit, _ in first.iter_rows()]
    number = names.index(str(st.selectbox("Guided", names, key="guided", bind="query-params")))
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
        width="stretch", alt="Guidance as a band, what came as a point",
    )  # fmt: skip
