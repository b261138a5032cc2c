"""The seed file says what its source says, the library answers from it what it must, and the example tells it all."""

import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
import pytest

from conftest import ROOT
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Citation,
    Claim,
    Country,
    Initiative,
    Line,
    Materiel,
    MilitaryCommitment,
    Missile,
    Money,
    Munition,
    Occasion,
    Party,
    Personnel,
    Policy,
    Position,
    Record,
    Source,
    Speaker,
    Stance,
    Supplies,
    Text,
    UnnamedParty,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import fulfilment, funding, standings
from ukraine_support.display import describe
from ukraine_support.reference import EU, EUROPEAN_COMMISSION, MILITARY_PERSONNEL, NATO, members
from ukraine_support.serialisation import dumps, loads

TEXT = (ROOT / "seeds" / "paris-2024.json").read_text(encoding="utf-8")
LEDGER = loads(TEXT)


def at(*paragraphs: int) -> list[Citation]:
    return [Citation("article", f"¶{paragraph}") for paragraph in paragraphs]


def shell(calibre: str) -> ArtilleryShell:
    return ArtilleryShell(calibre=calibre)


RECORDS: list[Record] = [
    Source(id="article", published="2024-02-27"),
    Source(id="ap", publisher="Associated Press", published="2024-02-27", through="article"),
    Occasion(
        id="paris-2024",
        name="Paris meeting on support for Ukraine",
        place="Paris",
        when="2024-02-26",
        host=Country("FR"),
        citations=at(2, 9, 12),
    ),
    Occasion(
        id="munich-2024",
        name="Munich Security Conference",
        place="Munich",
        when="2024-02-16/2024-02-18",
        citations=at(10),
    ),
    Initiative(
        id="czech-initiative",
        name="Czech ammunition initiative",
        lead=Country("CZ"),
        goal=[Line([shell("155 mm"), shell("122 mm")], 800_000)],
        suppliers=[UnnamedParty(description="one unnamed country", count=exactly(1))],
        stage="proposed",
        announced="2024-02-16/2024-02-18",
        occasion="munich-2024",
        citations=at(10),
    ),
    MilitaryCommitment(
        id="eu-million-shells",
        donors=[EU],
        lines=[Line(shell("155 mm"), 1_000_000)],
        stage="pledged",
        announced="2023-21",
        due="2024-03-01",
        citations=at(11),
    ),
    MilitaryCommitment(
        id="europe-buys-outside-eu",
        donors=[UnnamedParty(description="European government leaders")],
        lines=[Line(Munition())],
        stage="pledged",
        announced="2024-02-26",
        suppliers=[UnnamedParty(description="countries outside the EU", count=at_least(2))],
        occasion="paris-2024",
        citations=at(9),
    ),
    MilitaryCommitment(
        id="nl-czech-initiative",
        donors=[Country("NL")],
        value=Money("100000000", "EUR"),
        stage="pledged",
        announced="2024-02-26",
        towards="czech-initiative",
        citations=at(10),
    ),
    MilitaryCommitment(
        id="nato-non-lethal",
        donors=[NATO],
        lines=[Line(Supplies(description="medical and other supplies", lethal=False))],
        stage="delivered",
        citations=at(7),
    ),
    Claim(
        id="expected-300k",
        about="eu-million-shells",
        stage="delivered",
        quantity=at_most(300_000),
        forecast=True,
        said="2023-11/2023-12",
        citations=at(11),
    ),
    Claim(
        id="von-der-leyen-500k",
        about="eu-million-shells",
        stage="delivered",
        quantity=about(500_000),
        speaker=Speaker("Ursula von der Leyen", office="President", of=EUROPEAN_COMMISSION),
        said="../2024-02-26",
        citations=at(11),
    ),
    Claim(
        id="zelensky-30-percent",
        about="eu-million-shells",
        stage="delivered",
        share="0.3",
        wording="arrived",
        speaker=Speaker("Volodymyr Zelensky", office="President", of=Country("UA")),
        said="2024-02-26",
        disputes=["von-der-leyen-500k"],
        citations=at(11),
    ),
    Position(
        id="fr-troops",
        holder=Country("FR"),
        on=MILITARY_PERSONNEL,
        stance="leaves_open",
        speaker=Speaker("Emmanuel Macron", office="President", of=Country("FR")),
        said="2024-02-26",
        citations=at(1, 2),
    ),
    Position(
        id="us-troops",
        holder=Country("US"),
        on=MILITARY_PERSONNEL,
        stance="rules_out",
        since="2022-02-24~/..",
        speaker=Speaker("Joe Biden", office="President", of=Country("US")),
        said="../2024-02-26",
        citations=at(1),
    ),
    Position(
        id="several-troops",
        holder=UnnamedParty(description="several countries", count=at_least(2), member_of=[NATO, EU]),
        on=MILITARY_PERSONNEL,
        stance="considers",
        speaker=Speaker("Robert Fico", office="Prime Minister", of=Country("SK")),
        said="../2024-02-26",
        citations=at(3),
    ),
    Position(
        id="nl-troops",
        holder=Country("NL"),
        on=MILITARY_PERSONNEL,
        stance="undeclared",
        speaker=Speaker("Mark Rutte", office="Prime Minister", of=Country("NL")),
        said="2024-02-26/2024-02-27",
        citations=at(4),
    ),
    Position(
        id="ru-troops",
        holder=Country("RU"),
        on=MILITARY_PERSONNEL,
        stance="opposes",
        speaker=Speaker("Dmitry Peskov", office="Kremlin spokesman", of=Country("RU")),
        said="2024-02-27",
        citations=at(5),
    ),
    Position(
        id="fr-no-russian-victory",
        holder=Country("FR"),
        on=Policy(description="doing everything so that Russia cannot win the war"),
        stance="supports",
        speaker=Speaker("Emmanuel Macron", office="President", of=Country("FR")),
        said="2024-02-26",
        citations=at(2),
    ),
    Position(
        id="nato-troops",
        holder=NATO,
        on=Personnel(role="combat"),
        stance="no_plans",
        speaker=Speaker("Jens Stoltenberg", office="Secretary General", of=NATO),
        said="2024-02-27",
        citations=[*at(6), Citation("ap")],
    ),
    Position(
        id="nato-self-defence",
        holder=NATO,
        on=Policy(description="supporting Ukraine's self-defence"),
        stance="supports",
        speaker=Speaker("Jens Stoltenberg", office="Secretary General", of=NATO),
        said="../2024-02-27",
        citations=at(6),
    ),
    Position(
        id="nato-consultation",
        holder=NATO,
        on=Policy(description="permanent consultation with Ukraine"),
        stance="supports",
        said="../2024-02-27",
        citations=at(7),
    ),
    Position(
        id="nato-weapons",
        holder=NATO,
        on=Materiel(lethal=True),
        stance="does_not",
        said="../2024-02-27",
        citations=at(7),
    ),
    Position(
        id="fr-buy-outside-eu",
        holder=Country("FR"),
        on="europe-buys-outside-eu",
        stance="reluctant",
        said="../2024-02-27",
        citations=at(9),
    ),
    Position(
        id="czech-initiative-backing",
        holder=UnnamedParty(description="presumably participants of the Paris meeting"),
        on="czech-initiative",
        stance="supports",
        speaker=Speaker("Petr Fiala", office="Prime Minister", of=Country("CZ")),
        said="../2024-02-27",
        citations=at(10),
    ),
    Position(
        id="de-taurus",
        holder=Country("DE"),
        on=Missile(designation="Taurus KEPD 350"),
        stance="rules_out",
        speaker=Speaker("Olaf Scholz", office="Chancellor", of=Country("DE")),
        said="../2024-02-26",
        citations=at(12),
    ),
]

NOTED = {  # what a note must not leave unsaid
    "article": ["inferred", "grenades"],
    "ap": ["¶6", "inferred"],
    "paris-2024": ["ammunition", "missiles", "inferred"],
    "munich-2024": ["inferred"],
    "czech-initiative": ["the article gives none", "seeking money", "500,000", "300,000", "inferred"],
    "eu-million-shells": ["20 March 2023", "missiles", "inferred"],
    "europe-buys-outside-eu": ["at least two", "inferred"],
    "nl-czech-initiative": ["military", "inferred"],
    "expected-300k": ["inferred"],
    "von-der-leyen-500k": ["inferred"],
    "zelensky-30-percent": ["Kyiv", "inferred"],
    "fr-troops": ["consensus", "inferred"],
    "us-troops": ["not quoted", "inferred"],
    "several-troops": ["at least two", "inferred"],
    "nl-troops": ["country", "inferred"],
    "ru-troops": ["inevitable", "inferred"],
    "fr-no-russian-victory": ["inferred"],
    "nato-troops": ["inferred"],
    "nato-self-defence": ["inferred"],
    "nato-consultation": ["In place, the article says", "inferred"],
    "nato-non-lethal": ["goes on"],
    "nato-weapons": ["members", "inferred"],
    "fr-buy-outside-eu": ["industry", "inferred"],
    "czech-initiative-backing": ["Peter", "inferred"],
    "de-taurus": ["outranges", "full name", "inferred"],
}


def in_english(value: Any) -> Any:
    """The value with the English of each of its texts alone."""
    if isinstance(value, Text):
        return Text(value.in_language("en"))
    if isinstance(value, tuple):
        return tuple(map(in_english, value))
    if isinstance(value, dict):
        return {in_english(key): found for key, found in value.items()}
    if not attrs.has(type(value)):
        return value
    fields = [field for field in attrs.fields(type(value)) if field.init]
    changes = {field.alias: in_english(getattr(value, field.name)) for field in fields}
    return attrs.evolve(value, **changes)


@pytest.mark.parametrize("expected", RECORDS, ids=lambda record: record.id)
def test_record_says_what_its_source_says(expected: Record) -> None:
    assert in_english(attrs.evolve(LEDGER[expected.id], note=None)) == in_english(expected)


def test_no_other_record_is_there() -> None:
    assert {record.id for record in LEDGER.records} == {record.id for record in RECORDS}


@pytest.mark.parametrize("id", NOTED)
def test_note_says_what_is_inferred_and_what_other_accounts_differ_in(id: str) -> None:
    assert [words for words in NOTED[id] if words not in str(LEDGER[id].note).replace("Inferred", "inferred")] == []


def test_the_file_is_what_the_library_writes() -> None:
    assert dumps(LEDGER, indent=2) + "\n" == TEXT


def test_nothing_is_undated() -> None:
    assert LEDGER.undated == ()


def test_delivery_of_the_million_shells_has_two_accounts_that_contradict_each_other() -> None:
    answer = fulfilment(LEDGER, "eu-million-shells", as_of=date(2024, 2, 27))
    assert answer.promised == exactly(1_000_000)
    assert {(str(account.speaker), account.amount, account.share) for account in answer.accounts} == {
        ("Ursula von der Leyen", about(500_000), about(Decimal("0.5"))),
        ("Volodymyr Zelensky", exactly(300_000), exactly(Decimal("0.3"))),
    }
    assert answer.disputed
    assert answer.delivered == about(between(300_000, 500_000))
    assert answer.outstanding == about(between(500_000, 700_000))
    assert [(account.word.id, account.amount) for account in answer.forecasts] == [("expected-300k", at_most(300_000))]


def test_before_anyone_reported_a_delivery_there_is_only_the_forecast() -> None:
    answer = fulfilment(LEDGER, "eu-million-shells", as_of=date(2023, 12, 31))
    assert (answer.accounts, answer.delivered, answer.disputed) == ((), UNKNOWN, False)
    assert [account.word.id for account in answer.forecasts] == ["expected-300k"]


def test_the_netherlands_fund_the_czech_initiative() -> None:
    answer = funding(LEDGER, "czech-initiative", as_of=date(2024, 2, 27))
    assert answer.pledged == exactly(Money("100000000", "EUR"))
    assert answer.funders == (Country("NL"),)
    assert answer.undisclosed == 0


SEVERAL = UnnamedParty(description="several countries", count=at_least(2), member_of=[NATO, EU])
ON_MONDAY: dict[Party, Stance] = {
    Country("FR"): Stance.LEAVES_OPEN,
    Country("US"): Stance.RULES_OUT,
    SEVERAL: Stance.CONSIDERS,
}
ON_TUESDAY: dict[Party, Stance] = {
    **ON_MONDAY,
    Country("NL"): Stance.UNDECLARED,
    Country("RU"): Stance.OPPOSES,
    NATO: Stance.NO_PLANS,
}


@pytest.mark.parametrize(("day", "expected"), [(date(2024, 2, 26), ON_MONDAY), (date(2024, 2, 27), ON_TUESDAY)])
def test_who_stands_where_on_military_personnel(day: date, expected: dict[Party, Stance]) -> None:
    found = standings(LEDGER, MILITARY_PERSONNEL, as_of=day)
    assert {in_english(holder): standing.stance for holder, standing in found.items()} == in_english(expected)


def test_what_several_countries_consider_is_known_from_slovakia() -> None:
    found = standings(LEDGER, MILITARY_PERSONNEL, as_of=date(2024, 2, 26))
    ((position,),) = (found[holder].positions for holder in found if holder.english_name == "several countries")
    assert in_english(position.speaker) == in_english(Speaker("Robert Fico", office="Prime Minister", of=Country("SK")))


def test_nato_has_no_plans_for_combat_troops_alone() -> None:
    (position,) = standings(LEDGER, MILITARY_PERSONNEL)[NATO].positions
    assert position.on == Personnel(role="combat")


@pytest.mark.parametrize(
    ("day", "of_nato", "of_the_eu", "of_both"), [(date(2024, 2, 26), 31, 27, 22), (date(2024, 3, 7), 32, 27, 23)]
)
def test_how_many_are_members(day: date, of_nato: int, of_the_eu: int, of_both: int) -> None:
    nato, eu = members(NATO, day), members(EU, day)
    assert (len(nato), len(eu), len(nato & eu)) == (of_nato, of_the_eu, of_both)


def test_sweden_joins_nato_in_between() -> None:
    assert members(NATO, date(2024, 3, 7)) - members(NATO, date(2024, 2, 26)) == {Country("SE")}


@cache
def example(*arguments: str) -> str:
    command = [sys.executable, str(ROOT / "examples" / "paris.py"), *arguments]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONUTF8": "1"}
    )
    assert (done.returncode, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


def test_the_example_names_everyone_who_promises_holds_or_says_something() -> None:
    told = example()
    parties = [party for commitment in LEDGER.commitments.values() for party in commitment.donors]
    parties += [position.holder for position in LEDGER.positions.values()]
    names = [" ".join(describe(party, "en").split()) for party in parties]
    said: list[Claim | Position] = [*LEDGER.claims.values(), *LEDGER.positions.values()]
    names += [str(record.speaker) for record in said if record.speaker is not None]
    assert [name for name in names if name not in told] == []


@pytest.mark.parametrize(
    "words",
    [
        "according to Ursula von der Leyen, President, European Commission (on or before 26 February 2024): about",
        "Volodymyr Zelensky, President, Ukraine (26 February 2024): 30% of what was promised (300,000 rounds)",
        "these accounts contradict each other: Ursula von der Leyen",
        "at most 300,000 rounds",
        "800,000 rounds",
        "pledged: €100,000,000.00 funders: Netherlands",
        "membership: NATO and European Union): are considering it; according to Robert Fico",
        "[1] Associated Press, 27 February 2024; known only through: [2]",
    ],
)
def test_the_example_tells(words: str) -> None:
    assert words in example()


def test_the_example_tells_no_more_than_was_known_on_the_day_asked_about() -> None:
    told = example("2023-12-31")
    assert "at most 300,000" in told
    assert "Zelensky" not in told


def test_the_example_tells_it_in_another_language() -> None:
    assert "приблизно 500 000 штук" in example("2024-02-27", "uk")
    assert example("uk") != example("nl")


def test_readme_shows_what_the_example_prints() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = readme.split("\n## What it looks like\n")[1].split("```text\n")[1].split("```")[0]
    assert " ".join(excerpt.split()) in example()
