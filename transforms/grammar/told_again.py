"""Whether a number is of what was told just before, of another time or without something, though nothing names its metric.

"Gross margin was 41%. For the full year, we'd be around 42%.", "margin was 41%, and if you strip out the charge, it was 42%"
"""

from __future__ import annotations

import re

from transforms.grammar.clauses import MIDPOINT
from transforms.grammar.gaps import gap_words
from transforms.grammar.proposals import Context
from transforms.grammar.wordlists import MOVED, WITHOUT


def stands_at(context: Context, index: int) -> re.Match[str] | None:
    """The words before a number of what was just told, at another time or `without` something: "For the year, we'd be around"."""
    return _stands_after(context, 0, index, _STANDS_AT) if index == 0 else None


def told_before(context: Context, index: int) -> int | None:
    """Which number of a sentence another clause of it goes on with: "margin was 41%, and if you strip out the charge, it was 42%"."""
    quantity = context.quantities[index]
    for place in range(index - 1, max(-1, index - 3), -1):
        told = context.quantities[place]
        if told.kind != quantity.kind or context.frames[place].role != context.frames[index].role:
            continue
        if not _NEW_CLAUSE.match(context.normal, told.end):
            continue
        between = _NEXT_CLAUSE.search(context.normal, context.quantities[index - 1].end, quantity.start)
        start = between.end() if between and place < index - 1 else told.end
        is_at_time = any(start <= span.start and span.end <= quantity.start for span in context.periods)
        said = (_STANDS_AT, _AT_ANOTHER_TIME) if is_at_time else (_STANDS_AT,)
        if any(_stands_after(context, start, index, words) for words in said):
            return place
    return None


def _stands_after(context: Context, start: int, index: int, words: re.Pattern[str]) -> re.Match[str] | None:
    quantity = context.quantities[index]
    if context.frames[index].role not in ("level", "change") or not _ENDS_THERE.match(context.normal, quantity.end):
        return None
    return words.fullmatch(" ".join(gap_words(context, start, quantity.start)))


_NEW_CLAUSE = re.compile(
    r"(?:(?! (?:which|that|and|but) )[^,;]){0,40}(?:[,;](?! which| that)| and (?!which|that)| but )"
)


_NEXT_CLAUSE = re.compile(r"[,;] (?:(?:and|but) )?")
"""Where a clause begins behind what was said beside a number: "21%, 30 basis points lower, and excluding interest, it was"."""
_AT_TIME = r"(?:(?:range|and|but|so|then|again|as|by|for|in|during|at|of|on|the|a|about|last|next|if|you|think|look|looking|to|into|this|same|time|point|end|where|from|there|here|again|so|ago|our) )*"
_WITHOUT = rf"(?P<without>{WITHOUT} (?:(?!(?:it|we|that|this|which)\b)[a-z']+ ){{1,8}}|(?:excluding|without) (?:that|this|it) )?"
_I_SAY = r"(?:(?:i|we)(?:'d| would| do)? (?:(?:probably|still|just|also|now|actually) )*(?:think|expect|say|guess|believe|see|anticipate|assume) )?"
_IS_AT = (
    r"(?:that |this |it )?(?:(?:it|that|this|they)(?:'s|'re|'ll be|'d be| is| are| was| were| will be| would be| should be| to be| would have been)|(?:it|that|this) (?:should |will |would |'ll )?(?:gets?|goes?|comes?|ends? up|lands?)(?: up| back| out| down)? (?:to|at|in)"
    rf"|(?:it|they|this|that) (?:(?:has|have|had|also|further) )*(?:{MOVED})(?: by)?"
    r"|we(?:'re|'ll be|'d be| are| were| should be| will be| would be| would have been| came in| ended up| ended| finished| landed| exited)"
    r"|we(?:'re| are| have| had)? (?:guid(?:ed|ing)|model(?:ed|ing)|look(?:ed|ing)|target(?:ed|ing)|expecting)(?: (?:to|at|for))?|our (?:guidance|guide|outlook|expectation|target|assumption) (?:is|was|calls for|is for)"
    r"|(?:we|i)(?: still)?(?:'re| are| feel| remain)(?: (?:still|very|really|pretty|quite))? (?:good|comfortable|confident|fine) (?:about|with|in)(?: (?:getting to|being at|hitting|reaching|achieving|delivering))?"
    r"|(?:i|we)(?:'d| would)? (?:(?:now|still|currently) )?(?:expect|anticipate)|i(?:'d| would) (?:model|use|assume|say|call it|look for)|(?:you (?:can|should) )?(?:use|model|assume|plug in))"
)
_SOMEWHERE = r"(?: (?:sitting|running|tracking|trending|probably|more|likely|like|still|also|now|closer|close|somewhere|around|about|approximately|roughly|nearly|just|over|under|in|at|to|the|a|be|right|of|between|range|really|actually|maybe|call|it|that|something|on|plus|minus|north|south|above|below|well|slightly|a little|up|down))*"
_STANDS_AT = re.compile(_AT_TIME + _WITHOUT + _AT_TIME + _I_SAY + _IS_AT + _SOMEWHERE)
"""The words before a number of a metric that was spoken of just now; they name no metric and no part."""
_AT_ANOTHER_TIME = re.compile(
    rf"(?:range )?(?:and )?(?:for|in|by) (?:the )?(?:(?:about|approximately|around|probably|maybe|roughly|{MIDPOINT}) ?)*"
)
"""Those that name another time and no more: "42% to 43% in the back half, and for the full year, about 42%"."""
_ENDS_THERE = re.compile(
    r"(?!.{0,40}? (?:from|of|on|related to|due to|attributable to|associated with) (?:our|the|an?|new|this|that)\b)"
    r"(?:,? (?:or so|or thereabouts|right|i think|i believe|i'd say|i would say|i guess))?(?: (?:range|level|number|area|growth))?"
    r"(?:$|[,;.?]| (?:(?:in|for|during|by|at|as of|through) (?:the |our |fiscal |this |last |next |full |calendar )*(?:back|second|first|third|fourth|q[1-4]|year|quarter|half|end|remainder|balance|rest|20\d\d|'?\d\d|prior|same|previous|midpoint)\b|(?:this|last|next|a) (?:year|quarter)|a year ago|and|but|so|as|to [$£¥₠-⃏]?\d|compared|versus|up|down|which|because|with|given|today|now|sequentially|year over year))"
)
