"""Hypothesis strategies for every public type: values, parties, support, records, and ledgers whose references hold.

Each is a function that returns a strategy. A record of its own refers to any ids at all; in a ledger, to those that are
there.

Examples:
    >>> from hypothesis import given
    >>> @given(ledgers())
    ... def every_claim_is_about_something(ledger):
    ...     assert all(claim.about in ledger for claim in ledger.claims.values())
    >>> every_claim_is_about_something()
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Basis,
    Calibre,
    Citation,
    Claim,
    Commitment,
    Condition,
    Country,
    Currency,
    Equipment,
    Estimate,
    Extras,
    FinancialCommitment,
    FormerCountry,
    HumanitarianCommitment,
    Initiative,
    Instrument,
    Ledger,
    Length,
    Line,
    Link,
    Mass,
    Materiel,
    Membership,
    MilitaryCommitment,
    Missile,
    Money,
    MortarBomb,
    Munition,
    Occasion,
    Organisation,
    Party,
    Period,
    Personnel,
    PersonnelRole,
    Policy,
    Position,
    Record,
    Records,
    Relation,
    Rocket,
    Source,
    Speaker,
    Stage,
    Stance,
    Supplies,
    Support,
    Text,
    Unit,
    UnnamedParty,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support._exact import to_number
from ukraine_support._iso import COUNTRIES, CURRENCIES, FORMER_COUNTRIES
from ukraine_support.reference import ORGANISATIONS

V = TypeVar("V")


# Numbers and values


@st.composite
def decimals(draw: DrawFn, *, least: int | None = None, integer_digits: int = 12) -> Decimal:
    """Exact numbers of up to 18 digits after the point; `least` is the smallest in units of the last digit."""
    places = draw(st.integers(0, 18))
    bound = 10 ** (integer_digits + places) - 1
    return Decimal(f"{draw(st.integers(-bound if least is None else least, bound))}E-{places}")


def numbers(*, least: int = 0) -> SearchStrategy[int | Decimal]:
    """Quantities: whole ones as `int`, others as `Decimal`."""
    return st.integers(least, 10**12) | decimals(least=least).map(lambda number: to_number(number, "numbers"))


@cache
def currencies() -> SearchStrategy[Currency]:
    """Currencies, the withdrawn ones too."""
    return st.sampled_from(sorted(CURRENCIES)).map(Currency)


def money(currency: Currency | None = None, *, least: int | None = None) -> SearchStrategy[Money]:
    """Amounts in any currency, or in the one given."""
    return st.builds(Money, decimals(least=least), currencies() if currency is None else st.just(currency))


@cache
def calibres() -> SearchStrategy[Calibre]:
    """Calibres, those in use and any other."""
    return st.sampled_from([82, 120, 122, 152, 155]).map(Calibre) | decimals(least=1).map(Calibre)


@cache
def lengths() -> SearchStrategy[Length]:
    """Lengths of zero or more."""
    return decimals(least=0).map(Length)


@cache
def masses() -> SearchStrategy[Mass]:
    """Masses of zero or more."""
    return decimals(least=0).map(Mass)


def estimates(values: SearchStrategy[V]) -> SearchStrategy[Estimate[Any]]:
    """Estimates of every form, of values that compare with each other."""
    ordered: Callable[[Any], list[Any]] = sorted
    one_ended: list[Callable[[Any], Estimate[Any]]] = [exactly, at_least, at_most]
    stated = st.one_of(
        *(values.map(form) for form in one_ended), st.tuples(values, values).map(lambda ends: between(*ordered(ends)))
    )
    return st.just(UNKNOWN) | stated | stated.map(about)


@cache
def amounts(*, least: int | None = 0) -> SearchStrategy[Estimate[Money]]:
    """Estimated amounts, each in one currency."""
    return currencies().flatmap(lambda currency: estimates(money(currency, least=least)))


# Dates


@cache
def days() -> SearchStrategy[date]:
    """Days of the years in which the record plays, and any other."""
    return st.dates(date(2022, 1, 1), date(2026, 12, 31)) | st.dates()


@cache
def _years() -> SearchStrategy[int]:
    return st.integers(2022, 2026) | st.integers(1, 9998)


@cache
def _ends() -> SearchStrategy[str]:
    """Days, months, seasons and years, as EDTF writes them."""
    return st.one_of(
        days().map(date.isoformat),
        st.builds("{:04}-{:02}".format, _years(), st.integers(1, 12) | st.integers(21, 24)),
        _years().map("{:04}".format),
    )


@st.composite
def periods(draw: DrawFn) -> Period:
    """Periods of every form: one end, two, or an open one, each perhaps marked as uncertain."""
    first, last = sorted((draw(_ends()), draw(_ends())), key=lambda end: Period(end).earliest or date.min)
    first, last = first + draw(st.sampled_from(["", "~", "?", "%"])), last + draw(st.sampled_from(["", "~", "?", "%"]))
    return Period(draw(st.sampled_from([first, f"{first}/{last}", f"../{last}", f"{first}/.."])))


# Words


@cache
def words() -> SearchStrategy[str]:
    """Words that say something, in any alphabet."""
    alphabet = st.characters(exclude_categories=("Cc", "Cs"))
    said = st.text(alphabet, min_size=1, max_size=20).filter(lambda text: not text.isspace())
    return st.sampled_from(["shells", "снаряди", "two\nlines"]) | said


@cache
def ids() -> SearchStrategy[str]:
    """Ids: printable, with no blanks around them."""
    plain = st.from_regex(r"[a-z]{1,8}(-[0-9]{1,4})?", fullmatch=True)
    return plain | st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


@cache
def texts() -> SearchStrategy[Text]:
    """Words in no said language, or in several."""
    tags = st.sampled_from(["en", "uk", "pl", "zh-Hant", "und"])
    return words().map(Text) | st.dictionaries(tags, words(), min_size=1, max_size=3).map(Text)


@cache
def extras() -> SearchStrategy[Extras]:
    """A source's own columns."""
    cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    return st.dictionaries(words(), cells, max_size=3).map(Extras)


def maybe(values: SearchStrategy[V]) -> SearchStrategy[V | None]:
    """A value, or None."""
    return st.none() | values


def _some(values: SearchStrategy[V], *, least: int = 0, most: int = 2) -> SearchStrategy[list[V]]:
    return st.lists(values, min_size=least, max_size=most)


# Parties


@cache
def countries() -> SearchStrategy[Country]:
    """Countries, the common donors among them."""
    return st.sampled_from(["CZ", "DE", "FR", "NL", "PL", "UA", "US"]).map(Country) | st.sampled_from(
        sorted(COUNTRIES)
    ).map(Country)


@cache
def former_countries() -> SearchStrategy[FormerCountry]:
    """Countries that no longer exist under their code."""
    return st.sampled_from(sorted(FORMER_COUNTRIES)).map(FormerCountry)


@cache
def organisations() -> SearchStrategy[Organisation]:
    """Organisations of the reference catalogue, those that look like them, and any other, perhaps part of another."""
    names = st.sampled_from(sorted(ORGANISATIONS)) | ids().filter(lambda id: id not in COUNTRIES)
    alone = st.sampled_from(list(ORGANISATIONS.values())) | st.builds(Organisation, id=names, name=texts())
    return alone | st.builds(Organisation, id=names, name=texts(), part_of=alone)


@cache
def unnamed_parties() -> SearchStrategy[UnnamedParty]:
    """Parties that are described and not named."""
    counts = estimates(st.integers(1, 50))
    return st.builds(UnnamedParty, description=texts(), count=counts, member_of=_some(organisations()))


@cache
def parties() -> SearchStrategy[Party]:
    """Parties of every kind."""
    return countries() | former_countries() | organisations() | unnamed_parties()


@cache
def _several_parties() -> SearchStrategy[list[Party]]:
    return st.lists(parties(), max_size=2, unique=True)


@cache
def memberships() -> SearchStrategy[Membership]:
    """Countries in organisations, for good or until a day."""
    spans = days().flatmap(lambda since: st.tuples(st.just(since), maybe(st.dates(since))))
    return st.builds(
        lambda span, **fields: Membership(since=span[0], until=span[1], **fields),
        spans,
        country=countries(),
        organisation=organisations(),
        citations=_some(citations()),
    )


@cache
def speakers() -> SearchStrategy[Speaker]:
    """Speakers with and without an office and a party."""
    return st.builds(Speaker, words(), office=maybe(texts()), of=maybe(parties()))


# Support


@cache
def _munition() -> dict[str, SearchStrategy[Any]]:
    named = {"description": maybe(texts()), "designation": maybe(words())}
    return named | {"calibre": maybe(calibres()), "mass": maybe(masses())}


@cache
def munitions() -> SearchStrategy[Munition]:
    """Munitions of every kind."""
    distances = estimates(lengths())
    plain: list[type[Munition]] = [Munition, ArtilleryShell, MortarBomb]
    flying: list[type[Munition]] = [Rocket, Missile]
    return st.one_of(
        *(st.builds(cls, **_munition()) for cls in plain),
        *(st.builds(cls, range=distances, **_munition()) for cls in flying),
    )


@cache
def supports() -> SearchStrategy[Support]:
    """Support of every kind."""
    materiel: dict[str, SearchStrategy[Any]] = {"description": maybe(texts()), "lethal": maybe(st.booleans())}
    return st.one_of(
        munitions(),
        st.builds(Materiel, **materiel),
        st.builds(Supplies, **materiel),
        st.builds(Equipment, designation=maybe(words()), **materiel),
        st.builds(Personnel, role=maybe(st.sampled_from(PersonnelRole)), description=maybe(texts())),
        st.builds(Policy, description=texts()),
    )


@cache
def lines() -> SearchStrategy[Line]:
    """Lines of one kind of support or two, with values of zero or more."""
    return st.builds(
        Line,
        _some(supports(), least=1),
        estimates(numbers(least=1)),
        unit=st.sampled_from(Unit),
        unit_price=amounts(),
        value=amounts(),
        basis=st.sampled_from(Basis),
        condition=maybe(st.sampled_from(Condition)),
        note=maybe(texts()),
        extras=extras(),
    )


# Records


@cache
def citations() -> SearchStrategy[Citation]:
    """Places in any source."""
    return st.builds(Citation, ids(), maybe(words()))


@cache
def links() -> SearchStrategy[Link]:
    """Links to any commitment."""
    return st.builds(Link, st.sampled_from(Relation), ids())


def _record() -> dict[str, SearchStrategy[Any]]:
    return {"id": ids(), "note": maybe(texts()), "extras": extras()}


def _documented() -> dict[str, SearchStrategy[Any]]:
    return _record() | {"citations": _some(citations()), "occasion": maybe(ids())}


@cache
def sources() -> SearchStrategy[Source]:
    """Documents, perhaps known only through another."""
    titled = {"title": maybe(texts()), "publisher": maybe(texts()), "url": maybe(words())}
    return st.builds(Source, published=maybe(periods()), through=maybe(ids()), **titled, **_record())


@cache
def occasions() -> SearchStrategy[Occasion]:
    """Meetings."""
    met = {"place": maybe(texts()), "when": maybe(periods()), "host": maybe(parties())}
    return st.builds(Occasion, name=texts(), citations=_some(citations()), **met, **_record())


@cache
def initiatives() -> SearchStrategy[Initiative]:
    """Joint undertakings."""
    return st.builds(
        Initiative,
        name=maybe(texts()),
        lead=maybe(parties()),
        goal=_some(lines()),
        goal_value=amounts(),
        suppliers=_several_parties(),
        stage=st.sampled_from(Stage),
        announced=maybe(periods()),
        **_documented(),
    )


@cache
def commitments() -> SearchStrategy[Commitment]:
    """Promises of every kind, corrections with negative values among them."""
    fields: dict[str, SearchStrategy[Any]] = {
        "donors": _several_parties(),
        "recipient": parties(),
        "lines": _some(lines()),
        "basis": st.sampled_from(Basis),
        "stage": st.sampled_from(Stage),
        "announced": maybe(periods()),
        "due": maybe(periods()),
        "covers": maybe(periods()),
        "suppliers": _several_parties(),
        "channels": _several_parties(),
        "towards": maybe(ids()),
        "part_of": maybe(ids()),
        "links": _some(links()),
        **_documented(),
    }
    corrections = {"value": amounts(least=None), "correction": st.just(True)}
    return st.one_of(
        st.builds(MilitaryCommitment, value=amounts(), **fields),
        st.builds(HumanitarianCommitment, value=amounts(), **fields),
        st.builds(FinancialCommitment, value=amounts(), instrument=st.sampled_from(Instrument), **fields),
        st.builds(FinancialCommitment, **corrections, **fields),
    )


@cache
def claims() -> SearchStrategy[Claim]:
    """What is said of progress."""
    return st.builds(
        Claim,
        about=ids(),
        line=maybe(st.integers(0, 3)),
        stage=st.sampled_from(Stage),
        quantity=estimates(numbers()),
        value=amounts(),
        share=estimates(decimals(least=0, integer_digits=1)),
        increment=st.booleans(),
        during=_some(periods()),
        forecast=st.booleans(),
        disputes=st.lists(ids(), max_size=2, unique=True),
        wording=maybe(texts()),
        speaker=maybe(speakers()),
        said=maybe(periods()),
        **_documented(),
    )


@cache
def positions() -> SearchStrategy[Position]:
    """Where parties stand on support of any kind, or on something with an id."""
    return st.builds(
        Position,
        holder=parties(),
        on=supports() | ids(),
        stance=st.sampled_from(Stance),
        since=maybe(periods()),
        speaker=maybe(speakers()),
        said=maybe(periods()),
        **_documented(),
    )


@cache
def records() -> SearchStrategy[Record]:
    """Records of every kind, each for itself."""
    return sources() | occasions() | initiatives() | commitments() | claims() | positions()


@st.composite
def ledgers(draw: DrawFn, *, most: int = 2) -> Ledger:
    """Ledgers of up to so many records of each kind; references hold and run in no circle."""
    held: dict[str, Record] = {}

    def ids_of(*classes: type[Record]) -> list[str]:
        return [id for id, record in held.items() if isinstance(record, classes)]

    def any_of(*classes: type[Record]) -> str | None:
        return draw(maybe(st.sampled_from(found))) if (found := ids_of(*classes)) else None

    def some_of(*classes: type[Record]) -> list[str]:
        return draw(st.lists(st.sampled_from(found), max_size=2, unique=True)) if (found := ids_of(*classes)) else []

    def documented() -> dict[str, Any]:
        cited = [Citation(source, draw(maybe(words()))) for source in some_of(Source)]
        return {"citations": cited, "occasion": any_of(Occasion)}

    def lines_of(subject: str) -> int:
        record: Any = held[subject]
        return len(record.goal if isinstance(record, Initiative) else record.lines)

    def promised() -> dict[str, Any]:
        linked = [Link(draw(st.sampled_from(Relation)), commitment) for commitment in some_of(Commitment)]
        return {"towards": any_of(Initiative), "part_of": any_of(Commitment), "links": linked}

    def said() -> dict[str, Any]:
        subject = draw(st.sampled_from(ids_of(Initiative, Commitment)))
        line = draw(maybe(st.integers(0, lines_of(subject) - 1))) if lines_of(subject) else None
        return {"about": subject, "line": line, "disputes": some_of(Claim)}

    def add(strategy: SearchStrategy[Any], refer: Callable[[], dict[str, Any]]) -> None:
        for record in draw(st.lists(strategy, max_size=most)):
            if record.id not in held:
                held[record.id] = attrs.evolve(record, **refer())

    add(sources(), lambda: {"through": any_of(Source)})
    add(occasions(), lambda: {"citations": documented()["citations"]})
    add(initiatives(), documented)
    add(commitments(), lambda: documented() | promised())
    if ids_of(Initiative, Commitment):
        add(claims(), lambda: documented() | said())
    add(positions(), lambda: documented() | {"on": any_of(Initiative, Commitment) or draw(supports())})
    return Ledger.of(held.values())


@cache
def values() -> SearchStrategy[Any]:
    """Instances of every public type that is no record: values, estimates, parties, support, and what holds them."""
    return st.one_of(
        currencies(),
        money(),
        calibres(),
        lengths(),
        masses(),
        periods(),
        estimates(numbers()),
        estimates(lengths()),
        amounts(least=None),
        texts(),
        extras(),
        parties(),
        memberships(),
        speakers(),
        supports(),
        lines(),
        citations(),
        links(),
        _some(sources()).map(lambda found: Records({source.id: source for source in found}.values())),
    )
