"""A call's text as HTML in which every number that was read is marked. Pure; everything from documents is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from warehouse.dashboard.published import call_link


class Mark(NamedTuple):
    """A stretch of a turn's text that a row quotes; offsets count from the turn's start."""

    start: int
    end: int
    row_id: str
    state: str
    """consistent, inconsistent, unchecked, guidance or unofficial."""
    label: str


class Turn(NamedTuple):
    """What one speaker said in one go."""

    turn_no: int
    who: str
    turn_type: str
    text: str


def transcript(
    call_id: str, turns: Iterable[Turn], marks: Mapping[int, Sequence[Mark]], chosen: str | None = None
) -> str:
    """The turns as HTML, each below its speaker."""
    return "".join(
        f'<h4 class="who">{turn.turn_no}  {escape(turn.who)} <small>{escape(turn.turn_type)}</small></h4>'
        f'<div class="turn">{marked(call_id, turn.text, marks.get(turn.turn_no, ()), chosen)}</div>'
        for turn in turns
    )


def marked(call_id: str, text: str, marks: Iterable[Mark], chosen: str | None = None) -> str:
    """The text as HTML, each mark a link to its row; of overlapping quotes each gets the part that is its own.

    >>> marked("A-2025Q1", "Sales were <b>$5</b>", [Mark(0, 16, "m1", "consistent", "revenue")])
    '<a href="call?call=A-2025Q1&amp;at=m1" target="_self"><mark class="consistent" title="revenue" aria-label="revenue">Sales were &lt;b&gt;$5</mark></a>&lt;/b&gt;'
    """
    parts: list[str] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.end, -mark.start)):
        start = max(mark.start, position)
        if start >= mark.end:
            continue
        classes = f"{mark.state} chosen" if mark.row_id == chosen else mark.state
        label = escape(mark.label, quote=True)
        parts += (
            escape(text[position:start]),
            f'<a href="{escape(call_link(call_id, mark.row_id), quote=True)}" target="_self">',
            f'<mark class="{classes}" title="{label}" aria-label="{label}">{escape(text[start : mark.end])}</mark></a>',
        )
        position = mark.end
    parts.append(escape(text[position:]))
    return "".join(parts)


STYLE = """<style>
.who { font-size: 1rem; margin: 1rem 0 .25rem; }
.who small { font-weight: normal; opacity: .7; }
.turn { line-height: 1.65; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1rem; }
.turn a { color: inherit; text-decoration: none; }
.turn mark { color: inherit; padding: 0 .15em; border-radius: .2em; border-bottom: 2px solid; }
.turn mark.consistent { background: rgba(34,139,84,.18); border-color: #228b54; }
.turn mark.inconsistent { background: rgba(200,50,50,.2); border-color: #c83232; border-bottom-style: double; }
.turn mark.unchecked { background: rgba(60,110,200,.15); border-color: #3c6ec8; }
.turn mark.guidance { background: rgba(140,80,180,.16); border-color: #8c50b4; }
.turn mark.unofficial { background: rgba(120,120,120,.18); border-color: #888; border-bottom-style: dotted; }
.turn mark.chosen { outline: 3px solid #e09a00; }
.panel { overflow-wrap: anywhere; }
.panel a { color: inherit; }
.panel h3 { font-size: 1.1rem; padding: .25rem 0; }
.panel h4 { font-size: 1rem; padding: .75rem 0 .25rem; }
.panel dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: 0; padding: 0; }
.panel dt { opacity: .7; }
.panel dd { margin: 0; }
.panel ul { margin: 0; padding-left: 1.2rem; }
@media (min-width: 641px) {
  .st-key-reading [data-testid="stHorizontalBlock"] { flex-direction: row-reverse; }
  [data-testid="stColumn"]:has(.st-key-panel) { position: sticky; top: 4rem; align-self: flex-start; max-height: calc(100vh - 5rem); overflow-y: auto; }
}
</style>"""
TO_CHOSEN = """<script>
if (window.innerWidth > 640) document.querySelector("mark.chosen")?.scrollIntoView({block: "center"});
</script>"""
"""Brings the chosen number into sight, but on a phone, where the panel above the text says what it is."""
