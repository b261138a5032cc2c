"""What a rule finds."""

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias, final

import attrs

from ..._model import fields
from ..._model.base.immutable import Compound
from ..._model.base.vocabulary import Vocabulary


class Certainty(Vocabulary):
    """How sure it is that something is wrong.

    Examples:
        >>> Certainty("likely")
        <Certainty.LIKELY: 'likely'>
    """

    CERTAIN = "certain"
    """It cannot be so."""
    LIKELY = "likely"
    """It hardly ever is so."""
    POSSIBLE = "possible"
    """It may well be so, and is worth a look."""


def _to_certainty(value: Certainty | str) -> Certainty:
    return fields.word(value, Certainty)


def _to_figures(value: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(value)


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Finding(Compound):
    """Something odd in one record.

    Raises:
        InvalidValueError: A field breaks its rule.

    Examples:
        >>> Finding("no-title", "article", "the source has no title").certainty
        <Certainty.POSSIBLE: 'possible'>
    """

    rule: str = attrs.field(validator=fields.is_id)
    """The rule that found it."""
    id: str = attrs.field(validator=fields.is_id)
    """The record."""
    problem: str = attrs.field(validator=fields.is_string)
    """What is odd, in English: a clause without a full stop."""
    figures: tuple[Any, ...] = attrs.field(default=(), kw_only=True, converter=_to_figures)
    """The values that do not fit: days, amounts, numbers, parties."""
    certainty: Certainty = attrs.field(default=Certainty.POSSIBLE, kw_only=True, converter=_to_certainty)
    """How sure it is."""
    others: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=fields.to_ids)
    """The ids of other records that it is about."""


Rule: TypeAlias = Callable[..., Iterable[Finding]]
"""A rule of an audit: a function of the ledger, of the day as of which it is asked, or None, and perhaps of bounds."""

ORDER: Final = {certainty: place for place, certainty in enumerate(Certainty)}
"""From what is certain to what is possible."""
