"""The dashboard in a real browser: each page opened, a filter used, a link from a number to its quote followed.

Skipped where no Chromium is found. EARNINGS_SCREENSHOTS names a folder for a picture of each page.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from orchestration.load import load
from tests.conftest import ROOT, SAMPLES
from warehouse.dashboard import PAGES
from warehouse.read import connect

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found; install it with: apt-get install chromium")
_FIRST_PAINT, _INTERACTION = 10.0, 5.0
"""Seconds; generous, as tests run beside each other. Figures for the full warehouse stand in docs/dashboard.md."""
HOSTILE = """Vandal Works (NYSE: VNDL)
Q2 2025 Earnings Call

Participants
Mia Hall -- Chief Financial Officer

Prepared Remarks

Operator: Welcome to the Vandal Works second quarter 2025 earnings call.

Mia Hall: <script>document.title = "broken"</script> Revenue was $12.5 million in the second quarter. **Bold** <img src=x onerror="document.title='broken'">.
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard of the samples and of a call that tries to break out of its text."""
    from warehouse.data_docs import build

    data_dir = tmp_path_factory.mktemp("browser")
    hostile = data_dir / "VNDL_q2_2025.txt"
    hostile.write_text(HOSTILE)
    minutes = data_dir / "board_minutes.txt"
    minutes.write_text("The board met on Monday.")
    load([SAMPLES, hostile, minutes], data_dir)
    with connect(data_dir) as warehouse:
        build(warehouse, data_dir / "docs")
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "orchestration.cli", "dashboard", "--data-dir", str(data_dir), "--port", str(port)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    address = f"http://localhost:{port}/"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}_stcore/health", timeout=1)
            break
        except OSError:
            time.sleep(0.2)
    yield address
    os.killpg(process.pid, 15)
    process.wait(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: playwright.Browser) -> Iterator[playwright.Page]:
    """A page that fails its test when the console shows an error."""
    opened = browser.new_page(viewport={"width": 1280, "height": 1000})
    errors: list[str] = []
    opened.on(
        "console",
        lambda message: (
            errors.append(f"{message.text} {message.location.get('url')}") if message.type == "error" else None
        ),
    )
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    opened.close()
    assert errors == []


def settled(page: playwright.Page, title: str) -> None:
    page.get_by_role("heading", name=title, exact=True).wait_for(timeout=30_000)
    page.locator('[data-testid="stStatusWidget"]').wait_for(state="detached", timeout=30_000)


def pictured(page: playwright.Page, name: str) -> None:
    """A picture of the page, where a folder for pictures is named."""
    folder = os.environ.get("EARNINGS_SCREENSHOTS")
    if folder:
        page.locator('[data-testid="stSkeleton"]').first.wait_for(state="detached")
        page.wait_for_timeout(1500)
        page.screenshot(path=str(Path(folder) / f"{name}.png"))


def at_rest(page: playwright.Page, element: playwright.Locator) -> str:
    """The text of an element once it no longer changes: what a filter chose arrives in parts."""
    before, now = None, element.inner_text()
    while now != before:
        page.wait_for_timeout(700)
        before, now = now, element.inner_text()
    return now


@pytest.mark.parametrize("path", PAGES)
def test_each_page_opens(server: str, page: playwright.Page, path: str) -> None:
    started = time.perf_counter()
    page.goto(server + path.removeprefix("overview"))
    settled(page, PAGES[path])
    assert time.perf_counter() - started < _FIRST_PAINT
    assert page.locator('[data-testid="stException"]').count() == 0
    if path != "call":
        pictured(page, path)


def test_a_page_fits_a_phone(server: str, page: playwright.Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server)
    settled(page, "Overview")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_filter_and_a_link_lead_to_the_quote(server: str, page: playwright.Page) -> None:
    page.goto(f"{server}checks")
    settled(page, "Checks")
    before = page.get_by_text(re.compile(r"^\d+ checks$")).inner_text()
    started = time.perf_counter()
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="consistent", exact=True).click()
    playwright.expect(page.get_by_text(re.compile(r"^\d+ checks$"))).not_to_have_text(before)
    assert time.perf_counter() - started < _INTERACTION
    playwright.expect(page.get_by_text("They do not agree")).to_have_count(0)
    settled(page, "Checks")
    link = page.locator('a[href*="at="]').first
    quote = at_rest(page, link)
    link.click()
    settled(page, "Call")
    chosen = page.locator("mark.chosen").first
    playwright.expect(chosen).to_be_visible()
    shown = chosen.text_content()
    assert shown
    assert shown in quote
    assert "call=" in page.url and "at=" in page.url


def test_what_a_document_holds_is_shown_as_text(server: str, page: playwright.Page) -> None:
    page.goto(f"{server}call?call=VNDL-2025Q2")
    settled(page, "Call")
    page.get_by_text('<script>document.title = "broken"</script>', exact=False).first.wait_for()
    page.get_by_text("**Bold**", exact=False).first.wait_for()
    assert page.title() != "broken"


def test_data_docs_open(samples_dir: Path, tmp_path: Path, browser: playwright.Browser) -> None:
    """The pages take styles and scripts from the net, so that without it only their text can be looked at."""
    from warehouse.data_docs import build

    with connect(samples_dir) as warehouse:
        index, _ = build(warehouse, tmp_path / "docs")
    page = browser.new_page()
    page.route(re.compile("^https?://"), lambda route: route.abort())
    page.goto(index.as_uri())
    assert "metric" in page.content()
    result = next((index.parent / "validations" / "metric").rglob("*.html"))
    page.goto(result.as_uri())
    playwright.expect(page.get_by_text("Validation Result").first).to_be_attached()
    assert "Succeeded" in page.content()


def test_a_number_is_chosen_by_keyboard_and_told_beside_the_transcript(server: str, page: playwright.Page) -> None:
    page.goto(f"{server}call?call=NWTL-2025Q2")
    settled(page, "Call")
    number = page.locator(".turn a").nth(3)
    quote = number.inner_text()
    assert number.locator("mark").get_attribute("aria-label")
    number.focus()
    page.keyboard.press("Enter")
    page.locator("mark.chosen").wait_for()
    settled(page, "Call")
    playwright.expect(page.locator("mark.chosen").first).to_be_in_viewport()
    playwright.expect(page.locator(".panel")).to_be_in_viewport()
    playwright.expect(page.locator(".panel p").first).to_contain_text(quote.strip(" ,"))
    pictured(page, "call")


def test_a_filter_stands_in_the_address(server: str, page: playwright.Page) -> None:
    page.goto(f"{server}checks?status=consistent&rule=sum")
    settled(page, "Checks")
    playwright.expect(page.get_by_role("combobox", name="Rule")).to_have_value("sum")
    page.get_by_role("combobox", name="Rule").click()
    page.get_by_role("option", name="ratio", exact=True).click()
    page.wait_for_url(re.compile(r"[?&]rule=ratio\b"))


def test_key_figures_lead_to_their_quotes(server: str, page: playwright.Page) -> None:
    page.goto(f"{server}company?company=NWTL")
    settled(page, "Company")
    page.locator(".figures a").first.click()
    settled(page, "Call")
    playwright.expect(page.locator("mark.chosen").first).to_be_visible()


def test_dark_is_followed(server: str, browser: playwright.Browser) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(server)
    settled(page, "Overview")
    background = page.locator('[data-testid="stApp"]').evaluate("node => getComputedStyle(node).backgroundColor")
    assert all(int(part) < 80 for part in re.findall(r"\d+", background)[:3])


def test_the_dashboard_leads_to_data_docs(server: str, page: playwright.Page) -> None:
    page.goto(server)
    settled(page, "Overview")
    address = page.get_by_role("link", name=re.compile("Data Docs")).get_attribute("href")
    with urllib.request.urlopen(server + str(address)) as docs:
        assert "metric" in docs.read().decode()
