"""Which promises do not count for themselves, and what counts instead."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ..._errors import WrongTypeError, shown
from ..._model.ledger import Ledger
from .promises import Promises


def superseded(ledger: Ledger, *, as_of: date | str | None = None) -> Mapping[str, tuple[str, ...]]:
    """The ids of commitments that do not count because others do, each with the ids of those others.

    The others restate, replace or repeat it, or they are what it pays back; the page
    [what counts twice](../explanation/what-counts-twice.md) tells by which rules. A part is not superseded by a whole.

    Args:
        ledger: The records.
        as_of: The day asked about, or its text `2024-02-27`; None for all that the ledger holds.

    Raises:
        InvalidValueError: The ledger or the day is none.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Link
        >>> first = FinancialCommitment(id="first", stage="pledged")
        >>> second = FinancialCommitment(id="second", stage="pledged", links=[Link("replaces", "first")])
        >>> dict(superseded(Ledger(commitments=[first, second])))
        {'first': ('second',)}
    """
    if not isinstance(ledger, Ledger):
        raise WrongTypeError("superseded", f"{shown(ledger)} is a {type(ledger).__name__}", "pass a Ledger")
    promises = Promises(ledger if as_of is None else ledger.as_of(as_of))
    found = {id: promises.superseded_by(id) for id in promises.ledger.commitments}
    return MappingProxyType({id: others for id, others in found.items() if others})
