"""At which stages a commitment's own value is in a sum, for those who add up rows of a table."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from ..._model.base.advice import an_instance
from ..._model.ledger import Ledger
from ..._model.values.stages import Stage
from ..._tabular import ShownMapping
from .bought import Buying
from .counting import AtStage
from .promises import Promises
from .tellings import Promise

_REACHED: Final = {own: frozenset(stage for stage in Stage if own.has_reached(stage)) for own in Stage}


def counted_at(ledger: Ledger, *, as_of: date | str | None = None) -> Mapping[str, frozenset[Stage]]:
    """At which stages each commitment's own value is in the sums of `totals`, by id: at none where another's is.

    Of several commitments that tell of one promise, the one whose value holds has the stages. A part has none, as its
    whole counts; but where the whole states no value, or no low end, the parts have them with it. Goods bought with
    money given towards an initiative have none, as they stand apart.

    So the values of the commitments of a stage add up to its totals, but for what no single record states: values of
    lines, spans where commitments contradict each other, what was taken back in part, and what else raises a low end.
    [A page](../how-to/use-a-database.md) says more.

    Args:
        ledger: The records.
        as_of: The day asked about, or its text `2024-02-27`; None for all that the ledger holds.

    Raises:
        InvalidValueError: The ledger or the day is none.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Money
        >>> whole = FinancialCommitment(id="whole", stage="pledged", value=Money(100, "EUR"))
        >>> part = FinancialCommitment(id="part", stage="pledged", value=Money(40, "EUR"), part_of="whole")
        >>> stages = counted_at(Ledger(commitments=[whole, part]))
        >>> [stage.value for stage in sorted(stages["whole"])], stages["part"]
        (['proposed', 'pledged'], frozenset())
    """
    an_instance(ledger, Ledger, "counted_at")
    promises = Promises(ledger if as_of is None else ledger.as_of(as_of))
    buying = Buying(promises)
    found: dict[str, frozenset[Stage]] = dict.fromkeys(promises.ledger.commitments, frozenset())
    for stage in Stage:
        simple, bound = promises.counting(stage)
        for one in simple:
            if not found[one.id] and not buying.is_bought(one):
                found[one.id] = _REACHED[one.stage]
        for counted in bound:
            if not buying.is_bought(promises.filed(counted)):
                for id in _adding(counted.promise, counted.at):
                    found[id] |= {stage}
    return ShownMapping(found)


def _adding(counted: Promise, at: AtStage) -> Iterator[str]:
    """The records whose values add up to a promise that counts: its own and, without a low end, those of its parts."""
    pending, seen = [counted], {counted}
    while pending:
        promise = pending.pop()
        told = at.told_by(promise)
        if promise is counted or promise in at.reached:
            yield told[0]
            if promise is not counted:
                yield from (at.told_by(other)[0] for other in at.corrections({*told, *at.reached[promise]}))
            figure = at.figure(at.tangle.records[told[0]])
            if figure.low is not None and (figure.low > figure.zero or figure.low == figure.high):
                continue
        for parts in at.raised_by(promise).values():
            raising = [part for part in parts if not (part in seen or part in at.passed_over or at.is_replaced(part))]
            seen.update(raising)
            pending += raising
