"""What is remembered so that it need not be found again, and what must not be kept for ever.

A notebook defines a class again each time when its cell runs: what is remembered of classes is forgotten when one takes
the place of another. A text of somebody else's may be long: only short ones are remembered.
"""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache, wraps
from inspect import signature
from threading import Lock
from typing import Any, Final, TypeVar, cast
from weakref import ref

V = TypeVar("V")
A = TypeVar("A", bound=Callable[..., Any])

_LONGEST: Final = 400
"""Characters of a text that is remembered, at most."""
_CLASSES: Final = 1024
_FORGET: Final[list[Callable[[], Callable[[], None] | None]]] = []
_LOCK: Final = Lock()


class ByClass(dict[Any, V]):
    """What is remembered of classes, or of types made of them, until one of them is replaced."""

    def __init__(self, always: Mapping[Any, V] | None = None) -> None:
        super().__init__(always or {})
        self._always = frozenset(self)
        own = ref(self)
        with _LOCK:
            _FORGET.append(lambda: getattr(own(), "forget", None))

    def forget(self) -> None:
        """Forget all but what always stands in it."""
        for key in self.copy():
            if key not in self._always:
                self.pop(key, None)


def remembered_by_class(ask: Callable[[Any], V]) -> Callable[[Any], V]:
    """A function of a class, whose answers are remembered until a class is replaced."""
    found = lru_cache(maxsize=_CLASSES)(ask)
    with _LOCK:
        _FORGET.append(lambda: found.cache_clear)
    return found


def forget_classes() -> None:
    """Forget what is remembered of classes: one of them was replaced."""
    with _LOCK:
        held = [(each, each()) for each in _FORGET]
        _FORGET[:] = [each for each, forget in held if forget is not None]
    for _, forget in held:
        if forget is not None:
            forget()


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
            return kept(given) if only is None or type(given) in only else ask(given)

        @wraps(ask)
        def asked(*given: Any) -> Any:
            for each in given:
                if type(each) is str and len(each) > _LONGEST:
                    return ask(*given)
            return kept(*given)

        return cast("A", asked_of_one if len(signature(ask).parameters) == 1 else asked)

    return remember
