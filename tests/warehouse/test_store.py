"""Structure: DDL, comments, audit and views come from the declarations, and hold for the samples."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl
import pytest

from schemas.tables import BY_NAME, TABLES
from warehouse.audit import QUERIES, audit
from warehouse.data_docs import build
from warehouse.explain import explain
from warehouse.read import connect
from warehouse.schema import all_ddl, failures
from warehouse.views import views


def test_every_table_and_column_carries_its_comment(samples_dir: Path) -> None:
    with connect(samples_dir) as warehouse:
        said = dict(
            warehouse.sql(
                "SELECT table_name || '.' || column_name, comment FROM duckdb_columns() WHERE NOT internal AND table_name IN (SELECT table_name FROM duckdb_tables())"
            ).fetchall()
        )
    assert said == {f"{table.name}.{column.name}": column.comment for table in TABLES for column in table.columns}


def test_ddl_can_be_run_twice() -> None:
    with duckdb.connect() as warehouse:
        for statement in (*all_ddl(), *all_ddl()):
            warehouse.execute(statement)


def test_a_sound_warehouse_passes_the_audit(samples_dir: Path) -> None:
    with connect(samples_dir) as warehouse:
        assert audit(warehouse) == []


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("UPDATE metric SET quote = quote || '!'", "quote"),
        ("INSERT INTO turn SELECT * FROM turn LIMIT 1", "unique"),
        ("DELETE FROM speaker", "turn_of_known_speaker"),
        ("UPDATE guidance SET low = 2, high = 1", "range_in_order"),
        ("UPDATE metric SET confidence = 7", "confidence"),
        ("UPDATE metric SET unit = 'furlong'", "unit"),
        ("UPDATE fact SET period = 'soon'", "period"),
    ],
)
def test_the_audit_finds_damage(samples_dir: Path, tmp_path: Path, damage: str, rule: str) -> None:
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes((samples_dir / "earnings.duckdb").read_bytes())
    with duckdb.connect(str(copy)) as warehouse:
        warehouse.execute(damage)
        assert any(rule in f"{finding}" for finding in audit(warehouse))


def test_audit_queries_name_declared_tables() -> None:
    assert {table for table, _ in QUERIES} <= set(BY_NAME)


def test_failures_name_column_check_and_case() -> None:
    table = BY_NAME["speaker"]
    rows = pl.DataFrame({column.name: ["x"] if "[]" not in column.type else [["x"]] for column in table.columns})
    broken = failures(table, rows.with_columns(role=pl.lit("juggler")))
    assert broken.select("column", "failure_case").rows() == [("role", "juggler")]


@pytest.mark.parametrize("view", sorted(views()))
def test_every_view_has_rows_on_the_samples(samples_dir: Path, view: str) -> None:
    with connect(samples_dir) as warehouse:
        assert warehouse.sql(f"SELECT count(*) FROM {view}").fetchall()[0][0] > 0


def test_explain_names_turn_and_speaker(samples_dir: Path) -> None:
    with connect(samples_dir) as warehouse:
        text = "\n".join(explain(warehouse, "NWTL-2025Q1", "eps"))
    assert "Maria Sand" in text
    assert "0.97" in text


def test_data_docs_are_pages_in_which_all_is_met(samples_dir: Path, tmp_path: Path) -> None:
    with connect(samples_dir) as warehouse:
        index, met = build(warehouse, tmp_path / "docs")
    assert met
    assert "metric" in index.read_text()
