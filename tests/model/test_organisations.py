"""Organisations are equal by id, and in one ledger one id stands for one organisation."""

import copy
import pickle
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given

from ukraine_support import (
    Claim,
    Country,
    DuplicateIdError,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    Munition,
    Occasion,
    Organisation,
    Position,
    Record,
    Speaker,
    UnnamedParty,
)
from ukraine_support.display import describe
from ukraine_support.reference import EU
from ukraine_support.serialisation import dumps, from_rows, loads, to_rows
from ukraine_support.testing import values

ONE = Organisation(id="fund", name="Fund")
OTHER = Organisation(id="fund", name="Another fund")
PART = Organisation(id="part", name="Part", part_of=ONE)


@attrs.frozen(kw_only=True)
class Foundation(Organisation):
    kind: ClassVar[str] = "test-organisations.foundation"

    founded: int = 0


@attrs.frozen(kw_only=True)
class Made(Munition):
    kind: ClassVar[str] = "test-organisations.made"

    maker: Organisation | None = None
    dealers: Any = ()


@given(values(Organisation), values(Organisation))
def test_they_are_equal_by_id(one: Organisation, other: Organisation) -> None:
    assert (one == other) is (one.id == other.id)
    assert one == attrs.evolve(other, id=one.id)
    assert hash(one) == hash(attrs.evolve(other, id=one.id))
    assert one != Country("FR")


def test_one_of_a_class_of_ones_own_is_equal_by_id_too() -> None:
    mine = Foundation(id="fund", name="Mine", founded=1990)
    assert mine == ONE == mine
    assert hash(mine) == hash(ONE)
    assert mine == Foundation(id="fund", name="Other", founded=1991)
    assert copy.deepcopy(mine).founded == pickle.loads(pickle.dumps(mine)).founded == 1990


def pledge(id: str, **fields: Any) -> FinancialCommitment:
    return FinancialCommitment(id=id, stage="pledged", **fields)


def holding(organisation: Organisation) -> list[tuple[Record, str]]:
    """Records that hold the organisation, each in another place."""
    speaker = Speaker("A", of=organisation)
    unnamed = UnnamedParty(description="some", member_of=[EU, organisation])
    lines = [Line(Munition(), 5), Line([Munition(), Made(maker=organisation)], 5)]
    return [
        (pledge("z", donors=[EU, organisation]), "donors[1]"),
        (pledge("z", recipient=organisation), "recipient"),
        (pledge("z", suppliers=[organisation]), "suppliers[0]"),
        (pledge("z", channels=[organisation]), "channels[0]"),
        (pledge("z", donors=[unnamed]), "donors[0].member_of[1]"),
        (pledge("z", donors=[Organisation(id="p", name="p", part_of=organisation)]), "donors[0].part_of"),
        (pledge("z", lines=lines), "lines[1].of[1].maker"),
        (pledge("z", lines=[Line(Made(dealers=(organisation,)), 5)]), "lines[0].of[0].dealers[0]"),
        (Initiative(id="z", lead=organisation), "lead"),
        (Initiative(id="z", suppliers=[organisation]), "suppliers[0]"),
        (Initiative(id="z", goal=lines), "goal[1].of[1].maker"),
        (Claim(id="z", about="a", stage="pledged", speaker=speaker), "speaker.of"),
        (Claim(id="z", about="a", stage="pledged", of=[Made(maker=organisation)]), "of[0].maker"),
        (Position(id="z", holder=organisation, on="a", stance="supports"), "holder"),
        (Position(id="z", holder=EU, on=Made(maker=organisation), stance="supports"), "on.maker"),
        (Position(id="z", holder=EU, on="a", stance="supports", speaker=speaker), "speaker.of"),
        (Occasion(id="z", name="z", host=organisation), "host"),
    ]


FIRST = pledge("a", donors=[ONE])


@pytest.mark.parametrize("at", range(len(holding(ONE))))
def test_two_organisations_of_one_id_have_no_place_in_one_ledger(at: int) -> None:
    again, _ = holding(Organisation(id="fund", name="Fund"))[at]
    assert Ledger().adding(FIRST, again)
    other, path = holding(OTHER)[at]
    with pytest.raises(DuplicateIdError) as caught:
        Ledger.of([FIRST, other])
    error = caught.value
    places = {f"{error.record}.{error.field}", error.problem.rpartition(" in ")[2].replace("'", "")}
    assert places == {"a.donors[0]", f"z.{path}"}
    assert error.target == "fund"


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        Organisation(id="fund", name="Fund", part_of=EU),
        Organisation(id="fund", name={"en": "Fund", "uk": "Фонд"}),
        Foundation(id="fund", name="Fund"),
    ],
)
def test_they_differ_in_any_field_or_in_their_class(other: Organisation) -> None:
    with pytest.raises(DuplicateIdError, match="'fund' is the id of an organisation that differs"):
        Ledger.of([FIRST, pledge("b", donors=[other])])


def test_they_differ_in_what_they_are_a_part_of_however_far_up() -> None:
    branch = Organisation(id="branch", name="Branch", part_of=PART)
    other = Organisation(id="branch", name="Branch", part_of=attrs.evolve(PART, part_of=OTHER))
    assert branch == other
    with pytest.raises(DuplicateIdError):
        Ledger.of([pledge("a", donors=[branch]), pledge("b", donors=[other])])


def test_two_ledgers_with_one_record_do_not_merge_what_differs_in_it() -> None:
    one, other = Ledger.of([FIRST]), Ledger.of([pledge("a", donors=[OTHER])])
    assert one == other
    assert one | one == one
    with pytest.raises(DuplicateIdError):
        one | other


def test_one_that_differs_from_the_catalogue_keeps_what_it_says() -> None:
    mine = Organisation(id="EU", name="The Union")
    ledger = Ledger.of([pledge("a", donors=[mine])])
    for again in (loads(dumps(ledger)), from_rows(to_rows(ledger))):
        found = again.commitments["a"].donors[0]
        assert isinstance(found, Organisation)
        assert str(found.name) == "The Union"
    assert dumps(EU) == '"EU"'
    assert (describe(mine, "en"), describe(EU, "en")) == ("The Union", "European Union")


@attrs.frozen(kw_only=True)
class Refused(Munition):
    kind: ClassVar[str] = "test-organisations.refused"

    held: Any


def test_a_class_of_ones_own_may_hold_what_holds_its_own_kind() -> None:
    error = DuplicateIdError("a", "donors", "b", "is there twice")
    record = pledge("a", donors=[ONE], lines=[Line(Refused(held=(error, OTHER)))])
    with pytest.raises(DuplicateIdError, match="fund"):
        Ledger(commitments=[record])
    assert Ledger(commitments=[attrs.evolve(record, donors=[OTHER])])


def test_what_is_shared_many_times_over_is_looked_at_once() -> None:
    held: Any = (ONE, ONE)
    for _ in range(60):
        held = (held, held)
    record = pledge("a", lines=[Line(Refused(held=held))])
    assert Ledger(commitments=[record])
    with pytest.raises(DuplicateIdError, match="differs in"):
        Ledger(commitments=[record, pledge("b", donors=[OTHER])])
