"""One load: catalogue, parse, resolve, check, audit, publish.

The same functions serve the command line and the Dagster assets. What a transcript means is decided in
`transforms/`, how it rests in `warehouse/`; here stands only the order of things.
"""

from __future__ import annotations

import logging
import os
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from multiprocessing import get_context
from pathlib import Path

import polars as pl

from orchestration import catalogue
from schemas.tables import PARSED
from schemas.waivers import Waiver
from transforms.consistency import check
from transforms.document import Source
from transforms.facts import resolve
from transforms.implied import imply
from transforms.parse import LOAD_COLUMNS, PARTS, Claim, Parsed, Refusal, duplicate, parse
from warehouse import read
from warehouse.alerts import Told, read_notifiers, tell
from warehouse.schema import failures
from warehouse.store import Staging, staging
from warehouse.waivers import apply, expired, read_waivers

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font that lacks a table, in each worker
BATCH = 24
"""Documents parsed and written at a time: memory does not grow with the number of calls."""
_COMPANIES = 250
_POOL_FROM = 8


@dataclass(slots=True)
class Report:
    """What a load did."""

    run_id: str
    seen: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)
    call_ids: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    expired: list[Waiver] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    seconds: float = 0.0
    published: bool = False


Progress = Callable[[str, int, int], None]


def code_version() -> str:
    """The version of this software."""
    try:
        return version("earnings-warehouse")
    except PackageNotFoundError:
        return "unknown"


def load(
    paths: Iterable[Path],
    data_dir: Path,
    *,
    workers: int | None = None,
    progress: Progress = lambda stage, done, of: None,
) -> Report:
    """Load what is new or changed under some paths, audit and publish.

    Raises:
        FileNotFoundError: a path does not exist.
        warehouse.store.BusyError: another load is running.
        warehouse.store.AuditError: the result breaks rules of structure; nothing is published.
        warehouse.waivers.WaiverError: `waivers.yaml` of the data directory cannot be read.
        warehouse.alerts.AlertError: `alerts.yaml` of the data directory cannot be read.
    """
    files = catalogue.find(paths)
    return load_batches(
        lambda known: _parsed(files, known, workers or os.cpu_count() or 1), len(files), data_dir, progress=progress
    )


def load_batches(batches: Callable[[frozenset[str]], Iterable[Batch]], seen: int, data_dir: Path, *, wait: float = 0.0,
                 progress: Progress = lambda stage, done, of: None) -> Report:  # fmt: skip
    """Write batches that are already parsed, resolve, check, audit and publish.

    Args:
        batches: gives the batches, told the hashes of what was loaded before.
        seen: how many documents there are.
        data_dir: where the warehouse lives.
        wait: seconds to wait for another load to end.
        progress: told the stage, how many are done, and of how many.
    """
    started = _now()
    read_notifiers(data_dir)  # what is wrong with them is said before the work, not after it
    report = Report(run_id=f"{started:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}", seen=seen)
    with staging(data_dir, wait) as work:
        writer = _Writer(work, report, started)
        done = 0
        for batch in batches(writer.known):
            writer.write(batch)
            done += batch.files
            progress("parse", done, seen)
        progress("facts", 0, len(writer.companies))
        writer.derive(lambda done: progress("facts", done, len(writer.companies)))
        writer.waive(read_waivers(data_dir))
        if writer.has_changes:
            writer.finish()
            report.published = work.publish = True
            progress("publish", 0, 1)
    if report.published:
        with read.connect(data_dir) as warehouse:
            report.told = tell(warehouse, data_dir)
    report.seconds = (_now() - started).total_seconds()
    return report


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(slots=True)
class Batch:
    """What parsing some files gave."""

    files: int
    parsed: Parsed
    refused: list[Refusal] = field(default_factory=list)
    unchanged: int = 0


def _work(paths: list[Path], known: frozenset[str]) -> Batch:
    """Read and parse some files; bytes that were loaded before are not parsed again."""
    sources: list[Source] = []
    refused: list[Refusal] = []
    unchanged = 0
    for path in paths:
        found = catalogue.read(path)
        if isinstance(found, Refusal):
            refused.append(found)
        elif found.sha256 in known:
            unchanged += 1
        else:
            sources.append(found)
    return Batch(len(paths), _sound(parse(sources)), refused, unchanged)


def _sound(parsed: Parsed) -> Parsed:
    """Without the calls whose rows break a rule of their table, which are refused: no document stops the others."""
    broken: dict[str, list[str]] = defaultdict(list)
    for table in PARSED:
        rows = parsed.frames[table.name]
        for column, check_, case, index in failures(table, rows, LOAD_COLUMNS).iter_rows():
            broken[rows["call_id"][index]].append(f"{table.name}.{column} breaks {check_} with {case!r}")
    if not broken:
        return parsed
    of = dict(parsed.frames["call"].select("call_id", pl.struct("source_uri", "content_sha256")).iter_rows())
    refused = [
        Refusal(of[call_id]["source_uri"], of[call_id]["content_sha256"], "load", "broken_rows", f"{len(cases)} values of {call_id} break rules of the tables: "
                f"{'; '.join(cases[:_CASES])}. This is a defect of the parser; please report it with the document.")
        for call_id, cases in broken.items()
    ]  # fmt: skip
    frames = {
        name: rows.filter(~pl.col("call_id").is_in(list(broken))) if name != "company" else rows
        for name, rows in parsed.frames.items()
    }
    return replace(parsed, frames=frames, refused=[*parsed.refused, *refused])


_CASES = 5
"""Failure cases that a refusal lists."""


def _parsed(files: list[Path], known: frozenset[str], workers: int) -> Iterator[Batch]:
    """Batches in order, parsed by a few processes that never run far ahead."""
    queue = list(catalogue.batches(files, BATCH))
    if workers == 1 or len(files) < _POOL_FROM:
        yield from (_work(paths, known) for paths in queue)
        return
    size = max(1, min(BATCH, -(-len(files) // (workers * 4))))
    queue = list(catalogue.batches(files, size))
    # Forking a process that holds threads (DuckDB's) may hang: start clean ones.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        running: list[Future[Batch]] = [pool.submit(_work, paths, known) for paths in queue[: workers * 3]]
        waiting = iter(queue[workers * 3 :])
        while running:
            yield running.pop(0).result()
            following = next(waiting, None)
            if following is not None:
                running.append(pool.submit(_work, following, known))


class _Writer:
    """Writes parsed batches into a staging warehouse and keeps account."""

    def __init__(self, work: Staging, report: Report, started: datetime) -> None:
        self._work = work
        self._report = report
        self._started = started
        versions = work.rows("SELECT call_id, max(version) AS version FROM call_version GROUP BY call_id")
        self._versions: dict[str, int] = dict(versions.iter_rows())
        self.known = frozenset(work.rows("SELECT content_sha256 FROM call_version")["content_sha256"])
        self._losers = {
            (sha, detail) for sha, detail in work.rows("SELECT content_sha256, detail FROM quarantine WHERE reason = 'duplicate_call'").iter_rows()
        }  # fmt: skip
        self._loaded: dict[str, Claim] = {}
        self._old: dict[str, pl.DataFrame] = {}
        self.companies: set[str] = set()
        self.has_changes = False

    def write(self, batch: Batch) -> None:
        """Write one batch in one transaction."""
        report = self._report
        report.unchanged += batch.unchanged
        with self._work.transaction():
            self._settle(batch.parsed)
            for refusal in (*batch.refused, *batch.parsed.refused):
                self._refuse(refusal)

    def _settle(self, parsed: Parsed) -> None:
        """Decide which documents of a batch to keep where several claim to be the same call, and write them."""
        report = self._report
        report.unchanged += parsed.repeated
        keep: list[str] = []
        claims = (
            parsed.frames["call"]
            .with_columns(pl.col("text").str.len_chars().alias("size"))
            .select("call_id", "size", "content_sha256", "source_uri", "company_id")
        )
        for call_id, size, sha, uri, company_id in claims.iter_rows():
            if any(sha == lost for lost, _ in self._losers):
                detail = next(detail for lost, detail in self._losers if lost == sha)
                report.refused.append(Refusal(uri, sha, "load", "duplicate_call", detail))
                continue
            claim = Claim(size, sha, uri)
            held = self._loaded.get(call_id)
            if held and held.content_sha256 == sha:
                report.unchanged += 1
                continue
            if held and held > claim:
                self._refuse(duplicate(call_id, claim, held))
                continue
            if held:
                self._refuse(duplicate(call_id, held, claim))
                self._work.delete_calls([call_id])
                self._work.connection.execute(
                    "DELETE FROM call_version WHERE call_id = ? AND content_sha256 = ?", [call_id, held.content_sha256]
                )
            elif call_id in self._versions:
                self._remember(call_id)
                self._work.delete_calls([call_id])
                report.changed += 1
            else:
                report.new += 1
            if not held:
                report.call_ids.append(call_id)
            self._loaded[call_id] = claim
            self.companies.add(company_id)
            keep.append(call_id)
        self._insert(parsed, keep)

    def _remember(self, call_id: str) -> None:
        self._old[call_id] = self._stated(call_id)

    def _stated(self, call_id: str) -> pl.DataFrame:
        """What a call states officially: one value for each number, the surest."""
        return self._work.rows(
            "SELECT call_id, metric, segment, basis, period, measure, arg_max(value, confidence) AS value FROM metric WHERE call_id = ? AND is_official GROUP BY ALL",
            [call_id],
        )

    def _insert(self, parsed: Parsed, keep: list[str]) -> None:
        if not keep:
            return
        self.has_changes = True
        kept = {name: parsed.frames[name].filter(pl.col("call_id").is_in(keep)) for name in PARTS if name != "company"}
        call = kept["call"].with_columns(
            version=pl.Series([self._versions.get(call_id, 0) + 1 for call_id in kept["call"]["call_id"]], dtype=pl.Int32),
            loaded_at=pl.lit(self._started), run_id=pl.lit(self._report.run_id),
        )  # fmt: skip
        company = (
            parsed.frames["company"]
            .filter(pl.col("company_id").is_in(call["company_id"].to_list()))
            .unique("company_id", keep="last", maintain_order=True)
        )
        for name in ("speaker", "turn", "metric", "guidance"):
            self._work.insert(name, kept[name])
        self._work.insert("call", call)
        self._work.insert(
            "call_version", call.select("call_id", "version", "content_sha256", "source_uri", "loaded_at", "run_id")
        )
        self._work.connection.execute(
            "DELETE FROM company WHERE company_id IN (SELECT unnest(?))", [company["company_id"].to_list()]
        )
        self._work.insert("company", company)

    def _refuse(self, refusal: Refusal) -> None:
        self._report.refused.append(refusal)
        where = [refusal.source_uri, refusal.content_sha256, refusal.stage, refusal.reason]
        known = self._work.connection.execute(
            "SELECT 1 FROM quarantine WHERE source_uri = ? AND content_sha256 IS NOT DISTINCT FROM ? AND stage = ? AND reason = ?",
            where,
        ).fetchone()
        if known is None:
            self.has_changes = True
            self._work.connection.execute(
                "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?)",
                [*where, refusal.detail, self._report.run_id, self._started],
            )

    def derive(self, progress: Callable[[int], None]) -> None:
        """Resolve facts and evaluate checks anew for every company touched."""
        companies = sorted(self.companies)
        for start in range(0, len(companies), _COMPANIES):
            some = companies[start : start + _COMPANIES]
            derived = derive(self._work, some)
            with self._work.transaction():
                self._work.replace_derived(some, *derived)
            progress(min(start + _COMPANIES, len(companies)))

    def waive(self, waivers: Sequence[Waiver]) -> None:
        """Mark the failures that waivers cover."""
        today = self._started.date()
        with self._work.transaction():
            self.has_changes |= apply(self._work.connection, waivers, today) > 0
        self._report.expired = expired(waivers, today)

    def finish(self) -> None:
        """Write what changed and the load's own row."""
        with self._work.transaction():
            for call_id, old in self._old.items():
                self._work.insert("call_change", _changes(old, self._stated(call_id), self._versions[call_id] + 1))
            report = self._report
            report.rows = self._work.row_counts()
            status = "published_with_quarantine" if report.refused else "published"
            ended = _now()
            self._work.connection.execute(
                "INSERT INTO load_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, MAP(?::VARCHAR[], ?::BIGINT[]), ?)",
                [report.run_id, self._started, ended, status, report.seen, report.new, report.changed, report.unchanged, len(report.refused),
                 list(report.rows), list(report.rows.values()), code_version()],
            )  # fmt: skip


def derive(work: Staging, companies: Sequence[str]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Facts, check results and implied figures of some companies, from the mentions in a warehouse."""
    ids = [list(companies)]
    of = "call_id IN (SELECT call_id FROM call WHERE company_id IN (SELECT unnest(?)))"
    call = work.rows("SELECT call_id, company_id, fiscal_period FROM call WHERE company_id IN (SELECT unnest(?))", ids)
    metric = work.rows(f"SELECT * EXCLUDE (quote) FROM metric WHERE {of}", ids)
    turn = work.rows(
        f"SELECT call_id, turn_no, renders_turn_no FROM turn WHERE renders_turn_no IS NOT NULL AND {of}", ids
    )
    company = work.rows("SELECT company_id, ticker FROM company WHERE company_id IN (SELECT unnest(?))", ids)
    guidance = work.rows(f"SELECT * EXCLUDE (quote) FROM guidance WHERE {of}", ids)
    fact = resolve(metric, call)
    return fact, check(fact, metric, turn, company, guidance, call), imply(fact, company)


def _changes(old: pl.DataFrame, new: pl.DataFrame, version_no: int) -> pl.DataFrame:
    """Numbers that came, went or moved between two versions of a call."""
    on = ["call_id", "metric", "segment", "basis", "period", "measure"]
    both = old.rename({"value": "old_value"}).join(
        new.rename({"value": "new_value"}), on=on, how="full", coalesce=True, nulls_equal=True
    )
    return (
        both.filter(pl.col("old_value").ne_missing(pl.col("new_value")))
        .with_columns(version=pl.lit(version_no, pl.Int32))
        .sort(on)
    )
