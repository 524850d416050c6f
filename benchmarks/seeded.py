"""Seeded errors: one number of the samples is made wrong at a time; is it found, and is it known why?

Each mention that some check covers is spoiled in four ways: a power of ten, the sign, two digits swapped, the
figure of another period. An error is found where a check fails that held before; it is explained where such
a check names the spoiled mention as the odd one out and the way in which it was spoiled.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from benchmarks.speed import sources
from transforms.consistency import check
from transforms.facts import resolve
from transforms.parse import parse

Spoiled = tuple[float, float, float]
_SEED = 7


def measure(folder: Path, wanted: int = 200) -> Iterator[str]:
    """The lines of the report."""
    frames = parse(sources(sorted(folder.iterdir()))).frames
    clean = _checks(frames, frames["metric"])
    # The samples hold misrendered figures and one restatement on purpose.
    meant = (pl.col("rule") == "scale") | (pl.col("suspected_cause") == "restated")
    alarms = clean.filter(pl.col("status") == "inconsistent", ~meant.fill_null(value=False))
    yield f"clean samples: {clean.height} checks, {alarms.height} false alarms"
    errors = list(_errors(frames["metric"], clean))
    random.Random(_SEED).shuffle(errors)
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    explained: Counter[str] = Counter()
    before = set(clean.filter(pl.col("status") == "inconsistent")["check_id"])
    for metric_id, cause, spoiled in errors[:wanted]:
        now = _checks(frames, _with(frames["metric"], metric_id, spoiled))
        new = now.filter(pl.col("status") == "inconsistent", ~pl.col("check_id").is_in(list(before)))
        tried[cause] += 1
        found[cause] += new.height > 0
        right = new.filter(pl.col("odd_metric_id") == metric_id, pl.col("suspected_cause") == cause)
        explained[cause] += right.height > 0
    for cause in (*sorted(tried), "all"):
        counts = (sum(counter.values()) if cause == "all" else counter[cause] for counter in (tried, found, explained))
        n, hits, known = counts
        yield f"  {cause:<12} {n:4d} errors  found {hits / n:6.1%}  odd one out and cause right {known / n:6.1%} of all, {known / max(hits, 1):6.1%} of those found"


def _checks(frames: dict[str, pl.DataFrame], metric: pl.DataFrame) -> pl.DataFrame:
    call = frames["call"]
    return check(resolve(metric, call), metric, frames["turn"], frames["company"], frames["guidance"], call)


def _with(metric: pl.DataFrame, metric_id: str, spoiled: Spoiled) -> pl.DataFrame:
    hit = pl.col("metric_id") == metric_id
    return metric.with_columns(
        pl.when(hit).then(pl.lit(value)).otherwise(pl.col(name)).alias(name)
        for name, value in zip(("value", "low", "high"), spoiled, strict=True)
    )


def _errors(metric: pl.DataFrame, clean: pl.DataFrame) -> Iterator[tuple[str, str, Spoiled]]:
    """Every way to spoil a mention that an evaluated check covers."""
    covered = set(clean.filter(pl.col("status") == "consistent", pl.col("rule") != "scale")["metric_ids"].explode())
    rows = list(metric.filter(pl.col("metric_id").is_in(list(covered))).iter_rows(named=True))
    for row in rows:
        value, low, high = row["value"], row["low"], row["high"]
        name = row["metric_id"]
        yield name, "scale_error", (value * 10, low * 10, high * 10)
        yield name, "scale_error", (value / 10, low / 10, high / 10)
        if value:
            yield name, "sign", (-value, -high, -low)
        swapped = _swapped(value, high - low)
        if swapped is not None:
            yield name, "misheard", (swapped, swapped - (value - low), swapped + (high - value))
        others = [
            other for other in rows
            if other["period"] != row["period"] and other["value"] != value
            and all(other[key] == row[key] for key in ("metric", "segment", "basis", "measure", "unit"))
        ]  # fmt: skip
        for other in others[:1]:
            yield name, "stale", (other["value"], other["low"], other["high"])


def _swapped(value: float, step: float) -> float | None:
    """The number with the first two of its digits that differ swapped."""
    if not 0 < step < abs(value):
        return None
    digits = list(str(round(abs(value) / step)))
    place = next((i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and digits[i + 1] != "0"), None)
    if place is None:
        return None
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return int("".join(digits)) * step * (1 if value > 0 else -1)
