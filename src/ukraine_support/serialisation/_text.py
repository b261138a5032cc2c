"""The quick way to write: straight to JSON text, by one straight-line function per class, compiled from its fields.

What comes out is, character by character, what `json.dumps` makes of what [`Writer`][] writes. The fields of the
library's own classes are valid, so the type of a field says how its values are written; those of the user's may hold
anything, and each value is looked at.
"""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from json.encoder import encode_basestring
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin

import attrs

from .._exact import Number, written
from .._model.commitments import Link
from .._model.estimate import UNKNOWN, Estimate
from .._model.immutable import is_ours
from .._model.ledger import Ledger
from .._model.lines import Line
from .._model.mapping import Extras
from .._model.money import Currency, Money
from .._model.parties import Country, Party, Speaker
from .._model.period import Period
from .._model.provenance import Citation, Record
from .._model.records import Records
from .._model.support import Support
from .._model.text import Text
from ._code import Code
from ._structuring import VERSION
from ._values import from_text
from ._writing import Writer, written_fields, written_kind

_JSON: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode

Seen: TypeAlias = dict[int, tuple[object, str]]
"""What has been written in the same call, by identity: the same speakers, citations and kinds of support recur."""
Write: TypeAlias = Callable[[Any, Seen], str]
"""What writes a value as JSON text."""


class TextWriter:
    """Makes, once per class, the function that writes it as text; what is not known here goes by way of `Writer`."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._hooks: dict[type, Write] = {
            str: lambda value, _: encode_basestring(value),
            int: lambda value, _: int.__repr__(value),
            Decimal: lambda value, _: f'"{written(value)}"',
            date: lambda value, _: f'"{value.isoformat()}"',
            Period: lambda value, _: f'"{value.edtf}"',
            Currency: lambda value, _: f'"{value.code}"',
            Country: lambda value, _: f'"{value.alpha2}"',
            Money: _money,
            Text: _text,
            Extras: _extras,
            Estimate: _estimates(self._write),
            tuple: self._list,
            Records: lambda records, seen: self._list(records.values(), seen),
            Ledger: self._document,
        }

    def write(self, value: Any) -> str:
        """The value as it stands in a document."""
        return self._write(value, {})

    def _write(self, value: Any, seen: Seen) -> str:
        cls = type(value)
        hook = self._hooks.get(cls)
        if hook is None:
            hook = self._hooks[cls] = self._made(cls)
        return hook(value, seen)

    def _list(self, values: Any, seen: Seen) -> str:
        return f"[{', '.join([self._write(value, seen) for value in values])}]"

    def _document(self, ledger: Ledger, seen: Seen) -> str:
        parts = [f'"version": {VERSION}']
        for field in attrs.fields(Ledger):
            records = getattr(ledger, field.name)
            if records:
                parts.append(f'"{field.name}": {self._write(records, seen)}')
        return f"{{{', '.join(parts)}}}"

    def _made(self, cls: type) -> Write:
        if issubclass(cls, Record | Line | Link | Support | Speaker | Citation):
            return self._object(cls)
        return lambda value, _: _JSON(self._writer.write(value))

    def _object(self, cls: Any) -> Write:
        """Compile the function that writes an object of a class, defaults left out.

        It begins with its kind or with a required field; required fields side by side are written together.
        """
        ours = is_ours(cls)
        if ours:
            attrs.resolve_types(cls)
        code, kind = Code("text(value, seen)"), written_kind(cls)
        begin, together = "text = f'{{", [] if kind is None else [f'"kind": "{kind}"']
        for field in written_fields(cls):
            held = f"its_{field.name}"
            code.add(f"{held} = value.{field.name}")
            part = f'"{field.name}": {self._part(field.type if ours else object, held, code)}'
            if field.default is attrs.NOTHING:
                together.append(part)
                continue
            if together:
                code.add(f"{begin}{', '.join(together)}'")
                begin, together = "text += f', ", []
            code.add(f"if {_stated(field, held, ours, code)}: {begin}{part}'")
        if together:
            code.add(f"{begin}{', '.join(together)}'")
        code.add("return text + '}'")
        return code.function()

    def _part(self, cls: Any, held: str, code: Code) -> str:
        """The part of an f-string that writes the value of a field, in the variable `held`; None has been left out."""
        arguments = tuple(part for part in get_args(cls) if part is not NoneType)
        if get_origin(cls) in (Union, UnionType) and len(arguments) == 1:
            return self._part(arguments[0], held, code)
        if cls is str:
            return f"{{{code.name(encode_basestring)}({held})}}"
        if cls is bool:
            return f"{{{code.name('true')} if {held} else {code.name('false')}}}"
        if cls is Period:
            return f'"{{{held}.edtf}}"'
        if isinstance(cls, type) and issubclass(cls, Enum):
            return f'"{{{held}._value_}}"'
        if get_origin(cls) is tuple:
            one, each = (self._call(arguments[0], item, code) for item in (f"{held}[0]", "item"))
            return f"[{{{one} if len({held}) == 1 else {code.name(', '.join)}([{each} for item in {held}])}}]"
        return f"{{{self._call(cls, held, code)}}}"

    def _call(self, cls: Any, it: str, code: Code) -> str:
        """The call that writes what stands in a variable, given a class of the library's that it is of or below."""
        if cls in _RECURRING:
            write = self._object(cls) if cls in (Speaker, Citation) else self._write
            return f"(seen.get(id({it})) or {code.name(_first(write))}({it}, seen))[1]"
        if get_origin(cls) is Estimate:
            write = _estimates(_ENDS.get(get_args(cls)[0], self._write))
        else:
            write = self._object(cls) if cls in (Line, Link) else self._write
        return f"{code.name(write)}({it}, seen)"


_RECURRING: Final = (Party, Support, Speaker, Citation)
"""What is written once and looked up from then on; a ledger that was read holds each but once."""


def _first(write: Write) -> Callable[[Any, Seen], tuple[object, str]]:
    """Write what has not been seen; the value is kept beside its text, so that its identity stays its own."""

    def first(value: Any, seen: Seen) -> tuple[object, str]:
        found = seen[id(value)] = (value, write(value, seen))
        return found

    return first


def _text(text: Text, _: Seen) -> str:
    plain = from_text(text)
    return encode_basestring(plain) if type(plain) is str else _JSON(plain)


def _extras(extras: Extras, _: Seen) -> str:
    cells = [f"{encode_basestring(name)}: {encode_basestring(cell)}" for name, cell in extras.items()]
    return f"{{{', '.join(cells)}}}"


def _money(money: Money, _: Seen) -> str:
    return f'{{"amount": "{written(money.amount)}", "currency": "{money.currency.code}"}}'


def _number(number: Number, _: Seen) -> str:
    return f"{number}" if type(number) is int else f'"{written(number)}"'


_ENDS: Final[dict[Any, Write]] = {Money: _money, int: _number, Decimal: _number, int | Decimal: _number}
"""What writes an end of an estimate, by its type."""


def _estimates(write: Write) -> Write:
    """What writes estimates, given what writes their ends."""

    def text(estimate: Estimate[Any], seen: Seen) -> str:
        low, high = estimate.low, estimate.high
        if low is high and low is not None:
            found = f"{low}" if type(low) is int else write(low, seen)  # most counts are exact
        elif low is None:
            found = "null" if high is None else f'{{"at_most": {write(high, seen)}}}'
        elif high is None:
            found = f'{{"at_least": {write(low, seen)}}}'
        elif low == high:
            found = write(low, seen)
        else:
            found = f'{{"between": [{write(low, seen)}, {write(high, seen)}]}}'
        return f'{{"about": {found}}}' if estimate.is_approximate else found

    return text


def _stated(field: "attrs.Attribute[Any]", held: str, ours: bool, code: Code) -> str:
    """The condition under which the value of a field, in the variable `held`, is not its default."""
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return f"{held} != {code.name(default.factory)}({'value' if default.takes_self else ''})"
    if default is UNKNOWN and ours:
        return f"{held}.low is not None or {held}.high is not None"
    if ours and (default is False or default == ()):
        return held
    if ours and (default is None or isinstance(default, Enum)):
        return f"{held} is not {code.name(default)}"
    return f"{held} is not {code.name(default)} and {held} != {code.name(default)}"
