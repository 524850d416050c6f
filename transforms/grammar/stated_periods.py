"""The period of a number where its sentence, the comparison it stands in and what was said before all have a say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.grammar import times
from transforms.grammar.bases import OR_AGAIN
from transforms.grammar.frames.changes import OR_SAME
from transforms.grammar.frames.comparisons import OPENS_COMPARED, OR_THEN
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.gaps import COME_TO
from transforms.grammar.linked_periods import compared_period, levels, listed_period, moves_from
from transforms.grammar.meant_metrics import count_at_end
from transforms.grammar.metric_lists import parallel
from transforms.grammar.model import Call, Reading, Sentence, Statement, Topic
from transforms.grammar.no_expectations import A_QUARTER, ANNUAL
from transforms.grammar.outlook import COMES_TO, has_past, said_as_past
from transforms.grammar.topics import QUARTERS
from transforms.grammar.wordlists import MONTH, MOVED, WAS
from transforms.language.periods import MONTHS, PeriodSpan, order, year_before


def of_year(sentence: Sentence, call: Call, period: str) -> str:
    """A year said alone is the year where it speaks of what will be: "capex for 2025 remains between $50 million and $70 million"."""
    said = any(span.is_bare_year and span.period == period == str(call.fiscal) for span in sentence.spans)
    return f"{call.fiscal.year}FY" if said else period


def not_over(base: str, sure: float, call: Call, topic_period: str | None, sentence: Sentence) -> str:
    """The period of an expectation, also where its words name one that is over: "we expect a loss for the quarter"."""
    if call.is_ahead(base):
        return base
    if (
        topic_period
        and call.is_ahead(topic_period)
        and not (sure != times.UNSAID and "Q" in base and topic_period.endswith("FY"))
    ):
        return topic_period
    is_as_said = _names_over(sentence, base) or _MOVED_THEN.match(sentence.normal) is not None
    if sure == times.UNSAID or base != str(call.fiscal) or is_as_said:
        return call.outlook_period
    return str(call.fiscal.shifted(1))


def _names_over(sentence: Sentence, period: str) -> bool:
    """Whether a sentence names the quarter that is over by its number: "In Q2, we increased our savings target"."""
    return any(
        span.period == period and _NUMBERED.search(sentence.normal, span.start, span.end) for span in sentence.spans
    )


_MOVED_THEN = re.compile(
    r"(?:(?:and|also|so),? )*(?:in|during) the quarter,? we (?:also )?(?:raised|increased|upped|lifted|lowered|reduced|updated|revised|tightened|narrowed) (?:our|the)\b"
)
"""When an expectation was moved is not what it is of: "in May, we upped our guidance of free cash flow to $374 million"."""
_NUMBERED = re.compile(r"\d|first|second|third|fourth")
_AGAINST_QUARTER = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs|from|over|than)\b(?:[^.;]|\.\d){0,30}?\b(?:last year's \w+ quarter|(?:first|second|third|fourth) quarter|same quarter|(?:prior|previous) year (?:\w+ )?quarter|year ago quarter|quarter a year ago|q[1-4])\b"
)
_QUARTERS_RECORD = re.compile(
    r"\b(?:straight|consecutive|record|successive) quarter(?:ly)?\b|\bquarterly (?:[\w']+ ){0,3}record\b"
)
"""What sets a record for the quarter: "a second straight quarterly sales record with growth of 22%"."""
_FOR_YEAR = re.compile(r" (?:for|in|during) the (?:full |fiscal )?year\b")
_QUARTERLY = re.compile(r"\bquarterly(?: [\w&]+){0,4}$")


def carried_period(reading: Reading, figure: tuple[str, str], lead: str | None, *, is_future: bool) -> str | None:
    """The period that the start of the sentence or what was said before sets, until the number's own words say another.

    `figure` is the metric and the part of the company that the number is of.
    """
    call, topic = reading.call, reading.topic
    if is_future:
        return lead or topic.future_period
    if lead:
        return lead
    if topic.aside and figure not in topic.aside and topic.reviewed is None and figure[0] not in _OF_CASH:
        return None  # "Lamp sales were $12 million. Year-to-date, lamp sales were $30 million. Glass sales were $7 million."
    if topic.period and call.is_ahead(topic.period) and has_past(reading.sentence):
        return None  # what was is not of the year that the outlook spoke of
    if topic.period or topic.spoken is None:
        return topic.period
    names_own = any(span.period and not (span.is_comparison or span.is_day) for span in reading.sentence.spans)
    passes = figure[0] not in _OF_CASH and _is_spoken_briefly(topic.spoken, call, topic)
    return None if names_own or passes else topic.spoken


def _is_spoken_briefly(period: str, call: Call, topic: Topic) -> bool:
    """Whether a period is spoken of in passing: a half always, a year to date where the quarter was told beside it, or cash alone.

    "We bought back $300 million, bringing the total to $600 million year-to-date. Pricing rose 2%."
    """
    if not period.endswith("YTD"):
        return period.endswith("H1")
    if {str(call.fiscal), period} <= {one.period for one in topic.said}:
        return True
    return topic.reviewed is None and bool(topic.said) and all(one.metric in _OF_CASH for one in topic.said)


def stated_period(reading: Reading, is_future: bool, carried: str | None) -> tuple[str, float, bool]:
    """The period of a number, how sure that is, and whether the number is of what lies ahead."""
    call, done, before = reading.call, reading.done, reading.frame_before
    if began := _as_year_began(reading):
        return began, 0.9, False
    base, sure = _own_period(reading, is_future, carried)
    if (
        reading.frame.role == "share"
        and before
        and before.role == "comparison"
        and done
        and done[-1].quantity is reading.before
        and any(
            again.fullmatch(reading.normal, done[-1].quantity.end, reading.quantity.start)
            for again in (OR_AGAIN, OR_THEN)
        )
    ):
        return done[-1].period, sure, False  # "versus $151 million or 86% of revenues in the same quarter last year"
    if said := _grown_so(reading) or _said_with(reading, is_future=is_future):
        return said.period, sure, is_future
    if not is_future and (held := _listed_with(reading)):
        return held.period, sure, False
    if is_future and (then := _of_then(reading)):
        return then, 0.9, False
    if is_future and reading.frame.role != "comparison":
        base = _per_quarter(reading, not_over(base, sure, call, carried, reading.sentence))
    is_share_before = reading.frame.role == "share" and reading.index == 0 and OPENS_COMPARED.match(reading.normal)
    if reading.frame.role == "comparison" or reading.frame.is_held_against or is_share_before:
        # "G&A was 1.9% of net revenue. This compares to 2.0% of net revenue for the same quarter last year"
        first = moves_from(reading) if is_future else None
        return (first, 0.9, True) if first else compared_period(reading, is_future, base, sure)
    if base == f"{call.fiscal.year}FY" and _is_this_years_quarter(reading):
        return str(call.fiscal), sure, False
    if not is_future and call.is_ahead(base):
        brings = _BRINGS.search(reading.normal, 0, reading.quantity.start) is not None
        if brings or said_as_past(reading.sentence, reading.quantity) or _is_held_now(reading):
            if base == f"{call.fiscal.year}FY" and _is_this_against_last(reading):
                spoken = (*(said.period for said in (*reading.topic.said, *done)), reading.topic.period)
                period = call.year_to_date if call.year_to_date in spoken else str(call.fiscal)
                return period, times.UNSAID, False  # the amount's size may tell better
            if base == f"{call.fiscal.year}FY" and reading.link.metric != "tax_rate":
                return call.year_to_date, sure, False  # "we repurchased $5 million this year": as far as it has gone
            if base == f"{call.fiscal.year}Q4" and _SINCE_START.search(reading.normal, 0, reading.quantity.start):
                return str(call.fiscal), sure, False
            if base == f"{call.fiscal.year}Q4" and reading.link.term.metric.balance:
                return f"{call.fiscal.year - 1}Q4", sure, False  # "at the end of the year, our AUM was"
        if _WAS.search(reading.normal, 0, reading.quantity.start):
            return str(call.fiscal), times.UNSAID, False  # "excluding the 2025 bonds, our liquidity was $1.3 billion"
        return _per_quarter(reading, base), sure, True  # nobody can report a period that is not over
    return base, sure, is_future


def _said_with(reading: Reading, *, is_future: bool) -> Statement | None:
    """What stands right before a number, where both are of one period."""
    last = reading.done[-1] if reading.done else None
    if last is None or last.quantity is not reading.before:
        return None
    is_result = not is_future and last.metric == reading.link.metric
    if is_result and (_has_come_to(reading) or _has_moved_so(reading) or _was_paid_for(reading)):
        return last
    # "earnings of $0.34 per diluted share on 155.4 million diluted shares"
    return last if _ON_SHARES.fullmatch(reading.normal, last.quantity.end, reading.quantity.start) else None


def _grown_so(reading: Reading) -> Statement | None:
    """The level that a rate is the growth of, from the one right before it: "revenue increased to $212 million from $200 million, or 6.2%"."""
    now, then = reading.done[-2:] if len(reading.done) > 1 else (None, None)
    if (
        now is None
        or then is None
        or reading.frame_before is None
        or reading.frame_before.role != "comparison"
        or reading.quantity.kind != "percent"
        or then.quantity is not reading.before
        or {(one.metric, one.measure, one.unit) for one in (now, then)} != {(reading.link.metric, "level", then.unit)}
        or min(then.low, now.low) <= 0
        or not OR_AGAIN.fullmatch(reading.normal, then.quantity.end, reading.quantity.start)
    ):
        return None
    least, most = (now.low / then.high - 1) * 100, (now.high / then.low - 1) * 100
    return now if least <= reading.quantity.high and reading.quantity.low <= most else None


def _is_this_years_quarter(reading: Reading) -> bool:
    """Whether a bridge leads to the same quarter of this year: "a walk from prior year fourth quarter EPS of $3.31 to $2.55 for this year"."""
    normal, quantity = reading.normal, reading.quantity
    return bool(_QUARTER_THEN_TO.search(normal, 0, quantity.start) and _THIS_YEAR.match(normal, quantity.end))


_QUARTER_THEN_TO = re.compile(
    r"\bfrom (?:the |our )?(?:prior|last|previous) year(?:'s)? (?:first|second|third|fourth) quarter\b[^;]* to [$£¥₠-⃏]?$"
)
_THIS_YEAR = re.compile(r"(?: per (?:diluted )?share)? (?:for|in) this year\b(?!'s)")


def _is_this_against_last(reading: Reading) -> bool:
    """Whether an amount, or the change told behind it, is of "this year" as against "last year"."""
    if reading.frame.role == "change" and _THIS_AGAINST_LAST.search(reading.normal, 0, reading.quantity.start):
        return True
    return _THIS_AGAINST_LAST.match(reading.normal, reading.quantity.end) is not None


_THIS_AGAINST_LAST = re.compile(
    r"(?: per (?:diluted )?share)?,? (?:for |in )?this year,? (?:compared (?:to|with)|versus|against|from) (?:an? )?(?:[\w']+ ){0,3}?[$£¥₠-⃏]?\d"
)
"""Two years of what is spoken of, mostly a quarter: "income before taxes was $95.9 million this year compared to $80 million last year"."""


def _of_then(reading: Reading) -> str | None:
    """The past period right behind a number that goes on with what is held against: "compared to $2.59 a year ago and $2.39 in the third quarter of 2019"."""
    before = reading.frame_before
    if before is None or before.role != "comparison" or reading.frame.role == "comparison":
        return None
    end = reading.quantity.end
    return next(
        (
            span.period
            for span in reading.sentence.future_spans
            if span.period
            and not reading.call.is_ahead(span.period)
            and span.start - end >= 0
            and _IN_THEN.fullmatch(reading.normal, end, span.start)
        ),
        None,
    )


_IN_THEN = re.compile(r"(?: per share| cents)? (?:in|for|of|during) (?:the )?")


def _is_held_now(reading: Reading) -> bool:
    """Whether an amount of a year that is not over is held against the one before: "cash flow is at $183 million for the year compared to $119 million last year"."""
    frames = reading.context.frames[reading.index + 1 : reading.index + 2]
    return (
        bool(_IS_AT.search(reading.normal, 0, reading.quantity.start))
        and bool(frames)
        and frames[0].role == "comparison"
    )


_IS_AT = re.compile(r"\b(?:is|are|stands?) (?:now )?at [$£¥₠-⃏]?$")
_ON_SHARES = re.compile(
    r"(?: per (?:diluted |basic |common )*share)?,? (?:based )?(?:on|using)(?: (?:about|approximately|an?|average|diluted|share|count|of))* "
)


def _listed_with(reading: Reading) -> Statement | None:
    """The amount held against another that a number is listed with: "compared to revenues of $201 million, net income of $1.9 million"."""
    said_before = any(said.metric == reading.link.metric and said.measure == "level" for said in reading.done)
    if reading.frame.role != "level" or not said_before:
        return None
    roles = dict(zip((said.start for said in reading.sentence.quantities), reading.context.frames, strict=True))
    held = next((said for said in reversed(reading.done) if roles[said.quantity.start].role == "comparison"), None)
    if held is None or held.metric == reading.link.metric:
        return None
    start, end = held.quantity.end, reading.quantity.start
    names_own = any(start <= span.start < end for span in reading.sentence.spans)
    return None if names_own or _STATES.search(reading.normal, start, end) else held


_STATES = re.compile(
    r"[.;:](?!\d)|\b(?:was|were|is|are|will|we|which|that|while|but|up|down|to|increas\w+|decreas\w+|grew|rose|fell|declin\w+)\b"
)
_WAS = re.compile(
    rf"\b(?:{WAS}|stood at)(?: (?:about|approximately|around|roughly|nearly|over|almost|more than))* ?[$£¥₠-⃏]?$"
)


def _has_come_to(reading: Reading) -> bool:
    """Whether a number is what a change has led to, and so of its time: "for the first nine months, it was up 0.4 points to 22%"."""
    start, end = reading.quantity.start, reading.quantity.end
    return (
        reading.frame.role == "level"
        and reading.frame_before is not None
        and reading.frame_before.role == "change"
        and reading.before is not None
        and bool(COME_TO.fullmatch(reading.normal, reading.before.end, start))
        and not any(0 <= span.start - end < _BEHIND for span in reading.sentence.spans)
    )


def _has_moved_so(reading: Reading) -> bool:
    """Whether a change is that of the amount before it: "for the first nine months, sales were $105.6 million, down $2.9 million or 2.6%"."""
    start, end, before = reading.quantity.start, reading.quantity.end, reading.frame_before
    if reading.frame.role != "change" or before is None or reading.before is None:
        return False
    group, is_listed = parallel(reading.context, reading.index)
    if is_listed and len(group) > 1:
        return False  # "$560 million and $2.1 billion, up 9% and 12%, respectively"
    beside = {"level": _MOVED_BY, "change": OR_SAME}.get(before.role)
    is_noun = before.role == "level" and _MOVE_NOUN.match(reading.normal, end)
    return (
        beside is not None
        and bool((_A_MOVE if is_noun else beside).fullmatch(reading.normal, reading.before.end, start))
        and not any(
            0 <= span.start - end < _BEHIND and not times.is_compared(reading.normal, span)
            for span in reading.sentence.spans
        )
    )


def _was_paid_for(reading: Reading) -> bool:
    """Whether an amount is what was paid for the count before it: "for the year we repurchased 3 million shares for $250 million"."""
    before = reading.before
    return before is not None and bool(_PAID_FOR.fullmatch(reading.normal, before.end, reading.quantity.start))


_PAID_FOR = re.compile(
    r" (?:(?:common|ordinary|additional) )?(?:shares|units)(?: of (?:[\w']+ ){1,4}stock)?(?: at an average price of [^,;]{3,30})?,? (?:for|at an? (?:(?:total|aggregate) )?cost of|totaling|or)(?: (?:a total of|about|approximately|nearly|over|a total cost of))* ?[$£¥₠-⃏]?"
)
_MOVED_BY = re.compile(
    r",? (?:(?:which (?:was|is) |representing )?(?:up|down|higher|lower|increasing|decreasing|(?:an? )?(?:increase|decrease|decline|improvement|reduction|growth|rise) of))(?: (?:about|approximately|nearly|over))* ?[$£¥₠-⃏]?"
)
_A_MOVE = re.compile(r",? (?:or |representing )?an?(?: (?:about|approximately|nearly|record))* ?[$£¥₠-⃏]?")
_MOVE_NOUN = re.compile(r" (?:(?:[\w']+ )?(?:increase|decrease|decline|improvement|rise)|(?:year over year )?growth)\b")
"""A move named behind its number: "bringing full-year revenue to $801 million, a 7% increase"."""
_BEHIND = 25
"""A period named so near behind a number is its own."""


def _per_quarter(reading: Reading, base: str) -> str:
    """The next quarter for what is said of each quarter of a year: "expenses of $52 million to $53 million per quarter"."""
    is_said = base.endswith(("FY", "H1", "H2")) and A_QUARTER.match(reading.normal, reading.quantity.end)
    following = reading.call.fiscal.shifted(1)
    if not is_said:
        return base
    return str(following) if int(base[:4]) <= following.year else f"{base[:4]}Q1"


def _is_declared(reading: Reading) -> bool:
    """Whether a dividend is declared for a quarter to come: "we declared a dividend of $0.20 for the first quarter", at the end of the year."""
    return (
        reading.call.fiscal.ends_year
        and reading.link.metric in ("dividend_per_share", "dividends")
        and _DECLARED.search(reading.normal, 0, reading.quantity.start) is not None
    )


_DECLARED = re.compile(r"\b(?:declar|announc|approv)\w*\b[^;]*$")


def _leads_next(reading: Reading, span: PeriodSpan) -> bool:
    """Whether a period opens the clause behind a number: "income was down 2%, and for the second quarter we'd look for growth"."""
    normal = reading.normal
    return (
        span.start >= reading.quantity.end
        and _AND_FOR.search(normal, reading.quantity.end, span.start) is not None
        and _WE_THEN.match(normal, span.end) is not None
    )


_AND_FOR = re.compile(r"[,;] (?:and|but|so|while) (?:for|in|as for|looking to) (?:the |our )?$")
_WE_THEN = re.compile(r",? (?:i|we|you)\b")


def _quarter_told_of(reading: Reading) -> str | None:
    """The quarter that a clause tells of, for what stands behind: "for the year, comps were 2.8%; Q4 was 1.9%, with traffic down 1%"."""
    normal, start = reading.normal, reading.quantity.start
    last = max((span for span in reading.sentence.spans if span.end <= start), key=lambda span: span.end, default=None)
    if last is None or last.period is None or not last.period.endswith(QUARTERS):
        return None
    told = _TOLD_QUARTER.match(normal, last.end)
    is_of_clause = told and told.end() <= start and _WITH_IT.fullmatch(normal, told.end(), start)
    return last.period if is_of_clause and _OPENS_CLAUSE.search(normal, 0, last.start) else None


def _quarter_within(reading: Reading) -> str | None:
    """The quarter that a number is of, within a year told before: "EPS of $7.40 to $7.80, with the first quarter at $1.15 to $1.25"."""
    normal, start = reading.normal, reading.quantity.start
    year = max((one.period for one in reading.done if one.metric == reading.link.metric), key=order, default="")
    if not year or year.endswith(QUARTERS):
        return None
    return next(
        (
            f"{year[:4]}{span.period[4:]}"
            for span in reading.sentence.future_spans
            if span.end <= start
            and span.period is not None
            and span.period.endswith(QUARTERS)
            and normal.endswith((", with the ", ", with ", " with the ", " and the ", "; the "), 0, span.start)
            and _AT_SO_MUCH.fullmatch(normal, span.end, start)
        ),
        None,
    )


_AT_SO_MUCH = re.compile(rf" (?:(?:expected |seen )?(?:at|of|to be)|being|contributing) {HEDGES}[$£¥₠-⃏]?")
_OPENS_CLAUSE = re.compile(r"(?:^|[;,] )(?:(?:and|but|while|for|in|the) )*$")
_TOLD_QUARTER = re.compile(rf"(?:'s)? (?:was|were|came in) {HEDGES}[$£¥₠-⃏]?[\d.,]+(?:%| percent| million| billion)?")
_WITH_IT = re.compile(r",? with [^;]*")


def _own_period(reading: Reading, is_future: bool, carried: str | None) -> tuple[str, float]:
    """The period that a number would be of, were it held against nothing, and how sure that is."""
    call, normal, term = reading.call, reading.normal, reading.link.term
    spans = reading.sentence.future_spans if is_future or _is_declared(reading) else reading.sentence.spans
    spans = [span for span in spans if not _leads_next(reading, span)]
    if is_future:
        spans = [span for span in spans if span.period]  # "below the $122 million we invested last year"
    if listed := listed_period(reading, spans):
        return listed, 0.95
    if is_future and (held := _held_by_last(reading, spans)):
        return held, 0.85
    if is_future and (
        _END_YEAR_AT.search(normal, 0, reading.quantity.start) or _BY_YEAR_END.match(normal, reading.quantity.end)
    ):
        return f"{call.fiscal.shifted(1).year}FY", 0.85
    if told := _quarter_within(reading) or (None if is_future else _quarter_told_of(reading)):
        return told, 0.85
    default = _default_period(reading, is_future, carried)
    if not is_future and (
        _EXITED_LAST.search(normal, 0, reading.quantity.start)
        or not call.fiscal.ends_year
        and _ENDED_YEAR.search(normal, 0, reading.quantity.start)
    ):
        return f"{call.fiscal.year - 1}FY", 0.85  # "we exited last year with SG&A of about $100 million"
    is_first = term.end <= reading.quantity.start and (reading.before is None or reading.before.end <= term.start)
    if not is_future and is_first and _AT_LAST_END.match(normal, term.end):
        return f"{call.fiscal.year - 1}Q4", 0.9
    base, sure = times.own_period(
        normal, reading.index, reading.sentence.quantities, reading.context.frames, spans, default
    )
    if (
        reading.link.metric == "dividend_per_share"
        and _PAYABLE.search(normal)
        and order(base) < order(str(call.fiscal))
    ):
        base = str(call.fiscal)
    if is_future and sure == times.UNSAID and (only := _only_ahead(reading, spans)):
        base, sure = only, 0.75
    if is_future and sure == times.UNSAID and (next_one := _a_year_after(reading, spans)):
        base, sure = next_one, 0.7
    if is_future and not _may_lie_ahead(base, call):
        # "including the assets on hand at January 1, we expect $420 million of cash in 2020"
        left = [span for span in spans if span.period and _may_lie_ahead(span.period, call)]
        base, sure = times.own_period(
            normal, reading.index, reading.sentence.quantities, reading.context.frames, left, default
        )
    goes_on = WITHIN_THAT.match(normal) and (sure == times.UNSAID or _is_bare(reading, base))
    if goes_on and not is_future and reading.topic.said:
        last = max((said.period for said in reading.topic.said if not said.is_future), key=order, default=base)
        base = last if sure == times.UNSAID else f"{base[:4]}{last[4:]}"  # "we have earnings of $0.69 in 2021"
    is_annual = ANNUAL.search(normal, max(0, term.start - 25), term.start) is not None
    if sure == times.UNSAID and (is_annual or _ANNUAL_AND.search(normal, 0, term.start)):
        base = f"{base[:4]}FY"
    if is_future and (is_annual or _ANNUAL_GUIDANCE.search(normal, max(0, term.start - 45), reading.quantity.start)):
        base, sure = f"{base[:4]}FY", 0.9
    if is_future:
        is_quarterly = (
            sure == times.UNSAID
            or base.endswith("FY")
            and (
                reading.link.metric == "dividend_per_share"
                or reading.quantity.kind == "money"
                and base == f"{call.fiscal.shifted(1).year}FY"
            )
            and not _FOR_YEAR.match(normal, reading.quantity.end)
        ) and _QUARTERLY.search(normal, max(0, term.start - 30), term.end)
        return str(call.fiscal.shifted(1)) if is_quarterly else base, sure
    return _of_result(reading, base, carried, is_unsaid=sure == times.UNSAID), sure


_PAYABLE = re.compile(r"\bpayable (?:on|in) ")
"""Who says when a dividend will be paid speaks of one that has just been declared, whatever the year of that day."""
_END_YEAR_AT = re.compile(
    rf"\bto (?:end|finish|close|exit) (?:out )?the year (?:(?:at|above|below) )?{HEDGES}[$£¥₠-⃏]?$"
)
"""Where a year is expected to end: "we had $61 million in the quarter, and we expect to end the year at $250 million"."""
_BY_YEAR_END = re.compile(
    r"(?: [a-z]+){0,2} by (?:the )?(?:end of (?:the|this) |calendar |fiscal )*year(?: end)?\b(?! (?:end\b|'?\d))"
)
"""By when: "we'll be at 225 by year-end", whatever quarter was spoken of before."""


def _of_result(reading: Reading, base: str, carried: str | None, *, is_unsaid: bool) -> str:
    """The period of a result, by all that its sentence says beside the period's name: `base` is what the names give."""
    call, normal, term, done = reading.call, reading.normal, reading.link.term, reading.done
    if base[:4] == str(call.fiscal.year) and _is_of_last_year(reading):
        base = year_before(base)
    if base == str(call.fiscal) and (
        _BRINGS.search(normal, 0, reading.quantity.start)
        and not (term.metric.balance or (count_at_end(reading) or reading.link.metric) in _STANDING)
        or "through " in normal
        and _is_through_end(reading)
    ):
        base = call.year_to_date
    if (
        OPENS_COMPARED.match(normal)
        and base.endswith("FY")
        and done
        and done[-1].period[4:5] == "Q"
        and _is_bare(reading, base)
    ):
        base = f"{base[:4]}{done[-1].period[4:]}"  # "compared to $1.71 last year and $0.62 in 2019"
    if base == f"{call.fiscal.year - 1}FY" and _is_of_same_quarter(reading):
        base = f"{base[:4]}Q{call.fiscal.quarter}"
    if base == str(call.fiscal) and is_unsaid and (_is_against_year(reading, carried) or _is_proposed(reading)):
        base = f"{call.fiscal.year}FY"
    if base.endswith(("FY", "YTD", "H1", "H2")) and (
        _QUARTERLY.search(normal, max(0, term.start - 30), term.end)
        and not _FOR_YEAR.match(normal, reading.quantity.end)
        and not _is_paid_in(reading, base)
        or is_unsaid
        and _QUARTERS_RECORD.search(normal, 0, reading.quantity.start)
    ):
        base = str(call.fiscal)
    if reading.link.metric == "dividend_per_share" and _MAKES_YEARS.match(normal, reading.quantity.end):
        base = str(call.fiscal)
    if _is_of_last_day(reading):
        base = f"{base[:4]}{_LAST_OF[base[4:]]}" if base[4:] in _LAST_OF else base.removesuffix("YTD")
    return base


def _is_proposed(reading: Reading) -> bool:
    """Whether a dividend is that of the year, as its shareholders have to agree: "the board proposes a dividend of $2.10"."""
    return (
        reading.link.metric == "dividend_per_share"
        and reading.call.fiscal.ends_year
        and _PROPOSES.search(reading.normal, 0, reading.quantity.start) is not None
    )


_PROPOSES = re.compile(r"\b(?:propos|recommend)\w*\b(?:(?!\b(?:final|interim|quarterly|second|fourth)\b)[^;])*$")


_MAKES_YEARS = re.compile(
    r"(?: (?:per|a) (?:[a-z]+ )?share)?,? (?:making|bringing|taking|giving|for a total|resulting in) (?:an?|the|our)? ?(?:full year|annual|total)?[^,;$£¥₠-⃏]{0,40}?[$£¥₠-⃏]?[\d.]+[^,;]{0,30}\b(?:year|20\d\d)\b"
)
"""A last dividend, with which the year's comes to more: "a final dividend of 18 pence, making 27 pence for the year"."""


def _as_year_began(reading: Reading) -> str | None:
    """The quarter whose end is the start of a year: "down from 8,900 employees at the start of the year"."""
    found = _AT_START.match(reading.normal, reading.quantity.end)
    if found is None or not (reading.link.term.metric.balance or reading.link.metric in _STANDING | _OF_LAST_DAY):
        return None
    return year_before(f"{found['year'] or reading.call.fiscal.year}Q4")


_AT_START = re.compile(
    r"(?: (?!in\b|and\b)[a-z]+){0,2} (?:at|as of) the (?:very )?(?:start|beginning) of (?:(?:the|this|our) (?:fiscal )?year|(?:fiscal )?(?P<year>20\d\d))\b"
)


def _is_through_end(reading: Reading) -> bool:
    """Whether a sum is told of the year as far as the quarter's end: "Through September 30, we repurchased $5 million of shares"."""
    normal, end = reading.normal, reading.call.fiscal.end
    if _THROUGH.match(normal, reading.quantity.end) or _THROUGH_BEFORE.search(normal, 0, reading.quantity.start):
        return True
    found = (
        _THROUGH_DAY.match(normal)
        or _THROUGH_DAY_BEHIND.match(normal, reading.quantity.end)
        or _THROUGH_DAY_SO.match(normal, reading.link.term.end)
    )
    if found is None or reading.link.term.metric.balance or reading.link.metric in _STANDING:
        return False
    following = reading.sentence.quantities[reading.index + 1 : reading.index + 2]
    until = following[0].start if following else len(normal)
    own = (span for span in reading.sentence.spans if max(found.end(), reading.quantity.end) <= span.start < until)
    if any(span.period == str(reading.call.fiscal) for span in own):
        return False  # "capital spending through September 30 was $6 million, with $3 million in the third quarter"
    return found["month"] is None or end is not None and MONTHS[found["month"]] == end.month


def _is_paid_in(reading: Reading, period: str) -> bool:
    """Whether dividends that are paid each quarter were paid in a longer period: "During the year, we paid $64 million in quarterly dividends"."""
    return reading.link.metric == "dividends" and any(span.period == period for span in reading.sentence.spans)


def _is_of_last_year(reading: Reading) -> bool:
    """Whether a sentence is of the year before: "In the prior year our net income in the second quarter was $23 million"."""
    normal = reading.normal
    if _WHEN_WE.search(normal, 0, reading.quantity.start):
        return True
    if _UP_AGAINST.search(normal, 0, reading.quantity.start):
        return not any(span.is_comparison for span in reading.sentence.spans if span.start >= reading.quantity.end)
    is_held = reading.frame.role == "comparison" or reading.frame.is_held_against
    if not is_held and _is_named_then(reading):
        return True
    return bool(_IN_LAST_YEAR.match(normal) and not _BY_NOW.search(normal, 0, reading.quantity.start))


def _is_named_then(reading: Reading) -> bool:
    """Whether the metric is named as that of the year before: "prior year revenue was $39 million", "revenue a year ago was"."""
    normal, term, quantity = reading.normal, reading.link.term, reading.quantity
    is_next = reading.before is None or reading.before.end <= term.start
    return bool(
        term.end <= quantity.start
        and is_next
        and (_THEN_ITS.search(normal, 0, term.start) or _ITS_THEN.match(normal, term.end))
        or _THEN_IT_WAS.search(normal, 0, quantity.start)
    )


_THEN_ITS = re.compile(
    r"(?:^|[,;] |\b(?:and|while|whereas|but|where|as|our) )(?:the |our )?(?:last|prior|previous) year(?:'s)?(?: (?:(?:first|second|third|fourth) )?(?:quarter|period)(?:'s)?)? (?:(?:net|total|adjusted|gross|operating|our|consolidated|reported|gaap|non|core|diluted|organic) )*$"
)
"""Before a metric, whose it is: "whereas last year's revenue was", "prior year third quarter adjusted EBITDA was"."""
_ITS_THEN = re.compile(
    r" (?:last year|a year ago|in (?:the )?(?:(?:prior|last|previous) year|year ago|same)(?: quarter| period)?(?: last year)?) (?:was|were)\b"
)
_THEN_IT_WAS = re.compile(
    rf"(?<!\bthan )(?<!\bfrom )(?<!\bover )(?<!\bto )(?<!\bversus )(?<!\bwith )\b(?:last year|a year ago),? it was {HEDGES}[$£¥₠-⃏]?$"
)
_WHEN_WE = re.compile(
    r"\b(?:last year|a year ago|(?:the )?(?:prior[ -]year|year[ -]ago)(?: quarter| period)?|same (?:quarter|period) last year),? when (?:we|it|the company) (?:(?!we\b)[^;,]|,\d)*$"
)
"""What was a year ago: "EPS was 43% higher than last year when we recorded more than $415 million of interest"."""
_UP_AGAINST = re.compile(
    r"\b(?:up|compar\w+) against (?:an? )?(?:(?:very|strong|tough|difficult|challenging|plus|positive|record)[ -])*$"
)
"""What this year is held against: "we were up against a plus 92% comp"."""
_LAST_OF = {"FY": "Q4", "H1": "Q2", "H2": "Q4"}
"""The quarter at whose end a longer period's balances are."""


def _is_of_last_day(reading: Reading) -> bool:
    """Whether a number is of the day on which its period ends, as a balance is."""
    metric = reading.link.metric
    is_balance = reading.link.term.metric.balance and not metric.startswith("average_")
    return (
        is_balance
        or metric in _OF_LAST_DAY
        and reading.frame.role == "level"
        or "percent" in reading.link.term.metric.units
        and _ENDED_YEAR_AT.match(reading.normal, reading.link.term.end) is not None
    )


_ENDED_YEAR_AT = re.compile(
    r" (?:also )?(?:ended|finished|closed|exited) (?:out )?the (?:fiscal )?year (?:at|up|down)\b"
)
"""Where a rate stood in the end is of the last day: "occupancy ended the year at 96.3%"."""


_OF_LAST_DAY = frozenset(
    {"cet1_ratio", "community_count", "days_sales_outstanding", "headcount", "members", "risk_based_capital_ratio", "subscribers"}
)  # fmt: skip
"""What is of the day on which a period ends, balances aside; customers are also those served over it, stores those opened."""


def _only_ahead(reading: Reading, spans: Sequence[PeriodSpan]) -> str | None:
    """The one year ahead that a sentence names, at its end: "we expect capex of $350 million and to open 35 stores in fiscal 2022"."""
    span, term = spans[0] if len(spans) == 1 else None, reading.link.term
    if span is None or not span.period or not span.period.endswith("FY"):
        return None
    if not _NAMED_YEAR.search(reading.normal, span.start, span.end) or _QUARTERLY.search(
        reading.normal, max(0, term.start - 30), term.end
    ):
        return None  # "quarterly income will be $2.5 million and will come to about $8 million for the year"
    if any(
        reading.quantity.end <= other.start < span.start and other.metric.canonical_name == term.metric.canonical_name
        for other in reading.context.terms
    ):
        return None  # "margins of about 6%, and we are on our way to our 8% margin in 2023"
    is_last = span.start > reading.quantity.end and len(reading.normal) - span.end <= _AT_END
    is_ahead = reading.call.is_ahead(span.period) and not times.is_compared(reading.normal, span)
    return span.period if is_last and is_ahead else None


def _a_year_after(reading: Reading, spans: Sequence[PeriodSpan]) -> str | None:
    """What follows the one period that something expected is held against.

    The next quarter: "sales are expected to grow 11% compared with third quarter 2020"; the year after one that is
    itself only expected: "a 12% increase over our expected production for fiscal 2021".
    """
    following = str(reading.call.fiscal.shifted(1))
    then = {span.period: span for span in spans if span.period and times.is_compared(reading.normal, span)}
    if len(then) != 1:
        return None
    ((period, base),) = then.items()
    if period == year_before(following):
        return following
    is_expected = period.endswith("FY") and times.is_over_expected(reading.normal, base)
    return f"{int(period[:4]) + 1}FY" if is_expected else None


_AT_END = 2
_NAMED_YEAR = re.compile(r"\d|\bnext\b")
_ANNUAL_GUIDANCE = re.compile(
    r"(?<!of our )(?<!of the )\bannual (?:(?:core|adjusted|diluted|net|total|organic|non|gaap) )*(?:[\w&]+ ){0,4}?(?:guidance|outlook|range|guide|forecast)\b(?! implies\b)"
)
"""Guidance for a year, whatever quarter its reasons are of: "given our third quarter bookings, we raise our annual EPS guidance"."""
_ANNUAL_AND = re.compile(
    r"\bannual (?:[\w']+ ){1,3}of [^,;]{1,25} and (?:(?:adjusted|gaap|non|diluted|record|organic|total|net) )*$"
)
"""What a year brought: "annual revenue of $1.3 billion and adjusted EPS of $9.30"."""


def _is_bare(reading: Reading, period: str) -> bool:
    """Whether a period is said by the number of a year and nothing else."""
    said = [span for span in reading.sentence.spans if span.period == period]
    return bool(said) and all(span.is_bare for span in said)


def _is_of_same_quarter(reading: Reading) -> bool:
    """Whether a bare year stands for its quarter: "We earned $0.53 a share in the third quarter. Earnings in 2020 were $0.78"."""
    last = reading.topic.said[-1] if reading.topic.said else None
    spans = reading.sentence.spans
    return (
        last is not None
        and len(spans) == 1
        and spans[0].is_bare_year
        and reading.normal.endswith(("in ", "for "), 0, spans[0].start)
        and reading.frame.role == "level"
        and reading.quantity.kind in ("money", "per_share")
        and not _OF_YEAR.search(reading.normal)
        and any(
            said.metric == reading.link.metric
            and said.measure == "level"
            and said.period == str(reading.call.fiscal)
            and said.value != 0
            and 1 / _OF_ONE_LENGTH < reading.quantity.value / said.value < _OF_ONE_LENGTH
            for said in reading.topic.said
        )
    )


_OF_ONE_LENGTH = 2
"""By less than this factor the same figure of two periods of one length differs."""
_OF_YEAR = re.compile(r"\b(?:full|fiscal|total|entire|whole|all of|annual|calendar)\b")


def _is_against_year(reading: Reading, carried: str | None) -> bool:
    """Whether a call on the fourth quarter holds a sentence against the year before alone: "up 280 basis points above 2020".

    Where the quarter was spoken of, only what is called a fiscal year is one: "compared to fiscal 2020".
    """
    last = f"{reading.call.fiscal.year - 1}FY"
    return reading.call.fiscal.ends_year and any(
        span.is_bare_year
        and (over := _OVER_YEAR.search(reading.normal, 0, span.start))
        and (carried is None or "fiscal" in over[0] or reading.normal.startswith("fiscal", span.start))
        for span in reading.sentence.spans
        if span.period == last
        and all(other.is_bare_year and (other.period or last) <= last for other in reading.sentence.spans)
    )


_OVER_YEAR = re.compile(
    r"\b(?:versus|vs|over|from|above|below|compared (?:to|with)|than)(?: (?:the|our) (?:previous|prior|last) record(?: set| of| achieved)? in)?(?: fiscal| full year)* $"
)


def _held_by_last(reading: Reading, spans: list[PeriodSpan]) -> str | None:
    """The period of the expectation before, of which a sentence says how it compares: "That represents a 4% increase over 2021"."""
    last = reading.topic.said[-1] if reading.topic.said else None
    if last is None or not last.is_future or not COMES_TO.match(reading.normal):
        return None
    return last.period if all(span.period and _is_before(span.period, last.period) for span in spans) else None


def _is_before(period: str, other: str) -> bool:
    """Whether a period is of a year before another, or both are quarters and it is the earlier one."""
    return period[:4] < other[:4] or period.endswith(QUARTERS) and other.endswith(QUARTERS) and period < other


WITHIN_THAT = re.compile(
    r"(?:and |now )?(?:within|of|included in) (?:that|this|those|these)(?: total| amount| figure| number)?, "
    r"|(?:and |so |or )on a per (?:diluted )?share basis,? "
)
"""What goes on with a part of the figure before: "Within that, licensing revenue was $1.2 billion"."""
_IN_LAST_YEAR = re.compile(
    r"(?:(?:and|but|so)[ ,]+)?(?:in|for|during) (?:the )?(?:prior|last|previous) (?:fiscal )?year,? (?:our|we|the)\b"
    r"|(?:(?:and|but|so)[ ,]+)?(?:if (?:you|we) (?:look|think|go)(?: back)?(?: at| about| to)? )?(?:where we were )?(?:a|one) year ago,? (?!(?:today|now)\b)(?=[^,;]*\b(?:was|were|had|did)\b)"
    r"|(?:this|that|which) compare[sd]? (?:to|with) (?:the |our )?(?:prior|last|previous) year\b(?! (?:quarter|period))(?=.* (?:for|in|during) the quarter\b)"
)
_BY_NOW = re.compile(r"\b(?:and|but|while) (?:we(?:'ve|'re)?|it(?:'s)?|today|now) (?:have |are |is )?(?:now|today)?\b")
"""Where a sentence comes back from a year ago: "a year ago, revenue was $90 million and we've now done $110 million"."""
_EXITED_LAST = re.compile(
    r"\bwe (?:exited|finished|ended|closed)(?: out)? (?:the )?(?:last|prior|previous) (?:fiscal )?year (?:at|with|for) [^,;$]*[$£¥₠-⃏]?$"
)
_AT_LAST_END = re.compile(
    rf" (?:ratio )?(?:at|as of) (?:the )?(?:end of (?:the )?(?:last|prior|previous)(?: fiscal)? year|(?:last|prior|previous) year end) (?:{WAS}|stood at)\b"
)
"""Behind a metric, that it is told of the last day of the year before: "Net debt at the end of last year was $5 billion"."""
_ENDED_YEAR = re.compile(
    r"\bwe (?:exited|finished|ended|closed)(?: out)? (?:our |the )?fiscal year(?: in [a-z]+)? (?:at|with) [^,;$]*[$£¥₠-⃏]?$"
)
"""What there was as the last year ended, on a call in the middle of one: "we ended our fiscal year in August with $40 million in cash"."""
YEARS_START = r"(?:the )?(?:start|beginning) of (?:(?:(?:the|this|our) )?(?:fiscal )?year|20\d\d)"
"""How the start of a year is named, as a pattern."""
_SINCE_START = re.compile(rf"\b(?:since|from|over) {YEARS_START}\b")
"""Where a year's balance went from to what it is: "loans are up 4% since the beginning of the year to $6.1 billion"."""
_BRINGS = re.compile(
    r"\bbring(?:s|ing) [^,;$]*\b(?:total|year to date|year|20\d\d|(?:six|nine) months?)\b[^,;$]* to(?: (?:about|approximately))?(?: [$£¥₠-⃏]?[\d.,]+ (?:million )?shares for)?(?: (?:about|approximately|nearly|over))* ?[$£¥₠-⃏]?$"
)
"""What the quarter adds up to with those before it: "bringing our 2021 total to $56 million"."""
_STANDING = frozenset(
    {"community_count", "customers", "daily_active_users", "enrollment", "headcount", "members", "monthly_active_users", "stores", "subscribers"}
)  # fmt: skip
"""Counts that are of a day and do not add up: "bringing total customers to 4.2 million"."""
_THROUGH_BEFORE = re.compile(
    r"\bthrough (?:the |our )?(?:q[234]|(?:second|third|fourth) (?:fiscal )?quarter)(?: (?:at|to|was|of))*(?: (?:about|approximately))* ?[$£¥₠-⃏]?$"
)
_DAY = rf"through (?:the (?:end of (?:the )?)?)?(?:(?P<month>{MONTH})(?: \d\d?)?(?:,? 20\d\d)?|(?:second|third|fourth) quarter)\b"
_THROUGH_DAY = re.compile(rf"(?:(?:and|so|now)[ ,]+)*{_DAY}(?: of (?:fiscal )?20\d\d)?,")
_THROUGH_DAY_BEHIND = re.compile(rf"(?: (?!quarter|months?|half|period|year|from|since)[a-z]+){{0,5}} {_DAY}")
_THROUGH_DAY_SO = re.compile(rf" {_DAY}")
"""As far as when: at a sentence's start, behind a sum of something, and right behind a metric."""
_THROUGH = re.compile(r"(?: [a-z]+){0,4} through (?:the |our )?(?:second|third|fourth) (?:fiscal )?quarter\b")


def _may_lie_ahead(period: str, call: Call) -> bool:
    """Whether an expectation may be of a period; "this quarter" is also said of the one that has begun."""
    return call.is_ahead(period) or period == str(call.fiscal)


def _default_period(reading: Reading, is_future: bool, carried: str | None) -> str:
    """The period of a number whose sentence names none."""
    call, normal = reading.call, reading.normal
    now = str(call.fiscal)
    if is_future:
        return carried or reading.topic.ahead or call.outlook_period
    if carried and carried != now and _AGAINST_QUARTER.search(normal, reading.quantity.end):
        return now  # "adjusted EPS was $1.60 compared to $1.63 in last year's third quarter"
    again = next(levels(reading.topic.said, reading.link.metric), None) if SAME_LESS.match(normal) else None
    if (
        carried is None
        and again
        and again.period_named
        and again.period in (f"{call.fiscal.year}FY", call.year_to_date)
    ):
        return again.period
    of_year = f"{call.fiscal.year}FY"
    names_none = not any(span.period and not span.is_day for span in reading.sentence.spans)
    if names_none and _THIS_IS.match(normal):
        last = max((said.period for said in reading.topic.said if not said.is_future), key=order, default=now)
        if last in (of_year, call.year_to_date):
            return last
    if carried is None and names_none and reading.link.metric in _OF_CASH and reading.topic.named in (None, of_year):
        # A call on the fourth quarter tells the cash flow of the year: "We generated $10 million of free cash flow"
        return of_year if call.fiscal.ends_year else now
    return carried or now


_THIS_IS = re.compile(
    r"(?:(?:and|so|again)[ ,]+)*(?:(?:excluding|adjusting for|on an?|in) [^,;$]{2,50}, )?(?:this|that|which) (?:also )?(?:represents?|represented|is|was|reflects?|equates? to|translates? (?:in)?to|equals|marks?|compares?)\b"
)
"""What is said of the figure before: "Full year revenue was $5 million. Excluding currency, this represents 11% growth"."""
_OF_CASH = frozenset({"operating_cash_flow", "free_cash_flow", "return_of_capital", "capital_expenditure"})
"""What a call on the fourth quarter tells of the whole year, unless it has just spoken of the quarter."""
SAME_LESS = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?(?:excluding|exclusive of|adjusting|adjusted|on an? (?:(?:fx|currency|currency neutral|organic|comparable) )?adjusted|on an? (?:non )?gaap|non gaap|before|when adjusting|when excluding|absent)\b"
    rf"|(?:(?:net|total) )*(?:sales|revenues?|orders|ebitda|operating (?:income|profit|earnings)|gross (?:profit|margins?)),? (?:excluding|exclusive of|adjusted for|without) [^,;]{{3,50}}, (?:was|were|{MOVED})\b"
)
"""A sentence that says the figure of the sentence before on another basis."""
