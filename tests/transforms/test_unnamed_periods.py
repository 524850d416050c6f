"""Amounts for which nobody named a period, told by their size or where they are named elsewhere, in a call on a second quarter."""

import pytest

from tests.conftest import harbour
from transforms.parse import candidates


@pytest.mark.parametrize(
    ("said", "periods"),
    [
        # Twice the quarter's, and the half was spoken of last: the half's.
        (
            "Revenue in the second quarter was $100 million, and EBITDA in the first six months was $40 million. Revenue was $205 million.",
            {100e6: "2025Q2", 40e6: "2025H1", 205e6: "2025H1"},
        ),
        # The quarter was spoken of last.
        (
            "Revenue for the first six months was $205 million. EBITDA for the second quarter was $30 million. Revenue was $101 million.",
            {205e6: "2025H1", 30e6: "2025Q2", 101e6: "2025Q2"},
        ),
        # Half of what the half brought, though the half was spoken of last: the quarter's, with its growth.
        (
            "Year-to-date revenue in Kilns was $612 million. Finally, Lamps revenue of $101 million was up 12%. Year-to-date Lamps revenue was $205 million.",
            {612e6: "2025H1", 101e6: "2025Q2", 12.0: "2025Q2", 205e6: "2025H1"},
        ),
        # Of no size that tells anything.
        (
            "Year-to-date revenue in Kilns was $612 million. Finally, Lamps revenue of $150 million was up 12%. Year-to-date Lamps revenue was $205 million.",
            {612e6: "2025H1", 150e6: "2025H1", 12.0: "2025H1", 205e6: "2025H1"},
        ),
    ],
)
def test_an_amount_without_a_period_is_placed_by_its_size(said: str, periods: dict[float, str]) -> None:
    rows = candidates([harbour(said)]).frames["metric"]
    assert dict(zip(rows["value"], rows["period"], strict=True)) == periods


@pytest.mark.parametrize(
    ("said", "periods"),
    [
        # The year's where it is said again, and its growth with it.
        (
            "We drove a $7 million or 8% growth in revenue to $94.5 million. Revenue for the first six months was $94.5 million.",
            ["2025H1", "2025H1", "2025H1", "2025H1"],
        ),
        # Round amounts may be the same by chance.
        ("Revenue was $90 million. Revenue for the first six months was $90 million.", ["2025Q2", "2025H1"]),
        # Named of two periods, an amount tells of neither.
        (
            "Revenue was $94.5 million. Revenue for the first six months was $94.5 million. Revenue in the second quarter was $94.5 million.",
            ["2025Q2", "2025H1", "2025Q2"],
        ),
    ],
)
def test_an_amount_without_a_period_is_placed_where_it_is_named(said: str, periods: list[str]) -> None:
    assert candidates([harbour(said)]).frames["metric"]["period"].to_list() == periods
