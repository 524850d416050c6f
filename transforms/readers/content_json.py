"""JSON of transcript services: a list of speeches, or one labelled text, beside symbol, year and quarter.

The speeches may stand under any key, some levels deep: what counts is that each entry has words (a string, or a
list of them) and, but for what a recogniser wrote, a speaker.
"""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

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
    "sentences",
    "display",
    "paragraphs",
    "utterance",
    "dialogue",
    "remark",
    "remarks",
    "statement",
    "body",
)
_BEST = ("alternatives", "nbest")
"""Lists of what a recogniser may have heard, the likeliest first."""
_SPEAKER = (
    "speaker",
    "speakername",
    "speakerlabel",
    "name",
    "transcriptpersonname",
    "personname",
    "participant",
    "author",
    "spokenby",
    "role",
)
_TITLE = ("title", "jobtitle", "role", "description", "position")
_SECTION = ("session", "section", "sectiontype", "part")
_FIRM = ("company", "affiliation", "firm", "organization", "companyofperson")
_PEOPLE = ("participants", "participant", "speakers", "speakernames", "speakermap")
_NUMBER = ("speakerid", "speakerno", "speakernumber", "speakerindex", "speakertag", "speakerlabel", "id", "label")
_TEXT = ("content", "transcript", "text", "body", "fulltext")
_METADATA = {
    "ticker": ("symbol", "ticker", "tickersymbol", "tradingsymbol", "companyticker"), "company": ("companyname", "company"),
    "year": ("year", "fiscalyear"), "quarter": ("quarter", "fiscalquarter", "period", "fiscalperiod"),
    "date": ("date", "calldate", "time", "conferencedate", "eventdate", "publishedat"),
}  # fmt: skip
_PERIOD = re.compile(
    r"^(?:(?P<year>20\d\d)[- ]?)?(?:FQ|Q)?(?P<quarter>[1-4])(?:[- ]?(?P<year2>20\d\d))?$", re.IGNORECASE
)
_DEPTH = 8
_PAIR = 2
_PARAGRAPH = 40
"""Characters that a word never has, and a paragraph has more of."""
_SENTENCES = 250
"""Characters that pieces of speech have on average where they are sentences or less; paragraphs have more."""
_REMARKS = 1000
"""Characters that the remarks of one person have more of, where nobody else is named."""
_VOICE = re.compile(r"(?:(?:speaker|spk)[_ ]?)?(?P<number>\d+)|[A-Z]", re.IGNORECASE)
"""What tells a voice from the others and names nobody: "2", "B", "spk_2", "SPEAKER_02"."""
Entry = dict[str, object]


def read(value: object) -> Document | None:
    """Read the document; None where the JSON is of another shape."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    top = _keyed(value) if isinstance(value, dict) else {}
    names = _names(top)
    metadata = metadata_of(list(_objects(top)))
    lists = (tuple(_blocks([_named(entry, names) for entry in entries])) for entries in _lists(value, _DEPTH))
    blocks = max(lists, key=lambda blocks: sum(len(block.text) for block in blocks), default=())
    if len(blocks) > 1 or any(block.speaker != UNLABELLED and len(block.text) > _REMARKS for block in blocks):
        people = next((people for key in _PEOPLE if (people := tuple(_people(top.get(key))))), ())
        return Document(FORMAT, blocks, people, metadata=metadata)
    texts = (*_texts(value, _DEPTH), *(block.text for block in blocks))
    found = next((found for text in texts if (found := plain_text.read_any(text))), None)
    return replace(found, source_format=FORMAT, metadata=metadata) if found else None


def _objects(entry: Entry) -> Iterator[Entry]:
    """An object and those within it, the outer first: a call's symbol may stand in the company of its event."""
    yield entry
    inner = [_keyed(value) for value in entry.values() if isinstance(value, dict)]
    yield from inner
    yield from (_keyed(value) for held in inner for value in held.values() if isinstance(value, dict))


def _texts(value: object, depth: int) -> Iterator[str]:
    """Every string under the name of a text in an object, however it is wrapped."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict) and depth:
        keyed = _keyed(value)
        yield from (text for key in _TEXT if isinstance(text := keyed.get(key), str))
        for inner in value.values():
            yield from _texts(inner, depth - 1)


def _names(top: Entry) -> dict[str, str]:
    """The names of those who speak by the number or letter that their speeches have."""
    names: dict[str, str] = {}
    for key in _PEOPLE:
        listed = top.get(key)
        people = listed.items() if isinstance(listed, dict) else ((None, entry) for entry in listed) if isinstance(listed, list) else ()  # fmt: skip
        for number, entry in people:
            said = _keyed(entry) if isinstance(entry, dict) else {"name": entry}
            number = next((said[key] for key in _NUMBER if key in said), number)
            if number is not None and (name := _first(said, ("name", "speakername", "fullname"))):
                names[str(number)] = name
    return names


def _named(entry: Entry, names: dict[str, str]) -> Entry:
    """An entry with its speaker's name, where it says only by which number or letter he is listed."""
    number = next((str(said) for key in (*_NUMBER, "speaker") if isinstance(said := entry.get(key), str | int)), None)
    return entry | {"speaker": names[number]} if number in names else entry


def read_lines(values: list[object]) -> Document | None:
    """Read the speeches of one call, an object each; None where they are several calls or something else.

    Each may say of which call it is, where all say the same.
    """
    entries = _with_known_keys([_keyed(value) for value in values if isinstance(value, dict)])
    speakers = [_speaker(entry) for entry in entries]
    calls = [_which_call(entry) for entry in entries]
    are_speeches = len(entries) == len(values) and all(speakers) and len(set(speakers)) < len(speakers)
    if not are_speeches or any(call != calls[0] for call in calls):
        return None
    return read({"speeches": entries, **calls[0]})


def _which_call(entry: Entry) -> dict[str, str]:
    """What an object says of the call that it is, or is a piece of."""
    return {key: said for key, said in metadata_of([entry]).items() if key in ("ticker", "year", "quarter")}


def _is_call(entry: Entry) -> bool:
    return bool(_which_call(entry))


def _keyed(value: dict[str, object]) -> Entry:
    """An object by its keys in lower case without underscores: `fiscal_year` is `fiscalYear`."""
    return {re.sub(r"[^a-z]", "", key.lower()): inner for key, inner in value.items()}


def metadata_of(objects: list[Entry]) -> dict[str, str]:
    """What is said of the call, in the object itself or in one beside the speeches; a period may hold both parts."""
    metadata: dict[str, str] = {}
    for key, names in _METADATA.items():
        said = (found for entry in objects for name in names if isinstance(found := entry.get(name), str | int | float))
        if stated := next((text for found in said if (text := str(found).strip())), None):
            metadata[key] = stated.removesuffix(".0")
    if ticker := metadata.get("ticker"):
        metadata["ticker"] = ticker.rpartition(":")[2].strip()  # "NASDAQ:AMD"
    if period := _PERIOD.match(metadata.get("quarter", "")):
        metadata["quarter"] = period["quarter"]
        if year := period["year"] or period["year2"]:
            metadata.setdefault("year", year)
    return metadata


def _lists(value: object, depth: int) -> Iterator[list[Entry]]:
    """Every list of objects in a JSON value, however it is wrapped; a list of one is a wrapper, too."""
    if isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
        entries = [_keyed(entry) for entry in value]
        yield entries
        yield from _sections(entries)
    if otherwise := _as_entries(value) or _of_parts(value):
        yield otherwise
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) and len(value) == 1 else ()
    if depth:
        for inner in inside:
            yield from _lists(inner, depth - 1)


def _as_entries(value: object) -> list[Entry]:
    """Speeches by their numbers, as pairs of a name and words, or each under the name of who speaks."""
    if isinstance(value, dict) and value and all(map(_NUMBERED.fullmatch, value)):
        keys = sorted(value, key=lambda key: int(key.strip(string.ascii_letters + "_- ")))
        return [_keyed(value[key]) for key in keys if isinstance(value[key], dict)]
    if isinstance(value, list) and len(value) > 1 and all(isinstance(row, list) and len(row) > _PAIR for row in value):
        return with_columns(value)
    pairs = [next(iter(entry.items())) if isinstance(entry, dict) and len(entry) == 1 else entry for entry in value] if isinstance(value, list) else []  # fmt: skip
    said = [(pair[0], pair[1]) for pair in pairs if isinstance(pair, list | tuple) and len(pair) == _PAIR]
    names = {name for name, words in said if isinstance(name, str) and isinstance(words, str)}
    # what each is called comes back as its key does: "text"
    if len(said) < len(pairs) or len(names) == len(said) or {name.lower() for name in names} & set(_WORDS):
        return []
    return [{"speaker": name, "text": words} for name, words in said]


def with_columns(rows: Sequence[Sequence[object]]) -> list[Entry]:
    """Rows whose columns have no names by letters, as the names of columns are read without digits."""
    return [{f"column{string.ascii_lowercase[at % 26]}": said for at, said in enumerate(row)} for row in rows]


_NUMBERED = re.compile(r"(?:[A-Za-z]+[_ -]?)?\d+")
"""A key that counts: "7", "turn_7"."""


def _of_parts(value: object) -> list[Entry]:
    """The speeches of a call whose parts are lists side by side: what was prepared, and the questions."""
    parts = {key: inner for key, inner in value.items() if isinstance(inner, list)} if isinstance(value, dict) else {}
    named = {key: inner for key, inner in parts.items() if _PART.search(key)}
    entries = [(key, entry) for key, inner in named.items() for given in inner for entry in _exchanged(given)]
    return [{"section": key, **entry} for key, entry in entries] if len(named) > 1 else []


def _exchanged(value: object) -> Iterator[Entry]:
    """The speeches of an exchange, of which each side is an object or a list of its own; another object as it is."""
    entry = _keyed(value) if isinstance(value, dict) else {}
    sides = [inner if isinstance(inner, list) else [inner] for key, inner in entry.items() if _PART.search(key)]
    said = [_keyed(side) for inner in sides for side in inner if isinstance(side, dict)]
    yield from said or ([entry] if entry else [])


_PART = re.compile(r"remark|prepared|presentation|question|answer|discussion|^q_?(?:and_?|n_?|&)?a$", re.IGNORECASE)
"""The name of a part of a call."""


def _sections(sections: list[Entry]) -> Iterator[list[Entry]]:
    """The speeches of all sections as one list, where each section of a call is an object that has a list of its own.

    What a section says of itself (its name) holds for each of its speeches, where they say nothing else.
    """
    if len(sections) < 2 or any(map(_is_call, sections)):
        return
    for key in sections[0]:
        lists = [inner for section in sections if isinstance(inner := section.get(key), list)]
        if len(lists) == len(sections) and all(isinstance(entry, dict) for inner in lists for entry in inner):
            said = [(section, _keyed(entry)) for section, inner in zip(sections, lists, strict=True) for entry in inner]
            if said and all(_speaker(entry) for _, entry in said):
                yield [section | entry for section, entry in said]


def _blocks(entries: list[Entry]) -> Iterator[Block]:
    """Speeches in order, what one says without a break as one; so are the pieces of a recogniser that tells no voices apart."""
    entries = _with_known_keys(entries)
    pieces = [(_speaker(entry), words, entry) for entry in entries if (words := _words(entry))]
    if not any(speaker for speaker, *_ in pieces):
        if len(pieces) > 1 and not any(map(_is_call, entries)):
            yield Block(UNLABELLED, _joined([words for _, words, _ in pieces]))
        return
    for (speaker, section), said in groupby(_voiced(pieces), key=lambda piece: (piece[0], _section(piece[2]))):
        _, texts, (entry, *_) = zip(*said, strict=True)
        entry |= next((_keyed(person) for key in _SPEAKER if isinstance(person := entry.get(key), dict)), {})
        title, firm = _first(entry, _TITLE), _first(entry, _FIRM)
        if title and not firm:
            title, firm = title_and_firm(title)
        yield Block(speaker or UNLABELLED, _joined(texts), title if title != speaker else None, firm, section)


def _with_known_keys(entries: list[Entry]) -> list[Entry]:
    """Entries with their words and speakers under known keys, where a service calls them by names of its own.

    Words are what is longest; speakers are short, come again, and the operator is one of them.
    """
    if _are_named(entries, _SPEAKER) and _are_named(entries, _WORDS):
        return entries
    strings = defaultdict[str, list[str]](list)
    for entry in entries:
        for key, said in entry.items():
            if isinstance(said, str) and said.strip():
                strings[key].append(said.strip())
    longest = max(strings, key=lambda key: sum(map(len, strings[key])), default="")
    if not _are_named(entries, _SPEAKER):
        speaker = next((key for key, said in strings.items() if key != longest and _name_speakers(said)), None)
        entries = [entry | {"speaker": entry.get(speaker)} for entry in entries] if speaker else entries
    if not _are_named(entries, _WORDS) and _are_named(entries, _SPEAKER) and longest not in _SPEAKER:
        entries = [entry | {"text": entry.get(longest)} for entry in entries]
    return entries


def _are_named(entries: list[Entry], keys: tuple[str, ...]) -> bool:
    return any(key in entry for entry in entries for key in keys)


def _name_speakers(values: list[str]) -> bool:
    """Whether the strings under a key are of those who speak."""
    are_short = max(map(len, values)) <= _LONGEST_NAME
    return are_short and len(set(values)) < len(values) and any(map(_HOSTS.fullmatch, values))


_LONGEST_NAME = 80
_HOSTS = re.compile(r"(?:conference )?(?:operator|moderator|coordinator)", re.IGNORECASE)
_Piece = tuple[str | None, str, Entry]


def _voiced(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces, a mark of punctuation with the speaker and the section of the words before it."""
    last: _Piece | None = None
    for speaker, words, entry in pieces:
        is_mark = last is not None and not any(map(str.isalnum, words))
        last = (last[0], words, last[2]) if last and is_mark else (speaker, words, entry)
        yield last


def _joined(pieces: Sequence[str]) -> str:
    """Pieces of one speech: paragraphs on lines of their own, a recogniser's sentences and words on one."""
    if sum(map(len, pieces)) > _SENTENCES * len(pieces):
        return "\n".join(pieces)
    return re.sub(r" (?=[.,;:?!](?:\s|$))", "", " ".join(pieces))


def _section(entry: Entry) -> Section | None:
    said = (_first(entry, _SECTION) or "").lower()
    if "question" in said or said.replace("&", "").replace("_", "") in ("qa", "qanda"):
        return "qa"
    return "prepared" if re.search(r"management|prepared|presentation", said) else None


def _speaker(entry: Entry) -> str | None:
    speaker = next((found for key in _SPEAKER if (found := entry.get(key)) not in (None, "")), None)
    if isinstance(speaker, dict):
        speaker = _first(_keyed(speaker), _SPEAKER)
    if speaker is None:
        return None
    name = str(speaker).strip()
    if voice := _VOICE.fullmatch(name):
        return f"Speaker {int(voice['number']) if voice['number'] else name}"
    return name or None


def _words(entry: Entry) -> str:
    words = next((found for key in _WORDS if (found := entry.get(key))), None)
    best = next((found for key in _BEST if (found := entry.get(key))), None)
    if words is None and isinstance(best, list) and isinstance(best[0], dict):
        return _words(_keyed(best[0]))
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
