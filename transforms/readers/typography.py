"""One typography for all that documents hold: what was encoded or typeset in another way is the same words.

Blanks that do not break, hyphens that do not, ligatures, marks of no width, entities of HTML and text decoded
by a wrong code page ("companyâ€™s") come from how a document was made, not from what was said.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace

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
    return replace(
        document,
        blocks=tuple(
            replace(block, speaker=_read(block.speaker), text=_read(block.text), title=_maybe(block.title), affiliation=_maybe(block.affiliation))
            for block in document.blocks
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
