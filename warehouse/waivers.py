"""Waivers applied: `waivers.yaml` of a data directory marks failures in `check_result.waived_by`.

An expired waiver covers nothing and is reported, so that it is renewed or the failure mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb
import yaml
from pydantic import ValidationError

from schemas.waivers import Waiver, parse_waivers

FILE = "waivers.yaml"


class WaiverError(Exception):
    """The waivers of a data directory cannot be read."""


def read_waivers(data_dir: Path) -> tuple[Waiver, ...]:
    """The waivers of a data directory; none where there is no file.

    Raises:
        WaiverError: the file is no list of waivers; names the file, the place and the remedy.
    """
    path = data_dir / FILE
    if not path.exists():
        return ()
    try:
        return parse_waivers(path.read_text("utf-8"))
    except (ValidationError, yaml.YAMLError) as error:
        raise WaiverError(
            f"{path}: {error}. Give each waiver call, rule, reason, owner and expires (YYYY-MM-DD)."
        ) from error


def apply(connection: duckdb.DuckDBPyConnection, waivers: Sequence[Waiver], today: date) -> int:
    """Mark the failures that waivers cover, unmark the others; gives how many rows changed."""
    valid = [waiver for waiver in waivers if waiver.expires >= today]
    columns = [[getattr(waiver, name) for waiver in valid] for name in ("call", "rule", "expression", "note")]
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE waiver AS SELECT unnest(?::VARCHAR[]) AS call_id, unnest(?::VARCHAR[]) AS rule, unnest(?::VARCHAR[]) AS expression, unnest(?::VARCHAR[]) AS note",
        columns,
    )
    wanted = (
        "SELECT check_id, any_value(note) AS note FROM check_result LEFT JOIN waiver ON waiver.call_id = check_result.call_id AND waiver.rule = check_result.rule"
        " AND (waiver.expression IS NULL OR waiver.expression = check_result.expression) AND status = 'inconsistent' GROUP BY check_id"
    )
    row = connection.execute(
        f"UPDATE check_result SET waived_by = wanted.note FROM ({wanted}) AS wanted WHERE wanted.check_id = check_result.check_id AND waived_by IS DISTINCT FROM wanted.note"
    ).fetchone()
    return int(row[0]) if row else 0


def expired(waivers: Sequence[Waiver], today: date) -> list[Waiver]:
    """The waivers that have run out."""
    return [waiver for waiver in waivers if waiver.expires < today]
