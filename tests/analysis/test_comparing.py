from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.promises import eur, gift, ledger
from ukraine_support import (
    UNKNOWN,
    Country,
    CurrencyMismatchError,
    Estimate,
    InvalidValueError,
    Money,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import Totals, ranking, relative, totals

NL, EE, DK = (Country(code) for code in ("NL", "EE", "DK"))


def table(*values: Any, **options: Any) -> Totals:
    """One commitment per donor: the Netherlands, Estonia, Denmark."""
    donors = (NL, EE, DK)
    return totals(
        ledger(
            *(
                gift(str(donor), value, donors=[donor], correction=True)
                for donor, value in zip(donors, values, strict=False)
            )
        ),
        by="donor",
        **options,
    )


share = Decimal


@pytest.mark.parametrize(
    ("value", "by", "expected"),
    [
        (10, eur(1000), exactly(share("0.01"))),
        (10, 1000, exactly(share("0.01"))),
        (10, share("2.5"), exactly(share(4))),
        (1, eur(3), exactly(share("0.333333333333333333"))),
        (between(eur(10), eur(20)), eur(1000), between(share("0.01"), share("0.02"))),
        (at_least(eur(10)), eur(1000), at_least(share("0.01"))),
        (10, between(eur(1000), eur(2000)), between(share("0.005"), share("0.01"))),
        (10, at_least(eur(1000)), between(share(0), share("0.01"))),
        (10, at_most(eur(1000)), at_least(share("0.01"))),
        (10, about(eur(1000)), about(exactly(share("0.01")))),
        (about(eur(10)), eur(1000), about(exactly(share("0.01")))),
        (-10, between(eur(1000), eur(2000)), between(share("-0.01"), share("-0.005"))),
        (-10, at_least(eur(1000)), between(share("-0.01"), share(0))),
        (-10, at_most(eur(1000)), at_most(share("-0.01"))),
        (between(eur(-10), eur(10)), at_most(eur(1000)), UNKNOWN),
        (None, eur(1000), UNKNOWN),
        (10, UNKNOWN, at_least(share(0))),
    ],
    ids=str,
)
def test_a_total_is_divided_by_a_number_of_its_own(value: Any, by: Any, expected: Estimate[Decimal]) -> None:
    assert relative(table(value), {NL: by}) == {NL: expected}
    assert relative(table(value), lambda key: {NL: by}[key]) == {NL: expected}


@given(st.lists(st.integers(-100, 100), min_size=2, max_size=2), st.lists(st.integers(1, 100), min_size=2, max_size=2))
def test_every_ratio_that_could_be_lies_within_the_bounds(total: list[int], by: list[int]) -> None:
    low, high = sorted(total)
    least, most = sorted(by)
    found = relative(table(between(eur(low), eur(high))), {NL: between(least, most)})[NL]
    for above, below in product((low, high), (least, most)):
        assert found.low is not None
        assert found.high is not None
        assert found.low - share("1e-17") <= share(above) / below <= found.high + share("1e-17")


def test_a_share_needs_a_denominator_above_zero_in_the_currency_of_the_totals() -> None:
    both = table(1, 2)
    with pytest.raises(InvalidValueError, match="no denominator is given for Country"):
        relative(both, {NL: 5})
    for wrong in (eur(0), 0, -5, between(-5, 5)):
        with pytest.raises(InvalidValueError, match="not above zero"):
            relative(both, {NL: wrong, EE: 5})
    with pytest.raises(CurrencyMismatchError):
        relative(both, {NL: Money("5", "USD"), EE: 5})
    with pytest.raises(WrongTypeError, match="float"):
        relative(both, {NL: 0.5, EE: 5})  # type: ignore[dict-item]
    with pytest.raises(WrongTypeError, match="pass the result of totals"):
        relative({NL: 5}, {NL: 5})  # type: ignore[dict-item]


def test_shares_cannot_be_changed() -> None:
    shares: Any = relative(table(1), {NL: 5})
    with pytest.raises(TypeError):
        shares[NL] = 0


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ([5, 7, 6], ["EE 1-1", "DK 2-2", "NL 3-3"]),
        ([5, 7, 7], ["DK 1-1", "EE 1-1", "NL 3-3"]),
        ([5, at_least(eur(3)), 4], ["NL 1-2", "DK 2-3", "EE 1-3"]),
        ([5, at_least(eur(6)), 4], ["EE 1-1", "NL 2-2", "DK 3-3"]),
        ([5, between(eur(4), eur(6)), 1], ["NL 1-2", "EE 1-2", "DK 3-3"]),
        ([5, None, 1], ["NL 1-2", "DK 2-3", "EE 1-3"]),
        ([5, between(eur(5), eur(6)), at_most(eur(9))], ["EE 1-2", "NL 1-3", "DK 1-3"]),
        ([5], ["NL 1-1"]),
        ([], []),
    ],
    ids=str,
)
def test_a_place_is_certain_where_no_bound_could_change_it(values: list[Any], places: list[str]) -> None:
    ranks = ranking(table(*values, currency="EUR"))
    assert [f"{rank.key} {rank.first}-{rank.last}" for rank in ranks] == places
    assert [rank.is_certain for rank in ranks] == [rank.first == rank.last for rank in ranks]


def test_the_place_of_an_approximate_amount_is_never_certain() -> None:
    assert [rank.is_certain for rank in ranking(table(about(eur(5)), 1))] == [False, True]


def test_shares_are_ranked_as_totals_are() -> None:
    shares = relative(table(5, 7), {NL: 10, EE: 100})
    assert [str(rank.key) for rank in ranking(shares)] == ["NL", "EE"]
    numbers: dict[str, Estimate[Any]] = {"a": exactly(2), "b": exactly(share("2.5"))}
    assert [str(rank.key) for rank in ranking(numbers)] == ["b", "a"]


bounds = st.tuples(st.integers(0, 4), st.none() | st.integers(0, 4))


@given(st.lists(bounds, min_size=1, max_size=4))
def test_whatever_the_amounts_turn_out_to_be_each_stands_within_its_places(drawn: list[tuple[int, int | None]]) -> None:
    estimates: dict[int, Estimate[int]] = {
        at: at_least(low) if more is None else between(low, low + more) for at, (low, more) in enumerate(drawn)
    }
    ranks = {rank.key: rank for rank in ranking(estimates)}
    spans = [range(low, (10 if more is None else low + more) + 1) for low, more in drawn]
    seen: dict[int, set[int]] = {at: set() for at in ranks}
    for amounts in product(*spans):
        for at, amount in enumerate(amounts):
            seen[at].add(1 + sum(other > amount for other in amounts))
    assert {at: (min(places), max(places)) for at, places in seen.items()} == {
        at: (rank.first, rank.last) for at, rank in ranks.items()
    }
