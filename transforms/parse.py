"""A batch of documents to frames: the whole of parsing, pure.

Takes `Source` objects; gives polars frames shaped like `schemas.tables.PARSED` (less the columns that a
load adds) and the documents that were refused. No result depends on batch size, order or number of workers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

import polars as pl

from schemas.tables import BY_NAME, Table
from transforms import unnamed_periods
from transforms.calls import CallIdentity, identify
from transforms.coherence import Said, coherent
from transforms.confidence import EVIDENCE, FEATURES, rated
from transforms.document import Document, RefusedError, Source
from transforms.grammar.bases import adjusted_by_default
from transforms.grammar.called import called_parts, called_segments, meant_by_lenders, meant_by_letters, own_names
from transforms.grammar.held_against import holds_against_quarter
from transforms.grammar.model import Call
from transforms.grammar.statements import read_turn
from transforms.guidance import guidance_rows
from transforms.guidance.replaced import with_prior
from transforms.half_years import lengthened
from transforms.language.periods import Fiscal
from transforms.language.terms import lexicon
from transforms.metrics import Row, metric_rows
from transforms.proportion import Brought
from transforms.readers import read
from transforms.speakers import Cast, cast
from transforms.turns import Turn, call_text, turns
from transforms.voices import told_apart

LOAD_COLUMNS = ("version", "loaded_at", "run_id")
"""The columns of `call` that a load knows and parsing does not."""

PolarsType = pl.DataType | type[pl.DataType]
POLARS_TYPES: dict[str, PolarsType] = {
    "VARCHAR": pl.String, "INTEGER": pl.Int32, "DOUBLE": pl.Float64, "BOOLEAN": pl.Boolean, "DATE": pl.Date,
    "TIMESTAMP": pl.Datetime("us"), "VARCHAR[]": pl.List(pl.String), "MAP(VARCHAR, BIGINT)": pl.Object,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that was refused, as a row of `quarantine` less run and time."""

    source_uri: str
    content_sha256: str | None
    stage: str
    reason: str
    detail: str


@dataclass(slots=True)
class Parsed:
    """Frames by table name, and what was refused."""

    frames: dict[str, pl.DataFrame]
    refused: list[Refusal] = field(default_factory=list)
    repeated: int = 0
    """Documents whose bytes stood in the batch before."""


class Claim(NamedTuple):
    """A document's claim to be a call; of several the greatest wins: the fuller one, then by hash."""

    characters: int
    content_sha256: str
    source_uri: str


@dataclass(slots=True)
class _Rows:
    call: list[Row] = field(default_factory=list)
    speaker: list[Row] = field(default_factory=list)
    turn: list[Row] = field(default_factory=list)
    metric: list[Row] = field(default_factory=list)
    guidance: list[Row] = field(default_factory=list)
    company: list[Row] = field(default_factory=list)

    def claim(self) -> Claim:
        call = self.call[0]
        return Claim(len(str(call["text"])), str(call["content_sha256"]), str(call["source_uri"]))


_FFO = re.compile(r"FFO(?![ -]?(?:to|/)[ -]?(?:[a-z]+ )?debt)")
"""Funds from operations, but for the cover of debt that those who lend to a utility look at."""
_FFO_SPOKEN = 3
"""A call that says FFO more often than this guides to FFO a share."""
_OPENING = 12_000
"""So far into what each speaker presents it may be said that figures are adjusted unless noted, in characters."""
PARTS = ("company", "call", "speaker", "turn", "metric", "guidance")


def duplicate(call_id: str, loser: Claim, winner: Claim) -> Refusal:
    """The refusal of a document that claims a call which a fuller document of the same load is."""
    return Refusal(loser.source_uri, loser.content_sha256, "load", "duplicate_call", f"{loser.source_uri} ({loser.characters:,} characters) and {winner.source_uri} "
                   f"({winner.characters:,} characters) both claim to be {call_id} with different content; the fuller one was loaded. "
                   "Correct the period in one of them, or remove this one.")  # fmt: skip


def parse(sources: Iterable[Source], *, without: frozenset[str] = frozenset()) -> Parsed:
    """Parse documents into frames; `without` names rules of the grammar to leave out.

    >>> parsed = parse([Source("a.txt", b"", "0" * 64)])
    >>> parsed.refused[0].reason, parsed.frames["metric"].height
    ('empty', 0)
    """
    parsed = candidates(sources, without=without)
    parsed.frames |= {kind: rated(kind, parsed.frames[kind], parsed.frames) for kind in FEATURES}
    return parsed


def candidates(sources: Iterable[Source], *, without: frozenset[str] = frozenset()) -> Parsed:
    """As `parse`, before rows are rated: `metric` and `guidance` hold all that the grammar read, with `confidence.EVIDENCE`."""
    found: dict[str, _Rows] = {}
    refused: list[Refusal] = []
    repeated = 0
    for source in sources:
        try:
            rows = _parse_one(source, without)
            call_id = str(rows.call[0]["call_id"])
            held = found.get(call_id)
            if held and held.claim().content_sha256 == source.sha256:
                repeated += 1
                continue
            if held:
                loser, rows = sorted((held, rows), key=_Rows.claim)
                refused.append(duplicate(call_id, loser.claim(), rows.claim()))
            found[call_id] = rows
        except RefusedError as error:
            refused.append(Refusal(source.uri, source.sha256, error.stage, error.reason, error.detail))
        except Exception as error:  # one document must never stop the others
            refused.append(Refusal(source.uri, source.sha256, "parse", "internal_error", f"{type(error).__name__}: {error}. "
                                   "This is a defect of the parser; please report it with the document."))  # fmt: skip
    frames = {
        name: frame(
            BY_NAME[name],
            [row for rows in found.values() for row in getattr(rows, name)],
            beside=EVIDENCE if name in FEATURES else {},
        )
        for name in PARTS
    }
    return Parsed(frames | {kind: frames[kind].with_columns(_ONE_NAME) for kind in FEATURES}, refused, repeated)


_ONE_NAME = pl.col("period").str.replace("Q2YTD$", "H1")
"""A period has one name: the first half, whether it is told as such or as the year to date."""


def frame(
    table: Table,
    rows: list[Row],
    *,
    leave_out: tuple[str, ...] = LOAD_COLUMNS,
    beside: Mapping[str, PolarsType] = MappingProxyType({}),
) -> pl.DataFrame:
    """Rows as a frame with the table's columns and types, and those of `beside`."""
    schema = {column.name: POLARS_TYPES[column.type] for column in table.columns if column.name not in leave_out}
    return pl.DataFrame(rows, schema={**schema, **beside}, orient="row")


def _parse_one(source: Source, without: frozenset[str]) -> _Rows:
    document = told_apart(read(source.content))
    identity = identify(document, source.uri)
    people = cast(document, identity.company_name, identity.call_id)
    spoken = turns(document, people)
    found = _Rows()
    _add_call(source, document, identity, found)
    _add_people(identity, people, found)
    _add_turns(identity, people, spoken, found)
    own = own_names(identity.company_name, identity.ticker)
    words = lexicon(identity.ticker)
    opening = " ".join(turn.fair.text[:_OPENING] for turn in spoken if turn.section == "prepared")
    texts = [turn.fair.text for turn in spoken]
    call = Call(
        Fiscal(identity.fiscal_year, identity.fiscal_quarter, identity.likely_end),
        identity.currency,
        words.with_called(called_parts(texts, own, words), meant_by_letters(texts) | meant_by_lenders(texts)),
        adjusted_by_default(opening, words),
        own,
        called_segments(texts),
        "ffo_per_share" if sum(len(_FFO.findall(turn.fair.text)) for turn in spoken) > _FFO_SPOKEN else "eps",
        holds_against_quarter(texts),
        without,
    )
    said: list[Said] = []
    brought = Brought(call)
    for turn in spoken:
        if not turn.from_company and turn.section == "qa":
            continue  # a question's numbers are its own
        speaker_id = _speaker_id(identity.call_id, turn.speaker_no)
        before: list[Row] = []
        for sentence, found_there, topic in read_turn(turn.fair.text, call):
            statements = brought.placed(found_there, turn)
            if identity.reports_halves:
                statements = list(lengthened(statements, call))
            said.extend(Said(turn, speaker_id, statement) for statement in statements)
            ahead = list(guidance_rows(identity.call_id, turn, speaker_id, call, sentence, statements, topic))
            if before and not ahead:
                found.guidance[-len(before) :] = with_prior(before, sentence)
            found.guidance.extend(ahead)
            before = ahead
    found.metric = _unique(
        list(metric_rows(identity.call_id, coherent(unnamed_periods.placed(said, call)))), "metric_id"
    )
    found.guidance = _unique(found.guidance, "guidance_id")
    return found


def _unique(rows: list[Row], key: str) -> list[Row]:
    return list({row[key]: row for row in reversed(rows)}.values())[::-1]


def _speaker_id(call_id: str, number: int) -> str:
    return f"{call_id}-s{number}"


def _add_call(source: Source, document: Document, identity: CallIdentity, rows: _Rows) -> None:
    company = identity.company
    rows.company.append(
        {
            "company_id": identity.company_id, "ticker": identity.ticker, "name": identity.company_name,
            "aliases": list(company.aliases) if company else [], "currency": identity.currency,
            "fiscal_year_end_month": company.fiscal_year_end_month if company else None,
        }
    )  # fmt: skip
    rows.call.append(
        {
            "call_id": identity.call_id, "company_id": identity.company_id, "ticker": identity.ticker, "company_name": identity.company_name,
            "fiscal_year": identity.fiscal_year, "fiscal_quarter": identity.fiscal_quarter, "fiscal_period": identity.fiscal_period,
            "period_end": identity.period_end, "call_date": identity.call_date, "currency": identity.currency,
            "languages": list(identity.languages), "source_format": document.source_format, "source_uri": source.uri,
            "content_sha256": source.sha256, "text": call_text(document.blocks), "identification": list(identity.evidence),
        }
    )  # fmt: skip


def _add_people(identity: CallIdentity, people: Cast, rows: _Rows) -> None:
    for person in people.speakers:
        rows.speaker.append(
            {
                "speaker_id": _speaker_id(identity.call_id, person.speaker_no), "call_id": identity.call_id, "person_id": person.person_id,
                "name": person.name, "title": person.title, "affiliation": person.affiliation, "role": person.role, "aliases": list(person.aliases),
            }
        )  # fmt: skip


def _add_turns(identity: CallIdentity, people: Cast, spoken: list[Turn], rows: _Rows) -> None:
    for turn in spoken:
        rows.turn.append(
            {
                "turn_id": f"{identity.call_id}-t{turn.turn_no}", "call_id": identity.call_id, "turn_no": turn.turn_no,
                "speaker_id": _speaker_id(identity.call_id, turn.speaker_no), "section": turn.section, "turn_type": turn.turn_type,
                "text": turn.text, "language": turn.language, "char_start": turn.char_start, "char_end": turn.char_end,
                "renders_turn_no": turn.renders_turn_no, "is_official": turn.is_official, "question_no": turn.question_no, "quality": turn.quality,
            }
        )  # fmt: skip
