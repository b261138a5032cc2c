"""Whole documents: JSON text to a ledger and back."""

import json
from typing import Any, Final, TypeVar, overload

from .._errors import WrongTypeError, shown
from .._model.ledger import Ledger
from ._converter import make_converter
from ._limits import NO_HURRY, Limits
from ._scanning import parse, text_of
from ._structuring import Structurer
from ._text import TextWriter
from ._values import told, told_as_faults
from ._writing import Writer

T = TypeVar("T")

_CONVERTER: Final = make_converter()
_STRUCTURER: Final = Structurer(_CONVERTER.structure)
_WRITER: Final = Writer(_CONVERTER.unstructure)
_TEXT_WRITER: Final = TextWriter(_WRITER)


def dumps(value: Any, *, indent: int | None = None) -> str:
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
            return _TEXT_WRITER.write(value)
        return json.dumps(_WRITER.write(value), ensure_ascii=False, indent=indent, allow_nan=False)
    except (TypeError, ValueError) as error:  # what it says names the value, not where it stands
        accepted = "pass values of the model; teach a converter of yours any others"
        raise WrongTypeError("dumps", told(error), accepted) from error


@overload
def loads(
    text: str | bytes, type: type[Ledger] = ..., *, onto: Ledger | None = None, limits: Limits = ...
) -> Ledger: ...
@overload
def loads(text: str | bytes, type: type[T], *, onto: None = None, limits: Limits = ...) -> T: ...
def loads(text: str | bytes, type: Any = Ledger, *, onto: Ledger | None = None, limits: Limits = NO_HURRY) -> Any:
    """Read a JSON document into a ledger, or a part of one into a value of the type that is asked for.

    Args:
        text: JSON; bytes are UTF-8.
        type: What to read: `Ledger`, any class of the model or below it, `list[Claim]`, `Estimate[int]`, ...
        onto: A ledger that the document's references may point into, and to which its records are added.
        limits: How large, deep and wrong the document may be.

    Raises:
        DocumentError: The text is no JSON, or something in it breaks a rule. All faults come at once, each with its
            path.

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
    if onto is not None and type is not Ledger:
        raise WrongTypeError("loads", f"records are added to a ledger, not to {shown(type)}", "leave out type or onto")
    with told_as_faults():
        written = text_of(text)
        if type is Ledger:
            return _STRUCTURER.parse_document(written, onto, limits)
        return _STRUCTURER.read(parse(written, limits), type)
