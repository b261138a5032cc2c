"""How many of what is promised have come how far: real ledgers, money, rankings, and what is refused."""

from collections import Counter
from collections.abc import Hashable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

from ukraine_support import (
    ArtilleryShell,
    Claim,
    Country,
    CurrencyMismatchError,
    FinancialCommitment,
    InvalidValueError,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    RateNotFoundError,
    Stage,
    Support,
    WrongTypeError,
    at_least,
    between,
    exactly,
)
from ukraine_support.analysis import RateTable, progress, quantities, ranking, relative
from ukraine_support.interchange import kiel
from ukraine_support.reference import EU, find_party
from ukraine_support.serialisation import loads

DE, NL = Country("DE"), Country("NL")
SHELL: Final = ArtilleryShell(calibre="155 mm")


def _promise(id: str, *lines: Line, donor: Country = NL, **more: Any) -> MilitaryCommitment:
    return MilitaryCommitment(**{"id": id, "donors": [donor], "stage": "pledged", "lines": lines} | more)


LEDGER: Final = Ledger(
    commitments=[_promise("a", Line(SHELL, 1_000)), _promise("b", Line(SHELL, 100), donor=DE)],
    claims=[
        Claim(id="c", about="a", stage="delivered", quantity=250),
        Claim(id="d", about="b", stage="dispatched", share=1),
    ],
)


# The account of Paris


@pytest.fixture
def paris(root: Path) -> Ledger:
    return loads((root / "seeds/paris-2024.json").read_text(encoding="utf-8"))


def test_paris_keeps_the_contradiction(paris: Ledger) -> None:
    cell = progress(paris, of=Munition(calibre="155 mm"), by="donor", as_of=date(2024, 2, 27))[EU]
    assert cell.promised == exactly(1_000_000)
    assert (cell.delivered.low, cell.delivered.high, cell.disputed) == (300_000, 500_000, 1)
    assert (cell.outstanding.low, cell.outstanding.high, cell.unreported) == (500_000, 700_000, 0)


def test_paris_tells_what_is_sought_apart_from_what_is_promised(paris: Ledger) -> None:
    table = quantities(paris, of=[Munition(calibre="155 mm"), Munition(calibre="122 mm")], by="calibre")
    assert {str(key): cell.quantity for key, cell in table.items() if cell.lines} == {"155 mm": exactly(1_000_000)}
    assert table.sought == exactly(800_000)
    assert quantities(paris, of=Munition(calibre="122 mm")).sought == between(0, 800_000)
    assert quantities(paris, of=Munition(calibre="122 mm")).whole.wider == 1


# Kiel's own tables


Sums = Mapping[tuple[Hashable, str], Decimal]


@pytest.fixture(scope="module")
def release_18(shared_data: Path) -> tuple[Ledger, Sums, Sums]:
    """The ledger, and what Kiel's columns of units add up to: committed and delivered, by donor and heavy weapon."""
    book = openpyxl.load_workbook(shared_data / "kiel/release-18-main-data.xlsx", read_only=True, data_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    head = [str(name) for name in rows[0]]
    columns = ("No. of Units", "No. of Units Delivered (in-kind military aid)")
    committed, delivered = ({name: head.index(name) for name in columns}[name] for name in columns)
    sums: list[Counter[tuple[Hashable, str]]] = [Counter(), Counter()]
    for row in rows[1:]:
        if row[head.index("Type of Item")] == "Heavy weapon":
            donor = find_party(str(row[head.index("Countries")]))
            for found, at in zip(sums, (committed, delivered), strict=True):
                found[donor, str(row[head.index("Sub-type of item")])] += _number(row[at])  # type: ignore[assignment]
    return kiel.read(iter(rows), amounts="redistributed").ledger, *sums  # type: ignore[return-value]


def _number(cell: object) -> Decimal:
    try:
        return Decimal(str(cell))
    except InvalidOperation:
        return Decimal(0)


def heavy(line: Line) -> str | None:
    """Kiel's own type of a heavy weapon."""
    return line.extras.get("Sub-type of item") if line.extras.get("Type of Item") == "Heavy weapon" else None


def _heavy_kinds(ledger: Ledger) -> list[Support]:
    lines = (line for one in ledger.commitments.values() for line in one.lines if heavy(line))
    return list(dict.fromkeys(kind for line in lines for kind in line.of))


def test_kiels_heavy_weapons_come_out(release_18: tuple[Ledger, Sums, Sums]) -> None:
    ledger, committed, delivered = release_18
    of, by = _heavy_kinds(ledger), ("donor", heavy, "unit")
    table = quantities(ledger, of=of, by=by, stage="committed")
    assert _by_type({key: cell.quantity.low for key, cell in table.items()}) == _above_zero(committed)
    told = progress(ledger, of=of, by=by, stage="committed")
    assert _by_type({key: cell.delivered.low for key, cell in told.items()}) == _above_zero(delivered)
    assert len({type for _, type in committed}) == 42


def _by_type(lows: Mapping[Any, Any]) -> Sums:
    found: Counter[tuple[Hashable, str]] = Counter()
    for (donor, type, _), low in lows.items():
        if type is not None:
            found[donor, type] += Decimal(low or 0)  # type: ignore[assignment]
    return _above_zero(found)  # type: ignore[arg-type]


def _above_zero(sums: Sums) -> Sums:
    return {key: round(number, 6) for key, number in sums.items() if number}


# Money, rankings, rows


def test_parts_in_two_currencies_raise_what_is_promised_in_money() -> None:
    parts = [
        FinancialCommitment(id=code, stage="pledged", part_of="whole", value=Money(4, code)) for code in ("EUR", "USD")
    ]
    ledger = Ledger(commitments=[FinancialCommitment(id="whole", stage="pledged"), *parts])
    table = progress(ledger, of=None, currency="EUR", rates=RateTable.constant("EUR", {"USD": "2"}))
    assert table.whole.promised == at_least(Money(6, "EUR"))


def test_money_is_asked_for_without_kinds() -> None:
    loan = FinancialCommitment(id="loan", donors=[NL], stage="pledged", value=Money("500", "EUR"))
    aid = FinancialCommitment(id="aid", donors=[DE], stage="pledged", value=Money("100", "USD"))
    paid = Claim(id="paid", about="aid", stage="disbursed", value=Money("50", "USD"))
    ledger = Ledger(commitments=[loan, aid], claims=[paid])
    table = progress(ledger, of=None, by="donor", rates=RateTable.constant("EUR", {"USD": "2"}))
    assert (table.of, table.unit, str(table.currency)) == ((), None, "EUR")
    assert (table[DE].promised, table[DE].delivered) == (exactly(Money(50, "EUR")), exactly(Money(25, "EUR")))
    assert table[NL].outstanding == between(Money(0, "EUR"), Money(500, "EUR"))
    assert table.rows()[0]["promised_low"] == 50
    with pytest.raises(CurrencyMismatchError):
        progress(ledger, of=None)
    with pytest.raises(RateNotFoundError, match="'aid'"):
        progress(ledger, of=None, rates=RateTable("EUR", {}))
    nothing = progress(Ledger(commitments=[FinancialCommitment(id="aid", stage="pledged")]), of=None)[()]
    assert (nothing.promised.is_unknown, nothing.undisclosed, nothing.unreported) == (True, 1, 1)


def test_another_stage_may_be_asked() -> None:
    cell = progress(LEDGER, of=SHELL, by="donor", reached="dispatched")
    assert (cell[DE].delivered, cell[NL].delivered) == (exactly(100), at_least(250))
    assert progress(LEDGER, of=SHELL, stage=Stage.COMMITTED).whole.commitments == 0


def test_a_table_prints_as_one_line_and_gives_rows() -> None:
    table = progress(LEDGER, of=SHELL, by="donor")
    assert repr(table) == "<Progress by donor: 2 of them>"
    assert list(table.__rich_repr__())[-1] == ("NL", "1000, 250, 750, 0.25, 1, 0, 0")
    assert (table[NL].share, table.whole.promised) == (exactly(Decimal("0.25")), exactly(1_100))
    assert table.rows()[1] == {
        "donor": "NL",
        "unit": "rounds",
        "currency": None,
        "promised_low": 1_000,
        "promised_high": 1_000,
        "promised_approximate": False,
        "delivered_low": 250,
        "delivered_high": 250,
        "delivered_approximate": False,
        "outstanding_low": 750,
        "outstanding_high": 750,
        "outstanding_approximate": False,
        "share_low": Decimal("0.25"),
        "share_high": Decimal("0.25"),
        "share_approximate": False,
        "commitments": 1,
        "undisclosed": 0,
        "wider": 0,
        "disputed": 0,
        "unreported": 0,
    }


def test_tables_are_ranked_and_divided() -> None:
    table = quantities(LEDGER, of=SHELL, by="donor")
    assert relative(table, {DE: 200, NL: 500}) == {DE: exactly(Decimal("0.5")), NL: exactly(Decimal(2))}
    assert [rank.key for rank in ranking(table)] == [NL, DE]
    told = progress(LEDGER, of=SHELL, by="donor")
    assert [(rank.key, rank.value) for rank in ranking(told)] == [(NL, exactly(250)), (DE, between(0, 100))]
    assert relative(told, lambda key: 1_000)[NL] == exactly(Decimal("0.25"))


def test_a_ranking_by_the_certain_part_leaves_no_place_open() -> None:
    undisclosed = Ledger(commitments=[*LEDGER.commitments.values(), _promise("c", Line(SHELL), donor=DE)])
    table = quantities(undisclosed, of=SHELL, by="donor")
    assert [(rank.first, rank.last) for rank in ranking(table)] == [(1, 2), (1, 2)]
    assert [(rank.key, rank.first, rank.last) for rank in ranking(table, by="low")] == [(NL, 1, 1), (DE, 2, 2)]
    with pytest.raises(InvalidValueError, match=r"ranking\.by: 'high' is none of them"):
        ranking(table, by="high")  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match="pass the result of"):
        relative({}, {})


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"of": "shells"}, "progress.of"),
        ({"by": "caliber"}, "progress.by"),
        ({"of": None, "by": "calibre"}, "progress.by"),
        ({"rates": {}}, "progress.rates"),
        ({"prices": {}}, "progress.prices"),
        ({"tolerance": 2}, "tolerance"),
        ({"reached": "given"}, "'given'"),
    ],
)
def test_what_it_cannot_use_it_refuses(more: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        progress(LEDGER, **({"of": SHELL} | more))
