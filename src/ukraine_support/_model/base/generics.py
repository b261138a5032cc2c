"""Generic classes of the user's own, and what stands for their parameters where a class makes them concrete.

Of `class Box(Munition, Generic[T])` and `class IntBox(Box[int])`, attrs says of both that they hold a `T`.
"""

import sys
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from .immutable import is_ours
from .kinds import is_open, root_of

Bindings: TypeAlias = Mapping[Any, Any]
"""What stands for each parameter of a class."""


def plain_class(cls: Any) -> Any:
    """The class without what stands for its parameters."""
    return get_origin(cls) or cls


def are_of_one_root(classes: Sequence[Any]) -> bool:
    """Whether all are open classes below one root, so that `kind` tells them apart."""
    plain = [plain_class(cls) for cls in classes]
    return all(map(is_open, plain)) and len(set(map(root_of, plain))) == 1


def fields_of(cls: Any) -> "Sequence[attrs.Attribute[Any]]":
    """The fields of a class, or of one such as `Box[int]`, their annotations resolved and made concrete.

    A parameter for which nothing stands is whatever its bound or its constraints allow.
    """
    plain = plain_class(cls)
    attrs.resolve_types(plain)
    fields: Sequence[attrs.Attribute[Any]] = attrs.fields(plain)
    if is_ours(plain):
        return fields
    bindings = _bindings(cls)
    return [_made_concrete(field, bindings[_owner(plain, field.name)]) for field in fields]


def _owner(cls: type, name: str) -> type:
    """The class that declares a field."""
    return next(
        base
        for base in cls.__mro__
        for field in base.__dict__.get("__attrs_attrs__", ())
        if field.name == name and not field.inherited
    )


def _bindings(cls: Any) -> dict[type, Bindings]:
    """What stands for the parameters of a class and of each class above it."""
    plain = plain_class(cls)
    found: dict[type, Bindings] = {plain: dict(zip(_parameters(plain), get_args(cls), strict=False))}
    pending = [plain]
    while pending:
        below = pending.pop()
        for base in below.__dict__.get("__orig_bases__", below.__bases__):
            above = plain_class(base)
            if above not in found:
                arguments = [_concrete(argument, found[below]) for argument in _resolved(get_args(base), below)]
                found[above] = dict(zip(_parameters(above), arguments, strict=False))
                pending.append(above)
    return found


def _resolved(arguments: Sequence[Any], below: type) -> list[Any]:
    """Type arguments, those in quotes looked up in the module of the class that gives them."""
    named = {str(at): argument for at, argument in enumerate(arguments)}
    module = vars(sys.modules[below.__module__]) if below.__module__ in sys.modules else {}
    return list(get_type_hints(SimpleNamespace(__annotations__=named), module, include_extras=True).values())


def _parameters(cls: type) -> tuple[Any, ...]:
    return getattr(cls, "__parameters__", ())


def _made_concrete(field: "attrs.Attribute[Any]", bindings: Bindings) -> "attrs.Attribute[Any]":
    concrete = _concrete(field.type, bindings)
    return field if concrete is field.type else field.evolve(type=concrete)


def _concrete(cls: Any, bindings: Bindings) -> Any:
    """A type in which nothing is left open."""
    if isinstance(cls, TypeVar):
        return bindings[cls] if cls in bindings else _allowed(cls)
    parameters = _parameters(cls) if get_origin(cls) is not None else ()
    return cls[tuple(_concrete(parameter, bindings) for parameter in parameters)] if parameters else cls


def _allowed(parameter: TypeVar) -> Any:
    if parameter.__constraints__:
        return Union[parameter.__constraints__]  # noqa: UP007 - of as many as there are
    return Any if parameter.__bound__ is None else parameter.__bound__
