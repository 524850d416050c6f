"""The assets: catalogue → call, speaker, turn, metric, guidance → fact → check_result → warehouse.

They are partitioned by fiscal quarter, and one run may cover many quarters: nothing is done once a call
through Dagster. Documents that cannot be identified stand in a partition of their own and reach the
quarantine table. The functions are those of `orchestration.load`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import polars as pl
from dagster import (
    AssetCheckResult,
    AssetCheckSeverity,
    AssetCheckSpec,
    AssetExecutionContext,
    AssetOut,
    BackfillPolicy,
    DynamicPartitionsDefinition,
    MaterializeResult,
    MetadataValue,
    Output,
    asset,
    multi_asset,
)

from orchestration import catalogue as files
from orchestration import load as loading
from orchestration.resources import UNIDENTIFIED, Workspace, of_quarter
from schemas.tables import BY_NAME, RULES
from transforms.calls import identify
from transforms.consistency import check
from transforms.document import RefusedError, Source
from transforms.facts import resolve
from transforms.parse import LOAD_COLUMNS, PARTS, Parsed, Refusal, parse
from transforms.readers import read
from warehouse.read import connect, published
from warehouse.schema import failures

quarters = DynamicPartitionsDefinition(name="fiscal_quarter")
_ALL_QUARTERS = BackfillPolicy.single_run()
_WAIT = 900.0
_REFUSAL = {
    "source_uri": pl.String,
    "content_sha256": pl.String,
    "stage": pl.String,
    "reason": pl.String,
    "detail": pl.String,
}


def quarter_of(source: Source | Refusal) -> tuple[str | None, Refusal | None]:
    """The call a document is, or why it is none."""
    if isinstance(source, Refusal):
        return None, source
    try:
        return identify(read(source.content), source.uri).call_id, None
    except RefusedError as error:
        return None, Refusal(source.uri, source.sha256, error.stage, error.reason, error.detail)


def _table(rows: pl.DataFrame, columns: Sequence[str] | None = None) -> MetadataValue:
    """A few rows as a Markdown table."""
    some = rows.select(columns or rows.columns[:6]).head(8)
    head = f"| {' | '.join(some.columns)} |\n|{'---|' * some.width}\n"
    body = "\n".join(
        "| " + " | ".join(str(value).replace("|", "¦").replace("\n", " ")[:80] for value in row) + " |"
        for row in some.iter_rows()
    )
    return MetadataValue.md(head + body)


@asset(
    partitions_def=quarters,
    backfill_policy=_ALL_QUARTERS,
    group_name="parse",
    io_manager_key="frames",
    description="The transcripts of the landing folder that report the quarter.",
)
def catalogue(context: AssetExecutionContext, workspace: Workspace) -> Output[pl.DataFrame]:
    rows = []
    for path in files.find([workspace.landing]):
        source = files.read(path)
        call_id, refusal = quarter_of(source)
        rows.append(
            {"call_id": call_id, "path": str(path), "source_uri": files.uri(path), "content_sha256": source.sha256 if isinstance(source, Source) else None,
             "stage": refusal.stage if refusal else None, "reason": refusal.reason if refusal else None, "detail": refusal.detail if refusal else None}
        )  # fmt: skip
    schema = {"call_id": pl.String, "path": pl.String, **_REFUSAL}
    found = of_quarter(pl.DataFrame(rows, schema=schema), list(context.partition_keys))
    return Output(
        found,
        metadata={
            "dagster/row_count": found.height,
            "documents": _table(found, ["call_id", "source_uri", "reason"]),
            "landing folder": MetadataValue.path(str(workspace.landing.resolve())),
        },
    )


@multi_asset(
    outs={
        name: AssetOut(io_manager_key="frames", group_name="parse", description=BY_NAME[name].comment)
        for name in (*PARTS, "quarantine")
    },
    check_specs=[
        AssetCheckSpec(
            "schema", asset=name, blocking=True, description=f"Every row of {name} satisfies schemas/tables.py."
        )
        for name in PARTS
    ],
    partitions_def=quarters,
    backfill_policy=_ALL_QUARTERS,
)
def parsed(
    context: AssetExecutionContext, catalogue: pl.DataFrame
) -> Iterator[Output[pl.DataFrame] | AssetCheckResult]:
    """Parse the quarter's transcripts."""
    sources = [
        found
        for path in catalogue.filter(pl.col("call_id").is_not_null())["path"]
        if isinstance(found := files.read(Path(path)), Source)
    ]
    result = parse(sources)
    refused = pl.DataFrame([asdict(refusal) for refusal in result.refused], schema=_REFUSAL)
    refused = pl.concat(
        [
            catalogue.filter(pl.col("reason").is_not_null()).select("call_id", *_REFUSAL),
            refused.join(catalogue.select("source_uri", "call_id"), on="source_uri").select("call_id", *_REFUSAL),
        ]
    )
    yield Output(
        refused,
        output_name="quarantine",
        metadata={"dagster/row_count": refused.height, "refused": _table(refused, ["source_uri", "reason", "detail"])},
    )
    for name in PARTS:
        rows = result.frames[name]
        if name == "company":
            # Companies have no quarter of their own; they go with their calls.
            rows = rows.join(result.frames["call"].select("company_id", "call_id"), on="company_id")
        shown = [
            column
            for column in ("call_id", "turn_no", "name", "metric", "segment", "period", "value", "low", "high", "quote")
            if column in rows.columns
        ]
        yield Output(
            rows, output_name=name, metadata={"dagster/row_count": rows.height, "examples": _table(rows, shown)}
        )
        broken = failures(BY_NAME[name], rows.drop("call_id") if name == "company" else rows, LOAD_COLUMNS)
        yield AssetCheckResult(
            passed=broken.is_empty(),
            asset_key=name,
            check_name="schema",
            metadata={"rows": rows.height, "failures": broken.height, "examples": _table(broken)},
        )


def _with_published(workspace: Workspace, new: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The new rows with the published rows of the same companies' other calls."""
    frames = {name: frame.select(_NEEDED[name]) for name, frame in new.items()}
    if not published(workspace.data).exists():
        return frames
    companies, calls = frames["call"]["company_id"].unique().to_list(), frames["call"]["call_id"].to_list()
    with connect(workspace.data) as warehouse:
        for name in frames:
            query = f"SELECT {', '.join(_NEEDED[name])} FROM {name} WHERE call_id IN (SELECT call_id FROM call WHERE company_id IN (SELECT unnest(?))) AND call_id NOT IN (SELECT unnest(?))"
            old = warehouse.sql(query, params=[companies, calls]).pl()
            frames[name] = pl.concat([frames[name], old.cast(dict(frames[name].schema))])
    return frames


_NEEDED = {
    "call": ["call_id", "company_id", "fiscal_period"],
    "metric": [column.name for column in BY_NAME["metric"].columns if column.name != "quote"],
    "turn": ["call_id", "turn_no", "renders_turn_no"],
    "guidance": [column.name for column in BY_NAME["guidance"].columns if column.name != "quote"],
}


@asset(
    partitions_def=quarters, backfill_policy=_ALL_QUARTERS, group_name="resolve", io_manager_key="frames", description=BY_NAME["fact"].comment,
    check_specs=[AssetCheckSpec("schema", asset="fact", blocking=True)],
)  # fmt: skip
def fact(
    context: AssetExecutionContext, workspace: Workspace, call: pl.DataFrame, metric: pl.DataFrame, turn: pl.DataFrame
) -> Iterator[Output[pl.DataFrame] | AssetCheckResult]:
    whole = _with_published(workspace, {"call": call, "metric": metric, "turn": turn})
    facts = of_quarter(resolve(whole["metric"], whole["call"]), list(context.partition_keys))
    conflicted = facts.filter(pl.col("agreement") == "conflicted").height
    yield Output(
        facts,
        metadata={
            "dagster/row_count": facts.height,
            "conflicted": conflicted,
            "examples": _table(facts, ["company_id", "period", "metric", "segment", "measure", "value"]),
        },
    )
    broken = failures(BY_NAME["fact"], facts)
    yield AssetCheckResult(
        passed=broken.is_empty(), check_name="schema", metadata={"failures": broken.height, "examples": _table(broken)}
    )


@asset(
    partitions_def=quarters, backfill_policy=_ALL_QUARTERS, group_name="resolve", io_manager_key="frames", description=BY_NAME["check_result"].comment,
    check_specs=[AssetCheckSpec("schema", asset="check_result", blocking=True), *(AssetCheckSpec(f"{rule}_consistent", asset="check_result", blocking=False) for rule in RULES)],
)  # fmt: skip
def check_result(
    context: AssetExecutionContext,
    workspace: Workspace,
    company: pl.DataFrame,
    call: pl.DataFrame,
    metric: pl.DataFrame,
    turn: pl.DataFrame,
    fact: pl.DataFrame,
    guidance: pl.DataFrame,
) -> Iterator[Output[pl.DataFrame] | AssetCheckResult]:
    whole = _with_published(workspace, {"call": call, "metric": metric, "turn": turn, "guidance": guidance})
    facts = resolve(whole["metric"], whole["call"])
    results = of_quarter(
        check(facts, whole["metric"], whole["turn"], company.unique("company_id"), whole["guidance"], whole["call"]),
        list(context.partition_keys),
    )
    counts = dict(results.group_by("status").len().iter_rows())
    yield Output(
        results,
        metadata={
            "dagster/row_count": results.height,
            **counts,
            "quarter's facts": fact.height,
            "examples": _table(results, ["call_id", "rule", "status", "explanation"]),
        },
    )
    broken = failures(BY_NAME["check_result"], results)
    yield AssetCheckResult(passed=broken.is_empty(), check_name="schema", metadata={"failures": broken.height})
    for rule in RULES:
        failed = results.filter((pl.col("rule") == rule) & (pl.col("status") == "inconsistent"))
        yield AssetCheckResult(passed=failed.is_empty(), check_name=f"{rule}_consistent", severity=AssetCheckSeverity.WARN,
                               metadata={"inconsistent": failed.height, "examples": _table(failed, ["call_id", "explanation", "suspected_cause"])})  # fmt: skip


@asset(
    deps=["fact", "check_result"],
    partitions_def=quarters,
    backfill_policy=_ALL_QUARTERS,
    group_name="publish",
    description="The published DuckDB file.",
)
def warehouse(
    context: AssetExecutionContext,
    workspace: Workspace,
    catalogue: pl.DataFrame,
    company: pl.DataFrame,
    call: pl.DataFrame,
    speaker: pl.DataFrame,
    turn: pl.DataFrame,
    metric: pl.DataFrame,
    guidance: pl.DataFrame,
    quarantine: pl.DataFrame,
) -> MaterializeResult:  # type: ignore[type-arg]
    """Write the quarter's rows to staging, audit, publish. Facts and checks are made anew there, under the lock, for every company touched."""
    refused = [Refusal(*row) for row in quarantine.select(list(_REFUSAL)).iter_rows()]
    frames = {
        "company": company.drop("call_id").unique("company_id", keep="last", maintain_order=True),
        "call": call,
        "speaker": speaker,
        "turn": turn,
        "metric": metric,
        "guidance": guidance,
    }

    def batch(known: frozenset[str]) -> list[loading.Batch]:
        fresh = call.filter(~pl.col("content_sha256").is_in(list(known)))
        new = {
            name: rows.join(fresh.select("company_id").unique(), on="company_id", how="semi")
            if name == "company"
            else rows.join(fresh.select("call_id"), on="call_id", how="semi")
            for name, rows in frames.items()
        }
        return [loading.Batch(catalogue.height, Parsed(new), refused, call.height - fresh.height)]

    report = loading.load_batches(batch, catalogue.height, workspace.data, wait=_WAIT)
    path = published(workspace.data).resolve()
    return MaterializeResult(metadata={
        "documents": report.seen, "new": report.new, "changed": report.changed, "unchanged": report.unchanged, "quarantined": len(report.refused),
        "published": report.published, "warehouse": MetadataValue.path(str(path)), "rows": MetadataValue.json(report.rows),
        "data_docs": MetadataValue.path(str(workspace.data.resolve() / "docs" / "index.html")),
        "alerts": MetadataValue.json([asdict(told) for told in report.told]),
    })  # fmt: skip


ASSETS = [catalogue, parsed, fact, check_result, warehouse]
__all__ = ["ASSETS", "UNIDENTIFIED", "quarter_of", "quarters"]
