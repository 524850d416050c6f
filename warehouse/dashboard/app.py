"""What Streamlit runs for each visitor: the page that was asked for."""

from __future__ import annotations

from importlib import import_module

import streamlit as st

from warehouse.dashboard import PAGES

st.set_page_config(page_title="Earnings-call warehouse", layout="wide")
st.navigation(
    [
        st.Page(
            import_module(f"warehouse.dashboard.{name}").page,
            title=title,
            url_path=name,
            default=name == next(iter(PAGES)),
        )
        for name, title in PAGES.items()
    ]
).run()
