"""Converters of cattrs: the library's own, and one that a user had before."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any, ClassVar, NamedTuple, NewType

import attrs
import cattrs
import pytest
from hypothesis import given

from conftest import tried
from ukraine_support import (
    UNKNOWN,
    Calibre,
    Claim,
    Commitment,
    Country,
    DocumentError,
    Estimate,
    FinancialCommitment,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    Organisation,
    Party,
    Period,
    Position,
    Records,
    Source,
    Speaker,
    Stage,
    Support,
    at_least,
    exactly,
)
from ukraine_support._iso import COUNTRIES
from ukraine_support.serialisation import configure_converter, dumps, loads, make_converter
from ukraine_support.testing import ledgers, values

EARLY = make_converter()
"""Made before the classes below are defined."""


class Colour(Enum):
    RED = "red"
    GREEN = 5


class Level(IntEnum):
    LOW = 1


@attrs.frozen
class Warhead:
    """A class of the user's own, of attrs, below a record."""

    kilograms: Decimal
    fuzes: list[str] = attrs.field(factory=list)


@dataclass(frozen=True)
class Engine:
    """A class of the user's own that is none of attrs."""

    power: int
    built: date
    weight: Decimal
    level: Level = Level.LOW


class Pair(NamedTuple):
    first: int
    second: int


Metres = NewType("Metres", int)


@attrs.frozen(kw_only=True)
class Drone(Munition):
    kind: ClassVar[str] = "test-converter.drone"
    endurance_minutes: int
    armed: bool = True
    ratio: float = 0.5
    names: list[str] = attrs.field(factory=list)
    counts: dict[str, int] = attrs.field(factory=dict)
    colour: Colour | None = None
    weight: Decimal = Decimal(0)
    first_flight: date | None = None
    warhead: Warhead | None = None
    warheads: tuple[Warhead, ...] = ()
    engine: Engine | None = None
    pair: Pair | None = None
    ends: tuple[int, str] | None = None
    ceiling: Metres | None = None
    altitude: Annotated[int, "metres"] = 0
    tags: frozenset[str] = frozenset()
    amount: Money | None = None
    number: int | Decimal = 0
    speed: Estimate[int] = UNKNOWN
    anything: Any = None
    _serial: str = ""


@attrs.frozen(kw_only=True, slots=False)
class Course(MilitaryCommitment):
    kind: ClassVar[str] = "test-converter.course"
    trainees: int


@attrs.frozen(kw_only=True)
class Report(Claim):
    kind: ClassVar[str] = "test-converter.report"
    page: int | None = None


@attrs.frozen(kw_only=True)
class Vote(Position):
    kind: ClassVar[str] = "test-converter.vote"
    ayes: int


@attrs.frozen
class Region(Country):
    kind: ClassVar[str] = "test-converter.region"
    region: str = ""


@attrs.frozen(kw_only=True)
class Company(Organisation):
    kind: ClassVar[str] = "test-converter.company"
    seat: Party | None = None


FULL: dict[str, Any] = {
    "calibre": Calibre(40),
    "endurance_minutes": 35,
    "armed": False,
    "ratio": 0.25,
    "names": ["a", "b"],
    "counts": {"a": 1},
    "colour": Colour.GREEN,
    "weight": Decimal("1.5"),
    "first_flight": date(2024, 2, 27),
    "warhead": Warhead(Decimal("0.5"), ["x"]),
    "warheads": (Warhead(Decimal(1)), Warhead(Decimal(2))),
    "engine": Engine(5, date(2024, 2, 27), Decimal("0.1")),
    "pair": Pair(1, 2),
    "ends": (1, "a"),
    "ceiling": Metres(5),
    "altitude": 7,
    "tags": frozenset({"b", "a"}),
    "amount": Money("1", "EUR"),
    "number": Decimal("0.5"),
    "speed": exactly(5),
    "anything": {"a": [1, None]},
    "serial": "s",
}
DRONE = Drone(**FULL)
LEDGER = Ledger(
    sources=[Source(id="s")],
    commitments=[
        Course(id="a", stage="delivered", trainees=120, donors=[Region("FR", "Corsica")], lines=[Line(DRONE, 20)]),
        FinancialCommitment(
            id="b", stage="pledged", donors=[Company(id="EU", name="European Union", seat=Country("FR"))]
        ),
    ],
    claims=[Report(id="c", about="a", stage="delivered", page=3, speaker=Speaker("x", of=Company(id="x", name="y")))],
    positions=[Vote(id="d", holder=Country("FR"), on=DRONE, stance="supports", ayes=5)],
)
CONVERTERS: dict[str, Callable[[], Any]] = {
    "early": lambda: EARLY,
    "late": make_converter,
    "strict": lambda: configure_converter(cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)),
    "short": lambda: configure_converter(cattrs.Converter(omit_if_default=True, prefer_attrib_converters=True)),
    "base": lambda: configure_converter(cattrs.BaseConverter()),
}


@pytest.mark.parametrize("name", CONVERTERS)
@given(value=values())
def test_every_type_goes_there_and_back(name: str, value: Any) -> None:
    converter = CONVERTERS[name]()
    cls = type(value) if not isinstance(value, Estimate | Records) else None
    plain = converter.unstructure(value)
    assert json.loads(dumps(value)) == plain
    if cls is not None:
        assert converter.structure(plain, cls) == value


@pytest.mark.parametrize("name", CONVERTERS)
@tried(10)
@given(ledger=ledgers())
def test_ledgers_go_there_and_back(name: str, ledger: Ledger) -> None:
    converter = CONVERTERS[name]()
    assert converter.structure(converter.unstructure(ledger), Ledger) == ledger


@pytest.mark.parametrize("name", ["early", "late"])
def test_subclasses_of_the_users_go_there_and_back(name: str) -> None:
    converter = CONVERTERS[name]()
    plain = converter.unstructure(LEDGER)
    assert json.loads(json.dumps(plain)) == plain
    again = converter.structure(plain, Ledger)
    assert again == LEDGER == loads(dumps(LEDGER)) == loads(dumps(LEDGER, indent=1))
    assert dumps(again) == dumps(LEDGER)
    assert [type(record) for record in again.records] == [type(record) for record in LEDGER.records]
    assert type(again.commitments["a"].lines[0].of[0]) is Drone


def test_a_subclass_is_written_by_its_kind_and_fields() -> None:
    text = dumps(DRONE)
    assert json.loads(text) == {
        "kind": "test-converter.drone",
        "calibre": "40 mm",
        "endurance_minutes": 35,
        "armed": False,
        "ratio": 0.25,
        "names": ["a", "b"],
        "counts": {"a": 1},
        "colour": 5,
        "weight": "1.5",
        "first_flight": "2024-02-27",
        "warhead": {"kilograms": "0.5", "fuzes": ["x"]},
        "warheads": [{"kilograms": "1"}, {"kilograms": "2"}],
        "engine": {"power": 5, "built": "2024-02-27", "weight": "0.1", "level": 1},
        "pair": [1, 2],
        "ends": [1, "a"],
        "ceiling": 5,
        "altitude": 7,
        "tags": ["a", "b"],
        "amount": {"amount": "1", "currency": "EUR"},
        "number": "0.5",
        "speed": 5,
        "anything": {"a": [1, None]},
        "_serial": "s",
    }
    assert loads(text, Support) == loads(text, Munition) == loads(text, Drone) == DRONE


REFUSED: dict[str, list[Any]] = {
    "endurance_minutes": [12.9, "5", True, None, [], 10**40],
    "armed": [1, "true", None, 0],
    "ratio": ["0.5", True, None, []],
    "names": ["ab", {"a": 1}, [5], [None], 5],
    "counts": [[], {"a": 1.5}, {"a": "1"}, {"a": True}],
    "colour": ["blue", "5", 6, [], {}],
    "weight": [1.5, 1, "1e3", "NaN", True],
    "first_flight": ["2024", "2024-02-30", 20240227, "2024-02-27T00:00:00", "2024-02-27~"],
    "warhead": [[], {}, {"kilograms": 1.5}, {"kilograms": "1", "x": 1}, "x"],
    "warheads": [{}, [{"kilograms": 5}], [5], "x"],
    "engine": [
        {"power": 1.5, "built": "2024-02-27", "weight": "1"},
        {"power": 1, "built": "2024", "weight": "1"},
        {"power": 1, "built": "2024-02-27", "weight": 1.5},
        {"power": 1, "built": "2024-02-27", "weight": "1", "level": 2},
        {},
        [],
        5,
    ],
    "pair": [[1.5, 2], [1], ["1", 2], 5],
    "ends": [[1.5, "a"], [1, 2], [1], "ab"],
    "ceiling": [1.5, "1"],
    "altitude": [1.5, "1", None],
    "tags": ["ab", [5], {}, [["x"]]],
    "amount": ["EUR 1", {"amount": 1, "currency": "EUR"}, 5],
    "number": [1.5, True, "x", None],
    "speed": [1.5, {"about": "5"}, True, {"between": [3]}],
    "_serial": [5, None],
    "serial": [1],
    "lethal": [1],
    "other": [1],
    "": [1],
}
"""What each field does not take, or what is no field at all."""
WRONG = [(field, value) for field, wrong in REFUSED.items() for value in wrong]


@pytest.mark.parametrize(("field", "value"), WRONG, ids=[f"{field} {json.dumps(value)}" for field, value in WRONG])
def test_fields_of_the_users_are_read_as_strictly(field: str, value: Any) -> None:
    plain = {"kind": "test-converter.drone", "endurance_minutes": 5} | {field: value}
    readers: list[Callable[[], Any]] = [
        lambda: loads(json.dumps(plain), Support),
        lambda: EARLY.structure(plain, Drone),
    ]
    for read in readers:
        with pytest.raises(DocumentError) as caught:
            read()
        ((path, problem),) = caught.value.problems
        assert path.strip("'").startswith(field)
        assert problem


def test_an_integer_of_a_fraction_is_exact() -> None:
    assert loads('{"kind": "test-converter.drone", "endurance_minutes": 5, "ratio": 1}', Drone).ratio == 1.0


def test_a_check_of_the_users_own_is_told_by_its_path() -> None:
    @attrs.frozen(kw_only=True)
    class Checked(Munition):
        kind: ClassVar[str] = "test-converter.checked"
        share: int = attrs.field(validator=attrs.validators.le(100))

    with pytest.raises(DocumentError) as caught:
        loads('[{"kind": "test-converter.checked", "share": 101}]', list[Support])
    ((path, problem),) = caught.value.problems
    assert path == "[0]"
    assert "<= 100" in problem


def test_a_subclass_defined_in_a_function_is_read_while_its_types_can_be_found() -> None:
    class Hidden:
        pass

    @attrs.frozen(kw_only=True)
    class Local(Munition):
        kind: ClassVar[str] = "test-converter.local"
        size: "int" = 0

    @attrs.frozen(kw_only=True)
    class Lost(Munition):
        kind: ClassVar[str] = "test-converter.lost"
        size: "Hidden | None" = None

    assert loads(dumps(Local(size=5)), Support) == Local(size=5)
    with pytest.raises(DocumentError, match="the annotations of Lost cannot be resolved"):
        loads(dumps(Lost()), Support)


def test_a_type_that_nothing_reads_is_told() -> None:
    @attrs.frozen(kw_only=True)
    class Odd(Munition):
        kind: ClassVar[str] = "test-converter.odd"
        when: datetime | None = None

    assert loads(dumps(Odd()), Support) == Odd()
    with pytest.raises(DocumentError) as caught:
        loads('{"kind": "test-converter.odd", "when": "2024-02-27"}', Support)
    assert caught.value.problems[0][0] == "when"


def test_a_hook_of_the_users_own_is_asked_for_what_is_not_the_librarys() -> None:
    @attrs.frozen(kw_only=True)
    class Timed(Munition):
        kind: ClassVar[str] = "test-converter.timed"
        when: datetime

    mine = cattrs.Converter()
    mine.register_unstructure_hook(datetime, datetime.isoformat)
    mine.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter = configure_converter(mine)
    assert converter is mine
    timed = Timed(when=datetime(2024, 2, 27, 12, tzinfo=UTC))
    plain = converter.unstructure(timed)
    assert plain == {"kind": "test-converter.timed", "when": "2024-02-27T12:00:00+00:00"}
    assert converter.structure(plain, Support) == timed
    with pytest.raises(DocumentError) as caught:
        converter.structure(plain | {"when": "noon"}, Support)
    assert caught.value.problems == (("when", "Invalid isoformat string: 'noon'"),)


def test_a_class_of_the_users_may_hold_what_is_the_librarys() -> None:
    @attrs.frozen
    class Entry:
        money: Money
        stage: Stage
        periods: list[Period]
        subject: Commitment | None = None

    entry = Entry(Money("1", "EUR"), Stage.PLEDGED, [Period("2024")], FinancialCommitment(id="a", stage="pledged"))
    for make in CONVERTERS.values():
        converter = make()
        plain = converter.unstructure(entry)
        assert plain["money"] == {"amount": "1", "currency": "EUR"}
        assert converter.structure(plain, Entry) == entry


def test_a_converter_says_what_is_wrong_as_a_document_does() -> None:
    for value, cls in ((5, Calibre), ("x", Country), ({"amount": 5}, Money), ("promised", Stage), ([], Ledger)):
        with pytest.raises(DocumentError):
            EARLY.structure(value, cls)


def test_types_with_parameters_are_the_librarys_too() -> None:
    assert EARLY.structure({"at_least": 5}, Estimate[int]) == at_least(5)
    assert EARLY.structure([{"id": "a"}], Records[Source]) == Records([Source(id="a")])


def test_what_is_nested_deeper_than_python_follows_is_refused() -> None:
    plain: Any = None
    for _ in range(5_000):
        plain = {"kind": "organisation", "id": "a", "name": "b", "part_of": plain}
    with pytest.raises(DocumentError, match="nested too deeply"):
        EARLY.structure(plain, Party)


def test_a_class_of_the_users_that_is_no_enumeration_of_numbers_is_called_by_cattrs() -> None:
    assert EARLY.structure(1, Level) is Level.LOW
    assert EARLY.structure("red", Colour) is Colour.RED
    for value, cls in ((True, int), (1.5, int), (5, str), ("5", int), (5, bool), ("2024", date), (5, Decimal)):
        with pytest.raises(ValueError, match=r"write|pass"):
            EARLY.structure(value, cls)


def test_a_cell_that_runs_again_is_read_as_the_new_class() -> None:
    def cell() -> type[Any]:
        @attrs.frozen(kw_only=True)
        class Again(Munition):
            kind: ClassVar[str] = "test-converter.again"
            size: int = 0

        return Again

    first = cell()
    text = dumps(first(size=5))
    assert type(loads(text, Support)) is first
    second = cell()
    assert type(loads(text, Support)) is second
    assert type(EARLY.structure(json.loads(text), Support)) is second


def test_what_no_document_can_hold_is_refused_in_what_is_remembered_too() -> None:
    with pytest.raises(DocumentError, match="calibre"):
        make_converter().structure({"kind": "munition", "calibre": object()}, Munition)


def test_more_kinds_than_are_remembered_are_read_alike() -> None:
    converter = make_converter()
    plain = [{"kind": "munition", "designation": f"M{number}"} for number in range(5_000)]
    assert converter.structure(plain, list[Munition])[4_999] == Munition(designation="M4999")
    assert converter.structure(plain, list[Munition])[0] == Munition(designation="M0")


def test_records_that_name_the_same_parties_hold_one_tuple() -> None:
    def donors(*codes: str) -> tuple[Party, ...]:
        plain = {"kind": "military", "id": "a", "stage": "pledged", "donors": list(codes)}
        return make_once.structure(plain, MilitaryCommitment).donors

    make_once = make_converter()
    pair, many = ("NL", "DE"), ("AT", "BE", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR")
    assert donors(*pair) is donors(*pair)
    assert donors(*many) == donors(*many) == tuple(map(Country, many))
    several = {donors(one, other) for one in COUNTRIES for other in list(COUNTRIES)[:30] if one != other}
    assert len(several) > 4_096
    assert donors(*pair) == tuple(map(Country, pair))


def test_a_kind_is_looked_up_by_the_text_that_it_is() -> None:
    class Own(str):
        __slots__ = ()

        def __str__(self) -> str:
            raise RuntimeError("nothing is to be had from this")

    with pytest.raises(DocumentError, match="did you mean 'munition'"):
        make_converter().structure({"kind": Own("munitoin")}, Support)
