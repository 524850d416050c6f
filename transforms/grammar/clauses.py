"""The part of the company that is the subject of a clause: "and AdvancedMD saw bookings increase 35%"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemas.vocabulary import grammar
from transforms.grammar.wordlists import (
    BARE_NAME,
    CAP,
    FUNCTION,
    HAD,
    MADE,
    MOVED,
    NAME,
    NEUTRAL,
    NO_SUBJECTS,
    NOT_LEFT_OUT,
    OTHERS,
    OUTSIDE,
    PLAIN_PART,
    WAS,
    is_no_name,
    is_place,
    outside,
    snake,
)

# "and AdvancedMD saw bookings increase 35%", ", while North America grew sales by 5%"
_CLAUSE_SUBJECT = re.compile(
    rf"(?:,|;| while| but)(?: (?:and|while|but|with|our|the))* {NAME} (?:{MADE}|{HAD}|reported|{MOVED})\b[^,;$%\d]{{0,30}}$"
)
# "we believe that Critical Care will grow revenue in the low double digits"
_WILL_SUBJECT = re.compile(
    rf"(?:^|[,;] |\b(?:that|mentioned|noted|said|while|expects?|anticipates?|forecasts?|projects?|believe|think|see|and|[Aa]t|[Ff]or|[Ii]n) )(?:the |our )?{NAME}(?: segment| business)? (?:will|should|would|to|can|(?:is|are) (?:expected|projected|anticipated|forecast|estimated) to)(?: continue)?(?: to)? (?:grow|deliver|generate|achieve|increase|decline|decrease|see|drive|improve|expand|report|contribute|have|spend|invest)\b[^,;$%\d]{{0,30}}$"
)
# "we now expect domestic coke to generate $198 million of EBITDA"
_EXPECTED_SUBJECT = re.compile(
    r"\b(?:expects?|anticipates?|forecast|project|see) (?:our |the )?(?P<name>(?:(?!to )[\w&']+ ){0,3}?[\w&']+)(?: segment| business| division)? to (?:continue to )?(?:generate|deliver|contribute|produce|earn|grow|report|post|maintain|hold)\b[^,;$%\d]{0,30}$"
)
# "revenue of $280 million to $310 million, of which licensing would comprise $270 million"
_OF_WHICH = re.compile(
    r"\b(?:of which|while|and) (?P<name>(?:[\w&']+ ){0,3}?[\w&']+) (?:will|would|should|is expected to|are expected to) (?:comprise|represent|account for|contribute)(?: (?:about|approximately|between))* ?[$£¥₠-⃏]?$"
)
# "net life sales are expected to be as follows: American Income, 4% to 7% growth; Liberty National, 7% to 10%"
_LISTED = re.compile(rf"[:;] (?:and )?{BARE_NAME}, (?:up |down |plus |flat to )?(?:about |approximately )?$")
# "contributed to SSG improving its margin"
_GERUND_SUBJECT = re.compile(
    rf" (?:to|with|by|in) {NAME} (?:improving|growing|increasing|delivering|generating|posting|reporting|seeing|achieving|expanding)\b[^,;$%\d]{{0,30}}$"
)
# "Freight had a fine quarter, delivering an operating margin of 12%"
_HAD_QUARTER = re.compile(
    rf"(?:[Ww]ithin [\w&' -]{{3,40}}, )?{NAME} (?:had|has had|enjoyed|turned in) an?(?:other)?(?: \w+){{0,4}} (?:quarter|year),(?: and)? (?:delivering|generating|posting|reporting|achieving|growing)\b[^,;$%\d]{{0,30}}$"
)


# "Neurology and spine had constant-currency growth of 18%"
_OPENS_HAD = re.compile(
    rf"(?:(?:And|So|Now|But|Finally|Lastly|Meanwhile),? )?(?P<name>{CAP}(?: (?:and|&) [a-z][\w'-]{{3,}}|(?: (?:and|&))? {CAP}){{1,3}}) (?:{MADE}|{HAD}|did|reported|(?:(?:is|are|was|were) (?:running |tracking )?|ran |runs |came in )at)(?: (?:about|approximately|nearly|over|an?|our|the|total|global|worldwide|fee|organic|net|constant[- ]currency|strong|solid|reported|overall|combined|sales|revenue|operational|local[- ]currency|double[- ]digit|record|quarterly|adjusted))* $"
)
# "Table Lamps was $120 million of revenue"
_OPENS_WAS = re.compile(
    rf"(?:(?:And|So|Now|But|Finally|Lastly),? )?(?P<name>{CAP}(?: (?:and|&))?(?: {CAP}){{1,2}}) (?:is|was|were|at)(?: (?:about|approximately|nearly|over|around|roughly|just))* $"
)
_SO_MUCH_REVENUE = re.compile(
    r"[$£¥₠-⃏][\d.,]+(?: million| billion)? (?:of|in) (?:(?:net|total|quarterly) )?(?:sales|revenues?)\b"
)
# "Lantern ended the quarter with 45 million subscribers"
_ENDED_AT = r" (?:ended|finished|closed|exited) (?:the |our )?(?:[\w']+ )?(?:quarter|year|period|half) (?:with|at)(?: [a-z]+){0,2} [$£¥₠-⃏]?$"
_ENDED_WITH = re.compile(rf"(?:(?:And|So|Now|But|Finally|Lastly),? )?{NAME}{_ENDED_AT}")
# "The lamp market saw double-digit growth, too, posting a 13% increase in revenue"
_MARKET_SUBJECT = re.compile(
    rf"(?:(?:and|so|now|but|finally|lastly)[ ,]+)*(?:the|our) (?P<name>(?!(?:end|housing|labor|job|overall|total|global|u\.s\.|stock|equity|addressable|end-)\b)[a-z&]+(?: (?:and|&) [a-z]+)?) (?:end )?markets? (?:also |again )?(?:experienced|saw|posted|delivered|{MOVED}|showed|remained|continued)\b[^;$]*, (?:posting|delivering|with|generating|recording|up|down) [^;,]*$"
)
# "And lastly, lamp software finished the half with ACV of $1.2 billion"
_PLAIN_ENDED_WITH = re.compile(
    rf"(?:(?:and|so|now|but|finally|lastly)[ ,]+)*(?:our )?(?P<name>(?!we |it |this |that |the |our |total )[a-z]+ [a-z]+){_ENDED_AT}"
)
# "In the U.S., we saw a decrease of 7%, while in Canada, revenue was down 11%"
_WHILE_IN = re.compile(
    rf"(?:[,;] (?:while|whereas|but|and)|;| while| whereas) (?:in|for|within) (?:the |our )?{BARE_NAME}(?: segment| business| region)?, (?:we (?:(?:now|also|still|continue to|are) )*(?:expect|anticipate|project|forecast|see|expecting|projecting|delivered|had|reported|posted|generated|achieved) )?(?:(?:our|the|its|total|net|organic|comparable|adjusted|an?|segment|operating) )*$"
)
# "Lamp trends have been below our expectations, with sales declining 20%"
_TRENDS_WITH = re.compile(
    rf"(?:(?:And|So|Now|But|Meanwhile),? )?{BARE_NAME} (?:trends?|demand|momentum|performance) [^;$%\d]*, with [^,;$%\d]{{0,40}}$"
)
# "This quarter, the Harbour Cloud surpassed $50 billion in revenue"
_SURPASSED = re.compile(
    rf"(?:^|[,;] )(?:(?i:and|while|as|the|our) )*{NAME}(?: (?:has|also|now|just))* (?:surpass|exceed|cross|topp|pass|reach)ed(?: [a-z]+){{0,2}} [$£¥₠-⃏]?$"
)
# "our business with hyperscalers saw revenue growth of 32%, recording $2.9 billion in revenues"
_WITH_CUSTOMERS = re.compile(
    r"\bour (?:portfolio|business) with (?:(?:our|the) )?(?P<name>(?:[\w&']+ ){0,2}?[\w&']+) (?:saw|had|delivered|grew|recorded|generated|contributed|was)\b[^;]*$"
)
# "The decline was driven by Germany, where sales were down 9%"
_WHERE_IT = re.compile(rf"\b{NAME},? where (?:(?:our|the|its|total|net|organic|comparable|adjusted|operating) )*$")

# "I am pleased with the performance of Lumera, which grew nearly 20%"
_WHICH_MOVED = re.compile(
    rf"\b(?:of|in|at|for|with|from|including|like)(?: our| the)? {NAME}(?: segment| business| brand)?, which (?:(?:has|have|also|again|once|saw|had|was|were|is|are|now|up|down) )*(?:{MOVED}|grown|growing|up|down|growth|delivered|generated|posted|reported|recorded|achieved)\b[^,;$%\d]{{0,30}}$"
)
# "we saw strength in the lighting segment, where revenue grew 22%"
_WHERE_PART = re.compile(
    r"\b(?:in|at|across|with|to|from|our|the) (?:our |the )?(?:recently |newly |previously )?(?:divested |acquired |discontinued )?(?P<name>(?:(?!(?:in|at|across|with|to|from|our|the|recently|newly|divested|acquired)\b)[\w&'-]+ ){1,3}?)(?:segment|business|division|group|unit|region|market|channel|category)(?: segment)?,? where (?:(?:our|the|its|total|net|organic|comparable|adjusted|operating) )*$"
)

# "margins in the mid-teens, lamps in the high-teens and shades in the low single digits"
_WITH_IN = re.compile(r", with (?P<name>(?:[\w&']+ ){0,2}?[\w&']+) (?:in|at) the $")
_AND_IN = re.compile(r"\bin the (?:low|mid|high|upper)[\w -]{3,25} and (?P<name>(?:[\w&']+ ){0,2}?[\w&']+) in the $")


# "revenue growth in Research of 9%, Conferences growth of about 10%, and Consulting growth of 3%"
_LISTED_GROWTH = re.compile(rf"[,;] (?:and )?{BARE_NAME} (?:growth|decline|increase) of (?:about |approximately )?$")


# "organic revenue for the Americas grew 6%, EMEA grew 7%, and Asia-Pacific 12%"
_LISTED_PLACE = re.compile(
    rf"\d ?(?:%|percent)(?:,|;| and|, and|, while) {BARE_NAME}(?: (?:up|down|to|at|by))?(?: (?:about|approximately))? $"
)


# "lighting sales grew 28% and controls 6%"
_PLAIN_WORD = r"(?!another\b|organic|(?:grew|rose|fell|up|down|for|of|to|in|at|by|from|with|than|over|and|or|was|were|is|are|margins?|volumes?|pric\w+|tickets?|checks?|traffic|mix|inflation|headcount|share)\b|[a-z]+ed\b)[a-z&]+"
_PLAIN_NAME = rf"{_PLAIN_WORD}(?: {_PLAIN_WORD})?"
_AS_SAID = r"(?: (?:(?:at|in|on an?) (?:constant|local) (?:currency|currencies|(?:exchange )?rates?)(?: basis)?|at cer|on an? (?:reported|organic|like for like) basis|organically|like for like|year over year|year on year|sequentially))?"
"""How a change is counted, behind it."""
_AND_NAMED = re.compile(
    rf"\b(?:{MOVED}|were up|were down|was up|was down)(?: by)?(?: (?:about|approximately|nearly|over))* [\d.]+ ?(?:%|percent){_AS_SAID}(?:,? and|, while) (?P<name>{_PLAIN_NAME})(?: by)?(?: (?:about|approximately|nearly|over))? $"
)


# "diagnostics sales were $412 million, therapeutics $212 million and services $84 million"
_AMOUNT = r"[$£¥₠-⃏]?[\d.,]+ (?:million|billion)"
_AMOUNT_NAMED = re.compile(
    rf"\b(?:{WAS}|of) (?:{_AMOUNT}(?:,? and|,) )?(?:{_PLAIN_WORD} )?{_AMOUNT}(?:,? and|,) (?P<name>{_PLAIN_NAME}) [$£¥₠-⃏]?$"
)
_NEXT_AMOUNT = re.compile(rf"{_AMOUNT}(?:(?:,? and|,) {_PLAIN_NAME} [$£¥₠-⃏]?\d|[.;]|$)")


# "lamps sales grew 12%, shades 8% and glass 3%"
_RATE = r"[\d.]+ ?(?:%|percent)(?: to [\d.]+ ?(?:%|percent))?"
_RATE_NAMED = re.compile(
    rf"\b(?:{MOVED}|grow|rise|increase|decline|decrease|(?:be|were|was) (?:up|down))(?: by)?(?: (?:about|approximately|nearly|over))* {_RATE}{_AS_SAID},(?: and)? (?:{_PLAIN_NAME} (?:by )?{_RATE}{_AS_SAID},?(?: and)? )*(?P<name>{_PLAIN_NAME})(?: by)? $"
)
_NEXT_RATE = re.compile(rf"{_RATE}{_AS_SAID}(?:,| and\b|[.;]|$)")


# "Sales in Asia were $40 million, in Europe $60 million and in the Americas $140 million"
# "In Europe, we expect revenue to fall 10% to 12% for the year; in Asia, we expect growth of 8% to 10%"
_WE_SEE = r"we(?:'re| are|’re)?(?: now| also| still| currently)* (?:expect|anticipate|project|see|saw|had|posted|achieved|delivered|looking (?:at|for)|expecting|seeing) (?:(?:an?|strong|solid|organic|revenue|sales) )*(?:growth|increase|decline|decrease)(?: of| in the range of)? "
_IN_NEXT = re.compile(
    rf"\d(?:%| percent| million| billion)?(?: for the (?:full )?(?:year|quarter))?(?:,|;| and|, and|, while) (?:in|for|at) (?:our |the )?{NAME},? (?:(?:they|it) (?:were|was) |{_WE_SEE})?(?:by |about |approximately |up |down )*[$£¥₠-⃏]?$"
)

_TO_NEXT = r"\d(?:%| percent| million| billion)?(?:;|[,;]? and|[,;] while),? "
"""From a number to the next of a list."""
# "a margin of 31% to 32%, and for the Lamps segment to approximately 39%"
_FOR_HEADED = re.compile(
    _TO_NEXT
    + r"(?:for|in|at) (?:our |the )(?P<name>(?:[\w&'.-]+ ){1,4}?)(?:segments?|business|businesses|division|group|brand),? (?:to |by |at |up |down |about |approximately |around |roughly |nearly |over )*[$£¥₠-⃏]?$"
)
# "Glass sales of $250 million to $260 million; and for the Lamps business we now anticipate $600 million"
_FOR_NEXT = re.compile(
    _TO_NEXT
    + r"for (?:our |the )(?P<name>(?:[\w&'.-]+ ){1,4}?)(?:segment|business|division|group|brand),? (?:we )?(?:(?:now|also|still|currently) )*(?:expect|anticipate|see|project|forecast|estimate)(?: (?:an?|range|of|between|about|approximately|revenues?|sales))* [$£¥₠-⃏]?$"
)


def next_part(text: str, normal: str, start: int, end: int) -> str | None:
    """The part that goes on with a list between one number and the next: "sales in Asia were $412 million; Europe was $210 million"."""
    return named(normal, _NEXT.fullmatch(text, start, end))


def next_plain_part(normal: str, start: int, end: int) -> str | None:
    """The same without a capital: "wound care revenue was $142 million, biologics was $88 million"."""
    part = _named_subject(normal, _NEXT_PLAIN.fullmatch(normal, start, end))
    return part if part and _OF_STATEMENTS.isdisjoint(part.split("_")) else None


_OF_STATEMENTS = frozenset(grammar()["of_statements"])
_NEXT_PLAIN = re.compile(
    r"(?:[,;]| and|[,;] and) (?:our |the )?(?P<name>[a-z&]{4,}(?: (?:and |& )?[a-z&]{4,}){0,2}) (?:was|were|came in)(?: (?:flat|up|down|at|about|approximately|over|nearly))* [$£¥₠-⃏]?"
)
_AT_RECORD = r"(?:set|hit|reached|posted) (?:an? |its |another )?(?:new |all-time |quarterly )*(?:record|high) of"
_NEXT = re.compile(
    rf"(?: (?:in (?:constant|local) currency|year[- ]over[- ]year|organically|sequentially))?(?:[,;]? and|[,;]? while|[,;] with|[,;]) (?:our |the |in |for |from )*{NAME}(?: (?:{WAS}|at|of|came in at|delivered|generated|contributed|{_AT_RECORD})|,|:)?(?: (?:about|approximately|over|nearly))* [$£¥₠-⃏]?"
)


def listed_part(text: str, normal: str, end: int) -> str | None:
    """The part that a number stands beside in a list, or that an amount is said to be made up of."""
    start = max(0, end - 90)
    place = named(normal, _LISTED_PLACE.search(text, start, end))
    if place and is_place(place):
        return place
    searched = (
        _LISTED.search(text, start, end),
        _OF_WHICH.search(normal, start, end),
        _LISTED_GROWTH.search(text, start, end),
        _WITH_IN.search(normal, start, end),
        _AND_IN.search(normal, start, end),
        _IN_NEXT.search(text, start, end),
        _FOR_NEXT.search(normal, start, end),
        _FOR_HEADED.search(normal, start, end),
        _AMOUNT_NAMED.search(normal, start, end) if _NEXT_AMOUNT.match(normal, end) else None,
    )
    if part := _first_named(normal, searched) or _named_subject(normal, _AND_NAMED.search(normal, start, end)):
        return part
    rate = _RATE_NAMED.search(normal, start, end) if _NEXT_RATE.match(normal, end) else None
    return _named_subject(normal, rate)


def clause_subject(text: str, normal: str, end: int) -> str | None:
    """The part that is the subject of the clause before a metric or its number: "and AdvancedMD saw bookings increase 35%"."""
    start = max(0, end - 90)
    if elsewhere := _AND_ELSEWHERE.search(normal, start, end):
        return outside(elsewhere) if elsewhere["place"] else "international" if elsewhere["abroad"] else "domestic"
    if both := _two_that_will(text, normal, start, end):
        return both
    searched = (
        _THINGS_MOVED.search(normal, start, end),
        _CLAUSE_SUBJECT.search(text, start, end),
        _GERUND_SUBJECT.search(text, start, end),
        _WILL_SUBJECT.search(text, start, end),
        _EXPECTED_SUBJECT.search(normal, start, end),
        _OUR_PART.search(normal, start, end),
        _PART_BESIDE.search(normal, start, end),
        _LOOKED_AT.match(normal, 0, end),
        _HAD_QUARTER.match(text, 0, end),
        _WHERE_IT.search(text, start, end),
        _WHERE_PART.search(normal, start, end),
        _WHICH_MOVED.search(text, start, end),
        _OPENS_HAD.match(text, 0, end),
        _OPENS_WAS.match(text, 0, end) if _SO_MUCH_REVENUE.match(normal, end) else None,
        _ENDED_WITH.match(text, 0, end),
        _PLAIN_ENDED_WITH.match(normal, 0, end),
        _MARKET_SUBJECT.match(normal, 0, end),
        _SURPASSED.search(text, start, end),
        _WHILE_IN.search(text, start, end),
        _TRENDS_WITH.match(text, 0, end),
        _WITH_CUSTOMERS.search(normal, 0, end),
        _PERFORMS_WITH.search(text, 0, end),
        _IN_WITH.search(text, start, end),
    )
    return _first_named(normal, searched) or _named_subject(normal, _WENT_ON_WITH.match(text, 0, end))


# "Applications also continued to make progress, with revenue of $12 million"
_WENT_ON_WITH = re.compile(
    rf"(?:(?:And|So|Now|But|Meanwhile|Finally),? )?{BARE_NAME} (?:also |again )*(?:continue[sd]?|demonstrated|showed|remained|made|performed|executed|rebounded|recovered|led the way|stood out|outperformed|excelled|shone)(?: [^,;$%\d]{{0,60}})?,? with (?:(?:an?|about|approximately|nearly|over|our|net|total|organic|comparable|adjusted|record|quarterly) )*$"
)
# "Brokerage loads fell 14% and revenue fell 21%"
_THINGS_MOVED = re.compile(
    rf"(?:^|[,;] (?:while |and )?)(?:our )?(?P<name>[a-z&]+(?: [a-z&]+)?) (?:loads|trips|nights|visits|rides|packages|parcels|passengers|guests|cases|rounds|transactions) (?:was |were )?(?:up|down|flat|{MOVED})\b(?:[^,;]|,(?=\d))*\band (?:(?:net|total|its) )*$"
)


# "In the U.S., sales grew 4%, while internationally, sales grew 3%"
_AND_ELSEWHERE = re.compile(
    rf"\b(?:and|while|but|whereas) (?:(?P<abroad>internationally|overseas|abroad)|domestically|{OUTSIDE}),? (?:(?:our|net|total|organic|comparable|same store) )*$"
)


# "We estimate that Italy will continue to perform well in the second quarter, with revenue growth of 42%"
_PERFORMS_WITH = re.compile(
    rf"\b(?:expect|estimate|anticipate|believe|project|forecast)(?: that)? {BARE_NAME} (?:will|to)(?: also| again| continue to)* (?:perform|grow|do|deliver|improve|recover|see|have|be)\b[^;$%\d]*,? with [^,;$%\d]{{0,40}}$"
)


# "We had strong growth in Flow Control with sales of $212 million"
_IN_WITH = re.compile(
    rf"\b(?:in|for|at|by) (?:our |the )?{BARE_NAME}(?: segment| business| region)?,? with (?:(?:an?|about|approximately|nearly|over|close|to|around|our|net|total|organic|comparable|adjusted|record|quarterly|(?:first|second|third|fourth)[- ]quarter|Q[1-4]|segment|reported) )*$"
)


def continued_part(normal: str, start: int, end: int) -> str | None:
    """The part that a metric is said of next: "operating income for lamps was $22 million, and for garden was $9 million"."""
    found = [*_AND_FOR.finditer(normal, start, end)][-1:]
    return named(normal, found[0]) if found and FUNCTION.isdisjoint(found[0]["name"].split()) else None


_AND_FOR = re.compile(
    rf"(?:,| and|, and|, while) (?:for|in|at) (?:our |the )?(?P<name>(?:[\w&']+ ){{0,2}}?[\w&']+)(?: segment| business| division)?,? (?:(?:it|they) )?(?:is|are|{WAS}|{MOVED})\b"
)


# "our legal business", "as our legal business is now achieving 5% organic growth"
_OUR_NAMED = rf"(?<!like )(?<!sale of )(?<!divestiture of )(?<!acquisition of )(?<!exit of )(?<!exit from )(?<!disposition of )(?<!information on )(?<!details on )(?<!update on ){NOT_LEFT_OUT}\b(?:our|the) (?P<name>(?:(?!of (?:the|our) )[\w&'.]+ ){{1,3}}?)(?:segment|business|division|unit|brand|end market)"
_OUR_PART = re.compile(
    _OUR_NAMED
    + r"(?:,? which(?: as [\w ]{3,40},)?)?(?: (?:is|was|has|had|will|would|should|also|now|again|achiev\w+|generat\w+|deliver\w+|posted|saw|report\w+|recorded|reached|surpassed|crossed|grew|increased|declined|contribut\w+|expected to|projected to|anticipated to))+\b(?: 20\d\d\b)?[^,;$%\d]{0,30}$"
)
# "taken together, our electrical construction segment, RPOs have increased"
_PART_BESIDE = re.compile(_OUR_NAMED + r"s?, $")
# "When we look at the connector business, our revenue grew 3%"
_LOOKED_AT = re.compile(
    rf"(?:(?:and|so|but|now),? )*(?:when|if|as) (?:we|you|i) (?:look|turn|go) (?:at|to) {_OUR_NAMED}\b[^;.$%\d]{{0,40}}, [^,;$%\d]{{0,40}}$"
)
_PART_NAMED = re.compile(_OUR_NAMED + r"\b")


def subject_behind(text: str, normal: str, start: int) -> str | None:
    """The part that a sentence is of which opens with what it did in spite of: "Despite a sales decline of 28%, Oak Garden increased profit"."""
    if not _IN_SPITE.match(normal):
        return None
    return named(normal, _THEN_SUBJECT.match(text, start))


_IN_SPITE = re.compile(r"(?:(?:and|so|but|now),? )?(?:despite|even with|in spite of|notwithstanding) ")
_THEN_SUBJECT = re.compile(
    rf"[^,;]{{0,40}}, (?:the |our )?(?!I\b|We\b){NAME}(?: segment| business)? (?:(?:still|also|again) )?(?:delivered|generated|posted|grew|increased|improved|expanded|maintained|held|reported|achieved|recorded|saw|had)\b"
)


def last_part(normal: str, end: int) -> str | None:
    """The part that a sentence names last before a place: "momentum in our installation business, with over 60% comps"."""
    return _first_named(normal, reversed([*_PART_NAMED.finditer(normal, 0, end)]))


_HEDGED = r"(?: (?:by|about|approximately|nearly|over|more than|roughly|almost|an?|around))* $"
_MOVES = (
    rf" (?:(?:was|were|being) )?(?:up|down|{MOVED}|increasing|growing|declining|decreasing|rising|falling){_HEDGED}"
)
_GOES_ON = r"(?:,|;| while| but| including| with| and)(?: (?:and|while|but|with|our|the|including))* "
# "revenue was up 57%, including Aerie up 158%"
_MOVER = re.compile(rf"{_GOES_ON}{NAME}{_MOVES}")
# "with retail up 5.6% and office down 2%": parts that need no capital to be known
_PLAIN_MOVER = re.compile(rf"{_GOES_ON}(?P<name>{PLAIN_PART}){_MOVES}")


_LED_BY = r"\b(?:with (?=[^,;]{0,30}\b(?:growth|strength|performance|demand|increases?) in )|(?:led|driven|paced|headed)(?: (?:primarily|mainly|largely|again))? by )(?:(?:strong|continued|robust|solid|higher) )*(?:(?:growth|strength|performance|demand|sales|results|increases?) in )?(?:the |our )?"
_AS_LEADER = rf",? (?:(?:which|who) )?(?:(?:was|were) )?(?:up|down|growing|{MOVED}|with (?:an? )?(?:[a-z]+ )?(?:increase|growth|decline|decrease|gain) of){_HEDGED}"
# "growth was led by China, up 51%", "driven by China with an increase of 51%"
_LEADER = re.compile(rf"{_LED_BY}{NAME}{_AS_LEADER}")
_PLAIN_LEADER = re.compile(rf"{_LED_BY}(?P<name>{PLAIN_PART}){_AS_LEADER}")
# "led by China, up 51%, and Europe, up 4%"
_LED_TOO = re.compile(
    rf"{_LED_BY}[^;]*?{CAP}, (?:up|down) [\d.]+%,? (?:and|followed by) (?:the |our )?{NAME}, (?:up|down){_HEDGED}"
)
# "led by commercial OEM, up 31%, and commercial aftermarket, up 22%"
_SAID_LEADER = rf"(?P<name>(?:{_PLAIN_WORD} ){{0,2}}?{_PLAIN_WORD}), (?:which (?:was|were) )?(?:up|down){_HEDGED}"
_LED_NAMED = re.compile(
    rf"{_LED_BY}(?:[^;]*?, (?:up|down) [\d.]+ ?%,? (?:and|followed by) (?:the |our )?)?{_SAID_LEADER}"
)
# "with lamps leading the way with a 60% increase"
_LEADING = re.compile(
    rf", with (?:our )?(?P<name>(?:[\w&']+ ){{0,2}}?[\w&']+) leading the way,? (?:up|with(?: growth of)?|at){_HEDGED}"
)
# "revenue expectations are underpinned by our software business, which we expect to grow 10%"
_WHICH_EXPECTED = re.compile(
    rf"\bour (?:(?:[\w'-]+ and )?[\w'-]+ing )?(?P<name>(?:(?!and )[\w&'.]+ ){{1,3}}?)(?:segment|business|division|portfolio), which we (?:now |also |still )?(?:expect|anticipate|project|forecast) (?:to|will) (?:grow|increase|rise|decline|decrease|be up|be down|expand){_HEDGED}"
)
# "with North America down 10%, Europe, down 15%; and China, up 3%"
_LISTED_TOO = re.compile(rf"\d ?(?:%|percent)[,;] (?:and )?(?:the )?{NAME}, (?:up|down|plus|minus){_HEDGED}")
# "In the U.S. sales grew 6%; in China, they were down 16%"
_IT_MOVED = re.compile(rf"(?:[,;]| and| while) [Ii]n (?:the )?{NAME},? (?:it|they|sales|revenues?){_MOVES}")
# "Revenue grew in Europe by 4% and was down in Asia 2%"
_IN_IT = r"(?:[a-z]+ly )?(?:in|at|within) (?:our |the )?"
_BY = r"(?: (?:segment|business|division|region|market))?,?(?: (?:by|up|down|about|approximately|nearly|over|more than|roughly|almost|an?|around))* [$£¥₠-⃏]?$"
_MOVED_IN = re.compile(rf"\b(?:{MOVED}|up|down) {_IN_IT}{BARE_NAME}{_BY}")
_PLAIN_MOVED_IN = re.compile(rf"\b(?:{MOVED}|up|down) {_IN_IT}(?P<name>{PLAIN_PART}){_BY}")
_OPENING = r"(?:(?:and|but|so|now|while|meanwhile|similarly|also|finally|lastly|our|the|in contrast|by contrast)[ ,]+)*"
# "Test & Measurement was up 8%", "Wholesale declined 6%"
_ON_SLIDE = r"(?:(?:(?:turning|moving|looking) (?:now )?to [a-z ]{3,40}? )?on (?:slide|page) \d+, )?"
_OPENS_MOVED = re.compile(rf"(?i:{_OPENING}{_ON_SLIDE})(?P<name>{CAP}(?:(?: and| &| of)? {CAP}){{1,3}}){_MOVES}")
_PLAIN_OPENS = re.compile(rf"{_OPENING}{_ON_SLIDE}(?P<name>(?:{PLAIN_PART})(?: and (?:{PLAIN_PART}))?){_MOVES}")


def moved_subject(text: str, normal: str, end: int) -> str | None:
    """The part that a sentence says the change of, and no metric: "Test & Measurement was up 8% and Europe down 2%"."""
    opens = _OPENS_MOVED.match(text, 0, end) or _PLAIN_OPENS.match(normal, 0, end)
    return named(normal, opens) or mover(text, normal, 0, end)


def mover(text: str, normal: str, start: int, end: int) -> str | None:
    """The part whose change stands right before a number: "including Aerie up 158%"."""
    since = max(start, end - 80)
    is_there = any(normal.find(word, since, end) >= 0 for word in (" in ", " at ", " within "))
    moved_there = ((_MOVED_IN, text), (_PLAIN_MOVED_IN, normal)) if is_there else ()
    in_list = (
        _LEADER.search(text, since, end),
        _PLAIN_LEADER.search(normal, since, end),
        _LED_TOO.search(text, start, end),
        _LEADING.search(normal, since, end),
        _WHICH_EXPECTED.search(normal, start, end),
        _LISTED_TOO.search(text, since, end),
        _IT_MOVED.search(text, since, end),
        *(moved_in.search(said, since, end) for moved_in, said in moved_there),
    )
    if part := _first_named(normal, in_list):
        return part
    if part := _named_subject(normal, _LED_NAMED.search(normal, start, end)):
        return part
    found = _MOVER.search(text, since, end) or _PLAIN_MOVER.search(normal, since, end)
    if found and found[0].startswith(" and") and not any(map(str.isdigit, normal[start : found.start()])):
        return None  # "sales in Aerospace and Defense rose 8%"; but "with Europe up 5% and Asia down 2%"
    return named(normal, found)


def sharer(text: str, normal: str, end: int) -> tuple[int, str] | None:
    """The part that is said to make up so much of something, and where its name begins: "Europe represented 35%"."""
    start = max(0, end - 120)
    found = (
        _LARGEST_SHARER.search(text, start, end)
        or _SHARER.search(text, start, end)
        or _HEADED_SHARER.search(normal, start, end)
        or _ASIDE_SHARER.search(normal, start, end)
        or _WAS_SHARER.search(normal, start, end)
        or _WITH_SHARER.search(normal, start, end)
    )
    part = _named_subject(normal, found)
    return (found.start("name"), part) if found and part else None


_ABOUT = r"(?: (?:about|approximately|roughly|nearly|over|just|around|almost|more than|only|an?|between))* $"
_MAKES_UP = rf"(?:,? which|,? that|,(?= \w+ing\b))?(?: (?:now|currently|still|also|alone|continues? to|continued to|will))* (?:represent(?:s|ed|ing)?|account(?:s|ed|ing)? for|compris(?:es?|ed|ing)|contribut(?:es?|ed|ing)|mak(?:es?|ing) up|made up){_ABOUT}"
_BEGINS = rf"(?:^|[,;] (?:with |while |and |as )*)(?:{_OPENING})"
# "Europe represented 35% of sales", ", with International accounting for 12% of revenue"
_SHARER = re.compile(rf"(?i:{_BEGINS}){NAME}(?: (?:segment|business|division|market|region|sales team))?{_MAKES_UP}")
# "The U.S. is the largest country in the Americas segment, comprising 62% of segment revenue"
_LARGEST_SHARER = re.compile(
    rf"(?i:{_BEGINS}){NAME} (?:is|was|remains|remained) (?:now |still )?(?:the|our|by far our|one of our|one of the) (?:[a-z]+ )?(?:largest|biggest|leading|main|primary|top) [^,;]{{3,50}}{_MAKES_UP}"
)
# "the automotive market represented 20% of our sales", "our cable business, which comprised 4% of our sales"
_HEADED_SHARER = re.compile(
    rf"(?:{_BEGINS}|\b(?:our|the) )(?P<name>(?:(?!which |that |and |the |our )[\w&'.-]+ ){{1,4}}?)(?:segment|business|division|(?:end )?markets?|brand|channel|region|sector|category)(?:{_MAKES_UP}|(?: (?:was|is|were|are)){_ABOUT})"
)
# "residential pest control, which made up 39% of our revenue, was up 8%"
_ASIDE_SHARER = re.compile(
    rf"{_BEGINS}(?P<name>(?!ex )(?:(?!which |that |and |the |our )[\w&'.-]+ ){{0,3}}?[\w&'.-]+)(?: revenues?| sales)?(?=, ){_MAKES_UP}"
)


# "Europe was 22% of sales", "International was 41% of revenue"; advertising may be a cost
_WAS_SHARER = re.compile(
    rf"{_BEGINS}(?P<name>north america|latin america|asia pacific|greater china|dtc|direct to consumer|private label|(?!advertising|maintenance|equipment|consulting|staffing|office|services?|product\b)(?:{PLAIN_PART}))(?: (?:segment|business|channel|alone))? (?:was|were|is|are){_ABOUT}"
)
# ", with commercial and industrial representing 65% of segment sales"
_WITH_SHARER = re.compile(rf", with (?:our |the )?(?P<name>(?:{PLAIN_PART})(?: and (?:{PLAIN_PART}))?){_MAKES_UP}")


def _two_that_will(text: str, normal: str, start: int, end: int) -> str | None:
    """Two parts that something is expected of: "we expect Attica and Verona to deliver revenue of"."""
    second = _WILL_SUBJECT.search(text, start, end)
    first = _AND_FIRST.search(text, 0, second.start("name")) if second else None
    part = named(normal, second)
    return f"{snake(first['name'])}_and_{part}" if first and part else None


_AND_FIRST = re.compile(r"(?P<name>(?:[A-Z][\w&'-]+ ){1,3})and $")


def _first_named(normal: str, searched: Iterable[re.Match[str] | None]) -> str | None:
    return next((part for found in searched if (part := named(normal, found))), None)


def _named_subject(normal: str, found: re.Match[str] | None) -> str | None:
    """`named`, where costs, prices and the like may stand in the place of a part: "revenue rose 12%, wages 4%"."""
    part = named(normal, found)
    return part if part and NO_SUBJECTS.isdisjoint(part.split("_")) else None


def named(normal: str, found: re.Match[str] | None) -> str | None:
    """The part under `name` in what was found, where its words are none of other things, times or measures."""
    if not found:
        return None
    words = normal[found.start("name") : found.end("name")].split()
    while len(words) > 1 and words[-1] in ("business", "segment", "division", "group"):
        words.pop()  # "our banana business segment"
    telling = words[1:] if words[:2] == ["first", "aid"] else words
    if (
        any(map(is_no_name, telling))
        or telling[0] in OTHERS
        or telling[0] in FUNCTION
        or all(word in FUNCTION or word in NEUTRAL for word in telling)
        and telling != ["corporate"]
    ):
        return None
    return snake(" ".join(words))


MIDPOINT = r"mid ?point(?: of (?:this|that|the|our) (?:range|guidance|outlook))?"
REFERS_BACK = re.compile(
    r"(?:and |which )?(?:this|that|which)(?:'s)?(?: is| was)? (?:compare[sd]?|favorable|unfavorable|up|down|an? (?:increase|decrease|improvement|decline)|better|worse|higher|lower)\b"
    rf"|(?:and |so )?(?:at the {MIDPOINT},? )?(?:this|that|which|the (?:{MIDPOINT}|range|new range|guidance)) (?:increase|decrease|improvement|decline|growth|rate|range|guidance|estimate|outlook|level|represents?|represented|implies|reflects?|equates|translates)\b"
)
"""A sentence that holds a figure against that of the sentence before."""
