"""What a report says below a promise: every claim about it, who contradicts whom, and what is outstanding."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from .._model.claims import Claim, voice
from .._model.commitments import Commitment, Initiative, lines_of, position_of
from .._model.ledger import Ledger
from .._model.lines import Line
from .._model.values.stages import Stage
from .._words.answers import outstanding, statement, word_of
from .._words.claims import said_by
from .._words.language import Language
from .._words.support import things
from .._words.titles import titles
from ..analysis import Account, Dispute, Fulfilment, disputes, fulfilments
from ._output.outline import Item

Itemised: TypeAlias = Callable[[Claim, str, str | None], Item]
"""A claim, its words and what counts instead as an item, with its sources and what its author adds."""


class Claims:
    """Everything that is said of a ledger's promises."""

    def __init__(self, ledger: Ledger, language: Language, tolerance: Decimal, itemised: Itemised) -> None:
        self._language, self._itemised, self._titles = language, itemised, titles(ledger, language)
        self._answers = fulfilments(ledger, tolerance=tolerance)
        apart = {id(answers): answers for answers in self._answers.values()}  # records of one promise may share theirs
        self._by_claim = {at: _by_claim(answers) for at, answers in apart.items()}
        self._outstanding: dict[int, tuple[Item, ...]] = {}
        self._retracted = {claim.id for answers in apart.values() for answer in answers for claim in answer.retracted}
        self._disputes = _by_subject(disputes(ledger, tolerance=tolerance))

    def about(self, promise: Commitment | Initiative, claims: Sequence[Claim]) -> Iterator[Item]:
        """What is said of one promise, in the order of the claims."""
        answers = self._answers.get(promise.id, ()) if claims else ()
        lines = lines_of(promise)
        accounts, superseded = self._by_claim[id(answers)] if answers else ({}, {})
        for claim in claims:
            line = _line_at(position_of(promise, claim.line), lines)
            said = statement(
                claim,
                self._language,
                account=accounts.get(claim.id),
                unit=None if line is None else line.unit,
                subject=promise,
                titles=self._titles,
            )
            said = self._with_line(line, lines, said)
            if claim.id in self._retracted:
                said = self._language.labelled("retracted", said)
            elif claim.id in superseded and claim.id not in accounts:
                said = self._language.labelled("superseded", said)
            later = None if claim.id in accounts else superseded.get(claim.id)
            yield self._itemised(claim, said, None if later is None else said_by(later, self._language))
        for dispute in self._disputes.get(promise.id, ()):
            both = self._language.clauses(word_of(word, self._language) for word in (dispute.earlier, dispute.later))
            yield Item(self._language.labelled("these accounts contradict each other", both))
        if id(answers) not in self._outstanding:
            left = (item for answer in answers for item in self._left(answer, lines))
            self._outstanding[id(answers)] = tuple(dict.fromkeys(left))
        yield from self._outstanding[id(answers)]

    def _left(self, answer: Fulfilment[Any], lines: tuple[Line, ...]) -> Iterator[Item]:
        """What is left of the promise, with whose figures these are: a span between several is nobody's own."""
        if answer.stage is Stage.DELIVERED:
            line = _line_at(answer.line, lines)
            for told in outstanding(answer, self._language, None if line is None else line.unit):
                yield Item(self._with_line(line, lines, told))

    def _with_line(self, line: Line | None, lines: tuple[Line, ...], said: str) -> str:
        """What is said of one of several lines, with what that line is of."""
        if line is None or len(lines) == 1:
            return said
        return self._language.pair(things(line.of, self._language), said)


def _by_claim(answers: Iterable[Fulfilment[Any]]) -> tuple[dict[str, Account[Any]], dict[str, Claim | None]]:
    """The accounts by the claims that they are told with; and what counts instead of claims that are superseded."""
    accounts: dict[str, Account[Any]] = {}
    superseded: dict[str, Claim | None] = {}
    for answer in answers:
        told = [
            account for account in (*answer.accounts, *answer.forecasts, *answer.stale) if account.claim is not None
        ]
        for account in told:
            if account.word.stage is answer.stage and not account.amount.is_unknown:
                accounts[account.word.id] = account
        latest = {_whose(claim): claim for account in told for claim in account.claims[-1:]}
        superseded |= {claim.id: latest.get(_whose(claim)) for claim in answer.superseded}
    return accounts, superseded


def _whose(claim: Claim) -> Hashable:
    """By this the claims of one party are known of which a later one replaces an earlier one."""
    return voice(claim), claim.of, claim.forecast


def _by_subject(disputes: Iterable[Dispute]) -> Mapping[str, list[Dispute]]:
    """The disputes by the promises that either side speaks of."""
    found: dict[str, list[Dispute]] = {}
    for dispute in disputes:
        both = (dispute.earlier, dispute.later)
        for id in dict.fromkeys(word.about if isinstance(word, Claim) else word.id for word in both):
            found.setdefault(id, []).append(dispute)
    return found


def _line_at(at: int | None, lines: tuple[Line, ...]) -> Line | None:
    """The line that is meant: the one named, or the only one there is."""
    if at is not None:
        return lines[at]
    return lines[0] if len(lines) == 1 else None
