"""Constructions that state what something is held against: "compared to $5 million", "from 3.1%"."""

from __future__ import annotations

import re

from transforms.grammar.frames.changes import MOVES_AFTER, moves_after
from transforms.grammar.frames.place import (
    HAS_MOVE,
    HEDGES,
    LEVEL_FRAME,
    MOVED_FROM,
    NOUN,
    OF_AMOUNT,
    OR_ONLY,
    SEQUENTIAL,
    TO_NEXT,
    YEARLY,
    Frame,
    Place,
    change_of,
    is_sequential,
    sign_of,
)
from transforms.grammar.wordlists import ALIKE, WAS

_COMPARED = re.compile(
    r"\b(?:(?:as |when )?compar(?:ed|es|ing|able)(?: favorably)? (?:to|with|against)|(?:un)?favorable to|compared|versus|vs\.?|relative to|against|exceed(?:ed|ing|s)(?= (?:both )?(?:the |our )?(?:prior|last|previous) (?:year|quarter))|(?:up|down|increased?|decreased?|improved|grew|rose|declined|fell|compares|reduced|lower|higher|improvement|decline|increase|narrowed|expanded) from|"
    r"(?<!revenue )(?<!revenues )(?<!sales )(?<!income )(?<!profit )(?<!cash )(?<!operations )(?<!earnings )(?<!resulting )(?<!stemming )(?<!excluded )(?<!arising )from(?! (?:continuing|discontinued|operations|operating|ongoing)\b)|(?<!year )(?<!quarter )(?<!period )(?<!little )(?<!just )(?<!slightly )over(?! \w+ (?:years|quarters|decades))(?! ?[$£¥₠-⃏]?$)|above(?! ?[$£¥₠-⃏]?$)|below(?! ?[$£¥₠-⃏]?$)|(?<!more )(?<!less )(?<!greater )than(?! (?:expected|anticipated|planned|forecast|usual|normal|typical|we)\b))(?P<gap>(?: [\w'.&%]+){0,9}?),? ?(?:a |an |the )?$"
)  # fmt: skip
# The gap after a word of comparison names a period or a metric, never a new statement.
_NEW_STATEMENT = re.compile(
    r"\b(?:(?:last year|year ago|prior year|quarter|period) and|stands|sits|stood|remains|remained|20\d\d and (?:nearly|almost|about|approximately|over|roughly)|was|were|is|increased|decreased|grew|declined|rose|fell|up|down|(?<=[a-z0-9] )reported(?! (?:eps|earnings|diluted|gaap)\b)|generated|delivered|and we|we|expect|increase|decrease|growth|decline|improvement|reached|totaled|totalled|achieved|contributed|accounted|represent(?:s|ed|ing)|marks|marking|equates?|came|ended|expect|will|drove|led|supported|resulted)\b"
)
_BESIDE = re.compile(
    r"\b(?:on the back of|driven by|due to|led by|thanks to|because of|as a result of|reflecting|along with|as well as|coupled with|together with|combined with)\b|\b(?:year|quarter|period|20\d\d),? (?:with|and|on) (?:our |the |an? )?(?:[a-z&]+ ){1,4}(?:of|at)$"
)
_BASE_ON = re.compile(
    r"\b(?:year|ago|quarter|period|20\d\d|q[1-4]),? (?:on|with|despite|amid|reflecting|following)(?: (?:an?|the))?$"
)
_CHANGE_IN = re.compile(rf" (?:{NOUN}|more|fewer|less) (?:in\b|[a-z]+)|(?: [a-z]+){{1,2}} (?:{NOUN})\b")
"""Behind a rate that is of something else than what is held against: "on 8% volume growth", "on 13% more orders"."""
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
    r"(?:,| and|, and) from (?:the |our )?(?!(?:last|prior|previous|this|that|an?|q[1-4]|20\d\d|fiscal|operating|net|adjusted|income|revenues?|sales|orders|ebitda)\b)(?:[a-z&']+ ){1,4}(?:(?:was|of|about|approximately|nearly|over) )*[$£¥₠-⃏]?"
)
_FROM_PART = re.compile(r"\b(?:revenues?|sales|orders|bookings|income|ebitda|profit) from (?:the |our )?[a-z]")
_COMPARED_WAS = re.compile(
    r"\b(?:compar(?:ed|es|ing) (?:to|with)|versus|vs\.?)(?: [\w'.&%$,]+){0,14}? (?:was|were|of|at|total of)(?: (?:about|approximately|a|an|around|roughly))* ?$"
)


def on_top_of(place: Place) -> Frame | None:
    """ "declined 30% on top of a 3% decline in the prior year"."""
    if place.relative and (then := _THAN_THEN.search(place.left)):
        return Frame("comparison", sign_of(then["word"]))  # "an improvement from the first quarter decline of 9%"
    if not place.relative or _is_against_another(place):
        return None
    after = MOVES_AFTER.match(place.right)
    if not (_ON_TOP.search(place.left) or after and _THAN_THE.search(place.left)):
        return None
    return Frame("comparison", sign_of(after["word"]) if after else 0)


_CAME_FROM = re.compile(
    r"\b(?:primarily|mainly|largely|mostly|principally|partly|resulted|resulting|came|stemmed|benefited|benefiting) from an? $"
)
"""What something came of is not what it is held against: "the rate increased primarily from a 30 basis point increase in"."""


def _is_against_another(place: Place) -> bool:
    """Whether a move beside another is of something else: "revenue was up 2% against a 2% decline in volume"."""
    if _CAME_FROM.search(place.left):
        return True
    return _AGAINST.search(place.left) is not None and _MOVE_OF_ANOTHER.match(place.right) is not None


_AGAINST = re.compile(rf"\bagainst (?:an? )?{HEDGES}$")
_MOVE_OF_ANOTHER = re.compile(
    rf" (?:{NOUN}) in (?!(?:the|our|last|q[1-4]|20\d\d|fiscal|prior|first|second|third|fourth)\b)[a-z]+"
)
_THAN_THE = re.compile(
    rf"\b(?:better|worse|smaller|larger|less|milder|steeper|slower|faster|stronger|lower|higher|{NOUN}) than (?:an?|the|our) (?:(?:very|strong|prior year|last year's|(?:first|second|third|fourth|last|prior|previous) quarter's) )*{HEDGES}$"
)
"""Before a move that another is held against: "sales fell 10%, a smaller decline than the 18% decline in the first quarter"."""
_THAN_THEN = re.compile(
    rf"\b(?:from|versus|than|against|compared (?:to|with)|on top of|lapping|cycling|rolling over)(?: (?:the|our|an?|strong|very))* (?:(?:first|second|third|fourth|last|prior|previous) (?:quarter|year)|q[1-4])(?:'s)? (?:(?!(?:and|or|but|despite|with|on|an?|the|while|as|in|to|for|of) )[a-z]+ ){{0,3}}?(?P<word>increase|decrease|decline|growth)(?: rate)? of {HEDGES}$"
)
_ON_TOP = re.compile(
    r"\b(?:on top of|lapping|cycling|rolling over|compared (?:to|with)|versus|against|from)(?: (?:an?|the|our|last year's|(?:first|second|third|fourth|last|prior|previous) quarter's|q[1-4]'s|prior year|very strong|strong))* (?:(?:(?:first|second|third|fourth) quarter )?(?:comps?|growth|increase|gain|performance) of(?: (?:about|nearly|over|almost|approximately|roughly))* )?$"
)


def over_the(place: Place) -> Frame | None:
    """ "a 36% increase over the $20.6 million achieved in 2019": what a rate is held against."""
    is_held = place.amount and place.before is not None and place.before.kind == "percent" and place.follows("change")
    return Frame("comparison") if is_held and _OVER_THE.fullmatch(place.left) else None


_OVER_THE = re.compile(
    r" (?:increase|decrease|improvement|growth|decline|gain|rise) (?:over|above|below) (?:(?:even|the|our|a|an|very|strong|record|last year's|prior year's|approximately|about|nearly) )+[$£¥₠-⃏]?"
)


def was_before(place: Place) -> Frame | None:
    """ "the ratio was at 0.35%, prior year was at 0.48%"."""
    then = WAS_BEFORE.fullmatch(place.left) if place.before is not None else None
    return Frame("comparison", sequential=then["what"] == "quarter") if then else None


def alike(place: Place) -> Frame | None:
    """ "gross margin of 29.4% was consistent with the prior year's 29.3%"."""
    then = _ALIKE.search(place.left) if place.before is not None and place.follows("level") else None
    is_alike = place.before is not None and place.quantity.kind == place.before.kind and not place.quantity.is_range
    if then is None or not is_alike or not (_THEN.search(then[0]) or _THEN_BEHIND.match(place.right)):
        return None
    return Frame("comparison", sequential=bool(SEQUENTIAL.search(then[0]) or SEQUENTIAL.match(place.right.lstrip())))


_ALIKE = re.compile(
    rf"\b(?:{ALIKE}|(?:flat|even|level|unchanged|on par) (?:with|to|from))(?: (?!guidance|outlook|expectations?|target|plan|range|up\b|down\b)[\w'&]+){{0,9}} ?{HEDGES}[$£¥₠-⃏]?$"
)
_THEN = re.compile(
    r"\b(?:(?:last|prior|previous|same|preceding|linked) (?:year|quarter|period)|year ago|a year|q[1-4]|20\d\d)\b"
)
_THEN_BEHIND = re.compile(
    r"(?: (?:reported|recorded|achieved|posted|delivered|earned|generated|seen))?(?: (?:in|for|of|from))? (?:the )?(?:last|prior|previous|same|a year|one year|year ago|(?:first|second|third|fourth) quarter of (?:last year|20\d\d))\b"
)


def from_each(place: Place) -> Frame | None:
    """ "fell 15 basis points from the peak in July and 11 basis points from the previous quarter"."""
    is_again = place.quantity.kind == "point" and place.follows("change") and _FROM_PLACE_AND.fullmatch(place.left)
    if not (is_again and place.previous and _FROM_ANOTHER_BASE.match(place.right)):
        return None
    return Frame("change", place.previous.sign, is_sequential("", place.right), place.previous.is_verb)


_FROM_PLACE_AND = re.compile(rf" (?:from|over|versus) (?:the |its |our )?(?:[\w']+ ){{1,5}}and {HEDGES}")
_FROM_ANOTHER_BASE = re.compile(
    r" (?:from|over|versus|compared (?:to|with)) (?:the |our )?(?:(?:first|second|third|fourth|prior|previous|last|linked) quarter|q[1-4]|(?:prior|last|previous) year|a year ago)\b"
)
"""Behind each of two changes stands what it is held against: "fell 18 points from the peak in July and 13 points from last quarter"."""


def compared(place: Place) -> Frame | None:
    """ "compared with $5 million in the prior year"."""
    if (
        _is_against_another(place)
        or _FROM_CAUSE.search(place.left)  # "$0.02 came from a lower tax rate of 18.5%"
        or _WITH_OWN.search(place.left)
        and not place.follows("comparison")
    ):
        return None  # "increased 9% compared to last year, with margins at 17.6%"
    if place.before is None and OPENS_COMPARED.match(place.normal) and OF_AMOUNT.search(place.left):
        return Frame("comparison")  # "This compares with prior-year net income, excluding credits, of $363 million"
    if over := _NOUN_OVER.search(place.left):
        return change_of(over["word"], place)  # "an improvement versus the prior year of 120 basis points"
    if (
        # "we could triple gross profit from $3 million to $9 million"
        TO_NEXT.fullmatch(place.right)
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
        if _GAP_TO.search(gap) or _TO_MORE.search(place.left):
            return LEVEL_FRAME  # "increased 3% over prior year to $2 billion"
        if _THAN_EXPECTED_AT.search(gap):
            return None  # "came in above our expectations at $0.40 a share"
        if _GAP_BY.search(gap):
            moved_at = HAS_MOVE.findall(place.left)
            return change_of(moved_at[-1] if moved_at else "", place)  # "declined from prior year by 7%"
        if (
            place.follows("change")
            and (place.relative or place.amount and (gap.endswith(" or") or _FROM_OTHER.match(place.right)))
            and (_OR_AFTER_BASE.search(gap) or _AND_AFTER_BASE.search(gap) and _A_MOVE.match(place.right))
        ):
            if place.amount and _IS_HELD.match(place.right):
                return LEVEL_FRAME  # "up 125% over Q2 2019 or $2.5 million versus $1.1 million"
            # "a decrease of 11% as compared to 2020 or 7% in constant currency", "… compared to 2020 and a 27% increase"
            sequential = bool(SEQUENTIAL.search(place.right[:45])) and not YEARLY.search(place.right[:20])
            return moves_after(place) or Frame("change", place.previous.sign if place.previous else 0, sequential)
        if _BESIDE.search(gap) or place.relative and _BASE_ON.search(gap) and _CHANGE_IN.match(place.right):
            return None  # "up 103% compared to last year along with margins of 16.8%", "… on a 13% decrease in volume"
        if not _NEW_STATEMENT.search(gap) or (
            _WAS_THEN.search(gap) and "compar" in found[0] and not _AND_DID.search(gap)
        ):
            return Frame("comparison", sequential=bool(SEQUENTIAL.search(place.left)) and not YEARLY.search(place.left))
    opens = place.before is None and _OPENS_HELD.match(
        place.normal
    )  # "Compared to the prior year, EBITDA was $11 million"
    has_own = HAS_MOVE.search(place.left) or _AND_DID.search(place.left) or _ON_SALES.search(place.left)
    if not (opens or has_own) and _COMPARED_WAS.search(place.left):
        return Frame("comparison", sequential=bool(SEQUENTIAL.search(place.left)))
    return None


_FROM_CAUSE = re.compile(
    rf"(?:^|\b(?:came|comes|coming|resulted|resulting|benefit\w*|stemm\w+|driven|mostly|mainly|largely)) from an? (?:lower|higher|better|stronger|weaker|improved|reduced|favorable|unfavorable) [^,;$%\d]{{2,40}} (?:of|at) {HEDGES}$"
)
_FROM_SOURCE = re.compile(
    r" from (?!.*\b(?:quarter|year|years|period|ago|months?|20\d\d|q[1-4]|prior|last|previous|level|high|low|guidance|outlook)\b)(?:[\w&'./]+ ){0,4}[\w&'./]+(?:,| and|, and)(?: (?:about|approximately|another|over|nearly|an additional))* [$£¥₠-⃏]?"
)
_AND_MORE = re.compile(
    r"\b(?:from|over|versus|compared (?:to|with)) [^,;]*\b(?:20\d\d|quarter|year|ago|period),? and [$£¥₠-⃏]?$"
)
_OF_METRIC = re.compile(r" (?:of|in) (?:(?:adjusted|operating|net|gross|free|total) )*[a-z]{4,}")
_LIKE_THEN = re.compile(
    rf"\b(?:similar|comparable|close) to (?:the )?(?:(?:fiscal )?20\d\d|last (?:year|quarter)|(?:prior|previous) (?:year|quarter)|q[1-4])'s (?:[\w']+ ){{1,4}}of {HEDGES}[$£¥₠-⃏]?$"
    rf"|\bto (?:the |our )?(?:fiscal )?20\d\d (?:[\w'-]+ ){{0,2}}levels? of {HEDGES}[$£¥₠-⃏]?$"
)
WAS_BEFORE = re.compile(
    rf"(?:[,;](?: and| while)?| and) (?:the )?(?:prior|previous|preceding|last) (?P<what>year|quarter)(?:'s)? (?:{WAS})(?: (?:at|an?|about|approximately|around))* [$£¥₠-⃏]?"
)
"""What was before, beside what is now: "the ratio was at 0.35%, prior year was at 0.48%"."""
_WITH_OWN = re.compile(
    rf"\b(?:year|quarter|ago|20\d\d|q[1-4]),? (?:with|while) (?:our |the |an? )?(?:[a-z&.]+ ){{1,4}}(?:of|at) (?:positive |negative )?{HEDGES}[$£¥₠-⃏]?$"
)
_MULTIPLIED = re.compile(
    r"\b(?:doubl|tripl|quadrupl|grow|grew|increas|rais|lift|improv|expand)\w*(?: [\w']+){1,4} from(?: about| approximately)? [$£¥₠-⃏]?$"
)
_WHICH_THEN = re.compile(
    rf"\b(?:from|versus|than|over|compared (?:to|with)) (?:(?:the|our|last|prior|previous|same|first|second|third|fourth|year|ago) )*(?:quarter|year|period|q[1-4]|20\d\d)(?: of (?:last year|20\d\d))?(?:, which|,? (?:when|where) (?:[\w']+ ){{0,5}}[\w']+) (?:{WAS}|closed|came in)(?: (?:the (?:quarter|year|period)|at|about|approximately|with))* ?[$£¥₠-⃏]?$"
)
_OF_THEN = re.compile(
    r"\b(?:on|over|from|versus|ahead of|short of|above|below|beats?|beating|(?:topp|surpass|exceed|eclips|best|outpac)(?:ed|ing)) (?:(?:last|(?:the )?(?:prior|previous)) (?:year|quarter)|(?:the )?[a-z ]{0,24}20\d\d)'s (?:record )?[$£¥₠-⃏]?$"
)
_MATCHING = re.compile(r",? (?:nearly |almost )?matching (?:the |our )?[$£¥₠-⃏]?$")
_NOUN_OVER = re.compile(
    rf"\b(?P<word>{NOUN})s? (?:over|versus|from|compared (?:to|with)) (?:the |our )?(?:prior|last|previous|same) (?:year|quarter|period)(?:'s)?(?: (?:period|quarter))?(?: last year)? of {HEDGES}$"
)
_OR_AFTER_BASE = re.compile(
    r"\b(?:year|quarter|period|ago|earlier|before|20\d\d|q[1-4](?: '\d\d)?|(?:march|june|september|december) (?:30|31)(?:st|th)?)(?: on an? [a-z ]{3,20} basis)?,? (?:or|and)(?: an?| about| approximately)*$"
)
_AND_AFTER_BASE = re.compile(
    r"\b(?:year|quarter|period|20\d\d|q[1-4])(?:'s)? [a-z]+,? and(?: an?| about| approximately)*$"
)
_A_MOVE = re.compile(rf" (?:sequential |year over year |linked quarter )?(?:{NOUN})\b")
"""Another move behind what the first is held against: "down 2% from 2020 revenue and a 4% sequential increase"."""
_FROM_OTHER = re.compile(
    r" (?:from|over|versus|compared (?:to|with)) (?:the |our )?(?:last|prior|previous|linked|first|second|third|fourth|same|year ago|q[1-4])\b"
)
"""Another base: "up $1.2 billion from the second quarter of 2020 and $210 million from last quarter"."""
_IS_HELD = re.compile(r",? (?:versus|compared (?:to|with)|from) [$£¥₠-⃏]?(?:\d|$)")


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
        return Frame("effect")  # "$320, which is more than $89 and a 32% increase over 2019"
    if _UP_TO.fullmatch(place.left) and _OR_RATE.match(place.normal, place.quantity.end):
        return Frame("change", -1 if "down" in place.left or "decreas" in place.left else 1)
    found = _BEYOND.match(place.normal, place.quantity.end) if _ASIDE.fullmatch(place.left) else None
    return Frame("change", -1 if found["below"] else 1) if found else None


_ASIDE = re.compile(r"(?: per (?:diluted )?share)?,(?: or)? [$£¥₠-⃏]?")
_BEYOND = re.compile(
    r"(?: per (?:diluted )?share)?(?: or [$£¥₠-⃏][\d.]+ per (?:diluted )?share)? (?:over|above|ahead of|better than|higher than|(?P<below>below|under|lower than|worse than|short of))\b"
)
_UP_TO = re.compile(
    r"(?: per (?:diluted )?share)?,? (?:(?:up|down|an increase|a decrease|increased|decreased) to)(?: (?:about|approximately))* [$£¥₠-⃏]?"
)
_WHICH_IS = re.compile(r",? which (?:is|was) (?:(?:more than|over|about|up|approximately|nearly) )+[$£¥₠-⃏]?")
_AND_A_RATE = re.compile(r" (?:and|or) an? [\d.]+ ?(?:%|percent) (?:increase|decrease|improvement|decline)\b")
_OR_RATE = re.compile(
    r" or (?:(?:about|approximately|over|nearly) )?[\d.]+ ?(?:%|percent) (?:from|versus|over|compared (?:to|with)|higher|lower|year over year)\b"
)
"""A rate that is the same as an amount tells it from a level: "up to $41 million or 3% versus last year"."""


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
        or not OR_ONLY.fullmatch(place.left)
        or place.right.startswith(" of ")
    ):
        return None
    moved_from = MOVED_FROM.search(place.normal, 0, place.before.start)
    return change_of(moved_from["word"], place) if moved_from else None


def compared_again(place: Place) -> Frame | None:
    """ "compared with $109.6 million, or $1.72 per share"."""
    if place.previous is None or place.before is None or not place.follows("comparison"):
        return None
    if _HAS_OWN_BASE.fullmatch(place.right) or _OF_METRIC_AND.fullmatch(place.left) and _COMPARES.match(place.right):
        # "costs were $118 million versus $112 million, and operating income of $59 million compares to $50 million"
        return None  # "$1.10, up from $0.95 a year ago, and $4.12 for the year, up from $3.58"
    if place.quantity.kind != place.before.kind and _OR.fullmatch(place.left) and _SAME_COMPARED.fullmatch(place.right):
        return None  # "net income rose to $31 million from $12 million, or $0.38 per share from $0.14"
    goes_on = OPENS_COMPARED.match(place.normal) and OF_AMOUNT.search(place.left) and " and " in place.left
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
        return Frame("comparison", sequential=bool(SEQUENTIAL.match(place.right.lstrip())))
    return None


_OF_METRIC_AND = re.compile(r",? (?:and|while) (?:our |the )?(?:[\w&'-]+ ){1,5}of (?:about |approximately )?[$£¥₠-⃏]?")
_COMPARES = re.compile(
    r",? (?:which )?(?:compares|compared|is compared|increased|decreased|grew|rose|fell|declined|was|were) "
)
_HAS_OWN_BASE = re.compile(
    r"(?: per (?:diluted )?share)? (?:(?:for|in|during) the (?!prior|previous|last|same|year ago|preceding|linked)(?:[a-z]+ ){0,3}?(?:quarter|year|half|months|period)|year to date|ytd),? (?:up|down|compared|versus|vs|against|increased|decreased)(?: (?:from|to|with))?(?: (?:about|approximately))* [$£¥₠-⃏]?"
)
_OR = re.compile(r"[^\d;]{0,40}, or [$£¥₠-⃏]?")
_SAME_COMPARED = re.compile(
    r"(?: per (?:[a-z]+ ){0,2}share)?,? (?:(?:up |down )?from|versus|vs\.?|against|(?:as )?compared (?:to|with)|which compares? (?:to|with))(?: (?:about|approximately|an?))* [$£¥₠-⃏]?"
)
"""Behind what is said once more, what that was before: "or $0.38 per share from $0.14"."""
_ON_SALES = re.compile(
    r",? on (?:(?:net|total|record|quarterly|consolidated|organic) )*(?:sales|revenues?|volumes?) of(?: (?:about|approximately))* ?[$£¥₠-⃏]?$"
)
"""What a result was made on is no base of it: "33%, as compared to 32% last year, on revenue of $40 million"."""
OPENS_COMPARED = re.compile(r"(?:and |which )?(?:this|that|these|it|which)?(?: is)? ?compare[sd]? (?:to|with)\b")
# "compared to EBITDA of $48 million and sales of $238 million", "compared to net income of $95 million, EPS of $0.73"
_COMPARED_TOO = re.compile(
    r"(?: per (?:diluted )?share)?(?:,| and|, and| on)(?: (?!(?:we|our|the|a|an|was|were|which|that|is|are|for|in|with|while)\b)[a-z]+){1,5} of(?: (?:about|approximately|a|an))* ?[$£¥₠-⃏]?"
)
_TO_MORE = re.compile(r"\bto (?:more|less|greater|better) than [$£¥₠-⃏]?$")
"""To what something moved, however far: "increased 25% over prior year to more than $800 million"."""
_GAP_BY = re.compile(r"\b(?:by|at an? (?:growth )?rate of)(?: (?:about|approximately|nearly|over|just|roughly))* ?$")
_THAN_EXPECTED_AT = re.compile(
    r"\b(?:(?:expectations?|guidance|plan|outlook|forecast|range|estimates?)\b.*|(?:quarter|year|period)) at(?: (?:about|a|an))? ?$"
)
TO_RANGE = re.compile(
    r",? to(?: (?:at least|negative|minus|positive|a|an|new|updated|revised|narrower|range|of|between|now|down|up))* ?$"
)
"""What stands between two ranges of which the second is new."""
_SAME_AGAIN = re.compile(
    r"^[ ,]*(?:or|and|per share|per diluted share)?[ ,]*(?:about|approximately|minus|negative|an?|or)?[ ,]*[$£¥₠-⃏]?$"
)
_TIME = r"(?:(?: (?:at|in|for|as of|the|our|end|of|last|prior|previous|preceding|linked|trailing|year|year's|ago|same|first|second|third|fourth))* (?:quarter|year|period|ago)(?:'s)?(?: of (?:fiscal )?20\d\d)?| (?:in|for|during) (?:fiscal )?20\d\d)"
_OF_A_TIME_AND = re.compile(rf"(?: per (?:diluted )?share)?{_TIME},? and [$£¥₠-⃏]?")
_OF_A_TIME = re.compile(rf"(?:,? or [$£¥₠-⃏]?[\d.,]+(?: million| billion)?(?: per (?:diluted )?share)?)?{_TIME}")
OR_THEN = re.compile(
    r" (?:(?:in|for|during|of|from) )?(?:(?:the|our|a|same|comparable|corresponding|prior|last|previous|first|second|third|fourth|fiscal|full|year(?:'s)?|quarter|period|half|ago|earlier|in|of|q[1-4]|20\d\d) ?)+,? or (?:about |approximately |nearly |over )*[$£¥₠-⃏]?"
)
"""The same again behind the time it is of: "compared to $38.2 million last year, or $0.43 per share"."""
_ON_BASIS = re.compile(r",? (?:as (?:adjusted|reported)|on an?|excluding|adjusted|before|after)\b")
"""Behind an amount that says the one before once more on another basis: "or $33.9 million as adjusted"."""
# "compared with $20 million or an effective tax rate of 22%"
_OR_OF = re.compile(r",? or (?:an? )?(?:[\w']+ ){1,5}of ")
