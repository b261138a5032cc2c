"""Rows of a foreign table as cells in the order of its headings: padded, put together, looked at ahead."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._model.base.advice import is_iterable, is_mapping
from .cells import is_blank, text_of
from .headings import Column, Headings, folded

_ROWS: Final = (
    "pass mappings (as csv.DictReader or DataFrame.to_dict('records') give), or lists with the headings first"
)
_END: Final = object()


class Rows:
    """The rows of a table below its headings, once each.

    Args:
        rows: Mappings by heading, or sequences with the headings first.
        columns: The columns that the reader knows.
        where: What messages call the reader.
        preamble: How many rows may stand above the headings (of sequences).
        held: Whether rows that were given are kept, so that a column can be looked at as a whole.
    """

    def __init__(
        self, rows: Iterable[Any], columns: Sequence[Column], where: str, *, preamble: int, held: bool
    ) -> None:
        self._where = where
        self._source = _iterator(rows, where)
        self._ahead: deque[Any] = deque()
        self._given: list[Sequence[Any]] | None = [] if held else None
        self.number = 1
        """The number of the latest row, as a spreadsheet counts them."""
        first = next(self._source, _END)
        if first is _END:
            raise InvalidValueError(where, "there are no rows", _ROWS)
        self.keys: tuple[Any, ...] | None = None
        """The headings as they came, of mappings."""
        self._key_set: frozenset[Any] = frozenset()
        if is_mapping(first):
            self.keys = tuple(first)
            self._key_set = frozenset(self.keys)
            self._ahead.append(first)
            self.headings = Headings(self.keys, columns, where, tuple(first.values()))
        else:
            self.headings = self._below(first, columns, preamble)
        self._width = len(self.headings.texts)
        self._index = self.headings.index
        breaking = (self.headings.at.get(column.name, 0) for column in columns if column.breaks)
        self._breaking = frozenset(at + 1 for at in breaking if 0 < at < self._width - 1)
        """How long a row is that a line break in one of its texts has cut."""

    def _below(self, first: Any, columns: Sequence[Column], preamble: int) -> Headings:
        """The headings: the first row, or after a preamble the first that has most of those required."""
        due = [{folded(heading) for heading in column.headings} for column in columns if column.required]
        due = [headings for headings in due if not any("|" in heading for heading in headings)]
        above = [first]
        while preamble:
            found = {folded(cell) for cell in _sequence(above[-1], self._where)}
            if 2 * sum(not found.isdisjoint(headings) for headings in due) > len(due):
                break
            if len(above) > preamble or (following := self._next()) is _END:
                self._ahead.extend(above[1:])
                above = [first]
                break
            above.append(following)
        self.number = len(above)
        return Headings(_sequence(above[-1], self._where), columns, self._where, self._peeked())

    def _peeked(self) -> Sequence[Any]:
        """The first row below the headings, which stays to be read."""
        following = self._next()
        if following is _END:
            return ()
        self._ahead.appendleft(following)
        return following if _is_sequence(following) else ()

    def _next(self) -> Any:
        return self._ahead.popleft() if self._ahead else next(self._source, _END)

    def __iter__(self) -> Iterator[tuple[Sequence[Any], str]]:
        """The cells of each row, and what is wrong with its width."""
        while (row := self._next()) is not _END:
            self.number += 1
            cells, fault = self._fitted(row)
            pieces = self._pieces(row) if self._breaking else ()
            if pieces:
                lines = (row[-1], *(piece[0] for piece in pieces if piece))
                cells = (*row[:-1], "\n".join(map(text_of, lines)), *pieces[-1][1:])
            if self._given is not None:
                self._given.append(cells)
            yield cells, fault
            self.number += len(pieces)

    def _pieces(self, row: Any) -> Sequence[Sequence[Any]]:
        """The rows that go on with one that a line break cut: of one cell each, and last of as many as are missing."""
        if self.keys is not None or len(row) not in self._breaking:
            return ()
        pieces: list[Any] = []
        while (following := self._next()) is not _END:
            pieces.append(following)
            if not _is_sequence(following) or len(following) > 1:
                break
        if pieces and _is_sequence(pieces[-1]) and len(row) + len(pieces[-1]) - 1 == self._width:
            return pieces
        self._ahead.extendleft(reversed(pieces))
        return ()

    def is_blank(self, cells: Sequence[Any]) -> bool:
        """Whether a row says nothing, its index apart."""
        return all(map(is_blank, cells[self._index :] if self._index else cells))

    def column(self, at: int) -> Iterator[Any]:
        """The cells of a column: of the rows that were given, and of those to come, which wait here until then."""
        self._ahead.extend(self._source)
        ahead = (self._fitted(row)[0] for row in self._ahead if self._is_row(row))
        return (cells[at] for cells in chain(self._given or (), ahead))

    def _is_row(self, row: Any) -> bool:
        return _is_sequence(row) if self.keys is None else is_mapping(row)

    def _fitted(self, row: Any) -> tuple[Sequence[Any], str]:
        """The cells in the order of the headings, as many as these are, and what is wrong with those that came.

        Cells that are missing at the end are empty, since tools cut them off; more than there are headings are none,
        where they are blank.
        """
        if self.keys is not None:
            return self._of_mapping(row, self.keys)
        cells = _sequence(row, self._where)
        if len(cells) == self._width:
            return cells, ""
        if len(cells) < self._width:
            return (*cells, *(None,) * (self._width - len(cells))), ""
        if all(map(is_blank, cells[self._width :])):
            return cells[: self._width], ""
        return cells, f"the row has {len(cells)} cells under {self._width} headings"

    def _of_mapping(self, row: Any, keys: Sequence[Any]) -> tuple[Sequence[Any], str]:
        if not is_mapping(row):
            raise WrongTypeError(self._where, f"{shown(row)} is a {type(row).__name__} among mappings", _ROWS)
        cells = [row.get(key) for key in keys]
        if row.keys() <= self._key_set:
            return cells, ""
        others = {key: cell for key, cell in row.items() if key not in self._key_set}
        said = (one for cell in others.values() for one in (cell if type(cell) is list else (cell,)))
        if all(map(is_blank, said)):
            return cells, ""
        return cells, f"the row has cells under headings that the first has not: {shown(list(others))}"


def _iterator(rows: Iterable[Any], where: str) -> Iterator[Any]:
    if isinstance(rows, str | bytes) or is_mapping(rows) or not is_iterable(rows):
        raise WrongTypeError(where, f"{shown(rows)} is a {type(rows).__name__}, not rows", _ROWS)
    return iter(rows)


def _sequence(row: Any, where: str) -> Sequence[Any]:
    if not _is_sequence(row):
        raise WrongTypeError(where, f"{shown(row)} is a {type(row).__name__}, not a row", _ROWS)
    checked: Sequence[Any] = row
    return checked


def _is_sequence(row: Any) -> bool:
    cls = type(row)
    return cls is tuple or cls is list or (issubclass(cls, Sequence) and not issubclass(cls, str | bytes))
