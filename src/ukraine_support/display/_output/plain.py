"""A document as plain text."""

from collections.abc import Iterator

from .outline import Block, Document, Heading, Item, Items, Table, cited

_UNDERLINES = {1: "=", 2: "-"}


def to_text(document: Document) -> str:
    """The document as plain text: headings underlined, lists indented, sources numbered."""
    return "\n".join(line for block in document.blocks for line in _block(block)).strip("\n") + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", block.words)
        if block.level in _UNDERLINES:
            yield _UNDERLINES[block.level] * len(block.words)
    elif isinstance(block, Items):
        for item in block.items:
            yield from _item(item, "  ")
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        for number, listing in enumerate(block.listings, 1):
            yield " ".join(filter(None, (f"[{number}]", listing.words, listing.address)))
            if listing.note is not None:
                yield f"    {listing.note}"


def _item(item: Item, indent: str) -> Iterator[str]:
    yield f"{indent}{item.words} {cited(item.notes)}".rstrip()
    for below in item.under:
        yield from _item(below, f"{indent}  ")


def _table(table: Table) -> Iterator[str]:
    rows = [table.head, *([cell.words for cell in row] for row in table.all_rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()
