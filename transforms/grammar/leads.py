"""The part of the company that a sentence opens with, and so sets for what follows.

Takes the sentence and the terms found in it; gives a segment name in snake_case, None where it opens with none.
"""

from __future__ import annotations

import re
from itertools import pairwise

from schemas.vocabulary import grammar
from transforms.grammar.names import ANY_PRODUCTS, is_adverb
from transforms.grammar.wordlists import (
    BARE_NAME,
    CAP,
    FUNCTION,
    HAD,
    HEAD,
    HEADS,
    HOME,
    LEAVES_OUT,
    MADE,
    MOVED,
    NEUTRAL,
    NO_SUBJECTS,
    NOT_LEFT_OUT,
    OF_NAMES,
    OTHERS,
    OUTSIDE,
    PHRASES,
    PLAIN_PART,
    WAS,
    is_no_name,
    is_place,
    outside,
    snake,
)
from transforms.language.terms import Terms
from transforms.language.text import normal as normal_form

_G = grammar()
# "Now turning to Coatings, …", "For our Coatings segment, …", "Coatings delivered …"
_LEADS = re.compile(
    r"(?:(?:and|so|now|then|next|first|second|third|finally|lastly|also|similarly|meanwhile)[ ,]+)*"
    r"(?:let(?:'s| me| us) |i'll |we'll |i will )?(?:(?:turn|turning|com(?:e|ing)|mov(?:e|ing)|shift(?:ing)?|switch(?:ing)?|look(?:ing)?|start(?:ing)?|begin(?:ning)?|go(?:ing)?)(?: now| next| on| first| over| back| finally)* (?:to|onto|at|with|in)[ ,]+)?"
    r"(?:(?:in|in terms of|with (?:respect|regards?) to|for|within|at|as for|on|regarding)[ ,]+)?(?:(?:financial |operating |segment |strong )*(?:results|performance|sales|revenues?) (?:of|in|for|from) )?(?:the |our )?(?:field of |area of )?"
)
_LEAD = re.compile(
    rf"^(?:(?:and|now|then|so|next|also|finally|first|second|lastly|if i|if you|if we|look|let me|let's|let us|i'll|we'll|i will|i'd like to|turn|move|look|start|begin|on|moving|turning|looking|shifting|starting|beginning|switching)[ ,]+)*(?:(?:as for|as it (?:relates|pertains) to|in terms of|(?:with|in) (?:respect|regards?) to|to|in|for|within|at|on|with|regarding|by) )?(?:(?:our|the) )?(?:(?:(?:first|second|third|fourth|full|fiscal|year|quarter|20\d\d) )*(?:financial |operating |sales )*(?:results|performance|highlights|numbers) (?:of|in|for|from) (?:our |the )?)?(?P<words>(?:[\w&'.]+ ){{1,7}}?)(?P<head>{HEAD})\b(?!['’]?s? of)(?! (?:practices?|models?|mix|environment|conditions|development|strateg\w+|plans?|continuity|leaders|partners|process\w*|days|momentum|combination|cycle|activity|travel|trends|update)\b)"
)
# "In Financial Advisory, record revenue …", "Turning to Coatings, sales …"
_LEAD_NAME = re.compile(
    r"(?:(?:And|Now|Next|Finally|Lastly|So|Then|On (?:[Ss]lide|[Pp]age) \w+),? )?(?:[A-Z][a-z]+, so )?(?:[Ii]n|[Ww]ithin|[Aa]t|[Tt]urning to|[Cc]oming to|[Oo]ver to|[Dd]rilling (?:down )?(?:in)?to|[Mm]oving (?:on )?to|[Ss]tarting with|[Bb]eginning with|[Ll]ooking at|[Ss]hifting to|(?:[Tt]o (?:wrap|finish|sum|close) up(?: with| on)?|[Ww]rapping up|(?:[Ff]inishing|[Cc]losing|[Ee]nding)(?: up)? with)|[Ff]or|[Aa]s for|[Aa]s it (?:relates|pertains) to|(?:[Ww]ith|[Ii]n) (?:regard|respect) to|[Ii]n terms of|[Ss](?:witch|hift)ing gears to|[Nn]ext,?(?: is| to)?|[Nn]ow(?: on)? to|[Tt]urning now to|[Mm]oving now to|(?:[Tt]urning|[Mm]oving)(?: now| on)* to (?:[Ss]lide|[Pp]age) \w+ for|(?:[Ll]et['’]s |[Ll]et me |I['’]ll |[Ww]e['’]ll )(?:move|turn|go|shift|switch)(?: now| on| over)* to)(?: (?:the |our )?(?:[a-z]+ )?(?:performance|results|highlights|financials|numbers) (?:of|in|for|from))?(?: our| the)? "
    r"(?P<name>(?:[A-Z][\w&'’.-]+)(?:(?: and| &| of)? [A-Z][\w&'’.-]+){0,4}(?: and other [a-z]+(?: [a-z]+)?(?=,)|"
    rf" (?:{PLAIN_PART})(?=[,.]))?)"
    r"(?: (?:in|across) (?:the )?[A-Z][\w.]*[\w.](?: [A-Z]\w+)?(?=,))?"
    r"(?:(?:['’]s)?(?: (?:full[- ]year|(?:first|second|third|fourth)[- ]quarter|fiscal|20\d\d))*(?: overall| as a whole| in total| results| performance| outlook| guidance| expectations| markets?| end[- ]markets?| or [A-Z&]{2,} segment)?(?:,? (?:shown )?(?:here )?on (?:[Ss]lide|[Pp]age) \w+)?)(?:,|\.$| where\b|(?= we (?:now |also |continue to )?(?:expect|anticipate)\b))"
)
_WITH_NAMED = re.compile(
    rf"(?:(?:And|Now|Next|Then|Finally|Lastly|finally|lastly),? )+with {BARE_NAME}, we (?:now |also |still |continue to )?(?:expect|anticipate|project)\b"
)
"""What comes next in an outlook by parts: "Finally, with Pumps, we expect revenue to be down 11% to 13%"."""
# "I'm now moving to our final segment, Diversified."
_LAST_NAMED = re.compile(
    rf"\b(?:[Tt]urn|[Mm]ov|[Ss]hift|[Ss]witch)\w*(?: now| on| over)* to our (?:final|last|next|first|second|third|fourth|largest|smallest|other|remaining) (?:segment|business|division|group),? {BARE_NAME}[,.]"
)
# "Top line results in Pumps & Valves remained strong", "On page 8, financial results in Pumps & Valves were strong"
_RESULTS_IN = re.compile(
    rf"(?:And |So |Now )?(?:[Oo]n (?:[Ss]lide|[Pp]age) \w+,? )?(?:[Tt]op[- ]line |[Ss]ales |[Oo]perating |[Ff]inancial |[Oo]ur |[Tt]he )*(?:[Rr]esults|[Pp]erformance|[Gg]rowth|[Ss]ales|[Rr]evenues?|[Mm]argins?) (?:in|at|for) (?:our |the )?{BARE_NAME}(?: segment| business)? (?:remained|remains|continued|continues|(?:was|were) (?:also |very |particularly |quite |really )?(?:strong|solid|excellent|outstanding|impressive|good|great|mixed|soft|weak|challenging|challenged|in line))\b"
)
# "Its focus on quality drove outstanding results for Table Lamps this quarter."
_RESULTS_FOR = re.compile(
    rf"(?:drove|delivered|produced|led to|resulted in|was|had|saw) (?:an?(?:other)? )?(?:strong|outstanding|excellent|record|solid|impressive|great|good|exceptional|difficult|challenging) (?:[a-z]+ )?(?:results|performance|quarter) (?:for|at|in) (?:our |the )?{BARE_NAME}(?: this quarter| in the quarter| for the quarter)?\.$"
)
# "We were pleased with Table Lamps' results."
_PLEASED_WITH = re.compile(
    rf"\b(?:pleased|happy|encouraged|satisfied) (?:with|by) (?:(?:the |our )?(?:[a-z]+ )?(?:results|performance) (?:of|in|at|from|for) )?(?:our |the )?{BARE_NAME}(?:['’]s? (?:[a-z]+ )?(?:results|performance|quarter))?(?: this quarter| in the quarter| for the quarter)?\.$"
)
# "We are pleased with the results generated by Table Lamps, with operating income of $73 million"
_MADE_BY = re.compile(
    rf"\b(?:results|performance|growth) (?:generated|delivered|posted|achieved|produced) by (?:our |the )?{BARE_NAME}(?:,|\.$| with\b)"
)
# "Fourth, we again drove growth in China."
_GREW_IN = re.compile(
    rf"(?:(?:And|So|Now|First|Second|Third|Fourth|Fifth|Finally|Lastly|Next|Also),? )?[Ww]e (?:again |also |continued to )?(?:drove|drive|delivered|deliver|achieved|saw|see|generated|had)(?: (?:strong|solid|continued|robust|double-digit|excellent|good|another quarter of|significant))* growth (?:in|across) {BARE_NAME}\.$"
)
# "Our outlook for Coatings is unchanged, with double-digit revenue growth"
_OUTLOOK_FOR = re.compile(
    rf"(?:And |So |Now )?(?:[Oo]ur|[Tt]he) (?:20\d\d |full[- ]year |fiscal(?: year)? \d+ )?(?:outlook|guidance|expectations?) for (?:our |the )?{BARE_NAME}(?: segment| business)? (?:is|are|remains?|calls|has been)\b"
)
# "Slide 12 gives more detail of the quarter for Panels."
_ON_SLIDE = re.compile(
    rf"(?:(?:And|Now|So|Next),? )?(?:[Oo]n )?(?:[Ss]lide|[Pp]age) \w+,? (?:(?:we|you)(?:['’]ll| will| can)? )?(?:shows?|provides?|covers?|details|outlines?|presents?|summari[sz]es?|highlights?|gives?|see|find)\b(?:[^.,;$%]* (?:for|of))? (?:our |the )?{BARE_NAME}(?= (?:and is|and shows|in the)\b|[,.]|$)"
)
# "Regarding our segments, I'll first comment on Coatings."
_COMMENTS_ON = re.compile(
    rf"\b(?:I['’]ll|I will|[Ll]et me|[Ll]et['’]s|[Ww]e['’]ll|[Ww]e will|I['’]d like to)(?: (?:first|now|next|then|also|briefly|quickly|start(?:ing)? (?:with|by)|begin(?:ning)? (?:with|by)))* (?:comment(?:ing)? on|discuss(?:ing)?|review(?:ing)?|cover(?:ing)?|talk(?:ing)? about|address(?:ing)?|spend (?:a few|some|a couple of|a) (?:minutes?|moments?|time) (?:on|discussing|reviewing|talking about)) (?:our |the )?{BARE_NAME}(?: segment| business)?(?: first)?\.$"
)
# "Now some highlights on Northwind Finance."
_HIGHLIGHTS_ON = re.compile(
    rf"(?:(?:And|So|Now|Next|Then|Finally|Here are|Let me share|Let me give you)[, ]+)*(?:(?:[Ss]ome|[Aa] few|[Tt]he|[Kk]ey|[Ff]inancial|[Qq]uick) )*(?:[Hh]ighlights|[Uu]pdates?|[Nn]umbers|[Cc]omments) (?:on|of|for|from|about) (?:our (?:subsidiary|subsidiaries),? |our |the )?{BARE_NAME}(?: on an? [\w-]+ basis)?\.$"
)
# "Server and network was the primary growth driver in the first half."
_DRIVER = re.compile(
    rf"(?:(?:And|So|Now),? )?(?:Our |The )?(?P<name>{CAP}(?:(?: (?:and|&))? (?:{CAP}|[a-z]{{4,}}(?= (?:was|were|remained)))){{0,3}})(?: segment| business)? (?:was|were|remained|is|are) (?:again )?(?:the|our) (?:primar\w+|main|key|largest|biggest|principal|strongest|top) (?:growth |revenue )?(?:driver|contributor|engine)s?\b"
)
# "Pumps & Valves is on slide 4."
_IS_ON_SLIDE = re.compile(
    rf"(?:And |Now |Next,? )?(?:The )?(?!This |That |It |There |Here |Our |These |Those |All |More )(?:{BARE_NAME})(?:['’]s)?(?: segment| business)?(?: results| performance)? (?:is|are)(?: shown| presented| detailed| summari[sz]ed| covered| highlighted)? on (?:[Ss]lide|[Pp]age)s? \w+\.$"
)
# "Turning now to slide 6, Coatings sales of $3.9 billion were down 2%"
_TO_SLIDE = re.compile(
    rf"(?:(?:And|Now|Next|So|Finally|Lastly),? )?(?:[Tt]urning|[Mm]oving|[Ss]hifting)(?: now| on| next)* to (?:[Ss]lide|[Pp]age) \w+, {BARE_NAME} (?=(?:net |organic |total )*(?:sales|revenues?|orders)\b)"
)
# "Moving to slide 8, Packaging Solutions.", "And finally, Coatings."
_ANNOUNCED = re.compile(
    rf"(?:(?:[Nn]ow|[Nn]ext|[Ss]o|[Aa]nd|[Ll]et['’]s|[Ll]et me|I['’]ll|[Ww]e['’]ll|[Oo]n|[Oo]nto|[Tt]o|[Tt]urn(?:ing)?|[Mm]ov(?:e|ing)|[Gg]o(?:ing)?|[Ff]lip(?:ping)?|please|ahead)[ ,]+)*(?:[Ss]lide|[Pp]age) \w+(?:,? (?:and|for|with|shows|covers)|,)? (?:our |the )?{BARE_NAME}(?: segment| results| performance)?\.$"
    rf"|(?:And |So |Now )?(?:(?:[Ff]inally|[Ll]astly|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Nn]ext up|[Nn]ext),|[Rr]ounding out [^,.]{{3,40}},) (?:our |the )?(?P<last>{CAP}(?:(?: and| &| of)? {CAP}){{0,3}})\.$"
)
# "We begin with North America, where revenue was up 6%"
_WHERE_NAMED = re.compile(
    rf"\b(?:[Ss]tarting|[Bb]eginning|[Ss]tart|[Bb]egin) with (?:our |the )?{BARE_NAME},? (?:where|which (?:had|delivered|posted|saw|grew|continued))\b"
)
# "North America: sales grew 5%"
_COLON = re.compile(
    rf"(?:(?:And|Now|So|Next|First|Second|Third|Fourth|Then|Finally|Lastly),? )?(?:[Ss]tarting with |[Bb]eginning with )?(?:Our |our )?{BARE_NAME}: (?=(?:[a-z-]+ )?(?:[a-z-]+ )?(?:sales|revenues?|orders|bookings|backlog|billings|volumes?|income|profit|ebitda|EBITDA|margins?)\b|(?:[A-Z][a-z-]+ )?(?:[a-z-]+ )?(?:[Ss]ales|[Rr]evenues?|[Oo]rders|[Bb]ookings|[Bb]acklog|[Bb]illings|[Vv]olumes?|[Ii]ncome|[Pp]rofit|EBITDA|[Mm]argins?)(?: (?:of|{WAS}|up|down|{MOVED}))* [$£¥₠-⃏]?\d)"
)
_SUBJECT = re.compile(
    rf"(?<!like )(?<!of )(?<!from )(?<!by )(?<!for )(?<!in )(?<!at )(?<!to )(?<!with )(?<!across )(?<!impairment on )(?<!charge on )(?<!loss on )(?<!gain on ){NOT_LEFT_OUT}\b(?:our|the) (?P<words>(?:[\w&'.]+ ){{1,6}}?)(?P<head>segment|business|division|group)\b(?! (?:practices?|models?|plans?|processes))"
)

# "Profitability in the U.S. segment remained strong with a margin of 22%"
_PROFIT_IN = re.compile(
    r"(?:(?:and|now)[ ,]+)?(?:profitability|margins?|profits?|results|performance|demand) (?:in|for|at|within) (?:our|the) (?P<words>(?:[\w&'.]+ ){1,4}?)(?P<head>segment|business|division|group) (?:was|were|is|are|remain|improv|continu|increas|benefit)"
)
# "In our largest segment, access equipment, revenues were …"
_LARGEST = re.compile(
    r"(?:(?:and|now|so)[ ,]+)*(?:(?:turning to|moving to|in|within|for) )?our (?:largest|smallest|other|second|third|last|final|newest|remaining)(?: largest)? (?P<head>segment|business|division), (?P<words>(?:[\w&']+ ){0,4}?[\w&']+)(?=, )"
)
# "Access Equipment, our largest segment, grew 6%"
_IS_LARGEST = re.compile(
    r"(?:(?:and|now|so|in|at|for|within)[ ,]+)*(?P<words>(?:[\w&']+ ){0,3}?[\w&']+), our (?:second |third )?(?:largest|smallest|newest|fastest growing) (?P<head>segment|business|division|brand|market|region)\b"
)
# "For the second quarter, for our Petroleum segment, we estimate throughput of …"
_LED_IN = re.compile(
    rf"(?:(?:and |so |now )?(?:as we look|looking) (?:[\w']+ ){{1,8}}|(?:[\w']+ ){{1,13}}[\w']+, )(?:for|in|within|at) (?:our|the) (?P<words>(?:[\w&'.]+ ){{1,4}}?)(?P<head>{HEAD})\b(?=,)"
)


# "Looking at our institutional business, our equities business posted record results"
_WITHIN_HEADED = re.compile(
    rf"(?:looking at|turning to|moving to|in|within|for) (?:[\w'&]+ ){{1,8}}(?:{HEAD}), (?:our|the) (?P<words>(?:[\w&'.]+ ){{1,4}}?)(?P<head>segment|business|division|group) (?:posted|delivered|generated|reported|recorded|achieved|had|saw|grew)\b"
)
# "You'll see the results of our Glass segment, where revenues increased 6%"
_HEADED_WHERE = re.compile(
    r"\b(?:our|the) (?P<words>(?:[\w&'.]+ ){1,4}?)(?P<head>segment|business|division|group),? where (?:(?:net|organic|total|adjusted) )*(?:revenues?|sales|orders|ebitda|operating)\b"
)

_LIKENED = re.compile(
    r"(?:(?:and|but|again)[ ,]+)?(?:just |much )?(?:like|unlike|similar to|in contrast to|as with) [^,;]{3,60}, "
)
"""Another part that this one is likened to: "Like our Lamps segment, the backlog is up"."""


def lead_segment(text: str, normal: str, terms: Terms) -> str | None:
    """The segment that a sentence sets for what follows: "In our Retail segment, …", "In Refrigeration, …"."""
    if opened := _TIME_FIRST.match(normal) or _LIKENED.match(normal):
        text, normal, terms = text[opened.end() :], normal[opened.end() :], terms.behind(opened.end())
    for found in terms.segments:
        if found.start < _NEAR and _LEADS.fullmatch(normal, 0, found.start):
            if several := _AND_OTHERS.match(text, found.end):
                return snake(_ARTICLE.sub(" ", text[found.start : several.end()]))
            region = (_KIND_BEHIND if is_place(found.segment) else _REGION_BEHIND).match(text, found.end)
            return f"{found.segment}_{snake(region['name'])}" if region else found.segment
    for found in terms.segments:
        if normal.startswith(
            (" team has ", " team had ", " team continues ", " team delivered ", " team continued "), found.end
        ):
            return found.segment  # "the Lighting team has done a great job"
    if _BASE.match(normal):
        return "base_business"
    if parent := _PARENT.match(normal):
        return snake(parent["name"])
    if _AT_CORPORATE.match(normal):
        return "corporate"
    if where := _WHERE_LED.match(normal):
        return "international" if where["abroad"] else "domestic"
    if named := _END_MARKET.match(normal) or _line_of_business(normal, terms) or _PLACED.match(normal):
        return snake(named["name"])
    if (within := WITHIN_PART.match(normal)) and is_place(snake(within["name"])):
        return snake(within["name"])
    if elsewhere := _ELSEWHERE.match(normal) or _REST_OF_WORLD.match(normal):
        return snake(elsewhere["name"] or "elsewhere")
    if (places := _PLACES.match(text)) and all(
        is_place(snake(places[end])) for end in ("first", "last") if places[end]
    ):
        return snake(_ARTICLE.sub(" ", places["name"]))
    if beyond := _OUTSIDE.match(normal):
        return outside(beyond)
    return next((part for rule in _RULES if (part := rule(text, normal, terms))), None)


def _line_of_business(normal: str, terms: Terms) -> re.Match[str] | None:
    """A line that a sentence turns to, which is none of a statement: "In our lamps line, …", but "In our revenue line, …"."""
    line = _LINE_LED.match(normal)
    if line is None or any(term.start < line.end() for term in terms.metrics):
        return None
    words = line["name"].split()
    return (
        line if ((FUNCTION - {"and"}) | _ANY_OPERATIONS).isdisjoint(words) and not NEUTRAL.issuperset(words) else None
    )


def _guided_part(text: str, normal: str, terms: Terms) -> str | None:
    """The part whose guidance a heading announces: "Moving on to full-year fiscal 2021 lamps guidance."."""
    found = _GUIDED.search(normal) if terms.has("outlook") else None
    if found is None or any(found.start("name") < term.end and term.start < found.end() for term in terms.metrics):
        return None
    words = found["name"].split()
    is_plain = (NEUTRAL | _ANY_OUTLOOK).isdisjoint(words) and (FUNCTION - {"and"}).isdisjoint(words)
    return snake(" ".join(words)) if is_plain and not any(map(is_no_name, words)) else None


_GUIDED = re.compile(
    r"\b(?:(?:turn|mov|look|shift)\w*\b[^.;]* (?:to|at)|(?:discuss|review|cover|provide)) (?:[a-z ]*and )?(?:our |the )?(?:(?:full|fiscal|year) )*(?:20\d\d|year|full year) (?P<name>[a-z&]+(?: [a-z&]+){0,3}) (?:guidance|outlook|expectations)\.?$"
)
_ANY_OUTLOOK = frozenset(
    {"financial", "capital", "production", "detailed", "formal", "business", "modeling", "segment", "volume", "margin",
     "cost", "market", "industry", "cash", "earnings", "tax", "guidance", "outlook", "operational"}
)  # fmt: skip
"""What guidance is of that is no part of the company."""
_ANY_OPERATIONS = frozenset({"continuing", "discontinued", "underlying", "day", "field", "company"})
"""What operations are that are no line of business."""


_TIME_FIRST = re.compile(
    r"(?:(?:and|now|so|then|next|again|finally|directionally)[ ,]+)*(?:for|in|during|(?:looking|turning|moving)(?: (?:now|ahead|forward|out))*(?: (?:to|at|into|by segment for))) (?:(?:the|our|fiscal|full|first|second|third|fourth|last|this|current|coming|next|final|back|upcoming|calendar) )*(?:quarter|half|year|20\d\d|q[1-4]|segments)(?: (?:of|by|and|fiscal|full|year|20\d\d|segment|segments|operations|guidance|outlook|beyond))*, (?=(?:for|in|within|at|as for) (?!(?:(?:the|our|fiscal|full|first|second|third|fourth) )*(?:quarter|half|year|20\d\d|total|terms|line|addition|particular|comparison|local|constant|which|order)\b))"
)
"""A time before the part that a sentence sets: "For the fourth quarter, in Lamps, we expect"."""
_NEAR = 50
_REST_OF_WORLD = re.compile(
    r"(?:(?:and|but|while|our|the)[ ,]+)*(?P<name>rest of (?:the )?world)(?:'s)? (?:(?:segment|net|organic|adjusted|operating|total) )*(?:sales|revenues?|earnings|loss(?:es)?|profit|income|margins?)\b"
)
"""A segment as some companies call it: "Rest of the World earnings were $12 million"."""
_PARENT = re.compile(
    r"(?:(?:and|now|finally|lastly|at|in|for)[ ,]+)*(?:our |the )?(?P<name>(?:parent|corporate)(?: company)? and other),?(?: \w+){0,2} (?:earned|lost|contributed|posted|recorded|had|was|were|we)\b"
)
"""What no segment has: "Our parent and other earned $0.02 per share"."""
_AT_CORPORATE = re.compile(
    r"(?:(?:and|now|finally|lastly)[ ,]+)*at (?:the |our )?corporate(?: level)?,? (?:(?:the|our|operating|net|adjusted|unallocated) )*(?:expenses?|costs|eliminations|loss|losses)\b"
)
"""What no segment bears; the whole company is spoken of where more than that is told."""
_WHERE_LED = re.compile(
    r"(?:(?:and|but|now|first|second|third|finally)[ ,]+)*(?:(?P<abroad>internationally)|domestically), (?=(?:we|our|revenues?|(?:net |organic )?sales)\b)"
)
"""At home or abroad: "Internationally, we grew in every region, with revenue up 11%"."""
_TO_PART = r"in|for|within|(?:turning|moving|shifting|switching)(?: now)? to|(?:starting|beginning) with|looking at"
_END_MARKET = re.compile(
    rf"(?:(?:and|now|so|first|next|finally|lastly)[ ,]+)*(?:{_TO_PART}|moving on to|shifting to|as for|on) (?:our|the) (?P<name>(?!end\b)[\w&]+(?: (?!end\b)[\w&]+){{0,2}}) end market(?:,|\.$)"
)
_LINE_LED = re.compile(
    rf"(?:(?:and|now|so|first|next|finally|lastly)[ ,]+)*(?:{_TO_PART}) (?:our|the) (?P<name>(?!top\b|bottom\b|front\b|first\b)[\w&.]+(?: [\w&.]+){{0,4}}?)(?:(?: product| business)? lines?| operations)(?:,|\.$)"
)
"""A line of business: "Starting with the group disability line, operating income was $64 million", "Turning to our lending operations."."""
WITHIN_PART = re.compile(
    r"(?:(?:and|now|next|finally)[ ,]+)*(?P<name>(?:[\w&.]+ ){0,2}?[\w&.]+) (?:revenues?|sales) (?:compris\w+|represent\w*|made up|account\w* for|(?:was|were)(?= [\d.])) (?:about |approximately |around )?[\d.]+ ?(?:%|percent) of (?:the |our )?(?:[\w&']+ ){0,3}(?:segment|region|business|division)\b"
)
"""A place within a segment, of which its sales are a part: "France revenue comprised 57% of the segment. Operating profit was $43 million"."""
_PLACED = re.compile(
    rf"(?:(?:and|now|so|first|next|finally)[ ,]+)*(?:in|for|within|turning to|moving to) (?:our |the )?(?P<name>(?:{HOME}|uk|u\.k\.) (?:{PLAIN_PART})),"
)
"""A part at one place: "In U.S. domestic, operating profit was up 62.7%"."""
_ELSEWHERE = re.compile(
    r"(?:(?:and|but|now|while|then|finally|lastly|turning to|moving to)[ ,]+)*(?:elsewhere(?= in the [a-z]|, (?:(?:our|net|organic|total|comparable) )*(?:revenues?|sales)\b)(?: in the [a-z]+)?"
    r"|(?:in|across|for|within) (?:our |the )?(?P<name>rest of (?:the )?(?:world|europe|asia|latin america|africa|emea|apac|asia pacific|the americas|the country)"
    r"|(?:all )?(?:other|remaining|overseas|foreign|emerging|developed|developing|export)(?: (?:other|international|european|asian|emerging|developed|key))? (?:markets|regions|countries|geographies|territories)"
    r"|international(?= (?:markets|regions|countries))))(?: (?:markets|regions|countries))?(?:,| (?:in|for|during) the )"
)
"""All places but those told of before, or some without their names: "In other international markets, sales rose 4%"."""
_A_PLACE = r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}"
_PLACES = re.compile(
    r"(?:(?:And|But|Now|Then|Next|Finally|Lastly),? )*(?:[Ii]n|[Aa]cross|[Tt]urning to|[Mm]oving to) (?:our |the )?"
    rf"(?P<name>(?P<first>{_A_PLACE})(?:, (?:the )?{_A_PLACE})*,? (?:and|&) (?:the )?(?:[Rr]est of (?:the )?[Ww]orld|(?P<last>{_A_PLACE})))(?: markets| regions| countries)?(?:,| (?:in|for|during) the )"
)
"""Places spoken of together: "In Asia and the Middle East, sales rose 4%", "In Europe and rest of world, sales fell"."""
_ARTICLE = re.compile(r" the (?!world\b)", re.IGNORECASE)
_OUTSIDE = re.compile(rf"(?:(?:and|but|now|while)[ ,]+)*{OUTSIDE}(?=,| (?:in|for|during) the )")
"""All but one place: "Outside the U.S. in the quarter, lamp sales grew 17%"."""
_AND_OTHERS = re.compile(
    r"(?:, (?:the )?[A-Z][\w.&-]+(?: [A-Z][\w.&-]+){0,2})*,? (?:and|&) (?:the )?(?:[Oo]ther\b|[Rr]est of (?:the )?[Ww]orld|[A-Z][\w.&-]+)(?: [A-Z][\w.&-]+)?(?=(?: markets| regions| countries)?,| (?:segment|business|net sales|sales|revenues?|bookings|orders)\b)"
)
"""Parts spoken of together: "In Europe, Asia and other markets, sales rose 13%"."""


def _headed(text: str, normal: str, terms: Terms) -> str | None:
    """A name before a word for a part: "In our Retail segment, …", "The Retail business grew"."""
    if not terms.has("part") or _OF_ALL.match(normal) or _WE_SOLD.match(normal):
        return None
    for match in (
        _WITHIN_HEADED.match(normal),
        _LEAD.match(normal),
        _SUBJECT.search(normal, 0, _NEAR_START),
        _LED_IN.match(normal),
        _HEADED_WHERE.search(normal),
        _PROFIT_IN.match(normal),
        _LARGEST.match(normal),
        _IS_LARGEST.match(normal),
    ):
        if match:
            words = [word.removesuffix("'s") for word in match["words"].split()]
            if not set(LEAVES_OUT).isdisjoint(words):
                continue  # "excluding the retail business, sales grew 5%"
            if words and is_adverb(words[0]) and f" {words[0]} " in text:
                continue  # "We're also closely monitoring channel and customer trends"
            if len(words) > _LONG and ("and" not in words or any(word.isdigit() or word in _NUMBERS for word in words)):
                continue  # "As a result first quarter 2020 segment margin was", "Operating two separate and distinct service segments"
            if match.re is _HEADED_WHERE and any(term.end <= match.start() for term in terms.metrics):
                continue  # "sales grew 4%, led by our controls business, where revenue grew 12%"
            if (
                match.re is _SUBJECT
                and normal.endswith((" and ", " while ", " but ", " whereas "), 0, match.start())
                and _AMOUNT.search(text, 0, match.start())
                and any(term.end <= match.start() for term in terms.metrics)
            ):
                continue  # "sales were $212 million, and the controls business had sales of $20 million"
            if match["head"] == "channel" and normal.startswith(" inventor", match.end()):
                continue  # "distribution channel inventory was nine weeks": what dealers have
            if match["head"] == "portfolio" and words and words[-1] in _NO_HEADINGS:
                continue  # "our loan portfolio grew 19%": all loans
            if words[-1:] == ["light"] and len(words) > 1 or words[-1:] in (["small"], ["reporting"], ["reportable"]):
                continue  # "we are a capital-light business", "in small business lending", "in each reporting segment"
            if match["head"].endswith("s") and (
                OTHERS.issuperset(words) or not _SOME.isdisjoint(words) or _EACH.match(normal, match.end())
            ):
                continue  # "moving to other segments", "many of our service businesses", "our retail and trade businesses each had a good quarter"
            if match["head"] in ("segments", "categories") and set(words).issubset(ANY_PRODUCTS):
                continue  # "within our product segments, we expect"
            while (
                words
                and words != ["corporate"]
                and not (words == ["store"] and match["head"] == "channel")
                and (words[0] in FUNCTION or words[0] in NEUTRAL or words[0].lstrip("'").isdigit())
                and not _begins_name(text, words)
            ):
                words.pop(0)
            if (
                words
                and not words[0].endswith("iest")
                and words[-1] != "and"  # "across brands and channels"
                and not any(
                    word in FUNCTION - {"and"}
                    and not (word in ("on", "off") and f"{word}-{after}" in text.lower())  # "our on-premises servers"
                    and (f"-{word} " not in text.lower() or match["head"].endswith("s"))  # "our value-added business"
                    for word, after in pairwise([*words[1:], ""])  # the first begins the name
                )
                and (words == ["store"] or not any(word in NEUTRAL - _ENDS_NAME for word in words[-1:]))
            ):
                return snake(" ".join(words))
    return None


_LONG = 5
"""A name of more words is one of several parts: "our Asia major accounts and specialty lighting business"."""
_NUMBERS = frozenset({"two", "three", "four", "five", "six"})
_SOME = frozenset({"both", "many", "most", "several", "some", "few"})
_WE_SOLD = re.compile(
    r"(?:[\w' ]{1,40}, )?(?:and |also |then )*(?:we|the company)(?:'ve| have| had| also| just| recently| successfully)* (?:sold|divested|exited|disposed of|completed the (?:sale|divestiture|disposal) of) (?!(?:about |approximately |over |nearly |more than )*[$\d])"
)
"""A business that was sold is spoken of no more: "we sold our retail business for $94 million"."""
_EACH = re.compile(r" (?:each|both|all)\b")


_OF_ALL = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?(?:while|although|though|even (?:as|though|with)|despite|as(?! (?:for|to|it relates|regards)\b)|with(?! (?:respect|regards?)\b)|because|since|given) [^;]{3,160}, (?:(?:our|the) )?(?:(?:total|overall|consolidated|company wide|enterprise) (?:(?:company|net|adjusted|organic) )*[a-z]+|we(?:'re| are|'ve| have)? (?:(?:now|also|again|today|pleased to|reiterat\w+|reaffirm\w+) )*(?:maintain|rais|increas|lower|reiterat|reaffirm|updat|narrow|confirm|tighten|reduc)(?:e|ed|ing)? (?:[\w-]+ ){0,6}?(?:guidance|outlook|expectations|forecast))\b"
)
"""A part that only gives the reason for what is said of all: "As our Lamps business recovered, we are raising our guidance for EPS"."""


def _starting(text: str, normal: str, terms: Terms) -> str | None:
    """The first of several: "Turning to our three segments beginning with the Pumps segment."."""
    if len(normal) >= _LONGEST_HEADING:
        return None
    found = _STARTING.search(normal) if terms.has("part") else None
    if found is None and (named := _STARTING_NAME.search(text)):
        words = normal[named.start("name") : named.end("name")].split()
        if not any(is_no_name(word) or word in NEUTRAL for word in words):
            return snake(named["name"])
    found = found or (_OF_SEGMENTS.search(normal) if terms.has("part") else None)
    words = found["words"].split() if found else []
    if (
        not words
        or words[0] in FUNCTION
        or not OTHERS.isdisjoint(words)
        or not _OF_CLAUSES.isdisjoint(words)
        or words[-1] in NEUTRAL
    ):
        return None
    return snake(" ".join(words))


_OF_CLAUSES = frozenset({"of", "to", "that", "which", "the", "our", "in", "for"})


def _capitalised(text: str, normal: str, terms: Terms) -> str | None:
    """A name of capitals behind a preposition: "In Refrigeration, …", "Turning to Coatings."."""
    if terms.has("part") and (last := _LAST_NAMED.search(text)):
        return snake(last["name"])
    if announced := _ANNOUNCED.match(text):
        start, end = announced.span("last" if announced["last"] else "name")
        said = normal[start:end].split()
        no_part = any(is_no_name(word) or word in NEUTRAL - OF_NAMES or word in _NO_HEADINGS for word in said)
        return None if no_part else snake(text[start:end])
    named = (
        _LEAD_NAME.match(text)
        or _RESULTS_IN.match(text)
        or _RESULTS_FOR.search(text)
        or _PLEASED_WITH.search(text)
        or (_MADE_BY.search(text) if " by " in text else None)
        or _GREW_IN.match(text)
        or _OUTLOOK_FOR.match(text)
        or _WITH_NAMED.match(text)
        or _ON_SLIDE.match(text)
        or _IS_ON_SLIDE.match(text)
        or _COMMENTS_ON.search(text)
        or _HIGHLIGHTS_ON.match(text)
        or _DRIVER.match(text)
        or _TO_SLIDE.match(text)
        or (_WHERE_NAMED.search(text) if " with " in text else None)
        or _COLON.match(text)
    )
    words = [word.strip(".") for word in normal[named.start("name") : named.end("name")].split()] if named else []
    if named and named.re is _COLON and (_NO_HEADINGS | _NO_TURNS | NEUTRAL).issuperset(words):
        return None  # "Highlights: revenue of $410 million"
    if named and named.re is _DRIVER and not NO_SUBJECTS.isdisjoint(words):
        return None  # "Price was the main driver of growth."
    if named and named["name"] in _EXPENSES:
        return None  # "In R&D, we have excluded restructuring costs."
    if named and named["name"] == "All Other":
        return "all_other"  # what a company calls the rest of its segments
    # "In Economic Consulting, revenues …", "Starting with Utility Operations."
    common = NEUTRAL - OF_NAMES - {"operations"} if len(words) > 1 else NEUTRAL
    return None if not words or any(is_no_name(word) or word in common for word in words) else snake(" ".join(words))


_EXPENSES = frozenset({"R&D", "SG&A", "G&A", "COGS"})


def _abbreviated(text: str, normal: str, terms: Terms) -> str | None:
    """A name and its abbreviation: "Integrity management and digital solutions or IMDS, operating income was higher"."""
    named = _ABBREVIATED.match(text) if " or " in text else None
    if named is None or any(term.start < named.end() for term in terms.metrics):
        return None
    words = normal[named.start("name") : named.end("name")].split()
    return snake(named["name"]) if (FUNCTION - {"and", "of"}).isdisjoint(words) else None


def _before_metric(text: str, normal: str, terms: Terms) -> str | None:
    """Plain words between a preposition and a metric, or in a heading: "For midstream, adjusted EBITDA was …"."""
    before = _FOR.match(normal)
    # "Moving to issuer solutions, we delivered a record $367 million in adjusted net revenue"
    is_named = before and before[0].startswith("relative to ")
    is_part = before and (before["words"].endswith(_ENDS_PLAIN) or before["words"] in _PLAIN_PARTS)
    beside = 2 * _BESIDE if is_part or is_named or before and _WE_POSTED.match(normal, before.end()) else _BESIDE
    if (
        before
        and not any(0 <= term.start - before.end() < beside for term in terms.metrics)
        and not _HAD_QUARTER.match(normal, before.end())
    ):
        before = None
    for said, no_parts in (
        (before, PHRASES | _NO_HEADINGS),
        (_HEADING.fullmatch(normal), _NO_HEADINGS),
        (_TURNED.fullmatch(normal), _NO_HEADINGS | _NO_TURNS),
        (_TURNED_WHICH.match(normal), _NO_HEADINGS | _NO_TURNS),
        (_NAMED_LAST.fullmatch(normal), _NO_HEADINGS | _NO_TURNS),
    ):
        if (
            said
            and said["words"] in _PLAIN_NAMES
            or said
            and not any(
                word in FUNCTION
                or word in NEUTRAL
                or word in no_parts
                and not said["words"].endswith(_ENDS_PLAIN)
                or is_no_name(word)
                for word in _without_opening(said["words"].replace(" and ", " ").split(), is_led=said is before)
            )
            and not any(said.start("words") <= term.start < said.end("words") for term in terms.metrics)
        ):
            return snake(said["words"])
    return None


def _without_opening(words: list[str], *, is_led: bool) -> list[str]:
    """The words of a name that must tell it: in "strategic communications", where it leads a sentence, the second."""
    return words[1:] if is_led and words[0] in _STARTS_NAME and words[1:] not in ([], ["level"]) else words


def _market(text: str, normal: str, terms: Terms) -> str | None:
    """A market or a line by its share, or a market that is led with: "The rail market represented 7% of our sales."."""
    market = _MARKET.match(normal) if "market" in normal else _LINE.match(normal)
    if market:
        return snake(market["words"])
    led = _IN_MARKET.match(normal)
    words = led["words"].split() if led else []
    while words and (words[0] in NEUTRAL or words[0] in HEADS):
        words.pop(0)
    if (
        not words
        or words[-1] in NEUTRAL
        or not _NO_MARKETS.isdisjoint(words)
        or not (FUNCTION - {"and"}).isdisjoint(words)
    ):
        return None
    return snake(" ".join(words))


_STARTING = re.compile(
    rf"\b(?:begin(?:ning)?|start(?:ing)?)(?: out| off)? with (?:the |our )(?P<words>(?:[\w&'.]+ ){{1,5}}?)(?:{HEAD})[.,]?$"
)
# "Looking at the segments one by one, I will start with the European ceramics."
_OF_SEGMENTS = re.compile(
    r"\b(?:segments?|businesses|business groups?|divisions|groups)\b[^.]*\b(?:start|begin)(?:ning|ing)?(?: out| off)? with (?:the |our )?(?P<words>(?:(?:usa|u\.s\.) )?(?:(?!on )[\w&']+ ){0,4}[a-z][\w&']+)(?:,? on (?:the )?(?:left|right|top|bottom|slide|page)\b[^.]*)?\.?$"
)
_STARTING_NAME = re.compile(
    rf"\b(?:(?:[Bb]eginning|[Ss]tarting|[Ss]tart|[Bb]egin) with|(?:encouraged|pleased) (?:by|with) the (?:trends?|performance|momentum|progress|results) (?:in|at|of)) (?:our |the )?{BARE_NAME}(?:,? on (?:[Ss]lide|[Pp]age) \w+)?\.$"
)
_ABBREVIATED = re.compile(
    r"(?:(?:And|Now|Next|Finally|Turning to),? )?(?P<name>[A-Z][\w&'’-]+(?: [\w&'’-]+){1,6}) or (?:[A-Z]{2,}|[A-Z]+&[A-Z]+), "
)
_REGION = "|".join(name.title() if len(name) > 4 else name.upper() for name in _G["regions"])
_MARKET = re.compile(
    r"(?:(?:and|so|now|finally|lastly|next|turning to)[ ,]+)*(?:the|our) (?P<words>(?:[\w&']+ ){1,6}?)(?:end )?markets?,? (?:which )?(?:represent\w*|account\w* for|compris\w+|made up) (?:about |approximately |around )?[\d.]+ ?(?:%|percent) of (?:our|total|the company|quarterly)\b"
)
# "In our food and beverage end market, revenue was up 6%"
_IN_MARKET = re.compile(
    r"(?:(?:and|so|now|finally|lastly|next|also)[ ,]+)*(?:in|within|for) (?:our|the) (?P<words>(?:[\w&']+ ){1,5}?)(?:end )?markets?, "
)
_NO_MARKETS = frozenset(
    {
        "served",
        "major",
        "biggest",
        "key",
        "core",
        "traditional",
        "organized",
        "capital",
        "equity",
        "credit",
        "bond",
        "stock",
        "debt",
        "labor",
        "financial",
        "housing",
        "challenging",
        "competitive",
        "difficult",
        "other",
    }
)
"""What is no market of a part of the company."""
_LINE = re.compile(
    r"(?:our|the) (?P<words>(?:(?!total)[\w&']+ ){1,3}(?:products|services|brands))(?: (?:category|line))?,? (?:which )?(?:represent\w*|account\w* for|compris\w+|made up) (?:about |approximately |around )?[\d.]+ ?(?:%|percent) of\b"
)
_NEAR_START = 80


def _begins_name(text: str, words: list[str]) -> bool:
    """Whether the first of some words, though a common one, belongs to the name that they are: "economic consulting"."""
    first, *others = words
    if first == "non" or not others:
        return first == "non"
    return (
        first in _STARTS_NAME
        and _is_one_case(text, first, others[0])
        or first in FUNCTION
        and _is_title(text, first, others[0])
        or others[0] not in NEUTRAL
        and f"{first}-{others[0]}" in text.lower()
    )


def _is_one_case(text: str, first: str, second: str) -> bool:
    """Whether two words of a name are both capitalised or both not, as in no "global Industrial Parts Group"."""
    found = re.search(rf"\b{re.escape(first)}[ -]{re.escape(second)}", text, re.IGNORECASE)
    return found is not None and found[0][0].isupper() == found[0][len(first) + 1].isupper()


def _is_title(text: str, first: str, second: str) -> bool:
    """Whether two words within a sentence are both capitalised, as in "our Right Direction business"."""
    return (
        re.search(rf"(?<=[a-z] ){re.escape(first.capitalize())} {re.escape(second.capitalize())}\b", text) is not None
    )


_STARTS_NAME = OF_NAMES - {"core", "global", "group", "growth", "worldwide"}
"""Neutral words that begin a name: "our economic consulting segment"."""
_ENDS_NAME = frozenset(_G["of_names"]) | {"home", "end"}
_BASE = re.compile(r"(?:(?:and|but|so|now)[ ,]+)*(?:in|for|within) (?:our|the) base business\b")
"""What goes on without what was bought, sold or of one time only."""


def _subject(text: str, normal: str, terms: Terms) -> str | None:
    """The part that a sentence has for its subject: "Table Lamps delivered 11% growth", "Lamps' revenue grew 13%"."""
    if _TO_GROWTH.search(normal):
        return None
    if found := _DELIVERS.match(text):
        start, end = found.span("name" if found["name"] else "single")
    elif found := _told_with(text, normal) or _plain_subject(normal) or _beside_metric(text, normal, terms):
        start, end = found.span("name")
    else:
        return None
    words = [word.strip(".").removesuffix("'s") for word in normal[start:end].split()]
    if (
        any(map(is_no_name, words))
        or all(word in FUNCTION or word in NEUTRAL for word in words)
        or words[0] in NO_SUBJECTS
        or any(start <= term.start < end for term in terms.metrics)
        or found.re is _DELIVERS
        and _LETTERS_MOVED.match(text, start)
        and not any(start <= said.start < end for said in terms.segments)
    ):
        return None
    return snake(" ".join(words))


_LETTERS_MOVED = re.compile(
    rf"[A-Z]{{3,5}} (?:was|were|is|are|{MOVED})\b(?! (?:(?:its|net|total|adjusted|organic|operating|gross) )*(?:sales|revenues?|orders|bookings|backlog|ebitda|EBITDA|profit|income|margins?)\b)"
)
"""Letters that moved may stand for a figure as well as for a part: "RPU increased 1% year over year"."""
_TO_GROWTH = re.compile(
    r" contributed (?:(?:about|approximately|around|roughly|nearly|over|an?|additional|another) )*[$£¥₠-⃏]?[\d.,]+ ?(?:million|billion|%|percent|points?|basis points) to (?:our |the |total )?(?:[\w']+ ){0,2}growth\b"
)
"""What one thing added to the growth is told in passing: "Liberty contributed $16 million to revenue growth."."""


def _plain_subject(normal: str) -> re.Match[str] | None:
    """A part in lower case: "In the second quarter, supply chain solutions generated strong operating profit"."""
    found = _PLAIN_DELIVERS.match(normal)
    return found if found and FUNCTION.isdisjoint(found["name"].split()) else None


def _told_with(text: str, normal: str) -> re.Match[str] | None:
    """A part, how it did and its figures: "Energy was the standout, with revenue of $118 million"."""
    found = _TOLD_WITH.match(text)
    return found if found and _is_bare_name(found, normal) else None


def _beside_metric(text: str, normal: str, terms: Terms) -> re.Match[str] | None:
    """A name right before a metric: "Lamps' revenue grew 13%", "Process Water Systems operating profit increased"."""
    if (named := _BEFORE_COMMA.match(text)) and _is_bare_name(named, normal):
        return named
    found = _POSSESSIVE.match(text) or _PLAIN_POSSESSIVE.match(text) or _bare_subject(text, normal)
    if results := _OF_RESULTS.match(text) or _OF_QUARTERS_RESULTS.match(text):
        return results  # "Pumps' results for the quarter matched those of last year"
    is_beside = found and any(
        0 <= term.start - found.end() < _BESIDE and NEUTRAL.issuperset(normal[found.end() : term.start].split())
        for term in terms.metrics
    )
    return found if is_beside else None


def _bare_subject(text: str, normal: str) -> re.Match[str] | None:
    """A name of several words that a sentence starts with: "Process Water Systems operating profit increased"."""
    found = _BARE.match(text)
    return found if found and _is_bare_name(found, normal) else None


def _is_bare_name(found: re.Match[str], normal: str) -> bool:
    """Whether capitalised words are a name, as those of "Total Coatings sales" and "Excluding PPP loans" are not."""
    words = normal[found.start("name") : found.end("name")].split()
    common = (FUNCTION | NEUTRAL) - OF_NAMES
    return words[0] not in common and words[-1] not in common


def _told_of(text: str, normal: str, terms: Terms) -> str | None:
    """The part that a sentence without a number tells of: "Garden Care was the standout.", "Our private bank had a good quarter."."""
    if any(map(str.isdigit, normal)):
        return None
    known = terms.segments[0] if terms.segments else None
    if known and _OPENS_TOLD.fullmatch(normal, 0, known.start) and _TELLS_KNOWN.match(normal, known.end):
        return known.segment
    found = _TOLD.match(text) or _FIRST.fullmatch(text)
    arm = None if found else _ARM.match(normal)
    if found and not _is_bare_name(found, normal) or arm and not (FUNCTION | NEUTRAL).isdisjoint(arm["name"].split()):
        return None
    start, end = found.span("name") if found else arm.span("name") if arm else (0, 0)
    words = normal[start:end].split()
    no_part = not words or words[0] in NO_SUBJECTS or any(map(is_no_name, words))
    return None if no_part or not _NO_HEADINGS.isdisjoint(words) else snake(" ".join(words))


def _shown(text: str, normal: str, terms: Terms) -> str | None:
    """The part that a heading announces: "Page 11 shows results of our Timber segment."."""
    if len(text) >= _LONGEST_HEADING or not terms.has("part") or _AMOUNT.search(text):
        return None  # "Sales grew 9% with a strong quarter in our Lamps business."
    found = (_SHOWN if len(text) > _SHORT_HEADING else _ENDS_WITH_PART).search(text) or _SHOWS_PART.search(text)
    if not found:
        return None
    words = normal_form(found["words"]).split()
    is_common = words[-1] in NEUTRAL and not found["words"].split()[-1][0].isupper()  # "our Exchange segment"
    if is_common or any(word in FUNCTION or word in OTHERS or is_no_name(word) for word in words):
        return None
    return snake(" ".join(words))


# "Now onto petroleum additives performance.", "With that, let me turn to the lamp results in the quarter."
_HEADING = re.compile(
    r"(?:(?:now|next|so|and|then|let's|let me|i'll|we'll|finally|lastly|with that|okay|all right)[ ,]+)*(?:turn\w*|mov\w*|on|onto|go\w*|shift\w*|look\w*|switch\w*)(?: (?:on|over|now|to|onto|at|into))* (?:our |the )?(?P<words>[\w&']+(?: [\w&']+){0,3}) (?:performance|results|highlights|financials|business|segment)(?: (?:in|for|during) (?:the|this) (?:first |second |third |fourth )?quarter)?\.?"
)
# "Turning to specialty diagnostics."
_TURNED = re.compile(
    r"(?:please )?(?:(?:turn|go|move)(?:ing)? (?:now )?to (?:slide|page) \w+,? and )?(?:(?:and|now|next|so|then|finally|lastly|okay|ok)[ ,]+)*(?:let(?:'s| me| us) |i'll |we'll |i will )?(?:(?:turn|turning|com(?:e|ing)|mov(?:e|ing)|shift(?:ing)?|switch(?:ing)?|go(?:ing)?)(?: now| next| on| over| back| finally)* (?:to|onto)|look(?:ing)? at|(?:start|begin)(?:n?ing)?(?: first| out| off)? with) (?:the rest of (?:our |the )?(?!world\b)|the |our )?(?P<words>[a-z&]{3,}(?:s')?(?: (?:and )?[a-z&]{3,}){0,3}?)(?: (?:segments?|business(?:es)?|division|group|unit|market|sector|margins?|revenues?|sales|results))?(?:,? (?:shown )?(?:here )?on (?:slide|page) \w+)?\.?"
)
# "Let's move to table lamps, which grew in the quarter with sales up 21%"
_TURNED_WHICH = re.compile(
    r"(?:(?:and|now|next|so|then|finally|lastly|okay|ok)[ ,]+)*(?:let(?:'s| me| us) |i'll |we'll |i will )?(?:turn|turning|mov(?:e|ing)|shift(?:ing)?|switch(?:ing)?|go(?:ing)?|start(?:ing)?|begin(?:ning)?)(?: now| next| on| over| back| finally| out| off| first)* (?:to|onto|with) (?:the |our )?(?P<words>[a-z&]{3,}(?: (?:and )?[a-z&]{3,}){0,3}?)(?: (?:segment|business|division|group|unit))?, (?:which|where)\b"
)
# "Finally, technologies."
_NAMED_LAST = re.compile(
    r"(?:(?:and|now|then)[ ,]+)?(?:finally|lastly|next)[ ,]+(?:our |the )?(?P<words>[a-z&]{5,}(?: (?:and )?[a-z&]{3,}){0,3}?)\."
)
# "In lighting, we posted near double-digit growth in revenues"
_WE_POSTED = re.compile(r"we (?:also |again )?(?:posted|delivered|achieved|generated|recorded|reported) ")
# "In lighting, we also had a record quarter."
_HAD_QUARTER = re.compile(
    r"we (?:also |again )?(?:had|saw|delivered|posted|reported) (?:an?|another|our)? ?(?:[\w']+ ){0,3}(?:quarter|year|performance|results)\b"
)
# "For midstream, adjusted EBITDA was …", "Moving to distribution and services, revenues were …"
_FOR = re.compile(
    r"(?:(?:and|so|now|then|next|finally|lastly|also|overall)[ ,]+)*(?:(?:(?:turning|moving|looking|shifting|switching)(?: now| on| over| next)* (?:to|at)|as for|for|in|within|at|relative to)) (?:our |the )?(?P<words>[a-z&]{3,}(?: [a-z&]{2,}){0,3})(?:, | (?=we ))"
)
_BESIDE = 30
_ENDS_PLAIN = (" solutions", " services", " systems", " technologies", " products")
"""What marks words in lower case as the name of a part: "In supply chain solutions, we expect revenue of"."""
_PLAIN_PARTS = frozenset(_G["plain_parts"])
_PLAIN_NAMES = frozenset(_G["plain_names"])
_NO_HEADINGS = frozenset(_G["no_headings"])
_NO_TURNS = frozenset(_G["no_turns"])
# What may stand before the part that a sentence is about
_OPENING = r"(?:(?:And|Now|Next|Finally|Lastly|So|Then|Meanwhile|Also|Similarly),? )*(?:Our )?"
# "LampWorks' revenue grew 13%, and earnings grew 15%"
_DID_WELL = r"(?:(?:continued|continues) to )?(?:(?:perform(?:ed|s)?|did|executed)(?: (?:also|again|exceptionally|extremely|very|really|quite|particularly|incredibly|so|once|remarkably))* (?:well|strongly)|outperformed)\b(?! (?:the|our|in(?! (?:the|this) (?:\w+ )?(?:quarter|year|period)\b)|across|on|for|at|by|relative|against)\b)"
_PLAIN_DELIVERS = re.compile(
    rf"(?:(?:in|for|during) the [a-z ]{{3,30}}, |on an? [a-z ]{{3,20}} basis, )?(?:and |our )?(?P<name>(?:[a-z]{{3,}} ){{1,3}}(?:solutions|services|systems|technologies|centers?|banking|lending|insurance)|(?:wealth|asset|investment|cash|treasury|waste|property|power|thermal) management|fixed income|multi asset|private markets)(?= (?:{MADE}|(?:{HAD})(?= net (?:in|out)?flows)|(?:increased|grew|improved|expanded) (?:its |adjusted |segment |operating )*(?:revenues?|sales|profit|earnings|income|ebitda|margins?))\b)"
)
_POSSESSIVE = re.compile(rf"{_OPENING}{BARE_NAME}['’]s? ")
# "Health care's second-quarter operating income was $478 million"
_PLAIN_POSSESSIVE = re.compile(
    rf"{_OPENING}(?P<name>[A-Z][a-z]{{2,}}(?: and)? [a-z]{{3,}})['’]s (?:(?:first|second|third|fourth)[- ]quarter )?"
)
_OF_RESULTS = re.compile(
    rf"{_OPENING}(?:(?:For|On|As for|Turning to|Regarding) )?{BARE_NAME}['’]s? (?:(?:(?:first|second|third|fourth)[- ]quarter|full[- ]year) )?(?:results|performance)\b"
)
# "Legal second-quarter performance was impressive"
_OF_QUARTERS_RESULTS = re.compile(
    rf"{_OPENING}(?P<name>{CAP}(?:(?: and| &)? {CAP}){{0,3}}) (?:first|second|third|fourth)[- ]quarter (?:results|performance) (?:was|were)\b"
)
# "Specialty Glass North America, sales were $2 billion"
_BEFORE_COMMA = re.compile(
    rf"{_OPENING}(?P<name>{CAP}(?:(?: and| &| of)? {CAP}){{1,4}}), (?=(?:net |organic |adjusted |total )*(?:sales|revenues?|orders|operating|ebitda|margins?)\b)"
)
_SEVERAL = rf"(?!(?:And|So|But|Now|Then|Next|Also) ){CAP}(?:(?: and| &| of)? {CAP}){{1,4}}|[A-Z]{{2,}}(?:&[A-Z]+)?s?\b"
# "Process Water Systems operating profit increased by 20%"
_BARE = re.compile(rf"{_OPENING}(?P<name>{_SEVERAL}) (?=[a-z])")
# "Turning to Canada Activewear.", "Our Canada Activewear business"
_KIND_BEHIND = re.compile(rf" (?P<name>{CAP}(?:(?: and| &)? {CAP}){{0,2}})(?=[.,]| (?:{HEAD})\b)")
_REGION_BEHIND = re.compile(rf" (?P<name>{_REGION})\b")  # "At Lamps International, same-store sales grew 6%"
_HAS = "revenues?|sales|orders|bookings|backlog|billings|volumes?|earnings|ebitda|EBITDA|profit|income|loss|losses|margins?|inflows|outflows|flows"
"""What a part has of its own, as alternatives of a pattern."""
_TOOK = r"(?:did|hit)(?: (?:about|approximately|nearly|over|just|almost))* [$£¥₠-⃏]?\d[\d.,]*|(?:set|hit|reached) (?:an? |another )?(?:new |all-time |quarterly |company )*(?:revenue |sales )?(?:record|high)"
"""What a subject came to: "Lamps did $5 million of sales", "Lamps set a sales record"."""
# "Table Lamps delivered 11% organic growth", "North America was up 12%"; one bare name only before a verb of making:
# "Tools generated 13% organic growth"
_DELIVERS = re.compile(
    r"(?:(?:[Aa]nd|[Ss]o|[Nn]ow|[Nn]ext|[Ff]inally|[Ll]astly|[Mm]eanwhile|[Aa]lso|[Ss]imilarly|[Ff]irst|[Ss]econd|[Tt]hird|[Tt]hen|[Bb]ut|[Aa]dditionally|[Ee]lsewhere)\b,? )*"
    r"(?:(?:[Ii]n|[Ff]or|[Dd]uring|[Aa]t) (?:the |our )?[a-z0-9][^,;.]{3,45}(?: \d+)?(?:, 20\d\d)?,? |(?:(?:[Tt]urn|[Mm]ov)ing(?: now| on| over)* to|[Oo]n) (?:[Ss]lide|[Pp]age) \w+, )?(?:(?:[Oo]ur|[Tt]he) )?"
    rf"(?:(?P<name>{_SEVERAL}|(?:{_REGION})(?: (?:{PLAIN_PART}))?)(?:'s)?(?:, (?:our|the|which|as (?:shown|seen|detailed|outlined|noted|presented|I|you|we))[^,]{{3,70}},|, (?:our|the) (?:[a-z]+ )?(?:largest|biggest|smallest) (?:market|segment|business|region|brand))?(?: (?:segment|business|division|operations|unit|demand|also|again|alone|itself))* (?:{MADE}|(?:was|were) (?:up|down|flat)|grew|increased|declined|decreased|rose|fell|{HAD}|reported|{_TOOK}|accounted for|continued|continues|includes our|comprises our|consists of our|(?:first|second|third|fourth) quarter|full year|{_DID_WELL})\b"
    rf"|(?P<single>(?:[A-Z][a-z]{{3,}}(?:-?[A-Z][a-z]{{3,}})?|[a-z][A-Z][a-z]{{2,}})(?=(?:, which [^,;]{{3,50}},)?(?: (?:alone|also|again))* (?:{MADE}|{_DID_WELL}|accounted for|had an? book[- ]to[- ]bill|(?:saw|suffered|experienced|had) an? [\d.]+ ?% (?:decline|decrease|drop|reduction|increase|rise) in (?:(?:net|total|organic|operating) )*(?:sales|revenues?|orders|volumes?)|(?:had|delivered|posted) an?(?:other)? (?:[a-z]+ ){{0,3}}quarter|(?:{HAD}|reported|grew|increased|improved|expanded) (?:an? |its |net |total |adjusted |segment |operating |organic |gross |record |strong |solid |double-digit |days?-adjusted |(?:constant|local)-currency |comparable |same-store |USA |U\.S\. |[Ii]nternational |[Dd]omestic |North American |European |Asian )*(?:{_HAS})|{_TOOK})\b)|[A-Z][a-z]{{2,}} (?:technologies|solutions|systems|services|products|operations)(?= (?:also )?(?:{MADE}|had|reported|saw|grew|increased|declined) )))"
)
_OF_OUR_PART = rf" (?:for|of|in|on|to|at) (?:our|the) (?P<words>(?:(?!(?:of|our|the) )[\w&'.]+ ){{1,4}}?)(?:{HEAD})\.?$"
_SHOWN = re.compile(
    r"\b(?:shows?|highlights?|summari[sz]\w+|details?|outlines?|presents?|cover|discuss|review|results|performance|metrics|overview|look|turn\w* to|mov\w+ (?:on )?to)\b(?:[^.\d]|(?<=[Ss]lide )\d|(?<=[Pp]age )\d)*?"
    + _OF_OUR_PART
)
# "On Slide 9, we highlight Lighting segment results."
_SHOWS_PART = re.compile(
    r"\b(?:highlights?|review|discuss|cover|shows?|summari[sz]es?) (?:our |the )?(?P<words>(?:[\w&']+ ){1,4}?)(?:segment|business|division)(?: results| performance| highlights)?\.?$"
)
# "It was a similar story for our mini mill segment."
_ENDS_WITH_PART = re.compile(_OF_OUR_PART)
_AMOUNT = re.compile(r"\d(?: ?%| percent| [mb]illion)|[$£¥₠-⃏]\d")
_SHORT_HEADING, _LONGEST_HEADING = 70, 160


_OPENS_TOLD = re.compile(
    r"(?:(?:and|so|now|but|then|next|finally|lastly|also|meanwhile|similarly|once again|first|second|third|our|the|over in|there is)[ ,]+)*"
)
_A_STANDOUT = r"(?:the|our|a|an|another)(?: [a-z]+)? (?:standout|(?:bright |weak )?spot|star|highlight|star performer|drag|laggard|outlier|exception|disappointment)"
_WAS_SO = (
    r"(?:(?:was|were|is|are|remained|remains|stayed|has been|continues to be|continued to be)(?: (?:again|once again|also|very|particularly|quite|really|especially|a bit|still))*"
    rf" (?:{_A_STANDOUT}|strong|soft|softer|weak|weaker|solid|mixed|challenged|challenging|tough|resilient|robust|healthy|slow|slower|stable|difficult|subdued|muted|under pressure)\b(?! (?:demand|sales|growth|in|at|for|across)\b)"
    r"|(?:again |once again |also |really )*(?:stood out|led the way|struggled|shone|shined|outperformed|underperformed|disappointed|bounced back|lagged|carried the quarter|did the heavy lifting|turned the corner|fared)\b(?! (?:in|at|for|across|by|the)\b)"
    r"|(?:has|have) (?:turned the corner|bounced back|struggled)\b)"
)
"""How a part did, as nobody says it of a person."""
_TELLS_KNOWN = re.compile(
    rf"(?: (?:segment|business|team|division|franchise|arm|operations|group))* (?:{_WAS_SO}|(?:again |once again |also |really )*(?:performed|executed|came through|held up|did|had|has|delivered|posted|rebounded|recovered|softened|slowed|is where)\b)|(?:,? (?:first|next|then|now))?\.?$"
)
_TOLD = re.compile(
    rf"{_OPENING}(?P<name>{_SEVERAL}|{_REGION})(?: (?:segment|business|team|division|franchise))? {_WAS_SO}"
)
_TOLD_WITH = re.compile(
    rf"{_OPENING}(?P<name>{_SEVERAL}|{_REGION}|{CAP}(?= (?:was|were|is|are|remained) (?:again )?{_A_STANDOUT}))(?: (?:segment|business|division|franchise))? {_WAS_SO}[^,;.:$%\d]{{0,40}}(?:,? with |: )"
)
_FIRST = re.compile(rf"(?:(?:And|So|Now),? )?(?P<name>{CAP}(?:(?: and| &| of)? {CAP}){{0,3}}),? (?:first|next)\.")
"""What is told of first: "Flooring first."."""
_ARM = re.compile(
    rf"(?:(?:and|so|now|but|then|meanwhile)[ ,]+)*(?:our|the) (?P<name>[a-z]+(?: [a-z]+)?) (?:arm|bank|franchise) (?:{_WAS_SO}|(?:also |again )?(?:had|did|delivered|posted|performed)\b)"
)


def is_headed(normal: str, segment: str) -> bool:
    """Whether a part is called a segment in so many words: "the international segment"."""
    return any(f"{segment.replace('_', ' ')} {head}" in normal for head in ("segment", "division", "business"))


def _on_side(text: str, normal: str, terms: Terms) -> str | None:
    """A side of the business, right before what it sold: "On the retail side, revenue was a record $40 million"."""
    side = _SIDE.match(normal)
    sold = side and any(
        0 <= term.start - side.end() < len("our total ") and term.metric.segments is True and not term.metric.cost
        for term in terms.metrics
    )
    if not side or not sold:
        return None
    words = side["words"].split()
    no_part = any(word in FUNCTION or word in NEUTRAL or word in _NO_HEADINGS or is_no_name(word) for word in words)
    return None if no_part else snake(side["words"])


_SIDE = re.compile(
    r"(?:(?:and|so|now|but|then)[ ,]+)*on (?:the|our) (?P<words>(?:[a-z&]+ ){1,2})side(?: of (?:the|our) business)?, "
)


_RULES = (
    _guided_part,
    _headed,
    _on_side,
    _starting,
    _capitalised,
    _abbreviated,
    _before_metric,
    _market,
    _subject,
    _told_of,
    _shown,
)
"""From the surest to the least sure."""
