"""The words between a metric and a number: whether they belong to both, or something else has come between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from schemas.vocabulary import grammar
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.proposals import Context
from transforms.grammar.wordlists import MOVED, NO_SUBJECTS, WAS

_G = grammar()
COME_TO = re.compile(r",? to(?: (?:an?|about|approximately|nearly|over|record|just))* ?[$£¥₠-⃏]?")
"""What a change has led to: "rose 5% to $12 million"."""
MOVE_NOUN = "(?:growth|expansion|increase|decline|decrease|improvement)"
GROWTH_OF = re.compile(rf"\b{MOVE_NOUN} (?:of|{WAS}) {HEDGES}$")
"""Before a rate of what was named before it: "revenue growth of 16% to 18% adjusted EBITDA growth of 12%", where a comma was not heard."""
LINK = frozenset(_G["link"])
RIGHT = frozenset(_G["right_link"])
CAUSE = frozenset(_G["cause"])
VERBS = frozenset(_G["verb"])
_CHANGE_NOUNS = frozenset(_G["change_nouns"]) - {"appreciation", "accretion"}
_WORDS = re.compile(r"[\w&'’.%$+/]+")
_NOT_AFTER_AMOUNT = r"(?<!million)(?<!billion)(?<!percent)(?<!cents)(?<! share)(?<![\d%])"
"""Before an aside that no comma ends: behind an amount it is of that amount, and what then was something is another metric."""
ASIDE = re.compile(
    r", (?:which|who)(?:, together with [^,]{3,40},)? (?:is|are|was|were|represents?|represented|accounts? for|makes? up|includes?|compris\w+|drives?|comes|sits|stands|appears|falls|shows|carries|carry|carried|has|have|had|earns?|bears?)\b[^;,]{3,120},(?= (?:is|was|were|are|will|has|have|had|increased?|decreased?|grew|rose|declined|came|totaled|reached)\b)"
    rf"|,(?: [a-z]+ly)? (?:(?:driven|helped|aided|boosted|lifted|led|impacted|affected|supported|offset|hurt|pressured|fueled) by|due(?: [a-z]+ly)? to|owing to|thanks to|because of|as a result of|reflecting|benefit+ing from|despite) (?:(?! (?:was|were) )[^;,$\d]){{3,90}},(?= (?:{WAS}|{MOVED})\b)"
    r"|, defined as [^,;]{3,80},(?= (?:of|was|were|is|at) )"
    rf"|(?<=\w) {{2}}(?:including|excluding|inclusive of|net of|which|with)\b[^;]{{3,80}}? {{2}}(?=(?:of|is|are|{WAS}|{MOVED}) )"
    rf"|,? (?:as )?defined (?:as|by) [^,;]{{3,90}}?,?(?= (?:of|{WAS}|is) )"
    r"|,? which (?:we|is|are) defined? as\b(?:(?! (?:was|were|is|are) )[^;]){3,120}(?= (?:was|were|is|are) )"
    r"|, which includes?\b(?:(?! (?:was|were|is|are) )(?:[^;,]|,(?= (?:[\w&]+ ){1,3}and ))){3,120}(?= (?:was|were) )"
    r"|(?:^|(?<=holders)),? (?:through|via|by way of|in the form of)(?: [\w']+){0,3} (?:dividends,? and(?: [\w']+){0,3} (?:repurchases|buybacks)|(?:repurchases|buybacks),? and(?: [\w']+){0,3} dividends)(?! (?:of|totall?ing) )"
    r"|,? (?:when )?(?:excluding|including|net of|which excludes?|which includes?|before|adjusted for|exclusive of)\b(?:(?! (?:was|were|is|are) )[^;]){3,400}?,(?= (?:is|was|were|are|will|to|of|increased?|decreased?|grew|rose|declined|came|totaled|reached|we|for)\b)"
    r"|,? (?:excluding|including|net of|which (?:ex|in)clude[ds]?|inclusive of) [^;,]{3,90},(?= (?:as )?(?:compared (?:to|with)|versus|vs\.?|against|down from|up from) )"
    rf"|,? which (?:excludes?|includes?)\b(?:(?! (?:was|were|is|are|while|but) )[^;,]){{3,120}}?(?= (?:{MOVED})(?: by)?(?: (?:about|approximately|over|nearly))* \d)"
    rf"|(?<! and){_NOT_AFTER_AMOUNT}(?:,|(?= as adjusted)) (?:when )?(?:excluding|including|net of|exclusive of|as adjusted for)\b(?:(?! (?:was|were|is|are) |, (?:our|the|we|total|adjusted) )[^;]){{3,400}}?(?= (?:is|was|were|are) )"
)


def gap_words(context: Context, start: int, end: int) -> list[str]:
    """The words between two places; periods, quantities, the company's segments and asides left out."""
    text = context.normal[start:end]
    for aside in ASIDE.finditer(text):
        text = text[: aside.start()] + " " * len(aside[0]) + text[aside.end() :]
    if context.normal.endswith("attributable", 0, start) and (owner := _OWNER.match(text)):
        text = " " * owner.end() + text[owner.end() :]
    spans = [
        *((span.start, span.end) for span in context.periods),
        *((said.start, said.end) for said in context.quantities),
        *((part.start, part.end) for part in context.segments),
        *_same_units(context, start, end),
    ]
    for first, last in spans:
        if start <= first and last <= end:
            text = text[: first - start] + " " * (last - first) + text[last - start :]
    return [word.strip(".") for word in _WORDS.findall(_MORE_THAN.sub("", text))]


def _same_units(context: Context, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where what counts are of is said that the count at `end` is of, too.

    "212,000 ounces, compared to 198,000 ounces", "145,000 barrels per day for the year and 140,000 for the quarter"
    """
    now = next((said for said in context.quantities if said.start == end and said.kind == "number"), None)
    if now is None:
        return
    unit = _WORDS.findall(context.normal[now.end : now.end + _LONGEST_UNIT])
    is_bare = _NO_UNIT.match(context.normal, now.end)
    for said in context.quantities:
        if said.kind == "number" and start <= said.end < end:
            words = list(_WORDS.finditer(context.normal, said.end, end))
            same = sum(1 for _ in takewhile(lambda two: two[0] == two[1][0], zip(unit, words, strict=False)))
            of_first = _COUNTED.match(context.normal, said.end) if is_bare else None
            yield said.end, of_first.end() if of_first else words[same - 1].end() if same else said.end


_NO_UNIT = re.compile(r" (?:for|in|during)\b")
_COUNTED = re.compile(
    r" (?:(?:net|gross|metric|short|dry|equivalent) )*(?:barrels(?: of (?:crude )?oil(?: equivalents?)?)?|m?mboe|boe|bbls|m?mcfe?|bcfe?|tons|tonnes|ounces|pounds|gallons|units|homes|vehicles|megawatt hours)(?: (?:of )?(?:per|a) day)?\b"
)

_LONGEST_UNIT = 50
_MORE_THAN = re.compile(r"\b(?:north|south) of [$£¥₠-⃏]?$")
"""More or less than, which is no direction: "free cash flow north of $100 million"."""

_OWNER = re.compile(
    r" to (?!non ?controlling|the non|minority)(?:[\w'&.]+,? ){1,6}?"
    rf"(?=(?:is|{WAS}|are|of|for|in|to|{MOVED})\b)"
)
"""Whose a profit is: "net income attributable to Alpine Resorts, Inc. is expected to be"."""
_BOUNDARY = re.compile(r"[;:]| -- |, | and | while | with | but | where(?:as)? ")
_LEGAL_FORM = re.compile(r", (?:inc|corp|ltd|llc|plc|l\.p|lp|co)\b\.?")
PREPOSITIONS = frozenset(
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
        "attributable",
        "available",
    }
)
_WHERE = frozenset({"in", "from", "for", "by", "at", "to"})
_WE_HAVE = re.compile(
    r"(?:we|they|there) (?:also |still |currently )?(?:have|had|has|is|are)\b(?! (?:\w+ly )?\w+(?:ed|ing)\b)"
)
_ALSO_AFTER = frozenset({"and", "even", "after"})
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
        "distributed",
        "repaid",
        "distributing",
        "repaying",
        "acquired",
    }
)


_WHOLE_WHICH = re.compile(
    rf"\b(?:accounted for|represent(?:ed|s)|contributed|made up) [^,;]{{0,20}}\d ?(?:%|percent) of (?:[\w'-]+ ){{0,4}}[\w'-]+, which (?:also )?(?:{WAS})\b"
)
"""The whole that a share is of has a number of its own: "digital sales accounted for 31% of GMV, which reached $6 billion"."""


_TO_MOVE_OTHER = re.compile(
    r"(?: [\w$£¥₠-⃏.,]+)* to (?:increase|expand|grow|raise|boost|reduce|lower|cut) (?:the |our )?(?:number|count|amount|size|capacity|pace)\b[^,;]* by(?: (?:about|approximately|around|roughly|nearly|over))* ?$"
)
"""What something is used for has moved, and not it: "capital was spent to increase the number of shops by 4%"."""


def other_subject(gap: str) -> bool:
    """Whether the last clause before a number has a subject of its own: "and priced options grew"."""
    if (
        _OF_OBJECT.search(gap)
        or _CONSISTS.search(gap)
        or _COSTS_GREW.search(gap)
        or _LED_BY.search(gap)
        or _PART_AT.search(gap)
        or _ON_WHAT.search(gap)
        or _COUPLED.search(gap)
        or _BESIDE_DRIVER.search(gap)
        or _WHOLE_WHICH.search(gap)
        or _AS_CAUSE.search(gap)
        or _OF_WHICH_WAS.search(gap)
        or _TO_MOVE_OTHER.fullmatch(gap)
        or _DESPITE.search(gap)
    ):
        # "adding our dividend, we expect a financing need of $150 million"
        return True  # "the decrease in adjusted EPS consists of the following: $0.55 due to lower revenue"
    if (grew := _WITH_GROWTH_OF.search(gap)) and _names_other(_WORDS.findall(grew["what"])):
        return True  # "revenue to grow 20% to 22%, with subscription growth of 24% to 25%"
    if " as a" in gap:
        gap = _OF_SALES.sub("", gap)  # "SG&A was $94 million, and as a percentage of sales decreased to 31%"
    boundaries = list(_BOUNDARY.finditer(_LEGAL_FORM.sub("", gap)))
    if not boundaries:
        return False
    begins = [word for word in gap[boundaries[-1].end() :].split() if word not in _ALSO_AFTER][:2]
    if not _NEW_ACTIONS.isdisjoint(begins):
        return True  # "free cash flow of $734 million, while returning a record $953 million", "… and we returned $953 million"
    if _OTHER_MEASURE.match(gap, boundaries[-1].end()):
        return True  # "same-store sales rose 5%, with transactions up 1%"
    if boundaries[-1][0] == ", " and _WE_HAVE.match(gap, boundaries[-1].end()):
        return True  # "expected cash flow, we have more than $800 million available"
    if (to_do := _IS_TO.match(gap, boundaries[-1].end())) and _names_other(_WORDS.findall(to_do["subject"])):
        return True  # "revenue to increase 1% and expenses to increase 2%"
    if _ONLY_MOVED.match(gap, boundaries[-1].end()) and _FEES_WERE.search(gap, 0, boundaries[-1].start()):
        return True  # "trading revenue rose 14%, and banking fees were $620 million, down 22%"
    words = _WORDS.findall(_LEGAL_FORM.sub("", gap)[boundaries[-1].end() :])
    while words and words[0] in ("while", "but", "whereas", "and", "with"):
        words.pop(0)
    is_joined = boundaries[-1][0] == " and " and not VERBS.intersection(gap[: boundaries[-1].start()].split())
    for place, word in enumerate(words if not is_joined else ()):  # "revenue from retail and commercial customers grew"
        if word in VERBS:
            return _names_other(words[:place])
    # "dividends of $7 million; net interest payments of $4 million", "total assets of $5 billion and loans of"
    if is_joined and not _WHERE.isdisjoint(gap[: boundaries[-1].start()].split()[:1]):
        return False  # "sales in Europe and Asia of $5 million"
    while words and words[-1] in _HEDGES:
        words.pop()
    if words[1:] == ["by"] and words[0] in NO_SUBJECTS:
        return True  # "revenue grew 16%, and costs by 4%"
    return (
        words[-1:] in (["of"], ["at"])
        and VERBS.isdisjoint(words)
        and _CHANGE_NOUNS.isdisjoint(words)  # "orders were $1.91 billion, a sharp increase of 92%"
        and words[0] not in ("increases", "decreases", "improvements")
        and _names_other(words[:-1])
    )


_DESPITE = re.compile(
    r"\b(?:despite|notwithstanding|in spite of|amid|amidst|following|without|absent) (?:an? |the |our )?(?!(?:sales|revenues?|earnings|income|ebitda|eps|margins?|profits?|growth|improvement|increase|decrease|decline)\b)[a-z-]+(?: [a-z-]+){0,4} of (?:(?:about|approximately|nearly|over) )*[$£¥₠-⃏]?$"
)
"""What stood in the way of it, in an amount of its own: "inventory was $5.8 million despite an earn-out of $2 million"."""
_OF_SALES = re.compile(
    r"(?: when)?(?: expressed| measured| stated)? as an? (?:percent(?:age)?|%) (?:of|to) (?:[a-z]+ ){0,2}(?:sales|revenues?)\b,?"
)
_WITH_GROWTH_OF = re.compile(
    r"\d[^;]*,? with (?P<what>(?:[\w&'-]+ ){1,3})growth of (?:(?:about|approximately|around|nearly|over|between) )*$"
)
_ONLY_MOVED = re.compile(
    r"(?:up|down|an? (?:increase|decrease|decline|gain) of)(?: (?:by|about|approximately|nearly|over))* ?[$£¥₠-⃏]?$"
)
_FEES_WERE = re.compile(
    rf"[,;] (?:and |while |but )(?!(?:it|we|that|this|they|which)\b)(?:[\w&']+ ){{0,3}}(?:fees|costs?|expenses?|income|commissions|charges|losses|gains|originations) (?:{WAS}|came in at) [$£¥₠-⃏][\d.,]+ (?:million|billion)(?: (?:for|in) the quarter)?$"
)
"""What costs or fees were, between a metric and a change."""
_OTHER_MEASURE = re.compile(
    r"(?:with |and |while )?(?:our |the )?(?:[\w']+ )?(?:traffic|transactions?|tickets?|visits|attendance|conversion|baskets?|shipments|starts|rates?|rents?|prices?|usage|utilization|turnover|attrition|churn|headcount) (?:was |were )?(?:up|down|flat|higher|lower)\b"
)
"""What is counted beside sales and is none."""
_HEDGES = frozenset({"about", "approximately", "around", "roughly", "nearly", "over", "least", "most"})
_IS_TO = re.compile(
    r"(?:and |while |but )?(?P<subject>(?!(?:we|i|it|they|that|this|which) (?:(?:[\w']+ )?(?:on|in) [a-z]+ |[\w']+ )?(?:to|will|should|would)\b)(?:[\w&']+ ){1,4}?)(?:to|will|should|would) (?:increase|decrease|grow|decline|rise|fall|improve|be|approach|exceed|reach|account|represent|average|total)\b"
)


def _names_other(subject: list[str]) -> bool:
    """Whether words before a verb name something of their own."""
    return bool(subject) and (
        subject[:2] == ["on", "time"]
        or subject[0] not in PREPOSITIONS
        and (
            any(one.endswith("ing") and one not in LINK and two in _RATES for one, two in pairwise(subject))
            or any(
                each not in LINK and not each.endswith(("ly", "ing")) and not any(c.isdigit() for c in each)
                for each in subject
            )
        )
    )


_RATES = frozenset({"rate", "rates", "ratio", "score", "share", "index"})
"""What a word that only describes elsewhere is told of: "the recycling rate"."""


_AS_CAUSE = re.compile(
    r", as we (?:now |currently |still )?(?:expect|anticipate|project|see) "
    r"|\d[^,;]{0,12},? as (?!(?:compared|reported|adjusted|expected|measured|part|well|much|an? (?:percent|percentage|result)) )(?:[a-z]+ ){1,3}of (?:(?:about|approximately|nearly|over) )*[$£¥₠-⃏]?$"
)
"""What brought a change about: "gross margin fell 70 basis points to 33.4% as inflation of $64 million outpaced pricing", "raised it, as we now expect growth of"."""
_BESIDE_DRIVER = re.compile(
    r"(?:[,;]| and| of which| plus) (?:(?:an?|positive|negative|net|favorable|unfavorable) )*(?:prices?|mix|currency|fx|foreign exchange|acquisitions|scope|inflation)(?: (?:of|at|was|were|contributed|added))?(?: (?:about|approximately|around|nearly|over))* $"
)
"""What drives the growth beside a number of its own: "organic growth was 5.2%, of which volume 2.1% and price 3.1%"."""
_OF_WHICH_WAS = re.compile(r"\d[^;,]*, of which (?:[\w&']+ ){1,4}(?:was|were) ")
"""A part of what was said: "total expenses were $88 million, of which compensation was $61 million"."""
_COUPLED = re.compile(r"\b(?:coupled|combined|together) with (?:[\w']+ )*[$£¥₠-⃏]?$")
"""Beside something else: "our EBITDA coupled with over a million of interest savings"."""
_LED_BY = re.compile(
    rf"\b(?:led|driven|fueled|helped|supported|paced|offset) (?:\w+ )?by (?:[\w&']+ ){{0,4}}[\w&']+, (?:which|where) (?:[\w&']+ )?(?:was|were|is|are|{MOVED})\b[^,;]*$"
)
"""What led a metric and moved on its own: "revenue grew 3%, led by wholesale, which was up 5%"."""
_PART_AT = re.compile(
    rf"\d[^;]*?(?:(?:,| and)(?= (?:[a-z&'-]+ ){{1,4}}?(?:at|contribut))|,? (?:(?:led|driven|paced|fueled|helped|supported) by|with|including)) (?:our |the )?(?!(?:in|for|at|on|to|by|from|that|which|it|this|we|they|an?|year|full|first|second|third|fourth|quarter)\b)(?:[a-z&'-]+ ){{1,4}}?(?:at|of|contributing|contributed|adding|totaling|totaled|generating|delivering) {HEDGES}[$£¥₠-⃏][\d.,]+(?: (?:million|billion))?(?: (?:for|in) the quarter)?,? (?:(?:which|and) (?:was|were|is|are) )?(?:up|down|higher|lower|compared|versus|(?:representing |reflecting )?an? (?:increase|decrease|decline|gain|improvement))\b[^,;\d]*$"
)
"""A part with an amount of its own, before how that moved: "fee income was $142 million, led by brokerage at $61 million, up 9%"."""
_ON_WHAT = re.compile(
    rf"\d[^;]*? on (?!(?:top|average|either|an?|the|our|track)\b)(?:[a-z'-]+ ){{1,4}}of {HEDGES}[$£¥₠-⃏]?$"
    rf"|\d[^;]*? on (?!(?:an?|our|track)\b)(?:[a-z'-]+ ){{1,4}}(?:that|which) (?:was|were|is|are|has|had|have|{MOVED})\b[^,;\d]*$"
)
"""What brought a figure about, with a number of its own: "up $0.04 on rate relief of $0.06", "on capacity that was down 12%"."""
_COSTS_GREW = re.compile(
    r"(?:,| and) (?:(?:same store|total|operating|our|adjusted) )*(?:expense|cost)s? (?:growth|increases?) of(?: (?:about|approximately|around|roughly))* ?$"
)
"""What grew on the other side: "total revenue growth of 1.2% to 3% and expense growth of 2.0% to 2.7%"."""
_CONSISTS = re.compile(
    r"\b(?:consist(?:s|ed|ing)?|compris(?:ed|ing)|made up) of (?:the following\b|(?:(?:about|approximately|around|roughly|nearly|over) )*[$£¥₠-⃏]?$)"
)
"""What something is made up of: "share repurchases in the year, which consist of $600 million under our program"."""
_OF_OBJECT = re.compile(
    r", we (?:now |still |also )?(?:expect|anticipate|project|forecast|see|have|plan) (?:an? |the |our )(?:[\w']+ ){0,3}(?!(?:range|total|midpoint|level|rate|amount|average|low|high|end|increase|decrease|decline|growth|improvement|reduction|contraction|expansion|minimum|maximum)\b)[\w']+ of(?: (?:about|approximately|around|roughly))* ?[$£¥₠-⃏]?$"
)
