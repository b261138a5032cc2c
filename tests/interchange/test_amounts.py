"""The accounts of amounts: what a column holds is what counts and what is set aside, each with its rows."""

import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import (
    Currency,
    Estimate,
    FinancialCommitment,
    InvalidValueError,
    WrongTypeError,
    about,
    at_least,
    at_most,
    exactly,
)
from ukraine_support.display import describe
from ukraine_support.interchange import Accounts, Column, ColumnAccount, Portion, Reading, Sheet

EURO, DOLLAR = Currency("EUR"), Currency("USD")
COLUMNS = (Column("id", ["ID"]), Column("sum", ["Sum"]), Column("sold", ["Sold for"]))


def read(*rows: tuple[Any, ...], aside: str = "") -> Reading:
    """A reader of one's own: amounts in EUR, of which those of the id "again" are set aside."""
    sheet = Sheet([["ID", "Sum"], *map(list, rows)], COLUMNS)
    records = []
    for row in sheet:
        value = row.amount("sum", "EUR")
        id = row.text("id")
        if id is None:
            row.problem("id", "the row has no id", fatal=True)
        elif id == "again":
            row.set_aside("sum", "told before")
        elif id == "sum":
            row.pass_over("a line of sums")
        else:
            records.append(FinancialCommitment(id=f"{id}-{row.number}", stage="pledged", value=value, correction=True))
    return sheet.reading(records)


def test_amounts_that_a_reader_asks_for_are_accounted_for() -> None:
    reading = read(("a", "1,000"), ("again", 1000), ("b", "0.5"), (None, 7), ("sum", 1000.5), ("c", "."))
    (account,) = reading.accounts()
    assert (account.column, account.currency) == ("Sum", EURO)
    assert [(portion.sum, portion.rows, portion.reason) for portion in account.portions] == [
        (exactly(Decimal("1000.5")), (2, 4), ""),
        (exactly(1000), (3,), "told before"),
        (exactly(7), (5,), "the row yields no record"),
        (exactly(Decimal("1000.5")), (6,), "the row is passed over"),
    ]
    assert (account.sum, account.counted) == (exactly(3008), exactly(Decimal("1000.5")))
    assert account.set_aside == exactly(Decimal("2007.5"))


def test_accounts_are_told_as_a_table_and_as_rows() -> None:
    accounts = read(*[("a", at) for at in range(1, 8)], ("again", "up to 5"), ("again", "more than 2")).accounts()
    assert len(accounts) == 1
    assert str(accounts).splitlines() == [
        "column  currency  what       amount   rows                      why",
        "Sum     EUR       sum        unknown  2, 3, 4, 5, 6 and 4 more",
        "Sum     EUR       counted    28       2, 3, 4, 5, 6 and 2 more",
        "Sum     EUR       set aside  unknown  9, 10                     told before",
    ]
    counted, aside = accounts.rows()
    assert counted == {
        "column": "Sum",
        "currency": "EUR",
        "counted": True,
        "reason": "",
        "low": 28,
        "high": 28,
        "approximate": False,
        "rows": (2, 3, 4, 5, 6, 7, 8),
    }
    assert (aside["low"], aside["high"], aside["counted"]) == (None, None, False)


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (exactly(5), "5"),
        (about(5), "about 5"),
        (at_least(5), "5 or more"),
        (at_most(5), "up to 5"),
        (Estimate(1, 5, True), "about 1 to 5"),
        (exactly(Decimal("0.50")), "0.5"),
    ],
)
def test_what_is_known_of_an_amount_is_told(amount: Estimate[Any], told: str) -> None:
    line = str(Accounts([Portion("Sum", None, [2], [amount])])).splitlines()[-1]
    assert line == f"Sum     ?         counted  {told.ljust(6)}  2"


@pytest.mark.parametrize(("count", "told"), [(1, "2"), (5, "2, 3, 4, 5, 6"), (6, "2, 3, 4, 5, 6 and 1 more")])
def test_five_rows_of_an_amount_are_named_and_others_counted(count: int, told: str) -> None:
    accounts = Accounts([Portion("Sum", EURO, range(2, 2 + count), [exactly(1)] * count)])
    assert f"{accounts}".splitlines()[1] == f"Sum     EUR       sum      {count}       {told}"


def test_columns_and_currencies_have_an_account_each() -> None:
    portions = [
        Portion("Sum", EURO, [2], [exactly(1)], "not asked for"),
        Portion("Sum", DOLLAR, [3], [exactly(2)]),
        Portion("Sum", EURO, [4], [exactly(3)]),
    ]
    accounts = Accounts(portions)
    assert [(one.currency, one.sum) for one in accounts] == [(EURO, exactly(4)), (DOLLAR, exactly(2))]
    assert [portion.is_counted for portion in accounts.columns[0].portions] == [True, False]
    assert accounts.rows()[0]["rows"] == (4,)
    assert pickle.loads(pickle.dumps(accounts)) == accounts
    assert str(Accounts()) == ""
    assert len(Accounts()) == 0


def test_reading_without_amounts_has_no_accounts() -> None:
    sheet = Sheet([["ID", "Sum"], ["a", 5]], COLUMNS)
    assert [row.text("id") for row in sheet] == ["a"]
    assert not list(sheet.reading([]).accounts())


def test_what_is_no_amount_is_in_no_account() -> None:
    reading = read(("a", "much"), ("b", "10000000000000000000"), ("c", None), ("again", "."))
    assert not reading.amounts
    assert [problem.row for problem in reading.problems] == [2, 3]
    assert reading.problems[1].reason == "no amount of money is so large; it is taken as unknown"


def test_amounts_below_a_quintillion_are_read() -> None:
    largest = 10**18 - 1
    reading = read(("a", largest), ("b", -largest), ("c", largest + 1), ("d", -largest - 1), ("e", f"up to {largest}"))
    assert [portion.rows for portion in reading.amounts] == [(2, 3, 6)]
    assert [problem.row for problem in reading.problems] == [4, 5]
    ends = (f"5 to {largest + 1}", f"up to {largest + 1}", f"more than {largest + 1}", f"-{largest + 1} to 5")
    assert [problem.row for problem in read(*(("a", end) for end in ends)).problems] == [2, 3, 4, 5]


def test_rows_of_an_account_stand_in_order_whenever_they_were_asked_for() -> None:
    sheet = Sheet([["ID", "Sum"], *(["a", at] for at in range(1, 6))], COLUMNS)
    for row, currency in zip(reversed(list(sheet)), [DOLLAR, EURO, None, EURO, EURO], strict=True):
        row.account_for("sum", row.count("sum"), currency)
        if row.number == 3:
            row.set_aside("sum", "told before")
    euros, none, dollars = sheet.reading([]).accounts()
    assert [portion.rows for one in (euros, none, dollars) for portion in one.portions] == [(2, 5), (3,), (4,), (6,)]
    assert (euros.currency, none.currency, dollars.currency) == (EURO, None, DOLLAR)
    assert f"{Accounts(euros.portions)}".splitlines()[1] == "Sum     EUR       sum        7       2, 3, 5"


def test_currency_may_be_given_as_one() -> None:
    sheet = Sheet([["ID", "Sum"], ["a", 5]], COLUMNS)
    for row in sheet:
        row.amount("sum", DOLLAR)
    assert [account.currency for account in sheet.reading([]).accounts()] == [DOLLAR]


@pytest.mark.parametrize(
    "wrong",
    [
        {"column": ""},
        {"currency": "EUR"},
        {"rows": []},
        {"rows": 5},
        {"rows": ["2"]},
        {"rows": [True]},
        {"rows": [], "amounts": []},
        {"rows": [2, True], "amounts": [exactly(5), exactly(7)]},
        {"amounts": []},
        {"amounts": 5},
        {"amounts": [5]},
        {"amounts": [Estimate()]},
        {"reason": None},
    ],
    ids=repr,
)
def test_portion_that_is_none_is_refused(wrong: dict[str, Any]) -> None:
    right: dict[str, Any] = {"column": "Sum", "currency": EURO, "rows": [2], "amounts": [exactly(5)]}
    with pytest.raises((InvalidValueError, WrongTypeError), match="Portion"):
        Portion(**{**right, **wrong})


@pytest.mark.parametrize("columns", [[], ["Sum", "Sold for"]])
def test_account_is_of_one_column(columns: list[str]) -> None:
    portions = [Portion(column, EURO, [2], [exactly(5)]) for column in columns]
    with pytest.raises(InvalidValueError, match=f"{len(columns)} columns are not one"):
        ColumnAccount(portions)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "again", "sum", None]),
            st.one_of(
                st.none(),
                st.integers(-(10**17), 10**17),
                st.decimals(-(10**6), 10**6, places=6),
                st.sampled_from(["up to 5", "about 1,000", "more than 2", "much", "."]),
            ),
        ),
        max_size=12,
    )
)
def test_sum_is_what_counts_and_what_is_set_aside(rows: list[tuple[Any, Any]]) -> None:
    for account in read(*rows).accounts():
        assert account.sum == account.counted + account.set_aside
        numbers = [number for portion in account.portions for number in portion.amounts]
        if all(number.is_exact for number in numbers):
            assert account.sum == exactly(sum(number.low for number in numbers if number.low is not None))


def test_accounts_are_described() -> None:
    accounts = Accounts([Portion("Sum", EURO, [2], [exactly(5)]), Portion("Sum", None, [3], [exactly(7)], "a copy")])
    euros = "Sum (EUR): sum: €5.00; counted: €5.00; set aside: €0.00"
    assert describe(accounts, "en") == f"{euros}; Sum: sum: 7; counted: 0; set aside: 7"
    assert describe(accounts.portions[1], "de") == "Sum: beiseitegelassen: 7; a copy"
    assert describe(accounts.portions[0], "de").startswith("Sum (EUR): gezählt: 5")
    assert describe(Accounts(), "en") == "nothing recorded"


def test_sum_of_a_least_and_a_most_is_unknown_in_words_too() -> None:
    accounts = Accounts([Portion("Sum", EURO, [2, 3], [at_least(5), at_most(3)])])
    assert [line.split()[3] for line in str(accounts).splitlines()[1:]] == ["unknown", "unknown"]
    assert describe(accounts, "en") == "Sum (EUR): sum: undisclosed; counted: undisclosed; set aside: €0.00"
