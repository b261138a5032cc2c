"""What is said of promises, and where parties stand."""

from collections.abc import Hashable, Iterable
from decimal import Decimal
from typing import Any, ClassVar, Final

import attrs

from .._errors import InvalidValueError, WrongTypeError, shown
from .._exact import EXACT, Number, written
from . import fields
from .base.advice import instead, its_id
from .base.kinds import Kinded
from .base.vocabulary import Vocabulary
from .fields import to_period, to_text
from .lines import to_kinds
from .parties import Party, Speaker
from .provenance import Documented
from .readers import to_amount, to_quantity, to_share
from .support import Support
from .values.estimate import UNKNOWN, Estimate
from .values.money import Money
from .values.period import Period
from .values.stages import Stage
from .values.text import Text


def _to_periods(value: "Iterable[Period | str]") -> tuple[Period, ...]:
    found = []
    items: tuple[Any, ...] = fields.several(value, object)
    for position, item in enumerate(items):
        try:
            found.append(item if type(item) is Period else Period(item))
        except InvalidValueError as error:
            raise error.at(f"[{position}]") from None
    return tuple(found)


def _to_other_kinds(value: Support | Iterable[Support]) -> tuple[Support, ...]:
    return fields.differing(to_kinds(value))


def _is_line(instance: "Claim", attribute: "attrs.Attribute[Any]", value: object) -> None:
    if isinstance(value, str):
        fields.is_id_in_a_record(instance, attribute, value)
    elif value is not None and (type(value) is not int or value < 0):
        id = its_id(value)
        accepted = f"pass {id}" if id else "pass its id or, of a line without one, its position, 0 for the first"
        raise InvalidValueError(fields.where(instance, attribute), f"{shown(value)} is no line", accepted)


def _without_share(claim: "Claim", attribute: object, of: tuple[Support, ...]) -> None:
    if of and not claim.share.is_unknown:
        raise InvalidValueError(
            f"{type(claim).__name__}.of",
            "a share is of what was promised, so it cannot count other kinds",
            "pass a quantity or a value with `of`, or a share without it",
        )


_MOST: Final = 10
"""Times the promise that a share may be: more is a percentage that was taken for one."""


def _is_no_percentage(instance: object, attribute: "attrs.Attribute[Any]", value: Estimate[Decimal]) -> None:
    end = value.highest_known
    if end is not None and end > _MOST:
        problem = f"{end} is more than {_MOST} times what was promised"
        accepted = f'pass "{written(end.scaleb(-2, EXACT))}" for {end} %'
        raise InvalidValueError(fields.where(instance, attribute), problem, accepted)


def _signs(claim: "Claim", attribute: "attrs.Attribute[Any]", correction: bool) -> None:
    if correction and not claim.increment:
        raise InvalidValueError(
            fields.where(claim, attribute),
            "a correction is a difference, and this claim is a total",
            "pass increment=True too, or the new total without correction=True",
        )
    fields.from_zero_unless_corrected(claim, "quantity", claim.quantity)
    fields.from_zero_unless_corrected(claim, "value", claim.value)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Claim(Kinded, Documented):
    """What a speaker said of the progress of a commitment or an initiative.

    A claim gives a quantity, a value or a share of what was promised, as a total or as an increment; or none of them,
    where only the stage was said. A claimed quantity may be zero, a claimed share may exceed one. Open to subclasses of
    your own.

    Raises:
        InvalidValueError: A field breaks its rule; the message names it.

    Examples:
        >>> from ukraine_support import Country
        >>> claim = Claim(
        ...     id="zelensky",
        ...     about="eu-million-shells",
        ...     stage="delivered",
        ...     share="0.30",
        ...     speaker=Speaker("Volodymyr Zelensky", office="President", of=Country("UA")),
        ...     said="2024-02-26",
        ... )
        >>> claim.share
        exactly(Decimal('0.3'))
    """

    kind: ClassVar[str] = "claim"

    about: str = attrs.field(validator=fields.is_id)
    """The id of the commitment or the initiative."""
    line: int | str | None = attrs.field(default=None, validator=_is_line)
    """Which of its lines (or of an initiative's goal): its id or, of one without, its position, 0 for the first; None
    for the whole."""
    stage: Stage = attrs.field(converter=fields.to_stage)
    """The stage that, according to the speaker, was reached."""
    quantity: Estimate[Number] = attrs.field(default=UNKNOWN, converter=to_quantity)
    """How many, in the unit of the line; below zero only in a correction."""
    value: Estimate[Money] = attrs.field(default=UNKNOWN, converter=to_amount)
    """What it is worth; below zero only in a correction."""
    share: Estimate[Decimal] = attrs.field(
        default=UNKNOWN, converter=to_share, validator=[fields.from_zero, _is_no_percentage]
    )
    """Which part of what was promised: 0.3 is 30 %; zero or more."""
    of: tuple[Support, ...] = attrs.field(default=(), converter=_to_other_kinds, validator=_without_share)
    """Which kinds of support the figure counts, where these are not the promised ones; never beside a share."""
    increment: bool = attrs.field(default=False, validator=fields.is_flag)
    """Whether this comes on top of what came before; if not, it is a total up to then."""
    correction: bool = attrs.field(default=False, validator=[fields.is_flag, _signs])
    """Whether it corrects earlier claims by a difference, as money paid back does, and may be below zero."""
    during: tuple[Period, ...] = attrs.field(default=(), converter=_to_periods)
    """In which periods it happened: each the whole span."""
    forecast: bool = attrs.field(default=False, validator=fields.is_flag)
    """Whether the speaker foretells it instead of reporting it."""
    disputes: tuple[str, ...] = attrs.field(default=(), converter=fields.to_ids)
    """The ids of the claims that the speaker contradicts."""
    retracts: tuple[str, ...] = attrs.field(default=(), converter=fields.to_ids)
    """The ids of the claims of the same party that the speaker takes back, as if they had never been made."""
    wording: Text | None = attrs.field(default=None, converter=to_text)
    """The speaker's own verb or words."""
    speaker: Speaker | None = attrs.field(default=None, validator=fields.valid(Speaker))
    """Who said it; None where none is named."""
    said: Period | None = attrs.field(default=None, converter=to_period)
    """When it was said: some day within the period. From its last day on, the claim is known."""


def voice(claim: Claim) -> Hashable:
    """Whose word a claim is: the party spoken for, else the speaker by name, else the sources cited."""
    speaker = claim.speaker
    if speaker is None:
        return tuple(sorted({citation.source for citation in claim.citations}))
    return str(speaker.name) if speaker.of is None else speaker.of


def same_voice(one: Claim, other: Claim) -> bool:
    """Whether two claims are one party's or, without a speaker, of one source."""
    if voice(one) == voice(other):
        return True
    sources = [{citation.source for citation in claim.citations} for claim in (one, other) if claim.speaker is None]
    return len(sources) == 2 and not sources[0].isdisjoint(sources[1])


def has_figure(claim: Claim) -> bool:
    """Whether a claim says how much."""
    return not (claim.quantity.is_unknown and claim.value.is_unknown and claim.share.is_unknown)


def only_objects(claim: Claim) -> bool:
    """Whether a claim says no more than that others are wrong, or taken back."""
    return bool(claim.disputes or claim.retracts) and not has_figure(claim)


class Stance(Vocabulary):
    """Where a party stands on something. Stances have no order.

    Examples:
        >>> Stance("leaves_open")
        <Stance.LEAVES_OPEN: 'leaves_open'>
    """

    SUPPORTS = "supports"
    """Is for it."""
    CONSIDERS = "considers"
    """Weighs doing it."""
    LEAVES_OPEN = "leaves_open"
    """Neither announces it nor rules it out."""
    UNDECLARED = "undeclared"
    """Has not said where it stands, and is reported so."""
    NO_PLANS = "no_plans"
    """Does not plan it now."""
    DOES_NOT = "does_not"
    """Does not do it."""
    RELUCTANT = "reluctant"
    """Has doubts, and has not said no."""
    OPPOSES = "opposes"
    """Is against it."""
    RULES_OUT = "rules_out"
    """Will not do it, whatever comes."""


def _to_stance(value: Stance | str) -> Stance:
    return fields.word(value, Stance)


_is_support = fields.valid(Support)


def _is_subject(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if isinstance(value, str):
        fields.is_id(instance, attribute, value)
    elif issubclass(type(value), Support):
        _is_support(instance, attribute, value)
    else:
        place, id = fields.where(instance, attribute), its_id(value)
        accepted = f"pass {id}" if id else f"{instead(Support, value)}, or an id"
        raise WrongTypeError(place, f"{shown(value)} is a {type(value).__name__}", accepted)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Position(Kinded, Documented):
    """Where a party stands on a kind of support, a commitment or an initiative, and who says so.

    The holder is the party whose stance it is; the speaker may be somebody else's. Open to subclasses of your own.

    Raises:
        InvalidValueError: A field breaks its rule; the message names it.

    Examples:
        >>> from ukraine_support import Country, Personnel
        >>> position = Position(
        ...     id="fr-troops", holder=Country("FR"), on=Personnel(role="military"), stance="leaves_open"
        ... )
        >>> position.stance
        <Stance.LEAVES_OPEN: 'leaves_open'>
    """

    kind: ClassVar[str] = "position"

    holder: Party = attrs.field(validator=fields.valid(Party, required=True))
    """Whose stance it is."""
    on: Support | str = attrs.field(validator=_is_subject)
    """A kind of support, or the id of a commitment or an initiative."""
    stance: Stance = attrs.field(converter=_to_stance)
    """The stance."""
    since: Period | None = attrs.field(default=None, converter=to_period)
    """Since when it has been held."""
    speaker: Speaker | None = attrs.field(default=None, validator=fields.valid(Speaker))
    """Who says so; None where none is named."""
    said: Period | None = attrs.field(default=None, converter=to_period)
    """When it was said: some day within the period. From its last day on, the position is known."""
