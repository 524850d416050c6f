"""What is written in many ways, and the one way in which the grammar reads it (`language.fair_copy`)."""

from __future__ import annotations

import calendar
import re
import string
from collections.abc import Callable
from typing import NamedTuple

from transforms.language.quantities import CURRENCIES, NUMBER_WORDS, SIGN_OF, SIGNS, spelled_value


class Spelling(NamedTuple):
    """One thing that is written in many ways."""

    seen_by: tuple[str, ...]
    """What a text with it contains, one of these: looked for first, as a pattern takes longer."""
    pattern: re.Pattern[str]
    written: Callable[[re.Match[str]], str]
    """Gives what the grammar reads for a match."""


ORDINALS = ("first", "second", "third", "fourth")


def _as(words: str) -> Callable[[re.Match[str]], str]:
    return lambda match: words


def _in_case(words: str) -> Callable[[re.Match[str]], str]:
    """Writes words with a capital where the match begins with one."""
    return lambda match: _cased(words, match)


def _cased(words: str, match: re.Match[str]) -> str:
    return words.capitalize() if match[0][0].isupper() else words


def _opening(match: re.Match[str], words: str) -> str:
    """Words for a match, with a capital where a sentence starts with it."""
    opens = _OPENS.search(match.string, max(0, match.start() - _STOP_AND_BLANKS), match.start())
    return words.capitalize() if opens else words


_OPENS = re.compile(r"(?:^|[.?!:\n]) *$")
_STOP_AND_BLANKS = len(".    ")


_HEDGES = "about|approximately|around|roughly|nearly|almost|over|more|than|just|only|under"
_AMOUNT = r"[$£¥₠-⃏]?\d"

# "revenue was, uh, $5 million"
_GOES_ON = r"\b(?:was|were|is|are|be|been|of|to|by|at|in|for|from|with|about|approximately|around|the|a|an|and|our|we|up|down|than|or|that|increased|decreased|grew|declined|rose|fell)"
_PAUSE = r",|\.\.\.|…| --?| —"
_FILLER = re.compile(
    rf"(?P<before>{_GOES_ON})?(?P<comma>{_PAUSE})? ?\b(?P<filler>[Uu](?:m+|h+m?)|[Ee]rm?|[Aa]h|[Hh]mm+|(?<=, )(?:you know|I mean|look|frankly|honestly)(?=,))\b(?P<behind>{_PAUSE})?(?P<blank> ?)(?P<after>\w?)"
)


def _without_filler(match: re.Match[str]) -> str:
    before, comma = match["before"] or "", match["comma"] or ""
    kept = "" if before or not comma else comma if match["behind"] is None or comma == match["behind"] else ""
    blank = " " if (before or match.start()) and match["blank"] else ""
    opens = match["filler"][0].isupper() and not before
    return f"{before}{kept}{blank}{match['after'].upper() if opens else match['after']}"


_OF_THIS_ONE = re.compile(r"(?<=[a-z]) specifically(?=,)")
# "the the margin was was 5%"
_TWICE = ("the", "of", "to", "in", "was", "were", "is", "are", "and", "our", "we", "for", "on", "at", "by", "with")
_SAID_TWICE = re.compile(rf"\b(?P<word>{'|'.join(_TWICE)})(?:,? (?P=word)\b)+", re.IGNORECASE)
# "EBITDA (ph) of $5 million (00:12:31) and"
_REMARK = re.compile(r" ?[\[(](?:ph|sic|phonetic|(?:\d{1,2}:)?\d{1,2}:\d\d)[\])]", re.IGNORECASE)
# "EBIT was $92 million (prior year: $84 million)"
_THEN = re.compile(
    r"\((?P<when>(?:[Tt]he )?(?:[Pp]revious|[Pp]rior|[Ll]ast)[ -](?:year|quarter)(?:(?:'s)?[ -](?:quarter|period|half))?|PY|(?:Q[1-4]|H[12]|FY) ?['’]?(?:20)?\d\d|20\d\d): ?(?=(?:[A-Z]{1,3} ?)?[$£¥₠-⃏]?\d|minus |-)"
)
# "$95 million in the third quarter and $98 million in the fourth."
_IN_FOURTH = re.compile(rf"\b(?:in|for) the (?:{'|'.join(ORDINALS)})(?=[.,;])")
_OF_QUARTERS = re.compile(rf"\b(?:{'|'.join(ORDINALS)}) quarter\b(?:(?![.?!] ).)*$")


def _with_quarter(match: re.Match[str]) -> str:
    said = _OF_QUARTERS.search(match.string, max(0, match.start() - 160), match.start())
    return f"{match[0]} quarter" if said else match[0]


# "gross margin was 83% of sales, R&D was 12.8%, and SG&A was 22.2%": costs as a rate are a share of sales
_COST_RATE = re.compile(
    r"(?<!in )\b(?:SG&A|R&D|G&A|S&M|(?:[Ss]ales|[Ss]elling) and marketing|[Rr]esearch and development|(?<!selling, )[Gg]eneral and administrative)(?: (?:expenses?|costs?|spend(?:ing)?|investments?))?(?: for the (?:\w+ )?(?:quarter|year),?)?(?: (?:was|were|of|came in at)|(?<=, SG&A)|(?<=, R&D)|(?<=, G&A)) (?:(?:about|approximately|just|over|under) )*[\d.]+ ?(?:%|percent)"
    r"(?=[,;.]?$|[;.] |, (?:compared|versus|vs|and|while|with|up|down|an?|in line|which|(?:our |adjusted )?(?:operating|gross|EBITDA|net|tax|pre-tax|R&D|SG&A|G&A)(?! (?:growth|increase)))\b|,? (?:and (?:adjusted |our |the )?(?:[A-Za-z&]+ ){1,3}(?:was|were|of|expenses?)\b|(?:compared (?:to|with)|versus) [\d.]+(?:%| percent)|(?:levered|deleveraged|leveraged|improved)\b))"
)
_AS_SHARE_SAID = re.compile(r"\b(?:percent|percentage|%) (?:of|to) (?:(?!\. )[^,;])*$")
_GROWTH_SAID = re.compile(r"\b(?:growth|grew|increases?d?|decreases?d?)\b(?:(?!\. )[^;])*$")


def _of_sales(match: re.Match[str]) -> str:
    before = (match.string, max(0, match.start() - 90), match.start())
    return match[0] if _AS_SHARE_SAID.search(*before) or _GROWTH_SAID.search(*before) else f"{match[0]} of sales"


_LINE_OF = re.compile(r"\b[Ll]ine(?P<several>s)? of business(?:es)?\b")
_BLANKS = re.compile(r"(?<=\S) {2,}(?=\S)")
_PER_CENT = re.compile(r"(?P<of>(?<=\d) )?\b(?:per ?cent|pct)\b(?! (?:of|points?)\b)|\bper cent\b", re.IGNORECASE)
_ABOUT = re.compile(rf"~ ?(?={_AMOUNT})")
# "sales +5%", but "growth of +5%"
_PLUS = re.compile(r"(?P<level>\b(?:of|at|by|a|an) )?(?<=[\s(])\+(?=\d[\d.]*(?:%| percent| basis| bps))")
# "EBITDA was $44 million (-3%)"
_MINUS = re.compile(r"(?<=[\dmnx%] \()[-–−](?=\d[\d.]*(?:%| percent| ?basis| ?bps))")
# "27%-28%", "$36 million-$42 million", "$2.10-$2.20": a hyphen before a number is else its sign
_RANGE = re.compile(
    r"(?:(?<=\d%)|(?<=\d million)|(?<=\d billion)|(?<=\d thousand)|(?<=\d basis points)|(?<=\d bps)|(?<=\d)(?=.[$£¥₠-⃏]))[-–](?=[$£¥₠-⃏]?\d[\d.,]*(?: ?(?:%|million|billion|thousand|basis|bps|per|a)\b|%|[ .,;)]|$))"
)

# "three dollars and forty-two cents", "twenty-five point five percent"
ONES = tuple(word for word, number in NUMBER_WORDS.items() if number < 20)
TENS = tuple(word for word, number in NUMBER_WORDS.items() if 20 <= number < 100)
_WORD = rf"(?:{'|'.join(sorted((*ONES, *TENS), key=len, reverse=True))})"
_FIGURE = rf"(?P<hundreds>(?:a|{_WORD}) hundred(?: and)?(?: |(?= to| and)))?(?P<rest>{_WORD}(?:[ -]{_WORD})?)?(?P<point> point(?: {_WORD})+)?"
_SPELLED = re.compile(
    rf"\b{_FIGURE}(?<! )"
    r"(?= ?(?:%|percent\b|per cent\b|million\b|billion\b|thousand\b|dollars?\b|cents?\b|euros?\b|basis points?\b)|(?(point) (?:times|turns)\b|(?!)))",
    re.IGNORECASE,
)
_OF_CHOICE = re.compile(rf"(?<!between )\b{_WORD},? (?:or|and) $", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\bbetween (?:about |approximately |around )?(?:(?:a|{_WORD}|hundred(?: and)?)[ -]){{1,6}}(?:point (?:{_WORD} )+)?and $",
    re.IGNORECASE,
)
# "12 point 5 percent", "12 point five percent"
_POINT = re.compile(
    rf"(?<![\d.,])(?P<whole>\d{{1,4}}) point (?P<part>\d+|(?:{'|'.join(ONES[:10])})(?: (?:{'|'.join(ONES[:10])}))*)(?=(?: ?%| (?:percent\b|per cent\b|million\b|billion\b|times\b)))",
    re.IGNORECASE,
)


def _with_point(match: re.Match[str]) -> str:
    part = match["part"].lower()
    tenths = f"0.{part}" if part.isdigit() else str(spelled_value(f"zero point {part}"))
    return match["whole"] + tenths.removeprefix("0")


# "a dollar twenty", "a dollar 20 cents"
_A_DOLLAR = re.compile(
    rf"\ba dollar (?:and )?(?P<cents>\d\d|(?:{'|'.join((*ONES[10:], *TENS))})(?:[ -](?:{'|'.join(ONES[1:10])}))?)(?: cents)?\b(?! ?(?:%|percent|million|billion|dollars|to\b(?! (?:a|one|two|three|\d) dollars?\b)))",
    re.IGNORECASE,
)


def _dollar_and(match: re.Match[str]) -> str:
    cents = match["cents"].lower()
    return f"$1.{int(cents) if cents.isdigit() else int(spelled_value(cents) or 0):02d}"


# "EPS of 25c", "a dividend of 17.3cps"
_CENTS = re.compile(
    r"(?P<amount>\b(?:of|at|to|was|were|is|from|by|and|or|about|approximately|than|versus) \d[\d.]*)c(?P<share>ps)?\b(?=[ .,;)]|$)"
)
_SWISS = re.compile(r"(?<=\d)['’](?=\d{3}(?!\d))")
_ADJUSTED = re.compile(
    r"\b(?P<of>[Aa])dj\.?(?= (?:EBITDA|EBIT|EPS|diluted|net|operating|gross|free|earnings|income)\b)"
)
# "six to $7", "forty-three to 45 percent", "between one and 2 million"
_LOW_END = re.compile(
    rf"\b(?P<between>between (?:about |approximately |around )?)?(?=(?:{_WORD}|a hundred)\b)(?P<low>{_FIGURE}(?: and a half)?) (?P<to>(?(between)(?:and|to)|to)) (?=(?:about |approximately |around )?(?P<sign>[$£¥₠-⃏])?\d[\d.,]*(?(sign)|(?: ?%| (?:percent|million|billion|basis points|times|cents|dollars)\b)))",
    re.IGNORECASE,
)


def _low_end(match: re.Match[str]) -> str:
    figures = _figures(match, match["low"])
    return f"{match['between'] or ''}{match['sign'] or ''}{figures} {match['to']} " if figures else match[0]


def _in_digits(match: re.Match[str]) -> str:
    before = (match.string, max(0, match.start() - 60), match.start())
    if not match["rest"] or _OF_CHOICE.search(*before) and not _BETWEEN.search(*before):
        return match[0]  # "three or five percent" is read as it is
    return _figures(match, match[0]) or match[0]


def _figures(match: re.Match[str], said: str) -> str | None:
    """The figures of a number that is spelled out; None for the words of several: "twenty twenty", "five six"."""
    values = [NUMBER_WORDS[word] for word in re.split("[ -]", match["rest"].lower())] if match["rest"] else []
    if len(values) > 1 and not (values[0] >= 20 and 0 < values[1] < 10):
        return None
    if match["point"] and any(NUMBER_WORDS[word] > 9 for word in match["point"].lower().split()[1:]):
        return None
    value = spelled_value(said.lower().strip())
    return None if value is None else str(value)


# "2.4 billion dollars"
_NAMED = {
    "dollar": "$", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "canadian dollar": "CAD", "hong kong dollar": "HKD",
    "australian dollar": "AUD", "euro": "EUR", "rupee": "INR", "yuan": "CNY", "renminbi": "CNY", "swiss franc": "CHF",
    "swedish krona": "SEK", "swedish kronor": "SEK", "norwegian krone": "NOK", "danish krone": "DKK", "danish kroner": "DKK",
    "japanese yen": "JPY", "korean won": "KRW", "mexican peso": "MXN", "brazilian reai": "BRL", "south african rand": "ZAR",
}  # fmt: skip
_CODES = {
    code: SIGN_OF[of]
    for code, of in (*CURRENCIES.items(), ("Rs", "INR"), ("Rs.", "INR"))
    if of and (code.endswith("$") or code.isalpha() and len(code) == 3 or code.startswith("Rs"))
}
"""The one sign that is written for each code of letters, before its number or behind it, without a blank between."""
_WRITTEN = {name: SIGN_OF.get(code, code) for name, code in _NAMED.items()} | {
    code.lower(): sign for code, sign in _CODES.items() if not code.endswith("$")
}
_IN_CURRENCY = re.compile(
    r"(?:(?<![\w$£¥₠-⃏.,/-])(?<!\$ )|(?<=\blow-)|(?<=\bmid-)|(?<=\bhigh-))(?P<number>\d+(?:,\d+)*(?:\.\d+)?|\.\d+)(?P<scale>[ -](?:thousand|million|billion|trillion|mn|bn|lakh crore|crore|lakh))?"
    rf"[ -](?P<currency>{'|'.join(sorted(map(re.escape, _WRITTEN), key=len, reverse=True))})s?\b(?: and (?P<cents>\d\d?) cents?\b)?(?! and \w+ cents)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_BARE_RANGE = re.compile(r"(?<![$£¥₠-⃏\d.,])\d[\d,]*(?:\.\d+)? (?:to|or) $")


def _with_sign(match: re.Match[str]) -> str:
    number, scale, cents = match["number"], match["scale"] or "", match["cents"]
    if not scale and _YEAR.fullmatch(number):
        return match[0]  # "in 2019 dollars"
    if not cents and _OF_BARE_RANGE.search(match.string, max(0, match.start() - 20), match.start()):
        return match[0]  # "36 to 42 million dollars" is read as it is
    if cents:
        number += f".{int(cents):02d}"
    return f"{_WRITTEN[match['currency'].lower()]}{number}{scale.replace('-', ' ')}"


_CODE = re.compile(rf"(?<!\w)(?P<code>{'|'.join(sorted(map(re.escape, _CODES), key=len, reverse=True))}) ?(?=\d)")
# "$5MM", "7 bn"; of what is no money, "5M" may be five metres and "300mm" is a length
_MAGNITUDES = {
    "k": "thousand", "m": "million", "mm": "million", "mn": "million", "mil": "million", "mln": "million",
    "b": "billion", "bn": "billion", "bil": "billion", "bln": "billion", "tn": "trillion",
}  # fmt: skip
_SURE = "MM|[Mm]ln|[Mm][Nn]|[Bb][Nn]|[Bb]ln"
_OF_MONEY = re.compile(rf"[$£¥₠-⃏] ?\d+(?:[.,]\d+)*(?P<gap>[ -]?)(?P<of>[kKmMbB]|mm|{_SURE}|[mMbB]il|tn|TN)\b")
_MAGNITUDE = re.compile(rf"(?P<gap>(?<=\d) ?)(?P<of>{_SURE})\b")
# "2.5m shares", "21.5m in attendance"
_COUNTED = re.compile(
    r"(?<![\w$£¥₠-⃏.,])\d+(?:(?P<part>\.\d+)|,\d{3})*(?P<gap>)(?P<of>[mM])\b(?(part)|(?= (?:(?:new|total|active|paying|common|ordinary|diluted) )*(?:shares|customers|subscribers|users|members|guests|units|accounts|homes|people|visitors|patrons|barrels)\b))"
)
# "a loss of ($52m)-($48m)"
_LOSS = r"\((?P<{}>[$£¥₠-⃏][\d.,]+ ?(?:million|billion|[mMbB]|mm|MM|bn)?)\)"
_RANGE_OF_LOSS = re.compile(rf"{_LOSS.format('one')} ?(?:-|–|to|and) ?{_LOSS.format('other')}")
# "net income was ($5 million)"
_IN_BRACKETS = re.compile(
    r"(?:(?<=\bwas )|(?<=\bof )|(?<=\bat )|(?<=\bto ))\((?P<amount>[$£¥₠-⃏][\d.,]+(?: (?:million|billion))?|[\d.,]+%)\)"
)


def _in_full(match: re.Match[str]) -> str:
    number = match[0][: match.start("gap") - match.start()]
    return f"{number} {_MAGNITUDES[match['of'].lower()]}"


# "roughly $5 million", "almost 7%", "north of $2 billion"
_HEDGED = re.compile(
    rf"\b(?:(?P<about>roughly|circa|around|some|(?<=\ban )approximate|(?<=\bthe )approximate|(?:somewhere )?(?:in the (?:region|vicinity|ballpark|order)|on the order) of|to the tune of)|(?P<nearly>almost|just shy of|just under|just below|close to)|upwards of|north of|in excess of) (?={_AMOUNT})",
    re.IGNORECASE,
)


def _hedged(match: re.Match[str]) -> str:
    hedge = "approximately " if match["about"] else "nearly " if match["nearly"] else "over "
    return _cased(hedge, match)


# "was sort of 17%", "kind of mid-single digits"
_SORT_OF = re.compile(
    rf"(?:,? )\b(?:sort of|kind of|kinda|sorta),?(?=(?P<straight> {_AMOUNT})| (?:(?:{_HEDGES}|up|down|a|an|in|the|low|mid|high)[ -])+{_AMOUNT})"
)
# "anywhere from 5% to 7%", "somewhere between $5 million and $6 million"
_ANYWHERE = re.compile(
    rf"\b(?:[Aa]ny|[Ss]ome)where (?:between|from)(?= (?:(?:an?|{_HEDGES}|low|mid|minus|up|down) )*{_AMOUNT})"
)
# "5% vs. 4%", "$5 million against $4 million"
_VERSUS = re.compile(
    rf"\b(?:[Vv]s\b\.?|against(?= (?:{_AMOUNT}|(?:an?|the) (?:prior|previous|same|year|first|second|third|fourth|comparable|corresponding|loss|profit|net)\b|Q[1-4]\b|last (?:year|quarter)\b)))"
)
# "$5 million when compared with $4 million", "relative to the prior year", "as against $4 million"
_COMPARED = re.compile(
    rf"\b(?:(?:when |as )?compared with|when compared to|in comparison (?:to|with)|as (?:against|compared against)|relative to(?= (?:{_AMOUNT}|(?:an? |the |our )?(?:[a-z]+ ){{0,4}}(?:of|at) {_AMOUNT}|(?:an?|the) (?:prior|previous|same|year|first|second|third|fourth|comparable|corresponding|loss|profit|net)\b|Q[1-4]\b|last (?:year|quarter)\b|(?:fiscal )?20\d\d\b)))"
)
# "the comparable quarter of last year", which is no basis; "the previous year"
_SAME = re.compile(
    r"\b(?:(?:comparable|comp|corresponding|comparative|equivalent)(?= (?:quarter|period|months?|weeks?|half)\b)|(?:comparable|corresponding|same) (?P<several>quarter|period)s(?= (?:in|of|from) (?:20\d\d|last year|the prior year)\b))"
)
_PREVIOUS = re.compile(r"\b[Pp]revious(?=[ -]year\b)")
_OVER = {"y": "year-over-year", "q": "quarter-over-quarter"}
_BRIEF_OVER = re.compile(r"(?<![\w-])(?P<of>[yq])(?:o|-on?-|/)(?P=of)\b", re.IGNORECASE)
_YEAR_ON_YEAR = re.compile(r"\b(?P<of>[Yy]ear|[Qq]uarter)[ -]on[ -](?:year|quarter)\b")
# "sales were up 5% on the year"
_ON_THE_YEAR = re.compile(
    r"(?:(?<=\d%)|(?<= percent)|(?<= points)|(?<= bps)|(?<=illion)|(?<= higher)|(?<= lower)|(?<= growth)|(?<= decline)) on the (?P<of>year|quarter)\b(?! (?:to date|so far|as a whole|before))"
)
# "up 5% on the first quarter", "$40 million down on last year"
_ON_ANOTHER = re.compile(
    rf"(?P<moved>\b(?:up|down|higher|lower|rose|grew|fell|increased|decreased|declined|(?:growth|rise|increase|decrease|decline|improvement|reduction) of)(?: by)?(?: (?:an?|{_HEDGES}))*(?P<by> ?[$£¥₠-⃏]?\d[\d.,]* ?(?:%|percent|million|billion|(?:basis |percentage )?points|bps))?) on (?=(?:the |our )?(?:(?:first|second|third|fourth|prior|previous|last|same|comparable|corresponding|equivalent) (?:quarter|half|period)\b|(?:prior|previous|last)[ -]year\b(?!')|Q[1-4]\b|H[12]\b|year[- ]end\b|(?:fiscal )?20[12]\d\b))"
)
_IS_SO = re.compile(r"\b(?:was|were|is|at|of) [$£¥₠-⃏]?[\d.,]+ ?(?:%|percent|million|billion)$")


def _over_the_year(match: re.Match[str]) -> str:
    """What moved did so over the year; what only was is of all the year: "margins were 17.7% on the year"."""
    is_level = _IS_SO.search(match.string, max(0, match.start() - 40), match.start())
    return match[0] if is_level else f" {match['of']}-over-{match['of']}"


# "up from $4 million the year before", but "in 2020, the year before"
_YEAR_EARLIER = re.compile(
    r"(?<!was)(?<!is) the year before(?P<own>['’]s)?(?=[.,;)]|$| (?:and|or|to|but|due|driven|as|while|with|reflecting)\b|(?(own) ))"
)
_A_YEAR = re.compile(r"\b20\d\d\b")
_ENDS_FIGURE = (*string.digits, "%", "illion", "percent", "points", "share")


def _prior_year(match: re.Match[str]) -> str:
    if _A_YEAR.search(match.string, max(0, match.start() - 60), match.start()):
        return match[0]
    is_behind = match.string.endswith(_ENDS_FIGURE, 0, match.start())
    return f" {'last' if is_behind and not match['own'] else 'the prior'} year{match['own'] or ''}"


_BECAUSE_OF = re.compile(r"\b(?:[Bb]ecause of|[Oo]n account of)(?= )")
_LEFT_OUT = re.compile(
    r"\b(?:[Ee]xclusive of|[Ll]eaving out|[Ss]tripping out|[Bb]acking out(?! of\b)(?! [$£¥₠-⃏]?\d)|[Nn]ot (?:counting|including)|(?:[Ii]f|[Ww]hen) (?:you|we|I) (?:just |then )?(?:(?:strip|back|take|carve|factor) out|exclude)(?! (?:about |approximately |the )?[$£¥₠-⃏]?\d)|(?P<which>(?:which|that|it) )(?:leaves?|strips?) out)(?= )"
)
# "the company's revenue was", which a company may say of itself
_COMPANYS = re.compile(r"\b[Tt]he [Cc]ompany['’]s(?= [\w&])(?! (?:history|board|website|lifetime|existence)\b)")
_BOUGHT = re.compile(
    r"\b(?:acqui|bought(?! back| \d)|buy |purchased (?!\d)|merg|target company|invest(?:ed|ment) in [A-Z])"
)


# "the company expects revenue of", "management expects"
_COMPANY_SAYS = re.compile(
    r"(?<!of )(?<!by )(?<!for )(?<!in )(?<!with )(?<!to )(?<!from )\b(?:[Tt]he [Cc]ompany|(?:(?<=^)|(?<=[.,;] )|(?<=\n))[Mm]anagement)"
    r"(?P<now> (?:now|currently|still|also|continues to))? (?P<verb>(?:expect|anticipate|estimate)s?|reported|generated|delivered|recorded|posted|achieved|earned|incurred|recognized|invested|repurchased)\b"
)


def _we(match: re.Match[str]) -> str:
    now = (match["now"] or "").replace("continues", "continue")
    return match[0] if _is_of_other(match) else f"{_cased('we', match)}{now} {match['verb'].removesuffix('s')}"


def _is_of_other(match: re.Match[str]) -> bool:
    """Whether what is told is of another company, which is bought."""
    return _BOUGHT.search(match.string, max(0, match.start() - 200), match.end() + 80) is not None


def _ours(match: re.Match[str]) -> str:
    return match[0] if _is_of_other(match) else _cased("our", match)


_IN_QUARTER = re.compile(
    r"\b(?:(?:in|for|during|over) the (?:three-month period(?! end)|three months(?=[.,;]|$| (?:was|were|came|totaled|grew|increased|decreased|declined|and)\b))|(?<!% )(?<!percent )(?<!points )over the quarter\b(?! (?:of|before)))"
)
# "growth in revenue slowed to 9%": how fast it grew, and no fall
_GROWTH_TO = re.compile(
    rf"(?P<growth>\b[Gg]rowth(?: rate)?(?: (?:in|of) (?:the |our )?(?:[\w&'-]+ ){{0,3}}?[\w&'-]+)?)(?: has| have| is| was)?(?: now| further| \w+ly)* (?:moderated|slowed|eased|decelerated|dipped|fell|declined|decreased|dropped|cooled|accelerated|picked up|ticked up|sped up) (?:back |down |up )?to (?=(?:(?:an?|{_HEDGES}) )*[\d.]+(?: ?(?:%|percent))(?!,? (?:down |up )?from\b))"
)
# "we bought back $5.8 billion in stock"
_BOUGHT_IN = re.compile(
    r"(?P<what>\b(?:bought back|buy back|buying back|repurchased|repurchase|repurchasing) (?:[\w.,]+ ){0,3}?[$£¥₠-⃏][\d.,]+ (?:million|billion)) in (?=(?:our |company |common )*stock\b)"
)
# "the margin was 11.5%, after 10.9%"; but "income was $5 million, after $2 million in taxes"
_AFTER = re.compile(
    r"(?<=[%n\d]), after(?= (?:[A-Z]{3} ?|[$£¥₠-⃏])?\d[\d.,]*\d?(?: ?%| percent| million| billion)?(?:[.;)]|,? (?:in the (?:prior|previous|same|corresponding)|a year|one year|last year|the (?:year|quarter) before)|$))"
)
# "sales climbed 5%", but "profit fell short"
_ROSE = ("rose", "climbed", "jumped", "surged", "soared", "spiked", "swelled", "ticked up", "edged up", "inched up",
         "crept up", "ballooned", "leapt", "skyrocketed", "firmed", "widened", "went up", "moved up", "moved higher", "stepped up",
         "advanced", "popped", "vaulted", "shot up", "bounced", "mushroomed", "escalated")  # fmt: skip
_FELL = ("fell", "dropped", "slipped", "slid", "tumbled", "plunged", "dipped", "sank", "shrank", "slumped",
         "de-grew", "degrew", "ticked down", "edged down", "inched down", "crept down", "retreated", "moderated",
         "eroded", "compressed", "drifted down", "stepped down", "came down", "went down", "moved down", "moved lower",
         "plummeted", "receded", "diminished", "cratered", "pulled back", "backed off", "tapered", "waned", "sagged", "subsided")  # fmt: skip
_RISES = ("rise", "climb", "jump", "tick up", "edge up", "inch up", "creep up", "step up", "widen", "firm", "surge", "soar", "spike",
          "rebound", "strengthen", "go up", "move up", "move higher", "ramp up")  # fmt: skip
_FALLS = ("fall", "drop", "slip", "dip", "shrink", "tick down", "edge down", "inch down", "drift down", "drift lower", "step down", "compress",
          "moderate", "erode", "soften", "come down", "ease", "weaken", "tumble", "plunge", "contract", "go down", "move down", "move lower")  # fmt: skip
_MOVED = re.compile(
    rf"\b(?:(?P<rose>{'|'.join(_ROSE)})|{'|'.join(_FELL)})\b(?=(?: (?:by|to|from|another|an?|{_HEDGES}|sharply|slightly|significantly|modestly|sequentially))* {_AMOUNT})"
)
# "on a 13% drop in volume", "a 5 point dip in margin", "a jump of $4 million"; but "a gain of $4 million on the sale"
_RISE_OF = ("jump", "surge", "spike", "climb", "uptick", "rise")
_FALL_OF = ("drop", "fall", "dip", "slide", "slump", "plunge", "downtick")
_MOVED_BY = re.compile(
    rf"(?P<by>(?:%|\bpercent|\bpoints?|\bbps) )(?:(?P<rise>{'|'.join(_RISE_OF)})|{'|'.join(_FALL_OF)})(?= (?:in|over|from|versus|compared|year)\b)"
)
_MOVE_OF = re.compile(
    rf"\b(?P<one>[Aa])n? (?:(?P<rise>{'|'.join(_RISE_OF)}|gain(?= of(?: {_HEDGES})? [\d.]+ ?(?:%|basis)))|{'|'.join(_FALL_OF)})(?= of(?: {_HEDGES})? {_AMOUNT})"
)
# "we expect the margin to compress 3 to 5 basis points"
_WILL_MOVE = re.compile(
    rf"(?P<will>\b(?:to|will|should|would|could|may|might) |\b(?:saw|seen) (?:[\w'&-]+ ){{1,5}}?)(?:(?P<rises>{'|'.join(_RISES)})|{'|'.join(_FALLS)})\b(?=(?: (?:by|another|an?|{_HEDGES}|slightly|modestly|sequentially))* {_AMOUNT})"
)
_AT = r"(?:came in|clocked in|stood|landed|worked out|settled|held(?: (?:steady|firm))?) at"
_CAME_TO = re.compile(
    rf"(?<!\bthat )\b(?:amounted to|{_AT}|(?:was|were) recorded at|totalled)(?=(?: (?:an?|{_HEDGES}|record))* [$£¥₠-⃏]\d)"
    rf"|(?<![Ww]e )(?<!company )\b{_AT}(?=(?: {_HEDGES})* \d[\d.]*(?:%| percent)(?! (?:decline|decrease|growth|increase)))"
)
# "6% shy of 2019"
_SHY_OF = re.compile(
    r"(?P<by>\d%|percent|points) (?:shy|short) of(?= (?:20\d\d|last|the (?:prior|same|first|second|third|fourth)|prior|a year|[qQ][1-4])\b)"
)
# "gold output fell 4%"
_OUTPUT = re.compile(
    r"(?P<of>\b(?:[Cc]opper|[Gg]old|[Ss]ilver|[Nn]ickel|[Zz]inc|[Ll]ithium|[Ii]ron ore|[Mm]etal|[Mm]ine|[Cc]oal|[Oo]il|[Gg]as|[Cc]rude|[Ss]teel|[Cc]ement|[Dd]aily|[Qq]uarterly) )output(?= (?:was|were|of|averaged|totaled|came|rose|fell|grew|increased|decreased|declined|slipped|dropped|reached|is|will|should|to)\b)"
)
# "we project", "is forecast to", "we're guiding to $5 million"
_EXPECTED = re.compile(
    r"(?P<whose>\b(?:[Ww]e|company|management)(?: (?:now|currently|still|also))?) (?:project|forecast)(?P<one>s?)\b(?! (?:period|horizon|is|was)\b)"
    r"|(?P<is>\b(?:are|is|be|been|was|were|['’]re|now|currently|still|also)) (?:(?:project|forecast)(?P<ending>ed|ing)\b|forecast(?= (?:to|at)\b)|(?P<guiding>guiding) (?:to|for)\b)"
)


def _as_expected(match: re.Match[str]) -> str:
    if whose := match["whose"]:
        return f"{whose} expect{match['one']}"
    return f"{match['is']} expect{'ing' if match['guiding'] else match['ending'] or 'ed'}"


# "we're looking for sales of $5 million"
_LOOKING_FOR = re.compile(
    r"(?:(?<=\bwe)|(?<=\bWe))(?:['’]re| are)(?: (?:still|now|currently))? looking for (?=[^.;?]{0,80}\d)"
)
# "our expectations for Q1.", "turning to 4Q"; but "turning to 3Q20"
_QUARTER = re.compile(
    r"(?P<before>\b(?:(?:outlook|guidance|expectations?|assumptions?|commentary|comments|thoughts|color) (?:for|on|about)|(?:turn|mov|look|shift|head)(?:e|ing)?(?: (?:ahead|forward|now|on|over|out))* (?:to|into|at)|(?:[Ii]n|[Ff]or|[Dd]uring|[Tt]hrough|until|by|end of|started|ended|finished|[Cc]ompared to|versus|over)) )(?:our |the )?(?P<said>Q[1-4]|[1-4]Q)(?![\w&/-]| ?['’]\d| (?:of )?(?:fiscal |FY ?)?(?:20|['’]?\d\d\b)| ?FY| (?:and|to|through|or) (?:Q[1-4]|[1-4]Q))"
)


def _quarter(match: re.Match[str]) -> str:
    return f"{match['before']}the {ORDINALS[int(match['said'].strip('Q')) - 1]} quarter"


# "our reportable segments", "the Lamps business unit", "Lamps Division"; but "our Business segment", "Small Business Unit"
_SEGMENT = re.compile(
    r"\b(?:(?:[Rr]eporting|[Rr]eportable|[Oo]perating|(?<!the )business) segment|(?<!mall )business unit|division|(?<=[a-z] )Division)(?P<several>s?)\b"
)
# "our financial services operations generated $5 million"
_OPERATIONS = re.compile(
    r"(?P<whose>\b[Oo]ur (?!continuing|discontinued|day|field|global|core|total|company|underlying|own\b)(?:[\w&'’-]+ ){1,3})operations(?= (?:had|generated|delivered|reported|posted|contributed|earned|achieved|produced|recorded)\b)"
)
# "sales saw growth of 5%", "sales were off 5%"
_SAW = re.compile(
    r"(?<!\b[Ww]e )\b(?:posted|saw|recorded|registered|showed|experienced|enjoyed) (?:an? )?(?:(?P<up>growth|increase|rise|gain)|decline|decrease|drop) of (?=(?:about |approximately |nearly |over )?[\d.]+%(?! in\b))"
)
# "can range from a 6% decline to a 2% increase"
_DOWN_OR_UP = re.compile(
    r"(?P<lead>\b(?:from|between) )(?:an? |about )*(?P<low>[\d.]+%) (?:decline|decrease|reduction)(?: year[- ]over[- ]year)?(?P<to> to| and) (?:(?:an? |about )*(?P<high>[\d.]+%) (?:increase|growth|improvement)|(?P<flat>flat)(?! (?:growth|sales|revenue)))\b"
)
_WAS_OFF = re.compile(r"(?P<was>\b(?:was|were|is|are) )off (?=(?:about |approximately |nearly |over )?[\d.]+%)")
# "sales were minus 5%", where a margin or a growth has a sign of its own
_WAS_MINUS = re.compile(
    r"(?P<was>\b(?:sales|revenues?|turnover|volumes?|shipments|orders|bookings|billings|backlog|traffic|tickets?|transactions|prices|pricing|balances|deposits|loans|EPS|earnings|income|profit|EBITDA|EBIT|costs?|expenses?)(?: for the (?:quarter|year))? (?:was|were|is|are) )(?:minus|negative) (?=(?:about |approximately )?\d[\d.]* ?(?:%|percent))",
    re.IGNORECASE,
)
_AND_MINUS = re.compile(r"(?P<and>\bdown \d[\d.]*(?:%| percent)[^.;$]{0,60} and )minus (?=\d[\d.]*(?:%| percent))")
# "This is versus operating income of $6 million"
_IS_VERSUS = re.compile(r"(?P<is>\b[Tt](?:his|hat)(?:['’]s| is| was)) versus\b")
# "EPS of $0.88, plus or minus a nickel"
_COIN = {"penny": "$0.01", "cent": "$0.01", "nickel": "$0.05", "dime": "$0.10"}
_GIVE_A_COIN = re.compile(rf"(?P<give>\b(?:plus or minus|give or take) )a (?P<coin>{'|'.join(_COIN)})\b")
# "we see revenue in the range of $5 million to $6 million"
_WE_SEE = re.compile(
    r"(?P<we>(?<![a-z] )\b[Ww]e)(?P<now> (?:now|currently|still))? see (?=(?:our |the |full-year |adjusted )?(?:[\w&'-]+ ){1,4}(?:in (?:the|a) range of|between|of between|landing|coming in|ending) (?:between |at |(?:an?|about|approximately) )*[$£¥₠-⃏]?\d)"
)
# "sales lost 5%", "revenue gained 4%"; but "we lost 5% of our customers"
_LOST = re.compile(
    r"(?<=[\w,)%] )(?:(?P<gained>gained)|lost) (?=(?:(?:about|approximately|nearly|over|another) )*\d[\d.]*(?:%| percent)(?! (?:of|market|share)\b| to (?![$£¥₠-⃏]?\d)))"
)
# "was higher by 5%"
_HIGHER_BY = re.compile(
    rf"(?P<was>\b(?:was|were|is|are|be) )(?:(?P<up>higher)|lower) by (?=(?:(?:an?|{_HEDGES}) )*{_AMOUNT})"
)
# "we would expect sales of $5 million", but "if rates fell, we would expect it"
_WOULD_EXPECT = re.compile(
    r"(?<!that )(?<!what )(?<!which )(?<!than )(?<!as )\b(?P<we>[Ww]e)(?: would|['’]d)(?P<now> (?:also|still|now|then))? expect\b"
)
_SUPPOSED = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Aa]ssuming|were to|[Ss]hould (?:we|the|rates|it|they)|scenario|in (?:that|such an?|this) (?:case|event|environment)|[Hh]istorically|[Nn]ormally|[Tt]ypically|[Ii]n (?:an?|any) (?:normal|typical|given)|[Ee]ventually|[Oo]ver time|[Ll]ong[- ]term)\b"
)
_STOPS = (". ", "? ", "! ", "\n")


def _will_expect(match: re.Match[str]) -> str:
    text = match.string
    opens = max(text.rfind(stop, 0, match.start()) for stop in _STOPS) + 1
    ends = min((place for stop in _STOPS if (place := text.find(stop, match.end())) >= 0), default=len(text))
    return match[0] if _SUPPOSED.search(text, opens, ends) else f"{match['we']}{match['now'] or ''} expect"


# "we're now expecting", "we're budgeting SG&A at 24% of sales"
_EXPECTING = re.compile(
    r"(?P<we>\b[Ww]e)(?:['’]re| are)(?P<now> (?:still|now|currently|also))? (?:expecting|budgeting(?: for)?)\b"
)
_LESS_PLACE = r"(?:[Ee]x[- ](?:the )?(?P<place>U\.S\.|USA?\b|China|Japan|Europe|North America)|OUS\b)"
# "ex-U.S. sales", "OUS revenue": what a place is left out of by its name
_ABROAD = re.compile(
    rf"\b{_LESS_PLACE} (?P<what>(?:(?:net|total|organic|product) )*(?:sales|revenues?|growth|orders|bookings))\b"
)
# "$43 million ex-U.S.", "$43 million OUS"
_SOLD_ABROAD = re.compile(
    rf"(?P<by>(?:million|billion|%|percent|dollars|euros)) {_LESS_PLACE}(?=[.,;]|$| (?:[A-Z]|(?:and|or|in|for|compared|versus|with|which|due|driven)\b))"
)
# "EPS ex-items", "loans ex PPP"; but "ex-works", "the ex-CEO"
_EX = re.compile(
    r"(?<![\w-])[Ee]x(?:-| |- )(?=(?:the|any|all|our|those|these|one|special|non|PPP|FX|TAC|U\.S\.|USA?\b|China|Japan|Europe|North America|[a-z]+s\b|currency|foreign|fuel|gas|goodwill|cash|COVID|restructuring|M&A|\$))(?!works|factory|officio|dividends|wives|employees)"
)
# "adjusted EBITDA RE"; "rev par", "rep par", "red park", "rev car": how recognisers hear the revenue of hotels per available room
_EBITDARE = re.compile(r"(?<=\bEBITDA)[ -]?(?:RE|re)\b(?! (?:the|our)\b)")
_REVPAR = re.compile(
    r"\b(?:[Rr]ev|REV|[Rr]ep|[Rr]ed)[ -]?(?:[Pp]ar[kt]?|PAR|[Ff]ar|FAR|[Cc]ar)\b(?= (?:growth|grew|was|were|is|improved|increased|declined|decreased|rose|fell|up|down|for|index|guidance|performance|of|to|in|at|by|has|will)\b)"
)
# "a billion and a half dollars", "one and a half million"
_AND_HALF = re.compile(
    rf"\b(?P<number>an?|\d+|{'|'.join(ONES[1:10])}) (?P<scale>million|billion|trillion) and a half\b|\b(?P<one>one|1) and a half(?= (?:million|billion|percent|times|points?)\b| ?%)",
    re.IGNORECASE,
)
# "Europe, Middle East and Africa", "Asia, Middle East and Africa"
_MIDDLE_EAST_AND_AFRICA = re.compile(
    r"\b(?P<first>Europe|(?<!Europe, )Asia),? (?:the )?Middle East,? (?:and|&) Africa\b"
)


def _with_half(match: re.Match[str]) -> str:
    if match["one"]:
        return "1.5"
    number = match["number"].lower()
    whole = number if number.isdigit() else NUMBER_WORDS.get(number, 1)
    return f"{whole}.5 {match['scale']}"


# "3.1% at constant rates and 1.4% at actual rates"
_AT_ACTUAL = re.compile(
    r"\b(?:at|in|on|using) (?:an? |the )?(?:actual|reported) (?:foreign )?(?:(?:exchange|currency|FX) )?rates?(?: basis)?\b(?! of\b)"
)
# "the board will propose a dividend of €2.10", which is that of the year just over
_WILL_PROPOSE = re.compile(
    r"\b(?:will|intends? to|plans? to) (?:propose|recommend)(?= (?:to [^.;,]{3,60} )?(?:the payment of |the distribution of |payment of )?(?:an?|the) (?:[\w-]+ ){0,4}(?:dividend|distribution)\b)"
)
# "up 24% cc", "up 24% at CER"
_CC = re.compile(r"(?:(?<=\d%)|(?<= percent)|(?<= points)|(?<= bps)) (?:in |at )?(?:cc|CC|cer|CER)\b")
# "at constant exchange rates", "FX-neutral sales"
_CONSTANT = re.compile(
    r"\b(?:[Cc]onstant (?:foreign )?(?:exchange(?: rates?)?|FX(?: rates?)?|currencies|currency rates?)|(?:[Cc]onstant )?(?:FX|[Cc]urrency|[Ff]oreign[- ]exchange)[- ](?:neutral|adjusted(?! (?:net |diluted )?(?:EPS|EBIT|earnings|income|operating)\b)))\b"
)
# "our full-year guide", "the guide for the quarter"
_GUIDE = re.compile(
    r"(?P<of>\b(?:[Oo]ur|[Tt]he|[Tt]hat|[Tt]his|year|quarter|Q[1-4]|EPS|EBITDA|EBIT|revenue|sales|margin|RASM|TRASM|PRASM|CASM|CASM-X|CASM-ex|capex|capacity|volume|earnings|flow|growth|income|profit|production|rate|FFO|NOI|AFFO|savings|bookings|billings|ARR|year's|prior|previous|current|updated|revised|new|initial|original) )guide\b(?! (?:us|you|our|the|them|through|rails?|books?|shoes?)\b)"
)
# "capex will end up at $30 million": no increase
_ENDED_UP = re.compile(r"\b(?P<of>end(?:s|ed|ing)?) up(?= (?:at|in|between|around|being|somewhere|about|near|right) )")
# "tax is shaping up to be $5 million": no increase
_SHAPING_UP = re.compile(rf"\bshaping up (?=to be (?:(?:an?|{_HEDGES}) )*{_AMOUNT})")
# "non-GAAP GM was 45%"
_GM = re.compile(
    r"(?<!from )(?<!with )(?<!by )(?<!at )\bGM(?= (?:(?:was|were|is|of|at|came|improved|expanded|rose|increased|decreased|declined|fell|contracted|up|down) )(?:(?:in|for) the quarter )?(?:(?:in at|to be|by|to|about|approximately|around) )*\d[\d.]* ?(?:%|per ?cent|basis|bps|points))"
)
# "FCF conversion was 96%", "YTD capex"
_BRIEF = {
    "FCF": "free cash flow",
    "OCF": "operating cash flow",
    "CFFO": "cash flow from operations",
    "YTD": "year-to-date",
}
_IN_BRIEF = re.compile(rf"\b(?:{'|'.join(_BRIEF)})\b(?! ?\()")
_NON_GAAP = re.compile(r"\b(?P<non>[Nn])(?:on|ON)GAAP\b")
# "a de-growth of 3%", "sales de-grew", "9M FY2025", "as at March 31", "in the low twenties"
_DEGROWTH = re.compile(r"\bde-?growth\b")
_OF_MONTHS = re.compile(r"\b(?:(?P<six>6|[Ss]ix)|9|[Nn]ine)[ -]?(?:M|months?)[ ,]*(?=FY ?['’]?\d\d)")
# "4Q21", "Q4FY21", "Q4'21", "2H'21", "9M 2021"; "Q4 2021" stays
_SHORT_PERIOD = re.compile(
    r"\bF?(?:(?P<first>[1-4]Q|[12]H|[69]M)(?: ?FY ?['’]?| ?['’]|[-/]?| (?=20\d\d))"
    r"|(?P<last>Q[1-4](?=FY|[-/'’])|H[12])(?: ?FY ?['’]?| ?['’]|[-/]))(?P<year>20\d\d|[1-3]\d)\b(?!['’]|[.,]?\d|%)"
)
_MONTHS_OF = {"M6": "six months", "M9": "nine months"}


def _period_in_full(match: re.Match[str]) -> str:
    period = match["last"] or match["first"][::-1]
    return f"{_MONTHS_OF.get(period, period)} 20{match['year'][-2:]}"


# "the 2nd quarter"
_NUMBERED = dict(zip(("1st", "2nd", "3rd", "4th"), ORDINALS, strict=True))
_NUMBERED_QUARTER = re.compile(rf"\b(?:{'|'.join(_NUMBERED)})(?=[ -](?:fiscal )?(?:quarter|half)\b)")
# "FQ4 2021", "fiscal Q4"; "2021 Q4"; "CY21"
_FISCAL_QUARTER = re.compile(r"\b(?:F|[Ff]iscal )(?=Q[1-4]\b|[1-4]Q)")
_YEAR_FIRST = re.compile(r"\b(?P<year>20[12]\d)[ -]?(?P<quarter>Q[1-4])\b(?! (?:to|through|and|or) Q)")
_CALENDAR = re.compile(r"\bCY ?['’]?(?P<year>20\d\d|[1-3]\d)\b")
# "Q4 2021", "Q4 of '21", "Q4 FY21"; but "Q1 to Q4 2021"
_QUARTER_OF_YEAR = re.compile(
    r"\b(?<!Q\d (?:to|or) )(?<!Q\d and )(?<!Q\d through )Q(?P<number>[1-4])(?P<of>(?: of)? (?:fiscal (?:year )?|FY ?)?)(?P<year>20\d\d|['’][0-3]\d|(?<=FY)[0-3]\d)\b(?!:)"
)


def _quarter_of_year(match: re.Match[str]) -> str:
    of = "fiscal ".join(re.split("FY ?", match["of"]))
    return f"{_opening(match, ORDINALS[int(match['number']) - 1])} quarter{of}20{match['year'][-2:]}"


# "I'd like to now turn to Lamps", "Let me give you some color on Lamps", "By segment, Lamps grew 5%"
_STARTS = r"(?:(?<=[.?!] )|(?<=\n)|^)"
_SHORTLY = r"(?: (?:now|next|also|then|first|just|quickly|briefly))*"
_I_WILL = (
    rf"(?:[Ll]et me|[Ll]et['’]s|[Ll]et us|I(?:['’]ll| will|['’]d like to| would like to| want to)|[Pp]lease){_SHORTLY}"
)
_TURN_TO = re.compile(
    rf"\b(?:{_I_WILL} (?:turn|move|shift|switch|go|jump)|[Ww]e(?:['’]ll| will){_SHORTLY} turn)(?: (?:now|on|over|next|ahead|quickly|back))* to (?=\w)"
)
_NEXT_UP = re.compile(r"\b(?P<next>[Nn]ext) up(?= is\b|,)")
_HEADING = re.compile(
    rf"{_STARTS}(?:(?:And|So|Then),? )?(?:[Nn]ext(?:,| is)(?! (?:please|question|slide|page|year|quarter|steps?)\b)|[Nn]ow(?:,? on)? (?:to|for)|[Oo]n to|[Aa]s for|{_I_WILL} (?:discuss|talk about|review|cover|comment on|address)"
    rf"|(?:[Ss]ome|[Aa] few|[Aa] couple of)(?: quick| brief)? (?:comments|words|thoughts) (?:on|about)|(?:Moving|Turning)(?: now)? to the (?:results|performance) (?:of|in|for)"
    rf"|(?:Moving|Turning)(?: now)? to [Ss]lide \w+(?: for| and|,)|(?:[Oo]n )?[Ss]lide \w+,? (?:(?:you can see|we show)|shows|covers|summari[sz]es|highlights|presents|details|outlines|provides))"
    r" (?P<what>(?:our |the )?[\w&'’-]+(?: (?!shows\b)[\w&'’-]+){0,3}?)(?: results(?<!adjusted results)(?<!-GAAP results)(?<!underlying results)(?<!normalized results))?\.(?=[\s]|$)"
)
_COLOR_ON = re.compile(
    r"\b(?:give|provide|offer|share)(?: you)?(?: with)?(?: (?:some|a little|a bit|more|additional|a few|further|brief|quick|of|bit))* (?:colou?r|details?|commentary|comments|perspective|insights?) (?=(?:on|about|around|for) )"
)
# "All in, EBIT was $5 million"; but "all-in sustaining costs"
_ALL_TOLD = re.compile(rf"{_STARTS}(?:All[- ]in|In aggregate|In the aggregate|Taken together|All together),(?= )")
_BY_SEGMENT = re.compile(
    rf"{_STARTS}(?:(?:By|Across our) (?:operating |business |reportable )?(?:segments?|regions?|geograph(?:y|ies)|business(?:es)?|divisions?|end markets?)|At the segment level|On a (?:segment|regional|geographic) basis), (?=[A-Z])"
)


def _turning_to(match: re.Match[str]) -> str:
    return _opening(match, "turning to ")


_AS_AT = re.compile(rf"\b(?P<as>[Aa]s) at (?=(?:the end of |{'|'.join(calendar.month_name[1:])}))")
# "rose two points", "half a point better", "a point and a half higher"; but "at this point"
_MOVES_BY = r"(?:up|down|by|rose|fell|increased|decreased|improved|expanded|declined|dropped|widened|narrowed|gained|lost|grew|shrank|slipped|contracted)"
_FEW = rf"(?P<few>half an?|an?|{'|'.join(ONES[1:20])})(?P<half> and a half)?(?: (?:full|whole))?(?: percentage)? points?\b(?! (?:oh|{'|'.join(ONES[:10])}|\d)\b)(?P<too> and a half)?"
_POINTS = re.compile(
    rf"\b(?:(?P<lead>{_MOVES_BY} (?:(?:by|about|almost|nearly|over|another|roughly|just|more than) )*)(?:full )?)?{_FEW}\b"
    r"(?(lead)(?! (?:of view|where|that|in time|out|made))"
    r"|(?= (?:better|worse|higher|lower|above|below|more than|less than|improvement|expansion|increase|decrease|decline|of (?:margin )?(?:improvement|expansion|growth|contraction))\b))",
    re.IGNORECASE,
)


def _in_points(match: re.Match[str]) -> str:
    few, half = match["few"].lower(), match["half"] or match["too"]
    number = 0.5 if few.startswith("half") else NUMBER_WORDS.get(few, 1) + (0.5 if half else 0)
    return f"{match['lead'] or ''}{number:g} points"


_DECADES = {f"{tens.removesuffix('y')}ies": f"{NUMBER_WORDS[tens]}s" for tens in TENS}
_DECADE = re.compile(
    rf"(?P<of>\b(?:low|mid|high|upper)[ -](?:to[ -](?:mid|high)[ -])?)(?P<tens>{'|'.join(_DECADES)})\b"
)
# "in the U.S. segment", "in the US": what the pronoun is not; a full stop stays where a sentence may end
_LAND = re.compile(
    r"(?:\bU\.[SK]\.(?:(?=[,;:)'’/-]| [^A-Z$£¥₠-⃏])|(?<!the ....)(?= [A-Z]))|(?<![A-Z][A-Z] )\bU[SK]\b(?! ?[$£¥₠-⃏]))(?! [Dd]ollar)"
)
_CASHFLOW = re.compile(r"\b[Cc]ashflows?\b")
# "Excluding these costs adjusted income was $9 million"; "Excluding strategic contracts third quarter revenue grew 42%"
_EXCLUDING = re.compile(
    r"\b[Ee]xcluding (?:these|those|such|this|that) (?:costs?|items?|charges?|expenses?|impacts?|gains?|loss(?:es)?|factors|amounts?) (?=(?:adjusted|our|the|operating|net|gross|organic|core|sales|revenues?|earnings|we|EBITDA|EPS)\b)|"
    r"\b[Ee]xcluding (?:[a-z]+ ){1,8}?(?!the |of |in |our |from |and )[a-z]+ (?=(?:(?:first|second|third|fourth) quarter|full year) (?:[\w.]+ ){0,3}?(?:revenues?|sales|income|earnings|margins?|EBITDA|EPS) (?:was|were|grew|increased|decreased|declined)\b)"
)
# What recognisers hear: "non-gap", "cost and currency", "revenue group 38%"
_HEARD = re.compile(
    rf"\b(?:(?P<gap>(?P<non>[Nn]on[- ])gap\b|(?:gap (?=(?:and non|net|operating|diluted|gross|earnings|EPS|loss|basis|results|measures))|Gap (?=(?:and non|operating (?:income|expense|loss)|diluted|gross margin|net (?:income|loss)|earnings|EPS))))"
    rf"|(?P<currency>(?:cost(?: and|ed| in)|constance|constant) (?:currency|currencies)\b)"
    rf"|(?<=[Rr]evenue )(?P<grew>group)(?= (?:by )?{_AMOUNT})|(?<=[Ss]ales )group(?= (?:by )?{_AMOUNT})"
    rf"|(?P<diluted>[Dd]eluded)(?= (?:earnings|EPS|shares))|(?P<tax>[Pp]re[- ]text)(?= (?:income|margin|profit|earnings|loss))"
    rf"|(?P<share>[Ee]arnings for) share\b|(?<!to )(?<!will )(?<!would )(?<![Ww]e )(?P<adjusted>[Aa]djust)(?= (?:EBITDA|EPS|FFO)\b)|(?P<adjusting>[Aa]djusting)(?= net income (?:was|of|for|grew|increased|declined)\b))"
)
# "twenty twenty-two", "two thousand nineteen", "fiscal 'twenty two"
_CENTURY = r"(?:twenty[ -]|two thousand (?:and )?)"
_SPOKEN_YEAR = re.compile(
    rf"(?:(?P<fiscal>\b(?:FY|fiscal(?: year)?) )['’]?{_CENTURY}?|['’]|\b{_CENTURY})(?P<year>twenty[ -](?:{'|'.join(ONES[1:10])})|eighteen|nineteen|twenty)\b"
    rf"(?! ?(?:%|per ?cent|million|billion|thousand|hundred|dollars?|cents?|basis|to |point)|[ -](?:{'|'.join(ONES[1:10])})\b)",
    re.IGNORECASE,
)
# "debt to trailing 12-month adjusted EBITDA"
# "EPS for this quarter was $2.77 negative"
_NEGATIVE_BEHIND = re.compile(
    r"(?P<amount>(?:[$£¥₠-⃏]\d[\d,]*(?:\.\d+)?(?: (?:million|billion))?|\b\d[\d.]*%)) negative(?=[.,;]|$| (?:in|for|during|compared|versus|this|last|and|but|year|on a)\b)"
)
_DEBT_TO = re.compile(
    r"(?P<debt>\bdebt)[ -]to[ -](?P<which>(?:(?:our|trailing|last|latest|LTM|TTM|annualized|recurring|normalized|core|underlying|credit|run[ -]rate|pro[ -]forma|(?:12|twelve)[ -]months?['’]?|adjusted)[ -])+)(?=EBITDA)",
    re.IGNORECASE,
)
# "SEK 3.21 (2.87)", "13.7 percent (12.9)": what was a year before
_SCALED = r"(?: ?(?:%|percent\b|million\b|billion\b))"
_YEAR_BEFORE = re.compile(
    rf"(?P<sign>\b[A-Z]{{3}} ?|[$£¥₠-⃏])?(?<![\d.,])(?P<now>\d[\d,]*(?:\.\d+)?)(?P<unit>{_SCALED})? \((?P=sign)?(?P<then>\d[\d,]*(?:\.\d+)?){_SCALED}?\)"
)
_UP_TO_TIMES = 3
"""A number in brackets that is more times another is no figure of the year before, but a note or a year."""


def _versus_year_before(match: re.Match[str]) -> str:
    now, then, sign, unit = match["now"], match["then"], match["sign"] or "", match["unit"] or ""
    ratio = float(now.replace(",", "")) / (float(then.replace(",", "")) or 1)
    if not (sign or unit) or not 1 / _UP_TO_TIMES < ratio < _UP_TO_TIMES or _YEAR.fullmatch(then):
        return match[0]
    return f"{sign}{now}{unit} versus {sign}{then}{unit}"


# "revenue to be roughly flat, plus or minus 2%"
_FLAT_WITHIN = re.compile(
    r"\b(?:(?:roughly|about|approximately|relatively|essentially|basically) )?flat,? (?:plus or minus|give or take|plus/minus|\+/-) (?P<by>\d[\d.]*)(?: ?(?:%|percent))"
)
# "sales rose 5%.Looking ahead": a stop without the blank behind it; but "our Rev.Up product"
_STOP = re.compile(r"(?:(?<=\d)|(?<=%)|(?<=\))|(?<=[a-z]{4}))\.(?=[A-Z][a-z]+,? )")
# "up one to up 5%"
_UP_ONE = re.compile(
    rf"(?P<move>\b(?:up|down) )(?P<number>{'|'.join(ONES[1:10])})(?P<to> to (?:up |down )?\d[\d.]*(?P<unit>%| percent))",
    re.IGNORECASE,
)
# "an operating margin of 41.5, plus or minus 100 basis points"
_BARE_MARGIN = re.compile(
    r"(?P<margin>\bmargin[^.;,$%]{0,60} \d\d(?:\.\d)?)(?=,? plus or minus \d[\d.]* (?:basis points|bps)\b)"
)
# "a $31 million, or 2.2%, increase in revenue"
_MOVE_NOUNS = ("increase", "decrease", "growth", "decline", "improvement", "reduction")
_OR_RATE = re.compile(
    rf"(?<=\d|n|s),? or (?P<rate>(?:an? |about |approximately |nearly |over )?[\d.]+(?:%| percent| basis points)),? (?=(?:{'|'.join(_MOVE_NOUNS)}) (?:in|of)\b|(?:above|below|ahead of|higher than|lower than|more than|less than) )"
)
# "revenue was $2.6 billion. up 12% versus the prior year": a stop where a recogniser began anew
_GOES_ON_SMALL = ("to", "up", "down", "and", "but", "or", "which", "with", "while", "compared", "versus", "from", "driven", "led", "supported", "helped", "partially", "partly", "mostly", "mainly", "primarily", "offset", "including", "excluding", "reflecting", "representing", "contributing", "resulting", "demonstrating", "due", "than", "of", "at", "in", "for", "on")  # fmt: skip
_FALSE_STOP = re.compile(
    rf"(?:(?<=[\d%])|(?<=[a-z]{{4}})(?<!corp)(?<!prox))\. (?P<next>(?:{'|'.join(_GOES_ON_SMALL)}) )"
)
# "a margin of, call it, 5%"
_CALL_IT = re.compile(
    r",? (?:let['’]s |we['’]ll |I['’]d |you could )?call it(?: (?:about|around|roughly))?,? (?=[$£¥₠-⃏]?\d)"
)
# "12%, give or take a point"
_GIVE_OR_TAKE = re.compile(r"\b(?P<of>(?:give or take|plus or minus) )(?P<half>half )?a (?=(?:percentage )?point\b)")
_BE = {"end": "be", "ends": "is", "ended": "was", "ending": "being"}


# "we'll get started on our segment updates with lamps", "let's kick off with", "let me start the segment review with"
_START_WITH = re.compile(
    r"\b(?:(?:get started|get going|kick(?:ing)? (?:us |things |it )?off)|(?P<start>start|begin))(?: (?:on |at |by |in )?(?:our|the) (?:(?:business|operating|detailed) )?(?:segments?|divisions?|units?|regional)(?: (?:updates?|results|discussions?|reviews?|overview|commentary|details?))?)? with\b",
    re.IGNORECASE,
)
# "revenue was 5% less than last year", but "was 5% less of our sales"
_LESS_BY = re.compile(
    r"(?P<was>\b(?:was|were|is|are|be) (?:about |approximately )?\d[\d.]*(?:%| percent| basis points| bps) )less\b(?! (?:of|tax|expensive|effective)\b)"
)


def _as_meant(match: re.Match[str]) -> str:
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


def _year_in_digits(match: re.Match[str]) -> str:
    year = 2000 + sum(NUMBER_WORDS[word] for word in re.split("[ -]", match["year"].lower()))
    return f"{match['fiscal'] or ''}{year}"


def years_in_digits(text: str) -> str:
    """A text with its spoken and its short years in four digits.

    >>> years_in_digits("our fourth quarter twenty nineteen call, and our outlook for '20")
    'our fourth quarter 2019 call, and our outlook for 2020'
    """
    if "wenty" in text or "two thousand" in text.lower():
        text = _SPOKEN_YEAR.sub(_year_in_digits, text)
    return _SHORT_YEAR.sub("20", text)


_SHORT_YEAR = re.compile(r"['’](?:(?<=\b(?:in|of) .)|(?<=\bfor .)|(?<=quarter .)|(?<=fiscal .))(?=[12]\d\b(?!['’s]))")


def _debt_to(match: re.Match[str]) -> str:
    adjusted = any(
        word in match["which"].lower()
        for word in ("adjusted", "core", "recurring", "normalized", "underlying", "credit")
    )
    return f"{match['debt']} to {'adjusted ' if adjusted else ''}"


# "down $30 million from where we were in June", "60 basis points better than where it was a year ago"
_WHERE_WE_WERE = re.compile(
    rf"\b(?P<than>(?:from|than|versus|compared (?:to|with)) )where (?:we|it|they|things) (?:were|was|stood)(?: at)? (?:in |at |on )?(?=the (?:end|first|second|third|fourth|prior|same|start|beginning)|last |a year|year|(?:20)?\d\d|Q[1-4]|{'|'.join(calendar.month_name[1:])})"
)
# "something like 9% or 10%"; but "about 9% or 10% in constant currency"
_ONE_OR_NEXT = re.compile(
    r"(?P<low>\b(?:like|maybe|probably|perhaps|say|about|around|roughly|approximately) [$£¥₠-⃏]?(?P<one>\d[\d.]*)(?:%| percent| million| billion)?) or (?=[$£¥₠-⃏]?(?P<next>\d[\d.]*) ?(?:%|percent|basis points|points|million|billion)(?!,? (?:(?:in|at) (?:constant|local)|on an?|as (?:reported|adjusted)|excluding|ex\b|organic|adjusted|currency|when|if|before|after|net|reported|per)))"
)
_FAR = 1.5


def _or_next(match: re.Match[str]) -> str:
    one, after = float(match["one"].rstrip(".")), float(match["next"].rstrip("."))
    return f"{match['low']} to " if one < after <= max(one + 1, one * _FAR) else match[0]


# "On Zelora, net sales were $187 million", "If I look at Table Lamps, orders grew"; but "On Monday, sales were"
_PART_NEXT = rf"(?=(?:the )?(?!(?:{'|'.join((*calendar.day_name, *calendar.month_name[1:]))}|Slides?|Pages?|GAAP)\b)[A-Z][a-z][\w'-]+(?: (?:and |& )?[A-Z][\w'&-]+){{0,3}}(?: (?:side|business|segment))?, (?:(?:net|total|our|the|organic|adjusted|gross|operating|same-store|comparable|global) )*(?:sales|revenues?|bookings|orders|volumes?|growth|income|profit|margins?|EBITDA|EBIT|backlog|demand)\b)"
_ON_PART = re.compile(
    rf"(?:(?<=^)|(?<=[.?!] )|(?<=[;,] )|(?<=\band )|(?<=\bSo )|(?<=\bAnd )|(?<=\bThen ))(?:(?P<if>[Ii]f|[Ww]hen) (?:I|we|you) look at|[Oo]n|[Ww]ith) {_PART_NEXT}"
)


# "raising our EPS guidance $0.10 to $4.20": by so much, as no range reaches so far
_GUIDED = r"[$£¥₠-⃏](?P<{0}>\d[\d,]*(?:\.\d+)?)(?P<{0}_scale> (?:million|billion|thousand))?\b"
_RAISED_BY = re.compile(
    r"(?P<raised>\b(?:rais|increas|lower|reduc|decreas|lift|bump|boost|trimm?|cutt?|mov)(?:e|es|ed|ing|s)?(?: up| down)? (?:(?!(?:to|from|by|at|between) )[\w'’&/-]+ ){1,9}?(?:guidance|outlook|forecast|guide|estimates?|target)(?: range)?(?: (?:for|in) (?:the )?(?:full |fiscal )*(?:year|20\d\d))?) "
    rf"(?:another |an additional )?(?P<amount>{_GUIDED.format('by')}|\d[\d.]*(?:%| percent)(?= to [$£¥₠-⃏]))(?P<to> to (?:an? (?:new |updated )?range of |between )?{_GUIDED.format('value')})?(?! (?:or|to|per share to)\b)",
    re.IGNORECASE,
)
_SCALES = {None: 1, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_FAR_APART = 3
"""The ends of a range that is guided to are not as many times each other."""


def _raised_by(match: re.Match[str]) -> str:
    by, value = (
        float(match[end].replace(",", "")) * _SCALES[match[f"{end}_scale"] and match[f"{end}_scale"].strip()]
        if match[end]
        else None
        for end in ("by", "value")
    )
    is_range = by is not None and value is not None and value < by * _FAR_APART
    return match[0] if is_range else f"{match['raised']} by {match['amount']}{match['to'] or ''}"


SPELLINGS = (
    Spelling(tuple(f".{letter}" for letter in string.ascii_uppercase), _STOP, _as(". ")),
    Spelling(tuple(f". {word} " for word in _GOES_ON_SMALL), _FALSE_STOP, lambda match: f"{'' if match['next'] == 'to ' else ','} {match['next']}"),
    Spelling(("up ", "down "), _UP_ONE, lambda match: f"{match['move']}{NUMBER_WORDS[match['number'].lower()]}{match['unit']}{match['to']}"),
    Spelling((" plus or minus ",), _BARE_MARGIN, lambda match: f"{match['margin']}%"),
    Spelling((" um", " uh", "Um", "Uh", " er ", " er,", " ah ", " ah,", "Er,", "Ah,", "hmm", "Hmm", "you know,", "I mean,", " look,", " frankly,", " honestly,"), _FILLER, _without_filler),
    Spelling(tuple(f" {word} {word} " for word in _TWICE), _SAID_TWICE, lambda match: match["word"]),
    Spelling(("(ph)", "[ph]", "(sic)", "[sic]", "honetic", ":"), _REMARK, _as("")),
    Spelling(("  ",), _BLANKS, _as(" ")),
    Spelling((" specifically,",), _OF_THIS_ONE, _as("")),
    Spelling(tuple(f"the {which}{mark}" for which in ORDINALS for mark in ".,;"), _IN_FOURTH, _with_quarter),
    Spelling((" of business",), _LINE_OF, lambda match: "businesses" if match["several"] else "business"),
    Spelling(("de-growth", "degrowth"), _DEGROWTH, _as("decline")),
    Spelling(("US GAAP", "U.S. GAAP"), re.compile(r"\bU\.?S\.? (?=GAAP\b)"), _as("")),
    Spelling(("x-U", "x-China", "x-Japan", "x-Europe", "x-North", "x U.S.", "OUS "), _ABROAD, lambda match: f"{match['what']} outside the {match['place'] or 'U.S.'}"),
    Spelling((" ex-", " ex ", " Ex-", " OUS"), _SOLD_ABROAD, lambda match: f"{match['by']} outside {match['place'] or 'the U.S.'}"),
    Spelling(("US", "U.S.", "U.K."), _LAND, lambda match: "USA" if "S" in match[0] else "UK"),
    Spelling(("ashflow",), _CASHFLOW, _in_case("cash flow")),
    Spelling(("xcluding",), _EXCLUDING, lambda match: f"{match[0][:-1]}, "),
    Spelling(("FY",), _OF_MONTHS, lambda match: f"{'six' if match['six'] else 'nine'} months "),
    Spelling(tuple(f"{said} " for said in _NUMBERED), _NUMBERED_QUARTER, lambda match: _opening(match, _NUMBERED[match[0]])),
    Spelling(("GM ",), _GM, lambda match: _opening(match, "gross margin")),
    Spelling(tuple(_BRIEF), _IN_BRIEF, lambda match: _opening(match, _BRIEF[match[0]])),
    Spelling(("opline",), re.compile(r"\b(?P<of>[Tt])opline\b"), lambda match: f"{match['of']}op line"),
    Spelling(("onGAAP", "ONGAAP"), _NON_GAAP, lambda match: f"{match['non']}on-GAAP"),
    Spelling(("wenty", "thousand ", "ighteen", "ineteen"), _SPOKEN_YEAR, _year_in_digits),
    Spelling(("CY",), _CALENDAR, lambda match: f"calendar 20{match['year'][-2:]}"),
    Spelling(("FQ", "iscal Q", *(f"{fiscal}{number}Q" for fiscal in ("F", "iscal ") for number in range(1, 5))), _FISCAL_QUARTER, _as("")),
    Spelling(tuple(f"{digit}{gap}Q" for digit in range(10) for gap in ("", " ", "-")), _YEAR_FIRST, lambda match: f"{match['quarter']} {match['year']}"),
    Spelling((*(f"{number}Q" for number in range(1, 5)), *(f"Q{number}" for number in range(1, 5)), "1H", "2H", "H1", "H2", "6M", "9M"), _SHORT_PERIOD, _period_in_full),
    Spelling(tuple(f"Q{number} " for number in range(1, 5)), _QUARTER_OF_YEAR, _quarter_of_year),
    Spelling(tuple(f" {move} " for move in ("turn", "move", "shift", "switch", "go", "jump")), _TURN_TO, _turning_to),
    Spelling(("olor ", "olour ", "etail", "omments ", "ommentary ", "erspective ", "nsight"), _COLOR_ON, _as("comment ")),
    Spelling(("All in,", "All-in,", "n aggregate,", "n the aggregate,", "aken together,", "All together,"), _ALL_TOLD, _as("All told,")),
    Spelling(("By ", "Across our ", "At the segment level", "On a "), _BY_SEGMENT, _as("")),
    Spelling(("get started", "et going", "ick off", "icking off", "tart our ", "tart the ", "egin our ", "egin the "), _START_WITH, lambda match: f"{match['start'] or 'start'} with"),
    Spelling(("ext up",), _NEXT_UP, lambda match: match["next"]),
    Spelling(("ext is ", "ext, ", "ow to ", "ow on to ", "ow, on to ", "ow for ", "On to ", "As for ", "as for ", "discuss ", "talk about ", "review ", "cover ", "omment on ", "address ", "omments on ", "words ", "houghts ", "to the results ", "to the performance ", "lide "), _HEADING, lambda match: f"Turning to {match['what']}."),
    Spelling(("s at ",), _AS_AT, lambda match: f"{match['as']} of "),
    Spelling(tuple(_DECADES), _DECADE, lambda match: f"{match['of']}{_DECADES[match['tens']]}"),
    Spelling(("gap ", "gap,", "gap.", "Gap ", "cost and curr", "cost in curr", "costed curr", "cost curr", "constance ", " group ", "eluded ", "re text ", "re-text ", "for share", "djust EBITDA", "djust EPS", "djust FFO", "djusting net"), _HEARD, _as_meant),
    Spelling((" point",), _POINTS, _in_points),
    Spelling((" and a half",), _AND_HALF, _with_half),
    Spelling(("Middle East",), _MIDDLE_EAST_AND_AFRICA, lambda match: f"{match['first'][0]}MEA"),
    Spelling((*TENS, "hundred ", *(f" point {digit}" for digit in ONES[:10]), *(f"{word} {link} " for word in ONES for link in ("to", "and")), "dollars and", "dollar and"), _SPELLED, _in_digits),
    Spelling((" point ",), _POINT, _with_point),
    Spelling(("a dollar ",), _A_DOLLAR, _dollar_and),
    Spelling(tuple(f"{digit}c{end}" for digit in range(10) for end in " .,;p"), _CENTS, lambda match: f"{match['amount']} cents{' per share' if match['share'] else ''}"),
    Spelling(("¢",), re.compile(r"(?<=\d) ?¢"), _as(" cents")),
    Spelling(tuple(f"{digit}{mark}" for digit in range(10) for mark in "'’"), _SWISS, _as(",")),
    Spelling(("dj. ", "dj "), _ADJUSTED, lambda match: f"{match['of']}djusted"),
    Spelling(tuple(f"{word} {link} " for word in (*ONES, *TENS, "hundred", "half") for link in ("to", "and")), _LOW_END, _low_end),
    Spelling(("ercent", "ERCENT", "er cent", "ER CENT", "pct", "Pct", "PCT"), _PER_CENT, lambda match: "%" if match["of"] else "percent"),
    Spelling(tuple(f", {noun} " for noun in _MOVE_NOUNS) + tuple(f"{unit} {noun} " for noun in _MOVE_NOUNS for unit in ("%", "t", "s")) + tuple(f"{unit} {word} " for word in ("above", "below", "ahead", "higher", "lower") for unit in ("%,", "t,", "s,")), _OR_RATE, lambda match: f" or {match['rate']} "),
    Spelling(("~",), _ABOUT, _as("approximately ")),
    Spelling(("+",), _PLUS, lambda match: match["level"] or "up "),
    Spelling(tuple(f"{end}{hyphen}" for end in ("%", "illion", "thousand", "points", "bps") for hyphen in "-–") + tuple(f"{hyphen}{sign}" for hyphen in "-–" for sign in SIGNS), _RANGE, _as(" to ")),
    Spelling(tuple(_CODES), _CODE, lambda match: _CODES[match["code"]]),
    Spelling(("ollar", "OLLAR", "euro", "Euro", "EURO", "upee", "uan", "YUAN", "enminbi", "franc", " kron", " yen", " won", " pesos", " reais", " rand", *(f" {code}" for code in _CODES)), _IN_CURRENCY, _with_sign),
    Spelling(("(2", "(Q", "(H", "(FY", "(PY", "evious", "(prior", "(Prior", "(last", "(Last"), _THEN, lambda match: f"(versus {'prior year' if match['when'] == 'PY' else match['when']} "),
    Spelling(tuple(f" ({begin}" for begin in (*range(10), *SIGNS)), _YEAR_BEFORE, _versus_year_before),
    Spelling(("(-", "(–", "(−"), _MINUS, _as("down ")),
    Spelling(tuple(f"ear{between}on{between}year" for between in "- ") + tuple(f"uarter{between}on{between}quarter" for between in "- "), _YEAR_ON_YEAR, lambda match: f"{match['of']}-over-{match['of'].lower()}"),
    Spelling((" on the year", " on the quarter"), _ON_THE_YEAR, _over_the_year),
    Spelling((" the year before",), _YEAR_EARLIER, _prior_year),
    Spelling(("ecause of ", "n account of "), _BECAUSE_OF, _in_case("due to")),
    Spelling(("xclusive of ", "eaving out ", "tripping out ", "eave out ", "eaves out ", "trip out ", "trips out ", "ack out ", "acking out ", "ake out ", "arve out ", "actor out ", " exclude ", "ot counting ", "ot including "), _LEFT_OUT, lambda match: f"{match['which']}excludes" if match["which"] else _cased("excluding", match)),
    Spelling(("he company's ", "he company’s ", "he Company's ", "he Company’s "), _COMPANYS, _ours),
    Spelling(("he company ", "he Company ", "anagement "), _COMPANY_SAYS, _we),
    Spelling(("three-month period", "the three months", "over the quarter"), _IN_QUARTER, _as("in the quarter")),
    Spelling(tuple(SIGNS), _OF_MONEY, _in_full),
    Spelling(("MM", "mn", "Mn", "MN", "bn", "Bn", "BN", "mln", "Mln", "bln", "Bln"), _MAGNITUDE, _in_full),
    Spelling(tuple(f" on {the}{which}" for the in ("", "the ", "our ") for which in (*ORDINALS, "prior", "previous", "last ", "same ", "comparable", "corresponding", "equivalent", "Q", "H1", "H2", "year", "20", "fiscal")), _ON_ANOTHER, lambda match: f"{match['moved']} {'from' if match['by'] else 'over'} "),
    Spelling(tuple(f"{digit}{letter} " for digit in range(10) for letter in "mM"), _COUNTED, _in_full),
    Spelling((")-(", ")–(", ") - (", ") – (", ") to (", ") and ("), _RANGE_OF_LOSS, lambda match: f"-{match['one']} to -{match['other']}"),
    Spelling(("was (", "of (", "at (", "to ("), _IN_BRACKETS, lambda match: f"-{match['amount']}"),
    Spelling(("oughly ", "irca ", "round ", *(f"ome {begin}" for begin in (*range(10), *SIGNS)), "pproximate ", "lmost ", " shy of ", "just under ", "just below ", "lose to ", "wards of ", "orth of ", "excess of ", " region of ", " vicinity of ", " ballpark of ", " order of ", " tune of "), _HEDGED, _hedged),
    Spelling((" sort of", " kind of", " kinda", " sorta"), _SORT_OF, lambda match: " about" if match["straight"] else ""),
    Spelling(("nywhere ", "omewhere "), _ANYWHERE, _in_case("between")),
    Spelling(("vs", "Vs", "against"), _VERSUS, _as("versus")),
    Spelling(("omparable ", " comp period", " comp quarter", "omparative ", "quivalent ", "orresponding ", "ame period", "ame quarter"), _SAME, lambda match: f"same {match['several']}" if match["several"] else "same"),
    Spelling((" where we ", " where it ", " where they ", " where things "), _WHERE_WE_WERE, lambda match: match["than"]),
    Spelling(("revious year", "revious-year"), _PREVIOUS, _in_case("prior")),
    Spelling(("evenues growth", "evenues synerg"), re.compile(r"(?<=[Rr]evenue)s(?= (?:growth|synerg))"), _as("")),
    Spelling((" thanks to ", " owing to "), re.compile(r"\b(?:thanks|owing)(?= to\b)"), _as("due")),
    Spelling(tuple(f"{sign}." for sign in SIGNS), re.compile(r"(?<=[$£¥₠-⃏])\.(?=\d)"), _as("0.")),
    Spelling((*(f"Q{number}" for number in range(1, 5)), *(f"{number}Q" for number in range(1, 5))), _QUARTER, _quarter),
    Spelling(("barrels of oil", "cubic feet "), re.compile(r"(?<=\bbarrels) of oil[ -]equivalents?|(?<=\bcubic feet)(?: of (?:natural )?gas)?[ -]equivalents?"), _as("")),
    Spelling((" operations ",), _OPERATIONS, lambda match: f"{match['whose']}segment"),
    Spelling((" segment", "usiness unit", "ivision"), _SEGMENT, lambda match: f"{'S' if match[0][0] in 'RO' else 's'}egment{match['several']}"),
    Spelling(tuple(f"{move} of " for move in ("growth", "increase", "rise", "gain", "decline", "decrease", "drop")), _SAW, lambda match: "increased " if match["up"] else "decreased "),
    Spelling((" decline", " decrease", " reduction"), _DOWN_OR_UP, lambda match: f"{match['lead']}down {match['low']}{match['to']} {match['flat'] or 'up ' + match['high']}"),
    Spelling(tuple(f" a {coin}" for coin in _COIN), _GIVE_A_COIN, lambda match: f"{match['give']}{_COIN[match['coin']]}"),
    Spelling((" see ",), _WE_SEE, lambda match: f"{match['we']}{match['now'] or ''} expect "),
    Spelling(("gained ", "lost "), _LOST, lambda match: "increased " if match["gained"] else "decreased "),
    Spelling((" higher by ", " lower by "), _HIGHER_BY, lambda match: f"{match['was']}{'up' if match['up'] else 'down'} "),
    Spelling(("would expect", "d expect", "would also expect", "would still expect", "would now expect"), _WOULD_EXPECT, _will_expect),
    Spelling((" minus ", " negative "), _WAS_MINUS, lambda match: f"{match['was']}down "),
    Spelling((" and minus ",), _AND_MINUS, lambda match: f"{match['and']}down "),
    Spelling((" versus ",), _IS_VERSUS, lambda match: f"{match['is']} compared to"),
    Spelling((" off ",), _WAS_OFF, lambda match: f"{match['was']}down "),
    Spelling(("rder backlog",), re.compile(r"\b[Oo]rder backlog\b"), _in_case("backlog")),
    Spelling(("EPS-diluted", "EPS diluted"), re.compile(r"\bEPS[- ]diluted[- ]adjusted\b"), _as("adjusted diluted EPS")),
    Spelling((" in stock", " in our stock", " in common stock"), _BOUGHT_IN, lambda match: f"{match['what']} of "),
    Spelling((" at this ",), re.compile(r"\b(?:[Aa] year ago|[Ll]ast year) at this (?:time|point|stage)\b"), _in_case("this time last year")),
    Spelling(("F/X",), re.compile(r"\bF/X\b"), _as("FX")),
    Spelling((" %",), re.compile(r"(?<=\d) (?=%)"), _as("")),
    Spelling(("xpecting", "udgeting"), _EXPECTING, lambda match: f"{match['we']}{match['now'] or ''} expect"),
    Spelling((" shy of ", " short of "), _SHY_OF, lambda match: f"{match['by']} below"),
    Spelling((" output ",), _OUTPUT, lambda match: f"{match['of']}production"),
    Spelling(("ex-", "Ex-", " ex ", "(ex ", "Ex "), _EX, _in_case("excluding ")),
    Spelling(("EBITDA",), _EBITDARE, _as("re")),
    Spelling(("ev par", "ev-par", "evpar", "ep par", "ed par", "ed-par", "ev car", "ev-car", "evcar", "ev far", "evfar", "EVFAR", "EV FAR", "ed Par", "ev Par"), _REVPAR, _as("RevPAR")),
    Spelling(("actual ", "reported "), _AT_ACTUAL, _as("on a reported basis")),
    Spelling((" propose ", " recommend "), _WILL_PROPOSE, _as("proposes")),
    Spelling((" cc", " CC", " cer", " CER"), _CC, _as(" in constant currency")),
    Spelling(("onstant ", "neutral", "adjusted"), _CONSTANT, _in_case("constant currency")),
    Spelling(("looking for ",), _LOOKING_FOR, _as(" expect ")),
    Spelling((", after ",), _AFTER, _as(", compared to")),
    Spelling(("ompared with", "hen compared", " comparison ", "elative to", "as against"), _COMPARED, _as("compared to")),
    Spelling(("yoy", "YoY", "YOY", "qoq", "QoQ", "QOQ", "y/y", "Y/Y", "q/q", "Q/Q", "y-o-y", "Y-o-Y", "q-o-q", "Q-o-Q", "-on-"), _BRIEF_OVER, lambda match: _OVER[match["of"].lower()]),
    Spelling((*(f" {move} " for move in (*_RISES, *_FALLS)),), _WILL_MOVE, lambda match: f"{match['will']}{'increase' if match['rises'] else 'decrease'}"),
    Spelling(tuple(f" {move} of " for move in (*_RISE_OF, *_FALL_OF, "gain")), _MOVE_OF, lambda match: f"{match['one']}{'n increase' if match['rise'] else ' decrease'}"),
    Spelling(tuple(f" {move} " for move in (*_RISE_OF, *_FALL_OF)), _MOVED_BY, lambda match: f"{match['by']}{'increase' if match['rise'] else 'decrease'}"),
    Spelling(("rowth ",), _GROWTH_TO, lambda match: f"{match['growth']} was "),
    Spelling((*_ROSE, *_FELL), _MOVED, lambda match: "increased" if match["rose"] else "decreased"),
    Spelling((" less",), _LESS_BY, lambda match: f"{match['was']}lower"),
    Spelling(("amounted to", "in at", "stood at", "landed at", "recorded at", "totalled", "worked out at", "settled at", "held at", "held steady at", "held firm at"), _CAME_TO, _as("was")),
    Spelling(("project", "forecast", "guiding"), _EXPECTED, _as_expected),
    Spelling((" guide ", " guide,", " guide."), _GUIDE, lambda match: f"{match['of']}guidance"),
    Spelling(("end up", "ends up", "ended up", "ending up"), _ENDED_UP, lambda match: _BE[match["of"]]),
    Spelling(("r take a ", "r minus a ", " half a point"), _GIVE_OR_TAKE, lambda match: f"{match['of']}{'0.5' if match['half'] else '1'} "),
    Spelling(("On ", " on ", "With ", " with ", " look at "), _ON_PART, lambda match: _cased("looking at " if match["if"] else "for ", match)),
    Spelling((" or ",), _ONE_OR_NEXT, _or_next),
    Spelling(tuple(f"{guided} {more}{sign}" for guided in ("guidance", "utlook", "orecast", "guide", "stimate", "arget", "range", "year") for more in ("", "another ", "an additional ") for sign in (*SIGNS, *range(10))), _RAISED_BY, _raised_by),
    Spelling(("flat plus", "flat, plus", "flat give", "flat, give", "flat +", "flat, +"), _FLAT_WITHIN, lambda match: f"down {match['by']}% to up {match['by']}%"),
    Spelling(("shaping up",), _SHAPING_UP, _as("expected ")),
    Spelling((" negative",), _NEGATIVE_BEHIND, lambda match: f"negative {match['amount']}"),
    Spelling(("call it",), _CALL_IT, _as(" approximately ")),
    Spelling(("ebt to cap ", "ebt-to-cap "), re.compile(r"(?<=ebt)[ -]to[ -]cap(?= )"), _as(" to capital")),
    Spelling(("ebt to ", "ebt-to-"), _DEBT_TO, _debt_to),
    Spelling(("SG&A ", "R&D ", "G&A "), _COST_RATE, _of_sales),
)  # fmt: skip
