"""Numbers beside a metric that are neither a result nor an expectation of a fiscal period, whichever is spoken of."""

from __future__ import annotations

import re

from schemas.vocabulary import metrics_by_name
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.metric_exclusions import is_none_of_it
from transforms.grammar.model import Reading
from transforms.grammar.of_others import is_of_others
from transforms.grammar.wordlists import MONTH, MOVED, NO_SUBJECTS, WAS
from transforms.language.quantities import Quantity
from transforms.language.terms import MetricTerm


def is_of_neither(reading: Reading) -> bool:
    """Whether a number is of no fiscal period as it was or will be: supposed, of a month, over years, of something else."""
    return (
        _is_of_other_time(reading)
        or _is_not_so(reading)
        or is_of_others(reading)
        or _is_of_other_thing(reading)
        or is_none_of_it(reading)
    )


def _is_of_other_time(reading: Reading) -> bool:
    """Whether a number is of a day, a month, the last twelve months, or of several years."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    return bool(
        not reading.call.fiscal.ends_year
        and (
            _TWELVE_MONTHS.search(normal, 0, quantity.start)
            or _COMING_MONTHS.match(normal, quantity.end)
            or _OPENS_COMING.search(normal, 0, quantity.start)
        )
        or reading.link.metric != "dividend_per_share"  # which is declared in a month, and of the quarter
        and (_MONTH_LEAD.match(normal) or _MONTHS_OWN.search(normal, max(0, term.start - 40), term.start))
        or IN_MONTH.match(normal, quantity.end)
        or quantity.kind == "money"
        and (_AT_YEARS_RATE.search(normal, max(0, term.start - 40), term.start) or _ON_YEARS_RATE.match(normal))
        or _AS_OF_NOW.search(normal, 0, quantity.start)
        or _FOR_MONTH.search(normal, 0, quantity.start)
        or _OF_YEARS.match(normal, quantity.end)
        or quantity.kind == "percent"
        and _OF_THE_YEARS.match(normal, quantity.end)
        or reading.frame.role == "change"
        and _THAN_ANNUALIZED.match(normal, quantity.end)
        or _THAN_MONTH.match(normal, quantity.end)
        or _SINCE_YEAR.match(normal, quantity.end)
        or _SINCE_THEN.search(normal, 0, quantity.start)
        or (since := _SINCE_DID.match(normal)) is not None
        and since.end() <= quantity.start
        and int(since["year"]) < reading.call.fiscal.year - 1
        or _ANNUALIZED.search(normal, 0, quantity.start)
        or _BOUGHT_WITH.search(normal, 0, quantity.start)
        or _WHEN_BOUGHT.search(normal, term.end, quantity.start)
        or _ON_A_YEAR.match(normal, quantity.end)
        and _EQUATES_TO.search(normal, 0, quantity.start)
        or _OF_TWELVE.search(normal, max(0, term.start - 40), term.start)
        or _OVER_TIME.match(normal, quantity.end)
        or _TWO_YEARS.search(normal, 0, quantity.start)
        or quantity.kind == "money"
        and _FOR_BOTH.match(normal, quantity.end)
        or _OF_MOVED.match(normal, quantity.end)
        or _WHEN_ONCE.match(normal, 0, quantity.start)
        or quantity.end <= term.start
        and _OVER_TRAILING.match(normal, term.end)
        or not term.metric.balance
        and _TRAILING_LEAD.match(normal)
        or _ON_A_DATE.search(normal, max(0, term.start - 30), term.start)
        and {"future", "strong_future"} & reading.sentence.terms.cues.keys()
    )


_AT_YEARS_RATE = re.compile(r"\b(?:run rate|annuali[sz]ed) (?:(?:net|total|adjusted|gaap|organic) )*$")
_ON_YEARS_RATE = re.compile(r"(?:(?:and|but|so|now)[ ,]+)*(?:on|at) an? (?:annuali[sz]ed|run rate) (?:basis|rate),? ")
"""What a quarter or a month would come to in a year: "our run rate revenue is now about $900 million"."""
_WHEN_BOUGHT = re.compile(
    r"\b(?:at|as of) (?:the )?time of (?:the |our |its )?(?:acquisition|purchase|closing|merger)\b"
)
"""What a company made in a year before it was bought: "Acme's net sales at the time of acquisition were $100 million"."""
_THE = re.compile(r"\b(?:the|that|our) [$£¥₠-⃏]?$")
_TYPICALLY = re.compile(
    r"\b(?:historically|traditionally|typically|usually|normally|generally),? [^;]*\b(?:have|has|run|runs|ran|been|seen|see|experienced|operated|operates?)\b|\b(?:have|has|we've|it's) (?:historically|traditionally|typically|usually|normally|generally|always)\b"
)
"""What holds in any year: "our gross margins have typically run at 40% to 42%"."""
_AS_ALWAYS = re.compile(
    r"\b(?:while|although|though) we (?:typically|usually|normally|generally|historically|traditionally) (?:expect|see|target|run|have)\b[^,;]*$"
    r"|\b(?:while|although|though) (?:our|the) (?:[\w']+ ){1,4}(?:typically|usually|normally|generally|historically) (?:is|comes|runs|falls|ranges|lands|averages)\b[^,;]*$"
)
"""What is otherwise: "while we typically expect a tax rate in the low 20s, the 2021 rate will be higher"."""
_NOW_EXPECTED = re.compile(r"\b(?:expect|anticipat|guid|forecast|project|outlook|target|will|should)\w*\b")


def _is_not_so(reading: Reading) -> bool:
    """Whether a number is only supposed, asked for, planned once, or taken back at once."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    return bool(
        _THE.search(normal, max(0, quantity.start - 8), quantity.start)
        and normal.startswith((" midpoint", " mid point"), quantity.end)  # "to get to the $110 million midpoint"
        or _AS_ALWAYS.search(normal, 0, quantity.start)
        or quantity.is_range
        and _TYPICALLY.search(normal, 0, quantity.start)
        and not _NOW_EXPECTED.search(normal, 0, quantity.start)
        or _SUPPOSED.search(normal)
        or _AT_A_PRICE.match(normal)
        or _ASSUMING.search(normal, term.end, max(term.end, quantity.start))
        or _IF.search(normal, 0, quantity.start)
        or _BREAKS_EVEN.search(normal, 0, quantity.start)
        or _VISION.search(normal, 0, quantity.start)
        or _WOULD_HAVE_WITH.search(normal, 0, quantity.start)
        or _PRO_FORMA.match(normal)
        and normal.endswith("would be ", 0, quantity.start)
        or _PRO_FORMA_YEAR.search(normal, max(0, term.start - 30), term.start)
        or _is_corrected(reading)
        or _NOT_SO.search(normal, max(0, quantity.start - 12), quantity.start)
        or _REQUESTED.search(normal, 0, quantity.start)
        or _RECOMMENDED.search(normal, 0, quantity.start)
        or _OF_PLANNED.search(normal, max(0, quantity.start - 50), quantity.start)
        or quantity.end > term.end
        and _OF_THAT_SUM.search(normal, term.end, quantity.start)
        or _HAD_BEFORE.match(normal, quantity.end)
        or _HAD_EXPECTED.match(normal, max(quantity.end, term.end))
        or reading.frame.role == "comparison"
        and _PREVIOUSLY.match(normal, quantity.end)
        or reading.frame.role != "comparison"
        and _TOUGH_COMP.search(normal, max(0, quantity.start - 90), quantity.start)
    )


def _is_held_against_other(reading: Reading) -> bool:
    """Whether a metric is what another was held against: "the provision of $13 million compared to net charge-offs of $11 million"."""
    before = reading.before
    return (
        before is not None
        and not reading.done
        and reading.frame.role == "comparison"
        and _COMPARED_TO_OTHER.fullmatch(reading.normal, before.end, reading.link.term.start) is not None
        and not any(span.is_comparison and span.start > before.end for span in reading.sentence.spans)
    )


_COMPARED_TO_OTHER = re.compile(r",? compared (?:to|with) (?:the |our )?(?!a )")
_TOUGH = re.compile(
    r"\b(?:tough|difficult|challenging|hard|strong|easy|easier|tougher|stronger|toughest|hardest)(?: prior[- ]year| prior)? $"
)
_COMP_BEHIND = re.compile(r" (?:growth )?(?:comp|comps|comparison|comparisons|compare|comparable)\b")
"""What growth is held against: "off a very tough 42% growth comp"."""
_AND_THAT_IS = re.compile(r",? (?:and (?:that's|that is|this is|it's)|which (?:is|was))\b")
"""What is left out is not what goes on: "opex was 30% of revenue, excluding depreciation and that's up 80 basis points"."""
_BETA = re.compile(r" (?:(?:cumulative|deposit|down|total|cycle|through the cycle) )*betas?\b")
"""How far deposits follow the market is neither deposits nor their cost: "deposit beta improved to 53%"."""
_REVISED_BY = re.compile(
    r" (?:increase|decrease|reduction|raise|cut) (?:to|in|of|from) (?:our|the) (?:[\w-]+ ){0,3}(?:outlook|guidance|forecast|budget)\b"
)
"""How far what is expected was moved: "this is a 2% increase to our annual guidance"."""


def _is_of_other_thing(reading: Reading) -> bool:
    """Whether a number is of something beside the metric: what drives it, what was bought, each of some parts, several things together."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    return bool(
        term.metric.cost
        and quantity.kind == "money"
        and quantity.end <= term.start
        and _ACCOUNT_FOR.search(normal, 0, quantity.start)
        or quantity.kind == "percent"
        and _OF_THAT_TO.match(normal, quantity.end) is not None
        or (driver := _OF_DRIVER.match(normal, quantity.end)) is not None
        and quantity.kind in ("percent", "point")
        and term.end <= quantity.start
        and not reading.link.metric.startswith(driver["word"][:4])
        or _is_beside_share(reading)
        or reading.frame.role == "change"
        and _OVER_AVERAGE.match(normal, quantity.end) is not None
        or reading.before is not None
        and term.end <= reading.before.start
        and reading.frame.role == "level"
        and _WE_RECORDED.search(normal, reading.before.end, quantity.start) is not None
        and _FOR_OTHER.match(normal, quantity.end) is not None
        or _REVISED_BY.match(normal, quantity.end) is not None
        or _CAP_RATE.match(normal, quantity.end) is not None
        or reading.link.metric in ("dividend_per_share", "dividends", "share_repurchases")
        and _NOTES.match(normal, quantity.end)
        or reading.link.metric == "operating_income"
        and _PARTICIPATION.search(normal, 0, term.start)
        or reading.frame.role == "change"
        and term.metric.balance
        and _WHICH_GREW.fullmatch(normal, term.end, quantity.start)
        and _ORIGINATED.search(normal, 0, term.start)
        or _IN_NEW_BUSINESS.match(normal, quantity.end)
        and "new business" not in normal[term.start : term.end]
        or normal.endswith((" on a ", " on an "), 0, quantity.start)
        and normal.startswith(" basis", quantity.end)
        or _WHICH_IS.search(normal, max(0, term.start - 30), term.start)
        and _LESS_THAT.match(normal, term.end)
        or reading.link.metric in _IN_WHOLES
        and quantity.kind == "number"
        and not (quantity.scaled or quantity.value.is_integer())
        or normal.endswith("excluding ", 0, term.start)
        and _AND_THAT_IS.match(normal, term.end) is not None
        or _BETA.match(normal, quantity.end) is not None
        or _BETA.match(normal, term.end) is not None
        or _COMP_BEHIND.match(normal, quantity.end) is not None
        and _TOUGH.search(normal, max(0, quantity.start - 30), quantity.start) is not None
        or _is_held_against_other(reading)
        or reading.frame.role == "level"
        and reading.before is not None
        and term.end <= reading.before.start
        and _ON_SO_MUCH.search(normal, reading.before.end, quantity.start)
        or reading.frame.role == "level"
        and quantity.kind == "point"
        and _TO_RATE.match(normal, quantity.end)
        or _PLUS_ANOTHER.search(normal, max(0, term.start - 12), term.start)
        or quantity.kind == "percent"
        and (beside := _BESIDE_IN_LIST.search(normal, term.end, quantity.start)) is not None
        and beside["word"] in NO_SUBJECTS
        or quantity.kind == "money"
        and _RATE_WITH.search(normal, 0, quantity.start)
        and normal.startswith(" of ", quantity.end)
        or _OF_WHO.match(normal, quantity.end)
        or _WHICH_CARRIES.search(normal, 0, quantity.start)
        or term.end <= quantity.start
        and _LEFT_OUT.search(normal, max(0, term.start - 60), term.start)
        and normal.startswith(",", term.end)
        or _PROCEEDS.search(normal, 0, term.start)
        or _LEFT_TO_DRAW.match(normal, quantity.end)
        or _BRIDGE.match(normal, quantity.end)
        or is_of_shares(normal, term)
        and not _BOUGHT.search(normal, 0, max(quantity.start, term.start))
        or reading.link.rule == "left"
        and (
            _IN_BENEFITS.match(normal, quantity.end)
            and _AND.fullmatch(normal, term.end, quantity.start)
            or quantity.kind == "money"
            and _OF_WINS.match(normal, quantity.end)
            or _SOME_OF_THE.search(normal, max(0, quantity.start - 40), quantity.start)
        )
        or quantity.kind == "number"
        and _OF_TIME.match(reading.sentence.text, quantity.end)
        or (reading.frame.role, quantity.kind, quantity.scaled) == ("change", "number", False)
        and reading.link.metric in _VOLUMES
        and abs(quantity.value) < _FEWEST
        or _PER_BASIS.match(normal, quantity.end)
        or _ON_PER_BASIS.search(normal, 0, quantity.start)
        or _ADDED_BACK.search(normal, 0, quantity.start)
        or quantity.kind in ("point", "percent")
        and _TAKEN_OUT.search(normal, 0, quantity.start)
        or reading.link.metric == "eps"
        and _BASIC_AND.search(normal, 0, quantity.start)
        and _AND_DILUTED.match(normal, quantity.end)
        or (own := _OWN_GROWTH.search(normal, 0, quantity.start)) is not None
        and own.start() > term.end + len(" and ")  # "loan and deposit growth of $1.4 billion and $5.4 billion"
        or (other := _ON_MARGIN.match(normal, quantity.end)) is not None
        and other["margin"] not in normal[term.start : term.end]
        or _OF_WHICH.match(normal, quantity.end)
        or term.end <= quantity.start
        and _is_of_thing_since(reading)
        or _FOR_THOSE.match(normal, quantity.end)
        or quantity.kind == "percent"
        and (_IS_OIL.match(normal, quantity.end) or _CONTRIBUTED_AND.search(normal, 0, term.start))
        or quantity.end <= term.start
        and normal.startswith(" growth", term.end)
        and _CONTRIBUTES.search(normal, 0, quantity.start)
        or reading.frame.role == "change"
        and _FROM_PEAK.match(normal, quantity.end)
        or normal.endswith(" and ", 0, term.start)
        and _IN_TOTAL.match(normal, quantity.end)
        or _PER_SO_MUCH.search(normal, 0, quantity.start)
        or (reading.frame.role == "change" or quantity.kind == "percent")
        and (
            _EACH_PART.search(normal, 0, quantity.start)
            or IN_EACH_PART.match(normal, max(quantity.end, term.end))
            or term.end <= quantity.start
            and IN_EACH_PART.match(normal, term.end)
        )
        or reading.frame.role in ("level", "share", "comparison")
        and quantity.kind != "point"
        and _is_of_two_costs(reading)
        or not term.metric.segments
        and _is_held_by_part(reading)
        or term.metric.balance
        and _BROUGHT_TO.search(normal, 0, quantity.start)
        or reading.link.metric != "total_debt"
        and _MATURING.search(normal, max(0, quantity.start - 40), quantity.start)
    )


def _is_of_thing_since(reading: Reading) -> bool:
    """Whether a number behind its metric is of another thing named since: "savings of $25 million and additional investments of $15 million"."""
    normal, quantity, term, before = reading.normal, reading.quantity, reading.link.term, reading.before
    return bool(
        _OWN_NAME_OF.search(normal, term.end, quantity.start)
        or _HIGHLIGHT.search(normal, term.end, quantity.start)
        and normal.startswith((" in ", " of "), quantity.end)
        or _AS_WELL_AS.search(normal, term.end, quantity.start)
        and _OF_THAT.match(normal, quantity.end)
        or _RELATES.match(normal, quantity.end)
        or _OF_BALANCE_SHEET.match(normal, quantity.end)
        or _TAKEN_FROM.match(normal, quantity.end)
        or reading.frame.role == "change"
        and _REFLECTS_UPDATE.match(normal, quantity.end)
        or _RANGED.search(normal, term.end, quantity.start)
        or _TO_MEET.search(normal, 0, quantity.start)
        or _INVESTED.search(normal, term.end, quantity.start)
        or quantity.kind == "point"
        and _ITS_EFFECT.search(normal, 0, term.start)
        and _BY_POINTS.fullmatch(normal, term.end, quantity.start)
        or before is not None
        and normal.startswith(" pro forma for ", quantity.end)  # "grew 12%, and 7% pro forma for the acquisition"
        or _OWN_LOSS.search(normal, term.end, quantity.start)
        or _LED_BY.search(normal, term.end, quantity.start)
        and _OF_GROWTH.match(normal, quantity.end)
        or quantity.kind == "percent"
        and normal.endswith(" on ", 0, quantity.start)
        and _LESS_OF.match(normal, quantity.end)
        or _AND_A.fullmatch(normal, term.end, quantity.start)
        and _OTHER_SUM.match(normal, quantity.end)
        or reading.frame.role == "change"
        and before is not None
        and term.end <= before.start
        and _AS_OTHER.search(normal, 0, quantity.start)
        and _GROWTH_IN_ONE.match(normal, quantity.end)
    )


_CONTRIBUTES = re.compile(rf"\bcontribut(?:e|es|ed|ing) {HEDGES}[$£¥₠-⃏]?$")
"""What brings about some of a growth: "we expect pricing to contribute about $50 million of EBITDA growth"."""
_CONTRIBUTED_AND = re.compile(r"\bcontributed [\d.]+ ?(?:%|percent)(?: to (?:[a-z]+ ){1,3}|,? )and $")
"""What brought about some of a growth: "price contributed 19% to growth and volume 5%"."""
_IS_OIL = re.compile(r" (?:(?:crude )?oil|(?:natural )?gas|liquids|ngls)(?=[,.;]|$| and [\d.]+ ?(?:%|percent) )")
"""How much of what is produced is what: "production of 19,800 BOE per day, 69% oil"."""
_LESS_OF = re.compile(r" (?:less|more|lower|higher|fewer) (?!than\b)[a-z]+")
"""What a change rests on: "revenue passenger miles fell 3% on 2% less capacity"."""
_FROM_PEAK = re.compile(r" from (?:the|its|our|their|a)(?: [a-z]+)? (?:peak|high|low|trough)\b")
"""What something is held against is no period: "the cost of deposits fell 18 basis points from the peak in July"."""
_ON_SO_MUCH = re.compile(r"\bon an? (?:[a-z]+ ){1,6}of (?:(?:about|approximately|nearly|over|only|just) )*[$£¥₠-⃏]?$")
"""What a change rests on: "grew margins by 300 basis points on a sales retention of 75%"."""
_OF_THAT_TO = re.compile(r" of (?:that|it|this|which) (?:to|for|towards?|on|in)\b")
"""What is done with an amount: "to return at least 60% of that to shareholders"."""
_BROUGHT_TO = re.compile(
    r"\b(?:brought|brings?|bringing) (?:[\w']+ ){1,7}(?:reductions?|paydowns?|repayments?|increases?|growth) (?:[\w']+ ){0,3}to (?:[\w']+ )?[$£¥₠-⃏]?$"
)
"""How much a balance changed in all: "which brought our full year debt reduction to $1.1 billion"."""
_OWN_GROWTH = re.compile(
    r"\b(?:income|earnings|profit|cost|expense|volume|customer|unit|loan|deposit|premium) growth of(?: (?:about|approximately|around|roughly|nearly|over|at least|up to))* ?$"
    r"|\band (?:our )?(?:income|earnings|profits?|costs?|expenses?|volumes?) (?:(?:should|will|would|(?:is|are) expected to) )(?:grow|increase|rise|decline|decrease|fall|be (?:up|down))(?: by)?(?: (?:about|approximately|around|roughly|nearly|over|at least|up to))* ?$"
)
"""What grows so is not the metric before it: "revenue to grow at least 4%, and we expect income growth of 5%"."""
_BASIC_AND = re.compile(
    r"\bbasic and (?:fully )?diluted (?:[\w']+(?:, which)? ){1,6}(?:(?:[\w']+ ){1,6}[\w']+, )?(?:was|were|of|came in at) [$£¥₠-⃏]?$"
)
_AND_DILUTED = re.compile(r" and [$£¥₠-⃏]?[\d.]+[^;]{0,60}\brespectively\b")
"""Basic earnings a share beside diluted ones: "basic and diluted EPS were $0.10 and $0.09, respectively"."""
_ON_MARGIN = re.compile(r" on (?:the |our )?(?P<margin>operating|gross|ebitda|ebit|net|segment) margins?\b")


_CAP_RATE = re.compile(
    r" (?:(?:average|blended|cash|initial|nominal|stabilized|exit) )*(?:cap|capitalization) rates?\b"
)
"""What a building was priced by: "an initial yield of 6.4%, and sold buildings at a 5.9% cap rate"."""
_OVER_AVERAGE = re.compile(
    r",? (?:as )?(?:compared (?:to|with)|versus|over|from|relative to|above|below|than) (?:the |our |an? )?(?:[\w'-]+ ){0,3}average (?:of|over|for|from|in)\b"
)
"""Growth over more than a quarter or a year: "up over 16% compared to the average of the final three quarters"."""
_WE_RECORDED = re.compile(
    r"(?:,? and|[;,]) we (?:also )?(?:recorded|incurred|took|booked|recognized|accrued|spent|paid|invested|set aside)(?: (?:about|approximately|an additional|another|nearly|over))* [$£¥₠-⃏]?$"
)
_FOR_OTHER = re.compile(
    r" (?:for|of|in|on|to|towards?|related to|associated with|as) (?!(?:the |our )?(?:(?:first|second|third|fourth|full|current|fiscal) )*(?:quarter|year|half|period|20\d\d|q[1-4])\b)"
)
"""What was spent or booked beside a metric, and for what: "debt was $454 million, and we recorded $283 million for a settlement"."""


def _is_beside_share(reading: Reading) -> bool:
    """Whether an amount has a noun of its own behind one a share: "AFFO of $4.17 per share and investment volume of $5 billion"."""
    done, before, term = reading.done, reading.before, reading.link.term
    return (
        before is not None
        and bool(done)
        and done[-1].quantity is before
        and done[-1].unit == "currency_per_share"
        and reading.link.unit == "currency"
        and term.end <= before.start
        and _AND_NOUN_OF.fullmatch(reading.normal, before.end, reading.quantity.start) is not None
    )


_AND_NOUN_OF = re.compile(
    r"(?: per (?:diluted |common )*share)?,? (?:and|with) (?:an? |our |the )?[a-z]+(?: [a-z]+){0,3} of (?:(?:about|approximately|around|roughly|nearly|over|up to) )*[$£¥₠-⃏]?"
)


def _is_of_two_costs(reading: Reading) -> bool:
    """Whether what is said is of two costs together: "our SG&A and R&D costs were $107 million or 17% of sales, up from $100 million"."""
    term, normal = reading.link.term, reading.normal
    before = next((other for other in reading.context.terms if 0 < term.start - other.end <= len(" and our ")), None)
    if not (before and before.metric.cost and term.metric.cost and _AND.fullmatch(normal, before.end, term.start)):
        return False
    first, *later = [said for said in reading.sentence.quantities if said.start >= before.end] or [reading.quantity]
    return 0 <= first.start - term.end < _NEAR and not any(
        _AND.fullmatch(normal, first.end, said.start) for said in later
    )


_NEAR = 45
"""So near behind a metric stands its amount: "were", "for the second quarter were"."""


def _is_held_by_part(reading: Reading) -> bool:
    """Whether a balance that only the whole has is said of a part: "Harbour Finance had $1.7 billion of cash"."""
    if not reading.link.term.metric.balance:
        return False
    whole = next((said for said in reading.done if said.metric == reading.link.metric), None)
    if whole and _INCLUDING_AT.search(reading.normal, whole.quantity.end, reading.quantity.start):
        return True
    part = reading.topic.segment if reading.topic.led else None
    if part is None:
        return False
    name = re.escape(part).replace("_", "[ ,]+(?:and )?")
    return bool(
        re.search(
            rf"\b{name}(?: segment| business)? (?:had|has|held|holds|ended|finished)\b[^,;]*$",
            reading.normal[: reading.quantity.start],
        )
    )


_INCLUDING_AT = re.compile(
    r", including (?:[\w']+ ){0,4}[$£¥₠-⃏]?(?:[\d.]+ (?:million|billion) (?:at|in) [\w' ]{2,40} and [$£¥₠-⃏]?)?$"
)
"""What a balance is made up of: "cash of $451 million, including cash of $76 million at Harbor Homes and $148 million at Ligo"."""
_RATE_WITH = re.compile(r"(?:%|percent) with(?: (?:about|approximately|nearly|over))* [$£¥₠-⃏]?$")
"""Something else behind a rate: "replaced $540 million at an average cost of 4.71% with $415 million of debt"."""
_BESIDE_IN_LIST = re.compile(r"\d ?(?:%|percent)(?:,|,? and) (?:our )?(?P<word>[a-z]+) $")
"""Whose rate stands beside that of the metric in a list: "revenue rose 12%, wages 4% and rents 3%"."""
_PLUS_ANOTHER = re.compile(r"\b(?:price|pricing|yield|mix|volume|opex|operating expense|cost|expense)s? plus $")
"""What is said of two things together: "price plus volume growth of 11%", "opex plus capex of $300 million"."""
_PROCEEDS = re.compile(
    r"\bproceeds (?:after|net of|before|less) (?:the |our |repaying |repayment of )*(?:[\w']+ ){0,2}$"
)
"""What a sale brings, less something: "net proceeds after its mortgage should be $137 million"."""
_PRO_FORMA_YEAR = re.compile(r"\bpro forma (?:annual|annualized|combined annual) (?:net |total )?$")
"""What a company would sell in a year with what it buys: "our scale with pro forma annual sales of $1.5 billion"."""
_TOUGH_COMP = re.compile(
    r"\b(?:tough|tougher|difficult|strong|hard|challenging|easy|easier)\b[^,;$%]{0,40}\b(?:compar(?:able|ison|e)s?|comps?) of (?:[\d.]+ ?(?:%|percent) and )?$"
)
"""What growth is held against: "faced tough fourth-quarter comparables of 10% and 30%"."""
_LEFT_OUT = re.compile(r"[a-z], excluding (?:[\w']+ ){0,3}$")
"""What is left out of another figure: "the total of these portfolios, excluding construction loans, was $1.6 billion"."""
_WHICH_CARRIES = re.compile(
    r"\b(?:sales|revenues?|business|products?), (?:which|that) (?:carr(?:y|ies|ied)|has|have|had|earns?) (?:an? )?(?:gross |operating |segment )*(?:margins? of )?(?:(?:about|approximately|nearly|over) )*$"
)
"""What one kind of sales earns is not what all do: "service revenue, which carries a 55% gross margin, rose 12%"."""
_OF_WHO = re.compile(
    r" of (?:our |the |these |all )?(?:[\w']+ ){0,2}(?:customers|clients|employees|associates|people|patients|users|tenants|suppliers) (?:have|has|had|are|were|will|chose|did|now|said|renewed)\b"
)
"""What so many do is no share of a metric: "sales will rise as 65% of our customers have selected it"."""
_NOT_SO = re.compile(r", (?:and )?not [$£¥₠-⃏]?$")
"""What a figure is not: "prices rose 6%, not 16%"."""
_PARTS = r"(?:countr(?:y|ies)|segments?|business(?:es)?|regions?|divisions?|units?|categor(?:y|ies)|brands?|geograph(?:y|ies)|markets?|sbus?|lines?|channels?|banners?|groups?)"
IN_EACH_PART = re.compile(
    rf" (?:(?:growth|increases?|declines?|improvement) )?(?:coming )?(?:in|for|at|within|across|from) (?:each|both|all(?=(?: of)?(?: our| the)? (?:\d|two|three|four|five|six|seven)\b)|(?:nearly |almost |virtually )?every|(?:two|three|four|five|six|seven|eight|nine|several|most|many)(?= of (?:our|the|these|those) (?:two|three|four|five|six|seven|eight|nine|ten)\b))(?: of)?(?: (?:our|the|these|those))?(?: (?:\d|two|three|four|five|six|seven))? (?:[\w'&]+ ){{0,2}}{_PARTS}\b"
)
"""Behind what holds for each of some parts: "EBIT to grow in three of our four segments"."""
_EACH_PART = re.compile(
    rf"\b(?:(?:each|both|all|every one|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|most)(?! of all))(?: of)?(?: (?:our|the|these|those))?(?: (?:two|three|four|five|six|seven))? (?:[\w']+ )?{_PARTS}(?:(?:'s?)? (?:sales|revenues?|orders|earnings))?|all but(?: (?!and\b)[\w&']+){{1,4}}?)"
    rf" (?:also |again |each |all |have |should |will |would |are |is |expected to )*(?:enjoy|{MOVED}|grow|grown|increas|declin|decreas|improv|deliver|generat|contribut|post|saw|see|had|report|achiev|experienc|show|record)\w*\b(?:(?!\b(?:total|consolidated|overall|company|with|while)\b)[^,;])*$"
)
"""What each of some parts did is not what the whole did: "each of our segments generated double-digit sales growth"."""
_PER_SO_MUCH = re.compile(r"\bper [$£¥₠-⃏]$")
"""What is held against so much of a metric: "a dilution of 6 basis points per $1 billion of excess cash"."""
_MATURING = re.compile(r"\b(?:maturities|recoveries) of (?:about |approximately )?[$£¥₠-⃏]$")
_OF_WHICH = re.compile(
    r" of (?:which|it) (?:(?:was|were|is|are) (?:primarily |mainly |largely )?(?:due|related|attributable|associated|driven|the result)|relate[sd]?|came|comes)\b"
)
"""A sum of which the reason is told: "compared to a $9.8 million provision, $3.2 million of which was due to a deal"."""
_IN_TOTAL = re.compile(r",? (?:in total|combined|together|in (?:the )?aggregate|in combination)\b")
"""What two things come to: "amortization of the system and depreciation of the hardware will be $5 million in total"."""
_AS_OTHER = re.compile(r"(?:, |\b(?:as|while|whereas|despite) (?:an? )?)$")
_GROWTH_IN_ONE = re.compile(
    r" (?:growth|increases?|declines?|decreases?) in (?!(?:the|this|that|both|constant|local|all|each|our|total|overall|[\w]+ (?:quarter|year|months))\b)[a-z][\w&' ]{2,60}(?:,| and\b|\b(?:was|were|(?:more than |partially |partly )?(?:offset|outpaced))\b)"
)
"""A growth that another one has: "sales fell 7% in constant currency, double-digit growth in mass transit was offset by declines"."""
_AND_A = re.compile(r",? and an? (?:[a-z]+ )?[$£¥₠-⃏]?")
_OTHER_SUM = re.compile(
    r" (?:excess|access|cushion|surplus|facility|revolver|credit|program|authorization|loan|notes?|term|undrawn|unused|revolving)\b"
)
"""Another sum behind a metric: "holding company liquidity and a $2.3 billion excess to the requirements"."""
_OWN_NAME_OF = re.compile(
    r" and (?:(?:additional|incremental|new|further|related|offsetting) )?(?:investments?|reinvestments?|spending|dis synergies|headwinds|expenses) of(?: (?:about|approximately|roughly))* [$£¥₠-⃏]?$"
)
"""Another sum by its name: "savings of $25 million and additional investments of $15 million"."""
_HIGHLIGHT = re.compile(r"\bhighlighted by(?: (?:about|approximately|over|nearly))* [$£¥₠-⃏]?$")
"""A sum that a change is made of: "loans increased $552 million, highlighted by $894 million in fundings"."""
_AS_WELL_AS = re.compile(r"\bas well as(?: (?:an?|about|approximately|another|some))* [$£¥₠-⃏]?$")
_OF_THAT = re.compile(r" (?:of|in) [a-z]")
"""A number with a name of its own behind it: "the benefit of volume growth as well as 160 basis points of cost savings"."""
_RELATES = re.compile(
    r",? (?:is|are|was|were) (?:primarily |mainly |largely )?(?:related|attributable|allocated|dedicated|earmarked|associated) (?:to|for|with)\b"
)
"""A share of what was told, by what it is for: "$106 million for maintenance and $123 million is related to the project"."""
_OF_YEARS = re.compile(
    r" (?:[\w']+ ){0,3}(?:plan|program|budget) (?:for|from|covering) (?:fiscal )?20\d\d (?:to|through) (?:fiscal )?20\d\d\b"
)
"""What is planned for years together: "our $4 billion capital plan for 2025 to 2029"."""
_OF_THE_YEARS = re.compile(
    r" of (?:the|our) (?:full|whole|entire|total|annual)[ -](?:year(?:'s)?|total|amount|figure)\b(?! (?:net |total )?(?:sales|revenues?)\b)|,? of (?:the|our) annual (?:total|amount|earnings|eps|profit)\b"
)
"""A quarter's share of its year: "Q1 revenue should represent roughly 23% of the full year"."""
_RANGED = re.compile(r"\branged from (?:an? )?[\d.]+% [^;]* (?:at|in|for) [^;]*|\branged from (?:an? )?$")
"""What several parts did: "the improvement in sales ranged from a 20% increase at Lamps to a 9% increase at Shades"."""
_TO_MEET = re.compile(
    r"\bto meet (?:our |the |that |this )?(?:projected|expected|anticipated|forecast(?:ed)?|future|growing)\b[^,;.]*$"
)
"""What something else is built for: "we build two plants to meet expected sales growth of 4%"."""
_INVESTED = re.compile(r" (?:and )?(?:also )?invested (?:about |approximately |nearly |over )?[$£¥₠-⃏]?$")
"""What was done beside the earnings: "we earned 60 cents per share, invested $1.2 billion in our network"."""
_ITS_EFFECT = re.compile(
    rf"\b(?:{MOVED}|lower|higher)\b[^;]* and (?:also )?(?:reduced|lowered|increased|improved|hurt|lifted) (?:our|the) $"
)
_BY_POINTS = re.compile(r" by (?:(?:about|approximately|roughly|nearly|around) )?")
"""What the move of another did to a rate: "funding costs rose 40 basis points and lowered our margin by 10 basis points"."""
_REFLECTS_UPDATE = re.compile(r" (?:also )?reflects? (?:the|an|our) (?:updated?|addition|announcement|inclusion|new)\b")
"""How far an outlook moved: "the capex increase of $90 million reflects the addition of a second mill"."""
_TAKEN_FROM = re.compile(
    r" (?:reduction|headwind|drag|tailwind|benefit) to (?:(?:our|the|fiscal|full|year|\d{2,4}|reported|total|net|organic|consolidated) )*(?:sales|revenues?|growth)\b"
)
"""What one thing did to sales: "the sale of Lamps is a 2% headwind to reported sales"."""
_OF_BALANCE_SHEET = re.compile(r" of (?:our|the) balance sheet\b")
"""What everything owned is made up of: "our liquidity is strong, with a quarter, or 25% of our balance sheet, in cash"."""
_OWN_LOSS = re.compile(
    rf"\b(?:loss(?:es)?|gains?) on (?:[\w']+ ){{0,4}}[\w']+(?:,? which)? (?:{MOVED}|{WAS}|of)\b[^,;]*$"
)
"""What was lost on one thing brought a figure down: "EBITDA fell on a higher loss on handsets, which rose $70 million"."""
_LED_BY = re.compile(
    r"\b(?:led|driven|offset|helped|supported) by (?:(?:about|approximately|nearly|over|an?) )*[$£¥₠-⃏]?(?:[\d.,]+ (?:million|billion),? or (?:about |approximately )?)?$"
)
_OF_GROWTH = re.compile(
    r"(?:,? or [\d.]+ ?(?:%|percent))? (?:of|in) (?:[\w'-]+ ){1,4}?(?:growth|increases?|declines?|decreases?|outflows?|inflows?)\b"
)
"""What one thing grew by: "deposits increased to $26 billion, led by $2.4 billion or 12% of transaction deposit growth"."""
_FOR_THOSE = re.compile(
    r" of (?:that|them|those|these)(?:'s|'re)? (?:is|are|was|were|being|having|doing|com(?:es?|ing)|flow(?:s|ing)|relat\w+|due|in|from)\b|(?: basis points| growth)? (?:for|on) (?:those|these) (?:loans|deals|projects|contracts|assets|investments|acquisitions|customers|stores|products|homes)\b"
)
"""Some of what was just told, or of some things alone: "with $158 million of that having come in late", "a margin of 2% for those loans"."""
_OF_TIME = re.compile(r"-(?:minute|hour|day|night|week|month|year)s?\b")
"""How long something is: "we support our customers with a second 90-day deferral"."""
_VOLUMES = frozenset({"volume", "units_sold", "production", "traffic", "throughput"})
_FEWEST = 100
"""By fewer no volume of a company moves: "volume was down 2" leaves out the percent."""
_ADDED_BACK = re.compile(r"\badd(?:s|ed|ing)? back (?:in )?(?:(?:the|of|about|approximately) )*[$£¥₠-⃏]?$")
"""What is put to a figure again is not the figure: "adjusted FFO adds back the $76 million of merger-related costs"."""
_TAKEN_OUT = re.compile(
    rf"\b(?:back|tak|strip)(?:s|e|es|ed|ped|ing|ping)? (?:out |(?=[^,;]{{1,40}} out\b))(?:the |of )*{HEDGES}$"
)
"""What is taken out of a rate is not the rate: "if you back out 7 basis points of accretion, NIM was 3.34%"."""
_A_BASIS = r"on an? per (?!share|diluted|day|work|sell|calendar)[a-z]+(?: [a-z]+)? basis\b"
_ON_PER_BASIS = re.compile(
    rf"(?:^|[,;] |\b(?:and|but) ){_A_BASIS}(?:(?! and )[^,;]|, (?:it|we|our|the|[a-z]+ (?:was|were))\b)*$"
)
_PER_BASIS = re.compile(rf" {_A_BASIS}")
"""What a metric is held against is no change of it: "inventories were down 6% on a per-store basis"."""
_OF_PLANNED = re.compile(
    r"\bof (?:the|our) planned (?:[$£¥₠-⃏]?[\d.,]+ (?:million|billion) (?:and|to) )?[$£¥₠-⃏]?$"
    r"|\b(?:complet|execut|us|utili[sz]|deploy|finish)ed [^,;]{0,20}[\d.,]+(?: million| billion)? of (?:the|our|that|this) [$£¥₠-⃏]?$"
    r"|(?:%|percent|half|third) of (?:the|our) (?:full year|total year|annual|fiscal(?: year)?|20\d\d)(?: [a-z]+)? [$£¥₠-⃏]?$"
)
"""A sum of which a part is spoken of: "we have completed $95 million of the $110 million buyback"."""
_OF_THAT_SUM = re.compile(rf"\bof (?:that|which|this|these|those),? {HEDGES}[$£¥₠-⃏]?$")
"""Some of what was told: "deposits were down $310 million, and of that about $200 million was seasonal"."""
_HAD_BEFORE = re.compile(
    r"(?: range)? (?:that |which )?we (?:had|gave|guided to|provided|said|communicated)(?: \w+){0,2} (?:before|previously|earlier|last quarter)\b"
    rf"|(?<=illion) (?:that |which )?we (?:talked about|guided to|gave|discussed|mentioned) in (?:{MONTH})\b"
)
"""A range that another replaces: "as opposed to the $4.56 to $5 that we had before"."""
_REQUESTED = re.compile(
    r"\b(?:seeking|requesting|requested|requests|applied for|sought|asking for|asked for) (?:an? |our |the )?(?:[\w']+ ){0,4}(?:increase|revenue|rates?|return|roe)\b[^.;]{0,40}$"
    r"|\b(?:was|were|been) (?:authorized|granted|approved|awarded) (?:an? )?(?:(?:additional|incremental|new|annualized|annual|rate) )+(?:[\w']+ ){0,2}(?:revenues?|rates?|increases?) of $"
    r"|\b(?:forward|future|historical|historic) test year\b(?:[^.;]|\.\d)*$"
    r"|\b(?:application|request|filing|petition|rate case|rate review) (?:also )?(?:includes?|included|seeks?|proposes?|asks?|reflects?|requests?|assumes)\b(?:[^.;]|\.\d)*$"
)
"""What is asked of a regulator is not earned."""
_RECOMMENDED = re.compile(
    r"\b(?:staff|commission|intervenors?|regulators?|consumer counsel|administrative law judge|alj) (?:has |have |had |also )*(?:recommend|propos|advocat|testif|suggest)\w+\b"
)
"""What others advise a regulator to allow: "the commission's staff recommended an equity ratio of 50%"."""
_IF = re.compile(
    r"\bif (?:our |the )?(?:[\w']+ ){1,3}(?:is|are|was|were|comes? in|grows?|grew|declined?|declines|increased?|increases|decreased?|decreases|falls?|fell|rises?|rose|dropped|drops?) [^,]*$"
    r"|(?:\bnot|n't) be (?:at all )?(?:surprised|shocked) (?:if|to see) [^;]*$"
    r"|\b(?:disappointed|surprised|unhappy|shocked) if (?:we|it|they) (?:(?:did|do|were|are|could|can) ?not|didn't|don't|weren't|aren't|couldn't|can't)\b[^,;]*$"
)
"""A condition: "if sales rise mid-single digits, margins should be 10%"."""
_TO_RATE = re.compile(r" to (?:about |approximately |an? )*[\d.]+ ?(?:%|percent)")
"""Where a rate moved to, by an unknown verb: "the margin seesawed 3 basis points to 3.12%" tells no level of 0.03%."""
_IN_BENEFITS = re.compile(
    r" (?:in|of) (?:[a-z]+ ){0,2}(?:benefits?|proceeds|grants?|assistance|subsid\w+|relief|fees|payments|funding|savings)\b"
)
_OF_WINS = re.compile(
    r" (?:in|of) (?:(?!of|in|and|or|from|for)[a-z]+ ){0,3}(?:benefits|proceeds|wins|awards|inflows|outflows|charges|subsidies)\b"
)
"""What was gained beside a metric: "sales grew as the unit delivered $33 million of annualized new wins"."""
_AND = re.compile(r",? and(?: (?:about|approximately|another|over|nearly|more than))* [$£¥₠-⃏]?")
"""What stands beside a metric and is none of it: "cost savings and $3.9 million in benefits from programs"."""
_SOME_OF_THE = re.compile(
    r"(?:%|percent|(?<!upper )(?<!lower )(?<!back )(?<!bottom )(?<!top )half|some|most|much|all|portion|majority) of the(?: (?:about|approximately|total))* [$£¥₠-⃏]?$"
)
"""A sum of which a part is spoken of: "capex of $1.7 billion, with half of the $1.3 billion for one project"."""
_HAD_EXPECTED = re.compile(
    r" (?:that |which )?(?:we|you|they) (?:had |have |'d )?(?:originally |previously |initially )?(?:expected|anticipated|planned|forecast|projected|budgeted|guided|modeled)\b"
)
"""What was once expected: "just short of the $5 billion in revenue we had expected"."""


def is_of_shares(normal: str, term: MetricTerm) -> bool:
    """Whether what is said of shares is only of those bought back where a sentence says so: "$5 million of shares"."""
    return normal[term.start : term.end] in _SHARES


_SHARES = frozenset(
    phrase
    for phrase in metrics_by_name()["share_repurchases"].phrases
    if "purchase" not in phrase and "buyback" not in phrase
)
"""Phrases that do not say themselves that shares were bought back."""
_BOUGHT = re.compile(r"\b(?:(?:re)?purchas\w+|acquir\w+|bought|buy|buying|retir(?:e|ed|ing)|tendered|buybacks?)\b")
_TWO_YEARS = re.compile(
    r"\b(?:in|during|for|over|through) (?:fiscal )?20\d\d (?:and|to|through) (?:20)?\d\d\b[^;]*\baverag(?:ed|ing)\b[^,;]*$"
)
"""The average of some years: "during 2016 and 2017, new bookings averaged $2.7 billion"."""
_FOR_BOTH = re.compile(
    r" (?:for|over|across) (?:both|the two|those two|these two)(?: of (?:those|these|the))? (?:quarters|periods|years|halves)\b(?! (?:of|ended|respectively))"
)
"""What two periods had together: "orders totaled $17.5 million for both quarters"."""
_OVER_TIME = re.compile(
    r"(?: of (?:(?:our|the|adjusted|annual) )*(?:net income|net earnings|earnings|free cash flow|cash flow|(?:[\w']+ )?margin (?:expansion|improvement)))? over (?:time|the long(?:er)? term|the cycle|a cycle|(?:those|these|the last|the past) (?:two|three|four|five|six|seven|eight|ten|several|few|[2-9]) years|the next (?:two|three|four|five|several|few|[2-9]) years)\b"
)
"""What a company means to do in the long run: "repurchases of a minimum of 33% of our net income over time"."""
_SINCE_THEN = re.compile(
    r"\b(?:over|during|in) (?:the|that) same (?:period|time),? (?:[\w']+ ){0,3}(?:has|have) \w+|^(?:and )?over (?:this|that|the same) (?:time )?(?:period|time|span|timeframe),? |\bsince (?:that time|then|inception),? (?:[\w']+ ){0,3}(?:has|have) \w+"
)
"""What was done over many years: "over the same period, we have returned $1.9 billion to shareholders"."""
_SINCE_DID = re.compile(
    r"(?:(?:and|so|but)[ ,]+)*since (?:we |our |the )?(?:(?!last\b)[\w']+ ){1,10}?(?:in|of) (?:(?:early|late|fiscal|the) )*(?:[\w']+ )?(?P<year>20\d\d),"
)
"""What was done since some year: "since restarting our program in Q3 of 2018, we returned over $3 billion"."""
_PRO_FORMA = re.compile(r"(?:and |so )?(?:on a )?pro forma\b")
"""What would be with something that is not yet: "On a pro forma basis, net debt to EBITDA would be 1.7 times"."""
_ANNUALIZED = re.compile(
    r"\bannualized (?:(?!(?:of|was|and)\b)[a-z]+ ){0,3}growth(?: rate)? (?:of|was)(?: (?:about|approximately|nearly|over))* $"
    r"|\bat an? (?:[a-z]+ )?annuali[sz]ed (?:growth )?(?:rate|pace|clip) of(?: (?:about|approximately|nearly|over))* [$£¥₠-⃏]?$"
    r"|\bat an? (?:[a-z]+ )?run rate of(?: (?:about|approximately|nearly|over))* [$£¥₠-⃏]?$|\bexit rates? (?:(?:for|on|of|in) )?(?:[a-z]+ ){1,3}(?:is|are|was|were)(?: (?:about|approximately|nearly|over))* [$£¥₠-⃏]?$"
)
"""What a quarter would make of a year: "an annualized growth rate of 9%", "grew at an annualized rate of 8%", "a run rate of $2 billion"."""
_BOUGHT_WITH = re.compile(
    r"\b(?:mergers?|acquisitions?|deals?|transactions?) (?:with|representing) (?:(?:about|approximately|over|nearly|combined|total|estimated) )*(?:annuali[sz]ed (?:net )?revenues? of )?(?:(?:about|approximately|over|nearly) )*[$£¥₠-⃏]?$"
)
"""What was bought sells so much: "we completed 11 mergers with $64 million of annualized revenue"."""
_THAN_ANNUALIZED = re.compile(
    r" (?:(?:lower|higher|less|more|up|down|better) )?(?:than|from|over|versus|above|below|compared (?:to|with)) (?:our |the )annuali[sz]ed\b"
)
"""Against four times a quarter: "revenues will be only 2% lower than the annualized first quarter of 2020"."""
_ON_A_YEAR = re.compile(r" (?:of (?:[\w']+ ){1,3})?on an annuali[sz]ed basis\b")
_EQUATES_TO = re.compile(
    r"\b(?:equates?|equated|equating|equivalent|translat\w+) to (?:(?:about|approximately|over|nearly|an?) )*[$£¥₠-⃏]?$"
)
_OF_TWELVE = re.compile(r"\b(?:current|trailing|last|rolling) (?:12|twelve)(?: |-)months? (?:adjusted )?$")
"""What the last year made, whose name stands before the metric: "our current 12-month EBITDA is $301 million"."""
_BRIDGE = re.compile(r"(?: per (?:diluted )?share)? (?:walk|bridge)\b")
"""How far it is from one to another: "the $0.76 walk from last year's EPS to this year's"."""
_LEFT_TO_DRAW = re.compile(
    r" (?:remaining|available|undrawn|unused|left)(?: capacity| to draw)? (?:under|on) (?:the |our |its )?(?:[\w']+ ){0,3}(?:line|credit|revolver|facility|authorization|program)\b"
)
_NOTES = re.compile(
    r" (?:(?:convertible|senior|subordinated|unsecured|secured) )*(?:notes?|bonds?|debentures?|term loan)\b"
)
"""What was borrowed, beside what it paid for: "before we executed the $300 million convertible notes"."""
_PARTICIPATION = re.compile(r"\bparticipation in (?:[\w'-]+ ){0,4}$")
"""How large a share of it is taken: "we decreased our participation in the syndicate's operating results from 61% to 29%"."""
_ORIGINATED = re.compile(
    r"\boriginated (?:(?:about|approximately|over|nearly|a record) )*[$£¥₠-⃏]?[\d.]+ ?(?:million|billion)? (?:in|of) (?:[\w'-]+ ){0,3}$"
)
_WHICH_GREW = re.compile(
    r"[^,;]{0,30}, (?:which|that|this) (?:represents|is|was|represented) (?:an? )?(?:about |approximately |nearly |over )?"
)
"""How what was lent new grew, which no balance is: "originated $209 million in home equity loans, which represents a 12% increase"."""
_IN_NEW_BUSINESS = re.compile(r" (?:growth|increase|decrease|decline) in new business\b")
"""What moved by its own name: "renewal premium change of 9.5%; and 9% growth in new business"."""
_WHICH_IS = re.compile(r"\bwhich (?:is|equals)(?: (?:our|the|adjusted))* $")
_LESS_THAT = re.compile(r" (?:less|plus|minus|net of) [a-z]")
"""How another metric is made: "product contribution margin, which is gross profit less advertising, declined 28%"."""
_IN_WHOLES = frozenset({"backlog", "bookings"})
"""What is counted in pieces: a backlog of 6.9 is one of gigawatts, orders of 1.5 are held against what was billed."""
_OF_DRIVER = re.compile(
    rf"(?: (?:{WAS}|coming|is|being)(?: from)?)? (?P<word>price|pricing|volumes?|mix|currency|fx|foreign exchange|m and a|acquisitions?)\b(?! (?:adjusted|neutral|led|was|were|is|up|down|{MOVED}))"
)
"""What adds to the growth of another: "organic growth of 4% was made up of 3% price and 1% volume"."""
WE_MOVED = re.compile(
    r"\b(?:we|we've|and|also|have|are)[ ,]+(?:reduced|reducing|raised|raising|increased|increasing|lowered|lowering|cut|cutting) (?:our|the) (?:(?:full|fiscal|year|20\d\d|annual|expected|estimated|anticipated|non gaap|adjusted|gaap|\d{2}) )+(?:[\w']+ ){1,4}by(?: (?:about|approximately|roughly))* ?[$£¥₠-⃏]?$"
    r"|\b(?:outlook|guidance|forecast|midpoint)\b[^,;]{0,30}\b(?:coming|came|comes|moving|moved|going) (?:down|up)(?: by)?(?: (?:about|approximately|roughly))* ?[$£¥₠-⃏]?$"
)
"""By how much what is expected moved: "we reduced our full year tax rate by 200 basis points to 26%"."""
OUTLOOK_MOVES = re.compile(r" (?:guidance|outlook|forecast) (?:increase|raise|reduction|decrease|cut)\b")
"""By how much the guidance moves: "our $0.55 adjusted EPS guidance increase"."""


_YEARS_AGO = re.compile(
    r"(?:(?:and|but|so|just|about|some)[ ,]+)*(?:two|three|four|five|six|seven|eight|nine|ten|\d+|a few|several|many) years ago,? (?:our|we|the|it)\b(?:(?!\b(?:today|now|and|but|while)\b)[^.;])*"
)
"""What was so some years ago: "Two years ago our margin was 11%"."""


def is_of_no_fiscal_period(normal: str, quantity: Quantity) -> bool:
    """Whether a number is of no fiscal period: "over the trailing twelve months", "$0.84 on an annual basis"."""
    return bool(
        _TRAILING.search(normal, max(0, quantity.start - 90), quantity.start)
        or _OVER_TRAILING.match(normal, quantity.end)
        or _BETWEEN_YEARS.search(normal, quantity.end)
        or normal.startswith((" of trailing ", " in trailing "), quantity.end)
        or _SOME_WEEKS.search(normal, 0, quantity.start)
        or _YEARS_AGO.fullmatch(normal, 0, quantity.start)
        or _FOR_WEEKS.match(normal, quantity.end)
        or quantity.kind in ("money", "per_share")
        and (
            _ANNUALISED.match(normal, quantity.end)
            or _AT_RATE.search(normal, max(0, quantity.start - 40), quantity.start)
        )
        or _TO_DATE.search(normal)
        or _SINCE_EVENT.search(normal, max(0, quantity.start - 90), quantity.end + 70)
        or _SOME_MONTHS.search(normal, max(0, quantity.start - 60), quantity.end + 70)
        or _PRE_PANDEMIC.match(normal, quantity.end)
        or _THEN_IN_MONTH.search(normal, max(0, quantity.start - 40), quantity.start)
    )


_AT_RATE = re.compile(
    r"\bannuali[sz]ed (?:cash )?(?:dividend|rate|dividend rate|payout|basis) of(?: (?:about|approximately))* [$£¥₠-⃏]?$"
)
"""What a quarter comes to in a year: "a 16% increase in the dividend to an annualized rate of $1.85 per share"."""
_BETWEEN_YEARS = re.compile(r"\b(?:between|in both|for both|of both) (?:12|twelve) months? periods\b")
_ANNUALISED = re.compile(
    r"(?: per share)?,? (?:(?:on|at) an )?(?:annual(?:ized|ised)? (?:basis|rate|run rate)|annuali[sz]ed)\b|(?: now)? on an? (?:annual(?:ized)? )?run rate basis\b"
)
_FOR_WEEKS = re.compile(
    r" (?:for|over|in|during) the (?:first|last|past|final|next|remaining) (?:[a-z]+ |\d+ )?weeks\b"
)
_SOME_WEEKS = re.compile(
    r"\b(?:first|last|past|final|next|remaining) (?:few|two|three|four|five|six|seven|eight|nine|ten|[2-9]|10|11) weeks\b"
)
_SOME_MONTHS = re.compile(
    r"\b(?:first|last|past|final|next|remaining) (?:four|five|seven|eight|ten|eleven|4|5|7|8|10|11)(?: and an? half)? months\b|\bfirst (?:twelve|12) months\b"
)
_SINCE_EVENT = re.compile(
    r"\bsince (?:we|our|the) (?:last |previous |prior |most recent )(?:[\w']+ ){0,2}(?:call|spoke)\b"
    r"|(?:^|, )since (?:(?:the )?company (?:was|went|became)|we (?:were formed|formed|went|became|started|began|launched)|(?:(?:our|the|its) )?(?:founding|formation|inception|ipo|initial public offering|separation|spin off|spin)|going public)\b[^,]{0,40}, we(?:'ve| have| had)\b"
    r"|\b(?:have|'ve) (?:[a-z]+ )?(?:paid|returned|repurchased|distributed|raised|generated|invested)\b[^,;]* as a public company\b"
)
"""What was done from one call to the next, or since a company has been: "since our last earnings call, we have repurchased $3 billion of shares"."""
_PRE_PANDEMIC = re.compile(r"(?: per (?:diluted )?share)? (?:in|of|from|during) (?:the |our )?pre (?:pandemic|covid)\b")
_TO_DATE = re.compile(r"\b(?:month|quarter|project|program|inception) to date\b")
"""As far as a period has gone when the call is held."""
LONG_TERM = re.compile(
    r"\b(?:(?:long(?:er)?|medium|mid) term(?! (?:debt|borrowings?|loans?|notes?|care|disability|investments?|net (?:in|out)?flows?)\b)|midterm|for the foreseeable future|over time|through the cycle|(?:(?:two|three|four|five|ten|3|4|5|10|multi) |multi)year (?:(?:capital|capex|growth|investment|spending|financial|strategic|operating) )?(?:target|plan|goal|objective|outlook|growth|financial|strateg)\w*|(?:over|in)(?: the course of)? the (?:next|coming|upcoming) (?:several|few|two|three|four|five|six|seven|eight|nine|ten|\d+)? ?years|over (?:two|three|four|five|\d) years|planning horizon|(?:investor|analyst|capital markets) day (?:targets?|goals?|model|framework|commitments?))\b"
)
FROM_RANGE = re.compile(r"(?: plus|\+| or more| or better)? to (?:a |the )?(?:new |revised )?range of\b")
"""What a range replaces: "we have raised our outlook from 5% plus to a range of 6% to 7%"."""
_FOR_MONTH = re.compile(
    rf"\b(?:for|in|during) the month(?: of (?:{MONTH})\b|,| (?=(?:are|is|was|were|should|will|to)\b))[^;]*$"
)
_THAN_MONTH = re.compile(
    rf" (?:higher|lower|better|worse|above|below|ahead|more|less)(?: than| of)? (?:in |that of )?(?:{MONTH})\b(?! quarter)"
)
"""A month held against another: "July is expected to be almost 17% higher than June"."""
_ON_A_DATE = re.compile(rf"\b(?:{MONTH}) \d{{1,2}},? 20\d\d $")
"""What there was on a day is not expected: "we think that our March 27, 2021 cash of $116 million will do"."""
_TWELVE_MONTHS = re.compile(r"\b(?:twelve|12) months? (?:period )?end(?:ed|ing)\b")
"""A year that ends within the fiscal year is none of it."""
_COMING = r"(?:over|in|during|within) (?:the |our )?(?:next|coming) (?:(?:twelve|12|eighteen|18) months|(?:four|4|five|5|six|6) quarters)\b"
_COMING_MONTHS = re.compile(rf"[^,;]{{0,60}}? {_COMING}")
_OPENS_COMING = re.compile(rf"\b{_COMING},? (?:we|our|the company)\b[^;]*$")
"""A year that begins within the fiscal year: "we expect to repurchase $1 billion of our stock over the next 12 months"."""
IN_MONTH = re.compile(
    rf"(?: and [\d.]+ ?(?:%|percent)| (?!(?:as|and|or|than|up|down|but)\b|[a-z]+ed\b)[a-z]+)?,? (?:year over year )?(?:in|for|during) (?:the month of )?(?:{MONTH})\b(?! (?:\d|quarter|and (?!\d|(?:was|were|[a-z]+ed)\b)))"
)
_THEN_IN_MONTH = re.compile(
    rf"\d(?:%| percent| million| billion)?(?: (?:in|for) the quarter)?(?:,|,? and|,? but) (?:in|for) (?:{MONTH}),? (?:by |up |down |about |approximately )*[$£¥₠-⃏]?$"
)
"""What a month adds to a list of periods: "second quarter sales grew 4%, and in March 6%"."""
_MONTH_LEAD = re.compile(
    rf"(?:and |so |now |but )?(?:in|for|during|(?:when |as |if )?(?:we |you |i )?look(?:ing)? at) (?:the month of )?(?:{MONTH})\b,? (?!\d|quarter|of|20)|(?:our|the) (?:{MONTH}) (?:performance|results|trends)\b"
)
"""What a month brought is not of the quarter."""
_MONTHS_OWN = re.compile(rf"\b(?:{MONTH})'s (?:(?!quarter|year)[\w-]+ ){{0,3}}$")
_ASSUMING = re.compile(r"\d[^;]*\bassuming\b[^;]*$")
"""What another figure rests on: "a combined ratio of 93% to 95%, assuming catastrophe losses of 4 points"."""
_SUPPOSED = re.compile(
    r"\b(?:earnings|ebitda|income|revenue|rate|revpar) sensitivity\b|\b(?:an?|each|every) [$£¥₠-⃏]?[\d.]+(?: ?(?:%|percent|cents?|(?:basis )?points?))? (?:change|move|movement|increase|decrease|rise) in [^.;]{3,60}\b(?:impacts?|affects?|changes?|moves?|equals|is worth|translates)\b|\b(?:for )?(?:every|each) (?:additional )?(?:[$£¥₠-⃏]|\d|one(?! of\b)|10|100)|\b(?:were to|let's say|let's just say|hypothetically|let's assume|let's pretend|suppose)\b|\b(?:to|of|at|is|be),? say,?(?: about)? [$£¥₠-⃏]?\d|\bif (?:we|you) (?:reinvested|invested|deployed|redeployed|annualized?|applied)\b[^.;]*\bwould\b|^(?:and )?using (?:our|the|a) (?:[\w']+ ){0,3}tax rate\b"
)
_AT_A_PRICE = re.compile(
    r"(?:[a-z']+,? ){0,4}?at (?:(?:an? )?[$£¥₠-⃏][\d.]+ (?:(?:wti|brent|oil|gas|crude|gold|silver|copper|henry|hub|per|barrel|ounce|pound) ?)+|(?:(?:an?|the|current|today's) )?strip(?: (?:pricing|prices))?)[^;]{0,40}?\b(?:(?:we|it|that|they|you)(?:'d| would| could| can)?|free cash flow|ebitda) (?:would |could )?(?:generates?|be|earns?|makes?|produces?|delivers?|gets?|have|throws? off)\b"
)
"""What would be earned at some price: "at $60 oil, we'd generate $400 million of free cash flow"."""
_WOULD_HAVE_WITH = re.compile(r"\bwould have (?:been|met|exceeded|come)\b[^;]*, with [^,;]*$")
"""What would have come with it: "cash flow would have been within our range, with a margin of 15%"."""
_BREAKS_EVEN = re.compile(r"\bbreaks?(?:ing)? even (?:point |level |occurs )*(?:with|at|is)\b[^.;]*$")
"""Where it breaks even is not expected: "our portfolio breaks even with a 65% decline of RevPAR"."""
_VISION = re.compile(r"\b(?:vision|ambition|aspiration|dream|mission) (?:is|was|remains|of)\b[^;]*$")
"""What a company would like to be: "our vision is to be a $2 billion company with 20% margins"."""
_AS_OF_NOW = re.compile(
    r"\b(?:as of|since|through) (?:last night|yesterday|this morning|last (?:week|friday|monday)|early this (?:week|month))\b[^;]*$"
)
"""A day since the quarter's end: "as of last night, our cost of deposits was at 20 basis points"."""
_ACCOUNT_FOR = re.compile(
    r"\baccount(?:s|ed|ing)? for(?: (?:about|approximately|roughly|nearly|over|an additional))* [$£¥₠-⃏]?$"
)
"""What something makes up of costs: "we expect the investments to account for roughly $30 million of operating expense"."""
_WHEN_ONCE = re.compile(
    r"(?:[a-z]+,? ){0,2}when [^,;]*\byears ago\b"
    r"|(?:[a-z]+,? ){0,2}(?:at|before|prior to|since|from|going into|entering) (?:the )?(?:(?:very )?(?:start|beginning|onset|outset|outbreak|height|peak|depths?) of )?(?:the |this )?(?:covid(?: 19)?|coronavirus|pandemic|global financial crisis|financial crisis)(?: (?:pandemic|crisis|outbreak|began|started|hit))*, (?:our|we|the|net|total|its)\b[^;]*\b(?:was|were|stood|had)\b[^;]*$"
    r"|(?:[a-z]+,? ){0,2}when we (?:first )?(?:bought|acquired|purchased|took over) [^,;]*, (?:its|their|it|they)\b"
)
"""What was thought long ago: "when we acquired it seven years ago, we saw the ability to …"."""
BUDGET_FROM = re.compile(r"\b(?:budget|plan) from(?: (?:about|approximately|roughly))* [$£¥₠-⃏]?$")
"""What a budget was: "increasing our capital budget from $180 million to a record $220 million"."""
OF_IT = re.compile(
    r"(?: or (?:(?:the|about|approximately|remaining|some|other) )*[\d.]+ ?(?:%|percent))? of (?:the|our) (?:[\w']+ ){0,2}growth\b| of (?:that|this|those) (?:was|were|is|are|came|coming|comes|relat\w+|being)\b| of that cash\b|"
    r" of (?:the|this|that|such|our) (?:[\w']+ ){0,4}(?:increase|decrease|improvement|decline|growth|reduction|change|expansion|contraction)\b"
)
"""What a part of a change is due to: "with approximately $1.7 million of the increase related to the move"."""


def _is_corrected(reading: Reading) -> bool:
    """Whether a speaker replaces a number at once: "an increase of 10% -- 10.7% from last year".

    Behind a range only its upper end may be meant.
    """
    text, end = reading.sentence.text, reading.quantity.end
    return bool(not reading.quantity.is_range and (_IS_CORRECTED.match(text, end) or _SORRY.match(text, end)))


_IS_CORRECTED = re.compile(
    r" (?:--|—|–) ?[$£¥₠-⃏]?\d(?! ?[\w.,%]*(?: [mb]illion)? (?:excluding|including|adjusted|as adjusted|on an?|organic|in constant)\b)"
)
_SORRY = re.compile(
    r"(?: [\w'-]+){0,4}?(?:\.\.\.|,| --?| —|…)? (?:(?:I['’]m )?[Ss]orry|[Ee]xcuse me|[Pp]ardon me|[Cc]orrection|or rather|I mean)\b[,.:]?(?: --?)? ?(?:(?:it['’]s|that['’]s|it was|make that|about|approximately) )*[$£¥₠-⃏]?\d"
)
"""How a speaker takes a number back: "10% -- sorry, 12%", "$4 million, excuse me, it was $5 million"."""
_PREVIOUSLY = re.compile(r" previously\b")
"""What was expected before: "we now see a margin of 22.5% versus approximately 23% previously"."""
_OF_MOVED = re.compile(
    r" (?:worth )?(?:of|in) (?:[\w']+ ){0,2}(?:revenues?|sales|orders|shipments|bookings|ebitda|earnings)(?: (?:that|which))?"
    r"(?: (?:is|was|were|get|gets|got|has|have|had|been|being|directly|actually|basically|effectively|potentially|just))*"
    r"[ -](?:(?:shift|slip|slid|push|pull)\w*|mov(?:e|ed|ing)(?= (?:from|in|into|out|to)\b))"
)
"""What moved from one quarter into another: "$40 million of revenue slipped into the third quarter"."""
BOUGHT_OR_SOLD = re.compile(
    r"\b(?:disposition|disposal|divestiture|divestment|sale|selling|divesting|disposing) of(?: (?:about|approximately|around|roughly|nearly|up to|over|another|businesses with))* [$£¥₠-⃏]?$|, (?:which|who) (?:also |currently )?(?:has|have|had) (?:(?:an?|annual|total|net|full year|aggregate|combined) )*(?:sales|revenues?|book value) (?:of|in)\b[^,;]*$|\b(?:acquire|divest|sell)\w*\b[^,;]{0,50}\b(?:businesses|business|assets|companies|company)\b[^,;]{0,25} with(?: [\w']+){0,5} ?[$£¥₠-⃏]?$|\b(?:the|this|that) (?:acquisition|acquired business|target|deal) (?:does|did|has|had|makes|brings)(?: (?:about|approximately|roughly|around|over|nearly|us))* [$£¥₠-⃏]?$"
)
"""What another company, or a part that is bought or sold, earns is not the company's: "Corvane, which has sales of"."""
_ONCE_GIVEN = re.compile(
    r"\b(?:last quarter|previously|three months ago)\b[^;]*\b(?:gave|indicated|said|commented|noted)\b[^;]*\b(?:could|would|might)\b|\b(?:last quarter|previously|(?:three|two) months ago)\b[^;]*\bwe (?:forecasted|expected|guided|thought|projected)\b[^;,]*$"
)
"""What was expected a quarter ago: "three months ago, we forecasted a tax rate of 35%"."""
_GUIDED_BEFORE = re.compile(
    r"(?:(?:and|so|but|now|again)[ ,]+)*(?:recall|as a reminder|remember)?,? ?(?:our|the|this is versus our) (?:previous|prior|original|earlier)(?! (?:year|quarter|period)) (?:[\w'-]+ ){0,3}?(?:guidance|outlook|forecast|guide|estimates?)(?: range)?(?: (?:for|of) (?:[\w']+ ){1,4}?)? (?:was|were|had|called for|contemplated|assumed|included|implied|reflected|anticipated)\b(?!.*\b(?:now|updat\w+|rais\w+|new|instead|revis\w+|reaffirm\w*|maintain\w*|remains?|still|is|are|came|actual\w*|finished|delivered|ended|and (?:our|the|we) (?:[\w']+ ){0,6}(?:was|were))\b)"
)
"""All of a sentence on what was guided to before: "Our previous guidance was for sales of $80 million and earnings of $2"."""


def was_given_before(normal: str, start: int) -> bool:
    """Whether what stands at a place was expected or guided to once, and is no more."""
    return bool(_ONCE_GIVEN.search(normal, 0, start) or _GUIDED_BEFORE.match(normal, 0, start))


ONCE_SAID = re.compile(
    r"\b(?:days|weeks|months) ago,? we (?:stated|said|indicated|told|expected|guided|thought|were planning|were expecting)\b|\b(?:we|i) (?:stated|said|indicated|told you|outlined|communicated|noted|mentioned)(?: (?:in|on|during|at))? (?:last|our last|the last|our previous|our prior)\b"
    r"|\b(?:we|i)(?:'ve| have| had)? (?:talked|spoke|spoken) (?:earlier |previously |before )?about (?:an?|the|our|that)?(?: (?:about|approximately))*[ $£¥₠-⃏]*$"
    r"|\b(?:last quarter|last time|on our last call),? (?:we|i) (?:provided|gave|shared) (?:(?!\b(?:now|today|but)\b)[^;])*$"
    r"|\b(?:on|during|in) (?:our|the) (?:last|previous|prior) (?:[\w']+ )?call,? (?:we|i) (?:stated|said|indicated|told you|outlined|communicated|noted|mentioned|expected|guided)\b"
    r"|\bwe(?: had|'d)? (?:said|told you|promised|thought|hoped|believed)(?: that)? (?!it )(?:[\w']+ ){1,6}would (?:be|come|reach|grow|increase|decline|fall)\b(?:(?!\b(?:now|but|they|it)\b)[^;])*$"
)
_SINCE_YEAR = re.compile(
    r"(?: (?!and\b|but\b)[\w']+){0,4} since (?:the )?(?:fiscal |calendar )?(?:year )?(?:19|20)\d\d\b"
)
AGAINST_PLAN = re.compile(
    r"(?: points?)? (?:higher|lower|better|above|below|more|less|worse) than (?:we |was |had |originally |previously |initially )*(?:expected|anticipated|planned|forecast|projected|budgeted|assumed)\b|(?: (?:higher|lower|better|above|below|more|less))?,? (?:from|above|over|versus|compared (?:to|with)|relative to|than|below|ahead of|short of)(?: (?:our|the|my|own|last|quarter's|year's|prior|original|previous|initial|internal|long|term|return|high|low|end|midpoint|of|first|second|third|fourth|quarter|full|year|[$£¥₠-⃏]?\d[\d.,]*(?:%| percent| million| billion)?))* (?:guidance|guide|outlook|forecast|expectations?|plan|estimates?|budget|range|view)\b"
    r"| (?:higher|lower|better|more|less) (?:[a-z]+ ){1,3}than (?:we|was) (?:had |originally |previously |initially )*(?:expected|anticipated|planned)\b"
    r"| (?:higher|lower|more|less) than (?:we'd|we would|i'd|i would|we) (?:like|want|prefer)\b"
    r"| (?:above|below|over|under) (?:the |that )?(?:average )?(?:nymex|henry hub|wti|brent|benchmark|index|spot|strip|lme|midwest|market price)\b"
    r"| (?:higher than|lower than|better than|above|below|ahead of) (?:where|what) (?:we'd|we|it was)(?: (?:had|originally|previously|initially|would have))* (?:expected|anticipated|planned|forecast|projected|budgeted|assumed|guided)\b"
    r"| (?:higher|lower|better|above|below|more|less) than (?:our|the) (?:[\d.]+ ?(?:%|percent) )?target\b"
    r"| (?:higher|lower|better|more|less) (?:[a-z]+ ){1,3}[^;.]{0,40}\brelative to (?:our|the) (?:recent |prior |previous |own )?(?:guidance|outlook|forecast|expectations?|plan|estimates?|budget)\b"
)
_TRAILING = re.compile(
    r"\bover the (?:last|past) year,? (?:it |we )?(?:has|have)\b|\b(?:trailing|last|past|previous|prior) (?:twelve|12|four|eighteen|18|24|six|6) (?:months?|quarters?)\b|\bltm\b|\bttm\b"
    r"|\b(?:\w+ )?(?:out )?of (?:the|our) (?:last|past) (?:\w+ )?(?:quarters|years)\b"
)
_TRAILING_LEAD = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)?(?:for|over|in|during) (?:the |our )?(?:trailing|last|past) (?:twelve|12|four) (?:months?|quarters?),?(?!.*\b(?:this|current|first|second|third|fourth) quarter\b)"
)
_OVER_TRAILING = re.compile(
    r"(?: to [$£¥₠-⃏]?[\d.,]+(?: million| billion)?)? (?:for|over|in|on) (?:the |a )?(?:total|trailing|last|past|latest|rolling) (?:twelve|12|four|4) (?:months?|quarters?)\b"
    r"| on an? (?:rolling |trailing )?(?:twelve|12) months? basis\b"
)
