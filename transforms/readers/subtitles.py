"""Subtitles of a recording, WebVTT, SubRip or SubViewer: cues with their times, the speaker in a voice tag or before the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from transforms.document import Block, Document
from transforms.readers import labelled_text
from transforms.readers.labels import UNLABELLED

FORMAT = "subtitles"
_TIMES = re.compile(r"^(?:\d+\n)?(?:\d+:)?\d\d:\d\d[.,]\d{3}(?: --> |,)(?:\d+:)?\d\d:\d\d[.,]\d{3}.*$", re.MULTILINE)
_FEWEST_CUES = 2
_POINT = r"(?:\d+:)*\d+(?:[.,]\d+)?s?"
_TIMED_LINE = re.compile(rf"^\[ ?{_POINT} --> {_POINT} ?\] *", re.MULTILINE)
"""What opens a cue that is one line, as recognisers print it: "[00:12.400 --> 00:15.000]  Thank you."."""
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<name>[^>]+)>")
_TAG = re.compile(r"</?[a-z][^>]*>|<[\d:.]+>|\{\\an\d\}")


def read(text: str) -> Document | None:
    """Read subtitles; None where the text is something else."""
    if len(lines := _TIMED_LINE.split(text)) > _FEWEST_CUES and not lines[0].strip():
        return of_cues(words for line in lines if (words := " ".join(line.split())))
    cues = list(_cues(text))
    if len(cues) < _FEWEST_CUES:
        return None
    if any(voice for voice, _ in cues):
        spoken = (
            (voice, " ".join(words for _, words in said)) for voice, said in groupby(cues, key=lambda cue: cue[0])
        )
        return Document(FORMAT, tuple(Block(voice or UNLABELLED, words) for voice, words in spoken))
    return of_cues([words for _, words in cues])


def of_cues(cues: Iterable[str]) -> Document:
    """The document of cues in which a speaker is named, if at all, before the words."""
    text = "".join(_lines(cues)).strip()
    document = labelled_text.read(text)
    return replace(document, source_format=FORMAT) if document else Document(FORMAT, (Block(UNLABELLED, text),))


def _lines(cues: Iterable[str]) -> Iterator[str]:
    """The words of cues, each with what parts it from those before: only a cue that opens with another speaker is a line of its own, as a sentence goes on from cue to cue."""
    speaker = None
    for words in cues:
        opening = labelled_text.label(words)
        if opening and opening.name != speaker:
            speaker = opening.name
            yield f"\n{words}"
        else:
            yield f" {opening.speech if opening else words}"


def _cues(text: str) -> Iterator[tuple[str | None, str]]:
    """Speaker, where a tag names one, and words of each cue; a voice goes on until another is named."""
    voice = None
    for cue in _TIMES.split(text)[1:]:
        words = cue.strip("\n").split("\n\n")[0]
        if named := _VOICE.search(words):
            voice = named["name"].strip()
        if words := " ".join(_TAG.sub("", words).split()):
            yield voice, words
