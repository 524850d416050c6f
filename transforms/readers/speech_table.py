"""A table of the speeches of one call: a row each, with its speaker and its words in columns."""

from __future__ import annotations

import csv
import re
from dataclasses import replace

from transforms.document import Document
from transforms.readers import content_json

FORMAT = "speech_table"
HEADER = re.compile(
    r"(?=[^\n]*\b(?:transcript|text|content|body|remarks|speech|paragraph|utterance|sentence)s?\b)\"?\w*\"?(?:(?P<mark>[,;\t])\"?[A-Za-z]\w*\"?)(?:(?P=mark)\"?\w*\"?)*(?=\n)",
    re.IGNORECASE,
)
"""The first line of a table of speeches or transcripts: names of columns and nothing else."""


def read(text: str) -> Document | None:
    """Read a table with a header; None where it holds several calls, or names no speakers."""
    header = HEADER.match(text)
    if header is None:
        return None
    try:
        rows = list(csv.DictReader(text.splitlines(keepends=True), delimiter=header["mark"], strict=True))
    except csv.Error:
        return None
    values: list[object] = [{key: said for key, said in row.items() if key and isinstance(said, str)} for row in rows]
    document = content_json.read_lines(values)
    return replace(document, source_format=FORMAT) if document else None
