"""Numbers beside a metric that state less than it, something else beside it, or once more what was said."""

from __future__ import annotations

import re

from transforms.grammar import names
from transforms.grammar.exclusions import (
    BOUGHT_OR_SOLD,
    FROM_RANGE,
    OF_IT,
)
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.model import Reading
from transforms.grammar.wordlists import WAS, snake


def is_part_of_it(reading: Reading) -> bool:
    """Whether a number is a part of what the metric states, or what some of its parts did."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    return bool(
        _REMAINING.search(normal, max(0, start - 40), start)
        or _SO_NET.search(normal, max(0, start - 20), start)
        or quantity.kind != "percent"
        and _BY_LOWER.search(normal, max(0, start - 120), start)
        or _DESPITE_LOWER.search(normal, max(0, start - 60), start)
        or term.end <= start
        and _LOWER_OF.search(normal, 0, start)
        and _OFFSETS.match(normal, quantity.end)
        or term.end <= start
        and _ON_LOWER.search(normal, term.end, start)
        or quantity.kind == "point"
        and _POINTS_OFFSET.match(normal, quantity.end)
        or _COMPOSITION.search(normal, 0, start)
        or _FUNDED.search(normal, term.end, start)
        or term.metric.balance
        and _FUNDED_WITH.search(normal, 0, start)
        or reading.frame.role == "share"
        and _REPAID.search(normal, term.end, start)
        or _GUIDED_TO.search(normal, 0, start)
        or normal.endswith(" from ", 0, start)
        and FROM_RANGE.match(normal, quantity.end)
        or _IS_EQUIVALENT.match(normal, max(quantity.end, term.end))
        or quantity.kind == "number"
        and term.end <= start
        and _EVENTS.match(normal, quantity.end)
        and normal.endswith((" for our ", " at our ", " across our ", " for the ", " at the "), 0, start)
        or quantity.end <= term.start
        and _OF_BORROWERS.search(normal, 0, start)
        or quantity.kind == "money"
        and (
            _COMPOSED_OF.search(normal, max(0, start - 40), start)
            or is_again(reading)
            and _CONSISTS_OF.search(normal, max(0, start - 70), start)
        )
        or _OF_WHICH.search(normal, 0, start)
        and _WAS_PART.match(normal, quantity.end)
        or _AND_SOME.search(normal, 0, start)
        and _WAS_SO.match(normal, quantity.end)
        or _WAS.search(normal, max(0, start - 30), start)
        and _WAS_DUE.match(normal, quantity.end)
        or quantity.kind == "percent"
        and _OF_THE.search(normal, 0, start)
        or _OF_THE_RATE.match(normal, quantity.end)
        or quantity.kind == "percent"
        and (_OF_ALL.match(normal) or reading.frame.role == "level" and _is_of_these(reading))
        or _OF_EXCESS.match(normal, quantity.end)
        or _OF_WHICH_SOME.search(normal, max(0, start - 40), start)
        and (_IS_TO.match(normal, quantity.end) or quantity.kind == "number" and _DO.match(normal, quantity.end))
        or _OF_WHICH_WE.search(normal, max(0, start - 50), start)
        or OF_IT.match(normal, quantity.end)
        or reading.before is not None
        and quantity.kind in ("percent", "point")
        and _OF_WHICH_IS.match(normal, quantity.end)
        or quantity.kind == "percent"
        and (
            _WITH.search(normal, 0, start)
            and _COMING.match(normal, quantity.end)
            or normal.startswith(" from ", quantity.end)
            and _CAME.search(normal, 0, start)
        )
        or quantity.end <= term.start
        and _IN_CHARGES.match(normal, quantity.end)
        or names.OF_SOME.match(normal, quantity.end)  # "volume growth of 8% for our three largest segments"
        or _OF_ACQUIRED.match(normal, quantity.end)
        or term.end <= start
        and _LED_BY.search(normal, 0, start)
        and _GROWTH_IN.match(normal, quantity.end)
        and names.segment_behind(reading.sentence.text, normal, quantity.end) is None
        or (_INCREMENTAL.search(normal, 0, start) or _INCREMENTAL_SALES.search(normal, 0, term.start))
        and reading.frame.role == "level"
        and (term.metric.balance or term.metric.name == "revenue")
        or _IN_ALL.match(normal)
        and term.start < (comma := normal.find(", ")) < start
        and reading.frame.role == "level"
        and not _TOTALED.search(normal, comma, start)
        or _ITEMS.search(normal, 0, start)
        or _SOME_OF.search(normal, max(0, start - 120), start)
        or quantity.kind == "percent"
        and _COVERS_BY.search(normal, max(0, start - 120), start)
        or is_again(reading)
        and term.end <= start
        and _WITH.search(normal, 0, start)
        and _GROWTH_ACROSS.match(normal, quantity.end)
        and names.segment_behind(reading.sentence.text, normal, quantity.end) is None
    )


def is_some_of(reading: Reading, metric: str, segment: str, period: str) -> bool:
    """Whether an amount is some of the one before it in its period, and of what nothing names: "2,100 stores, including 450 franchised locations"."""
    whole = reading.done[-1] if reading.done else None
    if (
        whole is None
        or whole.quantity is not reading.before
        or (whole.metric, whole.segment, whole.period, whole.measure) != (metric, segment, period, "level")
        or reading.frame.role != "level"
        or reading.link.unit != whole.unit
        or reading.quantity.value >= whole.value
    ):
        return False
    normal, start, end = reading.normal, reading.quantity.start, reading.quantity.end
    if _IN_SHORTER.match(normal, end):
        return False  # "free cash flow of $3 billion, including $1 billion in the fourth quarter"
    return bool(_INCLUDING.fullmatch(normal, whole.quantity.end, start) or _OF_THEM.match(normal, end))


_INCLUDING = re.compile(
    rf"[^;]*?,? (?:including|inclusive of|of which|which includes?|which included|comprising) {HEDGES}[$£¥₠-⃏]?"
)
_IN_SHORTER = re.compile(r" (?:in|during|for) (?:the )?(?:[a-z]+ )?(?:quarter|year|half|month)\b")
_OF_THEM = re.compile(r" of (?:which|them|those|these)\b")


def _is_of_these(reading: Reading) -> bool:
    """Whether a percentage is of what a sentence opens with: "Of our non-performing loans, 50% are current"."""
    opens = _OF_THESE.match(reading.normal)
    return opens is not None and reading.link.term.start < opens.end() <= reading.quantity.start


_OF_WHICH_SOME = re.compile(r"\bof which(?: (?:we expect|about|approximately|roughly|nearly|over|some))* [$£¥₠-⃏]?$")
_OF_WHICH_WE = re.compile(
    rf"\bof which we(?: have| also| already| then)* (?:returned|paid|used|spent|distributed|invested|allocated|deployed|put|gave) {HEDGES}[$£¥₠-⃏]?$"
)
"""What was done with some of it: "free cash flow was $402 million, of which we returned $310 million"."""
_OF_WHICH_IS = re.compile(r"(?: points?)? of (?:which|that) (?:was|were|is|are|came)\b")
"""What a part of it is: "6% growth, 5% of which was organic"."""
_IS_TO = re.compile(
    r" (?:should|will|would|is|are) (?:expected to |to )?(?:be )?(?:convert|recogni[sz]|deliver|ship|burn|realiz|earn|monetiz|flow|come)\w*\b"
)
"""What becomes of a part of it: "backlog grew to $3.9 billion, of which about 60% should convert within a year"."""
_DO = re.compile(
    r" (?:of them )?(?:do|are doing|had|have|were|are|feature|featured|include|included|spend|spent|pay|paid|generate|buy|bought|use)\b"
)
"""How many of them do something: "5,600 customers, of which 810 do more than $2 million of business with us"."""
_WOULD_BE = re.compile(
    r"\bwould(?: have)? be(?:en)?(?: (?:about|approximately|around|over|nearly|more than|at least))* [$£¥₠-⃏]?$"
)
_EQUATES = re.compile(
    r"\bequates? to (?:an? )?(?:[\w']+ ){1,2}(?:increase|decrease|reduction|impact) of(?: (?:about|approximately|around))* [$£¥₠-⃏]?$"
)
"""By how much a figure would differ: "without that cash, the margin would have been eight basis points higher"."""
_PROFIT_MARGINS = frozenset(
    {"gross_margin", "operating_margin", "ebitda_margin", "ebitdar_margin", "ebita_margin", "pre_tax_margin", "net_margin", "merchandise_margin", "contribution_margin", "restaurant_margin"}
)  # fmt: skip
"""What is said in percent; basis points are its change, whose direction a recogniser has missed."""


_GREW_PER = re.compile(
    r" per (?!(?:diluted |common |fully )*(?:share|unit|ads)\b|day|week|month|quarter|year|annum|cent)(?:[a-z]+ )?[a-z]+ (?:growth|increases?|declines?|grew|increased|declined) (?:of|by|was|at)\b"
)
"""What grew is held against something else: "as for SG&A, average SG&A per shop growth of 4% was higher than planned"."""


def is_of_another(reading: Reading) -> bool:
    """Whether a number is of something else beside the metric: a deal, one loan, an effect, what is taken off or left out."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    return bool(
        _MEASURED_BY.match(normal) is not None
        or (supposed := _SENSITIVITY.search(normal)) is not None
        and supposed.start() < start
        or _IN_CURRENCY.match(normal, quantity.end) is not None
        or term.end <= start
        and reading.frame.role == "level"
        and _RESULTED_IN_LESS.search(normal, max(0, term.start - 60), term.start) is not None
        or quantity.kind == "money"
        and (_AS_PERCENT.match(normal, term.end) or _SOME_BROUGHT.search(normal, 0, start))
        or quantity.kind == "point"
        and reading.frame.role == "level"
        and term.metric.name in _PROFIT_MARGINS  # "margin was over 913 basis points compared to last year"
        or term.end <= start
        and _GREW_PER.search(normal, term.end, start) is not None
        or " to and beyond " in normal[max(0, start - 40) : start]  # "what will carry us to and beyond $50 in EPS"
        or term.end <= start
        and _POINTS_OF.search(normal, 0, start)
        or _OF_GAINS.search(normal, max(0, start - 90), start)
        or _RESULTS_INCLUDE.search(normal, max(0, term.start - 60), term.start)
        and _ATTRIBUTABLE.match(normal, quantity.end)
        or BOUGHT_OR_SOLD.search(normal, 0, start)
        or reading.frame.role == "change"
        and (
            _WOULD_BE.search(normal, max(0, start - 60), start)
            and normal.startswith((" higher", " lower", " better", " worse"), quantity.end)
            or _EQUATES.search(normal, max(0, start - 60), start)
        )
        or quantity.kind == "percent"
        and _STAKE.match(normal, quantity.end)
        or _SPREAD.search(normal, 0, start)
        or term.end <= start
        and (
            _ALLOCATED.search(normal, max(0, start - 40), start)
            and normal.startswith((" to ", " toward "), quantity.end)
            or quantity.kind == "money"
            and _THE.search(normal, max(0, start - 12), start)
            and _DEAL.match(normal, quantity.end)
        )
        or reading.frame.role == "level"
        and _WOULD_HAVE.search(normal, max(0, start - 60), start)
        and not _LEAVES_OUT.match(normal)
        or reading.frame.role == "change"
        and _WOULD_HAVE_MOVED.search(normal, 0, start)
        and (_HAD_IT.match(normal, quantity.end) or _HAD_OPENS.match(normal))
        or _WOULD_RESULT.search(normal, 0, start)
        or term.metric.cost
        and quantity.end <= term.start
        and _DEFERRED.search(normal, max(0, start - 50), start)
        or _PROXY.search(normal, 0, term.start)
        or _LESS.search(normal, max(0, start - 10), start)
        or term.metric.balance
        and normal.endswith((" no", " no net"), 0, max(term.start - 1, 0))
        or _IF_YOU.match(normal, quantity.end)
        and is_again(reading)
        or _RESULTED.search(normal, 0, start)
        or _LEFT_OUT.search(normal, 0, start)
        or _is_than_another(reading)
        or _is_of_unknown(reading)
        or _WITHOUT.search(normal, 0, start)
        or _BROUGHT_LOSS.search(normal, 0, start)
        or (impact := _IMPACT_ON.match(normal)) is not None
        and not _OTHER_SUBJECT.search(normal, impact.end(), start)
        or _is_relative(reading)
        or _is_none_of_it(reading)
        or _ABOUT_A_RANGE.match(normal, quantity.end)
        or _EACH_YEAR_HAS.search(normal, max(0, start - 80), start)
        or term.metric.balance
        and reading.frame.role == "change"
        and _SINCE_START.match(normal, quantity.end)
        or (within := _WITHIN_ALL.match(normal)) is not None
        and term.end <= within.end()
        or _TURNED_INTO.search(normal, 0, term.start)
        or _LOSS_OF_IT.search(normal, max(0, start - 20), start)
        or normal[term.start : term.end] == "loss"
        and _WITH_A_LOSS.search(normal, 0, start)
        or _ON_THE_BOOKS.match(normal, term.end)
        or term.end <= start
        and _BY_ISSUING.search(normal, term.end, start)
    )


def _is_none_of_it(reading: Reading) -> bool:
    """Whether a number only sounds like one of its metric, for what that metric is: rents in cash, a tax rate that the law sets, shares issued."""
    normal, quantity, term, metric = reading.normal, reading.quantity, reading.link.term, reading.link.metric
    start = quantity.start
    found: re.Match[str] | bool | None = None
    match term.metric.name:
        case "accounts_receivable":
            found = _COLLECTED.search(normal, max(0, start - 40), start) or _COLLECTIONS_ON.search(
                normal, 0, term.start
            )
        case "cash_and_cash_equivalents":
            found = (
                _CASH_RENTS.match(normal, term.end)
                or normal.endswith("net ", 0, term.start)
                or _USED.search(normal, 0, start)
                and normal.startswith(" of cash ", quantity.end)
            )
        case "cost_savings":
            found = abs(quantity.value) >= _OF_CONSUMERS or (
                normal.endswith(" for ", 0, term.start) and _CAPITAL.search(normal)
            )
        case "free_cash_flow":
            found = _FROM_OPERATING.match(normal, quantity.end)
        case "loans":
            found = _ONE_LOAN.match(normal, quantity.end)
        case "revenue" | "organic_revenue":
            found = _IN_PER_UNIT.match(normal, max(quantity.end, term.end))
        case "share_repurchases":
            found = (
                _LEFT_TO_BUY.match(normal, quantity.end)
                or _IN_DIVIDENDS.match(normal, quantity.end)
                or _ISSUED.search(normal, max(0, start - 60), start)
            )
    return bool(
        found
        or metric == "capital_expenditure"
        and _ARE_MAKING.search(normal, 0, start)
        or metric == "dividends"
        and _is_paid_to_it(reading)
        or metric == "ebitda_per_share"
        and "share" not in normal  # "based on $1.26 EBITDA" a gallon
        or metric == "eps"
        and _AVERAGE_PRICE.search(normal, 0, start)
        or metric in ("revenue", "organic_revenue")
        and quantity.kind == "percent"
        and term.end <= start
        and _PROFIT_GROWTH.match(normal, quantity.end)
        or metric in ("revenue", "ebitda", "operating_income", "net_income")
        and _COMPLETED.search(normal, max(0, start - 40), start)
        or metric == "share_repurchases"
        and (
            _MAY_BE_BOUGHT.match(normal, max(term.end, quantity.end))
            or quantity.kind == "money"
            and normal.startswith(" shares", quantity.end)
        )
        or metric == "tax_rate"
        and _FEDERAL.search(normal, 0, term.start)
    )


_SENSITIVITY = re.compile(
    r"\b(?:sensitivity|impact|effect) of (?:an? |each |every )?(?:[\d.]+ ?(?:%|percent|(?:basis |percentage )?points?)|[$£¥₠-⃏]\d[\d.]*|one (?:percent|point|dollar)) (?:change|move|swing|increase|decrease|reduction)\b"
)
"""What would follow from something: "the sensitivity of a 1% change in RevPAR could be around $35 million"."""
_IN_CURRENCY = re.compile(
    r" (?:in|from|of|due to) (?:favorable |unfavorable |positive |negative )?(?:currency|currencies|fx|foreign exchange)\b(?! (?:adjusted|neutral|terms))"
)
"""What exchange rates did: "growth was mostly from 18% in organic volume and 4% in currency"."""
_RESULTED_IN_LESS = re.compile(
    r"\b(?:result(?:ed|ing|s) in|led to|leading to|caused|causing) (?:an? )?(?:lower|reduced|higher|increased|additional) (?:(?:net|gross|total|adjusted|reported) )*$"
)
"""By how much something moved it: "timing differences resulted in lower premiums written of $103 million"."""
_MEASURED_BY = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)*according to (?!(?:our|us|u\.?s\.?|gaap|ifrs|plan|the plan|budget)\b)(?!.*\b(?:our|we|while|whereas)\b)"
)
"""What others measured is the market's: "According to the trade panel, retail sales of lamps were up 59%"."""
_SO_NET = re.compile(r"\bso (?:that's |it's )?(?:an? )?net (?:of )?$")
"""What several changes come to: "price was 4% and volume was down 2%, so net 2%"."""
_IN_DIVIDENDS = re.compile(
    r" (?:(?:was |were )?(?:paid|returned|distributed) )?(?:in|as|through|of) (?:[\w']+ )?dividends\b"
)
"""What was paid beside the shares bought back: "$64 million in dividends"."""


def _is_paid_to_it(reading: Reading) -> bool:
    """Whether a dividend is one that the company receives, from a part of it or from what it holds."""
    normal, start, end = reading.normal, reading.quantity.start, reading.link.term.end
    paid_to = _PAID_TO.match(normal, end)
    return bool(
        paid_to is not None
        and snake(paid_to["name"]) in reading.call.own_names
        or reading.frame.role == "level"
        and (_RECEIVED.search(normal, max(0, start - 60), start) or _OF_AFFILIATES.match(normal, end))
    )


def _is_relative(reading: Reading) -> bool:
    """Whether a percentage says by what part of itself a ratio grew: "26.8% compared to 24.9%, or a 7.6% improvement"."""
    if (
        reading.quantity.kind != "percent"
        or reading.frame.role != "change"
        or "percent" not in reading.link.term.metric.units
    ):
        return False
    said = [one.value for one in reading.done if one.metric == reading.link.metric and one.measure == "level"]
    if len(said) < 2 or not said[-1]:
        return False
    now, then = said[-2:]
    moved, part = abs(now - then), abs(now / then - 1) * 100
    return abs(part - abs(reading.quantity.value)) < _NEAR_ENOUGH < abs(moved - abs(reading.quantity.value))


_NEAR_ENOUGH = 0.3
_AVERAGE_PRICE = re.compile(
    r"\b(?:average (?:[\w']+ )?(?:rates?|prices?) of|(?:hedges|swaps|collars|rates?|prices?),? (?:which |that )?averag(?:ed|ing)) [$£¥₠-⃏]?(?:[\d.]+(?: per [a-z]+)?,? (?:compared (?:to|with)|versus) [$£¥₠-⃏]?)?$"
)
"""Prices beside what they did to earnings: "a loss on our oil hedges, which averaged $56 in the quarter"."""
_BY_LOWER = re.compile(
    r"\b(?:offset|driven|due|caused|helped|hurt|because|result\w*|reflecting)\b(?: (?!drive|deliver)[a-z]+){0,3} (?:lower|higher|increased|decreased|reduced) (?:[\w&'-]+ ){1,5}of (?:about |approximately |roughly |nearly |over )*[$£¥₠-⃏]?$"
)
"""By how much something moved: "partially offset by lower engineering revenue of approximately $10 million"."""
_DESPITE_LOWER = re.compile(
    r"\bdespite (?:lower|higher|reduced|increased) (?:(?!with\b|and\b)[\w&'-]+ ){1,3}of (?:about |approximately |nearly |over )*[$£¥₠-⃏]?$"
)
_LOWER_OF = re.compile(
    rf"(?:^|[,;] |\b(?:as|while|and) )(?:lower|higher|reduced|increased) (?:[\w&'-]+ ){{1,5}}of {HEDGES}[$£¥₠-⃏]?$"
)
_OFFSETS = re.compile(
    r" (?:[a-z]+ly )?(?:more than )?(?:offset|weighed|contributed|drove|explain\w*|account\w*|hurt|helped)\b"
)
"""By how much something moved, as the reason for something else: "lower service revenue of $7.8 million offset a part of this"."""
_ON_LOWER = re.compile(
    rf"\bon (?:an? )?(?:much |slightly |significantly )?(?:higher|lower|better|improved|increased|reduced|stronger|weaker) (?:(?!sales|revenues?|volumes?|margins?|growth)[\w&'-]+ ){{1,3}}of {HEDGES}[$£¥₠-⃏]?$"
)
"""What a metric moved on, by a name that nobody knows: "revenue declined 7% on lower upgrade rates of 3.1%"."""
_POINTS_OFFSET = re.compile(
    r" of (?:(?!margin|expansion|improvement|growth|decline|contraction)[\w&'-]+ ){1,4}(?:(?:was|were|is|are) )?(?:(?:more than|partially|partly|fully|largely|mostly) )?offset\b"
)
"""What one cause did against another: "up 30 basis points, as 150 basis points of productivity more than offset the mix"."""
_COVERS_BY = re.compile(r"\bcover(?:s|ed|ing)? [^;]*\bby(?: (?:about|approximately|nearly|over))* $")
"""How many times over something is covered: "covers nonperforming loans of $54 million by 187%"."""
_WITH = re.compile(r"\b(?:with|including|reflecting|on|driven by|led by) (?:(?:strong|solid|continued|broad based) )*$")
_GROWTH_ACROSS = re.compile(r" (?:growth|increases?|declines?|decreases?) (?:across|in|from|at)\b")
"""What parts of it did: "sales grew 14%, with double-digit growth across all three segments"."""
_SOME_OF = re.compile(
    r"\b(?:our|the) big (?:three|four|five)\b|\b(?:more|less) than half of (?:our|the)\b|"
    r"\b\d+ (?:out )?of (?:our |the )?\d+ (?!%|percent|million|billion|basis)[a-z]+\b|(?<!\bas )\b(?:two|three|four|five|six|seven|eight|nine|most|many|several|some|half) (?:out )?of (?:(?:our|the|these|two|three|four|five|six|seven|eight|nine|ten|\d+) )+(?:of our )?(?:[\w']+ )?(?:segments|businesses|regions|brands|markets|divisions|categories|geographies|departments)\b"
)
"""What some of the parts did is not what the company did: "13 of 15 departments generated comps over 15%"."""
_SOME_BROUGHT = re.compile(
    rf"\b(?:programs?|customers?|contracts?|projects?|programmes?|clients?|products?|acquisitions?|which|these|this|that|it) (?:alone |together |also )?accounted for {HEDGES}[$£¥₠-⃏]?$"
)
"""What some of it brought: "the two programs accounted for $10 million of EBITDA in this segment"."""
_ITEMS = re.compile(
    r"\bitems (?:\w+ )?(?:constituted|represented|amounted to)\b[^.;]*$|\b(?:impacts?|effects?|headwinds?) (?:are|is|were) as follows\b"
)
_OF_ACQUIRED = re.compile(r" (?:of|in|from) (?:acquisition related|acquired) (?:sales|revenues?)\b")
_LEFT_OUT = re.compile(
    r"\b(?:excluding|exclude|without|absent|apart from|aside from|other than) [^,;]{3,60}, (?:which|who) [^,;]*$"
)
"""What is said of something left out: "excluding the new resort, which ran a rate of nearly $1,250"."""


def is_again(reading: Reading) -> bool:
    """Whether the sentence has given a number of the metric before."""
    return any(said.metric == reading.link.metric for said in reading.done)


def _is_of_unknown(reading: Reading) -> bool:
    """Whether a change is that of the amount before it, which has a subject of its own and is of no metric known.

    "Gross margin was 57%, and shelf share was 37.5%, up 20 basis points".
    """
    before, term = reading.before, reading.link.term
    return (
        reading.frame.role == "change"
        and before is not None
        and reading.frame_before is not None
        and reading.frame_before.role == "level"
        and any(term.end <= other.start and other.end < before.start for other in reading.sentence.quantities)
        and all(one.quantity is not before for one in reading.done)
        and _BY_SO_MUCH.fullmatch(reading.normal, before.end, reading.quantity.start) is not None
        and _OF_ITS_OWN.search(reading.normal, term.end, before.start) is not None
    )


_BY_SO_MUCH = re.compile(
    r",? (?:which (?:was|is) )?(?:up|down|an? (?:increase|decrease|decline|improvement) of)(?: (?:about|approximately|nearly|over|by))* [$£¥₠-⃏]?"
)
_OF_ITS_OWN = re.compile(
    rf"(?:[;,]|,? (?:and|while|but|as)) (?:our |the )?(?!(?:it|this|that|which|we|they)\b)[\w'-]+(?: [\w'&-]+){{0,5}} (?:{WAS})(?: (?:about|approximately|nearly|over|at|to))* [$£¥₠-⃏]?$"
)
"""How an amount is given a subject of its own: ", and shelf share was"."""


def _is_than_another(reading: Reading) -> bool:
    """Whether a difference is from another metric: "net income was $3.4 billion or $1.3 billion higher than adjusted earnings"."""
    found = _THAN.match(reading.normal, reading.quantity.end)
    return found is not None and any(
        term.start == found.end() and (found["basis"] or not reading.link.metric.endswith(term.metric.canonical_name))
        for term in reading.context.terms
    )


_THAN = re.compile(
    r"(?: per share)? (?:(?:higher|lower|more|less|greater|better) than|above|below) (?:(?:our|the|its|(?P<basis>adjusted|gaap|non gaap|reported)) )*"
)
_IMPACT_ON = re.compile(
    r"[^,;]{0,40}\b(?:impacts?|effects?) of (?:[\w']+ ){1,6}on (?:our |the )?[^,;]{3,80}\b(?:was|were)\b"
)
_OTHER_SUBJECT = re.compile(r"[,;] (?:and|while|but) (?:our|we|the)\b")
_STAKE = re.compile(
    r" (?:(?:equity|ownership|minority|noncontrolling|non controlling|economic|passive|remaining) )*(?:stake|investment|ownership|interest|holding|shareholding) (?:in|of)\b(?! (?:our|the) (?:business|future|growth))"
    r"| share of (?:[\w']+ ){1,5}(?:income|earnings|profits?|loss(?:es)?|ebitda)\b"
)
"""What is owned of another company: "a gain on our 5% investment in a lender"."""
_COLLECTIONS_ON = re.compile(
    r"\b(?:collections?|income|interest|reserves?|losses|gains?|yield|proceeds) (?:on|from|of|against) (?:our |the )?(?:[a-z]+ )?$"
)
"""What came of the receivables is not what they are: "cash collections on receivables were $489 million"."""
_COLLECTED = re.compile(
    r"\b(?:collected|sold|wrote off|written off)(?: (?:about|approximately|over|nearly|another))* [$£¥₠-⃏]?$"
)
_ISSUED = re.compile(
    r"\b(?:issu(?:ed|ing)|selling|sold)(?: (?:about|approximately|nearly|over|another|an additional))* [$£¥₠-⃏]?$"
)
_BY_ISSUING = re.compile(
    r"\bby (?:issuing|selling|raising|drawing|borrowing|refinancing|purchasing|buying|acquiring|investing)(?: (?:about|approximately|nearly|over|another|an additional))* [$£¥₠-⃏]?$"
)
"""By what something was brought about: "we supported our liquidity by issuing $148 million of stock"."""
_CAPITAL = re.compile(r"\bcapital (?:spending|expenditures?)\b|\bcapex\b")
"""What is spent on saving costs is no saving: "capital spending was $57 million, $2 million for cost reduction"."""
_OF_CONSUMERS = 1e11
"""Nobody saves so much of its costs; what a people has saved is spoken of."""
_BROUGHT_LOSS = re.compile(
    r"(?:^|[,;] )(?:(?:and|but|so) )?(?:the|this|that|these|our) (?:[\w']+ ){0,3}(?:extinguishment|retirement|redemption|repayment|refinancing|sale|disposal|disposition|divestiture|settlement|closure|termination)(?: of [^,;]{1,60})? (?:result(?:ed|ing) in|led to|leading to|generat(?:ed|ing)|trigger(?:ed|ing)|produc(?:ed|ing)) an? (?:[\w-]+ ){0,3}(?:loss|gain) of (?:about |approximately |nearly )?[$£¥₠-⃏]?$"
)
"""What one deal cost or brought: "the early retirement of the bonds resulted in a net loss of $12 million"."""
_WITHOUT = re.compile(r"\bwithout which\b[^.;]*$")
_INCREMENTAL_SALES = re.compile(r"\bincremental (?:[\w']+ ){0,2}$")
_INCREMENTAL = re.compile(
    r"\b(?:an )?(?:incremental|additional)(?: (?:about|approximately|nearly|over|roughly))* [$£¥₠-⃏]?$"
)
"""What comes on top is not all there is: "includes an incremental $9 million of accounts receivable"."""
_LED_BY = re.compile(
    r"\b(?:led|driven|helped|supported|fueled) by(?: (?:an?|about|approximately|nearly|over|more than|strong))* $"
)
_GROWTH_IN = re.compile(r" (?:growth|increase) (?:in|from|at|across) ")
"""The growth of a part is not that of the whole: "revenue was up 9%, led by 14% growth in kitchen tiles"."""
_COMING = re.compile(r" (?:coming|derived|stemming) from ")
_CAME = re.compile(r"\bwith [\d.]+ ?(?:%|percent) (?:coming|derived|stemming) from [^;.]*$")
"""What a figure comes from: "revenue grew 8% to $5 million, with 39% coming from the Lamps segment, 34% from lighting"."""
_IN_CHARGES = re.compile(
    r" (?:in|of) (?:[\w']+ ){1,6}(?:impairments?|obsolescence|write (?:downs?|offs?))(?: charges?)?\b"
)
"""What was written off: "$1.8 million in noncash inventory and fixed asset impairment charges"."""
_PROFIT_GROWTH = re.compile(
    r"(?: (?:adjusted|local|constant|currency|organic|segment|underlying|reported))* profit growth\b"
)
"""Growth of another metric, in words that name none: "10% revenue growth and 11% local currency profit growth"."""
_FEDERAL = re.compile(r"\b(?:federal|statutory) (?:(?:income|corporate|statutory) )*$")
"""A rate that the law sets is nobody's own."""
_CASH_RENTS = re.compile(
    r" (?:(?:re )?leasing |rental? )?(?:increases?|growth|spreads?|rents?|basis|mark to market) (?:of|in|on|were|was)\b"
)
"""Rents without straight-lining: "a cash increase in rental rates of 14.5%"."""
_ABOUT_A_RANGE = re.compile(r" range,? (?:plus or minus|or so|give or take)\b")
"""What is only guessed at: "capex in that $350 million range, plus or minus"."""
_EACH_YEAR_HAS = re.compile(r"\bon an annual basis (?:has|have|is|generates?|makes?|does) [^,;]*$")
_SINCE_START = re.compile(r" year to date\b")
"""A balance since the start of the year is held against neither a year nor a quarter before: "backlog is up 3% year-to-date"."""
_WITHIN_ALL = re.compile(r"(?:and |now )?within (?:our |the )?(?:total |net )*(?:revenues?|sales), ")
"""What parts all of a figure is made up of: "Within total revenue, licensing was $1,079 million"."""
_IN_PER_UNIT = re.compile(r"(?: of (?:plus |minus )?[\d.]+ ?(?:%|percent))? in (?:our |the )?(?:net )?revenues? per\b")
"""Growth of what each unit brings: "organic growth of 5.4% in our net revenue per unit"."""
_USED = re.compile(r"\bused (?:about |approximately )?[^;]*$")
"""Cash that was spent is not there: "we used $32 million of cash in operations and $27 million of cash for capex"."""
_ARE_MAKING = re.compile(r"\bwe(?:'re| are) (?:making|investing|spending)\b[^;]*$")
"""A project under way is of no period: "we're making capital investments of $12 million on grinding"."""
_TURNED_INTO = re.compile(r"\b(?:recogni[sz]ed|converted|converts?|turn(?:s|ed)?) (?:in)?to (?:our )?$")
"""What becomes sales later: "backlog, a measure of sales not yet recognized into revenue, rose to $400 million"."""
_COMPLETED = re.compile(r"\bcompleted(?: (?:about|approximately|over|nearly|another|more than|a total of))* [$£¥₠-⃏]?$")
"""What was bought, by its sales: "acquisitions that generate $1.7 billion of revenue, and we have completed $6.2 billion"."""
_LOSS_OF_IT = re.compile(r"\bloss of (?:that|this|those|these) [$£¥₠-⃏]?$")
_WITH_A_LOSS = re.compile(
    r"\d[^;]*, with (?:(?!an?\b|our\b|the\b)[\w&'-]+ ){1,4}(?:at )?an? (?:net )?loss of [$£¥₠-⃏]?$"
)
"""What another part lost: "electric earned $0.81 and gas $0.07, with Parent and Other a loss of $0.05"."""
_ON_THE_BOOKS = re.compile(r" on the books\b")
"""What is booked for days to come: "group revenue on the books for the third quarter is down 64%"."""
_IN_ALL = re.compile(r"(?:and |so |now )?of (?:the|that|this|our) [$£¥₠-⃏]\d")
_TOTALED = re.compile(rf"\b(?:{WAS}) [$£¥₠-⃏]?$")
"""What an amount consists of is not all of it: "of the $44 million in loans, $9.5 million or 22% are energy credits"."""
_LEFT_TO_BUY = re.compile(
    r" (?:(?:of )?(?:our )?(?:remaining |share |stock |repurchase |buyback )*(?:authorization|program|plan)\b|(?:\w+ )?(?:remain\w*|left|available) (?:under|on|in|for|of)\b|(?:under|on|in) (?:our|the|its|that) (?:(?:current|existing|remaining|share|stock|repurchase|buyback|board) )*authorization\b)"
)
_RESULTED = re.compile(
    r"\b(?:result\w+ in|gave|gives|caused|brought|meant|produced) an? (?:net |overall |total )?(?:increase|decrease|reduction) (?:to|in|of) (?:[\w']+ ){1,10}of (?:[^.;]|\.\d)*$"
)
"""What something did to a metric: "resulted in a net decrease to net income of $4.1 million"."""
_ALLOCATED = re.compile(
    r"\b(?:allocated|devoted|deployed|directed|applied)(?: (?:about|approximately|another|an additional))* [$£¥₠-⃏]?$"
)
"""What was put to another use: "to pay $5 million in dividends and allocated $6 million to share repurchases"."""
_THE = re.compile(r"\b(?:the|an?|our|its) [$£¥₠-⃏]?$")
_RECEIVED = re.compile(r"\breceived\b[^.;$%]*[$£¥₠-⃏]?$")
_MAY_BE_BOUGHT = re.compile(r" (?:that (?:is|are|remain) )?(?:authorized|approved|remaining|left|available)\b")
"""What may yet be bought back: "$55 million in share buybacks authorized"."""
_PAID_TO = re.compile(r"s? (?:payments? )?to (?P<name>[\w&]+)")
"""What a subsidiary pays to the company."""
_OF_AFFILIATES = re.compile(r" from (?![$£¥₠-⃏\d])")
"""Dividends that come in are not those that are paid."""
_OF_ALL = re.compile(r"(?:and |so |now )?of (?:our|the|this|that|total)[^,;$%\d]{0,40} (?:sales|revenues?), ")
"""What all of a figure is made up of: "of our total revenue, 43% came from North America"."""
_OF_THESE = re.compile(r"(?:and |so |now |but )?of (?:the|our|this|that|those|these|total)\b[^,;$%]{0,90}, ")
_OF_THE_RATE = re.compile(r" of the [\d.]+ ?(?:%|percent)")
_OF_THE = re.compile(r"(?:%|percent) of the $")
"""What a share is of: "representing 81% of the 36% rate of decline"."""
_OF_WHICH = re.compile(
    r"\bof which\b(?:[^.;]|\.(?=\d))* and (?:(?:about|approximately|around|roughly|nearly) )*[$£¥₠-⃏]?$"
)
_WAS_PART = re.compile(r" (?:was|were|is|are|will be) (?![$£¥₠-⃏\d])")
"""A part beside another: "capital expenditures were $9 million, of which $6 million was growth and $3 million was recurring"."""
_AND_SOME = re.compile(
    r"(?:\d(?: (?:million|billion|percent)|%)|\b(?:was|were|is|are) (?:organic|inorganic|acquired|recurring)),? (?:and )?(?:(?:about|approximately|around|roughly|nearly|over) )*[$£¥₠-⃏]?$"
)
_WAS_SO = re.compile(
    rf" (?:of (?:which|that|it) )?(?:{WAS}|is|are) (?:organic\w*|inorganic|acquired|due|from|attributable|related|driven|recurring|new|incremental|contributed|the result|a result)\b"
)
"""What a sum is made of: "revenue was $16.8 million, $13.9 million was organic and $2.9 million was due to the acquisition"."""
_WAS = re.compile(r"\b(?:was|were)(?: (?:about|approximately|around|roughly|nearly))* [$£¥₠-⃏]?$")
_WAS_DUE = re.compile(r" (?:was|were|is) (?:due|attributable|related)\b")
"""What a part came from, said with two verbs: "volume growth was approximately 3% was due to market share gains"."""
_OF_EXCESS = re.compile(r" (?:of|in) (?:excess|unused|undrawn) (?:capital|capacity|liquidity)\b")
_DEAL = re.compile(
    r" (?:(?!and\b|or\b|in\b|of\b|for\b)[\w']+ ){0,3}(?:sale|acquisition|purchase|divestiture|transaction|offering|reversal|release|recovery|facility|revolver|term loan|project|settlement|contract|(?:tax|interest|bonus|incentive|legal) payments?|(?:tax|duty) refunds?|pension contribution)\b(?! (?:price|prices|volume|growth))"
)
"""What a deal was worth: "free cash flow, and we closed the $27 million sale of the fleet"."""
_COMPOSITION = re.compile(r"\b(?:composition|breakdown) of [^.;$%]*\b(?:was|were|is)\b")
_GUIDED_TO = re.compile(r"\bwe (?:had )?guided to\b[^;]*$")
"""What had been expected: "we guided to operating income of $50 million less"."""
_REPAID = re.compile(r"\b(?:repaid|retired|redeemed|paid down) (?:a net )?[^;,]*$")
"""What else was done, and how much of something it was: "we had $231 million of cash and had repaid $233 million or 8% of debt"."""
_IS_EQUIVALENT = re.compile(r" (?:is|are|would be) equivalent to\b")
_EVENTS = re.compile(
    r" (?:[a-z]+ )?(?:events|shows|games|concerts|parks|theaters|hotels|properties|stores|restaurants)\b"
)
"""Of what something is counted: "average attendance for our 38 events was above 2019"."""
_FUNDED = re.compile(r"\b(?:funded|financed|covered)(?: (?:about|approximately|nearly|over|roughly))* $")
"""What a cash flow paid for is none of it: "cash from operations funded $1.3 billion of additions"."""
_FUNDED_WITH = re.compile(
    rf"\b(?:fund|financ)(?:ed|ing) (?:it|this|that|these|them|(?:the|our|this|that) (?:[\w-]+ ){{0,2}}[\w-]+) (?:(?:partly|largely|primarily|mostly|in part) )?(?:with|by|through) {HEDGES}[$£¥₠-⃏]?$"
)
"""With what something was paid is a flow: "we funded the growth with $190 million of deposits"."""
_OF_BORROWERS = re.compile(
    r"\b(?:borrowers|customers|clients|accounts|relationships)(?:,)? (?:representing|totaling|with)(?: (?:about|approximately|over|just))* $"
)
"""What some owe is not all that is lent: "12 borrowers representing $2.4 million in loans outstanding"."""
_COMPOSED_OF = re.compile(r"\b(?:composed|comprised|made up) of (?:about |approximately )?$")
_CONSISTS_OF = re.compile(r"\bconsist(?:s|ed|ing) of (?:[\w']+ ){1,5}of (?:about |approximately )?[$£¥₠-⃏]?$")
"""What a figure is made up of is of its parts."""
_POINTS_OF = re.compile(r"\bpoints of (?:the|our) $")
"""The growth that points are a part of: "pricing was about 4 points of the 9% growth"."""
_OF_GAINS = re.compile(
    r"\b(?:investment|realized|unrealized|derivative|securities) (?:gains?|losses) of (?:(?:about|approximately) )?[$£¥₠-⃏]?(?:[\d.,]+ (?:million|billion),? or [$£¥₠-⃏]?)?$"
)
"""What stands beside the profit: "operating income of $202 million, and after-tax investment gains of $28 million or $0.15 per share"."""
_RESULTS_INCLUDE = re.compile(r"\bresults (?:also )?includ(?:e|ed) (?:an? )?(?:[\w']+ ){0,2}$")
_ATTRIBUTABLE = re.compile(r"[^.;]{0,40} (?:attributable|related|relating|due|associated) (?:to|with)\b")
"""A part of it: "our results include pre-tax income of $2.1 million attributable to grants"."""
_AS_PERCENT = re.compile(r" as a (?:percent|percentage) of (?:(?:net|total|our) )*(?:sales|revenues?)\b")
"""What is no amount, whatever was written: "SG&A expense as a percentage of sales increased to $17.8 million"."""
_WOULD_HAVE_MOVED = re.compile(r"\bwould(?: have|'ve) [^,;]*$")
_HAD_IT = re.compile(r"(?:[^.;]|\.\d)*\b(?:if|had) (?:we|our|the|this|that|it|20\d\d|rates?|not)\b")
"""What would have been if something else had been so: "EPS would have grown by $0.50, had it been taxed at the old rate"."""
_HAD_OPENS = re.compile(
    r"(?:(?:and|but|so)[ ,]+)*(?:had (?:it|we|this|that|the|they)|if (?:not for|it (?:were|was|had) not))\b"
)
"""Where that is said first: "Had it not been for the strike, sales would have been up 6%"."""
_WOULD_RESULT = re.compile(r"\bwould (?:\w+ly )?(?:result in|lead to|bring|put|take) [^,;]*\bfrom [$£¥₠-⃏]?$")
"""What something else would come to: "this would result in our estimated margin moving from 5% to 7%"."""
_DEFERRED = re.compile(r"\bdeferred(?: (?:about|approximately|over|nearly|an? additional|another))* [$£¥₠-⃏]?$")
"""What was put off is no expense: "we deferred $1.1 million of bad debt expense"."""
_PROXY = re.compile(r"\bproxy for (?:[\w']+ ){0,2}$")
"""What a figure stands for is not the figure: "EBITDA less capex, a good proxy for cash generation, jumped to $13 million"."""
_WOULD_HAVE = re.compile(
    r"\bwould(?: have|'ve) (?:been|allowed us to report)(?: (?:about|approximately|roughly|nearly|around|over|an?))* [$£¥₠-⃏]?$"
)
"""What would have been: "after giving effect to the sale, net leverage would have been 1.3 times"."""
_LEAVES_OUT = re.compile(
    r"(?:(?:and|but|so|now|when)[ ,]+)*(?:excluding|exclusive of|without|absent|adjust\w+|if (?:we|you) exclude|net of)\b"
)
_ONE_LOAN = re.compile(
    r" (?:[\w']+ ){0,2}loan\b(?! (?:growth|portfolio|balances?|book|originations?|production|volume|sales|loss))"
)
"""One loan is not all of them: "it comes with a $0.5 million loan"."""
_REMAINING = re.compile(
    r"\bthe (?:remaining|remainder of|other)(?: (?:about|approximately|roughly|nearly))* [$£¥₠-⃏]?$"
)
"""What is left of an amount of which a part was spoken of: "the remaining $1.1 million of the provision"."""
_LESS = re.compile(r" less [$£¥₠-⃏]?$")
"""What is taken off: "with $60 million from operating activities less $10 million of capital expenditures"."""
_FROM_OPERATING = re.compile(
    r" (?:from|of|in|provided by) (?:cash (?:flow )?(?:from|provided by) )?operating activities\b"
)
_IF_YOU = re.compile(
    r"(?: (?:per|a) (?:diluted )?share)?,? (?:if|when) (?:you|we|one|i) (?:also |were to |just )?(?:includ|exclud|add|adjust|back|normaliz|strip)\w*"
)
"""A figure that is so only if something is counted in or out beside the one that is given."""
_SPREAD = re.compile(r"\b(?:spread|gap|difference|delta) between\b[^;.]*$")
