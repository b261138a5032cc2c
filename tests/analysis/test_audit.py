"""What in a ledger is odd: each rule finds the fault that it is for, and no other."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import given

from conftest import tried
from laws.tangles import tangles
from ukraine_support import (
    ArtilleryShell,
    Citation,
    Claim,
    Country,
    Equipment,
    FinancialCommitment,
    Initiative,
    InvalidValueError,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Personnel,
    Record,
    Source,
    Speaker,
    Supplies,
    UnnamedParty,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
)
from ukraine_support.analysis import RULES, Certainty, Finding, audit
from ukraine_support.interchange import kiel
from ukraine_support.reference import EU

NL, DE, NO, UKRAINE = (Country(code) for code in ("NL", "DE", "NO", "UA"))
SHELL = ArtilleryShell(calibre="155 mm")


def euros(amount: int | str) -> Money:
    return Money(amount, "EUR")


def gift(id: str, **fields: Any) -> FinancialCommitment:
    stated: dict[str, Any] = {"donors": [NL], "stage": "pledged", "announced": "2024-02-26", "value": euros(100)}
    return FinancialCommitment(id=id, **(stated | fields))


def arms(id: str, *lines: Line, **fields: Any) -> MilitaryCommitment:
    stated: dict[str, Any] = {"donors": [NL], "stage": "pledged", "announced": "2024-02-26"} | fields
    return MilitaryCommitment(id=id, lines=lines, **stated)


def said(id: str, about: str, **fields: Any) -> Claim:
    stated: dict[str, Any] = {"stage": "delivered", "said": "2024-03-01", "speaker": Speaker("A minister", of=NL)}
    return Claim(id=id, about=about, **(stated | fields))


def shells(price: Any, **fields: Any) -> Line:
    return Line(ArtilleryShell(calibre="155 mm", **fields), 10, unit_price=price)


SOUND: list[Record] = [
    Source(id="article", published="2024-02-27"),
    gift("money", citations=[Citation("article")], due="2024-03"),
    arms("shells", Line(SHELL, 100, unit_price=euros(3)), donors=[DE], value=euros(300), towards="joint"),
    arms("part", Line(SHELL, 40), donors=[DE], part_of="shells", towards="joint", value=at_most(euros(300))),
    Initiative(id="joint", goal=[Line(SHELL, 100)], announced="2024-02"),
    said("some", "shells", quantity=60),
    said("all", "shells", quantity=100, said="2024-03-02"),
]
"""A ledger in which nothing is odd."""

FAULTS: list[tuple[str, list[Record], str, str]] = [
    ("implausible-day", [gift("x", announced="2922-02-09")], "x", "announced is 2922-02-09, more than 20 years after"),
    ("implausible-day", [gift("x", due="1999", announced=None)], "x", "due is 1999, before 2014-01-01"),
    ("implausible-day", [said("x", "shells", during=["2004/2005"])], "x", "during is 2004/2005, before 2014-01-01"),
    ("own-recipient", [gift("x", donors=[UKRAINE, NL])], "x", "UA gives to itself"),
    ("due-before-announced", [gift("x", due="2024-01", donors=[DE])], "x", "due 2024-01, before it was announced"),
    (
        "more-delivered-than-promised",
        [said("x", "shells", quantity=101, speaker=Speaker("Kyiv", of=UKRAINE), said="2024-03-03")],
        "shells",
        "Kyiv says that 101 arrived, of 100 promised",
    ),
    (
        "more-delivered-than-promised",
        [gift("m", donors=[DE]), said("x", "m", value=at_least(euros(110)), speaker=None)],
        "m",
        "somebody says that at least EUR 110 arrived, of EUR 100 promised",
    ),
    (
        "parts-above-their-whole",
        [gift("x", donors=[DE]), gift("y", donors=[DE], part_of="x"), gift("z", part_of="x", value=euros(1))],
        "x",
        "its parts come to EUR 101, and it to EUR 100",
    ),
    (
        "value-and-price-disagree",
        [arms("x", Line(Supplies(description="tents"), 10, unit_price=euros(3), value=euros(40)))],
        "x",
        "line 0 is worth EUR 40, and by quantity and price EUR 30",
    ),
    (
        "value-and-price-disagree",
        [arms("x", Line(Supplies(description="tents"), 10, value=between(euros(3), euros(4))), value=euros(40))],
        "x",
        "it is worth EUR 40, and its lines EUR 3 to EUR 4",
    ),
    (
        "contradicted-by-its-own-source",
        [said(id, "money", value=euros(value), citations=[Citation("article")]) for id, value in (("w", 1), ("x", 2))],
        "x",
        "article is cited for this and for w, which contradict each other",
    ),
    (
        "part-of-another-initiative",
        [Initiative(id="other", announced="2024-02"), arms("x", Line(SHELL, 1), part_of="shells", towards="other")],
        "x",
        "it goes towards other, and what it is part of, towards joint",
    ),
    ("unknown-calibre", [arms("x", Line(ArtilleryShell(calibre="153 mm"), 7))], "x", "no arms in use are of 153 mm"),
    (
        "unknown-calibre",
        [Initiative(id="x", goal=[Line(ArtilleryShell(calibre="153 mm"))], announced="2024-02")],
        "x",
        "no arms in use are of 153 mm",
    ),
    (
        "odd-price",
        [arms("w", shells(euros(4), description="round")), arms("x", shells(euros(40), description="Shell"))],
        "x",
        "EUR 40 apiece, where 3 prices of the same thing are about EUR 4",
    ),
    (
        "odd-price",
        [arms("w", Line(Supplies(), 10, unit_price=euros("0.1"))), arms("x", Line(Supplies(), 5, unit_price=euros(3)))],
        "x",
        "EUR 3 apiece, where the same thing costs EUR 0.1 elsewhere",
    ),
    (
        "odd-price",
        [
            arms("w", Line(Supplies(description="Tent"), 10, value=euros(40))),
            arms("x", Line(Supplies(description="tent"), 1, unit_price=euros(40)), donors=[DE]),
        ],
        "x",
        "EUR 40 apiece, where the same thing costs EUR 4 elsewhere",
    ),
    ("foreign-currency", [gift("x", value=Money(5, "SEK"))], "x", "SEK 5 by NL, whose money is the euro or the dollar"),
    ("foreign-currency", [gift("x", value=Money(5, "SEK"), donors=[NO])], "x", "SEK 5 by NO, whose money is NOK"),
    ("near-duplicate", [gift("x", announced="2024-02-28")], "x", "NL promised the same on 2024-02-26, in money"),
    (
        "near-duplicate",
        [arms("w", Line(SHELL, at_least(7))), arms("x", Line(SHELL, at_least(7)))],
        "x",
        "NL promised the same on 2024-02-26, in w",
    ),
    (
        "money-that-buys-arms",
        [gift("x", donors=[DE], note="for weapons")],
        "x",
        "it is financial, and speaks of weapons",
    ),
    (
        "money-that-buys-arms",
        [gift("x", donors=[DE], lines=[Line(SHELL)])],
        "x",
        "it is financial, and speaks of ArtilleryShell",
    ),
]
"""A rule, records with one fault that it is for, the record that it names, and what it says."""

HARMLESS: list[list[Record]] = [
    [gift("x", due="2024", announced="2024-03", donors=[DE])],
    [gift("x", announced="../2024-02-28", value=about(euros(100)))],
    [gift("x", announced="2024-03-28")],
    [gift("x", value=at_most(euros(7))), gift("y", value=at_most(euros(9)))],
    [arms("x", Line(SHELL)), arms("y", Line(SHELL))],
    [gift("x", announced="../2024-02-20")],
    [gift("x", donors=[])],
    [gift("x", announced="2024-02/..")],
    [gift("x", announced="2013/..", donors=[DE])],
    [gift("x", links=[Link("same_as", "money")])],
    [gift("x", part_of="money", value=euros(50)), gift("y", part_of="money", value=euros(50))],
    [gift("x", part_of="money", links=[Link("backs", "money")]), gift("y", part_of="money")],
    [gift("x", value=Money(5, "USD")), gift("y", value=Money(5, "SEK"), donors=[EU])],
    [gift("x", value=Money(5, "SEK"), donors=[UnnamedParty(description="a neighbour")])],
    [gift("x", donors=[DE], lines=[Line(Personnel(role="military"))], note="for the budget")],
    [arms("x", Line(Equipment(description="radar"), 2, unit_price=euros(1), value=about(euros(7))))],
    [arms("x", Line(Equipment(description="radar"), 2, unit_price=euros(100), value=euros(201)))],
    [
        arms("w", Line(Equipment(description="radar"), 2, unit_price=euros(1))),
        arms("x", Line(Equipment(description="radar"), 1, unit_price=Money(100, "USD")), donors=[DE]),
    ],
    [
        arms("w", Line(Equipment(description="radar"), 2, unit_price=euros(0))),
        arms("x", Line(Equipment(description="radar"), 1, unit_price=euros(9)), donors=[DE]),
    ],
    [arms("x", Line(Equipment(description="radar"), 2, unit_price=euros("0.25"), value=euros("0.501")))],
    [
        arms(
            "x",
            Line(Equipment(description="a"), value=euros(1)),
            Line(Equipment(description="b"), value=Money(1, "USD")),
        )
    ],
    [arms("x", Line(Equipment(description="a"), value=Money(1, "USD")), value=euros(40))],
    [said(id, "money", value=euros(value)) for id, value in (("w", 1), ("x", 2))],
    [
        said("w", "money", value=euros(1), citations=[Citation("article")]),
        said("x", "money", value=euros(2), citations=[Citation("article")], disputes=["w"]),
        said("y", "money", value=euros(3), citations=[Citation("article")], forecast=True),
    ],
]


def found(*records: Record, **asked: Any) -> set[tuple[str, str]]:
    return {(one.rule, one.id) for one in audit(Ledger.of([*SOUND, *records]), **asked)}


def test_nothing_is_odd_in_a_sound_ledger() -> None:
    assert found() == set()
    assert audit(Ledger()) == ()


@pytest.mark.parametrize(("rule", "records", "id", "problem"), FAULTS)
def test_a_planted_fault_is_found_by_its_rule_alone(rule: str, records: list[Record], id: str, problem: str) -> None:
    (finding,) = audit(Ledger.of([*SOUND, *records]))
    assert (finding.rule, finding.id) == (rule, id)
    assert finding.problem.startswith(problem)


def test_every_rule_has_a_fault_here() -> None:
    assert {rule for rule, *_ in FAULTS} | {"past-due-without-a-word", "one-source"} == set(RULES)


@pytest.mark.parametrize("records", HARMLESS)
def test_what_is_only_unusual_is_not_odd(records: list[Record]) -> None:
    assert found(*records) == set()


def test_what_is_past_due_is_asked_as_of_a_day() -> None:
    assert found(as_of=date(2024, 3, 31)) == set()
    assert found(as_of="2024-04-01") == {("past-due-without-a-word", "money")}
    assert found(said("x", "money"), as_of="2024-04-01") == set()
    assert found(said("x", "money", value=euros(10)), as_of="2024-04-01") == set()


def test_a_figure_that_rests_on_one_source_is_odd_where_that_is_asked() -> None:
    through = Source(id="ap", through="article")
    records = [gift("x", donors=[DE], citations=[Citation("article"), Citation("ap")]), through]
    two = gift("y", donors=[NO], citations=[Citation("article"), Citation("other")])
    assert found(*records, two, Source(id="other"), rules=["one-source"]) == {
        ("one-source", "money"),
        ("one-source", "x"),
    }


def test_rules_are_chosen_configured_and_added() -> None:
    records = [arms("x", shells(euros(9)))]
    assert found(*records) == set()
    assert found(*records, rules=[partial(RULES["odd-price"], factor=2)]) == {("odd-price", "x")}

    def untitled(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
        yield from (Finding("untitled", one.id, "it has no title") for one in ledger.sources.values() if not one.title)

    assert found(gift("y", donors=[NL, UKRAINE]), rules=[untitled, "own-recipient"]) == {
        ("untitled", "article"),
        ("own-recipient", "y"),
    }


def test_the_most_certain_comes_first() -> None:
    records = [gift("a", announced="2024-02-27"), gift("b", announced="2922-02-09"), gift("c", due="2023", donors=[DE])]
    findings = audit(Ledger.of([*SOUND, *records]))
    assert [(one.id, one.certainty) for one in findings] == [
        ("b", Certainty.CERTAIN),
        ("c", Certainty.LIKELY),
        ("a", Certainty.POSSIBLE),
    ]
    assert findings[2].others == ("money",)


def test_a_caller_is_told_what_to_pass() -> None:
    with pytest.raises(WrongTypeError, match="audit: 5 is a int; pass a Ledger"):
        audit(5)  # type: ignore[arg-type]  # what a program without types may pass
    with pytest.raises(InvalidValueError, match=r"'odd-prices' is no rule; pass one of .*; did you mean 'odd-price'\?"):
        audit(Ledger(), rules=["odd-prices"])
    with pytest.raises(WrongTypeError, match=r"audit\.rules: 5 is a int; pass names and functions"):
        audit(Ledger(), rules=[5])  # type: ignore[list-item]  # likewise
    with pytest.raises(InvalidValueError, match="is no Certainty"):
        Finding("rule", "id", "odd", certainty="sure")


def test_days_at_the_ends_of_the_calendar_are_no_trouble() -> None:
    assert found(gift("x", announced="9999-12-31"), rules=["implausible-day"]) == {("implausible-day", "x")}
    far = Ledger.of([gift("x", announced="9999-12-31")])
    assert audit(far) == ()  # it is the day in the middle of all
    late = [*(gift(id, announced="9979-01-01") for id in "abc"), gift("x", announced="9999-01-02")]
    assert [one.id for one in audit(Ledger.of(late), rules=["implausible-day"])] == ["x"]


@tried(40)
@given(tangles())
def test_an_audit_asks_for_nothing_but_a_ledger(ledger: Ledger) -> None:
    for finding in audit(ledger, as_of="2024-01-02", rules=RULES):
        assert finding.id in ledger
        assert set(finding.others) <= {record.id for record in ledger.records}


def release(path: Path, sheet: str) -> Ledger:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    ledger = kiel.read(list(book[sheet].iter_rows(values_only=True))).ledger
    book.close()
    return ledger


def is_few(findings: Iterable[Finding], ledger: Ledger) -> bool:
    return 0 < len({one.id for one in findings}) <= len(ledger.commitments) * 0.05


def test_few_records_of_a_release_are_odd_and_its_known_faults_are_among_them(shared_data: Path) -> None:
    ledger = release(shared_data / "kiel" / "release-07.xlsx", "Bilateral assistance, MAIN DATA")
    findings = audit(ledger)
    assert findings[0].problem.startswith("announced is 2922-02-09")
    assert ("odd-price", "LVM1") in {(one.rule, one.id) for one in findings}, "a Stinger at $121 million, not $119,000"
    assert is_few(findings, ledger)
    assert audit(attrs.evolve(ledger, claims=(), commitments=(), initiatives=(), positions=())) == ()


def test_of_a_later_release_too_and_shells_of_two_prices_are_among_them(shared_data: Path) -> None:
    ledger = release(shared_data / "kiel" / "release-18-main-data.xlsx", "Bilateral Assistance, MAIN DATA")
    findings = audit(ledger)
    prices = {one.id: one.problem for one in findings if one.rule == "odd-price"}
    assert prices["CAM11_2"] == "USD 3800 apiece, where 135 prices of the same thing are about USD 280.49"
    assert is_few(findings, ledger)
