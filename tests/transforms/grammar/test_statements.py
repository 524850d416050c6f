"""Sentences and the rows they give (`sentences.csv`), by construction; and what must hold of any of them.

A sentence is read, in its fair copy, as spoken on a call about the second quarter of 2021 by a company that reports in
US dollars.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.grammar.called import called_segments, meant_by_lenders
from transforms.grammar.model import Call, Statement
from transforms.grammar.statements import read_turn
from transforms.language.fair_copy import fair_copies
from transforms.language.periods import Fiscal
from transforms.language.terms import lexicon

CALL = Call(Fiscal(2021, 2), "USD", lexicon(None))
with (Path(__file__).parent / "sentences.csv").open(encoding="utf-8", newline="") as file:
    SENTENCES = [(row["construction"], row["sentence"], row["rows"]) for row in csv.DictReader(file)]


def read(text: str) -> str:
    """What the grammar reads for a text."""
    return fair_copies([text])[0].text


def statements(text: str) -> list[Statement]:
    return [said for _, found, _ in read_turn(read(text), CALL) for said in found]


def last_segment(text: str) -> str:
    """The part that the last number of a text is of, where all that is called a segment in it is known."""
    call = replace(CALL, segments=called_segments([text]))
    return [said for _, found, _ in read_turn(read(text), call) for said in found][-1].segment


def written(said: Statement) -> str:
    """A statement as `sentences.csv` writes it."""
    kind = "guidance" if said.is_future else "metric"
    money = f" {said.currency}" if said.currency else ""
    whole = f" of {said.share_of}" if said.share_of else ""
    return (
        f"{kind} {said.metric}[{said.segment}] {said.basis or '-'} {said.period} {said.measure} "
        f"{said.value:.10g} [{said.low:.10g}, {said.high:.10g}] {said.unit}{money}{whole}"
    )


@pytest.mark.parametrize(
    ("sentence", "rows"), [pytest.param(sentence, rows, id=f"{kind}: {sentence}") for kind, sentence, rows in SENTENCES]
)
def test_a_sentence_gives_its_rows(sentence: str, rows: str) -> None:
    assert [written(said) for said in statements(sentence)] == [row for row in rows.split(" | ") if row]


@pytest.mark.parametrize("sentence", [sentence for _, sentence, _ in SENTENCES])
def test_an_unrelated_sentence_changes_nothing(sentence: str) -> None:
    alone = [written(said) for said in statements(sentence)]
    assert [written(said) for said in statements(f"{sentence} Thank you all for your time.")] == alone


@pytest.mark.parametrize("sentence", [sentence for _, sentence, _ in SENTENCES])
def test_quotes_hold_their_number(sentence: str) -> None:
    for said in statements(sentence):
        assert said.quantity.start <= said.quantity.end
        assert any(character.isdigit() or character.isalpha() for character in read(sentence)[said.start : said.end])
        assert said.low <= said.value <= said.high


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        (
            "Our Engine Lamps segment had a good quarter. Our HPG business grew well. Segment operating margin was 14.2%.",
            "engine_lamps",
        ),
        (
            "Turning to our Bright Lamps segment, sales grew 6%. Corina delivered strong growth. Segment operating profit was $48 million.",
            "bright_lamps",
        ),
        (
            "In our Cable segment, orders were solid. In our sensors business, demand was good. Operating margin for the segment was 18.1%.",
            "cable",
        ),
        # What was sold for so much is a segment of its own, whatever the call calls it.
        (
            "Our Cable segment did well. In sensors, revenue was $90 million. Segment operating margin was 18.1%.",
            "sensors",
        ),
        # Another begins where the results of one are told.
        (
            "Our Cable segment made an operating profit of $9 million. In Shades, demand was good. Segment operating margin was 18.1%.",
            "shades",
        ),
    ],
)
def test_segment_profit_is_of_a_segment_and_not_of_its_lines(text: str, segment: str) -> None:
    assert last_segment(text) == segment


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Thank you, Ann. The Cable segment did well. We have work to do.\n\nGross margin was 34%.", "cable"),
        ("Thank you, Ann. The Cable segment did well. For the company as a whole, gross margin was 34%.", "total"),
        (
            "Sales were $90 million. The Cable segment did well. I will say more on this later. Costs were $4 million.",
            "total",
        ),
    ],
)
def test_who_begins_with_a_segment_speaks_of_it(text: str, segment: str) -> None:
    assert last_segment(text) == segment


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("We generated $10.9 billion of free cash flow.", ["2021FY"]),
        ("Sales grew 5% in the fourth quarter. Free cash flow was $2 million.", ["2021Q4", "2021Q4"]),
        ("The year 2021 ended with $80 million of operating cash flow in the fourth quarter.", ["2021Q4"]),
        (
            "In the fourth quarter, we generated $10 million of free cash flow, bringing our total free cash flow for 2021 to $26 million.",
            ["2021Q4", "2021FY"],
        ),
        ("Lamps delivered an operating margin of 9.8%, 210 basis points above 2020.", ["2021FY", "2021FY"]),
        ("In the fourth quarter, lamp sales grew 6% versus 2020.", ["2021Q4"]),
    ],
)
def test_a_call_on_the_fourth_quarter_tells_of_the_year_too(text: str, periods: list[str]) -> None:
    of_fourth = replace(CALL, fiscal=Fiscal(2021, 4))
    assert [said.period for _, found, _ in read_turn(text, of_fourth) for said in found] == periods


@pytest.mark.parametrize(
    ("since", "measures"),
    [
        ("March", ["level", "qoq_change"]),
        ("the end of March", ["level", "qoq_change"]),
        ("March 31, 2021", ["level", "qoq_change"]),
        ("June 2020", ["level", "yoy_change"]),
        ("last June", ["level", "yoy_change"]),
        ("December", ["level"]),  # neither a quarter nor a year before
    ],
)
def test_a_change_since_a_month_is_held_against_the_quarter_that_ended_then(since: str, measures: list[str]) -> None:
    until_june = replace(CALL, fiscal=Fiscal(2021, 2, end=date(2021, 6, 30)))
    text = f"Occupancy was 93%, up 30 basis points from {since}."
    assert [said.measure for _, found, _ in read_turn(text, until_june) for said in found] == measures


@given(st.integers(2, 998), st.sampled_from([("thousand", 1e3), ("million", 1e6), ("billion", 1e9)]))
def test_scaling_the_words_scales_the_row(number: int, scale: tuple[str, float]) -> None:
    (said,) = statements(f"Revenue was ${number} {scale[0]}.")
    assert (said.metric, said.value) == ("revenue", pytest.approx(number * scale[1]))


@given(st.integers(1, 99))
def test_up_and_down_differ_in_sign_alone(percent: int) -> None:
    (up,), (down,) = statements(f"Sales were up {percent}%."), statements(f"Sales were down {percent}%.")
    assert (up.value, up.low, up.high) == (-down.value, -down.high, -down.low)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for said in statements(text):
        assert 0 <= said.start < said.end <= len(text)


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "The provision was $5.2 million.",
            ["metric provision_for_credit_losses[total] - 2021Q2 level 5200000 [5150000, 5250000] currency USD"],
        ),
        (
            "Our margin was 3.41%.",
            ["metric net_interest_margin[total] - 2021Q2 level 3.41 [3.405, 3.415] percent"],
        ),
        (
            "For 2021 we look for expense growth of 3%.",
            ["guidance operating_expenses[total] - 2021FY yoy_change 3 [2.5, 3.5] percent"],
        ),
        ("We recorded a provision of $3.5 million for one loan in workout.", []),
    ],
)
def test_a_bank_means_its_own(sentence: str, rows: list[str]) -> None:
    meant = meant_by_lenders(["Net interest income rose as the net interest margin widened."])
    call = replace(CALL, lexicon=CALL.lexicon.with_called({}, meant))
    assert [written(said) for _, found, _ in read_turn(read(sentence), call) for said in found] == rows
