"""Formats are recognised from content; whatever cannot be read is refused with a reason and a remedy."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SAMPLES, SHARED
from tests.transforms.readers import printing
from transforms.document import RefusedError
from transforms.readers import MAX_BYTES, read
from transforms.speakers import cast
from transforms.turns import turns

_REMARKS = {"prepared_remarks": [{"speaker": "Ann Lee", "speech": "Revenue was $5 million."}], "q_and_a": [{"speaker": "Bo Day", "speech": "Why?"}],
            "participants": ["Ann Lee--Chief Executive Officer", "Bo Day--Quay Street -- Analyst"]}  # fmt: skip
_LEVEL3 = {"event": {"year": 2025, "quarter": 1}, "speakers": [{"speaker": "spk01", "words": ["Hello", "there."], "start_times": [0.1, 0.4]}],
           "speaker_name_map_v2": {"spk01": {"name": "Ann Lee", "title": "CEO"}}}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "source_format", "speakers"),
    [
        (_REMARKS, "remarks_json", ["Ann Lee", "Bo Day"]),
        (_LEVEL3, "earningscall_json", ["Ann Lee"]),
        ({"event": {"year": 2025, "quarter": 1}, "text": "Good day."}, "earningscall_json", ["Unlabelled"]),
        (
            {"prepared_remarks": "Good day.", "questions_and_answers": "Why?"},
            "earningscall_json",
            ["Unlabelled", "Unlabelled"],
        ),
        (
            {
                "symbol": "X",
                "year": 2025,
                "quarter": 1,
                "transcript": [{"name": "Ann", "speech": ["One.", "Two."]}, {"name": "Bo", "speech": "Three."}],
            },
            "content_json",
            ["Ann", "Bo"],
        ),
        (
            {"symbol": "X", "content": "Ann Lee: One.\nBo Day: Two.\nAnn Lee: Three."},
            "content_json",
            ["Ann Lee", "Bo Day", "Ann Lee"],
        ),
    ],
)
def test_json_formats(value: object, source_format: str, speakers: list[str]) -> None:
    document = read(json.dumps(value).encode())
    assert (document.source_format, [block.speaker for block in document.blocks]) == (source_format, speakers)


def test_words_with_times_become_text() -> None:
    assert read(json.dumps(_LEVEL3).encode()).blocks[0].text == "Hello there."


def test_participants_have_firm_and_role() -> None:
    people = read(json.dumps(_REMARKS).encode()).participants
    assert [(p.name, p.title, p.affiliation, p.is_analyst) for p in people] == [
        ("Ann Lee", "Chief Executive Officer", None, False), ("Bo Day", "Analyst", "Quay Street", True),
    ]  # fmt: skip


def test_speaker_blocks_keep_furniture_out_of_speech() -> None:
    document = read((SAMPLES / "kingsoft_cloud_2025q1.txt").read_bytes())
    assert document.source_format == "speaker_blocks"
    assert any("2025" in line for line in document.furniture)
    assert not any(line in block.text for line in document.furniture for block in document.blocks)


def test_labelled_text_has_sections_and_participants() -> None:
    document = read((SAMPLES / "northwind_tools_2025q1.txt").read_bytes())
    assert document.source_format == "labelled_text"
    assert {block.section for block in document.blocks} == {"prepared", "qa"}
    assert document.participants[-1].affiliation == "Quay Street"


@pytest.mark.parametrize(
    ("content", "reason", "remedy"),
    [
        (b"", "empty", "Fetch"),
        (b" \n\t ", "empty", "Fetch"),
        (b"\x7fELF\0\0\0\1", "binary", "Extract"),
        (b"%PDF-1.7\n%\xe2\xe3", "broken_document", "Fetch"),
        (b"PK\x03\x04 and no more", "binary", "archive"),
        (printing.word(" "), "no_text", "ocrmypdf"),
        (printing.pdf("Hello.", "Call", password="open"), "locked", "qpdf"),
        (b'{"prepared_remarks": [', "broken_json", "cut off"),
        (b'{"prepared_remarks": [}', "broken_json", "line 1"),
        (b"[" * 100_000, "broken_json", ""),
        (b'<?xml version="1.0"?>\n<call><speech>', "broken_xml", "line 2"),
        (b"<a>" * 50_000 + b"</a>" * 50_000, "broken_xml", "deeply"),
        ("Umsätze: gut".encode("latin-1"), "wrong_encoding", "UTF-8"),
        (b"It was a dark and stormy night.", "unknown_format", "Known formats"),
        (b'{"weather": "dark"}', "unknown_format", "Known formats"),
        (json.dumps({**_REMARKS, "prepared_remarks": [], "q_and_a": []}).encode(), "empty", "no speech"),
        (b"x" * (MAX_BYTES + 1), "too_large", "Split"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isidentifier() else "",
)  # fmt: skip
def test_what_cannot_be_read_is_refused(content: bytes, reason: str, remedy: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(content)
    assert refused.value.reason == reason
    assert remedy in refused.value.detail


def test_typography_is_plain_in_json_and_text() -> None:
    said = "The companyâ€™s\u00a0ﬁrst quar\u00adter: AT&amp;T rose year\u2011over\u2011year."
    plain = "The company’s first quarter: AT&T rose year-over-year."
    of_json = {**_REMARKS, "prepared_remarks": [{"speaker": "Ann\u00a0Lee", "speech": said}]}
    (block, *_) = read(json.dumps(of_json).encode()).blocks
    assert (block.speaker, block.text) == ("Ann Lee", plain)
    (block, *_) = read(f"Ann\u00a0Lee: {said}\nBo Day: Why?\nAnn Lee: So.".encode()).blocks
    assert (block.speaker, block.text) == ("Ann Lee", plain)


def test_a_line_that_ends_in_the_midst_of_a_sentence_goes_on() -> None:
    said = "Sales rose 5% in the U.S.\non a two-year basis.\nU.S.\nGAAP is new. We sell\nlamps."
    document = read(
        json.dumps({"speeches": [{"speaker": name, "text": said} for name in ("Ann Lee", "Bo Day")]}).encode()
    )
    assert (
        document.blocks[0].text == "Sales rose 5% in the U.S. on a two-year basis.\nU.S.\nGAAP is new. We sell lamps."
    )


def test_lines_of_one_sentence_each_are_no_paragraphs() -> None:
    said = "Lamps had a good quarter.\nTheir sales were $5 million.\n\nCosts were flat."
    spoken = {"speeches": [{"speaker": name, "text": said} for name in ("Ann Lee", "Bo Day") * 12]}
    assert (
        read(json.dumps(spoken).encode()).blocks[0].text
        == "Lamps had a good quarter. Their sales were $5 million.\n\nCosts were flat."
    )
    few = {"speeches": spoken["speeches"][:2]}
    assert read(json.dumps(few).encode()).blocks[0].text == said


def test_lines_of_a_page_become_paragraphs() -> None:
    page = (
        "Operator:\nGood day, and welcome, all, to the Lamp Works first\nquarter 2025 earnings call.\n\n"
        "Ann (A.J.) Lee, Jr.:\nThank you, and good morning to all of you who have\n"
        "joined us. Revenue in the quarter was up by 5% year-\nover-year to $20 million, and the margin of the many\n"
        "lamps was better.\nCosts were lower than we had thought they would be in\nthe months before when we spoke to you last and told\n"
        "you of what we meant to do about them, and about the\nmany other things that had then been on our minds for\n"
        "some time.\n\nThank you.\n\nOperator:\nThis concludes the call."
    )
    host, officer, last = read(page.encode()).blocks
    assert (host.speaker, officer.speaker) == ("Operator", "Ann (A.J.) Lee, Jr.")
    assert host.text == "Good day, and welcome, all, to the Lamp Works first quarter 2025 earnings call."
    assert officer.text.split("\n") == [
        "Thank you, and good morning to all of you who have joined us. Revenue in the quarter was up by 5% year-over-year to "
        "$20 million, and the margin of the many lamps was better.",
        "Costs were lower than we had thought they would be in the months before when we spoke to you last and told you of what "
        "we meant to do about them, and about the many other things that had then been on our minds for some time.",
        "",
        "Thank you.",
    ]
    assert last.text == "This concludes the call."


def test_answers_and_remarks_alone_on_a_line_are_no_names() -> None:
    said = "Ann Lee\nGood morning, and welcome to the call.\nBo Day\nIs it 5%?\nAnn Lee\nIt is.\nOkay.\nYeah.\nOkay.\nYeah.\nBo Day\nThank you.\n[Operator Closing Remarks]"
    assert {block.speaker for block in read(said.encode()).blocks} == {"Ann Lee", "Bo Day"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_understood(encoding: str) -> None:
    assert read(json.dumps(_REMARKS).encode(encoding)).blocks[0].speaker == "Ann Lee"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read(content)
    except RefusedError as refused:
        assert refused.reason
        assert refused.detail


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["event", "speakers", "text", "words", "prepared_remarks", "q_and_a", "transcript", "speaker", "content"]), inner, max_size=4)))  # fmt: skip
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        read(json.dumps(value).encode())
    except RefusedError as refused:
        assert refused.reason in ("unknown_format", "empty", "broken_json", "several_calls")


@pytest.mark.skipif(not (SHARED / "formats").is_dir(), reason="no documents in shared/data/formats beside the checkout")
def test_real_earningscall_documents_are_recognised() -> None:
    for path in (SHARED / "formats" / "earningscall").glob("*.json"):
        assert read(path.read_bytes()).source_format == "earningscall_json"


def test_questions_under_the_heading_of_the_remarks_are_found() -> None:
    speeches = [
        ("Ann Lee", "Revenue was $5 million."),
        ("Operator", "Our first question is from Bo Day with Quay Street. Please go ahead."),
        ("Bo Day", "Was the margin 40%?"),
        ("Ann Lee", "It was."),
        ("Call participants:", ""),
        ("Ann Lee", ""),
        ("Bo Day", "More HARL analysis"),
    ]
    document = read(json.dumps({"prepared_remarks": [{"speaker": name, "speech": said} for name, said in speeches], "q_and_a": []}).encode())  # fmt: skip
    assert [person.name for person in document.participants] == ["Ann Lee", "Bo Day"]
    assert document.furniture == ("More HARL analysis",)
    found = turns(document, cast(document, "Harbour Lamps", "HARL-2025Q1"))
    assert [turn.section for turn in found] == ["prepared", "qa", "qa", "qa"]
