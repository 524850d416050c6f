"""One call written in the formats of publishers, services and recognisers gives the same turns and the same numbers."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import textwrap
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
import yaml

from tests.conftest import SAMPLES, source
from tests.transforms.readers import printing
from transforms.document import Block, Document, Participant
from transforms.parse import Parsed, parse
from transforms.readers import read

_TITLE = "Northwind Tools (NYSE: NWTL) Q1 2025 Earnings Call"
_DOCUMENT = read((SAMPLES / "northwind_tools_2025q1.txt").read_bytes())
_PEOPLE = {person.name: person for person in _DOCUMENT.participants}


def _with_headings(document: Document, prepared: str, questions: str) -> Iterator[tuple[Block, str]]:
    """Each block with the heading that opens its section, if it is the first of it."""
    yield document.blocks[0], prepared
    for before, block in pairwise(document.blocks):
        yield block, questions if block.section == "qa" != before.section else ""


def _beside(block: Block) -> str:
    person = _PEOPLE.get(block.speaker)
    return " -- ".join(filter(None, (person.affiliation, person.title))) if person else ""


def _lists(written: Callable[[Participant], str]) -> tuple[str, str]:
    """Who is listed for the company, and who asks, a line or more each."""
    company, asking = ("\n".join(written(person) for person in _PEOPLE.values() if person.is_analyst is are_analysts)
                       for are_analysts in (False, True))  # fmt: skip
    return company, asking


def _dashed(person: Participant) -> str:
    return f"{person.name} - {person.affiliation if person.is_analyst else person.title}"


def _page(document: Document) -> str:
    body = "".join(
        f"{f'<h2>{heading}</h2>' if heading else ''}<p><strong>{block.speaker}</strong>{f' -- <em>{_beside(block)}</em>' if _beside(block) else ''}</p>"
        + "".join(f"<p>{html.escape(line)}</p>\n" for line in block.text.split("\n"))
        for block, heading in _with_headings(document, "Prepared Remarks:", "Questions &amp; Answers:")
    )
    return f"<!DOCTYPE html><html><head><title>{_TITLE}</title><script>var a = 'Operator: no';</script></head><body><nav>Menu: Home</nav>{body}</body></html>"


def _page_without_dashes(document: Document) -> str:
    """Who speaks in bold, and as what in italics behind it."""
    return _page(document).replace("</strong> -- <em>", "</strong> <em>")


def _offices_behind(document: Document) -> str:
    """Name and office on one line, with nothing between them."""
    behind = {name: f" {person.title or 'Analyst'}{f', {person.affiliation}' if person.affiliation else ''}" for name, person in _PEOPLE.items()}  # fmt: skip
    return f"{_TITLE}\n\n" + "\n\n".join(
        f"{block.speaker}{behind.get(block.speaker, '')}\n{block.text}" for block in document.blocks
    )


def _names_alone(document: Document) -> str:
    listed, analysts = _lists(_dashed)
    spoken = "".join(
        f"{heading}{block.speaker}\n\n{block.text}\n\n"
        for block, heading in _with_headings(document, "", "Question-and-Answer Session\n\n")
    )
    return f"{_TITLE}\n\nCompany Participants\n\n{listed}\n\nConference Call Participants\n\n{analysts}\n\n{spoken}"


def _names_above_titles(document: Document) -> str:
    below = {
        name: f"{person.affiliation} LLC, Research Division" if person.is_analyst else person.title
        for name, person in _PEOPLE.items()
    }
    listed, analysts = _lists(lambda person: f"{person.name}\n{below[person.name]}")
    spoken = "".join(
        f"{heading}{block.speaker}\n{below[block.speaker] + chr(10) if block.speaker in below else ''}{block.text}\n\n"
        for block, heading in _with_headings(document, "Presentation\n\n", "Question and Answer\n\n")
    )
    return f"{_TITLE}\n\nCall Participants\nEXECUTIVES\n{listed}\nANALYSTS\n{analysts}\n\n{spoken}"


def _numbered(document: Document) -> str:
    """As a wire writes it: rules of hyphens, and each label with its number."""
    rule = "-" * 80
    people = {name: f"{name},  {_beside(Block(name, '')).replace(' -- ', ' - ')}" for name in _PEOPLE}
    listed, analysts = _lists(lambda person: f" * {person.name}\n   {people[person.name].partition(',  ')[2]}")
    spoken = "".join(
        f"{f'{heading}{chr(10)}' if heading else ''}{rule}\n{people.get(block.speaker, block.speaker)}   [{no}]\n{rule}\n {block.text}\n\n"
        for no, (block, heading) in enumerate(_with_headings(document, "Presentation", "Questions and Answers"), 1)
    )
    return f"{_TITLE}\n\nCorporate Participants\n{listed}\n\nConference Call Participants\n{analysts}\n\n{spoken}"


def _with_sides(document: Document, question: str, answer: str) -> str:
    listed, _ = _lists(_dashed)
    spoken = ""
    for block, heading in _with_headings(document, "", "Question-and-Answer Session\n\n"):
        person = _PEOPLE.get(block.speaker)
        side = question if person and person.is_analyst else answer
        label = (
            side.format(block.speaker, person.affiliation) if block.section == "qa" and person else f"{block.speaker}\n"
        )
        spoken += f"{heading}{label}{block.text}\n\n"
    return f"{_TITLE}\n\nExecutives\n\n{listed}\n\n{spoken}"


def _sides_alone(document: Document) -> str:
    return _with_sides(document, "Q - {}\n\n", "A - {}\n\n")


def _sides_marked(document: Document) -> str:
    return _with_sides(document, "<Q – {} – {}>: ", "<A – {} – Northwind Tools, Inc.>: ")


def _pages(document: Document) -> str:
    """As a printed transcript: a header and a footer on each page, in the middle of what is said."""
    lines = _names_above_titles(document).split("\n")
    pages = [lines[start : start + 12] for start in range(0, len(lines), 12)]
    return "\n".join(
        "\n".join((*page, "", f"Page {no} of {len(pages)}", "\f" + _TITLE.upper(), ""))
        for no, page in enumerate(pages, 1)
    )


def _captions(document: Document) -> str:
    return f"{_TITLE}\n\n" + "\n".join(f">> {block.speaker}: {block.text}" for block in document.blocks)


def _tabs(document: Document) -> str:
    return f"{_TITLE}\n\n" + "\n".join(f"{block.speaker}\t{block.text}" for block in document.blocks)


def _sessions(document: Document) -> str:
    people = [{"name": person.name, "description": _beside(Block(person.name, "")), "role": "analyst" if person.is_analyst else "executive"}
              for person in _PEOPLE.values()]  # fmt: skip
    return json.dumps({"symbol": "NWTL", "year": 2025, "quarter": 1, "participant": people, "transcript": [
        {"name": block.speaker, "speech": block.text.split("\n"), "session": "question_answer" if block.section == "qa" else "management_discussion"}
        for block in document.blocks
    ]})  # fmt: skip


def _page_of(written: str) -> str:
    return f"<!DOCTYPE html><html><head><title>{_TITLE}</title></head><body>{written}</body></html>"


def _table_on_page(document: Document) -> str:
    rows = "".join(f"<tr><td>{block.speaker}</td><td>{html.escape(block.text)}</td></tr>" for block in document.blocks)
    return _page_of(f"<table>{rows}</table>")


def _spans(document: Document) -> str:
    """Who speaks and what is said on one line, told apart by their classes."""
    return _page_of("".join(f"<div><span class='speaker-name'>{block.speaker}</span><span>{html.escape(block.text)}</span></div>" for block in document.blocks))  # fmt: skip


def _markdown_list(document: Document) -> str:
    return f"# {_TITLE}\n\n" + "\n".join(f"- **{block.speaker}**: {' '.join(block.text.split())}" for block in document.blocks)  # fmt: skip


def _text_in_json(document: Document) -> str:
    return json.dumps({"data": {"attributes": {"title": _TITLE, "transcript": _captions(document)}}})


def _by_number(document: Document) -> str:
    return json.dumps({"transcript": {str(no): {"speaker": block.speaker, "text": block.text} for no, block in enumerate(document.blocks)}})  # fmt: skip


def _pairs(document: Document) -> str:
    return json.dumps([[block.speaker, block.text] for block in document.blocks])


def _under_names(document: Document) -> str:
    return json.dumps([{block.speaker: block.text} for block in document.blocks])


def _own_keys(document: Document) -> str:
    """Speeches under keys that no other service has."""
    return json.dumps({"items": [{"who_spoke": block.speaker, "their_words": block.text} for block in document.blocks]})


def _rows_without_names(document: Document) -> str:
    return json.dumps([[no, block.speaker, block.text] for no, block in enumerate(document.blocks)])


def _parts(document: Document) -> str:
    """What was prepared and the questions, in lists side by side; each question with its answers."""
    said = [{"name": block.speaker, "text": block.text} for block in document.blocks]
    asked = next(no for no, block in enumerate(document.blocks) if block.section == "qa")
    exchange = {"question": said[asked : asked + 2], "answer": said[asked + 2 :]}
    return json.dumps({"prepared_remarks": said[:asked], "questions_and_answers": [exchange]})


def _texts_of_parts(document: Document) -> str:
    text = {part: "\n\n".join(f"{block.speaker}: {block.text}" for block in document.blocks if (block.section == "qa") is (part == "q_and_a"))
            for part in ("prepared_remarks", "q_and_a")}  # fmt: skip
    return json.dumps(text)


def _by_key(document: Document) -> str:
    return json.dumps({"turns": {f"turn_{no}": {"speaker": block.speaker, "text": block.text} for no, block in enumerate(document.blocks)}})  # fmt: skip


def _yaml(document: Document) -> str:
    speeches = [{"speaker": block.speaker, "text": block.text} for block in document.blocks]
    return yaml.safe_dump({"title": _TITLE, "turns": speeches}, sort_keys=False)


def _table_of(header: list[str], mark: str) -> Callable[[Document], str]:
    """A table whose columns have these names, or none, parted by a mark."""

    def written(document: Document) -> str:
        table = io.StringIO()
        csv.writer(table, delimiter=mark).writerows(
            [*([header] if header else []), *([block.speaker, block.text] for block in document.blocks)]
        )
        return table.getvalue()

    return written


def _set_off(before: str, behind: str) -> Callable[[Document], str]:
    """Each name between two signs, and the speech behind it."""
    return lambda document: "\n\n".join(f"{before}{block.speaker}{behind}{block.text}" for block in document.blocks)


def _counted(document: Document) -> str:
    return "\n\n".join(f"{no}. {block.speaker}: {block.text}" for no, block in enumerate(document.blocks, 1))


def _title_behind_bar(document: Document) -> str:
    return "\n\n".join(f"**{block.speaker}{' | ' if _beside(block) else ''}{_beside(block)}**\n\n{block.text}" for block in document.blocks)  # fmt: skip


def _markdown_table(document: Document) -> str:
    rows = [f"| {block.speaker} | {block.text.replace(chr(10), ' ')} |" for block in document.blocks]
    return "\n".join(("| Speaker | Text |", "|---|:---|", *rows))


def _turns_in_xml(document: Document) -> str:
    return f"<transcript>{''.join(f'<turn speaker={chr(34)}{block.speaker}{chr(34)}>{html.escape(block.text)}</turn>' for block in document.blocks)}</transcript>"


def _speaker_ids(document: Document) -> str:
    names = list(dict.fromkeys(block.speaker for block in document.blocks))
    return json.dumps({
        "speakers": [{"id": no, "name": name} for no, name in enumerate(names)],
        "segments": [{"speaker_id": names.index(block.speaker), "start": 0.5, "text": block.text} for block in document.blocks],
    })  # fmt: skip


def _timed_text(document: Document) -> str:
    cues = "".join(f"<p begin='{minute}m{second}s' end='{minute}m{second + 1}s'>{f'{speaker}: ' if speaker else ''}{html.escape(words)}</p>"
                   for speaker, minute, second, words in _cues(document))  # fmt: skip
    return f"<?xml version='1.0'?><tt xmlns='http://www.w3.org/ns/ttml'><body><div>{cues}</div></body></tt>"


def _subviewer(document: Document) -> str:
    return "\n\n".join(
        f"0:{minute:02}:{second:02}.000,0:{minute:02}:{second + 1:02}.000\n{f'{speaker}: ' if speaker else ''}{words}"
        for speaker, minute, second, words in _cues(document)
    )


def _markdown(document: Document) -> str:
    return f"# {_TITLE}\n\n" + "\n\n".join(f"**{block.speaker}**: {block.text}" for block in document.blocks)


def _headings(document: Document) -> str:
    return f"# {_TITLE}\n\n" + "\n\n".join(f"### {block.speaker}\n\n{block.text}" for block in document.blocks)


def _brackets(document: Document) -> str:
    return f"{_TITLE}\n\n" + "\n\n".join(f"[{block.speaker}]\n{block.text}" for block in document.blocks)


def _times_before(document: Document) -> str:
    return f"{_TITLE}\n\n" + "\n".join(f"[00:{no:02}:07] {block.speaker}: {block.text}" for no, block in enumerate(document.blocks))  # fmt: skip


def _seconds_before(document: Document) -> str:
    return f"{_TITLE}\n\n" + "\n".join(f"[{no * 61.5}s] {block.speaker}: {block.text}" for no, block in enumerate(document.blocks))  # fmt: skip


def _firms_before_titles(document: Document) -> str:
    """Firm and title between the name and a colon: "Ann Lee, Lamp Works; CEO: Thank you."."""
    listed = {
        name: f", {person.affiliation if person.is_analyst else 'Northwind Tools'}; {person.title or 'Analyst'}"
        for name, person in _PEOPLE.items()
    }
    return "\n\n".join(f"{block.speaker}{listed.get(block.speaker, '')}: {block.text}" for block in document.blocks)


def _recognised_lines(document: Document) -> str:
    """As recognisers print what they hear: a line for each cue, its times before it."""
    lines, speaker = [], ""
    for named, minute, second, words in _cues(document):
        start = minute * 60 + second
        label = f"{named}: " if named and named != speaker else ""
        speaker = named or speaker
        lines.append(f"[{start}.000 --> {start + 1}.080]  {label}{words}")
    return "\n".join(lines)


def _times_behind(document: Document) -> str:
    return f"{_TITLE}\n\n" + "\n".join(f"{block.speaker} ({no}:07):\n{block.text}" for no, block in enumerate(document.blocks))  # fmt: skip


def _cues(document: Document) -> Iterator[tuple[str, int, int, str]]:
    """Speaker, minute, second and a line or two of words, as subtitles cut them."""
    for no, block in enumerate(document.blocks):
        words = block.text.split()
        for second, start in enumerate(range(0, len(words), 12)):
            yield block.speaker if not start else "", no, second, " ".join(words[start : start + 12])


def _webvtt(document: Document) -> str:
    return f"WEBVTT - {_TITLE}\n\n" + "\n\n".join(
        f"00:{minute:02}:{second:02}.000 --> 00:{minute:02}:{second + 1:02}.000\n{f'<v {speaker}>' if speaker else ''}{words}"
        for speaker, minute, second, words in _cues(document)
    )


def _subrip(document: Document) -> str:
    return "\n\n".join(
        f"{no}\n00:{minute:02}:{second:02},000 --> 00:{minute:02}:{second + 1:02},000\n{f'{speaker}: ' if speaker else ''}{words}"
        for no, (speaker, minute, second, words) in enumerate(_cues(document), 1)
    )


def _nested(document: Document) -> str:
    return json.dumps({"status": "ok", "data": {"symbol": "NWTL", "fiscal_period": "2025Q1",
                       "transcript": [{"speaker": {"name": block.speaker}, "content": block.text} for block in document.blocks]}})  # fmt: skip


def _components(document: Document) -> str:
    return json.dumps({"tickersymbol": "NWTL", "fiscalyear": 2025.0, "fiscalquarter": "Q1",
                       "components": [{"transcriptpersonname": block.speaker, "componenttext": block.text} for block in document.blocks]})  # fmt: skip


def _monologues(document: Document) -> str:
    names = list(dict.fromkeys(block.speaker for block in document.blocks))
    return json.dumps({"monologues": [
        {"speaker": names.index(block.speaker),
         "elements": [piece for word in block.text.split() for piece in ({"type": "text", "value": word}, {"type": "punct", "value": " "})]}
        for block in document.blocks
    ]})  # fmt: skip


def _voices(document: Document) -> Iterator[tuple[int, str]]:
    """Each block's words with the number of the voice that a recogniser tells from others."""
    names = list(dict.fromkeys(block.speaker for block in document.blocks))
    return ((names.index(block.speaker), block.text) for block in document.blocks)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+(?=[A-Z])", text)


def _paragraphs(document: Document) -> str:
    """Deep down in lists of one, each paragraph's sentences."""
    paragraphs = [{"speaker": voice, "sentences": [{"text": sentence} for sentence in _sentences(text)]} for voice, text in _voices(document)]  # fmt: skip
    return json.dumps({"results": {"channels": [{"alternatives": [{"paragraphs": {"paragraphs": paragraphs}}]}]}})


def _words(document: Document) -> str:
    """Each word and each mark with its voice and what else was heard."""
    pieces = ((voice, piece) for voice, text in _voices(document) for piece in re.findall(r"[.,;?]+(?=\s|$)|\S+?(?=[.,;?]*(?:\s|$))", text))  # fmt: skip
    items = [{"speaker_label": f"spk_{voice}", "alternatives": [{"content": piece}, {"content": "uh"}]} for voice, piece in pieces]  # fmt: skip
    return json.dumps({"status": "COMPLETED", "results": {"transcripts": [], "items": items}})


def _segments(document: Document) -> str:
    segments = [{"speaker": f"SPEAKER_{voice:02}", "text": f" {sentence}"} for voice, text in _voices(document) for sentence in _sentences(text)]  # fmt: skip
    return json.dumps({"segments": segments, "language": "en"})


def _named_sentences(document: Document) -> str:
    sentences = [{"speaker_name": block.speaker, "text": sentence} for block in document.blocks for sentence in _sentences(block.text)]  # fmt: skip
    return json.dumps({"data": {"title": _TITLE, "sentences": sentences}})


def _json_lines(document: Document) -> str:
    return "\n".join(json.dumps({"speaker": block.speaker, "text": block.text}) for block in document.blocks)


def _each_cue_named(document: Document) -> str:
    cues, speaker = [], ""
    for no, (named, minute, second, words) in enumerate(_cues(document), 1):
        speaker = named or speaker
        cues.append(f"{no}\n00:{minute:02}:{second:02}.000 --> 00:{minute:02}:{second + 1:02}.000\n{speaker}: {words}")
    return "WEBVTT\n\n" + "\n\n".join(cues)


def _xml(document: Document) -> str:
    """Speeches that name their speaker by the number of somebody listed."""
    numbers = {name: str(no) for no, name in enumerate(_PEOPLE)}
    people = "".join(f'<participant id="{numbers[name]}" type="{"analyst" if person.is_analyst else "executive"}"><name>{name}</name><title>{html.escape(_beside(Block(name, "")))}</title></participant>'
                     for name, person in _PEOPLE.items())  # fmt: skip
    speeches = "".join(
        f'<section name="{"Question and Answer" if block.section == "qa" else "Presentation"}"><speech speaker="{numbers.get(block.speaker, block.speaker)}">'
        + "".join(f"<p>{html.escape(line)}</p>" for line in block.text.split("\n")) + "</speech></section>"
        for block in document.blocks
    )  # fmt: skip
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<transcript><headline>{_TITLE}</headline><participants>{people}</participants><body>{speeches}</body></transcript>'


def _xml_elements(document: Document) -> str:
    said = "".join(
        f"<statement><speaker>{block.speaker}</speaker><text>{html.escape(block.text)}</text></statement>"
        for block in document.blocks
    )
    return f"<call><companyTicker>NWTL</companyTicker><year>2025</year><quarter>1</quarter>{said}</call>"


def _xml_body(document: Document) -> str:
    return f"<Event><eventTitle>{_TITLE}</eventTitle><Body><![CDATA[{_numbered(document)}]]></Body></Event>"


def _terminal(document: Document) -> str:
    """As a terminal prints it: a mark to click on behind each name, and sides in the questions."""
    listed, asking = _lists(lambda person: f"  {_dashed(person).replace(' - ', ' — ')}")
    spoken = ""
    for no, (block, heading) in enumerate(_with_headings(document, "Presentation", "Questions And Answers")):
        person = _PEOPLE.get(block.speaker)
        side = ("Q - " if person.is_analyst else "A - ") if person and block.section == "qa" else ""
        mark = f" {{BIO {1000 + no} <GO>}}" if person else ""
        spoken += f"{heading}\n\n{side}{block.speaker}{mark}\n{block.text}\n\n"
    return f"{_TITLE}\n\nCompany Participants:\n{listed}\n\nOther Participants:\n{asking}\n\n{spoken}"


def _titles_beside(document: Document) -> str:
    return f"{_TITLE}\n\n" + "\n\n".join(
        f"{', '.join(filter(None, (block.speaker, _beside(block))))}: {block.text}" for block in document.blocks
    )


def _keys(document: Document) -> str:
    listed, asking = _lists(_dashed)
    spoken = "\n".join(
        f"{heading + ' ------------ :' + chr(10) if heading else ''}Speaker : {block.speaker}\nRemark : {block.text}"
        for block, heading in _with_headings(document, "PRESENTATION", "QUESTION AND ANSWER SESSION")
    )
    return f"{_TITLE}\n\nCOMPANY PARTICIPANTS ------------ :\n{listed}\nCONFERENCE CALL PARTICIPANTS ------------ :\n{asking}\n{spoken}"


def _roles_in_brackets(document: Document) -> str:
    """Lines broken at a page's width, each speech right below its label."""
    roles = {name: "Analysts" if person.is_analyst else "Executives" for name, person in _PEOPLE.items()}
    return f"# {_TITLE}\n2025-04-24\n\n{_TITLE}\n" + "\n".join(
        f"{block.speaker} ({roles.get(block.speaker, 'Operator')})\n" + textwrap.fill(block.text, 100)
        for block in document.blocks
    )


def _titles_below_headings(document: Document) -> str:
    return f"# {_TITLE}\n\n" + "\n\n".join(
        f"### {block.speaker}\n{f'_{_beside(block)}_' if _beside(block) else ''}\n\n{block.text}"
        for block in document.blocks
    )


def _sections(document: Document) -> str:
    sections = [
        {"section": name, "turns": [{"name": block.speaker, "role": _beside(block), "paragraphs": block.text.split("\n")}
                                    for block in document.blocks if (block.section == "qa") is is_qa]}
        for name, is_qa in (("Prepared Remarks", False), ("Q&A", True))
    ]  # fmt: skip
    return json.dumps({"title": _TITLE, "sections": sections})


def _table(document: Document) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, ("", "ticker", "speaker", "title", "text"))
    writer.writeheader()
    writer.writerows({"": no, "ticker": "NWTL", "speaker": block.speaker, "title": _beside(block), "text": block.text}
                     for no, block in enumerate(document.blocks))  # fmt: skip
    return written.getvalue()


def _on_one_line(label: Callable[[Block], str]) -> Callable[[Document], str]:
    """The call with its line breaks lost."""
    return lambda document: " ".join(f"{label(block)} {' '.join(block.text.split())}" for block in document.blocks)


def _side_and_name(block: Block) -> str:
    person = _PEOPLE.get(block.speaker)
    return f"{'Analyst' if person.is_analyst else 'Executive'} ({block.speaker})." if person else f"{block.speaker}."


def _sides_before_speeches(document: Document) -> str:
    sides = {name: "Q" if person.is_analyst else "A" for name, person in _PEOPLE.items()}
    return f"{_TITLE}\n\n" + "\n".join(
        f"{f'{sides[block.speaker]} - ' if block.section == 'qa' and block.speaker in sides else ''}{block.speaker}: {block.text}"
        for block in document.blocks
    )


def _time_spans(document: Document) -> str:
    return f"{_TITLE}\n\n" + "\n".join(f"00:{no:02}:07 - 00:{no:02}:40 {block.speaker}\n{block.text}" for no, block in enumerate(document.blocks))  # fmt: skip


def _rows(document: Document) -> str:
    return f"{_TITLE}\n\n" + "\n".join(f"| {block.speaker} | {' '.join(block.text.split())} |" for block in document.blocks)  # fmt: skip


def _margins(document: Document) -> str:
    """As a terminal prints it: rules of dots, and who asks and who answers told by a letter at the margin."""
    listed, analysts = _lists(lambda person: f"{person.name}\n{_office(person)}\n")
    spoken = ""
    for block, heading in _with_headings(
        document, "MANAGEMENT DISCUSSION SECTION\n\n", "QUESTION AND ANSWER SECTION\n\n"
    ):
        person = _PEOPLE.get(block.speaker)
        side = f"\t{'Q' if person.is_analyst else 'A'}" if person and block.section == "qa" else ""
        label = f"{block.speaker}\n{_office(person)}{side}\n\n" if person else f"{block.speaker}: "
        spoken += f"{heading}{'.' * 80}\n\n{label}{block.text}\n\n"
    return f"{_TITLE}\n\nCORPORATE PARTICIPANTS\n\n{listed}\nOTHER PARTICIPANTS\n\n{analysts}\n\n{spoken}"


def _office(person: Participant) -> str:
    return f"Analyst, {person.affiliation} Securities, Inc." if person.is_analyst else str(person.title)


def _initials(document: Document) -> str:
    spoken = "\n\n".join(f"{block.speaker[0]} {block.speaker} {block.text}" for block in document.blocks)
    return f"{_TITLE}\n\n{spoken}\n"


def _remarks(document: Document) -> str:
    """Remarks, each of which says in an object of its own who makes it."""
    remarks = [
        {"SequenceNumber": no, "Remark": block.text,
         "SpokenBy": {"Id": f"{no:04}", "Name": block.speaker, "Title": _beside(block) or block.speaker}}
        for no, block in enumerate(document.blocks)
    ]  # fmt: skip
    company = {"Id": "53", "Name": "Northwind Tools", "TradingSymbol": "NYSE:NWTL"}
    return json.dumps({"Id": "ad", "Company": company, "HeldAt": "2025-04-24T00:00:00", "Remarks": remarks})


def _double_spaced(document: Document) -> str:
    """As a company prints it: a blank line below each, two below each paragraph, and a footer on every page."""
    lines: list[str] = []
    for block in document.blocks:
        first, *others = block.text.split("\n")
        for paragraph in (f"{block.speaker}:     {first}", *others):
            for line in textwrap.wrap(paragraph, 90):
                lines += [line if line.startswith(block.speaker) else f"      {line}", ""]
            lines.append("")
    for page, place in enumerate(range(12, len(lines), 12)):
        lines.insert(place, f"Northwind Tools 1Q25 Earnings Call{' ' * 30}{page + 1}")
    return f"      {_TITLE}\n\n\n" + "\n".join(lines)


def _titles_first_time(document: Document) -> str:
    """The title beside a name in the presentation alone."""
    spoken = "\n\n".join(
        f"{heading}\n\n{block.speaker}{f' - {_beside(block)}' if block.section != 'qa' and _beside(block) else ''}\n{block.text}"
        for block, heading in _with_headings(document, "Presentation", "Question-and-Answer Session")
    )
    return f"{_TITLE}\n\n{spoken}\n"


def _pdf(document: Document) -> bytes:
    return printing.pdf(_margins(document), _TITLE)


def _word(document: Document) -> bytes:
    return printing.word(_names_above_titles(document))


def _rich_text(document: Document) -> bytes:
    return printing.rich_text(_names_alone(document))


_WITH_PEOPLE: dict[str, tuple[Callable[[Document], str | bytes], str]] = {
    "a page": (_page, "html"),
    "a page without dashes": (_page_without_dashes, "html"),
    "names alone on a line": (_names_alone, "labelled_text"),
    "offices behind names": (_offices_behind, "labelled_text"),
    "names above titles": (_names_above_titles, "labelled_text"),
    "numbered labels": (_numbered, "labelled_text"),
    "sides": (_sides_alone, "labelled_text"),
    "marked sides": (_sides_marked, "labelled_text"),
    "pages": (_pages, "labelled_text"),
    "sessions": (_sessions, "content_json"),
    "XML": (_xml, "speech_xml"),
    "text in XML": (_xml_body, "speech_xml"),
    "terminal": (_terminal, "labelled_text"),
    "titles beside names": (_titles_beside, "labelled_text"),
    "keys": (_keys, "labelled_text"),
    "titles below headings": (_titles_below_headings, "markdown"),
    "sections": (_sections, "content_json"),
    "a table of speeches": (_table, "speech_table"),
    "remarks": (_remarks, "content_json"),
    "PDF": (_pdf, "pdf"),
    "Word": (_word, "docx"),
    "Rich Text": (_rich_text, "rtf"),
}
_WITH_NAMES: dict[str, tuple[Callable[[Document], str | bytes], str]] = {
    **_WITH_PEOPLE,
    "Markdown": (_markdown, "markdown"),
    "Markdown headings": (_headings, "markdown"),
    "names in brackets": (_brackets, "labelled_text"),
    "times before names": (_times_before, "labelled_text"),
    "times behind names": (_times_behind, "labelled_text"),
    "seconds before names": (_seconds_before, "labelled_text"),
    "a recogniser's lines": (_recognised_lines, "subtitles"),
    "firms before titles": (_firms_before_titles, "labelled_text"),
    "captions": (_captions, "labelled_text"),
    "initials before names": (_initials, "labelled_text"),
    "double-spaced": (_double_spaced, "labelled_text"),
    "titles the first time": (_titles_first_time, "labelled_text"),
    "tabs": (_tabs, "labelled_text"),
    "on one line": (_on_one_line(lambda block: f"{block.speaker}:"), "labelled_text"),
    "on one line, in brackets": (_on_one_line(lambda block: f"[{block.speaker}]"), "labelled_text"),
    "on one line, by side": (_on_one_line(_side_and_name), "labelled_text"),
    "sides before speeches": (_sides_before_speeches, "labelled_text"),
    "times from and to": (_time_spans, "labelled_text"),
    "rows": (_rows, "labelled_text"),
    "roles in brackets": (_roles_in_brackets, "markdown"),
    "WebVTT": (_webvtt, "subtitles"),
    "SubRip": (_subrip, "subtitles"),
    "JSON in JSON": (_nested, "content_json"),
    "components": (_components, "content_json"),
    "sentences": (_named_sentences, "content_json"),
    "JSON lines": (_json_lines, "content_json"),
    "a name in each cue": (_each_cue_named, "subtitles"),
    "XML of elements": (_xml_elements, "speech_xml"),
    "a table on a page": (_table_on_page, "html"),
    "spans on a page": (_spans, "html"),
    "a Markdown list": (_markdown_list, "markdown"),
    "a text in JSON": (_text_in_json, "content_json"),
    "speeches by number": (_by_number, "content_json"),
    "pairs": (_pairs, "content_json"),
    "speeches under names": (_under_names, "content_json"),
    "speakers by number": (_speaker_ids, "content_json"),
    "keys of its own": (_own_keys, "content_json"),
    "rows without names": (_rows_without_names, "content_json"),
    "parts side by side": (_parts, "content_json"),
    "texts of parts": (_texts_of_parts, "earningscall_json"),
    "speeches by key": (_by_key, "content_json"),
    "YAML": (_yaml, "content_json"),
    "a table with names of its own": (_table_of(["Who Spoke", "Their Words"], ","), "speech_table"),
    "a table without names": (_table_of([], ";"), "speech_table"),
    "a table with bars": (_table_of(["name", "dialogue"], "|"), "speech_table"),
    "rules around names": (_set_off("=== ", " ===\n"), "labelled_text"),
    "angles around names": (_set_off("<", "> "), "labelled_text"),
    "brackets before speeches": (_set_off("[", "] "), "labelled_text"),
    "dashes before speeches": (_set_off("", " - "), "labelled_text"),
    "bars before speeches": (_set_off("", " | "), "labelled_text"),
    "names in italics": (_set_off("*", ":* "), "markdown"),
    "times with dashes": (_set_off("00:10 - ", ": "), "labelled_text"),
    "times behind dots": (_set_off("", " • 00:10\n"), "labelled_text"),
    "numbered speeches": (_counted, "labelled_text"),
    "titles behind bars": (_title_behind_bar, "markdown"),
    "a table in Markdown": (_markdown_table, "labelled_text"),
    "turns in XML": (_turns_in_xml, "speech_xml"),
    "timed text": (_timed_text, "speech_xml"),
    "SubViewer": (_subviewer, "subtitles"),
}
_ALL = {
    **_WITH_NAMES,
    "voices told apart": (_monologues, "content_json"),
    "paragraphs of voices": (_paragraphs, "content_json"),
    "words of voices": (_words, "content_json"),
    "sentences of voices": (_segments, "content_json"),
}


def _numbers(parsed: Parsed) -> list[tuple[object, ...]]:
    metric = parsed.frames["metric"].select("metric", "segment", "basis", "period", "measure", "value", "unit").rows()
    guidance = parsed.frames["guidance"].select("metric", "segment", "basis", "period", "low", "high", "form").rows()
    return [*sorted(metric, key=str), *sorted(guidance, key=str)]


def _parsed(name: str) -> Parsed:
    parsed = parse([source(_ALL[name][0](_DOCUMENT), "NWTL_q1_2025.txt")])
    assert not parsed.refused
    return parsed


_ORIGINAL = parse([source((SAMPLES / "northwind_tools_2025q1.txt").read_bytes(), "NWTL_q1_2025.txt")])


@pytest.mark.parametrize("name", _ALL)
def test_the_turns_and_numbers_are_the_same(name: str) -> None:
    parsed = _parsed(name)
    assert parsed.frames["call"]["source_format"].to_list() == [_ALL[name][1]]
    assert [" ".join(text.split()) for text in parsed.frames["turn"]["text"]] == [
        " ".join(text.split()) for text in _ORIGINAL.frames["turn"]["text"]
    ]
    assert _numbers(parsed) == _numbers(_ORIGINAL)


@pytest.mark.parametrize("name", _WITH_NAMES)
def test_the_speakers_have_their_names(name: str) -> None:
    assert _parsed(name).frames["speaker"]["name"].to_list() == _ORIGINAL.frames["speaker"]["name"].to_list()


@pytest.mark.parametrize("name", _WITH_PEOPLE)
def test_the_speakers_have_their_roles_and_titles(name: str) -> None:
    columns = ("name", "role", "title")
    assert _parsed(name).frames["speaker"].select(columns).rows() == _ORIGINAL.frames["speaker"].select(columns).rows()


def test_a_list_without_a_heading_behind_it_ends_with_the_first_speech() -> None:
    said = "Thank you all for joining us today. " * 6
    text = f"{_TITLE}\n\nCompany Participants\n\nRuth Alder - CEO\nMaria Sand - CFO\n\nRuth Alder\n\n{said}\n\nMaria Sand\n\n[Operator Instructions]\n\n{said}\n"
    document = read(text.encode())
    assert [block.speaker for block in document.blocks] == ["Ruth Alder", "Maria Sand"]
    assert [person.name for person in document.participants] == ["Ruth Alder", "Maria Sand"]


def test_a_text_without_labels_has_its_questions() -> None:
    text = f"{_TITLE}\n\n" + "\n\n".join(block.text for block in _DOCUMENT.blocks)
    parsed = parse([source(text, "NWTL_q1_2025.txt")])
    assert parsed.frames["call"]["source_format"].to_list() == ["plain_text"]
    assert parsed.frames["turn"]["turn_type"].to_list()[-4:] == ["operator", "question", "answer", "operator"]
    assert _numbers(parsed) == _numbers(_ORIGINAL)


def test_a_text_without_labels_that_lacks_its_start_is_read_all_the_same() -> None:
    said = "Sales were $5 million. Thank you, Ann, and good morning to all. " * 6
    text = f"and are subject to risks. I would now like to introduce your host, Ann Lee. {said} We are now prepared to take your questions."
    assert read(text.encode()).source_format == "plain_text"


def test_where_two_spoke_at_once_is_no_speaker() -> None:
    text = f"{_TITLE}\n\nGood morning, everyone, and welcome to the call. [Operator Instructions]\n\n" + (
        "This is Tim [Speech Overlap] for Jared. Please go ahead. We saw that [Speech Overlap]. I will turn the call over to the operator. Operator. Yes, thank you. "
        * 3
    )
    assert read(text.encode()).source_format == "plain_text"


def test_prepared_remarks_of_one_person_are_read() -> None:
    said = "In the quarter we sold more lamps than ever, and our customers tell us that they like them. We think that our sales will grow again. "
    text = f"Lamp Works Q2 2024 earnings call: prepared remarks\n\nOur sales were $5 million. {said * 6}"
    assert read(text.encode()).source_format == "plain_text"


def test_remarks_alone_have_their_labels_though_each_speaks_once() -> None:
    text = "Operator: Good day. Ann Lee will begin.\n\nAnn Lee, Chief Financial Officer: Revenue was $5 million.\n\nMargins were 5%."
    assert [(block.speaker, block.text) for block in read(text.encode()).blocks] == [
        ("Operator", "Good day. Ann Lee will begin."),
        ("Ann Lee", "Revenue was $5 million.\n\nMargins were 5%."),
    ]


def test_a_release_that_speaks_of_a_call_is_none() -> None:
    said = "Lamp Works sold more lamps than ever, and net sales of the company rose by 5 percent in the quarter ended June 30. "
    text = f"{said * 12}\n\nThe company will hold an earnings call at 10 a.m. We make lamps."
    (refused,) = parse([source(text, "LW_q2_2024.txt")]).refused
    assert refused.reason == "unknown_format"


@pytest.mark.parametrize("times", ["{0}:{1:02}\n", "[{0:02}:{1:02}] ", "{0}:{1:02} · "])
def test_the_times_of_a_recording_are_no_numbers(times: str) -> None:
    sentences = [line for block in _DOCUMENT.blocks for line in block.text.split("\n") if line.strip()]
    text = "\n".join(f"{times.format(no // 4, no % 4 * 14)}{line}" for no, line in enumerate(sentences))
    parsed = parse([source(text, "NWTL_q1_2025.txt")])
    assert parsed.frames["call"]["source_format"].to_list() == ["plain_text"]
    assert _numbers(parsed) == _numbers(_ORIGINAL)


def test_what_a_text_begins_with_in_the_midst_of_a_sentence_is_no_title() -> None:
    text = "Welcome to Northwind Tools First Quarter\n2025 earnings call.\nWe will now take the first question.\nThank you for joining."
    assert read(text.encode()).blocks[0].text.startswith("Welcome to Northwind Tools First Quarter")


@pytest.mark.parametrize("text", [
    json.dumps([{"symbol": "X", "content": "Ann Lee: One.\nBo Day: Two.\nAnn Lee: Three."}] * 2),
    '{"symbol": "X", "year": 2024}\n{"symbol": "X", "year": 2025}\n',
])  # fmt: skip
def test_several_calls_in_one_file_are_refused_with_the_remedy(text: str) -> None:
    (refused,) = parse([source(text, "calls.json")]).refused
    assert refused.reason == "several_calls"
    assert "split" in refused.detail


def test_a_table_of_transcripts_is_refused_with_the_remedy() -> None:
    table = 'ticker,"date",transcript\nX,2025-04-24,"Operator: Good day.\nAnn Lee: Revenue was $5 million."\n'
    (refused,) = parse([source(table, "calls.csv")]).refused
    assert refused.reason == "several_calls"
    assert "ticker, date, transcript" in refused.detail
    assert "each row" in refused.detail


def test_a_table_of_the_speeches_of_two_calls_is_refused() -> None:
    speeches = 'Operator,"Good day."\nAnn Lee,"Revenue was $5 million."\nAnn Lee,"Thank you."\n'
    table = "ticker,speaker,text\n" + "".join(f"{ticker},{line}\n" for ticker in "XY" for line in speeches.splitlines())
    assert parse([source(table, "calls.csv")]).refused[0].reason == "several_calls"


def test_an_article_about_a_call_is_no_call() -> None:
    text = "Northwind Tools will hold its earnings call on April 24.\n\nAnalysts expect revenue of $400 million."
    assert parse([source(text, "news.txt")]).refused[0].reason == "unknown_format"


def test_titles_go_on_where_a_column_was_too_narrow_and_notices_are_no_speech() -> None:
    said = "Thank you all for joining us today. " * 6
    text = (
        f"{_TITLE}\n\nCORPORATE PARTICIPANTS\n\nRuth Alder\nExecutive Vice President of Strategy and\nOperations, Northwind Corp.\n\nOTHER PARTICIPANTS\n\n"
        "Maria Sand\nChief Financial Officer,\nNorthwind Corp.\n\nBo Day\nAnalyst, Quay Street Securities, Inc.\n\nMANAGEMENT DISCUSSION SECTION\n\n"
        f"Ruth Alder\n\n{said}\n\nMaria Sand\n\n{said}\n\nDisclaimer\n\nThe information herein is not guaranteed by us.\n"
    )
    document = read(text.encode())
    assert [(one.name, one.title, one.affiliation, one.is_analyst) for one in document.participants] == [
        ("Ruth Alder", "Executive Vice President of Strategy and Operations", "Northwind Corp.", False),
        ("Maria Sand", "Chief Financial Officer", "Northwind Corp.", False),
        ("Bo Day", "Analyst", "Quay Street Securities, Inc.", True),
    ]
    assert [block.text for block in document.blocks] == [said.strip()] * 2


def test_the_title_of_a_call_is_no_speaker() -> None:
    text = "# Northwind Tools Corp – Q4 FY2023 Earnings Call\n\n**Ann Lee:** Revenue was $5 million, and we are glad of it.\n\n**Bo Day:** Thank you.\n\n**Ann Lee:** Goodbye.\n"
    document = read(text.encode())
    assert [block.speaker for block in document.blocks] == ["Ann Lee", "Bo Day", "Ann Lee"]
    assert document.furniture == ("Northwind Tools Corp – Q4 FY2023 Earnings Call",)


def test_the_symbol_may_stand_in_the_company_of_an_event() -> None:
    speeches = [{"speaker": "Ann Lee", "text": "Revenue was $5 million."}, {"speaker": "Bo Day", "text": "Why?"}]
    call = {"event": {"date": "2025-04-24", "company": {"name": "Lamp Works", "ticker": "LAMP"}}, "segments": speeches}
    assert read(json.dumps(call).encode()).metadata["ticker"] == "LAMP"
