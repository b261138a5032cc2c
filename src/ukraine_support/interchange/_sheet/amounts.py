"""What became of the amounts of a foreign table: the sum of each column, what of it counts, and what is set aside.

A reader asks each row for its amounts; what it asked for is kept here with what became of it. So the sum of a column is
what counts and what is set aside, by construction: both are sums over the same amounts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, Literal, final

import attrs

from ..._errors import InvalidValueError, shown
from ..._exact import Number, written
from ..._model import fields
from ..._model.base.immutable import Compound
from ..._model.values.estimate import Estimate, exactly
from ..._model.values.money import Currency, Money
from ..._plain_rows import plain_rows
from .cells import CACHED
from .text_table import table

LARGEST: Final = 10**18
"""No amount of money is larger, so that sums of columns always fit."""
TOO_LARGE: Final = "no amount of money is so large; it is taken as unknown"
_ROWS_SHOWN: Final = 5


def is_money(number: Estimate[Number]) -> bool:
    """Whether a number is small enough for an amount of money."""
    low, high = number.low, number.high
    return (low is None or -LARGEST < low < LARGEST) and (high is None or -LARGEST < high < LARGEST)


def in_currency(number: Estimate[Number], currency: Currency) -> Estimate[Money]:
    """A number of units of a currency as an amount."""
    if number.is_exact and number.low is not None:
        return _exactly(number.low, currency.code)
    return number.map_ends(lambda end: Money(end, currency))


@lru_cache(maxsize=CACHED)
def _exactly(number: Number, code: str) -> Estimate[Money]:
    return exactly(Money(number, code))


def _to_rows(value: Iterable[int]) -> tuple[int, ...]:
    return fields.several(value, int)


def _to_amounts(value: Iterable[Estimate[Number]]) -> tuple[Estimate[Number], ...]:
    return fields.several(value, Estimate)


def _to_portions(value: "Iterable[Portion]") -> "tuple[Portion, ...]":
    return fields.several(value, Portion)


def _are_rows(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, tuple) or not value or not all(type(row) is int for row in value):
        raise InvalidValueError(
            fields.where(instance, attribute), f"{shown(value)} names no rows", "pass their numbers"
        )


def _are_amounts(instance: "Portion", attribute: "attrs.Attribute[Any]", value: object) -> None:
    place = fields.where(instance, attribute)
    if not isinstance(value, tuple) or len(value) != len(instance.rows):
        raise InvalidValueError(place, f"{shown(value)} has not one amount for each row", "pass as many estimates")
    for number in value:
        if not isinstance(number, Estimate) or (number.low is None and number.high is None):
            raise InvalidValueError(place, f"{shown(number)} is no amount", "pass an estimate that is not UNKNOWN")


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class Portion(Compound):
    """Amounts of one column, in one currency, that were treated alike: counted, or set aside for one reason.

    Raises:
        InvalidValueError: The column is blank, or there are no amounts.

    Examples:
        >>> repeated = Portion("Total", Currency("EUR"), [2, 5], [exactly(1630), exactly(1880)], "a copy")
        >>> repeated.sum, repeated.rows, repeated.is_counted
        (exactly(3510), (2, 5), False)
    """

    column: str = attrs.field(validator=fields.is_words)
    """The heading of the column."""
    currency: Currency | None = attrs.field(validator=fields.valid(Currency))
    """The currency; None where the row names none that is known."""
    rows: tuple[int, ...] = attrs.field(converter=_to_rows, validator=_are_rows)
    """The numbers of the rows."""
    amounts: tuple[Estimate[Number], ...] = attrs.field(converter=_to_amounts, validator=_are_amounts)
    """How many units of the currency the cell of each row says."""
    reason: str = attrs.field(default="", validator=fields.valid(str, required=True))
    """Why the amounts are set aside; empty where they count, which means that the ledger holds them as amounts."""

    @property
    def is_counted(self) -> bool:
        """Whether the ledger holds these amounts as amounts."""
        return not self.reason

    @property
    def sum(self) -> Estimate[Number]:
        """The sum of the amounts."""
        return _sum(self.amounts)


def _are_of_one_column(instance: object, attribute: "attrs.Attribute[Any]", value: tuple[Portion, ...]) -> None:
    columns = {(portion.column, portion.currency) for portion in value}
    if len(columns) != 1:
        place = fields.where(instance, attribute)
        raise InvalidValueError(place, f"{len(columns)} columns are not one", "pass the portions of one column")


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class ColumnAccount(Compound):
    """The account of one column of amounts in one currency: `sum` is `counted` and `set_aside` together.

    Raises:
        InvalidValueError: There are no portions, or they are of different columns or currencies.

    Examples:
        >>> euro = Currency("EUR")
        >>> portions = [Portion("Total", euro, [2], [exactly(5)]), Portion("Total", euro, [3], [exactly(7)], "a copy")]
        >>> account = ColumnAccount(portions)
        >>> account.column, account.sum, account.counted, account.set_aside
        ('Total', exactly(12), exactly(5), exactly(7))
    """

    portions: tuple[Portion, ...] = attrs.field(converter=_to_portions, validator=_are_of_one_column)
    """What became of the amounts, first of those that count."""

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
        return _sum(number for portion in self.portions for number in portion.amounts)

    @property
    def counted(self) -> Estimate[Number]:
        """How much of it the ledger holds as amounts."""
        return _sum(portion.sum for portion in self.portions if portion.is_counted)

    @property
    def set_aside(self) -> Estimate[Number]:
        """How much of it the ledger does not hold as an amount; each portion says why."""
        return _sum(portion.sum for portion in self.portions if not portion.is_counted)


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class Accounts(Compound):
    """The accounts of all columns of amounts that a reader asked for, in the order in which it met them.

    Iterate over it for a [`ColumnAccount`][ukraine_support.interchange.ColumnAccount] for each column and currency.

    Examples:
        >>> euro = Currency("EUR")
        >>> portions = [Portion("Total", euro, [2], [exactly(5)]), Portion("Total", euro, [3], [exactly(7)], "a copy")]
        >>> print(Accounts(portions))
        column  currency  what       amount  rows  why
        Total   EUR       sum        12      2, 3
        Total   EUR       counted    5       2
        Total   EUR       set aside  7       3     a copy
    """

    portions: tuple[Portion, ...] = attrs.field(default=(), converter=_to_portions)
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

    def rows(
        self, *, numbers: Literal["exact", "float"] = "exact", formulas: Literal["keep", "escape"] = "keep"
    ) -> list[dict[str, Any]]:
        """The accounts as plain rows, for a data frame: one for each portion.

        The columns are `column`, `currency`, `counted`, `reason`, `low`, `high`, `approximate` and `rows`.

        Args:
            numbers: Amounts are exact decimals; with `"float"` they are the nearest floats, as data frames calculate.
            formulas: With `"escape"`, an apostrophe stands before texts that a spreadsheet takes for a formula.

        Raises:
            InvalidValueError: `numbers` or `formulas` is none of the two.
        """
        rows = (_row(portion) for account in self for portion in account.portions)
        return plain_rows(rows, f"{type(self).__name__}.rows", numbers=numbers, formulas=formulas)

    def __str__(self) -> str:
        lines = [line for account in self for line in _lines(account)]
        return table(("column", "currency", "what", "amount", "rows", "why"), lines)


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


def _lines(account: ColumnAccount) -> Iterator[tuple[str, ...]]:
    currency = "?" if account.currency is None else account.currency.code
    rows = sorted(row for portion in account.portions for row in portion.rows)
    yield account.column, currency, "sum", number_text(account.sum), _named(rows), ""
    for portion in account.portions:
        what = "counted" if portion.is_counted else "set aside"
        yield account.column, currency, what, number_text(portion.sum), _named(portion.rows), portion.reason


def _named(rows: Iterable[int]) -> str:
    numbers = list(map(str, rows))
    more = len(numbers) - _ROWS_SHOWN
    return ", ".join(numbers[:_ROWS_SHOWN]) + (f" and {more} more" if more > 0 else "")


def number_text(number: Estimate[Number]) -> str:
    """A number in words for a table or a message."""
    low, high = ("" if end is None else written(end) for end in (number.low, number.high))
    about = "about " if number.is_approximate else ""
    if low == high:
        return f"{about}{low or 'unknown'}"
    return f"{about}{low} or more" if not high else f"{about}up to {high}" if not low else f"{about}{low} to {high}"


def _sum(numbers: Iterable[Estimate[Number]]) -> Estimate[Number]:
    return sum(numbers, exactly(0))


class AmountsRead:
    """The amounts of a table while its rows come in: by column and row, each with its currency, and why it is aside."""

    __slots__ = ("_read",)

    def __init__(self) -> None:
        self._read: dict[str, dict[int, tuple[Estimate[Number], Currency | None, str]]] = {}

    def add(self, column: str, row: int, number: Estimate[Number], currency: Currency | None, reason: str) -> None:
        """Keep an amount: what a column says in a row, and why it is set aside, if it is."""
        self._read.setdefault(column, {})[row] = number, currency, reason

    def set_aside(self, column: str, row: int, reason: str) -> None:
        """Say why an amount does not count; without a reason, it does. What was never asked for is no amount."""
        if row in self._read.get(column, ()):
            number, currency, _ = self._read[column][row]
            self._read[column][row] = number, currency, reason

    def portions(self, heading: Callable[[str], str], gone: Mapping[int, str]) -> Iterator[Portion]:
        """What became of all of them.

        Args:
            heading: The heading of each column, by its name.
            gone: Rows that gave no record, each with the reason.
        """
        for column, read in self._read.items():
            found: dict[tuple[str, str], tuple[Currency | None, dict[int, Estimate[Number]]]] = {}
            for row, (number, currency, aside) in sorted(read.items()):
                alike = "" if currency is None else currency.code, gone.get(row, aside)
                found.setdefault(alike, (currency, {}))[1][row] = number
            for (_, reason), (currency, numbers) in found.items():
                yield Portion(heading(column), currency, tuple(numbers), tuple(numbers.values()), reason)
