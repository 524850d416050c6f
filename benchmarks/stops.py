"""Find what tells where a sentence ends that was written down without stops: `python -m benchmarks.stops`.

Two logistic regressions over the words around each gap (`transforms.language.stops.signs`), one for the end of a
sentence and one for any stop, on calls that have their stops. Words count that many calls say, so no name of a company
does. Needs scikit-learn (`uv sync --group calibrate`) and the calls; writes `schemas/vocabulary/stops.csv`.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve

import schemas.vocabulary
from transforms.language.stops import signs, spoken
from transforms.language.text import sentences
from transforms.readers import read

_KINDS = ("full", "pause")
_REGULAR = 0.3
_CALLS = 0.05
"""The share of calls that words must stand in to count."""
_FEWEST = 0.02
"""Weights less than this are left out."""
_PAUSE = re.compile(r"[,;:]$|^--")


class Gap(NamedTuple):
    """What stands around a gap between two words, whether a sentence ends there, and whether there is any stop."""

    signs: tuple[str, ...]
    is_full: bool
    is_stop: bool


def main(
    calls: Annotated[Path, typer.Option(help="A folder of transcripts with their stops.")],
    every: Annotated[
        int, typer.Option(help="Learn from every so manieth call, and test on as many others.", min=2)
    ] = 4,
) -> None:
    """Find the weights, write them, and print how well they find the stops of calls that were not learnt from."""
    console = Console(width=120)
    files = sorted(path for path in calls.glob("*") if path.is_file())
    learnt = [list(_gaps(path)) for path in files[::every]]
    often = Counter(sign for call in learnt for sign in {sign for gap in call for sign in gap.signs})
    known = sorted(sign for sign, count in often.items() if count >= _CALLS * len(learnt))
    matrix, *targets = _matrix([gap for call in learnt for gap in call], known)
    held_out, *wanted = _matrix([gap for path in files[1 :: 2 * every] for gap in _gaps(path)], known)
    columns = []
    for kind, target, want in zip(_KINDS, targets, wanted, strict=True):
        model = LogisticRegression(C=_REGULAR, l1_ratio=1.0, solver="liblinear", fit_intercept=False, tol=1e-3)
        model.fit(matrix, target)
        precision, recall, least = precision_recall_curve(target, model.decision_function(matrix))
        bar = least[np.argmax(precision * recall / (precision + recall + 1e-9))]
        found = model.decision_function(held_out) > bar
        console.print(f"{kind:6} {(found & want).sum() / found.sum():.1%} of those put in are right, {(found & want).sum() / want.sum():.1%} found")  # fmt: skip
        weights = model.coef_[0].copy()
        weights[known.index("|")] -= bar
        columns.append(weights)
    path = Path(schemas.vocabulary.__file__).parent / "stops.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("sign", *_KINDS))
        writer.writerows(
            (sign, *(round(float(weight), 2) for weight in weights))
            for sign, *weights in zip(known, *columns, strict=True)
            if max(map(abs, weights)) >= _FEWEST
        )


def _gaps(path: Path) -> Iterator[Gap]:
    """The gaps between the words of a call."""
    for block in read(path.read_bytes()).blocks:
        for line in block.text.split("\n"):
            words: list[str] = []
            starts, pauses = [0], set()
            for start, end in sentences(line):
                for word in line[start:end].split():
                    if _PAUSE.search(word):
                        pauses.add(len(words) + (word[0] != "-"))
                    if plain := spoken(word):
                        words.append(plain)
                starts.append(len(words))
            for start, end in pairwise(starts):
                for gap in range(start + 1, min(end + 1, len(words))):
                    yield Gap(signs(words, gap, start), gap == end, gap == end or gap in pauses)


def _matrix(gaps: list[Gap], known: list[str]) -> tuple[csr_matrix, NDArray[np.bool_], NDArray[np.bool_]]:
    number = {sign: column for column, sign in enumerate(known)}
    columns = [[number[sign] for sign in gap.signs if sign in number] for gap in gaps]
    ends = np.cumsum([0, *map(len, columns)])
    inside = np.concatenate([np.asarray(row, dtype=np.int32) for row in columns])
    matrix = csr_matrix((np.ones(len(inside), dtype=np.float32), inside, ends), shape=(len(gaps), len(known)))
    return matrix, np.array([gap.is_full for gap in gaps]), np.array([gap.is_stop for gap in gaps])


if __name__ == "__main__":
    typer.run(main)
