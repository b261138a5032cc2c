"""The workbooks that Kiel published add up to what Kiel published."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import openpyxl
import pytest

from ukraine_support import Country, Equipment, Money, Sourcing, Stage, Tank
from ukraine_support.analysis import RateTable, totals
from ukraine_support.interchange import kiel
from ukraine_support.reference import find_party
from ukraine_support.serialisation import dumps, loads

OMITTED_BY_KIEL = {"CAF6", "DKM3", "DEM2", "ESM7"}
WITHOUT_AMOUNT = {"EEF1", "EEH3", "NLM18", "USF1"}


@pytest.fixture(scope="module")
def early(shared_data: Path) -> Iterator[Any]:
    book = openpyxl.load_workbook(shared_data / "kiel" / "release-07.xlsx", read_only=True, data_only=True)
    yield book
    book.close()


@pytest.fixture(scope="module")
def later(shared_data: Path) -> list[tuple[Any, ...]]:
    path = shared_data / "kiel" / "release-18-main-data.xlsx"
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = list(book[book.sheetnames[0]].iter_rows(values_only=True))
    book.close()
    return rows


def test_release_7_adds_up_to_the_country_summary(early: Any) -> None:
    rows = list(early["Bilateral assistance, MAIN DATA"].iter_rows(values_only=True))
    reading = kiel.read(rows)
    assert (reading.rows_read, reading.rows_structured, reading.problems) == (1032, 1032, ())
    rates = {
        code: str(rate)
        for code, rate in early["Exchange rates"].iter_rows(min_row=2, min_col=2, max_col=3, values_only=True)
        if isinstance(rate, int | float)
    }
    ledger = reading.ledger.without(OMITTED_BY_KIEL)
    ours = totals(ledger, by=("donor", "category"), currency="EUR", rates=RateTable.constant("EUR", rates))
    published = [
        ((find_party(line[1]), kind), Decimal(str(line[column])))
        for line in early["Country Summary"].iter_rows(min_row=4, max_row=47, values_only=True)
        if isinstance(line[3], int | float) and line[1] != "Total"
        for kind, column in (("financial", 3), ("humanitarian", 4), ("military", 5))
    ]
    assert len(published) == 123
    for key, billions in published:
        value = ours[key].value.low if key in ours else None
        amount = Decimal(0) if value is None else value.amount
        assert abs(amount / 10**9 - billions) < Decimal("1e-9"), key


def test_release_7_reads_alike_from_mappings_and_from_texts(early: Any) -> None:
    heading, *lines = early["Bilateral assistance, MAIN DATA"].iter_rows(max_row=300, values_only=True)
    expected = kiel.read([heading, *lines]).ledger
    named = [f"Unnamed: {at}" if text is None else text for at, text in enumerate(heading)]
    named = [f"{text}.1" if text in named[:at] else text for at, text in enumerate(named)]
    pandas = [
        dict(zip(named, [float("nan") if cell is None else cell for cell in line], strict=True)) for line in lines
    ]
    assert kiel.read(pandas).ledger.claims == expected.claims
    values = {id: commitment.value for id, commitment in expected.commitments.items()}
    assert {id: found.value for id, found in kiel.read(pandas).ledger.commitments.items()} == values
    texts = [["" if cell is None else str(cell) for cell in line] for line in (heading, *lines)]
    from_texts = kiel.read(texts)
    assert not from_texts.problems
    assert {id: found.value for id, found in from_texts.ledger.commitments.items()} == values
    assert {id: found.announced for id, found in from_texts.ledger.commitments.items()} == {
        id: found.announced for id, found in expected.commitments.items()
    }


@pytest.mark.parametrize(
    ("amounts", "stage", "billions"),
    [
        ("eur", Stage.COMMITTED, "310.088"),
        ("redistributed", Stage.COMMITTED, "310.088"),
        ("eur", Stage.ALLOCATED, "203.101"),
        ("redistributed", Stage.ALLOCATED, "203.101"),
    ],
)
def test_release_18_adds_up_to_the_published_sums(
    later: list[tuple[Any, ...]], amounts: Literal["eur", "redistributed"], stage: Stage, billions: str
) -> None:
    reading = kiel.read(later, amounts)
    assert (reading.rows_read, reading.rows_structured, reading.rows_blank) == (3737, 3737, 0)
    ledger = reading.ledger
    if stage is Stage.COMMITTED:  # Kiel leaves out the packages without an amount, though parts of them have one
        ledger = ledger.without({part.id for id in WITHOUT_AMOUNT for part in ledger.parts_of(id)})
    table = totals(ledger, by="donor", currency="EUR", stage=stage)
    known = {donor: total.value.low.amount for donor, total in table.items() if total.value.low is not None}
    assert abs(sum(known.values(), Decimal(0)) / 10**9 - Decimal(billions)) < Decimal("0.001")
    if (amounts, stage) == ("redistributed", Stage.ALLOCATED):
        assert abs(known[Country("US")] / 10**9 - Decimal("75.097")) < Decimal("0.001")


def test_release_18_is_packages_with_their_parts(later: list[tuple[Any, ...]]) -> None:
    labels = dict.fromkeys(("NLM16_6", "NLM16_8", "NOM11_1", "BEM17_1"), "Czech ammunition initiative")
    reading = kiel.read(later, initiatives=labels)
    ledger = reading.ledger
    found = list(ledger.commitments.values())
    assert sum(commitment.part_of is None for commitment in found) == 1235
    assert sum(commitment.stage is Stage.ALLOCATED for commitment in found) == 1681
    assert all(commitment.donors for commitment in found)
    assert {"USM10_1", "USM10_1 (2)", "AUH5_1", "AUH5_1 (2)"} <= set(ledger.commitments)
    assert {labels: ledger.commitments[labels].towards for labels in labels} == dict.fromkeys(
        labels, "czech-initiative"
    )
    czech = ledger.contributions_to("czech-initiative")
    assert len(czech) > len(labels)
    assert sorted(problem.value for problem in reading.problems) == [
        "2024.33333333333",
        "until 06/31/2022",
        "until 6/31/2023",
    ]
    assert all(not problem.fatal for problem in reading.problems)
    assert ledger.commitments["DEM1"].value.low == sum(
        (part.value.low for part in ledger.parts_of("DEM1") if part.stage is Stage.COMMITTED and part.value.low),
        Money(0, "EUR"),
    )
    assert loads(dumps(ledger)) == ledger


UNTYPED = {"military equipment", "humanitarian", "spare parts", "training"}
"""What Kiel's sub-type says where it is of no weapon and no vehicle."""


def test_release_18_is_sorted_into_classes(later: list[tuple[Any, ...]]) -> None:
    ledger = kiel.read(later, amounts="redistributed").ledger
    lines = [line for commitment in ledger.commitments.values() for line in commitment.lines]
    typed = [line for line in lines if line.extras.get("Sub-type of item", "Training").casefold() not in UNTYPED]
    kinds = [kind for line in typed for kind in line.of if isinstance(kind, Equipment)]
    bare = [kind for kind in kinds if type(kind) is Equipment]
    assert len(kinds) > 800
    assert len(bare) <= len(kinds) * 3 // 100
    tanks = [kind for kind in kinds if isinstance(kind, Tank)]
    assert {kind.designation for kind in tanks} >= {"Leopard 2A4", "T-72", "Challenger 2"}
    assert all(kind.calibre is not None for kind in kinds if isinstance(kind, Tank) and kind.designation != "M-55S")


def test_release_18_tells_stock_from_industry(later: list[tuple[Any, ...]]) -> None:
    commitments = kiel.read(later, amounts="redistributed").ledger.commitments.values()
    told = Counter(commitment.sourcing for commitment in commitments)
    assert told[Sourcing.INDUSTRY] > 40
    assert told[Sourcing.STOCK] > 20
    assert told[None] > sum(told.values()) // 2
    stock = [commitment for commitment in commitments if commitment.sourcing is Sourcing.STOCK]
    assert {commitment.extras["Industry dummy"].casefold() for commitment in stock} <= {"bw", "army stocks"}
