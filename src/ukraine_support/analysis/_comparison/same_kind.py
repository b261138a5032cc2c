"""Whether two kinds of support are one, whatever they are called."""

from collections.abc import Iterable

import attrs

from ..._model.lines import Line
from ..._model.support import Equipment, Materiel, Munition, Supplies, Support
from .._promises.inclusion import Including

_WIDE = (Materiel, Munition, Equipment, Supplies)


def essences(lines: Iterable[Line]) -> dict[Support, None]:
    """What the kinds of some lines are compared by, each once."""
    return {_essence(kind): None for line in lines for kind in line.of}


def alike(ones: Iterable[Support], others: Iterable[Support]) -> dict[Support, list[Support]]:
    """For each of some essences, those of others that are one kind with it: not each is compared with each."""
    here, asked, named = Including[Support](), Including[Support](), dict[str | None, list[Support]]()
    for other in others:
        here.add(other, other)
        if (name := designation(other)) is not None:
            named.setdefault(name, []).append(other)
    found: dict[Support, dict[Support, None]] = {}
    for one in ones:
        asked.add(one, one)
        likely = (*here.likely(one), *named.get(designation(one), ()))
        found[one] = {other: None for other in likely if _is_one_kind(one, other)}
    for other in others:
        for one in asked.likely(other):
            if _is_one_kind(one, other):
                found[one][other] = None
    return {one: list(found[one]) for one in found}


def is_named_alike(kind: Support, other: Support) -> bool:
    """Whether both have a designation, and the same."""
    return designation(kind) is not None and designation(kind) == designation(other)


def designation(kind: Support) -> str | None:
    """The name of the type, where the kind has one."""
    return getattr(kind, "designation", None)


def _is_one_kind(one: Support, two: Support) -> bool:
    """Whether one includes the other, or both have one name; a class that holds nearly all says nothing."""
    if one == two or is_named_alike(one, two):
        return True
    return not (_says_nothing(one) or _says_nothing(two)) and (one.includes(two) or two.includes(one))


def _essence(kind: Support) -> Support:
    """The kind, whatever it is called, unless it is only called something."""
    if not isinstance(kind, Materiel) or kind.description is None or _says_nothing(kind):
        return kind
    return attrs.evolve(kind, description=None)


def _says_nothing(kind: Support) -> bool:
    return type(kind) in _WIDE and not any(getattr(kind, name, None) for name in ("calibre", "designation"))
