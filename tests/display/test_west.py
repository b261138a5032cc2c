"""What a reader of German, French, Dutch or English would stumble at, as it was mended."""

import pytest

from ukraine_support import (
    Country,
    Estimate,
    FormerCountry,
    Organisation,
    Party,
    Personnel,
    Position,
    Stance,
    UnnamedParty,
    exactly,
)
from ukraine_support.display import describe

US, NETHERLANDS, GERMANY = Country("US"), Country("NL"), Country("DE")
SEVERAL = UnnamedParty(description="X")


def stance(holder: Party, locale: str, stance: Stance | str = Stance.RULES_OUT) -> str:
    position = Position(id="1", holder=holder, on=Personnel(), stance=stance)
    return describe(position, locale).split(": ", 1)[1].replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("holder", "locale", "words"),
    [
        (GERMANY, "en", "Germany: rules it out"),
        (US, "en", "United States: rules it out"),
        (SEVERAL, "en", "X: rule it out"),
        (GERMANY, "de", "Deutschland: schließt das aus"),
        (US, "de", "Vereinigte Staaten: schließen das aus"),
        (NETHERLANDS, "de", "Niederlande: schließen das aus"),
        (SEVERAL, "de-AT", "X: schließen das aus"),
        (GERMANY, "fr", "Allemagne : l’exclut"),
        (NETHERLANDS, "fr", "Pays-Bas : l’excluent"),
        (SEVERAL, "fr", "X : l’excluent"),
        (NETHERLANDS, "nl", "Nederland: sluit dat uit"),
        (US, "nl", "Verenigde Staten: sluiten dat uit"),
        (GERMANY, "pl", "Niemcy: wykluczają to"),
        (US, "cs", "Spojené státy: vylučují to"),
        (NETHERLANDS, "uk", "Нідерланди: відкидають це"),
    ],
)
def test_the_verb_of_a_stance_agrees_with_its_holder(holder: Party, locale: str, words: str) -> None:
    assert stance(holder, locale).endswith(words)


@pytest.mark.parametrize(("count", "words"), [(exactly(1), "rules it out"), (exactly(2), "rule it out")])
def test_one_party_without_a_name_is_one(count: Estimate[int], words: str) -> None:
    assert stance(UnnamedParty(description="X", count=count), "en").endswith(f": {words}")


def test_other_names_are_in_the_singular() -> None:
    assert stance(Organisation(id="ours", name="Ours"), "de") == "Ours: schließt das aus"
    assert stance(FormerCountry("SUHH"), "de") == "Sowjetunion: schließt das aus"
