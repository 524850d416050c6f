"""What was expected before: the range that another replaces, in the same sentence or in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from transforms.grammar.frames.comparisons import TO_RANGE
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.model import Sentence, Statement
from transforms.language.quantities import SIGNS, Quantity
from transforms.metrics import Row

_PRIOR = "(?:prior|previous|original|initial|earlier)"
_PREVIOUS = re.compile(
    r"\b(?:(?<!range )(?<!ranges )(?<!ranging )(?<!and )from|versus|compared (?:to|with)|than|replac\w+)(?: (?:a|an|our|the|its|revised|updated|what was|of|high|higher|low|lower|upper|end|midpoint|range|up|down|roughly|about|approximately))* ?(?:(?:prior|previous(?:ly)?|earlier|original(?:ly)?|initial|last|november|february|may|august)\b[^.;]{0,45})?$"
)
_PREVIOUS_SAID = re.compile(
    r"\b(?:prior|previous(?:ly)?|earlier|original(?:ly)?)(?: [a-z]+){0,6}(?: of| was| range of| between| to be)*(?: approximately| about)?(?: (?:roughly |relatively )?flat to)?(?: up| down)? ?$"
)
_UP_FROM_PREVIOUS = re.compile(
    r"\b(?:up|down|compared|versus|increase|decrease|higher|lower|above|below)(?: from| to| with| than)? (?:our |the |a )?(?:prior|previous(?:ly)?|earlier|original(?:ly)?|initial)\b(?:(?! in (?:a|the) )[^.;]){0,45}$"
)
_BESIDE = re.compile(
    r"^(?: per (?:diluted )?share)?(?: in (?:constant|local) currenc(?:y|ies)| on an? (?:[a-z]+ ){1,2}basis| (?:for|in) (?:the )?(?:full |fiscal )?(?:year|20\d\d))?"
)
"""What stands between what is expected and the words for what was: "8% in constant currency, compared to the previous"."""
_BESIDE_PREVIOUS = re.compile(
    rf"\b(?:above|below) (?:our |the )?{_PRIOR}(?:ly)?\b(?:(?! in (?:a|the) )[^.;,]){{0,45}}$"
)


def with_previous(ahead: list[Statement], sentence: Sentence) -> Iterator[tuple[Statement, Statement | None]]:
    """Pair an expectation with the range it replaces: "to $2.40 to $2.50 from a prior range of $2.20 to $2.40"."""
    ahead = _ranges_before(ahead, sentence.normal)
    lefts = [sentence.normal[max(0, said.quantity.start - 70) : said.quantity.start] for said in ahead]
    taken = {number for number, said in enumerate(ahead) if _is_replaced(said, sentence)}
    taken |= {
        number
        for number, (said, after) in enumerate(pairwise(ahead))
        if _gives_way(said, after, lefts[number], sentence.normal)
    }
    taken |= {
        number
        for number, said in enumerate(ahead)
        if number and _UP_FROM_SAID.search(lefts[number]) and _same(ahead[number - 1], said)
    }  # "raised our guidance to approximately $1.7 billion, up from approximately $1.5 billion"
    for number, said in enumerate(ahead):
        if number in taken and (
            len(taken) < len(ahead) or _UP_FROM_PREVIOUS.search(lefts[number]) or _was_guided(said.quantity, sentence)
        ):
            continue  # what was expected before is no expectation any more
        near = sorted(
            (abs(other - number), other)
            for other in taken
            if ahead[other].metric == said.metric and ahead[other].unit == said.unit
        )
        before = ahead[near[0][1]] if near and number not in taken else _stated_before(said, sentence)
        yield said, _declined(before, sentence.normal) if before else None


def _gives_way(said: Statement, after: Statement, left: str, normal: str) -> bool:
    """Whether an expectation is moved to the next: "raised the range from 65 million to 75 million to between 85 million and 90 million"."""
    end, start, same = said.quantity.end, after.quantity.start, _same(said, after)
    is_moved = said.quantity.is_range or same and _MOVES_TARGET.search(left)
    if is_moved and TO_RANGE.fullmatch(_BESIDE.sub("", normal[end:start])):
        return True
    is_old = same and _MOVES_OLD.search(normal, 0, said.quantity.start)
    return bool(is_old and _OLD_TO_NEW.fullmatch(normal, end, start))


def _declined(before: Statement, normal: str) -> Statement:
    """What was expected before with the sign of a decline: "compared to our prior guidance for a 1 to 4 percent decline"."""
    quantity = before.quantity
    is_decline = before.measure != "level" and before.low >= 0
    if not is_decline or not (_DECLINE.match(normal, quantity.end) or normal.endswith(" down ", 0, quantity.start)):
        return before
    return _below_zero(before)


def _below_zero(said: Statement) -> Statement:
    return replace(said, value=-said.value, low=-said.high, high=-said.low)


_DECLINE = re.compile(r" (?:decline|decrease|drop|reduction|contraction)\b")


def _is_replaced(said: Statement, sentence: Sentence) -> bool:
    """Whether a number is what was expected before: "from a prior range of $2.20 to $2.40", not "up from our prior guide, margins of 16%"."""
    start, own = said.quantity.start, said.start - sentence.start
    if _OF_A_TIME.match(sentence.normal, said.quantity.end):
        return False
    found = [
        pattern.search(sentence.normal, max(0, start - 70), start)
        for pattern in (_PREVIOUS, _PREVIOUS_SAID, _BESIDE_PREVIOUS)
    ]
    return any(
        match and not (match.start() < own < start and "," in sentence.normal[match.start() : own]) for match in found
    )


_OF_A_TIME = re.compile(r" (?:in|during|for) the (?:(?:first|second|third|fourth|back) )+(?:half|quarter) to\b")
"""What an expectation begins at: "to increase from high single digits in the first half to low teens by the fourth quarter"."""
_OF_ONE_KIND = (("per_share", "money", False), ("money", "number", True))
"""What an expectation is, and what was expected before may be called less closely: "$5 million, up from 4 million"."""


def _stated_before(said: Statement, sentence: Sentence) -> Statement | None:
    """What was expected before, where it stands right behind: "EPS of $1.80 to $1.90, down from our prior range of $2.00 to $2.10"."""
    normal = sentence.normal
    behind = next((one for one in sentence.quantities if one.start >= said.quantity.end), None)
    if behind is None or abs(said.value) != abs(said.quantity.value):
        return None
    if behind.kind != said.quantity.kind and (said.quantity.kind, behind.kind, behind.scaled) not in _OF_ONE_KIND:
        return None
    gap = _BESIDE.sub("", normal[said.quantity.end : behind.start])
    is_before = (
        _FROM_THE_PREVIOUS.fullmatch(gap) or _FROM_NUMBER.fullmatch(gap) and _PREVIOUSLY.match(normal, behind.end)
    )
    if not is_before:
        return None
    before = _declined(replace(said, quantity=behind, value=behind.value, low=behind.low, high=behind.high), normal)
    if said.value == said.quantity.value or before.value != behind.value:
        return before
    # "down 3% to 5%, compared to our previous range of 2% to 4%" may be either way; "down 3%, better than our prior 5%" may not
    is_alike = (" better " in gap) == (abs(said.value) < behind.value) and _BETTER_OR_WORSE.search(gap)
    return _below_zero(before) if is_alike else None


_HELD = r"(?:,? which (?:is|was|compares|represents)|,)? (?:(?:slightly |an? )?(?:up|down|raised|lowered|narrowed|revised|above|below|higher|lower|better|worse|increase|decrease|reduction|improvement|versus|vs|compared|ahead of|from|than|to|with)[ ,]+)+"
_SAID_THEN = r"(?:previously|originally|initially|earlier) (?:had )?(?:said|expected|guided|assumed|thought|called|anticipated|forecast|planned)(?: (?:to|for|on|growth|of|about|approximately|a|the|range|between))*"
_FROM_THE_PREVIOUS = re.compile(
    rf"{_HELD}(?:our |the |its |a )?(?:prior|previous(?:ly)?|original(?:ly)?|initial|earlier)(?! (?:year|quarter|period)\b)(?: [\w'-]+){{0,4}} [$£¥₠-⃏]?"
    rf"|(?:;|,? and) (?:our|the) {_PRIOR} (?:[\w'-]+ ){{0,2}}(?:range|guidance|outlook|expectation|view|forecast) (?:was|had been|called for)(?: (?:for|between|an?|range|of|about|approximately))* [$£¥₠-⃏]?"
    rf"|,? (?:where|whereas|while|versus where) (?:we|our (?:guidance|outlook)) (?:had |have )?{_SAID_THEN} [$£¥₠-⃏]?"
)
_BETTER_OR_WORSE = re.compile(r" (?:better|worse) (?:than|compared)\b")
_FROM_NUMBER = re.compile(rf"{_HELD}(?:(?:our|the|about|approximately|around|roughly) )*[$£¥₠-⃏]?")
_PREVIOUSLY = re.compile(
    r"(?: per (?:diluted )?share)? (?:previously|before|originally|initially|prior(?=[.,;]|$))(?! (?:reported|disclosed|announced))"
)


def _ranges_before(ahead: list[Statement], normal: str) -> list[Statement]:
    """Join the ends of a range that another replaces: "between $6 million and $7 million, up from $5 million to $6 million"."""
    joined: list[Statement] = []
    for said in ahead:
        low, new = (joined[-1], joined[-2]) if len(joined) > 1 else (None, None)
        if (
            low
            and new
            and new.quantity.is_range
            and not low.quantity.is_range
            and _same(low, said)
            and _same(new, low)
            and _UP_FROM.search(normal, 0, low.quantity.start)
            and (
                (gap := normal[low.quantity.end : said.quantity.start].strip(f" {SIGNS}")) == "to"
                or gap == "and"
                and _FROM_PRIOR.search(normal, 0, low.quantity.start)
            )
        ):
            quantity = replace(low.quantity, high=said.quantity.high, end=said.quantity.end, is_range=True)
            joined[-1] = replace(low, low=low.value, high=said.value, end=max(low.end, said.end), quantity=quantity)
        else:
            joined.append(said)
    return joined


_MOVED_FROM = r"\b(?:up|down|changed|changing|increas(?:ed|ing)|rais(?:ed|ing)|lower(?:ed|ing)|narrow(?:ed|ing)|tighten(?:ed|ing)|revised)(?: slightly)? from"
_UP_FROM = re.compile(rf"{_MOVED_FROM} (?:(?:our |the )?(?:[a-z]+ ){{1,4}}of )?[$£¥₠-⃏]?$")
_UP_FROM_SAID = re.compile(
    rf",? {_MOVED_FROM}(?: (?:about|approximately|around|roughly|at least|more than|greater than|over|no more than|up to))* ?[$£¥₠-⃏]?$"
)
_FROM_PRIOR = re.compile(rf"{_MOVED_FROM} (?:our |the )?{_PRIOR} (?:[a-z]+ ){{1,3}}of [$£¥₠-⃏]?$")
_MOVES = "rais|increas|lift|lower|reduc|cut|revis|updat|mov"
_MOVES_TARGET = re.compile(
    rf"\b(?:{_MOVES})\w*\b[^.;]{{0,60}}\b(?:of|from)(?: (?:about|approximately|roughly|over|at least|negative|minus))* ?$"
)
"""What stands before an expectation that is replaced: "raising our savings target of $124 million to at least $166 million"."""
_MOVES_OLD = re.compile(
    rf"\b(?:{_MOVES}|trim|narrow|tighten)\w*(?: up| down)? (?:our|the|its) (?:[\w'-]+ ){{0,4}}?[$£¥₠-⃏]?$"
)
_IS_GUIDANCE = r"(?: [\w'-]+){0,6}? (?:guidance|outlook|forecast|range|target|guide|estimate|expectation)s?"
"""What a number before it is of: "our $4.00 to $4.20 EPS guidance"."""
_OLD_TO_NEW = re.compile(
    rf"{_IS_GUIDANCE}(?: range)?(?: (?:for|of) [\w' ]{{3,30}}?)?(?: up| down)? to (?:(?:an?|the|new|range|of|between) )*{HEDGES}[$£¥₠-⃏]?"
)
"""From what is replaced to what replaces it: "raising our $4.00 to $4.20 EPS guidance to $4.30 to $4.40"."""


def _was_guided(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a number is all that is said of a guidance that is no more: "our prior $4.00 to $4.20 EPS guidance assumed no recovery"."""
    normal = sentence.normal
    return (
        _PRIOR_BEFORE.search(normal, 0, quantity.start) is not None
        and _GUIDANCE_BEHIND.match(normal, quantity.end) is not None
        and _KEPT.search(normal) is None
    )


_PRIOR_BEFORE = re.compile(rf"\b(?:our|the|its) {_PRIOR}(?: (?:full|year|fiscal|annual|adjusted|20\d\d))* [$£¥₠-⃏]?$")
_GUIDANCE_BEHIND = re.compile(rf"{_IS_GUIDANCE}\b")
_KEPT = re.compile(
    r"\b(?:maintain|reaffirm|reiterat|confirm|keep|remain|stand|continu|repeat)\w*\b|\b(?:unchanged|still|within|on track|(?:high|low|upper|lower|top|bottom) (?:end|half))\b"
)


def _same(said: Statement, other: Statement) -> bool:
    return (said.metric, said.unit, said.measure) == (other.metric, other.unit, other.measure)


def action_between(now: tuple[float | None, float | None], before: tuple[float | None, float | None]) -> str | None:
    """What was done to an expectation, by its ends now and before."""
    low, high = now
    least, most = before
    if low is None or high is None or least is None or most is None:
        return None
    if low >= least and high > most or low > least and high >= most:
        return "raise"
    if low <= least and high <= most:
        return "lower"
    return "narrow" if low > least else None


def with_prior(rows: list[Row], sentence: Sentence) -> list[Row]:
    """The rows of a sentence with what the next one says was expected before: "This compares to our previous guidance of 2% to 4%"."""
    said = next(iter(sentence.quantities), None)
    if said is None or not (
        _PRIOR_OF_IT.fullmatch(sentence.normal, 0, said.start)
        or _IS_AGAINST.match(sentence.normal)
        and _was_guided(said, sentence)
    ):
        return rows
    unit = "currency_per_share" if said.kind == "money" and not said.scaled else _UNITS.get(said.kind)
    fitting = [row for row in rows if row["unit"] == unit and row["previous_low"] is row["previous_high"] is None]
    if len(fitting) != 1:
        return rows
    least, most = (said.low, said.high) if said.is_range else (said.value, said.value)
    low, high = fitting[0]["low"], fitting[0]["high"]
    if not (isinstance(low, float) and isinstance(high, float) and low >= 0):
        return rows  # "to decline 2% to 4%. This compares to our previous guidance of 3%": of which sign is not said
    action = fitting[0]["action"] or action_between((low, high), (least, most))
    prior = {"previous_low": least, "previous_high": most, "action": action}
    return [row | prior if row is fitting[0] else row for row in rows]


_UNITS = {"money": "currency", "per_share": "currency_per_share", "percent": "percent", "point": "percentage_point"}
_THIS_IS = "(?:this|that|which|it|these) (?:compares?|is|represents|are)"
_PRIOR_OF_IT = re.compile(
    rf"(?:(?:and|so|now)[ ,]+)?(?:{_THIS_IS}(?: (?:now|an?|up|down|higher|lower|increase|decrease|improvement|reduction|above|below))* (?:to|with|from|than|versus) (?:our |the )?|(?:our|the) )"
    rf"{_PRIOR} (?:[\w'-]+ ){{0,3}}?(?:guidance|outlook|expectations?|range|forecast|view|guide)(?: range| for (?:the )?(?:full |fiscal )?(?:year|20\d\d))?"
    r" (?:of|was|for|at|called for)(?: (?:about|approximately|around|for|an?|the|range|of|between|growth))* [$£¥₠-⃏]?"
    rf"|(?:(?:and|so|now)[ ,]+)?(?:(?:previously|originally|initially),? (?:we|our guidance|our outlook) (?:had |have )?(?:said|expected|guided|assumed|called|anticipated|forecast)(?: (?:to|for|growth|of|about|approximately|a|the|range|between))*|we (?:had )?{_SAID_THEN}) [$£¥₠-⃏]?"
)
_IS_AGAINST = re.compile(rf"(?:(?:and|so|now)[ ,]+)?{_THIS_IS}\b[^;\d]* (?:to|with|from|than|versus) (?:our|the|its) ")
