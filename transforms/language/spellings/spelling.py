"""One thing that is written in many ways, and what helps to write it in one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Spelling(NamedTuple):
    """One thing that is written in many ways."""

    seen_by: tuple[str, ...]
    """What a text with it contains, one of these: looked for first, as a pattern takes longer."""
    pattern: re.Pattern[str]
    written: Callable[[re.Match[str]], str]
    """Gives what the grammar reads for a match."""


def written_as(words: str) -> Callable[[re.Match[str]], str]:
    """Writes the same words for every match."""
    return lambda match: words


def in_case(words: str) -> Callable[[re.Match[str]], str]:
    """Writes words with a capital where the match begins with one."""
    return lambda match: cased(words, match)


def cased(words: str, match: re.Match[str]) -> str:
    """Words with a capital where the match begins with one."""
    return words.capitalize() if match[0][0].isupper() else words


def opening(match: re.Match[str], words: str) -> str:
    """Words for a match, with a capital where a sentence starts with it."""
    opens = _OPENS.search(match.string, max(0, match.start() - _STOP_AND_BLANKS), match.start())
    return words.capitalize() if opens else words


_OPENS = re.compile(r"(?:^|[.?!:\n]) *$")
_STOP_AND_BLANKS = len(".    ")
HEDGES = "about|approximately|around|roughly|nearly|almost|over|more|than|just|only|under"
AMOUNT = r"[$£¥₠-⃏]?\d"
