"""What a number measures of its metric: a level, a change, a share; its sign, and what a change is held against."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from math import inf

from transforms.grammar import names
from transforms.grammar.frames.changes import OR_SAME
from transforms.grammar.frames.place import AS_PERCENT_OF, HEDGES, WHOLE, YEARLY, Frame
from transforms.grammar.model import Reading, Sentence, Statement
from transforms.grammar.wordlists import TOTAL, UNNAMED, WAS
from transforms.intervals import Interval
from transforms.language.periods import quarter_before, year_before
from transforms.language.quantities import Quantity

_FLAT_TO = re.compile(
    r"\b(?:flat|flattish|roughly flat|essentially flat|even|breakeven|break even)(?: to(?: slightly| modestly)?)?(?: (?:up|down|an? increase of|growth of|an? decline of|plus|minus|negative|positive))?(?: (?:by|about|approximately|to|low|as much as))* ?$"
)
_TO_FLAT = re.compile(
    r" to (?:about |approximately |roughly |essentially )?(?:flat|flattish|even)\b(?! (?:up|down|to)\b)"
)
_BETWEEN = re.compile(r"\bbetween (?:[\w']+ ){0,3}[$£¥₠-⃏]?$")
_TO_OTHER_SIGN = re.compile(
    r"^ (?:to|(?P<joined>and)(?= (?:up|plus|positive|an? (?:gain|profit|income)|earnings|income)))(?: (?:about|approximately|a|an|plus|positive|up|down|minus|negative|(?:earnings|income|profit|gain)(?: of)?|increase of|decrease of|decline of|growth of|roughly|flat|possibly|potentially|perhaps|being))+ ?[$£¥₠-⃏]?$|^ (?:decline|decrease|reduction) (?:to|(?P<ended>and)) (?:an? )?$"
)
_LOSS_MOVED = re.compile(r"\b(?:narrowed|decreased|declined|improve(?:d|ment)|reduced|shrank|lower|down|fell)\b")
_LOST_THEN = re.compile(
    r"\blost [$£¥₠-⃏]?[\d.]+(?: cents)?(?: (?:per|a) (?:diluted )?share)?,? (?:compared (?:to|with)|versus|against) [$£¥₠-⃏]?$"
)
"""What was lost then, too: "we lost $0.04 compared with $0.05 a year ago"."""
_NEGATIVE_SHARE = re.compile(
    r"\b(?:loss|losses|lost)(?: (?:of|was|were|per share|per diluted share|attributable[^$]{0,40}))* ?$"
)


def _is_of_loss(reading: Reading) -> bool:
    """Whether a share is that of a loss said before it: "EBITDA was a loss of $4 million or 2% of sales"."""
    last = reading.done[-1] if reading.done else None
    return (
        last is not None
        and last.quantity is reading.before
        and (last.metric, last.measure) == (reading.link.metric, "level")
        and last.value < 0 < reading.quantity.value
        and OR_SAME.fullmatch(reading.normal, last.quantity.end, reading.quantity.start) is not None
    )


def _below_zero(said: tuple[float, float, float]) -> tuple[float, float, float]:
    value, low, high = said
    return -value, 0.0 - high, 0.0 - low


_MOST_POINTS = 10.0
"""By more points a rate hardly moves; a percentage of it is meant, or its level."""
_Measured = tuple[str | None, float, float, float, str | None, str]


def measured(reading: Reading) -> _Measured:
    """Measure, value, interval, what a share is of, and unit; a number that states nothing has no measure."""
    quantity, chosen, frame = reading.quantity, reading.link, moved_frame(reading)
    term, unit, said = chosen.term, chosen.unit, (quantity.value, quantity.low, quantity.high)
    if chosen.rule == "contribution":
        part_of = names.segment(reading.sentence.text, reading.normal, term, reading.sentence.terms) or TOTAL
        return "share", *said, f"{chosen.metric}[{part_of}]", "percent"
    is_rate = "percent" in term.metric.units
    may_be_share = not is_rate or chosen.metric.endswith(_COSTS)
    if frame.role == "share" and quantity.kind == "percent":
        if chosen.metric in _OF_LOANS and _WHOLE_LOANS.match(reading.normal, quantity.end):
            return "level", *said, None, "percent"  # "nonperforming loans were 0.45% of total loans"
        whole = _whole_of(reading)
        if whole is None or is_rate and not whole.startswith("revenue[") or term.metric.units == ("count",):
            return None, *said, None, unit  # "our third largest customer at 11% of revenue"
        if may_be_share:
            return (
                "share",
                *(_below_zero(said) if _is_of_loss(reading) or _is_net_cost(reading) else said),
                whole,
                "percent",
            )
    if (
        term.metric.units == ("count",)
        and reading.frame.role in ("level", "comparison")
        and quantity.is_range
        and quantity.kind == "percent"
    ):
        return None, *said, None, unit  # "DSO in the mid- to high 80s"
    is_in_points = unit == "percentage_point" and quantity.kind == "percent"
    is_of_money = abs(quantity.value) > _MOST_POINTS or _TO_MONEY.match(reading.normal, quantity.end)
    if frame.role == "change" and is_in_points and is_of_money:
        return None, *said, None, unit  # "realized margins rose 120% to $8 per barrel"
    if frame.role == "change" and is_in_points and term.metric.growth:
        return "level", *_change(reading, frame), None, "percent"  # "lease rates were up 4%", "net unit growth was 4%"
    grew_in_points = quantity.kind == "point" and not is_rate and not chosen.metric.endswith("margin")
    if (
        frame.role == "change"
        and grew_in_points
        and (_is_of_growth(reading) or _OF_RATE.match(reading.normal, quantity.end))
    ):
        return None, *said, None, unit
    if frame.role in ("level", "comparison") and quantity.kind == "point" and _is_by_how_much(reading, is_rate=is_rate):
        return None, *said, None, unit
    if frame.role == "comparison" and quantity.kind == "percent" and may_be_share and (whole := _share_before(reading)):
        return "share", *said, whole, "percent"
    if _is_share_then(reading, frame):
        return None, *said, None, unit
    if frame.role == "change" or _is_growth(reading, frame, is_rate=is_rate):
        unit = "percent" if grew_in_points else unit  # "organic growth of approximately 200 basis points"
        return ("qoq_change" if frame.sequential else "yoy_change"), *_change(reading, frame), None, unit
    if unit == "percent" and quantity.value > _MOST_MARGIN and chosen.metric.endswith("margin"):
        return None, *said, None, unit  # "close to 500 points of gross margin"
    if quantity.value > 0 and _is_loss(reading):
        return "level", *_below_zero(said), None, unit
    return "level", *said, None, "percent" if unit == "percentage_point" and quantity.kind == "percent" else unit


def _is_growth(reading: Reading, frame: Frame, *, is_rate: bool) -> bool:
    """Whether a number without a word of change is a growth all the same: "organic growth was 5%"."""
    quantity, chosen = reading.quantity, reading.link
    if chosen.metric == "organic_revenue" and quantity.kind == "money" and quantity.value < 0:
        return True  # "organic revenue performance was negative $424 million"
    is_margin = quantity.kind == "percent" and chosen.metric.endswith("margin")
    if is_rate or is_margin or quantity.kind not in ("percent", "point"):
        return False
    is_of_growth = chosen.term.metric.growth or chosen.rule == "guided_growth"
    return frame.role == "comparison" or frame.role == "level" and is_of_growth


_ADDITIONS = frozenset({"net_adds", "store_openings"})
_TO_MONEY = re.compile(r",? to(?: (?:about|approximately|a record))* [$£¥₠-⃏]")
_COSTS = ("_expense", "_expenses", "_cost", "_costs", "_charges")
"""Amounts, a percentage of which is a share of sales, also where a call named them itself."""
_OF_LOANS = frozenset(
    {"acl_ratio", "net_charge_offs", "nonperforming_loans", "nonperforming_assets", "criticized_loans", "problem_loans"}
)
"""Rates that are a share of loans or of assets by what they are."""
_WHOLE_LOANS = re.compile(
    r" of (?:(?:our|total|quarterly|average|interest|earning|period|end|outstanding|gross|the|portfolio|held|for|investment) )*(?:loans|assets|loan portfolio|portfolio loans|receivables|average loans)\b"
)


def _is_share_then(reading: Reading, frame: Frame) -> bool:
    """Whether a percentage is the share of another time, of what nothing states: "20% of our online sales, up from 11% in the prior quarter"."""
    before = reading.before
    return (
        frame.role == "comparison"
        and reading.quantity.kind == "percent"
        and before is not None
        and before.kind == "percent"
        and (
            reading.frame_before is not None
            and reading.frame_before.role == "share"
            or _WHOLE_LOANS.match(reading.normal, before.end) is not None
        )
        and "percent" not in reading.link.term.metric.units
    )


def _share_before(reading: Reading) -> str | None:
    """What the share is of that a rate is held against: "$64 million, or 21% of net sales, versus $61 million, or 21.3%"."""
    rates = (one for one in reversed(reading.done) if one.metric == reading.link.metric and one.unit == "percent")
    last = next(rates, None)
    return last.share_of if last else None


def _is_of_growth(reading: Reading) -> bool:
    """Whether points are by how much a growth has changed: "sales grew 7%, up 240 basis points", "comp sales improved by 9 points"."""
    return _GROWTH_IMPROVED.search(reading.normal, reading.link.term.start, reading.quantity.start) is not None or any(
        one.metric == reading.link.metric and one.measure.endswith("change") and one.quantity.kind == "percent"
        for one in reading.done
    )


_OF_RATE = re.compile(
    r" (?:expansion|improvement|increase|decrease|decline|contraction|reduction) (?:in|of) (?:our |the )?(?:[\w']+ ){0,4}(?:margins?|rates?|ratios?|occupancy|leverage)\b"
)
"""Of what points are: "revenue performance brought a 266 basis point expansion in our net operating income margin"."""
_GROWTH_IMPROVED = re.compile(
    r"\b(?:improv|accelerat|decelerat|moderat|slow|strengthen)\w*\b|growth (?:(?:[\w-]+ ){0,6})?by (?:(?:about|approximately|nearly|over|roughly|almost|another|an additional) )*$"
)


def moved_frame(reading: Reading) -> Frame:
    """The frame of a number, where what the metric is says more of it."""
    term, normal, frame = reading.link.term, reading.normal, reading.frame
    if frame.role == "change" and reading.link.metric in _ADDITIONS and reading.quantity.end <= term.start:
        return Frame("level")  # "we added 12 net new stores"
    if frame.role == "level" and reading.quantity.kind == "money" and reading.link.rule == "left":
        verb = _MOVED_METRIC.search(normal, max(0, term.start - 30), term.start)
        if verb and not normal[term.end : reading.quantity.start].strip():
            return Frame("change", -1 if verb["down"] else 1)  # "further reducing debt $20.7 million"
    if (
        frame.role == "level"
        and reading.quantity.is_range
        and term.metric.units == ("count",)
        and _GROWS_IN.search(normal, 0, term.start)
        and _IN_RANGE.fullmatch(normal, term.end, reading.quantity.start)
    ):
        return Frame("change", 1)  # "to grow our members by some 290,000 to 340,000"
    if (
        frame.role == "change"
        and reading.quantity.kind in ("money", "per_share")
        and _AND_A_LEVEL.search(normal, 0, reading.quantity.start)
    ):
        return Frame()
    if (
        frame.role == "level"
        and reading.quantity.kind == "money"
        and (
            term.metric.balance
            and (moved := _REDUCTION_WAS.fullmatch(normal, term.end, reading.quantity.start))
            or (moved := _RAISES.search(normal, 0, term.start))
            and (
                _ON_YEAR.match(normal, reading.quantity.end) or _BY.fullmatch(normal, term.end, reading.quantity.start)
            )
        )
    ):
        return Frame("change", -1 if moved["down"] else 1)  # "the net debt reduction was limited to $6 million"
    if (
        frame.role == "level"
        and term.metric.growth
        and (_FELL.match(normal, reading.quantity.end) or _is_lower(reading))
    ):
        return Frame("change", -1)  # "organic growth came in at 8% decline"
    if "percent" in term.metric.units and reading.quantity.kind == "percent" and _is_rate_itself(reading):
        return Frame()
    if frame.role == "share" and reading.link.metric in _OF_PROFIT:
        return Frame()  # "free cash flow conversion was 95% of adjusted income"
    return frame


_BY = re.compile(rf" by {HEDGES}[$£¥₠-⃏]?")
_AND_A_LEVEL = re.compile(
    rf"\d ?(?:%|percent) (?:[\w']+ ){{0,3}}(?:growth|increase|improvement|decrease|decline) in [^,;$]{{3,60}} and an? (?!(?:[\w']+ )?(?:growth|increase|improvement|decrease|decline)\b)[^,;$\d]{{3,40}} of {HEDGES}[$£¥₠-⃏]?$"
)
"""A level beside a growth: "4% growth in adjusted EBITDA and an adjusted EPS of $1.20"."""
_GROWS_IN = re.compile(r"\b(?:grow|growing|increase|add)(?: (?:our|the|total|net))*(?: (?!by\b|to\b)[\w']+){0,3} $")
_IN_RANGE = re.compile(r" (?:with)?in (?:a|the) range of ")
_REDUCTION_WAS = re.compile(
    rf" (?:(?P<down>reduction|decrease|decline|paydown)|increase|growth)(?: (?:for|in|during) the (?:quarter|year|period))? (?:{WAS}|of)(?: (?:limited to|about|approximately|nearly|over))* [$£¥₠-⃏]?"
)
_RAISES = re.compile(
    r"\b(?:(?P<down>reduc|decreas|lower)|increas|rais|gr[eo]w)(?:e|es|ed|ing)? (?:our |the )?(?:[\w']+ ){0,3}(?:in )?$"
)
_ON_YEAR = re.compile(r",? (?:year over year|year on year|versus last year|compared (?:to|with) last year)\b")
"""By how much: "we are increasing our investment in R&D about $33 million year on year"."""
_HIGHER_AT = re.compile(r"\b(?:higher|lower|up|down|increased|decreased) at(?: (?:about|approximately|around))* $")
"""A rate said with how it moved: "the tax rate was higher at 41.2%"."""
_HIGHER_IN_RANGE = re.compile(
    r"\b(?:higher|lower),? (?:with)?in (?:a|the) range of(?: (?:about|approximately|around))* $"
)
_NO_MOVE = 10.0
"""From how many percent a range is a rate's own and no move of it: "a bit higher in the range of 24% to 25%"."""
_WAS = re.compile(r"\b(?:was|were|of|at)(?: (?:about|approximately|around))* $")
_UP_FROM = re.compile(
    r" (?:up|down|increas\w+|decreas\w+)(?: (?:about|approximately|around|a|bit|slightly))* (?:\d|from\b)"
)
_FELL = re.compile(r" (?:decline|decrease)\b")


def _is_lower(reading: Reading) -> bool:
    """Whether a word before a metric says that it fell: "due to lower brand volumes of 4%", but "lower organic growth of 4%"."""
    normal, term, quantity = reading.normal, reading.link.term, reading.quantity
    is_growth = "growth" in normal[term.start : quantity.start]
    return (
        quantity.kind == "percent"
        and not is_growth
        and _OF_ONLY.fullmatch(normal, term.end, quantity.start) is not None
        and _LOWER.search(normal, max(0, term.start - 30), term.start) is not None
    )


_OF_ONLY = re.compile(r" of (?:(?:about|approximately|nearly|over) )*")
_LOWER = re.compile(
    r"\b(?:lower|reduced|decreased|declining|weaker|softer)(?: (?!than\b|and\b|or\b|but\b)[\w']+){0,2} $"
)


def _is_rate_itself(reading: Reading) -> bool:
    """Whether a percentage of a rate is the rate, though it reads like a move of it."""
    if reading.link.term.metric.name == "incremental_margin":
        return True  # "a 16% decremental margin": what it is of a change, and none itself
    normal, quantity = reading.normal, reading.quantity
    return reading.frame.role == "change" and bool(
        _HIGHER_AT.search(normal, 0, quantity.start)
        or abs(quantity.value) >= _NO_MOVE
        and _HIGHER_IN_RANGE.search(normal, 0, quantity.start)
        or _WAS.search(normal, 0, quantity.start)
        and _UP_FROM.match(normal, quantity.end)  # "gross margin was 31.2% up approximately 90 basis points"
        or _is_rate_held(reading)
    )


def _is_rate_held(reading: Reading) -> bool:
    """Whether a rate that moved is held against another: "the efficiency ratio improved 53.7% compared to 59%"."""
    after, frame_after = reading.sentence.quantities[reading.index + 1 :], reading.context.frames[reading.index + 1 :]
    return (
        bool(after)
        and after[0].kind == "percent"
        and frame_after[0].role == "comparison"
        and bool(_COMPARED_TO.fullmatch(reading.normal, reading.quantity.end, after[0].start))
    )


_COMPARED_TO = re.compile(r",? (?:as )?(?:compared (?:to|with)|versus|against)(?: (?:a|an|about|approximately))* ")


def _is_by_how_much(reading: Reading, *, is_rate: bool) -> bool:
    """Whether points beside a metric are by how much something moved it: "margin to the tune of 50 basis points"."""
    if reading.link.term.metric.cost and not is_rate:
        return True  # "leverage on fixed occupancy costs of 75 basis points"
    if _BETTER_FROM.match(reading.normal, reading.quantity.end):
        return True
    return reading.link.metric in _MARGINS and abs(reading.quantity.value) < _LEAST_MARGIN


_BETTER_FROM = re.compile(r" (?:better|worse|higher|lower|above|below)\b")
"""What follows how far a rate is from another: "1,600 basis points better from 2018's ratio"."""
_BETWEEN_FLAT = re.compile(
    r"\bbetween (?:about |approximately |roughly )?(?:flat|flattish|even) and(?: (?:about|approximately|roughly|up|down|plus|minus|an? (?:increase|decrease|decline) of|growth of))* $"
)
_DOWN_BETWEEN = re.compile(r"\bbetween (?:up|down|plus|minus)(?: (?:about|approximately|roughly))* $")
_AND_FLAT = re.compile(r" and (?:about |approximately |roughly |essentially )?(?:flat|flattish|even)\b")


def has_flat_end(normal: str, quantity: Quantity) -> bool:
    """Whether no change is the other end of what a change is up to: "flat to up 3%", "down 2% to flat"."""
    start, since = quantity.start, max(0, quantity.start - 50)
    return bool(
        _FLAT_TO.search(normal, since, start)
        or not quantity.is_range
        and (
            _TO_FLAT.match(normal, quantity.end)
            or _BETWEEN_FLAT.search(normal, since, start)
            or _DOWN_BETWEEN.search(normal, since, start)
            and _AND_FLAT.match(normal, quantity.end)
        )
    )


def _change(reading: Reading, frame: Frame) -> tuple[float, float, float]:
    """Value and interval of a change, with its sign."""
    quantity, normal, term = reading.quantity, reading.normal, reading.link.term
    value, low, high = quantity.value, quantity.low, quantity.high
    if _OR_OF_NEGATIVE.search(normal, max(0, quantity.start - 60), quantity.start) and value > 0:
        return _below_zero((value, low, high))  # "organic growth was negative $424 million or 11.7%"
    sign = frame.sign * (-1 if _lower_is_better(reading) else 1)
    if term.negative and not _from_loss_to_profit(reading):
        # A loss that narrows is an improvement of the result.
        sign = 1 if _LOSS_MOVED.search(normal[max(0, quantity.start - 60) : quantity.end + 40]) else -1
    if low == -inf and value > 0:
        low = 0.0  # "up less than 1%" is no fall
    if sign < 0 and value > 0:
        value, low, high = _below_zero((value, low, high))
    if not has_flat_end(normal, quantity):
        return value, low, high
    if quantity.is_range:
        low, high = min(0.0, low), max(0.0, high)
    else:
        low, high = min(0.0, value), max(0.0, value)
    return (low + high) / 2, low, high


_OR_OF_NEGATIVE = re.compile(r"\b(?:negative|minus) [$£¥₠-⃏]?[\d.,]+ (?:million|billion),? or $")


def _is_net_cost(reading: Reading) -> bool:
    """Whether a profit is said to be a cost: "we expect corporate EBITDA to be a net cost of 1% of revenue"."""
    is_profit = reading.link.metric.endswith(("ebitda", "ebit", "_income"))
    return is_profit and _NET_COST.search(reading.normal, reading.link.term.end, reading.quantity.start) is not None


def _from_loss_to_profit(reading: Reading) -> bool:
    """Whether a change is from a loss to a profit: "profit was $20 million compared to a loss of $5 million, an increase of"."""
    now = next((said for said in reading.done if said.metric == reading.link.metric and said.measure == "level"), None)
    return now is not None and now.value > 0


def _is_loss(reading: Reading) -> bool:
    """Whether a number said without a sign is below zero: "a loss of $5 million"."""
    quantity, normal, term, metric = reading.quantity, reading.normal, reading.link.term, reading.link.metric
    return bool(
        term.negative
        and not _PROFIT_BEHIND.match(normal, quantity.end)
        and not _THEN_PROFIT.search(normal, term.end, quantity.start)
        or (metric == "eps" or metric.endswith(("_margin", "_income")))
        and _NEGATIVE_SHARE.search(normal[max(0, quantity.start - 70) : quantity.start])
        or _NEGATIVE_BEFORE.search(normal, 0, term.start)
        or _is_net_cost(reading)
        or metric.endswith(("_income", "eps", "profit", "ebitda", "ebitdar"))
        and _LOSS_BEHIND.match(normal, quantity.end)
        or metric == "eps"
        and (_LOST_THEN.search(normal, 0, quantity.start) or _is_share_of_loss(reading))
        or reading.link.rule == "earned"
        and normal.startswith("lost", term.start)
        or metric == "other_income"
        and (_OF_EXPENSE.match(normal, quantity.end) or _EXPENSE_OF.search(normal, term.end, quantity.start))
        or metric == "tax_rate"
        and _TAX_BENEFIT.search(normal, 0, quantity.start)
        or metric == "provision_for_credit_losses"
        and (
            _RECOVERY.search(normal, term.end, quantity.start)
            or _REVERSED.fullmatch(normal, quantity.end, term.start)
            or _GIVEN_BACK.search(normal, 0, min(term.start, quantity.start))
        )
        or metric.endswith("_cash_flow")
        and (_A_USE.search(normal, term.end, quantity.start) or _OF_USE.match(normal, quantity.end))
        or _NEGATIVE_AT.fullmatch(normal, term.end, quantity.start)
    )


def _is_share_of_loss(reading: Reading) -> bool:
    """Whether an amount a share is that of the loss right before it: "we lost $5 million in the quarter, or $0.10 per share"."""
    lost = reading.done[-1] if reading.done else None
    return (
        lost is not None
        and lost.quantity is reading.before
        and (lost.metric, lost.measure) == ("net_income", "level")
        and lost.value < 0
        and _OR_A_SHARE.fullmatch(reading.normal, lost.quantity.end, reading.quantity.start) is not None
    )


_OR_A_SHARE = re.compile(
    rf"(?: (?:in|for|during) the (?:[a-z]+ ){{0,2}}(?:quarter|year|period))?,? or {HEDGES}[$£¥₠-⃏]?"
)
_NEGATIVE_BEFORE = re.compile(r"\bnegative (?:adjusted |operating |net |free )*$")
_NEGATIVE_AT = re.compile(rf" (?:was|were|is|remained|stayed|be) negative,? (?:at|by|of) {HEDGES}[$£¥₠-⃏]?")
_NET_COST = re.compile(r"\ban? net (?:cost|expense) of(?: [a-z]+){0,4} [$£¥₠-⃏]?$")
_OF_EXPENSE = re.compile(r" (?:of|in) (?:net )?expense\b")
_EXPENSE_OF = re.compile(r"\bexpense of(?: [a-z]+){0,3} [$£¥₠-⃏]?$")
"""Other income that is less than none: "other income and expense is expected to be $20 million of expense"."""
_TAX_BENEFIT = re.compile(
    r"\b(?:(?:was|is|were|be) (?:an?|the)|(?:compared )?(?:to|with) (?:an?|the)|versus (?:an?|the)) (?:net |tax )?benefit of(?: (?:about|approximately|roughly|nearly))* $"
)
_RECOVERY = re.compile(
    r"\b(?:was|of|to|with|versus|from|against) an? (?:net )?(?:recovery|benefit|release|credit) of(?: (?:about|approximately))* [$£¥₠-⃏]?$"
)
_REVERSED = re.compile(
    r" (?:net )?(?:reversal|release|recapture|recovery|reduction|credit|benefit)(?: of| in| to| from)?(?: (?:our|the|its))? "
)
_GIVEN_BACK = re.compile(
    r"\b(?:reversal|release|recapture|recovery) of (?:(?:the|our|prior|previous) )*$|\b(?:released|reversed|recaptured) (?:(?:about|approximately|nearly|over|an?|of) )*[$£¥₠-⃏]?$"
)
"""What is given back lowers the provision: "an $8 million reversal of provision for credit losses"."""
_A_USE = re.compile(
    r"\b(?:use|usage|outflow|cash used)\b(?: in (?:operations|operating activities|the (?:quarter|period|year)))?(?: (?:of|at|cash|about|approximately|roughly|nearly))* [$£¥₠-⃏]?$"
)
_OF_USE = re.compile(r" (?:of )?(?:net )?(?:cash )?(?:use|usage|burn|outflow)s?\b")
"""What is used is negative: "free cash flow, with about $33 million to $50 million of use in the second quarter"."""
_PROFIT_BEHIND = re.compile(
    r" (?:of )?(?:(?:operating|net|pretax|segment) )*(?:profit|income|earnings)\b(?! (?:per|tax))"
)
_THEN_PROFIT = re.compile(
    r"\b(?:versus|(?:compared|relative) (?:to|with)|against|from) (?:an? )?(?:(?:adjusted|net|operating|pretax) )*(?:income|profit|earnings|gain)(?: from continuing operations)? of [$£¥₠-⃏]?(?:[\d.,]+ (?:million|billion|thousand)(?: or|,) (?:about |approximately )?[$£¥₠-⃏]?)?$"
)
"""A profit that a loss is held against: "a loss of $3 million or 6 cents per share versus income of $1 million or 2 cents"."""
_LOSS_BEHIND = re.compile(r" (?:(?:operating|net|pretax|segment) )*loss\b(?! (?:from|on|of|in (?!the)))")


def _lower_is_better(reading: Reading) -> bool:
    """Whether a number that improved went down: "the combined ratio improved by 1.5 points"."""
    normal, quantity, metric = reading.normal, reading.quantity, reading.link.term.metric
    return (
        (metric.cost or metric.canonical_name in _BETTER_LOW or reading.link.metric.endswith((*_COSTS, *_COST_RATIOS)))
        and (better := _BETTER.search(normal, max(0, quantity.start - 60), _ends_clause(normal, quantity.end)))
        is not None
        and not _THAN_HOPED.match(normal, better.end())
        and not _LITERALLY.match(normal, quantity.end)
        and not _UP_OR_DOWN.search(normal, 0, quantity.start)
    )


def _ends_clause(normal: str, start: int) -> int:
    """Where what belongs to a number ends: what another clause says that improved is not this."""
    other = _NEXT_CLAUSE.search(normal, start, start + _BESIDE)
    return other.start() if other else start + _BESIDE


_NEXT_CLAUSE = re.compile(r",? (?:and|while|but|as|with|even as)\b(?! (?:better|worse|improv|(?:un)?favorable))|;")
"""Where another clause begins, unless it goes on to judge this number: "and improved", "while better than"."""
_BESIDE = 30
_COST_RATIOS = ("_expense_ratio", "_cost_ratio")
_THAN_HOPED = re.compile(
    r" than (?:we|i|expected|anticipated|planned|guid\w*|budget\w*|our\b(?! (?:prior|previous|last|first|second|third|fourth|20)))\b"
)
"""Better than was thought may be a rise: "unit cost growth of 4.6% was better than our original guidance"."""
_LITERALLY = re.compile(r" (?:[\w']+ )?(?:reduction|decrease|decline|increase)\b")
"""A move that is said as it is: "better cash flow allowed a $45 million debt reduction"."""
_UP_OR_DOWN = re.compile(r"\b(?:was|were) (?:up|down)(?: (?:by|about|approximately|roughly|only|just))* $")
"""A move whose way is said before what is thought of it: "unit costs were up 3% and better than we feared"."""
_BETTER_LOW = frozenset(
    {
        "combined_ratio",
        "loss_ratio",
        "medical_loss_ratio",
        "efficiency_ratio",
        "net_leverage",
        "days_sales_outstanding",
        "net_charge_offs",
        "net_debt",
        "total_debt",
    }
)
_BETTER = re.compile(
    r"\b(?:improv(?:ed|ement|ing|es)|better|worse|(?:un)?favorable|deteriorat\w+|leveraged)\b(?!.*\b(?:reduc\w+|decreas\w+|increas\w+|lower\w*|higher|declin\w+|down|up|fell|rose|grew)\b.*\d)"
)


def _whole_of(reading: Reading) -> str | None:
    """What a share is of: the metric named after the number, or sales where it is "as a percentage of sales"."""
    quantity, normal, sentence = reading.quantity, reading.normal, reading.sentence
    if _OF_KIND.match(normal, quantity.end):
        return None
    if sold := _AS_PERCENT_OF_SALES.search(normal, 0, quantity.start):
        of_part = next((term for term in sentence.terms.metrics if sold.start() <= term.start < sold.end()), None)
        part = names.segment(sentence.text, normal, of_part, sentence.terms) if of_part else None
        of_what = "gross_profit" if sold[0].endswith("profit") else "revenue"
        return f"{of_what}[{TOTAL if part in (None, UNNAMED) else part}]"  # "as a percentage of home sales revenues"
    if reading.link.rule == "left" and _OF_THE_TOTAL.match(normal, quantity.end):
        return f"{reading.link.metric}[{TOTAL}]"
    behind = [term for term in reading.context.terms if term.start >= quantity.end and term.start - quantity.end < 45]
    starts = {term.start for term in behind}
    whole = next((term for term in behind if term.end + 1 not in starts), None)  # "29.8% of restaurant sales"
    if whole is None or whole is reading.link.term and reading.link.rule == "right":
        return None
    if whole.metric.canonical_name == "share_repurchases":
        return None  # "stock-based compensation, which is about 1% of shares"
    if whole.metric.units == ("count",) and reading.link.term.metric.units == ("currency",):
        return None  # "sales of these phones will be 15% of total units": of a market
    part = names.segment(sentence.text, normal, whole, sentence.terms) or TOTAL
    if part == UNNAMED or _OF_THE_SEGMENT.match(normal, whole.end):
        part = reading.topic.segment or UNNAMED  # "75% of the revenue for this segment"
    return f"{whole.metric.canonical_name}[{part}]"


_OF_KIND = re.compile(
    r" of (?:[\w']+ ){1,6}(?:being|is|are|was|were|at) (?:(?:now|currently|either|effectively|at|a|on) )*(?:fixed|floating|variable|hedged|unsecured|secured|swapped|insured)\b"
)
"""How much of a debt is of one kind: "interest will be $18 million, with 94% of our debt being fixed"."""
_OF_THE_SEGMENT = re.compile(r" (?:for|of|in) (?:this|the|that) (?:segment|division)\b")
_OF_THE_TOTAL = re.compile(
    r" of (?:(?:the|our) )?(?:company )?total\b(?=[.,;]|$| (?:in|for|this|versus|compared|up|down|from|and|while|at)\b)"
)
"""The whole of what a part is named of: "lamp sales were 37% of the total"."""
_OF_PROFIT = frozenset({"free_cash_flow_conversion", "payout_ratio"})
"""Rates that are a share of profit by what they are."""
_MARGINS = frozenset(
    {"margin", "operating_margin", "gross_margin", "ebitda_margin", "net_margin", "tax_rate", "incremental_margin"}
)
_LEAST_MARGIN = 3.0
_MOST_MARGIN = 150.0
"""No margin is more than that, but by an error of speech."""
_MOVED_METRIC = re.compile(
    r"\b(?:(?P<down>reduc(?:ed|ing|e)|decreas(?:ed|ing)|lowered|paid down|paying down)|(?:increas(?:ed|ing)|grew|grow|growing|raised))(?: (?:our|the|total|net))* $"
)
_AS_PERCENT_OF_SALES = re.compile(rf"{AS_PERCENT_OF}(?:[\w']+ ){{0,3}}{WHOLE}")


def levels_of_growth(found: list[Statement]) -> list[Statement]:
    """Amounts beside a growth that they are what it leads to, and not by how much: "EPS growth of 10% to 12%, or $0.67 to $0.69".

    The ends of the range tell: what 12% and 15% more come to lies as far apart as 1.12 and 1.15 do.
    """
    read = list(found)
    for number, one in enumerate(found):
        growth = next((other for other in found if _is_growth_of(other, one)), None)
        if growth is None:
            continue
        if _is_proportional(one, growth, base=100.0) and not _is_proportional(one, growth, base=0.0):
            read[number] = replace(one, measure="level")
    return read


def _is_growth_of(one: Statement, amount: Statement) -> bool:
    """Whether a range of growth in percent stands beside a range of the same metric in money."""
    return (
        amount.measure == "yoy_change"
        and amount.unit in ("currency", "currency_per_share")
        and (one.metric, one.segment, one.period, one.measure) == (amount.metric, amount.segment, amount.period, amount.measure)
        and one.unit == "percent"
        and one.quantity.is_range
        and amount.quantity.is_range
        and 0 < amount.low < amount.high < inf
        and 0 < one.low < one.high < inf
    )  # fmt: skip


def _is_proportional(amount: Statement, growth: Statement, base: float) -> bool:
    """Whether the ends of an amount lie apart as those of a growth on a base do, within what rounding hides."""
    least, most = _ratio(amount.low, amount.high, amount.quantity.step)
    low, high = _ratio(base + growth.low, base + growth.high, growth.quantity.step / 2)
    return least <= high and low <= most


def _ratio(low: float, high: float, step: float) -> tuple[float, float]:
    return (low - step) / (high + step), (low + step) / (high - step)


def over_quarter_by_amounts(found: list[Statement]) -> list[Statement]:
    """Changes whose base nothing says, over the quarter where the sentence's amounts are: "increased 15% to $25.4 million and $22 million in the prior quarter"."""
    amounts: dict[str, list[Statement]] = {}
    for one in found:
        if one.measure == "level" and one.low > 0 and not one.is_future:
            amounts.setdefault(one.period, []).append(one)
    if len(amounts) < 2:
        return found
    return [
        replace(one, measure="qoq_change")
        if one.measure == "yoy_change" and not YEARLY.search(one.normal, one.quantity.end, one.quantity.end + _BEHIND)
        and _leads_to(one, amounts, quarter_before(one.period)) and not _leads_to(one, amounts, year_before(one.period))
        else one
        for one in found
    ]  # fmt: skip


_BEHIND = 30
"""So many characters behind a change it may say what it is held against."""


def _leads_to(change: Statement, amounts: Mapping[str, list[Statement]], period: str) -> bool:
    """Whether a change is by how much an amount of its period is more than one of another, within what rounding hides."""
    by = Interval(change.low, change.high)
    return any(
        by.meets(moved)
        for now in amounts.get(change.period, ())
        for then in amounts.get(period, ())
        if (now.metric, now.segment, now.unit) == (then.metric, then.segment, then.unit)
        and (now.metric, now.segment) == (change.metric, change.segment)
        and (moved := _move(change.unit, now, then)) is not None
    )


def _move(unit: str, now: Statement, then: Statement) -> Interval | None:
    """By how much an amount is more than another, in percent or in its own unit."""
    new, old = Interval(now.low, now.high), Interval(then.low, then.high)
    if unit == now.unit:
        return new - old
    return new.growth_from(old) if unit == "percent" else None


_CHANGES = {"yoy_change", "qoq_change"}
_RISE_BEHIND = re.compile(r" (?:growth|increase|improvement)\b")


def merge_signs(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """Join "down 1% to up 1%" into one range."""
    merged: list[Statement] = []
    for statement in found:
        last = merged[-1] if merged else None
        if (
            last
            and last.metric == statement.metric
            and (last.measure == statement.measure or {last.measure, statement.measure} == _CHANGES)
            and (statement.measure != "level" or statement.is_future and last.value < 0 < statement.value)
            and last.unit == statement.unit
            and not last.quantity.is_range
            and (joint := _TO_OTHER_SIGN.match(sentence.normal[last.quantity.end : statement.quantity.start]))
            and (not (joint["joined"] or joint["ended"]) or _BETWEEN.search(sentence.normal, 0, last.quantity.start))
        ):
            rises = _RISE_BEHIND.match(sentence.normal, statement.quantity.end)  # "a 1% decline to 4% growth"
            low, high = sorted((last.value, abs(statement.value) if rises else statement.value))
            joined = replace(last.quantity, end=statement.quantity.end, is_range=True)
            # "down 1% to up 1% sequentially": what both are held against is said behind the second.
            merged[-1] = replace(
                last, end=max(last.end, statement.end), low=low, high=high, value=(low + high) / 2, quantity=joined,
                measure=statement.measure, period=statement.period,
            )  # fmt: skip
        else:
            merged.append(statement)
    return merged
