"""Words in Polish, Czech and Ukrainian as a native reads them: what was mended stays mended."""

import pytest

from ukraine_support import (
    Claim,
    Country,
    Ledger,
    MilitaryCommitment,
    Organisation,
    Personnel,
    Position,
    Speaker,
    UnnamedParty,
    at_least,
)
from ukraine_support.analysis import standings
from ukraine_support.charts import standings_chart
from ukraine_support.display import describe
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
        (Country("US"), "de", "Vereinigte Staaten: schließen das aus"),
        (Country("NL"), "fr", "Pays-Bas : l’excluent"),
        (Country("US"), "nl", "Verenigde Staten: sluiten dat uit"),
        (Country("US"), "en", "United States: rules it out"),
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
    assert stance(holder, locale).replace("\N{NO-BREAK SPACE}", " ") == told


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
