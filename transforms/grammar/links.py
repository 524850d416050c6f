"""Which metric a quantity belongs to.

Every rule is a function with the sentence it was made for; it proposes metric terms with a score between
0 and 1, and the best proposal wins. `RULES` lists them; each can be switched off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from transforms.grammar.clauses import moved_subject
from transforms.grammar.gaps import COME_TO
from transforms.grammar.metric_before import left
from transforms.grammar.metric_behind import opens_at, opens_moved, right
from transforms.grammar.metric_lists import (
    component,
    listed_for,
    listed_noun,
    next_part,
    noun_beside,
    organic_part,
    respectively,
    told_two_ways,
)
from transforms.grammar.other_metrics import TAKEN_BACK
from transforms.grammar.proposals import Context, Link, fits
from transforms.grammar.told_again import told_before
from transforms.grammar.unnamed_metrics import (
    REFERS,
    by_verb,
    contribution,
    earlier,
    earned,
    earned_more,
    from_operations,
    guided,
    guided_growth,
    let,
    per_share,
    segment_subject,
    share_of_sales,
    sharer_moved,
)
from transforms.grammar.wordlists import MOVED
from transforms.language.quantities import Quantity
from transforms.language.terms import MetricTerm, SegmentTerm

_IN_TIME = re.compile(r" (?:year|month|week|hour|minute)s?\b(?! (?:over|ago|earlier))")
"""A count of these is no count of what a metric counts: "customers for 30 years"."""
RULES: dict[str, Callable[[Context, int], Iterator[Link]]] = {
    "component": component, "organic_part": organic_part, "left": left, "right": right, "opens_at": opens_at, "opens_moved": opens_moved, "respectively": respectively, "next_part": next_part, "listed_for": listed_for, "earlier": earlier, "segment_subject": segment_subject,
    "contribution": contribution, "from_operations": from_operations, "share_of_sales": share_of_sales, "sharer_moved": sharer_moved, "earned": earned, "earned_more": earned_more, "per_share": per_share, "guided": guided, "guided_growth": guided_growth, "by_verb": by_verb, "let": let,
}  # fmt: skip
_OF_EFFECTS_TOO = ("component", "organic_part")
"""Rules for what else is the effect of something: "sales rose 9%, including 6% organic growth"."""
THRESHOLD = 0.5
"""Proposals less sure than this are left out: a number that belongs to no metric is not forced into one."""
_OTHER_MOVED = re.compile(
    r" (?:higher|lower|increased|decreased|reduced) (?:(?:average|net|realized|selling|unit|overall|input|freight|labor|room|ticket|like for like) )*(?:pric(?:es?|ing)|rates?|mix|costs?|wages?|inflation|volumes?|traffic|transactions|tickets?)\b"
)
"""What else moved so far, behind a rate: "9% higher prices"."""
_OF_PROGRAM = re.compile(
    r" (?:accelerated )?(?:(?:share|stock|unit) )?(?:buybacks?|buy back|repurchases?)(?: (?:programs?|authorizations?|plans?))?\b"
)
"""What money is set aside to buy: "a dividend of $0.33 per share and a new $500 million buyback program"."""
_OF_CAUSE = re.compile(
    r" of (?:(?:positive|negative|net|higher|lower|favorable|unfavorable) )*(?P<what>price|pricing|volume|mix|inflation|productivity|currency|fx|freight)\b(?! (?:transactions?|revenue|sales)\b)"
)
"""What brought about so much, in a walk from one amount to another: "starts with $6 million of price"."""
_FROM_WHERE = re.compile(
    r" (?:of which )?(?:came |was |were )?(?:from|outside|within) (?!(?:the |a |last |our )?(?:prior|previous|last|year|quarter|same|first|second|third|fourth|\d))"
)
_RANKED = re.compile(
    r"\b(?:fortune|top|largest|biggest|first|next|class|phase|tier|level|stage|category|type|grade|wave|generation|lower|higher|slower|reduced) $"
)
"""So many of them are no count: "our top 10 customers", "Fortune 500 customers", "a Class 1 customer", "lower 300 series deliveries"."""
_PER_THING = re.compile(
    r" (?:per|a|an|each) (?:(?:active|operating|net|gross|new) )?(?:well|rig|store|restaurant|day|week|operating week|unit|barrel|boe|mcf|mcfe|mmbtu|ounce|ton|tonne|pound|gallon|room|key|site|home|house|square foot|customer|employee|patient|member|vehicle|mile|case|share of)\b"
)
_OF_SHARES = re.compile(
    r" (?:of (?:our|its|the company's) (?:own )?)?(?:(?:common|ordinary|outstanding|class [a-z]) )*(?:shares|stock)\b(?! repurchases)"
)
_AFTER_MONEY = re.compile(
    rf"$|[^\w ]| (?:{MOVED}|came|represents?|represented|reflects?|reflected|declined|ended|in|for|of|and|or|to|from|this|that|compared|versus|vs|up|down|as|which|with|at|on|year|by|was|were|is|during|the|net|an?|per|over|due|driven|total|but|while|so|higher|lower|increase|decrease|worth|we|our|million|range|growth|after|plus|including|excluding|than|representing|respectively)\b"
)


_DONE = (
    "earned",
    "generated",
    "deliver",
    "produced",
    "mined",
    "earned",
    " sold ",
    " sell ",
    " ship",
    " close",
    " open",
    " repurchased",
    " set aside",
    " provided",
    " made ",
    " per day",
    " a day",
    " purchased",
    " bought back",
    " to repurchase",
    " to buy back",
    " buying back",
    "% leased",
    "% occupied",
)
"""What was done with a number whose metric may go unnamed."""


def may_state(text: str, normal: str, quantities: Sequence[Quantity], terms: Sequence[MetricTerm], segments: Sequence[SegmentTerm], earlier: MetricTerm | None, told: str | None) -> bool:  # fmt: skip
    """Whether any number of a sentence can state a metric: most sentences need no look at each of their numbers."""
    if (
        terms
        or any(word in normal for word in _DONE)
        or any(q.kind == "per_share" or q.kind == "money" and q.is_range for q in quantities)
    ):
        return True
    return earlier is not None and bool(
        segments
        or REFERS.match(normal)
        or quantities
        and (told and quantities[0].start < _SOON or moved_subject(text, normal, quantities[0].start))
    )


_SOON = 120
"""So early in a sentence stands a number of what the sentence before told."""


def _is_rate_beside_rate(context: Context, index: int) -> bool:
    """Whether a percentage is held against another one that is no growth: "the provision for taxes was 24% compared to 22%"."""
    if index == 0 or context.frames[index].role != "comparison":
        return False
    before, quantity, normal = context.quantities[index - 1], context.quantities[index], context.normal
    return (
        context.frames[index - 1].role == "level"
        and before.kind == "percent"
        and not _GROWTH.search(normal, max(0, before.start - 60), quantity.end)
        and not _GREW_BY.match(normal, quantity.end)
    )


_GROWTH = re.compile(r"\b(?:growth|grew|comps?|comp sales|accelerat\w*|decelerat\w*|lapping|on top of)\b")
_GREW_BY = re.compile(r" (?:[\w']+ )?(?:growth|increase|decline|decrease|comp)\b")


def link(context: Context, index: int, without: frozenset[str] = frozenset()) -> Link | None:
    """The best proposal of all rules for one quantity, None where none is good enough."""
    best: Link | None = None
    quantity = context.quantities[index]
    for name in _OF_EFFECTS_TOO:
        if name not in without and (found := next(RULES[name](context, index), None)):
            return found
    if context.frames[index].role == "effect" or TAKEN_BACK.match(context.normal, quantity.end):
        return None
    if quantity.kind == "number" and quantity.scaled and _OF_SHARES.match(context.normal, quantity.end):
        # "purchasing 2 million of our shares": a count, no amount of money
        counted = replace(quantity, scaled=False)
        context = replace(context, quantities=[*context.quantities[:index], counted, *context.quantities[index + 1 :]])
    if quantity.kind == "number" and (
        _IN_TIME.match(context.normal, quantity.end) or _RANKED.search(context.normal, 0, quantity.start)
    ):
        return None
    unfit = _unfit(context, index)
    for name, rule in RULES.items():
        if name in without or name in _OF_EFFECTS_TOO:
            continue
        for proposal in rule(context, index):
            if any(is_of_none(proposal) for is_of_none in unfit):
                continue
            if proposal.score >= THRESHOLD and (best is None or proposal.score > best.score):
                best = proposal
    if best is None and (moved := _come_to(context, index, without)):
        return moved
    if spoken := _again(context, index, best, without):
        return spoken
    return told_two_ways(context, index, best) if best else None


def _again(context: Context, index: int, best: Link | None, without: frozenset[str]) -> Link | None:
    """What was just told, at another time or without something: "margin was 41%, and if you strip out the charge, it was 42%"."""
    if (
        (told := told_before(context, index)) is None
        or best is not None
        and best.term.end <= context.quantities[told].end
    ):
        return None
    before = link(context, told, without)
    fit = fits(before.term.metric, context.quantities[index], context.frames[index]) if before else None
    return Link(before.term, *fit, 0.85, "again") if before and fit and fit[0] == before.metric else None


def _unfit(context: Context, index: int) -> list[Callable[[Link], bool]]:
    """What tells, by the words beside a number, that a proposal is not for it."""
    quantity, normal = context.quantities[index], context.normal
    before = context.quantities[index - 1] if index else None
    found: list[Callable[[Link], bool]] = []
    if quantity.kind == "number" and quantity.scaled and not _AFTER_MONEY.match(normal, quantity.end):
        found.append(lambda proposal: proposal.unit != "count")  # "a 7 billion parameter model"
    is_of_other = (
        quantity.kind == "percent"
        and (_OTHER_MOVED.match(normal, quantity.end) or before and _is_from_there(normal, before, quantity))
        or quantity.kind == "money"
        and _OF_PROGRAM.match(normal, quantity.end)
    )
    if is_of_other:
        found.append(lambda proposal: proposal.term.end <= quantity.start)
    if quantity.kind == "money" and (cause := _OF_CAUSE.match(normal, quantity.end)):
        of_cause = cause["what"][:4]
        found.append(
            lambda proposal: (
                proposal.term.end <= quantity.start and not normal.startswith(of_cause, proposal.term.start)
            )
        )
    if quantity.kind == "money" and _PER_THING.match(normal, quantity.end):
        # "savings of $200,000 to $300,000 per well" are not the savings
        found.append(_is_all_of_it)
    if (noun := listed_noun(context, index)) is not None:
        # "inventory, receivables and payables were $1.3 billion, $1.7 billion and $867 million, respectively"
        begin, end = noun
        found.append(lambda proposal: not begin <= proposal.term.start < end)
    if (beside := noun_beside(context, index)) is not None:
        # "revenues and transactions grew 4% and 9%, respectively"
        found.append(lambda proposal: proposal.term.end == beside)
    if _is_rate_beside_rate(context, index):
        found.append(_is_of_no_rate)
    return found


def _is_from_there(normal: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a rate is how much of an amount came from somewhere: "fees were $53 million, 30% from North America", "with 35% from abroad"."""
    return (
        normal[before.end : quantity.start] in (", ", ", with ", " with ")
        and _FROM_WHERE.match(normal, quantity.end) is not None
    )


def _is_all_of_it(proposal: Link) -> bool:
    return proposal.unit == "currency" and "currency_per_share" not in proposal.term.metric.units


def _is_of_no_rate(proposal: Link) -> bool:
    return proposal.unit == "percent" and not {"percent", "ratio"} & set(proposal.term.metric.units)


def _come_to(context: Context, index: int, without: frozenset[str]) -> Link | None:
    """What the change before has led to is of the metric that changed: "glass sales were $1 million, lamps were up 12% to $2 million"."""
    before, quantity = context.quantities[index - 1] if index else None, context.quantities[index]
    if (
        before is None
        or before.kind != "percent"
        or quantity.kind != "money"
        or context.frames[index].role != "level"
        or context.frames[index - 1].role != "change"
        or not COME_TO.fullmatch(context.normal, before.end, quantity.start)
    ):
        return None
    changed = link(context, index - 1, without)
    fit = fits(changed.term.metric, quantity, context.frames[index]) if changed else None
    return Link(changed.term, *fit, 0.6, "come_to") if changed and fit and fit[1] == "currency" else None
