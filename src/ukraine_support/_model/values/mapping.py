"""An immutable, hashable mapping, sorted by its text keys."""

import re
from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Any, Final, TypeVar, final, overload

import attrs

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..base.immutable import Immutable
from ..base.remembered import remembered
from .text import plain_text, words

V_co = TypeVar("V_co", covariant=True)
T = TypeVar("T")

_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


class SortedMapping(Mapping[str, V_co], Immutable):
    """What `Extras` and `Records` have in common: the look-ups of a `dict`, fixed and in the order of its keys."""

    __slots__ = ()

    _entries: dict[str, V_co]

    def __getitem__(self, key: str) -> V_co:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._entries

    @overload
    def get(self, key: str, /) -> V_co | None: ...
    @overload
    def get(self, key: str, /, default: V_co | T) -> V_co | T: ...
    def get(self, key: str, /, default: Any = None) -> Any:
        """The value of a key, or the default where there is none."""
        return self._entries.get(key, default) if isinstance(key, str) else default

    def keys(self) -> KeysView[str]:
        """The keys, sorted."""
        return self._entries.keys()

    def items(self) -> ItemsView[str, V_co]:
        """The keys with their values, sorted by key."""
        return self._entries.items()

    def values(self) -> ValuesView[V_co]:
        """What stands under the keys, sorted by key."""
        return self._entries.values()

    def __eq__(self, other: object) -> bool:
        """Equal to one of its own class, and for convenience to a plain `dict`, which has no hash to agree with."""
        if isinstance(other, SortedMapping) and type(other) is type(self):
            return self._entries == other._entries
        return self._entries == other if type(other) is dict else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self._entries.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._entries!r})"


def _columns(value: Mapping[str, str]) -> dict[str, str]:
    if type(value) is Extras:
        return value._entries
    if not isinstance(value, Mapping):
        raise WrongTypeError("Extras", f"{shown(value)} is a {type(value).__name__}", "pass a mapping of text to text")
    names = tuple(value)
    try:
        are_plain = _are_plain(names)
    except TypeError:  # one of them is no text, and may have no hash
        are_plain = False
    if not are_plain:
        for name in names:
            words(name, "Extras")
    if not _is_writable(value.values()):
        raise _no_cell(value)
    entries = {name: value[name] for name in sorted(names)}
    if {*map(type, entries), *map(type, entries.values())} <= {str}:
        return entries
    return {plain_text(name): plain_text(cell) for name, cell in entries.items()}


@remembered(256)
def _are_plain(names: tuple[str, ...]) -> bool:
    """Whether all are plain names, looked at together and remembered: the rows of a table have the same ones."""
    return "".join(names).isprintable() and all(map(str.strip, names))


def _is_writable(cells: Iterable[str]) -> bool:
    """Whether all are texts that can be written, looked at together."""
    try:
        together = "".join(cells)
    except TypeError:
        return False
    return together.isascii() or not _SURROGATE.search(together)


def _no_cell(columns: Mapping[str, Any]) -> InvalidValueError:
    """The error for the first cell that is no text, or none that can be written."""
    name, cell = next(
        (name, cell) for name, cell in columns.items() if not isinstance(cell, str) or _SURROGATE.search(cell)
    )
    if not isinstance(cell, str):
        return WrongTypeError(f"Extras[{shown(name)}]", f"{shown(cell)} is a {type(cell).__name__}", "pass its text")
    at = len(_SURROGATE.split(cell, 1)[0])
    problem = f"{shown(cell)} holds the lone surrogate U+{ord(cell[at]):04X} at {at}"
    return InvalidValueError(f"Extras[{shown(name)}]", problem, "pass its text")


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Extras(SortedMapping[str]):
    """A source's own columns, kept as their texts: whatever has no field of its own.

    Raises:
        InvalidValueError: A name is blank, or a cell is no text.

    Examples:
        >>> Extras({"TIV of total order": "12.5"})["TIV of total order"]
        '12.5'
    """

    _entries: dict[str, str] = attrs.field(factory=dict, converter=_columns, alias="entries")

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild through the constructor, which checks every rule again."""
        return Extras, (dict(self._entries),)


NO_EXTRAS: Final = Extras()
"""The extras of a record that has none."""
