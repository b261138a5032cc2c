"""What is wrong with tables is told at once, with table, row and column, and what does not fit with its record."""

import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from importlib import import_module
from typing import Any, ClassVar

import attrs
import pytest

from refusals import refusal
from ukraine_support import (
    UNKNOWN,
    Country,
    DocumentError,
    Estimate,
    FinancialCommitment,
    HumanitarianCommitment,
    Ledger,
    Line,
    Link,
    Money,
    Munition,
    Source,
    WrongTypeError,
    at_least,
    exactly,
)

pa: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed: it is an extra")
arrow: Any = pytest.importorskip("ukraine_support.interchange.arrow")
Texts: Any = pytest.importorskip("ukraine_support.interchange.arrow._codecs").Texts

GRANT = {"kind": "financial", "id": "grant", "stage": "pledged"}
STRING = pa.string()


def faults(**tables: Any) -> list[tuple[str, str]]:
    given = {name: pa.Table.from_pylist(table) if isinstance(table, list) else table for name, table in tables.items()}
    with pytest.raises(DocumentError) as caught:
        arrow.from_arrow(given)
    return list(caught.value.problems)


def column(name: str, value: Any, type: Any = None) -> Any:
    """The table of a grant with one more column."""
    table = pa.Table.from_pylist([{key: held for key, held in GRANT.items() if key != name}])
    return table.append_column(name, pa.array([value], type))


# What is wrong with a table


@pytest.mark.parametrize(
    ("name", "value", "type", "where", "problem"),
    [
        ("stag", "x", None, "stag", "there is no such column; did you mean 'stage'?"),
        ("donors", 5, None, "donors", "the column is of the type int64; it holds a list, each item text, as list<item"),
        ("donors", [5], None, "donors", "the column is of the type list<item: int64>; it holds a list, each item text"),
        ("value_low", 1.5, None, "value_low", "the column is of the type double; it holds an exact number of at most"),
        (
            "links",
            [{"relation": "backs", "to": "a", "why": "x"}],
            None,
            "links",
            "the column is of the type list<item: struct<relation: string, to: string, why: string>>; it holds",
        ),
        ("links", [{"to": "a"}], None, "links", "the column is of the type list<item: struct<to: string>>; it holds"),
        ("note", [("en", 5)], pa.map_(STRING, pa.int64()), "note", "the column is of the type map<string, int64"),
        ("note", 5, None, "note", "the column is of the type int64; it holds"),
        ("note", [5], None, "note", "the column is of the type list<item: int64>; it holds"),
        ("note", [{"key": "en", "value": 5}], None, "note", "the column is of the type list<item: struct<key: string,"),
        ("note", [{"key": "en"}], None, "note", "the column is of the type list<item: struct<key: string>>; it holds"),
        ("note", "en", None, "note", "the column is of the type string; it holds a map"),
        ("announced_latest", "2024", None, "announced_latest", "the column is of the type string; it holds a day, as"),
        ("correction", 1, None, "correction", "the column is of the type int64; it holds true or false, as bool"),
        ("stage", "promised", None, "row 0, stage", "'promised' is no Stage; pass one of proposed, pledged"),
        ("stage", None, STRING, "row 0, stage", "it is null; write a value"),
        ("id", None, STRING, "row 0, id", "it is null; write a value"),
        ("id", " ", None, "row 0, id", "' ' is no id; pass 1 to 200 printable characters"),
        ("kind", None, STRING, "row 0, kind", "it is null; write one of military, financial, humanitarian"),
        ("kind", "finance", None, "row 0, kind", "'finance' is no kind of Commitment; did you mean 'financial'?"),
        ("recipient", "Ukraine", None, "row 0, recipient", "'Ukraine' is no party; write a country's code"),
        ("donors", ["NL", None], None, "row 0, donors", "[1]: null"),
        ("donors", ["NL", "XX"], None, "row 0, donors", "[1]: 'XX' is no party"),
        ("donors", ["NL", "NL"], None, "row 0, donors", "Country('NL') stands twice"),
        ("links", [{"relation": "backs", "to": None}], None, "row 0, links", "[0]: to: null"),
        ("links", [{"relation": "helps", "to": "a"}], None, "row 0, links", "[0]: relation: 'helps' is no Relation"),
        ("citations", [{"source": "", "at": "1"}], None, "row 0, citations", "[0]: '' is no id; pass 1 to"),
        ("links", [{"relation": "backs", "to": "a"}], None, "row 0, links[0].to", "no commitment has the id 'a'"),
        ("towards", "a", None, "row 0, towards", "no initiative has the id 'a'"),
        ("value_low", 5, None, "row 0, value_low", "its currency is null; write the currency"),
        ("value_currency", "EUR", None, "row 0, value_low", "it has neither a low nor a high end; write one of them"),
        (
            "value_low",
            10**20,
            pa.decimal128(38, 0),
            "row 0, value_low",
            "Decimal('100000000000000000000') does not fit",
        ),
        ("value_currency", "XXX", None, "row 0, value_currency", "'XXX' is no code of money"),
        ("announced", "2024-02-30", None, "row 0, announced", "'2024-02-30' names no day or span that exists"),
        (
            "announced_latest",
            date(2024, 1, 1),
            None,
            "row 0, announced_latest",
            "2024-01-01 is not the latest day of None",
        ),
        ("note", [("", "x")], pa.map_(STRING, STRING), "row 0, note", "'' is no language tag; pass one such as"),
        ("note", [("en", "x"), ("en", "y")], pa.map_(STRING, STRING), "row 0, note", "a name stands twice in it"),
        ("note", [("en", None)], pa.map_(STRING, STRING), "row 0, note", "[0]: null"),
    ],
)
def test_what_is_wrong_is_told_with_table_row_and_column(
    name: str, value: Any, type: Any, where: str, problem: str
) -> None:
    ((path, told),) = faults(commitments=column(name, value, type))
    assert path == f"commitments, {where}"
    assert told.startswith(problem)


def test_a_day_beyond_the_calendar_and_one_that_is_not_its_periods_are_told() -> None:
    days = pa.array([19_789, 10**8, 19_790, None], pa.int32()).cast(pa.date32())
    rows = [GRANT | {"id": id, "announced": "2024-03-07"} for id in "abcd"]
    table = pa.Table.from_pylist(rows).append_column("announced_earliest", days)
    assert faults(commitments=table) == [
        ("commitments, row 1, announced_earliest", "it does not fit; the column holds a day"),
        (
            "commitments, row 2, announced_earliest",
            "2024-03-08 is not the earliest day of '2024-03-07'; leave the column out, which is derived",
        ),
    ]


def test_numbers_too_long_hide_no_other_fault() -> None:
    rows = [{"kind": "arrow.tally", "id": id, "stage": "pledged"} for id in "abc"]
    counts = pa.array([Decimal("0.50"), Decimal(10**21), Decimal(5)], pa.decimal128(38, 2))
    table = pa.Table.from_pylist(rows).append_column("likely_low", counts)
    first, second = [problem for _, problem in faults(commitments=table)]
    assert first == "0.5 is no whole number"
    assert second.startswith("Decimal('1000000000000000000000.00') does not fit; the column holds an exact number of")


def test_a_cell_in_a_column_of_another_class_is_refused() -> None:
    rows = [GRANT | {"instrument": "loan"}, {"kind": "humanitarian", "id": "relief", "stage": "pledged"}]
    table = pa.Table.from_pylist(rows)
    assert arrow.from_arrow({"commitments": table})["grant"].instrument.value == "loan"
    assert faults(commitments=[rows[0], rows[1] | {"instrument": "grant"}]) == [
        ("commitments, row 1, instrument", "it is no column of HumanitarianCommitment; write null")
    ]


def test_a_missing_column_is_told_once() -> None:
    assert faults(commitments=[{"kind": "financial", "id": id} for id in "abc"]) == [
        ("commitments, stage", "the column is missing")
    ]
    assert faults(commitments=[{"id": "a", "stage": "pledged"}]) == [("commitments, kind", "the column is missing")]
    assert faults(lines=[{"of": "[]"}])[:2] == [
        ("lines, about", "the column is missing"),
        ("lines, line", "the column is missing"),
    ]


def test_a_table_without_rows_may_lack_columns() -> None:
    assert arrow.from_arrow({name: pa.table({}) for name in ("sources", "commitments", "lines")}) == Ledger()


def test_a_column_of_no_field_may_be_null_throughout() -> None:
    table = column("endurance", None, pa.int64())
    assert len(arrow.from_arrow({"commitments": table})) == 1
    assert faults(commitments=column("endurance", 5)) == [
        ("commitments, endurance", 'there is no such column; arrow.schema("commitments") names those there are')
    ]


def test_a_column_that_stands_twice_is_told() -> None:
    table = pa.table([["a"], ["b"]], names=["id", "id"])
    assert faults(sources=table) == [("sources, id", "the column stands twice; leave one out")]


def test_near_names_are_looked_up_for_the_first_faults_alone() -> None:
    told = faults(commitments=[GRANT | {"id": f"g{number}", "kind": "finance"} for number in range(150)])
    assert ["did you mean" in problem for _, problem in told] == [True] * 100 + [False] * 50


def test_all_faults_come_at_once_and_no_more_than_help() -> None:
    rows = [GRANT | {"id": f"g{number}", "stage": "promised"} for number in range(2_000)]
    told = faults(commitments=rows, sources=[{"id": "a", "titel": "x"}])
    assert told[0] == ("sources, titel", "there is no such column; did you mean 'title'?")
    assert told[-1] == ("", "1000 faults are told; in all, 2001 rows are wrong")
    assert len(told) == 1_001


def test_two_records_of_one_id_are_told() -> None:
    assert faults(sources=[{"id": "a"}, {"id": "a"}]) == [
        ("sources, row 1, id", "another record has this id; ids are unique over the whole ledger")
    ]
    assert faults(sources=[{"id": "grant"}], commitments=[GRANT])[0][0] == "commitments, row 0, id"


SHELL = {"about": "grant", "line": 0, "of": '[{"kind": "munition"}]'}


@pytest.mark.parametrize(
    ("lines", "where", "problem"),
    [
        ([SHELL | {"about": "nobody"}], "row 0, about", "no commitment or initiative has the id 'nobody'"),
        ([SHELL | {"line": 1}], "row 0, line", "1 is not the next line of 'grant'; number them 0, 1, 2, each once"),
        ([SHELL, SHELL], "row 1, line", "0 is not the next line of 'grant'; number them 0, 1, 2, each once"),
        ([SHELL, SHELL | {"about": None, "line": 1}], "row 1, about", "it is null; write a value"),
        ([SHELL | {"of": "[]"}], "row 0, of", "nothing is counted; pass one kind of support or several"),
        ([SHELL | {"of": '[{"kind": "muniton"}]'}], "row 0, of", "[0].kind: 'muniton' is no kind of Support"),
        ([SHELL | {"of": "["}], "row 0, of", "this is no JSON"),
        ([SHELL | {"quantity_low": -1}], "row 0, quantity_low", "-1"),
        ([SHELL | {"quantity_low": 3, "quantity_high": 2}], "row 0, quantity_low", "the low end 3 is above"),
        ([SHELL | {"quantity_approximate": True}], "row 0, quantity_low", "it has neither a low nor a high end; write"),
        ([SHELL | {"quantity_low": 3, "quantity_approximate": None}], "row 0, quantity_low", "it is null; write"),
    ],
)
def test_what_is_wrong_with_lines_is_told(lines: list[dict[str, Any]], where: str, problem: str) -> None:
    table = pa.Table.from_pylist(lines)
    if lines[0].get("quantity_approximate", True) is None:
        at = table.column_names.index("quantity_approximate")
        table = table.set_column(at, "quantity_approximate", pa.array([None], pa.bool_()))
    ((path, told),) = faults(commitments=[GRANT], lines=table)
    assert path == f"lines, {where}"
    assert told.startswith(problem)


def test_a_fault_of_lines_that_their_record_finds_is_told_of_the_record() -> None:
    lines = [SHELL | {"id": "a"}, SHELL | {"id": "a", "line": 1}]
    ((path, told),) = faults(commitments=[GRANT], lines=lines)
    assert (path, told.partition(";")[0]) == ("commitments, row 0, lines", "'a' stands twice")


def test_a_claim_names_a_line_by_place_or_by_id_not_by_both() -> None:
    claim = {"id": "said", "about": "grant", "stage": "delivered", "line": 0, "line_id": "a"}
    assert faults(commitments=[GRANT], claims=[claim]) == [
        ("claims, row 0, line", "0 stands beside the id 'a'; write one of the two")
    ]


def test_a_speaker_has_a_name() -> None:
    claim = {"id": "said", "about": "grant", "stage": "delivered", "speaker_of": "NL"}
    assert faults(commitments=[GRANT], claims=[claim]) == [("claims, row 0, speaker_name", "it is null; write a value")]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        (5, "from_arrow: 5 is a int; pass a mapping, such as"),
        ({"commitment": None}, "from_arrow: 'commitment' is no table of a ledger; name one of sources, occasions"),
        ({5: None}, "from_arrow: 5 is no table of a ledger; name one of"),
        (
            {"sources": [{"id": "a"}]},
            "from_arrow.sources: [{'id': 'a'}] is a list, which gives no stream of Arrow; pass",
        ),
    ],
)
def test_what_are_no_tables_is_refused(tables: Any, message: str) -> None:
    assert str(refusal(arrow.from_arrow, tables)).startswith(message)


def test_a_damaged_table_is_refused() -> None:
    damaged = pa.StringArray.from_buffers(1, pa.py_buffer(b"\0\0\0\0\1\0\0\0"), pa.py_buffer(b"\xff"))
    error = refusal(arrow.from_arrow, {"sources": pa.table({"id": damaged})}, error=WrongTypeError)
    assert str(error).startswith("from_arrow.sources: the table is damaged: ")


def test_a_schema_is_that_of_a_table() -> None:
    assert str(refusal(arrow.schema, "line")).startswith("schema: 'line' is no table of a ledger; name one of sources")


# What does not fit


NONE, EURO = exactly(0), Money(1, "EUR")


@attrs.frozen(kw_only=True)
class Tally(FinancialCommitment):
    kind: ClassVar[str] = "arrow.tally"

    number: int = 0
    picky_rate: Decimal = Decimal(0)
    day: date | None = None
    name: str = ""
    yes: bool = False
    likely: Estimate[int] = NONE
    price: Money = EURO
    ties: tuple[Link, ...] = ()
    picky_seats: tuple[int, ...] = ()
    score: int | str = 0
    clash: int = 0


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "value",
            Money(10**20, "EUR"),
            "value_low: Decimal('100000000000000000000') does not fit; it holds an exact n",
        ),
        ("number", 2**63, "number: 9223372036854775808 does not fit; it holds a whole number of"),
        ("number", True, "number: True does not fit; it holds a whole number of 64 bits"),
        ("number", "5", "number: '5' does not fit; it holds a whole number of 64 bits, as int64"),
        ("picky_rate", Decimal("NaN"), "picky_rate: Decimal('NaN') does not fit; it holds"),
        (
            "picky_rate",
            Decimal("1E-19"),
            "picky_rate: Decimal('1E-19') does not fit; it holds an exact number of at most 20 digits",
        ),
        ("day", datetime(2024, 3, 1, tzinfo=UTC), "day: datetime.datetime(2024, 3, 1"),
        ("name", 5, "name: 5 does not fit; it holds text, as string"),
        ("name", "\ud800", "name: '\\ud800' does not fit; it holds text, as string"),
        ("yes", 1, "yes: 1 does not fit; it holds true or false"),
        ("likely", 5, "likely: 5 does not fit; it holds"),
        ("price", 5, "price: 5 does not fit; it holds"),
        ("ties", (5,), "ties: (5,) does not fit; it holds"),
        ("ties", (None,), "ties: (None,) does not fit; it holds"),
        ("picky_seats", (None,), "picky_seats: (None,) does not fit; it holds"),
        ("picky_seats", 5, "picky_seats: 5 does not fit; it holds"),
        ("score", 0.5, "score: 0.5 does not fit; it holds"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_record(field: str, value: Any, message: str) -> None:
    right = FinancialCommitment(id="a", stage="pledged")
    made: Any = Tally
    wrong = Ledger(commitments=[right, made(id="b", stage="pledged", **{field: value})])
    assert str(refusal(arrow.to_arrow, wrong)).startswith(f"to_arrow: commitments, 'b', {message}")


@attrs.frozen(kw_only=True)
class Other(HumanitarianCommitment):
    kind: ClassVar[str] = "arrow.other"

    clash: str = ""


def test_a_column_of_which_two_classes_hold_different_things_is_json() -> None:
    one, other = Tally(id="a", stage="pledged", clash=5), Other(id="b", stage="pledged", clash="5")
    ledger = Ledger(commitments=[one, other])
    tables = arrow.to_arrow(ledger)
    assert tables["commitments"]["clash"].to_pylist() == ["5", '"5"']
    assert arrow.from_arrow(tables) == ledger


@attrs.frozen(kw_only=True)
class Picky(FinancialCommitment):
    kind: ClassVar[str] = "arrow.picky"

    warmth: float = 0.5

    def __attrs_post_init__(self) -> None:
        if self.warmth > 1:
            raise RuntimeError("too hot" if self.warmth < 5 else "")


def test_a_count_in_whole_numbers_takes_no_fraction() -> None:
    row = {"kind": "arrow.tally", "id": "a", "stage": "pledged", "likely_low": Decimal("0.5")}
    assert faults(commitments=[row]) == [("commitments, row 0, likely_low", "0.5 is no whole number")]
    (found,) = arrow.from_arrow({"commitments": pa.Table.from_pylist([row | {"likely_low": Decimal(-5)}])})
    assert found.likely.low == -5


@pytest.mark.parametrize(
    ("warmth", "where", "problem"),
    [
        (2, "row 0", "too hot"),
        (5, "row 0", "RuntimeError"),
        (float("inf"), "row 0, warmth", "inf is not finite"),
    ],
)
def test_what_a_class_of_the_users_refuses_is_told(warmth: float, where: str, problem: str) -> None:
    row = {"kind": "arrow.picky", "id": "a", "stage": "pledged", "warmth": warmth}
    assert faults(commitments=[row]) == [(f"commitments, {where}", problem)]


# What is taken


@pytest.mark.parametrize(
    ("name", "value", "type"),
    [
        ("donors", ["NL"], pa.large_list(pa.large_string())),
        ("donors", ["NL"], pa.list_(STRING, 1)),
        ("value_low", 5, pa.int8()),
        ("value_low", Decimal("5.00"), pa.decimal128(10, 2)),
        ("announced", None, pa.null()),
        ("stage", "pledged", pa.large_string()),
        ("note", [{"key": "en", "value": "x"}], None),
        ("__index_level_0__", 7, None),
        ("donors", [], pa.list_(pa.null())),
    ],
)
def test_any_type_is_taken_that_holds_it_exactly(name: str, value: Any, type: Any) -> None:
    table = column(name, value, type)
    if name == "value_low":
        table = table.append_column("value_currency", pa.array(["EUR"]))
    (found,) = arrow.from_arrow({"commitments": table})
    assert found.id == "grant"
    assert found.donors == ((Country("NL"),) if value == ["NL"] else ())
    assert found.value == (at_least(Money(5, "EUR")) if name == "value_low" else UNKNOWN)


def test_chunks_with_dictionaries_of_their_own_are_one_column() -> None:
    chunks = [pa.array([stage]).dictionary_encode() for stage in ("pledged", "delivered")]
    table = pa.table({"kind": ["financial"] * 2, "id": ["a", "b"], "stage": pa.chunked_array(chunks)})
    assert [record.stage.value for record in arrow.from_arrow({"commitments": table})] == ["pledged", "delivered"]


class Grade(StrEnum):
    HIGH = "high"


class Step(IntEnum):
    FIRST = 1


def test_members_of_enumerations_are_the_texts_and_numbers_that_they_are() -> None:
    ledger = Ledger(commitments=[Tally(id="a", stage="pledged", name=Grade.HIGH, number=Step.FIRST)])
    assert arrow.from_arrow(arrow.to_arrow(ledger)) == ledger


def test_what_fits_one_by_one_and_not_together_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    write = Texts.write

    def few(self: Any, values: Any) -> Any:
        if len(values) > 1:
            raise pa.ArrowCapacityError("too long")
        return write(self, values)

    monkeypatch.setattr(Texts, "write", few)
    error = refusal(arrow.to_arrow, Ledger(sources=[Source(id="a"), Source(id="b")]))
    assert str(error).startswith("to_arrow: sources, 'a', id: ['a', 'b'] does not fit; it holds text")


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("ukraine_support.interchange.arrow")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ModuleNotFoundError, match=r'needs pyarrow: pip install "ukraine-support\[arrow\]"') as caught:
        import_module("ukraine_support.interchange.arrow")
    assert caught.value.name == "pyarrow"


@pytest.mark.parametrize("beginning", [0, 1, 2])
@pytest.mark.parametrize("length", [1, 2])
def test_a_part_of_a_table_is_read_as_itself(beginning: int, length: int) -> None:
    values: list[Any] = [exactly(Money("1.5", "EUR")), UNKNOWN, exactly(Money(-7, "USD")), exactly(Money(2, "EUR"))]
    donors = [[Country("NL")], [], [Country("DE"), Country("FR")], []]
    records = [
        FinancialCommitment(id=id, stage="pledged", value=value, donors=given, correction=True)
        for id, value, given in zip("abcd", values, donors, strict=True)
    ]
    part = arrow.to_arrow(Ledger(commitments=records))["commitments"].slice(beginning, length)
    assert list(arrow.from_arrow({"commitments": part})) == records[beginning : beginning + length]


def test_rows_stand_in_the_order_of_the_records_whatever_their_classes() -> None:
    grant, relief = FinancialCommitment(id="a", stage="pledged"), HumanitarianCommitment(id="b", stage="pledged")
    ledger = Ledger(commitments=[grant, relief, attrs.evolve(grant, id="c")])
    assert arrow.to_arrow(ledger)["commitments"]["id"].to_pylist() == ["a", "b", "c"]


def test_lines_may_stand_in_any_order() -> None:
    lines = [Line(Munition(), 5), Line(Munition(), 6)]
    ledger = Ledger(commitments=[FinancialCommitment(id="a", stage="pledged", lines=lines)])
    tables: Mapping[str, Any] = arrow.to_arrow(ledger)
    assert arrow.from_arrow({**tables, "lines": tables["lines"].take([1, 0])}) == ledger
