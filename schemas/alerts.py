"""Who is told of open failures, and how. Holds the shape of `alerts.yaml`; telling belongs in `warehouse/alerts.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, TypeAdapter


class _Notifier(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, Field(pattern=r"^[a-z0-9_-]+$")]
    severity: Literal["error", "warn", "info"] = "error"
    """Failures of this severity or worse are told."""


class FileNotifier(_Notifier):
    """Appends one JSON object a line."""

    kind: Literal["file"]
    path: Path
    """Relative to the data directory where not absolute."""


class WebhookNotifier(_Notifier):
    """Posts JSON: `{"text": …, "events": […]}`; `text` is what chat tools show."""

    kind: Literal["webhook"]
    url: HttpUrl
    timeout_seconds: Annotated[float, Field(gt=0, le=60)] = 10.0


Notifier = Annotated[FileNotifier | WebhookNotifier, Field(discriminator="kind")]


def parse_notifiers(text: str) -> tuple[FileNotifier | WebhookNotifier, ...]:
    """Read notifiers from YAML.

    Raises:
        pydantic.ValidationError: a field is missing, unknown or of the wrong shape, or a name stands twice.
        yaml.YAMLError: the text is no YAML.

    >>> parse_notifiers("- {name: log, kind: file, path: alerts.jsonl, severity: warn}")[0].severity
    'warn'
    """
    found = tuple(TypeAdapter(list[Notifier]).validate_python(yaml.safe_load(text) or []))
    names = [notifier.name for notifier in found]
    if len(set(names)) < len(names):
        raise ValueError("two notifiers have the same name")
    return found
