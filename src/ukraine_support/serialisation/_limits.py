"""How large, how deep and how wrong a document may be before it is refused."""

import re
from array import array
from itertools import accumulate
from typing import Final, final

import attrs

from .._errors import DocumentError, InvalidValueError, shown
from .._model.base.immutable import Immutable


def _positive(instance: object, attribute: "attrs.Attribute[int]", value: int) -> None:
    if type(value) is not int or value < 1:
        raise InvalidValueError(f"Limits.{attribute.name}", f"{shown(value)} is no limit", "pass a positive int")


@final
@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Limits(Immutable):
    """How large, how deep and how wrong a document may be: for documents from people whom you do not know.

    The defaults are far above what a real archive needs; nothing is read of a document that exceeds one.

    Raises:
        InvalidValueError: A limit is no positive `int`.

    Examples:
        >>> from ukraine_support.serialisation import loads
        >>> try:
        ...     loads('{"version": 1, "sources": []}', limits=Limits(size=10))
        ... except DocumentError as error:
        ...     print(error)
        the document has 29 characters; at most 10 are read
    """

    size: int = attrs.field(default=1_000_000_000, validator=_positive)
    """Characters of the text."""
    depth: int = attrs.field(default=64, validator=_positive)
    """Lists and objects inside each other; the library's own records need some ten."""
    digits: int = attrs.field(default=1_000, validator=_positive)
    """Digits of one integer; the model takes thirty, and says so of more, up to here."""
    errors: int = attrs.field(default=1_000, validator=_positive)
    """Faults that are told of one document; the records after them are only counted."""


NO_HURRY: Final = Limits()
"""The limits that hold where none are passed."""

_ESCAPE: Final = re.compile(rb"\\.", re.DOTALL)
_STRING: Final = re.compile(rb'"[^"]*"?')
_NOT_MARKS: Final = bytes(set(range(256)) - set(b'[]{}"'))
_ALIKE: Final = bytes.maketrans(b"{}", b"[]")
_STEPS: Final = bytes.maketrans(b"[]", b"\x01\xff")
"""As signed bytes: one level down for an opening bracket, one up for a closing one."""
_LEVELS: Final = 20
"""How many levels are taken away one by one before all are counted."""
_DIGITS: Final = "0123456789"
_DIGITS_FROM: Final = re.compile("[0-9]*")


def integer(digits: str, most: int) -> int:
    """The integer that so many digits say.

    Raises:
        DocumentError: They are too many, or more than Python itself turns into a number.
    """
    if len(digits) > most:
        raise DocumentError([("", f"a number has {len(digits)} digits; at most {most} are read")])
    try:
        return int(digits)
    except ValueError:
        raise DocumentError([("", f"a number has {len(digits)} digits, more than Python is set to read")]) from None


def check_limits(text: str, limits: Limits) -> None:
    """Refuse a text that is too large or too deep, before anything is parsed.

    Raises:
        DocumentError: It is.
    """
    if len(text) > limits.size:
        raise DocumentError([("", f"the document has {len(text)} characters; at most {limits.size} are read")])
    written = text.encode("utf-8", "replace")
    if b"\\" in written:
        written = _ESCAPE.sub(b"", written)
    marks = written.translate(None, _NOT_MARKS).replace(b'""', b"")  # strings without brackets, and seams of others
    brackets = _STRING.sub(b"", marks).translate(_ALIKE)
    inner = brackets
    for _ in range(min(limits.depth, _LEVELS)):
        inner = inner.replace(b"[]", b"")  # which takes away whatever holds nothing
    depth = max(accumulate(array("b", brackets.translate(_STEPS))), default=0) if inner else 0
    if depth > limits.depth:
        raise DocumentError([("", f"the document is nested {depth} levels deep; at most {limits.depth} are read")])


def has_long_number(text: str, most: int) -> bool:
    """Whether more than so many digits stand side by side; of each such row, every so-manieth character is one."""
    return any(_row(text, at, most) > most for at in range(most, len(text), most + 1) if text[at] in _DIGITS)


def _row(text: str, at: int, most: int) -> int:
    """How many digits stand side by side around a place, looking back no further than it takes."""
    before = text[max(at - most, 0) : at]
    behind = _DIGITS_FROM.match(text, at)
    return len(before) - len(before.rstrip(_DIGITS)) + (behind.end() - at if behind else 0)
