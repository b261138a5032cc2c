"""The documents described for other languages, as JSON Schema."""

import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, NamedTuple, get_origin
from urllib.parse import quote

import attrs

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._iso import COUNTRIES, FORMER_COUNTRIES
from ..._model import fields
from ..._model.base.generics import plain_class
from ..._model.base.immutable import Immutable, is_ours
from ..._model.base.kinds import is_open, kinds_under, root_of
from ..._model.base.vocabulary import Vocabulary
from ..._model.claims import Claim, Position
from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.lines import Line
from ..._model.parties import Country, FormerCountry, Organisation
from ..._model.readers import to_quantity
from ..._model.records import Records
from ..._model.values.estimate import Estimate
from ..._model.values.money import Money
from ..._model.values.stages import Stage
from ..._types import (
    DESCRIPTION,
    NUMBER,
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
    in_order,
)
from .._document import VERSION
from .._json import dumps
from .descriptions import FIELDS
from .shapes import ABOVE_ZERO, CLASSES, FROM_ZERO, NULL, VALUES, Schema, any_of, estimate_of, ref

_MODULES: Final = re.compile(r"[\w<>]+\.")
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class _Asked(NamedTuple):
    """What a field asks of its values besides their type."""

    sign: str = ""
    number: str = "Number"
    text: Schema = {"type": "string"}  # noqa: RUF012 - never changed


_NOTHING_MORE: Final = _Asked()
_ID: Final = _Asked(text=ref("Id"))
_ID_OF_A_LINE: Final = _Asked(text=ref("LineId"))
_WORDS: Final = _Asked(text=ref("Words"))
_BY_RULE: Final[Mapping[Any, _Asked]] = {
    fields.is_id: _ID,
    fields.is_id_or_none: _ID,
    fields.to_ids: _ID,
    fields.is_id_in_a_record: _ID_OF_A_LINE,
    fields.is_words: _WORDS,
    fields.is_string: _WORDS,
    fields.from_zero: _Asked(sign=FROM_ZERO),
    fields.above_zero: _Asked(sign=ABOVE_ZERO),
}
_BY_FIELD: Final[Mapping[tuple[type, str], _Asked]] = {
    (Claim, "line"): _ID_OF_A_LINE,
    (Position, "on"): _ID,
    (Country, "alpha2"): _Asked(text=ref("CountryCode")),
    (FormerCountry, "code"): _Asked(text={"enum": list(FORMER_COUNTRIES)}),
}
_FURTHER: Final[Mapping[tuple[type, str], Schema]] = {
    (Line, "of"): {"minItems": 1},
    (Claim, "line"): {"minimum": 0},
    (Claim, "of"): {"uniqueItems": True},
    (Claim, "disputes"): {"uniqueItems": True},
    (Claim, "retracts"): {"uniqueItems": True},
    (Organisation, "id"): {"not": {"enum": list(COUNTRIES)}},
}
"""Rules of one field each, as JSON Schema says them."""
_SHARES: Final[Schema] = {
    "not": {"properties": {"of": {"minItems": 1}, "share": {"not": NULL}}, "required": ["of", "share"]}
}
"""A claim of other kinds has no share."""

_NUMBERS: Final[Mapping[Any, str]] = {int: "Integer", Decimal: "Decimal"}
_PLAIN: Final[Mapping[Any, Schema]] = {
    bool: {"type": "boolean"},
    float: {"type": "number"},
    date: ref("Day"),
    Any: {},
    object: {},
} | {cls: ref(name) for name, cls in CLASSES.items()}
_ALSO_READ: Final[Mapping[type, list[str]]] = {Stage: ["disbursed"]}


def json_schema(type: Any = Ledger) -> Schema:
    """Describe a document, or any part of one, as [JSON Schema](https://json-schema.org), draft 2020-12.

    The `$id` names the type and the version of the documents. Every class is a definition under `$defs`; those below
    one root are told apart by `kind`, and the subclasses of your own that are known by now are among them. Titles and
    descriptions are those of the docstrings; a field of your own says what it is in its metadata, under
    `"ukraine_support.description"`.

    What `dumps` writes is valid under the schema, and what the schema refuses `loads` refuses. A schema cannot say some
    rules, which `loads` alone keeps: that references hold and run in no circle, that a claim retracts those of its own
    party alone, that ids are unique and parties not named twice, that the ends of an estimate are of one currency and
    in order, that days exist and are in order, that a magnitude converted to the unit it is held in has no more digits
    than fit, that `1.0` is no integer, and what the validators and converters of your own classes ask. Of the
    characters that an id cannot hold, it names those that no version of Unicode will print, and it overlooks lone
    surrogates.

    Args:
        type: What to describe: `Ledger`, any class of the model or below it, `list[Claim]`, `Estimate[int]`, ...

    Raises:
        InvalidValueError: It is no type, or says too little, as `Estimate` alone does.

    Examples:
        >>> schema = json_schema()
        >>> schema["$id"], schema["$ref"], len(schema["$defs"]) > 50
        ('urn:ukraine-support:1:Ledger', '#/$defs/Ledger', True)
        >>> json_schema(bool)["type"]
        'boolean'
    """
    if not isinstance(type, _Type) and get_origin(type) is None and type is not Any:
        raise WrongTypeError("json_schema", f"{shown(type)} is no type", "pass a class, or a type such as list[Claim]")
    definitions = _Definitions()
    found = definitions.of(type)
    held = definitions.needed_by(found)
    whole = {"$schema": _DIALECT, "$id": _id_of(type)} | found | ({"$defs": held} if held else {})
    copy: Schema = json.loads(json.dumps(whole))  # no part of it is shared, so the caller may change it
    return copy


_Type: Final = type


def _id_of(cls: object) -> str:
    """What names the schema of a type, with the version of the documents that it describes."""
    name = cls.__name__ if isinstance(cls, type) and get_origin(cls) is None else str(cls)
    return f"urn:ukraine-support:{VERSION}:{quote(_MODULES.sub('', name))}"


class _Definitions:
    """Collects what the classes look like that a type is made of, each under a name of its own."""

    def __init__(self) -> None:
        self._held: dict[str, Schema] = {}
        self._names: dict[object, str] = {}

    def needed_by(self, found: Schema) -> dict[str, Schema]:
        """The definitions by name, sorted: those collected, and those of the values that are used."""
        pending = [found, *self._held.values()]
        while pending:
            for name in _referred(pending.pop()):
                if name in VALUES and name not in self._held:
                    self._held[name] = (_title_and_description(CLASSES[name]) if name in CLASSES else {}) | VALUES[name]
                    pending.append(VALUES[name])
        return dict(sorted(self._held.items()))

    def of(self, cls: object, asked: _Asked = _NOTHING_MORE) -> Schema:
        """What a value of a type looks like."""
        if cls in (Estimate, Records):
            accepted = f"pass one of something, such as {'Estimate[int]' if cls is Estimate else 'Records[Claim]'}"
            raise InvalidValueError("json_schema", f"{cls.__name__} alone does not say of what", accepted)
        match described(cls):
            case Plain(plain) if plain is str:
                return asked.text
            case Plain(plain) if plain == NUMBER:
                return ref(asked.number + asked.sign)
            case Plain(plain):
                return ref(_NUMBERS[plain] + asked.sign) if plain in _NUMBERS else _PLAIN[plain]
            case Optional(of):
                return any_of(self.of(of, asked), NULL)
            case TextOr(other):
                return any_of(self.of(str, asked), self.of(other, asked))
            case Estimated(end):
                return self._estimate(self.of(end, asked))
            case Several(item):
                return {"type": "array", "items": self.of(item, asked)}
            case ByName(item):
                return {"type": "object", "additionalProperties": self.of(item, asked)}
            case Word(enumeration):
                return self._words(enumeration)
            case Kinds(options):
                return any_of(*map(self._by_kind, options))
            case Object(own) if own is Money:
                return ref("Money" + asked.sign)
            case Object(own):
                return self._object(own)
            case Document():
                return self._object(Ledger)
            case _:
                return {}

    def _defined(self, key: object, wanted: str, make: Callable[[], Schema], cls: type = Ledger) -> Schema:
        """What refers to a definition, which is made when first needed, under a name that is free.

        The names of the library's classes are kept for them.
        """
        name, number = self._names.get(key, wanted), 1
        if key not in self._names:
            kept = VALUES.keys() if is_ours(cls) else VALUES.keys() | _CLASSES
            while name in self._held or name in kept:
                number += 1
                name = f"{wanted}{number}"
            self._names[key] = name
            self._held[name] = {}  # so that what refers to itself finds it
            self._held[name] = make()
        return ref(name)

    def _estimate(self, end: Schema) -> Schema:
        if list(end) != ["$ref"]:
            return estimate_of(end)
        wanted = f"EstimateOf{end['$ref'].rpartition('/')[2]}"
        return self._defined(wanted, wanted, lambda: estimate_of(end))

    def _words(self, cls: type[Enum]) -> Schema:
        words = [member.value for member in cls]
        if not all(isinstance(word, str | int) for word in words):
            return {}
        found = {"enum": [*words, *_ALSO_READ.get(cls, [])]}
        return self._defined(cls, cls.__name__, lambda: _title_and_description(cls) | found, cls)

    def _by_kind(self, cls: object) -> Schema:
        plain = plain_class(cls)
        kinds = list(kinds_under(plain).values())
        codes = [ref("CountryCode")] * issubclass(Country, plain)
        codes += [ref("OrganisationId")] * issubclass(Organisation, plain)
        if kinds == [plain] and not codes:
            return self._object(cls)

        def any_kind() -> Schema:
            options = codes + [self._object(cls if kind is plain else kind) for kind in kinds]
            found: Schema = {"oneOf": options} if options else {"not": {}}
            return _title_and_description(plain) | found

        return self._defined((cls,), f"Any{plain.__name__}" if plain in kinds else plain.__name__, any_kind, plain)

    def _object(self, cls: object) -> Schema:
        plain = plain_class(cls)
        return self._defined(cls, plain.__name__, lambda: _title_and_description(plain) | self._of_fields(cls), plain)

    def _of_fields(self, option: object) -> Schema:
        try:
            stated = in_order(fields_in_documents(option))
        except Exception as error:  # then `loads` refuses whatever comes
            return {"description": f"The annotations of the class cannot be resolved: {error}.", "not": {}}
        cls = plain_class(option)
        properties = {field.name: self._field(cls, field) for field in stated}
        required = [field.name for field in stated if field.default is attrs.NOTHING]
        if is_open(cls):
            properties = {"kind": {"const": cls.kind}} | properties
            required = ["kind"] * (root_of(cls) is not cls) + required
        elif cls is Ledger:
            properties = {"version": {"description": "The version of the document.", "const": VERSION}} | properties
            required = ["version", *required]
        found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if required:
            found["required"] = required
        return found | self._signs(cls) | (_SHARES if issubclass(cls, Claim) else {})

    def _field(self, cls: type, field: Field) -> Schema:
        keys = [(base, field.name) for base in cls.__mro__]
        rules = fields.rules_of(field)
        asked = [found for rule in rules for ours, found in _BY_RULE.items() if rule is ours]
        asked += [_BY_FIELD[key] for key in keys if key in _BY_FIELD]
        said = asked[0] if asked else _NOTHING_MORE
        found = dict(self.of(field.type, said._replace(number="Quantity") if to_quantity in rules else said))
        for key in keys:
            found |= _FURTHER.get(key, {})
        text = description_of(cls, field)
        return ({"description": text} if text else {}) | found | _default(field)

    def _signs(self, cls: type) -> Schema:
        """Only a correction holds values below zero; a claim that is one is an increment too."""
        if not issubclass(cls, Commitment | Claim):
            return {}
        value = {"value": self._estimate(ref("Money" + FROM_ZERO))}
        found: Schema = {"if": {"properties": {"correction": {"const": True}}, "required": ["correction"]}}
        if issubclass(cls, Commitment):
            return found | {"else": {"properties": value | {"lines": {"items": {"properties": value}}}}}
        quantity = {"quantity": self._estimate(ref("Quantity" + FROM_ZERO))}
        increment = {"properties": {"increment": {"const": True}}, "required": ["increment"]}
        return found | {"then": increment, "else": {"properties": value | quantity}}


def _default(field: Field) -> Schema:
    """What an absent field stands for, where that is something."""
    if not isinstance(field.default, str | int | Vocabulary | Immutable):
        return {}
    plain: object = json.loads(dumps(field.default))
    return {} if plain is None or plain == {} else {"default": plain}


def _title_and_description(cls: type) -> Schema:
    """Title and description of a class: its name in words, and its docstring up to the first section."""
    title = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", cls.__name__).capitalize()
    prose = re.split(r"\n\n[A-Z][a-z]+:\n", inspect.cleandoc(cls.__doc__ or ""))[0]
    return {"title": title} | ({"description": re.sub(r"(?<!\n)\n(?!\n)", " ", prose)} if prose else {})


_CLASSES: Final = frozenset(
    [key.partition(".")[0] for key in FIELDS] + [cls.__name__ for cls in Vocabulary.__subclasses__() if is_ours(cls)]
)
"""What the library's own classes are called."""


def description_of(cls: type, field: Field) -> str | None:
    """What a field of a class is: in its metadata, or as the docstring of ours says."""
    ours = (FIELDS.get(f"{base.__name__}.{field.name}") for base in cls.__mro__ if is_ours(base))
    return field.metadata.get(DESCRIPTION) or next(filter(None, ours), None)


def _referred(schema: object) -> Iterator[str]:
    """The names to which a schema refers."""
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].rpartition("/")[2]
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from _referred(part)
