"""JSON text, parsed strictly and, where it is a whole document, record by record.

A record becomes a value as soon as it is parsed, so the plain objects of a large document never exist all at once:
that spares memory, and the garbage collector many looks at them.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

from .._errors import DocumentError, WrongTypeError, shown
from ._limits import Limits, check_limits, has_long_number, integer
from ._syntax import first_fault

Decode: TypeAlias = Callable[[int], tuple[Any, int]]
"""What parses the value at a place of the text, and tells the place behind it."""

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_BETWEEN: Final = re.compile(r"[ \t\n\r]*([],])[ \t\n\r]*")
_DOUBTS: Final = 10
"""How many values, and one in how many, may be parsed twice."""


def text_of(data: object) -> str:
    """The text of a document given as a string or as UTF-8.

    Raises:
        DocumentError: The bytes are no UTF-8, or the text begins with a byte-order mark.
        WrongTypeError: It is neither text nor bytes.
    """
    if isinstance(data, bytes | bytearray):
        try:
            data = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DocumentError([("", f"byte {error.start} is not UTF-8; write the document in UTF-8")]) from None
    if not isinstance(data, str):
        raise WrongTypeError("loads", f"{shown(data)} is a {type(data).__name__}", "pass a str or bytes")
    if data.startswith("\ufeff"):
        raise DocumentError([("", "the document begins with a byte-order mark; leave it out")])
    return data


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        raise _twice(next(name for name, _ in pairs if name in seen or seen.add(name)))  # type: ignore[func-returns-value]
    return found


def _twice(name: str) -> DocumentError:
    return DocumentError([("", f"the key {shown(name)} stands twice in one object; write it once")])


def _constant(name: str) -> Any:
    raise DocumentError([("", f"{name} is no number of JSON; leave the key out where a value is unknown")])


@lru_cache(8)
def _decoder(most: int) -> json.JSONDecoder:
    """What parses a JSON value, given how many digits an integer may have."""
    return json.JSONDecoder(
        object_pairs_hook=_object, parse_constant=_constant, parse_int=lambda digits: integer(digits, most)
    )


def _decode(text: str, limits: Limits) -> Decode:
    """What parses values of the text: quickly, and in detail what may hold a key twice or is no JSON.

    Each key is followed by a colon, so that as many colons as keys tell of no key twice. A value whose strings hold
    colons too is in doubt, and parsed again; where many are, all are parsed in detail from then on.
    """
    decode = _decoder(limits.digits).raw_decode
    keys, parsed, in_doubt = 0, 0, 0

    def count(found: dict[str, Any]) -> dict[str, Any]:
        nonlocal keys
        keys += len(found)
        return found

    scan = json.JSONDecoder(object_hook=count, parse_constant=_constant).raw_decode
    always = has_long_number(text, limits.digits)

    def scanned(start: int) -> tuple[Any, int]:
        nonlocal keys, parsed, in_doubt
        if always or in_doubt > _DOUBTS + parsed // _DOUBTS:
            return decode(text, start)
        keys, parsed = 0, parsed + 1
        try:
            value, end = scan(text, start)
        except ValueError:  # what it was, the second look says
            return decode(text, start)
        if text.count(":", start, end) > keys:
            in_doubt += 1
            return decode(text, start)
        return value, end

    return scanned


def parse(text: str, limits: Limits) -> Any:
    """The value of a JSON text.

    Raises:
        DocumentError: It is no JSON, beyond a limit, or an object holds a key twice.
    """
    check_limits(text, limits)
    try:
        return _decoder(limits.digits).decode(text)
    except json.JSONDecodeError:
        raise _no_json(text) from None


def parse_document(text: str, takers: Mapping[str, Callable[[Any], None]], limits: Limits) -> dict[str, Any] | None:
    """Parse an object whose lists under the keys of `takers` are handed over item by item.

    Returns:
        The other keys with their values; None where the text is no object.

    Raises:
        DocumentError: It is no JSON, beyond a limit, or an object holds a key twice.
    """
    check_limits(text, limits)
    try:
        return _parse_document(text, takers, _decode(text, limits))
    except json.JSONDecodeError:
        raise _no_json(text) from None


def _no_json(text: str) -> DocumentError:
    at, expected = first_fault(text)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return DocumentError([("", f"this is no JSON: {expected} is expected in line {line}, column {column}")])


def _parse_document(text: str, takers: Mapping[str, Callable[[Any], None]], decode: Decode) -> dict[str, Any] | None:
    at = _after(text, 0)
    if text[at : at + 1] != "{":
        return None
    rest: dict[str, Any] = {}
    seen: set[str] = set()
    at = _after(text, at + 1)
    more = text[at : at + 1] != "}"
    while more:
        if text[at : at + 1] != '"':
            raise _no_json(text)
        name, at = decode(at)
        if name in seen:
            raise _twice(name)
        seen.add(name)
        at = _past(text, at, ":")
        if name in takers and text[at : at + 1] == "[":
            at = _hand_over(text, at, takers[name], decode)
        else:
            rest[name], at = decode(at)
        at, more = _next(text, at, "}")
    at = _after(text, at if seen else at + 1)
    if at != len(text):
        raise _no_json(text)
    return rest


def _hand_over(text: str, at: int, take: Callable[[Any], None], decode: Decode) -> int:
    """Hand over the items of a list one by one; return the place behind it."""
    at = _after(text, at + 1)
    if text[at : at + 1] == "]":
        return at + 1
    while True:
        item, at = decode(at)
        take(item)
        between = _BETWEEN.match(text, at)
        if between is None:
            raise _no_json(text)
        if between[1] == "]":
            return between.end(1)
        at = between.end()


def _next(text: str, at: int, end: str) -> tuple[int, bool]:
    """The place of the next item behind a comma, or the one behind the end; and whether there is an item."""
    at = _after(text, at)
    if text[at : at + 1] == end:
        return at + 1, False
    return _past(text, at, ","), True


def _past(text: str, at: int, mark: str) -> int:
    at = _after(text, at)
    if text[at : at + 1] != mark:
        raise _no_json(text)
    return _after(text, at + 1)


def _after(text: str, at: int) -> int:
    """The place behind blanks."""
    found = _SPACE.match(text, at)
    return at if found is None else found.end()
