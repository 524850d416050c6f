"""What a whole call says of a figure, against each sentence read alone."""

from __future__ import annotations

import pytest

from schemas.vocabulary import metrics
from tests.conftest import harbour, source
from transforms import proportion
from transforms.parse import candidates, parse

OPENING = """For the second quarter, our total revenue was $512.0 million. Revenue of $512.0 million grew 8%. \
Diluted earnings per share were $1.25 in the second quarter and $2.45 for the first half of 2025."""


def stated(text: str, metric: str) -> list[tuple[object, ...]]:
    rows = parse([harbour(f"{OPENING}\n{text}")]).frames["metric"]
    found = rows.filter(rows["metric"] == metric).sort("char_start")
    return found.select("segment", "period", "value").rows()[2 if metric == "revenue" else 0 :]


def test_a_part_that_nothing_names_is_not_the_whole() -> None:
    rows = candidates([harbour(f"{OPENING}\nCustomers bought more paint. Revenue was $120.0 million.")]).frames[
        "metric"
    ]
    assert rows.filter(value=120e6)["segment"].to_list() == ["unnamed_segment"]
    assert stated("Customers bought more paint. Revenue was $120.0 million.", "revenue")[1:] == []


def test_the_part_that_was_named_last_is_taken() -> None:
    called = "Our people in the Coatings segment know it. Customers trust the Coatings segment."
    found = stated(
        f"{called}\nAnn Grey: Demand was good, with more customers of Coatings. Revenue was $120.0 million.", "revenue"
    )
    assert found[-1][0] == "coatings"


@pytest.mark.parametrize("spoken", ["$5.12 billion", "$521.0 million", "$514.0 million"])
def test_what_may_be_an_error_of_speech_stays_for_the_checks(spoken: str) -> None:
    assert stated(f"Once more, revenue was {spoken} in the second quarter.", "revenue")[-1][0] == "total"


def test_a_figure_of_another_period_said_again_is_of_that_period() -> None:
    rows = parse(
        [harbour(f"{OPENING} We made $1.25 in the second quarter. Earnings per share of $2.45 made us proud.")]
    ).frames["metric"]
    assert {row["period"] for row in rows.iter_rows(named=True) if row["value"] == 2.45} == {"2025H1"}  # fmt: skip


def test_growth_in_words_gives_way_to_growth_in_numbers() -> None:
    """ "Double-digit growth" is seldom of the whole where the call gives the growth of the whole as 3.1%."""
    said = (
        "Double-digit operating income growth in our own brand helped. Operating income increased 3.1% to $81 million."
    )
    rows = candidates([harbour(f"{OPENING}\n{said}")]).frames["metric"]
    changes = rows.filter((rows["metric"] == "operating_income") & (rows["measure"] == "yoy_change"))
    assert changes.filter(value=3.1)["segment"].to_list() == ["total"]


def test_a_line_told_under_several_headings_is_of_each_of_them() -> None:
    said = (
        "Turning to the Coatings segment. Sales rose. Online sales grew 9% in the quarter.\n"
        "Ann Grey: Turning to the Sealants segment. Sales fell. Online sales declined 3% in the quarter."
    )
    found = {(segment, value) for segment, _, value in stated(f"{said}", "revenue") if value in (9.0, -3.0)}
    assert found == {("coatings_online", 9.0), ("sealants_online", -3.0)}


def test_a_line_of_the_whole_keeps_its_name() -> None:
    found = {segment for segment, _, value in stated("Online sales grew 9% in the quarter.", "revenue") if value == 9.0}
    assert found == {"online"}


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("We guide to revenue of $500 million to $520 million.", "2025Q3"),
        ("We guide to revenue of $2.05 billion to $2.15 billion.", "2025FY"),
    ],
)
def test_an_expectation_that_names_no_period_is_placed_by_its_size(said: str, period: str) -> None:
    rows = candidates([harbour(f"{OPENING} {said}")]).frames["guidance"]
    assert rows["period"].to_list() == [period]


def test_metrics_placed_by_their_size_are_of_the_vocabulary() -> None:
    assert {*proportion.STEADY, *proportion.PROFITS} <= {metric.canonical_name for metric in metrics()}


@pytest.mark.parametrize(("said", "is_part"), [("our kilns business", True), ("the Kilns business", False)])
def test_a_word_of_the_company_s_name_is_a_part_where_it_is_no_name(said: str, *, is_part: bool) -> None:
    call = source(
        "Kilns Company of Harbour (NYSE: KLNS)\nQ2 2025 Earnings Call\n\nParticipants\nAnn Grey -- Chief Financial Officer\n\n"
        "Prepared Remarks\n\nOperator: Welcome to the Kilns Company of Harbour second quarter 2025 earnings call.\n\n"
        f"Ann Grey: {OPENING} Looking at {said}. EBITDA of $313 million with sales of $400 million resulted in a margin of 22%.\n",
        "KLNS_q2_2025.txt",
    )
    rows = candidates([call]).frames["metric"]
    assert (rows.filter(value=313e6)["segment"].to_list() == ["kilns"]) is is_part
