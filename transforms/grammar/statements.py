"""From a turn to statements: each number with its metric, segment, basis, period and measure.

Takes a turn's text sentence by sentence, with what earlier sentences of it set; gives `Statement` objects.
Whether a statement becomes a row of `metric` or of `guidance` is already decided here (`is_future`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from schemas.vocabulary import metrics, metrics_by_name
from transforms.grammar import names, times
from transforms.grammar.bases import basis_beside, lead_basis, set_basis, stated_basis
from transforms.grammar.carried_parts import OF_SALES, PROFITS, says_segment
from transforms.grammar.exclusions import is_of_no_fiscal_period
from transforms.grammar.frames import frames
from transforms.grammar.frames.changes import moved_between
from transforms.grammar.frames.comparisons import OPENS_COMPARED
from transforms.grammar.frames.place import OPENS_LINKED, Frame
from transforms.grammar.held_against import held_against, says_base
from transforms.grammar.leads import is_headed
from transforms.grammar.less_or_other import is_some_of
from transforms.grammar.links import link, may_state
from transforms.grammar.meant_metrics import averaged, is_growth_of_the_same, meant_metric, meant_profit, of_amount
from transforms.grammar.measures import levels_of_growth, measured, merge_signs, over_quarter_by_amounts
from transforms.grammar.metric_lists import components
from transforms.grammar.metric_terms import made_whole, with_open_kpis
from transforms.grammar.model import Call, Reading, Sentence, Statement, Topic
from transforms.grammar.no_expectations import is_no_expectation
from transforms.grammar.no_results import is_no_result
from transforms.grammar.other_metrics import is_denominator
from transforms.grammar.outlook import (
    has_past,
    is_done,
    is_expected,
    is_listed_ahead,
    is_of_year_over,
    is_undecided,
    may_expect,
)
from transforms.grammar.parts import placed_within, stated_part
from transforms.grammar.proposals import CARRIED, Context, Link
from transforms.grammar.stated_periods import carried_period, not_over, of_year, stated_period
from transforms.grammar.topics import (
    HANDS_OVER,
    HEADING,
    INCLUDED,
    QUARTERS,
    introduces,
    is_aside,
    is_subject,
    lead_period,
    leave_period,
    opens_part,
    past_lead,
    set_base,
    set_far_base,
    set_period,
    set_spoken,
    set_topic,
    term_of,
)
from transforms.grammar.wordlists import INDUSTRY, TOTAL, UNNAMED, WAS, is_place
from transforms.language.periods import (
    order,
    period_expressions,
    quarter_before,
    resolved,
    resolved_ahead,
    year_before,
)
from transforms.language.quantities import Quantity, is_of_cents, quantities
from transforms.language.terms import MetricTerm, Terms
from transforms.language.text import normal as normal_form
from transforms.language.text import sentences

_DIGIT = re.compile(r"\d")
_OF_PAGE = re.compile(r"\b(?:page|slide)s? (?:\d+ (?:and|through|to) )?$")


_SPEAKS_NOW = re.compile(
    r"(?:all right|okay|well|great)?[ ,]*(?:thank you|thanks)(?: very much| so much)?,? [a-z]+,? (?:and )?(?:good (?:morning|afternoon|evening|day)|hello|hi)\b"
)
"""How somebody begins who was handed over to: "Thanks, Ann, and good morning, everyone."."""


def read_turn(text: str, call: Call) -> Iterator[tuple[Sentence, list[Statement], Topic]]:
    """Read a turn: each sentence that may state something, its statements, and the topic it stands in."""
    topic = Topic()
    last_end, is_heading = 0, False
    whole = normal_form(text)
    parts = list(sentences(text))
    found = [
        (start, end, terms, bool(terms.cues.keys() & _NUMBER_CUES or _DIGIT.search(text, start, end)))
        for (start, end), terms in zip(parts, call.lexicon.find_each(text, whole, parts), strict=True)
    ]
    while found and not _may_yield(*found[-1][2:]):
        found.pop()  # what is said after the last number is the topic of none
    for start, end, terms, has_number in found:
        if "\n" in text[last_end:start]:
            hands_over = HANDS_OVER.search(whole, max(0, last_end - _SAID_LAST), last_end)
            topic = replace(
                topic,
                segment=None
                if hands_over
                else topic.segment
                if topic.opened or topic.turned == topic.segment
                else None,
                crossed=not topic.opened,
                metric_segment=None,
                near_part=None if hands_over else topic.segment,  # paragraphs are often split at random
                turned=None if hands_over else topic.turned,
                since_near=0,
                passing=False,
                kept=None,
                term=None,
                basis=None,
                reported=topic.reported and is_heading,
                constant=topic.constant and is_heading,
                spoken=None,
                ahead=None,
                base_led=False,
                period=topic.reviewed or (topic.period if topic.is_outlook or topic.announced else None),
            )
        if last_end and _SPEAKS_NOW.match(whole, start):
            topic = Topic()  # somebody else, where recognisers tell no voices apart
        topic.announced = False
        last_end = end
        is_short = end - start < HEADING or text.startswith(_TURNING, start)
        if not (has_number or terms.cues or terms.segments or is_short):
            continue
        normal = whole[start:end]
        set_topic(text[start:end], normal, terms, call, topic)
        if topic.led:
            topic.introduced = not has_number and introduces(normal, topic)
        topic.opened = topic.led and opens_part(normal, topic.segment or "", has_number=has_number)
        if has_number and terms.has("non_gaap"):
            lead_basis(normal, topic)
        if has_number and not topic.far_base:
            set_far_base(normal, call, topic)
        if _may_yield(terms, has_number):
            sentence = _lex(start, end, text[start:end], normal, terms, has_number, call)
            yield sentence, _statements(sentence, call, topic), topic
            # "To summarize full-year 2025 results.", "Let's move to page 19 for the third quarter."
            is_heading = all(_OF_PAGE.search(normal, 0, said.start) for said in sentence.quantities)
            spans = sentence.spans if not _is_since(sentence) else []
        else:
            is_heading = True
            if not terms.metrics and _ANOTHER_SUBJECT.match(normal):
                topic.term = topic.ended = None
            spans = resolved(period_expressions(text[start:end]), call.fiscal) if terms.has("period") else []
        if spans:
            # "FFO was $0.37. The second quarter was hit hard. We were at $0.24."
            topic.ended = topic.ended if has_number else None
            is_of_quarter = not is_heading and any(said.period == str(call.fiscal) for said in topic.said)
            set_spoken(spans, call, topic, is_of_quarter=is_of_quarter)
            if is_heading:
                set_base(spans, normal, call, topic)
        elif is_heading and not topic.is_outlook:
            leave_period(normal, topic)
        if is_heading and (terms.has("non_gaap") or "gaap" in normal or "currency" in normal):
            set_basis(normal, topic)
        if is_heading and (terms.has("period") or terms.has("outlook")):
            set_period(text[start:end], normal, call, topic)


_TURNING = (
    "Turning ",
    "Moving ",
    "Shifting ",
    "Switching ",
    "Looking at ",
    "Now turning ",
    "Now moving ",
    "Next, turning ",
    "Let's turn ",
    "Let's move ",
    "Let me turn ",
    "Let me move ",
    "I'll turn ",
    "I'll move ",
    "To wrap up ",
)
"""How a sentence opens that may turn to a part, however long it is: "Turning to Table Lamps, which since June has our shades, too"."""
_SAID_LAST = 160


def _is_since(sentence: Sentence) -> bool:
    """Whether balances are told with the time since when they moved, which is no period of theirs: "backlog is up 20% year to date"."""
    metrics = sentence.terms.metrics
    return (
        bool(metrics) and all(term.metric.balance for term in metrics) and _SO_FAR.search(sentence.normal) is not None
    )


_SO_FAR = re.compile(r"\b(?:year to date|ytd|so far this year)\b")


def _may_yield(terms: Terms, has_number: bool) -> bool:
    """Whether a sentence may state something, be it only that nothing is said of what lies ahead."""
    return has_number or terms.has("ahead")


_NUMBER_CUES = frozenset({"number_word", "digit_word"})


def _lex(start: int, end: int, words: str, normal: str, terms: Terms, has_number: bool, call: Call) -> Sentence:
    found = (
        quantities(words, spelled=terms.has("number_word"), digit_words=terms.has("digit_word")) if has_number else []
    )
    if call.currency != "GBP" and "pound" in normal:
        found = [_of_weight(quantity, words) for quantity in found]
    if "per share" in normal and _ON_SHARES.search(normal):
        found = [_of_share(quantity) for quantity in found]
    said = period_expressions(words) if has_number or terms.has("period") else []
    said = [
        one
        for one in said
        if not (_ENDED.search(words, 0, one.start()) and _WELL.match(words, one.end()))
        and not _APPROACHED.search(words, 0, one.start())
        and not _CORRECTED.match(words, one.end())
        and not _TOLD_THEN.search(words, 0, one.start())
        and not (_THAT_CALL.match(words, one.end()) and _ON_THAT.search(words, 0, one.start()))
    ]
    spans = resolved(said, call.fiscal)
    ahead = resolved_ahead(said, spans, call.fiscal) if has_number or terms.has("ahead") else spans
    return Sentence(start, end, words, normal, found, terms, spans, ahead)


def _of_weight(quantity: Quantity, words: str) -> Quantity:
    """Where nothing is told in sterling, pounds are what is weighed: "copper production totaled 61 million pounds"."""
    weight = _IN_POUNDS.search(words, quantity.start, quantity.end)
    if weight is None or _STERLING.match(words, quantity.end):
        return quantity
    return replace(quantity, end=weight.start(), kind="number", currency=None)


def _of_share(quantity: Quantity) -> Quantity:
    """An amount as small and as exact as one a share, where a sentence says that shares are spoken of."""
    return replace(quantity, kind="per_share") if is_of_cents(quantity) else quantity


_ON_SHARES = re.compile(
    r"\bon an? (?:(?:diluted|adjusted|basic|fully) )*per share basis\b|^(?:(?:and|so)[ ,]+)?per share, "
)
_IN_POUNDS = re.compile(r" pounds?$")
_STERLING = re.compile(r" sterling\b")
_ON_THAT = re.compile(r"\b(?:on|during|in|from|at) (?:our |the |that )?(?:earnings |call )?$")
_TOLD_THEN = re.compile(
    r"\b(?:that|which|as|what) we(?:['’]ve| have| had)? (?:also |just |first )?(?:discussed|mentioned|outlined|described|talked about|noted|referenced|shared|announced|signaled|flagged|indicated|highlighted|spoke about|told you about)(?: (?:with|to) you)?(?: (?:during|in|back in|on))?(?: our| the)? ?$"
    r"|\b(?:disclosures?|comments|commentary|remarks|message) (?:in|from|during|on) (?:our |the )?$"
)
_THAT_CALL = re.compile(r"(?:['’]s)? (?:\d{4} )?(?:(?:earnings|results|conference|investor) )*calls?\b")
"""When something was said is no period of it: "as we said on the fourth quarter call, we expect growth of 5%"."""
_ENDED = re.compile(r"\b(?:end|exit|finish|clos|conclud)(?:ed|ing)?(?: out| up| off)? (?:the |our |an? )?(?:[a-z]+ )?$")
_APPROACHED = re.compile(
    r"\bwe (?:approach|near|come (?:up )?(?:to|on)) (?:the |our )?(?:(?:end|close) of (?:the |our )?)?$"
)
"""What is near is said of no figure: "as we approach the final quarter of the year, we have refined our EPS guidance"."""
_CORRECTED = re.compile(
    r"(?:,|,? --|\.\.\.)? (?:excuse me|pardon me|(?:I['’]?m |I am )?sorry|I mean|I should say)\b", re.IGNORECASE
)
"""Behind what was said by mistake: "compared to the third quarter -- excuse me, the fourth quarter last year"."""
_WELL = re.compile(
    r",? (?:at (?:an? |about |approximately )*(?:[a-z]+ )?run rate|strong|strongly|well|on an? |with (?:an? )?(?:good|strong|solid|great|significant) (?:momentum|note))"
)
"""How a year ended is said of its last quarter: "we finished the year on a high note, with sales up 4.4% to $21 million"."""


def _statements(sentence: Sentence, call: Call, topic: Topic) -> list[Statement]:
    normal, terms = sentence.normal, sentence.terms
    found: list[Statement] = []
    lead = lead_period(sentence, sentence.spans)
    lead_future = lead_period(sentence, sentence.future_spans)
    then = past_lead(sentence, call)
    metric_terms = terms.metrics
    if sentence.quantities and "open_kpi" not in call.without:
        metric_terms = with_open_kpis(normal, metric_terms)
    ended = topic.ended
    told = ended.metric if ended else None
    if sentence.quantities and may_state(
        sentence.text, normal, sentence.quantities, metric_terms, terms.segments, topic.term, told
    ):
        found_frames = frames(normal, sentence.quantities, call.without)
        context = Context(
            sentence.text,
            normal,
            sentence.quantities,
            found_frames,
            made_whole(normal, metric_terms),
            sentence.spans,
            topic.term,
            told,
            ended is not None and ended.measure.endswith("_change") and ended.unit == "percent" and ended.value > 0,
            [said.metric for said in topic.said if said.measure == "level"],
            terms.segments,
            _a_share_guided(call, topic),
        )
        for index in range(len(sentence.quantities)):
            reading = _linked(sentence, call, topic, context, index, found)
            statement = _statement(reading, lead or then, lead_future) if reading else None
            if statement:
                found.append(statement)
        found = over_quarter_by_amounts(levels_of_growth(merge_signs(sentence, found)))
    topic.ended = found[-1] if found and found[-1].quantity.end == sentence.quantities[-1].end else None
    _remember_term(terms, normal, found, topic)
    _remember_period(sentence, call, found, (lead, lead_future), topic)
    if sentence.quantities:
        topic.said, topic.since_said = found, 0
        topic.told |= {(said.metric, said.segment) for said in found if said.period == str(call.fiscal)}
        topic.sized |= {said.segment for said in found if said.measure == "level"}
        _set_base(sentence, call, found, topic)
    _remember_named(normal, found, topic)
    return found


def _remember_term(terms: Terms, normal: str, found: list[Statement], topic: Topic) -> None:
    """Remember the metric that a sentence spoke of, and whether it left the outlook."""
    spoken_of = [term for term in terms.metrics if not _COMP_THEN.match(normal, term.start)]
    if len(terms.metrics) == 1 and is_denominator(normal, terms.metrics[0]):
        topic.term = None  # "34.6% of earned premium … This compares to 33.3%"
    elif spoken_of:
        topic.term = spoken_of[0] if len(spoken_of) == 1 or not found else term_of(found[-1], spoken_of)
        bases = (basis_beside(normal, term) for term in spoken_of if term.metric is topic.term.metric)
        if not found and (basis := next(filter(None, bases), None)):
            topic.basis = basis
    elif not found and _OTHER_SUBJECT.match(normal):
        topic.term = None  # "Orders grew 7%. Own-use gas was $40 million. That is an increase of 5%"
    elif found and found[-1].unit == "currency_per_share":
        # "Our dividend is up 27%. We raised our guidance to $4.10 to $4.20 per share. That's growth of 8%"
        named = metrics_by_name().get(found[-1].metric)
        topic.term = MetricTerm(0, 0, named) if named else None
    if topic.is_outlook and found and not any(said.is_future for said in found):
        topic.is_outlook = False


_ANOTHER_SUBJECT = re.compile(
    r"(?:(?:and|but|so|now|also)[ ,]+)*(?:our|the) (?!(?:(?:[\w'-]+ )?(?:teams?|people|folks|company|quarter|year|results?|growth|increase|decrease|improvement|decline|strength|weakness|performance|drivers?|number|figure|rate|level|reasons?|margin)|(?:key|main|primary|first|second|third|other|good|great) [\w'-]+)\b)[a-z][\w'-]*(?: (?!(?:of|in|for|that)\b)[a-z][\w'-]*){0,2} (?:did|is|are|was|were|has|have|had|continues?|continued|went|remains?|remained|performed|launched|opened|began)\b"
)
"""Something else that a sentence without a number speaks of: "Revenue was $5 million. The rebranding effort did well. It grew 9%."."""
_OTHER_SUBJECT = re.compile(
    rf"(?:(?:and|but|our|the) )*(?!(?:that|this|it|which|these|they|there|he|she|what)\b)[a-z][\w-]*(?: (?!(?:was|were|we)\b)[\w-]+){{0,3}} (?:{WAS}) (?:about |approximately )?[$£¥₠-⃏]\d"
)
"""A sentence with a subject of its own, whatever metric it is: what the next says of "that" is no longer the metric before."""
_COMP_THEN = re.compile(r"comps? (?:a|one) year (?:ago|earlier)\b|comps? (?:last|in the prior) year\b")
"""What growth is held against is not spoken of: "organic growth was 2%, on top of a plus 12% comp a year ago"."""


def _remember_period(
    sentence: Sentence, call: Call, found: list[Statement], leads: tuple[str | None, str | None], topic: Topic
) -> None:
    """Remember the periods that a sentence opened with (`leads`: what was, what will be) or named of what will be."""
    lead, lead_future = leads
    if OPENS_COMPARED.match(sentence.normal):
        return  # "This compares to $320 million expected for 2025": what is expected of 2026 goes on
    if lead or lead_future:
        # A half is said in passing, of what it leads alone.
        cues = sentence.terms.cues
        speaks_ahead = (
            all(said.is_future for said in found) if found else "strong_future" in cues and "past" not in cues
        )
        # "For the first half, this reflects incremental revenue of $130 million": a half that leads no result.
        # "Results for the fourth quarter of 2015 included a gain of $3 million": what was then is told in passing.
        is_brief_lead = lead is not None and (lead.endswith(("H1", "H2")) or _is_over(lead, call))
        leads_none = is_brief_lead and bool(sentence.quantities) and not found
        stays = not (speaks_ahead or leads_none or lead and call.is_ahead(lead))
        topic.period, topic.headed = lead if stays else None, None
        told = frozenset((said.metric, said.segment) for said in found if said.period == lead)
        of_quarter = {(said.metric, said.segment) for said in topic.said if said.period == str(call.fiscal)}
        if not found:  # "For the full year, lamp sales were flat": told in words
            told = frozenset(
                one
                for one in of_quarter
                if any(one[0] == term.metric.canonical_name for term in sentence.terms.metrics)
            )
        passes_by = lead is not None and not lead.endswith(QUARTERS) and told & of_quarter
        # "In the quarter, revenue grew 3% and earnings 5%. Year-to-date, revenue is up 6%. Earnings are up 9%."
        topic.aside = told | topic.told if passes_by else frozenset()
        # "The fourth quarter included a benefit": a quarter that is over says nothing of when the next one is.
        looks_back = lead is None and not speaks_ahead and (bool(found) or "past" in cues)
        is_of_day = lead is not None and any(span.is_day for span in sentence.spans[:1])
        is_brief = any(span.is_rest for span in sentence.future_spans[:1])
        passes = looks_back or is_brief or lead_future is not None and lead_future.endswith(("H1", "H2"))
        if not is_of_day:
            topic.future_period = None if passes else lead_future
    elif topic.headed and any(
        span.period not in (None, topic.headed)
        and call.is_ahead(str(span.period))
        and not times.is_compared(sentence.normal, span)
        for span in sentence.future_spans
    ):
        topic.future_period = topic.headed = None
    elif (
        topic.reviewed is None
        and found
        and all(said.period == str(call.fiscal) and said.period_named for said in found if said.measure != "share")
    ):
        # "For the first six months, revenue was $6.4 billion. Revenue in the quarter was $2.7 billion. Margins were 8%."
        topic.period = None
    named_rest = any(span.is_rest for span in sentence.future_spans)
    of_ahead = {said.period for said in found if said.is_future and said.period_named}
    if not found and "strong_future" in sentence.terms.cues and any(one.kind == "money" for one in sentence.quantities):
        # "Distribution costs are expected to be $1.3 billion for the quarter": of no metric that is known
        spans = (span.period for span in sentence.future_spans if not span.is_comparison)
        of_ahead = {not_over(period, 1.0, call, topic.future_period, sentence) for period in spans if period}
    if not named_rest and of_ahead:
        last = of_ahead.pop()
        topic.ahead = last if not of_ahead and last.endswith(QUARTERS) else None
        if not of_ahead and last == call.outlook_period and lead_future is None:
            # "… in the first quarter. Tax will be 22% for the year. Capex is seen at $55 million."
            topic.future_period = None


def _is_over(period: str, call: Call) -> bool:
    """Whether a period ended before the quarter that the call reports."""
    return order(period)[:2] < order(str(call.fiscal))[:2]


def _remember_named(normal: str, found: list[Statement], topic: Topic) -> None:
    """Remember the part that the statements of a sentence are of."""
    named = {said.segment for said in found if not is_aside(said.segment)} - {TOTAL, UNNAMED}
    if found and not topic.led and all(said.metric in _OF_COMPANY_ALONE and not said.is_future for said in found):
        # "Lamps grew. Earnings per share rose to $3.28. Net income was …"
        topic.segment = topic.turned = topic.near_part = None
    if any(said.metric in PROFITS for said in found):
        topic.lines = frozenset()
    elif any(said.segment == TOTAL and said.metric not in OF_SALES for said in found):
        topic.lines = frozenset()  # costs and the like of the whole are told
    elif topic.turned_to_called:
        # "Turning to Pumps. … Commercial sales were up 4%. Military sales were down 3%. Operating profit was …"
        topic.lines |= {one.segment for one in found if one.segment_said and one.metric in OF_SALES} - {
            topic.called,
            TOTAL,
        }
    if topic.led and any(said.segment == TOTAL and said.segment_said for said in found):
        topic.passing = True  # "Our Lamps business does well, and total company backlog is up 11%. Orders grew 4%."
    if topic.led and topic.segment in named and _tells_peers(normal, topic.segment, named - {topic.segment}):
        topic.passing = True
    if topic.segment in named and not topic.led and len(named) > 1 and _BESIDE_PEER.search(normal):
        topic.segment = topic.turned = None  # "Margins were 12% in Lamps and 14% in Shades. Gross margin was 31%."
    if len(named) == 1 and is_headed(normal, part := next(iter(named))):
        topic.last_part = part
    if len(named) == 1 and topic.segment is None and names.is_of_this(normal):
        topic.segment = next(iter(named))  # "Revenue in this segment rose 31%. Adjusted EBITDA was up 24%."
    if topic.crossed and found:
        if named != {topic.segment}:
            topic.segment = None  # the whole, or another part, is spoken of
        topic.crossed = not all(said.segment_said for said in found)
    is_detail = bool(found) and found[0].segment == TOTAL != found[-1].segment
    if len(named) == 1 and not INCLUDED.match(normal) and not is_detail:
        if topic.turned not in named and all(said.segment_said for said in found):
            topic.turned = None  # another part is spoken of
        _name_in_full(named.pop(), topic)


_OF_COMPANY_ALONE = frozenset(
    {"eps", "tax_rate", "free_cash_flow", "interest_expense", "share_repurchases", "share_count", "dividend_per_share",
     "total_debt", "net_debt", "net_leverage", "cash_and_cash_equivalents", "return_of_capital", "liquidity"}
)  # fmt: skip
"""What no part has, or hardly one: who tells it has left the parts."""
_BESIDE_PEER = re.compile(
    r"\d ?(?:%|percent|million|billion) (?:[a-z]+ )?(?:in|at|for) (?:our |the )?[\w&' ]{3,40} and (?:[a-z]+ )?[$£¥₠-⃏]?[\d.,]+ ?(?:%|percent|million|billion) (?:[a-z]+ )?(?:in|at|for)\b"
)
"""Parts side by side, none of which is spoken of alone any more."""


def _tells_peers(normal: str, segment: str, others: Set[str]) -> bool:
    """Whether a sentence that a part leads tells others beside it, so that the next is about none of them alone.

    "In North America, sales grew 4%, and international sales grew 2%. Gross margin was 41%.",
    "Video revenue fell 4%, while cloud revenue rose 21%. Billings were $430 million."
    """
    if is_place(segment) and others & _WIDE:
        return True
    return is_subject(normal, segment) and any(
        re.search(rf"(?:,? (?:while|whereas|and)|[,;]) (?:our |the )?{re.escape(one.replace('_', ' '))}\b", normal)
        for one in others
        if not one.startswith(segment) and not segment.startswith(one)
    )


_WIDE = frozenset({"international", "americas", "emea", "europe", "asia", "apac", "asia_pacific", "latin_america"})
"""Places that lie in no other that a company reports on."""


def _name_in_full(part: str, topic: Topic) -> None:
    """Let later sentences go on with a part by the whole name that a sentence gave it: support_services, not services."""
    if topic.near_part is None or topic.since_near > 0 or part.endswith(f"_{topic.near_part}"):
        topic.near_part, topic.since_near = part, 0  # it is named by its number alone, or in full
    if topic.since_led == 0 and topic.segment and part.endswith(f"_{topic.segment}"):
        topic.segment = topic.last_part = part
        topic.turned = part if topic.turned else None


def _set_base(sentence: Sentence, call: Call, found: list[Statement], topic: Topic) -> None:
    """Remember what the changes of a sentence are held against, where it says so."""
    held = {said.measure for said in found if said.measure in ("qoq_change", "yoy_change")}
    topic.since_base += 1
    if says_base(sentence):
        topic.base, topic.since_base = held.pop() if len(held) == 1 else _base_of_levels(found), 0
        last = any(span.period == quarter_before(str(call.fiscal)) for span in sentence.spans)
        topic.base_led = last and bool(OPENS_LINKED.match(sentence.normal))


def _base_of_levels(found: list[Statement]) -> str | None:
    """What amounts are held against: "EBITDA was $5 million compared to $26 million in the prior quarter"."""
    periods = {said.period for said in found}
    if len(found) < 2 or any(said.measure != "level" for said in found) or len(periods) != 2:
        return None
    earlier, later = sorted(periods, key=order)
    return {quarter_before(later): "qoq_change", year_before(later): "yoy_change"}.get(earlier)


def _a_share_guided(call: Call, topic: Topic) -> str:
    """What guidance a share without a name is for: what the sentence before gave it for, else what the company guides to."""
    said = (one.metric for one in topic.said if one.is_future and one.unit == "currency_per_share")
    return next((metric for metric in said if metric in ("eps", "ffo_per_share")), call.per_share)


def _currency(sentence: Sentence, quantity: Quantity, call: Call) -> str:
    """The currency of an amount by its own sign or name, else that of the call."""
    if quantity.currency == "JPY" and call.currency == "CNY" and sentence.text[quantity.start] == "¥":
        return call.currency  # the sign of the yen and of the yuan
    return quantity.currency or call.currency


_AGAINST_A_PROFIT = re.compile(
    r"\b(?:compared (?:to|with)|versus|against) (?:an? )?(?:net )?(?:loss|profit|earnings|income) of (?:(?:about|approximately) )?[$£¥₠-⃏]?$"
)
_BUILDS_ON: dict[str, Frame | None] = {
    "component": Frame("level"),
    "come_to": Frame("level"),
    "organic_part": Frame("change", 1),
    "again": None,
    "grown_again": Frame("change", 1),
}
"""Rules by which a number is of the metric that one before it states, and what it does there, where that is another thing."""


def _builds_on_done(chosen: Link, context: Context, index: int, done: Sequence[Statement]) -> bool:
    """Whether the number that another one builds on has been read as of the same metric."""
    if chosen.rule in ("organic_part", "grown_again"):
        return True
    if chosen.rule == "again":
        return any(one.metric == chosen.metric for one in done[-1:])
    listed = components(context, index) if chosen.rule == "component" else None
    base = listed.whole if listed else context.quantities[index - 1]
    return any(one.quantity is base and one.metric == chosen.metric for one in done)


def _linked(
    sentence: Sentence, call: Call, topic: Topic, context: Context, index: int, done: list[Statement]
) -> Reading | None:
    """A number with the metric that it states, unless it states none."""
    quantity, frame = sentence.quantities[index], context.frames[index]
    chosen = link(context, index, call.without)
    unsure = chosen is None or (chosen.score < 0.6 and chosen.rule == "left")
    if unsure and frame.role == "level" and quantity.kind in ("percent", "point"):
        chosen, frame = _moved_far(context, index, call, chosen)
    if chosen and call.per_share == "ffo_per_share" and sentence.normal[chosen.term.start : chosen.term.end] == "sales":
        return None  # what a REIT sells is property
    if (
        chosen
        and chosen.term.metric.weak
        and index
        and not done
        and _AGAINST_A_PROFIT.search(sentence.normal, 0, quantity.start)
    ):
        return None  # "Upstream earnings were $4 million, compared with a loss of $3 million": of what the first is
    if chosen is None or (
        (chosen.term.metric.weak or sentence.normal[chosen.term.start : chosen.term.end] == "fee income")
        and chosen.unit != "currency_per_share"
        and (content := names.content_before(sentence.text, sentence.normal, chosen.term))
        and (content not in call.own_names or content.endswith(_OF_GROUP))
    ):
        return None
    if chosen.rule in _BUILDS_ON:
        if not _builds_on_done(chosen, context, index, done):
            return None
        frame = _BUILDS_ON[chosen.rule] or frame
    if frame.role == "change" and quantity.kind == "percent":
        chosen = of_amount(chosen, done, sentence, index)
    reading = Reading(sentence, call, topic, context, index, done, averaged(chosen, sentence.normal), frame)
    meant = meant_profit(reading)
    return replace(reading, link=replace(reading.link, metric=meant)) if meant else reading


_OF_GROUP = ("_holdings", "_group", "_bank", "_partners")
"""What ends the name of a part that is called as the company is."""


def _statement(reading: Reading, lead: str | None, lead_future: str | None) -> Statement | None:
    sentence, call, topic = reading.sentence, reading.call, reading.topic
    quantity, normal, term = reading.quantity, reading.normal, reading.link.term
    measure, value, low, high, share_of, unit = measured(reading)
    if measure is None or is_of_no_fiscal_period(normal, quantity):
        return None
    metric = meant_metric(reading, measure)
    is_future = is_expected(reading) or is_listed_ahead(reading)
    if not is_future and topic.is_outlook and is_undecided(reading):
        return None
    segment, segment_said = _part(reading, metric, is_future=is_future)
    if INDUSTRY in segment.split("_") and f"and_{INDUSTRY}" not in segment:
        return None  # "industry shipments were up 1%": not the company's
    metric = _of_part(reading, metric, segment)
    if measure == "share" and metric == "organic_revenue":
        metric = "revenue"  # "grew 7% organically in the quarter and is now 7% of our total revenues"
    if measure == "share" and (
        share_of is None
        or share_of.startswith(("organic_", "backlog["))
        or segment == TOTAL
        and share_of.startswith(f"{metric}[")
    ):
        return None
    share_of = whole_of(normal, quantity.end, share_of, metric, segment)
    basis, basis_sure = stated_basis(reading)
    carried = carried_period(reading, (metric, segment), lead_future if is_future else lead, is_future=is_future)
    was_expected = is_future
    period, sure, is_future = stated_period(reading, is_future, carried)
    if is_future and not was_expected and (not (quantity.is_range or may_expect(reading)) or is_done(reading)):
        return None  # "our 2025 bonds of $546 million": only the year lies ahead
    is_range = not is_future and _is_range(reading, unit) and not is_of_year_over(reading)
    if is_range and not has_past(sentence) and not _speaks_of_year_over(reading):
        is_future = True
        period = not_over(of_year(sentence, call, period), sure, call, lead_future or topic.future_period, sentence)
    if not is_future and (is_range or call.is_ahead(period)):
        return None  # "EPS was updated to $3.46 to $3.54": what was is known; "compared to 3.2 times entering the year"
    if reading.frame.role == "change" and (then := _share_then(reading, metric)):
        # "$247 million, 15% of sales, up from $228 million, or 14.7%"
        measure, share_of, period = "share", then[0].share_of, then[1].period
        value, low, high = quantity.value, quantity.low, quantity.high
    if (
        reading.frame.role == "comparison" and quantity.kind == "percent" and measure == "yoy_change"
        and (shares := _shares(reading, metric))
    ):  # fmt: skip
        measure, share_of = "share", shares[-1].share_of  # "16.9% of sales versus 19.7% in the prior year"
    if is_some_of(reading, metric, segment, period):
        return None
    if is_no_expectation(reading, unit) if is_future else is_no_result(reading):
        return None
    if measure.endswith("change"):
        over = held_against(reading, measure, period, is_future=is_future)
        if over is None:
            return None  # neither over a year nor over a quarter
        measure, period = over
        measure, period = _over_quarter(call, measure, period, is_future=is_future)
    start, end = sentence.start + min(term.start, quantity.start), sentence.start + max(term.end, quantity.end)
    if reading.link.rule in CARRIED | {"per_share", "guided"}:
        start, end = sentence.start, sentence.start + quantity.end
    currency = _currency(sentence, quantity, call) if unit in ("currency", "currency_per_share") else None
    confidence = max(0.05, min(0.99, reading.link.score * (0.8 + 0.2 * sure) * basis_sure))
    topic.basis = basis
    topic.metric_segment = segment
    period_named = sure != times.UNSAID
    return Statement(start, end, quantity, metric, segment, basis, period, measure, value, low, high, unit, currency, share_of,
                     confidence, reading.link.rule, period_named or carried is not None, is_future, (sentence.start, sentence.end),
                     normal, period_named, segment_said, term.metric.segments and metric != "eps", topic.near_part, topic.called if topic.since_called < _UNDER else None)  # fmt: skip


def _over_quarter(call: Call, measure: str, period: str, *, is_future: bool) -> tuple[str, str]:
    """Measure and period of a change, where only quarters are held against the quarter before."""
    if measure != "qoq_change":
        return measure, period
    if period.endswith(("H1", "H2")):
        return "yoy_change", period
    if not is_future and period in (f"{call.fiscal.year}FY", call.year_to_date):
        return measure, str(call.fiscal)
    if is_future and period.endswith("FY"):
        return measure, str(call.fiscal.shifted(1))  # "we expect revenue to decrease sequentially"
    return measure, period


def _of_part(reading: Reading, metric: str, segment: str) -> str:
    """The metric of a part: a bare profit is its operating profit.

    So are bare earnings in "earnings rose 4% on an 80 basis point rise in operating margins".
    """
    term = reading.link.term
    words = reading.normal[term.start : term.end]
    is_operating = (
        metric == "net_income"
        and segment not in (TOTAL, UNNAMED)
        and (
            words in ("profit", "profits")
            or words == "earnings"
            and any(
                one.metric.canonical_name in ("operating_income", "operating_margin") for one in reading.context.terms
            )
        )
    )
    return "operating_income" if is_operating else metric


_UNDER = 10
"""So many sentences behind a heading its lines may still be spoken of."""


def _part(reading: Reading, metric: str, *, is_future: bool) -> tuple[str, bool]:
    """The part of the company that a number is of, by its whole name, and whether it is named beside it."""
    segment, is_said = stated_part(reading, is_future=is_future)
    segment = names.with_new(segment, reading.normal, (reading.quantity.start, reading.quantity.end)).removeprefix(
        f"{TOTAL}_"
    )
    if within := placed_within(reading, segment):
        segment = f"{within}_{segment}"
    if metric in ("same_store_sales", "same_store_noi"):
        segment = _SAME_STORE.sub("", segment) or TOTAL
    if metric == "operating_expenses" and segment == TOTAL and is_growth_of_the_same(reading):
        return "same_store", True
    own = reading.call.own_names | _WHOLE_BUSINESS
    if segment in own and segment != reading.topic.segment and not says_segment(reading.normal, reading.link.term):
        return TOTAL, True  # the Table Lamps segment of Table Lamps
    if any(segment.endswith(f"_{name}") for name in own) and _OWNED.search(reading.normal, 0, reading.link.term.start):
        return TOTAL, True  # "the deal increases Table Lamps' total production"
    return _less_owner(segment, own, reading.normal), is_said


def _less_owner(segment: str, own: Set[str], normal: str) -> str:
    """The name of a part less that of the company which has it: "Lumina's subscription-based revenue"."""
    owner = max((name for name in own if segment.startswith(f"{name}_")), key=len, default=None)
    if owner is None:
        return segment
    part = segment.removeprefix(f"{owner}_")
    return part if f"{owner}'s {part}".replace("_", " ") in normal else segment


_WHOLE_BUSINESS = frozenset({"portfolio"})
"""What all that a company owns is called: "average rent for the portfolio"."""
_OWNED = re.compile(r"\w'(?:s)? (?:total |overall |consolidated )?$")


def whole_of(normal: str, end: int, share_of: str | None, metric: str, segment: str) -> str | None:
    """What a share of a part's metric, which ends there, is of: all of the company's, or that of the part."""
    if share_of is None or segment == TOTAL:
        return share_of
    if _OF_SEGMENT.match(normal, end):
        return f"{share_of.partition('[')[0]}[{segment if metric != 'revenue' else UNNAMED}]"
    if share_of == f"revenue[{TOTAL}]" and metric in _of_own_sales() and not _OF_COMPANY.match(normal, end):
        return f"revenue[{segment}]"  # "In Irrigation, operating income of $42.9 million or 15.2% of sales"
    return share_of


@cache
def _of_own_sales() -> frozenset[str]:
    """What is held against the revenue of its own part: profits and costs."""
    profits = {"operating_income", "ebitda", "gross_profit", "net_income", "pre_tax_income"}
    return frozenset(profits | {metric.canonical_name for metric in metrics() if metric.cost})


_OF_COMPANY = re.compile(r",? of (?:(?:our|the) )?(?:total|consolidated|company|overall|group|worldwide)\b")
_OF_SEGMENT = re.compile(
    r" of (?:(?:net|total|our|the|its) )*segment(?:'s)? (?:(?:net|total|quarterly|overall) )*(?:revenues?|sales)\b"
)


def _is_range(reading: Reading, unit: str) -> bool:
    """Whether a number is a range, as no result is: what was is known, but where words stand for its digits or it is an estimate."""
    return (
        reading.quantity.is_range
        and unit != "percentage_point"
        and not _IN_DIGIT_WORDS.search(reading.normal, reading.quantity.start, reading.quantity.end)
        and not _RANGES_NOW.search(reading.normal, 0, reading.quantity.start)
        and not _ESTIMATED.search(reading.normal, 0, reading.quantity.start)
    )


def _speaks_of_year_over(reading: Reading) -> bool:
    """Whether a sentence names a year that is over, and none ahead: "if we look at 2019, you come out with a margin of 20% to 21%"."""
    years = [
        span.period
        for span in reading.sentence.future_spans
        if span.is_bare_year and span.period is not None and not span.is_comparison
    ]
    return bool(years) and not any(map(reading.call.is_ahead, years))


_RANGES_NOW = re.compile(r"\b(?:currently|today|now) (?:ranges?|stands?|runs?|sits?) (?:from|between|at) $")
_ESTIMATED = re.compile(r"\bestimate\b[^;]* we (?:generated|earned|lost|delivered|achieved|had)\b")
"""What was, as far as it is known yet: "we estimate that we generated revenue of $80 million to $90 million"."""
_IN_DIGIT_WORDS = re.compile(r"digit|teens|^(?:low|mid|upper|high)\b|(?<= )(?:low|mid|upper|high)\b")
"""Revenue "is up mid-teens", a rate is "in the high 80s": as much of a range as a figure said exactly."""


def _shares(reading: Reading, metric: str) -> list[Statement]:
    """The share that a percentage is held against, in its sentence or the one before."""
    said = reading.topic.said if OPENS_COMPARED.match(reading.normal) else reading.done[-1:]
    return [one for one in said if one.measure == "share" and one.metric == metric]


def _share_then(reading: Reading, metric: str) -> tuple[Statement, Statement] | None:
    """The share now and the amount then beside which a percentage is the share then."""
    match reading.done:
        case [*_, share, then] if (
            reading.quantity.kind == "percent"
            and (share.metric, share.measure) == (metric, "share")
            and (then.metric, then.measure) == (metric, "level")
            and then.quantity is reading.before
            and then.period < share.period
            and _OR_SHARE.fullmatch(reading.normal, then.quantity.end, reading.quantity.start)
        ):
            return share, then
    return None


_OR_SHARE = re.compile(r",? or (?:about |approximately )?|, ")
_SAME_STORE = re.compile(
    r"^(?:same_(?:store|property|center|restaurant|facility|unit|hotel)(?:_|$))?(?:(?:property|portfolio)$)?"
)


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
    if sign and not has_come_to:  # "improved 70 basis points to 9%"
        changed = list(context.frames)
        changed[index] = Frame("change", sign)
        again = link(replace(context, frames=changed), index, call.without)
        if again and (chosen is None or again.score > chosen.score):
            return replace(again, score=again.score * 0.9), changed[index]
    return chosen, frame
