"""The document between reader and grammar: what every transcript format is brought to.

Holds plain data and the refusal that any step may raise. Reading formats belongs in `readers/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Section = Literal["prepared", "qa"]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one document and where they came from."""

    uri: str
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Block:
    """One labelled stretch of speech, as the format gives it."""

    speaker: str
    text: str
    title: str | None = None
    affiliation: str | None = None
    section: Section | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody the document lists as taking part."""

    name: str
    title: str | None = None
    affiliation: str | None = None
    is_analyst: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A transcript, whatever its format.

    `furniture` is header and footer text: evidence about the call, never speech.
    `metadata` holds what the format states about the call under the keys
    `ticker`, `company`, `year`, `quarter` and `date`.
    """

    source_format: str
    blocks: tuple[Block, ...]
    participants: tuple[Participant, ...] = ()
    furniture: tuple[str, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)


class RefusedError(Exception):
    """A document that cannot be used, with a reason and a remedy that a person understands."""

    def __init__(self, stage: str, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.stage = stage
        self.reason = reason
        self.detail = detail
