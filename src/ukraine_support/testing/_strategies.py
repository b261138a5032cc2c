"""Strategies of every type of the model, made from the fields of its classes: their types and their rules."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, overload

import attrs
from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .._errors import InvalidValueError, WrongTypeError, shown
from .._iso import COUNTRIES, FORMER_COUNTRIES
from .._model import fields
from .._model.base.generics import fields_of
from .._model.base.immutable import default_of, is_ours
from .._model.base.kinds import Kinded, is_open, kinds_under
from .._model.claims import Claim, Position
from .._model.commitments import Commitment, Initiative, Link, to_parties
from .._model.ledger import Ledger
from .._model.lines import Line, to_lines
from .._model.parties import Country, FormerCountry, Membership, Occasion, Organisation, Party, Speaker
from .._model.provenance import Citation, Record, Source
from .._model.records import Records
from .._model.references import NAMES
from .._model.support import Support
from .._model.values.estimate import UNKNOWN, Estimate
from .._model.values.magnitudes import Calibre, Length, Mass
from .._model.values.mapping import Extras
from .._model.values.money import Currency, Money
from .._model.values.period import Period
from .._model.values.text import Text
from .._types import (
    ByName,
    Document,
    Estimated,
    Field,
    Kinds,
    Object,
    Optional,
    Several,
    TextOr,
    Word,
    described,
)
from ..reference import ORGANISATIONS
from . import _numbers as numbers
from . import _words as words
from ._ledgers import resolved

T = TypeVar("T")
Strategy = SearchStrategy[Any]

_SEVERAL: Final = 2
"""Items that a list holds at most."""
_REFUSALS: Final = 30
"""Refusals in a row, and nothing made, after which a class of the user's own asks for more than its types say."""

_BY_TYPE: Final[Mapping[Any, Callable[[], Strategy]]] = {
    str: lambda: words.words() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    bool: st.booleans,
    float: lambda: st.floats(allow_nan=False, allow_infinity=False),
    date: words.days,
    Text: words.texts,
    Extras: words.extras,
    Period: words.periods,
    Currency: numbers.currencies,
    Calibre: numbers.calibres,
    Length: lambda: numbers.decimals(least=0).map(Length),
    Mass: lambda: numbers.decimals(least=0).map(Mass),
    NoneType: st.none,
}
_BY_NUMBER: Final[Mapping[Any, Callable[[int | None], Strategy]]] = {
    int: lambda least: numbers.integers(least=least),
    Decimal: lambda least: numbers.decimals(least=least),
    int | Decimal: lambda least: numbers.numbers(least=least),
    Money: lambda least: numbers.money(least=least),
    Estimate[Money]: lambda least: numbers.amounts(least=least),
}
"""What may be asked to be zero or more, or above zero."""
_LEAST: Final[Mapping[Any, int]] = {fields.from_zero: 0, fields.above_zero: 1}
_BY_RULE: Final[Mapping[Any, Callable[[], Strategy]]] = {
    fields.is_id: words.ids,
    fields.is_id_or_none: lambda: st.none() | words.ids(),
    fields.to_ids: lambda: _several(words.ids(), unique=True),
    to_lines: lambda: _several(_held(Line), unique_by=lambda line: line.id or object()),
    to_parties: lambda: _several(_held(Party), unique=True),
    fields.is_words: words.words,
    fields.is_string: lambda: st.none() | words.words(),
}
_MEETING: Final = date(2024, 2, 26)


def _names_of_lines() -> SearchStrategy[str]:
    return words.ids().filter(lambda id: not id.isdigit())


_BY_FIELD: Final[Mapping[tuple[type, str], Callable[[], Strategy]]] = {
    (Country, "alpha2"): lambda: st.sampled_from(["CZ", "DE", "FR", "NL", "PL", "UA", "US", *COUNTRIES]),
    (FormerCountry, "code"): lambda: st.sampled_from(list(FORMER_COUNTRIES)),
    (Organisation, "id"): lambda: (
        st.sampled_from(list(ORGANISATIONS)) | words.ids().filter(lambda id: id not in COUNTRIES)
    ),
    (Organisation, "part_of"): lambda: st.none() | _catalogued(),
    (Membership, "since"): lambda: st.dates(max_value=_MEETING),
    (Membership, "until"): lambda: st.none() | st.dates(min_value=_MEETING),
    (Line, "of"): lambda: _several(_held(Support), least=1),
    (Line, "value"): numbers.amounts,
    (Line, "id"): lambda: st.none() | _names_of_lines(),
    (Commitment, "value"): numbers.amounts,
    (Commitment, "correction"): lambda: st.just(False),
    (Claim, "quantity"): lambda: numbers.estimates(numbers.numbers(least=0)),
    (Claim, "value"): numbers.amounts,
    (Claim, "correction"): lambda: st.just(False),
    (Claim, "line"): lambda: st.none() | st.integers(0, 3) | _names_of_lines(),
    (Claim, "of"): lambda: st.just(()),
    (Claim, "share"): lambda: numbers.estimates(numbers.decimals(least=0, integer_digits=1)),
    (Position, "on"): lambda: _held(Support) | words.ids(),
}
"""What a field takes that is less than its type."""
_BELOW_ZERO: Final[Mapping[str, Callable[[], Strategy]]] = {
    "value": lambda: numbers.amounts(least=None),
    "correction": lambda: st.just(True),
}
_TOGETHER: Final[Sequence[tuple[type, Mapping[str, Callable[[], Strategy]]]]] = (
    (Commitment, _BELOW_ZERO),
    (Claim, {**_BELOW_ZERO, "increment": lambda: st.just(True)}),
    (Claim, {"of": lambda: _several(_held(Support), least=1, unique=True), "share": lambda: st.just(UNKNOWN)}),
)
"""What fields take only together."""
_EVERY: Final[Sequence[Any]] = (
    *(Currency, Money, Calibre, Length, Mass, Period, Text, Extras),
    *(Estimate[int | Decimal], Estimate[Length], Estimate[Money]),
    *(Party, Membership, Speaker, Support, Line, Citation, Link, Records[Source], *NAMES),
)
"""Between them, all that has fields, but ledgers."""


@overload
def values() -> SearchStrategy[Any]: ...
@overload
def values(cls: type[T], /, **fields: SearchStrategy[Any]) -> SearchStrategy[T]: ...
def values(cls: Any = None, /, **fields: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Valid values of a class of the model, or of one of yours below it; without a class, of every one with fields.

    They are of any class that may stand where `cls` is asked for: `values(Munition)` makes shells and missiles too,
    `values(Commitment)` all kinds of commitments. Classes of yours are made where they are asked for, and only there.
    A record refers to any ids at all; [`ledgers`][ukraine_support.testing.ledgers] make references hold.

    Every field is made up from its type. For one of a type that is not known here, or whose rules are narrower than
    its type, pass a strategy:

    Args:
        cls: The class, an enumeration of the library, or a type of one, such as `Estimate[int]`.
        fields: For some fields, by the constructor's names, what to make them of. Classes below `cls` that have no such
            field are left out.

    Raises:
        InvalidValueError: A field's type is not known here, a field is not there, or a class of yours refuses
            whatever its fields' types allow; the message names the field.
        WrongTypeError: `cls` is no type of the model.
        KindError: A class of yours cannot be built.

    Examples:
        >>> from hypothesis import given, strategies as st
        >>> from ukraine_support import Calibre, Munition, Party
        >>> @given(values(Party))
        ... def every_party_has_a_name(party: Party) -> None:
        ...     assert party.english_name
        >>> every_party_has_a_name()
        >>> @given(values(Munition, calibre=st.just(Calibre(155))))
        ... def all_are_of_one_calibre(munition: Munition) -> None:
        ...     assert munition.calibre == Calibre(155)
        >>> all_are_of_one_calibre()
    """
    if cls is None:
        return _called("values", st.one_of([_of_type(each) for each in _EVERY]))
    try:
        if not fields:
            return _of_class(cls) if _is_plain_class(cls) else _of_type(cls)
    except _UnknownTypeError as error:
        accepted = "pass a class of the model, or one of yours below it"
        raise WrongTypeError("values", f"{shown(error.args[0])} is none", accepted) from None
    classes = [below for below in _classes(cls) if fields.keys() <= _arguments(below).keys()]
    if not classes:
        names = {name: None for below in _classes(cls) for name in _arguments(below)}
        odd = next((name for name in fields if name not in names), next(iter(fields)))
        accepted = f"pass strategies for some of {', '.join(names)}" if names else "pass no fields"
        raise InvalidValueError(f"values({_name(cls)})", f"{shown(odd)} is no field of it", accepted)
    made = st.one_of([_instances(below, fields) for below in classes])
    return _called(f"values_of_{_name(cls)}", made)


def ledgers(
    *,
    most: int = 2,
    sources: SearchStrategy[Source] | None = None,
    occasions: SearchStrategy[Occasion] | None = None,
    initiatives: SearchStrategy[Initiative] | None = None,
    commitments: SearchStrategy[Commitment] | None = None,
    claims: SearchStrategy[Claim] | None = None,
    positions: SearchStrategy[Position] | None = None,
) -> SearchStrategy[Ledger]:
    """Ledgers of records of every kind, whose references hold and run in no circle.

    Most of them hold commitments that are parts of each other and linked, and a claim about them.

    Args:
        most: Records of each kind that a ledger holds at most.
        sources: What to take sources from, `st.nothing()` for none; their references are made to hold. The others
            alike.
        occasions: Occasions.
        initiatives: Initiatives.
        commitments: Commitments, such as those of a class of yours.
        claims: Claims.
        positions: Positions.

    Examples:
        >>> from hypothesis import given, settings
        >>> from ukraine_support import FinancialCommitment, Ledger
        >>> @settings(max_examples=5)
        ... @given(ledgers(most=1, commitments=values(FinancialCommitment)))
        ... def every_claim_is_about_something(ledger: Ledger) -> None:
        ...     assert all(claim.about in ledger for claim in ledger.claims.values())
        >>> every_claim_is_about_something()
    """
    given: dict[type[Record], SearchStrategy[Record] | None] = {
        Source: sources,
        Occasion: occasions,
        Initiative: initiatives,
        Commitment: commitments,
        Claim: claims,
        Position: positions,
    }
    made_of = {cls: _of_class(cls) if found is None else found for cls, found in given.items()}
    return _called("ledgers", resolved(made_of, most))


class _UnknownTypeError(Exception):
    """No strategy is known for a type."""


def _name(cls: Any) -> str:
    return cls.__name__ if isinstance(cls, type) and get_origin(cls) is None else str(cls)


def _several(items: Strategy, *, least: int = 0, **different: Any) -> SearchStrategy[list[Any]]:
    return st.lists(items, min_size=least, max_size=_SEVERAL, **different)


def _catalogued() -> SearchStrategy[Organisation]:
    return st.sampled_from(list(ORGANISATIONS.values()))


def _held(cls: type) -> Strategy:
    """Values of a class that others hold, perhaps of its own: it is looked at when first drawn from."""
    return st.deferred(lambda: _of_class(cls))


def _of_type(cls: object, least: int | None = None) -> Strategy:
    if cls in _BY_TYPE:
        return _BY_TYPE[cls]()
    if cls in _BY_NUMBER:
        return _BY_NUMBER[cls](least)
    match described(cls):
        case Optional(of):
            return st.none() | _of_type(of, least)
        case TextOr(other):
            return _of_type(str) | _of_type(other, least)
        case Estimated(end):
            return numbers.estimates(_of_type(end, least))
        case Several(item, build) if build is Records:
            return _several(_of_type(item), unique_by=lambda record: record.id).map(Records)
        case Several(item, build) if build in (set, frozenset):
            return st.frozensets(_of_type(item, least), max_size=_SEVERAL).map(build)
        case Several(item, build):
            return _several(_of_type(item, least)).map(build)
        case ByName(item):
            return st.dictionaries(_of_type(str), _of_type(item), max_size=_SEVERAL)
        case Word(enumeration) if len(enumeration):
            return st.sampled_from(enumeration)
        case Kinds(options) as kinds if options == kinds.classes:  # none with what a generic class holds
            return st.one_of([_held(cls) for cls in kinds.classes])
        case Document():
            return ledgers()
        case Object(own) if own not in (Estimate, Records):
            return _held(own)
    if get_origin(cls) is Literal:
        return st.sampled_from(get_args(cls))
    if get_origin(cls) in (Union, UnionType):
        return st.one_of([_of_type(argument, least) for argument in get_args(cls)])
    raise _UnknownTypeError(cls)


def _is_plain_class(cls: Any) -> bool:
    """Whether the fields of the class say enough."""
    return isinstance(cls, type) and attrs.has(cls) and cls not in (*_BY_TYPE, Estimate, Records, Ledger, Money)


def _classes(cls: Any) -> list[Any]:
    """The classes of which a value may be where one of `cls` is asked for: the library's, or the user's own."""
    if is_open(cls):
        found = [kind for kind in kinds_under(cls).values() if is_ours(kind) or not is_ours(cls)]
        if not found:
            Kinded.__attrs_pre_init__(object.__new__(cls))  # says why it cannot be built
        return found
    if isinstance(cls, type) and issubclass(cls, Record):
        records = [record for record in NAMES if issubclass(record, cls)]
        return [below for each in records for below in (_classes(each) if is_open(each) else [each])] or [cls]
    return [cls] if isinstance(cls, type) and attrs.has(cls) else []


def _of_class(cls: type) -> Strategy:
    return _of_our_class(cls) if is_ours(cls) else _of_any(cls)


def _of_any(cls: type) -> Strategy:
    return _called(f"values_of_{cls.__name__}", st.one_of([_instances(below, {}) for below in _classes(cls)]))


_of_our_class: Final = cache(_of_any)  # to which nobody adds fields


def _called(name: str, strategy: Strategy) -> Strategy:
    """The same under a short name: hypothesis repeats it in its messages, and that of a whole record fills pages."""

    def draw_from(draw: DrawFn) -> Any:
        return draw(strategy)

    draw_from.__name__ = draw_from.__qualname__ = name
    return st.composite(draw_from)()


def _arguments(cls: Any) -> dict[str, Field]:
    """The fields that the constructor takes, by its names for them."""
    return {str(field.alias): field for field in attrs.fields(cls) if field.init}


def _instances(cls: Any, given: Mapping[str, Strategy]) -> Strategy:
    """Values of just this class."""
    try:
        taken = {str(field.alias): field for field in fields_of(cls) if field.init}
    except Exception as error:
        accepted = "define the class where they can be"
        raise InvalidValueError(_name(cls), f"its annotations cannot be resolved: {error}", accepted) from error
    made = {name: given[name] if name in given else _of_field(cls, field) for name, field in taken.items()}
    options = [made]
    for base, together in _TOGETHER:
        if issubclass(cls, base) and not given.keys() & together:
            options.append(made | {name: make() for name, make in together.items()})
    if is_ours(cls):
        found = st.one_of([st.builds(cls, **option) for option in options])
        return found | _catalogued() if cls is Organisation and not given else found
    return st.one_of([_accepted(cls, option) for option in options])


def _of_field(cls: Any, field: Field) -> Strategy:
    for base in cls.__mro__:
        if (base, field.name) in _BY_FIELD:
            return _BY_FIELD[base, field.name]()
    rules = fields.rules_of(field)
    for ours, make in _BY_RULE.items():
        if any(rule is ours for rule in rules):  # rules of the user's own may have no hash
            return make()
    least = next((least for ours, least in _LEAST.items() if any(rule is ours for rule in rules)), None)
    try:
        found = _of_type(field.type, least)
    except _UnknownTypeError as error:
        problem = f"no strategy is known for {shown(error.args[0])}"
        accepted = f"pass one: values({_name(cls)}, {field.alias}=...)"
        raise InvalidValueError(f"{_name(cls)}.{field.name}", problem, accepted) from None
    if is_ours(cls) or field.default is attrs.NOTHING or getattr(field.default, "takes_self", False):
        return found
    return st.builds(lambda: default_of(field, None)) | found


def _accepted(cls: Any, made: Mapping[str, Strategy]) -> Strategy:
    """Values that a class of the user's own does not refuse, as its rules are not known here."""
    seen = Counter[str]()

    @st.composite
    def one(draw: DrawFn) -> Any:
        arguments = {name: draw(strategy) for name, strategy in made.items()}
        try:
            value = cls(**arguments)
        except Exception as error:  # whatever a check of the user's own raises
            seen["refused"] += 1
            if seen["refused"] >= _REFUSALS and not seen["made"]:
                problem = f"it refuses whatever its fields' types allow, {_REFUSALS} in a row: {shown(str(error))}"
                accepted = f"pass a strategy for the field that asks for more: values({_name(cls)}, ...)"
                raise InvalidValueError(_name(cls), problem, accepted) from error
            reject()
        seen["made"] += 1
        return value

    return one()
