"""The part of the company that a number is of by what was said before, where its own words name none."""

from __future__ import annotations

import re
from itertools import pairwise

from schemas.vocabulary import metrics
from transforms.grammar import names
from transforms.grammar.clauses import REFERS_BACK
from transforms.grammar.linked_periods import levels
from transforms.grammar.model import Reading, Statement
from transforms.grammar.stated_periods import SAME_LESS
from transforms.grammar.wordlists import BARE_NAME, MOVED, TOTAL, UNNAMED, is_no_name, is_place, snake
from transforms.language.terms import MetricTerm


def part_spoken_of(reading: Reading, *, is_future: bool) -> tuple[str, bool]:
    """The part that the sentence, or those before it, speak of."""
    sentence, normal, term, topic, done = (
        reading.sentence,
        reading.normal,
        reading.link.term,
        reading.topic,
        reading.done,
    )
    if said_before := _as_before(reading):
        return said_before
    if part := _of_pair(reading) or _of_same_metric(reading) or _goes_on_beside(reading) or _of_all_places(reading):
        # "Retail revenue of $8 million and operating earnings of $6 million rose 2% and 11%, respectively"
        return part, False
    here = names.named_before(sentence.terms, normal, reading.quantity.start)
    if here and not topic.led and (not is_future or _WITH.search(normal, 0, term.start)):
        if done and done[-1].segment.endswith(f"_and_{here[-1]}"):
            return done[-1].segment, False  # "Sales in Retail and Trade rose 9% with operating profit of $4 million"
        return here[-1], False  # "margins for Fastening Systems were 31%, and segment operating profit margin was 19%"
    if (
        done
        and done[-1].segment_said
        and not topic.led
        and (
            _WITH.search(between := normal[done[-1].quantity.end : term.start])
            or reading.quantity.start < term.start
            and _AND_A.search(between)
        )
    ):
        of_before = _without_kind(done[-1].segment)
        return of_before, False  # "EBITDA for Lamps was $6 million with an EBITDA margin of 8%"
    on_with = _moved_with(reading) or _expected_too(reading, is_future=is_future)
    if part := on_with or of_reportable(reading) or _of_called(reading):
        return part, False
    if (
        topic.segment
        and not (is_future and topic.since_led > 1 and not _expected_on(reading))
        and not _COMPANYS_OWN.search(normal, 0, reading.quantity.start)
        and (not topic.crossed or _goes_on_across(reading))
    ):
        return topic.segment, topic.led  # guidance is the company's unless a part has just been named
    if not is_future and (part := _sold_there(reading)):
        return part, False
    of_same = (one for one in topic.said if one.metric == reading.link.metric and one.measure != "share")
    said = (*levels(topic.said, reading.link.metric), *of_same)
    again = next(iter(said), None) if SAME_LESS.match(normal) and not is_future else None
    if (
        again
        and again.segment not in (TOTAL, UNNAMED)
        and not again.segment.endswith("_related")
        and again.period in (str(reading.call.fiscal), f"{reading.call.fiscal.year}FY", reading.call.year_to_date)
    ):
        return again.segment, False  # "The Pumps segment's operating income was … Adjusted operating income was …"
    if part := _said_beside(reading):
        return part, False
    if part := _turned_to(reading, is_future=is_future) or _goes_on(reading, is_future=is_future):
        return part, False
    if says_segment(normal, term):
        return _of_segment(reading), False
    if names.is_of_unnamed_part(normal):
        return topic.near_part or topic.last_part or UNNAMED, False  # "The region delivered EBIT margins of 8.6%"
    if _BY_PART.match(normal) or _goes_on_unnamed(reading, is_future=is_future):
        return UNNAMED, False
    if topic.home and not is_future:
        return topic.home, False  # the whole turn is about the segment that it began with
    return TOTAL, names.is_company_wide(normal)  # "for the company as a whole"


_COMPANYS_OWN = re.compile(
    r"\bwe(?:'re| are| have|'ve) (?:(?:now|also|again) )*(?:rais|revis|lower|increas|maintain|reaffirm|reiterat|updat|narrow|tighten)\w* our (?:(?:full|year|fiscal|annual|20\d\d|adjusted|original|previous|prior|total) )*(?:ebitda|eps|earnings|net income|free cash flow) (?:guidance|outlook)\b"
    r"|^(?:(?:and|so)[ ,]+)*(?:that|which) (?:gets|brings) (?:you|us) to\b(?! segment)"
)
"""What is told of the whole company after its parts: "we are raising our 2025 EBITDA guidance", "that gets you to $900 million of EBITDA"."""


def _of_segment(reading: Reading) -> str:
    """The part of "segment EBITDA margin": the one spoken of; where none is, "segment profit" is what all of them made."""
    topic, done = reading.topic, reading.done
    if done and done[-1].segment_said and done[-1].segment not in (TOTAL, UNNAMED):
        return done[-1].segment  # "Lamp revenues increased 35%, and adjusted segment EBITDA improved"
    of_all = TOTAL if reading.link.metric in PROFITS else UNNAMED
    if of_all == TOTAL and _OPENS_SEGMENT.match(reading.normal) and {said.segment for said in topic.said} == {TOTAL}:
        return TOTAL  # "Gross margin was 53%. Adjusted segment EBITDA margin was 28%."
    return _named_beside(reading) or topic.turned or topic.near_part or topic.last_part or of_all


_OPENS_SEGMENT = re.compile(
    r"(?:(?:and|our|total|adjusted|overall)[ ,]+)*segment (?:ebitda|ebit|operating|profit|margin)"
)


def _of_all_places(reading: Reading) -> str | None:
    """The company, where a place was spoken of and a metric is that of all places, or told of companies alone."""
    term = reading.link.term
    worldwide = is_place(reading.topic.segment or "") and _WORLDWIDE.search(reading.normal, 0, term.start)
    return TOTAL if worldwide or reading.normal[term.start : term.end] == _OF_COMPANIES else None


_OF_COMPANIES = "ebitdare"
"""The EBITDA of a real estate company as its trade defines it."""
_WORLDWIDE = re.compile(r"\b(?:worldwide|global) (?:(?:adjusted|net|total|organic|operating) )*$")


def _as_before(reading: Reading) -> tuple[str, bool] | None:
    """The part of what was said before, where this says more of it."""
    if before := _referred_to(reading):
        return before.segment, False
    before = _whose_margin(reading) or _whose_profit(reading) or _driven(reading)
    return (before.segment, before.segment_said) if before else None


def _driven(reading: Reading) -> Statement | None:
    """The move right before another that went with it: "coal revenue declined 27% on 9% lower volume"."""
    before = reading.done[-1] if reading.done else None
    if before is None or not before.segment_said:
        return None
    return before if _DRIVEN.fullmatch(reading.normal, before.quantity.end, reading.quantity.start) else None


_DRIVEN = re.compile(r",? (?:on|despite|against|amid) (?:an? )?(?:(?:about|approximately|nearly|over) )*")


def _whose_margin(reading: Reading) -> Statement | None:
    """The profit that a bare margin beside it is of: "Segment profit grew 5% and margin expanded 25 basis points"."""
    before = reading.done[-1] if reading.done else None
    is_margin = reading.link.term.metric.name == "margin" and not reading.topic.led
    return before if before and is_margin and before.metric in PROFITS and before.segment != UNNAMED else None


def _whose_profit(reading: Reading) -> Statement | None:
    """The profit of a part that the next sentence tells the margin of: "Profit for our U.S. lamps was $34 million. Profit margin was 5.9%"."""
    said = [one for one in reading.topic.said if one.metric in PROFITS]
    opens = _OPENS_WITH.fullmatch(reading.normal, 0, reading.link.term.start)
    is_next = reading.topic.since_said == 1 and not reading.topic.led and not reading.done
    if not (said and opens and is_next and _MARGIN.get(said[-1].metric) == reading.link.metric):
        return None
    if len({one.segment for one in said}) > 1:
        return None
    return said[-1] if said[-1].segment_said and said[-1].segment not in (TOTAL, UNNAMED) else None


_MARGIN = {metric.canonical_name: metric.margin for metric in metrics() if metric.margin}
_OPENS_WITH = re.compile(r"(?:(?:and|with|our|the|its|adjusted|segment|non gaap|this)[ ,]+)*")


def _of_pair(reading: Reading) -> str | None:
    """The part whose profit is told in one breath with its sales: "Lamps revenue and EBITDA were $50 million and $10 million"."""
    before = reading.done[-1] if reading.done else None
    is_pair = before is not None and before.segment_said and reading.link.metric in PROFITS
    # The last of two: more are of the company, as "site rental revenues, EBITDA and AFFO" are.
    is_last = not any(
        term.start > reading.link.term.start and term.end <= reading.quantity.start for term in reading.context.terms
    )
    return before.segment if before and is_pair and is_last and is_of_two_metrics(reading) else None


def is_of_two_metrics(reading: Reading) -> bool:
    """Whether a list is of metrics, and not of parts: "wine and spirits sales and profit fell 9% and 16%, respectively"."""
    own = reading.link.term
    return reading.link.rule == "respectively" and any(
        own in (one, two) and _AND_ITS_OWN.fullmatch(reading.normal, one.end, two.start)
        for one, two in pairwise(reading.context.terms)
    )


_AND_ITS_OWN = re.compile(r" and (?:(?:adjusted|segment|non gaap|operating) )*")


def _of_its_owner(reading: Reading) -> Statement | None:
    """What was said last of a segment, where only one of its places was turned to: "profit for Lamps rose 4%. The segment's margin was 20%"."""
    topic = reading.topic
    if not (topic.segment and is_place(topic.segment) and _THE_SEGMENTS.match(reading.normal)):
        return None
    of_parts = (one for one in reversed(topic.said) if one.segment_said and one.segment not in (TOTAL, UNNAMED))
    return next((one for one in of_parts if not is_place(one.segment)), None)


_THE_SEGMENTS = re.compile(r"(?:the|this) (?:segment|division|business)(?:'s)? ")


def _referred_to(reading: Reading) -> Statement | None:
    """What the sentence before said of the metric or its part, where this one says more of it."""
    said, metric = reading.topic.said, reading.link.metric
    if REFERS_BACK.match(reading.normal):
        # "The loss in the corporate segment was … This compares to a loss of …"
        return next(levels(said, metric), None)
    if _IN_FACT.match(reading.normal):
        return next((one for one in said if one.metric == metric), None)
    return _of_its_owner(reading) or _of_antecedent(reading)


_IN_FACT = re.compile(r"(?:and )?(?:in fact|indeed|that is|this was),? ")
"""More of what was just said: "In lamps, sales rose 26%. In fact, sales of $76 million were the highest ever"."""


def _of_antecedent(reading: Reading) -> Statement | None:
    """What was said last, where the metric is that of its part: "Lamps sales were $90 million, and its operating income was $8 million"."""
    said = reading.done or reading.topic.said
    if not said or not said[-1].segment_said or said[-1].segment in (TOTAL, UNNAMED):
        return None
    its, begin = (_AND_ITS, said[-1].quantity.end) if reading.done else (_ITS, 0)
    return said[-1] if its.fullmatch(reading.normal, begin, reading.link.term.start) else None


_ITS = re.compile(r"(?:(?:and|but)[ ,]+)?its (?:(?:adjusted|net|total|own|segment|reported|underlying|organic) )*")
_AND_ITS = re.compile(
    rf"(?: (?:organically|sequentially|year over year|in the quarter|from last year))*,? (?:and|while|with|but) {_ITS.pattern}"
)


def _named_beside(reading: Reading) -> str | None:
    """The part of which the sentence names sales before: "sales at Table Lamps were flat, while segment profit margin rose 220 basis points"."""
    start = reading.link.term.start
    sold = (one for one in reading.context.terms if one.end <= start and one.metric.canonical_name in OF_SALES)
    named = (names.segment(reading.sentence.text, reading.normal, one, reading.sentence.terms) for one in sold)
    return next((part for part in named if part not in (None, TOTAL, UNNAMED)), None)


def _goes_on_unnamed(reading: Reading, *, is_future: bool) -> bool:
    """Whether a sentence goes on with a part that nothing names: "Revenue in this segment rose 31%. Adjusted EBITDA was up 24%"."""
    said = reading.topic.said
    return (
        all(one.is_future == is_future for one in said)
        and not reading.topic.crossed
        and bool(said)
        and all(one.segment == UNNAMED and one.metric != reading.link.metric for one in said)
        and reading.link.term.metric.segments is True
        and not names.is_company_wide(reading.normal)
    )


def _sold_there(reading: Reading) -> str | None:
    """The part whose sales the sentence before told, and whose volume or organic sales go on: "Asia net sales grew 6%. Organic sales were down 2%."."""
    said = reading.topic.said
    parts = {one.segment for one in said} - {TOTAL, UNNAMED}
    is_comp = reading.link.metric == "same_store_sales" and all(map(is_place, parts))
    of_sales = reading.link.metric in OF_SALES or is_comp
    of_sales = of_sales and reading.link.metric not in {one.metric for one in said}
    goes_on = of_sales and len(parts) == 1 and all(one.metric in OF_SALES and not one.is_future for one in said)
    return parts.pop() if goes_on and {one.segment for one in said} == parts and _SOLD.match(reading.normal) else None


_SOLD = re.compile(
    rf"(?:organic (?:net )?(?:sales|revenues?)|(?:same store|comparable) sales|comps|book to bill|volumes?|pric(?:e|ing)) (?:was|were|{MOVED})\b"
)
_BY_PART = re.compile(
    r"(?:and |now |looking |breaking it down )*by (?:region|geography|segment|market|channel|category|product line|brand|division|business)\b"
)
"""What follows is of several parts: "By region, revenue rose double digits in China, Japan and Europe"."""


def _goes_on_beside(reading: Reading) -> str | None:
    """The part that its sentence has named, other than the one spoken of: "Consumer profit rose 3%. Trade sales rose 6%; organic sales rose 4%"."""
    done, topic, metric, term = reading.done, reading.topic, reading.link.metric, reading.link.term
    said = next((one.segment for one in reversed(done) if one.segment_said), TOTAL)
    if topic.led or said in (TOTAL, UNNAMED, topic.segment) or done[-1].segment != said:
        return None
    if metric not in OF_SALES | PROFITS | _MARGINS or is_place(said) or _is_short_for(said, topic.segment or ""):
        return None
    found = _GOES_ON.fullmatch(reading.normal, done[-1].quantity.end, term.start)
    return said if found and (topic.segment or ";" in found[0]) else None


def _moved_with(reading: Reading) -> str | None:
    """The part whose sales move, how far is not said, and with them its margin: "Lamp revenue should increase, with operating margins of 10%"."""
    sentence, term, normal = reading.sentence, reading.link.term, reading.normal
    if reading.done or reading.topic.led or reading.link.metric not in PROFITS | _MARGINS:
        return None
    first = next((one for one in sentence.terms.metrics if one.end < term.start), None)
    if (
        first is None
        or first.metric.canonical_name not in OF_SALES
        or not _MOVES_WITH.fullmatch(normal, first.end, term.start)
    ):
        return None
    part = names.segment(sentence.text, normal, first, sentence.terms)
    return None if part in (TOTAL, UNNAMED) else part


_MOVES_WITH = re.compile(
    rf" (?:(?:is|are|was|were|will|should|would|expected|anticipated|projected|to|be|also|[a-z]+ly) )*(?:{MOVED}|increase|decrease|decline|grow|improve|rise|fall|up|down|higher|lower)\b[^,;\d$]*, with (?:an? |our )?(?:(?:adjusted|operating|gross|net|segment|overall) )*"
)


def _expected_too(reading: Reading, *, is_future: bool) -> str | None:
    """The part of what was expected before, where a sentence without a verb goes on: "… the benefit ratio for Japan to be 70%. And the margin to be 22%"."""
    said = reading.topic.said
    if not (is_future and said and _AND_TO_BE.fullmatch(reading.normal, 0, reading.quantity.start)):
        return None
    parts = {one.segment for one in said if one.segment_said}
    return parts.pop() if len(parts) == 1 and all(one.is_future for one in said) else None


_AND_TO_BE = re.compile(
    r"(?:and|with) (?:our |the )?(?!(?:we|i|it|they)\b)(?:[a-z]+ ){1,4}to (?:be|range|come|average|end)\b[^,;]*"
)


def _is_short_for(part: str, other: str) -> bool:
    """Whether two names are of one part: `lamp` and `lamps`, `flc` and `forensic_and_litigation_consulting`."""
    initials = "".join(word[:1] for word in other.split("_") if word != "and")
    return bool(other) and (part == initials or part.startswith(other) or other.startswith(part))


_GOES_ON = re.compile(
    r"(?: (?:year over year|year on year|sequentially|organically|(?:in|on an?) (?:constant|local) currency(?: basis)?))*(?:;|,| and|[,;] and)(?: (?:organic|adjusted|segment|net|gross|operating|the|its|comparable|core|while))* "
)


def _said_beside(reading: Reading) -> str | None:
    """The part of the amount said just before in the sentence, where a profit, a margin or sales go on with it."""
    done, metric, term, normal = reading.done, reading.link.metric, reading.link.term, reading.normal
    quantity = reading.quantity
    of_before = _without_kind(done[-1].segment) if done else TOTAL
    if of_before == TOTAL or of_before in _KINDS_SOLD and done[-1].metric == "gross_margin" != metric:
        return None
    between = normal[done[-1].quantity.end : term.start]
    is_margin = metric in _MARGINS or (done[-1].metric, metric) == ("gross_profit", "gross_margin")
    if is_margin and (_AND.search(between) or _FOR_MARGIN.search(between)):
        return of_before  # "Revenues in our Pumps segment were $343 million, and EBITDA margins were 51.6%"
    if metric in PROFITS and _AND_OF.fullmatch(between) and normal.startswith(" of ", term.end):
        # "Financial services revenue of $8 million and operating earnings of $6 million"
        return of_before
    if done[-1].segment_said and {done[-1].metric, metric} <= OF_SALES and _AND_ALSO.fullmatch(between):
        return of_before  # "Pumps orders declined 16% in the quarter and revenue declined 12%"
    if metric in PROFITS and done[-1].segment_said and _OF_AND.fullmatch(normal, done[-1].quantity.end, quantity.start):
        return of_before  # "Table Lamps should deliver $6 billion of revenue and $1 billion of operating income"
    if done[-1].segment_said and done[-1].metric != metric and {done[-1].metric, metric} <= _OF_HOTELS:
        return of_before  # "Our Garden brand reported RevPAR growth of 16%, reaching an occupancy of 86%"
    if _WITH.search(between):
        return of_before  # "EBITDA for Table Lamps was $12 million with an EBITDA margin of 15%"
    return None


_KINDS_SOLD = frozenset(
    {"license", "maintenance", "product", "products", "service", "services", "subscription", "subscriptions", "support"}
)
"""What is sold, of which a gross margin is told and no other: "subscription gross margins of 85% and an operating margin of 23%"."""
_OF_HOTELS = frozenset({"revpar", "occupancy", "average_daily_rate"})
_OF_AND = re.compile(r" (?:of|in) (?:[\w&']+ ){1,4}and (?:(?:about|approximately|nearly|over) )*[$£¥₠-⃏]?")


def of_reportable(reading: Reading) -> str | None:
    """The segment named last, where "segment profit" is told after a brand or a line of it."""
    topic, normal, term = reading.topic, reading.normal, reading.link.term
    spoken = topic.segment or topic.near_part
    if topic.led or spoken is None or spoken in topic.sized or reading.call.is_segment(spoken):
        return None
    if _is_short_for(spoken, topic.reportable or ""):
        return None
    return topic.reportable if _is_segments(normal, term) and not _names_segment(normal, term) else None


def _of_called(reading: Reading) -> str | None:
    """The segment that a number is of where its lines or its places were spoken of under it.

    "Turning to Pumps. … In North America, demand was good. Segment profit rose 8%", "In Pumps, sales rose 9%. Military
    sales fell 3%. Private sales rose 11%. Operating profit was $96 million".
    """
    topic, normal, term = reading.topic, reading.normal, reading.link.term
    if topic.led or _names_segment(normal, term):
        return None
    if _is_segments(normal, term):
        is_under = is_place(topic.segment or topic.near_part or TOTAL) or len(topic.lines) >= _SEVERAL
    else:
        is_under = reading.link.metric in PROFITS | _MARGINS and len(topic.lines) >= _SEVERAL and _opens(reading)
    return topic.called if is_under else None


def ends_margins(reading: Reading) -> bool:
    """Whether the company's own costs and profit follow the gross margins of its parts, of which no profit is told.

    "Product gross margin was 55%. Support gross margin was 93%. Operating expenses were $784 million".
    """
    topic, metric = reading.topic, reading.link.metric
    if topic.led or metric not in _OF_OPERATIONS or says_segment(reading.normal, reading.link.term):
        return False
    parts = {part for told, part in topic.told if told == "gross_margin"} - {TOTAL, UNNAMED}
    of_parts = any(told in _OF_OPERATIONS and part != TOTAL for told, part in topic.told)
    follows = any(one.metric in _OF_OPERATIONS and one.segment == TOTAL for one in reading.done)
    return len(parts) >= _SEVERAL and not of_parts and (follows or _opens(reading))


_OF_OPERATIONS = frozenset({"operating_expenses", "operating_income", "operating_margin"})
_SEVERAL = 2


def _is_segments(normal: str, term: MetricTerm) -> bool:
    """Whether a metric is said to be a segment's, before it or behind: "segment profit", "operating margin for the segment"."""
    return says_segment(normal, term) or bool(_OF_THE_SEGMENT.match(normal, term.end))


def _names_segment(normal: str, term: MetricTerm) -> bool:
    """Whether the words before a metric name the segment that it is of: "Business segment EBITDA"."""
    return bool(_NAMED_SEGMENT.search(normal, max(0, term.start - 60), term.start))


_OF_THE_SEGMENT = re.compile(r" (?:for|in|of|from) (?:the|this|that) (?:segment|division)\b")
_NAMED_SEGMENT = re.compile(
    r"\b(?!(?:the|our|total|this|that|its|adjusted|and|in|of|overall|each|operating|quarter|first|second|third|fourth)\b)[a-z&]+ segment (?:(?:adjusted|operating|gross|net) )*$"
)
"""A segment by its name, in common words though: "Business segment EBITDA was $1.9 billion"."""


def _goes_on_across(reading: Reading) -> bool:
    """Whether a number may be of the part that a paragraph before spoke of."""
    return (
        reading.topic.since_led <= _ACROSS
        and reading.link.metric in _GO_ACROSS
        and not _OURS.search(reading.normal, 0, reading.link.term.start)
    )


def _expected_on(reading: Reading) -> bool:
    """Whether what is expected goes on with the part turned to some sentences before: "This growth includes currency. We expect a margin of 21%"."""
    topic, metric = reading.topic, reading.link.metric
    goes_far = metric in _OF_INSURERS or bool(topic.said) and all(one.is_future for one in topic.said)
    return (
        topic.turned == topic.segment
        and topic.since_led <= (_ACROSS if goes_far else _EXPECTED)
        and metric in _EXPECTED_OF_PARTS
        and (topic.since_said > topic.since_led or all(one.segment == topic.segment for one in topic.said))
    )


_EXPECTED = 3
_ACROSS = 6
"""So many sentences after a part was named a new paragraph may still speak of it."""
_OURS = re.compile(r"\b(?:we|our|the company)\b")


def _of_same_metric(reading: Reading) -> str | None:
    """The part that the same words of a metric have been said of in the sentence."""
    own = reading.link.term.metric.canonical_name
    named = sum(term.metric.canonical_name == own for term in reading.sentence.terms.metrics)
    parts = [said.segment for said in reading.done if said.metric == reading.link.metric]
    return parts[-1] if named == 1 and parts and parts[-1] not in (TOTAL, UNNAMED) else None


def _without_kind(segment: str) -> str:
    """The part of the company in a name that also says the kind of revenue: `pumps` in `pumps_recurring`."""
    for kind in _KINDS:
        if segment == kind:
            return TOTAL
        if segment.endswith(f"_{kind}"):
            return segment.removesuffix(f"_{kind}")
    return segment


_KINDS = [metric.segment for metric in metrics() if metric.segment]


def says_segment(normal: str, term: MetricTerm) -> bool:
    """Whether a metric is said to be a segment's: "segment adjusted EBITDA"."""
    return bool(_SEGMENT.search(normal, max(0, term.start - 30), term.start)) or normal.startswith(
        "segment ", term.start
    )


_SEGMENT = re.compile(r"\bsegment (?:(?:adjusted|operating|gross|net) )*$")


def _turned_to(reading: Reading, *, is_future: bool) -> str | None:
    """The part of a profit with which a paragraph opens after the sales of a part that was turned to.

    "Shifting to Pumps. Sales of $5.5 billion were up 10%. ¶ Adjusted operating profit of $518 million …"
    """
    topic = reading.topic
    # The first of them, as it is said of parts of the part too: "Aerospace sales increased 8% with Engines up 5%".
    of_part = topic.said and topic.said[0].segment == topic.turned
    of_part = of_part and all(said.metric in OF_SALES for said in topic.said)
    of_part = of_part and topic.near_part in (topic.turned, None)
    return topic.turned if reading.link.metric in PROFITS and _opens(reading) and of_part and not is_future else None


def _opens(reading: Reading) -> bool:
    """Whether a sentence opens with its metric, the period and the basis aside."""
    return bool(_OPENS.fullmatch(reading.normal, 0, reading.link.term.start))


_OPENS = re.compile(
    r"(?:(?:adjusted|segment|its|the|for|in|first|second|third|fourth|full|quarter|fiscal|year|20\d\d)[ ,]+)*"
)
OF_SALES = frozenset(
    {"revenue", "organic_revenue", "bookings", "backlog", "book_to_bill", "volume", "price_mix", "pricing"}
)


def _goes_on(reading: Reading, *, is_future: bool) -> str | None:
    """The part of a margin by what the sentence before said of it.

    "We expect Pumps revenue of $5 million. We anticipate margins of 14%", "Segment profit was $9 million. Margins rose".
    """
    topic = reading.topic
    named = {said.segment for said in topic.said}
    of_profit = all(said.metric in ("operating_income", "ebitda") for said in topic.said)
    of_sales = all(said.metric == "revenue" for said in topic.said)
    if (
        len(named) == 1
        and named <= {topic.near_part, topic.segment, topic.turned}
        and all(said.is_future == is_future for said in topic.said)
        and (
            of_profit
            or of_sales
            and (
                is_future
                # "Lamp sales were $12 million. Margins were 8%": of which profit is left to what was spoken of
                or (named == {topic.last_part} or reading.link.metric == "margin")
                and topic.since_near <= _NEARBY
                and _opens(reading)
            )
        )
        and reading.link.metric in _GO_ON
        and not names.is_company_wide(reading.normal)
        and "non gaap" not in reading.normal
    ):
        return named.pop()
    return None


_NEARBY = 2
"""So many sentences behind the sales of a part its margin may follow."""
PROFITS = frozenset(
    {
        "operating_income",
        "operating_margin",
        "ebitda",
        "ebitda_margin",
        "ebitdar",
        "ebitdar_margin",
        "incremental_margin",
    }
)
_MARGINS = frozenset({"margin", "operating_margin", "ebitda_margin"})
_OF_INSURERS = frozenset({"combined_ratio", "expense_ratio", "loss_ratio", "medical_loss_ratio", "pre_tax_margin"})
_GO_ACROSS = OF_SALES | PROFITS | _MARGINS
_EXPECTED_OF_PARTS = _GO_ACROSS | _OF_INSURERS
_GO_ON = _MARGINS | {"incremental_margin", "book_to_bill", "volume", "pricing", "price_mix"}
_AND_OF = re.compile(r",? and (?:(?:its|the|an?|adjusted|operating|segment) )*")
_AND = re.compile(
    r",? (?:and|while) (?:(?:its|the|an?|adjusted|operating|segment|annual|quarterly|full year|fiscal|20\d\d|(?:first|second|third|fourth) quarter) )*$"
)
_FOR_MARGIN = re.compile(
    r",? (?:resulting in|result(?:s|ed) in|yielding|giving|representing|producing|generating|translating (?:in)?to|which (?:is|was)|for|or) (?:an? |the )?(?:(?:adjusted|segment|operating|record|strong) )*$"
)
"""What a profit comes to: "profit in Lamps was up 17%, resulting in a margin of 19.4%"."""
_OWNER = re.compile(rf"(?:\b(?:[Tt]he|[Tt]his) (?:segment|business|division|region)|{BARE_NAME})['’]s (?:\w+ )?$")


def is_of_part(reading: Reading) -> bool:
    """Whether a metric is said to be a part's own: "Table Lamps' free cash flow"."""
    start = reading.link.term.start
    owner = _OWNER.search(reading.sentence.text, max(0, start - 60), start)
    if owner is None:
        return False
    name = snake(owner["name"] or "segment")
    words = name.split("_")
    own = reading.call.own_names
    return not (any(map(is_no_name, words)) or name in own or own.issuperset(words) or "company" in words)


_AND_ALSO = re.compile(r"(?: in the (?:\w+ )?(?:quarter|year)| year over year)*,? and (?:(?:organic|net|reported) )*")
_AND_A = re.compile(r"\band an? (?:record |strong |solid )?[\d.]+ ?(?:%|percent) (?:year over year )?$")
_WITH = re.compile(
    r" (?:with|on|or|at) (?:an? |record |strong |segment |annual |positive |negative )?(?:adjusted |operating |gross |net |pre tax )*$"
)
