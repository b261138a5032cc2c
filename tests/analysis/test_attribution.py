import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.promises import eur, exact, gift, goods, ledger, span
from conftest import tried
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Commitment,
    Country,
    CurrencyMismatchError,
    Estimate,
    FinancialCommitment,
    HumanitarianCommitment,
    InvalidValueError,
    Ledger,
    Line,
    Membership,
    MilitaryCommitment,
    Money,
    Organisation,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
)
from ukraine_support.analysis import Price, PriceBook, RateTable, SharingKey, attribute, totals
from ukraine_support.reference import (
    EU,
    EUROPEAN_COMMISSION,
    EUROPEAN_INVESTMENT_BANK,
    EUROPEAN_PEACE_FACILITY,
    members,
)

AT, DE, FR, HR, GB, NL = (Country(code) for code in ("AT", "DE", "FR", "HR", "GB", "NL"))
KEY = SharingKey({DE: 7, FR: "3"})
FUND = Organisation(id="fund", name="A fund")


def parts(commitment: Commitment, keys: Any, **options: Any) -> dict[str, Estimate[Money]]:
    return {part.id: part.value for part in attribute(commitment, keys, **options)}


@pytest.mark.parametrize(
    ("value", "german", "french"),
    [
        (eur(10), exact(7), exact(3)),
        (eur("0.05"), exact("0.04"), exact("0.01")),
        (eur("0.005"), exact("0.004"), exact("0.001")),
        (about(eur(10)), about(exact(7)), about(exact(3))),
        (at_least(eur(10)), at_least(eur(7)), at_least(eur(3))),
        (at_most(eur(10)), at_most(eur(7)), at_most(eur(3))),
        (between(eur(10), eur(20)), span(7, 14), span(3, 6)),
        (None, UNKNOWN, UNKNOWN),
    ],
    ids=str,
)
def test_a_value_is_split_by_weight_to_the_cent(value: Any, german: Estimate[Money], french: Estimate[Money]) -> None:
    assert parts(gift("loan", value, donors=[EU]), KEY) == {"loan/DE": german, "loan/FR": french}


def test_a_correction_is_split_too() -> None:
    back = gift("back", between(eur(-10), eur(-5)), donors=[EU], correction=True)
    assert parts(back, KEY) == {"back/DE": span(-7, "-3.5"), "back/FR": span(-3, "-1.5")}


def test_the_parts_are_parts_of_the_whole_and_leave_its_total_as_it_is() -> None:
    loan = gift("loan", 10, donors=[EU])
    split = attribute(loan, KEY)
    assert [(part.donors, part.part_of, part.lines) for part in split] == [((DE,), "loan", ()), ((FR,), "loan", ())]
    before, after = totals(ledger(loan)), totals(ledger(loan).adding(*split))
    assert before == after


def test_goods_are_split_by_what_they_are_worth() -> None:
    shells = goods("shells", Line(ArtilleryShell(), 2), donors=[EU])
    assert parts(shells, KEY, prices=PriceBook([Price(ArtilleryShell(), eur(5))])) == {
        "shells/DE": exact(7),
        "shells/FR": exact(3),
    }
    mixed = goods("mixed", *(Line(ArtilleryShell(), value=Money("5", code)) for code in ("EUR", "USD")), donors=[EU])
    with pytest.raises(CurrencyMismatchError):
        attribute(mixed, KEY)
    rates = RateTable.constant("EUR", {"USD": 1})
    assert totals(ledger(mixed), by="donor", rates=rates, attribution=KEY)[DE].value == exact(7)


amounts = st.decimals(min_value=0, max_value=10**12, places=2)
weights = st.dictionaries(st.sampled_from([AT, DE, FR, HR, NL]), st.integers(1, 10**9), min_size=1)


@tried(40)
@given(st.lists(st.tuples(amounts, amounts, st.sampled_from("ebalun")), min_size=1, max_size=5), weights)
def test_the_sum_stays_the_same_whatever_the_key(drawn: list[tuple[Decimal, Decimal, str]], key: Any) -> None:
    def value(low: Decimal, more: Decimal, kind: str) -> Any:
        low_end, high_end = Money(low, "EUR"), Money(low, "EUR") + Money(more, "EUR")
        made = {"e": low_end, "b": between(low_end, high_end), "a": about(low_end), "l": at_least(low_end)}
        return (made | {"u": at_most(high_end), "n": None})[kind]

    given_ = ledger(*(gift(f"g{at}", value(*one), donors=[EU]) for at, one in enumerate(drawn)))
    options: Any = {"currency": "EUR", "attribution": SharingKey(key)}
    split = totals(given_, by="donor", **options)
    assert sum((cell.value for cell in split.values()), exact(0)) == totals(given_, currency="EUR")[()].value
    assert set(split) == set(key)
    assert totals(given_, **options) == totals(given_, currency="EUR")


def test_in_a_cell_that_members_share_a_commitment_counts_once() -> None:
    given_ = ledger(gift("a", 10, donors=[EU]), gift("b", donors=[EU]), gift("c", 1, donors=[NL]))
    table = totals(given_, by="category", currency="EUR", attribution={EU: KEY})
    assert table == totals(given_, by="category", currency="EUR")
    by_donor = totals(given_, by=("donor", "category"), currency="EUR", attribution={EU: KEY})
    german = by_donor[DE, "financial"]
    assert (german.value, german.commitments, german.undisclosed) == (at_least(eur(7)), 2, 1)
    assert by_donor[NL, "financial"].value == exact(1)


def test_a_function_in_the_key_is_given_each_part() -> None:
    def half(commitment: Commitment) -> str:
        return "north" if commitment.donors == (DE,) else "south"

    table = totals(ledger(gift("a", 10, donors=[EU])), by=(half, "category"), attribution=KEY)
    assert {key: cell.value for key, cell in table.items()} == {
        ("north", "financial"): exact(7),
        ("south", "financial"): exact(3),
    }


def test_keys_are_chosen_by_commitment_by_donor_or_by_joint_donors() -> None:
    given_ = ledger(
        gift("a", 10, donors=[EU]),
        gift("b", 10, donors=[EU]),
        gift("c", 10, donors=[NL, DE]),
        gift("d", 10, donors=[FR]),
    )
    keys: dict[Any, SharingKey] = {
        EU: SharingKey({DE: 1}),
        "b": SharingKey({FR: 1}),
        (DE, NL): SharingKey({DE: 1, NL: 4}),
    }
    table = totals(given_, by="donor", attribution=keys)
    assert {key: cell.value for key, cell in table.items()} == {DE: exact(12), FR: exact(20), NL: exact(8)}

    def chosen(commitment: Commitment) -> SharingKey | None:
        return KEY if commitment.id == "a" else None

    table = totals(given_, by="donor", attribution=chosen)
    assert {key: cell.value for key, cell in table.items()} == {
        DE: exact(7),
        FR: exact(13),
        EU: exact(10),
        (DE, NL): exact(10),
    }
    assert attribute(gift("d", 10, donors=[FR]), keys) == (gift("d", 10, donors=[FR]),)


def test_a_key_of_another_type_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="pass a SharingKey, or None"):
        totals(ledger(gift("a", 10, donors=[EU])), attribution="equal")  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match="the key of 'a'"):
        attribute(gift("a", 10, donors=[EU]), {EU: {DE: 1}})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("donors", "announced", "party", "says"),
    [
        ([EU], "2013-06-30", HR, "HR was no member of EU on 2013-06-30, but from 2013-07-01 on"),
        ([EUROPEAN_PEACE_FACILITY], "2022-02-27", GB, "from 1973-01-01 to 2020-01-31"),
        ([EU], "2022-02-27", Country("US"), "US is none of its donors"),
        ([DE, NL], "2022-02-27", FR, "FR is none of its donors"),
        ([EU], None, Country("US"), "US is none of its donors"),
    ],
    ids=str,
)
def test_a_party_that_was_no_member_then_cannot_share(donors: Any, announced: Any, party: Country, says: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        totals(ledger(gift("a", 1, donors=donors, announced=announced)), attribution=SharingKey({DE: 1, party: 1}))
    assert says in str(caught.value)
    assert "the key of 'a'" in str(caught.value)


@pytest.mark.parametrize(
    ("donors", "announced", "party"),
    [
        ([EU], "2013-07-01", HR),
        ([EU], "2013", HR),
        ([EUROPEAN_INVESTMENT_BANK], "2020-01-31", GB),
        ([EU], None, GB),
        ([DE, NL], "2022-02-27", NL),
        ([DE, EU], "2022-02-27", FR),
        ([FUND], "2022-02-27", Country("US")),
        ([], "2022-02-27", Country("US")),
    ],
    ids=str,
)
def test_a_donor_or_a_member_of_that_day_may_share(donors: Any, announced: Any, party: Country) -> None:
    split = attribute(gift("a", 2, donors=donors, announced=announced), SharingKey({DE: 1, party: 1}))
    assert [part.value for part in split] == [exact(1), exact(1)]


def test_a_party_without_a_weight_need_be_no_member() -> None:
    assert list(parts(gift("a", 2, donors=[EU]), SharingKey({DE: 1, GB: 0}))) == ["a/DE"]


def test_memberships_may_be_the_callers() -> None:
    joined = [Membership(country=DE, organisation=FUND, since="2023-01-01")]
    late, early = (gift("a", 2, donors=[FUND], announced=day) for day in ("2023-01-01", "2022-12-31"))
    assert parts(late, SharingKey({DE: 1}), memberships=joined) == {"a/DE": exact(2)}
    with pytest.raises(InvalidValueError, match="from 2023-01-01 on"):
        attribute(early, SharingKey({DE: 1}), memberships=joined)
    with pytest.raises(InvalidValueError, match="from 2023-01-01 on"):
        totals(ledger(early), attribution=SharingKey({DE: 1}), memberships=joined)


def test_shares_that_sum_to_one_are_a_key() -> None:
    assert SharingKey.of_shares({DE: "0.7", FR: Decimal("0.3")}).parties == (DE, FR)


@pytest.mark.parametrize(
    "shares",
    [{DE: "0.7", FR: "0.2"}, {DE: "0.7", FR: "0.31"}, {DE: "0.333333333333333333", FR: "0.666666666666666666"}],
    ids=str,
)
def test_shares_that_do_not_sum_to_one_are_refused(shares: Any) -> None:
    with pytest.raises(InvalidValueError, match="the shares sum to"):
        SharingKey.of_shares(shares)
    assert SharingKey(shares).parties == (DE, FR)


@pytest.mark.parametrize(
    ("given_weights", "says"),
    [
        ({DE: 0.5}, "is a float"),
        ({DE: -1}, "below zero"),
        ({DE: "much"}, "no plain decimal"),
        ({DE: 0}, "no party has a weight"),
        ({}, "no party has a weight"),
        ({"DE": 1}, "pass parties and weights"),
        ("DE", "pass {party: weight}"),
    ],
    ids=str,
)
def test_weights_that_say_nothing_are_refused(given_weights: Any, says: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        SharingKey(given_weights)
    assert says in str(caught.value)


def test_a_key_is_a_value() -> None:
    assert pickle.loads(pickle.dumps(KEY)) == KEY
    assert hash(KEY) == hash(SharingKey({DE: Decimal(7), FR: 3}))
    assert str(KEY.weights[0][0]) == "DE"


# Kiel's release 7 splits the Union's institutions over the 27 members, each by a key of its own.

INSTITUTIONS = {
    "EU (Commission and Council)": EU,
    "European Peace Facility": EUROPEAN_PEACE_FACILITY,
    "European Investment Bank": EUROPEAN_INVESTMENT_BANK,
}
CLASSES: dict[str, Any] = {
    "Financial": FinancialCommitment,
    "Humanitarian": HumanitarianCommitment,
    "Military": MilitaryCommitment,
}
MEMBERS = {country.english_name: country for country in members(EU, date(2022, 10, 3))}
MEMBERS["Czech Republic"] = MEMBERS.pop("Czechia")


@pytest.fixture(scope="module")
def sheets(shared_data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of the sheets that matter here."""
    book = openpyxl.load_workbook(shared_data / "kiel/release-07.xlsx", read_only=True, data_only=True)
    wanted = [name for name in book.sheetnames if name.endswith("aid shares") or name == "Country Summary"]
    rows = {name: list(book[name].iter_rows(max_col=19, values_only=True)) for name in (*wanted, book.sheetnames[2])}
    book.close()
    return rows


def test_the_nearest_party_with_a_key_decides() -> None:
    theirs, own = SharingKey({DE: 1}), SharingKey({FR: 1})
    paid = [gift("c", 1, donors=[EUROPEAN_COMMISSION]), gift("b", 2, donors=[EUROPEAN_INVESTMENT_BANK])]
    paid += [gift("e", 4, donors=[EU]), gift("f", 8, donors=[FUND]), gift("nl", 16), gift("j", 32, donors=[EU, NL])]
    table = totals(ledger(*paid), by="donor", attribution={EU: theirs, EUROPEAN_INVESTMENT_BANK: own})
    assert {str(donor): total.value for donor, total in table.items() if not isinstance(donor, tuple)} == {
        "DE": exact(5),
        "FR": exact(2),
        "NL": exact(16),
        "fund": exact(8),
    }


def of_institutions(rows: list[tuple[Any, ...]]) -> Ledger:
    """What the institutions committed, package by package, in euros."""
    packages = (row for row in rows if row[1] in INSTITUTIONS and isinstance(row[17], int | float))
    return ledger(
        *(
            CLASSES[row[3]](
                id=row[0],
                donors=[INSTITUTIONS[row[1]]],
                stage="committed",
                announced=row[2].date(),
                value=Money(str(row[17]), "EUR"),
            )
            for row in packages
        )
    )


@pytest.mark.parametrize(
    ("donor", "sheet", "published"),
    [
        (EU, "EU aid shares", 10),
        (EUROPEAN_PEACE_FACILITY, "EPF aid shares", 11),
        (EUROPEAN_INVESTMENT_BANK, "EIB aid shares", 12),
    ],
    ids=str,
)
def test_each_members_share_is_the_one_that_kiel_published_to_within_a_euro(
    sheets: Any, donor: Organisation, sheet: str, published: int
) -> None:
    everyones = of_institutions(sheets["Bilateral assistance, MAIN DATA"])
    committed = ledger(*(found for found in everyones.commitments.values() if found.donors == (donor,)))
    key = SharingKey({MEMBERS[row[1]]: str(row[2]) for row in sheets[sheet] if row[1] in MEMBERS})
    shares = {MEMBERS[row[1]]: row[published] for row in sheets["Country Summary"] if row[1] in MEMBERS}
    assert len(shares) == len(key.parties) == 27
    table = totals(committed, by="donor", attribution={donor: key})
    for country, billions in shares.items():
        found = table[country].value
        assert found.is_exact
        assert found.low is not None
        assert abs(float(found.low.amount) / 1e9 - billions) < 1e-9, (country, found, billions)
    split = sum((table[country].value for country in shares), exact(0))
    assert split == totals(committed, by="donor")[donor].value
