"""Money towards an initiative, and goods that are bought with it (rule 12 of what counts)."""

import attrs

from ..._model.commitments import Commitment, FinancialCommitment, Sourcing
from ..._model.parties import Party
from .promises import Promises
from .tellings import Promise


def is_money(commitment: Commitment) -> bool:
    """Whether a commitment gives money rather than goods.

    A financial one does, and one that names no goods; so does one that states a value, and of the goods no quantity:
    that is money for them.
    """
    if isinstance(commitment, FinancialCommitment) or not commitment.lines:
        return True
    return not commitment.value.is_unknown and all(line.quantity.is_unknown for line in commitment.lines)


@attrs.frozen
class Buying:
    """Which goods are bought with the money of an initiative."""

    promises: Promises
    _funders: dict[str, frozenset[Party] | None] = attrs.field(factory=dict, init=False)
    _names_goods: dict[Promise, bool] = attrs.field(factory=dict, init=False)

    def is_bought(self, commitment: Commitment) -> bool:
        """Whether goods are bought with money given towards their initiative; all others are their donor's gift.

        They are if they name no donor, its lead alone, or only donors whose own money goes towards it; but what comes
        out of stock was not bought.
        """
        if commitment.towards is None or commitment.sourcing is Sourcing.STOCK or is_money(commitment):
            return False
        if commitment.towards not in self._funders:
            self._funders[commitment.towards] = self._giving_money(commitment.towards)
        funders = self._funders[commitment.towards]
        if funders is None:
            return False
        lead = self.promises.ledger.initiatives[commitment.towards].lead
        return commitment.donors == (lead,) or funders.issuperset(commitment.donors)

    def _giving_money(self, initiative: str) -> frozenset[Party] | None:
        """Everyone whose own money goes towards an initiative; None where no money does that was not taken back."""
        promises = self.promises
        money = [
            given
            for given in promises.contributions(initiative)
            if is_money(given)
            and not self._gives_way(given)
            and given.id in promises.promise_of(given.id).is_standing
            and not promises.is_withdrawn(given.id)
        ]
        return frozenset(donor for given in money for donor in given.donors) if money else None

    def _gives_way(self, given: Commitment) -> bool:
        """Whether the same promise names goods: in another telling, or in its parts, as under the head of a package."""
        promise = self.promises.promise_of(given.id)
        if promise not in self._names_goods:
            ledger, found = self.promises.ledger, self._names_goods
            for one in reversed(self.promises.tangle_of(given.id).wholes_first):
                told = (ledger.commitments[id] for id in one.standing)
                found[one] = not all(map(is_money, told)) or any(found.get(part, False) for part in one.parts)
        return self._names_goods[promise]
