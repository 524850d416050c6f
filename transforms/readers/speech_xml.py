"""XML of transcript services: an element for each speech, or one labelled text, beside what is said of the call.

A speech is an element that has a speaker, as attribute or element, and words; a speaker may be the `id` of somebody
listed. What XML holds is read as the JSON of the same services is (`content_json`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from transforms.document import Document, RefusedError
from transforms.readers import content_json, marked_up, plain_text, subtitles
from transforms.readers.content_json import Entry

FORMAT = "speech_xml"
_XML = re.compile(r"\s*<(?:\?xml\b|[A-Za-z][\w.:-]*(?:\s[^<>]*)?>)")
_WORDS = frozenset(
    {"p", "para", "paragraph", "line", "speech", "statement", "text", "content", "words", "sentence", "body"}
    | {"turn", "said", "utterance", "u", "remark", "remarks", "segment", "dialogue", "intervention"}
)
_SPEAKERS = frozenset({"speaker", "speakername", "speakerid", "name", "who", "author"})
_BESIDE = frozenset({"title", "jobtitle", "role", "position", "company", "affiliation", "firm", "type"})
_PEOPLE = frozenset({"participant", "speaker", "person", "executive", "analyst", "member"})
_CAPTIONS = frozenset({"p", "text"})
_STARTS = frozenset({"begin", "start", "t"})
_SECTIONS = frozenset({"section", "session", "component", "part", "div"})
_HEADINGS = frozenset({"title", "headline", "eventtitle", "eventname"})


def read(text: str) -> Document | None:
    """Read an XML document; None where the text is a web page, or no XML.

    Raises:
        RefusedError: with reason `broken_xml`.
    """
    if not _XML.match(text) or marked_up.OPENS_PAGE.match(text):
        return None
    try:
        root = ElementTree.fromstring(text.strip())
        return _read(root)
    except RecursionError as error:
        raise RefusedError("read", "broken_xml", "The XML is nested too deeply to be a transcript.") from error
    except ElementTree.ParseError as error:
        if not text.lstrip().startswith("<?xml"):
            return None
        line, column = error.position
        raise RefusedError("read", "broken_xml", f"The XML is broken at line {line}, column {column} ({error}). "
                           "Fetch the file again from its source.") from error  # fmt: skip


def _read(root: ElementTree.Element) -> Document | None:
    leaves = [(_name(element.tag), words) for element in root.iter() if not len(element) and (words := _text(element))]
    people = list(_people(root))
    said: Entry = {name: words for name, words in reversed(leaves) if name not in _WORDS}
    if speeches := list(_speeches(root, {key: person["name"] for key, person in people}, None)):
        listed = [person for _, person in people]
        document = content_json.read({**said, "participants": listed, "speeches": speeches})
    elif len(cues := list(_cues(root))) > 1:
        document = replace(subtitles.of_cues(cues), metadata=content_json.metadata_of([said]))
    else:
        longest = max((words for _, words in leaves), key=len, default="")
        found = plain_text.read_any(longest)
        document = replace(found, metadata=content_json.metadata_of([said])) if found else None
    if document is None:
        return None
    of_people = {words for _, person in people for words in person.values()}
    headings = (words for name, words in leaves if name in _HEADINGS and words not in of_people)
    return replace(document, source_format=FORMAT, furniture=(*headings, *document.furniture))


def _cues(root: ElementTree.Element) -> Iterator[str]:
    """The words of each caption: an element that says when they begin."""
    for element in root.iter():
        if (
            _name(element.tag) in _CAPTIONS
            and _STARTS & set(map(_name, element.attrib))
            and (words := " ".join("".join(element.itertext()).split()))
        ):
            yield words


def _name(tag: str) -> str:
    """An element's or attribute's name in lower-case letters, without its namespace."""
    return re.sub(r"[^a-z]", "", tag.rsplit("}", 1)[-1].lower())


def _text(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split()) if len(element) else (element.text or "").strip()


def _beside(element: ElementTree.Element, names: frozenset[str]) -> dict[str, str]:
    """Attributes and elements without elements of their own, by name."""
    inside = {_name(child.tag): _text(child) for child in element if not _words_of(child)}
    of_name = {_name(key): words for key, words in element.attrib.items()} | inside
    return {name: words for name, words in of_name.items() if name in names and words}


def _words_of(element: ElementTree.Element) -> list[str]:
    """The paragraphs of an element that holds words."""
    if _name(element.tag) not in _WORDS:
        return []
    inner = [words for child in element for words in _words_of(child)]
    own = _text(element)
    return inner or ([own] if own else [])


def _speeches(element: ElementTree.Element, names: dict[str, str], section: str | None) -> Iterator[Entry]:
    """Every speech in an element, in order, with what its section is called."""
    is_section = _name(element.tag) in _SECTIONS
    if is_section:
        called = [words for key, words in element.attrib.items() if _name(key) in ("name", "title", "type")]
        section = " ".join(called) or section
    inside = [speech for child in element for speech in _speeches(child, names, section)]
    yield from inside
    beside = _beside(element, _SPEAKERS | _BESIDE)
    speaker = next((words for name, words in beside.items() if name in _SPEAKERS), None)
    if inside or is_section or speaker is None:
        return
    words = [words for child in element for words in _words_of(child)] or ([] if len(element) else _words_of(element))
    if words:
        title = {name: words for name, words in beside.items() if name in _BESIDE}
        yield {**title, "speaker": names.get(speaker, speaker), "text": "\n".join(words), "section": section or ""}


def _people(root: ElementTree.Element) -> Iterator[tuple[str, dict[str, str]]]:
    """Everybody listed as taking part, by `id`."""
    for element in root.iter():
        beside = _beside(element, frozenset({"id", "name"}) | _BESIDE)
        if _name(element.tag) in _PEOPLE and "name" in beside:
            yield beside.get("id", beside["name"]), {key: words for key, words in beside.items() if key != "id"}
