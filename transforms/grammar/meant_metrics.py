"""Which metric is meant, where the words name a wider one: the margin of a profit, an organic growth, a count at the end.

Takes a number with the metric that it was linked to; gives the metric that its row is of.
"""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.vocabulary import metrics
from transforms.grammar.metric_lists import parallel
from transforms.grammar.model import Reading, Sentence, Statement
from transforms.grammar.proposals import Link
from transforms.grammar.wordlists import FUNCTION


def meant_metric(reading: Reading, measure: str) -> str:
    """The metric that a number is of, where its words, its unit or what was said before tell more than the name."""
    return (
        _of_energy(reading)
        or _of_same_properties(reading)
        or _of_units(reading)
        or _a_share_before(reading)
        or _like_for_like(reading)
        or _organic(reading, measure)
        or _with_all(reading)
        or _with_investments(reading)
        or _gross_or_net(reading)
        or _opened_too(reading)
        or count_at_end(reading)
        or _cost_of_balance(reading)
        or reading.link.metric
    )


def meant_profit(reading: Reading) -> str | None:
    """The profit that a margin is of, or whose loss is told, where its name alone does not say."""
    return _profit_margin(reading) or _profit_lost(reading)


def _profit_margin(reading: Reading) -> str | None:
    """The margin of the profit spoken of before it: "segment profit was $30 million, with margins of 9%"."""
    if reading.link.metric != "margin" or _OTHER_MARGIN.search(reading.normal, 0, reading.link.term.start):
        return None
    here = [_MARGIN_OF[one.metric] for one in reading.done if one.metric in _MARGIN_OF]
    before = {_MARGIN_OF[one.metric] for one in reading.topic.said if one.metric in _MARGIN_OF} - _IN_SENTENCE
    group, is_said = parallel(reading.context, reading.index)
    profits = [_MARGIN_OF[one.metric] for one in reading.done if one.metric in _MARGIN_OF and one.unit == "currency"]
    if is_said and 1 < len(group) <= len(profits):
        # "cash from operations of $7 million and free cash flow of $5 million, representing margins of 55% and 40%, respectively"
        return profits[-len(group) :][group.index(reading.index)]
    if here:
        return here[-1]
    spoken_of = {
        _MARGIN_OF[term.metric.canonical_name]
        for term in reading.context.terms
        if term.end <= reading.link.term.start and term.metric.canonical_name in _MARGIN_OF and not term.negative
    } - _IN_SENTENCE
    if len(spoken_of) == 1:
        return spoken_of.pop()  # "the operating profit improvement delivered an increase in margins to 15.1%"
    if before:
        return before.pop() if len(before) == 1 else None
    # "The operating margin fell by 150 basis points. We expect the margin to be in the mid-20% range"
    named = reading.context.earlier
    return named.metric.name if named and named.metric.name in _MARGIN_OF.values() else None


def _profit_lost(reading: Reading) -> str | None:
    """The profit that a bare loss is held against: "segment profit of $11 million versus a loss of $3 million last year"."""
    term = reading.link.term
    if reading.frame.role != "comparison" or reading.normal[term.start : term.end] not in ("loss", "losses"):
        return None
    levels = [one.metric for one in reading.done if one.measure == "level" and one.unit == "currency"]
    return levels[-1] if levels and levels[-1] in ("operating_income", "ebitda", "pre_tax_income") else None


_MARGIN_OF = {
    name: metric.margin for metric in metrics() if metric.margin for name in (metric.canonical_name, metric.margin)
} | {
    name: margin
    for income, margin in (
        ("net_interest_income", "net_interest_margin"),
        ("operating_cash_flow", "operating_cash_flow_margin"),
    )
    for name in (income, margin)
}
_IN_SENTENCE = frozenset(
    {"free_cash_flow_margin", "operating_cash_flow_margin", "net_margin", "pre_tax_margin", "ebita_margin"}
)
"""Margins that a bare one in the next sentence is seldom."""
_OTHER_MARGIN = re.compile(
    r"\b(?:pre tax|pretax|restaurant|hotel|gross|net|interest|contribution|product|variable|used|new)(?: [\w&']+){0,2} $"
)


def _organic(reading: Reading, measure: str) -> str | None:
    """The metric of growth said to be organic behind the number: "revenue was up 13%, 9% organic"."""
    is_organic = (
        reading.link.metric == "revenue"
        and measure.endswith("change")
        and (
            _ORGANIC_AFTER.match(reading.normal, reading.quantity.end)
            or _ORGANIC_LEAD.match(reading.normal)
            or _ORGANIC_MOVE.search(reading.normal, 0, reading.quantity.start)
            or (before := _ON_ORGANIC.search(reading.normal, 0, reading.link.term.start)) is not None
            and FUNCTION.isdisjoint((before["part"] or "").split())
            or _ORGANIC_BEHIND.match(reading.normal, reading.link.term.end)
        )
    )
    return "organic_revenue" if is_organic else None


def _of_same_properties(reading: Reading) -> str | None:
    """The metric of a revenue that a result of the same properties comes with: "same-store NOI rose 3.8%, with revenue up 4.1%"."""
    is_beside = (
        reading.link.metric == "revenue"
        and reading.quantity.kind == "percent"
        and any(one.metric == "same_store_noi" for one in reading.done)
        and _BESIDE_NOI.search(reading.normal, 0, reading.link.term.start)
    )
    return "same_store_sales" if is_beside else None


_BESIDE_NOI = re.compile(
    r"\b(?:with|as|on|from|driven by|due to) (?:(?:an?|[\d.]+%|growth|increase|in|of|our|total|rental|property) )*$"
)


def _of_energy(reading: Reading) -> str | None:
    """The metric of what a utility sells whatever the weather, which is energy: "weather-normalized residential sales rose 2%"."""
    before = max(0, reading.link.term.start - 60)
    is_energy = (
        reading.link.metric == "revenue"
        and reading.quantity.kind == "percent"
        and (
            _WEATHER.search(reading.normal, before, reading.link.term.start)
            or _WEATHER_BEHIND.match(reading.normal, reading.quantity.end)
            and not any(one.metric == "revenue" for one in reading.done)
            or reading.normal.startswith("sales", reading.link.term.end - len("sales"))
            and _WEATHER_LED.match(reading.normal)
        )
    )
    return "volume" if is_energy else None


def _opened_too(reading: Reading) -> str | None:
    """What was opened in a longer time than that told before it: "we opened 22 stores in the quarter and 71 for the year"."""
    done, quantity = reading.done, reading.quantity
    is_next = (
        reading.link.metric == "stores"
        and bool(done)
        and done[-1].metric == "store_openings"
        and _AND_IN_ALL.fullmatch(reading.normal, done[-1].quantity.end, quantity.start) is not None
    )
    return "store_openings" if is_next else None


_AND_IN_ALL = re.compile(r"(?: (?!ending|bringing|finish|clos)[\w']+){1,8},? and (?:(?:a total of|another|about) )?")
"""What stands between the stores of one time and of a longer one: "22 stores in the quarter and 71 for the year"."""


def count_at_end(reading: Reading) -> str | None:
    """The count that additions have brought: "we added 12 net new stores and ended with 1,236"."""
    term = reading.link.term
    if not _ENDED_WITH.search(reading.normal, term.end, reading.quantity.start):
        return None
    is_of_customers = reading.link.metric == "net_adds" and "customer" in reading.normal[term.start : term.end]
    return "customers" if is_of_customers else _COUNT_OF.get(reading.link.metric)


def _cost_of_balance(reading: Reading) -> str | None:
    """What the balance told before costs: "total deposits grew to $5.6 billion with an average cost of 46 basis points"."""
    is_cost = reading.link.metric == "average_cost" and reading.quantity.kind in ("percent", "point")
    told = reading.done[-1].metric if is_cost and reading.done else None
    return "cost_of_deposits" if told in ("deposits", "average_deposits") else None


_COUNT_OF = {"net_adds": "subscribers", "store_openings": "stores"}
_ENDED_WITH = re.compile(
    r"\b(?:end|ends|ended|ending|finish|finished|finishing|close|closed|closing)(?: the (?:quarter|year|period))? (?:at|with)(?: (?:about|approximately|over|nearly|a total of))* $"
    r"|\bfor a total of(?: (?:about|approximately|over|nearly|more than))* $"
    r"|\bbringing (?:us|(?:our|the|its) (?:[a-z]+ ){0,2}(?:total|base|count|customers|subscribers|stores|footprint))(?: [a-z]+){0,2} to (?:(?:about|approximately|over|nearly|a total of|more than) )*$"
)


def _of_units(reading: Reading) -> str | None:
    """The metric of what is sold by the piece: "sales were 8.5 million cases, representing a unit decline of 30%"."""
    is_of_units = reading.link.metric == "revenue" and _UNITS_MOVED.search(reading.normal, 0, reading.quantity.start)
    return "volume" if is_of_units else None


_UNITS_MOVED = re.compile(
    r"\b(?:unit|volume) (?:decline|decrease|increase|growth|gain)s? of (?:(?:about|approximately|over|nearly) )*$"
)


def _a_share_before(reading: Reading) -> str | None:
    """The metric a share that the sentence before spoke of: "Earnings were $0.52 per share. That's a 37% increase"."""
    a_share = reading.link.term.metric.per_share
    if reading.link.rule != "earlier" or reading.link.unit != "percent" or a_share is None:
        return None
    said = {one.metric for one in reading.topic.said}
    return a_share if a_share in said and reading.link.metric not in said else None


_WEATHER = re.compile(r"\bweather (?:normali[sz]ed|normal|adjusted) (?:[\w']+ ){0,3}$")
_WEATHER_BEHIND = re.compile(r",? (?:on an? )?weather (?:normali[sz]ed|normal|adjusted)(?: basis)?\b(?! [a-z])")
_WEATHER_LED = re.compile(
    r"(?:(?:and|our|overall|total)[ ,]+)*weather (?:normali[sz]ed|normal|adjusted) (?:[\w']+ ){0,3}sales\b"
)
"""Of all that follows: "weather-normalized retail sales rose 2.1%, with industrial sales up 4.4%"."""


def _like_for_like(reading: Reading) -> str | None:
    """The metric of sales said to be of the same stores before the name of a part: "comparable lamp revenue rose 7%"."""
    same = _OF_THE_SAME.get(reading.link.metric)
    if same is None:
        return None
    if is_growth_of_the_same(reading):
        return same
    normal, term = reading.normal, reading.link.term
    if _SAME_BEHIND.match(normal, term.end):
        return same
    found = _SAME_BEFORE.search(normal, 0, term.start)
    return same if found and FUNCTION.isdisjoint(found["words"].split()) else None


_SAME_BEFORE = re.compile(
    r"\b(?:same (?:store|property|center|restaurant|facility|unit|hotel)|comparable|like for like)(?P<words>(?: [\w'&]+){0,4}) $"
)
_SAME_BEHIND = re.compile(
    r",? on an? (?:(?:total )?like for like|same (?!currency|period|day|week|year|quarter)[a-z]+|(?:comp|comparable) (?:store|property|restaurant|center|hotel|school|facility|unit|site|location)) basis\b"
)
"""What is said of the same behind its name: "revenue on a same-school basis increased by 4.7%"."""


def is_growth_of_the_same(reading: Reading) -> bool:
    """Whether a growth is of the same stores, as the sentence opens with them or names another figure of them before."""
    normal, term = reading.normal, reading.link.term
    if reading.quantity.kind != "percent" or _OF_ALL.search(normal, 0, term.start):
        return False
    before = min(term.start, reading.quantity.start)
    is_growth = _GROWTH_BEHIND.match(normal, term.end) or _GROWTH_IN.search(normal, 0, term.start)
    return bool(_SAME_LED.search(normal, 0, before) or is_growth and _SAME_NAMED.search(normal, 0, before))


_OF_THE_SAME = {"revenue": "same_store_sales", "net_operating_income": "same_store_noi"}
_SAME = r"\bsame (?:store|property|center|facility|site|community|home|park|pool)\b"
_SAME_NAMED = re.compile(rf"{_SAME} (?:[\w']+ )?(?:noi|net operating income|revenues?|expenses?)\b(?:[^;.]|\.\d)*$")
"""What belongs together: "same-store NOI rose 4.6%, with revenue growth of 4.1%", "same-store revenue rose 4.1%, for NOI growth of 4.6%"."""
_SAME_LED = re.compile(
    rf"^(?:(?:and|so|now)[ ,]+)?(?:[\w' ]{{1,30}}, )?(?:(?:on an?|for|in|within|across|looking at|turning to) (?:our |the )?|our |the )(?:[a-z]+ )?{_SAME}"
    r"(?: [a-z]+)? (?:basis|portfolio|pool|properties|communities|assets|results|guidance|outlook|performance)\b(?:[^;.]|\.\d)*$"
)
"""Of all that follows: "On a same-store basis, revenues rose 4.1%, and NOI grew 4.6%", "for our same-store portfolio, we expect"."""
_OF_ALL = re.compile(r"\b(?:total|overall|consolidated|company|companywide)(?: [a-z]+)? $")
_GROWTH_BEHIND = re.compile(r" (?:growth|increase|decline)\b")
_GROWTH_IN = re.compile(
    r"\b(?:growth|increase|rise|gain|improvement|decrease|decline) (?:in|of)(?: (?:our|the|net|cash))* $"
)


def of_amount(link: Link, done: list[Statement], sentence: Sentence, index: int) -> Link:
    """A change is of the only amount that the metric's words state: "earnings of $2.10 per diluted share, up 12%", "earnings rose 78% to $3.06 per share"."""
    metric = link.term.metric
    after = sentence.quantities[index + 1 : index + 2]
    if (
        metric.per_share
        and link.metric == metric.canonical_name
        and after
        and after[0].kind == "per_share"
        and _TO_AMOUNT.fullmatch(sentence.normal, sentence.quantities[index].end, after[0].start)
    ):
        return replace(link, metric=metric.per_share, unit="percent")
    if both := _of_both(link, done, sentence, index):
        return replace(link, metric=both, unit="percent")
    amounts = {metric.per_share, metric.amount if "percent" in metric.units else None} - {None}
    own = (one for one in done if not _ANOTHER.search(sentence.normal, one.quantity.end, link.term.start))
    said = {one.metric for one in own} & {link.metric, *amounts}
    amount = said.pop() if len(said) == 1 else link.metric
    return link if amount == link.metric else replace(link, metric=amount, unit="percent")


_ANOTHER = re.compile(r"[,;](?! (?:which|representing|or|up|down|an?)\b)|\b(?:and|while|but|as|with)\b")
"""Between an amount and a metric of its own: "EPS was $1.61 and operating income decreased 37%"."""


def _of_both(link: Link, done: list[Statement], sentence: Sentence, index: int) -> str | None:
    """The metric of the second of two changes, of a profit and of it a share: "$14.9 million or $0.26 per share, a decrease of 5% and 16%, respectively"."""
    before = sentence.quantities[index - 1] if index else None
    if before is None or not done or done[-1].quantity is not before or done[-1].metric != link.metric:
        return None
    end = sentence.quantities[index].end
    joined = _AND_ONLY.fullmatch(sentence.normal, before.end, sentence.quantities[index].start)
    said = list(dict.fromkeys(one.metric for one in done if one.measure == "level"))
    is_both = said == [link.term.metric.canonical_name, link.term.metric.per_share]
    return said[1] if joined and is_both and _RESPECTIVELY.match(sentence.normal, end) else None


_AND_ONLY = re.compile(r",? and ")
_RESPECTIVELY = re.compile(r",? respectively\b")
_TO_AMOUNT = re.compile(r",? to (?:(?:about|approximately|a|record) )*[$£¥₠-⃏]?")


def averaged(link: Link, normal: str) -> Link:
    """A link to a balance, which is to another metric where an average is said: "average loans grew 5%", "deposits averaged $2 billion"."""
    term = link.term
    is_average = (
        term.metric.balance
        and not link.metric.startswith("average_")
        and (
            _AVERAGE.search(normal, max(0, term.start - 50), term.start)
            or normal.startswith("average ", term.start)
            or normal.startswith(" averaged ", term.end)
        )
    )
    return replace(link, metric=f"average_{link.metric}") if is_average else link


_AVERAGE = re.compile(
    r"\baverage (?:(?:loans|deposits) (?:and|as well as) )?(?:(?!of\b|on\b|to\b|in\b|for\b|and\b|rate|yield|cost)[\w'&]+ ){0,4}$"
)


def _gross_or_net(reading: Reading) -> str | None:
    """The leverage said behind the number: "a leverage ratio of 2.7 times gross debt to EBITDA and 2.3 times on a net debt basis"."""
    is_leverage = reading.link.metric in ("net_leverage", "gross_leverage")
    debt = _OF_DEBT.match(reading.normal, reading.quantity.end) if is_leverage else None
    return f"{(debt['what'] or debt['basis']).replace('total', 'gross')}_leverage" if debt else None


_OF_DEBT = re.compile(
    r"(?: times| turns)?,? (?:(?P<what>gross|net|total) debt to\b|on an? (?P<basis>gross|net)(?: debt)? basis\b)"
)


def _with_investments(reading: Reading) -> str | None:
    """What cash is told with in one sum: "$42 million in cash and cash equivalents, restricted cash and short-term investments"."""
    is_sum = reading.link.metric == "cash_and_cash_equivalents" and _AND_INVESTMENTS.match(
        reading.normal, reading.link.term.end
    )
    return "cash_and_short_term_investments" if is_sum else None


_AND_INVESTMENTS = re.compile(
    r"(?:,? (?:and )?(?:cash equivalents|restricted cash))*,? (?:and|as well as)? ?(?:our )?(?:short term|liquid|current|marketable) (?:investments|bank deposits|time deposits|deposits|securities)\b(?! (?:was|were|totaled|of|stood)\b)"
)
"""What is in the sum besides cash; not what has a number of its own: "cash was $4 million and short-term investments were …"."""


def _with_all(reading: Reading) -> str | None:
    """The metric of growth said to be of all behind the number: "down 8.6% organically and 6.1% when including acquisitions"."""
    if reading.link.metric != "organic_revenue":
        return None
    quantity, before, term = reading.quantity, reading.before, reading.link.term
    is_of_all = _WITH_ALL.match(reading.normal, quantity.end) is not None
    # "up 10% organically and up 4% sequentially": what grew organically is the number before
    is_next = before is not None and term.metric.name == "organically" and before.end + 1 == term.start < quantity.start
    return "revenue" if is_of_all or is_next and _OVER_QUARTER.match(reading.normal, quantity.end) else None


_WITH_ALL = re.compile(
    r",? (?:when |if you |if we )?(?:includ(?:ing|e)|inclusive of) (?:the )?(?:impact of |contribution from |effect of )?(?:acquisitions?|m and a|currency|fx|divestitures)\b"
    r"|,? (?:on an? )?(?:as )?reported\b"
)
_OVER_QUARTER = re.compile(
    r" (?:sequentially|quarter over quarter|(?:from|over|versus|compared to) (?:the |our )?(?:first|second|third|fourth|prior|previous|last|linked) quarter(?! (?:of )?(?:last|20\d\d)))\b"
)
_ORGANIC_LEAD = re.compile(r"(?:and |but )?(?:on (?:an )?organic(?: constant currency)? basis|organically),? ")
_ORGANIC_BEHIND = re.compile(r" on (?:an )?organic(?: constant currency)? basis\b")
_ON_ORGANIC = re.compile(
    r"\b(?:on (?:an )?organic basis,?(?: our| total| net)*|organic(?P<part>(?: (?!growth\b)[\w'&]+){1,4})) $"
)
"""Growth said to be organic before the name of a part: "organic storage revenue grew 4%"."""
_ORGANIC_MOVE = re.compile(
    r"\borganic (?:increase|gain|rise|improvement|decline|decrease|drop|growth) of(?: (?:about|approximately|roughly|nearly|over|just|more|than|almost))* $"
)
"""Growth said to be organic right before its number: "sales were $950 million, an organic increase of 3%"."""
_ORGANIC_AFTER = re.compile(
    r"(?: (?:higher|lower))?(?:(?: year over year)?,? (?:on (?:an? )?)?(?:daily )?organic(?:ally)?\b(?! (?:revenue|sales|growth in))|(?: year over year)? (?:decline|decrease|increase|growth)(?: in)? organic(?:ally)?\b)"
)
