"""Plain text in which each speech opens with its speaker: `Name: speech`, `Name -- Title` or `[Name]`.

Lines before the first label are furniture: title, date, list of participants.
"""

from __future__ import annotations

import re
from collections import Counter

from transforms.document import Block, Document, Participant, Section
from transforms.readers.labels import participant, title_and_firm

FORMAT = "labelled_text"
_NAME = r"[A-Z][\w.'’\-]*(?: (?:[A-Z][\w.'’\-]*|de|van|von|der|la|del|di|bin|al|and|&|\d+)){0,4}"
_COLON = re.compile(rf"^(?P<name>{_NAME})(?: ?\((?P<title>[^)\n]{{2,80}})\))?: *(?P<speech>.*)$")
_DASH = re.compile(rf"^(?P<name>{_NAME})\s*(?:--|—|–|\s-\s)\s*(?P<title>[^.?!]{{2,110}})$")
_ALONE = re.compile(r"^\[?(?P<name>Operator|Moderator)\]?$")
_SECTION = re.compile(r"^(prepared remarks|presentation|management discussion|questions? (?:and|&) answers?|q ?& ?a)"
                      r"(?: section| session)?:?$", re.IGNORECASE)  # fmt: skip
_LISTS = re.compile(r"^(?:call |conference call |corporate |company )?(?:participants|executives|analysts|contents)"
                    r"(?: list)?:?$", re.IGNORECASE)  # fmt: skip
_NOT_NAMES = {"Date", "Time", "Company", "Ticker", "Source", "Duration", "Note", "Title", "Disclaimer", "Q", "A"}


def read(text: str) -> Document | None:
    """Read labelled text; None where fewer than two speakers are labelled."""
    lines = [line.strip() for line in text.split("\n")]
    labels = [_label(line) for line in lines]
    counts = Counter(label[0] for label in labels if label)
    if len(counts) < 2 or max(counts.values()) < 2:
        return None
    blocks: list[Block] = []
    furniture: list[str] = []
    people: list[Participant] = []
    current: tuple[str, str | None, Section | None] | None = None
    speech: list[str] = []
    section: Section | None = None
    listing = False

    def close() -> None:
        if current and any(speech):
            title, firm = title_and_firm(current[1]) if current[1] else (None, None)
            blocks.append(Block(current[0], "\n".join(speech).strip(), title, firm, current[2]))

    for line, label in zip(lines, labels, strict=True):
        heading = _SECTION.match(line)
        if heading or _LISTS.match(line):
            close()
            current, speech, listing = None, [], heading is None
            if heading:
                section = "qa" if heading[1].lower().startswith("q") else "prepared"
        elif listing and line:
            person = participant(line)
            if person:
                people.append(person)
        elif label and not listing:
            close()
            current, speech = (label[0], label[1], section), [label[2]] if label[2] else []
        elif current:
            speech.append(line)
        elif line:
            furniture.append(line)
    close()
    return Document(FORMAT, tuple(blocks), tuple(people), tuple(furniture)) if len(blocks) > 1 else None


def _label(line: str) -> tuple[str, str | None, str] | None:
    if match := _COLON.match(line):
        return None if match["name"] in _NOT_NAMES else (match["name"], match["title"], match["speech"])
    if match := _DASH.match(line):
        return match["name"], match["title"], ""
    if match := _ALONE.match(line):
        return match["name"], None, ""
    return None
