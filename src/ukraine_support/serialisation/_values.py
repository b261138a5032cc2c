"""How the value types stand in a document: each a short text, a number, or a small object."""

import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from .._errors import DocumentError, InvalidValueError, shown
from .._exact import Number, to_decimal, to_number
from .._model.fields import to_day
from .._model.values.estimate import UNKNOWN, Estimate, about, at_least, at_most, between, exactly
from .._model.values.mapping import Extras
from .._model.values.text import Text
from ._faults import Read, faults_at, read_by_name, read_each, to_str, wrong

_LARGEST_FLOAT: Final = sys.float_info.max


def to_int(value: object) -> int:
    """An integer that is written as one: neither `true`, `"5"` nor `1.9`."""
    if type(value) is not int:
        raise wrong(value, "an integer, such as 5")
    return int(to_number(value, ""))


def to_bool(value: object) -> bool:
    """`true` or `false`."""
    if type(value) is not bool:
        raise wrong(value, "true or false")
    return value


def to_float(value: object) -> float:
    """A finite number; for fields of the user's own, as the library has no floats."""
    if (type(value) is not int and type(value) is not float) or not -_LARGEST_FLOAT <= value <= _LARGEST_FLOAT:
        raise wrong(value, "a finite number")
    return float(value)


def to_exact(value: object) -> Decimal:
    """A decimal that is written as a string, so that no reader rounds it."""
    if type(value) is not str:
        raise wrong(value, 'a decimal string, such as "0.5"')
    return to_decimal(value, "")


def to_count(value: object) -> Number:
    """A whole number as an integer, any other as a decimal string."""
    if type(value) is not int and type(value) is not str:
        raise wrong(value, 'an integer, or a decimal string such as "0.5"')
    return to_number(value, "")


def to_quantity(value: object) -> Number:
    """How many: like [`to_count`][], and a whole number in a string is refused, so that each is written in one way."""
    number = to_count(value)
    if type(value) is str and type(number) is int:
        raise InvalidValueError("", f"{shown(value)} is a whole number in a string", f"write the integer {number}")
    return number


def to_date(value: object) -> date:
    """A day, `2024-02-27`."""
    return to_day(to_str(value))


def to_text(value: object) -> Text:
    """A string, or an object of language tags and strings."""
    if type(value) is not str and type(value) is not dict:
        raise wrong(value, 'a string, or an object such as {"en": "…", "uk": "…"}')
    return Text(value)


def to_extras(value: object) -> Extras:
    """An object of names and strings."""
    if type(value) is not dict:
        raise wrong(value, "an object of names and strings")
    return Extras(read_by_name(to_str, value))


_FORMS: Final[dict[str, Callable[..., Estimate[Any]]]] = {
    "about": about,
    "at_least": at_least,
    "at_most": at_most,
    "between": between,
}


def estimate_reader(read: Read) -> Read:
    """What reads an estimate whose ends `read` reads: a plain value is exact, `null` is unknown."""

    def estimate(value: object) -> Estimate[Any]:
        if type(value) is not dict or value.keys().isdisjoint(_FORMS):
            return UNKNOWN if value is None else exactly(read(value))
        if len(value) > 1:
            raise wrong(value, "one of about, at_least, at_most and between, not several")
        ((form, inner),) = value.items()
        try:
            if form == "about" and type(inner) is dict and "about" in inner:
                raise wrong(inner, "an estimate that is not itself about")
            if form == "between":
                if type(inner) is not list or len(inner) != 2:
                    raise wrong(inner, "a list of two, the low end and the high end")
                return between(*read_each(read, inner))
            return _FORMS[form](estimate(inner) if form == "about" else read(inner))
        except (InvalidValueError, DocumentError) as error:
            raise DocumentError(faults_at(form, error)) from None

    return estimate
