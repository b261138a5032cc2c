"""What to pass in place of what was given: the end of an error, which whoever begins reads first."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeGuard, TypeVar

from ..._errors import InvalidValueError, WrongTypeError, shown

V = TypeVar("V")

_PLAIN: Final = re.compile(r'[^"\\]{1,60}')
_SHORT: Final = 40
_EXAMPLE: Final = "such as "
"""How what a class says begins where it knows an example, and not what was meant."""


def an_instance(value: Any, cls: type[V], where: str) -> V:
    """An argument, where it is an instance of the class.

    Raises:
        WrongTypeError: It is something else.
    """
    if not issubclass(type(value), cls):  # isinstance would believe what an object says of itself
        raise WrongTypeError(where, f"{shown(value)} is a {type(value).__name__}", instead(cls, value))
    found: V = value
    return found


def each_an_instance(values: Iterable[V], cls: type[V], where: str) -> list[V]:
    """An argument, where it is a list, or whatever else can be gone through, of instances of the class.

    Raises:
        WrongTypeError: It is something else.
    """
    if not is_iterable(values):
        raise WrongTypeError(where, f"{shown(values)} is a {type(values).__name__}", instead_in_a_list(cls, values))
    return [an_instance(value, cls, where) for value in values]


def an_instance_or_none(value: object, cls: type[V], where: str) -> V | None:
    """The same, where nothing may be passed too."""
    return None if value is None else an_instance(value, cls, where)


def one_of(value: object, words: tuple[str, ...], where: str, besides: str = "") -> None:
    """Refuse an argument that is none of a few words; what else it may be stands in the error."""
    if not (isinstance(value, str) and value in words):  # an array would compare item by item
        accepted = f"pass {' or '.join(map(quoted, words))}{besides}"
        raise InvalidValueError(where, f"{shown(value)} is none of them", accepted)


def is_mapping(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    """Whether its class is one of mappings: an object may say of itself that it is of another."""
    return issubclass(type(value), Mapping)


def is_iterable(value: Any) -> TypeGuard[Iterable[Any]]:
    """Whether one can go through it: an array without dimensions has the method, and cannot; a lazy frame lacks it."""
    try:
        iter(value)
    except TypeError:
        return False
    return hasattr(type(value), "__iter__")


def instead(cls: type, value: object) -> str:
    """`pass Country("CZ")`: what makes one of the class out of the value, where the class knows; else its name."""
    known = _known(cls, value)
    if known and not known.startswith(_EXAMPLE):
        return f"pass {known}"
    name = f"{'an' if cls.__name__[0] in 'AEIOU' else 'a'} {cls.__name__}"
    return f"pass {name}, {known}" if known else f"pass {name}"


def instead_in_a_list(cls: type, value: object) -> str:
    """`pass a list: [Country("CZ")]`: the same of a value that stands where several may."""
    known = shown(value) if isinstance(value, cls) else _known(cls, value)
    if known and not known.startswith(_EXAMPLE):
        return f"pass a list: [{known}]" if len(known) <= _SHORT else "pass it in a list"
    return f"pass a list{'' if cls is object else f' of {cls.__name__}'}" + (f", {known}" if known else "")


def its_id(record: object) -> str | None:
    """`its id, "a"`, of a record that stands where its id is due."""
    id = getattr(record, "id", None)
    return f"its id, {quoted(id)}" if isinstance(id, str) else None


def quoted(text: str) -> str:
    """A text as a program writes it."""
    return f'"{text}"' if text.isprintable() and _PLAIN.fullmatch(text) else shown(text)


def _known(cls: Any, value: object) -> str | None:
    if cls is str:
        return its_id(value)
    made: str | None = cls._instead_of(value) if hasattr(cls, "_instead_of") else None
    return made
