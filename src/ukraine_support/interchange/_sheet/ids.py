"""Ids of records made out of foreign rows: printable, short enough, each given once."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from ..._model.fields import ID_LENGTH

_ROOM: Final = 20
"""Characters kept free behind an id, for what tells it from its equals."""


def fitting(text: str) -> str:
    """The text as an id: what is too long keeps its beginning and ends in a digest of the whole."""
    id = text if text.isprintable() else "".join(letter if letter.isprintable() else " " for letter in text).strip()
    if id and len(id) <= ID_LENGTH - _ROOM:
        return id
    digest = sha256(text.encode(errors="backslashreplace")).hexdigest()[: _ROOM // 2]
    return f"{id[: ID_LENGTH - 2 * _ROOM]}...{digest}"


class Ids:
    """The ids given so far: an id asked for again comes back with a number behind it."""

    __slots__ = ("_given",)

    def __init__(self, given: Iterable[str] = ()) -> None:
        self._given: dict[str, int] = dict.fromkeys(given, 1)

    def unique(self, text: str) -> str:
        """The id for a text, with ` (2)`, ` (3)` … behind it where it is given already."""
        return self.given(fitting(text))

    def given(self, id: str) -> str:
        """The same, for a text that is known to be fit."""
        times = self._given[id] = self._given.get(id, 0) + 1
        return id if times == 1 else self.unique(f"{id} ({times})")
