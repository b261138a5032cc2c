"""Promises: what is promised, by whom, to whom, how far it has come, and how one promise bears on another."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import ClassVar, Final, final

import attrs

from .._errors import shown
from . import fields
from .base.advice import quoted
from .base.immutable import Compound
from .base.kinds import Kinded
from .base.vocabulary import Vocabulary
from .fields import to_period, to_text
from .lines import Basis, Line, positions, to_basis, to_lines
from .parties import Country, Party, UnnamedParty
from .provenance import Documented
from .readers import to_amount
from .values.estimate import UNKNOWN, Estimate
from .values.money import Money
from .values.period import Period
from .values.stages import Stage
from .values.text import Text


class Instrument(Vocabulary):
    """How money is given (IATI finance types 110 grant, 421 loan, 1100 guarantee; Kiel).

    Examples:
        >>> Instrument("loan")
        <Instrument.LOAN: 'loan'>
    """

    GRANT = "grant"
    """Given, with nothing to pay back."""
    LOAN = "loan"
    """Lent, to be paid back."""
    GUARANTEE = "guarantee"
    """Paid only if another debtor does not pay."""
    SWAP_LINE = "swap_line"
    """A central bank's currency, lent against another."""
    APPROPRIATION = "appropriation"
    """Set aside in the donor's own budget, with no word on how it is passed on."""
    UNSPECIFIED = "unspecified"
    """Not said."""


class Relation(Vocabulary):
    """How one commitment bears on another.

    Examples:
        >>> Relation("reimburses")
        <Relation.REIMBURSES: 'reimburses'>
    """

    REIMBURSES = "reimburses"
    """Pays back, in whole or in part, what the other gave."""
    REPLACES = "replaces"
    """Stands in the place of the other, which came earlier."""
    BACKS = "backs"
    """Guarantees the other, such as a loan."""
    CORRECTS = "corrects"
    """Changes the figures of the other."""
    COMPONENT_OF = "component_of"
    """Is contained in the other."""
    REPAID_FROM = "repaid_from"
    """Is a loan that is paid back out of what the other gives, such as the proceeds of immobilised assets."""
    SAME_AS = "same_as"
    """Tells of the same promise as the other, perhaps out of another source."""


class Sourcing(Vocabulary):
    """Where what is given comes from.

    Examples:
        >>> Sourcing("stock")
        <Sourcing.STOCK: 'stock'>
    """

    STOCK = "stock"
    """Out of the stocks of the donor's armed forces."""
    INDUSTRY = "industry"
    """Bought for Ukraine from industry."""
    MADE_IN_UKRAINE = "made_in_ukraine"
    """Bought for Ukraine from its own industry."""
    JOINT_PURCHASE = "joint_purchase"
    """Bought together with other donors."""


def _to_sourcing(value: Sourcing | str | None) -> Sourcing | None:
    return None if value is None else fields.word(value, Sourcing)


def _to_relation(value: Relation | str) -> Relation:
    return fields.word(value, Relation)


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Link(Compound):
    """How one commitment bears on another.

    Raises:
        InvalidValueError: The relation is none of the list, or the target is no id.

    Examples:
        >>> Link("reimburses", "pl-tanks")
        Link(relation=<Relation.REIMBURSES: 'reimburses'>, to='pl-tanks')
    """

    relation: Relation = attrs.field(converter=_to_relation)
    """What this commitment does to the other."""
    to: str = attrs.field(validator=fields.is_id)
    """The id of the other commitment."""

    @classmethod
    def _instead_of(cls, value: object) -> str:
        other = quoted(value) if isinstance(value, str) else '"an-id"'
        return f'such as Link("same_as", {other})'


def to_parties(value: Iterable[Party]) -> tuple[Party, ...]:
    """Parties out of any iterable of them, all different, but unnamed ones of one description, which may be two.

    Raises:
        InvalidValueError: One is no party, or stands twice.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_parties([Country("NL"), Country("CZ")])
        (Country('NL'), Country('CZ'))
    """
    found = fields.several(value, Party)
    if len(found) > 1:
        fields.differing(tuple(party for party in found if not isinstance(party, UnnamedParty)))
    return found


def _to_links(value: Iterable[Link]) -> tuple[Link, ...]:
    return fields.several(value, Link)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Initiative(Documented):
    """A joint undertaking, such as a coalition that buys shells together. Not itself anyone's promise.

    Money given towards an initiative and goods bought with it are never added.

    Raises:
        InvalidValueError: A field breaks its rule; the message names it.

    Examples:
        >>> Initiative(id="czech-initiative", lead=Country("CZ"), announced="2024-02-16/2024-02-18").lead
        Country('CZ')
    """

    name: Text | None = attrs.field(default=None, converter=to_text)
    """What it is called."""
    lead: Party | None = attrs.field(default=None, validator=fields.valid(Party))
    """Who leads it."""
    goal: tuple[Line, ...] = attrs.field(default=(), converter=to_lines)
    """What it is to bring together."""
    goal_value: Estimate[Money] = attrs.field(default=UNKNOWN, converter=to_amount, validator=fields.from_zero)
    """How much money it is to bring together."""
    suppliers: tuple[Party, ...] = attrs.field(default=(), converter=to_parties)
    """Who makes or sells what it buys."""
    stage: Stage = attrs.field(default=Stage.PROPOSED, converter=fields.to_stage)
    """How far it had come when it was announced."""
    announced: Period | None = attrs.field(default=None, converter=to_period)
    """When it was announced: some day within the period."""

    @cached_property
    def _positions(self) -> Mapping[int | str, int]:
        return positions(self.goal)


UKRAINE: Final = Country("UA")
_NAMED: Final = 5
"""Ids of lines that a message names at most."""


def _signs(commitment: "Commitment", attribute: object, correction: bool) -> None:
    if correction:
        return
    fields.from_zero_unless_corrected(commitment, "value", commitment.value)
    for at, line in enumerate(commitment.lines):
        if line.value is not UNKNOWN:
            fields.from_zero_unless_corrected(commitment, f"lines[{at}].value", line.value)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Commitment(Kinded, Documented):
    """A promise of support, or a part of one: the root of military, financial and humanitarian commitments.

    Abstract; open to subclasses of your own. What became of a commitment is told by claims, not by the commitment
    itself: it keeps the stage that it had when it was announced.

    Raises:
        InvalidValueError: A field breaks its rule; the message names it.

    Examples:
        >>> from ukraine_support import Money
        >>> promise = FinancialCommitment(
        ...     id="nl", donors=[Country("NL")], value=Money("100000000", "EUR"), stage="pledged"
        ... )
        >>> print(promise.recipient, promise.value.low)
        UA EUR 100000000
    """

    donors: tuple[Party, ...] = attrs.field(default=(), converter=to_parties)
    """Who promises; none where it is not stated, several where they promise jointly."""
    recipient: Party = attrs.field(default=UKRAINE, validator=fields.valid(Party, required=True))
    """To whom."""
    lines: tuple[Line, ...] = attrs.field(default=(), converter=to_lines)
    """What is promised, kind by kind."""
    value: Estimate[Money] = attrs.field(default=UNKNOWN, converter=to_amount)
    """What the whole is worth, as stated; below zero only in a correction."""
    basis: Basis = attrs.field(default=Basis.STATED, converter=to_basis)
    """Where the value comes from."""
    stage: Stage = attrs.field(converter=fields.to_stage)
    """How far it had come when it was announced."""
    announced: Period | None = attrs.field(default=None, converter=to_period)
    """When it was announced: some day within the period. From its last day on, the commitment is known."""
    due: Period | None = attrs.field(default=None, converter=to_period)
    """By when it is to be delivered: some day within the period."""
    covers: Period | None = attrs.field(default=None, converter=to_period)
    """The time that it is for: the whole span."""
    suppliers: tuple[Party, ...] = attrs.field(default=(), converter=to_parties)
    """Who makes or sells what is given; often not who pays."""
    channels: tuple[Party, ...] = attrs.field(default=(), converter=to_parties)
    """Through whom it is given."""
    sourcing: Sourcing | None = attrs.field(default=None, converter=_to_sourcing)
    """Where what is given comes from; None where it is not said."""
    towards: str | None = attrs.field(default=None, validator=fields.is_id_or_none)
    """The id of the initiative to which it contributes."""
    part_of: str | None = attrs.field(default=None, validator=fields.is_id_or_none)
    """The id of the commitment of which it is a part."""
    links: tuple[Link, ...] = attrs.field(default=(), converter=_to_links)
    """How it bears on other commitments."""
    correction: bool = attrs.field(default=False, validator=[fields.is_flag, _signs])
    """Whether it corrects an earlier record, and so may hold negative values."""

    @cached_property
    def _positions(self) -> Mapping[int | str, int]:
        return positions(self.lines)


def lines_of(subject: Commitment | Initiative) -> tuple[Line, ...]:
    """The lines of a commitment, or of the goal of an initiative."""
    return subject.lines if isinstance(subject, Commitment) else subject.goal


def position_of(subject: Commitment | Initiative, line: int | str | None) -> int | None:
    """The position of the line that a claim calls so, of one that holds in the ledger; None of the whole."""
    return subject._positions[line] if isinstance(line, str) else line


def no_line(subject: Commitment | Initiative, line: int | str) -> str:
    """What is wrong with the name of a line that a commitment or an initiative has not; empty where it has it."""
    lines = lines_of(subject)
    if line in subject._positions if isinstance(line, str) else line < len(lines) and lines[line].id is None:
        return ""
    if isinstance(line, int) and line < len(lines):
        return f"line {line} of {shown(subject.id)} has an id; write {shown(lines[line].id)}"
    ids = [each.id for each in lines if each.id is not None]
    counted = "counted from 0" if len(ids) < len(lines) or not lines else ""
    named = f"with the ids {', '.join(map(shown, ids[:_NAMED]))}{', ...' * (len(ids) > _NAMED)}" if ids else ""
    return f"{shown(subject.id)} has {len(lines)} lines, {' or '.join(filter(None, [counted, named]))}"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class MilitaryCommitment(Commitment):
    """A promise of materiel, personnel or training for armed forces, or of money tied to it (Kiel's "military").

    Examples:
        >>> from ukraine_support import ArtilleryShell
        >>> shells = Line(ArtilleryShell(calibre="155 mm"), 1_000_000)
        >>> MilitaryCommitment(id="shells", lines=[shells], stage="pledged", announced="2023-21").announced.latest
        datetime.date(2023, 5, 31)
    """

    kind: ClassVar[str] = "military"


def _to_instrument(value: Instrument | str) -> Instrument:
    return fields.word(value, Instrument)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class FinancialCommitment(Commitment):
    """A promise of money (Kiel's "financial").

    Examples:
        >>> FinancialCommitment(id="loan", stage="committed", instrument="loan").instrument
        <Instrument.LOAN: 'loan'>
    """

    kind: ClassVar[str] = "financial"

    instrument: Instrument = attrs.field(default=Instrument.UNSPECIFIED, converter=_to_instrument)
    """How the money is given."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class HumanitarianCommitment(Commitment):
    """A promise of relief for civilians: food, medicine, shelter, or money for them (Kiel's "humanitarian").

    Examples:
        >>> HumanitarianCommitment(id="relief", stage="delivered").kind
        'humanitarian'
    """

    kind: ClassVar[str] = "humanitarian"
