"""Who stands where."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, final

import attrs

from .._errors import AmbiguousStanceError, UnknownIdError, WrongTypeError, shown
from .._model.base.advice import an_instance
from .._model.claims import Position, Stance
from .._model.commitments import Commitment, Initiative
from .._model.ledger import Ledger
from .._model.parties import Party, UnnamedParty
from .._model.support import Support
from .._model.values.period import a_day_or_none
from .._tabular import ShortTable, Shown, table_of
from ._known import as_known, known, said_on, subject


@final
@attrs.frozen(kw_only=True)
class Standing:
    """Where one party stands: its latest positions.

    Examples:
        >>> from ukraine_support import Country, Personnel, Position
        >>> view = Position(id="fr", holder=Country("FR"), on=Personnel(), stance="leaves_open")
        >>> Standing(holder=Country("FR"), positions=(view,)).stance
        <Stance.LEAVES_OPEN: 'leaves_open'>
    """

    holder: Party
    """Whose standing it is."""
    positions: tuple[Position, ...]
    """The positions of the latest day; of unnamed parties every one, as one description may stand for several."""

    @property
    def stance(self) -> Stance:
        """The one stance that they express.

        Raises:
            AmbiguousStanceError: They express several.
        """
        found = dict.fromkeys(position.stance for position in self.positions)
        if len(found) > 1:
            raise AmbiguousStanceError(str(self.holder), tuple(stance.value for stance in found))
        return next(iter(found))


@final
@attrs.frozen
class Standings(Mapping[Party, Standing], Shown):
    """Where each party stands, by holder: an immutable mapping, in the order in which the positions were taken.

    Examples:
        >>> len(Standings(()))
        0
    """

    holders: tuple[Standing, ...]
    """The standings."""
    on: Support | Commitment | Initiative | None = attrs.field(default=None, kw_only=True, eq=False)
    """On what: the kind of support asked about, or the record; two answers are compared by the standings alone."""
    as_of: date | None = attrs.field(default=None, kw_only=True, eq=False)
    """The day asked about; None for all that the ledger holds."""

    def _short_table(self) -> ShortTable:
        positions = [position for standing in self.holders for position in standing.positions]
        return table_of(positions, len(positions), holders=len(self.holders))

    def __getitem__(self, holder: Party) -> Standing:
        try:
            return self._by_holder[holder]
        except (KeyError, TypeError):  # what has no hash is no holder
            asked = str(holder) if isinstance(holder, Party) else shown(holder)
            raise UnknownIdError(asked, "standing") from None

    @cached_property
    def _by_holder(self) -> Mapping[Party, Standing]:
        return {standing.holder: standing for standing in reversed(self.holders)}

    def __iter__(self) -> Iterator[Party]:
        return iter(standing.holder for standing in self.holders)

    def __len__(self) -> int:
        return len(self.holders)


def standings(ledger: Ledger, on: Support | str, *, as_of: date | str | None = None) -> Standings:
    """Where each party stands on a kind of support, a commitment or an initiative: its latest known position.

    A position on a narrower kind counts: who rules out combat troops has a standing on military personnel.

    Args:
        ledger: The records.
        on: A kind of support, or the id of a commitment or an initiative.
        as_of: The day asked about; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.

    Examples:
        >>> from ukraine_support import Country, Personnel
        >>> nl = Position(id="nl", holder=Country("NL"), on=Personnel(role="combat"), stance="no_plans", said="2024-02")
        >>> standings(Ledger(positions=[nl]), Personnel(role="military"))[Country("NL")].stance
        <Stance.NO_PLANS: 'no_plans'>
    """
    an_instance(ledger, Ledger, "standings.ledger")
    day = a_day_or_none(as_of, "standings")
    about: Support | Commitment | Initiative
    if isinstance(on, Support):
        about = on
        found = [position for position in ledger.positions.values() if _is_on(position, on)]
    elif isinstance(on, str):
        about = as_known(ledger, subject(ledger, on, day, "standings"), day)
        found = list(ledger.positions_on(on))
    else:
        raise WrongTypeError("standings", f"{shown(on)} is a {type(on).__name__}", "pass a kind of support or an id")
    by_holder: dict[Any, list[Position]] = {}
    for position in sorted(known(ledger, found, day), key=lambda each: (said_on(ledger, each), each.id)):
        by_holder.setdefault(position.holder, []).append(position)
    holders = tuple(_latest(ledger, holder, taken) for holder, taken in by_holder.items())
    return Standings(holders, on=about, as_of=day)


def _is_on(position: Position, kind: Support) -> bool:
    return isinstance(position.on, Support) and kind.includes(position.on)


def _latest(ledger: Ledger, holder: Party, taken: list[Position]) -> Standing:
    if not isinstance(holder, UnnamedParty):
        last = said_on(ledger, taken[-1])
        taken = [position for position in taken if said_on(ledger, position) == last]
    return Standing(holder=holder, positions=tuple(taken))
