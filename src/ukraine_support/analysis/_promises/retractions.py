"""What parties have taken back of what they said."""

from datetime import date

import attrs

from ..._model.claims import Claim
from ..._model.ledger import Ledger
from .._known import is_known, known


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
        return [
            claim for claim in known(self.ledger, self.ledger.claims_about(about), self.as_of) if not self.of(claim)
        ]

    def retracted(self, about: str) -> list[Claim]:
        """The claims about a commitment or an initiative that were known on the day, and taken back by then."""
        return [claim for claim in known(self.ledger, self.ledger.claims_about(about), self.as_of) if self.of(claim)]

    def of(self, claim: Claim) -> bool:
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
