"""A document as HTML, in which nothing that a record says can become markup."""

from collections.abc import Iterator
from html import escape
from zlib import crc32

from ._document import Block, Document, Heading, Item, Items, Note, Table, has_web_address


def to_html(document: Document) -> str:
    """The document as one `article` element, to be put into a page: no script, no style, headings from `h1` on."""
    key = f"{crc32(repr(document).encode('utf-8', 'backslashreplace')):08x}"
    lines = [line for block in document.blocks for line in _block(block, key)]
    return "\n".join([f'<article lang="{escape(document.language)}">', *lines, "</article>"]) + "\n"


def _block(block: Block, key: str) -> Iterator[str]:
    """A block; the key keeps the targets of notes apart where several documents stand in one page."""
    if isinstance(block, Heading):
        yield f"<h{block.level}>{_plain(block.words)}</h{block.level}>"
    elif isinstance(block, Items):
        yield from _items(block.items, key)
    elif isinstance(block, Table):
        yield "<table>"
        head = "".join(f'<th scope="col">{_plain(cell)}</th>' for cell in block.head)
        yield f"<thead><tr>{head}</tr></thead>"
        yield "<tbody>"
        for first, *others in block.rows:
            cells = "".join(f"<td>{_plain(cell)}</td>" for cell in others)
            yield f'<tr><th scope="row">{_plain(first)}</th>{cells}</tr>'
        yield from ("</tbody>", "</table>")
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


def _items(items: tuple[Item, ...], key: str) -> Iterator[str]:
    yield "<ul>"
    for item in items:
        yield f"<li>{_plain(item.words)}{_notes(item.notes, key)}"
        if item.under:
            yield from _items(item.under, key)
        yield "</li>"
    yield "</ul>"


def _notes(notes: tuple[Note, ...], key: str) -> str:
    links = (
        f'<a href="#source-{key}-{note.number}">{_plain(", ".join([str(note.number), *note.places]))}</a>'
        for note in notes
    )
    return f" <small>[{'; '.join(links)}]</small>" if notes else ""


def _plain(words: str) -> str:
    return escape(" ".join(words.splitlines()))
