"""What the fields of records share: converters that are convenient where it is safe, validators that say where.

A converter never refuses: what it cannot read it hands on as it is, and the field's validator, which knows the class
and the field, says what is wrong and what is accepted. All rules live in validators of fields, so that neither a hook
of a subclass nor `attrs.evolve` nor unpickling gets round them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

import attrs

from .._errors import InvalidValueError, WrongTypeError, shown
from .._exact import Number
from .advice import instead, instead_in_a_list, its_id
from .estimate import Estimate
from .kinds import take
from .magnitudes import Calibre, Length, Mass
from .mapping import NO_EXTRAS, Extras
from .money import Money
from .period import Period, a_day
from .readers import (
    Amounts,
    Numbers,
    read_amount,
    read_calibre,
    read_count,
    read_distance,
    read_mass,
    read_number,
    read_share,
)
from .stages import Stage
from .text import Text, Words, words
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from pint.facets.plain import PlainQuantity

V = TypeVar("V")
Validator: TypeAlias = Callable[[Any, "attrs.Attribute[Any]", Any], None]

OF_TYPE: Final[set[Validator]] = set()
"""Validators that ask for nothing but a type: what has been read as that type need not be asked again."""
OF_SEVERAL: Final[set[Validator]] = set()
"""Validators of tuples that ask nothing of fewer than two items."""
ACROSS_FIELDS: Final[set[Validator]] = set()
"""Validators that look at other fields too, and so hold whether or not theirs was stated."""

ID_LENGTH = 200
"""Characters that an id may have at most."""

Day: TypeAlias = date | str
Dated: TypeAlias = Period | date | str | None
"""What a field of `Period` accepts."""


def attempt(reader: Callable[[Any], V], value: Any) -> V:
    """The value as the reader makes it; where it cannot, the value as it came, for the validator to refuse."""
    try:
        return reader(value)
    except InvalidValueError:
        return cast(V, value)


def read_period(value: Dated) -> Period | None:
    """A period out of itself, a date or its text."""
    return value if value is None or isinstance(value, Period) else Period(value)


def read_day(value: Day) -> date:
    """A day out of itself or its text, `2024-02-27`."""
    return a_day(value, "date")


def read_text(value: Words | None) -> Text | None:
    """Words out of themselves, a string or a mapping of languages."""
    return value if value is None or isinstance(value, Text) else Text(value)


def read_extras(value: Mapping[str, str] | None) -> Extras:
    """Columns out of themselves or a mapping; None is none."""
    return NO_EXTRAS if value is None else value if isinstance(value, Extras) else Extras(value)


def read_tuple(value: Any) -> tuple[Any, ...]:
    """A tuple out of any iterable but text and mappings."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, str | bytes | dict) or not isinstance(value, Iterable):
        raise WrongTypeError("tuple", f"{shown(value)} is a {type(value).__name__}", f"pass a list: [{shown(value)}]")
    return tuple(value)


def read_several(value: Any, where: str) -> tuple[Any, ...]:
    """The same, of an argument that a message names."""
    try:
        return read_tuple(value)
    except InvalidValueError as error:
        raise error.at(where) from None


def to_stage(value: Stage | str) -> Stage:
    """Converter of a field of `Stage`."""
    return attempt(Stage, value)


def to_period(value: Dated) -> Period | None:
    """Converter of a field of `Period`."""
    return None if value is None else attempt(read_period, value)


def to_words(value: Words) -> Text:
    """Converter of a required field of `Text`."""
    return attempt(Text, value)


def to_text(value: Words | None) -> Text | None:
    """Converter of a field of `Text`."""
    return None if value is None else attempt(read_text, value)


def to_extras(value: Mapping[str, str] | None) -> Extras:
    """Converter of a field of `Extras`."""
    return attempt(read_extras, value)


def to_quantity(value: Numbers) -> Estimate[Number]:
    """Converter of a field of an estimated number."""
    return attempt(read_number, value)


def to_count(value: "Estimate[int] | int | None") -> Estimate[int]:
    """Converter of a field of an estimated count."""
    return attempt(read_count, value)


def to_share(value: "Estimate[Decimal] | Estimate[Number] | Decimal | int | str | None") -> Estimate[Decimal]:
    """Converter of a field of an estimated share."""
    return attempt(read_share, value)


def to_amount(value: Amounts) -> Estimate[Money]:
    """Converter of a field of an estimated amount."""
    return attempt(read_amount, value)


def to_calibre(value: "Calibre | str | PlainQuantity[Any] | None") -> Calibre | None:
    """Converter of a field of `Calibre`."""
    return attempt(read_calibre, value)


def to_mass(value: "Mass | str | PlainQuantity[Any] | None") -> Mass | None:
    """Converter of a field of `Mass`."""
    return attempt(read_mass, value)


def to_distance(value: "Estimate[Length] | Length | str | PlainQuantity[Any] | None") -> Estimate[Length]:
    """Converter of a field of an estimated length."""
    return attempt(read_distance, value)


def to_day(value: Day) -> date:
    """Converter of a required field of a day."""
    return attempt(read_day, value)


def to_day_or_none(value: Day | None) -> date | None:
    """Converter of a field of a day."""
    return None if value is None else attempt(read_day, value)


def where(instance: object, attribute: "attrs.Attribute[Any]") -> str:
    """The place that a message names."""
    return f"{type(instance).__name__}.{attribute.name}"


def valid(cls: type, *, reader: Callable[[Any], object] | None = None, required: bool = False) -> Validator:
    """The field holds an instance of `cls`, or None unless it is required."""
    taken: set[type] = set()  # a class is looked at when its first instance comes

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if type(value) in taken or (value is None and not required):
            return
        if isinstance(value, cls):
            take(value, taken)
            return
        place = where(instance, attribute)
        if reader is not None and value is not None:
            try:
                reader(value)
            except InvalidValueError as error:
                raise error.at(place) from None
        raise WrongTypeError(place, f"{shown(value)} is a {type(value).__name__}", instead(cls, value))

    OF_TYPE.add(check)
    return check


def word_of(cls: type[Vocabulary], *, required: bool = True) -> Validator:
    """The field holds a member of a vocabulary, or None unless it is required."""
    return valid(cls, reader=cls, required=required)


def each(cls: type) -> Validator:
    """The field holds a tuple of instances of `cls`."""
    taken: set[type] = set()  # a class is looked at when its first instance comes

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if not isinstance(value, tuple):
            problem = f"{shown(value)} is a {type(value).__name__}"
            raise WrongTypeError(where(instance, attribute), problem, instead_in_a_list(cls, value))
        for position, item in enumerate(value):
            if type(item) in taken:
                continue
            if not isinstance(item, cls):
                place = f"{where(instance, attribute)}[{position}]"
                raise WrongTypeError(place, f"{shown(item)} is a {type(item).__name__}", instead(cls, item))
            take(item, taken)

    OF_TYPE.add(check)
    return check


def estimated(*kinds: type, reader: Callable[[Any], object]) -> Validator:
    """The field holds an estimate of one of these kinds."""
    an_estimate = valid(Estimate, reader=reader, required=True)

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        an_estimate(instance, attribute, value)
        for end in (value.low, value.high):
            if end is not None and not isinstance(end, kinds):
                accepted = " or ".join(instead(kind, end) for kind in kinds)
                raise WrongTypeError(where(instance, attribute), f"{end!r} is of another kind", accepted)

    OF_TYPE.add(check)
    return check


def _size(end: Any) -> Number:
    return end.amount if type(end) is Money else end


def above_zero(instance: object, attribute: "attrs.Attribute[Any]", value: Estimate[Any]) -> None:
    """The ends of the estimate lie above zero: what is promised is something."""
    end = value.high if value.low is None else value.low  # the lower one that there is
    if end is not None and _size(end) <= 0:
        raise InvalidValueError(
            where(instance, attribute), f"{end!r} is not above zero", "pass more, or UNKNOWN where it is not known"
        )


def from_zero(instance: object, attribute: "attrs.Attribute[Any]", value: Estimate[Any]) -> None:
    """The ends of the estimate are zero or more."""
    end = value.high if value.low is None else value.low
    if end is not None and _size(end) < 0:
        raise InvalidValueError(where(instance, attribute), f"{end!r} is below zero", "pass zero or more")


def _has_no_time(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """A `datetime` is a `date` to Python, and compares with none."""
    if isinstance(value, datetime):
        raise WrongTypeError(where(instance, attribute), f"{shown(value)} has a time of day", "pass its .date()")


is_stage: Final = word_of(Stage)
is_text: Final = valid(Text, reader=read_text)
is_required_text: Final = valid(Text, reader=Text, required=True)
is_period: Final = valid(Period, reader=read_period)
is_extras: Final = valid(Extras, reader=read_extras, required=True)
is_number: Final = estimated(int, Decimal, reader=read_number)
is_count: Final = estimated(int, reader=read_count)
is_share: Final = estimated(Decimal, reader=read_share)
is_amount: Final = estimated(Money, reader=read_amount)
is_calibre: Final = valid(Calibre, reader=read_calibre)
is_mass: Final = valid(Mass, reader=read_mass)
is_distance: Final = estimated(Length, reader=read_distance)
is_day: Final = attrs.validators.and_(_has_no_time, valid(date, reader=read_day, required=True))
is_day_or_none: Final = attrs.validators.and_(_has_no_time, valid(date, reader=read_day))
is_flag: Final = valid(bool, required=True)
_are_strings: Final = each(str)


def _names(value: object) -> bool:
    """Whether the value is an id: some printable characters, without blanks around them."""
    return isinstance(value, str) and value.isprintable() and value.strip() == value and 0 < len(value) <= ID_LENGTH


def _no_id(value: object, place: str) -> InvalidValueError:
    if not isinstance(value, str):
        accepted = f"pass {its_id(value) or 'a string'}"
        return WrongTypeError(place, f"{shown(value)} is a {type(value).__name__}", accepted)
    accepted = f"pass 1 to {ID_LENGTH} printable characters without blanks around them"
    unprintable = next((f": U+{ord(held):04X} at {at}" for at, held in enumerate(value) if not held.isprintable()), "")
    return InvalidValueError(place, f"{shown(value)} is no id{unprintable}", accepted)


def is_words(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds words that say something."""
    words(value, where(instance, attribute))


def is_string(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds words that say something, or None."""
    if value is not None:
        words(value, where(instance, attribute))


def is_id(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds an id."""
    if not _names(value):
        raise _no_id(value, where(instance, attribute))


def is_id_or_none(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds an id, or None."""
    if value is not None and not _names(value):
        raise _no_id(value, where(instance, attribute))


def are_ids(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds a tuple of different ids."""
    _are_strings(instance, attribute, value)
    found: Any = value
    for position, item in enumerate(found):
        if not _names(item):
            raise _no_id(item, f"{where(instance, attribute)}[{position}]")
    each_once(instance, attribute, found)


def each_once(instance: object, attribute: "attrs.Attribute[Any]", value: Sequence[Any]) -> None:
    """No item stands twice."""
    if len(value) < 2:
        return
    try:
        twice = [item for item, times in Counter(value).items() if times > 1]
    except TypeError:  # an item of the user's own has no hash
        twice = [item for position, item in enumerate(value) if item in value[:position]]
    if twice:
        raise InvalidValueError(where(instance, attribute), f"{shown(twice[0])} stands twice", "name each once")


OF_SEVERAL.add(each_once)
