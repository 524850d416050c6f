"""Which call is this: company, fiscal period, dates, currency and languages, from ranked evidence.

Evidence is ranked: metadata, header and footer, what is said, the file's name. The highest rank that
says something decides; where it contradicts itself, or nothing says it, the document is refused with
the evidence listed. Takes a `Document`, gives a `CallIdentity`.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath

from schemas.companies import Company, by_ticker, known_companies
from transforms.company_name import said_name, titled_name
from transforms.document import Document, RefusedError
from transforms.language.periods import MONTHS, QUARTERS_IN
from transforms.language.quantities import CURRENCY_WORDS, ISO_4217
from transforms.language.spellings.periods import years_in_digits

_Q = r"(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)[- ]?(?:fiscal[- ])?quarter|Q(?P<qd>[1-4])|(?P<qe>[1-4])Q|quarter (?P<qf>[1-4]|one|two|three|four)"
_Y = r"(?P<y>(?:19|20)\d\d(?:-\d\d(?![-\d]))?|['’]\d\d|(?:(?<=FY)|(?<=FY ))\d\d(?:-\d\d(?![-\d]))?)"
"""A year, where it is one of two by the later: "FY 2024-25"."""
_FISCAL = r"(?:the )?(?:full[- ])?(?:fiscal[- ]year|fiscal|calendar[- ]year|calendar|full[- ]year|year|FY)"
_LONGER = (
    r"(?:full|fiscal|(?:first[- ])?half|year|annual)[- ]?(?:fiscal |end |year[- ]?end )?(?:year)?"
    r"|(?:first )?(?:nine|six|twelve|9|6|12)[- ]months?|(?:9|6|12)M|H[12]|[12]H|year[- ]to[- ]date|YTD"
)
"""What a call on a quarter may be on, too: "Q3 and 9M FY25"."""
_TITLES = (
    re.compile(rf"\b(?:{_Q})(?:['’]s)?(?: earnings| results| financial results)?(?:,? (?:and|&) (?:the )?(?:{_LONGER})(?: results)?|,? (?:and|&)(?= FY ?['’]?\d))?"
               rf"(?:[ ,]+(?:of|for|in|ended|ending))?(?: (?:our|the|its))?[ ,]*(?:{_FISCAL}[ ,]*)?{_Y}\b", re.IGNORECASE),
    re.compile(rf"\b(?:{_FISCAL}[ ,]*)?(?P<y>20\d\d|['’]\d\d)(?:['’]s)?,?(?: fiscal)?(?: full[- ]year and)?[ -](?:{_Q})\b", re.IGNORECASE),
    re.compile(r"\bFY ?(?P<y>\d\d|20\d\d)[ -]?Q(?P<qd>[1-4])|(?:Q(?P<qd2>[1-4])|\b(?P<qe>[1-4])Q)[ -]?(?:FY ?)?['’]?(?P<y2>\d\d)\b", re.IGNORECASE),
)  # fmt: skip
_QUARTER = re.compile(rf"\b(?:{_Q})\b", re.IGNORECASE)
_HALF = r"(?:(?P<second>second|2nd)|(?:first|1st))[- ]half(?:[- ]year(?:ly)?)?|H(?:1|(?P<h2>2))|(?:1|(?P<two>2))H|interim(?= (?:financial )?(?:results|earnings)\b)|half[- ]year(?:ly)?"
_HALF_SAID = re.compile(rf"\b(?:{_HALF})\b", re.IGNORECASE)
_HALF_YEAR = r"(?P<y>(?:FY|fiscal|fiscal year|financial year) ?(?:20)?\d\d|20\d\d|['’]\d\d)"
_HALF_TITLES = (
    re.compile(rf"\b(?:{_HALF})(?: (?:financial |trading )?(?:results|earnings|update)(?: (?:presentation|briefing|webcast|(?:conference )?call))?)?(?:[ ,]+(?:of|for|in|to))?(?: (?:our|the|its))?[ ,]*{_HALF_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_HALF_YEAR}[ ,]+(?:{_HALF})\b", re.IGNORECASE),
    re.compile(r"\b(?:H(?:1|(?P<h2>2))[ -]?(?:FY)?|(?:1|(?P<two>2))H ?(?:FY)?)['’]?(?P<y>\d\d)\b"),
)  # fmt: skip
_ON_DAY = rf"(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?P<month>{'|'.join(MONTHS)})(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? (?P<y>20\d\d)"
_HALF_ENDED = re.compile(
    rf"\b(?:(?:six|6)[- ]months?(?: period)?|half[- ]year|half)[, ]+(?:ended|ending|to)(?: on)? {_ON_DAY}\b",
    re.IGNORECASE,
)
_FOURTH = re.compile(
    r"\b(?:full[- ]year|year[- ]end|fiscal[- ]year|fiscal|annual|preliminary|final|FY(?= ?(?:20)?\d\d)) ?(?P<y>20\d\d|['’]\d\d|(?<=FY)\d\d|(?<=FY )\d\d)? ?(?:results|earnings|conference call)"
    r"(?:(?: (?:presentation|briefing|webcast|(?:conference )?call))?(?:,? for)?(?: the)?(?: (?:fiscal|financial))?(?: year)? (?P<y2>20\d\d)\b)?",
    re.IGNORECASE,
)
_YEAR_ENDED = re.compile(
    rf"(?<!half[ -])\b(?:year|(?:twelve|12)[- ]months?)(?: period)? (?:ended|ending|to) {_ON_DAY}\b",
    re.IGNORECASE,
)
_QUARTER_ENDED = re.compile(
    rf"\b(?:(?:{_Q})|quarter)(?:,? (?:and|&) (?:the )?(?:(?P<months>nine|six|twelve|9|6|12)[- ]months?|{_LONGER}))?(?: period)? (?:ended|ending)(?: on)? {_ON_DAY}\b",
    re.IGNORECASE,
)
"""A quarter by the day that it ended on: "for the quarter and nine months ended December 31, 2024"."""
_ORDINAL = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
}
_CALL_WORDS = re.compile(r"\b(?:call|results?|earnings(?! per )|webcast|conference|release)\b", re.IGNORECASE)
_IS_AHEAD = re.compile(
    r"[^.]{0,80}?\b(?:expect|anticipat|project|forecast)\w*\b(?! to (?:discuss|review|report|speak))", re.IGNORECASE
)
"""A quarter of which something is expected is not the one that a call reports."""
_MONTH_NUMBERS = {name[:3]: number for name, number in MONTHS.items()}
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(_MONTH_NUMBERS)}|sept)\b\.?)"
_DATE = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(20\d\d)\b", re.IGNORECASE)
_DATE_DMY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?({_MONTH}),?\s+(20\d\d)\b",
    re.IGNORECASE,
)
_DATE_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_WEEKS_END = {
    **dict.fromkeys(("13", "14", "thirteen", "fourteen"), (1, 2, 3, 4)),
    "26": (2,),
    "39": (3,),
    "52": (4,),
    "53": (4,),
}
"""Quarters that a period of so many weeks ends."""
_ENDED = re.compile(
    rf"\b(?:(?P<ended>three|six|nine|twelve|quarter|year|(?:{'|'.join(_WEEKS_END)})(?=[- ]weeks?))(?:[- ](?:months?|weeks?))?(?: period)?,? end(?:ed|ing) (?:on )?|as of )(?:(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?:the )?(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month_last>{'|'.join(MONTHS)}))(?:,? (?P<year>20\d\d))?",
    re.IGNORECASE,
)
_ENDED_HINT = re.compile(r" [Ee]nd(?:ed|ing) |[Aa]s of ")
_TICKER_SAID = re.compile(
    r"\b(?:NYSE(?: American)?|Nasdaq|NASDAQ|TSX|LSE|HKEX|ASX|AMEX)(?: ?GS| ?GM)?\)?(?: under the (?:ticker|symbol)| ticker| symbol)*:? ?[\"“]?([A-Z]{1,5}(?:\.[A-Z])?)\b"
)
_TICKER_LINE = re.compile(
    r"^(?i:ticker(?: symbol)?|symbol): *(?:[A-Za-z]+: ?)?([A-Z]{1,5}(?:\.[A-Z])?)\b", re.MULTILINE
)
"""A line of its own below a transcript's title: "Ticker: NWTL (NYSE)"."""
_FOOTER = re.compile(r"^\s*Q(?P<q>[1-4])\s*(?P<ticker>[A-Z][A-Z.\-]{0,5})?\s+(?P<y>20\d\d)\s*$", re.MULTILINE)
_HEADER_TICKER = re.compile(r"\((?:[A-Za-z ]+: ?)?(?!(?:NYSE|TSX|LSE|ASX|AMEX|OTC)\))([A-Z]{1,5}(?:\.[A-Z])?)\)")
_OF_FILE = r"(?:q(?P<q>[1-4])|h(?P<h>[12]))"
_FILE = (
    re.compile(
        rf"^(?P<ticker>[A-Za-z][A-Za-z.]{{0,5}})[-_ ]+{_OF_FILE}[-_ ]*(?:fy)?(?P<y>\d{{4}}|\d\d)(?!\d)", re.IGNORECASE
    ),
    re.compile(
        rf"^(?P<ticker>[A-Za-z][A-Za-z.]{{0,5}})[-_ ]+(?:fy)?(?P<y>\d{{4}})[-_ ]*{_OF_FILE}(?!\d)", re.IGNORECASE
    ),
    re.compile(r"(?:^|[^a-z])q(?P<q>[1-4])[-_ ]*(?:fy)?(?P<y>20\d\d)(?!\d)", re.IGNORECASE),
    re.compile(r"(?:^|\D)(?P<y>20\d\d)[-_ ]*q(?P<q>[1-4])(?!\d)", re.IGNORECASE),
)
_FILE_DATED = re.compile(
    r"^(?P<ticker>[A-Za-z][A-Za-z.]{0,5})[-_ ]+(?P<y>20\d\d)[-_]?(?P<m>\d\d)[-_]?(?P<d>\d\d)(?!\d)"
)
"""A file named by the day of the call: "ABC_2026-07-14"."""
_CURRENCY_NAMES = {name: code for name, code in CURRENCY_WORDS.items() if code and name not in ("won", "rand")} | {
    "sterling": "GBP",
    "pounds sterling": "GBP",
}
"""Names of currencies by their code; those that are words of their own, too, only with their country."""
_NAMED = "|".join(sorted((re.escape(name) for name in _CURRENCY_NAMES if len(name) > 1), key=len, reverse=True))
_IN_CURRENCY = re.compile(rf"in (?:(?:millions|thousands) of )?(?P<c>{_NAMED})s?\b")
_ARE_STATED = re.compile(
    r"(?:denominated|expressed|stated|reported|presented|are|quoted|dollar amounts|figures)\b[^.]{0,60}(?<!\w)$"
)
_CURRENCY_SIGNS = {
    "USD": ("$", "US$", "dollars"), "CNY": ("RMB", "yuan", "人民币"), "EUR": ("€", " euro", " Euro ", " Euros"), "GBP": ("£", "pounds"),
    "INR": ("₹", " crore", " Crore", " lakh", " Lakh", "rupees"), "JPY": ("¥", " yen"), "CAD": (" C$",), "HKD": ("HK$",), "TWD": ("NT$",), "AUD": ("A$",), "BRL": ("R$",),
}  # fmt: skip
# the code first, so that the scan runs from code to code
_CURRENCY_CODE = re.compile(rf"({'|'.join(ISO_4217)})(?:(?<!\w...)(?= ?\d)|(?<=illion ...)\b)")
_HELD_AGAINST = re.compile(
    r"\b(?:from|to|with|versus|vs\.?|over|than|against|since|like|prior|last|same|that of|compared)(?: (?:the|our|in|a|what|we|saw|year|year's))* ?$",
    re.IGNORECASE,
)
_OPENING = 9000
_GREETING = 900


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sign of which period a call reports: its rank (1 is strongest) and where it stands."""

    rank: int
    where: str
    quote: str
    year: int | None
    quarter: int | None

    def __str__(self) -> str:
        period = f"{self.year or '?'}Q{self.quarter or '?'}"
        return f"{self.where}: {self.quote!r} -> {period}"


@dataclass(frozen=True, slots=True)
class CallIdentity:
    """What a call is, with the evidence that decided."""

    company_id: str
    ticker: str | None
    company_name: str | None
    fiscal_year: int
    fiscal_quarter: int
    period_end: date | None
    likely_end: date | None
    """The quarter's last day as dates in the text are to be read: where it is not known, the calendar quarter's, if the call speaks of no fiscal year."""
    call_date: date | None
    currency: str
    languages: tuple[str, ...]
    reports_halves: bool = False
    """Whether the company reports by half-years and years: what names no period is of the half, or of the year."""
    evidence: tuple[str, ...] = ()
    company: Company | None = field(default=None, repr=False)

    @property
    def fiscal_period(self) -> str:
        return f"{self.fiscal_year}Q{self.fiscal_quarter}"

    @property
    def call_id(self) -> str:
        return f"{self.company_id}-{self.fiscal_period}"


def identify(document: Document, uri: str) -> CallIdentity:
    """Decide which call a document is.

    Raises:
        RefusedError: `no_company`, `no_period` or `contradictory_period`, the evidence in the detail.
    """
    document = _with_years(document)
    opening = _opening(document)
    stem = PurePosixPath(uri).stem
    ticker, name, company, company_evidence = _company(document, opening, stem)
    company_id = ticker or _slug(name or "")
    if not company_id:
        raise RefusedError("identify", "no_company", "No company is named in metadata, header, footer, greeting or file "
                           f"name {PurePosixPath(uri).name!r}. Name the file TICKER_q1_2025 or add the ticker to its metadata.")  # fmt: skip
    call_date = _call_date(document, opening) or _date_of_file(stem)
    evidence = _period_evidence(document, opening, stem, call_date)
    year, quarter, used = _decide(evidence, call_date, document)
    if call_date and not _is_in_reach(call_date, year, quarter):
        call_date = None  # a slip of the tongue: "as of today's date, January 27, 2019" on a call about 2020
    month = company.fiscal_year_end_month if company else None
    period_end = _period_end(year, quarter, month, document, call_date)
    return CallIdentity(
        company_id=company_id,
        ticker=ticker,
        company_name=company.name if company else name,
        fiscal_year=year,
        fiscal_quarter=quarter,
        period_end=period_end,
        likely_end=period_end or _calendar_quarter_end(year, quarter, document),
        call_date=call_date,
        currency=_currency(document, company),
        languages=_languages(document),
        reports_halves=_reports_halves(evidence, quarter, document),
        evidence=(company_evidence, *map(str, used)),
        company=company,
    )


def _with_years(document: Document) -> Document:
    """A document with the years that are spoken in it in digits: "fourth quarter twenty nineteen"."""
    blocks = tuple(replace(block, text=years_in_digits(block.text)) for block in document.blocks)
    return replace(document, blocks=blocks, furniture=tuple(map(years_in_digits, document.furniture)))


def _reports_halves(evidence: list[Evidence], quarter: int, document: Document) -> bool:
    """Whether a call is of a company that reports by halves: it says so, or ends a half and hardly speaks of quarters."""
    quotes = [sign.quote for sign in evidence if sign.where in ("header or footer", "greeting", "said")]
    if any(map(_QUARTER.search, quotes)):
        return False
    if any(map(_HALF_SAID.search, quotes)):
        return True
    said = sum(len(_QUARTER_SAID.findall(block.text)) for block in document.blocks)
    return quarter in (2, 4) and said < _FEWEST_QUARTERS


_QUARTER_SAID = re.compile(r"\b(?:[Qq]uarter(?:s|ly)?|Q[1-4]|[1-4]Q)\b")
_FEWEST_QUARTERS = 3
"""A call on a quarter names quarters at least so often: five times or more in all of a thousand."""


def _opening(document: Document) -> str:
    taken, size = [], 0
    for block in document.blocks[:8]:
        taken.append(block.text)
        size += len(block.text)
        if size > _OPENING:
            break
    return "\n".join(taken)[:_OPENING]


def _company(document: Document, opening: str, stem: str) -> tuple[str | None, str | None, Company | None, str]:
    furniture = "\n".join(document.furniture)
    footer = _FOOTER.search(furniture)
    greeted = document.metadata.get("company") or said_name(opening)
    name = greeted or titled_name(document.furniture) or _firm_of_speakers(document)
    signs: list[tuple[str, str | None]] = [
        ("metadata", document.metadata.get("ticker")),
        ("footer", footer["ticker"] if footer else None),
        ("header", match[1] if (match := _TICKER_LINE.search(furniture) or _HEADER_TICKER.search(furniture)) else None),
        ("said", match[1] if (match := _TICKER_SAID.search(opening)) else None),
    ]
    known = _known_company(opening, name)
    if known:
        signs.append((f"known company {known.name}", known.ticker))
    file = next((match for pattern in (*_FILE[:2], _FILE_DATED) if (match := pattern.search(stem))), None)
    signs.append((f"file name {stem!r}", file["ticker"] if file else None))
    where, ticker = next(((where, sign.upper()) for where, sign in signs if sign), ("", None))
    company = by_ticker().get(ticker) if ticker else None
    named = "in the greeting" if greeted else "beside its speakers"
    evidence = f"company {ticker} from {where}" if ticker else f"company named {named}: {name!r}"
    return ticker, name, company, evidence


def _firm_of_speakers(document: Document) -> str | None:
    """The firm that stands beside most of those who speak and ask nothing: "Ann Lee, Lamp Works, CEO"."""
    firms = Counter(
        block.affiliation
        for block in {block.speaker: block for block in document.blocks}.values()
        if block.affiliation and block.title and "analyst" not in block.title.lower()
    )
    return next((firm for firm, count in firms.most_common(1) if count > 1), None)


def _known_company(opening: str, name: str | None) -> Company | None:
    said = f" {re.sub(r'[^a-z0-9]+', ' ', (name or opening[:600]).lower())} "
    for company in known_companies():
        if any(f" {alias.lower()} " in said for alias in (company.name, *company.aliases)):
            return company
    return None


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = int(re.findall(r"\d+", text)[-1])
    return 2000 + digits if digits < 100 else digits


def _quarter(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    word = groups.get("q") or groups.get("qf")
    if word:
        return _ORDINAL.get(word.lower()) or (int(word) if word.isdigit() else None)
    digit = groups.get("qd") or groups.get("qe") or groups.get("qd2")
    return int(digit) if digit else None


def _period_evidence(document: Document, opening: str, stem: str, call_date: date | None) -> list[Evidence]:
    found: list[Evidence] = []
    meta = document.metadata
    if meta.get("year", "").isdigit() and meta.get("quarter", "").isdigit():
        found.append(
            Evidence(1, "metadata", f"{meta['year']} Q{meta['quarter']}", int(meta["year"]), int(meta["quarter"]))
        )
    for text in document.furniture:
        for pattern in (_FOOTER, *_TITLES):
            for match in pattern.finditer(text):
                groups = match.groupdict()
                found.append(
                    Evidence(
                        2,
                        "header or footer",
                        match[0].strip(),
                        _year(groups.get("y") or groups.get("y2")),
                        _quarter(match),
                    )
                )
    found.extend(_said(opening, call_date))
    for pattern in _FILE:
        if named := pattern.search(stem):
            found.append(Evidence(4, "file name", stem, _year(named["y"]), _quarter(named) or 2 * int(named["h"])))
            break
    return found


def _said(opening: str, call_date: date | None) -> list[Evidence]:
    found: list[Evidence] = []
    spans: list[tuple[int, int]] = []
    stretches = _near_quarters(opening)
    for pattern in _TITLES:
        for match in (match for low, high in stretches for match in pattern.finditer(opening, low, high)):
            if any(start < match.end() and match.start() < end for start, end in spans):
                continue
            spans.append(match.span())
            groups = match.groupdict()
            found.append(_evidence(opening, match, _year(groups.get("y") or groups.get("y2")), _quarter(match)))
    for match in (match for low, high in stretches for match in _QUARTER.finditer(opening, low, high)):
        if not any(start <= match.start() < end for start, end in spans) and _near_call(opening, match):
            found.append(_evidence(opening, match, None, _quarter(match)))
    if not any(sign.quarter for sign in found):
        found.extend(_said_halves(opening))
    if not any(sign.quarter for sign in found):
        for match in _FOURTH.finditer(opening):
            found.append(_evidence(opening, match, _year(match["y"] or match["y2"]), 4))
        for match in _YEAR_ENDED.finditer(opening, 0, _GREETING):
            found.append(_evidence(opening, match, _year(match["y"]), 4))
    if not any(sign.year for sign in found):
        found.extend(_by_its_end(opening))
    if not any(sign.year and sign.where == "greeting" for sign in found):
        # "Welcome to the full year 2019 financial results call": that of its fourth quarter
        found.extend(
            Evidence(3, "greeting", match[0], _year(match["y"]), 4)
            for match in _OF_YEAR.finditer(opening, 0, _GREETING)
        )
    return found


def _by_its_end(opening: str) -> Iterator[Evidence]:
    """The quarter that ended on a day that is said, in the fiscal year named by the year that it ends in.

    Which quarter it is the words say, or the months of the year up to it; else a year as the calendar's is taken.
    """
    for match in _QUARTER_ENDED.finditer(opening, 0, _GREETING):
        month = MONTHS[match["month"].lower()]
        said = _quarter(match) or QUARTERS_IN.get((match["months"] or "").lower())
        quarter = said or -(-month // 3)
        year_end = month + 3 * (4 - quarter)
        # Who closes a year in January or February mostly names it by the year that it began in.
        later = year_end > _MONTHS_OF_YEAR + 2
        yield Evidence(3, "said", match[0], int(match["y"]) + later, quarter)


_MONTHS_OF_YEAR = 12


def _said_halves(opening: str) -> Iterator[Evidence]:
    """What says which half of a year a call reports, of a company that reports by halves; a half is known by its last quarter."""
    greeting = opening[:_GREETING]
    titles = [match for pattern in _HALF_TITLES for match in pattern.finditer(greeting) if _near_call(greeting, match)]
    said = titles or [match for match in _HALF_SAID.finditer(greeting) if _near_call(greeting, match)]
    for match in said:
        yield _evidence(opening, match, _year(match.groupdict().get("y")), _quarter_of_half(match))
    for match in _HALF_ENDED.finditer(opening) if said else ():
        # A fiscal year is named by the year that it ends in: the six months to December 2023 are the first half of 2024.
        quarter = _quarter_of_half(said[0])
        later = quarter == 2 and MONTHS[match["month"].lower()] > 6
        yield Evidence(3, "said", match[0], int(match["y"]) + later, quarter)


def _quarter_of_half(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return 4 if any(groups.get(name) for name in ("second", "h2", "two")) else 2


_OF_YEAR = re.compile(
    r"\bwelcome to (?:[\w'&.,-]+ ){1,6}?(?:(?:full|fiscal)[- ]year |year[- ]end |FY ?)(?P<y>20\d\d|['’]\d\d) (?:[\w-]+ ){0,2}(?:results|earnings|conference) (?:\w+ )?call\b", re.IGNORECASE
)  # fmt: skip
_QUARTER_HINT = re.compile(r"[Qq](?:uarter|UARTER|[1-4])|[1-4]Q")
_BEFORE_QUARTER, _AFTER_QUARTER = 70, 130


def _near_quarters(text: str) -> list[tuple[int, int]]:
    """The stretches of a text in which a quarter may be named; what they leave out need not be searched."""
    found: list[tuple[int, int]] = []
    for hint in _QUARTER_HINT.finditer(text):
        low, high = max(0, hint.start() - _BEFORE_QUARTER), hint.end() + _AFTER_QUARTER
        if found and low <= found[-1][1]:
            low = found.pop()[0]
        found.append((low, high))
    return found


def _near_call(text: str, match: re.Match[str]) -> bool:
    return bool(_CALL_WORDS.search(text[max(0, match.start() - 25) : match.end() + 60])) and not _IS_AHEAD.match(
        text, match.end()
    )


def _evidence(text: str, match: re.Match[str], year: int | None, quarter: int | None) -> Evidence:
    # The greeting names the call; later sentences may speak of other quarters, or hold the quarter against them.
    where = "greeting" if match.start() < _GREETING and _near_call(text, match) else "said"
    if where == "said" and _HELD_AGAINST.search(text[max(0, match.start() - 40) : match.start()]):
        year = None
    return Evidence(3, where, match[0], year, quarter)


def _decide(evidence: list[Evidence], call_date: date | None, document: Document) -> tuple[int, int, list[Evidence]]:
    listing = "; ".join(map(str, evidence)) or "none"
    strong = [sign for sign in evidence if sign.rank <= 2 and sign.year and sign.quarter]
    periods = {(sign.year, sign.quarter) for sign in strong}
    if len(periods) > 1:
        raise RefusedError("identify", "contradictory_period", f"Metadata, header and footer contradict each other: {listing}. "
                           "Correct the document or its metadata.")  # fmt: skip
    said = [sign for sign in evidence if sign.rank == 3]
    greeting = {(s.year, s.quarter) for s in said if s.where == "greeting" and s.year and s.quarter}
    if periods:
        year, quarter = next(iter(periods))
        # Metadata of another call altogether: the greeting names one other quarter, and nothing said agrees.
        if len(greeting) == 1 and quarter not in {s.quarter for s in said} and next(iter(greeting)) != (year, quarter):
            raise RefusedError("identify", "contradictory_period", f"The greeting contradicts metadata, header or footer: {listing}. "
                               "Correct the document or its metadata.")  # fmt: skip
        assert year and quarter
        return year, quarter, strong + [s for s in said if (s.year, s.quarter) == (year, quarter)][:2]
    named = [sign for sign in evidence if sign.rank == 4]
    return _decide_said(said, named, call_date, document, listing)


def _decide_said(
    said: list[Evidence], named: list[Evidence], call_date: date | None, document: Document, listing: str
) -> tuple[int, int, list[Evidence]]:
    file = named[0] if named else None
    spoken_years = _years(_YEAR, document)
    if file and file.year and file.quarter == _LAST and _is_of_year_before(file.year, spoken_years, document):
        file = replace(file, year=file.year - 1, where="file name, which gives the year that the call was held in")
        named = [file]
    if (
        file
        and file.year
        and file.quarter
        and not any(sign.where == "greeting" or (sign.year and sign.quarter) for sign in said)
    ):
        # A quarter said in passing, without a year, is weaker than a file name that gives both.
        return file.year, file.quarter, [file]
    quarters: Counter[int] = Counter()
    for sign in said:
        if sign.quarter:
            quarters[sign.quarter] += 4 if sign.where == "greeting" else 1
    if not quarters:
        if named and named[0].year and named[0].quarter:
            return named[0].year, named[0].quarter, named
        raise RefusedError("identify", "no_period", f"Nothing says which quarter this call reports. Evidence: {listing}. "
                           "Name the file TICKER_q1_2025 or add year and quarter to its metadata.")  # fmt: skip
    file_quarter = file.quarter if file else None
    top = quarters.most_common()
    tied = [quarter for quarter, count in top if count == top[0][1]]
    if len(tied) > 1 and file_quarter not in tied:
        raise RefusedError("identify", "contradictory_period", f"What is said names several quarters equally: {listing}. "
                           "Name the file TICKER_q1_2025 or add year and quarter to its metadata.")  # fmt: skip
    quarter = file_quarter if file_quarter in tied and file_quarter else tied[0]
    years: Counter[int] = Counter()
    for sign in said:
        if sign.year and sign.quarter == quarter:
            years[sign.year] += 4 if sign.where == "greeting" else 1
    greeted = {sign.year for sign in said if sign.year and sign.quarter == quarter and sign.where == "greeting"}
    if file and file.year and (not years or file.year in years or (file.quarter == quarter and not greeted)):
        # A misspoken year ("third quarter 2020" in 2021) is outvoted by the file's name where both are said.
        years[file.year] += 4
    if (
        file
        and file.year
        and spoken_years[file.year] >= 3
        and any(spoken_years[year] < 2 and abs(year - file.year) > 1 for year in greeted)
    ):
        # A misheard year ("Third Quarter 2010") that nobody says again.
        years = Counter({file.year: 1})
    if not years and call_date:
        years[call_date.year - 1 if quarter == 4 and call_date.month < 7 else call_date.year] += 1
    if not years:
        raise RefusedError("identify", "no_period", f"Nothing says which year this call reports. Evidence: {listing}. "
                           "Name the file TICKER_q1_2025 or add year and quarter to its metadata.")  # fmt: skip
    year = years.most_common(1)[0][0]
    used = [sign for sign in said if sign.quarter == quarter and sign.year in (year, None)][:3]
    return year, quarter, used + [sign for sign in named if (sign.year, sign.quarter) == (year, quarter)]


_LAST = 4
_OFTEN = 10


def _is_of_year_before(year: int, spoken: Counter[int], document: Document) -> bool:
    """Whether a call on a year's end is on that of the year before.

    It speaks of that year and holds it against the one before, or it expects of the year what a call on the year itself would tell.
    """
    if spoken[year - 1] < _OFTEN:
        return False
    if spoken[year - 1] > spoken[year] and spoken[year - 2] >= _OFTEN and spoken[year + 1] <= 1:
        return True
    expected = _years(_EXPECTED_YEAR, document)
    return expected[year] >= _EXPECTED and expected[year] > 2 * expected[year + 1]


def _years(pattern: re.Pattern[str], document: Document) -> Counter[int]:
    """How often a document says each year, with which all that a pattern finds ends."""
    return Counter(int(found[0][-4:]) for block in document.blocks for found in pattern.finditer(block.text))


_YEAR = re.compile(r"20\d\d\b")
_EXPECTED_YEAR = re.compile(
    r"(?:[Oo]utlook|[Gg]uidance|growth|[Ee]xpect(?:ations?)?) (?:for|in) (?:fiscal |full[- ]year |the year )?20\d\d\b"
    r"|\b(?:will|expect|anticipate|going to|looking at)\b[^.]{0,60}? in (?:fiscal )?20\d\d\b"
)
_EXPECTED = 3


def _date_of_file(stem: str) -> date | None:
    """The day that a file is named by."""
    named = _FILE_DATED.search(stem)
    try:
        return date(int(named["y"]), int(named["m"]), int(named["d"])) if named else None
    except ValueError:
        return None


def _call_date(document: Document, opening: str) -> date | None:
    stated = document.metadata.get("date")
    if stated:
        try:
            return datetime.fromisoformat(stated).date()
        except ValueError:
            pass
    for text, limit in ((" ".join(document.furniture), 2000), (opening, 4000)):
        dates = [(m.start(), m[3], m[1], m[2]) for m in _DATE.finditer(text[:limit])]
        dates += [(m.start(), m[3], m[2], m[1]) for m in _DATE_DMY.finditer(text[:limit])]
        dates += [(m.start(), m[1], m[2], m[3]) for m in _DATE_ISO.finditer(text[:limit])]
        for start, year, month, day in sorted(dates):
            context = text[max(0, start - 70) : start].lower()
            if re.search(r"end(?:ed|ing)|as of (?!today)|dated|filed|form 10|through", context[-45:]):
                continue
            if text is opening and not _THIS_DAY.search(context):
                continue  # what happens on other days is spoken of, too
            try:
                return date(int(year), int(month) if month.isdigit() else _MONTH_NUMBERS[month[:3].lower()], int(day))
            except ValueError:
                continue
    return None


_THIS_DAY = re.compile(
    r"\b(?:today(?:['’]s date)?(?: is)?|recorded|broadcast|occurring|held)(?: today)?,?(?: on)?(?: \w+day)?,?(?: the)? $|\bcall on this $"
)
"""What stands before the day of a call: "This call is being recorded today, Thursday, May 6, 2021"."""


def _is_in_reach(day: date, year: int, quarter: int) -> bool:
    """Whether a call on a fiscal quarter can be held on a day: fiscal years end at most a year after their number."""
    earliest = date(year - 1, 3 * quarter, 1)
    return earliest <= day <= earliest + timedelta(days=2 * 365)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _calendar_quarter_end(year: int, quarter: int, document: Document) -> date | None:
    """The last day of the calendar quarter, unless the call speaks of fiscal years; so it is in 98 of 100 calls whose day is known."""
    if sum(len(_SAYS_FISCAL.findall(block.text)) for block in document.blocks) > _OF_FISCAL_YEAR:
        return None
    return _last_day(year, 3 * quarter)


_SAYS_FISCAL = re.compile(r"\b[Ff]iscal\b|\bFY ?\d")
_OF_FISCAL_YEAR = 2
"""A call that says "fiscal" more often than this has a fiscal year that is not the calendar's."""


def _period_end(year: int, quarter: int, month: int | None, document: Document, call_date: date | None) -> date | None:
    if month:
        end_month = (month - 12 + 3 * quarter - 1) % 12 + 1
        end_year = year - 1 if end_month > month else year
        return _last_day(end_year, end_month)
    text = "\n".join(block.text for block in document.blocks)
    if end := _calendar_end(year, quarter, text):
        return end
    ends = []
    for hint in _ENDED_HINT.finditer(text):
        match = _ENDED.search(text, max(0, hint.start() - 30), hint.end() + 30)
        if match is None:
            continue
        said_month = MONTHS[(match["month"] or match["month_last"]).lower()]
        said_day = int(match["day"] or match["day_first"])
        said_year = match["year"] or (call_date.year if call_date and call_date.month > said_month else None)
        of_weeks = (match["ended"] or "").lower() in _WEEKS_END
        starts_late = said_day > _LATEST_START or of_weeks and said_day <= _DAYS_OVER
        is_ahead = of_weeks and "ending" in match[0].lower()  # "for the 13 weeks ending May 3rd, we expect"
        if (
            said_year is None
            or is_ahead
            or not starts_late
            or said_day > calendar.monthrange(int(said_year), said_month)[1]
        ):
            continue
        said = date(int(said_year), said_month, said_day)
        # A balance sheet is held against that of the last year's end, and a filing is named by the year that it
        # covers; so that a date needs the call's date beside it, or to end what the quarter ends.
        near = call_date is not None and 0 < (call_date - said).days < _REPORTED_WITHIN
        is_own = quarter in _ENDS[(match["ended"] or "").lower()] and not _FILING.search(
            text, max(0, match.start() - 90), match.start()
        )
        if abs(said.year - year) <= 1 and (near or call_date is None and is_own):
            ends.append(said)
    return max(ends, default=None) or _most_named_end(year, quarter, text, call_date)


def _most_named_end(year: int, quarter: int, text: str, call_date: date | None) -> date | None:
    """The end of the calendar quarter of a fiscal quarter's number, where a call names that day more than any other such.

    "Net debt at June 30th was $11 billion": that is how a balance is dated, and of other fiscal years another day is.
    """
    end = _last_day(year, 3 * quarter)
    if call_date and not 0 < (call_date - end).days < _REPORTED_WITHIN:
        return _often_named_end(year, text, call_date)
    months = (
        month
        for said_year, month, day in _dated_ends(text)
        if said_year in (None, year) and day == calendar.monthrange(year, month)[1]
    )
    (first, most), (_, next_most) = [*Counter(months).most_common(2), (0, 0), (0, 0)][:2]
    return end if first == end.month and most > next_most else None


def _often_named_end(year: int, text: str, call_date: date) -> date | None:
    """The last day of a month not long before the call that balances are dated with more than once, the latest such.

    "Assets were $5 billion as at December 31, 2024" in a call of January on the third quarter of fiscal 2025.
    """
    days = Counter(
        date(said_year, month, day)
        for said_year, month, day in _dated_ends(text)
        if said_year and day == calendar.monthrange(said_year, month)[1]
    )
    near = (day for day, count in days.items() if count > 1 and 0 < (call_date - day).days < _REPORTED_WITHIN)
    return max((day for day in near if abs(day.year - year) <= 1), default=None)


def _dated_ends(text: str) -> Iterator[tuple[int | None, int, int]]:
    """The year, if it is said, month and day of each late day of a month that something is dated with: "at June 30th"."""
    for match in _MONTH_END.finditer(text):
        if _DATED.search(text, max(0, match.start() - 8), match.start()):
            year = int(match["year"]) if match["year"] else None
            yield year, MONTHS[match["month"].lower()], int(match["day"])


_MONTH_END = re.compile(
    rf"(?=[{''.join(sorted({name[0].upper() for name in MONTHS}))}])(?P<month>{'|'.join(name.title() for name in MONTHS)}) (?P<day>28|29|30|31)(?:st|th)?\b(?:,? (?P<year>20\d\d))?"
)
_DATED = re.compile(r"\b(?:[Aa]s (?:of|at)|[Aa]t|[Oo]n|[Tt]hrough|end(?:ed|ing)) $")


def _calendar_end(year: int, quarter: int, text: str) -> date | None:
    """The end of the calendar quarter of a fiscal quarter's number, where a call says how things stood then.

    Of other fiscal years that day lies ahead, or is a year away.
    """
    end = _last_day(year, 3 * quarter)
    said = f"{end:%B} {end.day}, {year}"
    return end if any(f"{at} {said}" in text for at in ("as of", "As of", " at", "At")) else None


_ENDS = {
    "three": (1, 2, 3, 4),
    "quarter": (1, 2, 3, 4),
    "six": (2,),
    "nine": (3,),
    "twelve": (4,),
    "year": (4,),
    "": (),
    **_WEEKS_END,
}
"""Quarters that a period of so many months or weeks ends."""
_DAYS_OVER = 7
"""So many days after a month's end a quarter of thirteen weeks ends at most."""
_FILING = re.compile(r"\b(?:10[- ][KQ]|20-F|annual report|quarterly report|filed|filing)\b", re.IGNORECASE)
_REPORTED_WITHIN = 125
"""Days after its end by which a quarter has been reported."""
_LATEST_START = 24
"""Quarters end in the last week of a month, or in the first of the next, which is left out."""


def _currency(document: Document, company: Company | None) -> str:
    text = "\n".join(block.text for block in document.blocks)[:40_000]
    lowered = text[:20_000].lower()
    for said in _IN_CURRENCY.finditer(lowered):
        if _ARE_STATED.search(lowered, max(0, said.start() - 80), said.start()):
            return _CURRENCY_NAMES[said["c"]]
    if company:
        return company.currency
    counts = Counter(_CURRENCY_CODE.findall(text))
    counts.update({code: sum(map(text.count, signs)) for code, signs in _CURRENCY_SIGNS.items()})
    # A sign such as "HK$" holds the dollar's.
    counts["USD"] -= sum(
        text.count(sign) for code, signs in _CURRENCY_SIGNS.items() for sign in signs if "$" in sign and code != "USD"
    )
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else "USD"


def _languages(document: Document) -> tuple[str, ...]:
    text = "".join(block.text for block in document.blocks)
    if text.isascii():
        return ("en",)
    han, kana = len(re.findall(r"[\u4e00-\u9fff]", text)), len(re.findall(r"[\u3040-\u30ff]", text))
    found = ["en"] if re.search(r"\bthe\b", text) else []
    if kana > 10:
        found.append("ja")
    elif han > 10:
        found.append("zh")
    return tuple(found) or ("en",)
