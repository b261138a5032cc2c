"""What one claim says of a promise, or of one of its lines: in numbers, or in money."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

import attrs

from ..._exact import Number, multiply, ratio, to_number
from ..._model.claims import Claim, has_figure, only_objects
from ..._model.commitments import Commitment, Initiative
from ..._model.support import Support
from ..._model.values.estimate import UNKNOWN, Estimate, exactly

ALL: Final = exactly(Decimal(1))


@attrs.frozen(eq=False)
class Measure:
    """Quantities and money are two measures: no figure of the one says anything in the other."""

    name: str
    """The field of a claim or a line that states it."""
    times: Callable[[Decimal, Any], Any]
    ratio: Callable[[Any, Any], Decimal]

    def stated(self, record: Any) -> Estimate[Any]:
        """What a claim, a line or a commitment states."""
        found: Estimate[Any] = getattr(record, self.name)
        return found


def _number(share: Decimal, whole: Number) -> Number:
    return to_number(multiply(Decimal(whole), share, "fulfilment"), "fulfilment")


QUANTITY: Final = Measure("quantity", _number, lambda part, whole: ratio(part, whole, "fulfilment"))
VALUE: Final = Measure("value", lambda share, whole: whole * share, lambda part, whole: part / whole)


@attrs.frozen
class Figure:
    """How much is said: an amount, or the share of an undisclosed promise. Nothing said adds from nothing on."""

    amount: Estimate[Any] = UNKNOWN
    share: Estimate[Decimal] = UNKNOWN

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(_sum(self.amount, other.amount), _sum(self.share, other.share))

    @property
    def known(self) -> Estimate[Any]:
        """What accounts are compared by: the amount, else the share."""
        return self.share if self.amount.is_unknown else self.amount

    def changed(self, change: Callable[[Estimate[Any]], Estimate[Any]]) -> "Figure":
        """The figure with a change in whatever is known of it."""
        amount, share = (each if each.is_unknown else change(each) for each in (self.amount, self.share))
        return Figure(amount, share)


def _sum(one: Estimate[Any], other: Estimate[Any]) -> Estimate[Any]:
    if one.is_unknown or other.is_unknown:
        return at_least_so(other if one.is_unknown else one)
    return one + other


def at_least_so(known: Estimate[Any]) -> Estimate[Any]:
    """Its low end, or more."""
    return UNKNOWN if known.low is None else Estimate(known.low, None, known.is_approximate)


def at_most_so(known: Estimate[Any]) -> Estimate[Any]:
    """Its high end, or less."""
    return UNKNOWN if known.high is None else Estimate(None, known.high, known.is_approximate)


def part_of(share: Estimate[Decimal], whole: Estimate[Any], measure: Measure) -> Estimate[Any]:
    """A share from zero of the whole; of a whole below zero, the larger share is the lower end."""

    def end(of: Any, share_above: Decimal | None, share_below: Decimal | None) -> Any:
        by = None if of is None else share_above if of >= of * 0 else share_below
        return None if by is None else measure.times(by, of)

    low, high = end(whole.low, share.low, share.high), end(whole.high, share.high, share.low)
    if low is None and high is None:
        return UNKNOWN
    return Estimate(low, high, share.is_approximate or whole.is_approximate)


class Kinds(Enum):
    """How the kinds that a figure counts lie to the promised ones."""

    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    OTHERS = "others"


def kinds_key(kinds: Sequence[Support]) -> tuple[str, ...]:
    """What several kinds are compared by, whatever their order; kinds of the user's own may have no hash."""
    return tuple(sorted({repr(kind) for kind in kinds}))


def lie(of: Sequence[Support], promised: Sequence[Support]) -> Kinds:
    """How the kinds that a figure counts lie to the promised ones."""
    narrower, wider = all_included(of, promised) or not promised, all_included(promised, of)
    if narrower and wider and promised:
        return Kinds.SAME
    return Kinds.NARROWER if narrower else Kinds.WIDER if wider else Kinds.OTHERS


def all_included(kinds: Sequence[Support], general: Sequence[Support]) -> bool:
    """Whether each of some kinds is included in one of the general ones."""
    return all(any(wide.includes(kind) for wide in general) for kind in kinds)


def is_of_all(claim: Claim) -> bool:
    """Whether a claim says that all of the promise has reached the stage."""
    return claim.share == ALL or not (claim.increment or has_figure(claim))


def reaches_nothing(claim: Claim) -> bool:
    """Whether all the figures of a claim are zero."""
    stated = [each for each in (claim.quantity, claim.value, claim.share) if not each.is_unknown]
    return bool(stated) and all(each.high is not None and each.high == each.high * 0 for each in stated)


def figure_of(claim: Claim, promised: Estimate[Any], measure: Measure) -> Figure | None:
    """What a claim says of the very thing that is asked about; None where it says nothing of it in this measure."""
    stated = measure.stated(claim)
    if not stated.is_unknown:
        return Figure(stated)
    if not claim.share.is_unknown:
        return share_of(claim.share, promised, measure)
    if has_figure(claim) or only_objects(claim):
        return None
    if claim.increment or claim.of:
        return Figure()
    return share_of(ALL, promised, measure)


def figure_of_one(claim: Claim, promised: Estimate[Any], measure: Measure) -> Figure | None:
    """What a claim of the whole says of one of several lines, whose share need not be that of the whole."""
    if claim.of:
        return None
    if not claim.share.is_unknown:
        found = share_of(claim.share, promised, measure)
        return found if claim.share in (ALL, exactly(Decimal(0))) else found.changed(_roughly)
    stated = measure.stated(claim)
    if stated.high is not None and stated.high == stated.high * 0:
        return share_of(exactly(Decimal(0)), promised, measure)
    return None if has_figure(claim) else figure_of(claim, promised, measure)


def _roughly(known: Estimate[Any]) -> Estimate[Any]:
    return Estimate(known.low, known.high, is_approximate=True)


def share_of(share: Estimate[Decimal], promised: Estimate[Any], measure: Measure) -> Figure:
    """The share of a promise as an amount, or as it is where the promise is undisclosed."""
    amount = part_of(share, promised, measure)
    return Figure(share=share) if amount.is_unknown else Figure(amount)


@attrs.frozen
class Said:
    """What one claim says of what is asked about, or what the announcement of the promise says."""

    record: Claim | Commitment | Initiative
    """The claim; or what was announced."""
    voice: Hashable
    """Whose word it is."""
    day: date
    """When it was said; `date.min` where that is not known."""
    figure: Figure
    is_all: bool = False
    """Whether it says that all of the promise has reached the stage."""
    of: tuple[str, ...] = ()
    """The kinds that it counts, where they are not the promised ones."""
    kinds: Kinds = Kinds.SAME
    is_of_whole: bool = False
    """Whether it is a word about the whole, asked for what it says of one of several lines."""

    @property
    def claim(self) -> Claim | None:
        """The claim; None for an announcement."""
        return self.record if isinstance(self.record, Claim) else None

    @property
    def is_increment(self) -> bool:
        """Whether it comes on top of what was said before."""
        return isinstance(self.record, Claim) and self.record.increment
