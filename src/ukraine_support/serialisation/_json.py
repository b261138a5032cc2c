"""JSON text to a ledger and back: strictly, so that what JSON is not, and a key that stands twice, are refused."""

import json
from collections import Counter
from typing import Any, Final, TypeVar, overload

from cattrs import Converter

from .._errors import DocumentError, WrongTypeError, shown
from .._model.base.advice import an_instance
from .._model.base.remembered import remembered_by_class
from .._model.ledger import Ledger
from ._converter import make_converter
from ._document import DocumentReader
from ._faults import one_line, refusals_as_faults
from ._limits import USUAL_LIMITS, Limits, check_limits, integer
from ._syntax import first_fault
from ._writing import Writer

T = TypeVar("T")


@remembered_by_class
def _converter(_: None) -> Converter:
    """What reads and writes types of somebody else's; it keeps each that it ever met."""
    return make_converter()


_READER: Final = DocumentReader(lambda value, cls: _converter(None).structure(value, cls))
_WRITER: Final = Writer(lambda value: _converter(None).unstructure(value))


def dumps(value: object, *, indent: int | None = None) -> str:
    """Write a ledger as a JSON document, or any other value of the model as its part of one.

    The output is stable: records sorted by id, fields in one order, defaults left out.

    Args:
        value: A ledger, a record, a value, or a list of them.
        indent: Blanks per level; None writes one line.

    Raises:
        WrongTypeError: Something in it has no place in a document, such as a float that is not finite.

    Examples:
        >>> from ukraine_support import ArtilleryShell, Line, about
        >>> dumps(Line(ArtilleryShell(calibre="155 mm"), about(500_000)))
        '{"of": [{"kind": "artillery-shell", "calibre": "155 mm"}], "quantity": {"about": 500000}}'
    """
    try:
        if indent is None:
            return _WRITER.text(value)
        return json.dumps(_WRITER.plain(value), ensure_ascii=False, indent=indent)
    except (TypeError, ValueError, OverflowError) as error:  # its message names the value, not where it stands
        accepted = "pass values of the model; teach a converter of yours any others"
        raise WrongTypeError("dumps", one_line(error), accepted) from error


@overload
def loads(
    text: str | bytes, type: type[Ledger] = ..., *, onto: Ledger | None = None, limits: Limits = ...
) -> Ledger: ...
@overload
def loads(text: str | bytes, type: type[T], *, onto: None = None, limits: Limits = ...) -> T: ...
def loads(text: str | bytes, type: Any = Ledger, *, onto: Ledger | None = None, limits: Limits = USUAL_LIMITS) -> Any:
    """Read a JSON document into a ledger, or a part of one into a value of the type that is asked for.

    Args:
        text: JSON; bytes are UTF-8.
        type: What to read: `Ledger`, any class of the model or below it, `list[Claim]`, `Estimate[int]`, ...
        onto: A ledger that the document's references may point into, and to which its records are added.
        limits: How large, deep and wrong the document may be.

    Raises:
        DocumentError: The text is no JSON, or something in it breaks a rule. All faults come at once, each with its
            path.
        WrongTypeError: An argument is none of its kind.

    Examples:
        >>> from ukraine_support import Claim, Estimate
        >>> loads('{"about": 500000}', Estimate[int])
        about(500000)
        >>> ledger = loads('{"version": 1, "sources": [{"id": "article", "published": "2024-02-27"}]}')
        >>> loads('{"version": 1, "sources": [{"id": "note", "through": "article"}]}', onto=ledger)
        <Ledger of 2 sources>
    """
    if onto is not None and not isinstance(onto, Ledger):
        raise WrongTypeError("loads", f"{shown(onto)} is no Ledger", "pass the ledger to add to")
    an_instance(limits, Limits, "loads.limits")
    a_type(type)
    if onto is not None and type is not Ledger:
        raise WrongTypeError("loads", f"records are added to a ledger, not to {shown(type)}", "leave out type or onto")
    with refusals_as_faults():
        parsed = parse(_decoded(text), limits)
        return _READER.ledger(parsed, onto, limits) if type is Ledger else _READER.read(parsed, type, limits)


def a_type(value: Any) -> Any:
    """What may be a type at all.

    Raises:
        WrongTypeError: It has no hash, as a list or a signalling NaN.
    """
    try:
        hash(value)
    except Exception:  # of an object of a caller's own, in any way
        advice = "pass one, such as Claim, list[Claim] or tuple[Party, ...]"
        raise WrongTypeError("type", f"{shown(value)} is no type", advice) from None
    return value


def _decoded(data: object) -> str:
    """The text of a document given as a string or as UTF-8."""
    if isinstance(data, bytes | bytearray):
        try:
            data = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DocumentError([("", f"byte {error.start} is not UTF-8; write the document in UTF-8")]) from None
    if not isinstance(data, str):
        raise WrongTypeError("loads", f"{shown(data)} is a {type(data).__name__}", "pass a str or bytes")
    if data.startswith("\ufeff"):
        raise DocumentError([("", "the document begins with a byte-order mark; leave it out")])
    return data


def parse(text: str, limits: Limits) -> Any:
    """The value of a JSON text.

    Raises:
        DocumentError: It is no JSON, beyond a limit, or an object holds a key twice.
    """
    check_limits(text, limits)
    decoder = json.JSONDecoder(
        object_pairs_hook=_object, parse_constant=_constant, parse_int=lambda digits: integer(digits, limits.digits)
    )
    try:
        return decoder.decode(text)
    except json.JSONDecodeError:
        at, expected = first_fault(text)
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        problem = f"this is no JSON: {expected} is expected in line {line}, column {column}"
        raise DocumentError([("", problem)]) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        name = next(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
        raise DocumentError([("", f"the key {shown(name)} stands twice in one object; write it once")])
    return found


def _constant(name: str) -> object:
    raise DocumentError([("", f"{name} is no number of JSON; leave the key out where a value is unknown")])
