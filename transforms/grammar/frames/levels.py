"""Constructions that state what there is: an amount that a whole range comes to lie in, a share of a whole."""

from __future__ import annotations

import re

from transforms.grammar.frames.comparisons import compared
from transforms.grammar.frames.place import (
    AS_PERCENT_OF,
    HEDGES,
    LEVEL_FRAME,
    MAX_LEFT,
    MOVE,
    MOVE_BEFORE,
    MOVED_FROM,
    WHOLE,
    Frame,
    Place,
)

_SHARE = re.compile(
    r"^,? of (?!which|whom|(?:(?!and\b)[\w']+ ){1,3}margin\b)(?:(?:our|the|its|total|overall|consolidated|company|net|quarterly|group|first|second|third|fourth|quarter|full|year|annual|adjusted|worldwide|global|combined|segment) )*"
)


_REPRESENTED = re.compile(
    rf"\b(?:represent(?:ed|s|ing)|compris(?:ed|es|ing)|accounted for|accounts for|made up) {HEDGES}$"
)
_TOTAL = re.compile(r" (?:of the |the |our )?total [a-z]")
"""A share whose "of" was not heard: "contract labor represented 4% total labor costs"."""


def share(place: Place) -> Frame | None:
    """ "5% of our revenue"."""
    is_share = (
        place.quantity.kind == "percent"
        and (
            _SHARE.match(place.right)
            or _AS_SHARE_BEHIND.match(place.right)
            or _REPRESENTED.search(place.left)
            and _TOTAL.match(place.right)
        )
        and (not MOVE_BEFORE.search(place.left) or _MADE_UP.search(place.left))
    )
    if not is_share:
        return None
    if _DID.search(place.left):
        return Frame("effect")
    is_held_against = (
        place.follows("share")
        and compared(place)
        or MOVED_FROM.search(place.left)
        and _TO_SHARE.match(place.right)
        or place.before
        and place.before.kind == "point"
        and _FROM.fullmatch(place.left)
    )
    return Frame("share", is_held_against=bool(is_held_against))


_DID = re.compile(rf"\b(?:benefit|headwind|tailwind|drag|impact|hit) of {HEDGES}$")
"""What something did to sales: "we assume a currency benefit of 2% of sales"."""
_TO_SHARE = re.compile(r" of (?:(?:our|total|net) )*(?:sales|revenues?) to ")
"""Where a share came from: "SG&A fell from 31% of sales to 29% of sales"."""
_FROM = re.compile(rf"(?: (?:improvement|increase|decrease|decline|expansion|reduction|contraction))? from {HEDGES}")
"""Behind how far a share moved: "SG&A of 31.8% of sales improved 370 basis points from 35.5% of sales"."""
_MADE_UP = re.compile(rf"\b(?:(?:make|makes|made|making) up|business expansion (?:was|is)) {HEDGES}$")
"""Words of a move that make up a share: "business expansion was 21% of sales" names a part."""


def share_as(place: Place) -> Frame | None:
    """ "operating expenses as a percentage of net sales were 27.1%", "… improved 70 basis points to 21.4%"."""
    if place.quantity.kind != "percent":
        return None
    if place.previous and place.follows("share") and place.previous.is_held_against and _TO_SHARE_NOW.match(place.left):
        return Frame("share")
    moved_by = place.before if place.before and place.before.kind == "point" else None
    if moved_by and _TO_REACHED.fullmatch(place.left):
        is_share = _AS_SHARE_MOVED.search(place.normal, max(0, moved_by.start - MAX_LEFT), moved_by.start)
    else:
        is_share = _AS_SHARE.search(place.left)
    return Frame("share", is_held_against=bool(_CAME_FROM.search(place.left))) if is_share else None


def lands(place: Place) -> Frame | None:
    """ "SG&A should fall between $85 million and $95 million": where an amount comes to lie."""
    return LEVEL_FRAME if place.amount and place.quantity.is_range and _LANDS.search(place.left) else None


_LANDS = re.compile(
    r"\bfall(?:s|ing)? (?:somewhere )?(?:between|within|in(?:to)?)(?: (?:the|a) range of)?(?: (?:about|approximately|the))* ?$"
)


_OF_SALES = rf"{AS_PERCENT_OF}(?:(?:our|total|net|quarterly|consolidated) )*(?:(?!the\b|this\b|its\b|their\b)[a-z]+ ){{0,2}}?{WHOLE}"
_AS_SHARE_BEHIND = re.compile(rf" {_OF_SALES}")
"""Behind a share, of what it is: "decreased to 18% as a percentage of sales"."""
_CAME_FROM = re.compile(rf"\b(?:{MOVE})(?: [a-z]+ly)? from {HEDGES}$")
_TO_SHARE_NOW = re.compile(rf"(?: (?:in|for|during) (?:the )?[\w ,']{{2,40}}?| last year| a year ago)? to {HEDGES}$")
"""Behind where a share came from: "as a percentage of revenues, it rose from 79.3% in the fourth quarter to 80.1%"."""
_AS_SHARE_MOVED = re.compile(rf"{_OF_SALES},?(?: [\w'&]+){{1,5}} $")
_TO_REACHED = re.compile(r"(?: (?:year over year|sequentially|from (?:the )?(?:prior|last) year|over last year))* to $")
_AS_SHARE = re.compile(
    rf"{_OF_SALES},?(?: [\w'&]+){{0,5}}? (?:was|were|of|at|to|is|from|be)(?: (?:about|approximately|around|roughly|nearly))* ?$"
)
