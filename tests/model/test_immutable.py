"""No instance breaks its invariants, however it was made: copied, unpickled, evolved."""

import copy
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given

from conftest import tried
from refusals import brief
from ukraine_support import (
    Calibre,
    Claim,
    Country,
    Currency,
    Estimate,
    Extras,
    FinancialCommitment,
    Ledger,
    Length,
    Line,
    Link,
    Mass,
    Membership,
    Money,
    Munition,
    Organisation,
    Period,
    Policy,
    Record,
    Records,
    Source,
    Speaker,
    Text,
    UkraineSupportError,
    UnnamedParty,
    exactly,
)
from ukraine_support._model.base.immutable import Immutable
from ukraine_support._model.records import Records as LedgerRecords
from ukraine_support.testing import ledgers, values


@attrs.frozen(kw_only=True)
class Drone(Munition):
    kind: ClassVar[str] = "test-immutable.drone"
    endurance_minutes: int = attrs.field(default=1, validator=attrs.validators.gt(0))
    _secret: str = ""


@attrs.frozen(kw_only=True, slots=False)
class Report(Claim):
    kind: ClassVar[str] = "test-immutable.report"
    page: int = attrs.field(validator=attrs.validators.ge(1))


@attrs.frozen(eq=False)
class Everyone(Policy):
    kind: ClassVar[str] = "test-immutable.everyone"


OWN: list[Any] = [
    Drone(calibre="40 mm", endurance_minutes=35, secret="s"),
    Report(id="a", about="b", stage="delivered", page=3),
    Everyone(description="all"),
]


def made_again(value: Any) -> list[Any]:
    pickled = [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    return [*pickled, copy.copy(value), copy.deepcopy(value), attrs.evolve(value)]


def assert_the_same(again: Any, value: Any) -> None:
    assert type(again) is type(value)
    assert again == value
    assert hash(again) == hash(value)
    assert repr(again) == repr(value)


@given(values())
def test_copies_pickles_and_evolutions_are_the_same(value: Any) -> None:
    for again in made_again(value):
        assert_the_same(again, value)


@tried(15)
@given(ledgers())
def test_ledgers_are_copied_whole(ledger: Ledger) -> None:
    for again in made_again(ledger):
        assert_the_same(again, ledger)


@pytest.mark.parametrize("value", OWN, ids=brief)
def test_subclasses_of_the_users_are_copied_whole(value: Any) -> None:
    for again in made_again(value):
        assert_the_same(again, value)


@pytest.mark.parametrize(
    ("value", "change"),
    [
        (Currency("EUR"), {"code": "XXX"}),
        (Money("1", "EUR"), {"amount": 1.5}),
        (Money("1", "EUR"), {"currency": "eur"}),
        (Calibre(155), {"millimetres": 0}),
        (Length(5), {"metres": -1}),
        (Period("2024"), {"edtf": "2024-13"}),
        (Estimate(1, 2), {"low": 3}),
        (Estimate(1, 2), {"is_approximate": None}),
        (Text("x"), {"languages": ""}),
        (Extras({"a": "b"}), {"entries": {"a": 5}}),
        (Country("NL"), {"alpha2": "XX"}),
        (Organisation(id="a", name="b"), {"id": "FR"}),
        (UnnamedParty(description="some"), {"count": 0}),
        (Link("backs", "a"), {"relation": "likes"}),
        (Speaker("a"), {"of": "FR"}),
        (Line(Munition(), 5), {"quantity": 0}),
        (Line(Munition(), 5), {"of": []}),
        (Source(id="a"), {"id": ""}),
        (FinancialCommitment(id="a", stage="pledged"), {"value": Money("-1", "EUR")}),
        (
            FinancialCommitment(id="a", stage="pledged", value=Money("-1", "EUR"), correction=True),
            {"correction": False},
        ),
        (FinancialCommitment(id="a", stage="pledged"), {"due": "2024-13-01"}),
        (Records([Source(id="a")]), {"records": [Source(id="a"), Source(id="a")]}),
        (Ledger(), {"commitments": [FinancialCommitment(id="a", stage="pledged", part_of="a")]}),
        (Ledger(sources=[Source(id="a")]), {"occasions": [Source(id="b")]}),
        (OWN[0], {"endurance_minutes": 0}),
        (OWN[0], {"calibre": "155 kg"}),
        (OWN[1], {"page": 0}),
        (OWN[1], {"share": "-1"}),
        (
            Membership(country=Country("FR"), organisation=Organisation(id="a", name="b"), since="2024-01-01"),
            {"until": "2023-12-31"},
        ),
    ],
    ids=brief,
)
def test_no_evolution_and_no_forged_pickle_breaks_a_rule(value: Any, change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the user's own checks raise that of attrs
        attrs.evolve(value, **change)
    with pytest.raises(ValueError):  # noqa: PT011
        pickle.loads(pickle.dumps(Forged(value, change)))


class Forged:
    """A pickle in which an argument was exchanged."""

    def __init__(self, value: Immutable, change: dict[str, Any]) -> None:
        rebuild, arguments = value.__reduce__()
        if isinstance(value, Extras | Records):
            arguments = tuple(change.values())
        else:
            arguments = (arguments[0], arguments[1] | change)
        self.reduced = rebuild, arguments

    def __reduce__(self) -> Any:
        return self.reduced


@given(values())
def test_nothing_can_be_set_or_deleted(value: Any) -> None:
    for name in [field.name for field in attrs.fields(type(value))]:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(value, name)
    with pytest.raises(AttributeError):
        object.__setattr__(value, "another", 5)
    assert not hasattr(value, "__dict__")


@given(values(), values())
def test_equal_values_have_equal_hashes(one: Any, other: Any) -> None:
    assert one == one.__reduce__()[0](*one.__reduce__()[1])
    if one == other:
        assert hash(one) == hash(other)
        assert type(one) is type(other)
    assert one != repr(one)


@pytest.mark.parametrize(
    "make",
    [exactly, lambda number: Money(number, "EUR"), Calibre, Length, Mass],
    ids=["estimate", "money", "calibre", "length", "mass"],
)
def test_numbers_that_hash_alike_make_no_values_that_hash_alike(make: Callable[[int], Any]) -> None:
    numbers = [1 + step * (2**61 - 1) for step in range(50)]
    assert len(set(map(hash, numbers))) == 1
    assert len({hash(make(number)) for number in numbers}) == 50


def test_equal_numbers_of_two_types_hash_alike() -> None:
    assert exactly(5) == exactly(Decimal("5.0"))
    assert hash(exactly(5)) == hash(exactly(Decimal("5.0")))
    assert hash(Money(5, "EUR")) == hash(Money("5.00", "EUR"))


def test_instances_without_fields_of_two_classes_differ() -> None:
    @attrs.frozen(eq=False)
    class Bare(Immutable): ...

    @attrs.frozen(eq=False)
    class Empty(Immutable): ...

    assert Bare() == Bare()
    assert hash(Bare()) == hash(Bare())
    assert Bare() != Empty()


def test_a_repr_shows_what_was_stated() -> None:
    assert repr(Source(id="a")) == "Source(id='a')"
    assert repr(Source(id="a", note="b")) == "Source(id='a', note=Text('b'))"
    assert repr(Munition(calibre="155 mm")) == "Munition(calibre=Calibre('155'))"
    assert repr(OWN[0]).startswith("Drone(")


def test_records_are_what_a_ledger_collects() -> None:
    assert Records is LedgerRecords
    assert issubclass(Source, Record)


def test_an_unpickled_value_of_an_unknown_field_is_refused() -> None:
    rebuild, (cls, arguments) = Source(id="a").__reduce__()
    with pytest.raises(TypeError):
        rebuild(cls, arguments | {"other": 5})
    with pytest.raises(UkraineSupportError):
        rebuild(cls, arguments | {"id": None})
