"""When things run: the definitions that Dagster loads (`dagster dev`, `dagster definitions validate`).

A sensor watches the landing folder, a daily schedule looks at all of it again, and the `backfill` job
loads a whole folder in one run. Folders are set by EARNINGS_DATA_DIR and EARNINGS_LANDING_DIR.
"""

import hashlib
import json
import os
from collections import defaultdict
from pathlib import Path

from dagster import (
    Config,
    Definitions,
    OpExecutionContext,
    RunRequest,
    ScheduleEvaluationContext,
    SensorEvaluationContext,
    SensorResult,
    SkipReason,
    define_asset_job,
    job,
    op,
    schedule,
    sensor,
)

from orchestration import catalogue
from orchestration import load as loading
from orchestration.assets import ASSETS, UNIDENTIFIED, quarter_of, quarters
from orchestration.resources import QuarterParquet, Workspace
from transforms.document import Source

_PER_TICK = 400
_data_dir = os.environ.get("EARNINGS_DATA_DIR", "data")
_landing_dir = os.environ.get("EARNINGS_LANDING_DIR", str(Path(_data_dir) / "landing"))

load_quarters = define_asset_job(
    "load_quarters",
    selection="*",
    partitions_def=quarters,
    description="Parse, resolve, check and publish some fiscal quarters.",
)


def _by_quarter(paths: list[Path]) -> dict[str, list[str]]:
    """Content hashes of documents by the quarter they report."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        source = catalogue.read(path)
        call_id, _ = quarter_of(source)
        found[call_id[-6:] if call_id else UNIDENTIFIED].append(
            source.sha256 if isinstance(source, Source) else str(path)
        )
    return dict(found)


def _stamp(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return "gone"
    return f"{stat.st_mtime_ns}:{stat.st_size}"


@sensor(
    job=load_quarters,
    minimum_interval_seconds=30,
    description="Requests a run for each quarter that has new or changed transcripts in the landing folder.",
)
def landing_folder(context: SensorEvaluationContext, workspace: Workspace) -> SensorResult | SkipReason:
    seen: dict[str, str] = json.loads(context.cursor) if context.cursor else {}
    present = {str(path): path for path in catalogue.find([workspace.landing])}
    fresh = [name for name, path in present.items() if seen.get(name) != _stamp(path)][:_PER_TICK]
    if not fresh:
        return SkipReason(f"Nothing new in {workspace.landing}.")
    found = _by_quarter([present[name] for name in fresh])
    seen = {name: stamp for name, stamp in seen.items() if name in present} | {
        name: _stamp(present[name]) for name in fresh
    }
    requests = [
        RunRequest(run_key=f"{quarter}-{hashlib.sha256(''.join(sorted(hashes)).encode()).hexdigest()[:16]}", partition_key=quarter)
        for quarter, hashes in sorted(found.items())
    ]  # fmt: skip
    return SensorResult(
        run_requests=requests,
        dynamic_partitions_requests=[quarters.build_add_request(sorted(found))],
        cursor=json.dumps(seen),
    )


@schedule(
    job=load_quarters,
    cron_schedule="0 6 * * *",
    description="Every morning: all quarters that the landing folder holds. What is loaded already changes nothing.",
)
def every_morning(context: ScheduleEvaluationContext, workspace: Workspace) -> list[RunRequest] | SkipReason:
    found = sorted(_by_quarter(catalogue.find([workspace.landing])))
    if not found:
        return SkipReason(f"Nothing in {workspace.landing}.")
    context.instance.add_dynamic_partitions(quarters.name or "fiscal_quarter", found)
    day = context.scheduled_execution_time.strftime("%Y-%m-%d")
    return [RunRequest(run_key=f"{day}-{quarter}", partition_key=quarter) for quarter in found]


class BackfillConfig(Config):
    """What to load; the landing folder where no path is given."""

    paths: list[str] = []


@op(description="Loads every transcript under some folders in one run.")
def load_folder(context: OpExecutionContext, config: BackfillConfig, workspace: Workspace) -> None:
    report = loading.load([Path(path) for path in config.paths] or [workspace.landing], workspace.data)
    for refusal in report.refused:
        context.log.warning("%s: %s. %s", refusal.source_uri, refusal.reason, refusal.detail)
    context.log.info(
        "%s seen, %s new, %s changed, %s unchanged, %s quarantined",
        report.seen,
        report.new,
        report.changed,
        report.unchanged,
        len(report.refused),
    )


@job(description="Load whole folders at once, whatever their quarters.")
def backfill() -> None:
    load_folder()


defs = Definitions(
    assets=ASSETS,
    jobs=[load_quarters, backfill],
    sensors=[landing_folder],
    schedules=[every_morning],
    resources={
        "workspace": Workspace(landing_dir=_landing_dir, data_dir=_data_dir),
        "frames": QuarterParquet(folder=str(Path(_data_dir) / ".dagster" / "frames")),
    },
)
