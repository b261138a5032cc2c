"""How JSON Schema says what the value types of a document look like: patterns, lists of codes, bounds.

The patterns keep to what the expressions of every language share: no look-ahead, no class of Unicode.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from ..._exact import FRACTION_DIGITS, INTEGER_DIGITS
from ..._iso import COUNTRIES, CURRENCIES
from ..._model.fields import ID_LENGTH
from ..._model.values.magnitudes import Calibre, Length, Mass
from ..._model.values.mapping import Extras
from ..._model.values.money import Currency, Money
from ..._model.values.period import Period
from ..._model.values.text import Text
from ...reference import ORGANISATIONS
from ...units import LENGTH, MASS, Dimension

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema: words of its vocabulary with what they hold, as plain lists and objects."""

NULL: Final[Schema] = {"type": "null"}
FROM_ZERO: Final = "FromZero"
ABOVE_ZERO: Final = "AboveZero"
"""Suffixes of the names of numbers and amounts that are bounded from below."""


def ref(name: str) -> Schema:
    """Whatever the schema says under a name."""
    return {"$ref": f"#/$defs/{quote(name)}"}


def any_of(*schemas: Schema) -> Schema:
    """One of these, or the one itself where there is one."""
    if len(schemas) == 1:
        return schemas[0]
    return {
        "anyOf": [each for schema in schemas for each in (schema["anyOf"] if list(schema) == ["anyOf"] else [schema])]
    }


def _pattern(*alternatives: str) -> Schema:
    return {"type": "string", "pattern": "|".join(f"^{alternative}$" for alternative in alternatives)}


_SPACES: Final = r" \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROLS: Final = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"
_UNPRINTABLE: Final = (
    r"\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f"
    r"\u2028-\u202f\u205f-\u206f\u3000\ue000-\uf8ff\ufeff"
)
"""Those that no version of Unicode will make printable."""

_WHOLE: Final = f"[0-9]{{1,{INTEGER_DIGITS}}}"
_POINT: Final = rf"\.[0-9]{{1,{FRACTION_DIGITS}}}"
_FRACTION: Final = f"({_POINT})?"
_LARGEST: Final = 10**INTEGER_DIGITS - 1
_ABOVE_ZERO: Final = {"allOf": [{"pattern": "[1-9]"}]}
_NOT_WHOLE: Final = {"allOf": [{"pattern": r"\.[0-9]*[1-9]"}]}

_MONTH: Final = "(0[1-9]|1[0-2])"
_DAY: Final = f"[0-9]{{4}}-{_MONTH}-(0[1-9]|[12][0-9]|3[01])"
_END: Final = rf"[0-9]{{4}}(-{_MONTH}(-(0[1-9]|[12][0-9]|3[01]))?|-2[1-4])?[~?%]?"


def _magnitude(dimension: Dimension, sign: str) -> Schema:
    number = rf"({_WHOLE}{_FRACTION}|\.[0-9]{{1,{FRACTION_DIGITS}}})"
    return _pattern(rf"{sign}{number}[ \u00a0-]?({'|'.join(dimension.spellings)})")


def _bounded(name: str, plain: Schema, from_zero: Schema, above_zero: Schema) -> dict[str, Schema]:
    return {name: plain, name + FROM_ZERO: from_zero, name + ABOVE_ZERO: above_zero}


def _money(sign: str) -> Schema:
    return {
        "type": "object",
        "properties": {"amount": ref(f"Decimal{sign}"), "currency": ref("Currency")},
        "required": ["amount", "currency"],
        "additionalProperties": False,
    }


def _either(one: str, other: str) -> tuple[Schema, Schema, Schema]:
    plain, from_zero, above_zero = (any_of(ref(one + sign), ref(other + sign)) for sign in ("", FROM_ZERO, ABOVE_ZERO))
    return plain, from_zero, above_zero


VALUES: Final[Mapping[str, Schema]] = MappingProxyType(
    {
        "Id": {
            "description": "What a record is called: printable characters without blanks around them.",
            "type": "string",
            "minLength": 1,
            "maxLength": ID_LENGTH,
            "not": {"pattern": f"^ | $|[{_UNPRINTABLE}]"},
        },
        "LineId": {
            "description": "What a line is called in its record: an id that is no number.",
            "allOf": [ref("Id"), {"not": {"pattern": "^[0-9]+$"}}],
        },
        "Words": {
            "description": "Words that say something: no control characters but line breaks and tabs.",
            "type": "string",
            "pattern": rf"[^\t\n\r{_SPACES}]",
            "not": {"pattern": f"[{_CONTROLS}]"},
        },
        "Text": any_of(
            ref("Words"),
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
                "additionalProperties": ref("Words"),
            },
        ),
        "Extras": {
            "type": "object",
            "propertyNames": ref("Words"),
            "additionalProperties": {"type": "string"},
        },
        "Currency": {"enum": list(CURRENCIES)},
        "CountryCode": any_of(
            {"description": "ISO 3166-1 alpha-2, as documents are written.", "enum": list(COUNTRIES)},
            {
                "description": "ISO 3166-1 alpha-3 and numeric, which are read too.",
                "enum": [code for alpha3, numeric, _ in COUNTRIES.values() for code in (alpha3, numeric) if code],
            },
        ),
        "OrganisationId": {
            "description": "An organisation of the library's catalogue, by its id.",
            "enum": list(ORGANISATIONS),
        },
        "Period": _pattern(_END, f"{_END}/{_END}", rf"\.\./{_END}", rf"{_END}/\.\."),
        "Day": _pattern(_DAY) | {"description": "A day.", "format": "date"},
        "Calibre": _magnitude(LENGTH, "") | _ABOVE_ZERO,
        "Length": _magnitude(LENGTH, "-?") | {"not": {"pattern": "^-.*[1-9]"}},
        "Mass": _magnitude(MASS, "-?") | {"not": {"pattern": "^-.*[1-9]"}},
        **_bounded(
            "Integer",
            {"type": "integer", "minimum": -_LARGEST, "maximum": _LARGEST},
            {"type": "integer", "minimum": 0, "maximum": _LARGEST},
            {"type": "integer", "minimum": 1, "maximum": _LARGEST},
        ),
        **_bounded(
            "Decimal",
            _pattern(f"-?{_WHOLE}{_FRACTION}"),
            _pattern(f"{_WHOLE}{_FRACTION}", rf"-0{{1,{INTEGER_DIGITS}}}(\.0{{1,{FRACTION_DIGITS}}})?"),
            _pattern(f"{_WHOLE}{_FRACTION}") | _ABOVE_ZERO,
        ),
        **_bounded(
            "Fraction",
            _pattern(f"-?{_WHOLE}{_POINT}") | _NOT_WHOLE,
            _pattern(f"{_WHOLE}{_POINT}") | _NOT_WHOLE,
            _pattern(f"{_WHOLE}{_POINT}") | _NOT_WHOLE,
        ),
        **_bounded("Number", *_either("Integer", "Decimal")),
        **_bounded("Quantity", *_either("Integer", "Fraction")),
        **_bounded("Money", _money(""), _money(FROM_ZERO), _money(ABOVE_ZERO)),
    }
)
"""Name to what a value looks like; some refer to others."""

CLASSES: Final[Mapping[str, type]] = MappingProxyType(
    {cls.__name__: cls for cls in (Text, Extras, Currency, Money, Period, Calibre, Length, Mass)}
)
"""The values that are classes of the model, which say themselves what they are."""


def estimate_of(end: Schema) -> Schema:
    """What an estimate looks like whose ends look like this."""

    def form(name: str, inner: Schema) -> Schema:
        return {"type": "object", "properties": {name: inner}, "required": [name], "additionalProperties": False}

    pair = {"type": "array", "items": end, "minItems": 2, "maxItems": 2}
    bounds = [form("at_least", end), form("at_most", end), form("between", pair)]
    return any_of(end, NULL, *bounds, form("about", any_of(end, NULL, *bounds)))
