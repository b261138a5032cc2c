"""The built site, served to a Chromium without a window. What is missing skips these tests; in CI nothing may be."""

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from browser.visits import DESK, PHONE, Visit, resize, visit

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and does not report each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    named = os.environ.get("UKRAINE_SUPPORT_SITE")
    if not named:
        pytest.skip("no built site: build the docs, and let UKRAINE_SUPPORT_SITE name the folder")
    folder = Path(named)
    assert (folder / "index.html").is_file(), f"UKRAINE_SUPPORT_SITE is {named}, where no site is"
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    """The address of each page within the site, the front page first."""
    found = [page.relative_to(site).as_posix().removesuffix("index.html") for page in site.rglob("*.html")]
    return sorted(found)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: a port of this machine that was free."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Chrome"]:
    """A Chromium without a window, driven by the driver of the same package: selenium is to download nothing."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver and find_spec("selenium")):
        lacking = pytest.fail if os.environ.get("CI") else pytest.skip
        lacking("no browser: install the group `browser`, and Debian's packages chromium and chromium-driver")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    chrome.get("about:blank")  # the page that it opens with asks for much
    yield chrome
    chrome.quit()


@pytest.fixture(scope="session")
def visits(browser: "Chrome", address: str, pages: list[str]) -> dict[str, Visit]:
    """One visit to every page, on a phone; search, whose index each would build anew, is off."""
    source = "window.Worker = class extends EventTarget { postMessage() {} terminate() {} };"
    without_search = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    resize(browser, PHONE)
    seen = {page: visit(browser, address + page) for page in pages}
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", without_search)
    return seen


@pytest.fixture(scope="session")
def front(browser: "Chrome", address: str) -> Visit:
    """A visit to the front page on a wide screen."""
    resize(browser, DESK)
    return visit(browser, address)
