"""One value as it stands in a cell of a table, and back."""

from typing import Any, TypeVar

from .._scalars import plain
from ._faults import refusals_as_faults, wrong
from ._json import a_type, dumps, loads
from ._limits import USUAL_LIMITS
from ._rows.cells import Cell, codec_of, is_in_cells

T = TypeVar("T")


def to_cell(value: object, type: Any) -> Cell:
    """A value of the model as it stands in a cell of [`to_rows`][ukraine_support.serialisation.to_rows].

    No two values look alike: two donors are `CZ;NL`, and one of that name is a JSON object.

    Args:
        value: The value.
        type: Its type, such as `Party`, or `tuple[Party, ...]`.

    Raises:
        WrongTypeError: The value has no place in a document.
        DocumentError: It is of another type.

    Examples:
        >>> from ukraine_support import Country, Party
        >>> to_cell((Country("CZ"), Country("NL")), tuple[Party, ...])
        'CZ;NL'
    """
    text = dumps(value)
    loads(text, type)  # says so where it is of another type
    return codec_of(type).write(loads(text, object))


def from_cell(cell: object, type: type[T]) -> T:
    """The value that stands in a cell, if that is not empty.

    Args:
        cell: What `to_cell` gives.
        type: The type of the value.

    Raises:
        DocumentError: The cell says nothing of that type.

    Examples:
        >>> from ukraine_support import Party
        >>> [str(party) for party in from_cell("CZ;NL", tuple[Party, ...])]
        ['CZ', 'NL']
    """
    codec = codec_of(a_type(type))
    with refusals_as_faults():
        found = plain(cell)
        if not is_in_cells(found):
            raise wrong(found, "text, a number or a day")
        return loads(dumps(codec.read(found, USUAL_LIMITS)), type)
