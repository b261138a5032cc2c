"""Questions to a ledger: pure functions, each with the day as of which it is asked.

* What became of a promise: `fulfilment`, `fulfilment_of_value`, `stage_of`, `history`, `overdue`.
* Who pays for a joint undertaking: `funding`.
* Who stands where: `standings`.
* Who contradicts whom, and what a record rests on: `disputes`, `evidence`.

None of them reads today's date: `as_of` is a day that you name, or None for all that the ledger holds.
"""

from ._accounts import Account
from ._disputes import Dispute, disputes
from ._evidence import Evidence, evidence
from ._fulfilment import Fulfilment, fulfilment, fulfilment_of_value
from ._funding import Funding, funding
from ._progress import Event, EventKind, Overdue, history, overdue, stage_of
from ._standings import Standing, Standings, standings

__all__ = [
    "Account",
    "Dispute",
    "Event",
    "EventKind",
    "Evidence",
    "Fulfilment",
    "Funding",
    "Overdue",
    "Standing",
    "Standings",
    "disputes",
    "evidence",
    "fulfilment",
    "fulfilment_of_value",
    "funding",
    "history",
    "overdue",
    "stage_of",
    "standings",
]
