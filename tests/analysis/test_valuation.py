from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Basis,
    CurrencyMismatchError,
    Equipment,
    Estimate,
    InvalidValueError,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    RateNotFoundError,
    Unit,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import Price, PriceBook, RateTable, implied_price, value_of, value_of_line

SHELL = ArtilleryShell(calibre="155 mm")
OLD = ArtilleryShell(calibre="122 mm")


def eur(amount: int | str) -> Money:
    return Money(str(amount), "EUR")


BOOK = PriceBook(
    [
        Price(Munition(), eur(100)),
        Price(SHELL, eur(2000), day="2022-10-03", source="a price list"),
        Price(SHELL, eur(3300), day="2024-02-26"),
        Price(OLD, eur(1000), basis="replacement"),
    ]
)


@pytest.mark.parametrize(
    ("line", "value", "basis"),
    [
        (Line(SHELL, 10, value=eur(7), unit_price=eur(5), basis="book"), exactly(eur(7)), Basis.BOOK),
        (Line(SHELL, 10, unit_price=eur(5)), exactly(eur(50)), Basis.STATED),
        (Line(SHELL, between(2, 3), unit_price=between(eur(5), eur(6))), between(eur(10), eur(18)), Basis.STATED),
        (Line(SHELL, at_least(2), unit_price=eur(5)), at_least(eur(10)), Basis.STATED),
        (Line(SHELL, 2, unit_price=at_most(eur(5))), at_most(eur(10)), Basis.STATED),
        (Line(SHELL, about(2), unit_price=eur(5)), about(eur(10)), Basis.STATED),
        (Line(SHELL, 10), exactly(eur(33_000)), Basis.MARKET),
        (Line([SHELL, OLD], 10), between(eur(10_000), eur(33_000)), None),
        (Line(OLD, 10), exactly(eur(10_000)), Basis.REPLACEMENT),
        (Line(SHELL, unit_price=eur(5)), UNKNOWN, None),
        (Line(SHELL), UNKNOWN, None),
        (Line(Equipment(designation="CAESAR"), 1), UNKNOWN, None),
        (Line([SHELL, Equipment()], 1, unit=Unit.ROUNDS), UNKNOWN, None),
        (Line(SHELL, 10, unit=Unit.TONNES), UNKNOWN, None),
        (Line(SHELL, at_least(2), unit_price=at_most(eur(5))), UNKNOWN, None),
    ],
)
def test_a_line_is_worth_its_value_else_its_price_else_the_books(
    line: Line, value: Estimate[Money], basis: Basis | None
) -> None:
    found = value_of_line(line, prices=BOOK)
    assert (found.value, found.basis) == (value, basis)
    assert bool(found.prices) == (line.value.is_unknown and line.unit_price.is_unknown and not value.is_unknown)


def test_without_a_price_book_a_line_without_a_price_is_of_no_known_worth() -> None:
    assert value_of_line(Line(SHELL, 10)).value == UNKNOWN


@given(
    st.tuples(st.integers(1, 10**6), st.integers(0, 10**6)),
    st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
)
def test_the_worth_of_any_number_at_any_price_lies_within_the_bounds(
    quantity: tuple[int, int], price: tuple[int, int], more: int, dearer: int
) -> None:
    few, spread = quantity
    cheap, span = price
    line = Line(SHELL, between(few, few + spread), unit_price=between(eur(cheap), eur(cheap + span)))
    number, cost = few + min(more, spread), cheap + min(dearer, span)
    assert value_of_line(line).value.could_be(eur(number * cost))


@pytest.mark.parametrize(
    ("on", "price"),
    [
        (date(2022, 10, 2), 2000),
        (date(2022, 10, 3), 2000),
        (date(2024, 2, 25), 2000),
        (date(2024, 2, 26), 3300),
        (date(2025, 1, 1), 3300),
        (None, 3300),
    ],
)
def test_the_price_of_the_nearest_day_counts_an_earlier_one_first(on: date | None, price: int) -> None:
    assert [entry.price for entry in BOOK.prices_of(SHELL, on=on)] == [exactly(eur(price))]


def test_the_narrowest_kind_is_priced_and_a_price_without_a_day_comes_last() -> None:
    assert BOOK.prices_of(ArtilleryShell(calibre="105 mm"))[0].price == exactly(eur(100))
    assert BOOK.prices_of(Equipment()) == ()
    undated = PriceBook([*BOOK.entries, Price(SHELL, eur(1))])
    assert undated.prices_of(SHELL) == BOOK.prices_of(SHELL)


def test_two_prices_of_one_day_bound_the_worth() -> None:
    book = PriceBook([Price(SHELL, eur(10)), Price(SHELL, between(eur(20), eur(30)))])
    assert value_of_line(Line(SHELL, 2), prices=book).value == between(eur(20), eur(60))
    mixed = PriceBook([Price(SHELL, eur(10)), Price(SHELL, Money("20", "USD"))])
    with pytest.raises(CurrencyMismatchError):
        value_of_line(Line(SHELL, 2), prices=mixed)


@pytest.mark.parametrize(
    "wrong",
    [
        {"of": "shell"},
        {"of": None},
        {"price": eur(-1)},
        {"price": 5},
        {"day": "2024"},
        {"unit": "boxes"},
        {"source": " "},
    ],
    ids=str,
)
def test_what_is_no_price_is_refused(wrong: dict[str, Any]) -> None:
    stated: dict[str, Any] = {"of": SHELL, "price": eur(1), "unit": "rounds"}
    with pytest.raises(InvalidValueError):
        Price(**(stated | wrong))


@pytest.mark.parametrize("entries", [[eur(1)], "prices"], ids=str)
def test_a_price_book_holds_prices(entries: Any) -> None:
    with pytest.raises(InvalidValueError):
        PriceBook(entries)


def promise(*lines: Line, **changes: Any) -> MilitaryCommitment:
    return MilitaryCommitment(**({"id": "guns", "stage": "pledged", "lines": lines, "announced": "2023"} | changes))


def test_a_commitment_is_worth_what_it_states_whatever_its_lines_say() -> None:
    found = value_of(promise(Line(SHELL, 10, value=eur(7)), value=at_most(eur(5)), basis="book"))
    assert (found.value, found.basis, found.lines) == (at_most(eur(5)), Basis.BOOK, ())


def test_a_commitment_without_a_value_is_worth_its_lines_as_of_its_day() -> None:
    found = value_of(promise(Line(SHELL, 1), Line(OLD, 1, value=eur(7), basis="market")), prices=BOOK)
    assert (found.value, found.basis) == (exactly(eur(2007)), Basis.MARKET)
    assert [line.value for line in found.lines] == [exactly(eur(2000)), exactly(eur(7))]
    assert [price.source for price in found.prices] == ["a price list"]


@pytest.mark.parametrize(
    ("lines", "changes", "value"),
    [
        ([Line(SHELL, 1, value=eur(7)), Line(OLD)], {}, at_least(eur(7))),
        ([Line(SHELL, 1, value=at_most(eur(7))), Line(OLD, value=eur(1))], {}, between(eur(1), eur(8))),
        ([Line(SHELL, 1, value=about(at_most(eur(7))))], {}, about(between(eur(0), eur(7)))),
        ([Line(SHELL)], {}, UNKNOWN),
        ([], {}, UNKNOWN),
        ([Line(SHELL, value=eur(-7)), Line(OLD)], {"correction": True}, UNKNOWN),
        ([Line(SHELL, value=at_most(eur(-7)))], {"correction": True}, at_most(eur(-7))),
    ],
)
def test_what_a_line_leaves_open_is_at_least_zero_unless_it_corrects(
    lines: list[Line], changes: dict[str, Any], value: Estimate[Money]
) -> None:
    assert value_of(promise(*lines, **changes)).value == value


def test_open_ends_of_lines_in_several_currencies_do_not_meet() -> None:
    lines = [Line(Munition(), 5, value=Money("1", "EUR")), Line(Munition(), 5, value=at_most(Money("2", "USD")))]
    for order in (lines, lines[::-1]):
        with pytest.raises(CurrencyMismatchError):
            value_of(MilitaryCommitment(id="a", stage="pledged", lines=order))


def test_lines_in_several_currencies_need_rates() -> None:
    both = promise(Line(SHELL, value=eur(7)), Line(OLD, value=Money("11", "USD")), announced="2024-02-26")
    with pytest.raises(CurrencyMismatchError):
        value_of(both)
    rates = RateTable("EUR", {date(2024, 2, 26): {"USD": "1.1"}})
    assert value_of(both, rates=rates).value == exactly(eur(17))
    assert value_of(both, rates=rates, currency="USD").value == exactly(Money("18.7", "USD"))
    with pytest.raises(RateNotFoundError, match="without a day"):
        value_of(attrs.evolve(both, announced=None), rates=rates)


@pytest.mark.parametrize(
    ("subject", "price"),
    [
        (Line(SHELL, 10, value=eur(25)), exactly(eur("2.5"))),
        (Line(SHELL, between(10, 20), value=between(eur(100), eur(200))), between(eur(5), eur(20))),
        (Line(SHELL, at_least(10), value=eur(100)), at_most(eur(10))),
        (Line(SHELL, at_most(10), value=at_least(eur(100))), at_least(eur(10))),
        (Line(SHELL, about(10), value=eur(100)), about(eur(10))),
        (Line(SHELL, value=eur(100)), UNKNOWN),
        (Line(SHELL, 10), UNKNOWN),
        (promise(Line(SHELL, 10, value=eur(25)), value=eur(30)), exactly(eur(3))),
        (promise(Line(SHELL, 10, value=eur(25))), exactly(eur("2.5"))),
        (
            promise(Line(SHELL, between(10, 20), value=between(eur(-200), eur(-100))), correction=True),
            between(eur(-20), eur(-5)),
        ),
    ],
)
def test_a_price_is_implied_where_value_and_quantity_stand(subject: Any, price: Estimate[Money]) -> None:
    assert implied_price(subject) == price


def test_a_price_is_implied_by_one_line_only() -> None:
    with pytest.raises(InvalidValueError, match="has 2 lines"):
        implied_price(promise(Line(SHELL, 1), Line(OLD, 1), value=eur(5)))
    with pytest.raises(WrongTypeError, match="pass a line"):
        implied_price(Decimal(5))  # type: ignore[arg-type]


def test_a_rough_price_makes_a_rough_worth() -> None:
    assert value_of_line(Line(SHELL, 2, unit_price=about(eur(5)))).value == about(eur(10))
    assert value_of_line(Line(SHELL, at_most(2), unit_price=eur(5))).value == at_most(eur(10))
    assert value_of_line(Line(SHELL, at_most(2), unit_price=between(eur(5), eur(6)))).value == at_most(eur(12))


def test_a_second_hand_thing_is_not_priced_as_a_new_one() -> None:
    tank = Equipment(designation="Leopard 2A4")
    new = Price(tank, Money("10", "EUR"), condition="new")
    used = Price(tank, Money("3", "EUR"), condition="second-hand")
    book = PriceBook([new, used])
    assert value_of_line(Line(tank, 2, condition="second-hand"), prices=book).value == exactly(Money("6", "EUR"))
    assert value_of_line(Line(tank, 2, condition="modernised"), prices=book).value.is_unknown
    assert value_of_line(Line(tank, 2), prices=book).value.is_unknown
    assert value_of_line(Line(tank, 2), prices=PriceBook([used, Price(tank, Money("5", "EUR"))])).value == exactly(
        Money("10", "EUR")
    )
