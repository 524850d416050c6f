"""Who speaks in a text that labels nobody, as far as operators and analysts give themselves away.

An operator announces who asks; who is announced speaks up to the last of his questions; and a short run that thanks
for the answer and asks on is his again. All else is the company's, by nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, chain, groupby
from operator import itemgetter

from transforms.document import Block, Document
from transforms.language.fair_copy import FairCopy, with_stops
from transforms.language.stops import lack_stops
from transforms.language.text import sentences
from transforms.readers.labels import UNLABELLED
from transforms.speakers import INTRODUCED

_OPERATOR = "Operator"
_ANNOUNCES = re.compile(
    r"\b(?:questions?|line of|(?:go|goes) (?:next )?to|next up|line is|(?:go ahead|proceed))\b", re.IGNORECASE
)
_OPERATOR_SAYS = re.compile(
    r"\[operator instructions\]|\b(?:press(?:ing)? (?:the )?star|press \*|(?:your|the) line is|lines? (?:is|are) (?:now )?open|question queue|listen[- ]only|handset|touch[- ]?tone"
    r"|(?:first|next|last|final|follow[- ]up) question (?:today |is |comes|will|for)|ladies and gentlemen|(?:you may|please) (?:go ahead|proceed)|go ahead, please|this concludes|no (?:further|more) questions"
    r"|question[- ]and[- ]answer session|one moment(?:,)? (?:please|while|for))",
    re.IGNORECASE,
)
_HANDS_OVER = re.compile(
    r"\b(?:turn|hand|pass) (?:(?:the|this|today's|our) )?(?:call|conference|floor|it|things|microphone|program|presentation|meeting) (?:back )?over\b"
    r"|\b(?:turn|hand|pass) (?:back )?over to (?-i:[A-Z])|\bintroduce your host\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"\bno (?:further|more) questions\b", re.IGNORECASE)
_GO_AHEAD = re.compile(
    r"(?:(?:thank you|please|you may|your line|the line|line|go ahead|proceed)\b[^.]{0,60})[.!]?$", re.IGNORECASE
)
_ASKS = re.compile(
    r"\?[\"”']?$|\b(?:wonder(?:ing)?|curious|(?:could|can|would) you|(?:any|your) (?:thoughts|color|update|sense)|talk about|help (?:us|me)|want(?:ed)? to (?:ask|get|understand|follow|see|touch)|love to (?:get|hear|understand))\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:yeah|yes|sure|absolutely|right|no|well|look|certainly|of course|definitely|great question|good question|thanks for (?:the|your) question|thank you for (?:the|your) question|i(?:'ll| will| think| would say|'d say)|let me|so,? (?:i think|look|first|let me|we)|we (?:are|have|do|did|think|don't|feel|continue|expect|saw))\b",
    re.IGNORECASE,
)
_ASKS_ON = re.compile(
    r"(?:and|or|also|just|any|is|are|do|does|how|what|where|thanks|thank you|appreciate|i guess|i'm just|i mean|because|my (?:second|other|next|follow)|second(?:ly)?|then|so (?:just|is|are|do|how|what)|maybe|if (?:so|you|i))\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"(?:got it|great|okay|ok|all right|perfect|understood|excellent|very helpful|(?:that's|that is|this is) (?:all |really |very |super |great|good |helpful)*|thanks|thank you|appreciate|(?:and )?(?:just |maybe )?(?:as )?(?:a |one |my )?(?:quick |last |second |other |next |more )*follow|(?:and )?(?:then )?(?:just|maybe|one|if i (?:can|could|may|might))\b|and then|my (?:second|next|other))",
    re.IGNORECASE,
)
_NAME_INSIDE = re.compile(r"[a-z,] [A-Z][a-z]")
_INTRODUCED_SMALL = re.compile(
    r"\b(?:from|line of|is|to)(?: the line of)? (?!(?:the|a|an|our|your|this)\b)(?P<name>[a-z.'’\-]+ (?!(?:with|from|of|at)\b)[a-z.'’\-]+),? (?:with|from|of|at) (?!(?:the|a|your|our)\b)[a-z]",
    re.IGNORECASE,
)
"""Somebody introduced where names have no capitals."""
_MOST = 25
"""Sentences that a question seldom has more of."""
_MOST_FOLLOWING = 5
"""Sentences from the thanks for an answer to the question that follows."""


def told_apart(document: Document) -> Document:
    """The document with its unlabelled blocks parted where operator, analysts and company take turns; any other as it is.

    What the company says is parted where one of its speakers hands over to the next.
    """
    if any(block.speaker != UNLABELLED for block in document.blocks):
        return document
    texts = [block.text for block in document.blocks]
    copies = with_stops(texts) if lack_stops(texts) else map(FairCopy, texts)
    parts = map(_parts, document.blocks, copies)
    return replace(document, blocks=tuple(chain.from_iterable(parts)))


def _parts(block: Block, copy: FairCopy) -> Iterator[Block]:
    read = list(sentences(copy.text))
    said = [copy.text[start:end] for start, end in read]
    spans = [copy.place(start, end) for start, end in read]
    speeches = accumulate(map(bool, map(_HANDS_OVER.search, said)), initial=0)
    for (voice, _), of_voice in groupby(zip(_voices(said), speeches, spans, strict=False), key=itemgetter(0, 1)):
        places = [span for *_, span in of_voice]
        yield replace(block, speaker=voice, text=block.text[places[0][0] : places[-1][1]].strip())


def _voices(said: list[str]) -> list[str]:
    """The speaker of each sentence."""
    voices = [UNLABELLED] * len(said)
    announced = list(_announcements(said))
    if not announced:
        return voices
    for number, (place, name) in enumerate(announced):
        start = place
        while start > 0 and voices[start - 1] == UNLABELLED and _is_operators(said[start - 1]):
            start -= 1
        opens = place + 1
        while opens < len(said) and (_GO_AHEAD.match(said[opens]) or _OPERATOR_SAYS.search(said[opens])):
            opens += 1
        following = announced[number + 1][0] if number + 1 < len(announced) else len(said)
        voices[start:opens] = [_OPERATOR] * (opens - start)
        end = _asked(said, opens, min(following, opens + _MOST), name)
        voices[opens:end] = [name] * (end - opens)
        for first, last in _asked_again(said, end, following, name):
            voices[first:last] = [name] * (last - first)
    opened = _opened(said[: announced[0][0]])
    voices[:opened] = [_OPERATOR] * opened
    place = len(said)
    while place > 0 and _ENDS.search(said[place - 1]):
        place -= 1
        voices[place] = _OPERATOR
    return voices


def _opened(said: list[str]) -> int:
    """Where an operator who opens the call has handed it over; 0 where none does."""
    over = next((place for place in range(min(_OPENING, len(said))) if _HANDS_OVER.search(said[place])), -1)
    return over + 1 if any(map(_OPERATOR_SAYS.search, said[: over + 1])) else 0


_OPENING = 15
"""Sentences in which an operator opens a call at most."""
_ENDS = re.compile(
    r"\bconcludes?\b|\bdisconnect\b|^thank you(?: all| everyone)?(?: for [^.]{3,60})?\.$|\bhave a (?:great|good|nice|wonderful)\b",
    re.IGNORECASE,
)
"""What is said at the end of a call, by operators mostly."""


def _announcements(said: list[str]) -> Iterator[tuple[int, str]]:
    """Where an operator announces somebody, and whom."""
    introduced = INTRODUCED if any(map(_NAME_INSIDE.search, said)) else _INTRODUCED_SMALL
    for place, sentence in enumerate(said):
        near = " ".join(said[place : place + 2])
        if (found := introduced.search(sentence)) and _ANNOUNCES.search(sentence if "question" in sentence else near):
            yield place, found["name"].strip(" .,")


def _is_operators(sentence: str) -> bool:
    return _OPERATOR_SAYS.search(sentence) is not None or sentence.strip().lower() in ("thank you.", "thank you, sir.")


def _asked(said: list[str], start: int, end: int, name: str) -> int:
    """Where the question that starts at a place has been asked and the answer begins."""
    has_asked = False
    for place in range(start, end):
        if _HANDS_OVER.search(said[place]) or _NO_MORE.search(said[place]) or has_asked and _answers(said[place], name):
            return place
        if has_asked and not _ASKS_ON.match(said[place].strip()) and not _asks_soon(said, place, end, name):
            return place
        has_asked = has_asked or _ASKS.search(said[place].rstrip()) is not None
    return end if has_asked else min(start + 1, end)


def _answers(sentence: str, name: str) -> bool:
    """Whether a sentence opens an answer, as those do that name who asked."""
    return _ANSWERS.match(sentence.strip()) is not None or name.split()[0] in re.findall(r"\w+", sentence[:_ADDRESS])


_ADDRESS = 45
"""Characters within which somebody is addressed at the start of an answer."""


def _asks_soon(said: list[str], start: int, end: int, name: str) -> bool:
    """Whether a question follows before an answer does."""
    for sentence in said[start : min(start + _MOST_FOLLOWING, end)]:
        if _ASKS.search(sentence.rstrip()):
            return True
        if _answers(sentence, name):
            return False
    return False


def _asked_again(said: list[str], start: int, end: int, name: str) -> Iterator[tuple[int, int]]:
    """The runs within answers in which who asked asks on."""
    place = start + 1
    while place < end:
        last = min(place + _MOST_FOLLOWING, end)
        asks = next((at for at in range(place, last) if said[at].rstrip().endswith("?")), None)
        if (
            asks is not None
            and _FOLLOWS.match(said[place].strip())
            and not any(_answers(sentence, name) for sentence in said[place + 1 : asks])
        ):
            stop = _asked(said, asks, end, name)
            yield place, stop
            place = stop
        place += 1
