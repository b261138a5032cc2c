from datetime import date

import pytest

from analysis.promises import eur, exact, gift, goods, least, ledger
from ukraine_support import Country, CurrencyMismatchError, Equipment, Initiative, Line, Money, UnnamedParty
from ukraine_support.analysis import RateTable, SharingKey, flows
from ukraine_support.reference import EU

DE, FR, KR, NL, UA, US = (Country(code) for code in ("DE", "FR", "KR", "NL", "UA", "US"))
UNKNOWN_SUPPLIER = UnnamedParty(description="unknown supplier")


def test_the_funder_is_not_the_supplier() -> None:
    table = flows(ledger(goods("guns", donors=[DE], suppliers=[KR], value=eur(9)), gift("cash", 5)))
    assert table.names == ("funder", "supplier", "recipient")
    assert {key: cell.value for key, cell in table.items()} == {(DE, KR, UA): exact(9), (NL, None, UA): exact(5)}


def test_goods_without_a_value_are_counted_as_undisclosed() -> None:
    order = goods("guns", Line(Equipment(), 3), donors=[], suppliers=[UNKNOWN_SUPPLIER])
    cell = flows(ledger(order), currency="EUR")[None, UNKNOWN_SUPPLIER, UA]
    assert (cell.value, cell.commitments, cell.undisclosed) == (least(0), 1, 1)


def test_the_suppliers_of_an_initiative_stand_in_where_a_commitment_names_none() -> None:
    czech = Initiative(id="czech", suppliers=[KR, US])
    money = gift("money", 5, towards="czech")
    own = gift("own", 7, towards="czech", suppliers=[FR])
    table = flows(ledger(money, own, initiatives=[czech]))
    assert table[NL, (KR, US), UA].value == exact(5)
    assert table[NL, FR, UA].value == exact(7)
    assert table.rows()[1]["supplier"] == "KR; US"


def test_options_are_those_of_totals() -> None:
    given_ = ledger(
        gift("a", Money("8", "USD"), donors=[EU], announced="2022-03-01"),
        gift("b", 1, stage="proposed"),
        gift("c", 2, announced="2023-01-01"),
    )
    rates = RateTable.constant("EUR", {"USD": "2"})
    table = flows(
        given_, rates=rates, stage="proposed", as_of=date(2022, 12, 31), attribution={EU: SharingKey({DE: 1})}
    )
    assert {key: cell.value for key, cell in table.items()} == {(DE, None, UA): exact(4)}
    with pytest.raises(CurrencyMismatchError):
        flows(given_)
