"""Promises: what they say when nothing else is said."""

from typing import Any

import pytest
from hypothesis import given

from conftest import tried
from ukraine_support import (
    UNKNOWN,
    Basis,
    Commitment,
    Country,
    FinancialCommitment,
    HumanitarianCommitment,
    Initiative,
    Instrument,
    Link,
    Membership,
    MilitaryCommitment,
    Munition,
    Position,
    Relation,
    Stage,
    WrongTypeError,
)
from ukraine_support.reference import EU
from ukraine_support.testing import values


@pytest.mark.parametrize("cls", [MilitaryCommitment, FinancialCommitment, HumanitarianCommitment])
def test_what_is_not_said_is_not_assumed(cls: type[Commitment]) -> None:
    promise = cls(id="a", stage="pledged")
    assert (promise.donors, promise.lines, promise.value) == ((), (), UNKNOWN)
    assert (promise.recipient, promise.basis, promise.correction) == (Country("UA"), Basis.STATED, False)
    assert (promise.announced, promise.towards, promise.part_of, promise.links) == (None, None, None, ())


def test_a_stage_must_be_said() -> None:
    with pytest.raises(TypeError, match="stage"):
        FinancialCommitment(id="a")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("cls", "field", "stated"),
    [
        (FinancialCommitment, "recipient", {"id": "a", "stage": "pledged"}),
        (FinancialCommitment, "correction", {"id": "a", "stage": "pledged"}),
        (Position, "holder", {"id": "a", "on": Munition(), "stance": "supports"}),
        (Membership, "country", {"organisation": EU, "since": "2020-01-01"}),
        (Membership, "organisation", {"country": Country("NL"), "since": "2020-01-01"}),
    ],
)
def test_what_must_be_there_is_not_none(cls: Any, field: str, stated: dict[str, Any]) -> None:
    with pytest.raises(WrongTypeError, match=f"{field}: None is a NoneType"):
        cls(**stated, **{field: None})


def test_money_of_no_said_instrument_is_unspecified() -> None:
    assert FinancialCommitment(id="a", stage="pledged").instrument is Instrument.UNSPECIFIED


def test_an_initiative_is_proposed_until_said_otherwise() -> None:
    assert Initiative(id="a").stage is Stage.PROPOSED


def test_a_link_says_how_and_to_what() -> None:
    assert Link("reimburses", "a") == Link(Relation.REIMBURSES, to="a")


@tried(40)
@given(values(Commitment))
def test_only_corrections_are_below_zero(commitment: Commitment) -> None:
    ends = [commitment.value.low, commitment.value.high]
    assert commitment.correction or all(end is None or end.amount >= 0 for end in ends)
