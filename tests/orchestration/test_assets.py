"""The Dagster side: definitions load, assets make what the command line makes, bad documents do not stop a run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from dagster import DagsterInstance, SensorResult, SkipReason, build_sensor_context, materialize

from orchestration.assets import ASSETS, quarters
from orchestration.definitions import defs, landing_folder
from orchestration.resources import UNIDENTIFIED, QuarterParquet, Workspace
from tests.conftest import SAMPLES
from warehouse.read import connect

_SAME = {
    "metric": "metric_id", "guidance": "guidance_id", "turn": "turn_id", "check_result": "check_id, status",
    "fact": "company_id, period, metric, segment, basis, measure, value",
}  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    landing = tmp_path / "landing"
    shutil.copytree(SAMPLES, landing)
    return Workspace(landing_dir=str(landing), data_dir=str(tmp_path / "data"))


def make(workspace: Workspace, tmp_path: Path, keys: list[str]) -> bool:
    with DagsterInstance.ephemeral() as instance:
        instance.add_dynamic_partitions("fiscal_quarter", keys)
        done = [
            materialize(ASSETS, partition_key=key, instance=instance, resources={"workspace": workspace, "frames": QuarterParquet(folder=str(tmp_path / "frames"))})
            for key in keys
        ]  # fmt: skip
    return all(result.success for result in done)


def test_the_definitions_hold_assets_jobs_sensor_and_schedule() -> None:
    repository = defs.get_repository_def()
    assert {"catalogue", "call", "turn", "metric", "guidance", "fact", "check_result", "warehouse"} <= {
        key.to_user_string() for key in repository.assets_defs_by_key
    }
    assert [sensor.name for sensor in repository.sensor_defs] == ["landing_folder"]
    assert repository.schedule_defs
    assert quarters.name == "fiscal_quarter"


def test_assets_publish_what_the_command_line_publishes(
    workspace: Workspace, tmp_path: Path, samples_dir: Path
) -> None:
    (workspace.landing / "novel.txt").write_text("It was a dark and stormy night.")
    assert make(workspace, tmp_path, ["2024Q1", "2025Q1", "2025Q2", UNIDENTIFIED])
    with connect(workspace.data) as made, connect(samples_dir) as loaded:
        for table, columns in _SAME.items():
            sql = f"SELECT {columns} FROM {table} ORDER BY ALL"
            assert made.sql(sql).fetchall() == loaded.sql(sql).fetchall()
        assert made.sql("SELECT reason FROM quarantine").fetchall() == [("unknown_format",)]


def test_the_sensor_requests_quarters_that_are_new_and_then_rests(workspace: Workspace) -> None:
    with DagsterInstance.ephemeral() as instance:
        first = landing_folder(build_sensor_context(instance=instance, resources={"workspace": workspace}))
        assert isinstance(first, SensorResult)
        assert sorted(str(request.partition_key) for request in first.run_requests or []) == [
            "2024Q1",
            "2025Q1",
            "2025Q2",
        ]
        again = landing_folder(
            build_sensor_context(instance=instance, cursor=first.cursor, resources={"workspace": workspace})
        )
        assert isinstance(again, SkipReason) or not again.run_requests  # type: ignore[union-attr]
