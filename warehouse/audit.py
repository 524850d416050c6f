"""The audit between write and publish: structure that every warehouse must have.

Each rule is a name and a query that returns the offending rows; a warehouse is published only where all
return none. Identities between figures are no structure: they are `check_result` rows and block nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import polars as pl

from schemas.tables import TABLES
from warehouse.schema import failures

_CHUNK = 200_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule: where, how many rows, and an example."""

    table: str
    rule: str
    rows: int
    example: str

    def __str__(self) -> str:
        return f"{self.table}: {self.rule} is broken by {self.rows} rows, for example {self.example}"


def _unique(table: str, key: tuple[str, ...]) -> str:
    columns = ", ".join(key)
    return f"SELECT {columns}, count(*) AS copies FROM {table} GROUP BY ALL HAVING count(*) > 1"


QUERIES: dict[tuple[str, str], str] = {
    **{(table.name, f"unique_{'_'.join(table.key)}"): _unique(table.name, table.key) for table in TABLES},
    ("metric", "text_quotes"): "SELECT metric_id FROM metric JOIN call USING (call_id) WHERE substr(text, char_start + 1, char_end - char_start) IS DISTINCT FROM quote",
    ("guidance", "text_quotes"): "SELECT guidance_id FROM guidance JOIN call USING (call_id) WHERE substr(text, char_start + 1, char_end - char_start) IS DISTINCT FROM quote",
    ("turn", "text_in_call"): "SELECT turn_id FROM turn JOIN call USING (call_id) WHERE substr(call.text, char_start + 1, char_end - char_start) IS DISTINCT FROM turn.text",
    ("implied", "range_in_order"): "SELECT company_id FROM implied WHERE low > high",
    ("implied", "not_stated"): "SELECT company_id FROM implied SEMI JOIN fact USING (company_id, period, metric, segment, measure)",
    ("metric", "value_in_interval"): "SELECT metric_id FROM metric WHERE NOT (low <= value AND value <= high)",
    ("guidance", "range_in_order"): "SELECT guidance_id FROM guidance WHERE low > high",
    **{
        (child, f"{child}_of_known_{parent}"): f"SELECT {child}.{column} FROM {child} ANTI JOIN {parent} USING ({column})"
        for child, parent, column in (
            ("call", "company", "company_id"), ("speaker", "call", "call_id"), ("turn", "call", "call_id"), ("turn", "speaker", "speaker_id"),
            ("metric", "call", "call_id"), ("metric", "speaker", "speaker_id"), ("guidance", "call", "call_id"), ("fact", "call", "call_id"), ("fact", "company", "company_id"),
            ("check_result", "call", "call_id"), ("implied", "call", "call_id"), ("implied", "company", "company_id"),
        )
    },
    ("fact", "mentions_exist"): "SELECT unnest(metric_ids) AS metric_id FROM fact EXCEPT SELECT metric_id FROM metric",
    ("turn", "renders_a_turn"): "SELECT t.turn_id FROM turn t LEFT JOIN turn o ON o.call_id = t.call_id AND o.turn_no = t.renders_turn_no WHERE t.renders_turn_no IS NOT NULL AND o.turn_id IS NULL",
}  # fmt: skip


def audit(connection: duckdb.DuckDBPyConnection) -> list[Finding]:
    """Every broken rule of a warehouse; none where it may be published."""
    found = []
    for (name, rule), query in QUERIES.items():
        rows = connection.execute(query).fetchmany(1000)
        if rows:
            found.append(Finding(name, rule, len(rows), str(rows[0])))
    for table in TABLES:
        # The text of calls and turns is long and has no rule but to be there, which DDL sees to.
        columns = ", ".join(
            "'' AS text" if column.name == "text" else column.name
            for column in table.columns
            if "MAP" not in column.type
        )
        columns += "".join(f", NULL AS {column.name}" for column in table.columns if "MAP" in column.type)
        for records in connection.sql(f"SELECT {columns} FROM {table.name}").to_arrow_reader(_CHUNK):
            batch = pl.DataFrame(pl.from_arrow(records))
            broken = failures(table, batch)
            for (column, check), rows_ in broken.group_by("column", "check", maintain_order=True):
                found.append(Finding(table.name, f"{column} {check}", rows_.height, str(rows_["failure_case"][0])))
    return found
