"""Who spoke, in which part, and what each turn does."""

from __future__ import annotations

from transforms.document import Block, Document, Participant
from transforms.speakers import cast
from transforms.turns import Turn, call_text, turns

_BLOCKS = (
    Block("Operator", "Good day, and welcome to the Northwind first quarter 2025 earnings call."),
    Block("Ruth Alder", "Thank you. Some statements are forward-looking statements. Here is our CEO, Peter Lindqvist."),
    Block("Peter Lindqvist", "Revenue was $5 million. " * 30),
    Block("Operator", "Our first question comes from Joe Bright with Quay Street. Please go ahead."),
    Block("Joe Bright", "Thank you. How should we think about the gross margin of next year, given prices?"),
    Block(
        "Peter Lindqvist", "We will not speak of next year, but this quarter showed that prices hold up well for us."
    ),
    Block("Operator", "The next question is from Sue Grey with Pier Capital. Your line is open."),
    Block("Sue Grey", "Could you say how many stores you mean to open over the year that has just begun?"),
    Block("Peter Lindqvist", "Ten. Thank you all for joining us today, and have a good day."),
)
_PEOPLE = (
    Participant("Ruth Alder", "Vice President, Investor Relations"),
    Participant("Peter Lindqvist", "Chief Executive Officer"),
)


def spoken(blocks: tuple[Block, ...] = _BLOCKS) -> list[Turn]:
    document = Document("test", blocks, _PEOPLE)
    return turns(document, cast(document, "Northwind", "N-2025Q1"))


def test_roles_and_firms() -> None:
    people = {p.name: p for p in cast(Document("test", _BLOCKS, _PEOPLE), "Northwind", "N-2025Q1").speakers}
    assert {name: person.role for name, person in people.items()} == {
        "Operator": "operator", "Ruth Alder": "investor_relations", "Peter Lindqvist": "executive", "Joe Bright": "analyst", "Sue Grey": "analyst",
    }  # fmt: skip
    assert (people["Joe Bright"].affiliation, people["Peter Lindqvist"].affiliation) == ("Quay Street", "Northwind")


def test_sections_and_types() -> None:
    found = spoken()
    assert [turn.section for turn in found] == ["prepared"] * 3 + ["qa"] * 6
    assert [turn.turn_type for turn in found] == [
        "operator", "introduction", "presentation", "operator", "question", "answer", "operator", "question", "answer",
    ]  # fmt: skip


def test_answers_carry_the_number_of_their_question() -> None:
    assert [turn.question_no for turn in spoken() if turn.turn_type in ("question", "answer")] == [1, 1, 2, 2]


def test_offsets_quote_the_text() -> None:
    text = call_text(_BLOCKS)
    assert all(text[turn.char_start : turn.char_end] == turn.text for turn in spoken())


def test_every_block_is_a_turn() -> None:
    again = (*_BLOCKS[:3], Block("Peter Lindqvist", "And one more thing."), *_BLOCKS[3:])
    assert [turn.turn_no for turn in spoken(again)] == list(range(len(again)))


def test_quality_flags() -> None:
    loop = "on the basis of the stable improvement of the margin " * 4
    found = spoken((*_BLOCKS[:2], Block("Peter Lindqvist", loop.strip()), *_BLOCKS[3:]))
    assert {"repetition", "truncated"} <= set(found[2].quality)
    assert found[4].quality == []
