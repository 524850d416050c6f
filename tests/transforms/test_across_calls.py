"""Checks over several calls: quarters against their year, and what is done to guidance against its numbers."""

from __future__ import annotations

import polars as pl
import pytest

from transforms.across_calls import guidance_actions, sums_of_periods
from transforms.comparisons import Stated


def figure(period: str, value: float, metric: str = "revenue") -> Stated:
    return Stated("HARL", period, metric, "total", None, "level", value, value - 0.05, value + 0.05, "currency", None, [f"m-{period}"], f"HARL-{period}", "single", 1, None)  # fmt: skip


@pytest.mark.parametrize(("year", "holds"), [(10.0, True), (10.2, True), (11.0, False)])
def test_four_quarters_make_the_year(year: float, holds: bool) -> None:
    quarters = [figure(f"2025Q{number}", float(number)) for number in (1, 2, 3, 4)]
    (found,) = sums_of_periods([*quarters, figure("2025FY", year)])
    assert found.expected and found.actual
    assert found.expression.endswith("= revenue[total]@2025FY")
    assert found.expected.meets(found.actual) is holds


def test_balances_do_not_add_up() -> None:
    stated = [figure(period, 5.0, "inventory") for period in ("2025Q1", "2025Q2", "2025H1")]
    assert list(sums_of_periods(stated)) == []


def test_the_year_to_date_and_the_last_quarter_make_the_year() -> None:
    (found,) = sums_of_periods([figure("2025Q3YTD", 6.0), figure("2025Q4", 4.0), figure("2025FY", 10.0)])
    assert "2025Q3YTD, 2025Q4 adds up to 10" in found.sentence


def guidance(*rows: tuple[str, float, float, str | None, float | None, float | None]) -> pl.DataFrame:
    """Expectations of revenue for one year: fiscal period of the call, low, high, action, previous low and high."""
    return pl.DataFrame(
        [
            {
                "guidance_id": f"g{number}", "company_id": "HARL", "fiscal_period": period, "call_id": f"HARL-{period}", "metric": "revenue",
                "segment": "total", "basis": None, "period": "2025FY", "measure": "level", "unit": "currency", "low": low, "high": high,
                "action": action, "previous_low": before, "previous_high": after, "confidence": 0.9, "is_official": True,
            }
            for number, (period, low, high, action, before, after) in enumerate(rows)
        ],
        schema_overrides={"basis": pl.String, "action": pl.String, "previous_low": pl.Float64, "previous_high": pl.Float64},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("action", "low", "high", "holds"),
    [("raise", 110.0, 120.0, True), ("raise", 90.0, 95.0, False), ("lower", 90.0, 95.0, True), ("lower", 110.0, 120.0, False),
     ("maintain", 100.0, 110.0, True), ("maintain", 120.0, 130.0, False), ("narrow", 102.0, 108.0, True), ("narrow", 90.0, 120.0, False)],
)  # fmt: skip
def test_an_action_is_held_against_the_call_before(action: str, low: float, high: float, holds: bool) -> None:
    (found,) = guidance_actions(
        guidance(("2025Q1", 100.0, 110.0, None, None, None), ("2025Q2", low, high, action, None, None))
    )
    assert found.expected and found.actual
    assert found.expected.meets(found.actual) is holds
    assert found.metric_ids == ["g1", "g0"]


def test_the_range_said_beside_it_comes_first() -> None:
    first, second = ("2025Q1", 300.0, 310.0, None, None, None), ("2025Q2", 110.0, 120.0, "raise", 100.0, 110.0)
    (found,) = guidance_actions(guidance(first, second))
    assert found.expected and found.actual and found.expected.meets(found.actual)


def test_what_nothing_precedes_is_not_checked() -> None:
    assert list(guidance_actions(guidance(("2025Q1", 100.0, 110.0, "raise", None, None)))) == []
