"""The root of all errors, and those of single values."""

from typing import Self


class UkraineSupportError(Exception):
    """The root of every error that this library raises on purpose.

    Examples:
        >>> from ukraine_support import Calibre, UkraineSupportError
        >>> try:
        ...     Calibre(0)
        ... except UkraineSupportError as error:
        ...     print(error)
        Calibre: 0 is not above zero; pass a positive number
    """


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
        return f"{self.where}{': ' * bool(self.where)}{self.problem}; {self.accepted}"

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


class UnitMismatchError(UkraineSupportError, ValueError):
    """Numbers in several units were to be added: rounds and tonnes.

    Examples:
        >>> from ukraine_support import UnitMismatchError
        >>> print(UnitMismatchError(("rounds", "tonnes")))
        rounds and tonnes do not add; pass unit= for what has a mass, or keep them apart by "unit"
    """

    def __init__(self, units: tuple[str, ...]) -> None:
        super().__init__(units)
        self.units = units

    def __str__(self) -> str:
        return f'{" and ".join(self.units)} do not add; pass unit= for what has a mass, or keep them apart by "unit"'


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
