"""The words of the field: metrics and the cues around them, validated on load."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

Unit = Literal["currency", "currency_per_share", "percent", "count", "ratio"]
Phrase = Annotated[str, Field(pattern=r"^[^A-Z-]+$")]


class Metric(BaseModel):
    """A metric and the ways it is said; see the head of `metrics.yaml` for the fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    canonical: str | None = None
    concept: str | None = None
    units: tuple[Unit, ...]
    phrases: tuple[Phrase, ...]
    negative: tuple[Phrase, ...] = ()
    per_share: str | None = None
    amount: str | None = None
    margin: str | None = None
    segment: str | None = None
    basis: Literal["gaap", "non_gaap"] | None = None
    growth: bool = False
    cost: bool = False
    balance: bool = False
    segments: bool | Literal["beside"] = False
    weak: bool = False
    strict: bool = False
    linked: bool = False
    letters: tuple[Phrase, ...] = ()
    lenders: tuple[Phrase, ...] = ()

    @property
    def canonical_name(self) -> str:
        return self.canonical or self.name


class Sureness(BaseModel):
    """What a table's rows are rated by: the log odds that a row is right are `intercept` and the weighted features."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    least: Annotated[float, Field(ge=0, le=1)]
    intercept: float
    weights: dict[str, float]


def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    repeated = sorted(word for word, count in Counter(words).items() if count > 1)
    if repeated:
        raise ValueError(f"stand twice in one list: {', '.join(repeated)}; remove one of each")
    return words


Words = Annotated[tuple[Phrase, ...], AfterValidator(_once)]
"""A list of words, each of which stands in it once."""


def _yaml(name: str) -> object:
    return yaml.safe_load(files("schemas.vocabulary").joinpath(name).read_text("utf-8"))


@cache
def metrics() -> tuple[Metric, ...]:
    """Every metric of the vocabulary, in file order."""
    return tuple(TypeAdapter(list[Metric]).validate_python(_yaml("metrics.yaml")))


@cache
def metrics_by_name() -> dict[str, Metric]:
    """Every metric of the vocabulary by its name."""
    return {metric.name: metric for metric in metrics()}


@cache
def metrics_by_phrase() -> dict[str, Metric]:
    """Every metric of the vocabulary by each way that it is said."""
    return {phrase: metric for metric in reversed(metrics()) for phrase in metric.phrases}


@cache
def cues() -> dict[str, tuple[str, ...]]:
    """Cue words by what they do."""
    return TypeAdapter(dict[str, Words]).validate_python(_yaml("cues.yaml"))


@cache
def grammar() -> dict[str, tuple[str, ...]]:
    """The small words of the grammar, by the part they play."""
    return TypeAdapter(dict[str, Words]).validate_python(_yaml("grammar.yaml"))


@cache
def sureness() -> dict[str, Sureness]:
    """How `transforms.confidence` rates rows, by table."""
    return TypeAdapter(dict[str, Sureness]).validate_python(_yaml("confidence.yaml"))


@cache
def stops() -> dict[str, tuple[float, float]]:
    """How `transforms.language.stops` weighs what stands around a gap: for the end of a sentence, and for any stop."""
    lines = csv.reader(files("schemas.vocabulary").joinpath("stops.csv").read_text("utf-8").splitlines()[1:])
    return {sign: (float(full), float(pause)) for sign, full, pause in lines}
