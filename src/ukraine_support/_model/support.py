"""What can be given, or decided: materiel, personnel, policies."""

from collections.abc import Iterable
from typing import Any, ClassVar, Final

import attrs

from . import fields
from .base.immutable import Compound, default_of
from .base.kinds import Kinded
from .base.vocabulary import Vocabulary
from .fields import to_text
from .readers import to_calibre, to_distance, to_mass
from .values.estimate import UNKNOWN, Estimate
from .values.magnitudes import Calibre, Length, Mass
from .values.text import Text

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
        >>> Munition().includes(ArtilleryShell(calibre=Calibre(155)))
        True
    """

    def includes(self, other: "Support") -> bool:
        """Whether the other is of this kind: of this class or one below it, and the same in all that is stated here.

        Masses and ranges tell no kind from another: they are left out of the comparison.

        Examples:
            >>> Personnel(role="military").includes(Personnel(role="combat"))
            True
            >>> ArtilleryShell(calibre=Calibre(155)).includes(ArtilleryShell())
            False
        """
        return isinstance(other, type(self)) and all(
            _agrees(getattr(self, field.name), getattr(other, field.name), default_of(field, self))
            for field in attrs.fields(type(self))
            if not field.metadata.get("ukraine_support.characteristic")
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
            >>> ArtilleryShell(calibre=Calibre(155)).english_name, Supplies(description="medical supplies").english_name
            ('artillery shell (155 mm)', 'medical supplies')
        """
        description = getattr(self, "description", None)  # in a subclass of the user's own it may be anything
        word = self.kind.rpartition(".")[2].replace("-", " ")
        name = description.in_language("en") if isinstance(description, Text) else word
        stated = [getattr(self, field, None) for field in ("designation", "calibre")]
        details = [str(detail) for detail in (*stated, *self._qualities()) if detail is not None]
        return f"{name} ({', '.join(details)})" if details else name

    def _qualities(self) -> Iterable[str]:
        """What `english_name` adds of the kind's own."""
        return ()


def _agrees(general: Any, particular: Any, unstated: Any) -> bool:
    if general in (unstated, particular):
        return True
    return isinstance(general, PersonnelRole) and general.includes(particular)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Materiel(Support):
    """Things: munitions, equipment, supplies.

    Examples:
        >>> Materiel(lethal=True).includes(Munition())
        True
    """

    kind: ClassVar[str] = "materiel"

    description: Text | None = attrs.field(default=None, converter=to_text)
    """What the source calls it."""
    lethal: bool | None = attrs.field(default=None, validator=fields.valid(bool))
    """Whether it is meant to kill, as the European Peace Facility divides its aid; None where it is not said."""

    def _qualities(self) -> Iterable[str]:
        return () if self.lethal is None else ("lethal" if self.lethal else "not lethal",)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Munition(Materiel):
    """What is fired, dropped or thrown. Always lethal.

    Examples:
        >>> Munition(calibre="152 mm", designation="OF-540").lethal
        True
    """

    kind: ClassVar[str] = "munition"

    lethal: bool = attrs.field(default=True, init=False)
    """True."""
    calibre: Calibre | None = attrs.field(default=None, converter=to_calibre)
    """The calibre; None where it is not said."""
    designation: str | None = attrs.field(default=None, validator=fields.is_string)
    """The maker's or the forces' name of the type, such as "M795"."""
    mass: Mass | None = attrs.field(default=None, converter=to_mass, metadata=CHARACTERISTIC)
    """The mass of one round, where it is known."""

    def _qualities(self) -> Iterable[str]:
        return ()  # that it is lethal goes without saying


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ArtilleryShell(Munition):
    """A shell for a gun or a howitzer.

    Examples:
        >>> ArtilleryShell(calibre=Calibre(155))
        ArtilleryShell(calibre=Calibre('155'))
    """

    kind: ClassVar[str] = "artillery-shell"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class MortarBomb(Munition):
    """A bomb for a mortar.

    Examples:
        >>> MortarBomb(calibre="82 mm").calibre < Calibre(120)
        True
    """

    kind: ClassVar[str] = "mortar-bomb"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Rocket(Munition):
    """An unguided or guided rocket, such as those of multiple launchers.

    Examples:
        >>> print(Rocket(calibre="227 mm", range="84 km").range)
        exactly(Length('84000'))
    """

    kind: ClassVar[str] = "rocket"

    range: Estimate[Length] = attrs.field(default=UNKNOWN, converter=to_distance, metadata=CHARACTERISTIC)
    """How far it flies."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Missile(Munition):
    """A guided missile.

    Examples:
        >>> from ukraine_support import Length, at_least
        >>> Missile(designation="Taurus KEPD 350", range=at_least(Length.parse("500 km"))).range.low
        Length('500000')
    """

    kind: ClassVar[str] = "missile"

    range: Estimate[Length] = attrs.field(default=UNKNOWN, converter=to_distance, metadata=CHARACTERISTIC)
    """How far it flies."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Equipment(Materiel):
    """What is used again and again: vehicles, weapons, radars, generators.

    Examples:
        >>> Equipment(designation="Leopard 2A4", lethal=True).designation
        'Leopard 2A4'
    """

    kind: ClassVar[str] = "equipment"

    designation: str | None = attrs.field(default=None, validator=fields.is_string)
    """The maker's or the forces' name of the type."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Supplies(Materiel):
    """What is used up and is no munition: fuel, rations, medical supplies, spare parts.

    Examples:
        >>> Supplies(description="medical supplies", lethal=False).lethal
        False
    """

    kind: ClassVar[str] = "supplies"


class PersonnelRole(Vocabulary):
    """What personnel are sent for. `MILITARY` includes every role of armed forces.

    Examples:
        >>> PersonnelRole.MILITARY.includes(PersonnelRole.TRAINING)
        True
    """

    MILITARY = "military"
    """Armed forces, in whatever role."""
    COMBAT = "combat"
    """To fight."""
    TRAINING = "training"
    """To train others."""
    ADVISORY = "advisory"
    """To advise staffs and ministries."""
    PEACEKEEPING = "peacekeeping"
    """To keep a peace that is agreed."""
    CIVILIAN = "civilian"
    """No armed forces: police, engineers, doctors."""

    def includes(self, other: object) -> bool:
        """Whether the other role, or the one of that word, is this one, or one of those that it takes in.

        Raises:
            InvalidValueError: The word is no role's.
        """
        role = PersonnelRole(other) if isinstance(other, str) else other
        return role is self or (
            self is PersonnelRole.MILITARY and isinstance(role, PersonnelRole) and role is not PersonnelRole.CIVILIAN
        )


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
