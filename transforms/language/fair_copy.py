"""A turn's words as the grammar reads them: spelled one way, without what a speaker or a writer put between them.

One thing is written in many ways: "2.4 billion dollars" and "$2.4 billion", "per cent" and "percent", "YoY" and
"year-over-year". Recognisers keep the fillers ("revenue was, uh, $5 million") and write without capitals or in capitals
alone. The grammar reads the fair copy; every place in it is brought back to the words as they stand, which are what is
quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from transforms.language.spellings import SPELLINGS
from transforms.language.spellings.spelling import Spelling
from transforms.language.stops import lack_stops, missing_stops
from transforms.language.terms import automaton_of
from transforms.language.text import LOWER


class Change(NamedTuple):
    """Words of a text that stand for words of the text that it was made of."""

    start: int
    end: int
    of_start: int
    of_end: int


@dataclass(frozen=True, slots=True)
class FairCopy:
    """A text to read, and what was changed to come to it, the first change first."""

    text: str
    changes: tuple[tuple[Change, ...], ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where words of the copy stand in the text that was copied.

        >>> said = "Revenue was 5 million dollars, up 7 per cent."
        >>> (copy,) = fair_copies([said])
        >>> copy.text
        'Revenue was $5 million, up 7%.'
        >>> start, end = copy.place(12, 22)
        >>> said[start:end]
        '5 million dollars'
        """
        for changed in reversed(self.changes):
            first, last = _before(changed, start), _before(changed, end - 1)
            start = first.of_start if start < first.end else start - first.end + first.of_end
            end = last.of_end if end <= last.end else end - last.end + last.of_end
        return start, end


_NONE = Change(0, 0, 0, 0)


def _before(changed: tuple[Change, ...], at: int) -> Change:
    """The last change that starts at a place or before it."""
    index = bisect_right(changed, at, key=lambda change: change.start)
    return changed[index - 1] if index else _NONE


def fair_copies(texts: Sequence[str]) -> list[FairCopy]:
    """The fair copies of the turns of a call."""
    texts = [text.translate(LOWER) if len(text) > _FEWEST_LETTERS and text.isupper() else text for text in texts]
    parted = with_stops(texts) if lack_stops(texts) else map(FairCopy, _in_sentence_case(texts))
    return [_spelled_one_way(copy) for copy in parted]


def with_stops(texts: Sequence[str]) -> Iterator[FairCopy]:
    """Copies of the texts of a call with the stops that they lack, and a capital behind each that ends a sentence.

    >>> [copy.text for copy in with_stops(["thank you all good morning our revenue was $5 million", "hi"])]
    ['Thank you all, good morning. Our revenue was $5 million.', 'Hi.']
    """
    for text in texts:
        edits: list[tuple[int, int, str]] = []
        for place, sign in missing_stops(text):
            edits.append((place, place, sign))
            if sign != ",":
                edits.append((place + 1, place + 2, text[place + 1 : place + 2].upper()))
        yield _changed(FairCopy(text[:1].upper() + text[1:]), edits)


def _spelled_one_way(copy: FairCopy) -> FairCopy:
    seen = _spellings_seen(copy.text)
    for number, spelling in enumerate(SPELLINGS):
        if number in seen and (edits := _edits(copy.text, spelling, seen[number])):
            copy = _changed(copy, edits)
            seen = _spellings_seen(copy.text)  # what is written anew may hold a sign of a later one
    return copy


def _seen_by() -> dict[str, set[int]]:
    """The numbers of the spellings that each sign is of."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for number, spelling in enumerate(SPELLINGS):
        for sign in spelling.seen_by:
            numbers[sign].add(number)
    return numbers


_SIGNS = automaton_of({sign: frozenset(numbers) for sign, numbers in _seen_by().items()})
"""Finds the signs of all spellings in one pass; a hit gives the numbers of the spellings that are seen by it."""


_AROUND = 240
"""How far before and behind a sign its spelling may reach, in characters."""


def _spellings_seen(text: str) -> dict[int, list[int]]:
    """The spellings whose signs a text holds, each with the places where it does."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, numbers in _SIGNS.iter(text):
        for number in numbers:
            places[number].append(place)
    return places


def _edits(text: str, spelling: Spelling, places: list[int]) -> list[tuple[int, int, str]]:
    return [
        (*match.span(), new)
        for start, end in _stretches(places)
        for match in spelling.pattern.finditer(text, start, end)
        if (new := spelling.written(match)) != match[0]
    ]


def _stretches(places: list[int]) -> Iterator[tuple[int, int]]:
    """What lies around places, those that overlap as one.

    >>> list(_stretches([100, 500, 2000]))
    [(0, 740), (1760, 2240)]
    """
    start, end = max(places[0] - _AROUND, 0), places[0] + _AROUND
    for place in places[1:]:
        if place - _AROUND > end:
            yield start, end
            start = place - _AROUND
        end = place + _AROUND
    yield start, end


def _changed(copy: FairCopy, edits: Sequence[tuple[int, int, str]]) -> FairCopy:
    """A copy with words from a place to another written anew."""
    if not edits:
        return copy
    text = copy.text
    words: list[str] = []
    changed: list[Change] = []
    last = length = 0
    for start, end, new in edits:
        same = _common(text[start:end], new)  # what stays stands where it stood
        start, new = start + same, new[same:]
        same = _common(text[start:end][::-1], new[::-1])
        end, new = end - same, new[: len(new) - same]
        words += (text[last:start], new)
        length += start - last
        # what is only put in stands for what is before it
        changed.append(Change(length, length + len(new), start if start < end else max(start - 1, 0), end))
        length, last = length + len(new), end
    return FairCopy("".join((*words, text[last:])), (*copy.changes, tuple(changed)))


def _common(one: str, other: str) -> int:
    """How many characters two texts start with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


# the sign first, so that the scan runs from sign to sign
_STARTS_SMALL = re.compile(r"[.?!](?<=[\w%][\w%].) [a-z](?=[a-z']* )")
_STARTS_CAPITAL = re.compile(r"[.?!] [A-Z]")
_FEWEST_STARTS = 3
_FEWEST_LETTERS = 80


def _in_sentence_case(texts: list[str]) -> list[str]:
    """Texts with capitals at the start of sentences where they have none; their length stays the same.

    >>> _in_sentence_case(["revenue was up. costs were down. margins rose. cash was flat."])
    ['revenue was up. Costs were down. Margins rose. Cash was flat.']
    """
    small = _count(_STARTS_SMALL, texts)
    if small < _FEWEST_STARTS or small <= _count(_STARTS_CAPITAL, texts):
        return texts
    return [_STARTS_SMALL.sub(lambda match: match[0].upper(), text) for text in texts]


def _count(pattern: re.Pattern[str], texts: Sequence[str]) -> int:
    return sum(1 for text in texts for _ in pattern.finditer(text))
