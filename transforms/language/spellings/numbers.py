"""How numbers, money and how sure they are is written: "2.4 billion dollars", "seven per cent", "north of $5m"."""

from __future__ import annotations

import re

from transforms.language.quantities import CURRENCIES, NUMBER_WORDS, SCALES, SIGN_OF, spelled_value
from transforms.language.spellings.spelling import AMOUNT, HEDGES, cased

PER_CENT = re.compile(r"(?P<of>(?<=\d) )?\b(?:per ?cent|pct)\b(?! (?:of|points?)\b)|\bper cent\b", re.IGNORECASE)
ABOUT = re.compile(rf"~ ?(?={AMOUNT})")
# "sales +5%", but "growth of +5%"
PLUS = re.compile(r"(?P<level>\b(?:of|at|by|a|an) )?(?<=[\s(])\+(?=\d[\d.]*(?:%| percent| basis| bps))")
# "EBITDA was $44 million (-3%)"
MINUS = re.compile(r"(?<=[\dmnx%] \()[-–−](?=\d[\d.]*(?:%| percent| ?basis| ?bps))")
# "27%-28%", "$36 million-$42 million", "$2.10-$2.20": a hyphen before a number is else its sign
RANGE = re.compile(
    r"(?:(?<=\d%)|(?<=\d million)|(?<=\d billion)|(?<=\d thousand)|(?<=\d basis points)|(?<=\d bps)|(?<=\d)(?=.[$£¥₠-⃏]))[-–](?=[$£¥₠-⃏]?\d[\d.,]*(?: ?(?:%|million|billion|thousand|basis|bps|per|a)\b|%|[ .,;)]|$))"
)
# "three dollars and forty-two cents", "twenty-five point five percent"
ONES = tuple(word for word, number in NUMBER_WORDS.items() if number < 20)
TENS = tuple(word for word, number in NUMBER_WORDS.items() if 20 <= number < 100)
_WORD = rf"(?:{'|'.join(sorted((*ONES, *TENS), key=len, reverse=True))})"
_FIGURE = rf"(?P<hundreds>(?:a|{_WORD}) hundred(?: and)?(?: |(?= to| and)))?(?P<rest>{_WORD}(?:[ -]{_WORD})?)?(?P<point> point(?: {_WORD})+)?"
SPELLED = re.compile(
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
POINT = re.compile(
    rf"(?<![\d.,])(?P<whole>\d{{1,4}}) point (?P<part>\d+|(?:{'|'.join(ONES[:10])})(?: (?:{'|'.join(ONES[:10])}))*)(?=(?: ?%| (?:percent\b|per cent\b|million\b|billion\b|times\b)))",
    re.IGNORECASE,
)


def with_point(match: re.Match[str]) -> str:
    """Write a number spoken with its point: "12 point five" is 12.5."""
    part = match["part"].lower()
    tenths = f"0.{part}" if part.isdigit() else str(spelled_value(f"zero point {part}"))
    return match["whole"] + tenths.removeprefix("0")


# "a dollar twenty", "a dollar 20 cents"
A_DOLLAR = re.compile(
    rf"\ba dollar (?:and )?(?P<cents>\d\d|(?:{'|'.join((*ONES[10:], *TENS))})(?:[ -](?:{'|'.join(ONES[1:10])}))?)(?: cents)?\b(?! ?(?:%|percent|million|billion|dollars|to\b(?! (?:a|one|two|three|\d) dollars?\b)))",
    re.IGNORECASE,
)


def dollar_and(match: re.Match[str]) -> str:
    """Write "a dollar twenty" as $1.20."""
    cents = match["cents"].lower()
    return f"$1.{int(cents) if cents.isdigit() else int(spelled_value(cents) or 0):02d}"


# "EPS of 25c", "a dividend of 17.3cps"
CENTS = re.compile(
    r"(?P<amount>\b(?:of|at|to|was|were|is|from|by|and|or|about|approximately|than|versus) \d[\d.]*)c(?P<share>ps)?\b(?=[ .,;)]|$)"
)
SWISS = re.compile(r"(?<=\d)['’](?=\d{3}(?!\d))")
# "six to $7", "forty-three to 45 percent", "between one and 2 million"
LOW_END = re.compile(
    rf"\b(?P<between>between (?:about |approximately |around )?)?(?=(?:{_WORD}|a hundred)\b)(?P<low>{_FIGURE}(?: and a half)?) (?P<to>(?(between)(?:and|to)|to)) (?=(?:about |approximately |around )?(?P<sign>[$£¥₠-⃏])?\d[\d.,]*(?(sign)|(?: ?%| (?:percent|million|billion|basis points|times|cents|dollars)\b)))",
    re.IGNORECASE,
)


def low_end(match: re.Match[str]) -> str:
    """Write the low end of a range in digits, with the sign or unit of the high end."""
    figures = _figures(match, match["low"])
    return f"{match['between'] or ''}{match['sign'] or ''}{figures} {match['to']} " if figures else match[0]


def in_digits(match: re.Match[str]) -> str:
    """Write a number in words in digits."""
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
CODES = {
    code: SIGN_OF[of]
    for code, of in (*CURRENCIES.items(), ("Rs", "INR"), ("Rs.", "INR"))
    if of and (code.endswith("$") or code.isalpha() and len(code) == 3 or code.startswith("Rs"))
}
"""The one sign that is written for each code of letters, before its number or behind it, without a blank between."""
_WRITTEN = {name: SIGN_OF.get(code, code) for name, code in _NAMED.items()} | {
    code.lower(): sign for code, sign in CODES.items() if not code.endswith("$")
}
IN_CURRENCY = re.compile(
    r"(?:(?<![\w$£¥₠-⃏.,/-])(?<!\$ )|(?<=\blow-)|(?<=\bmid-)|(?<=\bhigh-))(?P<number>\d+(?:,\d+)*(?:\.\d+)?|\.\d+)(?P<scale>[ -](?:thousand|million|billion|trillion|mn|bn|lakh crore|crore|lakh))?"
    rf"[ -](?P<currency>{'|'.join(sorted(map(re.escape, _WRITTEN), key=len, reverse=True))})s?\b(?: and (?P<cents>\d\d?) cents?\b)?(?! and \w+ cents)",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
_OF_BARE_RANGE = re.compile(r"(?<![$£¥₠-⃏\d.,])\d[\d,]*(?:\.\d+)? (?:to|or) $")


def with_sign(match: re.Match[str]) -> str:
    """Write the currency that is named behind an amount as a sign before it."""
    number, scale, cents = match["number"], match["scale"] or "", match["cents"]
    if not scale and YEAR.fullmatch(number):
        return match[0]  # "in 2019 dollars"
    if not cents and _OF_BARE_RANGE.search(match.string, max(0, match.start() - 20), match.start()):
        return match[0]  # "36 to 42 million dollars" is read as it is
    if cents:
        number += f".{int(cents):02d}"
    return f"{_WRITTEN[match['currency'].lower()]}{number}{scale.replace('-', ' ')}"


CODE = re.compile(rf"(?<!\w)(?P<code>{'|'.join(sorted(map(re.escape, CODES), key=len, reverse=True))}) ?(?=\d)")
# "$5MM", "7 bn"; of what is no money, "5M" may be five metres and "300mm" is a length
_MAGNITUDES = {
    "k": "thousand", "m": "million", "mm": "million", "mn": "million", "mil": "million", "mln": "million",
    "b": "billion", "bn": "billion", "bil": "billion", "bln": "billion", "tn": "trillion",
}  # fmt: skip
_SURE = "MM|[Mm]ln|[Mm][Nn]|[Bb][Nn]|[Bb]ln"
OF_MONEY = re.compile(rf"[$£¥₠-⃏] ?\d+(?:[.,]\d+)*(?P<gap>[ -]?)(?P<of>[kKmMbB]|mm|{_SURE}|[mMbB]il|tn|TN)\b")
MAGNITUDE = re.compile(rf"(?P<gap>(?<=\d) ?)(?P<of>{_SURE})\b")
# "2.5m shares", "21.5m in attendance"
COUNTED = re.compile(
    r"(?<![\w$£¥₠-⃏.,])\d+(?:(?P<part>\.\d+)|,\d{3})*(?P<gap>)(?P<of>[mM])\b(?(part)|(?= (?:(?:new|total|active|paying|common|ordinary|diluted) )*(?:shares|customers|subscribers|users|members|guests|units|accounts|homes|people|visitors|patrons|barrels)\b))"
)
# "a loss of ($52m)-($48m)"
_LOSS = r"\((?P<{}>[$£¥₠-⃏][\d.,]+ ?(?:million|billion|[mMbB]|mm|MM|bn)?)\)"
RANGE_OF_LOSS = re.compile(rf"{_LOSS.format('one')} ?(?:-|–|to|and) ?{_LOSS.format('other')}")
# "net income was ($5 million)"
IN_BRACKETS = re.compile(
    r"(?:(?<=\bwas )|(?<=\bof )|(?<=\bat )|(?<=\bto ))\((?P<amount>[$£¥₠-⃏][\d.,]+(?: (?:million|billion))?|[\d.,]+%)\)"
)


def in_full(match: re.Match[str]) -> str:
    """Write a magnitude in full: "5MM" is 5 million."""
    number = match[0][: match.start("gap") - match.start()]
    return f"{number} {_MAGNITUDES[match['of'].lower()]}"


# "roughly $5 million", "almost 7%", "north of $2 billion"
HEDGED = re.compile(
    rf"\b(?:(?P<about>roughly|circa|around|some|(?<=\ban )approximate|(?<=\bthe )approximate|(?:somewhere )?(?:in the (?:region|vicinity|ballpark|order)|on the order) of|to the tune of)|(?P<nearly>almost|just shy of|just under|just below|close to)|upwards of|north of|in excess of) (?={AMOUNT})",
    re.IGNORECASE,
)


def hedged(match: re.Match[str]) -> str:
    """Write how sure an amount is in one word."""
    hedge = "approximately " if match["about"] else "nearly " if match["nearly"] else "over "
    return cased(hedge, match)


# "was sort of 17%", "kind of mid-single digits"
SORT_OF = re.compile(
    rf"(?:,? )\b(?:sort of|kind of|kinda|sorta),?(?=(?P<straight> {AMOUNT})| (?:(?:{HEDGES}|up|down|a|an|in|the|low|mid|high)[ -])+{AMOUNT})"
)
# "anywhere from 5% to 7%", "somewhere between $5 million and $6 million"
ANYWHERE = re.compile(
    rf"\b(?:[Aa]ny|[Ss]ome)where (?:between|from)(?= (?:(?:an?|{HEDGES}|low|mid|minus|up|down) )*{AMOUNT})"
)
# "can range from a 6% decline to a 2% increase"
DOWN_OR_UP = re.compile(
    r"(?P<lead>\b(?:from|between) )(?:an? |about )*(?P<low>[\d.]+%) (?:decline|decrease|reduction)(?: year[- ]over[- ]year)?(?P<to> to| and) (?:(?:an? |about )*(?P<high>[\d.]+%) (?:increase|growth|improvement)|(?P<flat>flat)(?! (?:growth|sales|revenue)))\b"
)
# "EPS of $0.88, plus or minus a nickel"
COIN = {"penny": "$0.01", "cent": "$0.01", "nickel": "$0.05", "dime": "$0.10"}
GIVE_A_COIN = re.compile(rf"(?P<give>\b(?:plus or minus|give or take) )a (?P<coin>{'|'.join(COIN)})\b")
# "a billion and a half dollars", "one and a half million"
AND_HALF = re.compile(
    rf"\b(?P<number>an?|\d+|{'|'.join(ONES[1:10])}) (?P<scale>million|billion|trillion) and a half\b|\b(?P<one>one|1) and a half(?= (?:million|billion|percent|times|points?)\b| ?%)",
    re.IGNORECASE,
)


def with_half(match: re.Match[str]) -> str:
    """Write "and a half" into the number before it."""
    if match["one"]:
        return "1.5"
    number = match["number"].lower()
    whole = number if number.isdigit() else NUMBER_WORDS.get(number, 1)
    return f"{whole}.5 {match['scale']}"


# "rose two points", "half a point better", "a point and a half higher"; but "at this point"
_MOVES_BY = r"(?:up|down|by|rose|fell|increased|decreased|improved|expanded|declined|dropped|widened|narrowed|gained|lost|grew|shrank|slipped|contracted)"
_FEW = rf"(?P<few>half an?|an?|{'|'.join(ONES[1:20])})(?P<half> and a half)?(?: (?:full|whole))?(?: percentage)? points?\b(?! (?:oh|{'|'.join(ONES[:10])}|\d)\b)(?P<too> and a half)?"
POINTS = re.compile(
    rf"\b(?:(?P<lead>{_MOVES_BY} (?:(?:by|about|almost|nearly|over|another|roughly|just|more than) )*)(?:full )?)?{_FEW}\b"
    r"(?(lead)(?! (?:of view|where|that|in time|out|made))"
    r"|(?= (?:better|worse|higher|lower|above|below|more than|less than|improvement|expansion|increase|decrease|decline|of (?:margin )?(?:improvement|expansion|growth|contraction))\b))",
    re.IGNORECASE,
)


def in_points(match: re.Match[str]) -> str:
    """Write points in words in digits."""
    few, half = match["few"].lower(), match["half"] or match["too"]
    number = 0.5 if few.startswith("half") else NUMBER_WORDS.get(few, 1) + (0.5 if half else 0)
    return f"{match['lead'] or ''}{number:g} points"


DECADES = {f"{tens.removesuffix('y')}ies": f"{NUMBER_WORDS[tens]}s" for tens in TENS}
DECADE = re.compile(rf"(?P<of>\b(?:low|mid|high|upper)[ -](?:to[ -](?:mid|high)[ -])?)(?P<tens>{'|'.join(DECADES)})\b")
# "debt to trailing 12-month adjusted EBITDA"
# "EPS for this quarter was $2.77 negative"
NEGATIVE_BEHIND = re.compile(
    r"(?P<amount>(?:[$£¥₠-⃏]\d[\d,]*(?:\.\d+)?(?: (?:million|billion))?|\b\d[\d.]*%)) negative(?=[.,;]|$| (?:in|for|during|compared|versus|this|last|and|but|year|on a)\b)"
)
# "revenue to be roughly flat, plus or minus 2%"
FLAT_WITHIN = re.compile(
    r"\b(?:(?:roughly|about|approximately|relatively|essentially|basically) )?flat,? (?:plus or minus|give or take|plus/minus|\+/-) (?P<by>\d[\d.]*)(?: ?(?:%|percent))"
)
# "up one to up 5%"
UP_ONE = re.compile(
    rf"(?P<move>\b(?:up|down) )(?P<number>{'|'.join(ONES[1:10])})(?P<to> to (?:up |down )?\d[\d.]*(?P<unit>%| percent))",
    re.IGNORECASE,
)
# "an operating margin of 41.5, plus or minus 100 basis points"
BARE_MARGIN = re.compile(
    r"(?P<margin>\bmargin[^.;,$%]{0,60} \d\d(?:\.\d)?)(?=,? plus or minus \d[\d.]* (?:basis points|bps)\b)"
)
# "a $31 million, or 2.2%, increase in revenue"
MOVE_NOUNS = ("increase", "decrease", "growth", "decline", "improvement", "reduction")
OR_RATE = re.compile(
    rf"(?<=\d|n|s),? or (?P<rate>(?:an? |about |approximately |nearly |over )?[\d.]+(?:%| percent| basis points)),? (?=(?:{'|'.join(MOVE_NOUNS)}) (?:in|of)\b|(?:above|below|ahead of|higher than|lower than|more than|less than) )"
)
# "a margin of, call it, 5%"
CALL_IT = re.compile(
    r",? (?:let['’]s |we['’]ll |I['’]d |you could )?call it(?: (?:about|around|roughly))?,? (?=[$£¥₠-⃏]?\d)"
)
# "12%, give or take a point"
GIVE_OR_TAKE = re.compile(r"\b(?P<of>(?:give or take|plus or minus) )(?P<half>half )?a (?=(?:percentage )?point\b)")
# "something like 9% or 10%"; but "about 9% or 10% in constant currency"
ONE_OR_NEXT = re.compile(
    r"(?P<low>\b(?:like|maybe|probably|perhaps|say|about|around|roughly|approximately) [$£¥₠-⃏]?(?P<one>\d[\d.]*)(?:%| percent| million| billion)?) or (?=[$£¥₠-⃏]?(?P<next>\d[\d.]*) ?(?:%|percent|basis points|points|million|billion)(?!,? (?:(?:in|at) (?:constant|local)|on an?|as (?:reported|adjusted)|excluding|ex\b|organic|adjusted|currency|when|if|before|after|net|reported|per)))"
)
_FAR = 1.5


def or_next(match: re.Match[str]) -> str:
    """Write "9% or 10%" as a range."""
    one, after = float(match["one"].rstrip(".")), float(match["next"].rstrip("."))
    return f"{match['low']} to " if one < after <= max(one + 1, one * _FAR) else match[0]


# "raising our EPS guidance $0.10 to $4.20": by so much, as no range reaches so far
_GUIDED = r"[$£¥₠-⃏](?P<{0}>\d[\d,]*(?:\.\d+)?)(?P<{0}_scale> (?:million|billion|thousand))?\b"
RAISED_BY = re.compile(
    r"(?P<raised>\b(?:rais|increas|lower|reduc|decreas|lift|bump|boost|trimm?|cutt?|mov)(?:e|es|ed|ing|s)?(?: up| down)? (?:(?!(?:to|from|by|at|between) )[\w'’&/-]+ ){1,9}?(?:guidance|outlook|forecast|guide|estimates?|target)(?: range)?(?: (?:for|in) (?:the )?(?:full |fiscal )*(?:year|20\d\d))?) "
    rf"(?:another |an additional )?(?P<amount>{_GUIDED.format('by')}|\d[\d.]*(?:%| percent)(?= to [$£¥₠-⃏]))(?P<to> to (?:an? (?:new |updated )?range of |between )?{_GUIDED.format('value')})?(?! (?:or|to|per share to)\b)",
    re.IGNORECASE,
)
_FAR_APART = 3
"""The ends of a range that is guided to are not as many times each other."""


def raised_by(match: re.Match[str]) -> str:
    """Write how far guidance was raised with "by", unless the two amounts are a range."""
    is_range = bool(match["by"] and match["value"]) and _guided(match, "value") < _guided(match, "by") * _FAR_APART
    return match[0] if is_range else f"{match['raised']} by {match['amount']}{match['to'] or ''}"


def _guided(match: re.Match[str], which: str) -> float:
    return float(match[which].replace(",", "")) * SCALES.get((match[f"{which}_scale"] or "").strip().lower(), 1)
