"""Questions to a ledger: pure functions, each with the day as of which it is asked.

* What became of a promise: `fulfilment`, `fulfilment_of_value`, `fulfilments`, `stage_of`, `history`.
* What is late: `overdue`, `delays`.
* How many things are promised, and how many have arrived: `quantities`, `progress`.
* Who pays for a joint undertaking: `funding`.
* Who stands where: `standings`.
* Who contradicts whom, and what a record rests on: `disputes`, `evidence`.
* What it is in another currency, or at constant prices: `RateTable`, `Deflators`.
* What things are worth: `value_of`, `value_of_line`, `implied_price`, by a `PriceBook`.
* Which record counts, where several tell of one promise: `superseded`, `counted_at`.
* What in it is odd: `audit`, by `RULES` and by rules of yours.
* What changed from one state to another, and which records of two are the same: `changes`, `revisions`, `matches`.
* What it adds up to: `totals`, `flows`, `burden`, `largest`, `relative`, `ranking`.
* What an engine may add up instead, and what that comes to: `summands`, `totals_of`, `quantity_summands`,
  `quantities_of`; where a ledger may be cut: `components`.
* How it is split over members: `attribute`, by a `SharingKey`.

None of them reads today's date: `as_of` is a day that you name, or None for all that the ledger holds.

The ledger, or what else is asked about, is passed by position; everything else by its name. An answer carries what was
asked, so that charts and words need nothing but the answer.
"""

from ._accounts.answers import fulfilment, fulfilment_of_value, fulfilments
from ._accounts.delays import Arrival, Delay, delays
from ._accounts.disputes import Dispute, disputes
from ._accounts.fulfilment import Account, Fulfilment
from ._accounts.history import Event, EventKind, History, history, stage_of
from ._accounts.overdue import Overdue, overdue
from ._audit.audit import RULES, audit
from ._audit.finding import Certainty, Finding, Rule
from ._comparison.changes import Change, Changes, FieldChange, Revision, changes, revisions
from ._comparison.matches import Match, matches
from ._evidence import Evidence, evidence
from ._funding import Funding, funding
from ._promises.components import components
from ._promises.counted_at import counted_at
from ._promises.promises import superseded
from ._quantities.burden import burden
from ._quantities.cells import QuantityCell
from ._quantities.largest import largest
from ._quantities.progress import Progress, progress
from ._quantities.quantities import Quantities, quantities
from ._quantities.shares import ProgressCell
from ._quantities.summands import quantities_of, quantity_summands
from ._standings import Standing, Standings, standings
from ._sums.attribution import Keys, SharingKey, attribute
from ._sums.finishing import totals_of
from ._sums.flows import flows
from ._sums.keys import By
from ._sums.ranking import Denominator, Rank, ranking, relative
from ._sums.summands import summands
from ._sums.totals import Total, Totals, totals
from ._worth.dated import DatedNumbers
from ._worth.rates import Deflators, RateTable
from ._worth.valuation import Price, PriceBook, Valuation, implied_price, value_of, value_of_line

__all__ = [
    "RULES",
    "Account",
    "Arrival",
    "By",
    "Certainty",
    "Change",
    "Changes",
    "DatedNumbers",
    "Deflators",
    "Delay",
    "Denominator",
    "Dispute",
    "Event",
    "EventKind",
    "Evidence",
    "FieldChange",
    "Finding",
    "Fulfilment",
    "Funding",
    "History",
    "Keys",
    "Match",
    "Overdue",
    "Price",
    "PriceBook",
    "Progress",
    "ProgressCell",
    "Quantities",
    "QuantityCell",
    "Rank",
    "RateTable",
    "Revision",
    "Rule",
    "SharingKey",
    "Standing",
    "Standings",
    "Total",
    "Totals",
    "Valuation",
    "attribute",
    "audit",
    "burden",
    "changes",
    "components",
    "counted_at",
    "delays",
    "disputes",
    "evidence",
    "flows",
    "fulfilment",
    "fulfilment_of_value",
    "fulfilments",
    "funding",
    "history",
    "implied_price",
    "largest",
    "matches",
    "overdue",
    "progress",
    "quantities",
    "quantities_of",
    "quantity_summands",
    "ranking",
    "relative",
    "revisions",
    "stage_of",
    "standings",
    "summands",
    "superseded",
    "totals",
    "totals_of",
    "value_of",
    "value_of_line",
]
