"""Writing: from values and records straight to JSON text, defaults left out.

The function that writes an object is compiled from its class's fields, once. The fields of the library's own classes
are valid, so the type of a field says how its values are written; those of a user's classes may hold anything, and each
value is looked at. The plain objects that a converter gives are what the text says.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from json.encoder import encode_basestring
from typing import Any, Final, TypeAlias

import attrs

from .._exact import Number, written
from .._model.base.immutable import is_ours
from .._model.base.kinds import Kinded, root_of
from .._model.base.remembered import ByClass
from .._model.ledger import Ledger
from .._model.parties import Country, Organisation, agree
from .._model.records import Records
from .._model.values.estimate import UNKNOWN, Estimate
from .._model.values.magnitudes import Magnitude
from .._model.values.mapping import Extras
from .._model.values.money import Currency, Money
from .._model.values.period import Period
from .._model.values.text import UNDETERMINED, Text
from .._types import (
    RECURRING,
    Estimated,
    Field,
    Object,
    Optional,
    Plain,
    Several,
    Word,
    described,
    fields_in_documents,
    written_fields,
)
from ..reference import ORGANISATIONS
from ._code import Code
from ._document import VERSION

Seen: TypeAlias = dict[int, tuple[object, str]]
"""What has been written in the same call, by identity: the same speakers, citations and kinds of support recur."""
Write: TypeAlias = Callable[[Any, Seen], str]
"""What writes a value as JSON text."""

_JSON: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def written_kind(cls: type) -> str | None:
    """The kind by which an object names its class; None where the place where it stands says enough."""
    return cls.kind if issubclass(cls, Kinded) and root_of(cls) is not cls else None


class Writer:
    """Makes, once per class, the function that writes it; what is not the library's own goes to `foreign`."""

    def __init__(self, foreign: Callable[[Any], Any]) -> None:
        self._foreign = foreign
        hooks: dict[Any, Write] = {
            str: lambda value, _: encode_basestring(value),
            int: lambda value, _: int.__repr__(value),
            Decimal: _quoted(written),
            date: _quoted(date.isoformat),
            Period: lambda value, _: f'"{value.edtf}"',
            Currency: lambda value, _: f'"{value.code}"',
            Country: lambda value, _: f'"{value.alpha2}"',
            Money: _money,
            Text: _text,
            Extras: _extras,
            Estimate: _estimates(self._write),
            Records: lambda records, seen: self._list(records.values(), seen),
            Ledger: self._document,
        }
        self._hooks = ByClass(hooks)

    def text(self, value: object) -> str:
        """The value as it stands in a document."""
        return self._write(value, {})

    def plain(self, value: object) -> Any:
        """The same as plain lists and objects."""
        return json.loads(self.text(value))

    def _write(self, value: Any, seen: Seen) -> str:
        cls = type(value)
        hook = self._hooks.get(cls)
        if hook is None:
            hook = self._hooks[cls] = self._made(cls)
        return hook(value, seen)

    def _list(self, values: Any, seen: Seen) -> str:
        return f"[{', '.join([self._write(value, seen) for value in values])}]"

    def _mapping(self, mapping: Mapping[Any, Any], seen: Seen) -> str:
        parts = [f"{encode_basestring(key)}: {self._write(value, seen)}" for key, value in mapping.items()]
        return f"{{{', '.join(parts)}}}"

    def _document(self, ledger: Ledger, seen: Seen) -> str:
        parts = [f'"version": {VERSION}']
        for field in attrs.fields(Ledger):
            records = getattr(ledger, field.name)
            if records:
                parts.append(f'"{field.name}": {self._write(records, seen)}')
        return f"{{{', '.join(parts)}}}"

    def _made(self, cls: type) -> Write:
        if issubclass(cls, Magnitude):
            return _quoted(str)
        if issubclass(cls, Enum):
            return lambda value, seen: self._write(value.value, seen)
        if issubclass(cls, list | tuple):
            return self._list
        if issubclass(cls, set | frozenset):
            return lambda value, seen: f"[{', '.join(sorted(self._write(item, seen) for item in value))}]"
        if issubclass(cls, Mapping):
            return self._mapping
        if issubclass(cls, Organisation):
            whole = self._object(cls)
            return lambda value, seen: (
                encode_basestring(value.id)
                if value.id in ORGANISATIONS and agree(ORGANISATIONS[value.id], value)
                else whole(value, seen)
            )
        if cls in (bool, float, type(None)):
            return lambda value, _: _JSON(value)
        return self._object(cls) if attrs.has(cls) else lambda value, _: _JSON(self._foreign(value))

    def _object(self, cls: type[Any]) -> Write:
        """Compile the function that writes an object of a class, defaults left out.

        It begins with its kind or with a required field; required fields side by side are written together.
        """
        ours = is_ours(cls)
        if ours:
            fields_in_documents(cls)
        code, kind = Code("text(value, seen)"), written_kind(cls)
        parts: list[str] = [] if kind is None else [f'"kind": "{kind}"']
        code.add("parts = []")
        for field in written_fields(cls):
            held = f"its_{field.name}"
            code.add(f"{held} = value.{field.name}")
            part = f'"{field.name}": {self._part(field.type if ours else object, held, code)}'
            if field.default is attrs.NOTHING:
                parts.append(part)
                continue
            if parts:
                code.add(f"parts.append(f'{', '.join(parts)}')")
                parts = []
            code.add(f"if {_is_stated(field, held, ours, code)}: parts.append(f'{part}')")
        if parts:
            code.add(f"parts.append(f'{', '.join(parts)}')")
        code.add("return f\"{{{', '.join(parts)}}}\"")
        return code.function(f"writes {cls.__name__}")

    def _part(self, cls: object, held: str, code: Code) -> str:
        """The part of an f-string that writes the value of a field, in the variable `held`; None has been left out."""
        match described(cls):
            case Optional(of):
                return self._part(of, held, code)
            case Plain(plain) if plain is str:
                return f"{{{code.name(encode_basestring, 'quoted')}({held})}}"
            case Plain(plain) if plain is bool:
                return f"{{{code.name('true', 'true')} if {held} else {code.name('false', 'false')}}}"
            case Plain(plain) if plain is Period:
                return f'"{{{held}.edtf}}"'
            case Word():
                return f'"{{{held}._value_}}"'
            case Several(item, build) if build is tuple:
                join = code.name(", ".join, "join")
                return f"[{{{join}([{self._call(item, 'item', code)} for item in {held}])}}]"
        return f"{{{self._call(cls, held, code)}}}"

    def _call(self, cls: object, it: str, code: Code) -> str:
        """The call that writes what stands in a variable, given a class of the library's that it is of or below."""
        match described(cls):
            case Estimated(end):
                write = _estimates(_ENDS.get(end, self._write))
            case Object(own) if is_ours(own):
                write = self._object(own)
            case _:
                write = self._write
        name = code.name(write, f"write_{it}")
        if cls in RECURRING:
            first = code.name(_first(write), f"first_{it}")
            return f"(seen.get(id({it})) or {first}({it}, seen))[1]"
        return f"{name}({it}, seen)"


def _first(write: Write) -> Callable[[Any, Seen], tuple[object, str]]:
    """Write what has not been seen; the value is kept beside its text, so that its identity stays its own."""

    def first(value: Any, seen: Seen) -> tuple[object, str]:
        found = seen[id(value)] = (value, write(value, seen))
        return found

    return first


def _quoted(write: Callable[[Any], str]) -> Write:
    """What writes a value in quotes whose notation holds nothing that JSON would escape."""
    return lambda value, _: f'"{write(value)}"'


def _text(text: Text, _: Seen) -> str:
    if len(text.languages) == 1 and text.languages[0][0] == UNDETERMINED:
        return encode_basestring(text.languages[0][1])
    return _JSON(dict(text.languages))


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
        if low is None:
            found = "null" if high is None else f'{{"at_most": {write(high, seen)}}}'
        elif high is None:
            found = f'{{"at_least": {write(low, seen)}}}'
        elif low is high or low == high:
            found = write(low, seen)
        else:
            found = f'{{"between": [{write(low, seen)}, {write(high, seen)}]}}'
        return f'{{"about": {found}}}' if estimate.is_approximate else found

    return text


def _is_stated(field: Field, held: str, ours: bool, code: Code) -> str:
    """The condition under which the value of a field, in the variable `held`, is not its default."""
    default: Any = field.default
    if hasattr(default, "takes_self"):  # a factory
        return f"{held} != {code.name(default.factory, 'default')}({'value' if default.takes_self else ''})"
    if default is UNKNOWN and ours:
        return f"{held}.low is not None or {held}.high is not None"
    if ours and (default is False or default == ()):
        return held
    usual = code.name(default, "usual")
    if ours and (default is None or isinstance(default, Enum)):
        return f"{held} is not {usual}"
    return f"{held} is not {usual} and {held} != {usual}"
