"""Every error that the library raises on purpose.

Each is an [`UkraineSupportError`][ukraine_support.UkraineSupportError] and the built-in error that fits. Each says
where something was wrong, what was, and what is accepted; it carries its parts as attributes and survives pickling.
"""

from collections.abc import Iterable
from typing import Final, Self

import attrs

from . import _messages

meant, near, shown = _messages.meant, _messages.near, _messages.shown

_LISTED: Final = 20
"""Faults of one document that its message lists."""


class UkraineSupportError(Exception):
    """The root of every error that this library raises on purpose.

    Examples:
        >>> from ukraine_support import Calibre, UkraineSupportError
        >>> try: Calibre(0)
        ... except UkraineSupportError as error: print(error)
        Calibre: 0 is not above zero; pass a positive number
    """

    where: str = ""
    """The type, the field or the record where something was wrong; empty where the rest says so."""
    problem: str = ""
    """What was given, and what is wrong with it."""
    accepted: str = ""
    """What to pass or to do instead; empty where nothing helps."""

    def __str__(self) -> str:
        where, accepted = f"{self.where}: " if self.where else "", f"; {self.accepted}" if self.accepted else ""
        return f"{where}{self.problem}{accepted}" if self.problem else super().__str__()


@attrs.define(slots=False, repr=False)
class InvalidValueError(UkraineSupportError, ValueError):
    """A value that breaks a rule of the type or field it was meant for.

    Examples:
        >>> from ukraine_support import InvalidValueError, Money
        >>> try: Money("1_000", "EUR")
        ... except InvalidValueError as error: print(error.where, "|", error.problem)
        Money | '1_000' is no plain decimal number
    """

    where: str
    problem: str
    accepted: str

    def at(self, where: str) -> Self:
        """The same error, said of another place: the field that the value was meant for."""
        return attrs.evolve(self, where=where)


class WrongTypeError(InvalidValueError, TypeError):
    """A value of a type that is not accepted: a float where an exact amount is due, a `True` where a count is.

    Examples:
        >>> from ukraine_support import Money, WrongTypeError
        >>> try: Money(1.5, "EUR")
        ... except WrongTypeError as error: print(error)
        Money: 1.5 is a float; pass "1.5", an int or a Decimal
    """


class InexactError(InvalidValueError):
    """One exact number was asked of something known only within bounds, or not at all.

    Examples:
        >>> from ukraine_support import InexactError
        >>> print(InexactError("Line.rounds", "about(500000) is not exact", "ask rounds_low and rounds_high"))
        Line.rounds: about(500000) is not exact; ask rounds_low and rounds_high
    """


@attrs.define(slots=False, repr=False)
class CurrencyMismatchError(UkraineSupportError, ValueError):
    """Amounts in two currencies were added, subtracted, divided or compared in order.

    Examples:
        >>> from ukraine_support import CurrencyMismatchError
        >>> print(CurrencyMismatchError("EUR", "USD"))
        EUR and USD do not mix; convert one of them at a dated rate first
    """

    left: object
    """One of the two amounts, or its currency."""
    right: object
    """The other."""

    def __attrs_post_init__(self) -> None:
        self.problem: str = f"{self.left} and {self.right} do not mix"
        self.accepted: str = "convert one of them at a dated rate first"


@attrs.define(slots=False, repr=False)
class UnitMismatchError(UkraineSupportError, ValueError):
    """Numbers in several units were to be added: rounds and tonnes.

    Examples:
        >>> from ukraine_support import UnitMismatchError
        >>> print(UnitMismatchError(("rounds", "tonnes")))
        rounds and tonnes do not add; pass unit= for what has a mass, or keep them apart by "unit"
    """

    units: tuple[str, ...]
    """The units, as words."""

    def __attrs_post_init__(self) -> None:
        self.problem: str = f"{' and '.join(self.units)} do not add"
        self.accepted: str = 'pass unit= for what has a mass, or keep them apart by "unit"'


@attrs.define(slots=False, repr=False)
class UnorderedError(UkraineSupportError, TypeError):
    """Two values were compared in order though no order holds between them.

    Examples:
        >>> from ukraine_support import UnorderedError
        >>> print(UnorderedError("'withdrawn'", "stands outside the order of stages and compares with none"))
        'withdrawn' stands outside the order of stages and compares with none
    """

    what: str
    """What was compared."""
    reason: str
    """Why no order holds."""

    def __attrs_post_init__(self) -> None:
        self.problem: str = f"{self.what} {self.reason}"


@attrs.define(slots=False, repr=False)
class KindError(UkraineSupportError, TypeError):
    """A class that cannot be built as it stands: abstract, undecorated, or with a wrong, missing or taken `kind`.

    Examples:
        >>> from ukraine_support import KindError
        >>> print(KindError("Support", "it is abstract", "build one of its kinds, or a subclass of your own"))
        Support: it is abstract; build one of its kinds, or a subclass of your own
    """

    name: str
    """The class, by its name."""
    problem: str
    accepted: str

    def __attrs_post_init__(self) -> None:
        self.where: str = self.name


@attrs.define(slots=False, repr=False)
class AmbiguousStanceError(UkraineSupportError, ValueError):
    """One stance was asked of a holder whose latest positions, of one day, differ.

    Examples:
        >>> from ukraine_support import AmbiguousStanceError
        >>> print(AmbiguousStanceError("FR", ("opposes", "supports")))
        FR stands on that day as opposes and as supports; read `positions`
    """

    holder: str
    """Whose stance was asked for."""
    stances: tuple[str, ...]
    """The stances, as words."""

    def __attrs_post_init__(self) -> None:
        self.problem: str = f"{self.holder} stands on that day as {' and as '.join(self.stances)}"
        self.accepted: str = "read `positions`"


@attrs.define(slots=False, repr=False)
class UnknownIdError(UkraineSupportError, KeyError):
    """No record of that id is in the ledger.

    Examples:
        >>> from ukraine_support import UnknownIdError
        >>> print(UnknownIdError("eu-million-shells"))
        no record has the id 'eu-million-shells'
    """

    id: str
    """The id that was looked for."""
    among: str = "record"
    """What was looked for, in a word."""
    hint: str = ""
    """The end of the message: a near id, where there is one."""

    def __attrs_post_init__(self) -> None:
        self.problem: str = f"no {self.among} has the id {shown(self.id)}"
        self.accepted: str = self.hint.removeprefix("; ")


@attrs.define(slots=False, repr=False)
class NotYetKnownError(UkraineSupportError, KeyError):
    """A question about a record that was not yet known on the day asked about.

    Examples:
        >>> from datetime import date
        >>> from ukraine_support import FinancialCommitment, Ledger, NotYetKnownError
        >>> from ukraine_support.analysis import stage_of
        >>> ledger = Ledger(commitments=[FinancialCommitment(id="loan", stage="pledged", announced="2024-02-26")])
        >>> try: stage_of(ledger, "loan", as_of=date(2023, 1, 1))
        ... except NotYetKnownError as error: print(error)
        'loan' was not yet known on 2023-01-01; it is known from 2024-02-26
    """

    id: str
    """The record."""
    day: object
    """The day asked about."""
    known_from: object
    """The day from which it is known; None where it has none."""

    def __attrs_post_init__(self) -> None:
        since = "it carries no date" if self.known_from is None else f"it is known from {self.known_from}"
        self.problem: str = f"{shown(self.id)} was not yet known on {self.day}; {since}"


@attrs.define(slots=False, repr=False)
class RateNotFoundError(UkraineSupportError, KeyError):
    """A table has no rate, or no index, of a currency for a day.

    Examples:
        >>> from datetime import date
        >>> from ukraine_support import Money, RateNotFoundError
        >>> from ukraine_support.analysis import RateTable
        >>> rates = RateTable("EUR", {date(2024, 2, 26): {"USD": "1.0852"}})
        >>> try: rates.convert(Money("1", "USD"), "EUR", on=date(2024, 2, 25))
        ... except RateNotFoundError as error: print(error)
        no rate of USD on 2024-02-25; the table covers 2024-02-26 to 2024-02-26
    """

    currency: str
    """The code of the currency."""
    day: object
    """The day asked about; None where none was given."""
    span: tuple[object, object] | None
    """The first and the last day with a rate of the currency, or of any where it has none; None without days."""
    what: str = "rate"
    """What is missing: a rate, an index."""
    commitments: tuple[str, ...] = ()
    """The ids of the commitments that need it."""

    def __attrs_post_init__(self) -> None:
        when = "without a day" if self.day is None else f"on {self.day}"
        covered = "the table has none" if self.span is None else f"the table covers {self.span[0]} to {self.span[1]}"
        needed = ", ".join(shown(id) for id in self.commitments[:5])
        more = f" and {len(self.commitments) - 5} more" if len(self.commitments) > 5 else ""
        self.problem: str = f"no {self.what} of {self.currency} {when}; {covered}"
        self.accepted: str = f"needed by {needed}{more}" if needed else ""

    def needed_by(self, commitments: Iterable[str]) -> Self:
        """The same error, said of the commitments that need the rate."""
        return attrs.evolve(self, commitments=tuple(commitments))


@attrs.define(slots=False, repr=False)
class UnknownNameError(UkraineSupportError, KeyError):
    """A name that no party known here bears, in the languages asked.

    Examples:
        >>> from ukraine_support import UnknownNameError
        >>> from ukraine_support.reference import find_party
        >>> try: find_party("Czechya")
        ... except UnknownNameError as error: print(error)
        no party known here is called 'Czechya'; near it are 'Czechia'
    """

    name: str
    """The name that was looked for."""
    near: tuple[str, ...] = ()
    """Names that are written alike."""

    def __attrs_post_init__(self) -> None:
        found = ", ".join(map(repr, self.near))
        self.problem: str = f"no party known here is called {shown(self.name)}"
        self.accepted: str = f"near it are {found}" if found else "pass an English name, or name further languages"


@attrs.define(slots=False, repr=False)
class AmbiguousNameError(UkraineSupportError, ValueError):
    """A name that more than one party bears.

    Examples:
        >>> from ukraine_support import AmbiguousNameError
        >>> from ukraine_support.reference import find_party
        >>> try: find_party("Korea")
        ... except AmbiguousNameError as error: print(error)
        'Korea' could be KP or KR; pass a name that only one of them bears
    """

    name: str
    """The name that was looked for."""
    candidates: tuple[object, ...]
    """The parties that it could be."""

    def __attrs_post_init__(self) -> None:
        self.problem: str = f"{shown(self.name)} could be {' or '.join(map(str, self.candidates))}"
        self.accepted: str = "pass a name that only one of them bears"


@attrs.define(slots=False, repr=False)
class LedgerError(UkraineSupportError, ValueError):
    """A rule of the whole ledger, broken by one record.

    Examples:
        >>> from ukraine_support import Initiative, Ledger, LedgerError, Source
        >>> try: Ledger(sources=[Source(id="a")], initiatives=[Initiative(id="a")])
        ... except LedgerError as error: print(error.record, "|", error.problem)
        a | another record has this id; ids are unique over the whole ledger
    """

    record: str
    """The id of the record."""
    field: str
    """The path of the field inside it; empty for its own id."""
    target: str
    """The id to which the field refers."""
    problem: str
    also: tuple["LedgerError", ...] = attrs.field(default=(), init=False)
    """The other faults that were found in the same ledger; where they are more than a thousand, of each further record
    the first."""

    def __attrs_post_init__(self) -> None:
        self.where: str = f"{shown(self.record)}.{self.field}" if self.field else shown(self.record)


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
        >>> try: Ledger(commitments=[FinancialCommitment(id="nl", stage="pledged", part_of="nl")])
        ... except CyclicReferenceError as error: print(error)
        'nl'.part_of: the chain 'nl' > 'nl' comes back to where it began
    """


def _every(problems: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(problems)


@attrs.define(slots=False, repr=False)
class DocumentError(UkraineSupportError, ValueError):
    """A document that cannot become records, with every fault found in it.

    Examples:
        >>> from ukraine_support import DocumentError
        >>> from ukraine_support.serialisation import loads
        >>> try: loads('{"version": 1, "commitments": [{"kind": "military", "id": "a", "stage": "promised"}]}')
        ... except DocumentError as error: print(error)
        commitments[0].stage: 'promised' is no Stage; pass one of proposed, pledged, committed, allocated, contracted, \
dispatched, delivered, withdrawn
    """

    problems: tuple[tuple[str, str], ...] = attrs.field(converter=_every)
    """Each fault: its path in the document (empty for the whole), and what is wrong there."""

    def __attrs_post_init__(self) -> None:
        faults = [
            f"{_messages.shown_path(path)}: {problem}" if path else problem for path, problem in self.problems[:_LISTED]
        ]
        if len(self.problems) > _LISTED:
            faults.append(f"... and {len(self.problems) - _LISTED} more, all in `problems`")
        self.problem: str = "\n".join(faults)
