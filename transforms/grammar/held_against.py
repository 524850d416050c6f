"""What a change is held against: the year before, the quarter before, or neither, and then it is no row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.grammar import names, times
from transforms.grammar.frames.changes import OR_INCREASE, OR_SAME
from transforms.grammar.measures import moved_frame
from transforms.grammar.metric_lists import parallel
from transforms.grammar.model import Reading, Sentence, Statement
from transforms.grammar.stated_periods import SAME_LESS, YEARS_START
from transforms.grammar.topics import QUARTERS
from transforms.grammar.wordlists import MOVED, WAS
from transforms.language.periods import MONTHS, quarter_before, year_before
from transforms.language.quantities import Quantity


def held_against(reading: Reading, measure: str, period: str, *, is_future: bool) -> tuple[str, str] | None:
    """Measure and period of a change by what it is held against; None where that is neither a year nor a quarter before."""
    sentence, index, frame = reading.sentence, reading.index, moved_frame(reading)
    start = sentence.quantities[index].end
    last, after = _said_together(sentence, index)
    stop = after[0].start if after else len(sentence.normal)
    if frame.role == "change" and (base := _listed_base(reading) or _base_of_clause(reading, period)):
        return _against(base, period)
    if not is_future and frame.role == "change" and _is_since_date(reading):
        return _since_date(reading, measure)
    if (
        _grew_within(reading)
        or frame.role == "change"
        and (
            _IS_ANNUALIZED.match(sentence.normal, start)
            or _ANNUALIZED_OR.search(sentence.normal, 0, reading.quantity.start)
        )
        or _is_paid_down(reading, period)
        or (frame.role == "change" and _is_linked_growth(reading, period, is_future=is_future))
    ):
        return "qoq_change", period
    is_linked = reading.is_linked or (is_future and reading.link.metric in _BALANCES)
    if frame.role == "change" and (
        # "In the third quarter, we expect deposits to decline by $1 billion", "NIM declined 5 basis points to 3.10%"
        (is_linked and period[4] == "Q" and not _says_base_of_year(sentence))
        or (is_future and _is_over_now(reading, start, stop, period))
    ):
        return "qoq_change", period
    if period.endswith("H2") and _OVER_FIRST.match(sentence.normal, start):
        return None
    if times.is_far_base(sentence.normal, start, stop, sentence.spans, period) or _or_far(reading, period):
        return None
    if _moved_from_far(reading, period) or is_future and _is_over_quarter(reading, measure, period):
        return None
    if frame.role == "change" and _is_from_other_quarter(sentence, start, stop, period):
        return None
    is_from = frame.role == "change" and after and not _is_growth_then(reading, after[0])
    if is_from and _is_from_far(sentence, last, after[0], period):
        return None
    if (before := _again(reading)) is not None:
        return before.measure, before.period
    if (
        _RATE_AGAINST.match(sentence.normal, start)
        or _THAN_LAST.match(sentence.normal, start)
        and _AT_GROWTH_OF.search(sentence.normal, 0, reading.quantity.start)
        or frame.role == "change"
        and (_RATE_MOVED.match(sentence.normal, reading.link.term.end) or _held_a_year_ago(reading))
    ):
        return "yoy_change", period
    if _moved_too(reading) or (
        frame.role == "change"
        and times.is_sequential(sentence.normal, start, stop, sentence.spans, period, is_first=index == 0)
    ):
        return "qoq_change", period
    if frame.role == "change" and SAME_LESS.match(sentence.normal) and not says_base(sentence):
        # "Compared to the prior quarter, loans were down 0.7%. Adjusting for the sale, our loans were up 1%."
        metrics = (reading.link.metric, f"average_{reading.link.metric}")
        changes = (one for one in reading.topic.said if one.metric in metrics and one.measure.endswith("change"))
        said = next(changes, None)
        return (said.measure if said and said.measure == "qoq_change" else measure), period
    if is_from and _is_from_last(sentence, last, after[0], period) or _is_linked(reading):
        return "qoq_change", period
    if reading.topic.far_base and not is_future and frame.role == "change" and not says_base(sentence):
        return None
    return measure, period


_RATE_AGAINST = re.compile(
    r"(?: [\w']+){0,2} growth(?: rate)? (?:was|is) (?:(?:a|slightly|modestly|much|well|bit|little|also|even) )*(?:higher|lower|better|stronger|weaker|faster|slower|in line|similar|consistent|comparable) (?:than|to|with)\b"
)
"""How fast a metric grew, held against how fast it did: "our 6.5% organic growth was slightly higher than last quarter"."""
_AT_GROWTH_OF = re.compile(r"\bgrowth(?: rate)? (?:was|is|of) (?:about |approximately |nearly |over )?$")
_THAN_LAST = re.compile(
    r"(?:,? (?:which|and) (?:is|was)|,| (?:was|is))? (?:(?:a|an|slightly|modestly|much|well|bit|little|also|even|somewhat|significantly) )*(?:higher|lower|better|stronger|weaker|faster|slower|ahead|below|above)(?: than| of)? (?:in )?(?:the |our )?(?:last|prior|previous|preceding|(?:first|second|third|fourth)) quarter\b"
)
"""How fast a metric grew, held against how fast it did: "organic growth was 4%, slightly better than in the prior quarter"."""
_RATE_MOVED = re.compile(
    r"(?:(?<=growth)| growth(?: rate)?) (?:[a-z]+ly )?(?:accelerated|picked up|improved|strengthened|stepped up|decelerated|slowed|moderated|eased|softened)(?: [a-z]+ly)? (?:from|over|versus|compared (?:to|with)|relative to) (?:the |our )?(?:last|prior|previous|preceding|(?:first|second|third|fourth)) quarter\b"
)
"""What moved since the last quarter is how fast a metric grew: "revenue growth accelerated from last quarter, up 2.5%"."""


def _said_together(sentence: Sentence, index: int) -> tuple[int, list[Quantity]]:
    """Where the words of a change end that say it again or what it came to, and the next numbers behind them."""
    normal, last = sentence.normal, sentence.quantities[index].end
    after = sentence.quantities[index + 1 : index + 3]
    if after and OR_SAME.fullmatch(normal, last, after[0].start):
        last, after = after[0].end, after[1:]  # "were down $12 million or 2% from the end of the first quarter"
    if after and _AND_RESPECTIVELY.match(normal, sentence.quantities[index].end):
        after = after[1:]  # "increased by 22% and 32%, respectively, compared to the first quarter of 2019"
    if len(after) > 1 and _TO_LEVEL.fullmatch(normal, last, after[0].start):
        # "decreased 17.6% to $23.9 million from $30.3 million in the prior quarter"
        last, after = after[0].end, after[1:]
    return last, after


def _listed_base(reading: Reading) -> str | None:
    """The period that a change in a list is held against: "up 17% and 45% over 2020 and 2019, respectively"."""
    if "respectively" not in reading.normal:
        return None
    group, is_said = parallel(reading.context, reading.index)
    end = reading.sentence.quantities[group[-1]].end
    held = [span for span in reading.sentence.spans if span.start >= end and times.is_compared(reading.normal, span)]
    is_listed = all(_AND_THE.fullmatch(reading.normal, one.end, two.start) for one, two in pairwise(held))
    return held[group.index(reading.index)].period if is_said and is_listed and 1 < len(group) == len(held) else None


def _base_of_clause(reading: Reading, period: str) -> str | None:
    """What the clause of a change opens with, where each has its own: "Compared to the first quarter, sales rose 3%; compared to last year, 14%"."""
    normal, start = reading.normal, reading.quantity.start
    opens = [
        span for span in reading.sentence.spans if _OPENS_AGAINST.search(normal, max(0, span.start - 40), span.start)
    ]
    own = next((span for span in reversed(opens) if span.end <= start), None)
    if own is None or len(opens) == 1 or reading.before and reading.before.end > own.start:
        return None
    is_of_year = own.is_year and own.is_comparison and "quarter" not in normal[own.start : own.end]
    return year_before(period) if own.period is None or is_of_year else own.period


_OPENS_AGAINST = re.compile(
    r"(?:^|[;,] (?:(?:and|but|while) )?|\b(?:and|while|but) )(?:when )?(?:compared (?:to|with)|versus|relative to|against) (?:the |our )?$"
)


def _against(base: str, period: str) -> tuple[str, str] | None:
    """Measure and period of a change that is held against another period."""
    if base == quarter_before(period):
        return "qoq_change", period
    return ("yoy_change", period) if int(base[:4]) == int(period[:4]) - 1 else None


_AND_THE = re.compile(r",? and (?:the )?")


def _is_linked_growth(reading: Reading, period: str, *, is_future: bool) -> bool:
    """Whether the words of a change say that it is over the quarter before.

    "our linked quarter total loan growth would have been 3.6%", "up 10% in the first quarter and up 31% year-over-year"
    """
    normal, term = reading.normal, reading.link.term
    if not is_future and period[4] == "Q" and _AND_OVER_YEAR.match(normal, reading.quantity.end):
        return True
    return (
        _OVER_LINKED.search(normal, max(0, term.start - 40), term.start) is not None
        and _GROWTH_WAS.fullmatch(normal, term.end, reading.quantity.start) is not None
    )


_AND_OVER_YEAR = re.compile(
    rf"(?: (?:in|for|during) the (?:[a-z]+ )?quarter)?(?: to [$£¥₠-⃏]?[\d.]+ ?(?:%|percent|basis points|million|billion)?)?,? and (?:up|down|{MOVED}) (?:by |about |approximately )*[$£¥₠-⃏]?[\d.]+ ?(?:%|percent|basis points|million|billion)?,? year over year\b(?! (?:in|on an?|excluding|when|after|adjust))"
)
"""What is not over the year before is within the quarter: "revenue was up 10% in the first quarter and up 31% year-over-year"."""
_OVER_LINKED = re.compile(r"\b(?:linked quarter|sequential) (?:(?:total|average|core|net|organic|adjusted) )*$")
_GROWTH_WAS = re.compile(
    rf"(?: (?:growth|increase|decrease|decline|improvement|of|{WAS}|is|would|have|be|been|about|approximately|nearly|over|just))* ?[$£¥₠-⃏]?"
)
_THIS_IS = re.compile(r"(?:this|that|which) (?:represents?|is|was|equates to) (?:an? )?")


def _held_a_year_ago(reading: Reading) -> bool:
    """Whether the sentence before holds against a year ago what this one is about: "… $1.54 compared to $1.38 a year ago. This represents a $0.16 improvement quarter-over-quarter"."""
    if not _THIS_IS.match(reading.normal):
        return False
    said = [one.period for one in reading.topic.said if one.metric == reading.link.metric and one.measure == "level"]
    return len(said) > 1 and year_before(said[0]) in said[1:] and quarter_before(said[0]) not in said


def _is_over_quarter(reading: Reading, measure: str, period: str) -> bool:
    """Whether what is expected of more than a quarter is held against one: "compared to first quarter levels, volumes are expected to be 20% higher for the rest of the year"."""
    return (
        period[4] != "Q"
        and measure.endswith("change")
        and any(
            _OPENS_COMPARED.fullmatch(reading.normal, 0, span.start) and _QUARTER.fullmatch(span.period or "")
            for span in reading.sentence.spans
        )
    )


def _is_from_other_quarter(sentence: Sentence, start: int, stop: int, period: str) -> bool:
    """Whether a change is held against neither the quarter before nor that of the year before: "up 5% from the first quarter", in the third."""
    if _QUARTER.fullmatch(period) is None:
        return False
    known = (period, quarter_before(period), year_before(period))
    return any(
        _QUARTER.fullmatch(span.period or "") is not None
        and span.period not in known
        and _NAMED_QUARTER.search(sentence.normal, span.start, span.end) is not None
        and _FROM_IT.fullmatch(sentence.normal, start, span.start) is not None
        for span in sentence.spans
        if start <= span.start < stop
    )


_NAMED_QUARTER = re.compile(r"\b(?:first|second|third|fourth|q[1-4])\b")
_FROM_IT = re.compile(
    r"(?: (?:up|down|higher|lower|increase|decrease|growth|decline|improvement))?,? (?:from|over|versus|than|compared (?:to|with)) (?:the |our |that of )?"
)
_OPENS_COMPARED = re.compile(r"(?:[a-z ]+, )?(?:when )?(?:compared (?:to|with)|versus|relative to) (?:the |our )?")
_QUARTER = re.compile(r"\d{4}Q\d")


def _is_over_now(reading: Reading, start: int, stop: int, period: str) -> bool:
    """Whether what is expected of no named quarter is held against the one reported: "up 3% relative to the third quarter"."""
    return period == reading.call.outlook_period and any(
        span.period == str(reading.call.fiscal)
        for span in reading.sentence.spans
        if start <= span.start < stop and times.is_compared(reading.normal, span)
    )


_TO_LEVEL = re.compile(r",? to(?: (?:an?|about|approximately|nearly|record))* [$£¥₠-⃏]?")


def _or_far(reading: Reading, period: str) -> bool:
    """Whether what is said before a change holds it against a year long past: "10% above that of 2019, or 5% without resorts"."""
    before, start = reading.before, reading.quantity.start
    spans = reading.sentence.spans
    if times.is_led_by_far_base(reading.normal, before.end if before else 0, start, spans, period):
        return True
    is_alike = _WITH_ALSO.search(reading.normal, 0, start) and not _ON_YEAR.match(reading.normal, reading.quantity.end)
    if is_alike and times.is_far_base(reading.normal, 0, start, spans, period):
        return True
    if before is None or reading.frame.role != "change":
        return False
    held = [span for span in spans if before.end <= span.start < start]
    return (
        bool(held)
        and bool(_OR_ELSE.fullmatch(reading.normal, held[-1].end, start))
        and times.is_far_base(reading.normal, before.end, start, spans, period)
    )


_WITH_ALSO = re.compile(
    r"(?:\b(?:with|and) (?:(?!(?:from|over|versus|compared) )[\w']+ ){1,4}also|, with (?:(?!(?:from|over|versus|compared) )[\w']+ ){1,3}[\w']+) (?:up|down|increas\w+|gr[eo]w\w*|improv\w+|declin\w+|higher|lower)(?: (?:by|about|approximately|an?))* ?$"
)
"""What moved as something else did: "EBITDA was up 125% over Q3 2019, with EBITDA margin also up 13 points"."""
_ON_YEAR = re.compile(r",? (?:year (?:over|on) year|yoy|sequentially|(?:from|over|versus|compared (?:to|with)) )")
"""What has a base of its own."""
_OR_ELSE = re.compile(
    r",? or (?:(?:about|by|approximately|up|down) )*|(?:'s)?, (?:(?:about|over|approximately|nearly|more than|an?) )*"
)
_A_QUARTER = 3
"""So many months lie between the ends of two quarters."""
_OR_SO_MUCH = r"(?: per (?:[a-z]+ )?share)?(?:(?: (?:increase|decrease|growth|decline|improvement|gain))?,? (?:or|to) [$£¥₠-⃏]?[\d.,]+ ?(?:%|percent|million|billion|per (?:[a-z]+ )?share))?"
"""A change told again in money or by a rate: "a 13% increase, or $4.90 per share, from year end"."""
_FROM_DATE = re.compile(
    rf"{_OR_SO_MUCH}(?: (?:up|down))?,? (?:from|since|versus|compared (?:to|with)|over) (?:the end of |(?:our |the |its )?balances? (?:at|on|of|as of) )?"
    rf"(?P<month>{'|'.join(MONTHS)})"
    r"(?: (?:3[01](?:st|th)?\b(?! of (?:last|20)|,? 20\d\d)|(?:3[01](?:st|th)?,? )?(?:of )?(?P<year>20\d\d))|(?=[,.;]|$| (?:and|but|due|driven|primarily|mainly)\b))"
)


def _is_since_date(reading: Reading) -> bool:
    normal, end = reading.normal, reading.quantity.end
    return bool(
        _FROM_YEAR_END.match(normal, end)
        or reading.link.term.metric.balance
        and _SO_FAR.match(normal, end)
        or _FROM_YEAR_END.match(normal, max(end, reading.link.term.end))
        or _FROM_DATE.match(normal, end)
    )


def _since_date(reading: Reading, measure: str) -> tuple[str, str] | None:
    """Measure and period of a change since the end of a year or a quarter before: "up 20 basis points from September 30"."""
    fiscal = reading.call.fiscal
    if since := _FROM_DATE.match(reading.normal, reading.quantity.end):
        if fiscal.end is None:
            return None
        months = fiscal.end.month - MONTHS[since["month"]]
        months = months + 12 * (fiscal.end.year - int(since["year"])) if since["year"] else months % 12
        return {_A_QUARTER: ("qoq_change", str(fiscal)), 12: (measure, str(fiscal))}.get(months)
    if fiscal.quarter in (2, 3):
        return None
    return ("qoq_change" if fiscal.quarter == 1 else measure), str(fiscal)


_SO_FAR = re.compile(r",? (?:so far this year|(?:on a )?year to date(?: basis)?)\b")
"""How far a balance moved since the last year's end: "backlog is up 25% so far this year"."""
_BALANCES = names.DEPOSITS | {"loans", "average_loans"}
_OVER_FIRST = re.compile(
    r"(?: (?:decline|increase|decrease|growth|improvement|lower|higher|better|worse|above|below|more|less))?(?: on an? sequential basis| sequentially)?,? (?:from|over|versus|compared (?:to|with)|than) (?:the |our )?first half\b"
)
"""A half held against the half before is held against neither a year nor a quarter."""
_AND_RESPECTIVELY = re.compile(r" and [^,;]{1,25},? respectively\b")


def _is_growth_then(reading: Reading, said: Quantity) -> bool:
    """Whether what a growth is held against is the growth of another time: "grew 26% versus 12% growth last quarter"."""
    is_rate = "percent" in reading.link.term.metric.units
    return not is_rate and reading.quantity.kind == said.kind == "percent"


def _is_from_last(sentence: Sentence, start: int, said: Quantity, period: str) -> bool:
    """Whether a change is from what was the quarter before: "down seven basis points from the 2.50% reported last quarter"."""
    return bool(_FROM_THAT.fullmatch(sentence.normal, start, said.start)) and any(
        said.end <= span.start < said.end + _REPORTED
        and (
            _LAST_QUARTER.search(sentence.normal, span.start, span.end)
            or period[4] == "Q"
            and span.period == quarter_before(period)
        )
        for span in sentence.spans
    )


def _is_from_far(sentence: Sentence, start: int, said: Quantity, period: str) -> bool:
    """Whether a change is from what was two years before or more: "a 36% increase compared to the $20 million achieved in 2019"."""
    of_then = next((span for span in sentence.spans if span.start >= said.end), None)
    return (
        _FROM_AMOUNT.fullmatch(sentence.normal, start, said.start) is not None
        and of_then is not None
        and of_then.start < said.end + _ACHIEVED
        and of_then.is_long_before(period)
    )


_ACHIEVED = 45
"""So near behind an amount stands the year of it: "over the strong $20.6 million in adjusted EBITDA achieved in 2019"."""
_FROM_AMOUNT = re.compile(
    r"[^;.]{0,60}\b(?:from|versus|over|compared (?:to|with)|against)(?: (?:even|the|an?|our|strong|record|about|approximately))* [$£¥₠-⃏]?"
)
_FROM_THAT = re.compile(
    r"(?: (?:during|in|for) the (?:(?:first|second|third|fourth|current) )?quarter)?,? (?:from|versus|(?:as )?compared (?:to|with)) (?:the |a )?[$£¥₠-⃏]?"
)
_REPORTED = 25
"""So near behind a number stands when it was so: "from the 2.72% reported last quarter"."""
_LAST_QUARTER = re.compile(r"\b(?:last|prior|previous|preceding|linked|trailing) quarter\b")


def says_base(sentence: Sentence) -> bool:
    """Whether a sentence says what a change is held against."""
    return any(span.is_comparison for span in sentence.spans) or bool(_SAYS_BASE.search(sentence.normal))


def _says_base_of_year(sentence: Sentence) -> bool:
    """Whether a sentence says that a change is held against anything but the quarter before."""
    bases = (span for span in sentence.spans if span.is_comparison)
    of_last = (_LAST_QUARTER.search(sentence.normal, span.start, span.end) for span in bases)
    return not all(of_last) or bool(_SAYS_YEAR.search(sentence.normal))


_OVER_YEAR = r"year over year|year on year|yoy|on (?:an? )?(?:full year|annual) basis"
_SAYS_YEAR = re.compile(rf"\b(?:{_OVER_YEAR})\b")
_SAYS_BASE = re.compile(rf"\b(?:sequential\w*|linked quarter|quarter over quarter|qoq|{_OVER_YEAR})\b")


def holds_against_quarter(texts: Sequence[str]) -> bool:
    """Whether a call holds figures against the quarter before much more often than against the year before.

    >>> holds_against_quarter(["Revenue rose 5% sequentially."] * 5)
    True
    """
    quarterly = sum(len(_OF_QUARTERS.findall(text)) for text in texts)
    if quarterly < _OFTEN:
        return False
    return quarterly >= _MORE_OFTEN * sum(len(_OF_YEARS.findall(text)) for text in texts)


_OFTEN = 5
_MORE_OFTEN = 1.5
_OF_QUARTERS = re.compile(
    r"equential|quarter(?:[- ](?:over|on)[- ]quarter|(?<=linked[- ]quarter)|(?<=prior[- ]quarter)"
    + "".join(
        rf"|(?<=\b{held} {the}{last} quarter)(?! of (?:last|20))"
        for held in ("from", "over", "versus", "than", "to", "with", "in")
        for the in ("", "the ")
        for last in ("previous", "last", "preceding")
    )
    + ")"
)
"""Each alternative begins with a literal, so that the scan runs from word to word."""
_OF_YEARS = re.compile(
    r"year[- ](?:over|on)[- ]year|(?:prior|last|previous)[- ]year|year[- ]ago|a year (?:ago|earlier)|same (?:period|quarter)|year earlier|(?:from|over|versus|to|with|than) (?:fiscal )?20\d\d"
)


def _is_linked(reading: Reading) -> bool:
    """Whether a change goes on with those held against the quarter before, of a bank or in such a call, where no other base is said."""
    topic, term = reading.topic, reading.link.term
    of_banks = reading.link.metric in _OF_BANKS or "interest" in reading.normal[term.start : term.end]
    goes_on = topic.since_base < _GOES_ON
    return (
        reading.frame.role == "change"
        and not (_says_base_of_year(reading.sentence) and not _is_based_later(reading))
        and not any(span.period and not span.period[4:].startswith("Q") for span in reading.sentence.spans)
        and (
            goes_on
            and topic.base == "qoq_change"
            and (of_banks or reading.call.sequential or topic.base_led)
            or _is_of_balance(reading)
            and not (goes_on and topic.base == "yoy_change")
        )
    )


def _is_based_later(reading: Reading) -> bool:
    """Whether a base is only that of another metric in a later clause: "deposits grew $3 billion, and total assets grew 58% year over year"."""
    normal, end = reading.normal, reading.quantity.end
    name = reading.link.term.metric.name
    other = next((term.start for term in reading.context.terms if term.start > end and term.metric.name != name), -1)
    cut = normal.rfind(", and ", end, other) if other > 0 else -1
    return (
        cut > 0
        and not _SAYS_BASE.search(normal, 0, cut)
        and not any(span.is_comparison and span.start < cut for span in reading.sentence.spans)
    )


def _is_of_balance(reading: Reading) -> bool:
    """Whether a bank's balance moved by an amount, or where all is held against the quarter before any figure: "loans increased $4.8 billion"."""
    metric = reading.link.metric
    return metric in _BALANCES and reading.quantity.kind == "money" or metric in _OF_BANKS and reading.call.sequential


_OF_BANKS = frozenset(
    {"loans", "average_loans", "deposits", "average_deposits", "cost_of_deposits", "cost_of_interest_bearing_deposits", "allowance_for_credit_losses", "acl_ratio", "net_interest_income", "net_interest_margin", "noninterest_income", "service_charges", "net_charge_offs",
     "nonperforming_loans", "nonperforming_assets", "pre_provision_net_revenue", "provision_for_credit_losses"}
)  # fmt: skip
"""What banks hold against the quarter before at least as often as against the year before."""
_GOES_ON = 2
"""For so many sentences with numbers a base is kept."""


def _moved_too(reading: Reading) -> bool:
    """Whether a change goes on with one held against the quarter before: "sales were up 2% from the fourth quarter and our profit was up 5%"."""
    before = next((one for one in reversed(reading.done[-2:]) if one.measure != "level"), None)
    if before is None or before.measure != "qoq_change" or before.is_future or reading.frame.role != "change":
        return False
    end = reading.quantity.end
    names_own = any(span.is_comparison and span.start >= end for span in reading.sentence.spans)
    return (
        bool(_AND_OURS.fullmatch(reading.normal, before.quantity.end, reading.link.term.start))
        and not names_own
        and not _SAYS_BASE.search(reading.normal, end)
    )


_AND_OURS = re.compile(
    r" (?:sequentially|quarter over quarter|(?:from|over|versus|compared (?:to|with)) (?:the )?(?:first|second|third|fourth|prior|previous|last|linked) quarter|(?:for|during|in|within) the quarter)(?: to [$£¥₠-⃏]?[\d.,]+(?: million| billion)?)?,? (?:and|while) (?:(?:our|the|its|adjusted|operating|net|gross|total) )*"
)


def _is_paid_down(reading: Reading, period: str) -> bool:
    """Whether debt was paid down by an amount in the quarter: "we made progress by paying down $20 million of debt"."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    if reading.link.metric not in ("total_debt", "net_debt") or not period.endswith(QUARTERS):
        return False
    if term.end <= quantity.start:
        is_paid = quantity.kind == "money" and (
            _REDUCING.search(normal, 0, term.start)
            and _AMOUNT_ONLY.fullmatch(normal, term.end, quantity.start)
            or _WAS_REDUCED.fullmatch(normal, term.end, quantity.start)
        )
    else:
        is_paid = reading.frame.role == "change" and _PAID_DOWN.search(normal, 0, quantity.start)
    return bool(is_paid) and not says_base(reading.sentence)


_PAID_DOWN = re.compile(
    r"\b(?:pa(?:id|ying|y) (?:down|off)|repaid|repaying|retired|retiring)(?: (?:about|approximately|nearly|over|another|an additional|more than))* [$£¥₠-⃏]?$"
)
_REDUCING = re.compile(r"\breduc(?:ed|ing) (?:(?:our|its|the|total|net|gross|outstanding) )*$")
_AMOUNT_ONLY = re.compile(r" (?:by )?[$£¥₠-⃏]?")
_WAS_REDUCED = re.compile(r" (?:was|were) reduced by(?: (?:about|approximately|nearly|over))* ?[$£¥₠-⃏]?")
"""Debt is reduced within a quarter: "we continued to delever by further reducing debt $20 million"."""


def _grew_within(reading: Reading) -> bool:
    """Whether a balance moved by an amount within the quarter: "loans grew $4.8 billion during the quarter"."""
    within = _WITHIN_LEAD.match(reading.normal) if reading.link.metric in _GROWN_WITHIN else None
    return (
        reading.frame.role == "change"
        and (
            reading.link.term.metric.balance
            and (reading.quantity.kind in ("money", "per_share") or reading.quantity.scaled)
            or reading.link.metric.startswith(_BOOK_VALUES)
        )
        and bool(
            within
            or _WITHIN_QUARTER.match(reading.normal, reading.quantity.end)
            or _REDUCTION_WITHIN.match(reading.normal, max(reading.quantity.end, reading.link.term.end))
            or _WITHIN_BEFORE.search(reading.normal, 0, reading.quantity.start)
            or _OR_ANNUALIZED.match(reading.normal, reading.quantity.end)
        )
        and not any(span.is_comparison and span.start < reading.next_start for span in reading.sentence.spans)
    )


_WITHIN_LEAD = re.compile(
    r"(?:(?:and|so|but) )?(?:during|in|within) the (?:(?:first|second|third|fourth|current) )?quarter,? "
)
_GROWN_WITHIN = _BALANCES | {"allowance_for_credit_losses", "cash_and_cash_equivalents"}
"""Balances whose growth is told of the quarter that a sentence opens with."""
_IS_ANNUALIZED = re.compile(
    r"(?: or (?:about |approximately )?[\d.]+ ?(?:%|percent))?(?: (?:for|in|during) the (?:[a-z]+ )?quarter)?,? or (?:about |approximately )?[\d.]+ ?(?:%|percent) (?:on an )?annuali[sz]ed\b"
)
"""What is told annualized, too, is within a quarter: "net interest income grew $4 million or 11% for the quarter, or 43% annualized"."""
_ANNUALIZED_OR = re.compile(
    r"\d ?(?:%|percent),? (?:on an )?annuali[sz]ed(?: basis)?,? or (?:about |approximately )?[$£¥₠-⃏]?$"
)
"""So is an amount that is told as an annualized rate before: "loans were up 8% annualized, or $200 million"."""
_OR_ANNUALIZED = re.compile(r",? or [\d.]+ ?(?:%|percent) (?:on an )?annuali[sz]ed\b")
"""What a balance grew within a quarter: "deposit growth was $97 million or 10.3% annualized"."""
_BOOK_VALUES = ("book_value", "tangible_book_value")
_WITHIN_QUARTER = re.compile(
    r"(?: to (?:about |approximately )?[$£¥₠-⃏]?[\d.,]+ (?:million|billion))?(?: or [\d.]+ ?(?:%|percent))?,? (?:during|within|in|for) the (?:first |second |third |fourth )?quarter\b"
)
_REDUCTION_WITHIN = re.compile(r" (?:reduction|paydown|increase|growth) (?:during|within|in|for) the quarter\b")
_WITHIN_BEFORE = re.compile(
    r"\b(?:in|during|for|within) the (?:first |second |third |fourth )?quarter (?:by|totaled)(?: (?:about|approximately|nearly|over))* [$£¥₠-⃏]?$"
    rf"|\bquarterly (?:[\w']+ ){{0,3}}?(?:growth|increase|decrease|decline|inflows?) (?:{WAS}|of)(?: (?:about|approximately|nearly|over))* (?:[$£¥₠-⃏]?[\d.,]+ (?:million|billion) and )?[$£¥₠-⃏]?$"
)


def _moved_from_far(reading: Reading, period: str) -> bool:
    """Whether a change is what one held against a year further back has come from: "down 31% compared to 2019, an improvement from down 58% in Q1"."""
    start = reading.quantity.start
    return _COME_FROM.search(reading.normal, 0, start) is not None and any(
        span.is_long_before(period) for span in reading.sentence.spans if span.end <= start
    )


_COME_FROM = re.compile(
    r"\b(?:improve(?:ment|d)|accelerat(?:ion|ed)|decelerat(?:ion|ed)|deterioration|up|down|better|worse|compar(?:ed|es)) (?:from|to|than|with) (?:(?:up|down|negative|minus|an? (?:increase|decrease|decline) of) )?$"
)


def _again(reading: Reading) -> Statement | None:
    """The change that a number says once more: "up $215 million compared with the fourth quarter, a more than 83% improvement", "$4 million or 3%"."""
    before = reading.done[-1] if reading.done else None
    if (
        before
        and before.quantity is reading.before
        and before.metric == reading.link.metric
        and before.measure.endswith("change")
        and not before.is_future
        and reading.frame.role == "change"
        and (
            before.measure == "qoq_change"
            and (
                OR_SAME.fullmatch(reading.normal, before.quantity.end, reading.quantity.start)
                or _FROM_LAST_OR.fullmatch(reading.normal, before.quantity.end, reading.quantity.start)
                or OR_INCREASE.fullmatch(reading.normal, before.quantity.end, reading.quantity.start)
                and before.quantity.kind != reading.quantity.kind
            )
            or _OR_A.fullmatch(reading.normal, before.quantity.end, reading.quantity.start)
            and _MOVE_ENDS.match(reading.normal, reading.quantity.end)
        )
    ):
        return before
    return None


_FROM_LAST_OR = re.compile(
    r" (?:from|over|versus|compared (?:to|with)) (?:the )?(?:(?:first|second|third|fourth|prior|previous|last|linked) )+quarter,? or (?:by |about |approximately )*[$£¥₠-⃏]?"
)
_OR_A = re.compile(r"[^,;]*, (?:or )?(?:a|an)(?: (?:more than|over|nearly|about|approximately|almost))* ")
_MOVE_ENDS = re.compile(r" (?:improvement|increase|decrease|decline|reduction|growth|rise)(?:[.,;]|$)")
_FROM_YEAR_END = re.compile(
    rf"{_OR_SO_MUCH}(?: excluding (?:foreign exchange|fx|currency))?(?: (?:increase|decrease|growth|decline|improvement|up|down))?,? (?:from|since|versus|(?:when )?compared (?:to|with)|over) (?:the end of |our |the )?(?:(?:last |prior |fiscal |calendar )?year end|{YEARS_START}|december|fiscal 20\d\d year end|the end of (?:(?:the )?(?:(?:last|prior|previous) )?(?:fiscal )?year|20\d\d))\b"
)
