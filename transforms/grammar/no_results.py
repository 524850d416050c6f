"""Numbers beside a metric that are no result of a fiscal period."""

from __future__ import annotations

import re

from transforms.grammar import names
from transforms.grammar.exclusions import (
    AGAINST_PLAN,
    BOUGHT_OR_SOLD,
    BUDGET_FROM,
    FROM_RANGE,
    IN_MONTH,
    LONG_TERM,
    MONTH,
    OF_IT,
    ONCE_GIVEN,
    ONCE_SAID,
    OUTLOOK_MOVES,
    WE_MOVED,
    is_of_neither,
)
from transforms.grammar.model import Reading
from transforms.grammar.wordlists import snake
from transforms.language.periods import MONTHS


def is_no_result(reading: Reading) -> bool:
    """Whether a number is no result of the period: expected or supposed, of another time, or of less or other than the metric."""
    return (
        is_of_neither(reading)
        or _was_expected(reading)
        or _is_of_other_time(reading)
        or (reading.link.rule != "component" and _is_part_of_it(reading))
        or _is_of_another(reading)
    )


_IN_TIER = re.compile(r"(?:low|mid|upper|high)\b")
"""A range that is only how a number is said: "revenue was in the high $70 million range"."""


_PLAN_TO = re.compile(
    r"\b(?:plan|roadmap|path|strategy|goal|ambition) to (?:grow|reach|get|achieve|scale|expand|increase|deliver|double|build|drive)\b(?:(?!\b(?:and|we) (?:grew|reached|achieved|delivered)\b)[^;])*$"
)
"""Where a plan leads: "we launched our plan to grow from $13 billion in revenue to $50 billion"."""


def _moves_outlook(reading: Reading) -> bool:
    """Whether a change is of what was expected just before: "We now expect $450 million. So it is a $35 million increase"."""
    said = reading.topic.said
    is_earlier = reading.link.rule == "earlier" and reading.frame.role == "change"
    return is_earlier and bool(said) and all(one.is_future for one in said)


def _was_expected(reading: Reading) -> bool:
    """Whether a number is what was expected, aimed at, guided to or allowed, or how far a result was from it."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    return bool(
        _moves_outlook(reading)
        or _ONCE_EXPECTED.search(normal, max(0, start - 110), start)
        or ONCE_GIVEN.search(normal, 0, start)
        or _ONCE_EXPECTED_BEHIND.match(normal, quantity.end)
        or _AIMED.search(normal, max(0, start - 80), start)
        and not ACHIEVED.search(normal, max(0, start - 90), start)
        or _CAN_GET.search(normal, max(0, start - 80), start)
        or _ABLE_TO.search(normal, 0, start)
        or _AS_GUIDED.search(normal, max(0, start - 60), start)  # "exceeding our guidance range of $8.70 to $8.90"
        and (quantity.is_range or not _CAME_IN_AT.search(normal, max(0, start - 90), start))
        or _TO_MOVE.search(normal, 0, start)
        or _PLAN_TO.search(normal, 0, start)
        or (quantity.is_range and _RANGE_GIVEN.match(normal, quantity.end) and not _IN_TIER.match(normal, start))
        or LONG_TERM.search(normal, 0 if quantity.is_range else max(0, start - 60), start)
        or _TARGET_RANGE.search(normal, max(0, start - 60), start)
        or _TARGET.match(normal, term.end)
        or _OURS.search(normal, max(0, start - 30), start)
        and (_TARGET.match(normal, quantity.end) or _GUIDANCE.match(normal, quantity.end))
        or normal.startswith(" we expect to ", max(quantity.end, term.end))
        or reading.frame.role == "change"
        and quantity.end <= term.start
        and _OUTLOOK.match(normal, term.end)
        or quantity.end <= term.start
        and OUTLOOK_MOVES.match(normal, term.end)
        or not reading.call.fiscal.ends_year
        and reading.frame.role == "change"
        and quantity.kind in ("point", "money", "per_share")
        and WE_MOVED.search(normal, max(0, start - 110), start)
        or _PLANNED.search(normal, max(0, start - 60), start)
        or _SOMEWHERE.search(normal, max(0, start - 60), start)
        or term.end <= start
        and _PLANS_FOR.match(normal, term.end)
        or BUDGET_FROM.search(normal, max(0, start - 60), start)
        or _COMING_INTO.search(normal, 0, start)
        or _IN_GUIDANCE.match(normal, quantity.end)
        or _ABOVE_THE.search(normal, max(0, start - 30), start)
        and _GROWTH_TARGET.match(normal, quantity.end)
        or quantity.end >= term.end
        and _WILL_DO.match(normal, quantity.end)
        or _CAN_BE.search(normal, 0, start)
        or quantity.end <= term.start
        and _CAN_MAKE.match(normal, term.end)
        or reading.frame.role == "level"
        and _LIMITED_TO.search(normal, max(0, start - 40), start)
        or ONCE_SAID.search(normal, 0, start)
        or _TO_ACHIEVE.search(normal, max(0, start - 60), start)
        or _LIMIT.match(normal, quantity.end)
        or _OF_PLANNED.match(normal, quantity.end)
        or _BEYOND.match(normal, quantity.end)
        or _ABOVE_LEAST.match(normal, quantity.end)
        or (quantity.kind == "per_share" or reading.frame.role == "change" or _is_again(reading))
        and _BEYOND_GUIDED.match(normal, quantity.end)
        and (_is_again(reading) or normal[quantity.end : quantity.end + 1] != ",")
        or _AT_MIDPOINT.match(normal, quantity.end)
        or _STILL_EXPECTED.search(normal, max(0, start - 60), start)
        or _WOULD.search(normal, max(0, start - 60), start)
        or _IN_LONG_TERM.match(normal, quantity.end)
        or quantity.is_range
        and _WITHIN_EXPECTED.search(normal, 0, start)
        or _GROW_FROM.search(normal, 0, start)
        or (aim := _IN_ORDER.match(normal)) is not None
        and term.end <= aim.end() <= start
        or reading.frame.role == "change"
        and (AGAINST_PLAN.match(normal, quantity.end) or AGAINST_PLAN.match(normal, max(quantity.end, term.end)))
    )


_WOULD = re.compile(r"\b(?:we|it|they|you|that)'d (?:generate|be|earn|do|make|get|spend|produce|deliver|see)\b[^,;]*$")
"""What is only supposed: "we'd generate $400 million of free cash flow"."""
_BY_YEAR = re.compile(
    r" (?:[\w']+ ){0,3}(?:by|in|within) (?:the )?(?:end of )?(?:the )?(?:year (?:two|three|four|five|[2-5])|(?:second|third|fourth|fifth) (?:full )?year)\b(?! (?:in a row|running))"
)
"""Of a year that a deal counts from its own beginning: "before synergies of $10 million by year three"."""


def _is_of_other_time(reading: Reading) -> bool:
    """Whether a number is of a day, a month, some years or what is usual, and of no fiscal period."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    return bool(
        _USUAL.search(normal, 0, start)
        or _AS_EVER.match(normal, quantity.end)
        or _SINCE_PEAK.match(normal, quantity.end)
        or _WHEN_WE_SPOKE.match(normal, quantity.end)
        or not term.metric.balance
        and _is_of_later_month(reading)
        or _YEARS_LEAD.match(normal) is not None
        or not (term.metric.balance or term.metric.units == ("ratio",))
        and _TRAILING_LEAD.match(normal) is not None
        or _OVER_YEARS.search(normal, max(0, start - 120), start)
        or _SINCE.search(normal, 0, start)
        or _SINCE.match(normal, quantity.end)
        or _BY_YEAR.match(normal, quantity.end)
        or IN_MONTH.match(normal, term.end)
        or _AVERAGE_MONTH.search(normal, max(0, term.start - 30), term.start)
        and not term.metric.name.startswith("average")
        or reading.frame.role in ("level", "comparison")
        and quantity.kind == "money"
        and not term.metric.name.startswith("dividend")
        and (
            _PER_QUARTER.match(normal, quantity.end)
            or _AVERAGE_QUARTER.search(normal, max(0, term.start - 30), term.start)
        )
        or reading.link.metric != "dividend_per_share"
        and _OF_MONTH.search(normal, 0, start)
        or _EACH_WITH.search(normal, max(0, start - 60), start)
        or quantity.kind == "number"
        and term.end <= start
        and _SOME_WITH.match(normal, quantity.end)
        or term.metric.units == ("count",)
        and quantity.kind == "number"
        and quantity.value in _SHORT_YEARS
        and _IN_YEAR.search(normal, 0, start)
        or reading.frame.role == "level"
        and not term.metric.balance
        and "percent" not in term.metric.units
        and _OVER_PAST_YEAR.match(normal, quantity.end)
        or term.metric.name == "dividend_per_share"
        and _MONTHLY.search(normal, max(0, start - 60), quantity.end + 30)
        or _SOME_MONTH.search(normal)
        and "currency_per_share" not in term.metric.units  # "ARPU was $45.20 per month"
        or reading.frame.role == "level"
        and not term.metric.balance
        and _AVERAGED.search(normal, max(0, start - 60), start)
        and _ANNUALLY.match(normal, quantity.end)
        or term.metric.balance
        and (_AS_OF_TODAY.search(normal, max(0, start - 90), start) or _is_of_later_day(reading))
        or reading.frame.role == "change"
        and (_AT_ANNUAL_RATE.match(normal, quantity.end) or _ABOVE_AVERAGE.match(normal, quantity.end))
        or _HISTORICAL.search(normal, max(0, start - 60), start)
        or _WHEN.search(normal, 0, start)
        or _SINCE_WE.match(normal, quantity.end)
        or _WHEN_STARTED.search(normal, 0, start)
        or _CUMULATIVE.search(normal, max(0, start - 50), start)
        or not term.metric.balance
        and _AFTER_THE_END.match(normal)
        or term.metric.balance
        and reading.frame.role == "change"
        and any(span.period and span.period.endswith("YTD") and span.start < _LEAD for span in reading.sentence.spans)
        or term.metric.balance
        and _WE_APPROACH.search(normal, max(0, start - 40), start)
        or term.metric.balance
        and _SOME_DAY.search(normal, 0, start)
        or (term.metric.balance or term.metric.units == ("ratio",))
        and _AT_CLOSING.match(normal, quantity.end)
        or _BEGAN_WITH.search(normal, max(0, start - 70), start)
        or _YEARS.search(normal, 0, start)
        or _THROUGH_TODAY.search(normal, 0, start)
        or _ON_SOME_DAYS.match(normal, quantity.end)
        or _OVER_SOME_YEARS.match(normal, quantity.end)
        or quantity.end <= term.start
        and _OVER_SOME_YEARS.match(normal, term.end)
    )


def _is_of_later_month(reading: Reading) -> bool:
    """Whether a number is of a month after the quarter: "Success continued in October, as we grew revenue by 22%"."""
    said, last = _INTO_MONTH.search(reading.normal, 0, reading.quantity.start), reading.call.fiscal.end
    return said is not None and last is not None and 0 < (MONTHS[said["month"]] - last.month) % 12 <= _MONTHS_AFTER


_MONTHS_AFTER = 2
"""So many months of the next quarter have passed when a call is held."""
_INTO_MONTH = re.compile(
    rf"\b(?:continued|continuing|so far|has|have|accelerated|improved|momentum)(?: [\w']+){{0,3}} (?:in|into|through|during) (?P<month>{MONTH})(?!\w| \d)(?! (?:of|quarter)\b)"
)


def _is_of_later_day(reading: Reading) -> bool:
    """Whether a balance is of a day after the quarter: "As of November 3, 2021, our backlog was $67 million"."""
    said, last = _AS_OF_DAY.match(reading.normal), reading.call.fiscal.end
    if last is None:
        return False
    if ended := _AS_OF_MONTH.match(reading.normal):
        return 0 < (MONTHS[ended["month"]] - last.month) % 12 <= _MONTHS_AFTER
    return said is not None and (int(said["year"]), MONTHS[said["month"]]) > (last.year, last.month)


_AS_OF_MONTH = re.compile(rf"(?:(?:and|so|now|but)[ ,]+)?(?:as of|at) the end of (?P<month>{MONTH})(?!,? (?:20|of))\b")


_YEARS_LEAD = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)?(?:over|during|in|for) (?:the course of )?(?:the |our )?(?:last|past|previous) (?:few|several|two|three|four|five|six|seven|eight|nine|ten|\d+|couple of)(?: plus)? years?,? "
)
"""What came about over many years: "over the course of the last 15 years, these businesses have grown revenue by 8%"."""
_TRAILING_LEAD = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)?(?:over|in|for) the (?:last|past|trailing) (?:12|twelve) months,? "
)
_AS_OF_DAY = re.compile(
    rf"(?:(?:and|so|now|but)[ ,]+)?as of (?P<month>{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? (?P<year>20\d\d)\b"
)


def _is_part_of_it(reading: Reading) -> bool:
    """Whether a number is a part of what the metric states, or what some of its parts did."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    return bool(
        _REMAINING.search(normal, max(0, start - 40), start)
        or _SO_NET.search(normal, max(0, start - 20), start)
        or quantity.kind != "percent"
        and _BY_LOWER.search(normal, max(0, start - 120), start)
        or _DESPITE_LOWER.search(normal, max(0, start - 60), start)
        or _COMPOSITION.search(normal, 0, start)
        or _FUNDED.search(normal, term.end, start)
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
            or _is_again(reading)
            and _CONSISTS_OF.search(normal, max(0, start - 70), start)
        )
        or _OF_WHICH.search(normal, 0, start)
        and _WAS_PART.match(normal, quantity.end)
        or _WAS.search(normal, max(0, start - 30), start)
        and _WAS_DUE.match(normal, quantity.end)
        or quantity.kind == "percent"
        and _OF_THE.search(normal, 0, start)
        or _OF_THE_RATE.match(normal, quantity.end)
        or quantity.kind == "percent"
        and (_OF_ALL.match(normal) or reading.frame.role == "level" and _is_of_these(reading))
        or _OF_EXCESS.match(normal, quantity.end)
        or _OF_WHICH_SOME.search(normal, max(0, start - 40), start)
        and _IS_TO.match(normal, quantity.end)
        or OF_IT.match(normal, quantity.end)
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
        or _is_again(reading)
        and term.end <= start
        and _WITH.search(normal, 0, start)
        and _GROWTH_ACROSS.match(normal, quantity.end)
        and names.segment_behind(reading.sentence.text, normal, quantity.end) is None
    )


def _is_of_these(reading: Reading) -> bool:
    """Whether a percentage is of what a sentence opens with: "Of our non-performing loans, 50% are current"."""
    opens = _OF_THESE.match(reading.normal)
    return opens is not None and reading.link.term.start < opens.end() <= reading.quantity.start


_OF_WHICH_SOME = re.compile(r"\bof which(?: (?:we expect|about|approximately|roughly|nearly|over|some))* [$€£¥]?$")
_IS_TO = re.compile(
    r" (?:should|will|would|is|are) (?:expected to |to )?(?:be )?(?:convert|recogni[sz]|deliver|ship|burn|realiz|earn|monetiz|flow|come)\w*\b"
)
"""What becomes of a part of it: "backlog grew to $3.9 billion, of which about 60% should convert within a year"."""
_WOULD_BE = re.compile(
    r"\bwould(?: have)? be(?:en)?(?: (?:about|approximately|around|over|nearly|more than|at least))* [$€£¥]?$"
)
_EQUATES = re.compile(
    r"\bequates? to (?:an? )?(?:[\w']+ ){1,2}(?:increase|decrease|reduction|impact) of(?: (?:about|approximately|around))* [$€£¥]?$"
)
"""By how much a figure would differ: "without that cash, the margin would have been eight basis points higher"."""


_PROFIT_MARGINS = frozenset(
    {"gross_margin", "operating_margin", "ebitda_margin", "ebitdar_margin", "ebita_margin", "pre_tax_margin", "net_margin", "merchandise_margin", "contribution_margin", "restaurant_margin"}
)  # fmt: skip
"""What is said in percent; basis points are its change, whose direction a recogniser has missed."""


def _is_of_another(reading: Reading) -> bool:
    """Whether a number is of something else beside the metric: a deal, one loan, an effect, what is taken off or left out."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    return bool(
        quantity.kind == "money"
        and _AS_PERCENT.match(normal, term.end)
        or quantity.kind == "point"
        and reading.frame.role == "level"
        and term.metric.name in _PROFIT_MARGINS  # "margin was over 1,100 basis points compared to last year"
        or " to and beyond " in normal[max(0, start - 40) : start]  # "what will carry us to and beyond $50 in EPS"
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
        and _HAD_IT.match(normal, quantity.end)
        or _WOULD_RESULT.search(normal, 0, start)
        or term.metric.cost
        and quantity.end <= term.start
        and _DEFERRED.search(normal, max(0, start - 50), start)
        or _PROXY.search(normal, 0, term.start)
        or _LESS.search(normal, max(0, start - 10), start)
        or term.metric.balance
        and normal.endswith((" no", " no net"), 0, max(term.start - 1, 0))
        or _IF_YOU.match(normal, quantity.end)
        and _is_again(reading)
        or _RESULTED.search(normal, 0, start)
        or _LEFT_OUT.search(normal, 0, start)
        or _is_than_another(reading)
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
            found = _COLLECTED.search(normal, max(0, start - 40), start)
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
    r"\b(?:average (?:[\w']+ )?(?:rates?|prices?) of|(?:hedges|swaps|collars|rates?|prices?),? (?:which |that )?averag(?:ed|ing)) [$€£¥]?(?:[\d.]+(?: per [a-z]+)?,? (?:compared (?:to|with)|versus) [$€£¥]?)?$"
)
"""Prices beside what they did to earnings: "a loss on our oil hedges, which averaged $56 in the quarter"."""
_AS_GUIDED = re.compile(
    r"\b(?:guidance|outlook|forecast|consensus|expectations?|estimates?|guided|budget|(?<!than )expected (?:[\w']+ )?(?:rate|level|range|amount)|(?:prior|previous|earlier|initial|original) view)\b(?: [\w']+){0,4} $"
)
_CAME_IN_AT = re.compile(
    r"\b(?:came in|was|were|finished|ended)\b[^.;]{0,30}\b(?:above|ahead of|exceeding|below|better than|in line with|within|end of) [^.;,]{0,40} at $"
)
"""What came out, held against what was expected: "FFO came in above our expectations at $0.40 a share"."""
_ONCE_EXPECTED = re.compile(
    r"\b(?:from|over|versus|compared (?:to|with)) (?:our |the )?(?:expected|projected|forecasted|anticipated|estimated|budgeted) (?:[\w']+ ){0,3}of(?: (?:about|approximately))* ?[$€£¥]?$|\bwe expected to\b|\b(?:forecast|guidance|outlook|plan) (?:for (?:[\w']+ ){1,4})?was (?:to|for)\b|\b(?:we|and|company) (?:were|was|had been) (?:\w+ly )?(?:targeting|projecting|expecting|forecasting|anticipating|guiding|planning|budgeting)\b(?!.*\b(?:and|but) (?:we|it)\b)|\b(?:was|were) expected to (?:deliver|generate|contribute|produce|earn|bring)\b|\b(?:had|originally|initially|previously)(?: (?:been|previously|originally|initially))* (?:indicated|expected|guided|anticipated|forecast\w*|projected|planned|estimated|assumed|budgeted|communicated)\b(?! (?:and|to have|due|by))"
)
_ONCE_EXPECTED_BEHIND = re.compile(
    r" (?:(?:decline|decrease|growth|increase|improvement) )?(?:that |which )?(?:we|was|had)(?: (?:we|had|have|was|were|been))* (?:previously|originally|initially)? ?(?:targeted|expecting|expected|guided|anticipated|forecast|projected|planned|estimated|communicated)\b"
)
_TARGET_RANGE = re.compile(
    r"\b(?:target(?:ed)?|stated|desired|preferred) (?:[\w']+ )?(?:range|level|ratio|zone|band) (?:of|is|at|between)(?: (?:about|approximately))* ?[$€£¥]?$"
)
"""What is aimed at: "down from 2.9 times and within our target range of 2 to 2.5 times"."""
_BY_LOWER = re.compile(
    r"\b(?:offset|driven|due|caused|helped|hurt|because|result\w*|reflecting)\b(?: (?!drive|deliver)[a-z]+){0,3} (?:lower|higher|increased|decreased|reduced) (?:[\w&'-]+ ){1,5}of (?:about |approximately |roughly |nearly |over )*[$€£¥]?$"
)
"""By how much something moved: "partially offset by lower engineering revenue of approximately $10 million"."""
_DESPITE_LOWER = re.compile(
    r"\bdespite (?:lower|higher|reduced|increased) (?:(?!with\b|and\b)[\w&'-]+ ){1,3}of (?:about |approximately |nearly |over )*[$€£¥]?$"
)
_ABLE_TO = re.compile(r"\bconfiden(?:t|ce) (?:in|about|of) (?:our|the|its) ability to\b(?:[^;.]|\.\d)*$")
_AIMED = re.compile(
    r"\b(?:goal|target|objective|aim|ambition|focus|committed|path|on track|tracking|our way|looking|want|wants|try|trying|hope|hoping|hopes|(?<!for )like|intend|requested|requesting|request|proposed|proposing|least get|us get|can get|get back)(?! for like)(?: (?:is|was|of|to|toward|towards|still|now|be|for|a|capital))+ (?:[\w'%]+ ){0,9}[$€£¥]?$"
)
_CAN_GET = re.compile(
    r"\b(?:can (?:grow|drive|push|climb)|(?:can|could) (?:get|return|reach|come|go|bring|move))\b[^.,;$%\d]{0,60}[$€£¥]?$"
)
"""What may come is no result: "we think margins can get back above 40% by the fourth quarter"."""
ACHIEVED = re.compile(
    r"\b(?:have|has|we|already) (?:achieved|met|exceeded|reached|delivered|surpassed|completed)\b(?: [\w']+){0,4} (?:goal|target|objective)s? of(?: (?:about|approximately|over))? $"
    r"|\bwe (?:also |have )?(?:hit|met|beat|exceeded|achieved) our (?:[\w']+ ){1,4}(?:target|goal|guidance|objective)s?(?:, [^;]{3,60})?,? with [$€£¥]?$"
)
"""A goal that was reached is a result: "we have reached our goal of $50 million of cost savings"."""
_OF_MONTH = re.compile(rf"(?:^|[,;] |that |and )(?:in|during|for) (?:the month of )?(?:{MONTH})(?: 20\d\d)?, (?!\d)")
_SOME_MONTH = re.compile(
    r"\b(?:(?:this|last|past|one|single|each|per)(?: last| past)?|(?:for|in|during) the) month\b(?! (?:period|of the|contribution|lag|delay|extension|benefit))"
)
_TO_MOVE = re.compile(
    r"\btowards? [$€£¥]?$|\boption to [^,;]*$|\bfocus\w* on (?:driving|getting|bringing|moving|reducing|lowering) [^;,]*\bto (?:about |approximately )?$|"
    r"\b(?:line of sight|direction|path|pathway|roadmap|efforts?|plans?|ability|opportunity)\b[^.;]{0,30}\b(?:to (?:bring|move|get|reduce|lower|drive)|of (?:bringing|moving|getting|reducing|lowering|driving)) (?:[\w']+ ){1,4}(?:down |up |back )?to(?: (?:about|approximately|below|under|around))* ?$|"
    r"\bwill (?:then )?be (?:reduced|lowered|increased|raised|affected|impacted|hurt|helped) by (?:(?:the|an?|about|approximately|additional) )*[$€£¥]?$|"
    r"\b(?:objective|goal|aim|purpose)\b[^;]* is to (?:improve|increase|expand|reduce|lower|grow) [^;,]*\bby (?:about |approximately )?$|"
    r"\bto (?:move|take|bring|grow|drive|expand|improve|get|go) (?:[\w']+ ){1,6}from (?:the )?(?:[^;]{1,30} to (?:over |about |approximately |the )?)?$"
)
"""From where and to where something is to be brought over the years."""
_USUAL = re.compile(
    r"\b(?:historically|typically|traditionally|normally|usually|^for (?:many )?years|in years (?:when|where|that))\b(?:(?! (?:was|were|quarter) )[^.;])*$"
)
"""What is so in most years is not of one: "historically, our annual sales have been between …"."""
_WHEN_WE_SPOKE = re.compile(r" (?:when|the last time) (?:we|i) (?:last )?(?:talked|spoke|met|reported|chatted)\b")
"""A day between two quarters' ends: "backlog was $1.2 billion, versus $1.1 billion when we talked to you in July"."""
_SINCE_PEAK = re.compile(
    r"(?:,? or (?:about |over |nearly )?[$€£¥]?[\d.,]+ ?(?:%|percent|million|billion))? since (?:our|the|its) (?:\w+ )?(?:peak|trough|low|ipo|spin|merger|inception|acquisition)\b"
)
"""How far something has come from an event, and not in a period: "net debt has declined by over $12 billion since our peak levels"."""
_AS_EVER = re.compile(r"(?: (?:or so|plus or minus|range|level|percent|area))* (?:historically|traditionally)\b")
_SOMEWHERE = re.compile(r"\b(?:is|are|ranged|ranges|runs?) somewhere (?:in|between|around)\b[^,;]*$")
"""What is usual, or only estimated: "EBITDA is somewhere in the range of $85 million"."""
_PLANNED = re.compile(
    r"\b(?:capital|capex|spending|investment) (?:plan|budget|program) (?:is|remains|of|at)\b[^.;]{0,30}$"
)
_PLANS_FOR = re.compile(r" (?:plans?|budget|program) (?:for|in) (?:the |fiscal )?(?:20\d\d|year)\b")
"""What was planned has changed: "reduced our capital spending plans for 2020 by 20%"."""
_COVERS_BY = re.compile(r"\bcover(?:s|ed|ing)? [^;]*\bby(?: (?:about|approximately|nearly|over))* $")
"""How many times over something is covered: "covers nonperforming loans of $54 million by 187%"."""
_WITH = re.compile(r"\b(?:with|including|reflecting|on|driven by|led by) (?:(?:strong|solid|continued|broad based) )*$")
_GROWTH_ACROSS = re.compile(r" (?:growth|increases?|declines?|decreases?) (?:across|in|from|at)\b")
"""What parts of it did: "sales grew 14%, with double-digit growth across all three segments"."""
_SOME_OF = re.compile(
    r"\b(?:our|the) big (?:three|four|five)\b|\b(?:more|less) than half of (?:our|the)\b|"
    r"\b\d+ (?:out )?of (?:our |the )?\d+ (?!%|percent|million|billion|basis)[a-z]+\b|\b(?:two|three|four|five|six|seven|eight|nine|most|many|several|some|half) (?:out )?of (?:(?:our|the|these|two|three|four|five|six|seven|eight|nine|ten|\d+) )+(?:of our )?(?:[\w']+ )?(?:segments|businesses|regions|brands|markets|divisions|categories|geographies|departments)\b"
)
"""What some of the parts did is not what the company did: "13 of 15 departments generated comps over 15%"."""
_ITEMS = re.compile(
    r"\bitems (?:\w+ )?(?:constituted|represented|amounted to)\b[^.;]*$|\b(?:impacts?|effects?|headwinds?) (?:are|is|were) as follows\b"
)
_THROUGH_TODAY = re.compile(r"\bthrough (?:today|yesterday|the date of (?:this|the|our))\b[^;]*$")
_YEARS = re.compile(r"\b(?:19|20)\d\d (?:through|to) (?:fiscal )?(?:19|20)\d\d\b[^;]*$")
"""What came about over several years: "during the plan of 2016 through 2019, we deployed $513 million"."""
_AT_CLOSING = re.compile(
    r" (?:at|upon|after|following) (?:the )?(?:close|closing|completion) of (?:the|this|our)\b(?! (?:(?:prior|last|previous|fiscal|first|second|third|fourth|quarter|year)\b|period|market))"
)
"""What there was on the day of a deal: "our leverage was 4.3 times at the closing of the transaction"."""
_BEGAN_WITH = re.compile(
    r"\b(?:started|began|entered) (?:the |our )?(?:[\w']+ ){0,3}(?:quarter|year|q[1-4]|20\d\d) with (?:[\w']+ ){0,4}[$€£¥]?$"
)
"""What there was when a period began is not what there is at its end."""
_OF_ACQUIRED = re.compile(r" (?:of|in|from) (?:acquisition related|acquired) (?:sales|revenues?)\b")
_OF_PLANNED = re.compile(
    r" (?:of|in) (?:originally |previously )?(?:planned|budgeted|expected|anticipated|projected|targeted)\b"
)
_IN_LONG_TERM = re.compile(
    r"(?: is (?:something|a (?:number|level|place))[^,;.]{0,50})? (?:in|over|for) the (?:long(?:er)?|medium|mid|intermediate) term\b"
)
_LEFT_OUT = re.compile(r"\b(?:excluding|exclude) [^,;]{3,60}, (?:which|who) [^,;]*$")
"""What is said of something left out: "excluding the new resort, which ran a rate of nearly $1,250"."""


def _is_again(reading: Reading) -> bool:
    """Whether the sentence has given a number of the metric before."""
    return any(said.metric == reading.link.metric for said in reading.done)


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
_STILL_EXPECTED = re.compile(
    r"\b(?:anticipated|expected|projected|forecasted) [$€£¥]?$|\bmid ?point of (?:our|the) (?:[\w']+ )?(?:guidance|outlook|range)\b[^;.]*$"
)
"""What is expected, in words that only describe: "from our anticipated $0.52 of EPS"."""
_WHEN_STARTED = re.compile(r"\bwhen (?:i|we) (?:first )?(?:started|joined|began|took over|founded)\b[^.;]*$")
_BEYOND = re.compile(
    r" (?:(?:beat|miss)\b(?! (?:the|our|analyst|consensus|street|expect|estimate))|shortfall\b|outperformance\b)"
)
"""By how much a result was above or below what was expected: "a $73 million beat versus the high end"."""
_ABOVE_LEAST = re.compile(
    r" (?:above|over|below|in excess of) (?:all |our |the |its )?(?:[\w']+ ){0,2}(?:minimum|target|required|regulatory)\b"
)
"""How far a balance is from what it must be: "liquidity was $4 billion, $1.5 billion above our minimum balance"."""
_IMPACT_ON = re.compile(
    r"[^,;]{0,40}\b(?:impacts?|effects?) of (?:[\w']+ ){1,6}on (?:our |the )?[^,;]{3,80}\b(?:was|were)\b"
)
_OTHER_SUBJECT = re.compile(r"[,;] (?:and|while|but) (?:our|we|the)\b")
_WITHIN_EXPECTED = re.compile(
    r"\b(?:within|in line with|above|below|against) (?:our|the) (?:expected|anticipated|guided|targeted|planned) (?:range|level)s? of [$€£¥]?$"
)
_STAKE = re.compile(
    r" (?:(?:equity|ownership|minority|noncontrolling|non controlling|economic|passive|remaining) )*(?:stake|investment|ownership|interest|holding|shareholding) (?:in|of)\b(?! (?:our|the) (?:business|future|growth))"
)
"""What is owned of another company: "a gain on our 5% investment in a lender"."""
_COLLECTED = re.compile(
    r"\b(?:collected|sold|wrote off|written off)(?: (?:about|approximately|over|nearly|another))* [$€£¥]?$"
)
_ISSUED = re.compile(
    r"\b(?:issu(?:ed|ing)|selling|sold)(?: (?:about|approximately|nearly|over|another|an additional))* [$€£¥]?$"
)
_BY_ISSUING = re.compile(
    r"\bby (?:issuing|selling|raising|drawing|borrowing|refinancing|purchasing|buying|acquiring|investing)(?: (?:about|approximately|nearly|over|another|an additional))* [$€£¥]?$"
)
"""By what something was brought about: "we supported our liquidity by issuing $148 million of stock"."""
_CAPITAL = re.compile(r"\bcapital (?:spending|expenditures?)\b|\bcapex\b")
"""What is spent on saving costs is no saving: "capital spending was $57 million, $2 million for cost reduction"."""
_OF_CONSUMERS = 1e11
"""Nobody saves so much of its costs; what a people has saved is spoken of."""
_BROUGHT_LOSS = re.compile(
    r"(?:^|[,;] )(?:(?:and|but|so) )?(?:the|this|that|these|our) (?:[\w']+ ){0,3}(?:extinguishment|retirement|redemption|repayment|refinancing|sale|disposal|disposition|divestiture|settlement|closure|termination)(?: of [^,;]{1,60})? (?:result(?:ed|ing) in|led to|leading to|generat(?:ed|ing)|trigger(?:ed|ing)|produc(?:ed|ing)) an? (?:[\w-]+ ){0,3}(?:loss|gain) of (?:about |approximately |nearly )?[$€£¥]?$"
)
"""What one deal cost or brought: "the early retirement of the bonds resulted in a net loss of $12 million"."""
_WITHOUT = re.compile(r"\bwithout which\b[^.;]*$")
_GROW_FROM = re.compile(
    r"\b(?:plans?|path|journey|goal|ambition|vision) to (?:grow|go|get|move) from\b(?:[^.;]|\.\d)*$|^to (?:grow|go|get|move) from\b(?:[^.;]|\.\d)*$|\bprogress towards? (?:[^.;]|\.\d)*$"
)
_CUMULATIVE = re.compile(r"\bcumulative(?:ly)?\b(?! year to date)[^,;]*$")
_INCREMENTAL_SALES = re.compile(r"\bincremental (?:[\w']+ ){0,2}$")
_INCREMENTAL = re.compile(
    r"\b(?:an )?(?:incremental|additional)(?: (?:about|approximately|nearly|over|roughly))* [$€£¥]?$"
)
"""What comes on top is not all there is: "includes an incremental $9 million of accounts receivable"."""
_AFTER_THE_END = re.compile(
    r"(?:and |but )?(?:after|subsequent to|following|since) (?:the )?(?:end of the )?(?:(?:first|second|third|fourth) )?(?:quarter|year|period)(?:'s)?(?: end)?\b(?! of)"
)
"""What came after the period is of the next: "after quarter-end, we repurchased another 599,000 shares"."""
_BEYOND_GUIDED = re.compile(
    r"(?: (?:per|a) (?:diluted |common )?share|,? or [\d.]+ ?(?:%|percent))?,? (?:ahead of|above|below|short of|over|(?:better|worse|higher|lower) than) (?:(?:the|our|both|sequential|results|and|what|original|initial|prior|previous|high|low|top|bottom|end|of|first|second|third|fourth|quarter|full|year|three|five|ten|capital) )*(?:mid ?point|guidance|outlook|expectations?|estimates?|forecast|range|consensus|plan|budget)\b"
)
"""By how much a result differs from what was expected: "was $0.05 per share ahead of the midpoint of our guidance"."""
_AT_MIDPOINT = re.compile(
    r" (?:increase|raise|improvement|growth|decrease|reduction) (?:on|at|in|of|to|from) (?:the |our )?mid ?point\b"
)
"""By how much guidance moved: "this is an 8% increase on the midpoint"."""
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
"""What was written off: "$2.2 million in noncash inventory and fixed asset impairment charges"."""
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
_COMPLETED = re.compile(r"\bcompleted(?: (?:about|approximately|over|nearly|another|more than|a total of))* [$€£¥]?$")
"""What was bought, by its sales: "acquisitions that generate $1.7 billion of revenue, and we have completed $6.2 billion"."""
_LOSS_OF_IT = re.compile(r"\bloss of (?:that|this|those|these) [$€£¥]?$")
_ON_THE_BOOKS = re.compile(r" on the books\b")
"""What is booked for days to come: "group revenue on the books for the third quarter is down 64%"."""
_IN_ALL = re.compile(r"(?:and |so |now )?of (?:the|that|this|our) [$€£¥]\d")
_TOTALED = re.compile(r"\b(?:was|were|totaled) [$€£¥]?$")
"""What an amount consists of is not all of it: "of the $44 million in loans, $9.5 million or 22% are energy credits"."""
_WE_APPROACH = re.compile(r"\bas we (?:approach|near)(?: (?:the|about|almost))* [$€£¥]?$")
_SOME_DAY = re.compile(rf"\bas of (?:{MONTH}) (?:[5-9]|1\d|2[0-3])(?:st|nd|rd|th)?\b[^;.]*$")
"""A day in the midst of a month ends no fiscal period."""
_LEAD = 25
"""A balance held against that of the year's start: "Year-to-date, loans have grown by $2 billion"."""
_LEFT_TO_BUY = re.compile(
    r" (?:(?:of )?(?:our )?(?:remaining |share |stock |repurchase |buyback )*(?:authorization|program|plan)\b|(?:\w+ )?(?:remain\w*|left|available) (?:under|on|in|for|of)\b|(?:under|on|in) (?:our|the|its|that) (?:(?:current|existing|remaining|share|stock|repurchase|buyback|board) )*authorization\b)"
)
_ON_SOME_DAYS = re.compile(
    r" in each of (?:those|these|the|our)\b|"
    r" (?:on|in|for) (?:numerous|several|many|some|most|certain) (?:days|weekends|weeks|months|occasions|nights)\b"
)
_WHEN = re.compile(
    r"\b(?:comparisons?|comps?|compares?)(?: [\w']+){0,6},? (?:when|where)\b(?:[^;.]|\.(?=\d))*$"
    r"|\b(?:from|in|than|versus|to|with) (?:the )?(?:first|second|third|fourth|prior|last|previous) quarter(?: of (?:last year|20\d\d))?,? when\b(?! (?:it|this|that|they)\b)(?:[^;.]|\.(?=\d))*$"
)
"""What is lapped is of another time: "difficult comparisons when sales were up 21%"."""
_RESULTED = re.compile(
    r"\bresult\w+ in an? (?:net |overall |total )?(?:increase|decrease|reduction) (?:to|in|of) (?:[\w']+ ){1,10}of (?:[^.;]|\.\d)*$"
)
"""What something did to a metric: "resulted in a net decrease to net income of $4.1 million"."""
_TO_ACHIEVE = re.compile(
    r"\b(?:costs?|investments?|charges?|needed|required) to (?:achieve|deliver|generate|realize) (?:the |our |these )?[$€£¥]?$"
)
_ALLOCATED = re.compile(
    r"\b(?:allocated|devoted|deployed|directed|applied)(?: (?:about|approximately|another|an additional))* [$€£¥]?$"
)
"""What was put to another use: "to pay $5 million in dividends and allocated $6 million to share repurchases"."""
_THE = re.compile(r"\b(?:the|an?|our|its) [$€£¥]?$")
_RECEIVED = re.compile(r"\breceived\b[^.;$%]*[$€£¥]?$")
_MAY_BE_BOUGHT = re.compile(r" (?:that (?:is|are|remain) )?(?:authorized|approved|remaining|left|available)\b")
"""What may yet be bought back: "$55 million in share buybacks authorized"."""
_PAID_TO = re.compile(r"s? (?:payments? )?to (?P<name>[\w&]+)")
"""What a subsidiary pays to the company."""
_OF_AFFILIATES = re.compile(r" from (?![$€£¥\d])")
"""Dividends that come in are not those that are paid."""
_AVERAGED = re.compile(r"\baveraged? (?:(?:about|approximately|around|roughly|nearly|over) )*[$€£¥]?$")
_ANNUALLY = re.compile(r" (?:annually|a year|per year|each year)\b")
"""What was spent in most years: "buybacks have averaged $5 million annually"."""
_ABOVE_AVERAGE = re.compile(
    r"(?: or [\d.]+ ?(?:%|percent))? (?:above|below|over|under|higher than|lower than) (?:our|the) (?:[\w']+ ){0,2}average\b"
)
"""Held against many periods: "about $5 million or 15% above our quarterly average"."""
_OF_ALL = re.compile(r"(?:and |so |now )?of (?:our|the|this|that|total)[^,;$%\d]{0,40} (?:sales|revenues?), ")
"""What all of a figure is made up of: "of our total revenue, 43% came from North America"."""
_OF_THESE = re.compile(r"(?:and |so |now |but )?of (?:the|our|this|that|those|these|total)\b[^,;$%]{0,90}, ")
_OF_THE_RATE = re.compile(r" of the [\d.]+ ?(?:%|percent)")
_OF_THE = re.compile(r"(?:%|percent) of the $")
"""What a share is of: "representing 81% of the 36% rate of decline"."""
_OF_WHICH = re.compile(
    r"\bof which\b(?:[^.;]|\.(?=\d))* and (?:(?:about|approximately|around|roughly|nearly) )*[$€£¥]?$"
)
_WAS_PART = re.compile(r" (?:was|were|is|are|will be) (?![$€£¥\d])")
"""A part beside another: "capital expenditures were $9 million, of which $6 million was growth and $3 million was recurring"."""
_WAS = re.compile(r"\b(?:was|were)(?: (?:about|approximately|around|roughly|nearly))* [$€£¥]?$")
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
_OF_BORROWERS = re.compile(
    r"\b(?:borrowers|customers|clients|accounts|relationships)(?:,)? (?:representing|totaling|with)(?: (?:about|approximately|over|just))* $"
)
"""What some owe is not all that is lent: "12 borrowers representing $2.4 million in loans outstanding"."""
_COMPOSED_OF = re.compile(r"\b(?:composed|comprised|made up) of (?:about |approximately )?$")
_CONSISTS_OF = re.compile(r"\bconsist(?:s|ed|ing) of (?:[\w']+ ){1,5}of (?:about |approximately )?[$€£¥]?$")
"""What a figure is made up of is of its parts."""
_LIMITED_TO = re.compile(
    r"\b(?:reduction|decrease|increase|decline|growth|impact)\b[^,;]*\blimited to(?: (?:about|approximately|just|only))* [$€£¥]?$"
)
"""By how much a figure moved at most: "the reduction of our net debt was limited to $6 million"."""
_CAN_BE = re.compile(
    r"\bcan be (?:generated|earned|produced|achieved|delivered) (?:from|on|with) [^;]*$"
    r"|\brevenue can (?:generate|earn|produce|deliver) (?:more than |over |about )?[$€£¥]?$"
)
_CAN_MAKE = re.compile(r" can (?:generate|earn|produce|deliver|be (?:generated|earned|produced|delivered))\b")
"""What may be made of it: "how much more can be generated from $50 billion in revenue", "$1 billion of revenue can produce more than $1 of EPS"."""
_OF_GAINS = re.compile(
    r"\b(?:investment|realized|unrealized|derivative|securities) (?:gains?|losses) of (?:(?:about|approximately) )?[$€£¥]?(?:[\d.,]+ (?:million|billion),? or [$€£¥]?)?$"
)
"""What stands beside the profit: "operating income of $202 million, and after-tax investment gains of $28 million or $0.15 per share"."""
_RESULTS_INCLUDE = re.compile(r"\bresults (?:also )?includ(?:e|ed) (?:an? )?(?:[\w']+ ){0,2}$")
_ATTRIBUTABLE = re.compile(r"[^.;]{0,40} (?:attributable|related|relating|due|associated) (?:to|with)\b")
"""A part of it: "our results include pre-tax income of $2.1 million attributable to grants"."""
_AS_PERCENT = re.compile(r" as a (?:percent|percentage) of (?:(?:net|total|our) )*(?:sales|revenues?)\b")
"""What is no amount, whatever was written: "SG&A expense as a percentage of sales increased to $17.8 million"."""
_IN_GUIDANCE = re.compile(
    r" in (?:our|the) guidance\b|(?: (?:of|in) (?:[\w']+ ){0,2}?[\w']+)? (?:that |which )?(?:(?:was|were|is|are) )?(?:embedded|included|assumed|contemplated|reflected) in (?:our|the) (?:[\w']+ )?(?:guidance|outlook)\b"
)
"""What was counted on: "above the $100 million of acquisitions that was embedded in our prior guidance"."""
_ABOVE_THE = re.compile(r"\b(?:above|below|beyond|ahead of|exceed\w*|surpass\w*) (?:the|a|this|that) $")
_GROWTH_TARGET = re.compile(r" (?:(?:growth|margin|annual) )?(?:target|goal|objective)s?\b")
"""What was aimed at: "revenue growth that was well above the 20% growth target"."""
_WILL_DO = re.compile(r" will (?:\w+ly )?(?:reduce|increase|lower|raise|add|impact|hurt|help|result|lead|be)\b")
"""What is so will do something later: "an income tax rate of 23% will reduce earnings per share"."""
_COMING_INTO = re.compile(r"\b(?:guidance|outlook|expectations?) (?:coming|going|heading) into\b")
_WOULD_HAVE_MOVED = re.compile(r"\bwould(?: have|'ve) [^,;]*$")
_HAD_IT = re.compile(r"(?:[^.;]|\.\d)*\b(?:if|had) (?:we|our|the|this|that|it|20\d\d|rates?|not)\b")
"""What would have been if something else had been so: "EPS would have grown by $0.50, had it been taxed at the old rate"."""
_WOULD_RESULT = re.compile(r"\bwould (?:\w+ly )?(?:result in|lead to|bring|put|take) [^,;]*\bfrom [$€£¥]?$")
"""What something else would come to: "this would result in our estimated margin moving from 5% to 7%"."""
_DEFERRED = re.compile(r"\bdeferred(?: (?:about|approximately|over|nearly|an? additional|another))* [$€£¥]?$")
"""What was put off is no expense: "we deferred $1.1 million of bad debt expense"."""
_PROXY = re.compile(r"\bproxy for (?:[\w']+ ){0,2}$")
"""What a figure stands for is not the figure: "EBITDA less capex, a good proxy for cash generation, jumped to $13 million"."""
_WOULD_HAVE = re.compile(
    r"\bwould(?: have|'ve) (?:been|allowed us to report)(?: (?:about|approximately|roughly|nearly|around|over|an?))* [$€£¥]?$"
)
"""What would have been: "after giving effect to the sale, net leverage would have been 1.3 times"."""
_LEAVES_OUT = re.compile(
    r"(?:(?:and|but|so|now|when)[ ,]+)*(?:excluding|exclusive of|without|absent|adjust\w+|if (?:we|you) exclude|net of)\b"
)
_AS_OF_TODAY = re.compile(r"\b(?:as of today|as we (?:speak|sit here)(?: today)?)\b,?[^.;$%\d]*[$€£¥]?$")
_LIMIT = re.compile(
    r" (?:(?:maximum|minimum|financial|leverage|required|regulatory) )*(?:covenants?|limit|limitation|maximum|minimum|threshold|requirement)\b"
    r"| the (?:[\w']+ ){0,3}(?:minimum|threshold|requirement|standard)s?\b"
)
"""What is allowed: "2.3 times, well within the 5 times covenant limit", "2 times the regulatory standard"."""
_ONE_LOAN = re.compile(
    r" (?:[\w']+ ){0,2}loan\b(?! (?:growth|portfolio|balances?|book|originations?|production|volume|sales|loss))"
)
"""One loan is not all of them: "it comes with a $0.5 million loan"."""
_AT_ANNUAL_RATE = re.compile(
    r",? (?:(?:on|at) an? )?(?:(?:linked quarter|sequential(?:ly)?|quarter over quarter) )?annuali[sz]ed\b(?! premium)"
)
"""Growth over a quarter as if it went on for a year: "up 18% on a linked-quarter annualized basis"."""
_REMAINING = re.compile(r"\bthe (?:remaining|remainder of|other)(?: (?:about|approximately|roughly|nearly))* [$€£¥]?$")
"""What is left of an amount of which a part was spoken of: "the remaining $1.1 million of the provision"."""
_HISTORICAL = re.compile(
    r"\b(?:our|the|its|their|an?) (?:historical|historic|typical|usual|long term average|(?:five|ten|three) year average)(?: (?:average|rate|level|range|norm)s?)?(?: of)?(?: (?:about|approximately|around|roughly))* [$€£¥]?$"
)
_LESS = re.compile(r" less [$€£¥]?$")
"""What is taken off: "with $60 million from operating activities less $10 million of capital expenditures"."""
_FROM_OPERATING = re.compile(
    r" (?:from|of|in|provided by) (?:cash (?:flow )?(?:from|provided by) )?operating activities\b"
)
_IF_YOU = re.compile(
    r"(?: (?:per|a) (?:diluted )?share)?,? (?:if|when) (?:you|we|one|i) (?:also |were to |just )?(?:includ|exclud|add|adjust|back|normaliz|strip)\w*"
)
"""A figure that is so only if something is counted in or out beside the one that is given."""
_SPREAD = re.compile(r"\b(?:spread|gap|difference|delta) between\b[^;.]*$")
_OUTLOOK = re.compile(r" (?:guidance|outlook|forecast)\b")
"""What is raised is not the metric: "a $25 million increase in our free cash flow guidance"."""
_SHORT_YEARS = range(18, 31)
_IN_YEAR = re.compile(r"\b(?:in|by|through|during|into)(?: fiscal| calendar)? $")
"""A year said by its last two digits: "a part of our backlog is for delivery in 22"."""
_OVER_PAST_YEAR = re.compile(
    r"[^,;$%]{0,60}\bover the (?:past|last|trailing) (?:year|(?:12|twelve|four quarters|18) ?(?:months)?)\b"
)
_SOME_WITH = re.compile(r" (?:clients|customers|accounts|deals|contracts|relationships) (?:with|over|above|of)\b")
_EACH_WITH = re.compile(
    r"\b(?:customers|clients|markets|msas|accounts|brands|stores|countries|companies|products|states|relationships|households|properties|businesses) with (?:(?:more|greater) than|(?:[\w']+ ){1,3}(?:over|above|exceeding|(?:in excess|of (?:more|greater)|of at) (?:of|than|least)|(?:more|greater) than)) (?:an? )?[$€£¥]?$"
)
"""What each of some has at least: "five markets with more than $1 billion in deposits"."""
_MONTHLY = re.compile(r"\bmonthly (?:cash |common )*(?:dividend|distribution)")
_AVERAGE_MONTH = re.compile(r"\baverage monthly $")
_AVERAGE_QUARTER = re.compile(r"\baverage quarterly $")
_PER_QUARTER = re.compile(r" (?:per|a|each) quarter\b")
_OURS = re.compile(r"\b(?:our|the|than) (?:(?:stated|long term|publicly stated) )?[$€£¥]?$")
_TARGET = re.compile(
    r" (?:(?:operating|long term|stated|minimum|internal|segment|margin|ebitda|adjusted) ){0,2}(?:targets?|goals?|objectives?|hurdles?|(?:growth )?(?:potential|opportunit(?:y|ies)|upside))\b"
)
_GUIDANCE = re.compile(
    r" (?:(?:first|second|third|fourth|q[1-4]|full|quarter|year|annual|prior|previous|original|initial|earlier) )*(?:guidance|guide|forecast|outlook|estimate|budget|expectation)\b"
)
"""What was said before of a figure: "400,000 below our $7.5 million second quarter guidance"."""
_SINCE = re.compile(
    rf"(?:^|[ ,])since (?:(?:the )?(?:start|beginning|end|(?:first|second|third|fourth) quarter|q[1-4]) (?:of )?)*(?:(?:our|this|the) [\w ]{{3,40}} in )?(?:fiscal |early |late |mid |(?:{MONTH})(?: of)? )?(?:19|20)\d\d\b(?! (?:million|billion))|(?:^|[ ,])since (?:(?:last |early |mid |late )?(?:{MONTH})\b(?! \d\d?\b)|the end of the (?:first|second|third|fourth) quarter of last year|(?:the )?inception|then|its inception|our ipo|closing|completing|the (?:close|closing|acquisition|merger|spin|separation)|going public|we (?:started|began|acquired|launched))\b"
)
"""What has come together over years is of no fiscal period."""
_IN_ORDER = re.compile(r"(?:in order )?to (?!date)[^,;]*, (?:we|our)\b")
"""What was done for an aim is not of what it was aimed at: "to offset liquidity, we grew securities to 19% of assets"."""
_SINCE_WE = re.compile(r",? since (?:we|our|its) | from day one\b")
_RANGE_GIVEN = re.compile(r" (?:\w+ ){0,2}(?:range|target|guidance|outlook)\b")
_OVER_SOME_YEARS = re.compile(
    r" to (?:about |over |almost |nearly )?[$€£¥]?[\d.,]+ ?(?:%|percent|million|billion)? (?:over|in) (?:the (?:last|past) )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) years\b|"
    r" (?:over|during|in) (?:this|that|the same) (?:time ?frame|time ?span|(?:two|2|three|3|multi) year period)\b|"
    r" (?:(?!(?:and|but|while)\b)[\w']+ ){0,3}(?:over|in|across) (?:the (?:last|past) )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) years\b"
    r"| (?:(?!(?:and|but|while)\b)[\w']+ ){0,3}(?:over|in|across|for|during|in each of) the (?:last|past) (?:two|three|four|five|six|seven|eight|several|few|\d+)(?: consecutive)? quarters\b"
)
_OVER_YEARS = re.compile(
    r"\b(?:over|in|during|for|across) (?:the course of )?the (?:last|past) (?:several|few|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: (?:to|or) (?:\d+|\w+))? years\b"
)
