"""Rows to read by hand: `python -m benchmarks.audit metric data/earnings.duckdb 116`.

Draws rows at random, the sample's number being the seed, and prints each with the words around its quote. Once they are
read, the same command with `--record`, and `--wrong NUMBER=WHY` for each row that is not right in every column, appends
the sample to `audit_metric.csv` or `audit_guidance.csv`.
"""

from __future__ import annotations

import csv
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import duckdb
import polars as pl
import typer
from rich.console import Console
from rich.markup import escape


class Kind(StrEnum):
    """The tables whose rows are audited."""

    METRIC = "metric"
    GUIDANCE = "guidance"


_VALUES = {Kind.METRIC: ("value",), Kind.GUIDANCE: ("low", "high")}
_BESIDE = {Kind.METRIC: "construction", Kind.GUIDANCE: "form"}


def main(
    kind: Annotated[Kind, typer.Argument(help="The table to draw from.")],
    warehouse: Annotated[Path, typer.Argument(help="A published warehouse.", exists=True, dir_okay=False)],
    sample: Annotated[int, typer.Argument(help="The sample's number, and the seed.", min=0)],
    rows: Annotated[int, typer.Option(help="How many.", min=1)] = 30,
    only: Annotated[str, typer.Option(help="A condition in SQL that rows must meet.")] = "true",
    around: Annotated[int, typer.Option(help="Characters before and behind the quote.", min=0)] = 420,
    record: Annotated[bool, typer.Option(help="Append the sample to the audit.")] = False,
    wrong: Annotated[list[str] | None, typer.Option(help="NUMBER=WHY of a row that is wrong.")] = None,
) -> None:
    """Draw a sample of rows and print it, or record what was found of it."""
    drawn = _drawn(kind, warehouse, sample, rows, only)
    if record:
        _append(kind, sample, drawn, dict(_verdict(text, drawn.height) for text in wrong or []))
        return
    console = Console(width=160)
    for number, row in enumerate(drawn.iter_rows(named=True)):
        amount = " to ".join("none" if (value := row[column]) is None else f"{value:.12g}" for column in _VALUES[kind])
        beside = " ".join(str(row[column]) for column in (_BESIDE[kind], "section", "period_said") if row.get(column))
        console.print(
            f"[bold]{number}  {row['metric']}\\[{escape(row['segment'])}] {row['basis'] or '-'} {row['period']} {row['measure']} "
            f"{amount} {row['unit']} {row['currency'] or ''}[/bold]  {row['confidence']:.2f} {row['call_id']} ({beside})",
            highlight=False,
        )
        text, start, end = row["text"], row["at"], row["at"] + len(row["quote"])
        console.print(
            f"[dim]{escape(text[max(0, start - around) : start])}[/dim][bold]⟦{escape(text[start:end])}⟧[/bold]"
            f"[dim]{escape(text[end : end + around // 2])}[/dim]\n",
            highlight=False,
        )


def _drawn(kind: Kind, warehouse: Path, sample: int, rows: int, only: str) -> pl.DataFrame:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        found: pl.DataFrame = connection.sql(
            f"SELECT f.*, t.section, t.text, f.char_start - t.char_start AS at FROM {kind} AS f JOIN turn AS t "
            f"USING (call_id, turn_no) WHERE {only} ORDER BY {kind}_id"
        ).pl()
    return found.sample(min(rows, found.height), seed=sample, shuffle=True)


def _verdict(text: str, rows: int) -> tuple[int, str]:
    number, _, why = text.partition("=")
    if not (number.isdigit() and int(number) < rows and why):
        raise typer.BadParameter(f"{text!r} is not NUMBER=WHY with a row's number below {rows}.")
    return int(number), why


def _append(kind: Kind, sample: int, drawn: pl.DataFrame, why: dict[int, str]) -> None:
    path = Path(__file__).with_name(f"audit_{kind}.csv")
    audit = pl.read_csv(path, infer_schema_length=None)
    if sample in audit["sample"]:
        raise typer.BadParameter(f"{path.name} has a sample {sample} already.")
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for number, row in enumerate(drawn.iter_rows(named=True)):
            row |= {
                "sample": sample, "confidence": round(row["confidence"], 3),
                "verdict": "wrong" if number in why else "right", "why": why.get(number, ""),
            }  # fmt: skip
            writer.writerow(row[column] for column in audit.columns)


if __name__ == "__main__":
    typer.run(main)
