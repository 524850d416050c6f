"""Runs and quarantine: what was loaded, what was refused and what to do about it."""

from __future__ import annotations

import streamlit as st

from warehouse.dashboard.published import rows, table


def page() -> None:
    st.title("Runs and quarantine")
    st.subheader("Loads, the last first")
    table(rows("SELECT * EXCLUDE (rows_by_table) FROM load_run ORDER BY started_at DESC LIMIT 200"), "Loads")
    st.subheader("Quarantine")
    refused = rows(
        "SELECT reason, source_uri, detail, stage, loaded_at, run_id FROM quarantine ORDER BY loaded_at DESC"
    )
    if refused.is_empty():
        st.write("Nothing was refused.")
    else:
        table(refused, "Documents that were refused")
