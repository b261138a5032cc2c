"""The totals that sums of summands come to, whoever has added them up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, Final

import attrs

from ..._errors import CurrencyMismatchError, InvalidValueError, RateNotFoundError, WrongTypeError, shown
from ..._exact import to_decimal
from ..._model.base.advice import an_instance_or_none
from ..._model.values.money import Currency
from ..._model.values.stages import Stage
from .._worth.rates import Deflators, RateTable
from .keys import By
from .summands import CONVERTED, STATED, WITHOUT_DAYS, key_beside
from .summing import Conversion, Group, Sum
from .totals import Totals, cells_of

_WHERE: Final = "totals_of"
_FITTING: Final = 10**20
"""Below it are sums of decimals of 38 digits, 18 of them after the point; beyond, some engines lose what is over."""
_ASKED: Final = "add up summands by all their columns that are no amounts, as arrow.totals_query does"


def totals_of(
    rows: Iterable[Mapping[str, Any]],
    *,
    by: By = (),
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    deflators: Deflators | None = None,
) -> Totals:
    """The totals that [`summands`][ukraine_support.analysis.summands] come to, which something else has added up.

    They are those that [`totals`][ukraine_support.analysis.totals] gives for the same ledger and the same arguments.

    Each row has the parts of the key and the columns `currency`, `day`, `bought`, `raises`, `conversion`, `kept_by` and
    `as_of` of the summands that it adds up, and besides:

    * `low`, `high`, `commitments`, `undisclosed`: their sums; `commitments_once` and `undisclosed_once`: the sums of
      those where `once` is true.
    * `open_low`, `open_high`, `approximate`: how many of them are.
    * `largest`: the largest; `amounts`: how many rows were added up. Together they prove that no sum is too large for
      its column.
    * `at_stage`: the word for the stage whose `counts_<stage>` was true.

    Args:
        rows: What was added up.
        by: What the totals are kept by: the same as for the summands, or some of it where these split no commitment.
        currency: The currency of every sum; None for the base of the rates, or the one in which everything is.
        rates: Exchange rates.
        deflators: Price indices, for sums at constant prices.

    Raises:
        InvalidValueError: The rows cannot be trusted: a column is missing or of another type, sums may have become too
            large, or the summands hold for another conversion or another key than is asked for.
        CurrencyMismatchError: There are several currencies and no rates.
        RateNotFoundError: A rate or an index is missing.

    Examples:
        >>> row = {
        ...     "category": "financial", "currency": "EUR", "day": None, "low": 5, "high": 5, "open_low": 0,
        ...     "open_high": 1, "approximate": 0, "commitments": 2, "undisclosed": 1, "commitments_once": 2,
        ...     "undisclosed_once": 1, "bought": False, "raises": False, "conversion": None, "kept_by": None,
        ...     "as_of": None, "largest": 5, "amounts": 2, "at_stage": "pledged",
        ... }
        >>> totals_of([row], by="category")["financial"].value
        at_least(Money('5', 'EUR'))
    """
    an_instance_or_none(rates, RateTable, f"{_WHERE}.rates")
    an_instance_or_none(deflators, Deflators, f"{_WHERE}.deflators")
    names = key_beside(by, None, _WHERE).names
    if not isinstance(rows, Iterable):
        raise WrongTypeError(f"{_WHERE}.rows", f"{shown(rows)} is a {type(rows).__name__}", "pass a list of rows")
    added = [_Added.of(row, at, names) for at, row in enumerate(rows)]
    conversion = Conversion(currency, rates, deflators)
    into = conversion.into(sorted(_currencies(added)))
    for one in added:
        one.check(names, conversion, into)
    found = [one for one in added if not one.raises or one.is_convertible(conversion, into)]
    money, goods = ([one for one in found if one.bought is bought] for bought in (False, True))
    values, apart = _sums(money, conversion), _sums(goods, conversion)
    groups = {group for sums in (values, apart) for one in sums.values() for group in one.groups}
    fractions = {} if into is None else conversion.fractions(groups, into, lambda group: ())
    cells = cells_of(values, apart, into, fractions, lambda key: key)
    table = Totals(
        names,
        into,
        cells,
        stage=_same("at_stage", added) or Stage.PLEDGED,
        as_of=_same("as_of", added),
        price_base=None if deflators is None else deflators.base,
    )
    whole = attrs.evolve(
        table.whole,
        commitments=sum(one.commitments_once for one in money),
        undisclosed=sum(one.undisclosed_once for one in money),
        goods=sum(one.commitments_once for one in goods),
    )
    return attrs.evolve(table, whole=whole)


def _currencies(added: list["_Added"]) -> set[str]:
    """The currencies of what is told; where all is undisclosed, the one in which parts raise it."""
    told, raising = ({one.currency or "" for one in added if one.raises is raises} - {""} for raises in (False, True))
    return told or (raising if len(raising) == 1 else set())


def _sums(added: list["_Added"], conversion: Conversion) -> dict[Any, Sum]:
    sums: defaultdict[Any, Sum] = defaultdict(partial(Sum, is_dated=conversion.is_dated))
    for one in added:
        total, group = sums[one.key], one.group(conversion)
        if group is not None:
            total.lows[group].append(one.low)
            total.highs[group].append(one.high)
        total.open_low |= one.open_low > 0
        total.open_high |= one.open_high > 0
        total.approximate |= one.approximate > 0
        total.entered += one.commitments
        total.undisclosed += one.undisclosed
    return sums


def _same(name: str, added: list["_Added"]) -> Any:
    """What all rows say of one thing that was asked."""
    found = {getattr(one, name) for one in added}
    if len(found) > 1:
        told = ", ".join(sorted(map(str, found)))
        raise InvalidValueError(f"{_WHERE}.rows", f"their {name} differ: {told}", "pass rows of one question")
    return found.pop() if found else None


def _whole(value: Any) -> int:
    number = to_decimal(value, "")
    if number != int(number):
        raise InvalidValueError("", f"{shown(value)} is no whole number", "pass a count")
    return int(number)


def _flag(value: Any) -> bool:
    if value not in (True, False):
        raise WrongTypeError("", f"{shown(value)} is neither true nor false", "pass the column as it was")
    return bool(value)


def _text_or_none(value: Any) -> str | None:
    if not isinstance(value, str | None):
        raise WrongTypeError("", f"{shown(value)} is a {type(value).__name__}", "pass the column as it was")
    return value


def _day_or_none(value: Any) -> date | None:
    if not isinstance(value, date | None):
        raise WrongTypeError("", f"{shown(value)} is a {type(value).__name__}", "pass a date or None")
    return value


def _decimal(value: Any) -> Decimal:
    return to_decimal(value, "")


@attrs.frozen(kw_only=True)
class _Added:
    """One row: what the summands of a group come to."""

    key: Any
    currency: str | None = attrs.field(converter=_text_or_none)
    day: date | None = attrs.field(converter=_day_or_none)
    low: Decimal = attrs.field(converter=_decimal)
    high: Decimal = attrs.field(converter=_decimal)
    open_low: int = attrs.field(converter=_whole)
    open_high: int = attrs.field(converter=_whole)
    approximate: int = attrs.field(converter=_whole)
    commitments: int = attrs.field(converter=_whole)
    undisclosed: int = attrs.field(converter=_whole)
    commitments_once: int = attrs.field(converter=_whole)
    undisclosed_once: int = attrs.field(converter=_whole)
    largest: Decimal = attrs.field(converter=_decimal)
    amounts: int = attrs.field(converter=_whole)
    raises: bool = attrs.field(converter=_flag)
    bought: bool = attrs.field(converter=_flag)
    conversion: str | None = attrs.field(converter=_text_or_none)
    kept_by: str | None = attrs.field(converter=_text_or_none)
    as_of: date | None = attrs.field(converter=_day_or_none)
    at_stage: Stage = attrs.field(converter=Stage)

    @classmethod
    def of(cls, row: Mapping[str, Any], at: int, names: tuple[str, ...]) -> "_Added":
        """The row, if it is one."""
        where = f"{_WHERE}.rows[{at}]"
        if not isinstance(row, Mapping):
            raise WrongTypeError(
                where, f"{shown(row)} is a {type(row).__name__}", "pass rows that map columns to cells"
            )
        missing = [name for name in (*names, *_COLUMNS) if name not in row]
        if missing:
            raise InvalidValueError(where, f"{missing[0]} is missing", _ASKED)
        parts = tuple(row[name] for name in names)
        cells = {}
        for name, field in _COLUMNS.items():
            try:
                cells[name] = field.converter(row[name])
            except InvalidValueError as error:
                raise error.at(f"{where}.{name}") from None
        return cls(key=parts[0] if len(parts) == 1 else parts, **cells)

    def check(self, names: tuple[str, ...], conversion: Conversion, into: Currency | None) -> None:
        """Refuse what cannot be trusted."""
        if Fraction(self.largest) * self.amounts >= _FITTING:
            problem = f"{self.amounts} amounts of up to {self.largest} may be too large for the sum of a column"
            raise InvalidValueError(_WHERE, problem, "ask totals, or add up by more parts of a key")
        if self.kept_by is not None and self.kept_by != ", ".join(names):
            problem = f"the summands split commitments, and are kept by {self.kept_by or 'nothing'}"
            raise InvalidValueError(f"{_WHERE}.by", problem, "pass the same")
        if self.conversion == WITHOUT_DAYS:
            is_fitting = not conversion.is_dated
        else:
            told = "" if self.conversion is None else conversion.told(into)
            is_fitting = self.conversion in (None, f"{CONVERTED}{told}", f"{STATED}{told}")
        if not is_fitting:
            problem = f"in some summands, parts raise or lower others as converted {self.conversion}"
            raise InvalidValueError(_WHERE, problem, "pass the same currency, rates and deflators here and to summands")

    def group(self, conversion: Conversion) -> Group | None:
        """What its amounts are converted with; None where it has none."""
        if self.currency is None:
            return None
        is_converted = self.conversion is not None and self.conversion.startswith(CONVERTED)
        return self.currency if is_converted or not conversion.is_dated else (self.currency, self.day)

    def is_convertible(self, conversion: Conversion, into: Currency | None) -> bool:
        """Whether what parts raise their whole by can be told in the currency of the sum."""
        group = self.group(conversion)
        with suppress(CurrencyMismatchError, RateNotFoundError):
            return into is not None and group is not None and bool(conversion.fraction(group, into))
        return False


_COLUMNS: Final[Mapping[str, Any]] = {field.name: field for field in attrs.fields(_Added) if field.name != "key"}
