"""Every page of the site, as a reader meets it."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from browser.visits import DESK, PHONE, Visit


def test_pages_ask_for_nothing_beyond_the_site(visits: dict[str, Visit], address: str) -> None:
    asked = {url for seen in visits.values() for url in seen.requests}
    assert address in asked, "the log of requests is kept"
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_pages_load_without_a_complaint(visits: dict[str, Visit]) -> None:
    assert [line for seen in visits.values() for line in (*seen.refused, *seen.console)] == []


def test_links_within_the_site_lead_to_a_page_and_a_place_on_it(visits: dict[str, Visit], address: str) -> None:
    places = {seen.url: {"", *seen.look["ids"]} for seen in visits.values()}
    links = {(page, link) for page, seen in visits.items() for link in seen.look["links"] if link.startswith(address)}
    assert len(links) > len(visits)
    broken = []
    for page, link in sorted(links):
        target, fragment = urldefrag(link)
        if unquote(fragment) not in places.get(target, ()) and not target.endswith((".inv", ".json", ".svg")):
            broken.append(f"{page}: {link}")
    assert broken == []


def test_no_page_scrolls_sideways_on_a_phone(visits: dict[str, Visit]) -> None:
    assert {page: seen.width for page, seen in visits.items() if seen.width > PHONE[0]} == {}


def test_headings_begin_with_the_title_and_leave_out_no_level(visits: dict[str, Visit]) -> None:
    levels = {page: seen.look["headings"] for page, seen in visits.items()}
    assert [page for page, all_of in levels.items() if all_of[:1] != [1] or 1 in all_of[1:]] == []
    assert [page for page, all_of in levels.items() if any(low - high > 1 for high, low in pairwise(all_of))] == []


def test_text_stands_out_in_light_and_in_dark(visits: dict[str, Visit], front: Visit) -> None:
    schemes = [scheme for seen in (front, *visits.values()) for scheme in seen.look["faint"].items()]
    assert {scheme for scheme, _ in schemes} == {"default", "slate"}
    assert {f"{scheme} {text}" for scheme, texts in schemes for text in texts} == set()


def test_pages_say_what_they_are(visits: dict[str, Visit]) -> None:
    looks = {page: seen.look for page, seen in visits.items()}
    assert {look["language"] for look in looks.values()} == {"en"}
    assert [page for page, look in looks.items() if look["nameless"]] == []
    del looks["404.html"]
    for said in ("title", "description"):
        times = Counter(look[said] for look in looks.values())
        assert [page for page, look in looks.items() if not look[said] or times[look[said]] > 1] == []


def test_charts_draw(visits: dict[str, Visit], front: Visit) -> None:
    how_to = visits["how-to/draw-charts/"].look["charts"]
    assert len(how_to) >= 4
    charts = [*how_to, *front.look["charts"], *visits[""].look["charts"]]
    assert [chart for chart in charts if min(chart["width"], chart["height"]) < 100 or not chart["marks"]] == []


def test_the_front_page_shows_promise_and_accounts_on_one_screen(front: Visit, visits: dict[str, Visit]) -> None:
    for seen in (front, visits[""]):
        (chart,) = seen.look["charts"]
        assert chart["marks"] >= 3, "a promise and two accounts"
        words = "".join("".join(chart["words"]).split())  # where a line of a label ends, no blank stands
        assert "UrsulavonderLeyen" in words
        assert "VolodymyrZelensky" in words
    (chart,) = front.look["charts"]
    assert chart["bottom"] <= DESK[1]


SOUGHT = ["Excel", "GDP", "ECB", "DuckDB", "Parquet", "JavaScript", "pandas", "mypy", "cumulative", "dollar", "retract"]


@pytest.mark.parametrize("word", SOUGHT)
def test_a_search_for_what_people_look_for_finds_a_page(site: Path, word: str) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert any(word.lower() in f"{page['title']} {page['text']}".lower() for page in index["docs"])
