"""How periods and what they are held against are written: "4Q'21", "the 2nd quarter", "on the year"."""

from __future__ import annotations

import calendar
import re
import string

from transforms.language.quantities import NUMBER_WORDS
from transforms.language.spellings.numbers import ONES, YEAR
from transforms.language.spellings.spelling import HEDGES, opening

ORDINALS = ("first", "second", "third", "fourth")
# "EBIT was $92 million (prior year: $84 million)"
THEN = re.compile(
    r"\((?P<when>(?:[Tt]he )?(?:[Pp]revious|[Pp]rior|[Ll]ast)[ -](?:year|quarter)(?:(?:'s)?[ -](?:quarter|period|half))?|PY|(?:Q[1-4]|H[12]|FY) ?['’]?(?:20)?\d\d|20\d\d): ?(?=(?:[A-Z]{1,3} ?)?[$£¥₠-⃏]?\d|minus |-)"
)
# "$95 million in the third quarter and $98 million in the fourth."
IN_FOURTH = re.compile(rf"\b(?:in|for) the (?:{'|'.join(ORDINALS)})(?=[.,;])")
_OF_QUARTERS = re.compile(rf"\b(?:{'|'.join(ORDINALS)}) quarter\b(?:(?![.?!] ).)*$")


def with_quarter(match: re.Match[str]) -> str:
    """Write "the fourth" as a quarter where another was named before it."""
    said = _OF_QUARTERS.search(match.string, max(0, match.start() - 160), match.start())
    return f"{match[0]} quarter" if said else match[0]


# "the comparable quarter of last year", which is no basis; "the previous year"
SAME = re.compile(
    r"\b(?:(?:comparable|comp|corresponding|comparative|equivalent)(?= (?:quarter|period|months?|weeks?|half)\b)|(?:comparable|corresponding|same) (?P<several>quarter|period)s(?= (?:in|of|from) (?:20\d\d|last year|the prior year)\b))"
)
PREVIOUS = re.compile(r"\b[Pp]revious(?=[ -]year\b)")
OVER = {"y": "year-over-year", "q": "quarter-over-quarter"}
BRIEF_OVER = re.compile(r"(?<![\w-])(?P<of>[yq])(?:o|-on?-|/)(?P=of)\b", re.IGNORECASE)
YEAR_ON_YEAR = re.compile(r"\b(?P<of>[Yy]ear|[Qq]uarter)[ -]on[ -](?:year|quarter)\b")
# "sales were up 5% on the year"
ON_THE_YEAR = re.compile(
    r"(?:(?<=\d%)|(?<= percent)|(?<= points)|(?<= bps)|(?<=illion)|(?<= higher)|(?<= lower)|(?<= growth)|(?<= decline)) on the (?P<of>year|quarter)\b(?! (?:to date|so far|as a whole|before))"
)
# "up 5% on the first quarter", "$40 million down on last year"
ON_ANOTHER = re.compile(
    rf"(?P<moved>\b(?:up|down|higher|lower|rose|grew|fell|increased|decreased|declined|(?:growth|rise|increase|decrease|decline|improvement|reduction) of)(?: by)?(?: (?:an?|{HEDGES}))*(?P<by> ?[$£¥₠-⃏]?\d[\d.,]* ?(?:%|percent|million|billion|(?:basis |percentage )?points|bps))?) on (?=(?:the |our )?(?:(?:first|second|third|fourth|prior|previous|last|same|comparable|corresponding|equivalent) (?:quarter|half|period)\b|(?:prior|previous|last)[ -]year\b(?!')|Q[1-4]\b|H[12]\b|year[- ]end\b|(?:fiscal )?20[12]\d\b))"
)
_IS_SO = re.compile(r"\b(?:was|were|is|at|of) [$£¥₠-⃏]?[\d.,]+ ?(?:%|percent|million|billion)$")


def over_the_year(match: re.Match[str]) -> str:
    """What moved did so over the year; what only was is of all the year: "margins were 17.7% on the year"."""
    is_level = _IS_SO.search(match.string, max(0, match.start() - 40), match.start())
    return match[0] if is_level else f" {match['of']}-over-{match['of']}"


# "up from $4 million the year before", but "in 2020, the year before"
YEAR_EARLIER = re.compile(
    r"(?<!was)(?<!is) the year before(?P<own>['’]s)?(?=[.,;)]|$| (?:and|or|to|but|due|driven|as|while|with|reflecting)\b|(?(own) ))"
)
_A_YEAR = re.compile(r"\b20\d\d\b")
_ENDS_FIGURE = (*string.digits, "%", "illion", "percent", "points", "share")


def prior_year(match: re.Match[str]) -> str:
    """Write "the year before" as the prior year."""
    if _A_YEAR.search(match.string, max(0, match.start() - 60), match.start()):
        return match[0]
    is_behind = match.string.endswith(_ENDS_FIGURE, 0, match.start())
    return f" {'last' if is_behind and not match['own'] else 'the prior'} year{match['own'] or ''}"


IN_QUARTER = re.compile(
    r"\b(?:(?:in|for|during|over) the (?:three-month period(?! end)|three months(?=[.,;]|$| (?:was|were|came|totaled|grew|increased|decreased|declined|and)\b))|(?<!% )(?<!percent )(?<!points )over the quarter\b(?! (?:of|before)))"
)
# "our expectations for Q1.", "turning to 4Q"; but "turning to 3Q20"
QUARTER = re.compile(
    r"(?P<before>\b(?:(?:outlook|guidance|expectations?|assumptions?|commentary|comments|thoughts|color) (?:for|on|about)|(?:turn|mov|look|shift|head)(?:e|ing)?(?: (?:ahead|forward|now|on|over|out))* (?:to|into|at)|(?:[Ii]n|[Ff]or|[Dd]uring|[Tt]hrough|until|by|end of|started|ended|finished|[Cc]ompared to|versus|over)) )(?:our |the )?(?P<said>Q[1-4]|[1-4]Q)(?![\w&/-]| ?['’]\d| (?:of )?(?:fiscal |FY ?)?(?:20|['’]?\d\d\b)| ?FY| (?:and|to|through|or) (?:Q[1-4]|[1-4]Q))"
)


def quarter(match: re.Match[str]) -> str:
    """Write a quarter by its number in words."""
    return f"{match['before']}the {ORDINALS[int(match['said'].strip('Q')) - 1]} quarter"


OF_MONTHS = re.compile(r"\b(?:(?P<six>6|[Ss]ix)|9|[Nn]ine)[ -]?(?:M|months?)[ ,]*(?=FY ?['’]?\d\d)")
# "4Q21", "Q4FY21", "Q4'21", "2H'21", "9M 2021"; "Q4 2021" stays
SHORT_PERIOD = re.compile(
    r"\bF?(?:(?P<first>[1-4]Q|[12]H|[69]M)(?: ?FY ?['’]?| ?['’]|[-/]?| (?=20\d\d))"
    r"|(?P<last>Q[1-4](?=FY|[-/'’])|H[12])(?: ?FY ?['’]?| ?['’]|[-/]))(?P<year>20\d\d|[1-3]\d)\b(?!['’]|[.,]?\d|%)"
)
_MONTHS_OF = {"M6": "six months", "M9": "nine months"}


def period_in_full(match: re.Match[str]) -> str:
    """Write a short period in full."""
    period = match["last"] or match["first"][::-1]
    return f"{_MONTHS_OF.get(period, period)} 20{match['year'][-2:]}"


# "the 2nd quarter"
NUMBERED = dict(zip(("1st", "2nd", "3rd", "4th"), ORDINALS, strict=True))
NUMBERED_QUARTER = re.compile(rf"\b(?:{'|'.join(NUMBERED)})(?=[ -](?:fiscal )?(?:quarter|half)\b)")
# "FQ4 2021", "fiscal Q4"; "2021 Q4"; "CY21"
FISCAL_QUARTER = re.compile(r"\b(?:F|[Ff]iscal )(?=Q[1-4]\b|[1-4]Q)")
YEAR_FIRST = re.compile(r"\b(?P<year>20[12]\d)[ -]?(?P<quarter>Q[1-4])\b(?! (?:to|through|and|or) Q)")
CALENDAR = re.compile(r"\bCY ?['’]?(?P<year>20\d\d|[1-3]\d)\b")
# "Q4 2021", "Q4 of '21", "Q4 FY21"; but "Q1 to Q4 2021"
QUARTER_OF_YEAR = re.compile(
    r"\b(?<!Q\d (?:to|or) )(?<!Q\d and )(?<!Q\d through )Q(?P<number>[1-4])(?P<of>(?: of)? (?:fiscal (?:year )?|FY ?)?)(?P<year>20\d\d|['’][0-3]\d|(?<=FY)[0-3]\d)\b(?!:)"
)


def quarter_of_year(match: re.Match[str]) -> str:
    """Write "Q4 2021" as the fourth quarter 2021."""
    of = "fiscal ".join(re.split("FY ?", match["of"]))
    return f"{opening(match, ORDINALS[int(match['number']) - 1])} quarter{of}20{match['year'][-2:]}"


AS_AT = re.compile(rf"\b(?P<as>[Aa]s) at (?=(?:the end of |{'|'.join(calendar.month_name[1:])}))")
# "twenty twenty-two", "two thousand nineteen", "fiscal 'twenty two"
_CENTURY = r"(?:twenty[ -]|two thousand (?:and )?)"
SPOKEN_YEAR = re.compile(
    rf"(?:(?P<fiscal>\b(?:FY|fiscal(?: year)?) )['’]?{_CENTURY}?|['’]|\b{_CENTURY})(?P<year>twenty[ -](?:{'|'.join(ONES[1:10])})|eighteen|nineteen|twenty)\b"
    rf"(?! ?(?:%|per ?cent|million|billion|thousand|hundred|dollars?|cents?|basis|to |point)|[ -](?:{'|'.join(ONES[1:10])})\b)",
    re.IGNORECASE,
)
# "SEK 3.21 (2.87)", "13.7 percent (12.9)": what was a year before
_SCALED = r"(?: ?(?:%|percent\b|million\b|billion\b))"
YEAR_BEFORE = re.compile(
    rf"(?P<sign>\b[A-Z]{{3}} ?|[$£¥₠-⃏])?(?<![\d.,])(?P<now>\d[\d,]*(?:\.\d+)?)(?P<unit>{_SCALED})? \((?P=sign)?(?P<then>\d[\d,]*(?:\.\d+)?){_SCALED}?\)"
)
_UP_TO_TIMES = 3
"""A number in brackets that is more times another is no figure of the year before, but a note or a year."""


def versus_year_before(match: re.Match[str]) -> str:
    """Write a number in brackets as that of the year before, where it is near enough to be one."""
    now, then, sign, unit = match["now"], match["then"], match["sign"] or "", match["unit"] or ""
    ratio = float(now.replace(",", "")) / (float(then.replace(",", "")) or 1)
    if not (sign or unit) or not 1 / _UP_TO_TIMES < ratio < _UP_TO_TIMES or YEAR.fullmatch(then):
        return match[0]
    return f"{sign}{now}{unit} versus {sign}{then}{unit}"


def year_in_digits(match: re.Match[str]) -> str:
    """Write a spoken year in digits."""
    year = 2000 + sum(NUMBER_WORDS[word] for word in re.split("[ -]", match["year"].lower()))
    return f"{match['fiscal'] or ''}{year}"


def years_in_digits(text: str) -> str:
    """A text with its spoken and its short years in four digits.

    >>> years_in_digits("our fourth quarter twenty nineteen call, and our outlook for '20")
    'our fourth quarter 2019 call, and our outlook for 2020'
    """
    if "wenty" in text or "two thousand" in text.lower():
        text = SPOKEN_YEAR.sub(year_in_digits, text)
    return _SHORT_YEAR.sub("20", text)


_SHORT_YEAR = re.compile(r"['’](?:(?<=\b(?:in|of) .)|(?<=\bfor .)|(?<=quarter .)|(?<=fiscal .))(?=[12]\d\b(?!['’s]))")
# "down $30 million from where we were in June", "60 basis points better than where it was a year ago"
WHERE_WE_WERE = re.compile(
    rf"\b(?P<than>(?:from|than|versus|compared (?:to|with)) )where (?:we|it|they|things) (?:were|was|stood)(?: at)? (?:in |at |on )?(?=the (?:end|first|second|third|fourth|prior|same|start|beginning)|last |a year|year|(?:20)?\d\d|Q[1-4]|{'|'.join(calendar.month_name[1:])})"
)
