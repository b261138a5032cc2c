"""Converters of cattrs that read and write the model."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

import cattrs

from .._exact import written
from .._model.base.advice import an_instance
from .._model.base.immutable import Immutable
from .._model.base.vocabulary import Vocabulary
from .._model.records import Records
from .._types import Document, Estimated, Kinds, Object, Optional, Plain, Several, Word, described
from . import _values as values
from ._document import DocumentReader
from ._faults import Read, refusals_as_faults, to_str
from ._writing import Writer

C = TypeVar("C", bound=cattrs.BaseConverter)

_PLAIN: Final[dict[type, Read]] = {
    str: to_str,
    int: values.to_int,
    bool: values.to_bool,
    float: values.to_float,
    Decimal: values.to_exact,
    date: values.to_date,
}
"""How plain values stand in a document, wherever they do."""


def _is_of_the_model(cls: object) -> bool:
    """Whether a type is read and written here, and not as cattrs does."""
    match described(cls):
        case Estimated() | Kinds() | Document():
            return True
        case Optional(of):
            return isinstance(described(of), Kinds)
        case Several(_, build):
            return build is Records
        case Plain(held) | Word(held) | Object(held):
            return isinstance(held, type) and issubclass(held, Immutable | Vocabulary)
        case _:
            return False


def make_converter() -> cattrs.Converter:
    """A fresh converter of [cattrs](https://catt.rs) that reads and writes every type of the model.

    Subclasses of your own are known to it too, whether they are defined before or after it is made. What they hold
    besides the model's types, such as a data class, is read as strictly: `12.9` is no `int` there either.

    Examples:
        >>> from ukraine_support import Calibre
        >>> converter = make_converter()
        >>> converter.unstructure(Calibre(155))
        '155 mm'
        >>> converter.structure("155 mm", Calibre)
        Calibre('155')
    """
    converter = cattrs.Converter()
    for cls, read in _PLAIN.items():
        converter.register_structure_hook(cls, _just(cls, read))
    converter.register_unstructure_hook_func(lambda cls: cls is Decimal, written)
    converter.register_unstructure_hook_func(lambda cls: cls is date, date.isoformat)
    return configure_converter(converter)


def _just(cls: type, read: Read) -> Callable[[Any, Any], Any]:
    """Read just this class; one below it, such as an enumeration of numbers, is called, as cattrs does."""
    return lambda value, asked: read(value) if asked is cls else asked(value)


def configure_converter(converter: C) -> C:
    """Teach a converter of yours the types of the model, and return it.

    Everything else it does as before; types of yours inside the model's records go through its own hooks.

    Examples:
        >>> import cattrs
        >>> from ukraine_support import Money
        >>> configure_converter(cattrs.Converter(omit_if_default=True)).unstructure(Money("0.50", "EUR"))
        {'amount': '0.5', 'currency': 'EUR'}
    """
    an_instance(converter, cattrs.BaseConverter, "configure_converter")
    reader, writer = DocumentReader(converter.structure), Writer(converter.unstructure)

    def read(value: Any, cls: Any) -> Any:
        with refusals_as_faults():
            return reader.read(value, cls)

    converter.register_structure_hook_func(_is_of_the_model, read)
    converter.register_structure_hook(Vocabulary, read)  # cattrs 25.1 asks its own hook of enumerations first
    converter.register_unstructure_hook_func(_is_of_the_model, writer.plain)
    return converter
