"""Constructions that state how far something moved: "up 14%", "an increase of $5 million or 3%"."""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.vocabulary import grammar
from transforms.grammar.frames.place import (
    HEDGES,
    LEFT_OUT,
    MOVE,
    MOVE_BEFORE,
    NO_CAUSE,
    NOUN,
    OF_AMOUNT,
    OR_ONLY,
    SEQUENTIAL,
    TO_NEXT,
    UP,
    Frame,
    Place,
    change_of,
    is_sequential,
    sign_of,
)
from transforms.grammar.wordlists import WAS
from transforms.language.quantities import SIGNS

_G = grammar()
_MOVED_TO = re.compile(rf"\b(?P<word>{MOVE}) to [$£¥₠-⃏]?$")
# "growth in comparable sales of 5%"
_IN_MONEY = re.compile(rf"\b(?:was|is|were|represent\w*|,) an? (?P<word>{NOUN}) in [$£¥₠-⃏]?$")
_NOUN_IN = re.compile(
    rf"\b(?P<word>{NOUN})s? (?:in|of|for|to(?= (?:our|the) (?:[\w-]+ ){{0,2}}dividends?\b))\b(?:(?! to | were | result| led | drove | generated | with (?:total |net )*(?:revenues?|sales|earnings|income|ebitda) of | (?:offset|driven|fueled|supported|helped|caused) by )(?:[^,;$%\d]|20\d\d\b|(?<=\bq)[1-4]\b)){{2,60}}\b(?<!at a margin )(?:of|was|by|totaling)[ ,]+{HEDGES}[$£¥₠-⃏]?$"
)
# "to be in the range of plus 8% to plus 10%"
_PLUS = re.compile(r"\bplus $")
_FROM_BELOW = re.compile(r"\bfrom (?:an? )?(?:minus|negative) [\d.]+(?: ?%| percent)? to (?:an? )?plus $")
_OF_OR_BY = re.compile(rf"\b(?:of|by|totaling)[ ,]+{HEDGES}[$£¥₠-⃏]?$")
_MOVED_OBJECT = re.compile(
    rf"\b(?P<word>{MOVE})(?: {NO_CAUSE}[\w&'.]+){{1,7}} by {HEDGES}$"
    rf"|\b(?P<grew>grow|grew|grown|growing)(?: (?!(?:by|to|from|of)\b)[\w&'.]+){{1,5}} (?:at(?: an?)?|in (?:the|a)) {HEDGES}$"
)
_NO_OBJECT = r"(?!(?:by|to|from|of|in|on|at|with|while|but|and|which|that|was|were|is|are|for|over|than|as)\b)"
_GREW_OBJECT = re.compile(
    rf"\b(?P<word>grow|grew|grown|growing)(?: {_NO_OBJECT}[\w&'.]+){{1,5}} {HEDGES}$"
    rf"|\b(?P<raised>increased?|increasing|raised?|raising|lowered|reduced?|reducing|decreased)(?: (?:our|the|its|net|total))+(?: {_NO_OBJECT}[\w&'.]+){{1,3}} {HEDGES}$"
)
_GREW_THEM = re.compile(rf"\bgrew (?:those|these|them|it|that)(?: by)? {HEDGES}[$£¥₠-⃏]?$")
"""What grew was named before: "Deposits, we grew those $400 million in the quarter"."""
_MOVED_POINTS = re.compile(
    rf"\b(?P<word>grew|growing|expanded|expanding|improved|improving|increased|increasing|reduced|reducing|decreased|lowered)(?: {_NO_OBJECT}[\w&'.]+){{1,5}} {HEDGES}$"
)
_GREW_OBJECT_TO = re.compile(
    rf"\b(?:(?P<word>grow|grew|grown|growing)(?: {_NO_OBJECT}[\w&'.]+){{1,5}}|(?P<raised>increased|increasing|raised)(?: (?:our|the|its|net|total|adjusted|diluted))+(?: {_NO_OBJECT}[\w&'.]+){{1,3}}) to {HEDGES}[$£¥₠-⃏]?$"
)
_THAN_IT_WAS = re.compile(r" (?:compared|over|from|versus|vs|higher|year over year|increase)\b")
_OR_BY_RATE = re.compile(r",? or (?:about |approximately |nearly |over )*[\d.]+ ?(?:%|percent)(?! of\b)")
_GREW_TOO = re.compile(rf"(?P<and>,? and|,)(?: {_NO_OBJECT}[\w&'.]+){{1,4}} ")
# Behind one of a list, what is left of it: "grew revenue 22%, earnings per share 49% and operating cash flow 86%".
_GREW_LAST = re.compile(
    rf"(?:, (?!and\b)(?:{_NO_OBJECT}[\w&'.]+ ){{1,4}}\d[\d.]*%){{0,3}},? and(?: {_NO_OBJECT}[\w&'.]+){{1,4}} \d[\d.]*%"
)
# Before one of a list, what was said of it.
_GREW_LIST = re.compile(
    rf"\b(?:grow|grew|grown|growing)(?: {_NO_OBJECT}[\w&'.]+){{1,5}} {HEDGES}\d[\d.]*%(?:,(?: {_NO_OBJECT}[\w&'.]+){{1,4}} \d[\d.]*%)+$"
)
# "we grew revenue by $60 million"; what a charge does to a metric is an effect
_WE_MOVED_OBJECT = re.compile(
    rf"(?:\b(?:we|we've|company)(?: (?:have|has|also|again|further|now|just|are))* |, (?=growing ))(?P<word>{MOVE}|cut|cutting|trimmed|slashed|pared|lifted|boosted)(?: (?!(?:by|to|from|of)\b)[\w&'.]+){{1,5}} by {HEDGES}[$£¥₠-⃏]?$"
)
# "increase in revenue to $5 million", "was", "at": nothing but a level
_LEVEL = re.compile(
    r"\b(?:to|at|reached|reaching|hit|totaled|totalled|totaling)[ ,]+(?:(?:a|an|the|about|approximately|around|roughly|nearly|over|almost|just|more than|record|between|up|down|as high as)[ ,]+)*[$£¥₠-⃏]?$"
)
# "9% commercial loan growth", "2% retail customer growth": of which part of a metric
_NAMED_GROWTH = rf"{_NO_OBJECT}(?!(?:of|which|that|as|than|more|less|per|each|every|when|while|if)\b)[a-z][\w&'-]*(?=(?: {_NO_OBJECT}[a-z][\w&'-]*){{0,2}} (?:revenues?|sales|deposits?|loans?|orders?|bookings|backlog|billings|subscribers?|customers?|members?|users?|premiums?|volumes?|production|traffic|rent|ebitda|earnings|income|profit|noi|revpar|arr) (?:growth|increase|decrease|decline|improvement|reduction)\b)"
# "14% year over year increase", "a 120 basis point improvement"
MOVES_AFTER = re.compile(
    rf"^(?! or (?:higher|better|above|more|greater|lower|below|less|(?:an? )?(?:growth|increase|decrease|decline|reduction) of))(?: per (?:diluted )?share(?:,(?= or [\d.]+ ?(?:%|percent) (?:higher|lower) than\b))?(?= (?:or [\d.]+ ?(?:%|percent) )?(?:increase|decrease|improvement|decline|reduction) (?:in|from|over|versus)\b| (?:or [\d.]+ ?(?:%|percent) )?(?:lower|higher) (?:compared|than|versus)\b| (?:above|below) (?:the |our )?(?:prior|last|previous) year\b))?(?: (?:year over year|year on year|yoy|y/y|quarter over quarter|quarter on quarter|sequential|sequentially|organic|(?:constant|local) currency|reported|annual|comparable|same store|(?:(?:weather|days?) )?(?:adjusted|normali[sz]ed)|recurring|subscription|rental|premium|cloud|service|product|overall|total|or (?:about |approximately )?[$\d.,%]+(?: million| billion)?(?: percent)?"
    rf"|(?:earnings|income|ffo|cash flow|book value|distributions?|revenue) per (?:diluted |common )?(?:share|unit)|diluted|or|growth|net|core|gross(?= (?:profit|margin|premiums?|written|billings|bookings|income)\b)|ebitda|ebit|ebita|ebitdar|pre tax|pretax|billings|average|ticket|check|premiums?|written|investment|production|throughput|shipments?|assets?|under management|store|users?|arpu|asp|rpo|noninterest|non interest|tangible|earnings|eps|[an]?ffo|noi|nii|tbv|arr|aum|loans?|deposits?|dividends?|fees?|orders?|bookings|backlog|rent|rental rate|subscribers?|customers?|members?|membership|headcount|traffic|comps?|unit|site|property|revpar|adr|income|profit|margin|operating|free|cash|flow|gaap|non|compound|annualized|volume|sales|revenue|like for like|further|quarterly|of|underlying|positive|interest|costs?|inventory|debt|expense|ratio|combined|loss|efficiency|price|pro forma|points?|basis|adjusted|period over period|year|over|the|top line|{_NAMED_GROWTH}))* (?P<word>{MOVE}|year over year|year on year|yoy|sequentially|quarter over quarter|above|below|ahead|accretive|greater|better(?= (?:than|from|compared|versus)\b)|(?:more|less)(?= than(?! (?:offset|offsetting|compensat|enough|covers|covered|making|made|doubl|tripl)))|(?:un)?favorable(?= (?:compared|versus|than|to (?:the |our )?(?:last|prior|previous))\b)|(?:over|above|north of|versus(?= (?:the |our )?(?:last|prior|previous) year(?!'s))) (?:the |our )?(?:last|prior|previous) year(?! (?:(?:quarter|period|half)(?:'s)? )?(?!(?:quarter|period|half|levels?)\b)(?:[a-z]+ ){{0,2}}[a-z]+ of\b))\b(?:(?<=growth)|(?! (?:guidance|outlook)))"
)  # fmt: skip
_CHANGE_NOUNS = frozenset(_G["change_nouns"])
_ARTICLE = re.compile(rf"\b(?:an?|the) ?{HEDGES}[$£¥₠-⃏]?$")
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


def flat_to(place: Place) -> Frame | None:
    """ "flat to up 3%"."""
    flat = _FLAT_UP.search(place.left) if place.relative else None
    if not flat:
        return None
    sign = -1 if (flat["word"] or "") in ("down", "minus", "negative", "a decrease of") else 1
    return Frame("change", sign, is_sequential(place.left, place.right))


_FLAT_UP = re.compile(
    r"\bflat to(?: (?:slightly|modestly|about))*(?: (?P<word>up|plus|down|minus|negative|an? increase of|an? decrease of|growth of))?(?: (?:by|about|approximately|to|a|low))* ?$"
)


def same_again(place: Place) -> Frame | None:
    """ "includes costs of $579 million, or $1.15 per share", "a decrease of $97 million or 20% sequentially"."""
    if place.follows("effect") and _EFFECT_TOO.fullmatch(place.left):
        return Frame("effect")  # "benefited GAAP EPS by $0.42 and non-GAAP EPS by $0.43"
    if place.follows("effect") and place.relative and _AND_BY.fullmatch(place.left):
        return Frame(
            "effect"
        )  # "impacted the margin by 5 basis points compared to the last quarter, and by 15 basis points"
    if place.follows("effect") and place.left in (" and ", " and a "):
        return Frame("effect")  # "lowered both operating margins and earnings per share by 40 basis points and $0.05"
    if place.quantity.kind == "number" and _FROM_AND.fullmatch(place.left) and place.right.startswith(" from "):
        return Frame("effect")  # "4 points from price and 3 from volume"
    if place.previous is None or not OR_SAME.fullmatch(place.left):
        return None
    if place.follows("effect"):
        return Frame("effect")
    if place.follows("share") and place.quantity.kind == "percent":
        return Frame("share")  # "16.9% of sales or 16.8% as adjusted"
    if (place.relative or place.quantity.kind == "number") and place.follows("change") and place.previous.sign:
        sequential = is_sequential(place.left, place.right, default=place.previous.sequential)
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
    if (
        place.before is not None
        and place.before.kind == "percent"
        and " and " in place.left
        and _SO_FAR.match(place.right)
    ):
        return None  # "EPS of $1.41, up 54% year on year, and $2.66 year to date"
    is_by = place.before is not None and _OF_OR_BY.search(place.normal, 0, place.before.start)
    # "an increase in the dividend of 13% or $0.02 per share", "EPS was $1.58, a 13% increase, or $0.20 per share"
    is_so_a_share = place.before is not None and _EPS.search(place.normal, 0, place.before.start)
    by_so_much = (is_by or is_so_a_share and _OR_RISE.match(place.left)) and _A_SHARE.match(place.right)
    if not _AND_IN_MONEY.fullmatch(place.left) or _LEVEL_AFTER.match(place.right) and not by_so_much:
        return None
    # "an increase of $3.1 million sequentially and $1.4 million year-over-year"
    sequential = is_sequential("", place.right, default=place.previous.sequential)
    return Frame("change", place.previous.sign, sequential, place.previous.is_verb)


_SO_FAR = re.compile(
    r" (?:year to date|(?:for|in) (?:the )?(?:full year|year|first (?:half|six months|nine months)|six months|nine months))\b"
)
_OF_ANOTHER = re.compile(
    r" (?:for|in|at|from) (?:our |the )?(?!constant\b|local\b|total\b)[a-z&]+(?: [a-z&]+){0,2}, (?:up|down|an? (?:increase|decrease|decline))\b"
)
_A_SHARE = re.compile(r" (?:per|a) (?:diluted |common )?share\b")
_EPS = re.compile(r"\b(?:eps|per (?:[a-z]+ )?share)\b(?![^;]* [mb]illion\b)")
_OR_RISE = re.compile(rf"(?: (?:{NOUN}))?,? or ")


def moved(place: Place) -> Frame | None:
    """ "rose 5%". "Increased to" is a level, as "to" is no hedge, but in "decreased to $5 million to $427 million"."""
    if place.amount and _HIGHER_AT.search(place.left):
        return None  # "operating income was significantly higher at $214 million"
    beyond = _OR_BEYOND.match(place.left)  # "loans with a risk grade of 10 and higher were $666 million"
    found = MOVE_BEFORE.search(place.left, beyond.end() if beyond else 0) or (
        TO_NEXT.fullmatch(place.right) and _MOVED_TO.search(place.left)
    )
    if not found or (
        LEFT_OUT.search(place.left, 0, found.start("word")) and _LEFT_OUT_ENDS.match(place.left, found.end("word"))
    ):
        return None  # "the core margin, which excludes accretion, was 3.22%"
    if _USED_UP.search(place.left):
        return None  # "selling costs ate up 21% of sales", "we put up $512 million of revenue"
    if _THEN_AT.match(place.left, found.end("word")) and not _AT_RATE_OF.match(place.right):
        return None  # "margins were lower, at 24%"
    if place.amount and _CLAUSE_ENDS.match(place.left, found.end("word")):
        return None  # "operating income, reflecting price increases, was $41 million"
    return change_of(found["word"], place, is_verb=True)


_USED_UP = re.compile(
    rf"\b(?:ate|eats?|took|takes?|used|uses?|soaked|swallowed|made|makes?|put|puts|putting|racked|rang|chalked) up {HEDGES}[$£¥₠-⃏]?$"
)
_THEN_AT = re.compile(rf", (?:at|between|in (?:the|a) range (?:of|between)) {HEDGES}[$£¥₠-⃏]?$")
_AT_RATE_OF = re.compile(r" (?:rate|pace|growth|increase|decrease|decline|clip)\b")
_CLAUSE_ENDS = re.compile(r", (?:was|were|is|are) ")
_LEFT_OUT_ENDS = re.compile(r",| of [$£¥₠-⃏]?$")
_HIGHER_AT = re.compile(r"\b(?:higher|lower) (?:at|in (?:the|a))(?: (?:about|approximately|nearly|over))* ?[$£¥₠-⃏]?$")
_OR_BEYOND = re.compile(r" (?:and|or) (?:higher|above|greater|more|better|lower|below|less)\b")


def units_apart(place: Place) -> Frame | None:
    """ "runs averaged 2.0 million barrels a day, which was 373,000 barrels a day lower than a year ago"."""
    if place.quantity.kind != "number":
        return None
    if beyond := _UNITS_BEYOND.match(place.right):
        return change_of("below" if beyond["below"] else "above", place) if beyond["then"] else Frame("effect")
    found = _UNITS_APART.match(place.right) if place.before else None
    if found is None:
        return None
    return change_of(found["word"], place) if found["word"] in _FURTHER else Frame("effect")


_UNITS_BEYOND = re.compile(
    r" (?:units?|homes|stores|vehicles|tons|barrels(?: per day)?|ounces|pounds|cases) (?:(?P<below>below|under|short of|behind)|above|over|ahead of) (?P<then>(?:the |our )?(?:last|prior|previous|same|year ago|(?:first|second|third|fourth) quarter)\b)?"
)
"""How far a count is from another: "shipments were 500 units below last year", "around 10 million units below what shops sold"."""
_UNITS_APART = re.compile(
    r"(?! of (?:them|these|those|which|whom)\b)(?: (?!than\b|and\b|or\b|with\b|for\b)[a-z]+){1,4} (?P<word>higher|lower|more|less|fewer|greater|better|worse|improved)\b"
)
_FURTHER = frozenset({"higher", "lower", "more", "less", "fewer", "greater"})
"""Words that say which way a count has gone, as "better" and "worse" do not."""


def off(place: Place) -> Frame | None:
    """ "sales were only off $200,000"."""
    return change_of("down", place) if _OFF.search(place.left) else None


def favorable(place: Place) -> Frame | None:
    """ "restaurant expense was favorable by 210 basis points", "sales were ahead of last year by 12%"."""
    found = _FAVORABLE.search(place.left) or _AHEAD_BY.search(place.left)
    return change_of(found["word"], place) if found else None


_FAVORABLE = re.compile(
    rf"\b(?:was|were|is|are|been) (?:\w+ly |also )?(?P<word>(?:un)?favorable)(?! at\b)(?: year over year)?(?: by|,)? {HEDGES}[$£¥₠-⃏]?$"
)
_AHEAD_BY = re.compile(
    rf"\b(?:was|were|is|are|been|came in) (?P<word>ahead|above|below|higher|lower)(?: of| than)? (?:last year|(?:the )?(?:prior|previous) year(?: (?:quarter|period))?|a year ago)(?:'s)? by {HEDGES}[$£¥₠-⃏]?$"
)
_OFF = re.compile(rf"\b(?:was|were|is|are|only) (?:only )?off {HEDGES}[$£¥₠-⃏]?$")


def plus(place: Place) -> Frame | None:
    """ "to be in the range of plus 8% to plus 10%"."""
    is_level = _FROM_BELOW.search(place.normal, 0, place.quantity.start)  # "margins went from minus 4% to plus 2%"
    return change_of("up", place) if place.relative and not is_level and _PLUS.search(place.left) else None


def moved_object(place: Place) -> Frame | None:
    """ "grow recurring revenues by 12%", "we grew revenue by $60 million"."""
    is_count = place.quantity.kind == "number" and place.left.endswith(" by ")
    found = (_MOVED_OBJECT if place.relative or is_count else _WE_MOVED_OBJECT).search(place.left)
    return change_of(_SAID_AS.get(found["word"], found["word"]) or "grow", place) if found else None


_SAID_AS = dict.fromkeys(("cut", "cutting", "trimmed", "slashed", "pared"), "reduced") | dict.fromkeys(
    ("lifted", "boosted"), "increased"
)
"""Words that move an object alone, as those that move anything: "we cut expenses by $5 million"."""


def moved_next(place: Place) -> Frame | None:
    """ "we cut expenses by $5 million and our inventory by $12 million"."""
    before, previous = place.before, place.previous
    if before is None or previous is None or previous.role != "change" or before.kind != place.quantity.kind:
        return None
    is_next = _AND_ANOTHER_BY.fullmatch(place.left) and _BY_SO_MUCH.search(place.normal, 0, before.start)
    return replace(previous, sequential=is_sequential("", place.right)) if is_next else None


_BY_SO_MUCH = re.compile(rf" by {HEDGES}[$£¥₠-⃏]?$")
_AND_ANOTHER_BY = re.compile(rf"(?: [a-z]+){{0,3}},? and(?: {_NO_OBJECT}[\w&'.]+){{1,5}} by {HEDGES}[$£¥₠-⃏]?")
"""What is moved next by a verb said once: "and our inventory by"."""


def grew_object(place: Place) -> Frame | None:
    """ "we grew revenue 5% and adjusted EPS 12%", "expanded operating margin 60 basis points"."""
    # "we grew revenue $32 million, or 18%"
    by_so_much = place.quantity.kind == "money" and (
        _OR_BY_RATE.match(place.normal, place.quantity.end) or _GREW_THEM.search(place.left)
    )
    if place.quantity.kind not in ("percent", "point") and not by_so_much:
        return None
    found = (_MOVED_POINTS if place.quantity.kind == "point" else _GREW_OBJECT).search(place.left.rstrip(SIGNS))
    if found:
        return change_of(next(filter(None, found.groups())), place, is_verb=True)
    if (
        place.previous
        and place.before
        and place.follows("change")
        and place.previous.is_verb
        and place.before.kind == place.quantity.kind
        and (too := _GREW_TOO.fullmatch(place.left))
        and (too["and"] != "," or _GREW_LAST.match(place.normal, place.quantity.end))
        and (
            _GREW_OBJECT.search(place.normal, 0, place.before.start)
            or _GREW_LIST.search(place.normal, 0, place.before.end)
        )
    ):
        return Frame("change", place.previous.sign, place.previous.sequential, is_verb=True)
    return None


def grew_to(place: Place) -> Frame | None:
    """ "we grew earnings per share to $3.79, or 47% compared to the prior year"."""
    if (
        place.before is None
        or place.quantity.kind != "percent"
        or place.before.kind not in ("money", "per_share")
        or not OR_ONLY.fullmatch(place.left)
        or not _THAN_IT_WAS.match(place.right)
    ):
        return None
    found = _GREW_OBJECT_TO.search(place.normal, 0, place.before.start)
    return change_of(next(filter(None, found.groups())), place) if found else None


def noun_in(place: Place) -> Frame | None:
    """ "growth in comparable sales of 5%", "an increase in earnings of $0.03"."""
    if place.amount and (of := _IN_MONEY.search(place.left)):
        return change_of(of["word"], place)  # "was a decrease in $9 million"
    found = _NOUN_IN.search(place.left)
    if found is None:
        return None
    is_of_rate = place.before is not None and place.before.kind == "percent" and found.start("word") <= 1
    if is_of_rate and place.amount and " and " in found[0]:
        return None  # "mid-single-digit growth in EBITDA and free cash flow of $8 million": the growth has been told
    return change_of(found["word"], place) if place.relative or _OF_OR_BY.search(found[0]) else None


def noun_was(place: Place) -> Frame | None:
    """ "the organic revenue decline year over year was approximately 7%"."""
    found = _NOUN_WAS.search(place.left) if place.relative else _NOUN_SEEN.search(place.left)
    if found is None and place.before is None and place.quantity.kind == "money":
        found = _GROWTH_IN_WAS.match(place.normal, 0, place.quantity.start)
    if found is None and place.quantity.kind == "point":
        found = _BY_POINTS.search(place.left)  # "raising our outlook for organic margin expansion to 350 basis points"
    return change_of(found["word"], place) if found else None


# "the improvement was due to the $114.1 million increase in gross profit"
_DUE_TO = re.compile(
    r"\b(?:due to|related to|attributable to|thanks to|tied to|driven by|because of|owing to|reflecting|result of) (?:an? |the )?[$£¥₠-⃏]?$"
)
# "$5 billion, which equates to about 6% growth"
_EQUATES = re.compile(
    rf"\b(?:equat\w+|translat\w+|amount\w*|equivalent|correspond\w*|led|leading|contributed|(?:comes?|came|works?|worked) out) to (?:an? )?{HEDGES}$"
)


def moves_after(place: Place) -> Frame | None:
    """ "a 120 basis point improvement", "14% year over year"."""
    found = MOVES_AFTER.match(place.right)
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
        and OF_AMOUNT.search(place.left)
    ):
        return None  # "gross margins of 31% increased 100 basis points"
    if place.right.startswith(" from", found.end()) and not (
        word in _CHANGE_NOUNS
        and (_ARTICLE.search(place.left) or place.follows("level") and place.left in (", ", ", $"))
    ):
        return None  # "$5 million, up from $4 million", but "91.7%, a 0.2% increase from the prior quarter"
    if place.follows("change") and _FROM_FALL.fullmatch(place.left) and word in _RISES:
        return Frame("change", 1)  # "1% decline to 4% growth"
    if place.coordinated and place.follows("change") and sign_of(word) == 0:
        return None
    if place.relative:
        return change_of(word, place)
    if word.startswith("north of"):
        return Frame("change", 1)  # "we've got inventory of $3 billion north of last year"
    if place.follows("level") and word.startswith(("over ", "above ")) and place.left in (" or ", " or $"):
        return Frame("change", 1)  # "free cash flow was $75 million or $14 million over last year"
    if (
        (word in _ADJECTIVES or word == "over" and place.follows("level"))
        and not OF_AMOUNT.search(place.left)
        and not found[0].startswith(" or year")
    ):
        return change_of(word, place)
    return None


_PART_GROWTH = re.compile(
    r" (?:(?!(?:of|in|and|for|on|from|to|with|by|as|the|our|an?|or|due|driven|at|that|which|was|were|is|are|higher|lower)\b)[a-z&'.]+ ){1,3}(?:net |organic )?(?:sales|revenues?|orders|bookings|premiums?) (?P<word>growth|increase|decline|decrease)\b"
)
_COUNT_MORE = re.compile(
    r"(?: (?!or )[a-z]+)? (?P<word>higher|lower|more|fewer|less|above|below|increase|decrease|reduction) (?:than|versus|compared|from|over|year over year|sequentially)\b"
)
_FROM_FALL = re.compile(r" (?:decline|decrease|reduction) to (?:an? )?")
_RISES = frozenset({"growth", "increase"})
_IN_MARGIN = re.compile(
    rf" (?:(?:in|of) (?:(?:adjusted|operating|gross|ebitda|net|segment) )*margin|of (?:[a-z]+ ){{0,3}}?[a-z]+) (?P<word>{MOVE})\b(?! (?:was|were|is|are) (?:driven|due|from|attributable|the result))"
)
_IS_AT = re.compile(rf"\b(?:was|were|is|are|of|at)(?: {HEDGES.rstrip()})? ?$")
_OF_CAPITAL = (" capex", " capital", " investment", " project", " spending")
_VERBS_PAST = frozenset({"fell", "rose", "grew"})
_UP_DOWN = frozenset({"up", "down"})


def up_on(place: Place) -> Frame | None:
    """ "net debt was $3.2 billion, $400 million down from the first quarter and $1.1 billion down on last year"."""
    if not place.amount or place.before is None or place.before.kind not in (place.quantity.kind, "number"):
        return None
    found = _UP_ON.match(place.right) if place.follows("level") or place.follows("change") else None
    return change_of(found["word"], place) if found and _APPOSED.fullmatch(place.left) else None


_UP_ON = re.compile(
    r" (?P<word>up|down) (?:(?:on|from|over|versus|against|compared (?:to|with)) (?:where )?(?:the |our |we )?(?!about |approximately |roughly )[a-z]|year over year|year on year|sequentially|quarter over quarter)"
)
_APPOSED = re.compile(
    rf"(?:(?: up| down)? (?:on|from|over|versus|compared (?:to|with)) (?:[a-z0-9-]+ ){{0,3}}[a-z0-9-]+|(?: up| down)? sequentially| year (?:over|on) year)?,? (?:(?:and|or|so|some|still|which (?:is|was)|that(?:'s| is| was)) )*{HEDGES}(?:an? )?[$£¥₠-⃏]?"
)
"""Between a figure and how far it is from what it was."""


def moved_by(place: Place) -> Frame | None:
    """ "grew sales by 5% and segment profit margin by 360 basis points"."""
    if place.previous is None or not place.relative or not place.follows("change") or not _BY.search(place.left):
        return None
    return Frame("change", place.previous.sign, place.previous.sequential, is_verb=True)


def lowered(place: Place) -> Frame | None:
    """ "this has helped lower the cost of deposits by an additional 3 basis points"."""
    found = _LOWERED.search(place.left) if place.quantity.kind == "point" else None
    return change_of(found["word"], place) if found else None


_LOWERED = re.compile(
    rf"\b(?:to|we|we've|us|helped|helping|and) (?P<word>lower|lowered|reduce|reduced|decrease|decreased|increase|increased|raise|raised|improve|improved|expand|expanded|grow|grew) (?:our |the )?(?:[\w&'%]+ ){{1,7}}by (?:an additional |another |a further )?{HEDGES}$"
)
_BY = re.compile(rf" by {HEDGES}$")


def moved_from_another(place: Place) -> Frame | None:
    """ "increased by $20 million or 2% from the first quarter and $190 million or 16% from the prior year"."""
    if place.previous is None or not place.amount or not place.follows("change"):
        return None
    if not _FROM_ONE_AND.fullmatch(place.left) or not _FROM_ANOTHER.match(place.normal, place.quantity.end):
        return None
    sequential = SEQUENTIAL.match(place.right.lstrip()) is not None
    return Frame("change", place.previous.sign, sequential, place.previous.is_verb)


def points_again(place: Place) -> Frame | None:
    """ "rose 13 points to 99% and 10 points for the half to 97%"."""
    if place.quantity.kind != "point" or not _TO_RATE_AGAIN.fullmatch(place.right):
        return None
    first = _BY_POINTS_TO.search(place.normal, 0, place.quantity.start)
    return change_of(first["word"], place, is_verb=True) if first else None


_BY_POINTS_TO = re.compile(
    rf"\b(?P<word>{MOVE}) [\d.]+ (?:(?:basis|percentage) )?points?\b[^;]{{0,40}} to [\d.]+ ?(?:%|percent)(?: (?:for|in|during) the (?:[a-z]+ ){{0,2}}(?:quarter|half|year|period))?,? and {HEDGES}$"
)
_TO_RATE_AGAIN = re.compile(r"(?: (?:for|in|during) [^,;\d]*(?:20\d\d)?)? to ")


def change_again(place: Place) -> Frame | None:
    """ "up 5% year over year and 2% sequentially"."""
    if place.previous is None or not place.relative or not place.follows("change") or not place.coordinated:
        return None
    if place.left.strip() in ("on a", "on an") or _TO_THAT.search(place.left):
        return None  # "declined 3 basis points to 40 basis points", "up 4% on a 10% operating margin"
    sequential = is_sequential(place.left, place.right, default=place.previous.sequential)
    return Frame("change", place.previous.sign, sequential, place.previous.is_verb)


_TO_THAT = re.compile(r"(?:^|\b(?:quarter|year|q[1-4]|ago)) to $")
_SINCE_ONE = r"(?: (?:from|over|versus|compared (?:to|with)) (?:the |our )?(?:(?:first|second|third|fourth|same|prior|previous|last|linked|year ago|q[1-4]|quarter|year|period|fiscal|full|of|end|the|20\d\d|'\d\d) ?)+| sequentially| year over year)"
_FROM_ONE_AND = re.compile(rf"{_SINCE_ONE},? and [$£¥₠-⃏]?")
_FROM_ANOTHER = re.compile(rf"(?:,? or [\d.]+ ?(?:%|percent))?{_SINCE_ONE}")
_NOUN_WAS = re.compile(
    rf"(?<!and )(?<!or )\b(?P<word>{NOUN})(?: (?:year over year|year on year|in the quarter|for the quarter|for the year|rate))* (?:was|is|were|will be|of) (?:above |north of )?{HEDGES}$"
)
_GROWTH_IN_WAS = re.compile(
    rf"(?:(?:the|our|and|total|this|overall) )*(?P<word>growth|increase|decrease|decline|improvement|reduction) (?:in|of) (?!the rate)(?:(?!by|due)[\w&'-]+ ){{1,5}}(?:{WAS}|is) {HEDGES}$"
)
"""By how much something moved: "The growth in gross premiums written was $50 million"."""
_BY_POINTS = re.compile(
    rf"(?<!interest )\bmargin (?P<word>expansion|improvement|increase|contraction)(?: (?:guidance|outlook|range))? (?:to|of|at|between|from) {HEDGES}$"
)
_NOUN_SEEN = re.compile(
    rf"\b(?P<word>{NOUN}) (?:that )?(?:we|you)(?:'ve)? (?:saw|see|had|have|experienced|have seen|seen|noted)\b[^;.$%\d]{{0,60}}\b(?:was|is) {HEDGES}[$£¥₠-⃏]?$"
)
_OR_HEDGES = "by |about |approximately |almost |roughly |nearly |over "
_ANNUALIZED = r"|(?: quarter over quarter| linked quarter)?,? (?:on an )?annuali[sz]ed(?: basis)?"
"""How a rate is told: "up 8% annualized, or $200 million"."""
OR_INCREASE = re.compile(
    rf"(?: (?:in|for|during) the (?:first|second|third|fourth)? ?(?:quarter|year))?,? or (?:{_OR_HEDGES}|an? (?:(?:increase|decrease|decline|gain|reduction) of )?)*$"
)
OR_SAME = re.compile(
    rf"(?: per (?:diluted )?share| (?:diluted )?(?:shares|units|customers|subscribers|members|stores|employees)| in (?:constant|local) currency| year over year| sequentially{_ANNUALIZED})?,? or (?:{_OR_HEDGES}|an? )*$"
)
_AND_BY = re.compile(rf"[^;.]{{0,70}},? and by {HEDGES}")
_EFFECT_TOO = re.compile(rf"(?: per (?:diluted )?share)? and(?: [\w']+){{1,6}} by {HEDGES}[$£¥₠-⃏]?")
# "increased by about 20% and that amounted to $6 million"
_THAT_IS = re.compile(
    r",? (?:and )?(?:that|this|which) (?:amount|equat|translat)\w* to(?: (?:about|approximately|nearly|over|an?|almost))* [$£¥₠-⃏]?"
)
_AND_IN_MONEY = re.compile(
    rf"(?: (?:{NOUN})(?=,? or ))?(?: per (?:diluted )?share)?(?: (?:for|in) the (?:quarter|year|period)| in (?:constant|local) currency| year over year| year on year| (?:from|over|versus|compared to) (?:last|the prior|the previous) year| sequentially| linked quarter| quarter over quarter{_ANNUALIZED})?,? (?:or|and) (?:by |about |approximately |nearly |over |more than |roughly )*$"
)
_FROM_AND = re.compile(r" from (?:[\w']+ ){1,3}and ")
_LEVEL_AFTER = re.compile(r"^ (?:per|in(?! (?:the|our|fiscal|q[1-4]|20\d\d)\b)|of) ")
_OR_PERCENT = re.compile(
    rf"^(?: (?:per|a) (?:diluted |common )?share)? (?:or (?:an? |about |approximately )*|and (?=[\d.]+ ?(?:%|percent) (?:higher|lower|better) (?:than|versus)\b))[\d.]+ ?(?:%|percent|(?:basis |percentage )?points)(?: (?:year over year|quarter over quarter|or|sequential|organic|net|of|(?:eps|earnings per share)(?= (?:improvement|increase|growth|decline|decrease)\b)))* (?P<word>{NOUN}|higher|lower|better|above|below|worse|(?:un)?favorable|over(?= (?:the )?(?:first|second|third|fourth|same|last|prior|previous) (?:half|quarter|year|period)))\b"
)
_MOVE_BETWEEN = re.compile(
    rf"\b(?:growth|(?:{MOVE})(?! from| to\b(?! (?:over |more than |about |approximately )*$)))\b"
)


def moved_between(text: str) -> int:
    """The direction that the last word of change in a gap gives, 0 where there is none.

    >>> moved_between("increased in the quarter ")
    1
    """
    words = _MOVE_BETWEEN.findall(text)
    if not words or _USED_UP.search(text):
        return 0
    return 1 if words[-1] in UP else -1
