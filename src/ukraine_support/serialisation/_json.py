"""JSON text, parsed strictly: what JSON is not, and a key that stands twice, are refused."""

import json
import re
from functools import lru_cache
from typing import Any, Final

from .._errors import DocumentError, WrongTypeError, shown
from ._limits import Limits, check_limits, has_long_number, integer
from ._syntax import first_fault

_BLANK_BEFORE_COLON: Final = re.compile(r'"[ \t\n\r]+:')


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


def parse(text: str, limits: Limits) -> Any:
    """The value of a JSON text.

    Raises:
        DocumentError: It is no JSON, beyond a limit, or an object holds a key twice.
    """
    check_limits(text, limits)
    try:
        if not has_long_number(text, limits.digits):
            value, keys = _counted(text)
            if keys == text.count('":') and not _BLANK_BEFORE_COLON.search(text):
                return value
        return _strict(limits.digits).decode(text)
    except json.JSONDecodeError:
        at, expected = first_fault(text)
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        problem = f"this is no JSON: {expected} is expected in line {line}, column {column}"
        raise DocumentError([("", problem)]) from None


def _counted(text: str) -> tuple[Any, int]:
    """The value of a text, and how many keys its objects hold.

    Each key is followed by `":` where no blank stands before a colon, so that as many of these as keys prove that no
    key stands twice. Else the text is parsed again, with a look at every object.
    """
    keys = 0

    def count(found: dict[str, Any]) -> dict[str, Any]:
        nonlocal keys
        keys += len(found)
        return found

    try:
        return json.JSONDecoder(object_hook=count, parse_constant=_constant).decode(text), keys
    except json.JSONDecodeError:
        raise
    except ValueError:  # an integer of more digits than Python is set to read: the second look says so
        return None, -1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        name = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise DocumentError([("", f"the key {shown(name)} stands twice in one object; write it once")])
    return found


def _constant(name: str) -> Any:
    raise DocumentError([("", f"{name} is no number of JSON; leave the key out where a value is unknown")])


@lru_cache(8)
def _strict(most: int) -> json.JSONDecoder:
    """What looks at every object, and at every integer for how many digits it has."""
    return json.JSONDecoder(
        object_pairs_hook=_object, parse_constant=_constant, parse_int=lambda digits: integer(digits, most)
    )
