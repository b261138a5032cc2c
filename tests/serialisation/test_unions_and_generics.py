"""Fields of the user's own that hold one of several kinds, or what makes a generic class concrete, round-trip."""

import json
import sys
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

import attrs
import pytest

from schemas import schema_of
from ukraine_support import (
    ArtilleryShell,
    Claim,
    Country,
    DocumentError,
    Estimate,
    Ledger,
    Line,
    MilitaryCommitment,
    Missile,
    Money,
    Munition,
    Organisation,
    Party,
    Rocket,
    Support,
    UnnamedParty,
    exactly,
)
from ukraine_support.reference import EU
from ukraine_support.serialisation import dumps, from_rows, loads, make_converter, to_rows
from ukraine_support.testing import check_kind

EARLY = make_converter()
DESCRIBED: dict[str, Any] = {"ukraine_support.description": "What it says."}


def of(*classes: type, none: bool = False, many: bool = False) -> Callable[[Any, Any, Any], None]:
    """A rule that a field holds instances of some classes."""

    def check(instance: Any, attribute: Any, value: Any) -> None:
        for each in value if many else (value,):
            if not isinstance(each, classes) and not (none and each is None):
                raise TypeError(f"{attribute.name} is none of these")

    return check


@attrs.frozen(kw_only=True)
class GuidedShell(ArtilleryShell):
    """A shell that is steered."""

    kind: ClassVar[str] = "unions.guided-shell"


@attrs.frozen(kw_only=True)
class Sabotage(Claim):
    """A claim of a user's."""

    kind: ClassVar[str] = "unions.sabotage"


@attrs.frozen(kw_only=True)
class Payload(Munition):
    """A munition that carries others."""

    kind: ClassVar[str] = "unions.payload"
    inner: ArtilleryShell | Rocket = attrs.field(validator=of(ArtilleryShell, Rocket), metadata=DESCRIBED)
    spare: "Missile | Rocket | None" = attrs.field(
        default=None, validator=of(Missile, Rocket, none=True), metadata=DESCRIBED
    )
    others: tuple[ArtilleryShell | Rocket, ...] = attrs.field(
        default=(), validator=of(ArtilleryShell, Rocket, many=True), metadata=DESCRIBED
    )
    fuse: ArtilleryShell | Rocket | str = attrs.field(
        default="none", validator=of(ArtilleryShell, Rocket, str), metadata=DESCRIBED
    )
    made_by: Country | Organisation | None = attrs.field(
        default=None, validator=of(Country, Organisation, none=True), metadata=DESCRIBED
    )


T = TypeVar("T")
U = TypeVar("U")
B = TypeVar("B", bound=Party)
C = TypeVar("C", int, str)


@attrs.frozen(kw_only=True)
class Box(Munition, Generic[T]):
    """Something in something."""

    kind: ClassVar[str] = "unions.box"
    content: T = attrs.field(validator=of(int, Money, Munition, str, tuple), metadata=DESCRIBED)
    more: tuple[T, ...] = attrs.field(default=(), validator=of(tuple), metadata=DESCRIBED)
    maybe: T | None = attrs.field(
        default=None, validator=of(int, Money, Munition, str, tuple, none=True), metadata=DESCRIBED
    )


@attrs.frozen(kw_only=True)
class IntBox(Box[int]):
    """Numbers."""

    kind: ClassVar[str] = "unions.int-box"


@attrs.frozen(kw_only=True)
class MoneyBox(Box[Money]):
    """Money."""

    kind: ClassVar[str] = "unions.money-box"
    note_of: Estimate[Money] = attrs.field(
        default=exactly(Money("1", "EUR")), validator=of(Estimate), metadata=DESCRIBED
    )


@attrs.frozen(kw_only=True)
class Nested(Box[tuple[T, ...]], Generic[T, U]):
    """A box whose parameter is made of its own, under the same name."""

    kind: ClassVar[str] = "unions.nested"
    label: U


@attrs.frozen(kw_only=True)
class NestedMunitions(Nested[ArtilleryShell | Rocket, "int"]):
    """Munitions in rows."""

    kind: ClassVar[str] = "unions.nested-munitions"


@attrs.frozen(kw_only=True)
class Delegated(MilitaryCommitment, Generic[B, C]):
    """A promise through somebody, whose parameters have bounds."""

    kind: ClassVar[str] = "unions.delegated"
    through: B
    code: C


@attrs.frozen(kw_only=True)
class DelegatedToCountry(Delegated[Country, int]):
    """Through a country."""

    kind: ClassVar[str] = "unions.delegated-to-country"


@attrs.frozen(kw_only=True)
class Holder(Munition):
    """It holds a box that its annotation makes concrete."""

    kind: ClassVar[str] = "unions.holder"
    box: Box[int]
    either: "Box[Money] | IntBox | None" = None


SHELL, ROCKET, GUIDED = ArtilleryShell(calibre="155 mm"), Rocket(range="70 km"), GuidedShell(calibre="155 mm")
EUR = Money("0.5", "EUR")
MUNITIONS: list[Munition] = [
    Payload(inner=SHELL),
    Payload(inner=GUIDED, spare=ROCKET, others=(SHELL, ROCKET, GUIDED), fuse=ROCKET, made_by=Country("NL")),
    Payload(inner=ROCKET, spare=Missile(), fuse="short", made_by=EU),
    Payload(inner=ROCKET, made_by=Organisation(id="maker", name="A maker")),
    IntBox(content=5, more=(1, 2), maybe=7),
    MoneyBox(content=EUR, more=(EUR, EUR)),
    NestedMunitions(content=(SHELL, GUIDED), more=((ROCKET,), ()), label=5),
    Box(content="anything"),
    Holder(box=Box(content=5), either=Box(content=EUR)),
    Holder(box=IntBox(content=5), either=IntBox(content=6)),
]


@pytest.mark.parametrize(
    "munition", MUNITIONS, ids=lambda munition: f"{type(munition).__name__} {len(dumps(munition))}"
)
def test_it_comes_back_every_way(munition: Munition) -> None:
    assert loads(dumps(munition), Support) == loads(dumps(munition, indent=1), type(munition)) == munition
    for converter in (EARLY, make_converter()):
        assert converter.structure(converter.unstructure(munition), type(munition)) == munition
    ledger = Ledger.of([MilitaryCommitment(id="a", stage="pledged", lines=[Line(munition, 5)])])
    assert from_rows(to_rows(ledger)) == loads(dumps(ledger)) == ledger
    assert (
        from_rows(
            [{column: "" if cell is None else str(cell) for column, cell in row.items()} for row in to_rows(ledger)]
        )
        == ledger
    )
    assert schema_of(Support).is_valid(json.loads(dumps(munition)))


def test_a_record_of_a_generic_class_comes_back() -> None:
    for promise in (
        DelegatedToCountry(id="a", stage="pledged", through=Country("NL"), code=5),
        Delegated(id="a", stage="pledged", through=UnnamedParty(description="some"), code="x"),
        Delegated(id="a", stage="pledged", through=Country("NL"), code=5),
    ):
        ledger = Ledger.of([promise])
        assert loads(dumps(ledger)) == from_rows(to_rows(ledger)) == ledger
        assert schema_of(Ledger).is_valid(json.loads(dumps(ledger)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            '{"kind": "unions.payload", "inner": {"kind": "missile"}}',
            "inner.kind: 'missile' is no kind of ArtilleryShell or Rocket; known are artillery-shell, ",
        ),
        (
            '{"kind": "unions.payload", "inner": {"calibre": "155 mm"}}',
            "inner.kind: is missing; write one of artillery-shell, ",
        ),
        (
            '{"kind": "unions.payload", "inner": "x"}',
            "inner: 'x' is a string; write an object that is a ArtilleryShell or Rocket",
        ),
        ('{"kind": "unions.payload", "inner": {"kind": "rocket", "range": 5}}', "inner.range: 5 is a number"),
        ('{"kind": "unions.payload", "inner": {"kind": "rocket"}, "made_by": "XX"}', "made_by: 'XX' is no party"),
        (
            '{"kind": "unions.payload", "inner": {"kind": "rocket"}, "made_by": {"kind": "former-country"}}',
            "made_by.kind: 'former-country' is no kind of Country or Organisation",
        ),
        ('{"kind": "unions.payload", "inner": {"kind": "rocket"}, "others": [5]}', "others[0]: 5 is a number"),
        ('{"kind": "unions.payload", "inner": {"kind": "rocket"}, "fuse": 5}', "fuse: 5 is a number"),
        ('{"kind": "unions.int-box", "content": "5"}', "content: '5' is a string; write an integer"),
        ('{"kind": "unions.int-box", "content": 5, "more": [12.9]}', "more[0]: 12.9 is a number; write an integer"),
        ('{"kind": "unions.money-box", "content": 5}', "content: 5 is a number"),
        (
            '{"kind": "unions.nested-munitions", "content": [{"kind": "missile"}], "label": 5}',
            "content[0].kind: 'missile' is no kind",
        ),
        ('{"kind": "unions.nested-munitions", "content": [], "label": "5"}', "label: '5' is a string"),
        ('{"kind": "unions.holder", "box": {"kind": "unions.box", "content": "x"}}', "box.content: 'x' is a string"),
        ('{"kind": "unions.holder", "box": {"kind": "rocket"}}', "box.kind: 'rocket' is no kind of Box"),
    ],
    ids=lambda text: text[:80],
)
def test_what_does_not_fit_is_told_by_its_path(text: str, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        loads(text, Support)
    assert str(caught.value).startswith(problem)
    assert not schema_of(Support).is_valid(json.loads(text))


def test_a_union_may_be_asked_for_by_itself() -> None:
    either: Any = ArtilleryShell | Rocket
    for munition in (SHELL, ROCKET, GUIDED):
        assert loads(dumps(munition), either) == EARLY.structure(EARLY.unstructure(munition), either) == munition
    with pytest.raises(DocumentError, match="no kind of ArtilleryShell or Rocket"):
        loads(dumps(Missile()), either)
    parties: Any = Country | UnnamedParty
    assert loads('"NL"', parties) == Country("NL")
    with pytest.raises(DocumentError, match="EU is a Organisation; write a Country or UnnamedParty"):
        loads('"EU"', parties)
    claims: Any = Claim | Sabotage
    plain = '{"id": "a", "about": "b", "stage": "delivered"}'
    assert loads(plain, claims) == Claim(id="a", about="b", stage="delivered")
    with pytest.raises(DocumentError, match="kind: is missing"):
        loads(plain, Sabotage)


@pytest.mark.parametrize("cls", [Payload, MoneyBox])
def test_they_keep_the_contract(cls: Any) -> None:
    check_kind(cls, without=["description"])


def test_a_parameter_may_be_declared_in_the_newest_way() -> None:
    if sys.version_info < (3, 12):
        pytest.skip("Python 3.12 has it")
    namespace: dict[str, Any] = {"attrs": attrs, "Munition": Munition, "ClassVar": ClassVar, "__name__": "user"}
    exec(
        """
@attrs.frozen(kw_only=True)
class Crate[T](Munition):
    kind: ClassVar[str] = "unions.crate"
    content: T
    more: list[T] | None = None

@attrs.frozen(kw_only=True)
class IntCrate(Crate[int]):
    kind: ClassVar[str] = "unions.int-crate"
""",
        namespace,
    )
    crate = namespace["IntCrate"](content=5)
    assert loads(dumps(crate), Support) == crate
    with pytest.raises(DocumentError, match="content: 'x' is a string; write an integer"):
        loads('{"kind": "unions.int-crate", "content": "x"}', Support)


def test_a_class_may_leave_the_parameter_open() -> None:
    @attrs.frozen(kw_only=True)
    class Bare(Box):  # type: ignore[type-arg]  # as users do
        """A box of anything."""

        kind: ClassVar[str] = "unions.bare"

    assert loads(dumps(Bare(content=5)), Support) == Bare(content=5)
