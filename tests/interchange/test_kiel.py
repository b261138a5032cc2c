"""Kiel's tracker in its three generations: packages, allocations, items, deliveries."""

from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Basis,
    Calibre,
    Country,
    Currency,
    Equipment,
    FinancialCommitment,
    HumanitarianCommitment,
    Instrument,
    InvalidValueError,
    Materiel,
    MilitaryCommitment,
    Money,
    Period,
    Source,
    Stage,
    Unit,
    WrongTypeError,
    at_least,
    at_most,
    exactly,
)
from ukraine_support.analysis import totals
from ukraine_support.interchange import Reading, kiel
from ukraine_support.reference import EU, EUROPEAN_PEACE_FACILITY
from ukraine_support.serialisation import dumps, loads

DAY = datetime.fromisoformat("2022-06-09")
EARLY = {  # release 7
    "ID": "NLM1",
    "countries": "Netherlands",
    "Announcement Date": DAY,
    "Type of Aid General": "Military",
    "Type of Aid Specific": "Weapons ",
    "Explanation": "The ministry gives shells.",
    "Original Currency": "EUR",
    "Monetary Value as Given by Source": 1000,
    None: "155mm artillery round",
    "Type of item": "Ammunition for heavy weapon",
    "Sub-type of item": "155mm howitzer ammunition",
    "No. of Units": 50,
    "No. of Units delivered (in-kind military aid)": ".",
    "Unit Price in USD": 3800,
    "Value committed (own estimate, in USD)": 190_000,
    "Total ": 1000,
    "Converted Value in EUR": 1000.5,
    "Source of Aid 1": "https://example.org/a",
    "Source of Aid 2": ".",
    "Source for Delivery": ".",
    "Source of item": "Online marketplaces and stores",
    "Ukraine Asked for it dummy (=1)": 0,
}
LATER = {  # the columns that release 18 adds
    "Type of donation": "Allocation",
    "Allocated Total": 800,
    "Allocated Total in EUR": 800.25,
    "Allocated Total in EUR (redistributed)": 810,
    "Allocation ID": "NLM1_1",
    "International Initiative": ".",
    "Earmarked year": 2024,
    "Book\\Replacement value": "Unknown",
}
NEW = {  # the columns of release 21 on
    "activity_id": "NLM1",
    "sub_activity_id": "NLM1_1",
    "donor": "Netherlands",
    "announcement_date": "2022-06-09",
    "aid_type_general": "Military",
    "aid_type_specific": "Weapons",
    "measure": "Allocation",
    "reporting_currency": "EUR",
    "source_reported_value": "1000",
    "item": "155mm artillery round",
    "item_type": "Ammunition for heavy weapon",
    "item_price_USD": "3800",
    "item_value_estimate_USD": "190000",
    "item_value_estimate_deliv_USD": "",
    "tot_activity_value": "1000",
    "tot_activity_value_EUR": "1000.5",
    "tot_sub_activity_value": "800",
    "tot_sub_activity_value_EUR": "800.25",
    "tot_sub_activity_value_EUR_redistr": "810",
    "tot_value_deliv_EUR": "",
    "total_value_dummy": "1",
    "month": "6",
    "month_exists_dummy": "1",
}


def early(**changes: Any) -> dict[Any, Any]:
    return _changed(EARLY, changes)


def later(**changes: Any) -> dict[Any, Any]:
    return _changed({**EARLY, **LATER}, changes)


def new(**changes: Any) -> dict[Any, Any]:
    return {**NEW, **changes}


NAMES = {
    "id": "ID",
    "donor": "countries",
    "date": "Announcement Date",
    "type": "Type of Aid General",
    "subtype": "Type of Aid Specific",
    "explanation": "Explanation",
    "currency": "Original Currency",
    "stated": "Monetary Value as Given by Source",
    "item": None,
    "category": "Type of item",
    "units": "No. of Units",
    "delivered": "No. of Units delivered (in-kind military aid)",
    "price": "Unit Price in USD",
    "line_value": "Value committed (own estimate, in USD)",
    "total": "Total ",
    "total_eur": "Converted Value in EUR",
    "source": "Source of Aid 1",
    "source_2": "Source of Aid 2",
    "delivery_source": "Source for Delivery",
    "price_source": "Source of item",
    "asked": "Ukraine Asked for it dummy (=1)",
    "measure": "Type of donation",
    "part_total": "Allocated Total",
    "part_total_eur": "Allocated Total in EUR",
    "redistributed": "Allocated Total in EUR (redistributed)",
    "part": "Allocation ID",
    "initiative": "International Initiative",
    "year": "Earmarked year",
    "book": "Book\\Replacement value",
}


def _changed(row: dict[Any, Any], changes: dict[str, Any]) -> dict[Any, Any]:
    return {**row, **{NAMES[name]: cell for name, cell in changes.items()}}


def tranche(**changes: Any) -> dict[Any, Any]:
    nothing = {"item": ".", "units": ".", "price": ".", "line_value": ".", "part_total": None, "part_total_eur": None}
    return later(**{"measure": "Commitment", "part": 0, "redistributed": None, **nothing, **changes})


def package(*rows: dict[Any, Any], **options: Any) -> Any:
    (found,) = [c for c in kiel.read(rows, **options).ledger.commitments.values() if c.part_of is None]
    return found


def only_problem(reading: Reading) -> tuple[str, str, bool]:
    (problem,) = reading.problems
    return problem.column, problem.value, problem.fatal


class TestRelease7:
    def test_row_becomes_a_package_with_a_line(self) -> None:
        found = package(early())
        assert isinstance(found, MilitaryCommitment)
        assert (found.id, found.donors, found.stage) == ("NLM1", (Country("NL"),), Stage.COMMITTED)
        assert (found.announced, found.value, found.basis) == (
            Period("2022-06-09"),
            exactly(Money(1000, "EUR")),
            Basis.STATED,
        )
        assert str(found.note) == "The ministry gives shells."
        assert [citation.source for citation in found.citations] == ["https://example.org/a"]
        assert found.extras["Type of Aid Specific"] == "Weapons"
        assert found.extras["Ukraine Asked for it dummy (=1)"] == "0"
        (line,) = found.lines
        assert line.of == (ArtilleryShell(description="155mm artillery round", calibre=Calibre(155)),)
        assert (line.quantity, line.unit) == (exactly(50), Unit.ROUNDS)
        assert (line.unit_price, line.value, line.basis) == (
            exactly(Money(3800, "USD")),
            exactly(Money(190_000, "USD")),
            Basis.MARKET,
        )
        assert line.extras["Type of item"] == "Ammunition for heavy weapon"

    def test_rows_of_one_id_are_lines_of_one_package(self) -> None:
        second = early(item="helmet", total=None, explanation="And helmets.", source="https://example.org/b", asked=1)
        found = package(early(), second)
        assert [len(line.of) for line in found.lines] == [1, 1]
        assert found.lines[0].extras.get("Explanation") is None
        assert found.lines[1].extras["Explanation"] == "And helmets."
        assert found.lines[1].extras["Ukraine Asked for it dummy (=1)"] == "1"
        assert [citation.source[-1] for citation in found.citations] == ["a", "b"]
        assert found.value == exactly(Money(1000, "EUR"))

    def test_row_without_an_item_keeps_what_it_says_in_the_package(self) -> None:
        bare = {"item": ".", "units": ".", "price": ".", "line_value": ".", "price_source": ".", "category": "."}
        found = package(early(), early(**bare, explanation="More is to come.", total=None))
        assert len(found.lines) == 1
        assert found.extras["Explanation (row 3)"] == "More is to come."
        assert package(early(**bare)).lines == ()

    @pytest.mark.parametrize(
        ("changes", "value", "basis"),
        [
            ({"total": 9_025_000_000}, exactly(Money(9_025_000_000, "EUR")), Basis.ESTIMATED),
            ({"total": None}, exactly(Money(1000, "EUR")), Basis.STATED),
            ({"total": ".", "stated": "Not given"}, exactly(Money(190_000, "USD")), Basis.ESTIMATED),
            ({"total": ".", "stated": "Not given", "line_value": "No price"}, UNKNOWN, Basis.ESTIMATED),
            ({"total": 0.1, "stated": "0.1"}, exactly(Money("0.1", "EUR")), Basis.STATED),
        ],
    )
    def test_package_is_worth_its_total_else_what_is_stated_else_its_items(
        self, changes: dict[str, Any], value: object, basis: Basis
    ) -> None:
        found = package(early(**changes))
        assert (found.value, found.basis) == (value, basis)

    def test_items_without_a_price_leave_the_value_open_upwards(self) -> None:
        rows = [early(total=None, stated="."), early(total=None, stated=".", line_value="No price", item="radio")]
        assert package(*rows).value == at_least(Money(190_000, "USD"))

    def test_converted_value_counts_in_euros(self) -> None:
        assert package(early(), amounts="eur").value == exactly(Money("1000.5", "EUR"))
        assert package(early(total_eur="."), amounts="eur").value == UNKNOWN

    def test_later_row_may_carry_the_money(self) -> None:
        assert package(early(total=None, stated="."), early(total=7)).value == exactly(Money(7, "EUR"))

    @pytest.mark.parametrize(
        ("cell", "quantity", "wording"),
        [
            (10, exactly(10), None),
            (0, exactly(0), None),
            ("7.5", exactly(Decimal("7.5")), None),
            ("dozens", at_least(24), "dozens"),
            ("partially", UNKNOWN, "partially"),
            ("up to 5", at_most(5), "up to 5"),
        ],
    )
    def test_delivery_is_a_claim_on_its_line(self, cell: Any, quantity: object, wording: str | None) -> None:
        rows = [early(), early(item="helmet", total=None, delivered=cell, delivery_source="https://example.org/d")]
        (claim,) = kiel.read(rows).ledger.claims.values()
        assert (claim.id, claim.about, claim.line) == ("NLM1, line 2 delivered", "NLM1", 1)
        assert (claim.stage, claim.quantity) == (Stage.DELIVERED, quantity)
        assert claim.increment is (cell in ("dozens", "partially"))  # something has begun to arrive
        assert (None if claim.wording is None else str(claim.wording)) == wording
        assert [citation.source for citation in claim.citations] == ["https://example.org/d"]
        assert str(claim.speaker) == "Kiel Institute for the World Economy"

    def test_undisclosed_delivery_is_no_claim(self) -> None:
        reading = kiel.read([early(delivered="undisclosed", delivery_source="https://example.org/d")])
        assert not reading.ledger.claims
        extras = reading.ledger.commitments["NLM1"].lines[0].extras
        assert extras["No. of Units delivered (in-kind military aid)"] == "undisclosed"
        assert extras["Source for Delivery"] == "https://example.org/d"

    def test_delivery_of_what_is_not_described_has_a_line(self) -> None:
        bare = {"item": ".", "units": ".", "price": ".", "line_value": "."}
        ledger = kiel.read([early(**bare, delivered=5)]).ledger
        assert ledger.commitments["NLM1"].lines[0].of == (Materiel(),)
        assert ledger.claims["NLM1, line 1 delivered"].citations == ()

    @pytest.mark.parametrize("amounts", ["native", "eur"])
    def test_rows_that_carry_money_of_their_own_are_tranches(self, amounts: Any) -> None:
        rows = [early(total=amount, total_eur=amount) for amount in (1630, 1880, 3240)]
        reading = kiel.read(rows, amounts=amounts)
        assert reading.ledger.commitments["NLM1"].value == exactly(Money(6750, "EUR"))
        assert [(part.id, part.stage, part.value.low, len(part.lines)) for part in reading.ledger.parts_of("NLM1")] == [
            ("NLM1, commitment 1", Stage.COMMITTED, Money(1630, "EUR"), 1),
            ("NLM1, commitment 2", Stage.COMMITTED, Money(1880, "EUR"), 1),
            ("NLM1, commitment 3", Stage.COMMITTED, Money(3240, "EUR"), 1),
        ]
        assert (reading.problems, reading.ledger.commitments["NLM1"].lines) == ((), ())
        assert not [note for note in reading.notes if "same amount" in note.text]

    @pytest.mark.parametrize("amounts", ["native", "eur"])
    def test_equal_amounts_are_summed_and_noted(self, amounts: Any) -> None:
        rows = [early(total=5, total_eur=5, stated=".") for _ in range(3)]
        reading = kiel.read([early(id="FRM1", total=5, total_eur=5), *rows], amounts=amounts)
        assert reading.ledger.commitments["NLM1"].value == exactly(Money(15, "EUR"))
        assert [(note.row, note.text) for note in reading.notes if "same amount" in note.text] == [
            (4, "row 3 of this package carries the same amount; both are counted"),
            (5, "row 3 of this package carries the same amount; both are counted"),
        ]

    def test_equal_zeros_are_no_matter(self) -> None:
        reading = kiel.read([early(total=0), early(total=0)])
        assert not [note for note in reading.notes if "same amount" in note.text]

    def test_items_belong_to_the_tranche_whose_money_stands_above_them(self) -> None:
        bare = {"total": None, "stated": "."}
        rows = [early(**bare), early(item="helmet", total=5), early(item="radio", **bare), early(item="tent", total=7)]
        parts = kiel.read([*rows, early(item="tarp", delivered=3, **bare)]).ledger
        kinds = [[line.of[0] for line in part.lines] for part in parts.parts_of("NLM1")]
        names = [[str(getattr(kind, "description", None)) for kind in some] for some in kinds]
        assert names == [["155mm artillery round", "helmet", "radio"], ["tent", "tarp"]]
        assert list(parts.claims) == ["NLM1, commitment 2, line 2 delivered"]

    def test_tranche_in_another_currency_is_a_part_and_leaves_the_whole_open(self) -> None:
        reading = kiel.read([early(total=5), early(total=7, currency="USD")])
        assert reading.ledger.commitments["NLM1"].value == at_least(Money(5, "EUR"))
        assert reading.ledger.commitments["NLM1, commitment 2"].value == exactly(Money(7, "USD"))
        assert only_problem(reading) == ("Total", "7", False)
        counted = {(one.currency, one.counted.low) for one in reading.accounts() if one.column == "Total"}
        assert counted == {(Currency("EUR"), 5), (Currency("USD"), 0)}
        (reason,) = {part.reason for one in reading.accounts() for part in one.portions if one.set_aside.low == 7}
        assert reason.endswith("a part of the package has it as its value")

    def test_tranche_that_is_not_converted_leaves_the_whole_open(self) -> None:
        rows = [early(total=5, total_eur=4), early(total=7, total_eur=".")]
        assert package(*rows, amounts="eur").value == at_least(Money(4, "EUR"))
        assert package(*reversed(rows), amounts="eur").value == at_least(Money(4, "EUR"))

    def test_package_tells_what_its_tranches_share(self) -> None:
        found = package(early(total=5, asked=1), early(total=7, asked=0, explanation="More."))
        assert (found.note, found.extras.get("Ukraine Asked for it dummy (=1)")) == (None, None)
        assert found.extras["Type of Aid Specific"] == "Weapons"

    def test_only_what_the_source_gave_is_told_apart(self) -> None:
        reading = kiel.read([early(total=None, total_eur=None), early(total=None, total_eur=None, stated=5)])
        (account,) = [one for one in reading.accounts() if one.column.startswith("Monetary")]
        assert (account.counted, account.set_aside) == (exactly(1000), exactly(5))
        assert [portion.rows for portion in account.portions] == [(2,), (3,)]

    def test_hand_written_table_of_lists_reads_alike(self) -> None:
        assert kiel.read([list(EARLY), list(EARLY.values())]).ledger == kiel.read([early()]).ledger


class TestRelease18:
    def test_allocation_is_part_of_its_package(self) -> None:
        ledger = kiel.read([later()]).ledger
        whole, part = ledger.commitments["NLM1"], ledger.commitments["NLM1_1"]
        assert (whole.stage, part.stage, part.part_of) == (Stage.COMMITTED, Stage.ALLOCATED, "NLM1")
        assert (whole.value, part.value) == (exactly(Money(1000, "EUR")), exactly(Money(800, "EUR")))
        assert (whole.lines, len(part.lines)) == ((), 1)
        assert (whole.announced, whole.covers, part.covers) == (part.announced, Period("2024"), Period("2024"))
        assert whole.citations == part.citations
        assert part.note is not None

    @pytest.mark.parametrize(
        ("amounts", "whole", "part"),
        [("native", "1000", "800"), ("eur", "1000.5", "800.25"), ("redistributed", "1000.5", "810")],
    )
    def test_amounts_say_what_counts(self, amounts: Any, whole: str, part: str) -> None:
        ledger = kiel.read([later()], amounts=amounts).ledger
        assert ledger.commitments["NLM1"].value == exactly(Money(whole, "EUR"))
        assert ledger.commitments["NLM1_1"].value == exactly(Money(part, "EUR"))

    def test_money_that_was_shared_out_elsewhere_is_zero(self) -> None:
        moved = kiel.read([later(redistributed=None)], amounts="redistributed").ledger
        assert moved.commitments["NLM1_1"].value == exactly(Money(0, "EUR"))
        untold = later(redistributed=None, part_total=None, part_total_eur="No value available")
        assert kiel.read([untold], amounts="redistributed").ledger.commitments["NLM1_1"].value == UNKNOWN

    @pytest.mark.parametrize("zero", [0, "0", 0.0], ids=repr)
    def test_an_allocation_of_nothing_is_zero(self, zero: Any) -> None:
        row = later(part_total=zero, part_total_eur=zero, redistributed=zero, total=zero)
        ledger = kiel.read([row]).ledger
        assert {found.value for found in ledger.commitments.values()} == {exactly(Money(0, "EUR"))}

    def test_amount_that_cannot_be_read_is_reported_once(self) -> None:
        assert only_problem(kiel.read([later(part_total="much")]))[0] == "Allocated Total"
        assert only_problem(kiel.read([later(part_total="much", part_total_eur=None, redistributed=None)]))[1] == "much"

    def test_commitment_row_is_the_package_itself(self) -> None:
        rows = [tranche(explanation="The frame."), later(total=None, total_eur=None)]
        ledger = kiel.read(rows).ledger
        assert list(ledger.commitments) == ["NLM1", "NLM1_1"]
        assert str(ledger.commitments["NLM1"].note) == "The frame."
        assert ledger.commitments["NLM1"].extras["Ukraine Asked for it dummy (=1)"] == "0"

    def test_several_tranches_are_parts_of_the_package_that_is_worth_their_sum(self) -> None:
        rows = [tranche(), tranche(total=500, date="2/2023"), later(total=None)]
        ledger = kiel.read(rows).ledger
        assert ledger.commitments["NLM1"].value == exactly(Money(1500, "EUR"))
        assert ledger.commitments["NLM1"].announced == Period("2022-06-09")
        parts = ledger.parts_of("NLM1")
        assert [(part.id, part.stage) for part in parts] == [
            ("NLM1, commitment 1", Stage.COMMITTED),
            ("NLM1, commitment 2", Stage.COMMITTED),
            ("NLM1_1", Stage.ALLOCATED),
        ]
        assert (parts[1].value, parts[1].announced) == (exactly(Money(500, "EUR")), Period("2023-02"))

    def test_tranche_may_have_an_item_and_a_delivery(self) -> None:
        one = tranche(item="radar", units=2, delivered=1)
        assert list(kiel.read([one]).ledger.claims) == ["NLM1, line 1 delivered"]
        assert list(kiel.read([one, tranche(total=5)]).ledger.claims) == ["NLM1, commitment 1, line 1 delivered"]

    def test_package_is_described_by_the_first_row_with_money(self) -> None:
        rows = [later(total=None, total_eur=None), tranche(date="1/2024")]
        assert package(*rows).announced == Period("2024-01")

    def test_amount_in_another_currency_leaves_the_value_open_upwards(self) -> None:
        reading = kiel.read([tranche(), tranche(currency="USD")])
        assert only_problem(reading) == ("Total ".strip(), "1000", False)
        assert reading.ledger.commitments["NLM1"].value == at_least(Money(1000, "EUR"))
        vague = kiel.read([tranche(total="up to 5"), tranche(currency="USD")]).ledger.commitments["NLM1"]
        assert vague.value == UNKNOWN

    def test_rows_of_one_allocation_are_its_lines(self) -> None:
        again = {"part_total": None, "part_total_eur": None, "redistributed": None, "total": None}
        ledger = kiel.read([later(), later(item="helmet", **again)]).ledger
        assert len(ledger.commitments["NLM1_1"].lines) == 2

    def test_allocation_id_that_is_used_twice_is_two_allocations(self) -> None:
        later_on = later(part_total=10, total=None, item="helmet")
        ledger = kiel.read([later(), later(id="NLM2", part="NLM2_1"), later_on]).ledger
        assert [part.id for part in ledger.parts_of("NLM1")] == ["NLM1_1", "NLM1_1 (2)"]
        assert ledger.commitments["NLM1_1 (2)"].value == exactly(Money(10, "EUR"))

    def test_money_may_stand_in_a_later_row_of_the_allocation(self) -> None:
        bare = {"part_total": None, "part_total_eur": None, "redistributed": None, "total": None}
        ledger = kiel.read([later(**bare), later()]).ledger
        assert ledger.commitments["NLM1_1"].value == exactly(Money(800, "EUR"))
        assert ledger.commitments["NLM1"].value == exactly(Money(1000, "EUR"))

    @pytest.mark.parametrize(
        ("changes", "id", "column"),
        [
            ({"measure": "Gift"}, "NLM1_1", "Type of donation"),
            ({"measure": "", "part": 0}, "NLM1", "Type of donation"),
        ],
    )
    def test_row_of_neither_sort_is_read_by_its_id(self, changes: dict[str, Any], id: str, column: str) -> None:
        reading = kiel.read([later(**changes)])
        assert only_problem(reading)[0] == column
        assert len(reading.ledger.commitments[id].lines) == 1

    def test_allocation_without_an_id_has_one_of_its_package(self) -> None:
        assert "NLM1, allocation" in kiel.read([later(part=None)]).ledger.commitments

    def test_id_in_look_alike_letters_is_folded_and_kept(self) -> None:
        found = kiel.read([later(id="СZM39", part="СZM39_1")]).ledger.commitments
        assert list(found) == ["CZM39", "CZM39_1"]
        assert found["CZM39_1"].extras["ID"] == "СZM39"

    @pytest.mark.parametrize("label", ["CZECH AMMO INITIATIVE", "Czech ammunition initiative ", "Czech initiative"])
    def test_labels_of_one_initiative_are_folded_together(self, label: str) -> None:
        ledger = kiel.read(
            [later(initiative=label), later(id="X", part="X_1", initiative="Czech Ammunition Initiative")]
        ).ledger
        assert list(ledger.initiatives) == ["czech-initiative"]
        assert ledger.initiatives["czech-initiative"].lead == Country("CZ")
        assert {ledger.commitments[id].towards for id in ("NLM1_1", "X_1")} == {"czech-initiative"}
        assert ledger.commitments["NLM1"].towards == "czech-initiative"

    @pytest.mark.parametrize(
        ("label", "id"),
        [
            ("\u00a0Air Defence Coalition", "air-defence-coalition"),
            ("UK Fund for Ukraine", "ifu"),
            ("UCDG", "udcg"),
            ("WB URTF ", "wb-urtf"),
            ("???", "???"),
            (".", None),
            ("\u00a0", None),
        ],
    )
    def test_label_names_an_initiative(self, label: str, id: str | None) -> None:
        assert kiel.read([later(initiative=label)]).ledger.commitments["NLM1_1"].towards == id

    def test_callers_labels_are_added(self) -> None:
        labels = {"NLM1_1": "Czech initiative", "unused": "x"}
        ledger = kiel.read([later()], initiatives=labels).ledger
        assert ledger.commitments["NLM1_1"].towards == "czech-initiative"
        assert package(early(), initiatives={"NLM1": "Czech initiative"}).towards == "czech-initiative"

    def test_initiative_and_source_give_way_to_an_id_that_is_taken(self) -> None:
        rows = [
            later(id="udcg", part="a", source="ifu", initiative="UCDG"),
            later(id="b", part="c", initiative="IFU"),
        ]
        ledger = kiel.read(rows).ledger
        assert set(ledger.initiatives) == {"udcg", "ifu (2)"} or set(ledger.initiatives) == {"udcg (2)", "ifu (2)"}
        assert loads(dumps(ledger)) == ledger

    @pytest.mark.parametrize(
        ("cell", "covers"),
        [
            (2024, "2024"),
            (2024.0, "2024"),
            ("2024", "2024"),
            ("2022-2023", "2022/2023"),
            ("2025-2029", "2025/2029"),
            (".", None),
            (None, None),
        ],
        ids=repr,
    )
    def test_earmarked_year_is_what_it_covers(self, cell: Any, covers: str | None) -> None:
        found = kiel.read([later(year=cell)]).ledger.commitments["NLM1_1"].covers
        assert found == (None if covers is None else Period(covers))

    @pytest.mark.parametrize(
        ("words", "basis"),
        [("Replacement cost", Basis.REPLACEMENT), ("Book Value", Basis.BOOK), ("Not Stocks", Basis.STATED)],
    )
    def test_basis_of_a_stated_value(self, words: str, basis: Basis) -> None:
        found = kiel.read([later(book=words, stated=800)]).ledger.commitments["NLM1_1"]
        assert (found.basis, found.extras["Book\\Replacement value"]) == (basis, words)

    def test_price_makes_no_value_where_kiel_counts_none(self) -> None:
        untold = {"part_total": "No value available", "part_total_eur": None, "redistributed": None}
        (line,) = kiel.read([later(**untold, price="0.95", line_value="No price")]).ledger.commitments["NLM1_1"].lines
        assert (line.unit_price, line.extras["Unit price, not counted"]) == (UNKNOWN, "USD 0.95")
        for changes in ({"units": "."}, {"line_value": 5}, {"price": "."}, {"part_total": 5}):
            row = later(**{**untold, "price": "0.95", "line_value": "No price", **changes})
            (line,) = kiel.read([row]).ledger.commitments["NLM1_1"].lines
            assert line.unit_price == (UNKNOWN if "price" in changes else exactly(Money("0.95", "USD")))


class TestWhatIsShared:
    def test_package_of_one_allocation_tells_what_it_tells(self) -> None:
        ledger = kiel.read([later(initiative="Czech initiative")]).ledger
        whole, part = ledger.commitments["NLM1"], ledger.commitments["NLM1_1"]
        assert (whole.note, whole.extras, whole.towards) == (part.note, part.extras, part.towards)
        assert str(whole.note) == "The ministry gives shells."

    def test_package_tells_what_all_rows_tell(self) -> None:
        again = later(part="NLM1_2", total=None, item="helmet", subtype="Weapons", explanation="More.", asked=1)
        ledger = kiel.read([later(initiative="IFU"), {**again, "International Initiative": "IFU"}]).ledger
        whole = ledger.commitments["NLM1"]
        assert whole.extras == {
            "Book\\Replacement value": "Unknown",
            "Monetary Value as Given by Source": "1000",
            "Type of Aid Specific": "Weapons",
        }
        assert (whole.note, whole.towards) == (None, "ifu")

    @pytest.mark.parametrize("other", [".", "Czech initiative", "UNICEF"])
    def test_package_has_no_initiative_that_one_row_lacks(self, other: str) -> None:
        rows = [later(initiative="IFU"), later(part="NLM1_2", total=None, initiative=other)]
        whole = kiel.read(rows).ledger.commitments["NLM1"]
        assert (whole.towards, whole.channels) == (None, ())
        assert str(whole.note) == "The ministry gives shells."

    @pytest.mark.parametrize(
        ("one", "other", "shared"),
        [
            (1, 1.0, "1"),
            (2.5, float("2.5"), "2.5"),
            (1, "1", "1"),
            ("a", "a ", "a"),
            (float("nan"), None, None),
            (DAY, DAY, "2022-06-09"),
            (0, 1, None),
        ],
    )
    def test_cells_of_any_type_are_alike_that_say_the_same(self, one: Any, other: Any, shared: str | None) -> None:
        found = package(later(asked=one), later(part="NLM1_2", total=None, asked=other))
        assert found.extras.get("Ukraine Asked for it dummy (=1)") == shared

    def test_table_without_explanations_has_packages_without_notes(self) -> None:
        rows = [later(), later(part="NLM1_2", total=None)]
        for row in rows:
            del row["Explanation"]
        assert package(*rows).note is None


class TestDeliveredValue:
    @pytest.mark.parametrize(
        ("rows", "ids"),
        [
            ([early()], {"NLM1 delivered": "NLM1"}),
            ([later()], {"NLM1_1 delivered": "NLM1_1"}),
            ([tranche()], {"NLM1 delivered": "NLM1"}),
            ([new()], {"NLM1_1 delivered": "NLM1_1"}),
        ],
    )
    def test_is_a_claim_about_the_allocation_or_the_package(self, rows: Any, ids: dict[str, str]) -> None:
        heading = "tot_value_deliv_EUR" if "donor" in rows[0] else "Total monetary value delivered in EUR"
        reading = kiel.read([{**row, heading: "500.5", "Source for Delivery": "https://d.example"} for row in rows])
        claims = reading.ledger.claims
        assert {id: claim.about for id, claim in claims.items()} == ids
        (claim,) = claims.values()
        assert (claim.stage, claim.value, claim.quantity) == (Stage.DELIVERED, exactly(Money("500.5", "EUR")), UNKNOWN)
        assert (claim.line, claim.increment, str(claim.speaker)) == (
            None,
            False,
            "Kiel Institute for the World Economy",
        )
        (account,) = [account for account in reading.accounts() if account.column == heading]
        assert (account.sum, account.set_aside) == (exactly(Decimal("500.5")), exactly(0))

    def test_several_rows_of_one_allocation_are_one_claim(self) -> None:
        nothing = {"part_total": None, "part_total_eur": None, "redistributed": None, "total": None}
        rows = [{**later(), "Value Delivered": 300}, {**later(**nothing), "Value Delivered": 200}]
        release = Source(id="r", published="2024-08-06")
        (claim,) = kiel.read(rows, source=release).ledger.claims.values()
        assert claim.value == exactly(Money(500, "EUR"))
        assert [citation.at for citation in claim.citations] == ["row 2", "row 3"]

    def test_of_a_promise_in_another_currency_stays_in_the_extras(self) -> None:
        rows = [{**later(currency="USD"), "Value Delivered": 300}]
        reading = kiel.read(rows)
        assert not reading.ledger.claims
        assert reading.ledger.commitments["NLM1_1"].extras["Value Delivered"] == "300"
        (account,) = [account for account in reading.accounts() if account.column == "Value Delivered"]
        assert (account.sum, account.counted, account.set_aside) == (exactly(300), exactly(0), exactly(300))
        assert "another currency" in account.portions[0].reason
        assert list(kiel.read(rows, amounts="eur").ledger.claims) == ["NLM1_1 delivered"]

    def test_of_an_undisclosed_promise_goes_by_its_currency(self) -> None:
        untold = {"total": ".", "total_eur": ".", "stated": ".", "line_value": "."}
        for currency, claims in (("EUR", 1), ("USD", 0)):
            rows = [{**early(currency=currency, **untold), "Value Delivered": 300}]
            assert len(kiel.read(rows).ledger.claims) == claims
            assert len(kiel.read(rows, amounts="eur").ledger.claims) == 1

    def test_second_row_in_another_currency_is_kept_by_its_number(self) -> None:
        rows = [{**early(currency="USD"), "Value Delivered": 3}, {**early(total=None), "Value Delivered": 4}]
        extras = kiel.read(rows).ledger.commitments["NLM1"].extras
        assert (extras["Value Delivered"], extras["Value Delivered (row 3)"]) == ("3", "4")

    @pytest.mark.parametrize("amount", ["-5", "up to -5"])
    def test_below_zero_is_a_problem(self, amount: str) -> None:
        reading = kiel.read([{**early(), "Value Delivered": amount}])
        assert only_problem(reading) == ("Value Delivered", amount, False)
        assert not reading.ledger.claims
        (account,) = [account for account in reading.accounts() if account.column == "Value Delivered"]
        assert account.portions[0].reason == "it is below zero"


class TestAmountsInEuros:
    @pytest.mark.parametrize("amounts", ["eur", "redistributed"])
    def test_no_dollar_stays_in_a_reading_in_euros(self, amounts: Any) -> None:
        untold = {"total": ".", "total_eur": ".", "part_total": ".", "part_total_eur": ".", "redistributed": "."}
        reading = kiel.read([later(**untold)], amounts=amounts)
        whole, part = reading.ledger.commitments["NLM1"], reading.ledger.commitments["NLM1_1"]
        assert (whole.value, part.value) == (UNKNOWN, UNKNOWN)
        (line,) = part.lines
        assert (line.value, line.unit_price, line.basis) == (UNKNOWN, UNKNOWN, Basis.STATED)
        assert line.extras["Value committed (own estimate, in USD)"] == "190000"
        assert line.extras["Unit Price in USD"] == "3800"
        table = totals(reading.ledger, currency="EUR", stage=Stage.ALLOCATED)
        assert [total.undisclosed for total in table.values()] == [1]

    def test_negative_value_in_dollars_is_no_correction_in_euros(self) -> None:
        assert not kiel.read([early(line_value=-5)], amounts="eur").ledger.commitments["NLM1"].correction

    def test_item_without_prices_has_none_in_its_extras(self) -> None:
        (line,) = package(early(price="No price", line_value="."), amounts="eur").lines
        assert not {"Unit Price in USD", "Value committed (own estimate, in USD)"} & line.extras.keys()


class TestConstantCurrency:
    ROW: ClassVar = {
        "tot_activity_value_constant_currency": "900",
        "tot_sub_activity_value_constant_currency": "700",
        "tot_sub_activity_value_constant_currency_redistr": "710",
    }

    @pytest.mark.parametrize(("amounts", "part"), [("constant", 700), ("constant-redistributed", 710)])
    def test_counts_where_the_table_has_it(self, amounts: Any, part: int) -> None:
        reading = kiel.read([new(**self.ROW)], amounts=amounts)
        assert reading.ledger.commitments["NLM1"].value == exactly(Money(900, "EUR"))
        assert reading.ledger.commitments["NLM1_1"].value == exactly(Money(part, "EUR"))
        counted = {account.column for account in reading.accounts() if account.counted != exactly(0)}
        assert len(counted) == 2
        assert all("constant_currency" in column for column in counted)

    @pytest.mark.parametrize("amounts", ["constant", "constant-redistributed"])
    def test_is_refused_where_the_table_has_none(self, amounts: Any) -> None:
        for row in (new(), later(), early()):
            with pytest.raises(InvalidValueError, match="constant_currency"):
                kiel.read([row], amounts=amounts)

    def test_moved_money_is_zero(self) -> None:
        row = new(**{**self.ROW, "tot_sub_activity_value_constant_currency_redistr": ""})
        found = kiel.read([row], amounts="constant-redistributed").ledger.commitments["NLM1_1"]
        assert found.value == exactly(Money(0, "EUR"))


class TestAccounts:
    def test_all_columns_of_amounts_are_accounted_for(self) -> None:
        row = {**later(), "Value delivered (own estimate, in USD)": 70, "Total monetary value delivered in EUR": 60}
        reasons = {
            account.column: [portion.reason for portion in account.portions]
            for account in kiel.read([row], amounts="redistributed").accounts()
        }
        other = "amounts='redistributed' does not count this column"
        assert reasons == {
            "Monetary Value as Given by Source": ["it is kept as the source gave it; the totals count"],
            "Total": [other],
            "Converted Value in EUR": [""],
            "Allocated Total": [other],
            "Allocated Total in EUR": [other],
            "Allocated Total in EUR (redistributed)": [""],
            "Value committed (own estimate, in USD)": [
                "it is in USD, and the reading in EUR; it is kept in the line's extras"
            ],
            "Value delivered (own estimate, in USD)": ["it is an estimate of Kiel's, kept in the line's extras"],
            "Total monetary value delivered in EUR": [""],
        }

    def test_amount_of_an_allocation_in_a_row_that_is_none_is_set_aside(self) -> None:
        reading = kiel.read([tranche(part_total=7)])
        (account,) = [account for account in reading.accounts() if account.column == "Allocated Total"]
        assert account.portions[0].reason == "the row is no allocation"

    def test_allocated_amounts_of_a_table_without_allocations_are_set_aside(self) -> None:
        reading = kiel.read([{**early(), "Allocated Total": 5}])
        (account,) = [account for account in reading.accounts() if account.column == "Allocated Total"]
        assert (account.set_aside, account.portions[0].reason) == (exactly(5), "the row is no allocation")

    def test_what_is_no_amount_in_a_column_that_does_not_count_is_noted(self) -> None:
        reading = kiel.read([early(total_eur="much", stated="a lot", line_value="No price")])
        notes = [(note.row, note.column, note.value) for note in reading.notes if "no amount" in note.text]
        assert notes == [(2, "Converted Value in EUR", "much")]
        assert reading.ledger.commitments["NLM1"].extras["Monetary Value as Given by Source"] == "a lot"

    @pytest.mark.parametrize("cell", [Decimal(7), "7", 7.0, 7], ids=repr)
    def test_amount_may_be_of_any_exact_type(self, cell: Any) -> None:
        reading = kiel.read([early(total=cell), early(id="FRM1", total=cell)])
        assert reading.ledger.commitments["NLM1"].value == exactly(Money(7, "EUR"))
        assert reading.ledger.commitments["FRM1"].value == exactly(Money(7, "EUR"))

    def test_amount_without_a_currency_is_set_aside(self) -> None:
        reading = kiel.read([early(currency="EURO")])
        accounts = [account for account in reading.accounts() if account.currency is None]
        assert {account.column: account.counted for account in accounts} == dict.fromkeys(
            ["Monetary Value as Given by Source", "Total"], exactly(0)
        )

    def test_total_of_an_allocation_in_another_currency_is_set_aside(self) -> None:
        reading = kiel.read([tranche(), later(currency="USD")])
        accounts = {account.currency: account for account in reading.accounts() if account.column == "Total"}
        assert accounts[Currency("USD")].counted == exactly(0)

    def test_lost_row_keeps_its_amounts_in_the_account(self) -> None:
        reading = kiel.read([early(), early(id="."), early(type="Moral")])
        (account,) = [account for account in reading.accounts() if account.column == "Total"]
        assert [(portion.rows, portion.reason) for portion in account.portions] == [
            ((2,), ""),
            ((3, 4), "the row yields no record"),
        ]


class TestRelease21:
    def test_new_names_mean_the_same(self) -> None:
        ledger = kiel.read([new()]).ledger
        old = kiel.read([later()]).ledger
        for id in ("NLM1", "NLM1_1"):
            assert ledger.commitments[id].value == old.commitments[id].value
            assert ledger.commitments[id].announced == old.commitments[id].announced
            assert ledger.commitments[id].donors == old.commitments[id].donors
        assert ledger.commitments["NLM1_1"].lines[0].of == old.commitments["NLM1_1"].lines[0].of
        assert ledger.commitments["NLM1_1"].extras["total_value_dummy"] == "1"

    @pytest.mark.parametrize(("amounts", "part"), [("native", "800"), ("eur", "800.25"), ("redistributed", "810")])
    def test_amounts_say_what_counts(self, amounts: Any, part: str) -> None:
        assert kiel.read([new()], amounts=amounts).ledger.commitments["NLM1_1"].value == exactly(Money(part, "EUR"))

    @pytest.mark.parametrize(
        ("day", "month", "announced"),
        [
            ("2022-06-09", "7", Period("2022-06-09")),
            ("", "6", Period("2022-06")),
            ("unclear", "27", Period("2024-03")),
            ("", "0", None),
            ("", "", None),
            ("", "soon", None),
            ("", 26.0, Period("2024-02")),
        ],
    )
    def test_month_counts_where_no_day_is_told(self, day: str, month: Any, announced: Period | None) -> None:
        assert package(new(announcement_date=day, month=month)).announced == announced

    @pytest.mark.parametrize(
        ("day", "month", "kept"),
        [
            ("2022-06-09", "6", None),
            ("2022-06-09", 6.0, None),
            ("2022-06-09", "7", "7"),
            ("2022-06-09", "0", None),
            ("2022-06-09", "", None),
            ("2022-06-09", "soon", "soon"),
            ("2022-06-09", 10**9, "1000000000"),
            ("2022-06-09", 6.5, "6.5"),
            ("until 3/5/2024", "27", None),
            ("until 3/5/2024", "26", "26"),
            ("since 3/5/2024", "27", None),
            ("from 01/01/2023 until 12/31/2023", "24", None),
            ("from 01/01/2023 until 12/31/2023", "13", None),
            ("", "7", None),
        ],
    )
    def test_month_beside_a_date_that_says_another_is_kept(self, day: str, month: Any, kept: str | None) -> None:
        ledger = kiel.read([new(announcement_date=day, month=month)]).ledger
        assert ledger.commitments["NLM1_1"].lines[0].extras.get("month") == kept

    def test_month_that_is_none_is_a_problem(self) -> None:
        for month in ("1000000000", "99999", "-5", "5.5", "inf", "up to 5", "May 2022", "soon"):
            reading = kiel.read([new(announcement_date="", month=month)])
            assert only_problem(reading) == ("month", month, False)
            assert reading.problems[0].reason == "this is no month as Kiel counts them: January 2022 is 1"

    def test_negative_amounts_are_corrections(self) -> None:
        row = new(tot_activity_value="-5", tot_sub_activity_value="-4", measure="Allocation")
        ledger = kiel.read([row]).ledger
        assert [c.correction for c in ledger.commitments.values()] == [True, True]
        assert ledger.commitments["NLM1_1"].value == exactly(Money(-4, "EUR"))
        ledger = kiel.read([new(), {**row, "sub_activity_id": "NLM1_2"}]).ledger
        assert [c.correction for c in ledger.commitments.values()] == [False, False, True]
        assert ledger.commitments["NLM1"].value == exactly(Money(995, "EUR"))

    def test_negative_value_of_an_item_is_a_correction(self) -> None:
        ledger = kiel.read([new(item_value_estimate_USD="-5")]).ledger
        assert ledger.commitments["NLM1_1"].correction
        assert not ledger.commitments["NLM1"].correction


@pytest.mark.parametrize(
    ("type_", "specific", "cls", "instrument"),
    [
        ("Financial", "Loan", FinancialCommitment, Instrument.LOAN),
        ("financial ", "Grant ", FinancialCommitment, Instrument.GRANT),
        ("Financial", "Guarantee", FinancialCommitment, Instrument.GUARANTEE),
        ("Financial", "Swap-line", FinancialCommitment, Instrument.SWAP_LINE),
        ("Financial", "Budgetary appropriations", FinancialCommitment, Instrument.APPROPRIATION),
        ("Financial", ".", FinancialCommitment, Instrument.UNSPECIFIED),
        ("Humanitarian ", "Assitance", HumanitarianCommitment, None),
    ],
)
def test_type_of_aid_is_class_and_instrument(
    type_: str, specific: str, cls: type, instrument: Instrument | None
) -> None:
    found = package(early(type=type_, subtype=specific))
    assert type(found) is cls
    assert getattr(found, "instrument", None) is instrument


@pytest.mark.parametrize(
    ("name", "donor"),
    [
        ("Czech Republic", Country("CZ")),
        ("Turkiye", Country("TR")),
        ("EU (Commission and Council)", EU),
        ("European Peace Facility", EUROPEAN_PEACE_FACILITY),
    ],
)
def test_donor_is_found_by_name(name: str, donor: object) -> None:
    assert package(early(donor=name), early(donor=name)).donors == (donor,)


@pytest.mark.parametrize("donor", ["Freedonia", "Korea", "."])
def test_donor_that_is_nobody_is_a_problem(donor: str) -> None:
    reading = kiel.read([early(donor=donor)])
    assert only_problem(reading)[0] == "countries"
    assert reading.ledger.commitments["NLM1"].donors == ()


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"date": "until 06/31/2022"}, "Announcement Date"),
        ({"date": "some day"}, "Announcement Date"),
        ({"units": "many"}, "No. of Units"),
        ({"units": -5}, "No. of Units"),
        ({"delivered": "-5"}, "No. of Units delivered (in-kind military aid)"),
        ({"delivered": "most"}, "No. of Units delivered (in-kind military aid)"),
        ({"price": "cheap"}, "Unit Price in USD"),
        ({"price": -5}, "Unit Price in USD"),
        ({"total": "much"}, "Total"),
        ({"currency": "EURO"}, "Total"),
        ({"year": 2024.33333333333}, "Earmarked year"),
        ({"year": "2025-2024"}, "Earmarked year"),
        ({"units": "up to 0"}, "No. of Units"),
        ({"units": "up to -5"}, "No. of Units"),
        ({"units": 10**15}, "No. of Units"),
        ({"delivered": "up to -5"}, "No. of Units delivered (in-kind military aid)"),
        ({"delivered": 10**15}, "No. of Units delivered (in-kind military aid)"),
        ({"price": "up to -5"}, "Unit Price in USD"),
        ({"price": "1" * 25}, "Unit Price in USD"),
        ({"line_value": 10**20}, "Value committed (own estimate, in USD)"),
        ({"total": 10**20}, "Total"),
    ],
)
def test_odd_cell_is_a_problem_and_the_rest_stands(changes: dict[str, Any], column: str) -> None:
    reading = kiel.read([_changed({**early(stated="."), "Earmarked year": "."}, changes)])
    assert only_problem(reading)[0] == column
    assert not only_problem(reading)[2]
    assert reading.rows_structured == 1
    assert len(reading.ledger.commitments["NLM1"].lines) == 1


@pytest.mark.parametrize(("changes", "column"), [({"id": "."}, "ID"), ({"type": "Moral"}, "Type of Aid General")])
def test_row_that_fits_nowhere_is_lost_and_reported(changes: dict[str, Any], column: str) -> None:
    reading = kiel.read([early(), early(**changes), dict.fromkeys(EARLY)])
    assert only_problem(reading)[0::2] == (column, True)
    assert (reading.rows_read, reading.rows_structured, reading.rows_blank) == (3, 1, 1)


@pytest.mark.parametrize(
    ("units", "quantity"),
    [
        ("1.000.00", exactly(1000)),
        ("100 thousand", exactly(100_000)),
        ("more than 300,000", at_least(300_000)),
        ("thousands of", at_least(2000)),
        ("undisclosed", UNKNOWN),
        (13.333333333333334, exactly(Decimal("13.333333333333334"))),
        (0, UNKNOWN),
    ],
)
def test_units_are_read_with_their_bounds(units: Any, quantity: object) -> None:
    reading = kiel.read([early(units=units)])
    (line,) = reading.ledger.commitments["NLM1"].lines
    assert line.quantity == quantity
    assert not reading.problems
    assert line.extras.get("No. of Units") == ("0" if units == 0 else None)


@pytest.mark.parametrize("text", ["20.000", " 1.000 ", "-5.000"])
@pytest.mark.parametrize("column", ["total", "stated", "units", "delivered", "price"])
def test_number_that_can_be_read_in_two_ways_is_a_problem(column: str, text: str) -> None:
    reading = kiel.read([early(**{"total": ".", "stated": ".", column: text})])
    assert not only_problem(reading)[2]
    whole = text.strip().removesuffix(".000")
    assert f"can be read as {whole} and as {whole}000" in reading.problems[0].reason
    assert not kiel.read([early(**{column: "395.125"})]).problems


def test_unit_of_an_item_counts() -> None:
    (line,) = package(early(item="liter of fuel M", category="Military equipment", units="300")).lines
    assert (line.unit, line.quantity) == (Unit.LITRES, exactly(300))


def test_several_calibres_are_counted_together() -> None:
    (line,) = package(early(item="152 mm, 125 mm and 122 mm artillery ammunition")).lines
    assert [one.calibre for one in line.of] == [Calibre(152), Calibre(125), Calibre(122)]


def test_price_of_another_sort_is_an_estimate() -> None:
    assert package(early(price_source="Miscellaneous")).lines[0].basis is Basis.ESTIMATED
    assert package(early(price=".", line_value="No price")).lines[0].basis is Basis.STATED
    assert package(early(price=" 3193503.68 \n")).lines[0].unit_price == exactly(Money("3193503.68", "USD"))


def test_sources_are_records_with_addresses() -> None:
    rows = [
        early(source=".https://example.org/a", source_2="Ministry, by e-mail"),
        early(source="https://example.org/a", source_2="https://example.org/" + "x" * 700),
    ]
    sources = kiel.read(rows).ledger.sources
    assert {source.url for source in sources.values() if source.url and len(source.url) < 99} == {
        "https://example.org/a"
    }
    assert str(sources["Ministry, by e-mail"].title) == "Ministry, by e-mail"
    assert len(sources) == 3


def test_cell_that_is_no_text_is_no_source() -> None:
    assert not kiel.read([early(source=5)]).ledger.sources


def test_records_cite_the_release_at_their_rows() -> None:
    release = Source(id="NLM1", published="2022-10-11")
    ledger = kiel.read([early(), early(item="helmet", total=None, delivered=3)], source=release).ledger
    found = ledger.commitments["NLM1 (2)"]
    assert [citation.at for citation in found.citations if citation.source == "NLM1"] == ["row 2", "row 3"]
    (claim,) = ledger.claims.values()
    assert claim.citations[-1].at == "row 3"
    assert not ledger.undated


@pytest.mark.parametrize("amounts", ["dollars", "", None, 5])
def test_other_ways_of_counting_are_refused(amounts: Any) -> None:
    with pytest.raises(InvalidValueError, match="'native', 'eur', 'redistributed'"):
        kiel.read([later()], amounts=amounts)


@pytest.mark.parametrize("initiatives", [["a"], "a", {1: "a"}, {"a": None}])
def test_initiatives_that_map_nothing_are_refused(initiatives: Any) -> None:
    with pytest.raises(WrongTypeError, match="initiatives"):
        kiel.read([later()], initiatives=initiatives)


@pytest.mark.parametrize(
    ("row", "gone", "amounts", "named"),
    [
        (later(), ["ID"], "native", "'ID' or 'activity_id'"),
        (later(), ["countries"], "native", "'donor'"),
        (later(), ["Announcement Date"], "native", "'announcement_date'"),
        (later(), ["Type of Aid General"], "native", "'aid_type_general'"),
        (later(), ["Allocation ID"], "native", "'Allocation ID'"),
        (later(), ["Type of donation"], "native", "'measure'"),
        (later(), ["Allocated Total"], "native", "'Allocated Total'"),
        (later(), ["Total "], "native", "'Total'"),
        (later(), ["Original Currency"], "native", "'Original Currency'"),
        (later(), ["Converted Value in EUR"], "eur", "'Converted Value in EUR'"),
        (later(), ["Allocated Total in EUR (redistributed)"], "redistributed", "(redistributed)"),
        (early(), [], "redistributed", "(redistributed)"),
        (early(), ["Total ", "Monetary Value as Given by Source"], "native", "'Total'"),
    ],
)
def test_table_without_a_needed_column_is_refused(
    row: dict[Any, Any], gone: list[str], amounts: Any, named: str
) -> None:
    rest = {heading: cell for heading, cell in row.items() if heading not in gone}
    with pytest.raises(InvalidValueError) as raised:
        kiel.read([rest], amounts=amounts)
    assert named in str(raised.value)


def test_columns_that_are_not_needed_may_be_missing() -> None:
    least = ["ID", "countries", "Announcement Date", "Type of Aid General", "Original Currency"]
    rest = {heading: EARLY[heading] for heading in [*least, "Monetary Value as Given by Source"]}
    found = package(rest)
    assert (found.value, found.lines, found.note) == (exactly(Money(1000, "EUR")), (), None)
    euros = {heading: later()[heading] for heading in [*least[:4], "Type of donation", "Allocation ID"]}
    euros |= {"Converted Value in EUR": 5, "Allocated Total in EUR": 4}
    assert kiel.read([euros], amounts="eur").ledger.commitments["NLM1_1"].value == exactly(Money(4, "EUR"))


CELLS = st.one_of(
    st.none(),
    st.integers(-5, 5000),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.text(max_size=8),
    st.sampled_from(
        [".", "Not given", "undisclosed", "1.000.00", "Military", "Allocation", "EUR", "2022-2023", [], {}]
    ),
)


@given(st.lists(st.dictionaries(st.sampled_from(list(NAMES)), CELLS, max_size=12), max_size=6), st.booleans())
def test_whatever_the_cells_hold_every_row_is_accounted_for(rows: list[dict[str, Any]], allocating: bool) -> None:
    make = later if allocating else early
    known = set(NAMES) if allocating else {name for name, heading in NAMES.items() if heading in EARLY}
    table = [make(**{name: cell for name, cell in row.items() if name in known}) for row in rows]
    reading = kiel.read([make(), *table])
    lost = {problem.row for problem in reading.problems if problem.fatal}
    assert reading.rows_structured + reading.rows_blank + len(lost) == reading.rows_read == len(rows) + 1
    assert loads(dumps(reading.ledger)) == reading.ledger


class NAType:
    """Like pandas' missing value, which compares with nothing and is neither true nor false."""

    def __eq__(self, other: object) -> Any:
        return self

    def __ne__(self, other: object) -> Any:
        return self

    def __hash__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")


class Array:
    """Like NumPy's arrays, which compare item by item, and are then neither true nor false."""

    def __eq__(self, other: object) -> Any:
        return self

    def __hash__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        raise ValueError("the truth value of an array with more than one element is ambiguous")

    def __repr__(self) -> str:
        return "array([1, 2])"


LAST = datetime.fromisoformat("9999-12-31")
ODD_CELLS = [
    *[
        "up to -5",
        "-5",
        "up to 0",
        "about -3",
        "between -5 and 5",
        "1e400",
        "9" * 40,
        "20.000",
        "dozens",
        "0000",
        "2024??",
    ],
    *[
        "5" + "?" * 1000,
        "~" * 1000 + "5",
        "x" * 20_000,
        "\x00",
        "\ud800",
        "a\nb",
        "(2)",
        "UNDP/FAO",
        "Czech initiative" * 50,
    ],
    *[10**29, 10**400, -(10**29), 1e300, float("inf"), float("nan"), Decimal("NaN"), Decimal("1e50"), -0.0, True],
    *[NAType(), Array(), [1], {}, b"x", object(), LAST, LAST.date()],
]


@pytest.mark.parametrize("amounts", ["native", "eur"])
@pytest.mark.parametrize("column", [*NAMES.values(), "Total monetary value delivered in EUR", "month", "Short term"])
def test_no_cell_ends_a_reading(column: str | None, amounts: Any) -> None:
    for make in (early, later):
        base: dict[Any, Any] = {**make(), "Total monetary value delivered in EUR": 5, "month": 6, "Short term": 1}
        if column not in base:
            continue
        other = _named(base, "FRM1")
        alone = kiel.read([other], amounts=amounts).ledger.commitments["FRM1"]
        rows = [other]
        for at, cell in enumerate(ODD_CELLS):  # in the first row of a package, and beside a plain one
            rows += [{**_named(base, f"A{at}"), column: cell}, _named(base, f"B{at}")]
            rows += [{**_named(base, f"B{at}"), column: cell}]
        reading = kiel.read(rows, amounts=amounts)
        lost = {problem.row for problem in reading.problems if problem.fatal}
        assert reading.rows_read == len(rows) == reading.rows_structured + len(lost)
        assert reading.ledger.commitments["FRM1"] == alone
        assert {f"B{at}" for at in range(len(ODD_CELLS))} <= reading.ledger.commitments.keys()
        assert all(account.sum == account.counted + account.set_aside for account in reading.accounts())


def _named(row: dict[Any, Any], id: str) -> dict[Any, Any]:
    return {**row, "ID": id, **({"Allocation ID": f"{id}_1"} if "Allocation ID" in row else {})}


def test_equipment_stays_as_it_is_written() -> None:
    (line,) = package(early(item="127mm MLRS", category="Heavy weapon")).lines
    assert line.of == (Equipment(description="127mm MLRS", lethal=True),)
