"""Which fiscal period a quantity is stated for.

Takes the period expressions of a sentence and what earlier sentences set; gives the period of a quantity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.grammar.frames.place import HEDGES, Frame
from transforms.grammar.wordlists import ALIKE, MOVED, WAS
from transforms.language.periods import PeriodSpan, order, quarter_before, year_before
from transforms.language.quantities import Quantity

_NEXT_TO = re.compile(
    r"^[ ,]*(?:(?:million|or (?:more|better|higher|greater|above|less)|of|net|rmb|per|diluted|common|share|sales|revenue|year over year|yoy|increase|growth|in|for|during|at|as|on|the|our|this|by|through|a|an|is|was|both|expected|adjusted|gaap|eps|ebitda|income|earnings|total|decrease|decline|higher|lower|improvement|reported|recorded|cash|flow|capital|expenditures|purchased|repurchased|repurchases|buybacks|paid|declared|dividends|company|free|that|which|we|we've|have|realized|delivered|generated|achieved|earned|from|versus|compared|with|to|over|than|organic|quarterly|coming|occurring|landing|cost|costs|savings|synergies|plan|target|range|level)[ ,]+)*$"
)


UNSAID = 0.6
"""How sure the period is where the sentence names none."""


def own_period(
    normal: str,
    index: int,
    quantities: Sequence[Quantity],
    frames: Sequence[Frame],
    spans: Sequence[PeriodSpan],
    default: str,
) -> tuple[str, float]:
    """The period a level or change is stated for, and how sure that is."""
    quantity = quantities[index]
    best: tuple[float, str] | None = None
    lead = _lead(index, quantities, spans)
    reach = _breath(normal, index, quantities)
    previous_end = quantities[index - 1].end if index else 0
    has_later = any(span.period and span.start >= quantity.end for span in spans)
    of_others = [span for span in spans if has_later and _ends_group(normal, previous_end, span, quantity)]
    for span in spans:
        if span in of_others or _is_of_reason(normal, quantity, span):
            continue
        score = _nearness(normal, index, quantities, frames, span, reach)
        if score is not None and span.period and (best is None or score > best[0]):
            best = (
                score,
                _beside_lead(normal, quantities[: index + 1], span, _of_dated(normal, span, span.period, spans), lead),
            )
    is_own = frames[index].role != "comparison" and not frames[index].is_held_against
    if is_own and any(_is_then(normal, quantity, span) for span in spans):
        return year_before(default), 0.85
    if best and best[0] > 0.25:
        within = _within_year(normal, quantity, spans, best[1], reach[0])
        return within or best[1], best[0]
    named = {span.period for span in spans if span.period}
    if best and named == {best[1]} and spans[-1].end <= quantity.start and not _is_since(normal, spans):
        return best[1], 0.65  # far away, but no other period is named
    if (
        best is None
        and (len(named) == 1 or of_others)
        and (for_all := _said_for_all(normal, quantity, quantities, frames, spans[-1]))
    ):
        return for_all, 0.7
    return default, UNSAID


def _is_of_reason(normal: str, quantity: Quantity, span: PeriodSpan) -> bool:
    """Whether a period is that of an amount told as the reason: "fell to $14 million, mainly due to the first quarter $2 million distribution"."""
    return (
        quantity.end <= span.start
        and _REASON.fullmatch(normal, quantity.end, span.start) is not None
        and _ITS_AMOUNT.match(normal, span.end) is not None
    )


_REASON = re.compile(
    r",? (?:(?:mostly|primarily|mainly|largely|principally|partly|partially) )?(?:reflecting|due to|driven by|offset by|as a result of|attributable to) (?:the )?"
)
_ITS_AMOUNT = re.compile(r"(?:'s)? [$£¥₠-⃏]\d")


def _is_since(normal: str, spans: Sequence[PeriodSpan]) -> bool:
    """Whether a period is only the start or the end of another: "reduced since the fourth quarter"."""
    return any(_SINCE.search(normal, max(0, span.start - _NEAR_SINCE), span.start) for span in spans)


_NEAR_SINCE = 25


def _within_year(
    normal: str, quantity: Quantity, spans: Sequence[PeriodSpan], period: str, next_start: int
) -> str | None:
    """The quarter named behind a number whose year is named before: "We finished 2021 with $1 million in the fourth quarter"."""
    if not period.endswith("FY"):
        return None
    behind = (
        span
        for span in spans
        if quantity.end <= span.start < next_start
        and not is_compared(normal, span)
        and not _is_of_next(normal, quantity.end, span)
    )
    return next(
        (
            span.period
            for span in behind
            if span.period
            and span.period.startswith(f"{period[:4]}Q")
            and normal[quantity.end : span.start] != " with "
            and (
                _OF_IT_IN.fullmatch(gap := _AT_A_RATE.sub("", normal[quantity.end : span.start])) or _NEXT_TO.match(gap)
            )
        ),
        None,
    )


def _ends_group(normal: str, previous_end: int, span: PeriodSpan, quantity: Quantity) -> bool:
    """Whether a period belongs to the numbers before it: "$310 million and $62 million in the quarter and $612 million and $120 million year to date"."""
    if not 0 < previous_end <= span.start:
        return False
    is_of_previous = not normal[previous_end : span.start].strip() or _OF_IT_IN.fullmatch(
        normal, previous_end, span.start
    )
    return bool(is_of_previous) and _AND_AMOUNT.fullmatch(normal, span.end, quantity.start) is not None


_AND_AMOUNT = re.compile(r",? and [$£¥₠-⃏]?")


def _is_of_next(normal: str, end: int, span: PeriodSpan) -> bool:
    """Whether a period behind a number is of what is said next.

    "Q3 gross margin should be 40%, Q4 about 41%", "expenses of $800 million for the year and Q4 interest to be lower".
    """
    start = min(end, span.start)
    return bool(
        _AND_IN.fullmatch(normal, start, span.start)
        and _STATES_NEXT.match(normal, span.end)
        or normal.endswith(" and ", start, span.start)
        and _BEGINS_NEXT.match(normal, span.end)
    )


_AND_IN = re.compile(r"[,;] (?:(?:and|then|in|for|the|our|with|followed by) )*")
_STATES_NEXT = re.compile(
    r" (?:(?:it|that|contributing|adding|generating|delivering|accounting|for|was|is|at|of|will|should|would|be|to|about|approximately|around|roughly|nearly|another) )*[$£¥₠-⃏]?\d(?!\d\d\d\b)"
)
_SHARES_IN = re.compile(
    r" (?:(?:common|ordinary) )?shares(?: of (?:(?:our|the|common) )*stock)?(?: (?:in|for|during|over)(?: the)?)? "
)
"""Between a count of shares and its time: "purchasing 2.6 million shares year-to-date"."""
_BEGINS_NEXT = re.compile(r"(?: (?!and\b|of\b|in\b|for\b)[a-z']+){1,5} (?:to be|is|are|was|were|will|should) ")
_GUIDED_FOR = re.compile(r" (?:[\w']+ ){0,3}(?:guide|guidance|outlook|target|goal|forecast) (?:for )?(?:the )?")
_METRIC_IN = re.compile(
    r"(?: (?:non|gaap|adjusted|core|organic|net|total|gross|operating|ebitda|free|cash|flow|revenue|sales|income|profit|earnings|eps|margin|growth))+ (?:in|for|during) (?:the )?"
)
"""What a number is of, and when: "raised our guidance for 2021 and reiterate our target of a 25% operating margin in 2024"."""
_OF_IT_IN = re.compile(r"(?: (?:of|in) (?:[\w']+ ){0,3}[\w']+)? (?:in|for|during) (?:the )?")


def _lead(index: int, quantities: Sequence[Quantity], spans: Sequence[PeriodSpan]) -> PeriodSpan | None:
    """The quarter named before a number, unless it belongs to a number before that."""
    lead = next(
        (
            span
            for span in spans
            if span.period and not span.is_year and not span.is_comparison and span.end <= quantities[index].start
        ),
        None,
    )
    return None if lead and any(other.end <= lead.start for other in quantities[:index]) else lead


def _nearness(
    normal: str,
    index: int,
    quantities: Sequence[Quantity],
    frames: Sequence[Frame],
    span: PeriodSpan,
    reach: tuple[int, int],
) -> float | None:
    """How sure a number is of the period that an expression names; None where it cannot be.

    `reach` is what `_breath` gives for the number.
    """
    quantity = quantities[index]
    previous_end = quantities[index - 1].end if index else 0
    next_start, breath_end = reach
    if (
        span.period is None
        or frames[index].role == "level"
        and _SINCE_THEN.search(normal, max(0, span.start - _NEAR_SINCE), span.start)
    ):
        return None  # "12%, our highest rate since 2012"
    if _MOST_SINCE.search(normal, 0, span.start):
        return None  # "our 11% growth is the highest since Q2 2018"
    if frames[index].role != "comparison" and _LEVELS.match(normal, span.end):
        return None  # "revenues recovered to $6 million, or 70% of 2019 levels"
    if is_compared(normal, span) and not _OF_GUIDANCE.fullmatch(normal, span.end, quantity.start):
        is_from = _FROM_ONLY.fullmatch(normal, quantity.end, span.start) and _TO_ANOTHER.match(normal, span.end)
        return 0.9 if is_from and frames[index].role == "level" else None
    is_before = span.is_comparison and span.end <= quantity.start
    if frames[index].role == "change" and is_before and not _moved_then(normal, span):
        return None  # no change is of the period that it is held against
    if (
        index
        and frames[index - 1].role == "comparison"
        and previous_end <= span.start
        and span.end <= quantity.start
        and _TO_NOW.fullmatch(normal, span.end, quantity.start)
    ):
        return None  # "from 3.1% last quarter to 3.2%"
    if quantity.end <= span.start < next_start:
        gap = _OR_SHARES.sub("", normal[min(breath_end, span.start) : span.start])
        if gap == ", " and (_WE.match(normal, span.end) or _OWN_CLAUSE.match(normal, span.end)):
            return None  # "depreciation was $75 million, for all of 2021 we expect $295 million"
        if _is_of_next(normal, breath_end, span) or (
            # "sales were $2 billion compared to sales in 2020 of $2.2 billion"
            _HELD_AGAINST_ONE.search(gap) and _OF_AMOUNT.match(normal, span.end)
        ):
            return None
        if _ASSUMING.search(gap):
            return None  # "EPS of $1.99 to $2.24, assuming no extraordinary weather in the latter half of 2021"
        if _BRINGING.search(gap) or _IMPLYING.search(gap):
            return None  # "for $100 million, bringing the year-to-date total to $135 million"
        if gap.startswith(_WITH_MORE) or gap.strip(" ,") in _WITH_OTHER or _IN_HALVES.match(normal, quantity.end):
            return None  # "we expect to end the year with inventories up 10%, with higher growth in the first half"
        if (
            _NEW_CLAUSE.match(gap)
            or _CAUSED.search(gap)
            or _HELD_OR_LED.search(gap)
            or _LIKE_THEN.match(gap)
            or _MAKES_FOR.match(gap)
        ):
            return None
        if (
            not gap.strip()
            or _OF_IT_IN.fullmatch(gap)
            or _SHARES_IN.fullmatch(gap)
            or _METRIC_IN.fullmatch(gap)
            or _GUIDED_FOR.fullmatch(gap)
            or _NEXT_TO.match(gap)
            and len(gap) < 70
        ):
            return 0.95 if len(gap) < 25 or gap.startswith(" of which") else 0.8
        return 0.45 if len(gap) < 60 else 0.2
    if span.end > quantity.start or _owned_by_comparison(normal, span, quantities[:index], frames):
        return None
    gap = normal[span.end : quantity.start]
    crossed = span.start < previous_end
    score = 0.85 - 0.002 * len(gap) - (0.15 if crossed else 0.0) - (0.25 if _CLAUSE_BETWEEN.search(gap) else 0.0)
    return score - 0.35 if crossed and _owned_by_previous(normal, span, quantities, index) else score


_HELD_AGAINST_ONE = re.compile(
    r",? (?:as )?(?:compare[sd] (?:to|with)|versus|against|(?:up|down) from|from) (?:an? |the |our )?(?:[\w&'-]+ ){1,6}(?:in|for|during|of|from) (?:the |fiscal )?$"
)
_OF_AMOUNT = re.compile(
    r",? (?:of|was|were|at) (?:(?:about|approximately|nearly|over|an?|loss|income|of) )*[$£¥₠-⃏]?\d"
)
"""Behind a period, the amount that is of it."""


def _moved_then(normal: str, span: PeriodSpan) -> bool:
    """Whether a change behind a period is of that period: "full-year 2020 revenue grew 36%", "revenue in the first quarter grew 4%"."""
    return bool(
        (_IT_MOVED.match(normal, span.end) and _WITHIN.search(normal, 0, span.start))
        or (span.is_bare_year and _THAT_YEAR.search(normal, 0, span.start) and _OURS.match(normal, span.end))
        or (span.is_year and _ITS_YEAR.fullmatch(normal, 0, span.start) and _MOVED.match(normal, span.end))
        or (opens := _OPENS_WITHIN.match(normal)) is not None
        and span.start <= opens.end() <= span.end
        and _THEN_MOVED.match(normal, span.end)
    )


def _beside_lead(normal: str, said: Sequence[Quantity], span: PeriodSpan, period: str, lead: PeriodSpan | None) -> str:
    """The period of an expression; a year said alone beside a quarter or a year to date belongs to it.

    `said` is the number with those before it.
    """
    quantity = said[-1]
    if (
        lead
        and lead.period == f"{period}YTD"
        and _YEAR_TO_DATE.fullmatch(normal, 0, lead.end)
        and not any(other.end <= span.start for other in said[:-1])
    ):
        return lead.period  # "Year-to-date profit for the third quarter was $19.5 million"
    if not (span.is_bare_year and lead and lead.period):
        return period
    if span is not lead and span.start >= quantity.end and not _OWN_SUBJECT.search(normal, lead.end, quantity.start):
        if period[:4] > lead.period[:4]:
            return period  # "we closed a plant in the fourth quarter that will result in $5 million of savings in 2020"
        return f"{period[:4]}{lead.period[4:]}"  # "First quarter sales were $190.9 million in fiscal 2021"
    if (
        lead.period[:4] == period[:4]
        and lead.end <= span.start < quantity.start
        and " and " not in normal[lead.end : span.start]
        and not any(
            lead.end <= other.start
            and other.end <= span.start
            # "the third quarter's was $75 million, for fiscal 2021 we expect $295 million"
            and (normal[other.end : span.start].strip(" ,/") or normal.startswith("for ", span.start))
            for other in said
        )
    ):
        return lead.period  # "On a year-to-date basis, 2021 earnings were …"
    return period


def _of_dated(normal: str, span: PeriodSpan, period: str, spans: Sequence[PeriodSpan]) -> str:
    """The period of an expression; the full year is that of which the sentence opens: "For 2022, we reaffirm our full year guidance"."""
    opens = spans[0]
    is_other = opens.is_bare_year and opens.end <= span.start and _FOR.fullmatch(normal, 0, opens.start) is not None
    is_full = is_other and _FULL_YEAR.fullmatch(normal, span.start, span.end) is not None
    return opens.period if is_full and opens.period else period


_YEAR_TO_DATE = re.compile(r"(?:(?:and|so|now|but|our)[ ,]+)*year to date")
_FOR = re.compile(r"(?:(?:and|so|now|but)[ ,]+)?(?:for|in) (?:fiscal (?:year )?)?")
_FULL_YEAR = re.compile(r"(?:(?:the|our) )?full year")
_OWN_SUBJECT = re.compile(
    r"\b(?:and|but) (?:we|it|the company)(?:'ve|'re)?\b|(?<!quarter), we (?:now |still |continue to )?(?:expect|anticipate|project|forecast|see)\b|\bon (?:track|target|pace|course) to\b|\band (?:still |now |also )?(?:continue to )?(?:expect|anticipate|project|forecast)\b"
)
"""What a later clause says has a period of its own: "In the first quarter we did well, and we expect revenue of … in 2021"."""


def _said_for_all(
    normal: str, quantity: Quantity, quantities: Sequence[Quantity], frames: Sequence[Frame], span: PeriodSpan
) -> str | None:
    """The period said once behind a list: "EBITDA of $126 million and earnings of $0.85 for the second quarter"."""
    beside = [
        (other, frame)
        for other, frame in zip(quantities, frames, strict=True)
        if quantity.start <= other.start < span.start
    ]
    last = beside[-1][0].end if beside else 0
    is_again = any(_BY_AND.fullmatch(normal, quantity.end, other.start) for other, _ in beside[1:])
    if is_again and " and " not in normal[: quantity.start] and "respectively" not in normal:
        return None  # "EPS was $1.14 per share and $2.20 for the first half"
    if not span.is_comparison and len(beside) == _PAIR and _is_one_of_two(normal, quantity, beside[-1][0], span):
        return span.period
    if (
        (not span.is_comparison or span.is_bare_year)
        and len(beside) > 1
        and all(frame.role == "level" for _, frame in beside)
        and (of_all := _FOR_ALL.match(normal, last)) is not None
        and of_all.end() >= span.start
        and not _STATES.search(normal, quantity.end, last)
        and not (beside[-1][0].kind == "percent" and _PART_OF_IT.fullmatch(normal, quantity.end, beside[-1][0].start))
    ):
        return span.period
    return None


def _is_one_of_two(normal: str, quantity: Quantity, other: Quantity, span: PeriodSpan) -> bool:
    """Whether a number shares a clause with the next and its period: "revenue grew 5% and EPS grew 10% for the full year"."""
    return (
        quantity.kind == other.kind
        and _AND_ALIKE.fullmatch(normal, quantity.end, other.start) is not None
        and _FOR_BOTH.fullmatch(normal, other.end, span.start) is not None
    )


_PAIR = 2
_AND_ALIKE = re.compile(
    rf"(?: per (?:diluted )?share| organically| in (?:constant|local) currency)? and(?: (?!(?:we|our|it|that|is|up|down|{WAS}|{MOVED})\b)[\w&']+){{1,5}}(?: (?:of|{WAS}|{MOVED}|up|down)(?: (?:by|to|about|approximately|nearly|over))*)? [$£¥₠-⃏]?"
    r"| (?:as reported|on a reported basis|in (?:u\.s\. )?dollars) and (?:(?:up|down|about|approximately) )*"
    r"|,? or (?:(?:up|down|about|approximately) )*"
)
"""Between two of one clause, each with its own verb or both with one."""
_FOR_BOTH = re.compile(
    r"(?: per (?:diluted )?share)?(?: organically| (?:in|at|on an?) (?:constant|local) (?:currency|exchange rates)(?: basis)?| on an? [\w]+(?: currency)? basis)?,? (?:(?:for|in|during|over) (?:the |our )?)?"
)
_FOR_ALL = re.compile(
    r"(?: per (?:diluted )?share)?(?:(?: (?:in|of))? (?:(?:adjusted|free|cash|operating|diluted|gross|ebitda|net|organic) )*(?:eps|ebitda|earnings|income|revenues?|sales|flow|margins?|growth))?(?: conversion (?:to|of)(?: [\w']+){1,3}?)?,? (?:respectively,? )?(?:(?:for|in|during|by) (?:the |our )?(?:year )?|(?=year to date\b))"
)
_PART_OF_IT = re.compile(r",? with(?: (?:about|approximately|around|roughly|nearly|over|some|more than|at least))* ")
"""What part of an amount falls into a time of its own: "capex of $95 million, with roughly 60% in the back half"."""
_BY_AND = re.compile(r"(?: per (?:diluted |common )*(?:share|unit))? and [$£¥₠-⃏]?")
"""Between two numbers of one metric, which are of two periods."""
_STATES = re.compile(
    r"[;:]|\b(?:was|were|is|are|will|bring(?:s|ing)|brought|expect\w*|anticipate\w*|compar\w+|versus|from|while|but|which|that|we|grew|increased|decreased|declined|up|down)\b"
)


def _is_then(normal: str, quantity: Quantity, span: PeriodSpan) -> bool:
    """Whether a number is said of the year before and held against nothing: "Cash was $419 million in the prior year"."""
    if span.period is not None or "year" not in normal[span.start : span.end]:
        return False
    if span.start >= quantity.end:
        return bool(_IN_THEN.fullmatch(normal, quantity.end, span.start))
    leads = (
        span.start > _OPENING  # "Obviously, this time last year, our revenue was $33 million"
        if normal.startswith(("this time", "at this time"), span.start)
        else _AS_ONLY.search(normal, 0, span.start)
    )
    return bool(leads and _OUR.match(normal, span.end))


_OPENING = len("and for the ")
"""What a sentence opens with further on is no lead of it (`topics.past_lead`)."""
_AS_ONLY = re.compile(r"\b(?:as|since|because|when) (?:only|just) $")
"""Before the year that a clause speaks of: "an improvement, as only a year ago our organic revenue was down 9%"."""
_OUR = re.compile(r",? (?:our|we|the|it)\b")
_IN_THEN = re.compile(r"(?: per (?:diluted )?share| organically)? (?:(?:in|for|during|at the end of|as of) )?(?:the )?")
_SINCE_THEN = re.compile(r"\bsince (?:the end of )?$")
_SINCE = re.compile(r"\b(?:since|from|by|through|until|starting|back in)\b")


_NEW_CLAUSE = re.compile(
    r"(?: per (?:diluted |common |basic )*(?:share|unit))?[ ,]*(?:and|or(?! (?:more|better|higher|greater|above|less)\b)|while|but)\b|.*[;:]"
)
_CAUSED = re.compile(
    r"\b(?:due|driven|helped|aided|because|reflecting|following|attributable|owing|thanks|as a result|related|behind|(?:actions?|measures|increases|initiatives) (?:taken|implemented|announced|introduced)) \b"
)
"""What caused a change may be of another time: "down 8% due to actions taken in Q3 of last year"."""
_WITH_MORE = tuple(f"{comma} with {more} " for comma in (",", "") for more in ("higher", "more", "most", "stronger"))
_ASSUMING = re.compile(r", (?:and )?(?:assum(?:ing|es)|which assumes)\b")
_WITH_OTHER = ("with", "with a", "with an", "with our", "for a")
"""What stands before a period that is of the number behind it: "a loss of $7 million with a full-year cost of $33 million"."""
_HELD_OR_LED = re.compile(
    r"\b(?:than|double|triple|twice)\b|\b(?:and|which) (?:resulted|resulting|brought|brings|bringing|drove|led|contributed|helped|supported)\b"
)
"""What is held against another time, or leads to another figure: "as we expected and gave full year free cash flow of"."""
_MAKES_FOR = re.compile(
    r"[^;]*? (?:leav|keep|putt?)(?:es|s|ing) us (?:firmly |well )?on (?:track|course|pace)\b|[^;]*?, (?:providing|giving|setting|positioning|creating|boding)\b"
)
"""What it is good for lies later: "loans were up 2% linked quarter, providing some momentum for first quarter growth"."""
_LIKE_THEN = re.compile(
    r",? (?:sustaining|maintaining|matching|equal(?:l?ing)? to|surpassing|exceeding|beating|topping|approaching|nearing|near|close to|returning to)\b"
)
"""What a level is held against: "almost $0.9 billion, sustaining the record level we achieved in 2018"."""
_CLAUSE_BETWEEN = re.compile(r"; |, (?:while|but)")
_TO_NOW = re.compile(r",? to(?: (?:a|an|about|approximately|nearly|over|record))* ?")
_OR_SHARES = re.compile(
    r",? or [\d.,]+ (?:million |billion )?(?:diluted |basic )?shares|,? or [\d.]+ ?(?:%|percent) of (?:(?:net|total|our) )*(?:sales|revenues?)"
)
_FROM_THEN = re.compile(r"\b(?:from|versus|compared (?:to|with))(?: (?:about|approximately))* $")
_SAME_BREATH = re.compile(
    r"(?: year over year| organically| (?:in|at) (?:constant|local) (?:currency|currencies|rates)| on an? (?:[a-z]+ ){1,2}basis)?,? (?:or|to|at)(?: (?:a|an|about|approximately|nearly|over|record))* ?[$£¥₠-⃏]?"
)
_OF_SALES = re.compile(r" of (?:(?:net|total|our) )*(?:sales|revenues?)\b")
_SHARES = re.compile(r" (?:million |billion )?(?:diluted |basic )?shares\b")


def _breath(normal: str, index: int, quantities: Sequence[Quantity]) -> tuple[int, int]:
    """Where the next number starts that may own a period, and where the last ends that shares this number's.

    "$1.30, or 90 million shares in 2020" has but one, "13% or $25.7 million for the full year" one for both.
    """
    last = quantities[index]
    for following in quantities[index + 1 :]:
        is_led = _is_by_how_much(normal, index, quantities) and normal.startswith(" to ", last.end)
        is_other = last.kind != following.kind or last.high > _SHARES_OF * abs(following.high)
        if (is_other or is_led) and _SAME_BREATH.fullmatch(normal, last.end, following.start):
            last = following
            continue
        is_rate = _A_RATE.match(normal, following.end) and _AT_RATE.search(normal, last.end, following.start)
        is_aside = is_rate or (
            bool(_SHARES.match(normal, following.end))
            if following.kind == "number"
            else following.kind == "percent"
            and bool(_OF_SALES.match(normal, following.end))
            and not _FROM_THEN.search(normal, last.end, following.start)  # "1.8% of sales, down from 4% of sales in Q4"
        )
        if not is_aside:
            return following.start, last.end
    return len(normal), last.end


_RATE = r" (?:[a-z]+ )?(?:rate|margin|conversion|yield)\b"
_A_RATE = re.compile(_RATE)
_AT_RATE = re.compile(r" at an? (?:[a-z]+ )?(?:rate of )?(?:(?:about|approximately) )?$")
_AT_A_RATE = re.compile(rf" at an? [\d.]+ ?(?:%|percent){_RATE}")
"""A rate said in passing: "$900 million of free cash flow at a 22% reinvestment rate during the fourth quarter"."""
_SHARES_OF = 1e5
"""An amount so many times another is of the company, the other of a share: "$79.4 million or $0.74"."""


def _is_by_how_much(normal: str, index: int, quantities: Sequence[Quantity]) -> bool:
    """Whether a number is a rate of change or said beside one, and not what is held against: "24% or $22 million to $112.5 million"."""
    before, said = quantities[index - 1] if index else None, quantities[index]
    if said.kind in ("percent", "point"):
        return True
    return (
        before is not None and before.kind == "percent" and bool(_SAME_BREATH.fullmatch(normal, before.end, said.start))
    )


def _owned_by_comparison(normal: str, span: PeriodSpan, before: Sequence[Quantity], frames: Sequence[Frame]) -> bool:
    """Whether a period belongs to a figure held against: "up 31% compared to $1.06 in the third quarter 2020, and our EPS"."""
    return any(
        (
            frame.role == "comparison"
            or frame.role == "share"
            and frame.is_held_against
            or frame.role == "effect"
            and _HELD_EFFECT.search(normal, 0, other.start)
        )
        and 0 <= span.start - other.end < (_CLAUSE if normal.startswith((" while ", ", while "), span.end) else 20)
        and not _GOES_ELSEWHERE.search(normal, other.end, span.start)
        for other, frame in zip(before, frames, strict=False)
    )


_CLAUSE = 90
_HELD_EFFECT = re.compile(rf"\b(?:versus|from|against|compared (?:to|with)) {HEDGES}[$£¥₠-⃏]?$")
"""What an effect was before: "accretion was $6 million versus $9 million last quarter; the margin was 3.08%"."""
"""So long is a clause that ends with the period of what it holds against: "$0.28 compares to $0.21 in the third quarter of 2020 while"."""


def _owned_by_previous(normal: str, span: PeriodSpan, quantities: Sequence[Quantity], index: int) -> bool:
    """Whether a period follows an earlier quantity directly: "$5 million in the first quarter and $6 million"."""
    return any(other.end <= span.start and len(normal[other.end : span.start]) < 20 for other in quantities[:index])


_LEVELS = re.compile(r" levels?\b")
_MOST_SINCE = re.compile(
    r"\b(?:highest|lowest|best|strongest|largest|fastest|weakest|worst|biggest|first)\b[^,;$%\d]{0,40} since (?:the )?$"
)
"""Since when nothing was as much is no period of a number: "our 11% growth is the highest since Q2 2018"."""
_THAT_YEAR = re.compile(r"\b(?:that|recall|remember|because|since|where) (?:back )?in (?:fiscal )?$")
"""A year of its own: "I'd remind you that in 2009 our revenue fell 22%"."""
_OURS = re.compile(r",? (?:our|we)\b")
_ITS_YEAR = re.compile(r"(?:(?:(?:our|the|its) )?(?:[\w&']+ ){0,3}?(?:(?<=s )|(?<=our )|(?<=the )))?")
_MOVED_BY = rf"(?:{MOVED}|(?:was|were) (?:up|down))(?: by)?(?: (?:about|approximately|nearly|over))* ?[$£¥₠-⃏]?\d"
_MOVED = re.compile(rf" (?:[\w&']+ ){{1,5}}?{_MOVED_BY}")
"""A year whose own a metric is: "full-year 2020 revenue grew 36%", "the segment's 2020 gross profit decreased"."""
_WITHIN = re.compile(r"\b(?:in|for|during) (?:the |our )?$")
_OPENS_WITHIN = re.compile(
    r"(?:(?:and|so|now|but|again)[ ,]+)*(?:on an? (?:[a-z]+ ){1,2}basis,? )?(?:in|for|during) (?:(?:the|all|of|full|fiscal|year) )*"
)
_THEN_MOVED = re.compile(rf",? (?:(?!(?:we|i)\b)[\w&'-]+ ){{1,5}}?{_MOVED_BY}")
"""A time that a sentence opens with is that of its change: "For fiscal 2020, revenue increased 3%"."""
_IT_MOVED = re.compile(rf" {_MOVED_BY}")
"""What moved within a period: "revenue in the first quarter grew 4%"."""
_IN_HALVES = re.compile(
    r"(?: percent)?,? (?:with|as) (?:the |our )?(?:first|second|front|back|latter) half\b(?! (?:(?:being|up|down|at|of|growing|around|about|approximately) )*[$£¥₠-⃏]?\d)"
)
"""How what is expected falls on the halves of its year."""
_GOES_ELSEWHERE = re.compile(r"; | and ")
_WE = re.compile(r",? (?:we|they|they're|it's)\b")
_BRINGING = re.compile(
    r", (?:which )?(?:bringing|brings|brought|taking|takes|took|making|makes) (?:our |the )?(?:total )?(?:dividend |payout )?(?:for )?$"
)
_IMPLYING = re.compile(
    r",? (?:(?:so|and) )?(?:that|this|which|it) (?:implies|would imply|leaves|gets) (?:us |you )?(?:with )?(?:an? |the |about )*$"
)
"""What follows is of the number behind it: "we have guided to $2.85 to $2.95, so that implies a fourth quarter of $0.75"."""
_OWN_CLAUSE = re.compile(
    rf" (?!(?:and|which|that|was|were|is|are|driven|due|as|compared|versus|with|excluding|including)\b)(?:[\w&']+ ){{1,4}}(?:{WAS}|{MOVED})\b"
)
"""A period opens a clause of its own: "EBITDA was up 20.5%, year-to-date EBITDA was $2.2 billion"."""
_FROM_ONLY = re.compile(r" from (?:the |our )?")
_TO_ANOTHER = re.compile(
    r" to (?:this year's|the|our|this|last)\b[^,;]{0,30}(?:quarter|year)(?:'s)?(?: of)? (?:[a-z]+ ){0,4}[$£¥₠-⃏]?\d"
)
"""A number at the start of a bridge: "EPS of $0.18 from last year's second quarter to this year's of $0.15"."""
_OF_GUIDANCE = re.compile(
    r" (?:[\w']+ ){0,4}(?:guidance|outlook|range|target)(?: range)?(?: of| is| between|,? which (?:still )?(?:remains|is|continues to be|stays)(?: at)?)(?: (?:about|approximately|between))* ?[$£¥₠-⃏]?"
)
"""What a result is held against has its own period: "is in line with our full year guidance of 18% to 20%"."""
_AMOUNT = re.compile(r"[%$£¥₠-⃏]|\bpercent|\bpoints\b")
_SEQUENTIAL_WORDS = re.compile(r"\b(?:linked|sequential|trailing)\b")


def is_far_base(normal: str, start: int, stop: int, spans: Sequence[PeriodSpan], period: str) -> bool:
    """Whether a change is held against a period two years and more before: "up 15% from the second quarter of 2019"."""
    if _STACK_LEAD.match(normal) or _LISTED_STACK.match(normal, start):
        return True  # "On a two-year CAGR basis, organic sales rose 4%"
    clause = _OTHER_CLAUSE.search(normal, start, stop)
    reach = _HELD_LEADS if _OPENS_HELD.match(normal) else _FAR_LEADS
    return bool(_STACK.search(normal, max(0, start - 60), clause.start() if clause else stop)) or any(
        (
            start <= span.start < min(stop, start + 110)
            and not _AND_HELD.search(normal, start, span.start)
            or span.end < min(start, reach)
            and not _AMOUNT.search(normal, 0, span.start)
        )
        and _is_long_past(normal, span, period)
        for span in spans
    )


def is_led_by_far_base(normal: str, before: int, start: int, spans: Sequence[PeriodSpan], period: str) -> bool:
    """Whether a change follows what it alone is held against: "increased 47% and, compared to the first quarter of 2019, grew 66%".

    Between `before`, the end of the number before, and `start`, that of this one.
    """
    return any(
        before <= span.start < start
        and _AND_HELD.search(normal, before, span.start) is not None
        and _is_long_past(normal, span, period)
        for span in spans
    )


def _is_long_past(normal: str, span: PeriodSpan, period: str) -> bool:
    return span.is_long_before(period) and is_compared(normal, span)


_AND_HELD = re.compile(
    r"(?:^|[,; ])(?:and|but|while),? (?:when |as |if )?(?:compared (?:to|with)|relative to|versus|against) (?:the |our )?(?:\w+ ){0,3}$"
)
"""What a clause opens with that holds its change against something of its own."""


def is_sequential(
    normal: str, start: int, stop: int, spans: Sequence[PeriodSpan], period: str, *, is_first: bool
) -> bool:
    """Whether a change is held against the quarter before by its name: "66% in the third quarter as compared to the second"."""
    if len(period) != len("2025Q1") or period[4] != "Q" or _OVER_YEAR.match(normal, start):
        return False
    before = quarter_before(period)
    if _THE_ONE_BEFORE.match(normal, start):
        return True
    compared = [
        span
        for span in spans
        if is_compared(normal, span)
        and not _FASTER_THAN.search(normal, 0, span.start)
        and not _AS_SEEN.search(normal, 0, span.start)
        and not _ALIKE_THEN.search(normal, 0, span.start)
        and not _JUST_LIKE.search(normal, 0, span.start)
        and not _TREND_THEN.search(normal, 0, span.start)
        and not _WENT_ON_FROM.search(normal, 0, span.start)
        and not _THEN_GREW.match(normal, span.end)
    ]
    behind = next(
        (
            span
            for span in compared
            if start <= span.start < stop
            and not _WHY.search(normal, start, span.start)
            and not _OTHER_SIDE.search(normal, start, span.start)
        ),
        None,
    )
    if behind:
        return behind.period == before  # "up 22.7% compared to last year and improved from last quarter"
    leads = is_first or _OPENS_HELD.match(normal) is not None
    return leads and any(span.period == before and span.end < _LEADS for span in compared)


_HELD_TO = r"(?:(?:as |when )?compared (?:to|with)|versus|over|from|against)"
_THE_ONE_BEFORE = re.compile(
    rf" (?:in|for|during) the (?:second quarter,? {_HELD_TO} the first|third quarter,? {_HELD_TO} the second|fourth quarter,? {_HELD_TO} the third)(?![\w -])"
)
"""The quarter before by its number alone: "rose 5% in the second quarter, as compared to the first"."""
_OTHER_SIDE = re.compile(r"[,;] (?:while|whereas|but) (?:(?:on|compared|versus|it|relative)\b|$)")
"""Another clause has a base of its own: "year over year, revenue declined $3 million, while on a sequential basis it increased $1 million"."""
_OVER_YEAR = re.compile(r" (?:year (?:over|on) year|yoy)\b")
"""What comes behind is another base: "up 50 basis points on the year and up sequentially from Q2"."""
_OPENS_HELD = re.compile(
    r"(?:(?:and|but|so|again)[ ,]+)*(?:when |as |reconciling |looking |looking at (?:our |the )[\w ]{3,40} )?(?:compar(?:ed|ing) (?:to|with)|versus|relative to) "
)
"""What a whole sentence holds against: "Compared to the first quarter, sales rose 3% and profit rose 7%"."""
_WHY = re.compile(
    r" as (?:demand|volumes?|we|customers|markets?)\b|, (?:as|driven|reflecting|due|because|primarily|mainly|supported|helped) "
)
"""What brought a change about may speak of other times: "grew 2% in the third quarter, as we see momentum from the second quarter"."""
_FAR_LEADS, _HELD_LEADS = 80, 110
"""So near the start a year long past is the base of what follows, and so near where the sentence opens with what it is held against."""
_LEADS = 60
"""So near the start of a sentence a period is what all of it is held against."""


_STACK_LEAD = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?(?:on|over) an? (?:two|2|three|3|four|five) year (?:stack\w*|cagr|compound\w*|basis|average|growth)[^,;]{0,30},"
)
_LISTED_STACK = re.compile(
    r" for (?:the |our )?[\w. ]{2,30} and (?:up |down )?[\d.]+ ?(?:%|percent) for (?:the |our )?[\w. ]{2,30} on an? (?:two|three|2|3) year (?:stack\w*|basis)\b"
)
"""What holds of both of two parts: "34.5% for the total company and 35.2% for the U.S. on a two-year basis"."""
_STACK = re.compile(
    r"\blly\b|\bpre (?:pandemic|covid)\b|\b(?:two|2|three|3) year (?:stack\w*|basis|comp\w*|cagr|compound|same store)|\b(?:two|2|three|3) years ago\b|\bcompound(?:ed)? annual\b|\bcagr\b|\b(?:five|5|three|3|ten|10) year (?:\w+ ){0,4}growth"
)


_OTHER_CLAUSE = re.compile(r", (?:while|but|and)\b| or (?=[\d.]+ ?(?:%|percent) on an? (?:two|2|three|3) year)")
"""What follows says something else: "comparable sales growth of 3.1%, while sustaining a two-year stack of 13.3%", "5% growth or 3% on a two-year basis"."""
_HELD_AGAINST = re.compile(
    r"\b(?:from|over|versus|vs\.?|compared (?:to|with)|against|than|above|below|ahead of|exceeded|surpassed|relative to|year over|(?<!turn )(?<!turning )(?<!shifting )(?<!moving )(?<!now )(?<!move )(?<! on )(?<!back )to|same as|in line with|consistent with|similar to|flat with)(?: (?:the|our|these|pre pandemic|pre covid|those|that of|what we (?:saw|reported|achieved|did|posted|experienced|delivered|had|recorded|generated) in|levels in|(?:results|performance|figures|levels|numbers) (?:of|in|for|from)|(?:q[1-4]|(?:first|second|third|fourth) quarter) (?:results|performance) (?:of|in|for|from)|end of|the end of|balance at|initial|original|outlook for|guidance for|(?:growth )?rates? for|last|a|more normal|normal|operating|environment of|comparable|strong|very strong|record|base|actual|reported|adjusted))* ?(?:in )?(?:fiscal )?$"
)
_IN_LINE_WITH = re.compile(r"\b(?:in line|consistent|aligned) with (?:our|the) (?:[\w'-]+ ){0,4}$")
_OBJECTIVE = re.compile(r" (?:objectives?|targets?|goals?|ambitions?|algorithm|strategy|vision)\b")
"""A year that names what is aimed at: "growth of 5%, in line with our Strategy 2024 objective"."""
_FROM_LEVELS = re.compile(
    r"\b(?:from|over|versus|against|compared (?:to|with)|than|above|below)(?: (?!these|those|current|today|this|to)[a-z'-]+){0,4}? levels?,?(?: (?:seen|reported|achieved|recorded|experienced))?(?: (?:in|of|from|during))? (?:the |our |fiscal )?$"
)
"""How high it was then: "decreasing $3 million from record levels last quarter"."""
_FROM_MONTH = re.compile(r"\bfrom (?:january|february|march|april|may)|guidance (?:from|to)(?: (?:the|our|fiscal))* ?$")
_AS_SEEN = re.compile(
    r"\b(?:similar to|as|like) (?:what )?we (?:saw|experienced|had|reported|did) (?:in|during) (?:the )?$"
)
"""What was like so before is no base: "similar to what we saw in the second quarter, orders grew 70%"."""
_WENT_ON_FROM = re.compile(
    r"\b(?:continu|carr|sustain|maintain|extend)\w+ (?:[\w']+ ){0,5}(?:performance|momentum|trends?|strength|growth|progress|results) from (?:the )?$"
)
"""What went on since is no base: "we continued our strong performance from Q1 as Q2 margin increased 139 basis points"."""
_FASTER_THAN = re.compile(
    r"\b(?:(?:ac|de)celerat\w+|sequential (?:improvement|progress)) from(?: the)? ?$"
    r"|(?:%|percent)(?: [\w']+){0,4}, (?:(?:which|that) (?:is|was|represents|marks) )?an? (?:[a-z]+ ){0,2}(?:improvement|acceleration|deceleration|slowdown|moderation) (?:from|over|on|versus|compared (?:to|with))(?: the)? ?$"
)
"""How fast something grew before is no base of its growth: "grew 9%, accelerating from the third quarter"."""
_THEN_GREW = re.compile(r"(?:'s)? (?:(?:increase|decrease|decline|growth) of |trends?\b|(?:growth )?rates?\b)")
_GROWTH_OVER = re.compile(
    r"\b(?:growth|increase|improvement|gain|decline|decrease|expansion) over (?:the |our )?(?:fiscal )?$"
)
_OVER_OR_TO = re.compile(
    r"(?<!compared )(?<!relative )(?<!similar )(?<!comparable )\b(?:over|to)(?: the)? ?$|\b(?:led|leading|leads|contributed) to (?:a|an|our) $"
)


def is_compared(normal: str, span: PeriodSpan) -> bool:
    """Whether a period is only what something is held against: "up 5% from the prior year"."""
    if _SEQUENTIAL_WORDS.search(normal, span.start, span.end):
        return True  # "deposit growth of 2% linked quarter" is of this quarter
    before = _LINKED.sub("", normal[max(0, span.start - 40) : span.start])
    if before.endswith((" and ", " and the ")) and _ENDS_BASES.match(normal, span.end):
        before = _FIRST_BASE.sub("", normal[max(0, span.start - 80) : span.start])
    if (
        _JUST_LIKE.search(before)
        or _TREND_THEN.search(normal, max(0, span.start - 80), span.start)
        or _BUILT_ON.search(before)
        or _VERSUS_WHAT.search(before)
        or _FROM_LEVELS.search(normal, max(0, span.start - 70), span.start)
        or span.is_bare_year
        and _OBJECTIVE.match(normal, span.end)
        and _IN_LINE_WITH.search(normal, 0, span.start)
        or _LAPPED.search(normal, 0, span.start)
        or span.is_comparison
        and _WE_TOLD.match(normal, span.end)
    ):
        return True  # "on our prior quarter's gains, we increased our margin to 10%"
    if span.is_comparison and (
        _MOVED_IN.search(normal, max(0, span.start - 60), span.start) or _ALIKE_THEN.search(before)
    ):
        return True
    if span.is_year and normal.startswith(("full", "fiscal"), span.start):
        before = _OWNERS.sub("", before)  # "an increase over Harbour's full year 2019 FFO"
    if span.is_year and (_GROWTH_OVER.search(before) or is_over_expected(normal, span)):
        return True  # "4% growth over 2021"
    if _HELD_AGAINST.search(before) and not _FROM_MONTH.search(before):
        return (
            span.is_comparison
            or not _OVER_OR_TO.search(before)
            or _EXPECTED_OVER.search(normal, 0, span.start) is not None
        )
    return span.period is None


def is_over_expected(normal: str, span: PeriodSpan) -> bool:
    """Whether what is to come is held against what a year will be: "a 12% increase over our expected production for fiscal 2021"."""
    return _OVER_EXPECTED.search(normal, 0, span.start) is not None


_OVER_EXPECTED = re.compile(
    r"\b(?:increase|growth|decrease|decline|improvement|reduction|up|down|higher|lower)(?: [$£¥₠-⃏]?[\d.,]+ ?(?:%|percent|million|billion))? (?:over|from|versus|than|compared to|compared with) (?:our |the )?(?:expected|anticipated|estimated|forecast(?:ed)?|projected|actual) (?:[\w'-]+ ){0,4}(?:for |in )?$"
)
_EXPECTED_OVER = re.compile(
    r"\b(?:expect|anticipate|project|forecast|guid|will|would|should)\w*\b(?:[^.;]|\.\d)*\b(?:increase|grow|growth|up|rise|decline|decrease|down|improve|improvement|higher|lower|expand|expansion)\b[^.;]{0,40}\d ?(?:%|percent|million|billion|basis points)(?: (?:growth|increase|decline|decrease|sequentially))? over (?:the |our )?$"
)
"""What an expected change is held against may be the quarter reported: "we expect revenue to increase 5% over the third quarter"."""


_FIRST_BASE = re.compile(
    r"(?:(?:the |our )?(?:(?:same|first|second|third|fourth) (?:quarters?|period) ?(?:of |in )?)?(?:fiscal )?(?:20\d\d|(?:last|prior|previous) (?:year|quarter)|(?:a |one )?year ago(?: (?:quarter|period|level))?|(?<=quarter )))(?:'s)? and (?:the )?$"
)
"""The nearer of two periods that something is held against: "up 17% and 45% over 2020 and 2019, respectively"."""
_ENDS_BASES = re.compile(r"(?:,| levels,?)? respectively\b| levels\b|[.;]|$")
_WE_TOLD = re.compile(r",? we (?:had )?(?:told|said|guided|indicated|communicated|thought|expected)\b")
"""When something was said is no time of a figure: "last quarter we told you $500 million; it came in at $512 million"."""
_LAPPED = re.compile(
    r"\b(?:against|versus) (?:its|our|the) (?:\w+est|best|worst) (?:quarter|half|comparison) (?:of|in) (?:the )?$|\b(?:lap(?:s|ped|ping)?|cycl(?:ing|ed)|anniversar(?:ying|ied)|comping) (?:(?!and |but )[a-z'-]+ ){1,7}?(?:in|during|from|of|for) (?:the )?$|\b(?:against|given|despite|on|with) (?:(?:an?|the|our|some|very) )?(?:[a-z]+ ){0,2}(?:comparisons?|comps) (?:(?:base|period) )?(?:in|during|from|of|for) (?:the )?$"
)
"""The time of what made the base high or low: "pricing was up 6% despite lapping lower promotions in Q2 2020"."""
_BUILT_ON = re.compile(
    r"\b(?:built|builds|building|build|improv\w+|expand\w+|follow(?:s|ed|ing)) (?:up)?on (?:the |our )?(?:strong |record )?$"
)
_VERSUS_WHAT = re.compile(
    r"\b(?:versus|compared (?:to|with)) (?:(?:one|two|three|four|five|six|seven|eight|nine|ten|no) )(?:[a-z]+ ){1,3}(?:in|during|for) (?:the )?$"
)
"""Two things were counted: "19 units closed versus six units closed during the first quarter of 2020, which drove EBT to $63 million"."""
_TREND_THEN = re.compile(
    r"\b(?:similar|equal|identical|comparable|consistent|in line|the same)(?: (?:to|with|as))?(?: (?:a|the|our|that))? (?:[a-z]+ )?(?:trends?|rates?|pace|declines?|growth|increases?|decreases?)(?: (?:of|as|that|than|we|[a-z]+ed|saw|decline|growth|increase|decrease))* (?:(?:in|during|of|for|from|as) )?(?:the )?$"
)
"""A period in which something moved in the same way: "fell 1%, equal to the trend experienced in the third quarter"."""
_JUST_LIKE = re.compile(r"(?:,|\bjust|\bmuch|\bsimilarly) like (?:in |for )?(?:the )?$")
"""Before a quarter that was alike: "volume was up 36%, just like Q2"."""
_ALIKE_THEN = re.compile(rf"\b(?:{ALIKE}|on par with)(?: [\w'-]+){{0,3}} $")
"""A period that is over, with which something is in line: "a margin of 11.6%, in line with our expanded 2020 margin"."""
_MOVED_IN = re.compile(
    r"\d(?: million| billion)?,? (?:up|down|an? (?:increase|decrease) of) [$£¥₠-⃏]?[\d.,]+(?: million| billion|%| percent)? in (?:the )?$"
)
"""An amount has not moved in a period that is over before its own: "expenses in Q3 were $60 million, down $1 million in Q3 '19"."""
_OWNERS = re.compile(r"[\w&]+'s $")
_LINKED = re.compile(r"\b(?:linked|sequential|preceding|immediately preceding) $")
"""A word before the name of the quarter before: "up $1.9 million from the linked fourth quarter"."""
_YEARS_AGO = re.compile(r"(?: in (?:the )?(?:q[1-4]|\w+ quarter))?,? (?P<years>two|2|three|3) years (?:ago|earlier)\b")
_MONTHS_AGO = re.compile(r",? (?:three|3) months (?:ago|earlier|before|prior)\b")
_HELD_ANEW = re.compile(
    rf"\b(?:and|but) (?:was |were |is |are )?(?:up|down|higher|lower|better|above|below|{MOVED})?(?: (?:from|than|versus|over|compared (?:to|with)))+ (?:the |our )?$"
)
"""Another base follows: "up from last year's 9% and up from last quarter's 10%"."""
_WE_NEXT = re.compile(r"(?:,|;| and| while| but| as)+ (?:we|our|i)\b")
"""What follows is of its own time: "up from 21%, and we expect a full-year rate of 24%"."""
_COMPARES = re.compile(r"\b(?:compar\w+|versus|vs)\b")


def compared_period(
    normal: str,
    index: int,
    quantities: Sequence[Quantity],
    spans: Sequence[PeriodSpan],
    base: str,
    frame: Frame,
    fiscal: str,
) -> tuple[str, float]:
    """The period of a number that others are held against: "from $5 million in the same quarter last year"."""
    quantity = quantities[index]
    if ago := _YEARS_AGO.match(normal, quantity.end):
        return f"{int(base[:4]) - (2 if ago['years'] in ('two', '2') else 3)}{base[4:]}", 0.9
    if base[4] == "Q" and _MONTHS_AGO.match(normal, quantity.end):
        return quarter_before(base), 0.9
    next_start, _ = _breath(normal, index, quantities)
    previous_end = quantities[index - 1].end if index else 0
    after = [
        span
        for span in spans
        if quantity.end <= span.start < next_start
        and len(normal[quantity.end : span.start]) < 60
        and not _WE_NEXT.search(normal, quantity.end, span.start)
        and not _HELD_ANEW.search(normal, quantity.end, span.start)
    ]
    before = [span for span in spans if previous_end <= span.start and span.end <= quantity.start]
    if before and _THEN_OF.fullmatch(normal, before[-1].end, quantity.start):
        after = []  # "exceeding both the prior year period of 36.4% and fiscal 2019's second quarter of 41.7%"
    for span in (*after, *reversed(before)):
        if span.period is not None:
            # "from $5 million to $6 million this quarter": the span belongs to the next number.
            if span.period == base and not span.is_comparison:
                is_last = span.start >= quantity.end and index == len(quantities) - 1
                if is_last and (order(base) < order(fiscal) or any(other.is_comparison for other in before)):
                    # "improved from the 14% decline that we saw during the first half",
                    # "from 66% in the same period in 2019 compared to 62% in the second quarter of 2020"
                    return base, 0.85
                then = any(other.period is None and other.end <= span.start for other in before)
                if not then and span.end <= quantity.start and _COMPARES.search(normal, previous_end, span.start):
                    return base, 0.85  # "$0.22 compared to an adjusted EPS for the quarter of $0.25"
                continue
            if (
                (span.is_bare or span.is_bare_year)
                and "Q" in base
                or "period" in normal[span.start : span.end]
                and span.is_comparison
            ):
                # "the same period in 2019" is as long as what is held against it
                return f"{span.period[:4]}{base[4:]}", 0.85
            return span.period, 0.9
        words = normal[span.start : span.end]
        return _shifted(fiscal if "quarter" in words and "Q" not in base else base, words), 0.9
    if index and (held := _held_at(normal, quantities[index - 1], spans)):
        return held, 0.9
    if _THAN_OUR.search(normal, 0, quantity.start):
        return base, 0.65  # "a faster rate than our sales growth of 20%"
    return (quarter_before(base), 0.7) if frame.sequential else (year_before(base), 0.65)


def _held_at(normal: str, before: Quantity, spans: Sequence[PeriodSpan]) -> str | None:
    """The period said before two numbers: "up slightly compared to the first quarter at $85 million versus $83 million"."""
    return next(
        (span.period for span in spans if _AT.fullmatch(normal, span.end, before.start) and is_compared(normal, span)),
        None,
    )


_THEN_OF = re.compile(r" of(?: (?:about|approximately|an?|nearly))* ?[$£¥₠-⃏]?")
_AT = re.compile(r" (?:at|or|to)(?: (?:about|approximately))? [$£¥₠-⃏]?")
_THAN_OUR = re.compile(r"\b(?:rate|pace|speed|faster|slower) than our $")


def _shifted(base: str, words: str) -> str:
    return (
        quarter_before(base)
        if "quarter" in words and "year" not in words and "same" not in words
        else year_before(base)
    )
