"""Decisions rather than things."""

from typing import ClassVar

import attrs

from .. import fields
from ..values.text import Text
from .support import Support


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Policy(Support):
    """A decision or a line of conduct rather than a thing: an accession, a permission, a ban.

    Examples:
        >>> Policy(description="supporting Ukraine's self-defence").description
        Text("supporting Ukraine's self-defence")
    """

    kind: ClassVar[str] = "policy"

    description: Text = attrs.field(converter=fields.to_words)
    """What it is."""
