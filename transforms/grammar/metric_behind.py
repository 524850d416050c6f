"""Rule: the metric named behind its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.grammar.frames.place import HEDGES, NOUN, Frame
from transforms.grammar.gaps import GROWTH_OF, MOVE_NOUN, RIGHT, gap_words
from transforms.grammar.metric_lists import is_spent_for
from transforms.grammar.other_metrics import is_compound, is_flow_or_rate, is_threshold
from transforms.grammar.proposals import Context, Link, fits
from transforms.grammar.wordlists import FUNCTION, MOVED, WAS
from transforms.language.terms import MetricTerm

_NO_METRIC_AFTER = re.compile(
    r" (?:month|year|day|week|quarter|hour|minute|people|year old|point scale)s?\b(?! adjusted\b)(?! (?:over|on) (?:year|month|week|quarter)\b)| (?:use|source) of cash\b"
)
# "we generated $5 million of revenue" is the company's; "the acquired business adds $5 million of revenue" is not.
_STATES = re.compile(
    rf"\b(?:we|company|quarter|year|which|that|and|it|corporation|group) (?:also |have |has |had |again |just )?(?:reported|generated|delivered|achieved|posted|recorded|produced|recognized|saw|earned|did|had|ended|finished|closed|received|booked|realized|{MOVED})\b"
    r"|\b(?:reporting|generating|delivering|achieving|posting|recording|resulted in|resulting in|with|of|to|was|were)\b(?: [\w']+){0,4} $"
)
_CAME_OR_WENT = re.compile(
    r"\b(?:open(?:ed|ing)?|clos(?:ed|ing|e)|acquir(?:ed|ing)|remodel\w*|renovat\w+|relocat\w+|convert\w+|refranchis\w+|exit(?:ed|ing)|sold|purchased)(?: (?:about|approximately|roughly|nearly|over|another|an additional|an|a|total|of|our|up|to))* $"
)
_ADDED = re.compile(r"\badd(?:ed|ing)(?: (?:about|approximately|nearly|over|another|an additional|a total of))* $")
_OPENED = re.compile(
    r"\bopen(?:ed|ing)?(?: (?:about|approximately|roughly|nearly|over|another|an additional|a total of|up to|between))* $"
)
_HIRED = re.compile(
    r"\b(?:add|hir|recruit)(?:e|ed|ing)?(?: (?:at least|more than|about|approximately|nearly|over|another|an additional|up to))* $"
)
"""Those who come are not those who are there: "to add at least 8,000 employees"."""
_SPENT = re.compile(
    r"\b(?:spen[dt](?:ing)?|invest(?:ed|ing)?)(?: (?:about|approximately|roughly|nearly|over|around|another))* $"
)
_SIDE = re.compile(r" (?:side|front|line)\b")  # "400 million on the OPEX side"
_MORE = frozenset({"more", "lower", "higher", "additional", "incremental", "extra", "less", "fewer", "lost", "added"})
"""Not the metric but a part that came or went: "$127 million of additional revenue"."""
_SOME = re.compile(
    r" (?:that|who|whose|with|in(?! (?:the|this|our) (?:\w+ )?(?:quarter|year|period|half)\b| (?:fiscal )?20\d\d| q[1-4]\b)|using|across|where|being|undergoing|offering|featuring)\b"
)


_OR_MORE = re.compile(r" or (?:more|better|higher|greater|less|lower|fewer)(?= (?:of|in)\b)")
"""A bound between a number and its metric: "$200 million or more of free cash flow"."""
_OR_RATE = re.compile(rf" or (?:an? )?{HEDGES}[\d.]+(?: ?%| percent| basis points)(?= (?:{NOUN}) (?:in|of)\b)")
"""The rate of the same move: "a $31 million or 2.2% increase in net interest income"."""
_ONE_WAY = (
    r" (?:(?:the|our|a|cash|quarterly|regular|common|open|market) )*"
    r"(?:dividends?|(?:share|stock) (?:repurchases?|buybacks?)|repurchas(?:e|ing)|buying back)\b"
    r"(?:(?! (?:and|plus|as well as)\b)[^,;.$£¥₠-⃏]|[.,]\d)*"
    r"(?:[,;.]|$| (?:and|plus|as well as) (?!(?:(?!we\b)[\w']+ ){0,5}(?:dividends?|repurchas\w+|buybacks?|buying)\b))"
)
_IN_ONE_WAY = re.compile(
    rf" to (?:our |the )?(?:shareholders|stockholders|shareowners|investors)(?= (?:in|by|through|via|with|in the form of){_ONE_WAY})"
    rf"| (?:through|via)(?={_ONE_WAY})"
)
"""Before the one way in which an amount was returned: "we returned $79 million to shareholders in dividends and $40 million through share repurchases"."""
_OF_ANY_VERB = frozenset({"free_cash_flow", "net_adds"})
"""Metrics that a number before them is of whatever its verb: those mostly of the whole company, though a part may be named, and what "added" itself names."""
_CONTRIBUTED = re.compile(r"\bcontribut(?:ed|es|ing) (?:[^.;]|\.\d)*$")
"""To each metric its amount: "contributed $84 million to earnings and $89 million to adjusted EBITDA"."""


_OF_ITS_OWN = re.compile(rf" of {HEDGES}[$£¥₠-⃏]?")
_OWN_GROWTH = re.compile(rf"(?: {MOVE_NOUN})? of {HEDGES}")
"""Behind a metric whose growth another number is: "growth of 12% organic revenue growth of 11%"."""


def right(context: Context, index: int) -> Iterator[Link]:
    """The metric named after: "$1.2 billion of total net revenue", "a 5% increase in net sales"."""
    quantity, frame = context.quantities[index], context.frames[index]
    if frame.role == "share" or _NO_METRIC_AFTER.match(context.normal, quantity.end):
        return  # "5% of revenue" is a share of revenue, not revenue
    returned = _IN_ONE_WAY.match(context.normal, quantity.end)
    rate = _OR_RATE.match(context.normal, quantity.end) if frame.role == "change" else None
    is_of_one_move = (
        rate is not None or index > 0 and _OR_RATE.match(context.normal, context.quantities[index - 1].end) is not None
    )
    after = context.quantities[index + (2 if rate else 1) :]  # the metric stands behind both
    stop = after[0].start if after else len(context.normal)
    aside = returned or rate or _OR_MORE.match(context.normal, quantity.end)
    begin = aside.end() if aside else quantity.end
    for term in context.terms:
        if term.start < begin:
            continue
        if term.start >= stop:
            return
        gap = context.normal[begin : term.start]
        if (
            "," in gap
            or ";" in gap
            or ". " in gap
            or " while " in gap
            or " with " in gap  # "EBITDA of $12 billion of copper with capital expenditures of $2 billion"
            or gap.startswith((" including ", " of excess ", " in excess ", " compared to ", " versus "))
        ):
            return  # "automation grew 13% including record bookings"
        if fits(term.metric, quantity, frame) and quantity.kind == "number" and _SOME.match(context.normal, term.end):
            return  # "80 customers that have spent more than $100,000"
        if is_threshold(context.normal, term):
            return
        if term.metric.name == "organically" and _ORDERS.search(context.normal, 0, quantity.start):
            return  # "orders were up 12% overall and up 9% organically"
        words = gap_words(context, begin, term.start)
        # "we added 125,000 fiber broadband customers": who came is said before them
        is_growth = _is_growth_of(context, index, gap, term)
        unknown = 0 if term.metric.name == "net_adds" or is_growth else sum(word not in RIGHT for word in words)
        if term.metric.name == "headcount" and _HIRED.search(context.normal, 0, quantity.start):
            return
        opened = term.metric.name == "store_openings" and _OPENED.search(context.normal, 0, quantity.start)
        if (
            quantity.kind == "number"
            and not opened
            and (
                "new" in words
                or _CAME_OR_WENT.search(context.normal, 0, quantity.start)
                or term.metric.name == "stores"
                and _ADDED.search(context.normal, 0, quantity.start)
            )
        ):
            return  # "we opened 14 new stores", "closed an additional 37 stores"
        if _CAUSED.search(gap) or " difference " in gap:
            return  # "growth for the full year on strength of orders"
        has_own = (
            words[:1] == ["on"]
            and after
            and _OF_ITS_OWN.fullmatch(context.normal, term.end, stop)
            or _OWN_GROWTH.fullmatch(context.normal, term.end, stop)
            and GROWTH_OF.search(context.normal, 0, quantity.start)
        )
        # "an increase of 60 basis points on wage inflation of 3.6%"
        if has_own or unknown > 2 or len(words) > 8 or frame.role == "level" and not _MORE.isdisjoint(words):
            return
        direct = (
            not words
            or bool(set(words) & {"of", "in", "for"})
            or quantity.kind in ("percent", "point", "number", "money", "per_share")
        )
        if is_flow_or_rate(context, term, frame, quantity):
            return
        fit = fits(
            term.metric,
            quantity,
            Frame("change", frame.sign)
            if term.metric.growth and quantity.kind == "percent" and frame.role == "level"
            else frame,
        )
        # "we guided to $375 million plus or minus $10 million on revenue"
        on_side = words[:1] == ["on"] and bool(
            " plus or minus " in context.normal[quantity.start : quantity.end]
            or _SIDE.match(context.normal, term.end)
            or _SPENT.search(context.normal, 0, quantity.start)
        )
        gives = (
            quantity.kind == "money"
            and words[:1] == ["to"]
            and bool(_CONTRIBUTED.search(context.normal, 0, quantity.start))
        )
        is_second = (
            index > 0
            and words[:1] == ["for"]
            and bool(_AND_BETWEEN.fullmatch(context.normal, context.quantities[index - 1].end, quantity.start))
        )
        starts_clause = (
            bool(words)
            and not is_second
            and not gives
            and words[0] in ("and", "for", "on", "to", "over", "both", "with")
            and not on_side
            and not is_spent_for(context, index)
        )
        if fit is None or not direct or (starts_clause and words[0] in ("and", "to", "over", "both", "with")):
            return
        score = (
            0.9
            + 0.1 * (gives or is_growth)
            + 0.2 * (returned is not None)
            + 0.15 * is_of_one_move
            + 0.2 * is_second
            + (0.3 if quantity.kind == "per_share" and _PER_SHARE_OF.match(context.normal, quantity.end) else 0.0)
            - 0.13 * unknown
            - 0.3 * ("and" in words)
            - 0.015 * len(words)
            - (0.25 if starts_clause else 0.0)
            - (0.06 if term.metric.weak else 0.0)
            # "compared to $5 million in revenues"
            + (0.3 if gap in (" in ", " of ") and _COMPARED_TO.search(context.normal, 0, quantity.start) else 0.0)
            # "with 5% revenue growth, 6% growth in EBITDA and 8% FFO growth"
            + (0.4 if _GROWTH_IN.match(gap) and _BESIDE_GROWTH.search(context.normal, 0, quantity.start) else 0.0)
            + (0.4 if not unknown and _grows_too(context, index, term.end) else 0.0)
            - (0.25 if term.metric.strict and unknown else 0.0)
            - (0.35 if is_compound(context.normal, term) and not on_side else 0.0)
            - (
                0.2
                if term.metric.segments
                and term.metric.name not in _OF_ANY_VERB
                and frame.role == "level"
                and not _STATES.search(context.normal, 0, quantity.start)
                else 0.0
            )
        )
        # "revenue was $5 million in net sales terms": a verb before the number speaks for the left.
        if (
            not (not words and (_stands_alone(context, index) or _is_margin_of(context, index, term)))
            and _VERB_BEFORE.search(context.normal, max(0, quantity.start - 40), quantity.start)
            and words[:1] not in (["of"], ["increase"], ["decrease"], ["growth"])
        ):
            score -= 0.2
        yield Link(term, *fit, max(score, 0.05), "right")
        return


def opens_at(context: Context, index: int) -> Iterator[Link]:
    """The metric that a sentence which opens with its amount is about: "At $412 million, third quarter net revenue was up 11%"."""
    quantity = context.quantities[index]
    if index or _OPENS_AT.fullmatch(context.normal, 0, quantity.start) is None:
        return
    term = next((term for term in context.terms if term.start >= quantity.end), None)
    if term is None or not context.normal.startswith((", ", " per share, "), quantity.end):
        return
    words = gap_words(context, quantity.end, term.start)
    fit = fits(term.metric, quantity, Frame("level"))
    if fit and len(words) <= _FEW and _IS_THEN.match(context.normal, term.end):
        yield Link(term, *fit, 0.85, "opens_at")


_FEW = 4
_OPENS_AT = re.compile(rf"(?:(?:and|so|but|now)[ ,]+)*at {HEDGES}[$£¥₠-⃏]?")
_IS_THEN = re.compile(
    rf"(?: (?:for|in|during) the (?:[a-z]+ )?(?:quarter|year|half))?,? (?:{WAS}|{MOVED}|is|came in|remained|represents?|represented)\b"
)


def opens_moved(context: Context, index: int) -> Iterator[Link]:
    """The metric of a change that a sentence opens with: "Up 9% from last year, revenue reached $512 million"."""
    quantity, frame = context.quantities[index], context.frames[index]
    if index or frame.role != "change" or not _MOVED_SO.fullmatch(context.normal, 0, quantity.start):
        return
    term = next((term for term in context.terms if term.start >= quantity.end), None)
    fit = fits(term.metric, quantity, frame) if term else None
    if term and fit and _FROM_BASE.fullmatch(context.normal, quantity.end, term.start):
        yield Link(term, *fit, 0.85, "opens_moved")


_MOVED_SO = re.compile(
    rf"(?:(?:and|so)[ ,]+)?(?:up|down|(?:an? |representing an? )?(?:increase|decrease|growth|decline) of) {HEDGES}[$£¥₠-⃏]?"
)
_FROM_BASE = re.compile(
    r"(?: year over year| sequentially| (?:from|over|versus|compared (?:to|with)) (?:[a-z']+ ){0,4}(?:year|quarter|period|ago|20\d\d))?, (?:(?:our|the|total|net|adjusted|reported|consolidated|quarterly|first|second|third|fourth|quarter|full|year|gaap|non) )*"
)
"""From a change to its metric."""


def _stands_alone(context: Context, index: int) -> bool:
    """Whether nothing stands before a rate that it could be of: "We're at a 38% gross margin"."""
    start = context.quantities[index].start
    return (
        index == 0
        and context.quantities[index].kind != "number"
        and _RUNS_AT.search(context.normal, 0, start) is not None
        and not any(other.end <= start for other in context.terms)
    )


def _is_margin_of(context: Context, index: int, term: MetricTerm) -> bool:
    """Whether a rate is the margin that the amount before it is at: "EBITDA was $312 million at a 21.8% margin"."""
    return term.metric.name == "margin" and index > 0 and context.quantities[index - 1].kind == "money"


_RUNS_AT = re.compile(
    rf"(?:'re|'s|\b(?:{WAS}|is|are|be|came|come|comes|ran|run|runs|running|sits?|sat|quarter|year))(?: (?:running|sitting|in|out|at))* {HEDGES}[$£¥₠-⃏]?$"
)


def _is_growth_of(context: Context, index: int, gap: str, term: MetricTerm) -> bool:
    """Whether nothing but the name of a part stands between a rate and the metric whose growth it is: "9% commercial loan growth"."""
    quantity, frame = context.quantities[index], context.frames[index]
    return (
        quantity.kind in ("percent", "point")
        and frame.role == "change"
        and _GROWS_SO.match(context.normal, term.end) is not None
        and _NAMED.fullmatch(gap) is not None
        and FUNCTION.isdisjoint(gap.split())
        and GROWTH_OF.search(context.normal, 0, quantity.start) is None
    )


_GROWS_SO = re.compile(rf" {MOVE_NOUN}\b(?! of\b)")
_NAMED = re.compile(r"(?: [a-z][\w&'-]*){1,3} ")


def _grows_too(context: Context, index: int, end: int) -> bool:
    """Whether a growth of its own goes on with another: "organic growth of 16% to 17% and approximately 22% EPS expansion"."""
    return (
        index > 0
        and context.quantities[index].kind == "percent"
        and _GROWS.match(context.normal, end) is not None
        and _AND_BETWEEN.fullmatch(context.normal, context.quantities[index - 1].end, context.quantities[index].start)
        is not None
    )


_GROWS = re.compile(rf" {MOVE_NOUN}\b")
_AND_BETWEEN = re.compile(r" and (?:between |about |approximately )*[$£¥₠-⃏]?")
"""What stands between two numbers, each for a metric of its own: "revenue between $425 million and $450 million and $18 million for EBITDA"."""
_COMPARED_TO = re.compile(r"\b(?:compar\w+ (?:to|with)|versus|vs\.?) [$£¥₠-⃏]?$")
_BESIDE_GROWTH = re.compile(
    r"\b(?:growth|increase|decrease|decline)(?: in [^,;]{3,60},|,)? (?:and )?(?:an? )?$| as (?:an? )?$"
)
_GROWTH_IN = re.compile(r" (?:growth|increase|decrease|decline) in ")
_CAUSED = re.compile(
    r"\b(?:as(?! (?:reported|adjusted|an?)\b)|on (?:the )?strength of|on (?:higher|lower|strong|stronger|weaker|increased|improved|reduced|better|softer)|due to|driven by|thanks to|because of|owing to|after)\b"
)
# "earned $1.10 per share of adjusted net income"
_PER_SHARE_OF = re.compile(
    r"(?: (?:per|a) (?:diluted )?share)? of (?:adjusted |core |gaap |non gaap |diluted |operating )*(?:net )?(?:income|earnings|profit|ffo|funds)\b"
)
_VERB_BEFORE = re.compile(
    r"\b(?:was|were|is|are|totaled|at|to)(?: (?:approximately|about|a|an|over|roughly|nearly|around))* ?$"
)
_ORDERS = re.compile(
    r"^(?:(?!revenue|sales)(?:[^.;]|\.(?=\d)))*\b(?:orders|bookings|backlog|ebitda|earnings|eps|income|profit)\b"
)
