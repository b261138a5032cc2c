"""Words in Polish, Czech and Ukrainian as a native reads them: what was mended stays mended."""

import re
from typing import Any

import pytest

from ukraine_support import (
    ArtilleryShell,
    Claim,
    Country,
    Equipment,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    Link,
    Materiel,
    MilitaryCommitment,
    Missile,
    Money,
    Organisation,
    Period,
    Personnel,
    Position,
    Speaker,
    Supplies,
    UnnamedParty,
    about,
    at_least,
)
from ukraine_support._words.language import _catalogue
from ukraine_support.analysis import standings
from ukraine_support.charts import standings_chart
from ukraine_support.display import LANGUAGES, describe
from ukraine_support.reference import ORGANISATIONS


def stance(holder: Country | Organisation | UnnamedParty, locale: str, taken: str = "rules_out") -> str:
    return describe(Position(id="p", holder=holder, on=Personnel(), stance=taken), locale).split(":", 1)[1].strip()


@pytest.mark.parametrize(
    ("holder", "locale", "told"),
    [
        (Country("FR"), "pl", "Francja: wyklucza to"),
        (Country("DE"), "pl", "Niemcy: wykluczają to"),
        (Country("CZ"), "pl", "Czechy: wykluczają to"),
        (Country("DE"), "cs", "Německo: vylučuje to"),
        (Country("US"), "cs", "Spojené státy: vylučují to"),
        (Country("NL"), "uk", "Нідерланди: відкидають це"),
        (Country("CZ"), "uk", "Чехія: відкидає це"),
        (ORGANISATIONS["JEF"], "pl", "Połączone Siły Ekspedycyjne: wykluczają to"),
        (Organisation(id="JEF", name="Jedna Firma"), "pl", "Jedna Firma: wyklucza to"),
        (UnnamedParty(description="jeden kraj", count=1), "pl", "jeden kraj: wyklucza to"),
        (UnnamedParty(description="země", count=at_least(2)), "cs", "země (nejméně 2): vylučují to"),
        (UnnamedParty(description="союзники"), "uk", "союзники: відкидають це"),
    ],
)
def test_stance_is_a_verb_in_the_number_of_its_holder(
    holder: Country | Organisation | UnnamedParty, locale: str, told: str
) -> None:
    assert stance(holder, locale) == told


def test_chart_has_the_verb_in_the_number_of_its_holder_too() -> None:
    view = Position(id="p", holder=Country("US"), on=Personnel(), stance="opposes")
    chart = standings_chart(standings(Ledger(positions=[view]), Personnel()), "cs")
    assert chart["description"] == "personál; Spojené státy: jsou proti"


@pytest.mark.parametrize(
    ("country", "locale", "told"),
    [
        (Country("DE"), "pl", "dostarczono, podają Niemcy"),
        (Country("FR"), "pl", "dostarczono, podaje Francja"),
        (Country("US"), "cs", "dodáno, uvádějí Spojené státy"),
        (Country("NL"), "uk", "доставлено, повідомляють Нідерланди"),
    ],
)
def test_institution_that_speaks_for_itself_takes_the_verb_of_its_name(
    country: Country, locale: str, told: str
) -> None:
    claim = Claim(id="c", about="m", stage="delivered", speaker=Speaker(name=country.english_name, of=country))
    assert Ledger(commitments=[MilitaryCommitment(id="m", donors=[country], stage="pledged")], claims=[claim])
    assert told in describe(claim, locale)


def told(thing: Any, locale: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", describe(thing, locale))


GIFT = FinancialCommitment(
    id="1",
    value=Money("1250000", "EUR"),
    stage="pledged",
    towards="fund",
    part_of="2",
    links=[Link("component_of", "3"), Link("repaid_from", "4")],
)
CLAIM = Claim(id="1", about="2", stage="delivered", of=[Missile()], disputes=["3"], retracts=["4"], forecast=True)
FUND = Initiative(id="1", lead=Country("US"), goal_value=Money("5", "USD"), goal=[Line(ArtilleryShell(), 800_000)])


@pytest.mark.parametrize(
    ("thing", "locale", "words"),
    [
        (GIFT, "pl", "darczyńcy nie podano"),
        (GIFT, "pl", "wkład w inicjatywę: fund; część obietnicy: 2; składnik obietnicy: 3; spłacane ze środków: 4"),
        (GIFT, "cs", "příspěvek na iniciativu: fund; součást příslibu: 2; složka příslibu: 3"),
        (GIFT, "uk", "внесок до ініціативи: fund; частина обіцянки: 2; складова обіцянки: 3"),
        (GIFT, "uk", "1 250 000,00 €"),
        (GIFT, "uk", "обіцяно: дати не вказано"),
        (CLAIM, "pl", "prognoza („dostarczono”), autora nie podano: nie podano liczby; liczone są: pociski kierowane"),
        (CLAIM, "pl", "przeczy wypowiedzi: 3; wycofuje wypowiedź: 4"),
        (CLAIM, "cs", "prognóza („dodáno“), autor výroku neuveden"),
        (CLAIM, "cs", "počítají se: řízené střely; odporuje tvrzení: 3; bere zpět tvrzení: 4"),
        (CLAIM, "uk", "прогноз («доставлено»), автора не вказано: цифри не названо"),
        (CLAIM, "uk", "заперечує твердження: 3; відкликає твердження: 4"),
        (FUND, "pl", "wspólna inicjatywa (na czele: Stany Zjednoczone)"),
        (FUND, "cs", "společná iniciativa (v čele: Spojené státy)"),
        (FUND, "uk", "спільна ініціатива (на чолі: Сполучені Штати); артилерійські снаряди: 800 000 штук"),
        (FUND, "pl", "kwota docelowa: 5,00 USD"),
        (FUND, "cs", "požadovaná částka: 5,00 US$"),
        (FUND, "uk", "очікувана сума: 5,00 USD"),
        (Materiel(), "pl", "sprzęt i materiały"),
        (Equipment(), "cs", "technika"),
        (Supplies(), "cs", "spotřební materiál"),
        (Supplies(), "uk", "предмети постачання"),
        (about(at_least(500)), "pl", "orientacyjnie co najmniej 500"),
        (about(at_least(500)), "cs", "nejméně asi 500"),
        (about(at_least(500)), "uk", "орієнтовно щонайменше 500"),
        (Period("../2024-02-26~"), "pl", "najpóźniej około 26 lutego 2024"),
        (Period("2022-02-24~/.."), "pl", "od około 24 lutego 2022"),
        (Period("2024-02~"), "pl", "mniej więcej luty 2024"),
        (Period("../2024-02-26~"), "cs", "nejpozději kolem 26. února 2024"),
        (Period("../2024-02-26~"), "uk", "орієнтовно не пізніше 26 лютого 2024 р."),
        (Period("2024-03-01/2024-03-05"), "pl", "1–5 marca 2024"),
        (Period("2023-12-30/2024-01-02"), "pl", "30 grudnia 2023 – 2 stycznia 2024"),
        (Period("2023-11/2024-02"), "pl", "listopad 2023 – luty 2024"),
    ],
)
def test_words(thing: Any, locale: str, words: str) -> None:
    assert words in told(thing, locale)


STUMBLES = {
    "pl": "w przybliżeniu co |niewymienione źródło|okazja|mówca|darczyńca nieznany|lider|przez inicjatywy|wkład w$",
    "cs": "nasmlouváno|nejmenovaný zdroj|výhled|předpověď|překonáno|událost|^zásoby$|příspěvek na$|^vede$",
    "uk": r"[0-9}] боєприпас|мовця|строк|нагода|^провідник|напевно|неймовірна|приблизно не|внесок до$",
}
"""By language, what its catalogue no longer says."""


@pytest.mark.parametrize("locale", STUMBLES)
def test_what_was_mended_stays_mended(locale: str) -> None:
    found = {
        words: forms
        for words, forms in _catalogue(locale).items()
        if any(re.search(STUMBLES[locale], form) for form in forms)
    }
    assert found == {}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_names_in_the_plural_are_of_countries_and_organisations(locale: str) -> None:
    names = _catalogue(locale)["grammar", "parties with a plural name"][0].split(", ")
    assert names == sorted(set(names))
    assert [name for name in names if name not in ORGANISATIONS and not Country(name).english_name] == []
