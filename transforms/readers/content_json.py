"""JSON of transcript services: a list of speeches, or one labelled text, beside symbol, year and quarter.

Covers objects whose speeches stand under `transcript`, `transcript_split`, `content` or `segments`, each
with a speaker (`speaker`, `name`) and words (`text`, `speech`, `content`; a string or a list of them).
"""

from __future__ import annotations

from collections.abc import Iterator

from transforms.document import Block, Document, Participant
from transforms.readers import labelled_text

FORMAT = "content_json"
_LISTS = ("transcript", "transcript_split", "segments", "turns", "content", "speeches")
_WORDS = ("text", "speech", "content", "words")
_METADATA = {
    "ticker": ("symbol", "ticker"), "company": ("company_name", "company", "companyName"),
    "year": ("year", "fiscal_year", "fiscalYear"), "quarter": ("quarter", "fiscal_quarter", "fiscalQuarter"),
    "date": ("date", "call_date", "time", "conference_date"),
}  # fmt: skip


def read(value: object) -> Document | None:
    """Read the document; None where the JSON is of another shape."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        value = {"transcript": value}
    if not isinstance(value, dict):
        return None
    metadata = {
        key: str(value[name]).removeprefix("Q") if key == "quarter" else str(value[name])
        for key, names in _METADATA.items()
        for name in names
        if isinstance(value.get(name), str | int) and str(value[name]).strip()
    }
    for key in _LISTS:
        entries = value.get(key)
        if isinstance(entries, list):
            blocks = tuple(_blocks(entries))
            if len(blocks) > 1:
                people = value.get("participants") or value.get("participant") or []
                return Document(FORMAT, blocks, tuple(_people(people)), metadata=metadata)
        elif isinstance(entries, str):
            found = labelled_text.read(entries)
            if found:
                return Document(FORMAT, found.blocks, found.participants, found.furniture, metadata)
    return None


def _blocks(entries: list[object]) -> Iterator[Block]:
    for entry in entries:
        if not isinstance(entry, dict):
            continue
        words = next((entry[key] for key in _WORDS if entry.get(key)), None)
        text = " ".join(map(str, words)) if isinstance(words, list) else str(words or "")
        speaker = entry.get("speaker") or entry.get("name")
        if isinstance(speaker, str) and text.strip():
            title = entry.get("title") or entry.get("role") or entry.get("description")
            firm = entry.get("company") or entry.get("affiliation") or entry.get("firm")
            yield Block(speaker.strip(), text.strip(), str(title) if title else None, str(firm) if firm else None)


def _people(entries: object) -> Iterator[Participant]:
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and entry.get("name"):
            title = entry.get("title") or entry.get("description") or entry.get("role")
            yield Participant(
                str(entry["name"]), str(title) if title else None, is_analyst="analyst" in str(entry).lower()
            )
