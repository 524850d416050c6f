"""The metric terms of a sentence made whole: KPIs outside the vocabulary, and bare losses, margins and profits."""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.vocabulary import Metric, grammar, metrics_by_name, metrics_by_phrase
from transforms.grammar import names
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.wordlists import FUNCTION, MOVED, WAS, snake
from transforms.language.terms import MetricTerm

_G = grammar()

_OPEN_NOUNS = r"(?:costs?|expenses?|income|charges?|fees|spread|yield|ratio|expenditures?)"
_OPEN_VERBS = rf" (?:{WAS}|of|{MOVED}|at|stands)\b"
_OPEN_HINT = re.compile(_OPEN_NOUNS + _OPEN_VERBS)
_OPEN_HEAD = re.compile(rf"\b(?P<words>(?:[a-z&']+ ){{1,3}})(?P<head>{_OPEN_NOUNS})(?={_OPEN_VERBS})")
_OPEN_BAD = frozenset(_G["open_kpi_stop"])
_OPEN_JOINED = frozenset(_G["open_kpi_joined"])


def with_open_kpis(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """Add KPIs outside the vocabulary, under their own words: "fulfillment costs were …", "revenue per carload was …"."""
    if " per " in normal:
        terms = _with_rates(normal, terms)
    if "price" in normal:
        terms = _with_prices(normal, terms)
    if not _OPEN_HINT.search(normal):
        return terms
    added = []
    for match in _OPEN_HEAD.finditer(normal):
        if any(term.start < match.end() and match.start("head") < term.end for term in terms):
            continue
        if _AT_RATIO.match(normal, match.end()):
            continue  # "we accrued compensation expense at a 59.5% compensation ratio"
        words = match["words"].split()
        owned = len(words) - 1  # "the bank's net interest spread" is the net interest spread
        stop = max(
            (at for at, word in enumerate(words) if word in _OPEN_BAD or at < owned and word.endswith("'s")), default=-1
        )
        if stop >= 0 and words[stop] in _OPEN_JOINED:
            continue  # "technical and research expenses" are more than "research expenses"
        if {"before", "excluding"} & set(words[: stop + 1]):
            continue  # "same-store NOI growth before termination fees of 4%"
        words = words[stop + 1 :]  # "we recorded restructuring charges of"
        while words and (words[0] in ("net", "adjusted", "target", "targeted") or words[-1] == "gaap"):
            words.pop(0)
        if words:
            metric = names.open_metric(
                " ".join(words), match["head"].removesuffix("s") if match["head"] in ("fees",) else match["head"]
            )
            added.append(MetricTerm(match.end() - len(" ".join(words)) - 1 - len(match["head"]), match.end(), metric))
    return sorted([*terms, *added], key=lambda term: term.start) if added else terms


def _with_rates(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """Add what one thing brings or costs, in place of the whole that its words begin with: "revenue per carload was $2,400"."""
    for match in _PER_THING.finditer(normal):
        words = match["thing"].split()
        within = [term for term in terms if match.start() <= term.start < match.end()]
        if not FUNCTION.isdisjoint(words) or any(" per " in normal[term.start : term.end] for term in within):
            continue  # the vocabulary knows it
        what = match["what"].replace("costs", "cost")
        name = snake(f"{what} per {match['thing'].removesuffix('s')}")
        metric = Metric(
            name=name,
            units=("currency", "currency_per_share"),
            phrases=(),
            growth=True,
            strict=True,
            cost=what in ("cost", "expense"),
            segments="beside",
        )
        whole = MetricTerm(match.start("what"), match.end(), metric)
        terms = sorted([*(term for term in terms if term not in within), whole], key=lambda term: term.start)
    return terms


def _with_prices(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """Add what prices brought, where they are the subject of a move: "price was up 3% and mix was down 1%"."""
    added = [
        MetricTerm(*said.span("what"), metrics_by_name()["pricing"])
        for said in _PRICE_MOVED.finditer(normal)
        if not any(term.start <= said.start("what") < term.end for term in terms)
    ]
    return sorted([*terms, *added], key=lambda term: term.start) if added else terms


_PRICE_MOVED = re.compile(
    rf"(?:^|[,;] |\d ?(?:%|percent) )(?:(?:and|while|but|so) )*(?:our |the )?(?P<what>prices?) (?:(?:was|were) )?(?:up|down|increased|improved|grew|declined|decreased)(?: by)? {HEDGES}[\d.]+ ?(?:%|percent|basis points)"
)
_PER_THING = re.compile(
    rf"\b(?P<what>(?:(?:gross|operating|net) )?profit|(?:gross )?margin|revenue|sales|costs?|expense|yield) per (?P<thing>(?!(?:[a-z]+ )?(?:share|unit|ads|annum|year|month|quarter|week)s?\b)[a-z]+(?: [a-z]+){{0,2}}?)(?: (?:objective|target|goal|growth))?(?= (?:{WAS}|of|{MOVED})\b)"
)
_AT_RATIO = re.compile(r" at (?:an? )?[\d.]+ ?(?:%|percent) (?:[a-z]+ ){0,3}ratio\b")


def made_whole(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """The terms of a sentence, each with all that the words beside it say of its metric; those that only define one left out."""
    for step in (
        _without_denominators,
        _without_definitions,
        _without_organically,
        _without_growth_of_another,
        _without_what_grew,
        _without_paces,
        _without_joined,
        _added_up,
        _with_net_adds,
        _with_losses,
        _with_split,
        _with_margins,
        _with_both,
    ):
        terms = step(normal, terms)
    return terms


def _without_paces(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """Leave out what another only grew faster than: "EBIT grew at twice the rate of sales, to $214 million"."""
    return [term for term in terms if not (_A_PACE.search(normal, 0, term.start) and normal.startswith(",", term.end))]


_A_PACE = re.compile(
    r"\b(?:(?:faster|slower|quicker) than|(?:rate|pace|speed) of)(?: (?:our|the|that of|net|total))* $"
)


_INTO = re.compile(
    r"\b(?:result\w* in|turn\w* (?:in)?to|swung to|swing to|moved to|went to|led to|to)(?: (?:a|an|the))? $"
)


_WAS_A = re.compile(
    r"(?: per (?:diluted )?share)?(?: (?:guidance|outlook|range|forecast))?"
    r"(?: (?:in|for|during) the (?:[\w']+ ){0,3}(?:quarter|year|half|period))?,? "
    r"(?:(?:was|were|is|at)(?: at)?|of|(?:(?:is|are|will|should|would) )?(?:(?:now|currently|still) )?(?:(?:expected|projected|anticipated|forecast) )?(?:to )?be)?"
    r" ?(?:(?:in (?:the|a) range (?:of|from)|between|(?:to )?rang(?:e|es|ing) (?:from|between)) |(?:better|no worse|greater|less|more|smaller) than |(?:about|approximately) )?an? (?:net )?"
)


_TO_A = re.compile(r"\d ?%?(?: million| billion)?(?: [\w']+){0,3} to an? (?:net )?$")
_HELD_PROFIT = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs|from|against) an? [$£¥₠-⃏]?[\d.,]+ (?:million |billion )?$"
)
"""A bare profit that another is held against: "operating income was $4 million versus a $2 million profit last year"."""
_BESIDE_OPERATIONS = re.compile(r"(?:\w+_)?non_?operating_income")
"""Income that no vocabulary has, of which a loss may be: "nonoperating income was $457 million, from a loss of $40 million"."""
_HELD_LOSS = re.compile(r"\b(?:compared (?:to|with)|compares (?:to|with)|versus|vs|from|against)(?: [\w']+){1,4} $")


def _with_both(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """Two metrics in one breath, by what both names end in: "operating and free cash flow were $5 million and $4 million"."""
    both = []
    for term in terms:
        first = _AND_NEXT.search(normal, 0, term.start) if _TWO_NUMBERS.search(normal, term.end) else None
        metric = _ends_alike(first["word"], normal[term.start : term.end], term.metric) if first else None
        if first and metric:
            both.append(MetricTerm(*first.span("word"), metric))
    said = {one.end for one in both}
    return sorted([*(term for term in terms if term.end not in said), *both], key=lambda term: term.start)


def _ends_alike(word: str, name: str, metric: Metric) -> Metric | None:
    """The metric whose name is a word and how another metric's ends: "loss" beside "combined ratios"."""
    if metric.name == "cash_tax_rate" and word == "gaap":
        return metrics_by_name()["tax_rate"]
    _, *ending = name.split()
    for at in range(len(ending)):
        whole = " ".join((word, *ending[at:]))
        found = metrics_by_phrase().get(whole) or metrics_by_phrase().get(whole.removesuffix("s"))
        if found and found.canonical_name != metric.canonical_name:
            return found
    return None


_AND_NEXT = re.compile(r"\b(?P<word>[a-z]+) and $")
_TWO_NUMBERS = re.compile(
    r"\d(?: ?(?:%|percent|million|billion|cents|(?:basis )?points|times))? and (?:(?:about|approximately|nearly|over|an?|by) )*[$£¥₠-⃏]?\d"
)
"""One figure for each: "operating and SG&A expenses rose $6 million" is of both together."""


def _with_net_adds(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """Customers that were added or lost are net additions, not all that there are: "we added 112,000 phone customers"."""
    return [
        replace(term, metric=metrics_by_name()["net_adds"], negative=moved["lost"] is not None)
        if term.metric.name in ("customers", "subscribers") and (moved := _CAME_OR_WENT.search(normal, 0, term.start))
        else term
        for term in terms
    ]


_CAME_OR_WENT = re.compile(
    r"\b(?:add(?:ed|ing)?|gain(?:ed|ing)?|(?P<lost>lost|losing|lose|shed)) (?:(?:about|approximately|nearly|over|more than|roughly|another|an additional|a record|an all time high(?: of)?) )*"
    r"[\d.,]+(?: thousand| million)?(?: to [\d.,]+(?: thousand| million)?)? (?:net (?:new )?)?(?:(?!new\b)[\w-]+ ){0,3}$"
)


def _without_denominators(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """The terms less those that a ratio only names: "the ratio of the allowance for loans to total loans was 1.2%".

    What is said to be a ratio, and can be one, is it: "our ratio of net debt to EBITDA was 2.4 times".
    """
    ratio = _RATIO.search(normal)
    if ratio is None:
        return terms
    inside = [term for term in terms if ratio.start() <= term.start < ratio.end()]
    return [
        replace(term, start=ratio.start()) if term in inside and _is_ratio(normal, ratio.start(), term) else term
        for term in terms
        if term not in inside[1:]
    ]


def _is_ratio(normal: str, start: int, term: MetricTerm) -> bool:
    return (
        not {"ratio", "percent"}.isdisjoint(term.metric.units)
        and _RATIO_OF.fullmatch(normal, start, term.start) is not None
    )


_RATIO_OF = re.compile(r"ratio of (?:(?:our|the|total) )*")
_RATIO = re.compile(
    rf"\bratio of [^.,;$%\d]{{3,60}}? to (?:total |average |net |gross )*[\w' ]{{3,30}}?\b(?= (?:{WAS}|is|of|at|{MOVED}|remained)\b)"
)


def _without_definitions(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """The terms less those that only define another: "free cash flow, or cash from operations minus capital spending, was $2 billion"."""
    defined = (
        _DEFINED.search(normal)
        or _WHICH_EXCLUDE.search(normal)
        or _CASH_FLOW_BEFORE.search(normal)
        or _WHICH_STANDS.search(normal)
    )
    if defined is None:
        return terms
    is_named = any(term.start < defined.start("by") for term in terms)
    if not is_named and defined.re is not _CASH_FLOW_BEFORE:
        return terms
    start, end = defined.span("by")
    return [term for term in terms if not start <= term.start < end or _OF_AMOUNT.match(normal, term.end)]


# "core operating expenses, which exclude bad debt expense, were $127 million", "loans excluding auto loans were up 4%"
_WHICH_EXCLUDE = re.compile(
    rf"\b(?:(?:which|that|and (?:this|it|that)) (?=(?:exclud|includ)(?:e|es|ed) )|(?=(?:excluding|without) ))(?P<by>(?:exclud(?:e|es|ed|ing)|includ(?:e|es|ed|ing)|without) [^.,;$%\d]{{3,60}}?)(?=,? (?:{WAS}|{MOVED})\b)"
)

# "other income, which comes below operating profit, will be $3 million"
_WHICH_STANDS = re.compile(
    r", (?P<by>which (?:comes|is|sits|stands|appears|falls|shows) (?:just )?(?:above|below|beneath|under|within|outside|after|before) [^,;$%\d]{3,50}),"
)

# "cash flow before dividends and acquisitions was $92 million"
_CASH_FLOW_BEFORE = re.compile(
    rf"\b(?:cash flow(?: from operations)?|book value per share),? (?P<by>(?:before|after) (?:[\w']+ ){{0,2}}(?:dividends?|acquisitions?|capital expenditures?|capex|share repurchases|buybacks)[^.;$%\d]{{0,40}}?)(?=,? (?:{WAS}|of|{MOVED}|should|will|is)\b)"
)


_OF_AMOUNT = re.compile(r" of (?:[a-z]+ )?[$£¥₠-⃏\d]")
_DEFINED = re.compile(
    rf"\b(?:free cash flow|net debt),? (?P<by>(?:or|that is|(?:which|that) (?:is|we define as|represents)|(?:which is )?defined as|meaning) [^.;$%\d]{{3,80}}\b(?:minus|less|net of) [^.;$%\d]{{3,40}}?)(?=,? (?:{WAS}|of|{MOVED})\b|$)"
)


def _without_organically(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """The terms less the word that says how one moved that is no revenue: "Order intake grew organically by 6%"."""
    return [
        term
        for term in terms
        if term.metric.name != "organically"
        or not any(
            other.metric.segments is True
            and "revenue" not in other.metric.canonical_name
            and _MOVED.fullmatch(normal, other.end, term.start)
            for other in terms
        )
    ]


def _without_growth_of_another(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """The terms less a growth without currencies that is of the amount before it: "backlog was $3 billion, with constant currency growth of 5%"."""
    return [
        term
        for number, term in enumerate(terms)
        if not (
            number
            and normal.startswith(" growth", term.end - len(" growth"))
            and term.metric.name == "constant_currency_revenue"
            and "revenue" not in terms[number - 1].metric.canonical_name
            and _WITH_GROWTH.search(normal, terms[number - 1].end, term.start)
        )
    ]


_WITH_GROWTH = re.compile(r"[\d%n](?:,? (?:representing|reflecting|with|for|or|an?|and|strong|solid|which|was|is))+ $")


def _without_what_grew(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """The terms less the sales whose growth another one is: "33% organic growth in lamp revenue and 8% for the total company"."""
    return [
        term
        for number, term in enumerate(terms)
        if not (
            number
            and term.metric.name == "revenue"
            and terms[number - 1].metric.name in ("organic_revenue", "constant_currency_revenue")
            and normal.startswith("growth", terms[number - 1].end - len("growth"))
            and _OF_SALES_IN.fullmatch(normal, terms[number - 1].end, term.start)
        )
    ]


_OF_SALES_IN = re.compile(r" (?:in|of|for) (?:our |the )?(?:[\w&-]+ ){0,4}")


def _without_joined(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """The terms less other income told together with something else, "termination and other income", and assets that only a rate is of."""
    return [
        term
        for term in terms
        if not (
            term.metric.name == "other_income"
            and normal.endswith(" and ", 0, term.start)
            or term.metric.name == "average_earning_assets"
            and _RATE_OF.search(normal, 0, term.start)
        )
    ]


def _added_up(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """The terms less two that one number adds up, or what they are together: "dividends and share repurchases totaled $2.2 billion"."""
    found: list[MetricTerm] = []
    for term in terms:
        before = found[-1] if found else None
        if before is None or not _are_added(normal, before, term):
            found.append(term)
            continue
        found.pop()
        if {before.metric.name, term.metric.name} == _RETURNED:
            found.append(replace(before, end=term.end, metric=metrics_by_name()["return_of_capital"]))
    return found


def _are_added(normal: str, one: MetricTerm, other: MetricTerm) -> bool:
    """Whether two outflows that are named together have one number."""
    if one.metric is other.metric or not (_is_outflow(one) and _is_outflow(other)):
        return False
    if not _TOGETHER_WITH.fullmatch(normal, one.end, other.start):
        return False
    if _AMOUNT_FOR.search(normal, 0, one.start):
        # "$2 billion in share repurchases and dividends", but not "… and dividends of $700 million"
        return _OWN_AMOUNT.match(normal, other.end) is None
    return _ONE_AMOUNT.match(normal, other.end) is not None


def _is_outflow(term: MetricTerm) -> bool:
    return "currency" in term.metric.units and (term.metric.cost or term.metric.name in _OUTFLOWS)


_RETURNED = {"dividends", "share_repurchases"}
_OUTFLOWS = frozenset({"capital_expenditure", *_RETURNED})
_TOGETHER_WITH = re.compile(
    r"(?: (?:payments?|spending|expenses?|costs?|programs?))?,? (?:and|plus|as well as) (?:(?:our|the|in|on|of|for|to|through|via|total|net|common|cash|regular|quarterly|opportunistic|adjusted) )*"
)
_ONE_AMOUNT = re.compile(
    r"(?: (?:expenses?|costs?|payments?|spending|programs?))?(?: (?:together|combined|collectively|in (?:the|our) (?:[a-z]+ )?(?:quarter|year|period)|for the (?:[a-z]+ )?(?:quarter|year|period)))*"
    rf" (?:of|{WAS}|totaling|came to|{MOVED})(?: (?:by|about|approximately|nearly|over|a|an|combined|total|of))* [$£¥₠-⃏][\d.,]++(?: (?:million|billion))?+(?!,? and (?:about |approximately |by )*[$£¥₠-⃏]?\d)(?![^;]*\brespectively\b)"
)
_OWN_AMOUNT = re.compile(rf" (?:of|{WAS}|totaling)(?: (?:about|approximately|over|nearly))* [$£¥₠-⃏]")
_AMOUNT_FOR = re.compile(
    r"[$£¥₠-⃏][\d.,]+(?: (?:million|billion))? (?:was |were )?(?:(?:used|spent|invested|paid|paid out|deployed|returned) )?(?:(?:to|our|shareholders|stockholders|in|on|of|for|through|via|by way of|toward|common|cash|regular) )+$"
)


_RATE_OF = re.compile(r"(?:%| percent| points) of (?:[\w']+ ){0,3}$")
_MOVED = re.compile(
    rf" (?:(?:continued to accelerate|accelerated|again),? )?(?:(?:was|were) )?(?:up|down|{MOVED}|growing)(?: (?:by )?[\d.]+ ?(?:%|percent))? "
)


def _with_losses(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """A bare loss is of the profit spoken of: "operating profit fell, resulting in the loss of RMB 55.8 million".

    So is a bare profit that it turned to: "EBITDA improved from a loss of $4 million to a profit of $11 million".
    """
    profit = next((term for term in terms if term.metric.negative and not term.metric.weak), None)
    found: list[MetricTerm] = []
    for term in terms:
        if term.metric.weak and term.negative:
            before = found[-1] if found else None
            if before and _WAS_A.fullmatch(normal[before.end : term.start]):
                # "adjusted FFO per share was a loss of $0.01": the loss only gives the sign
                found[-1] = replace(before, end=term.end, negative=True)
                continue
            is_income = before and (before.metric.negative or _BESIDE_OPERATIONS.fullmatch(before.metric.name))
            if before and is_income and _HELD_LOSS.search(normal, before.end, term.start):
                # "earnings from operations were … versus a prior year loss of"
                term = replace(term, metric=before.metric)
            elif profit and term.start > profit.end and _INTO.search(normal, 0, term.start):
                term = replace(term, start=profit.start, metric=profit.metric)
        elif (
            normal[term.start : term.end] == "profit"
            and found
            and (found[-1].metric.negative or found[-1].metric.name.endswith("_margin"))
        ):
            before = found[-1]
            if _WAS_A.fullmatch(normal[before.end : term.start]):
                found[-1] = replace(before, end=term.end)  # "EPS was a profit of $0.03"
                continue
            if _TO_A.search(normal, before.end, term.start) or _HELD_PROFIT.search(normal, before.end, term.start):
                term = replace(term, metric=before.metric)
        found.append(term)
    return found


def _with_margins(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """A bare margin is that held against it: "operating margin was 19.2% compared to the prior year margin of 19.6%"."""
    found: list[MetricTerm] = []
    for term in terms:
        before = found[-1] if found else None
        bare = normal[term.start : term.end]
        if (
            before
            and (
                term.metric.name == "margin"
                and before.metric.name.endswith("_margin")
                or bare in _BARE_PROFITS
                and before.metric.margin
            )
            and (
                _HELD_MARGIN.search(normal, before.end, term.start)
                or _ANNOUNCED.search(normal, 0, before.start)  # "In terms of operating margin, our margin was 24.9%"
                and _TO_ANNOUNCED.fullmatch(normal, before.end, term.start)
            )
        ):
            term = replace(term, metric=before.metric)
        found.append(term)
    return found


def _with_split(normal: str, terms: list[MetricTerm]) -> list[MetricTerm]:
    """A bare margin is the one whose name its part divides: "our gross services margin was 28.2%"."""
    return [
        replace(term, metric=metrics_by_name()[f"{split['kind']}_margin"])
        if term.metric.name == "margin" and (split := _SPLIT.search(normal, max(0, term.start - 40), term.start))
        else term
        for term in terms
    ]


_SPLIT = re.compile(
    r"\b(?P<kind>gross|operating|ebitda) (?!and |or |profit |income |of |in )[a-z'&]+ (?!and |or )(?:[a-z]+ )?$"
)
_BARE_PROFITS = frozenset({"earnings", "income", "profit"})
_ANNOUNCED = re.compile(
    r"^(?:(?:and|now|so),? )*(?:in terms of|turning to|moving to|looking at|on|as for|regarding) (?:our |the )?$"
)
_TO_ANNOUNCED = re.compile(r",? (?:the |our )?(?:[\w']+ ){0,3}")
_HELD_MARGIN = re.compile(r"\b(?:compared|versus|vs|from)\b(?:(?! and )[^;$,]){0,40}$")
