"""Statements about what was: rows of `metric`.

Takes the statements of one call's turns; gives one row for each number stated about a metric.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from transforms.grammar.model import Statement
from transforms.turns import Turn

Row = dict[str, object]
_ANSWER = 0.87
"""How much less a number is worth that was not prepared."""
_OUTSIDER = 0.8
"""How much less an analyst's or the operator's number is worth."""


_LEAST_OUTSIDE, _LEAST_RENDERED = 0.7, 0.5
"""What the grammar must be sure of a number that is not the company's official word: an outsider's is kept only where
the reading is sure; a rendering is kept to be held against the official words. What the company says in its own words
is rated later, beside all else that the call says (`transforms.confidence`)."""


def evidence(said: Statement) -> Row:
    """What a row's confidence is judged by beside its columns (`transforms.confidence.EVIDENCE`)."""
    return {
        "sentence": said.normal,
        "number_at": said.quantity.start,
        "segment_said": said.segment_said,
        "period_named": said.period_named,
        "near_part": said.near_part,
    }


def key(kind: str, call_id: str, *parts: object) -> str:
    """A deterministic key: the same statement has the same key wherever it is loaded.

    >>> key("m", "KC-2025Q1", 10, 20, "revenue") == key("m", "KC-2025Q1", 10, 20, "revenue")
    True
    """
    digest = blake2b("|".join(map(str, parts)).encode(), digest_size=8).hexdigest()
    return f"{call_id}-{kind}{digest}"


def place(call_id: str, turn: Turn, speaker_id: str, start: int, end: int) -> Row:
    """Where a statement that the fair copy of a turn makes stands in the call: the columns that `metric` and `guidance` share,
    and its words there (of `transforms.confidence.EVIDENCE`)."""
    said = turn.fair.text[start:end]
    start, end = turn.fair.place(start, end)
    return {
        "call_id": call_id,
        "turn_no": turn.turn_no,
        "speaker_id": speaker_id,
        "char_start": turn.char_start + start,
        "char_end": turn.char_start + end,
        "quote": turn.text[start:end],
        "said": said,
    }


def confidence(statement_confidence: float, turn: Turn) -> float:
    """A statement's confidence, less where its speaker is no official voice of the company."""
    voice = 1.0 if turn.is_official and turn.from_company else _OUTSIDER
    return round(statement_confidence * voice * (_ANSWER if turn.section == "qa" else 1.0), 3)


def is_sure(said: Statement, turn: Turn) -> bool:
    """Whether a statement is sure enough to be rated as a row."""
    if turn.is_official and turn.from_company:
        return True
    return confidence(said.confidence, turn) >= (_LEAST_RENDERED if turn.from_company else _LEAST_OUTSIDE)


def metric_rows(call_id: str, statements: Iterable[tuple[Turn, str, Statement]]) -> Iterator[Row]:
    """One row for each statement, with its turn and speaker, that is not about the future."""
    for turn, speaker_id, said in statements:
        if said.is_future or not is_sure(said, turn):
            continue
        stated = place(call_id, turn, speaker_id, said.start, said.end)
        yield {
            "metric_id": key("m", call_id, stated["char_start"], stated["char_end"], said.quantity.start, said.metric, said.segment, said.period, said.measure),
            **stated,
            "metric": said.metric,
            "segment": said.segment,
            "basis": said.basis,
            "period": said.period,
            "measure": said.measure,
            "value": said.value,
            "low": said.low,
            "high": said.high,
            "unit": said.unit,
            "currency": said.currency,
            "approximation": said.quantity.approximation,
            "period_said": said.period_said,
            "share_of": said.share_of,
            "is_official": turn.is_official and turn.from_company,
            "confidence": confidence(said.confidence, turn),
            "construction": said.rule,
            **evidence(said),
        }  # fmt: skip
