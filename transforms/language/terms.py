"""Metric terms and cue words of a turn, found in one Aho-Corasick pass over its normal form.

Takes the vocabulary of `schemas/vocabulary` and what a company's file adds; gives spans. Longest match
wins; a term must stand as whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import Any

import ahocorasick

from schemas.companies import Company, by_ticker
from schemas.vocabulary import Metric, cues, grammar, metrics


@dataclass(frozen=True, slots=True)
class MetricTerm:
    """A metric named at `start`..`end`; `negative` where the words state a loss or outflow."""

    start: int
    end: int
    metric: Metric
    negative: bool = False


@dataclass(frozen=True, slots=True)
class SegmentTerm:
    """A segment that the company's file knows."""

    start: int
    end: int
    segment: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What one sentence names."""

    metrics: list[MetricTerm]
    segments: list[SegmentTerm]
    cues: dict[str, list[tuple[int, int]]]

    def has(self, cue: str) -> bool:
        return cue in self.cues

    def behind(self, start: int) -> Terms:
        """What is named from a place on, as the words behind it would name it."""
        metrics = [
            replace(term, start=term.start - start, end=term.end - start)
            for term in self.metrics
            if term.start >= start
        ]
        segments = [
            replace(term, start=term.start - start, end=term.end - start)
            for term in self.segments
            if term.start >= start
        ]
        cues = {
            cue: later
            for cue, spans in self.cues.items()
            if (later := [(first - start, last - start) for first, last in spans if first >= start])
        }
        return Terms(metrics, segments, cues)


_NO_CUES: dict[str, list[tuple[int, int]]] = {}
# "net income attributable to common stockholders per diluted share" is EPS.
_PER_SHARE = re.compile(
    r"(?: (?:attributable|available|applicable)(?: to (?:[\w'&]+ ){0,4}?[\w'&]+)?)?(?: from (?:continuing )?operations)? (?:per|a) (?:(?:fully|diluted|basic|common|ordinary|adjusted|american depositary) ){0,3}(?:share|unit|ads)\b"
)
_PLURAL = re.compile(r"[a-z]$")


@dataclass(frozen=True)
class Lexicon:
    """The automaton of one company's words; companies without a file share one."""

    _automaton: Any
    _per_share: Mapping[str, Metric]
    _called: Any = None
    """The automaton of what the call itself calls so, if it does."""

    @classmethod
    def of(cls, company: Company | None) -> Lexicon:
        """The lexicon of a company, or of those that nothing is known of."""
        entries: dict[str, list[object]] = {}
        for metric in (*metrics(), *(company.metrics if company else ())):
            for phrases, negative in ((metric.phrases, False), (metric.negative, True)):
                for phrase in phrases:
                    for form in _forms(phrase):
                        entries.setdefault(form, []).insert(0, (metric, negative))
        for segment, phrases in (company.segments if company else {}).items():
            for phrase in phrases:
                entries.setdefault(phrase, []).append(segment)
        for cue, phrases in {**cues(), "part": grammar()["segment_heads"]}.items():
            for phrase in phrases:
                entries.setdefault(phrase, []).append(("cue", cue))
        per_share = {metric.name: metric for metric in metrics() if metric.units == ("currency_per_share",)}
        return cls(_phrases(entries), per_share)

    def with_called(self, parts: Mapping[str, str], meant: Mapping[str, Metric]) -> Lexicon:
        """This lexicon and what one call calls parts of its company and metrics; in text a name of one word is capitalised."""
        if not parts and not meant:
            return self
        called: dict[str, list[object]] = {phrase: [segment] for phrase, segment in parts.items()}
        called |= {phrase: [(metric, False)] for phrase, metric in meant.items()}
        return replace(self, _called=_phrases(called))

    def find(self, normal: str) -> Terms:
        """Find all terms in the normal form of one sentence."""
        return next(self.find_each(normal, normal, [(0, len(normal))]))

    def find_each(self, text: str, normal: str, parts: Iterable[tuple[int, int]]) -> Iterator[Terms]:
        """Find the terms of each part of a text, in order; their offsets count from the part's start."""
        padded = f" {normal}  "
        hits: list[_Hit] = []
        if self._called is not None:  # of two that are as long, what the call itself calls so comes first
            called = _hits(self._called, padded)
            hits.extend(hit for hit in called if _is_metric(hit) or _is_name(text, hit[0], -hit[1]))
        hits.extend(
            hit
            for hit in _hits(self._automaton, padded)
            # A hit holds its end below zero; only one of three letters is looked at as the start of a name.
            if hit[0] + hit[1] != -_THREE or not _begins_name(text, hit[0])
        )
        hits.sort(key=_by_place)
        place, last = 0, len(hits)
        for start, end in parts:
            while place < last and hits[place][0] < start:
                place += 1
            first = place
            while place < last and hits[place][0] < end:
                place += 1
            yield self._terms(normal[start:end], hits[first:place], start) if place > first else Terms([], [], _NO_CUES)

    def _terms(self, normal: str, hits: list[_Hit], offset: int) -> Terms:
        metric_terms: list[MetricTerm] = []
        segments: list[SegmentTerm] = []
        cue_spans: dict[str, list[tuple[int, int]]] = {}
        covered_metric = covered_segment = -1
        length = len(normal)
        for start, minus_end, values in hits:
            start, end = start - offset, -minus_end - offset
            if end > length:
                continue
            for value in values:
                if isinstance(value, str):
                    if start >= covered_segment:
                        segments.append(SegmentTerm(start, end, value))
                        covered_segment = end
                        if " " in normal[start:end]:
                            covered_metric = max(covered_metric, end)  # "RPO and Temporary Staffing was up 8%"
                elif value[0] == "cue":
                    cue_spans.setdefault(value[1], []).append((start, end))
                elif start >= covered_metric:
                    metric, negative = value
                    if metric.per_share in self._per_share and (match := _PER_SHARE.match(normal, end)):
                        metric, end = self._per_share[metric.per_share], match.end()
                    metric_terms.append(MetricTerm(start, end, metric, negative))
                    covered_metric = end
        return Terms(metric_terms, segments, cue_spans)


def _is_metric(hit: _Hit) -> bool:
    """Whether a hit is of a metric's phrase, and of no name."""
    return not isinstance(hit[2][0], str)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether what a call calls a part is named here: by capitals, or in lower case by several words or as a heading."""
    return (
        text[start].isupper()
        or text[start].isdigit()
        or " " in text[start : end - 1]
        or text.startswith(".", end)
        and bool(_TURNS_TO.search(text, max(0, start - 30), start))
    )


_TURNS_TO = re.compile(r"\b(?:[Mm]oving|[Tt]urning|[Nn]ow)(?: on| over| now)? to (?:the |our )?$")
"""What stands before a part in a heading: "Moving to systems."."""


def _begins_name(text: str, start: int) -> bool:
    """Whether three letters that may stand for a metric begin the name of a part: "EBITDA for RPO and Professional Search"."""
    return (name := _LETTERS_AND.match(text, start)) is not None and name["of"] in _OF_PARTS


_THREE = 3
_LETTERS_AND = re.compile(r"[A-Z]{3} (?:and|&) [A-Z][a-z]+ (?P<of>[A-Z][a-z]+)\b")
_OF_PARTS = frozenset({"Search", "Services", "Solutions", "Systems", "Products", "Group", "Staffing", "Technologies", "Consulting", "Management"})  # fmt: skip
_Hit = tuple[int, int, tuple[Any, ...]]
_by_place = itemgetter(0, 1)
"""By start, the longer first."""


def automaton_of(entries: Mapping[str, object]) -> Any:
    """An Aho-Corasick automaton that finds the keys in one pass; a hit gives the place of its last letter and the value."""
    automaton = ahocorasick.Automaton()
    for key, value in entries.items():
        automaton.add_word(key, value)
    automaton.make_automaton()
    return automaton


def _phrases(entries: Mapping[str, Iterable[object]]) -> Any:
    """What finds phrases where a word begins; each hit gives the phrase's length and what it stands for."""
    return automaton_of({f" {phrase}": (len(phrase), tuple(values)) for phrase, values in entries.items()})


def _hits(automaton: Any, padded: str) -> Iterator[_Hit]:
    """All whole-word hits."""
    for end, (length, values) in automaton.iter(padded):
        # `end` is the index of the last letter in the padded text.
        after = padded[end + 1]
        if not (after.isalnum() or (after == "&" and padded[end + 2].isalnum())):
            yield end - length, -end, values


def _forms(phrase: str) -> list[str]:
    forms = [phrase]
    if _PLURAL.search(phrase) and not phrase.endswith("s"):
        forms.append(phrase[:-1] + "ies" if phrase.endswith(("ry", "gy")) else phrase + "s")
    return forms


def lexicon(ticker: str | None) -> Lexicon:
    """The lexicon of a company, by ticker; companies without a file share one."""
    return _lexicon(ticker if ticker in by_ticker() else None)


@lru_cache(maxsize=64)
def _lexicon(ticker: str | None) -> Lexicon:
    return Lexicon.of(by_ticker()[ticker] if ticker else None)
