"""What a whole call says of a figure, against each sentence read alone.

A sentence such as "Revenue was $120 million" seems to speak of the whole company; where the call gives its
revenue as $512 million, surely and more than once, it spoke of a part. Takes the statements of one call that are
about what was; gives the same statements, those that the call contradicts moved to the part spoken of, or less
sure. What looks like an error of speech (a power of ten, the sign, misheard digits) stays as it is: such
conflicts are for the checks to report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from schemas.vocabulary import metrics
from transforms.grammar.clauses import last_part
from transforms.grammar.model import Statement
from transforms.grammar.parts import A_SHARE_BESIDE
from transforms.grammar.statements import whole_of
from transforms.grammar.wordlists import TOTAL, UNNAMED, is_place, snake
from transforms.mentions import WHOLE_SURE, Mention, agreeing, meets, whole_first
from transforms.metrics import confidence
from transforms.suspects import relation
from transforms.turns import Turn

_CONTRADICTED = 0.7
"""How much less a statement is worth that the call contradicts."""
_NEARLY = 0.15
"""So near to the figure that the call gives, another is that figure misstated rather than that of a part."""
_MAY_BE_WHOLE = 2.0
"""Up to so many times the figure that the call gives, a larger one may be right."""
_CARRIED = 0.8
"""How much less a part counts that an earlier sentence named."""
_VAGUE = 0.5
"""How much less "double-digit growth" counts than growth of 3.1%."""
_PRECISE = 3
"""Digits from which on the same number is the same figure, and no chance."""


_EXCLUDING = re.compile(r"(?:(?:and|but|so|now|when)[ ,]+)*(?:excluding|adjusting for|absent|without)\b")


class Said(NamedTuple):
    """A statement, and the turn it was made in."""

    turn: Turn
    speaker_id: str
    statement: Statement


def is_precise(one: Statement) -> bool:
    """Whether an amount has so many digits that the same number again is the same figure."""
    digits = f"{one.value:.9g}".strip("-0.").replace(".", "").rstrip("0")
    return one.unit in ("currency", "currency_per_share") and len(digits) >= _PRECISE


def coherent(said: Sequence[Said]) -> list[Said]:
    """The statements of a call, each read in the light of the others; order and number stay the same."""
    said = _under_headings(said)
    found = list(said)
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    by_value: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, (turn, _, one) in enumerate(said):
        if turn.is_official and turn.from_company and not one.is_future and one.segment != UNNAMED:
            groups[_key(one)].append(number)
            by_value[one.metric, one.measure, one.unit, one.value].append(number)
    moved, doubtful, repeated = _judged(said, groups.values())
    for number in doubtful:
        found[number] = said[number]._replace(statement=_less_sure(said[number].statement))
    spoken: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number in (number for numbers in groups.values() for number in numbers):
        spoken[said[number].turn.turn_no, said[number].statement.sentence].append(number)
    for numbers in spoken.values():
        anchor = None
        for number in sorted(
            _moving(said, numbers, moved, repeated), key=lambda at: said[at].statement.measure != "level"
        ):
            one = said[number].statement
            same = [said[other] for other in by_value[one.metric, one.measure, one.unit, one.value] if other != number]
            if _is_of_the_whole(said, number, numbers, moved):
                now = _less_sure(one)  # "Sales were $512 million, up 8%", where others say 7%: both of the whole
            elif anchor and _is_beside(one, anchor[0]):
                now = _follow(one, *anchor)  # "Sales increased 17% to $1.9 billion": both of the year
            else:
                now = _said_again(one, same) or _elsewhere(one, moved[number])
            found[number] = said[number]._replace(statement=now)
            if one.measure == "level" and anchor is None:
                anchor = one, now
        if anchor:
            for number in _beside(said, numbers, anchor[0], repeated):
                if number not in moved:
                    found[number] = said[number]._replace(statement=_follow(said[number].statement, *anchor))
    return found


def _under_headings(said: Sequence[Said]) -> list[Said]:
    """The statements of a call, a line of several parts named after the part it is told under.

    "Turning to Pumps. Online sales grew 9% … Turning to Lamps. Online sales fell 3%": both are of the part turned to.
    """
    found = list(said)
    headings = {one.statement.heading for one in said}
    lines: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, (turn, _, one) in enumerate(said):
        named = one.segment_said and one.segment not in (TOTAL, UNNAMED) and one.segment not in headings
        if named and turn.is_official and turn.from_company and not one.is_future:
            lines[_key(one)].append(number)
    for numbers in lines.values():
        told_under = {said[number].statement.heading for number in numbers} - {None}
        mentions = [_mention(number, said[number]) for number in numbers]
        if len(told_under) > 1 and not all(meets(mentions[0], other) for other in mentions[1:]):
            for number in numbers:
                one = said[number].statement
                led = _LED_IN.match(one.normal)  # "In Europe, sales were up 15%" turns away from the heading
                both_places = one.heading is not None and is_place(one.heading) and is_place(one.segment)
                if (
                    one.heading
                    and one.heading not in one.segment
                    and not both_places
                    and not (led and snake(led["name"]) == one.segment)
                ):
                    found[number] = said[number]._replace(statement=_of_part(one, f"{one.heading}_{one.segment}"))
    return found


_LED_IN = re.compile(
    r"(?:(?:and|so|now|finally|lastly|next)[ ,]+)*(?:in|for|within|at) (?:our |the )?(?P<name>[\w&' ]{2,40}?)(?: segment| business| region)?, "
)


def _judged(said: Sequence[Said], groups: Iterable[list[int]]) -> tuple[dict[int, Mention], set[int], set[int]]:
    """The contradicted statements with what stands against them, those contradicted in their own sentence, and those said again."""
    moved: dict[int, Mention] = {}
    doubtful: set[int] = set()
    repeated: set[int] = set()
    for numbers in groups:
        if len(numbers) == 1:
            continue
        best, *others = _by_weight(said, numbers)
        made_in = {_sentence(said[int(mention.metric_id)]) for mention in best}
        for number in _contradicted(said, best[0], others):
            if _sentence(said[number]) in made_in:
                doubtful.add(number)  # "up 12% overall and up 9% organically": the second is another figure
            else:
                moved[number] = best[0]
        if len(made_in) > 1:
            repeated.update(int(mention.metric_id) for mention in best)
    return moved, doubtful, repeated


def _moving(
    said: Sequence[Said], numbers: list[int], moved: Mapping[int, Mention], repeated: Set[int]
) -> Iterator[int]:
    """The contradicted statements of a sentence, less those of a figure that the call gives more than once.

    "Sales of $512 million grew 5%": if the call gives $512 million again, the 5% is of the same, whatever else is
    said to have grown.
    """
    held = {_sentence(said[number]) for number in numbers if number in repeated}
    yield from (number for number in numbers if number in moved and _sentence(said[number]) not in held)


def _is_of_the_whole(said: Sequence[Said], number: int, numbers: list[int], moved: Mapping[int, Mention]) -> bool:
    """Whether a contradicted change is said of an amount of the whole that nothing contradicts."""
    one = said[number].statement
    return one.segment == TOTAL and any(
        other not in moved and _is_beside(one, said[other].statement) and said[other].statement.measure == "level"
        for other in numbers
    )


def _beside(said: Sequence[Said], numbers: list[int], anchor: Statement, repeated: Set[int]) -> Iterator[int]:
    """What a sentence says beside an amount that was moved: "Sales were $90 million, up 5%, and EBITDA was $9 million"."""
    is_held = any(number in repeated for number in numbers)
    for number in numbers:
        one = said[number].statement
        if (
            (one.segment, one.period) == (anchor.segment, anchor.period)
            and one.has_parts
            and not _is_explicit(one)
            and (not is_held or one.metric == anchor.metric and number not in repeated)
        ):
            yield number


def _is_beside(one: Statement, other: Statement) -> bool:
    """Whether a change is said of the amount beside it."""
    return (one.metric, one.segment, one.period) == (other.metric, other.segment, other.period)


def _follow(one: Statement, before: Statement, now: Statement) -> Statement:
    """A statement moved as another of its sentence was."""
    return replace(
        _of_part(one, now.segment),
        period=now.period,
        confidence=one.confidence * now.confidence / before.confidence,
    )


def _of_part(one: Statement, segment: str) -> Statement:
    """A statement as one of a part; a share of sales then is of those of the part."""
    share_of = (
        one.share_of
        if segment == UNNAMED
        else whole_of(one.normal, one.quantity.end, one.share_of, one.metric, segment)
    )
    return replace(one, segment=segment, share_of=share_of)


def _sentence(said: Said) -> tuple[object, ...]:
    """What the statements of one sentence about one figure share."""
    one = said.statement
    return said.turn.turn_no, one.sentence, one.metric, one.segment, one.basis, one.period


def _key(one: Statement) -> tuple[object, ...]:
    return one.metric, one.segment, one.basis, one.period, one.measure, one.unit, one.share_of


def _by_weight(said: Sequence[Said], numbers: list[int]) -> list[list[Mention]]:
    """The mentions of one figure in groups that agree, the heaviest first."""
    mentions = [_mention(number, said[number]) for number in numbers]
    first = next((at for at, mention in enumerate(mentions) if mention.confidence >= WHOLE_SURE), None)
    if first is not None:
        mentions[first] = mentions[first]._replace(is_first=True)
    one = said[numbers[0]].statement
    return whole_first(one.metric, one.segment, one.measure, agreeing(mentions))


def _contradicted(said: Sequence[Said], best: Mention, others: list[list[Mention]]) -> Iterator[int]:
    """The statements of one figure that lose against what is said of it more surely."""
    for mention in (mention for group in others for mention in group):
        loser = said[int(mention.metric_id)].statement
        if not (_is_explicit(loser) or _is_slip(loser, mention, best) or meets(mention, best)):
            yield int(mention.metric_id)


def _is_explicit(one: Statement) -> bool:
    """Whether a sentence says by itself what its figure is of, so that the conflict is the speaker's."""
    if not one.has_parts:
        return one.period_named
    if not one.segment_said or one.segment == TOTAL:
        return one.segment_said
    near = _near_part(one)
    return near is None or near in one.segment


def _near_part(one: Statement) -> str | None:
    """The part named last before a number, which it may be of; asked only of what the call contradicts."""
    return last_part(one.normal, one.quantity.start) or one.near_part


def _is_slip(one: Statement, mention: Mention, best: Mention) -> bool:
    """Whether the same figure was said, only wrongly: by an error of speech, or nearly right."""
    is_near = (
        one.measure == "level"
        and one.unit != "percent"
        and abs(mention.value - best.value) <= _NEARLY * abs(best.value)
    )
    # "Almost 20%" is wide by its hedge, not by rounding.
    step = mention.high - mention.low if mention.approximation == "exact" else 0.0
    return is_near or relation(mention.value, best.value, step) is not None


def _mention(number: int, said: Said) -> Mention:
    one = said.statement
    sure = confidence(one.confidence, said.turn) * (1.0 if one.segment_said or one.segment == TOTAL else _CARRIED)
    sure *= _VAGUE if "digit" in one.normal[one.quantity.start : one.quantity.end] else 1.0
    return Mention(str(number), "", "", one.basis, one.value, one.low, one.high, one.unit, one.currency, one.share_of, sure,
                   said.turn.char_start + one.start, one.quantity.approximation, one.period_said, is_first=False)  # fmt: skip


def _said_again(one: Statement, same: Sequence[Said]) -> Statement | None:
    """The figure that a contradicted statement repeats: "$4.50" on a call that gives the year's EPS as $4.50."""
    if not is_precise(one):
        return None
    keys = {
        (other.segment, other.basis, other.period)
        for _, _, other in same
        if other.period_named and (other.segment, other.basis, other.period) != (one.segment, one.basis, one.period)
    }
    if len(keys) != 1:
        return None
    segment, basis, period = next(iter(keys))
    if one.period_named and period != one.period or one.segment_said and segment != one.segment:
        return None
    return replace(_of_part(one, segment), basis=basis, period=period)


def _elsewhere(one: Statement, best: Mention) -> Statement:
    """A contradicted statement: of the year, of the part spoken of, of one that nothing names, or less sure."""
    if not one.has_parts:
        return _less_sure(one)
    if one.segment == TOTAL and one.measure == "level" and one.unit == "currency" and abs(one.value) > abs(best.value):
        if one.period.endswith("Q4") and not one.period_named:
            return replace(one, period=f"{one.period[:4]}FY")  # beside the fourth quarter the year is spoken of
        if one.metric in _never_larger():
            # No part is larger than the whole, but for profits; a little larger, it may be the whole itself.
            return one if abs(one.value) < _MAY_BE_WHOLE * abs(best.value) else _less_sure(one)
    if A_SHARE_BESIDE.match(one.normal, one.quantity.end):
        return _less_sure(one)  # no part has earnings a share
    is_named = one.segment_said and one.segment != TOTAL
    if _EXCLUDING.match(one.normal) and (is_named or last_part(one.normal, one.quantity.start) is None):
        # "Excluding the recall, device sales declined by 3%": of the same part, or of all as before
        return _less_sure(one)
    near = _near_part(one)
    if is_named:
        # "recurring revenue in this business" beside the company's recurring revenue
        return _of_part(one, f"{near}_{one.segment}")
    if near and one.segment == TOTAL:
        return _of_part(one, near)
    return replace(one, segment=UNNAMED, confidence=one.confidence * _UNNAMED_SURE)


_UNNAMED_SURE = 0.78
"""A figure that the call contradicts and that nothing names a part for is seldom read right."""


@cache
def _never_larger() -> frozenset[str]:
    return frozenset(metric.canonical_name for metric in metrics() if metric.segments and not metric.negative)


def _less_sure(one: Statement) -> Statement:
    return replace(one, confidence=one.confidence * _CONTRADICTED)
