"""The periods of numbers that are listed together, and of those that another is held against."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import isinf

from transforms.grammar import names, times
from transforms.grammar.bases import AS_REPORTED
from transforms.grammar.frames.comparisons import OPENS_COMPARED, WAS_BEFORE
from transforms.grammar.frames.place import HEDGES, Frame
from transforms.grammar.metric_lists import parallel
from transforms.grammar.model import Reading, Statement
from transforms.grammar.proposals import Context
from transforms.grammar.topics import QUARTERS
from transforms.grammar.wordlists import TOTAL, UNNAMED, is_place
from transforms.language.periods import Fiscal, PeriodSpan, quarter_before, year_before
from transforms.language.quantities import SIGNS
from transforms.language.spellings.periods import ORDINALS

_CALLS_FOR = re.compile(
    r"\b(?:guidance|outlook)\b(?! (?:of|was|had)\b)[^;]* (?:calls for|reflects|implies|represents|assumes|is for)\b[^;]*\b(?:compared (?:to|with)|over|versus)\b"
)


def listed_period(reading: Reading, spans: Sequence[PeriodSpan]) -> str | None:
    """The period of a number in a list: "for the third quarter and the full year to be $1.2 billion and $4.8 billion, respectively"."""
    normal, quantities = reading.normal, reading.sentence.quantities
    if both := _for_both(reading):
        return both
    if len(quantities) < _TWO:
        return None
    group, is_said = parallel(reading.context, reading.index)
    if reading.frame.role == "level" and (change := _which_moved(reading, group)):
        return change.period
    if "respectively" not in normal:
        # "fourth quarter and full year revenue were $1.2 billion and $4.8 billion"
        return _short_and_long(reading, group) or _of_two(reading, group, spans)
    if not is_said and reading.frame.role == "change" and (said := _of_listed(reading, group)):
        return said.period
    if not is_said or len(group) < _TWO:
        return None
    if reading.frame.role == "change" and (said := _of_each_time(reading, group)):
        return said.period
    start, end = quantities[group[0]].start, quantities[group[-1]].end
    if both := _short_and_long(reading, group):
        return both
    before = [span for span in spans if span.end <= start][-len(group) :]
    behind = [span for span in spans if span.start >= end][: len(group)]
    if behind and _FROM.search(normal, end, behind[0].start):
        behind = []  # "an increase of 14% and 120% from the fourth quarter and the first quarter of 2019, respectively"
    for named in (before, behind):
        if len(named) == len(group) and all(_AND.fullmatch(normal, one.end, two.start) for one, two in pairwise(named)):
            return named[group.index(reading.index)].period
    return None


def _for_both(reading: Reading) -> str | None:
    """The quarter for the first half of a sentence's numbers and the longer time for the rest, where both are named behind them all."""
    normal, quantities = reading.normal, reading.sentence.quantities
    said = _FOR_BOTH.match(normal, quantities[-1].end)
    half, odd = divmod(len(quantities), _TWO)
    if said is None or odd or not _AND_NEXT.search(normal, quantities[half - 1].end, quantities[half].start):
        return None
    fiscal = reading.call.fiscal
    longer = f"{fiscal.year}FY" if said["year"] and fiscal.ends_year else reading.call.year_to_date
    return str(fiscal) if reading.index < half else longer


_FOR_BOTH = re.compile(
    r"(?: per (?:\w+ ){0,3}share)? (?:for|in|during) (?:both )?the (?:(?:first|second|third|fourth) quarter|quarter|three months)(?: ended)? and (?:the )?(?:(?:first )?(?:six|nine|twelve) months|(?P<year>(?:full |fiscal )?year)(?! (?:ago|earlier))|half|year to date)\b"
)
_AND_NEXT = re.compile(r"\band\b")


def _of_listed(reading: Reading, group: list[int]) -> Statement | None:
    """The amount that a change is of, in a list behind that of the amounts: "of $60 million and $178 million, respectively, growth of 9% and 10%"."""
    amounts = reading.done[: group[0]]
    if (
        len(group) != _TWO
        or len(amounts) != _TWO
        or amounts[-1].quantity is not reading.sentence.quantities[group[0] - 1]
    ):
        return None
    start = reading.sentence.quantities[group[0]].start
    is_of_both = _RESPECTIVELY_GREW.fullmatch(reading.normal, amounts[-1].quantity.end, start)
    return amounts[group.index(reading.index)] if is_of_both else None


_RESPECTIVELY_GREW = re.compile(
    r",? respectively,? (?:which (?:is|was) |representing )?(?:up|down|(?:an? )?(?:growth|increases?|decreases?|declines?|improvements?) of) "
)


def _which_moved(reading: Reading, group: list[int]) -> Statement | None:
    """The change that one of two amounts has come to by: "revenue grew 9% and 12%, respectively, to $560 million and $2.1 billion"."""
    if len(group) != _TWO or len(changes := reading.done[: group[0]][-_TWO:]) != _TWO:
        return None
    start = reading.sentence.quantities[group[0]].start
    has_led_to = (
        all(said.measure.endswith("change") and said.metric == reading.link.metric for said in changes)
        and changes[0].period != changes[1].period
        and changes[1].quantity is reading.sentence.quantities[group[0] - 1]
        and _RESPECTIVELY_TO.fullmatch(reading.normal, changes[1].quantity.end, start)
    )
    return changes[group.index(reading.index)] if has_led_to else None


_RESPECTIVELY_TO = re.compile(r",? respectively,? to [$£¥₠-⃏]?")


def _of_each_time(reading: Reading, group: list[int]) -> Statement | None:
    """Which of two amounts of two times a change is of: "$5 million for the quarter and $20 million for the year, up 5% and 7%, respectively"."""
    amounts = [said for said in reading.done if said.measure == "level" and said.metric == reading.link.metric][-_TWO:]
    if (
        len(group) != _TWO
        or len(amounts) != _TWO
        or amounts[0].period == amounts[1].period
        or amounts[0].period[:4] != amounts[1].period[:4]  # the second is what the first is held against
        or amounts[1].quantity is not reading.sentence.quantities[group[0] - 1]
    ):
        return None
    start = reading.sentence.quantities[group[0]].start
    is_of_each = _EACH_GREW.search(reading.normal, amounts[1].quantity.end, start)
    return amounts[group.index(reading.index)] if is_of_each else None


_EACH_GREW = re.compile(
    r", (?:which (?:is|was|were) |representing |reflecting )?(?:up|down|(?:an? )?(?:growth|increases?|decreases?|declines?|improvements?) of) $"
)


def _short_and_long(reading: Reading, group: list[int]) -> str | None:
    """The quarter for the first of two numbers, the year or the year to date for the second, where both are named before."""
    said = _SHORT_AND_LONG.search(reading.normal, 0, reading.sentence.quantities[0].start)
    fiscal = reading.call.fiscal
    if len(group) != _TWO or said is None or said["which"] not in (None, ORDINALS[fiscal.quarter - 1]):
        return None
    if said["half"] and fiscal.quarter == _TWO:
        longer = f"{fiscal.year}H1"
    else:
        longer = f"{fiscal.year}FY" if said["year"] else reading.call.year_to_date
    return (str(fiscal), longer)[group.index(reading.index)]


def _of_two(reading: Reading, group: list[int], spans: Sequence[PeriodSpan]) -> str | None:
    """The period of one of two numbers behind two: "For the third quarter and full year, we expect revenue of $50 million and $196 million"."""
    start = reading.sentence.quantities[group[0]].start
    before = [span for span in spans if span.end <= start]
    if len(group) != _TWO or len(before) != _TWO or any(span.period is None or span.is_comparison for span in before):
        return None
    if before[0].period == before[1].period or not _AND_THE.fullmatch(reading.normal, before[0].end, before[1].start):
        return None
    return before[group.index(reading.index)].period


_AND_THE = re.compile(r" and (?:(?:for|in) )?(?:the |our )?")
_TWO = 2
_SHORT_AND_LONG = re.compile(
    r"\b(?:for|in|during) (?:both )?the (?:three(?: months)?|(?:(?P<which>first|second|third|fourth) )?quarter) and (?:for )?(?:the )?(?:(?:first )?(?:six|nine) months|(?P<half>first half)|(?:full |fiscal )?year(?: to date)?(?! (?:ago|earlier|end)))\b"
    r"|\b(?:fourth quarter|q4|quarterly) and (?:the |for the )?(?P<year>(?:full|fiscal) year)\b"
)
"""Two periods said in one breath: "For the three and nine months ended September 30, revenues were …, respectively"."""
_AND = re.compile(r"(?:[ ,]|and|or|for|in|the|our|both)*")
_FROM = re.compile(r"\b(?:from|over|versus|than|compar\w+ (?:to|with))\b")


def _before_each(reading: Reading, group: list[int]) -> str | None:
    """The year before one of two levels: "$0.84 and for the first half was $1.62, compared with $0.79 and $1.51, respectively, in the prior year"."""
    start = reading.sentence.quantities[group[0]].start
    levels = [said for said in reading.done if said.quantity.end <= start and said.measure == "level"][-_TWO:]
    if len(group) != _TWO or len(levels) != _TWO or levels[0].period == levels[1].period:
        return None
    if any(said.metric != reading.link.metric for said in levels):
        return None
    behind = next((span for span in reading.sentence.spans if span.start > reading.quantity.end), None)
    if behind is None or behind.period or not (behind.is_year or behind.is_comparison):
        return None
    return year_before(levels[group.index(reading.index)].period)


def _as_before(reading: Reading, group: list[int]) -> str | None:
    """The period of one of two numbers, as the sentence before held two against its own: "EPS came to $1.02, against $0.88 and $0.81, respectively"."""
    if len(group) != _TWO or "respectively" not in reading.normal or reading.sentence.spans:
        return None
    periods = list(dict.fromkeys(one.period for one in reading.topic.said if one.measure == "level"))
    return periods[1 + group.index(reading.index)] if len(periods) == 1 + _TWO else None


def _behind_all(reading: Reading, group: list[int], own: str) -> str | None:
    """The period named behind numbers of several metrics: "was 1.4%, and return on equity 13%, compared to 1.1% and 11%, respectively, in 2018"."""
    normal, end = reading.normal, reading.sentence.quantities[group[-1]].end
    spans = [span for span in reading.sentence.spans if span.start >= end][:_TWO]
    if not spans or not _EACH_IN.fullmatch(normal, end, spans[0].start):
        return None
    if (
        len(spans) == _TWO
        and normal.startswith(" and", spans[0].end)
        and _AND.fullmatch(normal, spans[0].end, spans[1].start)
    ):
        return None  # each has its own
    return spans[0].period or year_before(own)


_EACH_IN = re.compile(r"(?:,? respectively)?,?(?: (?:in|for|at|during|from))?(?: (?:the|our))? ?")


def _behind_pair(reading: Reading, group: list[int], own: str) -> str | None:
    """The quarter named behind two numbers of two metrics: "were 45.1% and 20.2%, compared with 44.2% and 19.1% in the prior quarter"."""
    if len(group) != _TWO or any(reading.context.frames[index].role != "comparison" for index in group):
        return None
    if len({said.metric for said in reading.done}) < _TWO:
        return None
    first, second = (reading.sentence.quantities[index] for index in group)
    if not _AND_IT.fullmatch(reading.normal, first.end, second.start):
        return None
    behind = _behind_all(reading, group, own)
    return behind if behind and behind.endswith(QUARTERS) else None


_AND_IT = re.compile(rf",? and {HEDGES}[$£¥₠-⃏]?")


def _said_behind(reading: Reading, own: str) -> str | None:
    """The quarter or the year before, by the words beside a number: "up from $52 million sequentially", "than last year's rate of 16%"."""
    if _UP_FROM_LAST.search(reading.normal, 0, reading.quantity.start):
        return year_before(own)
    said = _HOW_BEHIND.match(reading.normal, reading.quantity.end) if own.endswith(QUARTERS) else None
    return (year_before if said["year"] else quarter_before)(own) if said else None


_HOW_BEHIND = re.compile(
    r"(?: per (?:diluted )?share)? (?:on an? )?(?:(?P<year>year over year|year on year|yoy)|sequentially|sequential|quarter over quarter|qoq|linked quarter)\b"
)


def compared_period(reading: Reading, is_future: bool, base: str, sure: float) -> tuple[str, float, bool]:
    """The period of a number that another is held against, how sure that is, and whether it lies ahead."""
    sentence, context, done, before = reading.sentence, reading.context, reading.done, reading.frame_before
    if is_future and isinf(reading.quantity.low) and not _is_named_past(reading):
        return base, sure, is_future  # "will be well below the $122 million we invested last year"
    if is_future and _UP_FROM_LAST.search(reading.normal, 0, reading.quantity.start):
        return year_before(base), _DEFAULTED, False
    if (
        is_future
        and not any(
            span.is_comparison or (span.period and not reading.call.is_ahead(span.period))
            for span in sentence.future_spans
            if span.start >= reading.quantity.start - 60
        )
        and not _is_above_result(reading, base)
    ):
        return base, sure, is_future
    group, is_said = parallel(context, reading.index)
    if both := _short_and_long(reading, group):
        return year_before(both), _DEFAULTED, False
    if then := _before_each(reading, group):
        return then, _DEFAULTED, False
    if AS_REPORTED.match(reading.normal, reading.quantity.end) and not any(
        reading.before and reading.before.end <= span.start < reading.quantity.start for span in sentence.spans
    ):
        return base, sure, is_future  # "margins on that basis were 13.4% versus 12.9% as reported"
    if then := _from_now(reading) or _at_month_end(reading) or _opened_against(reading):
        return then, 0.9, False
    if _is_of_another(reading) or compared_part(reading):
        return base, sure, is_future
    linked = _held_against_it(reading)
    own = linked.period if linked else base
    behind = (_behind_all if is_said else _behind_pair)(reading, group, own)
    if then := behind or _said_behind(reading, own) or _as_before(reading, group):
        return then, 0.9, False
    if own == str(reading.call.fiscal) and not linked and _CALLS_FOR.search(reading.normal, 0, reading.quantity.start):
        own = f"{own[:4]}FY"  # guidance of a year is held against a year
    before_it = reading.before and WAS_BEFORE.fullmatch(reading.normal, reading.before.end, reading.quantity.start)
    if before_it:
        now = next((said.period for said in done if said.metric == reading.link.metric), own)
        return (year_before if before_it["what"] == "year" else quarter_before)(now), 0.9, False
    follows = before is not None and before.role == "comparison"
    if reading.frame.sequential and before and follows and not before.sequential:
        # "compared with $0.60 in the prior year's quarter and $0.70 sequentially"
        return quarter_before(own), 0.85, False
    period, sure = times.compared_period(
        reading.normal,
        reading.index,
        sentence.quantities,
        [span for span in sentence.spans if not _NEXT_OF.search(reading.normal, reading.quantity.end, span.start)],
        own,
        _sequential(context, reading.index),
        str(reading.call.fiscal),
    )
    if sure <= _DEFAULTED and (beside := _beside(reading)):
        return beside.period, sure, is_future
    if (
        sure <= _DEFAULTED
        and (reading.is_linked or _moved_in_quarter(reading))
        and own.endswith(QUARTERS)
        and "year" not in reading.normal
        and not any(span.is_comparison for span in sentence.spans)
    ):
        return quarter_before(own), sure, False  # "net interest margin was 3.24%, up from 3.17%"
    if (
        sure <= _DEFAULTED
        and done
        and done[-1].quantity is reading.before
        and before
        and follows
        and before.sequential == reading.frame.sequential
    ):
        period, sure = done[-1].period, _DEFAULTED  # "compared to second quarter 2019 EBITDA of … and sales of …"
    return period, sure, is_future and period != base and reading.call.is_ahead(period)


def _from_now(reading: Reading) -> str | None:
    """The quarter from which one ahead moves on: "to accelerate from 7% in the second quarter to 9% in the second half"."""
    after, now = reading.after, str(reading.call.fiscal)
    if after is None:
        return None
    is_now = any(
        span.period == now and _IN_WHICH.fullmatch(reading.normal, reading.quantity.end, span.start)
        for span in reading.sentence.spans
    )
    goes_on = any(
        span.period is not None and reading.call.is_ahead(span.period) and after.end <= span.start
        for span in reading.sentence.future_spans
    )
    return now if is_now and goes_on else None


_IN_WHICH = re.compile(r" (?:growth |margin )?(?:in|for|during) (?:the )?")


def _moved_in_quarter(reading: Reading) -> bool:
    """Whether a balance moved within the quarter: "inventory went from $145 million to $132 million in the quarter"."""
    after = reading.after
    return (
        reading.link.term.metric.balance
        and after is not None
        and reading.normal.endswith(_FROM_NUMBER, 0, reading.quantity.start)
        and _WITHIN_IT.match(reading.normal, after.end) is not None
    )


_NEXT_OF = re.compile(r";|, with (?:the )?$")
"""Behind what is held against, before the time of another figure: "13.8%, versus 13.1%; for the year it was 13.2%"."""
_FROM_NUMBER = tuple(f" from {sign}" for sign in ("", *SIGNS))
_WITHIN_IT = re.compile(r" (?:in|during|over|within) (?:the|this) (?:[a-z]+ )?quarter\b")


def _opened_against(reading: Reading) -> str | None:
    """The period that a sentence opens with, of what a figure moved from: "Compared to the second quarter of 2019, profit rose 8% from $5 million"."""
    normal, spans = reading.normal, reading.sentence.spans
    opens = next((one for one in spans if one.period and _COMPARED_TO.fullmatch(normal, 0, one.start)), None)
    is_from = opens and _MOVED_FROM.search(normal, opens.end, reading.quantity.start)
    names_own = any(one.start >= reading.quantity.end for one in spans)
    return opens.period if opens and is_from and not names_own else None


_COMPARED_TO = re.compile(r"(?:when |as )?compared (?:to|with) (?:the |our )?")
_MOVED_FROM = re.compile(
    r"\bfrom (?:(?:about|approximately|an?) )*[$£¥₠-⃏]?(?:[\d.,]+ (?:million |billion )?or (?:about |approximately )?[$£¥₠-⃏]?)?$"
)


def _is_named_past(reading: Reading) -> bool:
    """Whether a year that is over stands right behind a number: "a rate of 26%, compared to under 25% in 2020"."""
    end = reading.quantity.end
    return any(
        span.period and not reading.call.is_ahead(span.period) and _IN_THE.fullmatch(reading.normal, end, span.start)
        for span in reading.sentence.spans
        if span.start >= end
    )


def moves_from(reading: Reading) -> str | None:
    """The quarter ahead that a move to a later one begins with: "margins should improve from 40% in the third quarter to 42% in the fourth"."""
    normal, end = reading.normal, reading.quantity.end
    ahead = [(span, span.period) for span in reading.sentence.future_spans if span.period and span.start >= end]
    if len(ahead) < 2:
        return None
    (span, now), (_, then) = ahead[:2]
    is_move = (
        "Q" in now
        and _IN_THE.fullmatch(normal, end, span.start)
        and _STARTS_FROM.search(normal, 0, reading.quantity.start)
        and _TO_NUMBER.match(normal, span.end)
    )
    return now if is_move and reading.call.is_ahead(now) and now < then else None


_IN_THE = re.compile(r" (?:in|for|during) (?:the )?")
_STARTS_FROM = re.compile(r"\bfrom (?:(?:about|approximately|around|roughly|an?) )*[$£¥₠-⃏]?$")
_TO_NUMBER = re.compile(r" to (?:(?:about|approximately|around|roughly|an?|nearly|over) )*[$£¥₠-⃏]?\d")


def _is_above_result(reading: Reading, base: str) -> bool:
    """Whether what is first expected of a period is held against a result: on a call about 2021, "for 2022, we expect revenue of $2.1 billion, up from $1.9 billion"."""
    fiscal, quantity = reading.call.fiscal, reading.quantity
    is_first = base != f"{fiscal.year}FY" or fiscal.ends_year
    return (
        is_first
        and not quantity.is_range
        and quantity.approximation == "exact"
        and _UP_FROM.search(reading.normal, 0, quantity.start) is not None
        and not _REVISED.search(reading.normal)
    )


_UP_FROM = re.compile(r",? (?:up|down) from [$£¥₠-⃏]?$")
_REVISED = re.compile(
    r"\b(?:now|rais\w+|increas\w+|updat\w+|revis\w+|lower\w+|reduc\w+|previous\w*|prior|narrow\w+|upgrad\w+|mov(?:ed|ing)|original\w*|initial\w*)\b"
)


def _beside(reading: Reading) -> Statement | None:
    """The amount that another metric, or the same on another basis, is held against at the same time: "cash flow was $50 million versus capex of $20 million"."""
    beside = reading.done[-1] if reading.done else None
    role = reading.frame_before.role if reading.frame_before else None
    if beside is None or beside.quantity is not reading.before or (beside.measure, role) != ("level", "level"):
        return None
    start, end = beside.quantity.end, reading.quantity.start
    if any(span.is_comparison and span.start >= start for span in reading.sentence.spans):
        return None  # "EPS was $0.68, compared to reported EPS of $0.46 and adjusted EPS of $0.69 last year"
    if _THEN.search(reading.normal, start, end):
        return None  # "a margin of 20% versus last year's EBITDA of $35 million"
    if beside.metric != reading.link.metric:
        told = {said.metric for said in (*reading.done, *reading.topic.said)}
        return beside if reading.link.term.start >= start and reading.link.metric not in told else None
    basis = _ON_BASIS.search(reading.normal, start, end)
    is_other = beside.basis and basis and (beside.basis == "gaap") != (basis["gaap"] is not None)
    return beside if is_other else None


_THEN = re.compile(r"\b(?:last|prior|previous|year ago|earlier|same)\b")
_ON_BASIS = re.compile(
    r"(?: per (?:diluted )?share)?,? (?:compared (?:to|with)|versus) (?:an? |our )?(?:(?P<gaap>gaap|reported)|adjusted|non gaap|core) "
)
_UP_FROM_LAST = re.compile(
    r"\b(?:last|prior|previous) year's(?: (?:tax )?(?:figure|level|total|record|result|rate|margin|ratio) of)? [$£¥₠-⃏]?$"
)
"""What is told or expected is held against the year before: "third quarter revenue of $215 million, up from last year's $200 million"."""


def compared_part(reading: Reading) -> str | None:
    """The other part that one is held against at the same time: "18.2% in Lamps, compared to 12.4% in Shades"."""
    held = reading.done[-1] if reading.done else None
    if reading.frame.role != "comparison" or held is None or held.metric != reading.link.metric:
        return None
    end = reading.quantity.end
    if any(end <= span.start < reading.next_start for span in reading.sentence.spans):
        return None
    behind = names.segment_behind(reading.sentence.text, reading.normal, end)
    if behind is None or held.segment in (TOTAL, UNNAMED) or behind in (TOTAL, UNNAMED, held.segment):
        return None
    return None if "_and_" in behind and not is_place(behind) else behind  # "4% and 3% for Lamps and Shades"


def _is_of_another(reading: Reading) -> bool:
    """Whether a number is held against as that of another metric at the same time: "capex was lower than our D&A of $576 million"."""
    start, name = reading.link.term.start, reading.link.term.metric.canonical_name
    before = [term for term in reading.context.terms if term.end <= start]
    if not before and reading.before and not reading.done and _VERSUS_A.search(reading.normal, 0, start):
        # "the new money yield is 5.2% versus a book yield of 4.3%"
        return not any(span.is_comparison for span in reading.sentence.spans)
    return (
        bool(before)
        and before[-1].metric.canonical_name != name
        and _THAN_OUR.search(reading.normal, before[-1].end, start) is not None
        and _OF_NOW.fullmatch(reading.normal, reading.link.term.end, reading.quantity.start) is not None
        and not any(start - len("last year's ") <= span.start for span in reading.sentence.spans if span.is_comparison)
    )


_THAN_OUR = re.compile(r" than our $")
_VERSUS_A = re.compile(r"\d ?(?:%|percent|million|billion)? (?:versus|compared (?:to|with)|against) (?:an?|our|the) $")
_OF_NOW = re.compile(r" of(?: (?:about|approximately|nearly))* ?[$£¥₠-⃏]?")


def _at_month_end(reading: Reading) -> str | None:
    """The quarter at whose end a balance stood so: "fell to $175 million from $201 million at the end of March"."""
    at_end = _AT_END_OF.match(reading.normal, reading.quantity.end)
    ended = f"{at_end['year']}Q4" if at_end and int(at_end["year"]) < reading.call.fiscal.year else None
    if ended and reading.link.term.metric.units != ("currency",):
        return ended  # "occupancy was down from 95.4% at the end of 2019"
    if not reading.link.term.metric.balance:
        return None
    if _AT_YEAR_END.match(reading.normal, reading.quantity.end) or _HELD_AT_YEAR_END.search(
        reading.normal, 0, reading.quantity.start
    ):
        return str(Fiscal(reading.call.fiscal.year - 1, 4))
    if ended:
        return ended
    at, last = _AT_MONTH_END.match(reading.normal, reading.quantity.end), reading.call.fiscal.end
    if at is None or last is None:
        return None
    months = (last.month - _MONTHS.index(at["month"]) - 1) % 12
    return str(reading.call.fiscal.shifted(-(months or 12) // 3)) if months % 3 == 0 else None


_MONTHS = tuple(calendar.month_name[month].lower() for month in range(1, 13))
_AT_YEAR_END = re.compile(
    r" (?:at|as of)(?: the)?(?: (?:prior|previous|last|fiscal))?(?: year end| end of (?:the |our )?(?:prior |previous |last )?(?:fiscal )?year)\b(?!'s [\w ]*quarter\b)"
)
_HELD_AT_YEAR_END = re.compile(
    r"\b(?:from|versus|compared (?:to|with)|over) (?:the |our )?(?:(?:prior|previous|last|fiscal) )?(?:year end|end of (?:the |our )?(?:prior|previous|last) (?:fiscal )?year)(?:'s)?(?: (?:of|balance|level|at))* [$£¥₠-⃏]?$"
)
"""What a balance is held against: "cash has risen to $219 million, up from year-end of $108.7 million"."""
_AT_END_OF = re.compile(r" (?:at|as of) the end of (?:fiscal )?(?P<year>20\d\d)\b")
_AT_MONTH_END = re.compile(
    rf" (?:at|as of)(?: the)?(?: end of)? (?P<month>{'|'.join(_MONTHS)})(?: (?:30|31|28|29)(?:st|th)?)?\b(?!,? (?:of )?(?:20|last|\d))"
)


def _held_against_it(reading: Reading) -> Statement | None:
    """The amount or growth of the same metric that is held against a number."""
    held = [
        said
        for said, frame in zip(reading.sentence.quantities, reading.context.frames, strict=True)
        if frame.role == "comparison"
    ]
    own = [one for one in reversed(reading.done) if one.quantity not in held]
    linked = next(levels(own, reading.link.metric), None)
    if linked is None and reading.quantity.kind == "percent":
        # "Shipments grew 18% this year compared to 15% last year"
        alike = (one for one in own if (one.metric, one.unit) == (reading.link.metric, "percent"))
        linked = next((one for one in alike if one.is_future or one.measure == "yoy_change"), None)
    if OPENS_COMPARED.match(reading.normal):
        # "Net income for the year was … This compares to … in 2018."; of two, each is held against its own
        of_same = list(levels(reading.topic.said, reading.link.metric))
        return of_same[min(reading.index, len(of_same) - 1)] if of_same else linked
    return linked


_DEFAULTED = 0.7
"""How sure the period of what is held against is at most, where nothing names it."""


def levels(said: Iterable[Statement], metric: str) -> Iterator[Statement]:
    """The amounts stated of a metric."""
    return (one for one in said if one.metric == metric and one.measure == "level")


def _sequential(context: Context, index: int) -> Frame:
    """A comparison after a sequential change is with the quarter before."""
    frame = context.frames[index]
    before = context.frames[index - 1] if index else None
    return replace(
        frame,
        sequential=frame.sequential
        or _OVER_QUARTER.match(context.normal, context.quantities[index].end) is not None
        or bool(before and before.role == "change" and before.sequential)
        or bool(_SEQUENTIALLY_FROM.search(context.normal, 0, context.quantities[index].start)),
    )


_OVER_QUARTER = re.compile(r" quarter (?:over|on) quarter\b")
"""Behind the base itself: "the return on assets was 1.02% versus 1.00% quarter-over-quarter"."""
_SEQUENTIALLY_FROM = re.compile(r"\bsequentially from (?:an? )?[$£¥₠-⃏]?$")
