"""What one claim says of a promise, or of one of its lines: in numbers, or in money."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

import attrs

from ..._exact import to_number
from ..._model.claims import Claim, has_figure, only_objects
from ..._model.commitments import Commitment, Initiative
from ..._model.support import Support
from ..._model.values.estimate import UNKNOWN, Estimate, about, exactly

ALL: Final = exactly(Decimal(1))
_NONE: Final = exactly(Decimal(0))


class Measure(Enum):
    """Quantities and money are two measures: no figure of the one says anything in the other."""

    QUANTITY = "quantity"
    VALUE = "value"

    def stated(self, record: Any) -> Estimate[Any]:
        """What a claim, a line or a commitment states."""
        found: Estimate[Any] = getattr(record, self.value)
        return found


QUANTITY: Final = Measure.QUANTITY
VALUE: Final = Measure.VALUE


@attrs.frozen
class Figure:
    """How much is said: an amount, or the share of an undisclosed promise; both, where it is nothing of that.

    Nothing said adds from nothing on.
    """

    amount: Estimate[Any] = UNKNOWN
    share: Estimate[Decimal] = UNKNOWN

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(_sum(self.amount, other.amount), _sum(self.share, other.share))

    @property
    def from_zero(self) -> "Figure":
        """What it is where nothing is below zero: of a sum that would be, only that is known."""
        return Figure(_from_zero(self.amount), _from_zero(self.share))

    @property
    def comparable(self) -> Estimate[Any]:
        """What accounts are compared by: the amount, else the share."""
        return self.share if self.amount.is_unknown else self.amount

    def comparables(self) -> Iterator[tuple[str, Estimate[Any]]]:
        """All that accounts are compared by: nothing of an undisclosed promise is less than any amount or share."""
        if not self.amount.is_unknown:
            yield "amount", self.amount
        if not self.share.is_unknown and (self.amount.is_unknown or _is_at_most_zero(self.share)):
            yield "share", self.share

    @property
    def or_more(self) -> "Figure":
        """At least so much."""
        return Figure(self.amount.or_more, self.share.or_more)

    @property
    def or_less(self) -> "Figure":
        """At most so much."""
        return Figure(self.amount.or_less, self.share.or_less)


def _sum(one: Estimate[Any], other: Estimate[Any]) -> Estimate[Any]:
    if one.is_unknown or other.is_unknown:
        return (other if one.is_unknown else one).or_more
    return one + other


def _from_zero(figure: Estimate[Any]) -> Estimate[Any]:
    if figure.high is not None and figure.high < figure.zero:
        return Estimate(figure.zero)
    return figure.floored_at_zero() if figure.is_negative else figure


def part_of(share: Estimate[Decimal], whole: Estimate[Any]) -> Estimate[Any]:
    """A share of a whole; "up to half" is up to so much, and of a correction below zero, no less than that."""
    part: Estimate[Any] = (share.floored_at_zero() * whole).map_ends(_counted)
    if share.low is not None:
        return part
    return part.or_more if whole.is_negative else part.or_less


class Kinds(Enum):
    """How the kinds that a figure counts lie to the promised ones."""

    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    OTHERS = "others"


def kinds_key(kinds: Sequence[Support]) -> tuple[str, ...]:
    """What several kinds are compared by, whatever their order; kinds of the user's own may have no hash."""
    return tuple(sorted({repr(kind) for kind in kinds}))


def compared(of: Sequence[Support], promised: Sequence[Support]) -> Kinds:
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
    """Whether all the figures of a claim are zero, or below it, as of what went back."""
    stated = [each for each in (claim.quantity, claim.value, claim.share) if not each.is_unknown]
    return bool(stated) and all(map(_is_at_most_zero, stated))


def _is_at_most_zero(figure: Estimate[Any]) -> bool:
    return figure.high is not None and bool(figure.high <= figure.zero)


def figure_of(claim: Claim, promised: Estimate[Any], measure: Measure) -> Figure | None:
    """What a claim says of the very thing that is asked about; None where it says nothing of it in this measure."""
    stated = measure.stated(claim)
    if not stated.is_unknown:
        is_nothing = stated.high == stated.zero and promised.is_unknown and not claim.increment
        return Figure(stated, _NONE if is_nothing else UNKNOWN)
    if not claim.share.is_unknown:
        return share_of(claim.share, promised)
    if has_figure(claim) or only_objects(claim):
        return None
    if claim.increment or claim.of:
        return Figure()
    return share_of(ALL, promised)


def figure_of_one(claim: Claim, promised: Estimate[Any], measure: Measure) -> Figure | None:
    """What a claim of the whole says of one of several lines, whose share need not be that of the whole."""
    if claim.of:
        return None
    if not claim.share.is_unknown:
        found = share_of(claim.share, promised)
        return found if claim.share in (ALL, _NONE) else Figure(about(found.amount), about(found.share))
    stated = measure.stated(claim)
    if stated.high is not None and stated.high == stated.zero:
        return share_of(_NONE, promised)
    return None if has_figure(claim) else figure_of(claim, promised, measure)


def _counted(end: Any) -> Any:
    """Half of 1,000 rounds are 500 rounds, a whole number."""
    return to_number(end, "fulfilment") if isinstance(end, Decimal) else end


def span_of(figures: Iterable[Figure]) -> Figure:
    """What none of some figures excludes."""
    several = list(figures)
    return Figure(Estimate.span(each.amount for each in several), Estimate.span(each.share for each in several))


def share_of(share: Estimate[Decimal], promised: Estimate[Any]) -> Figure:
    """The share of a promise as an amount, or as it is where the promise is undisclosed."""
    amount = part_of(share, promised)
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
