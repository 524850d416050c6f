"""Speaker-block text: a line `speaker`, a name, an optional title line, a blank line, the speech.

A trailing `Disclaimer` and footer such as `Q1KC 2025` are furniture.
"""

from __future__ import annotations

import re

from transforms.document import Block, Document, RefusedError
from transforms.readers.labels import title_and_firm

FORMAT = "speaker_blocks"
_MARK = re.compile(r"^[ \t]*speaker[ \t]*$", re.IGNORECASE | re.MULTILINE)
_FURNITURE = re.compile(r"^[ \t]*(?:disclaimer|copyright\b.*|©.*|q[1-4] ?[A-Z.]{1,6} \d{4})[ \t]*$",
                        re.IGNORECASE | re.MULTILINE)  # fmt: skip
_ENDS = (".", "?", "!", '"', "'", "”", "’", ")", "]", "…", "。", "？", "！")


def read(text: str) -> Document | None:
    """Read speaker-block text; None where the text is something else.

    Raises:
        RefusedError: `truncated` where the speech breaks off and no footer follows.
    """
    parts = _MARK.split(text)
    if len(parts) < 3:
        return None
    body, furniture = parts[:], [parts[0].strip()]
    cut = _FURNITURE.search(body[-1])
    if cut:
        furniture.append(body[-1][cut.start() :].strip())
        body[-1] = body[-1][: cut.start()]
    blocks = tuple(block for part in body[1:] if (block := _block(part)))
    last = blocks[-1] if blocks else None
    # A cut-off recording still carries the publisher's footer; a cut-off file does not.
    if last and not cut and (not last.text or not last.text.endswith(_ENDS)):
        raise RefusedError("read", "truncated", f"The last block ({last.speaker}) breaks off at "
                           f"{last.text[-40:]!r} and no footer follows: the file was cut. Fetch it again.")  # fmt: skip
    return Document(FORMAT, blocks, furniture=tuple(part for part in furniture if part))


def _block(part: str) -> Block | None:
    lines = part.strip("\n").split("\n")
    if not lines[0].strip():
        return None
    end = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    # No blank line at all: only the name is label, the rest is speech.
    label, speech = (lines[:end], lines[end:]) if end < len(lines) else (lines[:1], lines[1:])
    if len(label) > 3:
        label, speech = lines[:1], lines[1:]
    title, firm = title_and_firm(", ".join(label[1:])) if len(label) > 1 else (None, None)
    return Block(label[0].strip(), "\n".join(speech).strip(), title, firm)
