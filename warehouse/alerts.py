"""Alerts: an open failure is told once, and its resolution once.

`alerts.yaml` of a data directory names the notifiers; `alerts.state.json` beside it remembers what each was told.
What could not be told is not remembered, so that the next load tells it again.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import yaml
from pydantic import ValidationError

from schemas.alerts import FileNotifier, WebhookNotifier, parse_notifiers
from warehouse.read import OPEN, or_worse

FILE, STATE = "alerts.yaml", "alerts.state.json"
_SHOWN = 20
"""Events that the text of a message spells out."""

Event = dict[str, str]


class AlertError(Exception):
    """The notifiers of a data directory cannot be read."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one notifier was told."""

    name: str
    opened: int
    resolved: int
    error: str | None = None


def read_notifiers(data_dir: Path) -> tuple[FileNotifier | WebhookNotifier, ...]:
    """The notifiers of a data directory; none where there is no file.

    Raises:
        AlertError: the file is no list of notifiers; names the file, the place and the remedy.
    """
    path = data_dir / FILE
    if not path.exists():
        return ()
    try:
        return parse_notifiers(path.read_text("utf-8"))
    except (ValidationError, ValueError, yaml.YAMLError) as error:
        raise AlertError(
            f"{path}: {error}. Give each notifier a name of its own, kind (file or webhook), and path or url."
        ) from error


def tell(connection: duckdb.DuckDBPyConnection, data_dir: Path) -> list[Told]:
    """Tell every notifier of a data directory what has opened and what is resolved since it was last told.

    Raises:
        AlertError: the notifiers, or what they were told, cannot be read.
    """
    notifiers = read_notifiers(data_dir)
    state = _state(data_dir) if notifiers else {}
    told = []
    for notifier in notifiers:
        known = state.get(notifier.name, {})
        now = _open(connection, notifier.severity)
        opened = [event for check_id, event in now.items() if check_id not in known]
        resolved = [{**event, "event": "resolved"} for check_id, event in sorted(known.items()) if check_id not in now]
        if not opened and not resolved:
            told.append(Told(notifier.name, 0, 0))
            continue
        try:
            _SENDERS[notifier.kind](notifier, [*opened, *resolved], data_dir)
        except (OSError, urllib.error.URLError) as error:
            told.append(Told(notifier.name, len(opened), len(resolved), str(error)))
            continue
        state[notifier.name] = now
        told.append(Told(notifier.name, len(opened), len(resolved)))
        _remember(data_dir, state)
    return told


def _open(connection: duckdb.DuckDBPyConnection, severity: str) -> dict[str, Event]:
    """Open failures of a severity or worse, by check."""
    rows = connection.execute(
        "SELECT check_id, call_id, period, rule, severity, expression, explanation FROM check_result"
        f" WHERE {OPEN} AND severity IN (SELECT unnest($worse)) ORDER BY check_id",
        {"worse": or_worse(severity)},
    )
    names = [column[0] for column in rows.description]
    return {row[0]: {"event": "opened", **dict(zip(names, map(str, row), strict=True))} for row in rows.fetchall()}


def _state(data_dir: Path) -> dict[str, dict[str, Event]]:
    path = data_dir / STATE
    try:
        found: dict[str, dict[str, Event]] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    except (OSError, ValueError) as error:
        raise AlertError(f"{path}: {error}. Remove it to tell every open failure anew.") from error
    return found


def _remember(data_dir: Path, state: dict[str, dict[str, Event]]) -> None:
    """Written aside and moved, so that a stopped load leaves the old state or the new one."""
    aside = data_dir / f"{STATE}.new"
    aside.write_text(json.dumps(state, indent=1), "utf-8")
    aside.replace(data_dir / STATE)


def _to_file(notifier: FileNotifier, events: list[Event], data_dir: Path) -> None:
    told_at = datetime.now(UTC).isoformat(timespec="seconds")
    path = data_dir / notifier.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.writelines(json.dumps({"told_at": told_at, **event}, ensure_ascii=False) + "\n" for event in events)


def _to_webhook(notifier: WebhookNotifier, events: list[Event], data_dir: Path) -> None:
    lines = [
        f"{event['event']}: {event['call_id']} {event['rule']}: {event['explanation']}" for event in events[:_SHOWN]
    ]
    if len(events) > _SHOWN:
        lines.append(f"and {len(events) - _SHOWN} more")
    body = json.dumps({"text": "\n".join(lines), "events": events}, ensure_ascii=False).encode()
    request = urllib.request.Request(str(notifier.url), body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=notifier.timeout_seconds):
        pass


_SENDERS: dict[str, Callable[..., None]] = {"file": _to_file, "webhook": _to_webhook}
