"""Parties, support, records and answers in words, and the words that a subclass brings."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import tried
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Citation,
    Claim,
    Commitment,
    Country,
    Equipment,
    FinancialCommitment,
    FormerCountry,
    Initiative,
    Ledger,
    Line,
    Link,
    Materiel,
    Membership,
    MilitaryCommitment,
    Missile,
    Money,
    Munition,
    Occasion,
    Organisation,
    Party,
    Personnel,
    Policy,
    Position,
    Record,
    Source,
    Speaker,
    Supplies,
    Support,
    Text,
    UnnamedParty,
    WrongTypeError,
    about,
    at_least,
)
from ukraine_support._iso import COUNTRIES, FORMER_COUNTRIES
from ukraine_support.analysis import (
    Event,
    Funding,
    Standings,
    Total,
    Totals,
    Valuation,
    disputes,
    evidence,
    fulfilment,
    fulfilment_of_value,
    funding,
    history,
    overdue,
    standings,
    totals,
    value_of,
)
from ukraine_support.display import LANGUAGES, describe
from ukraine_support.reference import EU, EUROPEAN_COMMISSION, NATO, TAURUS, UN
from ukraine_support.testing import ledgers, values

EUR = Money("100", "EUR")


def told(thing: object, locale: str = "en") -> str:
    return " ".join(describe(thing, locale).split())


def shell(calibre: str) -> ArtilleryShell:
    return ArtilleryShell(calibre=calibre)


@pytest.mark.parametrize(
    ("party", "locale", "expected"),
    [
        (Country("DE"), "uk", "Німеччина"),
        (Country("XK"), "de", "Kosovo"),
        (EU, "uk", "Європейський Союз"),
        (NATO, "fr", "OTAN"),
        (UN, "nl", "Verenigde Naties"),
        (UN, "es", "Naciones Unidas"),
        (EUROPEAN_COMMISSION, "es", "European Commission"),
        (Organisation(id="NATO", name="another NATO"), "fr", "another NATO"),
        (FormerCountry("SUHH"), "pl", "Związek Radziecki"),
        (FormerCountry("RHZW"), "pl", "Southern Rhodesia"),
        (
            UnnamedParty(description="several", count=at_least(2), member_of=[NATO]),
            "en",
            "several (at least 2; membership: NATO)",
        ),
        (UnnamedParty(description="one country", count=1), "en", "one country"),
        (UnnamedParty(description="countries"), "uk", "countries"),
    ],
)
def test_party_in_words(party: Party, locale: str, expected: str) -> None:
    assert told(party, locale) == expected


@pytest.mark.parametrize("party", [*map(Country, COUNTRIES), *map(FormerCountry, FORMER_COUNTRIES)], ids=str)
@pytest.mark.parametrize("locale", ["en", "en-US"])
def test_a_country_has_one_name_in_english(party: Party, locale: str) -> None:
    assert describe(party, locale) == party.english_name


@pytest.mark.parametrize(
    ("office", "locale", "expected"),
    [
        ("President", "en", "President"),
        ("President", "de", "Präsident/-in"),
        ({"en": "President", "de": "Präsidentin"}, "de", "Präsidentin"),
        ({"en": "President", "de": "Präsidentin"}, "de-AT", "Präsidentin"),
        ({"en": "President", "de": "Präsidentin"}, "fr", "présidente"),
        ({"en": "President", "de": "Präsident"}, "cs", "prezident"),
        ({"en": "President", "nl": "president"}, "cs", "prezident/ka"),
        ({"en": "President", "es": "presidenta"}, "cs", "prezident/ka"),
        ("Spokeswoman", "uk", "речниця"),
        ("Spokesman", "pl", "rzecznik"),
        ("Kremlin spokesman", "nl", "woordvoerder van het Kremlin"),
        ("Secretary-General", "de", "Generalsekretär/-in"),
        ("Keeper of the Seal", "fr", "Keeper of the Seal"),
    ],
)
def test_office_has_the_gender_that_is_known_and_else_none(office: Any, locale: str, expected: str) -> None:
    assert told(Speaker("A. B.", office=office), locale) == f"A. B., {expected}"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("uk", "Володимир Зеленський"), ("de", "Wolodymyr Selenskyj"), ("en", "V. Zelensky"), ("fr", "V. Zelensky")],
)
def test_a_speaker_is_called_in_the_language_where_that_is_there(locale: str, expected: str) -> None:
    name = {"en": "V. Zelensky", "de": "Wolodymyr Selenskyj", "uk": "Володимир\nЗеленський"}
    assert told(Speaker(name), locale) == expected
    assert str(Speaker(name)) == "V. Zelensky"


def test_an_institution_that_speaks_for_itself_is_called_as_parties_are() -> None:
    assert told(Speaker({"en": "European Union", "nl": "EU"}, of=EU), "uk") == told(EU, "uk")


@pytest.mark.parametrize(
    ("support", "locale", "expected"),
    [
        (shell("155 mm"), "uk", "артилерійські снаряди (155 мм)"),
        (TAURUS, "en", "missiles (Taurus KEPD 350; range: at least 500 km)"),
        (Missile(designation="X"), "de", "Lenkflugkörper (X)"),
        (ArtilleryShell(mass="43.2 kg"), "en", "artillery shells (mass: 43.2 kg)"),
        (Materiel(lethal=True), "cs", "materiál (letální pomoc)"),
        (Supplies(description={"en": "food", "pl": "żywność"}, lethal=False), "pl", "żywność (pomoc nieśmiercionośna)"),
        (Equipment(designation="Leopard 2A4"), "nl", "uitrusting (Leopard 2A4)"),
        (Personnel(role="combat"), "fr", "troupes de combat"),
        (Personnel(), "en", "personnel"),
        (Personnel(role="combat", description="volunteers"), "en", "volunteers"),
        (Policy(description="a ban"), "uk", "a ban"),
    ],
)
def test_support_in_words(support: Support, locale: str, expected: str) -> None:
    assert told(support, locale) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line(shell("155 mm"), 1_000_000), "artillery shells (155 mm): 1,000,000 rounds"),
        (Line(shell("155 mm")), "artillery shells (155 mm): undisclosed"),
        (Line([shell("155 mm"), shell("122 mm")], 5), "artillery shells (155 mm and 122 mm): 5 rounds together"),
        (Line([shell("155 mm"), shell("122 mm")]), "artillery shells (155 mm and 122 mm): undisclosed"),
        (
            Line([shell("155 mm"), ArtilleryShell()], 5),
            "artillery shells (155 mm) and artillery shells: 5 rounds together",
        ),
        (Line([Munition(), Personnel()], 5), "munitions and personnel: 5 pieces together"),
        (Line(Equipment(), about(5), condition="second-hand"), "equipment: about 5 pieces; condition: second-hand"),
        (Line(Equipment(), 5, unit_price=EUR), "equipment: 5 pieces; unit price: €100.00"),
        (Line(Equipment(), 5, value=EUR, basis="book"), "equipment: 5 pieces; value: €100.00 (book value)"),
        (Line(Supplies(), Decimal("0.5"), unit="tonnes"), "supplies: 0.5 tonnes"),
    ],
)
def test_line_in_words(line: Line, expected: str) -> None:
    assert told(line) == expected


SHELLS = MilitaryCommitment(
    id="shells",
    donors=[EU],
    stage="pledged",
    lines=[Line(shell("155 mm"), 1_000)],
    announced="2023-21",
    due="2024-03-01",
)
LOAN = FinancialCommitment(
    id="loan",
    donors=[Country("NL"), Country("DE")],
    value=EUR,
    instrument="loan",
    basis="estimated",
    stage="disbursed",
    covers="2024",
    suppliers=[Country("CZ")],
    channels=[UN],
    towards="czech",
    part_of="whole",
    links=[Link("reimburses", "other")],
    correction=True,
)
CZECH = Initiative(id="czech", lead=Country("CZ"), goal=[Line(shell("155 mm"), 5)], goal_value=EUR, suppliers=[NATO])
CLAIM = Claim(
    id="half",
    about="shells",
    stage="delivered",
    quantity=500,
    share="0.5",
    increment=True,
    during=["2024-02"],
    disputes=["other"],
    wording="arrived",
    speaker=Speaker("A. B.", of=EU),
    said="2024-02-26",
)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            SHELLS,
            (
                "military support: European Union → Ukraine; artillery shells (155 mm): 1,000 rounds;"
                " pledged: spring 2023; due: 1 March 2024"
            ),
        ),
        (
            LOAN,
            (
                "financial support: Netherlands and Germany → Ukraine; value: €100.00 (estimate); instrument: loan;"
                " disbursed: date not stated; covering: 2024; suppliers: Czechia; given through: United Nations;"
                " contribution to: czech; part of: whole; reimburses: other; a correction of an earlier record"
            ),
        ),
        (
            FinancialCommitment(id="x", stage="pledged", basis="estimated"),
            "financial support: donor not stated → Ukraine; value: undisclosed; pledged: date not stated",
        ),
        (
            CZECH,
            (
                "joint initiative (led by Czechia); artillery shells (155 mm): 5 rounds; funding sought: €100.00;"
                " suppliers: NATO; proposed: date not stated"
            ),
        ),
        (Initiative(id="fund", name="The fund"), "The fund; proposed: date not stated"),
        (Initiative(id="fund"), "joint initiative (fund); proposed: date not stated"),
        (Link("same_as", "x"), "same as: x"),
        (
            CLAIM,
            (
                "shells: delivered, according to A. B., European Union (26 February 2024):"
                " 500; 50% of what was promised in addition; “arrived”; during: February 2024; contradicts: other"
            ),
        ),
        (
            Claim(id="c", about="loan", stage="contracted", value=EUR, forecast=True),
            "loan: forecast (contracted), an unnamed speaker: €100.00",
        ),
        (
            Claim(id="c", about="loan", stage="delivered", quantity=-50, increment=True, correction=True),
            "loan: delivered, an unnamed speaker: -50; a correction of an earlier record",
        ),
        (Claim(id="c", about="loan", stage="withdrawn"), "loan: withdrawn, an unnamed speaker: no figure given"),
        (
            Position(
                id="p",
                holder=NATO,
                on=Personnel(),
                stance="no_plans",
                speaker=Speaker("J. S.", of=NATO),
                since="2022/..",
            ),
            "personnel: NATO: has no such plans (since 1 January 2022); J. S.",
        ),
        (
            Position(id="p", holder=NATO, on="czech", stance="supports", speaker=Speaker("P. F.", of=EU), said="2024"),
            "czech: NATO: supports it; according to P. F., European Union (2024)",
        ),
        (
            Position(id="p", holder=NATO, on="czech", stance="supports", said="2024"),
            "czech: NATO: supports it; an unnamed speaker (2024)",
        ),
        (Position(id="p", holder=NATO, on="czech", stance="supports"), "czech: NATO: supports it"),
        (Source(id="s"), "a document without a title"),
        (Citation("s", "¶1"), "s, ¶1"),
        (Citation("s", "¶1,\n line 2"), "s, ¶1, line 2"),
        (Citation("s"), "s"),
        (Occasion(id="o", name="Meeting", place="Paris", when="2024", host=NATO), "Meeting, Paris, 2024; host: NATO"),
        (Occasion(id="o", name="Meeting"), "Meeting"),
        (
            Membership(country=Country("GB"), organisation=EU, since="1973-01-01", until="2020-01-31"),
            "United Kingdom: European Union, 1 January 1973 – 31 January 2020",
        ),
        (Membership(country=Country("SE"), organisation=NATO, since="2024-03-07"), "Sweden: NATO, since 7 March 2024"),
        (Ledger(), "nothing recorded"),
        (Ledger(commitments=[SHELLS], initiatives=[CZECH]), "1 initiative and 1 commitment"),
    ],
)
def test_record_in_words(record: object, expected: str) -> None:
    assert told(record) == expected


# Answers

LEDGER = Ledger(
    sources=[Source(id="news", title="News")],
    initiatives=[CZECH],
    commitments=[
        attrs.evolve(SHELLS, citations=[Citation("news")]),
        attrs.evolve(LOAN, part_of=None, links=[], correction=False, value=EUR),
        FinancialCommitment(id="secret", stage="pledged", towards="czech"),
        MilitaryCommitment(
            id="goods", donors=[Country("CZ")], stage="pledged", towards="czech", lines=[Line(Munition(), 5, value=EUR)]
        ),
    ],
    claims=[
        Claim(id="a", about="shells", stage="delivered", quantity=500, said="2024-02-25", speaker=Speaker("A", of=EU)),
        Claim(id="b", about="shells", stage="delivered", share="0.3", said="2024-02-26", speaker=Speaker("B", of=NATO)),
        Claim(id="f", about="shells", stage="delivered", share="0.9", said="2024-01-26", forecast=True),
        Claim(id="n", about="loan", stage="delivered", value=Money("40", "EUR"), said="2024-02-26"),
    ],
    positions=[Position(id="p", holder=NATO, on=Personnel(), stance="no_plans", said="2024-02-26")],
)
DISPUTED = (
    "delivered, according to A, European Union (25 February 2024): 500{}; "
    "delivered, according to B, NATO (26 February 2024): 30% of what was promised{}; "
)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            fulfilment(LEDGER, "shells"),
            "shells: promised: 1,000; "
            + DISPUTED.format(" (50% of what was promised)", " (300)")
            + "forecast (delivered), an unnamed speaker (26 January 2024): 90% of what was promised (900); "
            "these accounts contradict each other; outstanding: between 500 (according to A, European Union) and 700"
            " (according to B, NATO)",
        ),
        (
            fulfilment_of_value(LEDGER, "loan"),
            (
                "loan: promised: €100.00; delivered, an unnamed speaker (26 February 2024): €40.00"
                " (40% of what was promised); outstanding: €60.00 (an unnamed speaker)"
            ),
        ),
        (
            fulfilment_of_value(LEDGER, "loan").accounts[0],
            "delivered, an unnamed speaker (26 February 2024): €40.00 (40% of what was promised)",
        ),
        (disputes(LEDGER)[0], "shells: " + DISPUTED.format("", "") + "these accounts contradict each other"),
        (
            funding(LEDGER, "czech"),
            (
                "czech: pledged: at least €100.00; funders: Netherlands and Germany; contributions of undisclosed"
                " value: 1; contributions of goods: 1"
            ),
        ),
        (Funding(id="x", as_of=None, contributions=(), goods=()), "x: nothing recorded"),
        (
            Funding(id="x", as_of=None, contributions=(FinancialCommitment(id="y", stage="pledged"),), goods=()),
            "x: pledged: undisclosed; funders: donor not stated; contributions of undisclosed value: 1",
        ),
        (standings(LEDGER, Personnel()), "NATO: has no such plans; an unnamed speaker (26 February 2024)"),
        (Standings(()), "nothing recorded"),
        (
            totals(LEDGER, by=("donor", "category", lambda commitment: bool(commitment.value))),
            (
                "Czechia, military support, yes: €0.00 (0 commitments; bought with it: €100.00);"
                " European Union, military support, yes: undisclosed (1 commitment; of undisclosed value: 1);"
                " not stated, financial support, yes: undisclosed (1 commitment; of undisclosed value: 1);"
                " Germany and Netherlands, financial support, yes: €100.00 (1 commitment);"
                " grand total: at least €100.00 (3 commitments; of undisclosed value: 2; bought with it: €100.00)"
            ),
        ),
        (totals(Ledger()), "nothing recorded"),
        (totals(Ledger(commitments=[SHELLS])), "undisclosed (1 commitment; of undisclosed value: 1)"),
        (history(LEDGER, "loan")[0], "date not stated: promise; "),
        (evidence(LEDGER, "shells"), "shells: News"),
        (evidence(LEDGER, "loan"), "loan: no source"),
        (value_of(LOAN), "€100.00 (estimate)"),
        (value_of(SHELLS), "undisclosed"),
    ],
)
def test_answer_in_words(answer: object, expected: str) -> None:
    if isinstance(answer, Event):
        expected += told(answer.record)
    if isinstance(answer, Totals) and len(answer) > 1:
        assert sorted(told(answer).split("; ")) == sorted(expected.split("; "))
    else:
        assert told(answer) == expected


def test_overdue_promise_in_words() -> None:
    (late,) = overdue(LEDGER, as_of=date(2024, 3, 2))
    assert told(late).startswith("overdue: military support: European Union → Ukraine")


def test_what_was_announced_is_told_as_its_donors_account() -> None:
    for quantity, words in (
        (10, "10 (100% of what was promised)"),
        (None, "no figure given (100% of what was promised)"),
    ):
        given_ = MilitaryCommitment(
            id="given",
            donors=[Country("NL")],
            stage="delivered",
            announced="2024-02-26",
            lines=[Line(Munition(), quantity)],
        )
        (account,) = fulfilment(Ledger(commitments=[given_]), "given").accounts
        assert account.claim is None
        assert told(account) == f"delivered, Netherlands (26 February 2024): {words}"
        unmeasured = attrs.evolve(account, share=UNKNOWN)
        assert told(unmeasured) == f"delivered, Netherlands (26 February 2024): {words.partition(' (')[0]}"


def test_account_that_another_has_overtaken_is_told_as_such() -> None:
    later = Claim(id="z", about="shells", stage="delivered", quantity=600, said="2024-03-01", speaker=Speaker("C"))
    answer = fulfilment(LEDGER.without(["b"]).adding(later), "shells")
    assert "overtaken: delivered, according to A, European Union" in told(answer)


def test_several_claims_of_one_speaker_are_told_with_their_sum() -> None:
    more = [
        Claim(
            id=f"more-{at}",
            about="shells",
            stage="delivered",
            quantity=50,
            increment=True,
            said=f"2024-03-0{at}",
            speaker=Speaker("A", of=EU),
        )
        for at in (1, 2)
    ]
    answer = fulfilment(LEDGER.without(["b"]).adding(*more), "shells")
    assert "50 in addition (600 in total; 60% of what was promised)" in told(answer)


# Subclasses


@attrs.frozen(kw_only=True)
class Drone(Munition):
    kind: ClassVar[str] = "described.drone"
    endurance_minutes: int

    def __describe__(self, locale: str, inherited: str) -> str:
        name = Text({"en": "drones", "uk": "безпілотники"}).in_language(locale)
        return f"{name} | {inherited} | {self.endurance_minutes}"


@attrs.frozen(kw_only=True)
class LargeDrone(Drone):
    kind: ClassVar[str] = "described.large-drone"


@attrs.frozen(kw_only=True)
class Kite(Munition):
    kind: ClassVar[str] = "described.kite"


@attrs.frozen(kw_only=True)
class Silent(Munition):
    kind: ClassVar[str] = "described.silent"

    def __describe__(self, locale: str, inherited: str) -> str:
        return None  # type: ignore[return-value]


@attrs.frozen(kw_only=True)
class Idea(Support):
    kind: ClassVar[str] = "described.idea"


@attrs.frozen(kw_only=True)
class Tribe(Party):
    kind: ClassVar[str] = "described.tribe"

    def __str__(self) -> str:
        return "a tribe"


@attrs.frozen(kw_only=True)
class Training(Commitment):
    kind: ClassVar[str] = "described.training"


def test_subclass_is_told_in_its_own_words_wherever_it_stands() -> None:
    drone = Drone(endurance_minutes=60, calibre="155 mm")
    assert told(drone, "uk") == "безпілотники | боєприпаси (155 мм) | 60"
    assert told(LargeDrone(endurance_minutes=5)) == "drones | munitions | 5"
    assert told(Line(drone, 2)) == "drones | munitions (155 mm) | 60: 2 rounds"
    assert told(Line([drone, Drone(endurance_minutes=1, calibre="122 mm")], 2)).count("|") == 4


def test_subclass_without_words_is_told_as_its_nearest_ancestor() -> None:
    assert told(Kite(calibre="155 mm"), "de") == "Munition (155 mm)"
    assert told(Idea(), "de") == "Unterstützung"
    assert told(Tribe(), "de") == "a tribe"
    assert told(Training(id="t", stage="pledged")).startswith("support: ")
    assert told(totals(Ledger(commitments=[Training(id="t", stage="pledged")]), by="category")).startswith(
        "described.training: "
    )


def test_words_that_are_none_are_refused() -> None:
    with pytest.raises(WrongTypeError, match=r"Silent\.__describe__: None is a NoneType; return the words as a string"):
        describe(Silent(), "en")


# Everything


@tried(40)
@given(values(Record) | values(Speaker) | ledgers(), st.sampled_from([*LANGUAGES, "es"]))
def test_every_record_can_be_told_in_every_language(record: Record, locale: str) -> None:
    assert describe(record, locale).strip()


def test_parts_of_answers_can_be_told() -> None:
    total = Total(value=about(EUR), commitments=2, undisclosed=1, bought=about(EUR), goods=1)
    assert told(total) == "about €100.00 (2 commitments; of undisclosed value: 1; bought with it: about €100.00)"
    assert told(Valuation(value=about(EUR), basis=None)) == "about €100.00"
