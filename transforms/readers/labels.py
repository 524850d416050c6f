"""Reading what stands beside a speaker's name: title, firm, and whether it is an analyst."""

from __future__ import annotations

import re

from transforms.document import Participant

_TITLE_WORDS = re.compile(
    r"\b(?:chief|officer|president|director|head|relations|finance|chair(?:man|woman|person)?|founder|manager"
    r"|treasurer|controller|counsel|secretary|operations|partner|ceo|cfo|coo|cto|strategy|development|analyst"
    r"|marketing|sales|planning|vice|executive|operator|interpreter|communications|treasury|officers?)\b",
    re.IGNORECASE,
)
_ANALYST = re.compile(r"\banalysts?\b", re.IGNORECASE)


def title_and_firm(text: str) -> tuple[str | None, str | None]:
    """Split a line such as a title followed by a firm.

    >>> title_and_firm("Chief Financial Officer, Kingsoft Cloud")
    ('Chief Financial Officer', 'Kingsoft Cloud')
    >>> title_and_firm("Executive Vice President, Chief Financial Officer")
    ('Executive Vice President, Chief Financial Officer', None)
    >>> title_and_firm("Goldman Sachs -- Analyst")
    ('Analyst', 'Goldman Sachs')
    """
    parts = [part.strip() for part in re.split(r"\s*(?:--|—|–|\s-\s)\s*", text) if part.strip()]
    if len(parts) > 1:
        firms = [part for part in parts if not _TITLE_WORDS.search(part)]
        titles = [part for part in parts if part not in firms]
        return (", ".join(titles) or None, firms[-1] if firms else None)
    head, comma, tail = text.strip().rpartition(",")
    if comma and tail.strip() and not _TITLE_WORDS.search(tail) and _TITLE_WORDS.search(head):
        return head.strip(), tail.strip()
    return (text.strip() or None, None)


def participant(line: str) -> Participant | None:
    """Read `Name--Title` or `Name--Firm -- Analyst`.

    >>> participant("Erinn Murphy--Piper Sandler -- Analyst")
    Participant(name='Erinn Murphy', title='Analyst', affiliation='Piper Sandler', is_analyst=True)
    """
    name, _, rest = (part.strip() for part in re.sub(r"\s+[-—–]{1,2}\s+|[—–]", "--", line, count=1).partition("--"))
    if not name or name.endswith(":"):
        return None
    title, firm = title_and_firm(rest) if rest else (None, None)
    return Participant(name, title, firm, bool(_ANALYST.search(rest)))
