"""A turn's text as HTML in which every number that was read is marked. Pure; everything from documents is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of a turn's text that a row quotes; offsets count from the turn's start."""

    start: int
    end: int
    row_id: str
    state: str
    """consistent, inconsistent, unchecked, guidance or unofficial."""
    label: str


def marked(text: str, marks: Iterable[Mark], chosen: str = "") -> str:
    """The text as HTML, each mark a `<mark>` with a label; of overlapping quotes each gets the part that is its own.

    >>> marked("Sales were <b>$5</b>", [Mark(0, 16, "m1", "consistent", "revenue")])
    '<mark id="m1" class="consistent" tabindex="0" title="revenue" aria-label="revenue">Sales were &lt;b&gt;$5</mark>&lt;/b&gt;'
    """
    parts: list[str] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.end, -mark.start)):
        start = max(mark.start, position)
        if start >= mark.end:
            continue
        parts.append(escape(text[position:start]))
        classes = f"{mark.state} chosen" if mark.row_id == chosen else mark.state
        label = escape(mark.label, quote=True)
        parts.append(
            f'<mark id="{escape(mark.row_id, quote=True)}" class="{classes}" tabindex="0" title="{label}" aria-label="{label}">'
            f"{escape(text[start : mark.end])}</mark>"
        )
        position = mark.end
    parts.append(escape(text[position:]))
    return "".join(parts)


STYLE = """<style>
.turn { line-height: 1.65; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1rem; }
.turn mark { color: inherit; padding: 0 .15em; border-radius: .2em; border-bottom: 2px solid; }
.turn mark.consistent { background: rgba(34,139,84,.18); border-color: #228b54; }
.turn mark.inconsistent { background: rgba(200,50,50,.2); border-color: #c83232; border-bottom-style: double; }
.turn mark.unchecked { background: rgba(60,110,200,.15); border-color: #3c6ec8; }
.turn mark.guidance { background: rgba(140,80,180,.16); border-color: #8c50b4; }
.turn mark.unofficial { background: rgba(120,120,120,.18); border-color: #888; border-bottom-style: dotted; }
.turn mark.chosen { outline: 3px solid #e09a00; }
</style>"""
