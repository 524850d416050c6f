"""A turn's words as the grammar reads them: spelled one way, without what a speaker or a writer put between them.

One thing is written in many ways: "2.4 billion dollars" and "$2.4 billion", "per cent" and "percent", "YoY" and
"year-over-year". Recognisers keep the fillers ("revenue was, uh, $5 million"), write without capitals or in capitals
alone, and files break lines where a page ended. The grammar reads the fair copy; every place in it is brought back to
the words as they stand, which are what is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

_Replace = Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class FairCopy:
    """A text to read, and where each of its characters stands in the text that it is a copy of."""

    text: str
    starts: tuple[int, ...] | None = None
    """Where what each character stands for starts; None where nothing has moved."""
    ends: tuple[int, ...] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where words of the copy stand in the text that was copied.

        >>> said = "Revenue was 5 million dollars, up 7 per cent."
        >>> copy = fair_copy(said)
        >>> copy.text
        'Revenue was $5 million, up 7%.'
        >>> start, end = copy.place(12, 22)
        >>> said[start:end]
        '5 million dollars'
        """
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1] if end > start else self.starts[start]


def fair_copy(text: str) -> FairCopy:
    """The fair copy of a turn."""
    even = _in_sentence_case(_unwrapped(text))
    copy = FairCopy(even)
    for hints, pattern, by in _SPELLINGS:
        if any(hint in copy.text for hint in hints):
            copy = _rewritten(copy, pattern, by)
    return copy


def _rewritten(copy: FairCopy, pattern: re.Pattern[str], by: _Replace) -> FairCopy:
    text = copy.text
    matches = [(match, new) for match in pattern.finditer(text) if (new := by(match)) != match[0]]
    if not matches:
        return copy
    starts = copy.starts or tuple(range(len(text)))
    ends = copy.ends or tuple(range(1, len(text) + 1))
    words: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    last = 0
    for match, new in matches:
        start, end = match.span()
        same = _common(match[0], new)  # what stays stands where it stood
        start, new = start + same, new[same:]
        same = _common(text[start:end][::-1], new[::-1])
        end, new = end - same, new[: len(new) - same]
        words += (text[last:start], new)
        new_starts += (*starts[last:start], *(starts[start],) * len(new))
        new_ends += (*ends[last:start], *(ends[end - 1],) * len(new))
        last = end
    return FairCopy("".join((*words, text[last:])), (*new_starts, *starts[last:]), (*new_ends, *ends[last:]))


def _common(one: str, other: str) -> int:
    """How many characters two texts start with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


_SENTENCE_ENDS = (".", "?", "!", ":", '"', "”", ")", "]")
_LONGEST_LINE = 160
_FEWEST_LINES = 4


def _unwrapped(text: str) -> str:
    """Text whose lines end where a page did, with its lines joined to paragraphs; the length stays the same."""
    if text.count("\n") < _FEWEST_LINES - 1:
        return text
    lines = text.split("\n")
    broken = [line for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(broken) < _FEWEST_LINES - 1 or max(map(len, lines)) > _LONGEST_LINE:
        return text
    if sum(line.rstrip().endswith(_SENTENCE_ENDS) for line in broken) * 2 > len(broken):
        return text  # each line is a sentence or more
    short = median(map(len, broken)) * 0.75
    joined = [
        line + ("\n" if not (line.strip() and after.strip()) or len(line) < short and line.rstrip().endswith(_SENTENCE_ENDS) else " ")
        for line, after in pairwise(lines)
    ]  # fmt: skip
    return "".join((*joined, lines[-1]))


_LOWER = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
_CAPITALS = re.compile(r"[A-Z]")
_SMALL = re.compile(r"[a-z]")
_STARTS_SMALL = re.compile(r"(?<=[\w%][\w%][.?!] )[a-z](?=[a-z']* )")
_STARTS_CAPITAL = re.compile(r"(?<=[\w%][.?!] )[A-Z]")
_FEWEST_STARTS = 3
_FEWEST_LETTERS = 80


def _in_sentence_case(text: str) -> str:
    """Sentences with capitals at their start where a text has none, or nothing else; the length stays the same.

    >>> _in_sentence_case("revenue was up. costs were down. margins rose. cash was flat.")
    'revenue was up. Costs were down. Margins rose. Cash was flat.'
    """
    if text.isupper() and len(text) > _FEWEST_LETTERS:
        text = text.translate(_LOWER)
    small = sum(1 for _ in _STARTS_SMALL.finditer(text)) if ". " in text else 0
    if small < _FEWEST_STARTS or small <= sum(1 for _ in _STARTS_CAPITAL.finditer(text)):
        return text
    return _STARTS_SMALL.sub(lambda match: match[0].upper(), text)


_SIGNS = {
    "dollar": "$", "us dollar": "US$", "u.s. dollar": "US$", "american dollar": "US$", "canadian dollar": "C$", "hong kong dollar": "HK$",
    "australian dollar": "A$", "euro": "€", "rupee": "₹", "yuan": "RMB", "renminbi": "RMB",
}  # fmt: skip
_NUMBER = r"\d[\d,]*(?:\.\d+)?|\.\d+"
_IN_CURRENCY = re.compile(
    rf"(?<![\w$€£¥₹.,/-])(?<!\$ )(?<!\d (?:to|or) )(?P<number>{_NUMBER})(?P<scale>[ -](?:thousand|million|billion|trillion|mn|bn|lakh crore|crore|lakh))?"
    rf"[ -](?P<currency>{'|'.join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))})s?\b(?: and (?P<cents>\d\d?) cents?\b)?(?! and \w+ cents)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def _signed(match: re.Match[str]) -> str:
    """An amount with its currency before it: "2.4 billion dollars" is $2.4 billion."""
    number, scale, cents = match["number"], match["scale"] or "", match["cents"]
    if not scale and _YEAR.fullmatch(number):
        return match[0]  # "in 2019 dollars"
    if cents:
        number += f".{int(cents):02d}"
    return f"{_SIGNS[match['currency'].lower()]}{number}{scale.replace('-', ' ')}"


_CODES = {"USD": "US$", "EUR": "€", "GBP": "£", "INR": "₹"}
_CODE = re.compile(rf"\b(?P<code>{'|'.join(_CODES)}) ?(?=\d)")
_GOES_ON = r"\b(?:was|were|is|are|be|been|of|to|by|at|in|for|from|with|about|approximately|around|the|a|an|and|our|we|up|down|than|or|that|increased|decreased|grew|declined|rose|fell)"
_FILLER = re.compile(
    rf"(?P<before>{_GOES_ON})?(?P<comma>,|\.\.\.|…| --?| —)? ?\b(?P<filler>[Uu](?:m+|h+m?)|[Ee]rm?|[Aa]h|[Hh]mm+|(?<=, )you know(?=,)|(?<=, )I mean(?=,))\b(?P<behind>,|\.\.\.|…| --?| —)?(?P<blank> ?)(?P<after>\w?)"
)


def _without_filler(match: re.Match[str]) -> str:
    before, comma = match["before"] or "", match["comma"] or ""
    kept = "" if before or not comma else comma if match["behind"] is None or comma == match["behind"] else ""
    blank = " " if (before or match.start()) and match["blank"] else ""
    opens = match["filler"][0].isupper() and not before
    return f"{before}{kept}{blank}{match['after'].upper() if opens else match['after']}"


_SAID_TWICE = ("the", "of", "to", "in", "was", "were", "is", "are", "and", "our", "we", "for", "on", "at", "by", "with")
_TWICE = re.compile(rf"\b(?P<word>{'|'.join(_SAID_TWICE)})(?:,? (?P=word)\b)+", re.IGNORECASE)
_REMARK = re.compile(r" ?(?:[\[(](?:ph|sic|phonetic|(?:\d{1,2}:)?\d{1,2}:\d\d)[\])])", re.IGNORECASE)
_OVER = {"y": "year-over-year", "q": "quarter-over-quarter"}
_BRIEF_OVER = re.compile(r"(?<![\w-])(?P<of>[yq])(?:o|-o-|/|\.o\.)(?P=of)\b", re.IGNORECASE)
_PER_CENT = re.compile(r"(?P<of>(?<=\d) )?\b(?:per ?cent|pct)\b(?! (?:of|points?)\b)|\bper cent\b", re.IGNORECASE)

# "27%-28%", "$36 million-$42 million", "$2.10-$2.20": a hyphen before a number is else its sign
_RANGE = re.compile(
    r"(?:(?<=\d%)|(?<=\d million)|(?<=\d billion)|(?<=\d thousand)|(?<=\d basis points)|(?<=\d bps)|(?<=\d)(?=.[$€£¥₹]))[-–](?=[$€£¥₹]?\d[\d.,]*(?: ?(?:%|million|billion|thousand|basis|bps|per|a)\b|%|[ .,;)]|$))"
)
_ROSE = "rose|climbed|jumped|surged|soared|spiked|swelled|ticked up|edged up|inched up"
_FELL = "fell|dropped|slipped|slid|tumbled|plunged|dipped|sank|shrank|slumped|ticked down|edged down|inched down"
_MOVED = re.compile(
    rf"\b(?:(?P<rose>{_ROSE})|{_FELL})\b(?=(?: (?:by|to|from|over|about|approximately|nearly|almost|more|than|another|an?|roughly|around|only|just|sharply|slightly|significantly|modestly|sequentially))* [$€£¥₹]?\d)"
)


def _in_both_cases(words: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        yield from (word, word.upper(), word.capitalize())


_SPELLINGS: tuple[tuple[tuple[str, ...], re.Pattern[str], _Replace], ...] = (
    ((" um", " uh", " er", " ah", " hmm", "Um", "Uh", "Er", "Ah", "Hmm", "you know,", "I mean,"), _FILLER, _without_filler),
    (tuple(f" {word} {word} " for word in _SAID_TWICE), _TWICE, lambda match: match["word"]),
    (("(ph)", "[ph]", "(sic)", "[sic]", "honetic", ":"), _REMARK, lambda match: ""),
    (tuple(_in_both_cases(("percent", "per cent", "pct"))), _PER_CENT, lambda match: "%" if match["of"] else "percent"),
    (tuple(_in_both_cases(("dollar", "euro", "rupee", "yuan", "renminbi"))), _IN_CURRENCY, _signed),
    (tuple(_CODES), _CODE, lambda match: _CODES[match["code"]]),
    (("%-", "%–", "n-", "n–", "d-", "d–", "s-", "s–", "-$", "–$", "-€", "–€", "-£", "–£"), _RANGE, lambda match: " to "),
    (tuple(f"{_ROSE}|{_FELL}".split("|")), _MOVED, lambda match: "increased" if match["rose"] else "decreased"),
    (("oy", "oY", "OY", "y/y", "Y/Y", "oq", "oQ", "OQ", "q/q", "Q/Q", "-o-", "-O-"), _BRIEF_OVER, lambda match: _OVER[match["of"].lower()]),
)  # fmt: skip
"""What each spelling is seen by, what it is, and what stands for it."""
