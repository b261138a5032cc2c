"""A visit to a page of the built site: what it asks for, says to the console, and looks like on a screen."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
DESK, PHONE = (1280, 800), (360, 740)


@dataclass(frozen=True)
class Visit:
    """What was seen of one page."""

    url: str
    """Where it stands."""
    requests: tuple[str, ...]
    """The addresses that it asked for."""
    refused: tuple[str, ...]
    """The answers of 400 and above."""
    console: tuple[str, ...]
    """What it wrote to the console."""
    width: int
    """How wide it is, in pixels."""
    look: dict[str, Any]
    """What `look.js` saw."""


def resize(browser: "Chrome", size: tuple[int, int]) -> None:
    """Show pages as a screen of this size does."""
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == PHONE}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def entries(browser: "Chrome", log: str) -> list[dict[str, Any]]:
    """What stands in a log of the browser since it was last asked."""
    return browser.get_log(log)  # type: ignore[no-any-return, no-untyped-call]


def visit(browser: "Chrome", url: str) -> Visit:
    """Open the page on the screen as it is, and look."""
    for log in ("performance", "browser"):
        entries(browser, log)
    browser.get(url)
    look = browser.execute_script(LOOK)
    events = [json.loads(entry["message"])["message"] for entry in entries(browser, "performance")]
    answers = [e["params"]["response"] for e in events if e["method"] == "Network.responseReceived"]
    return Visit(
        url=url,
        requests=tuple(e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"),
        refused=tuple(f"{answer['status']} {answer['url']}" for answer in answers if answer["status"] >= 400),
        console=tuple(entry["message"] for entry in entries(browser, "browser")),
        width=look.pop("width"),
        look=look,
    )
