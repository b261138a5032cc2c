"""The built reference: whatever is public stands there, whole, and other projects can link to it."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from html.parser import HTMLParser
from inspect import getdoc
from pathlib import Path

import attrs
import pytest

from test_house import public_objects


class Page(HTMLParser):
    """A page of the reference, taken apart by the objects that it describes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.words: defaultdict[str, list[str]] = defaultdict(list)
        """What is written of each object, by its path."""
        self.rows: defaultdict[str, list[list[str]]] = defaultdict(list)
        """The rows of its tables, cell by cell."""
        self._object = ""
        self._in_cell = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """A heading of the second level begins another object."""
        its = dict(attributes)
        if its.get("id"):
            self.ids.add(its["id"] or "")
        if tag == "h2":
            self._object = its.get("id") or ""
        elif tag == "tr":
            self.rows[self._object].append([])
        elif tag == "td":
            self._in_cell = True
            self.rows[self._object][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Outside a cell, words are no row's."""
        if tag == "td":
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words[self._object].append(data)
        if self._in_cell:
            self.rows[self._object][-1][-1] += data


@pytest.fixture(scope="module")
def reference(site: Path) -> dict[str, Page]:
    """The pages of the reference by their address within the site."""
    pages = sorted((site / "reference").rglob("index.html"))
    return {f"{page.parent.relative_to(site).as_posix()}/": Page(page.read_text(encoding="utf-8")) for page in pages}


@pytest.fixture(scope="module")
def rows(reference: dict[str, Page]) -> dict[str, list[list[str]]]:
    """The rows of every object's tables, each cell stripped."""
    found = ((path, rows) for page in reference.values() for path, rows in page.rows.items())
    return {path: [[cell.strip() for cell in row] for row in rows] for path, rows in found}


def public_classes() -> Iterator[tuple[str, type]]:
    return ((path, value) for path, value in public_objects().items() if isinstance(value, type))


def section(title: str, value: object) -> str:
    """What a docstring says under a title, up to the next."""
    return (getdoc(value) or "").partition(f"{title}:\n")[2].partition("\n\n")[0]


def test_classes_show_every_field_with_type_and_meaning(rows: dict[str, list[list[str]]]) -> None:
    fields = [
        (path, field.name)
        for path, cls in public_classes()
        if attrs.has(cls)
        for field in attrs.fields(cls)
        if not field.name.startswith("_")
    ]
    assert ("ukraine_support.FinancialCommitment", "donors") in fields, "inherited ones too"
    told = {(path, row[0]) for path in rows for row in rows[path] if len(row) > 2 and all(row[:3])}
    assert [field for field in fields if field not in told] == []


def test_enumerations_show_every_member_with_word_and_meaning(rows: dict[str, list[list[str]]]) -> None:
    members = [
        (path, name, f'"{member.value}"')
        for path, cls in public_classes()
        if issubclass(cls, Enum)
        for name, member in cls.__members__.items()
    ]
    told = {(path, *row[:2]) for path in rows for row in rows[path] if len(row) == 3 and all(row)}
    assert [member for member in members if member not in told] == []


def test_classes_say_by_which_word_documents_know_them(reference: dict[str, Page]) -> None:
    words = {path: "".join(parts) for page in reference.values() for path, parts in page.words.items()}
    kinds = {path: cls.__dict__.get("kind") for path, cls in public_classes()}
    named = {path: kind for path, kind in kinds.items() if isinstance(kind, str)}
    assert named["ukraine_support.ArtilleryShell"] == "artillery-shell"
    assert [path for path, kind in named.items() if f'Its kind, in documents, is "{kind}".' not in words[path]] == []


def test_errors_stand_in_a_table(rows: dict[str, list[list[str]]]) -> None:
    raised = [
        (path, error)
        for path, value in public_objects().items()
        if callable(value)
        for error in re.findall(r"^    (\w+):", section("Raises", value), re.MULTILINE)
    ]
    assert ("ukraine_support.Link", "InvalidValueError") in raised
    told = {(path, row[0]) for path in rows for row in rows[path] if len(row) > 1 and row[1]}
    assert [each for each in raised if each not in told] == []


def test_inventory_leads_to_every_public_object(site: Path, reference: dict[str, Page]) -> None:
    compressed = (site / "objects.inv").read_bytes().split(b"\n", 4)[4]
    entries = [line.split(" ") for line in zlib.decompress(compressed).decode("utf-8").splitlines()]
    places = {name: uri.replace("$", name) for name, _, _, uri, *_ in entries}
    assert [path for path in public_objects() if path not in places] == []
    for path in public_objects():
        page, _, anchor = places[path].partition("#")
        assert anchor in reference[page].ids
