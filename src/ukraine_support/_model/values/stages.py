"""How far a promise has come."""

from typing import Any, Final

from ..._errors import UnorderedError, shown
from ..base.vocabulary import Vocabulary


class Stage(Vocabulary):
    """How far a promise has come, from `PROPOSED` to `DELIVERED`; `WITHDRAWN` stands outside that order.

    Money is delivered when it is disbursed: `DISBURSED` is another name of `DELIVERED`.

    Follows IATI's transaction types (12 pledge, 2 commitment, 3 disbursement), Kiel's commitments and allocations, and
    SIPRI's orders and deliveries.

    Examples:
        >>> Stage.PLEDGED < Stage.ALLOCATED < Stage.DELIVERED
        True
        >>> Stage.WITHDRAWN.has_reached(Stage.PROPOSED)
        False
    """

    PROPOSED = "proposed"
    """Put forward; nobody has promised it yet."""
    PLEDGED = "pledged"
    """Promised in words, by whoever may speak for the donor; nothing binds yet."""
    COMMITTED = "committed"
    """Promised bindingly: decided by a government, a parliament or a board, or written into an agreement."""
    ALLOCATED = "allocated"
    """Set apart for something definite: a package of named things, or money with a purpose and a year."""
    CONTRACTED = "contracted"
    """Ordered from whoever makes or sells it."""
    DISPATCHED = "dispatched"
    """On its way."""
    DELIVERED = "delivered"
    """Arrived at the recipient; money: paid out."""
    DISBURSED = "delivered"
    """Another name of `DELIVERED`, for money."""
    WITHDRAWN = "withdrawn"
    """Taken back; outside the order."""

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return cls.DELIVERED if value == "disbursed" else super()._missing_(value)

    def has_reached(self, other: "Stage | str") -> bool:
        """Whether this stage is the other or a later one; what is withdrawn has reached nothing but that.

        Args:
            other: A stage or its word.

        Raises:
            InvalidValueError: The word is no stage's.

        Examples:
            >>> Stage.DELIVERED.has_reached("pledged")
            True
        """
        asked = other if isinstance(other, Stage) else Stage(other)
        if Stage.WITHDRAWN in (self, asked):
            return self is asked
        return _RANK[self] >= _RANK[asked]

    def __lt__(self, other: "Stage") -> bool:
        return _rank(self) < _rank(other) if _compares(self, other) else NotImplemented

    def __le__(self, other: "Stage") -> bool:
        return _rank(self) <= _rank(other) if _compares(self, other) else NotImplemented

    def __gt__(self, other: "Stage") -> bool:
        return _rank(self) > _rank(other) if _compares(self, other) else NotImplemented

    def __ge__(self, other: "Stage") -> bool:
        return _rank(self) >= _rank(other) if _compares(self, other) else NotImplemented


_RANK: Final[dict[Stage, int]] = {stage: rank for rank, stage in enumerate(Stage) if stage is not Stage.WITHDRAWN}


def _compares(stage: Stage, other: object) -> bool:
    if isinstance(other, str):  # no word equals a stage, so none may stand before or after one
        raise UnorderedError(shown(other), f"is a word; compare {stage} with a Stage, or ask has_reached")
    return isinstance(other, Stage)


def _rank(stage: Stage) -> int:
    if stage is Stage.WITHDRAWN:
        raise UnorderedError("'withdrawn'", "stands outside the order of stages and compares with none")
    return _RANK[stage]
