"""The command line: `earnings`.

Reads arguments, calls `orchestration.load` and `warehouse.read`, prints. No rule about transcripts lives here. What
takes seconds to import (the grammar, pandera, Great Expectations, Streamlit) is imported by the command that needs it.
"""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import duckdb
import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from schemas.tables import RULES
from schemas.waivers import Waiver
from warehouse import explain as explaining
from warehouse import read
from warehouse.alerts import FILE as ALERTS
from warehouse.alerts import AlertError, Told, tell
from warehouse.waivers import WaiverError, expired, read_waivers

if TYPE_CHECKING:
    from orchestration.load import Report

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False,
    help="Earnings-call transcripts in, a DuckDB warehouse out: every number with its quote, its rounding interval and its checks.",
)  # fmt: skip
out, err = (
    Console(stderr=stderr, width=None if stream.isatty() else 200)
    for stderr, stream in ((False, sys.stdout), (True, sys.stderr))
)


class Format(StrEnum):
    """How `query` prints."""

    table = "table"
    csv = "csv"
    json = "json"


class FileFormat(StrEnum):
    """What `export` writes."""

    parquet = "parquet"
    csv = "csv"


DataDir = Annotated[
    Path,
    typer.Option(
        "--data-dir",
        help="Where the warehouse lives; the published file is DIR/earnings.duckdb.",
        envvar="EARNINGS_DATA_DIR",
    ),
]


def _stop(message: str, code: int) -> NoReturn:
    err.print(f"[red]{escape(message)}[/red]", soft_wrap=True)
    raise typer.Exit(code)


@app.command(epilog="Example: earnings ingest transcripts/ more/KC_q1_2025.txt")
def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Transcript files, or folders of them.", metavar="PATH…")],
    data_dir: DataDir = Path("data"),
    workers: Annotated[int | None, typer.Option(help="Processes that parse; all cores where not given.", min=1)] = None,
) -> None:
    """Load what is new or changed, audit it and publish it."""
    from orchestration.load import load
    from warehouse.store import AuditError, BusyError

    try:
        with _progress() as show:
            task = show.add_task("Reading transcripts", total=None)

            def progress(stage: str, done: int, of: int) -> None:
                words = {
                    "parse": "Reading transcripts",
                    "facts": "Resolving facts",
                    "publish": "Auditing and publishing",
                }
                show.update(task, description=words[stage], completed=done, total=of or None)

            report = load(paths, data_dir, workers=workers, progress=progress)
    except FileNotFoundError as error:
        _stop(str(error), 2)
    except (BusyError, WaiverError, AlertError) as error:
        _stop(str(error), 1)
    except AuditError as error:
        for finding in error.findings:
            err.print(f"[red]audit[/red] {escape(str(finding))}")
        _stop("The audit failed; nothing was published. The warehouse is as it was.", 1)
    except OSError as error:
        _stop(f"{data_dir}: {error.strerror or error}. Nothing was published; the warehouse is as it was.", 1)
    except duckdb.Error as error:
        _stop(f"{data_dir}: {error}. Nothing was published; the warehouse is as it was.", 1)
    _summary(report, data_dir)
    raise typer.Exit(3 if report.refused else 0)


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=err,
        transient=True,
    )


def _summary(report: Report, data_dir: Path) -> None:
    for refusal in report.refused:
        err.print(
            f"[yellow]quarantined[/yellow] {escape(refusal.source_uri)}: [bold]{refusal.reason}[/bold]. {escape(refusal.detail)}",
            soft_wrap=True,
        )
    _warn_expired(report.expired)
    counts = f"{report.seen} seen: {report.new} new, {report.changed} changed, {report.unchanged} unchanged, {len(report.refused)} quarantined"
    out.print(f"Documents {counts} ({report.seconds:.1f} s)", highlight=False)
    if report.published:
        rows = ", ".join(
            f"{count:,} {table}"
            for table, count in report.rows.items()
            if table in ("call", "speaker", "turn", "metric", "guidance", "fact", "check_result")
        )
        out.print(f"Rows      {rows}", highlight=False, soft_wrap=True)
        out.print(f"Published {read.published(data_dir)}", highlight=False, soft_wrap=True)
        _say_told(report.told, out)
    else:
        out.print("Nothing has changed; the published warehouse is as it was.")


def _warn_expired(waivers: list[Waiver]) -> None:
    for waiver in waivers:
        err.print(
            f"[yellow]expired waiver[/yellow] {escape(waiver.call)} {waiver.rule}: {escape(waiver.note)}. Renew it in waivers.yaml or remove it.",
            soft_wrap=True,
        )


@app.command(epilog="Example: earnings status --data-dir data")
def status(data_dir: DataDir = Path("data")) -> None:
    """Calls, periods, rows, the last run, open failures and the quality score."""
    with _open(data_dir) as warehouse:
        for line in read.status(warehouse):
            out.print(line, highlight=False, soft_wrap=True)


def _open(data_dir: Path) -> duckdb.DuckDBPyConnection:
    try:
        return read.connect(data_dir)
    except FileNotFoundError as error:
        _stop(str(error), 2)


@app.command(epilog='Example: earnings query "SELECT * FROM kpi" --format csv')
def query(
    sql: Annotated[str, typer.Argument(help="One SQL statement.", metavar="SQL")],
    format: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.table,
    data_dir: DataDir = Path("data"),
) -> None:
    """Read-only SQL over the published warehouse."""
    with _open(data_dir) as warehouse:
        try:
            text = read.answer(warehouse, sql, format.value, out.width)
        except duckdb.Error as error:
            _stop(str(error), 2)
    sys.stdout.write(text)


@app.command(epilog="Example: earnings explain KC-2025Q1 revenue")
def explain(
    call_id: Annotated[str, typer.Argument(help="A call, such as KC-2025Q1.", metavar="CALL")],
    metric: Annotated[str | None, typer.Argument(help="Only this metric.")] = None,
    data_dir: DataDir = Path("data"),
) -> None:
    """The facts of a call, each with its quotes, its conflicts and its checks."""
    with _open(data_dir) as warehouse:
        try:
            explained = explaining.explain(warehouse, call_id, metric)
        except LookupError as error:
            _stop(str(error.args[0]), 2)
    for line in explained:
        out.print(escape(line), highlight=False, soft_wrap=True)


_CHECK_COLUMNS = ("call_id", "period", "rule", "status", "severity", "explanation")


@app.command(epilog="Example: earnings checks --status inconsistent --rule sum")
def checks(
    status: Annotated[str | None, typer.Option(help="consistent, inconsistent or not_evaluable.")] = None,
    rule: Annotated[str | None, typer.Option(help=f"{', '.join(RULES[:-1])} or {RULES[-1]}.")] = None,
    call: Annotated[str | None, typer.Option(help="Only this call.")] = None,
    fail_on: Annotated[
        str | None, typer.Option(help="Exit 1 where a failure of this severity (error, warn) is open.")
    ] = None,
    limit: Annotated[int, typer.Option(help="At most so many results.", min=1)] = 200,
    data_dir: DataDir = Path("data"),
) -> None:
    """Check results, readable."""
    with _open(data_dir) as warehouse:
        try:
            found = read.checks(warehouse, status=status, rule=rule, call_id=call)
            open_failures = read.open_failures(warehouse, fail_on, call) if fail_on else 0
            run_out = expired(read_waivers(data_dir), date.today())
        except (ValueError, WaiverError) as error:
            _stop(str(error), 2)
    _warn_expired(run_out)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in _CHECK_COLUMNS:
        table.add_column(name.removesuffix("_id"), overflow="fold", no_wrap=name != "explanation")
    for row in found.head(limit).iter_rows(named=True):
        waived = f" Waived by {row['waived_by']}." if row["waived_by"] else ""
        cells = (*(row[name] for name in _CHECK_COLUMNS[:-1]), row["explanation"] + waived)
        table.add_row(*(escape(str(cell)) for cell in cells))
    out.print(table)
    out.print(
        f"{found.height} results" + (f", the first {limit} shown" if found.height > limit else ""), highlight=False
    )
    if fail_on and run_out:
        _stop(f"{len(run_out)} waivers have expired.", 1)
    if open_failures:
        _stop(f"{open_failures} open failures of severity {fail_on} or worse.", 1)


@app.command(epilog="Example: earnings alerts")
def alerts(data_dir: DataDir = Path("data")) -> None:
    """Tell the notifiers of alerts.yaml what has opened and what is resolved since they were last told."""
    with _open(data_dir) as warehouse:
        try:
            told = tell(warehouse, data_dir)
        except AlertError as error:
            _stop(str(error), 2)
    if not told:
        out.print(
            f"There are no notifiers. Name them in {data_dir / ALERTS}; docs/alerts.md shows how.", soft_wrap=True
        )
    _say_told(told, out)
    raise typer.Exit(1 if any(each.error for each in told) else 0)


def _say_told(told: list[Told], console: Console) -> None:
    for each in told:
        failed = f", not told: {each.error}; the next load tells it again" if each.error else ""
        console.print(
            f"Alerts    {each.name}: {each.opened} opened, {each.resolved} resolved{failed}",
            highlight=False,
            soft_wrap=True,
        )


@app.command(epilog="Example: earnings export out/ --format parquet")
def export(
    folder: Annotated[Path, typer.Argument(help="Where to write.", metavar="DIR")],
    format: Annotated[FileFormat, typer.Option("--format", help="What to write.")] = FileFormat.parquet,
    data_dir: DataDir = Path("data"),
) -> None:
    """Write every table and view to files."""
    with _open(data_dir) as warehouse:
        try:
            written = read.export(warehouse, folder, format.value)
        except OSError as error:
            _stop(f"{folder}: {error.strerror or error}.", 1)
    out.print(f"Wrote {len(written)} files to {folder}", highlight=False, soft_wrap=True)


@app.command(epilog="Example: earnings docs")
def docs(
    data_dir: DataDir = Path("data"),
    folder: Annotated[Path | None, typer.Option("--out", help="Where to write; DIR/docs where not given.")] = None,
) -> None:
    """Build Great Expectations Data Docs of the published warehouse."""
    from warehouse.data_docs import build

    with _open(data_dir) as warehouse:
        index, passed = build(warehouse, folder or data_dir / "docs")
    out.print(
        f"{'All expectations are met' if passed else 'Some expectations are not met'}. Open {index}",
        highlight=False,
        soft_wrap=True,
    )


@app.command(epilog="Example: earnings dashboard --port 8501")
def dashboard(
    data_dir: DataDir = Path("data"),
    port: Annotated[int, typer.Option(help="Port on localhost.", min=1, max=65535)] = 8501,
) -> None:
    """Serve the data-quality dashboard on localhost."""
    _open(data_dir).close()
    from warehouse.dashboard.serve import serve

    try:
        serve(data_dir, port)
    except OSError as error:
        _stop(f"Port {port} on localhost cannot be opened: {error}. Name another with --port.", 1)


if __name__ == "__main__":
    app()
