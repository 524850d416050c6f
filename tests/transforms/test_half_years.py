"""A call on a half-year, read whole: what names no period is of the half."""

from __future__ import annotations

import polars as pl

from transforms.document import Source
from transforms.parse import parse

_CALL = """Operator: Good morning, and welcome to the Harbour Brick Group {results}. I'll hand over to Jane Pell, Chief Executive Officer.
Jane Pell, Chief Executive Officer: Thank you. Revenue was £412.5 million, up 6%. Underlying EBITDA was £88.2 million compared with £81 million in the prior year. In Roofing, revenue grew 12% to £152.5 million. Net debt was £140 million.
Operator: Thank you. There are no questions.
Jane Pell, Chief Executive Officer: Thank you all, and goodbye.
"""


def _read(results: str) -> pl.DataFrame:
    return parse([Source("call.txt", _CALL.format(results=results).encode(), "0" * 64)]).frames["metric"]


def _periods(results: str) -> dict[tuple[str, str, float], str]:
    rows = _read(results).select("metric", "segment", "value", "period").rows()
    return {(metric, segment, value): period for metric, segment, value, period in rows}


def test_results_are_of_the_half_and_balances_of_its_end() -> None:
    found = _periods("half year results for the six months ended 30 June 2024")
    assert found == {
        ("revenue", "total", 412_500_000): "2024H1",
        ("revenue", "total", 6): "2024H1",
        ("ebitda", "total", 88_200_000): "2024H1",
        ("ebitda", "total", 81_000_000): "2023H1",
        ("revenue", "roofing", 12): "2024H1",
        ("revenue", "roofing", 152_500_000): "2024H1",
        ("net_debt", "total", 140_000_000): "2024Q2",
    }


def test_results_of_a_year_without_quarters_are_the_years() -> None:
    found = _periods("full year 2024 results")
    assert found["revenue", "total", 412_500_000] == "2024FY"
    assert found["ebitda", "total", 81_000_000] == "2023FY"
    assert found["net_debt", "total", 140_000_000] == "2024Q4"


def test_results_of_a_quarter_stay_the_quarters() -> None:
    found = _periods("second quarter and first half 2024 results call")
    assert found["revenue", "total", 412_500_000] == "2024Q2"
