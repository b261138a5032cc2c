"""Foreign rows under named columns: the base on which every reader here stands, and yours may."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar, final

from .._errors import AmbiguousNameError, InvalidValueError, UkraineSupportError, UnknownNameError, shown
from .._exact import Number
from .._model.estimate import UNKNOWN, Estimate
from .._model.ledger import Ledger
from .._model.money import Currency, Money
from .._model.parties import Party
from .._model.period import Period
from .._model.provenance import Record
from ..reference import find_party
from ._accounts import LARGEST, AmountsRead
from ._cells import CACHED, kept, text_of, told
from ._counts import estimate_of
from ._dates import period_of
from ._days import ORDERS, Order, order_shown
from ._digits import SIGNS, Sign, TwoReadingsError, leans_on_english, sign_shown
from ._headings import Column
from ._problems import Note, Passed, Problem, Reading
from ._rows import Rows
from ._settling import settled
from ._vocabulary import vocabulary

_YEAR: Final = re.compile(r"\d{4}")
_LIKELY: Final = range(1940, 2101)
_ODD: Final = "no record of this war can be of that time; it is kept as it is written"
_LOST: Final = "the row gives no record"
V = TypeVar("V")


@final
class Row:
    """One row of a [`Sheet`][ukraine_support.interchange.Sheet]: its cells by the names of the columns.

    A cell that cannot be read is reported as a problem of the sheet and taken as unknown; the rest of the row stands.

    Examples:
        >>> sheet = Sheet([{"Donor": "Norway", "Given": "about 300"}], [Column("donor", ["Donor"])])
        >>> row = next(iter(sheet))
        >>> row.number, row.party("donor"), row.extras()
        (2, Country('NO'), {'Given': 'about 300'})
    """

    __slots__ = ("cells", "number", "sheet")

    def __init__(self, sheet: "Sheet", number: int, cells: Sequence[Any]) -> None:
        self.sheet: Sheet = sheet
        """The table that the row is of."""
        self.number: int = number
        """The row's number as a spreadsheet counts it."""
        self.cells: Sequence[Any] = cells
        """The cells, in the order of the headings."""

    def cell(self, column: str) -> Any:
        """The cell as it came; None where the table has no such column."""
        at = self.sheet.at.get(column)
        return None if at is None else self.cells[at]

    def text(self, column: str) -> str | None:
        """The cell's text; None where it tells nothing."""
        return told(self.cell(column))

    def count(self, column: str) -> Estimate[Number]:
        """How many the cell says, in digits or in words such as "up to 300"; UNKNOWN if it tells nothing."""
        cell = self.cell(column)
        if cell is None:
            return UNKNOWN
        try:
            return self.sheet.counted(column, cell)
        except InvalidValueError as error:
            self._refuse(column, error)
            return UNKNOWN

    def amount(self, column: str, currency: str | Currency) -> Estimate[Money]:
        """The amount of money that the cell says; UNKNOWN if it tells nothing.

        The reading's [`accounts`][ukraine_support.interchange.Reading.accounts] hold it, as one that counts.
        """
        number = self.count(column)
        if number.is_unknown:
            return UNKNOWN
        if any(end is not None and abs(end) >= LARGEST for end in (number.low, number.high)):
            self.problem(column, "no amount of money is so large; it is taken as unknown")
            return UNKNOWN
        money = in_currency(number, currency)
        self.sheet.amounts.add(column, self.number, number, Currency(currency) if type(currency) is str else currency)
        return money

    def set_aside(self, column: str, reason: str) -> None:
        """Say that an amount does not count, which was asked for: the reading's accounts give the reason.

        Args:
            column: The name of the column.
            reason: Why, such as "this repeats the row above".
        """
        self.sheet.amounts.set_aside(column, self.number, reason)

    def period(self, column: str) -> Period | None:
        """When it was, according to the cell; None if it tells nothing."""
        cell = self.cell(column)
        if cell is None:
            return None
        try:
            found = self.sheet.dated(column, cell)
        except InvalidValueError as error:
            self._refuse(column, error)
            return None
        if found is not None and _is_odd(found.edtf):
            self.note(column, _ODD)
        return found

    def party(self, column: str, names: Mapping[str, Party] = MappingProxyType({})) -> Party | None:
        """Whom the cell names, as [`find_party`][ukraine_support.reference.find_party] knows them; else None.

        Args:
            column: The name of the column.
            names: What the source itself means by some names, in small letters, where others mean more by them.
        """
        name = self.text(column)
        if name is None:
            return None
        if (known := names.get(name.casefold())) is not None:
            return known
        found = _party(name, self.sheet.languages)
        if isinstance(found, str):
            self.problem(column, found)
            return None
        return found

    def _refuse(self, column: str, error: InvalidValueError) -> None:
        undecided = ", and nothing in the column decides; it is taken as unknown"
        self.problem(column, error.problem + undecided * isinstance(error, TwoReadingsError))

    def problem(self, column: str, reason: str, *, fatal: bool = False) -> None:
        """Report that a cell could not be read, or with `fatal` that the row gives no record.

        Args:
            column: The name of the column; empty for the whole row.
            reason: Why, and what is done instead.
            fatal: Whether the row gives no record.
        """
        heading = self.sheet.heading(column)
        self.sheet.report(Problem(self.number, heading, text_of(self.cell(column)), reason, fatal))

    def note(self, column: str, text: str) -> None:
        """Note what is worth knowing of a cell and no fault of it: it stands in the reading's notes.

        Args:
            column: The name of the column; empty for the whole row.
            text: What there is to know.
        """
        self.sheet.note(text, row=self.number, column=column, value=text_of(self.cell(column)))

    def pass_over(self, reason: str) -> None:
        """Count the row as passed over on purpose; make no record of it then.

        Args:
            reason: Why, such as "this is the sum of the rows above".
        """
        self.sheet.passed.setdefault(self.number, Passed(self.number, reason))

    def extras(self) -> dict[str, str]:
        """The texts of all columns that the reader does not know, by heading, blank ones left out."""
        cells = self.cells
        return {name: text for at, name in self.sheet.others if (text := kept(cells[at]))}


@final
class Sheet:
    """Foreign rows under named columns, streamed once: iterate over it, then ask for the reading.

    Rows are mappings by heading, or sequences with the headings first. Blank rows are counted and passed over. A row of
    the wrong width becomes a fatal problem. Every other row is given out as a
    [`Row`][ukraine_support.interchange.Row], whose unreadable cells become problems. So the counts of the reading add
    up, whatever the rows hold.

    Args:
        rows: The rows: any iterable, read once.
        columns: The columns that the reader knows.
        where: What messages call the reader.
        preamble: How many rows may stand above the headings (of sequences).

    Raises:
        InvalidValueError: A required column is missing, two columns are one, or there are no rows at all.
        WrongTypeError: The rows are neither mappings nor sequences.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> columns = [Column("id", ["No."], required=True), Column("date", ["When"]), Column("sum", ["EUR"])]
        >>> sheet = Sheet([["No.", "When", "EUR"], ["a", "until 3/2022", "1,000"], ["b", "some day", "5"]], columns)
        >>> loans = [
        ...     FinancialCommitment(
        ...         id=row.text("id"), stage="pledged", announced=row.period("date"), value=row.amount("sum", "EUR")
        ...     )
        ...     for row in sheet
        ... ]
        >>> print(sheet.reading(loans))
        2 rows: 2 structured, 0 blank, 0 lost; 1 problem
        row  column  value     reason                 fatal
        3    When    some day  'some day' is no date  no
    """

    def __init__(
        self,
        rows: Iterable[Any],
        columns: Sequence[Column],
        *,
        where: str = "Sheet",
        preamble: int = 0,
        decimal: Literal[".", ","] | None = None,
        dates: Literal["month-first", "day-first"] | None = None,
        languages: Iterable[str] | None = None,
    ) -> None:
        self._decimal = _one_of(decimal, SIGNS, f"{where}: decimal")
        self._order = _one_of(dates, ORDERS, f"{where}: dates")
        self._words = vocabulary(languages, where)
        self.languages: tuple[str, ...] = () if languages is None else self._words.languages
        """The languages that the reader says the table is written in."""
        self._rows = Rows(rows, columns, where, preamble=preamble, held=None in (decimal, dates))
        self._read = self._blank = 0
        self._problems: list[Problem] = []
        self._notes: list[Note] = []
        self._lost: set[int] = set()
        self.passed: dict[int, Passed] = {}
        """The rows passed over on purpose, by number."""
        self.amounts = AmountsRead()
        """The amounts that the reader asked for."""
        self._signs: dict[str, Sign | None] = {}
        self._orders: dict[str, Order | None] = {}
        found = self._rows.headings
        self.headings: tuple[str, ...] = found.texts
        """The headings' texts."""
        self.at: Mapping[str, int] = found.at
        """Where each known column stands, by its name; those that the table lacks are not in it."""
        self.others: Sequence[tuple[int, str]] = found.others
        """Where the other columns stand, with their headings."""
        self._scales = {column.name: column.scale for column in columns if column.scale != 1}
        for name, neighbours in found.by_place.items():
            self.note(f"the column {name} has no heading of its own; it is found between {neighbours}", column=name)
        if found.index:
            self.note("what stands before the first heading is an index of the rows; it is passed over")

    def __iter__(self) -> Iterator[Row]:
        for cells, fault in self._rows:
            self._read += 1
            if self._rows.is_blank(cells):
                self._blank += 1
            elif fault:
                self.report(Problem(self._rows.number, "", "; ".join(map(text_of, cells)), fault, fatal=True))
            else:
                yield Row(self, self._rows.number, cells)

    def records(self, make: Callable[[Row], Iterable[Record]]) -> Iterator[Record]:
        """What a function makes of each row; where it fails by an error of this library, the row is lost, not the rest.

        Args:
            make: Gives the records of one row, none where it passes the row over.

        Examples:
            >>> from ukraine_support import Source
            >>> sheet = Sheet([["No."], ["a"], ["b" * 300]], [Column("id", ["No."])])
            >>> reading = sheet.reading(sheet.records(lambda row: [Source(id=row.text("id") or "?")]))
            >>> list(reading.ledger.sources), [(problem.row, problem.fatal) for problem in reading.problems]
            (['a'], [(3, True)])
        """
        for row in self:
            try:
                made = tuple(make(row))
            except UkraineSupportError as error:
                row.problem("", f"{error}", fatal=True)
            else:
                yield from made

    def counted(self, column: str, cell: Any) -> Estimate[Number]:
        """How many a cell of a column says, as the column writes its numbers.

        Raises:
            InvalidValueError: It is no number, or one that can be read in two ways.
        """
        sign = self._decimal
        if sign is None and isinstance(cell, str) and leans_on_english(cell):
            sign = self._sign(column)
        try:
            number = estimate_of(cell, sign, self._words)
        except TwoReadingsError:
            number = estimate_of(cell, self._sign(column), self._words)
        scale = self._scales.get(column)
        if scale is None or number.is_unknown:
            return number
        if isinstance(cell, str) and self._words.names_size(cell):
            raise TwoReadingsError(text_of(cell), f"{number}", f"{number * scale}")
        return number * scale

    def dated(self, column: str, cell: Any) -> Period | None:
        """When it was, according to a cell of a column, as the column writes its days.

        Raises:
            InvalidValueError: It is no date, or one that can be read in two ways.
        """
        try:
            return period_of(cell, self._order, self._words)
        except TwoReadingsError:
            return period_of(cell, self._order or self._order_of(column), self._words)

    def _sign(self, column: str) -> Sign | None:
        """What stands before the fractions of a column, as all its cells show."""
        if column not in self._signs:
            found = settled(self._rows.column(self.at[column]), self._sign_shown)
            self._signs[column] = None if found is None else found[0]
            if found is not None:
                name = "comma" if found[0] == "," else "point"
                text = f"the column writes a {name} before fractions, as this cell shows; so it is read"
                self.note(text, column=column, value=text_of(found[1]))
        return self._signs[column]

    def _sign_shown(self, cell: str) -> Sign | None:
        sign = sign_shown(cell)
        try:
            return None if sign is None or estimate_of(cell, sign, self._words).is_unknown else sign
        except InvalidValueError:
            return None

    def _order_of(self, column: str) -> Order | None:
        """Which comes first in the days of a column, as all its cells show."""
        if column not in self._orders:
            found = settled(self._rows.column(self.at[column]), order_shown)
            self._orders[column] = None if found is None else found[0]
            if found is not None:
                text = f"the column writes its days {found[0]}, as this cell shows; so it is read"
                self.note(text, column=column, value=text_of(found[1]))
        return self._orders[column]

    def heading(self, column: str) -> str:
        """The heading of a column that the reader knows; its name where the table lacks it."""
        at = self.at.get(column)
        return column if at is None else self.headings[at]

    def report(self, problem: Problem) -> None:
        """Add a problem to the reading."""
        self._problems.append(problem)
        if problem.fatal:
            self._lost.add(problem.row)

    def note(self, text: str, *, row: int | None = None, column: str = "", value: str = "") -> None:
        """Note what is worth knowing and no fault of a cell: it stands in the reading's notes.

        Args:
            text: What there is to know.
            row: The number of the row; None for the table, or for a whole column of it.
            column: The name of the column; empty for the whole row or table.
            value: The cell's text; empty where it is no matter of one cell.
        """
        self._notes.append(Note(row, self.heading(column), value, text))

    def reading(self, records: Iterable[Record]) -> Reading:
        """The records as a ledger, with the problems and the counts of the rows so far.

        Raises:
            DuplicateIdError: Two records have one id.
            UnknownReferenceError: A record refers to an id that is not among them.
            CyclicReferenceError: References run in a circle.
        """
        ledger = Ledger.of(records)  # first: records may be made while they are asked for
        gone = self._lost | self.passed.keys()
        gone_because = dict.fromkeys(gone, "the row is passed over") | dict.fromkeys(self._lost, _LOST)
        return Reading(
            ledger=ledger,
            problems=sorted(self._problems, key=lambda problem: problem.row),
            notes=sorted(self._notes, key=lambda note: note.row or 0),
            passed=sorted(self.passed.values(), key=lambda passed: passed.row),
            amounts=self.amounts.portions(self.heading, gone_because),
            rows_read=self._read,
            rows_structured=self._read - self._blank - len(gone),
            rows_blank=self._blank,
        )


def in_currency(number: Estimate[Number], currency: str | Currency) -> Estimate[Money]:
    """A number of units of a currency as an amount."""
    if number.is_unknown:
        return UNKNOWN
    low = None if number.low is None else Money(number.low, currency)
    high = low if number.high == number.low else None if number.high is None else Money(number.high, currency)
    return Estimate(low, high, number.is_approximate)


def _one_of(value: Any, accepted: tuple[V, ...], where: str) -> V | None:
    if value is not None and value not in accepted:
        words = " or ".join(map(repr, accepted))
        raise InvalidValueError(where, f"{shown(value)} is none of the ways", f"pass {words}, or nothing")
    found: V | None = value
    return found


@lru_cache(maxsize=CACHED)
def _is_odd(edtf: str) -> bool:
    """Whether no record of this war, or of the arms trade since 1950, can be of that time."""
    return not all(int(year) in _LIKELY for year in _YEAR.findall(edtf))


@lru_cache(maxsize=CACHED)
def _party(name: str, languages: tuple[str, ...]) -> Party | str:
    """The party of a name, or why there is none."""
    try:
        return find_party(name, languages=languages)
    except (AmbiguousNameError, InvalidValueError, UnknownNameError) as error:
        return str(error)
