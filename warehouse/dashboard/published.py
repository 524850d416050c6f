"""What the pages share: queries over the published file, and links between pages."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import polars as pl
import streamlit as st

from warehouse import read

DATA_DIR = Path(os.environ.get("EARNINGS_DATA_DIR", "data"))


def rows(sql: str, **parameters: object) -> pl.DataFrame:
    """The answer to a query; lists are given as tuples. Answers are kept until another file is published; no connection stays open."""
    stamp = read.published(DATA_DIR).stat()
    return _rows(sql, tuple(sorted(parameters.items())), (stamp.st_mtime_ns, stamp.st_ino))


@st.cache_data(show_spinner=False, max_entries=400)
def _rows(sql: str, parameters: tuple[tuple[str, object], ...], published: tuple[int, int]) -> pl.DataFrame:
    with read.connect(DATA_DIR) as warehouse:
        given = {name: list(value) if isinstance(value, tuple) else value for name, value in parameters}
        found: pl.DataFrame = (warehouse.sql(sql, params=given) if given else warehouse.sql(sql)).pl()
        return found


def call_link(call_id: str, row_id: str = "") -> str:
    """The page of a call, at one of its rows."""
    return f"call?call={quote(call_id)}" + (f"&at={quote(row_id)}" if row_id else "")


def choose(label: str, options: list[str], parameter: str) -> str:
    """A select box that keeps its choice in the page's URL, so that the page can be shared."""
    asked = st.query_params.get(parameter)
    index = options.index(asked) if asked in options else 0
    chosen = st.selectbox(label, options, index=index, key=f"choose_{parameter}")
    st.query_params[parameter] = chosen
    return str(chosen)


def table_with_quotes(frame: pl.DataFrame, call_ids: pl.Series, row_ids: pl.Series) -> None:
    """A table whose first column leads to the row's quote in its call; a missing row leads to the call."""
    links = [call_link(call, row or "") for call, row in zip(call_ids, row_ids, strict=True)]
    table(
        frame.insert_column(0, pl.Series("quote", links, dtype=pl.String)),
        quote=st.column_config.LinkColumn("quote", display_text="show"),
    )


def table(frame: pl.DataFrame, **columns: object) -> None:
    """A table of the page's width."""
    st.dataframe(frame.to_pandas(), hide_index=True, width="stretch", column_config=columns)  # type: ignore[call-overload]
