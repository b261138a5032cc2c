"""No amount of Kiel's tables is lost: sums of the sheets alone, beside what the readings of them add up to."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import openpyxl
import pytest

from ukraine_support import Commitment, Estimate, Ledger, Money, Stage
from ukraine_support.analysis import RateTable, totals
from ukraine_support.interchange import Reading, kiel
from ukraine_support.reference import find_party

Sums: TypeAlias = dict[tuple[Any, ...], Decimal]
Ways: TypeAlias = Literal["native", "eur", "redistributed"]

SHEETS = {"release-07.xlsx": "Bilateral assistance, MAIN DATA", "release-18-main-data.xlsx": ""}
EARLY, LATER = SHEETS
READINGS = [(EARLY, "native"), (EARLY, "eur"), (LATER, "native"), (LATER, "eur"), (LATER, "redistributed")]
DELIVERED = "Total monetary value delivered in EUR"
COLUMNS = {  # the columns of packages and of allocations
    "native": ("Total ", "Allocated Total"),
    "eur": ("Converted Value in EUR", "Allocated Total in EUR"),
    "redistributed": ("Converted Value in EUR", "Allocated Total in EUR (redistributed)"),
}
RAISED = {"EEF1", "EEH3", "NLM18", "USF1"}
"""Packages of release 18 without an amount, of which parts have one."""


@cache
def sheet(path: Path) -> tuple[dict[str, Any], ...]:
    """The rows of the main sheet; of a heading that stands twice, the first counts."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    heading, *rows = book[SHEETS[path.name] or book.sheetnames[0]].iter_rows(values_only=True)
    book.close()
    return tuple(dict(reversed(list(zip(heading, row, strict=True)))) for row in rows)


@cache
def read(path: Path, amounts: Ways) -> Reading:
    return kiel.read(sheet(path), amounts=amounts)


def added_up(rows: tuple[dict[str, Any], ...], column: str, *, native: bool, measure: str | None = None) -> Sums:
    """The sums of a column by donor, type of aid and currency, with nothing but arithmetic."""
    sums: Sums = defaultdict(Decimal)
    for row in rows:
        cell = row[column]
        if isinstance(cell, int | float) and measure in (None, row.get("Type of donation")):
            donor = find_party(row.get("Countries") or row["countries"])
            currency = row["Original Currency"] if native else "EUR"
            sums[donor, row["Type of Aid General"].strip().lower(), currency] += Decimal(str(cell))
    return sums


def totalled(ledger: Ledger, stage: Stage) -> Sums:
    """What `totals` makes of a ledger, by the same keys; each currency is its own key, so one for one is no matter."""
    currencies = {end.currency.code for found in ledger.commitments.values() for end in ends(found.value)}
    rates = RateTable.constant("EUR", dict.fromkeys(sorted(currencies - {"EUR"}), "1"))
    keys: Any = ("donor", "category", currency_of)
    table = totals(ledger, by=keys, currency="EUR", rates=rates, stage=stage)
    return {key: total.value.low.amount for key, total in table.items() if total.value.low is not None}


def ends(value: Estimate[Money]) -> Iterator[Money]:
    return (end for end in (value.low, value.high) if end is not None)


def currency_of(commitment: Commitment) -> str:
    return next((end.currency.code for end in ends(commitment.value)), "")


def without_raised(ledger: Ledger) -> Ledger:
    """The ledger without the parts of packages that have no amount: known parts raise an undisclosed whole."""
    return ledger.without({part.id for id in RAISED for part in ledger.parts_of(id)})


def differences(ours: Sums, theirs: Sums) -> dict[tuple[Any, ...], Decimal]:
    both = {key: ours.get(key, Decimal(0)) - theirs.get(key, Decimal(0)) for key in ours.keys() | theirs.keys()}
    return {key: difference for key, difference in both.items() if abs(difference) > Decimal("1e-6")}


@pytest.mark.parametrize("amounts", ["native", "eur"])
def test_release_7_has_every_amount_of_its_packages(shared_data: Path, amounts: Ways) -> None:
    path = shared_data / "kiel" / EARLY
    column, _ = COLUMNS[amounts]
    theirs = added_up(sheet(path), column, native=amounts == "native")
    ledger = read(path, amounts).ledger
    estimated = {
        id
        for id, found in ledger.commitments.items()
        if not any(isinstance(row[column], int | float) for row in sheet(path) if row["ID"] == id)
        and not found.value.is_unknown
    }
    assert differences(totalled(ledger.without(estimated), Stage.COMMITTED), theirs) == {}
    assert bool(estimated) is (amounts == "native")  # what the source gave, or the items at their prices
    assert amounts == "eur" or "DEM2" in estimated  # which has an amount of its source's, and no total


@pytest.mark.parametrize("amounts", ["native", "eur", "redistributed"])
def test_release_18_has_every_amount_of_its_packages_and_allocations(shared_data: Path, amounts: Ways) -> None:
    path = shared_data / "kiel" / LATER
    native = amounts == "native"
    whole, part = COLUMNS[amounts]
    ledger = read(path, amounts).ledger
    committed = totalled(without_raised(ledger), Stage.COMMITTED)
    assert differences(committed, added_up(sheet(path), whole, native=native)) == {}
    allocated = added_up(sheet(path), part, native=native, measure="Allocation")
    assert differences(totalled(ledger, Stage.ALLOCATED), allocated) == {}
    assert added_up(sheet(path), part, native=native, measure="Commitment") == {}


def test_four_packages_of_release_18_have_an_amount_in_their_parts_alone(shared_data: Path) -> None:
    ledger = read(shared_data / "kiel" / LATER, "eur").ledger
    undisclosed = {id for id, found in ledger.commitments.items() if not found.part_of and found.value.is_unknown}
    parts = {id: [part.value.low for part in ledger.parts_of(id) if part.value.low is not None] for id in undisclosed}
    assert {id for id, known in parts.items() if known} == RAISED
    raised = Money.sum((value for known in parts.values() for value in known), "EUR")
    assert round(raised.amount / 10**9, 3) == Decimal("0.496")


@pytest.mark.parametrize(("name", "amounts"), READINGS)
def test_what_kiel_says_was_delivered_is_claimed_or_set_aside(shared_data: Path, name: str, amounts: Ways) -> None:
    path = shared_data / "kiel" / name
    reading = read(path, amounts)
    theirs = added_up(sheet(path), DELIVERED, native=False)
    ours: Sums = defaultdict(Decimal)
    for claim in reading.ledger.claims.values():
        if claim.value.low is not None:
            about = reading.ledger.commitments[claim.about]
            assert claim.stage is Stage.DELIVERED
            assert claim.line is None
            assert currency_of(about) in ("EUR", "")
            ours[about.donors[0], about.kind, "EUR"] += claim.value.low.amount
    if amounts != "native":
        assert differences(ours, theirs) == {}
    (account,) = [account for account in reading.accounts() if account.column == DELIVERED]
    assert account.sum.low == sum(theirs.values())
    assert account.counted.low == sum(ours.values())
    assert (account.set_aside.low == 0) is (amounts != "native")
    kept = {
        (found.id, heading): Decimal(text)
        for found in reading.ledger.commitments.values()
        for heading, text in found.extras.items()
        if heading.startswith(DELIVERED)
    }
    of_parts = {found.part_of for found in map(reading.ledger.commitments.get, (id for id, _ in kept)) if found}
    in_extras = sum((amount for (id, _), amount in kept.items() if id not in of_parts), Decimal(0))
    assert account.set_aside.low is not None
    assert abs(in_extras - account.set_aside.low) < Decimal("1e-6")


@pytest.mark.parametrize(("name", "amounts"), READINGS)
def test_accounts_are_the_sums_of_the_columns(shared_data: Path, name: str, amounts: Ways) -> None:
    path = shared_data / "kiel" / name
    found: dict[str, Decimal] = {}
    for account in read(path, amounts).accounts():
        assert account.sum == account.counted + account.set_aside
        assert account.sum.is_exact
        found[account.column] = found.get(account.column, Decimal(0)) + Decimal(account.sum.low or 0)
    spelt = {heading.strip(): heading for heading in sheet(path)[0] if heading}
    expected = {
        column: sum(Decimal(str(row[spelt[column]])) for row in sheet(path) if is_number(row[spelt[column]]))
        for column in found
    }
    assert {column: found[column] - expected[column] for column in found} == dict.fromkeys(found, 0)
    assert len(found) == (6 if name == EARLY else 9)


def is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) or (isinstance(cell, str) and cell.strip().replace(".", "", 1).isdigit())
