"""Reading: from the plain lists and objects of a document to values and records.

One function per class reads an object: it reads each field by the function for its type, collects what is wrong, and
calls the constructor, which checks the rest. Open hierarchies are looked up by `kind` in the moment of reading, so a
subclass is known from the statement that defines it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, Union, get_args, get_origin

import attrs

from .._errors import DocumentError, InvalidValueError, LedgerError, UkraineSupportError, meant, near, shown
from .._iso import CODES_OF_THE_EU, COUNTRIES
from .._model import fields
from .._model.estimate import Estimate
from .._model.generics import are_of_one_root, fields_of, plain_class
from .._model.kinds import class_of, is_open, kinds_under, root_of
from .._model.magnitudes import Calibre, Length, Mass
from .._model.mapping import Extras
from .._model.money import Currency, interned
from .._model.parties import Country, Party
from .._model.period import Period
from .._model.records import Records
from .._model.text import Text
from .._model.vocabulary import Vocabulary
from ..reference import ORGANISATIONS
from . import _values as values
from ._values import Hook, faults_at, listed, step, to_str, told, wrong

_BY_TYPE: Final[dict[Any, Hook]] = {
    str: to_str,
    int: values.to_int,
    bool: values.to_bool,
    float: values.to_float,
    Decimal: values.to_exact,
    int | Decimal: values.to_count,
    date: values.to_date,
    Text: values.to_text,
    Extras: values.to_extras,
    Currency: lambda value: interned(to_str(value)),
    Calibre: lambda value: Calibre.parse(to_str(value)),
    Length: lambda value: Length.parse(to_str(value)),
    Mass: lambda value: Mass.parse(to_str(value)),
    Period: lambda value: Period(to_str(value)),
    Any: lambda value: value,
    object: lambda value: value,
}


class _Field(NamedTuple):
    name: str
    alias: str
    read: Hook
    required: bool


class Reader:
    """Makes, once per type, the function that reads it; what is not the library's own goes to `foreign`."""

    def __init__(self, foreign: Callable[[Any, Any], Any]) -> None:
        self._foreign = foreign
        self._hooks: dict[Any, Hook] = dict(_BY_TYPE)
        self._quantity = self._estimate(values.to_quantity)

    def teach(self, cls: Any, hook: Hook) -> None:
        """Read a type by a function of somebody else's."""
        self._hooks[cls] = hook

    def hook(self, cls: Any) -> Hook:
        """The function that reads a type."""
        found = self._hooks.get(cls)
        if found is None:
            found = self._hooks[cls] = self._made(cls)
        return found

    def hook_of(self, field: "attrs.Attribute[Any]") -> Hook:
        """The function that reads the value of a field: by its type, and by its rules where they say what it is."""
        return self._quantity if fields.is_number in rules_of(field) else self.hook(field.type)

    def _made(self, cls: Any) -> Hook:
        origin, arguments = get_origin(cls), get_args(cls)
        if origin in (Union, UnionType):
            return self._union(cls, arguments)
        if is_open(origin):
            return self._by_kind(cls)
        if origin is Estimate:
            return self._estimate(self.hook(arguments[0]))
        if origin is Records:
            return self.list_of(self.hook(arguments[0]), Records)
        if origin in (list, Sequence):
            return self.list_of(self.hook(arguments[0]))
        if origin in (set, frozenset) or (origin is tuple and arguments[1:] == (...,)):
            return self.list_of(self.hook(arguments[0]), origin)
        if origin in (dict, Mapping) and arguments[0] is str:
            return self._mapping(arguments[1])
        if not isinstance(cls, type):
            return self._other(cls)
        if issubclass(cls, Enum):
            return _member(cls)
        if is_open(cls):
            return self._by_kind(cls)
        return self._object(cls) if attrs.has(cls) else self._other(cls)

    def _estimate(self, read: Hook) -> Hook:
        return values.estimate_reader(read)

    def _union(self, cls: Any, arguments: tuple[Any, ...]) -> Hook:
        rest = tuple(argument for argument in arguments if argument is not NoneType)
        if len(rest) < len(arguments):
            inner = self.hook(rest[0] if len(rest) == 1 else Union[rest])  # noqa: UP007
            return lambda value: None if value is None else inner(value)
        others = tuple(argument for argument in rest if argument is not str)
        if len(others) < len(rest) and (len(others) == 1 or are_of_one_root(others)):
            other = self.hook(Union[others])  # noqa: UP007 - of as many as there are
            return lambda value: value if type(value) is str else other(value)
        if are_of_one_root(rest):
            return self._by_kind(*rest)
        return self.hook(int | Decimal) if set(rest) == {int, Decimal} else self._other(cls)

    def list_of(self, read: Hook, build: Callable[[Any], Any] = list) -> Hook:
        """The function that reads a list, given that which reads an item and what is built of the items."""

        def items(value: Any) -> Any:
            if type(value) is not list:
                raise wrong(value, "a list")
            found, faults = [], []
            for at, part in enumerate(value):
                try:
                    found.append(read(part))
                except (InvalidValueError, DocumentError) as error:
                    faults += faults_at(f"[{at}]", error)
            if faults:
                raise DocumentError(faults)
            try:
                return build(found)
            except (LedgerError, TypeError) as error:  # an id stands twice; what is to be a set has no hash
                raise DocumentError([("", told(error))]) from error

        return items

    def _mapping(self, item: Any) -> Hook:
        read = self.hook(item)

        def mapping(value: Any) -> dict[str, Any]:
            if type(value) is not dict:
                raise wrong(value, "an object")
            found, faults = {}, []
            for key, part in value.items():
                try:
                    found[to_str(key)] = read(part)
                except (InvalidValueError, DocumentError) as error:
                    faults += faults_at(step(key), error)
            if faults:
                raise DocumentError(faults)
            return found

        return mapping

    def _other(self, cls: Any) -> Hook:
        def other(value: Any) -> Any:
            try:
                return self._foreign(value, cls)
            except UkraineSupportError:
                raise
            except Exception as error:
                raise DocumentError([("", told(error))]) from error

        return other

    def _by_kind(self, *options: Any) -> Hook:
        """The function that reads an object of one of several open classes below one root."""
        classes = tuple(map(plain_class, options))
        asked = dict(zip(classes, options, strict=True))
        root: Any = root_of(classes[0])
        default = root if root in classes and "kind" in root.__dict__ else None

        def open_object(value: Any) -> Any:
            if type(value) is str and root is Party:
                return named(value, *classes)
            if type(value) is not dict:
                raise wrong(value, f"an object that is a {_names(classes)}")
            found: Any = class_of(value["kind"], root) if "kind" in value else default
            if found is None or not issubclass(found, classes):
                raise DocumentError([("kind", _no_kind(value, classes))])
            concrete = asked.get(found, found)
            reader = self._hooks.get((concrete,))  # a tuple, apart from the hook that looks at `kind`
            if reader is None:
                reader = self._hooks[(concrete,)] = self._object(concrete)
            return reader(value)

        return open_object

    def _object(self, cls: Any) -> Hook:
        plan_of = cache(lambda: self._fields(cls))  # when first needed: a class may hold others of its own
        plain = plain_class(cls)

        def an_object(value: Any) -> Any:
            if type(value) is not dict:
                raise wrong(value, f"an object that is a {plain.__name__}")
            plan = plan_of()
            known = [*(["kind"] if is_open(plain) else []), *(field.name for field in plan)]
            arguments, faults = _arguments(plan, value)
            faults += [(step(key), values.unknown_key(key, known)) for key in value if key not in known]
            if faults:
                raise DocumentError(faults)
            return _built(plain, arguments)

        return an_object

    def _fields(self, cls: Any) -> list[_Field]:
        try:
            found = fields_of(cls)
        except Exception as error:
            problem = f"the annotations of {plain_class(cls).__name__} cannot be resolved: {error}"
            raise DocumentError([("", problem)]) from error
        return [
            _Field(field.name, str(field.alias), self.hook_of(field), field.default is attrs.NOTHING)
            for field in found
            if field.init
        ]


def rules_of(field: "attrs.Attribute[Any]") -> Sequence[Any]:
    """What a field asks of its value."""
    rules: Sequence[Any] = getattr(field.validator, "_validators", (field.validator,))  # of a list, attrs makes one
    return rules


def _arguments(plan: Sequence[_Field], value: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    arguments: dict[str, Any] = {}
    faults: list[tuple[str, str]] = []
    for field in plan:
        if field.name in value:
            try:
                arguments[field.alias] = field.read(value[field.name])
            except (InvalidValueError, DocumentError) as error:
                faults += faults_at(field.name, error)
        elif field.required:
            faults.append((field.name, "is missing"))
    return arguments, faults


def _built(cls: Any, arguments: Mapping[str, Any]) -> Any:
    try:
        return cls(**arguments)
    except InvalidValueError as error:
        name, _, field = error.where.partition(".")
        raise DocumentError(faults_at(field if name == cls.__name__ else "", error)) from None
    except Exception as error:  # a check of the user's own
        raise DocumentError([("", told(error))]) from error


def words_of(cls: type[Enum]) -> dict[str, Enum]:
    """The members of an enumeration by their words; a word that stands for another's is not among them."""
    return {member.value: member for member in cls if type(member.value) is str}


def _member(cls: type[Enum]) -> Hook:
    """What reads a member of an enumeration by its value; of the library's own, by its word."""
    words = words_of(cls)

    def member(value: Any) -> Any:
        found = words.get(value) if type(value) is str else None
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


PARTIES: Final[dict[str, Party]] = {}
"""Parties by the code or id that documents use; bounded by the codes of ISO and the catalogue."""


def named(name: str, *classes: type[Party]) -> Party:
    """A country by its code, or an organisation of the reference catalogue by its id, that is of one of the classes."""
    party = PARTIES.get(name)
    if party is None:
        party = PARTIES[name] = _party(name)
    if not isinstance(party, classes):
        raise InvalidValueError("", f"{name} is a {type(party).__name__}", f"write a {_names(classes)}")
    return party


def _party(name: str) -> Party:
    if name in ORGANISATIONS:
        return ORGANISATIONS[name]
    try:
        return Country(name)
    except InvalidValueError:
        hint = meant(CODES_OF_THE_EU.get(name, name), {**COUNTRIES, **ORGANISATIONS}) or near(name, ORGANISATIONS)
        accepted = f"write a country's code, an id of reference.ORGANISATIONS, or an object with a kind{hint}"
        raise InvalidValueError("", f"{shown(name)} is no party", accepted) from None


def _names(classes: Sequence[type]) -> str:
    return " or ".join(cls.__name__ for cls in classes)


def _no_kind(value: Mapping[str, Any], classes: Sequence[type[Any]]) -> str:
    known = list(dict.fromkeys(kind for cls in classes for kind in kinds_under(cls)))
    if "kind" not in value:
        return f"is missing; write one of {listed(known)}"
    kind = value["kind"]
    hint = near(kind, known) if type(kind) is str else ""
    return f"{shown(kind)} is no kind of {_names(classes)}{hint or '; known are ' + listed(known)}"
