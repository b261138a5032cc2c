"""What a record rests on."""

from datetime import date
from typing import final

import attrs

from .._errors import NotYetKnownError
from .._model.base.advice import an_instance
from .._model.ledger import Ledger
from .._model.parties import Occasion
from .._model.provenance import Citation, Documented, Record, Source
from .._model.values.period import a_day_or_none
from ._known import is_known


@final
@attrs.frozen(kw_only=True)
class Evidence:
    """The sources of one record.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> ledger = Ledger(
        ...     sources=[Source(id="article"), Source(id="ap", through="article")],
        ...     commitments=[
        ...         FinancialCommitment(id="nl", stage="pledged", citations=[Citation("article"), Citation("ap")])
        ...     ],
        ... )
        >>> answer = evidence(ledger, "nl")
        >>> len(answer.sources), answer.rests_on_one
        (2, True)
    """

    record: Record
    """The record asked about."""
    citations: tuple[Citation, ...]
    """The places that it cites, in sources published by the day asked about."""
    sources: tuple[Source, ...]
    """The sources that it cites, each once."""
    origins: tuple[Source, ...]
    """Where those are known from: each source at the end of its chain of `through`, each once."""

    @property
    def rests_on_one(self) -> bool:
        """Whether everything that is cited is known from one and the same document."""
        return len(self.origins) == 1

    @property
    def is_unsourced(self) -> bool:
        """Whether nothing is cited."""
        return not self.sources


def evidence(ledger: Ledger, id: str, *, as_of: date | str | None = None) -> Evidence:
    """The sources on which a record rests, and whether it rests on one alone.

    A source known only through another adds nothing of its own: both rest on the one that was seen. So a tracker and
    the document that it cites are no two witnesses, whether the document is known through the tracker alone or the
    tracker says only what it has from the document.

    Args:
        ledger: The records.
        id: Any record.
        as_of: The day asked about: sources published later are left out. None for all that the ledger holds.

    Raises:
        UnknownIdError: No record has the id.
        NotYetKnownError: It was not yet known on that day.
    """
    day = a_day_or_none(as_of, "evidence")
    record = an_instance(ledger, Ledger, "evidence.ledger")[an_instance(id, str, "evidence.id")]
    if day is not None and not is_known(ledger, id, day):
        raise NotYetKnownError(id, day, ledger.known_from(id))
    cited = record.citations if isinstance(record, Documented | Occasion) else ()
    citations = tuple(citation for citation in cited if _published(ledger.sources[citation.source], day))
    sources = tuple(dict.fromkeys(ledger.sources[citation.source] for citation in citations))
    return Evidence(
        record=record,
        citations=citations,
        sources=sources,
        origins=tuple(dict.fromkeys(_origin(ledger, source) for source in sources)),
    )


def _published(source: Source, as_of: date | None) -> bool:
    latest = None if source.published is None else source.published.latest
    return as_of is None or latest is None or latest <= as_of


def _origin(ledger: Ledger, source: Source) -> Source:
    while source.through is not None:
        source = ledger.sources[source.through]
    return source
