"""How the values of one type stand in a column of Arrow: one codec for each sort of type, each with both directions.

A codec takes whole columns. What it cannot read it tells by its place in the column; an array of another type than is
due is refused as a whole, before anything is read.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import accumulate
from math import isfinite
from operator import attrgetter
from types import NoneType
from typing import Any, Final, TypeAlias

import pyarrow as pa
from pyarrow import types as kinds

from ..._errors import DocumentError, InvalidValueError, WrongTypeError
from ..._exact import EXACT, FRACTION_DIGITS, Number
from ..._types import NUMBER

Faults: TypeAlias = dict[int, str]
"""Places in a column, and what is wrong there."""
STRING: Final = pa.string()
WORDS: Final = pa.dictionary(pa.int32(), STRING)
NUMBERS: Final = pa.decimal128(38, FRACTION_DIGITS)
_ONE: Final = 10**FRACTION_DIGITS
_FEW: Final = 8
"""Items of a list that is remembered, at most."""


def refusal(error: InvalidValueError | DocumentError) -> str:
    """What an error says is wrong with a cell."""
    if isinstance(error, DocumentError):
        path, problem = error.problems[0]
        return f"{path}: {problem}" if path else problem
    return f"{error.problem}; {error.accepted}"


def reads(codec: "Codec", given: Any) -> bool:
    """Whether a codec reads a column of a type; any does where all is null."""
    return bool(kinds.is_null(given)) or codec.accepts(given)


class Codec:
    """The values of one type in a column."""

    type: Any
    """The type of the column."""
    says: str
    """What may stand in it, in words."""

    def accepts(self, given: Any) -> bool:
        """Whether a column of a type can be read."""
        raise NotImplementedError

    def write(self, values: Sequence[Any]) -> Any:
        """An array of values, or of None.

        Raises:
            Exception: One of them does not fit.
        """
        raise NotImplementedError

    def read(self, array: Any, faults: Faults) -> list[Any]:
        """The values of an array, None where it is null; what cannot be read is told among the faults."""
        raise NotImplementedError


def of_classes(values: Iterable[Any], *classes: type) -> None:
    """Refuse what is of another class: a field of a class of the user's own may hold anything.

    Raises:
        WrongTypeError: A value is.
    """
    for found in set(map(type, values)) - {NoneType, *classes}:
        if found in (bool, datetime) or not issubclass(found, classes):
            raise WrongTypeError("", f"it is a {found.__name__}", f"hold a {classes[0].__name__} in it, as annotated")


def a_string(value: Any) -> str:
    """The string itself, also of a member of an enumeration of strings.

    Raises:
        WrongTypeError: It is none.
    """
    of_classes([value], str)
    return str.__str__(value)


def _is_text(given: Any) -> bool:
    if kinds.is_dictionary(given):
        given = given.value_type
    return bool(kinds.is_string(given) or kinds.is_large_string(given) or kinds.is_string_view(given))


def _is_list(given: Any) -> bool:
    plain = kinds.is_list(given) or kinds.is_large_list(given) or kinds.is_fixed_size_list(given)
    return bool(plain or kinds.is_list_view(given) or kinds.is_large_list_view(given))


class Scalars(Codec):
    """Truth values, whole numbers, floats and days: as Arrow has them."""

    def __init__(self, type: Any, cls: type, accepts: Callable[[Any], Any], says: str) -> None:
        self.type, self._cls, self._accepts, self.says = type, cls, accepts, says

    def accepts(self, given: Any) -> bool:
        return bool(self._accepts(given))

    def write(self, values: Sequence[Any]) -> Any:
        of_classes(values, self._cls)
        return pa.array(values, self.type)

    def read(self, array: Any, faults: Faults) -> list[Any]:
        found: list[Any] = array.cast(self.type).to_pylist()
        if self._cls is float:
            faults |= {at: f"{value} is not finite" for at, value in enumerate(found) if not isfinite(value or 0)}
        return found


class Numbers(Codec):
    """Exact numbers: as decimals of 20 digits before the point and 18 after."""

    type = NUMBERS
    says = "an exact number of at most 20 digits before the point and 18 after"

    def __init__(self, cls: object) -> None:
        self._cls, self._whole = cls, Decimal if cls is Decimal else int

    def accepts(self, given: Any) -> bool:
        return bool(kinds.is_decimal(given) or kinds.is_integer(given))

    def write(self, values: Sequence[Any]) -> Any:
        of_classes(values, *((int, Decimal) if self._cls == NUMBER else (self._cls,)))  # type: ignore[list-item]
        return pa.array(values, self.type)

    def read(self, array: Any, faults: Faults) -> list[Any]:
        cells = array.cast(self.type)
        start, end = cells.offset, cells.offset + len(cells)
        raw = memoryview(cells.buffers()[1] or b"")
        lows, highs = raw.cast("Q")[2 * start : 2 * end : 2].tolist(), raw.cast("q")[2 * start + 1 : 2 * end : 2].tolist()
        scaled = [(high << 64) + low for low, high in zip(lows, highs, strict=True)]
        found: list[Any] = [_fraction(each) if each % _ONE else self._whole(each // _ONE) for each in scaled]
        if cells.null_count:
            found = [value if is_there else None for value, is_there in zip(found, cells.is_valid().to_pylist(), strict=True)]
        if self._cls is int:
            faults |= {at: f"{value} is no whole number" for at, value in enumerate(found) if type(value) is Decimal}
        return found


def _fraction(scaled: int) -> Decimal:
    return Decimal(scaled).scaleb(-FRACTION_DIGITS, EXACT)


class Texts(Codec):
    """Whatever has a notation: as text, of which each is read once."""

    says = "text"

    def __init__(self, to_text: Callable[[Any], str], from_text: Callable[[str], Any], type: Any = STRING) -> None:
        self._to_text, self._from_text, self.type = to_text, from_text, type

    def accepts(self, given: Any) -> bool:
        return _is_text(given)

    def write(self, values: Sequence[Any]) -> Any:
        texts = values
        if set(map(type, values)) - {str, NoneType}:
            memo: dict[int, str | None] = {id(None): None}
            for value in values:
                if id(value) not in memo:
                    memo[id(value)] = self._to_text(value)
            texts = [memo[id(value)] for value in values]
        array = pa.array(texts, STRING)
        return array.dictionary_encode() if self.type == WORDS else array

    def read(self, array: Any, faults: Faults) -> list[Any]:
        coded = as_strings(array).dictionary_encode()
        found, wrong = [], {}
        for at, text in enumerate(coded.dictionary.to_pylist()):
            try:
                found.append(self._from_text(text))
            except (InvalidValueError, DocumentError) as error:
                found.append(None)
                wrong[at] = refusal(error)
        indices = coded.indices.fill_null(len(found)).to_pylist()
        if wrong:
            faults |= {at: wrong[index] for at, index in enumerate(indices) if index in wrong}
        found.append(None)
        return [found[index] for index in indices]


def as_strings(array: Any) -> Any:
    """An array of texts as plain strings; of anything else, the same array."""
    if kinds.is_dictionary(array.type):
        array = pa.DictionaryArray.from_arrays(array.indices, array.dictionary.cast(STRING))
    return array.cast(STRING) if _is_text(array.type) else array


class Structs(Codec):
    """Small objects, each field a column of its own: a link, a citation, a text under a name."""

    def __init__(self, make: Callable[..., Any], fields: Mapping[str, Codec], optional: Collection[str] = ()) -> None:
        self._make, self._fields, self._optional = make, fields, optional
        self.type = pa.struct([(name, codec.type) for name, codec in fields.items()])
        self.says = f"an object of {' and '.join(fields)}, which are text"

    def accepts(self, given: Any) -> bool:
        if not kinds.is_struct(given) or given.num_fields != len(self._fields):
            return False
        of = {field.name: field.type for field in given}
        return all(name in of and reads(codec, of[name]) for name, codec in self._fields.items())

    def write(self, values: Sequence[Any]) -> Any:
        parts = zip(*map(self._parts, values), strict=True) if values else ([] for _ in self._fields)
        arrays = [codec.write(list(part)) for codec, part in zip(self._fields.values(), parts, strict=True)]
        return pa.StructArray.from_arrays(arrays, list(self._fields))

    def _parts(self, value: Any) -> tuple[Any, ...]:
        return value if type(value) is tuple else attrgetter(*self._fields)(value)

    def read(self, array: Any, faults: Faults) -> list[Any]:
        columns, arrays = [], dict(zip([field.name for field in array.type], array.flatten(), strict=True))
        for name, codec in self._fields.items():
            inner: Faults = {}
            found = codec.read(arrays[name], inner)
            if None in found and name not in self._optional:
                inner = {at: "null" for at, value in enumerate(found) if value is None} | inner
            faults |= {at: f"{name}: {problem}" for at, problem in inner.items()}
            columns.append(found)
        make, made = _remembering(lambda parts: self._make(*parts)), list[Any]()
        for at, parts in enumerate(zip(*columns, strict=True)):
            made.append(None)
            if at not in faults:
                try:
                    made[at] = make(parts)
                except InvalidValueError as error:
                    faults[at] = refusal(error)
        return made


class Lists(Codec):
    """Lists of values that fill a column each; items that are null are refused."""

    def __init__(self, item: Codec, build: Callable[[list[Any]], Any]) -> None:
        self._item, self._build = item, build
        self.type, self.says = pa.list_(item.type), f"a list, each item {item.says}"

    def accepts(self, given: Any) -> bool:
        return _is_list(given) and reads(self._item, given.value_type)

    def write(self, values: Sequence[Any]) -> Any:
        items = [item for value in values if value is not None for item in value]
        if None in items:
            raise WrongTypeError("", "it holds a None", "")
        ends = accumulate(0 if value is None else len(value) for value in values)
        starts = [0, *ends]
        offsets = [None if value is None else start for start, value in zip(starts, values, strict=False)]
        return self._joined(pa.array([*offsets, starts[-1]], pa.int32()), self._item.write(items))

    def _joined(self, offsets: Any, items: Any) -> Any:
        return pa.ListArray.from_arrays(offsets, items)

    def read(self, array: Any, faults: Faults) -> list[Any]:
        starts = [0, *accumulate(array.value_lengths().fill_null(0).to_pylist())]
        inner: Faults = {}
        items = self._item.read(array.flatten(), inner)
        if None in items:
            inner = {at: "null" for at, item in enumerate(items) if item is None} | inner
        for at, problem in inner.items():
            row = bisect_right(starts, at) - 1
            faults.setdefault(row, f"[{at - starts[row]}]: {problem}")
        build, found = _remembering(self._build), list[Any]()
        empty: Any = None  # of most columns, most lists are
        spans = zip(starts, starts[1:], array.is_valid().to_pylist(), strict=False)
        for row, (start, end, is_there) in enumerate(spans):
            found.append(empty if is_there and start == end else None)
            if is_there and found[row] is None and row not in faults:
                try:
                    found[row] = build(items[start:end])
                    empty = found[row] if start == end and build is not self._build else empty
                except (InvalidValueError, TypeError) as error:  # what is to be a set has no hash
                    faults[row] = refusal(error) if isinstance(error, InvalidValueError) else str(error)
        return found


class Maps(Lists):
    """Texts under names: a text by language, or the columns of a source."""

    def __init__(self, build: Callable[[dict[str, str]], Any], pairs: Callable[[Any], Iterable[tuple[str, str]]]) -> None:
        def of_pairs(held: list[tuple[str, str]]) -> Any:
            found = dict(held)
            if len(found) < len(held):
                raise InvalidValueError("", "a name stands twice in it", "write it once")
            return build(found)

        text = Texts(a_string, str)
        super().__init__(Structs(lambda key, value: (key, value), {"key": text, "value": text}), of_pairs)
        self.type, self.says, self._pairs = pa.map_(STRING, STRING), "a map of text to text", pairs

    def accepts(self, given: Any) -> bool:
        return super().accepts(_as_list(given) if kinds.is_map(given) else given)

    def write(self, values: Sequence[Any]) -> Any:
        return super().write([None if value is None else list(self._pairs(value)) for value in values])

    def _joined(self, offsets: Any, items: Any) -> Any:
        return pa.MapArray.from_arrays(offsets, *items.flatten())

    def read(self, array: Any, faults: Faults) -> list[Any]:
        return super().read(array.cast(_as_list(array.type)) if kinds.is_map(array.type) else array, faults)


def _as_list(given: Any) -> Any:
    """The list of pairs that a map is."""
    return pa.list_(pa.struct([("key", given.key_type), ("value", given.item_type)]))


def _remembering(build: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Build what is made of the same items once, so that rows hold the same; but for what can be changed."""
    if build in (list, set):
        return build
    kept: dict[tuple[int, ...], Any] = {}

    def remembered(items: Sequence[Any]) -> Any:
        if len(items) > _FEW:
            return build(items)
        key = tuple(map(id, items))
        if key not in kept:
            kept[key] = build(items)
        return kept[key]

    return remembered
