"""Errors of looking something up: an id, a day, a rate, a name."""

from collections.abc import Iterable
from typing import Self

from ._messages import shown
from ._values import UkraineSupportError


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


class RateNotFoundError(UkraineSupportError, KeyError):
    """A table has no rate, or no index, of a currency for a day.

    Examples:
        >>> from datetime import date
        >>> from ukraine_support import Money, RateNotFoundError
        >>> from ukraine_support.analysis import RateTable
        >>> rates = RateTable("EUR", {date(2024, 2, 26): {"USD": "1.0852"}})
        >>> try:
        ...     rates.convert(Money("1", "USD"), "EUR", on=date(2024, 2, 25))
        ... except RateNotFoundError as error:
        ...     print(error)
        no rate of USD on 2024-02-25; the table covers 2024-02-26 to 2024-02-26
    """

    def __init__(
        self,
        currency: str,
        day: object,
        span: tuple[object, object] | None,
        what: str = "rate",
        commitments: tuple[str, ...] = (),
    ) -> None:
        super().__init__(currency, day, span, what, commitments)
        self.currency = currency
        self.day = day
        """The day asked about; None where none was given."""
        self.span = span
        """The first and the last day with a rate of the currency, or of any where it has none; None without days."""
        self.what = what
        self.commitments = commitments
        """The ids of the commitments that need it."""

    def needed_by(self, commitments: Iterable[str]) -> Self:
        """The same error, said of the commitments that need the rate."""
        return type(self)(self.currency, self.day, self.span, self.what, tuple(commitments))

    def __str__(self) -> str:
        when = "without a day" if self.day is None else f"on {self.day}"
        covered = "the table has none" if self.span is None else f"the table covers {self.span[0]} to {self.span[1]}"
        needed = ", ".join(shown(id) for id in self.commitments[:5])
        more = f" and {len(self.commitments) - 5} more" if len(self.commitments) > 5 else ""
        return f"no {self.what} of {self.currency} {when}; {covered}" + (
            f"; needed by {needed}{more}" if needed else ""
        )


class UnknownNameError(UkraineSupportError, KeyError):
    """A name that no party known here bears, in the languages asked.

    Examples:
        >>> from ukraine_support import UnknownNameError
        >>> from ukraine_support.reference import find_party
        >>> try:
        ...     find_party("Czechya")
        ... except UnknownNameError as error:
        ...     print(error)
        no party known here is called 'Czechya'; near it are 'Czechia'
    """

    def __init__(self, name: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(name, near)
        self.name = name
        self.near = near

    def __str__(self) -> str:
        found = ", ".join(map(repr, self.near))
        hint = f"near it are {found}" if found else "pass an English name, or name further languages"
        return f"no party known here is called {shown(self.name)}; {hint}"


class AmbiguousNameError(UkraineSupportError, ValueError):
    """A name that more than one party bears.

    Examples:
        >>> from ukraine_support import AmbiguousNameError
        >>> from ukraine_support.reference import find_party
        >>> try:
        ...     find_party("Korea")
        ... except AmbiguousNameError as error:
        ...     print(error)
        'Korea' could be KP or KR; pass a name that only one of them bears
    """

    def __init__(self, name: str, candidates: tuple[object, ...]) -> None:
        super().__init__(name, candidates)
        self.name = name
        self.candidates = candidates

    def __str__(self) -> str:
        could_be = " or ".join(map(str, self.candidates))
        return f"{shown(self.name)} could be {could_be}; pass a name that only one of them bears"
