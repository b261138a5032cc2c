"""Reading: from the plain lists and objects of a document to values and records.

One function per type, made once. That of an object reads each field by the function for the field's type and calls the
constructor, which checks the rest; what is wrong is collected with its path, so that one error names all of it. Open
hierarchies are looked up by `kind` in the moment of reading: a subclass is known from the statement that defines it.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from marshal import dumps as bytes_of
from typing import Any, Final

import attrs

from .._errors import DocumentError, InvalidValueError, LedgerError, UkraineSupportError, meant, shown
from .._iso import CODES_OF_THE_EU, COUNTRIES
from .._model import fields
from .._model.base.generics import plain_class
from .._model.base.kinds import is_open, kinds_under, of_ones_own, registered
from .._model.base.remembered import ByClass
from .._model.base.vocabulary import Vocabulary
from .._model.parties import Country, Party
from .._model.readers import to_quantity
from .._model.values.magnitudes import Calibre, Length, Mass
from .._model.values.mapping import Extras
from .._model.values.money import Currency, Money, interned
from .._model.values.period import Period
from .._model.values.text import Text
from .._types import (
    NUMBER,
    RECURRING,
    ByName,
    Document,
    Estimated,
    Field,
    Kinds,
    Object,
    Optional,
    Plain,
    Several,
    TextOr,
    Word,
    described,
    fields_in_documents,
)
from ..reference import ORGANISATIONS
from . import _values as values
from ._faults import (
    Fault,
    Read,
    add_faults,
    faults_at,
    hint,
    listed,
    one_line,
    read_by_name,
    read_each,
    step,
    to_str,
    unknown_key,
    wrong,
)

_REMEMBERED: Final = 4096
"""How many different texts of one type, or small objects of one class, are remembered."""
_SMALL: Final = 500
"""Bytes of an object that is remembered, at most."""


def _often(read: Callable[[str], Any]) -> Read:
    """What reads a text of which documents hold few different ones, many times each."""
    remembered = lru_cache(_REMEMBERED)(read)
    return lambda value: remembered(value if type(value) is str else to_str(value))


_PLAIN: Final[dict[Any, Read]] = {
    str: to_str,
    int: values.to_int,
    bool: values.to_bool,
    float: values.to_float,
    Decimal: values.to_exact,
    NUMBER: values.to_count,
    date: values.to_date,
    Text: values.to_text,
    Extras: values.to_extras,
    Currency: lambda value: interned(to_str(value)),
    Calibre: _often(Calibre.parse),
    Length: _often(Length.parse),
    Mass: _often(Mass.parse),
    Period: _often(Period),
    Any: lambda value: value,
    object: lambda value: value,
}


class Reader:
    """Makes, once per type, the function that reads it; what is not the library's own goes to `foreign`."""

    def __init__(self, foreign: Callable[[Any, Any], Any], document: Read) -> None:
        self._foreign = foreign
        self._document = document
        self._quantity = values.estimate_reader(values.to_quantity)
        self._hooks = ByClass[Read]()

    def hook(self, cls: object) -> Read:
        """The function that reads a type."""
        found = self._hooks.get(cls)
        if found is None:
            found = self._hooks[cls] = self._made(cls)
        return found

    def _made(self, cls: object) -> Read:
        match described(cls):
            case Plain(plain):
                return _PLAIN[plain]
            case Optional(of):
                return self._optional(of)
            case Estimated(end):
                return values.estimate_reader(self.hook(end))
            case Several(item, build):
                read = self._list(self.hook(item), build)
                return _remembering(read) if build is tuple and item in RECURRING else read
            case ByName(item):
                return self._mapping(self.hook(item))
            case Word(enumeration):
                return _member(enumeration)
            case Kinds() as kinds:
                return self._by_kind(kinds)
            case TextOr(other):
                return self._text_or(self.hook(other))
            case Object(own):
                return self._object(own)
            case Document():
                return self._document
            case _:
                return self._other(cls)

    def _optional(self, of: object) -> Read:
        read = self.hook(of)
        return lambda value: None if value is None else read(value)

    def _text_or(self, read: Read) -> Read:
        return lambda value: value if type(value) is str else read(value)

    def _list(self, read: Read, build: Callable[[list[Any]], object]) -> Read:
        def items(value: object) -> object:
            if type(value) is not list:
                raise wrong(value, "a list")
            found = read_each(read, value)
            try:
                return build(found)
            except (LedgerError, TypeError) as error:  # an id stands twice; what is to be a set has no hash
                raise DocumentError([("", one_line(error))]) from error

        return items

    def _mapping(self, read: Read) -> Read:
        def mapping(value: object) -> dict[str, Any]:
            if type(value) is not dict:
                raise wrong(value, "an object")
            return read_by_name(read, value)

        return mapping

    def _other(self, cls: object) -> Read:
        def other(value: object) -> Any:
            try:
                return self._foreign(value, cls)
            except UkraineSupportError:
                raise
            except Exception as error:
                raise DocumentError([("", one_line(error))]) from error

        return other

    def _by_kind(self, kinds: Kinds) -> Read:
        """What reads an object of one of several open classes below one root."""
        root, classes = kinds.root, kinds.classes
        asked = dict(zip(classes, kinds.options, strict=True))
        by_kind: Mapping[str, type] = registered(root)
        without = root if root in classes and "kind" in root.__dict__ else None
        readers: dict[type, Read] = {}

        def open_object(value: object) -> Any:
            if type(value) is str and root is Party:
                return _named(value, classes)
            if type(value) is not dict:
                raise wrong(value, f"an object that is a {_either(classes)}")
            kind = value.get("kind")
            found: Any = by_kind.get(kind) if type(kind) is str else None if "kind" in value else without
            read = readers.get(found)
            if read is None:
                if found is None or not issubclass(found, classes):
                    raise DocumentError([("kind", _no_kind(value, classes))])
                read = readers[found] = self._object(asked.get(found, found))
            return read(value)

        return open_object

    def _object(self, option: object) -> Read:
        """What reads an object of just this class."""
        cls = plain_class(option)
        made: list[tuple[dict[str, tuple[str, Read]], list[str]]] = []
        besides = {"kind"} if is_open(cls) else set()

        def an_object(value: object) -> Any:
            if type(value) is not dict:
                raise wrong(value, f"an object that is a {cls.__name__}")
            if not made:  # until it is first needed, as a class may hold others of its own
                required = [field.name for field in attrs.fields(cls) if _is_required(field)]
                made.append((self._fields(option), required))  # at once, as other threads read too
            fields, required = made[0]
            arguments: dict[str, Any] = {}
            faults: dict[object, list[Fault]] = {}
            unknown: list[Fault] = []
            for key, part in value.items():
                field = fields.get(key)
                try:
                    if field is not None:
                        arguments[field[0]] = field[1](part)
                    elif key not in besides:
                        add_faults(unknown, [(step(key), unknown_key(key, [*besides, *fields]))])
                except (InvalidValueError, DocumentError) as error:
                    faults[key] = faults_at(key, error)
            for name in required:
                if name not in value:
                    faults[name] = [(name, "is missing")]
            if faults or unknown:
                raise DocumentError([*(fault for name in fields for fault in faults.get(name, ())), *unknown])
            return _built(cls, arguments)

        if cls is Money:
            return _amount(an_object)
        return _remembering(an_object) if issubclass(cls, RECURRING) else an_object

    def _fields(self, cls: object) -> dict[str, tuple[str, Read]]:
        """For each field, the name that the constructor has for it, and what reads it."""
        try:
            held = fields_in_documents(cls)
        except Exception as error:
            name = plain_class(cls).__name__
            raise DocumentError([("", f"the annotations of {name} cannot be resolved: {error}")]) from error
        return {field.name: (str(field.alias), self._hook_of(field)) for field in held}

    def _hook_of(self, field: Field) -> Read:
        """What reads a field: by its type, and of a quantity each whole number in one way."""
        return self._quantity if to_quantity in fields.rules_of(field) else self.hook(field.type)


def _is_required(field: Field) -> bool:
    return field.init and field.default is attrs.NOTHING


def _amount(read: Read) -> Read:
    """What reads an amount, of which documents hold more than of anything else: a right one at once."""

    def amount(value: Any) -> Any:
        if type(value) is dict and len(value) == 2:
            number, code = value.get("amount"), value.get("currency")
            if type(number) is str and type(code) is str:
                with suppress(InvalidValueError):
                    return Money(number, code)
        return read(value)  # which says what is wrong

    return amount


def _remembering(read: Read) -> Read:
    """Read what stands alike in many records once, where it is small; the records then hold the same object.

    What it is remembered by tells types apart, since `1 == True`; what fails is not remembered.
    """
    kept: dict[bytes, Any] = {}

    def remembered(value: Any) -> Any:
        try:
            key = bytes_of(value, 2)
        except ValueError:  # an object of a caller's own, which `read` refuses
            return read(value)
        found = kept.get(key)
        if found is None:
            found = read(value)
            if len(key) <= _SMALL:
                if len(kept) >= _REMEMBERED:
                    kept.clear()
                kept[key] = found
        return found

    return remembered


def _built(cls: type[Any], arguments: Mapping[str, Any]) -> Any:
    try:
        return cls(**arguments)
    except InvalidValueError as error:
        name, _, field = error.where.partition(".")
        raise DocumentError(faults_at(field if name == cls.__name__ else "", error)) from None
    except Exception as error:  # a check of the user's own
        raise DocumentError([("", one_line(error))]) from error


def _member(cls: type[Enum]) -> Read:
    """What reads a member of an enumeration by its value; of the library's own, by its word."""
    by_word = {member.value: member for member in cls if type(member.value) is str}

    def member(value: object) -> Any:
        found = by_word.get(value) if type(value) is str else None
        if found is not None:
            return found
        if issubclass(cls, Vocabulary):
            return cls(to_str(value))
        try:
            other = cls(value)
        except ValueError:
            other = None
        if other is None or type(other.value) is not type(value):  # 1 == True == 1.0
            accepted = f"write one of {listed(str(each.value) for each in cls)}"
            raise InvalidValueError("", f"{shown(value)} is no {cls.__name__}", accepted)
        return other

    return member


_PARTIES: Final[dict[str, Party]] = {}
"""Parties by the code or id that documents use; bounded by the codes of ISO and the catalogue."""
_CODES: Final = frozenset((*COUNTRIES, *ORGANISATIONS))


def _named(name: str, classes: tuple[type, ...]) -> Party:
    """A country by its code, or an organisation of the reference catalogue by its id."""
    party = _PARTIES.get(name)
    if party is None:
        party = _PARTIES[name] = _party(name)
    if not isinstance(party, classes):
        raise InvalidValueError("", f"{name} is a {type(party).__name__}", f"write a {_either(classes)}")
    return party


def _party(name: str) -> Party:
    if name in ORGANISATIONS:
        return ORGANISATIONS[name]
    try:
        return Country(name)
    except InvalidValueError:
        likely = meant(CODES_OF_THE_EU.get(name, name), _CODES) or hint(name, ORGANISATIONS)
        accepted = f"write a country's code, an id of reference.ORGANISATIONS, or an object with a kind{likely}"
        raise InvalidValueError("", f"{shown(name)} is no party", accepted) from None


def _either(classes: tuple[type, ...]) -> str:
    return " or ".join(cls.__name__ for cls in classes)


def _no_kind(value: Mapping[str, Any], classes: tuple[type[Any], ...]) -> str:
    kinds = list(dict.fromkeys(kind for cls in classes for kind in kinds_under(cls)))
    if "kind" not in value:
        return f"is missing; write one of {listed(kinds)}"
    kind = value["kind"]
    dotted = of_ones_own(kind, kinds) if type(kind) is str else ""
    likely = dotted or hint(kind, kinds) or f"; known are {listed(kinds)}"
    return f"{shown(kind)} is no kind of {_either(classes)}{likely}"
