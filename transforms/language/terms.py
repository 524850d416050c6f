"""Metric terms and cue words in a sentence, found in one Aho-Corasick pass over its normal form.

Takes the vocabulary of `schemas/vocabulary` and what a company's file adds; gives spans. Longest match
wins; a term must stand as whole words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from schemas.companies import Company, by_ticker
from schemas.vocabulary import Metric, cues, metrics


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


_CUES = ("non_gaap", "gaap", "future", "strong_future", "past")
# "net income attributable to common stockholders per diluted share" is EPS.
_PER_SHARE = re.compile(
    r"(?: (?:attributable|available|applicable)(?: to (?:[\w'&]+ ){0,4}?[\w'&]+)?)?(?: from (?:continuing )?operations)? (?:per|a) (?:(?:fully|diluted|basic|common|ordinary|adjusted|american depositary) ){0,3}(?:share|unit|ads)\b"
)
_PLURAL = re.compile(r"[a-z]$")


class Lexicon:
    """The automaton of one company's words; companies without a file share one."""

    def __init__(self, company: Company | None) -> None:
        entries: dict[str, list[object]] = {}
        for metric in (*metrics(), *(company.metrics if company else ())):
            for phrases, negative in ((metric.phrases, False), (metric.negative, True)):
                for phrase in phrases:
                    for form in _forms(phrase):
                        entries.setdefault(form, []).insert(0, (metric, negative))
        for segment, phrases in (company.segments if company else {}).items():
            for phrase in phrases:
                entries.setdefault(phrase, []).append(segment)
        found = cues()
        for cue in _CUES:
            for phrase in found[cue]:
                entries.setdefault(phrase, []).append(("cue", cue))
        self._per_share = {metric.name: metric for metric in metrics() if metric.units == ("currency_per_share",)}
        self._automaton = ahocorasick.Automaton()
        for phrase, values in entries.items():
            self._automaton.add_word(f" {phrase}", (len(phrase), tuple(values)))
        self._automaton.make_automaton()

    def find(self, normal: str) -> Terms:
        """Find all terms in a sentence's normal form."""
        padded = f" {normal} "
        metric_terms: list[MetricTerm] = []
        segments: list[SegmentTerm] = []
        cue_spans: dict[str, list[tuple[int, int]]] = {}
        hits = []
        for end, (length, values) in self._automaton.iter(padded):
            # `end` is the index of the last letter in the padded text.
            after = padded[end + 1]
            if after.isalnum() or (after == "&" and padded[end + 2].isalnum()):
                continue
            hits.append((end - length, end, values))
        covered_metric = covered_segment = -1
        for start, end, values in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            for value in values:
                if isinstance(value, str):
                    if start >= covered_segment:
                        segments.append(SegmentTerm(start, end, value))
                        covered_segment = end
                elif value[0] == "cue":
                    cue_spans.setdefault(value[1], []).append((start, end))
                elif start >= covered_metric:
                    metric, negative = value
                    if metric.per_share in self._per_share and (match := _PER_SHARE.match(normal, end)):
                        metric, end = self._per_share[metric.per_share], match.end()
                    metric_terms.append(MetricTerm(start, end, metric, negative))
                    covered_metric = end
        return Terms(metric_terms, segments, cue_spans)


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
    return Lexicon(by_ticker()[ticker] if ticker else None)
