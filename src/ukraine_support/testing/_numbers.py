"""Strategies of numbers and of what they measure."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .._exact import to_number
from .._iso import CURRENCIES
from .._model.values.estimate import UNKNOWN, Estimate, about, at_least, at_most, between, exactly
from .._model.values.magnitudes import Calibre
from .._model.values.money import Currency, Money

V = TypeVar("V")

_MANY = 10**12
"""More than anybody promises of anything."""


@st.composite
def decimals(draw: DrawFn, *, least: int | None = None, integer_digits: int = 12) -> Decimal:
    """Exact numbers of up to 18 digits after the point; `least` is the smallest in units of the last digit."""
    places = draw(st.integers(0, 18))
    bound = 10 ** (integer_digits + places) - 1
    return Decimal(f"{draw(st.integers(-bound if least is None else least, bound))}E-{places}")


def integers(*, least: int | None = None) -> SearchStrategy[int]:
    """Whole numbers, small ones often: rules of the user's own tend to ask for them."""
    return st.integers(least or 0, 100) | st.integers(-_MANY if least is None else least, _MANY)


def numbers(*, least: int | None = 0) -> SearchStrategy[int | Decimal]:
    """Quantities: whole ones as `int`, others as `Decimal`."""
    return integers(least=least) | decimals(least=least).map(lambda number: to_number(number, "numbers"))


@cache
def currencies() -> SearchStrategy[Currency]:
    """Currencies, the withdrawn ones too."""
    return st.sampled_from(sorted(CURRENCIES)).map(Currency)


def money(currency: Currency | None = None, *, least: int | None = None) -> SearchStrategy[Money]:
    """Amounts in any currency, or in the one given."""
    return st.builds(Money, decimals(least=least), currencies() if currency is None else st.just(currency))


@cache
def calibres() -> SearchStrategy[Calibre]:
    """Calibres, those in use and any other."""
    return st.sampled_from([82, 120, 122, 152, 155]).map(Calibre) | decimals(least=1).map(Calibre)


def estimates(ends: SearchStrategy[V]) -> SearchStrategy[Estimate[Any]]:
    """Estimates of every form, of ends that compare with each other."""

    def spanning(one: Any, other: Any) -> Estimate[Any]:
        return between(one, other) if one <= other else between(other, one)

    one_ended: list[Callable[[Any], Estimate[Any]]] = [exactly, at_least, at_most]
    stated = st.one_of(*(ends.map(form) for form in one_ended), st.builds(spanning, ends, ends))
    return st.just(UNKNOWN) | stated | stated.map(about)


@cache
def amounts(*, least: int | None = 0) -> SearchStrategy[Estimate[Money]]:
    """Estimated amounts, each in one currency."""
    return currencies().flatmap(lambda currency: estimates(money(currency, least=least)))
