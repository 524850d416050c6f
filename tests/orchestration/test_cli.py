"""The command line: what it prints, and its exit status."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from orchestration.cli import app
from tests.conftest import SAMPLES


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_ingest_reports_and_exits_0(tmp_path: Path) -> None:
    first = run("ingest", SAMPLES, "--data-dir", tmp_path)
    again = run("ingest", SAMPLES, "--data-dir", tmp_path)
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "4 new" in first.output
    assert "4 unchanged" in again.output
    assert "Nothing has changed" in again.output


def test_ingest_with_a_bad_document_exits_3_and_names_it(tmp_path: Path) -> None:
    (tmp_path / "bad [1].txt").write_text("no transcript")
    result = run("ingest", tmp_path / "bad [1].txt", SAMPLES, "--data-dir", tmp_path / "data")
    assert result.exit_code == 3
    assert "bad [1].txt" in result.output
    assert "unknown_format" in result.output


def test_a_path_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    result = run("ingest", tmp_path / "nowhere", "--data-dir", tmp_path / "data")
    assert result.exit_code == 2
    assert "nowhere" in result.output


def test_status(samples_dir: Path) -> None:
    result = run("status", "--data-dir", samples_dir)
    assert result.exit_code == 0
    assert "4 of 2 companies" in result.output


def test_commands_before_the_first_load_say_what_to_do(tmp_path: Path) -> None:
    for command in (
        ["status"],
        ["query", "SELECT 1"],
        ["explain", "KC-2025Q1"],
        ["checks"],
        ["export", tmp_path / "out"],
    ):
        result = run(*command, "--data-dir", tmp_path / "none")
        assert result.exit_code == 2
        assert "ingest" in result.output


def test_query_in_each_format(samples_dir: Path) -> None:
    sql = "SELECT call_id, fiscal_quarter FROM call ORDER BY call_id"
    assert json.loads(run("query", sql, "--format", "json", "--data-dir", samples_dir).stdout)[0] == {
        "call_id": "KC-2024Q1",
        "fiscal_quarter": 1,
    }
    rows = list(csv.DictReader(io.StringIO(run("query", sql, "--format", "csv", "--data-dir", samples_dir).stdout)))
    assert rows[1]["call_id"] == "KC-2025Q1"
    assert "KC-2025Q1" in run("query", sql, "--data-dir", samples_dir).stdout


def test_a_broken_query_shows_duckdbs_message(samples_dir: Path) -> None:
    result = run("query", "SELEC 1", "--data-dir", samples_dir)
    assert result.exit_code == 2
    assert "SELEC" in result.output


@pytest.mark.parametrize("sql", ["DELETE FROM call", "CREATE TABLE x (y INT)", "COPY call TO 'stolen.csv'"])
def test_queries_cannot_write(samples_dir: Path, sql: str) -> None:
    assert run("query", sql, "--data-dir", samples_dir).exit_code == 2


def test_explain_shows_what_guidance_replaced(samples_dir: Path) -> None:
    result = run("explain", "NWTL-2025Q2", "revenue", "--data-dir", samples_dir)
    _, _, guided = result.output.partition("guidance revenue[total]")
    assert "before USD 1,640.0 million .. USD 1,700.0 million   raise" in guided
    assert "“net sales guidance to a range of $1.68 billion to $1.72 billion”" in guided
    assert "check guidance: consistent." in guided


def test_explain_shows_quotes_and_checks(samples_dir: Path) -> None:
    result = run("explain", "KC-2025Q1", "revenue", "--data-dir", samples_dir)
    assert result.exit_code == 0
    assert "revenue" in result.output
    assert "1,970" in result.output or "1.97" in result.output
    missing = run("explain", "KC-1999Q1", "--data-dir", samples_dir)
    assert missing.exit_code == 2
    assert "KC-1999Q1" in missing.output


def test_checks_filter_and_fail(samples_dir: Path) -> None:
    sums = run("checks", "--rule", "sum", "--data-dir", samples_dir)
    assert sums.exit_code == 0
    assert "sum" in sums.output
    assert "ratio" not in sums.output
    assert run("checks", "--fail-on", "error", "--data-dir", samples_dir).exit_code == 0
    assert run("checks", "--fail-on", "warn", "--data-dir", samples_dir).exit_code == 1
    assert run("checks", "--rule", "magic", "--data-dir", samples_dir).exit_code == 2


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_export_writes_every_table_and_view(samples_dir: Path, tmp_path: Path, form: str) -> None:
    assert run("export", tmp_path, "--format", form, "--data-dir", samples_dir).exit_code == 0
    names = {path.stem for path in tmp_path.glob(f"*.{form}")}
    assert {"call", "metric", "fact", "kpi", "qa_pair", "guidance_vs_actual"} <= names


@pytest.mark.parametrize("command", ["ingest", "status", "query", "explain", "checks", "export", "dashboard", "docs"])
def test_help_shows_an_example(command: str) -> None:
    assert f"earnings {command}" in run(command, "--help").output


def test_a_command_that_only_reads_imports_neither_the_grammar_nor_pandera() -> None:
    slow = "{'transforms', 'pandera', 'great_expectations', 'streamlit', 'dagster'}"
    code = f"import sys, orchestration.cli; print(sorted({slow} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
