"""From a turn to statements: each number with its metric, segment, basis, period and measure.

Takes a turn's text sentence by sentence, with what earlier sentences of it set; gives `Statement` objects.
Whether a statement becomes a row of `metric` or of `guidance` is already decided here (`is_future`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from schemas.vocabulary import Metric, grammar
from transforms.grammar import names, times
from transforms.grammar.frames import OPENS_COMPARED, Frame, frames, moved_between
from transforms.grammar.links import Context, Link, link
from transforms.language.periods import Fiscal, PeriodSpan, order, period_expressions, quarter_before, resolved
from transforms.language.quantities import Quantity, quantities
from transforms.language.terms import Lexicon, MetricTerm, Terms
from transforms.language.text import normal as normal_form
from transforms.language.text import sentences

_G = grammar()
_DIGIT = re.compile(r"\d")
_OPEN_NOUNS = r"(?:costs?|expenses?|income|charges?|fees|spread|yield|ratio|expenditures?)"
_OPEN_VERBS = r" (?:was|were|of|totaled|increased|decreased|came|rose|fell|declined|dropped|grew|reached|at)\b"
_OPEN_HINT = re.compile(_OPEN_NOUNS + _OPEN_VERBS)
_OPEN_HEAD = re.compile(rf"\b(?P<words>(?:[a-z&']+ ){{1,3}})(?P<head>{_OPEN_NOUNS})(?={_OPEN_VERBS})")
_OPEN_BAD = frozenset(_G["open_kpi_stop"])
_OPEN_JOINED = frozenset(_G["open_kpi_joined"])
_OUTLOOK_LEAD = re.compile(
    r"^(?:(?:now|so|and|next|finally|lastly|let me|let's|i'll|i will|i'd like to|we)\b[^.]{0,40})?\b(?:turn\w*|mov\w*|look\w*|as for|regarding|with regard to|conclude with|end with|discuss|talk about|provide|shift\w*)\b[^.]{0,60}\b(?:guidance|outlook|expectations|ahead|forward|forecast)\b|"
    r"\b(?:our|the) (?:guidance|outlook|expectations) (?:for|is|assumes|includes|are|reflects)|^(?:guidance|outlook)\b|(?:following|current|updated|initial|2021|2022|2020) (?:guidance|outlook|expectations|assumptions)", re.IGNORECASE
)  # fmt: skip
_OUTLOOK_END = re.compile(
    r"\b(?:turn|turning|move|moving|now|hand|pass) (?:it |the call |things )?(?:back )?(?:over |to)\b.{0,40}\b(?:results|numbers|financials|question|operator|call)",
    re.IGNORECASE,
)
_NOT_FUTURE = re.compile(
    r"\b(?:than|as|had|were|exceeded|above|below|versus|beat|was|beating|exceeding|ahead of|in line with|relative to|compared to|against|within|toward|towards|surpass\w+|outperform\w+|met|at) (?!(?:we|i) (?:now |still |also )?(?:expect|anticipate|forecast|project))(?:[\w'’]+ ){0,6}$"
)
_RANGE_NOW = re.compile(r"\brange (?:is|of|to|from|now)\b(?: (?:now|of|to|from|be))* ?$")
_MODAL = re.compile(
    r"\b(?:will|should|would|we'll|going to|to be|expected|anticipated|projected|targeted|planned|budget\w*|implies|target)\b"
)
_LEAD_PERIOD = re.compile(
    r"^(?:(?:and|so|now|then|but|also|finally|turning|moving|looking|on|over)[ ,]+)*(?:to|for|in|during|at|on|regarding)?[ ]?(?:all of )?(?:our |the )?$"
)
_FLAT_TO = re.compile(
    r"\b(?:flat|flattish|roughly flat|essentially flat|even|breakeven|break even)(?: to(?: slightly| modestly)?)?(?: (?:up|down|an? increase of|growth of|an? decline of|plus|minus|negative|positive))?(?: (?:by|about|approximately|to|low|as much as))* ?$"
)
_BETWEEN = re.compile(r"\bbetween (?:[\w']+ ){0,2}$")
_TO_OTHER_SIGN = re.compile(
    r"^ (?:to|(?P<joined>and)(?= (?:up|plus|positive)))(?: (?:about|approximately|a|an|plus|positive|up|down|minus|negative|increase of|decrease of|decline of|growth of|roughly|flat))+ ?$"
)
_OR_AGAIN = re.compile(r"[ ,]*(?:or|and)?[ ,]*(?:about|approximately|an?|of|or|diluted)?[ ,]*")
_LOSS_MOVED = re.compile(r"\b(?:narrowed|decreased|declined|improved|reduced|shrank|lower|down|fell)\b")
_NEGATIVE_SHARE = re.compile(
    r"\b(?:loss|losses|lost)(?: (?:of|was|per share|per diluted share|attributable[^$]{0,40}))* ?$"
)
_NON_GAAP_HINT = re.compile(r"[Aa]djusted|(?:GAAP|gaap)|[Ee]xclud|[Cc]ore\b|[Nn]ormalized")
_PLAIN_DEFAULT_NON_GAAP = re.compile(
    r"(?:unless (?:otherwise )?(?:stated|noted|specified|indicated)|all (?:of )?(?:the |our )?(?:comments|references|remarks|figures|results|numbers|comparisons|financial measures|measures|metrics)|(?:comments|remarks|discussion|results|references|figures)[^.]{0,50}will)[^.]{0,140}?\b(?:adjusted|non[- ]gaap|exclud\w+|core|normalized)\b|"
    r"\b(?:adjusted|non[- ]gaap)\b[^.]{0,60}\bunless (?:otherwise )?(?:stated|noted|specified|indicated)", re.IGNORECASE
)  # fmt: skip


@dataclass(slots=True)
class Topic:
    """What earlier sentences of a turn set for the next one."""

    term: MetricTerm | None = None
    metric_segment: str | None = None
    segment: str | None = None
    period: str | None = None
    future_period: str | None = None
    spoken: str | None = None
    """The year, or the year to date, that a sentence before in the paragraph spoke of, and of no other period."""
    headed: str | None = None
    """The period ahead that a heading set, until another is named."""
    basis: str | None = None
    is_outlook: bool = False
    since_led: int = 99
    """Sentences since one named the segment that is spoken of."""
    led: bool = False
    """Whether the sentence itself names the segment it is about."""
    passing: bool = False
    """Whether the segment is that of one sentence alone."""
    kept: str | None = None
    """The segment spoken of before a part that was only mentioned in passing."""
    near_part: str | None = None
    """The part named last, a few sentences ago at most."""
    since_near: int = 0
    said: list[Statement] = field(default_factory=list)
    """What the last sentence with a number stated."""


@dataclass(slots=True)
class Statement:
    """One number stated of one metric; `start`..`end` are offsets in the turn's text."""

    start: int
    end: int
    quantity: Quantity
    metric: str
    segment: str
    basis: str | None
    period: str
    measure: str
    value: float
    low: float
    high: float
    unit: str
    currency: str | None
    share_of: str | None
    confidence: float
    rule: str
    period_said: bool
    is_future: bool
    sentence: tuple[int, int]
    normal: str
    period_named: bool
    """Whether the sentence itself names the period."""
    segment_said: bool
    """Whether the part, or the whole company, is named beside the metric or the number."""
    has_parts: bool
    """Whether the metric can be of a part of the company."""
    near_part: str | None
    """The part named last before or in the sentence, which the number may be of."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what the lexer found; offsets inside are relative to `start`."""

    start: int
    end: int
    text: str
    normal: str
    quantities: list[Quantity]
    terms: Terms
    spans: list[PeriodSpan]
    future_spans: list[PeriodSpan]


@dataclass(frozen=True, slots=True)
class Call:
    """What the grammar needs to know of the call."""

    fiscal: Fiscal
    currency: str
    lexicon: Lexicon
    default_basis: str | None = None
    own_names: frozenset[str] = frozenset()
    """Words of the company's own name, which name no part of it."""
    per_share: str = "eps"
    """What the company guides to a share: `eps`, or `ffo_per_share` of a REIT."""
    without: frozenset[str] = field(default_factory=frozenset)

    def is_ahead(self, period: str) -> bool:
        """Whether a period ends after the call's quarter; the year ends with its fourth."""
        return order(period)[:2] > order(str(self.fiscal))[:2]

    @property
    def year_to_date(self) -> str:
        """The fiscal year as far as it has gone."""
        return str(self.fiscal) if self.fiscal.quarter == 1 else f"{self.fiscal}YTD"

    @property
    def outlook_period(self) -> str:
        """The year that guidance speaks of when it names none."""
        return f"{self.fiscal.year + (self.fiscal.quarter == 4)}FY"


def default_basis(opening: str) -> str | None:
    """`non_gaap` where the call says that figures are adjusted unless otherwise noted."""
    parts = (part for part in opening.split(".") if _NON_GAAP_HINT.search(part))
    return "non_gaap" if any(map(_PLAIN_DEFAULT_NON_GAAP.search, parts)) else None


def read_turn(text: str, call: Call) -> Iterator[tuple[Sentence, list[Statement], Topic]]:
    """Read a turn: each sentence that may state something, its statements, and the topic it stands in."""
    topic = Topic()
    last_end = 0
    whole = normal_form(text)
    parts = list(sentences(text))
    for (start, end), terms in zip(parts, call.lexicon.find_each(text, whole, parts), strict=True):
        if "\n" in text[last_end:start]:
            topic = replace(
                topic,
                segment=None,
                metric_segment=None,
                near_part=topic.segment,  # paragraphs are often split at random
                since_near=0,
                passing=False,
                kept=None,
                term=None,
                basis=None,
                spoken=None,
                period=topic.period if topic.is_outlook else None,
            )
        last_end = end
        has_number = bool(terms.cues.keys() & _NUMBER_CUES or _DIGIT.search(text, start, end))
        if not (has_number or terms.cues or terms.segments or end - start < _HEADING):
            continue
        normal = whole[start:end]
        _set_topic(text[start:end], normal, terms, topic)
        if has_number or terms.has("ahead"):
            sentence = _lex(start, end, text[start:end], normal, terms, has_number, call)
            yield sentence, _statements(sentence, call, topic), topic
            is_heading = not sentence.quantities  # "To summarize full-year 2025 results."
            _set_spoken(sentence.spans, call, topic)
        else:
            is_heading = True
            if terms.has("period"):
                _set_spoken(resolved(period_expressions(text[start:end]), call.fiscal), call, topic)
        if is_heading and terms.has("period"):
            _set_period(text[start:end], normal, call, topic)


def _set_spoken(spans: list[PeriodSpan], call: Call, topic: Topic) -> None:
    """The longer period that a sentence speaks of alone: "Our full-year sales increased 11%."."""
    longer = f"{call.fiscal.year}FY" if call.fiscal.quarter == _LAST else f"{call.fiscal}YTD"
    if any(span.period and span.period.endswith(_QUARTERS) for span in spans):
        topic.spoken = None  # also where it is only held against: "compared to the fourth quarter of 2018"
    elif named := {span.period for span in spans if span.period and not span.is_comparison}:
        topic.spoken = longer if named == {longer} else None


_LAST = 4
_QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def _set_period(words: str, normal: str, call: Call, topic: Topic) -> None:
    """The period that a sentence without a number sets: "Turning to the full year results.", "In the fourth quarter, we …"."""
    said = period_expressions(words)
    spans = resolved(said, call.fiscal)
    if len(said) != 1 or len(spans) != 1:
        return
    (span,) = spans
    turns = len(words) < _HEADING and _TURNS.match(normal)
    if not (turns or _LEAD_PERIOD.match(normal, 0, span.start)):
        return
    (ahead,) = resolved(said, call.fiscal, future=True)
    if span.period and not span.is_comparison and not call.is_ahead(span.period):
        topic.period = span.period
    elif turns and ahead.period and call.is_ahead(ahead.period):
        topic.future_period = topic.headed = ahead.period  # "Turning to the second quarter.", on a call about the first


_TURNS = re.compile(
    r"(?:(?:and|so|now|then|next|finally|first|second|lastly|also|let's|let me|i'll|i will|we'll|i'd like to|i want to|to)[ ,]+)*(?:turn|mov|shift|switch|look|start|begin|cover|review|discuss|talk|summari[sz]|recap|wrap)\w*\b"
)


_NEAR = 3
"""So many sentences a part that was named may still be spoken of."""
_HEADING = 60
"""So short a sentence may only name what comes next: "Turning to Coatings."."""
_NUMBER_CUES = frozenset({"number_word", "digit_word"})


def _lex(start: int, end: int, words: str, normal: str, terms: Terms, has_number: bool, call: Call) -> Sentence:
    found = (
        quantities(words, spelled=terms.has("number_word"), digit_words=terms.has("digit_word")) if has_number else []
    )
    said = period_expressions(words) if has_number or terms.has("period") else []
    spans = resolved(said, call.fiscal)
    ahead = resolved(said, call.fiscal, future=True) if said and _NAMES_AHEAD & terms.cues.keys() else spans
    return Sentence(start, end, words, normal, found, terms, spans, ahead)


_NAMES_AHEAD = frozenset({"future", "strong_future"})


def _set_topic(words: str, normal: str, terms: Terms, topic: Topic) -> None:
    """What a sentence sets for those after it: the segment, and whether the outlook is spoken of."""
    if terms.has("outlook") and _OUTLOOK_LEAD.search(normal):
        topic.is_outlook = True
    elif topic.is_outlook and _OUTLOOK_END.search(words):
        topic.is_outlook = False
    if topic.passing:
        topic.segment, topic.passing = topic.kept, False
    lead = names.lead_segment(words, normal, terms)
    topic.led = lead is not None
    topic.since_led = 0 if topic.led else topic.since_led + 1
    if lead or terms.segments:
        topic.near_part, topic.since_near = lead or terms.segments[-1].segment, 0
    elif topic.since_near < _NEAR:
        topic.since_near += 1
    else:
        topic.near_part = None
    if lead:
        # "China was up 2%. Operating income increased 7%.": a region that a sentence is about is left behind with it.
        topic.passing, topic.kept = lead in names.REGIONS, topic.segment
        topic.segment = lead
    elif terms.has("whole"):
        topic.segment = None


def _statements(sentence: Sentence, call: Call, topic: Topic) -> list[Statement]:
    normal, terms = sentence.normal, sentence.terms
    found: list[Statement] = []
    lead = _lead_period(sentence, sentence.spans)
    lead_future = _lead_period(sentence, sentence.future_spans)
    if sentence.quantities:
        found_frames = frames(normal, sentence.quantities, call.without)
        metric_terms = terms.metrics if "open_kpi" in call.without else _with_open(normal, terms.metrics)
        context = Context(
            normal, sentence.quantities, found_frames, _margins(normal, _losses(normal, metric_terms)), sentence.spans, topic.term,
            terms.segments, call.per_share,
        )  # fmt: skip
        for index in range(len(sentence.quantities)):
            statement = _statement(sentence, call, topic, context, index, found, lead, lead_future)
            if statement:
                found.append(statement)
        found = _merge_signs(sentence, found)
    if terms.metrics:
        topic.term = terms.metrics[0] if len(terms.metrics) == 1 or not found else _term_of(found[-1], terms.metrics)
    if topic.is_outlook and found and not any(said.is_future for said in found):
        topic.is_outlook = False
    if lead or lead_future:
        topic.period, topic.future_period, topic.headed = lead, lead_future, None
    elif topic.headed and any(_is_other(span, topic.headed, call) for span in sentence.future_spans):
        topic.future_period = topic.headed = None
    if sentence.quantities:
        topic.said = found
    return found


def _is_other(span: PeriodSpan, period: str, call: Call) -> bool:
    """Whether an expression names another period that lies ahead."""
    return span.period is not None and span.period != period and call.is_ahead(span.period)


def _term_of(statement: Statement, terms: list[MetricTerm]) -> MetricTerm:
    return next(
        (term for term in reversed(terms) if statement.metric in (term.metric.canonical_name, term.metric.per_share)),
        terms[-1],
    )


def _lead_period(sentence: Sentence, spans: list[PeriodSpan]) -> str | None:
    """The period a sentence opens with: "For the full year, …"."""
    for span in spans[:1]:
        if (
            span.period
            and span.start < 45
            and not span.is_comparison
            and _LEAD_PERIOD.match(sentence.normal[: span.start])
        ):
            return span.period
    return None


def _with_open(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """Add KPIs outside the vocabulary, under their own words: "fulfillment costs were …"."""
    if not _OPEN_HINT.search(normal):
        return terms
    added = []
    for match in _OPEN_HEAD.finditer(normal):
        if any(term.start < match.end() and match.start("head") < term.end for term in terms):
            continue
        words = match["words"].split()
        stop = max((place for place, word in enumerate(words) if word in _OPEN_BAD), default=-1)
        if stop >= 0 and words[stop] in _OPEN_JOINED:
            continue  # "technical and research expenses" are more than "research expenses"
        words = words[stop + 1 :]  # "we recorded restructuring charges of"
        while words and words[0] in ("net", "adjusted"):
            words.pop(0)
        if words:
            metric = names.open_metric(
                " ".join(words), match["head"].removesuffix("s") if match["head"] in ("fees",) else match["head"]
            )
            added.append(MetricTerm(match.end() - len(" ".join(words)) - 1 - len(match["head"]), match.end(), metric))
    return sorted([*terms, *added], key=lambda term: term.start) if added else terms


_INTO = re.compile(
    r"\b(?:result\w* in|turn\w* (?:in)?to|swung to|swing to|moved to|went to|led to|to)(?: (?:a|an|the))? $"
)


_WAS_A = re.compile(r"(?: per (?:diluted )?share)?,? (?:was|were|is|at)(?: at)? an? (?:net )?")


def _losses(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """A bare loss is of the profit spoken of: "operating profit fell, resulting in the loss of RMB 55.8 million"."""
    profit = next((term for term in terms if term.metric.negative and not term.metric.weak), None)
    found: list[MetricTerm] = []
    for term in terms:
        if term.metric.weak and term.negative:
            before = found[-1] if found else None
            if before and _WAS_A.fullmatch(normal[before.end : term.start]):
                # "adjusted FFO per share was a loss of $0.01": the loss only gives the sign
                found[-1] = replace(before, end=term.end, negative=True)
                continue
            if profit and term.start > profit.end and _INTO.search(normal, 0, term.start):
                term = replace(term, start=profit.start, metric=profit.metric)
        found.append(term)
    return found


def _margins(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """A bare margin is that held against it: "operating margin was 19.2% compared to the prior year margin of 19.6%"."""
    found: list[MetricTerm] = []
    for term in terms:
        before = found[-1] if found else None
        bare = normal[term.start : term.end]
        if (
            before
            and (
                term.metric.name == "margin"
                and before.metric.name.endswith("_margin")
                or bare in _BARE_PROFITS
                and before.metric.margin
            )
            and _HELD_MARGIN.search(normal, before.end, term.start)
        ):
            term = replace(term, metric=before.metric)
        found.append(term)
    return found


_BARE_PROFITS = frozenset({"earnings", "income", "profit"})
_HELD_MARGIN = re.compile(r"\b(?:compared|versus|vs|from)\b(?:(?! and )[^;$,]){0,40}$")


def _statement(sentence: Sentence, call: Call, topic: Topic, context: Context, index: int, done: list[Statement],
               lead: str | None, lead_future: str | None) -> Statement | None:  # fmt: skip
    quantity, frame, normal = sentence.quantities[index], context.frames[index], sentence.normal
    chosen = link(context, index, call.without)
    unsure = chosen is None or (chosen.score < 0.6 and chosen.rule == "left")
    if unsure and frame.role == "level" and quantity.kind in ("percent", "point"):
        chosen, frame = _moved_far(context, index, call, chosen)
    if chosen is None:
        return None
    term = chosen.term
    if term.metric.weak and names.content_before(sentence.text, normal, term) and chosen.unit != "currency_per_share":
        return None
    measure, value, low, high, share_of, unit = _measure(sentence, context, index, chosen, frame)
    if (
        chosen.metric == "revenue"
        and measure
        and measure.endswith("change")
        and (_ORGANIC_AFTER.match(normal, quantity.end) or _ORGANIC_LEAD.match(normal))
    ):
        chosen = replace(chosen, metric="organic_revenue")  # "revenue was up 13%, 9% organic"
    is_future = _is_future(sentence, call, quantity, topic, frame) or _is_listed_ahead(sentence, quantity, topic, done)
    if not is_future and topic.is_outlook and _is_undecided(sentence, quantity, frame):
        return None
    segment, segment_said = _segment(sentence, topic, done, chosen, quantity, is_future=is_future)
    if segment in call.own_names:
        segment, segment_said = names.TOTAL, True
    if segment == names.INDUSTRY:
        return None  # "industry shipments were up 1%": not the company's
    if (
        measure is None
        or measure == "share"
        and (share_of is None or segment == names.TOTAL and share_of == f"{chosen.metric}[total]")
    ):
        return None
    basis, basis_sure = _basis(sentence, call, topic, context, index, done, chosen)
    carried = lead_future or topic.future_period if is_future else lead or topic.period
    if carried is None and not is_future and not any(span.period and not span.is_comparison for span in sentence.spans):
        carried = topic.spoken
    if _TRAILING.search(normal, max(0, quantity.start - 90), quantity.start) or _OVER_TRAILING.match(
        normal, quantity.end
    ):
        return None  # "over the trailing twelve months" is no fiscal period
    if (
        not is_future
        and carried is not None
        and carried is topic.period
        and carried is not lead
        and call.is_ahead(carried)
        and _has_past(sentence)
    ):
        carried = None  # what was is not of the year that the outlook spoke of
    period, sure, is_future = _period(sentence, call, topic, context, index, done, chosen, frame, is_future, carried)
    period_named = sure != times.UNSAID
    if is_future and period.endswith("FY") and _A_QUARTER.match(normal, quantity.end):
        period = str(call.fiscal.shifted(1))  # "expenses of $52 million to $53 million per quarter"
    if (
        not is_future
        and quantity.is_range
        and not _has_past(sentence)
        and unit != "percentage_point"
        and not _IN_DIGIT_WORDS.search(normal, quantity.start, quantity.end)
    ):
        is_future = True  # what was is known, only what will be is a range
        period = _not_over(_of_year(sentence, call, period), sure, call, lead_future or topic.future_period)
    if (
        frame.role == "comparison" and quantity.kind == "percent" and measure == "yoy_change"
        and done and done[-1].measure == "share" and done[-1].metric == chosen.metric
    ):  # fmt: skip
        measure, share_of = "share", done[-1].share_of  # "16.9% of sales versus 19.7% in the prior year"
    if is_future and (
        _ANNUAL.search(normal, max(0, term.start - 25), term.start)
        and not topic.is_outlook
        and not {"future", "strong_future"} & sentence.terms.cues.keys()
        or _SUPPOSED.search(normal)
        or frame.role == "change"
        and (
            _THAN_BEFORE.match(normal, quantity.end)
            or unit.startswith("currency")
            and _AT_MIDPOINT.match(normal, quantity.end)
        )
        or _HAD_EXPECTED.search(normal, max(0, quantity.start - 110), quantity.start)
        or _LONG_TERM.search(normal, 0, quantity.end + 60)
        and not _AFFIRMED.search(normal)
    ):
        return None  # once expected, or of no period: a target for the long term
    if not is_future and (
        _is_no_result(normal, quantity, frame) or _TARGET.match(normal, term.end) or _IN_MONTH.match(normal, term.end)
    ):
        return None
    if not is_future and measure.endswith("change"):
        over = _over(sentence, call, index, frame, measure, period)
        if over is None:
            return None  # neither over a year nor over a quarter
        measure, period = over
    start, end = sentence.start + min(term.start, quantity.start), sentence.start + max(term.end, quantity.end)
    if chosen.rule in ("earlier", "per_share", "guided"):
        start, end = sentence.start, sentence.start + quantity.end
    currency = (quantity.currency or call.currency) if unit in ("currency", "currency_per_share") else None
    confidence = max(0.05, min(0.99, chosen.score * (0.8 + 0.2 * sure) * basis_sure))
    topic.basis = basis
    topic.metric_segment = segment
    return Statement(start, end, quantity, chosen.metric, segment, basis, period, measure, value, low, high, unit, currency, share_of,
                     confidence, chosen.rule, period_named or carried is not None, is_future, (sentence.start, sentence.end), normal,
                     period_named, segment_said, term.metric.segments and chosen.metric != "eps",
                     topic.near_part)  # fmt: skip


def _is_no_result(normal: str, quantity: Quantity, frame: Frame) -> bool:
    """Whether a number is only what was expected, aimed at, supposed or guided to."""
    start = quantity.start
    return bool(
        _ONCE_EXPECTED.search(normal, max(0, start - 110), start)
        or _AIMED.search(normal, max(0, start - 60), start)
        and not _ACHIEVED.search(normal, max(0, start - 90), start)
        or _AS_GUIDED.search(normal, max(0, start - 60), start)  # "exceeding our guidance range of $8.70 to $8.90"
        and (quantity.is_range or not _CAME_IN_AT.search(normal, max(0, start - 90), start))
        or _SUPPOSED.search(normal)
        or _OVER_YEARS.search(normal, max(0, start - 120), start)
        or _SINCE.search(normal, 0, start)
        or _SINCE.match(normal, quantity.end)
        or (quantity.is_range and _RANGE_GIVEN.match(normal, quantity.end))
        or _IN_MONTH.match(normal, quantity.end)
        or _MONTH_LEAD.match(normal)
        or _OF_MONTH.search(normal, 0, start)
        or _SOME_MONTH.search(normal)
        or _PLANNED.search(normal, max(0, start - 60), start)
        or _SOME_OF.search(normal, max(0, start - 80), start)
        or (frame.role == "change" and _AGAINST_PLAN.match(normal, quantity.end))
    )


def _over(
    sentence: Sentence, call: Call, index: int, frame: Frame, measure: str, period: str
) -> tuple[str, str] | None:
    """Measure and period of a change by what it is held against; None where that is neither a year nor a quarter before."""
    after = sentence.quantities[index + 1 : index + 2]
    start, stop = sentence.quantities[index].end, after[0].start if after else len(sentence.normal)
    if frame.role == "change" and _FROM_YEAR_END.match(sentence.normal, start):
        if call.fiscal.quarter in (2, 3):
            return None
        return ("qoq_change" if call.fiscal.quarter == 1 else measure), str(call.fiscal)
    if times.is_far_base(sentence.normal, start, stop, sentence.spans, period):
        return None
    if frame.role == "change" and times.is_sequential(
        sentence.normal, start, stop, sentence.spans, period, is_first=index == 0
    ):
        return "qoq_change", period
    return measure, period


_FROM_YEAR_END = re.compile(
    r"(?: or [\d.,]+ ?(?:%|percent|million|billion))?,? (?:from|since|versus|compared (?:to|with)|over) (?:the end of |our |the )?(?:(?:last |prior |fiscal |calendar )?year end|december|fiscal 20\d\d year end|the end of (?:last year|20\d\d))\b"
)
_AS_GUIDED = re.compile(
    r"\b(?:guidance|outlook|forecast|consensus|expectations?|estimates?|guided)\b(?: [\w']+){0,4} $"
)
_CAME_IN_AT = re.compile(
    r"\b(?:came in|was|were|finished|ended)\b[^.;]{0,30}\b(?:above|ahead of|exceeding|below|better than|in line with|within|end of) [^.;,]{0,40} at $"
)
"""What came out, held against what was expected: "FFO came in above our expectations at $0.30 a share"."""
_HAD_EXPECTED = re.compile(
    r"\bhad(?: (?:been|previously|originally|initially))* (?:targeted|indicated|expected|guided|anticipated|forecast\w*|projected|planned)\b(?! and now)"
)
_AFFIRMED = re.compile(r"\b(?:(?:re)?affirm|reiterat)\w*|\bmaintain\w* (?:our|the|its|this)\b")
_LONG_TERM = re.compile(
    r"\b(?:(?:long(?:er)?|medium|mid) term|over time|through the cycle|(?:three|five|3|5|multi) year (?:target|plan|goal|objective|outlook|growth|financial)\w*|(?:over|in) the (?:next|coming) (?:several|few|three|five|3|5|two|2)? ?years)\b"
)
_ONCE_EXPECTED = re.compile(
    r"\bwe expected to\b|\b(?:had|originally|initially|previously)(?: (?:been|previously|originally|initially))* (?:indicated|expected|guided|anticipated|forecast\w*|projected|planned|estimated|assumed|budgeted|communicated)\b(?! (?:and|to have|due|by))"
)
_AIMED = re.compile(
    r"\b(?:goal|target|objective|aim|ambition|focus|path|on track|tracking|our way|looking|want|wants|try|trying|hope|hoping|hopes|(?<!for )like|intend|requested|requesting|request|proposed|proposing)(?! for like)(?: (?:is|was|of|to|toward|towards|still|be|for|a|capital))+ (?:[\w'%]+ ){0,6}[$€£¥]?$"
)
_ACHIEVED = re.compile(
    r"\b(?:have|has|we|already) (?:achieved|met|exceeded|reached|delivered|surpassed|completed)\b(?: [\w']+){0,4} (?:goal|target|objective)s? of(?: (?:about|approximately|over))? $"
)
"""A goal that was reached is a result: "we have achieved our goal of $550 million of cost savings"."""
_MONTH = "|".join(_G["months"])
_OF_MONTH = re.compile(rf"(?:^|[,;] |that |and )(?:in|during|for) (?:the month of )?(?:{_MONTH})(?: 20\d\d)?, (?!\d)")
_IN_MONTH = re.compile(
    rf"(?: and [\d.]+ ?(?:%|percent))?,? (?:year over year )?(?:in|for|during) (?:the month of )?(?:{_MONTH})\b(?! (?:\d|quarter|and (?!\d)))"
)
_MONTH_LEAD = re.compile(
    rf"(?:and |so |now )?(?:in|for|during) (?:the month of )?(?:{_MONTH})\b,? (?!\d|quarter|of|20)"
)
"""What a month brought is not of the quarter."""
_SUPPOSED = re.compile(
    r"\b(?:for )?(?:every|each) (?:additional )?(?:[$€£]|\d|one|10|100)|\b(?:were to|let's say|let's just say|hypothetically|let's assume|let's pretend|suppose)\b"
)
_SOME_MONTH = re.compile(
    r"\b(?:(?:this|last|past|one|single|each|per)(?: last| past)?|(?:for|in|during) the) month\b(?! (?:period|of the|contribution|lag|delay|extension|benefit))"
)
_PLANNED = re.compile(
    r"\b(?:capital|capex|spending|investment) (?:plan|budget|program) (?:is|remains|of|at)\b[^.;]{0,30}$"
)
_SOME_OF = re.compile(r"\b\d+ (?:out )?of (?:our |the )?\d+ (?!%|percent|million|billion|basis)[a-z]+\b")
"""What some of the parts did is not what the company did: "13 of 15 departments generated comps over 15%"."""
_TARGET = re.compile(r" (?:targets?|goals?|objectives?|hurdles?)\b")
_SINCE = re.compile(
    r"(?:^|[ ,])since (?:(?:the )?(?:start|beginning|end|first quarter|second quarter|third quarter|fourth quarter) (?:of )?)?(?:fiscal |early |late |january |mid )?(?:19|20)\d\d\b(?! (?:million|billion))|(?:^|[ ,])since (?:inception|then|its inception|our ipo|closing|completing|the (?:close|closing|acquisition|merger|spin|separation)|going public|we (?:started|began|acquired|launched))\b"
)
"""What has come together over years is of no fiscal period."""
_RANGE_GIVEN = re.compile(r" (?:\w+ ){0,2}(?:range|target|guidance|outlook)\b")
_AGAINST_PLAN = re.compile(
    r"(?: (?:higher|lower|better|above|below|more|less))?,? (?:from|above|over|versus|compared (?:to|with)|relative to|than|below|ahead of|short of)(?: (?:our|the|my|prior|original|previous|initial|internal|high|low|end|midpoint|of))* (?:guidance|outlook|forecast|expectations?|plan|estimates?|budget|range)\b"
)
_A_QUARTER = re.compile(r" (?:per|a|each|every) quarter\b")
_IN_DIGIT_WORDS = re.compile(r"digit|teens")
"""Revenue "is up mid-teens": as much of a range as a figure said exactly."""
_AT_MIDPOINT = re.compile(r"(?: per share)? at the mid ?point\b")
"""By how much the guidance moves: "an increase of $0.02 at the midpoint"."""
_THAN_BEFORE = re.compile(
    r" (?:higher|lower|better|above|below|more|less|up|down|increase|decrease)(?: than| from| versus)? (?:our|the|what)(?: (?:we|full|year|had|original|initial))*(?: (?:prior|previous|last|earlier|original|initial))* (?:guidance|outlook|forecast|expectations?|estimates?|expected|guided)\b"
)
_ORGANIC_LEAD = re.compile(r"(?:and |but )?on an organic basis,? ")
_ORGANIC_AFTER = re.compile(
    r" (?:on an )?organic(?:ally)?\b(?! (?:revenue|sales|growth in))|(?: year over year)? (?:decline|decrease|increase|growth)(?: in)? organic(?:ally)?\b"
)


def _of_year(sentence: Sentence, call: Call, period: str) -> str:
    """A year said alone is the year where it speaks of what will be: "capex for 2025 remains between $50 million and $70 million"."""
    said = any(span.is_bare_year and span.period == period == str(call.fiscal) for span in sentence.spans)
    return f"{call.fiscal.year}FY" if said else period


def _not_over(base: str, sure: float, call: Call, topic_period: str | None) -> str:
    """The period of an expectation, also where its words name one that is over: "we expect a loss for the quarter"."""
    if call.is_ahead(base):
        return base
    if (
        topic_period
        and call.is_ahead(topic_period)
        and not (sure != times.UNSAID and "Q" in base and topic_period.endswith("FY"))
    ):
        return topic_period
    return str(call.fiscal.shifted(1)) if sure != times.UNSAID and base == str(call.fiscal) else call.outlook_period


_TRAILING = re.compile(
    r"\b(?:trailing|last|past|previous|prior) (?:twelve|12|four|eighteen|18|24|six|6) (?:months?|quarters?)\b|\bltm\b|\bttm\b"
)
_OVER_YEARS = re.compile(
    r"\b(?:over|in|during|for|across) the (?:last|past) (?:several|few|two|three|four|five|six|seven|eight|nine|ten|\d+) years\b"
)
_OVER_TRAILING = re.compile(
    r" (?:for|over|in|on) (?:the |a )?(?:total|trailing|last|past|latest|rolling) (?:twelve|12|four|4) (?:months?|quarters?)\b"
)
_AGAINST_QUARTER = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs|from|over|than)\b(?:[^.;]|\.\d){0,30}?\b(?:last year's \w+ quarter|(?:first|second|third|fourth) quarter|same quarter|(?:prior|previous) year (?:\w+ )?quarter|year ago quarter|quarter a year ago|q[1-4])\b"
)
_CONSTANT_CURRENCY = re.compile(
    r"\b(?:(?:constant|local) (?:currency|currencies|dollar|exchange rates?|fx|basis)|(?:comparable|unchanged) exchange rates|currency (?:neutral|adjusted)|fx (?:neutral|adjusted)|(?:average )?daily (?:sales |rate )?basis|per (?:selling |business |working )?day basis|(?:selling )?days? adjusted|weather (?:adjusted|normalized)|same days?)\b"
)
_ON_CONSTANT = re.compile(
    r",? on (?:an? |the )?(?:fx neutral|constant (?:currency|dollar)|currency neutral|local currency)\b"
)
_ANNUAL = re.compile(r"\bannual (?:net |total |adjusted |consolidated |global )*$")
_QUARTERLY = re.compile(r"\bquarterly (?:[\w&]+ ){0,3}$")
_DEFAULT_BASIS_OF = frozenset({"eps", "operating_income", "operating_margin", "net_income", "gross_margin"})
_SAYS_GAAP = re.compile(r"\bgaap\b|\bnet (?:income|loss|earnings)\b")


def _basis(sentence: Sentence, call: Call, topic: Topic, context: Context, index: int, done: list[Statement],
           chosen: Link) -> tuple[str | None, float]:  # fmt: skip
    """The basis said for a number, else the one that what was said before sets, and how sure that is."""
    quantity, normal, term = sentence.quantities[index], sentence.normal, chosen.term
    following = index + 1
    while following < len(sentence.quantities) and context.frames[following].role == "comparison":
        following += 1  # "$0.90 versus $0.72 on an adjusted basis"
    clause_end = sentence.quantities[following].start if following < len(sentence.quantities) else len(normal)
    said, sure = (
        names.basis(normal, term, sentence.terms, quantity.start, quantity.end, clause_end)
        if term.end > term.start
        else _per_share_basis(normal, quantity)
    )
    said = _paired_basis(normal, term, context, index) or said
    if context.frames[index].role == "change" and _ON_CONSTANT.match(normal, quantity.end):
        return "non_gaap", 0.95  # "grew 14% on a reported basis and 16% on an FX neutral basis"
    if (
        said is None
        and context.frames[index].role == "change"
        and _CONSTANT_CURRENCY.search(normal, max(0, quantity.start - 60), min(clause_end, quantity.end + 45))
    ):
        return "non_gaap", 0.95
    if term.metric.basis:
        return term.metric.basis, sure
    if said is None and chosen.metric == "eps" and normal.startswith("operating", term.start):
        said, sure = "non_gaap", 0.95  # operating income a share is no measure of GAAP
    if said is not None:
        return said, sure
    before = sentence.quantities[index - 1] if index else None
    if before and done and done[-1].quantity is before and _OR_AGAIN.fullmatch(normal[before.end : quantity.start]):
        said = done[-1].basis  # "non-GAAP net income was $157.4 million, or $5.21 diluted earnings per share"
    if said is None and chosen.rule == "earlier":
        said = topic.basis
    if (
        said is None
        and call.default_basis
        and chosen.metric in _DEFAULT_BASIS_OF
        and not sentence.terms.has("non_gaap")
        and not _SAYS_GAAP.search(normal)
    ):
        return call.default_basis, 0.8
    return said, sure


def _period(sentence: Sentence, call: Call, topic: Topic, context: Context, index: int, done: list[Statement], chosen: Link,
            frame: Frame, is_future: bool, carried: str | None) -> tuple[str, float, bool]:  # fmt: skip
    """The period of a number, how sure that is, and whether the number is of what lies ahead."""
    quantity, normal = sentence.quantities[index], sentence.normal
    spans = sentence.future_spans if is_future else sentence.spans
    default = carried or (call.outlook_period if is_future else str(call.fiscal))
    if not is_future and carried and carried != str(call.fiscal) and _AGAINST_QUARTER.search(normal, quantity.end):
        default = str(call.fiscal)  # "adjusted EPS was $1.93 compared to $1.96 in last year's third quarter"
    if (
        carried is None
        and not is_future
        and _SAME_LESS.match(normal)
        and (again := next(_levels(topic.said, chosen.metric), None))
        and again.period_named
        and again.period in (f"{call.fiscal.year}FY", call.year_to_date)
    ):
        default = again.period
    base, sure = times.own_period(normal, index, sentence.quantities, context.frames, spans, default)
    if sure == times.UNSAID and _ANNUAL.search(normal, max(0, chosen.term.start - 25), chosen.term.start):
        base = f"{base[:4]}FY"
    if (
        base.endswith(("FY", "YTD"))
        and not is_future
        and _QUARTERLY.search(normal, max(0, chosen.term.start - 30), chosen.term.start)
    ):
        base = str(call.fiscal)
    if chosen.term.metric.balance and not is_future:
        base = f"{base[:4]}Q4" if base.endswith("FY") else base.removesuffix("YTD")
    if (
        frame.role == "share" and done and index and context.frames[index - 1].role == "comparison"
        and done[-1].quantity is sentence.quantities[index - 1] and _OR_AGAIN.fullmatch(normal[done[-1].quantity.end : quantity.start])
    ):  # fmt: skip
        return (
            done[-1].period,
            sure,
            False,
        )  # "compared to $151 million or 86% of revenues in the same quarter last year"
    now = order(str(call.fiscal))
    if is_future and frame.role != "comparison":
        base = _not_over(base, sure, call, carried)
    if frame.role == "comparison" or frame.is_held_against:
        if is_future and not any(
            span.is_comparison or (span.period and order(span.period) <= now)
            for span in sentence.spans
            if span.start >= quantity.start - 60
        ):
            return base, sure, is_future
        held = [
            said for said, role in zip(sentence.quantities, context.frames, strict=True) if role.role == "comparison"
        ]
        own = [one for one in done if one.quantity not in held]
        linked = next(_levels(reversed(own), chosen.metric), None)
        if OPENS_COMPARED.match(normal):
            # "Net income for the year was … This compares to … in 2018."; of two, each is held against its own
            of_same = list(_levels(topic.said, chosen.metric))
            linked = of_same[min(index, len(of_same) - 1)] if of_same else linked
        if (
            frame.sequential
            and index
            and context.frames[index - 1].role == "comparison"
            and not context.frames[index - 1].sequential
        ):
            # "compared with $0.61 in the prior year's quarter and $0.76 sequentially"
            return quarter_before(linked.period if linked else base), 0.85, False
        period, sure = times.compared_period(
            normal,
            index,
            sentence.quantities,
            sentence.spans,
            linked.period if linked else base,
            _sequential(context, index),
            str(call.fiscal),
        )
        before = sentence.quantities[index - 1] if index else None
        if (
            sure <= _DEFAULTED
            and done
            and done[-1].quantity is before
            and context.frames[index - 1].role == "comparison"
            and context.frames[index - 1].sequential == frame.sequential
        ):
            period, sure = done[-1].period, _DEFAULTED  # "compared to second quarter 2019 EBITDA of … and sales of …"
        return period, sure, is_future and period != base and order(period) > now
    if not is_future and call.is_ahead(base):
        if _said_as_past(sentence, quantity):
            if base == f"{call.fiscal.year}FY":
                return call.year_to_date, sure, False  # "we repurchased $5 million this year": as far as it has gone
            if base == f"{call.fiscal.year}Q4" and chosen.term.metric.balance:
                return f"{call.fiscal.year - 1}Q4", sure, False  # "at the end of the year, our AUM was"
        return base, sure, True  # nobody can report a period that is not over
    return base, sure, is_future


_REFERS_BACK = re.compile(
    r"(?:and |which )?(?:this|that|which)(?:'s)?(?: is| was)? (?:compare[sd]?|favorable|unfavorable|up|down|an? (?:increase|decrease|improvement|decline)|better|worse|higher|lower)\b"
)
"""A sentence that holds a figure against that of the sentence before."""
_DEFAULTED = 0.7
"""How sure the period of what is held against is at most, where nothing names it."""
_SAME_LESS = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?(?:excluding|adjusting|adjusted|on an? adjusted|on an? (?:non )?gaap|non gaap|before|when adjusting|when excluding|absent)\b"
)
"""A sentence that says the figure of the sentence before on another basis."""


def _levels(said: Iterable[Statement], metric: str) -> Iterator[Statement]:
    """The amounts stated of a metric."""
    return (one for one in said if one.metric == metric and one.measure == "level")


def _moved_far(context: Context, index: int, call: Call, chosen: Link | None) -> tuple[Link | None, Frame]:
    """The verb stands away from its number: "sales were up in the quarter 5%"."""
    quantity, frame = context.quantities[index], context.frames[index]
    nearest = next((term for term in reversed(context.terms) if term.end <= quantity.start), None)
    sign = moved_between(context.normal[nearest.end : quantity.start]) if nearest else 0
    has_come_to = (
        index > 0
        and context.quantities[index - 1].kind == "point"
        and context.normal.endswith(" to ", 0, quantity.start)
    )
    if sign and not has_come_to:  # "improved 70 basis points to 9.35%"
        changed = list(context.frames)
        changed[index] = Frame("change", sign)
        again = link(replace(context, frames=changed), index, call.without)
        if again and (chosen is None or again.score > chosen.score):
            return replace(again, score=again.score * 0.9), changed[index]
    return chosen, frame


_TWO_BASES = re.compile(
    r"\b(?P<first>adjusted|non gaap|core|gaap|reported)(?: diluted| earnings per share| eps)* (?:and|and an?|and on an?) (?P<second>adjusted|non gaap|core|gaap|reported)(?: diluted| operating| net)* $"
)


def _paired_basis(normal: str, term: MetricTerm, context: Context, index: int) -> str | None:
    """Bases in parallel: "adjusted and GAAP EPS were $0.30 and $0.24, respectively"."""
    two = _TWO_BASES.search(normal[: term.start])
    if not two or "respectively" not in normal or index + 1 > len(context.quantities):
        return None
    after = [
        number
        for number, quantity in enumerate(context.quantities)
        if quantity.start > term.end and quantity.kind == context.quantities[index].kind
    ]
    if index not in after[:2]:
        return None
    said = two["first"] if index == after[0] else two["second"]
    return "gaap" if said in ("gaap", "reported") else "non_gaap"


def _sequential(context: Context, index: int) -> Frame:
    """A comparison after a sequential change is with the quarter before."""
    frame = context.frames[index]
    before = context.frames[index - 1] if index else None
    return replace(frame, sequential=frame.sequential or bool(before and before.role == "change" and before.sequential))


def _per_share_basis(normal: str, quantity: Quantity) -> tuple[str | None, float]:
    near = normal[max(0, quantity.start - 110) : quantity.end + 60]
    if re.search(r"\b(?:adjusted|non gaap|core|normalized|operating|excluding|distributable)\b", near):
        return "non_gaap", 0.9
    return ("gaap", 0.9) if re.search(r"\bgaap\b", near) else (None, 1.0)


_WITH = re.compile(r" with (?:an? |record |strong )?(?:adjusted |operating |gross |net )*$")


def _segment(
    sentence: Sentence, topic: Topic, done: list[Statement], chosen: Link, quantity: Quantity, *, is_future: bool
) -> tuple[str, bool]:
    """The part of the company a number is of, and whether it is named beside the metric or behind the number."""
    if chosen.metric == "eps" and topic.led and topic.segment:
        return topic.segment, True  # "our gas distribution business lost $0.06 per share"
    if not chosen.term.metric.segments or chosen.term.end == chosen.term.start:
        return names.TOTAL, False
    if chosen.rule in ("earlier", "segment_subject", "contribution"):
        nearest = next(
            (found.segment for found in reversed(sentence.terms.segments) if found.end <= quantity.start), None
        )
        return nearest or topic.metric_segment or topic.segment or names.TOTAL, nearest is not None
    if kind := chosen.term.metric.segment:
        part = names.segment(sentence.text, sentence.normal, chosen.term, sentence.terms) or (
            topic.led and topic.segment
        )
        # "GTO recurring revenues"
        return (f"{part}_{kind}" if part and part not in (names.TOTAL, kind) else kind), True
    if mover := names.mover(sentence.text, sentence.normal, chosen.term.end, quantity.start):
        return mover, True
    named = names.segment(sentence.text, sentence.normal, chosen.term, sentence.terms)
    if named is None and (subject := names.clause_subject(sentence.text, sentence.normal, chosen.term)):
        return subject, True
    if named == names.TOTAL and topic.led and topic.segment and not names.is_company_wide(sentence.normal):
        return topic.segment, True  # "The Retail segment delivered total revenue growth of 17.8%"
    if named:
        return named, True
    if behind := names.segment_behind(sentence.text, sentence.normal, quantity.end):
        return behind, True
    if chosen.metric == "eps":
        return names.TOTAL, False
    if _REFERS_BACK.match(sentence.normal) and (before := next(_levels(topic.said, chosen.metric), None)):
        return before.segment, False  # "The loss in the corporate segment was … This compares to a loss of …"
    here = [found.segment for found in sentence.terms.segments if found.end <= quantity.start]
    if here and not topic.led and (not is_future or _WITH.search(sentence.normal, 0, chosen.term.start)):
        return here[-1], False  # "margins for Fastening Systems were 31%, and segment operating profit margin was 19%"
    # Guidance is the company's unless a part has just been named.
    spoken_of = None if is_future and topic.since_led > 1 else topic.segment
    if (
        spoken_of is None
        and done
        and done[-1].segment != names.TOTAL
        and _WITH.search(sentence.normal, done[-1].quantity.end, chosen.term.start)
    ):
        # "EBITDA for Professional Search was $12.7 million with an EBITDA margin of 15.4%"
        return done[-1].segment, False
    if spoken_of is None and sentence.normal.startswith("segment ", max(0, chosen.term.start - 8), chosen.term.end):
        return names.UNNAMED, False  # "segment EBITDA margin contracted"
    if spoken_of is None and sentence.terms.has("part") and names.is_of_unnamed_part(sentence.normal):
        return topic.near_part or names.UNNAMED, False  # "The region delivered EBIT margins of 8.6%"
    if spoken_of:
        return spoken_of, topic.led
    return names.TOTAL, names.is_company_wide(sentence.normal)  # "for the company as a whole"


_Measured = tuple[str | None, float, float, float, str | None, str]


def _measure(sentence: Sentence, context: Context, index: int, chosen: Link, frame: Frame) -> _Measured:
    """Measure, value, interval, what a share is of, and unit."""
    quantity, normal, unit = sentence.quantities[index], sentence.normal, chosen.unit
    value, low, high = quantity.value, quantity.low, quantity.high
    if chosen.rule == "contribution":
        part_of = names.segment(sentence.text, normal, chosen.term, sentence.terms) or names.TOTAL
        return "share", value, low, high, f"{chosen.metric}[{part_of}]", "percent"
    is_rate = "percent" in chosen.term.metric.units
    if frame.role == "level" and quantity.kind == "money" and chosen.rule == "left":
        verb = _MOVED_METRIC.search(normal, max(0, chosen.term.start - 30), chosen.term.start)
        if verb and not normal[chosen.term.end : quantity.start].strip():
            frame = Frame("change", -1 if verb["down"] else 1)  # "further reducing debt $20.7 million"
    if frame.role == "share" and chosen.metric in _OF_PROFIT:
        frame = Frame()  # "free cash flow conversion was 103% of adjusted income"
    if frame.role == "share" and quantity.kind == "percent":
        whole = _whole_of(sentence, context, index, chosen)
        if whole is None or is_rate and not whole.startswith("revenue["):
            return None, value, low, high, None, unit
        if chosen.term.metric.units == ("count",):
            return None, value, low, high, None, unit  # "our third largest customer at 12.6% of revenue"
        if not is_rate:
            return "share", value, low, high, whole, "percent"
    if frame.role == "level" and quantity.kind == "point" and chosen.term.metric.cost and not is_rate:
        return None, value, low, high, None, unit  # "leverage on fixed occupancy costs of 475 basis points"
    if frame.role == "level" and quantity.kind == "point" and chosen.metric in _MARGINS and abs(value) < _LEAST_MARGIN:
        return None, value, low, high, None, unit  # "margin to the tune of 50 basis points" is by how much it moves
    if frame.role == "change" or (
        quantity.kind in ("percent", "point")
        and not is_rate
        and (
            frame.role == "comparison"
            or frame.role == "level"
            and (chosen.term.metric.growth or chosen.rule == "guided_growth")
        )
    ):
        sign = frame.sign * (-1 if _lower_is_better(chosen.term.metric, normal, quantity) else 1)
        loss = chosen.term.negative
        if loss:
            # A loss that narrows is an improvement of the result.
            sign = 1 if _LOSS_MOVED.search(normal[max(0, quantity.start - 60) : quantity.end + 40]) else -1
        if sign < 0 and value > 0:
            value, low, high = -value, -high, -low
        if _FLAT_TO.search(normal[max(0, quantity.start - 50) : quantity.start]):
            low, high = (
                min(0.0, low if quantity.is_range or value < 0 else 0.0),
                max(0.0, high if quantity.is_range or value > 0 else 0.0),
            )
            if not quantity.is_range:
                low, high = min(0.0, value), max(0.0, value)
            value = (low + high) / 2
        return ("qoq_change" if frame.sequential else "yoy_change"), value, low, high, None, unit
    said_as_loss = (
        chosen.metric == "eps" or chosen.metric.endswith(("_margin", "_income"))
    ) and _NEGATIVE_SHARE.search(normal[max(0, quantity.start - 70) : quantity.start])
    if value > 0 and (
        chosen.term.negative
        and not _PROFIT_BEHIND.match(normal, quantity.end)
        or said_as_loss
        or _NEGATIVE_BEFORE.search(normal, 0, chosen.term.start)
        or _LOSS_BEHIND.match(normal, quantity.end)
        and chosen.metric.endswith(("_income", "eps", "profit"))
    ):
        value, low, high = -value, -high, -low
    return "level", value, low, high, None, unit


_NEGATIVE_BEFORE = re.compile(r"\bnegative (?:adjusted |operating |net |free )*$")
_PROFIT_BEHIND = re.compile(
    r" (?:of )?(?:(?:operating|net|pretax|segment) )*(?:profit|income|earnings)\b(?! (?:per|tax))"
)
_LOSS_BEHIND = re.compile(r" (?:(?:operating|net|pretax|segment) )*loss\b(?! (?:from|on|of|in (?!the)))")


def _lower_is_better(metric: Metric, normal: str, quantity: Quantity) -> bool:
    """Whether a number that improved went down: "the combined ratio improved by 1.5 points"."""
    return (metric.cost or metric.name in _BETTER_LOW) and bool(
        _BETTER.search(normal[max(0, quantity.start - 60) : quantity.end + 30])
    )


_BETTER_LOW = frozenset(
    {
        "combined_ratio",
        "loss_ratio",
        "medical_loss_ratio",
        "efficiency_ratio",
        "net_leverage",
        "net_charge_offs",
        "net_debt",
        "total_debt",
    }
)
_BETTER = re.compile(
    r"\b(?:improv(?:ed|ement|ing|es)|better|worse|deteriorat\w+|leveraged)\b(?!.*\b(?:reduc\w+|decreas\w+|increas\w+|lower\w*|higher|declin\w+|down|up|fell|rose|grew)\b.*\d)"
)


def _whole_of(sentence: Sentence, context: Context, index: int, chosen: Link) -> str | None:
    """What a share is of: the metric named after the number, or sales where it is "as a percentage of sales"."""
    quantity, normal = sentence.quantities[index], sentence.normal
    if _AS_PERCENT_OF_SALES.search(normal, 0, quantity.start):
        return "revenue[total]"
    whole = next(
        (term for term in context.terms if term.start >= quantity.end and term.start - quantity.end < 45), None
    )
    if whole is None or whole is chosen.term and chosen.rule == "right":
        return None
    return (
        f"{whole.metric.canonical_name}[{names.segment(sentence.text, normal, whole, sentence.terms) or names.TOTAL}]"
    )


_OF_PROFIT = frozenset({"free_cash_flow_conversion", "payout_ratio"})
"""Rates that are a share of profit by what they are."""
_MARGINS = frozenset(
    {"margin", "operating_margin", "gross_margin", "ebitda_margin", "net_margin", "tax_rate", "incremental_margin"}
)
_LEAST_MARGIN = 3.0
_MOVED_METRIC = re.compile(
    r"\b(?:(?P<down>reduc(?:ed|ing|e)|decreas(?:ed|ing)|lowered|paid down|paying down)|(?:increas(?:ed|ing)|grew|grow|growing|raised))(?: (?:our|the|total|net))* $"
)
_AS_PERCENT_OF_SALES = re.compile(r"\bas an? (?:percent(?:age)?|%) (?:of|to) (?:[\w']+ ){0,3}(?:sales|revenues?)\b")


def _merge_signs(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """Join "down 1% to up 1%" into one range."""
    merged: list[Statement] = []
    for statement in found:
        last = merged[-1] if merged else None
        if (
            last
            and last.metric == statement.metric
            and last.measure == statement.measure != "level"
            and last.unit == statement.unit
            and not last.quantity.is_range
            and (joint := _TO_OTHER_SIGN.match(sentence.normal[last.quantity.end : statement.quantity.start]))
            and (not joint["joined"] or _BETWEEN.search(sentence.normal, 0, last.quantity.start))
        ):
            low, high = sorted((last.value, statement.value))
            joined = replace(last.quantity, end=statement.quantity.end, is_range=True)
            merged[-1] = replace(
                last, end=max(last.end, statement.end), low=low, high=high, value=(low + high) / 2, quantity=joined
            )
        else:
            merged.append(statement)
    return merged


def _is_future(sentence: Sentence, call: Call, quantity: Quantity, topic: Topic, frame: Frame) -> bool:
    """Whether a number speaks of what is expected rather than of what was."""
    normal, cues = sentence.normal, sentence.terms.cues
    if _ACHIEVED.search(normal, max(0, quantity.start - 90), quantity.start):
        return False
    ahead = [
        (start, end) for cue in ("strong_future", "future") for start, end in cues.get(cue, ())
        if end <= quantity.start and not _NOT_FUTURE.search(normal[max(0, start - 45) : start])
        and not _STAYS.search(normal, max(0, start - 14), end) and not _WILL_SAY.match(normal, start)
    ]  # fmt: skip
    last_ahead = max((end for _, end in ahead), default=-1)
    last_past = max(
        (end for start, end in cues.get("past", ()) if end <= quantity.start and not _is_adjective(normal, start, end)),
        default=-1,
    )
    strong = any(end <= quantity.start for start, end in cues.get("strong_future", ()) if (start, end) in ahead)
    if last_ahead > last_past:
        return strong or _weak_future(sentence, quantity, topic)
    if last_ahead >= 0 and strong:
        between = normal[last_ahead : quantity.start]
        if re.search(
            r"\b(?:raised|increased|lowered|narrowed|reaffirmed|revised|updated|reiterated|maintained|reduced|decreased|tightened|improved)\b",
            between,
        ) and not re.search(
            r"\b(?:was|were|had) (?!raised|increased|lowered|narrowed|revised|updated|previously)", between
        ):
            return True
        # "we expect revenue to have grown": the past verb belongs to the expectation.
        return bool(re.search(r"\bcompared to the [^,]*$", between))
    if any(span.period == str(call.fiscal) for span in sentence.spans) and not strong:
        return False
    if topic.is_outlook and "past" not in cues and (quantity.is_range or frame.role != "comparison"):
        return (
            quantity.is_range
            or last_ahead >= 0
            or bool(_ASSUMED.search(normal) or _BARE_ITEM.fullmatch(normal, 0, quantity.start))
            and not _is_precise(quantity)
        )
    if (
        quantity.is_range
        and "strong_future" in cues
        and any(span.period and order(span.period) > order(str(call.fiscal)) for span in sentence.future_spans)
    ):
        return True
    if last_past < 0 and quantity.is_range and _RANGE_NOW.search(normal[max(0, quantity.start - 40) : quantity.start]):
        return True
    return last_past < 0 and quantity.is_range and any(end > quantity.end for _, end in cues.get("strong_future", ()))


_BARE_ITEM = re.compile(
    r"(?:(?:and|an?|our|the) )*[a-z&]+(?: [a-z&]+){0,5} (?:of|at) (?:about|approximately|around|roughly|nearly|at least|no more than|up to) ?"
)
"""An item of a list without a verb: "Depreciation of approximately $33 million."."""


def _is_listed_ahead(sentence: Sentence, quantity: Quantity, topic: Topic, done: list[Statement]) -> bool:
    """Whether a number goes on with a list of what is expected: "EBITDA of $135 million to $140 million, depreciation of $31 million"."""
    return (
        topic.is_outlook
        and bool(done)
        and done[-1].is_future
        and bool(_GOES_ON.fullmatch(sentence.normal, done[-1].quantity.end, quantity.start))
    )


_GOES_ON = re.compile(r"[,;] (?:and )?(?:[a-z&]+ ){1,6}(?:of|at)(?: (?:about|approximately|around|roughly|nearly))* ?")


def _is_undecided(sentence: Sentence, quantity: Quantity, frame: Frame) -> bool:
    """Whether nothing says if a number in the outlook is of what was or of what will be: "revenue creation of $50 million"."""
    return (
        "past" not in sentence.terms.cues
        and frame.role != "comparison"
        and quantity.approximation != "exact"
        and not sentence.spans
        and not _NOW.search(sentence.normal, 0, quantity.start)
    )


_NOW = re.compile(r"\b(?:is|are|have|has|had|remains?|stands?|we're|we've|was|were)\b")
_ASSUMED = re.compile(r"\b(?:guidance|outlook|assum\w+|forecast|mid ?point|budget\w*|targets?|targeted)\b")
"""Words of a sentence about the outlook that has no verb of expecting."""
_STAYS = re.compile(r"\b(?:continue[sd]?|continuing|happy|pleased|proud|proven|proved|appears?|remains?) to be$")
_WILL_SAY = re.compile(
    r"(?:will|we'll|we will|i'll|would|should|we see) (?:highlight|note|mention|say|point|remind|discuss|touch|start|turn|talk|walk|provide|review|also note|just)\b"
)


def _is_precise(quantity: Quantity) -> bool:
    """Whether a number is said as results are and outlooks are not: "$44.3 million", "8.6%"."""
    if quantity.approximation != "exact":
        return False
    if quantity.kind == "percent":
        return quantity.step <= 0.1 and not float(quantity.value * 2).is_integer()
    return quantity.scaled and quantity.step < 10**6 <= abs(quantity.value)


def _has_past(sentence: Sentence) -> bool:
    """Whether a verb of the past stands in a sentence; in "reported revenue of" it only describes."""
    return any(not _is_adjective(sentence.normal, start, end) for start, end in sentence.terms.cues.get("past", ()))


def _said_as_past(sentence: Sentence, quantity: Quantity) -> bool:
    return any(end <= quantity.start for _, end in sentence.terms.cues.get("past", ()))


def _is_adjective(normal: str, start: int, end: int) -> bool:
    """Whether a past verb only describes: "as reported", "we expect reported sales growth of"."""
    if normal.endswith("as ", 0, start):
        return True
    return normal[start:end] == "reported" and not names.is_reporting(normal, start)


_STAYED = re.compile(r"\b(?:continue[sd]?|continuing|proven|proved|appears?|remains?) to be\b")


def _weak_future(sentence: Sentence, quantity: Quantity, topic: Topic) -> bool:
    """ "will", "should", "continue to": enough with a range, an outlook around it, or a modal verb close by."""
    return (
        quantity.is_range
        or topic.is_outlook
        or bool(_MODAL.search(_STAYED.sub("", sentence.normal[max(0, quantity.start - 70) : quantity.start])))
    )
