"""Asking what has become of promises."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from ..._errors import InvalidValueError, shown
from ..._exact import Number, to_decimal
from ..._model.ledger import Ledger
from ..._model.lines import Line
from ..._model.values.money import Money
from ..._model.values.stages import Stage
from .._known import check_day, subject
from .._promises.claimed import QUANTITY, VALUE
from .answers import TOLERANCE, Answers
from .fulfilment import Fulfilment
from .hearing import Asked, lines_of


def fulfilment(
    ledger: Ledger,
    id: str,
    *,
    line: int | None = None,
    stage: Stage | str = Stage.DELIVERED,
    as_of: date | str | None = None,
    tolerance: Decimal = TOLERANCE,
) -> Fulfilment[Number]:
    """How much of a promised quantity has reached a stage, according to whom.

    For each party and stage, the latest total stands and later increments are added to it; what has reached a stage has
    passed the earlier ones. A stage alone means all of the promise; a share is of the promise as it stood on that day;
    an increment without a figure means that it has begun. A promise that was announced at the stage is its donor's
    account of all of it. Two accounts of the same kinds contradict each other if one disputes the other or if the later
    is lower. An account is stale if another party later says as much or more. A whole has reached at least what its
    parts have. The page [what counts twice](../explanation/what-counts-twice.md) has a case for each rule.

    Args:
        ledger: The records.
        id: A commitment, or an initiative (then its goal).
        line: Which line, 0 for the first; needed where there are several.
        stage: The stage asked about.
        as_of: The day asked about; None for all that the ledger holds.
        tolerance: How far a rounded figure may be off: by a tenth, "about 500" and 480 do not contradict each other.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: It has several lines and none is named, or not so many; the tolerance is not from 0 to below
            1; there is no such stage.

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
    at = _position(id, lines_of(found), line)
    asked = Asked(id, QUANTITY, at, Stage(stage))
    day = check_day(as_of, "fulfilment")
    return Answers(ledger, day, rounding(tolerance, "fulfilment")).answer(asked).fulfilment


def fulfilment_of_value(
    ledger: Ledger,
    id: str,
    *,
    line: int | None = None,
    stage: Stage | str = Stage.DELIVERED,
    as_of: date | str | None = None,
    tolerance: Decimal = TOLERANCE,
) -> Fulfilment[Money]:
    """How much of a promised value has reached a stage, according to whom.

    As [`fulfilment`][ukraine_support.analysis.fulfilment], in money. Claims in another currency than the promise's are
    listed and bound nothing; of an undisclosed promise, the currency of most claims counts.

    Args:
        ledger: The records.
        id: A commitment, or an initiative (then its goal in money).
        line: Which line; None for the value of the whole.
        stage: The stage asked about.
        as_of: The day asked about; None for all that the ledger holds.
        tolerance: How far a rounded figure may be off.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: It has not so many lines; the tolerance is not from 0 to below 1; there is no such stage.

    Examples:
        >>> from ukraine_support import Claim, FinancialCommitment
        >>> loan = FinancialCommitment(id="loan", stage="committed", value=Money("500", "EUR"))
        >>> paid = Claim(id="paid", about="loan", stage="disbursed", value=Money("200", "EUR"), said="2024-02-26")
        >>> fulfilment_of_value(Ledger(commitments=[loan], claims=[paid]), "loan").outstanding
        exactly(Money('300', 'EUR'))
    """
    found = subject(ledger, id, as_of, "fulfilment_of_value")
    if line is not None:
        _position(id, lines_of(found), line)
    asked = Asked(id, VALUE, line, Stage(stage))
    day = check_day(as_of, "fulfilment_of_value")
    return Answers(ledger, day, rounding(tolerance, "fulfilment_of_value")).answer(asked).fulfilment


def fulfilments(ledger: Ledger, *, tolerance: Decimal = TOLERANCE) -> Mapping[str, tuple[Fulfilment[Any], ...]]:
    """What has become of everything that anybody speaks of: each line and stage, in numbers and in money.

    For reports, in one go: a promise of which thousands speak takes no longer than thousands of which one does. Of
    several lines of one unit, the whole is answered as their sum.
    """
    answers = Answers(ledger, tolerance=rounding(tolerance, "fulfilments"))
    return MappingProxyType(
        {
            id: tuple(answers.answer(asked).fulfilment for asked in answers.hearing.questions(id))
            for id in answers.hearing.spoken_of()
        }
    )


def rounding(tolerance: Decimal, where: str) -> Decimal:
    """How far a rounded figure may be off: from nothing to less than all of it."""
    found = to_decimal(tolerance, where)
    if not 0 <= found < 1:
        raise InvalidValueError(
            where, f"the tolerance is {shown(tolerance)}", 'pass from 0 to below 1, as Decimal("0.1")'
        )
    return found


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
