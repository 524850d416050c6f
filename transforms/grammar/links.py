"""Which metric a quantity belongs to.

Every rule is a function with the sentence it was made for; it proposes metric terms with a score between
0 and 1, and the best proposal wins. `RULES` lists them; each can be switched off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from schemas.vocabulary import Metric, grammar
from transforms.grammar.frames import Frame
from transforms.language.periods import PeriodSpan
from transforms.language.quantities import Quantity
from transforms.language.terms import MetricTerm, SegmentTerm

_G = grammar()
_LINK = frozenset(_G["link"])
_RIGHT = frozenset(_G["right_link"])
_CAUSE = frozenset(_G["cause"])
_VERBS = frozenset(_G["verb"])
_CHANGE_NOUNS = frozenset(_G["change_nouns"]) - {"appreciation", "accretion"}
_REFERRING = frozenset(
    {
        "but",
        "so",
        "now",
        "they",
        "compares",
        "compare",
        "that's",
        "it's",
        "represents",
        "reflects",
        "reflecting",
        "equates",
        "was",
        "also",
        "versus",
        "these",
        "includes",
        "down",
        "up",
    }
)
_WORDS = re.compile(r"[\w&'’.%$+/]+")
_CLAUSE = re.compile(
    r"[;:]|, (?:while|but|whereas|and (?:our|the|we|total|adjusted|net|gross|operating))|\b(?:while|whereas|however|but)\b| and (?:our|we|the) |\. "
)
_EARNS = re.compile(r"\b(?:earned|earnings|earning|eps|income|loss|lost|profit|results?)\b")
_DIVIDEND = re.compile(r"\b(?:dividends?|distributions?)\b")
_DENOMINATOR = re.compile(
    r"(?:as an? (?:percent(?:age)?|%) of|percent(?:age)?,? of|%,? of|ratio (?:of|to)|(?:debt|leverage|book|bill|price|cost|costs|expenses?|loans?|coverage) to|as a proportion of|relative to)(?: (?:our|total|net|the|average|adjusted|quarterly|consolidated|company|estimated|direct|gross|earned|written))* ?$"
)
_IN_TIME = re.compile(r" (?:year|month|week|hour|minute)s?\b(?! (?:over|ago|earlier))")
"""A count of these is no count of what a metric counts: "customers for 30 years"."""
_NO_METRIC_AFTER = re.compile(
    r" (?:month|year|day|week|quarter|hour|minute|people|year old|point scale)s?\b(?! (?:over|on) (?:year|month|week|quarter)\b)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules see of a sentence."""

    normal: str
    quantities: Sequence[Quantity]
    frames: Sequence[Frame]
    terms: Sequence[MetricTerm]
    periods: Sequence[PeriodSpan]
    earlier: MetricTerm | None = None
    """The metric that the sentence before spoke of."""
    segments: Sequence[SegmentTerm] = ()
    """The company's own segments that the sentence names."""
    guided_per_share: str = "eps"
    """What guidance in cents is for where it names no metric."""


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal: this quantity states that metric."""

    term: MetricTerm
    metric: str
    unit: str
    score: float
    rule: str


def fits(metric: Metric, quantity: Quantity, frame: Frame) -> tuple[str, str] | None:
    """The metric's name and the unit in which a quantity can state it, or None.

    A per-share amount of net income is EPS; a percentage of revenue is a change or a share.
    """
    if metric.name == "acquisitions" and quantity.kind in ("percent", "point"):
        return None  # "revenue grew 9%, of which acquisitions 4%": what they add to the growth of another
    name, kind, units = metric.canonical_name, quantity.kind, metric.units
    changed = frame.role == "change"
    if kind == "per_share":
        if "currency_per_share" in units:
            return name, "currency_per_share"
        return (metric.per_share, "currency_per_share") if metric.per_share else None
    if kind == "money" or (kind == "number" and quantity.scaled):
        return _fits_amount(metric, quantity)
    if kind == "percent":
        if changed:
            # "net charge-offs decreased 30%": an amount of money moves by percent, a rate by points.
            return name, "percentage_point" if "percent" in units and "currency" not in units else "percent"
        if "percent" in units:
            return name, "percent"
        if frame.role == "share":
            return name, "percent"
        return (name, "percent") if metric.growth or frame.role == "comparison" else None
    if kind == "point":
        if "percent" in units:
            return name, "percentage_point" if changed else "percent"
        if changed and metric.margin:
            return metric.margin, "percentage_point"  # "gross profit improved 140 basis points"
        return (name, "percentage_point") if changed and metric.growth else None
    if kind == "ratio":
        return (name, "ratio") if "ratio" in units else None
    if "count" in units:
        return name, "count"
    if "ratio" in units and not quantity.scaled and quantity.step < 1 and abs(quantity.value) < 20:
        return name, "ratio"  # "book-to-bill was 1.15"
    if (
        "currency_per_share" in units
        and not float(quantity.value).is_integer()
        and abs(quantity.value) < 100
        and quantity.step <= 0.01
    ):
        return name, "currency_per_share"
    return None


def _fits_amount(metric: Metric, quantity: Quantity) -> tuple[str, str] | None:
    """`fits` for money and scaled numbers: small amounts of a metric that can be stated per share are so."""
    name, units, is_money = metric.canonical_name, metric.units, quantity.kind == "money"
    small = not quantity.scaled and abs(quantity.value) < 1000
    few = is_money and not quantity.scaled and abs(quantity.value) < 100
    if "currency_per_share" in units and not quantity.scaled and is_money:
        return name, "currency_per_share"
    if ("currency" in units or metric.amount) and not small:
        return metric.amount or name, "currency"
    if metric.per_share and few and (quantity.step <= 0.01 or metric.weak):
        return metric.per_share, "currency_per_share"
    return (name, "count") if not is_money and "count" in units else None


_ASIDE = re.compile(
    r", (?:which|who) (?:is|are|was|were|represents?|represented|accounts? for|makes? up|includes?|compris\w+|drives?)\b[^;,]{3,120},(?= (?:is|was|were|are|has|have|had|increased?|decreased?|grew|rose|declined|came|totaled|reached)\b)"
    r"|, defined as [^,;]{3,80},(?= (?:of|was|were|is|at) )"
    r"|,? which (?:we|is|are) defined? as\b(?:(?! (?:was|were|is|are) )[^;]){3,120}(?= (?:was|were|is|are) )"
    r"|, which includes?\b(?:(?! (?:was|were|is|are) )[^;,]){3,120}(?= (?:was|were) )"
    r"|,? (?:excluding|including|net of|which excludes?|which includes?|before|adjusted for|exclusive of)\b(?:(?! (?:was|were|is|are) )[^;]){3,400}?,(?= (?:is|was|were|are|will|to|of|increased?|decreased?|grew|rose|declined|came|totaled|reached|we|for)\b)"
    r"|(?:,|(?= as adjusted)) (?:excluding|including|net of|exclusive of|as adjusted for)\b(?:(?! (?:was|were|is|are) |, (?:our|the|we|total|adjusted) )[^;]){3,400}?(?= (?:is|was|were|are) )"
)
_CLAIMED = re.compile(r"(?: (?:of|in|total|net|adjusted|our|quarterly|record|consolidated|free|operating))*")


def _gap_words(context: Context, start: int, end: int) -> list[str]:
    """The words between two places; periods, quantities, the company's segments and asides left out."""
    text = context.normal[start:end]
    for aside in _ASIDE.finditer(text):
        text = text[: aside.start()] + " " * len(aside[0]) + text[aside.end() :]
    if context.normal.endswith("attributable", 0, start) and (owner := _OWNER.match(text)):
        text = " " * owner.end() + text[owner.end() :]
    spans = [
        *((span.start, span.end) for span in context.periods),
        *((said.start, said.end) for said in context.quantities),
        *((part.start, part.end) for part in context.segments),
    ]
    for first, last in spans:
        if start <= first and last <= end:
            text = text[: first - start] + " " * (last - first) + text[last - start :]
    return [word.strip(".") for word in _WORDS.findall(text)]


_OWNER = re.compile(
    r" to (?!non ?controlling|the non|minority)(?:[\w'&.]+,? ){1,6}?"
    r"(?=(?:is|was|were|are|of|for|in|to|increased|decreased|grew|declined|totaled)\b)"
)
"""Whose a profit is: "net income attributable to Alpine Resorts, Inc. is expected to be"."""
_BOUNDARY = re.compile(r"[;:]| -- |, | and | while | with | but | where(?:as)? ")
_LEGAL_FORM = re.compile(r", (?:inc|corp|ltd|llc|plc|l\.p|lp|co)\b\.?")
_PREPOSITIONS = frozenset(
    {
        "in",
        "for",
        "at",
        "of",
        "from",
        "by",
        "on",
        "to",
        "excluding",
        "including",
        "with",
        "within",
        "across",
        "during",
        "than",
        "over",
        "versus",
    }
)


_WHERE = frozenset({"in", "from", "for", "by", "at", "to"})
_WE_HAVE = re.compile(
    r"(?:we|they|there) (?:also |still |currently )?(?:have|had|has|is|are)\b(?! (?:\w+ly )?\w+(?:ed|ing)\b)"
)


_NEW_ACTIONS = frozenset(
    {
        "returning",
        "repurchasing",
        "paying",
        "investing",
        "spending",
        "coupled",
        "retiring",
        "reinvesting",
        "adding",
        "redeeming",
        "borrowing",
        "deploying",
        "paid",
        "repurchased",
        "invested",
        "spent",
        "used",
        "deployed",
        "returned",
        "acquired",
    }
)


def _other_subject(gap: str) -> bool:
    """Whether the last clause before a number has a subject of its own: "and priced options grew"."""
    if _OF_OBJECT.search(gap) or _CONSISTS.search(gap):
        # "adding our dividend, we expect a financing need of $150 million"
        return True  # "the decrease in adjusted EPS consists of the following: $0.55 due to lower revenue"
    boundaries = list(_BOUNDARY.finditer(_LEGAL_FORM.sub("", gap)))
    if not boundaries:
        return False
    if not _NEW_ACTIONS.isdisjoint(gap[boundaries[-1].end() :].split()[:2]):
        return True  # "free cash flow of $734 million, while returning a record $953 million"
    if boundaries[-1][0] == ", " and _WE_HAVE.match(gap, boundaries[-1].end()):
        return True  # "expected cash flow, we have more than $800 million available"
    if (to_do := _IS_TO.match(gap, boundaries[-1].end())) and _names_other(_WORDS.findall(to_do["subject"])):
        return True  # "revenue to increase 1% and expenses to increase 3.4%"
    words = _WORDS.findall(_LEGAL_FORM.sub("", gap)[boundaries[-1].end() :])
    while words and words[0] in ("while", "but", "whereas", "and"):
        words.pop(0)
    is_joined = boundaries[-1][0] == " and " and not _VERBS.intersection(gap[: boundaries[-1].start()].split())
    for place, word in enumerate(words if not is_joined else ()):  # "revenue from retail and commercial customers grew"
        if word in _VERBS:
            return _names_other(words[:place])
    # "dividends of $75 million; net interest payments of $41 million", "total assets of $55.5 billion and loans of"
    if is_joined and not _WHERE.isdisjoint(gap[: boundaries[-1].start()].split()[:1]):
        return False  # "sales in Europe and Asia of $5 million"
    while words and words[-1] in _HEDGES:
        words.pop()
    return (
        words[-1:] in (["of"], ["at"])
        and _VERBS.isdisjoint(words)
        and _CHANGE_NOUNS.isdisjoint(words)  # "orders were $1.91 billion, a sharp increase of 92%"
        and _names_other(words[:-1])
    )


_HEDGES = frozenset({"about", "approximately", "around", "roughly", "nearly", "over"})
_IS_TO = re.compile(
    r"(?:and |while |but )?(?P<subject>(?:[\w&']+ ){1,4}?)(?:to|will|should|would) (?:increase|decrease|grow|decline|rise|fall|improve|be)\b"
)


def _names_other(subject: list[str]) -> bool:
    """Whether words before a verb name something of their own."""
    return (
        bool(subject)
        and subject[0] not in _PREPOSITIONS
        and any(
            each not in _LINK and not each.endswith(("ly", "ing")) and not any(c.isdigit() for c in each)
            for each in subject
        )
    )


_FOLLOWED = re.compile(r" (?P<word>[a-z][a-z']+)")
_MAY_FOLLOW = (
    _LINK
    | _RIGHT
    | _CAUSE
    | _VERBS
    | _PREPOSITIONS
    | frozenset(_G["function"])
    | frozenset(_G["up"])
    | frozenset(_G["down"])
    | frozenset(_G["neutral"])
    | frozenset(_G["own_nouns"])
)


def is_compound(normal: str, term: MetricTerm) -> bool:
    """Whether a metric's word only describes the noun behind it: "the $11 million revenue deferral"."""
    following = _FOLLOWED.match(normal, term.end)
    if following is None:
        return False
    word = following["word"]
    if word in _OF_EFFECTS or word == "average":
        return True  # "a net income benefit of $20.7 million", "the funeral sales average"
    return word not in _MAY_FOLLOW and not word.endswith(("ly", "ing", "ed"))


_OF_EFFECTS = frozenset({"benefit", "impact", "headwind", "tailwind", "uplift", "drag"})
_PER_OTHER = re.compile(
    r" per (?!(?:fully |diluted |basic |common |ordinary |adjusted |limited |american )*(?:share|unit|ads|partner|depositary))"
)
"""Revenue per enrollment is no revenue."""


_AUTHORIZED = re.compile(r"\b(?:authorized|allowed|approved|awarded|requested) $")
"""A return that a regulator allows is not earned."""
_PER_ANY = re.compile(r" per (?!(?:fully |diluted |basic |common |ordinary )*share)")
_TO_RATIO = re.compile(r" to (?:[\w']+ ){1,4}ratios?\b| percentage\b")
_OF_ASSETS = re.compile(
    r" of (?:(?:our|the|these|those|its|total|average) )*(?:[\w']+ ){0,3}(?:portfolio|securities|assets?|investments?|loans|receivables?|propert(?:y|ies)|debt|notes?)\b"
)
"""The book value of a thing owned is not that of the company."""
_OF_FUNDS = re.compile(
    r" (?:of|in) (?:the|our|these|those) (?:[\w']+ ){1,4}(?:funds?|strateg\w+|products?|vehicles?)\b"
)


def _is_rate_of(normal: str, term: MetricTerm) -> bool:
    """Whether a metric is held against something else: "average revenue per order", "debt-to-capital ratio"."""
    return bool(
        (_PER_OTHER if term.metric.per_share else _PER_ANY).match(normal, term.end)
        or "percent" not in term.metric.units
        and _TO_RATIO.match(normal, term.end)
        or term.metric.name == "assets_under_management"
        and _OF_FUNDS.match(normal, term.end)
        or term.metric.name == "book_value"
        and _OF_ASSETS.match(normal, term.end)
        or normal.startswith(_THE_POINT, term.start)
        or _TAKEN_BACK.match(normal, term.end)
        or term.metric.name == "return_on_equity"
        and bool(_AUTHORIZED.search(normal, max(0, term.start - 30), term.start))
        or term.metric.name == "stores"
        and normal.endswith("same ", 0, term.start)
        or term.metric.name == "customers"
        and _HIT.match(normal, term.end)
        or term.metric.name == "cash_and_cash_equivalents"
        and normal.endswith("non ", 0, term.start)  # "a $23 million non-cash tax benefit"
        or term.metric.name == "return_of_capital"
        and _EQUITY.match(normal, term.end)
    )


_HIT = re.compile(
    r" (?:(?:who |that )?(?:were|are|have been) )?(?:impacted|affected|without (?:power|service)|out of (?:power|service))\b"
)
"""Customers that a storm left without power are not those there are."""
_TAKEN_BACK = re.compile(r"[ ,]+(?:excuse me|(?:i'm |i am )?sorry|i mean|pardon me)\b")
"""What a speaker says after a word or a number that was wrong: "$15 million -- I'm sorry, 15%"."""
_EQUITY = re.compile(r"(?:'s?)? equity\b")
_THE_POINT = "bottom line is"
"""What a speaker comes to, no profit."""
_OF_MONTH = re.compile(rf"\b(?:{'|'.join(_G['months'])})(?: (?:and|through) (?:{'|'.join(_G['months'])}))? (?:\w+ )?$")
"""What a month brought is not of the quarter: "our June and July RevPAR"."""
_RECORDED_IN = re.compile(r"\b(?:(?:recorded|included|recognized) (?:in|within)|reflected within)(?: [\w']+){0,2} $")
"""What stands in a line is not the line: "amortization recorded in cost of goods sold was $4.6 million"."""
_ON_BALANCE = re.compile(
    r"\b(?:reserves?|allowances?|coverage|fees|provision|accretion|forgiveness|sales?|interest|premium|securities|securitizations?) (?:held )?(?:for|on|from|of|against)(?: [\w']+){0,3} $"
)
"""What is set against a balance is not the balance: "the reserve for pass rated loans declined from $137 million"."""
_DEBT_FLOW = re.compile(
    r"\b(?:issued|issuance|priced|placed|offering|redeem\w*|refinanc\w*|extinguish\w*|borrow(?:ed|ing)\w*|repa(?:id|y\w*)|paid (?:down|off)|retired|additional|incremental|raised|matur\w*|tranches?)\b"
)


def _is_debt_flow(context: Context, term: MetricTerm, frame: Frame) -> bool:
    """Whether an amount is of debt that comes or goes, which is not the debt there is."""
    return (
        term.metric.name == "total_debt"
        and (frame.role in ("level", "comparison") or bool(_PAID_DOWN.search(context.normal, 0, term.start)))
        and bool(_DEBT_FLOW.search(context.normal) or _REPAYMENT.match(context.normal, term.end))
    )


_PAID_DOWN = re.compile(
    r"\b(?:pa(?:id|y|ying) (?:down|off)|repaid|repaying|retired|retiring)(?: (?:about|approximately|over|nearly|an additional|another))* [$€£¥]?[\d.,]+ ?(?:million|billion)? (?:of|in) (?:our |its |total |net )*$"
)
"""What was paid down is not by how much the debt has moved: others may have been taken up."""
_REPAYMENT = re.compile(r" (?:reduction|repayment|pay ?downs?|retirement)s?\b")
_OTHER_GROWTH = re.compile(
    rf" (?!(?:{'|'.join(sorted((_RIGHT | frozenset(_G['neutral']) | frozenset(_G['function']) | frozenset(_G['up']) | frozenset(_G['down'])), key=len, reverse=True))})\b)[a-z]+ (?:growth|increase|decline|decrease|improvement|reduction)\b"
)


_GROWTH = re.compile(r" (?:growth|increase|decline|decrease|improvement|reduction)\b")


# An increase in something; a period or a currency is no thing.
_IN_OTHER = re.compile(
    r"(?: or (?:about |approximately )?[$\d.,%]+(?: million| billion| percent)?)? (?:increase|decrease|decline|improvement|reduction|rise) in (?!(?:the |our |both |local |constant )*(?:first|second|third|fourth|quarter|year|period|month|fiscal|same|prior|current|currency|q\d|\d|reported|organic))"
)


def _of_other(context: Context, index: int, left_term: MetricTerm) -> bool:
    """Whether an amount is of another metric named behind it: "sales of $1 billion, which delivered $124.9 million of segment EBITDA"."""
    quantity = context.quantities[index]
    term = next((term for term in context.terms if term.start >= quantity.end), None)
    return (
        term is not None
        and term.metric.canonical_name != left_term.metric.canonical_name
        and "currency" in term.metric.units
        and bool(_OF_METRIC.fullmatch(context.normal, quantity.end, term.start))
    )


def _is_listed(context: Context, index: int) -> bool:
    """Whether an amount ends a list of amounts with nouns of their own: "and $873 million in investment securities"."""
    before = context.quantities[index - 1] if index else None
    quantity = context.quantities[index]
    return (
        before is not None
        and bool(_AND_AMOUNT.search(context.normal, before.end, quantity.start))
        and bool(_OWN_NOUN.match(context.normal, quantity.end))
    )


def _is_spent_for(context: Context, index: int) -> bool:
    """Whether an amount stands in a list of amounts and what each was for: "$241 million for dividends, $322 million for repurchases"."""
    normal, quantities = context.normal, context.quantities
    if quantities[index].kind != "money" or not _FOR.match(normal, quantities[index].end):
        return False
    return any(
        _FOR.match(normal, quantities[place].end)
        and _LIST_OF.fullmatch(
            normal,
            min(quantities[place].end, quantities[index].end),
            max(quantities[place].start, quantities[index].start),
        )
        for place in (index - 1, index + 1)
        if 0 <= place < len(quantities)
    )


_FOR = re.compile(r" for (?!the |our |this |last |q[1-4]|20\d\d|fiscal)[a-z]")
_LIST_OF = re.compile(r" for (?:[\w&']+ ){0,4}[\w&']+(?:,| and|, and) (?:about |approximately |another )?[$€£¥]?")


def _counts_other(normal: str, start: int, quantity: Quantity) -> bool:
    """Whether a number counts a noun of its own: "our customers and the 1,600 members of our team"; or names: "Customer 360"."""
    gap = normal[start : quantity.start]
    if not gap.strip():
        return True
    following = _FOLLOWED.match(normal, quantity.end)
    return bool(_JOINS.search(gap)) and following is not None and following["word"] not in _MAY_FOLLOW


_UNUSED = re.compile(
    r" (?:(?:is|are|was|were|that is|still) )?(?:remaining )?(?:of (?:\w+ )?availability|available|undrawn|unused|untapped|of (?:undrawn|unused|available) )(?! cash)"
)
_JOINS = re.compile(
    r"(?:\b(?:and|with|in|from)|,)(?: (?:the|our|about|approximately|nearly|roughly|over|almost|another|a|total|of|just|more than))* ?$"
)
_AND_AMOUNT = re.compile(r"\band(?: (?:about|approximately|roughly|nearly|over|another|a|an|almost))* ?$")
_OWN_NOUN = re.compile(
    r" (?:of|in) (?!(?:the |our |this |last |both |all |that |which |each )*(?:first|second|third|fourth|quarter|year|period|prior|same|fiscal|previous|full|q\d|\d|january|february|march|april|may|june|july|august|september|october|november|december|constant|local|total|revenue|sales))[a-z]"
)
_OF_METRIC = re.compile(r" (?:of|in) (?:(?!and\b)[\w']+ ){0,3}")
_ADJUNCT = re.compile(
    r"\b(?:sales|revenues?|income|earnings|profits?|charges?|costs?|expenses?) (?:from|to|due to|related to|because of|associated with)(?: [\w']+){0,3} $"
)
"""What a metric comes from is not what is stated: "the incremental net sales from acquisitions were $24 million"."""
_SOURCE = re.compile(r"\b(?:source|use) of\b")  # "working capital was a source of $100 million"


def _on_basis(normal: str, term: MetricTerm) -> bool:
    """Whether a metric only says how another is measured: "sales per hectoliter on a brand volume basis"."""
    return normal.startswith(" basis", term.end) and bool(_ON_A.search(normal, max(0, term.start - 30), term.start))


_ON_A = re.compile(r"\bon an? (?:[\w']+ ){0,3}$")


_REFLECTS = re.compile(r"\b(?:reflecting|representing) (?:an? )?(?:(?:increase|decrease|growth|decline) of )?$")
_SAME_SUBJECT = re.compile(r"\b(?:while|but) (?:an? )?(?:increase|decrease|growth|decline|up|down) (?:of )?$")
"""A change without a subject of its own: "up 9.6% year over year, while a decrease of 23.4% quarter over quarter"."""


def _is_whole(context: Context, term: MetricTerm) -> bool:
    """Whether a term is only what a share before it is of."""
    return any(
        (frame.role == "share" or said.kind == "point" and frame.role == "level")
        and 0 < term.start - said.end < 40
        and _OF_WHOLE.fullmatch(context.normal, said.end, term.start)
        for said, frame in zip(context.quantities, context.frames, strict=True)
    )


_OF_WHOLE = re.compile(r" of(?: (?!and\b)[\w']+){0,4} ")
_CASH_FLOW = re.compile(r" (?:generated|provided|used|paid|received|outlays?|outflows?|inflows?|burn|usage)\b")
"""What came or went is not the balance: "net cash generated was $39.7 million"."""
_USE_OF = re.compile(r"\b(?:uses?|sources?) of (?:our |the )?$")
_FLOW_OF = re.compile(
    r"\b(?:outflows?|inflows?|releases?|unwind|investments?|usage|cash) (?:of|for|from|in) (?:net )?$"
)
_PROGRAM = re.compile(r" (?:programs?|authorizations?|plans?|facility)\b")
"""What may be bought back is not what was."""
_ADDED = re.compile(
    r"\b(?:incremental|additional) (?:(?:annual|net|total|quarterly|rental|operating|adjusted|cash) )*$"
)
_PLACED = re.compile(r" (?:held |placed )?(?:at|with) (?:the fed|the federal|other banks|banks|the central)\b")
"""What a bank has placed is not what it holds for others."""
_IMPROVEMENT = re.compile(r" (?:improvement|enhancement|uplift) (?:goals?|targets?|plans?|programs?|initiatives?)\b")
"""What is to be gained is not the whole: "our profit improvement goal of $450 million"."""
_RUN_RATE = re.compile(r" (?:annual(?:ized)? )?run rates?\b")
_HARD = re.compile(r"\b(?:tough|tougher|toughest|difficult|easy|easier|hard|harder|challenging)(?: [\w']+){0,2} $")
"""What is held against is not what was: "up 2%, despite a tough comp of 5%"."""
_DIFFERENCE = re.compile(
    r"\b(?:impacts?|effects?|drag|hit) (?:on|to) (?:[\w']+ ){0,2}$|\b(?:variances?|differences?|reconcil\w+) (?:from|between|to|in) (?:[\w']+ )?$|\bafter $|\bafter (?:investing|spending|paying|funding|deducting) (?:[\w']+ )*$"
)
"""What a metric is more or less than another: "the variance from FFO", "free cash flow after dividends"."""


def is_denominator(normal: str, term: MetricTerm) -> bool:
    """Whether a metric is only what another is held against: "operating earnings as a percent of net sales"."""
    return bool(_DENOMINATOR.search(normal[max(0, term.start - 50) : term.start]))


_YIELD_ON = re.compile(r"\b(?:yields?|rates?|costs?|betas?|spreads?) (?:on|of) (?:(?:our|total|average|the|new) )*$")
"""What a balance earns or costs is not the balance."""
_ACQUIRED = re.compile(r"\bacquired (?:annual(?:ized)? |total )?$")
"""What was bought brings is not what the company made: "total acquired revenues will equal $2.5 billion"."""


def _is_of_other(context: Context, term: MetricTerm, frame: Frame) -> bool:
    """Whether a metric's words only describe something else: a flow of debt, a denominator, what is recorded in it."""
    normal = context.normal
    return (
        _is_debt_flow(context, term, frame)
        or _is_whole(context, term)  # "EBITDA of $37.4 million or 16.6% of revenues, compared to $48.9 million"
        or _is_rate_of(normal, term)
        or bool(_OF_MONTH.search(normal, max(0, term.start - 50), term.start))
        or bool(_RECORDED_IN.search(normal, max(0, term.start - 50), term.start))
        or is_denominator(normal, term)
        or bool(_ACQUIRED.search(normal, max(0, term.start - 30), term.start))
        or frame.role == "level"
        and bool(_IMPROVEMENT.match(normal, term.end) or _ADDED.search(normal, max(0, term.start - 50), term.start))
        or bool(_RUN_RATE.match(normal, term.end))
        and term.metric.segments
        or bool(_DIFFERENCE.search(normal, max(0, term.start - 40), term.start))
        or term.metric.name == "same_store_sales"
        and bool(_HARD.search(normal, max(0, term.start - 40), term.start))
        or term.metric.name == "share_repurchases"
        and bool(_PROGRAM.match(normal, term.end))
        or term.metric.name == "acquisitions"  # "the backlog from the fourth quarter acquisitions is $1.8 billion"
        and bool(_BY_THEM.search(normal, 0, term.start) or _RELATED_TO.search(normal, 0, term.start))
        or normal.startswith(" company", term.end)
        and any(term.start - 2 < said.end < term.start for said in context.quantities)  # "a $2 billion revenue company"
        or term.metric.name == "deposits"
        and bool(_PLACED.match(normal, term.end))
        or term.metric.name == "cash_and_cash_equivalents"
        and bool(_USE_OF.search(normal, max(0, term.start - 20), term.start))
        or term.metric.name == "working_capital"
        and bool(_FLOW_OF.search(normal, max(0, term.start - 30), term.start))
        or term.metric.balance
        and bool(_YIELD_ON.search(normal, max(0, term.start - 40), term.start))
        or term.metric.balance
        and bool(_ON_BALANCE.search(normal, max(0, term.start - 60), term.start) or _CASH_FLOW.match(normal, term.end))
    )


def _as_margin(context: Context, index: int, term: MetricTerm) -> tuple[str, str] | None:
    """The margin that a profit has come to: "operating earnings improved 70 basis points to 9.35%"."""
    quantity, before = context.quantities[index], context.quantities[index - 1] if index else None
    if before is None or before.kind != "point" or quantity.kind != "percent" or term.metric.margin is None:
        return None
    return (term.metric.margin, "percent") if _COME_TO.fullmatch(context.normal, before.end, quantity.start) else None


_COME_TO = re.compile(r" to(?: an?)?(?: (?:record|strong|about|approximately|over))* ")


def _is_of_what_follows(context: Context, index: int) -> bool:
    """Whether the words behind a number take it from the metric named before."""
    quantity, before = context.quantities[index], context.quantities[index - 1].end if index else 0
    if _is_spent_for(context, index) or _is_of_higher(context, index):
        return True
    return bool(
        _WE_TOOK.search(context.normal, before, quantity.start)
        and _FROM_OTHER.match(context.normal, quantity.end)
        or quantity.kind == "percent"
        and _OTHER_GROWTH.match(context.normal, quantity.end)  # "21% same-store sales growth and 2% unit growth"
        or any(  # "orders increased 10% with 5% revenue growth"
            term.start == quantity.end + 1 and _GROWTH.match(context.normal, term.end) for term in context.terms
        )
        # "growth in sales and 9% to 12% growth in both operating income and EPS"
        or _GROWTH_IN.match(context.normal, quantity.end)
        and _AND_ONLY.search(context.normal, before, quantity.start)
        # "operating expenses grew due to a $3.2 million or 5.8% increase in salaries"
        or _IN_OTHER.match(context.normal, quantity.end)
    )


_CONSISTS = re.compile(r"\bconsists? of the following\b")
_WE_TOOK = re.compile(
    r", and we (?:also |have )?(?:generated|paid|received|returned|spent|used|invested|raised|borrowed|drew)(?: (?:about|approximately|nearly|over|another|an additional))* ?[$€£¥]?$"
)
_FROM_OTHER = re.compile(
    r" (?:from|for|of|on|to|in) (?!the (?:first|second|third|fourth|quarter|year|full)|our|this|q[1-4]|20\d\d|fiscal)[a-z]"
)
"""What was done with an amount of its own: "cash grew to $51 million, and we generated $9 million from working capital"."""


def _is_of_higher(context: Context, index: int) -> bool:
    """Whether a percentage is of the metric behind it: "earnings reflected 17% higher sales volume"."""
    quantity = context.quantities[index]
    higher = _HIGHER.match(context.normal, quantity.end) if quantity.kind == "percent" else None
    return higher is not None and any(
        higher.end() <= term.start and _PLAIN.fullmatch(context.normal, higher.end(), term.start)
        for term in context.terms
    )


_HIGHER = re.compile(r" (?:higher|lower|more|fewer|less|increased|reduced) ")
_PLAIN = re.compile(r"(?:(?:average|overall|total|net) )*")


def left(context: Context, index: int) -> Iterator[Link]:
    """The metric named before: "net revenue for the quarter was $1.2 billion, up 5%"."""
    quantity, frame = context.quantities[index], context.frames[index]
    if _is_of_what_follows(context, index):
        return
    reached = 0
    asides = [(match.start(), match.end()) for match in _ASIDE.finditer(context.normal, 0, quantity.start)]
    for term in reversed(context.terms):
        if term.end > quantity.start or any(start <= term.start and term.end <= end for start, end in asides):
            continue
        fit = fits(term.metric, quantity, frame) or _as_margin(context, index, term)
        if fit is None or _is_of_other(context, term, frame) or _is_counted_in(context, term):
            continue
        words = _gap_words(context, term.end, quantity.start)
        gap = context.normal[term.end : quantity.start]
        unknown = sum(word not in _LINK for word in words)
        # "… were 1,970.0 million RMB, reflecting an 11% increase" gives no cause.
        cause = any(word in _CAUSE for word in words) and not (frame.role == "change" and _REFLECTS.search(gap))
        between = sum(term.end <= other.start and other.end <= quantity.start for other in context.quantities)
        clauses = 0 if _SAME_SUBJECT.search(gap) else len(_CLAUSE.findall(gap))
        claimed = any(
            other.end < term.start
            and other.end < quantity.start
            and 0 < term.start - other.end < 30
            and _CLAIMED.fullmatch(context.normal[other.end : term.start].rstrip())
            for other in context.quantities
        )
        others = sum(term.end <= other.start and other.end <= quantity.start for other in context.terms)
        if _other_subject(gap):
            return  # "revenue grew 35% and priced options grew 13%": the options are no revenue
        if _SOURCE.search(gap) or (term is not context.terms[0] and _on_basis(context.normal, term)):
            return
        if (
            claimed
            and between == 0
            and quantity.kind == "percent"
            and _AND_OWN.fullmatch(gap)
            and _OWN_STATE.match(context.normal, quantity.end)
        ):
            return  # "94% occupancy and 98% leased"
        score = (
            0.95
            - 0.05 * min(unknown, 9)
            - (0.25 if term.metric.strict and unknown else 0.0)
            - (0.4 if is_compound(context.normal, term) else 0.0)
            - 0.01 * len(words)
            - 0.2 * (cause and frame.role != "share")
            + (0.1 if frame.role == "share" else 0.0)
            - 0.12 * min(clauses, 3)
            - 0.02 * between
            - 0.08 * reached
            - (0.15 if claimed and between == 0 else 0.0)
            - 0.1 * min(others - reached, 3)
        )
        if quantity.kind == "number" and fit[1] != "currency" and (unknown or len(words) > 6):
            score -= 0.3
        if term.metric.balance and not quantity.scaled and _SMALL.fullmatch(context.normal, term.end, quantity.start):
            return  # "simplification for loans less than $150,000"
        if term.metric.balance and term.metric.name != "liquidity" and _UNUSED.match(context.normal, quantity.end):
            return  # "cash of $10 million and $295 million available on our line of credit"
        if quantity.kind == "number" and fit[1] == "count" and _counts_other(context.normal, term.end, quantity):
            return
        if frame.role == "level" and quantity.kind == "money":
            if _is_listed(context, index):
                return
            score -= 0.4 * _of_other(context, index, term)
        if reached == 0 and term is not context.terms[0] and _ADJUNCT.search(context.normal, 0, term.start):
            score -= 0.3
        # "revenue from X" or "sales volume" after the term makes it another thing.
        yield Link(term, *fit, max(score, 0.05), "left")
        reached += 1
        if reached >= 3:
            return


def _is_counted_in(context: Context, term: MetricTerm) -> bool:
    """Whether a metric is only what another counts or leaves out: "net sales excluding cable sales were $190.9 million"."""
    return bool(
        _COUNTS.search(context.normal, max(0, term.start - 60), term.start)
        and _THEN_STATES.match(context.normal, term.end)
    )


_COUNTS = re.compile(r"\w (?:including|excluding|exclusive of|inclusive of) (?:[\w']+ ){0,3}$")
_THEN_STATES = re.compile(r" (?:was|were|increased|decreased|grew|declined|rose|fell|came in|totaled)\b")
_SMALL = re.compile(r" (?:of )?(?:less than|under|below|up to|greater than|over|above|more than) [$€£¥]?")
_OF_OBJECT = re.compile(
    r", we (?:now |still |also )?(?:expect|anticipate|project|forecast|see|have|plan) (?:an? |the |our )(?:[\w']+ ){0,3}(?!(?:range|total|midpoint|level|rate|amount|average|low|high|end|increase|decrease|decline|growth|improvement|reduction|contraction|expansion|minimum|maximum)\b)[\w']+ of(?: (?:about|approximately|around|roughly))* ?[$€£¥]?$"
)
_RELATED_TO = re.compile(r"\b(?:related|attributable) to (?:the |our )?$|\bassociated with (?:the |our )?$")
_BY_THEM = re.compile(r"\b(?:from|of|with|by|through|for)(?: [\w']+){1,6} $")
_AND_OWN = re.compile(r",? and (?:about |approximately |nearly |over )*")
_OWN_STATE = re.compile(
    r" (?:\w+ly )?(?:pre)?(?:leased|let|funded|hedged|contracted|committed|complete[d]?|subscribed|sold|booked)\b"
)
_GROWTH_IN = re.compile(r" (?:growth|increase|decrease|decline|improvement) (?:in|of|for) (?!the |our )")
_AND_ONLY = re.compile(r"\b[a-z]+,? and(?: an?| about| approximately)* $")
# "we generated $5 million of revenue" is the company's; "the acquired business adds $5 million of revenue" is not.
_STATES = re.compile(
    r"\b(?:we|company|quarter|year|which|that|and|it|corporation|group) (?:also |have |has |had |again |just )?(?:reported|generated|delivered|achieved|posted|recorded|produced|recognized|saw|earned|did|had|ended|finished|closed|received|booked|realized|grew|increased|declined|decreased)\b"
    r"|\b(?:reporting|generating|delivering|achieving|posting|recording|resulted in|resulting in|with|of|to|was|were)\b(?: [\w']+){0,4} $"
)


# "we will use approximately $50 million of our free cash flow"
_USED = re.compile(
    r"\b(?:use|uses|used|using|deploy\w*|allocat\w+|apply|applied)(?: (?:about|approximately|roughly|nearly|over|another))* $"
)
_CAME_OR_WENT = re.compile(
    r"\b(?:open(?:ed|ing)?|clos(?:ed|ing|e)|acquir(?:ed|ing)|remodel\w*|renovat\w+|relocat\w+|convert\w+|refranchis\w+|exit(?:ed|ing)|sold|purchased)(?: (?:about|approximately|roughly|nearly|over|another|an additional|an|a|total|of|our|up|to))* $"
)
_MOVED_CASH = re.compile(
    r"\b(?:return(?:ed|ing)?|pa(?:id|ying)|spen[dt]|used?|using|generat(?:ed|ing|e)|receiv(?:ed|ing)|deploy(?:ed|ing)|invest(?:ed|ing)|collected|delivered|produced|consumed)(?: (?:about|approximately|roughly|nearly|over|another|an additional|more than|almost))* $"
)
"""Cash that came or went is not the cash there is: "we returned $1.4 billion in cash"."""
_RAISED = re.compile(r"\braised(?: (?:about|approximately|roughly|nearly|over|another|an additional))* $")
"""Debt that was raised is not the debt there is."""
_SPENT = re.compile(r"\b(?:spen[dt]|invest(?:ed)?)(?: (?:about|approximately|roughly|nearly|over|around|another))* $")
_SIDE = re.compile(r" (?:side|front|line)\b")  # "400 million on the OPEX side"


_MORE = frozenset({"more", "lower", "higher", "additional", "incremental", "extra", "less", "fewer", "lost", "added"})
"""Not the metric but a part that came or went: "$127 million of additional revenue"."""


_SOME = re.compile(r" (?:that|who|whose|with|in|using|across|where|being|undergoing)\b")


def right(context: Context, index: int) -> Iterator[Link]:
    """The metric named after: "$1.2 billion of total net revenue", "a 5% increase in net sales"."""
    quantity, frame = context.quantities[index], context.frames[index]
    stop = context.quantities[index + 1].start if index + 1 < len(context.quantities) else len(context.normal)
    if frame.role == "share" or _NO_METRIC_AFTER.match(context.normal, quantity.end):
        return  # "5% of revenue" is a share of revenue, not revenue
    for term in context.terms:
        if term.start < quantity.end:
            continue
        if term.start >= stop:
            return
        gap = context.normal[quantity.end : term.start]
        if "," in gap or ";" in gap or ". " in gap:
            return
        if fits(term.metric, quantity, frame) and quantity.kind == "number" and _SOME.match(context.normal, term.end):
            return  # "786 customers that have spent more than $100,000"
        if context.normal.startswith("organically", term.start) and _ORDERS.search(context.normal, 0, quantity.start):
            return  # "orders were up 36% overall and up 28% organically"
        words = _gap_words(context, quantity.end, term.start)
        unknown = sum(word not in _RIGHT for word in words)
        if quantity.kind == "number" and ("new" in words or _CAME_OR_WENT.search(context.normal, 0, quantity.start)):
            return  # "we opened 14 new stores", "closed an additional 37 stores"
        if _CAUSED.search(gap) or " difference " in gap:
            return  # "growth for the full year on strength of backlog"
        if unknown > 2 or len(words) > 8 or frame.role == "level" and not _MORE.isdisjoint(words):
            return
        direct = (
            not words
            or bool(set(words) & {"of", "in", "for"})
            or quantity.kind in ("percent", "point", "number", "money", "per_share")
        )
        if _is_flow_or_rate(context, term, frame, quantity):
            return
        fit = fits(
            term.metric,
            quantity,
            Frame("change", frame.sign)
            if term.metric.growth and quantity.kind == "percent" and frame.role == "level"
            else frame,
        )
        on_side = words[:1] == ["on"] and bool(
            _SIDE.match(context.normal, term.end) or _SPENT.search(context.normal, 0, quantity.start)
        )
        starts_clause = (
            bool(words)
            and words[0] in ("and", "for", "on", "to", "over", "both", "with")
            and not on_side
            and not _is_spent_for(context, index)
        )
        if fit is None or not direct or (starts_clause and words[0] in ("and", "to", "over", "both", "with")):
            return
        score = (
            0.9
            + (0.3 if quantity.kind == "per_share" and _PER_SHARE_OF.match(context.normal, quantity.end) else 0.0)
            - 0.13 * unknown
            - 0.3 * ("and" in words)
            - 0.015 * len(words)
            - (0.25 if starts_clause else 0.0)
            - (0.06 if term.metric.weak else 0.0)
            # "compared to $5 million in revenues"
            + (0.3 if gap in (" in ", " of ") and _COMPARED_TO.search(context.normal, 0, quantity.start) else 0.0)
            - (0.25 if term.metric.strict and unknown else 0.0)
            - (0.35 if is_compound(context.normal, term) and not on_side else 0.0)
            - (
                0.2
                if term.metric.segments
                and frame.role == "level"
                and not _STATES.search(context.normal, 0, quantity.start)
                else 0.0
            )
        )
        # "revenue was $5 million in net sales terms": a verb before the number speaks for the left.
        if _VERB_BEFORE.search(context.normal, max(0, quantity.start - 40), quantity.start) and words[:1] not in (
            ["of"],
            ["increase"],
            ["decrease"],
            ["growth"],
        ):
            score -= 0.2
        yield Link(term, *fit, max(score, 0.05), "right")
        return


def _is_flow_or_rate(context: Context, term: MetricTerm, frame: Frame, quantity: Quantity) -> bool:
    """Whether a number is of what came, went or is held against something else, and so not of the metric behind it."""
    moved = {"cash_and_cash_equivalents": _MOVED_CASH, "total_debt": _RAISED}.get(term.metric.name)
    return (
        _is_debt_flow(context, term, frame)
        or term.metric.balance
        and bool(_CHANGED_TERMS.search(context.normal, 0, quantity.start))
        or term.metric.name in _RETURNED
        and bool(_THROUGH.match(context.normal, quantity.end) and _AND_RETURNED.match(context.normal, term.end))
        or _is_rate_of(context.normal, term)  # "a 16% increase in the average revenue per order"
        or bool(_USED.search(context.normal, 0, quantity.start))
        or moved is not None
        and bool(moved.search(context.normal, 0, quantity.start))
    )


_CHANGED_TERMS = re.compile(
    r"\b(?:deferrals?|modifications?|forbearance|payoffs?|originations?|extensions?) (?:on|of|for|in)(?: (?:about|approximately|nearly|over|another))* ?[$€£¥]?$"
)
"""What was done to some loans is not what there are: "deferrals on $1 billion of loans"."""
_RETURNED = frozenset({"dividends", "share_repurchases"})
_THROUGH = re.compile(r" (?:through|via|between|in the form of|by way of) ")
_AND_RETURNED = re.compile(
    r" and (?:(?:the|our|share|stock|common) )*(?:re)?(?:purchases?|purchasing|buybacks?|dividends?)\b"
)
"""What was returned in two ways: "$500 million through dividends and the repurchase of 3.3 million shares"."""
_COMPARED_TO = re.compile(r"\b(?:compar\w+ (?:to|with)|versus|vs\.?) [$€£¥]?$")
_CAUSED = re.compile(
    r"\b(?:as(?! (?:reported|adjusted|an?)\b)|on (?:the )?strength of|on (?:higher|lower|strong|stronger|weaker|increased|improved|reduced|better|softer)|due to|driven by|thanks to|because of|owing to|after)\b"
)
# "earned $1.62 per share of adjusted net income"
_PER_SHARE_OF = re.compile(
    r"(?: (?:per|a) (?:diluted )?share)? of (?:adjusted |core |gaap |non gaap |diluted |operating )*(?:net )?(?:income|earnings|profit|ffo|funds)\b"
)
_VERB_BEFORE = re.compile(
    r"\b(?:was|were|is|are|totaled|at|to)(?: (?:approximately|about|a|an|over|roughly|nearly|around))* ?$"
)
_ORDERS = re.compile(r"^(?:(?!revenue|sales)[^.;])*\b(?:orders|bookings|backlog|ebitda|earnings|income|profit)\b")


def respectively(context: Context, index: int) -> Iterator[Link]:
    """Lists in parallel: "revenue and EPS were $1.2 billion and $0.45, respectively"."""
    group, is_said = parallel(context, index)
    if len(group) < _PAIR:
        return
    first = context.quantities[group[0]]
    named = [term for term in context.terms if term.end <= first.start][-len(group) :]
    if len(named) != len(group) or not is_said and not _is_pair(context, named, group):
        return
    term = named[group.index(index)]
    fit = fits(term.metric, context.quantities[index], context.frames[index])
    if fit:
        yield Link(term, *fit, 0.97, "respectively")


def parallel(context: Context, index: int) -> tuple[list[int], bool]:
    """The numbers joined with one by "and" and commas, and whether "respectively" follows them."""
    normal, quantities = context.normal, context.quantities
    group = [index]
    while group[0] > 0 and _JOINED.fullmatch(normal, quantities[group[0] - 1].end, quantities[group[0]].start):
        group.insert(0, group[0] - 1)
    while group[-1] + 1 < len(quantities) and _JOINED.fullmatch(
        normal, quantities[group[-1]].end, quantities[group[-1] + 1].start
    ):
        group.append(group[-1] + 1)
    end = quantities[group[-1]].end
    place = normal.find("respectively", end)
    return group, place >= 0 and normal.count(" ", end, place) < _FAR_BEHIND


def _is_pair(context: Context, named: Sequence[MetricTerm], group: Sequence[int]) -> bool:
    """Whether two metrics joined by "and" have two amounts joined by "and": "EBITDA and net income were $5 million and $1 million"."""
    if len(group) != _PAIR:
        return False
    (one, two), (left_term, right_term) = (context.quantities[at] for at in group), named
    return (
        one.kind == two.kind == "money"
        and left_term.metric.canonical_name != right_term.metric.canonical_name
        and context.normal[left_term.end : right_term.start] == " and "
        and bool(_PAIR_SAYS.fullmatch(context.normal, right_term.end, one.start))
        and context.normal[one.end : two.start].startswith(" and ")
    )


_PAIR = 2
_FAR_BEHIND = 15
_JOINED = re.compile(r"(?:[ ,]|and|or|an?|approximately|about|of|per|diluted|share)*")
_PAIR_SAYS = re.compile(
    r" (?:were|was|of|totaled|came in at|amounted to)(?: (?:about|approximately|roughly|nearly|over))* [$€£¥]?"
)


_REFERS = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)?(?:(?:that|this|it|which|these|they)(?:'s| (?:was|were|is|are|compares?|compared|represent\w*|reflect\w*|increased|decreased|grew|declined|rose|fell|equates?|would be|will be|includes? an?))\b"
    r"|(?:up|down|compared|versus|an? (?:increase|decrease)|(?:that|this|the|our) (?:increase|decrease|growth|decline) (?:was|is|of|represents))\b)"
)


def earlier(context: Context, index: int) -> Iterator[Link]:
    """The metric of the sentence before: "That was up 4% from last year."."""
    quantity, term = context.quantities[index], context.earlier
    if term is None or not _REFERS.match(context.normal) or any(other.end <= quantity.start for other in context.terms):
        return
    words = _gap_words(context, 0, quantity.start)
    if any(word not in _LINK and word not in _REFERRING for word in words):
        return
    fit = fits(term.metric, quantity, context.frames[index])
    if fit:
        yield Link(term, *fit, 0.7, "earlier")


def segment_subject(context: Context, index: int) -> Iterator[Link]:
    """A segment that stands for its metric: "revenue grew 11%. Public cloud increased by 14%, reaching RMB 1.35 billion"."""
    quantity, term = context.quantities[index], context.earlier
    if term is None or not term.metric.segments or any(other.end <= quantity.start for other in context.terms):
        return
    named = next((found for found in reversed(context.segments) if found.end <= quantity.start), None)
    if named is None or any(
        word not in _LINK and word not in _VERBS for word in _gap_words(context, named.end, quantity.start)
    ):
        return
    fit = fits(term.metric, quantity, context.frames[index])
    if fit:
        yield Link(MetricTerm(named.start, named.end, term.metric, term.negative), *fit, 0.75, "segment_subject")


_CONTRIBUTES = re.compile(
    r"\b(?:contribution|proportion|share|weight) (?:to|of|in)(?: (?:our|the|total|overall|group))* $"
)


def contribution(context: Context, index: int) -> Iterator[Link]:
    """A share said as a contribution: "its contribution to total revenue further increasing to 25%"."""
    quantity = context.quantities[index]
    if quantity.kind != "percent" or context.frames[index].role not in ("level", "share"):
        return
    term = next((found for found in reversed(context.terms) if found.end <= quantity.start), None)
    if term is None or "currency" not in term.metric.units or not _CONTRIBUTES.search(context.normal, 0, term.start):
        return
    if all(
        word in _LINK or word.endswith("ly") or word in _FURTHER
        for word in _gap_words(context, term.end, quantity.start)
    ):
        yield Link(term, term.metric.canonical_name, "percent", 0.75, "contribution")


_FURTHER = frozenset({"further", "rising", "rose", "increasing", "up", "down"})


def per_share(context: Context, index: int) -> Iterator[Link]:
    """An amount a share without a metric's name: "we earned $1.20 per diluted share"."""
    quantity = context.quantities[index]
    if quantity.kind != "per_share":
        return
    left_text, near = context.normal[: quantity.start], context.normal[max(0, quantity.start - 90) : quantity.end + 40]
    if _EFFECT_A_SHARE.search(left_text[-110:]) and not _LESS.search(left_text):
        return  # "we incurred approximately $100 million or approximately $0.61 per share"
    if abs(quantity.value) > _MOST_A_UNIT and context.normal.startswith(" per unit", quantity.end):
        return  # "gross profit per unit, which was $4,388, an increase of $664 per unit"
    if _PRICED.search(left_text):
        return  # "we have issued 6.4 million shares at $18.30 per share"
    if _DIVIDEND.search(near) and not _EARNS.search(context.normal[max(0, quantity.start - 40) : quantity.start]):
        name = "dividend_per_share"
    elif _GUIDES.search(left_text if quantity.is_range else left_text[-60:]):
        name = context.guided_per_share
    elif _EARNS.search(left_text[-120:]) or "diluted" in near:
        name = "eps"
    else:
        return
    metric = Metric(name=name, units=("currency_per_share",), phrases=(), segments=False)
    yield Link(MetricTerm(quantity.start, quantity.start, metric), name, "currency_per_share", 0.55, "per_share")


_MOST_A_UNIT = 50
"""More a unit is earned of what is sold, and not of a partnership."""
_EFFECT_A_SHARE = re.compile(
    r"\b(?:incur\w*|charges?|impact\w*|costs?|expenses?|gains?|benefit\w*|headwinds?|tailwinds?|accretion|dilution|write ?(?:down|off)s?|impairments?|settlements?)\b"
)
_PRICED = re.compile(
    r"\b(?:shares?|stock|units|price[ds]?)\b(?: [\w']+){0,4} (?:at|of)(?: (?:an? |the )?(?:average|weighted average|average price|price) of)?(?: (?:about|approximately|roughly|nearly|over))* ?[$€£¥]?$"
)
_LESS = re.compile(r"\b(?:exclud\w*|before|without|adjust\w*|gaap|net (?:income|earnings|loss))\b")
_GUIDES = re.compile(r"\b(?:guidance|outlook)\b")


def guided(context: Context, index: int) -> Iterator[Link]:
    """Guidance in cents without a metric's name is for EPS: "our guidance range of $1.03 to $1.13"."""
    quantity, normal = context.quantities[index], context.normal
    if (
        quantity.kind != "money"
        or quantity.scaled
        or abs(quantity.value) >= 100
        or quantity.step > 0.01
        or not quantity.is_range
    ):
        return
    before = normal[: quantity.start]
    if context.terms or not _GUIDES.search(before) or _EFFECT_A_SHARE.search(before[-110:]):
        return
    metric = Metric(name=context.guided_per_share, units=("currency_per_share",), phrases=(), segments=False)
    yield Link(MetricTerm(quantity.start, quantity.start, metric), metric.name, "currency_per_share", 0.55, "guided")


def guided_growth(context: Context, index: int) -> Iterator[Link]:
    """Guidance in percent for an amount is for its growth: "we are updating our sales guidance to 3% to 4%"."""
    quantity = context.quantities[index]
    if quantity.kind != "percent" or context.frames[index].role not in ("level", "comparison"):
        return
    term = next((found for found in reversed(context.terms) if found.end <= quantity.start), None)
    if term is None or not (term.metric.segments or term.metric.per_share) or "percent" in term.metric.units:
        return
    if _GUIDED_TO.fullmatch(context.normal, term.end, quantity.start):
        yield Link(term, term.metric.canonical_name, "percent", 0.8, "guided_growth")


_GUIDED_TO = re.compile(
    r"(?: growth)? (?:guidance|outlook|forecast|projection|expectations?)(?: (?:range|for|in|the|our|full|fiscal|year|20\d\d|\w+ quarter|growth|is|was|of|to|at|now|remains|unchanged|still|upwards?|downwards?|between|from|a|an|new|updated|approximately|about|around))* "
)


RULES: dict[str, Callable[[Context, int], Iterator[Link]]] = {
    "left": left, "right": right, "respectively": respectively, "earlier": earlier, "segment_subject": segment_subject,
    "contribution": contribution, "per_share": per_share, "guided": guided, "guided_growth": guided_growth,
}  # fmt: skip
THRESHOLD = 0.5
"""Proposals less sure than this are left out: a number that belongs to no metric is not forced into one."""


_PER_THING = re.compile(
    r" (?:per|a|an|each) (?:well|rig|store|restaurant|unit|barrel|boe|ton|tonne|pound|gallon|room|key|site|home|house|square foot|customer|employee|patient|member|vehicle|mile|case|share of)\b"
)
_OF_SHARES = re.compile(
    r" (?:of (?:our|its|the company's) (?:own )?)?(?:(?:common|ordinary|outstanding|class [a-z]) )*(?:shares|stock)\b(?! repurchases)"
)
_AFTER_MONEY = re.compile(
    r"$|[^\w ]| (?:in|for|of|and|or|to|from|this|that|compared|versus|vs|up|down|as|which|with|at|on|year|by|was|were|is|during|the|net|an?|per|over|due|driven|total|but|while|so|higher|lower|increase|decrease|worth|we|our|million|range|growth|after|plus|including|excluding|than|representing|respectively)\b"
)


def may_state(normal: str, quantities: Sequence[Quantity], terms: Sequence[MetricTerm], segments: Sequence[SegmentTerm], earlier: MetricTerm | None) -> bool:  # fmt: skip
    """Whether any number of a sentence can state a metric: most sentences need no look at each of their numbers."""
    if terms or any(q.kind == "per_share" or (q.kind == "money" and q.is_range) for q in quantities):
        return True
    return earlier is not None and bool(segments or _REFERS.match(normal))


def link(context: Context, index: int, without: frozenset[str] = frozenset()) -> Link | None:
    """The best proposal of all rules for one quantity, None where none is good enough."""
    best: Link | None = None
    quantity = context.quantities[index]
    if context.frames[index].role == "effect" or _TAKEN_BACK.match(context.normal, quantity.end):
        return None
    if quantity.kind == "number" and quantity.scaled and _OF_SHARES.match(context.normal, quantity.end):
        # "purchasing 2.1 million of our shares": a count, no amount of money
        counted = replace(quantity, scaled=False)
        context = replace(context, quantities=[*context.quantities[:index], counted, *context.quantities[index + 1 :]])
    if quantity.kind == "number" and quantity.scaled and not _AFTER_MONEY.match(context.normal, quantity.end):
        return None  # "a 7 billion parameter model"
    if quantity.kind == "number" and _IN_TIME.match(context.normal, quantity.end):
        return None
    per_thing = quantity.kind == "money" and _PER_THING.match(context.normal, quantity.end)
    for name, rule in RULES.items():
        if name in without:
            continue
        for proposal in rule(context, index):
            if per_thing and proposal.term.metric.units == ("currency",):
                continue  # "savings of $200,000 to $300,000 per well" are not the savings
            if proposal.score >= THRESHOLD and (best is None or proposal.score > best.score):
                best = proposal
    return best
