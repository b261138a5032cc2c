"""What the cells of a column show together: how its numbers, or its days, are written."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ._cells import LONGEST

V = TypeVar("V")


def settled(cells: Iterable[Any], shown: Callable[[str], V | None]) -> tuple[V, str] | None:
    """What cells show that can be read in one way alone, with the first of them; None where none do, or they differ.

    Args:
        cells: The cells of a column.
        shown: What a text shows, if anything.
    """
    found: dict[V, str] = {}
    for cell in cells:
        if isinstance(cell, str) and len(cell) <= LONGEST:
            one = shown(cell)
            if one is not None:
                found.setdefault(one, cell)
    return next(iter(found.items())) if len(found) == 1 else None
