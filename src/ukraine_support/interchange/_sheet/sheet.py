"""Foreign rows under named columns: the base on which every reader here stands, and yours may."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar, final

from ..._errors import (
    AmbiguousNameError,
    InvalidValueError,
    UkraineSupportError,
    UnknownNameError,
    WrongTypeError,
    shown,
)
from ..._exact import Number
from ..._model import fields
from ..._model.base.advice import an_instance, an_instance_or_none
from ..._model.base.remembered import remembered
from ..._model.ledger import Ledger
from ..._model.parties import Party
from ..._model.provenance import Record
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.period import Period
from ...reference import find_party, named_part
from .amounts import TOO_LARGE, AmountsRead, in_currency, is_money
from .cells import CACHED, disclosed_text, filled_text, text_of
from .digits import TwoReadingsError
from .headings import Column
from .notation import Notation
from .periods import ODD, is_odd
from .reading import Note, Passed, Problem, Reading
from .rows import Rows

T = TypeVar("T")
_LOST: Final = "the row yields no record"


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
        at = self.sheet.at.get(column)
        return None if at is None else disclosed_text(self.cells[at])

    def count(self, column: str) -> Estimate[Number]:
        """How many the cell says, in digits or in words such as "up to 300"; UNKNOWN if it tells nothing."""
        cell = self.cell(column)
        if cell is None:
            return UNKNOWN
        try:
            return self.sheet._notation.count(column, cell)
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
        if not is_money(number):
            self.problem(column, TOO_LARGE)
            return UNKNOWN
        known = currency if isinstance(currency, Currency) else Currency(currency)
        money = in_currency(number, known)
        self.account_for(column, number, known)
        return money

    def account_for(self, column: str, number: Estimate[Number], currency: Currency | None, reason: str = "") -> None:
        """Enter into the reading's accounts an amount that the reader made out by itself.

        Args:
            column: The name of the column.
            number: How many units of the currency the cell says.
            currency: The currency; None where the row names none that is known.
            reason: Why the amount does not count; empty where it does.
        """
        an_instance(number, Estimate, "Row.account_for: number")
        an_instance_or_none(currency, Currency, "Row.account_for: currency")
        an_instance(reason, str, "Row.account_for: reason")
        self.sheet._amounts.add(column, self.number, number, currency, reason)

    def set_aside(self, column: str, reason: str) -> None:
        """Say that an amount that was read does not count: the reading's accounts give the reason.

        Args:
            column: The name of the column.
            reason: Why, such as "this repeats the row above".
        """
        an_instance(reason, str, "Row.set_aside: reason")
        self.sheet._amounts.set_aside(column, self.number, reason)

    def period(self, column: str) -> Period | None:
        """When it was, according to the cell; None if it tells nothing."""
        cell = self.cell(column)
        if cell is None:
            return None
        try:
            found = self.sheet._notation.period(column, cell)
        except InvalidValueError as error:
            self._refuse(column, error)
            return None
        if found is not None and is_odd(found.edtf):
            self.note(column, ODD)
        return found

    def party(self, column: str, *, names: Mapping[str, Party] = MappingProxyType({})) -> Party | None:
        """Whom the cell names, as [`find_party`][ukraine_support.reference.find_party] knows them; else None.

        Args:
            column: The name of the column.
            names: What the source itself means by some names, in small letters, where others mean more by them.
        """
        if not isinstance(names, Mapping):
            problem = f"{shown(names)} is a {type(names).__name__}"
            raise WrongTypeError("Row.party: names", problem, "pass a mapping of names to parties")
        name = self.text(column)
        if name is None:
            return None
        if (known := names.get(name.casefold())) is not None:
            return known
        found, part = known_party(name, self.sheet._notation.languages)
        if isinstance(found, str):
            self.problem(column, found)
            return None
        if part:
            self.note(column, f"{part} is no party of its own here; it is read as its country, {found.english_name}")
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
        self.sheet._report(Problem(self.number, heading, text_of(self.cell(column)), reason, fatal))

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
        self.sheet._passed.setdefault(self.number, Passed(self.number, reason))

    def extras(self) -> dict[str, str]:
        """The texts of all columns that the reader does not know, by heading, blank ones left out."""
        cells = self.cells
        return {
            name: text for at, name in self.sheet.others if cells[at] is not None and (text := filled_text(cells[at]))
        }


@final
class Sheet:
    """Foreign rows under named columns, streamed once: iterate over it, then ask for the reading.

    Rows are mappings by heading, or sequences with the headings first. Blank rows are counted and passed over. Cells
    that are missing at the end of a row are empty; a row with more cells than there are headings becomes a fatal
    problem, unless those beyond the headings are blank. Every other row is given out as a
    [`Row`][ukraine_support.interchange.Row], whose unreadable cells become problems. So the counts of the reading add
    up, whatever the rows hold.

    A reader may say what a number such as `20.000` means, or a day such as `05/06/2024`. If it does not, the other
    cells of the column decide, where one of them can be read in one way only: all rows are then looked at before the
    next one is given out, and a note says how the column is read. If nothing decides, the cell is taken as unknown, and
    is a problem that says both readings.

    Args:
        rows: The rows: any iterable, read once.
        columns: The columns that the reader knows.
        where: What messages call the reader.
        preamble: How many rows may stand above the headings (of sequences).
        decimal: What stands before fractions, `"."` or `","`.
        dates: What comes first between slashes, `"day-first"` or `"month-first"`; with points the day always does.
        languages: The languages of words around numbers and days, and of the names of parties: `"de"`, `"fr"`, `"pl"`,
            `"uk"`, `"cs"` or `"nl"`; English is always among them. Where none are named, words of all are understood
            (a word that English has too, as in English), and names of parties are English.

    Raises:
        InvalidValueError: A required column is missing, two columns are one, there are no rows at all, or there is no
            such way of writing or language.
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
        columns = fields.several(columns, Column, f"{where}: columns")
        if type(preamble) is not int or preamble < 0:
            raise InvalidValueError(f"{where}: preamble", f"{shown(preamble)} is no count", "pass an int from 0")
        self._notation = Notation(
            decimal=decimal,
            dates=dates,
            languages=languages,
            scales={column.name: column.scale for column in columns if column.scale != 1},
            cells=lambda column: self._rows.column(self.at[column]),
            note=lambda column, text, cell: self.note(text, column=column, value=cell),
            where=where,
        )
        self._rows = Rows(rows, columns, where, preamble=preamble, held=None in (decimal, dates))
        self._read = self._blank = 0
        self._problems: list[Problem] = []
        self._notes: list[Note] = []
        self._lost: set[int] = set()
        self._passed: dict[int, Passed] = {}
        self._amounts = AmountsRead()
        found = self._rows.headings
        self.headings: tuple[str, ...] = found.texts
        """The headings' texts."""
        self.at: Mapping[str, int] = found.at
        """Where each known column stands, by its name; those that the table lacks are not in it."""
        self.others: Sequence[tuple[int, str]] = found.others
        """Where the other columns stand, with their headings."""
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
                self._report(Problem(self._rows.number, "", "; ".join(map(text_of, cells)), fault, fatal=True))
            else:
                yield Row(self, self._rows.number, cells)

    def records(self, make: Callable[[Row], Iterable[T]], rows: Iterable[Row] | None = None) -> Iterator[T]:
        """What a function makes of each row; where it fails by an error of this library, the row is lost, not the rest.

        Args:
            make: Gives the records of one row (or what you make records of), none where it passes the row over.
            rows: The rows, where the reader has looked at them before; else all that are still to come.

        Examples:
            >>> from ukraine_support import Source
            >>> sheet = Sheet([["No."], ["a"], ["b" * 300]], [Column("id", ["No."])])
            >>> reading = sheet.reading(sheet.records(lambda row: [Source(id=row.text("id") or "?")]))
            >>> list(reading.ledger.sources), [(problem.row, problem.fatal) for problem in reading.problems]
            (['a'], [(3, True)])
        """
        for row in self if rows is None else rows:
            try:
                made = tuple(make(row))
            except UkraineSupportError as error:
                row.problem("", f"{error}", fatal=True)
            else:
                yield from made

    def heading(self, column: str) -> str:
        """The heading of a column that the reader knows; its name where the table lacks it."""
        at = self.at.get(column)
        return column if at is None else self.headings[at]

    def _report(self, problem: Problem) -> None:
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
        gone = self._lost | self._passed.keys()
        gone_because = dict.fromkeys(gone, "the row is passed over") | dict.fromkeys(self._lost, _LOST)
        return Reading(
            ledger=ledger,
            problems=sorted(self._problems, key=lambda problem: problem.row),
            notes=sorted(self._notes, key=lambda note: note.row or 0),
            passed=sorted(self._passed.values(), key=lambda passed: passed.row),
            amounts=self._amounts.portions(lambda column: self.heading(column) or column, gone_because),
            rows_read=self._read,
            rows_structured=self._read - self._blank - len(gone),
            rows_blank=self._blank,
        )


@remembered(CACHED)
def known_party(name: str, languages: tuple[str, ...]) -> tuple[Party | str, str | None]:
    """The party of a name, or why there is none; and the part of a country that the name means, if it is one."""
    try:
        return find_party(name, languages=languages), named_part(name)
    except (AmbiguousNameError, InvalidValueError, UnknownNameError) as error:
        return str(error), None
