"""A document as a tree, before it becomes text, Markdown or HTML: headings, lists, tables, notes."""

from typing import NamedTuple, TypeAlias


class Heading(NamedTuple):
    """A title; the whole document's is of level 1."""

    level: int
    words: str


class Note(NamedTuple):
    """A reference to a numbered source, and to places in it."""

    number: int
    places: tuple[str, ...]


class Item(NamedTuple):
    """An entry of a list, with the sources that say so and what belongs below it."""

    words: str
    notes: tuple[Note, ...] = ()
    under: "tuple[Item, ...]" = ()


class Items(NamedTuple):
    """A list."""

    items: tuple[Item, ...]


class Cell(NamedTuple):
    """What stands in a table, and the exact figure where the words round it: names, and numbers as text."""

    words: str
    exact: tuple[tuple[str, str], ...] = ()


class Table(NamedTuple):
    """A table: its head, and its rows, each as long."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    figures: frozenset[int] = frozenset()
    """The columns of figures, which read best set to the right."""
    foot: tuple[Cell, ...] | None = None
    """The last row, in which the others add up."""

    @property
    def all_rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, with the foot as the last one."""
        return self.rows if self.foot is None else (*self.rows, self.foot)


class Listing(NamedTuple):
    """One source of a list of sources."""

    words: str
    address: str | None
    note: str | None


class Sources(NamedTuple):
    """The sources, numbered from 1, to which notes refer."""

    listings: tuple[Listing, ...]


Block: TypeAlias = Heading | Items | Table | Sources


class Document(NamedTuple):
    """Blocks in a row, in a language."""

    blocks: tuple[Block, ...]
    language: str
    """The tag of the language of its words."""


def cited(notes: tuple[Note, ...]) -> str:
    """The numbers and places of notes, each in brackets."""
    return " ".join(f"[{', '.join([str(note.number), *note.places])}]" for note in notes)


def has_web_address(listing: Listing) -> bool:
    """Whether the source has an address that is safe to follow; others, such as scripts, are shown as text."""
    address = listing.address or ""
    is_plain = address.isprintable() and not set(address) & set(' <>"`\\^{|}')
    return is_plain and address.lower().startswith(("https://", "http://"))
