"""Who gives, receives, supplies or speaks, and where they meet."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, ClassVar, Final, Self, final

import attrs

from .._errors import InvalidValueError, WrongTypeError, meant, shown
from .._iso import CODES_OF_THE_EU, COUNTRIES, FORMER_COUNTRIES
from . import fields
from .base.advice import quoted
from .base.immutable import Compound
from .base.kinds import DEEPEST, Kinded
from .fields import to_period, to_text
from .provenance import Citation, Record, to_citations
from .readers import to_count
from .values.estimate import UNKNOWN, Estimate
from .values.period import Period, a_day
from .values.text import Text


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Party(Kinded, Compound):
    """Who gives, receives, supplies or speaks: the root of countries, organisations and parties without a name.

    Abstract; open to subclasses of your own.

    Raises:
        InvalidValueError: A field breaks its rule; the message names it.
        KindError: It is abstract, or a subclass of yours lacks its decorator or a `kind` of its own.

    Examples:
        >>> [party.english_name for party in (Country("UA"), UnnamedParty(description="several countries"))]
        ['Ukraine', 'several countries']
    """

    @property
    def english_name(self) -> str:
        """The name in English, for listings and logs; in other languages through `display`."""
        return str(self)

    @classmethod
    def _instead_of(cls, value: object) -> str | None:
        if not isinstance(value, str):
            return None
        code = value[:_CODE_LENGTH].upper()
        is_code = issubclass(Country, cls) and code in _ALPHA2 and len(value) == len(code)
        return f'Country("{code}")' if is_code else f"reference.find_party({quoted(value)})"


def _codes() -> Mapping[str, str]:
    known = {alpha2: alpha2 for alpha2 in COUNTRIES}
    known.update({alpha3: alpha2 for alpha2, (alpha3, _, _) in COUNTRIES.items()})
    known.update({numeric: alpha2 for alpha2, (_, numeric, _) in COUNTRIES.items() if numeric})
    return known


_ALPHA2: Final = _codes()
_CODE_LENGTH: Final = 3


def _alpha2(value: str) -> str:
    if not isinstance(value, str):
        raise WrongTypeError("Country", f"{shown(value)} is a {type(value).__name__}", 'pass a code such as "NL"')
    if value not in _ALPHA2:
        accepted = 'pass an assigned code such as "NL", "NLD" or "528"'
        code = CODES_OF_THE_EU.get(value, value)
        hint = meant(code, _ALPHA2) or f"; for a name, ask reference.find_party({quoted(value)})"
        raise InvalidValueError("Country", f"{shown(value)} is no country of ISO 3166-1", accepted + hint)
    return _ALPHA2[value]


@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Country(Party):
    """A country or territory of ISO 3166-1, by any of its three codes; Kosovo by `XK`, which ISO leaves to its users.

    Raises:
        InvalidValueError: The code is not assigned, or not in capitals.

    Examples:
        >>> Country("NL") == Country("NLD") == Country("528")
        True
        >>> Country("UA").alpha3, Country("UA").numeric, Country("UA").english_name
        ('UKR', '804', 'Ukraine')
    """

    kind: ClassVar[str] = "country"

    alpha2: str = attrs.field(converter=_alpha2)
    """The code of two letters; the constructor takes any of the three codes."""

    @property
    def alpha3(self) -> str:
        """The code of three letters."""
        return COUNTRIES[self.alpha2][0]

    @property
    def numeric(self) -> str | None:
        """The code of three digits; None for Kosovo, which has none."""
        return COUNTRIES[self.alpha2][1] or None

    @property
    def english_name(self) -> str:
        """The usual English name."""
        return COUNTRIES[self.alpha2][2]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` writes: the code of two letters, or either of the others."""
        return cls(text)

    def __str__(self) -> str:
        return self.alpha2

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.alpha2!r})"


def _is_former_code(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if not isinstance(value, str) or value not in FORMER_COUNTRIES:
        problem = f"{shown(value)} is no former country of ISO 3166-3"
        raise InvalidValueError(fields.where(instance, attribute), problem, 'pass its four letters, as "SUHH"')
    fields.is_id(instance, attribute, value)


@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class FormerCountry(Party):
    """A country that no longer exists under its code, by its four letters of ISO 3166-3.

    Raises:
        InvalidValueError: The code is not in ISO 3166-3.

    Examples:
        >>> FormerCountry("SUHH").english_name, FormerCountry("SUHH").withdrawn.edtf
        ('Soviet Union', '1992-08-30')
    """

    kind: ClassVar[str] = "former-country"

    code: str = attrs.field(validator=_is_former_code)
    """The code of four letters."""

    @property
    def english_name(self) -> str:
        """The usual English name."""
        return FORMER_COUNTRIES[self.code][0]

    @property
    def withdrawn(self) -> Period:
        """When its code was withdrawn from ISO 3166-1."""
        return Period(FORMER_COUNTRIES[self.code][1])

    def __str__(self) -> str:
        return self.code


def _is_no_country(instance: object, attribute: "attrs.Attribute[Any]", value: str) -> None:
    if value in COUNTRIES:
        raise InvalidValueError(
            fields.where(instance, attribute), f"{shown(value)} is a country's code", "pass another id"
        )


@cache
def _an_organisation() -> fields.Validator:
    return fields.valid(Organisation)


class _EqualById:
    """What makes instances of different classes equal when their ids are."""

    __slots__ = ()

    id: str

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        super().__attrs_init_subclass__()  # type: ignore[misc]  # of the classes that stand beside
        for name in ("__eq__", "__hash__"):  # for a class of the user's, attrs writes others
            setattr(cls, name, getattr(_EqualById, name))

    def __eq__(self, other: object) -> bool:
        return self.id == other.id if isinstance(other, _EqualById) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.id)


def _is_organisation(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    _an_organisation()(instance, attribute, value)
    depth, whole = 1, value
    while whole is not None:
        depth, whole = depth + 1, whole.part_of
    if depth > DEEPEST:
        where = fields.where(instance, attribute)
        raise InvalidValueError(where, f"this is a chain of {depth} organisations", f"pass at most {DEEPEST}")


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Organisation(_EqualById, Party):
    """An organisation: a union of states, an institution, a fund, a company, a charity.

    Organisations are equal by id. In one ledger, those with one id must agree in everything else too.

    Raises:
        InvalidValueError: The id is no id, or a country's code; the name is blank.

    Examples:
        >>> company = Organisation(id="rheinmetall", name="Rheinmetall AG")
        >>> company.english_name
        'Rheinmetall AG'
        >>> company == Organisation(id="rheinmetall", name="Rheinmetall")
        True
    """

    kind: ClassVar[str] = "organisation"

    id: str = attrs.field(validator=[fields.is_id, _is_no_country])
    """What documents call it; never two letters that are a country's code."""
    name: Text = attrs.field(converter=fields.to_words)
    """What it is called."""
    part_of: "Organisation | None" = attrs.field(default=None, validator=_is_organisation)
    """The organisation whose institution, fund or branch it is."""

    @property
    def english_name(self) -> str:
        """The name in English, or in the language that is there."""
        return self.name.in_language("en")

    def __str__(self) -> str:
        return self.id


def agree(one: Organisation, other: Organisation) -> bool:
    """Whether two organisations have more in common than their id: all that is said of them."""
    while one is not other:
        if Compound.__eq__(one, other) is not True:
            return False
        if one.part_of is None or other.part_of is None:
            break  # of both, which are equal
        one, other = one.part_of, other.part_of
    return True


def to_organisations(value: Iterable[Organisation]) -> tuple[Organisation, ...]:
    """Organisations out of any iterable of them.

    Examples:
        >>> from ukraine_support import fields
        >>> from ukraine_support.reference import EU
        >>> fields.to_organisations([EU])[0].id
        'EU'
    """
    return fields.several(value, Organisation)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UnnamedParty(Party):
    """Parties that a source describes and does not name: "several countries", "an unnamed supplier".

    Two with the same description are one description, not one actor.

    Raises:
        InvalidValueError: The description is blank, or the count is not above zero.

    Examples:
        >>> from ukraine_support import at_least
        >>> UnnamedParty(description="several countries", count=at_least(2)).count
        at_least(2)
    """

    kind: ClassVar[str] = "unnamed"

    description: Text = attrs.field(converter=fields.to_words)
    """How the source describes them."""
    count: Estimate[int] = attrs.field(default=UNKNOWN, converter=to_count, validator=fields.above_zero)
    """How many they are."""
    member_of: tuple[Organisation, ...] = attrs.field(default=(), converter=to_organisations)
    """The organisations of which each is a member."""

    @property
    def english_name(self) -> str:
        """The description in English, or in the language that is there."""
        return self.description.in_language("en")

    def __str__(self) -> str:
        return str(self.description)


def _not_before_since(instance: "Membership", attribute: object, value: date | None) -> None:
    if value is not None and value < instance.since:
        raise InvalidValueError("Membership.until", f"{value} lies before {instance.since}", "put the days in order")


@final
@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Membership(Compound):
    """A country in an organisation, from a day to a day, both included.

    Raises:
        InvalidValueError: A day is no day, or the last lies before the first.

    Examples:
        >>> from ukraine_support.reference import EU
        >>> uk = Membership(country=Country("GB"), organisation=EU, since="1973-01-01", until="2020-01-31")
        >>> uk.includes(date(2020, 1, 31)), uk.includes(date(2020, 2, 1))
        (True, False)
    """

    country: Country = attrs.field(validator=fields.valid(Country, required=True))
    """The member."""
    organisation: Organisation = attrs.field(validator=fields.valid(Organisation, required=True))
    """The organisation."""
    since: date = attrs.field(converter=fields.to_day)
    """The first day."""
    until: date | None = attrs.field(default=None, converter=fields.to_day_or_none, validator=_not_before_since)
    """The last day; None while it lasts."""
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=to_citations)
    """The places in sources that say so."""

    def includes(self, day: date | str) -> bool:
        """Whether the country was a member on that day, which may be given as its text, `2024-02-27`."""
        asked = a_day(day, "Membership.includes")
        return self.since <= asked and (self.until is None or asked <= self.until)


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Speaker(Compound):
    """Who said something: a name, the office held then, the party spoken for.

    Raises:
        InvalidValueError: The name is blank, or the party is none.

    Examples:
        >>> Speaker("Volodymyr Zelensky", office="President", of=Country("UA")).of
        Country('UA')
        >>> Speaker({"en": "Volodymyr Zelensky", "uk": "Володимир Зеленський"}).name.in_language("uk")
        'Володимир Зеленський'
    """

    name: Text = attrs.field(converter=fields.to_words)
    """The name, as the record's author writes it, in one language or several."""
    office: Text | None = attrs.field(default=None, kw_only=True, converter=to_text)
    """The office held at the time."""
    of: Party | None = attrs.field(default=None, kw_only=True, validator=fields.valid(Party))
    """The party spoken for."""

    def __str__(self) -> str:
        return str(self.name)

    @classmethod
    def _instead_of(cls, value: object) -> str | None:
        return f"Speaker({quoted(value)})" if isinstance(value, str) else None


@final
@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Occasion(Record):
    """A meeting, conference or visit on which things were said or decided.

    Raises:
        InvalidValueError: A field breaks its rule; the message names it.

    Examples:
        >>> Occasion(id="paris-2024", name="Paris meeting", when="2024-02-26", host=Country("FR")).host
        Country('FR')
    """

    name: Text = attrs.field(converter=fields.to_words)
    """What it is called."""
    place: Text | None = attrs.field(default=None, converter=to_text)
    """Where it was."""
    when: Period | None = attrs.field(default=None, converter=to_period)
    """When it was: the whole span."""
    host: Party | None = attrs.field(default=None, validator=fields.valid(Party))
    """Who invited."""
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=to_citations)
    """The places in sources that say so."""
