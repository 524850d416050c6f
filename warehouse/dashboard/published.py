"""What the pages share: queries over the published file, choices kept in the address, tables that lead to quotes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

import polars as pl
import polars.selectors as cs
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


def link(page: str, **parameters: str | None) -> str:
    """The address of a page, as seen from another; parameters without a value are left out."""
    given = urlencode({name: value for name, value in parameters.items() if value})
    return f"{page}?{given}" if given else page


def call_link(call_id: str, row_id: str | None = None) -> str:
    """The page of a call, at one of its rows."""
    return link("call", call=call_id, at=row_id)


def choose(label: str, options: dict[str, str], parameter: str) -> str:
    """A select box of values, each shown by its name, whose choice always stands in the page's address, so that it can be shared."""
    asked = st.query_params.get(parameter)
    values = list(options)
    if asked is not None and asked not in options:
        st.warning(f"There is no {label.lower()} {asked} in this warehouse; this is another.")
    index = values.index(asked) if asked in options else 0
    chosen = st.selectbox(label, values, index=index, format_func=options.__getitem__, key=f"choose_{parameter}")
    st.query_params[parameter] = chosen
    return str(chosen)


def filtered(label: str, options: Sequence[str], parameter: str, default: str = "all") -> str:
    """A select box that filters; a choice other than the default stands in the page's address."""
    values = ["all", *options]
    return str(st.selectbox(label, values, index=values.index(default), key=parameter, bind="query-params"))


QUOTED = r"call=([^&]+)"
"""What a table shows of a link to a quote: the call."""


def with_quotes(frame: pl.DataFrame, name: str, calls: str, ids: str) -> pl.DataFrame:
    """The frame with a column of calls and one of rows made one of links to where each row was said."""
    links = [call and call_link(call, row) for call, row in frame.select(calls, ids).iter_rows()]
    return frame.drop(ids).with_columns(pl.Series(calls, links, dtype=pl.String)).rename({calls: name})


def table(frame: pl.DataFrame, about: str, **links: str) -> None:
    """A table of the page's width.

    `about` tells screen readers what it holds; `links` are the columns of addresses, each with the text, or the pattern of the
    part of the address, that is shown.
    """
    columns = {name: st.column_config.NumberColumn(format="localized") for name in frame.select(cs.numeric()).columns}
    columns |= {name: st.column_config.LinkColumn(display_text=shown) for name, shown in links.items()}
    st.dataframe(frame.to_pandas(), hide_index=True, width="stretch", placeholder="", column_config=columns, alt=about)
