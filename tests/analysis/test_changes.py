"""What changed between two states of a record, field by field, and what that does to the totals."""

from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import given

from conftest import tried
from laws.tangles import tangles
from ukraine_support import (
    UNKNOWN,
    Citation,
    Claim,
    Country,
    CurrencyMismatchError,
    Equipment,
    Estimate,
    FinancialCommitment,
    HumanitarianCommitment,
    InvalidValueError,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Record,
    Source,
    Speaker,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import RateTable, changes, revisions, totals
from ukraine_support.interchange import kiel

NL, DE = Country("NL"), Country("DE")


def gift(id: str, value: Any = "100", **fields: Any) -> FinancialCommitment:
    stated: dict[str, Any] = {"donors": [NL], "stage": "pledged", "announced": "2024-02-26"} | fields
    return FinancialCommitment(id=id, value=Money(value, "EUR") if isinstance(value, str) else value, **stated)


def euros(amount: str) -> Money:
    return Money(amount, "EUR")


def ledger(*records: Record) -> Ledger:
    return Ledger.of(records)


def ids(records: Any) -> list[str]:
    return [record.id for record in records]


def test_what_one_ledger_alone_holds_is_added_or_removed() -> None:
    told = changes(ledger(gift("a"), gift("b", "7")), ledger(gift("a"), gift("c", "5")))
    assert (ids(told.added), ids(told.removed), told.changed, told.reworded) == (["c"], ["b"], (), ())
    assert told.moves == {NL: exactly(euros("-2"))}
    assert told.effects == {"b": exactly(euros("-7")), "c": exactly(euros("5"))}
    assert repr(told) == "<Changes: 1 added, 1 removed, 0 changed, 0 reworded>"


def test_a_change_names_the_fields_that_differ() -> None:
    old, new = gift("a", note="as announced"), gift("a", "120", due="2024-03", note="as corrected")
    (change,) = changes(ledger(old), ledger(new)).changed
    assert (change.id, change.old, change.new) == ("a", old, new)
    assert {field.name: (field.old, field.new) for field in change.fields} == {
        "value": (old.value, new.value),
        "due": (None, new.due),
        "note": (old.note, new.note),
    }


def test_another_class_is_another_kind() -> None:
    other = HumanitarianCommitment(id="a", donors=[NL], stage="pledged", announced="2024-02-26", value=euros("100"))
    (change,) = changes(ledger(gift("a", instrument="loan")), ledger(other)).changed
    named = {field.name: (field.old, field.new) for field in change.fields}
    assert named["kind"] == ("financial", "humanitarian")
    assert named["instrument"][1] is None


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("note", "as announced", "as it was announced"),
        ("extras", {"tot": "0"}, {"tot": "0.0"}),
        ("extras", {"tot": "0"}, {"tot": "1"}),
        ("citations", (), (Citation("article"),)),
    ],
)
def test_what_is_told_in_other_words_is_apart(field: str, old: Any, new: Any) -> None:
    source = Source(id="article")
    told = changes(ledger(source, gift("a", **{field: old})), ledger(source, gift("a", **{field: new})), ignore=())
    assert (told.changed, [change.fields[0].name for change in told.reworded]) == ((), [field])
    assert told.moves == {}


@pytest.mark.parametrize(
    ("old", "new", "is_wording"),
    [
        (Speaker("Ursula von der Leyen"), Speaker("Ursula  von der LEYEN"), True),
        (Speaker("Ursula von der Leyen"), Speaker("Josep Borrell"), False),
        (Speaker("A", of=DE), Speaker("A", of=NL), False),
        (None, Speaker("A"), False),
    ],
)
def test_a_name_that_is_spelled_in_another_way_is_the_same(old: Any, new: Any, is_wording: bool) -> None:
    records = [
        ledger(gift("a"), Claim(id="c", about="a", stage="delivered", speaker=speaker)) for speaker in (old, new)
    ]
    told = changes(*records)
    assert (len(told.changed), len(told.reworded)) == (0, 1) if is_wording else (1, 0)


@pytest.mark.parametrize(
    ("old", "new", "is_wording"),
    [
        (Line(Equipment(description="tank"), 5), Line(Equipment(description="Tank"), 5), True),
        (Line(Equipment(description="tank"), 5), Line(Equipment(description="tank"), 6), False),
        (Line(Equipment(description="tank"), 5), Line(Equipment(description="tent"), 5), False),
    ],
)
def test_lines_that_are_spelled_in_another_way_are_the_same(old: Line, new: Line, is_wording: bool) -> None:
    told = changes(*(ledger(MilitaryCommitment(id="a", stage="pledged", lines=[line])) for line in (old, new)))
    assert (len(told.changed), len(told.reworded)) == (0, 1) if is_wording else (1, 0)


def test_what_is_ignored_is_not_compared() -> None:
    old, new = gift("a", note="one"), gift("a", "120", note="other")
    assert not changes(ledger(old), ledger(new), ignore=("note", "value"))
    (change,) = changes(ledger(old), ledger(new), ignore=["note"]).changed
    assert [field.name for field in change.fields] == ["value"]


def test_sources_that_were_renumbered_change_no_citation() -> None:
    old = ledger(Source(id="s1", title="Fact sheet"), gift("a", citations=[Citation("s1", "p. 1")]))
    new = ledger(Source(id="s2", title="Fact sheet"), gift("a", citations=[Citation("s2", "p. 1")]))
    told = changes(old, new, ignore=())
    assert (told.renumbered, told.changed, ids(told.reworded)) == ({"s1": "s2"}, (), ["s2"])
    assert told.apply(old) == new


def test_a_row_put_in_between_shifts_ids_and_changes_nothing_else() -> None:
    old = ledger(gift("nl-1", "1"), gift("nl-2", "2"), gift("nl-3", "3", part_of="nl-2"))
    new = ledger(gift("nl-1", "9"), gift("nl-2", "1"), gift("nl-3", "2"), gift("nl-4", "3", part_of="nl-3"))
    told = changes(old, new)
    assert told.renumbered == {"nl-1": "nl-2", "nl-2": "nl-3", "nl-3": "nl-4"}
    assert (ids(told.added), told.removed, told.changed) == (["nl-1"], (), ())
    assert told.effects == {"nl-1": exactly(euros("9"))}


def test_records_that_say_the_same_are_followed_one_after_the_other() -> None:
    told = changes(ledger(gift("a"), gift("b")), ledger(gift("c"), gift("d"), gift("e")))
    assert (told.renumbered, ids(told.added)) == ({"a": "c", "b": "d"}, ["e"])


def test_a_deal_under_a_new_id_is_followed_though_its_note_differs() -> None:
    told = changes(ledger(gift("a", note="one", due="2024-03")), ledger(gift("b", note="other", due="2024-04")))
    assert told.renumbered == {"a": "b"}
    assert [field.name for field in told.changed[0].fields] == ["note", "due"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([gift("a", due="2024-03")], [gift("b"), gift("c", due="2024-05")]),  # it could be either
        ([gift("a", UNKNOWN, due="2024-03")], [gift("b", UNKNOWN)]),  # it says too little
        ([gift("a", "100", due="2024-03"), gift("b", "1")], [gift("b", "100")]),  # the id is taken already
    ],
)
def test_what_may_be_another_is_not_followed(old: list[Record], new: list[Record]) -> None:
    assert changes(ledger(*old), ledger(*new)).renumbered == {}


@pytest.mark.parametrize(
    ("old", "new", "move"),
    [
        (exactly(100), exactly(120), exactly(20)),
        (at_least(100), at_least(120), exactly(20)),
        (exactly(100), at_least(100), at_least(0)),
        (at_least(100), exactly(120), at_most(20)),
        (between(10, 20), between(15, 20), between(0, 5)),
        (between(10, 20), exactly(12), between(-8, 2)),
        (about(exactly(100)), exactly(120), about(exactly(20))),
    ],
)
def test_a_move_lies_between_those_of_the_ends(old: Estimate[int], new: Estimate[int], move: Estimate[int]) -> None:
    def in_euros(estimate: Estimate[int]) -> Estimate[Any]:
        low, high = (None if end is None else Money(end, "EUR") for end in (estimate.low, estimate.high))
        return Estimate(low, high, estimate.is_approximate)

    told = changes(ledger(gift("a", in_euros(old))), ledger(gift("a", in_euros(new))))
    assert told.moves == {NL: in_euros(move)}


def test_what_no_longer_counts_is_an_effect_without_a_change_of_its_own() -> None:
    old = ledger(gift("a"), gift("b", "120"))
    told = changes(old, ledger(gift("a"), gift("b", "120", links=[Link("replaces", "a")])))
    assert ids(told.changed) == ["b"]
    assert told.effects == {"a": exactly(euros("-100"))}


def test_moves_are_in_the_currency_that_is_asked_for() -> None:
    dollars = gift("us", exactly(Money("110", "USD")), donors=[Country("US")])
    told = changes(ledger(gift("a")), ledger(gift("a"), dollars))
    with pytest.raises(CurrencyMismatchError):
        told.moves  # noqa: B018
    rates = RateTable.constant("EUR", {"USD": "1.10"})
    told = changes(ledger(gift("a")), ledger(gift("a"), dollars), currency="EUR", rates=rates, by="category")
    assert told.moves == {"financial": exactly(euros("100"))}


def test_nothing_moves_where_nothing_is_disclosed() -> None:
    told = changes(ledger(gift("a", UNKNOWN)), ledger(gift("a", UNKNOWN), gift("b", UNKNOWN, donors=[DE])))
    assert ids(told.added) == ["b"]
    assert told.moves == {}


def test_rows_hold_each_field_as_text() -> None:
    old = ledger(gift("a", at_least(euros("1"))), gift("b", "2"), gift("x", donors=[DE, NL]))
    new = ledger(
        gift("a", about(between(euros("1"), euros("3")))),
        gift("c", at_most(euros("9")), donors=[DE]),
        gift("y", donors=[DE, NL]),
    )
    none: dict[str, Any] = {"id": None, "old_id": None, "field": None, "old": None, "new": None}
    assert changes(old, new).rows() == [
        none | {"change": "added", "record": "commitment", "id": "c"},
        none | {"change": "removed", "record": "commitment", "old_id": "b"},
        {
            "change": "changed",
            "record": "commitment",
            "id": "a",
            "old_id": "a",
            "field": "value",
            "old": "at least EUR 1",
            "new": "about EUR 1 to EUR 3",
        },
        {"change": "reworded", "record": "commitment", "id": "y", "old_id": "x", "field": "id", "old": "x", "new": "y"},
    ]
    told = changes(ledger(gift("a", at_most(euros("5")), donors=[])), ledger(gift("a", UNKNOWN, donors=[DE, NL])))
    assert [(row["old"], row["new"]) for row in told.rows()] == [(None, "DE; NL"), ("at most EUR 5", None)]


def test_other_ledgers_than_the_old_one_are_not_changed() -> None:
    told = changes(ledger(gift("a")), ledger(gift("a", "120")))
    with pytest.raises(InvalidValueError, match=r"Changes\.apply: it holds no record 'a' as it was before the change"):
        told.apply(ledger(gift("a", "110")))


def test_a_caller_is_told_what_to_pass() -> None:
    with pytest.raises(WrongTypeError, match=r"changes\.new: 5 is a int; pass a Ledger"):
        changes(Ledger(), 5)  # type: ignore[arg-type]  # what a program without types may pass
    with pytest.raises(InvalidValueError, match="is no Stage"):
        changes(Ledger(), Ledger(), stage="promised")


def test_revisions_tell_how_one_record_came_to_be_what_it_is() -> None:
    states = [
        ("2024-01", ledger()),
        ("2024-02", ledger(gift("a"))),
        ("2024-03", ledger(gift("a", note="the same"), gift("b", "7"))),
        ("2024-04", ledger(gift("z", "100", note="the same"), gift("a", "3"))),
        ("2024-05", ledger(gift("z", "120", note="the same"))),
        ("2024-06", ledger()),
        ("2024-07", ledger()),
    ]
    told = revisions(states, "a", ignore=("note",))
    assert [(one.day, one.record and one.record.id, [field.name for field in one.fields]) for one in told] == [
        ("2024-02", "a", []),
        ("2024-04", "z", []),
        ("2024-05", "z", ["value"]),
        ("2024-06", None, []),
    ]
    assert revisions(states[:1], "a") == ()


def test_a_record_that_comes_back_is_followed_on() -> None:
    states = [("1", ledger(gift("a"))), ("2", ledger()), ("3", ledger(gift("a", "5")))]
    assert [(one.day, one.record is None) for one in revisions(states, "a")] == [
        ("1", False),
        ("2", True),
        ("3", False),
    ]


@tried(40)
@given(tangles())
def test_nothing_changes_from_a_ledger_to_itself(one: Ledger) -> None:
    told = changes(one, one, ignore=())
    assert not told
    assert told.renumbered == {}


@tried(80)
@given(tangles(), tangles())
def test_changes_applied_to_the_old_ledger_give_the_new_one(old: Ledger, new: Ledger) -> None:
    assert changes(old, new, ignore=()).apply(old) == new


@tried(60)
@given(tangles(), tangles())
def test_moves_add_up_to_the_difference_of_the_totals(old: Ledger, new: Ledger) -> None:
    asked: dict[str, Any] = {"currency": "EUR", "rates": RateTable.constant("EUR", {"USD": "1.10"})}
    told = changes(old, new, **asked)
    before, after = (totals(state, by="donor", **asked) for state in (old, new))
    zero = exactly(euros("0"))
    for key in {*before, *after, *told.moves}:
        was, now = (table[key].value if key in table else zero for table in (before, after))
        move = told.moves.get(key, zero)
        if was.low is not None and now.low is not None:
            assert move.could_be(now.low - was.low) or was == now
        if was.is_exact and now.is_exact:
            assert was + move == now
    if all(cell.value.is_exact for table in (before, after) for cell in table.values()):
        assert sum(told.moves.values(), zero) == sum(told.effects.values(), zero)


def test_two_states_of_a_release(shared_data: Path) -> None:
    book = openpyxl.load_workbook(shared_data / "kiel" / "release-07.xlsx", read_only=True, data_only=True)
    old = kiel.read(list(book["Bilateral assistance, MAIN DATA"].iter_rows(values_only=True))).ledger
    book.close()
    priced = [one.id for one in old.commitments.values() if one.value.is_exact and one.part_of is None][10:12]
    sources = {id: f"now-{id}" for id in old.sources}

    def later(at: int, record: Any) -> Record:
        if isinstance(record, Source):
            return attrs.evolve(record, id=sources[record.id])
        cited: list[Citation] = [
            attrs.evolve(citation, source=sources[citation.source]) for citation in record.citations
        ]
        if isinstance(record, Claim):
            claim: Claim = attrs.evolve(record, citations=cited)
            return claim
        extras = {column: f"{text}.0" if text == "0" else text for column, text in record.extras.items()}
        note = "told in other words" if at % 10 == 0 else record.note
        value = record.value + record.value if record.id in priced else record.value
        changed: Record = attrs.evolve(record, citations=cited, extras=extras, note=note, value=value)
        return changed

    new = Ledger.of([later(at, record) for at, record in enumerate(old.records)])
    codes = {end.currency.code for one in old.commitments.values() for end in (one.value.low, one.value.high) if end}
    rates = RateTable.constant("EUR", dict.fromkeys(codes - {"EUR"}, 1))
    told = changes(old, new, ignore=(), currency="EUR", rates=rates)
    assert ids(told.changed) == sorted(priced)
    assert (told.added, told.removed, told.renumbered) == ((), (), sources)
    assert len(told.reworded) > 100
    before, after = (totals(state, by="donor", currency="EUR", rates=rates) for state in (old, new))
    for key, move in told.moves.items():
        assert move.low == after[key].value.low - before[key].value.low  # type: ignore[operator]  # both are known
    assert {key for key in after if after[key].value != before[key].value} == set(told.moves)
    assert told.apply(old) == new
