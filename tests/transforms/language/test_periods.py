"""Fiscal periods as people say them, resolved against the call's quarter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.language.periods import Fiscal, order, periods, quarter_before, year_before

CALL = Fiscal(2025, 1)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("this quarter", "2025Q1"),
        ("in the first quarter of 2025", "2025Q1"),
        ("in Q1", "2025Q1"),
        ("the fourth quarter of 2024", "2024Q4"),
        ("the fourth quarter last year", "2024Q4"),
        ("Q4 2024", "2024Q4"),
        ("for fiscal year 2025", "2025FY"),
        ("FY25", "2025FY"),
        ("for the full year", "2025FY"),
        ("as of March 31, 2025", "2025Q1"),
        ("as of December 31, 2024", "2024Q4"),
        ("in the second half of 2025", "2025H2"),
        ("H1 2025", "2025H1"),
        ("the next quarter", "2025Q2"),
        ("last quarter", "2024Q4"),
        ("next year", "2026FY"),
        ("in 2019", "2019FY"),
    ],
)
def test_a_period_said(text: str, period: str) -> None:
    assert [span.period for span in periods(f"It was good {text}, we think.", CALL)] == [period]


@pytest.mark.parametrize(
    ("text", "periods_said"),
    [
        ("as of March 31", ["2025Q1"]),
        ("at December 31", ["2024Q4"]),
        ("at the end of April", []),  # after the quarter, before the call
        ("at June 12", []),  # no quarter ends then
    ],
)
def test_a_day_without_its_year_is_the_last_before_the_call(text: str, periods_said: list[str]) -> None:
    until_march = Fiscal(2025, 1, date(2025, 3, 31))
    assert [
        span.period for span in periods(f"Our cash was $5 million {text}.", until_march) if span.period
    ] == periods_said


@pytest.mark.parametrize(
    "text",
    [
        "the same period last year",
        "the prior year quarter",
        "a year ago",
        "the year-ago quarter",
        "the same quarter of last year",
    ],
)
def test_what_figures_are_held_against(text: str) -> None:
    (span,) = periods(f"compared with {text}.", CALL)
    assert span.is_comparison


@pytest.mark.parametrize(
    ("call", "text", "period"),
    [
        (Fiscal(2024, 4), "for the full year", "2025FY"),
        (Fiscal(2024, 4), "in the first quarter", "2025Q1"),
        (Fiscal(2024, 2), "in the third quarter", "2024Q3"),
        (Fiscal(2024, 2), "for the year", "2024FY"),
    ],
)
def test_bare_names_look_ahead_in_an_outlook(call: Fiscal, text: str, period: str) -> None:
    assert [span.period for span in periods(f"We expect growth {text}.", call, future=True)] == [period]


def test_nine_months_are_year_to_date() -> None:
    assert [span.period for span in periods("for the first nine months of 2025", Fiscal(2025, 3))] == ["2025Q3YTD"]


@given(st.integers(1995, 2090), st.integers(1, 4), st.integers(-40, 40))
def test_shifting_back_and_forth_returns(year: int, quarter: int, quarters: int) -> None:
    assert Fiscal(year, quarter).shifted(quarters).shifted(-quarters) == Fiscal(year, quarter)


@given(st.integers(1995, 2090), st.integers(1, 4))
def test_four_quarters_before_are_a_year(year: int, quarter: int) -> None:
    period = str(Fiscal(year, quarter))
    assert quarter_before(quarter_before(quarter_before(quarter_before(period)))) == year_before(period)
    assert order(quarter_before(period)) < order(period)


@given(st.text(max_size=100))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = periods(text, CALL)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
