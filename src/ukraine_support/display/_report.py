"""The report of a ledger: what was promised and what became of it, who pays, who stands where, and who says so."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from .._errors import InvalidValueError, shown
from .._model.base.advice import an_instance, an_instance_or_none
from .._model.ledger import Ledger
from .._model.provenance import Documented, Record
from .._model.references import references
from .._model.values.period import a_day_or_none
from .._words.language import language
from ..analysis import RateTable
from ._output.html import to_html
from ._output.markdown import to_markdown
from ._output.outline import Document
from ._output.plain import to_text
from ._sections import Sections

Format: TypeAlias = Literal["text", "markdown", "html"]
"""How a report is written: as plain text, as Markdown, or as HTML."""

WRITERS: Final[Mapping[str, Callable[[Document], str]]] = MappingProxyType(
    {"text": to_text, "markdown": to_markdown, "html": to_html}
)
_TOLERANCE: Final = Decimal("0.1")
"""How far a rounded figure may be off, as answers take it if nothing else is said."""


def report(
    ledger: Ledger,
    locale: str,
    *,
    as_of: date | str | None = None,
    format: Format = "text",
    rates: RateTable | None = None,
    tolerance: Decimal = _TOLERANCE,
) -> str:
    """Tell a whole ledger so that a reader can check it: every promise, every claim of its progress, every position.

    Each figure stands with whoever gave it, on which day, and with the numbers of the sources that say so. Where
    speakers differ their accounts stand side by side, and what is outstanding is a span with whose figures its ends
    are. Where somebody speaks of another party's stance, "according to" stands with it. The words of the record's
    authors appear in the language, or in the nearest that they gave. A class of yours tells its own fields. Totals
    stand by size; sums of a million or more are rounded, and HTML holds the exact ones in `data-low` and `data-high`.

    Args:
        ledger: The records.
        locale: A locale such as `"uk"` or `"pt-BR"`. Our own words are there in the languages of `LANGUAGES`, and
            English in others; names, numbers and dates are as the locale writes them.
        as_of: The day asked about, or its text `2024-02-27`; None for all that the ledger holds.
        format: Plain text, Markdown, or HTML: an `article` element, whatever the records hold escaped.
        rates: Exchange rates for the totals, where amounts are in several currencies.
        tolerance: How far a rounded figure may be off before two accounts contradict each other: a tenth, if nothing
            else is said.

    Raises:
        InvalidValueError: The locale or the format is not known, the day is none, or the tolerance is not from 0 to
            below 1.
        RateNotFoundError: A rate is missing.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Money
        >>> gift = FinancialCommitment(
        ...     id="nl", donors=[Country("NL")], stage="pledged", announced="2024-02-26", value=Money("100", "EUR")
        ... )
        >>> print(*report(Ledger(commitments=[gift]), "en", as_of=date(2024, 2, 27)).splitlines()[4:11], sep="|")
        Promises|--------||Netherlands → Ukraine|  financial support|  value: €100.00|  pledged: 26 February 2024
    """
    an_instance(ledger, Ledger, "report")
    an_instance_or_none(rates, RateTable, "report.rates")
    write = WRITERS.get(format) if isinstance(format, str) else None
    if write is None:
        raise InvalidValueError("report", f"{shown(format)} is no format", f"pass one of {', '.join(WRITERS)}")
    day = a_day_or_none(as_of, "report")
    known = ledger if day is None else _without_idle(ledger.as_of(day))
    sections = Sections(known, language(locale), rates, tolerance)
    return write(sections.document(day, left_out=0 if day is None else len(ledger.undated)))


def _without_idle(ledger: Ledger) -> Ledger:
    """The ledger without sources and occasions that nothing else refers to: `as_of` keeps them whatever the day."""
    pending: list[Record] = [record for record in ledger.records if isinstance(record, Documented)]
    reached = {record.id for record in pending}
    while pending:
        named = {reference.target for reference in references(pending.pop())} - reached
        reached |= named
        pending += map(ledger.__getitem__, named)
    return ledger.without(record.id for record in ledger.records if record.id not in reached)
