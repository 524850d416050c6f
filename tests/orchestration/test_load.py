"""Loads: what is new, unchanged, changed, doubled; what is refused; and what a crash leaves behind."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest

from orchestration import load as loading
from orchestration.load import load
from tests.conftest import SAMPLES
from transforms.document import Source
from transforms.parse import Parsed
from warehouse import store
from warehouse.read import connect, published
from warehouse.store import AuditError, BusyError, staging

Q1 = SAMPLES / "northwind_tools_2025q1.txt"


def ask(data_dir: Path, sql: str) -> list[tuple[object, ...]]:
    with connect(data_dir) as warehouse:
        return warehouse.sql(sql).fetchall()


def transcript(revenue: str = "$5.0 million", more: str = "") -> str:
    return json.dumps({
        "ticker": "ACME", "year": 2025, "quarter": 1, "prepared_remarks": [
            {"speaker": "Operator", "speech": "Welcome to the Acme first quarter 2025 earnings call."},
            {"speaker": "Ann Lee", "speech": f"Revenue was {revenue} in the first quarter. {more}"}],
        "q_and_a": [], "participants": ["Ann Lee--Chief Executive Officer"]})  # fmt: skip


def test_loading_again_changes_nothing_and_says_so(tmp_path: Path) -> None:
    first = load([SAMPLES], tmp_path)
    before = published(tmp_path).read_bytes()
    again = load([SAMPLES], tmp_path)
    assert (first.new, first.published) == (4, True)
    assert (again.new, again.unchanged, again.published) == (0, 4, False)
    assert published(tmp_path).read_bytes() == before


def test_keys_are_the_same_anywhere(tmp_path: Path, samples_dir: Path) -> None:
    elsewhere = tmp_path / "copied"
    shutil.copytree(SAMPLES, elsewhere)
    load([elsewhere], tmp_path / "data", workers=2)
    keys = "SELECT metric_id FROM metric UNION ALL SELECT guidance_id FROM guidance UNION ALL SELECT check_id FROM check_result UNION ALL SELECT turn_id FROM turn ORDER BY ALL"
    assert ask(tmp_path / "data", keys) == ask(samples_dir, keys)


def test_a_corrected_document_becomes_version_2_and_what_changed_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "in" / "acme.json"
    file.parent.mkdir()
    file.write_text(transcript("$5.0 million"))
    load([file.parent], tmp_path)
    file.write_text(transcript("$5.4 million"))
    report = load([file.parent], tmp_path)
    assert (report.new, report.changed) == (0, 1)
    assert ask(tmp_path, "SELECT version FROM call") == [(2,)]
    assert ask(tmp_path, "SELECT value FROM metric WHERE metric = 'revenue'") == [(5.4e6,)]
    assert ask(tmp_path, "SELECT value FROM fact WHERE metric = 'revenue'") == [(5.4e6,)]
    assert ask(tmp_path, "SELECT version FROM call_version ORDER BY version") == [(1,), (2,)]
    assert ask(tmp_path, "SELECT old_value, new_value FROM call_change WHERE metric = 'revenue'") == [(5e6, 5.4e6)]


def test_of_two_documents_that_claim_a_call_the_fuller_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.json").write_text(transcript("$5.0 million"))
    (folder / "b.json").write_text(transcript("$5.4 million", "Thank you all very much for your interest."))
    report = load([folder], tmp_path)
    assert [(Path(refusal.source_uri).name, refusal.reason) for refusal in report.refused] == [
        ("a.json", "duplicate_call")
    ]
    assert "b.json" in report.refused[0].detail
    assert ask(tmp_path, "SELECT value FROM metric WHERE metric = 'revenue'") == [(5.4e6,)]
    assert load([folder], tmp_path).published is False


def test_bad_documents_are_quarantined_and_the_others_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.json").write_text(transcript())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02")
    (folder / "broken.json").write_text('{"prepared_remarks": [{"speaker": "A", "speech": "cut')
    (folder / "latin.txt").write_bytes("Umsätze".encode("latin-1"))
    (folder / "novel.txt").write_text("It was a dark and stormy night.")
    (folder / "gone.json").symlink_to(folder / "nowhere.json")
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(200 * 1024 * 1024)
    report = load([folder], tmp_path)
    reasons = {Path(refusal.source_uri).name: refusal.reason for refusal in report.refused}
    assert reasons == {
        "empty.txt": "empty", "binary.txt": "binary", "broken.json": "broken_json", "latin.txt": "wrong_encoding", "novel.txt": "unknown_format",
        "gone.json": "vanished", "huge.txt": "too_large",
    }  # fmt: skip
    assert report.new == 1
    assert ask(tmp_path, "SELECT count(*) FROM quarantine WHERE length(detail) > 20") == [(7,)]
    assert ask(tmp_path, "SELECT count(*) FROM metric")[0][0] == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_read_permission_is_quarantined(tmp_path: Path) -> None:
    file = tmp_path / "acme.json"
    file.write_text(transcript())
    file.chmod(0)
    assert [refusal.reason for refusal in load([file], tmp_path / "data").refused] == ["no_permission"]


def test_a_permission_error_becomes_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "acme.json"
    file.write_text(transcript())

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [refusal.reason for refusal in load([file], tmp_path / "data").refused] == ["no_permission"]


@pytest.mark.parametrize(
    "name",
    ["it's.json", 'a "b".json', "x; DROP TABLE call.json", "  blanks  .json", "云2025年.json", "..json", "%s{}.json"],
)
def test_odd_file_names_are_loaded(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_text(transcript())
    report = load([folder / name], tmp_path)
    assert (report.new, report.refused) == (1, [])
    assert ask(tmp_path, "SELECT source_uri FROM call")[0][0] == str(folder / name)


def test_a_path_with_dots_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "acme.json").write_text(transcript())
    assert load([tmp_path / "in" / ".." / "acme.json"], tmp_path / "data").new == 1


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(transcript(more="'); DROP TABLE call; -- <script>alert(1)</script>"))
    load([tmp_path / "x.json"], tmp_path)
    assert "DROP TABLE" in str(ask(tmp_path, "SELECT text FROM call")[0][0])


def test_a_crash_half_way_leaves_the_published_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load([Q1], tmp_path)
    before = published(tmp_path).read_bytes()

    def crash(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.Staging, "replace_derived", crash)
    with pytest.raises(OSError, match="No space"):
        load([SAMPLES], tmp_path)
    assert published(tmp_path).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if "staging" in path.name) == []
    monkeypatch.undo()
    assert load([SAMPLES], tmp_path).new == 3


def test_a_failed_audit_publishes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = loading.derive

    def wrong(work: store.Staging, companies: list[str]) -> tuple[pl.DataFrame, ...]:
        fact, *others = real(work, companies)
        return (fact.with_columns(period=pl.lit("some time")), *others)

    monkeypatch.setattr(loading, "derive", wrong)
    with pytest.raises(AuditError, match="period"):
        load([Q1], tmp_path)
    assert not published(tmp_path).exists()


def test_a_call_whose_rows_break_a_rule_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = loading.parse

    def wrong(sources: list[Source]) -> Parsed:
        parsed = real(sources)
        first = parsed.frames["call"]["call_id"][0]
        spoiled = pl.when(pl.col("call_id") == first).then(pl.lit("some time")).otherwise(pl.col("period"))
        parsed.frames["metric"] = parsed.frames["metric"].with_columns(spoiled.alias("period"))
        return parsed

    monkeypatch.setattr(loading, "parse", wrong)
    report = load([SAMPLES], tmp_path, workers=1)
    (refusal,) = report.refused
    assert (refusal.stage, refusal.reason) == ("load", "broken_rows")
    assert "metric.period breaks" in refusal.detail
    assert "'some time'" in refusal.detail
    assert ask(tmp_path, "SELECT reason FROM quarantine") == [("broken_rows",)]
    assert ask(tmp_path, "SELECT count(*) FROM call") == [(report.new,)]
    assert report.new == report.seen - 1


def test_only_one_load_writes_at_a_time(tmp_path: Path) -> None:
    with staging(tmp_path), pytest.raises(BusyError, match="Another load"):
        load([Q1], tmp_path)


def test_readers_are_not_disturbed_by_a_load(tmp_path: Path) -> None:
    load([Q1], tmp_path)
    with connect(tmp_path) as reader:
        load([SAMPLES], tmp_path)
        assert reader.sql("SELECT count(*) FROM call").fetchall() == [(1,)]
    assert ask(tmp_path, "SELECT count(*) FROM call") == [(4,)]


@pytest.mark.parametrize("workers", [1, 2])
def test_no_result_depends_on_batches_or_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, samples_dir: Path, workers: int
) -> None:
    monkeypatch.setattr(loading, "BATCH", 1)
    monkeypatch.setattr(loading, "_POOL_FROM", 1)
    load(sorted(SAMPLES.iterdir(), reverse=True), tmp_path, workers=workers)
    everything = "SELECT * FROM {} ORDER BY ALL"
    for table in ("metric", "guidance", "fact", "check_result", "speaker", "turn"):
        assert ask(tmp_path, everything.format(table)) == ask(samples_dir, everything.format(table))


def test_the_published_file_can_be_copied_elsewhere(tmp_path: Path, samples_dir: Path) -> None:
    copy = tmp_path / "elsewhere.duckdb"
    shutil.copyfile(published(samples_dir), copy)
    with duckdb.connect(str(copy), read_only=True) as warehouse:
        assert warehouse.sql("SELECT count(*) FROM kpi").fetchall()[0][0] > 0
