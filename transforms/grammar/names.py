"""Which part of the company a metric is stated for, by the words beside it.

Takes the sentence and a metric term; gives a segment name in snake_case, `total` where the words say so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import dropwhile

from schemas.vocabulary import Metric, cues, grammar
from transforms.grammar.wordlists import (
    FUNCTION,
    HEAD,
    HEADS,
    HOME,
    LEAVES_OUT,
    MONTHS,
    MOVED,
    NEUTRAL,
    NOT_NAMES,
    OF_NAMES,
    OUTSIDE,
    PHRASES,
    PLAIN_PART,
    REGIONS,
    TOTAL,
    UNNAMED,
    WAS,
    is_no_name,
    is_place,
    outside,
    snake,
)
from transforms.language.quantities import CURRENCIES, ISO_4217
from transforms.language.terms import MetricTerm, SegmentTerm, Terms
from transforms.language.text import normal as normal_form

_G = grammar()
_WORD = re.compile(r"[\w&'.$%]+")
_WHOLE = re.compile(rf"\b(?:{'|'.join(cues()['whole'])})\b")
_COMPANY_WIDE = re.compile(
    rf"\b(?:{'|'.join(word for word in cues()['whole'] if word not in ('total', 'overall'))}|total company)\b"
)
_TIME_BETWEEN = r" (?:for|in) the (?:(?:first|second|third|fourth|full) )?(?:quarter|year)| at (?:the )?(?:end of the )?(?:(?:first|second|third|fourth) )?(?:quarter|year|period)(?:[- ]end)?"
"""What may stand between a metric and the part that it is of: "backlog at quarter-end in Lamps"."""
_AFTER = re.compile(
    rf"^(?: growth| contributions?)?(?: (?:outlook|guidance|forecast|expectations?)(?: range)?)?(?:{_TIME_BETWEEN}| (?:for|in) the (?:current|fiscal) (?:quarter|year))? (?:from|in|into|for|of|at|within|to|attributable to|on(?! (?:lower|higher|stronger|weaker|softer|better|slower|strong|weak|soft|solid|{MOVED}|reduced|record) ))(?: (?:our|the|its|all|total|overall))* (?P<words>(?:[\w&'.]+ ){{0,4}}?[\w&'.]+) (?P<head>{HEAD}|sales|operations|services|activities|products|customers|markets?|stores|clients|parks|hotels|resorts|restaurants|properties|plants|mines|mills|industry|industries|contracts|agreements|licenses|licensing|royalties|subscriptions|leases|partnerships)\b"
)
_AFTER_NAME = re.compile(
    rf"^(?: growth| contributions?)?(?: (?:outlook|guidance|forecast) range)?(?:{_TIME_BETWEEN})? (?:from|in|for|at|within|of)(?: (?:our|the))? (?P<name>(?![A-Z]{{1,3}}[$£¥₠-⃏]|U\.?S\.? dollars?\b)(?:[A-Z][\w&'.-]*|[A-Z]{{2,}})(?:(?: and| &| of)? [A-Z][\w&'.-]*){{0,3}}"
    rf"(?: (?:{PLAIN_PART})(?= (?:was|were|{MOVED})\b|[,.;]|$))?)"
)
_AFTER_OUTSIDE = re.compile(rf" {OUTSIDE}")
_AFTER_REST = re.compile(
    r" (?:in|from|for|across|within) (?:our |the )?(?P<what>[Rr]est of (?:the |our )?(?:world|[A-Z]\w+))\b"
)
"""Where a metric is of all other places: "revenue in the rest of the world"."""
_PLACE = r"(?:[A-Z]\.[A-Z]\.|[A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,2})"
# "net sales growth in ceramics jumped", "sales in ceramics in the first quarter"
_AFTER_BARE = re.compile(
    rf"^ (?:growth )?(?:in|from|for|of|at) (?:our |the )?(?P<words>[a-z]\w{{3,}}(?: (?:and )?[a-z]\w{{3,}})?|[a-z]{{3}} and [a-z]\w{{2,}})(?= (?:in the|was|were|{MOVED})\b|, which (?:comprises?|represents?|accounts?|makes? up|made up|are|is|was|were|includes?|included)\b)"
)
_AFTER_SALES_TO = re.compile(
    rf" to (?P<words>(?!customers|clients|consumers|others|affiliates|stockholders|shareholders|investors|users|parties)[a-z]{{3,}}[a-rt-z]s)(?= (?:was|were|{MOVED})\b|, which\b)"
)
"""To whom is sold: "sales to hotels rose 11%"."""
_SALES = ("sales", "revenue", "revenues", " shipments")
_NO_PART = (
    FUNCTION
    | NEUTRAL
    | MONTHS
    | {
        "and",
        "operations",
        "excess",
        "terms",
        "response",
        "fact",
        "addition",
        "particular",
        "dollars",
        "process",
        "transit",
        "china",
        "line",
        "this",
        "that",
        "acquisitions",
        "customers",
    }
)
_SOME_PART = "segment|business|division|region|brand"
_THAT_PART = rf"(?:this|that) (?:{_SOME_PART}|group|sector|category|channel|franchise|vertical)"
"""How a part that was named before is pointed to, as a pattern."""
_THIS_PART = re.compile(
    rf"\b(?<!strength of )(?<!health of )(?<!nature of )(?<!resilience of )(?<!momentum in )(?:the (?:{_SOME_PART})|{_THAT_PART})(?:'s)?\b(?! (?:segment|unit|mix))"
)
_IT_IS = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)*it (?:(?:is|was|has been|remains|continues to be|became|has become)(?: (?:now|also|still|currently|again))*|'s) (?:the|our|one of (?:the|our)) (?:[\w'-]+ ){0,3}(?:platform|product|business|brand|segment|category|offering|service|market|channel|region|franchise)s?\b"
)
"""What "it" is, when it is no company: "it continues to be our fastest growing brand, with revenue up 60%"."""
_THERE = re.compile(
    rf" there(?= (?:(?:also|again) )?(?:is|are|{WAS}|{MOVED})\b)|(?: to grow)?(?: [a-z]+ly)? there[.;]?$"
)
"""Behind a metric, where it was: "Sales there were $5 million", "to grow sales nicely there"."""
_GROUPS = re.compile(
    r"(?:(?:and|so|but|now|overall|total|our|the total|in the (?:quarter|half|year)|for the (?:quarter|half|full year|year))[ ,]+)*group (?:(?:adjusted|underlying|reported|organic|net|operating|statutory|total) )*"
)
"""A company that calls itself a group: "Group revenue rose 6%"; but "Garden Group revenue"."""
_OF_THIS = re.compile(rf"(?: (?:in|for) (?:20\d\d|the (?:quarter|year)))? (?:for|in|of|from|out of) {_THAT_PART}\b")
_OF_THE_SEGMENT = re.compile(r" (?:for|in|of) the (?:segment|division)\b")
_PERIOD_WORD = re.compile(r"q[1-4]|[1-4]q|fy(?:\d\d)?|'\d\d|20[12]\d")
_PARTICIPLES = frozenset(_G["participle"])


def is_of_unnamed_part(normal: str) -> bool:
    """Whether a sentence speaks of "this segment" without naming it."""
    return bool(_THIS_PART.search(normal))


def is_of_this(normal: str, term: MetricTerm | None = None) -> bool:
    """Whether a metric, or anything in a sentence, is said of the part spoken of: "total sales for this group"."""
    if term is None:
        return bool(_IT_IS.match(normal) or _OF_THIS.search(normal))
    return bool(_IT_IS.match(normal) or _OF_THIS.match(normal, term.end) or _THERE.match(normal, term.end))


def is_of_the_segment(normal: str, term: MetricTerm) -> bool:
    """Whether a metric is said of the segment spoken of, whatever lines of it were named since: "operating income for the segment"."""
    return _OF_THE_SEGMENT.match(normal, term.end) is not None


def is_company_wide(normal: str) -> bool:
    """Whether a sentence speaks of the whole company in so many words; "total" may be the total of a part."""
    return bool(_COMPANY_WIDE.search(normal))


def segment(text: str, normal: str, term: MetricTerm, terms: Terms) -> str | None:
    """The segment named in the metric's own noun phrase; `total` where it says so; None where nothing is said."""
    if not term.metric.segments or _GROUPS.fullmatch(normal, 0, term.start):
        return TOTAL
    if _TOGETHER.search(normal, max(0, term.start - 90), term.start):
        return UNNAMED
    if owner := _OWNS_BOTH.search(normal, max(0, term.start - 60), term.start):
        named = owner["what"].removeprefix("our ").removeprefix("the ")
        return snake(named) if _named_by(named) else TOTAL  # "tax and accounting's total and organic revenues grew 12%"
    if normal.endswith("total and ", 0, term.start):
        owner = _NAMES_BOTH.search(normal, max(0, term.start - 60), term.start)
        return snake(owner["name"]) if owner and _named_by(owner["name"]) else None
    if component := _COMPONENT.search(normal, max(0, term.start - 90), term.start):
        return _named_by(component["what"]) or UNNAMED
    if _CORE.search(normal, max(0, term.start - 16), term.start) and term.metric.name in DEPOSITS:
        return "core"  # without certificates of deposit, and whatever else a bank leaves out
    if _LESS.search(normal, max(0, term.start - 50), term.start) and any(
        other.metric is term.metric and other.end < term.start for other in terms.metrics
    ):
        return UNNAMED  # "average deposits excluding broker deposits"
    before = _named_before(text, normal, term)
    if normal.startswith("consolidated ", term.start) or _WIDE.search(normal, 0, term.start):
        before = None  # "Harbour reported consolidated net sales"
    if before in _THE_PART or before and _is_across_metric(normal, term, terms, before):
        before = None
    if before is None and term.metric.negative and _CORPORATE.search(text, max(0, term.start - 40), term.start):
        return "corporate"
    if before and (listed := _listed(normal, term, terms, before)):
        return listed
    known = _known(terms.segments, term, normal)
    if before and (known is None or before.endswith(f"_{known}") or before.removeprefix(f"{known}_") in REGIONS):
        return before  # "Specialty PCC" where "PCC" is known, too; "Lamps International" beside "Lamps"
    if known:
        return _there(normal, term, terms.segments, known)
    after = _after(text, normal, term)
    if after and after not in _THE_PART:
        return after
    if OF_SOME.match(normal, term.end):
        return UNNAMED
    return TOTAL if _is_of_all(normal, term) else _owner(text, normal, term, terms)


def _is_of_all(normal: str, term: MetricTerm) -> bool:
    """Whether the words before a metric say that it is the whole company's: "total revenue", "our combined EBITDA"."""
    phrase = normal[max(0, term.start - 30) : term.end].rpartition(" overall performance with ")[2]
    if _WHOLE.search(phrase) and not _ITS_OWN.search(phrase):
        return True
    return (_COMBINED.search(normal, 0, term.start) or _WIDE.search(normal, 0, term.start)) is not None


_WIDE = re.compile(r"\b(?:company|system|chain|enterprise|firm) ?wide (?:(?:adjusted|net|total|organic|operating) )*$")
"""Words that name no part, whatever they begin with: "company-wide sales", "system-wide RevPAR"."""
_COMBINED = re.compile(
    r"(?:^|\bour |\b(?:guidance|outlook)(?: for [\w ]{4,20})? (?:of|for) )(?:combined|company) (?:(?:adjusted|net|total|organic|operating) )*$"
)
"""All parts together, whichever was spoken of before: "we maintain our guidance for 2021 of combined adjusted EBITDA"."""


def _owner(text: str, normal: str, term: MetricTerm, terms: Terms) -> str | None:
    """Whose metric it is, whatever kind of it: "Lamps' quarterly same-center sales", "LFS's retail 30-day delinquency rate"."""
    owner = _OWNER.match(text, 0, term.start)
    if owner is None or any(other.start < term.start for other in terms.metrics):
        return None
    if any(map(is_no_name, owner["name"].lower().split())):
        return None  # "March's same-store sales", "today's quarterly dividend"
    kind = normal[owner.end("name") : term.start].split()[1:]
    return _named_by(owner["name"].lower()) if _NO_KIND.isdisjoint(kind) else None


_OWNER = re.compile(
    r"(?:(?:And|But|While|Our|The) )?(?P<name>[A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){0,2})(?:'s|(?<=s)') (?=[a-z\d])(?:[\w&%+-]+ ){1,6}$"
)
_NO_KIND = FUNCTION - {"plus"} | frozenset(grammar()["verb"])


ANY_PRODUCTS = ("product", "products")


def _named_before(text: str, normal: str, term: MetricTerm) -> str | None:
    """The part named before a metric; which product it is: "Zylora net product sales", "net product sales of Zylora"."""
    before = _modifiers(text, normal, term)
    said = _PRODUCT_SALES.search(normal, max(0, term.start - 30), term.start) if before in ANY_PRODUCTS else None
    if said is None:
        return before
    last = _LAST_NAME.search(text, 0, said.start())
    if last and last[0].lower() not in NEUTRAL | FUNCTION:
        return _modifiers(text, normal, replace(term, start=said.start()))
    return _after(text, normal, term) or before


_LAST_NAME = re.compile(r"[A-Z][\w&.-]*(?= $)")
_PRODUCT_SALES = re.compile(r"(?:(?:net|total|gross) )*products? (?:net )?$")


def _is_across_metric(normal: str, term: MetricTerm, terms: Terms, before: str) -> bool:
    """Whether the words before a metric hold another one: "our book-to-bill ratio supports revenue at the high end"."""
    return any(
        f"_{before}".endswith(f"_{snake(normal[other.start : term.start].strip())}")
        for other in terms.metrics
        if other.end < term.start - 1 and " " in normal[other.start : other.end] and not other.metric.growth
    )


_CORE = re.compile(r"(?:^|(?<!bearing) )(?:total |average |our )*core (?:customer )?$")
DEPOSITS = frozenset({"deposits", "average_deposits"})
_CORPORATE = re.compile(r"(?<=[a-z,] )Corporate (?:[Ss]egment )?(?:[Nn]et |[Aa]djusted |[Pp]re-?tax |[Oo]perating )*$")
"""What is written as a name in the midst of a sentence is one: "the Corporate net operating loss"."""
_OWNS_BOTH = re.compile(r"\b(?P<what>[\w&]+(?: (?:and|&) [\w&]+| [\w&]+)?)'s (?:total|reported) and (?:organic )?$")
_NAMES_BOTH = re.compile(r"(?:^|and |our |the |, )(?P<name>(?!and |the )[\w&]+(?: [\w&]+){0,2}) total and $")
"""Whose figure is said to be the same with and without what was bought: "Global Print total and organic revenues"."""
_LESS = re.compile(r"\b(?:excluding|without|less|net of) (?:the |our )?(?:[\w&']+ ){1,3}$")


def _listed(normal: str, term: MetricTerm, terms: Terms, last: str) -> str | None:
    """All names of a list that opens a sentence: "Household, personal care, and specialty product sales rose"."""
    found = _LISTED.fullmatch(normal, 0, term.start)
    if found is None or any(other.start < term.start for other in terms.metrics):
        return None
    words = found["names"].replace(",", " ").split()
    plain = not any(word in FUNCTION - {"and"} or word in NEUTRAL or word in NOT_NAMES for word in words)
    name = snake(found["names"])
    return name if plain and name.endswith(f"_{last}") else None


def listed_names(normal: str, end: int) -> list[str]:
    """Each name of a list that opens a sentence and stands before a metric: "Lamps, shades and glass sales grew 12%, 8% and 3%"."""
    found = _LISTED.fullmatch(normal, 0, end)
    return [snake(name) for name in _COMMAS_AND.split(found["names"].strip())] if found else []


def listed_subjects(normal: str, end: int) -> list[str]:
    """Each name of a list that did something with a metric: "Lamps, Rugs and the other segment delivered margins of"."""
    found = _SUBJECTS.fullmatch(normal, 0, end)
    each = [name.removeprefix("the ") for name in _COMMAS_AND.split(found["names"])] if found else []
    is_plain = all(FUNCTION.isdisjoint(name.split()) and not is_no_name(name) for name in each)
    return [snake(name) for name in each] if is_plain else []


def listed_behind(normal: str, end: int) -> list[str]:
    """Each name of a list behind the last of as many numbers: "grew 5%, 8% and 3% in lamps, shades and glass, respectively"."""
    found = _LISTED_BEHIND.match(normal, end)
    each = _COMMAS_AND.split(found["names"]) if found else []
    is_plain = all((FUNCTION | NEUTRAL | MONTHS).isdisjoint(name.split()) for name in each)
    return [snake(name) for name in each] if is_plain else []


_SOME_WORDS = r"[a-z&.]+(?: [a-z&.]+){0,2}?"
_LISTED_BEHIND = re.compile(
    rf" (?:in|for|at|from) (?:our |the )?(?P<names>{_SOME_WORDS}(?:, {_SOME_WORDS})+,? and {_SOME_WORDS}),? respectively\b"
)
_COMMAS_AND = re.compile(r"(?:,? and |, )(?:our )?")
_LISTED = re.compile(
    r"(?:(?:in|for|during) the (?:[\w']+ ){0,2}(?:quarter|half|year|months), )?(?:(?:and|our|the|in)[ ,]+)*(?P<names>(?:[\w&']+(?: [\w&']+){0,2}, ){1,4}(?:[\w&']+(?: [\w&']+){0,2} )?(?:and|&) (?:[\w&']+ ){1,3})"
)
_SUBJECTS = re.compile(
    r"(?:(?:in|for|during) the (?:[\w']+ ){0,2}(?:quarter|half|year|months), )?(?:(?:and|our|the)[ ,]+)*(?P<names>(?:[\w&']+(?: [\w&']+){0,3}?, (?:the |our )?)*[\w&']+(?: [\w&']+){0,3}?,? and (?:the |our )?[\w&']+(?: [\w&']+){0,3}?)"
    r"(?: (?:segments?|businesses|divisions|regions|brands))? (?:each )?(?:delivered|posted|reported|saw|had|generated|recorded|achieved|contributed|experienced|grew|increased|improved|expanded|produced) [^,;]*"
)
_ITS_OWN = re.compile(r"\b(?:the|this|that) (?:segment|business|division|region|brand)'s (?:\w+ )?[\w ]*$")
"""A part's own, whatever was said of the whole before: "sales declined in total, the region's gross profit improved"."""
# "sales in these countries declined to $4.1 million"
OF_SOME = re.compile(
    r" (?:in|from|for|of|at|across|to) (?:these|those|such|certain|some)(?: [\w']+){0,2} (?:countries|markets|regions|states|areas|categories|segments|businesses|brands|products|lines|stores|restaurants|channels|properties|communities|locations|services|programs|geographies|verticals|customers|contracts|agreements|licenses|leases|projects|deals|arrangements|partnerships|sources|initiatives)\b"
    r"| contributions? (?:from|of) (?!(?:our|the) (?:operations|businesses|segments|portfolio)\b)"
    r"| (?:from|for|of) (?:the|a|this|that|these|our) new (?:[\w']+ )?(?:product|line|launch|contract|customer|platform)s?\b"
    r"| (?:from|to) (?:our )?(?:existing|new|other) (?:customers|clients|stores|members|users)\b"
    r"| (?:in|from|for|of|at|across) (?:the )?(?:states|markets|countries|regions|areas|territories) (?:outside|other than)\b"
    r"| (?:in|from|for|of|at) (?:this|that) (?:end )?(?:vertical|customer|category|product|line|channel|program)\b"
    r"| (?:in|from|for|of|at|across) (?:our|the) (?:top |largest )?(?:two|three|four|five) (?:(?:largest|biggest|top|other|remaining|smaller|main|key|core|international|existing|new|newest|legacy) )+(?:segments|regions|markets|countries|businesses|brands|categories|product lines|customers)\b"
)


# "the licensing component of Digital revenue"
_COMPONENT = re.compile(
    r"\b(?:the|our) (?P<what>(?:[\w&']+ ){1,4}?)(?:component|portion|piece) of (?:(?:our|the|total|its|net) )*(?:[\w&']+ ){0,3}$"
)


def _named_by(words: str) -> str | None:
    """The name in some words, the neutral ones aside."""
    content = [word for word in words.split() if word == "and" or not (word in FUNCTION or word in NEUTRAL)]
    return snake(" ".join(content)) if content else None


# "the combination of subscription, SaaS and license revenue"
_TOGETHER = re.compile(
    r"\b(?:combination|sum|total) of (?:our |the )?(?:[\w&']+,? ){1,3}(?:[\w&']+ )?(?:and|plus) (?:[\w&']+ ){1,3}$"
    r"|(?<!segment, )(?<!business, )(?<!division, )(?<!group, )(?<!brand, )\bwhose (?:(?:adjusted|net|total|own|annual|operating) )*$"  # "Harbour Pipelines, whose EBITDA was"
)
_THE_PART = frozenset(
    {
        "segment",
        "segments",
        "segment_level",
        "division",
        "region",
        "sector",
        "unit",
        "brand",
        "loans",
        "loans_and_leases",
    }
)
"""What only refers to a part: "operating income for the segment"."""
_BEHIND = re.compile(
    rf"(?: range| growth| basis)?(?: (?:in|for|at|within|of|on) (?:the |this |our )?(?:(?:first|second|third|fourth|current|full|fiscal) )*(?:quarter|year|20\d\d|q[1-4])(?: of (?:fiscal )?\d{{4}})?)? (?:in|for|from|at|within) (?:our|the) (?P<words>(?:[\w&'.]+ ){{1,4}}?)(?P<head>{HEAD})\b"
)
_BEHIND_NAME = re.compile(
    r"(?: range| growth)?(?: today| now| currently| year[- ]over[- ]year| sequentially| organically)?(?: or [\d.]+%)?(?: (?:in|on an?) (?:constant|local|reported)[- ]currency(?: basis)?)? (?:in|for|from|at|within) (?:our |the )?(?!U\.?S\.? dollar)(?P<name>[A-Z][\w&'’.-]*(?:(?: and| &| of)? [A-Z][\w&'’.-]*){0,3})(?= (?:and|as|due|driven|with|segment|compared|versus|which|to|while|was|were|(?:in|for|during) the|this|on top|over|against|after|year|sequentially|(?:net )?(?:revenues?|sales))\b|[,;.]|$)"
)


def with_new(segment: str, normal: str, at: tuple[int, int] | None = None) -> str:
    """The name of a part with what belongs to it: "the New Zealand Timber segment", "the rest of the world", "outside the U.S.".

    Where both a place and all others are spoken of, the name said nearest to the number at `at` is meant.
    """
    if segment == "world" and (rest := _REST_OF.search(normal)):
        before = rest["before"]
        return "rest_of_the_world" if before in FUNCTION or before in NEUTRAL else f"{before}_rest_of_the_world"
    if segment == "u_s" and _is_outside(normal, at):
        return "outside_the_u_s"
    place = _NEW_PLACE.match(segment)
    # the first time that it is named: "Total vehicle gross profit grew, driven by new vehicle gross profit"
    named = re.search(rf"\b{re.escape(place[0].replace('_', ' '))}\b", normal) if place else None
    return f"new_{segment}" if named and normal.endswith("new ", 0, named.start()) else segment


def _is_outside(normal: str, at: tuple[int, int] | None) -> bool:
    said = [*_HOME.finditer(normal)]
    if at is None:
        return bool(said and said[0]["outside"])
    start, end = at
    right_behind = next((one for one in said if one.start() >= end and _IN.fullmatch(normal, end, one.start())), None)
    before = [one for one in said if one.end() <= start]
    nearest = right_behind or next(iter([*before[-1:], *said]), None)
    return bool(nearest and nearest["outside"])


_IN = re.compile(r" (?:(?:growth|increase|decrease|sales|revenues?|in|for|from|at|across|the) ?)*")
_HOME = re.compile(rf"(?P<outside>\boutside (?:of )?(?:the )?)?\b{HOME}")
_REST_OF = re.compile(r"\b(?P<before>[\w&]+) rest of (?:the )?world\b")
_NEW_PLACE = re.compile(
    r"(?:vehicles?|construction|homes?|equipment|zealand|york|jersey|england|mexico|hampshire|orleans|south_wales)(?![a-z])"
)


def segment_behind(text: str, normal: str, end: int) -> str | None:
    """The part that is named behind a number: "an operating loss of $120 million in our U.S. ancillary segment"."""
    if _BEHIND.match(normal, end):
        return headed_behind(normal, end)
    if beyond := _AFTER_OUTSIDE.match(normal, end):
        return outside(beyond)  # "sales of $171 million in the U.S. and $43 million outside the U.S."
    if where := _WHERE.match(normal, end):
        return where.lastgroup or "international"  # "a 16.3% increase domestically"
    if (alike := _BEHIND_ALIKE.match(normal, end)) and _tells_apart(f"{alike['words']} {alike['second']}"):
        return snake(alike["words"])
    if _IN_STORES.match(normal, end):
        return "store"
    if owned := _BEHIND_OWNED.match(normal, end):
        return snake(owned["who"])
    if (plain := _BEHIND_PRODUCTS.match(normal, end)) and _tells_apart(plain["words"]):
        return snake(f"{plain['words']}{plain['head']}")
    if (beside := _BEHIND_BESIDE_TOTAL.match(normal, end)) and _tells_apart(beside["words"]):
        return snake(beside["words"])
    match = _BEHIND_NAME.match(text, end)
    name = match["name"].rstrip(".") if match else ""
    return snake(name) if name and _is_part_behind(name) else None


def _is_part_behind(name: str) -> bool:
    """Whether capitalised words behind a number name a part: "Performance Additives", "Middle East and Africa", not "August"."""
    words = ["america" if word in ("USA", "U.S.") else word.strip(".'’") for word in name.split()]
    said = normal_form(" ".join(words)).split()
    common = _NOT_BEHIND - OF_NAMES - _JOINING if len(said) > 1 else _NOT_BEHIND
    return not _JOINING & {*said[:1], *said[-1:]} and not any(
        word in common or any(character.isdigit() for character in word) for word in said
    )


_JOINING = frozenset({"and", "of"})
"""Words within the name of a part, which begin and end none."""


def _tells_apart(words: str) -> bool:
    """Whether every word says which part it is: "commercial aerospace", not "these" or "the current"."""
    return not any(word in FUNCTION or word in NEUTRAL or is_no_name(word) for word in words.split())


_BEHIND_ALIKE = re.compile(
    r" in (?:our |the )?(?P<words>(?!constant|local|volume|price|pricing|mix|dollars|terms|units?\b)[a-z&]+(?: [a-z&]+){0,2}?)(?:,? and|,) (?:(?:about|approximately|up|down|by) )*(?:[\d.]+ ?(?:%|percent)|(?:low|mid|high)(?: to (?:mid|high))? (?:(?:single|double) digits?|teens|[2-9]0s)(?: growth)?) in (?:our |the )?(?P<second>[a-z&]+(?: [a-z&]+){0,2}?)(?=[.,;]|$| (?:in|for|during|compared|versus|driven|as|with|year)\b)"
)
"""Two parts behind two numbers: "sales grew 28% in lighting and 6% in controls"."""
_IN_STORES = re.compile(r" in (?:our |the )?stores? and (?:(?:about|up|down|by) )*[\d.]+ ?(?:%|percent) online\b")
_BEHIND_OWNED = re.compile(
    r" (?:at|in|for|across) (?:our |the )?(?P<who>(?:company|franchise) (?:owned|operated)|franchised?|licensed)\b(?= (?:restaurants|locations|stores|shops|units|salons|clubs|hotels|centers|and)\b|[.,;]|$)"
)
"""Who runs what a figure is of: "comparable sales rose 8% at company-owned and 7% at franchised locations"."""
_BEHIND_PRODUCTS = re.compile(
    r" (?:in|for|from|at|within) (?:our |the )?(?P<words>(?:[a-z&]+ ){1,3}?)(?P<head>products|solutions|systems|technologies|equipment|services|(?<=personal )lines|(?<=commercial )lines|(?<=specialty )lines)\b(?! (?:and|to)\b)"
)
"""What is sold names a part by itself: "a book-to-bill ratio of 1.18 for foil products"."""
_BEHIND_BESIDE_TOTAL = re.compile(r" in (?:our |the )?(?P<words>[a-z&]+(?: [a-z&]+){0,2}?),? and (?:in )?total\b")
"""What stands beside the total is a part of it: "growth of 15% in commercial aerospace and total revenue growth of 9%"."""
_WHERE = re.compile(
    r" (?:(?:increase|growth|rise|gain|improvement|decrease|decline) )?(?:(?P<domestic>domestically)|(?P<online>online(?=[.,;]|$| and\b))|internationally)\b"
)


def headed_behind(normal: str, end: int) -> str | None:
    """The part that is called a segment or the like behind a number."""
    match = _BEHIND.match(normal, end)
    said = match["words"].split() if match else []
    words = [word for word in said if word == "and" or word not in FUNCTION and word not in NEUTRAL]
    return snake(" ".join(words).removeprefix("and ").removesuffix(" and")) or None


_NOT_BEHIND = (
    FUNCTION
    | NEUTRAL
    | NOT_NAMES
    | MONTHS
    | {"investor", "slide", "item", "note", "exhibit", "appendix"}
    | {name.lower() for name in CURRENCIES}  # "from Rs. 1,450 crores"
)


def _known(segments: list[SegmentTerm], term: MetricTerm, normal: str) -> str | None:
    for found in segments:
        if _WITHOUT.search(normal, 0, found.start):
            continue  # "Excluding Lamps, sales grew 3%"
        if found.end < term.start and _BROUGHT_BY.match(normal, 0, found.end) and _OURS_BEHIND.match(normal, found.end):
            continue  # "Driven by strength at Lamps, our revenue increased 22%"
        gap = normal[found.end : term.start] if found.end <= term.start else normal[term.end : found.start]
        words = gap.replace(",", " ").split()
        if len(words) <= 4 and all(
            word in NEUTRAL
            or word in HEADS
            or word
            in (
                "from",
                "of",
                "in",
                "for",
                "with",
                "the",
                "our",
                "its",
                "services",
                "service",
                "related",
                "style",
                "s",
                "'s",
                "total",
                "at",
                "during",
                "on",
            )
            for word in words
        ):
            return found.segment
    return None


def _there(normal: str, term: MetricTerm, segments: list[SegmentTerm], part: str) -> str:
    """A known part with the place that is named before it: "Europe Table Lamps sales" are those of Table Lamps there."""
    known = next(one for one in segments if one.segment == part)
    found = _PLACE_BEFORE.search(normal, 0, known.start) if known.end <= term.start and not is_place(part) else None
    place = snake(found["name"]) if found and FUNCTION.isdisjoint(found["name"].split()) else ""
    return f"{part}_{place}" if place and is_place(place) else part


_PLACE_BEFORE = re.compile(r"(?:^|(?<=[,;] )|\b(?:and|while|our) )(?P<name>(?:[a-z]+ )?[a-z.]+) $")


_BROUGHT_BY = re.compile(r"(?:and )?(?:driven|led|fueled|supported|helped|aided|boosted|powered) by\b[^;]*$")
_OURS_BEHIND = re.compile(r"[^,;]*, (?:our|the company's) ")


def named_before(terms: Terms, normal: str, end: int) -> list[str]:
    """The company's parts that a sentence names before a place, less those that it leaves out: "Excluding Lamps, sales grew 3%"."""
    return [
        found.segment for found in terms.segments if found.end <= end and not _WITHOUT.search(normal, 0, found.start)
    ]


def leaves_out(normal: str, part: str) -> bool:
    """Whether a sentence says that it is without a part: "Excluding Lamps, sales grew 3%"."""
    place = normal.find(part.replace("_", " "))
    is_whole = place > 0 and _ENDS_NAME_OF.match(normal, place + len(part))
    return bool(is_whole and _WITHOUT.search(normal, 0, place))


def plain_behind(normal: str, end: int) -> str | None:
    """The part in plain words between a metric and its verb: "U.S. organic growth for instruments was 10.2%"."""
    found = _FOR_PLAIN.match(normal, end)
    return snake(found["name"]) if found and _tells_apart(found["name"].replace(" and ", " ")) else None


_FOR_PLAIN = re.compile(
    rf"(?: growth)? (?:for|in) (?:our )?(?P<name>(?!constant|local|(?:[a-z]+ )*(?:quarter|year|half|period|months?)\b)[a-z&]+(?: (?:and )?[a-z&]+){{0,2}}) (?:{WAS}|{MOVED})\b"
)
_ENDS_NAME_OF = re.compile(r"(?: segment| business| division)?(?:[,;.]| and\b|$)")


_WITHOUT = re.compile(
    rf"\b(?:{'|'.join(LEAVES_OUT)}) (?:our |the )?(?:(?:contributions?|impacts?|effects?|results|benefits?) (?:from|of) )?(?:our |the )?$"
    r"|\b(?:adjusting|adjusted|accounting) for (?:the )?$"
    r"|^(?:(?:and|but|so|now),? )?if (?:you|we) (?:did |do |were to )?include (?:our |the )?$"
)


def _relation(text: str, normal: str, term: MetricTerm) -> str | None:
    """What the term is related to, alike or left over in: "COVID-related sales", "same-store gross profit"."""
    if term.metric.name == "deposits" and normal.endswith("time ", 0, term.start):
        return "time"
    if term.metric.name == "revenue" and _STORES.fullmatch(normal, 0, term.start):
        return "store"
    if normal.endswith("lower 48 ", 0, term.start):
        return "lower_48"  # as the states between Canada and Mexico are called
    if normal.endswith("third sector ", 0, term.start):
        return "third_sector"  # as insurance is called in Japan that is neither life nor property
    if _LEFT_OVER.search(normal, max(0, term.start - 60), term.start) or _IN_LEFT_OVER.match(normal, term.end):
        return "corporate_and_other"
    is_price = term.metric.canonical_name == "pricing"  # "raw material related price increases of 3%"
    if (
        not is_price
        and (related := _RELATED.search(normal, max(0, term.start - 60), term.start))
        and FUNCTION.isdisjoint(related["what"].split())
    ):
        whole = _NAME_RELATED.search(text, 0, term.start)  # "All Access Pass-related sales"
        return snake((whole["name"] if whole else related["what"]) + " related")
    alike = _ALIKE.search(normal, max(0, term.start - 40), term.start) or _ON_ALIKE.fullmatch(normal, 0, term.start)
    return snake(alike["what"]) if alike else None


_STORES = re.compile(r"(?:(?:and|but|while|our)[ ,]+)*stores? (?:net )?")
"""What is sold in stores and not online, where a sentence opens with it: "Store sales rose 36%"."""


_TWO_WORDS = frozenset(
    {
        ("small", "business"),
        ("business", "transient"),
        ("business", "travel"),
        ("business", "class"),
        ("first", "aid"),
    }
)
"""Words that name something together, of which the first names nothing by itself."""
_SITES = frozenset({"facility", "facilities", "hospital", "clinic"})
_NO_PART_NEGATED = frozenset({"gaap", "ifrs", "cash", "routine", "controlling"})
"""What "non" makes no part of the company of: "non-GAAP revenue", "non-cash interest expense"."""
_BOUNDS = frozenset({"above", "better", "greater", "higher", "lower", "more"})
_ADJUSTED_FOR = frozenset({"currency", "day", "days", "inflation", "interest", "mix", "risk", "seasonally", "weather"})


def _modifiers(text: str, normal: str, term: MetricTerm) -> str | None:
    """Content words directly before the term: "data center revenue", "Europe's net sales"."""
    if relation := _relation(text, normal, term):
        return relation
    words: list[str] = []
    market = _END_MARKET.search(normal, max(0, term.start - 13), term.start)
    of_market = market is not None  # "communications end market revenue"
    position = market.start() if market else term.start
    is_headed = of_market
    of_year = False
    normal = _without_lauds(normal)
    for match in reversed(list(_WORD.finditer(normal, max(0, term.start - 70), position))):
        gap = normal[match.end() : position].strip(" ")
        # "the lamps, glass and other segment", "our parts, garments and accessories sales"
        is_listed = (
            gap == "," and "and" in words and match[0] not in PHRASES and (is_headed or _begins(normal, match.end()))
        )
        between = text[match.end() : position]
        # "we generated a loss -- net loss of $757 million", "return on average equity (ROAE)"
        if (
            "--" in between
            or between == " ("
            or match[0] == "&"
            and not words  # "gross NPA & net NPA"
            or not is_listed
            and (gap or position < term.start and between.strip(" -/&"))
        ):
            break
        word = match[0].strip(".").removesuffix("'s").rstrip("'")
        # "5% or greater revenue growth", "same facility managed care admissions"
        is_bound = (
            word in _BOUNDS
            and normal.endswith("or ", 0, match.start())
            or word in _SITES
            and normal.endswith("same ", 0, match.start())
        )
        if match[0].endswith(".") and len(word) > 2 and "." not in word or word == "half" or is_bound:
            break  # a sentence ends here, as it does not in "U.S. sales"; "the back half operating margin"
        hyphen = match.start() > 1 and text[match.start() - 1] == "-"
        is_compound = bool(words) and word and between in ("-", "/") and len(words) < 5
        # "our first-time buyer orders", where neither "first" nor "time" names anything by itself
        is_joined = (
            bool(words)
            and hyphen
            and (
                word not in _OF_TIMES
                and _JOINS.search(text, 0, match.start())
                or word == "end"
                and _ENDED.search(text, 0, match.start())
                or word == "term"
                and words[0] in _FOR_LONG
            )
        )
        is_together = bool(words) and (
            (word, words[0]) in _TWO_WORDS or word == "business" and normal.endswith("small ", 0, match.start())
        )
        # "Reservoir Performance revenue", and what a fund earns by its performance; "Pro sales", but "pro forma sales";
        # "institutional account revenue"
        is_beside = not words and match.end() + 1 == term.start
        is_earned = is_beside and (
            word == "pro" or word in ("account", "performance") and term.metric.name == "revenue"
        )
        # "non-core revenue" and "non-new build capex", which "core" and "build" would make the contrary
        is_negated = hyphen and word not in _NO_PART_NEGATED and normal.endswith("non ", 0, match.start())
        if (
            is_compound
            or is_joined
            or is_together
            or is_earned
            or is_negated
            or hyphen
            and word in _COMPOUND
            and _is_plain(normal, match.start())
        ):
            words.insert(0, word)  # "small business banking", "point-of-sale volumes", "Move-up orders", "digital-only"
            position = match.start()
            continue
        if not words and (
            _PERIOD_WORD.fullmatch(word)
            or word == "base"
            and _NAMED_BASE.search(text, 0, match.start())
            or word == "multi"  # "multi-year backlog"
            or word == "spot"
            and term.metric.balance
            or text.startswith("-adjusted", match.end())
            and word not in REGIONS  # "transaction-adjusted free cash flow", but "International-adjusted EBITDA"
            or normal.startswith(" adjusted", match.end())
            and word in _ADJUSTED_FOR  # "interest adjusted loss ratio", but "Machine Clothing adjusted EBITDA"
        ):
            position = match.start()
            of_year = of_year or word.startswith("20")
            continue  # "Table Lamps International Q4 same-store sales"
        if (
            word in FUNCTION
            and (word == "our" or not (words and _may_name(text, word, match.start())))
            or word in MONTHS
            or any(letter.isdigit() for letter in word)
            and not _WITH_DIGIT.fullmatch(word)
            or not word
        ):
            if (
                word == "and"
                and words
                and (
                    words == ["other"]
                    and _is_plain(normal, match.start() - 1)
                    or not normal.endswith(f"{normal[term.start : term.end]} ", 0, match.start())
                    and _is_joined(text, normal, match.start(), is_headed=is_headed)
                )
            ):
                words.insert(0, word)
                position = match.start()
                continue
            of = (_IN_NAME if word == "in" else _OF_NAME).search(text, max(0, match.end() - 40), match.end())
            if words and of and text[match.end() + 1].isupper():
                words[:0] = normal[of.start() : of.end()].split()  # "our Glass Rest of the World segment"
            break
        position = match.start()
        is_headed = is_headed or word in HEADS
        is_neutral = word in NEUTRAL and not (word == "enterprise" and _is_one_kind(normal, term))
        if is_neutral or word in HEADS or is_adverb(word) or _LOCAL_CURRENCY.match(normal, match.start()):
            if (words or of_market) and _names_too(text, word, match, is_headed=is_headed):
                words.insert(0, word)
            if words:
                break
            continue
        # "our owned and leased segment", ", and recycling and renewables revenue"
        is_both = is_headed and normal.endswith(" and ", 0, match.start()) or words[:1] == ["and"]
        is_trade = (
            not term.metric.balance
            and (is_beside and _begins(normal, match.end()) or _begins_with(normal, match.start()))
            and _is_trade(word, normal, term.end)
        )
        is_verb = _is_verb(text, word, match.start()) and not hyphen and not is_both and not is_trade
        if is_verb or of_year and not words and text[match.start()].islower():
            break  # "the segment experienced strong sales"; "as a result 2020 margins", but "Lamps 2020 margins"
        words.insert(0, word)
        if len(words) > 4:
            break
    while words and words[0] in ("and", "&", "expense", "expenses"):
        words.pop(0)  # "turning to expenses adjusted gross margin was 86%"
    # "due to lower sales in China 2020 net earnings declined"
    is_of_noun = of_year and normal.endswith((" in ", " of ", " for ", " from "), 0, position)
    beside = normal[max(0, position - 30) : term.start + len("income")]
    words = _in_full(words, beside) if words and not is_of_noun else []
    return snake(" ".join(words)) if words and not _is_left_out(words, normal, term.start) else None


def _is_one_kind(normal: str, term: MetricTerm) -> bool:
    """Whether "enterprise" is a kind of customer and not the whole company: "consumer revenue rose 5%, and enterprise revenue 7%"."""
    return term.metric.name in _OF_CUSTOMERS or _OTHER_KIND.search(normal) is not None


_OF_CUSTOMERS = frozenset({"customers", "net_adds", "subscribers", "average_revenue_per_user"})
_OTHER_KIND = re.compile(
    r"\b(?:consumer|commercial|smb|small business|small and medium|mid ?market|public sector|government|service provider|telco|channel|retail|home|education)\b"
)


def _is_left_out(words: list[str], normal: str, end: int) -> bool:
    """Whether words before a metric say what it leaves out: "our ex-cat combined ratio"."""
    return words[0] == "ex" or normal.endswith("ex ", 0, normal.rfind(f"{words[0]} ", 0, end))


def _in_full(words: list[str], beside: str) -> list[str]:
    """Fixed income, and sales and trading: "income" and "sales" are metrics that a name holds; a fixed rate is no part."""
    if words == ["trading"] and _SALES_AND.search(beside):
        return ["sales", "and", "trading"]
    if words[-1] == "fixed" and "fixed income" in beside:
        return [*words, "income"]
    return [] if words == ["fixed"] else words


_SALES_AND = re.compile(r"\bsales (?:&|and) trading\b")


def _may_name(text: str, word: str, start: int) -> bool:
    """Whether a common word with a capital may begin a name; at a sentence's start, "Well Construction" alone."""
    return bool(_NAMING.match(text, start)) or (
        text[start].isupper() and (start > 0 or word == "well" and text[start + len("well ")].isupper())
    )


_NAMING = re.compile(r"IT |[Uu]sed[ -](?:vehicle|car|truck|equipment|unit|machine)s?\b")
"""Common words that name something there: "IT Outsourcing revenue", "used vehicle gross profit"."""


def _names_too(text: str, word: str, match: re.Match[str], *, is_headed: bool) -> bool:
    """Whether a neutral word belongs to a name: "our economic consulting segment's revenues", "our First Aid segment"."""
    if word == "business" and text[match.end() : match.end() + 2] in (" &", " a"):
        return text[match.start()].isupper()  # "Business & Industry revenue"
    in_name = _is_inside_name(text, match.start(), match.end())
    return is_headed and (word in OF_NAMES or in_name) or word in OF_NAMES and in_name


def is_adverb(word: str) -> bool:
    """Whether a word only says how: "closely", but not "family"."""
    return word.endswith("ly") and word not in _NO_ADVERBS


_NO_ADVERBS = frozenset({"supply", "family", "assembly", "italy", "anomaly"})


def _is_plain(normal: str, end: int) -> bool:
    """Whether the word that ends before a place is one of content: the "move" of "move-up", not the "year" of "year-on-year"."""
    word = normal[:end].split()[-1:]
    return FUNCTION.isdisjoint(word) and NEUTRAL.isdisjoint(word)


def _is_verb(text: str, word: str, start: int) -> bool:
    """Whether a word is a verb or a unit, and no part of a name as in "Analytics and engineering revenues"."""
    if text[start].islower() and (_WE.search(text, max(0, start - 40), start) or word in _UNITS_OR_VERBS):
        return True
    is_participle = word.endswith(("ed", "ing")) and word not in _PARTICIPLES and text[start].islower()
    return is_participle and not _AND_ALONE.fullmatch(text, 0, start)


def _is_trade(word: str, normal: str, end: int) -> bool:
    """Whether what a company does names a part: "year over year, lightering revenues were down", "while ferrying sales rose"."""
    return word.endswith("ing") and word not in _DESCRIBING and _IS_SUBJECT.match(normal, end) is not None


_DESCRIBING = frozenset(_G["describing"])
_IS_SUBJECT = re.compile(rf" (?:{WAS}|{MOVED})\b")


def _is_joined(text: str, normal: str, place: int, *, is_headed: bool) -> bool:
    """Whether the word before an "and" belongs to the same name: "regional and local business", "Fire and Safety"."""
    word = normal[:place].split()[-1:]
    if word and is_place(snake(word[0])) and _SOLD_THERE.search(normal, 0, place):
        return False  # "higher sales in the U.S. and licensing revenue continues to grow"
    # "Hybrid platform and solutions revenue"
    before = list(dropwhile(NEUTRAL.__contains__, normal[:place].split()))
    starts = place < _NEAR_START and bool(before) and _COMMON.isdisjoint(before)
    # "our wine and spirits sales"
    ours = bool(_OURS.search(normal, 0, place)) and _COMMON.isdisjoint(word)
    # ", and recycling and renewables revenue", "third quarter collection and disposal volume"
    alone = _begins(normal, place - 1)
    pair = (*word, *normal[place:].split()[1:2])
    return (
        _is_name(text, place - 2) or starts or ours or alone or pair in _PAIRS or is_headed and _COMMON.isdisjoint(word)
    )


_SOLD_THERE = re.compile(
    r"\b(?:sales|revenues?|growth|demand|orders|volumes?|increase|decrease|decline|drop|rise) (?:in|from|for|at|across) (?:the )?[\w.-]+ ?$"
)


def _begins(normal: str, end: int) -> bool:
    """Whether the word that ends at a place begins what is spoken of, so that "and" goes on with a name."""
    found = _BEGINS.search(normal, max(0, end - _LONGEST), end)
    return found is not None and found[1] not in _COMMON


def _begins_with(normal: str, start: int) -> bool:
    """Whether a noun before a word begins what is spoken of: "home improvement lending revenue rose", "senior living revenue fell"."""
    found = _BEGUN.search(normal, max(0, start - _LONGEST), start)
    return found is not None and _COMMON.isdisjoint(found[1].split())


_LONGEST = 40
"""Characters of a word and of what stands before it."""
_BEGINS = re.compile(
    r"(?:[,;:]|\b(?:our|and|while|but|whereas|quarter|quarterly|half|year|20\d\d|record|combined|expect|anticipate|saw|see|by|in|of|for|from|with|higher|lower|strong|stronger)) ([a-z][a-z-]+)$"
)
_BEGUN = re.compile(r"(?:^|, (?:and |while |but |our )?|\b(?:our|while|but|whereas) )((?:[a-z][a-z-]+ ){1,2})$")
_PAIRS = frozenset(
    {
        ("oil", "gas"),
        ("food", "beverage"),
        ("products", "services"),
        ("product", "service"),
        ("property", "casualty"),
        ("commercial", "industrial"),
        ("multi", "family"),
        ("rental", "service"),
        ("parts", "service"),
        ("parts", "services"),
    }
)
"""Words of one name, whatever stands before them: "the PPP loans compared with oil and gas loans"."""
_LOCAL_CURRENCY = re.compile(r"local currency\b|fx (?:adjusted|neutral)\b")
_WITH_DIGIT = re.compile(r"(?!q\d)[a-z]\d[a-z]?|\dg")
"""A name of letters and a digit: "P3 loans", "B2B revenue", "5G sales"."""
_JOINS = re.compile(r"\b(?:[Ff]irst|[Ss]econd|[Ff]lat|[Ff]ull|[Oo]n|[Oo]ff|[Ll]ow|[Hh]igh|[Aa]ll|[Nn]ew)-$")
"""Common words that make a name with what is joined to them."""
_ENDED = re.compile(r"\b(?:[Oo]pen|[Cc]losed|[Hh]igh|[Ll]ow|[Bb]ack|[Ff]ront)-$")
"""What "end" makes a name with: "open-end fund revenue", "high-end furniture sales", but "year-end loan balances"."""
_FOR_LONG = frozenset({"care", "disability", "rental", "rentals", "lease", "leasing"})
"""What is a kind of its own for a long or a short term: "long-term care revenue"."""
_NAMED_BASE = re.compile(r"(?:^|[^.] )(?!(?:Our|The|Total|Net)\b)[A-Z][\w&]+ $")
"""A part before what is basic of it: "Trucking base revenue grew", but "our customer base"."""
_OF_TIMES = frozenset({"quarter", "year", "half", "end", "month", "week", "day", "digit", "single", "double", "teens"})
_UNITS_OR_VERBS = frozenset({"bps", "pressure", "pressured"})
"""No names, wherever they stand before a metric: "results pressured gross margin"."""
_COMPOUND = frozenset({"up", "on", "in", "out", "off", "based", "added", "only"})
_WE = re.compile(
    r"\b(?:[Ww]e|I|[Tt]hey|will|would|should|could|helped|helps|help|(?:this|processes|efforts|used|cash|proceeds|million|million,|order|continue) to)(?: [a-z]+ly| now| then| also)? $"
)
"""Before a verb: "we project total sales", "we expect this to yield incremental margins"."""
_AND_ALONE = re.compile(r"[A-Z][a-z]+ (?:and|&) ")
_OURS = re.compile(r"\bour (?:[a-z][\w'-]+ ){1,2}$")
_NEAR_START = 25
_COMMON = FUNCTION | NEUTRAL | HEADS | frozenset(_G["no_subjects"])
_IN_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w&'-]+ in$")
"""A name that goes on behind "in": ", Lights in Motion subscription sales"."""
_OF_NAME = re.compile(r"\b(?:[A-Z][\w&'-]+ ){1,2}of(?: the)?$")


def _is_inside_name(text: str, start: int, end: int) -> bool:
    """Whether a word stands capitalised in the middle of a sentence, before another."""
    return text[start].isupper() and text[end + 1 : end + 2].isupper() and start > 1 and text[start - 2] not in ".\n"


# What is held against what there was a year before names a part: "same-store gross profit"
_ALIKE = re.compile(
    r"\b(?P<what>same (?:store|property|center|facility|facilities|hospital|clinic|school)|like for like|comparable (?:store|hotel|property|center)|base business)(?: (?:total|net|adjusted|cash|core|organic|first|second|third|fourth|quarter|full|year|20\d\d|q[1-4]))* $"
)
# "On a same-store basis, SG&A was down $2 million"
_ON_ALIKE = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?on an? (?P<what>same store|same property|same center|comparable store) basis, (?:(?:our|the|total|net|gross|adjusted|operating|consolidated) )*"
)
# "Corporate and other operating loss", "the operating loss in corporate and other"
_LEFT_OVER = re.compile(
    r"\bcorporate (?:and|&) (?:all )?other (?:(?:segment|adjusted|pretax|pre tax|net|operating) )*$"
)
_IN_LEFT_OVER = re.compile(
    r" (?:in|at|for|from|of|within) (?:our |the )?corporate (?:and|&) (?:all )?other\b(?! (?:items|costs?|expenses?))"
)
_NAME_RELATED = re.compile(r"(?P<name>(?:[A-Z][\w&]* ){1,3}[A-Z][\w&]*)[- ]related (?:net |total )?$")
# "COVID-related sales"
_RELATED = re.compile(
    r"(?:^|[ ,])(?P<what>(?:[a-z]+ (?=services? |products? ))?[a-z][\w']*(?: \d+)?) related (?:net |total )?$"
)


def _is_name(text: str, position: int) -> bool:
    start = text.rfind(" ", 0, max(0, position)) + 1
    return position > 0 and text[start : start + 1].isupper()


def _after(text: str, normal: str, term: MetricTerm) -> str | None:
    rest = normal[term.end : term.end + 70]
    if _IN_BASE.match(rest):
        return "base_business"
    if beyond := _AFTER_OUTSIDE.match(rest):
        return outside(beyond)
    if match := _AFTER.match(rest):
        # "in the corporate segment", "in our communications end market"
        is_head = match["head"] in HEADS or _END_MARKET.search(f"{match[0]} ") is not None
        neutral = NEUTRAL - OF_NAMES if is_head else NEUTRAL
        only = _PRAISE.match(match["words"])
        start = term.end + match.start("words") + (only.end() if only else 0)
        said = [
            (word[0], _is_hyphened(text, start, word))
            for word in re.finditer(r"\S+", rest[start - term.end : match.end("words")])
        ]
        # "for our short-cycle products", "of remodel and retrofit products"
        words = [word for word, is_joined in said if is_joined or word not in neutral]
        if (
            words
            and all(is_joined or word == "and" or word not in FUNCTION for word, is_joined in said if word in words)
            and (said[0][1] or words[0] not in NOT_NAMES | {"and"})
            and words[-1] != "and"
            and not any(c.isdigit() for c in match["words"])
        ):
            head = "" if is_head else f" {match['head']}"
            return snake(" ".join(words) + head)
    if rest_of := _AFTER_REST.match(text, term.end):
        return snake(rest_of["what"])
    if (
        (match := _AFTER_BARE.match(rest))
        and match["words"] not in PHRASES
        and not (_NO_PART - {"and"}) & set(match["words"].split())
    ):
        return snake(match["words"])
    if (to := _AFTER_SALES_TO.match(rest)) and normal.endswith(_SALES, 0, term.end):
        return snake(to["words"])
    if places := listed_places(text, term.end):
        return "_".join([*places[:-1], "and", places[-1]])
    if match := _AFTER_NAME.match(text[term.end : term.end + 70]):
        name = match["name"].lower().replace("'s", "")
        words = name.split()
        plain = [word for word in words if word not in NEUTRAL]
        if plain and not any(word in _NO_NAMES_BEHIND or any(c.isdigit() for c in word) for word in words):
            return snake(name)
    return None


_NO_NAMES_BEHIND = NOT_NAMES | frozenset(MONTHS) | {code.lower() for code in ISO_4217}  # "revenue of TWD 82 billion"


def listed_places(text: str, end: int) -> list[str]:
    """All places of a list behind a metric: "sales in Europe, Asia and other markets totaled $226 million"."""
    match = _PLACES.match(text, end)
    return [snake(place[0]) for place in _ONE_PLACE.finditer(match["places"])] if match else []


_ONE_PLACE = re.compile(rf"{_PLACE}|other (?:markets|countries|regions)")
_PLACES = re.compile(
    rf" (?:from|in|for|across) (?:the )?(?P<places>{_PLACE}(?:, (?:the )?{_PLACE})+,? and (?:the )?(?:{_ONE_PLACE.pattern}))"
)
_PRAISE = re.compile(r"(?:high|higher|low|lower|fast|faster|slow|slower) (?:margin|margins|growth|growing) ")
"""What only describes a part: "in the higher-margin industrial segment"."""
_IN_BASE = re.compile(r"(?: growth)? (?:in|for|from|of) (?:our |the )?base business\b")


def _is_hyphened(text: str, start: int, word: re.Match[str]) -> bool:
    """Whether a word of the text from a place on is joined to another: "third" in "third-party management"."""
    return "-" in (text[start + word.start() - 1], text[start + word.end() : start + word.end() + 1])


def _without_lauds(normal: str) -> str:
    """A sentence with blanks for what is said of a metric and names no part: "our best-in-class operating margin"."""
    if not any(word in normal for word in _LAUD_WORDS):
        return normal
    return _LAUDS.sub(lambda lauds: " " * len(lauds[0]), normal)


_END_MARKET = re.compile(r"(?<!other )end markets? $")
_LAUD_WORDS = ("leading", " class ", " art ")
_LAUDS = re.compile(
    r"\b(?:best in class|world class|state of the art|(?:industry|market|class|sector|peer) leading)(?= )"
)


def content_before(text: str, normal: str, term: MetricTerm) -> str | None:
    """Content words directly before a term that is no segment metric: "impairment loss"."""
    return _modifiers(text, normal, term)


def open_metric(words: str, head: str) -> Metric:
    """A KPI outside the vocabulary, under its own words."""
    name = snake(f"{words} {head}")
    if head in ("yield", "ratio"):
        return Metric(name=name, units=("percent", "ratio"), phrases=())
    return Metric(name=name, units=("currency", "percent"), phrases=(), cost=head.startswith(("cost", "expense")))
