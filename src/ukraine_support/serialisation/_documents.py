"""Whole documents: JSON text to a ledger and back."""

import json
from typing import Any, Final, TypeVar, overload

from .._errors import DocumentError, InvalidValueError, WrongTypeError, shown
from .._model.ledger import Ledger
from ._converter import make_converter
from ._reading import Reader
from ._values import faults_at
from ._writing import Writer

T = TypeVar("T")

_CONVERTER: Final = make_converter()
_READER: Final = Reader(_CONVERTER.structure)
_WRITER: Final = Writer(_CONVERTER.unstructure)


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Write a ledger as a JSON document, or any other value of the model as its part of one.

    The output is stable: records sorted by id, fields in one order, defaults left out.

    Args:
        value: A ledger, a record, a value, or a list of them.
        indent: Blanks per level; None writes one line.

    Examples:
        >>> from ukraine_support import ArtilleryShell, Line, about
        >>> dumps(Line(ArtilleryShell(calibre="155 mm"), about(500_000)))
        '{"of": [{"kind": "artillery-shell", "calibre": "155 mm"}], "quantity": {"about": 500000}}'
    """
    return json.dumps(_WRITER.write(value), ensure_ascii=False, indent=indent, allow_nan=False)


@overload
def loads(text: str | bytes, type: type[Ledger] = ..., *, onto: Ledger | None = None) -> Ledger: ...
@overload
def loads(text: str | bytes, type: type[T], *, onto: None = None) -> T: ...
def loads(text: str | bytes, type: Any = Ledger, *, onto: Ledger | None = None) -> Any:
    """Read a JSON document into a ledger, or a part of one into a value of the type that is asked for.

    Args:
        text: JSON; bytes are UTF-8.
        type: What to read: `Ledger`, any class of the model or below it, `list[Claim]`, `Estimate[int]`, ...
        onto: A ledger that the document's references may point into, and to which its records are added.

    Raises:
        DocumentError: The text is no JSON, or something in it breaks a rule. All faults come at once, each with its
            path.

    Examples:
        >>> from ukraine_support import Claim, Estimate
        >>> loads('{"about": 500000}', Estimate[int])
        about(500000)
        >>> ledger = loads('{"version": 1, "sources": [{"id": "article", "published": "2024-02-27"}]}')
        >>> loads('{"commitments": [{"kind": "military", "id": "a", "stage": "pledged"}]}', onto=ledger)
        <Ledger of 1 source, 1 commitment>
    """
    if onto is not None and not isinstance(onto, Ledger):
        raise WrongTypeError("loads", f"{shown(onto)} is no Ledger", "pass the ledger to add to")
    try:
        data = _parsed(text)
        return _READER.document(data, onto) if type is Ledger else _READER.hook(type)(data)
    except InvalidValueError as error:
        raise DocumentError(faults_at("", error)) from None
    except RecursionError:
        raise DocumentError([("", "the document is nested too deeply; real ones need some ten levels")]) from None


def _parsed(text: str | bytes) -> Any:
    if isinstance(text, bytes | bytearray):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DocumentError([("", f"byte {error.start} is not UTF-8; write the document in UTF-8")]) from None
    if not isinstance(text, str):
        raise WrongTypeError("loads", f"{shown(text)} is a {text.__class__.__name__}", "pass a str or bytes")
    if text.startswith("\ufeff"):
        raise DocumentError([("", "the document begins with a byte-order mark; leave it out")])
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer)
    except json.JSONDecodeError as error:
        problem = f"this is no JSON: {error.msg}, in line {error.lineno}, column {error.colno}"
        raise DocumentError([("", problem)]) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise DocumentError([("", f"the key {shown(twice)} stands twice in one object; write it once")])
    return found


def _constant(name: str) -> Any:
    raise DocumentError([("", f"{name} is no number of JSON; leave the key out where a value is unknown")])


def _integer(digits: str) -> int:
    if len(digits) > 1000:
        raise DocumentError([("", f"a number has {len(digits)} digits; write at most 30")])
    return int(digits)
