"""Rows that differ between two warehouses of the same calls: `python -m benchmarks.differences BEFORE AFTER`.

Made to read what a change of the grammar did: rows are grouped by the sentence that they stand in, those of `BEFORE` alone
marked with a minus, those of `AFTER` alone with a plus.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import duckdb
import typer
from rich.console import Console
from rich.markup import escape

_ROW = {
    "metric": "format('{}[{}] {} {} {} {:.10g} {}', metric, segment, coalesce(basis, '-'), period, measure, value, unit)",
    "guidance": "format('{}[{}] {} {} {} {} {} to {} {}', metric, segment, coalesce(basis, '-'), period, measure, form, "
    "coalesce(low::VARCHAR, 'none'), coalesce(high::VARCHAR, 'none'), coalesce(unit, ''))",
}
_DIFFERENCES = """
WITH side AS (
    SELECT '-' AS sign, * FROM ({before}) UNION ALL SELECT '+', * FROM ({after})
), alone AS (
    SELECT * FROM side QUALIFY count(DISTINCT sign) OVER (PARTITION BY call_id, turn_no, quote, said) = 1
)
SELECT call_id, turn_no, min(char_start) AS first, max(char_end) AS last,
       list(sign || ' ' || said || '  ' || round(confidence, 2) ORDER BY char_start, sign DESC) AS rows
FROM alone GROUP BY call_id, turn_no, char_start // 200 ORDER BY call_id, turn_no, first
"""


def main(
    before: Annotated[Path, typer.Argument(help="A published warehouse.", exists=True, dir_okay=False)],
    after: Annotated[Path, typer.Argument(help="Another one.", exists=True, dir_okay=False)],
    most: Annotated[int, typer.Option(help="Places shown, drawn at random.", min=1)] = 60,
    around: Annotated[int, typer.Option(help="Characters before and behind the rows.", min=0)] = 160,
) -> None:
    """Print where two warehouses give other rows."""
    console = Console(width=160)
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{before}' AS before (READ_ONLY); ATTACH '{after}' AS after (READ_ONLY)")
        for kind, row in _ROW.items():
            sides = {
                side: f"SELECT call_id, turn_no, char_start, char_end, quote, confidence, {row} AS said FROM {side}.{kind}"
                for side in ("before", "after")
            }
            connection.execute(f"CREATE TEMP TABLE {kind}_differs AS {_DIFFERENCES.format(**sides)}")
            rows, places = connection.execute(f"SELECT sum(len(rows)), count(*) FROM {kind}_differs").fetchall()[0]
            console.rule(f"{kind}: {rows or 0} rows in {places} places")
            shown = connection.execute(
                f"SELECT d.call_id, d.rows, t.text[greatest(first - t.char_start - {around}, 0) + 1 : last - t.char_start + {around}] "
                f"FROM (SELECT * FROM {kind}_differs ORDER BY hash(call_id, first) LIMIT {most}) AS d JOIN after.turn AS t USING (call_id, turn_no) "
                "ORDER BY d.call_id, first"
            ).fetchall()
            for call_id, found, text in shown:
                console.print(f"[bold]{call_id}[/bold] [dim]{escape(' '.join(text.split()))}[/dim]", highlight=False)
                for said in found:
                    console.print(f"  {escape(said)}", highlight=False)


if __name__ == "__main__":
    typer.run(main)
