"""Converters of cattrs that read and write the model."""

from typing import Any, TypeVar, get_origin

import cattrs

from .._model.estimate import Estimate
from .._model.immutable import Immutable
from .._model.ledger import Records
from .._model.vocabulary import Vocabulary
from ._structuring import Structurer
from ._writing import Writer

C = TypeVar("C", bound=cattrs.BaseConverter)


def _is_ours(cls: Any) -> bool:
    if get_origin(cls) in (Estimate, Records):
        return True
    return isinstance(cls, type) and issubclass(cls, Immutable | Vocabulary)


def make_converter() -> cattrs.Converter:
    """A fresh converter of [cattrs](https://catt.rs) that reads and writes every type of the model.

    Subclasses of your own are known to it too, whether they are defined before or after it is made.

    Examples:
        >>> from ukraine_support import Calibre
        >>> converter = make_converter()
        >>> converter.unstructure(Calibre(155))
        '155 mm'
        >>> converter.structure("155 mm", Calibre)
        Calibre('155')
    """
    return configure_converter(cattrs.Converter())


def configure_converter(converter: C) -> C:
    """Teach a converter of yours the types of the model, and return it.

    Everything else it does as before; types of yours inside the model's records go through its own hooks.

    Examples:
        >>> import cattrs
        >>> from ukraine_support import Money
        >>> configure_converter(cattrs.Converter(omit_if_default=True)).unstructure(Money("0.50", "EUR"))
        {'amount': '0.5', 'currency': 'EUR'}
    """
    structurer, writer = Structurer(converter.structure), Writer(converter.unstructure)
    converter.register_structure_hook_func(_is_ours, structurer.read)
    converter.register_unstructure_hook_func(_is_ours, writer.write)
    return converter
