"""Guidance without a number: what is expected in words, and what is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.grammar import names
from transforms.grammar.bases import named_basis
from transforms.grammar.clauses import clause_subject
from transforms.grammar.exclusions import IN_EACH_PART, is_of_shares
from transforms.grammar.model import Call, Sentence, Topic
from transforms.grammar.no_expectations import STUB
from transforms.grammar.other_metrics import is_compound, is_denominator
from transforms.grammar.outlook import ENDS_LONG_TERM, IN_FUTURE_YEARS
from transforms.grammar.times import is_compared
from transforms.grammar.wordlists import MOVED, TOTAL, UNNAMED
from transforms.language.periods import PeriodSpan, order

OUTLOOK = "outlook"
"""The metric of a refusal that names none: "we do not give formal guidance"."""
_GIVES = r"(?:giv\w+|gave|provid\w+|issu\w+|offer\w*|guid\w+|shar\w+|discuss\w*|comment\w*|speak\w*|reinstat\w+|put(?:ting)? out|have|had|mak\w+|quantif\w+|do|go\w*|get\w*)"
_NOT_YET = r"\b(?:not (?:[\w']+ ){0,2}(?:in a position|ready)|too (?:early|soon)) to (?:guide\b|(?:give|provide|issue|offer) (?:[\w']+ ){0,4}?(?:guidance|outlook)\b)"
"""Guidance that will be given later: "it's too early to guide for 2025"."""
_REFUSED = re.compile(
    rf"(?:n't|\b(?:not|never|unable to|no longer|without|refrain\w* from|decline to|rather not)) (?:[\w']+ ){{0,3}}?{_GIVES} (?:[\w']+ ){{0,6}}?(?:guidance|outlook|(?:a|any|our|formal|specific|explicit) forecast)\b|\b(?:no|not) (?:formal |specific |official |explicit |quantitative )*(?:guidance|outlook)\b|\b(?:guidance|outlook)\b[^.,]{{0,30}}\b(?:withdrawn|suspended|not (?:be )?(?:provid|giv)\w+)|\b(?:withdr[ae]w\w*|suspend\w*)(?: [\w']+){{0,5}} (?:guidance|outlook)|\bpull(?:ed|ing)(?: (?:our|the|its|full|fiscal|annual|year|previous|prior|financial|earnings|20\d\d))* (?:guidance|outlook)"
    rf"|{_NOT_YET}"
)
_AND_DID = re.compile(r" and (?:we |have )?[a-z]+ed\b")
"""What was done beside it: "we withdrew the guidance and cut our capex budget"."""
_BECAUSE = re.compile(r"\bbecause\b[^,;]* $")
"""What brings an expectation about is none: "we expect profit to follow because we've moderated our SG&A"."""
_OUTLOOK_FOR = re.compile(r"\b(?:outlook|guidance|forecast|expectations?)(?= (?:for|in) (?:our|the) )")
_NOT_A_REFUSAL = re.compile(
    r"(?:n't|\bnot) (?:have|had|put) (?:[\w']+ ){1,4}in (?:the |our )?(?:[\w']+ )?(?:guidance|outlook)|(?:n't|\bnot) (?:[\w']+ ){0,7}(?:incorporated|included|reflected|factored|contemplated|assumed|embedded|built|baked) (?:in|into)\b|not (?:chang|alter|updat|includ|reflect|assum|contemplat|revis|in our|part of|embedded|baked|the same|just|only|factor|necessarily|consider|count|rely|impact|affect|adjust|mov)\w*|no (?:change|impact|assurance|obligation|update)|not (?!(?:yet )?in a position )(?:[\w']+ ){0,4}(?:in|into|to|from|by|with|of) (?:the |our |that |this )?(?:[\w']+ ){0,2}(?:guidance|outlook)"
)
_DIRECTIONS = (
    ("stable", re.compile(r"\b(?:flat|stable|consistent|similar|in line with|unchanged|comparable|remain(?:s)? (?:at|around))\b")),
    ("increase", re.compile(r"\b(?:increas\w*|grow\w*|higher|improv\w*|expand\w*|expansion|accelerat\w*|better|rise|up|stronger|ramp\w*)\b")),
    ("decrease", re.compile(r"\b(?:decreas\w*|declin\w*|lower|reduc\w*|contract\w*|fall|drop|down|weaker|softer|compress\w*|moderat\w*)\b")),
)  # fmt: skip
_EXPECTS = re.compile(
    r"\b(?:we|management|company|which|i)(?:'re| are|'ll| will| do|'d)? (?:still |now |also |currently |fully |continue to |confidently |certainly )*(?:expect(?:s|ing)?|anticipat(?:e|es|ing)|project|forecast|guid\w+|foresee)\b|\b(?:is|are) (?:expected|anticipated|projected|forecast)\b|"
    r"\b(?:guidance|outlook) (?:is|assumes|calls|reflects|includes)|\bwill (?:be|continue|see|improve|increase|grow|decline|gradually)\b|\bshould (?:be|improve|increase|grow|see|decline)\b"
)
_NOT_EXPECTED = re.compile(r"(?:n't|\bnot) (?:expect|anticipat|project|forecast)")
_ENTERED_WITH = re.compile(r"\b(?:entered|began|started) the (?:year|quarter) with (?:an|the|our) expectations?\b")
"""What was expected once: "we entered the year with an expectation that revenue will decline, but now"."""
_CASH_HELD = re.compile(r"\b(?:balances?|position|equivalents|on hand|investments|reserves)\b")
"""Where "cash" is the cash there is, and not what is paid, generated or taxed: "we expect the cash position to decline"."""
_GUIDANCE_OF = re.compile(r" (?:guidance|outlook|forecast|target|that)\b")
_REGARDING = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)*(?:regarding|on|for|as for|in terms of|with (?:respect|regards?) to|as far as|concerning) (?:[\w']+ ){0,4}"
)
_ASIDE = re.compile(
    r"\b(?:volumes? (?:[\w']+ ){0,4}on(?= (?:higher|lower|stronger|weaker)\b)|through|along with|contribution from|driven by|due to|despite|in line with|because of|thanks to|than (?:our|the)|offset by|customers|clients|they|competitors|industry)\b(?: (?!we |expect)[\w']+){0,5} $"
    r"|\b(?:which|that) (?:(?:typically|generally|usually|also|tends? to) )*(?:carry|carries|comes? with) [^,;]*$"
)
"""What brings something about, or does it elsewhere, is not expected itself: "leverage will decline through growth in EBITDA"."""
_PAST_ONLY = re.compile(rf"\b(?:was|were|had|{MOVED})\b")


class _Words(NamedTuple):
    """What is expected, or withheld, without a number."""

    metric: str
    segment: str
    segment_said: bool
    basis: str | None
    period: str
    form: str
    direction: str | None
    start: int
    end: int
    sure: float


_SINCE = re.compile(r"\b(?:since|because) we\b")
"""Behind this is a reason: "the leverage that we gained since then, since we haven't given guidance for 2022"."""


def in_words(sentence: Sentence, call: Call, topic: Topic, *, has_numbers: bool) -> Iterator[_Words]:
    normal, terms = sentence.normal, sentence.terms
    refused = _refusal(normal) if terms.has("refusable") else None
    withheld = _withheld(sentence, call, refused) if refused else None
    if withheld:
        yield withheld
    if STUB.search(normal):
        return
    if has_numbers or not terms.metrics or not ("strong_future" in terms.cues or "future" in terms.cues):
        return
    expects = _EXPECTS.search(normal)
    is_undated = not any(span.period for span in sentence.future_spans)
    is_someday = (
        _LEADS_SOMEDAY.match(normal)
        or is_undated
        and (topic.far or _FROM_NOW_ON.match(normal) or ENDS_LONG_TERM.search(normal) or IN_FUTURE_YEARS.match(normal))
    )
    if expects is None or is_someday or _NOT_EXPECTED.search(normal) or _ENTERED_WITH.search(normal):
        return
    for term in terms.metrics:
        if (
            term.metric.weak
            or term.metric.strict
            or is_of_shares(normal, term)
            or (withheld and term.start < withheld.end)
            or is_compound(normal, term)
            or (term.metric.name == "total_debt" and normal.startswith(" to ", term.end))  # debt to capital
            or (
                term.metric.name == "cash_and_cash_equivalents"
                and not _CASH_HELD.search(normal, term.start, term.end + 10)
            )
            or normal.startswith(" related", term.end)  # "higher revenue-related expenses"
            or _BECAUSE.search(normal, expects.end(), term.start)
            or _GUIDANCE_OF.match(normal, term.end)
            or _TO_DRIVE.match(normal, term.end)
            or _ASIDE.search(normal, max(0, term.start - 60), term.start)
            or is_denominator(normal, term)
        ):
            continue
        if _PAST_ONLY.search(normal[: term.start]) and not _EXPECTS.search(normal[max(0, term.start - 60) :]):
            continue
        found = _direction(normal, term.start, term.end, expects.start())
        if found is None:
            continue
        direction, first, last = found
        behind = max(last, term.end)
        if (
            term.metric.cost
            and _BETTER.match(normal, first)
            or any(other.match(normal, behind) for other in (_SOMEDAY, IN_EACH_PART, _EACH_TO_OTHER))
        ):
            continue  # "with even better R&D", "we expect our capex to be lower over time"
        if not _is_aim(normal, first, expects.end(), is_before=first < term.start):
            named = (
                names.segment(sentence.text, normal, term, terms)
                or _expected_of(sentence, expects.end(), term.start)
                or clause_subject(sentence.text, normal, term.start)
            )
            if named is None and (names.is_of_this(normal) or names.is_of_this(normal, term)):
                named = topic.segment or UNNAMED  # "we expect margins to decline for that segment"
            is_said = named is not None
            named = named or (None if topic.crossed else topic.segment) or TOTAL
            begin, end = min(first, term.start), max(last, term.end)
            period = _ahead(_by_distance(sentence, begin, end, call), call, topic.future_period or topic.ahead)
            if period.endswith("FY") and not sentence.future_spans and _SEQUENTIALLY.match(normal, end):
                period = str(call.fiscal.shifted(1))
            said = [cue.start() for cue in _EXPECTS.finditer(normal, 0, max(first, term.start))]
            first = min(first, term.start, max(said, default=expects.start()))
            basis = term.metric.basis or named_basis(normal, term, terms)
            yield _Words(
                metric=term.metric.canonical_name, segment=named, segment_said=is_said, basis=basis, period=period,
                form="directional", direction=direction, start=first, end=end, sure=0.65,
            )  # fmt: skip


_TO_DRIVE = re.compile(
    r"(?: rates?| levels?)?(?:[ ,]+(?!to\b)[\w'&]+){0,9} to (?:drive|support|fuel|lead|enable|help|underpin|result|translate|allow)\b"
)
"""Behind what only brings about what is expected: "we expect the improved order rates to drive growth"."""


def _withheld(sentence: Sentence, call: Call, refused: tuple[int, int]) -> _Words | None:
    """What guidance a sentence refuses, of which `refused` is the place."""
    normal, terms = sentence.normal, sentence.terms
    start, end = refused
    # "we don't give guidance for the top line": the metric named nearest.
    term = min(terms.metrics, key=lambda term: max(term.start - end, start - term.end), default=None)
    # "Given what it does to customers, we give no guidance": not of customers.
    is_apart = term and "," in normal[term.end : start] and not _REGARDING.fullmatch(normal, 0, term.start)
    is_apart = (
        is_apart
        or bool(term and _SINCE.search(normal, term.end, start))
        or bool(term and term.start > end and (_EXPECTS.search(normal, end, term.start) or _AND_DID.match(normal, end)))
    )
    if term and not is_apart and max(term.start - end, start - term.end) < _NAMES:
        start, end = min(start, term.start), max(end, term.end)
    else:
        term = None
    spans = [span for span in sentence.future_spans if start - 30 <= span.start <= end + 30]
    is_of_else = term is None and _ON_SOMETHING.match(normal, end)
    is_of_no_year = not spans and (is_of_else or re.search(_NOT_YET, normal[start:end]))
    if is_of_no_year or _are_over(spans, call) or _BY_MONTH.search(normal, start, end):
        return None
    period = _ahead(spans, call, None)
    if not spans and _BY_QUARTER.search(normal, max(0, start - 30), end + 40):
        period = str(call.fiscal.shifted(1))
    part = names.segment_behind(sentence.text, normal, end)
    if part is None and (outlook := _OUTLOOK_FOR.search(normal, 0, start)):
        part = names.headed_behind(normal, outlook.end())  # "as to the outlook for the Glass segment, we are not"
    return _Words(
        metric=term.metric.canonical_name if term else OUTLOOK, segment=part or TOTAL, segment_said=part is not None,
        basis=None, period=period, form="withheld", direction=None, start=start, end=end, sure=0.8,
    )  # fmt: skip


_EACH_TO_OTHER = re.compile(
    r"(?: with)? (?:each other|one another)\b| (?:in|during) the (?:first|second|front|back) half (?:than|versus|compared (?:to|with)) "
)
"""How two things compare, and not how one moves: "sales and costs in line with each other", "higher in the first half than the second"."""
_SEQUENTIALLY = re.compile(
    r"(?: (?:slightly|modestly|again|significantly|meaningfully|further))* (?:sequentially|quarter over quarter)\b"
)
"""Held against the quarter reported: "we expect SG&A to increase sequentially"."""


def _by_distance(sentence: Sentence, start: int, end: int, call: Call) -> list[PeriodSpan]:
    """The periods of a sentence from the nearest to what is expected, less those to come that it is held against."""
    spans = (
        span
        for span in sentence.future_spans
        if not (span.start >= end and span.period and call.is_ahead(span.period) and is_compared(sentence.normal, span))
        and not _PAST_IT.search(sentence.normal, 0, span.start)
    )
    return sorted(spans, key=lambda span: max(span.start - end, start - span.end))


_PAST_IT = re.compile(r"\b(?:past|after|beyond) (?:the |our )?$")
"""What comes behind a period is not of it: "once we get past the first quarter, we expect income to be stable"."""


def _is_aim(normal: str, start: int, expects: int, *, is_before: bool) -> bool:
    """Whether a move of a metric is what something is for or may do: "we will invest in our portfolio to grow NOI"."""
    return bool(
        _MAY.search(normal, 0, start)
        or is_before
        and (
            _OF_SOMETHING.search(normal, expects, start)
            or _IN_ORDER.search(normal, 0, start)
            and normal.count(" ", expects, start) > _FAR
        )
    )


_BETTER = re.compile(r"better|stronger|improv")
_SOMEDAY = re.compile(
    r" (?:and [a-z]+ )?(?:over time|over the (?:long|longer|next few|coming) (?:term|years)|eventually|someday)\b"
)
_LEADS_SOMEDAY = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?(?:over time|over the (?:long|longer) (?:term|run)|longer term|eventually)\b"
)
_FROM_NOW_ON = re.compile(r"(?:(?:and|but|so|now|as a result)[ ,]+)*going forward,")
_FAR = 8
"""So many words behind a verb of expecting an infinitive is of something else."""
_IN_ORDER = re.compile(r"\bto (?:further )?$")
_OF_SOMETHING = re.compile(r"\b(?:of|from|by|through|despite) $")
_MAY = re.compile(
    r"\b(?:potential(?:ly)?|could|might|may|opportunit(?:y|ies) to|ability to|positioned to|evaluating|would like|hope|if we|aim(?:ed)? (?:at|to)|in order to|designed to|investing)\b[^,;]{0,60}$"
)


def _expected_of(sentence: Sentence, start: int, end: int) -> str | None:
    """The part that an expectation is of: "we expect Barber Tools to be at a higher revenue level"."""
    within = (found.segment for found in sentence.terms.segments if start <= found.start and found.end <= end)
    return next(within, None)


_NAMES = 60
"""So near a refusal a metric is what is refused."""
_DID = re.compile(r"\bdid(?:n't| not)\b")


def _refusal(normal: str) -> tuple[int, int] | None:
    """Where a sentence refuses guidance, from the start of its verb."""
    found = _REFUSED.search(normal)
    if found and (
        _DID.search(normal, max(0, found.start() - 5), found.end()) or _ONCE.search(normal, 0, found.start())
    ):
        return None  # "last quarter, we did not give NOI guidance" is no refusal now
    if found and _UNLESS_SO.match(normal, found.end()):
        return None
    if not found or _NOT_A_REFUSAL.search(found[0]) or "obligation" in normal or "forward looking" in normal:
        return None
    return (normal.rfind(" ", 0, found.start()) + 1 if found[0].startswith("n't") else found.start()), found.end()


_UNLESS_SO = re.compile(r"[^.;]{0,30}\b(?:if|unless) (?:we|i) (?:didn't|did not|weren't|were not|don't|do not)\b")
"""What is given all the same: "we wouldn't give you the guidance if we didn't believe in it"."""
_ONCE = re.compile(
    r"\b(?:when|since|after|before|until|once) (?:we|the company|having)(?: (?:first|had|initially|temporarily))* $"
)
"""When guidance was refused once: "the uncertainties that existed when we suspended our guidance"."""


_BY_MONTH = re.compile(r"\b(?:monthly|weekly|daily)\b")
"""Guidance that is refused for months alone says nothing of a quarter or a year."""
_ON_SOMETHING = re.compile(
    r" (?:on|about|around|regarding) (?!(?:this|that|it|an?|our|the (?:full |rest of the |fiscal )?(?:quarter|year|call|outlook))\b)[a-z]"
)
"""What else guidance is refused on: "we give no guidance on what we may borrow"."""
_BY_QUARTER = re.compile(
    r"\b(?:on a (?:quarterly|quarter to quarter|quarter by quarter) basis|quarterly (?:[a-z]+ )?(?:guidance|outlook|targets?|forecasts?)|(?:quarter by quarter|for individual quarters|by quarter)\b)"
)
"""Guidance that is refused for quarters alone: "we don't guide on a quarterly basis"."""


def _are_over(spans: Sequence[PeriodSpan], call: Call) -> bool:
    """Whether all years that are named have ended: "we gave no guidance for 2020 so far", by a slip of the tongue in 2021."""
    return bool(spans) and all(span.period and order(span.period)[0] < call.fiscal.year for span in spans)


def _ahead(spans: Sequence[PeriodSpan], call: Call, carried: str | None) -> str:
    """The period that an expectation in words is for: one that is not over yet."""
    said = [span.period for span in spans if span.period and not span.is_comparison]
    if ahead := next((period for period in said if call.is_ahead(period)), None):
        return ahead
    if carried and call.is_ahead(carried):
        return carried
    # "we expect margins to be in line with last year for the quarter": the one that has begun
    return str(call.fiscal.shifted(1)) if said == [str(call.fiscal)] else call.outlook_period


def _direction(normal: str, term_start: int, term_end: int, expects: int) -> tuple[str, int, int] | None:
    """The direction said right after a metric ("margin will be better") or right before it ("higher revenue")."""
    after = _MOVES.match(normal, term_end)
    if after:
        is_of_growth = (
            _named(after) == "stable" and normal.startswith(" growth", term_end) and "flat" not in after["direction"]
        )
        if is_of_growth or normal.startswith((" margin", " cost"), after.end("direction")):
            return None  # "sales growth will be consistent", "revenue to higher-margin services"
        return _named(after), after.start(), after.end("direction")
    left_start = max(expects, term_start - 40)
    before = _MOVES_BEFORE.search(normal[left_start:term_start])
    if before:
        return _named(before), left_start + before.start(), left_start + before.end("direction")
    return None


def _named(match: re.Match[str]) -> str:
    said = match["direction"]
    return next(name for name, pattern in _DIRECTIONS if pattern.match(said))


_SAID = "|".join(pattern.pattern.removeprefix(r"\b(?:").removesuffix(r")\b") for _, pattern in _DIRECTIONS)
_SMALL = r"(?: (?:also|be|continue|likely|still|gradually|again|further|to|a|an|bit|little|slightly|modestly|somewhat|relatively|significantly|roughly|about|approximately|generally|even|much|see|show))*"
_MOVES = re.compile(
    rf"(?: (?:for|in|the|our|full|fiscal|year|first|second|third|fourth|back|half|quarter|next|this|growth|rate|\d{{4}}))* (?:(?:is|are) (?:now |currently )?(?:expected|anticipated|projected|forecast)(?: to)?|will|should|to|would|continues? to|remains?){_SMALL} (?P<direction>{_SAID})\b"
)
_MOVES_BEFORE = re.compile(
    rf"\b(?P<direction>{_SAID})(?: (?:in|of|our|the|adjusted|operating|net|overall|total|gross|full|year|year over year|organic))* $"
)
