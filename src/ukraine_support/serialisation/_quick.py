"""The quick way to read: one straight-line function per class, compiled from its fields.

A class of the library itself is filled without its constructor. What the function of a field's type has read is of that
type, and defaults are valid, so the rules that remain are asked of the fields that are there, and rules across fields
always. A subclass of the user's own goes through its constructor, every time.

Nothing here says what is wrong: whatever fails is read again by [`Reader`][], which does.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

import attrs

from .._model import fields
from .._model.estimate import Estimate, made
from .._model.immutable import Immutable
from .._model.kinds import is_open, registered, root_of
from .._model.magnitudes import Calibre
from .._model.money import Currency
from .._model.parties import Party, Speaker
from .._model.period import Period
from .._model.provenance import Citation
from .._model.support import Support
from ._reading import Reader, named
from ._values import Hook

_LIBRARY: Final = __name__.partition(".")[0]
_REMEMBERED: Final = 4096
"""How many small values of one class are kept for the next record."""


class QuickReader(Reader):
    """A reader that accepts what [`Reader`][] accepts, and raises anything at all where that says what is wrong."""

    def __init__(self, foreign: Callable[[Any, Any], Any]) -> None:
        super().__init__(foreign)
        for cls in (Period, Calibre, Currency):  # few different ones in many records
            self.teach(cls, lru_cache(4096)(self.hook(cls)))

    def list_of(self, read: Hook, build: Callable[[Any], Any] = list) -> Hook:
        """The function that reads a list, given that which reads an item."""

        def items(value: Any) -> Any:
            if type(value) is not list:
                raise TypeError
            return build([read(part) for part in value])

        return items

    def _estimate(self, read: Hook) -> Hook:
        detailed = super()._estimate(read)

        def estimate(value: Any) -> Estimate[Any]:
            if type(value) is not dict or len(value) != 1:
                end = read(value)
                return made(end, end, False)
            ((form, inner),) = value.items()
            if form == "at_most":
                return made(None, read(inner), False)
            if form == "at_least":
                return made(read(inner), None, False)
            if form != "about" or (type(inner) is dict and len(inner) == 1):
                found: Estimate[Any] = detailed(value)
                return found
            end = read(inner)
            return made(end, end, True)

        return estimate

    def _by_kind(self, cls: Any) -> Hook:
        root = root_of(cls)
        known: Mapping[str, type] = registered(root)
        readers: dict[type, Hook] = {}
        without = cls if cls is root and "kind" in cls.__dict__ else None

        def an_object(value: Any) -> Any:
            found: Any = known[value["kind"]] if without is None or "kind" in value else without
            read = readers.get(found)
            if read is None:
                if not issubclass(found, cls):
                    raise TypeError
                read = self._object(found)
                readers[found] = read = _remembering(read) if root is Support else read
            return read(value)

        if root is not Party:
            return an_object
        return lambda value: named(value, cls) if type(value) is str else an_object(value)

    def _object(self, cls: Any) -> Hook:
        if issubclass(cls, Immutable) and cls.__module__.partition(".")[0] == _LIBRARY:
            read = _straight(cls, {field.name: field.read for field in self._fields(cls)})
            return _remembering(read) if cls in (Citation, Speaker) else read
        return self._constructed(cls)

    def _constructed(self, cls: Any) -> Hook:
        plan: list[Any] = []

        def an_object(value: Any) -> Any:
            if not plan:
                plan.extend(self._fields(cls))
            if type(value) is not dict:
                raise TypeError
            arguments = {field.alias: field.read(value[field.name]) for field in plan if field.name in value}
            if len(arguments) + (is_open(cls) and "kind" in value) != len(value):
                raise LookupError
            return cls(**arguments)

        return an_object


def _remembering(read: Hook) -> Hook:
    """Read what stands alike in many records once: speakers, citations and kinds of support, where they are flat.

    Types are part of what is remembered, since `1 == True`; what fails is not remembered.
    """
    known: dict[Any, Any] = {}

    def remembered(value: Any) -> Any:
        cells = value.values()
        key = (*value, *cells, *map(type, cells))
        try:
            return known[key]
        except TypeError:  # not flat
            return read(value)
        except KeyError:
            if len(known) >= _REMEMBERED:
                known.clear()
            found = known[key] = read(value)
            return found

    return remembered


def _straight(cls: Any, hooks: Mapping[str, Hook]) -> Hook:
    """Compile the function that reads an object of a class of the library's own."""
    names: dict[str, Any] = {"cls": cls, "new": object.__new__}
    lines = [
        "def read(data):",
        "    if type(data) is not dict: raise TypeError",
        "    made = new(cls)",
        "    left = len(data)" + (" - ('kind' in data)" if is_open(cls) else ""),
    ]
    last: list[str] = []
    for at, field in enumerate(attrs.fields(cls)):
        names |= {f"set_{at}": _setter(cls, field.name), f"field_{at}": field}
        if not field.init:
            names[f"default_{at}"] = field.default
            lines.append(f"    set_{at}(made, default_{at})")
            continue
        names[f"read_{at}"] = hooks[field.name]
        present = [f"value = read_{at}(data[{field.name!r}])", f"set_{at}(made, value)", "left -= 1"]
        if field.type is str and field.converter is not None:  # of any text it makes the one that is meant, or refuses
            names[f"convert_{at}"] = field.converter
            present.insert(1, f"value = convert_{at}(value)")
        for number, rule in enumerate(_rules(field.validator)):
            names[f"rule_{at}_{number}"] = rule
            if rule in fields.ACROSS_FIELDS:
                last.append(f"    rule_{at}_{number}(made, field_{at}, made.{field.name})")
            else:
                present.append(f"rule_{at}_{number}(made, field_{at}, value)")
        if field.default is attrs.NOTHING:
            lines += (f"    {line}" for line in present)
        else:
            names[f"default_{at}"], call = _default(field)
            lines.append(f"    if {field.name!r} in data:")
            lines += (f"        {line}" for line in present)
            lines.append(f"    else: set_{at}(made, default_{at}{call})")
    lines += ["    if left: raise LookupError", *last, "    return made"]
    exec("\n".join(lines), names)  # noqa: S102 - the text is made of attrs' own field names, none of it foreign
    read: Hook = names["read"]
    return read


def _setter(cls: Any, name: str) -> Any:
    return next(base.__dict__[name].__set__ for base in cls.__mro__ if name in base.__dict__)


def _rules(validator: Any) -> list[Any]:
    """What a field asks besides its type."""
    parts = getattr(validator, "_validators", (validator,))  # of a list of validators, attrs makes one
    return [rule for rule in parts if rule is not None and rule not in fields.OF_TYPE]


def _default(field: "attrs.Attribute[Any]") -> tuple[Any, str]:
    """The default of a field, converted as the constructor would; or what makes it, and how that is called."""
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return default.factory, "(made)" if default.takes_self else "()"
    return field.converter(default) if callable(field.converter) else default, ""
