"""Which promises hold some of the same others, so that what became of each must not be added up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from .components import strong_components
from .tellings import Promise

Held: TypeAlias = frozenset[Promise | None]
"""Promises that one holds and others too; None stands for more of them than are followed."""
_FOLLOWED: Final = 100


def held_in_common(
    promises: Iterable[Promise], replacing: Mapping[Promise, Sequence[Promise]], towards: Mapping[Promise, set[str]]
) -> dict[Promise, Held]:
    """For each promise that holds any, what others hold too, itself among it.

    A promise holds its parts and what it replaces, and all that those hold; an initiative holds what goes towards it
    otherwise than with a whole. Above a promise that holds all who hold another, that other is nobody else's, and is
    left out.
    """
    holders: dict[Promise, set[Promise | str]] = {
        one: {*one.wholes, *one.instead, *towards[one].difference(*(towards[whole] for whole in one.wholes))}
        for one in promises
    }
    shared = {one for one, several in holders.items() if len(several) > 1}
    if not shared:
        return {}
    held = {one: dict.fromkeys((*one.parts, *replacing.get(one, ()))) for one in holders}
    ties: dict[Promise, frozenset[tuple[Promise | None, Promise]]] = {}  # what is shared, and who of its holders is met
    for one in (one for circle in strong_components(holders, held.__getitem__) for one in circle):
        own = {(each, one) for each in held[one] if each in shared}
        met = own.union(*(ties[each] for each in held[one]))
        number = Counter(each for each, _ in met)
        left = frozenset((each, by) for each, by in met if each is None or number[each] < len(holders[each]))
        ties[one] = left if len(left) <= _FOLLOWED else frozenset([(None, one)])
    found = {one: frozenset(each for each, _ in ties[one]) | ({one} & shared) for one in holders}
    return {one: several for one, several in found.items() if several}


def overlapping(held: Sequence[Held]) -> list[list[int]]:
    """The positions of some promises, in groups of those that hold something in common."""
    if any(None in each for each in held):
        held = [each | {None} if each else each for each in held]
    holding: dict[Promise | None, list[int]] = {}
    for at, several in enumerate(held):
        for one in several:
            holding.setdefault(one, []).append(at)

    def following(node: Any) -> Iterable[Any]:
        return held[node] if isinstance(node, int) else holding[node]

    groups = strong_components(range(len(held)), following)
    return [[at for at in group if isinstance(at, int)] for group in groups]
