"""Reading the published warehouse: SQL, status, checks, export. Nothing here writes to it."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from schemas.tables import RULES, SEVERITIES, STATUSES, TABLES
from warehouse.views import views

FILE = "earnings.duckdb"


def published(data_dir: Path) -> Path:
    """The published file of a data directory."""
    return data_dir / FILE


def connect(data_dir: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the published file.

    Raises:
        FileNotFoundError: nothing has been published there.
    """
    path = published(data_dir)
    if not path.exists():
        raise FileNotFoundError(
            f"There is no warehouse at {path}. Load transcripts first: earnings ingest PATH --data-dir {data_dir}"
        )
    return duckdb.connect(str(path), read_only=True)


def answer(connection: duckdb.DuckDBPyConnection, sql: str, form: str, width: int = 200) -> str:
    """The answer to a query as text: `table` (as wide as `width`), `csv` or `json`.

    The connection loses its access to files, so that a query can read the warehouse and nothing else.

    Raises:
        duckdb.Error: with DuckDB's own message.
    """
    connection.execute("SET enable_external_access = false")
    relation = connection.sql(sql)
    if relation is None:
        return ""
    if form == "table":
        shown = io.StringIO()
        with redirect_stdout(shown):
            relation.show(max_width=width, max_rows=10_000)
        return shown.getvalue()
    frame: pl.DataFrame = relation.pl()
    if form == "json":
        return frame.write_json() + "\n"
    return _flat(frame).write_csv()


def _flat(frame: pl.DataFrame) -> pl.DataFrame:
    """Lists and structs as JSON text, which CSV has no form for."""
    nested = [name for name, kind in frame.schema.items() if kind.is_nested()]
    return frame.with_columns(
        pl.col(name).map_elements(
            lambda value: str(value.to_list() if isinstance(value, pl.Series) else value), return_dtype=pl.String
        )
        for name in nested
    )


def status(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """What the warehouse holds and how well it is, one line each."""

    def one(sql: str) -> list[tuple[Any, ...]]:
        return connection.sql(sql).fetchall()

    calls, companies, first, last = one(
        "SELECT count(*), count(DISTINCT company_id), min(fiscal_period), max(fiscal_period) FROM call"
    )[0]
    lines = [f"Calls        {calls} of {companies} companies, {first} to {last}"]
    counts = one(" UNION ALL ".join(f"SELECT '{table.name}', count(*) FROM {table.name}" for table in TABLES))
    lines.append("Rows         " + ", ".join(f"{name} {count:,}" for name, count in counts))
    for run_id, started, state, new, changed, refused in one(
        "SELECT run_id, started_at, status, documents_new, documents_changed, documents_quarantined FROM load_run ORDER BY started_at DESC LIMIT 1"
    ):
        lines.append(
            f"Last run     {run_id} at {started:%Y-%m-%d %H:%M} UTC: {state.replace('_', ' ')}; {new} new, {changed} changed, {refused} quarantined"
        )
    errors, warnings = one(
        "SELECT count(*) FILTER (severity = 'error'), count(*) FILTER (severity = 'warn') FROM check_result WHERE status = 'inconsistent' AND waived_by IS NULL"
    )[0]
    agree = one(
        "SELECT count(*) FILTER (status = 'consistent'), count(*) FILTER (status <> 'not_evaluable') FROM check_result"
    )[0]
    lines.append(
        f"Checks       {agree[0]} of {agree[1]} consistent; open failures: {errors} errors, {warnings} warnings"
    )
    score = one("SELECT round(median(score), 1), min(score) FROM call_quality")[0]
    lines.append(f"Quality      median score {score[0]}, lowest {score[1]} of 100")
    refused = one("SELECT reason, count(*) FROM quarantine GROUP BY reason ORDER BY 2 DESC")
    if refused:
        lines.append("Quarantine   " + ", ".join(f"{count} {reason}" for reason, count in refused))
    return lines


def checks(
    connection: duckdb.DuckDBPyConnection,
    *,
    status: str | None = None,
    rule: str | None = None,
    call_id: str | None = None,
) -> pl.DataFrame:
    """Check results, the gravest first.

    Raises:
        ValueError: a status or rule that does not exist.
    """
    for given, known, what in ((status, STATUSES, "status"), (rule, RULES, "rule")):
        if given is not None and given not in known:
            raise ValueError(f"There is no {what} {given!r}. Known: {', '.join(known)}.")
    found: pl.DataFrame = connection.sql(
        "SELECT * FROM check_result WHERE ($status IS NULL OR status = $status) AND ($rule IS NULL OR rule = $rule) AND ($call IS NULL OR call_id = $call)"
        " ORDER BY status = 'inconsistent' DESC, list_position(['error', 'warn', 'info'], severity), call_id, period, rule, expression",
        params={"status": status, "rule": rule, "call": call_id},
    ).pl()
    return found


OPEN = "status = 'inconsistent' AND waived_by IS NULL"
"""Which rows of `check_result` are open failures."""


def or_worse(severity: str) -> list[str]:
    """A severity and those that are worse.

    Raises:
        ValueError: a severity that does not exist.

    >>> or_worse("warn")
    ['error', 'warn']
    """
    if severity not in SEVERITIES:
        raise ValueError(f"There is no severity {severity!r}. Known: {', '.join(SEVERITIES)}.")
    return list(SEVERITIES[: SEVERITIES.index(severity) + 1])


def open_failures(connection: duckdb.DuckDBPyConnection, severity: str, call_id: str | None = None) -> int:
    """How many checks of a severity or worse are inconsistent and not waived.

    Raises:
        ValueError: a severity that does not exist.
    """
    row = connection.execute(
        f"SELECT count(*) FROM check_result WHERE {OPEN} AND severity IN (SELECT unnest($worse)) AND ($call IS NULL OR call_id = $call)",
        {"worse": or_worse(severity), "call": call_id},
    ).fetchone()
    return int(row[0]) if row else 0


def export(connection: duckdb.DuckDBPyConnection, folder: Path, form: str) -> list[Path]:
    """Write every table and view to `folder` as Parquet or CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in (*(table.name for table in TABLES), *views()):
        path = folder / f"{name}.{form}"
        relation = connection.sql(f"SELECT * FROM {name}")
        if form == "parquet":
            relation.write_parquet(str(path))
        else:
            relation.write_csv(str(path), header=True)
        written.append(path)
    return written
