"""The quick way to write: straight to JSON text, without the lists and objects in between.

What comes out is, character by character, what `json.dumps` makes of what [`Writer`][] writes.
"""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any, Final

import attrs

from .._exact import written
from .._model.commitments import Link
from .._model.estimate import Estimate
from .._model.immutable import default_of
from .._model.ledger import Ledger, Records
from .._model.lines import Line
from .._model.money import Currency, Money
from .._model.parties import Country, Speaker
from .._model.period import Period
from .._model.provenance import Citation, Record
from .._model.support import Support
from ._structuring import VERSION
from ._writing import Writer, written_fields, written_kind

_LIBRARY: Final = __name__.partition(".")[0]

Text = Callable[[Any], str]
"""What writes a value as JSON text."""


class TextWriter:
    """Makes, once per class, the function that writes it as text; what is not known here goes by way of `Writer`."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._hooks: dict[type, Text] = {
            str: encode_basestring,
            int: int.__repr__,
            Decimal: lambda value: f'"{written(value)}"',
            date: lambda value: f'"{value.isoformat()}"',
            Period: lambda value: f'"{value.edtf}"',
            Country: lambda value: f'"{value.alpha2}"',
            Currency: lambda value: f'"{value.code}"',
            tuple: self._list,
            Estimate: self._estimate,
            Records: lambda records: self._list(records.values()),
            Ledger: self._document,
        }

    def write(self, value: Any) -> str:
        """The value as it stands in a document."""
        cls = type(value)
        hook = self._hooks.get(cls)
        if hook is None:
            hook = self._hooks[cls] = self._made(cls)
        return hook(value)

    def _list(self, values: Any) -> str:
        return f"[{', '.join([self.write(value) for value in values])}]"

    def _estimate(self, estimate: Estimate[Any]) -> str:
        low, high = estimate.low, estimate.high
        if low is high and low is not None:
            return f'{{"about": {self.write(low)}}}' if estimate.is_approximate else self.write(low)
        return self._plainly(estimate)

    def _document(self, ledger: Ledger) -> str:
        parts = [f'"version": {VERSION}']
        for field in attrs.fields(Ledger):
            records = getattr(ledger, field.name)
            if records:
                parts.append(f'"{field.name}": {self.write(records)}')
        return f"{{{', '.join(parts)}}}"

    def _plainly(self, value: Any) -> str:
        return json.dumps(self._writer.write(value), ensure_ascii=False, allow_nan=False)

    def _made(self, cls: type) -> Text:
        if issubclass(cls, Enum):
            return {member: self._plainly(member) for member in cls}.__getitem__
        if issubclass(cls, Record | Support | Line | Money | Speaker | Citation | Link):
            return self._object(cls)
        return self._plainly

    def _object(self, cls: Any) -> Text:
        """Compile the function that writes an object of a class: field by field, defaults left out."""
        kind = written_kind(cls)
        opening = "" if kind is None else f'"kind": {encode_basestring(kind)}'
        names: dict[str, Any] = {"write": self.write, "join": ", ".join}
        lines = ["def text(value):", f"    parts = {[opening] if opening else []!r}"]
        for at, field in enumerate(written_fields(cls)):
            put = f"parts.append({encode_basestring(field.name) + ': '!r} + write(held))"
            lines.append(f"    held = value.{field.name}")
            names |= {f"default_{at}": field.default, f"field_{at}": field, "default_of": default_of}
            if field.default is attrs.NOTHING:
                lines.append(f"    {put}")
            elif isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
                lines.append(f"    if held != default_of(field_{at}, value): {put}")
            else:
                lines.append(f"    if held is not default_{at} and held != default_{at}: {put}")
        lines.append("    return '{' + join(parts) + '}'")
        exec("\n".join(lines), names)  # noqa: S102 - the text is made of attrs' own field names, none of it foreign
        written: Text = names["text"]
        if issubclass(cls, Support | Speaker | Citation) and cls.__module__.partition(".")[0] == _LIBRARY:
            return _remembering(written)
        return written


def _remembering(write: Text) -> Text:
    """Write what stands alike in many records once: speakers, citations and kinds of support."""
    remembered = lru_cache(4096)(write)

    def text(value: Any) -> str:
        try:
            return remembered(value)
        except TypeError:  # a party of the user's own inside it has no hash
            return write(value)

    return text
