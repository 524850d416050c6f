"""What is known of companies beforehand. A company without a file here works all the same."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from schemas.identities import Identity
from schemas.vocabulary import Metric, Phrase


class Company(BaseModel):
    """One company: names, reporting currency, fiscal year, segments, own metrics and identities."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    ticker: str
    name: str
    aliases: tuple[str, ...] = ()
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "USD"
    fiscal_year_end_month: Annotated[int, Field(ge=1, le=12)] = 12
    segments: dict[str, tuple[Phrase, ...]] = {}
    metrics: tuple[Metric, ...] = ()
    identities: tuple[Identity, ...] = ()


@cache
def known_companies() -> tuple[Company, ...]:
    """Every company file, in name order."""
    found = sorted(
        (entry for entry in files("schemas.companies").iterdir() if entry.name.endswith(".yaml")),
        key=lambda entry: entry.name,
    )
    return tuple(Company.model_validate(yaml.safe_load(entry.read_text("utf-8"))) for entry in found)


@cache
def by_ticker() -> dict[str, Company]:
    return {company.ticker: company for company in known_companies()}
