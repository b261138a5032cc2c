"""What a reader of German, French, Dutch or English would stumble at: what was mended stays mended."""

import re
from typing import Any

import pytest

from ukraine_support import (
    ArtilleryShell,
    Claim,
    Country,
    FinancialCommitment,
    FormerCountry,
    Ledger,
    Line,
    MilitaryCommitment,
    Missile,
    MissileRole,
    Money,
    Period,
    Personnel,
    Position,
    Rocket,
    SmallArmsAmmunition,
    Supplies,
    about,
    at_least,
    between,
)
from ukraine_support._words.language import _catalogue
from ukraine_support.analysis import fulfilment, totals
from ukraine_support.charts import totals_chart
from ukraine_support.display import describe
from ukraine_support.reference import ORGANISATIONS

NETHERLANDS = Country("NL")
SHELLS = Line(ArtilleryShell(calibre="155 mm"), 180_000)
GIFT = FinancialCommitment(
    id="1", donors=[NETHERLANDS], value=Money("5", "EUR"), stage="pledged", towards="czech", part_of="2", covers="2024"
)
CLAIM = Claim(id="1", about="2", stage="delivered", of=[Missile()], disputes=["3"], retracts=["4"])


def told(thing: Any, locale: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", describe(thing, locale))


@pytest.mark.parametrize(
    ("thing", "locale", "words"),
    [
        (SHELLS, "fr", "obus d’artillerie (155 mm) : 180 000 unités"),
        (SHELLS, "nl", "artilleriegranaten (155 mm): 180.000 stuks"),
        (SHELLS, "de", "Artilleriegranaten (155 mm): 180.000 Schuss"),
        (Line(SmallArmsAmmunition(), 1_000_000), "fr", "munitions de petit calibre : 1 000 000 d’unités"),
        (GIFT, "de", "Beitrag zu: czech"),
        (GIFT, "fr", "contribue à : czech ; fait partie de : 2"),
        (GIFT, "nl", "bijdrage aan: czech"),
        (CLAIM, "de", "gezählt werden: Lenkflugkörper; widerspricht: 3"),
        (CLAIM, "fr", "porte sur : missiles ; contredit : 3 ; rétracte : 4"),
        (CLAIM, "nl", "geteld worden: geleide raketten; weerspreekt: 3"),
        (Rocket(guided=True), "nl", "raketten (geleid)"),
        (Missile(role=MissileRole.ANTI_TANK), "de", "Lenkflugkörper (Panzerabwehr)"),
        (Supplies(), "nl", "benodigdheden"),
        (FormerCountry("SUHH"), "de", "Sowjetunion"),
        (ORGANISATIONS["B9"], "de", "Bukarester Neun"),
        (ORGANISATIONS["UNHCR"], "nl", "Hoog Commissariaat"),
        (Period("2024-03-01/2024-03-05"), "fr", "1er–5 mars 2024"),
        (Period("2024-02~"), "nl", "omstreeks februari 2024"),
        (Money("-5", "NOK"), "en", "-NOK 5.00"),
        (Money("5", "CAD"), "en", "CA$5.00"),
        (Period("2024?"), "fr", "2024 (date incertaine)"),
        (Line(ArtilleryShell(), about(between(3, 5))), "fr", "obus d’artillerie : entre environ 3 et 5 unités"),
        (Line(ArtilleryShell(), about(at_least(5))), "fr", "obus d’artillerie : au moins environ 5 unités"),
    ],
)
def test_words(thing: Any, locale: str, words: str) -> None:
    assert words in told(thing, locale)


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ("rules_out", ["rules it out", "schließt das aus", "l’exclut", "sluit dat uit"]),
        ("supports", ["supports it", "unterstützt das", "y est favorable", "steunt dat"]),
        ("does_not", ["does not do it", "tut das nicht", "ne le fait pas", "doet dat niet"]),
        (
            "no_plans",
            ["has no such plans", "hat keine Pläne dafür", "n’a aucun projet", "heeft daar geen plannen voor"],
        ),
        ("undeclared", ["has taken no position", "hat sich nicht festgelegt", "ne se prononce pas", "heeft zich niet"]),
    ],
)
def test_stance_is_a_verb_of_its_holder_about_something_of_any_gender(stance: str, words: list[str]) -> None:
    position = Position(id="1", holder=Country("FR"), on=Personnel(), stance=stance)
    for locale, verb in zip(("en", "de", "fr", "nl"), words, strict=True):
        assert re.search(rf": {verb}", told(position, locale))


@pytest.mark.parametrize(
    ("locale", "words"),
    [("de", "Niederlande: schließen"), ("fr", "Pays-Bas : l’excluent"), ("nl", "Nederland: sluit "), ("en", "rules")],
)
def test_the_netherlands_are_several_in_some_languages(locale: str, words: str) -> None:
    assert words in told(Position(id="1", holder=NETHERLANDS, on=Personnel(), stance="rules_out"), locale)


@pytest.mark.parametrize(
    ("locale", "title"),
    [
        ("en", "Totals by donor and year"),
        ("de", "Summen nach Geber und Jahr"),
        ("fr", "Totaux par donateur et année"),
        ("nl", "Totalen per donor en jaar"),
    ],
)
def test_a_chart_says_by_what_it_is_kept(locale: str, title: str) -> None:
    chart: Any = totals_chart(totals(Ledger(), by=("donor", "year")), locale)
    assert " ".join(chart["title"]["text"][:1]) == title


def test_english_is_british_unless_american_is_asked_for() -> None:
    three = (Country("CA"), Country("FR"), Country("JP"))
    assert told(three, "en") == "Canada, France and Japan"
    assert told(three, "en-US") == "Canada, France, and Japan"


STUMBLES = {
    "de": "Gattung|Wehrmaterial|Granatwerfer|ungenannte Quelle|unterstützt es|in Preisen von:",
    "fr": "genre|'|lignes d|ogive|non nommée|[^\u00a0][:;»]|«[^\u00a0]",
    "nl": r"opgave|\bgever|\bmunt\b|schoten|termijn|\bstaat\b|voorraden|over tijd|\bHoge C|wat ervan is gekomen",
    "en": "implausible day|not named|for want of|joint money|(takes|taken) back|the time$|due day|running sums",
}
"""By language, what its catalogue no longer says."""


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "outstanding: 5 (an unnamed speaker)"),
        ("de", "noch offen: 5 (Urheber nicht genannt)"),
        ("fr", "reste à fournir : 5 (auteur non précisé)"),
        ("nl", "nog openstaand: 5 (spreker niet genoemd)"),
    ],
)
def test_nobody_in_particular_says_what_is_outstanding(locale: str, words: str) -> None:
    promise = MilitaryCommitment(id="1", stage="pledged", lines=[Line(ArtilleryShell(), 10)])
    claim = Claim(id="2", about="1", stage="delivered", quantity=5)
    assert words in told(fulfilment(Ledger.of([promise, claim]), "1"), locale)


@pytest.mark.parametrize("locale", STUMBLES)
def test_what_was_mended_stays_mended(locale: str) -> None:
    found = {
        words: forms
        for words, forms in _catalogue(locale).items()
        if any(re.search(STUMBLES[locale], form) for form in forms)
    }
    assert found == {}
