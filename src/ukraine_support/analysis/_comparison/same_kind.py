"""Whether two kinds of support are one, whatever they are called."""

import attrs

from ..._model.support import Equipment, Materiel, Munition, Supplies, Support

_WIDE = (Materiel, Munition, Equipment, Supplies)


def is_one_kind(kind: Support, other: Support) -> bool:
    """Whether one includes the other, whatever they are called; a class that holds nearly all says nothing."""
    if kind == other or is_named_alike(kind, other):
        return True
    one, two = without_description(kind), without_description(other)
    return not (_says_nothing(one) or _says_nothing(two)) and (one.includes(two) or two.includes(one))


def is_named_alike(kind: Support, other: Support) -> bool:
    """Whether both have a designation, and the same."""
    return designation(kind) is not None and designation(kind) == designation(other)


def designation(kind: Support) -> str | None:
    """The name of the type, where the kind has one."""
    return getattr(kind, "designation", None)


def without_description(kind: Support) -> Support:
    """The kind, whatever it is called."""
    return attrs.evolve(kind, description=None) if isinstance(kind, Materiel) and kind.description is not None else kind


def _says_nothing(kind: Support) -> bool:
    return type(kind) in _WIDE and not any(getattr(kind, name, None) for name in ("calibre", "designation"))
