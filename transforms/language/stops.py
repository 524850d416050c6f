"""Where sentences end, and where a speaker pauses, in speech that was written down without stops, as recognisers do.

Takes words; weighs those around each gap between them (`schemas/vocabulary/stops.csv`, found by
`python -m benchmarks.stops` from calls that have their stops).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schemas.vocabulary import stops

_FULL_STOPS = (". ", "? ", "! ", "; ", ".\n", "?\n", "。", "？", "！", "；")
_MOST_WORDS = 60
"""A call that has more words to a full stop was written down without; edited ones have at most thirty."""
_LINE = re.compile(r".+")
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\d[\d,.]*")
_ASKS = re.compile(
    r"(?:(?:and|so|but|or|then|maybe|just|also|i guess),? )*(?:(?:how|what|why|when|where|which) (?:is|are|was|were|do|does|did|can|could|would|should|will|have|has|much|many|about|kind)"
    r"|(?:is|are|do|does|did|can|could|would|should|will|have|has) (?:you|we|it|that|there|this|they|i|the))\b", re.IGNORECASE
)  # fmt: skip
_MARKS = ".,;:?!\"“”‘’'()[]"


class Stop(NamedTuple):
    """A stop that was not written: behind which place of a text, and its sign, one of `.?,`."""

    place: int
    sign: str


def lack_stops(texts: Sequence[str]) -> bool:
    """Whether texts of one call have no stops between their sentences.

    >>> lack_stops(["we had a good quarter and sales were up " * 9])
    True
    """
    most = _MOST_WORDS * (1 + sum(text.count(sign) for text in texts for sign in _FULL_STOPS))
    return sum(text.count(" ") for text in texts) > most


def missing_stops(text: str) -> Iterator[Stop]:
    """The stops that a text lacks.

    >>> text = "our revenue was $5 million we are pleased with that thank you can you talk about pricing"
    >>> [(text[: stop.place].split()[-1], stop.sign) for stop in missing_stops(text)]
    [('million', '.'), ('that', '.'), ('you', '.'), ('pricing', '?')]
    """
    weights = stops()
    for line in _LINE.finditer(text):
        found = list(_WORD.finditer(text, *line.span()))
        words = [spoken(word[0]) for word in found]
        start = 0
        for gap, word in enumerate(found, 1):
            full, pause = 1.0, 0.0
            if gap < len(words):
                known = [weights[sign] for sign in signs(words, gap, start) if sign in weights]
                full, pause = map(sum, zip(*known, strict=True))
            if max(full, pause) > 0 and word[0][-1] not in _MARKS:
                sentence = text[found[start].start() : word.end()]
                yield Stop(word.end(), "," if full <= 0 else "?" if _ASKS.match(sentence) else ".")
            if full > 0:
                start = gap


def spoken(word: str) -> str:
    """A word as it is weighed: without case and marks, each number like any other.

    >>> [spoken(word) for word in ("Quarter,", "$1.5", "(3%).")]
    ['quarter', '$#', '#%']
    """
    return _NUMBER.sub("#", word.lower().replace("’", "'").strip(_MARKS))


def signs(words: Sequence[str], gap: int, start: int) -> tuple[str, ...]:
    """What speaks for a stop or against it in a gap (`|`) before `words[gap]`; `_` is any word.

    Args:
        words: the words of a paragraph, as they are weighed.
        gap: the number of the word behind the gap.
        start: the number of the word that the sentence begins with.

    >>> signs(["thanks", "sales", "rose", "we", "expect"], 3, 1)
    ('|', '0 words |', 'sales _ |', 'rose |', '| we', '| _ expect', 'sales rose |', 'rose | we', '| we expect')
    """
    before, last = words[gap - 2] if gap > 1 else "", words[gap - 1]
    first, second = words[gap], words[gap + 1] if gap + 1 < len(words) else ""
    length = min((gap - start) // _STEP, _STEPS) * _STEP
    return ("|", f"{length} words |", f"{before} _ |", f"{last} |", f"| {first}", f"| _ {second}", f"{before} {last} |", f"{last} | {first}", f"| {first} {second}")  # fmt: skip


_STEP, _STEPS = 4, 8
"""A sentence's length so far is weighed in steps of so many words, and in so many of them."""
