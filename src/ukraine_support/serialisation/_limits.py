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
    """Faults that are told of one document; the records after them are only counted. Of one list or object, no more
    than a thousand are told, however many are allowed."""


USUAL_LIMITS: Final = Limits()
"""The limits that hold where none are passed."""

_STRING: Final = re.compile(rb'"[^"]*"?')
_NEITHER: Final = bytes(set(range(256)) - set(b'[]{}"'))
"""What is neither a bracket nor the quotation mark of a string."""
_STEPS: Final = bytes.maketrans(b"[{]}", b"\x01\x01\xff\xff")
"""As signed bytes: one level down for an opening bracket, one up for a closing one."""


def integer(digits: str, most: int) -> int:
    """The integer that so many digits say.

    Raises:
        DocumentError: They are too many, or more than Python itself turns into a number.
    """
    count = len(digits.lstrip("-"))
    if count > most:
        raise DocumentError([("", f"a number has {count} digits; at most {most} are read")])
    try:
        return int(digits)
    except ValueError:
        raise DocumentError([("", f"a number has {count} digits, more than Python is set to read")]) from None


def check_limits(text: str, limits: Limits) -> None:
    """Refuse a text that is too large or too deep, before anything is parsed.

    Raises:
        DocumentError: It is.
    """
    if len(text) > limits.size:
        raise DocumentError([("", f"the document has {len(text)} characters; at most {limits.size} are read")])
    written = text.encode("utf-8", "replace")
    written = written.replace(b"\\\\", b"").replace(b'\\"', b"")  # an escaped quotation mark ends no string
    marks = written.translate(None, _NEITHER).replace(b'""', b"")  # most strings hold no bracket
    depth = max(accumulate(array("b", _STRING.sub(b"", marks).translate(_STEPS))), default=0)
    if depth > limits.depth:
        raise DocumentError([("", f"the document is nested {depth} levels deep; at most {limits.depth} are read")])
