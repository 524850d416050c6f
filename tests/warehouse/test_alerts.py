"""Alerts: an open failure is told once, its resolution once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from orchestration.load import load
from tests.conftest import SAMPLES
from warehouse import read
from warehouse.alerts import AlertError, Told, read_notifiers, tell


def lines(data: Path) -> list[dict[str, str]]:
    path = data / "alerts.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


@pytest.fixture
def hook() -> Iterator[tuple[str, list[dict[str, object]]]]:
    """A server that keeps what is posted to it."""
    posted: list[dict[str, object]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/hook", posted
    server.shutdown()


def test_a_failure_is_told_once_and_its_resolution_once(tmp_path: Path) -> None:
    (tmp_path / "alerts.yaml").write_text("- {name: log, kind: file, path: alerts.jsonl, severity: warn}\n")
    report = load([SAMPLES], tmp_path)
    opened = lines(tmp_path)
    assert report.told == [Told("log", len(opened), 0)]
    assert opened
    assert {event["event"] for event in opened} == {"opened"}
    with read.connect(tmp_path) as warehouse:
        assert tell(warehouse, tmp_path) == [Told("log", 0, 0)]
    waived = opened[0]
    until = date.today() + timedelta(days=30)
    (tmp_path / "waivers.yaml").write_text(
        f"- {{call: {waived['call_id']}, rule: {waived['rule']}, reason: as spoken, owner: Ann, expires: {until}}}\n"
    )
    load([SAMPLES], tmp_path)
    resolved = lines(tmp_path)[len(opened) :]
    assert waived["check_id"] in {event["check_id"] for event in resolved}
    assert {event["event"] for event in resolved} == {"resolved"}


def test_a_webhook_is_sent_words_and_events(tmp_path: Path, hook: tuple[str, list[dict[str, object]]]) -> None:
    url, posted = hook
    (tmp_path / "alerts.yaml").write_text(f"- {{name: chat, kind: webhook, url: '{url}', severity: warn}}\n")
    load([SAMPLES], tmp_path)
    (message,) = posted
    assert isinstance(message["events"], list)
    assert message["events"][0]["explanation"] in str(message["text"])


def test_what_could_not_be_told_is_told_again(tmp_path: Path, hook: tuple[str, list[dict[str, object]]]) -> None:
    nobody = "- {name: chat, kind: webhook, url: 'http://127.0.0.1:9/', severity: warn, timeout_seconds: 1}\n"
    (tmp_path / "alerts.yaml").write_text(nobody)
    (failed,) = load([SAMPLES], tmp_path).told
    assert failed.error
    url, posted = hook
    (tmp_path / "alerts.yaml").write_text(f"- {{name: chat, kind: webhook, url: '{url}', severity: warn}}\n")
    with read.connect(tmp_path) as warehouse:
        (told,) = tell(warehouse, tmp_path)
    assert (told.error, told.opened) == (None, failed.opened)
    assert len(posted) == 1


@pytest.mark.parametrize(
    "text", ["- {name: chat, kind: pigeon}", "- {name: a, kind: file, path: x}\n- {name: a, kind: file, path: y}", "{"]
)
def test_notifiers_that_cannot_be_read_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "alerts.yaml").write_text(text)
    with pytest.raises(AlertError, match=r"alerts\.yaml"):
        read_notifiers(tmp_path)
