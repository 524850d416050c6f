"""What Great Expectations costs on a million rows: the samples' numbers many times over, every table validated, pages built."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import duckdb

from orchestration.load import load
from warehouse.read import connect, published

ROWS = 1_000_000


def measure(folder: Path) -> Iterator[str]:
    """The lines of the report."""
    with tempfile.TemporaryDirectory() as data, ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        load([folder], Path(data))
        rows = _multiplied(Path(data))
        imported, seconds, memory, met = pool.submit(_build, Path(data)).result()
    yield f"{rows:,} rows of metric      {seconds:.1f} s for all tables and the pages, {memory:.0f} MB at most, all expectations {'met' if met else 'NOT met'}; {imported:.1f} s more for the import"


def _multiplied(data: Path) -> int:
    """Repeat the rows of `metric` under keys of their own until there are a million."""
    with duckdb.connect(str(published(data))) as work:
        (count,) = work.execute("SELECT count(*) FROM metric").fetchall()[0]
        work.execute(
            "INSERT INTO metric SELECT metric.* REPLACE (metric_id || 'x' || copy AS metric_id) FROM metric, range(?) copies(copy)",
            [ROWS // count],
        )
        return int(work.execute("SELECT count(*) FROM metric").fetchall()[0][0])


def _build(data: Path) -> tuple[float, float, float, bool]:
    started = time.perf_counter()
    from warehouse import data_docs

    imported = time.perf_counter()
    with connect(data) as warehouse:
        _, met = data_docs.build(warehouse, data / "docs")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return imported - started, time.perf_counter() - imported, memory, met
