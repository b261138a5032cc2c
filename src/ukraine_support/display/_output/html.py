"""A document as HTML, in which nothing that a record says can become markup."""

from collections.abc import Iterator
from html import escape
from zlib import crc32

from .document import Block, Document, Heading, Item, Items, Note, Table, cited, has_web_address


def to_html(document: Document) -> str:
    """The document as one `article` element, to be put into a page: no script, no style, headings from `h1` on."""
    return _article(document, aligned=False)


def to_notebook(document: Document) -> str:
    """The document as for a page, but with the cells of tables aligned: notebooks set words to the right by default."""
    return _article(document, aligned=True)


def _article(document: Document, *, aligned: bool) -> str:
    key = f"{crc32(repr(document).encode('utf-8', 'backslashreplace')):08x}"
    lines = [line for block in document.blocks for line in _block(block, key, aligned=aligned)]
    return "\n".join([f'<article lang="{escape(document.language)}">', *lines, "</article>"]) + "\n"


def _block(block: Block, key: str, *, aligned: bool) -> Iterator[str]:
    """A block; the key keeps the targets of notes apart where several documents stand in one page."""
    if isinstance(block, Heading):
        yield f"<h{block.level}>{_plain(block.words)}</h{block.level}>"
    elif isinstance(block, Items):
        yield from _items(block.items, key)
    elif isinstance(block, Table):
        yield from _table(block, aligned=aligned)
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


def _table(table: Table, *, aligned: bool) -> Iterator[str]:
    def style(at: int) -> str:
        return f' style="text-align: {"end" if at in table.figures else "start"}"' if aligned else ""

    yield "<table>"
    head = "".join(f'<th scope="col"{style(at)}>{_plain(cell)}</th>' for at, cell in enumerate(table.head))
    yield f"<thead><tr>{head}</tr></thead>"

    def row(first: str, *others: str) -> str:
        cells = "".join(f"<td{style(at)}>{_plain(cell)}</td>" for at, cell in enumerate(others, 1))
        return f'<tr><th scope="row"{style(0)}>{_plain(first)}</th>{cells}</tr>'

    yield from ("<tbody>", *(row(*cells) for cells in table.rows), "</tbody>")
    if table.foot is not None:
        yield f"<tfoot>{row(*table.foot)}</tfoot>"
    yield "</table>"


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
