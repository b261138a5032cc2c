"""People who are sent to help."""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from .. import fields
from ..fields import to_text
from ..values.text import Text
from .support import Support
from .vocabularies import PersonnelRole


def _to_role(value: PersonnelRole | str | None) -> PersonnelRole | None:
    return None if value is None else fields.word(value, PersonnelRole)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Personnel(Support):
    """People sent to help, in a role.

    Examples:
        >>> Personnel(role="combat").role
        <PersonnelRole.COMBAT: 'combat'>
    """

    kind: ClassVar[str] = "personnel"

    role: PersonnelRole | None = attrs.field(default=None, converter=_to_role)
    """What they are sent for; None where it is not said."""
    description: Text | None = attrs.field(default=None, converter=to_text)
    """What the source calls them."""

    def _qualities(self) -> Iterable[str]:
        return () if self.role is None else (str(self.role.value),)
