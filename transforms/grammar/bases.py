"""The accounting basis stated for a number, by its own words or by those before it."""

from __future__ import annotations

import re

from transforms.grammar import names
from transforms.grammar.links import Context
from transforms.grammar.model import Reading
from transforms.language.quantities import Quantity
from transforms.language.terms import MetricTerm

OR_AGAIN = re.compile(r"[ ,]*(?:or|and)?[ ,]*(?:about|approximately|an?|of|or|diluted)?[ ,]*")
_NON_GAAP_HINT = re.compile(r"[Aa]djusted|(?:GAAP|gaap)|[Ee]xclud|[Cc]ore\b|[Nn]ormalized")
_PLAIN_DEFAULT_NON_GAAP = re.compile(
    r"(?:unless (?:otherwise )?(?:stated|noted|specified|indicated)|all (?:of )?(?:the |our )?(?:comments|references|remarks|figures|results|numbers|comparisons|financial measures|measures|metrics)|(?:comments|remarks|discussion|results|references|figures)[^.]{0,50}will)[^.]{0,140}?\b(?:adjusted|non[- ]gaap|exclud\w+|core|normalized)\b|"
    r"\b(?:adjusted|non[- ]gaap)\b[^.]{0,60}\bunless (?:otherwise )?(?:stated|noted|specified|indicated)", re.IGNORECASE
)  # fmt: skip


def default_basis(opening: str) -> str | None:
    """`non_gaap` where the call says that figures are adjusted unless otherwise noted."""
    parts = (part for part in opening.split(".") if _NON_GAAP_HINT.search(part))
    return "non_gaap" if any(map(_PLAIN_DEFAULT_NON_GAAP.search, parts)) else None


_CONSTANT_CURRENCY = re.compile(
    r"\b(?:(?:constant|local) (?:currency|currencies|dollar|exchange rates?|fx|basis)|(?:comparable|unchanged) exchange rates|currency (?:neutral|adjusted)|fx (?:neutral|adjusted)|(?:average )?daily (?:sales |rate )?basis|per (?:selling |business |working )?day basis|(?:selling )?days? adjusted|weather (?:adjusted|normalized)|same days?)\b"
)
_ON_CONSTANT = re.compile(
    r",? on (?:an? |the )?(?:fx neutral|constant (?:currency|dollar)|currency neutral|local currency)\b"
)
_DEFAULT_BASIS_OF = frozenset({"eps", "operating_income", "operating_margin", "net_income", "gross_margin"})
_SAYS_GAAP = re.compile(r"\bgaap\b|\bnet (?:income|loss|earnings)\b")


def stated_basis(reading: Reading) -> tuple[str | None, float]:
    """The basis said for a number, else the one that what was said before sets, and how sure that is."""
    sentence, call, context, index = reading.sentence, reading.call, reading.context, reading.index
    quantity, normal, chosen, done = reading.quantity, reading.normal, reading.link, reading.done
    term = chosen.term
    following = index + 1
    while following < len(sentence.quantities) and context.frames[following].role == "comparison":
        following += 1  # "$0.90 versus $0.72 on an adjusted basis"
    clause_end = sentence.quantities[following].start if following < len(sentence.quantities) else len(normal)
    said, sure = (
        names.basis(normal, term, sentence.terms, quantity.start, quantity.end, clause_end)
        if term.end > term.start
        else _per_share_basis(normal, quantity)
    )
    said = _paired_basis(normal, term, context, index) or said
    if context.frames[index].role == "change" and _ON_CONSTANT.match(normal, quantity.end):
        return "non_gaap", 0.95  # "grew 14% on a reported basis and 16% on an FX neutral basis"
    if (
        said is None
        and context.frames[index].role == "change"
        and _CONSTANT_CURRENCY.search(normal, max(0, quantity.start - 60), min(clause_end, quantity.end + 45))
    ):
        return "non_gaap", 0.95
    if term.metric.basis:
        return term.metric.basis, sure
    if said is None and chosen.metric == "eps" and normal.startswith("operating", term.start):
        said, sure = "non_gaap", 0.95  # operating income a share is no measure of GAAP
    if said is not None:
        return said, sure
    before = reading.before
    if before and done and done[-1].quantity is before and OR_AGAIN.fullmatch(normal[before.end : quantity.start]):
        said = done[-1].basis  # "non-GAAP net income was $157.4 million, or $5.21 diluted earnings per share"
    if said is None and chosen.rule == "earlier":
        said = reading.topic.basis
    if (
        said is None
        and call.default_basis
        and chosen.metric in _DEFAULT_BASIS_OF
        and not sentence.terms.has("non_gaap")
        and not _SAYS_GAAP.search(normal)
    ):
        return call.default_basis, 0.8
    return said, sure


_TWO_BASES = re.compile(
    r"\b(?P<first>adjusted|non gaap|core|gaap|reported)(?: diluted| earnings per share| eps)* (?:and|and an?|and on an?) (?P<second>adjusted|non gaap|core|gaap|reported)(?: diluted| operating| net)* $"
)


def _paired_basis(normal: str, term: MetricTerm, context: Context, index: int) -> str | None:
    """Bases in parallel: "adjusted and GAAP EPS were $0.30 and $0.24, respectively"."""
    two = _TWO_BASES.search(normal[: term.start])
    if not two or "respectively" not in normal or index + 1 > len(context.quantities):
        return None
    after = [
        number
        for number, quantity in enumerate(context.quantities)
        if quantity.start > term.end and quantity.kind == context.quantities[index].kind
    ]
    if index not in after[:2]:
        return None
    said = two["first"] if index == after[0] else two["second"]
    return "gaap" if said in ("gaap", "reported") else "non_gaap"


def _per_share_basis(normal: str, quantity: Quantity) -> tuple[str | None, float]:
    near = normal[max(0, quantity.start - 110) : quantity.end + 60]
    if re.search(r"\b(?:adjusted|non gaap|core|normalized|operating|excluding|distributable)\b", near):
        return "non_gaap", 0.9
    return ("gaap", 0.9) if re.search(r"\bgaap\b", near) else (None, 1.0)
