"""The dashboard's server on localhost: Streamlit's pages, and the Data Docs below `/data-docs/`."""

from __future__ import annotations

import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit.starlette import App

from warehouse.dashboard import PAGES

_WHERE = "<script>window.__streamlit = {BACKEND_BASE_URL: window.location.origin}</script>"
"""Tells Streamlit's frontend where its server is. Untold, it asks below the page's own path first, and the browser logs
that nothing is there."""

_COLOURS = ["#4c78a8", "#e4572e", "#72b7b2", "#f2a93b", "#8c6bb1", "#54a24b", "#9d755d", "#bab0ac"]
"""Of the charts: told apart on light and dark, and by the colour-blind the first two, which stand for good and bad."""


def serve(data_dir: Path, port: int) -> None:
    """Serve until stopped.

    Raises:
        OSError: the port is in use.
    """
    socket.create_server(("localhost", port)).close()
    os.environ["EARNINGS_DATA_DIR"] = str(data_dir.resolve())
    docs = StaticFiles(directory=data_dir / "docs", html=True, check_dir=False)
    App(
        str(files("warehouse.dashboard").joinpath("app.py")),
        routes=[*(Route(f"/{path}", _frontend) for path in ("", *PAGES)), Mount("/data-docs", docs)],
        lifespan=_ready,
    ).run(
        config={
            "server.address": "localhost",
            "server.port": port,
            "server.headless": True,
            "browser.gatherUsageStats": False,
            "client.toolbarMode": "minimal",
            # Set for each apart: set for both, Streamlit no longer follows what the browser prefers.
            "theme.light.chartCategoricalColors": _COLOURS,
            "theme.dark.chartCategoricalColors": _COLOURS,
        }
    )


@asynccontextmanager
async def _ready(_: App) -> AsyncIterator[None]:
    """Import what the pages need before the first visitor comes, who would wait for it."""
    for module in ("altair", "pandas", *(f"warehouse.dashboard.{name}" for name in PAGES)):
        import_module(module)
    yield


async def _frontend(_: Request) -> HTMLResponse:
    """Streamlit's own page, told where its server is."""
    page = files(streamlit).joinpath("static", "index.html").read_text("utf-8")
    return HTMLResponse(page.replace("<head>", f"<head>{_WHERE}", 1), headers={"Cache-Control": "no-cache"})
