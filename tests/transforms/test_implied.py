"""What statements imply for figures that nobody stated."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from tests.conftest import harbour
from transforms.facts import resolve
from transforms.implied import imply
from transforms.parse import parse
from warehouse.read import connect


def implied(said: str) -> dict[tuple[str, str], tuple[float, float]]:
    frames = parse([harbour(said)]).frames
    fact = resolve(frames["metric"], frames["call"])
    found = imply(fact, frames["company"])
    assert set(found["metric_ids"].explode()) <= set(frames["metric"]["metric_id"])
    return {(metric, period): (low, high) for metric, period, low, high in found.select("metric", "period", "low", "high").iter_rows()}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "figure", "holds"),
    [
        ("Revenue was $110.0 million, up 10%.", ("revenue", "2024Q2"), 100e6),
        ("Revenue was $100.0 million and gross margin was 42.0%.", ("gross_profit", "2025Q2"), 42e6),
        ("Gross profit was $42.0 million. Cost of revenue was $58.0 million.", ("revenue", "2025Q2"), 100e6),
        ("Operating income was $12.0 million. Operating margin was 12.0%.", ("revenue", "2025Q2"), 100e6),
        ("Gross margin was 42.0%, up 150 basis points from the prior year.", ("gross_margin", "2024Q2"), 40.5),
    ],
)
def test_a_figure_follows(said: str, figure: tuple[str, str], holds: float) -> None:
    low, high = implied(said)[figure]
    assert low <= holds <= high
    assert high - low < 0.15 * holds


def test_two_ways_narrow_a_figure() -> None:
    one = implied("Gross profit was $42.0 million. Gross margin was 42%.")["revenue", "2025Q2"]
    two = implied("Gross profit was $42.0 million. Gross margin was 42%. Operating income was $12.0 million. Operating margin was 12.0%.")["revenue", "2025Q2"]  # fmt: skip
    assert one[0] <= two[0] <= 100e6 <= two[1] <= one[1]
    assert two != one


def test_what_is_stated_is_not_implied() -> None:
    assert ("revenue", "2025Q2") not in implied("Revenue was $100.0 million. Gross profit was $42.0 million. Gross margin was 42.0%.")  # fmt: skip


def test_a_warehouse_holds_what_is_implied(samples_dir: Path) -> None:
    with connect(samples_dir) as warehouse:
        found: pl.DataFrame = warehouse.sql("SELECT * FROM implied").pl()
    assert found.height > 0
    assert found.select((pl.col("low") <= pl.col("high")).all()).item()
