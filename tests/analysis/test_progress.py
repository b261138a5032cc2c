from datetime import date
from typing import Any

import attrs
import pytest

from analysis.records import claim, ledger, promise
from laws.notation import read
from ukraine_support import (
    FinancialCommitment,
    InvalidValueError,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    NotYetKnownError,
    Stage,
    WrongTypeError,
    about,
    at_most,
    between,
)
from ukraine_support.analysis import EventKind, History, history, overdue, stage_of

MARCH = date(2024, 3, 2)


def test_the_stage_is_the_furthest_that_anybody_reports() -> None:
    records = ledger(
        claim("a", "2024-01", stage="contracted"),
        claim("b", "2024-02", stage="committed"),
        claim("c", "2024-02", stage="delivered", forecast=True),
    )
    assert stage_of(records, "shells") is Stage.CONTRACTED
    assert stage_of(records, "shells", as_of=date(2024, 1, 1)) is Stage.PLEDGED


def test_the_stage_is_withdrawn_when_that_was_said_last() -> None:
    withdrawn = claim("a", "2024-01", stage="withdrawn")
    assert stage_of(ledger(withdrawn), "shells") is Stage.WITHDRAWN
    assert stage_of(ledger(withdrawn, claim("b", "2024-02", stage="contracted")), "shells") is Stage.CONTRACTED


def test_history_tells_promise_restatements_forecasts_and_claims_in_order() -> None:
    correction = MilitaryCommitment(id="fix", stage="pledged", announced="2023-09", links=[Link("corrects", "shells")])
    backing = MilitaryCommitment(id="guarantee", stage="pledged", announced="2023-09", links=[Link("backs", "shells")])
    records = ledger(
        claim("b", "2024-01", 5),
        claim("a", "2023-12", 300, forecast=True),
        claim("again", "2023-05-31", 1_000, stage="pledged"),
        claim("undated", None, 1),
    ).adding(correction, backing)
    told = [(event.record.id, event.kind) for event in history(records, "shells")]
    assert told == [
        ("undated", EventKind.CLAIM),
        ("shells", EventKind.PROMISE),
        ("again", EventKind.RESTATEMENT),
        ("fix", EventKind.RESTATEMENT),
        ("a", EventKind.FORECAST),
        ("b", EventKind.CLAIM),
    ]
    assert [event.record.id for event in history(records, "shells", as_of=date(2023, 9, 30))] == [
        "shells",
        "again",
        "fix",
    ]


def test_history_of_what_was_not_yet_known_is_refused() -> None:
    with pytest.raises(NotYetKnownError):
        history(ledger(), "shells", as_of=date(2020, 1, 1))


def test_history_of_several_tells_each_record_once() -> None:
    fix = MilitaryCommitment(
        id="fix", stage="pledged", announced="2023-09", part_of="whole", links=[Link("corrects", "shells")]
    )
    whole = MilitaryCommitment(id="whole", stage="pledged", announced="2023-10")
    records = ledger(claim("a", "2024-01", 5)).adding(fix, whole)
    both = history(records, ["shells", "fix", "shells"])
    assert [(event.record.id, event.kind.value, event.promise.id) for event in both] == [
        ("shells", "promise", "shells"),
        ("fix", "promise", "fix"),
        ("a", "claim", "shells"),
    ]
    assert [event.record.id for event in history(records)] == ["shells", "fix", "whole", "a"]
    earlier = history(records, as_of="2023-09-30")
    assert [event.record.id for event in earlier] == ["shells", "fix"]
    assert earlier.as_of == date(2023, 9, 30)
    assert earlier[1].promise == attrs.evolve(fix, part_of=None), "the whole was not known then"


def test_history_of_what_is_no_id_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="history: 5 is a int; pass the id of a record"):
        history(ledger(), 5)  # type: ignore[arg-type]  # what a program without types may pass


def test_history_is_a_sequence_compared_by_its_events() -> None:
    found = history(ledger(claim("a", "2024-01", 5)), "shells")
    assert found[0].kind is EventKind("promise")
    assert found[1:] == found.events[1:]
    assert found == History(found.events, as_of=MARCH) != History(())
    with pytest.raises(InvalidValueError, match="'told' is no EventKind; pass one of promise, restatement"):
        EventKind("told")


def late(*claims: Any, as_of: date = MARCH, **changes: Any) -> list[str]:
    """The ids of the claims according to which the promise is overdue, or what stands for there being none."""
    found = overdue(ledger(*claims, **({"due": "2024-03-01"} | changes)), as_of=as_of)
    return [
        said
        for each in found
        for said in (["nobody"] if each.is_unreported else [at.claim.id for at in each.according_to if at.claim])
    ]


def test_what_nobody_reports_as_delivered_is_overdue() -> None:
    assert late() == ["nobody"]


def test_what_somebody_reports_as_short_is_overdue_according_to_them() -> None:
    assert late(claim("a", "2024-01", 1_000, "DE"), claim("b", "2024-02", 300, "UA")) == ["b"]
    assert late(claim("a", "2024-01", at_most(2_000), "DE")) == ["a"]


@pytest.mark.parametrize(
    "case",
    [
        {"as_of": date(2024, 3, 1)},
        {"due": None},
        {"due": "2024-03-01~"},
        {"due": "2024-03"},
        {"stage": "delivered"},
        {"announced": "2024-04"},
    ],
)
def test_what_is_not_due_or_was_delivered_is_not_overdue(case: dict[str, Any]) -> None:
    assert late(**case) == []


def test_what_everybody_reports_in_full_is_not_overdue() -> None:
    assert late(claim("a", "2024-01", 1_000)) == []
    assert late(claim("a", "2024-01", about(1_100))) == []
    assert late(claim("a", "2024-01")) == []  # delivered, without a figure: the whole
    assert late(claim("a", "2024-01", 5), lines=[Line(Munition())]) == []  # of a promise of unknown size


def test_what_was_withdrawn_is_not_overdue() -> None:
    assert late(claim("a", "2024-01", stage="withdrawn")) == []


def test_money_is_overdue_by_value() -> None:
    loan = FinancialCommitment(
        id="loan", stage="committed", announced="2023", due="2024-01-01", value=Money("5", "EUR")
    )
    (found,) = overdue(Ledger(commitments=[loan]), as_of=MARCH)
    assert found.commitment is loan
    assert found.is_unreported


def test_overdue_needs_a_day() -> None:
    nothing: Any = None
    with pytest.raises(WrongTypeError, match="overdue"):
        overdue(Ledger(commitments=[promise()]), as_of=nothing)


def test_a_line_is_raised_by_what_parts_promise_in_its_own_unit() -> None:
    def lines(rounds: Any, tonnes: Any) -> list[Line]:
        return [Line(Munition(), rounds), Line(Munition(), tonnes, unit="tonnes")]

    stated: dict[str, Any] = {"stage": "pledged", "announced": "2023-12-31"}
    promised = [
        MilitaryCommitment(id="a", due="2024-01-01", lines=lines(between(10, 100), between(1, 100)), **stated),
        MilitaryCommitment(id="b", part_of="a", lines=lines(30, 5), **stated),
    ]
    (late,) = overdue(Ledger(commitments=promised), as_of=MARCH)
    assert [answer.promised for answer in late.answers] == [between(30, 100), between(5, 100)]


def test_what_corrects_replaces_or_repeats_a_promise_restates_it() -> None:
    records = read("a €100; b €100 same_as a; c €1 replaces a; d €1 corrects a; e €1 backs a")
    assert [(event.record.id, event.kind) for event in history(records, "a")] == [
        ("a", EventKind.PROMISE),
        *((id, EventKind.RESTATEMENT) for id in "bcd"),
    ]
