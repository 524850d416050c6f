"""Waivers: failures of checks that somebody answers for, until a day. Holds their shape; applying them belongs in `warehouse/waivers.py`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from schemas.tables import RULES


class Waiver(BaseModel):
    """One waiver: which failures of a call, why, who answers for it, and until when."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    call: str
    rule: Annotated[str, Field(pattern=f"^(?:{'|'.join(RULES)})$")]
    expression: str | None = None
    """The check's expression, as `earnings checks` shows it; every check of the rule where left out."""
    reason: Annotated[str, Field(min_length=3)]
    owner: Annotated[str, Field(min_length=1)]
    expires: date

    @property
    def note(self) -> str:
        """What stands in `check_result.waived_by`."""
        return f"{self.owner}: {self.reason} (until {self.expires})"


def parse_waivers(text: str) -> tuple[Waiver, ...]:
    """Read waivers from YAML.

    Raises:
        pydantic.ValidationError: a field is missing, unknown or of the wrong shape.
        yaml.YAMLError: the text is no YAML.

    >>> parse_waivers("- {call: KC-2025Q1, rule: sum, reason: rounded in speech, owner: Ann, expires: 2030-01-31}")[0].note
    'Ann: rounded in speech (until 2030-01-31)'
    """
    return tuple(TypeAdapter(list[Waiver]).validate_python(yaml.safe_load(text) or []))
