"""What promised things are worth: as stated, by their unit price, or by a price book of the caller's."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import final

import attrs

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._exact import Number
from ..._model import fields
from ..._model.base.advice import an_instance, an_instance_or_none
from ..._model.base.immutable import Compound
from ..._model.commitments import Commitment
from ..._model.lines import Basis, Condition, Line, Unit
from ..._model.readers import to_amount
from ..._model.support import Support
from ..._model.values.estimate import UNKNOWN, Estimate, about
from ..._model.values.money import Currency, Money
from .rates import RateTable


def _to_prices(value: "Iterable[Price]") -> "tuple[Price, ...]":
    return fields.several(value, Price)


def _to_condition(value: Condition | str | None) -> Condition | None:
    return None if value is None else Condition(value)


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Price(Compound):
    """What one of a kind of support costs: an entry of a price book.

    Raises:
        InvalidValueError: The price is below zero, or a field is of another type.

    Examples:
        >>> from ukraine_support import ArtilleryShell
        >>> Price(ArtilleryShell(calibre="155 mm"), Money("3300", "EUR"), day="2024-02-26", source="a maker").unit
        <Unit.ROUNDS: 'rounds'>
    """

    of: Support = attrs.field(validator=fields.valid(Support, required=True))
    """The kind, and with it every narrower one."""
    price: Estimate[Money] = attrs.field(converter=to_amount, validator=fields.from_zero)
    """The price of one unit."""
    unit: Unit = attrs.field(
        default=attrs.Factory(lambda price: Line(price.of).unit, takes_self=True), kw_only=True, converter=Unit
    )
    """What one unit is: rounds of munitions, persons, pieces of everything else, unless said otherwise."""
    day: date | None = attrs.field(default=None, kw_only=True, converter=fields.to_day_or_none)
    """The day of the price; None where it has none."""
    basis: Basis = attrs.field(default=Basis.MARKET, kw_only=True, converter=Basis)
    """What kind of price it is."""
    condition: Condition | None = attrs.field(default=None, kw_only=True, converter=_to_condition)
    """In which state the thing has this price: a second-hand tank is not priced as a new one. None for any."""
    source: str | None = attrs.field(default=None, kw_only=True, validator=fields.is_string)
    """Where the price is from."""


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class PriceBook(Compound):
    """Prices of kinds of support, gathered by the caller.

    Raises:
        InvalidValueError: An entry is no `Price`.

    Examples:
        >>> from ukraine_support import ArtilleryShell, Munition
        >>> book = PriceBook([
        ...     Price(Munition(), Money("100", "EUR")),
        ...     Price(ArtilleryShell(), Money("2000", "EUR"), day="2022-10-03"),
        ...     Price(ArtilleryShell(), Money("3300", "EUR"), day="2024-02-26"),
        ... ])
        >>> [price.price for price in book.prices_of(ArtilleryShell(calibre="155 mm"), on=date(2023, 1, 1))]
        [exactly(Money('2000', 'EUR'))]
    """

    entries: tuple[Price, ...] = attrs.field(default=(), converter=_to_prices)
    """The prices, in any order."""

    def prices_of(
        self, kind: Support, *, unit: Unit | None = None, on: date | None = None, condition: Condition | None = None
    ) -> tuple[Price, ...]:
        """The entries that price a kind: the narrowest that include it, of the nearest day.

        Of several days, that is the latest up to `on`, else the first after it; without `on`, the latest. Entries
        without a day come after those with one. Several of one day all stand.

        Args:
            kind: What to price.
            unit: What one of it is; None for what is usual for the kind.
            on: The day for which the price is wanted.
            condition: The state that it is in: entries for that one come first, then those for any; no others stand.
        """
        wanted = Line(kind).unit if unit is None else unit
        found = [entry for entry in self.entries if entry.unit is wanted and entry.of.includes(kind)]
        state = _to_condition(condition)
        found = [one for one in found if one.condition is state] or [one for one in found if one.condition is None]
        narrowest = [entry for entry in found if not any(_is_narrower(other.of, entry.of) for other in found)]
        days = sorted({entry.day for entry in narrowest if entry.day is not None})
        before = [day for day in days if on is None or day <= on]
        nearest = before[-1] if before else days[0] if days else None
        return tuple(entry for entry in narrowest if entry.day == nearest)


def _is_narrower(one: Support, other: Support) -> bool:
    return other.includes(one) and not one.includes(other)


@final
@attrs.frozen(kw_only=True)
class Valuation:
    """What a line or a commitment is worth, and where that comes from.

    Examples:
        >>> from ukraine_support import Munition
        >>> value_of_line(Line(Munition(), 10, unit_price=Money("5", "EUR"), basis="book"))
        Valuation(value=exactly(Money('50', 'EUR')), basis=<Basis.BOOK: 'book'>, prices=(), lines=())
    """

    value: Estimate[Money]
    """The worth; unknown where nothing tells."""
    basis: Basis | None
    """Where it comes from; None where nothing tells, or where the lines differ."""
    prices: tuple[Price, ...] = ()
    """The entries of the price book that were used."""
    lines: "tuple[Valuation, ...]" = ()
    """Of a commitment valued by its lines: each line's own."""


def value_of_line(line: Line, *, prices: PriceBook | None = None, on: date | None = None) -> Valuation:
    """What a line is worth: its stated value, else quantity times unit price, else quantity times the price book's.

    Of several kinds counted together, the worth lies between that of the cheapest and that of the dearest, provided
    that all have a price.

    Args:
        line: The line.
        prices: A price book for lines that state neither value nor price.
        on: The day for which its prices are wanted.

    Raises:
        CurrencyMismatchError: The kinds of one line have prices in different currencies.

    Examples:
        >>> from ukraine_support import Munition, at_least
        >>> value_of_line(Line(Munition(), at_least(2)), prices=PriceBook([Price(Munition(), Money("5", "EUR"))])).value
        at_least(Money('10', 'EUR'))
    """
    an_instance(line, Line, "value_of_line.line")
    an_instance_or_none(prices, PriceBook, "value_of_line.prices")
    if not line.value.is_unknown:
        return Valuation(value=line.value, basis=line.basis)
    if not line.unit_price.is_unknown:
        return _valued(_product(line.quantity, line.unit_price), line.basis)
    if prices is None or line.quantity.is_unknown:
        return _valued(UNKNOWN, None)
    found = [prices.prices_of(kind, unit=line.unit, on=on, condition=line.condition) for kind in line.of]
    used = tuple(dict.fromkeys(price for several in found for price in several))
    if not all(found):
        return _valued(UNKNOWN, None)
    bases = {price.basis for price in used}
    worth = _product(line.quantity, Estimate.span(price.price for price in used))
    return _valued(worth, bases.pop() if len(bases) == 1 else None, used)


def value_of(
    commitment: Commitment,
    *,
    prices: PriceBook | None = None,
    rates: RateTable | None = None,
    currency: str | Currency | None = None,
) -> Valuation:
    """What a commitment is worth: as stated, else the sum of its lines.

    A line of which nothing is known is at least zero: the sum is then at least that of the others.

    Args:
        commitment: The commitment.
        prices: A price book for lines that state neither value nor price; the day is the last on which the commitment
            can have been announced.
        rates: Exchange rates, where the lines are in several currencies: those of the same day count.
        currency: The currency of the sum where there are rates; None for the base of the table.

    Raises:
        CurrencyMismatchError: The lines are in several currencies and no rates are given.
        RateNotFoundError: A rate is missing.

    Examples:
        >>> from ukraine_support import MilitaryCommitment, Munition
        >>> lines = [Line(Munition(), 10, unit_price=Money("5", "EUR")), Line(Munition())]
        >>> value_of(MilitaryCommitment(id="shells", stage="pledged", lines=lines)).value
        at_least(Money('50', 'EUR'))
    """
    an_instance(commitment, Commitment, "value_of.commitment")
    an_instance_or_none(prices, PriceBook, "value_of.prices")
    an_instance_or_none(rates, RateTable, "value_of.rates")
    day = None if commitment.announced is None else commitment.announced.latest

    def converted(value: Estimate[Money]) -> Estimate[Money]:
        return value if rates is None else rates.convert(value, rates.base if currency is None else currency, on=day)

    if not commitment.value.is_unknown:
        return Valuation(value=converted(commitment.value), basis=commitment.basis)
    lines = tuple(value_of_line(line, prices=prices, on=day) for line in commitment.lines)
    bases = {line.basis for line in lines if line.basis is not None}
    return Valuation(
        value=sum_of([converted(line.value) for line in lines], correction=commitment.correction),
        basis=bases.pop() if len(bases) == 1 else None,
        prices=tuple(dict.fromkeys(price for line in lines for price in line.prices)),
        lines=lines,
    )


def worths(commitment: Commitment, prices: PriceBook | None) -> "tuple[Estimate[Money], ...]":
    """What the commitment is worth, part by part and each in its own currency."""
    if not commitment.lines or not commitment.value.is_unknown:
        return (commitment.value,)
    day = None if commitment.announced is None else commitment.announced.latest
    return tuple(value_of_line(line, prices=prices, on=day).value for line in commitment.lines)


def implied_price(subject: Line | Commitment) -> Estimate[Money]:
    """The price of one unit that a stated value and a quantity imply: unknown unless both stand.

    Args:
        subject: A line, or a commitment of one line whose whole value is stated.

    Raises:
        InvalidValueError: The commitment has not just one line.

    Examples:
        >>> from ukraine_support import Munition, between
        >>> implied_price(Line(Munition(), between(10, 20), value=Money("100", "EUR")))
        between(Money('5', 'EUR'), Money('10', 'EUR'))
    """
    if isinstance(subject, Line):
        return _per_unit(subject.value, subject.quantity)
    if not isinstance(subject, Commitment):
        raise WrongTypeError("implied_price", f"{shown(subject)} is a {type(subject).__name__}", "pass a line")
    if len(subject.lines) != 1:
        raise InvalidValueError("implied_price", f"{shown(subject.id)} has {len(subject.lines)} lines", "pass one line")
    line = subject.lines[0]
    return _per_unit(line.value if subject.value.is_unknown else subject.value, line.quantity)


def _valued(value: Estimate[Money], basis: Basis | None, prices: tuple[Price, ...] = ()) -> Valuation:
    return Valuation(value=value, basis=None if value.is_unknown else basis, prices=() if value.is_unknown else prices)


def _product(quantity: Estimate[Number], price: Estimate[Money]) -> Estimate[Money]:
    """A number above zero times a price: "up to" so many are worth "up to" so much."""
    one = price.low
    if one is not None and one == price.high:  # as of most lines, of which a release has thousands
        worth = quantity.map_ends(lambda number: one * number)
        return about(worth) if price.is_approximate else worth
    worth = quantity.floored_at_zero() * price
    return worth.or_less if quantity.low is None else worth


def _per_unit(value: Estimate[Money], quantity: Estimate[Number]) -> Estimate[Money]:
    """A value divided by a number above zero; how near to zero the price may lie, an open number leaves open."""
    price = value / quantity.floored_at_zero()
    if quantity.high is not None:
        return price
    return price.or_more if value.is_negative else price.or_less


def codes(values: Iterable[Estimate[Money]]) -> set[str]:
    """The codes of the currencies of some amounts."""
    return {end.currency.code for value in values for end in (value.low, value.high) if end is not None}


def sum_of(values: Sequence[Estimate[Money]], *, correction: bool) -> Estimate[Money]:
    """The sum, in which what is not known is at least zero; of a correction, it may be anything."""
    ends = [end for value in values for end in (value.low, value.high) if end is not None]
    if not ends:
        return UNKNOWN
    parts = []
    for value in values:
        floor = None if correction else Money("0", (value.high or ends[0]).currency)
        parts.append(Estimate.of_ends(value.low or floor, value.high, is_approximate=value.is_approximate))
    return sum(parts[1:], parts[0])
