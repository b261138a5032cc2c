"""What records are called: a promise by who gives what to whom, an initiative by its name, a claim by its speaker."""

from collections.abc import Callable
from typing import Final, TypeAlias

from .._model.claims import Claim
from .._model.commitments import Commitment, Initiative
from .._model.ledger import Ledger
from .._model.provenance import Record
from .language import Language
from .parties import parties, speaker
from .support import things
from .wording import worded

Titles: TypeAlias = Callable[[str], str]
"""What the record with an id is called."""
_MOST: Final = 8
"""Lines that a title names; one of thousands is repeated wherever the promise is."""


def titles(ledger: Ledger | None, language: Language) -> Titles:
    """The names of a ledger's records by id; without a ledger, the id itself."""
    return str if ledger is None else lambda id: title_of(ledger[id], language)


def title_of(record: Record, language: Language) -> str:
    """What a record is called."""
    if isinstance(record, Commitment):
        kinds = [things(line.of, language) for line in record.lines[:_MOST]]
        what = language.listed(kinds) if kinds else worded(record.value, language)
        return language.pair(between(record, language), what + " …" * (len(record.lines) > _MOST))
    if isinstance(record, Claim):
        return speaker(record.speaker, language)
    return _initiative(record, language) if isinstance(record, Initiative) else record.id


def between(commitment: Commitment, language: Language) -> str:
    """From whom to whom."""
    return f"{donors(commitment, language)} → {worded(commitment.recipient, language)}"


def donors(promise: Commitment | Initiative, language: Language) -> str:
    """Who gives, or leads."""
    givers = promise.donors if isinstance(promise, Commitment) else tuple(filter(None, [promise.lead]))
    return parties(givers, language) if givers else language.say("donor not stated")


def _initiative(initiative: Initiative, language: Language) -> str:
    if initiative.name is not None:
        return language.text(initiative.name)
    if initiative.lead is None:
        return language.bracketed(language.say("joint initiative"), [initiative.id])
    return language.say("joint initiative (led by {party})", party=worded(initiative.lead, language))
