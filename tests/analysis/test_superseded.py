"""What does not count for itself, and what counts instead."""

from typing import Any

import pytest

from ukraine_support import FinancialCommitment, InvalidValueError, Ledger, Link, Money, WrongTypeError
from ukraine_support.analysis import superseded, totals


def gift(id: str, amount: str, *links: tuple[str, str], **fields: Any) -> FinancialCommitment:
    stated: dict[str, Any] = {"stage": "pledged", "announced": "2024-01-01", "value": Money(amount, "EUR")}
    return FinancialCommitment(id=id, links=[Link(*link) for link in links], **{**stated, **fields})


@pytest.mark.parametrize(
    ("commitments", "expected"),
    [
        ([gift("a", "1"), gift("b", "2")], {}),
        ([gift("a", "1"), gift("b", "2", ("replaces", "a"))], {"a": ("b",)}),
        ([gift("a", "1"), gift("b", "2", ("corrects", "a"))], {"a": ("b",)}),
        ([gift("a", "1"), gift("b", "2", ("corrects", "a"), correction=True)], {}),
        ([gift("a", "1"), gift("b", "2", ("same_as", "a"))], {"b": ("a",)}),
        ([gift("a", "1"), gift("b", "2", ("reimburses", "a"))], {"b": ("a",)}),
        ([gift("a", "1"), gift("b", "2", ("backs", "a"))], {}),
        ([gift("a", "1"), gift("b", "2", part_of="a")], {}),
    ],
)
def test_what_is_superseded_says_by_what(commitments: list[Any], expected: dict[str, Any]) -> None:
    assert dict(superseded(Ledger(commitments=commitments))) == expected


def test_what_was_not_yet_known_supersedes_nothing() -> None:
    ledger = Ledger(commitments=[gift("a", "1"), gift("b", "2", ("replaces", "a"), announced="2024-02-01")])
    assert dict(superseded(ledger, as_of="2024-01-31")) == {}
    assert dict(superseded(ledger, as_of="2024-02-01")) == {"a": ("b",)}
    with pytest.raises(InvalidValueError, match="is no single day"):
        superseded(ledger, as_of="February")
    with pytest.raises(WrongTypeError, match="superseded: 'a' is a str; pass a Ledger"):
        superseded("a")  # type: ignore[arg-type]  # what a program without types may pass


def test_what_is_not_superseded_is_what_totals_count() -> None:
    ledger = Ledger(commitments=[gift("a", "100"), gift("b", "120", ("replaces", "a")), gift("c", "7")])
    counted = len(ledger.commitments) - len(superseded(ledger))
    assert totals(ledger, by="donor").whole.commitments == counted == 2
