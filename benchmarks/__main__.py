"""The front door of the measurements."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks import accuracy, data_docs, seeded, speed

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"
console = Console(width=120)


def main(
    calls: Annotated[Path | None, typer.Option(help="A folder of transcripts.")] = None,
    gold: Annotated[Path | None, typer.Option(help="Facts about them, one JSON object a line.")] = None,
    ablation: Annotated[bool, typer.Option(help="Switch off each rule in turn.")] = True,
    every: Annotated[int, typer.Option(help="Every so manieth call for the ablation.", min=1)] = 8,
) -> None:
    """Measure speed on a folder of calls and, where facts about them are at hand, accuracy."""
    folder = calls or (SHARED / "calls" if (SHARED / "calls").is_dir() else ROOT / "samples")
    facts = gold or SHARED / "gold" / "calls.jsonl"
    files = sorted(path for path in folder.glob("*") if path.is_file())
    console.rule(f"Speed on {len(files)} documents of {folder.name}/")
    for line in speed.measure(files):
        console.print(line, highlight=False)
    console.rule("Audit by hand (benchmarks/audit_*.csv)")
    for line in accuracy.audited(Path(__file__).parent):
        console.print(line, highlight=False)
    console.rule("Seeded errors: one number of the samples made wrong at a time")
    for line in seeded.measure(ROOT / "samples"):
        console.print(line, highlight=False)
    console.rule("Great Expectations on a million rows")
    for line in data_docs.measure(ROOT / "samples"):
        console.print(line, highlight=False)
    if facts.exists():
        console.rule("Accuracy against facts written down by others")
        for line in accuracy.measure(files, facts, every if ablation else 0):
            console.print(line, highlight=False)
    else:
        console.print("Accuracy is not measured: there are no facts beside the checkout; name a file with --gold.")


if __name__ == "__main__":
    typer.run(main)
