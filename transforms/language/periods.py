"""Fiscal periods as people say them, resolved against the call's own quarter.

Takes a sentence and the quarter reported; gives `PeriodSpan` objects. `is_comparison` marks the periods
that figures are held against ("the same quarter last year"). Which number has which period belongs to
the grammar.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from transforms.language.text import LOWER

_ORD = r"first|second|third|fourth|1st|2nd|3rd|4th|final"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
_SHORT = r"(?:(?:(?<=fy)|(?<=fy )|(?<=fiscal )|(?<=fiscal year ))[0-4]|(?<=quarter of )[12])\d(?!\d|[,.]\d|%| ?(?:percent|million|billion|points|basis))"
"""A year said by two digits: "fiscal 21"."""
_YEAR = (
    rf"(?:fiscal year |fiscal (?:of )?|calendar year |calendar |full[- ]year |fy ?)?(?:(?:19|20)\d\d|['’]\d\d|{_SHORT})"
)
_SHORT, _YEAR = _SHORT.replace(" ", r"\ "), _YEAR.replace(" ", r"\ ")  # they stand in a verbose pattern
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
"""The number of each month by its name in lower case."""
QUARTERS_IN = {"three": 1, "3": 1, "six": 2, "6": 2, "nine": 3, "9": 3, "twelve": 4, "12": 4}
"""How many quarters so many months are."""
_MONTH = "|".join(MONTHS)
_HINTS = ("quarter", "year", "half", "month", "sequential", "ago", "january", "february", "march", "april", "june", "july",
          "august", "september", "october", "november", "december", "of may ", "at may ", "weeks end")  # fmt: skip
_SHORT_HINT = re.compile(
    r"\d(?:(?<=2)0\d\d|(?<=[12])h\b|(?<=[1-4])q|(?:(?<=['’]\d)|(?<=fy\d)|(?<=fy \d)|(?<=fiscal \d)|(?<=fiscal year \d))\d|(?<=q[1-4])\b|(?<=h[12])\b)|ytd"
)
_PATTERNS = re.compile(
    rf"""
    (?<!\w)(?=[\dqh'’]|(?:the|our|this|for|in|during|of|as|at|on|same|prior|last|previous|year|comparable|an?|one|first|second|third|fourth|final|back|front|latter|half|six|nine|thirteen|fourteen|so|thus|to(?=\ date)|ytd|fiscal|fy\d*|quarter|three|preceding|linked|immediately|
    {_MONTH}|sequential|trailing|next|upcoming|coming|following|current|full|entire|whole|balance|rest|remainder|calendar|twelve|all)\b)(?:
    (?P<same>(?:the\ )?same\ (?:time\ period|period|quarter|time|(?:three|six|nine)[- ]months?\ period|(?:{_ORD})\ quarter)(?:\ (?:of|in|from))?(?:\ (?:the\ )?(?:last|prior|previous|a)\ (?:fiscal\ )?year(?:\ ago)?|\ a\ year\ (?:ago|earlier)|\ year\ ago|(?:\ in)?(?:\ fiscal(?:\ year)?)?\ (?P<same_year>20\d\d|['’]\d\d\b))?)
    |(?P<ago>(?:the\ )?(?:(?:prior|last|previous)[- ]year(?:['’]?s)?|year[- ]ago|year[- ]earlier)(?:\ (?P<ago_ord>{_ORD}))?[- ](?:fiscal\ )?(?P<ago_what>quarter|period|comparable\ quarter|comparable\ period|q[1-4]|same\ quarter|same\ period|level)(?!-)(?:\ year[- ]to[- ]date)?|(?:the\ )?(?P<ago_q>{_ORD}|q[1-4])(?:\ fiscal)?(?:\ quarter)?(?:\ of)?\ (?:last|the\ prior|the\ previous|prior)\ (?:fiscal\ )?year|(?:the\ )?comparable\ (?:prior[- ]year\ )?(?:quarter|period)(?:\ (?:of\ |in\ )?(?:(?:last|the\ prior)\ year|(?P<ago_y>20\d\d)))?|(?:at\ )?this\ time\ (?:last\ year|a\ year\ ago)|(?:a|one)\ year\ (?:ago|earlier|prior(?!\ to))|year\ ago|last\ year['’]s\ (?:[a-z]+(?:[- ][a-z]+)?\ )??(?P<ago_q2>{_ORD})\ quarter(?:\ year[- ]to[- ]date)?)
    |(?P<half>(?:the\ )?(?P<half_n>first|second|back|front|latter|1st|2nd)[- ]half(?:\ of)?(?:\ (?:the\ )?(?P<half_rel>(?:(?:this|our|last|next)\ )?(?:fiscal\ )?year|prior\ year))?(?:,?\ (?:of\ )?(?:the\ )?(?P<half_y>{_YEAR}))?|(?P<half_ended>(?:for|in|during)\ (?:the|our|this)\ half(?:[- ]year\b|(?=[.,]|\ (?:was|were)\b|$))|\bhalf[- ]year\b(?=\ (?:(?:underlying|statutory|normali[sz]ed|headline|adjusted|organic|net|gross|operating|group|total)\ )*(?:revenues?|sales|turnover|profits?|results?|earnings|income|loss|ebitda?|npat|eps|dividend)\b))|\b(?P<half_d>h[12]|[12]h)\b(?:\ (?:of\ )?(?:(?P<half_dy>{_YEAR})|(?:the\ )?(?P<half_d_rel>(?:this|last|next|prior)\ year)))?)
    |(?P<ytd>(?P<ytd_last>(?:the\ )?(?:(?:prior|previous)[- ]year[- ]to[- ]date|(?:prior|previous|last)[- ]year(?:['’]s)?[- ]year[- ]to[- ]date))(?:[- ]period)?|(?:the\ )?first\ (?P<ytd_n>six|nine|three|6|9|3|two|three)\ (?:months|quarters)(?:\ of(?:\ the\ year)?)?(?:\ (?:of\ )?(?P<ytd_y>{_YEAR}))?|(?:the\ )?(?P<ytd_n2>six|nine|6|9)[- ]months?(?:\ period)?(?:\ end(?:ed|ing)\ \w+\ \d+(?:st|nd|rd|th)?(?:,?\ (?P<ytd_y2>20\d\d))?|\ (?:of\ )?(?P<ytd_y6>20\d\d)\b)?|(?:(?P<ytd_y4>20\d\d)['’]s\ )?year[- ]to[- ]date(?:\ (?P<ytd_y3>(?:19|20)\d\d)\b|\ (?:{_ORD})[- ]quarter\b|(?:\ [a-z]+){{0,3}}?,?\ through\ (?:the\ |our\ )?(?:(?:{_ORD})[- ]quarter|q[1-4]\b)(?:\ of\ (?:{_YEAR}))?)?(?:,?\ as\ of\ \w+\ \d+(?:,\ 20\d\d)?)?|(?:so|thus)\ far\ (?:this|for\ the|in\ the)\ year|(?:(?:so|thus)\ far|to\ date)\ (?:in|into|during)\ (?:fiscal\ )?(?P<ytd_y5>20\d\d)\b|(?<=through\ )three\ quarters|(?:the\ )?(?:{_ORD})[- ]quarter\ year[- ]to[- ]date|ytd)
    |(?P<qy>(?:the\ |our\ )?(?:(?:fiscal\ )?(?:(?:{_ORD})[- ](?:fiscal[- ])?quarter(?:ly(?=\ (?:outlook|guidance)\b))?(?!\ in\ (?:which|a\ row)|\ since\ (?:(?:the|our)\ )?(?:pandemic|covid|coronavirus|start|beginning|onset|outbreak|crisis|acquisition|merger|ipo|20\d\d)|\ of\ (?:positive|year[- ]over[- ]year|double[- ]digit|sequential|consecutive|growth|profitability|pandemic|covid|ownership|operations?|inclusion|contribution|consolidation|integration)\b)(?:s(?=\ of\ (?:fiscal\ )?20\d\d\ and\ 20))?)|quarter\ (?:one|two|three|four)|\bq[1-4]\b|\b[1-4]q)(?:['’]s)?(?:,?\ (?:results\ )?(?:of\ |for\ |in\ |ended\ |from\ )?(?:our\ |the\ )?(?:(?:{_MONTH})\ )?(?:(?P<qy_y>{_YEAR})|(?P<qy_rel>this\ year|this\ fiscal\ year|next\ year|next\ fiscal\ year|last\ year|the\ year\b)))?|(?:the\ )?(?:fiscal\ (?:year\ )?)?\b(?P<qy_y2>(?:fy)?20\d\d)(?:['’]s)?(?:\ and\ 20\d\d)?\ (?:(?P<qy_o2>{_ORD})[- ]quarter|quarter\b))
    |(?P<yended>(?:(?:for|during|in|of)\ )?(?:the\ )?(?:(?:(?:fiscal|full)\ )*year|twelve\ months|5[23][-\ ]weeks?)\ end(?:ed|ing)\ (?:on\ )?(?P<yended_m>{_MONTH})\ \d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\ (?P<yended_y>20\d\d))?)
    |(?P<ended>(?:the\ )?(?:three\ months|quarter|(?:1[34]|thirteen|fourteen)[-\ ]weeks?)\ end(?:ed|ing)\ (?:on\ )?(?P<ended_m>\w+)\ \d+(?:st|nd|rd|th)?(?:,?\ (?P<ended_y>20\d\d))?)
    |(?P<monthq>(?:the\ |our\ )?(?P<monthq_m>{_MONTH})(?:\ (?P<monthq_y>20\d\d))?\ quarter\b)
    |(?P<lastq>(?:the\ )?(?:last|previous|prior|preceding|linked|immediately\ preceding|sequential|trailing)\ quarter(?!s\b|\ of\ (?:last|20))|prior[- ]quarter|on\ a\ sequential\ basis|sequential\ quarter)
    |(?P<nextq>(?:the\ )?(?:next|upcoming|coming|following|current\ \w+)\ quarter(?!s))
    |(?P<thisq>the\ current\ (?:fiscal\ )?year['’]s\ (?:\w+\ )?quarter|(?:this|the\ current|the\ current\ fiscal|current|the\ latest|the\ most\ recent|the\ just\ completed|the\ reported)\ (?:fiscal\ )?quarter|(?:in|for|during|of)\ the\ quarter(?!\ end(?:ed|ing)\ \w+\ \d)|the\ (?:\w+\ )?quarter\ was|quarter[- ]end|the\ quarter\b(?!\ end(?:ed|ing)\ \w+\ \d))
    |(?P<rest>(?:(?:for|over|in|during|through|throughout|across|of)\ )?(?:the|this)\ (?:rest|remainder|balance)\ of\ (?:(?:the|our|this)\ (?:current\ )?(?:fiscal\ |calendar\ )?year\b(?!-)|(?P<rest_y>{_YEAR})))
    |(?P<fy>(?:the\ |our\ |this\ |for\ )?(?:full[- ](?:fiscal[- ])?year|fiscal[- ]year|fiscal|fy|calendar[- ]year|calendar|full\ fiscal\ year|year[- ]end|year|all(?=\ of))(?:[ ,]?\ ?|\ of\ (?:fiscal\ )?)(?P<fy_y>(?:19|20)\d\d|['’]\d\d|{_SHORT})(?!\d)(?:['’]?s\ full[- ]year\b)?|\b(?P<fy_p>20\d\d)(?:['’]s)?[- ](?:full[- ]year|fiscal\ year)\b)
    |(?P<nexty>(?:the\ )?(?:next|coming|upcoming|following)\ (?:fiscal\ |calendar\ )?year)
    |(?P<lasty>(?:the\ )?(?:last|prior|previous|preceding)\ (?:full\ |fiscal\ |calendar\ )?year(?!['’\w]))
    |(?P<full>fiscal[- ]year(?=\ (?:(?:net|total|organic|adjusted|gaap|non-gaap|diluted|operating|free)\ )*(?:revenues?|sales|eps|earnings|income|profit|ebitda|margins?|cash\ flow|capital|capex)\b)|(?:the\ |our\ |this\ |for\ )?(?:full|entire|whole|total)[- ](?:fiscal[- ]|calendar[- ])?year(?!-over)|(?:an?|another)\ (?:record|strong|great|outstanding|solid|exceptional|good|challenging|difficult|remarkable|extraordinary|historic|terrific|transformational)\ (?:fiscal\ )?year\b(?!-|\ over)|(?:this|the\ current)\ (?:fiscal\ |calendar\ )?year(?!['’]s\ (?:\w+\ )?quarter)|(?<!earlier\ )(?:for|during|in|of|on)\ the\ (?:fiscal\ )?year\b(?!-|\ ago|\ earlier)|(?<!earlier\ in\ )\bthe\ year\b(?!-|\ over|\ ago|\ earlier|\ ahead)|(?:(?<=end\ )|(?<=exit\ )|(?<=finish\ )|(?<=close\ ))the\ fiscal\ year\b|for\ the\ twelve\ months|four[- ]year)
    |(?P<asof>(?:as\ of|at|on(?=\ \w+\ (?:2[89]|3[01])\b))\ (?:the\ end\ of\ )?(?P<asof_m>{_MONTH})\ (?P<asof_d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\ (?P<asof_y>20\d\d))?|(?P<asof_m3>{_MONTH})\ (?:2[89]|3[01])(?:st|th)?,?\ (?P<asof_y3>20\d\d)|(?:as\ of|at)\ (?:(?:the\ )?end\ of\ |(?=(?:{_MONTH})\b))(?P<asof_m2>{_MONTH})(?:,?\ (?:of\ )?(?P<asof_y2>20\d\d))?|at\ (?:quarter|period)[- ]end|at\ the\ end\ of\ the\ (?:quarter|period))
    |(?P<year>(?<![$£¥₠-⃏\d.,])\b(?:19|20)\d\d\b(?![,.]?\d|%|\ (?:million|billion|stores|employees|customers|units|homes|people|associates|locations|restaurants|hotels|rooms|members|patients|vehicles|trucks|acres|branches|basis|dollars|shares|senior|notes?|bonds?|debentures?|convertibles?|maturit(?:y|ies)|clinics|hours|tons|barrels|megawatts|sites|properties|acquisitions?|mergers?|divestitures?|vintages?)\b)|(?<=\ )['’][012]\d(?![\d%]|[,.]\d|s\b)))
    """,
    re.VERBOSE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fiscal:
    """The quarter that a call reports."""

    year: int
    quarter: int
    end: date | None = None
    """The quarter's last day, where it is known."""

    def __str__(self) -> str:
        return f"{self.year}Q{self.quarter}"

    @property
    def ends_year(self) -> bool:
        """Whether it is the last quarter of its fiscal year."""
        return self.quarter == 4

    def shifted(self, quarters: int) -> Fiscal:
        """The quarter so many quarters later.

        >>> str(Fiscal(2025, 1).shifted(-1))
        '2024Q4'
        """
        index = self.year * 4 + self.quarter - 1 + quarters
        return Fiscal(index // 4, index % 4 + 1)


@dataclass(frozen=True, slots=True)
class PeriodSpan:
    """A period expression. `period` is None for "a year ago", which depends on what it is held against."""

    start: int
    end: int
    period: str | None
    is_comparison: bool = False
    is_year: bool = False
    is_bare: bool = False
    """A year and nothing else ("in 2020"), which may stand for the same quarter of it."""
    is_bare_year: bool = False
    """A year by its number ("2020", "fiscal 2020")."""
    is_rest: bool = False
    """What is left of a year ("for the remainder of 2020")."""
    is_day: bool = False
    """A day that a period ends with ("as of March 31")."""

    def is_long_before(self, period: str) -> bool:
        """Whether it is of the year before the last, seen from a period, or earlier still."""
        return self.period is not None and int(self.period[:4]) <= int(period[:4]) - 2


def so_far(year: int, quarter: int) -> str:
    """The fiscal year as far as a quarter.

    >>> so_far(2025, 1), so_far(2025, 3), so_far(2025, 4)
    ('2025Q1', '2025Q3YTD', '2025FY')
    """
    if quarter == 1:
        return f"{year}Q1"
    return f"{year}FY" if quarter == 4 else f"{year}Q{quarter}YTD"


def order(period: str) -> tuple[int, int, int]:
    """Sorts periods by their end, the shorter first.

    >>> order("2025Q1") < order("2025H2") < order("2025FY") < order("2026Q1")
    True
    """
    kind = period[4:]
    end = {"H1": 2, "H2": 4, "FY": 4}.get(kind) or int(kind[1])
    return int(period[:4]), end, {"Q": 1, "H": 2}.get(kind[0], 3) if len(kind) == 2 else 3


def year_before(period: str) -> str:
    """The same period a year earlier.

    >>> year_before("2025Q1")
    '2024Q1'
    """
    return f"{int(period[:4]) - 1}{period[4:]}"


def quarter_before(period: str) -> str:
    """The period before, of the same length; for halves and years the half or year before.

    >>> quarter_before("2025Q1")
    '2024Q4'
    """
    if len(period) == 6 and period[4] == "Q":
        return str(Fiscal(int(period[:4]), int(period[5])).shifted(-1))
    if period.endswith("H2"):
        return f"{period[:4]}H1"
    return year_before(period)


def periods(text: str, call: Fiscal, *, future: bool = False) -> list[PeriodSpan]:
    """Every period expression of a sentence, resolved; `future` reads bare names as what lies ahead.

    >>> [p.period for p in periods("in the first quarter of 2024 and the fourth quarter last year", Fiscal(2025, 1))]
    ['2024Q1', '2024Q4']
    """
    return resolved(period_expressions(text), call, future=future)


def period_expressions(text: str) -> list[re.Match[str]]:
    """Every period expression of a sentence, not yet resolved."""
    lowered = text.translate(LOWER)
    if any(hint in lowered for hint in _HINTS) or _SHORT_HINT.search(lowered):
        return list(_PATTERNS.finditer(lowered))
    return []


def resolved(said: Iterable[re.Match[str]], call: Fiscal, *, future: bool = False) -> list[PeriodSpan]:
    """Resolve period expressions against the quarter that a call reports."""
    spans: list[PeriodSpan] = []
    last_years: list[int] = []
    for match in said:
        if span := _resolve(match, call, future):
            if match.lastgroup == "lasty" and match[0].lower().endswith("last year"):
                last_years.append(len(spans))
            before = spans[-1] if spans else None
            spans.append(_of_two_years(match.string, before, span) if before else span)
    ahead = f"{call.year + 1}FY"
    if call.ends_year and any(span.is_bare_year and span.period == ahead for span in spans):
        # "interest was $88 million last year and should be about $80 million in 2026": the year just over
        for place in last_years:
            spans[place] = replace(spans[place], period=f"{call.year}FY", is_comparison=False)
    return spans


def resolved_ahead(said: list[re.Match[str]], spans: list[PeriodSpan], call: Fiscal) -> list[PeriodSpan]:
    """Period expressions resolved as what lies ahead, given the `spans` that they are of what was."""
    is_same = _READ_AHEAD.isdisjoint(match.lastgroup for match in said)
    return spans if is_same else resolved(said, call, future=True)


_READ_AHEAD = frozenset({"half", "qy", "monthq", "thisq", "full", "rest", "year"})
"""Kinds that mean another period where they lie ahead."""


def _of_two_years(text: str, before: PeriodSpan, span: PeriodSpan) -> PeriodSpan:
    """A year behind the quarter of another one is the same quarter's: "in the second quarter of 2021 and 2020"."""
    if (
        span.is_bare_year
        and span.period
        and before.period
        and not before.period.endswith("FY")
        and text[before.end - 4 : before.end].isdigit()
        and text[before.end : span.start] in (" and ", " versus ")
    ):
        return replace(
            span, period=span.period[:4] + before.period[4:], is_comparison=span.period < before.period,
            is_year=False, is_bare=False, is_bare_year=False,
        )  # fmt: skip
    return span


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = re.sub(r"\D", "", text)
    return (2000 + int(digits) if len(digits) == 2 else int(digits)) if digits else None


def _resolve(match: re.Match[str], call: Fiscal, future: bool) -> PeriodSpan | None:
    kind = match.lastgroup or ""  # each kind is a group around all of its own
    if kind == "year" and _is_of_month(match):
        return None
    if kind in _YEARS and _QUARTER_OF.search(match.string, max(0, match.start() - _EXTREMES), match.start()):
        return None  # "the fourth quarter will be the largest revenue quarter of the year, with 60% growth"
    if kind in _YEARS and _EXCLUDED_IN.search(match.string, 0, match.start()):
        return None  # "excluding restructuring charges in both years and income in the current year from a subsidy"
    if _SAID_IN.search(match.string, max(0, match.start() - _SAYING), match.start()):
        return None  # "as we communicated in the first quarter, we expect": when it was said
    if _RATES_AT.search(match.string, max(0, match.start() - _SAYING), match.start()):
        return None  # "for 2025, based on exchange rates as of September 30, we expect revenue of"
    if _SPREAD.search(match.string, max(0, match.start() - _SPREADING), match.start()) or (
        _EXTREME.match(match.string, match.end())
        and match.string.endswith(
            ("with ", "with the ", "with our "), 0, match.start() + match[0].startswith("the ") * 4
        )
    ):
        return None  # "revenue of $2 billion this year, weighted to the second half", "with the fourth quarter being the strongest"
    period, comparison, is_year = _RESOLVERS[kind](match, call, future)
    if period is not None and not 1990 <= int(period[:4]) <= 2100:
        return None
    return PeriodSpan(
        match.start(),
        match.end(),
        period,
        comparison,
        is_year,
        kind == "year",
        kind == "year"
        or match[0] == "this year"
        or (kind == "fy" and "full" not in match[0] and "all of" not in match[0]),
        kind == "rest" and not _is_looked_at(match),
        kind == "asof",
    )


def _is_of_month(match: re.Match[str]) -> bool:
    """Whether a year is that of a month or a day, and no fiscal one: "acquired in November 2020", "our August 2021 price increase"."""
    said, start = match.string, match.start()
    return _OF_DATE.search(said, max(0, start - _DATE), start) is not None or (
        _OF_EVENT.match(said, match.end()) is not None and _MONTHS_OWN.search(said, 0, start) is not None
    )


_YEARS = frozenset({"full", "lasty", "fy", "year"})
_MOST = "strongest|weakest|lowest|highest|largest|biggest|smallest|best|slowest"
"""What one quarter of a year is, as alternatives of a pattern."""
_EXTREMES = len("strongest revenue and earnings quarter of the fiscal ")
_QUARTER_OF = re.compile(rf"\b(?:{_MOST}|busiest) (?:[a-z]+ ){{0,3}}quarter (?:of (?:the |our )?(?:fiscal )?)?$")
_EXCLUDED_IN = re.compile(
    r"\b(?:excluding|adjusting for|exclusive of)\b[^,;$%]*\b(?:charges?|income|costs?|gains?|loss(?:es)?|expenses?|benefits?|items?) in (?:the )?$"
)
_DATE = len("september 30th, ")
_SAYING = len("consistent with our earlier communication during the ")
_SPREADING = len("weighted somewhat more heavily towards the ")
_SPREAD = re.compile(
    r"\b(?:weighted|skewed|loaded|tilted|biased)(?: (?:somewhat|slightly|more|heavily))* (?:to|toward|towards|into|in)(?: the| our)? $"
)
_EXTREME = re.compile(
    rf" (?:being|to be|will be|should be|(?:is |are )?expected to be|likely to be)(?: (?:by|far|typically|usually|the|our))* (?:{_MOST}|peak|trough|toughest|easiest|low point|high point)\b"
)
_RATES_AT = re.compile(
    r"\b(?:exchange|currency|fx|f/x|spot|forward|strip|futures)(?: \w+)? (?:rates|prices|pricing|curves?)(?: (?:in effect|prevailing|existing|effective))?(?: (?:as of|as at|at|on|from))?(?: the)?(?: end of)?(?: the)? ?$"
)
"""The day whose rates an expectation rests on."""
_SAID_IN = re.compile(
    r"\b(?:consistent with|in line with|as|like|unchanged from|similar to)(?: what)? (?:(?:our|my|the|prior|earlier|previous) )*(?:(?:we|i) (?:have |had )?(?:communicated|discussed|mentioned|noted|said|indicated|outlined|shared|stated)|communications?|comments|commentary|discussions?|remarks)(?: back)? (?:in|during|from|on|at) (?:the |our )?$"
)
_OF_DATE = re.compile(
    rf"\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? $|\b(?:in|since|from|until|during|on) (?:(?:early|late|mid) )?(?:{_MONTH}),? (?:of )?$"
)
_MONTHS_OWN = re.compile(rf"\b(?:our|the|its) (?:(?:early|late|mid) )?(?:{_MONTH}) $")
_OF_EVENT = re.compile(
    r" (?:[a-z]+ )?(?:price|pricing|launch|acquisition|divestiture|sale|offering|refinancing|issuance|increase|closing|close|purchase|merger|opening|fire|storm|hurricane|spin|ipo|investor|announcement)\b"
)
_Resolved = tuple[str | None, bool, bool]


def _same(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    year = _year(match["same_year"])
    return (f"{year}Q{call.quarter}" if year else None), True, False


def _ago(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    if match["ago_y"]:
        return f"{match['ago_y']}Q{call.quarter}", True, False
    by_number = match["ago_what"] if (match["ago_what"] or "")[1:].isdigit() else None  # "last year's Q3"
    named = match["ago_q"] or match["ago_ord"] or match["ago_q2"] or by_number
    if named:
        quarter = _ORDINALS.get(named.lower()) or int(named[-1])
        then = call.year - 1
        return so_far(then, quarter) if match[0].endswith("date") else f"{then}Q{quarter}", True, False
    return None, True, False


def _half(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    word = match["half_n"]
    if match["half_ended"]:
        number = 1 if call.quarter <= 2 else 2  # "Half-year revenue was": the half that the call is on
    elif word:
        number = 1 if word.lower() in ("first", "1st", "front") else 2
    else:
        number = int(re.sub(r"\D", "", match["half_d"]))
    year = _year(match["half_y"] or match["half_dy"])
    relation = (match["half_rel"] or match["half_d_rel"] or "").lower().replace("fiscal ", "", 1)
    if year is None:
        year = call.year + (1 if relation == "next year" else -1 if relation in ("last year", "prior year") else 0)
        if future and call.quarter == 4 and not relation.startswith("last"):
            year += 1
    return f"{year}H{number}", relation in ("last year", "prior year") or year < call.year, False


_YTD_YEARS = ("ytd_y", "ytd_y2", "ytd_y3", "ytd_y4", "ytd_y5", "ytd_y6")


def _ytd(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    said = (match["ytd_n"] or match["ytd_n2"] or "").lower()
    quarter = 2 if said == "two" else QUARTERS_IN.get(said, call.quarter)
    if "three quarters" in match[0].lower():
        quarter = 3
    stated = next(filter(None, match.group(*_YTD_YEARS)), None)
    year = (_year(stated) or call.year) - bool(match["ytd_last"])
    return so_far(year, quarter), year < call.year, False


_ORDINAL_SAID = re.compile(rf"\b(?:{_ORD})\b")
_NUMBERED_QUARTERS = ("one", "two", "three", "four")
_NUMBERED = re.compile(r"quarter (one|two|three|four)")


def _quarter_named(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    text = match["qy"].lower()
    ordinal = _ORDINAL_SAID.search(text)
    quarter = _ORDINALS[ordinal[0]] if ordinal else None
    if quarter is None and (named := _NUMBERED.search(text)):
        quarter = _NUMBERED_QUARTERS.index(named[1]) + 1
    if quarter is None:
        digit = re.search(r"q([1-4])|([1-4])q", text)
        quarter = int(digit[1] or digit[2]) if digit else call.quarter
    year = _year(match["qy_y"] or match["qy_y2"])
    relation = (match["qy_rel"] or "").lower()
    if year is None:
        if relation.startswith("next"):
            year = call.year + 1
        elif relation == "last year":
            year = call.year - 1
        elif relation.startswith("this") or quarter == call.quarter:
            year = call.year + (1 if future and quarter == call.quarter == 4 and relation.startswith("this") else 0)
        elif future:
            year = call.year if quarter > call.quarter else call.year + 1
        else:
            year = (
                call.year
                if quarter < call.quarter
                else (call.year - 1 if quarter - call.quarter > 1 or call.quarter == 1 else call.year)
            )
            if call.quarter == 4 and quarter == 1:
                year = call.year + 1 if future else call.year
    period = f"{year}Q{quarter}"
    return period, period < str(call), False


def _ending(year: int, month: str, end: date, call: Fiscal) -> Fiscal:
    """The quarter that ends in a month, given that the call's own ends at `end`."""
    return call.shifted(round(((year - end.year) * 12 + MONTHS[month] - end.month) / 3))


def _ended(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    year, month = _year(match["ended_y"]), match["ended_m"].lower()
    if call.end and year and month in MONTHS:
        said = _ending(year, month, call.end, call)
        return str(said), (year, MONTHS[month]) < (call.end.year, call.end.month), False
    if year and month in MONTHS and (MONTHS[month] + 2) // 3 == call.quarter:  # its year is the calendar's
        return f"{year}Q{call.quarter}", year < call.year, False
    # The fiscal year's number may differ from the calendar year's by one.
    return (
        (f"{call.year - 1}Q{call.quarter}", True, False) if year and year < call.year - 1 else (str(call), False, False)
    )


def _quarter_to_month(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    """Of "the June quarter" and "the June 2021 quarter"; where the call's own quarter ends must be known."""
    if call.end is None:
        return None, False, False
    year, month = _year(match["monthq_y"]), match["monthq_m"].lower()
    said = _ending(year or call.end.year, month, call.end, call)
    if year is None:
        first = 0 if future else -2  # quarters from the call's own, of the four that may be meant
        said = call.shifted((said.quarter - call.quarter - first) % 4 + first)
    return str(said), order(str(said)) < order(str(call)), False


def _year_ended(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    year = _year(match["yended_y"])
    if year and call.end:
        year = _ending(year, match["yended_m"], call.end, call).year
    year = year or call.year - (not call.ends_year)
    return f"{year}FY", year < call.year, True


def _fiscal_year(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    year = _year(match["fy_y"] or match["fy_p"]) or call.year
    return f"{year}FY", year < call.year, True


def _full_year(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    return f"{call.year + (1 if future and call.quarter == 4 else 0)}FY", False, True


def _rest_of_year(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    """What of a year lies ahead of the call's quarter; the year where no period is named so, or where it is looked at."""
    year = _year(match["rest_y"]) or call.year + (1 if future and call.quarter == 4 else 0)
    left = _REST.get(call.quarter) if future and year == call.year and not _is_looked_at(match) else None
    return f"{year}{left or 'FY'}", year < call.year, left is None


def _is_looked_at(match: re.Match[str]) -> bool:
    """Whether the rest of a year opens on the whole of it: "our outlook for the remainder of the year. Sales will be $5 billion"."""
    return _LOOKS_AT.search(match.string, 0, match.start()) is not None


_REST = {2: "H2", 3: "Q4"}
"""What is left of a year after each quarter, as far as a fiscal period has its name."""
_LOOKS_AT = re.compile(
    r"\b(?:as|outlook|guidance|guide|views?|forecasts?|plans?|expectations?|assumptions?|projections?|look(?:s|ing)?|turn(?:s|ing)?|mov(?:e|es|ing)|think(?:ing)? about)(?: (?:forward|ahead|out|now|back))?(?: to)? $"
)


def _as_of(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    year = _year(match["asof_y"] or match["asof_y2"] or match["asof_y3"])
    month = (match["asof_m"] or match["asof_m2"] or match["asof_m3"] or "").lower()
    if call.end and month in MONTHS:
        if year is None and 0 < (MONTHS[month] - call.end.month) % 12 <= _AFTER_END:
            return None, False, False  # "At the end of October" on a call about the quarter to September
        if year is None and MONTHS[month] != call.end.month and int(match["asof_d"] or 0) in _WITHIN_MONTH:
            return None, False, False  # "At June 12": no quarter ends then
        # "At September 30th": the last that is not after the quarter's end.
        year = year or call.end.year - (MONTHS[month] > call.end.month)
        said = _ending(year, month, call.end, call)
        return str(said), (year, MONTHS[month]) < (call.end.year, call.end.month), False
    if year and year < call.year and month == "december":
        return f"{year}Q4", call.quarter != 4 or year < call.year, False
    if year and year < call.year - 1:
        return f"{year}Q{call.quarter}", True, False
    return str(call), False, False


_WITHIN_MONTH = range(6, 25)
"""Days on which no quarter ends, but where the company's own do."""
_AFTER_END = 2
"""So many months after a quarter's end its call is held at most."""
_LONG_AGO = 20
"""Years from which on a number of four digits is no year that figures are given for."""


def _bare_year(match: re.Match[str], call: Fiscal, future: bool) -> _Resolved:
    year = _year(match["year"]) or 0
    if not call.year - _LONG_AGO <= year <= call.year + _LONG_AGO:
        return None, False, False
    if year == call.year and call.quarter < 4 and not future:
        return str(call), False, False  # no year is over before its last quarter
    return f"{year}FY", year < call.year, True


_RESOLVERS = {
    "same": _same,
    "ago": _ago,
    "half": _half,
    "ytd": _ytd,
    "qy": _quarter_named,
    "yended": _year_ended,
    "ended": _ended,
    "monthq": _quarter_to_month,
    "lastq": lambda match, call, future: (str(call.shifted(-1)), True, False),
    "nextq": lambda match, call, future: (str(call.shifted(1)), False, False),
    "thisq": lambda match, call, future: (
        str(call.shifted(1) if future and "current" in match[0].lower() else call),
        False,
        False,
    ),
    "fy": _fiscal_year,
    "rest": _rest_of_year,
    "nexty": lambda match, call, future: (f"{call.year + 1}FY", False, True),
    "lasty": lambda match, call, future: (None, True, True),
    "full": _full_year,
    "asof": _as_of,
    "year": _bare_year,
}
