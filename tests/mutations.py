"""Documents that are slightly wrong: any part replaced by junk of every type that JSON knows."""

from decimal import Decimal
from typing import Any

from ukraine_support import Estimate, Records, Source


def type_of(value: Any) -> Any:
    """The type by which a value is asked for."""
    if isinstance(value, Records):
        return Records[Source]
    if not isinstance(value, Estimate):
        return type(value)
    end = value.high if value.low is None else value.low
    return Estimate[int | Decimal] if isinstance(end, int | Decimal | None) else Estimate[type(end)]  # type: ignore[misc]


def places(part: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every part of a document."""
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


JUNK: list[Any] = [
    None,
    True,
    0,
    -1,
    5,
    10**40,
    1.5,
    "",
    "x",
    "2024",
    "5 mm",
    "NL",
    [],
    ["x"],
    [{}],
    {},
    {"kind": "x"},
    {"about": 5},
]


def mutated(document: Any, path: tuple[Any, ...], junk: Any) -> Any:
    """The document with one part replaced."""
    if not path:
        return junk
    copy = document.copy()
    copy[path[0]] = mutated(document[path[0]], path[1:], junk)
    return copy
