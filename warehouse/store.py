"""Write, audit, publish.

A load copies the published file to a staging file, writes there in one transaction for each batch, is
audited, and takes the published file's place by an atomic rename. Readers never see half a load, and a
crash or a full disk leaves the published file as it was.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl
from filelock import FileLock, Timeout

from schemas.tables import PARSED, TABLES
from warehouse.audit import Finding, audit
from warehouse.read import FILE, published
from warehouse.schema import all_ddl
from warehouse.views import create_views


class AuditError(Exception):
    """The staging warehouse breaks rules of structure; nothing was published."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("; ".join(map(str, findings)))
        self.findings = list(findings)


class BusyError(Exception):
    """Another load is running on the same data directory."""


class Staging:
    """A warehouse being written. Made by `staging`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.publish = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One batch: all of it or none."""
        self.connection.begin()
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def insert(self, table: str, rows: pl.DataFrame) -> None:
        """Append rows; columns are matched by name."""
        if rows.height:
            self.connection.register("incoming", rows)
            self.connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
            self.connection.unregister("incoming")

    def delete_calls(self, call_ids: Sequence[str]) -> None:
        """Remove all parsed rows of some calls."""
        for table in PARSED:
            self.connection.execute(f"DELETE FROM {table.name} WHERE call_id IN (SELECT unnest(?))", [list(call_ids)])

    def replace_derived(
        self, company_ids: Sequence[str], fact: pl.DataFrame, check_result: pl.DataFrame, implied: pl.DataFrame
    ) -> None:
        """Replace the facts, check results and implied figures of some companies."""
        ids = [list(company_ids)]
        self.connection.execute(
            "DELETE FROM check_result WHERE call_id IN (SELECT call_id FROM call WHERE company_id IN (SELECT unnest(?))) OR call_id NOT IN (SELECT call_id FROM call)",
            ids,
        )
        for table in ("fact", "implied"):
            self.connection.execute(f"DELETE FROM {table} WHERE company_id IN (SELECT unnest(?))", ids)
        self.insert("fact", fact)
        self.insert("implied", implied)
        self.insert("check_result", check_result)

    def rows(self, query: str, parameters: Sequence[object] = ()) -> pl.DataFrame:
        """The answer to a query, as a frame."""
        found: pl.DataFrame = self.connection.sql(query, params=list(parameters)).pl()
        return found

    def row_counts(self) -> dict[str, int]:
        """Rows in each table."""
        counts = self.connection.sql(
            " UNION ALL ".join(f"SELECT '{table.name}', count(*) FROM {table.name}" for table in TABLES)
        )
        return dict(counts.fetchall())


@contextmanager
def staging(data_dir: Path, wait: float = 0.0) -> Iterator[Staging]:
    """A staging warehouse, audited and published on leaving where `publish` was set on it.

    Args:
        data_dir: the data directory; made where it is missing.
        wait: seconds to wait for another load to end.

    Raises:
        BusyError: another load holds the data directory.
        AuditError: the result breaks rules of structure; nothing is published.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    lock = FileLock(data_dir / ".earnings.lock")
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise BusyError(
            f"Another load is writing to {data_dir}. Wait until it is done, or use another --data-dir."
        ) from error
    target, file = published(data_dir), data_dir / f".{FILE}.staging"
    try:
        for leftover in data_dir.glob(f".{FILE}.staging*"):
            leftover.unlink()
        if target.exists():
            shutil.copyfile(target, file)
        connection = duckdb.connect(str(file))
        try:
            for statement in all_ddl():
                connection.execute(statement)
            create_views(connection)
            work = Staging(connection)
            yield work
            if work.publish:
                findings = audit(connection)
                if findings:
                    raise AuditError(findings)
                connection.execute("CHECKPOINT")
        finally:
            connection.close()
        if work.publish:
            _sync(file)
            file.replace(target)
    finally:
        for leftover in data_dir.glob(f".{FILE}.staging*"):
            leftover.unlink()
        lock.release()


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
