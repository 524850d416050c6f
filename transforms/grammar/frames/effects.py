"""Constructions that state what one thing did to a metric, which is neither its level nor its change."""

from __future__ import annotations

import re

from transforms.grammar.frames.place import HEDGES, INCLUDES, LEFT_OUT, MAX_LEFT, NO_CAUSE, TO_NEXT, Frame, Place
from transforms.grammar.wordlists import MOVED, WAS


def effect(place: Place) -> Frame | None:
    """ "the charge reduced EPS by $0.05", "sales exclude $35 million": what something did to a metric."""
    if place.follows("effect") and _IN_TIME_AND.fullmatch(place.left) and _IN_TIME.match(place.right):
        return Frame("effect")
    if place.relative:
        return (
            Frame("effect")
            if place.before is not None
            and _IS_NOW_UP.fullmatch(place.left)
            and _OF_WHICH.search(place.normal, 0, place.before.start)
            or _LED_BY.search(place.left)
            or _ON_GROWTH.search(place.left)
            or _BROUGHT_ABOUT.search(place.left)
            and _COMPRESSION.match(place.right)
            or (found := _EFFECT_OF.search(place.left)) is not None
            and not LEFT_OUT.search(place.left, 0, found.start())
            or _RESULTING.search(place.left)
            or _HEADWIND_TO.search(place.left)
            or place.quantity.kind == "point"
            and _HAD_EFFECT.search(place.left)
            or _INCLUDING.search(place.left)
            or _WAS_HIT.search(place.left)
            or place.follows("change")
            and _OF_WHICH.search(place.left)
            and _CAME_OF.match(place.right)
            or (place.follows("change") or place.quantity.kind == "point")
            and _OF_WHICH_ONE.search(place.left)
            or place.follows("effect")
            and _GROWTH_AND.fullmatch(place.left)
            and place.right.startswith(" growth in ")
            or place.follows("effect")
            and place.before is not None
            and _AND_ONE.fullmatch(place.left)
            and _OF_WHICH_ONE.search(place.normal, 0, place.before.start)
            or _DROVE.search(place.left)
            or _CHANGED_OURS.search(place.left)
            or _DILUTES.search(place.left)
            or _CHANGED_SALES.search(place.left)
            or place.quantity.kind == "point"
            and (
                _CHANGED_MARGIN.search(place.left)
                or _CONTRIBUTED.search(place.left)
                or place.right.startswith(" of ")
                and _OFFSET_BY.search(place.left)
            )
            or _EFFECT_BESIDE.match(place.right)
            or _ACCRETIVE.match(place.right)
            or _FROM_DRIVER.match(place.right)
            or (_ANOTHER.search(place.left) or _NET_OF.search(place.left))
            and _BY_CURRENCY.match(place.right)
            else None
        )
    if place.quantity.kind == "per_share" and (
        _EQUIVALENT.search(place.left)
        or _DID_TO_EPS.search(place.left)
        or INCLUDES.search(place.normal, 0, place.quantity.start)
        or _LEAVES_OUT.search(place.normal, max(0, place.quantity.start - MAX_LEFT), place.quantity.start)
    ):
        return Frame("effect")  # "operating income rose by the equivalent of $0.09 per share"
    if place.quantity.kind == "number" and (
        _WHICH_REDUCED.search(place.left)
        or _NET_OF.search(place.left)
        or place.quantity.scaled
        and _WHICH_HOLDS.search(place.left)
    ):
        return Frame("effect")  # "a storm that reduced throughput by about 34,000 barrels a day"
    if not place.amount:
        return None
    if _TO_EPS.match(place.right) and _ADDS.search(place.normal, 0, place.quantity.start):
        return Frame("effect")  # "the ruling added $91 million to operating income and $0.12 to earnings per share"
    if (
        # "the acquisitions added approximately $0.023 of FFO per share"
        (
            _ADDED.search(place.left)
            or _COST_US.search(place.normal, max(0, place.quantity.start - MAX_LEFT), place.quantity.start)
        )
        and _OF_ADDED.match(place.right)
        or _LOST_SALES.match(place.right)
        and (
            _WE_LOST.search(place.left)
            or _THAT_WAS.search(place.left)
            or place.follows("effect")
            and _AND_ALSO.fullmatch(place.left)
        )
        # "we drew down net debt by $140 million to $1.9 billion"
        or TO_NEXT.match(place.right)
        and _BROUGHT_BY.search(place.left)
    ):
        return Frame("effect")
    if (
        # "within about $5 million of our best quarter"
        _WITHIN.search(place.left)
        and _OF_BEST.match(place.right)
        # "the drivers of the increase were higher NOI of $3 million"
        or _OF_DRIVER.search(place.left)
        and _DRIVERS_WERE.search(place.normal, 0, place.quantity.start)
    ):
        return Frame("effect")
    if _BY_ITEM.match(place.right) and _MOVED_BY.search(place.left):
        return Frame("effect")  # "operating income was reduced by a $22 million tax item"
    if (
        # "the increase in gross profit was due to $12 million of higher volume"
        _MOVE_DUE_TO.search(place.left)
        and _OF_CAUSE.match(place.right)
        # "a decrease in operating income of $2 million that relates to lower usage"
        or _RELATES_TO.match(place.right)
        and _A_MOVE_IN.search(place.left)
        or _OF_LOWER.match(place.right)
    ):
        return Frame("effect")
    if _FROM_SALE.match(place.right) or _INCREASE_TO.match(place.right) and _LEADS_TO.search(place.left):
        # "the usage changes lead to a $0.2 million increase to operating income"
        return Frame("effect")  # "despite a $655 million reduction in revenue from the divestiture of the trucks"
    if place.follows("effect") and (_ADDED_TOO.fullmatch(place.left) or _OR_ADDED.fullmatch(place.left)):
        return Frame("effect")  # "the acquisition added $14 million of sales and $2 million of EBITDA"
    if (
        place.follows("level")
        and _FAVORABLE_TOO.match(place.normal, place.quantity.end)
        or _LED_BY_AMOUNT.search(place.left)
        and _OF_GROWTH.match(place.right)
    ):
        return Frame("effect")  # "was $6 million and $7 million favorable to the prior quarter and year, respectively"
    if (
        _RETURNED.match(place.right)
        or _USES_WERE.search(place.normal, 0, place.quantity.start)
        or place.relative
        and _RESULTS_THAT_INCLUDED.search(place.left)
    ):
        return None  # "we returned $48 million, including $10 million of dividends"
    if _PROVISION_WAS.search(place.left) or _PART_BROUGHT.search(place.left) and _BROUGHT.match(place.right):
        # "the provision for credit losses was a benefit of $3 million", "our pumps business contributed $4 million of revenue"
        return None
    return Frame("effect") if _EFFECT_BEFORE.search(place.left) or _EFFECT_AFTER.match(place.right) else None


_BROUGHT_BY = re.compile(
    rf"\b(?:drew|brought|took|paid|worked|wrote|pulled|cut|trimmed|slashed|pared|built|lifted|boosted|trimming|cutting|paying|bringing|taking|drawing|building)(?: (?:down|up|back))?(?: (?!down\b|up\b){NO_CAUSE}[\w&'.]+){{1,6}} by {HEDGES}[$£¥₠-⃏]?$"
)
"""By how much something was brought to what it is, since a time that is not said."""
_MOVE_DUE_TO = re.compile(
    rf"\b(?:increase|decrease|decline|improvement|growth|reduction|change) in (?:[\w'&]+ ){{1,5}}(?:(?:was|is) )?(?:(?:primarily|mainly|largely|principally) )?(?:due to|driven by|attributable to|the result of|because of|reflects?|reflected|includes?|included) {HEDGES}[$£¥₠-⃏]?$"
)
_OF_CAUSE = re.compile(
    rf" (?:of|in|from) (?:higher|lower|{MOVED}|additional|incremental|favorable|unfavorable|reduced|price|pricing|volume)\b"
)
_CONTRIBUTED = re.compile(rf"\bcontributed {HEDGES}$")
"""What a part did to the margin of all: "our repair segment contributed 70 basis points of margin expansion"."""
_OFFSET_BY = re.compile(rf"\boffset by {HEDGES}$")
_PROVISION_WAS = re.compile(
    rf"\bprovision (?:for [a-z]+(?: [a-z]+)? )?(?:(?:was|is|reflects|had) an? (?:net )?)?benefit (?:of|was) {HEDGES}[$£¥₠-⃏]?$"
)
_DID_TO_EPS = re.compile(
    r"(?<!we )(?<!we've )\b(?:decreased?|increased|reduced|lowered|raised|benefited|impacted|hurt)(?: (?:our|gaap|adjusted|quarterly))* (?:earnings|eps)(?: by)?(?: (?:about|approximately|roughly|an?))* ?[$£¥₠-⃏]?$"
)
"""What something did to earnings: "the timing of taxes, which decreased earnings $0.03 per share"."""
_TO_EPS = re.compile(r" to (?:our |the )?(?:adjusted |diluted )*(?:earnings|eps)\b")
_ADDS = re.compile(r"\b(?:added|adds|adding|contributed)\b[^;]*$")
_LEAVES_OUT = re.compile(
    r"\bexclud(?:es?|ed|ing) (?:[\w']+ ){1,6}of [$£¥₠-⃏]?[\d.,]+ (?:million|billion),? or [$£¥₠-⃏]?$"
)
# "$155 million, which includes 115 million for the plant"
_WHICH_HOLDS = re.compile(rf",? (?:which|that) includes? {HEDGES}$")
_WHICH_REDUCED = re.compile(
    rf"\b(?:which|that|outages?|downtime|shutdowns?|strikes?|storms?|hurricanes?|weather|fires?|floods?|flooding|maintenance|turnarounds?|accidents?|disruptions?|curtailments?) (?:reduced|lowered|increased|raised|cut) (?:[\w']+ ){{1,8}}by {HEDGES}$"
)
_CHANGED_SALES = re.compile(
    rf"\b(?:currenc(?:y|ies)|exchange|fx|acquisitions?|divestitures?|weather|inflation|hedges|hedging) (?:increased|decreased|reduced|lowered|raised|boosted) (?:our )?(?:total |reported |net )*(?:revenues?|sales|growth) (?:by )?{HEDGES}$"
    rf"|\b(?:coronavirus|covid(?: 19)?|pandemic|outbreak|strikes?|storms?|hurricanes?|weather|shutdowns?|currency|fx|divestitures?|exit|tariffs?|closures?|leap (?:year|day)) (?:will|would|could|should|may|is expected to|are expected to) (?:reduce|lower|impact|decrease|increase|affect|benefit|hurt) (?:our )?(?:[\w']+ ){{1,6}}by {HEDGES}$"
    rf"|(?:\b(?:which|that|this)|,|\band) (?:reduc(?:ed|es|ing)|lower(?:ed|s|ing)|depress(?:ed|es|ing)|hurt(?:ing)?) (?:our |the )?(?:total |reported |net |operating |gross )*(?:revenues?|sales|top line|turnover|income|earnings|profit|eps)(?: growth)?(?: (?:in|for) the (?:quarter|year))? by {HEDGES}$"
)
"""What something else did to sales: "foreign currencies increased revenue by about 2%"."""
_IS_NOW_UP = re.compile(
    rf" (?:is|are|was|were) (?:[a-z]+ ){{0,2}}[a-z]+, (?:up|down|an (?:increase|decline) of|a (?:decrease|rise|decline) of) {HEDGES}"
)
"""How a part of the amount moved: "obligations of $2.4 billion, of which $1.3 billion is current, up 22%"."""
_OF_WHICH = re.compile(rf",? of which {HEDGES}$")
_OF_WHICH_ONE = re.compile(
    rf"\bof which (?:[\w&'/-]+ ){{1,5}}(?:accounted for|contributed|added|made up|represented|contributing) {HEDGES}$"
)
"""What one thing is of a growth or a ratio: "improved to 92.6%, of which catastrophes accounted for 3.4 points"."""
_GROWTH_AND = re.compile(rf" growth in (?:[\w&'-]+ ){{1,4}}and {HEDGES}")
"""How another part grew: "up 16%, including 10% growth in store sales and 30% growth in e-commerce sales"."""
_AND_ONE = re.compile(rf"(?: points?)?,? and (?:[\w&'/-]+ ){{1,4}}{HEDGES}")
_CAME_OF = re.compile(rf" (?:{WAS}|is|are|comes)\b")
"""What a part of the growth is due to: "revenue grew 3%, of which 0.9% was driven by volume"."""
_PART_BROUGHT = re.compile(
    r"(?:^|[,;] |\band )(?:our |the )?(?![^$]*\b(?:acquisitions?|acquired|currency|exchange|fx|pric\w+|mix|volumes?|weather|it|they|this|that|which|these|those|we|who|deals?|mergers?|divestitures?|weeks?|days?|items?|factors?)\b)"
    rf"[\w&'-]+(?: [\w&'-]+){{0,4}} contributed {HEDGES}[$£¥₠-⃏]?$"
)
_BROUGHT = re.compile(
    r" (?:of|in) (?:(?:total|net|organic|adjusted|segment|operating) )*(?:revenues?|sales|ebitda|bookings|orders|gross profit|income|profit)\b(?! (?:growth|increase|synerg\w+|to (?:the|our))\b)"
)
_HAVE_NAMES = "".join(
    rf"(?<!\b{cost} )"
    for cost in (
        "administrative", "compensation", "content", "corporate", "development", "direct", "energy", "financing", "fixed",
        "freight", "fuel", "g&a", "interest", "labor", "maintenance", "marketing", "material", "occupancy", "operating",
        "overhead", "payroll", "personnel", "production", "r&d", "sg&a", "total", "transportation",
    )
)  # fmt: skip
"""Costs that are told by their amount, as expenses are; others ("integration costs of $5 million") are what something did."""
_EFFECT_BEFORE = re.compile(
    r"\b(?:impact(?:ed|s|ing)?|benefit(?:ed|ing|s)?|headwinds?|tailwinds?|drag|hurt|effects?|dilut(?:ion|ive)|accreti(?:on|ve)|contribut(?:ed|ion|ing|es)(?! (?:net |operating |pre tax |pretax |adjusted )*(?:income|earnings|ebitda|profit) of| margins?\b| profits?\b)|offset|(?:un)?favorab\w+(?! (?:prior (?:year|period) )?(?:loss )?(?:reserve )?development\b))\b(?! (?:from|by) [^,]{0,60}\b(?:was|were)\b)[^,;.$%\d]{0,32}$"
    r"|(?:\b(?:reduc\w+|lower\w*|impact\w*|affect\w*|hurt|help(?:s|ed|ing)?|aid(?:s|ed)|benefit\w*|boost\w*|rais\w+|negatively|positively)|(?<!we )(?<!we've )(?<!we have )\b(?:increas\w+|improv\w+|decreas\w+))\b(?! (?:(?:sequentially|year|over|yoy|slightly|modestly|significantly|further|also|in|for|during|the|this|quarter|period|on|a|reported|basis|organically|from|versus|compared|to|with|prior|previous|last|same|first|second|third|fourth|ago) )*by\b) [^,;$%]{3,70}\bby(?: (?:about|approximately|roughly|nearly|almost|over|more than|less than|an additional|another|around|an estimated|an?))* ?$"
    r"|\b(?:accretive|dilutive) to [^,;.$%]{3,50} by(?: (?:about|approximately|roughly|nearly|around|over|more than|at least))* ?$"
    r"|\b(?:improved|increased|reduced|lowered|helped|boosted|affected) by (?:this|that|these|those) [$£¥₠-⃏]?$"
    r"|\b(?:was|were|is|been) adjusted by(?: (?:about|approximately|roughly|nearly))* [$£¥₠-⃏]?$"
    r"|\ban? (?:\w+ )?(?:impact|benefit|headwind|tailwind|drag) (?:to|on) (?:[\w']+ ){1,6}of [$£¥₠-⃏]?$"
    r"|\bimpact (?:[\w']+ ){0,6}(?:to|on) (?:[\w&]+ ){1,4}(?:was|is|were)(?: (?:about|approximately|roughly|nearly|around))* ?$"
    r"|\badjust(?:ed|ing) for (?:[\w&']+ ){1,3}of(?: (?:about|approximately|roughly|nearly|around))* ?$"
    r"|\bacquisition (?:related )?(?:net )?(?:sales|revenues?)(?: within the segment)? of [$£¥₠-⃏]?$"
    r"|\b(?:headwinds?|tailwinds?)\b[^.;]*[\d.]+ (?:million|billion) (?:for|to|on) [a-z ]{3,30} and [$£¥₠-⃏]?$"
    r"|\b(?:headwinds?|tailwinds?) from [a-z ]{3,30} approaching [$£¥₠-⃏]?$"
    r"|\b(?:is|was|were|are|being) (?:(?:primarily|mainly|largely|mostly|partly|also) )*(?:the |a )?(?:direct )?results? of(?: (?:about|approximately|roughly|nearly|over|a|an))* [$£¥₠-⃏]?$"
    r"|\bof which(?: (?:about|approximately|roughly|nearly|around|a|an|some))* ?$"
    rf"|\breflect\w* (?:the )?(?:higher|lower|{MOVED}|favorable|unfavorable) (?:[\w']+ ){{0,4}}of [$£¥₠-⃏]?$"
    r"|\bwhich (?:includes?|excludes?) (?:(?!(?:recorded|reported|posted|generated|earned|was|were|lost|had|earnings|revenues?|sales)\b)[\w'&]+ ){1,12}of(?: (?:about|approximately|roughly))* [$£¥₠-⃏]?$"
    rf"|\b(?:exclud|includ)\w+ (?:[\w']+ ){{0,3}}(?:costs|charges?(?! offs?)|expenses?|gains?|loss|losses|items|adjustments?|benefits?|impacts?|recoveries|proceeds|payments)(?: (?!(?:was|were|is|are|and|to|{MOVED})\b)[\w']+){{0,4}} (?:of|totaling|totalling)(?: (?:about|approximately|a|an))* ?$"
    r"|^[^,;]{0,25}, (?:which )?(?:reflects?|reflected|reflecting)(?: (?:about|approximately|roughly|nearly|around|over))* [$£¥₠-⃏]?$"
    r"|\bwhich (?:was|were|is) (?:reduced|lowered|increased|raised|helped|hurt) by(?: (?:about|approximately|roughly|nearly|around))* [$£¥₠-⃏]?$"
    rf"|\b(?:lower|higher|increased|reduced|additional|incremental) (?:[\w&]+ ){{1,2}}costs? of {HEDGES}[$£¥₠-⃏]?$"
    r"|\bworth(?: (?:about|approximately|roughly|nearly|around|an?))* ?$"
    r"|\b(?:inflated|depressed|suppressed|dampened|masked|burdened|aided|helped|hampered|negatively|positively) by(?: (?:about|approximately|roughly|nearly|an estimated|an|around|a))* ?$"
    r"|\b(?:includ(?:ed?|es|ing)|inclusive of|exclud(?:ed?|es|ing)|adding|adds?|plus|another|an? additional|net of|comprised of|(?<!at a )(?<!at a total )(?<!at an aggregate )(?<!sustaining )(?<!\bcash )(?<!\bnet finance )(?<!\bnet financing )"
    rf"{_HAVE_NAMES}costs?|charge of|gain of)(?: (?:about|approximately|roughly|nearly|around|a|an|expected|the|pre tax|after tax|of|net))* ?$"
    r"|\b(?:reflecting|due to|driven by|offset by) (?:the |our )?(?:first|second|third|fourth|prior|last)(?: quarter| year)+(?:'s)? [$£¥₠-⃏]?$"
    r"|\bwhich includes? between $|\balso (?:reflects?|contemplates?|assumes?)(?: (?:about|approximately|roughly|nearly|around|between|an?|up to))* ?$"
)
_MOVED_BY = re.compile(
    r"\b(?:reduced|lowered|increased|raised|affected|impacted) by(?: (?:an?|about|approximately|roughly|nearly|over|the))* [$£¥₠-⃏]?$"
)
_BY_ITEM = re.compile(
    r" (?:[a-z]+ ){0,2}(?:items?|settlements?|adjustments?|accruals?|reserves?|gains?|credits?|refunds?|expenses?)\b"
)
_ADDED_TOO = re.compile(
    r" (?:(?:of|in) (?:[\w&']+ ){1,4}|per (?:diluted )?share (?:(?:related|attributable|due) to (?:[\w&']+ ){1,5})?)and (?:(?:about|approximately|nearly|over) )?[$£¥₠-⃏]?"
)
_IN_TIME = re.compile(r" (?:in|for) (?:the |fiscal )?(?:20\d\d|full|first|second|third|fourth|q[1-4]|year|quarter)\b")
_IN_TIME_AND = re.compile(
    rf"(?: to(?: our| adjusted| gaap)* (?:eps|earnings|revenues?|sales|ebitda))?(?: per (?:diluted )?share)?{_IN_TIME.pattern}[\w ]{{0,20}},? and (?:(?:another|by|about|approximately|nearly|over) )?[$£¥₠-⃏]?"
)
"""What one thing does in two periods: "currency to increase growth by 3.5% in 2021 and 6% in 2022", "add $0.10 to EPS in 2021 and $0.25 in 2022"."""
_OR_ADDED = re.compile(r" (?:of|in) (?:[\w&']+ ){1,5}or (?:(?:about|approximately|nearly|over) )?[$£¥₠-⃏]?")
_FAVORABLE_TOO = re.compile(
    r" and [$£¥₠-⃏]?[\d.,]+ (?:million |billion )?(?:(?:un)?favorable|higher|lower|better|worse)\b"
)
_LED_BY_AMOUNT = re.compile(
    r"\b(?:led|driven|helped|supported|fueled) by(?: (?:an?|about|approximately|nearly|over))* [$£¥₠-⃏]?$"
)
_OF_GROWTH = re.compile(r"(?: or [\d.]+ ?(?:%|percent))? (?:of|in) (?:[\w&']+ ){1,4}(?:growth|increases?|inflows?)\b")
"""What led to a growth is not the whole: "deposits rose 11%, led by $2 billion of checking growth"."""
_RETURNED = re.compile(r" (?:of|in) (?:\w+ ){0,2}(?:dividends?|(?:re)?purchases|buybacks?)\b")
_USES_WERE = re.compile(
    rf"\b(?:capital (?:allocation|deployment)|(?:uses|sources) of (?:cash|capital)|cash (?:uses|deployment)|investing activities)\b[^.;$£¥₠-⃏]*\bincluded?d? {HEDGES}[$£¥₠-⃏]?$"
)
"""What capital went to: "capital allocation included $91 million of capital expenditures"."""
_EFFECT_OF = re.compile(
    r"(?<!constant )(?<!local )\b(?:currency|exchange|fx|translation|acquisitions?|divestitures?|weather|leap day|extra day)\b,?(?: [\w']+){0,4} (?<!revenue )(?<!revenues )(?<!sales )(?<!income )(?<!fees )(?<!volume )(?<!volumes )(?<!ebitda )(?<!ebit )(?<!earnings )(?<!eps )(?<!profit )(?<!margin )(?<!flow )(?:reduc|decreas|increas|add|contribut|impact|benefit|lower)\w* (?:[\w'&]+ ){0,6}(?:by )?(?:about |approximately |around |roughly |an? |nearly |additional )*$"
)
# "an improvement of 9 points, resulting from 26 points of favorable development"
_RESULTING = re.compile(rf"\b(?:resulting|stemming|arising) from {HEDGES}$")
# "a headwind to our EPS growth of approximately 1%"
_HAD_EFFECT = re.compile(
    rf"\b(?:negative|positive|favorable|unfavorable|adverse|estimated|net) (?:impact|effect|benefit) of {HEDGES}$"
)
"""What something did to a rate: "had a negative impact of 17 basis points in net interest margin"."""
_HEADWIND_TO = re.compile(
    rf"\b(?:headwind|tailwind|drag|benefit|boost|contribution|impact) (?:to|on) (?:[\w'&]+ ){{0,7}}of {HEDGES}$"
)
# "a 2% decrease from volume, net of a 2% increase from currency"
_NET_OF = re.compile(rf"\bnet of {HEDGES}$")
# "revenue increased 2.4%, led by product growth of 11%"
_LED_BY = re.compile(
    rf"\b(?:led|driven|helped|supported|fueled) by (?:an? )?(?![^%\d]*\b(?:sales|revenues?|stores?|volumes?|units?|organic|noi|rent|traffic|tickets?|checks?|baskets?|transactions?|customers?|subscribers?|members?|deposits?|loans?|orders|bookings|comps?|comparable)\b)(?:[\w&']+ ){{1,3}}(?:growth|increase) of {HEDGES}$"
)
# "freight revenue grew 8% on strong yield improvement of 9%"
_ON_GROWTH = re.compile(
    rf"(?:(?<!based )(?<!year )(?<!quarter )\bon (?:an? )?|(?<=quarter )on (?=strong|higher|solid|continued|healthy))(?:strong |higher |solid |continued |healthy )?(?![^%\d]*\b(?:sales|revenues?|organic|basis|top of|and|or)\b)(?:[\w&']+ ){{1,3}}(?:growth|increase|improvement|expansion) of {HEDGES}$"
)
# "lower reinvestment rates resulted in 3 basis points of NIM compression"
_BROUGHT_ABOUT = re.compile(
    rf"\b(?:result\w* in|contribut\w+|added|adding|caused|led to|drove|driving)(?: (?:an?|additional|another))* {HEDGES}$"
)
_ADDS_TO = r" (?:accretive|dilutive|additive)\b"
_ACCRETIVE = re.compile(_ADDS_TO)
_COMPRESSION = re.compile(
    r" of (?:net interest margin|nim|(?:[\w']+ )?margin) (?:compression|erosion|dilution|pressure)\b"
)
# "price increased sales by 3%"
_DROVE = re.compile(
    rf"\b(?:prices?|pricing|mix|volumes?)\b(?: [\w']+){{0,3}} (?:increased|reduced|decreased|added|lifted|contributed|drove)(?: to)?(?: (?:our|the|net|organic|total))* (?:sales|revenues?|growth|earnings)(?: growth)? (?:by )?{HEDGES}$"
)
# "the strike reduced our organic growth rate by 50 basis points"
_CHANGED_OURS = re.compile(
    rf"(?<!we )(?<!we've )(?<!have )(?<!and )(?<!to )\b(?:reduced|lowered|hurt|diluted|depressed|compressed|pressured|lifted|boosted|impacted|benefited) (?:our|the|both|total|overall|nim|margins?|net|organic|reported|gross|operating|adjusted|ebitda|\w+'s)[^,;$%]{{1,50}}\bby {HEDGES}$"
    rf"|\b(?:benefits?|assistance|charges?|programs?|credits?|inflation|tariffs?) (?:{MOVED}|reduced|lowered|raised) (?:(?:our|the|consolidated|total|net|gross|operating) )*(?:margins?|earnings|sales|revenues?|income) by {HEDGES}$"
)
# "we expect the ramp to dilute our gross margin by 3 to 4 percentage points"
_DILUTES = re.compile(rf"\bdilut(?:e|es|ing) (?:(?:our|the) )?[^,;$%]{{1,50}}\bby {HEDGES}$")
# "charges on loans declined and reduced the margin 13 basis points"
_CHANGED_MARGIN = re.compile(
    rf"\b(?:reduced|lowered|hurt|diluted|depressed|compressed|pressured|lifted|boosted|impacted|benefited) (?:the|our) (?:[\w']+ )?(?:margins?|nim) {HEDGES}$"
)
# "10% organically with another 2% increase related to currency"
_ANOTHER = re.compile(rf"\b(?:another|(?:an )?additional|a further) {HEDGES}$")
_BY_CURRENCY = re.compile(
    r" (?:(?:increase|growth|decrease|benefit|improvement) )?(?:related to|from|due to|attributable to|because of) (?:the )?(?:fx|foreign|currency|exchange|translation|acquisitions?|m and a|divestitures?)\b"
)
# "2% headwind from currency", "a 2% currency impact"
_EFFECT_BESIDE = re.compile(
    r"^(?: (?:currency|fx|foreign|exchange|translation|m and a|acquisitions?|divestitures?|pass through|price|pricing|mix|volume|tax|point|percentage|basis|modest|small|net|positive|negative|favorable|unfavorable|timing|inflation|weather|calendar|leap|day|sales|revenue|top line|bottom line|eps|earnings|growth|margin|nim))* (?:headwinds?|tailwinds?|drag|impacts?|benefits?|accretion|dilution)\b(?! (?:ratio|rate))"
)
# "increased 10%, with 6% from currency, 3% from volume and 1% from acquisitions"
_FROM_DRIVER = re.compile(
    r" (?:was |coming |came |contribution )?from (?:(?:favorable|unfavorable|higher|lower|positive|the|foreign|our|increased) )*(?:currency|fx|exchange|volumes?|pric(?:e|es|ing)|mix|acquisitions?|m and a|divestitures?|translation)\b"
)
_OF_LOWER = re.compile(
    r" of (?:lower|higher|reduced|increased|unfavorable|favorable) (?:[\w']+ ){0,2}(?:earnings|net income|income|profit|ebitda|ebit|revenues?|sales)(?: [\w']+){0,2} (?:due|related|attributable|resulting|associated) (?:to|from|with)\b"
)
"""What one thing did: "key items: $65 million of lower earnings due to the pipes that we sold"."""
_RELATES_TO = re.compile(r" (?:that|which) (?:(?:is|was|are|were) )?(?:relate[sd]?|related|attributable|due) to\b")
_A_MOVE_IN = re.compile(r"\ban? (?:decrease|increase|decline|reduction) (?:in|of|to) (?:[\w']+ ){1,3}of [$£¥₠-⃏]?$")
_FROM_SALE = re.compile(
    r" (?:reduction|decrease|decline|increase) in (?:[\w']+ ){1,3}(?:from|due to|related to|resulting from) (?:the |our |recent )?(?:divestitures?|divested|acquisitions?|acquired|sale|disposal|exit|currency|foreign)\b"
)
_RESULTS_THAT_INCLUDED = re.compile(rf"\b(?:results|quarter|performance|year),? (?:that|which) included {HEDGES}$")
"""What else a result is: "strong results that included 6% revenue growth"."""
_EQUIVALENT = re.compile(r"\b(?:the equivalent of|is equivalent to)(?: (?:about|approximately))? ?[$£¥₠-⃏]?$")
_ADDED = re.compile(rf"\badd(?:s|ed|ing)? {HEDGES}[$£¥₠-⃏]?$")
_COST_US = re.compile(
    rf"\bcost (?:us|the (?:company|group|segment|business)) (?:[^;,$]{{3,40}} and )?{HEDGES}[$£¥₠-⃏]?$"
)
"""What something took away: "the strike cost us $18 million in sales and $7 million in operating profit"."""
_WE_LOST = re.compile(
    rf"\b(?:we|the (?:company|segment|business)) (?:lost|left|pulled (?:forward|ahead|in)|pushed (?:out|back)) {HEDGES}[$£¥₠-⃏]?$"
)
_THAT_WAS = re.compile(
    rf"\b(?:that|this|it)(?: was|'s| is)(?: (?:probably|maybe|worth|like|another|call it|only))* {HEDGES}[$£¥₠-⃏]?$"
)
_AND_ALSO = re.compile(rf" (?:of|in) [a-z]+,? and {HEDGES}[$£¥₠-⃏]?")
_LOST_SALES = re.compile(
    r" (?:of|in) (?:[\w']+ ){0,2}(?:sales|revenues?|ebitda|volumes?|orders|bookings|profit|production)\b"
)
"""What was not sold: "we lost $20 million of sales to the storm", "we lost two days, so that was $15 million of revenue"."""
_OF_ADDED = re.compile(r" (?:per share )?(?:of|to|in|per) ")
_OF_DRIVER = re.compile(
    rf"\b(?:higher|lower|increased|reduced|improved) (?:(?!of\b)[\w&'-]+ ){{1,4}}of {HEDGES}[$£¥₠-⃏]?$"
)
_DRIVERS_WERE = re.compile(
    r"\b(?:drivers?|reasons?|causes?|contributors?|factors?) (?:of|for|behind|to|in) (?:the|this|that|our) (?:[\w'-]+ ){1,6}?(?:was|were|is|are|includes?|included) "
)
"""What follows tells by how much each thing moved."""
_WITHIN = re.compile(rf"\bwithin {HEDGES}[$£¥₠-⃏]?$")
_OF_BEST = re.compile(r" of (?:our|the|its|what)\b")
_WAS_HIT = re.compile(
    r"\b(?:(?:was|were|is|are|been) (?:\w+ly )?(?:impacted|affected|hurt|pressured|diluted|aided|helped)|negatively|positively|unfavorably|favorably)(?: [\w']+){0,6} by(?: (?:about|approximately|roughly|nearly|around|an?|an estimated|over|more than|almost|just))* $"
)
_INCLUDING = re.compile(
    r"\b(?:including|includes|included)(?: (?:about|approximately|roughly|nearly|around|an?|over|more than|at least))* $"
)
_EFFECT_AFTER = re.compile(
    rf"^(?: per (?:diluted )?share)?{_ADDS_TO}"
    r"|^(?: per share)? [a-z]{3,} (?:headwind|tailwind)s?\b|^(?: per (?:diluted |common )?share)?(?: of)?(?: (?:positive|negative|favorable|unfavorable|net|non recurring|one time|non cash|after tax|pre tax|pretax|tax|discrete|per share|additional|incremental|year over year|total|adverse|earnings|eps|ebit|ebitda|sales|revenue|margin))*"
    r" (?:impacts?|benefits?|headwinds?|tailwinds?|drag|hit|charges?|contribution|reserve|accretion|dilution|pickup|variance|penalty|write (?:down|off)|impairment|gain on|gains? from|loss on|from (?:the )?(?:currency|tax|lower|higher|weather|acquisition|discrete|foreign)|(?:better|worse) than(?! (?:the |our |in |a )?(?:prior|last|previous|same|year|first|second|third|fourth|q[1-4]|20\d\d))|above consensus|carryover)\b"
)


_INCREASE_TO = re.compile(r" (?:increase|decrease|reduction) to (?:our |the )?[a-z]")
_LEADS_TO = re.compile(r"\b(?:leads?|led|leading|contribut\w+) to an? (?:about |approximately )?[$£¥₠-⃏]?$")


def took(place: Place) -> Frame | None:
    """ "costs took 40 basis points from operating margins and $0.12 from earnings per share"."""
    is_taken = _TOOK.search(place.left) or place.follows("effect") and _FROM_IT_AND.fullmatch(place.left)
    return Frame("effect") if is_taken and _FROM_IT.match(place.right) else None


_TOOK = re.compile(rf"\b(?:took|takes?|shaved|shaves|trimmed|trims|knocked|knocks|cut|cuts) {HEDGES}[$£¥₠-⃏]?$")
_OURS = r" (?:from|off|out of) (?:our |the )?(?:[\w']+ ){0,2}(?:margins?|earnings|eps|sales|revenues?|growth|ebitda|income|profits?)(?: per share)?\b"
_FROM_IT = re.compile(_OURS)
_FROM_IT_AND = re.compile(rf"{_OURS},? and {HEDGES}[$£¥₠-⃏]?")


def beat(place: Place) -> Frame | None:
    """ "exceeded our outlook range of $0.30 to $0.32 by $0.05": how far a result was from what was expected."""
    return (
        Frame("effect")
        if _BEAT.search(place.normal, max(0, place.quantity.start - 110), place.quantity.start)
        or place.follows("effect")
        and _AND_IT_BY.fullmatch(place.left)
        else None
    )


_AND_IT_BY = re.compile(
    rf"(?: per share)?(?:,|;|,? and)(?: (?!(?:{MOVED}|increase|decrease|up|down)\b)[\w&'-]+){{1,6}} by {HEDGES}[$£¥₠-⃏]?"
)
"""What else was moved so: "we raised our outlook for revenue by $75 million, EBITDA by $50 million and EPS by $0.10"."""


_BEAT = re.compile(
    r"\b(?:midpoint|low end|high end|ranges?|guidance|outlook|estimates?|forecast|expectations?)\b[^.;$%\d]{0,60}\bby(?: (?:about|approximately|roughly|nearly|over|an additional|another|a net|an?))* ?$|"
    r"\b(?:exceed(?:ed|ing|s)?|beat(?:ing)?|miss(?:ed|ing)?|outperform\w*|surpass\w*|eclips\w*)\b(?:[^;.]|\.\d)* by(?: (?:about|approximately|roughly|nearly|over|more than|almost|an?))* ?$|"
    r"\ban? (?:beat|miss) of(?: (?:about|approximately|roughly|nearly|over|an?))* [$£¥₠-⃏]?$"
)
