"""What a number does in its sentence: state a level, a change, a comparison, or a share.

Takes the sentence's normal form and its quantities in order; gives one `Frame` for each. `RULES` lists the
constructions in the order they are asked; the first that knows an answer gives it, else a number is a level.
What the number is about belongs to `links`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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
_UP, _DOWN = frozenset(_G["up"]), frozenset(_G["down"])
_NO_END = r"(?! (?:end|half|part|bound|side)\b)"
"""The lower end of a range is no decline."""
_MOVE = f"(?:{_either([*_G['up'], *_G['down']])}){_NO_END}"
_NOUN = _either(_G["change_nouns"])
_HEDGES = rf"(?:(?:{_either(_G['hedge'])})[ ,]+)*"
# "up 14%", "increased by approximately 5%", "growth of 7%"
_MOVED = re.compile(
    rf"\b(?P<word>{_MOVE})(?: (?:in|during|for|over) the (?:[a-z]+ ){{0,2}}(?:quarter|year|period)(?= by\b))?[ ,]+{_HEDGES}[$€£¥]?$"
)
_MOVED_TO = re.compile(rf"\b(?P<word>{_MOVE}) to [$€£¥]?$")
_TO_NEXT = re.compile(r" to [$€£¥]?")
# "growth in comparable sales of 5%"
_IN_MONEY = re.compile(rf"\b(?:was|is|were|represent\w*|,) an? (?P<word>{_NOUN}) in [$€£¥]?$")
_NOUN_IN = re.compile(
    rf"\b(?P<word>{_NOUN})s? (?:in|of|for|to(?= (?:our|the) (?:[\w-]+ ){{0,2}}dividends?\b))\b(?:(?! to | were | result| led | drove | generated | with (?:total |net )*(?:revenues?|sales|earnings|income|ebitda) of | (?:offset|driven|fueled|supported|helped|caused) by )(?:[^,;$%\d]|20\d\d\b|(?<=\bq)[1-4]\b)){{2,60}}\b(?<!at a margin )(?:of|was|by|totaling)[ ,]+{_HEDGES}[$€£¥]?$"
)
# "to be in the range of plus 10% to plus 12%"
_PLUS = re.compile(r"\bplus $")
_OF_OR_BY = re.compile(rf"\b(?:of|by|totaling)[ ,]+{_HEDGES}[$€£¥]?$")
# "grow recurring revenues by 12%"
_NO_CAUSE = r"(?!(?:by|to|from|of|was|were|is|are|been|offset|driven|led|fueled|supported|helped|aided|caused)\b)"
"""What "by" names the cause of: "the increase was offset by an 11% decrease in fees"."""
_MOVED_OBJECT = re.compile(
    rf"\b(?P<word>{_MOVE})(?: {_NO_CAUSE}[\w&'.]+){{1,7}} by {_HEDGES}$"
    rf"|\b(?P<grew>grow|grew|grown|growing)(?: (?!(?:by|to|from|of)\b)[\w&'.]+){{1,5}} (?:at(?: an?)?|in (?:the|a)) {_HEDGES}$"
)
_NO_OBJECT = r"(?!(?:by|to|from|of|in|on|at|with|while|but|and|which|that|was|were|is|are|for|over|than|as)\b)"
_GREW_OBJECT = re.compile(
    rf"\b(?P<word>grow|grew|grown|growing)(?: {_NO_OBJECT}[\w&'.]+){{1,5}} {_HEDGES}$"
    rf"|\b(?P<raised>increased?|increasing|raised?|raising|lowered|reduced?|reducing|decreased)(?: (?:our|the|its|net|total))+(?: {_NO_OBJECT}[\w&'.]+){{1,3}} {_HEDGES}$"
)
_MOVED_POINTS = re.compile(
    rf"\b(?P<word>grew|growing|expanded|expanding|improved|improving|increased|increasing|reduced|reducing|decreased|lowered)(?: {_NO_OBJECT}[\w&'.]+){{1,5}} {_HEDGES}$"
)
_GREW_OBJECT_TO = re.compile(
    rf"\b(?:(?P<word>grow|grew|grown|growing)(?: {_NO_OBJECT}[\w&'.]+){{1,5}}|(?P<raised>increased|increasing|raised)(?: (?:our|the|its|net|total|adjusted|diluted))+(?: {_NO_OBJECT}[\w&'.]+){{1,3}}) to {_HEDGES}[$€£¥]?$"
)
_THAN_IT_WAS = re.compile(r" (?:compared|over|from|versus|vs|higher|year over year|increase)\b")
_OR_BY_RATE = re.compile(r",? or (?:about |approximately |nearly |over )*[\d.]+ ?(?:%|percent)(?! of\b)")
_GREW_TOO = re.compile(rf",? and(?: {_NO_OBJECT}[\w&'.]+){{1,4}} ")
# "we grew revenue by $60 million"; what a charge does to a metric is an effect
_WE_MOVED_OBJECT = re.compile(
    rf"(?:\b(?:we|we've|company)(?: (?:have|has|also|again|further|now|just|are))* |, (?=growing ))(?P<word>{_MOVE})(?: (?!(?:by|to|from|of)\b)[\w&'.]+){{1,5}} by {_HEDGES}[$€£¥]?$"
)
# "increase in revenue to $5 million", "was", "at": nothing but a level
_LEVEL = re.compile(
    r"\b(?:to|at|reached|reaching|hit|totaled|totalled|totaling)[ ,]+(?:(?:a|an|the|about|approximately|around|roughly|nearly|over|almost|just|more than|record|between|up|down|as high as)[ ,]+)*[$€£¥]?$"
)
_COMPARED = re.compile(
    r"\b(?:(?:as |when )?compar(?:ed|es|ing|able)(?: favorably)? (?:to|with|against)|(?:un)?favorable to|compared|versus|vs\.?|relative to|against|exceed(?:ed|ing|s)(?= (?:both )?(?:the |our )?(?:prior|last|previous) (?:year|quarter))|(?:up|down|increased?|decreased?|improved|grew|rose|declined|fell|compares|reduced|lower|higher|improvement|decline|increase|narrowed|expanded) from|"
    r"(?<!revenue )(?<!revenues )(?<!sales )(?<!income )(?<!profit )(?<!cash )(?<!operations )(?<!earnings )(?<!resulting )(?<!stemming )(?<!excluded )(?<!arising )from(?! (?:continuing|discontinued|operations|operating|ongoing)\b)|(?<!year )(?<!quarter )(?<!period )(?<!little )(?<!just )(?<!slightly )over(?! \w+ (?:years|quarters|decades))(?! ?[$€£]?$)|above(?! ?[$€£]?$)|below(?! ?[$€£]?$)|(?<!more )(?<!less )(?<!greater )than(?! (?:expected|anticipated|planned|forecast|usual|normal|typical|we)\b))(?P<gap>(?: [\w'.&%]+){0,9}?),? ?(?:a |an |the )?$"
)  # fmt: skip
# The gap after a word of comparison names a period or a metric, never a new statement.
_NEW_STATEMENT = re.compile(
    r"\b(?:(?:last year|year ago|prior year|quarter|period) and|stands|sits|stood|remains|remained|20\d\d and (?:nearly|almost|about|approximately|over|roughly)|was|were|is|increased|decreased|grew|declined|rose|fell|up|down|(?<=[a-z0-9] )reported(?! (?:eps|earnings|diluted|gaap)\b)|generated|delivered|and we|we|expect|increase|decrease|growth|decline|improvement|reached|totaled|totalled|achieved|contributed|accounted|represent(?:s|ed|ing)|marks|marking|equates?|came|ended|expect|will|drove|led|supported|resulted)\b"
)
_BESIDE = re.compile(
    r"\b(?:on the back of|driven by|due to|led by|thanks to|because of|as a result of|reflecting|along with|as well as|coupled with|together with|combined with)\b|\b(?:year|quarter|period|20\d\d),? (?:with|and|on) (?:our |the |an? )?(?:[a-z&]+ ){1,4}(?:of|at)$"
)
_GAP_TO = re.compile(
    r"(?<!relative )(?<!compared )\bto(?: (?:a|an|the|about|approximately|nearly|over|record|new))* ?$"
)
_AND_DID = re.compile(
    r"\b(?:ago|year|quarter|period|20\d\d),? and (?:[\w']+ ){1,5}(?:was|were|of)\b|\b(?:and|which|that) (?:we )?(?:supported|drove|led|helped|delivered|generated|produced|resulted|contributed|allowed|enabled)\b"
)
"""A verb of its own after what is held against: "versus last year and supported margins of 47.9%"."""
_WAS_THEN = re.compile(r"\b(?:was|were|of|at|total of|levels? of)(?: (?:about|approximately|a|an|around|roughly))* ?$")
_OPENS_HELD = re.compile(
    r"(?:(?:and|also|again|when)[ ,]+)*compared (?:to|with) (?:the |our )?(?:[\w']+ ){1,3}(?:year|quarter|period)(?: last year| of 20\d\d)?, "
)
_FROM_NEXT = re.compile(
    r"(?:,| and|, and) from (?:the |our )?(?!(?:last|prior|previous|this|that|an?|q[1-4]|20\d\d|fiscal|operating|net|adjusted|income|revenues?|sales|orders|ebitda)\b)(?:[a-z&']+ ){1,4}(?:(?:was|of|about|approximately|nearly|over) )*[$€£¥]?"
)
_FROM_PART = re.compile(r"\b(?:revenues?|sales|orders|bookings|income|ebitda|profit) from (?:the |our )?[a-z]")
_COMPARED_WAS = re.compile(
    r"\b(?:compar(?:ed|es|ing) (?:to|with)|versus|vs\.?)(?: [\w'.&%$,]+){0,14}? (?:was|were|of|at|total of)(?: (?:about|approximately|a|an|around|roughly))* ?$"
)
# "14% year over year increase", "a 120 basis point improvement"
_MOVES_AFTER = re.compile(
    rf"^(?! or (?:higher|better|above|more|greater|lower|below|less|(?:an? )?(?:growth|increase|decrease|decline|reduction) of))(?: per (?:diluted )?share(?:,(?= or [\d.]+ ?(?:%|percent) (?:higher|lower) than\b))?(?= (?:or [\d.]+ ?(?:%|percent) )?(?:increase|decrease|improvement|decline|reduction) (?:in|from|over|versus)\b| (?:or [\d.]+ ?(?:%|percent) )?(?:lower|higher) (?:compared|than|versus)\b| (?:above|below) (?:the |our )?(?:prior|last|previous) year\b))?(?: (?:year over year|year on year|yoy|y/y|quarter over quarter|quarter on quarter|sequential|sequentially|organic|(?:constant|local) currency|reported|annual|comparable|same store|(?:weather )?(?:adjusted|normali[sz]ed)|recurring|subscription|rental|premium|cloud|service|product|overall|total|or (?:about |approximately )?[$\d.,%]+(?: million| billion)?(?: percent)?"
    rf"|or|growth|net|core|ebitda|ebit|earnings|eps|[an]?ffo|noi|nii|tbv|arr|aum|loans?|deposits?|dividends?|fees?|orders?|bookings|backlog|rent|rental rate|subscribers?|customers?|members?|membership|headcount|traffic|comps?|unit|site|property|revpar|adr|income|profit|margin|operating|free|cash|flow|gaap|non|compound|annualized|volume|sales|revenue|like for like|further|quarterly|of|underlying|positive|interest|costs?|inventory|debt|expense|ratio|combined|loss|efficiency|price|pro forma|points?|basis|adjusted|period over period|year|over|the|top line))* (?P<word>{_MOVE}|year over year|year on year|yoy|sequentially|quarter over quarter|above|below|ahead|accretive|greater|better(?= (?:than|from|compared|versus)\b)|(?:more|less)(?= than)|(?:un)?favorable(?= (?:compared|versus|than|to (?:the |our )?(?:last|prior|previous))\b)|(?:over|above|north of) (?:the |our )?(?:last|prior|previous) year|versus (?:the |our )?(?:last|prior|previous) year(?!'s))\b(?! (?:guidance|outlook))"
)  # fmt: skip
_CHANGE_NOUNS = frozenset(_G["change_nouns"])
_ARTICLE = re.compile(r"\b(?:an?|the) ?[$€£¥]?$")
_ADJECTIVES = _CHANGE_NOUNS | {
    "higher",
    "lower",
    "better",
    "above",
    "below",
    "ahead",
    "greater",
    "more",
    "less",
    "favorable",
    "unfavorable",
}
_AFTER_DOWN = frozenset({"below", "less", "fewer", "unfavorable"})
_SEQUENTIAL = re.compile(
    r"sequential|quarter over quarter|quarter on quarter|qoq|q/q|(?:from|over|versus|vs|than|compared (?:to|with)) (?:the )?(?:last|prior|previous|preceding|linked|immediately preceding) quarter(?! of)|linked (?:(?:first|second|third|fourth) )?quarter|from (?:the )?(?:first|second|third) quarter(?! (?:of|last|in (?:fiscal )?20\d\d|(?:fiscal )?20\d\d|trends?|declines?|increases?|growth|rates?))"
)
_YEARLY = re.compile(
    r"year over year|year on year|yoy|y/y|(?:prior|last|previous) year|year ago|a year|same (?:period|quarter)|year earlier"
)
_SHARE = re.compile(
    r"^,? of (?!which|whom|(?:[\w']+ ){1,3}margin\b)(?:(?:our|the|its|total|overall|consolidated|company|net|quarterly|group|first|second|third|fourth|quarter|full|year|annual|adjusted|worldwide|global|combined|segment) )*"
)
_COORDINATED = re.compile(
    r"^(?:[ ,]|'s|year over year|year on year|yoy|sequentially|quarter over quarter|and|or|on|an?|the|organic|organically|basis|constant currency|reported|gaap|local (?:currency|currencies)|u\.s\. dollars|in|as|by|respectively|about|approximately|over|from|versus|compared|to|last|prior|previous|linked|year|quarter|same|period|increase|decrease|growth|decline|ago|of|first|second|third|fourth|q[1-4]|(?:march|june|september|december) \d+)*$"
)
_MAX_LEFT = 90


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


def frames(normal: str, quantities: Sequence[Quantity], without: frozenset[str] = frozenset()) -> list[Frame]:
    """Give each quantity of a sentence its frame.

    >>> from transforms.language.quantities import quantities
    >>> text = "up 14% from 1,187.4 million"
    >>> [(f.role, f.sign) for f in frames(text, quantities(text))]
    [('change', 1), ('comparison', 0)]
    """
    found: list[Frame] = []
    rules = [rule for name, rule in RULES.items() if name not in without]
    for index, quantity in enumerate(quantities):
        before = quantities[index - 1] if index else None
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        left = normal[max(before.end if before else 0, quantity.start - _MAX_LEFT) : quantity.start]
        right = normal[quantity.end : after.start if after else quantity.end + 90]
        place = Place(normal, quantity, left, right, before, found[-1] if found else None)
        frame = next(filter(None, (rule(place) for rule in rules)), _LEVEL_FRAME)
        if (
            found
            and all(each.role == "effect" for each in found)
            and (frame.role == "comparison" or frame.role == "change" and _EFFECT_THEN.search(left))
        ):
            frame = Frame("effect")  # "tax credits contributed $0.08 to our earnings compared to $0.01 in 2018"
        if (
            found
            and frame.role == found[-1].role == "change"
            and frame.sequential
            and (OR_INCREASE.fullmatch(left) or before and before.kind == "number" and _UNITS_OR.fullmatch(left))
        ):
            found[-1] = replace(found[-1], sequential=True)  # "by $8 million or 16% versus the prior quarter"
        found.append(frame)
    return found


_UNITS_OR = re.compile(r"(?: (?!and\b|to\b|or\b)[a-z]+){1,3},? or (?:(?:about|approximately|nearly) )*")
"""Between a count and its share of what there was: "an increase of 230,000 tons or 20% sequentially"."""
_LEVEL_FRAME = Frame()
_EFFECT_THEN = re.compile(
    r"\b(?:compared (?:to|with)|versus) an? (?:increase|decrease|reduction|benefit|charge) of (?:about |approximately )?[$€£¥]?$"
)
"""What it did then: "adjustments reduced tax expense by $1.3 million compared to an increase of $5.1 million last year"."""


def share(place: Place) -> Frame | None:
    """ "5% of our revenue"."""
    is_share = (
        place.quantity.kind == "percent"
        and _SHARE.match(place.right)
        and (not _MOVED.search(place.left) or _MADE_UP.search(place.left))
    )
    if not is_share:
        return None
    came_from = _MOVED_FROM.search(place.left) and _TO_SHARE.match(place.right)
    return Frame("share", is_held_against=bool(place.follows("share") and compared(place) or came_from))


_TO_SHARE = re.compile(r" of (?:(?:our|total|net) )*(?:sales|revenues?) to ")
"""Where a share came from: "SG&A fell from 31% of sales to 29% of sales"."""
_MADE_UP = re.compile(rf"\b(?:make|makes|made|making) up {_HEDGES}$")


def share_as(place: Place) -> Frame | None:
    """ "operating expenses as a percentage of net sales were 27.1%", "… improved 70 basis points to 21.4%"."""
    if place.quantity.kind != "percent":
        return None
    if place.previous and place.follows("share") and place.previous.is_held_against and _TO_SHARE_NOW.match(place.left):
        return Frame("share")
    moved_by = place.before if place.before and place.before.kind == "point" else None
    if moved_by and _TO_REACHED.fullmatch(place.left):
        is_share = _AS_SHARE_MOVED.search(place.normal, max(0, moved_by.start - _MAX_LEFT), moved_by.start)
    else:
        is_share = _AS_SHARE.search(place.left)
    return Frame("share", is_held_against=bool(_CAME_FROM.search(place.left))) if is_share else None


def lands(place: Place) -> Frame | None:
    """ "SG&A should fall between $85 million and $95 million": where an amount comes to lie."""
    return _LEVEL_FRAME if place.amount and place.quantity.is_range and _LANDS.search(place.left) else None


_LANDS = re.compile(
    r"\bfall(?:s|ing)? (?:somewhere )?(?:between|within|in(?:to)?)(?: (?:the|a) range of)?(?: (?:about|approximately|the))* ?$"
)


def effect(place: Place) -> Frame | None:
    """ "the charge reduced EPS by $0.05", "sales exclude $35 million": what something did to a metric."""
    if place.follows("effect") and _IN_TIME_AND.fullmatch(place.left) and _IN_TIME.match(place.right):
        return Frame("effect")
    if place.relative:
        return (
            Frame("effect")
            if _LED_BY.search(place.left)
            or _ON_GROWTH.search(place.left)
            or _BROUGHT_ABOUT.search(place.left)
            and _COMPRESSION.match(place.right)
            or (found := _EFFECT_OF.search(place.left)) is not None
            and not _LEFT_OUT.search(place.left, 0, found.start())
            or _RESULTING.search(place.left)
            or _HEADWIND_TO.search(place.left)
            or place.quantity.kind == "point"
            and _HAD_EFFECT.search(place.left)
            or _INCLUDING.search(place.left)
            or _WAS_HIT.search(place.left)
            or place.follows("change")
            and _OF_WHICH.search(place.left)
            and _CAME_OF.match(place.right)
            or _DROVE.search(place.left)
            or _CHANGED_OURS.search(place.left)
            or _DILUTES.search(place.left)
            or _CHANGED_SALES.search(place.left)
            or place.quantity.kind == "point"
            and (
                _CHANGED_MARGIN.search(place.left)
                or _CONTRIBUTED.search(place.left)
                or place.right.startswith(" of ")
                and _OFFSET_BY.search(place.left)
            )
            or _EFFECT_BESIDE.match(place.right)
            or _FROM_DRIVER.match(place.right)
            or (_ANOTHER.search(place.left) or _NET_OF.search(place.left))
            and _BY_CURRENCY.match(place.right)
            else None
        )
    if place.quantity.kind == "per_share" and (
        _EQUIVALENT.search(place.left)
        or _DID_TO_EPS.search(place.left)
        or _LEAVES_OUT.search(place.normal, max(0, place.quantity.start - _MAX_LEFT), place.quantity.start)
    ):
        return Frame("effect")  # "operating income rose by the equivalent of $0.09 per share"
    if place.quantity.kind == "number" and (
        _WHICH_REDUCED.search(place.left)
        or _NET_OF.search(place.left)
        or place.quantity.scaled
        and _WHICH_HOLDS.search(place.left)
    ):
        return Frame("effect")  # "a storm that reduced throughput by about 34,000 barrels a day"
    if not place.amount:
        return None
    if _TO_EPS.match(place.right) and _ADDS.search(place.normal, 0, place.quantity.start):
        return Frame("effect")  # "the ruling added $91 million to operating income and $0.12 to earnings per share"
    if (
        # "the acquisitions added approximately $0.023 of FFO per share"
        _ADDED.search(place.left)
        and _OF_ADDED.match(place.right)
        # "we drew down net debt by $140 million to $1.9 billion"
        or _TO_NEXT.match(place.right)
        and _BROUGHT_BY.search(place.left)
    ):
        return Frame("effect")
    if _WITHIN.search(place.left) and _OF_BEST.match(place.right):
        return Frame("effect")  # "within about $5 million of our best quarter"
    if _BY_ITEM.match(place.right) and _MOVED_BY.search(place.left):
        return Frame("effect")  # "operating income was reduced by a $22 million tax item"
    if (
        # "the increase in gross profit was due to $12 million of higher volume"
        _MOVE_DUE_TO.search(place.left)
        and _OF_CAUSE.match(place.right)
        # "a decrease in operating income of $3 million that relates to lower usage"
        or _RELATES_TO.match(place.right)
        and _A_MOVE_IN.search(place.left)
        or _OF_LOWER.match(place.right)
    ):
        return Frame("effect")
    if _FROM_SALE.match(place.right):
        return Frame("effect")  # "despite a $789 million reduction in revenue from the divestiture of the trucks"
    if place.follows("effect") and (_ADDED_TOO.fullmatch(place.left) or _OR_ADDED.fullmatch(place.left)):
        return Frame("effect")  # "the acquisition added $14 million of sales and $2 million of EBITDA"
    if (
        place.follows("level")
        and _FAVORABLE_TOO.match(place.normal, place.quantity.end)
        or _LED_BY_AMOUNT.search(place.left)
        and _OF_GROWTH.match(place.right)
    ):
        return Frame("effect")  # "was $6 million and $7 million favorable to the prior quarter and year, respectively"
    if _RETURNED.match(place.right):
        return None  # "we returned $48 million, including $10 million of dividends"
    if _PROVISION_WAS.search(place.left):
        return None  # "the provision for credit losses was a benefit of $3 million"
    return Frame("effect") if _EFFECT_BEFORE.search(place.left) or _EFFECT_AFTER.match(place.right) else None


_BROUGHT_BY = re.compile(
    rf"\b(?:drew|brought|took|paid|worked|wrote|pulled|cut|trimmed|slashed|pared|built|lifted|boosted|trimming|cutting|paying|bringing|taking|drawing|building)(?: (?:down|up|back))?(?: (?!down\b|up\b){_NO_CAUSE}[\w&'.]+){{1,6}} by {_HEDGES}[$€£¥]?$"
)
"""By how much something was brought to what it is, since a time that is not said."""
_MOVE_DUE_TO = re.compile(
    rf"\b(?:increase|decrease|decline|improvement|growth|reduction|change) in (?:[\w'&]+ ){{1,5}}(?:(?:was|is) )?(?:(?:primarily|mainly|largely|principally) )?(?:due to|driven by|attributable to|the result of|because of|reflects?|reflected|includes?|included) {_HEDGES}[$€£¥]?$"
)
_OF_CAUSE = re.compile(
    r" (?:of|in|from) (?:higher|lower|increased|decreased|additional|incremental|improved|favorable|unfavorable|reduced|price|pricing|volume)\b"
)
_CONTRIBUTED = re.compile(rf"\bcontributed {_HEDGES}$")
"""What a part did to the margin of all: "our repair segment contributed 70 basis points of margin expansion"."""
_OFFSET_BY = re.compile(rf"\boffset by {_HEDGES}$")
_PROVISION_WAS = re.compile(
    rf"\bprovision (?:for [a-z]+(?: [a-z]+)? )?(?:(?:was|is|reflects|had) an? (?:net )?)?benefit (?:of|was) {_HEDGES}[$€£¥]?$"
)


def beat(place: Place) -> Frame | None:
    """ "exceeded our outlook range of $0.30 to $0.32 by $0.05": how far a result was from what was expected."""
    return (
        Frame("effect")
        if _BEAT.search(place.normal, max(0, place.quantity.start - 110), place.quantity.start)
        else None
    )


_BEAT = re.compile(
    r"\b(?:midpoint|low end|high end|ranges?|guidance|outlook|estimates?|forecast|expectations?)\b[^.;$%\d]{0,60}\bby(?: (?:about|approximately|roughly|nearly|over|an additional|another|a net|an?))* ?$|"
    r"\b(?:exceed(?:ed|ing|s)?|beat(?:ing)?|miss(?:ed|ing)?|outperform\w*|surpass\w*|eclips\w*)\b(?:[^;.]|\.\d)* by(?: (?:about|approximately|roughly|nearly|over|more than|almost|an?))* ?$|"
    r"\ban? (?:beat|miss) of(?: (?:about|approximately|roughly|nearly|over|an?))* [$€£¥]?$"
)


def on_top_of(place: Place) -> Frame | None:
    """ "declined 36% on top of a 4% decline in the prior year"."""
    if place.relative and (then := _THAN_THEN.search(place.left)):
        return Frame("comparison", _sign(then["word"]))  # "an improvement from the first quarter decline of 9%"
    if not place.relative or not _ON_TOP.search(place.left):
        return None
    after = _MOVES_AFTER.match(place.right)
    return Frame("comparison", _sign(after["word"]) if after else 0)


_THAN_THEN = re.compile(
    rf"\b(?:from|versus|than|against|compared (?:to|with)|on top of|lapping|cycling|rolling over)(?: (?:the|our|an?|strong|very))* (?:(?:first|second|third|fourth|last|prior|previous) (?:quarter|year)|q[1-4])(?:'s)? (?:(?!(?:and|or|but|despite|with|on|an?|the|while|as|in|to|for|of) )[a-z]+ ){{0,3}}?(?P<word>increase|decrease|decline|growth)(?: rate)? of {_HEDGES}$"
)
_ON_TOP = re.compile(
    r"\b(?:on top of|lapping|cycling|rolling over|compared (?:to|with)|versus|against|from)(?: (?:an?|the|our|last year's|(?:first|second|third|fourth|last|prior|previous) quarter's|q[1-4]'s|prior year|very strong|strong))* (?:(?:(?:first|second|third|fourth) quarter )?(?:comps?|growth|increase|gain|performance) of(?: (?:about|nearly|over|almost|approximately|roughly))* )?$"
)


def flat_to(place: Place) -> Frame | None:
    """ "flat to up 3%"."""
    flat = _FLAT_UP.search(place.left) if place.relative else None
    if not flat:
        return None
    sign = -1 if (flat["word"] or "") in ("down", "minus", "negative", "a decrease of") else 1
    return Frame("change", sign, _is_sequential(place.left, place.right))


def same_again(place: Place) -> Frame | None:
    """ "includes costs of $579 million, or $1.15 per share", "a decrease of $97 million or 20% sequentially"."""
    if place.follows("effect") and _EFFECT_TOO.fullmatch(place.left):
        return Frame("effect")  # "benefited GAAP EPS by $0.42 and non-GAAP EPS by $0.43"
    if place.follows("effect") and place.relative and _AND_BY.fullmatch(place.left):
        return Frame(
            "effect"
        )  # "impacted the margin by 5 basis points compared to the last quarter, and by 15 basis points"
    if place.follows("effect") and place.left == " and ":
        return Frame("effect")  # "lowered both operating margins and earnings per share by 40 basis points and $0.05"
    if place.quantity.kind == "number" and _FROM_AND.fullmatch(place.left) and place.right.startswith(" from "):
        return Frame("effect")  # "4 points from price and 3 from volume"
    if place.previous is None or not OR_SAME.fullmatch(place.left):
        return None
    if place.follows("effect"):
        return Frame("effect")
    if place.follows("share") and place.quantity.kind == "percent":
        return Frame("share")  # "16.9% of sales or 16.8% as adjusted"
    if place.relative and place.follows("change") and place.previous.sign:
        sequential = _is_sequential(place.left, place.right, default=place.previous.sequential)
        return Frame("change", place.previous.sign, sequential, place.previous.is_verb)
    return None


def change_in_money(place: Place) -> Frame | None:
    """ "increased by 20%, or $0.20, to $1.20"."""
    if place.previous is None or not place.amount or not place.follows("change"):
        return None
    if _THAT_IS.fullmatch(place.left):
        return Frame("change", place.previous.sign, place.previous.sequential, place.previous.is_verb)
    if _OF_ANOTHER.match(place.right):
        return None  # "$40 million for Lighting, up 12%, and $22 million for Controls, down 4%"
    is_by = place.before is not None and _OF_OR_BY.search(place.normal, 0, place.before.start)
    by_so_much = is_by and _A_SHARE.match(place.right)  # "an increase in the dividend of 13% or $0.02 per share"
    if not _AND_IN_MONEY.fullmatch(place.left) or _LEVEL_AFTER.match(place.right) and not by_so_much:
        return None
    # "an increase of $3.7 million sequentially and $1.7 million year-over-year"
    sequential = _is_sequential("", place.right, default=place.previous.sequential)
    return Frame("change", place.previous.sign, sequential, place.previous.is_verb)


_OF_ANOTHER = re.compile(
    r" (?:for|in|at|from) (?:our |the )?(?!constant\b|local\b|total\b)[a-z&]+(?: [a-z&]+){0,2}, (?:up|down|an? (?:increase|decrease|decline))\b"
)
_A_SHARE = re.compile(r" (?:per|a) (?:diluted |common )?share\b")


def over_the(place: Place) -> Frame | None:
    """ "a 36% increase over the $20.6 million achieved in 2019": what a rate is held against."""
    is_held = place.amount and place.before is not None and place.before.kind == "percent" and place.follows("change")
    return Frame("comparison") if is_held and _OVER_THE.fullmatch(place.left) else None


_OVER_THE = re.compile(
    r" (?:increase|decrease|improvement|growth|decline|gain|rise) (?:over|above|below) (?:(?:even|the|our|a|an|very|strong|record|last year's|prior year's|approximately|about|nearly) )+[$€£¥]?"
)


def moved(place: Place) -> Frame | None:
    """ "rose 5%". "Increased to" is a level, as "to" is no hedge, but in "decreased to $5 million to $427 million"."""
    if place.amount and _HIGHER_AT.search(place.left):
        return None  # "operating income was significantly higher at $214 million"
    beyond = _OR_BEYOND.match(place.left)  # "loans with a risk grade of 10 and higher were $666 million"
    found = _MOVED.search(place.left, beyond.end() if beyond else 0) or (
        _TO_NEXT.fullmatch(place.right) and _MOVED_TO.search(place.left)
    )
    if not found or (
        _LEFT_OUT.search(place.left, 0, found.start("word")) and _LEFT_OUT_ENDS.match(place.left, found.end("word"))
    ):
        return None  # "the core margin, which excludes accretion, was 3.22%"
    return _change(found["word"], place, is_verb=True)


_LEFT_OUT_ENDS = re.compile(r",| of [$€£¥]?$")
_HIGHER_AT = re.compile(r"\b(?:higher|lower) at(?: (?:about|approximately|nearly|over))* ?[$€£¥]?$")
_OR_BEYOND = re.compile(r" (?:and|or) (?:higher|above|greater|more|better|lower|below|less)\b")


def units_apart(place: Place) -> Frame | None:
    """ "throughput averaged 2.4 million barrels per day, which was 414,000 barrels per day lower than a year ago"."""
    found = _UNITS_APART.match(place.right) if place.quantity.kind == "number" and place.before else None
    if found is None:
        return None
    return _change(found["word"], place) if found["word"] in _FURTHER else Frame("effect")


_UNITS_APART = re.compile(
    r"(?: (?!than\b|and\b|or\b|with\b)[a-z]+){1,4} (?P<word>higher|lower|more|less|fewer|greater|better|worse|improved)\b"
)
_FURTHER = frozenset({"higher", "lower", "more", "less", "fewer", "greater"})
"""Words that say which way a count has gone, as "better" and "worse" do not."""


def off(place: Place) -> Frame | None:
    """ "sales were only off $200,000"."""
    return _change("down", place) if _OFF.search(place.left) else None


def favorable(place: Place) -> Frame | None:
    """ "restaurant expense was favorable by 210 basis points"."""
    found = _FAVORABLE.search(place.left)
    return _change(found["word"], place) if found else None


_FAVORABLE = re.compile(
    rf"\b(?:was|were|is|are|been) (?:\w+ly |also )?(?P<word>(?:un)?favorable)(?! at\b)(?: year over year)?(?: by)? {_HEDGES}[$€£¥]?$"
)
_OFF = re.compile(rf"\b(?:was|were|is|are|only) (?:only )?off {_HEDGES}[$€£¥]?$")


def plus(place: Place) -> Frame | None:
    """ "to be in the range of plus 10% to plus 12%"."""
    return _change("up", place) if place.relative and _PLUS.search(place.left) else None


def moved_object(place: Place) -> Frame | None:
    """ "grow recurring revenues by 12%", "we grew revenue by $60 million"."""
    found = (_MOVED_OBJECT if place.relative else _WE_MOVED_OBJECT).search(place.left)
    return _change(found["word"] or "grow", place) if found else None


def grew_object(place: Place) -> Frame | None:
    """ "we grew revenue 5% and adjusted EPS 12%", "expanded operating margin 60 basis points"."""
    # "we grew revenue $32 million, or 18%"
    by_so_much = place.quantity.kind == "money" and _OR_BY_RATE.match(place.normal, place.quantity.end)
    if place.quantity.kind not in ("percent", "point") and not by_so_much:
        return None
    found = (_MOVED_POINTS if place.quantity.kind == "point" else _GREW_OBJECT).search(place.left.rstrip("$€£¥"))
    if found:
        return _change(next(filter(None, found.groups())), place, is_verb=True)
    if (
        place.previous
        and place.before
        and place.follows("change")
        and place.previous.is_verb
        and place.before.kind == place.quantity.kind
        and _GREW_TOO.fullmatch(place.left)
        and _GREW_OBJECT.search(place.normal, 0, place.before.start)
    ):
        return Frame("change", place.previous.sign, place.previous.sequential, is_verb=True)
    return None


def grew_to(place: Place) -> Frame | None:
    """ "we grew earnings per share to $4.57, or 57% compared to the prior year"."""
    if (
        place.before is None
        or place.quantity.kind != "percent"
        or place.before.kind not in ("money", "per_share")
        or not _OR_ONLY.fullmatch(place.left)
        or not _THAN_IT_WAS.match(place.right)
    ):
        return None
    found = _GREW_OBJECT_TO.search(place.normal, 0, place.before.start)
    return _change(next(filter(None, found.groups())), place) if found else None


def noun_in(place: Place) -> Frame | None:
    """ "growth in comparable sales of 5%", "an increase in earnings of $0.03"."""
    if place.amount and (of := _IN_MONEY.search(place.left)):
        return _change(of["word"], place)  # "was a decrease in $9 million"
    found = _NOUN_IN.search(place.left)
    if found and (place.relative or _OF_OR_BY.search(found[0])):
        return _change(found["word"], place)
    return None


def noun_was(place: Place) -> Frame | None:
    """ "the organic revenue decline year over year was approximately 7%"."""
    found = _NOUN_WAS.search(place.left) if place.relative else _NOUN_SEEN.search(place.left)
    if found is None and place.before is None and place.quantity.kind == "money":
        found = _GROWTH_IN_WAS.match(place.normal, 0, place.quantity.start)
    if found is None and place.quantity.kind == "point":
        found = _BY_POINTS.search(place.left)  # "raising our outlook for organic margin expansion to 350 basis points"
    return _change(found["word"], place) if found else None


def was_before(place: Place) -> Frame | None:
    """ "the ratio was at 0.35%, prior year was at 0.48%"."""
    then = WAS_BEFORE.fullmatch(place.left) if place.before is not None else None
    return Frame("comparison", sequential=then["what"] == "quarter") if then else None


def from_each(place: Place) -> Frame | None:
    """ "fell 18 basis points from the peak in July and 13 basis points from the previous quarter"."""
    is_again = place.quantity.kind == "point" and place.follows("change") and _FROM_PLACE_AND.fullmatch(place.left)
    if not (is_again and place.previous and _FROM_ANOTHER_BASE.match(place.right)):
        return None
    return Frame("change", place.previous.sign, _is_sequential("", place.right), place.previous.is_verb)


_FROM_PLACE_AND = re.compile(rf" (?:from|over|versus) (?:the |its |our )?(?:[\w']+ ){{1,5}}and {_HEDGES}")
_FROM_ANOTHER_BASE = re.compile(
    r" (?:from|over|versus|compared (?:to|with)) (?:the |our )?(?:(?:first|second|third|fourth|prior|previous|last|linked) quarter|q[1-4]|(?:prior|last|previous) year|a year ago)\b"
)
"""Behind each of two changes stands what it is held against: "fell 18 points from the peak in July and 13 points from last quarter"."""


def compared(place: Place) -> Frame | None:
    """ "compared with $5 million in the prior year"."""
    if _WITH_OWN.search(place.left) and not place.follows("comparison"):
        return None  # "increased 11% compared to last year, with margins at 21.2%"
    if place.before is None and OPENS_COMPARED.match(place.normal) and _OF_AMOUNT.search(place.left):
        return Frame("comparison")  # "This compares with prior-year net income, excluding credits, of $363 million"
    if over := _NOUN_OVER.search(place.left):
        return _change(over["word"], place)  # "an improvement versus the prior year of 120 basis points"
    if (
        # "we could triple gross profit from $3 million to $9 million"
        _TO_NEXT.fullmatch(place.right)
        and _MULTIPLIED.search(place.left)
        # "up 6% from last quarter, which ended at $30 billion"
        or _WHICH_THEN.search(place.left)
        # "a 14% improvement on last year's $0.98"
        or place.amount
        and _OF_THEN.search(place.left)
        # "reached 11%, nearly matching the 12% level achieved in the second quarter of 2019"
        or _MATCHING.search(place.left)
        # "we expect our revenue yield to be similar to 2020's yield of 11.4%", "to be up 300 basis points to 2019 level of 59.4%"
        or _LIKE_THEN.search(place.left)
    ):
        return Frame("comparison")
    if place.amount and (
        # "a 110% increase from the second quarter of 2019 and $1.3 billion of EBITDA"
        _AND_MORE.search(place.left)
        and _OF_METRIC.match(place.right)
        # "$198 million from Lamps and $33 million from Glass"
        or place.before is not None
        and place.before.kind == "money"
        and (
            _FROM_SOURCE.fullmatch(place.left)
            # "Revenue from Lamps was $88 million, from Shades $52 million"
            or _FROM_NEXT.fullmatch(place.left)
            and _FROM_PART.search(place.normal, 0, place.before.start)
        )
    ):
        return None
    found = _COMPARED.search(place.left)
    if found and found[0].rstrip().endswith(","):
        return None  # "up 20% compared with a year ago, 12% on an underlying basis"
    if found and not (place.quantity.is_range and found[0].strip() == "from" and not TO_RANGE.match(place.right)):
        gap = found["gap"]
        if _GAP_TO.search(gap):
            return _LEVEL_FRAME  # "increased 3% over prior year to $2 billion"
        if _THAN_EXPECTED_AT.search(gap):
            return None  # "came in above our expectations at $0.40 a share"
        if _GAP_BY.search(gap):
            moved_at = _HAS_MOVE.findall(place.left)
            return _change(moved_at[-1] if moved_at else "", place)  # "declined from prior year by 7%"
        if (
            place.follows("change")
            and (place.relative or place.amount and (gap.endswith(" or") or _FROM_OTHER.match(place.right)))
            and _OR_AFTER_BASE.search(gap)
        ):
            if place.amount and _IS_HELD.match(place.right):
                return _LEVEL_FRAME  # "up 125% over Q2 2019 or $2.5 million versus $1.1 million"
            # "a decrease of 11% as compared to 2020 or 7% in constant currency", "… compared to 2020 and a 27% increase"
            sequential = bool(_SEQUENTIAL.search(place.right[:45])) and not _YEARLY.search(place.right[:20])
            return moves_after(place) or Frame("change", place.previous.sign if place.previous else 0, sequential)
        if _BESIDE.search(gap):
            return None  # "up 103% compared to last year along with margins of 16.8%"
        if not _NEW_STATEMENT.search(gap) or (
            _WAS_THEN.search(gap) and "compar" in found[0] and not _AND_DID.search(gap)
        ):
            return Frame(
                "comparison", sequential=bool(_SEQUENTIAL.search(place.left)) and not _YEARLY.search(place.left)
            )
    opens = place.before is None and _OPENS_HELD.match(
        place.normal
    )  # "Compared to the prior year, EBITDA was $11 million"
    has_own = _HAS_MOVE.search(place.left) or _AND_DID.search(place.left) or _ON_SALES.search(place.left)
    if not (opens or has_own) and _COMPARED_WAS.search(place.left):
        return Frame("comparison", sequential=bool(_SEQUENTIAL.search(place.left)))
    return None


_FROM_SOURCE = re.compile(
    r" from (?!.*\b(?:quarter|year|years|period|ago|months?|20\d\d|q[1-4]|prior|last|previous|level|high|low|guidance|outlook)\b)(?:[\w&'./]+ ){0,4}[\w&'./]+(?:,| and|, and)(?: (?:about|approximately|another|over|nearly|an additional))* [$€£¥]?"
)
_AND_MORE = re.compile(
    r"\b(?:from|over|versus|compared (?:to|with)) [^,;]*\b(?:20\d\d|quarter|year|ago|period),? and [$€£¥]?$"
)
_OF_METRIC = re.compile(r" (?:of|in) (?:(?:adjusted|operating|net|gross|free|total) )*[a-z]{4,}")
_LIKE_THEN = re.compile(
    rf"\b(?:similar|comparable|close) to (?:the )?(?:(?:fiscal )?20\d\d|last (?:year|quarter)|(?:prior|previous) (?:year|quarter)|q[1-4])'s (?:[\w']+ ){{1,4}}of {_HEDGES}[$€£¥]?$"
    rf"|\bto (?:the |our )?(?:fiscal )?20\d\d (?:[\w'-]+ ){{0,2}}levels? of {_HEDGES}[$€£¥]?$"
)
WAS_BEFORE = re.compile(
    r"(?:[,;](?: and| while)?| and) (?:the )?(?:prior|previous|preceding|last) (?P<what>year|quarter)(?:'s)? (?:was|were|stood)(?: (?:at|an?|about|approximately|around))* [$€£¥]?"
)
"""What was before, beside what is now: "the ratio was at 0.35%, prior year was at 0.48%"."""
_WITH_OWN = re.compile(
    rf"\b(?:year|quarter|ago|20\d\d|q[1-4]),? (?:with|while) (?:our |the |an? )?(?:[a-z&.]+ ){{1,4}}(?:of|at) (?:positive |negative )?{_HEDGES}[$€£¥]?$"
)
_MULTIPLIED = re.compile(
    r"\b(?:doubl|tripl|quadrupl|grow|grew|increas|rais|lift|improv|expand)\w*(?: [\w']+){1,4} from(?: about| approximately)? [$€£¥]?$"
)
_WHICH_THEN = re.compile(
    r"\b(?:from|versus|than|over|compared (?:to|with)) (?:(?:the|our|last|prior|previous|same|first|second|third|fourth|year|ago) )*(?:quarter|year|period|q[1-4]|20\d\d)(?: of (?:last year|20\d\d))?(?:, which|,? (?:when|where) (?:[\w']+ ){0,5}[\w']+) (?:was|were|ended|stood|closed|came in|finished|totaled)(?: (?:the (?:quarter|year|period)|at|about|approximately|with))* ?[$€£¥]?$"
)
_OF_THEN = re.compile(
    r"\b(?:on|over|from|versus) (?:last|(?:the )?(?:prior|previous)) (?:year|quarter)'s (?:record )?[$€£¥]?$"
)
_MATCHING = re.compile(r",? (?:nearly |almost )?matching (?:the |our )?[$€£¥]?$")
_NOUN_OVER = re.compile(
    rf"\b(?P<word>{_NOUN})s? (?:over|versus|from|compared (?:to|with)) (?:the |our )?(?:prior|last|previous|same) (?:year|quarter|period)(?:'s)?(?: (?:period|quarter))?(?: last year)? of {_HEDGES}$"
)
_OR_AFTER_BASE = re.compile(
    r"\b(?:year|quarter|period|ago|20\d\d|q[1-4](?: '\d\d)?|(?:march|june|september|december) (?:30|31)(?:st|th)?)(?: on an? [a-z ]{3,20} basis)?,? (?:or|and)(?: an?| about| approximately)*$"
)
_FROM_OTHER = re.compile(
    r" (?:from|over|versus|compared (?:to|with)) (?:the |our )?(?:last|prior|previous|linked|first|second|third|fourth|same|year ago|q[1-4])\b"
)
"""Another base: "up $1.2 billion from the second quarter of 2020 and $210 million from last quarter"."""
_IS_HELD = re.compile(r",? (?:versus|compared (?:to|with)|from) [$€£¥]?(?:\d|$)")
# "the improvement was due to the $114.1 million increase in gross profit"
_DUE_TO = re.compile(
    r"\b(?:due to|related to|attributable to|thanks to|tied to|driven by|because of|owing to|reflecting|result of) (?:an? |the )?[$€£¥]?$"
)
# "$5 billion, which equates to about 6% growth"
_EQUATES = re.compile(
    rf"\b(?:equat\w+|translat\w+|amount\w*|equivalent|correspond\w*|led|leading|contributed) to {_HEDGES}$"
)


def beyond(place: Place) -> Frame | None:
    """ "was $0.13, $0.05 over the prior year", "revenue was $1.5 billion, up to $41 million or 3% from": by how much."""
    if (
        not place.amount
        or not place.follows("level")
        or place.before is None
        or place.before.kind != place.quantity.kind
    ):
        return None
    if _WHICH_IS.fullmatch(place.left) and _AND_A_RATE.match(place.normal, place.quantity.end):
        return Frame("effect")  # "$386, which is more than $107 and a 38% increase over 2019"
    if _UP_TO.fullmatch(place.left) and _OR_RATE.match(place.normal, place.quantity.end):
        return Frame("change", -1 if "down" in place.left or "decreas" in place.left else 1)
    found = _BEYOND.match(place.right) if _ASIDE.fullmatch(place.left) else None
    return Frame("change", -1 if found["below"] else 1) if found else None


_ASIDE = re.compile(r"(?: per (?:diluted )?share)?,(?: or)? [$€£¥]?")
_BEYOND = re.compile(
    r"(?: per (?:diluted )?share)? (?:over|above|ahead of|better than|higher than|(?P<below>below|under|lower than|worse than|short of))\b"
)
_UP_TO = re.compile(
    r"(?: per (?:diluted )?share)?,? (?:(?:up|down|an increase|a decrease|increased|decreased) to)(?: (?:about|approximately))* [$€£¥]?"
)
_WHICH_IS = re.compile(r",? which (?:is|was) (?:(?:more than|over|about|up|approximately|nearly) )+[$€£¥]?")
_AND_A_RATE = re.compile(r" (?:and|or) an? [\d.]+ ?(?:%|percent) (?:increase|decrease|improvement|decline)\b")
_OR_RATE = re.compile(
    r" or (?:(?:about|approximately|over|nearly) )?[\d.]+ ?(?:%|percent) (?:from|versus|over|compared (?:to|with)|higher|lower|year over year)\b"
)
"""A rate that is the same as an amount tells it from a level: "up to $41 million or 3% versus last year"."""


def moves_after(place: Place) -> Frame | None:
    """ "a 120 basis point improvement", "14% year over year"."""
    found = _MOVES_AFTER.match(place.right)
    if found is None and place.quantity.kind == "point":
        found = _IN_MARGIN.match(place.right)  # "drove 440 basis points in adjusted operating margin improvement"
    if found is None and place.quantity.kind == "percent":
        found = _PART_GROWTH.match(place.right)  # "we saw 15% wholesale sales growth"
    if found is None and place.quantity.kind == "number":
        found = _COUNT_MORE.match(place.right)  # "production was 350,000 tons higher than the year before"
    if found is None and not place.relative:
        end = place.quantity.end
        found = _OR_PERCENT.match(place.normal[end : end + 90])
    is_level = _LEVEL.search(place.left) and not _EQUATES.search(place.left) and not _DUE_TO.search(place.left)
    if found is None or is_level:
        return None
    word = found["word"]
    if place.right.startswith(_OF_CAPITAL, found.end()):
        return None  # "$100 million of growth capex"
    if place.relative and found.end() + 1 == len(place.right) and word in _UP_DOWN and _IS_AT.search(place.left):
        return None  # "gross margin was 29.2% up 3.2 points"
    if (
        place.relative
        and (word.endswith(("ed", "ing")) or word in _VERBS_PAST)
        and found.start("word") == 1
        and _OF_AMOUNT.search(place.left)
    ):
        return None  # "gross margins of 31% increased 100 basis points"
    if place.right.startswith(" from", found.end()) and not (
        word in _CHANGE_NOUNS
        and (_ARTICLE.search(place.left) or place.follows("level") and place.left in (", ", ", $"))
    ):
        return None  # "$5 million, up from $4 million", but "91.7%, a 0.2% increase from the prior quarter"
    if place.follows("change") and _FROM_FALL.fullmatch(place.left) and word in _RISES:
        return Frame("change", 1)  # "1% decline to 4% growth"
    if place.coordinated and place.follows("change") and _sign(word) == 0:
        return None
    if place.relative:
        return _change(word, place)
    if word.startswith("north of"):
        return Frame("change", 1)  # "we've got inventory of $2 billion north of last year"
    if place.follows("level") and word.startswith(("over ", "above ")) and place.left in (" or ", " or $"):
        return Frame("change", 1)  # "free cash flow was $75 million or $14 million over last year"
    if (
        (word in _ADJECTIVES or word == "over" and place.follows("level"))
        and not _OF_AMOUNT.search(place.left)
        and not found[0].startswith(" or year")
    ):
        return _change(word, place)
    return None


_PART_GROWTH = re.compile(
    r" (?:(?!(?:of|in|and|for|on|from|to|with|by|as|the|our|an?|or|due|driven|at|that|which|was|were|is|are|higher|lower)\b)[a-z&'.]+ ){1,3}(?:net |organic )?(?:sales|revenues?|orders|bookings|premiums?) (?P<word>growth|increase|decline|decrease)\b"
)
_COUNT_MORE = re.compile(
    r"(?: (?!or )[a-z]+)? (?P<word>higher|lower|more|fewer|less|above|below|increase|decrease|reduction) (?:than|versus|compared|from|over|year over year|sequentially)\b"
)
_FROM_FALL = re.compile(r" (?:decline|decrease|reduction) to (?:an? )?")
_RISES = frozenset({"growth", "increase"})
_IN_MARGIN = re.compile(rf" (?:in|of) (?:(?:adjusted|operating|gross|ebitda|net|segment) )*margin (?P<word>{_MOVE})\b")
_IS_AT = re.compile(rf"\b(?:was|were|is|are|of|at)(?: {_HEDGES.rstrip()})? ?$")
_OF_CAPITAL = (" capex", " capital", " investment", " project", " spending")
_VERBS_PAST = frozenset({"fell", "rose", "grew"})
_UP_DOWN = frozenset({"up", "down"})


def of_what_moved(place: Place) -> Frame | None:
    """ "increased by 8 points of 33.2 million RMB": misheard, but what was increased."""
    if place.previous and place.amount and place.follows("change") and place.left.strip() in ("of", "over", "on"):
        return Frame("comparison", sequential=place.previous.sequential)
    return None


def from_then(place: Place) -> Frame | None:
    """ "was $2.25, down from $2.53 or 11%": by how much it moved from what it was."""
    if place.before is None or not place.follows("comparison") or place.quantity.kind != "percent":
        return None
    if (
        place.before.kind not in ("money", "per_share")
        or not _OR_ONLY.fullmatch(place.left)
        or place.right.startswith(" of ")
    ):
        return None
    moved_from = _MOVED_FROM.search(place.normal, 0, place.before.start)
    return _change(moved_from["word"], place) if moved_from else None


_OR_ONLY = re.compile(r"(?: per (?:diluted )?share)?,? or (?:about |approximately |nearly |over |roughly )*")
_MOVED_FROM = re.compile(rf"\b(?P<word>{_MOVE}) from (?:a |an |about |approximately )*[$€£¥]?$")


def compared_again(place: Place) -> Frame | None:
    """ "compared with $109.6 million, or $1.72 per share"."""
    if place.previous is None or place.before is None or not place.follows("comparison"):
        return None
    if _HAS_OWN_BASE.fullmatch(place.right):
        return None  # "$1.10, up from $0.95 a year ago, and $4.12 for the year, up from $3.58"
    goes_on = OPENS_COMPARED.match(place.normal) and _OF_AMOUNT.search(place.left) and " and " in place.left
    is_again = place.quantity.kind != place.before.kind or _ON_BASIS.match(place.right)
    if place.amount and is_again and OR_THEN.fullmatch(place.left):
        return Frame("comparison", sequential=place.previous.sequential)
    if _OR_OF.fullmatch(place.left) or goes_on and place.amount and not _NEW_STATEMENT.search(place.left):
        return Frame("comparison", sequential=place.previous.sequential)
    if _ON_SALES.fullmatch(place.left):
        return None  # "earned $41 million, down from $55 million, on sales of $388 million"
    if place.amount and _COMPARED_TOO.fullmatch(place.left):
        return Frame("comparison", sequential=place.previous.sequential)
    if (
        (place.amount or place.quantity.kind == place.before.kind)
        and _OF_A_TIME_AND.fullmatch(place.left)
        and _OF_A_TIME.match(place.normal, place.quantity.end)
    ):
        # "down from $36 million at the end of last quarter and $43 million at the end of last year"
        return Frame("comparison")
    comparable = {place.before.kind, place.quantity.kind} <= {"money", "per_share", "number", "percent", "point"}
    if comparable and _SAME_AGAIN.match(place.left):
        return Frame("comparison", sequential=place.previous.sequential)
    if place.coordinated and re.search(r"\band\b", place.left):
        return Frame("comparison", sequential=bool(_SEQUENTIAL.match(place.right.lstrip())))
    return None


_HAS_OWN_BASE = re.compile(
    r"(?: per (?:diluted )?share)? (?:(?:for|in|during) the (?!prior|previous|last|same|year ago|preceding|linked)(?:[a-z]+ ){0,3}?(?:quarter|year|half|months|period)|year to date|ytd),? (?:up|down|compared|versus|vs|against|increased|decreased)(?: (?:from|to|with))?(?: (?:about|approximately))* [$€£¥]?"
)
_ON_SALES = re.compile(
    r",? on (?:(?:net|total|record|quarterly|consolidated|organic) )*(?:sales|revenues?|volumes?) of(?: (?:about|approximately))* ?[$€£¥]?$"
)
"""What a result was made on is no base of it: "33%, as compared to 32% last year, on revenue of $40 million"."""


def moved_by(place: Place) -> Frame | None:
    """ "grew sales by 5% and segment profit margin by 360 basis points"."""
    if place.previous is None or not place.relative or not place.follows("change") or not _BY.search(place.left):
        return None
    return Frame("change", place.previous.sign, place.previous.sequential, is_verb=True)


def lowered(place: Place) -> Frame | None:
    """ "this has helped lower the cost of deposits by an additional 3 basis points"."""
    found = _LOWERED.search(place.left) if place.quantity.kind == "point" else None
    return _change(found["word"], place) if found else None


_LOWERED = re.compile(
    rf"\b(?:to|we|we've|us|helped|helping|and) (?P<word>lower|lowered|reduce|reduced|decrease|decreased|increase|increased|raise|raised|improve|improved|expand|expanded|grow|grew) (?:our |the )?(?:[\w&'%]+ ){{1,7}}by (?:an additional |another |a further )?{_HEDGES}$"
)
_BY = re.compile(rf" by {_HEDGES}$")


def moved_from_another(place: Place) -> Frame | None:
    """ "increased by $20 million or 2% from the first quarter and $190 million or 16% from the prior year"."""
    if place.previous is None or not place.amount or not place.follows("change"):
        return None
    if not _FROM_ONE_AND.fullmatch(place.left) or not _FROM_ANOTHER.match(place.normal, place.quantity.end):
        return None
    sequential = _SEQUENTIAL.match(place.right.lstrip()) is not None
    return Frame("change", place.previous.sign, sequential, place.previous.is_verb)


def points_again(place: Place) -> Frame | None:
    """ "rose 13 points to 99% and 10 points for the half to 97%"."""
    if place.quantity.kind != "point" or not _TO_RATE_AGAIN.fullmatch(place.right):
        return None
    first = _BY_POINTS_TO.search(place.normal, 0, place.quantity.start)
    return _change(first["word"], place, is_verb=True) if first else None


_BY_POINTS_TO = re.compile(
    rf"\b(?P<word>{_MOVE}) [\d.]+ (?:(?:basis|percentage) )?points?\b[^;]{{0,40}} to [\d.]+ ?(?:%|percent),? and {_HEDGES}$"
)
_TO_RATE_AGAIN = re.compile(r"(?: (?:for|in|during) [^,;\d]*(?:20\d\d)?)? to ")


def change_again(place: Place) -> Frame | None:
    """ "up 5% year over year and 2% sequentially"."""
    if place.previous is None or not place.relative or not place.follows("change") or not place.coordinated:
        return None
    if place.left.strip() in ("on a", "on an") or _TO_THAT.search(place.left):
        return None  # "declined 3 basis points to 40 basis points", "up 4% on a 10% operating margin"
    sequential = _is_sequential(place.left, place.right, default=place.previous.sequential)
    return Frame("change", place.previous.sign, sequential, place.previous.is_verb)


_TO_THAT = re.compile(r"(?:^|\b(?:quarter|year|q[1-4]|ago)) to $")
_SINCE_ONE = r"(?: (?:from|over|versus|compared (?:to|with)) (?:the |our )?(?:(?:first|second|third|fourth|same|prior|previous|last|linked|year ago|q[1-4]|quarter|year|period|20\d\d) ?)+| sequentially| year over year)"
_FROM_ONE_AND = re.compile(rf"{_SINCE_ONE},? and [$€£¥]?")
_FROM_ANOTHER = re.compile(rf"(?:,? or [\d.]+ ?(?:%|percent))?{_SINCE_ONE}")
_OF_SALES = r"\bas an? (?:percent(?:age)?|%) (?:of|to) (?:(?:our|total|net|quarterly|consolidated) )*(?:(?!the\b|this\b|its\b|their\b)[a-z]+ ){0,2}?(?:sales|revenues?)\b"
_CAME_FROM = re.compile(rf"\b(?:{_MOVE})(?: [a-z]+ly)? from {_HEDGES}$")
_TO_SHARE_NOW = re.compile(rf"(?: (?:in|for|during) (?:the )?[\w ,']{{2,40}}?| last year| a year ago)? to {_HEDGES}$")
"""Behind where a share came from: "as a percentage of revenues, it rose from 79.3% in the fourth quarter to 80.1%"."""
_AS_SHARE_MOVED = re.compile(rf"{_OF_SALES},?(?: [\w'&]+){{1,5}} $")
_TO_REACHED = re.compile(r"(?: (?:year over year|sequentially|from (?:the )?(?:prior|last) year|over last year))* to $")
_AS_SHARE = re.compile(
    rf"{_OF_SALES},?(?: [\w'&]+){{0,5}}? (?:was|were|of|at|to|is|from|be)(?: (?:about|approximately|around|roughly|nearly))* ?$"
)
_NOUN_WAS = re.compile(
    rf"(?<!and )(?<!or )\b(?P<word>{_NOUN})(?: (?:year over year|year on year|in the quarter|for the quarter|for the year|rate))* (?:was|is|were|will be|of) (?:above |north of )?{_HEDGES}$"
)
_GROWTH_IN_WAS = re.compile(
    rf"(?:(?:the|our|and|total|this|overall) )*(?P<word>growth|increase|decrease|decline|improvement|reduction) (?:in|of) (?!the rate)(?:(?!by|due)[\w&'-]+ ){{1,5}}(?:was|is|totaled) {_HEDGES}$"
)
"""By how much something moved: "The growth in gross premiums written was $50 million"."""
_BY_POINTS = re.compile(
    rf"(?<!interest )\bmargin (?P<word>expansion|improvement|increase|contraction)(?: (?:guidance|outlook|range))? (?:to|of|at|between|from) {_HEDGES}$"
)
_NOUN_SEEN = re.compile(
    rf"\b(?P<word>{_NOUN}) (?:that )?(?:we|you)(?:'ve)? (?:saw|see|had|have|experienced|have seen|seen|noted)\b[^;.$%\d]{{0,60}}\b(?:was|is) {_HEDGES}[$€£¥]?$"
)
OPENS_COMPARED = re.compile(r"(?:and |which )?(?:this|that|these|it|which)?(?: is)? ?compare[sd]? (?:to|with)\b")
# "compared to EBITDA of $48 million and sales of $238 million", "compared to net income of $95 million, EPS of $0.73"
_COMPARED_TOO = re.compile(
    r"(?: per (?:diluted )?share)?(?:,| and|, and| on)(?: (?!(?:we|our|the|a|an|was|were|which|that|is|are|for|in|with|while)\b)[a-z]+){1,5} of(?: (?:about|approximately|a|an))* ?[$€£¥]?"
)
_GAP_BY = re.compile(r"\b(?:by|at an? (?:growth )?rate of)(?: (?:about|approximately|nearly|over|just|roughly))* ?$")
_THAN_EXPECTED_AT = re.compile(
    r"\b(?:(?:expectations?|guidance|plan|outlook|forecast|range|estimates?)\b.*|(?:quarter|year|period)) at(?: (?:about|a|an))? ?$"
)
TO_RANGE = re.compile(
    r",? to(?: (?:at least|negative|minus|positive|a|an|new|updated|revised|narrower|range|of|between|now|down|up))* ?$"
)
"""What stands between two ranges of which the second is new."""
_OF_AMOUNT = re.compile(r"\b(?:of|at)[ ,]+(?:(?:about|approximately|a|an)[ ,]+)*[$€£¥]?$")
_OR_HEDGES = "by |about |approximately |almost |roughly |nearly |over "
OR_SAME = re.compile(
    rf"(?: per (?:diluted )?share| (?:diluted )?(?:shares|units|customers|subscribers|members|stores|employees)| in (?:constant|local) currency| year over year| sequentially)?,? or (?:{_OR_HEDGES}|an? )*$"
)
OR_INCREASE = re.compile(
    rf"(?: (?:in|for|during) the (?:first|second|third|fourth)? ?(?:quarter|year))?,? or (?:{_OR_HEDGES}|an? (?:(?:increase|decrease|decline|gain|reduction) of )?)*$"
)
_AND_BY = re.compile(rf"[^;.]{{0,70}},? and by {_HEDGES}")
_EFFECT_TOO = re.compile(rf"(?: per (?:diluted )?share)? and(?: [\w']+){{1,6}} by {_HEDGES}[$€£¥]?")
# "increased by about 20% and that amounted to $6 million"
_THAT_IS = re.compile(
    r",? (?:and )?(?:that|this|which) (?:amount|equat|translat)\w* to(?: (?:about|approximately|nearly|over|an?|almost))* [$€£¥]?"
)
_AND_IN_MONEY = re.compile(
    r"(?: per (?:diluted )?share)?(?: (?:for|in) the (?:quarter|year|period)| in (?:constant|local) currency| year over year| sequentially| linked quarter| quarter over quarter)?,? (?:or|and) (?:by |about |approximately |nearly |over |more than |roughly )*$"
)
_FLAT_UP = re.compile(
    r"\bflat to(?: (?:slightly|modestly|about))*(?: (?P<word>up|plus|down|minus|negative|an? increase of|an? decrease of|growth of))?(?: (?:by|about|approximately|to|a|low))* ?$"
)
_FROM_AND = re.compile(r" from (?:[\w']+ ){1,3}and ")
_DID_TO_EPS = re.compile(
    r"(?<!we )(?<!we've )\b(?:decreased?|increased|reduced|lowered|raised|benefited|impacted|hurt)(?: (?:our|gaap|adjusted|quarterly))* (?:earnings|eps)(?: by)?(?: (?:about|approximately|roughly|an?))* ?[$€£¥]?$"
)
"""What something did to earnings: "the timing of taxes, which decreased earnings $0.03 per share"."""
_TO_EPS = re.compile(r" to (?:our |the )?(?:adjusted |diluted )*(?:earnings|eps)\b")
_ADDS = re.compile(r"\b(?:added|adds|adding|contributed)\b[^;]*$")
_LEAVES_OUT = re.compile(r"\bexclud(?:es?|ed|ing) (?:[\w']+ ){1,6}of [$€£¥]?[\d.,]+ (?:million|billion),? or [$€£¥]?$")
# "$155 million, which includes 115 million for the plant"
_WHICH_HOLDS = re.compile(rf",? (?:which|that) includes? {_HEDGES}$")
_WHICH_REDUCED = re.compile(
    rf"\b(?:which|that|outages?|downtime|shutdowns?|strikes?|storms?|hurricanes?|weather|fires?|floods?|flooding|maintenance|turnarounds?|accidents?|disruptions?|curtailments?) (?:reduced|lowered|increased|raised|cut) (?:[\w']+ ){{1,8}}by {_HEDGES}$"
)
_CHANGED_SALES = re.compile(
    rf"\b(?:currenc(?:y|ies)|exchange|fx|acquisitions?|divestitures?|weather|inflation|hedges|hedging) (?:increased|decreased|reduced|lowered|raised|boosted) (?:our )?(?:total |reported |net )*(?:revenues?|sales|growth) (?:by )?{_HEDGES}$"
    rf"|\b(?:coronavirus|covid(?: 19)?|pandemic|outbreak|strikes?|storms?|hurricanes?|weather|shutdowns?|currency|fx|divestitures?|exit|tariffs?|closures?|leap (?:year|day)) (?:will|would|could|should|may|is expected to|are expected to) (?:reduce|lower|impact|decrease|increase|affect|benefit|hurt) (?:our )?(?:[\w']+ ){{1,6}}by {_HEDGES}$"
)
"""What something else did to sales: "foreign currencies increased revenue by about 2%"."""
_OF_WHICH = re.compile(rf",? of which {_HEDGES}$")
_CAME_OF = re.compile(r" (?:was|were|is|are|came|comes)\b")
"""What a part of the growth is due to: "revenue grew 2%, of which 1.1% was driven by volume"."""
_EFFECT_BEFORE = re.compile(
    r"\b(?:impact(?:ed|s|ing)?|benefit(?:ed|ing|s)?|headwinds?|tailwinds?|drag|hurt|effects?|dilut(?:ion|ive)|accreti(?:on|ve)|contribut(?:ed|ion|ing|es)(?! (?:net |operating |pre tax |pretax |adjusted )*(?:income|earnings|ebitda|profit) of| margins?\b| profits?\b)|offset|(?:un)?favorab\w+(?! (?:prior (?:year|period) )?(?:loss )?(?:reserve )?development\b))\b(?! (?:from|by) [^,]{0,60}\b(?:was|were)\b)[^,;.$%\d]{0,32}$"
    r"|(?:\b(?:reduc\w+|lower\w*|impact\w*|affect\w*|hurt|benefit\w*|boost\w*|rais\w+|negatively|positively)|(?<!we )(?<!we've )(?<!we have )\b(?:increas\w+|improv\w+|decreas\w+))\b(?! (?:(?:sequentially|year|over|yoy|slightly|modestly|significantly|further|also|in|for|during|the|this|quarter|period|on|a|reported|basis|organically|from|versus|compared|to|with|prior|previous|last|same|first|second|third|fourth|ago) )*by\b) [^,;$%]{3,70}\bby(?: (?:about|approximately|roughly|nearly|almost|over|more than|less than|an additional|another|around|an estimated|an?))* ?$"
    r"|\b(?:accretive|dilutive) to [^,;.$%]{3,50} by(?: (?:about|approximately|roughly|nearly|around|over|more than|at least))* ?$"
    r"|\ban? (?:\w+ )?(?:impact|benefit|headwind|tailwind|drag) (?:to|on) (?:[\w']+ ){1,6}of [$€£¥]?$"
    r"|\bimpact (?:[\w']+ ){0,6}(?:to|on) (?:[\w&]+ ){1,4}(?:was|is|were)(?: (?:about|approximately|roughly|nearly|around))* ?$"
    r"|\badjust(?:ed|ing) for (?:[\w&']+ ){1,3}of(?: (?:about|approximately|roughly|nearly|around))* ?$"
    r"|\bacquisition (?:related )?(?:net )?(?:sales|revenues?)(?: within the segment)? of [$€£¥]?$"
    r"|\b(?:headwinds?|tailwinds?)\b[^.;]*[\d.]+ (?:million|billion) (?:for|to|on) [a-z ]{3,30} and [$€£¥]?$"
    r"|\b(?:headwinds?|tailwinds?) from [a-z ]{3,30} approaching [$€£¥]?$"
    r"|\bof which(?: (?:about|approximately|roughly|nearly|around|a|an|some))* ?$"
    r"|\breflect\w* (?:the )?(?:higher|lower|increased|decreased|favorable|unfavorable|improved) (?:[\w']+ ){0,4}of [$€£¥]?$"
    r"|\bwhich (?:includes?|excludes?) (?:(?!(?:recorded|reported|posted|generated|earned|was|were|lost|had|earnings|revenues?|sales)\b)[\w'&]+ ){1,12}of(?: (?:about|approximately|roughly))* [$€£¥]?$"
    r"|\b(?:exclud|includ)\w+ (?:[\w']+ ){0,3}(?:costs|charges?(?! offs?)|expenses?|gains?|loss|losses|items|adjustments?|benefits?|impacts?)(?: (?!(?:was|were|is|are|and|to|grew|rose|increased|decreased|declined)\b)[\w']+){0,4} (?:of|totaling|totalling)(?: (?:about|approximately|a|an))* ?$"
    r"|\bwhich (?:was|were|is) (?:reduced|lowered|increased|raised|helped|hurt) by(?: (?:about|approximately|roughly|nearly|around))* [$€£¥]?$"
    r"|\bworth(?: (?:about|approximately|roughly|nearly|around|an?))* ?$"
    r"|\b(?:inflated|depressed|suppressed|dampened|masked|burdened|aided|helped|hampered|negatively|positively) by(?: (?:about|approximately|roughly|nearly|an estimated|an|around|a))* ?$"
    r"|\b(?:includ(?:ed?|es|ing)|inclusive of|exclud(?:ed?|es|ing)|adding|adds?|plus|another|an? additional|net of|comprised of|(?<!at a )(?<!at a total )(?<!at an aggregate )costs?|charge of|gain of)(?: (?:about|approximately|roughly|nearly|around|a|an|expected|the|pre tax|after tax|of|net))* ?$"
)
_MOVED_BY = re.compile(
    r"\b(?:reduced|lowered|increased|raised|affected|impacted) by(?: (?:an?|about|approximately|roughly|nearly|over|the))* [$€£¥]?$"
)
_BY_ITEM = re.compile(
    r" (?:[a-z]+ ){0,2}(?:items?|settlements?|adjustments?|accruals?|reserves?|gains?|credits?|refunds?|expenses?)\b"
)
_LEFT_OUT = re.compile(r"\bexclud\w+ (?:[\w&']+ ){0,4}$")
"""What a metric leaves out has no effect on it: "organic sales, which exclude acquisitions, increased 4%"."""
_ADDED_TOO = re.compile(
    r" (?:(?:of|in) (?:[\w&']+ ){1,4}|per (?:diluted )?share )and (?:(?:about|approximately|nearly|over) )?[$€£¥]?"
)
_IN_TIME = re.compile(r" (?:in|for) (?:the |fiscal )?(?:20\d\d|full|first|second|third|fourth|q[1-4]|year|quarter)\b")
_IN_TIME_AND = re.compile(
    rf"(?: to(?: our| adjusted| gaap)* (?:eps|earnings|revenues?|sales|ebitda))?(?: per (?:diluted )?share)?{_IN_TIME.pattern}[\w ]{{0,20}},? and (?:(?:another|by|about|approximately|nearly|over) )?[$€£¥]?"
)
"""What one thing does in two periods: "currency to increase growth by 3.5% in 2021 and 6% in 2022", "add $0.10 to EPS in 2021 and $0.25 in 2022"."""
_OR_ADDED = re.compile(r" (?:of|in) (?:[\w&']+ ){1,5}or (?:(?:about|approximately|nearly|over) )?[$€£¥]?")
_FAVORABLE_TOO = re.compile(
    r" and [$€£¥]?[\d.,]+ (?:million |billion )?(?:(?:un)?favorable|higher|lower|better|worse)\b"
)
_LED_BY_AMOUNT = re.compile(
    r"\b(?:led|driven|helped|supported|fueled) by(?: (?:an?|about|approximately|nearly|over))* [$€£¥]?$"
)
_OF_GROWTH = re.compile(r"(?: or [\d.]+ ?(?:%|percent))? (?:of|in) (?:[\w&']+ ){1,4}(?:growth|increases?|inflows?)\b")
"""What led to a growth is not the whole: "deposits rose 11%, led by $2 billion of checking growth"."""
_RETURNED = re.compile(r" (?:of|in) (?:\w+ ){0,2}(?:dividends?|(?:re)?purchases|buybacks?)\b")
_EFFECT_OF = re.compile(
    r"(?<!constant )(?<!local )\b(?:currency|exchange|fx|translation|acquisitions?|divestitures?|weather|leap day|extra day)\b,?(?: [\w']+){0,4} (?<!revenue )(?<!revenues )(?<!sales )(?<!income )(?<!fees )(?<!volume )(?<!volumes )(?:reduc|decreas|increas|add|contribut|impact|benefit|lower)\w* (?:[\w'&]+ ){0,6}(?:by )?(?:about |approximately |around |roughly |an? |nearly |additional )*$"
)
# "an improvement of 9 points, resulting from 26 points of favorable development"
_RESULTING = re.compile(rf"\b(?:resulting|stemming|arising) from {_HEDGES}$")
# "a headwind to our EPS growth of approximately 1%"
_HAD_EFFECT = re.compile(
    rf"\b(?:negative|positive|favorable|unfavorable|adverse|estimated|net) (?:impact|effect|benefit) of {_HEDGES}$"
)
"""What something did to a rate: "had a negative impact of 17 basis points in net interest margin"."""
_HEADWIND_TO = re.compile(
    rf"\b(?:headwind|tailwind|drag|benefit|boost|contribution|impact) (?:to|on) (?:[\w'&]+ ){{0,7}}of {_HEDGES}$"
)
# "a 3% decrease from volume, net of a 1% increase from currency"
_NET_OF = re.compile(rf"\bnet of {_HEDGES}$")
# "revenue increased 2.4%, led by product growth of 11%"
_LED_BY = re.compile(
    rf"\b(?:led|driven|helped|supported|fueled) by (?:an? )?(?![^%\d]*\b(?:sales|revenues?|stores?|volumes?|units?|organic|noi|rent)\b)(?:[\w&']+ ){{1,3}}(?:growth|increase) of {_HEDGES}$"
)
# "freight revenue grew 8% on strong yield improvement of 9%"
_ON_GROWTH = re.compile(
    rf"(?<!based )(?<!year )(?<!quarter )\bon (?:an? )?(?:strong |higher |solid |continued |healthy )?(?![^%\d]*\b(?:sales|revenues?|organic|basis|top of|and|or)\b)(?:[\w&']+ ){{1,3}}(?:growth|increase|improvement|expansion) of {_HEDGES}$"
)
# "lower reinvestment rates resulted in 3 basis points of NIM compression"
_BROUGHT_ABOUT = re.compile(
    rf"\b(?:result\w* in|contribut\w+|added|adding|caused|led to|drove|driving)(?: (?:an?|additional|another))* {_HEDGES}$"
)
_COMPRESSION = re.compile(
    r" of (?:net interest margin|nim|(?:[\w']+ )?margin) (?:compression|erosion|dilution|pressure)\b"
)
# "price increased sales by 3%"
_DROVE = re.compile(
    rf"\b(?:prices?|pricing|mix|volumes?)\b(?: [\w']+){{0,3}} (?:increased|reduced|decreased|added|lifted|contributed|drove)(?: to)?(?: (?:our|the|net|organic|total))* (?:sales|revenues?|growth|earnings)(?: growth)? (?:by )?{_HEDGES}$"
)
# "the strike reduced our organic growth rate by 50 basis points"
_CHANGED_OURS = re.compile(
    rf"(?<!we )(?<!we've )(?<!have )(?<!and )(?<!to )\b(?:reduced|lowered|hurt|diluted|depressed|compressed|pressured|lifted|boosted|impacted|benefited) (?:our|the|both|total|overall|nim|margins?|net|organic|reported|gross|operating|adjusted|ebitda|\w+'s)[^,;$%]{{1,50}}\bby {_HEDGES}$"
    rf"|\b(?:benefits?|assistance|charges?|programs?|credits?|inflation|tariffs?) (?:increased|decreased|reduced|lowered|raised|improved) (?:(?:our|the|consolidated|total|net|gross|operating) )*(?:margins?|earnings|sales|revenues?|income) by {_HEDGES}$"
)
# "we expect the ramp to dilute our gross margin by 3 to 4 percentage points"
_DILUTES = re.compile(rf"\bdilut(?:e|es|ing) (?:(?:our|the) )?[^,;$%]{{1,50}}\bby {_HEDGES}$")
# "charges on loans declined and reduced the margin 13 basis points"
_CHANGED_MARGIN = re.compile(
    rf"\b(?:reduced|lowered|hurt|diluted|depressed|compressed|pressured|lifted|boosted|impacted|benefited) (?:the|our) (?:[\w']+ )?(?:margins?|nim) {_HEDGES}$"
)
# "10% organically with another 2% increase related to currency"
_ANOTHER = re.compile(rf"\b(?:another|(?:an )?additional|a further) {_HEDGES}$")
_BY_CURRENCY = re.compile(
    r" (?:(?:increase|growth|decrease|benefit|improvement) )?(?:related to|from|due to|attributable to|because of) (?:the )?(?:fx|foreign|currency|exchange|translation|acquisitions?|m and a|divestitures?)\b"
)
# "2% headwind from currency", "a 2% currency impact"
_EFFECT_BESIDE = re.compile(
    r"^(?: (?:currency|fx|foreign|exchange|translation|m and a|acquisitions?|divestitures?|pass through|price|pricing|mix|volume|tax|point|percentage|basis|modest|small|net|positive|negative|favorable|unfavorable|timing|inflation|weather|calendar|leap|day|sales|revenue|top line|bottom line|eps|earnings|growth|margin|nim))* (?:headwinds?|tailwinds?|drag|impacts?|benefits?|accretion|dilution)\b(?! (?:ratio|rate))"
)
# "increased 10%, with 6% from currency, 3% from volume and 1% from acquisitions"
_FROM_DRIVER = re.compile(
    r" (?:was |coming |came |contribution )?from (?:(?:favorable|unfavorable|higher|lower|positive|the|foreign|our|increased) )*(?:currency|fx|exchange|volumes?|pric(?:e|es|ing)|mix|acquisitions?|m and a|divestitures?|translation)\b"
)
_OF_LOWER = re.compile(
    r" of (?:lower|higher|reduced|increased|unfavorable|favorable) (?:[\w']+ ){0,2}(?:earnings|net income|income|profit|ebitda|ebit|revenues?|sales)(?: [\w']+){0,2} (?:due|related|attributable|resulting|associated) (?:to|from|with)\b"
)
"""What one thing did: "key items: $78 million of lower earnings due to the sale of our utilities"."""
_RELATES_TO = re.compile(r" (?:that|which) (?:(?:is|was|are|were) )?(?:relate[sd]?|related|attributable|due) to\b")
_A_MOVE_IN = re.compile(r"\ban? (?:decrease|increase|decline|reduction) (?:in|of|to) (?:[\w']+ ){1,3}of [$€£¥]?$")
_FROM_SALE = re.compile(
    r" (?:reduction|decrease|decline|increase) in (?:[\w']+ ){1,3}(?:from|due to|related to|resulting from) (?:the |our |recent )?(?:divestitures?|divested|acquisitions?|acquired|sale|disposal|exit|currency|foreign)\b"
)
_EQUIVALENT = re.compile(r"\b(?:the equivalent of|is equivalent to)(?: (?:about|approximately))? ?[$€£¥]?$")
_ADDED = re.compile(rf"\badd(?:s|ed|ing)? {_HEDGES}[$€£¥]?$")
_OF_ADDED = re.compile(r" (?:per share )?(?:of|to|in|per) ")
_WITHIN = re.compile(rf"\bwithin {_HEDGES}[$€£¥]?$")
_OF_BEST = re.compile(r" of (?:our|the|its|what)\b")
_WAS_HIT = re.compile(
    r"\b(?:(?:was|were|is|are|been) (?:\w+ly )?(?:impacted|affected|hurt|pressured|diluted|aided|helped)|negatively|positively|unfavorably|favorably)(?: [\w']+){0,6} by(?: (?:about|approximately|roughly|nearly|around|an?|an estimated|over|more than|almost|just))* $"
)
_INCLUDING = re.compile(r"\b(?:including|includes|included)(?: (?:about|approximately|roughly|nearly|around|an?))* $")
_EFFECT_AFTER = re.compile(
    r"^(?: per share)? [a-z]{3,} (?:headwind|tailwind)s?\b|^(?: per (?:diluted |common )?share)?(?: of)?(?: (?:positive|negative|favorable|unfavorable|net|non recurring|one time|non cash|after tax|pre tax|pretax|per share|additional|incremental|year over year|total|adverse|earnings|eps|ebit|ebitda|sales|revenue|margin))*"
    r" (?:impacts?|benefits?|headwinds?|tailwinds?|drag|hit|charges?|contribution|reserve|accretion|dilution|pickup|variance|penalty|write (?:down|off)|impairment|gain on|gains? from|loss on|from (?:the )?(?:currency|tax|lower|higher|weather|acquisition|discrete|foreign)|(?:better|worse) than(?! (?:the |our |in |a )?(?:prior|last|previous|same|year|first|second|third|fourth|q[1-4]|20\d\d))|above consensus|carryover)\b"
)
_LEVEL_AFTER = re.compile(r"^ (?:per|in(?! (?:the|our|fiscal|q[1-4]|20\d\d)\b)|of) ")
_SAME_AGAIN = re.compile(
    r"^[ ,]*(?:or|and|per share|per diluted share)?[ ,]*(?:about|approximately|minus|negative|an?|or)?[ ,]*[$€£¥]?$"
)
_TIME = r"(?:(?: (?:at|in|for|as of|the|our|end|of|last|prior|previous|preceding|linked|trailing|year|year's|ago|same|first|second|third|fourth))* (?:quarter|year|period|ago)(?:'s)?(?: of (?:fiscal )?20\d\d)?| (?:in|for|during) (?:fiscal )?20\d\d)"
_OF_A_TIME_AND = re.compile(rf"(?: per (?:diluted )?share)?{_TIME},? and [$€£¥]?")
_OF_A_TIME = re.compile(rf"(?:,? or [$€£¥]?[\d.,]+(?: million| billion)?(?: per (?:diluted )?share)?)?{_TIME}")
OR_THEN = re.compile(
    r" (?:(?:in|for|during|of|from) )?(?:(?:the|our|a|same|comparable|corresponding|prior|last|previous|first|second|third|fourth|fiscal|full|year(?:'s)?|quarter|period|half|ago|earlier|in|of|q[1-4]|20\d\d) ?)+,? or (?:about |approximately |nearly |over )*[$€£¥]?"
)
"""The same again behind the time it is of: "compared to $38.2 million last year, or $0.43 per share"."""
_ON_BASIS = re.compile(r",? (?:as (?:adjusted|reported)|on an?|excluding|adjusted|before|after)\b")
"""Behind an amount that says the one before once more on another basis: "or $33.9 million as adjusted"."""
# "compared with $20 million or an effective tax rate of 22%"
_OR_OF = re.compile(r",? or (?:an? )?(?:[\w']+ ){1,5}of ")
_OR_PERCENT = re.compile(
    rf"^(?: (?:per|a) (?:diluted |common )?share)? or (?:an? |about |approximately )*[\d.]+ ?(?:%|percent|(?:basis |percentage )?points)(?: (?:year over year|or|sequential|organic|net|of))* (?P<word>{_NOUN}|higher|lower|better|above|below|worse|(?:un)?favorable|over(?= (?:the )?(?:first|second|third|fourth|same|last|prior|previous) (?:half|quarter|year|period)))\b"
)


RULES: dict[str, Callable[[Place], Frame | None]] = {
    rule.__name__: rule
    for rule in (
        share, share_as, lands, effect, beat, on_top_of, flat_to, beyond, same_again, change_in_money, over_the, moved, units_apart, off, favorable, plus, moved_object, lowered, grew_object, grew_to, noun_in, noun_was, moved_from_another, was_before, from_each, compared, from_then, moves_after,
        of_what_moved, compared_again, points_again, change_again, moved_by,
    )
}  # fmt: skip
"""The constructions by name, in the order they are asked."""


def _change(word: str, place: Place, *, is_verb: bool = False) -> Frame:
    sequential = _is_sequential(place.left, place.right, default=bool(OPENS_LINKED.match(place.normal)))
    return Frame("change", _sign(word), sequential, is_verb)


OPENS_LINKED = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?(?:sequentially|quarter over quarter|on an? (?:linked quarter|sequential|quarter over quarter) basis|(?:compared (?:to|with)|versus) (?:the )?(?:prior|previous|last|linked|preceding) quarter)\b"
)
"""What opens a sentence whose changes are all held against the quarter before."""


def _sign(word: str) -> int:
    if (
        word in _UP
        or word in ("above", "ahead", "favorable", "greater", "more")
        or (word.endswith(" year") and word != "year over year")
    ):
        return 1
    return -1 if word in _DOWN or word in _AFTER_DOWN else 0


def _is_sequential(left: str, right: str, *, default: bool = False) -> bool:
    if _BETTER_TO.search(left) or _FASTER_THAN_BEFORE.match(right):
        return False
    near = re.split(r"[,;]| and | but (?:improved|up|better)\b", right, maxsplit=1)[0][:60]
    # "76% sequentially and up $0.20": what stands before "and" belongs to the number before.
    own = _AND_NEW.split(left)[-1]
    if _NAMED_BASE.match(near) and not _SEQUENTIAL.search(near) and not _SEQUENTIAL.search(own):
        return False  # "flat sequentially and 20% lower than Q2 of fiscal 2020": the periods tell
    for where in (
        near,
        (own if len(own.split()) > 1 or _HAS_MOVE.search(own) else left)[-60:],
        _AND_WERE.split(right, maxsplit=1)[0][:40],
    ):
        sequential, yearly = _SEQUENTIAL.search(where), _YEARLY.search(where)
        if sequential or yearly:
            return sequential is not None and (yearly is None or sequential.start() < yearly.start())
    return default


_FASTER_THAN_BEFORE = re.compile(
    r",? (?:which (?:is|was|represents?) )?an? sequential (?:acceleration|deceleration|slowdown|step (?:up|down))\b"
)
"""How a growth over the year moved since the quarter before: "growth of 6.5%, a sequential acceleration of 310 basis points"."""
_BETTER_TO = re.compile(
    r"\b(?:improv|accelerat|decelerat|moderat|slow|recover)\w* sequentially to (?:an? )?(?:(?:up|down) |(?:growth|decline|decrease|increase) of )(?:about |approximately )?$"
)
"""What a change over the year came to: "comps improved sequentially to down 2%"."""
_NAMED_BASE = re.compile(
    r"(?: (?:higher|lower|above|below|more|less|better|up|down|increase|decrease|improvement|decline|growth))? (?:than|from|over|versus|compared (?:to|with)) (?:the |our )?(?:q[1-4]|(?:first|second|third|fourth) quarter|(?:fiscal )?20\d\d|last year|(?:prior|previous) year)\b"
)
_AND_NEW = re.compile(
    r" (?:and|but) (?!year|sequential|quarter)|[;]|\b(?:led to|leading to|drove|driving|support(?:ed|ing)|result(?:ed|ing) in|improvement (?:from|over|on))\b"
)
_HAS_MOVE = re.compile(rf"\b(?:{_MOVE})\b")
_AND_WERE = re.compile(r" (?:and|but) (?:was|were|is|are|we|also|improved)\b")


_MOVE_BETWEEN = re.compile(
    rf"\b(?:growth|(?:{_MOVE})(?! from| to\b(?! (?:over |more than |about |approximately )*$)))\b"
)


def moved_between(text: str) -> int:
    """The direction that the last word of change in a gap gives, 0 where there is none.

    >>> moved_between("increased in the quarter ")
    1
    """
    words = _MOVE_BETWEEN.findall(text)
    if not words:
        return 0
    return 1 if words[-1] in _UP else -1
