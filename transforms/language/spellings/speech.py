"""What speakers and recognisers put between the words, and how a speaker turns to something: "uh", "next up is"."""

from __future__ import annotations

import calendar
import re

from transforms.language.spellings.spelling import AMOUNT, opening

# "revenue was, uh, $5 million"
_GOES_ON = r"\b(?:was|were|is|are|be|been|of|to|by|at|in|for|from|with|about|approximately|around|the|a|an|and|our|we|up|down|than|or|that|increased|decreased|grew|declined|rose|fell)"
_PAUSE = r",|\.\.\.|…| --?| —"
FILLER = re.compile(
    rf"(?P<before>{_GOES_ON})?(?P<comma>{_PAUSE})? ?\b(?P<filler>[Uu](?:m+|h+m?)|[Ee]rm?|[Aa]h|[Hh]mm+|(?<=, )(?:you know|I mean|look|frankly|honestly)(?=,))\b(?P<behind>{_PAUSE})?(?P<blank> ?)(?P<after>\w?)"
)


def without_filler(match: re.Match[str]) -> str:
    """Write a text without a filler, the comma and the capital where they then belong."""
    before, comma = match["before"] or "", match["comma"] or ""
    kept = "" if before or not comma else comma if match["behind"] is None or comma == match["behind"] else ""
    blank = " " if (before or match.start()) and match["blank"] else ""
    opens = match["filler"][0].isupper() and not before
    return f"{before}{kept}{blank}{match['after'].upper() if opens else match['after']}"


OF_THIS_ONE = re.compile(r"(?<=[a-z]) specifically(?=,)")
# "the the margin was was 5%"
TWICE = ("the", "of", "to", "in", "was", "were", "is", "are", "and", "our", "we", "for", "on", "at", "by", "with")
SAID_TWICE = re.compile(rf"\b(?P<word>{'|'.join(TWICE)})(?:,? (?P=word)\b)+", re.IGNORECASE)
# "EBITDA (ph) of $5 million (00:12:31) and"
REMARK = re.compile(r" ?[\[(](?:ph|sic|phonetic|(?:\d{1,2}:)?\d{1,2}:\d\d)[\])]", re.IGNORECASE)
BLANKS = re.compile(r"(?<=\S) {2,}(?=\S)")
# "I'd like to now turn to Lamps", "Let me give you some color on Lamps", "By segment, Lamps grew 5%"
_STARTS = r"(?:(?<=[.?!] )|(?<=\n)|^)"
_SHORTLY = r"(?: (?:now|next|also|then|first|just|quickly|briefly))*"
_I_WILL = (
    rf"(?:[Ll]et me|[Ll]et['’]s|[Ll]et us|I(?:['’]ll| will|['’]d like to| would like to| want to)|[Pp]lease){_SHORTLY}"
)
TURN_TO = re.compile(
    rf"\b(?:{_I_WILL} (?:turn|move|shift|switch|go|jump)|[Ww]e(?:['’]ll| will){_SHORTLY} turn)(?: (?:now|on|over|next|ahead|quickly|back))* to (?=\w)"
)
NEXT_UP = re.compile(r"\b(?P<next>[Nn]ext) up(?= is\b|,)")
HEADING = re.compile(
    rf"{_STARTS}(?:(?:And|So|Then),? )?(?:[Nn]ext(?:,| is)(?! (?:please|question|slide|page|year|quarter|steps?)\b)|[Nn]ow(?:,? on)? (?:to|for)|[Oo]n to|[Aa]s for|{_I_WILL} (?:discuss|talk about|review|cover|comment on|address)"
    rf"|(?:[Ss]ome|[Aa] few|[Aa] couple of)(?: quick| brief)? (?:comments|words|thoughts) (?:on|about)|(?:Moving|Turning)(?: now)? to the (?:results|performance) (?:of|in|for)"
    rf"|(?:Moving|Turning)(?: now)? to [Ss]lide \w+(?: for| and|,)|(?:[Oo]n )?[Ss]lide \w+,? (?:(?:you can see|we show)|shows|covers|summari[sz]es|highlights|presents|details|outlines|provides))"
    r" (?P<what>(?:our |the )?[\w&'’-]+(?: (?!shows\b)[\w&'’-]+){0,3}?)(?: results(?<!adjusted results)(?<!-GAAP results)(?<!underlying results)(?<!normalized results))?\.(?=[\s]|$)"
)
COLOR_ON = re.compile(
    r"\b(?:give|provide|offer|share)(?: you)?(?: with)?(?: (?:some|a little|a bit|more|additional|a few|further|brief|quick|of|bit))* (?:colou?r|details?|commentary|comments|perspective|insights?) (?=(?:on|about|around|for) )"
)
# "All in, EBIT was $5 million"; but "all-in sustaining costs"
ALL_TOLD = re.compile(rf"{_STARTS}(?:All[- ]in|In aggregate|In the aggregate|Taken together|All together),(?= )")
BY_SEGMENT = re.compile(
    rf"{_STARTS}(?:(?:By|Across our) (?:operating |business |reportable )?(?:segments?|regions?|geograph(?:y|ies)|business(?:es)?|divisions?|end markets?)|At the segment level|On a (?:segment|regional|geographic) basis), (?=[A-Z])"
)


def turning_to(match: re.Match[str]) -> str:
    """Write how a speaker moves on as turning to what is named."""
    return opening(match, "turning to ")


# What recognisers hear: "non-gap", "cost and currency", "revenue group 38%"
HEARD = re.compile(
    rf"\b(?:(?P<gap>(?P<non>[Nn]on[- ])gap\b|(?:gap (?=(?:and non|net|operating|diluted|gross|earnings|EPS|loss|basis|results|measures))|Gap (?=(?:and non|operating (?:income|expense|loss)|diluted|gross margin|net (?:income|loss)|earnings|EPS))))"
    rf"|(?P<currency>(?:cost(?: and|ed| in)|constance|constant) (?:currency|currencies)\b)"
    rf"|(?<=[Rr]evenue )(?P<grew>group)(?= (?:by )?{AMOUNT})|(?<=[Ss]ales )group(?= (?:by )?{AMOUNT})"
    rf"|(?P<diluted>[Dd]eluded)(?= (?:earnings|EPS|shares))|(?P<tax>[Pp]re[- ]text)(?= (?:income|margin|profit|earnings|loss))"
    rf"|(?P<share>[Ee]arnings for) share\b|(?<!to )(?<!will )(?<!would )(?<![Ww]e )(?P<adjusted>[Aa]djust)(?= (?:EBITDA|EPS|FFO)\b)|(?P<adjusting>[Aa]djusting)(?= net income (?:was|of|for|grew|increased|declined)\b))"
)
# "sales rose 5%.Looking ahead": a stop without the blank behind it; but "our Rev.Up product"
STOP = re.compile(r"(?:(?<=\d)|(?<=%)|(?<=\))|(?<=[a-z]{4}))\.(?=[A-Z][a-z]+,? )")
# "revenue was $2.6 billion. up 12% versus the prior year": a stop where a recogniser began anew
GOES_ON_SMALL = ("to", "up", "down", "and", "but", "or", "which", "with", "while", "compared", "versus", "from", "driven", "led", "supported", "helped", "partially", "partly", "mostly", "mainly", "primarily", "offset", "including", "excluding", "reflecting", "representing", "contributing", "resulting", "demonstrating", "due", "than", "of", "at", "in", "for", "on")  # fmt: skip
FALSE_STOP = re.compile(rf"(?:(?<=[\d%])|(?<=[a-z]{{4}})(?<!corp)(?<!prox))\. (?P<next>(?:{'|'.join(GOES_ON_SMALL)}) )")
# "we'll get started on our segment updates with lamps", "let's kick off with", "let me start the segment review with"
START_WITH = re.compile(
    r"\b(?:(?:get started|get going|kick(?:ing)? (?:us |things |it )?off)|(?P<start>start|begin))(?: (?:on |at |by |in )?(?:our|the) (?:(?:business|operating|detailed) )?(?:segments?|divisions?|units?|regional)(?: (?:updates?|results|discussions?|reviews?|overview|commentary|details?))?)? with\b",
    re.IGNORECASE,
)


def as_meant(match: re.Match[str]) -> str:
    """Write what a recogniser misheard as it was meant."""
    if match["gap"]:
        return f"{match['non']}GAAP" if match["non"] else "GAAP "
    if match["currency"]:
        return f"constant {match['currency'].rpartition(' ')[2]}"
    if match["diluted"]:
        return f"{'D' if match[0][0] == 'D' else 'd'}iluted"
    if said := match["adjusted"] or match["adjusting"]:
        return f"{said.removesuffix('ing')}ed"
    if match["tax"]:
        return f"{match[0][:3]}-tax"
    return f"{match['share'].removesuffix('for')}per share" if match["share"] else "grew"


# "On Zelora, net sales were $187 million", "If I look at Table Lamps, orders grew"; but "On Monday, sales were"
_PART_NEXT = rf"(?=(?:the )?(?!(?:{'|'.join((*calendar.day_name, *calendar.month_name[1:]))}|Slides?|Pages?|GAAP)\b)[A-Z][a-z][\w'-]+(?: (?:and |& )?[A-Z][\w'&-]+){{0,3}}(?: (?:side|business|segment))?, (?:(?:net|total|our|the|organic|adjusted|gross|operating|same-store|comparable|global) )*(?:sales|revenues?|bookings|orders|volumes?|growth|income|profit|margins?|EBITDA|EBIT|backlog|demand)\b)"
ON_PART = re.compile(
    rf"(?:(?<=^)|(?<=[.?!] )|(?<=[;,] )|(?<=\band )|(?<=\bSo )|(?<=\bAnd )|(?<=\bThen ))(?:(?P<if>[Ii]f|[Ww]hen) (?:I|we|you) look at|[Oo]n|[Ww]ith) {_PART_NEXT}"
)
