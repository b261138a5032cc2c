"""What every value and record has in common: it is rebuilt through its constructor, and shows what was stated."""

from typing import Any

import attrs


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


class Immutable:
    """Base of every public type: pickles and copies go through the constructor, so that no rule can be bypassed."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild through the constructor, which checks every rule again."""
        fields: Any = attrs.fields(type(self))  # type: ignore[arg-type]
        return _rebuild, (type(self), {field.alias: getattr(self, field.name) for field in fields if field.init})

    def __repr__(self) -> str:
        """What was stated, defaults left out."""
        parts = (f"{name}={value!r}" for name, value in stated(self).items())
        return f"{type(self).__name__}({', '.join(parts)})"
