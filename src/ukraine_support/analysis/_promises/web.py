"""Commitments that are parts of each other, or linked: what hangs together, as far as it was known on a day."""

from collections.abc import Iterator
from datetime import date

import attrs

from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from .._known import is_known


@attrs.frozen
class Web:
    """The commitments that hang together with one, without a look at any other."""

    ledger: Ledger
    as_of: date | None

    def knows(self, id: str) -> bool:
        """Whether a record was known on the day."""
        return is_known(self.ledger, id, self.as_of)

    def around(self, id: str) -> dict[str, Commitment]:
        """The commitment, and all that can be reached from it over parts and links, whichever way they point."""
        found = {id: self.ledger.commitments[id]}
        pending = [id]
        while pending:
            for other in self._beside(found[pending.pop()]):
                if other not in found and self.knows(other):
                    found[other] = self.ledger.commitments[other]
                    pending.append(other)
        return found

    def _beside(self, commitment: Commitment) -> Iterator[str]:
        if commitment.part_of is not None:
            yield commitment.part_of
        for link in commitment.links:
            yield link.to
        for other in self.ledger.parts_of(commitment.id):
            yield other.id
        for other in self.ledger.links_to(commitment.id):
            yield other.id
