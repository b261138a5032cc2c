"""Tables beside other numbers and beside each other: shares of national products, rankings."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, Literal, Protocol, TypeAlias, final

import attrs

from ..._errors import CurrencyMismatchError, InvalidValueError, WrongTypeError, shown
from ..._exact import Number, to_decimal
from ..._model.base.advice import one_of
from ..._model.values.estimate import Estimate
from ..._model.values.money import Currency, Money
from ..._tabular import ShownMapping, ShownTuple
from .keys import order


class Cell(Protocol):
    """A cell of totals, of quantities or of progress."""

    @property  # of quantities how many, of progress what has reached the stage
    def value(self) -> Estimate[Any]: ...


Denominator: TypeAlias = Money | Number | Estimate[Any]
"""What a total is divided by: an amount in its currency, such as a national product, or a number, such as of people."""

_WHERE: Final = "relative"


def relative(
    totals: Mapping[Any, Cell], denominators: Mapping[Any, Denominator] | Callable[[Any], Denominator]
) -> Mapping[Any, Estimate[Decimal]]:
    """Each total divided by a number of its own: as a share of the gross domestic product, per head, of a stock.

    The ends are rounded half-even to 18 digits after the point. The result has the keys of the totals, in their order.

    Args:
        totals: The totals; or quantities, or progress, of which what has reached the stage is divided.
        denominators: By the key of the totals, or a function of it: amounts in the currency of the totals, or numbers,
            above zero; estimates of them too.

    Raises:
        InvalidValueError: A key has no denominator, or one that is not above zero.
        CurrencyMismatchError: A denominator is in another currency.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Ledger
        >>> from ukraine_support.analysis import totals
        >>> gift = FinancialCommitment(id="ee", donors=[Country("EE")], stage="pledged", value=Money("310", "EUR"))
        >>> table = totals(Ledger(commitments=[gift]), by="donor")
        >>> relative(table, {Country("EE"): Money("31000", "EUR")})[Country("EE")]
        exactly(Decimal('0.01'))
    """
    if not isinstance(totals, Mapping) or not hasattr(totals, "whole"):
        accepted = "pass the result of totals(), quantities() or progress()"
        raise WrongTypeError(_WHERE, f"{shown(totals)} is a {type(totals).__name__}", accepted)
    if isinstance(denominators, Mapping):
        missing = [key for key in totals if key not in denominators]
        if missing:
            listed = ", ".join(shown(key) for key in missing[:5])
            raise InvalidValueError(_WHERE, f"no denominator is given for {listed}", "give one for each key")
        denominator_of: Callable[[Any], Denominator] = denominators.__getitem__
    elif callable(denominators):
        denominator_of = denominators
    else:
        problem = f"{shown(denominators)} is a {type(denominators).__name__}"
        raise WrongTypeError(f"{_WHERE}.denominators", problem, "pass a mapping by key, or a function of it")
    currency = getattr(totals, "currency", None)
    return ShownMapping(
        {
            key: total.value.map_ends(_amount) / _denominator(denominator_of(key), key, currency)
            for key, total in totals.items()
        }
    )


def _denominator(value: Denominator, key: Any, currency: Currency | None) -> Estimate[Decimal]:
    where = f"{_WHERE}[{shown(key)}]"

    def number(end: Any) -> Decimal:
        if isinstance(end, Money) and currency is not None and end.currency != currency:
            raise CurrencyMismatchError(currency, end.currency)
        found = end.amount if isinstance(end, Money) else to_decimal(end, where)
        if found <= 0:
            raise InvalidValueError(where, f"{end} is not above zero", "divide by more than zero")
        return found

    by = (value if isinstance(value, Estimate) else Estimate(value, value)).map_ends(number)
    return by if by.low is not None else Estimate(Decimal(0), by.high, by.is_approximate)


@final
@attrs.frozen
class Rank:
    """A place in a ranking: from the first to the last that a total may have within its bounds and those of the others.

    Examples:
        >>> from ukraine_support import at_least
        >>> Rank("NL", at_least(5), first=1, last=2).is_certain
        False
    """

    key: Any
    """The key of the total."""
    value: Estimate[Any]
    """What it is ranked by."""
    first: int = attrs.field(kw_only=True)
    """The best place that it may have: 1 is the highest."""
    last: int = attrs.field(kw_only=True)
    """The worst place that it may have."""

    @property
    def is_certain(self) -> bool:
        """Whether no undisclosed amount and no bound could change its place. That of an approximate one is not."""
        return self.first == self.last and not self.value.is_approximate


def ranking(
    totals: Mapping[Any, Cell] | Mapping[Any, Estimate[Any]], *, by: Literal["bounds", "low"] = "bounds"
) -> tuple[Rank, ...]:
    """Totals and other tables, or what `relative` makes of them, from the highest to the lowest, with possible places.

    They stand in the order of their low ends, which is what is certain; then of their high ends, then of their keys. A
    place is certain where no undisclosed amount and no bound could change it. Ends of approximate amounts are taken as
    they stand. Equal amounts share their places.

    Args:
        totals: The totals, or another table, or estimates by key. Of progress, what has reached the stage is ranked.
        by: With `"low"`, places go by the low ends alone, which are certain: where much is undisclosed, bounds would
            leave every place open.

    Raises:
        InvalidValueError: `by` is none of the two.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Ledger
        >>> from ukraine_support.analysis import totals
        >>> gifts = [
        ...     FinancialCommitment(id=id, donors=[Country(id[:2])], stage="pledged", value=value)
        ...     for id, value in (("NL", Money("7", "EUR")), ("DE", Money("5", "EUR")), ("DE2", None))
        ... ]
        >>> [(str(rank.key), rank.first, rank.last) for rank in ranking(totals(Ledger(commitments=gifts), by="donor"))]
        [('NL', 1, 2), ('DE', 1, 2)]
    """
    one_of(by, ("bounds", "low"), "ranking.by")
    found: dict[Any, Any] = {
        key: each if isinstance(each, Estimate) else getattr(each, "value", None)
        for key, each in (totals.items() if isinstance(totals, Mapping) else ())
    }
    if not isinstance(totals, Mapping) or not all(isinstance(value, Estimate) for value in found.values()):
        accepted = "pass the result of totals(), quantities(), progress() or relative()"
        raise WrongTypeError("ranking", f"{shown(totals)} is no table", accepted)
    values = found if by == "bounds" else {key: Estimate.of_ends(each.low, each.low) for key, each in found.items()}
    lows = sorted(_amount(value.low) for value in values.values() if value.low is not None)
    highs = sorted(_amount(value.high) for value in values.values() if value.high is not None)
    ranks = []
    for key, value in values.items():
        surely_above = 0 if value.high is None else len(lows) - bisect_right(lows, _amount(value.high))
        surely_not_above = 0 if value.low is None else bisect_right(highs, _amount(value.low))
        is_among_them = value.low is not None and value.low == value.high
        last = len(values) - surely_not_above + is_among_them
        ranks.append(Rank(key, found[key], first=surely_above + 1, last=last))
    return ShownTuple(sorted(ranks, key=_descending))


def _amount(end: Any) -> Decimal:
    return end.amount if isinstance(end, Money) else Decimal(end)


def _descending(rank: Rank) -> tuple[Any, ...]:
    ends = (rank.value.low, rank.value.high)
    low, high = (None if end is None else _amount(end).copy_negate() for end in ends)
    return low is None, low or 0, high is not None, high or 0, order(rank.key)
