"""The part of the company that a number is of, by the words beside it or by what was said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from schemas.vocabulary import metrics_by_name
from transforms.grammar import clauses, names
from transforms.grammar.carried_parts import (
    OF_SALES,
    PROFITS,
    ends_margins,
    is_of_part,
    is_of_two_metrics,
    of_reportable,
    part_spoken_of,
)
from transforms.grammar.clauses import REFERS_BACK
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.linked_periods import compared_part, levels
from transforms.grammar.metric_lists import WAS_FOR_EACH, components, each_part, named_next, parallel
from transforms.grammar.model import Reading, Statement
from transforms.grammar.proposals import CARRIED
from transforms.grammar.topics import sums_up
from transforms.grammar.unnamed_metrics import subject
from transforms.grammar.wordlists import (
    BARE_NAME,
    CAP,
    FUNCTION,
    MOVED,
    NEUTRAL,
    NO_SUBJECTS,
    TOTAL,
    UNNAMED,
    WAS,
    is_no_name,
    is_place,
    snake,
)
from transforms.language.quantities import SIGNS
from transforms.language.terms import MetricTerm


def stated_part(reading: Reading, *, is_future: bool) -> tuple[str, bool]:
    """The part of the company a number is of, and whether it is named beside the metric or behind the number."""
    sentence, topic, chosen = reading.sentence, reading.topic, reading.link
    if (chosen.metric == "eps" or chosen.rule == "earned") and (of_part := _earner(reading)):
        return of_part, True
    if not chosen.term.metric.segments or chosen.term.end == chosen.term.start:
        return _unparted(reading), False
    if (
        linked := _as_each_held(reading)
        or _of_each(reading)
        or _as_held(reading)
        or _driven_too(reading)
        or _linked_part(reading)
        or compared_part(reading)
        or _together(reading)
    ):
        return linked, True
    if chosen.rule in CARRIED | {"segment_subject", "contribution"}:
        nearest = next(reversed(names.named_before(sentence.terms, reading.normal, reading.quantity.start)), None)
        if chosen.rule == "segment_subject" and (nearest is None or reading.before and not _is_named_since(reading)):
            nearest = subject(reading.context, reading.index) or nearest
        told = topic.ended if chosen.rule in CARRIED else None
        is_said = nearest is not None or told is not None and told.metric == chosen.metric and told.segment_said
        return nearest or topic.metric_segment or topic.segment or TOTAL, is_said
    same = reading.done[-1] if chosen.rule == "again" else _sold_too(reading) or _grown_organically(reading)
    if same is not None:
        return same.segment, same.segment_said
    if _OF_OUR.search(reading.normal, 0, reading.quantity.start):
        return TOTAL, False
    if part := _organically(reading):
        return part, True
    if named := _named_part(reading):
        return named, True
    if A_SHARE_BESIDE.match(reading.normal, reading.quantity.end) and not topic.led:
        return TOTAL, False  # no part has earnings a share
    if chosen.metric == "eps":
        # "Alpha Partners lost $0.22 per unit. This compares to a net loss of $0.01 per unit"
        held = next(levels(topic.said, "eps"), None) if REFERS_BACK.match(reading.normal) else None
        return (held.segment if held else TOTAL), False
    held = next((said for said in reversed(reading.done) if said.metric == chosen.metric), None)
    if held and (
        reading.frame.role == "comparison"
        and (held.segment_said or held is reading.done[-1])
        or reading.frame.role == "change"
        and held.measure == "level"
        and held.quantity is reading.before
        and chosen.term.end <= held.quantity.start
    ):
        # "the Pumps backlog was $315 million, improving on a backlog of $248 million", "net income of $19 million was down 8%"
        return held.segment, held.segment_said and reading.frame.role == "change"
    if held and held is reading.done[-1] and _says_again(reading, held):
        return held.segment, held.segment_said
    goes_on = topic.since_led == 0 or topic.since_led == 1 and (not is_future or topic.turned == topic.segment)
    parts = {said.segment for said in topic.said if not said.is_future}
    if _ANOTHER_BASE.match(reading.normal) and len(parts) == 1 and not is_future:
        return parts.pop(), False  # "In Lamps, EBITDA was $14 million. Sequentially, revenues increased 14%"
    # "Ovens sales rose 2%, earnings were $1.49 per share, and our backlog reached $645 million"
    is_of_whole = any(one.metric == "eps" and one.segment == TOTAL for one in reading.done) or _is_by_gaap(reading)
    is_of_whole = is_of_whole or ends_margins(reading) or _is_beside_eps(reading) or _is_our_overhead(reading)
    is_last = _LASTLY.match(reading.normal) is not None and not sentence.terms.segments
    # "Consumer Banking delivered a strong quarter. Revenue rose 5%. … Average deposits rose to $957 billion"
    is_held = chosen.metric in names.DEPOSITS and topic.segment is not None and not topic.crossed
    if is_of_whole or chosen.term.metric.segments == "beside" and (is_last or not goes_on and not is_held):
        return TOTAL, False
    part, is_said = part_spoken_of(reading, is_future=is_future)
    is_lent = chosen.metric in names.DEPOSITS and _LENT.search(part)
    return (TOTAL, False) if is_lent or names.leaves_out(reading.normal, part) else (part, is_said)


_OF_OUR = re.compile(r"\d (?:million|billion) (?:out )?of (?:our|the company's) (?:total )?[$£¥₠-⃏]?$")
"""The whole that a part has a part of: "subscriptions contributed $300 million of our $512 million in revenue"."""


def _of_each(reading: Reading) -> str | None:
    """The part behind a number in a list of them, one for each: "gross margin was 50% for lamps and 57% for rugs"."""
    term, quantities = reading.link.term, reading.sentence.quantities
    each = each_part(reading.context, reading.index) if reading.link.rule in ("left", "listed_for") else None
    if each is None or not WAS_FOR_EACH.fullmatch(reading.normal, term.end, quantities[each[0]].start):
        return None
    named = names.segment(reading.sentence.text, reading.normal, term, reading.sentence.terms)
    # "Lamp sales were 40% in Asia and 60% in Europe": of lamps there
    is_there = is_place(each[1]) and named and named != TOTAL and not is_place(named)
    return f"{named}_{each[1]}" if is_there else each[1]


def _as_each_held(reading: Reading) -> str | None:
    """The part of one of the amounts before, where as many are held against them: "84% in Asia and 77% in Europe, from 78% and 72%"."""
    if reading.frame.role not in ("comparison", "change"):
        return None
    levels = [said for said in reading.done if said.metric == reading.link.metric and said.measure == "level"]
    if not levels[1:]:
        return None
    group = _joined(reading)
    numbers = [reading.context.quantities[at] for at in group]
    if len({number.kind for number in numbers}) != 1:
        return None
    held = [said for said in levels if said.quantity.end <= numbers[0].start][-len(group) :]
    parts = {said.segment for said in held if said.segment_said}
    if not len(group) == len(held) == len(parts) > 1 or held[-1].quantity.start < reading.link.term.end:
        return None
    return held[group.index(reading.index)].segment


def _joined(reading: Reading) -> list[int]:
    """The numbers that are told in a row with one: "from 78% and 72%", "up 50 basis points and down 70 basis points"."""
    numbers, last = reading.context.quantities, reading.index
    joins = [_AND_MOVED.fullmatch(reading.normal, one.end, two.start) is not None for one, two in pairwise(numbers)]
    first = last
    while first and joins[first - 1]:
        first -= 1
    while last < len(joins) and joins[last]:
        last += 1
    return list(range(first, last + 1))


_AND_MOVED = re.compile(
    rf"(?:,|,? and)(?: (?:up|down|an? (?:increase|decrease|improvement|decline) of))? {HEDGES}[$£¥₠-⃏]?"
)


def _as_held(reading: Reading) -> str | None:
    """The part of the amount right before, which a number is what it was held against: "and was 41% for rugs, compared to 40%"."""
    held, term = reading.done[-1] if reading.done else None, reading.link.term
    if (
        held is None
        or reading.frame.role != "comparison"
        or held.quantity is not reading.before
        or held.measure != "level"
        or held.metric != reading.link.metric
        or not held.segment_said
        or term.end > held.quantity.start
    ):
        return None
    return compared_part(reading) or held.segment


def _driven_too(reading: Reading) -> str | None:
    """The part whose sales grew by those of its stores: "total sales for Lamps rose 2%, driven by same-store sales growth of 1%"."""
    done, term = reading.done, reading.link.term
    if reading.link.metric != "same_store_sales" or not done or not done[-1].segment_said:
        return None
    is_sales = done[-1].metric == "revenue" and done[-1].segment != "system" and done[-1].quantity.end <= term.start
    is_driver = is_sales and _DRIVEN_BY.fullmatch(reading.normal, done[-1].quantity.end, term.start)
    return done[-1].segment if is_driver else None


_DRIVEN_BY = re.compile(
    r",? (?:(?:primarily|mainly|largely|and|which was) )*(?:driven|led|supported|helped|fueled) by (?:(?:an?|our|strong|positive) )*"
)


def _is_named_since(reading: Reading) -> bool:
    """Whether a known part stands between the number before and this one: "Motorcycles were up 50%, parts were up 15%"."""
    since = reading.before.end if reading.before else 0
    return any(since <= named.start < reading.quantity.start for named in reading.sentence.terms.segments)


def _together(reading: Reading) -> str | None:
    """What is told of the parts before all together: "Together, segment operating income was $92 million"."""
    several = len({said.segment for said in reading.topic.said} - {TOTAL}) > 1
    return UNNAMED if several and _TOGETHER.match(reading.normal) else None


_TOGETHER = re.compile(r"(?:and )?(?:together|combined|collectively|in aggregate),? ")


def _is_beside_eps(reading: Reading) -> bool:
    """Whether a figure goes on with earnings a share, which no part has: "net earnings were $6.2 billion and EPS was $2.58"."""
    return (
        reading.link.metric in PROFITS | {"net_income", "revenue"}
        and not reading.topic.led
        and any(
            other.metric.name == "eps"
            and other.start >= reading.quantity.end
            and not other.negative
            and not _ADDED_TO.search(reading.normal, 0, other.start)
            for other in reading.context.terms
        )
    )


_ADDED_TO = re.compile(r"(?<!\d)(?<!cents) (?:in|to|on) (?:(?:our|the|adjusted|diluted|core|non|gaap|operating) )*$")
"""What is done to earnings a share by some figure: "profit contributed over 85% of the increase in earnings per share"."""


def _is_our_overhead(reading: Reading) -> bool:
    """Whether costs that parts seldom tell are the company's: "This is the segment's best margin. Our SG&A was $35 million"."""
    term = reading.link.term
    is_overhead = term.metric.name in _OVERHEAD and not reading.topic.led
    return is_overhead and _OUR_OVERHEAD.fullmatch(reading.normal, 0, term.start) is not None


def _is_by_gaap(reading: Reading) -> bool:
    """Whether a margin or a cost is said to be by the rules of accounting, by which parts seldom tell theirs."""
    if (
        reading.topic.led
        or reading.link.metric not in _BY_GAAP
        or reading.normal.startswith("segment", reading.link.term.start)
    ):
        return False
    before = _GAAP_BEFORE.search(reading.normal, 0, reading.link.term.start)
    return before is not None or _GAAP_BEHIND.match(reading.normal, reading.quantity.end) is not None


_BY_GAAP = frozenset({"gross_margin", "gross_profit", "operating_margin", "operating_expenses", "tax_rate"})
_GAAP_BEFORE = re.compile(r"(?<!non )\bgaap (?:and non gaap )?(?:total )?$")
_GAAP_BEHIND = re.compile(r" on an? gaap basis\b")


def _linked_part(reading: Reading) -> str | None:
    """The part through which a number was linked to its metric: what makes up a share, or comes next in a list."""
    match reading.link.rule:
        case "share_of_sales" | "sharer_moved":
            is_behind = reading.link.rule == "sharer_moved" or reading.frame.role == "comparison"
            share = reading.before if is_behind and reading.before else reading.quantity
            sharing = clauses.sharer(reading.sentence.text, reading.normal, share.start)
            return sharing[1] if sharing else None
        case "component":
            return _component_part(reading)
        case "come_to":
            return reading.done[-1].segment if reading.done else None
        case "next_part":
            return named_next(reading.context, reading.index)
    return None


def _component_part(reading: Reading) -> str | None:
    """The part that an amount of a list is of, within the part whose amount the list adds up to."""
    listed = components(reading.context, reading.index)
    if listed is None:
        return None
    within = next((said.segment for said in reading.done if said.quantity is listed.whole), TOTAL)
    return listed.part if within in (TOTAL, UNNAMED, *names.ANY_PRODUCTS) else f"{within}_{listed.part}"


_LASTLY = re.compile(r"(?:and )?(?:lastly|finally),? (?!in |for |within |at )")
"""What comes last after the parts is of the whole: "Lastly, capital expenditures were $20 million"."""


def _unparted(reading: Reading) -> str:
    """Of what a metric that is told of the whole company is where it is not."""
    if reading.topic.segment and reading.topic.since_led == 1 and _EXPLAINS.match(reading.normal):
        return reading.topic.segment
    if reading.topic.led and reading.topic.segment and reading.link.metric not in metrics_by_name():
        return reading.topic.segment  # "In Lamp Care, repair service fees grew by 6%": a metric that the call named
    # "The segment's free cash flow came to $17 million"
    return UNNAMED if reading.link.metric in _CASH_FLOWS and is_of_part(reading) else TOTAL


_EXPLAINS = re.compile(
    r"(?:the|this) (?:increase|decrease|decline|growth|improvement|change|reduction) (?:in (?:\w+ ){1,3})?(?:was |is )?(?:(?:primarily|mainly|largely|partially) )*(?:driven|due|offset|attributable|reflect\w*|result\w*|a result)\b"
)
"""Costs that explain what a part made are its own: "Retail's margin increased 15%. The increase was offset by $1 million more of advertising expense"."""
_LENT = re.compile(r"mortgage|loan|lending|auto|real_estate|leas(?:e|ing)")
"""A kind of loans, to which no deposits belong: "Most of it was in our mortgage portfolio. Average deposits were $8 billion"."""


def _earner(reading: Reading) -> str | None:
    """The part whose own earnings a share are told: "our gas distribution business lost $0.06 per share"."""
    topic, normal = reading.topic, reading.normal
    if topic.led and topic.segment:
        return topic.segment
    if of_part := _UTILITY.search(normal, 0, reading.link.term.start):
        return snake(of_part["name"])
    if named := _CONTRIBUTOR.search(reading.sentence.text, 0, reading.quantity.start):
        return snake(named["name"])
    if of_part := _OPERATIONS.match(normal, 0, reading.quantity.start):
        return snake(of_part["name"])
    subject = _EARNS.fullmatch(normal, 0, reading.quantity.start)
    if subject is None or any(is_no_name(word) or word in _NO_EARNERS for word in subject["name"].split()):
        return None
    name = snake(subject["name"])
    return None if name in reading.call.own_names else name


def _fee_revenue(reading: Reading) -> str | None:
    """The fees among revenue: gross ones, and those told beside all of it, "revenue totaled $18 billion, and fee revenue reached $7.1 billion"."""
    term, normal = reading.link.term, reading.normal
    if reading.link.metric != "revenue" or not normal.startswith("fee ", term.start):
        return None
    if normal.endswith("gross ", 0, term.start):
        return "gross_fee"  # "total gross fee revenues", of those who run the hotels of others
    is_beside = any(
        other.metric.canonical_name == "revenue"
        and other.end < term.start
        and not normal.startswith("fee ", other.start)
        for other in reading.context.terms
    )
    return "fee" if is_beside else None


_COMBINED = re.compile(
    r"\b(?:and|but|while),? (?:combined|together|in total|altogether|overall),? (?:we|the company)\b[^,;]*$"
)
"""The whole behind a part: "Ovens generated $520 million in 2020, and combined we expect $1 billion"."""
_UTILITY = re.compile(
    r"\b(?P<name>(?:(?:regulated|gas|electric|water) )?utility|midstream) (?:(?:adjusted|operating|diluted|ongoing) )*$"
)
"""The parts of a holding company whose own earnings a share are told: "our utility EPS guidance of $1.36"."""
_OPERATIONS = re.compile(
    r"(?:(?:and|now|so|turning to|finally)[ ,]+)*our (?P<name>(?!(?:core|consolidated|continuing|total|overall|ongoing|combined|reported|adjusted|gaap|non|net)\b)[a-z]+(?: [a-z]+){0,2}) operations?(?: results)? (?:was|were|earned|contributed|added)\b"
)
"""A part whose own earnings a share are told: "Our natural gas midstream operations were income of $0.16 per share"."""
_EARNS = re.compile(
    r"(?:(?:and|but|now|while|our|the|finally|lastly)[ ,]+)*(?P<name>parent(?= company)|[a-z&]+(?: [a-z&]+){1,3}?)(?: (?:segment|business|company|operations))? (?:earned|lost|contributed)(?: (?:about|approximately|an?|adjusted))* [$£¥₠-⃏]?"
)
"""The part that earns so much a share: "Gas distribution lost $0.06 per share"."""
_NO_EARNERS = FUNCTION | NEUTRAL
_CONTRIBUTOR = re.compile(rf"\b[Ee]xpect(?:s|ed)? (?:our |the )?{BARE_NAME} to (?:contribute|earn|add)\b[^;,]*$")
"""Whose earnings a share are expected: "We expect Harbour Utilities to contribute in the range of $1.47 to $1.57"."""


def _says_again(reading: Reading, held: Statement) -> bool:
    """Whether a change says the one before it once more, or on another basis: "up $14 million or 9%", "up 9% or 7% in constant currency"."""
    return (
        reading.frame.role == "change"
        and held.measure.endswith("change")
        and held.quantity is reading.before
        and bool(_OR_SAID_SO.fullmatch(reading.normal, held.quantity.end, reading.quantity.start))
    )


_OR_SAID_SO = re.compile(
    r"(?: (?:year over year|sequentially|as reported|on a reported basis|in (?:u\.s\.|us) dollars|in dollars))?,? (?:or|and)(?: (?:an? |by |up |down |about |approximately |nearly |over |increased |decreased )*)?[$£¥₠-⃏]?"
)
_ANOTHER_BASE = re.compile(
    r"(?:and )?(?:sequentially|on an? (?:sequential|quarter over quarter|linked quarter|year over year) basis|year over year|quarter over quarter|compared (?:to|with) (?:last|the prior) year),? (?:(?:the|its|our|net|total) )*(?:sales|revenues?|bookings|orders|operating|gross|ebitda|margins?|volumes?)\b"
)


def _sold_too(reading: Reading) -> Statement | None:
    """The sales whose organic growth goes on: "IT Outsourcing revenue was $1.1 billion and organic revenue was down 2%"."""
    before = reading.done[-1] if reading.done else None
    if (
        before is None
        or before.metric != "revenue"
        or not before.segment_said
        or reading.link.metric != "organic_revenue"
        or before.quantity.end > reading.link.term.start
    ):
        return None
    return before if _AND_ITS.fullmatch(reading.normal, before.quantity.end, reading.link.term.start) else None


_AND_ITS = re.compile(
    r"(?:,? or [\d.]+ ?(?:%|percent))?(?: (?:in|for) the (?:\w+ )?quarter)?,? and (?:(?:the|its|our|net|total) )*"
)


def _grown_organically(reading: Reading) -> Statement | None:
    """The growth whose organic part a number is: "Military sales were down 7% and down 1% organically"."""
    before = reading.done[-1] if reading.done else None
    term = reading.link.term
    is_again = (
        before is not None
        and before.quantity is reading.before
        and before.metric == "revenue"
        and reading.link.metric == "organic_revenue"
        and (
            reading.quantity.end <= term.start
            and reading.normal.startswith("organic", term.start)
            or _GROWING_SO.fullmatch(reading.normal, before.quantity.end, reading.quantity.start) is not None
        )
    )
    return before if is_again else None


_GROWING_SO = re.compile(
    rf",? (?:(?:which|and) )?(?:{MOVED}|growing|increasing|declining|up|down|was up|was down) organically (?:by )?{HEDGES}"
)
"""Behind sales, how they grew: "with revenue of $1.2 billion, growing organically almost 1%"."""


def _organically(reading: Reading) -> str | None:
    """The part whose sales grew organically: "Sales in Table Lamps improved 20% organically"."""
    term, quantity = reading.link.term, reading.quantity
    if term.start < quantity.end or term.metric.name != "organically":
        return None
    sold = next((found for found in reversed(reading.context.terms) if found.end <= quantity.start), None)
    if sold is None:
        grew = _GREW_ITSELF.match(reading.sentence.text, 0, quantity.start)
        return _itself(grew["name"], reading.call.own_names) if grew else None
    if sold.metric.canonical_name != "revenue":
        return None
    if any(sold.end <= other.start < quantity.start for other in reading.sentence.quantities):
        return None
    return names.segment(reading.sentence.text, reading.normal, sold, reading.sentence.terms)


def _itself(name: str, own: frozenset[str]) -> str | None:
    """The part that a name in capitals is of, where it is neither the company's nor a common word's."""
    segment, words = snake(name), [word for word in name.lower().split() if word not in ("and", "&")]
    is_name = not any(is_no_name(word) or word in NO_SUBJECTS or word in FUNCTION or word in NEUTRAL for word in words)
    return segment if is_name and segment not in own else None


_GREW_ITSELF = re.compile(
    rf"(?:(?:And|Meanwhile|Finally|Similarly|Our|The),? )*(?P<name>{CAP}(?:(?: and| &)? (?:{CAP}|(?!segment\b|business\b|also\b|again\b)[a-z]{{4,}})){{0,4}}) (?:segment |business )?(?:also |again )?(?:{MOVED}|was up|were up|was down|were down) (?:by |an? )?(?:[a-z]+ )?$"
)
"""What grew without a metric beside it: "Orthopedics grew 6% organically", "Garden tools and lighting was up 3% organically"."""


def _named_part(reading: Reading) -> str | None:
    """The part that is named beside the metric or behind the number."""
    text, normal, term, topic = reading.sentence.text, reading.normal, reading.link.term, reading.topic
    if own := _fee_revenue(reading) or _grown_in_ours(reading) or _by_unit(reading):
        return own
    if reading.before and (
        _COMBINED.search(normal, reading.before.end, reading.quantity.start) or _is_of_whole_behind(reading)
    ):
        return TOTAL
    named = names.segment(text, normal, _held_by(reading), reading.sentence.terms)
    mover = clauses.mover(text, normal, term.end, reading.quantity.start)
    if not mover and term.metric.segment:
        return _of_kind(reading, term.metric.segment, named)
    if one := _of_list(reading, named or "") or _place_within(reading, named or TOTAL):
        return one
    if named and topic.led and topic.segment and topic.segment.endswith(f"_{named}"):
        rest = topic.segment.removesuffix(f"_{named}").removesuffix("_and").split("_")
        if FUNCTION.isdisjoint(rest) and TOTAL not in rest:
            return topic.segment  # "In Glass & Lamps, revenues rose", where "Lamps" is known, too
    listed = clauses.listed_part(text, normal, reading.quantity.start)
    listed = listed and listed.removesuffix(
        f"_{snake(normal[term.start : term.end])}"
    )  # "and services revenue $4 million"
    if listed and listed != snake(normal[term.start : term.end]):  # "with gross margin in the low 40s"
        # "Lamp sales in Asia grew 4%, in Europe 6%": of lamps there
        within = (
            named and named != TOTAL and not is_place(named) and is_place(listed) and _IN_PLACE.match(normal, term.end)
        )
        return f"{named}_{listed}" if within else _at_next_place(reading, listed) or listed
    if named and (after := clauses.continued_part(normal, term.end, reading.quantity.start)):
        return after
    if mover:
        # "Lamp sales rose 6%, with Asia up 8%": of lamps there
        is_there = is_place(mover) and named and named != TOTAL and not is_place(named)
        return f"{named}_{mover}" if is_there else _at_next_place(reading, mover) or mover
    if named is None and (subject := clauses.clause_subject(text, normal, min(term.start, reading.quantity.start))):
        return _of_list(reading, subject) or subject
    if named is None and (elsewhere := _named_elsewhere(reading)):
        return elsewhere
    if named in (TOTAL, None) and (spoken_of := _of_this_part(reading, named)):
        return spoken_of
    if (
        named == TOTAL
        and (spoken := topic.segment or topic.turned or topic.last_part)
        and topic.since_led <= 1
        and _SEGMENTS_TOTAL.search(normal, 0, term.start)
        and term.metric.name in _HAS_TOTAL
    ):
        return spoken  # "Now turning to our Lamp Systems segment. Total segment sales increased by 2%"
    if named == TOTAL and _AND_FOR.match(normal):
        # "In our Retail group, total revenue grew 16% in the quarter. And for the nine months, total revenue grew 12%"
        again = next((said.segment for said in topic.said if said.metric == reading.link.metric), None)
        return again or TOTAL
    if named == TOTAL and topic.segment and (topic.led and not names.is_company_wide(normal) or sums_up(normal, topic)):
        return topic.segment  # "The Retail segment delivered total revenue growth of 7%"
    return named and _within(reading, named) or _part_behind(reading, named)


def _at_next_place(reading: Reading, place: str) -> str | None:
    """The part of which one place was told just before: "Lamp sales rose 4%, with U.S. sales up 9% and international down 19%"."""
    before = reading.done[-1] if reading.done else None
    if before is None or before.metric != reading.link.metric or not is_place(place):
        return None
    owners = (one.segment for one in reading.done if before.segment.startswith(f"{one.segment}_"))
    owner = next((one for one in owners if is_place(before.segment.removeprefix(f"{one}_"))), None)
    return f"{owner}_{place}" if owner else None


def _of_kind(reading: Reading, kind: str, named: str | None) -> str:
    """The kind of sales that a metric's name holds, and the part of which they are: "GTO recurring revenues"."""
    topic, normal, start = reading.topic, reading.normal, reading.link.term.start
    goes_on = topic.led or topic.since_led == 1 and topic.turned == topic.segment
    part = named or goes_on and not normal.endswith("our ", 0, start) and topic.segment
    if part:
        return f"{part}_{kind}" if part not in (TOTAL, kind) else kind
    again = {one.segment for one in topic.said if one.segment.endswith(f"_{kind}")}
    # "Lamp World's system sales rose 13%. Fourth quarter system sales rose 11%"
    return again.pop() if len(again) == 1 and not _OURS.search(normal, 0, start) else kind


_OURS = re.compile(r"\b(?:our|total|worldwide|global|consolidated|combined|overall) (?:[a-z]+ ){0,2}$")


def _by_unit(reading: Reading) -> str | None:
    """What is produced, by what it is counted in: "production averaged 355,000 barrels of oil per day"."""
    counted = _COUNTED_OF.match(reading.normal, reading.quantity.end) if reading.link.metric == "production" else None
    if counted is None:
        return None
    what, led = snake(counted["what"]), reading.topic.segment if reading.topic.led else None
    return f"{led}_{what}" if led and what not in led else what


_COUNTED_OF = re.compile(
    r" (?:barrels|(?:troy )?ounces|pounds|tons|tonnes) of (?P<what>(?:crude )?oil|condensate|ngls|natural gas liquids|gold|silver|platinum|palladium|copper|zinc|nickel|lead|lithium|uranium|iron ore|coal|cement)\b"
)


def _grown_in_ours(reading: Reading) -> str | None:
    """The part of a later number: "lamp sales grew 7%, with 5% growth in our ceiling business"."""
    own = _GROWTH_IN_OURS.match(reading.normal, reading.quantity.end) if reading.done else None
    return clauses.named(reading.normal, own)


_GROWTH_IN_OURS = re.compile(
    r" (?:growth|increase|decline|decrease) (?:in|from|for|at) our (?P<name>[\w&'-]+(?: [\w&'-]+){0,3}?) (?:segment|business|division|franchise|unit|group)\b"
)


def _is_of_whole_behind(reading: Reading) -> bool:
    """Whether a later number is of the company named behind it: "growth of 33% in Lamps and 8% for the total company"."""
    whole = _FOR_WHOLE.match(reading.normal, reading.quantity.end)
    return whole is not None and (whole["name"] is None or snake(whole["name"]) in reading.call.own_names)


_FOR_WHOLE = re.compile(
    r"(?: (?:growth|increase|decrease|decline))? (?:for|in|across|at) (?:the |our )?(?:(?:total|whole|entire|overall) (?:company|group|business|enterprise)|(?:company|group)(?: (?:overall|as a whole|in total))?|(?:total|all of) (?P<name>[\w&]+(?: [\w&]+)?))(?=[.,;]|$| (?:in|for|during|this|versus|compared|year|and|on|as|with|driven)\b)"
)


def _of_this_part(reading: Reading, named: str | None) -> str | None:
    """The part that a metric is said to be of without its name: "operating income for the segment", "their sales"."""
    normal, term, topic = reading.normal, reading.link.term, reading.topic
    if names.is_of_the_segment(normal, term):
        return of_reportable(reading) or topic.turned or topic.called or topic.segment or topic.last_part
    is_brought = named is None and _CONTRIBUTE.search(normal, max(0, term.start - 60), term.start)
    is_theirs = named is None and _THEIR.search(normal, max(0, term.start - 40), term.start)
    if is_brought or is_theirs or names.is_of_this(normal, term):
        if reading.done and reading.done[-1].segment_said and reading.done[-1].segment not in (TOTAL, UNNAMED):
            return reading.done[-1].segment  # "Lamp sales declined to $410 million; operating margin there was 6.1%"
        return topic.segment or topic.near_part or topic.last_part or UNNAMED
    return None


def _named_elsewhere(reading: Reading) -> str | None:
    """The part named beside the same metric before, or as the subject behind: "lamp sales are our largest line, and those sales fell"."""
    text, normal, term = reading.sentence.text, reading.normal, reading.link.term
    if normal.endswith(("those ", "these "), 0, term.start):
        same = [one for one in reading.sentence.terms.metrics if one.metric is term.metric and one.end < term.start]
        return names.segment(text, normal, same[-1], reading.sentence.terms) if same else None
    return clauses.subject_behind(text, normal, reading.quantity.end)


def _within(reading: Reading, named: str) -> str | None:
    """A kind of sales and where they were made: "Capital bookings in our Lamps segment rose 34%", "Lamp sales in China"."""
    if whole := _whole_behind(reading, named):
        return f"{whole}_{named}"
    if named == TOTAL or is_place(named):
        return None
    where = _IN_PLACE.match(reading.normal, reading.link.term.end)
    place = snake(where["place"]) if where else TOTAL
    return f"{named}_{place}" if is_place(place) and not named.startswith(f"{place}_") else None


def _whole_behind(reading: Reading, named: str) -> str | None:
    """The segment that a kind of its sales is said to be in, right behind the metric."""
    term, words = reading.link.term, named.split("_")
    is_kind = reading.normal.endswith(f"{words[-1]} ", 0, term.start) and term.end < reading.quantity.start
    if named in (TOTAL, UNNAMED) or not is_kind:
        return None
    whole = names.headed_behind(reading.normal, term.end)
    if whole in (None, TOTAL) or is_place(whole):
        return None
    return whole if set(words).isdisjoint(whole.split("_")) else None


def _held_by(reading: Reading) -> MetricTerm:
    """The metric as it was said of the part that holds another one: "sales of our Global segment, which includes sales to chains, rose"."""
    term = reading.link.term
    holds = _WHICH_HOLDS.search(reading.normal, 0, term.start) if ", which " in reading.normal else None
    if holds is None or any(said.start < holds.start() for said in reading.sentence.quantities):
        return term
    owners = (one for one in reading.sentence.terms.metrics if one.end <= holds.start() and one.metric is term.metric)
    return next(owners, term)


_WHICH_HOLDS = re.compile(
    r", which (?:[a-z]+ly |also )?(?:includes?|comprises?|consists? of|contains?|encompass(?:es)?) [^;$%]*$"
)


def _place_within(reading: Reading, named: str) -> str | None:
    """A part's sales at one place: "Lamp sales were $212 million, with U.S. sales of $168 million and international sales of $44 million"."""
    before = reading.done[-1] if reading.done else None
    if before is None or not before.segment_said or not is_place(named) or before.metric != reading.link.metric:
        return None
    gap = reading.normal[before.quantity.end : reading.link.term.start]
    owner = before.segment if _WITH_PLACE.match(gap) else None
    if _AND_PLACE.match(gap):
        owner = next((one.segment for one in reading.done if before.segment.startswith(f"{one.segment}_")), None)
    return None if owner in (None, TOTAL, UNNAMED, "domestic") or is_place(owner) else f"{owner}_{named}"


_WITH_PLACE = re.compile(r"(?: globally| worldwide)?,? (?:with|including|of which|comprising|consisting of) ")
_AND_PLACE = re.compile(r",? and ")
_THEIR = re.compile(r"(?:^|[.;,] |\b(?:and|with|as|that|where) )their (?:(?!own\b)[\w']+ ){0,2}$")
"""Whose it is was said before: "great quarter for that team. Their sales came in just under $1.4 billion"."""


def _part_behind(reading: Reading, named: str | None) -> str | None:
    """The part that is named beside the metric, with or instead of it the one that is named behind the number."""
    text, normal, term, topic = reading.sentence.text, reading.normal, reading.link.term, reading.topic
    # "28% organic growth year-over-year at Coatings"
    end = term.end if term.start == reading.quantity.end + 1 else reading.quantity.end
    behind = names.segment_behind(text, normal, end) or _alike_behind(reading) or _known_behind(reading)
    if behind == snake(normal[term.start : term.end]):
        behind = None  # "we invested $62 million in R&D": what it was spent on is the metric
    if (
        behind
        and named
        and _AND_WAS.search(normal, reading.before.end if reading.before else term.end, reading.quantity.start)
    ):
        return behind  # "the margin on lamps was 46%, and was 41% for rugs"
    if named and (own := _said_behind_too(reading, named)):
        return f"{own}_{named}" if is_place(named) else f"{named}_{own}"
    if (
        behind
        and named is None
        and is_place(behind)
        and not is_place(topic.segment or "")
        and _is_told_by_place(reading)
    ):
        return f"{topic.segment}_{behind}"
    if behind in ("domestic", "international"):
        return f"{named}_{behind}" if named and named != TOTAL else behind
    if behind and named and named != TOTAL and is_place(behind) and not is_place(named):
        return f"{named}_{behind}"  # "Lamp revenue was up 12% in Asia": of lamps there alone
    if behind and named and named != TOTAL and _is_next_of_list(reading):
        # "growth in wealth revenue of 8% and 4% growth in the Data and Analytics segment"
        return f"{named}_{behind}" if reading.done[-1].segment.startswith(f"{named}_") else behind
    is_in_it = behind and named and behind not in named and named not in behind
    if is_in_it and TOTAL not in (named, behind) and _IN_NAMED.match(text, end):
        return f"{named}_{behind}"  # "renewal premium increases of 20% in Specialty"
    if named == TOTAL:  # "a total sales increase of 6% to 8% for the Industrial segment"
        return names.headed_behind(normal, max(reading.quantity.end, term.end)) or TOTAL
    return f"{named}_{topic.segment}" if named and _is_within_place(reading, named) else named or behind


def _said_behind_too(reading: Reading, named: str) -> str | None:
    """What is said in plain words behind a metric that a part is named before: "U.S. organic growth for instruments was 10.2%"."""
    term, words = reading.link.term, named.split("_")
    own = names.plain_behind(reading.normal, term.end)
    is_before = is_place(named) or reading.normal.endswith(f"{words[-1]} ", 0, term.start)
    is_other = own and set(words).isdisjoint(own.split("_")) and reading.call.own_names.isdisjoint((own, named))
    return own if is_before and is_other and named not in (TOTAL, UNNAMED) else None


_AND_WAS = re.compile(rf",? and (?:{WAS}|{MOVED})(?: (?:by|to|about|approximately|nearly|over|up|down))* [$£¥₠-⃏]?$")
"""A metric told of again, of another part, if one is named behind."""
_IN_NAMED = re.compile(r" in (?:our |the )?(?![A-Z]{2,5}\b)")
"""Before a name, and no letters that say how something is counted: "$51 billion in UPB"."""


def _is_next_of_list(reading: Reading) -> bool:
    """Whether a number goes on with a list in which the one before took the metric."""
    before = reading.done[-1] if reading.done else None
    return (
        before is not None
        and before.quantity is reading.before
        and (before.metric, before.unit) == (reading.link.metric, reading.link.unit)
        and _AND_NEXT.fullmatch(reading.normal, before.quantity.end, reading.quantity.start) is not None
    )


_AND_NEXT = re.compile(r"(?: (?!up\b|down\b)[a-z&]+){0,6},? and (?:(?:about|approximately|an?|up|down|by) )*[$£¥₠-⃏]?")


def _known_behind(reading: Reading) -> str | None:
    """A part of the company by a name known from elsewhere: "growth of approximately 15% in commercial lamps"."""
    end = reading.quantity.end
    behind = (one for one in reading.sentence.terms.segments if 0 < one.start - end < len(" growth within the "))
    return next((one.segment for one in behind if _IN_PART.fullmatch(reading.normal, end, one.start)), None)


_IN_PART = re.compile(r"(?: growth)? (?:in|for|at|from|within) (?:our |the )?")


def placed_within(reading: Reading, place: str) -> str | None:
    """The part that a sentence leads with, or whose sales at a place are told behind those all over the world: "Worldwide sales of Lurovia were $1.4 billion. In the U.S., sales grew 21%"."""
    if reading.link.metric not in OF_SALES or not (is_place(place) or place in _ABROAD):
        return None
    led = reading.topic.segment if reading.topic.led else None
    if led and led not in (TOTAL, UNNAMED, *_ABROAD) and not is_place(led):
        return led  # "Lamps had U.S. sales growth of 10%"
    sold = next((one for one in reading.topic.said if one.metric in OF_SALES), None)
    if sold is None or sold.segment in (TOTAL, UNNAMED) or is_place(sold.segment):
        return None
    part, _, abroad = sold.segment.partition("_u_s")
    if place in _ABROAD and part != sold.segment and not abroad:
        return part  # "In the U.S., sales grew 21%. Outside the U.S., they grew 9%"
    return sold.segment.removeprefix("global_") if _WORLDWIDE.search(sold.normal) else None


_ABROAD = frozenset({"international", "outside_the_u_s", "outside_of_the_u_s", "outside_u_s"})
_WORLDWIDE = re.compile(r"\b(?:worldwide|globally|around the world)\b|\bglobal (?:[\w&'-]+ ){0,3}(?:sales|revenues?)\b")


def _is_told_by_place(reading: Reading) -> bool:
    """Whether the part just spoken of is told place by place: "Lamps had revenue of $463 million. Revenue improved 14% in Asia"."""
    topic = reading.topic
    return (
        topic.segment is not None
        and not topic.led
        and not topic.crossed
        and topic.since_led <= 1
        and not is_place(topic.segment)
        and any(one.segment == topic.segment and one.metric == reading.link.metric for one in topic.said)
    )


def _alike_behind(reading: Reading) -> str | None:
    """The part behind a number as that of the number before it stands behind that: "grew 13% in lamps and 12% in consulting"."""
    if reading.before is None or not reading.done or reading.done[-1].quantity is not reading.before:
        return None
    first = _IN_ONE_AND.fullmatch(reading.normal, reading.before.end, reading.quantity.start)
    second = _IN_OTHER.match(reading.normal, reading.quantity.end)
    if not first or not second or first["in"] != second["in"] or snake(first["name"]) != reading.done[-1].segment:
        return None
    words = second["name"].split()
    return None if any(word in FUNCTION or is_no_name(word) for word in words) else snake(second["name"])


_IN_ONE_AND = re.compile(
    r" (?P<in>in|for|at) (?:our |the )?(?P<name>(?:[\w&']+ ){0,3}[\w&']+?),? and (?:(?:about|approximately|up|down|an?|by) )*[$£¥₠-⃏]?"
)
_IN_OTHER = re.compile(
    r" (?P<in>in|for|at) (?:our |the )?(?P<name>(?:[a-z&']+ ){0,2}?[a-z&']+)(?=[.,;]|$| (?:in|for|during|compared|versus|driven|and|as|with)\b)"
)


def _is_within_place(reading: Reading, named: str) -> bool:
    """Whether a sentence leads with a place and goes on with a part: "In Asia, Lamps sales grew 13%": of lamps there alone."""
    topic = reading.topic
    if not topic.led or not topic.segment or not is_place(topic.segment) or is_place(named) or named == TOTAL:
        return False
    part = re.escape(named).replace("_", "[ ,]+")
    return (
        re.match(rf"(?:in|within|across) (?:(?!and\b)[\w.&]+ ){{0,4}}[\w.&]+, (?:our |the )?{part}\b", reading.normal)
        is not None
    )


def _of_list(reading: Reading, named: str) -> str | None:
    """The one of some parts that a number of a list is of: "water and waste customers rose 1.2% and 0.8%, respectively"."""
    group, is_said = parallel(reading.context, reading.index)
    places = names.listed_places(reading.sentence.text, reading.link.term.end)
    if places and len(places) == len(group):
        return places[group.index(reading.index)]  # "sales in Europe, Asia and Latin America grew 5%, 6% and 7%"
    each = names.listed_subjects(reading.normal, reading.link.term.start) if is_said else []
    if len(each) == len(group):
        # "Lamps, Rugs and Tables delivered margins of 15%, 12% and 13%, respectively"
        return each[group.index(reading.index)]
    each = names.listed_names(reading.normal, reading.link.term.start) if len(group) > _PAIR else []
    if len(each) == len(group) and "_".join(each[:-1]) in named:
        return each[group.index(reading.index)]  # "lamps, shades and glass sales grew 12%, 8% and 3%"
    each = names.listed_behind(reading.normal, reading.sentence.quantities[group[-1]].end) if is_said else []
    if len(each) == len(group) > _PAIR and named in ("", TOTAL):
        return each[group.index(reading.index)]
    if len(group) != _PAIR or not is_said and not _has_two_levels(reading, group):
        return None
    both_parts = (_IN_BOTH, _FOR_BOTH) if is_said else (_IN_BOTH,)
    if in_both := next(filter(None, (said.match(reading.normal, reading.link.term.end) for said in both_parts)), None):
        return snake(in_both[("one", "two")[group.index(reading.index)]])  # "orders in Lamps and in Shades were up …"
    if is_said and (told := _told_of_two(reading, group)):
        return told[group.index(reading.index)]
    last = reading.sentence.quantities[group[-1]].end
    behind = names.segment_behind(reading.sentence.text, reading.normal, last) if named in ("", TOTAL) else None
    if behind and len(both := behind.split("_and_")) == _PAIR:
        return both[group.index(reading.index)]  # "sales grew 4% and 3% in Mexico and Canada, respectively"
    if is_said and (first := _first_of_two(reading, named)):
        return (first, named)[group.index(reading.index)]
    if "_and_" not in named or is_of_two_metrics(reading):
        return None
    start = reading.sentence.quantities[group[0]].start
    said = reading.normal[max(0, reading.link.term.start - 80) : start]
    for place in re.finditer(r" and ", said):
        first, second = snake(said[: place.start()]), snake(said[place.end() :])
        for cut in re.finditer("_and_", named):
            one, two = named[: cut.start()], named[cut.end() :]
            if f"_{first}".endswith(f"_{one}") and f"{second}_".startswith(f"{two}_"):
                return (one, two)[group.index(reading.index)]
    return None


def _told_of_two(reading: Reading, group: Sequence[int]) -> list[str]:
    """Two parts of which two numbers are told: "retention in our Lamps business and Shades Unit, which was 88% and 91%, respectively"."""
    normal, (first, last) = reading.normal, (reading.context.quantities[group[at]] for at in (0, -1))
    which = _WHICH_WERE.search(normal, reading.link.term.end, first.start)
    each = [which["one"], which["two"]] if which else []
    if not each and reading.done and reading.link.term.end < reading.done[-1].quantity.start:
        # "U.S. sales were up 4%, with growth of 15% and 11% in our Lamps and Shades end markets, respectively"
        behind = _IN_TWO.match(normal, last.end)
        each = [behind["one"], behind["two"]] if behind else []
    is_plain = not any(word in FUNCTION or is_no_name(word) for word in " ".join(each).split())
    return [snake(one) for one in each] if is_plain and not any(NEUTRAL.issuperset(one.split()) for one in each) else []


_TWO_PARTS = r"(?:in|for|at) (?:our |the )?(?P<one>[a-z&]+(?: [a-z&]+){0,3}?)(?: business| segment| unit| division)? and (?:our |the )?(?P<two>[a-z&]+(?: [a-z&]+){0,3}?)(?: business(?:es)?| (?:segment|unit|division|region|(?:end )?market)s?)?"
_WHICH_WERE = re.compile(
    rf" (?:[a-z]+ )?{_TWO_PARTS}, which (?:{WAS}|{MOVED})(?: (?:by|about|approximately|up|down))* $"
)
_IN_TWO = re.compile(rf"(?: growth)? {_TWO_PARTS},? respectively\b")


def _first_of_two(reading: Reading, named: str) -> str | None:
    """The part before the one that a metric is named with: "we expect net leasing and manufacturing capex of $200 million and $45 million"."""
    if not named or "_and_" in named:
        return None
    beside = re.compile(
        rf"\b(?:expect|anticipate|our|the|for|in) (?P<one>(?:[a-z&]+ ){{1,3}})and {re.escape(named.replace('_', ' '))} $"
    )
    found = beside.search(reading.normal, 0, reading.link.term.start)
    if found is None:
        return None
    words = found["one"].split()
    is_name = FUNCTION.isdisjoint(words) and not any(map(is_no_name, words))
    return snake(" ".join(words)) if is_name else None


def _has_two_levels(reading: Reading, group: Sequence[int]) -> bool:
    """Whether two levels follow one metric, which can be of two parts only: "margins in Lighting and Controls were 18% and 14%"."""
    first, second = (reading.context.quantities[at] for at in group)
    return (
        all(reading.context.frames[at].role == "level" for at in group)
        and first.kind == second.kind
        and _WERE.search(reading.normal, reading.link.term.end, first.start) is not None
        and reading.normal[first.end : second.start].strip(f" {SIGNS}") == "and"
    )


_WERE = re.compile(r" (?:were|of)(?: (?:about|approximately|nearly|over))* [$£¥₠-⃏]?$")
_IN_PLACE = re.compile(
    rf" in (?:the )?(?P<place>(?:[a-z]+ ){{0,2}}?[a-z]+)(?: region| market)?(?= (?:was|were|is|are|{MOVED}|in|for|during)\b|,)"
)
_IN_BOTH = re.compile(
    rf" in (?:the |our )?(?P<one>(?!the\b|our\b)[a-z]+(?: (?:and )?[a-z]+){{0,2}}) and in (?:the |our )?(?P<two>(?!the\b|our\b)[a-z]+(?: (?:and )?[a-z]+){{0,2}}) (?:was|were|{MOVED})\b"
)
_FOR_BOTH = re.compile(
    rf" (?:ex(?:cluding)? cat(?:astrophe)?s?,? )?(?:for|in|at) (?:the |our )?(?P<one>(?!the\b|our\b|(?:[a-z]+ )?(?:quarter|year|months|half|period)\b)[a-z.]+(?: [a-z.]+){{0,2}}) and (?:for |in )?(?:the |our )?(?P<two>(?!the\b|our\b|(?:[a-z]+ )?(?:quarter|year|months|half|period)\b)[a-z.]+(?: [a-z.]+){{0,2}}) (?:was|were|{MOVED})\b"
)
"""Two parts of which two numbers are told respectively: "the ratios for Lamps and Shades were 90.5% and 86.8%, respectively"."""
_PAIR = 2
_CONTRIBUTE = re.compile(r"\b(?:it|they|which|that|acquisitions?|deal) [^,;]{0,25}\bcontributes?(?: [a-z]+){0,4} $")
"""Of what is a part of all: "it is expected to contribute annualized revenues of $175 million"."""
_SEGMENTS_TOTAL = re.compile(r"\btotal segment (?:net )?$")
_HAS_TOTAL = frozenset({"revenue", "organic_revenue", "same_store_sales"})
"""What a segment has a total of; the profits of all segments have one, too."""
_AND_FOR = re.compile(r"and (?:for|in) the (?:first )?(?:six|nine|twelve|full|half|year)\b")
A_SHARE_BESIDE = re.compile(
    r",? or (?:an? )?(?:loss of )?[$£¥₠-⃏]?[\d.]+ ?(?:cents )?(?:(?:per|a) (?:[a-z]+ ){0,3}share|in (?:adjusted |diluted )*(?:eps|earnings per share))\b"
)
"""What stands beside an amount of the whole company: "net income was $40 million, or $0.25 per diluted share"."""
_OVERHEAD = frozenset(
    {
        "selling_general_and_administrative_expense",
        "research_and_development_expense",
        "general_and_administrative_expense",
    }
)
"""Costs that companies seldom tell of their parts."""
_OUR_OVERHEAD = re.compile(
    r"(?:(?:and|so|now|finally)[ ,]+)?our (?:(?:total|overall|quarterly|adjusted|(?:first|second|third|fourth) quarter) )*(?:sg&a and )?"
)
_CASH_FLOWS = frozenset({"free_cash_flow", "operating_cash_flow"})
"""What is the company's, but where a part's own is spoken of."""
