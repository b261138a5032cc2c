"""What a reader of foreign rows gives: the records, and an account of everything else in the rows."""

from collections.abc import Iterable
from typing import Any, Final, final

import attrs

from ..._errors import InvalidValueError, shown
from ..._messages import shown_path
from ..._model import fields
from ..._model.base.immutable import Compound
from ..._model.ledger import Ledger
from ..._tabular import ShortTable, Shown
from .amounts import Accounts, Portion
from .text_table import table


def _is_count(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if type(value) is not int or value < 0:
        raise InvalidValueError(fields.where(instance, attribute), f"{shown(value)} is no count", "pass an int from 0")


def _is_row(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if value is not None:
        _is_count(instance, attribute, value)


_is_text: Final = fields.valid(str, required=True)


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class Problem(Compound):
    """Something in a foreign row that could not be read.

    Raises:
        InvalidValueError: The row is no count, or the reason is blank.

    Examples:
        >>> print(Problem(17, "Announcement Date", "until 06/31/2022", "there is no such day"))
        row 17, Announcement Date: 'until 06/31/2022': there is no such day
    """

    row: int = attrs.field(validator=_is_count)
    """The row's number as a spreadsheet counts it: the heading is row 1 where nothing stands above it."""
    column: str = attrs.field(validator=_is_text)
    """The column's heading; empty for the whole row."""
    value: str = attrs.field(validator=_is_text)
    """The cell's text."""
    reason: str = attrs.field(validator=fields.is_words)
    """Why it could not be read, and what is done instead."""
    fatal: bool = attrs.field(default=False, validator=fields.is_flag)
    """Whether the row gave no record. If not, only this cell is left out, and the rest of the row stands."""

    def __str__(self) -> str:
        return f"{_place(self.row, self.column)}: {shown(self.value)}: {self.reason}"


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class Note(Compound):
    """Something about foreign rows that is worth knowing and no fault of a cell.

    A column that was found by its place, two rows with the same amount, an odd day that was kept as it is written.

    Raises:
        InvalidValueError: The row is no count, or the text is blank.

    Examples:
        >>> print(Note(17, "Announcement Date", "2922-02-09", "no record of this war has such a day; it is kept"))
        row 17, Announcement Date: '2922-02-09': no record of this war has such a day; it is kept
        >>> print(Note(None, "", "", "the table has no column of items"))
        the table has no column of items
    """

    row: int | None = attrs.field(validator=_is_row)
    """The row's number as a spreadsheet counts it; None for the table, or for a whole column of it."""
    column: str = attrs.field(validator=_is_text)
    """The column's heading; empty for the whole row or table."""
    value: str = attrs.field(validator=_is_text)
    """The cell's text; empty where it is no matter of one cell."""
    text: str = attrs.field(validator=fields.is_words)
    """What there is to know."""

    def __str__(self) -> str:
        parts = (_place(self.row, self.column), shown(self.value) if self.value else "", self.text)
        return ": ".join(filter(None, parts))


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class Passed(Compound):
    """A foreign row that a reader passes over on purpose, such as a line of sums.

    Raises:
        InvalidValueError: The row is no count, or the reason is blank.

    Examples:
        >>> print(Passed(40, "this is the sum of the rows above"))
        row 40: this is the sum of the rows above
    """

    row: int = attrs.field(validator=_is_count)
    """The row's number as a spreadsheet counts it."""
    reason: str = attrs.field(validator=fields.is_words)
    """Why it is passed over."""

    def __str__(self) -> str:
        return f"{_place(self.row, '')}: {self.reason}"


def _place(row: int | None, column: str) -> str:
    return ", ".join(filter(None, ("" if row is None else f"row {row}", shown_path(column))))


def _to_problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    return fields.several(value, Problem)


def _to_notes(value: Iterable[Note]) -> tuple[Note, ...]:
    return fields.several(value, Note)


def _to_portions(value: Iterable[Portion]) -> tuple[Portion, ...]:
    return fields.several(value, Portion)


def _to_passed(value: Iterable[Passed]) -> tuple[Passed, ...]:
    return fields.several(value, Passed)


def _adds_up(reading: "Reading", attribute: object, blank: int) -> None:
    structured, read = reading.rows_structured, reading.rows_read
    passed, lost = reading.rows_passed, reading.rows_lost
    if structured + blank + passed + lost != read:
        raise InvalidValueError(
            "Reading",
            f"{structured} rows structured, {blank} blank, {passed} passed over and {lost} lost are not {read} read",
            "account for every row once",
        )


def _lost(problems: Iterable[Problem]) -> set[int]:
    return {problem.row for problem in problems if problem.fatal}


@final
@attrs.frozen(kw_only=True, repr=False, getstate_setstate=False)
class Reading(Compound, Shown):
    """What became of foreign rows: a ledger, the problems and notes, and how many rows were read, and became what.

    Every row is accounted for: `rows_structured`, `rows_blank`, `rows_passed` and `rows_lost` add up to `rows_read`.

    Raises:
        InvalidValueError: The counts do not add up.

    Examples:
        >>> odd = Problem(3, "Number ordered", "a lot", "this is no number", fatal=True)
        >>> print(Reading(ledger=Ledger(), problems=[odd], rows_read=2, rows_structured=1, rows_blank=0))
        2 rows: 1 structured, 0 blank, 1 lost; 1 problem
        row  column          value  reason             fatal
        3    Number ordered  a lot  this is no number  yes
    """

    ledger: Ledger = attrs.field(validator=fields.valid(Ledger, required=True))
    """The records."""
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_to_problems)
    """What could not be read, in the order of rows."""
    notes: tuple[Note, ...] = attrs.field(default=(), converter=_to_notes)
    """What is worth knowing and no fault of a cell: of the whole table first, then in the order of rows."""
    passed: tuple[Passed, ...] = attrs.field(default=(), converter=_to_passed)
    """The rows that the reader passed over on purpose, each with its reason. A row that is lost too counts as lost."""
    amounts: tuple[Portion, ...] = attrs.field(default=(), converter=_to_portions)
    """The amounts in the columns in which the reader looked for amounts, with what became of each."""
    rows_read: int = attrs.field(validator=_is_count)
    """How many rows there were, without heading and preamble."""
    rows_structured: int = attrs.field(validator=_is_count)
    """How many of them became records or parts of records."""
    rows_blank: int = attrs.field(validator=[_is_count, _adds_up])
    """How many of them say nothing at all."""

    @property
    def rows_passed(self) -> int:
        """How many rows the reader passed over on purpose."""
        return len({one.row for one in self.passed} - _lost(self.problems))

    @property
    def rows_lost(self) -> int:
        """How many rows gave no record, as each one's fatal problem says."""
        return len(_lost(self.problems))

    def accounts(self) -> Accounts:
        """For each column of amounts its sum, how much of it counts and how much is set aside, with rows and reasons.

        A column of amounts is one in which the reader looked for amounts. What counts and what is set aside make up the
        sum to the last digit, as all three are sums over the same cells. Cells that could not be read are in no sum;
        they are among the problems.
        """
        return Accounts(self.amounts)

    def table(self) -> str:
        """The problems, the notes and the rows passed over as tables of plain text, each under its heading.

        Empty where there are none.
        """
        problems = [(one.row, one.column, one.value, one.reason, "yes" if one.fatal else "no") for one in self.problems]
        notes = [("" if one.row is None else one.row, one.column, one.value, one.text) for one in self.notes]
        passed = [(one.row, one.reason) for one in self.passed]
        tables = (
            table(("row", "column", "value", "reason", "fatal"), problems),
            table(("row", "column", "value", "note"), notes),
            table(("row", "passed over because"), passed),
        )
        return "\n".join(filter(None, tables))

    def _short_table(self) -> ShortTable:
        counts = ("rows_read", "rows_structured", "rows_blank", "rows_passed", "rows_lost")
        facts = {"ledger": self.ledger, **{name: getattr(self, name) for name in counts}}
        facts |= {"problems": len(self.problems), "notes": len(self.notes)}
        rows = ((one.row, one.column, one.value, one.reason, "yes" if one.fatal else "no") for one in self.problems)
        head = ("row", "column", "value", "reason", "fatal")
        return ShortTable(facts=facts, head=head, rows=rows, length=len(self.problems))

    def __str__(self) -> str:
        became = [f"{self.rows_structured} structured", f"{self.rows_blank} blank"]
        became += [f"{self.rows_passed} passed over"] if self.rows_passed else []
        found = [_counted(len(self.problems), "problem")]
        found += [_counted(len(self.notes), "note")] if self.notes else []
        summary = f"{self.rows_read} rows: {', '.join(became)}, {self.rows_lost} lost; {', '.join(found)}"
        return "\n".join(filter(None, (summary, self.table())))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
