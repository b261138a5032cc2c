"""Which records of two ledgers tell of the same thing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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
from ..._model.support import Support
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Money
from ..._model.values.period import Period
from ..._tabular import ShownTuple
from .._likeness import cannot_be_alike
from .._worth.rates import RateTable
from .candidates import Candidates
from .same_kind import alike, essences, is_named_alike

LEAST: Final = Decimal("0.6")
_EXACT_ENOUGH: Final = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[])
_WEIGHTS: Final = {"donors": 1, "kinds": 3, "designation": 4, "quantity": 3, "days": 2, "value": 3}
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

    Compared are those with a donor and the recipient in common, whose days are at most two years apart; of more than
    fifty of one donor and kind, or of about one amount, those nearest in time. What is unknown is not compared. A
    match needs more than a donor and a day: kinds of support of which one includes the other, or a value.
    `Ledger.linking` takes those that you accept.

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
    kept = _twins(one, other)
    ones, others = ({getattr(match, name) for match in kept} for name in ("one", "other"))
    found = [*kept, *_proposed(_rest(one, ones), _rest(other, others), rates)]
    found = [match for match in found if match.score >= lowest]
    found.sort(key=lambda match: (negate(match.score), -len(match.reasons), match.one, match.other))
    taken_ones, taken_others, taken = set[str](), set[str](), []
    for match in found:
        if match.one not in taken_ones and match.other not in taken_others:
            taken_ones.add(match.one)
            taken_others.add(match.other)
            taken.append(match)
    return ShownTuple(taken)


def _twins(one: Ledger, other: Ledger) -> list[Match]:
    """Records of which all that is compared is the same: no other pair of either agrees in more."""
    there: dict[Any, list[Commitment]] = {}
    for second in other.commitments.values():
        there.setdefault(_content(second), []).append(second)
    for left in there.values():
        left.reverse()
    found, kinds = [], _Kinds()
    for first in one.commitments.values():
        left = there.get(_content(first), [])
        match = _compared(first, left[-1], None, kinds) if left and first.donors else None
        if match is not None:
            left.pop()
            found.append(match)
    return found


def _content(one: Commitment) -> Any:
    lines = tuple((line.of, line.quantity, line.unit) for line in one.lines)
    return frozenset(one.donors), one.recipient, lines, one.announced, one.value


def _rest(ledger: Ledger, without: Collection[str]) -> list[Commitment]:
    return [one for one in ledger.commitments.values() if one.id not in without]


def _proposed(ones: Sequence[Commitment], others: Sequence[Commitment], rates: RateTable | None) -> Iterator[Match]:
    candidates, kinds = Candidates(ones, others), _Kinds()

    def worth(one: Commitment) -> Estimate[Money]:
        return one.value if rates is None else _converted(one, rates)

    for first in ones:
        for second in candidates.of(first, worth):
            if not _are_far(first.announced, second.announced):
                match = _compared(first, second, rates, kinds)
                if match is not None:
                    yield match


def _compared(first: Commitment, second: Commitment, rates: RateTable | None, kinds: "_Kinds") -> Match | None:
    agreed: dict[str, Decimal] = {"donors": Decimal(1 if set(first.donors) == set(second.donors) else 0)}
    pairs = _same_things(first, second, kinds)
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


def _same_things(first: Commitment, second: Commitment, kinds: "_Kinds") -> list[tuple[Line, Line]]:
    """The lines that count the same, each with one of the other; those of the very same kind go together first."""
    few, many = sorted((first, second), key=lambda one: len(one.lines))
    left, rest = _Left(many.lines, kinds.places(many)), list[Line]()
    pairs: list[tuple[Line, Line]] = []
    for line in few.lines:
        other = left.take([*essences([line])])
        if other is None:
            rest.append(line)
        else:
            pairs.append((line, other))
    same = alike(essences(rest), essences(left)) if rest else {}
    for line in rest:
        taken = (left.take(same[kind]) for kind in essences([line]))
        other = next((each for each in taken if each is not None), None)
        if other is not None:
            pairs.append((line, other))
    return pairs


class _Kinds:
    """Where each kind stands among the lines of a commitment, worked out once."""

    def __init__(self) -> None:
        self._known: dict[int, dict[Support, list[int]]] = {}

    def places(self, one: Commitment) -> Mapping[Support, Sequence[int]]:
        """The positions by what kinds are compared by; the commitment is there as long as the comparison."""
        found = self._known.get(id(one))
        if found is None:
            found = self._known[id(one)] = {}
            for at, line in enumerate(one.lines):
                for kind in essences([line]):
                    found.setdefault(kind, []).append(at)
        return found


class _Left:
    """The lines of a commitment that are not yet paired with lines of another."""

    def __init__(self, lines: Sequence[Line], places: Mapping[Support, Sequence[int]]) -> None:
        self._lines, self._places = lines, places
        self._ahead: dict[Support, Iterator[int]] = {}
        self._taken = set[int]()

    def __iter__(self) -> Iterator[Line]:
        return (line for at, line in enumerate(self._lines) if at not in self._taken)

    def take(self, kinds: list[Support]) -> Line | None:
        """A line of one of some kinds, if any is left; kinds of which none is left go from the list."""
        while kinds:
            ahead = self._ahead.setdefault(kinds[-1], iter(self._places.get(kinds[-1], ())))
            for at in ahead:
                if at not in self._taken:
                    self._taken.add(at)
                    return self._lines[at]
            kinds.pop()
        return None


def _are_named_alike(line: Line, other: Line) -> bool:
    return any(is_named_alike(kind, thing) for kind in line.of for thing in other.of)


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
