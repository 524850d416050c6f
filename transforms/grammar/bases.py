"""The accounting basis stated for a number, by its own words or by those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.vocabulary import Metric, grammar, metrics
from transforms.grammar.clauses import REFERS_BACK
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.metric_lists import parallel
from transforms.grammar.model import Reading, Topic
from transforms.grammar.proposals import CARRIED, Context
from transforms.grammar.wordlists import FUNCTION, MOVED, NEUTRAL, WAS, WITHOUT
from transforms.language.quantities import Quantity
from transforms.language.terms import Lexicon, MetricTerm, Terms
from transforms.language.text import normal as normal_form

_G = grammar()
OR_AGAIN = re.compile(r"[ ,]*(?:or|and)?[ ,]*(?:about|approximately|an?|of|or|diluted)?[ ,]*")
_NON_GAAP_HINT = re.compile(r"[Aa]djusted|(?:GAAP|gaap)|[Ee]xclud|[Cc]ore\b|[Nn]ormali[sz]ed|[Uu]nderlying")
_ADJUSTED_FIGURES = (
    r"(?:adjusted|non[- ]gaap|normali[sz]ed|underlying(?= (?:basis|results|figures|numbers|financials)\b))"
)
_PLAIN_DEFAULT_NON_GAAP = re.compile(
    rf"(?:unless (?:otherwise )?(?:stated|noted|specified|indicated)|all (?:of )?(?:the |our )?(?:comments|references|remarks|figures|results|numbers|comparisons|financial measures|measures|metrics)|(?:comments|remarks|discussion|results|references|figures)[^.]{{0,50}}will(?! (?:also )?(?:include|contain|make reference|reference\b)))[^.]{{0,140}}?\b(?:{_ADJUSTED_FIGURES}|exclud\w+|core)\b|"
    rf"\b(?:comments|remarks|discussion|figures|numbers|results)\b[^.,;]{{0,40}} (?:are|is)(?: (?:all|presented|made|given|stated|quoted))* on an? {_ADJUSTED_FIGURES} basis\b|"
    r"\bwill (?:be )?(?:primarily|mainly|mostly|exclusively|largely|only) (?:be )?(?:discuss|refer|focus|us|cit|present|review)\w* (?:[\w-]+ ){0,3}(?:adjusted|non[- ]gaap)\b|"
    r"\b(?:adjusted|non[- ]gaap)\b[^.]{0,60}\bunless (?:otherwise )?(?:stated|noted|specified|indicated)", re.IGNORECASE
)  # fmt: skip


_OF_SOME = re.compile(
    r"\b(?:also (?!exclud)|both|some of|certain|differences? between|use of|across all|(?:organic|revenue|sales|noi) growth|continue to expect|includes)\b",
    re.IGNORECASE,
)
"""What makes a sentence say less of a call than that its figures are adjusted: "some of the figures", "results across all metrics"."""
_REFERENCES_TO = re.compile(
    r"\breferences to (?P<what>.{3,60}?)(?: made\b| are\b| will\b| mean\b| refer\b| exclud|,|$)", re.IGNORECASE
)
_OF_ALL = re.compile(
    r"\b(?:results?|measures?|metrics?|figures?|numbers?|amounts?|performance|guidance)\b", re.IGNORECASE
)


def adjusted_by_default(opening: str, words: Lexicon) -> frozenset[str]:
    """The metrics that the call says are adjusted unless otherwise noted: those it names, else all that it might mean."""
    found: set[str] = set()
    for part in opening.split("."):
        if not _NON_GAAP_HINT.search(part) or not _PLAIN_DEFAULT_NON_GAAP.search(part) or _OF_SOME.search(part):
            continue
        named = _REFERENCES_TO.search(part)
        if named is None or _OF_ALL.search(named["what"]):
            return _DEFAULT_BASIS_OF
        found.update(term.metric.canonical_name for term in words.find(normal_form(named["what"])).metrics)
    return _DEFAULT_BASIS_OF & found


def lead_basis(normal: str, topic: Topic) -> None:
    """Remember the basis that opens a sentence with numbers of its own."""
    if _LED_ADJUSTED.match(normal):
        topic.adjusted, topic.reported = True, False


def set_basis(normal: str, topic: Topic) -> None:
    """Remember the basis that a heading sets: adjusted ("I'll now discuss our adjusted results"), reported, constant currency."""
    if _TURNS_ADJUSTED.search(normal) and not _ADJUSTED_TOO.search(normal):
        topic.adjusted, topic.reported = True, False
    elif topic.adjusted and _TURNS_AWAY.search(normal):
        topic.adjusted = False
    elif _TURNS_REPORTED.search(normal):
        topic.reported = True
    if _TURNS_CONSTANT.search(normal):
        topic.constant = True


_TURNS_REPORTED = re.compile(
    r"\b(?:overview|summary|review|recap|discussion) of (?:our |the )?(?:[\w']+ ){0,2}(?<!non )gaap results\b"
)
"""Results as reported follow: "Here is an overview of our GAAP results"."""
_TURNS_CONSTANT = re.compile(
    r"\b(?:results|figures|numbers|growth rates|comparisons|changes)\b[^.;]* (?:on an?|in) (?:constant|local) currency(?: basis)?\b[^.;]*\.?$"
)
"""Changes without currencies follow: "Here are our full-year results on a constant-currency basis"."""
_TURNS_ADJUSTED = re.compile(
    r"\b(?:(?:i'll|i will|i'd like to|i want to|let me|let's|we'll|we will)(?: now| next| then)* (?:begin|start|comment|discuss|review|cover|walk|turn|move|speak|summarize|focus)|(?:moving|turning|returning)(?: now)* to|few comments (?:on|about)|as i (?:speak|turn|comment|review))\b[^.;]*\b(?:(?:adjusted|non gaap) (?:[\w']+ ){0,4}(?:results|performance|numbers|figures|financials|basis|guidance|outlook)|(?:normali[sz]ed|underlying) (?:results|numbers|figures|financials|basis))\b"
)
_LED_ADJUSTED = re.compile(
    r"(?:(?:and|now|so|next|then)[ ,]+)*(?:moving|turning|returning|shifting)(?: now)* to (?:[\w']+ ){0,3}?(?:adjusted|non gaap) (?:[\w']+ ){0,3}?(?:results|performance|numbers|figures|financials|measures|metrics)\b[^\d,:]{0,40}[,:]"
)
"""Before the first number: "Turning to our non-GAAP results, gross margin was 59%"."""
_ADJUSTED_TOO = re.compile(r"\b(?:also|both|some|certain|include|includes|including|reconcil\w+|before i|gaap and)\b")
_TURNS_AWAY = re.compile(r"\b(?:on a gaap basis|(?<!non )gaap results|as reported)\b")


_CONSTANT_CURRENCY = re.compile(
    r"\b(?:(?:constant|local) (?:currency|currencies|dollars?|exchange rates?|fx|basis|rates)|cer|(?:comparable|unchanged|consistent) (?:currency )?(?:translation |exchange )+rates|constant (?:(?:copper|metal|commodity|fuel|oil|gas|steel|gold|raw material) )+(?:prices|costs)|currency (?:neutral|adjusted)|fx (?:neutral|adjusted)|(?:average )?daily (?:sales |rate )?basis|per (?:selling |business |working )?day basis|(?:selling )?days? adjusted|weather (?:adjusted|normali[sz]ed|normal)|same days?|(?:underlying|operational) (?:basis|(?:(?!and\b)[\w&'-]+ ){0,2}?(?:net )?(?:revenues?|sales)(?: growth)?))\b"
)
_CONSTANT_LEAD = re.compile(
    r"(?:(?:and|but|so|now|globally|worldwide|overall|in total)[ ,]+)*(?:on an?|in) (?:(?:constant|local|same|comparable) (?:currency|currencies|dollars?)|(?:fx|currency) neutral)(?: basis| terms)?(?:[,;:] | (?=(?:our|we|total|net|revenues?|sales|growth)\b))"
)
"""What opens a sentence whose changes are all without the effect of currencies."""
_CONSTANT = (
    r",? (?:in (?:constant|local) (?:currency|currencies|dollars)\b|on (?:an? |the )?(?:fx neutral|constant (?:currency|dollars?|basis)|currency neutral|local (?:currency|currencies))\b"
    r"|(?:ex|excluding|before|without|net of) (?:the (?:effects?|impacts?) of )?(?:foreign )?(?:fx|currency|currencies|exchange rates?|foreign exchange)\b"
    r"|operationally\b)"
)
_ON_CONSTANT = re.compile(_CONSTANT)
_GROWTH_ON = re.compile(rf"(?: growth| increase| decrease| decline){_CONSTANT}")
"""Behind the metric: "17.1% sales growth, excluding foreign currency impact"."""
_AND_ON = re.compile(r"\b(?:and|but|or),? (?:on|in|when|while)\b|\bwhile\b")
"""What goes on with another basis: "sales were up 3.5% from last year and on a weather-normal basis were up 3.3%"."""
_DEFAULT_BASIS_OF = frozenset(
    {
        "eps",
        "operating_income",
        "operating_margin",
        "net_income",
        "gross_margin",
        "gross_profit",
        "operating_expenses",
        "selling_general_and_administrative_expense",
        "research_and_development_expense",
    }
)
_WITHOUT_BASIS = frozenset({"dividend_per_share", "dividends", "headcount"})
"""What is paid or counted, whatever is said beside it: "a 20% increase to our recurring dividend"."""
_SAYS_GAAP = re.compile(r"\b(?<!non )gaap\b|\bnet (?:income|loss|earnings)\b")


AS_REPORTED = re.compile(
    r" (?:as reported|on an? (?:as )?reported basis|on an? gaap basis)(?! and [$£¥₠-⃏]?[\d.]+%? (?:on an? [a-z ]{3,20} basis|as adjusted),? (?:in|for|during|last|a year|the)\b)(?:[.;]|$|, (?!(?:in|for|during|last|the)\b)| (?!(?:in|for|during|last|a year|the)\b))"
)
"""The same figure on another basis is of the same time."""


_MOVED_AS_REPORTED = re.compile(
    r" (?:from|over|versus|compared to) (?:the |our )?(?:prior|last|previous) year(?:'s)?(?: (?:quarter|period))? on an? (?:as )?reported basis\b"
)
"""A move by GAAP, whatever is spoken of beside it: "up 5% over last year on a reported basis"."""


def _which(said: re.Match[str] | None) -> str | None:
    """The basis by a pattern whose group `gaap` matches where it is that of GAAP."""
    return None if said is None else "gaap" if said["gaap"] else "non_gaap"


def _on_both(reading: Reading) -> str | None:
    """Whether a move is the same on each basis: "down 5% on both a reported and constant currency basis"."""
    return _NEITHER if _ON_EACH.match(reading.normal, reading.quantity.end) else None


_ON_EACH = re.compile(
    r" (?:on|in) (?:both )?(?:an? )?(?:as )?(?:reported|actual|gaap) and (?:an? )?(?:constant|local|organic)\b"
)
_ON_SALES = re.compile(
    r"\d (?:per (?:[a-z]+ )*share,? |[mb]illion,? )?on (?:(?:total|net|operating|consolidated|company) )*$"
)
"""Sales behind what was earned on them are as they were reported: "excluding the charge, we lost $0.15 per share on revenue of $394 million"."""


def stated_basis(reading: Reading) -> tuple[str | None, float]:
    """The basis said for a number, else the one that what was said before sets, and how sure that is."""
    return (None, 1.0) if reading.link.metric in _WITHOUT_BASIS else _basis_of(reading)


def _basis_of(reading: Reading) -> tuple[str | None, float]:
    """The basis of a figure that has one, and how sure it is."""
    sentence, call, context, index = reading.sentence, reading.call, reading.context, reading.index
    quantity, normal, chosen = reading.quantity, reading.normal, reading.link
    term = chosen.term
    following = index + 1
    while (
        following < len(sentence.quantities)
        and context.frames[following].role == "comparison"
        and not _AND_AGAIN.search(
            normal, sentence.quantities[following - 1].end, sentence.quantities[following].start
        )  # "$2.06 compared with $0.75 in the prior year and $1.24 on an adjusted basis"
    ):
        following += 1  # "$0.90 versus $0.72 on an adjusted basis"
    clause_end = sentence.quantities[following].start if following < len(sentence.quantities) else len(normal)
    said, sure = (
        _said_basis(normal, term, sentence.terms, quantity.start, quantity.end, clause_end)
        if term.end > term.start
        else _per_share_basis(normal, quantity)
    )
    if term.end == term.start and reading.frame.role in ("comparison", "change") and reading.done[-1:]:
        # "adjusted earnings were $0.01 a share relative to $0.32 a share", "adjusted for this, we earned $0.45, up 12%"
        said = reading.done[-1].basis if reading.done[-1].metric == chosen.metric else said
    if (
        reading.frame.role == "comparison"
        and AS_REPORTED.match(normal, quantity.end)
        or reading.frame.role == "change"
        and _MOVED_AS_REPORTED.match(normal, quantity.end)
    ):
        said, sure = "gaap", 0.95  # "adjusted margins were 16.1% versus 15.6% as reported"
    paired = (
        _on_both(reading)
        or _basis_in_front(reading, said)
        or _beside_number(reading)
        or _basis_of_each(reading)
        or _basis_then(reading)
        or _paired_basis(normal, term, context, index)
        or _basis_since(reading)
    )
    if paired is not None:
        said = paired
    if said == _NEITHER:
        return None, sure
    if said == "gaap" and chosen.metric == "organic_revenue":
        return None, sure  # "reported and organic sales grew 6% and 8%, respectively"
    moved = context.frames[index].role == "change" or quantity.kind == "percent" and "percent" not in term.metric.units
    if reading.before and (
        _ON_CONSTANT.match(normal, quantity.end)
        and _is_reached(reading.before, quantity, normal)  # the amount is as reported, whatever its growth is
        or chosen.metric == "revenue"
        and _ON_SALES.search(normal, 0, term.start)
    ):
        return named_basis(normal, term, sentence.terms), sure
    if moved and _is_in_constant(reading):
        return "non_gaap", 0.95  # "grew 4% on a reported basis and 6% on an FX neutral basis"
    if (
        said is None
        and moved
        and (_CONSTANT_LEAD.match(normal) or reading.topic.constant and "currency" in term.metric.units)
    ):
        return "non_gaap", 0.95
    if (
        said is None
        and moved
        and any(
            not _AND_ON.search(normal, quantity.end, max(quantity.end, constant.start()))
            and not _is_of_number_before(normal, term, sentence.quantities[:index], constant)
            for constant in _CONSTANT_CURRENCY.finditer(
                normal, max(0, quantity.start - 60), min(clause_end, max(quantity.end, term.end) + 60)
            )
        )
    ):
        return "non_gaap", 0.95
    if term.metric.basis:
        return term.metric.basis, sure
    before = reading.done[-1] if reading.done else None
    if (
        said is None
        and chosen.metric == "eps"
        and (
            normal.startswith("operating", term.start)
            or before
            and before.metric == "operating_income"
            and _OPERATING_A_SHARE.fullmatch(normal, before.quantity.end, quantity.start)
        )
    ):
        said, sure = "non_gaap", 0.95  # operating income a share is no measure of GAAP
    if said is not None:
        return said, sure
    said = _carried_basis(reading)
    if said is None and reading.topic.reported and chosen.metric in _DEFAULT_BASIS_OF:
        return "gaap", 0.9  # "a brief overview of our GAAP results: … EPS of $0.53 decreased 29%"
    if (
        said is None
        and (chosen.metric in call.adjusted or reading.topic.adjusted and chosen.metric in _DEFAULT_BASIS_OF)
        and (not sentence.terms.has("non_gaap") or _LED_ADJUSTED.match(normal))
        and not _SAYS_GAAP.search(normal)
    ):
        return "non_gaap", 0.95
    return said, sure


def _is_in_constant(reading: Reading) -> bool:
    """Whether currencies are left out of a move right behind it, or behind the amount that it leads to."""
    normal, quantity, end = reading.normal, reading.quantity, reading.quantity.end
    after = reading.after
    if after and _is_reached(quantity, after, normal) and _ON_CONSTANT.match(normal, after.end):
        return True
    return bool(_ON_CONSTANT.match(normal, end) or _GROWTH_ON.match(normal, max(end, reading.link.term.end)))


def _is_reached(move: Quantity, amount: Quantity, normal: str) -> bool:
    """Whether a rate leads to an amount: "sales grew 21% to $7.4 billion excluding the impact of foreign exchange"."""
    return (
        move.kind == "percent"
        and amount.kind in ("money", "per_share")
        and not normal.startswith(",", amount.end)  # "to $12 million, on an FX neutral basis sales fell 3%"
        and _TO_AMOUNT.fullmatch(normal, move.end, amount.start) is not None
    )


_TO_AMOUNT = re.compile(r",? (?:year over year )?to (?:(?:about|approximately|nearly|over|a|record) )*[$£¥₠-⃏]?")


def _is_same_move(reading: Reading) -> bool:
    """Whether a change is told again, as an amount or a rate: "in constant currency, sales were up 15% from last year or $45 million"."""
    before = reading.before
    return (
        before is not None
        and before.kind != reading.quantity.kind
        and reading.frame.role == "change"
        and _OR_BY.fullmatch(reading.normal, before.end, reading.quantity.start) is not None
    )


_OR_BY = re.compile(r"(?: (?:from|over|versus|compared (?:to|with)) [^,;$%]{3,40})?,? or (?:by )?[$£¥₠-⃏]?")


def _is_of_number_before(normal: str, term: MetricTerm, before: Sequence[Quantity], constant: re.Match[str]) -> bool:
    """Whether a basis belongs to the number of another metric: "sales grew 5% in constant currency, with comparable sales up 2%"."""
    return (
        bool(before)
        and before[-1].end <= constant.start()
        and constant.end() <= term.start
        and _IN.fullmatch(normal, before[-1].end, constant.start()) is not None
        and _ANOTHER.match(normal, constant.end(), term.start) is not None
    )


_IN = re.compile(r"(?: growth| increase| decrease| decline)?(?: year over year)? (?:in|on an?|at) ")
_ANOTHER = re.compile(r"(?: basis| terms)?(?:, (?:with|and|while)|;| and| with| while)\b")


def _carried_basis(reading: Reading) -> str | None:
    """The basis that a number takes over from what was said before it, in its sentence or the one before."""
    normal, chosen, done, before = reading.normal, reading.link, reading.done, reading.before
    term, again = chosen.term, bool(reading.done) and reading.done[-1].metric == reading.link.metric
    said: str | None = None
    if again and done[-1].basis == "non_gaap" and _AND_REPORTED.search(normal, 0, term.start):
        return "gaap"  # "adjusted EPS is expected to be $3.76 and reported diluted EPS to be $3.38"
    if (
        before
        and done
        and done[-1].quantity is before
        and (OR_AGAIN.fullmatch(normal[before.end : reading.quantity.start]) or again and _is_same_move(reading))
    ):
        said = done[-1].basis  # "non-GAAP net income was $157.4 million, or $5.21 diluted earnings per share"
    if said is None and again and _AND_OURS.search(normal, 0, term.start):
        said = done[-1].basis  # "adjusted earnings were up 6% and for the full year our earnings grew 12%"
    if said is None and again and reading.frame.role == "comparison" and done[-1].quantity is before:
        said = done[-1].basis  # "non-GAAP loss per share was $0.33, compared to a loss per share of $0.26"
    if (
        said is None
        and again
        and done[-1].is_future
        and _ANOTHER_TIME.search(normal, done[-1].quantity.end, term.start)
    ):
        said = done[-1].basis  # "reaffirming adjusted EPS guidance of $3.50 and initiating 2025 EPS guidance of $3.75"
    if said is None and REFERS_BACK.match(normal) and not reading.sentence.terms.has("non_gaap"):
        # "On an adjusted basis, earnings were $2.16 a share. This compares to fourth quarter 2020 earnings of $2.28"
        said = next((one.basis for one in reversed(reading.topic.said) if one.metric == chosen.metric), None)
    said = said or _basis_of_profit(reading) or _basis_of_list(reading)
    if said is None and _says_adjusted(reading):
        said = "non_gaap"
    spoken = reading.topic.term
    goes_on = chosen.rule in CARRIED or (
        # "We are raising our adjusted EPS guidance by $0.10. The new range is $8.85 to $8.95"
        chosen.rule == "guided"
        and spoken is not None
        and chosen.metric in (spoken.metric.name, spoken.metric.per_share)
    )
    return reading.topic.basis if said is None and goes_on else said


_ANOTHER_TIME = re.compile(r"\b(?:and|while)\b(?:(?!\b(?:gaap|reported)\b)[^,;])*\b(?:20\d\d|full year|quarter|half)\b")
"""A clause that goes on with another time, unless it says a basis of its own: "and initiating 2025 EPS guidance"."""


def basis_beside(normal: str, term: MetricTerm) -> str | None:
    """The basis right before a metric of which a sentence gives no number: "We are raising our adjusted EPS guidance"."""
    said = _BESIDE.search(normal, max(0, term.start - 30), term.start)
    return _which(said)


_BESIDE = re.compile(
    r"\b(?:adjusted|non gaap|core|normalized|(?<!non )(?P<gaap>gaap|reported)) (?:(?:diluted|net|operating) )*$"
)


def _says_adjusted(reading: Reading) -> bool:
    """Whether the sentence says somewhere that the number is of less than all."""
    normal, metric, term = reading.normal, reading.link.metric, reading.link.term
    return bool(
        # "Our adjusted results were as expected, with operating income of $205 million and EPS of $2.25"
        _ADJUSTED_RESULTS.match(normal)
        # "organic bookings, which exclude acquisitions, were up 32%"
        or _ORGANIC.search(normal, 0, term.start)
        and metric != "organic_revenue"
        # "backlog grew 12% and grew 8% on an organic basis"
        or metric not in _ORGANIC_TOO
        and _ON_ORGANIC.match(normal, reading.quantity.end)
        # "revenue was down 10% and profit fell 8%, all of it at constant currency"
        or _ALL_CONSTANT.search(normal, reading.quantity.end)
        # "the net interest margin normalized for PPP was 3.26%"
        or _NORMALIZED.match(normal, term.end)
    )


def _basis_of_profit(reading: Reading) -> str | None:
    """The basis of the profit that a margin is of: "adjusted EBITDA grew 8% and EBITDA margins contracted 310 basis points"."""
    profits = _PROFIT_OF.get(reading.link.metric, ())
    said = [one for one in reading.done if one.metric in profits][-1:]
    if not said and reading.link.term.metric.name == "margin":
        said = [one for one in reading.topic.said if one.metric in profits]
    bases = {one.basis for one in said}
    return bases.pop() if len(bases) == 1 else None


def _basis_of_list(reading: Reading) -> str | None:
    """The basis of the profit that earnings per share are expected with, or are what it came to.

    "adjusted EBITDA to be $62 million and EPS to be $0.58", "adjusted net income of $16 million resulted in EPS of $0.58".
    """
    before = reading.done[-1] if reading.done else None
    if before is None or before.metric not in _PROFITS or reading.link.metric != "eps":
        return None
    between = (before.quantity.end, reading.link.term.start)
    goes_on = (
        before.is_future and _AND_EPS.search(reading.normal, *between) or _CAME_TO.fullmatch(reading.normal, *between)
    )
    return before.basis if goes_on else None


def _basis_of_each(reading: Reading) -> str | None:
    """The basis of the profit that an amount a share is of: "GAAP and adjusted net income were $5 million and $3 million, or $0.10 and $0.06 per share, respectively"."""
    profits = [one for one in reading.done if (one.metric, one.measure) == ("net_income", "level")][-2:]
    if reading.link.metric != "eps" or len({one.basis for one in profits}) != len(_BOTH):
        return None
    group, is_said = parallel(reading.context, reading.index)
    a_share = group[-len(profits) :]
    return profits[a_share.index(reading.index)].basis if is_said and reading.index in a_share else None


_BOTH = ("gaap", "non_gaap")


def _beside_number(reading: Reading) -> str | None:
    """The basis said right beside a number: "margins were 65% GAAP and 67% non-GAAP, compared to GAAP 50% and non-GAAP 52%"."""
    normal, quantity = reading.normal, reading.quantity
    said = _ON_LEFT.search(normal, 0, quantity.start) or _ON_RIGHT.match(normal, quantity.end)
    return _which(said)


_ON_LEFT = re.compile(r"\b(?:non gaap|(?P<gaap>gaap)) [$£¥₠-⃏]?$")
_ON_RIGHT = re.compile(r" (?:non gaap|adjusted|(?P<gaap>gaap))(?=[,.;]|$| and [$£¥₠-⃏]?\d| (?:compared|versus|from)\b)")


def _basis_in_front(reading: Reading, said: str | None) -> str | None:
    """The basis of two numbers where words before the second set its own: "revenue was up 9%, ex-FX it was 11%"."""
    normal, quantity, before = reading.normal, reading.quantity, reading.before
    told = [one.quantity for one in reading.done[-1:] if one.metric == reading.link.metric]
    if any(_THEN_IT_IS.fullmatch(normal, one.end, quantity.start) for one in (before, *told) if one):
        return "non_gaap"
    after = reading.after
    if after and said != "gaap" and _THEN_IT_IS.fullmatch(normal, quantity.end, after.start):
        return named_basis(normal, reading.link.term, reading.sentence.terms) or _NEITHER
    return None


_THEN_IT_IS = re.compile(
    r"(?: (?:in|for) the (?:[a-z]+ )?quarter)?[,;] (?:(?:and|but) )?(?:"
    rf"{WITHOUT} [^,;]{{2,50}}?"
    r"|(?:in|on|at) (?:an? )?(?:(?:constant|local) (?:currenc(?:y|ies)|dollars?|(?:foreign )?exchange rates?)(?: basis)?|(?:organic|currency|fx|adjusted|comparable|non gaap|underlying|like for like)\b[^,;]{0,20}? basis))(?<! and)"
    rf",? (?:(?:it|that|this|they|we) ?(?:'s|'re|was|were|is|are|would be|would have been) (?:(?:up|down|at) )?|(?:up|down) ){HEDGES}[$£¥₠-⃏]?"
)


def _basis_then(reading: Reading) -> str | None:
    """The basis of one of two amounts that two are held against: "GAAP EPS was $1.14 and adjusted EPS was $1.08, versus $0.98 and $0.96"."""
    quantities, index = reading.sentence.quantities, reading.index
    for first in (index, index - 1):
        if first < len(_BOTH) or first + 1 >= len(quantities):
            continue
        frames = reading.context.frames[first - 2 : first + 2]
        now = [one for one in reading.done if one.quantity in quantities[first - 2 : first]]
        if (
            [frame.role == "comparison" for frame in frames] == [False, False, True, True]
            and [one.metric for one in now] == [reading.link.metric] * len(_BOTH)
            and len({one.basis for one in now}) == len(_BOTH)
            and _AND.fullmatch(reading.normal, quantities[first].end, quantities[first + 1].start)
        ):
            return now[index - first].basis
    return None


def _basis_since(reading: Reading) -> str | None:
    """The basis named since the number before: "… $6.18, and we raised our non-GAAP range, which is now", "up 27% and non-GAAP up 25%"."""
    if reading.before is None:
        return None
    normal, since, start = reading.normal, reading.before.end, reading.quantity.start
    said = _RANGE_OF.search(normal, since, start) or _AND_ON_OTHER.fullmatch(normal, since, start)
    return _which(said)


_AND_ON_OTHER = re.compile(
    rf",? and (?:on an? )?(?:adjusted|non gaap|(?P<gaap>gaap))(?: basis)?,? (?:(?:was|were|by) )?(?:(?:{MOVED}|up|down) )?(?:by )?{HEDGES}[$£¥₠-⃏]?"
)
"""How the same moved on another basis: "GAAP operating expenses were up 27% and non-GAAP up 25%"."""
_RANGE_OF = re.compile(
    r"\b(?:adjusted|non gaap|(?P<gaap>gaap)) (?:(?:eps|earnings|guidance|outlook) )*range(?:, which)? (?:is|of|to)\b[^,;]*$"
)
_PROFITS = frozenset({"ebitda", "operating_income", "net_income"})
_AND_EPS = re.compile(r"\band (?:diluted )?$")
_CAME_TO = re.compile(
    r"(?: in [^,;]{2,25})?,? (?:(?:which|that|and) )?(?:results?|resulted|resulting|translat\w+|equat\w+|leads?|leading|led|yield\w*|correspond\w*)(?: (?:in|to|into))?(?: (?:an?|our|fully|diluted|basic|to|of))* ?$"
)
"""Between a profit and what it is a share."""
_PROFIT_OF = {metric.margin: (metric.canonical_name, metric.margin) for metric in metrics() if metric.margin}
_AND_OURS = re.compile(
    r" and (?:for|in) (?:the )?(?:full |fiscal |first |second )?(?:year|half|six months|nine months),? (?:our )?$"
)
_OPERATING_A_SHARE = re.compile(r"[^,;]{0,30},? or (?:an? )?(?:loss|income|earnings) of [$£¥₠-⃏]?")
"""A share of an operating profit: "our operating loss was $56.7 million for the quarter or a loss of $1.05 per share"."""
_AND_REPORTED = re.compile(r"\band (?:our )?reported (?:diluted )?$")
_ADJUSTED_RESULTS = re.compile(r"(?:our |the )?(?:[\w']+ ){0,2}adjusted results (?:were|was)\b")
_ORGANIC = re.compile(r"\borganic $")
_ON_ORGANIC = re.compile(r"(?: higher| lower)?(?: year over year)? (?:on (?:an )?organic basis|organically)\b")
_ORGANIC_TOO = frozenset({"revenue", "organic_revenue"})
"""Their organic growth is a metric of its own."""
_ALL_CONSTANT = re.compile(
    r",? (?:and )?(?:all|both)(?: of (?:this|that|these|those|them|it|which))?(?:'s| is| are)? (?:at|in|on an?) constant (?:currency|currencies)(?: basis| terms)?[.;]?$"
)
_ALL_ON = re.compile(
    r", (?:all|both|each)(?: of (?:it|them|which|these|those))? (?:are |is |being |were )?on an? (?P<what>adjusted|non gaap|gaap|reported|core) basis[.;]?$"
)
"""What is said of all numbers of a sentence: "R&D was $41 million and sales and marketing $53 million, both on a non-GAAP basis"."""
_NORMALIZED = re.compile(r" (?:percentage |ratio )?(?:as )?(?:normalized|adjusted) for\b")
_TWO_BASES = re.compile(
    r"\b(?P<first>adjusted|non gaap|core|gaap|reported|diluted)(?: diluted| earnings per share| eps)* (?:and|an|and an?|and on an?) (?P<second>adjusted|non gaap|core|gaap|reported)(?: diluted| operating| net| full| fiscal| year| first| second| third| fourth| quarter| 20\d\d)* $"
)


def _paired_basis(normal: str, term: MetricTerm, context: Context, index: int) -> str | None:
    """Bases in parallel: "adjusted and GAAP EPS were $0.30 and $0.24, respectively"."""
    two = _TWO_BASES.search(normal[: term.start])
    if not two and (behind := _TWO_BEHIND.search(normal, context.quantities[index].end)):
        return _of_two_behind(behind, context, index)
    if not two or index + 1 > len(context.quantities):
        return None
    after = [
        number
        for number, quantity in enumerate(context.quantities)
        if quantity.start > term.end and quantity.kind == context.quantities[index].kind
    ]
    # "GAAP and non-GAAP margins were 58% and 61%, compared to 57% and 60%"
    pairs = [
        [*pair] for pair in zip(after[::2], after[1::2], strict=False) if _joined(normal, context.quantities, *pair)
    ]
    groups = [after[:2]] if "respectively" in normal else pairs
    place = next((group.index(index) for group in groups if index in group), None)
    if place is None:
        return None
    said = two[("first", "second")[place]]
    return "gaap" if said in ("gaap", "reported", "diluted") else "non_gaap"


def _joined(normal: str, quantities: Sequence[Quantity], one: int, other: int) -> bool:
    """Whether two numbers are said in one breath: "58% and 61%"."""
    return other == one + 1 and _AND.fullmatch(normal, quantities[one].end, quantities[other].start) is not None


_AND = re.compile(r"(?: per (?:diluted )?share)?,? and (?:(?:about|approximately) )?[$£¥₠-⃏]?")
_NEITHER = "neither"
"""What is said to be on a basis that is none of accounting: "12.2% and 7.6% on a GAAP and cash basis, respectively"."""


def _of_two_behind(behind: re.Match[str], context: Context, index: int) -> str | None:
    """The basis of the first or second of the two numbers before "on a GAAP and adjusted basis, respectively"."""
    before = [number for number, said in enumerate(context.quantities) if said.end <= behind.start()][-2:]
    if len(before) != 2 or index not in before or context.quantities[before[-1]].end != behind.start():
        return None
    return _BASIS_OF.get(behind[("first", "second")[before.index(index)]], _NEITHER)


_ON_ADJUSTED = re.compile(
    r" (?:on|of|for) (?:our )?(?:adjusted|core|operating|non gaap) (?:pre tax |pretax )?(?:earnings|income|results)\b"
)
"""A rate of adjusted earnings: "the effective tax rate on adjusted earnings was 21.6%"."""
_BASES = r"adjusted|non gaap|core|gaap|reported|cash"
_TWO_BEHIND = re.compile(
    rf" on an? (?P<first>{_BASES})(?: basis)? and(?: on)?(?: an?)? (?P<second>{_BASES}) basis,? respectively\b"
)
_BASIS_OF = {"gaap": "gaap", "reported": "gaap", "adjusted": "non_gaap", "non gaap": "non_gaap", "core": "non_gaap"}


def _per_share_basis(normal: str, quantity: Quantity) -> tuple[str | None, float]:
    behind = _CLAUSE_ENDS.split(normal[quantity.end : quantity.end + 60], maxsplit=1)[0]
    before = normal[max(0, quantity.start - 110) : quantity.start]
    # "On a GAAP basis, we lost $0.07 per share", "$0.11 per share on an adjusted basis and $0.07 per share on a GAAP basis"
    said = next(iter(_BASIS_SAID.findall(behind)), None) or next(reversed(_BASIS_SAID.findall(before)), None)
    if said is None:
        return None, 1.0
    return ("gaap" if said == "gaap" else "non_gaap"), 0.9


_CLAUSE_ENDS = re.compile(
    r"[;.]|,? (?:and|while|but) |, (?:on|our|we)\b|, (?:adjusted|non gaap|gaap) (?:diluted )?(?:eps|earnings|net income)\b"
)
_BASIS_SAID = re.compile(r"\b(?:adjusted|non gaap|core|normalized|operating|excluding|distributable|gaap)\b")


_ON_BASIS = re.compile(
    r"\bon (?:an? |the )?(?P<what>(?:cash )?adjusted|non gaap|gaap|non ifrs|ifrs|statutory|reported|normalized|core|operating|comparable|as reported|as adjusted|pro forma|underlying|base business)(?: [\w]+){0,3} basis|\bfrom an? (?P<view>adjusted|non gaap|gaap) (?:perspective|standpoint)\b|\bunder (?:u\.?s\.? )?(?P<under>gaap|ifrs)\b|\b(?P<without>without|before) (?:any |these |those |the )?adjustments\b|\bfrom ongoing operations\b|\bwhen adjusted for|\badjusting for|\b(?P<ex>excluding|exclusive of|before (?:special|unusual|one time|non recurring|certain)|ex items|adjusted for|net of special)\b"
)
_REPORTS = re.compile(
    r"(?:\b(?:we|i|they|who|segment|division|business|company|corporation|inc\.?|has|had|have|was|were|group|and|yesterday|today|morning|evening|also|previously|just|which|that|it|quarter|year|(?<!to )(?<!than )(?<!with )(?<!versus )(?<!from )\b\w+['’]s) ?|[,;] |^)$"
)

_HAS_VERB = re.compile(rf"reported [^,;$\d]{{3,50}}\b(?:{WAS}|is|{MOVED})\b")
_PARTS = (" segment ", " segments ", " division ", " business ", " businesses ")
_ITS_NAME = re.compile(
    r"(?:^|[,;] )(?:(?:and|while|but) )?(?:(?!(?:an?|the|that|that's|this|it's|which|our|total|quarter|year|fiscal|adjusted|gaap|with|of|for|in|on|to|from|as|versus|was|were|is|are|its|diluted|q[1-4]|half|consolidated|net|operating|organic|revenues?|sales|earnings|than|by|at|we|i|you|they|now|expect|expects|anticipate|see|saw|had|delivered|generated|achieved|posted|beat|exceeded)\b)[\w&.'/-]+ ){1,4}$"
)
_OF_SO_MUCH = re.compile(
    r"reported (?!and\b)[^,;$\d]{3,40} of (?:(?:about|approximately|nearly|over|an?|record) )*[$£¥₠-⃏]?\d(?![^,;]* (?:was|were|is|are|increased|decreased|grew|rose|declined|fell|came|compares?|exceeded)\b)"
)
"""What somebody reported, as the sentence has no other verb: "Pumps reported EBIT of $21 million, which was flat"."""


def _reports_profit(normal: str, start: int, metric: Metric) -> bool:
    """Whether "reported" at `start` is what a part did with a profit of its own; net income that a company reports is by GAAP."""
    named = _ITS_NAME.search(normal, 0, start) or normal.endswith(_PARTS, 0, start)
    by_name = named and _OF_SO_MUCH.match(normal, start)
    return metric.name not in ("net_income", "eps") and bool(by_name)


def is_reporting(normal: str, start: int) -> bool:
    """Whether "reported" at `start` is the verb of a sentence rather than a word of basis."""
    if start == 0 and _HAS_VERB.match(normal):
        return False  # "Reported EBITDA for the quarter was $99 million"
    return bool(_REPORTS.search(normal[max(0, start - 30) : start]))


# "GAAP EPS of $0.50 or $0.60 per share on an adjusted basis": the second number has a basis of its own
_OWN_BASIS = re.compile(
    r"(?: per (?:\w+ ){0,2}share)?,?(?: (?:better|higher|lower|worse|above|below)(?= on))?(?: on an?)?(?: as)? (?P<what>adjusted|operating(?= basis)|non gaap|gaap|reported|normalized|core|pro forma|excluding (?:notable|special|one time|certain|unusual|non recurring|nonrecurring|discrete) items)\b(?:(?: adjusted)?(?: eps| earnings| ebitda| income)? basis\b|(?=[,.;]| (?:in|for) the|$))"
)
# "Excluding PPP loans, average loans grew 3%", "down 11%, or 12% excluding the holiday"
_EXCLUDING_LEAD = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?(?:in (?:our )?(?:[\w&']+ ){0,3}[\w&']+,? )?(?:also |when |after |if (?:you|we) )?(?:excluding|excluded?|exclusive of|without(?= (?:the|this|that|these|those|our|\w+ing)\b)|adjusting for|adjusted for|adjust for|normali[sz]ing for|normali[sz]ed for|absent(?! (?:any |a |an |further |significant |material |major |unforeseen )*(?:changes?|deterioration|shocks?|disruptions?|recession|escalation|events?)\b)|ex) [^,;]{3,160}, (?!(?:which|who|and)\b)"
)
# "Expenses included $2 million of merger charges; excluding these, the efficiency ratio was 56%"
_EXCLUDING_NEXT = re.compile(rf"; (?:(?:and|but) )?{WITHOUT} [^,;]{{3,80}}, [^,;]*$")
# "sales, excluding divested products, increased 11.5%"
_EXCLUDING_ASIDE = re.compile(
    rf"(?: (?:of|in|for|at) (?:[\w&']+ ){{0,2}}[\w&']+)?,? (?:(?:again|also) )?(?:excluding|exclusive of|after adjusting for|adjusting for|adjusted for) [^,;]{{2,80}},? (?:{WAS}|{MOVED}|(?:is|are) (?:now |still |currently )?(?:expected|estimated|projected|anticipated|forecast)|should|will)\b"
)
# "operating profit before exceptional items", "profit before tax and one-off costs"
_BEFORE_ITEMS = re.compile(
    r"(?: per (?:diluted )?share)?(?:,? before| pre|(?<=before tax),? and)(?: (?:any|certain|all|the))? (?:(?:restructuring|merger|integration|transaction|separation|acquisition related)(?:(?: and| or|,) [\w-]+){0,3}(?: (?:items?|charges?|costs|expenses?))?|charges|(?:exceptional|special|one off|one time|non recurring|nonrecurring|adjusting|significant|unusual|notable|non underlying)(?: (?:and|or) \w+)? (?:items?|charges?|costs)|exceptionals|items)\b"
)
_WOULD_HAVE_BEEN = re.compile(r" would have been\b")
_EXCLUDING_BEHIND = re.compile(
    r"(?: (?:higher|lower|better|worse))?,? (?:(?:when |if you )?(?:excluding|exclude)\b|(?:when |if |as |after )?adjust(?:ed|ing) for\b|without (?:the )?(?:[\w']+ ){0,4}(?:impacts?|headwinds?|tailwinds?|benefits?|effects?|charges?)\b|before (?:any |the )?(?:inventory |asset |goodwill )?impairments?\b|without (?:the )?(?:acquired|acquisitions?|divested|divestitures?)\b)"
)
# "In Pumps on an adjusted basis, fourth quarter revenue was $17 million", "sales decreased 6% year over year as adjusted"
_ON_LIKE = r"on an? (?:adjusted|non gaap|like for like|unit for unit|same unit|pro forma|same currency) basis"
_ADJUSTED_LEAD = re.compile(
    rf"^(?:(?:[\w&']+ ){{0,7}}{_ON_LIKE}|(?:and )?like for like(?=,))(?: (?:for|in) (?:the )?(?:(?:first|second|third|fourth|full|fiscal) )*(?:quarter|year|20\d\d))?,? (?:(?:which (?:ex|in)clude[ds]?|excluding) [^,;]{{3,80}}, )?(?:[\w']+ ){{0,6}}$"
)
_AS_ADJUSTED = re.compile(
    rf"(?: year over year)?,? (?:as adjusted\b|{_ON_LIKE}|like for like(?! (?:sales|revenues?|store|basis|growth|hotel|property|space|rent|rental)\b))| (?:to|from|over|versus|compared to) (?:the )?(?:prior|last|previous) year on an adjusted basis\b"
)
_ADJUSTED_BEHIND = re.compile(
    r",? (?:as )?adjusted\b(?! (?:(?:fully |diluted |net |operating |pre tax |pretax )*(?:earnings|eps|income|ebitda|ebit|profit|loss))\b)"
)
_OF_ADJUSTED = re.compile(r"(?: per (?:\w+ ){0,2}share)? (?:in|of|on)(?: \w+)? (?:adjusted|core|non gaap|normalized)\b")
_AS_ASIDE = re.compile(r",? as (?P<what>reported|adjusted),? ")
"""A basis between a metric and its number: "our tax rate, as reported, was 16%"."""
_ON_A_BASIS = re.compile(r"\d[^;]*(?:;|,? (?:and|while|but)) on an? (?P<what>adjusted|non gaap|gaap|reported) basis,? ")
_ENDED = re.compile(r"[\d;]|\b(?:adjusted|gaap|reported|core)\b")
"""What ends the reach of a basis that a clause began with."""
_UNDERLYING_BEHIND = re.compile(r" (?:underlying|normalized) (?:(?:revenue|sales|total) )?growth\b")
_UNDERLYING_OF = re.compile(
    r"\b(?:underlying|normalized) (?:(?:revenue|sales|total) )?growth (?:of|was|at)(?: (?:about|approximately|an?))* $"
)
"""Growth whose basis is said beside it: "$1.4 billion of revenue and 8% underlying growth"."""
_OR_BEFORE = re.compile(r"\d[^;]{0,30}\b(?:or|and)\b[^;]{0,24}$")
_GAAP_WORDS = frozenset({"ifrs", "statutory", "gaap", "reported", "as reported", "without", "before"})
_NEVER_GAAP = frozenset({"ebitda", "ebitda_margin", "ebitdar", "ebitdar_margin"})
"""What GAAP does not know; "EBITDA on a reported basis" is only not in constant currency."""
_BASIS_MATTERS = frozenset(_G["basis_matters"])


def _own_basis(normal: str, term: MetricTerm, terms: Terms, quantity_start: int, quantity_end: int) -> str | None:
    """The basis that is said of a number itself, whatever its metric's words say."""
    if normal.startswith(" per adjusted ", quantity_end):
        return "non_gaap"  # "$1.33 per adjusted diluted share"
    if (of_all := _ALL_ON.search(normal, quantity_end)) and named_basis(normal, term, terms) is None:
        return _BASIS_OF[of_all["what"]]
    own = _OWN_BASIS.match(normal, quantity_end)
    if own and own["what"] == "reported" and named_basis(normal, term, terms) == "non_gaap":
        # "adjusted gross margin fell 50 basis points on a reported basis": not in constant currency
        return "non_gaap"
    if own and (_OR_BEFORE.search(normal, term.end, quantity_start) or "basis" in own[0] or "items" in own[0]):
        return "gaap" if (own["what"] or own["under"]) in _GAAP_WORDS else "non_gaap"
    if _EXCLUDING_BEHIND.match(normal, quantity_end) and _OR_BEFORE.search(normal, term.end, quantity_start):
        return "non_gaap"  # "our reported tax rate was 10.9% or 12.7%, excluding special items"
    again = [*_ON_A_BASIS.finditer(normal, 0, quantity_start)]
    if again and (again[-1].start() >= term.end or not _ENDED.search(normal, again[-1].end(), quantity_start)):
        # "On an adjusted basis, we expect EPS of $4.10; on a GAAP basis, we expect $3.70"
        return "gaap" if (again[-1]["what"] or again[-1]["under"]) in _GAAP_WORDS else "non_gaap"
    return None


def _said_basis(
    normal: str, term: MetricTerm, terms: Terms, quantity_start: int, quantity_end: int, clause_end: int
) -> tuple[str | None, float]:
    """The accounting basis said for a metric, and how sure that is."""
    if own := _own_basis(normal, term, terms, quantity_start, quantity_end):
        return own, 0.95
    named = named_basis(normal, term, terms)
    if named == "gaap" and _EXCLUDING_LEAD.match(normal) and _WOULD_HAVE_BEEN.match(normal, term.end):
        return "non_gaap", 0.95  # "Excluding this, GAAP EPS would have been $0.52"
    if named:
        return named, 1.0
    if (
        _EXCLUDING_LEAD.match(normal)
        or _EXCLUDING_NEXT.search(normal, 0, term.start)
        or _EXCLUDING_BEHIND.match(normal, quantity_end)
        or _EXCLUDING_ASIDE.match(normal, term.end)
        or _BEFORE_ITEMS.match(normal, term.end)
        or _BEFORE_ITEMS.match(normal, quantity_end)
    ):
        return "non_gaap", 0.95
    if _AS_ADJUSTED.match(normal, quantity_end) or _ADJUSTED_LEAD.search(normal, 0, term.start):
        return "non_gaap", 0.95
    if _ON_ADJUSTED.match(normal, term.end):
        return "non_gaap", 0.95
    aside = _AS_ASIDE.match(normal, term.end)
    if aside and not _NEXT_CLAUSE.search(normal, term.end, quantity_start):
        return ("gaap" if aside["what"] == "reported" else "non_gaap"), 0.95
    if _UNDERLYING_BEHIND.match(normal, quantity_end) or _UNDERLYING_OF.search(normal, 0, quantity_start):
        return "non_gaap", 0.95
    if term.metric.name not in _BASIS_MATTERS and term.metric.canonical_name not in _BASIS_MATTERS:
        return None, 1.0
    right = _NEXT_CLAUSE.split(normal[max(quantity_end, term.end) : clause_end], maxsplit=1)[0]
    if _ADJUSTED_BEHIND.match(right):
        return "non_gaap", 0.95  # "$0.97, or $0.94 adjusted"
    if _OF_ADJUSTED.match(normal, quantity_end):
        return "non_gaap", 0.95
    for where, strength, is_before in (
        (normal[term.end : quantity_start], 0.95, False),
        (right[:90], 0.95, False),
        (normal[: term.start], 0.9, True),
    ):
        said = [
            found["what"] or found["under"] or found["view"] or found["without"] or ""
            for found in _ON_BASIS.finditer(where)
            if not (is_before and found["ex"] and _is_of_other_amount(normal, found.start(), term))
        ]
        if said and said[-1] not in _GAAP_WORDS:
            return "non_gaap", strength
        if said and term.metric.name not in _NEVER_GAAP:
            return "gaap", strength
    return None, 1.0


def _is_of_other_amount(normal: str, start: int, term: MetricTerm) -> bool:
    """Whether what is left out at `start` is left out of the amount of another metric before it."""
    is_named_before = normal.find(normal[term.start : term.end], 0, start) >= 0
    return not is_named_before and _BEHIND_AMOUNT.search(normal, 0, start) is not None


_BEHIND_AMOUNT = re.compile(r"\d(?: (?:million|billion)| ?(?:%|percent))?, $")
"""Before what only that amount leaves out: "EBITDA was $287 million, excluding merger costs, and net income was $112 million"."""
_AND_AGAIN = re.compile(r",? and (?:(?:about|approximately) )?[$£¥₠-⃏]?$")
_NEXT_CLAUSE = re.compile(
    r"; |,? (?:and|but|while) (?=(?:on|excluding|without|when|if|adjusting|adjusted for|absent)\b)"
)
"""Where the clause begins whose basis is its own: "EPS was $1.03; excluding special items, EPS was $1.21"."""


_WITHOUT_SOME = re.compile(r"\bex (?:[a-z]+ ){1,2}(?:(?:accident|current|year|net|adjusted) )*$")
"""What a metric leaves out by its name: "the ex-cat accident year combined ratio", "ex-fuel unit cost"."""


def named_basis(normal: str, term: MetricTerm, terms: Terms) -> str | None:
    """A cue inside the noun phrase: "adjusted diluted EPS", "GAAP and non-GAAP EPS" takes the last."""
    own = normal[term.start : term.end]
    if _WITHOUT_SOME.search(normal, max(0, term.start - 45), term.start):
        return "non_gaap"
    best: tuple[int, str] | None = None
    for cue in ("non_gaap", "gaap"):
        for start, end in terms.cues.get(cue, ()):
            if (
                start >= term.start
                and end <= term.end
                and own.startswith(("adjusted", "core", "normalized", "distributable", "underlying"))
            ):
                return "non_gaap"
            if start < term.start < end <= term.end:
                return cue  # "operating EPS" is one expression
            # "we reported earnings of" says nothing about the basis.
            if normal[start:end] == "reported" and (
                term.metric.units == ("count",)  # what is counted has no basis
                or is_reporting(normal, start)
                or _reports_profit(normal, start, term.metric)
            ):
                continue
            # "non GAAP" holds "GAAP" too.
            if cue == "gaap" and normal[max(0, start - 4) : start] in ("non ", " non"):
                continue
            if normal[start:end] == "adjusted" and normal.startswith(" our ", end):
                continue  # "we have adjusted our tax rate range"
            if normal[start:end] == "core" and ("deposit" in own or normal.endswith("non ", 0, start)):
                continue  # core deposits are a kind of deposits, and non-core revenue one of revenue
            gap = normal[end : term.start]
            if normal[start:end] != "reported":
                gap = _NOT_BASIS.sub(" ", gap)  # "adjusted year-to-date 2021 earnings"
            words = gap.split()
            if (
                end <= term.start
                and len(words) <= 4
                and (
                    all(word in _NP_WORDS for word in words)
                    or normal[start:end] in _ADJUSTED
                    and _is_of_part(words)
                    and not any(end <= other.start < term.start for other in terms.metrics)
                )
                and (best is None or end > best[0])
                and not (
                    term.metric.name == "revenue"
                    and any(end <= other.start and other.end < term.start for other in terms.metrics)
                )
            ):
                best = (end, cue)
    if best is None and _ADJUSTED_BEHIND.match(normal, term.end):
        return "non_gaap"
    return best[1] if best else None


def _is_of_part(words: list[str]) -> bool:
    """Whether the words between a basis and a metric can name a part: "adjusted renewable diesel operating income"."""
    return not any(word in _NP_BREAKS or not word.isalpha() for word in words)


_ADJUSTED = frozenset({"adjusted", "non gaap"})
_NP_BREAKS = FUNCTION | frozenset(_G["verb"])
_NOT_BASIS = re.compile(r"\byear to date\b|\b20\d\d\b")
_NP_WORDS = NEUTRAL | frozenset(_G["noun_phrase"])
