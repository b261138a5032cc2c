"""Lines: kinds of support with their quantity, unit, price and condition."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from .._errors import InexactError, InvalidValueError, shown
from .._exact import Number, divide
from ..units import ROUND
from ..units import to_quantity as quantity_in
from . import fields
from .base.immutable import Compound
from .base.vocabulary import Vocabulary
from .fields import to_extras, to_text
from .readers import to_amount, to_quantity
from .support import Munition, Personnel, Support
from .values.estimate import UNKNOWN, Estimate, exactly
from .values.magnitudes import Mass
from .values.mapping import NO_EXTRAS, Extras
from .values.money import Money
from .values.text import Text

if TYPE_CHECKING:
    from pint.facets.plain import PlainQuantity


class Unit(Vocabulary):
    """What a line counts in.

    Examples:
        >>> Line(Munition(), 5).unit
        <Unit.ROUNDS: 'rounds'>
    """

    ROUNDS = "rounds"
    """Pieces of ammunition, each fired once."""
    PIECES = "pieces"
    """Single things: vehicles, generators, kits."""
    SYSTEMS = "systems"
    """Whole systems of several vehicles or launchers, such as a battery of air defence."""
    SETS = "sets"
    """Sets, of however many pieces each."""
    KILOGRAMS = "kilograms"
    """Kilograms."""
    TONNES = "tonnes"
    """Metric tonnes, 1,000 kg each."""
    LITRES = "litres"
    """Litres, as of fuel."""
    PERSONS = "persons"
    """People: sent, or trained."""


class Condition(Vocabulary):
    """In which state materiel is given, as SIPRI tells it.

    Examples:
        >>> Condition("second-hand")
        <Condition.SECOND_HAND: 'second-hand'>
    """

    NEW = "new"
    """Newly made."""
    SECOND_HAND = "second-hand"
    """Used before, as out of the donor's stocks."""
    MODERNISED = "modernised"
    """Second-hand, but modernised."""


class Basis(Vocabulary):
    """Where the value of something comes from.

    Examples:
        >>> Basis("replacement")
        <Basis.REPLACEMENT: 'replacement'>
    """

    STATED = "stated"
    """The donor said so, on a basis not known."""
    BOOK = "book"
    """The value in the donor's books, after depreciation."""
    REPLACEMENT = "replacement"
    """What it costs the donor to buy the like anew."""
    MARKET = "market"
    """What it costs on the market."""
    ESTIMATED = "estimated"
    """Whoever keeps the record worked it out."""


def to_kinds(value: Support | Iterable[Support]) -> tuple[Support, ...]:
    """Kinds of support out of any iterable of them, or of a single one.

    Raises:
        InvalidValueError: It is none of these.

    Examples:
        >>> from ukraine_support import fields
        >>> from ukraine_support import Munition
        >>> fields.to_kinds(Munition())
        (Munition(),)
    """
    return fields.several((value,) if isinstance(value, Support) else value, Support)


def _is_something(instance: "Line", attribute: "attrs.Attribute[Any]", value: tuple[Support, ...]) -> None:
    if not value:
        raise InvalidValueError("Line.of", "nothing is counted", "pass one kind of support or several")


def _to_unit(value: Unit | str) -> Unit:
    return fields.word(value, Unit)


def to_basis(value: Basis | str) -> Basis:
    """Converter of a field of `Basis`."""
    return fields.word(value, Basis)


def _to_condition(value: Condition | str | None) -> Condition | None:
    return None if value is None else fields.word(value, Condition)


_WEIGHTS: Final = {Unit.KILOGRAMS: Mass(1), Unit.TONNES: Mass(1000)}
_PIECES, _ROUNDS, _PERSONS = Unit.PIECES, Unit.ROUNDS, Unit.PERSONS  # looking a member up takes Python a while


def _usual_unit(line: "Line") -> Unit:
    kinds = line.of
    if not kinds:
        return _PIECES  # which is refused
    unit = _unit_of(kinds[0])
    if len(kinds) > 1 and any(_unit_of(kind) is not unit for kind in kinds):
        return _PIECES
    return unit


def _unit_of(kind: Support) -> Unit:
    if isinstance(kind, Munition):
        return _ROUNDS
    return _PERSONS if isinstance(kind, Personnel) else _PIECES


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Line(Compound):
    """One kind of support, or several counted together: how many, in which unit, at what price, in which condition.

    Munitions count in rounds unless said otherwise, personnel in persons, everything else in pieces.

    Raises:
        InvalidValueError: A field breaks its rule, such as a quantity of zero or less; the message names it.

    Examples:
        >>> from ukraine_support import ArtilleryShell
        >>> shells = Line([ArtilleryShell(calibre="155 mm"), ArtilleryShell(calibre="122 mm")], 800_000)
        >>> shells.quantity, shells.unit
        (exactly(800000), <Unit.ROUNDS: 'rounds'>)
    """

    of: tuple[Support, ...] = attrs.field(converter=to_kinds, validator=_is_something)
    """The kinds of support that are counted together.

    A single one may be passed as it is.
    """
    quantity: Estimate[Number] = attrs.field(default=UNKNOWN, converter=to_quantity, validator=fields.above_zero)
    """How many of them, above zero."""
    unit: Unit = attrs.field(
        default=attrs.Factory(_usual_unit, takes_self=True),
        kw_only=True,
        converter=_to_unit,
    )
    """What the quantity counts."""
    unit_price: Estimate[Money] = attrs.field(
        default=UNKNOWN, kw_only=True, converter=to_amount, validator=fields.from_zero
    )
    """The price of one unit."""
    value: Estimate[Money] = attrs.field(default=UNKNOWN, kw_only=True, converter=to_amount)
    """The value of the whole line; below zero only in a correction."""
    basis: Basis = attrs.field(default=Basis.STATED, kw_only=True, converter=to_basis)
    """Where price and value come from."""
    condition: Condition | None = attrs.field(default=None, kw_only=True, converter=_to_condition)
    """In which state the things are."""
    id: str | None = attrs.field(default=None, kw_only=True, validator=fields.is_id_in_a_record)
    """What claims call it, unique among the lines of its record, not digits alone; None where they count it from 0."""
    note: Text | None = attrs.field(default=None, kw_only=True, converter=to_text)
    """What readers should know besides."""
    extras: Extras = attrs.field(default=NO_EXTRAS, kw_only=True, converter=to_extras)
    """The columns of a source that have no field of their own."""

    @classmethod
    def _instead_of(cls, value: object) -> str:
        what = shown(value) if isinstance(value, Support) else 'ArtilleryShell(calibre="155 mm")'
        return f"such as Line({what}, 500)"

    @property
    def rounds(self) -> "PlainQuantity[Any]":
        """The quantity in the pint unit `round`; divided by rounds per day, it gives days.

        Raises:
            InexactError: The quantity is not exact, or counts something else than rounds.
        """
        self._counts_rounds("rounds")
        if self.quantity.low is None or not self.quantity.is_exact:
            raise InexactError("Line.rounds", f"{self.quantity!r} is not exact", "ask rounds_low and rounds_high")
        return self._in_rounds(self.quantity.low)

    @property
    def rounds_low(self) -> "PlainQuantity[Any] | None":
        """The low end in the pint unit `round`; None where it is open.

        Raises:
            InexactError: The quantity counts something else than rounds.
        """
        self._counts_rounds("rounds_low")
        return None if self.quantity.low is None else self._in_rounds(self.quantity.low)

    @property
    def rounds_high(self) -> "PlainQuantity[Any] | None":
        """The high end in the pint unit `round`; None where it is open.

        Raises:
            InexactError: The quantity counts something else than rounds.
        """
        self._counts_rounds("rounds_high")
        return None if self.quantity.high is None else self._in_rounds(self.quantity.high)

    def _counts_rounds(self, asked: str) -> None:
        if self.unit is not Unit.ROUNDS:
            raise InexactError(f"Line.{asked}", f"the line counts in {self.unit.value}", "ask a line in rounds")

    def _in_rounds(self, number: Number) -> "PlainQuantity[Any]":
        return quantity_in(Decimal(number), ROUND)

    @property
    def tonnage(self) -> Estimate[Mass]:
        """What the line weighs, within bounds: the quantity times the mass of one, from the lightest to the heaviest.

        Examples:
            >>> from ukraine_support import ArtilleryShell, at_most
            >>> Line(ArtilleryShell(calibre="155 mm", mass="43.2 kg"), at_most(1_000)).tonnage
            at_most(Mass('43200'))
        """
        return self.quantity * self.mass_of_one

    @property
    def mass_of_one(self) -> Estimate[Mass]:
        """What one unit of the line weighs: from the lightest to the heaviest of its kinds, unknown where one is."""
        if self.unit in _WEIGHTS:
            return exactly(_WEIGHTS[self.unit])
        masses = [exactly(kind.mass) for kind in self.of if isinstance(kind, Munition) and kind.mass is not None]
        if len(masses) < len(self.of) or self.unit not in (Unit.ROUNDS, Unit.PIECES):
            return UNKNOWN
        return Estimate.span(masses)

    @property
    def mass(self) -> "PlainQuantity[Any]":
        """What the line weighs, as a pint quantity in tonnes.

        Raises:
            InexactError: The quantity is not exact, or no mass is known; `tonnage` gives what is known.
        """
        tonnage = self.tonnage
        if tonnage.low is None or not tonnage.is_exact:
            raise InexactError("Line.mass", f"the tonnage is {tonnage!r}", "ask tonnage, which gives bounds")
        return quantity_in(divide(tonnage.low.kilograms, 1000, "Line.mass"), "metric_ton")


def to_lines(value: Iterable[Line]) -> tuple[Line, ...]:
    """Lines out of any iterable of them, no two of which have one id.

    Raises:
        InvalidValueError: It is none of these.

    Examples:
        >>> from ukraine_support import fields
        >>> from ukraine_support import Munition
        >>> fields.to_lines([Line(Munition(), 5)])[0].quantity
        exactly(5)
    """
    lines = fields.several(value, Line)
    if len(lines) > 1:
        fields.differing(tuple(line.id for line in lines if line.id is not None))
    return lines


def name_of(line: Line, position: int) -> int | str:
    """What claims call a line: its id, else its position in its record."""
    return position if line.id is None else line.id


def positions(lines: Iterable[Line]) -> Mapping[int | str, int]:
    """The position of each of some lines, by what claims call it."""
    return {name_of(line, at): at for at, line in enumerate(lines)}
