"""The model as msgspec structs: the limit to approach, not an equal.

Checked is what msgspec's core checks itself: types, tags, choices, lengths, bounds of numbers and unknown keys. Not
checked are keys that stand twice, references, cycles, ids over the whole ledger, periods, calibres, codes of parties,
text without words, the notation of amounts, and every rule across fields.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeAlias, TypeVar

from msgspec import Meta, Struct, json

from . import peers_rules as rules
from .peers_rules import Basis, Condition, Instrument, Relation, Role, Stage, Stance, Unit

T = TypeVar("T")

Id: TypeAlias = Annotated[str, Meta(min_length=1, max_length=200)]
Words: TypeAlias = Annotated[str, Meta(min_length=1)]
Text: TypeAlias = str | dict[str, str]
Count: TypeAlias = Annotated[int, Meta(ge=0)]

if TYPE_CHECKING:
    CurrencyCode: TypeAlias = str
else:
    CurrencyCode = Literal[tuple(sorted(rules.CURRENCY_CODES))]


class Value(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    pass


class Bounds(Value, Generic[T], frozen=True):
    about: "T | Bounds[T] | None" = None
    at_least: T | None = None
    at_most: T | None = None
    between: tuple[T, T] | None = None


class Money(Value, frozen=True):
    """An amount or the bounds of one: msgspec tells no two structs without a tag apart."""

    amount: Decimal | None = None
    currency: CurrencyCode | None = None
    about: "Money | None" = None
    at_least: "Money | None" = None
    at_most: "Money | None" = None
    between: "tuple[Money, Money] | None" = None


# A decimal stays the string that it is written as: in a union, msgspec would take any string for one.
Quantity: TypeAlias = Count | str | Bounds[Count | str] | None


class Tagged(Value, frozen=True, tag_field="kind"):
    pass


class FormerCountry(Tagged, frozen=True, tag="former-country"):
    code: str


class Organisation(Tagged, frozen=True, tag="organisation"):
    id: Id
    name: Text
    part_of: "str | Organisation | None" = None


class UnnamedParty(Tagged, frozen=True, tag="unnamed"):
    description: Text
    count: Count | Bounds[Count] | None = None
    member_of: tuple[str | Organisation, ...] = ()


Party: TypeAlias = str | FormerCountry | Organisation | UnnamedParty


class Speaker(Value, frozen=True):
    name: Words
    office: Text | None = None
    of: Party | None = None


class Materiel(Tagged, frozen=True, tag="materiel"):
    description: Text | None = None
    lethal: bool | None = None


class Equipment(Materiel, frozen=True, tag="equipment"):
    designation: Words | None = None


class Supplies(Materiel, frozen=True, tag="supplies"):
    pass


class Munition(Tagged, frozen=True, tag="munition"):
    description: Text | None = None
    calibre: str | None = None
    designation: Words | None = None
    mass: str | None = None


class ArtilleryShell(Munition, frozen=True, tag="artillery-shell"):
    pass


class MortarBomb(Munition, frozen=True, tag="mortar-bomb"):
    pass


class Rocket(Munition, frozen=True, tag="rocket"):
    range: str | Bounds[str] | None = None


class Missile(Munition, frozen=True, tag="missile"):
    range: str | Bounds[str] | None = None


class Personnel(Tagged, frozen=True, tag="personnel"):
    role: Role | None = None
    description: Text | None = None


class Policy(Tagged, frozen=True, tag="policy"):
    description: Text


Support: TypeAlias = (
    Materiel | Equipment | Supplies | Munition | ArtilleryShell | MortarBomb | Rocket | Missile | Personnel | Policy
)


class Line(Value, frozen=True):
    of: Annotated[tuple[Support, ...], Meta(min_length=1)]
    quantity: Quantity = None
    unit: Unit | None = None
    unit_price: Money | None = None
    value: Money | None = None
    basis: Basis = Basis.STATED
    condition: Condition | None = None
    note: Text | None = None
    extras: dict[str, str] = {}


class Citation(Value, frozen=True):
    source: Id
    at: Words | None = None


class Link(Value, frozen=True):
    relation: Relation
    to: Id


class Source(Value, frozen=True, kw_only=True):
    id: Id
    note: Text | None = None
    extras: dict[str, str] = {}
    title: Text | None = None
    publisher: Text | None = None
    published: str | None = None
    url: Words | None = None
    through: Id | None = None


class Occasion(Value, frozen=True, kw_only=True):
    id: Id
    note: Text | None = None
    extras: dict[str, str] = {}
    name: Text
    place: Text | None = None
    when: str | None = None
    host: Party | None = None
    citations: tuple[Citation, ...] = ()


class Documented(Value, frozen=True, kw_only=True):
    id: Id
    note: Text | None = None
    extras: dict[str, str] = {}
    citations: tuple[Citation, ...] = ()
    occasion: Id | None = None


class Initiative(Documented, frozen=True, kw_only=True):
    name: Text | None = None
    lead: Party | None = None
    goal: tuple[Line, ...] = ()
    goal_value: Money | None = None
    suppliers: tuple[Party, ...] = ()
    stage: Stage = Stage.PROPOSED
    announced: str | None = None


class MilitaryCommitment(Documented, frozen=True, kw_only=True, tag_field="kind", tag="military"):
    donors: tuple[Party, ...] = ()
    recipient: Party = "UA"
    lines: tuple[Line, ...] = ()
    value: Money | None = None
    basis: Basis = Basis.STATED
    stage: Stage
    announced: str | None = None
    due: str | None = None
    covers: str | None = None
    suppliers: tuple[Party, ...] = ()
    channels: tuple[Party, ...] = ()
    towards: Id | None = None
    part_of: Id | None = None
    links: tuple[Link, ...] = ()
    correction: bool = False


class FinancialCommitment(MilitaryCommitment, frozen=True, kw_only=True, tag="financial"):
    instrument: Instrument = Instrument.UNSPECIFIED


class HumanitarianCommitment(MilitaryCommitment, frozen=True, kw_only=True, tag="humanitarian"):
    pass


class Claim(Documented, frozen=True, kw_only=True):
    about: Id
    line: Count | None = None
    stage: Stage
    quantity: Quantity = None
    value: Money | None = None
    share: Decimal | Bounds[Decimal] | None = None
    increment: bool = False
    during: tuple[str, ...] = ()
    forecast: bool = False
    disputes: tuple[Id, ...] = ()
    wording: Text | None = None
    speaker: Speaker | None = None
    said: str | None = None


class Position(Documented, frozen=True, kw_only=True):
    holder: Party
    on: str | Support
    stance: Stance
    since: str | None = None
    speaker: Speaker | None = None
    said: str | None = None


class Ledger(Value, frozen=True):
    version: Literal[1]
    sources: tuple[Source, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    commitments: tuple[MilitaryCommitment | FinancialCommitment | HumanitarianCommitment, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()


_DECODER = json.Decoder(Ledger)
_ENCODER = json.Encoder()


def loads(text: str) -> Any:
    """Read a document."""
    return _DECODER.decode(text)


def dumps(ledger: Any) -> str:
    """Write a document, defaults left out."""
    return _ENCODER.encode(ledger).decode()
