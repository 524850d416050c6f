"""Plain text of a call in which nobody is labelled: one block.

What is said in a call, rather than written about it, tells it from other text.
"""

from __future__ import annotations

import re

from transforms.document import Block, Document
from transforms.readers import labelled_text
from transforms.readers.labels import UNLABELLED
from transforms.readers.pages import without_furniture

FORMAT = "plain_text"
_SPOKEN = re.compile(
    r"turn (?:the (?:call|conference|floor)|it|things) (?:back )?over to|(?:first|next|last) question|question[- ]and[- ]answer"
    r"|ladies and gentlemen|thank you for (?:joining|standing by)|(?:listen[- ]only|operator instructions|press star)"
    r"|welcome to (?:the|our)\b|this concludes|(?:earnings|conference|results) call|good (?:morning|afternoon|evening)(?:,| to)? (?:and|everyone|everybody|all|ladies)\b"
    r"|pressing star|introduce your host|(?:take|open (?:it |the call )?up (?:for|to)) (?:your )?questions|please go ahead", re.IGNORECASE
)  # fmt: skip
_LEAST = 3
"""Different phrases of a call that must be heard."""
_OURSELVES = re.compile(r"\b(?:we|our|ours|us|I)\b")
_FEWEST_WORDS = 150


def read(text: str) -> Document | None:
    """Read plain text; None where it does not sound like a call."""
    heard = len({match[0].lower() for match in _SPOKEN.finditer(text)})
    if heard < _LEAST and not (heard and _are_remarks(text)):
        return None
    text = _without_times(without_furniture(text))
    head, _, rest = text.strip().partition("\n")
    goes_on = _GREETS.match(head) is not None or rest.lstrip()[:1].islower()
    is_title = bool(rest) and len(head) < 120 and head.rstrip()[-1:] not in ".?!" and not goes_on
    furniture, speech = ((head.strip(),), rest) if is_title else ((), text)
    return Document(FORMAT, (Block(UNLABELLED, speech.strip()),), furniture=furniture)


def _are_remarks(text: str) -> bool:
    """Whether a company speaks of itself, as in remarks that were prepared for a call; a release tells of it by name."""
    words = len(text.split())
    return words >= _FEWEST_WORDS and len(_OURSELVES.findall(text)) * 100 > words * _OFTEN


_OFTEN = 2
"""Of a hundred words of a release, fewer are "we" and "our"."""


def _without_times(text: str) -> str:
    """Text without the times that every line opens with, or that stand on every other line, as videos are written down."""
    lines = [line.strip() for line in text.split("\n")]
    timed = sum(_TIME.match(line) is not None for line in lines)
    if timed < _FEWEST_TIMES or timed * 3 < sum(map(bool, lines)):
        return text
    bare = [_TIME.sub("", line) for line in lines]
    # What stands between two times ends where its time does, and in the midst of a sentence.
    return " ".join(filter(None, bare)) if any(map(_TIME.fullmatch, lines)) else "\n".join(bare)


_TIME = re.compile(rf"[\[(]?{labelled_text.CLOCK}[\])]?(?:\s*[·|–-])?(?:\s+|$)")
_FEWEST_TIMES = 3
_GREETS = re.compile(
    r"(?:welcome|good (?:morning|afternoon|evening|day)|hello|hi|greetings|ladies|thank you)\b", re.IGNORECASE
)
"""What opens a speech and no title."""


def read_any(text: str) -> Document | None:
    """Read labelled text, or plain text where nobody is labelled; None where the text is neither."""
    return labelled_text.read(text) or read(text)
