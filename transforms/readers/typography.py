"""One typography for all that documents hold: what was encoded or typeset in another way is the same words.

Blanks that do not break, hyphens that do not, ligatures, marks of no width, entities of HTML, text decoded by a wrong
code page ("companyâ€™s") and lines that end where a page did come from how a document was made, not from what was said.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ftfy import fix_encoding
from ftfy.badness import is_bad

from transforms.document import Document

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011"
_OF_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}  # fmt: skip
_TYPESET = str.maketrans(
    dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_OF_NO_WIDTH, "")
    | dict.fromkeys("\u2028\u2029\u0085", "\n")
    | _LIGATURES
)
_MAY_BE_BAD = frozenset("ÃÂâï")
"""What UTF-8 read as Windows-1252 begins its signs with; looked for first, as looking closer takes longer."""
_ENTITY = re.compile(r"&(?:#x?[0-9a-fA-F]+|[a-zA-Z]{2,8});")


def plain(text: str) -> str:
    """Text as it would have been typed.

    >>> plain("the companyâ€™s\\u00a0ﬁrst quarter")
    'the company’s first quarter'
    """
    if text.isascii():
        return text
    if not _MAY_BE_BAD.isdisjoint(text) and is_bad(text):
        text = fix_encoding(text)
    return text.translate(_TYPESET)


def in_plain(document: Document) -> Document:
    """The document with all its words in plain typography, and without the entities of a page.

    >>> from transforms.document import Block
    >>> in_plain(Document("test", (Block("Ruth Alder", "AT&amp;T"),))).blocks[0].text
    'AT&T'
    """
    texts = unwrapped([_BULLET.sub("\n", _read(block.text)) for block in document.blocks])
    texts = [_IN_MIDST.sub(" ", text) for text in texts]
    return replace(
        document,
        blocks=tuple(
            replace(block, speaker=_read(block.speaker), text=text, title=_maybe(block.title), affiliation=_maybe(block.affiliation))
            for block, text in zip(document.blocks, texts, strict=True)
        ),
        participants=tuple(
            replace(person, name=_read(person.name), title=_maybe(person.title), affiliation=_maybe(person.affiliation))
            for person in document.participants
        ),
        furniture=tuple(map(_read, document.furniture)),
        metadata={key: _read(value) for key, value in document.metadata.items()},
    )  # fmt: skip


def _read(text: str) -> str:
    return plain(html.unescape(text) if "&" in text and _ENTITY.search(text) else text)


def _maybe(text: str | None) -> str | None:
    return text and _read(text)


_BULLET = re.compile(r"(?:(?<=[^\n])[ \t]+|^)[•●▪■◦‣⁃\uf0a7\uf0b7][ \t]+(?=[A-Z])")
"""What sets a point of a list off, where its line was lost: "Key figures: • Revenue was $5 million • EBIT was $2 million"."""
_IN_MIDST = re.compile(r"\n(?:(?<=[a-z0-9,%]\n)|(?<=\bU\.[SK]\.\n))(?=[a-z])")
"""A line that ends in the midst of a sentence: "up 35.2% for the U.S.", "on a two-year basis"."""
_SENTENCE_ENDS = (".", "?", "!", ":", '"', "”", ")", "]")
_HYPHENATED = re.compile(r"[a-z]-$")
_LONGEST_LINE = 160
_FEWEST_LINES = 6


def unwrapped(texts: Sequence[str]) -> list[str]:
    """The texts of a document, with lines that end where a page did joined to paragraphs, and those of a sentence each.

    >>> unwrapped(["This ends where\\na page does."] * 10)[0]
    'This ends where a page does.'
    """
    texts = _single_spaced(texts)
    broken = [line for text in texts for line, after in pairwise(text.split("\n")) if line.strip() and after.strip()]
    ends = sum(line.rstrip().endswith(_SENTENCE_ENDS) for line in broken)
    # Else each line is a sentence or more.
    is_wrapped = len(broken) >= _FEWEST_LINES and max(map(len, broken)) <= _LONGEST_LINE and ends * 2 <= len(broken)
    if not is_wrapped and _are_sentences(broken):
        return [_LINE_BREAK.sub(" ", text) for text in texts]
    return [_joined(text, median(map(len, broken))) for text in texts] if is_wrapped else list(texts)


def _single_spaced(texts: Sequence[str]) -> Sequence[str]:
    """The texts without the blank line between any two lines, where a document has one: two part its paragraphs."""
    apart = [line for text in texts if _EMPTY_LINE.search(text) for line in _APART.findall(text)]
    ends = sum(line.endswith(_SENTENCE_ENDS) for line in apart)
    if len(apart) < _FEWEST_LINES or max(map(len, apart)) > _LONGEST_LINE or ends * 2 > len(apart):
        return texts
    return [re.sub(r"\n{3,}", "\n\n", _BLANK_LINE.sub("\n", text)) for text in texts]


_APART = re.compile(r"^(.*\S)[ \t]*\n[ \t]*\n(?=[ \t]*\S)", re.MULTILINE)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_BLANK_LINE = re.compile(r"(?<=\S)[ \t]*\n[ \t]*\n(?=[ \t]*\S)")
"""One blank line between two others; where it is more, they are of two paragraphs."""


def _are_sentences(lines: list[str]) -> bool:
    """Whether lines hold a sentence each, as recognisers write them: no paragraphs."""
    return len(lines) >= _MANY_LINES and sum(map(bool, map(_WITHIN.search, lines))) * _SELDOM < len(lines)


_MANY_LINES = 20
_SELDOM = 10
"""A line of so many may hold two sentences."""
_WITHIN = re.compile(r"[a-z\d%][.?!] [A-Za-z]")
_LINE_BREAK = re.compile(r"(?<=\S)\n(?=\S)")


def _joined(text: str, width: float) -> str:
    lines = text.split("\n")
    return "".join((*(line + _gap(line, after, width) for line, after in pairwise(lines)), lines[-1]))


def _gap(line: str, after: str, width: float) -> str:
    """What stands between two lines: a paragraph ends at a blank line, or with a sentence that leaves its line short."""
    ends = line.rstrip().endswith(_SENTENCE_ENDS) and len(line) < width * 0.75
    if ends or not (line.strip() and after.strip()):
        return "\n"
    return "" if _HYPHENATED.search(line) else " "
