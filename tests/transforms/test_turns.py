"""Who spoke, in which part, and what each turn does."""

from __future__ import annotations

from transforms.document import Block, Document, Participant
from transforms.speakers import cast
from transforms.turns import Turn, call_text, turns

_BLOCKS = (
    Block("Operator", "Good day, and welcome to the Northwind first quarter 2025 earnings call."),
    Block(
        "Ruth Alder",
        "Thank you. Some statements are forward-looking. I now turn the call over to our CEO, Peter Lindqvist.",
    ),
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


def test_roles_from_what_they_say_alone() -> None:
    said = (
        ("Host", "Good day, and welcome to the call. Please press star one to ask a question. I will now hand over to Ruth Alder."),
        ("Ruth Alder", "Thank you. This call holds forward-looking statements. I will now turn the call over to Peter Lindqvist."),
        ("Peter Lindqvist", "Revenue was $5 million. " * 200),
        ("Host", "Our first question is from the line of Joe Bright. Please go ahead."),
        ("Sue Grey", "This is Sue Grey on for Joe. What of the margin?"),
        ("Peter Lindqvist", "It holds up."),
        ("Host", "Ann Brown with Pier Capital, your line is open."),
        ("Ann Brown", "Good morning. Congratulations."),
        ("Peter Lindqvist", "Thank you."),
        ("Host", "This concludes the question-and-answer session."),
    )  # fmt: skip
    blocks = tuple(Block(name, text) for name, text in said)
    roles = {p.name: p.role for p in cast(Document("test", blocks), "Northwind", "N-2025Q1").speakers}
    assert roles == {
        "Host": "operator", "Ruth Alder": "investor_relations", "Peter Lindqvist": "executive", "Sue Grey": "analyst", "Ann Brown": "analyst",
    }  # fmt: skip


def test_an_officer_by_number_is_neither_operator_nor_announced_analyst() -> None:
    said = (
        ("Speaker 1", "Good day, and welcome to the call. It is being recorded. Please go ahead."),
        ("Speaker 2", "Revenue was $5 million. " * 200 + "Operator, we are ready for the first question."),
        ("Speaker 1", "Our first question is from Joe Bright with Quay Street. Please go ahead."),
        ("Speaker 2", "Are you there, Joe? We can hear nothing at all from you, nor can anybody else on this line."),
        ("Speaker 3", "I am. How is the margin doing these days?"),
        ("Speaker 1", "The next question is from Sue Grey with Pier Capital. Your line is open."),
        ("Speaker 4", "Thank you. How many stores do you mean to open?"),
    )
    blocks = tuple(Block(name, text) for name, text in said)
    roles = {p.name: p.role for p in cast(Document("test", blocks), "Northwind", "N-2025Q1").speakers}
    assert roles["Speaker 2"] == "executive"
    assert (roles["Operator"], roles["Sue Grey"]) == ("operator", "analyst")


def test_what_somebody_does_weighs_more_than_a_title() -> None:
    people = (
        _PEOPLE[1],
        Participant("Joe Bright", "Managing Director", "Quay Street Securities"),
        Participant("Sue Grey", "Shareholder"),
        Participant("Ruth Alder", "Acquisitions Analyst"),
        Participant("Dan Reed", "Managing Director", "Northwind Ports"),
    )
    blocks = (*_BLOCKS, Block("Operator", "We go back to Ann Lee. Please go ahead."), Block("Dan Reed", "Are we on?"))
    roles = {p.name: p.role for p in cast(Document("test", blocks, people), "Northwind", "N-2025Q1").speakers}
    assert [roles[name] for name in ("Joe Bright", "Sue Grey", "Dan Reed", "Ruth Alder")] == [
        "analyst", "analyst", "executive", "investor_relations",
    ]  # fmt: skip
