"""What is made from `schemas/tables.py`: DDL, comments and pandera schemas.

Loading and reading belong in `store.py` and `read.py`.
"""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.tables import TABLES, Column, Table


def ddl(table: Table) -> list[str]:
    """The statements that create a table with its comments; a table of an older version gains what it lacks."""
    columns = ", ".join(
        f"{column.name} {column.type}{' NOT NULL' if column.required else ''}" for column in table.columns
    )
    return [
        f"CREATE TABLE IF NOT EXISTS {table.name} ({columns})",
        *(
            f"ALTER TABLE {table.name} ADD COLUMN IF NOT EXISTS {column.name} {column.type}"
            for column in table.columns
            if not column.required
        ),
        f"COMMENT ON TABLE {table.name} IS {_literal(table.comment)}",
        *(f"COMMENT ON COLUMN {table.name}.{column.name} IS {_literal(column.comment)}" for column in table.columns),
    ]


def all_ddl() -> list[str]:
    """The statements that create every table."""
    return [statement for table in TABLES for statement in ddl(table)]


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def pandera_schema(table: Table, leave_out: tuple[str, ...] = ()) -> pa.DataFrameSchema:
    """What the rows of a table must satisfy, column by column; types are DuckDB's business.

    >>> from schemas.tables import SPEAKER
    >>> sorted(pandera_schema(SPEAKER).columns)[:3]
    ['affiliation', 'aliases', 'call_id']
    """
    return pa.DataFrameSchema(
        {column.name: _column(column) for column in table.columns if column.name not in leave_out},
        strict=True,
        name=table.name,
    )


def _column(column: Column) -> pa.Column:
    checks = []
    if column.isin:
        checks.append(pa.Check.isin(column.isin))
    if column.ge is not None:
        checks.append(pa.Check.ge(column.ge))
    if column.le is not None:
        checks.append(pa.Check.le(column.le))
    if column.pattern is not None:
        checks.append(pa.Check.str_matches(column.pattern))
    return pa.Column(None, checks=checks, nullable=not column.required, name=column.name)


def failures(table: Table, rows: pl.DataFrame, leave_out: tuple[str, ...] = ()) -> pl.DataFrame:
    """The rows that break a rule: `column`, `check`, `failure_case`, `index`; empty where all is well."""
    try:
        pandera_schema(table, leave_out).validate(rows, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases: pl.DataFrame = errors.failure_cases
        return cases.select("column", "check", "failure_case", "index")
    return pl.DataFrame(schema={"column": pl.String, "check": pl.String, "failure_case": pl.String, "index": pl.Int32})
