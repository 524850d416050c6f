"""The dashboard: pages over the published file, which is opened read-only and only while a query runs."""

from __future__ import annotations

import streamlit as st

from warehouse.dashboard import call, checks, company, overview, runs

st.set_page_config(page_title="Earnings-call warehouse", layout="wide")
st.navigation(
    [
        st.Page(overview.page, title="Overview", default=True),
        st.Page(call.page, title="Call", url_path="call"),
        st.Page(company.page, title="Company", url_path="company"),
        st.Page(checks.page, title="Checks", url_path="checks"),
        st.Page(runs.page, title="Runs and quarantine", url_path="runs"),
    ]
).run()
