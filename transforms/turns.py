"""Who said what, in which part of the call: blocks to turns.

Every block is one turn, in order, even where the same speaker goes on. Sets section, turn type, question
numbers, the interpretation pairs and quality flags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import compress
from operator import eq

from transforms.document import Block, Document
from transforms.interpretation import Speech, renderings
from transforms.language.fair_copy import FairCopy, fair_copies
from transforms.language.stops import lack_stops
from transforms.speakers import Cast

SEPARATOR = "\n\n"
_QA_OPENS = re.compile(
    r"(?:first|our first) question|(?:begin|start|open|conduct|now)\b[^.]{0,60}\bquestion[- ]and[- ]answer|floor[^.]{0,40}\bquestions|"
    r"(?:take|takes?) (?:the |our |your )?(?:first )?questions?\b[^.]{0,30}(?:from|is)|questions? (?:comes?|is|will come) from|to ask a question, please press|open (?:the |up )?(?:the )?(?:line|call|phone)s?[^.]{0,20} questions",
    re.IGNORECASE,
)  # fmt: skip
_SAFE_HARBOR = re.compile(r"forward[- ]looking statements?|safe harbor|non-gaap (?:financial )?measures", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?:thank (?:you|everyone|all)[^.]{0,60}(?:joining|participating|participation|attending|your (?:time|interest|attention|support))|conclude|"
    r"have a (?:good|great|nice)|look forward to (?:speaking|talking|seeing|updating)|good ?bye|wrap up|closing (?:remarks|comments))", re.IGNORECASE
)  # fmt: skip
_REPEATED_WORD = re.compile(r"\b(\w+)(?:\W+\1\b){4,}", re.IGNORECASE)
# One class of letters first, so that the scan runs from letter to letter.
_FILLER = re.compile(r"[UuEe](?<!\w.)(?:(?<=[Uu])(?:hm?|m)|(?<=[Ee])rm?)\b")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_ENDS = tuple(".?!\"'”’)]…。？！:")
_SHARED_MICROPHONE = re.compile(
    r"\b(?:this is (?:coming )?from our|on behalf of|as \w+ (?:pointed out|mentioned)|let me quickly translate|to translate from (?:Mr|Ms)|in relation to (?:the|your) .{0,20}question)", re.IGNORECASE
)  # fmt: skip


@dataclass(slots=True)
class Turn:
    """One turn; offsets are code points into the call's text."""

    turn_no: int
    speaker_no: int
    section: str
    turn_type: str
    text: str
    char_start: int
    char_end: int
    fair: FairCopy
    """The words as the grammar reads them; those of analysts and operators as they are."""
    language: str = "en"
    renders_turn_no: int | None = None
    is_official: bool = True
    question_no: int | None = None
    quality: list[str] = field(default_factory=list)
    from_company: bool = True


def call_text(blocks: tuple[Block, ...]) -> str:
    """The call's text: all turns in order, separated by a blank line."""
    return SEPARATOR.join(block.text for block in blocks)


def turns(document: Document, cast: Cast) -> list[Turn]:
    """Turn the blocks of a document into turns."""
    blocks = document.blocks
    sections = _sections(blocks, cast)
    of_company = [cast.role(number) not in ("analyst", "operator") for number in range(len(blocks))]
    has_stops = not lack_stops([block.text for block in blocks])
    copies = iter(fair_copies([block.text for block in compress(blocks, of_company)]))
    found: list[Turn] = []
    position = 0
    for number, block in enumerate(blocks):
        speaker_no = cast.speakers[cast.speaker_of[number]].speaker_no
        fair = next(copies) if of_company[number] else FairCopy(block.text)
        end = position + len(block.text)
        found.append(
            Turn(number, speaker_no, sections[number], "", block.text, position, end, fair, _language(block.text),
                 quality=_quality(block.text, has_stops), from_company=of_company[number])
        )  # fmt: skip
        position = end + len(SEPARATOR)
    _pair_renderings(found, cast)
    _set_types(found, cast)
    _number_questions(found, cast)
    return found


def _sections(blocks: tuple[Block, ...], cast: Cast) -> list[str]:
    if any(block.section for block in blocks):
        current, given = "prepared", []
        for block in blocks:
            current = block.section or current
            given.append(current)
        return given
    first = next(
        (number for number in range(1, len(blocks))
         if (cast.role(number) == "operator" and _QA_OPENS.search(blocks[number].text))
         or (cast.role(number) == "analyst" and number > 1)),
        len(blocks),
    )  # fmt: skip
    return ["prepared" if number < first else "qa" for number in range(len(blocks))]


def _language(text: str) -> str:
    if text.isascii():
        return "en"
    han, kana = len(_HAN.findall(text)), len(_KANA.findall(text))
    if kana * 4 > len(text.strip()):
        return "ja"
    return "zh" if (han + kana) * 4 > len(text.strip()) else "en"


def _quality(text: str, has_stops: bool) -> list[str]:
    flags = []
    words = text.split()
    if len(words) < 12_000 and (_stutters(words, text) or _has_loop(words)):
        flags.append("repetition")
    stripped = text.rstrip()
    if has_stops and stripped and not stripped.endswith(_ENDS):
        flags.append("truncated")
    if not text.isascii() and _HAN.search(text) and re.search(r"[a-z]{4,} [a-z]{3,}", text):
        flags.append("mixed_language")
    if len(_FILLER.findall(text)) > max(3, len(words) // 50):
        flags.append("filler")
    if not stripped:
        flags.append("empty")
    return flags


def _stutters(words: list[str], text: str) -> bool:
    """Whether one word stands five times in a row."""
    return any(map(eq, words, words[1:])) and bool(_REPEATED_WORD.search(text))


def _has_loop(words: list[str]) -> bool:
    """Whether a run of six words comes back twice at the same short distance, as recogniser loops do."""
    runs = list(zip(*(words[shift:] for shift in range(6)), strict=False))
    if len(set(runs)) > len(runs) - 2:
        return False
    places: dict[tuple[str, ...], list[int]] = {}
    for place, run in enumerate(runs):
        seen = places.setdefault(run, [])
        seen.append(place)
        # A loop comes back at the same distance; a table read aloud does not.
        if len(seen) >= 3 and seen[-1] - seen[-2] == seen[-2] - seen[-3] < 40:
            return True
    return False


def _pair_renderings(found: list[Turn], cast: Cast) -> None:
    speeches = [Speech(turn.speaker_no, cast.role(turn.turn_no), turn.text) for turn in found]
    for rendering, original in renderings(speeches).items():
        found[rendering].renders_turn_no = original
        found[original].is_official = False
        same = found[rendering].speaker_no == found[original].speaker_no
        if not same or _SHARED_MICROPHONE.search(found[rendering].text[:240]):
            found[rendering].quality.append("mislabelled_speaker")


def _set_types(found: list[Turn], cast: Cast) -> None:
    last_speech = max(
        (turn.turn_no for turn in found if cast.role(turn.turn_no) in ("executive", "investor_relations")), default=-1
    )
    after_question = False
    for turn in found:
        role = cast.role(turn.turn_no)
        if role == "operator":
            turn.turn_type = "operator"
        elif turn.section == "prepared":
            opens = (
                turn.turn_no < 4
                and (role == "investor_relations" or _SAFE_HARBOR.search(turn.text))
                and len(turn.text) < 8000
            )
            turn.turn_type = (
                "introduction" if opens or (role == "investor_relations" and len(turn.text) < 1500) else "presentation"
            )
        elif role == "analyst":
            turn.turn_type = "question"
            after_question = True
        elif role == "interpreter":
            turn.turn_type = (
                "answer" if found[turn.turn_no - 1].turn_type != "question" and after_question else "question"
            )
        elif (
            turn.turn_no == last_speech
            and _CLOSES.search(turn.text)
            and (
                not after_question or found[turn.turn_no - 1].turn_type == "operator" or (role == "investor_relations")
            )
        ):
            turn.turn_type = "closing"
        else:
            turn.turn_type = "answer" if after_question else "presentation" if len(turn.text) > 400 else "introduction"


def _number_questions(found: list[Turn], cast: Cast) -> None:
    """Number the questions; an answer carries the number of the question before it."""
    current, asker, answered = 0, -1, True
    for turn in found:
        if turn.section != "qa":
            continue
        if turn.turn_type == "question" and cast.role(turn.turn_no) == "analyst":
            substantial = "?" in turn.text or len(turn.text.split()) > 25
            if turn.speaker_no != asker or (answered and substantial):
                current, asker, answered = current + 1, turn.speaker_no, False
            turn.question_no = current
        elif turn.turn_type in ("answer", "question") and current:
            turn.question_no = current
            answered = answered or (turn.turn_type == "answer" and len(turn.text) > 80)
        elif turn.turn_type == "closing":
            current, asker = current, -1
