"""Readers: one module for each transcript format, bytes to `Document`.

The registry picks a reader by content, never by the file's name. Nothing else knows formats.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from dataclasses import replace

import yaml

from transforms.document import Document, RefusedError
from transforms.readers import (
    content_json,
    earningscall,
    labelled_text,
    marked_up,
    plain_text,
    printed,
    remarks_json,
    speaker_blocks,
    speech_table,
    speech_xml,
    subtitles,
    typography,
)

MAX_BYTES = 50 * 1024 * 1024
"""A transcript is some hundred kilobytes; anything this large is something else."""

JSON_READERS: tuple[tuple[str, Callable[[object], Document | None]], ...] = (
    (remarks_json.FORMAT, remarks_json.read),
    (earningscall.FORMAT, earningscall.read),
    (content_json.FORMAT, content_json.read),
)
TEXT_READERS: tuple[tuple[str, Callable[[str], Document | None]], ...] = (
    (speaker_blocks.FORMAT, speaker_blocks.read),
    (subtitles.FORMAT, subtitles.read),
    (marked_up.HTML, marked_up.read_html),
    (marked_up.MARKDOWN, marked_up.read_markdown),
    (labelled_text.FORMAT, labelled_text.read),
    (plain_text.FORMAT, plain_text.read),
)

_NOT_TEXT = {
    b"PK\x03\x04": "an archive, or an Office document other than Word's",
    b"\xd0\xcf\x11\xe0": "an Office document of the time before .docx",
    b"\x1f\x8b": "a compressed file",
    b"PAR1": "a Parquet file (write the text of each of its rows to a file of its own)",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(content: bytes) -> Document:
    """Read a transcript of any known format.

    Raises:
        RefusedError: with reason `empty`, `too_large`, `binary`, `wrong_encoding`, `broken_json`, `broken_xml`,
            `broken_document`, `locked`, `no_text`, `several_calls`, `truncated` or `unknown_format`.
    """
    _measure(content)
    if taken := printed.text_of(content):
        source_format, text = taken
        return replace(_read(text), source_format=source_format)
    return _read(_decode(content))


def _read(text: str) -> Document:
    if text.lstrip()[:1] in ("{", "["):
        document = _read_json(text)
    else:
        document = speech_xml.read(text) or speech_table.read(text) or _read_yaml(text)
    if document is None:
        typed = typography.plain(text)
        document = next((found for _, reader in TEXT_READERS if (found := reader(typed))), None)
    if document is None:
        raise _unknown(text)
    document = _sections_unsaid(typography.in_plain(document))
    if not any(block.text.strip() for block in document.blocks):
        raise RefusedError("read", "empty", f"The {document.source_format} document holds no speech. "
                           "Fetch it again from its source.")  # fmt: skip
    return document


def _sections_unsaid(document: Document) -> Document:
    """A document whose speeches all stand under one heading, which does not say where the questions begin."""
    sections = {block.section for block in document.blocks}
    if "prepared" not in sections or "qa" in sections:
        return document
    return replace(document, blocks=tuple(replace(block, section=None) for block in document.blocks))


def _unknown(text: str) -> RefusedError:
    names = ", ".join(
        (
            *(name for name, _ in (*JSON_READERS, *TEXT_READERS)),
            speech_xml.FORMAT,
            speech_table.FORMAT,
            *printed.FORMATS,
        )
    )
    return RefusedError("read", "unknown_format", f"The text begins {text.strip()[:60]!r}, which no reader recognises. Known formats: {names}. "
                        "Convert the file to one of them, or add a reader in transforms/readers/.")  # fmt: skip


def _measure(content: bytes) -> None:
    if len(content) > MAX_BYTES:
        raise RefusedError("read", "too_large", f"The file has {len(content):,} bytes; a transcript has at most "
                           f"{MAX_BYTES:,}. Split it into one file for each call.")  # fmt: skip
    if not content.strip():
        raise RefusedError("read", "empty", "The file is empty. Fetch it again from its source.")


def _decode(content: bytes) -> str:
    if made := next((name for magic, name in _NOT_TEXT.items() if content.startswith(magic)), None):
        raise RefusedError("read", "binary", f"This is {made}, not text. Extract its text first, and load that.")
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "utf-8")
    if encoding == "utf-8" and b"\0" in content[:65536]:
        raise RefusedError("read", "binary", f"Byte {content.index(0)} is zero: this is a binary file, not a "
                           "transcript. Extract its text first.")  # fmt: skip
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise RefusedError("read", "wrong_encoding", f"Byte {error.start} is not valid {encoding.upper()}. "
                           "Convert the file to UTF-8 (for example with iconv -f WINDOWS-1252 -t UTF-8).") from error  # fmt: skip
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_json(text: str) -> Document | None:
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        # A text transcript may open with a bracket, such as "[Operator Instructions]".
        if text.lstrip().startswith("[") and not text.lstrip()[1:].lstrip().startswith(('"', "{", "[", "]")):
            return None
        if error.msg == "Extra data" and text[error.pos] in "{[":
            if found := _read_lines(text):
                return found
            raise _several() from error
        whole = (
            "cut off in the middle" if error.pos >= len(text.rstrip()) - 1 or "Unterminated" in error.msg else "broken"
        )
        raise RefusedError("read", "broken_json", f"The JSON is {whole} at line {error.lineno}, column {error.colno} "
                           f"({error.msg}). Fetch the file again from its source.") from error  # fmt: skip
    except RecursionError as error:
        raise RefusedError("read", "broken_json", "The JSON is nested too deeply to be a transcript.") from error
    document = _document(value)
    if document is None:
        raise _several() if isinstance(value, list) and any(map(_document, value)) else _unknown(text)
    return document


_YAML = re.compile(r"(?:---\n)?(?:\w+: *[^\n]*\n)*\s*- +\w+: ")
"""What YAML begins with that holds a list of objects, perhaps below what is said of them all."""


def _read_yaml(text: str) -> Document | None:
    """The speeches of a call in YAML, shaped as they are in JSON."""
    if not _YAML.match(text):
        return None
    try:
        return content_json.read(yaml.safe_load(text))
    except yaml.YAMLError:
        return None


def _read_lines(text: str) -> Document | None:
    """The speeches of a call, a JSON object a line."""
    try:
        return content_json.read_lines([json.loads(line) for line in text.splitlines() if line.strip()])
    except json.JSONDecodeError:
        return None


def _document(value: object) -> Document | None:
    return next((found for _, reader in JSON_READERS if (found := reader(value))), None)


def _several() -> RefusedError:
    return RefusedError("read", "several_calls", "The file holds several JSON documents, and a transcript is one file. Write each to a file "
                        "of its own: jq -c 'if type == \"array\" then .[] else . end' FILE | split --lines=1 --additional-suffix=.json - call-")  # fmt: skip
