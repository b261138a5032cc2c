"""Foreign rows under named columns: the base on which every reader here stands, and yours may."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final, final

from .._errors import AmbiguousNameError, InvalidValueError, UnknownNameError, WrongTypeError, shown
from .._exact import Number
from .._model.estimate import UNKNOWN, Estimate
from .._model.ledger import Ledger
from .._model.money import Currency, Money
from .._model.parties import Party
from .._model.period import Period
from .._model.provenance import Record
from ..reference import find_party
from ._cells import is_blank, kept, text_of, told
from ._counts import estimate_of
from ._dates import period_of
from ._headings import Column, Headings, folded
from ._problems import Note, Passed, Problem, Reading

_ROWS: Final = (
    "pass mappings (as csv.DictReader or DataFrame.to_dict('records') give), or lists with the headings first"
)


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
            return estimate_of(cell)
        except InvalidValueError as error:
            self.problem(column, error.problem)
            return UNKNOWN

    def amount(self, column: str, currency: str | Currency) -> Estimate[Money]:
        """The amount of money that the cell says; UNKNOWN if it tells nothing."""
        return in_currency(self.count(column), currency)

    def period(self, column: str) -> Period | None:
        """When it was, according to the cell; None if it tells nothing."""
        cell = self.cell(column)
        try:
            return period_of(cell)
        except InvalidValueError as error:
            self.problem(column, error.problem)
            return None

    def party(self, column: str) -> Party | None:
        """Whom the cell names, as [`find_party`][ukraine_support.reference.find_party] knows them; else None."""
        name = self.text(column)
        try:
            return None if name is None else find_party(name)
        except (AmbiguousNameError, InvalidValueError, UnknownNameError) as error:
            self.problem(column, str(error))
            return None

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
        self, rows: Iterable[Any], columns: Sequence[Column], *, where: str = "Sheet", preamble: int = 0
    ) -> None:
        self._where = where
        self._rows = _iterator(rows, where)
        self._read = self._blank = 0
        self._problems: list[Problem] = []
        self._notes: list[Note] = []
        self._lost: set[int] = set()
        self.passed: dict[int, Passed] = {}
        """The rows passed over on purpose, by number."""
        first = next(self._rows, None)
        if first is None:
            raise InvalidValueError(where, "there are no rows", _ROWS)
        self._keys: tuple[Any, ...] | None = None
        self._first: list[Any] = []
        self._number = 1
        if isinstance(first, Mapping):
            self._keys, self._first = tuple(first), [first]
            found = Headings(self._keys, columns, where)
        else:
            found = self._below(first, columns, preamble)
        self._width = len(found.texts)
        self.headings: tuple[str, ...] = found.texts
        """The headings' texts."""
        self.at: Mapping[str, int] = found.at
        """Where each known column stands, by its name; those that the table lacks are not in it."""
        self.others: Sequence[tuple[int, str]] = found.others
        """Where the other columns stand, with their headings."""

    def _below(self, first: Any, columns: Sequence[Column], preamble: int) -> Headings:
        """The headings: the first row, or after a preamble the first that has most of those required."""
        due = [{folded(heading) for heading in column.headings} for column in columns if column.required]
        due = [headings for headings in due if not any("|" in heading for heading in headings)]
        for number, line in enumerate(chain([first], islice(self._rows, preamble)), start=1):
            found = {folded(cell) for cell in _sequence(line, self._where)}
            if not preamble or 2 * sum(not found.isdisjoint(headings) for headings in due) > len(due):
                self._number = number
                return Headings(line, columns, self._where)
        return Headings(first, columns, self._where)

    def __iter__(self) -> Iterator[Row]:
        first, self._first = self._first, []
        for row in chain(first, self._rows):
            self._number += 1
            self._read += 1
            cells, fault = self._cells(row)
            if all(map(is_blank, cells)):
                self._blank += 1
            elif fault:
                self.report(Problem(self._number, "", "; ".join(map(text_of, cells)), fault, fatal=True))
            else:
                yield Row(self, self._number, cells)

    def _cells(self, row: Any) -> tuple[Sequence[Any], str]:
        """The row's cells in the order of the headings, and what is wrong with its width."""
        if self._keys is None:
            cells = _sequence(row, self._where)
            fault = f"the row has {len(cells)} cells under {self._width} headings"
            return cells, "" if len(cells) == self._width else fault
        if not isinstance(row, Mapping):
            raise WrongTypeError(self._where, f"{shown(row)} is a {type(row).__name__} among mappings", _ROWS)
        found = [row.get(key) for key in self._keys]
        if len(row) > self._width or not row.keys() <= set(self._keys):
            others = [key for key in row if key not in self._keys]
            return found, f"the row has cells under headings that the first has not: {shown(others)}"
        return found, ""

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
        return Reading(
            ledger=ledger,
            problems=sorted(self._problems, key=lambda problem: problem.row),
            notes=sorted(self._notes, key=lambda note: note.row or 0),
            passed=sorted(self.passed.values(), key=lambda passed: passed.row),
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


def _iterator(rows: Iterable[Any], where: str) -> Iterator[Any]:
    if isinstance(rows, str | bytes | Mapping) or not isinstance(rows, Iterable):
        raise WrongTypeError(where, f"{shown(rows)} is a {type(rows).__name__}, not rows", _ROWS)
    return iter(rows)


def _sequence(row: Any, where: str) -> Sequence[Any]:
    if type(row) is not tuple and (isinstance(row, str | bytes) or not isinstance(row, Sequence)):
        raise WrongTypeError(where, f"{shown(row)} is a {type(row).__name__}, not a row", _ROWS)
    return row
