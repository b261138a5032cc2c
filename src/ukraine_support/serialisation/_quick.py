"""The quick way to read: one straight-line function per class, compiled from its fields.

A class of the library itself is filled without its constructor. What the function of a field's type has read is of that
type, and defaults are valid, so the rules that remain are asked of the fields that are there, and rules across fields
always. A subclass of the user's own goes through its constructor, every time.

Nothing here says what is wrong: whatever fails is read again by [`Reader`][], which does.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from marshal import dumps as key_of
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

import attrs

from .._exact import BOUND, to_decimal
from .._model import fields
from .._model.estimate import Estimate, in_order, made
from .._model.generics import plain_class
from .._model.immutable import Immutable, is_ours
from .._model.kinds import is_open, registered, root_of
from .._model.magnitudes import Calibre, Length, Mass
from .._model.money import Currency
from .._model.parties import Party, Speaker
from .._model.period import Period
from .._model.provenance import Citation
from .._model.support import Support
from . import _values as values
from ._code import Code
from ._reading import PARTIES, Reader, named, rules_of, words_of
from ._values import Hook

_REMEMBERED: Final = 4096
"""How many small values of one class are kept for the next record."""
_SMALL: Final = 500
"""Bytes of a value that is kept, at most."""


class QuickReader(Reader):
    """A reader that accepts what [`Reader`][] accepts, and raises anything at all where that says what is wrong."""

    def __init__(self, foreign: Callable[[Any, Any], Any]) -> None:
        super().__init__(foreign)
        self.teach(int | Decimal, _counting(values.to_count))
        self._quantity = self._estimate(_counting(values.to_quantity))
        for cls in (Period, Calibre, Length, Mass, Currency):  # few different ones in many records
            self.teach(cls, lru_cache(_REMEMBERED)(self.hook(cls)))

    def list_of(self, read: Hook, build: Callable[[Any], Any] = list) -> Hook:
        """The function that reads a list, given that which reads an item."""

        def items(value: Any) -> Any:
            if type(value) is not list:
                raise TypeError
            return build([read(part) for part in value])

        return items

    def _estimate(self, read: Hook) -> Hook:
        def estimate(value: Any) -> Estimate[Any]:
            if type(value) is not dict or len(value) != 1:
                end = read(value)
                return made(end, end, False)
            ((form, inner),) = value.items()
            if form == "about":
                if type(inner) is not dict or len(inner) != 1:
                    end = read(inner)
                    return made(end, end, True)
                if "about" in inner:
                    raise ValueError
                rough = estimate(inner)
                return made(rough.low, rough.high, True)
            if form == "at_most":
                return made(None, read(inner), False)
            if form == "at_least":
                return made(read(inner), None, False)
            if form != "between" or type(inner) is not list:
                raise ValueError
            low, high = inner
            found = made(read(low), read(high), False)
            in_order(found, None, found.high)
            return found

        return estimate

    def _by_kind(self, *options: Any) -> Hook:
        classes = tuple(map(plain_class, options))
        asked = dict(zip(classes, options, strict=True))
        root: Any = root_of(classes[0])
        known: Mapping[str, type] = registered(root)
        readers: dict[type, Hook] = {}
        without = root if root in classes and "kind" in root.__dict__ else None

        def an_object(value: Any) -> Any:
            found: Any = known[value["kind"]] if without is None or "kind" in value else without
            read = readers.get(found)
            if read is None:
                if not issubclass(found, classes):
                    raise TypeError
                read = self._object(asked.get(found, found))
                readers[found] = read = _remembering(read) if root is Support else read
            return read(value)

        if root is not Party:
            return an_object
        return lambda value: named(value, *classes) if type(value) is str else an_object(value)

    def _object(self, cls: Any) -> Hook:
        if isinstance(cls, type) and issubclass(cls, Immutable) and is_ours(cls):
            self._fields(cls)  # resolves its annotations
            read = self._straight(cls)
            return _remembering(read) if cls in (Citation, Speaker) else read
        return self._constructed(cls)

    def _constructed(self, cls: Any) -> Hook:
        plan: list[Any] = []
        plain = plain_class(cls)

        def an_object(value: Any) -> Any:
            if not plan:
                plan.extend(self._fields(cls))
            if type(value) is not dict:
                raise TypeError
            arguments = {field.alias: field.read(value[field.name]) for field in plan if field.name in value}
            if len(arguments) + (is_open(plain) and "kind" in value) != len(value):
                raise LookupError
            return plain(**arguments)

        return an_object

    def _straight(self, cls: Any) -> Hook:
        """Compile the function that reads an object of a class of the library's own."""
        code, last = Code("read(data)"), list[str]()
        code.add(
            f"if type(data) is not dict: {_REFUSE}",
            f"made = {code.name(object.__new__)}({code.name(cls)})",
            "left = len(data)" + (" - ('kind' in data)" if is_open(cls) else ""),
        )
        for field in attrs.fields(cls):
            put = f"{code.name(_setter(cls, field.name))}(made, "
            read = [f"value = data[{field.name!r}]", *self._field(field, code, last), f"{put}value)", "left -= 1"]
            if not field.init:
                code.add(f"{put}{_default(field, code)})")
            elif field.default is attrs.NOTHING:
                code.add(*read)
            else:
                code.add(f"if {field.name!r} in data:")
                code.add(*read, indent=2)
                code.add(f"else: {put}{_default(field, code)})")
        code.add(f"if left: {_REFUSE}", *last, "return made")
        return code.function()

    def _field(self, field: "attrs.Attribute[Any]", code: Code, last: list[str]) -> list[str]:
        """The lines that read the value of a field and ask its rules; what is asked at the end goes to `last`."""
        counts, rules = fields.is_number in rules_of(field), _rules(field)
        read = f"{code.name(self._quantity)}(value)" if counts else self._expression(field.type, "value", code)
        lines = [f"value = {read}"]
        if field.type is str and field.converter is not None:  # of any text it makes the one that is meant, or refuses
            lines.append(f"value = {code.name(field.converter)}(value)")
        for rule in rules:
            ask = f"{code.name(rule)}(made, {code.name(field)}, "
            if rule in fields.ACROSS_FIELDS:
                last.append(f"{ask}made.{field.name})")
            elif rule in fields.OF_SEVERAL:
                lines.append(f"if len(value) > 1: {ask}value)")
            elif rule in (fields.is_id, fields.is_id_or_none) and field.type in (str, str | None):
                lines.append(_ASK_ID)
            else:
                lines.append(f"{ask}value)")
        if not counts or rules not in ([fields.above_zero], [fields.from_zero]):
            return lines
        exact = f"value = {code.name(made)}(value, value, False)"  # most counts are plain ones, which break no rule
        return [f"if type(value) is int and 0 < value < {BOUND}: {exact}", "else:", *(f"    {line}" for line in lines)]

    def _expression(self, cls: Any, it: str, code: Code) -> str:
        """The expression that reads a value of a type, which stands in the variable `it`."""
        arguments = get_args(cls)
        if get_origin(cls) in (Union, UnionType) and NoneType in arguments:
            inner: Any = Union[tuple(part for part in arguments if part is not NoneType)]  # noqa: UP007
            return f"None if {it} is None else {self._expression(inner, it, code)}"
        if cls is str or cls is bool:
            return f"{it} if type({it}) is {cls.__name__} else {code.name(_refuse)}()"
        if cls is int:
            return f"{it} if type({it}) is int and {-BOUND} < {it} < {BOUND} else {code.name(_refuse)}()"
        if cls is Decimal:
            return f"{code.name(to_decimal)}({it}, '') if type({it}) is str else {code.name(_refuse)}()"
        if cls is Party:
            parties = code.name(PARTIES)
            return f"{parties}[{it}] if type({it}) is str and {it} in {parties} else {code.name(self.hook(cls))}({it})"
        if isinstance(cls, type) and issubclass(cls, Enum):
            return f"{code.name(words_of(cls))}[{it}]"
        if get_origin(cls) is tuple:
            one, each = (self._expression(arguments[0], item, code) for item in (f"{it}[0]", "item"))
            many = f"({one},) if len({it}) == 1 else tuple([{each} for item in {it}])"
            return f"({many}) if type({it}) is list else {code.name(_refuse)}()"
        return f"{code.name(self.hook(cls))}({it})"


_REFUSE: Final = "raise ValueError"
_NO_ID: Final = f"not (value.isprintable() and 0 < len(value) <= {fields.ID_LENGTH} and value.strip() == value)"
_ASK_ID: Final = f"if value is not None and {_NO_ID}: {_REFUSE}"


def _refuse() -> None:
    raise ValueError


def _counting(read: Hook) -> Hook:
    """Read a count; most are plain integers."""
    return lambda value: value if type(value) is int and -BOUND < value < BOUND else read(value)


def _remembering(read: Hook) -> Hook:
    """Read what stands alike in many records once: speakers, citations and kinds of support, where they are small.

    What it is remembered by tells types apart, since `1 == True`; what fails is not remembered.
    """
    known: dict[bytes, Any] = {}

    def remembered(value: Any) -> Any:
        key = key_of(value, 2)
        found = known.get(key)
        if found is None:
            found = read(value)
            if len(key) <= _SMALL:
                if len(known) >= _REMEMBERED:
                    known.clear()
                known[key] = found
        return found

    return remembered


def _setter(cls: Any, name: str) -> Any:
    return next(base.__dict__[name].__set__ for base in cls.__mro__ if name in base.__dict__)


def _rules(field: "attrs.Attribute[Any]") -> list[Any]:
    """What a field asks besides its type."""
    return [rule for rule in rules_of(field) if rule is not None and rule not in fields.OF_TYPE]


def _default(field: "attrs.Attribute[Any]", code: Code) -> str:
    """The default of a field, converted as the constructor would; or the call that makes it."""
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return code.name(default.factory) + ("(made)" if default.takes_self else "()")
    return code.name(field.converter(default) if callable(field.converter) else default)
