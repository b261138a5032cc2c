"""The model in attrs and plain cattrs: frozen, slotted classes with validators, and a converter with hooks.

The converter forbids extra keys, leaves defaults out and tells classes apart by a tag, all by options and strategies of
cattrs; the hooks are for what it takes too lightly (`int("5")`) or cannot know.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar, Generic, NewType, TypeVar, get_args, get_origin

from attrs import field, frozen, validators
from cattrs import BaseConverter, Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.dispatch import StructureHook, UnstructureHook
from cattrs.strategies import configure_tagged_union

from . import peers_rules as rules
from .peers_rules import Basis, Condition, Instrument, Period, Relation, Role, Stage, Stance, Unit

T = TypeVar("T")

Calibre = NewType("Calibre", rules.Magnitude)
Length = NewType("Length", rules.Magnitude)
Mass = NewType("Mass", rules.Magnitude)
Number = int | Decimal
Text = str | dict[str, str]


def _says(rule: Callable[[Any], object]) -> Any:
    """A validator that asks a rule of what is there."""

    def check(instance: object, attribute: object, value: Any) -> None:
        if value is not None:
            rule(value)

    return check


def _text(value: Any) -> None:
    for text in (value,) if isinstance(value, str) else value.values():
        rules.words(text)
    if not isinstance(value, str):
        rules.languages(value)


def _extras(value: dict[str, str]) -> None:
    for name in value:
        rules.words(name)


def _ends_from_zero(value: "Estimate[Any]") -> None:
    if any(_size(end) < 0 for end in value.ends):
        raise ValueError("this is below zero")


def _ends_above_zero(value: "Estimate[Any]") -> None:
    if any(_size(end) <= 0 for end in value.ends):
        raise ValueError("this is not above zero")


def _size(end: Any) -> Any:
    return end.amount if isinstance(end, Money) else end


is_id = _says(rules.an_id)
is_words = _says(rules.words)
is_text = _says(_text)
are_extras = _says(_extras)
from_zero = _says(_ends_from_zero)
above_zero = _says(_ends_above_zero)
different = _says(rules.each_once)


def are_ids(instance: object, attribute: object, value: tuple[str, ...]) -> None:
    for id in value:
        rules.an_id(id)
    rules.each_once(value)


@frozen
class Money:
    amount: Decimal
    currency: str = field(validator=validators.in_(rules.CURRENCY_CODES))


@frozen
class Estimate(Generic[T]):
    low: T | None = None
    high: T | None = field(default=None)
    is_approximate: bool = False

    @high.validator
    def _in_order(self, attribute: object, high: Any) -> None:
        low: Any = self.low
        if low is None or high is None or low is high:
            return
        if isinstance(low, Money):
            if low.currency != high.currency:
                raise ValueError("the ends are in two currencies")
            low, high = low.amount, high.amount
        if low > high:
            raise ValueError("the low end is above the high end")

    @property
    def ends(self) -> tuple[T, ...]:
        return tuple(end for end in (self.low, self.high) if end is not None)


@frozen(kw_only=True)
class FormerCountry:
    kind: ClassVar[str] = "former-country"
    code: str = field(validator=validators.in_(rules.FORMER_CODES))


@frozen(kw_only=True)
class Organisation:
    kind: ClassVar[str] = "organisation"
    id: str = field(validator=[is_id, _says(rules.organisation_id)])
    name: Text = field(validator=is_text)
    part_of: "str | Organisation | None" = None


@frozen(kw_only=True)
class UnnamedParty:
    kind: ClassVar[str] = "unnamed"
    description: Text = field(validator=is_text)
    count: Estimate[int] | None = field(default=None, validator=above_zero)
    member_of: tuple[str | Organisation, ...] = ()


PartyObject = FormerCountry | Organisation | UnnamedParty
Party = str | FormerCountry | Organisation | UnnamedParty


@frozen(kw_only=True)
class Speaker:
    name: str = field(validator=is_words)
    office: Text | None = field(default=None, validator=is_text)
    of: Party | None = None


@frozen(kw_only=True)
class Materiel:
    kind: ClassVar[str] = "materiel"
    description: Text | None = field(default=None, validator=is_text)
    lethal: bool | None = None


@frozen(kw_only=True)
class Equipment(Materiel):
    kind: ClassVar[str] = "equipment"
    designation: str | None = field(default=None, validator=is_words)


@frozen(kw_only=True)
class Supplies(Materiel):
    kind: ClassVar[str] = "supplies"


@frozen(kw_only=True)
class Munition:
    kind: ClassVar[str] = "munition"
    description: Text | None = field(default=None, validator=is_text)
    calibre: Calibre | None = None
    designation: str | None = field(default=None, validator=is_words)
    mass: Mass | None = None


@frozen(kw_only=True)
class ArtilleryShell(Munition):
    kind: ClassVar[str] = "artillery-shell"


@frozen(kw_only=True)
class MortarBomb(Munition):
    kind: ClassVar[str] = "mortar-bomb"


@frozen(kw_only=True)
class Rocket(Munition):
    kind: ClassVar[str] = "rocket"
    range: Estimate[Length] | None = None


@frozen(kw_only=True)
class Missile(Munition):
    kind: ClassVar[str] = "missile"
    range: Estimate[Length] | None = None


@frozen(kw_only=True)
class Personnel:
    kind: ClassVar[str] = "personnel"
    role: Role | None = None
    description: Text | None = field(default=None, validator=is_text)


@frozen(kw_only=True)
class Policy:
    kind: ClassVar[str] = "policy"
    description: Text = field(validator=is_text)


Support = (
    Materiel | Equipment | Supplies | Munition | ArtilleryShell | MortarBomb | Rocket | Missile | Personnel | Policy
)
Subject = (
    str
    | Materiel
    | Equipment
    | Supplies
    | Munition
    | ArtilleryShell
    | MortarBomb
    | Rocket
    | Missile
    | Personnel
    | Policy
)


@frozen(kw_only=True)
class Line:
    of: tuple[Support, ...] = field(validator=validators.min_len(1))
    quantity: Estimate[Number] | None = field(default=None, validator=above_zero)
    unit: Unit | None = None
    unit_price: Estimate[Money] | None = field(default=None, validator=from_zero)
    value: Estimate[Money] | None = None
    basis: Basis = Basis.STATED
    condition: Condition | None = None
    note: Text | None = field(default=None, validator=is_text)
    extras: dict[str, str] = field(factory=dict, validator=are_extras)


@frozen(kw_only=True)
class Citation:
    source: str = field(validator=is_id)
    at: str | None = field(default=None, validator=is_words)


@frozen(kw_only=True)
class Record:
    id: str = field(validator=is_id)
    note: Text | None = field(default=None, validator=is_text)
    extras: dict[str, str] = field(factory=dict, validator=are_extras)


@frozen(kw_only=True)
class Source(Record):
    title: Text | None = field(default=None, validator=is_text)
    publisher: Text | None = field(default=None, validator=is_text)
    published: Period | None = None
    url: str | None = field(default=None, validator=is_words)
    through: str | None = field(default=None, validator=is_id)


@frozen(kw_only=True)
class Occasion(Record):
    name: Text = field(validator=is_text)
    place: Text | None = field(default=None, validator=is_text)
    when: Period | None = None
    host: Party | None = None
    citations: tuple[Citation, ...] = ()


@frozen(kw_only=True)
class Documented(Record):
    citations: tuple[Citation, ...] = ()
    occasion: str | None = field(default=None, validator=is_id)


@frozen(kw_only=True)
class Initiative(Documented):
    name: Text | None = field(default=None, validator=is_text)
    lead: Party | None = None
    goal: tuple[Line, ...] = ()
    goal_value: Estimate[Money] | None = field(default=None, validator=from_zero)
    suppliers: tuple[Party, ...] = field(default=(), validator=different)
    stage: Stage = Stage.PROPOSED
    announced: Period | None = None


@frozen(kw_only=True)
class Link:
    relation: Relation
    to: str = field(validator=is_id)


@frozen(kw_only=True)
class AnyCommitment(Documented):
    kind: ClassVar[str]
    donors: tuple[Party, ...] = field(default=(), validator=different)
    recipient: Party = "UA"
    lines: tuple[Line, ...] = ()
    value: Estimate[Money] | None = None
    basis: Basis = Basis.STATED
    stage: Stage
    announced: Period | None = None
    due: Period | None = None
    covers: Period | None = None
    suppliers: tuple[Party, ...] = field(default=(), validator=different)
    channels: tuple[Party, ...] = field(default=(), validator=different)
    towards: str | None = field(default=None, validator=is_id)
    part_of: str | None = field(default=None, validator=is_id)
    links: tuple[Link, ...] = ()
    correction: bool = field(default=False)

    @correction.validator
    def _signs(self, attribute: object, correction: bool) -> None:
        if not correction:
            for value in (self.value, *(line.value for line in self.lines)):
                if value is not None:
                    _ends_from_zero(value)


@frozen(kw_only=True)
class MilitaryCommitment(AnyCommitment):
    kind: ClassVar[str] = "military"


@frozen(kw_only=True)
class FinancialCommitment(AnyCommitment):
    kind: ClassVar[str] = "financial"
    instrument: Instrument = Instrument.UNSPECIFIED


@frozen(kw_only=True)
class HumanitarianCommitment(AnyCommitment):
    kind: ClassVar[str] = "humanitarian"


Commitment = MilitaryCommitment | FinancialCommitment | HumanitarianCommitment


@frozen(kw_only=True)
class Claim(Documented):
    about: str = field(validator=is_id)
    line: int | None = field(default=None, validator=validators.optional(validators.ge(0)))
    stage: Stage
    quantity: Estimate[Number] | None = field(default=None, validator=from_zero)
    value: Estimate[Money] | None = field(default=None, validator=from_zero)
    share: Estimate[Decimal] | None = field(default=None, validator=from_zero)
    increment: bool = False
    during: tuple[Period, ...] = ()
    forecast: bool = False
    disputes: tuple[str, ...] = field(default=(), validator=are_ids)
    wording: Text | None = field(default=None, validator=is_text)
    speaker: Speaker | None = None
    said: Period | None = None


@frozen(kw_only=True)
class Position(Documented):
    holder: Party
    on: Subject
    stance: Stance
    since: Period | None = None
    speaker: Speaker | None = None
    said: Period | None = None


@frozen(kw_only=True)
class Ledger:
    version: int = field(validator=validators.in_([1]))
    sources: tuple[Source, ...] = field(default=(), converter=rules.by_id)
    occasions: tuple[Occasion, ...] = field(default=(), converter=rules.by_id)
    initiatives: tuple[Initiative, ...] = field(default=(), converter=rules.by_id)
    commitments: tuple[Commitment, ...] = field(default=(), converter=rules.by_id)
    claims: tuple[Claim, ...] = field(default=(), converter=rules.by_id)
    positions: tuple[Position, ...] = field(default=(), converter=rules.by_id)

    def __attrs_post_init__(self) -> None:
        rules.ledger_holds(self)


def _strict(cls: type, read: Callable[[Any], Any] | None = None) -> StructureHook:
    """A hook that takes an instance of exactly one class, and hands it to a function if there is one."""

    def structure(value: Any, _: object) -> Any:
        if type(value) is not cls:
            raise TypeError(f"{value!r} is no {cls.__name__}")
        return value if read is None else read(value)

    return structure


def _number(value: Any, _: object) -> Number:
    if type(value) is int:
        return rules.small(value)
    number: Decimal = _exact(value, _)
    return number


_exact = _strict(str, rules.exact)


def _texts(value: Any, _: object) -> dict[str, str]:
    if type(value) is not dict or any(type(text) is not str for text in value.values()):
        raise TypeError(f"{value!r} is no object of strings")
    return value


def _text_or_texts(value: Any, _: object) -> Any:
    return value if type(value) is str else _texts(value, _)


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _is_estimate(cls: Any) -> bool:
    return get_origin(cls) is Estimate


def _tuple_of(cls: Any, converter: BaseConverter) -> StructureHook:
    items = homogenous_tuple_structure_factory(cls, converter)

    def structure(value: Any, _: object) -> Any:
        if type(value) is not list:
            raise TypeError(f"{value!r} is no list")
        return items(value, cls)

    return structure


def _estimate_of(cls: Any, converter: BaseConverter) -> StructureHook:
    (of,) = get_args(cls)
    read = converter.get_structure_hook(of)

    def structure(value: Any, _: object) -> Any:
        if type(value) is dict and len(value) == 1:
            ((form, inner),) = value.items()
            if form == "at_least":
                return Estimate(read(inner, of), None)
            if form == "at_most":
                return Estimate(None, read(inner, of))
            if form == "between":
                low, high = inner
                return Estimate(read(low, of), read(high, of))
            if form == "about":
                if type(inner) is dict and "about" in inner:
                    raise ValueError("an estimate that is about is not about again")
                found = structure(inner, cls)
                return Estimate(found.low, found.high, is_approximate=True)
        exact = read(value, of)
        return Estimate(exact, exact)

    return structure


def _plain_estimate_of(cls: Any, converter: BaseConverter) -> UnstructureHook:
    write = converter.get_unstructure_hook(get_args(cls)[0])

    def unstructure(value: Any) -> Any:
        low, high = value.low, value.high
        if low == high:
            plain = write(low)
        elif high is None:
            plain = {"at_least": write(low)}
        elif low is None:
            plain = {"at_most": write(high)}
        else:
            plain = {"between": [write(low), write(high)]}
        return {"about": plain} if value.is_approximate else plain

    return unstructure


def _or_none(hook: StructureHook) -> StructureHook:
    return lambda value, cls: None if value is None else hook(value, cls)


def _teach(converter: Converter, union: Any, read: StructureHook, write: UnstructureHook) -> None:
    """Teach a union, alone and together with None: Python makes one flat union of the two."""
    converter.register_structure_hook(union, read)
    converter.register_structure_hook(union | None, _or_none(read))
    for each in (union, union | None):
        converter.register_unstructure_hook(each, write)


def _named_or(objects: Any, check: Callable[[str], object], converter: Converter) -> tuple[Any, Any]:
    """The hooks of a union of names and objects."""
    read, write = converter.get_structure_hook(objects), converter.get_unstructure_hook(objects)

    def structure(value: Any, _: object) -> Any:
        if type(value) is not str:
            return read(value, objects)
        check(value)
        return value

    return structure, lambda value: value if type(value) is str else write(value)


def _one_of(codes: frozenset[str]) -> Callable[[str], None]:
    def check(value: str) -> None:
        if value not in codes:
            raise ValueError(f"{value!r} is no party")

    return check


def _organisation(converter: Converter) -> tuple[Any, Any]:
    """The hooks of an organisation by its name or as an object with a kind, which may hold another."""

    def structure(value: Any, _: object) -> Any:
        found: Any = converter.structure(value, Party)  # type: ignore[arg-type]  # a union is no class to mypy
        if not isinstance(found, Organisation) and found not in rules.ORGANISATION_CODES:
            raise ValueError(f"{value!r} is no organisation")
        return found

    return structure, lambda value: converter.unstructure(value, unstructure_as=Party)


def _kind(cls: Any) -> str:
    kind: str = cls.kind
    return kind


def make_converter(*, detailed_validation: bool = True) -> Converter:
    """The converter; without detailed validation it stops at the first fault, and does not say where that is."""
    converter = Converter(omit_if_default=True, forbid_extra_keys=True, detailed_validation=detailed_validation)
    for cls in (str, bool):
        converter.register_structure_hook(cls, _strict(cls))
    converter.register_structure_hook(int, _strict(int, rules.small))
    converter.register_structure_hook(Decimal, _exact)
    converter.register_unstructure_hook(Decimal, rules.written)
    converter.register_structure_hook(Number, _number)
    converter.register_unstructure_hook(
        Number, lambda value: rules.written(value) if isinstance(value, Decimal) else value
    )
    converter.register_structure_hook_func(lambda cls: cls == dict[str, str], _texts)
    _teach(converter, Text, _text_or_texts, lambda value: value)
    for written, read in ((Period, rules.period), (Calibre, rules.calibre), (Length, rules.length), (Mass, rules.mass)):
        converter.register_structure_hook(written, _strict(str, read))
        converter.register_unstructure_hook(written, str)
    converter.register_structure_hook_factory(_is_tuple, _tuple_of)
    converter.register_structure_hook_factory(_is_estimate, _estimate_of)
    converter.register_unstructure_hook_factory(_is_estimate, _plain_estimate_of)
    _teach(converter, str | Organisation, *_organisation(converter))
    configure_tagged_union(PartyObject, converter, _kind, "kind")
    _teach(converter, Party, *_named_or(PartyObject, _one_of(rules.PARTY_CODES), converter))
    configure_tagged_union(Support, converter, _kind, "kind")
    _teach(converter, Subject, *_named_or(Support, rules.an_id, converter))
    configure_tagged_union(Commitment, converter, _kind, "kind")
    return converter


_CONVERTER = make_converter()
_PARSE = json.JSONDecoder(object_pairs_hook=rules.unique_object).decode


def loads(text: str, converter: Converter = _CONVERTER) -> Ledger:
    """Read a document."""
    return converter.structure(_PARSE(text), Ledger)


def dumps(ledger: Ledger, converter: Converter = _CONVERTER) -> str:
    """Write a document, defaults left out."""
    return json.dumps(converter.unstructure(ledger), ensure_ascii=False)
