"""How a field fills its columns: an estimate three or four, an amount two, a speaker those of its own fields, else one.

A form splits the values of a field into the values of each column, and joins the cells of a row to the field's value.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._model.parties import Speaker
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Money
from ..._tables import FieldColumns
from ..._types import Estimated, Foreign, Object, Optional, Plain, TextOr, described
from ._codecs import of_classes

_NO_END: Final = InvalidValueError("", "it has neither a low nor a high end", "write one of them, or null in all")
Split = Callable[[Sequence[Any]], list[Any]]
Join = Callable[[tuple[Any, ...]], Any]


class Form(NamedTuple):
    """How the values of a field and the cells of its columns become each other."""

    split: Split
    """The values of each column."""
    join: Join | None = None
    """The value of the field, given a cell of each column, or an error; None where the one cell is the value."""


def form_of(filled: FieldColumns) -> Form:
    """How a field fills its columns."""
    optional = may_be_none(filled.field.type)
    match described(filled.type):
        case Estimated():
            if len(filled.columns) == len(("low", "high", "approximate", "currency")):
                return Form(_ends_of_money, _estimate_of_money(optional=optional))
            return Form(_ends, _estimate(optional=optional))
        case Object(own) if own is Money:
            return Form(_parts(Money, "amount", "currency"), _whole(Money, 2, optional=optional))
        case Object(own) if own is Speaker:
            return Form(_parts(Speaker, "name", "office", "of"), _whole(_speaker, 1, optional=optional))
        case TextOr(other) if other is int:
            return Form(_position_and_id, _position_or_id(optional=optional))
    return Form(lambda values: [values])


def may_be_none(cls: object) -> bool:
    """Whether None stands for a value of a type."""
    match described(cls):
        case Optional() | Foreign():
            return True
        case Plain(plain):
            return plain in (Any, object)
        case _:
            return False


def a_value(cell: Any) -> Any:
    """A cell in which something stands."""
    if cell is None:
        raise WrongTypeError("", "it is null", "write a value")
    return cell


def _ends(values: Sequence[Any]) -> list[Any]:
    of_classes(values, Estimate)
    held = [UNKNOWN if value is None else value for value in values]
    rough = [None if value is None else value.is_approximate for value in values]
    return [[value.low for value in held], [value.high for value in held], rough]


def _ends_of_money(values: Sequence[Any]) -> list[Any]:
    lows, highs, rough = _ends(values)
    (low, currency), (high, of_high) = (_parts(Money, "amount", "currency")(ends) for ends in (lows, highs))
    return [low, high, rough, [one or other for one, other in zip(currency, of_high, strict=True)]]


def _estimate(*, optional: bool) -> Join:
    def joined(cells: tuple[Any, ...]) -> Any:
        low, high, rough = cells
        if low is None and high is None:
            if rough:
                raise _NO_END
            return None if optional and rough is None else UNKNOWN
        return Estimate(low, high, a_value(rough))

    return joined


def _estimate_of_money(*, optional: bool) -> Join:
    def joined(cells: tuple[Any, ...]) -> Any:
        low, high, rough, currency = cells
        if low is None and high is None:
            if rough or currency is not None:
                raise _NO_END
            return None if optional and rough is None else UNKNOWN
        if currency is None:
            raise WrongTypeError("", "its currency is null", "write the currency")
        least = None if low is None else Money(low, currency)
        most = least if low == high else None if high is None else Money(high, currency)
        return Estimate(least, most, a_value(rough))

    return joined


def _parts(cls: type, *names: str) -> Split:
    def parts(values: Sequence[Any]) -> list[Any]:
        of_classes(values, cls)
        return [[None if value is None else getattr(value, name) for value in values] for name in names]

    return parts


def _speaker(name: Any, office: Any, of: Any) -> Speaker:
    return Speaker(name, office=office, of=of)


def _whole(make: Callable[..., Any], required: int, *, optional: bool) -> Join:
    """An object of several fields, of which so many must be there; the same cells make the same object."""
    kept: dict[tuple[int, ...], tuple[Any, Any]] = {}

    def whole(cells: tuple[Any, ...]) -> Any:
        if optional and not any(cell is not None for cell in cells):
            return None
        key = tuple(map(id, cells))
        if key not in kept:
            for cell in cells[:required]:
                a_value(cell)
            kept[key] = cells, make(*cells)  # the cells are kept so that their identities stay theirs
        return kept[key][1]

    return whole


def _position_and_id(values: Sequence[Any]) -> list[Any]:
    of_classes(values, int, str)
    return [[value if type(value) is kind else None for value in values] for kind in (int, str)]


def _position_or_id(*, optional: bool) -> Join:
    def either(cells: tuple[Any, ...]) -> Any:
        position, id = cells
        if position is not None and id is not None:
            raise InvalidValueError("", f"{shown(position)} stands beside the id {shown(id)}", "write one of the two")
        found = id if position is None else position
        return found if optional else a_value(found)

    return either
