"""Rule: the metric named before its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.vocabulary import grammar
from transforms.grammar.clauses import mover
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.gaps import ASIDE, CAUSE, GROWTH_OF, LINK, RIGHT, gap_words, other_subject
from transforms.grammar.metric_lists import components, is_listed, is_of_no_metric, is_spent_for
from transforms.grammar.other_metrics import (
    FOLLOWED,
    MAY_FOLLOW,
    PER_MEASURE,
    is_compound,
    is_counted_in,
    is_of_other,
    on_basis,
)
from transforms.grammar.proposals import Context, Link, fits
from transforms.grammar.wordlists import MOVED, WAS
from transforms.language.quantities import Quantity
from transforms.language.terms import MetricTerm

_G = grammar()
_CLAUSE = re.compile(
    r"[;:]|, (?:while|but|whereas|and (?:our|the|we|total|adjusted|net|gross|operating))|\b(?:while|whereas|however|but)\b| and (?:our|we|the) |\. "
)
_CLAIMED = re.compile(r"(?: (?:of|in|total|net|adjusted|our|quarterly|record|consolidated|free|operating))*")
_OTHER_GROWTH = re.compile(
    rf" (?!(?:{'|'.join(sorted((RIGHT | frozenset(_G['neutral']) | frozenset(_G['function']) | frozenset(_G['up']) | frozenset(_G['down'])), key=len, reverse=True))})\b)[a-z]+ (?:growth|increase|decline|decrease|improvement|reduction)\b"
)
_GROWTH = re.compile(r" (?:growth|increase|decline|decrease|improvement|reduction)\b")
# An increase in something; a period or a currency is no thing.
_IN_OTHER = re.compile(
    r"(?: or (?:about |approximately )?[$\d.,%]+(?: million| billion| percent)?)? (?:increase|decrease|decline|improvement|reduction|rise) in (?!(?:the |our |both |local |constant )*(?:first|second|third|fourth|quarter|year|period|month|fiscal|same|prior|current|currency|q\d|\d|reported|organic))"
)


def _of_other(context: Context, index: int, left_term: MetricTerm) -> bool:
    """Whether an amount is of another metric named behind it: "sales of $1 billion, which delivered $124.9 million of segment EBITDA"."""
    quantity = context.quantities[index]
    term = next((term for term in context.terms if term.start >= quantity.end), None)
    return (
        term is not None
        and term.metric.canonical_name != left_term.metric.canonical_name
        and "currency" in term.metric.units
        and bool(_OF_METRIC.fullmatch(context.normal, quantity.end, term.start))
        and not _OWN_AMOUNT.match(context.normal, term.end)
    )


def _counts_other(normal: str, start: int, quantity: Quantity) -> bool:
    """Whether a number counts a noun of its own: "our customers and the 1,600 members of our team"; or names: "Customer 360"."""
    gap = normal[start : quantity.start]
    if not gap.strip():
        return not quantity.scaled  # but "monthly active users 96 million"
    following = FOLLOWED.match(normal, quantity.end)
    return bool(_JOINS.search(gap)) and following is not None and following["word"] not in MAY_FOLLOW


_UNUSED = re.compile(
    r" (?:(?:is|are|was|were|that is|still) )?(?:remaining )?(?:of (?:\w+ )?availability|available|undrawn|unused|untapped|of (?:undrawn|unused|available) )(?! cash)"
)
_JOINS = re.compile(
    r"(?:\b(?:and|with|in|from)|,)(?: (?:the|our|about|approximately|nearly|roughly|over|almost|another|a|total|of|just|more than))* ?$"
)
_OWN_AMOUNT = re.compile(r" of [$£¥₠-⃏]")
_OF_METRIC = re.compile(r" (?:of|in) (?:(?!and\b)[\w']+ ){0,3}")
_ADJUNCT = re.compile(
    r"\b(?:sales|revenues?|income|earnings|profits?|charges?|costs?|expenses?) (?:from|to|due to|related to|because of|associated with)(?: [\w']+){0,3} $"
)
"""What a metric comes from is not what is stated: "the incremental net sales from acquisitions were $24 million"."""
_SOURCE = re.compile(r"\b(?:source|use) of\b")  # "working capital was a source of $100 million"
_USE_OF = re.compile(r"\b(?:use|source|release|build) (?:of|in|from) $")
_USED = re.compile(r" (?:use|source|outflow|inflow|headwind|tailwind|benefit|drag)\b")
"""What working capital took or gave is no level of it: "working capital was a $22 million use of cash"."""
_REFLECTS = re.compile(r"\b(?:reflecting|representing) (?:an? )?(?:(?:increase|decrease|growth|decline) of )?$")
_SAME_SUBJECT = re.compile(r"\b(?:while|but) (?:an? )?(?:increase|decrease|growth|decline|up|down) (?:of )?$")
"""A change without a subject of its own: "up 8.0% year over year, while a decrease of 19.4% quarter over quarter"."""


def _as_margin(context: Context, index: int, term: MetricTerm) -> tuple[str, str] | None:
    """The margin that a profit has come to: "operating earnings improved 70 basis points to 9%", "EBITDA improved to 19% from 18%".

    Or that it is, or was, so many points from another: "operating earnings of 13.3% or 330 basis points higher than the 10%".
    """
    quantity, before = context.quantities[index], context.quantities[index - 1] if index else None
    if quantity.kind != "percent" or term.metric.margin is None or context.frames[index].role == "share":
        return None
    come_to = (
        before
        and before.kind == "point"
        and (
            _COME_TO.fullmatch(context.normal, before.end, quantity.start)
            or _POINTS_FROM.fullmatch(context.normal, before.end, quantity.start)
            and not context.normal.startswith(" growth", quantity.end)
        )
    )
    is_at = _IS_AT.fullmatch(context.normal, term.end, quantity.start) and _OR_POINTS.match(
        context.normal, quantity.end
    )
    moved_to = _RAISED_IT.fullmatch(context.normal, term.end, quantity.start) or (
        _MOVED_TO.fullmatch(context.normal, term.end, quantity.start) and _FROM_RATE.match(context.normal, quantity.end)
    )
    return (term.metric.margin, "percent") if come_to or moved_to or is_at else None


_POINTS_FROM = re.compile(
    r"(?: (?:higher|lower|better|worse|more|less) than|,? (?:from|above|below|over)) (?:(?:the|our|an?) )*"
)
"""Between points and the margin that they are held against."""
_IS_AT = re.compile(r" (?:of|was|were|at|came in at) (?:(?:about|approximately|a) )*")
_OR_POINTS = re.compile(
    r",? (?:or|up|down|an (?:improvement|increase) of|a (?:decline|decrease) of) [\d.,]+ (?:basis |percentage )?points\b"
)
"""Behind a profit told in percent, how far it moved: what moves by points is a margin."""
_AND_GROWTH = re.compile(r"(?: (?!and\b)[\w']+){1,4} growth,? and (?:an? )?")
"""What joins two numbers that each have their metric behind: "4% wholesale volume growth and 1% retail volume growth"."""
_GROWTH_OF_IT = re.compile(r"(?: [\w']+){1,4} growth\b")
_OF_ONE_AND = re.compile(
    r" (?:of|in|for|on|towards?) (?:[a-z&']+ ){1,4}and (?:(?:about|around|approximately|another|up to|nearly|over) )*[$£¥₠-⃏]?"
)
_FOR_ANOTHER = re.compile(r" (?:in|for|on|towards?|of) (?!(?:the|our|20\d\d|fiscal|cash|total)\b)[a-z]{3,}")


def _as_leverage(context: Context, index: int, term: MetricTerm) -> tuple[str, str] | None:
    """The leverage that a debt comes to: "net debt was $3.1 billion, or 2.1 times trailing EBITDA"."""
    quantity, leverage = context.quantities[index], _LEVERAGES.get(term.metric.name)
    if leverage is None or quantity.kind != "ratio":
        return None
    return (leverage, "ratio") if _OF_EBITDA.match(context.normal, quantity.end) else None


_LEVERAGES = {"net_debt": "net_leverage", "total_debt": "gross_leverage"}
_OF_EBITDA = re.compile(
    r" (?:(?:our|the|trailing|last|latest|adjusted|annualized|ltm|ttm|pro forma|covenant|(?:12|twelve)[ -]months?'?) )*ebitda"
)
_MOVED_TO = re.compile(
    rf"(?: (?:has|have|also|further|again|slightly))* (?:{MOVED}) to(?: (?:an?|record|strong|about|approximately|over))* "
)
_RAISED_IT = re.compile(
    r"(?: adjusted)?, we (?:have )?(?:raised|brought|took|taken|moved) it to(?: (?:an?|about|approximately|over))* "
)
_FROM_RATE = re.compile(
    r",? (?:as )?(?:compared (?:to|with)|versus|from|against)(?: (?:about|approximately|an?))* [\d.]+ ?(?:%|percent)(?! (?:growth|increase|decline|decrease))"
)
_COME_TO = re.compile(r" to(?: an?)?(?: (?:record|strong|about|approximately|over))* ")


def _is_of_what_follows(context: Context, index: int) -> bool:
    """Whether the words behind a number take it from the metric named before."""
    quantity, before = context.quantities[index], context.quantities[index - 1].end if index else 0
    if is_spent_for(context, index) or _is_of_higher(context, index):
        return True
    if _VOLUME_GROWTH.search(context.normal, before, quantity.start):
        return True
    if quantity.kind == "percent" and (
        _OF_DEMAND.match(context.normal, quantity.end)  # "revenue grew 18% with double-digit industrial demand"
        or any(  # "sales of $1 billion or 20% margin"
            term.start == quantity.end + 1 and term.metric.units == ("percent",) for term in context.terms
        )
    ):
        return True
    own = _GROWTH_OF_IT.match(context.normal, quantity.end) if index else None
    if (
        own
        and _AND_GROWTH.fullmatch(context.normal, before, quantity.start)
        and any(quantity.end <= term.start < own.end() for term in context.terms)
    ):
        return True
    if (
        quantity.kind == "money"
        and index
        and _OF_ONE_AND.fullmatch(context.normal, before, quantity.start)
        and _FOR_ANOTHER.match(context.normal, quantity.end)
        and any(before < term.start and term.end <= quantity.start for term in context.terms)
    ):
        return True  # "$50 million toward acquisitions and around $50 million in new projects"
    return bool(
        _TO_HOLDERS.match(context.normal, quantity.end)
        or _REPURCHASE.match(context.normal, quantity.end)
        or _BY_DIVIDENDS.match(context.normal, quantity.end)
        or _AS_WELL_AS.search(context.normal, before, quantity.start)
        and _FROM_NOUN.match(context.normal, quantity.end)
        or (
            _WE_TOOK.search(context.normal, before, quantity.start)
            or before
            and _AFTER_SPENT.search(context.normal, before, quantity.start)
        )
        and _FROM_OTHER.match(context.normal, quantity.end)
        or quantity.kind == "percent"
        and _OTHER_GROWTH.match(context.normal, quantity.end)  # "6% same-store sales growth and 3% unit growth"
        or any(  # "orders increased 10% with 5% revenue growth"
            term.start == quantity.end + 1
            and (_GROWTH.match(context.normal, term.end) or context.normal.endswith(" growth", 0, term.end))
            and not GROWTH_OF.search(context.normal, before, quantity.start)
            for term in context.terms
        )
        # "growth in sales and 7% to 10% growth in both operating income and EPS"
        # "a record margin, double-digit adjusted EBITDA and EPS growth"
        or context.normal.endswith(", ", 0, quantity.start)
        and _GROWTH_TOO.match(context.normal, quantity.end)
        or (grown := _GROWTH_IN.match(context.normal, quantity.end))
        and _AND_ONLY.search(context.normal, before, quantity.start)
        and not _begins_part(context, grown.end())
        # "gross margin expanded 90 basis points, resulting in 15% growth in gross profit"
        or _BROUGHT.search(context.normal, before, quantity.start)
        and _GROWTH_OF_TERM.match(context.normal, quantity.end)
        # "operating expenses grew due to a $3.2 million or 5.8% increase in salaries"
        or _IN_OTHER.match(context.normal, quantity.end)
    )


def _begins_part(context: Context, start: int) -> bool:
    """Whether a name that is no metric's begins at a place: "with 7% growth in Lamps and 16% growth in Shades"."""
    return context.text[start : start + 1].isupper() and not any(
        start <= term.start < start + _NEAR_NAME for term in context.terms
    )


_NEAR_NAME = 30
"""So near behind a capital a metric still takes it to its name: "growth in Adjusted Segment EBITDA"."""
_BY_DIVIDENDS = re.compile(r" (?:through|via|by way of) (?:our |the )?(?:(?:quarterly|regular|cash) )*dividends?\b")
_GROWTH_TOO = re.compile(r" (?:(?:adjusted|organic|net|operating|core) )*[\w&]+(?: and (?:adjusted )?[\w&]+)? growth\b")
_VOLUME_GROWTH = re.compile(
    rf" with (?:volumes?|price|pricing) and mix(?:ed)? (?:growth|increases?|declines?) of {HEDGES}$"
)
"""What the growth before comes from: "organic sales were flat with price and mix growth of 2%"."""
_REPURCHASE = re.compile(
    r" (?:(?:through|via|by way of) (?:repurchases|buybacks)\b|(?:share|stock) (?:repurchase|buyback)s?|(?:order )?backlog)\b"
)
"""What is named behind an amount: "authorized the $250 million share repurchase program", "deliver on our $63 billion backlog"."""
_TO_HOLDERS = re.compile(r" (?:of|in) (?:capital|cash)(?: back)? to (?:our |the )?(?:share|stock|unit)holders\b")
"""What was returned is of no metric before it: "to exceed our revenue outlook and return over $7 billion of capital to our shareholders"."""
_AS_WELL_AS = re.compile(
    r"\bas well as (?:an? )?(?:about |approximately )?[$£¥₠-⃏]?$"
    r"|\band (?:from|by|due to|because of) an? (?:about |approximately )?[$£¥₠-⃏]?$"
)
_FROM_NOUN = re.compile(r" (?:[\w']+ ){1,4}(?:loss|losses|charge|charges|gain|gains|impairment|expense|benefit)\b")
"""What has a noun of its own: "the lower operating earnings, as well as a $4 million currency loss"."""
_WE_TOOK = re.compile(
    r", (?:and|as) we (?:also |have )?(?:delivered|generated|paid|received|returned|spent|used|invested|raised|borrowed|drew)(?: (?:about|approximately|nearly|over|another|an additional))* ?[$£¥₠-⃏]?$"
)
_AFTER_SPENT = re.compile(
    r" after (?:(?:paying|investing|spending|funding|deducting|returning) )?(?:(?:about|approximately|nearly|over|our) )*[$£¥₠-⃏]?$"
)
"""What was taken off before: "free cash flow was $38 million after $52 million of growth capital"."""
_FROM_OTHER = re.compile(
    r" (?:from|for|of|on|to|in) (?!(?:the )?(?:first|second|third|fourth|quarter|year|full|last|prior|previous|same)|our|this|q[1-4]|20\d\d|fiscal)[a-z]"
)
"""What was done with an amount of its own: "cash grew to $51 million, and we generated $9 million from working capital"."""


def _is_of_higher(context: Context, index: int) -> bool:
    """Whether a percentage is of the metric behind it: "earnings reflected 17% higher sales volume"."""
    quantity = context.quantities[index]
    higher = _HIGHER.match(context.normal, quantity.end) if quantity.kind == "percent" else None
    return higher is not None and any(
        higher.end() <= term.start and _PLAIN.fullmatch(context.normal, higher.end(), term.start)
        for term in context.terms
    )


_AT_OURS = re.compile(
    rf" (?:at|in|from|across) (?:all (?:of )?)?(?:our|the) (?:[a-z]+ ){{0,2}}[a-z]+s(?= (?:{WAS}|{MOVED}|averaged|is|are|of)\b)"
)
"""Where something is counted: "throughput at our refineries averaged 912,000 barrels"."""
_OF_DEMAND = re.compile(
    r" (?:(?!(?:and|or|but|while|whereas|as|with|on|despite|where|when)\b)[a-z]+ )?(?:demand|traffic|inflation)\b(?! (?:growth|increase))"
)
_HIGHER = re.compile(r" (?:higher|lower|more|fewer|less|increased|reduced) ")
_PLAIN = re.compile(r"(?:(?:average|overall|total|net) )*")


def _counts_others(context: Context, index: int) -> bool:
    """Whether a count has its own noun behind it: "in addition to 24 company-owned stores, 189 new franchised stores opened"."""
    quantity = context.quantities[index]
    before = next((term for term in reversed(context.terms) if term.end <= quantity.start), None)
    return (
        before is not None
        and quantity.kind == "number"
        and context.normal[before.end : quantity.start].strip() in (",", ", and", "and")
        and any(
            other.metric is before.metric
            and 0 < other.start - quantity.end < _NOUN_BEHIND
            and not re.search(r"[,;]|\b(?:and|of|in|at|to)\b", context.normal[quantity.end : other.start])
            for other in context.terms
        )
    )


_NOUN_BEHIND = len(" new third party franchised and licensed ")


def _is_beside_misfit(context: Context, index: int) -> bool:
    """Whether right before a number stands a metric that it cannot state: "gross margin 34.8%, SG&A 22.1%"."""
    quantity, frame = context.quantities[index], context.frames[index]
    return frame.role == "level" and any(
        context.normal[term.end : quantity.start] == " "
        and fits(term.metric, quantity, frame) is None
        and _as_margin(context, index, term) is None
        and _as_leverage(context, index, term) is None
        for term in context.terms
    )


def left(context: Context, index: int) -> Iterator[Link]:
    """The metric named before: "net revenue for the quarter was $1.2 billion, up 5%"."""
    quantity, frame = context.quantities[index], context.frames[index]
    if (
        _is_of_what_follows(context, index)
        or _is_of_acronym(context, index)
        or components(context, index) is not None
        or _counts_others(context, index)
        or is_of_no_metric(context, index)
        or _is_beside_misfit(context, index)
    ):
        return  # "including $9 million from a gain and $8 million from a sale"
    reached = 0
    asides = [(match.start(), match.end()) for match in ASIDE.finditer(context.normal, 0, quantity.start)]
    for term in reversed(context.terms):
        if term.end > quantity.start or any(start <= term.start and term.end <= end for start, end in asides):
            continue
        fit = (
            _as_margin(context, index, term) or _as_leverage(context, index, term) or fits(term.metric, quantity, frame)
        )
        if fit is None or is_of_other(context, term, frame) or is_counted_in(context, term):
            continue
        moved = mover(context.text, context.normal, term.end, quantity.start) if frame.role == "change" else None
        gap_end = _first_in_list(context, term, index).start if moved else quantity.start
        words = gap_words(context, term.end, gap_end)
        gap = context.normal[term.end : gap_end].removeprefix(":")  # "Revenue: $1.2 billion (up 5%)"
        at_ours = (_AT_OURS.match(gap) or PER_MEASURE.match(gap)) if term.metric.strict else None
        unknown = sum(word not in LINK for word in (words if at_ours is None else gap[at_ours.end() :].split()))
        # "… were 1,970.0 million RMB, reflecting an 11% increase" gives no cause.
        cause = any(word in CAUSE for word in words) and not (frame.role == "change" and _REFLECTS.search(gap))
        between = sum(term.end <= other.start and other.end <= quantity.start for other in context.quantities)
        clauses = 0 if _SAME_SUBJECT.search(gap) else len(_CLAUSE.findall(gap))
        claimed = any(
            other.end < term.start
            and other.end < quantity.start
            and 0 < term.start - other.end < 30
            and _CLAIMED.fullmatch(context.normal[other.end : term.start].rstrip())
            for other in context.quantities
        )
        others = sum(term.end <= other.start and other.end <= quantity.start for other in context.terms)
        if (
            moved is None
            and not (
                term.metric.cost and _WE_SPENT.fullmatch(gap) and _ON_TOPIC.fullmatch(context.normal, 0, term.start)
            )
            and other_subject(gap if between else ASIDE.sub("", gap))
            or _is_of_part(context.normal, term, gap)
            or _IN_SUM.search(context.normal, 0, term.start)
            or between
            and _WE_MADE.search(gap)
            and not (term.metric.per_share or term.metric.canonical_name.endswith("income"))
        ):
            return  # "revenue grew 35% and priced options grew 13%": the options are no revenue
        is_source = (
            _SOURCE.search(gap)
            and not term.metric.name.endswith("_cash_flow")
            or term.metric.name == "working_capital"
            and (
                _USED.match(context.normal, quantity.end)
                or _USE_OF.search(context.normal, max(0, term.start - 20), term.start)
            )
        )
        if is_source or (term is not context.terms[0] and on_basis(context.normal, term)):
            return
        if (
            claimed
            and between == 0
            and (
                quantity.kind == "percent"
                and _AND_OWN.fullmatch(gap)
                and _OWN_STATE.match(context.normal, quantity.end)
                or quantity.kind == "money"
                and frame.role == "level"
                and _THEN.fullmatch(gap)
            )
        ):
            return  # "94% occupancy and 98% leased", "$42 million of share repurchases, $43 million in dividends"
        score = (
            0.95
            - 0.05 * min(unknown, 9)
            - (0.25 if term.metric.strict and unknown else 0.0)
            - (0.4 if is_compound(context.normal, term) else 0.0)
            - 0.01 * len(words)
            - 0.2 * (cause and frame.role != "share")
            + (0.1 if frame.role == "share" else 0.0)
            - 0.12 * min(clauses, 3)
            - 0.02 * between
            - 0.08 * reached
            - (0.15 if claimed and between == 0 and not _SO_IN_ALL.search(gap) else 0.0)
            - 0.1 * min(others - reached, 3)
        )
        if quantity.kind == "number" and fit[1] != "currency" and (unknown or len(words) > 6):
            score -= 0.3
        is_small = quantity.kind == "money" and not quantity.scaled
        if term.metric.balance and is_small and _SMALL.fullmatch(context.normal, term.end, quantity.start):
            return  # "simpler forms for loans less than $150,000"
        if term.metric.balance and term.metric.name != "liquidity" and _UNUSED.match(context.normal, quantity.end):
            return  # "cash of $10 million and $295 million available on our line of credit"
        counts = (quantity.kind, fit[1]) == ("number", "count") and frame.role != "comparison"
        if counts and _counts_other(context.normal, term.end, quantity):
            return
        if frame.role in ("level", "comparison") and quantity.kind == "money":
            if frame.role == "level" and is_listed(context, index):
                return
            score -= 0.4 * _of_other(context, index, term)
        if reached == 0 and term is not context.terms[0] and _ADJUNCT.search(context.normal, 0, term.start):
            score -= 0.3
        # "revenue from X" or "sales volume" after the term makes it another thing.
        yield Link(term, *fit, max(score, 0.05), "left")
        reached += 1
        if reached >= 3:
            return


_IN_SUM = re.compile(
    r"\bgrowth(?: rate)? plus (?:our |the )?(?:[a-z]+ ){0,2}$|\bsum of (?:our |the )?(?:[a-z]+ ){1,4}and (?:our |the )?(?:[a-z]+ ){0,2}$"
)
"""What two rates come to together is neither: "revenue growth plus free cash flow margin of 40%"."""
_WE_MADE = re.compile(
    r"\d[^,;]*, (?:we|the company|it) (?:earned|made|lost|netted) (?:(?:about|approximately|nearly|over) )*[$£¥₠-⃏]?$"
)
"""What was earned on a metric is no more of it: "on revenue of $512 million, we earned $45 million"."""
_WE_SPENT = re.compile(
    r",? (?:we|the company)(?: have|'ve)? (?:also )?(?:spent|invested)(?: (?:about|approximately|around|roughly|nearly|just|over|under|a total of))* [$£¥₠-⃏]?"
)
_ON_TOPIC = re.compile(
    r"(?:(?:and|so|now|yeah|okay|then|finally|lastly)[ ,]+)*(?:(?:on|for|as for|as to|regarding|in terms of|with regard to|turning to) )?(?:(?:our|the|total|net|gross) )*"
)
"""Before what a sentence has for its topic: "On capex, we spent $22 million in the quarter"."""


def _is_of_acronym(context: Context, index: int) -> bool:
    """Whether a number has a metric of its own that nobody knows: "CET1 at 15.1% and CRAR at 16.4%"."""
    quantity = context.quantities[index]
    named = _ACRONYM.search(context.text, context.quantities[index - 1].end, quantity.start) if index else None
    return named is not None and not any(
        term.start < named.end("name") and named.start("name") < term.end for term in context.terms
    )


_ACRONYM = re.compile(
    rf"(?:,| and)(?: and)? (?:(?:our|the|overall|total) )*(?P<name>(?!(?:GAAP|USD|FY|YOY|QOQ)\b)[A-Z]{{3,6}})(?: ratio)? (?:(?:{WAS}|is|are) )?(?:at|of|was|is)(?: (?:about|approximately|over|nearly))* ?$"
)


def _first_in_list(context: Context, term: MetricTerm, index: int) -> Quantity:
    """The first of the changes in a list that ends with a part's: "sales rose 3%, with Europe up 5% and Asia up 9%"."""
    first = index
    while first and term.end <= context.quantities[first - 1].start and context.frames[first - 1].role == "change":
        first -= 1
    return context.quantities[first]


def _is_of_part(normal: str, term: MetricTerm, gap: str) -> bool:
    """Whether what makes up a part of a metric moved: "garden is about half of our revenue and grew 12%"."""
    return bool(_AND_GREW.match(gap) and _FRACTION_OF.search(normal, 0, term.start))


_SO_IN_ALL = re.compile(r"\b(?:bringing|taking|for) (?:[a-z]+ ){1,2}total\b")
"""What additions come to: "we added 290 net new customers, bringing our total to 6,180"."""
_THEN = re.compile(r", [$£¥₠-⃏]?")
_FRACTION_OF = re.compile(
    r"\b(?:half|thirds?|quarters?|fifth|majority|most|bulk|[\d.]+ ?(?:%|percent)) of (?:our |the |total |[\w&']+ ){0,3}$"
)
_AND_GREW = re.compile(
    rf",? (?:and|which|that|and it|and they|and that) (?:has |have |was |were |is |are )?(?:{MOVED}|grown|growing|up|down)\b"
)
_SMALL = re.compile(r" (?:of )?(?:less than|under|below|up to|greater than|over|above|more than) [$£¥₠-⃏]?")
_AND_OWN = re.compile(r",? and (?:about |approximately |nearly |over )*")
_OWN_STATE = re.compile(
    r" (?:\w+ly )?(?:pre)?(?:leased|let|funded|hedged|contracted|committed|complete[d]?|subscribed|sold|booked)\b"
)
_GROWTH_IN = re.compile(r" (?:growth|increase|decrease|decline|improvement|gain|rise|drop) (?:in|of|for) (?!the |our )")
_BROUGHT = re.compile(
    r"\b(?:result\w* in|lead\w* to|led to|drove|driving|produc\w+|deliver\w+|translat\w+ (?:in)?to)(?: (?:an?|about|approximately|over))* $"
)
_GROWTH_OF_TERM = re.compile(
    r"(?: (?:year over year|year on year|sequential|organic))* (?:growth|increase|improvement|decline|decrease) in (?!(?:the |our )?(?:first|second|third|fourth|quarter|year|period|constant|local)\b)"
)
_AND_ONLY = re.compile(r"\b[a-z]+,? and(?: an?| about| approximately)* $")
