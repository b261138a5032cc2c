"""A document as Markdown, in which nothing that a record says can become markup."""

import re
from collections.abc import Iterator
from typing import Final

from .outline import Block, Document, Heading, Item, Items, Table, cited, has_web_address

_ENTITIES: Final = str.maketrans(
    {character: f"&#{ord(character)};" for character in "\\<>$@"}
    | {"&": "&amp;"}
    | {character: f"\\{character}" for character in "#`*_[]|~"}
)
"""Characters that start markup, formulas or links: as entities where programs disagree on what a backslash means."""
_OPENING: Final = re.compile(r"^(?:[+=:-]|[0-9]{1,9}[.)])")
_BARE_ADDRESS: Final = re.compile(r"://|\bwww\.", re.IGNORECASE)


def escaped(words: str) -> str:
    """Words that Markdown shows as they are: on one line, no markup, no address that a reader links by itself."""
    plain = " ".join(words.split()).translate(_ENTITIES)
    plain = _BARE_ADDRESS.sub(lambda found: found[0].replace(":", "&#58;").replace(".", "&#46;"), plain)
    return _OPENING.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", plain)


def to_markdown(document: Document) -> str:
    """The document in CommonMark, with tables as GitHub and Jupyter read them."""
    return "\n\n".join("\n".join(_block(block)) for block in document.blocks) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {escaped(block.words)}"
    elif isinstance(block, Items):
        for item in block.items:
            yield from _item(item, "")
    elif isinstance(block, Table):
        yield _row(block.head)
        yield _row(tuple("---:" if at in block.figures else "---" for at in range(len(block.head))), as_is=True)
        yield from (_row(tuple(cell.words for cell in row)) for row in block.all_rows)
    else:
        for number, listing in enumerate(block.listings, 1):
            address = "" if listing.address is None else f" {escaped(listing.address)}"
            if has_web_address(listing):
                address = f" <{listing.address}>"
            yield f"{number}. {escaped(listing.words)}{address}"
            if listing.note is not None:
                yield f"   - {escaped(listing.note)}"


def _item(item: Item, indent: str) -> Iterator[str]:
    notes = f" {escaped(cited(item.notes))}" if item.notes else ""
    yield f"{indent}- {escaped(item.words)}{notes}"
    for below in item.under:
        yield from _item(below, f"{indent}  ")


def _row(cells: tuple[str, ...], *, as_is: bool = False) -> str:
    return f"| {' | '.join(cells if as_is else map(escaped, cells))} |"
