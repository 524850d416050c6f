"""Rules for numbers whose metric is not named beside them: said before, meant by a part, a share or cents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.vocabulary import Metric, metrics_by_name
from transforms.grammar.clauses import MIDPOINT, moved_subject, sharer
from transforms.grammar.frames.place import HEDGES, INCLUDES
from transforms.grammar.gaps import COME_TO, LINK, VERBS, gap_words
from transforms.grammar.metric_lists import parallel
from transforms.grammar.proposals import Context, Link, fits
from transforms.grammar.told_again import stands_at
from transforms.grammar.wordlists import WAS, snake
from transforms.language.quantities import Quantity, is_of_cents
from transforms.language.terms import MetricTerm

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
        "midpoint",
        "represent",
        "implies",
        "imply",
        "translates",
        "translate",
        "corresponds",
        "would",
        "will",
        "down",
        "up",
    }
)
_EARNS = re.compile(r"\b(?:earn|earned|earnings|earning|eps|income|loss|losing|lost|profit|results?)\b")
_DIVIDEND = re.compile(r"\b(?:dividends?|distributions?)\b")
REFERS = re.compile(
    rf"(?:(?:and|so|but|now)[ ,]+)?(?:at the {MIDPOINT},? |(?:(?:in|for|during) (?:the )?[a-z][\w ]{{4,40}}|last (?:year|quarter)|a year ago|in 20\d\d),? (?=it was ))?"
    rf"(?:(?:that|this|it|which|these|they|the (?:{MIDPOINT}))(?:'s|'d be| (?:was|were|is|are|compares?|compared|(?:(?:would|will|also) )?(?:represent|impl|translat|correspond)\w*|reflect\w*|increased|decreased|grew|declined|rose|fell|equates?|would be|will be|includes? an?))\b"
    r"|(?:up|down|compared|versus|an? (?:increase|decrease)|(?:that|this|the|our) (?:increase|decrease|growth|decline) (?:was|is|of|represents))\b)"
)


def earlier(context: Context, index: int) -> Iterator[Link]:
    """The metric of the sentence before: "That was up 4% from last year."."""
    quantity, term = context.quantities[index], context.earlier
    if term is None:
        return
    is_led = any(other.end <= quantity.start for other in context.terms)
    if context.told and (stands := stands_at(context, index)) and not (is_led and not stands["without"]):
        fit = fits(term.metric, quantity, context.frames[index])
        if fit and fit[0] == context.told:
            yield Link(term, *fit, 0.9, "earlier")
            return
        if context.told_growth and quantity.kind == "percent" and term.metric.canonical_name == context.told:
            yield Link(term, context.told, "percent", 0.85, "grown_again")
            return
    if is_led or not REFERS.match(context.normal):
        return
    group, is_said = parallel(context, index)
    words = gap_words(context, 0, context.quantities[group[0]].start if is_said else quantity.start)
    if any(word not in LINK and word not in _REFERRING for word in words):
        return
    is_pair = is_said and len(set(context.levels_before)) > 1
    if is_pair:
        # "The loss ratio was 57% and the combined ratio was 84%. This compared to 56% and 83%, respectively."
        is_each = len(group) == len(context.levels_before)
        metric = metrics_by_name().get(context.levels_before[group.index(index)]) if is_each else None
        if metric is None:
            return
        term = MetricTerm(0, 0, metric)
    fit = fits(term.metric, quantity, context.frames[index])
    if fit:
        yield Link(term, *fit, 0.9 if is_pair or fit[0] == context.told else 0.7, "earlier")


def segment_subject(context: Context, index: int) -> Iterator[Link]:
    """A segment that stands for its metric: "revenue grew 11%. Public cloud increased by 14%, reaching RMB 1.35 billion"."""
    quantity, term = context.quantities[index], context.earlier
    if term is None or not term.metric.segments or any(other.end <= quantity.start for other in context.terms):
        return
    named = next((found for found in reversed(context.segments) if found.end <= quantity.start), None)
    fit = fits(term.metric, quantity, context.frames[index])
    if fit is None:
        return
    if named and _IN.search(context.normal, 0, named.start):
        return  # "employment in Phoenix increased 3.2%"
    if term.metric.units == ("percent",) and context.frames[index].role == "change" and quantity.kind == "percent":
        return  # "Segment margin fell to 8%. For the full year, Home was down 6%": of its sales
    if named and all(word in LINK or word in VERBS for word in gap_words(context, named.end, quantity.start)):
        yield Link(MetricTerm(named.start, named.end, term.metric, term.negative), *fit, 0.75, "segment_subject")
    elif term.metric.canonical_name in _OF_SALES and subject(context, index):
        yield Link(MetricTerm(0, 1, term.metric, term.negative), *fit, 0.7, "segment_subject")


_SIDE_MOVED = re.compile(
    rf"(?:(?:and|so|but|now|then|and then)[ ,]+)*(?:on|in|within) (?:the|our) (?P<name>(?!(?:other|cost|expense|volume|price|top|bottom|supply|demand|balance)\b)[\w&'-]+(?: (?:and )?[\w&'-]+){{0,2}}) (?:side|business|segment)(?: of (?:the business|things))?,? (?:we|it|that|they)(?:'re| was| were| are| is) (?:also )?(?:up|down) {HEDGES}"
)
"""The part whose side of the business is said to have moved: "On the lamps side, we were up 11%"."""


_IN = re.compile(
    r"\b(?!(?:sales|revenues?|growth|orders|volumes?|business|operations|performance|comps|bookings|improvement|strength|weakness|demand|up|down|while|and|but)\b)[a-z]{4,} (?:in|across|throughout) (?:the |our )?$"
)
"""What a place is only where something was, and not what grew."""
_OF_SALES = frozenset({"revenue", "organic_revenue", "same_store_sales", "bookings"})
"""What a part that "grew" has more of."""


def subject(context: Context, index: int) -> str | None:
    """The part whose change a number is, or what it has come to: "Wholesale was up 4% to $640 million"."""
    quantity, before = context.quantities[index], context.quantities[index - 1] if index else None
    if context.frames[index].role == "change":
        side = _SIDE_MOVED.fullmatch(context.normal, 0, quantity.start)
        return snake(side["name"]) if side else moved_subject(context.text, context.normal, quantity.start)
    if (
        before is not None
        and context.frames[index - 1].role == "change"
        and COME_TO.fullmatch(context.normal, before.end, quantity.start)
    ):
        return moved_subject(context.text, context.normal, before.start)
    return None


_CONTRIBUTES = re.compile(
    r"\b(?:contribution|proportion|share|weight) (?:to|of|in)(?: (?:our|the|total|overall|group))* $"
)


def share_of_sales(context: Context, index: int) -> Iterator[Link]:
    """A part and its share of the company's sales, and what that was: "Europe represented 35% of total revenue, up from 32%"."""
    normal = context.normal
    place = index - 1 if index and context.frames[index].role == "comparison" else index
    quantity = context.quantities[place]
    behind = _OF_ALL_SALES.match(normal, quantity.end)
    if behind is None or quantity.kind != "percent" or context.frames[place].role != "share":
        return
    then = context.quantities[index]
    if place < index and (then.kind != "percent" or not _FROM_SHARE.fullmatch(normal, quantity.end, then.start)):
        return
    sales = next((term for term in context.terms if term.end == behind.end("what")), None)
    part = sharer(context.text, normal, quantity.start)
    if part is None or sales is None or sales.metric.canonical_name != "revenue":
        return
    if not any(part[0] < term.end <= quantity.start for term in context.terms):
        yield Link(sales, "revenue", "percent", 0.97, "share_of_sales")


def sharer_moved(context: Context, index: int) -> Iterator[Link]:
    """How the sales of a part moved whose share is told aside: "the cable business, which comprised 3% of our sales, was up 14%"."""
    if index == 0 or context.frames[index].role != "change":
        return
    before, quantity = context.quantities[index - 1], context.quantities[index]
    if index > 1 and _AND_ITS_RATE.fullmatch(context.normal, before.end, quantity.start):
        before, quantity = context.quantities[index - 2], before  # "up 8% sequentially and 17% year over year"
    moved = _ASIDE_MOVED.fullmatch(context.normal, before.end, quantity.start)
    if moved is None or before.kind != "percent" or sharer(context.text, context.normal, before.start) is None:
        return
    sales = next((term for term in context.terms if term.end == moved.end("what")), None)
    fit = fits(sales.metric, context.quantities[index], context.frames[index]) if sales else None
    if sales and fit and sales.metric.canonical_name == "revenue":
        yield Link(sales, *fit, 0.85, "sharer_moved")


_AND_ITS_RATE = re.compile(r" (?:sequentially|quarter over quarter|year over year|year on year),? and (?:up |down )?")


_ALL_SALES = r" of (?:(?:our|the|its|total|segment|overall|consolidated|company|net|quarterly|group|annual|worldwide|global|combined|quarter's|quarter|first|second|third|fourth|fiscal|year) )*(?P<what>(?:sales|revenues?))\b"
_ASIDE_MOVED = re.compile(
    rf"{_ALL_SALES}(?: (?:in|for|during) the (?:[a-z]+ )?(?:quarter|year|period))?, (?:(?:also|again) )?(?:(?:(?:{WAS}|finishing|ending|coming in|came in|being) )?(?:flat sequentially and |flat year over year and )?(?:up|down)|grew|increased|rose|declined|decreased|fell)(?: by)?(?: (?:about|approximately|nearly|over|an?|strong|very|solid))* [$£¥₠-⃏]?"
)
_FROM_SHARE = re.compile(
    rf"{_ALL_SALES}(?: (?:in|for|during) the (?:[a-z]+ )?(?:quarter|year|period))?,? (?:(?:as )?compared (?:to|with)|versus|vs\.?|against|(?:(?:which (?:is|was) )?(?:up|down) |an? (?:increase|decrease) )?from) {HEDGES}"
)
"""From a share to what it was: "28% of revenue, up from 25%"."""
_OF_ALL_SALES = re.compile(
    rf"{_ALL_SALES}"
    r"(?=[^\w ]|$| (?:(?:in|for|during|of) (?:the |this |our |both )?(?:first|second|third|fourth|full|fiscal|current|last|same|prior|year|quarter|period|q[1-4]|20\d\d|month|nine|six|twelve|half)|compared|versus|vs|and|this|with|up|down|as|today|last|on|at|while|but|which|from|year|to date)\b)"
)


def from_operations(context: Context, index: int) -> Iterator[Link]:
    """Cash flow without its name: "we generated $212 million from operations", "we used $12 million of cash in operations"."""
    quantity, normal = context.quantities[index], context.normal
    if quantity.kind != "money":
        return
    if (brought := _OPERATIONS_BROUGHT.search(normal, 0, quantity.start)) and _OF_CASH.match(normal, quantity.end):
        is_use = brought["used"] is not None
        term = MetricTerm(*brought.span("what"), metrics_by_name()["operating_cash_flow"], negative=is_use)
        yield Link(term, "operating_cash_flow", "currency", 0.96, "from_operations")
    behind = _FROM_OPERATIONS.match(normal, quantity.end)
    if behind is None:
        return
    # "we used $12 million of cash from operations to repay debt" is what was done with it
    is_use = bool(_USED_UP.search(normal, 0, quantity.start)) and not normal.startswith(" to ", behind.end())
    if is_use or _GENERATED.search(normal, 0, quantity.start):
        term = MetricTerm(*behind.span("what"), metrics_by_name()["operating_cash_flow"], negative=is_use)
        yield Link(term, "operating_cash_flow", "currency", 0.96, "from_operations")


_OPERATIONS_BROUGHT = re.compile(
    rf"\b(?P<what>operating activities|operations) (?:provided|generated|produced|(?P<used>used|consumed)) {HEDGES}[$£¥₠-⃏]?$"
)
"""Whose cash an amount is: "operating activities provided $1.5 billion of cash"."""
_OF_CASH = re.compile(r" (?:of|in) cash\b(?! flow)")
_FROM_OPERATIONS = re.compile(
    r" (?:(?:of|in) cash )?(?:from|in|by|for) (?:our |continuing )?(?P<what>operations|operating activities)\b(?! in\b)"
)
_GENERATED = re.compile(
    r"\b(?:generated|produced|provided|delivered|made)(?: (?:about|approximately|nearly|over|a|record|of))* [$£¥₠-⃏]?$"
)


def by_verb(context: Context, index: int) -> Iterator[Link]:
    """What was done with a number names its metric: "we delivered 4,773 homes", "we expect to open 12 stores"."""
    quantity, normal = context.quantities[index], context.normal
    if context.frames[index].role == "change" and index and context.quantities[index - 1].kind == "number":
        for counted in by_verb(context, index - 1):
            fit = fits(counted.term.metric, quantity, context.frames[index])
            if fit and counted.metric == "units_sold" and _MOVED_BY.fullmatch(normal, counted.term.end, quantity.start):
                yield Link(counted.term, *fit, 0.85, "by_verb")
    if context.frames[index].role != "level":
        return
    if quantity.kind == "money":
        were = _WERE_BOUGHT.search(normal, 0, quantity.start) if quantity.scaled else None
        used = _WE_USED.search(normal, 0, quantity.start) and _TO_BUY_BACK.match(normal, quantity.end)
        if bought := were or used or _BOUGHT_AT.search(normal, 0, quantity.start):
            term = MetricTerm(*bought.span("what"), metrics_by_name()["share_repurchases"])
            yield Link(term, "share_repurchases", "currency", 0.85, "by_verb")
    per_day = _PER_DAY.match(normal, quantity.end) if quantity.kind == "number" and index else None
    if per_day and _A_DAY_AND.fullmatch(normal, context.quantities[index - 1].end, quantity.start):
        term = MetricTerm(*per_day.span("what"), metrics_by_name()["production"])
        yield Link(term, "production", "count", 0.85, "by_verb")
    if (did := _DID.search(normal, 0, quantity.start)) is None:
        return
    for metric, kind, verb, behind in _BY_VERB:
        things = behind.match(normal, quantity.end) if kind == quantity.kind and verb.fullmatch(did["verb"]) else None
        if things:
            named = metrics_by_name()[metric].model_copy(update={"segment": things.groupdict().get("part")})
            unit = "count" if kind == "number" else "currency"
            yield Link(MetricTerm(*things.span("what"), named), metric, unit, 0.85, "by_verb")
            return


_BY_DAY = r"(?: (?:barrels(?: of (?:crude )?oil)?|m?mboe|boe|m?mcfe?|bcfe?|tons|tonnes))? (?:per|a) (?P<what>day)\b"
_PER_DAY = re.compile(_BY_DAY)
_A_DAY_AND = re.compile(rf"{_BY_DAY},? (?:and|or|plus) (?:(?:about|approximately|nearly|over|total|between) )*")
"""From one rate of production to the next: "40,000 barrels of oil per day and 67,000 BOE per day"."""
_MOVED_BY = re.compile(
    r"(?: (?:in|during|for) the (?:[a-z]+ ){0,2}(?:quarter|year|period))?, (?:up|down|an? (?:increase|decrease|decline) of)(?: (?:about|approximately|nearly|over))* "
)
"""How far what was delivered moved: "we delivered 4,773 homes, up 4% from last year"."""
_WERE_BOUGHT = re.compile(
    r"\bshares (?:of [a-z ]{3,25} )?(?:were|have been) (?P<what>repurchased|bought back) (?:during the (?:\w+ )?(?:quarter|year) |in the (?:\w+ )?(?:quarter|year) )?(?:for|at)(?: an? (?:(?:total|aggregate|combined) )?(?:(?:purchase )?(?:price|cost|consideration|amount) )?of)?(?: (?:about|approximately|nearly|over))* ?[$£¥₠-⃏]?$"
)
"""What was paid for shares: "1.4 million shares were repurchased for a total price of $217 million"."""
_DID = re.compile(
    r"\b(?:we|company)(?:'ve)?(?: (?:also|now|have|had|currently|still|again|just|successfully))*(?: (?:expect|anticipate|plan|project|intend)s? to)?"
    r" (?P<verb>[a-z]+(?: back| aside| to)?)(?: (?:on|between|an?|record|total of|approximately|about|nearly|over|more than|roughly|another|an additional))* [$£¥₠-⃏]?$"
)
_NOT_BY = r"\b(?! (?:per|a|with|from|that|under|of|which|at(?! an? (?:average|blended|mean)\b)|to|through|via|on)\b)"
_OIL_AND_GAS = r"barrels(?: of oil(?: equivalents?)?)?|m?mboe|boe|m?mcfe?|bcfe?"
_BY_VERB = (
    (
        "units_sold",
        "number",
        re.compile(r"deliver(?:ed)?|sell|sold|ship(?:ped)?"),
        re.compile(
            rf"(?: (?:total|combined|retail))*(?: (?P<part>new|used|wholesale|electric|commercial|manufactured|attached|detached))? (?P<what>homes|vehicles|cars|trucks|units|aircraft|airplanes|boats|motorcycles|smartphones|handsets|systems|wafers){_NOT_BY}"
        ),
    ),
    (
        "production",
        "number",
        re.compile(r"produced?|mined"),
        re.compile(
            r" (?:(?:gold|silver|copper|equivalent|metric|short|net|payable|attributable|saleable|total) )*(?P<what>ounces|barrels|boe|tons|tonnes|pounds|gallons|carats)\b(?! (?:at(?! (?:an? )?(?:[a-z]+ ){0,3}costs?\b)|with|from|that|under|which|through|via|on)\b)"
        ),
    ),
    (
        "production",
        "number",
        re.compile(r"averaged?|expect|guide(?: to)?|see|target|anticipate|project"),
        re.compile(rf" (?P<what>{_OIL_AND_GAS}|ounces|tonnes|tons) (?:per|a) day\b"),
    ),
    (
        "volume",
        "number",
        re.compile(r"sell|sold"),
        re.compile(rf" (?P<what>{_OIL_AND_GAS}) (?:per|a) day\b"),
    ),
    ("units_sold", "number", re.compile(r"closed?"), re.compile(rf" (?P<what>homes){_NOT_BY}")),  # others are shut down
    (
        "store_openings",
        "number",
        re.compile(r"open(?:ed)?"),
        re.compile(
            rf" (?:(?:company|owned|operated|planned|franchised|full|service|net|new) )*(?P<what>restaurants|stores|shops|clubs|branches|salons|warehouses){_NOT_BY}"
        ),
    ),
    (
        "provision_for_credit_losses",
        "money",
        re.compile(r"set aside|provided|reserved|provisioned"),
        re.compile(r" for (?:expected |possible |future )?(?P<what>(?:credit|loan) losses)\b"),
    ),
    (
        "share_repurchases",
        "money",
        re.compile(r"b(?:ought|uy) back|repurchased?"),
        re.compile(
            r"(?P<what>)(?= (?:in|during) (?:the|our)\b| this (?:quarter|year)| so far| year to date| at an average|[.;]?$)"
        ),
    ),
)
"""Metrics that verbs name: the metric, the kind of the number, the verb, and what stands behind the number."""


_BOUGHT_AT = re.compile(
    r"\b(?:re)?(?:purchas(?:ed|ing|es)|bought|buying)\b(?:[^.;]|\.\d)* (?P<what>shares|stock)\b(?:(?!dividend|since)[^.;]|\.\d)* at an? (?:(?:total|aggregate|combined) )?cost of(?: (?:about|approximately|nearly|over|roughly))* [$£¥₠-⃏]?$"
)
"""What shares cost that were bought back: "we repurchased 2.6 million shares, 2% of those outstanding, at a cost of $36 million"."""
_WE_USED = re.compile(
    r"\b(?:used|spent|deployed|invested|utilized)(?: (?:about|approximately|nearly|over|another|an additional|a total of))* [$£¥₠-⃏]?$"
)
_TO_BUY_BACK = re.compile(
    r"(?: of (?:our )?(?:cash|capital))?(?: (?:in|during) the (?:[a-z]+ )?(?:quarter|year))?(?: to (?:repurchase|buy back|buyback)| (?:repurchasing|buying back)) (?:(?:our|the|company|common|outstanding|own|about|approximately|over|nearly|[\d.,]+|million) )*(?P<what>shares|stock)\b(?! (?:and|or) )"
)
"""What an amount was used for: "we used $150 million to repurchase shares"."""


def let(context: Context, index: int) -> Iterator[Link]:
    """How much of the space is let: "our portfolio was 97.8% leased and 95.1% occupied"."""
    quantity, normal = context.quantities[index], context.normal
    said = _LET.match(normal, quantity.end)
    if said and quantity.kind == "percent" and _IS_LET.search(normal, 0, quantity.start):
        name = "occupancy" if said["occupied"] else "leased_rate"
        yield Link(MetricTerm(*said.span("what"), metrics_by_name()[name]), name, "percent", 0.85, "let")


_LET = re.compile(
    r" (?P<what>leased|(?P<occupied>occupied))\b(?! (?:space|properties|buildings|units|square|area|by|to)\b)"
)
_IS_LET = re.compile(
    r"\b(?:portfolio(?: [a-z]+){0,4} (?:is|are|was|were|stands?|stood|remains?|remained)|(?:we|portfolio) (?:ended|finished|closed)(?: (?:the|out|our|first|second|third|fourth|quarter|year|period))*|ending the (?:quarter|year))(?: (?:at|currently|now|approximately|about|over|nearly|almost|roughly|still|and|leased|\d+(?:\.\d+)?%))* $"
)
"""A building's own rate is none of the company's."""
_USED_UP = re.compile(r"\b(?:used|consumed|burned)(?: (?:about|approximately|nearly|over))* [$£¥₠-⃏]?$")


def contribution(context: Context, index: int) -> Iterator[Link]:
    """A share said as a contribution: "its contribution to total revenue further increasing to 25%"."""
    quantity = context.quantities[index]
    if quantity.kind != "percent" or context.frames[index].role not in ("level", "share"):
        return
    term = next((found for found in reversed(context.terms) if found.end <= quantity.start), None)
    if term is None or "currency" not in term.metric.units or not _CONTRIBUTES.search(context.normal, 0, term.start):
        return
    if all(
        word in LINK or word.endswith("ly") or word in _FURTHER for word in gap_words(context, term.end, quantity.start)
    ):
        yield Link(term, term.metric.canonical_name, "percent", 0.75, "contribution")


_FURTHER = frozenset({"further", "rising", "rose", "increasing", "up", "down"})


def per_share(context: Context, index: int) -> Iterator[Link]:
    """An amount a share without a metric's name: "we earned $1.20 per diluted share"."""
    quantity = context.quantities[index]
    if quantity.kind != "per_share":
        earned = quantity
        if index and context.frames[index].role == "comparison" and context.quantities[index - 1].kind == "per_share":
            earned = context.quantities[index - 1]  # "we earned $0.43 per share versus $0.39"
        if is_of_cents(quantity) and _WE_EARNED.search(context.normal, 0, earned.start):
            yield _a_share(quantity, "eps", "per_share")  # "we earned an adjusted $0.71"
        return
    left_text, near = context.normal[: quantity.start], context.normal[max(0, quantity.start - 90) : quantity.end + 40]
    if _EFFECT_A_SHARE.search(left_text[-110:]) and not _LESS.search(left_text):
        return  # "we incurred approximately $100 million or approximately $0.61 per share"
    if INCLUDES.search(left_text):
        return  # "income includes a $30 million reserve for litigation, or $0.32 per share"
    if _COST_A_SHARE.search(left_text) or _COMPREHENSIVE.search(left_text):
        return  # "amortization of $38 million or $0.60 per diluted share", "comprehensive income of $57 million or $0.21 per share"
    if abs(quantity.value) > _MOST_A_UNIT and context.normal.startswith(" per unit", quantity.end):
        return  # "gross profit per unit, which was $4,388, an increase of $664 per unit"
    if _ON_DEAL.match(context.normal, quantity.end):
        return  # "losses of $292 million, or $0.65 per share, on retirement of debt"
    if _PRICED.search(left_text):
        return  # "we have issued 6.4 million shares at $18.30 per share"
    if _DIVIDEND.search(near) and not _EARNS.search(context.normal[max(0, quantity.start - 40) : quantity.start]):
        name = "dividend_per_share"
    elif _GUIDES.search(left_text if quantity.is_range else left_text[-60:]):
        name = context.guided_per_share
    elif _EARNS.search(left_text[-120:]) or "diluted" in near:
        name = "eps"
    elif context.earlier and (a_share := context.earlier.metric.per_share) and _THEY_WERE.search(left_text):
        name = a_share
    else:
        return
    yield _a_share(quantity, name, "per_share")


_THEY_WERE = re.compile(
    rf"^(?:(?:and|so|or)[ ,]+)*(?:(?:on an? (?:[a-z]+ )?per share basis|per share),? )?(?:that|this|it|they|these)(?:'s| is| was| were| came (?:in at|to)| equates to| translates (?:in)?to| amounts? to| works out to) {HEDGES}[$£¥₠-⃏]?$"
)
"""A share of what was said before: "Earnings were $40 million. On a per share basis, they were $0.04"."""


def earned(context: Context, index: int) -> Iterator[Link]:
    """A profit without its name: "the bank earned $44 million or $1.12 per share", "we lost $5 million, or $0.10 per share", "Lamps earned $4 million versus a loss of $2 million"."""
    quantity, normal = context.quantities[index], context.normal
    if quantity.kind != "money" or not quantity.scaled:
        return
    if any(term.end <= quantity.start and term.metric.canonical_name.endswith(_PROFITS) for term in context.terms):
        return  # "in terms of adjusted operating income, we earned $43 million"
    said = _EARNED.search(normal, 0, quantity.start)
    then = said or _EARNED_THEN.search(normal, 0, quantity.start)
    shared = _OR_A_SHARE.match(normal, quantity.end)
    by_part = _PART_EARNED.search(normal, 0, quantity.start) and not _OF_SOMETHING.match(normal, quantity.end)
    if then and (shared or said and (by_part or _IS_PROFIT.match(normal, quantity.end))):
        profit = metrics_by_name()["net_income"]
        profit = profit.model_copy(update={"segments": False}) if shared else profit  # shares are the company's
        yield Link(MetricTerm(*then.span("what"), profit), "net_income", "currency", 0.9, "earned")


def earned_more(context: Context, index: int) -> Iterator[Link]:
    """By how much a profit without its name rose or fell: "we earned $0.45 per share, up $0.03 or 7% from last year"."""
    quantity, frame = context.quantities[index], context.frames[index]
    first = index - 2 if index > 1 and _OR_MORE.fullmatch(_between(context, index)) else index - 1
    if first < 0 or frame.role != "change" or not _UP_BY.fullmatch(_between(context, first + 1)):
        return
    a_share, before = next(per_share(context, first), None), next(earned(context, first - 1), None) if first else None
    # of "we earned $45 million, or $0.45 per share, up 12%" the profit is what grew
    grown = (
        before if before and a_share and quantity.kind == "percent" else a_share or next(earned(context, first), None)
    )
    if grown and grown.metric != "dividend_per_share" and (fit := fits(grown.term.metric, quantity, frame)):
        yield Link(grown.term, *fit, grown.score, "earned_more")


def _between(context: Context, index: int) -> str:
    """What stands between a number and the one before."""
    return context.normal[context.quantities[index - 1].end : context.quantities[index].start]


_UP_BY = re.compile(
    rf"(?: per (?:[a-z]+ ){{0,2}}share)?(?: (?:in|for) the (?:[a-z]+ )?(?:quarter|year))?, (?:which (?:is|was|represents) )?(?:(?:representing|reflecting|marking) )?(?:up|down|higher|lower|an? (?:increase|decrease|decline|improvement|rise|gain) of|an?)?(?: by)? ?{HEDGES}[$£¥₠-⃏]?"
)
_OR_MORE = re.compile(rf"(?: per (?:[a-z]+ ){{0,2}}share)? or {HEDGES}[$£¥₠-⃏]?")


_PROFITS = ("income", "earnings", "profit", "ebitda")
_HEDGED = r"(?: (?:about|approximately|nearly|over|roughly|an?|record|strong|solid))* "
_IN_QUARTER = r"(?: (?:in|for) the (?:[a-z]+ )?(?:quarter|year|period))?"
_A_SHARE_TOO = (
    rf"{_IN_QUARTER},? or [$£¥₠-⃏]?\d[\d.]*(?: cents)? (?:per|a) (?:(?:diluted|common|basic|fully) )*(?:share|ads|unit)"
)
_EARNED = re.compile(rf"\b(?P<what>earned|lost){_HEDGED}[$£¥₠-⃏]?$")
_EARNED_THEN = re.compile(
    rf"\b(?P<what>earned|lost){_HEDGED}[$£¥₠-⃏]?[\d.,]+ (?:million|billion){_A_SHARE_TOO}{_IN_QUARTER},? (?:compared (?:to|with)|versus|up from|down from){_HEDGED}[$£¥₠-⃏]?$"
)
_OR_A_SHARE = re.compile(_A_SHARE_TOO)
_IS_PROFIT = re.compile(
    r" (?:after tax|in net (?:income|earnings))\b|(?: (?:in|for|during) the (?:[a-z]+ ){0,2}(?:quarter|year|period))?,? (?:compared (?:to|with)|versus|up from|down from) (?:an? )?(?:(?:net|adjusted|record) )*(?:earnings|income|loss|profit)\b"
)


_PART_EARNED = re.compile(rf"\b(?:segment|division) earned{_HEDGED}[$£¥₠-⃏]?$")
_OF_SOMETHING = re.compile(r" (?:of|in|on|from) (?!the\b)")
"""What is earned of something is no profit: "the segment earned $4 million in fees"."""


def _a_share(quantity: Quantity, name: str, rule: str) -> Link:
    metric = Metric(name=name, units=("currency_per_share",), phrases=(), segments=False)
    return Link(MetricTerm(quantity.start, quantity.start, metric), name, "currency_per_share", 0.55, rule)


_WE_EARNED = re.compile(
    r"\b(?:we|company) (?:also )?earned (?:an? )?(?:(?:adjusted|non gaap|gaap|core|record|reported|operating) )*(?:of )?[$£¥₠-⃏]?$"
)

_MOST_A_UNIT = 50
"""More a unit is earned of what is sold, and not of a partnership."""
_EFFECT_A_SHARE = re.compile(
    r"\b(?:incur\w*|charges?|impact\w*|costs?|expenses?|gains?|benefit\w*|headwinds?|tailwinds?|accretion|dilution|write ?(?:down|off)s?|impairments?|settlements?|reserves?|items (?:consisted|consist|comprised|totaled))\b"
)
_COMPREHENSIVE = re.compile(
    r"\b(?:(?:comprehensive|taxable) (?:income|loss|earnings) of [$£¥₠-⃏]?[\d.,]+ (?:million|billion)|of (?:[a-z]+ )?taxable income),? or(?: (?:about|approximately))* [$£¥₠-⃏]?$"
)
_COST_A_SHARE = re.compile(
    r"\b(?:amortization|depreciation|interest|expenses?|taxes|compensation)(?: [\w']+){0,9} [$£¥₠-⃏]?[\d.,]+ (?:million|billion),? or(?: (?:about|approximately|roughly|nearly))* [$£¥₠-⃏]?"
    r"(?:[\d.]+ per (?:[a-z]+ )?share,? (?:compared (?:to|with)|versus|from) [$£¥₠-⃏]?[\d.,]+ (?:million|billion),? or [$£¥₠-⃏]?)?$"
)
_ON_DEAL = re.compile(
    r"(?: per (?:[a-z]+ ){0,2}share)?,? (?:on|from) (?:the |our )?(?:early )?(?:retirement|extinguishment|redemption|disposal|disposition|divestiture|impairment|sales? of (?:facilities|assets|businesses|property|properties|real estate|our|the|an?))"
)
_PRICED = re.compile(
    r"\b(?:shares?|stock|units|price[ds]?)\b(?: [\w']+){0,4} (?:at|of)(?: (?:an? |the )?(?:average|weighted average|average price|price) of)?(?: (?:about|approximately|roughly|nearly|over))* ?[$£¥₠-⃏]?$"
)
_LESS = re.compile(r"\b(?:exclud\w*|before|without|adjust\w*|gaap|net (?:income|earnings|loss))\b")
_GUIDES = re.compile(r"\b(?:guidance|outlook|(?:new|updated|revised) range(?= is\b| now\b| of\b))\b")


def guided(context: Context, index: int) -> Iterator[Link]:
    """Guidance in cents without a metric's name is for EPS: "our guidance range of $1.03 to $1.13"."""
    quantity, normal = context.quantities[index], context.normal
    if not is_of_cents(quantity) or not quantity.is_range:
        return
    before = normal[: quantity.start]
    if context.terms or not _GUIDES.search(before) or _EFFECT_A_SHARE.search(before[-110:]):
        return
    yield _a_share(quantity, context.guided_per_share, "guided")


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
