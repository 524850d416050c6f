"""Numbers beside a metric that are not what is expected of a fiscal period."""

from __future__ import annotations

import re

from transforms.grammar.exclusions import (
    AGAINST_PLAN,
    BOUGHT_OR_SOLD,
    BUDGET_FROM,
    FROM_RANGE,
    LONG_TERM,
    OF_IT,
    ONCE_SAID,
    OUTLOOK_MOVES,
    WE_MOVED,
    is_of_neither,
    was_given_before,
)
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.model import Reading
from transforms.grammar.outlook import ENDS_LONG_TERM, ESTIMATE_MOVES, ESTIMATES, may_expect
from transforms.grammar.wordlists import MONTH, MOVED


def is_no_expectation(reading: Reading, unit: str) -> bool:
    """Whether a number only was expected once, moves the guidance, is a target of no fiscal period, or what one thing brings."""
    return (
        is_of_neither(reading) or _is_replaced(reading, unit) or _is_for_no_period(reading) or _is_of_one_thing(reading)
    )


def _is_beside_prior(reading: Reading) -> bool:
    """Whether the rate that was expected before stands right behind: "growth of 8%, ahead of our prior outlook of 6%"."""
    quantity, behind = reading.quantity, reading.after
    if behind is None or behind.kind != quantity.kind or quantity.kind not in ("percent", "point"):
        return False
    return _THE_PRIOR_OF.fullmatch(reading.normal, quantity.end, behind.start) is not None


_THE_PRIOR_OF = re.compile(
    r",? (?:(?:which|is|up|down|above|below|ahead|of|better|worse|higher|lower|than|versus|vs|compared|to|with|from) )+(?:our |the )?(?:prior|previous|earlier|original|initial) (?:guidance|outlook|forecast|guide|expectations?|estimates?)(?: for)?(?: (?:of|about|approximately|around|roughly|an?))*(?: (?:growth|decline|increase|decrease) of)? "
)


def _is_replaced(reading: Reading, unit: str) -> bool:
    """Whether a number was guided to before, moves the guidance, or is what a result is held against."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    at_midpoint, met = _AT_MIDPOINT.match(normal, quantity.end), _MET_GUIDANCE.search(normal, 0, start)
    return bool(
        reading.frame.role == "change"
        and not (_RATHER_THAN.match(normal, quantity.end) and _TO_MOVE.search(normal, 0, start))
        and (
            _THAN_BEFORE.match(normal, quantity.end)
            or _FROM_RANGE_BY.search(normal, 0, start)
            or unit.startswith("currency")
            and at_midpoint
            or (prior := _FROM_PRIOR.match(normal, quantity.end)) is not None
            and (
                not quantity.is_range
                or prior["end"]
                or unit.startswith("currency")
                and not normal.startswith(" of ", prior.end())
            )
            or not quantity.is_range
            and AGAINST_PLAN.match(normal, quantity.end)
        )
        and not _is_beside_prior(reading)
        or at_midpoint
        and at_midpoint["moves"]
        or reading.frame.role == "level"
        and bool(reading.done)
        and reading.done[-1].quantity.is_range
        and _WITH_MIDPOINT.search(normal, max(0, start - 50), start)
        or _FROM_ESTIMATE.match(normal, quantity.end)
        or _RATE_AT_MIDPOINT.match(normal, quantity.end)
        or _MIDPOINT_MOVED.search(normal, 0, quantity.end + 20)
        or not quantity.is_range
        and normal.endswith(" from ", 0, start)
        and FROM_RANGE.match(normal, quantity.end)
        or _MOVES_FROM_PRIOR.match(normal, quantity.end)
        or _ABOVE_OUTLOOK.search(normal, max(0, start - 120), start)
        or _UP_AND_ABOVE.match(normal, 0, start)
        or _holds_result(reading)
        or reading.frame.role == "level"
        and quantity.kind in ("money", "per_share")
        and normal.startswith((" higher", " lower"), quantity.end)
        or _HAD_EXPECTED.search(normal, max(0, start - 110), start)
        or _WE_HAD_EXPECTED.match(normal)
        or normal.endswith("current ", 0, term.start)
        and not _OUTLOOK_BEHIND.match(normal, term.end)
        or _NOT_EXPECTED.search(normal, 0, start)
        or ONCE_SAID.search(normal, 0, start)
        or was_given_before(normal, start)
        or _WIDTH.search(normal, 0, start)
        and not quantity.is_range
        or _OUTLOOK_MOVED.search(normal, 0, start)
        or _ONCE_GUIDED.search(normal, 0, start)
        or _BASE_OF.search(normal, max(0, start - 40), start)
        or _ASSUMES_RECEIPT.search(normal, 0, start)
        or _AVERAGE_OF_YEARS.search(normal, 0, start)
        or reading.frame.role in ("level", "comparison")
        and _GROWS_FROM.search(normal, max(0, start - 60), start)
        and _GROWS_TO.match(normal, quantity.end)
        or reading.frame.role == "change"
        and quantity.kind in ("point", "money", "per_share")
        and (
            WE_MOVED.search(normal, max(0, start - 110), start)
            or quantity.kind != "point"
            and _RAISED_SO.search(normal, 0, start)
            and not _ON_LAST_YEAR.match(normal, quantity.end)
        )
        or quantity.end <= term.start
        and OUTLOOK_MOVES.match(normal, term.end)
        or _GUIDANCE_WOULD.search(normal, max(0, start - 60), start)
        and normal.startswith((" higher", " lower"), quantity.end)
        or _BEGAN_YEAR.search(normal, 0, start)
        or quantity.is_range
        and (
            _RAISED_FROM.search(normal, 0, start)
            or _BEYOND.search(normal, max(0, start - 30), start)
            and normal.startswith(" range", quantity.end)
        )
        or _WHEN_IT_WAS.search(normal, 0, start)
        or _THAN_FORECAST.match(normal, quantity.end)
        or _HOLDS_NO_MORE.match(normal, quantity.end)
        or _NOT_TO_GO_ON.search(normal, 0, start)
        or reading.frame.role == "share"
        and _AS_WE_ARE.search(normal, min(term.end, start), start)
        or _RUN_RATE.search(normal, max(0, term.start - 50), term.start)
        or _WITH_OURS.match(normal) is not None
        and normal.find(", we", quantity.end) > 0
        or reading.frame.role == "change"
        and _IS_UP_NOW.search(normal, 0, start)
        and not may_expect(reading)
        or reading.link.metric not in _AS_RUN_RATES
        and _AT_RUN_RATE.search(normal, 0, start)
        or _BRINGS_TOTAL.search(normal, 0, start)
        or reading.frame.role == "change"
        and _PLAN_CUT.search(normal, max(0, start - 90), start)
        or quantity.kind == "point"
        and _OF_EXPANSION.match(normal, quantity.end)
        or _REFLECTED_IN.search(normal, 0, start)
        or _HAVE_DONE.search(normal, 0, start)
        or _TO_COMPLETE.search(normal, 0, start)
        or reading.link.metric == "cash_and_cash_equivalents"
        and _FUND_WITH.search(normal, 0, start)
        or reading.link.metric == "stores"
        and _PROJECTS.match(normal, quantity.end)
        or reading.link.metric == "dividends"
        and normal.endswith(("affiliate ", "affiliates' "), 0, term.start)
        or normal.endswith("from ", 0, start)
        and normal.startswith(" growth to ", quantity.end)
        or _WITH_GUIDED.search(normal, 0, start)
        or reading.frame.role == "change"
        and quantity.kind in ("point", "money", "per_share")
        and (
            _GUIDANCE_UP.search(normal, max(0, start - 60), start)
            or _MIDPOINT_UP.search(normal, max(0, start - 60), start)
            or _REFLECTS.search(normal, max(0, start - 60), start)
            and _A_MOVE.match(normal, quantity.end)
        )
        or reading.frame.role == "change"
        and normal.startswith(" contribution", term.end)
        or reading.link.metric in ("dividend_per_share", "dividends")
        and _LET_US_RAISE.search(normal, max(0, start - 90), start)
        or quantity.is_range
        and _AND_OUR_GUIDANCE.search(normal, max(0, start - 120), start)
        or _LEFT_OUT_WHICH.search(normal, 0, start)
        or _BESIDE_OUTLOOK.search(normal, max(0, start - 40), start)
        and _A_MOVE.match(normal, quantity.end)
        or met is not None
        and int(met["year"]) <= reading.call.fiscal.year - (not reading.call.fiscal.ends_year)
        or _A_YEAR_AGO.search(normal, 0, start)
        or _AGAINST_GUIDED.match(normal, quantity.end)
        and _LATELY.search(normal, max(0, start - 40), start)
        or _CAME_IN.search(normal, 0, start)
        or _VERSUS_GUIDED.search(normal, 0, start)
        or _WHICH_WAS.search(normal, max(0, start - 60), start)
        or term.metric.balance
        and _HAVE_NOW.search(normal, 0, start)
        or _INSTEAD_OF.search(normal, max(0, start - 40), start)
        or BUDGET_FROM.search(normal, max(0, start - 60), start)
        or _GOAL_MET.search(normal, max(0, start - 60), start)
        or _DONE.match(normal, max(quantity.end, term.end))
        or _PREVIOUS_GIVEN.search(normal, 0, start)
        or _TALKED_ABOUT.match(normal, quantity.end)
        or _TARGETED_THEN.search(normal, max(0, start - 60), start)
        and _ON_LAST_CALL.match(normal, quantity.end)
        or _TOPPED.search(normal, max(0, start - 120), start)
        or _TARGET.match(normal, quantity.end)
        and _EXCEEDS.search(normal, 0, quantity.end)
    )


def _holds_result(reading: Reading) -> bool:
    """Whether a range is the guidance that the result right before it is held against: "EPS of $1.12 beat our guidance of $1.02 to $1.08"."""
    result = reading.done[-1] if reading.done else None
    if result is None or not reading.quantity.is_range or result.is_future or result.quantity.is_range:
        return False
    if result.metric != reading.link.metric or result.measure != "level":
        return False
    said = _AGAINST_OURS.fullmatch(reading.normal, result.quantity.end, reading.quantity.start)
    return said is not None and bool(said["guided"] or _GUIDED_BEHIND.match(reading.normal, reading.quantity.end))


_AGAINST_OURS = re.compile(
    r"(?: (?:per (?:diluted )?share|for the (?:[a-z]+ )?quarter|in the (?:[a-z]+ )?quarter))*,? (?:(?:which|and|that|was|is|were|came in|coming in|well|just|slightly|comfortably|also) )*"
    r"(?:beat|beats|beating|top(?:s|ped|ping)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|above|below|ahead of|better than|higher than|lower than|versus|compared (?:to|with)|against|within|near|missed|missing|at|toward|towards|in line with|consistent with|over) "
    r"(?:the )?(?:(?:high|low|top|upper|lower|bottom|midpoint|mid point|middle)(?: (?:end|half|part))? of )?(?:our|the)(?! (?:full|annual))(?: (?:prior|previous|initial|original|quarterly|stated))*(?: (?P<guided>guidance|outlook|guide|range|guidance range|forecast|outlook range)(?: (?:range|of|for the quarter|was))*)? [$£¥₠-⃏]?"
)
_GUIDED_BEHIND = re.compile(r"(?: per (?:diluted )?share)? (?:guidance|outlook|range|guide|forecast)\b")


def _is_for_no_period(reading: Reading) -> bool:
    """Whether a number is aimed at in the long term, in each of some years, or whenever something else is so."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start, spans = quantity.start, reading.sentence.future_spans
    is_undated = not any(span.period for span in spans)
    return bool(
        ANNUAL.search(normal, max(0, term.start - 25), term.start)
        and not may_expect(reading)
        or _OVER_SEVERAL.match(normal, quantity.end)
        or _QUARTERLY_RANGE.match(normal, quantity.end)
        or _MODEL_TARGET.search(normal, max(0, start - 50), start)
        or _is_through_years(reading)
        or _BESIDE_RANGE.search(normal, 0, start)
        or _MORE_THAN_AIMED.search(normal, 0, start)
        or reading.frame.role == "change"
        and _A_YEAR.match(normal, quantity.end)
        or reading.frame.role == "level"
        and _is_of_three_quarters(reading)
        or reading.frame.role == "level"
        and _EACH_YEAR.match(normal, quantity.end)
        and is_undated
        or reading.frame.role == "change"
        and _EXITING.match(normal, quantity.end)
        or _SEVERAL_YEARS.search(normal, max(0, term.start - 60), term.start)
        or (was := _THAN_IT_WAS.search(normal, 0, term.start)) is not None
        and int(was["year"]) < reading.call.fiscal.year
        and (reading.before is None or reading.before.end <= term.start)
        or _WHEN_REACHED.search(normal, 0, start)
        or _ONCE_COMPLETE.match(normal, max(quantity.end, term.end))
        or _USUAL_RANGE.search(normal, 0, start)
        or _EACH_OF.search(normal, 0, start)
        or _FROM_THERE.match(normal, quantity.end)
        or _NEXT_SEASON.match(normal, quantity.end)
        or _BY.search(normal, 0, start)
        and _TO_SO_MUCH.match(normal, quantity.end)
        and _OUTLOOK_MOVES_BY.search(normal, 0, start)
        or _OUTLOOK_IS.search(normal, 0, start)
        and _HIGHER_AT.match(normal, quantity.end)
        or is_undated
        and _SET_GOAL.search(normal, 0, start)
        or _ESTIMATED.search(normal, 0, start)
        or term.metric.balance
        and _WITH.search(normal, 0, start)
        and _WE_DO.match(normal, quantity.end)
        or _WILL_BE_BY.search(normal, 0, start)
        or quantity.is_range
        and " profile" in normal[term.start : term.end + 8]  # "our margin profile is 30% to 35%"
        or _THROUGH_CYCLE.search(normal)
        or _OBJECTIVE.search(normal, 0, start)
        and is_undated
        or reading.link.metric in _STANDING
        and _TARGETED.search(normal, max(0, min(start, term.start) - 60), start)
        and not _has_date(reading)
        or reading.frame.role == "level"
        and _CAGR.search(normal, 0, start)
        or _COMPOUNDED.search(normal, 0, start)
        or is_undated
        and _PLAN_FOR.search(normal, 0, start)
        or is_undated
        and (
            _AT_INVESTOR_DAY.search(normal, 0, start)
            or _TO_HIT.search(normal, 0, start)
            or _TOWARD_GOAL.search(normal, 0, start)
        )
        or reading.link.metric == "share_repurchases"
        and _UNDER_PROGRAM.search(normal, 0, start)
        or _SO_FAR.search(normal, 0, start)
        or (reading.frame.role == "change" or quantity.kind == "money" and not term.metric.balance)
        and _BETWEEN_YEARS.match(normal, quantity.end)
        or _WITHIN_YEARS.match(normal, quantity.end)
        or _THEREAFTER.match(normal, quantity.end)
        or _IF_SO.match(normal, 0, start)
        or quantity.end <= term.start
        and " cumulative " in normal[quantity.end : term.start]
        or _LASTING.search(normal, max(0, start - 40), start)
        or _NORMALLY.search(normal, 0, start)
        or _YEARS_RATE.search(normal, max(0, start - 60), start)
        or _OVER_PROGRAM.match(normal, quantity.end)
        or _GROWTH_OVER_PROGRAM.search(normal, 0, start)
        or STUB.search(normal) is not None
        or "percent" in term.metric.units
        and _REST_OF_YEAR.match(normal, quantity.end)
        and any(said.metric == reading.link.metric and said.period.endswith("FY") for said in reading.done)
        or _NTH_YEAR.search(normal, 0, start)
        or _YEARS_AVERAGE.search(normal, max(0, term.start - 50), term.start)
        or _RECENT.search(normal, max(0, term.start - 30), term.start)
        or _LONG_TERM_RATE.search(normal, 0, start)
        or "percent" in term.metric.units
        and _STARTING_IN.search(normal, max(0, start - 40), start)
        or (
            LONG_TERM.search(normal, 0, quantity.end + 60)
            or (reading.topic.far or ENDS_LONG_TERM.search(normal))
            and not spans
        )
        and not _AFFIRMED.search(normal)
        and not (spans and _AS_PLANNED.match(normal))
    )


def _is_of_three_quarters(reading: Reading) -> bool:
    """Whether an amount is of what is left of a year after its first quarter: "capex of $40 million for the rest of the year"."""
    spans = reading.sentence.future_spans
    return (
        reading.call.fiscal.quarter == 1
        and reading.quantity.kind == "money"
        and not reading.link.term.metric.balance
        and any(span.is_rest for span in spans)
        and all(span.is_rest for span in spans if span.period)
        and not A_QUARTER.match(reading.normal, reading.quantity.end)
    )


_QUARTERLY_RANGE = re.compile(r" quarterly (?:range|run rate|level)\b")
"""What each of some quarters is to bring: "guiding to a $36 million to $38 million quarterly range on operating expense"."""
_MODEL_TARGET = re.compile(
    r"\b(?:business|financial|operating) model (?:target|goal)s? of(?: (?:about|approximately))* $"
)
"""What a company works towards, whenever it gets there: "19.4%, which is nearing our business model target of 20%"."""
A_QUARTER = re.compile(r"(?: (?:after|before) tax)? (?:(?:per|a|each|every) quarter|(?:of|in) quarterly)\b")
"""What makes an amount one of each quarter: "expenses of $52 million to $53 million per quarter"."""
_WITH = re.compile(r"\bwith(?: (?:about|approximately|almost|nearly|over|more than|a record))* [$£¥₠-⃏]?$")
_WE_DO = re.compile(r" (?!by\b|at\b)[^,;]{3,40}, (?:we|our)\b")
"""What there is now: "with 17,000 houses in backlog, our guidance goes up"."""
_BY = re.compile(r"\bby (?:(?:about|approximately|another|an additional) )*[$£¥₠-⃏]?$")
_TO_SO_MUCH = re.compile(r" to (?:(?:an?|new|the|range|of|between|about|approximately) )*[$£¥₠-⃏]?\d")
_OUTLOOK_MOVES_BY = re.compile(
    r"\b(?:rais|increas|lower|reduc|lift|boost)\w* (?:our|the) [^.;$%\d]{0,50}\b(?:guidance|outlook|ranges?|forecast|expectations?)\b"
)
"""By how much a second outlook moves: "increasing our EPS outlook by $0.20 to $5.10 to $5.30, and free cash flow by $50 million to $650 million"."""
_OUTLOOK_IS = re.compile(
    r"\b(?:guidance|outlook|forecast)(?: for (?:[\w'-]+ ){1,5}?)? ?\b(?:is|was) (?:now )?[$£¥₠-⃏]?$"
)
_HIGHER_AT = re.compile(
    r" (?:higher|lower|better)(?: at| to|,| than (?:our |the )?(?:prior|previous|initial|original))\b"
)
"""By how much an outlook is another now: "our EPS guidance is 10 cents higher at $2.30 to $2.40"."""
_SET_GOAL = re.compile(
    r"\b(?:set|established|have|laid out) (?:a|an|our|the) (?:new |ambitious |bold )?(?:goal|ambition|aspiration|vision) (?:of|for)(?: (?:about|approximately|over|at least))* [$£¥₠-⃏]?$"
)
"""What is aimed at, whenever that is: "we've established a goal of $166 billion in sales"."""
_ESTIMATED = re.compile(r"\b(?:is|are) (?:estimated|believed) to have (?:[a-z]+ed|been|grown|risen|fallen)\b[^;]*$")
"""What is over, though not yet known: "book value is estimated to have increased by 2% to 3% since March 31"."""
_NEXT_SEASON = re.compile(r",? (?:in |by )?next (?:spring|summer|fall|autumn|winter)\b")
"""A time that is no fiscal period: "our dividend will be increased by 40% next spring"."""
_WILL_BE_BY = re.compile(
    r"\bwill (?:then |also )?be (?:reduced|lowered|increased|raised|affected|impacted|hurt|helped) by the [$£¥₠-⃏]?$"
)
"""What one thing, spoken of before, does to a metric: "free cash flow will be reduced by the $12 million of interest"."""
_AS_PLANNED = re.compile(
    r"(?:(?:and|so|but)[ ,]+)?(?:(?:very |much )?(?:consistent|in line|aligned|in keeping) with|following|in accordance with) our (?:[\w']+ ){1,4}(?:model|targets?|goals?|framework|algorithm|plan|strategy|commitments?), "
)
"""What a year's expectation is in line with: "consistent with our investor day model, we expect growth of 5% in 2022"."""


_FROM_DEVELOPMENTS = re.compile(r" (?:from|for) (?:our |the )?(?:[a-z]+ )?(?:re)?developments?\b")
"""What some projects add: "incremental NOI growth of $10 million to $12 million from development projects"."""


def _is_of_one_thing(reading: Reading) -> bool:
    """Whether a number is what one thing, another company or a part of a change is to bring."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    return bool(
        _PER_HIKE.match(normal, quantity.end)
        or _ADDING.match(normal)
        and (_WOULD_BE.search(normal, max(0, start - 40), start) or _WOULD_MOVE.search(normal, 0, start))
        or _IF_WERE.match(normal, quantity.end)
        and _WOULD_BE.search(normal, max(0, start - 40), start)
        or quantity.kind == "per_share"
        and term.end == term.start
        and _THAN_YEAR.match(normal, quantity.end)
        or _FORECASTERS.search(normal, 0, start)
        or _RAMP.match(normal, quantity.end)
        or OF_IT.match(normal, quantity.end)
        or term.end <= start
        and (
            _OF_WHICH_IS.match(normal, quantity.end)
            or _ATTRIBUTABLE.match(normal, quantity.end)
            and _WITH_SOME.search(normal, 0, start)
        )
        or reading.frame.role == "change"
        and quantity.kind == "money"
        and _FROM_DEVELOPMENTS.match(normal, quantity.end)
        or _OR_BY.search(normal, max(0, start - 30), start)
        and _LESS.match(normal, quantity.end)
        or reading.frame.role == "level"
        and (lapped := _LAPPED.search(normal, 0, start)) is not None
        and (term.end <= lapped.start() or "," not in normal[lapped.start() : start])
        or _AFTER_YEARS.search(normal, 0, start)
        or _ON_CASH_FLOW.search(normal, max(0, start - 60), start)
        or quantity.kind == "money"
        and term.end <= start
        and _GUIDANCE_HOLDS.search(normal, 0, start)
        and _OF_THING.match(normal, quantity.end)
        or _OUTPERFORMED.search(normal, max(0, start - 60), start)
        or BOUGHT_OR_SOLD.search(normal, 0, start)
        or _BOUGHT_TO_BRING.search(normal, 0, start)
        or term.end <= start
        and _FOR_OTHER.match(normal, quantity.end)
        and _AS_WELL_AS.search(normal, max(0, start - 40), start)
        or _BEST.match(normal, quantity.end)
        or _OF_CASH_FLOW.match(normal, quantity.end)
        and _SPENDS.search(normal, max(0, start - 60), start)
        or _CONTRIBUTES.search(normal, 0, start)
        or _IN_ANY_YEAR.search(normal, 0, start)
        and not _IN_YEAR.match(normal, quantity.end)
        or _ADDS.search(normal, max(0, start - 80), start)
        or _EMBEDS.search(normal, 0, start)
        or _OF_EFFECT.match(normal, quantity.end)
        or _OF_PROCEEDS.match(normal, quantity.end)
        or _PRICE.match(normal, quantity.end)
        or term.metric.name == "interest_expense"
        and _CAPITALIZED.match(normal, quantity.end)
        or term.metric.name == "production"
        and _EMISSIONS.search(normal, 0, term.start)
        or reading.frame.role == "level"
        and reading.link.metric in _NEVER_INCREMENTS
        and quantity.end <= term.start
        and _INCREMENT.search(normal, 0, start)
        or reading.frame.role == "change"
        and quantity.kind == "percent"
        and _OF_SALES.fullmatch(normal, quantity.end, term.end)
        or reading.link.metric.endswith("yield")
        and _PROJECT.search(normal)
    )


_SPENDS = re.compile(
    r"\b(?:use|using|spend|deploy|allocate|devote|direct|earmark|distribute)(?: (?:about|approximately|at least|up to|nearly|over|roughly))* $"
)
_OF_CASH_FLOW = re.compile(r" of (?:our |the )?(?:(?:annual|adjusted|excess) )*(?:free |operating )?cash flow\b")
"""What a share of the cash flow is spent on: "we expect to use 50% of our free cash flow to repurchase shares"."""
_STANDING = frozenset(
    {
        "net_leverage",
        "gross_leverage",
        "payout_ratio",
        "cet1_ratio",
        "return_on_invested_capital",
        "return_on_equity",
        "cash_and_cash_equivalents",
        "total_debt",
    }
)
"""What a company aims at at all times where it names none: "we maintain strong capital with the CET1 target of 10%"."""
_REST_OF_YEAR = re.compile(r" (?:for|in|over) the (?:rest|remainder|balance) of the (?:fiscal )?year\b")
"""A rate beside that of the whole year: "a tax rate of 25%, with the expectation of 28% for the rest of the year"."""
_NORMALLY = re.compile(
    r"\b(?:normally|in normal times|typically|usually)\b[^;]*\bwould (?:imply|mean|suggest|be|require)\b[^;]*$"
)
"""What would be so at other times: "normally, loan growth would imply a provision of $80 million a quarter"."""
_YEARS_RATE = re.compile(
    r"\b(?:two|three|four|five) year (?:run rate|annualized|cumulative) (?:[\w']+ ){0,3}(?:of )?[$£¥₠-⃏]?$"
)
_OVER_PROGRAM = re.compile(
    r" (?:over|across|during) (?:the |our )?(?:fiscal )?20\d\d (?:through|to) (?:fiscal )?20\d\d\b"
)
"""What is to come over several years: "total savings of $600 million over the 2020 through 2022 program"."""
_GROWTH_OVER_PROGRAM = re.compile(
    rf"\b(?:growth|increases?) (?:for|over|across|during|from|in) (?:the )?(?:fiscal )?20\d\d (?:through|to) (?:fiscal )?20\d\d,? and {HEDGES}$"
)
"""What goes with it: "6% average earnings growth for 2023 through 2025, and at least 5% annual dividend growth"."""
STUB = re.compile(r"\b(?:stub|transition) (?:period|quarter)\b")
"""A period between two fiscal years, after the end of the year was moved, is of none."""
_THEREAFTER = re.compile(
    r" over the (?:two|three|four|five|\d) years? ending\b|[^,;$%\d]{0,40},? (?:thereafter|when fully (?:implemented|realized|phased in)|once fully)\b"
)
_OF_WHICH_IS = re.compile(
    r" of which (?:we (?:currently |now |still )?(?:expect|anticipate|plan)|is|are|will|should|pertains?|relates?|represents?|comes?)\b"
)
_ATTRIBUTABLE = re.compile(r" (?:of (?:it|this|that) )?(?:is |being )?(?:attributable|related|relating|due) to\b")
_WITH_SOME = re.compile(r", with(?: (?:about|approximately|roughly|some))* [$£¥₠-⃏]?$")
"""A part of what is expected: "amortization of $124 million to $132 million, with $50 million to $58 million attributable to the deal"."""
_GUIDANCE_HOLDS = re.compile(
    rf"\b(?:guidance|outlook|forecast)(?: range)?(?: for(?: [\w']+){{1,3}}?)? (?:now |also )?(?:assumes?|includes?|contemplates?) {HEDGES}(?:between )?[$£¥₠-⃏]?$"
)
_OF_THING = re.compile(r" (?:of|in) (?:(?:an?|the|our) )?[a-z]{3,}")
"""What an expectation takes for granted: "our EBITDA guidance assumes $2 million of help from the government"."""
_ON_CASH_FLOW = re.compile(r"\bon (?:operating )?cash flow of(?: (?:about|approximately))* [$£¥₠-⃏]?$")
_OUTPERFORMED = re.compile(r"\b(?:out|under)performance (?:of )?(?:(?:about|approximately|roughly) )*[$£¥₠-⃏]?$")
_NOT_EXPECTED = re.compile(
    r"\b(?:didn't|did not) (?:expect|anticipate|plan|think)\b[^,;]*$"
    r"|(?:n't|\bnot)(?: now| currently)? (?:expecting|anticipating|forecasting|projecting|planning|assuming) (?:(?!(?:change|increase|decrease|deviat)\w*\b)[^,;])*$"
    r"|\bno longer (?:expect|anticipate|project|forecast|target|plan|see)\w*\b[^,;]*$"
    r"|\b(?:won't|will not|wouldn't|not going to) (?:\w+ )?(?:get|see|have|reach|achieve|hit|return to)\b[^,;]*$"
)
"""What is not expected, or was not: "we're not expecting margins at 61%", "we no longer expect to hit $3.50", "some won't get the full 7% price increase"."""
_YEARS_AVERAGE = re.compile(r"\baverage annual (?:[\w']+ ){0,3}$")
_RECENT = re.compile(r"\brecent (?:\w+ )?$")
_OF_PROCEEDS = re.compile(r" (?:in|of) (?:[\w']+ ){0,3}proceeds\b")
_PRICE = re.compile(r" purchase price\b")
_CAPITALIZED = re.compile(r" (?:of|in) capitali[sz]ed interest\b")
"""Interest that is no expense: "interest expense of $12 million, with $3 million of capitalized interest"."""
_EMISSIONS = re.compile(r"\bemissions from (?:[\w']+ ){0,3}$")
_NEVER_INCREMENTS = frozenset(
    {
        "revenue",
        "ebitda",
        "operating_income",
        "free_cash_flow",
        "eps",
        "ffo_per_share",
        "research_and_development_expense",
        "selling_general_and_administrative_expense",
        "operating_expenses",
    }
)
_INCREMENT = re.compile(r"\b(?:an incremental|an additional|another)(?: (?:about|approximately|over))* [$£¥₠-⃏]?$")
"""What comes on top is not all that is expected."""
_NTH_YEAR = re.compile(r"\byear (?:two|three|four|five)\b[^,;]*$")
_FORECASTERS = re.compile(
    r"\b(?:ihs(?: markit)?|act|ftr|lmc|jd power|eia|iata|imf|moody's|the fed|fannie mae|freddie mac|gartner|idc|wood mackenzie|(?:industry |most |many )?(?:experts|economists|analysts|forecasters|forecasts)|consensus|industry (?:forecast|outlook|projection)s?) (?:associates |research )?(?:\w+ly )?(?:is |are |now |currently |still )*(?:expect|project|forecast|predict|anticipat|estimat|call|show)\w*\b[^;]*$"
)
"""What others expect, and of whole markets."""
_RAMP = re.compile(
    r" (?:of|in) (?:sales|revenues?)[^,;]{0,30}, (?:growing|ramping|rising|scaling|building) to [^,;]{0,30}\b(?:within|in|over) (?:the next )?(?:two|three|four|five|ten|\d+) years\b"
)
"""What one product is to sell: "on course for $4 million of sales next year, growing to $25 million within five years"."""
_BOUGHT_TO_BRING = re.compile(r"\bacqui\w+\b[^;]*\bexpected to (?:generate|bring|add|contribute|produce)\b[^;]*$")
_OF_SALES = re.compile(r" of (?:(?:net|total|our) )*(?:sales|revenues?)")
_INSTEAD_OF = re.compile(r"\b(?:instead of|rather than) (?:the |our |about )*[$£¥₠-⃏]?$")
_GOAL_MET = re.compile(
    r"\b(?:crossed|met|hit|achieved|reached|surpassed|passed|exceeded) (?:an? |our |the )?(?:\w+ ){0,3}(?:goal|milestone|target|mark) of [$£¥₠-⃏]?$"
)
"""A goal that was met is expected no more: "in 2018, we passed a first goal of $1 billion in revenue"."""
_TOPPED = re.compile(
    r"\b(?:topping|topped|beating|surpassing|surpassed|exceeding|exceeded) (?:the )?(?:(?:high|low|top|upper) end of )?(?:our |the )?(?:(?!we\b)[\w']+ ){0,4}(?:target|guidance|outlook|goal)(?: range)? of (?:about |approximately )?[$£¥₠-⃏]?$"
)
"""What a result was above: "growth was 8.1%, topping the high end of our target of 7.5% to 8%"."""
_EXCEEDS = re.compile(
    r"\b(?:exceeds|exceeding|surpasses|surpassing|beats|beating) (?:the |our |an? )?(?:about |original )?[$£¥₠-⃏]?[\d.,]+(?: ?%| percent| million| billion)?$"
)
_TARGET = re.compile(r" (?:[\w']+ ){0,3}(?:target|goal|objective)s?\b")
"""The target that an expectation exceeds: "our guidance of $2.2 billion exceeds the $2 billion target set in 2020"."""
_AS_WELL_AS = re.compile(r"\b(?:as well as|along with|in addition to)(?: an?| about| approximately)* [$£¥₠-⃏]?$")
_FOR_OTHER = re.compile(r" (?:for|of|in) (?:the |our )?[a-z]{4,}")
"""What is said beside a metric with a name of its own: "interest expense, as well as $0.7 million for the amortization"."""
_OUTLOOK_BEHIND = re.compile(
    r"(?: [\w']+){0,2} (?:guidance|outlook|forecast|expectations?|estimates?|range|target|view|run)\b"
)
"""What is so now is not expected, unless the expectation is the current one: "we estimate the current occupancy at 80%"."""
_WE_HAD_EXPECTED = re.compile(
    r"(?:as a reminder,? |recall,? )?we had(?: [a-z]+ly)? (?:expected|anticipated|forecast\w*|projected|planned)\b(?![^;]*\b(?:now|but|still|however|today)\b)"
)
"""A sentence that looks back: "we had anticipated more demand and planned 32 deliveries in the third quarter"."""
_HAD_EXPECTED = re.compile(
    r"\bhad(?: (?:been|previously|originally|initially))* (?:targeted|indicated|expected|guided|anticipated|forecast\w*|projected|planned)\b(?! and now)"
    r"|\b(?:we|and|company) (?:were|was) (?:\w+ly )?(?:targeting|projecting|expecting|forecasting|anticipating|guiding|planning)\b|\b(?:initially|originally|previously),? we(?:'ve| have)? (?:stated|said|indicated|guided|told|expected|estimated|communicated) (?:(?!\b(?:now|but)\b)[^;])*$|\bwe expected (?!to\b)(?=[^,;]*$)|\bwe expected to (?:grow|expand|increase|improve|deliver|achieve)\b(?=[^,;]*$)"
)
_STARTING_IN = re.compile(
    r"\b(?:starting|beginning|start|begin)(?: out| off| the year)? (?:in|at|with)(?: (?:the|a|about|approximately|around|roughly))* $"
)
"""Where a rate begins is not what the year's is: "margins will rise through the year, starting in the 14% range"."""
_LONG_TERM_RATE = re.compile(
    r"\b(?:and|on) (?:our |the )?(?:unchanged )?long(?:er)? term (?:(?:annual|earnings|eps|dividend|rate|base|targeted|target) )*(?:growth|rate|range|target|guidance)(?: (?:rate|range|target|guidance))*(?: (?:of|at|to))? $"
)
"""What is affirmed beside guidance for years to come: "our earnings guidance of $3.05 to $3.15 and our long-term growth rate of 6% to 8%"."""
_AFFIRMED = re.compile(
    r"\b(?:(?:re)?affirm|reiterat)\w*\b(?! (?:that )?(?:we|our) (?:remain|are|stay|continue) (?:[a-z]+ )?(?:focused|committed|on|confident))|\bmaintain\w* (?:our|the|its|this)\b"
)
ANNUAL = re.compile(r"\bannual (?:net |total |adjusted |consolidated |global )*$")
_BEST = re.compile(
    r" (?:more|higher|lower|less|above|below)? ?(?:than )?our (?:high point|peak|trough|record|low point)\b"
)
_CONTRIBUTES = re.compile(
    r"\b(?:acquisitions?|transactions?|deals?) (?:that |which )?(?:will|should|are expected to|is expected to) contribute(?: (?:about|approximately|over|roughly))* [$£¥₠-⃏]?(?:[\d.,]+(?: (?:million|billion))? (?:of|in) (?:[\w']+ ){1,3}in 20\d\d,? and (?:about |approximately |over |roughly )?[$£¥₠-⃏]?)?$|\bcontribute (?:(?:about|approximately|over|roughly) )*[$£¥₠-⃏]?[\d.,]+ (?:(?:million|billion) )?(?:of|in) (?:incremental|additional) [^;$£¥₠-⃏]*\band (?:(?:about|approximately|over|roughly) )*[$£¥₠-⃏]?$|\bcontribut\w+ to (?:an? |the )?(?:increase|growth|decrease|improvement)s?\b[^,;]*$"
)
_IN_ANY_YEAR = re.compile(r"\bcontribut\w+ (?:about |approximately )?annuali[sz]ed [^;]*$")
"""What something brings in any year: "it is expected to contribute annualized revenues of $80 million and EBITDA of $6 million"."""
_IN_YEAR = re.compile(r" (?:this|next|in|for|during) (?:the )?(?:fiscal |full |current |calendar )*(?:year|20\d\d)\b")
_WITH_MIDPOINT = re.compile(
    r"\b(?:with|and|at|or|for) (?:an?|the|our) (?:new |revised |updated )?mid ?point (?:of|at|being)(?: (?:about|approximately|roughly))* ?[$£¥₠-⃏]?$"
)
"""The middle of a range that is given: "guidance of $1.9 billion to $2.2 billion and a midpoint of $2.1 billion"."""
_FROM_ESTIMATE = re.compile(
    r",? from what (?:we|was|had)(?: (?:had|have|been|previously|originally))* (?:estimated|expected|guided|said|forecast|projected|provided|communicated)\b"
)
_WIDTH = re.compile(r"\b(?:narrow|tighten|widen)\w* (?:the |our |this )?(?:\w+ )?range (?:from|by)\b[^.;]*$")
"""How wide a range is is no expectation: "we narrowed the range from $0.20 to $0.10"."""
_EXITING = re.compile(
    r"(?: growth| increase)?,? (?:as we (?:exit|leave|end)|(?:by|at|toward) the (?:back )?end of|exiting) (?:this|the|our) (?:current )?(?:fiscal )?year\b"
)
"""A rate at a year's end is not that of the year: "growth accelerates to high single digits as we exit this year"."""
_THAN_IT_WAS = re.compile(
    r"\b(?:above|below|ahead of|under|over|than|exceed(?:ing|s)?|excess of|match(?:ing)?|near|back to) (?:its|our|their|the)(?: (?:fiscal|full|year|record))* (?P<year>20\d\d) (?:[\w']+ ){0,4}$"
)
"""What it was is no expectation: "revenue somewhat above its 2019 revenue of $2 billion"."""
_SEVERAL_YEARS = re.compile(r"\b20\d\d (?:to|through) 20\d\d (?:[\w']+ ){0,3}$")
"""What is to be spent over several years: "our 2022 to 2026 projected capital plan of $14 billion"."""
_HAVE_DONE = re.compile(
    r"\bwe(?:'ve| have) (?:already )?(?:acquired|repurchased|bought back|bought|returned|purchased)\b[^;,]*$"
    r"|\bwe (?:added|opened|sold|shipped|earned|recorded|posted)(?: (?:about|approximately|nearly|almost|over|more|than|a|record))* [$£¥₠-⃏]?$"
)
"""What has been done is not expected: "through today, we've acquired $64 million worth of stock", "we added nearly 60,000 customers"."""
_TO_COMPLETE = re.compile(
    r"\bto (?:complete|finish|exhaust|fulfill) (?:the|our|this|that) (?:remaining |full |entire )?(?:about |approximately )?[$£¥₠-⃏]?$"
)
"""How large all of a program is: "to repurchase $900 million to complete the $2 billion of stock repurchases"."""
_FUND_WITH = re.compile(r"\bfund\w* (?:[\w']+ ){0,4}(?:through|with|by|from) [^;]*$")
"""From what something will be paid: "to fund through cash on hand and $100 million of dispositions"."""
_PROJECTS = re.compile(r" (?:[\w']+ ){0,2}projects\b")
_AS_WE_ARE = re.compile(r"\b(?:as|because|since) (?:we(?:'re| are| have)|it is|it's|they(?:'re| are)) ")
"""A reason, with numbers of its own: "we expect interest income to grow as we're well positioned, as 71% of our loans have variable rates"."""
_THAN_FORECAST = re.compile(
    r" (?:below|above|better than|worse than|higher than|lower than) what (?:we|was|were) (?:had )?(?:previously |originally |initially )?(?:forecast\w*|expected|guided|said|projected|anticipated)\b"
    r"|(?<=points) (?:ahead of|above|below|short of|better than|higher than|lower than) (?:(?:the|our|original|initial|prior|previous|latest|long|term) )+(?:targets?|guidance|outlook|plan|budget)\b"
)
"""How far an expectation is from the one before: "10 basis points below what we previously forecasted"."""
_BRINGS_TOTAL = re.compile(
    r"\bbrings our total (?:(?!\b(?:expected|projected|planned|guidance)\b)[^,;$])* for the year to [^,;$]*[$£¥₠-⃏]?$"
)
"""What has been done so far: "this brings our buybacks for the year to almost $83 million"."""
_PLAN_CUT = re.compile(
    r"\b(?:reduc|cut|lower|increas|rais)\w* (?:our|the) (?:planned|budgeted|originally planned) [^,;$%]* by [^,;$%\d]*[$£¥₠-⃏]?$"
)
"""By how much a plan moved: "we have reduced our planned capital spending for 2020 by 25%"."""
_FROM_THERE = re.compile(
    r"(?: (?:annual|annually|growth|a year|per year,?|each year|increases?))* (?:from there|from then on|thereafter)\b"
)
"""What comes after the year spoken of: "grow 7% this year and then target 5% to 7% growth from there"."""
_WITH_OURS = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)*with (?:our|an?|the) [^;]*, "
    r"we(?:'re| are| remain| have| feel| believe)\b"
    r"(?! (?:guiding|expecting|projecting|forecasting|raising|increasing|now expecting))"
)
"""What there is: "with our efficiency ratio in the mid 50s, we are well placed"."""
_IS_UP_NOW = re.compile(
    rf"^(?!.*\b(?:think|guess|suspect)\b).*(?:\b(?:is|are)|'re) (?:currently |now )?(?:up|down) {HEDGES}$"
)
"""What is so now: "our prices are up 15% to 20%"."""
_RUN_RATE = re.compile(
    r"\brun rate (?:(?:of|for) (?:our|the) (?:[a-z]+ ){0,2})?(?:(?:adjusted|annual|annualized|quarterly) )*$"
)
"""A yearly rate at which a quarter runs: "run-rate adjusted EBITDA of $85 million by the fourth quarter"."""
_AT_RUN_RATE = re.compile(
    r"(?<!quarterly )\brun rate of (?:(?:about|approximately|nearly|over|more|less|greater|than|at|least|an?|around) )*[$£¥₠-⃏]?$"
)
"""What a year would bring at the rate reached by its end: "to reach an annual run rate of more than $415 million in EBITDA"."""
_AS_RUN_RATES = frozenset({"cost_savings", "revenue_synergies", "annual_recurring_revenue"})
_OF_EXPANSION = re.compile(
    r" of (?:[\w']+ ){0,2}margin (?:expansion|improvement|benefit|tailwind),? (?:driven by|from|due to|related to|through) (?:price|pricing|mix|costs?|volume|productivity|leverage)\b"
)
"""What one cause does to a margin: "600 basis points of margin expansion driven by price"."""
_REFLECTED_IN = re.compile(r"\boutlook (?:is|was) reflected in\b")
"""What has come of an outlook: "the more positive outlook is reflected in an ending ACL ratio of 1.7%"."""
_WHEN_IT_WAS = re.compile(
    rf"\bwhen (?:(?:our|the|adjusted|reported|total|net) )*(?:[\w']+ ){{1,3}}(?:was|were|{MOVED}) [^,;]*$"
    rf"|\b(?:last|prior) year's [^,;]{{0,40}},? (?:in which|during which|when|which) (?:(?:it|they|we|sales|revenues?) )?(?:was|were|{MOVED}) [^,;]*$"
)
"""What an expectation is held against: "versus last year's quarter, when adjusted EBIT rose 24.7%"."""
_OVER_SEVERAL = re.compile(
    r" (?:[\w']+ ){0,2}(?:compound(?:ed)? annual|cagr)\b| over the next (?:12|twelve|18|eighteen|24) months\b| (?:spread|phased) over (?:[\w']+ ){0,4}years\b| over (?:those|these|that) (?:[\w']+ )?(?:years|period)\b"
    r"| (?:of )?(?:[\w']+ ){1,2}growth (?:[\w']+ ){0,4}through (?:fiscal )?20\d\d\b"
)
_PLAN_FOR = re.compile(
    r"\b(?:launched|announced|introduced|unveiled|laid out|outlined|shared|presented) (?:our|a|the) (?:[\w']+ ){0,3}(?:plan|roadmap|path|strategy|goal|ambition) to\b"
)
"""A plan without a year: "we announced our plan to reach $5 billion of revenue"."""
_THROUGH_YEAR = re.compile(
    r"(?: to [$£¥₠-⃏]?[\d.,]+ (?:million|billion))?(?: [\w&']+){0,3} (?:through|until) (?:the end of )?(?:fiscal )?(?P<year>20\d\d)\b"
)


def _is_through_years(reading: Reading) -> bool:
    """Whether what is expected is spread over the years to one ahead: "investments of more than $3 billion through 2025", "growth of 7% through 2025"."""
    through = _THROUGH_YEAR.match(reading.normal, max(reading.quantity.end, reading.link.term.end))
    role, kind = reading.frame.role, reading.quantity.kind
    is_flow = role == "level" and kind == "money" and not reading.link.term.metric.balance
    return (
        through is not None
        and (is_flow or (role, kind) == ("change", "percent"))
        and int(through["year"]) > reading.call.fiscal.year + reading.call.fiscal.ends_year
    )


_PER_HIKE = re.compile(
    r" (?:in|for|per|with|from) (?:the |an? |each |every )?(?:first |next |additional )*(?:rate|fed|interest rate|fed funds) (?:move|hike|increase|rise)s?\b"
)
"""What a move of the interest rate would bring."""
_ADDING = re.compile(r"(?:and |so |but )?(?:adding|factoring|adding back|including|removing|pro forma|giving effect)\b")
_WOULD_MOVE = re.compile(r"\bwould (?:improve|increase|reduce|raise|lower|bring) (?:our|the) [^,;]*\bto $")
_WOULD_BE = re.compile(r"\bwould be(?: (?:about|approximately|around|roughly))* [$£¥₠-⃏]?$")
"""What would be once something is counted in: "adding in the signed leases, net debt to EBITDA would be 5 times"."""
_IF_WERE = re.compile(r"[^.;]*\bif (?:[\w']+ ){1,5}(?:were|was|had)\b")
"""What would be if something else were so: "Gross margin would be 45% if freight were cheaper"."""
_PREVIOUS_GIVEN = re.compile(
    r"^(?:and |so )?(?:this|that|which|these) compares? (?:to|with) (?:our |the )?(?:previous|prior|original|earlier|initial) (?:[\w']+ ){0,3}(?:expectations?|guidance|outlook|forecast|range|estimates?)\b"
    r"|^(?:and |so )?(?:this|that) compares? (?:to|with) (?:the )?(?:[\w'&]+ ){1,6}(?:that |which )?we (?:had )?(?:expected|guided to|gave|anticipated|forecast|projected|provided)\b"
)
"""What the last sentence has replaced: "This compares to our prior outlook for G&A to lie between"."""
_OF_EFFECT = re.compile(r" of (?:ffo|earnings|eps)(?: per share)?,? (?:relat(?:ing|ed)|due|attributable)\b")
"""What one thing does to earnings: "down approximately $0.03 of FFO per share relating to the tax refund"."""
_EMBEDS = re.compile(r"\bembeds (?:within|in) it\b[^;]*$")
_EACH_YEAR = re.compile(r" (?:annually|per annum|per year|a year|each year)\b")
"""What is to be in each of the years to come: "sustaining capital will be approximately $525 million annually"."""
_PROJECT = re.compile(r"\b(?:investments?|developments?|projects?|buildings?) (?:is|are|of|at|will|with)\b")
"""What is expected of one project."""
_A_YEAR = re.compile(
    r" (?:(?:per|a|each|every) year to|each and every year|(?:annually|per annum|(?:per|a|each) year) (?:through|until|over|from|between))\b"
)
"""What each of several years is to bring: "to have EBITDA increase by $5 million per year to $60 million in 2024"."""
_THAN_YEAR = re.compile(r" per share (?:higher|lower|better|worse|more|less) than (?:fiscal )?20\d\d\b")
"""By how much something moves earnings: "we expect incentives to be $0.04 per share higher than 2021"."""
_HOLDS_NO_MORE = re.compile(
    r"(?: per (?:diluted )?share)?,? (?:which )?(?:is|are|was|were|should) (?:no longer|not) (?:be )?(?:applicable|valid|relevant|relied|in effect|in place|achievable|current|appropriate)\b"
)
"""What is expected no more: "our prior outlook of $3.20 to $3.40 is no longer applicable"."""
_NOT_TO_GO_ON = re.compile(
    r"\b(?:not|don't|wouldn't|shouldn't|never) (?:to )?(?:extrapolate|annualize|read too much into|expect a repeat of|straight line|assume a repeat of)\b[^,;]*$"
)
"""What is not to be taken for what comes: "we would caution you not to extrapolate the 42% gross margin"."""
_ONCE_GUIDED = re.compile(
    r"\b(?:historically|in the past|in prior years|previously),? (?:we|the company)(?:'ve| have| had)? (?:always |typically )?(?:guided|given guidance|targeted)\b[^;]*$"
    r"|\b(?:(?:came|went|headed|coming|going|heading) in ?to|entered|started|began) (?:the|this|our) (?:[a-z]+ ){0,2}(?:quarter|year|half),? (?:expecting|anticipating|projecting|assuming|guiding to|planning for|thinking)\b(?:(?!\b(?:now|but)\b)[^;])*$"
    r"|\bon (?:our|the) (?:last|previous|prior|(?:first|second|third|fourth) quarter|(?:january|february|march|april|may|june|july|august|september|october|november|december)) (?:earnings |conference )?call,? (?:we|i)(?:'d| had)? (?:guided|gave|said|told|indicated|expected|provided|communicated)\b[^;]*$"
    r"|\b(?:prior|last|previous) year(?:'s)? (?:guidance|outlook|range|forecast) of(?: (?:about|approximately))? (?:[$£¥₠-⃏]?[\d.,]+ (?:million |billion )?to )?[$£¥₠-⃏]?$"
)
"""What was expected of other years: "historically, we've guided to $125 million", "below our prior year guidance of $1 million"."""
_ASSUMES_RECEIPT = re.compile(
    r"\b(?:guidance|outlook|forecast)(?: range)? (?:assumes?|includes?|contemplates?|reflects?) (?:receiving|the receipt of|receipt of|paying|spending|recording|recognizing)\b[^,;]*$"
)
"""What an expectation takes for granted: "our EBITDA guidance assumes receiving $2 million of assistance"."""
_BASE_OF = re.compile(
    r"\b(?:20\d\d|(?:prior|last|our|this) year(?:'s)?|our) base of(?: (?:about|approximately))? [$£¥₠-⃏]?$"
)
"""What is to grow: "earnings growth of 6% to 7% of our 2019 base of $3.50 a share"."""
_AVERAGE_OF_YEARS = re.compile(r"\b(?:two|three|four|five|ten|[2-5]|10) year (?:rolling )?average\b[^,;]*$")
"""What several years come to: "conversion of 80% to 90%, putting our three-year average around 130%"."""
_OUTLOOK_MOVED = re.compile(
    r"\b(?:increase|decrease|reduction|raise|improvement) (?:in|to|of) (?:our|the) (?:[\w']+ ){0,4}(?:outlook|guidance|forecast|estimates?|expectations?) (?:of|by)(?: (?:about|approximately|roughly|nearly))* [$£¥₠-⃏]?$"
    r"|\b(?:rais|increas|lower|reduc|lift|trimm|cut)\w* (?:our|the) [^.;$%]{0,60}\b(?:plan|budget|spending|estimate|target|goal|guidance|outlook|forecast)s?\b(?:(?!\bto\b)[^.;$%]){0,40}\b(?:by [^;]*,? and for (?:the )?(?:[\w']+ ){1,2})?by (?:about |approximately )?(?:[\d.]+ ?(?:%|percent),? or )?[$£¥₠-⃏]?$"
    r"|\b(?:rais|increas|lower|reduc|lift)\w* (?:our|the) [^.;$%\d]{0,60}\b(?:guidance|outlook|ranges?|forecast)\b[^.;$%\d]{0,40}\bby (?:about |approximately )?[$£¥₠-⃏]?[\d.,]+(?: million| billion|%| percent)? (?:in|of|for) (?:[\w']+ ){1,4}and (?:about |approximately |by )?[$£¥₠-⃏]?$"
)
_GUIDANCE_WOULD = re.compile(
    r"\b(?:guidance|outlook|forecast)(?: range)? would (?:be|have been)(?: (?:about|approximately))* [$£¥₠-⃏]?$"
)
_WHEN_REACHED = re.compile(
    r"\bwhen (?:our )?(?:[\w']+ )?(?:sales|revenues?) (?:reach(?:es)?|hits?|gets? to|exceeds?)\b[^.;]*$"
)
"""A size at which something else is aimed at: "our target when sales reach $2.5 billion"."""
_ONCE_COMPLETE = re.compile(
    r"[^.;,]{0,60} (?:upon|once|at|when) (?:(?:full|its|their|they are|it is|fully) )*(?:complet\w+|stabili[sz]\w+|build[- ]?out|finished|built)\b"
)
"""What something yields when it is built, whenever that is: "$40 million of NOI from our pipeline upon completion"."""
_TARGETED = re.compile(
    r"\b(?:(?:target|goal|comfortable|committed|maintain)\w*|towards? (?:an?|our) (?:[\w']+ ){0,3}structure)\b"
)
"""What a company keeps its debt at, whenever that will be: "returning to our targeted leverage ratio of 2.5 times"."""
_BETWEEN_YEARS = re.compile(
    r" (?:in [\w ]+ |of [\w ]+ )?(?:between|over|across|spread over)(?: the)? (?:fiscal )?20\d\d (?:and|to|through) (?:fiscal )?20\d\d\b"
)
_WITHIN_YEARS = re.compile(
    r" (?:(?!(?:and|but|while)\b)[\w']+ ){0,6}over the (?:course of the (?:next|coming|upcoming) (?:two|three|four|five|several|few|[2-9]) years|(?:two|three|four|five|ten|[2-9]|10) year (?:period|plan|horizon))\b"
    r"| (?:that [$£¥₠-⃏]?[\d.]+ (?:million|billion) )?(?:which )?will be realized (?:[\w']+ )*(?:first |next )?(?:two|three|four|five) years\b"
    r"|(?:[\w']+ ){0,2}(?:with)?in (?:the next )?(?:two|three|four|five|ten|[2-9]|10)(?: to (?:three|four|five|seven|ten|\d+))? years\b"
)
"""What is to come in years of no number: "growing to $30 million within five years"."""
_IF_SO = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)*if (?:we|you|our|the|that|this)\b[^.;]*,[^.;]*\bwould (?:be|remain|still be|stay)\b(?:[^.;]|\.\d)*$"
    r"|(?:(?:and|so|but|now)[ ,]+)*if (?:[\w'&]+ ){1,4}(?:stays?|stayed|remains?|remained|holds?|held|averages?|averaged|goes|went|moves?|moved|rises?|rose|falls?|fell|declined?|declines|decreased?|decreases|increased?|increases|grows?|grew|drops?|dropped)\b[^;,]*, [^.;]*(?:\b(?:would|could|might)\b|(?:we|it|that)'d\b)(?:[^.;]|\.\d)*$"
    r"|(?:(?:and|so|but|now)[ ,]+)*if (?:our |net |organic )*(?:sales|revenues?|volumes?|orders|growth|prices?) [^;,]*, (?:we(?:'d| would) (?:expect|anticipate|see)|(?:[\w']+ ){1,4}(?:should|would|could) be)\b(?:[^.;]|\.\d)*$"
)
"""What would be if something else were so: "if we hit our plan, revenue would be north of $1 billion"."""
_WHICH_WAS = re.compile(
    r"\b(?:versus|compared (?:to|with)|over|from|than|against) [^,;$%]{2,30}, which (?:was|were|had)(?: (?:up|down|some|about|approximately|around))* ?[$£¥₠-⃏]?$"
    r"|\b(?:versus|compared (?:to|with)|over|from|than|against) (?:lly|last year|the prior year)(?:'s)? (?:[\w']+ ){1,4}(?:of|was) [$£¥₠-⃏]?$"
)
"""What an expectation is held against: "an improvement on Q2, which was down some 20%"."""
_HAVE_NOW = re.compile(r"\bwe (?:currently|now|already) have\b[^;]*$")
"""What is held today is expected no more: "we currently have good liquidity, with cash of $374 million"."""
_LASTING = re.compile(r"\bevergreen\b[^.;]*$")
_ADDS = re.compile(
    r"\b(?:incremental|additional)\b[^.;]{0,50}\b(?:represent|equat|translat)\w*(?: to)?(?: (?:about|approximately))? ?[$£¥₠-⃏]?$"
)
"""What one thing adds: "$10 million of incremental NOI, representing $0.11 of FFO"."""
_GROWS_FROM = re.compile(
    r"\b(?:grow|increase|rise|decline|decrease|improve|expand|step (?:up|down)|go|move)(?: (?:sequentially|modestly|slightly|gradually))? from(?: (?:about|approximately|roughly|around|just|over|under|nearly))* ?[$£¥₠-⃏]?$"
)
_GROWS_TO = re.compile(r"(?: per share)?(?: (?:in|for) [^,;.]{2,40})? to \b")
"""Where an expectation starts from: "we expect expenses to grow from $72 million to about $85 million"."""
_RAISED_FROM = re.compile(
    r"\b(?:an? (?:increase|decrease|improvement|reduction)|up|down|raised|lowered|revised) from (?:the|our|a) (?:(?:prior|previous|original|initial|earlier|range|guidance|outlook|target|of|plus|minus) )*$"
)
"""The range that another replaces: "plus 11% to plus 13%, an increase from the plus 5% to plus 7%"."""
_BEYOND = re.compile(r"\b(?:above|below|beyond|outside|exceed\w*)(?: of)? (?:the|our) $")
"""The range that another expectation leaves: "we expect the margin to be above the 20% to 22% range given"."""
_RAISED_SO = re.compile(
    r"\b(?:rais|increas|lower|reduc|lift|bump)\w* (?:[\w'&/-]+ ){0,9}?(?:guidance|outlook|forecast)(?: range)?(?: for [^,;]{2,30}?)? to [^;]{3,70},? (?:(?:which|that)(?: is|'s) )?(?:up|down|an? (?:increase|decrease|raise) of)(?: (?:by|about|approximately))* [$£¥₠-⃏]?$"
)
"""How far the guidance moved, behind what it is now: "raising our EPS guidance to $4.20, up $0.10"."""
_ON_LAST_YEAR = re.compile(
    r"(?: per (?:diluted )?share)?,? (?:or [^,;]{2,20} )?(?:year over year|yoy|annually|organically|(?:from|over|versus|than|compared (?:to|with)) (?!(?:our|the) (?:prior|previous|initial|original|last)\b))"
)
_GUIDANCE_UP = re.compile(
    r"\b(?:increase|raise|decrease|reduction|improvement) (?:in|to|of) (?:our |the )?(?:[\w']+ ){0,5}(?:guidance|outlook|forecast) of(?: (?:about|approximately))? [$£¥₠-⃏]?$|"
    r"\b(?:guidance|outlook) (?:is |was )?(?:up|down|higher|lower|increased|raised|lowered) (?:by )?(?:about |approximately )?[$£¥₠-⃏]?$|"
    rf"\b{ESTIMATES} (?:now )?{ESTIMATE_MOVES} (?:up |down )?(?:by )?(?:about |approximately )?[$£¥₠-⃏]?$"
)
"""How far the outlook moved: "full-year core sales guidance up 249 basis points to a range of 8% to 10%"."""
_MIDPOINT_UP = re.compile(
    r"\bmid ?point(?: of (?:our|the) (?:[\w-]+ ){1,3}range)? (?:(?:is|was|goes|moves|now|up|down|by|an?|about|approximately|unchanged) )*[$£¥₠-⃏]?$"
)
"""How far the middle of a range moved: "which leaves the midpoint a penny higher"."""
_REFLECTS = re.compile(
    r"\b(?:updated|revised|new|latest) (?:guidance|outlook|forecast)(?: range)? (?:now )?(?:reflects?|includes?|assumes?) an? (?:about |approximately )?[$£¥₠-⃏]?$"
)
_LET_US_RAISE = re.compile(
    r"\b(?:enabled|allowed|permitted|led|positioned) us to (?:raise|increase|grow|boost) (?:our|the) (?:[a-z]+ ){1,3}(?:by )?(?:about |approximately )?[$£¥₠-⃏]?$"
)
"""What was declared already: "our performance enabled us to raise our dividend 11%"."""
_AND_OUR_GUIDANCE = re.compile(
    r"\b(?:was|were|came in) (?:[a-z]+ ){0,2}(?:below|above|lower than|higher than|better than)\b[^;]{3,60} and our (?:[a-z]+ )?(?:guidance|outlook|guide|expectations?) (?:range )?of [$£¥₠-⃏]?$"
)
"""What a result is held against beside the year before: "was below last year's 23.3% and our guidance of 23% to 25%"."""
_LEFT_OUT_WHICH = re.compile(
    r"\b(?:excluding|before|without) (?:the |our |any )?(?:[\w'-]+ ){1,5}?(?:expenses?|costs?|charges?|items?|amortization),? which (?:(?!and\b)[^ ,;]+ )*[$£¥₠-⃏]?$"
)
"""How much is left out: "expense to be down 3% excluding integration expense, which we approximate to be $450 million"."""
_BESIDE_OUTLOOK = re.compile(r"\b(?:guidance|outlook) and (?:the|our) (?:recent )?$")
"""What was done when the outlook moved: "our increased guidance and the 60% increase in our dividend reflect our growth"."""
_A_MOVE = re.compile(r" (?:reduction|increase|decrease|improvement)\b(?! (?:over|from|versus|compared))")
"""By how much a new guidance is off the one before: "our updated guidance reflects a $30 million reduction"."""
_WITH_GUIDED = re.compile(
    rf"\b(?:was|were|came in at|came to|{MOVED})\b(?:(?!\b(?:expect|rais|updat|now)\w*\b)(?:[^.;]|\.\d))*(?:,? which (?:is|was) (?:within|in|above|below|ahead of|in line with)|\b(?:compared (?:to|with)|versus)\b(?:[^.;]|\.\d)* and) our (?:guidance|target|outlook)(?: range)? of $"
)
"""Guidance that a result is held against: "ROE was 8.7%, which is within our guidance range of 8% to 10%"."""
_MORE_THAN_AIMED = re.compile(
    r"\b(?:doubled|tripled|exceeded|surpassed|beat(?:en)?) (?:our|the) (?:initial|original|prior|previous|earlier) (?:[\w']+ ){0,4}(?:target|goal|expectation|estimate)s? of(?: (?:about|approximately))? [$£¥₠-⃏]?$"
    r"|\b(?:fell|fall|falling|came|come|coming) short of (?:our|the) (?:[a-z]+ ){0,5}(?:target|goal|guidance|outlook|expectations?) of(?: (?:about|approximately|at least))* [$£¥₠-⃏]?$"
)
"""What was aimed at once: "we have doubled our initial cost synergy target of $332 million"."""
_BESIDE_RANGE = re.compile(
    r"\b(?:is|was|are|were|remains?|remained|stands|stood) (?:(?:well|comfortably|just|slightly|still|also|now) )*(?:above|below|within|inside) our (?:(?!guidance|outlook|forecast|guided|expect)[\w']+ ){0,4}(?:range|target)(?: range)? of(?: between| from)? [$£¥₠-⃏]?$"
)
"""The range that a ratio is held against: "our CET1 ratio of 8.1% is above our stated operating range of 7% to 7.9%"."""
_MET_GUIDANCE = re.compile(
    r"\b(?:in line with|within|above|below|exceed\w*|met|ahead of|end of) (?:our|the) (?:(?:original|initial|previous|prior) )?(?P<year>20\d\d) (?:[\w']+ )?(?:guidance|outlook|range|target)\b[^.;]{0,30}$"
)
"""Guidance for a year that is over: "benefit ratio was 61.6%, in line with our 2019 guidance of 61% to 64%"."""
_BEGAN_YEAR = re.compile(
    r"\b(?:began|started|entered) (?:the|this) (?:fiscal )?year with (?:an? |our )?(?:[\w']+ ){0,2}(?:projection|guidance|outlook|range|expectation|forecast)s?\b(?:[^.;]|\.\d)*$"
    r"|\b(?:when|as) we (?:began|started|entered) (?:(?:the|this) (?:fiscal )?year|20\d\d),? (?:[\w']+ ){0,3}we (?:said|guided|expected|thought|provided|gave|issued|set|talked)\b(?:[^.;]|\.\d)*$"
    r"|\b(?:start|begin|enter)(?:ing|ed|s)? (?:(?:the|this|our) (?:new )?(?:fiscal )?year|(?:fiscal )?20\d\d) with (?:an? |our )?(?:[\w'-]+ ){0,5}(?:backlog|cash|pipeline|order book|liquidity|debt|inventory)\b[^;,]*$"
    r"|\b(?:at|in) the (?:start|beginning|outset) of (?:the|this) (?:fiscal )?year,? (?:you|you guys|you folks) (?:said|guided|expected|talked|gave|provided|were)\b(?:[^.;]|\.\d)*$"
)
_DONE = re.compile(
    r" (?:already |we have |that (?:we have |was |were ))?(?:executed|completed|repurchased|purchased|bought|spent|paid|made|incurred|recorded)"
    r" (?:to date|so far|year to date|through|in the first)\b"
)
"""What was done already: "which includes the $415 million of share repurchases executed to date"."""
_EACH_OF = re.compile(
    r"\beach of (?:these|those|our|the) (?:[\w'-]+ ){1,4}(?:to|will|should|would|could|can)\b[^,;]*$"
    r"|\b(?:for|of) each of (?:these|those) (?:[\w.'-]+ ){1,6}(?:is|are) expected\b[^,;]*$"
)
"""What one of some things will bring: "each of these rigs should bring annual EBITDA of $8 million"."""
_USUAL_RANGE = re.compile(
    r"\brange (?:that |where )?we (?:like|prefer|want|would like|feel comfortable)\b[^;]*$|"
    r"(?<!return to )(?<!back to )\b(?:our|the) (?:usual|typical|normal|historical|customary|traditional) $"
)
_FROM_PRIOR = re.compile(
    r"(?: per (?:diluted )?share)?(?:,? or (?:about |approximately )?(?:[\d.]+ ?(?:%|percent)|[$£¥₠-⃏][\d.]+ per (?:diluted )?share))?(?: at (?:the )?mid ?point)?(?: (?:higher|lower|increase|decrease))? (?:from|versus|compared (?:to|with)|over|than) (?P<end>the (?:high|low|upper|lower|top|bottom) end of |the mid ?point of )?(?:(?:our|the) )?(?:prior|previous|earlier|last|original|initial) (?:\w+ )?(?:outlook|guidance|range|forecast|guide|expectations?)\b"
)
"""By how much the guidance moves: "an increase of $0.30 at the midpoint from our outlook before"."""
_TO_MOVE = re.compile(
    r"\b(?:to|will|should) (?:be )?(?:up|down|grow|increase|decrease|decline|fall|rise|improve|expand)(?: by)? (?:(?:about|approximately|around|nearly|over|at least) )*$"
)
_RATHER_THAN = re.compile(
    r",? (?:versus|compared (?:to|with)|(?:up |down )?from|rather than|instead of) (?:our |the |an? )?(?:prior|previous|earlier|original|initial) (?:[a-z]+ ){0,3}(?:of|for|to be|that)\b"
)
"""What a growth that is expected now stands for: "to be up 3%, versus our prior expectation of up 1%"."""
_A_YEAR_AGO = re.compile(
    r"\b(?:a|one) (?:year|quarter) ago,? we (?:said|told|guided|thought|expected|indicated)\b[^.;]*$"
)
"""What was expected at an earlier time."""


def _has_date(reading: Reading) -> bool:
    """Whether a year or a quarter is named for a target, behind it or before it in its clause: "to end 2021 in our targeted range of 1.5 times"."""
    start, end = reading.quantity.start, max(reading.quantity.end, reading.link.term.end)
    return any(
        span.period is not None
        and (0 <= span.start - end < _BEHIND or span.end <= start and "," not in reading.normal[span.end : start])
        for span in reading.sentence.future_spans
    )


_BEHIND = 30
"""So near behind a number stands the year that it is aimed at for."""
_CAGR = re.compile(r"\bcagr\b")
"""What goes with a rate over several years is of all of them: "a production CAGR of 6% through 2024, with output averaging 75,000"."""
_AT_INVESTOR_DAY = re.compile(
    r"\b(?:investors?|analysts?|capital markets)(?:(?: and| &) investors?)? day\b[^.;]*\bwe(?:'ve| have)? (?:outlined|set|laid out|presented|introduced|announced|provided|gave|communicated|shared|established)\b"
)
"""What is aimed at as such a day tells it is of no year where none is named."""
_TOWARD_GOAL = re.compile(
    r"\b(?:tak|gett?|bring|lead)(?:es?|ing|s)? us to (?:an? |our |the )[^,;]*\b(?:target|goal|ambition|aspiration)s? of(?: (?:about|approximately|over))* [$£¥₠-⃏]?$"
    r"|\b(?:progress|progressing|march|marching|path|journey|road|way) towards? (?:our |the )?[^,;]*\b(?:milestones?|targets?|goals?|ambitions?|aspirations?) of(?: (?:about|approximately|over))* [$£¥₠-⃏]?$"
)
"""Where a plan leads some day: "innovations that take us to an organic sales growth target of 2% to 4%"."""
_TO_HIT = re.compile(
    r"\b(?:hit|hitting|get to|getting to|reach|reaching|achieve|achieving) (?:our|that|the) (?:[\w'-]+ ){1,3}targets?,? (?:which|that)\b[^;.]*$"
)
"""What is aimed at in no year: "what drives us in hitting our gross margin target, which is 42%"."""
_UNDER_PROGRAM = re.compile(r"\bunder (?:the|our) (?:existing|current|remaining|new) (?:up to )?[$£¥₠-⃏]?$")
"""What may be bought is not what will be: "we plan to resume share repurchases under the existing $50 million authorization"."""
_COMPOUNDED = re.compile(
    r"\bcompound(?:ed)? annual [^,;]*$|\bsince (?:its |the )?inception\b[^;]*$|\bcumulative (?:[\w']+ ){0,3}(?:savings|synerg(?:y|ies)) [^,;]*$"
)
"""What is of several years: "compounded annual EPS growth relative to 2021 of 8%", "savings since inception of $180 million"."""
_SO_FAR = re.compile(
    rf"\bto date in (?:our |the )?(?:fiscal )?(?:first|second|third|fourth) (?:fiscal )?quarter\b[^,;]*$|\bthrough (?:(?:mid|early|late) )?(?:{MONTH})(?!\w| (?:2[5-9]|3[01])\b| of\b) [^,;]*$"
)
"""What was until a day of the next quarter: "first quarter sales through mid August up by 15%"."""
_THROUGH_CYCLE = re.compile(
    r"\b(?:through|over|across) (?:the |a |an? )?(?:up |full |economic |business )?cycles?\b|\bin an? (?:average|typical|normal|ordinary) year\b"
)
"""What is aimed at over years of no number."""
_OBJECTIVE = re.compile(
    r"\b(?:reach|reaching|achieve|achieving|get to|getting to|toward|towards|within) our (?:long term )?target(?:ed)? (?!for )|\b(?:our|the) (?:\w+ )?(?:goal|objective|ambition|aspiration|(?:disciplined )?approach|policy|philosophy|practice)s? (?:is|are|remains?|continues?)\b|\bour (?:[a-z]+ ){1,3}target is\b|\b(?:exceed|surpass|reach|achieve|hit|meet) our [$£¥₠-⃏]?$"
)
"""What is aimed at in no period: "our goal is a double-digit return on equity"."""
_AGAINST_GUIDED = re.compile(
    r"(?: per (?:diluted )?share)?,? (?:versus|compared (?:to|with)|against|above|below|within|ahead of) (?:our|the) (?:[\w']+ ){0,2}(?:guidance|outlook|expectations?)\b"
)
_CAME_TO = r"\b(?:lost|earned|was|were|had|reported|posted|generated|delivered|achieved)(?: (?:about|approximately|a|an))* ?[$£¥₠-⃏]?"
_LATELY = re.compile(rf"{_CAME_TO}$")
"""What came out, held against what had been expected: "we lost $0.05 per share versus a guidance range of"."""
_VERSUS_GUIDED = re.compile(
    rf"{_CAME_TO}\d(?:(?!\b(?:and|we|expect\w*|rais\w+)\b)[^;]){{0,60}}\b(?:versus|compared (?:to|with)|against) (?:(?:our|the) (?:[\w']+ ){{0,2}}(?:guidance|outlook)|an? (?:guided|projected|forecast(?:ed)?) (?:loss|range|profit))\b[^.;]{{0,30}}$"
)
_CAME_IN = re.compile(
    r"\b(?:coming|came) in (?:just |slightly |well )?(?:below|above|within|at|ahead of|in line with)\b[^.;]{0,40}\b(?:range|expectations?|guidance|outlook)\b[^.;]{0,25}$"
)
_FROM_RANGE_BY = re.compile(
    r"\bfrom (?:the |our )?(?:prior|previous|original|earlier) (?:guidance |outlook )?(?:range )?of [^;]{3,45}, an? (?:increase|decrease|improvement|reduction) of(?: (?:about|approximately|over|nearly))* [$£¥₠-⃏]?$"
)
"""By how much the guidance has moved: "to $1.67 to $1.71 from the prior range of $1.52 to $1.59, an increase of 9%"."""
_AT_MIDPOINT = re.compile(
    r"(?: per share)?(?: or [\d.]+ ?(?:%|percent))?(?P<moves> (?:increase|decrease|improvement|reduction))? at the (?:mid ?point|(?:low|high|lower|upper|top|bottom) end of (?:our|the) (?:original|prior|previous|initial|guidance|range|outlook))\b(?!,? (?:as )?(?:compared (?:to|with)|over|versus|from|relative to) (?:fiscal )?(?:20\d\d|last year|the prior year))"
)
"""By how much the guidance moves: "an increase of $0.02 at the midpoint"."""
_MOVES_FROM_PRIOR = re.compile(
    r" (?:reduction|increase|decrease|improvement) (?:from|to|over|on) (?:our|the) (?:prior|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|last|earlier) (?:[\w']+ ){0,4}?(?:guidance|outlook|forecast|mid ?point|range|expectations?)\b"
)
_RATE_AT_MIDPOINT = re.compile(r",? or [\d.]+ ?(?:%|percent) at the mid ?point to (?:now )?(?:a )?(?:new )?range\b")
_MIDPOINT_MOVED = re.compile(
    r"\b(?:mid ?point|high end|low end) of [^,;$%\d]*\b(?:guidance|outlook|range)\b[^,;$%\d]*\b(?:is|are|was|remains)(?: (?:about|approximately|roughly|still))* [$£¥₠-⃏]?[\d.,]+ ?(?:%|percent|million|billion|cents|basis points)? (?:above|below|higher than|lower than|ahead of)\b"
)
"""How far the guidance is from another figure: "the midpoint of our range is $20 million below the $1.2 billion in March"."""
_TALKED_ABOUT = re.compile(
    r"(?: to (?:the )?(?:(?:low|mid|high) )*[$£¥₠-⃏]?[\d.,]+(?: million| billion|%| percent)?)? (?:range )?(?:that )?we (?:talked about|discussed|gave|provided|shared|communicated|outlined) (?:to you )?(?:on|in|at|during|last|previously|before|earlier)\b"
)
"""What is replaced: "we have adjusted our outlook from the low $498 million range we talked about on our last call"."""
_TARGETED_THEN = re.compile(r"\bwe (?:had )?(?:targeted|guided to|forecast|projected|expected|anticipated) [^;.,]*$")
_ON_LAST_CALL = re.compile(r" [^;.,]{0,50}\b(?:on|in|during) our (?:last|previous|prior) (?:[a-z]+ )?call\b")
"""What was aimed at then: "we targeted double-digit earnings per share growth on our last call"."""
_OR_BY = re.compile(r"\bor (?:(?:about|approximately|roughly|nearly|some) )*[$£¥₠-⃏]?$")
_LESS = re.compile(r" (?:less|lower|more|higher)\b(?! (?:in|of) )")
"""How far an expectation is from another: "a range of $400 million to $500 million, or roughly $100 million less"."""
_LAPPED = re.compile(
    r"\b(?:as|when|while|once) we (?:lap|cycle|anniversary|roll over)\b[^;$%]*(?:[$£¥₠-⃏]?[\d.,]+ (?:million|billion) and )?[$£¥₠-⃏]?$"
)
"""What is lapped is of another thing: "we expect profit to be hurt as we lap recoveries of $21 million"."""
_AFTER_YEARS = re.compile(
    r"\bafter (?:(?:more|over|nearly|almost|than) )*(?:two|three|four|five|several|many|a few|a couple of|\d+) (?:consecutive |straight )?(?:years|quarters) of [^,;]*$"
)
"""What years that are over brought: "after two years of book-to-bill over 1.2, it should be near one"."""
_END_OF_OUTLOOK = r"(?:the )?(?:(?:high|low|top|upper|bottom) end of )?our (?:[\w']+ ){0,4}(?:outlook|guidance)(?: range)? of(?: (?:about|approximately))* [$£¥₠-⃏]?$"
_ABOVE_OUTLOOK = re.compile(
    r"\b(?:brings?|bringing|brought|ended|ending|came in|coming in|finished|landed|was|were|totaled|totaling|delivered|reported|achieved|generated)\b[^;]*\b(?:above|below|exceed\w*|beat\w*|surpass\w*|ahead of) "
    + _END_OF_OUTLOOK
)
"""What a result is held against: "revenue ended at $181 million, above the high end of our outlook of $176 million to $180 million"."""
_UP_AND_ABOVE = re.compile(
    r"(?:and |also )?(?:up|down|this (?:is|was)|that (?:is|was)|which (?:is|was)) [^;]*\b(?:above|below|ahead of) "
    + _END_OF_OUTLOOK
)
"""A sentence that only goes on with the result before: "Up 25% over last year, and above our guidance range of $1.16 to $1.18"."""
_THAN_BEFORE = re.compile(
    r"(?: from (?=(?:our|the) (?:prior|previous|last|earlier|original|initial))| (?:higher|lower|better|above|below|more|less|up|down|increase|decrease|reduction|improvement))(?: than| from| versus)?(?: in| under)? (?:our|the|what)(?: (?:we|assumed|in|our|full|year|had|original|initial))*(?: (?:prior|previous|last|earlier|original|initial|first|second|third|fourth|quarter|january|february|march|april|may|june|july|august|september|october|november|december|\d\d?))* (?:guidance|outlook|forecast|expectations?|estimates?|expected|guided|update|commentary)\b"
)
