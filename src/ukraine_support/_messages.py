"""How a message repeats what was given: in a line at most, however long it is."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from reprlib import Repr
from typing import Final

_COMPARED: Final = 500
"""Known names with which a wrong one is compared, so that a large ledger answers as fast as a small one."""
_SHOWN: Final = 60
"""Characters of a foreign value that a message repeats."""


class _Shortened(Repr):
    """The standard library's short `repr`, safe for integers that Python refuses to print."""

    def __init__(self) -> None:
        super().__init__()
        self.maxstring = self.maxother = self.maxlong = _SHOWN

    def repr_int(self, x: int, level: int) -> str:
        return f"an integer of {x.bit_length()} bits" if x.bit_length() > 4 * _SHOWN else repr(x)


_shortened = _Shortened()


def shown(value: object) -> str:
    """A foreign value as a message repeats it: its `repr`, in at most a line however long it is."""
    text = _shortened.repr(value)
    if not text.isprintable():  # as a data frame's, which has several lines
        text = " ".join("".join(held if held.isprintable() else " " for held in text).split())
    return text if len(text) <= 2 * _SHOWN else f"{text[: 2 * _SHOWN]}..."


def shown_path(path: str) -> str:
    """A path in a document as a message repeats it: its two ends, where it is long."""
    return path if len(path) <= 2 * _SHOWN else f"{path[:_SHOWN]}...{path[-_SHOWN:]}"


def meant(given: str, codes: Container[str]) -> str:
    """`; did you mean 'NL'?` where only capitals and blanks keep what is given from being a code, else nothing."""
    code = given[:_SHOWN].strip().upper()
    return f"; did you mean {code!r}?" if code in codes else ""


def around(given: str, ordered: Sequence[str]) -> Sequence[str]:
    """Of many names in order, as many as are compared: those around the place of the one given, which begin like it."""
    at = bisect_left(ordered, given)
    return ordered[max(at - _COMPARED // 2, 0) : at + _COMPARED // 2]


def near(given: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` where a known name that begins alike is close to the one given, else nothing."""
    from difflib import get_close_matches  # which takes longer to import than the model's values

    first = given[:1].lower()
    alike = [name for name in known if name[:1].lower() == first]
    found = get_close_matches(given[:_SHOWN], alike[:_COMPARED], n=1, cutoff=0.75)
    return f"; did you mean {found[0]!r}?" if found else ""
