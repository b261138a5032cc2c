"""Who has taken back what was said, or a promise, all of it or in part (rules 8 to 11 of what counts)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeAlias

import attrs

from ..._model.claims import Claim, has_figure, only_objects
from ..._model.commitments import Commitment, Initiative, position_of
from ..._model.ledger import Ledger
from ..._model.lines import Line
from ..._model.parties import Organisation, Party, UnnamedParty
from ..._model.provenance import Record
from ..._model.values.estimate import UNKNOWN, Estimate, exactly
from ..._model.values.money import Money
from ..._model.values.stages import Stage
from .._known import is_known, known, said_on


@attrs.frozen
class Retractions:
    """Which claims are retracted as of a day: as if never said from the day on which their own party took them back.

    Whoever takes back a retraction restores what it retracted.
    """

    ledger: Ledger
    as_of: date | None = None
    _found: dict[str, bool] = attrs.field(factory=dict, init=False)

    def standing(self, about: str) -> list[Claim]:
        """The claims about a commitment or an initiative that were known on the day and not taken back."""
        claims = known(self.ledger, self.ledger.claims_about(about), self.as_of)
        return [claim for claim in claims if not self.include(claim)]

    def include(self, claim: Claim) -> bool:
        """Whether a claim is taken back by another that is not taken back itself."""
        if not self.ledger.claims_about(claim.id):
            return False
        pending = [claim.id]
        while pending:
            id = pending[-1]
            by = [] if id in self._found else self._retracting(id)
            open_ones = [other for other in by if other not in self._found]
            if open_ones:
                pending += open_ones
                continue
            pending.pop()
            self._found.setdefault(id, not all(self._found[other] for other in by))
        return self._found[claim.id]

    def _retracting(self, id: str) -> list[str]:
        retracting = self.ledger.claims_about(id)
        return [claim.id for claim in retracting if is_known(self.ledger, claim.id, self.as_of)]


@attrs.frozen
class Voice:
    """What was said, for one donor, of taking a promise back."""

    on: date | None = None
    """The day on which all of it was taken back; None where it was not, or that has ended since."""
    claims: tuple[tuple[date, Claim], ...] = ()
    """What was taken back in part, in the order in which it was said."""

    def on_line(self, line: int) -> "Voice":
        """What of it bears on one line."""
        if self.on is not None:
            return self
        return Voice(claims=tuple(sorted((*self._by_line.get(line, ()), *self._by_line.get(None, ())), key=_order)))

    @cached_property
    def _by_line(self) -> dict[int | str | None, list[tuple[date, Claim]]]:
        found: dict[int | str | None, list[tuple[date, Claim]]] = {}
        for day, claim in self.claims:
            found.setdefault(claim.line, []).append((day, claim))
        return found


def _order(said: tuple[date, Claim]) -> tuple[date, bool]:
    """Of one day, totals come before increments."""
    day, claim = said
    return day, claim.increment


@attrs.frozen
class Withdrawal:
    """What has been taken back of a promise."""

    on: date | None = None
    """The day on which it was taken back as a whole, by all who can; None where it was not."""
    voices: tuple[Voice, ...] = ()
    """One for each donor, where some of them took something back."""

    def left(
        self, whole: Estimate[Any], taken: Callable[[Claim], Estimate[Any]], line: int | None = None
    ) -> Estimate[Any]:
        """What is left of a figure, of all or of one line, given how much of it each claim takes back.

        Several donors' figures span, they do not add. Where a claim says nothing of this measure, what is left is at
        most what it was.
        """
        if not self.voices or whole.is_unknown:
            return whole
        if is_below_zero(whole):  # a correction, of which as much less is left as of its opposite
            return self.left(_opposite(whole), lambda claim: _opposite(taken(claim)), line) * -1
        voices = self.voices if line is None else [voice.on_line(line) for voice in self.voices]
        return Estimate.span(found for voice in voices for found in _left(whole, voice, taken))


NOTHING: Final = Withdrawal()


def withdrawal(
    ledger: Ledger,
    donors: Iterable[Party],
    claims: Iterable[Claim],
    days: Sequence[date],
) -> Withdrawal:
    """What those who speak for the donors have taken back.

    Args:
        ledger: The records.
        donors: Who promises.
        claims: What was said of the promise.
        days: The days on which all of it was taken back by a record itself, or along with what it is part of.
    """
    said = [claim for claim in claims if not claim.forecast and not only_objects(claim)]
    if not days and not any(claim.stage is Stage.WITHDRAWN for claim in said):
        return NOTHING
    own, records = _speaking_for(donors, ((said_on(ledger, claim), claim) for claim in said))
    silent = _voice(ledger, records, days)
    voices = [_voice(ledger, [*words, *records], days) if words else silent for words in own.values()] or [silent]
    if all(voice.on is not None for voice in voices):
        return Withdrawal(on=max(voice.on for voice in voices if voice.on is not None))
    if any(voice != Voice() for voice in voices):
        return Withdrawal(voices=tuple(dict.fromkeys(voices)))
    return NOTHING


def _chain(party: Party) -> Iterator[Party]:
    """The party, the organisation that holds it, and so on."""
    found: Party | None = party
    while found is not None:
        yield found
        found = found.part_of if isinstance(found, Organisation) else None


Said: TypeAlias = list[tuple[date, Claim]]


def _speaking_for(donors: Iterable[Party], said: Iterable[tuple[date, Claim]]) -> tuple[dict[Party, Said], Said]:
    """What was said for each donor, and what without a speaker, which is the record's own word.

    Whoever speaks for an institution that is part of the donor, or for one that holds it, speaks for the donor.
    """
    own: dict[Party, Said] = {donor: [] for donor in donors}
    held_by: dict[Party, list[Party]] = {}
    for donor in own:
        for holder in _chain(donor):
            held_by.setdefault(holder, []).append(donor)
    records: Said = []
    for day, claim in said:
        party = None if claim.speaker is None else claim.speaker.of
        if claim.speaker is None:
            records.append((day, claim))
        elif party is not None and not isinstance(party, UnnamedParty):  # one description may stand for several
            heard = (*held_by.get(party, ()), *(holder for holder in _chain(party) if holder in own))
            for donor in dict.fromkeys(heard):
                own[donor].append((day, claim))
    return own, records


def _voice(ledger: Ledger, said: Said, days: Sequence[date]) -> Voice:
    """What was said for one donor: the latest word of the whole, unless a claim of progress has ended it."""
    last, progress = max(days, default=None), None
    taken, tally = [], _Tally(ledger)
    for day, claim in sorted(said, key=_order):
        if claim.stage is Stage.WITHDRAWN:
            taken.append((day, claim))
            if tally.is_all_with(claim):
                last = day if last is None else max(day, last)
        elif not _is_nothing(claim):
            progress = day
    if last is not None and (progress is None or progress < last):
        return Voice(on=last)
    return Voice(claims=tuple((day, _by_position(ledger, claim)) for day, claim in taken if last is None or day > last))


def _by_position(ledger: Ledger, claim: Claim) -> Claim:
    """The claim with the position of its line, which tells lines of several records apart as ids do not."""
    subject: Any = ledger[claim.about]
    return attrs.evolve(claim, line=position_of(subject, claim.line)) if isinstance(claim.line, str) else claim


def is_all(ledger: Ledger, claims: Iterable[Claim]) -> bool:
    """Whether claims of one stage, in the order in which they were said, come to all of the promise."""
    tally = _Tally(ledger)
    return any(tally.is_all_with(claim) for claim in claims)


def _is_nothing(claim: Claim) -> bool:
    """Whether it says that nothing has been reached, or that something went back."""
    value = claim.value.high
    ends = (claim.quantity.high, None if value is None else value.amount, claim.share.high)
    return any(end is not None and end <= 0 for end in ends)


class _Tally:
    """How much of a promise one voice has taken back so far."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.sums: dict[str, dict[str, Any]] = {}
        self.lines: dict[str, set[int]] = {}

    def is_all_with(self, claim: Claim) -> bool:
        """Whether with one claim more all of the promise is taken back."""
        subject: Any = self.ledger[claim.about]
        lines, value = _promised(subject)
        if claim.of:
            return False
        at = position_of(subject, claim.line)
        if at is not None:
            line = lines[at]
            if not (has_figure(claim) or claim.increment) or _covers(claim, line.quantity, line.value, {}):
                self.lines.setdefault(claim.about, set()).add(at)
            return value.is_unknown and len(self.lines.get(claim.about, ())) == len(lines)
        if not has_figure(claim):
            return not claim.increment
        if value.is_unknown:
            value = in_all([line.value for line in lines])
        quantity = in_all([line.quantity for line in lines]) if len({line.unit for line in lines}) == 1 else UNKNOWN
        return _covers(claim, quantity, value, self.sums.setdefault(claim.about, {}))


def _promised(record: Record) -> tuple[tuple[Line, ...], Estimate[Money]]:
    """The lines and the value of a commitment, or of the goal of an initiative."""
    if isinstance(record, Initiative):
        return record.goal, record.goal_value
    return (record.lines, record.value) if isinstance(record, Commitment) else ((), UNKNOWN)


def in_all(estimates: Sequence[Estimate[Any]]) -> Estimate[Any]:
    """The sum of figures of one unit; unknown if one of them is, or if they are in several currencies."""
    currencies = {end.currency for one in estimates for end in (one.low, one.high) if isinstance(end, Money)}
    if not estimates or len(currencies) > 1:
        return UNKNOWN
    return sum(estimates[1:], estimates[0])


def _covers(claim: Claim, quantity: Estimate[Any], value: Estimate[Any], sums: dict[str, Any]) -> bool:
    """Whether a figure of the claim, on top of those before it if it is an increment, is all that there is."""
    found = False
    stated = (
        ("share", claim.share, exactly(1)),
        ("quantity", claim.quantity, _opposite(quantity)),
        ("value", claim.value, _opposite(value)),
    )
    for measure, figure, whole in stated:
        if figure.low is None or not comparable(figure.low, whole.high):
            continue
        before = sums.get(measure) if claim.increment else None
        sums[measure] = figure.low if before is None else (exactly(before) + figure.low).low
        found |= sums[measure] >= whole.high
    return found


def comparable(end: object, other: object) -> bool:
    """Whether two ends are there, and of one currency if they are money."""
    if isinstance(end, Money) and isinstance(other, Money):
        return end.currency == other.currency
    return end is not None and other is not None


def _left(whole: Estimate[Any], voice: Voice, taken: Callable[[Claim], Estimate[Any]]) -> Iterator[Estimate[Any]]:
    nothing: Any = whole.zero
    if voice.on is not None:
        yield exactly(nothing)
        return
    figures = [(day, claim.increment, taken(claim)) for day, claim in voice.claims]
    stated = [(day, increment, figure) for day, increment, figure in figures if not figure.is_unknown]
    last = max((day for day, increment, _ in stated if not increment), default=None)
    since = [
        figure if figure.is_negative else figure.floored_at_zero()  # below zero is what was taken back too much
        for day, increment, figure in stated
        if increment and (last is None or day >= last)
    ]
    latest = [figure for day, increment, figure in stated if not increment and day == last]
    for total in latest or [exactly(nothing)]:
        left = less(whole, sum(since, total.floored_at_zero()))
        yield left if len(stated) == len(figures) else left.or_less


def less(whole: Estimate[Any], part: Estimate[Any]) -> Estimate[Any]:
    """What is left of a whole without a part of it, which is zero or more: no less than zero, or than the whole is."""
    taken = Estimate(whole.zero) if part.is_unknown else part.floored_at_zero()
    left, zero = whole - taken, whole.zero
    floor: Any = whole.low  # there where the low end of what is left is
    low = None if left.low is None else max(left.low, min(floor, zero))
    high = None if left.high is None else max(left.high, zero)
    return Estimate.of_ends(low, high, is_approximate=left.is_approximate)


def is_below_zero(estimate: Estimate[Any]) -> bool:
    """Whether it cannot be above zero, and may be below."""
    return estimate.high is not None and bool(estimate.high <= estimate.zero) and estimate.low != estimate.zero


def _opposite(figure: Estimate[Any]) -> Estimate[Any]:
    """How much a figure of a correction is, were it not below zero; any other as it is."""
    return figure * -1 if is_below_zero(figure) else figure
