"""The data-quality dashboard: a Streamlit page over the published file."""
