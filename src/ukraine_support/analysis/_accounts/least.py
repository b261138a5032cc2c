"""What was reached at least, by one promise or by several together: nothing is in such a sum twice."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import attrs

from ..._model.claims import Claim
from ..._model.commitments import Commitment, Initiative
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from .._promises.overlaps import Held, overlapping
from .party_totals import added

Word: TypeAlias = Claim | Commitment | Initiative


@attrs.frozen
class Least:
    """What was reached at least, with the last word on it."""

    amount: Estimate[Any] = UNKNOWN
    day: date = date.min
    word: Word | None = None

    @property
    def currency(self) -> Currency | None:
        """The currency of money."""
        return self.amount.low.currency if isinstance(self.amount.low, Money) else None


def together(leasts: Mapping[str, Sequence[Least]], held: Mapping[str, Held], currency: Currency | None) -> Least:
    """What several promises have reached together, of each the leasts of its lines and what others hold of it too.

    Of promises that hold something in common, the one that has reached most counts. Money in another currency than the
    whole's is left out.
    """
    stated = {id: [each for each in lines if _is_something(each, currency)] for id, lines in leasts.items()}
    counted = {id: lines for id, lines in stated.items() if lines}
    every = [each for lines in counted.values() for each in lines]
    if not every or len({each.currency for each in every}) > 1:
        return Least()
    amounts = [added([each.amount.low for each in lines]) for lines in counted.values()]
    if held:
        groups = overlapping([held.get(id, frozenset()) for id in counted])
        amounts = [max(amounts[at] for at in group) for group in groups]
    last = max(every, key=lambda each: each.day)
    rough = any(each.amount.is_approximate for each in every)
    return Least(Estimate(added(amounts), None, rough), last.day, last.word)


def _is_something(least: Least, currency: Currency | None) -> bool:
    low = least.amount.low
    return low is not None and bool(low > low * 0) and (currency is None or least.currency == currency)
