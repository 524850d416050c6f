"""Words of a metric that only describe something else: a flow, a rate, what it is held against, the noun behind them."""

from __future__ import annotations

import re

from schemas.vocabulary import grammar
from transforms.grammar.frames.place import Frame
from transforms.grammar.gaps import CAUSE, LINK, PREPOSITIONS, RIGHT, VERBS
from transforms.grammar.proposals import Context
from transforms.grammar.wordlists import MOVED, WAS
from transforms.language.quantities import Quantity
from transforms.language.terms import MetricTerm

_G = grammar()
_DENOMINATOR = re.compile(
    r"(?:as an? (?:percent(?:age)?|%) of(?: (?!(?:total|revenues?|sales|income|premiums?)\b)[\w&']+){0,3}|percent(?:age)?,? of|%,? of|(?:most|the (?:(?:vast|large|great) )?(?:majority|bulk)) of|ratio (?:of|to)|(?:debt|leverage|book|bill|price|cost|costs|expenses?|loans?|coverage|sg&a|g&a) to|(?:cost|costs|expenses?),? compared to|as a proportion of|relative to|penetration (?:to|of|in)(?: [\w.&']+){0,3}?|(?:its|their) share of)(?: (?:our|total|net|the|average|adjusted|quarterly|consolidated|company|estimated|direct|gross|earned|written))* ?$"
)
_EX = re.compile(r"(?:^| )ex $")  # "ex comp, rates rose 5%"
_STATUTORY = re.compile(r"\bstatutory (?:(?:u\.s\.|usa|us|federal|state|corporate|income) )*$")
"""What a law sets: "the statutory U.S. federal income tax rate for fiscal 2025 is 21%"."""
_LOST_IN = re.compile(r"\b(?:loss(?:es)?|gains?|adjustments?) (?:in|within|through|to) (?:our |the )?$")
"""What equity holds: "a smaller translation loss in shareholders' equity of $9 million"."""
_BORROWED = re.compile(
    r"\b(?:issuances?|notes?|bonds?|debt|loans?|borrow\w*|swaps?|interest|facility|debentures?|mortgages?)\b[^;]*$"
)
"""What an effective rate is paid on, and no tax: "we sold notes of $200 million at an effective rate of 4.5%"."""
_TIMES = re.compile(
    r"\d(?:x| times)(?: (?:our|adjusted|trailing|annualized|ltm|pro forma|last|twelve|12|months?'?|quarter))* $"
)
"""How many times: "net debt was $421 million, or 1.8 times EBITDA, compared to $502 million"."""
FOLLOWED = re.compile(r" (?P<word>[a-z][a-z']+)")
MAY_FOLLOW = (
    LINK
    | RIGHT
    | CAUSE
    | VERBS
    | PREPOSITIONS
    | frozenset(_G["function"])
    | frozenset(_G["up"])
    | frozenset(_G["down"])
    | frozenset(_G["neutral"])
    | frozenset(_G["own_nouns"])
)


def is_compound(normal: str, term: MetricTerm) -> bool:
    """Whether a metric's word only describes the noun behind it: "the $11 million revenue deferral"."""
    following = FOLLOWED.match(normal, term.end)
    if following is None:
        return False
    word = following["word"]
    if normal.startswith(" line item", term.end):
        return True  # "working capital grew on the payables line items"
    if word in _OF_EFFECTS or word in ("average", "sharing"):
        return True  # "a net income benefit of $20.7 million", "the funeral sales average", "profit sharing"
    if term.metric.units == ("count",) and word in _OF_COUNTED:
        return True  # "a 29% increase in store revenue"
    return word not in MAY_FOLLOW and not word.endswith(("ly", "ing", "ed"))


_PER = re.compile(r" per (?:[\w']+ )?$")
"""What is held against each customer is no number of them: "usage per commercial customer was down 2%"."""
_OF_EFFECTS = frozenset({"benefit", "impact", "headwind", "tailwind", "uplift", "drag"})
_OF_COUNTED = frozenset(
    {"revenue", "revenues", "sales", "traffic", "margin", "margins", "ebitda", "profit", "profits", "costs"}
)
_PER_OTHER = re.compile(
    r" per (?!(?:fully |diluted |basic |common |ordinary |adjusted |limited |american )*(?:share|unit|ads|partner|depositary))"
)
"""Revenue per enrollment is no revenue."""
_AUTHORIZED = re.compile(
    r"\b(?:authorized|allowed|approved|awarded|requested) $|\bprovides? for (?:an? )?(?:[a-z]+ )?$"
    r"|\b(?:authoriz|approv|grant|award|request)\w* (?:an?|our|the|its|overall|base) (?:(?:authorized|allowed|requested) )?$"
)
"""A return that a regulator allows is not earned."""
_PER_ANY = re.compile(r" per (?!(?:fully |diluted |basic |common |ordinary )*share)")
PER_MEASURE = re.compile(
    r" per (?:(?:net|gross|short|long|metric|dry|wet|equivalent|product|finished|pure|board|linear|square|thousand|hundred) )*(?:tons?|tonnes?|pounds?|kilograms?|ounces?|barrels?|boe|gallons?|bushels?|mcfe?|mmbtu|feet|foot|watt|unit|case|hectoliter|home(?: (?:delivered|closed|sold))?|vehicle|pair|carat|piece|msf|mbf|hundredweight)\b"
)
"""What a price is for, which it is a price for all the same: "the average selling price per ton fell 7%"."""
_TO_RATIO = re.compile(r" to (?:[\w']+ ){1,4}ratios?\b| percentage\b")
_OF_ASSETS = re.compile(
    r" of (?:(?:our|the|these|those|its|total|average) )*(?:[\w']+ ){0,3}(?:portfolio|securities|assets?|investments?|loans|receivables?|propert(?:y|ies)|debt|notes?)\b"
)
"""The book value of a thing owned is not that of the company."""
_OF_FUNDS = re.compile(
    r" (?:of|in) (?:the|our|these|those) (?:[\w']+ ){1,4}(?:funds?|strateg\w+|products?|vehicles?)\b"
)


_ITS_YIELD = re.compile(rf" yields?(?= (?:was|were|is|are|of|at|{MOVED})\b)")
"""What something yields is not what there is of it: "loan origination yields were roughly 3%"."""


def _is_rate_of(normal: str, term: MetricTerm) -> bool:
    """Whether a metric is held against something else: "average revenue per order", "debt-to-capital ratio"."""
    return bool(
        (_PER_OTHER if term.metric.per_share else _PER_ANY).match(normal, term.end)
        and not (term.metric.name == "average_selling_price" and PER_MEASURE.match(normal, term.end))
        or "percent" not in term.metric.units
        and (_TO_RATIO.match(normal, term.end) or _ITS_YIELD.match(normal, term.end))
        or term.metric.name == "assets_under_management"
        and _OF_FUNDS.match(normal, term.end)
        or term.metric.name == "book_value"
        and _OF_ASSETS.match(normal, term.end)
        or normal.startswith(_THE_POINT, term.start)
        or normal.endswith(" per ", 0, term.start)
        and not normal.startswith(" share", term.end)  # "inventory per store was up 4%"
        or term.metric.name == "customers"
        and bool(_PER.search(normal, max(0, term.start - 40), term.start))
        or TAKEN_BACK.match(normal, term.end)
        or term.metric.name == "return_on_equity"
        and bool(_AUTHORIZED.search(normal, max(0, term.start - 30), term.start))
        or term.metric.name == "stores"
        and (normal.endswith("same ", 0, term.start) or _SOLD_IN.search(normal, 0, term.start))
        or term.metric.name == "same_store_sales"
        and bool(_PAID.search(normal, max(0, term.start - 20), term.start))
        or term.metric.name == "other_income"
        and bool(_AND_EXPENSE.match(normal, term.end))
        or term.metric.name == "store_openings"
        and _TO_PLATFORM.match(normal, term.end)
        or term.metric.name == "units_sold"
        and normal.startswith("closings", term.start)
        and bool(_STORES.search(normal))
        or term.metric.name == "deposits"
        and normal.endswith(("premiums and ", "cash "), 0, term.start)  # what customers paid ahead
        or term.metric.name.startswith("depreciation")
        and normal.endswith("accelerated ", 0, term.start)  # what is written off the sooner is a part of it
        or normal.endswith(("accelerations of ", "acceleration of "), 0, term.start)
        and "currency" in term.metric.units
        or term.metric.name == "revenue"
        and (normal.endswith(_NOT_SOLD, 0, term.start) or bool(_A_UNIT.search(normal, 0, term.start)))
        or term.metric.name == "rate_base"
        and normal.endswith("return on ", 0, term.start)
        or bool(_SPREAD_OF.search(normal, max(0, term.start - 60), term.start))
        or normal.startswith(_NOUN_OF.get(term.metric.name, ()), term.end)
        or _RELATED.match(normal, term.end) is not None
        or term.metric.name == "return_of_capital"
        and normal.endswith(_OWNED, 0, term.start)  # "net profit attributable to shareholders"
        or term.metric.name == "customers"
        and (_HIT.match(normal, term.end) or _OF_SIZE.match(normal, term.end))
        or term.metric.name == "cash_and_cash_equivalents"
        and normal.endswith(("non ", *_OF_OTHERS), 0, term.start)  # "a $23 million non-cash tax benefit"
        or term.metric.name == "return_of_capital"
        and _EQUITY.match(normal, term.end)
    )


_A_UNIT = re.compile(r"(?<!same )(?<!per )(?<!business )(?<!for )(?<!-)\bunit $")
"""Before what is sold per unit of capacity or goods: "unit revenue declined 1.8%"."""
_SOLD_IN = re.compile(
    r"\b(?:sales|revenues?|traffic|transactions|volumes?|comps|growth|productivity|margins?|inventor(?:y|ies)|profits?|profitability|costs?|labor|wages|prices|pricing|rents?|demand|visits|tickets?) (?:at|for|in|from|of|to|across|within|per) (?:(?:our|the|these|those|all|its|an?|average) )?(?:[\w&'.-]+ ){0,3}$"
)
"""What is said of a metric of stores does not count them: "sales at our company-owned stores rose 9%"."""
_NOT_SOLD = (
    "asset ",
    "closed ",
    "proceeds from ",
    "delayed ",
    "lost ",
    "missed ",
    "foregone ",
    "unrealized ",
    "pushed out ",
)
"""What was not sold is no revenue: "resulted in $25 million of delayed sales"."""
_NOUN_OF = {
    "admissions": (" revenue", " sales"),
    "bookings": (" lost",),
    "dividends": (" income",),
    "gross_billings": (" day", " cycle"),
    "occupancy": (" leverag", " deleverag", " and equipment", " and premises", " expense", " cost"),
    "production": (" run", " day", " rate", " line", " facilit", " schedule", " capacity", " shift", " hour"),
    "renewal_rate": (" change", " increase", " decrease"),
    "cash_and_cash_equivalents": (" to cash", " flow", " and securities", " operating"),
    "total_debt": (" financing", " free"),
}
"""What a metric's word describes where such a noun follows: "300 production days", "the initial production rate"."""
_RELATED = re.compile(r" related (?:fees|expenses?|costs?|charges?|items?|benefits?)\b")
"""What only goes with a metric: "$35 million of RevPAR-related fees"."""
_SPREAD_OF = re.compile(
    r"\b(?:spread|gap|difference) (?:of|between|from|in) (?:(?!(?:was|were|is|and)\b)[\w']+ ){0,5}$"
)
"""How far two rates lie apart is neither: "the spread of physical to economic occupancy sits at 199 basis points"."""
_OWNED = ("attributable ", "available ", "applicable ")
"""Before the shareholders whose profit it is, to whom nothing is paid by that."""
_OF_OTHERS = ("client ", "clients ", "clients' ", "customer ", "customers' ")
"""Whose cash is not the company's."""
_TO_PLATFORM = re.compile(r" (?:to|on|onto) our (?:[\w']+ ){0,3}(?:platform|network|marketplace|system)\b")
"""The stores of customers are not opened by the company."""
_PAID = re.compile(r"\b(?:deferred|incentive|variable|stock|equity|workers|employee|workers'|management|bonus|base) $")
"""What comp is pay: "deferred comp of $3 million"."""
_STORES = re.compile(r"\b(?:stores?|boutiques?|branch(?:es)?|restaurants?|clinics?)\b")
"""What is closed here is no sale of a home."""
_HIT = re.compile(
    r" (?:(?:who |that )?(?:were|are|have been) )?(?:impacted|affected|without (?:power|service)|out of (?:power|service))\b"
)
"""Customers that a storm left without power are not those there are."""
_OF_SIZE = re.compile(
    r" (?:(?:who|that|each) )*(?:are |were )?(?:contribut\w+|spend\w*|pay\w*|generat\w+|exceed\w*|buy\w*|with|over|above|greater than|at)\b[^,;.]{0,40}[$£¥₠-⃏]"
)
"""Customers of some size are not all of them: "24 customers contributing more than $1 million each"."""
TAKEN_BACK = re.compile(r"[ ,]+(?:excuse me|(?:i'm |i am )?sorry|i mean|pardon me)\b")
"""What a speaker says after a word or a number that was wrong: "$15 million -- I'm sorry, 15%"."""
_EQUITY = re.compile(r"(?:'s?)? equity\b")
_THE_POINT = "bottom line is"
"""What a speaker comes to, no profit."""
_OF_MONTH = re.compile(
    rf"\b(?:{'|'.join(_G['months'])})(?: (?:and|through) (?:{'|'.join(_G['months'])}))? (?:(?!quarter\b)\w+ )?$"
)
"""What a month brought is not of the quarter: "our June and July RevPAR"."""
_RECORDED_IN = re.compile(r"\b(?:(?:recorded|included|recognized) (?:in|within)|reflected within)(?: [\w']+){0,2} $")
"""What stands in a line is not the line: "amortization recorded in cost of goods sold was $4.6 million"."""
_ON_BALANCE = re.compile(
    r"\b(?:reserves?|allowances?|coverage|fees|gains|marks|income|delinquenc(?:y|ies)|deferrals|charge offs|provision|accretion|forgiveness|sales?|interest(?: (?:earned|paid|accrued))?|premium|securities|securitizations?) (?:held )?(?:for|on|from|of|against)(?: [\w']+){0,3} $|\b(?:costs?|fees) (?:associated with|related to) (?:the|these|those|our) $"
)
"""What is set against a balance is not the balance: "the reserve for boat loans declined from $13 million"."""
_WRITTEN_DOWN = re.compile(
    r"\b(?:writ\w+ (?:down|off)s?|impairments?|obsolescence) (?:of|on|for|to|in|against) (?:(?:our|the|some|certain|excess) )?(?:[a-z]+ )?$"
)
"""What is written down is no balance: "a write-down of inventory of $2.7 million"."""
_DEBT_FLOW = re.compile(
    r"\b(?:issued|issuance|priced|placed|offering|redeem\w*|refinanc\w*|extinguish\w*|borrow(?:ed|ing)|new borrowings|borrowings?(?: of [$£¥₠-⃏]?[\d.,]+ ?(?:million|billion|thousand)?)? (?:under|on|from|against)|repa(?:id|y\w*)|paid (?:down|off)|retired|additional|incremental|raised|matur(?:ed|es|ing)|retirement of|tranches?|t(?:ook|aken|aking) [^,;]{1,40} (?:off|out of))\b"
)


def _is_debt_flow(context: Context, term: MetricTerm, frame: Frame) -> bool:
    """Whether an amount is of debt that comes or goes, which is not the debt there is."""
    return (
        term.metric.name == "total_debt"
        and not _BY_AND_TO.match(context.normal, term.end)
        and (
            frame.role in ("level", "comparison")
            or bool(_PAID_DOWN.search(context.normal, 0, term.start))
            or context.normal.endswith((" retirement of ", " extinguishment of ", " redemption of "), 0, term.start)
        )
        and bool(_DEBT_FLOW.search(_clause_of(context.normal, term)) or _REPAYMENT.match(context.normal, term.end))
    )


def _clause_of(normal: str, term: MetricTerm) -> str:
    """The words between the commas around a term, those of numbers aside."""
    end = _COMMA.search(normal, term.end)
    start = max((comma.end() for comma in _COMMA.finditer(normal, 0, term.start)), default=0)
    return normal[start : end.start() if end else None]


_COMMA = re.compile(r"[;,] | and (?=we )")
_PAID_DOWN = re.compile(
    r"\b(?:pa(?:id|y|ying) (?:down|off)|repaid|repaying|retired|retiring)(?: (?:about|approximately|over|nearly|an additional|another))* [$£¥₠-⃏]?[\d.,]+ ?(?:million|billion)? (?:of|in) (?:our |its |total |net )*$"
)
"""What was paid down is not by how much the debt has moved: others may have been taken up."""
_BY_AND_TO = re.compile(r" by (?:about |approximately |over )?[$£¥₠-⃏]?[\d.,]+ ?(?:million|billion) to ")
"""What was paid brought debt to what it is: "we paid down debt by $140 million to $1.9 billion"."""
_REPAYMENT = re.compile(r" (?:reduction|repayment|pay ?downs?|retirement)s?\b")


def on_basis(normal: str, term: MetricTerm) -> bool:
    """Whether a metric only says how another is measured: "sales per hectoliter on a brand volume basis"."""
    return normal.startswith((" basis", " adjusted basis"), term.end) and bool(
        _ON_A.search(normal, max(0, term.start - 30), term.start)
    )


_ON_A = re.compile(r"\bon an? (?:[\w']+ ){0,3}$")


def _is_of_the_same_basis(normal: str, term: MetricTerm) -> bool:
    """Whether a term only says that a metric is of the same places: "NOI on a same-property basis grew 3%"."""
    return normal.startswith(" basis", term.end) and _ON_THE_SAME.search(normal, 0, term.end) is not None


_ON_THE_SAME = re.compile(r"\w,? on an? (?:same|comparable|comp) [a-z]+$")


def _is_whole(context: Context, term: MetricTerm) -> bool:
    """Whether a term is only what a share before it is of."""
    return any(
        (frame.role == "share" or said.kind == "point" and frame.role == "level")
        and 0 < term.start - said.end < 40
        and _OF_WHOLE.fullmatch(context.normal, said.end, term.start)
        for said, frame in zip(context.quantities, context.frames, strict=True)
    )


_OF_WHOLE = re.compile(r" of(?: (?!and\b)[\w']+){0,4} ")
_CASH_FLOW = re.compile(
    r" (?:tax|taxes|generated|provided|used|paid|received|outlays?|outflows?|inflows?|burn|usage|invested|deployed|loss(?:es)?|gains?|charges?|savings?|benefits?|proceeds|settlement|impact|contributions?|interest|expenses?|costs?|restructuring|consideration)\b"
)
"""What came or went is not the balance: "net cash generated was $39.7 million"."""
_USE_OF = re.compile(r"\b(?:uses?|sources?) of (?:our |the )?$")
_FLOW_OF = re.compile(
    r"\b(?:outflows?|inflows?|releases?|unwind|investments?|usage|cash) (?:of|for|from|in) (?:net )?$"
    r"|\b(?:harvest|releas|unlock|generat|free|extract)\w*(?: up)?(?: (?:about|approximately|over|nearly|another|an additional))* [$£¥₠-⃏]?[\d.,]+ (?:million |billion )?(?:of|in|from) (?:net |trade )?$"
)
_FLOWED = re.compile(
    r" (?:absorbed|consumed|used|released|contributed|unwound|inflows?|outflows?|movements?|investment)\b"
)
"""What working capital did with cash is not how much of it there is: "working capital absorbed $18 million"."""
_PROGRAM = re.compile(r" (?:programs?|authorizations?|plans?|facility)\b")
"""What may be bought back is not what was."""
_ADDED = re.compile(
    r"\b(?:incremental|additional) (?:(?:annual|net|total|quarterly|rental|operating|adjusted|cash) )*$"
)
_PLACED = re.compile(r" (?:held |placed )?(?:at|with) (?:the fed|the federal|other banks|banks|the central)\b")
"""What a bank has placed is not what it holds for others."""
_CASH_AND = re.compile(
    r"(?<!illion )(?<!illion in )(?<!illion of )\bcash(?: on hand| and cash equivalents| balances?)? (?:and|plus|with) (?:(?:our|available|undrawn) )*$"
)
"""What credit adds to cash is said of both: "our total cash and revolver availability was $200 million"."""
_OTHER_TAXES = (
    "estate ",
    "property ",
    "payroll ",
    "production ",
    "severance ",
    "excise ",
    "sales ",
    "franchise ",
    "pre ",
    "after ",
    "additional ",
    "discrete ",
)
"""Before an expense that is of no taxes on income."""
_LOSS_ON = re.compile(
    r" on (?!(?:an? |the |our )?(?:[\w']+ ){0,4}basis\b)(?!(?:(?:our|net|total|higher|lower|the) )*(?:revenues?|sales)(?! of)\b)(?!(?:page|slide)\b)| in connection with\b"
)
"""What was lost on one thing: "excluding the loss on extinguishment of $169 million"."""
_OTHER_INCOME_WAS = re.compile(rf"\bother income(?:,? net)?(?: (?:and|or) expenses?)? (?:{WAS}) (?:a |an )?$")
_OF_INVESTEES = re.compile(
    r" (?:of|from|in) (?:(?:our|the|its|unconsolidated|equity|method) )*(?:investees|affiliates|unconsolidated [a-z]+)\b"
)
_GAINED = re.compile(
    r" (?:improvement|expansion|growth|contraction)\b(?! (?:rate|target|goal|guidance|outlook|capital|capex|project))"
)
"""What was gained is no level: "the main drivers were $1.2 million of gross margin improvement from new rates"."""
_LOSS_BEFORE = re.compile(r"\b(?:loss|income|profit|earnings|operations|flow) before (?:[a-z]+ ){0,3}$")
"""What a profit is before: "the loss before shared operating expenses was $60,000"."""
_AFTER_ALSO = re.compile(
    r"\bcash(?: flow)?(?: from operations)? after (?:all |our |the |recurring )?(?:[a-z]+ ){1,3}and (?:recurring )?$"
)
"""What is left after this, too: "free cash flow after all investments and dividends was $269 million"."""
_NEW_SALES = re.compile(r"(?:^| )new $")
"""Contracts won: "new sales were up 39%"."""
_LENT = re.compile(
    r"\b(?:extended|originated|funded|processed|approved|closed)(?: (?:about|approximately|over|nearly|more|than|another|new|ppp|[$]?[\d,.]+|million|billion|in|of|total))* $"
)
"""Loans that were made are not those there are: "we extended approximately 19,000 loans totaling $2.9 billion"."""
_FOR_INDUSTRY = re.compile(r"(?:(?:and|so|now)[ ,]+)?for the (?:overall )?industry(?: overall| as a whole)?, ")
_WITH_STORES = re.compile(r"\b(?:sales|revenues?|comps?|growth)\b[^;]*\b(?:with|in|and|while) (?:our )?stores$")
_OPENS_WITH_STORES = re.compile(r"(?:(?:and|our|while)[ ,]+)*stores")
_ONLINE = re.compile(r"\b(?:e ?commerce|digital|online)\b")
"""Stores beside online are where something was sold, and not counted: "comparable sales fell 6%, with stores down 8%"."""
_OF_INDUSTRY = re.compile(
    r"\bindustry (?:operated|ran|was running|is running) at (?:an? )?(?:[a-z]+ )?$|(?<!and )(?<!& )\bindustry(?:'s)? (?!(?:group|segment|business|division|leading|best)\b)(?:[a-z]+ ){0,2}$|\bmarket share of (?:[\w']+ ){0,3}$|\bmarket ?wide (?:[a-z]+ ){0,2}$|\b(?:weekly|retail|overall|total|the) category $"
)
"""What a whole market did, or how much of it a company has: "industry insured volume was 43% higher"."""
_MARKETS_MAKE = re.compile(
    r"\b(?:industrial|auto|automotive|automobile|(?:light |heavy |passenger |commercial )?(?:vehicle|truck|car)|global(?: [a-z]+){0,3}|worldwide(?: [a-z]+){0,2}|pig iron|world [a-z]+|sold|\d{3}) $"
)
"""What customers and markets make, loans that are sold, and a number that names a model: "global auto production rose 2%"."""
_A_SHARE_OF = re.compile(
    r"\b(?:share|proportion|percentage|portion|mix) of (?:(?!(?:was|were|is|are|and)\b)[\w']+ ){0,3}$"
)
_SHARE_ROSE = re.compile(rf" (?:has )?(?:{MOVED})(?: [\w]+ly)? to\b")
"""To where a share of a metric moved: "the share of retail deposits improved to 45.1%"."""
_SHARE_OF = re.compile(r"\bour share of (?:[\w']+ ){0,3}$")
_CHANGE_IN = re.compile(r"\bchanges? in (?:our |the |net |non cash )*$")
"""What came of a balance's change is not the balance: "excluding the change in working capital of $595 million"."""
_ADDITIONS = re.compile(r"\badditions? to (?:[\w']+ ){0,2}$")
"""What came to a balance: "net additions to finance receivables of $24.6 million"."""
_PLACED_ORDERS = re.compile(r"\bplac(?:ed|ing|e) (?:our |an? |new |firm )*$")
"""What the company orders of others."""
_IMPROVEMENT = re.compile(r" (?:improvement|enhancement|uplift) (?:goals?|targets?|plans?|programs?|initiatives?)\b")
"""What is to be gained is not the whole: "our profit improvement goal of $450 million"."""
_RUN_RATE = re.compile(r" (?:annual(?:ized)? )?run rates?\b")
_FROM_ACQUIRED = re.compile(r" from (?:(?:the|our|recent|these) )*acquisitions?\b")
_TO_COME = re.compile(r"\bnext (?:12|twelve) months?'? (?:[\w']+ )?$")
_FROM_BACKLOG = re.compile(r" (?:from|in) (?:the |our )?backlog\b")
"""What the backlog is to bring."""
_OF_SECURITIES = re.compile(
    r" of (?:(?:the|our|these|certain|some) )*(?:[\w']+ ){0,3}(?:securities|treasuries|bonds|mortgages|loans|investments)\b"
)
"""What is sold of an investment is no revenue."""
_MARGINAL = re.compile(r"\b(?:incremental|decremental) (?:[\w']+ ){0,2}$")
"""What the margin of a change was: "the resulting decremental net income margin of 10%"."""
_AND_EXPENSE = re.compile(
    rf" (?:and|or) (?:other )?expenses? (?:{WAS}|of|is|are)(?: (?:in|at|to|about|approximately))* [$£¥₠-⃏]?\d"
)
"""What may be either, with nothing to tell which: "other income and expenses were $58 million"."""
_SOME_ORDERS = re.compile(r"\b(?:one|two|three|four|five|several) (?:[\w']+ )?$")
"""So many of them are not all there are: "only two orders of a size of $10 million to $20 million"."""
_HARD = re.compile(r"\b(?:tough|tougher|toughest|difficult|easy|easier|hard|harder|challenging)(?: [\w']+){0,2} $")
"""What is held against is not what was: "up 2%, despite a tough comp of 5%"."""
_OF_MONEY = re.compile(r" of (?:(?:about|approximately|nearly|over) )?(?:[$£¥₠-⃏]|[a-z]{3} )\d")
_THRESHOLD = re.compile(
    r"\b(?:customers|clients|accounts|deals|contracts|logos|merchants|partners|including \d+) (?:(?:above|over|with|spending|generating|contributing|paying|that|who|are|greater|more|than|of|at|least|in|excess|exceeding|delivering|have) )*[$£¥₠-⃏][\d,.]+(?:k| thousand| million)? (?:or more )?(?:in|of) (?:(?:annual|annualized|trailing|our|net|new|total) )*$"
)
"""What a customer must bring to be counted: "the number of customers above $100,000 in ARR grew 38%"."""
_WHO_HAVE = re.compile(
    r"\b(?:(?:customers|clients|accounts|subscribers) (?:with|spending|generating|paying)|of (?:which|whom|these|those|them),? (?:(?:about|nearly|over|more than) )*[\d.,]+ (?:had|have|spent|spend|generated?|contributed?|paid|pay))(?: us)? (?:more than|greater than|over|at least|above)? ?[$£¥₠-⃏][\d.,]+ ?(?:million|thousand|k)?(?: or more)? (?:in|of)(?: [\w']+){0,2} $"
)
"""Whom a number counts by what they bring: "customers with more than $100,000 in ARR grew 32%"."""
_DIFFERENCE = re.compile(
    r"\b(?:impacts?|effects?|drag|hit) (?:on|to) (?:[\w']+ ){0,2}$|\b(?:variances?|differences?|reconcil\w+) (?:from|between|to|in) (?:[\w']+ )?$|\bafter $|\bafter (?:the )?(?:investing|spending|paying|funding|deducting|payment of|payments of|deduction of) (?:[\w']+ )*$"
)
"""What a metric is more or less than another: "the variance from FFO", "free cash flow after dividends"."""


def is_denominator(normal: str, term: MetricTerm) -> bool:
    """Whether a metric is only what another is held against: "operating earnings as a percent of net sales"."""
    before = normal[max(0, term.start - 50) : term.start]
    return bool(_DENOMINATOR.search(before) or "currency" in term.metric.units and _TIMES.search(before))


_WITH_GROWTH = re.compile(
    r"\b(?:combined|sum of|total of|rule of 40)[^,;]{0,30} growth (?:and|plus) (?:(?:our|the|adjusted|operating|free|cash|flow) )*$"
)
"""What is added up to one number is none of it: "our combined revenue growth and operating margin rose to 127%"."""
_YIELD_ON = re.compile(
    r"\b(?:yields?|rates?|costs?|betas?|spreads?) (?:on|of) (?:(?:our|total|average|the|new) )*(?:[a-z]+ ){0,2}$"
)
"""What a balance earns or costs is not the balance."""
_ACQUIRED = re.compile(r"\bacquired (?:annual(?:ized)? |total )?$")
"""What was bought brings is not what the company made: "total acquired revenues will equal $2.5 billion"."""


def is_threshold(normal: str, term: MetricTerm) -> bool:
    """Whether a metric is what a customer or a deal must bring to be counted: "244 deals over $1 million in new ACV"."""
    return bool(_WHO_HAVE.search(normal, 0, term.start) or _THRESHOLD.search(normal, 0, term.start))


_COUNTED_WITH = re.compile(
    r"(?:\b(?:customers?|clients?|accounts?|deals?|contracts?|partners)|\bincluding \d[\d,]*) (?:with|having|that have|who have|over)(?: [\w-]+){0,2} $"
)
_OVER_SO_MUCH = re.compile(
    r" (?:of )?(?:at least|over|above|more than|greater than|exceeding|in excess of) [$£¥₠-⃏]?\d"
)
"""Behind what counts a customer: "1,204 customers with ARR over $100,000, up 28%"."""


def is_of_other(context: Context, term: MetricTerm, frame: Frame) -> bool:
    """Whether a metric's words only describe something else: a flow of debt, a denominator, what is recorded in it."""
    normal = context.normal
    return (
        _is_debt_flow(context, term, frame)
        or _is_whole(context, term)  # "EBITDA of $30 million or 15% of revenues, compared to $40 million"
        or _is_rate_of(normal, term)
        or bool(
            _OVER_SO_MUCH.match(normal, term.end) and _COUNTED_WITH.search(normal, max(0, term.start - 50), term.start)
        )
        or bool(_OF_MONTH.search(normal, max(0, term.start - 50), term.start))
        or bool(_RECORDED_IN.search(normal, max(0, term.start - 50), term.start))
        or bool(_WITH_GROWTH.search(normal, max(0, term.start - 90), term.start))
        or is_denominator(normal, term)
        or term.metric.cost
        and bool(_LOSS_BEFORE.search(normal, max(0, term.start - 60), term.start))
        or (term.metric.cost or term.metric.name == "dividends")
        and bool(_AFTER_ALSO.search(normal, max(0, term.start - 60), term.start))
        or term.metric.name in ("occupancy", "leased_rate")
        and normal.endswith(" pre ", 0, term.start)
        or normal.startswith("sales", term.start)
        and (
            normal.endswith("consumption ", 0, term.start)  # what is sold at retailers
            or bool(_NEW_SALES.search(normal, max(0, term.start - 5), term.start))
        )
        or bool(_ACQUIRED.search(normal, max(0, term.start - 30), term.start))
        or frame.role == "level"
        and bool(_IMPROVEMENT.match(normal, term.end) or _ADDED.search(normal, max(0, term.start - 50), term.start))
        or bool(_RUN_RATE.match(normal, term.end))
        and bool(term.metric.segments)
        or bool(_OF_INDUSTRY.search(normal, max(0, term.start - 60), term.start) or _FOR_INDUSTRY.match(normal))
        or frame.role == "change"
        and bool(
            _SHARE_ROSE.match(normal, term.end) and _A_SHARE_OF.search(normal, max(0, term.start - 60), term.start)
        )
        or term.metric.name in ("volume", "units_sold", "production")
        and bool(
            _SHARE_OF.search(normal, max(0, term.start - 60), term.start)
            or term.metric.name == "production"
            and _MARKETS_MAKE.search(normal, max(0, term.start - 40), term.start)
        )
        or term.metric.name == "stores"
        and frame.role == "change"
        and bool(
            _WITH_STORES.search(normal, max(0, term.start - 90), term.end)
            or _OPENS_WITH_STORES.fullmatch(normal, 0, term.end)
            and _ONLINE.search(normal, term.end)
        )
        or bool(_DIFFERENCE.search(normal, max(0, term.start - 40), term.start))
        and not _OF_MONEY.match(normal, term.end)
        or is_threshold(normal, term)
        or term.metric.balance
        and bool(_WRITTEN_DOWN.search(normal, max(0, term.start - 40), term.start))
        or (term.metric.balance or term.metric.name == "working_capital")
        and frame.role != "change"
        and bool(_CHANGE_IN.search(normal, 0, term.start))
        or term.metric.balance
        and bool(_ADDITIONS.search(normal, max(0, term.start - 40), term.start))
        or term.metric.name == "bookings"
        and bool(_PLACED_ORDERS.search(normal, 0, term.start))
        or term.metric.name == "bookings"
        and bool(_SOME_ORDERS.search(normal, max(0, term.start - 30), term.start))
        or term.metric.name == "same_store_sales"
        and bool(_HARD.search(normal, max(0, term.start - 40), term.start))
        or term.metric.name == "share_repurchases"
        and bool(_PROGRAM.match(normal, term.end))
        or term.metric.name == "acquisitions"  # "the backlog from the fourth quarter acquisitions is $1.8 billion"
        and bool(_BY_THEM.search(normal, 0, term.start) or _RELATED_TO.search(normal, 0, term.start))
        or normal.startswith(" company", term.end)
        and any(term.start - 2 < said.end < term.start for said in context.quantities)  # "a $2 billion revenue company"
        or term.metric.name.endswith("_margin")
        and term.metric.name != "incremental_margin"
        and bool(_MARGINAL.search(normal, max(0, term.start - 40), term.start))
        or term.metric.name == "revenue"
        and bool(_FROM_ACQUIRED.match(normal, term.end))
        or normal[term.start : term.end] == "sales"
        and bool(_OF_SECURITIES.match(normal, term.end))
        or term.metric.name == "tax_rate"
        and (
            _STATUTORY.search(normal, 0, term.start) is not None
            or normal.startswith("effective rate", term.start)
            and _BORROWED.search(normal, 0, term.start) is not None
        )
        or term.metric.name == "capital_expenditure"
        and normal.endswith("venture ", 0, term.start)
        or term.metric.name == "shareholders_equity"
        and _LOST_IN.search(normal, 0, term.start) is not None
        or _EX.search(normal, 0, term.start) is not None
        or term.metric.name == "available_credit"
        and bool(_CASH_AND.search(normal, 0, term.start))
        or term.metric.name == "income_tax_expense"
        and normal.endswith(_OTHER_TAXES, 0, term.start)
        or term.metric.name == "selling_general_and_administrative_expense"
        and normal.endswith("operating and ", 0, term.start)  # two costs together
        or term.negative
        and bool(_LOSS_ON.match(normal, term.end))
        or bool(_OTHER_INCOME_WAS.search(normal, max(0, term.start - 60), term.start))
        or normal.endswith(("special item ", "special items "), 0, term.start)
        or term.metric.name == "cost_of_revenue"
        and normal.endswith("unit ", 0, term.start)
        or term.metric.name == "working_capital"
        and bool(_BEFORE_IT.search(normal, max(0, term.start - 30), term.start))
        or term.metric.name == "backlog"
        and normal.endswith(("revenue from ", "revenues from "), 0, term.start)
        or term.metric.name == "revenue"
        and bool(_TO_COME.search(normal, max(0, term.start - 40), term.start) or _FROM_BACKLOG.match(normal, term.end))
        or term.metric.name == "loans"
        and normal.endswith(("term ", "revolving "), 0, term.start)  # "our debt included $2 billion in term loans"
        or bool(_OF_INVESTEES.match(normal, term.end))
        or term.metric.name == "loans"
        and bool(_LENT.search(normal, max(0, term.start - 60), term.start))
        or term.metric.name == "deposits"
        and bool(_PLACED.match(normal, term.end))
        or term.metric.name == "cash_and_cash_equivalents"
        and bool(_USE_OF.search(normal, max(0, term.start - 20), term.start))
        or term.metric.name == "working_capital"
        and bool(_FLOW_OF.search(normal, max(0, term.start - 60), term.start) or _FLOWED.match(normal, term.end))
        or term.metric.balance
        and bool(_YIELD_ON.search(normal, max(0, term.start - 40), term.start))
        or term.metric.balance
        and bool(_ON_BALANCE.search(normal, max(0, term.start - 60), term.start) or _CASH_FLOW.match(normal, term.end))
    )


def is_counted_in(context: Context, term: MetricTerm) -> bool:
    """Whether a metric is only what another counts or leaves out: "net sales excluding cable sales were $190.9 million"."""
    normal, start = context.normal, max(0, term.start - 60)
    if _is_of_the_same_basis(normal, term):
        return True
    left_out = _LEFT_OUT.search(normal, start, term.start)
    is_left_out = left_out and any(other.end == left_out.start() for other in context.terms)
    return bool((is_left_out or _COUNTS.search(normal, start, term.start)) and _THEN_STATES.match(normal, term.end))


_BEFORE_IT = re.compile(r"\b(?:before|excluding|ex) (?:changes in )?$")
"""What a cash flow leaves out: "cash flow from ops before working capital was $171 million"."""
_LEFT_OUT = re.compile(r", (?:excluding|exclusive of) (?:[\w']+ ){0,3}$")
"""What another leaves out: "our tax rate, excluding equity earnings came in at 18%"."""


_COUNTS = re.compile(
    r"\w (?:including|excluding|exclusive of|inclusive of) (?:[\w']+ ){0,3}$|, which (?:comprises?|includes?|consists of) (?:[\w']+ ){0,5}$"
)
_THEN_STATES = re.compile(
    rf",? (?:{WAS}|{MOVED}|to be|will be|should be|(?:is|are) (?:expected|projected|anticipated)|(?:up|down|increasing|decreasing) to)\b"
)
_RELATED_TO = re.compile(
    r"\b(?:revenues?|sales) from (?:(?:the|our|recent|these) )*$|\b(?:related|attributable) to (?:the |our )?$|\bassociated with (?:the |our )?$"
)
_BY_THEM = re.compile(r"\b(?:from|of|with|by|through|for)(?: [\w']+){1,6} $")
# "we will use about $5 million of our free cash flow"
_USED = re.compile(
    r"\b(?:use|uses|used|using|deploy\w*|allocat\w+|apply|applied)(?: (?:about|approximately|roughly|nearly|over|another))* $"
)
_MOVED_CASH = re.compile(
    r"\b(?:return(?:ed|ing)?|pa(?:id|ying)|spen[dt]|used?|using|generat(?:ed|ing|e)|receiv(?:ed|ing)|deploy(?:ed|ing)|invest(?:ed|ing)|collected|delivered|produced|consum(?:ed|ing))(?: (?:about|approximately|roughly|nearly|over|another|an additional|more than|almost))* $"
)
"""Cash that came or went is not the cash there is: "we returned $1.4 billion in cash"."""
_MOVED_LOANS = re.compile(
    r"\b(?:originated|generated|moved|sold|purchased|transferred|extended|funded|forgave|acquired|securitized|closed|processed|modified|deferred|secured)(?: (?:about|approximately|nearly|over|another|an additional|more than|up to))* [$£¥₠-⃏]?$"
)
_THAT_WERE_MOVED = re.compile(
    r" (?:that )?(?:we|were|was) (?:have |had )?(?:purchased|sold|acquired|moved|transferred|forgiven)\b"
)
"""Loans that were made, bought or sold are not those there are: "the bank originated $3.1 billion in loans"."""
_RAISED = re.compile(r"\braised(?: (?:about|approximately|roughly|nearly|over|another|an additional))* $")
"""Debt that was raised is not the debt there is."""


def is_flow_or_rate(context: Context, term: MetricTerm, frame: Frame, quantity: Quantity) -> bool:
    """Whether a number is of what came, went or is held against something else, and so not of the metric behind it."""
    moved = {"cash_and_cash_equivalents": _MOVED_CASH, "total_debt": _RAISED, "loans": _MOVED_LOANS}.get(
        term.metric.name
    )
    return (
        _is_debt_flow(context, term, frame)
        or frame.role in ("level", "comparison")
        and quantity.kind in ("money", "per_share")
        and bool(_GAINED.match(context.normal, term.end))
        or term.metric.balance
        and bool(_CHANGED_TERMS.search(context.normal, 0, quantity.start))
        or term.metric.name == "working_capital"
        and bool(_FLOW_OF.search(context.normal, 0, term.start))
        or term.metric.name == "dividends"
        and bool(_RECEIVED.search(context.normal, 0, quantity.start))
        or term.metric.name == "cash_and_cash_equivalents"
        and bool(_CASH_FLOW.match(context.normal, term.end))
        or term.metric.name in _RETURNED
        and bool(_THROUGH.match(context.normal, quantity.end) and _AND_RETURNED.match(context.normal, term.end))
        or bool(_RUN_RATE.match(context.normal, term.end))
        and bool(term.metric.segments)
        or _is_rate_of(context.normal, term)  # "a 6% increase in the average revenue per order"
        or bool(_USED.search(context.normal, 0, quantity.start))
        or moved is not None
        and bool(moved.search(context.normal, 0, quantity.start))
        or term.metric.name == "loans"
        and bool(_THAT_WERE_MOVED.match(context.normal, term.end))
    )


_CHANGED_TERMS = re.compile(
    r"\b(?:deferrals?|modifications?|forbearance|payoffs?|originations?|extensions?) (?:on|of|for|in)(?: (?:about|approximately|nearly|over|another))* ?[$£¥₠-⃏]?$"
)
"""What was done to some loans is not what there are: "deferrals on $1 billion of loans"."""
_RECEIVED = re.compile(
    r"\breceiv(?:ed|ing|e)(?: (?:about|approximately|nearly|over|another|a|an|total|of))* ?[$£¥₠-⃏]?$"
)
"""What others pay to the company is not what it pays: "we received $632 million in cash distributions"."""
_RETURNED = frozenset({"dividends", "share_repurchases"})
_THROUGH = re.compile(r" (?:through|via|between|in the form of|by way of) ")
_AND_RETURNED = re.compile(
    r" and (?:(?:the|our|share|stock|common) )*(?:re)?(?:purchases?|purchasing|buybacks?|dividends?)\b"
)
"""What was returned in two ways: "$50 million by dividends and the repurchase of 3 million shares"."""
