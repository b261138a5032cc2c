"""What has become of a promise: what was promised, the accounts of it, what is outstanding."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any, Generic, TypeVar, final

import attrs

from .._errors import InvalidValueError, shown
from .._exact import Number, multiply, ratio, to_number
from .._model.claims import Claim
from .._model.commitments import Commitment, Initiative
from .._model.estimate import UNKNOWN, Estimate, exactly, spanning
from .._model.ledger import Ledger
from .._model.lines import Line
from .._model.money import Money
from .._model.stages import Stage
from ._accounts import Account, accounts_of, contradict, overtaken, ratio_of
from ._known import known, said_on, subject

A_co = TypeVar("A_co", bound=Any, covariant=True)


@final
@attrs.frozen(kw_only=True)
class Fulfilment(Generic[A_co]):
    """What has become of one promise, as numbers of a line or as amounts of money.

    Where speakers differ there is no one figure: `accounts` holds what each says. `delivered` is the span between them
    and no fact; read it with `disputed`.

    Examples:
        >>> from ukraine_support import Line, MilitaryCommitment, Munition
        >>> promise = MilitaryCommitment(id="shells", stage="pledged", lines=[Line(Munition(), 10)])
        >>> ledger = Ledger(commitments=[promise])
        >>> answer = fulfilment(ledger, "shells")
        >>> answer.promised, answer.delivered, answer.outstanding
        (exactly(10), UNKNOWN, between(0, 10))
    """

    id: str
    """The commitment or initiative asked about."""
    line: int | None
    """Which of its lines; None for the whole."""
    stage: Stage
    """The stage asked about; the names below are those of `DELIVERED`."""
    as_of: date | None
    """The day asked about; None for all that the ledger holds."""
    promised: Estimate[A_co]
    """What was promised."""
    accounts: tuple[Account[A_co], ...]
    """The accounts that stand, the earliest first: each party's latest."""
    forecasts: tuple[Account[A_co], ...]
    """What was foretold, the earliest first; it bounds nothing."""
    stale: tuple[Account[A_co], ...]
    """Accounts that another party's later and equal or higher one has overtaken; they bound nothing."""
    delivered: Estimate[A_co]
    """The span of the standing accounts; without any, what was promised if that stage was announced, else unknown."""
    outstanding: Estimate[A_co]
    """What is left of the promise, from zero; unknown where the promise is."""
    share: Estimate[Decimal]
    """Which part of the promise was delivered."""
    disputed: bool
    """Whether two standing accounts contradict each other: one says so, or the later is lower."""


def fulfilment(
    ledger: Ledger, id: str, *, line: int | None = None, stage: Stage = Stage.DELIVERED, as_of: date | None = None
) -> Fulfilment[Number]:
    """How much of a promised quantity has reached a stage, according to whom.

    Per party spoken for, the latest total stands and later increments add to it. A delivered total only grows: two
    accounts contradict each other if one disputes the other or if the later is lower; an account overtaken by another
    party's later and equal or higher one is stale. A claimed share counts as that part of the promise. A claim of a
    later stage says that at least so much reached this one.

    Args:
        ledger: The records.
        id: A commitment, or an initiative (then its goal).
        line: Which line, 0 for the first; needed where there are several.
        stage: The stage asked about.
        as_of: The day asked about; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: It has several lines and none is named, or not so many.

    Examples:
        >>> from ukraine_support import Claim, Line, MilitaryCommitment, Munition, about
        >>> promise = MilitaryCommitment(
        ...     id="shells", stage="pledged", announced="2023-21", lines=[Line(Munition(), 1_000)]
        ... )
        >>> claim = Claim(id="half", about="shells", stage="delivered", quantity=about(500), said="2024-02-26")
        >>> answer = fulfilment(Ledger(commitments=[promise], claims=[claim]), "shells", as_of=date(2024, 2, 27))
        >>> answer.delivered, answer.outstanding, answer.share
        (about(500), about(500), about(Decimal('0.5')))
    """
    found = subject(ledger, id, as_of, "fulfilment")
    lines = _lines(found)
    at = _position(id, lines, line)
    promised: Estimate[Number] = UNKNOWN if at is None else lines[at].quantity
    whole = len(lines) < 2
    claims = [claim for claim in ledger.claims_about(id) if claim.line == at or (whole and claim.line is None)]
    question = _Question(ledger, id, at, stage, as_of, promised, found.stage.has_reached(stage))
    return question.answer(claims, lambda claim: claim.quantity, _number, 0, _ratio)


def fulfilment_of_value(
    ledger: Ledger, id: str, *, line: int | None = None, stage: Stage = Stage.DELIVERED, as_of: date | None = None
) -> Fulfilment[Money]:
    """How much of a promised value has reached a stage, according to whom.

    As [`fulfilment`][ukraine_support.analysis.fulfilment], in money.

    Args:
        ledger: The records.
        id: A commitment, or an initiative (then its goal in money).
        line: Which line; None for the value of the whole.
        stage: The stage asked about.
        as_of: The day asked about; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: It has not so many lines.
        CurrencyMismatchError: Promise and claims, or two claims, are in different currencies.

    Examples:
        >>> from ukraine_support import Claim, FinancialCommitment
        >>> loan = FinancialCommitment(id="loan", stage="committed", value=Money("500", "EUR"))
        >>> paid = Claim(id="paid", about="loan", stage="disbursed", value=Money("200", "EUR"), said="2024-02-26")
        >>> fulfilment_of_value(Ledger(commitments=[loan], claims=[paid]), "loan").outstanding
        exactly(Money('300', 'EUR'))
    """
    found = subject(ledger, id, as_of, "fulfilment_of_value")
    if line is not None:
        promised = _lines(found)[_position(id, _lines(found), line) or 0].value
    else:
        promised = found.value if isinstance(found, Commitment) else found.goal_value
    claims = [claim for claim in ledger.claims_about(id) if claim.line == line]
    question = _Question(ledger, id, line, stage, as_of, promised, found.stage.has_reached(stage))
    known_end = promised.low if promised.high is None else promised.high
    zero = None if known_end is None else Money("0", known_end.currency)
    return question.answer(claims, lambda claim: claim.value, _money, zero, lambda part, whole: part / whole)


def _lines(found: Commitment | Initiative) -> tuple[Line, ...]:
    return found.lines if isinstance(found, Commitment) else found.goal


def _position(id: str, lines: tuple[Line, ...], line: int | None) -> int | None:
    if line is None:
        if len(lines) > 1:
            raise InvalidValueError(
                "fulfilment", f"{shown(id)} has {len(lines)} lines", f"name one: line=0 to line={len(lines) - 1}"
            )
        return 0 if lines else None
    if type(line) is not int or not 0 <= line < len(lines):
        raise InvalidValueError(
            "fulfilment", f"{shown(id)} has no line {shown(line)}", f"it has {len(lines)}, counted from 0"
        )
    return line


def _number(share: Decimal, whole: Number) -> Number:
    return to_number(multiply(Decimal(whole), share, "fulfilment"), "fulfilment")


def _ratio(part: Number, whole: Number) -> Decimal:
    return ratio(part, whole, "fulfilment")


def _money(share: Decimal, whole: Money) -> Money:
    return whole * share


@attrs.frozen
class _Question:
    """One question about one promise, the same for numbers and for money."""

    ledger: Ledger
    id: str
    line: int | None
    stage: Stage
    as_of: date | None
    promised: Estimate[Any]
    reached_at_once: bool

    def answer(
        self,
        claims: Iterable[Claim],
        stated: Callable[[Claim], Estimate[Any]],
        part_of: Callable[[Decimal, Any], Any],
        zero: Any,
        ratio: Callable[[Any, Any], Decimal],
    ) -> Fulfilment[Any]:
        """The answer out of the claims, given what each states, how a share becomes an amount, and what zero is."""

        def amount(claim: Claim) -> Estimate[Any]:
            found = stated(claim)
            if found.is_unknown:
                found = _product(claim.share, self.promised, part_of)
            if claim.stage is self.stage or found.low is None:
                return found
            return Estimate(found.low, None, found.is_approximate)  # what went further went at least so far

        relevant = [claim for claim in known(self.ledger, claims, self.as_of) if claim.stage.has_reached(self.stage)]
        reported = self._accounts([claim for claim in relevant if not claim.forecast], amount, ratio)
        stale = tuple(account for account in reported if overtaken(account, reported))
        accounts = tuple(account for account in reported if account not in stale)
        delivered = spanning([account.amount for account in accounts if not account.amount.is_unknown])
        if not accounts and self.reached_at_once:
            delivered = self.promised
        return Fulfilment(
            id=self.id,
            line=self.line,
            stage=self.stage,
            as_of=self.as_of,
            promised=self.promised,
            accounts=accounts,
            forecasts=self._accounts([claim for claim in relevant if claim.forecast], amount, ratio),
            stale=stale,
            delivered=delivered,
            outstanding=_outstanding(self.promised, delivered, zero),
            share=ratio_of(delivered, self.promised, ratio),
            disputed=any(contradict(one, other) for one, other in combinations(accounts, 2)),
        )

    def _accounts(
        self,
        claims: Iterable[Claim],
        amount: Callable[[Claim], Estimate[Any]],
        ratio: Callable[[Any, Any], Decimal],
    ) -> tuple[Account[Any], ...]:
        found = [
            Account(
                claims=parts,
                amount=total,
                share=parts[0].share if len(parts) == 1 and total.is_unknown else ratio_of(total, self.promised, ratio),
                day=said_on(self.ledger, parts[-1]),
            )
            for parts, total in accounts_of(self.ledger, claims, amount)
        ]
        return tuple(sorted(found, key=lambda account: (account.day, account.claim.id)))


def _product(share: Estimate[Decimal], whole: Estimate[Any], part_of: Callable[[Decimal, Any], Any]) -> Estimate[Any]:
    """A share from zero of the whole; of a whole below zero, the larger share is the lower end."""

    def end(of: Any, share_above: Decimal | None, share_below: Decimal | None) -> Any:
        by = None if of is None else share_above if of >= of * 0 else share_below
        return None if by is None else part_of(by, of)

    low, high = end(whole.low, share.low, share.high), end(whole.high, share.high, share.low)
    if low is None and high is None:
        return UNKNOWN
    return Estimate(low, high, share.is_approximate or whole.is_approximate)


def _outstanding(promised: Estimate[Any], delivered: Estimate[Any], zero: Any) -> Estimate[Any]:
    """What is left: at least nothing, at most the promise, as nothing can be taken back that was delivered."""
    if promised.is_unknown:
        return UNKNOWN
    at_least_zero = zero if delivered.low is None else delivered.low
    low = zero if promised.low is None or delivered.high is None else max(zero, _less(promised.low, delivered.high))
    high = None if promised.high is None else max(zero, _less(promised.high, at_least_zero))
    return Estimate(low, high, promised.is_approximate or delivered.is_approximate)


def _less(whole: Any, part: Any) -> Any:
    left: Estimate[Any] = exactly(whole) - exactly(part)
    return left.low
