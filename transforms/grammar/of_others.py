"""Numbers beside a metric that are not the company's: what others did, what they allow, or what was bought from them."""

from __future__ import annotations

import re

from transforms.grammar.model import Reading
from transforms.grammar.wordlists import MOVED


def is_of_others(reading: Reading) -> bool:
    """Whether a number is of customers, rivals, lenders or a market, of a company that was bought, or of some of many."""
    normal, start, term = reading.normal, reading.quantity.start, reading.link.term
    return bool(
        _ACQUIRED_DID.search(normal, 0, start)
        or _BOUGHT_AND_IT_DID.search(normal, 0, start)
        or _OTHERS_OWN.match(normal, 0, start)
        or _OTHERS_DID.search(normal, 0, start)
        or _YOU_SAID.search(normal, 0, start)
        or _OF_COVENANT.search(normal, 0, start)
        or _FOR_INDUSTRY.search(normal, 0, term.start)
        or _of_customer(reading)
        or _MARKET_WORTH.match(normal, 0, start)
        or _BOUGHT_HAD.match(normal, 0, start)
        or _IN_SOME_OF_MANY.match(normal, 0, start)
        or _WHEN_WE_BEGAN.match(normal, 0, start)
        or term.metric.canonical_name == "headcount"
        and _PEOPLE_WE.search(normal, 0, start)
        or normal.startswith("turnover", term.start)
        and _NOT_SOLD_BY.search(normal, 0, term.start)
    )


def _of_customer(reading: Reading) -> bool:
    """Whether a metric is that of a customer: "one of our customers grew its revenue 40% using our platform"."""
    customer = _CUSTOMER_DID.match(reading.normal)
    return customer is not None and customer.end() <= reading.link.term.start


_OPENS = r"(?:(?:and|but|so|now|also)[ ,]+)*"
_CUSTOMER_DID = re.compile(
    rf"{_OPENS}(?:one of )?our (?:(?!sales\b|revenues?\b)[\w-]+ ){{0,3}}(?:customers?|clients?)(?: in [\w ]{{3,20}})? (?:has|have|had|saw|reported|generates?|generated|did|do|makes?|made|posted|delivered|{MOVED}|grows?)\b"
)
_MARKET_WORTH = re.compile(
    rf"{_OPENS}(?:the|this|that) (?:[\w-]+ ){{0,4}}(?:market|industry|category|sector|opportunity)\b(?:[^.;]|\.\d)*\b(?:reach|exceed|hit|total|surpass|be worth|is worth|be|represents?|generates?)(?: (?:about|approximately|over|nearly|more than|an estimated))* [$£¥₠-⃏]?$"
)
"""What all sell together: "the market for our products should reach $40 billion in sales"."""
_BOUGHT_HAD = re.compile(
    rf"{_OPENS}(?:the|this|that) (?:acquired|target|purchased) (?:[a-z]+ )?(?:company|companies|business|businesses|operations|brand) (?:had|has|have|generates?|generated|made|did|delivers?|posted|reported|earns?|earned)\b"
)
"""What a company that is bought makes: "the acquired company had revenue of $120 million last year"."""
_IN_SOME_OF_MANY = re.compile(
    rf"{_OPENS}(?:in|at|for|across|within) (?:the |our |those |all )?(?:stores|restaurants|locations|clubs|branches|sites|hotels|properties|accounts|homes|facilities) (?:that|where|which|in which|with|we(?:'ve| have)?) [^,$%\d]{{3,60}}, "
)
"""Some of many that nothing names: "in the stores we have remodeled, sales are up 9%"."""
_WHEN_WE_BEGAN = re.compile(
    rf"{_OPENS}(?:back )?when (?:we|i|the company) (?:first )?(?:went public|started|joined|founded|began|launched|spun|came|took over)\b[^,;]*, "
)
"""What was so long ago: "when we went public, we had revenue of $50 million"."""
_PEOPLE_WE = re.compile(
    r"\b(?:trained|hired|added|furloughed|recognized|rewarded|vaccinated|surveyed|promoted|welcomed|recruited|onboarded)(?: (?:about|approximately|over|nearly|more than|some|another|an additional))* $"
)
"""People of whom something was done are not all of them: "we trained 1,200 employees"."""
_NOT_SOLD_BY = re.compile(
    r"\b(?:employee|staff|workforce|associate|team member|crew|driver|hourly|management|manager|store manager|voluntary|labor|tenant|resident|inventory|asset|portfolio|nurse|annual|annualized|games|chip|trading|share) $"
)
"""Whose turnover no revenue is: "employee turnover fell to 12%", "table games turnover was $31 billion"."""
_ACQUIRED_DID = re.compile(
    r"^(?:(?:and|so|but|now)[ ,]+)?(?:the|this|that) (?:acquisition|acquired business|deal|transaction) (?:did|delivered|generated|had|contributed|added|posted|produced)(?: (?:us|about|approximately|nearly|over|an additional))* [$£¥₠-⃏]?$"
)
"""What was bought brought this: "The acquisition did $25 million of revenue in the quarter"."""
_BOUGHT_AND_IT_DID = re.compile(
    r"\b(?:purchase price|acquired|acquisition of|bought|purchased|deal for|sale of|sold)\b[^.;]*,? (?:and|which|where|who) (?:it |they )?(?:did|does|had|has|generated|generates|made|makes|runs|ran|earned|posted|produced)\b[^;]*$"
)
"""What a company that was bought or sold did before: "we acquired Alden, which had revenue of $80 million in 2023"."""
_OTHER = (
    r"(?:(?:largest|biggest|main|key|closest|typical|average|mature|typically|top|public|many|most|some|several) )*"
)
"""How one of others is called before its noun: "our largest partner", "most of the public peers"."""
_OTHERS_OWN = re.compile(
    rf"(?:(?:and|but|so|now|again)[ ,]+)*(?:(?:our|the|a|an|one|each|any|some|many|most) )*(?:{_OTHER}(?:partners?|competitors?|borrowers?|portfolio compan(?:y|ies)|counterpart(?:y|ies)|suppliers?|vendors?|licensees?|peers?)(?:['’]s?)? (?:(?:net|total|adjusted|operating|gross) )*(?:reported|grew|had|saw|posted|generated|delivered|earned|made|is|are|was|were|revenues?|sales|ebitda|margins?|earnings|income|profits?)\b"
    r"|(?:typical|average|mature|new|standard|single|given|additional) (?:[\w-]+ )?(?:store|restaurant|location|unit|clinic|center|hotel|club|branch|shop|site|customer|rig|well|plant|home)s? (?:does|do|generates?|has|have|makes?|costs?|runs?|earns?|adds?|spends?|produces?|brings?|averages?)\b)"
)
"""What others do, or one of many: "our partner reported revenue of $2.1 billion", "the typical store does $4 million in sales"."""
_OTHERS_DID = re.compile(
    rf"(?:^(?:for example|for instance),? (?:an?|one|another) (?:[\w'-]+ ){{1,4}}?(?:company|customer|bank|retailer|manufacturer|provider|client|partner|insurer|agency) (?:expanded|grew|increased|moved|signed|went|saw|renewed)\b|\b(?:peers?|peer (?:set|group)|competitors?|rivals?) (?:have|had|has|are|is|were|was|saw|see|seen|reported|posted|delivered|generated|{MOVED}|grow)\b"
    r"|\b(?:street|analysts'?) (?:expectations?|estimates?) (?:of|for|is|are|at)\b"
    r"|\b(?:association|bureau|department of [a-z]+|institute)(?: of (?:[\w']+ ){0,3}?[\w']+)? (?:reports?|reported|forecasts?|estimates?|projects?)\b"
    r"|(?:^|[,;] |\b(?:and|but|while|versus|the|street|analyst|current) )consensus (?:for )?(?:(?!expect|guid)[\w']+ ){0,6}(?:was|were|is|of|at|stood at)\b)(?:(?! (?:we|we've|our|us)\b)(?:[^.;]|\.\d))*$"
)
"""What other companies or an industry did, or is expected of this one: "our peers grew revenue 5%", "for example, a utility company expanded from $7 million of ACV", "consensus revenue was $2 million"."""
_YOU_SAID = re.compile(
    r"\b(?:you|people|investors|analysts|somebody|someone) (?:just |also |had |have |often )?(?:asked?|mentioned|talked|referenced|referred|pointed|quoted|wrote)\b(?:(?!\b(?:was|were|is|are|came|we|our)\b)[^;])*$"
    r"|\b(?:your|their|his|the street's|street's) (?:models?|numbers?|estimates?|spreadsheets?|notes?|reports?) (?:has|have|had|shows?|says?|is|are|was|were|calls? for)\b[^;]*$"
    r"|\b(?:saw|read) (?:a|an|some|your|the) (?:note|report|headline|article|piece)s?\b[^;]*$"
)
"""What others said, asked or have in their models: "your model has EPS of $1.10"."""
_OF_COVENANT = re.compile(
    r"\b(?:agreements?|facility|indenture|lenders?|regulators?) requires?\b[^;]*$|\bcovenants? (?:of|at|is|are|that|requires?|limit\w*)(?: (?:about|a|an|maximum|minimum|us|to|be|at|least|most|no|more|less|than))* [$£¥₠-⃏]?$"
)
"""What lenders allow: "a covenant of 4 times leverage"."""
_FOR_INDUSTRY = re.compile(r"\bfor the industry\b(?:[^.;]|\.\d)*\band (?!(?:we|our|us)\b)(?:[\w-]+ ){0,4}$")
"""What goes on about an industry: "same-store sales for the industry grew 1%, and guest counts fell 1%"."""
