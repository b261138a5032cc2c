"""Rows that something else has added up, as far as they can be trusted."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

import attrs

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._exact import to_decimal
from ..._model.base.advice import is_iterable, is_mapping
from ..._model.values.stages import Stage

R = TypeVar("R", bound="AddedRow")

_FITTING: Final = 10**20
"""Below it are sums of decimals of 38 digits, 18 of them after the point; beyond, some engines lose what is over."""
_ASKED: Final = "add up summands by all their columns that are no amounts, as the queries of interchange.arrow do"


def same(name: str, added: "Sequence[AddedRow]", where: str) -> Any:
    """What all rows say of one thing that was asked."""
    found = {getattr(one, name) for one in added}
    if len(found) > 1:
        told = ", ".join(sorted(map(str, found)))
        raise InvalidValueError(f"{where}.rows", f"their {name} differ: {told}", "pass rows of one question")
    return found.pop() if found else None


def whole(value: Any) -> int:
    if type(value) is int:
        return value
    number = to_decimal(value, "")
    if number != int(number):
        raise InvalidValueError("", f"{shown(value)} is no whole number", "pass a count")
    return int(number)


def flag(value: Any) -> bool:
    if value not in (True, False):
        raise WrongTypeError("", f"{shown(value)} is neither true nor false", "pass the column as it was")
    return bool(value)


def text_or_none(value: Any) -> str | None:
    if not isinstance(value, str | None):
        raise WrongTypeError("", f"{shown(value)} is a {type(value).__name__}", "pass the column as it was")
    return value


def day_or_none(value: Any) -> date | None:
    if not isinstance(value, date | None):
        raise WrongTypeError("", f"{shown(value)} is a {type(value).__name__}", "pass a date or None")
    return value


def decimal(value: Any) -> Decimal:
    return to_decimal(value, "")


@attrs.frozen(kw_only=True)
class AddedRow:
    """One row: what the summands of a group come to, each column with what reads its cells."""

    key: Any
    low: Decimal = attrs.field(metadata={"read": decimal})
    high: Decimal = attrs.field(metadata={"read": decimal})
    open_low: int = attrs.field(metadata={"read": whole})
    open_high: int = attrs.field(metadata={"read": whole})
    approximate: int = attrs.field(metadata={"read": whole})
    commitments: int = attrs.field(metadata={"read": whole})
    undisclosed: int = attrs.field(metadata={"read": whole})
    commitments_once: int = attrs.field(metadata={"read": whole})
    undisclosed_once: int = attrs.field(metadata={"read": whole})
    largest: Decimal = attrs.field(metadata={"read": decimal})
    amounts: int = attrs.field(metadata={"read": whole})
    bought: bool = attrs.field(metadata={"read": flag})
    kept_by: str | None = attrs.field(metadata={"read": text_or_none})
    as_of: date | None = attrs.field(metadata={"read": day_or_none})
    at_stage: Stage = attrs.field(metadata={"read": Stage})

    def check_row(self, names: tuple[str, ...], where: str) -> None:
        """Refuse what cannot be trusted."""
        above, below = self.largest.as_integer_ratio()
        if above * self.amounts >= _FITTING * below:
            problem = f"{self.amounts} amounts of up to {self.largest} may be too large for the sum of a column"
            raise InvalidValueError(where, problem, "ask the library itself, or add up by more parts of a key")
        if self.kept_by is not None and self.kept_by != ", ".join(names):
            problem = f"the summands split commitments, and are kept by {self.kept_by or 'nothing'}"
            raise InvalidValueError(f"{where}.by", problem, "pass the same")


def added_rows(cls: type[R], rows: Iterable[Mapping[str, Any]], names: tuple[str, ...], where: str) -> list[R]:
    """The rows, if they are such.

    Raises:
        InvalidValueError: A column is missing or of another type.
    """
    if not is_iterable(rows):
        raise WrongTypeError(f"{where}.rows", f"{shown(rows)} is a {type(rows).__name__}", "pass a list of rows")
    fields = {field.name: field.metadata["read"] for field in attrs.fields(cls) if field.name != "key"}
    found = []
    for at, row in enumerate(rows):
        place = f"{where}.rows[{at}]"
        if not is_mapping(row):
            raise WrongTypeError(place, f"{shown(row)} is a {type(row).__name__}", "pass rows of columns to cells")
        missing = [name for name in (*names, *fields) if name not in row]
        if missing:
            raise InvalidValueError(place, f"{missing[0]} is missing", _ASKED)
        parts = tuple(row[name] for name in names)
        cells = {}
        for name, read in fields.items():
            try:
                cells[name] = read(row[name])
            except InvalidValueError as error:
                raise error.at(f"{place}.{name}") from None
        found.append(cls(key=parts[0] if len(parts) == 1 else parts, **cells))
    return found
