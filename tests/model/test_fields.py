"""What fields accept for convenience, and how they refuse the rest: saying the class and the field."""

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

import attrs
import pint
import pytest
from hypothesis import given

from refusals import HOSTILE, brief, refusal
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Calibre,
    Citation,
    Claim,
    Country,
    Extras,
    FinancialCommitment,
    FormerCountry,
    Initiative,
    InvalidValueError,
    Length,
    Line,
    Link,
    Mass,
    Membership,
    MilitaryCommitment,
    Missile,
    Money,
    Munition,
    Occasion,
    Organisation,
    Party,
    Period,
    Personnel,
    Policy,
    Position,
    Source,
    Speaker,
    Stage,
    Supplies,
    Text,
    UnnamedParty,
    WrongTypeError,
    about,
    at_least,
    between,
    exactly,
)
from ukraine_support.testing._words import ids

EU = Organisation(id="EU", name="European Union")
REGISTRY: Any = pint.UnitRegistry()


USUAL: dict[type[Any], dict[str, Any]] = {
    Citation: {"source": "a"},
    Claim: {"id": "a", "about": "b", "stage": "delivered"},
    FinancialCommitment: {"id": "a", "stage": "pledged"},
    FormerCountry: {"code": "SUHH"},
    Initiative: {"id": "a"},
    Line: {"of": Munition()},
    Link: {"relation": "backs", "to": "a"},
    Membership: {"country": Country("FR"), "organisation": EU, "since": "1958-01-01"},
    Missile: {},
    Occasion: {"id": "a", "name": "b"},
    Organisation: {"id": "a", "name": "b"},
    Personnel: {},
    Policy: {"description": "a"},
    Position: {"id": "a", "holder": EU, "on": "b", "stance": "supports"},
    Source: {"id": "a"},
    Speaker: {"name": "a"},
    Supplies: {},
    UnnamedParty: {"description": "a"},
}
"""What each class must be told."""
FIELDS = [(cls, field.name) for cls in USUAL for field in attrs.fields(cls) if field.init]
FLAGS = {"increment", "forecast", "correction", "lethal"}


def make(cls: type[Any], **fields: Any) -> Any:
    return cls(**USUAL[cls] | fields)


def named(parameter: object) -> str:
    return parameter.__name__ if isinstance(parameter, type) else brief(parameter)


@pytest.mark.parametrize("value", [value for value in HOSTILE if not isinstance(HOSTILE[value], str)])
@pytest.mark.parametrize(("cls", "field"), FIELDS, ids=named)
def test_no_field_takes_a_hostile_value(cls: type[Any], field: str, value: str) -> None:
    if field == "line" and isinstance(HOSTILE[value], int):
        return  # a line that is not there is for the ledger to find
    options: dict[str, Any] = {field: HOSTILE[value]}
    assert refusal(make, cls, **options).where.partition("[")[0] == f"{cls.__name__}.{field}"


@pytest.mark.parametrize("value", [1.5, True, object, b"x", {1: 2}, {5}, datetime(2024, 2, 27)], ids=brief)  # noqa: DTZ001
@pytest.mark.parametrize(("cls", "field"), FIELDS, ids=named)
def test_no_field_takes_another_type(cls: type[Any], field: str, value: object) -> None:
    if value is True and field in FLAGS:
        return
    options: dict[str, Any] = {field: value}
    assert refusal(make, cls, **options).where.partition("[")[0] == f"{cls.__name__}.{field}"


# Ids


@given(ids())
def test_an_id_is_printable_without_blanks_around_it(id: str) -> None:
    assert Source(id=id).id == id


@pytest.mark.parametrize(
    "id",
    ["", " ", "\u00a0", " a", "a ", "a\n", "a\tb", "\x00", "a\x1b", "\u200b", "\ud800", "a\u2028b", "x" * 201],
    ids=brief,
)
def test_an_id_that_is_none_is_refused(id: str) -> None:
    references: list[tuple[type[Any], str, Any, str]] = [
        (Source, "id", id, "Source.id"),
        (Source, "through", id, "Source.through"),
        (Organisation, "id", id, "Organisation.id"),
        (Citation, "source", id, "Citation.source"),
        (Link, "to", id, "Link.to"),
        (Claim, "about", id, "Claim.about"),
        (Claim, "occasion", id, "Claim.occasion"),
        (Claim, "disputes", ["b", id], "Claim.disputes[1]"),
        (Claim, "retracts", ["b", id], "Claim.retracts[1]"),
        (FinancialCommitment, "towards", id, "FinancialCommitment.towards"),
        (FinancialCommitment, "part_of", id, "FinancialCommitment.part_of"),
        (Position, "on", id, "Position.on"),
    ]
    for cls, field, value, where in references:
        options: dict[str, Any] = {field: value}
        error = refusal(make, cls, **options)
        assert error.where == where
        assert re.search(r"is no id(: U\+[0-9A-F]{4,5} at \d+)?$", error.problem)


@pytest.mark.parametrize("id", ["x" * 200, "a b", "¶11", "снаряди", "a/b#c", "0"], ids=brief)
def test_an_id_may_be_long_and_in_any_alphabet(id: str) -> None:
    assert Source(id=id).id == id


# What is accepted for convenience


@pytest.mark.parametrize(
    ("field", "given_", "kept"),
    [
        ("announced", "2024-02-26", Period("2024-02-26")),
        ("announced", date(2024, 2, 26), Period("2024-02-26")),
        ("announced", Period("2024"), Period("2024")),
        ("announced", None, None),
        ("value", Money("1", "EUR"), exactly(Money("1", "EUR"))),
        ("value", about(Money("1", "EUR")), about(Money("1", "EUR"))),
        ("value", None, UNKNOWN),
        ("stage", "delivered", Stage.DELIVERED),
        ("stage", "disbursed", Stage.DELIVERED),
        ("note", "words", Text("words")),
        ("note", {"en": "words"}, Text({"en": "words"})),
        ("extras", {"a": "b"}, Extras({"a": "b"})),
        ("extras", None, Extras()),
        ("donors", [EU], (EU,)),
        ("donors", (EU,), (EU,)),
        ("donors", {EU}, (EU,)),
        ("donors", (party for party in [EU]), (EU,)),
        ("links", [Link("backs", "b")], (Link("backs", "b"),)),
    ],
    ids=brief,
)
def test_a_commitment_takes_what_is_safe(field: str, given_: Any, kept: Any) -> None:
    assert getattr(make(FinancialCommitment, **{field: given_}), field) == kept


@pytest.mark.parametrize(
    ("field", "given_", "kept"),
    [
        ("quantity", 5, exactly(5)),
        ("quantity", "5", exactly(5)),
        ("quantity", Decimal("5.0"), exactly(5)),
        ("quantity", "0.5", exactly(Decimal("0.5"))),
        ("quantity", about(Decimal(5)), about(5)),
        ("quantity", at_least(5), at_least(5)),
        ("quantity", between(Decimal(1), 2), between(1, 2)),
        ("quantity", None, UNKNOWN),
        ("share", "0.30", exactly(Decimal("0.3"))),
        ("share", 1, exactly(Decimal(1))),
        ("share", exactly(1), exactly(Decimal(1))),
        ("share", at_least(Decimal("0.5")), at_least(Decimal("0.5"))),
        ("share", None, UNKNOWN),
        ("during", ["2024", Period("2023")], (Period("2024"), Period("2023"))),
        ("disputes", ["b", "c"], ("b", "c")),
        ("disputes", (id for id in "bc"), ("b", "c")),
        ("retracts", ["b", "c"], ("b", "c")),
        ("of", Munition(), (Munition(),)),
        ("of", [Munition(calibre="155 mm"), Munition()], (Munition(calibre="155 mm"), Munition())),
    ],
    ids=brief,
)
def test_a_claim_takes_what_is_safe(field: str, given_: Any, kept: Any) -> None:
    found = getattr(make(Claim, **{field: given_}), field)
    assert found == kept
    if field == "quantity":
        assert type(found.low) is type(kept.low)


@pytest.mark.parametrize("calibre", [Calibre(155), "155 mm", REGISTRY.Quantity(15.5, "cm")], ids=brief)
def test_a_calibre_is_taken_as_text_and_as_a_quantity(calibre: Any) -> None:
    assert ArtilleryShell(calibre=calibre).calibre == Calibre(155)


@pytest.mark.parametrize("mass", [Mass("43.2"), "43.2 kg", "43200 g", REGISTRY.Quantity(43.2, "kg")], ids=brief)
def test_a_mass_is_taken_as_text_and_as_a_quantity(mass: Any) -> None:
    assert ArtilleryShell(mass=mass).mass == Mass("43.2")


@pytest.mark.parametrize(
    "range_", [Length(500_000), "500 km", REGISTRY.Quantity(500, "km"), exactly(Length(500_000))], ids=brief
)
def test_a_range_is_taken_as_text_and_as_a_quantity(range_: Any) -> None:
    assert Missile(range=range_).range == exactly(Length(500_000))
    assert Missile(range=None).range is UNKNOWN


@pytest.mark.parametrize("value", [None, UNKNOWN, 3, exactly(3), at_least(2)], ids=brief)
def test_a_count_is_taken_as_it_is(value: Any) -> None:
    expected = UNKNOWN if value is None else exactly(3) if value == 3 else value
    assert UnnamedParty(description="some", count=value).count == expected


@pytest.mark.parametrize("day", ["2024-03-07", date(2024, 3, 7)], ids=brief)
def test_a_day_is_taken_as_text(day: Any) -> None:
    assert make(Membership, since=day).since == date(2024, 3, 7)
    assert make(Membership, until=day).until == date(2024, 3, 7)
    assert make(Membership).until is None


# What is refused, field by field


@pytest.mark.parametrize(
    ("cls", "field", "value", "where", "problem"),
    [
        (
            FinancialCommitment,
            "due",
            "2024-13-01",
            "FinancialCommitment.due",
            "'2024-13-01' names no day or span that exists",
        ),
        (FinancialCommitment, "due", 2024, "FinancialCommitment.due", "2024 is a int"),
        (FinancialCommitment, "value", 5, "FinancialCommitment.value", "5 is a int"),
        (FinancialCommitment, "value", exactly(5), "FinancialCommitment.value", "5 is of another kind"),
        (
            FinancialCommitment,
            "value",
            at_least(Length(5)),
            "FinancialCommitment.value",
            "Length('5') is of another kind",
        ),
        (FinancialCommitment, "value", "EUR 5", "FinancialCommitment.value", "'EUR 5' is a str"),
        (FinancialCommitment, "value", Money("-1", "EUR"), "FinancialCommitment.value", "EUR -1 is below zero"),
        (
            FinancialCommitment,
            "value",
            between(Money("-2", "EUR"), Money("-1", "EUR")),
            "FinancialCommitment.value",
            "EUR -2 is below zero",
        ),
        (
            FinancialCommitment,
            "lines",
            [make(Line, value=Money("-1", "EUR"))],
            "FinancialCommitment.lines[0].value",
            "EUR -1 is below zero",
        ),
        (FinancialCommitment, "lines", [Munition()], "FinancialCommitment.lines[0]", "Munition() is a Munition"),
        (FinancialCommitment, "lines", make(Line), "FinancialCommitment.lines", "Line(of=(Munition(),)) is a Line"),
        (FinancialCommitment, "donors", EU, "FinancialCommitment.donors", None),
        (FinancialCommitment, "donors", "EU", "FinancialCommitment.donors", "'EU' is a str"),
        (FinancialCommitment, "donors", ["EU"], "FinancialCommitment.donors[0]", "'EU' is a str"),
        (
            FinancialCommitment,
            "donors",
            [Country("FR"), EU, Country("FR")],
            "FinancialCommitment.donors",
            "Country('FR') stands twice",
        ),
        (FinancialCommitment, "recipient", None, "FinancialCommitment.recipient", "None is a NoneType"),
        (FinancialCommitment, "recipient", "UA", "FinancialCommitment.recipient", "'UA' is a str"),
        (FinancialCommitment, "stage", "promised", "FinancialCommitment.stage", "'promised' is no Stage"),
        (FinancialCommitment, "stage", None, "FinancialCommitment.stage", "None is a NoneType"),
        (FinancialCommitment, "instrument", "gift", "FinancialCommitment.instrument", "'gift' is no Instrument"),
        (FinancialCommitment, "basis", None, "FinancialCommitment.basis", "None is a NoneType"),
        (FinancialCommitment, "note", "", "FinancialCommitment.note", "'' says nothing"),
        (FinancialCommitment, "note", {"english": "x"}, "FinancialCommitment.note", "'english' is no language tag"),
        (FinancialCommitment, "extras", {"": "x"}, "FinancialCommitment.extras", "'' says nothing"),
        (FinancialCommitment, "extras", [("a", "b")], "FinancialCommitment.extras", "[('a', 'b')] is a list"),
        (FinancialCommitment, "correction", 1, "FinancialCommitment.correction", "1 is a int"),
        (Claim, "quantity", -1, "Claim.quantity", "-1 is below zero"),
        (Claim, "quantity", 1.5, "Claim.quantity", "1.5 is a float"),
        (Claim, "quantity", "1e3", "Claim.quantity", "'1e3' is no plain decimal number"),
        (Claim, "quantity", exactly(Money("1", "EUR")), "Claim.quantity", "Money('1', 'EUR') is of another kind"),
        (Claim, "value", Money("-1", "EUR"), "Claim.value", "EUR -1 is below zero"),
        (Claim, "share", "-0.1", "Claim.share", "Decimal('-0.1') is below zero"),
        (Claim, "share", 0.3, "Claim.share", "0.3 is a float"),
        (Claim, "share", "30 %", "Claim.share", "'30 %' is no plain decimal number"),
        (Claim, "share", exactly(Money("1", "EUR")), "Claim.share", None),
        (Claim, "line", -1, "Claim.line", "-1 is no line"),
        (Claim, "line", True, "Claim.line", "True is no line"),
        (Claim, "line", "0", "Claim.line", "'0' is a position"),
        (Claim, "during", ["2024", "2024-13"], "Claim.during[1]", "'2024-13' names no day or span that exists"),
        (Claim, "during", ("2024-13",), "Claim.during[0]", "'2024-13' names no day or span that exists"),
        (Claim, "during", "2024", "Claim.during", "'2024' is a str"),
        (Claim, "during", (5 for _ in "a"), "Claim.during[0]", None),
        (Claim, "disputes", "b", "Claim.disputes", "'b' is a str"),
        (Claim, "retracts", ["b", "b"], "Claim.retracts", "'b' stands twice"),
        (Claim, "of", "shells", "Claim.of", "'shells' is a str"),
        (Claim, "of", ["shells"], "Claim.of[0]", "'shells' is a str"),
        (Claim, "of", [Munition(), Munition()], "Claim.of", "Munition() stands twice"),
        (Claim, "disputes", ["b", "c", "b"], "Claim.disputes", "'b' stands twice"),
        (Claim, "disputes", [5], "Claim.disputes[0]", "5 is a int"),
        (Claim, "speaker", "Macron", "Claim.speaker", "'Macron' is a str"),
        (Claim, "forecast", None, "Claim.forecast", "None is a NoneType"),
        (Position, "stance", "likes", "Position.stance", "'likes' is no Stance"),
        (Position, "on", None, "Position.on", "None is a NoneType"),
        (Position, "on", EU, "Position.on", None),
        (Position, "holder", None, "Position.holder", "None is a NoneType"),
        (Line, "of", [], "Line.of", "nothing is counted"),
        (Line, "of", "shells", "Line.of", "'shells' is a str"),
        (Line, "of", ["shells"], "Line.of[0]", "'shells' is a str"),
        (Line, "quantity", 0, "Line.quantity", "0 is not above zero"),
        (Line, "quantity", between(0, 5), "Line.quantity", "0 is not above zero"),
        (Line, "quantity", -5, "Line.quantity", "-5 is not above zero"),
        (Line, "unit_price", Money("-1", "EUR"), "Line.unit_price", "Money('-1', 'EUR') is below zero"),
        (Line, "unit", "shells", "Line.unit", "'shells' is no Unit"),
        (Line, "unit", None, "Line.unit", "None is a NoneType"),
        (Line, "condition", "old", "Line.condition", "'old' is no Condition"),
        (Membership, "since", "2024", "Membership.since", "'2024' is no single day"),
        (Membership, "since", "2024-02-30", "Membership.since", "'2024-02-30' is no single day"),
        (Membership, "since", "2024-02-27~", "Membership.since", "'2024-02-27~' is no single day"),
        (Membership, "since", "../2024", "Membership.since", "'../2024' is no single day"),
        (Membership, "since", None, "Membership.since", "None is a NoneType"),
        (Membership, "until", "1957-12-31", "Membership.until", "1957-12-31 lies before 1958-01-01"),
        (Membership, "country", "FR", "Membership.country", "'FR' is a str"),
        (Missile, "range", "500 kg", "Missile.range", "'500 kg' is no length"),
        (Missile, "range", exactly(5), "Missile.range", "5 is of another kind"),
        (
            Missile,
            "range",
            REGISTRY.Quantity(5, "kg"),
            "Missile.range",
            "a quantity in 'kilogram' is no length",
        ),
        (Missile, "calibre", "155", "Missile.calibre", "'155' is no length"),
        (Missile, "calibre", "0 mm", "Missile.calibre", "0 is not above zero"),
        (Missile, "calibre", 155, "Missile.calibre", "155 is no length"),
        (Missile, "mass", Calibre(5), "Missile.mass", "Calibre('5') is no mass"),
        (Missile, "designation", " ", "Missile.designation", "' ' says nothing"),
        (Supplies, "lethal", "no", "Supplies.lethal", "'no' is a str"),
        (Personnel, "role", "spies", "Personnel.role", "'spies' is no PersonnelRole"),
        (Policy, "description", None, "Policy.description", "None is a NoneType"),
        (Organisation, "id", "FR", "Organisation.id", "'FR' is a country's code"),
        (Organisation, "part_of", "EU", "Organisation.part_of", "'EU' is a str"),
        (Organisation, "part_of", Country("FR"), "Organisation.part_of", "Country('FR') is a Country"),
        (UnnamedParty, "count", 0, "UnnamedParty.count", "0 is not above zero"),
        (UnnamedParty, "count", "2", "UnnamedParty.count", "'2' is a str"),
        (UnnamedParty, "count", exactly(Decimal(2)), "UnnamedParty.count", "Decimal('2') is of another kind"),
        (
            UnnamedParty,
            "member_of",
            [Country("FR")],
            "UnnamedParty.member_of[0]",
            "Country('FR') is a Country",
        ),
        (FormerCountry, "code", "SU", "FormerCountry.code", "'SU' is no former country of ISO 3166-3"),
        (Occasion, "name", None, "Occasion.name", "None is a NoneType"),
        (Occasion, "host", "FR", "Occasion.host", "'FR' is a str"),
        (
            Initiative,
            "goal_value",
            Money("-1", "EUR"),
            "Initiative.goal_value",
            "Money('-1', 'EUR') is below zero",
        ),
        (Speaker, "name", "", "Speaker.name", "'' says nothing"),
        (Source, "url", "\x00", "Source.url", "'\\x00' holds the control character U+0000 at 0"),
    ],
    ids=brief,
)
def test_a_field_says_what_it_refuses(cls: type[Any], field: str, value: Any, where: str, problem: str | None) -> None:
    options: dict[str, Any] = {field: value}
    error = refusal(make, cls, **options)
    assert (error.where, error.problem) == (where, problem or error.problem)


def test_a_subclass_is_named_by_its_own_name() -> None:
    @attrs.frozen(kw_only=True)
    class Report(Claim):
        kind: ClassVar[str] = "test-fields.report"

    @attrs.frozen(kw_only=True)
    class Company(Organisation):
        kind: ClassVar[str] = "test-fields.company"

    assert refusal(Report, id="a", about="b", stage="delivered", line=-1).where == "Report.line"
    assert refusal(Company, id="FR", name="a").where == "Company.id"


# Many


def test_a_claim_may_dispute_twenty_thousand_others() -> None:
    many = [f"claim-{number}" for number in range(20_000)]
    assert make(Claim, disputes=many).disputes == tuple(many)
    assert refusal(make, Claim, disputes=[*many, many[0]]).problem == "'claim-0' stands twice"


def test_a_commitment_may_have_ten_thousand_donors() -> None:
    many = [Organisation(id=f"donor-{number}", name="a") for number in range(10_000)]
    assert len(make(FinancialCommitment, donors=many).donors) == 10_000
    refusal(make, FinancialCommitment, donors=[*many, many[0]])


def test_unnamed_parties_of_one_description_may_be_two() -> None:
    some = UnnamedParty(description="several countries")
    assert len(make(FinancialCommitment, donors=[some, some]).donors) == 2


def test_parties_without_a_hash_are_compared() -> None:
    @attrs.frozen(kw_only=True)
    class Fund(Party):
        kind: ClassVar[str] = "test-fields.fund"
        shares: dict[str, int]

    one, other = Fund(shares={"a": 1}), Fund(shares={"a": 2})
    assert make(FinancialCommitment, donors=[one, other]).donors == (one, other)
    refusal(make, FinancialCommitment, donors=[one, other, Fund(shares={"a": 1})])


def test_a_correction_may_be_below_zero() -> None:
    minus = Money("-1", "EUR")
    found = make(FinancialCommitment, value=minus, lines=[make(Line, value=minus)], correction=True)
    assert found.value == exactly(minus)


@pytest.mark.parametrize("zero", [0, "0", Decimal("0.0"), exactly(0)], ids=brief)
def test_a_claimed_quantity_may_be_zero(zero: Any) -> None:
    assert make(Claim, quantity=zero).quantity == exactly(0)


def test_a_claimed_share_may_exceed_one() -> None:
    assert make(Claim, share="1.5").share == exactly(Decimal("1.5"))


def test_numbers_that_are_no_decimals_are_refused() -> None:
    refusal(make, Line, quantity=Fraction(1, 2), error=WrongTypeError)
    assert issubclass(WrongTypeError, InvalidValueError)
    assert MilitaryCommitment(id="a", stage="pledged").lines == ()


def test_whole_ends_of_a_quantity_are_integers() -> None:
    quantities: list[Any] = [between(1, Decimal("2.0")), between(Decimal("1.0"), 2), Decimal("2.0")]
    for quantity in (Line(Munition(), stated).quantity for stated in quantities):
        assert (type(quantity.low), type(quantity.high)) == (int, int)
