"""Keys of totals as they stand in columns of an engine, and back: cells of `to_rows`."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from ..._errors import WrongTypeError, shown
from ..._model.commitments import Instrument
from ..._model.lines import Condition, Unit
from ..._model.parties import Party
from ..._model.values.magnitudes import Calibre
from ..._model.values.stages import Stage
from ...serialisation import from_cell, to_cell
from ._codecs import STRING

_TYPES: Final[dict[str, Any]] = {
    "donor": tuple[Party, ...],
    "supplier": tuple[Party, ...],
    "recipient": Party,
    "stage": Stage,
    "instrument": Instrument,
    "kind": tuple[str | None, ...],
    "calibre": tuple[Calibre | None, ...],
    "designation": tuple[str | None, ...],
    "origin": tuple[Party | None, ...],
    "condition": Condition,
    "unit": Unit,
}
"""What the words for a part of a key stand for; all others stand for text."""


class KeyColumn:
    """One part of a key: each of its values is written and read once."""

    def __init__(self, name: str, part: Any) -> None:
        self.name = name
        self.cls: Any = _TYPES.get(part, str) if isinstance(part, str) else None
        """The type of what a word stands for; None for a function of the caller's, whose keys stand as they are."""
        self.is_several = isinstance(part, str) and getattr(self.cls, "__origin__", None) is tuple
        self._cells: dict[Any, Any] = {None: None}
        self._parts: dict[Any, Any] = {None: None}

    def cells(self, parts: Iterable[Any]) -> list[Any]:
        """The cells of some parts of keys."""
        return _each(parts, self._cells, self._cell)

    def parts(self, cells: Iterable[Any]) -> list[Any]:
        """What stands in some cells."""
        return _each(cells, self._parts, self._part)

    @property
    def type(self) -> Any:
        """The type of the column; None where it goes by what is in it."""
        return None if self.cls is None else STRING

    def _cell(self, part: Any) -> Any:
        if self.cls is None:
            if type(part) not in (str, int):
                accepted = "give text, a whole number or None, as engines group by these"
                raise WrongTypeError(f"summands.by[{self.name}]", f"{shown(part)} is no key for an engine", accepted)
            return part
        several = self.is_several and not isinstance(part, tuple)
        return to_cell((part,) if several else part, self.cls)

    def _part(self, cell: Any) -> Any:
        if self.cls is None:
            return cell
        found: Any = from_cell(cell, self.cls)
        return found[0] if self.is_several and len(found) == 1 else found


def _each(given: Iterable[Any], known: dict[Any, Any], made: Callable[[Any], Any]) -> list[Any]:
    found = []
    for one in given:
        if one not in known:
            known[one] = made(one)
        found.append(known[one])
    return found
