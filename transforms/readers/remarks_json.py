"""JSON with `prepared_remarks` and `q_and_a` as lists of `speaker` and `speech`, and `participants`."""

from __future__ import annotations

from transforms.document import Block, Document, Section
from transforms.readers.labels import participant

FORMAT = "remarks_json"
_LISTS_PEOPLE = "call participants:"
_FURNITURE = ("duration:", "contents:", "prepared remarks:", "questions and answers:")


def read(value: object) -> Document | None:
    """Read the document; None where the JSON is of another shape, or its speeches are called something else."""
    if not isinstance(value, dict):
        return None
    sections: tuple[tuple[Section, object], ...] = (
        ("prepared", value.get("prepared_remarks")),
        ("qa", value.get("q_and_a") or []),
    )
    blocks: list[Block] = []
    below: list[Block] = []
    for section, entries in sections:
        if (
            not isinstance(entries, list)
            or entries
            and not any("speech" in entry for entry in entries if isinstance(entry, dict))
        ):
            return None
        spoken, after = _speeches(entries, section)
        blocks += spoken
        below += after
    listed = value.get("participants") or []
    lines = [*(listed if isinstance(listed, list) else ()), *(block.speaker for block in below)]
    people = tuple(person for line in lines if (person := participant(str(line))))
    metadata = {key: str(value[key]) for key in ("ticker", "company", "year", "quarter", "date") if value.get(key)}
    return Document(FORMAT, tuple(blocks), people, tuple(block.text for block in below if block.text), metadata)


def _speeches(entries: list[object], section: Section) -> tuple[list[Block], list[Block]]:
    """The speeches of a section, and what stands below the heading of the people who took part."""
    found = [
        Block(
            str(entry.get("speaker") or "").strip() or "Unknown",
            str(entry.get("speech") or "").strip(),
            section=section,
        )
        for entry in entries
        if isinstance(entry, dict)
    ]
    heading = (number for number, block in enumerate(found) if block.speaker.lower().startswith(_LISTS_PEOPLE))
    end = next(heading, len(found))
    return [block for block in found[:end] if not block.speaker.lower().startswith(_FURNITURE)], found[end + 1 :]
