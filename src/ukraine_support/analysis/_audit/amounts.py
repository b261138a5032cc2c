"""Rules of amounts: what does not add up, and what is far from the like."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from statistics import median_low
from typing import Any, Final

from ..._exact import to_decimal
from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.lines import Line
from ..._model.support import Support
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Money
from ..._model.values.stages import Stage
from .._accounts.answers import fulfilments
from .._likeness import are_apart, cannot_be_alike
from .finding import Certainty, Finding

ROUNDING: Final = Decimal("1.01")
"""How far two figures for one thing may be apart by rounding."""
FACTOR: Final = Decimal(5)
"""How many times the usual price of a thing a price has to be, or it of the price, to be odd."""


def more_delivered_than_promised(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Accounts by which more has arrived than was ever promised, with whoever gives them."""
    of_each = {id(answers): answers for answers in fulfilments(ledger).values()}  # which tellings of one promise share
    for answers in of_each.values():
        for answer in answers:
            for account in answer.accounts:
                if answer.stage is Stage.DELIVERED and _exceeds(account.amount, answer.promised):
                    whose = account.speaker or "somebody"
                    problem = f"{whose} says that {_ends(account.amount)} arrived, of {_ends(answer.promised)} promised"
                    figures = [account.amount, answer.promised]
                    yield Finding(
                        "more-delivered-than-promised", answer.id, problem, figures=figures, certainty=Certainty.LIKELY
                    )


def parts_above_their_whole(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Commitments of which the parts come to more than the whole does."""
    parts: dict[str, list[Commitment]] = {}
    for one in ledger.commitments.values():
        if one.part_of is not None and not one.links:
            parts.setdefault(one.part_of, []).append(one)
    for id, found in parts.items():
        whole = ledger.commitments[id]
        together = _sum(part.value for part in found)
        if _exceeds(together, whole.value):
            problem = f"its parts come to {_ends(together)}, and it to {_ends(whole.value)}"
            others = [part.id for part in found]
            yield Finding(
                "parts-above-their-whole",
                id,
                problem,
                figures=[together, whole.value],
                certainty=Certainty.LIKELY,
                others=others,
            )


def value_and_price_disagree(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Lines worth something else than quantity times price, and commitments worth something else than their lines."""
    for one in ledger.commitments.values():
        for at, line in enumerate(one.lines):
            worth = line.unit_price * line.quantity
            if _differ(worth, line.value):
                problem = f"line {at} is worth {_ends(line.value)}, and by quantity and price {_ends(worth)}"
                figures = [line.value, worth]
                yield Finding("value-and-price-disagree", one.id, problem, figures=figures, certainty=Certainty.LIKELY)
        together = _sum(line.value for line in one.lines)
        if _differ(together, one.value):
            problem = f"it is worth {_ends(one.value)}, and its lines {_ends(together)}"
            figures = [one.value, together]
            yield Finding("value-and-price-disagree", one.id, problem, figures=figures, certainty=Certainty.LIKELY)


def odd_prices(ledger: Ledger, as_of: date | None, *, factor: Decimal | int | str = FACTOR) -> Iterator[Finding]:
    """Unit prices that are several times those of the same thing elsewhere in the ledger, in the same currency.

    With three prices or more, those far from the one in the middle are odd. Of two, either may be.
    """
    limit = to_decimal(factor, "odd-price")
    by_thing: dict[Any, list[tuple[str, Money]]] = {}
    for one in ledger.commitments.values():
        for line in one.lines:
            price = _price(line)
            if price is not None and price.amount > 0:
                by_thing.setdefault((_things(line), line.unit, line.condition, price.currency), []).append(
                    (one.id, price)
                )
    for prices in by_thing.values():
        usual = median_low(price for _, price in prices)
        for id, price in prices:
            if len(prices) > 2 and are_apart(price.amount, usual.amount, limit):
                problem = f"{price} apiece, where {len(prices)} prices of the same thing are about {usual}"
                yield Finding("odd-price", id, problem, figures=[price, usual], certainty=Certainty.LIKELY)
        if len(prices) == 2:
            (one_id, low), (other_id, high) = sorted(prices, key=lambda pair: pair[1])
            if are_apart(low.amount, high.amount, limit):
                problem = f"{high} apiece, where the same thing costs {low} elsewhere"
                yield Finding("odd-price", other_id, problem, figures=[high, low], others=[one_id])


def _things(line: Line) -> frozenset[Any]:
    """What a line counts, by class and calibre or designation: descriptions call one thing by many names."""
    return frozenset(map(_thing, line.of))


def _thing(kind: Support) -> tuple[Any, ...]:
    named = (getattr(kind, "calibre", None), getattr(kind, "designation", None))
    if any(named):
        return type(kind), *named
    described = getattr(kind, "description", None)
    return type(kind), str(described).casefold() if described is not None else kind


def _price(line: Line) -> Money | None:
    if line.unit_price.is_exact:
        return line.unit_price.low
    value, quantity = line.value.low, line.quantity.low
    if value is not None and quantity and line.value.is_exact and line.quantity.is_exact:
        return value / quantity
    return None


def _sum(values: Iterable[Estimate[Money]]) -> Estimate[Money]:
    """What amounts come to; unknown where they are of several currencies."""
    found = list(values)
    currencies = {end.currency for value in found for end in (value.low, value.high) if end is not None}
    if len(currencies) != 1:
        return UNKNOWN
    return sum(found[1:], found[0])


def _is_of_one_currency(one: Estimate[Any], other: Estimate[Any]) -> bool:
    ends = (one.lowest_known, other.lowest_known)
    return None not in ends and getattr(ends[0], "currency", None) == getattr(ends[1], "currency", None)


def _exceeds(one: Estimate[Any], other: Estimate[Any]) -> bool:
    """Whether the one is certainly more than the other."""
    if one.is_approximate or other.is_approximate or one.low is None or other.high is None:
        return False
    return _is_of_one_currency(one, other) and bool(one.low > other.high)


def _differ(one: Estimate[Any], other: Estimate[Any]) -> bool:
    """Whether the two cannot be the same, by more than a hundredth for rounding."""
    if one.is_approximate or other.is_approximate or not _is_of_one_currency(one, other):
        return False
    return cannot_be_alike(one, other, ROUNDING)


def _ends(estimate: Estimate[Any]) -> str:
    low, high = estimate.low, estimate.high
    if low == high:
        return str(low)
    return f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low} to {high}"
