"""Which turn interprets which, in a call with consecutive interpretation.

Decided by what the turns say: figures they share (whatever the power of ten), words they share, their
lengths, their order, and announcements such as "let me quickly translate". The later turn renders the
earlier one; the earlier one, which a recogniser has machine-translated, is then not official.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_INTERPRETED_CALL = re.compile(
    r"consecutive interpret|simultaneous interpret|interpretation[s]? (?:is|are|will be)|(?:quickly|briefly) translate|translate (?:my|the|from|for|it)|"
    r"I(?:'ll| will) translate|interpreted? (?:speech|for)|through (?:an |the )?interpreter|\[(?:foreign language|interpreted|speaking foreign language)\]",
    re.IGNORECASE,
)  # fmt: skip
_ANNOUNCES = re.compile(
    r"(?:let me|I(?:'ll| will)|very|so|okay)[^.]{0,40}\btranslat|\bso in (?:relation|response) to|\bso as \w+ pointed out|\bso,? the (?:basic )?conclusion"
    r"|\btranslate from\b|^so let me quickly|this is coming from our", re.IGNORECASE
)  # fmt: skip
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    ["this", "that", "with", "from", "have", "been", "will", "would", "which", "their", "there", "they", "also", "were", "more", "than", "some", "into", "about", "very", "these", "those", "what", "when", "where", "over", "your", "question", "thank", "quarter", "year", "business", "growth", "customers", "company", "cloud", "market", "think", "going", "because", "actually", "kind", "like", "just", "first", "second", "revenue", "result", "results", "continue", "continued"]
)  # fmt: skip
_PAIR_SCORE = 1.0
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Speech:
    """What this module needs of a turn."""

    speaker_no: int
    role: str
    text: str


def is_interpreted(texts: Sequence[str]) -> bool:
    """Whether a call is interpreted: it says so, or speech in two scripts stands in it."""
    whole = "\n".join(texts)
    if "nterpret" not in whole and "ranslat" not in whole and "oreign language" not in whole.lower():
        return False
    said = sum(
        len(_INTERPRETED_CALL.findall(text))
        for text in texts
        if "nterpret" in text or "ranslat" in text or "oreign language" in text.lower()
    )
    return bool(said) and (said > 1 or bool(_HAN.search(whole)) or "interpret" in whole.lower())


def renderings(turns: Sequence[Speech]) -> dict[int, int]:
    """Map each interpreting turn to the turn it renders.

    Only neighbours pair, where nobody but an interpreter comes between; each turn takes part once.
    """
    if not is_interpreted([turn.text for turn in turns]):
        return {}
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for original, turn in enumerate(turns[:-1]):
        if original in taken or turn.role in ("operator", "interpreter") or _length(turn.text) < _SHORT:
            continue
        for follower in _followers(turns, original):
            other = turns[follower]
            if other.role == "operator" or _length(other.text) < _SHORT or follower in taken:
                continue
            if _score(turn, other) >= _PAIR_SCORE:
                pairs[follower] = original
                taken |= {original, follower}
                break
    return pairs


def _followers(turns: Sequence[Speech], original: int) -> list[int]:
    """The turn after, and where an interpreter's short word comes between, the one behind it."""
    follower = original + 1
    while follower < len(turns) - 1 and turns[follower].role == "interpreter" and len(turns[follower].text) < 400:
        follower += 1
    return sorted({original + 1, follower})


def _length(text: str) -> int:
    """Length in Latin letters: one Han character says as much as three."""
    return len(text) + 2 * len(_HAN.findall(text))


def _score(first: Speech, second: Speech) -> float:
    """How likely `second` renders `first`; 1 and more is taken as yes."""
    score = 0.0
    figures_first, figures_second = _figures(first.text), _figures(second.text)
    shared = figures_first & figures_second
    if figures_first and figures_second:
        score += 1.2 * len(shared) / min(len(figures_first), len(figures_second)) * min(1.0, len(shared) / 3)
    words_first, words_second = _words(first.text), _words(second.text)
    if words_first and words_second:
        score += 1.6 * len(words_first & words_second) / min(len(words_first), len(words_second))
    ratio = _length(second.text) / _length(first.text)
    score += 0.2 if 0.4 <= ratio <= 2.5 else -0.3 if not 0.2 <= ratio <= 5 else 0.0
    # One microphone twice in a row, or the interpreter's words under another label.
    score += 0.35 if first.speaker_no == second.speaker_no else 0.0
    if _ANNOUNCES.search(first.text[-200:]) or _ANNOUNCES.search(second.text[:160]):
        score += 0.45
    if _HAN.search(first.text) and not _HAN.search(second.text):
        score += 0.2
    if first.role == "analyst" and second.role != "analyst" or first.role != "analyst" and second.role == "analyst":
        score -= 1.0
    return score


def _figures(text: str) -> set[str]:
    """Figures by their digits alone, so that 19.7 and 1.97 are the same."""
    return {
        digits
        for number in _FIGURE.findall(text)
        if (digits := re.sub(r"[,.]", "", number).strip("0")) and len(digits) > 1
    }


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _COMMON
