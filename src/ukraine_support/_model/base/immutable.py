"""What every value and record has in common: it is rebuilt through its constructor, and shows what was stated."""

import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import wraps
from operator import attrgetter, is_not
from typing import Any, Final

import attrs

from ..._errors import InvalidValueError, KindError
from ..._exact import written
from .remembered import ByClass

_LIBRARY: Final = __name__.partition(".")[0]


def says_ours(cls: type) -> bool:
    """Whether the class says that a module of the library defines it, which may still be at it."""
    return cls.__module__.partition(".")[0] == _LIBRARY


def is_ours(cls: type) -> bool:
    """Whether the class is one of the library's own, which one of its modules holds under its name."""
    return says_ours(cls) and getattr(sys.modules[cls.__module__], cls.__name__, None) is cls


def stated(instance: Any) -> dict[str, Any]:
    """The constructor's arguments that differ from their defaults, by field name."""
    values: dict[str, Any] = {}
    for field in attrs.fields(type(instance)):
        value = getattr(instance, field.name)
        if field.init and (field.default is attrs.NOTHING or value != default_of(field, instance)):
            values[field.name] = value
    return values


def default_of(field: "attrs.Attribute[Any]", instance: object) -> Any:
    """The value that a field takes when nothing is passed for it."""
    default: Any = field.default
    if not isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return default
    return default.factory(instance) if default.takes_self else default.factory()


def _rebuild(cls: type[Any], values: dict[str, Any]) -> Any:
    return cls(**values)


_KEYS: Final = ByClass[Callable[[Any], Any]]()
"""For each class, what reads the fields by which its instances compare; made when two of them first do."""


def _key(instance: Any) -> Any:
    cls = instance.__class__
    read = _KEYS.get(cls)
    if read is None:
        names = [field.name for field in attrs.fields(cls) if field.eq]
        read = _KEYS[cls] = attrgetter("__class__", *(names or ["__class__"]))  # of one name it would give no tuple
    return read(instance)


_NUMBERS: Final = frozenset((int, Decimal))


def _hashed(part: Any) -> Any:
    return written(part) if type(part) in _NUMBERS else part


def _saying_where(init: Callable[..., None]) -> Callable[..., None]:
    """The constructor, whose errors name the class and the field."""

    @wraps(init)
    def __init__(self: Any, *arguments: Any, **named: Any) -> None:  # noqa: N807 - it takes the place of one
        try:
            init(self, *arguments, **named)
        except InvalidValueError as error:
            texts, fields = tuple(map(_plain, arguments)), {name: _plain(value) for name, value in named.items()}
            if any(map(is_not, (*texts, *fields.values()), (*arguments, *named.values()))):
                __init__(self, *texts, **fields)  # a text in disguise may be all that was wrong
                return
            if "." in error.where or error.where.partition("[")[0] == type(self).__name__:
                raise  # it says where already
            raise _placed(error, type(self), arguments, named) from None

    return __init__


def _plain(value: Any) -> Any:
    return str.__str__(value) if isinstance(value, str) and type(value) is not str else value


def _placed(
    error: InvalidValueError, cls: type[Any], arguments: tuple[Any, ...], named: dict[str, Any]
) -> InvalidValueError:
    """The error of a converter, said of the field whose converter it was: the first that refuses what it is given."""
    fields = [field for field in attrs.fields(cls) if field.init]
    given = dict(zip((field.alias for field in fields if not field.kw_only), arguments, strict=False)) | named
    for field in fields:
        if callable(field.converter) and field.alias in given:
            try:
                field.converter(given[field.alias])
            except InvalidValueError as again:
                error, place = again, f"{cls.__name__}.{field.name}"
                break
    else:  # what was given is used up
        name = next((f".{field.name}" for field in fields if isinstance(given.get(field.alias), Iterator)), "")
        place = f"{cls.__name__}{name}"
    return error.at(place + (error.where if error.where.startswith("[") else ""))


class Immutable:
    """Base of every public type.

    Pickles and copies go through the constructor, so that no rule can be bypassed. Equality and hash are written once
    here: attrs would compile them for each class, which takes a third of the time of importing the library.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        closed = next((base for base in cls.__mro__[1:] if "__final__" in base.__dict__), None)
        if closed is not None:  # type checkers say so too
            accepted = f"hold a {closed.__name__} in a field of your own class"
            raise KindError(cls.__name__, f"{closed.__name__} takes no subclass", accepted)

    def __eq__(self, other: object) -> bool:
        """Instances of one class are equal when all their fields are."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        equal: bool = _key(self) == _key(other)
        return equal

    def __hash__(self) -> int:
        key = _key(self)
        if not _NUMBERS.isdisjoint(map(type, key)):
            # Numbers hash by a remainder, so a document could choose thousands that hash alike, and make every look-up
            # of them slow; texts hash by a secret of the process.
            key = tuple(map(_hashed, key))
        return hash(key)

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild through the constructor, which checks every rule again."""
        fields: Any = attrs.fields(type(self))  # type: ignore[arg-type]
        return _rebuild, (type(self), {field.alias: getattr(self, field.name) for field in fields if field.init})

    def __repr__(self) -> str:
        """What was stated, defaults left out."""
        parts = (f"{name}={value!r}" for name, value in stated(self).items())
        return f"{type(self).__name__}({', '.join(parts)})"


class Compound(Immutable):
    """Base of what is made of other values: what a converter refuses is said of the class and the field."""

    __slots__ = ()

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        # Not `cls.__init__ = …`, which type checkers would take for a constructor of this class.
        setattr(cls, "__init__", _saying_where(cls.__init__))  # noqa: B010
