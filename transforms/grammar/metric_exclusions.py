"""What is no figure of one metric, by the words of that metric alone: cash held for others, deals not closed yet."""

from __future__ import annotations

import re
from collections.abc import Callable

from transforms.grammar.frames.place import HEDGES
from transforms.grammar.model import Reading
from transforms.grammar.wordlists import MONTH, MOVED, WAS, snake


def is_none_of_it(reading: Reading) -> bool:
    """Whether a number only sounds like one of its metric: what a project yields, what may be bought back, cash that could be drawn."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    start = quantity.start
    if quantity.scaled and reading.link.metric in _OF_ONE:
        return True  # "we gained RevPAR share following the $5 million of upgrades"
    if (look := _ONE_LOOK.get(reading.link.metric)) and look(reading):
        return True
    match reading.link.metric:
        case "backlog":
            found = (
                _RECOGNIZES.search(normal, 0, start)
                or _PRICE_IN.search(normal, max(0, term.start - 30), term.start)
                or _BUILT.search(normal, max(0, start - 40), start)
                or _FOR_DELIVERY_IN.search(normal, max(0, start - 40), start)
            )
        case "capital_expenditure":
            found = (
                _AND_COSTS.match(normal, term.end)
                or _OF_CUSTOMERS.search(normal, max(0, term.start - 30), term.end + 7)
                or _CANCELLED.search(normal, max(0, start - 60), start)
                or _FOR_PROJECT.match(normal, quantity.end)
                or _TO_DEALS.match(normal, quantity.end)
                or _PERCENT_OF_THE.search(normal, max(0, start - 30), start)
            )
        case "cash_and_cash_equivalents":
            return _is_no_cash_held(reading)
        case "cost_savings":
            return _is_no_saving(reading)
        case "dividends" | "dividend_per_share":
            found = (
                _TO_END_AT.search(normal, term.end, start)
                or _TO_BUY.match(normal, quantity.end)
                or _RECEIVED.search(normal, 0, start)
                or _others_declared(reading)
            )
        case "rate_base":
            found = _BY_PLAN.search(normal, 0, start) if reading.frame.role == "change" else None
        case "occupancy" | "leased_rate":
            found = _ONE_BUILDING.search(normal, 0, term.start)
        case "organic_revenue":
            of_banks = any(other.metric.name in ("loans", "deposits") for other in reading.sentence.terms.metrics)
            return quantity.kind == "money" and of_banks or _TO_GROW.match(normal, term.end) is not None
        case "pricing":
            found = (
                _WE_SPEND.search(normal, term.end, quantity.start)
                or _YIELD.match(normal, quantity.end)
                or _UNDER_MARKET.match(normal, quantity.end)
                or _ANNOUNCED.search(normal, max(0, term.start - 60), term.start)
                or _EFFECTIVE.match(normal, quantity.end)
                or (_DROVE.search(normal, term.end, start) if quantity.kind == "point" else None)
            )
        case "revenue":
            found = (
                _AT_PRICE_OF.search(normal, 0, start)
                or _NEW_SALES.search(normal, 0, term.end)
                or _REVENUE_CAPITAL.match(normal, term.end)
                or (
                    _RELATED_TO.match(normal, term.end)
                    if quantity.end <= term.start and quantity.kind == "money"
                    else None
                )
            )
        case "share_repurchases":
            found = _MAY_BUY.search(normal, max(0, start - 80), start) or _AT_PRICE.search(
                normal, max(0, start - 60), start
            )
        case metric if metric.endswith("_yield"):
            found = _PROJECT.search(normal)
        case metric:
            return metric in _OF_THINGS and normal.startswith(" square feet", quantity.end)
    return found is not None


def _others_declared(reading: Reading) -> re.Match[str] | None:
    """Who else declared a dividend: "Corvane declared a dividend of $0.10 per share, and we expect to receive $4 million"."""
    declared = _DECLARED.search(reading.sentence.text, 0, reading.quantity.start)
    if declared is None or not reading.call.own_names.isdisjoint(snake(declared["who"]).split("_")):
        return None
    return None if declared["who"].split()[-1] in _DECLARERS else declared


_DECLARED = re.compile(
    r"(?:^|[,;] )(?:and |while )?(?P<who>[A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,2}) (?:has |have )?(?:recently |also )?(?:declared|paid) (?:an?|its|their|the|us)\b"
)
_DECLARERS = frozenset({"We", "Board", "Directors", "Company", "Management", "Trustees", "Also", "And", "Finally"})
_OF_CUSTOMERS = re.compile(
    r"\b(?:customer|client|operator|industry|upstream|e&p|exploration|market|government)s?'? (?:capital spending|capital expenditures?|capex)\b|\bcapital spending growth$"
)
"""What others spend: "we anticipate capital spending growth of 20% in North America"."""
_RECEIVED = re.compile(r"\breceiv(?:e|ed|es|ing)(?: (?:about|approximately|nearly|over|another|an?))* [$£¥₠-⃏]?$")
"""A dividend that others pay."""


def _is_no_cash_held(reading: Reading) -> bool:
    """Whether cash is what could be drawn or came in, is held with investments, or only describes."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    return bool(
        _ON_A_LINE.match(normal, quantity.end)
        or _OF_CLIENTS.match(normal, quantity.end)
        or _PAID_IN.match(normal, quantity.end)
        or _FUNDED_WITH.search(normal, 0, quantity.start)
        or _NO_BALANCE.match(normal, term.end)
        or normal.endswith(("securities and ", "investments and "), 0, term.start)
        or quantity.end <= term.start
        and (
            _WITH_CAPACITY.match(normal, term.end)
            or _CASH_MOVED.search(normal, max(0, quantity.start - 60), quantity.start)
            or _AS_PRICE.search(normal, 0, quantity.start)
        )
        or term.end <= quantity.start
        and (
            _WITH_REVOLVER.match(normal, term.end)
            or _GOT_CASH.search(normal, max(0, term.start - 30), term.start)
            or _ON_CASH.search(normal, max(0, term.start - 30), term.start)
            or _OF_INVESTMENTS.match(normal, quantity.end)
            or _WITH_INVESTMENTS.match(normal, quantity.end)
            and normal.endswith((" or ", " or $"), 0, quantity.start)
        )
    )


def _is_no_saving(reading: Reading) -> bool:
    """Whether savings are a kind of those before them, what revenue gains, or a yearly rate of no named year."""
    normal, quantity, term = reading.normal, reading.quantity, reading.link.term
    return bool(
        reading.done
        and _OF_KIND.match(normal, quantity.end)
        or _REVENUE_SYNERGY.search(normal, 0, term.end)
        and not normal.startswith("cost", term.start)
        or _YEARLY.search(normal, max(0, term.start - 25), term.end)
        and not any(
            (span.is_year or span.is_bare_year) and span.start < reading.next_start for span in reading.sentence.spans
        )
    )


_YEARLY = re.compile(r"\b(?:annual(?:ly|ized)?|run rate|per year)\b")
"""What is saved a year from some day on is of no fiscal year: "we expect $10 million in annual savings from that plant"."""
_REMODELS = re.compile(
    r" (?:[\w-]+ )?(?:stores? |restaurants? )?(?:remodels?|renovations?|relocations?|refurbish\w+|refreshes)\b"
)
_TO_BUY = re.compile(r" to (?:repurchase|buy back|retire)\b")
_CANCELLED = re.compile(
    r"\b(?:cancell?ed|cancell?ing|eliminated|eliminating|avoided|postponed|deferred|delayed)(?: (?:about|approximately|around|roughly|nearly|over|some|another|an additional))* [$£¥₠-⃏]?$"
)
"""What is not spent: "we have cancelled approximately $35 million in capex previously planned"."""
_FOR_PROJECT = re.compile(r" (?:for|on) (?:this|that) (?:[\w']+ )?(?:project|plant|facility|building|unit)\b")
"""What one thing costs, over all years: "total capital spending is estimated at $97 million for this project"."""
_AGREED_ON = re.compile(
    r"\b(?:under contract|(?:under|in)(?: [a-z]+)? negotiations?|letters? of intent|in due diligence)\b[^;,]*$"
)
"""What may yet be bought: "we have closed or are under contract on $285 million of acquisitions"."""
_PERCENT_OF_THE = re.compile(r"\d ?(?:%|percent) of (?:the|our|that|this) [$£¥₠-⃏]?$")
"""An amount that only a share of is told: "42% of the $1.1 billion growth capital for our conversion"."""
_TO_DEALS = re.compile(r" (?:towards?|to|for|on) (?:[a-z]+ )?acquisitions\b")
_OF_KIND = re.compile(
    r" (?:in|of) (?:structural|temporary|permanent|discretionary|recurring|one time|fixed|variable)\b"
)
"""A part of the savings before it: "savings of $230 million, with $140 million in structural savings"."""
_NEW_SALES = re.compile(
    r"\b(?:net new|net recurring|new recurring|recurring new)(?: recurring)?(?: subscription| license)? sales$"
)
"""What was sold anew to subscribers, which becomes revenue later: "41% growth in recurring net new sales"."""
_REVENUE_CAPITAL = re.compile(r" (?:creating|creat|maintain|maintaining|enhancing|generating|producing)\b")
"""What is spent on buildings: "uses of cash include $8 million in revenue-maintaining capital"."""
_REVENUE_SYNERGY = re.compile(r"\b(?:revenue|sales|commercial) synerg\w+")
_OF_BRANDS = re.compile(r"\b(?:above|super|ultra|sub|near|mass|core) $")
"""A class of brands, and no premium of an insurer: "above premium was up mid-single digits"."""
_PROJECT = re.compile(r"\b(?:building (?:project|totaling)|projects?|development|redevelopment|square f(?:ee|oo)t)\b")
"""What is built yields what one thing yields: "the project is 344,000 square feet, with a cash yield of 5.6%"."""
_AFTER_PAYING = re.compile(
    r",? after (?:[\w']+ ){0,5}(?:dividends?|distributions?|capex|capital (?:expenditures?|spending))\b"
)
"""What is left of a cash flow: "cash flow from operations, after the dividend, should be $150 million"."""
_TAKEN_FROM = re.compile(
    r" (?:from|out of|(?:reversal|release|reduction|recapture|credit|benefit|draw ?down|addition|build|increase|decrease) (?:of|from|in|to)) (?:the |our |its )?(?:[a-z]+ ){0,2}"
)
"""What came out of it or went in, and is not what there is: "we released $879 million from the allowance"."""
_RECOGNIZED = re.compile(
    r"\b(?:recognition|recording|establishment|booking|recognized|recorded|established|booked) (?:of )?(?:an?|the) (?:[a-z]+ )?$"
)
"""What was added to it: "the recognition of an allowance of $39 million"."""
_OF_MARKETS = re.compile(r"\b(?:markets?|currency|fx|dollar|yen|euro|peso|yuan|renminbi|rupee|pound|asset|equity) $")
"""What lost in worth is no asset that is written off: "market depreciation was $9.4 billion"."""
_PUT_INTO = re.compile(r" (?:in)?to (?:our |the )?(?:[a-z]+ ){0,2}(?:reserves?|allowance)\b")
"""What was added to a reserve is not all of it: "we put $9 million into our reserve for credit losses"."""
_FOR_ONE = re.compile(
    r" for (?:our|an?|one|two|npl|that|this|those|these) (?!(?:[a-z]+ )?(?:quarter|year|half|period)\b)"
)
"""What was set aside for one thing is not all of it: "a provision of $3.5 million for our loan in workout"."""
_RELEASED = re.compile(
    r"\bwe (?:also )?(?:released|drew|took down) (?:(?:about|approximately|nearly|over) )*[$£¥₠-⃏]?$"
)
"""What was let go of a reserve is told beside it: "the provision was a benefit of $4 million, and we released $8 million of reserves"."""
_WHICH_OF_BOTH = re.compile(r" (?:of|in) (?:net )?(?:income|expense)\b")
_WHICH_IT_WAS = re.compile(r"\b(?:income|gain|expense|loss) of(?: [a-z]+){0,3} [$£¥₠-⃏]?$")
"""Which of the two it was must be said: "other income and expense was $20 million of income"."""
_MATURITIES = re.compile(
    r"\b(?:maturit(?:y|ies)|notes|bonds|repayments?|redemption) (?:[a-z]+ ){0,2}of (?:(?:about|approximately) )*[$£¥₠-⃏]?$"
)
"""What cash is used for: "we expect to use this cash for debt maturities of $721 million"."""
_RAISED = re.compile(
    r"\b(?:rais(?:e|ed|ing)|adding|secured|obtained) (?:(?:about|approximately|an additional|another|nearly|over) )*[$£¥₠-⃏]?$"
)
"""What was borrowed or sold is not all there is: "we raised $300 million in holding company liquidity"."""
_OF_THE_SUM = re.compile(
    rf"(?:(?:and|so|now)[ ,]+)*of (?:the|our|that|this) (?:(?:total|full|planned|announced) )*{HEDGES}[$£¥₠-⃏]?"
)
"""A sum of which a part is told behind it: "of the $55 million in savings, $35 million has been achieved"."""
_AS_RATE_MOVED = re.compile(
    rf"\b(?:as|with|while|and|on) (?:the |our )?(?:room |average )?rates? (?:was |were )?(?:{MOVED}|up|down) (?:by )?[^,;]*$"
)
"""What rooms cost is not what they bring: "RevPAR gained 3.4%, as rate rose 2.1%"."""
_OF_SOLD = re.compile(
    r"\b(?:sold|sale|selling|dispos(?:ed|al)|buildings?|propert(?:y|ies)|real estate|vessels?|aircraft|equipment|plants?|land)\b[^;]*\b(?:net|aggregate) book value$"
)
"""What some things stand in the books at is not the equity: "we sold land with a net book value of $11 million"."""
_ISSUED = re.compile(r" (?:note |bond |debt )?(?:issuances?|offerings?|redemptions?|repayments?|paydowns?)\b")
"""What changes debt is not the debt: "debt was up, mainly because of our $300 million issuance of notes"."""
_CONTRIBUTED = re.compile(r"\bcontributions? (?:from|of) (?:(?:our|the|recent|recently|completed|prior|new) )*$")
"""What was bought brings so much, and did not cost it: "revenue contribution from acquisitions was $40 million"."""
_OF_CLIENTS = re.compile(r" (?:of|in) (?:the |our )?(?:client|customer|member|policyholder)s?'? cash\b")
"""What others hold: "$8.6 billion of the client cash is held in the program"."""
_ADJUSTMENT = re.compile(r"\badjustments? (?:for|to|of)(?: (?:our|the))* $")
"""What earnings are adjusted by: "the intangible adjustment for EPS will increase to $0.66"."""
_OF_DEBT = re.compile(r" (?:maturit(?:y|ies)|exchanges?|issuances?|offerings?|repayments?|refinancings?|covenants?)\b")
_TO_ISSUE = re.compile(
    r"\b(?:issu(?:e|ed|es|ing|ance)|rais(?:e|ed|ing)|refinanc(?:e|ed|ing))\b(?: (?!debt|borrowings|leverage)[\w']+){0,6} [$£¥₠-⃏]?$"
)
"""Debt that falls due, is exchanged or newly raised: "we expect to issue this year $165 million of long-term debt"."""
_TRAFFIC = re.compile(r"\b(?:air traffic|industry|global(?:ly)? available seat)\b")
"""What all airlines fly."""
_AT_PRICE = re.compile(r"\baverage (?:[\w']+ )?(?:price|cost)(?: (?!total|for\b)[\w']+){0,4} [$£¥₠-⃏]?$")
"""What was paid for one share."""
_OF_THINGS = frozenset({"units_sold", "bookings"})
"""What is counted, or valued, but not measured by its floor: "deliveries of 325 million square feet"."""
_CASH_MOVED = re.compile(
    r"\b(?:return|brought back|bring(?:ing)? back|repatriat|driv|drove|generat|produc|yield|deploy|invest|spen[dt]|consum|distribut|collect|receiv|burn|free(?:d)? up|unlock|releas|provid|absorb)\w*(?: (?!and\b|but\b|while\b)[\w']+){0,4} ?[$£¥₠-⃏]?$"
)
"""What comes or goes is no cash held: "we expect to return at least $200 million of cash"."""
_GOT_CASH = re.compile(
    r"\b(?:received|receives?|receiving|paid|paying|generated|produced|collected|used|uses|consumed|absorbed|provided|released|freed up|tied up)(?: (?:net|total|upfront))* $"
)
_OF_ALL_LENDERS = re.compile(
    r" (?:for|in) (?:20\d\d|(?:the )?(?:next|this|coming|full) year) (?:are|is) (?:now |currently )?(?:estimated|projected|forecast(?:ed)?)\b"
)
"""What forecasters see for all lenders: "all mortgage originations for 2022 are put at $2 trillion"."""
_OF_REVALUED = re.compile(
    r"\b(?:revaluations?|remeasurements?|divestitures?|extinguishments?|disposals?)\b(?: (?:of|on|from) [^,;.$%]{2,80})?,? (?:which|that|and) (?:result(?:ed|ing) in|led to|caused) an? (?:[a-z]+ ){0,2}$"
)
"""What one event lost: "driven by the revaluation of assets, which resulted in a loss of $1.4 million"."""
_YIELD = re.compile(r" (?:[a-z]+ )?(?:yields?|cap rates?)\b")
_AMORTIZED = re.compile(r"\bamortization of (?:[\w'-]+ ){0,4}$")
"""What is written off of it: "the amortization of acquired profit and inventory"."""
_OF_COMPANIES = re.compile(r"(?<!\bour )(?<!effective )\bcorporate (?:income )?$")
"""What a country takes: "which is to reduce the corporate tax rate in France by 3%"."""
_STATUTORY = re.compile(
    r"\b(?:than|from|versus|to|with|above|below|over|under|and) the (?:(?:u\.s\.|usa|federal|corporate|income|tax|blended) )*statutory (?:(?:federal|corporate|income|tax) )*rate(?: of| is| was|,)?(?: (?:about|approximately))? $"
)
"""What the law sets is no rate of the company's: "lower than the federal statutory rate of 21%"."""
_WE_SPEND = re.compile(r", (?:we|i) [^,;]*\b(?:spend|spending|spent|invest|investing) ")
_ANNOUNCED = re.compile(r"\bannounc\w+ (?:[\w']+ ){0,4}$")
_EFFECTIVE = re.compile(
    rf" (?:(?:which |that )?(?:will )?(?:take|takes|took|go|goes|going|went) in(?:to)? effect|(?:which |that )?(?:will )?(?:take|takes|took) effect)\b"
    rf"| (?:that is |which is |to be )?effective (?:in |on |as of )?(?:{MONTH}|the first of|next)\b"
)
"""A rise of prices that is only announced: "we announced a price increase of up to 11% effective January 1"."""
_UNDER_MARKET = re.compile(r" (?:below|above|under|over) (?:the )?(?:market|list)\b")
"""What is held against the prices of others: "steel at pricing roughly 5% below market"."""
_RELATED_TO = re.compile(r" (?:related|attributable|associated) (?:to|with)\b")
"""A revenue of one thing: "$10 million in revenues related to unredeemed tickets"."""
_PRICE_IN = re.compile(r"\b(?:prices?|margins?|mix|asps?) (?:of|in) (?:our |the )?$")
"""What is in the backlog has a price of its own: "the average sales price in our backlog rose by 5%"."""
_RECOGNIZES = re.compile(
    r"\b(?:recogni[sz]e|convert|deliver|ship|burn|realize)\w*(?: (?:about|approximately|roughly|over|nearly|up to|an additional|another))* [$£¥₠-⃏]?$"
)
"""What becomes revenue is no backlog: "backlog was $1.4 billion, of which we expect to recognize $800 million"."""
_BUILT = re.compile(
    r"\b(?:build|builds|building|built|add|adds|adding|added) (?:up )?(?:(?:about|approximately|nearly|over|an additional|another) )*[$£¥₠-⃏]?$"
)
"""What came to the orders on hand: "allowing us to build $49 million of backlog in the quarter"."""
_FOR_DELIVERY_IN = re.compile(r"\bfor (?:delivery|shipment) (?:in|by|beyond|after) (?:early |late |mid )?$")
"""A year of two digits: "only a part of our backlog is for delivery in 23"."""
_FUNDED_WITH = re.compile(
    r"\b(?:funded|financed|paid for)(?: (?!(?:ended|finished|and|we)\b)[\w']+){0,5}? (?:with|by|using|through|from)(?: (?:about|approximately|nearly|over|a combination of))* [$£¥₠-⃏]?$"
)
"""What was paid for something: "the deal was funded with $400 million of cash and a term loan"."""
_PAID_IN = re.compile(
    r" (?:(?:that (?:was|were) )?(?:returned|paid|payable|distributed|received|settled|invested)|(?:of )?(?:[\w'-]+ ){0,3}(?:notes|debt|bonds?|debentures?|borrowings|consideration|maturit(?:y|ies))) in cash\b"
)
"""What changed hands in cash: "for a total of $168 million returned in cash to shareholders"."""
_ONE_BUILDING = re.compile(
    r"\b(?:the|that|this|its) (?:building|property|asset|facility|center|tower|complex|hotel|site|campus)'s $"
)
"""What one building is let to is not what the company's are."""
_BY_PLAN = re.compile(
    r"\b(?:plan|plans|program|forecast|outlook|investments?)\b[^;]*\b(?:results? in|drives?|supports?|produces?|delivers?|implies|leads? to|yields?|is)\b[^;]*$"
)
"""What a plan brings, over years: "our five-year capital plan results in rate base growth of 9.4%"."""
_AT_PRICE_OF = re.compile(r"\bat an? (?:average|median|weighted average) (?:[a-z]+ )?price of (?:about )?[$£¥₠-⃏]?$")
_TO_END_AT = re.compile(r" to end the (?:quarter|year|period) at [$£¥₠-⃏]?$")
"""Where something else came to with dividends: "book value per share was up 13% inclusive of dividends to end the quarter at $24.40"."""
_OF_RENT = re.compile(r"\bnet effective rates?$")
_OF_PAY = re.compile(r"(?:our |the )?(?:base |executive |all )?(?:salaries|wages|pay|compensation|bonuses)\b")
"""What people are paid: "Base salaries were reduced by 10% for all exempt employees and by 15% for all executives"."""
_OF_A_LINE = re.compile(
    r" (?:undrawn |committed |unsecured |secured |senior )*(?:revolver\b(?! availability)|revolving|credit (?:facility|line|agreement)\b(?! (?:availability|capacity))|(?:revolving )?line of credit)\b"
)
"""How much a line is for is not what can be drawn: "$160 million of available liquidity under our $400 million line of credit"."""
_ON_A_LINE = re.compile(
    r" (?:under|on|from|of|in) (?:the |our |its |an? )?(?:[\w']+ ){0,3}(?:revolver|revolving|credit (?:line|facility|facilities)|lines? of credit|borrowing capacity)\b"
    r"| (?:undrawn |committed |unsecured |secured |senior )*(?:revolver|revolving|credit (?:facility|line|agreement)|line of credit)\b"
)
"""What could be borrowed is no cash: "comprising $300 million of cash and $900 million on our revolver"."""
_WITH_INVESTMENTS = re.compile(
    r",? (?:including|inclusive of) (?:our |the )?(?:[\w-]+ ){0,2}(?:securities|investments)\b"
)
_OF_INVESTMENTS = re.compile(
    r" (?:in|of) (?:short term|long term|marketable|other) (?:[\w-]+ ){0,2}(?:securities|investments)\b"
)
"""What is held beside cash: "cash of $49 million as well as $70 million in short-term investments"."""
_WITH_REVOLVER = re.compile(
    r" and (?:[\w']+ ){0,3}(?:revolver|revolving|availability|available|undrawn|credit|borrowing capacity|liquidity)\b"
)
"""What is held and what could be drawn: "cash and revolver availability was approximately $2 billion"."""
_WITH_CAPACITY = re.compile(
    r"(?:,|,? and)(?: (?!an\b)[a-z']+,?){0,5} (?:borrowing capacity|availability|available credit)\b(?! (?:of|under|on|that|which)\b)"
)
"""Told together with what could be drawn: "$6.6 billion of cash, securities and borrowing capacity"."""
_ON_CASH = re.compile(r"\b(?:returns?|yields?|interest|earnings) (?:on|from) (?:our |the |excess |idle )*$")
"""What cash earns is no cash held: "investments to enhance returns on cash, compared with $25 million"."""
_AS_PRICE = re.compile(
    r"\b(?:sale|sold|sell|divest\w*|acqui\w+|purchas\w+|bought|buy|deal|transaction)\b[^;]*\bfor(?: (?:a|total|consideration|price|of|about|approximately|roughly|nearly|over))* [$£¥₠-⃏]?$"
)
"""What a business was sold for: "we closed the sale of our Lamps business to Corvane for $250 million in cash"."""
_NO_BALANCE = re.compile(
    r" (?:(?:restructuring|interest|tax|severance|recurring) )?(?:to (?:pay|repay|retire|redeem|repurchase|fund|acquire|buy|reduce)|basis|servicing|fees?|from (?:[a-z]+ )?(?:investing|financing|operating|operations)|revenues?|to cash|deficit|contributions?|rents?|noi|tax|taxes|yield|compensation|expenses?|costs?|interest|returns?|distributions?|earnings|spend|spending|outlays?|charges|payments?|margin|generation)\b"
)
"""What is paid in cash is no cash held: "cash servicing fees"."""
_DROVE = re.compile(
    r"\b(?:drove|added|contributed|brought|generated|accounted for|resulted in) (?:an? )?(?:(?:about|approximately|nearly|over) )*$"
)
"""What prices did to a margin: "net pricing drove a 120 basis point improvement"."""
_AND_COSTS = re.compile(
    rf" and contributions? to\b| and (?!capital|acquisition|maintenance|growth)(?:[\w'-]+ ){{1,3}}(?:costs|expenses|spend|spending) (?:{WAS}|of|are|is|to be|will be)\b"
)
"""What is spent on more than plant: "CapEx and cloud computing costs were $217 million"."""
_MAY_BUY = re.compile(
    r"\b(?:authorized|authorizing|authorization of|approved|announced|announcing|unveiled|launched)(?: (?:an?|the|our|new|additional|another|increased|up|to|of|for|share|stock|common|repurchases?|buybacks?|programs?|authorization|plan))* ?[$£¥₠-⃏]?$"
    r"|\b(?:repurchase|buyback) (?:program|plan|authorization)s? (?:for|of) up to(?: (?:about|approximately|an additional|another))* ?[$£¥₠-⃏]?$"
)
"""What may be bought back, over no said time: "the board has authorized a new $200 million program"."""
_TO_GROW = re.compile(r" (?:capital )?(?:projects?|capital|capex|investments?|spending|initiatives?|opportunities)\b")
"""What is spent on growth is not growth: "$1.1 billion on organic growth projects"."""
_OF_ONE = frozenset({"average_daily_rate", "average_fare", "average_rent", "average_ticket", "revpar", "total_revpar"})
"""What one room, ticket or purchase brings, which is never millions."""
_COMMISSION = re.compile(r"\b(?:the|our|state|public (?:utilities|utility|service)) commission(?:'s)?\b")
"""Who says what a utility may earn on its equity, which is not what it earns."""


def _taken_off(reading: Reading) -> re.Match[str] | None:
    """What was taken off a cash flow: "free cash flow was $70 million after funding capex of $77 million"."""
    return _AFTER_SOME.search(reading.normal, reading.link.term.end, reading.quantity.start)


_AFTER_SOME = re.compile(
    r"\bafter (?:(?:funding|paying|deducting|our|the|all) )*(?:capex|capital (?:expenditures?|spending|investments?)|distributions?|dividends?|interest|taxes)(?: [a-z]+){0,3} of (?:(?:about|approximately|nearly) )*[$£¥₠-⃏]?$"
)


def _before_metric(reading: Reading, what: re.Pattern[str], within: int) -> re.Match[str] | None:
    """What stands right before the metric, at most so many characters from it."""
    start = reading.link.term.start
    return what.search(reading.normal, max(0, start - within), start)


_AS_IT_MOVES = re.compile(
    r" (?:builds?|building|drawdowns?|draws?|destocking|destock|reductions?|adjustments?|step ups?|write ?(?:downs?|offs?)|charges?|reserves?|provisions?)\b"
)
"""By how much it moved or was written off: "about $8 million of inventory build"."""
_ONE_LOOK: dict[str, Callable[[Reading], object]] = {
    "acquisitions": lambda reading: (
        _AGREED_ON.search(reading.normal, 0, reading.quantity.start) or _before_metric(reading, _CONTRIBUTED, 40)
    ),
    "allowance_for_credit_losses": lambda reading: (
        _PUT_INTO.match(reading.normal, reading.quantity.end)
        or _TAKEN_FROM.fullmatch(reading.normal, reading.quantity.end, reading.link.term.start)
        or _before_metric(reading, _RECOGNIZED, 40)
    ),
    "available_seat_miles": lambda reading: _TRAFFIC.search(reading.normal),
    "book_value": lambda reading: _OF_SOLD.search(reading.normal, 0, reading.link.term.end),
    "cash_and_cash_equivalents": lambda reading: _MATURITIES.search(
        reading.normal, reading.link.term.end, reading.quantity.start
    ),
    "cash_cost": lambda reading: reading.quantity.scaled,  # what each ounce costs, and no charge
    "cost_savings": lambda reading: _OF_THE_SUM.fullmatch(reading.normal, 0, reading.quantity.start),
    "depreciation": lambda reading: _before_metric(reading, _OF_MARKETS, 20),
    "distributable_cash_flow": _taken_off,
    "eps": lambda reading: _before_metric(reading, _ADJUSTMENT, 30),
    "free_cash_flow": _taken_off,
    "headcount": lambda reading: _OF_PAY.match(reading.normal),
    "inventory": lambda reading: (
        _before_metric(reading, _AMORTIZED, 45)
        or reading.frame.role == "level"
        and reading.quantity.end <= reading.link.term.start
        and _AS_IT_MOVES.match(reading.normal, reading.link.term.end)
    ),
    "interest_expense": lambda reading: reading.normal.startswith((" earned", " received"), reading.link.term.end),
    "liquidity": lambda reading: (
        _OF_A_LINE.match(reading.normal, reading.quantity.end)
        or _RAISED.search(reading.normal, 0, reading.quantity.start)
    ),
    "loan_originations": lambda reading: _OF_ALL_LENDERS.match(reading.normal, reading.link.term.end),
    "net_income": lambda reading: _OF_REVALUED.search(reading.normal, 0, reading.link.term.start),
    "operating_cash_flow": lambda reading: (
        _AFTER_PAYING.match(reading.normal, reading.link.term.end) or _taken_off(reading)
    ),
    "other_income": lambda reading: (
        reading.normal.endswith(("expense", "expenses"), reading.link.term.start, reading.link.term.end)
        and not _WHICH_OF_BOTH.match(reading.normal, reading.quantity.end)
        and not _WHICH_IT_WAS.search(reading.normal, reading.link.term.end, reading.quantity.start)
    ),
    "premiums": lambda reading: _before_metric(reading, _OF_BRANDS, 8),
    "provision_for_credit_losses": lambda reading: (
        _RELEASED.search(reading.normal, 0, reading.quantity.start)
        or _FOR_ONE.match(reading.normal, reading.quantity.end)
    ),
    "return_on_equity": lambda reading: _COMMISSION.search(reading.normal),
    "revpar": lambda reading: _AS_RATE_MOVED.search(reading.normal, reading.link.term.end, reading.quantity.start),
    "stores": lambda reading: _REMODELS.match(reading.normal, reading.quantity.end),
    "tax_rate": lambda reading: (
        reading.frame.role == "change"
        and _before_metric(reading, _OF_COMPANIES, 40)
        or _STATUTORY.search(reading.normal, 0, reading.quantity.start)
        or _OF_RENT.search(reading.normal, max(0, reading.link.term.start - 30), reading.link.term.end)
    ),
    "total_debt": lambda reading: (
        _ISSUED.match(reading.normal, reading.quantity.end)
        or _OF_DEBT.match(reading.normal, reading.link.term.end)
        or _TO_ISSUE.search(reading.normal, max(0, reading.quantity.start - 60), reading.quantity.start)
    ),
}
"""What tells at a glance that a number is none of its metric, by metric; what takes more is a case of `is_none_of_it`."""
