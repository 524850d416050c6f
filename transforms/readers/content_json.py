"""JSON of transcript services: a list of speeches, or one labelled text, beside symbol, year and quarter.

The speeches may stand under any key, some levels deep: what counts is that each entry has words (a string, or a
list of them) and, but for what a recogniser wrote, a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.document import Block, Document, Participant, Section
from transforms.readers import plain_text
from transforms.readers.labels import UNLABELLED, title_and_firm

FORMAT = "content_json"
_WORDS = (
    "text",
    "speech",
    "content",
    "words",
    "elements",
    "componenttext",
    "transcript",
    "value",
    "message",
    "sentence",
)
_SPEAKER = ("speaker", "speakername", "name", "transcriptpersonname", "personname", "participant", "author", "role")
_TITLE = ("title", "jobtitle", "role", "description", "position")
_SECTION = ("session", "section", "sectiontype", "part")
_FIRM = ("company", "affiliation", "firm", "organization", "companyofperson")
_PEOPLE = ("participants", "participant", "speakers")
_TEXT = ("content", "transcript", "text", "body", "fulltext")
_METADATA = {
    "ticker": ("symbol", "ticker", "tickersymbol"), "company": ("companyname", "company"),
    "year": ("year", "fiscalyear"), "quarter": ("quarter", "fiscalquarter", "period", "fiscalperiod"),
    "date": ("date", "calldate", "time", "conferencedate", "eventdate", "publishedat"),
}  # fmt: skip
_PERIOD = re.compile(
    r"^(?:(?P<year>20\d\d)[- ]?)?(?:FQ|Q)?(?P<quarter>[1-4])(?:[- ]?(?P<year2>20\d\d))?$", re.IGNORECASE
)
_DEPTH = 4
_PARAGRAPH = 40
Entry = dict[str, object]


def read(value: object) -> Document | None:
    """Read the document; None where the JSON is of another shape."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    top = _keyed(value) if isinstance(value, dict) else {}
    metadata = _metadata([top, *(_keyed(inner) for inner in top.values() if isinstance(inner, dict))])
    lists = (tuple(_blocks(entries)) for entries in _lists(value, _DEPTH))
    blocks = max(lists, key=lambda blocks: sum(len(block.text) for block in blocks), default=())
    if len(blocks) > 1:
        people = next((people for key in _PEOPLE if (people := tuple(_people(top.get(key))))), ())
        return Document(FORMAT, blocks, people, metadata=metadata)
    texts = (text for key in _TEXT if isinstance(text := top.get(key), str))
    found = next((found for text in texts if (found := plain_text.read_any(text))), None)
    return replace(found, source_format=FORMAT, metadata=metadata) if found else None


def _keyed(value: dict[str, object]) -> Entry:
    """An object by its keys in lower case without underscores: `fiscal_year` is `fiscalYear`."""
    return {re.sub(r"[^a-z]", "", key.lower()): inner for key, inner in value.items()}


def _metadata(objects: list[Entry]) -> dict[str, str]:
    """What is said of the call, in the object itself or in one beside the speeches; a period may hold both parts."""
    metadata: dict[str, str] = {}
    for key, names in _METADATA.items():
        said = (found for entry in objects for name in names if isinstance(found := entry.get(name), str | int | float))
        if stated := next((text for found in said if (text := str(found).strip())), None):
            metadata[key] = stated.removesuffix(".0")
    if period := _PERIOD.match(metadata.get("quarter", "")):
        metadata["quarter"] = period["quarter"]
        if year := period["year"] or period["year2"]:
            metadata.setdefault("year", year)
    return metadata


def _lists(value: object, depth: int) -> Iterator[list[Entry]]:
    """Every list of objects in a JSON value, however it is wrapped."""
    if isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
        yield [_keyed(entry) for entry in value]
    if isinstance(value, dict) and depth:
        for inner in value.values():
            yield from _lists(inner, depth - 1)


def _blocks(entries: list[Entry]) -> Iterator[Block]:
    """Speeches in order; the pieces of a recogniser that tells no voices apart are one."""
    speeches = [(_speaker(entry), words, entry) for entry in entries if (words := _words(entry))]
    if not any(speaker for speaker, *_ in speeches):
        if len(speeches) > 1:
            yield Block(UNLABELLED, " ".join(words for _, words, _ in speeches))
        return
    for speaker, words, entry in speeches:
        title, firm = _first(entry, _TITLE), _first(entry, _FIRM)
        yield Block(speaker or UNLABELLED, words, title if title != speaker else None, firm, _section(entry))


def _section(entry: Entry) -> Section | None:
    said = (_first(entry, _SECTION) or "").lower()
    if "question" in said or said.replace("&", "").replace("_", "") in ("qa", "qanda"):
        return "qa"
    return "prepared" if re.search(r"management|prepared|presentation", said) else None


def _speaker(entry: Entry) -> str | None:
    speaker = next((found for key in _SPEAKER if (found := entry.get(key)) not in (None, "")), None)
    if isinstance(speaker, dict):
        speaker = _first(_keyed(speaker), _SPEAKER)
    if isinstance(speaker, int) or isinstance(speaker, str) and re.fullmatch(r"\d+|[A-Z]", speaker.strip()):
        return f"Speaker {speaker}"  # of a recogniser that only tells voices apart
    return str(speaker).strip() if speaker else None


def _words(entry: Entry) -> str:
    words = next((found for key in _WORDS if (found := entry.get(key))), None)
    if not isinstance(words, list):
        return str(words or "").strip() if not isinstance(words, dict) else ""
    pieces = [_keyed(word) if isinstance(word, dict) else word for word in words]
    if not any(isinstance(piece, dict) for piece in pieces):
        texts = [str(piece).strip() for piece in pieces]
        are_paragraphs = sum(map(len, texts)) > _PARAGRAPH * len(texts)  # else a recogniser's words
        return ("\n" if are_paragraphs else " ").join(texts)
    said = "".join(f"{piece.get('value', '')}" if "value" in piece else f"{piece.get('text', '')} " for piece in pieces if isinstance(piece, dict))  # fmt: skip
    return said.strip()


def _first(entry: Entry, keys: tuple[str, ...]) -> str | None:
    return next((found.strip() for key in keys if isinstance(found := entry.get(key), str) and found.strip()), None)


def _people(entries: object) -> Iterator[Participant]:
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and entry.get("name"):
            beside = _first(_keyed(entry), ("title", "description", "role"))
            title, firm = title_and_firm(beside) if beside else (None, None)
            yield Participant(str(entry["name"]), title, firm, is_analyst="analyst" in str(entry).lower())
