"""What became of the amounts of a foreign table: the sum of each column, what of it counts, and what is set aside.

A reader asks each row for its amounts; what it asked for is kept here with what became of it. So the sum of a column is
what counts and what is set aside, by construction: both are sums over the same amounts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias, final

import attrs

from .._errors import InvalidValueError, WrongTypeError, shown
from .._exact import Number, written
from .._model import fields
from .._model.estimate import Estimate, exactly
from .._model.immutable import Immutable
from .._model.money import Currency
from ._tables import table

Amount: TypeAlias = tuple[int, Estimate[Number]]
"""The number of a row, and how many units of the currency its cell says."""

LARGEST: Final = 10**18
"""No amount of money is larger, so that sums of columns always fit."""
_ROWS_SHOWN: Final = 5


def _to_amounts(value: Iterable[Amount]) -> tuple[Amount, ...]:
    return fields.attempt(fields.read_tuple, value)


def _are_amounts(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    place = fields.where(instance, attribute)
    if not isinstance(value, tuple) or not value:
        raise InvalidValueError(place, f"{shown(value)} holds no amounts", "pass pairs of a row and an estimate")
    for pair in value:
        row, number = pair if isinstance(pair, tuple) and len(pair) == 2 else (None, None)
        if type(row) is not int or not isinstance(number, Estimate) or number.is_unknown:
            raise InvalidValueError(place, f"{shown(pair)} is no row and its amount", "pass (row, estimate)")


def _is_reason(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, str):
        place = fields.where(instance, attribute)
        raise WrongTypeError(place, f"{shown(value)} is a {type(value).__name__}", "pass a string")


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class Portion(Immutable):
    """The amounts of one column, in one currency, of which the same became.

    Raises:
        InvalidValueError: The column is blank, or there are no amounts.

    Examples:
        >>> repeated = Portion("Total", Currency("EUR"), [(2, exactly(1630)), (5, exactly(1880))], "told twice")
        >>> repeated.sum, repeated.rows, repeated.is_counted
        (exactly(3510), (2, 5), False)
    """

    column: str = attrs.field(validator=fields.is_words)
    """The heading of the column."""
    currency: Currency | None = attrs.field(validator=fields.valid(Currency))
    """The currency; None where the row names none that is known."""
    amounts: tuple[Amount, ...] = attrs.field(converter=_to_amounts, validator=_are_amounts)
    """The numbers of the rows, each with the amount in its cell, in the order of rows."""
    reason: str = attrs.field(default="", validator=_is_reason)
    """Why the amounts are set aside; empty where they count, which means that the ledger holds them as amounts."""

    @property
    def is_counted(self) -> bool:
        """Whether the ledger holds these amounts as amounts."""
        return not self.reason

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the rows."""
        return tuple(row for row, _ in self.amounts)

    @property
    def sum(self) -> Estimate[Number]:
        """The sum of the amounts."""
        return _sum(number for _, number in self.amounts)


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class ColumnAccount(Immutable):
    """The account of one column of amounts in one currency: `sum` is `counted` and `set_aside` together.

    Raises:
        InvalidValueError: There are no portions, or they are of different columns or currencies.

    Examples:
        >>> euro = Currency("EUR")
        >>> portions = [Portion("Total", euro, [(2, exactly(5))]), Portion("Total", euro, [(3, exactly(7))], "a copy")]
        >>> account = ColumnAccount(portions)
        >>> account.column, account.sum, account.counted, account.set_aside
        ('Total', exactly(12), exactly(5), exactly(7))
    """

    portions: tuple[Portion, ...] = attrs.field(
        converter=lambda value: fields.attempt(fields.read_tuple, value), validator=fields.each(Portion)
    )
    """What became of the amounts, first of those that count."""

    @portions.validator
    def _of_one_column(self, attribute: "attrs.Attribute[Any]", value: tuple[Portion, ...]) -> None:
        columns = {(portion.column, portion.currency) for portion in value}
        if len(columns) != 1:
            place = fields.where(self, attribute)
            raise InvalidValueError(place, f"{len(columns)} columns are not one", "pass the portions of one column")

    @property
    def column(self) -> str:
        """The heading of the column."""
        return self.portions[0].column

    @property
    def currency(self) -> Currency | None:
        """The currency; None where the rows name none that is known."""
        return self.portions[0].currency

    @property
    def sum(self) -> Estimate[Number]:
        """The sum of all amounts in the column."""
        return _sum(number for portion in self.portions for _, number in portion.amounts)

    @property
    def counted(self) -> Estimate[Number]:
        """What of it the ledger holds as amounts."""
        return _sum(portion.sum for portion in self.portions if portion.is_counted)

    @property
    def set_aside(self) -> Estimate[Number]:
        """What of it the ledger does not hold as an amount; each portion says why."""
        return _sum(portion.sum for portion in self.portions if not portion.is_counted)


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class Accounts(Immutable):
    """The accounts of all columns of amounts that a reader asked for, in the order in which it met them.

    Iterate over it for a [`ColumnAccount`][ukraine_support.interchange.ColumnAccount] for each column and currency.

    Examples:
        >>> euro = Currency("EUR")
        >>> portions = [Portion("Total", euro, [(2, exactly(5))]), Portion("Total", euro, [(3, exactly(7))], "a copy")]
        >>> print(Accounts(portions))
        column  currency  what       amount  rows
        Total   EUR       sum        12      2, 3
        Total   EUR       counted    5       2
        Total   EUR       set aside  7       3: a copy
    """

    portions: tuple[Portion, ...] = attrs.field(
        default=(), converter=lambda value: fields.attempt(fields.read_tuple, value), validator=fields.each(Portion)
    )
    """What became of the amounts of all columns."""

    @property
    def columns(self) -> tuple[ColumnAccount, ...]:
        """The account of each column in each currency."""
        found: dict[tuple[str, Currency | None], list[Portion]] = {}
        for portion in self.portions:
            found.setdefault((portion.column, portion.currency), []).append(portion)
        return tuple(
            ColumnAccount(sorted(portions, key=lambda portion: not portion.is_counted)) for portions in found.values()
        )

    def __iter__(self) -> Iterator[ColumnAccount]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)

    def rows(self) -> list[dict[str, Any]]:
        """The accounts as plain rows, for a data frame: one for each portion.

        The columns are `column`, `currency`, `counted`, `reason`, `low`, `high`, `approximate` and `rows`.
        """
        return [_row(portion) for account in self for portion in account.portions]

    def __str__(self) -> str:
        lines = [line for account in self for line in _lines(account)]
        return table(("column", "currency", "what", "amount", "rows"), lines)


def _row(portion: Portion) -> dict[str, Any]:
    total = portion.sum
    return {
        "column": portion.column,
        "currency": None if portion.currency is None else portion.currency.code,
        "counted": portion.is_counted,
        "reason": portion.reason,
        "low": total.low,
        "high": total.high,
        "approximate": total.is_approximate,
        "rows": portion.rows,
    }


def _lines(account: ColumnAccount) -> Iterator[tuple[str, str, str, str, str]]:
    currency = "?" if account.currency is None else account.currency.code
    rows = sorted(row for portion in account.portions for row in portion.rows)
    yield account.column, currency, "sum", _told(account.sum), _named(rows)
    for portion in account.portions:
        what = "counted" if portion.is_counted else "set aside"
        why = f": {portion.reason}" if portion.reason else ""
        yield account.column, currency, what, _told(portion.sum), f"{_named(portion.rows)}{why}"


def _named(rows: Iterable[int]) -> str:
    numbers = list(map(str, rows))
    more = len(numbers) - _ROWS_SHOWN
    return ", ".join(numbers[:_ROWS_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _told(number: Estimate[Number]) -> str:
    low, high = ("" if end is None else written(end) for end in (number.low, number.high))
    about = "about " if number.is_approximate else ""
    if low == high:
        return f"{about}{low or 'unknown'}"
    return f"{about}{low} or more" if not high else f"{about}up to {high}" if not low else f"{about}{low} to {high}"


def _sum(numbers: Iterable[Estimate[Number]]) -> Estimate[Number]:
    total: Estimate[Number] = exactly(0)
    for number in numbers:
        total = total + number
    return total


class AmountsRead:
    """The amounts of a table while its rows come in."""

    __slots__ = ("_read",)

    def __init__(self) -> None:
        self._read: dict[tuple[str, int], tuple[Estimate[Number], Currency | None, str]] = {}

    def add(self, column: str, row: int, number: Estimate[Number], currency: Currency | None, reason: str = "") -> None:
        """Keep an amount: what a column says in a row, and why it is set aside, if it is."""
        self._read[column, row] = (number, currency, reason)

    def set_aside(self, column: str, row: int, reason: str) -> None:
        """Say why an amount does not count; without a reason, it does. What was never asked for is no amount."""
        read = self._read.get((column, row))
        if read is not None:
            self._read[column, row] = (*read[:2], reason)

    def portions(self, heading: Callable[[str], str], gone: Mapping[int, str]) -> list[Portion]:
        """What became of all of them.

        Args:
            heading: The heading of each column, by its name.
            gone: Rows that gave no record, each with the reason.
        """
        found: dict[tuple[str, Currency | None, str], list[Amount]] = {}
        for (column, row), (number, currency, reason) in self._read.items():
            why = gone.get(row) or reason
            found.setdefault((heading(column), currency, why), []).append((row, number))
        return [Portion(column, currency, amounts, why) for (column, currency, why), amounts in found.items()]
