"""How a table writes its numbers and days: as its reader says, or as the cells of each column show together."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Generic, TypeVar

import attrs

from ..._errors import InvalidValueError, shown
from ..._exact import Number, to_number
from ..._model.values.estimate import Estimate
from ..._model.values.period import Period
from ..._scalars import plain
from .amounts import number_text
from .cells import LONGEST, text_of
from .counts import estimate_of
from .dates import ORDERS, Order, order_shown
from .digits import SIGNS, Sign, TwoReadingsError, leans_on_english, sign_shown
from .lexicon import lexicon_of
from .periods import period_of

W = TypeVar("W", bound=str)
_SHOWN: Final = {
    ".": "the column writes a point before fractions, as this cell shows; so all its numbers are read",
    ",": "the column writes a comma before fractions, as this cell shows; so all its numbers are read",
    "month-first": "the column writes the month before the day, as this cell shows; so all its days are read",
    "day-first": "the column writes the day before the month, as this cell shows; so all its days are read",
}


class Notation:
    """How the columns of one table are written.

    Args:
        decimal: What stands before fractions; None where each column must show it.
        dates: Which comes first in days between slashes; None where each column must show it.
        languages: The languages of its words; None for all.
        scales: What one stands for in the numbers of a column, by its name.
        cells: Gives all cells of a column.
        note: Takes the name of a column, what it shows, and the cell that does.
        where: What messages call the reader.
    """

    def __init__(
        self,
        *,
        decimal: str | None,
        dates: str | None,
        languages: Iterable[str] | None,
        scales: Mapping[str, Number],
        cells: Callable[[str], Iterable[Any]],
        note: Callable[[str, str, str], None],
        where: str,
    ) -> None:
        self._words = lexicon_of(languages, where)
        self.languages: tuple[str, ...] = () if languages is None else self._words.languages
        """The languages that the reader says the table is written in."""
        self._scales = scales
        self._sign = _Way[Sign](_said(decimal, SIGNS, f"{where}: decimal"), self._sign_shown, cells, note)
        self._order = _Way[Order](_said(dates, ORDERS, f"{where}: dates"), order_shown, cells, note)

    def count(self, column: str, cell: Any) -> Estimate[Number]:
        """How many a cell of a column says.

        Raises:
            TwoReadingsError: It can be read in two ways, and nothing in the column decides.
            InvalidValueError: It is no number.
        """
        sign, text = self._sign.said, plain(cell)
        cell, is_text = (text, True) if type(text) is str else (cell, False)
        if sign is None and is_text and leans_on_english(cell) and self._sign.shown(column) == ",":
            sign = self._sign.of(column)
        try:
            number = estimate_of(cell, sign, self._words)
        except TwoReadingsError:
            number = estimate_of(cell, self._sign.of(column), self._words)
        scale = self._scales.get(column)
        if scale is None or number.is_unknown:
            return number
        scaled = (number * scale).map_ends(lambda end: to_number(end, "cell"))
        if is_text and self._words.names_size(cell):
            raise TwoReadingsError.of(text_of(cell), number_text(number), number_text(scaled))
        return scaled

    def period(self, column: str, cell: Any) -> Period | None:
        """When it was, according to a cell of a column.

        Raises:
            TwoReadingsError: It can be read in two ways, and nothing in the column decides.
            InvalidValueError: It is no date.
        """
        try:
            return period_of(cell, self._order.said, self._words)
        except TwoReadingsError:
            return period_of(cell, self._order.of(column), self._words)

    def _sign_shown(self, text: str) -> Sign | None:
        """What stands before fractions in a text that is a number at all."""
        sign = sign_shown(text)
        try:
            return None if sign is None or estimate_of(text, sign, self._words).is_unknown else sign
        except InvalidValueError:
            return None


@attrs.define(eq=False)
class _Way(Generic[W]):
    """One of two ways of writing: said of the whole table, or else shown by each column."""

    said: W | None
    _shows: Callable[[str], W | None]
    """The way that a text shows which can be read in one way alone."""
    _cells: Callable[[str], Iterable[Any]]
    _note: Callable[[str, str, str], None]
    _found: dict[str, dict[W, str]] = attrs.Factory(dict)
    """For each column the ways that its cells show, each with the first such cell."""
    _noted: set[str] = attrs.Factory(set)

    def of(self, column: str) -> W | None:
        """What is said, else what the column shows, which is noted once; None where it shows nothing, or both."""
        way = self.said or self.shown(column)
        if self.said is None and way is not None and column not in self._noted:
            self._noted.add(column)
            self._note(column, _SHOWN[way], text_of(self._found[column][way]))
        return way

    def shown(self, column: str) -> W | None:
        """What the cells of the column show; None where they show nothing, or both ways."""
        if column not in self._found:
            found = self._found[column] = {}
            for cell in map(plain, self._cells(column)):
                if type(cell) is str and len(cell) <= LONGEST and (way := self._shows(cell)) is not None:
                    found.setdefault(way, cell)
        way, *others = self._found[column] or (None,)
        return None if others else way


def _said(way: Any, accepted: tuple[W, ...], where: str) -> W | None:
    for one in accepted:
        if isinstance(way, str) and way == one:
            return one
    if way is not None:
        ways = " or ".join(map(repr, accepted))
        raise InvalidValueError(where, f"{shown(way)} is none of the ways", f"pass {ways}, or nothing")
    return None
