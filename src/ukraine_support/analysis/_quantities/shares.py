"""Cells of a table of progress, and how they are added up."""

from decimal import Decimal
from typing import Any, Generic, TypeVar, final

import attrs

from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from .._accounts.accounts import ratio_of
from .outcomes import Outcome
from .sums import Sum

A_co = TypeVar("A_co", bound=Any, covariant=True)


@final
@attrs.frozen(kw_only=True)
class ProgressCell(Generic[A_co]):
    """One cell of a table of progress: sums over promises, each worked out by itself.

    Where accounts differ, `delivered` and `outstanding` span them: that is no figure that anybody stated; read it with
    `disputed`, and ask `fulfilment` for the accounts.

    Examples:
        >>> from ukraine_support import Claim, Ledger, Line, MilitaryCommitment, Munition
        >>> from ukraine_support.analysis import progress
        >>> promises = [
        ...     MilitaryCommitment(id=id, stage="pledged", lines=[Line(Munition(), 100)]) for id in ("kept", "silent")
        ... ]
        >>> kept = Claim(id="kept-claim", about="kept", stage="delivered", quantity=100)
        >>> cell = progress(Ledger(commitments=promises, claims=[kept]), of=Munition())[()]
        >>> cell.promised, cell.delivered, cell.outstanding, cell.unreported
        (exactly(200), between(100, 200), between(0, 100), 1)
    """

    promised: Estimate[A_co]
    """What is promised: for things, what `quantities` says at the same stage."""
    delivered: Estimate[A_co]
    """What has reached the stage asked about: of a promise of which nobody has given an account, nothing to all."""
    outstanding: Estimate[A_co]
    """What is left of the promises, each from zero on."""
    share: Estimate[Decimal]
    """Which part of what is promised in the cell has reached the stage; shares of cells add to nothing."""
    commitments: int
    """How many commitments were added up."""
    undisclosed: int
    """Of how many lines (of money: commitments) it is not known how much was promised."""
    wider: int
    """How many lines count a wider kind: they are not added."""
    disputed: int
    """Of how many commitments accounts contradict each other."""
    unreported: int
    """Of how many commitments nobody has given an account."""

    @property
    def value(self) -> Estimate[A_co]:
        """What rankings go by: what has reached the stage."""
        return self.delivered


class ProgressTally:
    """A cell being added up."""

    def __init__(self) -> None:
        self.promised, self.delivered, self.outstanding = Sum(), Sum(), Sum()
        self.ids: set[str] = set()
        self.reported: set[str] = set()
        self.disputed: set[str] = set()
        self.undisclosed = self.wider = 0

    def enter(self, one: Outcome) -> None:
        """A promise, or a line of one."""
        if one.is_wider:
            self.wider += 1
            return
        id, may_be_less = one.commitment.id, one.commitment.correction
        self.ids.add(id)
        self.promised.add(one.promised, may_be_less=may_be_less)
        self.undisclosed += one.promised.is_unknown
        self.delivered.add(one.delivered)
        self.outstanding.add(one.outstanding, may_be_less=may_be_less)
        if not one.is_unreported:
            self.reported.add(id)
        if one.answer is not None and one.answer.disputed:
            self.disputed.add(id)

    def cell(self, currency: Currency | None, *, is_measured: bool) -> ProgressCell[Any]:
        """The cell; in money, with amounts."""
        figures = [
            each.estimate() if is_measured else UNKNOWN for each in (self.promised, self.delivered, self.outstanding)
        ]
        promised, delivered, outstanding = (
            figure if currency is None else _amount(figure, currency) for figure in figures
        )
        return ProgressCell(
            promised=promised,
            delivered=delivered,
            outstanding=outstanding,
            share=ratio_of(figures[1], figures[0]),
            commitments=len(self.ids),
            undisclosed=self.undisclosed,
            wider=self.wider,
            disputed=len(self.disputed),
            unreported=len(self.ids - self.reported),
        )


def _amount(figure: Estimate[Any], currency: Currency) -> Estimate[Money]:
    return figure.map_ends(lambda end: Money(end, currency))
