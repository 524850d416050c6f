"""Numbers as people say them: value, unit, rounding interval.

Takes a sentence; gives `Quantity` objects in order, ranges joined. Knows currency signs, codes and words,
scales (also crore, lakh, 万, 亿), percent, points, basis points, times, per share, spelled-out numbers,
digits words ("mid-single digits"), signs and hedges. What a number is about belongs to the grammar.

The rounding interval is XBRL Calculations 1.1's: half a unit of the last digit said, either way.
"""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

Kind = Literal["money", "per_share", "percent", "point", "ratio", "number"]

ISO_4217 = (
    "CNY", "USD", "EUR", "GBP", "INR", "JPY", "CHF", "SEK", "NOK", "DKK", "CAD", "AUD", "NZD", "HKD", "TWD", "KRW", "SGD", "BRL", "MXN", "CLP", "ARS",
    "ZAR", "ILS", "THB", "MYR", "IDR", "PHP", "VND", "PLN", "CZK", "HUF", "TRY", "RUB", "SAR", "AED", "QAR", "KWD", "EGP", "NGN",
)  # fmt: skip
"""Codes of currencies; of those that are also words ("COP 26") none."""
_OF_ONE_SIGN = {"EUR": "€", "GBP": "£", "INR": "₹", "KRW": "₩", "ILS": "₪", "PHP": "₱", "TRY": "₺"}
_UNUSED = (sign for sign in map(chr, range(ord("₠"), ord("⃏") + 1)) if sign not in _OF_ONE_SIGN.values())
SIGN_OF = {code: _OF_ONE_SIGN.get(code) or next(_UNUSED) for code in ISO_4217}
"""A sign of one character for each currency, its own or an unused one of Unicode's block of currency signs.

The fair copy writes it for codes and signs of several letters, so that "RMB 5", "C$5" and "$5" are read by the same patterns: all
find the sign of an amount as `[$£¥₠-⃏]`.
"""
SIGNS = f"$£¥{''.join(map(chr, range(ord('₠'), ord('⃏') + 1)))}"
CURRENCIES = {
    **{sign: code for code, sign in SIGN_OF.items()},
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "A$": "AUD", "S$": "SGD", "R$": "BRL", "MXN$": "MXN",
    "$": None, "¥": "JPY", "฿": "THB",
    "RS": "INR", "RS.": "INR", "RMB": "CNY", "NIS": "ILS", "R": "ZAR", "RM": "MYR", "RP": "IDR",
    **dict(zip(ISO_4217, ISO_4217, strict=True)),
}  # fmt: skip
"""Signs and codes, in capitals, by the ISO 4217 code of their currency; those of several currencies by none."""
CURRENCY_WORDS = {
    "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "元": "CNY", "dollar": None, "us dollar": "USD", "u.s. dollar": "USD", "euro": "EUR", "pound": "GBP",
    "rupee": "INR", "yen": "JPY", "cny": "CNY", "usd": "USD", "eur": "EUR", "gbp": "GBP", "inr": "INR", "won": "KRW", "franc": "CHF",
    "canadian dollar": "CAD", "hong kong dollar": "HKD", "australian dollar": "AUD", "singapore dollar": "SGD", "new taiwan dollar": "TWD",
    "new zealand dollar": "NZD", "swiss franc": "CHF", "swedish krona": "SEK", "swedish kronor": "SEK", "krona": "SEK", "kronor": "SEK",
    "norwegian kroner": "NOK", "danish kroner": "DKK", "indian rupee": "INR", "japanese yen": "JPY", "korean won": "KRW", "mexican peso": "MXN",
    "brazilian reai": "BRL", "reai": "BRL", "south african rand": "ZAR", "rand": "ZAR", "peso": None, "chilean peso": "CLP", "argentine peso": "ARS",
    "philippine peso": "PHP", "colombian peso": "COP", "shekel": "ILS", "ringgit": "MYR", "rupiah": "IDR", "baht": "THB", "zloty": "PLN", "zlotys": "PLN",
    "dirham": "AED", "riyal": "SAR", "saudi riyal": "SAR", "turkish lira": "TRY", "ruble": "RUB", "pence": "GBP", "p": "GBP",
}  # fmt: skip
_MONEY_WORDS = "|".join(
    rf"(?<=illion )(?i:{name})\b" if name in ("won", "rand") else rf"(?i:{re.escape(name)}s?)\b"
    for name in sorted(CURRENCY_WORDS, key=len, reverse=True)
    if name.isascii() and len(name) > len("p") and name not in ("pence", "us dollar", "u.s. dollar")
)
"""Names of currencies; "won" and "rand" only behind an amount."""
_OIL_AND_GAS = {
    f"{prefix}{unit}": factor
    for prefix, factor in (("k", 10**3), ("m", 10**3), ("mm", 10**6), ("b", 10**9), ("t", 10**12))
    for unit in ("cf", "cfe", "cfd", "cfpd", "cfed", "cfepd", "boe", "boed", "boepd", "bbl", "bbls", "bopd")
}
"""Of oil and gas "M" is a thousand: "82 MBoe a day", "1.35 Bcfe"."""
_MINED = {"kt": 10**3, "koz": 10**3, "moz": 10**6, "klbs": 10**3, "mlbs": 10**6}
"""Of metals it is a million: "412 kt of copper", "2.1 Moz of silver"."""
SCALES = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "mm": 10**6, "mil": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "b": 10**9,
    "trillion": 10**12, "tn": 10**12, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "lakh crore": 10**12, "lakh crores": 10**12, "万": 10**4, "萬": 10**4,
    "亿": 10**8, "億": 10**8, "万亿": 10**12, "millions": 10**6, "billions": 10**9, "trillions": 10**12, "hundred": 100,
    **_OIL_AND_GAS, **_MINED,
}  # fmt: skip
NUMBER_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
_DIGIT_WORDS: tuple[tuple[str, float, float], ...] = (
    (r"low(?:- |[- ])(?:to|or)[- ]mid[- ]single|low,?[- ]single (?:to|or) mid[- ]single", 1, 6), (r"mid(?:- |[- ])(?:to|or)[- ]high[- ]single", 4, 9), (r"low(?:- |[- ])(?:to|or)[- ]mid[- ]double", 10, 16),
    (r"high[- ]single[- ](?:digits? )?(?:to|or)[- ](?:low[- ])?double", 7, 13), (r"mid(?:- |[- ])(?:to|or)[- ]high[- ]teens", 14, 19), (r"low(?:- |[- ])(?:to|or)[- ]mid[- ]teens", 11, 16),
    (r"(?:low|(?<=the )lower)[- ]single", 1, 3), (r"mid[- ]single", 4, 6), (r"(?:high|upper|(?<=the )higher)[- ]single", 7, 9), (r"(?:low|(?<=the )lower)[- ]double", 10, 13), (r"mid[- ]double", 14, 16),
    (r"high[- ]double", 17, math.inf), (r"low[- ]teens", 11, 13), (r"mid[- ]teens", 14, 16), (r"(?:high|upper)[- ]teens", 17, 19),
    (r"(?:near(?:ly)?|almost|close to|just under|approaching)[- ]double", 9, 10), (r"strong double", 10, math.inf), (r"double", 10, math.inf), (r"triple", 100, math.inf), (r"single", 1, 9),
)  # fmt: skip

_WORDS = "|".join(NUMBER_WORDS)
_UNIT = (
    r"%|％|percentage[- ]points?|percent(?:age)?[- ]points?|percents?\b|per cent\b|pct\b|basis[- ]points?|bps\b|bips\b|bp\b|points?\b|pts\b|pp\b|ppt?s?\b"
    r"|times\b(?!\s+(?!trailing\b)\w+ing)|x\b|turns?\b|-?fold\b|U\.?S\.? dollars?\b|"
    + _MONEY_WORDS
    + r"|cents?\b|penn(?:y|ies)\b|pence\b|(?-i:p)\b|元"
)
_SCALE = rf"(?i:{'|'.join(sorted([*_OIL_AND_GAS, *_MINED], key=len, reverse=True))})|(?i:lakh crores?|thousand|millions?|billions?|trillions?|crores?|lakhs?)|mn|bn|mm|mil|tn|万亿|[万萬亿億]|[kKmMbB]"
_CURRENCY = (
    r"(?:US|HK|NT|CAD|CA|C|A|S|R|MXN)?\$|[£¥฿₠-⃏]|R[sp]\.?(?= ?\d)|RM?"
    rf"|(?:RMB|NIS|{'|'.join(ISO_4217)})(?![a-z])"
)
_DIGITS_RUN = re.compile(r"\d+")
# What stands before a number. Looked at once a number is found, as digits are few.
_BEFORE = re.compile(
    rf"(?<![\w.])(?<!\d/)(?<![a-rt-zA-Z]-)(?<!['’])(?P<sign>[-−–](?=[$£¥₠-⃏]|$)|\((?=[$£¥₠-⃏]|$))?(?P<currency>{_CURRENCY.replace('(?= ?', '(?= ?$|')})?[ ]?(?P<sign2>[-−(])?$"
)
_QUANTITY = re.compile(
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?<![\d.,/-])\d{{1,2}}, \d{{3}}(?!\d|[.,/-]\d|[ -]?(?:{_UNIT}|(?:{_SCALE})\b))|\d{{1,3}}(?:,\d\d)+,\d{{3}}(?:\.\d+)?|\d+\.\d+|\.\d+|\d+)"
    rf"(?!\d|\.\d|/\d|(?:st|nd|rd|th|[qQgG])\b)(?P<close>\)(?=%| (?:million|billion|percent)|[ .,;]|$))?(?!-[A-Z]\b)(?:-ish)?(?P<half> and (?:a|one)[ -]half(?=[ -]?(?:%|percent|percentage|point|million|billion|times)))?"
    rf"(?:[ -]?(?P<scale>{_SCALE})(?![a-zA-Z]))?(?:[ -]?(?P<unit>{_UNIT}))?",
)
_SPELLED = re.compile(
    rf"\b(?P<number>(?:(?:a|half a|{_WORDS})(?:[ -](?:(?<=hundred )and (?=(?:{_WORDS})\b)|point )?(?:{_WORDS}))*(?: and a half)?))[ -](?P<scale>{_SCALE})?\b[ -]?(?P<unit>{_UNIT})?", re.IGNORECASE
)  # fmt: skip
_ANY_SPELLED = re.compile(rf"\b(?:{_WORDS}|half)\b|\ba (?:penny|million|billion)", re.IGNORECASE)
_DIGITS = re.compile(
    r"\b(?P<what>" + "|".join(pattern for pattern, _, _ in _DIGIT_WORDS) + r")(?:[- ]digits?\b|(?<=teens))(?: percent(?:age)?\b)?", re.IGNORECASE
)  # fmt: skip
_DIGIT_RANGES = tuple((re.compile(pattern, re.IGNORECASE), low, high) for pattern, low, high in _DIGIT_WORDS)
_DECADE = re.compile(
    r"\b(?:(?P<first>low|mid)(?:- |[- ])to[- ])?(?P<what>low|mid|upper|high)[- ](?P<base>[2-9]0|1[0-4]0(?=['’]?s\b))(?:['’]?s\b|(?= percent range\b| ?% range\b))(?: percent\b|%)?"
    r"|\b(?:(?<=in the )|(?<=% to )|(?<=up )|(?<=up in the )|(?<=down )|(?=[a-z]+[- ]\d0% to (?:low|mid|upper|high)[- ][2-9]0%))(?P<of>low|mid|upper|high)[- ](?P<tens>[2-9]0)%(?:['’]?s\b)?",
    re.IGNORECASE,
)
_PART_OF_PERCENT = re.compile(
    r"\b(?:(?P<first>low|mid)(?:- |[- ])to[- ])?(?P<what>low|mid|upper|high)[- ](?P<base>[1-9]?[1-9]|10)(?: ?%| percent) range\b",
    re.IGNORECASE,
)
_TENTHS = re.compile(
    rf"\b(?P<number>{_WORDS})[ -]tenths? of (?:1|one|an?) ?(?:%|percent(?:age)?\b)(?P<point> points?\b)?", re.IGNORECASE
)
_OF_DECADE = {"low": (1, 3), "mid": (4, 6), "upper": (7, 9), "high": (7, 9)}
_DIGITS_HINT = re.compile(r"digit|teens", re.IGNORECASE)
_PER_SHARE = re.compile(
    r"[ ]?(?:per|a|/|for each|on a per)[ ]?(?:(?:fully|diluted|basic|common|ordinary|adjusted|american depositary|class a|ongoing|operating|limited partner)[ ,-]+){0,3}(?:share|unit\b(?! sold)|ADS\b)", re.IGNORECASE
)  # fmt: skip
_NEGATIVE = re.compile(r"\b(?:negative|minus)\s(?:of )?(?:a )?$", re.IGNORECASE)
_MOVED_UP = "".join(rf"(?<!\b{verb} )" for verb in ("guidance", "outlook", "guide", "forecast", "range", "go", "goes", "going", "went", "gone", "move", "moves", "moved", "moving", "come", "came", "back", "tick", "ticked", "step", "steps", "stepped", "stepping", "edge", "edged", "ramp", "ramped", "ramping"))  # fmt: skip
"""What stands before an "up to" that says where something moved, and no ceiling: "margins moved up to 45%"."""
_HEDGE = re.compile(
    r"\b(?:(?P<over>over|more than|greater than|in excess of|at least|above|exceed(?:s|ed|ing)?|north of|upwards of|better than|no less than|a minimum of|surpass(?:ed|ing)?|passed|crossed|topped|eclipsed|(?<=to )(?:pass|cross|top|eclipse)|broke(?: through)?)"
    rf"|(?P<under>less than|under|below|{_MOVED_UP}up to|at most|no more than|not exceed|south of|fewer than|not to exceed|a maximum of)|(?P<nearly>nearly|almost|just under|just below|close to|approach(?:ed|ing)?|just shy of)"
    r"|(?P<about>about|approximately|around|roughly|some|circa|kind of|an estimated|in the range of|in the neighborhood of|just over|slightly over|slightly above|or so|approx\.?))"
    r"(?: (?:the|a|an|about|kind of|around|approximately|roughly|US|RMB))*\s?$", re.IGNORECASE
)  # fmt: skip
_HEDGE_BEHIND = re.compile(
    r"(?P<over>\+(?![\d-])|[ -]plus(?=[,.;)]|$| (?:in|for|growth|range|margins?|this|next|on|and)\b)| or (?:more|better|higher|greater)\b(?! than\b))"
    r"|(?P<under> or (?:less|lower|fewer)\b(?! than\b))", re.IGNORECASE
)  # fmt: skip
"""What stands behind a bound: "growth of 20% or more", "a margin of 20%-plus", "leverage of 3 times or less"."""
_THE = re.compile(r"\bthe\s?$", re.IGNORECASE)
_MARK = re.compile(r" (?:mark|threshold|milestone|level|range|barrier)\b", re.IGNORECASE)
"""What was passed, however far: "revenue surpassed the $1 billion mark"."""
_SAYS_ABOVE = re.compile(r"\b(?:plus|positive|up)\b|\+", re.IGNORECASE)
_PLUS_OR_MINUS = r"(?:plus or minus|give or take|plus/minus|\+/-|±) ?"
_PLUS_MINUS = re.compile(
    rf"^(?:,? (?:per|a)(?: (?:fully|diluted|basic|common|ordinary|adjusted))* (?:share|unit|ADS))?,? ?{_PLUS_OR_MINUS}$",
    re.IGNORECASE,
)
_MARGIN_OF_BOTH = re.compile(rf",? respectively,? (?:each |both )?{_PLUS_OR_MINUS}", re.IGNORECASE)
_PER_SHARE_WORDS = re.compile(
    r"^,? (?:per|a|each)(?: (?:fully|diluted|basic|common|ordinary|adjusted))* (?:share|unit|ADS)(?= )", re.IGNORECASE
)
_RANGE_GAP = re.compile(
    r"^(?: ?(?:-|–|—|- to|and to|to|tp|through|up to) ?(?:about |approximately |around |a |as much as |as high as |negative |minus |plus |positive |the )*(?:(?:net )?loss(?: per share)? of )?(?:\+|(?<=to )-)?|%-|%–)$",
    re.IGNORECASE,
)
_BETWEEN_GAP = re.compile(
    r"^(?: and (?:and |about |approximately |a |negative |minus |plus |positive |up )*[-+]?|, )$", re.IGNORECASE
)
_OF_DOWN = re.compile(r"\b(?:of|be|between) down $")
"""What "7% to 2%" is a range behind."""
_TO_FALL = re.compile(
    r"\bto (?:decline|decrease|fall|contract|be down)(?: (?:by|about|approximately|between|in the range of))* $",
    re.IGNORECASE,
)
"""An expected fall is said as a range: "we expect sales to decline 1.5% to 0.5%"."""
_FALLS = re.compile(
    r"\b(?:decline|declines|decrease|decreases|down|reduction|fall|drop|lower|loss|contraction|negative)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_IN_RANGE = re.compile(
    r"\b(?:between|(?:in|within|to) (?:the|a) range of|rang(?:e|es|ing) from) (?:about |approximately |a |an )*$",
    re.IGNORECASE,
)
_LOSS_EXPECTED = re.compile(
    r"\bloss\b(?:[^.;]|\.\d){0,160}\b(?:guidance|outlook|range|expectations?|estimate|forecast)(?: range)? of $",
    re.IGNORECASE,
)
"""Of losses the greater is said first: "a net loss of $1.10 to $1 a share versus our previous guidance of $1.25 to $1.15"."""
_BETWEEN = re.compile(r"\b(?:between|range of|ranging from|midpoint of)\b[^.;,]{0,20}$", re.IGNORECASE)
_TO_RANGE = re.compile(
    r"^,?(?: (?:last|previous|prior) (?:quarter|year))?,? (?:up |down )?to(?: (?:be|a|an|our|the|new|updated|revised|current|narrower|range|of|between|now|about|approximately))* ?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom(?: (?:about|approximately|around|a|an|roughly|just over|nearly))*\s?[-(]?$", re.IGNORECASE)
_MOVED_FROM = re.compile(
    r"\b(?:improved|went|gone|moved|swung|rose|risen|increased|turned|grew|grown|fell|fallen|declined|decreased|dropped) from (?:an? )?(?:negative|minus)\s?$",
    re.IGNORECASE,
)
"""What was below nothing before: "margins improved from negative 4% to 2%"."""
_RANGE_FROM = re.compile(
    r"\b(?:rang(?:e|es|ing|ed)|anywhere|guidance|outlook|expect\w*|be)[^.;]{0,15}from(?: an?)?\s?$", re.IGNORECASE
)
_EXPECTED_FROM = re.compile(
    r"\b(?:expect|anticipat|project|forecast|guid|estimat)(?:e|es|ing|s|ed)? (?:(?!(?:increas|rais|improv|ris|grow|declin|decreas|reduc|lower|up|down|go|mov|chang|expan|contract|narrow|benefit|to\b)\w*)[^.;,\s]+ ){1,7}from\s?$",
    re.IGNORECASE,
)
"""A range told from end to end: "we are forecasting first quarter adjusted EPS from $1.61 to $1.70"."""
_REPLACED_FROM = re.compile(
    r"\bto [$£¥₠-⃏]?[\d.,]+(?: ?(?:%|percent|million|billion))?,? (?:up|down|revised|raised|lowered|increased|reduced|changed|compared) from(?: (?:about|approximately|around|roughly))?\s?[-(]?$"
    r"|[\d%]( million| billion| percent)? to [$£¥₠-⃏]?[\d.,]+(?: ?(?:%|percent|million|billion))?(?: per share)?(?: (?:in|at) (?:constant|local) (?:currency|currencies|rates)| on an? (?:[a-z]+ ){1,2}basis)?,? from(?: (?:our|the|a))?(?: (?:prior|previous|initial|original))?(?: (?:range|guidance|outlook))?(?: of)?\s?[-(]?$",
    re.IGNORECASE,
)
"""A range that another replaces: "2% to 5%, down from 4% to 9%"."""
_UP_FROM = re.compile(
    r"\b(?:up|down|increased?|raised|lowered|reduced|decreased?|revised) from(?: (?:about|approximately))?\s?$",
    re.IGNORECASE,
)
_PREVIOUSLY = re.compile(r"(?: per share)?,? (?:previously|before\b|that we had|in our (?:prior|previous|last)\b)")
"""A range that one value replaces: "growth of about 14%, up from 10% to 12% previously"."""
_MOVES_FROM = re.compile(
    r"\b(?:rais(?:e|ed|es|ing)|increas(?:e|ed|es|ing)|lower(?:ed|s|ing)?|reduc(?:e|ed|es|ing)|lift(?:ed|ing)|cut(?:ting)?|boost(?:ed|ing)|(?:revis|updat|adjust|chang|upgrad|mov)(?:e|ed|es|ing)(?: upwards?| downwards?| up| down)?) (?:our|the|20\d\d|full|fiscal|its)\b[^.;$£¥₠-⃏%]{0,60}\b(?:guidance|outlook|forecast|expectations?|target)(?: for [^.;$£¥₠-⃏%]{0,40})? from\s?$",
    re.IGNORECASE,
)
"""What was expected before: "raising our revenue guidance from $1.2 billion to $1.3 billion"."""
_AND_FROM = re.compile(
    r"\brang\w+ from\b(?:[^.;]|\.\d){0,120}\band from(?: about| approximately| around)?\s?[-(]?$", re.IGNORECASE
)
_MOVED_ONCE = re.compile(
    r"increased|grew|rose|improved|decreased|declined|fell|dropped|climbed|jumped|narrowed", re.IGNORECASE
)
_MOVED_BY = re.compile(
    r"\b(?:increas(?:ed|ing)|grew|rose|improved|up|decreas(?:ed|ing)|declined|fell|dropped|down|climbed|jumped|narrowed|reduced|lowered|raised|gained|added)"
    r"(?: by| an additional| another| about| approximately| nearly| almost| roughly| over| more than)*(?P<or> [\d.]+ ?(?:%|percent),? or(?: by| about| approximately| nearly)*)?\s?[-(]?$", re.IGNORECASE
)  # fmt: skip
_HUNDREDTHS = re.compile(r"\b(?:cents?|pennies|pence|basis[- ]points?|bps|bips|bp)$", re.IGNORECASE)
_DAY = 2
_OF_MONTH = re.compile(rf"\b(?:{'|'.join(calendar.month_name[1:])}|(?:Jan|Feb|Sept?|Oct|Nov|Dec)\.?) $")
_YEARISH = re.compile(r"^(?:19|20)\d\d$")
_SHORT_YEAR = 2
_OF_FISCAL = re.compile(r"\b(?:fiscal(?: year)?|FY) ?$", re.IGNORECASE)
"""A year said by two digits: "fiscal 21"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as said. `low`..`high` is its rounding interval, or the two ends where `is_range`."""

    start: int
    end: int
    kind: Kind
    value: float
    low: float
    high: float
    currency: str | None = None
    approximation: str = "exact"
    scaled: bool = False
    marked: bool = False
    is_range: bool = False
    is_negative: bool = False
    step: float = 0.0


def is_of_cents(quantity: Quantity) -> bool:
    """Whether an amount is as small and as exact as one a share."""
    is_small = not quantity.scaled and abs(quantity.value) < _MOST_A_SHARE
    return quantity.kind == "money" and is_small and quantity.step <= _A_CENT


_MOST_A_SHARE, _A_CENT = 100, 0.01


def quantities(text: str, *, spelled: bool = True, digit_words: bool = True) -> list[Quantity]:
    """Every quantity of a sentence, in order, ranges joined into one.

    Args:
        text: the sentence.
        spelled: whether a number word stands in it ("twelve"); False spares the search.
        digit_words: the same of "mid-single digits".

    >>> [(q.kind, q.low, q.high) for q in quantities("EPS of $4.25 to $4.75")]
    [('money', 4.25, 4.75)]
    >>> [(q.value, q.low, q.high) for q in quantities("RMB 1.97 billion")]
    [(1970000000.0, 1965000000.0, 1975000000.0)]
    """
    found = list(_in_digits(text))
    if spelled and _ANY_SPELLED.search(text):
        for match in _SPELLED.finditer(text):
            quantity = _read_spelled(text, match)
            is_again = text[match.start() - 2 : match.start() - 1].isdigit()  # "$28.9 nine million"
            if quantity and not is_again and not any(q.start < quantity.end and quantity.start < q.end for q in found):
                found.append(quantity)
    if digit_words and _DIGITS_HINT.search(text):
        found.extend(_digit_words(text))
    if "0s" in text or "0's" in text or "percent range" in text or "0%" in text or "% range" in text:
        found = _rather(found, list(_decades(text)))
    if "tenth" in text:
        found = _rather(found, list(_tenths(text)))
    if _TIER_HINT.search(text):
        found = [_of_tier(text, quantity) for quantity in found]
    if "reak" in text:
        found = [_to_breakeven(text, quantity) for quantity in found]
    if len(found) < 2:
        return found
    found.sort(key=lambda quantity: quantity.start)
    return _join_ranges(text, found)


def _to_breakeven(text: str, quantity: Quantity) -> Quantity:
    """The range from an amount to nothing: "from breakeven to $1 million", "between a loss of $5 million and breakeven"."""
    if quantity.is_range or quantity.kind not in ("money", "per_share", "percent"):
        return quantity
    behind = _TO_BREAKEVEN.match(text, quantity.end)
    if behind and _RANGE_BEFORE_LOSS.search(text, 0, quantity.start):
        end = behind.end()
    elif _BREAKEVEN.search(text, 0, quantity.start):
        end = quantity.end
    else:
        return quantity
    low, high = sorted((0.0, quantity.value))
    return replace(quantity, end=end, value=quantity.value / 2, low=low, high=high, is_range=True)


_TO_BREAKEVEN = re.compile(r" (?:to|and) (?:about |around |roughly |slightly |just )?break[- ]?even\b")
_RANGE_BEFORE_LOSS = re.compile(
    r"\b(?:between|range of|rang\w+ from|anywhere from|(?:expect|anticipate|forecast|project|guidance|outlook)\b(?:(?! from )[^.;]){0,80})"
    r" (?:(?:about|approximately|around) )?(?:an? )?(?:(?:(?:net|operating|small|slight|modest) )*loss(?:es)?(?: per share)? of|negative|minus) (?:(?:about|approximately|around) )?$",
    re.IGNORECASE,
)
_BREAKEVEN = re.compile(
    r"(?:\brang\w+ from (?:about )?break[- ]?even to|(?<!from )(?<!from about )\bbreak[- ]?even to|\bbetween break[- ]?even and)"
    r" (?:about |approximately |a |an |profit of |positive |earnings of )*$",
    re.IGNORECASE,
)


def _in_digits(text: str) -> Iterator[Quantity]:
    position = 0
    while run := _DIGITS_RUN.search(text, position):
        start = run.start()
        if text[start - 1 : start] == "." and not text[max(0, start - 2) : start - 1].isalnum():
            start -= 1
        match = _QUANTITY.match(text, start)
        before = _BEFORE.search(text, max(0, start - 7), start) if match else None
        if match is None or before is None:
            position = run.end()
            continue
        quantity = _read(text, before, match)
        if quantity:
            yield quantity
        position = match.end()


def _read(text: str, before: re.Match[str], match: re.Match[str]) -> Quantity | None:
    number, scale, unit = match.group("number", "scale", "unit")
    sign, currency, sign2 = before.group("sign", "currency", "sign2")
    if sign2 == "(" and not match["close"]:
        sign2 = None
    if currency in ("R", "RM") and not (scale and scale.endswith("illion")):
        return None  # "R22" is no rand
    if scale and scale in "kKmMbB" and not currency and unit is None and scale not in "MB":
        scale = None if scale in "kmb" and not currency else scale
    bare = not (unit or scale or currency)
    if bare and len(number) <= _DAY and _OF_MONTH.search(text, max(0, before.start() - 12), before.start()):
        return None  # "as of December 31"
    if bare and (_YEARISH.match(number) or len(number) == _SHORT_YEAR and _OF_FISCAL.search(text, 0, before.start())):
        return None
    if bare and number == "48" and text.endswith("Lower ", 0, match.start("number")):
        return None  # "Lower 48 production": the states between Canada and Mexico
    digits = number.replace(",", "").replace(" ", "")  # "17, 598" as recognisers tear it
    value = Decimal(digits)
    if match["half"]:  # "15 and a half percent"
        digits, value = f"{digits}.5", value + Decimal("0.5")
    exponent = -len(digits.partition(".")[2])
    first = before.start()
    negative = bool(sign or sign2) or bool(_NEGATIVE.search(text, max(0, first - 16), first))
    end = match.end()
    if sign == "(" and not match["close"]:
        negative = False  # "(5% of sales)" opens a remark, not a negative number
    if match["close"] and "(" not in (sign, sign2):
        end = match.start("close")
    if sign and sign in "-–" and first and text[first - 1].isalnum():
        negative = False
    start = before.start("currency") if currency else match.start("number")
    return _quantity(text, start, end, value, exponent, scale, unit, currency, negative)


# "to rise eight to 10%"
_TO_PERCENT = re.compile(r" (?:to|or) \d+(?:\.\d+)? ?(?:%|percent\b|times\b|x\b|turns?\b)")


_UNCOUNTED = re.compile(r"\b(?:several|few|many|couple)(?: of)? $", re.IGNORECASE)
"""Nobody has counted "several hundred million"."""


def _read_spelled(text: str, match: re.Match[str]) -> Quantity | None:
    words, scale, unit = match["number"].lower(), match["scale"], match["unit"]
    if not (scale or unit or _TO_PERCENT.match(text, match.end("number"))) or (
        unit and unit.lower() in ("times", "x", "points", "point", "turn", "turns", "pounds", "pound")
    ):
        return None
    if words == "a" and not (
        unit and unit.lower() in ("penny",) or scale and scale.lower() in ("million", "billion", "trillion")
    ):
        return None
    if words.startswith("hundred") and _UNCOUNTED.search(text, max(0, match.start() - 12), match.start()):
        return None
    value = spelled_value(words)
    if value is None:
        return None
    negative = bool(_NEGATIVE.search(text, max(0, match.start() - 16), match.start()))
    return _quantity(
        text,
        match.start(),
        match.end() if unit else match.end("scale" if scale else "number"),
        value,
        0 if value == value.to_integral_value() else -1,
        scale,
        unit,
        None,
        negative,
    )


def spelled_value(words: str) -> Decimal | None:
    """Read spelled-out digits in lower case: "six hundred zero five" is 605, "one point two" is 1.2; None for other words."""
    if words.endswith(" and a half"):
        base = spelled_value(words.removesuffix(" and a half"))
        return base + Decimal("0.5") if base is not None else None
    whole, _, fraction = words.replace("-", " ").partition(" point ")
    if whole == "half a":
        return Decimal("0.5")
    total, current = 0, 0
    for word in whole.split():
        if word in ("a", "and"):
            continue
        number = NUMBER_WORDS.get(word)
        if number is None:
            return None
        if number == 100:
            current = max(current, 1) * 100
        elif 0 < current < 10 and number >= 10:
            current = current * 100 + number  # "one fifteen" is 115
        elif current % (10 if number < 10 else 100):
            return None  # "five six", "twenty twenty": two numbers
        else:
            current += number
    total += current or (1 if whole == "a" else 0)
    digits = "".join(str(NUMBER_WORDS[word]) for word in fraction.split() if NUMBER_WORDS.get(word, 100) < 10)
    return Decimal(f"{total}.{digits}") if digits else Decimal(total)


def _quantity(text: str, start: int, end: int, value: Decimal, exponent: int, scale: str | None, unit: str | None,
              currency: str | None, negative: bool) -> Quantity:  # fmt: skip
    factor = Decimal(SCALES[scale.lower()] if scale else 1)
    step = Decimal(10) ** exponent * factor
    value *= factor
    kind: Kind = "money" if currency else "number"
    code = CURRENCIES.get(currency.upper()) if currency else None
    name = unit.lower().rstrip("s").replace("-", " ") if unit else ""
    if unit:
        if name in ("%", "％", "percent", "per cent", "pct"):
            kind = "percent"
        elif name in ("basi point", "basis point", "bp", "bip"):
            kind, value, step = "point", value / 100, step / 100
        elif "point" in name or name in ("pt", "pp", "ppt"):
            kind = "point"
        elif name in ("time", "x", "turn", "fold"):
            kind = "ratio"
        elif name in ("cent", "penny", "pennie", "pence") and currency and exponent < 0:
            kind = "money"  # "$0.71 cents"
        elif name in ("cent", "penny", "pennie", "pence", "p"):
            kind, value, step = "money", value / 100, step / 100
            code = CURRENCY_WORDS.get(name, code)
        else:
            kind, code = "money", CURRENCY_WORDS.get(name, code)
    if kind == "money" and _PER_SHARE.match(text, end):
        kind = "per_share"
    if negative:
        value = -value
    hedge = _HEDGE.search(text, max(0, start - 40), start)
    if hedge and _is_known(text, hedge, end):
        hedge = None
    hedge = hedge or _HEDGE_BEHIND.match(text, end)
    approximation, low, high = _interval(value, step, hedge.lastgroup if hedge else None)
    marked = bool(currency or (unit and kind == "money") or kind == "per_share")
    return Quantity(start, end, kind, float(value), low, high, code, approximation, scale is not None, marked,
                    is_negative=negative, step=float(step))  # fmt: skip


def _is_known(text: str, hedge: re.Match[str], end: int) -> bool:
    """Whether an amount is the one that there was: "12% over the $135.5 million of a year ago"; what will be above it has no other bound."""
    return bool(
        (hedge["over"] or hedge["under"])
        and _THE.search(hedge[0])
        and not _MARK.match(text, end)
        and not _WILL_BE.search(text, max(0, hedge.start() - _CLAUSE), hedge.start())
    )


_CLAUSE = 60
_WILL_BE = re.compile(
    r"\b(?:will|should|would|expect\w*|anticipat\w*|plan(?:s|ned|ning)?|to be)\b|\b(?:to|or) $", re.IGNORECASE
)


def _interval(value: Decimal, step: Decimal, hedge: str | None) -> tuple[str, float, float]:
    """How a number is said, and the ends of what it may be; `hedge` is the group of `_HEDGE` that was found beside it."""
    half = step / 2
    if hedge is None:
        return "exact", float(value - half), float(value + half)
    if hedge == "over":
        return ("over", float(value), math.inf) if value >= 0 else ("over", -math.inf, float(value))
    if hedge == "under":
        return ("under", -math.inf, float(value)) if value >= 0 else ("under", float(value), math.inf)
    # Widen to the last significant digit: "about 200" is 150 to 250, "about 205" is 204.5 to 205.5.
    digits = value.normalize()
    exponent = digits.as_tuple().exponent
    wide = max(half, Decimal(10) ** exponent / 2) if isinstance(exponent, int) and value else half
    if hedge == "nearly":
        return "under", float(value - 2 * wide if value > 0 else value), float(value if value > 0 else value + 2 * wide)
    return "about", float(value - wide), float(value + wide)


def _digit_words(text: str) -> list[Quantity]:
    found = []
    for match in _DIGITS.finditer(text):
        low, high = next(
            (low, high) for pattern, low, high in _DIGIT_RANGES if pattern.fullmatch(text, *match.span("what"))
        )
        negative = bool(_NEGATIVE.search(text, max(0, match.start() - 16), match.start()))
        if negative:
            low, high = -high, -low
        value = (low + high) / 2 if math.isfinite(low + high) else (low if math.isfinite(low) else high)
        found.append(Quantity(match.start(), match.end(), "percent", value, low, high, None,
                              "over" if math.isinf(high) else "about", is_range=True, is_negative=negative, step=1.0))  # fmt: skip
    return found


def _decades(text: str) -> Iterator[Quantity]:
    """Percentages by their decade or by what follows the point: "in the mid-20s" is 24 to 26, "in the high 17% range" 17.7 to 17.9."""
    for pattern, unit in ((_DECADE, 1.0), (_PART_OF_PERCENT, 0.1)):
        for match in pattern.finditer(text):
            said = match.groupdict()
            base = float(said["base"] or said["tens"])
            last = (said["what"] or said["of"]).lower()
            first = (said["first"] or last).lower()
            low, high = round(base + unit * _OF_DECADE[first][0], 1), round(base + unit * _OF_DECADE[last][1], 1)
            middle = (low + high) / 2
            yield Quantity(
                match.start(), match.end(), "percent", middle, low, high, None, "about", is_range=True, step=unit
            )


_TIER_HINT = re.compile(r"\b(?:low|mid|upper|high)[- ][$£¥₠-⃏]", re.IGNORECASE)
_TIER = re.compile(
    r"(?P<led>\b(?:in|at|to|around|towards?|into) (?:the|that) |(?<=illion )to )?\b(?P<said>(?:(?P<first>low|mid)(?:- |[- ])to[- ])?(?P<what>low|mid|upper|high))[- ]?[$£¥₠-⃏]?$",
    re.IGNORECASE,
)
_TIER_BEHIND = re.compile(r"[- ](?:range|area|level|zone)\b")


def _of_tier(text: str, quantity: Quantity) -> Quantity:
    """An amount of which only the upper digits are said: "in the high $70 million area" is $77 million to $79 million."""
    tier = _TIER.search(text, max(0, quantity.start - 40), quantity.start)
    is_money = quantity.kind in ("money", "per_share") or text[quantity.start - 1 : quantity.start] in SIGNS
    if tier is None or quantity.is_range or not is_money or not quantity.value:
        return quantity
    if not (tier["led"] or _TIER_BEHIND.match(text, quantity.end)):
        return quantity  # "last year's unusually low $39 million"
    said = round(quantity.value / quantity.step)
    unit = quantity.step / 10
    while said and said % 10 == 0:
        said, unit = said // 10, unit * 10
    last = tier["what"].lower()
    first = (tier["first"] or last).lower()
    low, high = (quantity.value + unit * digits for digits in (_OF_DECADE[first][0], _OF_DECADE[last][1]))
    return replace(
        quantity,
        start=tier.start("said"),
        kind="money" if quantity.kind == "number" else quantity.kind,
        value=(low + high) / 2,
        low=low,
        high=high,
        approximation="about",
        is_range=True,
        step=unit,
    )


def _rather(found: list[Quantity], better: list[Quantity]) -> list[Quantity]:
    """Quantities and better readings of some of them."""
    return [q for q in found if not any(each.start < q.end and q.start < each.end for each in better)] + better


def _tenths(text: str) -> Iterator[Quantity]:
    """Parts of a percent in words: "nine-tenths of 1%" is 0.9 percent."""
    for match in _TENTHS.finditer(text):
        value = NUMBER_WORDS[match["number"].lower()] / 10
        kind: Kind = "point" if match["point"] else "percent"
        yield Quantity(
            match.start(),
            match.end(),
            kind,
            value,
            round(value - 0.05, 2),
            round(value + 0.05, 2),
            marked=True,
            step=0.1,
        )


def _join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    joined: list[Quantity] = []
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        replaced = _replaced_range(text, found[index : index + 4])
        if replaced:
            joined.extend(replaced)
            index += 4
            continue
        both = _both_with_margin(text, found[index : index + 3])
        if both:
            joined.extend(both)
            index += 3
            continue
        around = _with_two_margins(text, found[index : index + 3])
        if around:
            joined.append(around)
            index += 3
            continue
        pair = _range(text, first, second) if second else None
        if pair:
            joined.append(pair)
            index += 2
        else:
            joined.append(_with_unit_behind(text, first, second) if second else first)
            index += 1
    return joined


def _both_with_margin(text: str, three: list[Quantity]) -> list[Quantity] | None:
    """Two values of one margin: "76.3% and 77%, respectively, plus or minus 50 basis points"."""
    if len(three) < 3 or not _MARGIN_OF_BOTH.fullmatch(text, three[1].end, three[2].start):
        return None
    first, second = (_with_margin(value, three[2]) for value in three[:2])
    return [first, second] if first and second else None


def _with_two_margins(text: str, three: list[Quantity]) -> Quantity | None:
    """The range about a value by what it may be more and what it may be less: "22.9%, plus 10 basis points, minus 20 basis points"."""
    if len(three) < 3:
        return None
    value, more, less = three
    if not (_PLUS.fullmatch(text, value.end, more.start) and _OR_MINUS.fullmatch(text, more.end, less.start)):
        return None
    above, below = _with_margin(value, more), _with_margin(value, less)
    return replace(value, end=less.end, low=below.low, high=above.high, is_range=True) if above and below else None


_PLUS = re.compile(r",? (?:plus or minus[ ,-]+)?plus ", re.IGNORECASE)
_OR_MINUS = re.compile(r",? (?:and |or )?minus ", re.IGNORECASE)


def _with_margin(value: Quantity, margin: Quantity) -> Quantity | None:
    """The range about a value: "$500 million, plus or minus $15 million", "plus or minus 2%"."""
    of_amount = (value.kind == "money" or value.scaled) and margin.kind == "percent"
    of_share = value.kind == "per_share" and margin.kind == "money"  # "$1.74 per share, plus or minus $0.08"
    if not (of_amount or of_share) and margin.kind not in (value.kind, "number", "point"):
        return None
    middle, by = Decimal(repr(value.value)), abs(Decimal(repr(margin.value)))  # $0.85 less $0.05 is $0.80
    if of_amount:
        by *= abs(middle) / 100
    return replace(value, low=float(middle - by), high=float(middle + by), is_range=True)


def _with_unit_behind(text: str, first: Quantity, second: Quantity) -> Quantity:
    """A number whose unit is said once for two: "up 770 and 600 basis points, respectively"."""
    without = first.kind == "number" != second.kind or first.kind == second.kind == "money" and second.scaled
    if (
        not without
        or first.scaled
        or not first.value
        or text[first.end : second.start] != " and "
        or not _RESPECTIVELY.match(text, second.end)
    ):
        return first
    same = _same_unit(text, first, second)
    if same is None:
        return first
    factor = same[0].value / first.value
    return replace(same[0], low=round(first.low * factor, 12), high=round(first.high * factor, 12))


_RESPECTIVELY = re.compile(r",? respectively\b")


def _replaced_range(text: str, four: list[Quantity]) -> list[Quantity] | None:
    """One range for another: "guidance from 10% to 13% to a new range of 11% to 12%"."""
    if len(four) < 4 or not _FROM.search(text[max(0, four[0].start - 40) : four[0].start]):
        return None
    if not _TO_RANGE.match(text[four[1].end : four[2].start]):
        return None
    pairs = [
        _range(text[left.start :], _moved(left, -left.start), _moved(right, -left.start))
        for left, right in (four[:2], four[2:])
    ]
    return (
        [_moved(pair, left.start) for pair, left in zip(pairs, four[::2], strict=True) if pair] if all(pairs) else None
    )


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)


_WIDEST = 20
"""Up to so many times its lower end, the upper end of a range of money may be."""


def _of_ranges(first: Quantity, second: Quantity) -> Quantity | None:
    """The range from a range to another, or from one to an amount: "in the high $70 million to $80 million"."""
    if first.is_range and second.is_range:
        low, high = min(first.low, second.low), max(first.high, second.high)
    elif first.is_range and first.kind == second.kind == "money" and first.high <= second.value:
        low, high = first.low, second.value
    else:
        return None
    return replace(first, end=second.end, low=low, high=high, value=(low + high) / 2 if math.isfinite(high) else low)


def _range(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    gap = _PER_SHARE_WORDS.sub("", text[first.end : second.start])
    if first.is_range or second.is_range:
        return _of_ranges(first, second) if _RANGE_GAP.match(gap) else None
    before = text[max(0, first.start - 40) : first.start]
    if _PLUS_MINUS.match(gap):
        around = _with_margin(first, second)
        return replace(around, end=second.end) if around else None
    if " and up " in gap and not first.is_negative:
        return None  # "between down 4% and up 1%" goes by its verbs, "between -1% and up 1%" by its signs
    plain = bool(_RANGE_GAP.match(gap)) or gap == " " and before.endswith((" range of ", " between "))
    if not (plain or _is_guessed(text, gap, first, second)) and not (
        _BETWEEN_GAP.match(gap) and (_BETWEEN.search(before) or gap == ", " and text.startswith(" range", second.end))
    ):
        return None
    if (
        _FROM.search(before)
        and (
            not (_RANGE_FROM.search(before) or _EXPECTED_FROM.search(text, 0, first.start))
            or _MOVES_FROM.search(text, 0, first.start)
        )
        and not _REPLACED_FROM.search(before)
        and not (_UP_FROM.search(before) and _PREVIOUSLY.match(text, second.end))
        and not _AND_FROM.search(text, 0, first.start)
    ):
        return None
    same = _same_unit(text, first, second)
    if same is None or _MOVED_FROM.search(before):
        return None
    lower, upper = same
    if (
        lower.is_negative
        and 0 < upper.value <= abs(lower.value)
        and not upper.is_negative
        and not _SAYS_ABOVE.search(gap)
    ):
        upper = replace(upper, value=-upper.value)  # "negative $0.34 to $0.32"
    if lower.value > upper.value:
        if lower.value - upper.value > abs(lower.value) * 0.5 and not (
            _OF_DOWN.search(before)
            or _TO_FALL.search(before)
            or _BETWEEN.search(before)  # "a net loss per share between $0.12 and $0.05"
        ):
            return None
        if not (
            lower.is_negative
            or "-" in gap
            or _FALLS.search(before)
            or _IN_RANGE.search(before)
            or _LOSS_EXPECTED.search(text, 0, first.start)
        ):
            return None  # "a decline of 3.5% to 2.5%" is a range all the same
        lower, upper = upper, lower
    if not _OF_DOWN.search(before) and _is_move(before, gap, lower, upper, in_full=first.kind == second.kind):
        return None
    if lower.kind == "money" and lower.scaled and upper.value > _WIDEST * lower.value > 0:
        return None  # "decreased to $5 million to $427 million"
    if (
        lower.kind == "number"
        and not second.scaled
        and re.match(r"\s?(?:months?|years?|weeks?|hours?)\b", text[second.end :])
    ):
        return None
    return replace(upper, start=first.start, end=second.end, low=lower.value, high=upper.value, value=(lower.value + upper.value) / 2,
                   currency=first.currency or second.currency, is_range=True, approximation="about" if first.approximation == "about" else "exact")  # fmt: skip


def _is_guessed(text: str, gap: str, first: Quantity, second: Quantity) -> bool:
    """Whether two rates are the ends of a range told off-hand: "the tax rate gets back to 32%, 33%"."""
    return (
        first.kind == second.kind == "percent"
        and 0 < second.value - first.value <= _FARTHEST_GUESS
        and _GUESSED.fullmatch(gap) is not None
        and not text.endswith(("%, ", "% and "), 0, first.start)  # "Lamps, Rugs and Tables grew 4%, 5%, and 6%"
        and not _GOES_ON.match(text, second.end)
    )


_FARTHEST_GUESS = 2
_GUESSED = re.compile(r", (?:(?:maybe|perhaps|call it|even|say) )?")
_GOES_ON = re.compile(
    r",? (?:and )?[\d.]+ ?%|,? respectively\b|,? (?:growth )?(?:on|in) (?:an? )?(?:constant|organic|local|comparable)\b"
)
"""Behind the last of a list, or a second growth: "revenue grew 1%, 3% growth on a constant currency basis"."""


def _is_move(before: str, gap: str, lower: Quantity, upper: Quantity, *, in_full: bool) -> bool:
    """Whether the first of two amounts, each `in_full` with its unit, is how far something moved, and the second where it came to."""
    far = upper.value > 2.5 * abs(lower.value)
    moved = _MOVED_BY.search(before) if "to" in gap else None
    if moved and _TO_BE.search(before, 0, moved.start()):
        return False  # "volumes to be down approximately 2% to 2%", "we see sales up 2% to 2%", "a new range of up $83 million to $228 million"
    is_amount = lower.kind == "money" or lower.kind == "point" and in_full
    if moved and (far or moved["or"] or is_amount and _MOVED_ONCE.match(moved[0])):
        # "declined $7 million to $13 million", "decreased 30% or $3 million to $7 million", "fell 7 basis points to 13 basis points"
        return True
    # "raising our guidance by $249 million to $21.7 billion to $21.8 billion"
    return far and lower.kind in ("money", "per_share", "ratio") and bool(_RAISED_BY.search(before))


_TO_BE = re.compile(
    r"\b(?:(?:to|will|should|would) be|range of|(?:expect|see|anticipat|project|forecast|think|guess|suspect)(?:e|ing)? (?:[\w&'’-]+ ){1,4}) ?$"
)
_RAISED_BY = re.compile(r"\bby(?: (?:about|approximately|another))?(?: [\d.]+ ?(?:%|percent),? or)? ?$")


def _same_unit(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    """Bring both ends to one unit: in "$1.1 to $1.2 billion" the first end borrows the scale."""
    kinds = {first.kind, second.kind}
    if first.kind == "number" and second.kind != "number":
        parts = 100 if _HUNDREDTHS.search(text[second.start : second.end]) else 1
        first = replace(
            first, kind=second.kind, value=first.value / parts, currency=second.currency, step=first.step / parts
        )
    elif second.kind == "number" and first.kind == "money":
        second = replace(second, kind=first.kind, currency=first.currency)
    elif kinds == {"money", "per_share"}:
        first, second = replace(first, kind="per_share"), replace(second, kind="per_share")
    elif first.kind != second.kind:
        return None
    if first.currency and second.currency and first.currency != second.currency:
        return None
    if second.scaled and not first.scaled and second.value:
        scale = 1.0
        said = re.search(rf"({_SCALE})(?![a-zA-Z])", text[second.start : second.end])
        if said:
            scale = float(SCALES[said[1].lower()])
        if 0.2 <= abs(first.value * scale / second.value) <= 1.0 or first.value * scale <= second.value:
            first = replace(first, value=round(first.value * scale, 6), scaled=True)  # "$4.1-4.4 billion"
        else:
            return None
    elif first.scaled and not second.scaled and second.kind == "money":
        return None
    return first, second
