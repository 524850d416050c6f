"""Sentences, and the normal form of text in which terms are looked up.

The normal form maps every code point to one code point, so offsets stay valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.vocabulary import grammar

LOWER = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
"""What `str.translate` makes lower case with and no text longer, as `str.lower` makes some."""
_NORMAL: dict[int, str] = dict(LOWER)
_NORMAL.update({ord(sign): " " for sign in '-‐‑‒–—−/\n\t\xa0\u2009\u202f()[]"“”'})
_NORMAL.update({ord("’"): "'", ord("‘"): "'"})

_ABBREVIATIONS = frozenset(grammar()["abbreviations"])
# One class of signs first, so that the scan runs from sign to sign.
_END = re.compile(
    r"[.?!\n。？！；](?:(?<=[.?!])[.?!]*(?:[\"”’')\]]*(?=\s+[\"“‘'(\[]?(?:[A-Z0-9$£¥₠-⃏]|[a-z][A-Z][a-z]))|$)|(?<=\n)\n*|(?<=[。？！；]))"
)
_LONG = 700
_SOFT_BREAK = re.compile(r"(?<=[a-z,]) (?=(?:so|and also|and then|but also|our|we) )")


def normal(text: str) -> str:
    """Lower case, with hyphens, slashes, brackets and line ends as blanks; the length stays the same.

    Where "non-IFRS" stands, "non-GAAP" is meant in the words of other companies.

    >>> normal("Non-GAAP EPS"), normal("Non-IFRS EPS")
    ('non gaap eps', 'non gaap eps')
    """
    return text.translate(_NORMAL).replace("non ifrs", "non gaap")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; blank ones are left out.

    >>> text = "Mr. Hu spoke. Revenue was $1.5 billion."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Mr. Hu spoke.', 'Revenue was $1.5 billion.']
    """
    start = 0
    for match in _END.finditer(text):
        if (
            match[0].startswith(".")
            and _is_abbreviation(text, match.start())
            and not _goes_on(text, start, match.start())
        ):
            continue
        end = match.end()
        yield from _pieces(text, start, end)
        start = end
    yield from _pieces(text, start, len(text))


def _is_abbreviation(text: str, dot: int) -> bool:
    word_start = max(text.rfind(" ", max(0, dot - 12), dot), text.rfind("\n", max(0, dot - 12), dot)) + 1
    word = text[word_start:dot].lower().strip("(\"“'")
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")


def _goes_on(text: str, start: int, dot: int) -> bool:
    """Whether the full stop of an abbreviation ends its sentence, too: "Sales rose 5% in the U.S. In Canada, they fell"."""
    if not text.endswith(_MAY_END, start, dot):
        return False
    if text.endswith(("outside the U.S", "outside of the U.S"), start, dot):
        return _CAPITAL.match(text, dot) is not None  # "up 8% outside the U.S. Lamp sales were $7.6 billion"
    return _OPENER.match(text, dot) is not None or (
        _SUBJECT.match(text, dot) is not None and _SAID.search(text, start, dot) is not None
    )


_MAY_END = (" U.S", " U.K", " Inc", " Corp", " Ltd", " Co")
"""Abbreviations that sentences end in."""
_OPENER = re.compile(
    r"\.\s+(?:In|On|We|Our|The|This|That|These|For|And|But|As|Now|While|With|At|It|So|By|To|I|If|Looking|Turning|Moving|Excluding|Including|However|Additionally|Finally|During|Overall|They|There|Within|Outside|Across)\b"
)
_CAPITAL = re.compile(r"\.\s+[A-Z]")
_SUBJECT = re.compile(
    r"\.\s+[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3} (?:(?:net|total|segment|organic|comparable) )*(?:revenues?|sales|volumes?|orders|earnings|comps|margins?)(?: (?:was|were|also|of|[$£¥₠-⃏][\d.]+|billion|million))* (?:up|down|flat|increased|decreased|declined|grew|rose|fell|improved)\b"
)
_SAID = re.compile(r"\d ?(?:%|percent|million|billion)|digit")
"""What a sentence states before another begins."""


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Strip blanks; break up run-on speech that a recogniser left without full stops."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONG:
        cut = next((m.start() for m in _SOFT_BREAK.finditer(text, start + 150, min(end, start + _LONG))), None)
        if cut is None:
            break
        yield start, cut
        start = cut + 1
    if end > start:
        yield start, end
