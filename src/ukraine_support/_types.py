"""What a type is, in eleven words: the reader, the writer, the schema, the rows and the strategies all ask here.

A new sort of type is a new class here, and one case in each of those.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import reduce
from operator import or_
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin

import attrs

from ._model.base.generics import are_of_one_root, fields_of, plain_class
from ._model.base.kinds import is_open, root_of
from ._model.ledger import Ledger
from ._model.parties import Party, Speaker
from ._model.provenance import Citation
from ._model.records import Records
from ._model.support import Support
from ._model.values.estimate import Estimate
from ._model.values.magnitudes import Calibre, Length, Mass
from ._model.values.mapping import Extras
from ._model.values.money import Currency
from ._model.values.period import Period
from ._model.values.text import Text

Field: TypeAlias = "attrs.Attribute[Any]"
DESCRIPTION: Final = "ukraine_support.description"
"""Under this key, the metadata of a field of the user's own says what it is."""
RECURRING: Final = (Party, Support, Speaker, Citation)
"""What stands alike in many records: it is read once and written once, and looked up from then on."""
NUMBER: Final = int | Decimal
"""A number that may be whole: an integer in a document, else a decimal string."""
_LAST: Final = ("citations", "occasion", "note", "extras")
"""Fields that many records have, written after what each is about."""
_PLAIN: Final = frozenset(
    (str, int, bool, float, Decimal, NUMBER, date, Text, Extras, Currency, Calibre, Length, Mass, Period, Any, object)
)


@attrs.frozen
class Plain:
    """A value with a notation of its own, such as a number, a date or a text."""

    cls: object


@attrs.frozen
class Optional:
    """Something, or None."""

    of: object


@attrs.frozen
class Estimated:
    """An estimate of something."""

    end: object


@attrs.frozen
class Several:
    """A list of something; `build` makes of it what the field holds."""

    item: object
    build: Callable[[list[Any]], object]


@attrs.frozen
class ByName:
    """Something under names."""

    item: object


@attrs.frozen
class Word:
    """A member of an enumeration."""

    cls: type[Enum]


@attrs.frozen
class Kinds:
    """An object of an open hierarchy, told by its `kind`: of one of these classes or of one below them."""

    options: tuple[object, ...]
    """The classes, generic ones perhaps with what stands for their parameters."""

    @property
    def classes(self) -> tuple[type, ...]:
        """The classes alone."""
        return tuple(map(plain_class, self.options))

    @property
    def root(self) -> type:
        """The root of the hierarchy."""
        return root_of(self.classes[0])


@attrs.frozen
class TextOr:
    """A text, such as an id, or else something that is written as an object."""

    other: object


@attrs.frozen
class Object:
    """An object with the fields of just this class."""

    cls: type[attrs.AttrsInstance]


@attrs.frozen
class Document:
    """A ledger as a whole."""


@attrs.frozen
class Foreign:
    """A type of somebody else's, which is left to the converter of cattrs."""

    cls: object


Described: TypeAlias = (
    Plain | Optional | Estimated | Several | ByName | Word | Kinds | TextOr | Object | Document | Foreign
)


def described(cls: object) -> Described:
    """What a type is."""
    if cls in _PLAIN:
        return Plain(cls)
    origin, arguments = get_origin(cls), get_args(cls)
    if origin in (Union, UnionType):
        return _union(cls, arguments)
    if origin is Estimate:
        return Estimated(arguments[0])
    if origin in (list, Sequence):
        return Several(arguments[0], list)
    if origin in (set, frozenset, Records) or (origin is tuple and arguments[1:] == (...,)):
        return Several(arguments[0], origin)
    if origin in (dict, Mapping) and arguments[0] is str:
        return ByName(arguments[1])
    if cls is Ledger:
        return Document()
    if is_open(plain_class(cls)):
        return Kinds((cls,))
    if not isinstance(cls, type):
        return Foreign(cls)
    if issubclass(cls, Enum):
        return Word(cls)
    return Object(cls) if attrs.has(cls) else Foreign(cls)


def _union(cls: object, arguments: tuple[object, ...]) -> Described:
    rest = tuple(argument for argument in arguments if argument is not NoneType)
    if len(rest) < len(arguments):
        return Optional(_one_of(rest))
    others = tuple(argument for argument in rest if argument is not str)
    if len(others) < len(rest) and (len(others) == 1 or are_of_one_root(others)):
        return TextOr(_one_of(others))
    return Kinds(rest) if are_of_one_root(rest) else Foreign(cls)


def _one_of(types: Iterable[Any]) -> object:
    """Any of some types; `typing.Union` would keep them, and so a class that a notebook replaces."""
    return reduce(or_, types)


def fields_in_documents(cls: object) -> list[Field]:
    """The fields that documents hold of a class, their annotations resolved and made concrete.

    Raises:
        Exception: Whatever an annotation raises that cannot be resolved.
    """
    return [field for field in fields_of(cls) if field.init]


def written_fields(cls: type[attrs.AttrsInstance]) -> list[Field]:
    """The fields of an object in the order in which they are written."""
    return in_order(field for field in attrs.fields(cls) if field.init)


def in_order(fields: Iterable[Field]) -> list[Field]:
    """Fields in the order in which they are written."""
    return sorted(fields, key=lambda field: field.name in _LAST and 1 + _LAST.index(field.name))
