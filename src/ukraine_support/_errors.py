"""Every error that the library raises on purpose.

Each one is an [`UkraineSupportError`][ukraine_support.UkraineSupportError] and also the built-in error that fits, so
`except ValueError` keeps working. Each carries its parts as attributes, survives pickling, and says what was given,
where, and what is accepted.
"""

from collections.abc import Container, Iterable
from reprlib import Repr
from typing import Self

__all__ = [
    "AmbiguousStanceError",
    "CurrencyMismatchError",
    "CyclicReferenceError",
    "DocumentError",
    "DuplicateIdError",
    "InexactError",
    "InvalidValueError",
    "KindError",
    "NotYetKnownError",
    "UkraineSupportError",
    "UnknownIdError",
    "UnknownReferenceError",
    "UnorderedError",
    "WrongTypeError",
]

_SHOWN = 60
"""Characters of a foreign value that a message repeats."""
_LISTED = 20
"""Faults of one document that its message lists."""


class _Shortened(Repr):
    """The standard library's short `repr`, safe for integers that Python refuses to print."""

    def __init__(self) -> None:
        super().__init__()
        self.maxstring = self.maxother = self.maxlong = _SHOWN

    def repr_int(self, x: int, level: int) -> str:
        return f"an integer of {x.bit_length()} bits" if x.bit_length() > 4 * _SHOWN else repr(x)


_shortened = _Shortened()


def shown(value: object) -> str:
    """A foreign value as a message repeats it: its `repr`, in at most a line however long it is."""
    text = _shortened.repr(value)
    return text if len(text) <= 2 * _SHOWN else f"{text[: 2 * _SHOWN]}..."


def meant(given: str, codes: Container[str]) -> str:
    """`; did you mean 'NL'?` where only capitals and blanks keep what is given from being a code, else nothing."""
    code = given[:_SHOWN].strip().upper()
    return f"; did you mean {code!r}?" if code in codes else ""


def near(given: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` where a known name is close to the one given, else nothing."""
    from difflib import get_close_matches

    found = get_close_matches(given[:_SHOWN], list(known), n=1, cutoff=0.75)
    return f"; did you mean {found[0]!r}?" if found else ""


class UkraineSupportError(Exception):
    """The root of every error that this library raises on purpose.

    Examples:
        >>> from ukraine_support import Country, UkraineSupportError
        >>> try:
        ...     Country("XX")
        ... except UkraineSupportError as error:
        ...     print(error)
        Country: 'XX' is no country of ISO 3166-1; pass an assigned code such as "NL", "NLD" or "528"
    """

    def __str__(self) -> str:
        return " ".join(str(part) for part in self.args)


class InvalidValueError(UkraineSupportError, ValueError):
    """A value that breaks a rule of the type or field it was meant for.

    Examples:
        >>> from ukraine_support import InvalidValueError, Money
        >>> try:
        ...     Money("1_000", "EUR")
        ... except InvalidValueError as error:
        ...     print(error.where, "|", error.problem)
        Money | '1_000' is no plain decimal number
    """

    where: str
    """The type, or the type and field, that refused the value."""
    problem: str
    """What was given, and what is wrong with it."""
    accepted: str
    """What to pass instead."""

    def __init__(self, where: str, problem: str, accepted: str) -> None:
        super().__init__(where, problem, accepted)
        self.where = where
        self.problem = problem
        self.accepted = accepted

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}; {self.accepted}"

    def at(self, where: str) -> Self:
        """The same error, said of another place: the field that the value was meant for."""
        return type(self)(where, self.problem, self.accepted)


class WrongTypeError(InvalidValueError, TypeError):
    """A value of a type that is not accepted: a float where an exact amount is due, a `True` where a count is.

    Examples:
        >>> from ukraine_support import Money, WrongTypeError
        >>> try:
        ...     Money(1.5, "EUR")
        ... except WrongTypeError as error:
        ...     print(error)
        Money: 1.5 is a float; pass "1.5", an int or a Decimal
    """


class CurrencyMismatchError(UkraineSupportError, ValueError):
    """Amounts in two currencies were added, subtracted, divided or compared in order.

    Examples:
        >>> from ukraine_support import CurrencyMismatchError, Money
        >>> try:
        ...     Money("1", "EUR") + Money("1", "USD")
        ... except CurrencyMismatchError as error:
        ...     print(error)
        EUR and USD do not mix; convert one of them at a dated rate first
    """

    def __init__(self, left: object, right: object) -> None:
        super().__init__(left, right)
        self.left = left
        self.right = right

    def __str__(self) -> str:
        return f"{self.left} and {self.right} do not mix; convert one of them at a dated rate first"


class UnorderedError(UkraineSupportError, TypeError):
    """Two values were compared in order though no order holds between them.

    Examples:
        >>> from ukraine_support import Stage, UnorderedError
        >>> try:
        ...     Stage.WITHDRAWN < Stage.DELIVERED
        ... except UnorderedError as error:
        ...     print(error)
        'withdrawn' stands outside the order of stages and compares with none
    """

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(what, reason)
        self.what = what
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.what} {self.reason}"


class InexactError(UkraineSupportError, ValueError):
    """One exact number was asked of something known only within bounds, or not at all.

    Examples:
        >>> from ukraine_support import ArtilleryShell, InexactError, Line, about
        >>> try:
        ...     Line(ArtilleryShell(calibre="155 mm"), about(500_000)).rounds
        ... except InexactError as error:
        ...     print(error)
        Line.rounds: about(500000) is not exact; ask rounds_low and rounds_high
    """

    def __init__(self, where: str, problem: str, accepted: str) -> None:
        super().__init__(where, problem, accepted)
        self.where = where
        self.problem = problem
        self.accepted = accepted

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}; {self.accepted}"


class KindError(UkraineSupportError, TypeError):
    """A class that cannot be built as it stands: abstract, undecorated, or with a wrong, missing or taken `kind`.

    Examples:
        >>> from ukraine_support import KindError, Support
        >>> try:
        ...     Support()
        ... except KindError as error:
        ...     print(error)
        Support is abstract: build one of its kinds, or a subclass of your own
    """

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(name, problem)
        self.name = name
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.name} {self.problem}"


class UnknownIdError(UkraineSupportError, KeyError):
    """No record of that id is in the ledger.

    Examples:
        >>> from ukraine_support import Ledger, UnknownIdError
        >>> try:
        ...     Ledger()["eu-million-shells"]
        ... except UnknownIdError as error:
        ...     print(error)
        no record has the id 'eu-million-shells'
    """

    def __init__(self, id: str, among: str = "record", hint: str = "") -> None:
        super().__init__(id, among, hint)
        self.id = id
        self.among = among
        self.hint = hint

    def __str__(self) -> str:
        return f"no {self.among} has the id {shown(self.id)}{self.hint}"


class NotYetKnownError(UkraineSupportError, KeyError):
    """A question about a record that was not yet known on the day asked about.

    Examples:
        >>> from datetime import date
        >>> from ukraine_support import FinancialCommitment, Ledger, NotYetKnownError
        >>> from ukraine_support.analysis import stage_of
        >>> ledger = Ledger(commitments=[FinancialCommitment(id="loan", stage="pledged", announced="2024-02-26")])
        >>> try:
        ...     stage_of(ledger, "loan", as_of=date(2023, 1, 1))
        ... except NotYetKnownError as error:
        ...     print(error)
        'loan' was not yet known on 2023-01-01; it is known from 2024-02-26
    """

    def __init__(self, id: str, day: object, known_from: object) -> None:
        super().__init__(id, day, known_from)
        self.id = id
        self.day = day
        self.known_from = known_from

    def __str__(self) -> str:
        since = "it carries no date" if self.known_from is None else f"it is known from {self.known_from}"
        return f"{shown(self.id)} was not yet known on {self.day}; {since}"


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


class AmbiguousStanceError(UkraineSupportError, ValueError):
    """One stance was asked of a holder whose latest positions, of one day, differ.

    Examples:
        >>> from ukraine_support import AmbiguousStanceError
        >>> print(AmbiguousStanceError("FR", ("opposes", "supports")))
        FR stands on that day as opposes and as supports; read `positions`
    """

    def __init__(self, holder: str, stances: tuple[str, ...]) -> None:
        super().__init__(holder, stances)
        self.holder = holder
        self.stances = stances

    def __str__(self) -> str:
        return f"{self.holder} stands on that day as {' and as '.join(self.stances)}; read `positions`"


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
        lines = [f"{path}: {problem}" if path else problem for path, problem in self.problems[:_LISTED]]
        if len(self.problems) > _LISTED:
            lines.append(f"... and {len(self.problems) - _LISTED} more, all in `problems`")
        return "\n".join(lines)
