"""Numbers beside a metric that are no result of a fiscal period."""

from __future__ import annotations

import re
from datetime import date

from transforms.grammar.exclusions import (
    AGAINST_PLAN,
    BUDGET_FROM,
    IN_MONTH,
    LONG_TERM,
    ONCE_SAID,
    OUTLOOK_MOVES,
    WE_MOVED,
    is_of_neither,
    was_given_before,
)
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.less_or_other import is_again, is_of_another, is_part_of_it
from transforms.grammar.model import Reading
from transforms.grammar.proposals import CARRIED
from transforms.grammar.wordlists import MONTH, WAS
from transforms.language.periods import MONTHS


def is_no_result(reading: Reading) -> bool:
    """Whether a number is no result of the period: expected or supposed, of another time, or of less or other than the metric."""
    return (
        is_of_neither(reading)
        or _was_expected(reading)
        or _is_of_other_time(reading)
        or (reading.link.rule != "component" and is_part_of_it(reading))
        or is_of_another(reading)
        or _is_to_come(reading)
        or reading.frame.role == "level"
        and _MANAGES_TO.search(reading.normal, 0, reading.quantity.start) is not None
        or _MODEL_IS.search(reading.normal, 0, reading.quantity.start) is not None
        or reading.link.metric == "capital_expenditure"
        and reading.normal.endswith(_PLANS, 0, reading.link.term.end)
    )


_PLANS = (" plan", " plans", " program", " programs", " budget")
"""What is planned to be spent has not been: "our $2 billion capital plan"."""
_MANAGES_TO = re.compile(
    r"\bmanag(?:e|ing) (?:[\w']+ ){0,3}to (?:an?|our) (?:[\w' ]+ )?(?:ratio|leverage|target|level) of (?:(?:about|approximately|roughly) )*$"
)
"""What is aimed at, and need not be so: "we manage to a leverage ratio of about 3 times"."""


_MODEL_IS = re.compile(
    r"\b(?:our|the) (?:[a-z]+ )?(?:operating|financial|business|growth|long term|target|earnings) (?:model|algorithm|framework) (?:is|calls for|targets|consists of|aims for)\b"
)
"""What is aimed at in any year: "our operating model is EPS growth of more than 10%"."""


def _is_to_come(reading: Reading) -> bool:
    """Whether an amount is spoken of that will be something: "The $1 billion in repurchases will be funded by cash"."""
    quantity, term = reading.quantity, reading.link.term
    return (
        quantity.kind == "money"
        and quantity.end <= term.start
        and _WILL.match(reading.normal, term.end) is not None
        and _THE_AMOUNT.search(reading.normal, 0, quantity.start) is not None
    )


_WILL = re.compile(r" (?:will|would|(?:is|are) (?:expected|anticipated|planned) to)\b")
_THE_AMOUNT = re.compile(r"(?:^|[.,;] |\band )(?:the|this|that|our) (?:(?:about|approximately|roughly|nearly) )*$")


_IN_TIER = re.compile(r"(?:low|mid|upper|high)\b")
"""A range that is only how a number is said: "revenue was in the high $70 million range"."""
_PLAN_TO = re.compile(
    r"\b(?:plan|roadmap|path|strategy|goal|ambition) to (?:grow|reach|get|achieve|scale|expand|increase|deliver|double|build|drive)\b(?:(?!\b(?:and|we) (?:grew|reached|achieved|delivered)\b)[^;])*$"
)
"""Where a plan leads: "we launched our plan to grow from $13 billion in revenue to $50 billion"."""


_SUPPORTED = re.compile(
    r"\b(?:backlog|pipeline|order book|demand|contracts|awards|capacity)(?: (?:today|now|currently|alone|also|already))? (?:supports?|underpins?|provides?|gives? us|secures?)\b(?:[^,;$]|,\d)*[$£¥₠-⃏]?$"
)
"""What is in hand may bring it, some day: "our backlog supports revenue of at least $900 million"."""


def _moves_outlook(reading: Reading) -> bool:
    """Whether a number is of what was expected just before: "We now expect $450 million. So it is a $35 million increase"."""
    said = reading.topic.said
    is_earlier = reading.link.rule in CARRIED and reading.frame.role != "comparison"
    return is_earlier and bool(said) and all(one.is_future for one in said)


def _was_expected(reading: Reading) -> bool:
    """Whether a number is what was expected, aimed at, guided to or allowed, or how far a result was from it."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    return bool(
        _moves_outlook(reading)
        or _ONCE_EXPECTED.search(normal, max(0, start - 110), start)
        or was_given_before(normal, start)
        or _ONCE_EXPECTED_BEHIND.match(normal, max(quantity.end, term.end))
        or _ACHIEVABLE.match(normal, max(quantity.end, term.end))
        or _ASSUMED.search(normal, 0, start)
        or _AIMED.search(normal, max(0, start - 80), start)
        and not ACHIEVED.search(normal, max(0, start - 90), start)
        or _CAN_GET.search(normal, max(0, start - 80), start)
        or _ABLE_TO.search(normal, 0, start)
        or _SUPPORTED.search(normal, 0, start)
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
        or _THAN_ITS.search(normal, 0, term.start)
        or _OF_PLANNED.match(normal, quantity.end)
        or _BEYOND.match(normal, quantity.end)
        or _ABOVE_LEAST.match(normal, quantity.end)
        or (quantity.kind == "per_share" or reading.frame.role == "change" or is_again(reading))
        and _BEYOND_GUIDED.match(normal, quantity.end)
        and (is_again(reading) or normal[quantity.end : quantity.end + 1] != ",")
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
_IN_EACH_YEAR = re.compile(
    r"(?: (?:increases?|growth|declines?|decreases?))? in (?:each|every one|\w+) of (?:the |our )?(?:prior|previous|last|past|preceding) (?:\w+ )?(?:years|quarters)\b"
)
"""What several years before had: "flat, following double-digit growth in nine of the prior ten years"."""
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
        or _BEFORE_TIMES.match(normal) is not None
        and not reading.sentence.spans
        or _AS_EVER.match(normal, quantity.end)
        or _ONE_NIGHT.search(normal, 0, start)
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
        and not (term.metric.balance and _MOVED_TO_IT.search(normal, max(0, start - 40), start))
        or _BY_YEAR.match(normal, quantity.end)
        or _IN_EACH_YEAR.match(normal, quantity.end)
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
        or (_SOME_MONTH.search(normal) or _PER_MONTH.search(normal, quantity.end, reading.next_start))
        and "currency_per_share" not in term.metric.units  # "ARPU was $45.20 per month"
        or reading.frame.role == "level"
        and not term.metric.balance
        and quantity.kind == "money"
        and _ANNUALLY.match(normal, quantity.end)
        and (not reading.sentence.spans or _AVERAGED.search(normal, max(0, start - 60), start))
        or term.metric.balance
        and _AS_OF_TODAY.search(normal, max(0, start - 90), start)
        or _is_of_later_day(reading)
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
        and (_AT_CLOSING.match(normal, quantity.end) or _CLOSING_LEAD.match(normal))
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
    return said is not None and last is not None and _is_just_after(said["month"], last)


def _is_just_after(month: str, last: date) -> bool:
    """Whether a month is one of those that have passed since a quarter's last day when its call is held."""
    return 0 < (MONTHS[month] - last.month) % 12 <= _MONTHS_AFTER


_MONTHS_AFTER = 2
"""So many months of the next quarter have passed when a call is held."""
_INTO_MONTH = re.compile(
    rf"\b(?:continued|continuing|so far|has|have|accelerated|improved|momentum)(?: [\w']+){{0,3}} (?:in|into|through|during) (?P<month>{MONTH})(?!\w| \d)(?! (?:of|quarter)\b)"
)


def _is_of_later_day(reading: Reading) -> bool:
    """Whether a number is of a day after the quarter: "As of November 3, 2021, our backlog was $67 million"."""
    said, last = _AS_OF_DAY.match(reading.normal), reading.call.fiscal.end
    if last is None:
        return False
    if ended := _AS_OF_MONTH.match(reading.normal):
        return _is_just_after(ended["month"], last)
    if said is None or _ENDED_SINCE.search(reading.normal, said.end(), reading.quantity.start):
        return False  # "As of November 1, we've drawn $126 million, and ended the quarter with $20 million in cash"
    if said["year"] is None:
        return _is_just_after(said["month"], last)
    return (int(said["year"]), MONTHS[said["month"]]) > (last.year, last.month)


_ENDED_SINCE = re.compile(r"\b(?:ended|finished|closed) the (?:\w+ )?(?:quarter|year)\b")
_AS_OF_MONTH = re.compile(rf"(?:(?:and|so|now|but)[ ,]+)?(?:as of|at) the end of (?P<month>{MONTH})(?!,? (?:20|of))\b")
_YEARS_LEAD = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)?(?:over|during|in|for) (?:the course of )?(?:the |our )?(?:last|past|previous) (?:few|several|two|three|four|five|six|seven|eight|nine|ten|\d+|couple of)(?: plus)? years?,? "
    r"|(?:(?:and|so|but|now)[ ,]+)?(?:over|during|in) (?:many|several|two|three|four|five|six|seven|eight|nine|ten|\d+) years, "
)
"""What came about over many years: "over the last 15 years, these shops have grown revenue by 7%"."""
_TRAILING_LEAD = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)?(?:over|in|for) the (?:last|past|trailing) (?:12|twelve) months,? "
)
_AS_OF_DAY = re.compile(
    rf"(?:(?:and|so|now|but)[ ,]+)?as of (?P<month>{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?\b"
)
_AS_GUIDED = re.compile(
    r"\b(?:guidance|outlook|forecast|consensus|expectations?|estimates?|guided|budget|(?<!than )expected (?:[\w']+ )?(?:rate|level|range|amount)|(?:prior|previous|earlier|initial|original) view)\b(?: [\w']+){0,4} $"
)
_CAME_IN_AT = re.compile(
    rf"\b(?:{WAS})\b[^.;]{{0,30}}\b(?:above|ahead of|exceeding|below|better than|in line with|within|end of|mid ?point of) [^.;,]{{0,40}} at $"
)
"""What came out, held against what was expected: "FFO came in above our expectations at $0.40 a share"."""
_ONCE_EXPECTED = re.compile(
    r"\b(?:from|over|versus|compared (?:to|with)) (?:our |the )?(?:expected|projected|forecasted|anticipated|estimated|budgeted) (?:[\w']+ ){0,3}of(?: (?:about|approximately))* ?[$£¥₠-⃏]?$|\bwe expected to\b|\b(?:forecast|guidance|outlook|plan) (?:(?:for|in|from) (?:[\w']+ ){1,4})?was (?:to|for)\b(?!.*\band (?:our|the|we)\b.*\b(?:was|were)\b)|\b(?:we|and|company) (?:were|was|had been) (?:\w+ly )?(?:targeting|projecting|expecting|forecasting|anticipating|guiding|planning|budgeting)\b(?!.*\b(?:and|but) (?:we|it)\b)|\b(?:was|were) expected to (?:deliver|generate|contribute|produce|earn|bring)\b|\b(?:had|originally|initially|previously)(?: (?:been|previously|originally|initially))* (?:indicated|expected|guided|anticipated|forecast\w*|projected|planned|estimated|assumed|budgeted|communicated)\b(?! (?:and|to have|due|by))"
)
_ONCE_EXPECTED_BEHIND = re.compile(
    r" (?:(?:decline|decrease|growth|increase|improvement) )?(?:that |which )?(?:we|was|had)(?: (?:we|had|have|was|were|been))* (?:previously|originally|initially)? ?(?:targeted|expecting|expected|guided|anticipated|forecast|projected|planned|estimated|communicated|promised|committed to)\b"
)
_ACHIEVABLE = re.compile(
    r" (?:over time )?(?:is|are|'s)(?: (?:still|absolutely|very|certainly|definitely|entirely|quite|well))* (?:achievable|attainable|doable|possible|realistic|within reach|in reach|in sight|within our reach)\b"
)
"""What may be some day: "a 15% margin is absolutely achievable over time"."""
_ASSUMED = re.compile(
    r"\b(?:models?|plans?|budgets?|forecasts?|guidance|outlook|projections?) (?:had |originally |initially )*(?:assumed|called for|anticipated|contemplated)\b[^;]*$"
)
"""What was reckoned with: "our revenue model assumed 5% growth, and we did better"."""
_TARGET_RANGE = re.compile(
    r"\b(?:target(?:ed)?|stated|desired|preferred) (?:[\w']+ )?(?:range|level|ratio|zone|band) (?:of|is|at|between)(?: (?:about|approximately))* ?[$£¥₠-⃏]?$"
)
"""What is aimed at: "down from 2.9 times and within our target range of 2 to 2.5 times"."""
_ABLE_TO = re.compile(
    r"\b(?:confiden(?:t|ce) (?:in|about|of)|(?:good|comfortable) (?:about|with)) (?:our|the|its) ability to\b(?:[^;.]|\.\d)*$|\b(?:opportunit(?:y|ies)|potential|line of sight) to (?:get|reach|expand|grow|move|achieve|deliver|realize|generate|reach|exceed|drive|capture|save|unlock)\b(?:(?! and )[^,;])*$|\bpositioned to (?:deliver|achieve|grow|generate|reach)\b[^;.,]*$"
)
_AIMED = re.compile(
    r"\b(?:goal|target|objective|aim|ambition|focus|committed|path|on track|tracking|our way|looking|want|wants|try|trying|hope|hoping|hopes|(?<!for )like|intend|requested|requesting|request|proposed(?! an? (?:(?:final|total|annual|full year|cash|ordinary) )*dividend\b)|proposing|least get|us get|can get|get back)(?! for like)(?: (?:is|was|of|to|toward|towards|still|now|be|for|a|capital))+ (?:[\w'%]+ ){0,9}[$£¥₠-⃏]?$"
)
_CAN_GET = re.compile(
    r"\b(?:(?:can|could) (?:double|triple|expand|improve|raise|lift)|whether we can do|could see|can (?:grow|drive|push|climb|deliver|achieve|generate|produce|sustain|realize)|(?:can|could) (?:get|return|reach|come|go|bring|move))\b[^.,;$%\d]{0,60}[$£¥₠-⃏]?$"
    r"|\b(?:sights|eyes) (?:firmly |now )?(?:set )?on (?:achieving|reaching|hitting|delivering|becoming|building|an? |the )?[^.,;$%\d]{0,30}[$£¥₠-⃏]?$"
    r"|\bas we (?:scale|grow|build|march|drive|move) (?:up |our business )?to(?:wards?)? [$£¥₠-⃏]?$"
    r"|\b(?:it takes|we need|needed|required|enough) to (?:reach|get to|support|grow to|achieve|deliver) [^.,;]*$"
)
"""What may come is no result: "we think margins can get back above 40% by the fourth quarter"."""
ACHIEVED = re.compile(
    r"\b(?:have|has|we|already) (?:achieved|met|exceeded|reached|delivered|surpassed|completed)\b(?: [\w']+){0,4} (?:goal|target|objective)s? of(?: (?:about|approximately|over))? $"
    r"|\bwe (?:also |have )?(?:hit|met|beat|exceeded|achieved) our (?:[\w']+ ){1,4}(?:target|goal|guidance|objective)s?(?:, [^;]{3,60})?,? with [$£¥₠-⃏]?$"
    r"|\bwe (?:also |have )?(?:hit|met|reached|finished at) the (?:upper|high|top|lower|low) end of our [^;]{3,60}, (?:spending|delivering|generating|posting|earning|with) [$£¥₠-⃏]?$"
)
"""A goal that was reached is a result: "we have reached our goal of $50 million of cost savings"."""
_OF_MONTH = re.compile(
    rf"(?:^|[,;] |that |and )(?:in|during|for) (?:the month of )?(?:{MONTH})(?: 20\d\d)?, (?!\d)"
    rf"|(?:^|that )(?:in|during|for) (?:{MONTH}) 20\d\d (?!and\b|to\b|through\b)(?=[a-z])"
)
_SOME_MONTH = re.compile(
    r"\b(?:(?:this|last|past|one|single|each)(?: last| past)?|(?:for|in|during) the) month\b(?! (?:period|of the|contribution|lag|delay|extension|benefit))"
)
_PER_MONTH = re.compile(r"\bper month\b")
_TO_MOVE = re.compile(
    r"\btowards? (?:(?:an?|our|the|about|approximately) )*[$£¥₠-⃏]?$|\boption to [^,;]*$|\bfocus\w* on (?:driving|getting|bringing|moving|reducing|lowering) [^;,]*\bto (?:about |approximately )?$|"
    r"\b(?:line of sight|direction|path|pathway|roadmap|efforts?|plans?|ability|opportunity)\b[^.;]{0,30}\b(?:to (?:bring|move|get|reduce|lower|drive)|of (?:bringing|moving|getting|reducing|lowering|driving)) (?:[\w']+ ){1,4}(?:down |up |back )?to(?: (?:about|approximately|below|under|around))* ?$|"
    r"\bwill (?:then )?be (?:reduced|lowered|increased|raised|affected|impacted|hurt|helped) by (?:(?:the|an?|about|approximately|additional) )*[$£¥₠-⃏]?$|"
    r"\b(?:objective|goal|aim|purpose)\b[^;]* is to (?:improve|increase|expand|reduce|lower|grow) [^;,]*\bby (?:about |approximately )?$|"
    r"\bto (?:move|take|bring|grow|drive|expand|improve|get|go) (?:[\w']+ ){1,6}from (?:the )?(?:[^;]{1,30} to (?:over |about |approximately |more than |at least |nearly |the )?)?$|"
    r"\b(?:may|might|could|want to|would like to)\b[^.;]{0,40}\bto (?:bring|move|get|reduce|lower|drive|push) (?:[\w']+ ){1,4}(?:down |up |back )?to(?: (?:about|approximately|below|under|around))* ?$"
)
"""From where and to where something is to be brought over the years."""
_USUAL = re.compile(
    r"\b(?:historically|typically|traditionally|normally|usually|^for (?:many )?years|in years (?:when|where|that))\b(?:(?! (?:was|were|quarter) )[^.;])*$"
)
"""What is so in most years is not of one: "historically, our annual sales have been between …"."""
_WHEN_WE_SPOKE = re.compile(r" (?:when|the last time) (?:we|i) (?:last )?(?:talked|spoke|met|reported|chatted)\b")
"""A day between two quarters' ends: "backlog was $1.2 billion, versus $1.1 billion when we talked to you in July"."""
_SINCE_PEAK = re.compile(
    r"(?:,? or (?:about |over |nearly )?[$£¥₠-⃏]?[\d.,]+ ?(?:%|percent|million|billion))? since (?:our|the|its) (?:\w+ )?(?:peak|trough|low|ipo|spin|merger|inception|acquisition)\b"
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
_THROUGH_TODAY = re.compile(r"\bthrough (?:today|yesterday|the date of (?:this|the|our))\b[^;]*$")
_YEARS = re.compile(r"\b(?:19|20)\d\d (?:through|to) (?:fiscal )?(?:19|20)\d\d\b[^;]*$")
"""What came about over several years: "during the plan of 2016 through 2019, we deployed $513 million"."""
_AT_CLOSING = re.compile(
    r" (?:at|upon|after|following) (?:the )?(?:close|closing|completion) of (?:the|this|our)\b(?! (?:(?:prior|last|previous|fiscal|first|second|third|fourth|quarter|year)\b|period|market))"
)
"""What there was on the day of a deal: "our leverage was 4.3 times at the closing of the transaction"."""
_CLOSING_LEAD = re.compile(
    r"(?:(?:and|so|but)[ ,]+)?(?:at|upon) (?:the )?(?:close|closing|completion) of (?:the|this|our) (?:[\w']+ )?(?:deal|transaction|acquisition|merger|sale|divestiture)\b"
)
_BEGAN_WITH = re.compile(
    r"\b(?:started|began|entered) (?:the |our )?(?:[\w']+ ){0,3}(?:quarter|year|q[1-4]|20\d\d) with (?:[\w']+ ){0,4}[$£¥₠-⃏]?$"
)
"""What there was when a period began is not what there is at its end."""
_OF_PLANNED = re.compile(
    r" (?:of|in) (?:originally |previously )?(?:planned|budgeted|expected|anticipated|projected|targeted)\b"
)
_IN_LONG_TERM = re.compile(
    r"(?: is (?:something|a (?:number|level|place))[^,;.]{0,50})? (?:in|over|for) the (?:long(?:er)?|medium|mid|intermediate) term\b"
)
_STILL_EXPECTED = re.compile(
    r"\b(?:anticipated|expected|projected|forecasted) [$£¥₠-⃏]?$|\bwe (?:had )?(?:estimated|forecast|budgeted|guided)(?: at| to)? [$£¥₠-⃏]?$|\bmid ?point of (?:our|the) (?:[\w']+ )?(?:guidance|outlook|range)\b(?![^;.]*(?: at|,? and was|, which was) [$£¥₠-⃏]?$)[^;.]*$"
)
"""What is expected, in words that only describe: "from our anticipated $0.52 of EPS"."""
_WHEN_STARTED = re.compile(r"\bwhen (?:i|we) (?:first )?(?:started|joined|began|took over|founded)\b[^.;]*$")
_BEYOND = re.compile(
    r" (?:(?:beat|miss)\b(?! (?:the|our|analyst|consensus|street|expect|estimate|last|prior|previous|that))|shortfall\b|outperformance\b)"
)
"""By how much a result was above or below what was expected: "a $73 million beat versus the high end"."""
_ABOVE_LEAST = re.compile(
    r" (?:above|over|below|in excess of) (?:all |our |the |its )?(?:[\w']+ ){0,2}(?:minimum|target|required|regulatory)\b"
)
"""How far a balance is from what it must be: "liquidity was $4 billion, $1.5 billion above our minimum balance"."""
_WITHIN_EXPECTED = re.compile(
    r"\b(?:within|in line with|above|below|against) (?:our|the) (?:expected|anticipated|guided|targeted|planned) (?:range|level)s? of [$£¥₠-⃏]?$"
)
_GROW_FROM = re.compile(
    r"\b(?:plans?|path|journey|goal|ambition|vision|way|underway|set out) to (?:grow|go|get|move) from\b(?:[^.;]|\.\d)*$|^to (?:grow|go|get|move) from\b(?:[^.;]|\.\d)*$|\bprogress towards? (?:[^.;]|\.\d)*$"
)
_CUMULATIVE = re.compile(r"\bcumulative(?:ly)?\b(?! year to date)[^,;]*$")
_AFTER_THE_END = re.compile(
    r"(?:and |but )?(?:after|subsequent to|following|since) (?:the )?(?:end of the )?(?:(?:first|second|third|fourth) )?(?:quarter|year|period)(?:'s)?(?: end)?\b(?! of)"
)
"""What came after the period is of the next: "after quarter-end, we repurchased another 599,000 shares"."""
_BEYOND_GUIDED = re.compile(
    r"(?: (?:per|a) (?:diluted |common )?share|,? or [\d.]+ ?(?:%|percent))?,? (?:ahead of|above|below|short of|over|(?:better|worse|higher|lower) than) (?:(?:the|our|both|sequential|results|and|what|original|initial|prior|previous|high|low|top|bottom|end|of|first|second|third|fourth|quarter|full|year|three|five|ten|capital) )*(?:mid ?point|guidance|outlook|expectations?|estimates?|forecast|range|consensus|plan|budget)\b"
)
"""By how much a result differs from what was expected: "was $0.04 per share ahead of the midpoint of our guidance"."""
_AT_MIDPOINT = re.compile(
    r"(?: (?:increase|raise|improvement|growth|decrease|reduction) (?:on|at|in|of|to|from)| at) (?:the |our )?mid ?point\b"
)
"""By how much guidance moved: "this is an 8% increase on the midpoint"."""
_BEFORE_TIMES = re.compile(
    r"(?:(?:and|but|so|now|if you look back)[ ,]+)*(?:historically|traditionally|typically|normally|last cycle|(?:in|during|at the (?:peak|trough|bottom|top) of) the (?:last|prior|previous) (?:cycle|downturn|recession|upturn|peak|trough)|at (?:the|our) (?:peak|trough)|pre (?:covid|pandemic)|(?:before|prior to) (?:the )?(?:covid|pandemic|coronavirus|ipo|merger|spin ?off)),? "
)
"""What was so once, or mostly is, of no period: "last cycle, peak margins were 19.5%"."""
_WE_APPROACH = re.compile(r"\bas we (?:approach|near)(?: (?:the|about|almost))* [$£¥₠-⃏]?$")
_SOME_DAY = re.compile(rf"\bas of (?:{MONTH}) (?:[5-9]|1\d|2[0-3])(?:st|nd|rd|th)?\b[^;.]*$")
"""A day in the midst of a month ends no fiscal period."""
_LEAD = 25
"""A balance held against that of the year's start: "Year-to-date, loans have grown by $2 billion"."""
_ONE_NIGHT = re.compile(
    r"\b(?:highest|best|strongest|busiest|biggest|largest|top)(?: [a-z]+){0,2} (?:night|day|weekend|week) (?:of|in|for) (?:the|our)\b[^;]*$"
    r"|\b(?:night|day|weekend|week) of (?:the )?(?:highest|best|strongest|busiest|biggest|peak)\b[^;]*$"
)
"""What one day was like: "Saturday was our highest demand night of the year, with occupancy of 70%"."""
_ON_SOME_DAYS = re.compile(
    r" in each of (?:those|these|the|our)\b|"
    r" (?:on|in|for) (?:numerous|several|many|some|most|certain) (?:days|weekends|weeks|months|occasions|nights)\b"
)
_WHEN = re.compile(
    r"\b(?:comparisons?|comps?|compares?)(?: [\w']+){0,6},? (?:when|where)\b(?:[^;.]|\.(?=\d))*$"
    r"|\b(?:from|in|than|versus|to|with) (?:the )?(?:first|second|third|fourth|prior|last|previous) quarter(?: of (?:last year|20\d\d))?,? when\b(?! (?:it|this|that|they)\b)(?:[^;.]|\.(?=\d))*$"
)
"""What is lapped is of another time: "difficult comparisons when sales were up 21%"."""
_TO_ACHIEVE = re.compile(
    r"\b(?:costs?|investments?|charges?|needed|required) to (?:achieve|deliver|generate|realize) (?:the |our |these )?[$£¥₠-⃏]?$"
)
_AVERAGED = re.compile(r"\baveraged? (?:(?:about|approximately|around|roughly|nearly|over) )*[$£¥₠-⃏]?$")
_ANNUALLY = re.compile(r" (?:annually|a year|per year|each year)\b")
"""What is spent in each of several years: "buybacks have averaged $5 million annually"."""
_ABOVE_AVERAGE = re.compile(
    r"(?: or [\d.]+ ?(?:%|percent))? (?:above|below|over|under|higher than|lower than) (?:our|the) (?:[\w']+ ){0,2}average\b"
)
"""Held against many periods: "about $5 million or 15% above our quarterly average"."""
_LIMITED_TO = re.compile(
    r"\b(?:reduction|decrease|increase|decline|growth|impact)\b[^,;]*\blimited to(?: (?:about|approximately|just|only))* [$£¥₠-⃏]?$"
)
"""By how much a figure moved at most: "the reduction of our net debt was limited to $6 million"."""
_CAN_BE = re.compile(
    rf"\b(?:can|could|might|may) (?:(?:still|also|well|easily) )?(?:be|get|reach|exceed|approach|hit|go)(?: (?:back|up|down|to|at|in|above|below))* {HEDGES}[$£¥₠-⃏]?$"
    r"|\bcan be (?:generated|earned|produced|achieved|delivered) (?:from|on|with) [^;]*$"
    r"|\brevenue can (?:generate|earn|produce|deliver|bring|yield|give us|make) (?:more than |over |about )?[$£¥₠-⃏]?$"
)
_CAN_MAKE = re.compile(
    r" can (?:generate|earn|produce|deliver|bring|yield|give us|make|be (?:generated|earned|produced|delivered))\b"
)
"""What may be made of it: "how much more can be generated from $42 billion in revenue", "$2 billion of revenue can produce more than $2 of EPS"."""
_IN_GUIDANCE = re.compile(
    r" in (?:our|the) guidance\b|(?: (?:of|in) (?:[\w']+ ){0,2}?[\w']+)? (?:that |which )?(?:(?:was|were|is|are) )?(?:embedded|included|assumed|contemplated|reflected) in (?:our|the) (?:[\w']+ )?(?:guidance|outlook)\b"
)
"""What was counted on: "above the $100 million of acquisitions that was embedded in our prior guidance"."""
_ABOVE_THE = re.compile(r"\b(?:above|below|beyond|ahead of|exceed\w*|surpass\w*) (?:the|a|this|that) $")
_GROWTH_TARGET = re.compile(r" (?:(?:growth|margin|annual) )?(?:target|goal|objective)s?\b")
"""What was aimed at: "revenue growth that was well above the 17% growth target"."""
_WILL_DO = re.compile(r" will (?:\w+ly )?(?:reduce|increase|lower|raise|add|impact|hurt|help|result|lead|be)\b")
"""What is so will do something later: "an income tax rate of 19% will reduce earnings per share"."""
_COMING_INTO = re.compile(r"\b(?:guidance|outlook|expectations?) (?:coming|going|heading) into\b")
_AS_OF_TODAY = re.compile(r"\b(?:as of today|as we (?:speak|sit here)(?: today)?)\b,?[^.;$%\d]*[$£¥₠-⃏]?$")
_THAN_ITS = re.compile(
    r"\bwe (?:now |still |also )?(?:expect|anticipate|project|forecast|want|plan)\b[^;]*\b(?:above|below|over|under|than|exceed(?:ing)?|match(?:ing)?|near|back to) its (?:(?:fiscal|full|record) )*20\d\d (?:[\w']+ ){0,4}$"
)
"""What a part of the company once was: "we expect the park to earn a revenue slightly above its 2019 revenue of $79 million"."""
_LIMIT = re.compile(
    r" (?:(?:maximum|minimum|financial|leverage|required|regulatory) )*(?:covenants?|limit|limitation|maximum|minimum|threshold|requirement)\b"
    r"| the (?:[\w']+ ){0,3}(?:minimum|threshold|requirement|standard)s?\b"
)
"""What is allowed: "2.3 times, well within the 5 times covenant limit", "2 times the regulatory standard"."""
_AT_ANNUAL_RATE = re.compile(
    r",? (?:(?:on|at) an? )?(?:(?:linked quarter|sequential(?:ly)?|quarter over quarter) )?annuali[sz]ed\b(?! premium)"
)
"""Growth over a quarter as if it went on for a year: "up 18% on a linked-quarter annualized basis"."""
_HISTORICAL = re.compile(
    r"\b(?:our|the|its|their|an?) (?:historical|historic|typical|usual|long term average|(?:five|ten|three) year average)(?: (?:average|rate|level|range|norm)s?)?(?: of)?(?: (?:about|approximately|around|roughly))* [$£¥₠-⃏]?$"
)
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
    r"\b(?:customers|clients|markets|msas|accounts|brands|stores|countries|companies|products|states|relationships|households|properties|businesses) with (?:(?:more|greater) than|(?:[\w']+ ){1,3}(?:over|above|exceeding|(?:in excess|of (?:more|greater)|of at) (?:of|than|least)|(?:more|greater) than)) (?:an? )?[$£¥₠-⃏]?$"
)
"""What each of some has at least: "five markets with more than $1 billion in deposits"."""
_MONTHLY = re.compile(r"\bmonthly (?:cash |common )*(?:dividend|distribution)")
_AVERAGE_MONTH = re.compile(r"\baverage monthly $")
_AVERAGE_QUARTER = re.compile(r"\baverage quarterly $")
_PER_QUARTER = re.compile(r" (?:per|a|each) quarter\b")
_OURS = re.compile(r"\b(?:our|the|than) (?:(?:stated|long term|publicly stated) )?[$£¥₠-⃏]?$")
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
_MOVED_TO_IT = re.compile(r"(?:\d%?|percent|points|illion) to (?:(?:about|approximately|nearly|over) )*[$£¥₠-⃏]?$")
"""Where a balance has come since then is where it is: "net debt rose by $2 billion to $21 billion since the end of 2024"."""
_IN_ORDER = re.compile(r"(?:in order )?to (?!date)[^,;]*, (?:we|our)\b")
"""What was done for an aim is not of what it was aimed at: "to offset liquidity, we grew securities to 19% of assets"."""
_SINCE_WE = re.compile(r",? since (?:we|our|its) | from day one\b")
_RANGE_GIVEN = re.compile(r" (?:\w+ ){0,2}(?:range|target|guidance|outlook)\b")
_OVER_SOME_YEARS = re.compile(
    r" to (?:about |over |almost |nearly )?[$£¥₠-⃏]?[\d.,]+ ?(?:%|percent|million|billion)? (?:over|in) (?:the (?:last|past) )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) years\b|"
    r" (?:over|during|in) (?:this|that|the same) (?:time ?frame|time ?span|(?:two|2|three|3|multi) year period)\b|"
    r" (?:(?!(?:and|but|while)\b)[\w']+ ){0,4}(?:over|in|across|in each of) (?:the (?:last|past) )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) years\b"
    r"| (?:(?!(?:and|but|while)\b)[\w']+ ){0,3}(?:over|in|across|for|during|in each of) the (?:last|past) (?:two|three|four|five|six|seven|eight|several|few|\d+)(?: consecutive)? quarters\b"
)
_OVER_YEARS = re.compile(
    r"\b(?:over|in|during|for|across) (?:the course of )?the (?:last|past) (?:several|few|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: (?:to|or) (?:\d+|\w+))? years\b"
    r"|\b(?:over|in|during|for|across) (?:the course of )?(?:the )?(?:last|past|previous) (?:decades?|couple of years|cycles?)\b"
    r"|\b(?:over|in|during|for|across) the (?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10) years (?:since|that followed|before|following|prior|ended)\b"
)
