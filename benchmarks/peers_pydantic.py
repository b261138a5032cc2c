"""The model in pydantic v2, as its documentation advises where speed counts.

Strict, frozen models without extra keys; unions told apart by a tag; patterns, bounds and choices that pydantic's core
checks itself; JSON read by `model_validate_json`. A function of Python's is called only for what the core cannot say.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, Literal, Self, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    GetPydanticSchema,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import core_schema
from typing_extensions import TypeAliasType

from ukraine_support import Basis, Condition, Instrument, PersonnelRole, Relation, Stage, Stance, Unit

from . import peers_rules as rules

T = TypeVar("T")


class Model(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    form: ClassVar[str] = "exact"


def _out_of_text(read: Callable[[str], Any], write: Callable[[Any], str] = str, pattern: str | None = None) -> Any:
    """How a type of somebody else's is read from a string and written as one."""
    schema = core_schema.no_info_after_validator_function(
        read,
        core_schema.str_schema(strict=True, pattern=pattern),
        serialization=core_schema.to_string_ser_schema()
        if write is str
        else core_schema.plain_serializer_function_ser_schema(write, return_schema=core_schema.str_schema()),
    )
    return GetPydanticSchema(lambda _source, _handler: schema)


# The core's regular expressions look at an id or an amount without calling Python.
Id: TypeAlias = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\p{C}\p{Z}]+( +[^\p{C}\p{Z}]+)*$")]
Words: TypeAlias = Annotated[str, AfterValidator(rules.words)]
Text: TypeAlias = (
    Words | Annotated[dict[Annotated[str, StringConstraints(pattern=rules.LANGUAGE_TAG)], Words], Field(min_length=1)]
)
Exact: TypeAlias = Annotated[Decimal, _out_of_text(Decimal, rules.written, rules.PLAIN_NUMBER)]
FromZero: TypeAlias = Annotated[Decimal, _out_of_text(Decimal, rules.written, rules.PLAIN_NUMBER_FROM_ZERO)]
AboveZero: TypeAlias = Annotated[FromZero, AfterValidator(rules.above_zero)]
Period: TypeAlias = Annotated[rules.Period, _out_of_text(rules.period)]
Calibre: TypeAlias = Annotated[rules.Magnitude, _out_of_text(rules.calibre)]
Length: TypeAlias = Annotated[rules.Magnitude, _out_of_text(rules.length)]
Mass: TypeAlias = Annotated[rules.Magnitude, _out_of_text(rules.mass)]
Count: TypeAlias = Annotated[int, Field(gt=0, lt=rules.BOUND)]
Promised: TypeAlias = Count | AboveZero
Claimed: TypeAlias = Annotated[int, Field(ge=0, lt=rules.BOUND)] | FromZero

if TYPE_CHECKING:
    CurrencyCode: TypeAlias = str
    PartyCode: TypeAlias = str
    OrganisationCode: TypeAlias = str
else:
    CurrencyCode = Literal[tuple(sorted(rules.CURRENCY_CODES))]
    PartyCode = Literal[tuple(sorted(rules.PARTY_CODES))]
    OrganisationCode = Literal[tuple(sorted(rules.ORGANISATION_CODES))]


class Money(Model):
    amount: Exact
    currency: CurrencyCode


class Price(Model):
    """Money that is not below zero."""

    amount: FromZero
    currency: CurrencyCode


class AtLeast(Model, Generic[T]):
    form = "at_least"
    at_least: T


class AtMost(Model, Generic[T]):
    form = "at_most"
    at_most: T


class Between(Model, Generic[T]):
    form = "between"
    between: tuple[T, T]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        low: Any
        high: Any
        low, high = self.between
        if isinstance(low, Money | Price):
            if low.currency != high.currency:
                raise ValueError("the ends are in two currencies")
            low, high = low.amount, high.amount
        if low > high:
            raise ValueError("the low end is above the high end")
        return self


def _form(value: Any) -> str:
    """Which form of estimate this is: of an object of JSON by its key, of a model by its class."""
    if isinstance(value, dict):
        key = next(iter(value), "")
        return key if key in ("about", "at_least", "at_most", "between") else "exact"
    return getattr(value, "form", "exact")


class About(Model, Generic[T]):
    form = "about"
    about: Annotated[
        Annotated[T, Tag("exact")]
        | Annotated[AtLeast[T], Tag("at_least")]
        | Annotated[AtMost[T], Tag("at_most")]
        | Annotated[Between[T], Tag("between")],
        Discriminator(_form),
    ]


Estimate = TypeAliasType(
    "Estimate",
    Annotated[
        Annotated[T, Tag("exact")]
        | Annotated[About[T], Tag("about")]
        | Annotated[AtLeast[T], Tag("at_least")]
        | Annotated[AtMost[T], Tag("at_most")]
        | Annotated[Between[T], Tag("between")],
        Discriminator(_form),
    ],
    type_params=(T,),
)


def ends(value: Any) -> tuple[Any, ...]:
    """The ends of an estimate that are not open."""
    if isinstance(value, About | AtLeast | AtMost):
        return ends(getattr(value, value.form))
    return value.between if isinstance(value, Between) else (value,)


class Organisation(Model):
    kind: Literal["organisation"]
    id: Annotated[Id, AfterValidator(rules.organisation_id)]
    name: Text
    part_of: "OrganisationCode | Organisation | None" = None


class UnnamedParty(Model):
    kind: Literal["unnamed"]
    description: Text
    count: Estimate[Count] | None = None
    member_of: tuple[OrganisationCode | Organisation, ...] = ()


Party: TypeAlias = PartyCode | Annotated[Organisation | UnnamedParty, Discriminator("kind")]
Parties: TypeAlias = Annotated[tuple[Party, ...], AfterValidator(rules.each_once)]


class Speaker(Model):
    name: Words
    office: Text | None = None
    of: Party | None = None


class Materiel(Model):
    kind: Literal["materiel", "supplies"]
    description: Text | None = None
    lethal: bool | None = None


class Equipment(Model):
    kind: Literal["equipment"]
    description: Text | None = None
    lethal: bool | None = None
    designation: Words | None = None


class Munition(Model):
    kind: Literal["munition", "artillery-shell", "mortar-bomb"]
    description: Text | None = None
    calibre: Calibre | None = None
    designation: Words | None = None
    mass: Mass | None = None


class Rocket(Model):
    kind: Literal["rocket", "missile"]
    description: Text | None = None
    calibre: Calibre | None = None
    designation: Words | None = None
    mass: Mass | None = None
    range: Estimate[Length] | None = None


class Personnel(Model):
    kind: Literal["personnel"]
    role: PersonnelRole | None = None
    description: Text | None = None


Support: TypeAlias = Annotated[Materiel | Equipment | Munition | Rocket | Personnel, Discriminator("kind")]


class Line(Model):
    id: Id | None = None
    of: Annotated[tuple[Support, ...], Field(min_length=1)]
    quantity: Estimate[Promised] | None = None
    unit: Unit | None = None
    unit_price: Estimate[Price] | None = None
    value: Estimate[Money] | None = None
    basis: Basis = Basis.STATED
    condition: Condition | None = None
    note: Text | None = None
    extras: dict[Words, str] = {}


class Citation(Model):
    source: Id
    at: Words | None = None


class Record(Model):
    id: Id
    note: Text | None = None
    extras: dict[Words, str] = {}


class Source(Record):
    title: Text | None = None
    publisher: Text | None = None
    published: Period | None = None
    url: Words | None = None
    through: Id | None = None


class Occasion(Record):
    name: Text
    place: Text | None = None
    when: Period | None = None
    host: Party | None = None
    citations: tuple[Citation, ...] = ()


class Documented(Record):
    citations: tuple[Citation, ...] = ()
    occasion: Id | None = None


class Initiative(Documented):
    name: Text | None = None
    lead: Party | None = None
    goal: tuple[Line, ...] = ()
    goal_value: Estimate[Price] | None = None
    suppliers: Parties = ()
    stage: Stage = Stage.PROPOSED
    announced: Period | None = None


class Link(Model):
    relation: Relation
    to: Id


class AnyCommitment(Documented):
    donors: Parties = ()
    recipient: Party = "UA"
    lines: tuple[Line, ...] = ()
    value: Estimate[Money] | None = None
    basis: Basis = Basis.STATED
    stage: Stage
    announced: Period | None = None
    due: Period | None = None
    covers: Period | None = None
    suppliers: Parties = ()
    channels: Parties = ()
    towards: Id | None = None
    part_of: Id | None = None
    links: tuple[Link, ...] = ()
    correction: bool = False

    @model_validator(mode="after")
    def _signs(self) -> Self:
        if not self.correction:
            for value in (self.value, *(line.value for line in self.lines)):
                if value is not None and any(end.amount < 0 for end in ends(value)):
                    raise ValueError("only a correction holds amounts below zero")
        return self


class GoodsCommitment(AnyCommitment):
    kind: Literal["military", "humanitarian"]


class FinancialCommitment(AnyCommitment):
    kind: Literal["financial"]
    instrument: Instrument = Instrument.UNSPECIFIED


Commitment: TypeAlias = Annotated[GoodsCommitment | FinancialCommitment, Discriminator("kind")]


class Claim(Documented):
    kind: Literal["claim"] = "claim"
    about: Id
    line: Annotated[int, Field(ge=0)] | None = None
    stage: Stage
    quantity: Estimate[Claimed] | None = None
    value: Estimate[Price] | None = None
    share: Estimate[FromZero] | None = None
    increment: bool = False
    during: tuple[Period, ...] = ()
    forecast: bool = False
    disputes: Annotated[tuple[Id, ...], AfterValidator(rules.each_once)] = ()
    wording: Text | None = None
    speaker: Speaker | None = None
    said: Period | None = None


class Position(Documented):
    kind: Literal["position"] = "position"
    holder: Party
    on: Id | Support
    stance: Stance
    since: Period | None = None
    speaker: Speaker | None = None
    said: Period | None = None


class Ledger(Model):
    version: Annotated[int, Field(ge=1, le=1)]
    sources: Annotated[tuple[Source, ...], AfterValidator(rules.by_id)] = ()
    occasions: Annotated[tuple[Occasion, ...], AfterValidator(rules.by_id)] = ()
    initiatives: Annotated[tuple[Initiative, ...], AfterValidator(rules.by_id)] = ()
    commitments: Annotated[tuple[Commitment, ...], AfterValidator(rules.by_id)] = ()
    claims: Annotated[tuple[Claim, ...], AfterValidator(rules.by_id)] = ()
    positions: Annotated[tuple[Position, ...], AfterValidator(rules.by_id)] = ()

    @model_validator(mode="after")
    def _holds(self) -> Self:
        rules.ledger_holds(self)
        return self


def _once(pairs: list[tuple[str, Any]]) -> None:
    """Refuse a key that stands twice, and keep nothing: pydantic's own parser takes the last one in silence."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")


_DECODER = json.JSONDecoder(object_pairs_hook=_once)


def loads(text: str) -> Ledger:
    """Read a document; a first look only refuses keys that stand twice."""
    _DECODER.decode(text)
    return Ledger.model_validate_json(text)


def dumps(ledger: Ledger) -> str:
    """Write a document, defaults left out."""
    return ledger.model_dump_json(exclude_defaults=True)
