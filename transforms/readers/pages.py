"""What stands on every page of a printed transcript, and not in the call: headers, footers, numbers of pages."""

from __future__ import annotations

import re
from collections import Counter

_MARKS = re.compile(
    r"\bpage\b|copyright|©|\bwww\.|\.com\b|\b(?:earnings|conference) call\b|\btranscript\b|all rights reserved|\bconfidential\b|\bproprietary\b"
    r"|\([A-Z]{1,6}(?:[:.][A-Z]{1,4})?\)$|^[^\w#]*#[^\w#]*$|^#+[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-., ]+#+$", re.IGNORECASE
)  # fmt: skip
"""What lines of headers and footers hold, digits written as #; what is only said often has none of it."""
_LONG = 110
_PAGES = 3
"""Pages on which a line stands that is of the page."""
_EDGE = 4
"""Lines at the top and at the foot of a page that may be header and footer."""


def without_furniture(text: str) -> str:
    """Text without the lines that come back on each page, but for the first header or footer, and without the gaps they leave.

    >>> page = "Sales were up by\\n\\n{}\\n\\x0cLamp Works (LW)\\n\\n5% in the quarter."
    >>> without_furniture("\\n".join(page.format(number) for number in (1, 2, 3))).split("\\n")[-2:]
    ['Sales were up by', '5% in the quarter.']
    """
    pages = [page.split("\n") for page in text.split("\f")]
    headers, footers = _at_edge(pages), _at_edge([page[::-1] for page in pages])
    lines = [line for page in pages for line in page]
    masks = [_mask(line) for line in lines]
    marked = {mask for mask, count in Counter(masks).items() if count >= _PAGES and mask and _MARKS.search(mask)}
    often = marked | headers | footers
    if not often:
        return "\n".join(lines)
    met = footers - headers - marked
    kept: list[str] = []
    is_gap = False
    first: list[str] = []
    for line, mask in zip(lines, masks, strict=True):
        if mask in marked and mask not in met and sum(map(bool, map(str.strip, kept))) > _EDGE:
            first += [line, ""]  # what stands below the first page, too, names the call
            met.add(mask)
        if mask in often and mask in met:
            while kept and not kept[-1].strip():
                kept.pop()
            is_gap = True
        elif line.strip() or not is_gap:
            kept.append(line)
            met.add(mask)
            is_gap = False
    return "\n".join(first + kept)


def _at_edge(pages: list[list[str]]) -> set[str]:
    """What stands at the same place of most pages that are not all edge, counted from their first line, as masks."""
    counts: Counter[tuple[int, str]] = Counter()
    for page in pages:
        masks = [mask for mask in map(_mask, page) if mask]
        counts.update(enumerate(masks[:_EDGE] if len(masks) > 2 * _EDGE else ()))
    least = max(min(_PAGES, len(pages)), 2, len(pages) / 2)
    return {mask for (_, mask), count in counts.items() if count >= least}


def _mask(line: str) -> str:
    stripped = line.strip()
    return re.sub(r"\d+", "#", stripped) if len(stripped) < _LONG else ""
