"""Who contradicts whom."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any, final

import attrs

from .._model.claims import Claim
from .._model.commitments import Commitment
from .._model.ledger import Ledger
from ._accounts import Account, contradict
from ._fulfilment import fulfilment, fulfilment_of_value
from ._known import check_day, is_known, known, subject


@final
@attrs.frozen(kw_only=True)
class Dispute:
    """Two claims about one subject that contradict each other.

    Examples:
        >>> from ukraine_support import Line, MilitaryCommitment, Munition
        >>> ledger = Ledger(
        ...     commitments=[MilitaryCommitment(id="shells", stage="pledged", lines=[Line(Munition(), 10)])],
        ...     claims=[
        ...         Claim(id="a", about="shells", stage="delivered", quantity=5, said="2024-02-25"),
        ...         Claim(id="b", about="shells", stage="delivered", quantity=3, said="2024-02-26"),
        ...     ],
        ... )
        >>> [(found.earlier.id, found.later.id, found.declared) for found in disputes(ledger)]
        [('a', 'b', False)]
    """

    earlier: Claim
    """The claim that was said first (of two said on one day, the one whose id sorts first)."""
    later: Claim
    """The other."""
    declared: bool
    """Whether one of the speakers says that the other is wrong; if not, the figures do."""

    @property
    def about(self) -> str:
        """The id of the commitment or initiative."""
        return self.later.about


def disputes(ledger: Ledger, id: str | None = None, *, as_of: date | None = None) -> tuple[Dispute, ...]:
    """The claims that contradict each other: where a speaker says so, and where the later figure is the lower.

    A figure that its own party has replaced, or that a later and higher one has overtaken, contradicts nobody unless
    somebody said so.

    Args:
        ledger: The records.
        id: A commitment or an initiative; None for all of them.
        as_of: The day asked about; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
    """
    if id is not None:
        subject(ledger, id, as_of, "disputes")
    check_day(as_of, "disputes")
    subjects = sorted({claim.about for claim in ledger.claims.values()}) if id is None else [id]
    return tuple(dispute for about in subjects for dispute in _about(ledger, about, as_of))


def _about(ledger: Ledger, id: str, as_of: date | None) -> Iterator[Dispute]:
    claims = known(ledger, ledger.claims_about(id), as_of)
    if not claims:
        return
    found: dict[tuple[str, str], Dispute] = {}
    for claim in claims:
        for other in claim.disputes:
            if is_known(ledger, other, as_of):
                dispute = _dispute(ledger, claim, ledger.claims[other], declared=True)
                found.setdefault((dispute.earlier.id, dispute.later.id), dispute)
    for one, another in _contradictory(ledger, id, claims, as_of):
        dispute = _dispute(ledger, one, another, declared=False)
        found.setdefault((dispute.earlier.id, dispute.later.id), dispute)
    yield from found.values()


def _contradictory(ledger: Ledger, id: str, claims: list[Claim], as_of: date | None) -> Iterator[tuple[Claim, Claim]]:
    """The latest claims of accounts that contradict each other, by quantity and by value, for each line and stage."""
    about = subject(ledger, id, as_of, "disputes")
    lines = about.lines if isinstance(about, Commitment) else about.goal
    for line, stage in dict.fromkeys((claim.line, claim.stage) for claim in claims):
        answers: list[Any] = [fulfilment_of_value(ledger, id, line=line, stage=stage, as_of=as_of)]
        if line is not None or len(lines) < 2:
            answers.append(fulfilment(ledger, id, line=line, stage=stage, as_of=as_of))
        for answer in answers:
            pairs: Iterator[tuple[Account[Any], Account[Any]]] = combinations(answer.accounts, 2)
            yield from ((first.claim, second.claim) for first, second in pairs if contradict(first, second))


def _dispute(ledger: Ledger, one: Claim, other: Claim, *, declared: bool) -> Dispute:
    earlier, later = sorted((one, other), key=lambda claim: (ledger.dated(claim.id) or date.min, claim.id))
    return Dispute(earlier=earlier, later=later, declared=declared)
