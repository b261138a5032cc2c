"""What an engine adds up: rows in which every rule of what counts is, and the totals that their sums come to."""

import contextlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sums import add
from conftest import tried
from laws.notation import read
from laws.tangles import tangles
from laws.test_across import KEYS, RATES, id_of
from ukraine_support import (
    ArtilleryShell,
    Citation,
    Claim,
    Commitment,
    Country,
    CurrencyMismatchError,
    FinancialCommitment,
    Initiative,
    InvalidValueError,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    RateNotFoundError,
    Source,
    Stage,
    UkraineSupportError,
    about,
    at_least,
    at_most,
)
from ukraine_support.analysis import Deflators, RateTable, SharingKey, Totals, components, summands, totals, totals_of
from ukraine_support.interchange import kiel

NL, DE, CZ = map(Country, ("NL", "DE", "CZ"))
DATED: Final = RateTable("EUR", {"2023": {"USD": "2"}, "2024": {"USD": "3"}})
PRICES: Final = Deflators("2024", {"2023": {"EUR": "90"}, "2024": {"EUR": "100"}})
CONVERSIONS: Final[list[dict[str, Any]]] = [
    {},
    {"currency": "EUR"},
    {"currency": "EUR", "rates": RATES},
    {"currency": "USD", "rates": RATES},
    {"rates": DATED},
    {"currency": "USD", "rates": DATED},
]
BYS: Final[list[Any]] = [
    *((), "donor", ("donor", "category"), ("month", "initiative"), ("supplier", "stage", "instrument", "recipient")),
    id_of,
]


def gift(id: str, amount: Any = None, **fields: Any) -> FinancialCommitment:
    value = Money(amount, "EUR") if isinstance(amount, int) else amount
    return FinancialCommitment(**{"id": id, "stage": "pledged", "value": value, **fields})


def added(ledger: Ledger, by: Any = (), stage: str = "pledged", told: Any = None, **conversion: Any) -> Totals:
    """The totals of a ledger, by way of its summands."""
    names = totals(Ledger(), by=by).names
    return totals_of(add(summands(ledger, by=by, **(told or {})), names, stage), by=by, **conversion)


def pieces(ledger: Ledger, cuts: int) -> Iterator[Ledger]:
    """A ledger cut between its components into so many pieces, each with all sources and occasions."""
    component = components(ledger)
    order = {id: at for at, id in enumerate(sorted(set(component.values())))}
    for piece in range(cuts):
        yield Ledger.of(
            record for record in ledger if record.id not in component or order[component[record.id]] % cuts == piece
        )


@tried(15)
@given(
    tangles(5),
    st.sampled_from(list(Stage)),
    st.sampled_from(CONVERSIONS),
    st.sampled_from(BYS),
    st.sampled_from([{}, {}, {"attribution": KEYS}, {"as_of": "2024-01-02"}]),
)
def test_summands_come_to_the_totals(
    ledger: Ledger, stage: Stage, conversion: dict[str, Any], by: Any, asked: dict[str, Any]
) -> None:
    try:
        expected = totals(ledger, by=by, stage=stage, **asked, **conversion)
    except UkraineSupportError:
        return
    found = added(ledger, by, stage.value, asked | conversion, **conversion)
    assert found == expected
    assert found.whole == expected.whole
    assert not found or (found.stage, found.as_of) == (expected.stage, expected.as_of)


@tried(15)
@given(tangles(5), st.sampled_from(list(Stage)), st.sampled_from(CONVERSIONS[1:]), st.sampled_from(BYS))
def test_summands_that_know_of_no_rates_come_to_the_totals_or_are_refused(
    ledger: Ledger, stage: Stage, conversion: dict[str, Any], by: Any
) -> None:
    try:
        expected = totals(ledger, by=by, stage=stage, **conversion)
    except UkraineSupportError:
        return
    names, rows = expected.names, list(summands(ledger, by=by))
    sums = add(rows, names, stage.value)
    if any(row["conversion"] for row in sums):
        with contextlib.suppress(InvalidValueError):
            assert totals_of(sums, by=by, **conversion) == expected
    else:
        assert totals_of(sums, by=by, **conversion) == expected


@tried(15)
@given(tangles(6), st.sampled_from(list(Stage)), st.sampled_from(CONVERSIONS[1:]), st.integers(1, 4))
def test_pieces_of_a_ledger_come_to_what_the_whole_does(
    ledger: Ledger, stage: Stage, conversion: dict[str, Any], cuts: int
) -> None:
    try:
        expected = totals(ledger, by="donor", stage=stage, **conversion)
    except UkraineSupportError:
        return
    rows = [row for piece in pieces(ledger, cuts) for row in summands(piece, by="donor", **conversion)]
    assert totals_of(add(rows, ("donor",), stage.value), by="donor", **conversion) == expected


def test_release_18_comes_to_its_totals_at_any_rates(shared_data: Path) -> None:
    path = shared_data / "kiel" / "release-18-main-data.xlsx"
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    ledger = kiel.read(book[book.sheetnames[0]].iter_rows(values_only=True)).ledger
    book.close()
    rows = list(summands(ledger, by=("donor", "category")))
    codes = {row["currency"] for row in rows} - {None, "EUR"}
    rates = RateTable.constant("EUR", dict.fromkeys(codes, "1.5"))
    for stage in ("committed", "allocated"):
        expected = totals(ledger, by="donor", stage=stage, rates=rates)
        assert totals_of(add(rows, ("donor",), stage), by="donor", rates=rates) == expected


# What is in the rows


def test_what_parts_raise_their_whole_by_is_a_row_of_its_own_where_it_does() -> None:
    whole, parts = gift("whole"), [gift("a", 60, part_of="whole"), gift("b", 40, part_of="whole", stage="delivered")]
    rows = list(summands(Ledger(commitments=[whole, *parts])))
    raising = [row for row in rows if row["raises"]]
    assert [(row["low"], row["commitments"], row["undisclosed"], row["currency"]) for row in raising] == [
        (100, 0, -1, "EUR"),
        (40, 0, -1, "EUR"),
    ][:1]
    assert [name for name, value in raising[0].items() if value is True and name.startswith("counts_")] == [
        "counts_proposed",
        "counts_pledged",
    ]


def test_what_its_parts_do_not_raise_stands_as_it_was_stated() -> None:
    whole = gift("whole", at_least(Money(100, "USD")), announced="2024-02-26")
    (row,) = summands(Ledger(commitments=[whole, gift("part", 10, part_of="whole")]))
    assert (row["currency"], row["low"], row["day"]) == ("USD", 100, date(2024, 2, 26))
    (row,) = summands(Ledger(commitments=[whole, gift("part", 10, part_of="whole")]), rates=RATES)
    assert (row["currency"], row["low"]) == ("USD", 100)


def test_what_is_converted_is_one_row_with_what_parts_raise_it_by() -> None:
    parts = [gift("euros", 60, part_of="whole"), gift("dollars", Money(40, "USD"), part_of="whole")]
    (row,) = summands(Ledger(commitments=[gift("whole"), *parts]), rates=RATES)
    assert (row["currency"], row["low"], row["commitments"], row["raises"]) == ("EUR", 80, 1, False)


def test_a_commitment_counts_at_the_stages_that_it_has_reached() -> None:
    rows = {row["stage"]: row for row in summands(Ledger(commitments=[gift("a", 1, stage="allocated")]), by="stage")}
    counts = [name for name, value in rows[Stage.ALLOCATED].items() if name.startswith("counts_") and value]
    assert counts == ["counts_proposed", "counts_pledged", "counts_committed", "counts_allocated"]


def test_what_is_withdrawn_counts_as_that_alone() -> None:
    (row,) = summands(Ledger(commitments=[gift("a", 1, stage="withdrawn")]))
    assert [name for name, value in row.items() if name.startswith("counts_") and value] == ["counts_withdrawn"]


def test_lines_in_several_currencies_are_a_row_each_of_one_commitment() -> None:
    lines = [Line(ArtilleryShell(), value=Money(5, code)) for code in ("EUR", "USD")]
    promise = MilitaryCommitment(id="nl", stage="pledged", lines=[*lines, Line(ArtilleryShell())])
    rows = list(summands(Ledger(commitments=[promise])))
    assert [(row["currency"], row["low"], row["commitments"], row["open_high"]) for row in rows] == [
        ("EUR", 5, 1, True),
        ("USD", 5, 0, False),
    ]


def test_rates_that_hold_on_every_day_make_rows_without_days() -> None:
    gifts = [gift("a", 1, announced="2024-02-26"), gift("b", at_most(Money(5, "EUR")), announced="2024-02-26")]
    assert [row["day"] for row in summands(Ledger(commitments=gifts))] == [date(2024, 2, 26)] * 2
    assert [row["day"] for row in summands(Ledger(commitments=gifts), rates=RATES)] == [None] * 2


@pytest.mark.parametrize(
    "text", ["a €100; b €≤-10 corrects a diff", "a €~100; b €5", "a €≥100; b €5", "a €≤9; b €5", "a; b €5", "a"]
)
def test_what_one_of_the_amounts_leaves_open_is_open(text: str) -> None:
    assert added(read(text)) == totals(read(text))


def test_goods_bought_with_money_of_others_stand_apart() -> None:
    shells = Line(ArtilleryShell(), 5, unit_price=Money(2, "EUR"))
    ledger = Ledger(
        initiatives=[Initiative(id="joint", lead=CZ)],
        commitments=[
            MilitaryCommitment(id="lot", stage="pledged", donors=[CZ], lines=[shells], towards="joint"),
            gift("nl", 100, donors=[NL], towards="joint"),
        ],
    )
    assert {row["donor"]: row["bought"] for row in summands(ledger, by="donor")} == {CZ: True, NL: False}
    assert added(ledger, "donor") == totals(ledger, by="donor")


def test_some_parts_of_the_key_will_do_where_nothing_is_split() -> None:
    ledger = Ledger(commitments=[gift("a", 1, donors=[NL]), gift("b", 2, donors=[DE])])
    rows = list(summands(ledger, by=("donor", "category")))
    assert totals_of(add(rows, ("category",), "pledged"), by="category") == totals(ledger, by="category")


# What cannot be trusted is refused

ONE: Final[dict[str, Any]] = next(iter(add(summands(Ledger(commitments=[gift("a", 1)])), (), "pledged")))
BROKEN: Final = [
    ({"low": None}, r"totals_of.rows\[0\].low: None is a NoneType"),
    ({"low": 1.5}, "1.5 is a float"),
    ({"commitments": Decimal("0.5")}, "no whole number"),
    ({"raises": "no"}, "'no' is neither true nor false"),
    ({"currency": 5}, "5 is a int"),
    ({"day": "2024-02-26"}, "'2024-02-26' is a str"),
    ({"at_stage": "given"}, "given"),
    ({"amounts": 10**9, "largest": 10**12}, "may be too large for the sum of a column"),
    ({"kept_by": "donor"}, "the summands split commitments, and are kept by donor"),
    ({"conversion": "in USD without rates"}, "pass the same currency, rates and deflators here and to summands"),
]


@pytest.mark.parametrize(("change", "told"), BROKEN, ids=[told for _, told in BROKEN])
def test_a_row_that_cannot_be_trusted_is_refused(change: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidValueError, match=told):
        totals_of([ONE | change])


def test_a_row_without_a_column_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"totals_of.rows\[1\]: largest is missing; add up summands"):
        totals_of([ONE, {name: cell for name, cell in ONE.items() if name != "largest"}])
    with pytest.raises(InvalidValueError, match="donor is missing"):
        totals_of([ONE], by="donor")
    with pytest.raises(InvalidValueError, match="5 is a int; pass rows"):
        totals_of([5])  # type: ignore[list-item]


def test_counts_may_be_decimals_as_some_engines_give_them() -> None:
    assert totals_of([ONE | {"commitments": Decimal(1)}]) == totals_of([ONE])


def test_rows_of_two_questions_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="their at_stage differ"):
        totals_of([ONE, ONE | {"at_stage": "delivered"}])


def test_a_function_called_as_a_column_is_refused() -> None:
    def low(commitment: Commitment) -> str:
        return commitment.id

    with pytest.raises(InvalidValueError, match="'low' is the name of a column that is there already"):
        summands(Ledger(), by=low)


def test_what_has_a_day_needs_its_rate_and_one_currency_needs_no_rates() -> None:
    ledger = Ledger(commitments=[gift("a", Money(5, "USD"), announced="2022-02-26"), gift("b", 1)])
    with pytest.raises(CurrencyMismatchError):
        added(ledger)
    with pytest.raises(RateNotFoundError):
        added(ledger, rates=DATED)


# What parts raise, whatever the conversion


def test_parts_of_one_currency_raise_their_whole_whatever_the_rates() -> None:
    ledger = Ledger(
        commitments=[
            gift("whole", announced="2023-05-01"),
            gift("part", Money(6, "USD"), part_of="whole", announced="2024-05-01"),
        ]
    )
    for conversion in (
        {},
        {"currency": "EUR", "rates": RATES},
        {"rates": DATED},
        {"rates": DATED, "deflators": PRICES},
    ):
        assert added(ledger, **conversion) == totals(ledger, **conversion), conversion
    assert added(ledger, rates=DATED)[()].value.low == Money(2, "EUR")
    assert added(ledger, currency="EUR") == totals(ledger, currency="EUR"), "without rates they raise nothing"


def test_parts_of_several_days_need_the_rates_beforehand() -> None:
    parts = [gift(f"part-{year}", Money(6, "USD"), part_of="whole", announced=f"{year}-05-01") for year in (2023, 2024)]
    ledger = Ledger(commitments=[gift("whole"), *parts])
    assert added(ledger, currency="EUR", rates=RATES) == totals(ledger, currency="EUR", rates=RATES)
    with pytest.raises(InvalidValueError, match="pass the same currency"):
        added(ledger, rates=DATED)
    with pytest.raises(InvalidValueError, match="pass the same currency"):
        added(ledger, told={"rates": DATED}, rates=DATED, currency="USD")
    assert added(ledger, told={"rates": DATED}, rates=DATED) == totals(ledger, rates=DATED)


def test_what_does_not_bear_on_a_whole_leaves_it_alone() -> None:
    guarantee = gift("guarantee", Money(9, "USD"), announced="2023-05-01", links=[Link("backs", "whole")])
    ledger = Ledger(commitments=[gift("whole"), gift("part", 5, part_of="whole"), guarantee])
    assert {row["conversion"] for row in summands(ledger)} == {None}
    assert added(ledger, currency="EUR", rates=RATES) == totals(ledger, currency="EUR", rates=RATES)


def test_a_correction_whose_low_end_parts_close_is_one_row() -> None:
    difference = gift("whole", correction=True)
    ledger = Ledger(commitments=[difference, gift("part", 5, part_of="whole")])
    assert added(ledger) == totals(ledger)


def test_what_is_taken_back_in_part_comes_to_less() -> None:
    promise = gift("a", at_most(Money(100, "EUR")), donors=[NL])
    claim = Claim(id="less", about="a", stage="withdrawn", value=Money(40, "EUR"))
    ledger = Ledger(commitments=[promise, gift("b", 10, part_of="a")], claims=[claim])
    assert added(ledger, "donor") == totals(ledger, by="donor")


def test_a_commitment_that_is_split_counts_once_in_all() -> None:
    keys = SharingKey({NL: 1, DE: 2})
    ledger = Ledger(
        commitments=[
            gift("joint", 100, donors=[NL, DE]),
            gift("undisclosed", donors=[NL, DE]),
            gift("part", about(Money(50, "EUR")), part_of="undisclosed", donors=[NL]),
        ]
    )
    for by in ("donor", "category"):
        found = added(ledger, by, told={"attribution": keys})
        expected = totals(ledger, by=by, attribution=keys)
        assert (found, found.whole) == (expected, expected.whole)


# Components


def test_records_that_bear_on_each_other_are_of_one_component() -> None:
    ledger = Ledger(
        sources=[Source(id="article")],
        initiatives=[Initiative(id="joint")],
        commitments=[
            gift("a", towards="joint"),
            gift("b", links=[Link("same_as", "a")]),
            gift("c", part_of="b"),
            gift("z", citations=[Citation("article")]),
        ],
        claims=[
            Claim(id="one", about="z", stage="delivered"),
            Claim(id="other", about="z", stage="delivered", disputes=["one"]),
        ],
    )
    assert components(ledger) == {
        **dict.fromkeys(("joint", "a", "b", "c"), "a"),
        **dict.fromkeys(("z", "one", "other"), "one"),
    }
