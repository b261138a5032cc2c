"""The site in use: searched, switched to dark, and walked through with the keyboard alone."""

from typing import TYPE_CHECKING, Any

import pytest

from browser.visits import DESK, PHONE, resize

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

SECONDS = 10
"""How long to wait for what should come at once."""

FOCUS = """
const active = document.activeElement;
const drawn = active.matches(".md-option") ? active.nextElementSibling : active;
const style = getComputedStyle(drawn);
return {
  name: (active.innerText || active.title || active.ariaLabel || active.outerHTML).trim(),
  top: drawn.getBoundingClientRect().top,
  isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
};
"""
"""What has the focus, and whether that shows; the choices of colours are drawn by their labels."""


def forget(browser: "Chrome", address: str) -> None:
    """Leave the site, and nothing of the visit behind."""
    browser.get("about:blank")
    data = {"origin": address.rstrip("/"), "storageTypes": "local_storage"}
    browser.execute_cdp_cmd("Storage.clearDataForOrigin", data)


@pytest.fixture
def desk(browser: "Chrome", address: str) -> "Chrome":
    """The front page on a wide screen, for someone who was never here."""
    resize(browser, DESK)
    forget(browser, address)
    browser.get(address)
    return browser


def wait(browser: "Chrome", script: str) -> Any:
    """What the script returns, as soon as that is true."""
    from selenium.webdriver.support.wait import WebDriverWait

    return WebDriverWait(browser, SECONDS).until(lambda driver: driver.execute_script(script), script)


def press(browser: "Chrome", *keys: str) -> None:
    """Press keys, wherever the focus is."""
    from selenium.webdriver import ActionChains, Keys

    for key in keys:
        ActionChains(browser).send_keys(getattr(Keys, key, key)).perform()


def test_search_finds_calibre_and_opens_what_it_found(desk: "Chrome") -> None:
    press(desk, "/", *"calibre")
    found = wait(desk, "return [...document.querySelectorAll('.md-search-result__link')].map((link) => link.href)")
    assert any("/reference/magnitudes/" in link for link in found)
    assert any("/why-calibres-are-not-strings/" in link for link in found)
    desk.execute_script("document.querySelector('.md-search-result__link').click()")
    assert (
        "calibre"
        in wait(desk, "return location.pathname !== '/' && document.querySelector('article').textContent").lower()
    )


def test_the_reader_chooses_light_or_dark_and_it_stays(desk: "Chrome", address: str) -> None:
    scheme, ground = (
        "return document.body.dataset.mdColorScheme",
        "return getComputedStyle(document.body).backgroundColor",
    )
    assert desk.execute_script(scheme) == "default"
    light = desk.execute_script(ground)
    desk.execute_script("document.querySelector('[data-md-component=palette] label:not([hidden])').click()")
    assert wait(desk, f"{scheme} === 'slate' && document.body.dataset.mdColorScheme") == "slate"
    assert desk.execute_script(ground) != light
    desk.get(f"{address}glossary/")
    assert desk.execute_script(scheme) == "slate"


def test_whoever_prefers_dark_gets_it_unasked(browser: "Chrome", address: str) -> None:
    forget(browser, address)
    preference = {"name": "prefers-color-scheme", "value": "dark"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [preference]})
    browser.get(address)
    scheme = browser.execute_script("return document.body.dataset.mdColorScheme")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert scheme == "slate"


def test_the_first_key_leads_past_the_menus_to_the_text(desk: "Chrome") -> None:
    press(desk, "TAB")
    assert wait(desk, "return getComputedStyle(document.querySelector('.md-skip')).opacity === '1'")
    focus = desk.execute_script(FOCUS)
    assert focus["name"] == "Skip to content"
    assert focus["top"] >= 0
    press(desk, "ENTER", "TAB")
    assert desk.execute_script("return document.activeElement.closest('article') !== null")


def test_the_focus_is_seen_wherever_it_goes(desk: "Chrome") -> None:
    seen = []
    for _ in range(25):
        press(desk, "TAB")
        seen.append(desk.execute_script(FOCUS))
    assert [focus["name"] for focus in seen if not focus["isMarked"]] == []
    names = [focus["name"] for focus in seen]
    tabs = ["Tutorial", "How to", "Why", "Glossary", "Reference"]
    assert [name for name in names if name in tabs] == tabs


def test_the_menu_opens_on_a_phone_without_touching_it(desk: "Chrome", address: str) -> None:
    resize(desk, PHONE)
    desk.get(address)
    for _ in range(6):
        press(desk, "TAB")
        if desk.execute_script("return document.activeElement.matches('[for=__drawer]')"):
            break
    press(desk, "ENTER")
    assert desk.execute_script("return document.getElementById('__drawer').checked")
    wait(desk, "return document.querySelector('.md-sidebar--primary').getBoundingClientRect().left >= 0")


def test_parameters_and_errors_have_room_for_their_words_on_a_phone(desk: "Chrome", address: str) -> None:
    resize(desk, PHONE)
    desk.get(f"{address}reference/totals/")
    widths = desk.execute_script(
        "return [...document.querySelectorAll('.doc-contents table:not([class]) td')].map(cell => cell.offsetWidth)"
    )
    assert len(widths) > 50
    assert min(widths) > 0.8 * PHONE[0]
