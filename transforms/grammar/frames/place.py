"""A quantity in its surroundings, the frame that it may get, and the words that several constructions look for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from schemas.vocabulary import grammar
from transforms.language.quantities import Quantity

Role = Literal["level", "change", "comparison", "share", "effect"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a number does. `sign` is that of a change: 1, -1, or 0 where none is said.

    An effect ("the charge reduced EPS by $0.05") states neither the metric nor its change over time.
    """

    role: Role = "level"
    sign: int = 0
    sequential: bool = False
    is_verb: bool = False
    is_held_against: bool = False
    """Of a share: "15% of sales compared to 18% of sales in the prior year"."""


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_G = grammar()
UP, _DOWN = frozenset(_G["up"]), frozenset(_G["down"])
_NO_END = r"(?! (?:end|half|part|bound|side)\b)"
"""The lower end of a range is no decline."""
MOVE = f"(?:{_either([*_G['up'], *_G['down']])}){_NO_END}"
NOUN = _either(_G["change_nouns"])
AS_PERCENT_OF = r"\bas an? (?:percent(?:age)?|%) (?:of|to) "
WHOLE = r"(?:sales|revenues?|gross profit)\b"
"""What shares are told of by name, behind the words before it: "as a percentage of total sales"."""
HEDGES = rf"(?:(?:{_either(_G['hedge'])})[ ,]+)*"
# "up 14%", "increased by approximately 5%", "growth of 7%"
MOVE_BEFORE = re.compile(
    rf"\b(?P<word>{MOVE})(?:(?: year over year| sequentially)? (?:in|during|for|over) the (?:[a-z]+ ){{0,2}}(?:quarter|year|period)(?= by\b))?[ ,]+{HEDGES}[$£¥₠-⃏]?$"
)
TO_NEXT = re.compile(r" to [$£¥₠-⃏]?")
# "grow recurring revenues by 12%"
NO_CAUSE = r"(?!(?:by|to|from|of|was|were|is|are|been|offset|driven|led|fueled|supported|helped|aided|caused)\b)"
"""What "by" names the cause of: "the increase was offset by an 11% decrease in fees"."""
_AFTER_DOWN = frozenset({"below", "less", "fewer", "unfavorable"})
SEQUENTIAL = re.compile(
    r"sequential|quarter over quarter|quarter on quarter|qoq|q/q|(?:from|over|versus|vs|than|compared (?:to|with)) (?:the )?(?:last|prior|previous|preceding|linked|immediately preceding) quarter(?! of)|linked (?:(?:first|second|third|fourth) )?quarter|(?:from|over) (?:the )?(?:first|second|third) quarter(?! (?:of|last|in (?:fiscal )?20\d\d|(?:fiscal )?20\d\d|trends?|declines?|increases?|growth|rates?))"
)
YEARLY = re.compile(
    r"year over year|year on year|yoy|y/y|(?:prior|last|previous) year|year ago|a year|same (?:period|quarter)|year earlier"
)
_COORDINATED = re.compile(
    r"^(?:[ ,]|'s|year over year|year on year|yoy|sequentially|quarter over quarter|and|or|on|an?|the|organic|organically|basis|constant currency|reported|gaap|local (?:currency|currencies)|(?:u\.s\.|us) dollars|in|as|by|respectively|about|approximately|over|from|versus|compared|to|last|prior|previous|linked|year|quarter|same|period|increase|decrease|growth|decline|ago|of|first|second|third|fourth|q[1-4]|(?:march|june|september|december) \d+)*$"
)
INCLUDES = re.compile(
    r"\b(?:includes?|included|including) (?:an? )?(?:[\w']+ ){0,8}[$£¥₠-⃏]?[\d.,]+ (?:million|billion)(?: [\w']+){0,9}?,? (?:or|which (?:is|was|equals)|equivalent to|representing|equal to) [$£¥₠-⃏]?$"
)
"""What a figure includes, as a share: "income includes a $30 million reserve for litigation, or $0.32 per share"."""
MAX_LEFT = 90


@dataclass(frozen=True, slots=True)
class Place:
    """A quantity in its surroundings: the words left and right of it up to the next quantities."""

    normal: str
    quantity: Quantity
    left: str
    right: str
    before: Quantity | None
    previous: Frame | None

    @property
    def relative(self) -> bool:
        return self.quantity.kind in ("percent", "point", "ratio")

    @property
    def amount(self) -> bool:
        return self.quantity.kind in ("money", "per_share")

    def follows(self, role: Role) -> bool:
        """Whether the quantity before has that role."""
        return self.previous is not None and self.previous.role == role

    @property
    def coordinated(self) -> bool:
        """Whether the quantity before, of the same kind, is joined to this one by "and", a comma, a period name."""
        return (
            self.before is not None and self.quantity.kind == self.before.kind and bool(_COORDINATED.match(self.left))
        )


LEVEL_FRAME = Frame()
OR_ONLY = re.compile(r"(?: per (?:diluted )?share)?,? or (?:about |approximately |nearly |over |roughly )*")
MOVED_FROM = re.compile(rf"\b(?P<word>{MOVE}) from (?:a |an |about |approximately )*[$£¥₠-⃏]?$")
OF_AMOUNT = re.compile(r"\b(?:of|at)[ ,]+(?:(?:about|approximately|a|an)[ ,]+)*[$£¥₠-⃏]?$")
LEFT_OUT = re.compile(r"\bexclud\w+ (?:[\w&']+ ){0,4}$")
"""What a metric leaves out has no effect on it: "organic sales, which exclude acquisitions, increased 4%"."""


def change_of(word: str, place: Place, *, is_verb: bool = False) -> Frame:
    sequential = is_sequential(place.left, place.right, default=bool(OPENS_LINKED.match(place.normal)))
    return Frame("change", sign_of(word), sequential, is_verb)


OPENS_LINKED = re.compile(
    r"(?:(?:and|but|so|now|similarly|likewise|also|however|further|furthermore|finally)[ ,]+)*(?:sequentially|quarter over quarter|on an? (?:linked quarter|sequential|quarter over quarter) basis|(?:compared (?:to|with)|versus) (?:the )?(?:prior|previous|last|linked|preceding) quarter)\b"
)
"""What opens a sentence whose changes are all held against the quarter before."""


def sign_of(word: str) -> int:
    if (
        word in UP
        or word in ("above", "ahead", "favorable", "greater", "more")
        or (word.endswith(" year") and word != "year over year")
    ):
        return 1
    return -1 if word in _DOWN or word in _AFTER_DOWN else 0


def is_sequential(left: str, right: str, *, default: bool = False) -> bool:
    if _BETTER_TO.search(left) or _FASTER_THAN_BEFORE.match(right):
        return False
    near = _NEXT_CLAUSE.split(right, maxsplit=1)[0]
    if not _ENDS_SEQUENTIAL.search(near):
        is_whole = SEQUENTIAL.search(near) or not SEQUENTIAL.search(near[:60])
        near = near[: 60 if is_whole else 0]  # "over the second quarter of last year" is not cut to the quarter
    # "76% sequentially and up $0.20": what stands before "and" belongs to the number before.
    own = _AND_NEW.split(left)[-1]
    if _NAMED_BASE.match(near) and not SEQUENTIAL.search(near) and not SEQUENTIAL.search(own):
        return False  # "flat sequentially and 17% lower than Q2 of fiscal 2020": the periods tell
    for where in (
        near,
        (own if len(own.split()) > 1 or HAS_MOVE.search(own) else left)[-60:],
        _AND_WERE.split(right, maxsplit=1)[0][:40],
    ):
        sequential, yearly = SEQUENTIAL.search(where), YEARLY.search(where)
        if sequential or yearly:
            return sequential is not None and (yearly is None or sequential.start() < yearly.start())
    return default


_ENDS_SEQUENTIAL = re.compile(r"\b(?:quarter over quarter|sequentially)[. ]*$")
_FASTER_THAN_BEFORE = re.compile(
    r",? (?:(?:which|and) (?:(?:also )?(?:is|was|represents?|continues?|continued|marks?|reflects?) )?)?(?:an?|the|our) (?:[a-z]+ )?sequential (?:acceleration|deceleration|slowdown|improvement|step (?:up|down))\b"
    r"|,? (?:which|that) (?:was|were|is|are) sequentially (?:better|worse|stronger|weaker|slower|faster) than\b"
)
"""How a growth over the year moved since the quarter before: "growth of 5.4%, a sequential acceleration of 257 basis points"."""
_TO_A_CHANGE = r"to (?:an? )?(?:(?:up|down) |(?:growth|decline|decrease|increase) of )(?:about |approximately )?$"
_BETTER_TO = re.compile(
    rf"\b(?:improv|accelerat|decelerat|moderat|slow|recover)\w* sequentially {_TO_A_CHANGE}"
    rf"|^ (?:sequentially|from (?:the |our )?(?:last quarter|(?:prior|previous|first|second|third|fourth) quarter|q[1-4])) {_TO_A_CHANGE}"
)
"""What a change over the year came to: "comps improved sequentially to down 2%", "… 100 basis points from Q2 to a decline of 1.4%"."""
_NAMED_BASE = re.compile(
    r"(?: (?:higher|lower|above|below|more|less|better|up|down|increase|decrease|improvement|decline|growth))? (?:than|from|over|versus|compared (?:to|with)) (?:the |our )?(?:q[1-4]|(?:first|second|third|fourth) quarter|(?:fiscal )?20\d\d|last year|(?:prior|previous) year)\b"
)
_AND_NEW = re.compile(
    r" (?:and|but) (?!year|sequential|quarter)|[;]|\b(?:led to|leading to|drove|driving|support(?:ed|ing)|result(?:ed|ing) in|improvement (?:from|over|on))\b"
)
HAS_MOVE = re.compile(rf"\b(?:{MOVE})\b")
_NEXT_CLAUSE = re.compile(
    rf"[,;]| and | but (?:improved|up|better)\b| (?:as|because|since) (?=(?!compared\b)(?:[a-z]+ ){{1,6}}?(?:{MOVE})\b)"
)
"""Where a clause with a change of its own begins: "sales were up 15% as demand in both regions increased from the first quarter"."""
_AND_WERE = re.compile(r" (?:and|but) (?:was|were|is|are|we|also|improved)\b")
