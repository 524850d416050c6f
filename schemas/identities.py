"""Identities between metrics, validated on load.

Holds the shape of an identity and the reading of `identities.yaml`; evaluating them belongs in
`transforms/consistency.py`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

_OPERAND = r"^[a-z0-9_]+\[[a-z0-9_]+\]$"
Operand = Annotated[str, Field(pattern=_OPERAND)]


class MetricSegment(NamedTuple):
    """A metric of a part of the company."""

    metric: str
    segment: str


def operand(text: str) -> MetricSegment:
    """Split `metric[segment]`.

    >>> operand("revenue[public_cloud]")
    MetricSegment(metric='revenue', segment='public_cloud')
    """
    match = re.fullmatch(r"(\w+)\[(\w+)\]", text)
    if match is None:
        raise ValueError(f"{text!r} is not an operand; write it as metric[segment]")
    return MetricSegment(*match.groups())


class _Identity(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    severity: Literal["error", "warn"] = "error"
    basis_free: tuple[Operand, ...] = ()
    implies: bool = True
    """Whether it may be solved for a figure that is not stated; not where companies leave parts out."""


class SumIdentity(_Identity):
    """`parts` add up to `total`."""

    rule: Literal["sum"]
    total: Operand
    parts: Annotated[tuple[Operand, ...], Field(min_length=2)]


class RatioIdentity(_Identity):
    """`ratio`, in percent, is `numerator` over `denominator`."""

    rule: Literal["ratio"]
    ratio: Operand
    numerator: Operand
    denominator: Operand


Identity = Annotated[SumIdentity | RatioIdentity, Field(discriminator="rule")]


@cache
def general_identities() -> tuple[SumIdentity | RatioIdentity, ...]:
    """The identities that hold for every company."""
    text = files("schemas").joinpath("identities.yaml").read_text("utf-8")
    return tuple(TypeAdapter(list[Identity]).validate_python(yaml.safe_load(text)))
