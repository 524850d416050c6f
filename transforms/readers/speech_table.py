"""A table of the speeches of one call: a row each, with its speaker and its words in columns."""

from __future__ import annotations

import csv
import re
from dataclasses import replace

from transforms.document import Document, RefusedError
from transforms.readers import content_json

FORMAT = "speech_table"
_HEADER = re.compile(
    r"(?=[^\n]*\b(?:transcript|text|content|body|remarks|speech|paragraph|utterance|sentence)s?\b)\"?\w*\"?(?:(?P<mark>[,;\t])\"?[A-Za-z]\w*\"?)(?:(?P=mark)\"?\w*\"?)*(?=\n)",
    re.IGNORECASE,
)
"""The first line of a table of speeches or transcripts: names of columns and nothing else."""


def read(text: str) -> Document | None:
    """Read a table of speeches; None where the text is no table, or one of something else whose columns have no known names.

    Raises:
        RefusedError: `several_calls` where its rows are of several calls, or name no speakers.
    """
    header = _HEADER.match(text)
    if header is None:
        found = next((found for mark in _MARKS if (found := _unnamed(text, mark))), None)
        return replace(found, source_format=FORMAT) if found else None
    document = content_json.read_lines(_rows(text, header["mark"]))
    if document is None:
        columns = ", ".join(name.strip('"') for name in header[0].split(header["mark"]))
        raise RefusedError("read", "several_calls", f"The file is a table with the columns {columns}, and no row of it is told as a speech of one call, with its speaker. A transcript is one file: write the text of each row to a file of its own, "
                           "for example in Python: for at, row in enumerate(csv.DictReader(open(FILE))): open(f\"{at}.txt\", \"w\").write(row[COLUMN])")  # fmt: skip
    return replace(document, source_format=FORMAT)


_MARKS = ",;\t|"
_FEWEST_ROWS = 4
_LONGEST_HEADING = 30


def _unnamed(text: str, mark: str) -> Document | None:
    """A table whose columns have no names, or names of their own: its longest column is what was said."""
    text = text.lstrip()
    heading = text.partition("\n")[0]
    if mark not in heading or heading.startswith(mark):
        return None
    try:
        rows = [row for row in csv.reader(text.splitlines(keepends=True), delimiter=mark, strict=True) if row]
    except csv.Error:
        return None
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < len(("speaker", "text")) or len({len(row) for row in rows}) > 1:
        return None
    first = [cell.strip() for cell in rows[0]]
    is_headed = len(set(first)) == len(first) and all(
        len(cell) <= _LONGEST_HEADING and not cell.endswith((".", "?", "!")) for cell in first
    )
    said = [dict(zip(first, row, strict=True)) for row in rows[1:]] if is_headed else content_json.with_columns(rows)
    return content_json.read_lines([*said])


def _rows(text: str, mark: str) -> list[object]:
    """Each row by its columns; none where the table is broken."""
    try:
        rows = list(csv.DictReader(text.splitlines(keepends=True), delimiter=mark, strict=True))
    except csv.Error:
        return []
    return [{key: said for key, said in row.items() if key and isinstance(said, str)} for row in rows]
