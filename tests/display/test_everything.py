"""Whatever the library has or answers, `describe` tells it in words of the reader's language."""

import inspect
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import (
    ROUND_DOWN,
    ROUND_UP,
    Clamped,
    Context,
    Decimal,
    Inexact,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    localcontext,
)
from enum import Enum
from typing import Any

import attrs
import pint
import pytest

import ukraine_support
from test_house import public_objects
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Basis,
    Calibre,
    Citation,
    Claim,
    Condition,
    Country,
    Currency,
    Extras,
    FinancialCommitment,
    FormerCountry,
    HumanitarianCommitment,
    Initiative,
    Instrument,
    InvalidValueError,
    Ledger,
    Length,
    Line,
    Link,
    Mass,
    Materiel,
    Membership,
    MilitaryCommitment,
    Missile,
    MissileRole,
    Money,
    Munition,
    Occasion,
    Organisation,
    Party,
    Period,
    Personnel,
    PersonnelRole,
    Policy,
    Position,
    Relation,
    Source,
    Sourcing,
    Speaker,
    Stage,
    Stance,
    Standard,
    Text,
    Unit,
    UnnamedParty,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
    units,
)
from ukraine_support.analysis import (
    Certainty,
    Deflators,
    EventKind,
    Price,
    PriceBook,
    RateTable,
    SharingKey,
    attribute,
    audit,
    burden,
    changes,
    delays,
    disputes,
    evidence,
    flows,
    fulfilment,
    fulfilment_of_value,
    fulfilments,
    funding,
    history,
    implied_price,
    largest,
    matches,
    overdue,
    progress,
    quantities,
    ranking,
    relative,
    revisions,
    stage_of,
    standings,
    totals,
    value_of,
    value_of_line,
)
from ukraine_support.display import LANGUAGES, describe
from ukraine_support.interchange import (
    Accounts,
    Column,
    ColumnAccount,
    Note,
    Passed,
    Portion,
    Reading,
    Row,
    Sheet,
    kiel,
    sipri,
)
from ukraine_support.reference import (
    CALIBRES,
    DESIGNATIONS,
    EU,
    G7,
    MILITARY_PERSONNEL,
    NATO,
    Designation,
    Weapon,
    find_designation,
    find_party,
    members,
    memberships,
)
from ukraine_support.serialisation import (
    Limits,
    dumps,
    from_rows,
    from_tables,
    json_schema,
    loads,
    make_converter,
    to_rows,
    to_tables,
)

DAY = date(2024, 3, 2)
GERMANY, UKRAINE = Country("DE"), Country("UA")
NEWS = Source(id="1", title={"en": "News", "uk": "Новини"}, published="2024-02-26")
MEETING = Occasion(id="2", name="Зустріч", place="Київ", when="2024-02-26", host=UKRAINE)
CZECH = Initiative(id="3", lead=Country("CZ"), goal=[Line(ArtilleryShell(calibre="155 mm"), 800_000)])
SHELLS = MilitaryCommitment(
    id="4",
    donors=[EU],
    lines=[Line(ArtilleryShell(calibre="155 mm", mass="43.2 kg"), 1_000, unit_price=Money("5", "EUR"))],
    stage="pledged",
    announced="2023-21",
    due="2024-03-01",
    citations=[Citation("1", "row 5")],
    occasion="2",
    extras={"9": "9"},
)
LOAN = FinancialCommitment(
    id="5",
    donors=[GERMANY, Country("FR")],
    value=Money("100", "EUR"),
    stage="committed",
    announced="2024-02",
    towards="3",
    links=[Link("backs", "4")],
)
SAID = [
    Claim(id=id, about="4", stage="delivered", quantity=quantity, said=said, speaker=Speaker("Н. Н.", of=party))
    for id, quantity, said, party in (("6", 500, "2024-02-25", EU), ("7", 300, "2024-02-26", UKRAINE))
]
POSITION = Position(id="8", holder=NATO, on=MILITARY_PERSONNEL, stance="no_plans", said="2024-02-26")
LEDGER = Ledger(
    sources=[NEWS],
    occasions=[MEETING],
    initiatives=[CZECH],
    commitments=[SHELLS, LOAN],
    claims=SAID,
    positions=[POSITION],
)
ODD = Ledger.of(
    [
        *(record for record in LEDGER.records if record.id not in ("5", "7", "8")),
        attrs.evolve(LOAN, value=Money("120", "EUR"), correction=True, towards=None, announced="2922-02-09"),
        attrs.evolve(SAID[1], wording="прибуло"),
    ]
)
"""The ledger, changed."""
KEY = SharingKey({GERMANY: 7, Country("FR"): 3})
BY_DONOR = totals(LEDGER, by="donor")
SHEET = Sheet([{"Донор": "Norway", "Дано": "багато", "Інше": "5"}], [Column("1", ["Донор"]), Column("2", ["Дано"])])
ROW = next(iter(SHEET))
ROW.count("2")
ROW.problem("1", "неясно", fatal=True)
NOTES = (Note(2, "Дано", "багато", "неясно"), Note(2, "", "", "неясно"), Note(None, "", "", "неясно"))
READING = Reading(
    ledger=LEDGER,
    problems=SHEET.reading([]).problems,
    notes=NOTES,
    passed=[Passed(3, "сума")],
    rows_read=3,
    rows_structured=1,
    rows_blank=0,
)

ACCOUNTS = Accounts(
    [
        Portion("Сума", Currency("EUR"), [2, 3], [exactly(5), at_least(6)]),
        Portion("Сума", None, [4], [about(7)], "без валюти"),
    ]
)

INSTANCES: dict[type, tuple[object, ...]] = {
    **{cls: tuple(cls) for cls in (Basis, Certainty, Condition, EventKind, Instrument, PersonnelRole, Relation)},
    **{cls: tuple(cls) for cls in (MissileRole, Sourcing, Stage, Stance, Standard, Unit, Weapon)},
    **{cls: (cls(),) for cls in vars(ukraine_support).values() if isinstance(cls, type) and issubclass(cls, Materiel)},
    **{type(thing): (thing,) for thing in (NEWS, MEETING, CZECH, SHELLS, LOAN, POSITION, LEDGER)},
    **{type(thing): (thing,) for thing in (READING, READING.problems[0], SHELLS.lines[0])},
    **{type(thing): (thing,) for thing in (SAID[0], SHELLS.extras, LEDGER.claims, BY_DONOR, *SHELLS.citations)},
    ukraine_support.Estimate: (UNKNOWN, exactly(5), about(5), at_least(5), at_most(5), between(5, 6)),
    Calibre: (Calibre(155),),
    Designation: (DESIGNATIONS["D-30"],),
    Country: (GERMANY,),
    Currency: (Currency("EUR"),),
    FormerCountry: (FormerCountry("SUHH"),),
    HumanitarianCommitment: (HumanitarianCommitment(id="1", stage="pledged"),),
    Length: (Length("560"), Length("56000")),
    Link: LOAN.links,
    Mass: (Mass("43.2"), Mass("4320")),
    Materiel: (Materiel(lethal=False),),
    Membership: memberships(GERMANY),
    Money: (Money("5", "EUR"),),
    Note: NOTES,
    Accounts: (ACCOUNTS, Accounts()),
    ColumnAccount: ACCOUNTS.columns,
    Portion: ACCOUNTS.portions,
    Organisation: (NATO, EU),
    Passed: READING.passed,
    Period: (Period("2023-21"), Period("../2024-02-26"), Period("2024-02-26~/.."), Period("2024?")),
    Personnel: (Personnel(), MILITARY_PERSONNEL),
    Policy: (Policy(description="закон"),),
    Speaker: (Speaker("Н. Н.", office="President", of=UKRAINE),),
    Text: (Text({"en": "news", "uk": "новини"}),),
    UnnamedParty: (UnnamedParty(description="країни", count=at_least(2), member_of=[NATO]),),
    type(CALIBRES[Calibre(122)]): tuple(CALIBRES.values()),
}
"""An instance or more of every public class."""

ANSWERS: dict[Callable[..., Any], object] = {
    about: about(5),
    at_least: at_least(Money("5", "EUR")),
    at_most: at_most(5),
    attribute: attribute(LOAN, KEY),
    audit: audit(ODD),
    changes: changes(LEDGER, ODD),
    between: between(5, 6),
    burden: burden(LEDGER),
    delays: delays(LEDGER, as_of=DAY),
    disputes: disputes(LEDGER),
    evidence: evidence(LEDGER, "4"),
    exactly: exactly(5),
    find_designation: find_designation("D-30"),
    find_party: find_party("Germany"),
    flows: flows(LEDGER),
    from_rows: from_rows(to_rows(LEDGER)),
    from_tables: from_tables(to_tables(LEDGER)),
    fulfilment: fulfilment(LEDGER, "4"),
    fulfilment_of_value: fulfilment_of_value(LEDGER, "5"),
    fulfilments: fulfilments(LEDGER),
    funding: funding(LEDGER, "3"),
    history: history(LEDGER, "4"),
    implied_price: implied_price(Line(Munition(), 10, value=Money("50", "EUR"))),
    kiel.read: READING,
    largest: largest(LEDGER, 2, currency="EUR"),
    loads: loads(dumps(LEDGER)),
    members: members(G7, DAY),
    memberships: memberships(GERMANY),
    matches: matches(LEDGER, ODD),
    overdue: overdue(LEDGER, as_of=DAY),
    progress: progress(LEDGER, of=Munition(), by=("donor", "calibre")),
    quantities: quantities(LEDGER, of=[Munition(), Materiel()], by=("kind", "condition", "unit", "month")),
    ranking: ranking(BY_DONOR),
    relative: relative(BY_DONOR, lambda key: 7),
    revisions: revisions([("2024", LEDGER), (DAY, ODD), (DAY, Ledger())], "5"),
    sipri.read: READING,
    stage_of: stage_of(LEDGER, "4"),
    standings: standings(LEDGER, MILITARY_PERSONNEL),
    totals: totals(LEDGER, by=("donor", "month", "quarter", "year", "category", "stage", "initiative", "supplier")),
    units.parse: units.parse("560 km"),
    value_of: value_of(SHELLS),
    value_of_line: value_of_line(SHELLS.lines[0]),
}
"""What every public function answers that asks or reads something."""

ANSWERED = {"Account", "Arrival", "Change", "Changes", "Delay", "Dispute", "Event", "Evidence", "FieldChange"}
ANSWERED |= {"Finding", "Fulfilment", "Funding", "History", "Match", "Overdue", "Progress", "ProgressCell"}
ANSWERED |= {"Quantities", "QuantityCell", "Rank", "Revision"}
ANSWERED |= {"Standing", "Standings", "Total", "Valuation"}
"""The classes of answers, which stand in `ANSWERS`."""

BY_CALLERS: dict[type, object] = {
    Column: Column("1", ["Донор"], required=True),
    Deflators: Deflators("2021", {}),
    Limits: Limits(),
    Price: Price(Munition(), Money("3300", "EUR")),
    PriceBook: PriceBook(),
    RateTable: RateTable("EUR", {}),
    Row: ROW,
    SharingKey: KEY,
    Sheet: SHEET,
}
"""What callers bring to a question or to a reader, and need not be told: it has no words."""

FOR_MACHINES = {"configure_converter", "define_in", "dumps", "json_schema", "make_converter", "registry", "to_rows"}
FOR_MACHINES |= {"counted_at", "named_part", "superseded", "table_schema", "to_tables"}
"""Functions whose results are documents, rows, converters, registries, plain names or ids: nothing for words."""

ELSEWHERE = tuple(
    f"ukraine_support.{name}." for name in ("charts", "display", "fields", "interchange.arrow", "testing")
)
"""Where the results are words themselves, pictures, what a field holds, tables, or things for tests."""

PUBLIC = {path: thing for path, thing in public_objects().items() if not path.startswith(ELSEWHERE)}


def test_every_public_class_and_function_is_tried() -> None:
    abstract = {"Commitment", "Documented", "Party", "Record", "Support", "Vocabulary"}
    classes = {
        thing.__name__ for thing in PUBLIC.values() if isinstance(thing, type) and not issubclass(thing, Exception)
    }
    assert classes - abstract - ANSWERED == {cls.__name__ for cls in (*INSTANCES, *BY_CALLERS)}
    functions = {path.rpartition(".")[2] for path, thing in PUBLIC.items() if inspect.isfunction(thing)}
    assert functions - FOR_MACHINES == {function.__name__ for function in ANSWERS}


def parts(answer: Any) -> list[object]:
    """An answer, and the answers inside it."""
    inside: dict[Callable[..., Any], Callable[[], tuple[Any, ...]]] = {
        delays: lambda: answer[0].arrivals,
        fulfilment: lambda: answer.accounts,
        history: lambda: tuple(answer),
        progress: lambda: (*answer.values(), progress(LEDGER, of=None), answer.whole),
        quantities: lambda: (*answer.values(), answer.cumulative(), *answer.per("year").values()),
        standings: lambda: answer.holders,
        totals: lambda: tuple(answer.values()),
        changes: lambda: (*answer.changed, *answer.reworded, *answer.changed[0].fields, answer.effects),
    }
    found = next((each() for function, each in inside.items() if ANSWERS[function] is answer), ())
    return [answer, *(answer if isinstance(answer, tuple) else ()), *found]


THINGS = [thing for instances in INSTANCES.values() for thing in instances]
THINGS += [thing for answer in ANSWERS.values() for thing in parts(answer)]


def test_every_class_of_answers_is_among_those_tried() -> None:
    assert {type(thing).__name__ for thing in THINGS} >= ANSWERED


@pytest.mark.parametrize("locale", LANGUAGES)
def test_everything_is_told_in_words(locale: str) -> None:
    for thing in THINGS:
        told = describe(thing, locale)
        assert len(told.splitlines()) == 1
        assert told != repr(thing)
        assert "None" not in told
        assert re.search(r"[<>{}_]|\w=", told) is None


FOREIGN = {"EUR", "USD", "Norway", "is", "no", "number"}
"""Codes of currencies, a cell of a foreign table, and a reader's reason, which is in English as errors are."""


def test_nothing_english_is_left_in_ukrainian() -> None:
    told = [describe(thing, "uk") for thing in THINGS]
    assert [words for words in told if set(re.findall(r"[A-Za-z]{2,}", words)) - FOREIGN] == []


@pytest.mark.parametrize("locale", ["es", "ja", "ar", "he", "hi", "pt-BR", "zh-Hant", "de-AT", "en-GB", "sr-Latn"])
def test_everything_is_told_in_other_locales(locale: str) -> None:
    for thing in THINGS:
        assert describe(thing, locale, compact=True).strip()


@pytest.mark.parametrize(
    "hostile",
    [
        Context(prec=1, rounding=ROUND_UP, traps=[Inexact]),
        Context(prec=2, Emax=1, Emin=-1, rounding=ROUND_DOWN, traps=[]),
        Context(prec=1, Emax=0, Emin=0, clamp=1, traps=[Clamped, Overflow, Rounded, Subnormal, Underflow]),
    ],
    ids=["inexact", "small", "clamped"],
)
@pytest.mark.parametrize("compact", [False, True])
def test_no_word_depends_on_the_ambient_decimal_context(hostile: Context, compact: bool) -> None:
    numbers = [Decimal("120.3"), Decimal("1234.56789"), Decimal("0.00012345"), Decimal("1.5"), Decimal(10**20)]
    things = [
        *THINGS,
        relative(BY_DONOR, lambda key: Decimal("0.0831")),
        {at: exactly(n) for at, n in enumerate(numbers)},
    ]
    expected = [describe(thing, "en", compact=compact) for thing in things]
    with localcontext(hostile):
        assert [describe(thing, "en", compact=compact) for thing in things] == expected
    assert describe({GERMANY: exactly(Decimal("120.3"))}, "en") == "Germany: 120"


def test_words_of_lists_differ_from_one_language_to_another() -> None:
    members = [member for member in THINGS if isinstance(member, Enum)]
    for member in members:
        assert describe(member, "en") != describe(member, "uk") != describe(member, "cs")


def test_constants_of_the_reference_are_told() -> None:
    kinds = (Mapping, tuple, Party, Personnel, Missile)
    told = (thing for path, thing in PUBLIC.items() if path.startswith("ukraine_support.reference."))
    constants = [thing for thing in told if isinstance(thing, kinds) and not isinstance(thing, type)]
    assert len(constants) > 10
    for constant in constants:
        assert describe(constant, "pl").strip()


@pytest.mark.parametrize(
    "thing",
    [
        dumps(LEDGER),
        json_schema(),
        to_rows(LEDGER),
        make_converter(),
        None,
        True,
        1.5,
        "words",
        b"",
        object(),
        *BY_CALLERS.values(),
    ],
)
def test_what_is_no_value_of_the_library_is_refused(thing: object) -> None:
    with pytest.raises(WrongTypeError, match="describe: "):
        describe(thing, "en")


@pytest.mark.parametrize(
    "error", [thing for thing in PUBLIC.values() if isinstance(thing, type) and issubclass(thing, Exception)]
)
def test_errors_are_for_programmers_and_have_no_translation(error: type[Exception]) -> None:
    with pytest.raises(WrongTypeError):
        describe(error.__new__(error), "uk")


# What a journalist reads


def spaced(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (CALIBRES[Calibre(155)], "155 mm: NATO standard (howitzer)"),
        (CALIBRES[Calibre(122)], "122 mm: Soviet standard (howitzer and rocket launcher)"),
        (attrs.evolve(CALIBRES[Calibre(155)], weapons=()), "155 mm: NATO standard"),
        (
            flows(Ledger(commitments=[attrs.evolve(LOAN, towards=None, links=())])),
            "Germany and France → not stated → Ukraine: €100.00 (1 commitment)",
        ),
        (
            totals(Ledger(commitments=[attrs.evolve(LOAN, towards=None, links=())]), by=("month", "quarter", "year")),
            "February 2024, 1st quarter 2024, 2024: €100.00 (1 commitment)",
        ),
        (
            totals(Ledger(commitments=[attrs.evolve(LOAN, towards=None, links=())]), by=lambda given: ("a", 5, 2024)),
            "a, 5, 2024: €100.00 (1 commitment)",
        ),
        (
            totals(Ledger(commitments=[attrs.evolve(LOAN, towards=None, links=())]), by=lambda given: object),
            "<class 'object'>: €100.00 (1 commitment)",
        ),
        (
            totals(Ledger(commitments=[attrs.evolve(LOAN, towards=None, links=())]), by=lambda given: not given.lines),
            "yes: €100.00 (1 commitment)",
        ),
        (
            totals(
                Ledger(commitments=[attrs.evolve(LOAN, towards=None, links=())]), by=lambda given: bool(given.lines)
            ),
            "no: €100.00 (1 commitment)",
        ),
        (
            ranking({"financial": exactly(5), "military": exactly(3)}),
            "financial support: 5 (place 1) • military support: 3 (place 2)",
        ),
        (ranking({GERMANY: exactly(5), UKRAINE: at_least(3)})[1], "Ukraine: at least 3 (place 1 to 2)"),
        (relative(BY_DONOR, lambda key: Money("7000", "EUR")), "Germany and France: 0.0143; European Union: 0.714"),
        (
            {GERMANY: exactly(5), "x": about(Money("5", "EUR")), None: Stage.PLEDGED},
            "Germany: 5; x: about €5.00; not stated: pledged",
        ),
        ({GERMANY: exactly(Decimal("1234.56789"))}, "Germany: 1,235"),
        ({GERMANY: at_least(Money("0", "EUR")), UKRAINE: at_least(0)}, "Germany: undisclosed; Ukraine: undisclosed"),
        ({GERMANY: exactly(Decimal("0.00012345"))}, "Germany: 0.000123"),
        ({GERMANY: exactly(Decimal(1_234_567))}, "Germany: 1,234,567"),
        ({}, "nothing recorded"),
        (members(G7, DAY), "Canada, Germany, France, United Kingdom, Italy, Japan and United States"),
        ({SHELLS.lines[0]}, "artillery shells (155 mm; mass: 43.2 kg): 1,000 rounds; unit price: €5.00"),
        (frozenset(), "nothing recorded"),
        ((), "nothing recorded"),
        ([Stage.PLEDGED, Stage.DELIVERED], "pledged and delivered"),
        ((1, Money("5", "EUR")), "1 • €5.00"),
        (Ledger().claims, "nothing recorded"),
        (Extras({"a": "b\nc", "d": "e"}), "a: b c; d: e"),
        (Extras({}), "nothing recorded"),
        (Citation("report", "row 1234"), "report, row 1,234"),
        (Speaker("SIPRI", of=Organisation(id="SIPRI", name="SIPRI")), "SIPRI"),
        (
            READING.problems[0],
            "row 2, Дано: “багато”; 'багато' is no number",
        ),
        (
            READING.problems[1],
            "row 2, Донор: “Norway”; неясно; the row yields no record",
        ),
        (attrs.evolve(READING.problems[1], column="", value=" "), "row 2: неясно; the row yields no record"),
        (
            attrs.evolve(READING, ledger=Ledger(), notes=(), passed=(), rows_read=2),
            (
                "2 rows (rows that became records: 1; blank rows: 0; rows that yielded no record: 1); 2 problems;"
                " nothing recorded"
            ),
        ),
        (
            attrs.evolve(READING, ledger=Ledger()),
            (
                "3 rows (rows that became records: 1; blank rows: 0; passed over: 1; rows that yielded no record: 1);"
                " 2 problems; 3 notes; nothing recorded"
            ),
        ),
        (NOTES[0], "row 2, Дано: “багато”; неясно"),
        (NOTES[1], "row 2: неясно"),
        (NOTES[2], "неясно"),
        (READING.passed[0], "row 3: passed over; сума"),
        (
            Reading(ledger=Ledger(), rows_read=0, rows_structured=0, rows_blank=0),
            (
                "0 rows (rows that became records: 0; blank rows: 0; rows that yielded no record: 0); 0 problems;"
                " nothing recorded"
            ),
        ),
    ],
)
def test_told_in_english(thing: object, expected: str) -> None:
    assert spaced(describe(thing, "en")) == expected


def test_what_is_overdue_is_told_with_whoever_says_so_or_that_nobody_does() -> None:
    (late,) = overdue(LEDGER, as_of=DAY)
    assert "according to Н. Н., European Union (25 February 2024): 500 (50% of what was promised)" in describe(
        late, "en"
    )
    (silent,) = overdue(LEDGER.without(["6", "7"]), as_of=DAY)
    assert describe(silent, "en").endswith("; nobody has said what became of it")


def test_a_delay_is_told_with_each_arrival() -> None:
    (late,) = delays(LEDGER.without(["7"]), as_of=DAY)
    words = describe(late, "en")
    assert "; days after the due date: at least 1; not all of it has arrived; " in words
    assert words.endswith("500; days after the due date: between -366 and -5")
    loan = attrs.evolve(LOAN, stage="delivered", announced="2024-03-02", due="2024-03-01", towards=None, links=())
    (paid,) = delays(Ledger(commitments=[loan]), as_of=DAY)
    assert describe(paid, "en").endswith(
        "; days after the due date: 1; disbursed, Germany and France (2 March 2024); days after the due date: 1"
    )
    assert "due day" not in describe(attrs.evolve(paid.arrivals[0], days=UNKNOWN), "en")


def test_outstanding_is_told_only_where_the_one_account_gives_a_figure() -> None:
    known = LEDGER.without(["7"])
    assert "outstanding: 500 (according to Н. Н., European Union)" in describe(fulfilment(known, "4"), "en")
    assert "outstanding" not in describe(fulfilment_of_value(known, "4"), "en")


# Quantities of pint


@pytest.mark.parametrize(
    ("quantity", "locale", "expected"),
    [
        (units.parse("560 km"), "uk", "560 км"),
        (units.parse("155 mm"), "de", "155 mm"),
        (units.parse("1 mi"), "en", "1.609344 km"),
        (units.parse("43.2 kg"), "cs", "43,2 kg"),
        (units.parse("1500 rounds"), "pl", "1 500 sztuk"),
        (SHELLS.lines[0].rounds, "en", "1,000 rounds"),
        (SHELLS.lines[0].mass, "fr", "43,2 tonnes"),
        (pint.UnitRegistry().Quantity(0.5, "kilometer"), "nl", "500 m"),
    ],
)
def test_quantity_in_words(quantity: Any, locale: str, expected: str) -> None:
    assert spaced(describe(quantity, locale)) == expected


@pytest.mark.parametrize("unit", ["day", "round / day", "meter ** 2", ""])
def test_quantity_of_another_dimension_is_refused(unit: str) -> None:
    with pytest.raises(InvalidValueError):
        describe(units.registry().Quantity(5, unit), "en")
