"""Statements about what is expected: rows of `guidance`, in numbers, in words, and refused.

Takes the sentences of one call's turns with their statements; gives one row for each expectation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.grammar.measures import has_flat_end
from transforms.grammar.model import Call, Sentence, Statement, Topic
from transforms.guidance.actions import action_on, acts_in
from transforms.guidance.replaced import action_between, with_previous
from transforms.guidance.words import in_words
from transforms.metrics import Row, confidence, evidence, is_sure, key, place
from transforms.turns import Turn

_FORMAL = re.compile(
    r"\b(?:guidance|outlook|forecast|guided?|(?:these|our) (?:expectations|estimates|projections)|we (?:now |currently |still |continue to |also )?(?:expect|anticipate|project|estimate)|(?:is|are) (?:now )?(?:expected|anticipated|projected|forecast))\b"
)
_AMBITION = re.compile(
    r"\b(?:long term|longer term|ambition|aspir\w*|over time|goal|vision|someday|potential|opportunity|north star|could|would like|hope)\b"
)
_OR_MORE = re.compile(r" (?:or|and) (?:more|better|higher|above|greater)|\+| plus\b(?! or\b)")
_OR_BETTER = re.compile(r" or (?:more|better|higher|above|greater)\b")
_OR_LESS = re.compile(r" or (?:less|lower|below)")
_CEILING = re.compile(
    r"\b(?:up to|at most|no more than|not exceed|less than|below|under|or less|or lower|or below|maximum of)\b"
)


def guidance_rows(
    call_id: str, turn: Turn, speaker_id: str, call: Call, sentence: Sentence, statements: list[Statement], topic: Topic
) -> Iterator[Row]:
    """One row for each expectation of a sentence: its numbers first, else its words."""
    formal = bool(_FORMAL.search(sentence.normal) or topic.is_outlook) and not _AMBITION.search(sentence.normal)
    expected = [_weighed(said, formal=formal) for said in statements if said.is_future]
    ahead = [said for said in expected if is_sure(said, turn)]
    official = turn.is_official and turn.from_company
    words = (
        []
        if ahead or not turn.from_company
        else list(in_words(sentence, call, topic, has_numbers=_has_amount(sentence)))
    )
    if not ahead and not words:
        return
    acts = acts_in(sentence.normal)
    if ahead:
        for said, previous in with_previous(ahead, sentence):
            action = action_on(said, sentence.normal, acts)
            yield _number(call_id, turn, speaker_id, said, previous, action, formal, official)
        return
    action = acts[0][1] if acts else None
    for one in words:
        place_ = place(call_id, turn, speaker_id, sentence.start + one.start, sentence.start + one.end)
        yield {
            "guidance_id": key("g", call_id, place_["char_start"], place_["char_end"], one.metric, one.segment, one.form),
            **place_,
            "metric": one.metric, "segment": one.segment, "basis": one.basis, "period": one.period,
            "measure": "level", "low": None, "high": None, "point": None, "unit": None, "currency": None,
            "form": one.form, "direction": one.direction,
            "action": action if one.form == "directional" or action == "withdraw" else None,
            "previous_low": None, "previous_high": None,
            "is_formal": formal and one.form == "directional" and "guidance" in sentence.normal or one.form == "withheld",
            "is_official": official, "confidence": confidence(one.sure, turn), "construction": one.form,
            "sentence": sentence.normal, "number_at": one.start, "segment_said": one.segment_said,
            "period_named": _names_period(sentence, one.period), "near_part": None,
        }  # fmt: skip


def _names_period(sentence: Sentence, period: str) -> bool:
    """Whether a sentence says when it is that something is expected, by the period's name or vaguely."""
    return any(span.period == period for span in sentence.future_spans) or bool(_COMING.search(sentence.normal))


_COMING = re.compile(
    r"\b(?:in|over|for|during|through) the (?:following|coming|upcoming|next few|next several|remaining) (?:two |three |few )?quarters\b"
)
"""A time that is said, though not which: "our margin will be better in the following quarters"."""


def _weighed(said: Statement, *, formal: bool) -> Statement:
    """An expectation, less sure where one number is said in passing: of what is guided to, ranges are given."""
    return said if formal or said.quantity.is_range else replace(said, confidence=said.confidence * _IN_PASSING)


_IN_PASSING = 0.8


def _has_amount(sentence: Sentence) -> bool:
    """Whether a sentence says an amount or a rate, so that its words are not all there is of an expectation."""
    return any(quantity.kind != "number" for quantity in sentence.quantities)


def _number(
    call_id: str,
    turn: Turn,
    speaker_id: str,
    said: Statement,
    previous: Statement | None,
    action: str | None,
    formal: bool,
    official: bool,
) -> Row:
    low, high, point, form = _ends(said)
    before = _ends(previous) if previous else (None, None, None, "")
    action = action or action_between((low, high), before[:2])
    stated = place(call_id, turn, speaker_id, said.start, said.end)
    return {
        "guidance_id": key("g", call_id, stated["char_start"], stated["char_end"], said.quantity.start, said.metric, said.segment, said.period, said.measure),
        **stated,
        "metric": said.metric, "segment": said.segment, "basis": said.basis, "period": said.period, "measure": said.measure,
        "low": low, "high": high, "point": point, "unit": said.unit, "currency": said.currency, "form": form,
        "direction": _direction_of(said), "action": action, "previous_low": before[0], "previous_high": before[1],
        "is_formal": formal, "is_official": official, "confidence": confidence(said.confidence, turn), "construction": said.rule,
        **evidence(said),
    }  # fmt: skip


def _ends(said: Statement) -> tuple[float | None, float | None, float | None, str]:
    quantity = said.quantity
    if quantity.is_range or said.low != said.high and said.measure != "level" and has_flat_end(said.normal, quantity):
        if _finite(said.low) is not None and said.value > 0 and _OR_BETTER.match(said.normal, quantity.end):
            return said.low, None, None, "floor"  # "mid-single-digit or greater growth"
        return (
            _finite(said.low),
            _finite(said.high),
            None,
            "ceiling" if _finite(said.low) is None else "floor" if _finite(said.high) is None else "range",
        )
    left, right = (
        said.normal[max(0, quantity.start - 30) : quantity.start],
        said.normal[quantity.end : quantity.end + 12],
    )
    if re.match(r" (?:20\d\d )?(?:target|goal)\b", right):
        return said.value, said.value, said.value, "point"  # "well above the $550 million 2023 target"
    if end := _ONE_END.search(said.normal, 0, quantity.start):
        return (None, said.value, None, "ceiling") if end["upper"] else (said.value, None, None, "floor")
    is_more = quantity.approximation == "over" or bool(_OR_MORE.match(right))
    is_less = (
        quantity.approximation == "under"
        and bool(_CEILING.search(left))
        and not _MOVED_UP_TO.search(said.normal, 0, quantity.start)
        or bool(_OR_LESS.match(right))
    )
    if is_more or is_less:
        # A decline of more than 20% is a change of at most -20%.
        is_floor = is_more == (said.value >= 0)
        return (said.value, None, None, "floor") if is_floor else (None, said.value, None, "ceiling")
    return said.value, said.value, said.value, "point"


_MOVED_UP_TO = re.compile(
    r"\b(?:mov|took|tak|br(?:ing|ought)|bump|nudg|increas|rais|lift)\w*\b[^;$%\d]*(?:20\d\d)?[^;$%\d]* up to(?: (?:about|approximately))* [$£¥₠-⃏]?$"
)
"""To where an expectation was moved, which is no bound: "we moved our free cash flow up to about $2.7 billion"."""
_ONE_END = re.compile(
    r"\b(?:(?:low|lower|bottom)|(?P<upper>high|higher|upper|top)) end of (?:our|the|its) [^,;$%\d]{0,60}?\bto (?:(?:about|approximately|at least) )*[$£¥₠-⃏]?$"
)
"""Of a range that one end is moved of: "we are raising the low end of our EPS guidance to $4.20"."""


def _finite(value: float) -> float | None:
    return None if value in (float("inf"), float("-inf")) else value


def _direction_of(said: Statement) -> str | None:
    if not said.measure.endswith("change"):
        return None
    return "increase" if said.value > 0 else "decrease" if said.value < 0 else "stable"
