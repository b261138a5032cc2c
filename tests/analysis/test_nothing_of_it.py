"""Zero of an undisclosed promise is less than any share of it; zero of a whole contradicts there or nowhere."""

from decimal import Decimal
from typing import Any

import pytest

from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Claim,
    Country,
    FinancialCommitment,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    Speaker,
    at_least,
    exactly,
)
from ukraine_support.analysis import disputes, fulfilment, fulfilment_of_value
from ukraine_support.reference import EU

BERLIN, KYIV = (Speaker("A minister", of=Country(code)) for code in ("DE", "UA"))
NOTHING: tuple[Any, ...] = ({"quantity": 0}, {"value": Money(0, "EUR")})


def told(*words: dict[str, Any], stage: str = "pledged") -> Ledger:
    """A promise of an undisclosed number, and what Berlin and then Kyiv said of its delivery."""
    promise = MilitaryCommitment(
        id="shells", donors=[EU], stage=stage, announced="2024-01-01", lines=[Line(Munition(), UNKNOWN)]
    )
    claims = [
        Claim(id=f"claim-{at}", about="shells", stage="delivered", said=f"2024-02-0{at}", speaker=speaker, **word)
        for at, (speaker, word) in enumerate(zip((BERLIN, KYIV), words, strict=False), 1)
    ]
    return Ledger(commitments=[promise], claims=claims)


@pytest.mark.parametrize("some", [{"share": 1}, {}, {"share": "0.5"}, {"share": at_least(Decimal("0.5"))}], ids=str)
@pytest.mark.parametrize("nothing", NOTHING, ids=str)
def test_zero_said_later_contradicts_a_share(some: dict[str, Any], nothing: dict[str, Any]) -> None:
    ledger = told(some, nothing)
    answer = (fulfilment if "quantity" in nothing else fulfilment_of_value)(ledger, "shells")
    zero = exactly(*nothing.values())
    assert answer.disputed
    assert [(found.earlier.id, found.later.id) for found in disputes(ledger)] == [("claim-1", "claim-2")]
    assert (answer.accounts[1].amount, answer.accounts[1].share) == (zero, exactly(Decimal(0)))
    assert answer.delivered == zero.or_more


def test_what_was_announced_as_delivered_is_contradicted_too() -> None:
    (found,) = disputes(told({"quantity": 0}, stage="delivered"))
    assert (found.earlier.id, found.later.id) == ("shells", "claim-1")


@pytest.mark.parametrize("nothing", [*NOTHING, {"share": 0}], ids=str)
def test_whoever_says_a_share_later_overtakes_zero(nothing: dict[str, Any]) -> None:
    ledger = told(nothing, {"share": "0.5"})
    answer = (fulfilment_of_value if "value" in nothing else fulfilment)(ledger, "shells")
    assert not disputes(ledger)
    assert [account.claims[0].id for account in answer.stale] == ["claim-1"]
    assert (answer.delivered, answer.share) == (UNKNOWN, exactly(Decimal("0.5")))


def test_zero_alone_is_zero_and_no_share_of_it() -> None:
    answer = fulfilment(told({"quantity": 0}), "shells")
    assert (answer.delivered, answer.share) == (exactly(0), exactly(Decimal(0)))


def test_more_than_zero_compares_with_no_share() -> None:
    answer = fulfilment(told({"share": "0.5"}, {"quantity": 30}), "shells")
    assert (answer.delivered, answer.disputed) == (exactly(30), False)
    assert answer.accounts[1].share == UNKNOWN


def test_nothing_that_came_on_top_says_nothing_of_the_share() -> None:
    answer = fulfilment(told({"share": "0.5"}, {"quantity": 0, "increment": True}), "shells")
    assert not answer.disputed
    assert answer.accounts[1].share == UNKNOWN


LINES = (Line(ArtilleryShell(), 60, value=Money(40, "EUR")), Line(Munition(), 40))


@pytest.mark.parametrize(("taken_back", "is_disputed"), [(True, False), (False, True)])
def test_words_about_the_whole_contradict_each_other_there_or_nowhere(taken_back: bool, is_disputed: bool) -> None:
    whole = MilitaryCommitment(
        id="goods", stage="pledged", announced="2024-01-01", lines=LINES, value=Money(100, "EUR")
    )
    part = FinancialCommitment(id="part", stage="withdrawn", announced="2024-01-01", part_of="goods")
    nothing = Claim(id="no", about="goods", stage="proposed", said="2024-01-01", value=Money(0, "EUR"), speaker=KYIV)
    ledger = Ledger(commitments=[whole, part] if taken_back else [whole], claims=[nothing])
    answers = [fulfilment_of_value(ledger, "goods", line=line, stage="proposed") for line in (None, 0, 1)]
    assert [answer.disputed for answer in answers] == [is_disputed] * 3
    assert [found.later.id for found in disputes(ledger)] == ["no"] * is_disputed
