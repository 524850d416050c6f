"""Metrics and numbers in lists: in parallel, and each with what it was for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from schemas.vocabulary import metrics_by_name
from transforms.grammar import clauses
from transforms.grammar.frames.place import Frame
from transforms.grammar.proposals import Context, Link, fits
from transforms.grammar.wordlists import CAP, MOVED, NAME, WAS, snake
from transforms.language.quantities import Quantity
from transforms.language.terms import MetricTerm


def is_listed(context: Context, index: int) -> bool:
    """Whether an amount ends a list of amounts with nouns of their own: "and $873 million in investment securities"."""
    before = context.quantities[index - 1] if index else None
    quantity = context.quantities[index]
    return (
        before is not None
        and bool(_AND_AMOUNT.search(context.normal, before.end, quantity.start))
        and bool(_OWN_NOUN.match(context.normal, quantity.end))
        and not _of_parts(context, before, quantity)
    )


def _of_parts(context: Context, before: Quantity, quantity: Quantity) -> bool:
    """Whether two amounts are of one metric in two parts: "revenue was $40 million in Asia and $60 million in Europe"."""
    if _IN_PARTS.match(context.text, quantity.end):
        return True
    first = _IN_PART_AND.fullmatch(context.text, before.end, quantity.start)
    second = _IN_PART.match(context.text, quantity.end)
    return first is not None and second is not None and first["in"] == second["in"]


def is_spent_for(context: Context, index: int) -> bool:
    """Whether an amount stands in a list of amounts and what each was for: "$241 million for dividends, $322 million for repurchases"."""
    normal, quantities = context.normal, context.quantities
    if quantities[index].kind != "money" or not _FOR.match(normal, quantities[index].end):
        return False
    return any(
        _FOR.match(normal, quantities[place].end)
        and _LIST_OF.fullmatch(
            normal,
            min(quantities[place].end, quantities[index].end),
            max(quantities[place].start, quantities[index].start),
        )
        for place in (index - 1, index + 1)
        if 0 <= place < len(quantities)
    )


_IN_PART = re.compile(rf" (?P<in>in|for|from|at) (?:our |the )?{NAME}")
_IN_PART_AND = re.compile(rf"{_IN_PART.pattern},? and (?:about |approximately |nearly |over )*[$£¥₠-⃏]?")
_IN_PARTS = re.compile(
    rf" (?:in|for|from|at) (?:our |the )?{CAP}(?: {CAP})* and {CAP}(?: [\w&]+){{0,3}},? respectively\b"
)
"""Two parts behind two amounts: "$40 million and $30 million in North America and Europe, respectively"."""
_FOR = re.compile(r" for (?!the |our |this |last |q[1-4]|20\d\d|fiscal)[a-z]")
_LIST_OF = re.compile(r" for (?:[\w&']+ ){0,4}[\w&']+(?:,| and|, and) (?:about |approximately |another )?[$£¥₠-⃏]?")
_AND_AMOUNT = re.compile(r"\band(?: (?:about|approximately|roughly|nearly|over|another|a|an|almost))* ?$")
_OWN_NOUN = re.compile(
    r" (?:of|in) (?!(?:the |our |this |last |both |all |that |which |each )*(?:first|second|third|fourth|quarter|year|period|prior|same|fiscal|calendar|previous|full|three|six|nine|twelve|h\d|fy|q\d|\d|january|february|march|april|may|june|july|august|september|october|november|december|constant|local|total|revenue|sales))[a-z]"
)


def respectively(context: Context, index: int) -> Iterator[Link]:
    """Lists in parallel: "revenue and EPS were $1.2 billion and $0.45, respectively"."""
    group, is_said = parallel(context, index)
    if len(group) < _PAIR:
        return
    first = context.quantities[group[0]]
    if alone := _ends_pair(context, group, is_said=is_said):
        fit = fits(alone.metric, context.quantities[index], context.frames[index])
        if fit and index == group[-1]:
            yield Link(alone, *fit, 0.97, "respectively")
        return
    named = [term for term in context.terms if term.end <= first.start][-len(group) :]
    if len(named) != len(group):
        return
    if not (is_said or _is_in_order(context, named, group) or _is_pair_then(context, named, group)):
        return
    term = named[group.index(index)]
    fit = fits(term.metric, context.quantities[index], context.frames[index])
    if fit:
        yield Link(term, *fit, 0.97, "respectively")


def is_of_no_metric(context: Context, index: int) -> bool:
    """Whether a number is the first of a pair whose names begin with no metric: "rent collections and occupancy were 98% and 96%, respectively"."""
    if "respectively" not in context.normal:
        return False
    group, is_said = parallel(context, index)
    return group[0] == index and _ends_pair(context, group, is_said=is_said) is not None


def _ends_pair(context: Context, group: Sequence[int], *, is_said: bool) -> MetricTerm | None:
    """The only metric named before a pair of numbers, where something else stands before it in a list."""
    if not is_said or len(group) != _PAIR:
        return None
    named = [term for term in context.terms if term.end <= context.quantities[group[0]].start]
    return named[0] if len(named) == 1 and _OTHERS_AND.search(context.normal, 0, named[0].start) else None


_OTHERS_AND = re.compile(r"\b[a-z]+[^s\W]s and (?:our |the )?$")
"""Several of something before a metric that has no word of its own: "collections and occupancy", not "services and product revenue"."""


def next_part(context: Context, index: int) -> Iterator[Link]:
    """The amount of the next part in a list, and how it moved: "sales in Asia were $412 million, up 5%; Europe was $210 million, down 2%"."""
    if named_next(context, index) is None:
        return
    is_rate = _is_next_rate(context, index)
    at = index if is_rate or context.quantities[index].kind == "money" else index - 1
    before, amount = context.quantities[at - 1], context.quantities[at]
    term = next((term for term in reversed(context.terms) if term.end <= amount.start), None)
    unit = "percent" if is_rate else "currency"
    if term is None or term.end > before.end or term.metric.segments is not True or unit not in term.metric.units:
        return
    fit = fits(term.metric, context.quantities[index], context.frames[index])
    if fit and (is_rate or any(quantity.kind == "money" for quantity in context.quantities[:at])):
        yield Link(term, *fit, 0.85, "next_part")


def _is_next_rate(context: Context, index: int) -> bool:
    """Whether a rate goes on with a list of them: "Lamps EBITDA margin was 22%, Rugs was 14%, and Tiles was 33%"."""
    return index > 0 and all(
        context.quantities[at].kind == "percent" and context.frames[at].role == "level" for at in (index - 1, index)
    )


def named_next(context: Context, index: int) -> str | None:
    """The part whose amount, or the change of it behind, goes on with a list."""
    quantities = context.quantities
    if quantities[index].kind != "money" and not _is_next_rate(context, index):
        if context.frames[index].role != "change" or index == 0 or quantities[index - 1].kind != "money":
            return None
        if not _MOVED_SO.fullmatch(context.normal, quantities[index - 1].end, quantities[index].start):
            return None
        index -= 1
    if index == 0:
        return None
    start, end = quantities[index - 1].end, quantities[index].start
    part = clauses.next_part(context.text, context.normal, start, end)
    is_list = context.frames[index - 1].role != "comparison" or part is not None
    if part is None and is_list and sum(quantity.kind == "money" for quantity in quantities) >= _LIST:
        return clauses.next_plain_part(context.normal, start, end)
    return part


_LIST = 3
"""So many amounts are a list."""
_MOVED_SO = re.compile(
    r",? (?:(?:which|that) (?:was|is) |and )?(?:up|down|an? (?:increase|decrease|decline) of|increasing|decreasing|growing|declining)(?: (?:about|approximately|over|nearly|by))* "
)


_FOR_PART = r" (?P<in>for|in|at) (?:our |the )?(?P<name>[a-z](?:[\w&'-]|\.(?=\w))*(?: (?:[\w&'-]|\.(?=\w))+){0,6}?)"
_FOR_PART_AND = re.compile(rf"{_FOR_PART}(?:,| and|, and) (?:(?:about|approximately|nearly|over|up|down) )*[$£¥₠-⃏]?")
_FOR_LAST_PART = re.compile(rf"{_FOR_PART}(?=[.;]|,|$| (?:with|which|driven|compared|versus|reflecting)\b)")
_OF_TIMES = re.compile(
    r"\b(?:quarters?|years?|months?|weeks?|halves|half|periods?|fiscal|q[1-4]|h[12]|20\d\d|date|today|now|constant|local|total|company|same|cash|addition)\b"
)


def each_part(context: Context, index: int) -> tuple[int, str] | None:
    """The first number of a list and the part that one of it is of: "gross margin was 50% for lamps, 57% for rugs and 41% for tiles"."""
    said = _next_part_of(context, index) or _last_part_of(context, index)
    if said is None:
        return None
    first = last = index
    while first and (before := _next_part_of(context, first - 1)) and before["in"] == said["in"]:
        first -= 1
    while _next_part_of(context, last):
        last += 1
    if last == first or not _last_part_of(context, last) or context.quantities[first].kind == "number":
        return None
    part = clauses.named(context.normal, said)
    return (first, part) if part else None


def _next_part_of(context: Context, index: int) -> re.Match[str] | None:
    """The part behind a number, where another number of the same kind follows."""
    if index + 1 >= len(context.quantities):
        return None
    one, other = context.quantities[index], context.quantities[index + 1]
    found = _FOR_PART_AND.fullmatch(context.normal, one.end, other.start) if one.kind == other.kind else None
    return found if found and not _OF_TIMES.search(found["name"]) else None


def _last_part_of(context: Context, index: int) -> re.Match[str] | None:
    found = _FOR_LAST_PART.match(context.normal, context.quantities[index].end)
    return found if found and not _OF_TIMES.search(found["name"]) else None


def listed_for(context: Context, index: int) -> Iterator[Link]:
    """The metric of a list of numbers and the parts that each is of, said before the first."""
    each = each_part(context, index)
    if each is None:
        return
    first = context.quantities[each[0]]
    term = next((found for found in reversed(context.terms) if found.end <= first.start), None)
    if term is None or not WAS_FOR_EACH.fullmatch(context.normal, term.end, first.start):
        return
    fit = fits(term.metric, context.quantities[index], context.frames[index])
    if fit and term.metric.segments:
        yield Link(term, *fit, 0.9, "listed_for")


WAS_FOR_EACH = re.compile(
    rf"(?: (?:percentage|rates?|growth))?(?: by (?:business|segment|region|geography|division|product|brand|line))?(?: (?:was|were|is|are|of|at|came in at|{MOVED}))(?: (?:by|about|approximately|nearly|over|up|down))* [$£¥₠-⃏]?"
)


def component(context: Context, index: int) -> Iterator[Link]:
    """The amount of a part among all that make up the whole: "sales of $231 million, including $198 million from Lamps and $33 million from Glass"."""
    listed = components(context, index)
    if listed is None or not listed.is_all:
        return
    term = next((term for term in reversed(context.terms) if term.end <= listed.whole.start), None)
    fit = fits(term.metric, context.quantities[index], Frame("level")) if term else None
    if term and fit and term.metric.segments and fit[1] == "currency":
        yield Link(term, *fit, 0.96, "component")


def organic_part(context: Context, index: int) -> Iterator[Link]:
    """How much of a growth is organic: "sales increased 9%, of which 6% was organic", "including 6% organic growth"."""
    quantity, normal = context.quantities[index], context.normal
    organic = _ORGANIC_PART.match(normal, quantity.end)
    if index == 0 or organic is None or quantity.kind != "percent" or context.frames[index - 1].role != "change":
        return
    sold = next((term for term in reversed(context.terms) if term.end <= context.quantities[index - 1].start), None)
    if (
        sold
        and sold.metric.canonical_name == "revenue"
        and _INCLUDES.fullmatch(normal, context.quantities[index - 1].end, quantity.start)
    ):
        term = MetricTerm(*organic.span("what"), metrics_by_name()["organic_revenue"])
        yield Link(term, "organic_revenue", "percent", 0.9, "organic_part")


_ORGANIC_PART = re.compile(
    r" (?:was |is |of |from |in )?(?P<what>organic(?: (?:sales |revenue )?growth)?)\b(?! (?:decline|decrease))"
)
_INCLUDES = re.compile(
    r"(?: (?:year over year|to [$£¥₠-⃏]?[\d.,]+ (?:million|billion)|(?:in|for) the quarter))*,? (?:of which|including|which (?:included|includes)|comprised of|consisting of|made up of|with|reflecting)(?: (?:about|approximately|nearly|over))* "
)


class Components(NamedTuple):
    """Amounts listed behind the one that they are part of, and the part that one of them is of."""

    whole: Quantity
    part: str
    is_all: bool
    """Whether the amounts listed add up to the whole."""


def components(context: Context, index: int) -> Components | None:
    """The list of parts and their amounts that an amount belongs to."""
    quantities, normal = context.quantities, context.normal
    if quantities[index].kind != "money" or _COMPONENT.match(normal, quantities[index].end) is None:
        return None
    first = last = index
    while first and _is_next_component(context, first):
        first -= 1
    while last + 1 < len(quantities) and _is_next_component(context, last + 1):
        last += 1
    whole = next((one for one in reversed(quantities[:first]) if one.kind == "money"), None)
    parts = quantities[first : last + 1]
    if whole is None or len(parts) < _PAIR or not _MADE_UP.search(normal, whole.end, parts[0].start):
        return None
    names = [found["name"] for part in parts if (found := _COMPONENT.match(normal, part.end))]
    if len(names) != len(parts):
        return None
    exact = sum(part.step for part in (whole, *parts)) / 2
    adds_up = abs(sum(part.value for part in parts) - whole.value) <= exact
    return Components(whole, snake(names[index - first]), adds_up and not any(map(_NO_PART.search, names)))


def _is_next_component(context: Context, index: int) -> bool:
    """Whether an amount goes on with a list of amounts and where each is from."""
    before, quantity = context.quantities[index - 1 : index + 1]
    if not before.kind == quantity.kind == "money":
        return False
    of = _COMPONENT.match(context.normal, before.end)
    return of is not None and _AND_ANOTHER.fullmatch(context.normal, of.end(), quantity.start) is not None


_COMPONENT = re.compile(
    r" (?:was |were |is |are |came )?(?:from|of|in|for|at)(?: (?:our|the|its))? (?:(?:sales|revenues?|orders|net|product(?! (?:sales|revenues?|orders)\b)) )*(?:of |from |in )?(?P<name>(?!(?:which|whom|it|them|that|this|these|those|an?|last|prior)\b)[a-z][\w&'.-]*(?: (?!and\b|was\b|were\b|in\b|for\b)[a-z][\w&'.-]*){0,4}?)(?: (?:segment|business|division|sales|revenues?|group))?(?=,| and\b|[.;]?$| (?:in|for|during) the )"
)
_NO_PART = re.compile(
    r"acqui|organic|\b(?:quarters?|years?|period|months?|currency|fx|exchange|gains?|week|dividends?|distributions?|buy ?backs?|(?:re)?purchases?|capex|debt)\b"
)
"""What is no part of a company: where growth came from, times, and what money was spent on."""
_AND_ANOTHER = re.compile(
    r"(?: (?:in|for|during) the \w+)?(?:,? and|,)(?: (?:the )?(?:remaining|balance of|about|approximately|another|over|nearly))* [$£¥₠-⃏]?"
)
_MADE_UP = re.compile(
    r"[,:]?(?: -- )?(?: (?:which|that|and|was|were|is|are|it))*(?: (?:compris(?:ed|ing|es)(?: of)?|consist(?:s|ed|ing) of|composed of|made up of|includ(?:es?|ed|ing)|(?<!compared )with|driven by|of which|split between|broken down (?:as|between|into)|reflecting|representing)|:)(?: (?:about|approximately|over|nearly))* [$£¥₠-⃏]?$"
)
"""What stands between a whole and the first of its parts."""


def told_two_ways(context: Context, index: int, link: Link) -> Link:
    """Two figures told together of one name: "reported and organic sales grew 6% and 8%, respectively", "gross and net leverage"."""
    two = _TWO_WAYS.search(context.normal, 0, link.term.end)
    group, is_said = parallel(context, index) if two else ([], False)
    if two is None or not is_said or len(group) != _PAIR:
        return link
    one, other = filter(None, two.groups())
    return replace(link, metric=_EACH_WAY[one if group[0] == index else other])


_EACH_WAY = {
    "reported": "revenue",
    "organic": "organic_revenue",
    "gross": "gross_leverage",
    "net": "net_leverage",
}
_TWO_WAYS = re.compile(
    r"\b(reported|organic)(?: net)? and (reported|organic) (?:net )?(?:sales|revenues?)(?: growth)?$"
    r"|\b(gross|net) and (gross|net) (?:debt )?leverage(?: ratios?)?$"
)


def listed_noun(context: Context, index: int) -> tuple[int, int] | None:
    """Where the noun stands that a number is of, in a list of three and more that are said respectively."""
    if "respectively" not in context.normal:
        return None
    group, is_said = parallel(context, index)
    if not is_said or len(group) <= _PAIR:
        return None
    start = context.quantities[group[0] - 1].end if group[0] else 0
    listed = _LISTED.search(context.normal, start, context.quantities[group[0]].start)
    nouns = list(_NOUN_OF_LIST.finditer(context.normal, *listed.span("nouns"))) if listed else []
    holding = sum(any(noun.start() <= term.start < noun.end() for term in context.terms) for noun in nouns)
    # "sales in Europe, Asia and Canada grew 5%, 6% and 7%, respectively" lists parts, and no metrics
    return nouns[group.index(index)].span() if len(nouns) == len(group) and holding > 1 else None


def noun_beside(context: Context, index: int) -> int | None:
    """Where the metric ends beside whose number another thing's stands: "revenues and transactions grew 4% and 9%, respectively"."""
    if "respectively" not in context.normal:
        return None
    group, is_said = parallel(context, index)
    if not is_said or len(group) != _PAIR or index != group[1]:
        return None
    found = _AND_NOUN.search(context.normal, 0, context.quantities[group[0]].start)
    is_known = found and any(found.start("noun") <= term.start < found.end("noun") for term in context.terms)
    return found.start() if found and not is_known else None


_AND_NOUN = re.compile(
    rf" and (?:our |the )?(?P<noun>(?!earnings\b)[a-z]+(?: [a-z]+){{0,2}}) (?:{MOVED}|(?:was|were) (?:up|down))(?: (?:by|about|approximately|an?))* $"
)
_LISTED = re.compile(
    rf"(?P<nouns>(?:[\w&']+ )*[\w&']+(?:, (?:[\w&']+ )*[\w&']+)+,? and (?:[\w&']+ )*?[\w&']+) (?:{WAS}|of|{MOVED})\b"
)
_NOUN_OF_LIST = re.compile(r"[^,]+?(?=,| and |$)")


def parallel(context: Context, index: int) -> tuple[list[int], bool]:
    """The numbers joined with one by "and" and commas, and whether "respectively" follows them."""
    normal, quantities = context.normal, context.quantities
    group = [index]
    while group[0] > 0 and _JOINED.fullmatch(normal, quantities[group[0] - 1].end, quantities[group[0]].start):
        group.insert(0, group[0] - 1)
    while group[-1] + 1 < len(quantities) and _JOINED.fullmatch(
        normal, quantities[group[-1]].end, quantities[group[-1] + 1].start
    ):
        group.append(group[-1] + 1)
    end = quantities[group[-1]].end
    place = normal.find("respectively", end)
    return group, place >= 0 and normal.count(" ", end, place) < _FAR_BEHIND


def _is_in_order(context: Context, named: Sequence[MetricTerm], group: Sequence[int]) -> bool:
    """Whether as many metrics as numbers are each listed, though not "respectively": "EBITDA and net income were $5 million and $1 million"."""
    normal, numbers = context.normal, [context.quantities[at] for at in group]
    before = context.quantities[max(0, group[0] - len(group)) : group[0]]
    if len(before) == len(group) and _HELD_AGAINST.fullmatch(normal, before[-1].end, numbers[0].start):
        said = before  # "revenue and EBITDA were $5 million and $2 million, compared to $4 million and $1 million"
    else:
        said = numbers
    on_bases = {(term.metric.canonical_name, bool(_ADJUSTED.search(normal, 0, term.start))) for term in named}
    return (
        len(on_bases) == len(named)
        and len({context.frames[at].role for at in group}) == 1
        and _listed_by(normal, [(term.start, term.end) for term in named], _NEXT_METRIC)
        and bool(_LIST_SAYS.fullmatch(normal, named[-1].end, said[0].start))
        and _listed_by(normal, [(number.start, number.end) for number in said], _NEXT_NUMBER)
        and _listed_by(normal, [(number.start, number.end) for number in numbers], _NEXT_NUMBER)
    )


_HELD_AGAINST = re.compile(
    r"(?:,? respectively)?(?: (?:in|for) the (?:quarter|(?:first|second|third|fourth) quarter))?,? (?:(?:as )?compared (?:to|with)|versus|vs\.?|against|up from|down from|from|up|down) (?:(?:about|approximately) )?[$£¥₠-⃏]?"
    r"|,? (?:in|for) the (?:(?:first|second|third|fourth) )?quarter,? and [$£¥₠-⃏]?"
)


def _listed_by(normal: str, spans: Sequence[tuple[int, int]], joins: re.Pattern[str]) -> bool:
    """Whether what stands between places makes them a list that ends in "and"."""
    gaps = [joins.fullmatch(normal, left[1], right[0]) for left, right in pairwise(spans)]
    return all(gaps) and bool(gaps[-1] and gaps[-1]["and"])


_NEXT_METRIC = re.compile(r"(?:(?P<and>,? and|,)) (?:(?:our|adjusted|net|total|diluted|non gaap|gaap|consolidated) )*")
_ADJUSTED = re.compile(r"\b(?:adjusted|non gaap|core|normalized) (?:(?:diluted|net) )*$")
"""On another basis a metric is another one: "EPS and adjusted EPS were $0.30 and $0.24"."""
_NEXT_NUMBER = re.compile(
    r"(?: per (?:diluted )?share)?(?P<and>,? and|,)(?: (?:about|approximately|roughly|nearly|over|up|down|by))* [$£¥₠-⃏]?"
)
_PAIR = 2
_FAR_BEHIND = 15


def _is_pair_then(context: Context, named: Sequence[MetricTerm], group: Sequence[int]) -> bool:
    """Whether two numbers are what the two before were: "revenue was $50 million and EBITDA was $9 million, compared to $45 million and $8 million"."""
    normal, quantities = context.normal, context.quantities
    if len(group) != _PAIR or group[0] < _PAIR:
        return False
    then = [quantities[at] for at in group]
    now = quantities[group[0] - _PAIR : group[0]]
    return (
        named[0].metric is not named[1].metric
        and named[0].end <= now[0].start < now[0].end <= named[1].start < now[1].start
        and all(context.frames[at].role == "comparison" for at in group)
        and [one.kind for one in now] == [one.kind for one in then]
        and _NEXT_METRIC.fullmatch(normal, now[0].end, named[1].start) is not None
        and _HELD_AGAINST.fullmatch(normal, now[1].end, then[0].start) is not None
        and _NEXT_NUMBER.fullmatch(normal, then[0].end, then[1].start) is not None
    )


_JOINED = re.compile(
    r"(?:[ ,]|and|or|an?|the|approximately|about|negative|minus|of|per|diluted|share|(?:excluding|before) (?:special |specified |certain |one time )?items)*"
)
_LIST_SAYS = re.compile(
    rf"(?: growth)?(?: (?:for|in|during) the (?:\w+ )?(?:quarter|year|period))? (?:{WAS}|of|came in at|amounted to|were up|were down|{MOVED}|narrowed|widened)(?: (?:about|approximately|roughly|nearly|over|by|to))* [$£¥₠-⃏]?"
)
