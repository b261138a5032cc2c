"""What the fields of records share: converters that are convenient where it is safe, and rules.

A converter makes the field's value of what it is given, or raises and says what is accepted; the class adds where, see
[`Compound`][]. Rules are validators of fields, so that neither a hook of a subclass nor `attrs.evolve` nor unpickling
gets round them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from .._errors import InvalidValueError, WrongTypeError, shown
from .base.advice import instead, instead_in_a_list, is_iterable, its_id
from .base.kinds import take
from .base.remembered import ByClass
from .base.vocabulary import Vocabulary
from .values.estimate import Estimate
from .values.mapping import NO_EXTRAS, Extras
from .values.period import Period, a_day
from .values.stages import Stage
from .values.text import Text, Words, plain_text, words

V = TypeVar("V")
W = TypeVar("W", bound=Vocabulary)
Validator: TypeAlias = Callable[[Any, "attrs.Attribute[Any]", Any], None]

ID_LENGTH = 200
"""Characters that an id may have at most."""

Day: TypeAlias = date | str
Dated: TypeAlias = Period | date | str | None
"""What a field of `Period` accepts."""


def word(value: object, cls: type[W]) -> W:
    """A member of a vocabulary, such as `Unit`, out of itself or its word.

    Examples:
        >>> from ukraine_support import fields
        >>> from ukraine_support import Unit
        >>> fields.word("rounds", Unit)
        <Unit.ROUNDS: 'rounds'>
    """
    return value if type(value) is cls else cls(value)


_TAKEN: Final = ByClass[None]()
"""The classes of items seen so far: each is looked at when its first instance comes."""


def several(value: object, cls: type[V], where: str = "") -> tuple[V, ...]:
    """A tuple of instances of a class out of any iterable but text and mappings.

    Examples:
        >>> from ukraine_support import fields
        >>> from ukraine_support import Country
        >>> fields.several([Country("NL")], Country)
        (Country('NL'),)
    """
    if type(value) is not tuple:
        if isinstance(value, str | bytes | Mapping) or not is_iterable(value):
            raise WrongTypeError(where, f"{shown(value)} is a {type(value).__name__}", instead_in_a_list(cls, value))
        value = tuple(value)
    for position, item in enumerate(value):
        if not issubclass(type(item), cls):  # isinstance would believe what an object says of itself
            problem = f"{shown(item)} is a {type(item).__name__}"
            raise WrongTypeError(f"{where}[{position}]", problem, instead(cls, item))
        if type(item) not in _TAKEN:
            take(item, _TAKEN)
    return value


def differing(items: tuple[V, ...]) -> tuple[V, ...]:
    """The items, none of which stands twice."""
    if len(items) > 1:
        try:
            twice = [item for item, times in Counter(items).items() if times > 1]
        except TypeError:  # an item of the user's own has no hash
            twice = [item for position, item in enumerate(items) if item in items[:position]]
        if twice:
            raise InvalidValueError("", f"{shown(twice[0])} stands twice", "name each once")
    return items


def to_stage(value: Stage | str) -> Stage:
    """A stage out of itself or its word.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_stage("pledged")
        <Stage.PLEDGED: 'pledged'>
    """
    return word(value, Stage)


def to_period(value: Dated) -> Period | None:
    """A period out of itself, a date or its text; None is none.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_period("2024-02")
        Period('2024-02')
    """
    return value if value is None or type(value) is Period else Period(value)


def to_day(value: Day) -> date:
    """A day out of itself or its text, `2024-02-27`.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_day("2024-02-27")
        datetime.date(2024, 2, 27)
    """
    return a_day(value, "date")


def to_day_or_none(value: Day | None) -> date | None:
    """A day out of itself or its text; None is none.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_day_or_none(None) is None
        True
    """
    return None if value is None else a_day(value, "date")


def to_words(value: Words) -> Text:
    """Words out of themselves, a string or a mapping of languages."""
    return value if type(value) is Text else Text(value)


def to_text(value: Words | None) -> Text | None:
    """Words out of themselves, a string or a mapping of languages; None is none.

    Raises:
        InvalidValueError: It is none of these, or says nothing.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_text({"en": "shells", "uk": "снаряди"}).in_language("uk")
        'снаряди'
    """
    return None if value is None else to_words(value)


def to_extras(value: Mapping[str, str] | None) -> Extras:
    """A source's own columns out of themselves or a mapping of text to text; None is none.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_extras({"row": "5"})["row"]
        '5'
    """
    return NO_EXTRAS if value is None else value if type(value) is Extras else Extras(value)


def to_ids(value: Iterable[str]) -> tuple[str, ...]:
    """A tuple of ids, all different.

    Raises:
        InvalidValueError: One is no id, or stands twice.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_ids(["a", "b"])
        ('a', 'b')
    """
    found = several(value, str)
    for position, item in enumerate(found):
        if not _names(item):
            raise _no_id(item, f"[{position}]")
    return differing(found if all(type(item) is str for item in found) else tuple(map(plain_text, found)))


def where(instance: object, attribute: "attrs.Attribute[Any]") -> str:
    """The place that a message names."""
    return f"{type(instance).__name__}.{attribute.name}"


def rules_of(field: "attrs.Attribute[Any]") -> tuple[Any, ...]:
    """What a field asks of what it is given: its converter and its validators."""
    return field.converter, *getattr(field.validator, "_validators", (field.validator,))  # of a list, attrs makes one


def valid(cls: type, *, required: bool = False) -> Validator:
    """A validator: the field holds an instance of `cls` or, unless it is required, None.

    Raises:
        WrongTypeError: It holds something else (when the field is set).

    Examples:
        >>> from ukraine_support import fields
        >>> from typing import ClassVar
        >>> import attrs
        >>> from ukraine_support import Country, Munition, Party
        >>> @attrs.frozen(kw_only=True)
        ... class Bought(Munition):
        ...     kind: ClassVar[str] = "tracker.bought"
        ...     seller: Party | None = attrs.field(default=None, validator=fields.valid(Party))
        >>> Bought(seller=Country("CZ")).seller
        Country('CZ')
    """
    taken = ByClass[None]()  # a class is looked at when its first instance comes

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if type(value) in taken or (value is None and not required):
            return
        if not issubclass(type(value), cls):  # isinstance would believe what an object says of itself
            place = where(instance, attribute)
            raise WrongTypeError(place, f"{shown(value)} is a {type(value).__name__}", instead(cls, value))
        take(value, taken)

    return check


def above_zero(instance: object, attribute: "attrs.Attribute[Any]", value: Estimate[Any]) -> None:
    """The ends of the estimate lie above zero: what is promised is something."""
    end = value.lowest_known
    if end is not None and not end > value.zero:
        raise InvalidValueError(
            where(instance, attribute), f"{end!r} is not above zero", "pass more, or UNKNOWN where it is not known"
        )


def from_zero(instance: object, attribute: "attrs.Attribute[Any]", value: Estimate[Any]) -> None:
    """The ends of the estimate are zero or more."""
    if value.is_negative:
        problem = f"{value.lowest_known!r} is below zero"
        raise InvalidValueError(where(instance, attribute), problem, "pass zero or more")


def from_zero_unless_corrected(instance: Any, field: str, value: Estimate[Any]) -> None:
    """A figure of a record is zero or more, unless the record is marked as a correction."""
    if value.is_negative and not instance.correction:
        raise InvalidValueError(
            f"{type(instance).__name__}.{field}",
            f"{value.lowest_known} is below zero",
            "pass zero or more, or mark the record with correction=True",
        )


is_flag: Final = valid(bool, required=True)


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


def _in_disguise(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> WrongTypeError:
    """The error for a member of an enumeration that is a text too: constructors then take the plain text."""
    return WrongTypeError(where(instance, attribute), f"{shown(value)} is a {type(value).__name__}", "pass a plain str")


def is_words(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds words that say something."""
    if words(value, where(instance, attribute)) is not value:
        raise _in_disguise(instance, attribute, value)


def is_string(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds words that say something, or None."""
    if value is not None:
        is_words(instance, attribute, value)


def is_id(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds an id."""
    if not _names(value):
        raise _no_id(value, where(instance, attribute))
    if type(value) is not str:
        raise _in_disguise(instance, attribute, value)


def is_id_in_a_record(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """The field holds an id of a part of a record, which even a table tells from its position, or None."""
    is_id_or_none(instance, attribute, value)
    if value is not None and value.isascii() and value.isdigit():
        accepted = "pass an id that is more than digits"
        raise InvalidValueError(where(instance, attribute), f"{shown(value)} is a position", accepted)


def is_id_or_none(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds an id, or None."""
    if value is not None:
        is_id(instance, attribute, value)
