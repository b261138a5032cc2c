"""What is remembered so that it need not be found again, and what must not be kept for ever.

A notebook defines a class again each time when its cell runs: what is remembered of classes is forgotten when one takes
the place of another. A text of somebody else's may be long: only short ones are remembered.
"""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache, wraps
from inspect import signature
from itertools import count
from typing import Any, Final, TypeVar, cast
from weakref import WeakValueDictionary

V = TypeVar("V")
A = TypeVar("A", bound=Callable[..., Any])

_LONGEST: Final = 400
"""Characters of a text that is remembered, at most, and bits of an integer."""
_LONGEST_TOGETHER: Final = 10_000
"""Characters of several texts that are remembered together, at most."""
_CLASSES: Final = 1024
"""Classes of which something is remembered, at most."""
_FORGET: Final[list[Callable[[], None]]] = []
_HELD: Final["WeakValueDictionary[int, ByClass[Any]]"] = WeakValueDictionary()
"""What `forget_classes` empties; its methods that are called here need no lock beside other threads."""
_NUMBERS: Final = count()


class ByClass(dict[Any, V]):
    """What is remembered of classes, or of types made of them, until one of them is replaced or there are too many."""

    def __init__(self, always: Mapping[Any, V] | None = None) -> None:
        super().__init__(always or {})
        self._always = frozenset(self)
        _HELD[next(_NUMBERS)] = self

    def __setitem__(self, key: Any, value: V) -> None:
        if len(self) >= len(self._always) + _CLASSES:
            forget_classes()
        super().__setitem__(key, value)

    def forget(self) -> None:
        """Forget all but what always stands in it."""
        for key in self.copy():
            if key not in self._always:
                self.pop(key, None)


def remembered_by_class(ask: Callable[[Any], V]) -> Callable[[Any], V]:
    """A function of a class, whose answers are remembered until a class is replaced."""
    found = lru_cache(maxsize=_CLASSES)(ask)
    _FORGET.append(found.cache_clear)
    return found


def forget_classes() -> None:
    """Forget what is remembered of classes: one of them was replaced, or there are too many."""
    for forget in tuple(_FORGET):
        forget()
    for held in filter(None, (each() for each in _HELD.valuerefs())):
        held.forget()


def _is_short(given: Any) -> bool:
    """Whether little is kept with what is given, which is no plain text; one in disguise may hold anything besides."""
    if given is None or type(given) is float:
        return True
    if type(given) is int:
        return given.bit_length() <= _LONGEST
    if type(given) is tuple:
        return {*map(type, given)} <= {str} and sum(map(len, given)) <= _LONGEST_TOGETHER
    return not isinstance(given, str)


def remembered(most: int, *, typed: bool = False, only: Collection[type] | None = None) -> Callable[[A], A]:
    """A function of a cell or a text, of which so many short ones are remembered.

    Args:
        most: How many.
        typed: Whether 1 and 1.0 are told apart.
        only: Of a function of one thing, of which types it is remembered, besides text; None for all.
    """

    def remember(ask: A) -> A:
        kept = lru_cache(maxsize=most, typed=typed)(ask)

        @wraps(ask)
        def asked_of_one(given: Any) -> Any:
            if type(given) is str:
                return kept(given) if len(given) <= _LONGEST else ask(given)
            return kept(given) if (only is None or type(given) in only) and _is_short(given) else ask(given)

        @wraps(ask)
        def asked(*given: Any) -> Any:
            for each in given:
                if len(each) > _LONGEST if type(each) is str else not _is_short(each):
                    return ask(*given)
            return kept(*given)

        return cast("A", asked_of_one if len(signature(ask).parameters) == 1 else asked)

    return remember
