"""What the tables of quantities and of progress have in common."""

from abc import abstractmethod
from collections.abc import ItemsView, Iterator, Mapping
from typing import Any, ClassVar, Literal, TypeVar

import attrs

from ..._model.base.immutable import Immutable
from ..._model.values.estimate import Estimate
from ..._plain_rows import plain_rows
from ..._tabular import ShortTable, Shown, bounds
from .._sums.keys import plain

C = TypeVar("C")


@attrs.frozen(eq=False, repr=False, getstate_setstate=False, kw_only=True)
class Table(Mapping[Any, C], Shown, Immutable):
    """An immutable mapping from key to cell, sorted by key."""

    told: ClassVar[tuple[str, ...]] = ()
    """The fields of a cell that a notebook shows."""

    names: tuple[str, ...]
    """What the parts of a key are called."""
    _cells: dict[Any, C] = attrs.field(converter=dict, alias="cells")

    def __getitem__(self, key: Any) -> C:
        return self._cells[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def items(self) -> ItemsView[Any, C]:
        """The keys with their cells, sorted by key."""
        return self._cells.items()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return (self.names, self._cells) == (other.names, other._cells)

    def __hash__(self) -> int:
        return hash((self.names, tuple(self._cells.items())))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} by {', '.join(self.names) or 'nothing'}: {len(self)} of them>"

    def _short_table(self) -> ShortTable:
        rows = ((*map(plain, self._parts(key)), *map(_short, self._told(cell))) for key, cell in self._cells.items())
        return ShortTable(facts={"cells": len(self)}, head=(*self.names, *self.told), rows=rows, length=len(self))

    def rows(
        self, *, numbers: Literal["exact", "float"] = "exact", formulas: Literal["keep", "escape"] = "keep"
    ) -> list[dict[str, Any]]:
        """The table as plain rows, for a data frame: the parts of the key, then what the cells hold.

        Parties stand by code or id, words as text, None for an open end.

        Args:
            numbers: Fractions are exact decimals; with `"float"` they are the nearest floats, as data frames calculate.
            formulas: With `"escape"`, an apostrophe stands before texts that a spreadsheet takes for a formula.

        Raises:
            InvalidValueError: `numbers` or `formulas` is none of the two.
        """
        rows = ({**self._key(key), **self._row(cell)} for key, cell in self._cells.items())
        return plain_rows(rows, f"{type(self).__name__}.rows", numbers=numbers, formulas=formulas)

    def _key(self, key: Any) -> dict[str, Any]:
        return {name: plain(part) for name, part in zip(self.names, self._parts(key), strict=True)}

    @abstractmethod
    def _row(self, cell: C) -> dict[str, Any]:
        """What stands in a row besides the key."""

    def _told(self, cell: C) -> list[object]:
        return [getattr(cell, name) for name in self.told]

    def _parts(self, key: Any) -> tuple[Any, ...]:
        return (key,) if len(self.names) == 1 else key


def _short(value: object) -> object:
    if not isinstance(value, Estimate):
        return value
    return bounds(value.low, value.high, is_approximate=value.is_approximate)
