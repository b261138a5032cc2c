"""Retractions: whose own party takes a claim back, it was never said; who takes that back restores it."""

from datetime import date

from analysis.records import claim, ledger, promise
from ukraine_support import Ledger
from ukraine_support.analysis._promises.withdrawals import Retractions


def standing(records: Ledger, as_of: date | None = None, about: str = "shells") -> list[str]:
    """What is not taken back."""
    return [claim.id for claim in Retractions(records, as_of).standing(about)]


def test_without_retractions_everything_stands() -> None:
    assert standing(ledger(claim("a", "2024-01", 5), claim("b", "2024-02", 6))) == ["a", "b"]


def test_what_is_taken_back_was_never_said_from_that_day_on() -> None:
    records = ledger(claim("a", "2024-01", 5), claim("b", "2024-02", retracts=["a"]))
    assert standing(records) == ["b"]
    assert standing(records, date(2024, 1, 31)) == ["a"]
    assert standing(records, date(2024, 2, 29)) == ["b"]


def test_who_takes_a_retraction_back_restores_what_it_retracted() -> None:
    records = ledger(
        claim("a", "2024-01", 5), claim("b", "2024-02", retracts=["a"]), claim("c", "2024-03", retracts=["b"])
    )
    assert standing(records) == ["a", "c"]
    assert standing(records.adding(claim("d", "2024-04", retracts=["c"]))) == ["b", "d"]
    assert standing(records.adding(claim("d", "2024-04", retracts=["a"]))) == ["c", "d"]


def test_two_may_take_one_claim_back() -> None:
    records = ledger(
        claim("a", "2024-01", 5),
        claim("b", "2024-02", retracts=["a"]),
        claim("c", "2024-03", retracts=["a"]),
        claim("d", "2024-04", retracts=["b"]),
    )
    assert standing(records) == ["c", "d"]


def test_a_claim_about_one_promise_may_take_back_another_of_its_party() -> None:
    records = Ledger(
        commitments=[promise(), promise(id="tanks")],
        claims=[claim("a", "2024-01", 5), claim("b", "2024-02", about="tanks", retracts=["a"])],
    )
    assert standing(records) == []
    assert standing(records, about="tanks") == ["b"]


def test_a_long_chain_is_followed_to_its_end() -> None:
    chain = [claim(f"{at:05}", "2024-01", retracts=[f"{at - 1:05}"] if at else []) for at in range(8_001)]
    assert standing(ledger(*chain)) == [each.id for each in chain[::2]]
