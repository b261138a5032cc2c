"""What a reader of foreign rows gives: the records, and an account of everything that it could not read."""

from collections.abc import Iterable
from typing import Any, Final, final

import attrs

from .._errors import InvalidValueError, WrongTypeError, shown
from .._model import fields
from .._model.immutable import Compound
from .._model.ledger import Ledger

_WIDTHS: Final = (32, 40, 72)
"""Characters of column, value and reason that a table shows at most."""


def _is_count(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if type(value) is not int or value < 0:
        raise InvalidValueError(fields.where(instance, attribute), f"{shown(value)} is no count", "pass an int from 0")


def _is_plain(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, str):
        place = fields.where(instance, attribute)
        raise WrongTypeError(place, f"{shown(value)} is a {type(value).__name__}", "pass a string")


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
    column: str = attrs.field(validator=_is_plain)
    """The column's heading; empty for the whole row."""
    value: str = attrs.field(validator=_is_plain)
    """The cell's text."""
    reason: str = attrs.field(validator=fields.is_words)
    """Why it could not be read, and what is done instead."""
    fatal: bool = attrs.field(default=False, validator=fields.is_flag)
    """Whether the row gave no record. If not, only this cell is left out, and the rest of the row stands."""

    def __str__(self) -> str:
        place = f"row {self.row}, {self.column}" if self.column else f"row {self.row}"
        return f"{place}: {shown(self.value)}: {self.reason}"


def _to_problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    return fields.several(value, Problem)


def _adds_up(reading: "Reading", attribute: object, blank: int) -> None:
    structured, read = reading.rows_structured, reading.rows_read
    lost = len({problem.row for problem in reading.problems if problem.fatal})
    if structured + blank + lost != read:
        raise InvalidValueError(
            "Reading",
            f"{structured} rows structured, {blank} blank and {lost} lost are not {read} read",
            "account for every row once",
        )


@final
@attrs.frozen(kw_only=True, repr=False, getstate_setstate=False)
class Reading(Compound):
    """What became of foreign rows: a ledger, the problems, and how many rows were read, structured and blank.

    No row is lost: `rows_structured`, `rows_blank` and the rows with a fatal problem add up to `rows_read`.

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
    rows_read: int = attrs.field(validator=_is_count)
    """How many rows there were, without heading and preamble."""
    rows_structured: int = attrs.field(validator=_is_count)
    """How many of them became records or parts of records."""
    rows_blank: int = attrs.field(validator=[_is_count, _adds_up])
    """How many of them say nothing at all."""

    def table(self) -> str:
        """The problems as a table of plain text, a line each under a heading; empty where there are none."""
        if not self.problems:
            return ""
        lines = [("row", "column", "value", "reason", "fatal")]
        for problem in self.problems:
            texts = (" ".join(text.split()) for text in (problem.column, problem.value, problem.reason))
            cells = [
                text if len(text) <= most else f"{text[: most - 3]}..."
                for text, most in zip(texts, _WIDTHS, strict=True)
            ]
            lines.append((str(problem.row), cells[0], cells[1], cells[2], "yes" if problem.fatal else "no"))
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
        )

    def __str__(self) -> str:
        lost = self.rows_read - self.rows_structured - self.rows_blank
        found = len(self.problems)
        summary = (
            f"{self.rows_read} rows: {self.rows_structured} structured, {self.rows_blank} blank, {lost} lost; "
            f"{found} problem{'s' * (found != 1)}"
        )
        return "\n".join(filter(None, (summary, self.table())))
