"""Which records of two ledgers tell of the same thing."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any, Final, final

import attrs

from ..._exact import divide, negate, to_decimal
from ..._model.base.advice import an_instance, an_instance_or_none
from ..._model.base.immutable import Immutable
from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.lines import Line
from ..._model.support import Equipment, Materiel, Munition, Supplies, Support
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Money
from ..._model.values.period import Period
from ..._tabular import ShownTuple
from .._likeness import cannot_be_alike
from .._worth.rates import RateTable

LEAST: Final = Decimal("0.6")
_EXACT_ENOUGH: Final = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[])
_WEIGHTS: Final = {"donors": 1, "kinds": 3, "designation": 4, "quantity": 3, "days": 2, "value": 3}
_WIDE: Final = (Materiel, Munition, Equipment, Supplies)
_NEAR: Final = timedelta(days=92)
_FAR: Final = timedelta(days=731)
_ALIKE: Final = Decimal("1.05")
"""How many times the one the other may be, by rounding or by another day's rate."""


@final
@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Match(Immutable):
    """Two records, one of each ledger, that seem to tell of the same thing."""

    one: str
    """The id in the first ledger."""
    other: str
    """The id in the second."""
    score: Decimal
    """How much of what can be compared agrees, from 0 to 1."""
    reasons: tuple[str, ...]
    """What agrees: donors, kinds or designation, quantity, days, value."""
    differences: tuple[str, ...]
    """What can be compared and does not agree, out of the same words."""


def matches(
    one: Ledger, other: Ledger, *, rates: RateTable | None = None, least: Decimal | int | str = LEAST
) -> tuple[Match, ...]:
    """Which commitments of two ledgers tell of the same thing: proposals, the most certain first, each record in one.

    Compared are those with a donor and the recipient in common, whose days are at most two years apart. What is unknown
    is not compared. A match needs more than a donor and a day: kinds of support of which one includes the other, or a
    value. `Ledger.linking` takes those that you accept.

    Args:
        one: Where the links go: its records give way to those of the other.
        other: The ledger whose records count, once linked.
        rates: Exchange rates, for values in different currencies.
        least: The score from which on a match is proposed.

    Raises:
        WrongTypeError: What is passed is no ledger.
        RateNotFoundError: A rate is missing.

    Examples:
        >>> from ukraine_support import ArtilleryShell, Country, MilitaryCommitment
        >>> shells = [Line(ArtilleryShell(calibre="155 mm"), 5_000)]
        >>> tracker, register = (
        ...     Ledger(commitments=[MilitaryCommitment(
        ...         id=id, donors=[Country("DE")], lines=shells, stage="committed", announced=announced
        ...     )])
        ...     for id, announced in (("t-1", "2023-05-13"), ("s-9", "2023"))
        ... )
        >>> (match,) = matches(tracker, register)
        >>> match.one, match.other, match.reasons
        ('t-1', 's-9', ('donors', 'kinds', 'quantity', 'days'))
    """
    an_instance(one, Ledger, "matches.one")
    an_instance(other, Ledger, "matches.other")
    an_instance_or_none(rates, RateTable, "matches.rates")
    lowest = to_decimal(least, "matches.least")
    found = [match for match in _proposed(one, other, rates) if match.score >= lowest]
    found.sort(key=lambda match: (negate(match.score), -len(match.reasons), match.one, match.other))
    ones, others, kept = set[str](), set[str](), []
    for match in found:
        if match.one not in ones and match.other not in others:
            ones.add(match.one)
            others.add(match.other)
            kept.append(match)
    return ShownTuple(kept)


def _proposed(one: Ledger, other: Ledger, rates: RateTable | None) -> Iterator[Match]:
    by_donor: dict[Any, list[Commitment]] = {}
    for second in other.commitments.values():
        for donor in second.donors:
            by_donor.setdefault((donor, second.recipient), []).append(second)
    for first in one.commitments.values():
        met = {second.id: second for donor in first.donors for second in by_donor.get((donor, first.recipient), ())}
        for second in met.values():
            if not _are_far(first.announced, second.announced):
                match = _compared(first, second, rates)
                if match is not None:
                    yield match


def _compared(first: Commitment, second: Commitment, rates: RateTable | None) -> Match | None:
    agreed: dict[str, Decimal] = {"donors": Decimal(1 if set(first.donors) == set(second.donors) else 0)}
    pairs = _same_things(first, second)
    if pairs is None:
        return None
    if pairs:
        aspect = "designation" if all(_are_named_alike(*pair) for pair in pairs) else "kinds"
        agreed[aspect] = divide(Decimal(len(pairs)), max(len(first.lines), len(second.lines)), "matches")
        counts = [_alike(left.quantity, right.quantity) for left, right in pairs if left.unit is right.unit]
        _enter(agreed, "quantity", [count for count in counts if count is not None])
    if first.announced is not None and second.announced is not None:
        agreed["days"] = Decimal(1 if _are_near(first.announced, second.announced) else 0)
    worth = _alike(*_in_one_currency(first, second, rates))
    _enter(agreed, "value", [] if worth is None else [worth])
    if not (pairs or agreed.get("value")):
        return None
    weight = sum(_WEIGHTS[aspect] for aspect in agreed)
    weighed = Decimal()
    for aspect, part in agreed.items():
        weighed = _EXACT_ENOUGH.fma(part, _WEIGHTS[aspect], weighed)
    score = divide(weighed, weight, "matches")
    half = Decimal("0.5")
    return Match(
        one=first.id,
        other=second.id,
        score=score,
        reasons=tuple(aspect for aspect, part in agreed.items() if part >= half),
        differences=tuple(aspect for aspect, part in agreed.items() if part < half),
    )


def _enter(agreed: dict[str, Decimal], aspect: str, parts: list[bool]) -> None:
    if parts:
        agreed[aspect] = divide(Decimal(sum(parts)), len(parts), "matches")


def _same_things(first: Commitment, second: Commitment) -> list[tuple[Line, Line]] | None:
    """The lines that count the same, each with one of the other; None where both have lines, and none do."""
    left = list(second.lines)
    pairs: list[tuple[Line, Line]] = []
    for line in first.lines:
        other = next((other for other in left if _are_the_same(line.of, other.of)), None)
        if other is not None:
            left.remove(other)
            pairs.append((line, other))
    return None if first.lines and second.lines and not pairs else pairs


def _are_the_same(kinds: tuple[Support, ...], others: tuple[Support, ...]) -> bool:
    return any(_is_one_kind(kind, other) for kind in kinds for other in others)


def _is_one_kind(kind: Support, other: Support) -> bool:
    """Whether one includes the other, whatever they are called; a class that holds nearly all says nothing."""
    if kind == other or _is_named_alike(kind, other):
        return True
    one, two = _without_description(kind), _without_description(other)
    return not (_says_nothing(one) or _says_nothing(two)) and (one.includes(two) or two.includes(one))


def _without_description(kind: Support) -> Support:
    return attrs.evolve(kind, description=None) if isinstance(kind, Materiel) else kind


def _says_nothing(kind: Support) -> bool:
    return type(kind) in _WIDE and not any(getattr(kind, name, None) for name in ("calibre", "designation"))


def _are_named_alike(line: Line, other: Line) -> bool:
    return any(_is_named_alike(kind, thing) for kind in line.of for thing in other.of)


def _is_named_alike(kind: Support, other: Support) -> bool:
    name = getattr(kind, "designation", None)
    return name is not None and name == getattr(other, "designation", None)


def _alike(one: Estimate[Any], other: Estimate[Any]) -> bool | None:
    """Whether two figures may be the same, within a twentieth; None where one of them is unknown."""
    if one.is_unknown or other.is_unknown:
        return None
    return not cannot_be_alike(one, other, _ALIKE)


def _in_one_currency(
    first: Commitment, second: Commitment, rates: RateTable | None
) -> tuple[Estimate[Money], Estimate[Money]]:
    ends = (first.value.lowest_known, second.value.lowest_known)
    if len({end.currency for end in ends if end is not None}) < 2:
        return first.value, second.value
    if rates is None:
        return first.value, UNKNOWN
    return _converted(first, rates), _converted(second, rates)


def _converted(commitment: Commitment, rates: RateTable) -> Estimate[Money]:
    day = None if commitment.announced is None else commitment.announced.latest
    return rates.convert(commitment.value, rates.base, on=day)


def _are_near(one: Period, other: Period) -> bool:
    return not _are_apart(one, other, _NEAR)


def _are_far(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and _are_apart(one, other, _FAR)


def _are_apart(one: Period, other: Period, by: timedelta) -> bool:
    pairs = ((one.latest, other.earliest), (other.latest, one.earliest))
    return any(last is not None and first is not None and first - last > by for last, first in pairs)
