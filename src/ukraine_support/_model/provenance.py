"""Where a record is known from: documents, and places in them."""

from collections.abc import Iterable
from typing import final

import attrs

from . import fields
from .base.advice import quoted
from .base.immutable import Compound
from .fields import to_extras, to_period, to_text
from .values.mapping import NO_EXTRAS, Extras
from .values.period import Period
from .values.text import Text


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Record(Compound):
    """Whatever stands in a ledger under an id of its own, from sources to positions.

    Raises:
        InvalidValueError: The id is empty, blank, too long, or holds control characters.

    Examples:
        >>> from ukraine_support import Source
        >>> isinstance(Source(id="article"), Record)
        True
    """

    id: str = attrs.field(validator=fields.is_id)
    """Unique over the whole ledger."""
    note: Text | None = attrs.field(default=None, converter=to_text)
    """What readers should know besides, in words of the record's author."""
    extras: Extras = attrs.field(default=NO_EXTRAS, converter=to_extras)
    """The columns of a source that have no field of their own, text to text."""


@final
@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Source(Record):
    """A document: an article, a fact sheet, a data set; perhaps one known only through another.

    Raises:
        InvalidValueError: A field breaks its rule; the message names it.

    Examples:
        >>> Source(id="ap", title="Associated Press", published="2024-02-27", through="article").published
        Period('2024-02-27')
    """

    title: Text | None = attrs.field(default=None, converter=to_text)
    """What the document is called."""
    publisher: Text | None = attrs.field(default=None, converter=to_text)
    """Who published it."""
    published: Period | None = attrs.field(default=None, converter=to_period)
    """When it was published: some day within the period. From its last day on, what cites the source is known."""
    url: str | None = attrs.field(default=None, validator=fields.is_string)
    """Its address."""
    through: str | None = attrs.field(default=None, validator=fields.is_id_or_none)
    """The id of the source through which alone this one is known."""


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Citation(Compound):
    """A place in a source.

    Raises:
        InvalidValueError: The source is no id, or the place is blank.

    Examples:
        >>> Citation("article", "¶11")
        Citation(source='article', at='¶11')
    """

    source: str = attrs.field(validator=fields.is_id)
    """The id of the source."""
    at: str | None = attrs.field(default=None, validator=fields.is_string)
    """The place in it, as its readers count: a page, a paragraph, a cell."""

    @classmethod
    def _instead_of(cls, value: object) -> str | None:
        source = value.id if isinstance(value, Source) else value
        return f"Citation({quoted(source)})" if isinstance(source, str) else None


def to_citations(value: Iterable[Citation]) -> tuple[Citation, ...]:
    """Citations out of any iterable of them.

    Raises:
        InvalidValueError: It is none of these.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_citations([Citation("article")])[0].source
        'article'
    """
    return fields.several(value, Citation)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Documented(Record):
    """A record that says where it is known from: the base of initiatives, commitments, claims and positions."""

    citations: tuple[Citation, ...] = attrs.field(default=(), converter=to_citations)
    """The places in sources that say so."""
    occasion: str | None = attrs.field(default=None, validator=fields.is_id_or_none)
    """The id of the occasion on which it was said or decided."""
