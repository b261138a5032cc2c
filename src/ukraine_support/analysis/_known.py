"""What of a ledger was known on the day asked about."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from .._errors import NotYetKnownError, UnknownIdError, WrongTypeError, shown
from .._model.base.advice import an_instance
from .._model.claims import Claim, Position
from .._model.commitments import Commitment, Initiative
from .._model.ledger import Ledger
from .._model.provenance import Record
from .._model.references import cut
from .._model.values.period import a_day_or_none

R = TypeVar("R", bound=Record)


def is_known(ledger: Ledger, id: str, as_of: date | None) -> bool:
    """Whether a record was known on the day; without a day, every record is."""
    if as_of is None:
        return True
    known_from = ledger.known_from(id)
    return known_from is not None and known_from <= as_of


def subject(ledger: Ledger, id: str, as_of: date | str | None, where: str) -> Commitment | Initiative:
    """The commitment or initiative that is asked about.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not known on the day.
    """
    day = a_day_or_none(as_of, where)
    if not isinstance(id, str):
        raise WrongTypeError(where, f"{shown(id)} is a {type(id).__name__}", "pass the id of a record")
    record = an_instance(ledger, Ledger, f"{where}.ledger")[id]
    if not isinstance(record, Commitment | Initiative):
        raise UnknownIdError(id, "commitment or initiative")
    if day is not None and not is_known(ledger, id, day):
        raise NotYetKnownError(id, day, ledger.known_from(id))
    return record


def known(ledger: Ledger, records: Iterable[R], as_of: date | None) -> list[R]:
    """Those of the records that were known on the day."""
    return [record for record in records if is_known(ledger, record.id, as_of)]


def as_known(ledger: Ledger, record: R, as_of: date | None) -> R:
    """A record as it was known on the day: without references to what was not."""
    return record if as_of is None else cut(record, lambda id: is_known(ledger, id, as_of))


def said_on(ledger: Ledger, record: Claim | Position | Commitment | Initiative) -> date:
    """The day by which statements are put in order; what carries no date comes first."""
    return ledger.dated(record.id) or date.min
