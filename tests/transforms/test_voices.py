"""Who speaks where nobody is labelled: operator, analysts and the company take turns."""

from __future__ import annotations

import polars as pl
import pytest

from tests.conftest import SAMPLES, source
from transforms.document import Block, Document
from transforms.parse import parse
from transforms.readers import read
from transforms.readers.labels import UNLABELLED
from transforms.voices import told_apart


def _voices(text: str) -> list[tuple[str, str]]:
    return [
        (block.speaker, block.text) for block in told_apart(Document("plain_text", (Block(UNLABELLED, text),))).blocks
    ]


_PREPARED = "Welcome to our call. Revenue was $12 million."
_ANNOUNCED = "Our first question comes from the line of Ann Lee with Quay Street. Please go ahead."


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Good morning. Will sales reach $20 million this year?", "We do not guide to sales."),
        ("Hi, thanks for taking my question. You said sales may reach $20 million. Is that still so?", "Yes, it is."),
        ("I was wondering about margins. They were 40% last year. Could they come back? And when? Thank you.", "Thanks, Ann. They will."),
        ("I wanted to ask about lamps. You sold 5 million last year. How many now? Any color would help.", "Sure. We sold 6 million lamps."),
    ],
)  # fmt: skip
def test_a_question_ends_where_its_answer_begins(asked: str, answered: str) -> None:
    assert _voices(f"{_PREPARED} {_ANNOUNCED} {asked} {answered}") == [
        (UNLABELLED, _PREPARED),
        ("Operator", _ANNOUNCED),
        ("Ann Lee", asked),
        (UNLABELLED, answered),
    ]


def test_voices_without_stops_and_capitals() -> None:
    prepared = (
        "good morning everyone revenue was 12 million dollars up 5 percent from the prior year and gross margin came in at 35.2 percent "
        "turning to the outlook for the second quarter we expect revenue between 13 and 14 million dollars"
    )
    announced = "thank you our first question comes from the line of ann lee with quay street your line is open"
    asked = "hi good morning thanks for taking my question how should we think about gross margin next quarter do you see it at 36 percent"
    answered = "yeah sure we think that it will be about 35 percent"
    assert _voices(f"{prepared} {announced} {asked} {answered}") == [
        (UNLABELLED, prepared),
        ("Operator", announced),
        ("ann lee", asked),
        (UNLABELLED, answered),
    ]


def test_who_asked_asks_on() -> None:
    asks_on = "That's helpful, thank you. And then just one more on costs. Were they $3 million?"
    text = f"{_PREPARED} {_ANNOUNCED} How was April? Yeah, it was good. We sold much. {asks_on} Yes, they were."
    assert [speaker for speaker, _ in _voices(text)] == [UNLABELLED, "Operator", "Ann Lee", UNLABELLED, "Ann Lee", UNLABELLED]  # fmt: skip
    assert ("Ann Lee", asks_on) in _voices(text)


def test_a_call_handed_back_is_no_question() -> None:
    back = "There are no further questions. I turn the call back over to Peter Lindqvist from Northwind."
    voices = _voices(f"{_PREPARED} {_ANNOUNCED} How was April? Yes, good. {back} Thank you all.")
    assert [speaker for speaker, _ in voices if speaker not in (UNLABELLED, "Operator")] == ["Ann Lee"]


def test_who_speaks_for_the_company_changes_where_it_is_handed_over() -> None:
    first, second = (
        "Lamps had a good quarter. With that, I'll hand it over to Maria.",
        "Thank you. Revenue was $12 million.",
    )
    assert _voices(f"{first} {second}") == [(UNLABELLED, first), (UNLABELLED, second)]


def test_questions_in_a_block_of_their_own_are_found() -> None:
    document = Document("json", (Block(UNLABELLED, _PREPARED, section="prepared"), Block(UNLABELLED, f"{_ANNOUNCED} How was April? Yeah, good.", section="qa")))  # fmt: skip
    parted = told_apart(document)
    assert [(block.speaker, block.section) for block in parted.blocks] == [(UNLABELLED, "prepared"), ("Operator", "qa"), ("Ann Lee", "qa"), (UNLABELLED, "qa")]  # fmt: skip


def test_nothing_is_lost_or_moved() -> None:
    text = f"{_PREPARED}\n{_ANNOUNCED} How was April?\nGood.\n\nNext is Bo Day with Lamp Bank. Please go ahead. And May? Sure."
    assert " ".join(words for _, words in _voices(text)).split() == text.split()


@pytest.mark.parametrize("text", [_PREPARED, f"{_PREPARED} Any questions? We will take the first question."])
def test_a_text_in_which_nobody_is_announced_stays_whole(text: str) -> None:
    assert _voices(text) == [(UNLABELLED, text)]


def test_labelled_blocks_stay_as_they_are() -> None:
    document = read((SAMPLES / "northwind_tools_2025q1.txt").read_bytes())
    assert told_apart(document) is document


def test_what_an_analyst_says_is_not_the_companys() -> None:
    text = (
        f"Northwind Tools (NYSE: NWTL) Q1 2025 Earnings Call\n\nLadies and gentlemen, thank you for standing by. {_PREPARED} {_ANNOUNCED} "
        "You expect revenue of $20 million for 2025. Is that still right? Yes. Gross margin was 40%. This concludes the call."
    )
    frames = parse([source(text, "NWTL_q1_2025.txt")]).frames
    assert frames["speaker"].filter(pl.col("role") == "analyst")["name"].to_list() == ["Ann Lee"]
    assert frames["turn"].filter(pl.col("turn_type") == "question")["section"].to_list() == ["qa"]
    assert frames["metric"].filter("is_official")["value"].to_list() == [12e6, 40.0]
    assert frames["guidance"].filter("is_official").is_empty()
