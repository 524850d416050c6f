"""Reading what stands beside a speaker's name: title, firm, and whether it is an analyst."""

from __future__ import annotations

import re

from transforms.document import Participant

UNLABELLED = "Unlabelled"
"""The speaker of a text that names none."""
_TITLE_WORDS = re.compile(
    r"\b(?:chief|officer|president|director|head|relations|finance|chair(?:man|woman|person)?|founder|manager"
    r"|treasurer|controller|counsel|secretary|operations|partner|ceo|cfo|coo|cto|cio|cmo|cao|cro|[es]?vp|avp|strategy|development|analysts?"
    r"|marketing|sales|planning|vice|executives?|operator|interpreter|communications|treasury|officers?|investor|contact|counsellor|principal)\b",
    re.IGNORECASE,
)
_FIRM_WORDS = re.compile(r",|\b(?:Division|Bank|Securities|Capital|Partners|Markets|LLC|LLP|Inc|Co|Ltd)\b")
_LEGAL_FORM = r"(?:Inc|LLC|LLP|Ltd|L\.?P|Co|Corp|N\.?A|S\.?A)\b\.?"
_FIRM_BEHIND = re.compile(rf"(?P<title>.*),\s*(?!{_LEGAL_FORM}$)(?P<firm>[^,\s][^,]*(?:, {_LEGAL_FORM})?)$")
_FIRM_BEFORE = re.compile(rf"(?P<firm>[A-Z][^,;]*(?:, {_LEGAL_FORM})?)[,;]\s*(?P<title>\S.*)$")
_ANALYST = re.compile(r"\banalysts?\b", re.IGNORECASE)


def title_and_firm(text: str) -> tuple[str | None, str | None]:
    """Split a line such as a title followed by a firm.

    >>> title_and_firm("Chief Financial Officer, Kingsoft Cloud")
    ('Chief Financial Officer', 'Kingsoft Cloud')
    >>> title_and_firm("Analyst, Quay Street Securities, Inc.")
    ('Analyst', 'Quay Street Securities, Inc.')
    >>> title_and_firm("Executive Vice President, Chief Financial Officer")
    ('Executive Vice President, Chief Financial Officer', None)
    >>> title_and_firm("Goldman Sachs -- Analyst")
    ('Analyst', 'Goldman Sachs')
    >>> title_and_firm("Lamp Works; Chief Financial Officer"), title_and_firm("Quay Street, Analyst")
    (('Chief Financial Officer', 'Lamp Works'), ('Analyst', 'Quay Street'))
    >>> title_and_firm("Quay Street Securities, Research Division")
    (None, 'Quay Street Securities, Research Division')
    """
    parts = [part.strip() for part in re.split(r"\s*(?:--|—|–|\s-\s)\s*", text) if part.strip()]
    if len(parts) > 1:
        firms = [part for part in parts if not is_office(part)]
        titles = [part for part in parts if part not in firms]
        return (", ".join(titles) or None, firms[-1] if firms else None)
    behind = _FIRM_BEHIND.match(text.strip())
    if behind and not is_office(behind["firm"]) and is_office(behind["title"]):
        return behind["title"].strip(), behind["firm"]
    before = _FIRM_BEFORE.match(text.strip())
    if before and not is_office(before["firm"]) and is_office(before["title"]):
        return before["title"], before["firm"]
    if _FIRM_WORDS.search(text) and not is_office(text):
        return None, text.strip()
    return (text.strip() or None, None)


def is_office(title: str) -> bool:
    """Whether a title is that of an office, and not the name of a firm.

    >>> is_office("Vice President"), is_office("Quay Street Securities")
    (True, False)
    """
    return bool(_TITLE_WORDS.search(title))


def is_title(line: str) -> bool:
    """Whether a line is a title or a firm, as stands below a name.

    >>> is_title("Chief Financial Officer"), is_title("Quay Street Securities, Research Division"), is_title("Ann Lee")
    (True, True, False)
    """
    return bool(is_office(line) or _FIRM_WORDS.search(line))


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
