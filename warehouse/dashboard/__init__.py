"""The dashboard: Streamlit pages that read the published warehouse and show whether it can be trusted."""

PAGES = {
    "overview": "Overview",
    "call": "Call",
    "company": "Company",
    "checks": "Checks",
    "runs": "Runs and quarantine",
}
"""Module, which is also the page's path, to title. The first is shown at the root."""
