"""What a number does in its sentence: state a level, a change, a comparison, or a share.

Takes the sentence's normal form and its quantities in order; gives one `Frame` for each. What the number
is about belongs to `links`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from schemas.vocabulary import grammar
from transforms.language.quantities import Quantity

Role = Literal["level", "change", "comparison", "share", "effect"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a number does. `sign` is that of a change: 1, -1, or 0 where none is said.

    An effect ("the charge reduced EPS by $0.05") states neither the metric nor its change over time.
    """

    role: Role = "level"
    sign: int = 0
    sequential: bool = False
    is_verb: bool = False


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_G = grammar()
_UP, _DOWN = frozenset(_G["up"]), frozenset(_G["down"])
_MOVE = _either([*_G["up"], *_G["down"]])
_NOUN = _either(_G["change_nouns"])
_HEDGES = rf"(?:(?:{_either(_G['hedge'])})[ ,]+)*"
# "up 14%", "increased by approximately 5%", "growth of 7%"
_MOVED = re.compile(rf"\b(?P<word>{_MOVE})[ ,]+{_HEDGES}[$€£¥]?$")
# "growth in comparable sales of 5%"
_NOUN_IN = re.compile(rf"\b(?P<word>{_NOUN}) (?:in|of|for)\b[^,;$%\d]{{2,60}}\b(?:of|was|by)[ ,]+{_HEDGES}$")
# "to be in the range of plus 10% to plus 12%"
_PLUS = re.compile(r"\bplus $")
# "grow recurring revenues by 12%"
_MOVED_OBJECT = re.compile(rf"\b(?P<word>{_MOVE})(?: (?!by|to|from|of)[\w&'.]+){{1,5}} by {_HEDGES}$")
# "increase in revenue to $5 million", "was", "at": nothing but a level
_LEVEL = re.compile(
    r"\b(?:to|at|reached|reaching|hit|totaled|totalled|totaling)[ ,]+(?:(?:a|an|the|about|approximately|around|roughly|nearly|over|almost|just|more than|record|between|up|down|as high as)[ ,]+)*[$€£¥]?$"
)
_COMPARED = re.compile(
    r"\b(?:(?:as |when )?compar(?:ed|es|ing|able)(?: favorably)? (?:to|with|against)|compared|versus|vs\.?|relative to|against|(?:up|down|increased?|decreased?|improved|grew|rose|declined|fell|compares|reduced|lower|higher|improvement|decline|increase|narrowed|expanded) from|"
    r"(?<!revenue )(?<!revenues )(?<!sales )(?<!income )(?<!profit )(?<!cash )(?<!operations )(?<!earnings )from(?! (?:continuing|discontinued) operations)|(?<!year )(?<!quarter )(?<!period )over(?! \w+ (?:years|quarters|decades))|above|below|(?<!more )(?<!less )than(?! (?:expected|anticipated|planned|forecast|usual|normal|typical|we)\b))(?P<gap>(?: [\w'.&%]+){0,9}?),? ?(?:a |an |the )?$"
)  # fmt: skip
# The gap after a word of comparison names a period or a metric, never a new statement.
_NEW_STATEMENT = re.compile(
    r"\b(?:was|were|is|increased|decreased|grew|declined|rose|fell|up|down|reported|generated|delivered|and we|we|expect|increase|decrease|growth|decline|improvement|reached|totaled|totalled|achieved|contributed|accounted|represented|came|ended|expect|will)\b"
)
_GAP_TO = re.compile(r"(?<!relative )(?<!compared )\bto(?: (?:a|an|the|about|approximately|nearly|over|record|new))* ?$")
_WAS_THEN = re.compile(r"\b(?:was|were|of|at|total of|levels? of)(?: (?:about|approximately|a|an|around|roughly))* ?$")
_COMPARED_WAS = re.compile(
    r"\b(?:compar(?:ed|es|ing) (?:to|with)|versus|vs\.?)(?: [\w'.&%$,]+){0,14}? (?:was|were|of|at|total of)(?: (?:about|approximately|a|an|around|roughly))* ?$"
)
# "14% year over year increase", "a 120 basis point improvement"
_MOVES_AFTER = re.compile(
    rf"^(?! or (?:higher|better|above|more|greater|lower|below|less))(?: (?:year over year|year on year|yoy|y/y|quarter over quarter|quarter on quarter|sequential|sequentially|organic|constant currency|reported|annual|comparable|same store|recurring|subscription|rental|premium|cloud|service|product|overall|total|or (?:about |approximately )?[$\d.,%]+(?: million| billion)?(?: percent)?"
    rf"|or|growth|net|core|compound|annualized|volume|sales|revenue|like for like|further|quarterly|of|underlying|positive|price|pro forma|point|basis|adjusted|period over period|year|over|the|top line))* (?P<word>{_MOVE}|year over year|year on year|yoy|sequentially|quarter over quarter|above|below|ahead|accretive|greater|(?:over|above|versus) (?:the |our )?(?:last|prior|previous) year)\b(?! (?:guidance|outlook|from))"
)  # fmt: skip
_ADJECTIVES = frozenset(_G["change_nouns"]) | {"higher", "lower", "better", "above", "below", "ahead", "greater"}
_AFTER_DOWN = frozenset({"below"})
_SEQUENTIAL = re.compile(
    r"sequential|quarter over quarter|quarter on quarter|qoq|q/q|(?:from|over|versus|vs|than|compared (?:to|with)) (?:the )?(?:last|prior|previous|preceding|linked|immediately preceding) quarter(?! of)|linked quarter|from (?:the )?(?:first|second|third) quarter(?! (?:of|last))"
)
_YEARLY = re.compile(
    r"year over year|year on year|yoy|y/y|(?:prior|last|previous) year|year ago|a year|same (?:period|quarter)|year earlier"
)
_SHARE = re.compile(
    r"^ of (?:(?:our|the|its|total|overall|consolidated|company|net|quarterly|group|first|second|third|fourth|quarter|full|year|annual|adjusted|worldwide|global|combined|segment) )*"
)
_COORDINATED = re.compile(
    r"^(?:[ ,]|year over year|year on year|yoy|sequentially|quarter over quarter|and|or|on|an?|the|organic|organically|basis|constant currency|reported|in|as|by|respectively|about|approximately|over|from|versus|compared|to|last|prior|previous|year|quarter|same|period|increase|decrease|growth|decline|ago|of)*$"
)
_MAX_LEFT = 90


def frames(normal: str, quantities: Sequence[Quantity]) -> list[Frame]:
    """Give each quantity of a sentence its frame.

    >>> from transforms.language.quantities import quantities
    >>> text = "up 14% from 1,187.4 million"
    >>> [(f.role, f.sign) for f in frames(text, quantities(text))]
    [('change', 1), ('comparison', 0)]
    """
    found: list[Frame] = []
    for index, quantity in enumerate(quantities):
        before = quantities[index - 1] if index else None
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        left = normal[max(before.end if before else 0, quantity.start - _MAX_LEFT) : quantity.start]
        right = normal[quantity.end : after.start if after else quantity.end + 90]
        found.append(
            _frame(
                normal,
                quantity,
                left,
                right,
                before,
                found[-1] if found else None,
                normal[max(0, quantity.start - 140) : quantity.start],
            )
        )
    return found


def _frame(
    normal: str,
    quantity: Quantity,
    left: str,
    right: str,
    before: Quantity | None,
    previous: Frame | None,
    far_left: str,
) -> Frame:
    relative = quantity.kind in ("percent", "point", "ratio")
    if quantity.kind == "percent" and _SHARE.match(right) and not _MOVED.search(left):
        return Frame("share")
    if quantity.kind in ("money", "per_share") and _has_effect(left, right, quantity):
        return Frame("effect")
    if relative and (flat := _FLAT_UP.search(left)):
        return Frame("change", -1 if (flat["word"] or "") in ("down", "minus", "negative", "a decrease of") else 1)
    if previous and previous.role == "effect" and _OR_SAME.fullmatch(left):
        return Frame("effect")  # "includes costs of $579 million, or $1.15 per share"
    if relative and previous and previous.role == "change" and previous.sign and _OR_SAME.fullmatch(left):
        # "a decrease of $97 million or 20% sequentially"
        return Frame("change", previous.sign, _is_sequential(left, right, default=previous.sequential), previous.is_verb)
    if (
        previous
        and previous.role == "change"
        and quantity.kind in ("money", "per_share")
        and _AND_IN_MONEY.fullmatch(left)
        and not _LEVEL_AFTER.match(right)
    ):
        return Frame(
            "change", previous.sign, previous.sequential, previous.is_verb
        )  # "increased by 31%, or $0.24, to $1.02"
    if moved := _MOVED.search(left):
        # "rose 5%": a change; "increase to": handled as level below, as "to" is no hedge.
        return _change(moved["word"], normal, quantity, left, right, is_verb=True)
    if relative and (moved := _PLUS.search(left) or _MOVED_OBJECT.search(left)):
        return _change("up" if moved.re is _PLUS else moved["word"], normal, quantity, left, right)
    if (moved := _NOUN_IN.search(left)) and (relative or moved[0].rstrip("$€£¥ ").endswith((" of", " by"))):
        return _change(moved["word"], normal, quantity, left, right)
    compared = _COMPARED.search(left)
    if compared and not (quantity.is_range and compared[0].strip() == "from"):
        gap = compared["gap"]
        if _GAP_TO.search(gap):
            return Frame()  # "increased 3% over prior year to $1.81 billion"
        if not _NEW_STATEMENT.search(gap) or (_WAS_THEN.search(gap) and "compar" in compared[0]):
            return Frame("comparison", sequential=bool(_SEQUENTIAL.search(left)) and not _YEARLY.search(left))
    if not _moved_inside(left) and _COMPARED_WAS.search(left):
        return Frame("comparison", sequential=bool(_SEQUENTIAL.search(left)))
    coordinated = bool(before and previous and quantity.kind == before.kind and _COORDINATED.match(left))
    after = _MOVES_AFTER.match(right) or (
        _OR_PERCENT.match(normal[quantity.end : quantity.end + 90]) if not relative else None
    )
    if (
        after
        and not (coordinated and previous and previous.role == "change" and _sign(after["word"]) == 0)
        and (relative or quantity.kind in ("money", "per_share", "number"))
        and not _LEVEL.search(left)
    ):
        word = after["word"]
        if relative or (
            word in _ADJECTIVES
            and not re.search(r"\b(?:of|at)[ ,]+(?:(?:about|approximately|a|an)[ ,]+)*[$€£¥]?$", left)
            and not after[0].startswith(" or year")
        ):
            return _change(word, normal, quantity, left, right)
    if (
        previous
        and previous.role == "change"
        and quantity.kind in ("money", "per_share")
        and left.strip() in ("of", "over", "on")
    ):
        # "increased by 8 points of 33.2 million RMB": misheard, but what was increased.
        return Frame("comparison", sequential=previous.sequential)
    if (
        previous
        and before
        and previous.role == "comparison"
        and {before.kind, quantity.kind} <= {"money", "per_share", "number", "percent"}
        and _SAME_AGAIN.match(left)
    ):
        return Frame("comparison", sequential=previous.sequential)  # "compared with $109.6 million, or $1.72 per share"
    if coordinated and previous and previous.role == "comparison" and re.search(r"\band\b", left):
        return Frame("comparison")
    if coordinated and previous and previous.role == "change" and relative:
        sequential = _is_sequential(left, right, default=previous.sequential)
        return Frame("change", previous.sign, sequential, previous.is_verb)
    return Frame()


_OR_SAME = re.compile(r",? or (?:by |about |approximately |nearly |over |an? )*$")
_AND_IN_MONEY = re.compile(r",? (?:or|and) (?:by |about |approximately |nearly |over )*$")
_FLAT_UP = re.compile(
    r"\bflat to(?: (?:slightly|modestly|about))*(?: (?P<word>up|plus|down|minus|negative|an? increase of|an? decrease of|growth of))?(?: (?:by|about|approximately|to|a|low))* ?$"
)
_EFFECT_BEFORE = re.compile(
    r"\b(?:impact(?:ed|s|ing)?|benefit(?:ed|ing|s)?|headwinds?|tailwinds?|drag|hurt|effects?|dilut(?:ion|ive)|accreti(?:on|ve)|contribut(?:ed|ion|ing|es)|offset|favorab\w+|unfavorab\w+)\b(?! (?:from|by) [^,]{0,60}\b(?:was|were)\b)[^,;.$%\d]{0,32}$"
    r"|(?:\b(?:reduc\w+|lower\w*|impact\w*|hurt|benefit\w*|boost\w*|rais\w+|negatively|positively)|(?<!we )(?<!we've )(?<!have )\b(?:increas\w+|improv\w+|decreas\w+))\b [^,;$%]{3,70}\bby(?: (?:about|approximately|roughly|nearly|an additional|another|around|a))* ?$"
    r"|\b(?:includ(?:ed|es|ing)|exclud(?:ed|es|ing)|adding|adds?|plus|another|an? additional|comprised of|costs?|charge of|gain of)(?: (?:about|approximately|roughly|nearly|around|a|an|expected|the|pre tax|after tax|of|net))* ?$"
)
_EFFECT_AFTER = re.compile(
    r"^(?: per (?:diluted |common )?share)?(?: of)?(?: (?:positive|negative|favorable|unfavorable|net|non recurring|one time|non cash|after tax|pre tax|pretax|per share|additional|incremental|year over year|total|adverse|earnings|eps|sales|revenue|margin))*"
    r" (?:impacts?|benefits?|headwinds?|tailwinds?|drag|hit|charges?|contribution|reserve|accretion|dilution|pickup|variance|penalty|write (?:down|off)|impairment|gain on|gains? from|loss on|from (?:the )?(?:currency|tax|lower|higher|weather|acquisition|discrete|foreign)|better than|worse than|above consensus|carryover)\b"
)
_LEVEL_AFTER = re.compile(r"^ (?:per|in|of) ")
_SAME_AGAIN = re.compile(r"^[ ,]*(?:or|and|per share|per diluted share)?[ ,]*(?:about|approximately|an?|or)?[ ,]*$")
_OR_PERCENT = re.compile(
    rf"^ or (?:about |approximately )?[\d.]+ ?(?:%|percent)(?: (?:year over year|or|sequential|organic|net|of))* (?P<word>{_NOUN}|higher|lower|better|above|below)\b"
)


def _has_effect(left: str, right: str, quantity: Quantity) -> bool:
    """Whether an amount is what something did to a metric, not the metric."""
    return bool(_EFFECT_BEFORE.search(left) or _EFFECT_AFTER.match(right))


def _moved_inside(left: str) -> bool:
    return bool(re.search(rf"\b(?:{_MOVE})\b", left))


def _change(word: str, normal: str, quantity: Quantity, left: str, right: str, *, is_verb: bool = False) -> Frame:
    return Frame("change", _sign(word), _is_sequential(left, right), is_verb)


def _sign(word: str) -> int:
    return 1 if word in _UP or word in ("above", "ahead", "greater") or word.endswith(" year") and word != "year over year" else -1 if word in _DOWN or word in _AFTER_DOWN else 0


def _is_sequential(left: str, right: str, *, default: bool = False) -> bool:
    near = re.split(r"[,;]| and ", right, maxsplit=1)[0][:60]
    for where in (near, left[-45:], right[:40]):
        sequential, yearly = _SEQUENTIAL.search(where), _YEARLY.search(where)
        if sequential or yearly:
            return sequential is not None and (yearly is None or sequential.start() < yearly.start())
    return False


def moved_between(text: str) -> int:
    """The direction that the last word of change in a gap gives, 0 where there is none.

    >>> moved_between("increased in the quarter ")
    1
    """
    words = re.findall(rf"\b(?:growth|(?:{_MOVE})(?! from| to\b(?! (?:over |more than |about |approximately )*$)))\b", text)
    if not words:
        return 0
    return 1 if words[-1] in _UP else -1
