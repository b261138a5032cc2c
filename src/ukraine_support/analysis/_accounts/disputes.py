"""Who contradicts whom."""

from collections.abc import Hashable, Iterator
from datetime import date
from decimal import Decimal
from typing import final

import attrs

from ..._model.base.advice import an_instance
from ..._model.claims import Claim
from ..._model.commitments import Commitment, Initiative
from ..._model.ledger import Ledger
from ..._model.values.period import a_day_or_none
from ..._tabular import ShownTuple
from .._known import is_known, known, subject
from .._promises.claimed import VALUE
from .._promises.tellings import Promise
from .answers import TOLERANCE, Answers, rounding
from .evaluation import Contradiction, contradiction


@final
@attrs.frozen(kw_only=True)
class Dispute:
    """Two statements about one subject that contradict each other: claims, or what was announced.

    Examples:
        >>> from ukraine_support import Country, Line, MilitaryCommitment, Munition, Speaker
        >>> kyiv, berlin = (Speaker("A minister", of=Country(code)) for code in ("UA", "DE"))
        >>> ledger = Ledger(
        ...     commitments=[MilitaryCommitment(id="shells", stage="pledged", lines=[Line(Munition(), 10)])],
        ...     claims=[
        ...         Claim(id="a", about="shells", stage="delivered", quantity=5, said="2024-02-25", speaker=kyiv),
        ...         Claim(id="b", about="shells", stage="delivered", quantity=3, said="2024-02-26", speaker=berlin),
        ...     ],
        ... )
        >>> [(found.earlier.id, found.later.id, found.declared) for found in disputes(ledger)]
        [('a', 'b', False)]
    """

    about: str
    """The id of the commitment or initiative."""
    earlier: Claim | Commitment | Initiative
    """What was said first (of two said on one day, the one whose id sorts first)."""
    later: Claim | Commitment | Initiative
    """The other."""
    declared: bool
    """Whether one of the speakers says that the other is wrong; if not, the figures do."""


def disputes(
    ledger: Ledger, id: str | None = None, *, as_of: date | str | None = None, tolerance: Decimal = TOLERANCE
) -> tuple[Dispute, ...]:
    """What contradicts each other: where a speaker says so, and where the later figure is too low.

    A delivered total only grows: of the same kinds and comparable periods, a later account that is lower contradicts an
    earlier one, as does an account of a whole that says less than its parts have reached. What is retracted, superseded
    or stale contradicts nobody. Of many accounts that contradict each other, each is given with the highest before it
    and the lowest after it; of the disputes that speakers declare, every one.

    Args:
        ledger: The records.
        id: A commitment or an initiative; None for all of them.
        as_of: The day asked about; None for all that the ledger holds.
        tolerance: How far a rounded figure may be off: by a tenth, "about 500" and 480 do not contradict each other.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: The tolerance is not from 0 to below 1.
    """
    an_instance(ledger, Ledger, "disputes.ledger")
    if id is not None:
        subject(ledger, id, as_of, "disputes")
    answers = Answers(ledger, a_day_or_none(as_of, "disputes"), rounding(tolerance, "disputes"))
    standing = _Standing(answers)
    found: dict[frozenset[str], Dispute] = {}
    for about in _subjects(answers) if id is None else [id]:
        for each in (*standing.of(about), *(standing.declared(about) if id is None else ())):
            pair = frozenset((each.earlier.id, each.later.id))
            found.setdefault(pair, Dispute(about=about, earlier=each.earlier, later=each.later, declared=each.declared))
    return ShownTuple(found.values())


def _subjects(answers: Answers) -> Iterator[str]:
    """What was spoken of: of a promise that several records tell of, without lines to tell apart, one of them."""
    asked: dict[Promise, bool] = {}
    for id in answers.claims.spoken_of():
        if id not in answers.ledger.commitments:
            yield id
            continue
        promise = answers.promises.promise_of(id)
        if not asked.get(promise):
            yield id
        if promise not in asked:
            asked[promise] = all(len(answers.ledger.commitments[each].lines) < 2 for each in promise.tellings)


class _Standing:
    """What stands of what was said about each subject, worked out where it is asked."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self._found: dict[Hashable, tuple[list[Contradiction], set[str]]] = {}

    def of(self, about: str) -> list[Contradiction]:
        """What contradicts each other in the answers about a subject, where no other subject has said so already."""
        found, _ = self._ask(about)
        new, found[:] = list(found), []
        return new

    def declared(self, about: str) -> Iterator[Contradiction]:
        """The disputes that claims about a subject declare, whatever the other is about: they stand while both do."""
        ledger = self.answers.ledger
        for claim in known(ledger, ledger.claims_about(about), self.answers.as_of):
            for id in claim.disputes if self._stands(claim) else ():
                other = ledger.claims[id]
                if is_known(ledger, id, self.answers.as_of) and self._stands(other):
                    yield contradiction(ledger, claim, other)

    def _stands(self, claim: Claim) -> bool:
        return claim.id not in self._ask(claim.about)[1]

    def _ask(self, about: str) -> tuple[list[Contradiction], set[str]]:
        """The contradictions, and the claims that no longer stand; records of one promise may share them."""
        content = self.answers.claims.content(about)
        if content in self._found:
            return self._found[content]
        found: list[Contradiction] = []
        gone: set[str] = set()
        standing: set[str] = set()
        questions = self.answers.claims.questions(about)
        of_lines = (asked._replace(measure=VALUE) for asked in questions if asked.line is not None)
        for asked in dict.fromkeys((*questions, *of_lines)):
            answer = self.answers.answer(asked)
            found += answer.contradictions
            fulfilment = answer.fulfilment
            at_stage = [claim for account in (*fulfilment.accounts, *fulfilment.forecasts) for claim in account.claims]
            standing.update(claim.id for claim in at_stage)
            stale = (claim for account in fulfilment.stale for claim in account.claims)
            gone.update(
                claim.id
                for claim in (*stale, *fulfilment.superseded, *fulfilment.retracted)
                if claim.stage is asked.stage
            )
        return self._found.setdefault(content, (found, gone - standing))
