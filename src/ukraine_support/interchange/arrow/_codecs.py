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
from types import NoneType
from typing import Any, Final, Protocol, TypeAlias

import pyarrow as pa
from pyarrow import types as kinds

from ..._errors import DocumentError, InvalidValueError, WrongTypeError
from ..._exact import EXACT, FRACTION_DIGITS
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


class Codec(Protocol):
    """The values of one type in a column."""

    type: Any
    """The type of the column."""
    says: str
    """What may stand in it, in words."""

    def accepts(self, given: Any) -> bool:
        """Whether a column of a type can be read."""
        ...

    def write(self, values: Sequence[Any]) -> Any:
        """An array of values, or of None.

        Raises:
            Exception: One of them does not fit.
        """
        ...

    def read(self, array: Any, faults: Faults) -> list[Any]:
        """The values of an array, None where it is null; what cannot be read is told among the faults."""
        ...


def of_classes(values: Iterable[Any], *classes: type) -> None:
    """Refuse what is of another class: a field of a class of the user's own may hold anything.

    Raises:
        WrongTypeError: A value is.
    """
    for found in set(map(type, values)) - {NoneType, *classes}:
        if issubclass(found, bool | datetime) or not issubclass(found, classes):
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

    def __init__(self, cls: Any) -> None:
        self._classes = (int, Decimal) if cls == NUMBER else (cls,)
        self._whole = Decimal if cls is Decimal else int

    def accepts(self, given: Any) -> bool:
        return bool(kinds.is_decimal(given) or kinds.is_integer(given))

    def write(self, values: Sequence[Any]) -> Any:
        of_classes(values, *self._classes)
        return pa.array(values, self.type)

    def read(self, array: Any, faults: Faults) -> list[Any]:
        cells = array.cast(self.type)
        start, end = cells.offset, cells.offset + len(cells)
        raw = memoryview(cells.buffers()[1] or b"")
        lows, highs = raw.cast("Q")[2 * start : 2 * end : 2], raw.cast("q")[2 * start + 1 : 2 * end : 2]
        scaled = [(high << 64) + low for low, high in zip(lows.tolist(), highs.tolist(), strict=True)]
        found: list[Any] = [_fraction(each) if each % _ONE else self._whole(each // _ONE) for each in scaled]
        if cells.null_count:
            valid = cells.is_valid().to_pylist()
            found = [value if is_there else None for value, is_there in zip(found, valid, strict=True)]
        if self._classes == (int,):
            faults |= {at: f"{value} is no whole number" for at, value in enumerate(found) if type(value) is Decimal}
        return found


def _fraction(scaled: int) -> Decimal:
    return EXACT.normalize(Decimal(scaled).scaleb(-FRACTION_DIGITS, EXACT))


class Texts(Codec):
    """Whatever has a notation: as text, of which each is read once."""

    says = "text"

    def __init__(self, to_text: Callable[[Any], str], from_text: Callable[[str], Any], type: Any = STRING) -> None:
        self._to_text, self._from_text, self.type = to_text, from_text, type

    def accepts(self, given: Any) -> bool:
        return _is_text(given)

    def write(self, values: Sequence[Any]) -> Any:
        texts = values
        if self._to_text is not a_string or set(map(type, values)) - {str, NoneType}:
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
        arrays = [codec.write([getattr(value, name) for value in values]) for name, codec in self._fields.items()]
        return pa.StructArray.from_arrays(arrays, list(self._fields))

    def read(self, array: Any, faults: Faults) -> list[Any]:
        columns, arrays = [], dict(zip([field.name for field in array.type], array.flatten(), strict=True))
        for name, codec in self._fields.items():
            inner: Faults = {}
            found = codec.read(arrays[name], inner)
            if name not in self._optional:
                inner = _nulls(arrays[name]) | inner
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
        items = self._item.write([item for value in values if value is not None for item in value])
        if items.null_count:
            raise WrongTypeError("", "it holds a None", "")
        return pa.ListArray.from_arrays(_offsets(values), items)

    def read(self, array: Any, faults: Faults) -> list[Any]:
        starts, items = _flat(array)
        inner: Faults = {}
        found, build = self._item.read(items, inner), _remembering(self._build)
        _tell(_nulls(items) | inner, starts, faults)
        return _each(array, starts, lambda start, end: build(found[start:end]), faults, build is not self._build)


class Maps(Codec):
    """Texts under names: a text by language, or the columns of a source."""

    type = pa.map_(STRING, STRING)
    says = "a map of text to text"

    def __init__(
        self, build: Callable[[dict[str, str]], Any], pairs: Callable[[Any], Iterable[tuple[str, str]]]
    ) -> None:
        self._build, self._pairs, self._text = build, pairs, Texts(a_string, str)

    def accepts(self, given: Any) -> bool:
        if kinds.is_map(given):
            return _is_text(given.key_type) and _is_text(given.item_type)
        if not _is_list(given) or not kinds.is_struct(given.value_type):
            return False
        return given.value_type.num_fields == 2 and all(_is_text(field.type) for field in given.value_type)

    def write(self, values: Sequence[Any]) -> Any:
        names, texts = list[str](), list[str]()
        for value in values:
            if value is not None:
                for name, text in self._pairs(value):
                    names.append(name)
                    texts.append(text)
        return pa.MapArray.from_arrays(_offsets(values, self._length), *map(self._text.write, (names, texts)))

    def _length(self, value: Any) -> int:
        return sum(1 for _ in self._pairs(value))

    def read(self, array: Any, faults: Faults) -> list[Any]:
        starts, pairs = _flat(array)
        parts = pairs.flatten()
        names, texts = (self._text.read(part, {}) for part in parts)
        for part in parts:
            _tell(_nulls(part), starts, faults)
        build = _remembering(lambda held: self._build(_differing(held[: len(held) // 2], held[len(held) // 2 :])))
        return _each(array, starts, lambda start, end: build(names[start:end] + texts[start:end]), faults, shared=True)


def _differing(names: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    found = dict(zip(names, texts, strict=True))
    if len(found) < len(names):
        raise InvalidValueError("", "a name stands twice in it", "write it once")
    return found


def _offsets(values: Sequence[Any], length: Callable[[Any], int] = len) -> Any:
    """Where each list begins, null for what is None, and where the last one ends."""
    starts = [0, *accumulate(0 if value is None else length(value) for value in values)]
    found = [None if value is None else start for start, value in zip(starts, values, strict=False)]
    return pa.array([*found, starts[-1]], pa.int32())


def _flat(array: Any) -> tuple[list[int], Any]:
    """Where the items of each list begin, and the items of all."""
    if kinds.is_map(array.type):
        held = pa.struct([("key", array.type.key_type), ("value", array.type.item_type)])
        array = array.cast(pa.list_(held))
    return [0, *accumulate(array.value_lengths().fill_null(0).to_pylist())], array.flatten()


def _nulls(array: Any) -> Faults:
    if not array.null_count:
        return {}
    return {at: "null" for at, is_there in enumerate(array.is_valid().to_pylist()) if not is_there}


def _tell(inner: Faults, starts: Sequence[int], faults: Faults) -> None:
    """Tell of the rows what is wrong with items of their lists."""
    for at, problem in inner.items():
        row = bisect_right(starts, at) - 1
        faults.setdefault(row, f"[{at - starts[row]}]: {problem}")


def _each(
    array: Any, starts: Sequence[int], build: Callable[[int, int], Any], faults: Faults, shared: bool
) -> list[Any]:
    """What is built of the items of each list; None where it is null or wrong."""
    found: list[Any] = []
    empty: Any = None  # most lists are, of most columns
    for row, is_there in enumerate(array.is_valid().to_pylist()):
        built, start, end = None, starts[row], starts[row + 1]
        if is_there and row not in faults:
            try:
                built = empty if start == end and empty is not None else build(start, end)
            except (InvalidValueError, TypeError) as error:  # what is to be a set has no hash
                faults[row] = refusal(error) if isinstance(error, InvalidValueError) else str(error)
            empty = built if start == end and shared else empty
        found.append(built)
    return found


def _remembering(build: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Build what is made of the same items once, so that rows hold the same; but for what can be changed."""
    if build in (list, set):
        return build
    kept: dict[Any, Any] = {}

    def remembered(items: Sequence[Any]) -> Any:
        if len(items) > _FEW:
            return build(items)
        key = id(items[0]) if len(items) == 1 else tuple(map(id, items))
        found = kept.get(key)
        if found is None:
            found = kept[key] = build(items)
        return found

    return remembered
