"""What a sentence does to guidance: initiates, raises, lowers, narrows, maintains or withdraws it."""

from __future__ import annotations

import re

from transforms.grammar.model import Statement

_GUIDANCE = (
    r"(?:(?:guidance|outlook|forecast|range|target|expectations?|midpoint|projections?|budget)\b|(?<!we )estimates?\b)"
)
_NOT_AGAINST = "".join(
    f"(?<!{word} {whose} )"
    for word in ("from", "above", "over", "than", "with", "to", "versus", "doubled", "below", "of")
    for whose in ("our", "the")
)
"""What stands before a guidance that another is held against: "up 10% from our initial guidance"."""
_GIVEN = rf"{_GUIDANCE}\b(?:(?!\b(?:and|due|driven|attributable|thanks|because|reflect\w*|assum\w*|includ\w*|contemplat\w*)\b)(?:[^.]|\.\d)){{0,50}}\b"
"""A guidance and what is said of it, without what it rests on: "our guidance reflects increased costs"."""
_MOVED = r"(?:(?:is|are|was|were|been|being|we|we've|has|have) {0}|{0}(?= (?:to|by|from)\b))"
_NOW_AT = r"(?= (?:at|by|than (?:our |the )?(?:prior|previous|initial|original)(?! (?:year|quarter)))\b|[,.;]|$)"
_NOW = r"\bnow (?:expect|anticipate|project|see)(?:[^.]|\.\d){0,80}?\b"
_THE_PREVIOUS = r"(?:our|the) (?:previous|prior|initial|original)\b"
_ACTIONS = (
    ("withdraw", re.compile(r"\b(?:withdr[ae]w\w*|suspend\w*|rescind\w*|pull(?:ed|ing)(?! (?:forward|in|down)))\b(?:[^.]|\.\d){0,60}\b(?:guidance|outlook|forecast)|(?:guidance|outlook)\b(?:[^.]|\.\d){0,40}\b(?:withdrawn|suspended)")),
    ("maintain", re.compile(rf"\bwe(?: are|'re| have|'ve)?(?: also| now| again)? (?:reaffirm|reiterat)\w* (?!that\b|how\b|our (?:view|belief|confidence|commitment|focus))|\b(?:reaffirm\w*|reiterat\w*|maintain\w*|confirm\w*|re affirm\w*|keeping|unchanged|no change)\b(?:[^.]|\.\d){{0,90}}\b{_GUIDANCE}|{_GUIDANCE}\b(?:[^.]|\.\d){{0,80}}\bunchanged\b|{_GUIDANCE}\b(?:[^.]|\.\d){{0,60}}\b(?<!and )(?:reaffirmed|reiterated|maintained|remains?)\b|\b(?:continue|continuing) to (?:expect|anticipate|project|forecast|target)|\bstill (?:expect|anticipate)")),
    ("narrow", re.compile(rf"\b(?:narrow(?:ed|ing)|tighten(?:ed|ing)) (?:(?:our|the) )?(?:[\w-]+ ){{1,5}}to (?:an? |the |between )*[$£¥₠-⃏]?\d|\b(?:narrow\w*|tighten\w*)\b(?:[^.]|\.\d){{0,70}}\b{_GUIDANCE}|{_GUIDANCE}\b(?:[^.]|\.\d){{0,40}}\b(?:narrowed|tightened)")),
    ("raise", re.compile(rf"\b(?:rais(?:e|ed|ing)|increas(?:e|ed|ing)(?! (?:by )?[$\d])|boost\w*|upgrad\w*|lift(?:ed|ing)?|mov(?:ed|ing) up|tak(?:en?|ing) up|(?:bump|nudg)(?:ed|ing)|upping|upward\w*)\b(?:[^.]|\.\d){{0,80}}\b{_GUIDANCE}|\b(?:mov|tak|bring|brought)\w* (?:our|the|up)\b(?:[^.]|\.\d){{0,80}}\b(?:{_GUIDANCE}|guide) up\b|{_GIVEN}(?:raised|{_MOVED.format('(?:increased|lifted)')}|up from|upwards?|higher{_NOW_AT})|{_NOW}(?:up from|above {_THE_PREVIOUS})|\b(?:we(?: have| are|'ve|'re)?|and)(?: also| now)? rais(?:ed|ing) (?:(?:our|the) )?(?!(?:[^.]|\.\d){{0,20}}\b(?:dividend|prices?|pricing|wages?)\b)(?:[^.]|\.\d){{0,60}} to\b")),
    ("lower", re.compile(rf"\b(?:lower(?:ed|ing)|lower(?= than\b)|(?<!ly )lower(?! (?:end|half|part|bound|portion|revenues?|sales|margins?|volumes?|costs?)\b)|reduc(?:e|ed|ing)|cut(?:ting)?|trimm(?:ed|ing)|par(?:ed|ing)|(?:tak(?:en?|ing)|took|mov(?:ed|ing)|br(?:ought|inging)|nudg(?:ed|ing)) down|(?:walk|dial|scal)(?:ed|ing) back|decreas(?:e|ed|ing)|downward\w*)\b(?:[^.]|\.\d){{0,60}}\b(?:our|the|full year|fiscal|previous|prior)\b(?:[^.]|\.\d){{0,40}}\b{_GUIDANCE}|{_NOW}(?:down from|below {_THE_PREVIOUS})|{_GIVEN}(?:lowered|{_MOVED.format('(?:reduced|cut|trimmed)')}|down from|downwards?)")),
    ("initiate", re.compile(rf"\b(?:initiat\w*|introduc\w*|establish\w*|issuing|issued|providing initial|{_NOT_AGAINST}initial)\b(?:[^.]|\.\d){{0,60}}\b{_GUIDANCE}")),
)  # fmt: skip


def acts_in(normal: str) -> list[tuple[int, str]]:
    """Where each action is said, the strongest first, and not what the metric itself is expected to do."""
    return [
        (found.start(), name)
        for name, pattern in _ACTIONS
        for found in pattern.finditer(normal)
        if not _EXPECTED_TO_MOVE.search(normal, 0, found.start())
        and not _HAVING.search(normal, 0, found.start())
        and not (found[0].startswith(("increase", "decrease")) and _A_RATE_OF.search(normal, 0, found.start()))
        and not _MOVING.match(normal, found.start())
    ]


_HAVING = re.compile(r"\b(?:having|after|since)(?: (?:already|previously|just|twice))? $")
"""What was done before: "Having raised guidance twice, we now anticipate that growth will moderate"."""
_MOVING = re.compile(
    r"(?:increas|decreas|reduc)ing to |(?:in|de)crease of [$£¥₠-⃏]?[\d.]+[^\d,;]{0,40}? at (?:the|our|its) midpoint\b"
)
"""What the metric itself does: "we expect cash flow increasing to the $124 million to $133 million range", "an increase of 8% at the midpoint"."""
_A_RATE_OF = re.compile(r"(?:%|percent)(?: [a-z]+){0,3} $")
"""Before an increase that is the expectation itself: "revenue to represent a 12% sequential increase at the midpoint"."""


_EXPECTED_TO_MOVE = re.compile(
    r"\b(?:expect\w*|anticipat\w*|project\w*|forecast\w*) (?:our |the )?(?:(?!guidance|outlook|ranges?|forecast|to\b)[\w']+ ){0,6}to $"
    r"|(?<!guidance )(?<!outlook )(?<!range )\b(?:should|will|would|could)(?: be)? (?:[a-z]+ly )?$"
)
"""Before what is expected of the metric: "we expect our gross margin to increase and to be in the range of", "capex will be reduced", "sales should increase to"."""


def action_on(said: Statement, normal: str, acts: list[tuple[int, str]]) -> str | None:
    """What is done to one expectation of a sentence: of two actions the one before its number."""
    done = [act for act in acts if not _IS_EXPECTED.search(normal, 0, act[0])]
    before = [act for act in done if act[0] < said.quantity.start]
    if len({name for _, name in done}) > 1 and before:
        return max(before)[1]
    # "we expect to open 30 stores and continue to expect to remodel 35",
    # "interest of $36 million; capex of $50 million, which is slightly lower than our prior guidance"
    if done and not before and any(of.search(normal, said.quantity.end, min(done)[0]) for of in _OF_THE_NEXT):
        return None
    return acts[0][1] if acts else None


_IS_EXPECTED = re.compile(r"\b(?:expect\w*|anticipate|project|forecast|plan) to $|\ban? $|\bpreviously $")
"""What makes an act the thing expected, or one of before: "we expect to increase back to our range", "an increase of 8%"."""
_OF_THE_NEXT = (
    re.compile(r"\band (?:we )?$"),
    re.compile(r"(?:;|,(?! or\b)) [^;]*\d[^;]*,? which (?:is|are|was) (?:\w+ly )?$"),
)
"""What stands between a number and an act that is on the next."""
