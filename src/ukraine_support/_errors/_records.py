"""Errors of whole ledgers and documents."""

from collections.abc import Iterable

from ._messages import place, shown
from ._values import UkraineSupportError

_LISTED = 20
"""Faults of one document that its message lists."""


class LedgerError(UkraineSupportError, ValueError):
    """A rule of the whole ledger, broken by one record; `field` is the path inside it."""

    also: tuple["LedgerError", ...] = ()
    """The other faults that were found in the same ledger."""

    def __init__(self, record: str, field: str, target: str, problem: str) -> None:
        super().__init__(record, field, target, problem)
        self.record = record
        self.field = field
        self.target = target
        self.problem = problem

    def __str__(self) -> str:
        place = f"{shown(self.record)}.{self.field}" if self.field else shown(self.record)
        return f"{place}: {self.problem}"


class UnknownReferenceError(LedgerError):
    """A record refers to an id that the ledger does not hold, or that is a record of another kind.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Ledger, UnknownReferenceError
        >>> try:
        ...     Ledger(commitments=[FinancialCommitment(id="nl", stage="pledged", towards="czech-initiative")])
        ... except UnknownReferenceError as error:
        ...     print(error)
        'nl'.towards: no initiative has the id 'czech-initiative'
    """


class DuplicateIdError(LedgerError):
    """Two different records carry one id; ids are unique over the whole ledger.

    Examples:
        >>> from ukraine_support import DuplicateIdError, FinancialCommitment, Ledger
        >>> try:
        ...     Ledger(commitments=[FinancialCommitment(id="nl", stage=stage) for stage in ("pledged", "delivered")])
        ... except DuplicateIdError as error:
        ...     print(error)
        'nl': another record has this id; ids are unique over the whole ledger
    """


class CyclicReferenceError(LedgerError):
    """A chain of references comes back to where it began, or a record refers to itself.

    Examples:
        >>> from ukraine_support import CyclicReferenceError, FinancialCommitment, Ledger
        >>> try:
        ...     Ledger(commitments=[FinancialCommitment(id="nl", stage="pledged", part_of="nl")])
        ... except CyclicReferenceError as error:
        ...     print(error)
        'nl'.part_of: the chain 'nl' > 'nl' comes back to where it began
    """


class DocumentError(UkraineSupportError, ValueError):
    """A document that cannot become records, with every fault found in it.

    Examples:
        >>> from ukraine_support import DocumentError
        >>> from ukraine_support.serialisation import loads
        >>> try:
        ...     loads('{"version": 1, "commitments": [{"kind": "military", "id": "a", "stage": "promised"}]}')
        ... except DocumentError as error:
        ...     print(error)
        commitments[0].stage: 'promised' is no Stage; pass one of proposed, pledged, committed, allocated, contracted, \
dispatched, delivered, withdrawn
    """

    problems: tuple[tuple[str, str], ...]
    """Each fault: its path in the document (empty for the whole), and what is wrong there."""

    def __init__(self, problems: Iterable[tuple[str, str]]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        lines = [f"{place(path)}: {problem}" if path else problem for path, problem in self.problems[:_LISTED]]
        if len(self.problems) > _LISTED:
            lines.append(f"... and {len(self.problems) - _LISTED} more, all in `problems`")
        return "\n".join(lines)
