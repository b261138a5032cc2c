"""Converters for the fields of classes of your own: what the library's own fields take, yours take too.

Each makes the field's value of what people pass; whatever is given as the field's own type stays as it is. What is none
of that raises an `InvalidValueError` that says what is accepted, to which the class adds where.

Examples:
    >>> from typing import ClassVar
    >>> import attrs
    >>> from ukraine_support import Claim, Estimate, Money, Period, UNKNOWN, fields
    >>> @attrs.frozen(kw_only=True)
    ... class Inspection(Claim):
    ...     kind: ClassVar[str] = "tracker.inspection"
    ...     held: Period | None = attrs.field(default=None, converter=fields.to_period)
    ...     cost: Estimate[Money] = attrs.field(default=UNKNOWN, converter=fields.to_amount)
    >>> inspection = Inspection(id="a", about="b", stage="delivered", held="2024-02", cost=Money("5", "EUR"))
    >>> inspection.held, inspection.cost
    (Period('2024-02'), exactly(Money('5', 'EUR')))
"""

from ._model.commitments import to_parties
from ._model.fields import (
    several,
    to_day,
    to_day_or_none,
    to_extras,
    to_ids,
    to_period,
    to_stage,
    to_text,
    valid,
    word,
)
from ._model.lines import to_kinds, to_lines
from ._model.parties import to_organisations
from ._model.provenance import to_citations
from ._model.readers import (
    to_amount,
    to_calibre,
    to_count,
    to_distance,
    to_mass,
    to_quantity,
    to_share,
)

__all__ = [
    "several",
    "to_amount",
    "to_calibre",
    "to_citations",
    "to_count",
    "to_day",
    "to_day_or_none",
    "to_distance",
    "to_extras",
    "to_ids",
    "to_kinds",
    "to_lines",
    "to_mass",
    "to_organisations",
    "to_parties",
    "to_period",
    "to_quantity",
    "to_share",
    "to_stage",
    "to_text",
    "valid",
    "word",
]
