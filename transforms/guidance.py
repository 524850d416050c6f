"""Statements about what is expected: rows of `guidance`, in numbers, in words, and refused.

Takes the sentences of one call's turns with their statements; gives one row for each expectation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from transforms.grammar import names
from transforms.grammar.bases import named_basis
from transforms.grammar.clauses import clause_subject
from transforms.grammar.exclusions import IN_EACH_PART, is_of_shares
from transforms.grammar.frames.comparisons import TO_RANGE
from transforms.grammar.frames.place import HEDGES
from transforms.grammar.measures import has_flat_end
from transforms.grammar.model import Call, Sentence, Statement, Topic
from transforms.grammar.no_expectations import STUB
from transforms.grammar.other_metrics import is_compound, is_denominator
from transforms.grammar.times import is_compared
from transforms.grammar.wordlists import MOVED, TOTAL, UNNAMED
from transforms.language.periods import PeriodSpan, order
from transforms.language.quantities import SIGNS, Quantity
from transforms.metrics import Row, confidence, evidence, is_sure, key, place
from transforms.turns import Turn

OUTLOOK = "outlook"
"""The metric of a refusal that names none: "we do not give formal guidance"."""

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
_FORMAL = re.compile(
    r"\b(?:guidance|outlook|forecast|guided?|(?:these|our) (?:expectations|estimates|projections)|we (?:now |currently |still |continue to |also )?(?:expect|anticipate|project|estimate)|(?:is|are) (?:now )?(?:expected|anticipated|projected|forecast))\b"
)
_AMBITION = re.compile(
    r"\b(?:long term|longer term|ambition|aspir\w*|over time|goal|vision|someday|potential|opportunity|north star|could|would like|hope)\b"
)
_OR_MORE = re.compile(r" (?:or|and) (?:more|better|higher|above|greater)|\+| plus\b(?! or\b)")
_OR_BETTER = re.compile(r" or (?:more|better|higher|above|greater)\b")
_OR_LESS = re.compile(r" or (?:less|lower|below)")
_CEILING = re.compile(
    r"\b(?:up to|at most|no more than|not exceed|less than|below|under|or less|or lower|or below|maximum of)\b"
)
_PREVIOUS = re.compile(
    r"\b(?:(?<!range )(?<!ranges )(?<!ranging )(?<!and )from|versus|compared (?:to|with)|than|replac\w+)(?: (?:a|an|our|the|its|revised|updated|what was|of|high|higher|low|lower|upper|end|midpoint|range|up|down|roughly|about|approximately))* ?(?:(?:prior|previous(?:ly)?|earlier|original(?:ly)?|initial|last|november|february|may|august)\b[^.;]{0,45})?$"
)
_PREVIOUS_SAID = re.compile(
    r"\b(?:prior|previous(?:ly)?|earlier|original(?:ly)?)(?: [a-z]+){0,6}(?: of| was| range of| between| to be)*(?: approximately| about)?(?: (?:roughly |relatively )?flat to)?(?: up| down)? ?$"
)
_UP_FROM_PREVIOUS = re.compile(
    r"\b(?:up|down|compared|versus|increase|decrease|higher|lower|above|below)(?: from| to| with| than)? (?:our |the |a )?(?:prior|previous(?:ly)?|earlier|original(?:ly)?|initial)\b(?:(?! in (?:a|the) )[^.;]){0,45}$"
)
_BESIDE = re.compile(
    r"^(?: per (?:diluted )?share)?(?: in (?:constant|local) currenc(?:y|ies)| on an? (?:[a-z]+ ){1,2}basis| (?:for|in) (?:the )?(?:full |fiscal )?(?:year|20\d\d))?"
)
"""What stands between what is expected and the words for what was: "8% in constant currency, compared to the previous"."""
_BESIDE_PREVIOUS = re.compile(
    r"\b(?:above|below) (?:our |the )?(?:prior|previous|earlier|original|initial)(?:ly)?\b(?:(?! in (?:a|the) )[^.;,]){0,45}$"
)
_GIVES = r"(?:giv\w+|gave|provid\w+|issu\w+|offer\w*|guid\w+|shar\w+|discuss\w*|comment\w*|speak\w*|reinstat\w+|put(?:ting)? out|have|had|mak\w+|quantif\w+|do|go\w*|get\w*)"
_NOT_YET = r"\b(?:not (?:[\w']+ ){0,2}(?:in a position|ready)|too (?:early|soon)) to (?:guide\b|(?:give|provide|issue|offer) (?:[\w']+ ){0,4}?(?:guidance|outlook)\b)"
"""Guidance that will be given later: "it's too early to guide for 2025"."""
_REFUSED = re.compile(
    rf"(?:n't|\b(?:not|never|unable to|no longer|without|refrain\w* from|decline to|rather not)) (?:[\w']+ ){{0,3}}?{_GIVES} (?:[\w']+ ){{0,6}}?(?:guidance|outlook|(?:a|any|our|formal|specific|explicit) forecast)\b|\b(?:no|not) (?:formal |specific |official |explicit |quantitative )*(?:guidance|outlook)\b|\b(?:guidance|outlook)\b[^.,]{{0,30}}\b(?:withdrawn|suspended|not (?:be )?(?:provid|giv)\w+)|\b(?:withdr[ae]w\w*|suspend\w*)(?: [\w']+){{0,5}} (?:guidance|outlook)|\bpull(?:ed|ing)(?: (?:our|the|its|full|fiscal|annual|year|previous|prior|financial|earnings|20\d\d))* (?:guidance|outlook)"
    rf"|{_NOT_YET}"
)
_AND_DID = re.compile(r" and (?:we |have )?[a-z]+ed\b")
"""What was done beside it: "we withdrew the guidance and cut our capex budget"."""
_BECAUSE = re.compile(r"\bbecause\b[^,;]* $")
"""What brings an expectation about is none: "we expect profit to follow because we've moderated our SG&A"."""
_OUTLOOK_FOR = re.compile(r"\b(?:outlook|guidance|forecast|expectations?)(?= (?:for|in) (?:our|the) )")
_NOT_A_REFUSAL = re.compile(
    r"(?:n't|\bnot) (?:have|had|put) (?:[\w']+ ){1,4}in (?:the |our )?(?:[\w']+ )?(?:guidance|outlook)|(?:n't|\bnot) (?:[\w']+ ){0,7}(?:incorporated|included|reflected|factored|contemplated|assumed|embedded|built|baked) (?:in|into)\b|not (?:chang|alter|updat|includ|reflect|assum|contemplat|revis|in our|part of|embedded|baked|the same|just|only|factor|necessarily|consider|count|rely|impact|affect|adjust|mov)\w*|no (?:change|impact|assurance|obligation|update)|not (?!(?:yet )?in a position )(?:[\w']+ ){0,4}(?:in|into|to|from|by|with|of) (?:the |our |that |this )?(?:[\w']+ ){0,2}(?:guidance|outlook)"
)
_DIRECTIONS = (
    ("stable", re.compile(r"\b(?:flat|stable|consistent|similar|in line with|unchanged|comparable|remain(?:s)? (?:at|around))\b")),
    ("increase", re.compile(r"\b(?:increas\w*|grow\w*|higher|improv\w*|expand\w*|expansion|accelerat\w*|better|rise|up|stronger|ramp\w*)\b")),
    ("decrease", re.compile(r"\b(?:decreas\w*|declin\w*|lower|reduc\w*|contract\w*|fall|drop|down|weaker|softer|compress\w*|moderat\w*)\b")),
)  # fmt: skip
_EXPECTS = re.compile(
    r"\b(?:we|management|company|which|i)(?:'re| are|'ll| will| do|'d)? (?:still |now |also |currently |fully |continue to |confidently |certainly )*(?:expect(?:s|ing)?|anticipat(?:e|es|ing)|project|forecast|guid\w+|foresee)\b|\b(?:is|are) (?:expected|anticipated|projected|forecast)\b|"
    r"\b(?:guidance|outlook) (?:is|assumes|calls|reflects|includes)|\bwill (?:be|continue|see|improve|increase|grow|decline|gradually)\b|\bshould (?:be|improve|increase|grow|see|decline)\b"
)
_NOT_EXPECTED = re.compile(r"(?:n't|\bnot) (?:expect|anticipat|project|forecast)")
_ENTERED_WITH = re.compile(r"\b(?:entered|began|started) the (?:year|quarter) with (?:an|the|our) expectations?\b")
"""What was expected once: "we entered the year with an expectation that revenue will decline, but now"."""
_CASH_HELD = re.compile(r"\b(?:balances?|position|equivalents|on hand|investments|reserves)\b")
"""Where "cash" is the cash there is, and not what is paid, generated or taxed: "we expect the cash position to decline"."""
_GUIDANCE_OF = re.compile(r" (?:guidance|outlook|forecast|target|that)\b")
_REGARDING = re.compile(
    r"(?:(?:and|so|but|now)[ ,]+)*(?:regarding|on|for|as for|in terms of|with (?:respect|regards?) to|as far as|concerning) (?:[\w']+ ){0,4}"
)
_ASIDE = re.compile(
    r"\b(?:volumes? (?:[\w']+ ){0,4}on(?= (?:higher|lower|stronger|weaker)\b)|through|along with|contribution from|driven by|due to|despite|in line with|because of|thanks to|than (?:our|the)|offset by|customers|clients|they|competitors|industry)\b(?: (?!we |expect)[\w']+){0,5} $"
    r"|\b(?:which|that) (?:(?:typically|generally|usually|also|tends? to) )*(?:carry|carries|comes? with) [^,;]*$"
)
"""What brings something about, or does it elsewhere, is not expected itself: "leverage will decline through growth in EBITDA"."""
_PAST_ONLY = re.compile(rf"\b(?:was|were|had|{MOVED})\b")


def guidance_rows(
    call_id: str, turn: Turn, speaker_id: str, call: Call, sentence: Sentence, statements: list[Statement], topic: Topic
) -> Iterator[Row]:
    """One row for each expectation of a sentence: its numbers first, else its words."""
    formal = bool(_FORMAL.search(sentence.normal) or topic.is_outlook) and not _AMBITION.search(sentence.normal)
    expected = [_weighed(said, formal=formal) for said in statements if said.is_future]
    ahead = [said for said in expected if is_sure(said, turn)]
    official = turn.is_official and turn.from_company
    words = (
        []
        if ahead or not turn.from_company
        else list(_in_words(sentence, call, topic, has_numbers=_has_amount(sentence)))
    )
    if not ahead and not words:
        return
    acts = _acts(sentence.normal)
    if ahead:
        for said, previous in _with_previous(ahead, sentence):
            action = _action_on(said, sentence.normal, acts)
            yield _number(call_id, turn, speaker_id, said, previous, action, formal, official)
        return
    action = acts[0][1] if acts else None
    for one in words:
        place_ = place(call_id, turn, speaker_id, sentence.start + one.start, sentence.start + one.end)
        yield {
            "guidance_id": key("g", call_id, place_["char_start"], place_["char_end"], one.metric, one.segment, one.form),
            **place_,
            "metric": one.metric, "segment": one.segment, "basis": one.basis, "period": one.period,
            "measure": "level", "low": None, "high": None, "point": None, "unit": None, "currency": None,
            "form": one.form, "direction": one.direction,
            "action": action if one.form == "directional" or action == "withdraw" else None,
            "previous_low": None, "previous_high": None,
            "is_formal": formal and one.form == "directional" and "guidance" in sentence.normal or one.form == "withheld",
            "is_official": official, "confidence": confidence(one.sure, turn), "construction": one.form,
            "sentence": sentence.normal, "number_at": one.start, "segment_said": one.segment_said,
            "period_named": _names_period(sentence, one.period), "near_part": None,
        }  # fmt: skip


def _names_period(sentence: Sentence, period: str) -> bool:
    """Whether a sentence says when it is that something is expected, by the period's name or vaguely."""
    return any(span.period == period for span in sentence.future_spans) or bool(_COMING.search(sentence.normal))


_COMING = re.compile(
    r"\b(?:in|over|for|during|through) the (?:following|coming|upcoming|next few|next several|remaining) (?:two |three |few )?quarters\b"
)
"""A time that is said, though not which: "our margin will be better in the following quarters"."""


def _weighed(said: Statement, *, formal: bool) -> Statement:
    """An expectation, less sure where one number is said in passing: of what is guided to, ranges are given."""
    return said if formal or said.quantity.is_range else replace(said, confidence=said.confidence * _IN_PASSING)


_IN_PASSING = 0.8


def _has_amount(sentence: Sentence) -> bool:
    """Whether a sentence says an amount or a rate, so that its words are not all there is of an expectation."""
    return any(quantity.kind != "number" for quantity in sentence.quantities)


def _acts(normal: str) -> list[tuple[int, str]]:
    """Where each action is said, the strongest first, and not what the metric itself is expected to do."""
    return [
        (found.start(), name)
        for name, pattern in _ACTIONS
        for found in pattern.finditer(normal)
        if not _EXPECTED_TO_MOVE.search(normal, 0, found.start())
        and not _HAVING.search(normal, 0, found.start())
        and not (found[0].startswith(("increase", "decrease")) and _A_RATE_OF.search(normal, 0, found.start()))
        and not _MOVING_TO.match(normal, found.start())
    ]


_HAVING = re.compile(r"\b(?:having|after|since)(?: (?:already|previously|just|twice))? $")
"""What was done before: "Having raised guidance twice, we now anticipate that growth will moderate"."""
_MOVING_TO = re.compile(r"(?:increas|decreas|reduc)ing to ")
"""What the metric itself does: "we expect cash flow increasing to the $124 million to $133 million range"."""
_A_RATE_OF = re.compile(r"(?:%|percent)(?: [a-z]+){0,3} $")
"""Before an increase that is the expectation itself: "revenue to represent a 12% sequential increase at the midpoint"."""


_EXPECTED_TO_MOVE = re.compile(
    r"\b(?:expect\w*|anticipat\w*|project\w*|forecast\w*) (?:our |the )?(?:(?!guidance|outlook|ranges?|forecast|to\b)[\w']+ ){0,6}to $"
    r"|(?<!guidance )(?<!outlook )(?<!range )\b(?:should|will|would|could)(?: be)? (?:[a-z]+ly )?$"
)
"""Before what is expected of the metric: "we expect our gross margin to increase and to be in the range of", "capex will be reduced", "sales should increase to"."""


def _action_on(said: Statement, normal: str, acts: list[tuple[int, str]]) -> str | None:
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


def _with_previous(ahead: list[Statement], sentence: Sentence) -> Iterator[tuple[Statement, Statement | None]]:
    """Pair an expectation with the range it replaces: "to $2.40 to $2.50 from a prior range of $2.20 to $2.40"."""
    ahead = _ranges_before(ahead, sentence.normal)
    lefts = [sentence.normal[max(0, said.quantity.start - 70) : said.quantity.start] for said in ahead]
    taken = {number for number, said in enumerate(ahead) if _is_replaced(said, sentence)}
    taken |= {
        number
        for number, (said, after) in enumerate(pairwise(ahead))
        if (said.quantity.is_range or _MOVES_TARGET.search(lefts[number]) and _same(said, after))
        and TO_RANGE.fullmatch(_BESIDE.sub("", sentence.normal[said.quantity.end : after.quantity.start]))
        or _MOVES_OLD.search(sentence.normal, 0, said.quantity.start)
        and _same(said, after)
        and _OLD_TO_NEW.fullmatch(sentence.normal, said.quantity.end, after.quantity.start)
    }  # "raised the range from 65 million to 75 million to between 85 million and 90 million"
    taken |= {
        number
        for number, said in enumerate(ahead)
        if number and _UP_FROM_SAID.search(lefts[number]) and _same(ahead[number - 1], said)
    }  # "raised our guidance to approximately $1.7 billion, up from approximately $1.5 billion"
    for number, said in enumerate(ahead):
        if number in taken and (
            len(taken) < len(ahead) or _UP_FROM_PREVIOUS.search(lefts[number]) or _was_guided(said.quantity, sentence)
        ):
            continue  # what was expected before is no expectation any more
        near = sorted(
            (abs(other - number), other)
            for other in taken
            if ahead[other].metric == said.metric and ahead[other].unit == said.unit
        )
        before = ahead[near[0][1]] if near and number not in taken else _stated_before(said, sentence)
        yield said, _declined(before, sentence.normal) if before else None


def _declined(before: Statement, normal: str) -> Statement:
    """What was expected before with the sign of a decline: "compared to our prior guidance for a 1 to 4 percent decline"."""
    quantity = before.quantity
    is_decline = before.measure != "level" and before.low >= 0
    if not is_decline or not (_DECLINE.match(normal, quantity.end) or normal.endswith(" down ", 0, quantity.start)):
        return before
    return _below_zero(before)


def _below_zero(said: Statement) -> Statement:
    return replace(said, value=-said.value, low=-said.high, high=-said.low)


_DECLINE = re.compile(r" (?:decline|decrease|drop|reduction|contraction)\b")


def _is_replaced(said: Statement, sentence: Sentence) -> bool:
    """Whether a number is what was expected before: "from a prior range of $2.20 to $2.40", not "up from our prior guide, margins of 16%"."""
    start, own = said.quantity.start, said.start - sentence.start
    found = [
        pattern.search(sentence.normal, max(0, start - 70), start)
        for pattern in (_PREVIOUS, _PREVIOUS_SAID, _BESIDE_PREVIOUS)
    ]
    return any(
        match and not (match.start() < own < start and "," in sentence.normal[match.start() : own]) for match in found
    )


_OF_ONE_KIND = (("per_share", "money", False), ("money", "number", True))
"""What an expectation is, and what was expected before may be called less closely: "$5 million, up from 4 million"."""


def _stated_before(said: Statement, sentence: Sentence) -> Statement | None:
    """What was expected before, where it stands right behind: "EPS of $1.80 to $1.90, down from our prior range of $2.00 to $2.10"."""
    normal = sentence.normal
    behind = next((one for one in sentence.quantities if one.start >= said.quantity.end), None)
    if behind is None or abs(said.value) != abs(said.quantity.value):
        return None
    if behind.kind != said.quantity.kind and (said.quantity.kind, behind.kind, behind.scaled) not in _OF_ONE_KIND:
        return None
    gap = _BESIDE.sub("", normal[said.quantity.end : behind.start])
    is_before = (
        _FROM_THE_PREVIOUS.fullmatch(gap) or _FROM_NUMBER.fullmatch(gap) and _PREVIOUSLY.match(normal, behind.end)
    )
    if not is_before:
        return None
    before = _declined(replace(said, quantity=behind, value=behind.value, low=behind.low, high=behind.high), normal)
    if said.value == said.quantity.value or before.value != behind.value:
        return before
    # "down 3% to 5%, compared to our previous range of 2% to 4%" may be either way; "down 3%, better than our prior 5%" may not
    is_alike = (" better " in gap) == (abs(said.value) < behind.value) and _BETTER_OR_WORSE.search(gap)
    return _below_zero(before) if is_alike else None


_HELD = r"(?:,? which (?:is|was|compares|represents)|,)? (?:(?:slightly |an? )?(?:up|down|raised|lowered|narrowed|revised|above|below|higher|lower|better|worse|increase|decrease|reduction|improvement|versus|vs|compared|ahead of|from|than|to|with)[ ,]+)+"
_SAID_THEN = r"(?:previously|originally|initially|earlier) (?:had )?(?:said|expected|guided|assumed|thought|called|anticipated|forecast|planned)(?: (?:to|for|on|growth|of|about|approximately|a|the|range|between))*"
_FROM_THE_PREVIOUS = re.compile(
    rf"{_HELD}(?:our |the |its |a )?(?:prior|previous(?:ly)?|original(?:ly)?|initial|earlier)(?! (?:year|quarter|period)\b)(?: [\w'-]+){{0,4}} [$£¥₠-⃏]?"
    rf"|(?:;|,? and) (?:our|the) (?:prior|previous|original|initial|earlier) (?:[\w'-]+ ){{0,2}}(?:range|guidance|outlook|expectation|view|forecast) (?:was|had been|called for)(?: (?:for|between|an?|range|of|about|approximately))* [$£¥₠-⃏]?"
    rf"|,? (?:where|whereas|while|versus where) (?:we|our (?:guidance|outlook)) (?:had |have )?{_SAID_THEN} [$£¥₠-⃏]?"
)
_BETTER_OR_WORSE = re.compile(r" (?:better|worse) (?:than|compared)\b")
_FROM_NUMBER = re.compile(rf"{_HELD}(?:(?:our|the|about|approximately|around|roughly) )*[$£¥₠-⃏]?")
_PREVIOUSLY = re.compile(
    r"(?: per (?:diluted )?share)? (?:previously|before|originally|initially|prior(?=[.,;]|$))(?! (?:reported|disclosed|announced))"
)


def _ranges_before(ahead: list[Statement], normal: str) -> list[Statement]:
    """Join the ends of a range that another replaces: "between $6 million and $7 million, up from $5 million to $6 million"."""
    joined: list[Statement] = []
    for said in ahead:
        low, new = (joined[-1], joined[-2]) if len(joined) > 1 else (None, None)
        if (
            low
            and new
            and new.quantity.is_range
            and not low.quantity.is_range
            and _same(low, said)
            and _same(new, low)
            and _UP_FROM.search(normal, 0, low.quantity.start)
            and (
                (gap := normal[low.quantity.end : said.quantity.start].strip(f" {SIGNS}")) == "to"
                or gap == "and"
                and _FROM_PRIOR.search(normal, 0, low.quantity.start)
            )
        ):
            quantity = replace(low.quantity, high=said.quantity.high, end=said.quantity.end, is_range=True)
            joined[-1] = replace(low, low=low.value, high=said.value, end=max(low.end, said.end), quantity=quantity)
        else:
            joined.append(said)
    return joined


_MOVED_FROM = r"\b(?:up|down|changed|changing|increas(?:ed|ing)|rais(?:ed|ing)|lower(?:ed|ing)|narrow(?:ed|ing)|tighten(?:ed|ing)|revised)(?: slightly)? from"
_UP_FROM = re.compile(rf"{_MOVED_FROM} (?:(?:our |the )?(?:[a-z]+ ){{1,4}}of )?[$£¥₠-⃏]?$")
_UP_FROM_SAID = re.compile(
    rf",? {_MOVED_FROM}(?: (?:about|approximately|around|roughly|at least|more than|greater than|over|no more than|up to))* ?[$£¥₠-⃏]?$"
)
_FROM_PRIOR = re.compile(
    rf"{_MOVED_FROM} (?:our |the )?(?:prior|previous|earlier|original|initial) (?:[a-z]+ ){{1,3}}of [$£¥₠-⃏]?$"
)
_MOVES_TARGET = re.compile(
    r"\b(?:rais|increas|lift|lower|reduc|cut|revis|updat|mov)\w*\b[^.;]{0,60}\b(?:of|from)(?: (?:about|approximately|roughly|over|at least|negative|minus))* ?$"
)
"""What stands before an expectation that is replaced: "raising our savings target of $124 million to at least $166 million"."""


_MOVES_OLD = re.compile(
    r"\b(?:rais|increas|lift|lower|reduc|cut|trim|revis|updat|mov|narrow|tighten)\w*(?: up| down)? (?:our|the|its) (?:[\w'-]+ ){0,4}?[$£¥₠-⃏]?$"
)
_OLD_TO_NEW = re.compile(
    rf"(?: [\w'-]+){{0,6}}? (?:guidance|outlook|forecast|range|target|guide|estimate|expectation)s?(?: range)?(?: (?:for|of) [\w' ]{{3,30}}?)?(?: up| down)? to (?:(?:an?|the|new|range|of|between) )*{HEDGES}[$£¥₠-⃏]?"
)
"""From what is replaced to what replaces it: "raising our $4.00 to $4.20 EPS guidance to $4.30 to $4.40"."""


def _was_guided(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a number is all that is said of a guidance that is no more: "our prior $4.00 to $4.20 EPS guidance assumed no recovery"."""
    normal = sentence.normal
    return (
        _PRIOR_BEFORE.search(normal, 0, quantity.start) is not None
        and _GUIDANCE_BEHIND.match(normal, quantity.end) is not None
        and _KEPT.search(normal) is None
    )


_PRIOR_BEFORE = re.compile(
    r"\b(?:our|the|its) (?:prior|previous|original|initial|earlier)(?: (?:full|year|fiscal|annual|adjusted|20\d\d))* [$£¥₠-⃏]?$"
)
_GUIDANCE_BEHIND = re.compile(
    r"(?: [\w'-]+){0,6}? (?:guidance|outlook|forecast|range|target|guide|estimate|expectation)s?\b"
)
_KEPT = re.compile(
    r"\b(?:maintain|reaffirm|reiterat|confirm|keep|remain|stand|continu|repeat)\w*\b|\b(?:unchanged|still|within|on track|(?:high|low|upper|lower|top|bottom) (?:end|half))\b"
)


def _same(said: Statement, other: Statement) -> bool:
    return (said.metric, said.unit, said.measure) == (other.metric, other.unit, other.measure)


def _number(
    call_id: str,
    turn: Turn,
    speaker_id: str,
    said: Statement,
    previous: Statement | None,
    action: str | None,
    formal: bool,
    official: bool,
) -> Row:
    low, high, point, form = _ends(said)
    before = _ends(previous) if previous else (None, None, None, "")
    action = action or _move((low, high), before[:2])
    stated = place(call_id, turn, speaker_id, said.start, said.end)
    return {
        "guidance_id": key("g", call_id, stated["char_start"], stated["char_end"], said.quantity.start, said.metric, said.segment, said.period, said.measure),
        **stated,
        "metric": said.metric, "segment": said.segment, "basis": said.basis, "period": said.period, "measure": said.measure,
        "low": low, "high": high, "point": point, "unit": said.unit, "currency": said.currency, "form": form,
        "direction": _direction_of(said), "action": action, "previous_low": before[0], "previous_high": before[1],
        "is_formal": formal, "is_official": official, "confidence": confidence(said.confidence, turn), "construction": said.rule,
        **evidence(said),
    }  # fmt: skip


def _move(now: tuple[float | None, float | None], before: tuple[float | None, float | None]) -> str | None:
    """What was done to an expectation, by its ends now and before."""
    low, high = now
    least, most = before
    if low is None or high is None or least is None or most is None:
        return None
    if low >= least and high > most or low > least and high >= most:
        return "raise"
    if low <= least and high <= most:
        return "lower"
    return "narrow" if low > least else None


def with_prior(rows: list[Row], sentence: Sentence) -> list[Row]:
    """The rows of a sentence with what the next one says was expected before: "This compares to our previous guidance of 2% to 4%"."""
    said = next(iter(sentence.quantities), None)
    if said is None or not (
        _PRIOR_OF_IT.fullmatch(sentence.normal, 0, said.start)
        or _IS_AGAINST.match(sentence.normal)
        and _was_guided(said, sentence)
    ):
        return rows
    unit = "currency_per_share" if said.kind == "money" and not said.scaled else _UNITS.get(said.kind)
    fitting = [row for row in rows if row["unit"] == unit and row["previous_low"] is row["previous_high"] is None]
    if len(fitting) != 1:
        return rows
    least, most = (said.low, said.high) if said.is_range else (said.value, said.value)
    low, high = fitting[0]["low"], fitting[0]["high"]
    if not (isinstance(low, float) and isinstance(high, float) and low >= 0):
        return rows  # "to decline 2% to 4%. This compares to our previous guidance of 3%": of which sign is not said
    action = fitting[0]["action"] or _move((low, high), (least, most))
    prior = {"previous_low": least, "previous_high": most, "action": action}
    return [row | prior if row is fitting[0] else row for row in rows]


_UNITS = {"money": "currency", "per_share": "currency_per_share", "percent": "percent", "point": "percentage_point"}
_PRIOR_OF_IT = re.compile(
    r"(?:(?:and|so|now)[ ,]+)?(?:(?:this|that|which|it|these) (?:compares?|is|represents|are)(?: (?:now|an?|up|down|higher|lower|increase|decrease|improvement|reduction|above|below))* (?:to|with|from|than|versus) (?:our |the )?|(?:our|the) )"
    r"(?:prior|previous|original|initial|earlier) (?:[\w'-]+ ){0,3}?(?:guidance|outlook|expectations?|range|forecast|view|guide)(?: range| for (?:the )?(?:full |fiscal )?(?:year|20\d\d))?"
    r" (?:of|was|for|at|called for)(?: (?:about|approximately|around|for|an?|the|range|of|between|growth))* [$£¥₠-⃏]?"
    rf"|(?:(?:and|so|now)[ ,]+)?(?:(?:previously|originally|initially),? (?:we|our guidance|our outlook) (?:had |have )?(?:said|expected|guided|assumed|called|anticipated|forecast)(?: (?:to|for|growth|of|about|approximately|a|the|range|between))*|we (?:had )?{_SAID_THEN}) [$£¥₠-⃏]?"
)

_IS_AGAINST = re.compile(
    r"(?:(?:and|so|now)[ ,]+)?(?:this|that|which|it|these) (?:compares?|is|represents|are)\b[^;\d]* (?:to|with|from|than|versus) (?:our|the|its) "
)


def _ends(said: Statement) -> tuple[float | None, float | None, float | None, str]:
    quantity = said.quantity
    if quantity.is_range or said.low != said.high and said.measure != "level" and has_flat_end(said.normal, quantity):
        if _finite(said.low) is not None and said.value > 0 and _OR_BETTER.match(said.normal, quantity.end):
            return said.low, None, None, "floor"  # "mid-single-digit or greater growth"
        return (
            _finite(said.low),
            _finite(said.high),
            None,
            "ceiling" if _finite(said.low) is None else "floor" if _finite(said.high) is None else "range",
        )
    left, right = (
        said.normal[max(0, quantity.start - 30) : quantity.start],
        said.normal[quantity.end : quantity.end + 12],
    )
    if re.match(r" (?:20\d\d )?(?:target|goal)\b", right):
        return said.value, said.value, said.value, "point"  # "well above the $550 million 2023 target"
    if end := _ONE_END.search(said.normal, 0, quantity.start):
        return (None, said.value, None, "ceiling") if end["upper"] else (said.value, None, None, "floor")
    is_more = quantity.approximation == "over" or bool(_OR_MORE.match(right))
    is_less = (
        quantity.approximation == "under"
        and bool(_CEILING.search(left))
        and not _MOVED_UP_TO.search(said.normal, 0, quantity.start)
        or bool(_OR_LESS.match(right))
    )
    if is_more or is_less:
        # A decline of more than 20% is a change of at most -20%.
        is_floor = is_more == (said.value >= 0)
        return (said.value, None, None, "floor") if is_floor else (None, said.value, None, "ceiling")
    return said.value, said.value, said.value, "point"


_MOVED_UP_TO = re.compile(
    r"\b(?:mov|took|tak|br(?:ing|ought)|bump|nudg|increas|rais|lift)\w*\b[^;$%\d]*(?:20\d\d)?[^;$%\d]* up to(?: (?:about|approximately))* [$£¥₠-⃏]?$"
)
"""To where an expectation was moved, which is no bound: "we moved our free cash flow up to about $2.7 billion"."""
_ONE_END = re.compile(
    r"\b(?:(?:low|lower|bottom)|(?P<upper>high|higher|upper|top)) end of (?:our|the|its) [^,;$%\d]{0,60}?\bto (?:(?:about|approximately|at least) )*[$£¥₠-⃏]?$"
)
"""Of a range that one end is moved of: "we are raising the low end of our EPS guidance to $4.20"."""


def _finite(value: float) -> float | None:
    return None if value in (float("inf"), float("-inf")) else value


def _direction_of(said: Statement) -> str | None:
    if not said.measure.endswith("change"):
        return None
    return "increase" if said.value > 0 else "decrease" if said.value < 0 else "stable"


class _Words(NamedTuple):
    """What is expected, or withheld, without a number."""

    metric: str
    segment: str
    segment_said: bool
    basis: str | None
    period: str
    form: str
    direction: str | None
    start: int
    end: int
    sure: float


_SINCE = re.compile(r"\b(?:since|because) we\b")
"""Behind this is a reason: "the leverage that we gained since then, since we haven't given guidance for 2022"."""


def _in_words(sentence: Sentence, call: Call, topic: Topic, *, has_numbers: bool) -> Iterator[_Words]:
    normal, terms = sentence.normal, sentence.terms
    refused = _refusal(normal) if terms.has("refusable") else None
    withheld = _withheld(sentence, call, refused) if refused else None
    if withheld:
        yield withheld
    if STUB.search(normal):
        return
    if has_numbers or not terms.metrics or not ("strong_future" in terms.cues or "future" in terms.cues):
        return
    expects = _EXPECTS.search(normal)
    is_undated = not any(span.period for span in sentence.future_spans)
    is_someday = _LEADS_SOMEDAY.match(normal) or is_undated and _FROM_NOW_ON.match(normal)
    if expects is None or is_someday or _NOT_EXPECTED.search(normal) or _ENTERED_WITH.search(normal):
        return
    for term in terms.metrics:
        if (
            term.metric.weak
            or term.metric.strict
            or is_of_shares(normal, term)
            or (withheld and term.start < withheld.end)
            or is_compound(normal, term)
            or (term.metric.name == "total_debt" and normal.startswith(" to ", term.end))  # debt to capital
            or (
                term.metric.name == "cash_and_cash_equivalents"
                and not _CASH_HELD.search(normal, term.start, term.end + 10)
            )
            or normal.startswith(" related", term.end)  # "higher revenue-related expenses"
            or _BECAUSE.search(normal, expects.end(), term.start)
            or _GUIDANCE_OF.match(normal, term.end)
            or _TO_DRIVE.match(normal, term.end)
            or _ASIDE.search(normal, max(0, term.start - 60), term.start)
            or is_denominator(normal, term)
        ):
            continue
        if _PAST_ONLY.search(normal[: term.start]) and not _EXPECTS.search(normal[max(0, term.start - 60) :]):
            continue
        found = _direction(normal, term.start, term.end, expects.start())
        if found is None:
            continue
        direction, first, last = found
        behind = max(last, term.end)
        if (
            term.metric.cost
            and _BETTER.match(normal, first)
            or any(other.match(normal, behind) for other in (_SOMEDAY, IN_EACH_PART, _EACH_TO_OTHER))
        ):
            continue  # "with even better R&D", "we expect our capex to be lower over time"
        if not _is_aim(normal, first, expects.end(), is_before=first < term.start):
            named = (
                names.segment(sentence.text, normal, term, terms)
                or _expected_of(sentence, expects.end(), term.start)
                or clause_subject(sentence.text, normal, term.start)
            )
            if named is None and (names.is_of_this(normal) or names.is_of_this(normal, term)):
                named = topic.segment or UNNAMED  # "we expect margins to decline for that segment"
            is_said = named is not None
            named = named or (None if topic.crossed else topic.segment) or TOTAL
            begin, end = min(first, term.start), max(last, term.end)
            period = _ahead(_by_distance(sentence, begin, end, call), call, topic.future_period or topic.ahead)
            if period.endswith("FY") and not sentence.future_spans and _SEQUENTIALLY.match(normal, end):
                period = str(call.fiscal.shifted(1))
            said = [cue.start() for cue in _EXPECTS.finditer(normal, 0, max(first, term.start))]
            first = min(first, term.start, max(said, default=expects.start()))
            basis = term.metric.basis or named_basis(normal, term, terms)
            yield _Words(
                metric=term.metric.canonical_name, segment=named, segment_said=is_said, basis=basis, period=period,
                form="directional", direction=direction, start=first, end=end, sure=0.65,
            )  # fmt: skip


_TO_DRIVE = re.compile(
    r"(?: rates?| levels?)?(?:[ ,]+(?!to\b)[\w'&]+){0,9} to (?:drive|support|fuel|lead|enable|help|underpin|result|translate|allow)\b"
)
"""Behind what only brings about what is expected: "we expect the improved order rates to drive growth"."""


def _withheld(sentence: Sentence, call: Call, refused: tuple[int, int]) -> _Words | None:
    """What guidance a sentence refuses, of which `refused` is the place."""
    normal, terms = sentence.normal, sentence.terms
    start, end = refused
    # "we don't give guidance for the top line": the metric named nearest.
    term = min(terms.metrics, key=lambda term: max(term.start - end, start - term.end), default=None)
    # "Given what it does to customers, we give no guidance": not of customers.
    is_apart = term and "," in normal[term.end : start] and not _REGARDING.fullmatch(normal, 0, term.start)
    is_apart = (
        is_apart
        or bool(term and _SINCE.search(normal, term.end, start))
        or bool(term and term.start > end and (_EXPECTS.search(normal, end, term.start) or _AND_DID.match(normal, end)))
    )
    if term and not is_apart and max(term.start - end, start - term.end) < _NAMES:
        start, end = min(start, term.start), max(end, term.end)
    else:
        term = None
    spans = [span for span in sentence.future_spans if start - 30 <= span.start <= end + 30]
    is_of_else = term is None and _ON_SOMETHING.match(normal, end)
    is_of_no_year = not spans and (is_of_else or re.search(_NOT_YET, normal[start:end]))
    if is_of_no_year or _are_over(spans, call) or _BY_MONTH.search(normal, start, end):
        return None
    period = _ahead(spans, call, None)
    if not spans and _BY_QUARTER.search(normal, max(0, start - 30), end + 40):
        period = str(call.fiscal.shifted(1))
    part = names.segment_behind(sentence.text, normal, end)
    if part is None and (outlook := _OUTLOOK_FOR.search(normal, 0, start)):
        part = names.headed_behind(normal, outlook.end())  # "as to the outlook for the Glass segment, we are not"
    return _Words(
        metric=term.metric.canonical_name if term else OUTLOOK, segment=part or TOTAL, segment_said=part is not None,
        basis=None, period=period, form="withheld", direction=None, start=start, end=end, sure=0.8,
    )  # fmt: skip


_EACH_TO_OTHER = re.compile(
    r"(?: with)? (?:each other|one another)\b| (?:in|during) the (?:first|second|front|back) half (?:than|versus|compared (?:to|with)) "
)
"""How two things compare, and not how one moves: "sales and costs in line with each other", "higher in the first half than the second"."""
_SEQUENTIALLY = re.compile(
    r"(?: (?:slightly|modestly|again|significantly|meaningfully|further))* (?:sequentially|quarter over quarter)\b"
)
"""Held against the quarter reported: "we expect SG&A to increase sequentially"."""


def _by_distance(sentence: Sentence, start: int, end: int, call: Call) -> list[PeriodSpan]:
    """The periods of a sentence from the nearest to what is expected, less those to come that it is held against."""
    spans = (
        span
        for span in sentence.future_spans
        if not (span.start >= end and span.period and call.is_ahead(span.period) and is_compared(sentence.normal, span))
        and not _PAST_IT.search(sentence.normal, 0, span.start)
    )
    return sorted(spans, key=lambda span: max(span.start - end, start - span.end))


_PAST_IT = re.compile(r"\b(?:past|after|beyond) (?:the |our )?$")
"""What comes behind a period is not of it: "once we get past the first quarter, we expect income to be stable"."""


def _is_aim(normal: str, start: int, expects: int, *, is_before: bool) -> bool:
    """Whether a move of a metric is what something is for or may do: "we will invest in our portfolio to grow NOI"."""
    return bool(
        _MAY.search(normal, 0, start)
        or is_before
        and (
            _OF_SOMETHING.search(normal, expects, start)
            or _IN_ORDER.search(normal, 0, start)
            and normal.count(" ", expects, start) > _FAR
        )
    )


_BETTER = re.compile(r"better|stronger|improv")
_SOMEDAY = re.compile(
    r" (?:and [a-z]+ )?(?:over time|over the (?:long|longer|next few|coming) (?:term|years)|eventually|someday)\b"
)
_LEADS_SOMEDAY = re.compile(
    r"(?:(?:and|but|so|now)[ ,]+)?(?:over time|over the (?:long|longer) (?:term|run)|longer term|eventually)\b"
)
_FROM_NOW_ON = re.compile(r"(?:(?:and|but|so|now|as a result)[ ,]+)*going forward,")
_FAR = 8
"""So many words behind a verb of expecting an infinitive is of something else."""
_IN_ORDER = re.compile(r"\bto (?:further )?$")
_OF_SOMETHING = re.compile(r"\b(?:of|from|by|through|despite) $")
_MAY = re.compile(
    r"\b(?:potential(?:ly)?|could|might|may|opportunit(?:y|ies) to|ability to|positioned to|evaluating|would like|hope|if we|aim(?:ed)? (?:at|to)|in order to|designed to|investing)\b[^,;]{0,60}$"
)


def _expected_of(sentence: Sentence, start: int, end: int) -> str | None:
    """The part that an expectation is of: "we expect Barber Tools to be at a higher revenue level"."""
    within = (found.segment for found in sentence.terms.segments if start <= found.start and found.end <= end)
    return next(within, None)


_NAMES = 60
"""So near a refusal a metric is what is refused."""
_DID = re.compile(r"\bdid(?:n't| not)\b")


def _refusal(normal: str) -> tuple[int, int] | None:
    """Where a sentence refuses guidance, from the start of its verb."""
    found = _REFUSED.search(normal)
    if found and (
        _DID.search(normal, max(0, found.start() - 5), found.end()) or _ONCE.search(normal, 0, found.start())
    ):
        return None  # "last quarter, we did not give NOI guidance" is no refusal now
    if not found or _NOT_A_REFUSAL.search(found[0]) or "obligation" in normal or "forward looking" in normal:
        return None
    return (normal.rfind(" ", 0, found.start()) + 1 if found[0].startswith("n't") else found.start()), found.end()


_ONCE = re.compile(
    r"\b(?:when|since|after|before|until|once) (?:we|the company|having)(?: (?:first|had|initially|temporarily))* $"
)
"""When guidance was refused once: "the uncertainties that existed when we suspended our guidance"."""


_BY_MONTH = re.compile(r"\b(?:monthly|weekly|daily)\b")
"""Guidance that is refused for months alone says nothing of a quarter or a year."""
_ON_SOMETHING = re.compile(
    r" (?:on|about|around|regarding) (?!(?:this|that|it|an?|our|the (?:full |rest of the |fiscal )?(?:quarter|year|call|outlook))\b)[a-z]"
)
"""What else guidance is refused on: "we give no guidance on what we may borrow"."""
_BY_QUARTER = re.compile(
    r"\b(?:on a (?:quarterly|quarter to quarter|quarter by quarter) basis|quarterly (?:[a-z]+ )?(?:guidance|outlook|targets?|forecasts?)|(?:quarter by quarter|for individual quarters|by quarter)\b)"
)
"""Guidance that is refused for quarters alone: "we don't guide on a quarterly basis"."""


def _are_over(spans: Sequence[PeriodSpan], call: Call) -> bool:
    """Whether all years that are named have ended: "we gave no guidance for 2020 so far", by a slip of the tongue in 2021."""
    return bool(spans) and all(span.period and order(span.period)[0] < call.fiscal.year for span in spans)


def _ahead(spans: Sequence[PeriodSpan], call: Call, carried: str | None) -> str:
    """The period that an expectation in words is for: one that is not over yet."""
    said = [span.period for span in spans if span.period and not span.is_comparison]
    if ahead := next((period for period in said if call.is_ahead(period)), None):
        return ahead
    if carried and call.is_ahead(carried):
        return carried
    # "we expect margins to be in line with last year for the quarter": the one that has begun
    return str(call.fiscal.shifted(1)) if said == [str(call.fiscal)] else call.outlook_period


def _direction(normal: str, term_start: int, term_end: int, expects: int) -> tuple[str, int, int] | None:
    """The direction said right after a metric ("margin will be better") or right before it ("higher revenue")."""
    after = _MOVES.match(normal, term_end)
    if after:
        is_of_growth = (
            _named(after) == "stable" and normal.startswith(" growth", term_end) and "flat" not in after["direction"]
        )
        if is_of_growth or normal.startswith((" margin", " cost"), after.end("direction")):
            return None  # "sales growth will be consistent", "revenue to higher-margin services"
        return _named(after), after.start(), after.end("direction")
    left_start = max(expects, term_start - 40)
    before = _MOVES_BEFORE.search(normal[left_start:term_start])
    if before:
        return _named(before), left_start + before.start(), left_start + before.end("direction")
    return None


def _named(match: re.Match[str]) -> str:
    said = match["direction"]
    return next(name for name, pattern in _DIRECTIONS if pattern.match(said))


_SAID = "|".join(pattern.pattern.removeprefix(r"\b(?:").removesuffix(r")\b") for _, pattern in _DIRECTIONS)
_SMALL = r"(?: (?:also|be|continue|likely|still|gradually|again|further|to|a|an|bit|little|slightly|modestly|somewhat|relatively|significantly|roughly|about|approximately|generally|even|much|see|show))*"
_MOVES = re.compile(
    rf"(?: (?:for|in|the|our|full|fiscal|year|first|second|third|fourth|back|half|quarter|next|this|growth|rate|\d{{4}}))* (?:(?:is|are) (?:now |currently )?(?:expected|anticipated|projected|forecast)(?: to)?|will|should|to|would|continues? to|remains?){_SMALL} (?P<direction>{_SAID})\b"
)
_MOVES_BEFORE = re.compile(
    rf"\b(?P<direction>{_SAID})(?: (?:in|of|our|the|adjusted|operating|net|overall|total|gross|full|year|year over year|organic))* $"
)
