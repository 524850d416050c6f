"""Starts the dashboard's server on localhost."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path


def serve(data_dir: Path, port: int) -> int:
    """Serve until stopped; gives the server's exit status."""
    page = files("warehouse.dashboard").joinpath("app.py")
    settings = {
        "server.address": "localhost",
        "server.port": str(port),
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
        "client.toolbarMode": "minimal",
    }
    options = [part for name, value in settings.items() for part in (f"--{name}", value)]
    environment = {**os.environ, "EARNINGS_DATA_DIR": str(data_dir.resolve())}
    try:
        return subprocess.run(
            [sys.executable, "-m", "streamlit", "run", str(page), *options], env=environment, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0
