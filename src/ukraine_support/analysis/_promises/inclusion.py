"""Which of many lines count the kinds of another line, found without a look at each of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Generic, TypeAlias, TypeVar

from ..._model.base.immutable import default_of
from ..._model.commitments import Commitment
from ..._model.lines import Line, Unit
from ..._model.support import PersonnelRole, Support
from ..._model.support.support import telling_apart
from .claimed import all_included, kinds_key
from .counting import Tangle

T = TypeVar("T")
_Shape: TypeAlias = tuple[type, tuple[str, ...]]
"""A class of support, and the fields that a kind of it states."""


class Including(Generic[T]):
    """Things under kinds of support, asked which of these may include another kind."""

    def __init__(self) -> None:
        self._places: defaultdict[_Shape, defaultdict[tuple[object, ...], list[T]]]
        self._places = defaultdict(lambda: defaultdict(list))

    def add(self, kind: Support, thing: T) -> None:
        """Put a thing under a kind."""
        has_own_rule = type(kind).includes is not Support.includes  # a class of the user's may include anything
        cls, stated = (Support, {}) if has_own_rule else (type(kind), dict(_stated(kind)))
        self._places[cls, tuple(stated)][tuple(stated.values())].append(thing)

    def likely(self, kind: Support) -> Iterator[T]:
        """What stands under the kinds that include this one, and under few others."""
        for (cls, names), places in self._places.items():
            if isinstance(kind, cls):
                values = tuple(getattr(kind, name) for name in names)
                yield from places.get(values, ()) if _has_hash(values) else chain(*places.values())


class Inclusion:
    """Some lines of one record, asked which of them include all kinds of another line, in the same unit."""

    def __init__(self, lines: Iterable[Line], unit_of: Callable[[Line], Unit] = lambda line: line.unit) -> None:
        self._lines, self._unit_of = tuple(lines), unit_of
        self._groups: dict[tuple[Unit, tuple[str, ...]], list[int]] = {}  # thousands of lines may be of one kind
        self._group_at: list[list[int]] = []
        self._including = Including[int]()
        self._found: dict[tuple[Unit, tuple[str, ...]], tuple[Sequence[int], ...]] = {}
        for at, line in enumerate(self._lines):
            group = self._groups.setdefault(self._asked(line), [])
            group.append(at)
            self._group_at.append(group)
            for kind in line.of if len(group) == 1 else ():
                self._including.add(kind, at)

    def _asked(self, line: Line) -> tuple[Unit, tuple[str, ...]]:
        return self._unit_of(line), kinds_key(line.of)

    def groups_of(self, line: Line) -> tuple[Sequence[int], ...]:
        """The positions of the lines that include all kinds of a line: those of the same kinds together."""
        asked = self._asked(line)
        if asked not in self._found:
            likely = {at for at in self._including.likely(line.of[0]) if self._unit_of(self._lines[at]) is asked[0]}
            including = (at for at in sorted(likely) if all_included(line.of, self._lines[at].of))
            self._found[asked] = tuple(self._group_at[at] for at in including)
        return self._found[asked]

    def alike(self, line: Line) -> Sequence[int]:
        """The positions of the lines that are of the same kinds and unit as another line."""
        return self._groups.get(self._asked(line), ())

    def first_like(self, at: int) -> int:
        """The first of the lines that are of the same kinds and unit as the one at a position."""
        return self._group_at[at][0]

    def by_first(self, lines: Iterable[Line]) -> dict[int, list[int]]:
        """The positions of other lines by the first of the lines of the same kinds that include them."""
        found: dict[int, list[int]] = {}
        for other, line in enumerate(lines):
            for group in self.groups_of(line):
                found.setdefault(group[0], []).append(other)
        return found


def _stated(kind: Support) -> Iterator[tuple[str, object]]:
    """What a kind says by which `includes` tells others apart, where that is a matter of being equal."""
    for field in telling_apart(type(kind)):
        value = getattr(kind, field.name)
        if value != default_of(field, kind) and not isinstance(value, PersonnelRole) and _has_hash(value):
            yield field.name, value


def _has_hash(value: object) -> bool:
    try:
        hash(value)
    except TypeError:  # of a field of a user's own class
        return False
    return True


class Bearing:
    """Which commitments of a tangle bear on each of the lines of one of them.

    A part on which nothing else hangs bears on the lines alone that count what it counts; all others may bear on any.
    """

    def __init__(self, tangle: Tangle, places: Callable[[Commitment], Iterable[int]]) -> None:
        records = tangle.records.values()
        hung_on = {one.part_of for one in records} | {link.to for one in records for link in one.links}
        parts = [one for one in records if one.part_of is not None and not one.links and one.id not in hung_on]
        leaves = {one.id for one in parts}
        self._always = {id: one for id, one in tangle.records.items() if id not in leaves}
        self._parts: defaultdict[int, dict[str, Commitment]] = defaultdict(dict)
        for part in parts:
            for at in places(part):
                self._parts[at][part.id] = part

    def on(self, at: int) -> Mapping[str, Commitment]:
        """The commitments that bear on the line at a position."""
        return self._always | self._parts.get(at, {})
