"""Writing: from values and records to the plain lists and objects of a document, defaults left out."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

import attrs

from .._exact import written
from .._model.estimate import Estimate
from .._model.immutable import default_of
from .._model.kinds import Kinded, root_of
from .._model.ledger import Ledger
from .._model.magnitudes import Magnitude
from .._model.mapping import Extras
from .._model.money import Currency
from .._model.parties import Country, Organisation
from .._model.period import Period
from .._model.records import Records
from .._model.text import Text
from ..reference import ORGANISATIONS
from ._structuring import VERSION
from ._values import Hook, from_estimate, from_text

_LAST: Final = ("citations", "occasion", "note", "extras")
"""Fields that many records have, written after what each is about."""


def written_fields(cls: type[attrs.AttrsInstance]) -> "list[attrs.Attribute[Any]]":
    """The fields of an object in the order in which they are written."""
    return in_order(attrs.fields(cls))


def in_order(fields: "Iterable[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
    """Those of the fields that are written, in this order."""
    written_ = [field for field in fields if field.init]
    return sorted(written_, key=lambda field: field.name in _LAST and 1 + _LAST.index(field.name))


def written_kind(cls: type) -> str | None:
    """The kind by which an object names its class; None where the place where it stands says enough."""
    return cls.kind if issubclass(cls, Kinded) and root_of(cls) is not cls else None


class Writer:
    """Makes, once per class, the function that writes it; what is not the library's own goes to `foreign`."""

    def __init__(self, foreign: Callable[[Any], Any]) -> None:
        self._foreign = foreign
        self._hooks: dict[type, Hook] = {
            str: lambda value: value,
            int: lambda value: value,
            bool: lambda value: value,
            float: lambda value: value,
            type(None): lambda value: value,
            Decimal: written,
            date: date.isoformat,
            Text: from_text,
            Extras: lambda value: dict(value.items()),
            Currency: str,
            Period: str,
            Country: str,
            Estimate: lambda value: from_estimate(value, self.write),
            Records: lambda value: [self.write(record) for record in value.values()],
            Ledger: self._document,
        }

    def write(self, value: Any) -> Any:
        """The value as it stands in a document."""
        cls = type(value)
        hook = self._hooks.get(cls)
        if hook is None:
            hook = self._hooks[cls] = self._made(cls)
        return hook(value)

    def _made(self, cls: type) -> Hook:
        if issubclass(cls, Magnitude):
            return str
        if issubclass(cls, Enum):
            return lambda value: value.value
        if issubclass(cls, list | tuple):
            return lambda value: [self.write(item) for item in value]
        if issubclass(cls, set | frozenset):
            return lambda value: sorted((self.write(item) for item in value), key=repr)
        if issubclass(cls, Mapping):
            return lambda value: {key: self.write(item) for key, item in value.items()}
        if issubclass(cls, Organisation):
            whole = self._object(cls)
            return lambda value: value.id if ORGANISATIONS.get(value.id) == value else whole(value)
        return self._object(cls) if attrs.has(cls) else self._foreign

    def _object(self, cls: type[attrs.AttrsInstance]) -> Hook:
        fields, kind = written_fields(cls), written_kind(cls)

        def an_object(value: Any) -> dict[str, Any]:
            found: dict[str, Any] = {} if kind is None else {"kind": kind}
            for field in fields:
                held = getattr(value, field.name)
                if field.default is attrs.NOTHING or held != default_of(field, value):
                    found[field.name] = self.write(held)
            return found

        return an_object

    def _document(self, ledger: Ledger) -> dict[str, Any]:
        found: dict[str, Any] = {"version": VERSION}
        for field in attrs.fields(Ledger):
            records = getattr(ledger, field.name)
            if records:
                found[field.name] = self.write(records)
        return found
