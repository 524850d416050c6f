"""How right the rows are: recall against facts written down by others, what each rule brings, and the audit by hand.

A fact is found where a row of its call has its metric, kind of measure and value; guidance, where both ends agree.
`gold_faults.csv` lists misses that are the file's fault. The audit is a table of rows read with their sentences
(`audit_metric.csv`, `audit_guidance.csv`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import polars as pl

from benchmarks.speed import sources
from orchestration import catalogue
from transforms.grammar import frames, links
from transforms.parse import parse

Fact = dict[str, object]
RULES = (*links.RULES, *frames.RULES, "open_kpi")
_BINS = (0.0, 0.7, 0.8, 0.85, 1.01)


def measure(files: list[Path], gold: Path, every: int) -> Iterator[str]:
    """The lines of the report; `every` is 0 where no ablation is wanted."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    for line in gold.read_text("utf-8").splitlines():
        fact = json.loads(line)
        if fact["attainable"]:
            facts[fact["call"]].append(fact)
    wanted = [path for path in files if path.stem in facts]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        whole = _recall(pool, wanted, facts, frozenset())
        faults = {kind: sum(fault == kind for fault in _faults()) for kind in ("actual", "guidance")}
        without = {kind: whole[kind][0] * whole[kind][1] / max(whole[kind][1] - faults[kind], 1) for kind in faults}
        yield f"recall   actual {whole['actual'][0]:.3f} of {whole['actual'][1]}, guidance {whole['guidance'][0]:.3f} of {whole['guidance'][1]}"
        yield f"less the faults of the file that gold_faults.csv lists ({faults['actual']} and {faults['guidance']}): actual {without['actual']:.3f}, guidance {without['guidance']:.3f}"
        if not every:
            return
        some = wanted[::every]
        base = _recall(pool, some, facts, frozenset())
        yield f"ablation on {len(some)} calls (all rules: actual {base['actual'][0]:.3f}, guidance {base['guidance'][0]:.3f}); what switching off one rule costs:"
        costs = [(rule, _recall(pool, some, facts, frozenset({rule}))) for rule in RULES]
        for rule, found in sorted(costs, key=lambda cost: cost[1]["actual"][0] + cost[1]["guidance"][0]):
            actual, guidance = (base[kind][0] - found[kind][0] for kind in ("actual", "guidance"))
            yield f"  {rule:<18} actual {actual:+.3f}  guidance {guidance:+.3f}  rows {found['rows'][1] - base['rows'][1]:+d}"


def _faults() -> list[str]:
    """The kind of each fact of the file that is wrong, or of another call, so that no right row can match it."""
    return pl.read_csv(Path(__file__).with_name("gold_faults.csv"))["kind"].to_list()


_Recall = dict[str, tuple[float, int]]


def _recall(
    pool: ProcessPoolExecutor, files: list[Path], facts: dict[str, list[Fact]], without: frozenset[str]
) -> _Recall:
    tasks = [
        (paths, {path.stem: facts[path.stem] for path in paths}, without) for paths in catalogue.batches(files, 24)
    ]
    found: dict[str, int] = defaultdict(int)
    for counts in pool.map(_found, tasks):
        for key, count in counts.items():
            found[key] += count
    kinds = {kind: (found[f"{kind} found"] / max(found[kind], 1), found[kind]) for kind in ("actual", "guidance")}
    return kinds | {"rows": (0.0, found["rows"])}


def _found(task: tuple[list[Path], dict[str, list[Fact]], frozenset[str]]) -> dict[str, int]:
    paths, facts, without = task
    frames_ = parse(sources(paths), without=without).frames
    stem = {call_id: Path(uri).stem for call_id, uri in frames_["call"].select("call_id", "source_uri").iter_rows()}
    rows: dict[tuple[str, str], list[tuple[str, bool, float | None, float | None]]] = defaultdict(list)
    for call_id, metric, measure_, value in (
        frames_["metric"].select("call_id", "metric", "measure", "value").iter_rows()
    ):
        rows[stem[call_id], "actual"].append((metric, measure_ != "level", value, value))
    for call_id, metric, measure_, low, high in (
        frames_["guidance"].select("call_id", "metric", "measure", "low", "high").iter_rows()
    ):
        rows[stem[call_id], "guidance"].append((metric, measure_ != "level", low, high))
    counts: dict[str, int] = defaultdict(int, rows=frames_["metric"].height + frames_["guidance"].height)
    for name, some in facts.items():
        for fact in some:
            kind = str(fact["kind"])
            counts[kind] += 1
            counts[f"{kind} found"] += any(_is(fact, row) for row in rows[name, kind])
    return counts


def _is(fact: Fact, row: tuple[str, bool, float | None, float | None]) -> bool:
    metric, is_change, low, high = row
    if metric != fact["metric"] or is_change != (fact["measure"] == "change"):
        return False
    first, last, step = (float(str(fact[key])) for key in ("low", "high", "step"))
    if fact["kind"] == "actual":
        return _close(low, first, step)
    if _close(low, first, step) and _close(high, last, step):
        return True
    if first != last:
        return False
    inside = low is not None and high is not None and low <= first <= high and high - low < 0.2 * abs(first)
    return _close(low, first, step) or _close(high, first, step) or inside


def _close(value: float | None, other: float, step: float) -> bool:
    return value is not None and abs(value - other) <= max(step, 1e-9) * 0.5000001 + 1e-9 * abs(other)


def audited(folder: Path) -> Iterator[str]:
    """What each audit found, the oldest first, and whether confidence means something in the newest two.

    Every sample was drawn at random from the rows of its day; the errors found in one became rules before the next.
    Sample 0 is of what the grammar was least sure of, sure enough or not to be kept: it is there for confidence to
    learn from, and says nothing of how often rows are right.
    """
    for name in ("metric", "guidance"):
        rows = pl.read_csv(folder / f"audit_{name}.csv", infer_schema_length=None).filter(pl.col("sample") > 0)
        right = pl.col("verdict").eq("right")
        for sample, read, share in (
            rows.group_by("sample").agg(pl.len(), right.mean().alias("right")).sort("sample").iter_rows()
        ):
            yield f"{name:<9} sample {sample}: {read} rows read, {share:.1%} right in metric, segment, basis, period, measure, value and unit"
        newest = rows.filter(pl.col("sample") >= pl.col("sample").max() - 1)
        for low, high in pairwise(_BINS):
            some = newest.filter(pl.col("confidence").is_between(low, high, closed="left"))
            if some.height:
                yield f"  confidence {low:.2f} to {min(high, 1.0):.2f}  {some.height:4d} rows  {some.select(right.mean()).item():6.1%} right"
