"""How the same thing is said in other words: "climbed", "shy of", "we would expect"."""

from __future__ import annotations

import re

from transforms.language.spellings.spelling import AMOUNT, HEDGES, cased

# "gross margin was 83% of sales, R&D was 12.8%, and SG&A was 22.2%": costs as a rate are a share of sales
COST_RATE = re.compile(
    r"(?<!in )\b(?:SG&A|R&D|G&A|S&M|(?:[Ss]ales|[Ss]elling) and marketing|[Rr]esearch and development|(?<!selling, )[Gg]eneral and administrative)(?: (?:expenses?|costs?|spend(?:ing)?|investments?))?(?: for the (?:\w+ )?(?:quarter|year),?)?(?: (?:was|were|of|came in at)|(?<=, SG&A)|(?<=, R&D)|(?<=, G&A)) (?:(?:about|approximately|just|over|under) )*[\d.]+ ?(?:%|percent)"
    r"(?=[,;.]?$|[;.] |, (?:compared|versus|vs|and|while|with|up|down|an?|in line|which|(?:our |adjusted )?(?:operating|gross|EBITDA|net|tax|pre-tax|R&D|SG&A|G&A)(?! (?:growth|increase)))\b|,? (?:and (?:adjusted |our |the )?(?:[A-Za-z&]+ ){1,3}(?:was|were|of|expenses?)\b|(?:compared (?:to|with)|versus) [\d.]+(?:%| percent)|(?:levered|deleveraged|leveraged|improved)\b))"
)
_AS_SHARE_SAID = re.compile(r"\b(?:percent|percentage|%) (?:of|to) (?:(?!\. )[^,;])*$")
_GROWTH_SAID = re.compile(r"\b(?:growth|grew|increases?d?|decreases?d?)\b(?:(?!\. )[^;])*$")


def of_sales(match: re.Match[str]) -> str:
    """Write a cost that is told as a rate as the share of sales that it is."""
    before = (match.string, max(0, match.start() - 90), match.start())
    return match[0] if _AS_SHARE_SAID.search(*before) or _GROWTH_SAID.search(*before) else f"{match[0]} of sales"


LINE_OF = re.compile(r"\b[Ll]ine(?P<several>s)? of business(?:es)?\b")
ADJUSTED = re.compile(r"\b(?P<of>[Aa])dj\.?(?= (?:EBITDA|EBIT|EPS|diluted|net|operating|gross|free|earnings|income)\b)")
# "5% vs. 4%", "$5 million against $4 million"
VERSUS = re.compile(
    rf"\b(?:[Vv]s\b\.?|against(?= (?:{AMOUNT}|(?:an?|the) (?:prior|previous|same|year|first|second|third|fourth|comparable|corresponding|loss|profit|net)\b|Q[1-4]\b|last (?:year|quarter)\b)))"
)
# "$5 million when compared with $4 million", "relative to the prior year", "as against $4 million"
COMPARED = re.compile(
    rf"\b(?:(?:when |as )?compared with|when compared to|in comparison (?:to|with)|as (?:against|compared against)|relative to(?= (?:{AMOUNT}|(?:an? |the |our )?(?:[a-z]+ ){{0,4}}(?:of|at) {AMOUNT}|(?:an?|the) (?:prior|previous|same|year|first|second|third|fourth|comparable|corresponding|loss|profit|net)\b|Q[1-4]\b|last (?:year|quarter)\b|(?:fiscal )?20\d\d\b)))"
)
BECAUSE_OF = re.compile(r"\b(?:[Bb]ecause of|[Oo]n account of)(?= )")
LEFT_OUT = re.compile(
    r"\b(?:[Ee]xclusive of|[Ll]eaving out|[Ss]tripping out|[Bb]acking out(?! of\b)(?! [$£¥₠-⃏]?\d)|[Nn]ot (?:counting|including)|(?:[Ii]f|[Ww]hen) (?:you|we|I) (?:just |then )?(?:(?:strip|back|take|carve|factor) out|exclude)(?! (?:about |approximately |the )?[$£¥₠-⃏]?\d)|(?P<which>(?:which|that|it) )(?:leaves?|strips?) out)(?= )"
)
# "the company's revenue was", which a company may say of itself
COMPANYS = re.compile(r"\b[Tt]he [Cc]ompany['’]s(?= [\w&])(?! (?:history|board|website|lifetime|existence)\b)")
_BOUGHT = re.compile(
    r"\b(?:acqui|bought(?! back| \d)|buy |purchased (?!\d)|merg|target company|invest(?:ed|ment) in [A-Z])"
)
# "the company expects revenue of", "management expects"
COMPANY_SAYS = re.compile(
    r"(?<!of )(?<!by )(?<!for )(?<!in )(?<!with )(?<!to )(?<!from )\b(?:[Tt]he [Cc]ompany|(?:(?<=^)|(?<=[.,;] )|(?<=\n))[Mm]anagement)"
    r"(?P<now> (?:now|currently|still|also|continues to))? (?P<verb>(?:expect|anticipate|estimate)s?|reported|generated|delivered|recorded|posted|achieved|earned|incurred|recognized|invested|repurchased)\b"
)


def we(match: re.Match[str]) -> str:
    """Write the company or its management as "we"."""
    now = (match["now"] or "").replace("continues", "continue")
    return match[0] if _is_of_other(match) else f"{cased('we', match)}{now} {match['verb'].removesuffix('s')}"


def _is_of_other(match: re.Match[str]) -> bool:
    """Whether what is told is of another company, which is bought."""
    return _BOUGHT.search(match.string, max(0, match.start() - 200), match.end() + 80) is not None


def ours(match: re.Match[str]) -> str:
    """Write "the company's" as "our", where it is not another's."""
    return match[0] if _is_of_other(match) else cased("our", match)


# "growth in revenue slowed to 9%": how fast it grew, and no fall
GROWTH_TO = re.compile(
    rf"(?P<growth>\b[Gg]rowth(?: rate)?(?: (?:in|of) (?:the |our )?(?:[\w&'-]+ ){{0,3}}?[\w&'-]+)?)(?: has| have| is| was)?(?: now| further| \w+ly)* (?:moderated|slowed|eased|decelerated|dipped|fell|declined|decreased|dropped|cooled|accelerated|picked up|ticked up|sped up) (?:back |down |up )?to (?=(?:(?:an?|{HEDGES}) )*[\d.]+(?: ?(?:%|percent))(?!,? (?:down |up )?from\b))"
)
# "we bought back $5.8 billion in stock"
BOUGHT_IN = re.compile(
    r"(?P<what>\b(?:bought back|buy back|buying back|repurchased|repurchase|repurchasing) (?:[\w.,]+ ){0,3}?[$£¥₠-⃏][\d.,]+ (?:million|billion)) in (?=(?:our |company |common )*stock\b)"
)
# "the margin was 11.5%, after 10.9%"; but "income was $5 million, after $2 million in taxes"
AFTER = re.compile(
    r"(?<=[%n\d]), after(?= (?:[A-Z]{3} ?|[$£¥₠-⃏])?\d[\d.,]*\d?(?: ?%| percent| million| billion)?(?:[.;)]|,? (?:in the (?:prior|previous|same|corresponding)|a year|one year|last year|the (?:year|quarter) before)|$))"
)
# "sales climbed 5%", but "profit fell short"
ROSE = ("rose", "climbed", "jumped", "surged", "soared", "spiked", "swelled", "ticked up", "edged up", "inched up",
         "crept up", "ballooned", "leapt", "skyrocketed", "firmed", "widened", "went up", "moved up", "moved higher", "stepped up",
         "advanced", "popped", "vaulted", "shot up", "bounced", "mushroomed", "escalated")  # fmt: skip
FELL = ("fell", "dropped", "slipped", "slid", "tumbled", "plunged", "dipped", "sank", "shrank", "slumped",
         "de-grew", "degrew", "ticked down", "edged down", "inched down", "crept down", "retreated", "moderated",
         "eroded", "compressed", "drifted down", "stepped down", "came down", "went down", "moved down", "moved lower",
         "plummeted", "receded", "diminished", "cratered", "pulled back", "backed off", "tapered", "waned", "sagged", "subsided")  # fmt: skip
RISES = ("rise", "climb", "jump", "tick up", "edge up", "inch up", "creep up", "step up", "widen", "firm", "surge", "soar", "spike",
          "rebound", "strengthen", "go up", "move up", "move higher", "ramp up")  # fmt: skip
FALLS = ("fall", "drop", "slip", "dip", "shrink", "tick down", "edge down", "inch down", "drift down", "drift lower", "step down", "compress",
          "moderate", "erode", "soften", "come down", "ease", "weaken", "tumble", "plunge", "contract", "go down", "move down", "move lower")  # fmt: skip
MOVED = re.compile(
    rf"\b(?:(?P<rose>{'|'.join(ROSE)})|{'|'.join(FELL)})\b(?=(?: (?:by|to|from|another|an?|{HEDGES}|sharply|slightly|significantly|modestly|sequentially))* {AMOUNT})"
)
# "on a 13% drop in volume", "a 5 point dip in margin", "a jump of $4 million"; but "a gain of $4 million on the sale"
RISE_OF = ("jump", "surge", "spike", "climb", "uptick", "rise")
FALL_OF = ("drop", "fall", "dip", "slide", "slump", "plunge", "downtick")
MOVED_BY = re.compile(
    rf"(?P<by>(?:%|\bpercent|\bpoints?|\bbps) )(?:(?P<rise>{'|'.join(RISE_OF)})|{'|'.join(FALL_OF)})(?= (?:in|over|from|versus|compared|year)\b)"
)
MOVE_OF = re.compile(
    rf"\b(?P<one>[Aa])n? (?:(?P<rise>{'|'.join(RISE_OF)}|gain(?= of(?: {HEDGES})? [\d.]+ ?(?:%|basis)))|{'|'.join(FALL_OF)})(?= of(?: {HEDGES})? {AMOUNT})"
)
# "we expect the margin to compress 3 to 5 basis points"
WILL_MOVE = re.compile(
    rf"(?P<will>\b(?:to|will|should|would|could|may|might) |\b(?:saw|seen) (?:[\w'&-]+ ){{1,5}}?)(?:(?P<rises>{'|'.join(RISES)})|{'|'.join(FALLS)})\b(?=(?: (?:by|another|an?|{HEDGES}|slightly|modestly|sequentially))* {AMOUNT})"
)
_AT = r"(?:came in|clocked in|stood|landed|worked out|settled|held(?: (?:steady|firm))?) at"
CAME_TO = re.compile(
    rf"(?<!\bthat )\b(?:amounted to|{_AT}|(?:was|were) recorded at|totalled)(?=(?: (?:an?|{HEDGES}|record))* [$£¥₠-⃏]\d)"
    rf"|(?<![Ww]e )(?<!company )\b{_AT}(?=(?: {HEDGES})* \d[\d.]*(?:%| percent)(?! (?:decline|decrease|growth|increase)))"
)
# "6% shy of 2019"
SHY_OF = re.compile(
    r"(?P<by>\d%|percent|points) (?:shy|short) of(?= (?:20\d\d|last|the (?:prior|same|first|second|third|fourth)|prior|a year|[qQ][1-4])\b)"
)
# "gold output fell 4%"
OUTPUT = re.compile(
    r"(?P<of>\b(?:[Cc]opper|[Gg]old|[Ss]ilver|[Nn]ickel|[Zz]inc|[Ll]ithium|[Ii]ron ore|[Mm]etal|[Mm]ine|[Cc]oal|[Oo]il|[Gg]as|[Cc]rude|[Ss]teel|[Cc]ement|[Dd]aily|[Qq]uarterly) )output(?= (?:was|were|of|averaged|totaled|came|rose|fell|grew|increased|decreased|declined|slipped|dropped|reached|is|will|should|to)\b)"
)
# "we project", "is forecast to", "we're guiding to $5 million"
EXPECTED = re.compile(
    r"(?P<whose>\b(?:[Ww]e|company|management)(?: (?:now|currently|still|also))?) (?:project|forecast)(?P<one>s?)\b(?! (?:period|horizon|is|was)\b)"
    r"|(?P<is>\b(?:are|is|be|been|was|were|['’]re|now|currently|still|also)) (?:(?:project|forecast)(?P<ending>ed|ing)\b|forecast(?= (?:to|at)\b)|(?P<guiding>guiding) (?:to|for)\b)"
)


def as_expected(match: re.Match[str]) -> str:
    """Write what is projected, forecast or guided to as expected."""
    if whose := match["whose"]:
        return f"{whose} expect{match['one']}"
    return f"{match['is']} expect{'ing' if match['guiding'] else match['ending'] or 'ed'}"


# "we're looking for sales of $5 million"
LOOKING_FOR = re.compile(
    r"(?:(?<=\bwe)|(?<=\bWe))(?:['’]re| are)(?: (?:still|now|currently))? looking for (?=[^.;?]{0,80}\d)"
)
# "our reportable segments", "the Lamps business unit", "Lamps Division"; but "our Business segment", "Small Business Unit"
SEGMENT = re.compile(
    r"\b(?:(?:[Rr]eporting|[Rr]eportable|[Oo]perating|(?<!the )business) segment|(?<!mall )business unit|division|(?<=[a-z] )Division)(?P<several>s?)\b"
)
# "our financial services operations generated $5 million"
OPERATIONS = re.compile(
    r"(?P<whose>\b[Oo]ur (?!continuing|discontinued|day|field|global|core|total|company|underlying|own\b)(?:[\w&'’-]+ ){1,3})operations(?= (?:had|generated|delivered|reported|posted|contributed|earned|achieved|produced|recorded)\b)"
)
# "sales saw growth of 5%", "sales were off 5%"
SAW = re.compile(
    r"(?<!\b[Ww]e )\b(?:posted|saw|recorded|registered|showed|experienced|enjoyed) (?:an? )?(?:(?P<up>growth|increase|rise|gain)|decline|decrease|drop) of (?=(?:about |approximately |nearly |over )?[\d.]+%(?! in\b))"
)
WAS_OFF = re.compile(r"(?P<was>\b(?:was|were|is|are) )off (?=(?:about |approximately |nearly |over )?[\d.]+%)")
# "sales were minus 5%", where a margin or a growth has a sign of its own
WAS_MINUS = re.compile(
    r"(?P<was>\b(?:sales|revenues?|turnover|volumes?|shipments|orders|bookings|billings|backlog|traffic|tickets?|transactions|prices|pricing|balances|deposits|loans|EPS|earnings|income|profit|EBITDA|EBIT|costs?|expenses?)(?: for the (?:quarter|year))? (?:was|were|is|are) )(?:minus|negative) (?=(?:about |approximately )?\d[\d.]* ?(?:%|percent))",
    re.IGNORECASE,
)
AND_MINUS = re.compile(r"(?P<and>\bdown \d[\d.]*(?:%| percent)[^.;$]{0,60} and )minus (?=\d[\d.]*(?:%| percent))")
# "This is versus operating income of $6 million"
IS_VERSUS = re.compile(r"(?P<is>\b[Tt](?:his|hat)(?:['’]s| is| was)) versus\b")
# "we see revenue in the range of $5 million to $6 million"
WE_SEE = re.compile(
    r"(?P<we>(?<![a-z] )\b[Ww]e)(?P<now> (?:now|currently|still))? see (?=(?:our |the |full-year |adjusted )?(?:[\w&'-]+ ){1,4}(?:in (?:the|a) range of|between|of between|landing|coming in|ending) (?:between |at |(?:an?|about|approximately) )*[$£¥₠-⃏]?\d)"
)
# "sales lost 5%", "revenue gained 4%"; but "we lost 5% of our customers"
LOST = re.compile(
    r"(?<=[\w,)%] )(?:(?P<gained>gained)|lost) (?=(?:(?:about|approximately|nearly|over|another) )*\d[\d.]*(?:%| percent)(?! (?:of|market|share)\b| to (?![$£¥₠-⃏]?\d)))"
)
# "was higher by 5%"
HIGHER_BY = re.compile(
    rf"(?P<was>\b(?:was|were|is|are|be) )(?:(?P<up>higher)|lower) by (?=(?:(?:an?|{HEDGES}) )*{AMOUNT})"
)
# "we would expect sales of $5 million", but "if rates fell, we would expect it"
WOULD_EXPECT = re.compile(
    r"(?<!that )(?<!what )(?<!which )(?<!than )(?<!as )\b(?P<we>[Ww]e)(?: would|['’]d)(?P<now> (?:also|still|now|then))? expect\b"
)
_SUPPOSED = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Aa]ssuming|were to|[Ss]hould (?:we|the|rates|it|they)|scenario|in (?:that|such an?|this) (?:case|event|environment)|[Hh]istorically|[Nn]ormally|[Tt]ypically|[Ii]n (?:an?|any) (?:normal|typical|given)|[Ee]ventually|[Oo]ver time|[Ll]ong[- ]term)\b"
)
_STOPS = (". ", "? ", "! ", "\n")


def will_expect(match: re.Match[str]) -> str:
    """Write "would expect" as "expect", unless something is supposed."""
    text = match.string
    opens = max(text.rfind(stop, 0, match.start()) for stop in _STOPS) + 1
    ends = min((place for stop in _STOPS if (place := text.find(stop, match.end())) >= 0), default=len(text))
    return match[0] if _SUPPOSED.search(text, opens, ends) else f"{match['we']}{match['now'] or ''} expect"


# "we're now expecting", "we're budgeting SG&A at 24% of sales"
EXPECTING = re.compile(
    r"(?P<we>\b[Ww]e)(?:['’]re| are)(?P<now> (?:still|now|currently|also))? (?:expecting|budgeting(?: for)?)\b"
)
_LESS_PLACE = r"(?:[Ee]x[- ](?:the )?(?P<place>U\.S\.|USA?\b|China|Japan|Europe|North America)|OUS\b)"
# "ex-U.S. sales", "OUS revenue": what a place is left out of by its name
ABROAD = re.compile(
    rf"\b{_LESS_PLACE} (?P<what>(?:(?:net|total|organic|product) )*(?:sales|revenues?|growth|orders|bookings))\b"
)
# "$43 million ex-U.S.", "$43 million OUS"
SOLD_ABROAD = re.compile(
    rf"(?P<by>(?:million|billion|%|percent|dollars|euros)) {_LESS_PLACE}(?=[.,;]|$| (?:[A-Z]|(?:and|or|in|for|compared|versus|with|which|due|driven)\b))"
)
# "EPS ex-items", "loans ex PPP"; but "ex-works", "the ex-CEO"
EX = re.compile(
    r"(?<![\w-])[Ee]x(?:-| |- )(?=(?:the|any|all|our|those|these|one|special|non|PPP|FX|TAC|U\.S\.|USA?\b|China|Japan|Europe|North America|[a-z]+s\b|currency|foreign|fuel|gas|goodwill|cash|COVID|restructuring|M&A|\$))(?!works|factory|officio|dividends|wives|employees)"
)
# "adjusted EBITDA RE"; "rev par", "rep par", "red park", "rev car": how recognisers hear the revenue of hotels per available room
EBITDARE = re.compile(r"(?<=\bEBITDA)[ -]?(?:RE|re)\b(?! (?:the|our)\b)")
REVPAR = re.compile(
    r"\b(?:[Rr]ev|REV|[Rr]ep|[Rr]ed)[ -]?(?:[Pp]ar[kt]?|PAR|[Ff]ar|FAR|[Cc]ar)\b(?= (?:growth|grew|was|were|is|improved|increased|declined|decreased|rose|fell|up|down|for|index|guidance|performance|of|to|in|at|by|has|will)\b)"
)
# "Europe, Middle East and Africa", "Asia, Middle East and Africa"
MIDDLE_EAST_AND_AFRICA = re.compile(
    r"\b(?P<first>Europe|(?<!Europe, )Asia),? (?:the )?Middle East,? (?:and|&) Africa\b"
)
# "3.1% at constant rates and 1.4% at actual rates"
AT_ACTUAL = re.compile(
    r"\b(?:at|in|on|using) (?:an? |the )?(?:actual|reported) (?:foreign )?(?:(?:exchange|currency|FX) )?rates?(?: basis)?\b(?! of\b)"
)
# "improved by 320 basis points, coming in at 39.1%"
COMING_IN = re.compile(
    r"(?P<of>\d ?(?:%|percent|basis points|bps|points)),? (?:to come|coming) in at(?= (?:(?:about|approximately|just|roughly|nearly) )*[$£¥₠-⃏]?\d)"
)
# "organic growth was 8% and reported growth was 10%"
ALL_GROWTH = re.compile(
    r"(?P<of>\b[Oo]rganic (?:revenue |sales )?growth [^.;]{0,12}\d[\d.]*%,? (?:and|while|with|for|on|versus|compared (?:to|with)) (?:our |an? )?(?:reported|total|overall|headline) )growth(?= (?:was|of|is|at|came) )"
)
# "the 11.4% actual exchange rate revenue growth"
ACTUAL_RATE = re.compile(
    r"\b(?:[Aa]ctual|[Rr]eported) (?:foreign )?(?:exchange|currency)[- ]rates?(?= (?:(?:net|total|diluted|adjusted) )*(?:revenues?|sales|growth|earnings|income|EPS|EBITDA)\b)"
)
# "the board will propose a dividend of €2.10", which is that of the year just over
WILL_PROPOSE = re.compile(
    r"\b(?:will|intends? to|plans? to) (?:propose|recommend)(?= (?:to [^.;,]{3,60} )?(?:the payment of |the distribution of |payment of )?(?:an?|the) (?:[\w-]+ ){0,4}(?:dividend|distribution)\b)"
)
# "up 24% cc", "up 24% at CER"
CC = re.compile(r"(?:(?<=\d%)|(?<= percent)|(?<= points)|(?<= bps)) (?:in |at )?(?:cc|CC|cer|CER)\b")
# "at constant exchange rates", "FX-neutral sales"
CONSTANT = re.compile(
    r"\b(?:[Cc]onstant (?:foreign )?(?:exchange(?: rates?)?|FX(?: rates?)?|currencies|currency rates?)|(?:[Cc]onstant )?(?:FX|[Cc]urrency|[Ff]oreign[- ]exchange)[- ](?:neutral|adjusted(?! (?:net |diluted )?(?:EPS|EBIT|earnings|income|operating)\b)))\b"
)
# "our full-year guide", "the guide for the quarter"
GUIDE = re.compile(
    r"(?P<of>\b(?:[Oo]ur|[Tt]he|[Tt]hat|[Tt]his|year|quarter|Q[1-4]|EPS|EBITDA|EBIT|revenue|sales|margin|RASM|TRASM|PRASM|CASM|CASM-X|CASM-ex|capex|capacity|volume|earnings|flow|growth|income|profit|production|rate|FFO|NOI|AFFO|savings|bookings|billings|ARR|year's|prior|previous|current|updated|revised|new|initial|original) )guide\b(?! (?:us|you|our|the|them|through|rails?|books?|shoes?)\b)"
)
# "capex will end up at $30 million": no increase
ENDED_UP = re.compile(r"\b(?P<of>end(?:s|ed|ing)?) up(?= (?:at|in|between|around|being|somewhere|about|near|right) )")
# "tax is shaping up to be $5 million": no increase
SHAPING_UP = re.compile(rf"\bshaping up (?=to be (?:(?:an?|{HEDGES}) )*{AMOUNT})")
# "non-GAAP GM was 45%"
GM = re.compile(
    r"(?<!from )(?<!with )(?<!by )(?<!at )\bGM(?= (?:(?:was|were|is|of|at|came|improved|expanded|rose|increased|decreased|declined|fell|contracted|up|down) )(?:(?:in|for) the quarter )?(?:(?:in at|to be|by|to|about|approximately|around) )*\d[\d.]* ?(?:%|per ?cent|basis|bps|points))"
)
# "FCF conversion was 96%", "YTD capex"
BRIEF = {
    "FCF": "free cash flow",
    "OCF": "operating cash flow",
    "CFFO": "cash flow from operations",
    "YTD": "year-to-date",
}
IN_BRIEF = re.compile(rf"\b(?:{'|'.join(BRIEF)})\b(?! ?\()")
NON_GAAP = re.compile(r"\b(?P<non>[Nn])(?:on|ON)GAAP\b")
# "a de-growth of 3%", "sales de-grew", "9M FY2025", "as at March 31", "in the low twenties"
DEGROWTH = re.compile(r"\bde-?growth\b")
# "in the U.S. segment", "in the US": what the pronoun is not; a full stop stays where a sentence may end
LAND = re.compile(
    r"(?:\bU\.[SK]\.(?:(?=[,;:)'’/-]| [^A-Z$£¥₠-⃏])|(?<!the ....)(?= [A-Z]))|(?<![A-Z][A-Z] )\bU[SK]\b(?! ?[$£¥₠-⃏]))(?! [Dd]ollar)"
)
CASHFLOW = re.compile(r"\b[Cc]ashflows?\b")
# "Excluding these costs adjusted income was $9 million"; "Excluding strategic contracts third quarter revenue grew 42%"
EXCLUDING = re.compile(
    r"\b[Ee]xcluding (?:these|those|such|this|that) (?:costs?|items?|charges?|expenses?|impacts?|gains?|loss(?:es)?|factors|amounts?) (?=(?:adjusted|our|the|operating|net|gross|organic|core|sales|revenues?|earnings|we|EBITDA|EPS)\b)|"
    r"\b[Ee]xcluding (?:[a-z]+ ){1,8}?(?!the |of |in |our |from |and )[a-z]+ (?=(?:(?:first|second|third|fourth) quarter|full year) (?:[\w.]+ ){0,3}?(?:revenues?|sales|income|earnings|margins?|EBITDA|EPS) (?:was|were|grew|increased|decreased|declined)\b)"
)
DEBT_TO = re.compile(
    r"(?P<debt>\bdebt)[ -]to[ -](?P<which>(?:(?:our|trailing|last|latest|LTM|TTM|annualized|recurring|normalized|core|underlying|credit|run[ -]rate|pro[ -]forma|(?:12|twelve)[ -]months?['’]?|adjusted)[ -])+)(?=EBITDA)",
    re.IGNORECASE,
)
BE = {"end": "be", "ends": "is", "ended": "was", "ending": "being"}
# "revenue was 5% less than last year", but "was 5% less of our sales"
LESS_BY = re.compile(
    r"(?P<was>\b(?:was|were|is|are|be) (?:about |approximately )?\d[\d.]*(?:%| percent| basis points| bps) )less\b(?! (?:of|tax|expensive|effective)\b)"
)


def debt_to(match: re.Match[str]) -> str:
    """Write what debt is held against, without whose EBITDA it is."""
    adjusted = any(
        word in match["which"].lower()
        for word in ("adjusted", "core", "recurring", "normalized", "underlying", "credit")
    )
    return f"{match['debt']} to {'adjusted ' if adjusted else ''}"


# "a decrease in 27%", where "of" was meant; but "an increase in 30-day delinquencies"
IN_FOR_OF = re.compile(
    rf"(?P<move>\b(?:increase|decrease|decline|reduction|rise)) in (?={AMOUNT}[\d.,]*(?:%| (?:percent|million|billion|basis points)\b)(?! of\b))"
)
