"""Find the weights that rows are rated by, from the rows that were read by hand: `python -m benchmarks.calibrate`.

A logistic regression over the features of `transforms.confidence`, on the rows of `audit_metric.csv` and
`audit_guidance.csv` that the grammar still reads. The rows it no longer reads are mostly the wrong ones, as what an
audit found became rules; so the odds are moved to what the newest samples found. Needs scikit-learn
(`uv sync --group calibrate`) and the calls; writes `schemas/vocabulary/confidence.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import numpy as np
import polars as pl
import typer
import yaml
from numpy.typing import NDArray
from rich.console import Console
from scipy.optimize import brentq
from scipy.special import expit, logit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

import schemas.vocabulary
from benchmarks.speed import BATCH, sources
from orchestration import catalogue
from transforms.confidence import FEATURES, in_context
from transforms.parse import candidates

LEAST = {"metric": 0.6, "guidance": 0.55}
"""Rows are left out that are less likely right (decision 6): little more than half of those just below were, when read."""
_NEWEST = 12
"""Samples that the odds are moved to."""
_REGULAR = 0.01
_MATTERS = 0.03
"""Features whose weight, by standard deviation, is less are left out."""
_OFTEN = 15
"""Features that fewer of the rows read by hand have, or lack, are left out."""
_KEY = ("call_id", "metric", "segment", "basis", "period", "measure", "unit")
_HEAD = "# What a row's chance to be right is computed from (transforms/confidence.py). Written by: python -m benchmarks.calibrate\n"


def main(calls: Annotated[Path, typer.Option(help="A folder of transcripts, those of the audits among them.")]) -> None:
    """Fit the weights to the audits, write them, and print how well they tell right rows from wrong ones."""
    console = Console(width=120)
    files = sorted(path for path in calls.glob("*") if path.is_file())
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        parts = list(pool.map(_featured, catalogue.batches(files, BATCH)))
    written = {}
    for kind in FEATURES:
        rows = pl.concat([part[kind] for part in parts])
        audit = pl.read_csv(Path(__file__).with_name(f"audit_{kind}.csv"), infer_schema_length=None)
        written[kind], lines = _fit(kind, _read_by_hand(kind, rows, audit), audit)
        for line in lines:
            console.print(line, highlight=False)
    text = _HEAD + yaml.safe_dump(written, sort_keys=False)
    (Path(schemas.vocabulary.__file__).parent / "confidence.yaml").write_text(text, "utf-8")


def _featured(paths: list[Path]) -> dict[str, pl.DataFrame]:
    """Every row that the grammar reads in a batch of calls, with its features."""
    frames = candidates(sources(paths)).frames
    return {
        kind: in_context(frames[kind], frames).select(
            *_KEY, "value" if kind == "metric" else "low", **{f"is {name}": feature for name, feature in features.items()}
        )
        for kind, features in FEATURES.items()
    }  # fmt: skip


def _read_by_hand(kind: str, rows: pl.DataFrame, audit: pl.DataFrame) -> pl.DataFrame:
    """The rows that a sample has read, with `sample` and `is_right`."""
    value = "value" if kind == "metric" else "low"
    near = pl.col(value).sub(pl.col(f"{value}_now")).abs().le(1e-6 * pl.col(value).abs().clip(lower_bound=1.0))
    return (
        audit.with_row_index("entry")
        .select("entry", "sample", "confidence", *_KEY, value, is_right=pl.col("verdict").eq("right"))
        .join(rows.rename({value: f"{value}_now"}), on=_KEY, nulls_equal=True)
        .filter(near | pl.all_horizontal(pl.col(value, f"{value}_now").is_null()))
        .unique("entry", keep="first", maintain_order=True)
    )


def _fit(kind: str, rows: pl.DataFrame, audit: pl.DataFrame) -> tuple[dict[str, object], Iterator[str]]:
    names = [name for name in FEATURES[kind] if _is_seen(rows[f"is {name}"])]
    right = rows["is_right"].to_numpy()
    model = _model().fit(_matrix(rows, names), right)
    names = [name for name, weight in zip(names, model[-1].coef_[0], strict=True) if abs(weight) >= _MATTERS]
    matrix = _matrix(rows, names)
    model = _model().fit(matrix, right)
    weights = model[-1].coef_[0] / model[0].scale_
    intercept = float(model[-1].intercept_[0] - weights @ model[0].mean_)
    since = audit["sample"].max() - _NEWEST  # type: ignore[operator]
    newest = rows["sample"] > since
    moved = _moved(matrix[newest.to_numpy()] @ weights, rows.filter(newest), audit.filter(pl.col("sample") > since))
    found: dict[str, object] = {
        "least": LEAST[kind],
        "intercept": round(moved, 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)},
    }
    chance = cross_val_predict(
        _model(), matrix, right, groups=rows["call_id"].to_list(), cv=GroupKFold(10), method="predict_proba"
    )[:, 1]
    return found, _report(kind, rows, right, chance, moved - intercept)


def _moved(odds: NDArray[np.float64], still_read: pl.DataFrame, sampled: pl.DataFrame) -> float:
    """The intercept with which the rows that are still read of some samples are as sure as those samples found.

    The samples' own confidence is first moved to the share of them that was right. Those that are still read are surer
    than the samples were, as the wrong ones became rules; so it is their mean, not that share, that the new odds are to have.
    """
    said, said_still = (logit(frame["confidence"].clip(0.01, 0.99).to_numpy()) for frame in (sampled, still_read))
    share = sampled["verdict"].eq("right").to_numpy().mean()
    by = brentq(lambda moved: expit(said + moved).mean() - share, -20, 20)
    mean = expit(said_still + by).mean()
    return float(brentq(lambda intercept: expit(odds + intercept).mean() - mean, -20, 20))


def _is_seen(feature: pl.Series) -> bool:
    """Whether enough rows differ in a feature to learn from it."""
    return feature.len() - feature.unique_counts().max() >= _OFTEN  # type: ignore[operator]


def _model() -> Pipeline:
    return make_pipeline(StandardScaler(), LogisticRegression(C=_REGULAR, max_iter=5000))


def _matrix(rows: pl.DataFrame, names: list[str]) -> NDArray[np.float64]:
    return rows.select(f"is {name}" for name in names).to_numpy()


def _report(
    kind: str, rows: pl.DataFrame, right: NDArray[np.bool_], chance: NDArray[np.float64], moved: float
) -> Iterator[str]:
    score = rows["is score"].to_numpy()
    yield f"{kind}: {len(right)} rows read by hand that are still read, {right.mean():.1%} right; odds moved by {moved:+.2f}"
    yield f"  on calls not learnt from (10 folds): a right row is above a wrong one in {roc_auc_score(right, chance):.1%} of pairs, by the grammar's own score in {roc_auc_score(right, score):.1%}"
    order = np.argsort(-chance)
    for share in (1.0, 0.95, 0.9, 0.8, 0.7, 0.5):
        yield f"  the surest {share:4.0%}: {right[order[: round(share * len(order))]].mean():.1%} right"


if __name__ == "__main__":
    typer.run(main)
