"""The EarningsCall API's JSON, levels 1 to 4.

Level 1 is `text`; level 2 `speakers` with `text` (and `speaker_name_map_v2`); level 3 `speakers` with
`words` and `start_times`; level 4 `prepared_remarks` and `questions_and_answers` as two texts.
"""

from __future__ import annotations

from collections.abc import Iterator

from transforms.document import Block, Document, Participant
from transforms.readers import labelled_text
from transforms.readers.labels import UNLABELLED

FORMAT = "earningscall_json"


def read(value: object) -> Document | None:
    """Read the document; None where the JSON is of another shape."""
    if not isinstance(value, dict):
        return None
    blocks = tuple(_blocks(value))
    if not any(block.text for block in blocks):
        return None
    names = value.get("speaker_name_map_v2")
    people = tuple(_people(names)) if isinstance(names, dict) else ()
    return Document(FORMAT, blocks, people, metadata=_metadata(value))


def _blocks(value: dict[str, object]) -> Iterator[Block]:
    names = value.get("speaker_name_map_v2")
    speakers = value.get("speakers")
    if isinstance(speakers, list):
        for entry in speakers:
            if not isinstance(entry, dict):
                continue
            words = entry.get("words")
            text = " ".join(map(str, words)) if isinstance(words, list) else str(entry.get("text") or "")
            label = str(entry.get("speaker") or UNLABELLED)
            known = names.get(label) if isinstance(names, dict) else None
            known = known if isinstance(known, dict) else {}
            yield Block(str(known.get("name") or label), text.strip(), known.get("title"))
    elif isinstance(value.get("prepared_remarks"), str):
        yield from _sections(str(value["prepared_remarks"]), _asked(value))
    elif isinstance(value.get("text"), str) and not any(isinstance(inner, list) for inner in value.values()):
        yield Block(UNLABELLED, str(value["text"]).strip())


_QUESTIONS = ("questions_and_answers", "q_and_a", "qa", "question_and_answer")


def _asked(value: dict[str, object]) -> str:
    return next((text.strip() for key in _QUESTIONS if isinstance(text := value.get(key), str)), "")


def _sections(prepared: str, asked: str) -> Iterator[Block]:
    """The speeches of two sections, or each as one where they label nobody."""
    labelled = labelled_text.read(f"Prepared Remarks\n\n{prepared}\n\nQuestions and Answers\n\n{asked}")
    if labelled:
        yield from labelled.blocks
        return
    yield Block(UNLABELLED, prepared.strip(), section="prepared")
    if asked:
        yield Block(UNLABELLED, asked, section="qa")


def _people(names: dict[str, object]) -> Iterator[Participant]:
    for entry in names.values():
        if isinstance(entry, dict) and entry.get("name"):
            title = str(entry["title"]) if entry.get("title") else None
            yield Participant(str(entry["name"]), title, is_analyst="analyst" in (title or "").lower())


def _metadata(value: dict[str, object]) -> dict[str, str]:
    event = value.get("event")
    event = event if isinstance(event, dict) else {}
    keys = {
        "year": event.get("year"),
        "quarter": event.get("quarter"),
        "date": event.get("conference_date"),
        "company": event.get("company_name") or value.get("company_name"),
        "ticker": event.get("symbol") or event.get("ticker") or value.get("symbol") or value.get("ticker"),
    }
    return {key: str(found) for key, found in keys.items() if found}
