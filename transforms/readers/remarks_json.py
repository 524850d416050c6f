"""JSON with `prepared_remarks` and `q_and_a` as lists of `speaker` and `speech`, and `participants`."""

from __future__ import annotations

from transforms.document import Block, Document, Section
from transforms.readers.labels import participant

FORMAT = "remarks_json"
_FURNITURE = ("duration:", "call participants:", "contents:", "prepared remarks:", "questions and answers:")


def read(value: object) -> Document | None:
    """Read the document; None where the JSON is of another shape."""
    if not isinstance(value, dict):
        return None
    sections: tuple[tuple[Section, object], ...] = (
        ("prepared", value.get("prepared_remarks")),
        ("qa", value.get("q_and_a") or []),
    )
    if not all(isinstance(blocks, list) for _, blocks in sections):
        return None
    blocks = tuple(
        Block(
            str(entry.get("speaker") or "").strip() or "Unknown",
            str(entry.get("speech") or "").strip(),
            section=section,
        )
        for section, entries in sections
        if isinstance(entries, list)
        for entry in entries
        if isinstance(entry, dict) and not str(entry.get("speaker")).strip().lower().startswith(_FURNITURE)
    )
    listed = value.get("participants") or []
    people = tuple(person for line in listed if (person := participant(str(line)))) if isinstance(listed, list) else ()
    metadata = {key: str(value[key]) for key in ("ticker", "company", "year", "quarter", "date") if value.get(key)}
    return Document(FORMAT, blocks, people, metadata=metadata)
