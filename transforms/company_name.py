"""The company's name as a call's greeting says it: "Welcome to the Northwind Foods third quarter earnings call".

Takes the opening of a call; gives the first name in it that can be one, cleaned of what transcripts leave on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_ORDINAL = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)(?: [Ff]iscal)?[ -][Qq]uarter"
_GREETED = re.compile(
    r"(?:[Ww]elcome (?:everyone )?(?:you )?(?:all )?(?:to|you to)|joining(?: us)?(?: all)?(?: today)?(?: (?:for|on|to discuss))?|standing by for|today['’]s conference,|discussion for|[Tt]his is|[Ss]tart of|entitled) (?:be )?(?:the |this |these |today['’]s |our |your )*(?:the )?"
    rf"(?:(?:{_ORDINAL}|[Qq]uarter(?: [Oo]ne| [Tt]wo| [Tt]hree| [Ff]our)?|Q[1-4](?:\d\d)?|[1-4]Q(?:\d\d)?|[Ff]iscal(?: [Yy]ear)?|FY|[Ff]ull[ -][Yy]ear|['’]?20\d\d|['’]\d\d|and|of|for)[ ,]+(?:[Ee]arnings (?:[Cc]onference )?[Cc]all (?:for|of) )?)*"
    rf"(?P<name>(?!(?:Q[1-4](?:\d\d)?|[1-4]Q(?:\d\d)?|20\d\d|{_ORDINAL}|[Ff]iscal|[Ff]ull[ -][Yy]ear|[Ee]arnings|[Cc]onference|[Rr]esults|[Cc]all|[Ii]nvestor|[Aa]nalyst)\b)[A-Z0-9][\w.&'’,/!?\- ]{{1,70}}?)(?:['’]s?)?,?(?: the)?(?: review of(?: the| our| its)?)? (?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th|Q[1-4]|[1-4]Q|(?:March|June|September|December) [Qq]uarter|H[12](?:\d\d)?|[12]H(?:\d\d)?|[Hh]alf|[Ii]nterim|[Pp]reliminary|[Aa]nnual|[Ff]iscal|FY(?:\d\d)?|[Yy]ear|[Ff]ull|20\d\d)\b"
    r"|(?:[Qq]uarterly |[Ii]nvestor |[Rr]elations |[Ff]inancial |[Bb]usiness |[Rr]esults )*(?:[Ee]arnings|[Cc]onference|[Rr]esults|[Ww]ebcast|[Cc]all))"
)
_NAME = r"(?P<name>(?!Company\b|Our\b|This\b|Q[1-4])[A-Z](?:[\w&'’\-]|\.(?=[A-Z ][A-Z]?))*(?: (?:and|&|of|[A-Z])[\w&'’\-]*){0,6}?(?:,? (?:Inc|Ltd|Corp|PLC|plc))?)"
_ENDS = r"(?:['’]s)?(?=[.,;:\n]|$| [a-z\[(])"
# "Welcome to the Q3 2021 earnings call of Northwind."
_CALL_OF = re.compile(
    rf"\b(?:[Cc]all|[Ww]ebcast|[Rr]esults|[Ee]arnings|[Dd]iscussion) (?:of|for|from|with) (?:the )?{_NAME}{_ENDS}"
)
# "our host, the executive chairman of Northwind.", "thank you for your interest in Northwind."
_HEADED = re.compile(
    rf"\b(?:(?:[Cc]hair(?:man|woman|person)?|CEO|[Pp]resident|[Oo]fficer) of|interest in) (?:the )?{_NAME}{_ENDS}"
)
# "Joining us is Northwind's Chief Executive Officer"
_OWNED = re.compile(
    r"(?<![\w.] )(?P<name>[A-Z][\w&.\-]*(?: (?:and|&|of|[A-Z])[\w&\-]*){0,4})['’]s (?:(?:[Ee]xecutive|[Ss]enior|[Vv]ice) )*(?:[Cc]hair|[Cc]hief|CEO|CFO|[Pp]resident)"
)
_GREETING = 3000
"""So far into a call its greeting goes; later sentences that read like one are of something else."""
_LEFT_ON = re.compile(
    r"[ ,]*\b(?:\w?[Ii]nvestor|[Rr]elations|[Qq]uarter(?:ly)?|[Ee]arnings?|[Aa]nnounce[sd]?|[Rr]eports?|[Hh]osted|[Mm]erger|[Dd]iscussion|[Bb]usiness [Uu]pdate|[Ff]inancial [Rr]esults|(?:[Tt]hree|[Ss]ix|[Nn]ine|[Tt]welve)[ -][Mm]onths?|FY ?\d{2,4}|[Hh]alf[ -][Yy]ear)\b.*$"
)
"""What a greeting goes on with: "Northwind Announces", "Northwind Investor Relations"."""
_TRAILS = re.compile(r"(?:['’]s?|[.,]? on(?: today)?|,? (?:and|of|for|in|our|the))$", re.IGNORECASE)
_PLURAL = re.compile(r"(?:(?<=[A-Z][A-Z])|(?<=Company)|(?<=Corporation))s$")
"""What is left of a genitive: "Northwind Foods Companys second quarter"."""
_NUMBERED = re.compile(r"^\d{1,2} (?=[A-Z])")
_MOST_WORDS = 8
_SMALL = frozenset(
    {"and", "of", "the", "de", "du", "di", "van", "von", "for", "in", "at",
     "corporation", "company", "incorporated", "plc", "inc", "ltd"}
)  # fmt: skip
"""Words of a name that may stand in lower case."""
_NO_NAMES = frozenset(
    {"quarter", "quarterly", "one", "two", "three", "four", "first", "second", "third", "fourth", "financial", "results",
     "investor", "analyst", "half", "interim", "preliminary", "conference", "annual", "year", "fiscal", "webcast", "call", "business", "update", "teleconference",
     "covid", "slide", "page", "president", "finance", "strategy", "operations", "operator"}
)  # fmt: skip
_NO_FIRST = frozenset({"quarter", "quarterly", "covid", "slide", "page", "teleconference", "webcast"})
"""Words that no name begins with."""


def said_name(opening: str) -> str | None:
    """The name of the company that a call's opening says, or None.

    >>> said_name("Good day, and welcome to the Quarter Two 2021 Northwind Foods Inc. Earnings Conference Call.")
    'Northwind Foods Inc'
    """
    greeting = opening[:_GREETING]
    return next((name for said in _said(greeting) if (name := _cleaned(said))), None)


def titled_name(lines: Iterable[str]) -> str | None:
    """The name of the company in a transcript's title, or on a line of its own, or None.

    >>> titled_name(["Northwind Foods Corp – Q4 FY2023 Earnings Call"]), titled_name(["Company: Northwind Foods"])
    ('Northwind Foods Corp', 'Northwind Foods')
    """
    found = (match for line in lines if (match := _TITLED.match(line.strip()) or _LINE.match(line.strip())))
    return next((name for match in found if (name := _cleaned(match["name"]))), None)


_TITLED = re.compile(
    r"(?P<name>[A-Z][\w&.,'’ -]{1,60}?)(?: ?\((?:[A-Za-z]+: ?)?[A-Z.]{1,6}\))?[,:|]?(?: [-–—|])? (?:Q[1-4]|[1-4]Q|FY ?\d|Fiscal|First|Second|Third|Fourth|H[12]|Half)\b.*\b(?:Call|Transcript|Results|Webcast|Conference)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"(?:Company|Company Name|Issuer): *(?P<name>[A-Z].{1,60})$", re.IGNORECASE)


def _said(greeting: str) -> Iterator[str]:
    """What stands where a greeting says a name, from the surest place to the least sure."""
    for pattern in (_GREETED, _CALL_OF, _HEADED, _OWNED):
        found = pattern.search(greeting)
        while found:
            yield found["name"]
            found = pattern.search(greeting, found.start() + 1)  # "This is Ann Grey, and welcome to Northwind's"


def _cleaned(said: str) -> str | None:
    """A name without what transcripts leave on it, unless it can be none."""
    name = _NUMBERED.sub("", _LEFT_ON.sub("", said.strip(" ,.")))
    while (shorter := _TRAILS.sub("", name.strip(" ,."))) != name:
        name = shorter
    name = _PLURAL.sub("", name)
    words = name.split()
    is_name = (
        0 < len(words) <= _MOST_WORDS
        and not all(word.lower().strip(",.") in _NO_NAMES | _SMALL for word in words)
        and words[0].lower() not in _NO_FIRST
        and all(not word[0].islower() or word in _SMALL or not word.islower() for word in words)
    )
    return name if is_name else None
