"""How the value types stand in a document: each a short text, a number, or a small object."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from textwrap import shorten
from typing import Any, Final, TypeAlias

from .._errors import DocumentError, InvalidValueError, WrongTypeError, near, shown
from .._exact import Number, to_decimal, to_number
from .._model.fields import to_day
from .._model.values.estimate import UNKNOWN, Estimate, about, at_least, at_most, between, exactly
from .._model.values.mapping import Extras
from .._model.values.text import Text

_LARGEST_FLOAT: Final = sys.float_info.max
_LONGEST_NAME: Final = 60

Read: TypeAlias = Callable[[object], Any]
"""What makes a value of a part of a document."""
Fault: TypeAlias = tuple[str, str]
"""The path to a part of a document, and what is wrong there."""


def wrong(value: object, accepted: str) -> WrongTypeError:
    """The error for a part of a document that is of another type than is due there."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    kind = names.get(type(value), "a number" if isinstance(value, int | float) else f"a {type(value).__name__}")
    problem = "null" if value is None else f"{shown(value)} is {kind}"
    return WrongTypeError("", problem, f"write {accepted}")


def to_str(value: object) -> str:
    """A string, nothing else."""
    if type(value) is not str:
        raise wrong(value, "a string")
    return value


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


def read_each(read: Read, parts: list[Any]) -> list[Any]:
    """The values of a list.

    Raises:
        DocumentError: Some cannot be read; each is told with its position.
    """
    found, faults = [], []
    for at, part in enumerate(parts):
        try:
            found.append(read(part))
        except (InvalidValueError, DocumentError) as error:
            faults += faults_at(f"[{at}]", error)
    if faults:
        raise DocumentError(faults)
    return found


def read_by_name(read: Read, parts: dict[Any, Any]) -> dict[str, Any]:
    """The values of an object by name.

    Raises:
        DocumentError: Some cannot be read; each is told with its name.
    """
    found, faults = {}, []
    for key, part in parts.items():
        try:
            found[to_str(key)] = read(part)
        except (InvalidValueError, DocumentError) as error:
            faults += faults_at(step(key), error)
    if faults:
        raise DocumentError(faults)
    return found


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


@contextmanager
def told_as_faults() -> Iterator[None]:
    """Every refusal inside as the fault of a document; also of one that is nested deeper than Python can follow."""
    try:
        yield
    except InvalidValueError as error:
        raise DocumentError(faults_at("", error)) from None
    except RecursionError:
        raise DocumentError([("", "the document is nested too deeply; real ones need some ten levels")]) from None


def one_line(error: BaseException) -> str:
    """What an error of somebody else's says, in a line."""
    inner = getattr(error, "exceptions", ())
    return one_line(inner[0]) if inner else " ".join(str(error).split())[:200] or type(error).__name__


def step(key: object) -> str:
    """A key of an object as a path tells it: in quotes, and short, where it is no plain name."""
    return key if isinstance(key, str) and key.isidentifier() and len(key) <= _LONGEST_NAME else shown(key)


def faults_at(path: str, error: InvalidValueError | DocumentError) -> list[Fault]:
    """The faults that an error tells of, each with its path, said of a place further out."""
    if isinstance(error, DocumentError):
        return [(joined(path, inner), problem) for inner, problem in error.problems]
    return [(path, f"{error.problem}; {error.accepted}")]


def joined(outer: str, inner: str) -> str:
    """A path and one inside it as one path."""
    return f"{outer}{'.' if outer and inner and not inner.startswith('[') else ''}{inner}"


def unknown_key(key: object, known: Iterable[str]) -> str:
    """What is wrong with a key that no field answers to."""
    hint = near(key, known) if isinstance(key, str) else ""
    return f"unknown key{hint or '; known are ' + listed(known)}"


def listed(names: Iterable[str]) -> str:
    """Names one after the other, as many as a line holds."""
    return shorten(", ".join(names), 250, placeholder=" ...")
