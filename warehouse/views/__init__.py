"""Views for people: one `.sql` file each, which opens with a comment that becomes the view's own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import duckdb


@cache
def views() -> dict[str, tuple[str, str]]:
    """View name to (comment, query), in name order."""
    found = {}
    for entry in sorted(files("warehouse.views").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".sql"):
            first, _, query = entry.read_text("utf-8").partition("\n")
            found[entry.name.removesuffix(".sql")] = first.removeprefix("--").strip(), query.strip()
    return found


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create or renew every view with its comment."""
    for name, (comment, query) in views().items():
        connection.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")
        literal = comment.replace("'", "''")
        connection.execute(f"COMMENT ON VIEW {name} IS '{literal}'")
