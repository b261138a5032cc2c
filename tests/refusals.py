"""What every refusal must be: one of the library's own errors, short whatever was given, and useful."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from ukraine_support import InvalidValueError

LONGEST = 400
"""Characters that a message may have at most, whatever was given."""


def _nested(depth: int) -> list[Any]:
    found: list[Any] = []
    for _ in range(depth):
        found = [found]
    return found


class Mute:
    """Something of somebody else's that cannot even be shown."""

    def __repr__(self) -> str:
        raise RuntimeError("no")


HOSTILE: dict[str, object] = {
    "an int that Python refuses to print": 10**5_000,
    "a million digits": "9" * 1_000_000,
    "a million letters": "x" * 1_000_000,
    "a Decimal of a million digits": Decimal("9" * 1_000_000),
    "a NaN with a payload": Decimal("NaN" + "9" * 1_000_000),
    "a deep list": _nested(100_000),
    "a huge dict": dict.fromkeys(range(100_000), "x" * 1_000),
    "many huge ints": [10**5_000] * 1_000,
    "a lone surrogate": "\ud800",
    "no repr": Mute(),
    "bytes": b"x" * 1_000_000,
}
"""Values that fit nowhere, and that a careless message would repeat in full or fail to."""


def refusal(
    call: Callable[..., object], *arguments: Any, error: type[InvalidValueError] = InvalidValueError, **options: Any
) -> InvalidValueError:
    """The error that a call raises: of the library's own, on one short line, saying where, what and what instead."""
    with pytest.raises(error) as caught:
        call(*arguments, **options)
    found = caught.value
    assert found.where
    assert found.problem
    assert found.accepted
    message = str(found)
    assert message == f"{found.where}: {found.problem}; {found.accepted}"
    assert len(message) < LONGEST
    assert message.isprintable()
    return found


def brief(value: object) -> str:
    """A test's id for a value, however long it is."""
    if isinstance(value, int) and abs(value) >= 10**50:
        return f"{value.bit_length()} bits"
    text = re.sub(" at 0x[0-9a-f]+", "", ascii(value))  # the same in every process
    return text if len(text) < 50 else f"{text[:40]}... ({len(text)})"
