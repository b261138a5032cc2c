"""The closed lists of words by which kinds of support are told apart."""

from ..base.vocabulary import Vocabulary


class Standard(Vocabulary):
    """The family of arms that something was made for, which decides who can supply it and its ammunition.

    Examples:
        >>> from ukraine_support import Calibre
        >>> from ukraine_support.reference import CALIBRES
        >>> CALIBRES[Calibre(152)].standard is Standard.SOVIET
        True
    """

    NATO = "nato"
    """Made for the arms of NATO's members."""
    SOVIET = "soviet"
    """Made for the arms of the Soviet Union and the Warsaw Pact; "non-standard" in American papers."""
    BOTH = "both"
    """Met in arms of both. Some ammunition serves both, as at 203 mm: the Soviet 2S7 fires American shells."""
    OTHER = "other"
    """Of neither: an older cartridge, or a calibre of one country, such as Yugoslavia's 128 mm rockets."""


class MissileRole(Vocabulary):
    """From where a missile is fired, and at what.

    Examples:
        >>> MissileRole("surface-to-air")
        <MissileRole.SURFACE_TO_AIR: 'surface-to-air'>
    """

    SURFACE_TO_AIR = "surface-to-air"
    """From the ground or a ship at aircraft and missiles."""
    ANTI_TANK = "anti-tank"
    """At armoured vehicles, from wherever it is fired."""
    AIR_TO_AIR = "air-to-air"
    """From aircraft at aircraft; some launchers on the ground fire such missiles too."""
    AIR_TO_SURFACE = "air-to-surface"
    """From aircraft at targets on the ground, radars among them."""
    ANTI_SHIP = "anti-ship"
    """At ships, from wherever it is fired."""
    SURFACE_TO_SURFACE = "surface-to-surface"
    """From the ground at targets on the ground, such as a ballistic missile."""


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
