"""Rules of days: what cannot have been then, and what should have come by now."""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median_low
from typing import Final

import attrs

from ..._model.ledger import Ledger
from ..._model.provenance import Record
from ..._model.values.period import Period
from .._accounts.overdue import overdue
from .finding import Certainty, Finding

EARLIEST: Final = date(2014, 1, 1)
"""Before Russia first attacked, nothing was promised for Ukraine's defence."""
YEARS: Final = 20


def implausible_days(
    ledger: Ledger, as_of: date | None, *, earliest: date = EARLIEST, years: int = YEARS
) -> Iterator[Finding]:
    """Days before 2014, or more than twenty years after the day in the middle of all that the ledger holds."""
    days = sorted(
        day for record in ledger.records for _, period in _periods(record) for day in [period.latest] if day is not None
    )
    middle = median_low(days) if days else earliest
    last = date.max if middle.year + years > date.max.year else middle + timedelta(days=round(365.25 * years))
    for record in ledger.records:
        for name, period in _periods(record):
            if period.latest is not None and period.latest < earliest:
                problem = f"{name} is {period}, before {earliest}"
            elif period.earliest is not None and period.earliest > last:
                problem = f"{name} is {period}, more than {years} years after most other days"
            else:
                continue
            yield Finding("implausible-day", record.id, problem, figures=[period], certainty=Certainty.CERTAIN)


def _periods(record: Record) -> Iterator[tuple[str, Period]]:
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if isinstance(value, Period):
            yield field.name, value
        elif field.name == "during":
            yield from ((field.name, period) for period in value)


def due_before_announced(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Promises that were due before they were made."""
    for one in ledger.commitments.values():
        if one.due is not None and one.announced is not None and one.due.definitely_before(one.announced):
            problem = f"due {one.due}, before it was announced, {one.announced}"
            figures = [one.due, one.announced]
            yield Finding("due-before-announced", one.id, problem, figures=figures, certainty=Certainty.LIKELY)


def past_due_without_a_word(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Promises whose day has passed and of which nobody has said what became of them; none without `as_of`."""
    for late in overdue(ledger, as_of=as_of) if as_of is not None else ():
        if late.is_unreported:
            due = late.commitment.due
            yield Finding(
                "past-due-without-a-word",
                late.commitment.id,
                f"due {due}, and nobody says what became of it",
                figures=[due],
            )
