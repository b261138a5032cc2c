"""A document as HTML, in which nothing that a record says can become markup."""

from collections.abc import Iterator
from html import escape
from zlib import crc32

from ..._tabular import NOT_TYPESET
from .outline import Block, Cell, Document, Heading, Item, Items, Note, Table, cited, has_web_address


def to_html(document: Document) -> str:
    """The document as one `article` element, to be put into a page: no script, no style, headings from `h1` on."""
    key = f"{crc32(repr(document).encode('utf-8', 'backslashreplace')):08x}"
    lines = [line for block in document.blocks for line in _block(block, key)]
    start = f'<article class="{NOT_TYPESET}" lang="{escape(document.language)}">'
    return "\n".join([start, *lines, "</article>"]) + "\n"


def _block(block: Block, key: str) -> Iterator[str]:
    """A block; the key keeps the targets of notes apart where several documents stand in one page."""
    if isinstance(block, Heading):
        yield f"<h{block.level}>{_plain(block.words)}</h{block.level}>"
    elif isinstance(block, Items):
        yield from _items(block.items, key)
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield "<ol>"
        for number, listing in enumerate(block.listings, 1):
            address = "" if listing.address is None else f" {_plain(listing.address)}"
            if has_web_address(listing):
                url = _plain(listing.address or "")
                address = f' <a href="{url}" rel="nofollow noreferrer">{url}</a>'
            note = "" if listing.note is None else f"<br><small>{_plain(listing.note)}</small>"
            yield f'<li id="source-{key}-{number}">{_plain(listing.words)}{address}{note}</li>'
        yield "</ol>"


def _table(table: Table) -> Iterator[str]:
    head = "".join(f'<th scope="col">{_plain(cell)}</th>' for cell in table.head)
    yield from ("<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>")
    yield from map(_row, table.rows)
    yield "</tbody>"
    if table.foot is not None:
        yield f"<tfoot>{_row(table.foot)}</tfoot>"
    yield "</table>"


def _row(cells: tuple[Cell, ...]) -> str:
    first, *others = cells
    return f'<tr><th scope="row">{_plain(first.words)}</th>{"".join(map(_figure, others))}</tr>'


def _figure(cell: Cell) -> str:
    exact = "".join(f' data-{name}="{escape(number)}"' for name, number in cell.exact)
    return f"<td{exact}>{_plain(cell.words)}</td>"


def _items(items: tuple[Item, ...], key: str) -> Iterator[str]:
    yield "<ul>"
    for item in items:
        yield f"<li>{_plain(item.words)}{_notes(item.notes, key)}"
        if item.under:
            yield from _items(item.under, key)
        yield "</li>"
    yield "</ul>"


def _notes(notes: tuple[Note, ...], key: str) -> str:
    links = (f'<a href="#source-{key}-{note.number}">{_plain(cited((note,)))}</a>' for note in notes)
    return f" <small>{' '.join(links)}</small>" if notes else ""


def _plain(words: str) -> str:
    return escape(" ".join(words.splitlines()))
