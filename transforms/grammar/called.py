"""The names by which one call calls the company and its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from schemas.vocabulary import Metric, metrics
from transforms.grammar.wordlists import (
    CAP,
    FUNCTION,
    HEAD,
    HEADS,
    MONTHS,
    MOVED,
    NEUTRAL,
    NOT_NAMES,
    TOTAL,
    WAS,
    snake,
)
from transforms.language.terms import Lexicon, Terms
from transforms.language.text import normal as normal_form

_LEGAL_FORMS = frozenset(
    {"inc", "corp", "corporation", "ltd", "llc", "plc", "co", "company", "holdings", "sa", "nv", "ag"}
)
_WHOLE = frozenset({"industries", "group", "company", "corporation", "holdings", "enterprises", "brands"})
"""With what a company's whole name may end, where it is known by less of it."""
_OF_ITSELF = ("bank", "company", "group")
"""Words of its name by which a company speaks of itself."""


def own_names(company: str | None, ticker: str | None) -> frozenset[str]:
    """The names by which a company speaks of itself as a whole, as they would stand in `segment`.

    >>> sorted(own_names("Vector Group Ltd.", "VGR"))
    ['group', 'vector', 'vector_group', 'vector_group_ltd', 'vg', 'vgr']
    """
    words = [word for word in snake(company or "").split("_") if word != "the"]
    first = 3 if words[1:2] == ["and"] else 1  # "Marsh" of "Marsh & McLennan" is a part of it
    heads = ["_".join(words[:count]) for count in range(first, len(words) + 1)]
    initials = "".join(word[0] for word in words if word not in _LEGAL_FORMS and word != "and")
    pair = f"{words[0][0]}_and_{words[2][0]}" if first > 1 and len(words) > 2 else ""  # "H&P" of "Helm & Payton"
    return (
        frozenset(
            (
                *(
                    head
                    for head in heads
                    if head not in ("american", "united", "first", "general", "national", "international")
                ),
                *(f"{heads[-1]}_{form}" for form in _WHOLE if heads and words[-1] not in _LEGAL_FORMS | _WHOLE),
                *(form for form in _OF_ITSELF if form in words[1:]),  # "the Bank" of "Alder Bank Limited"
                snake(ticker or ""),
                initials,
                pair,
            )
        )
        - {"", TOTAL}
        - {name for name in (initials,) if len(name) < 2}
    )


_OFTEN = 2
"""A name that a call gives a part at least so often is the part's name throughout it."""
# "the Coatings segment", "Coatings generated", "Coatings sales were", "Turning to Coatings, "
_CALLED_HEAD = rf"(?!segments\b|divisions\b)(?:{HEAD})\b"
_CALLED_SAYS = rf"(?:(?:generated|delivered|posted|recorded|contributed|(?P<moved>{MOVED}))\b|(?:net |organic |total |segment |adjusted |operating )*(?:revenues?|sales|profit|income|EBITDA|margins?|orders|bookings|volumes?|backlog) (?:{WAS}|{MOVED}|of)\b|(?P<was>(?:was|were) (?:up|down))\b)"
_MARGIN = re.compile(r" margins? ")
_CALLED = re.compile(rf"\b(?P<name>{CAP}(?:(?: and| &| of)? {CAP}){{0,4}}) (?:(?P<head>{_CALLED_HEAD})|{_CALLED_SAYS})")


def called_parts(texts: Sequence[str], own: frozenset[str], lexicon: Lexicon) -> dict[str, str]:
    """The names by which a call calls parts of its company, in normal form, and their segments.

    >>> from transforms.language.terms import lexicon
    >>> called_parts(["Sales of our Marine Coatings segment rose. Marine Coatings made $5 million."], frozenset(), lexicon(None))
    {'marine coatings': 'marine_coatings'}
    """
    heads: Counter[str] = Counter()
    said: Counter[str] = Counter()
    matches = [match for text in texts for match in _CALLED.finditer(text)]
    whole = "\n".join(texts) if matches else ""
    names = {name: _with_common(_bare(name), name, whole) for name in {match["name"] for match in matches}}
    for match in matches:
        # "RPU declined", "OCI margins expanded": letters that moved, or have a margin, may stand for a figure
        if not (match["name"].isupper() and (match["moved"] or match["was"] or _MARGIN.search(match[0]))):
            (heads if match["head"] else said)[names[match["name"]]] += 1
    found = {}
    for name in sorted({*heads, *said} - {""}):
        segment, normal = snake(name), normal_form(name)
        if segment in own or segment in NOT_NAMES or segment in NEUTRAL or len(segment) < 2:
            continue
        words = lexicon.find(normal)
        if (
            segment.split("_")[0] in NOT_NAMES
            or _is_metric(normal, words)
            or words.has("non_gaap")
            or words.has("gaap")
        ):
            continue
        often = whole.count(name)
        is_called = heads[name] >= _OFTEN or heads[name] and often > _OFTEN - (" " in name)
        is_subject = heads[name] + said[name] >= _OFTEN and re.search(rf"[a-z,] {re.escape(name)}\b", whole)
        if is_called or is_subject:
            found[normal] = segment
    return found


def called_segments(texts: Sequence[str]) -> frozenset[str]:
    """The parts that a call calls segments somewhere, as they stand in `segment`; others may be brands or lines of them.

    >>> sorted(called_segments(["Sales of our Marine Coatings segment rose.", "The international division did well."]))
    ['international', 'marine_coatings']
    """
    named = (
        _SEGMENT_NAME.search(text, max(0, head.start() - _FAR), head.start())
        for text in texts
        for head in _SEGMENT_HEAD.finditer(text)
    )
    return frozenset(snake(_OPENS.sub("", match["name"] or match["common"])) for match in named if match) - {TOTAL}


_SEGMENT_HEAD = re.compile(r" (?:(?:business|operating|reporting|reportable) )?(?:[Ss]egment|[Dd]ivision)\b")
_SEGMENT_NAME = re.compile(
    rf"\b(?:(?P<name>{CAP}(?:(?:,? and| &|,)? {CAP}){{0,4}})|(?:[Tt]he|[Oo]ur) (?P<common>[a-z]+(?: [a-z]+){{0,3}}))$"
)
_OPENS = re.compile(rf"^(?:(?:{'|'.join(sorted(FUNCTION))}) )+", re.IGNORECASE)
_FAR = 60
"""So many letters before it the name of a segment may begin."""


def meant_by_letters(texts: Sequence[str]) -> dict[str, Metric]:
    """Letters that stand for more than one metric, and the one that a call means: that which it spells out more often.

    >>> [(letters, metric.name) for letters, metric in meant_by_letters(["Net investment income rose. NII was $5 million."]).items()]
    [('nii', 'net_investment_income')]
    """
    found = {}
    for metric in metrics():
        for letters in metric.letters:
            usual = next(other for other in metrics() if letters in other.phrases)
            mine, theirs = (_spelled_out(texts, one.phrases[0]) for one in (metric, usual))
            if mine > theirs:
                found[letters] = metric
    return found


def meant_by_lenders(texts: Sequence[str]) -> dict[str, Metric]:
    """What a bank means by phrases that others mean something else by.

    >>> meant_by_lenders(["Net interest income rose. Net interest margin was 3%."])["margin"].name
    'net_interest_margin'
    """
    if sum(_spelled_out(texts, phrase) for phrase in ("net interest income", "net interest margin")) < _OFTEN:
        return {}
    return {phrase: metric for metric in metrics() for phrase in metric.lenders}


def _spelled_out(texts: Sequence[str], phrase: str) -> int:
    """How often a phrase is said, in lower case or at a sentence's start."""
    return sum(text.count(phrase) + text.count(phrase.capitalize()) for text in texts)


def _bare(name: str) -> str:
    """A name less the small words before it and the possessive behind it."""
    words = name.replace("’", "'").removesuffix("'s").split()
    while words and (words[0].lower() in _NO_NAME_STARTS or words[0][0].isdigit()):
        words.pop(0)
    return " ".join(words)


def _is_metric(normal: str, words: Terms) -> bool:
    """Whether a name holds a metric; letters in a name of more words are its own: "RPO and Temporary Staffing"."""
    letters = sum(normal.count(" ", 0, term.start) == 0 and term.end - term.start <= _LETTERS for term in words.metrics)
    return len(words.metrics) > (letters if normal.count(" ") > 1 else 0)


_LETTERS = 4


def _with_common(bare: str, name: str, whole: str) -> str:
    """A name with the common word that belongs to it, as a call writes it in capitals within its sentences: "Business Insurance"."""
    before = name.replace("’", "'").removesuffix("'s").removesuffix(bare).split()[-1:]
    if not bare or " " in bare or not before or before[0].lower() not in HEADS | NEUTRAL:
        return bare
    full = f"{before[0]} {bare}"
    return full if len(re.findall(rf"[a-z,] {re.escape(full)}\b", whole)) >= _OFTEN else bare


_NO_NAME_STARTS = (
    FUNCTION
    | NEUTRAL - {"corporate", "enterprise", "global", "worldwide", "group", "digital"}
    | HEADS
    | NOT_NAMES
    | MONTHS
    | {"and", "all", "other", "another", "yeah", "both"}
)
