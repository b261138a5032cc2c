"""Open hierarchies: what a subclass of the user's own must say, and what it gets for it."""

import copy
import dataclasses
import types
from enum import Enum
from typing import Any, ClassVar

import attrs
import pytest

from refusals import LONGEST, brief
from ukraine_support import (
    Calibre,
    Citation,
    Claim,
    Commitment,
    Country,
    Currency,
    DocumentError,
    Estimate,
    Extras,
    FinancialCommitment,
    Initiative,
    InvalidValueError,
    KindError,
    Ledger,
    Length,
    Line,
    Link,
    Mass,
    Materiel,
    Membership,
    MilitaryCommitment,
    Missile,
    Money,
    Munition,
    Occasion,
    Organisation,
    Party,
    Period,
    Position,
    Records,
    Source,
    Speaker,
    Support,
    Text,
    UkraineSupportError,
    UnnamedParty,
    WrongTypeError,
)
from ukraine_support._model.base.immutable import is_ours
from ukraine_support._model.base.kinds import DEEPEST, Kinded, class_of, is_open, kinds_under, root_of
from ukraine_support.display import describe
from ukraine_support.serialisation import dumps, loads

ROOTS: list[type[Any]] = [Party, Support, Commitment, Claim, Position]


def refused(make: Any, **arguments: Any) -> str:
    """What is wrong with a class, as the error says it."""
    with pytest.raises(KindError) as caught:
        make(**arguments)
    assert isinstance(caught.value, TypeError)
    assert isinstance(caught.value, UkraineSupportError)
    assert len(str(caught.value)) < LONGEST
    return str(caught.value)


# Classes that cannot be built


@pytest.mark.parametrize("root", [Party, Support, Commitment])
def test_an_abstract_root_is_not_built(root: Any) -> None:
    arguments = {"id": "a", "stage": "pledged"} if root is Commitment else {}
    assert refused(root, **arguments) == (
        f"{root.__name__}: it is abstract; build one of its kinds, or a subclass of your own"
    )


def test_an_undecorated_subclass_is_not_built() -> None:
    class Forgotten(Munition):
        kind: ClassVar[str] = "test-kinds.forgotten"

    assert refused(Forgotten) == "Forgotten: it is not decorated; put @attrs.frozen(kw_only=True) above it"
    assert class_of("test-kinds.forgotten", Support) is None


def test_a_subclass_of_an_undecorated_one_is_not_built_either() -> None:
    @attrs.frozen(kw_only=True)
    class Decorated(Munition):
        kind: ClassVar[str] = "test-kinds.decorated"

    class Below(Decorated): ...

    assert "is not decorated" in refused(Below)
    assert Decorated().kind == "test-kinds.decorated"


def test_a_subclass_without_a_kind_is_not_built() -> None:
    @attrs.frozen(kw_only=True)
    class Nameless(Munition):
        weight: int = 5

    advice = 'add `kind: ClassVar[str] = "tracker.interceptor-drone"`'
    assert refused(Nameless) == f"Nameless: it has no kind of its own; {advice}"


def test_a_subclass_without_a_kind_may_have_kinds_below_it() -> None:
    @attrs.frozen(kw_only=True)
    class Vehicle(Materiel):
        wheels: int

    @attrs.frozen(kw_only=True)
    class Lorry(Vehicle):
        kind: ClassVar[str] = "test-kinds.lorry"

    assert Lorry(wheels=6).wheels == 6
    assert class_of("test-kinds.lorry", Vehicle) is Lorry


@pytest.mark.parametrize("root", ROOTS)
def test_a_kind_is_taken_once_under_its_root(root: Any) -> None:
    @attrs.frozen(kw_only=True)
    class First(root):  # type: ignore[misc]
        kind: ClassVar[str] = "test-kinds.taken"

    def define() -> None:
        @attrs.frozen(kw_only=True)
        class Second(root):  # type: ignore[misc]
            kind: ClassVar[str] = "test-kinds.taken"

    assert refused(define) == f"Second: the kind 'test-kinds.taken' is taken by {First.__qualname__}; choose another"


def test_a_kind_may_be_taken_under_another_root() -> None:
    @attrs.frozen(kw_only=True)
    class Missing(Claim):
        kind: ClassVar[str] = "test-kinds.missing"

    @attrs.frozen(kw_only=True)
    class Lost(Munition):
        kind: ClassVar[str] = "test-kinds.missing"

    assert class_of("test-kinds.missing", Claim) is Missing
    assert class_of("test-kinds.missing", Support) is Lost


@pytest.mark.parametrize("root", ROOTS)
def test_kinds_without_a_dot_are_the_library_s(root: Any) -> None:
    assert not [kind for kind, cls in kinds_under(root).items() if ("." in kind) is is_ours(cls)]
    for word in ("loitering-munition", next(iter(kinds_under(root)))):

        def define(word: str = word) -> None:
            @attrs.frozen(kw_only=True)
            class Mine(root):  # type: ignore[misc]
                kind: ClassVar[str] = word

        assert refused(define) == (
            f"Mine: {word!r} is no kind for a class of your own; "
            f'declare a name of yours, a dot and words: `kind: ClassVar[str] = "tracker.{word}"`'
        )


def test_a_kind_without_its_dot_is_answered_with_the_one_that_is_defined() -> None:
    @attrs.frozen(kw_only=True)
    class Gyrocopter(Munition):
        kind: ClassVar[str] = "test-kinds.gyrocopter"

    with pytest.raises(DocumentError) as caught:
        loads('{"kind": "gyrocopter"}', Support)
    problem = "'gyrocopter' is no kind of Support; a kind of your own carries a dot: write 'test-kinds.gyrocopter'"
    assert caught.value.problems == (("kind", problem),)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "Drone",
        "loitering_munition",
        "two words",
        "-drone",
        "drone-",
        "a--b",
        "5",
        "é",
        "x\n",
        5,
        None,
        b"x",
        ".",
        "tracker.",
        ".drone",
        "a..b",
        "a.-b",
        "a-.b",
        "a.5",
        "Tracker.drone",
        "tracker.Drone",
        "трекер.drone",
        "tracker.\n",
        "a. b",
        "a·b",
        "tracker．drone",
    ],
    ids=brief,
)
def test_a_kind_is_a_word(word: Any) -> None:
    def define() -> None:
        @attrs.frozen(kw_only=True)
        class Odd(Munition):
            kind: ClassVar[Any] = word

        Odd()

    assert "kind" in refused(define)


@pytest.mark.parametrize("word", ["tracker.drone", "my-tracker.loitering-munition-2", "org.tracker.drone", "t1.d2"])
def test_a_kind_may_say_whose_it_is_before_a_dot(word: str) -> None:
    @attrs.frozen(kw_only=True)
    class Owned(Munition):
        kind: ClassVar[str] = word

    assert class_of(word, Support) is Owned
    assert Owned(calibre="40 mm").english_name == f"{word.rpartition('.')[2].replace('-', ' ')} (40 mm)"


def test_a_kind_that_is_no_word_is_repeated_in_short() -> None:
    def define() -> None:
        @attrs.frozen(kw_only=True)
        class Long(Munition):
            kind: ClassVar[str] = "X" * 1_000_000

    assert 'declare a name of yours, a dot and words: `kind: ClassVar[str] = "tracker.' in refused(define)


@pytest.mark.parametrize("slots", [True, False])
def test_a_kind_is_no_field(slots: bool) -> None:
    def define() -> None:
        field = attrs.field(default="test-kinds.field", type=str)
        attrs.make_class("Odd", {"kind": field}, (Munition,), frozen=True, kw_only=True, slots=slots)()

    assert "kind" in refused(define)


@pytest.mark.parametrize("name", ["designation", "calibre", "description", "lethal"])
def test_an_inherited_field_is_not_declared_again(name: str) -> None:
    def define() -> None:
        attrs.make_class("Again", {name: attrs.field(default=None)}, (Munition,), frozen=True, kw_only=True)

    first = Munition if name in ("designation", "calibre", "lethal") else Materiel
    assert refused(define) == (
        f"Again: it declares {name!r} again, whose rules {first.__name__} sets; give the new field another name"
    )


def test_an_inherited_field_is_not_hidden_by_a_property_either() -> None:
    members = {"kind": "test-kinds.hidden", "calibre": property(lambda _: None)}

    def define() -> None:
        attrs.frozen(kw_only=True, slots=False)(type("Hidden", (Munition,), dict(members)))

    assert "declares 'calibre' again" in refused(define)
    slotted: Any = attrs.frozen(kw_only=True)(type("Hidden", (Munition,), dict(members)))
    assert slotted(calibre="155 mm").calibre == Calibre(155), "attrs drops the property"


def a_dataclass(base: Any) -> Any:
    made: Any = type("Made", (base,), {"kind": "test-kinds.dataclass"})
    return dataclasses.dataclass(made)()


def a_frozen_dataclass(base: Any) -> Any:
    members = {"kind": "test-kinds.dataclass", "__annotations__": {"id": str, "weight": int}, "weight": 5, "id": "a"}
    made: Any = type("Made", (base,), members)
    return dataclasses.dataclass(frozen=True)(made)()


def an_undecorated_class_with_a_constructor(base: Any) -> Any:
    members = {"kind": "test-kinds.undecorated", "__init__": lambda self: None}
    return type("Made", (base,), members)()


def an_undecorated_class_with_another_way_in(base: Any) -> Any:
    made: Any = type("Made", (base,), {"kind": "test-kinds.undecorated"})
    return made.__new__(made)


def below_a_finished_one(base: Any) -> Any:
    decorated = attrs.frozen(kw_only=True)(type("Finished", (base,), {"kind": "test-kinds.finished"}))
    return type("Made", (decorated,), {"__init__": lambda self: None})()


UNFINISHED = [
    a_dataclass,
    a_frozen_dataclass,
    an_undecorated_class_with_a_constructor,
    an_undecorated_class_with_another_way_in,
    below_a_finished_one,
]
TAKERS: dict[str, tuple[type[Any], Any]] = {
    "a line": (Support, lambda made: Line(made, 1)),
    "a line of several": (Support, lambda made: Line([Munition(), made], 1)),
    "on": (Support, lambda made: Position(id="a", holder=Country("FR"), on=made, stance="supports")),
    "donors": (Party, lambda made: MilitaryCommitment(id="a", donors=[made], stage="pledged")),
    "recipient": (Party, lambda made: MilitaryCommitment(id="a", recipient=made, stage="pledged")),
    "lead": (Party, lambda made: Initiative(id="a", lead=made)),
    "of": (Party, lambda made: Speaker("A", of=made)),
    "host": (Party, lambda made: Occasion(id="a", name="b", host=made)),
    "holder": (Party, lambda made: Position(id="a", holder=made, on="b", stance="supports")),
    "country": (
        Country,
        lambda made: Membership(country=made, organisation=Organisation(id="b", name="c"), since="2024-01-01"),
    ),
    "part_of": (Organisation, lambda made: Organisation(id="b", name="c", part_of=made)),
    "origin": (Country, lambda made: Munition(origin=made)),
    "a ledger": (Commitment, lambda made: Ledger(commitments=[made])),
    "adding": (MilitaryCommitment, lambda made: Ledger().adding(made)),
    "a mapping of claims": (Claim, lambda made: Ledger(claims={"a": made})),
    "records": (Claim, lambda made: Records([made])),
    "Ledger.of": (Position, lambda made: Ledger.of([made])),
}


@pytest.mark.parametrize("make", UNFINISHED)
@pytest.mark.parametrize(("base", "take"), TAKERS.values(), ids=TAKERS)
def test_what_attrs_did_not_finish_is_taken_by_nothing(base: type[Any], take: Any, make: Any) -> None:
    made = make(base)
    assert isinstance(made, base)
    told = refused(lambda: take(made))
    assert told.startswith("Made: it is ")
    assert told.endswith(
        ("put @attrs.frozen(kw_only=True) above it", "put @attrs.frozen(kw_only=True) above it instead")
    )


@pytest.mark.parametrize(("base", "taker"), TAKERS.values(), ids=TAKERS)
def test_a_constructor_of_ones_own_leaves_no_field_unset(base: type[Any], taker: Any) -> None:
    members = {"kind": "test-kinds.constructor", "__init__": lambda self: None, "__annotations__": {"weight": int}}
    made: Any = attrs.frozen(kw_only=True)(type("Made", (base,), members))
    told = refused(lambda: taker(made()))
    assert told.startswith("Made: its own __init__ leaves ")
    assert told.endswith(" unset; let self.__attrs_init__ set the fields")


def test_a_constructor_of_ones_own_breaks_no_rule() -> None:
    @attrs.frozen(kw_only=True, init=False)
    class Own(Munition):
        kind: ClassVar[str] = "test-kinds.own"
        weight: int

        def __init__(self, weight: int, calibre: Any = None) -> None:
            self.__attrs_init__(weight=weight)  # where attrs puts its own
            object.__setattr__(self, "calibre", calibre)

    assert Line(Own(weight=5), 1).of == (Own(weight=5),)
    for _ in range(2):
        with pytest.raises(InvalidValueError, match=r"Own\.calibre: 5 is no length"):
            Line(Own(weight=5, calibre=5), 1)


def test_a_constructor_of_ones_own_leaves_nothing_as_it_was_given() -> None:
    @attrs.frozen(kw_only=True, init=False)
    class AsGiven(Munition):
        kind: ClassVar[str] = "test-kinds.as-given"

        def __init__(self, calibre: Any) -> None:
            self.__attrs_init__()
            object.__setattr__(self, "calibre", calibre)

    told = refused(lambda: Line(AsGiven(calibre="155 mm"), 1))
    assert "its own __init__ puts '155 mm' into 'calibre' as it was given" in told
    assert Line(AsGiven(calibre=Calibre(155)), 1).of[0].calibre == Calibre(155)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [("id", 5, r"Later\.id: 5 is a int"), ("stage", "pledged", "__attrs_post_init__ puts 'pledged' into 'stage'")],
)
def test_what_is_set_after_the_constructor_breaks_no_rule(field: str, value: object, told: str) -> None:
    def after(self: object) -> None:
        object.__setattr__(self, field, value)

    members = {"kind": "test-kinds.later", "__attrs_post_init__": after, "__module__": "a", "__qualname__": "Later"}
    later: Any = attrs.frozen(kw_only=True)(type("Later", (FinancialCommitment,), members))
    for _ in range(2):
        with pytest.raises((InvalidValueError, KindError), match=told):
            Ledger(commitments=[later(id="a", stage="pledged")])


class Skipping(type):
    """Makes instances without asking their constructor."""

    def __call__(cls: Any, *arguments: Any, **named: Any) -> Any:
        return object.__new__(cls)


def with_another_constructor(base: Any) -> Any:
    made: Any = attrs.frozen(kw_only=True)(type("Made", (base,), {"kind": "test-kinds.way"}))
    made.__init__ = lambda self: None
    return made()


def of_a_metaclass(base: Any) -> Any:
    return attrs.frozen(kw_only=True)(Skipping("Made", (base,), {"kind": "test-kinds.way"}))()


def copied_in_another_way(base: Any) -> Any:
    members = {"kind": "test-kinds.way", "__copy__": lambda self: object.__new__(type(self))}
    made: Any = attrs.frozen(kw_only=True)(type("Made", (base,), members))
    return copy.copy(object.__new__(made))


def reduced_in_another_way(base: Any) -> Any:
    members = {"kind": "test-kinds.way", "__reduce__": lambda self: (object.__new__, (type(self),))}
    made: Any = attrs.frozen(kw_only=True)(type("Made", (base,), members))
    return copy.copy(object.__new__(made))


def with_a_field_that_nothing_sets(base: Any) -> Any:
    members = {"kind": "test-kinds.way", "__attrs_pre_init__": lambda self: None, "weight": attrs.field(init=False)}
    for field in attrs.fields(base):
        members |= {} if field.default is not attrs.NOTHING else {"__init__": lambda self: None}
    return attrs.frozen(kw_only=True)(type("Made", (base,), members))()


def that_can_be_set(base: Any) -> Any:
    members = {"kind": "test-kinds.way", "__setattr__": object.__setattr__}
    return object.__new__(attrs.define(kw_only=True)(type("Made", (base,), members)))


WAYS = [
    with_another_constructor,
    of_a_metaclass,
    copied_in_another_way,
    reduced_in_another_way,
    with_a_field_that_nothing_sets,
    that_can_be_set,
]


@pytest.mark.parametrize("make", WAYS)
@pytest.mark.parametrize(("base", "take"), TAKERS.values(), ids=TAKERS)
def test_no_other_way_to_an_instance_goes_round_its_rules(base: type[Any], take: Any, make: Any) -> None:
    made = make({Support: Munition, Party: UnnamedParty}.get(base, base))  # which have fields
    for _ in range(2):
        told = refused(lambda: take(made))
        assert told.startswith(("Made: its own ", "Made: nothing sets 'weight'; give it a default"))


class Hidden:
    """Says of itself that it is something else, as the stand-ins of `unittest.mock` do."""

    def __init__(self, cls: type) -> None:
        self.says = cls

    @property  # type: ignore[misc]  # as those do
    def __class__(self) -> Any:
        return self.says


@pytest.mark.parametrize(("base", "take"), TAKERS.values(), ids=TAKERS)
def test_what_only_says_that_it_is_one_is_taken_by_nothing(base: type[Any], take: Any) -> None:
    made: Any = Hidden(base)
    assert isinstance(made, base)
    with pytest.raises(WrongTypeError, match=" is a Hidden; pass "):
        take(made)


@pytest.mark.parametrize(
    "transform",
    [
        lambda cls, fields: [field.evolve(validator=None) for field in fields],
        lambda cls, fields: [field.evolve(converter=None) for field in fields],
        lambda cls, fields: [field.evolve(init=False, default=None) for field in fields],
        lambda cls, fields: [field.evolve(eq=False) for field in fields],
        lambda cls, fields: [],
    ],
    ids=["no validator", "no converter", "no argument", "no comparison", "no field"],
)
def test_no_transformer_changes_the_rules_of_a_field(transform: Any) -> None:
    bare = type("Bare", (FinancialCommitment,), {"kind": "test-kinds.bare"})
    with pytest.raises(KindError, match="its field_transformer changes '"):
        attrs.frozen(kw_only=True, field_transformer=transform)(bare)
    assert "test-kinds.bare" not in kinds_under(Commitment)


@pytest.mark.parametrize("wrap", [lambda part: part, lambda part: (part,)], ids=["alone", "in a tuple"])
@pytest.mark.parametrize("base", [Munition, UnnamedParty])
def test_a_class_that_holds_itself_is_no_deeper_than_what_works(base: type[Any], wrap: Any) -> None:
    members = {"kind": "test-kinds.nested", "__annotations__": {"part": Any}, "part": None}
    nested: Any = attrs.frozen(kw_only=True)(type("Nested", (base,), members))
    given = {"description": "one"}
    deepest: list[Any] = [nested(**given)]
    for _ in range(DEEPEST - 1):
        deepest.append(nested(**given, part=wrap(deepest[-1])))
    last = deepest[-1]
    with pytest.raises(InvalidValueError, match="Nested: this is a chain of more than 50 values inside each other"):
        nested(**given, part=wrap(last))
    assert hash(last) == hash(copy.deepcopy(last))
    assert copy.deepcopy(last) == last
    assert repr(last).count("Nested(") == len(deepest)


def test_a_class_that_holds_itself_is_written_and_read_as_deep_as_may_be() -> None:
    @attrs.frozen(kw_only=True)
    class Kit(Materiel):
        kind: ClassVar[str] = "test-kinds.kit"
        part: "Materiel | None" = None

    deepest = Kit()
    for _ in range(DEEPEST - 1):
        deepest = Kit(part=deepest)
    assert loads(dumps(deepest), Kit) == deepest
    assert describe(deepest, "en")


CLOSED: list[Any] = [Citation, Currency, Estimate, Extras, Ledger, Line, Link, Membership, Money, Period, Records]


@pytest.mark.parametrize("base", [*CLOSED, Initiative, Occasion, Source, Speaker, Text, Calibre, Length, Mass])
def test_what_is_final_takes_no_subclass(base: Any) -> None:
    with pytest.raises(KindError, match="takes no subclass; hold a "):
        types.new_class("Made", (base,))


def test_a_class_is_looked_at_again_for_each_of_its_kind() -> None:
    assert Line(Materiel(), 1).of == Line(Materiel(), 1).of
    for _ in range(2):
        assert "is a dataclass" in refused(lambda: Line([Materiel(), a_dataclass(Materiel)], 1))


# Classes that can


def test_a_cell_of_a_notebook_that_runs_again_replaces_its_class() -> None:
    def cell() -> type[Munition]:
        @attrs.frozen(kw_only=True)
        class Drone(Munition):
            kind: ClassVar[str] = "test-kinds.drone"

        return Drone

    first, second = cell(), cell()
    assert first is not second
    assert class_of("test-kinds.drone", Support) is second
    assert first().kind == second().kind


def test_a_subclass_is_known_from_its_definition_on() -> None:
    assert class_of("test-kinds.new", Support) is None

    @attrs.frozen(kw_only=True)
    class New(Munition):
        kind: ClassVar[str] = "test-kinds.new"

    assert class_of("test-kinds.new", Support) is class_of("test-kinds.new", Munition) is New
    assert class_of("test-kinds.new", Missile) is None
    assert kinds_under(New) == {"test-kinds.new": New}
    assert New in kinds_under(Materiel).values()
    assert root_of(New) is Support


@pytest.mark.parametrize("name", ["define", "frozen"])
def test_any_decorator_of_attrs_will_do_and_the_class_stays_frozen(name: str) -> None:
    decorate: Any = getattr(attrs, name)
    made = decorate(kw_only=True)(type(name, (Munition,), {"kind": f"test-kinds.{name}"}))(calibre="155 mm")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.calibre = None
    assert hash(made) == hash(attrs.evolve(made))


def test_a_mixin_may_stand_beside() -> None:
    class Priced:
        def price(self) -> int:
            return 5

    @attrs.frozen(kw_only=True)
    class Sold(Priced, Munition):
        kind: ClassVar[str] = "test-kinds.sold"

    assert Sold().price() == 5
    assert root_of(Sold) is Support


def test_a_subclass_stands_wherever_its_root_does() -> None:
    @attrs.frozen
    class Region(Country):
        kind: ClassVar[str] = "test-kinds.region"
        region: str = ""

    @attrs.frozen(kw_only=True)
    class Sensor(Materiel):
        kind: ClassVar[str] = "test-kinds.sensor"

    assert Line(Sensor(), 1).of == (Sensor(),)
    assert Region("FR", "Corsica").alpha3 == "FRA"
    assert Region("FR", "Corsica") != Country("FR")
    assert repr(Country("FR")) == "Country('FR')"


def test_rules_of_the_library_hold_whatever_hooks_a_subclass_has() -> None:
    @attrs.frozen(kw_only=True)
    class Hooked(Claim):
        kind: ClassVar[str] = "test-kinds.hooked"

        def __attrs_post_init__(self) -> None: ...

    with pytest.raises(ValueError, match="share"):
        Hooked(id="a", about="b", stage="delivered", share="-1")


# What the readers ask


@pytest.mark.parametrize("root", ROOTS)
def test_every_kind_names_its_class(root: type[Any]) -> None:
    found = kinds_under(root)
    assert found
    for kind, cls in found.items():
        assert cls.kind == kind
        assert class_of(kind, root) is class_of(kind, cls) is cls
        assert root_of(cls) is root
        assert is_open(cls)


@pytest.mark.parametrize("kind", [None, 5, "", "MISSILE", ["missile"], {}], ids=brief)
def test_what_names_no_kind_finds_none(kind: object) -> None:
    assert class_of(kind, Support) is None


@pytest.mark.parametrize("other", [Kinded, Line, Enum, int, "Party", None], ids=str)
def test_other_classes_are_not_open(other: object) -> None:
    assert not is_open(other)


def test_a_field_of_all_records_is_not_declared_again() -> None:
    with pytest.raises(KindError, match="it declares 'note' again, whose rules Record sets"):

        @attrs.frozen(kw_only=True)
        class Noted(Claim):
            kind: ClassVar[str] = "test-kinds.noted"
            note: str = ""  # type: ignore[assignment]
