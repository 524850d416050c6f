"""Amounts that name no period, and whose period the rest of the call tells.

By the same amount: "Free cash flow for the year was $462 million" tells of when an earlier "free cash flow of $462 million"
was. By size, of the quarter and the year so far: "Adjusted EPS was $2.05 … Adjusted EPS for the fourth quarter was $0.57":
the first is the year's. Takes the statements of one call that are about what was, in order; gives the same statements,
some of another period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from schemas.vocabulary import metrics
from transforms.coherence import Said, is_precise
from transforms.grammar.model import Call, Statement
from transforms.grammar.wordlists import UNNAMED
from transforms.language.periods import year_before

_LEAST, _MOST = 0.75, 1.35
"""The year so far is about as many quarters as have passed, give or take what differs between them."""
_SAME = 0.15
"""So near are two statements of one amount, rounded or misstated."""
_NEAR, _FAR = 6, 20
"""So many statements a sentence has on either side of one; so many before one, a period may still be spoken of."""
_SURE = 0.6
"""Of two amounts of which neither names a period, the smaller must be as sure to be the quarter's."""


def placed(said: Sequence[Said], call: Call) -> list[Said]:
    """The statements of a call, each that names no period placed in the one the call tells, with what is said beside it."""
    return _by_size(_by_the_same(said), call)


def _by_the_same(said: Sequence[Said]) -> list[Said]:
    """The statements of a call, each amount without a period that is named elsewhere placed where that is."""
    found = list(said)
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in _company_amounts(said):
        if is_precise(one):
            same[one.metric, one.segment, one.unit, one.value].append(number)
    for numbers in same.values():
        statements = [said[number].statement for number in numbers]
        named = {one.period for one in statements if one.period_named}
        if len(named) != 1:
            continue
        (period,) = named
        for number, one in zip(numbers, statements, strict=True):
            if not one.period_named and one.period != period:
                _move(found, said, number, one.period, period, metric=one.metric)
    return found


def _by_size(said: Sequence[Said], call: Call) -> list[Said]:
    """The statements of a call, those of the year so far or of the quarter by their size placed there."""
    quarters, now, longer = call.fiscal.quarter, str(call.fiscal), call.year_to_date
    found = list(said)
    if quarters == 1:
        return found
    too_large = (one for numbers in _amounts(said, now) for one in _of_longer(said, numbers, quarters, longer))
    too_small = (one for numbers in _amounts(said, longer) for one in _of_quarter(said, numbers, quarters))
    for before, after, misplaced in ((now, longer, too_large), (longer, now, too_small)):
        for number in misplaced:
            _move(found, said, number, before, after)
    return found


def _move(found: list[Said], said: Sequence[Said], number: int, before: str, after: str, metric: str = "") -> None:
    """Place a statement and what is said beside it in another period; with `metric`, of that metric or of it a share alone."""
    for other in _beside(said, number, before):
        if not said[other].statement.metric.startswith(metric):
            continue
        found[other] = said[other]._replace(statement=_moved(said[other].statement, before, after))


def _amounts(said: Sequence[Said], period: str) -> list[list[int]]:
    """The amounts that add up over quarters and were read as a period's, figure by figure."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in _company_amounts(said):
        if one.period == period and one.value > 0:
            groups[one.metric, one.segment, one.basis, one.unit].append(number)
    return list(groups.values())


def _company_amounts(said: Sequence[Said]) -> Iterator[tuple[int, Statement]]:
    """The amounts of what adds up over quarters that the company states in its own words."""
    for number, (turn, _, one) in enumerate(said):
        if (
            turn.is_official and turn.from_company and not one.is_future
            and one.measure == "level" and one.metric in _flows() and one.segment != UNNAMED
        ):  # fmt: skip
            yield number, one


@cache
def _flows() -> frozenset[str]:
    """What adds up over quarters."""
    return frozenset(
        metric.canonical_name
        for metric in metrics()
        if not metric.balance
        and "dividend" not in metric.name
        and {"currency", "currency_per_share"} & set(metric.units)
    )


def _of_longer(said: Sequence[Said], numbers: Sequence[int], quarters: int, longer: str) -> Iterator[int]:
    """Those of one figure's amounts that name no period and are too large for the quarter by as many times as quarters have passed."""
    statements = {number: said[number].statement for number in numbers}
    known = [one.value for one in statements.values() if one.period_named]
    if not known:
        least = min(statements.values(), key=lambda one: one.value)
        if least.confidence < _SURE:
            return
        known = [least.value]
    for number, one in _unnamed(statements, known, "quarter"):
        is_longer = any(_is_as_many(one.value / value, quarters) for value in known)
        if is_longer and _was_spoken_of(said, number, one.period, longer):
            yield number


def _of_quarter(said: Sequence[Said], numbers: Sequence[int], quarters: int) -> Iterator[int]:
    """Those that name no period and are too small for the year so far, which another amount of the figure names, by as many times."""
    statements = {number: said[number].statement for number in numbers}
    known = [one.value for one in statements.values() if one.period_named]
    for number, one in _unnamed(statements, known, "year"):
        if any(_is_as_many(value / one.value, quarters) for value in known):
            yield number


def _unnamed(statements: Mapping[int, Statement], known: Sequence[float], word: str) -> Iterator[tuple[int, Statement]]:
    """Those that name no period, stand in a sentence without a word, and are none of the amounts known said again."""
    for number, one in statements.items():
        if not (one.period_named or word in one.normal or any(abs(one.value / value - 1) < _SAME for value in known)):
            yield number, one


def _is_as_many(times: float, quarters: int) -> bool:
    """Whether one amount is as many times another as quarters have passed."""
    return _LEAST * quarters < times < _MOST * quarters


def _was_spoken_of(said: Sequence[Said], number: int, now: str, longer: str) -> bool:
    """Whether of the two periods the longer was the one said last before a statement."""
    for other in range(number - 1, max(-1, number - _FAR), -1):
        one = said[other].statement
        if said[other].turn.turn_no != said[number].turn.turn_no:
            break
        if one.period_said and one.period in (now, longer):
            return one.period == longer
    return False


def _beside(said: Sequence[Said], number: int, period: str) -> Iterator[int]:
    """A statement and the others of its sentence that are of the same time, or held against it a year before."""
    own = said[number]
    for other in range(max(0, number - _NEAR), min(len(said), number + _NEAR + 1)):
        turn, _, one = said[other]
        if turn.turn_no != own.turn.turn_no or one.sentence != own.statement.sentence or one.measure == "qoq_change":
            continue
        if one.period == period and not one.period_named or one.period == year_before(period):
            yield other


def _moved(one: Statement, before: str, after: str) -> Statement:
    period = after if one.period == before else year_before(after)
    balance = one.metric not in _flows() and one.measure == "level" and one.unit == "currency"
    return one if balance else replace(one, period=period)
