"""What can be given, or decided about: the root of all kinds."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from ..base.immutable import Compound, default_of
from ..base.kinds import Kinded
from ..values.text import Text
from .vocabularies import PersonnelRole

CHARACTERISTIC: Final = {"ukraine_support.characteristic": True}
"""Metadata of a field that measures a thing without telling one kind of it from another, such as a missile's range."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Support(Kinded, Compound):
    """What can be given to a party, or decided about it: the root of materiel, personnel and policies.

    Abstract; open to subclasses of your own.

    Raises:
        InvalidValueError: A field breaks its rule; the message names it.
        KindError: It is abstract, or a subclass of yours lacks its decorator or a `kind` of its own.

    Examples:
        >>> from ukraine_support import ArtilleryShell, Calibre, Munition
        >>> Munition().includes(ArtilleryShell(calibre=Calibre(155)))
        True
    """

    def includes(self, other: "Support") -> bool:
        """Whether the other is of this kind: of this class or one below it, and the same in all that is stated here.

        Masses, warheads and ranges tell no kind from another: they are left out of the comparison.

        Examples:
            >>> from ukraine_support import ArtilleryShell, ArtillerySystem, Calibre, Howitzer, Personnel
            >>> Personnel(role="military").includes(Personnel(role="combat"))
            True
            >>> ArtilleryShell(calibre=Calibre(155)).includes(ArtilleryShell())
            False
            >>> ArtillerySystem(calibre="155 mm").includes(Howitzer(calibre="155 mm", designation="M777"))
            True
        """
        return isinstance(other, type(self)) and all(
            _agrees(getattr(self, field.name), getattr(other, field.name), default_of(field, self))
            for field in telling_apart(type(self))
        )

    @classmethod
    def _instead_of(cls, value: object) -> str:
        if isinstance(value, type) and issubclass(value, Support):
            return f"such as {value.__name__}()"
        return 'such as ArtilleryShell(calibre="155 mm")'

    @property
    def english_name(self) -> str:
        """What it is in English, for listings and logs; in other languages through `display`.

        Examples:
            >>> from ukraine_support import ArtilleryShell, Calibre, Supplies
            >>> ArtilleryShell(calibre=Calibre(155)).english_name, Supplies(description="medical supplies").english_name
            ('artillery shell (155 mm)', 'medical supplies')
        """
        description = getattr(self, "description", None)  # in a subclass of the user's own it may be anything
        word = self.kind.rpartition(".")[2].replace("-", " ").replace("anti ", "anti-")
        name = description.in_language("en") if isinstance(description, Text) else word
        stated = [getattr(self, field, None) for field in ("designation", "calibre", "cartridge")]
        details = [str(detail) for detail in (*stated, *self._qualities()) if detail is not None]
        return f"{name} ({', '.join(details)})" if details else name

    def _qualities(self) -> Iterable[str]:
        """What `english_name` adds of the kind's own."""
        return ()


def telling_apart(cls: Any) -> "Iterator[attrs.Attribute[Any]]":
    """The fields by which kinds of a class are told apart."""
    return (field for field in attrs.fields(cls) if not CHARACTERISTIC.items() <= field.metadata.items())


def _agrees(general: Any, particular: Any, unstated: Any) -> bool:
    if general in (unstated, particular):
        return True
    return isinstance(general, PersonnelRole) and general.includes(particular)
