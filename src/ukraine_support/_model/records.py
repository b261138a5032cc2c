"""Records of one class by id: what a ledger holds of each, and what it says of an id that is not there or twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol, TypeVar, final

import attrs

from .._errors import DuplicateIdError, InvalidValueError, UnknownIdError, WrongTypeError, near, shown
from .._messages import around
from .._tabular import ShortTable, Shown, table_of
from . import fields
from .base.advice import its_id
from .claims import Claim, Position
from .commitments import Commitment, Initiative
from .parties import Occasion
from .provenance import Record, Source
from .values.mapping import SortedMapping

R_co = TypeVar("R_co", bound=Record, covariant=True)


def _by_id(value: Any) -> dict[str, Any]:
    if type(value) is Records:
        return value._entries
    found: dict[str, Record] = {}
    for record in fields.several(list(value.values()) if isinstance(value, Mapping) else value, Record, "Records"):
        if record.id in found:
            raise duplicate(record.id)
        found[record.id] = record
    if isinstance(value, Mapping) and list(value) != list(found):
        raise InvalidValueError("Records", f"the keys of {shown(value)} are not the ids", "pass a list of records")
    return dict(sorted(found.items()))


def hint(id: object, ids: Sequence[str]) -> str:
    """`; did you mean 'x'?` where one of the ids, which are in order, is near; of a record, its id."""
    if isinstance(id, str):
        return near(id, around(id, ids))
    known = its_id(id)
    return f"; pass {known}" if known else ""


def duplicate(id: str) -> DuplicateIdError:
    """The error for an id that two records have."""
    return DuplicateIdError(id, "", id, "another record has this id; ids are unique over the whole ledger")


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Records(SortedMapping[R_co], Shown):
    """Records of one class by id, sorted by it: an immutable, hashable mapping.

    Raises:
        DuplicateIdError: Two records have one id.
        UnknownIdError: An id is looked up that is not there.

    Examples:
        >>> from ukraine_support import Source
        >>> records = Records([Source(id="b"), Source(id="a")])
        >>> list(records), records["a"]
        (['a', 'b'], Source(id='a'))
    """

    _entries: dict[str, R_co] = attrs.field(factory=dict, converter=_by_id, alias="records")

    def __getitem__(self, key: str) -> R_co:
        try:
            return self._entries[key]
        except (KeyError, TypeError):  # what has no hash is no key either
            raise UnknownIdError(key, hint=hint(key, self._ids)) from None

    @cached_property
    def _ids(self) -> list[str]:
        return list(self._entries)

    def _short_table(self) -> ShortTable:
        return table_of(self._entries.values(), len(self._entries))

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild through the constructor, which checks every rule again."""
        return Records, (list(self._entries.values()),)


def records_of(cls: type[Record]) -> fields.Validator:
    """The field of a ledger holds records of just this class, or of one below it."""

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Records[Any]) -> None:
        for record in value.values():
            if not isinstance(record, cls):
                place = f"{fields.where(instance, attribute)}[{shown(record.id)}]"
                raise WrongTypeError(place, f"this is a {type(record).__name__}", f"pass a {cls.__name__}")

    return check


def to_sources(value: "Iterable[Source] | Mapping[str, Source]") -> Records[Source]:
    """Converter of the field of sources."""
    return value if type(value) is Records else Records(value)


def to_occasions(value: "Iterable[Occasion] | Mapping[str, Occasion]") -> Records[Occasion]:
    """Converter of the field of occasions."""
    return value if type(value) is Records else Records(value)


def to_initiatives(value: "Iterable[Initiative] | Mapping[str, Initiative]") -> Records[Initiative]:
    """Converter of the field of initiatives."""
    return value if type(value) is Records else Records(value)


def to_commitments(value: "Iterable[Commitment] | Mapping[str, Commitment]") -> Records[Commitment]:
    """Converter of the field of commitments."""
    return value if type(value) is Records else Records(value)


def to_claims(value: "Iterable[Claim] | Mapping[str, Claim]") -> Records[Claim]:
    """Converter of the field of claims."""
    return value if type(value) is Records else Records(value)


def to_positions(value: "Iterable[Position] | Mapping[str, Position]") -> Records[Position]:
    """Converter of the field of positions."""
    return value if type(value) is Records else Records(value)


class Pair(Protocol):
    """Two records that seem to be one."""

    @property  # the id of the record that gives way
    def one(self) -> str: ...

    @property  # the id of the record that stays
    def other(self) -> str: ...


def each_pair(pairs: Iterable[Pair], where: str) -> Iterator[tuple[str, str]]:
    """The ids of each of some pairs, as a caller passes them."""
    given: tuple[Any, ...] = fields.several(pairs, object, where)
    for pair in given:
        if not (hasattr(pair, "one") and hasattr(pair, "other")):
            problem = f"{shown(pair)} is a {type(pair).__name__}"
            raise WrongTypeError(
                where, problem, "pass what analysis.matches gives, or objects with the ids one and other"
            )
        yield pair.one, pair.other
