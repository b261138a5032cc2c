"""Open hierarchies: each class under a root carries a `kind`, unique there, by which documents name it.

Kinds of the library are words without a dot, those of a user's own classes carry one, so that no kind which the library
adds later is one of theirs.

A class is registered when attrs has finished it, so that a subclass of the user's own is known from the statement
that defines it. `__subclasses__()` would also list the twin that attrs discards when it adds slots.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from threading import Lock
from typing import Any, ClassVar, Final, TypeVar

import attrs

from ..._errors import InvalidValueError, KindError, shown
from .immutable import Compound, says_ours
from .remembered import forget_classes

R = TypeVar("R", bound="Kinded")

_KIND: Final = re.compile(r"{word}(\.{word})*".format(word=r"[a-z][a-z0-9]*(-[a-z0-9]+)*"))
"""Words in lower case with hyphens between them; before a dot, whose they are."""
_EXAMPLE: Final = "tracker.interceptor-drone"
_LONG: Final = 60
DEEPEST: Final = 50
"""Values of classes that may hold one another in a chain: a document, of 64 levels by default, holds no more."""
_CALL: Final = "let self.__attrs_init__ set the fields"
_HOOKS: Final = {"__attrs_init__": "__init__", "__attrs_post_init__": "__attrs_post_init__"}
"""By what a class holds, the method of its own that may set fields past their rules: attrs puts its constructor under
another name where the class or one above it has one."""
_WAYS: Final = ("__new__", "__getattribute__", "__reduce__", "__reduce_ex__", "__copy__", "__deepcopy__")
"""Methods that may give an instance, or what it holds, past the constructor where a class writes its own."""
_HOLDING: Final = (Compound, tuple, list)
"""What may hold more of its kind."""
_REGISTRY: Final[dict[type, dict[str, type]]] = {}
"""For each root, its classes by kind."""
_DEFINING: Final = Lock()
"""Of two classes that are defined at once, one waits; whoever asks for the kinds looks at a copy."""


class Kinded:
    """Base of the five roots: what lies below them is open to subclasses of the user's own."""

    __slots__ = ()

    kind: ClassVar[str]
    """The word by which documents name the class, unique under its root."""
    _finished: ClassVar[Callable[..., None]]
    """The constructor of a class that may be built: finished by attrs, with its own kind. Not that of one above it."""

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        super().__attrs_init_subclass__()  # type: ignore[misc]  # of Immutable, which stands beside
        _keep_fields(cls)
        kind = cls.__dict__.get("kind")
        if kind is None:
            return  # abstract until a subclass says its kind; built all the same, it says so
        if not isinstance(kind, str) or not _KIND.fullmatch(kind) or not ("." in kind or says_ours(cls)):
            accepted = f'declare a name of yours, a dot and words: `kind: ClassVar[str] = "{_dotted(kind)}"`'
            raise KindError(cls.__name__, f"{shown(kind)} is no kind for a class of your own", accepted)
        theirs = _fields_of_the_user(cls)
        if theirs:
            setattr(cls, "__init__", _refusing_depth(cls.__init__, theirs))  # noqa: B010 - as in `Compound`
        with _DEFINING:
            known = _REGISTRY.setdefault(root_of(cls), {})
            taken = known.get(kind)
            if taken is not None and (taken.__module__, taken.__qualname__) != (cls.__module__, cls.__qualname__):
                raise KindError(cls.__name__, f"the kind {kind!r} is taken by {taken.__qualname__}", "choose another")
            setattr(cls, "_finished", cls.__init__)  # noqa: B010 - as in `Compound`
            known[kind] = cls
        if taken is not None:
            forget_classes()

    def __attrs_pre_init__(self) -> None:
        cls = type(self)
        if not _is_finished(cls):
            raise _unfinished(cls)


def _fields_of_the_user(cls: type) -> list[str]:
    ours: Any = next(base for base in cls.__mro__ if says_ours(base))
    return [field.name for field in attrs.fields(cls) if field.name not in attrs.fields_dict(ours)]


def _refusing_depth(init: Callable[..., None], names: list[str]) -> Callable[..., None]:
    """The constructor of a class of the user's own, whose fields may hold others of it, and these again others."""

    @wraps(init)
    def __init__(self: Any, *arguments: Any, **named: Any) -> None:  # noqa: N807 - it takes the place of one
        init(self, *arguments, **named)
        depth, parts = 1, [getattr(self, name, None) for name in names]
        while found := _compounds_in(parts):
            depth += 1
            if depth > DEEPEST:
                problem = f"this is a chain of more than {DEEPEST} values inside each other"
                raise InvalidValueError(type(self).__name__, problem, f"pass at most {DEEPEST}")
            parts = [getattr(value, field.name, None) for value in found for field in attrs.fields(type(value))]

    return __init__


def _compounds_in(parts: list[Any]) -> list[Any]:
    """Those of some values that may hold more of their kind, in any tuples; what is shared, once."""
    looked_at: set[int] = set()
    found = []
    while parts:
        part = parts.pop()
        if isinstance(part, _HOLDING) and id(part) not in looked_at:
            looked_at.add(id(part))
            if isinstance(part, Compound):
                found.append(part)
            else:
                parts.extend(part)
    return found


def _is_finished(cls: type) -> bool:
    return "_finished" in cls.__dict__


def take(value: object, taken: dict[Any, None]) -> None:
    """Look at the first instance of a class that is taken in somewhere, and keep the class among those taken.

    The constructor of an undecorated class or of a dataclass asks no rule, nor does it say so. One that a class of the
    user's writes itself may ask none either, nor what it does after that of attrs: then each instance is looked at.

    Raises:
        KindError: attrs did not finish the class, or a method of its own leaves a field unset.
        InvalidValueError: A method of its own breaks the rule of a field.
    """
    cls: Any = type(value)
    if issubclass(cls, Kinded):
        if not _is_finished(cls):
            raise _unfinished(cls)
        own = _own_way(cls)
        unset = next((field.name for field in attrs.fields(cls) if not hasattr(value, field.name)), None)
        if unset is not None and own is None:
            raise KindError(cls.__name__, f"nothing sets {unset!r}", "give it a default, or leave out init=False")
        if own is not None:
            if unset is not None:
                raise KindError(cls.__name__, f"its own {own} leaves {unset!r} unset", _CALL)
            attrs.validate(value)  # type: ignore[arg-type]  # which attrs finished
            for field in attrs.fields(cls):
                held = getattr(value, field.name)
                if callable(field.converter) and _converted(held, field, cls) != held:
                    problem = f"its own {own} puts {shown(held)} into {field.name!r} as it was given"
                    raise KindError(cls.__name__, problem, _CALL)
            return
    taken[cls] = None


def _own_way(cls: Any) -> str | None:
    """The method of the class's own by which an instance may come about that breaks a rule; None without one."""
    root = root_of(cls)
    if cls.__setattr__ is not root.__setattr__:
        raise KindError(cls.__name__, "its own __setattr__ lets fields change", "leave it out")
    if type(cls).__call__ is not type.__call__:
        return "metaclass"
    if cls.__init__ is not cls._finished:
        return "__init__"
    changed = (name for name in _WAYS if getattr(cls, name, None) is not getattr(root, name, None))
    return next((method for name, method in _HOOKS.items() if hasattr(cls, name)), None) or next(changed, None)


def _converted(held: object, field: "attrs.Attribute[Any]", cls: type) -> Any:
    try:
        return field.converter(held)  # type: ignore[misc,operator]  # which the caller has looked at
    except InvalidValueError as error:
        raise error.at(f"{cls.__name__}.{field.name}") from None


def _unfinished(cls: type) -> KindError:
    problem, accepted = "it is not decorated", "put @attrs.frozen(kw_only=True) above it"
    if "__dataclass_fields__" in cls.__dict__:
        problem, accepted = "it is a dataclass", f"{accepted} instead"
    elif cls.__dict__.get("__attrs_attrs__") is not None:
        if root_of(cls) is cls or says_ours(cls):
            problem, accepted = "it is abstract", "build one of its kinds, or a subclass of your own"
        else:
            problem, accepted = "it has no kind of its own", f'add `kind: ClassVar[str] = "{_EXAMPLE}"`'
    return KindError(cls.__name__, problem, accepted)


def _keep_fields(cls: type) -> None:
    """A field declared again or transformed would lose the rules of the first; the library's own know what they do."""
    if says_ours(cls):
        return
    nearest: dict[str, tuple[type, object]] = {}
    own = {field.name for field in attrs.fields(cls) if not field.inherited} | set(cls.__dict__)
    for base in cls.__mro__[1:]:
        for field in base.__dict__.get("__attrs_attrs__", ()):
            if field.name in own and not field.inherited:
                named = [known for known in cls.__mro__ if issubclass(known, base) and _is_finished(known)]
                if base is root_of(cls) or not issubclass(base, Kinded):
                    named = [base]  # else the widest class that has a kind: no user knows those between without one
                problem = f"it declares {field.name!r} again, whose rules {named[-1].__name__} sets"
                raise KindError(cls.__name__, problem, "give the new field another name")
            nearest.setdefault(field.name, (base, _rules(field)))
    held = {field.name: _rules(field) for field in attrs.fields(cls)}
    for name, (base, rules) in nearest.items():
        if held.get(name) != rules:
            problem = f"its field_transformer changes {name!r}, whose rules {base.__name__} sets"
            raise KindError(cls.__name__, problem, "let it return inherited fields as they are")


def _rules(field: "attrs.Attribute[Any]") -> tuple[object, ...]:
    return field.validator, field.converter, field.init, field.eq


def _dotted(kind: object) -> str:
    """A kind for a class of the user's own, out of the one that it has."""
    return f"tracker.{kind}" if isinstance(kind, str) and len(kind) <= _LONG and _KIND.fullmatch(kind) else _EXAMPLE


def root_of(cls: type) -> type:
    """The root of the hierarchy in which the class stands."""
    return [base for base in cls.__mro__ if issubclass(base, Kinded) and base is not Kinded][-1]


def registered(root: type) -> Mapping[str, type]:
    """The classes under a root by kind, as a mapping that grows with them."""
    return _REGISTRY.setdefault(root, {})


def kinds_under(cls: type[R]) -> dict[str, type[R]]:
    """The classes that may stand where `cls` is asked for, itself included, by kind: as they are known now."""
    known: dict[str, Any] = _REGISTRY.get(root_of(cls), {})
    return {kind: found for kind, found in known.copy().items() if issubclass(found, cls)}


def is_open(cls: object) -> bool:
    """Whether the class stands in one of the open hierarchies."""
    return isinstance(cls, type) and issubclass(cls, Kinded) and cls is not Kinded


def class_of(kind: object, under: type[R]) -> type[R] | None:
    """The class that a kind names, where it may stand for `under`; None where it names none that may."""
    known: dict[str, Any] = _REGISTRY.get(root_of(under), {})
    found = known.get(kind) if isinstance(kind, str) else None
    return found if found is not None and issubclass(found, under) else None


def of_ones_own(kind: str, known: Iterable[str]) -> str:
    """`; a kind of your own carries a dot: write 'tracker.x'`, where `x` ends a known kind; else nothing."""
    found = next((dotted for dotted in known if dotted.endswith(f".{kind}")), None)
    return f"; a kind of your own carries a dot: write {found!r}" if found else ""
