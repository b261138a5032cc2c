"""Labels in Kiel's column of initiatives: organisations, their programmes, and what several states fund jointly."""

import pytest

from ukraine_support import Country
from ukraine_support.interchange import kiel
from ukraine_support.interchange.kiel._labels import meaning
from ukraine_support.reference import NATO
from ukraine_support.serialisation import dumps, loads

from .test_kiel import later

THROUGH = {  # every label of release 18 that names an organisation or a programme of one
    "BGK": ["BGK"],
    "EBRD": ["EBRD"],
    "EDCF": ["EDCF"],
    "EIB": ["European Investment Bank"],
    "EU Civil Protection": ["Union Civil Protection Mechanism"],
    "\u00a0EU Civil Protection": ["Union Civil Protection Mechanism"],
    "Economic Resilience Action Program (IFC)": ["IFC"],
    "European Civil Protection": ["Union Civil Protection Mechanism"],
    "Green Program for the Industrial Recovery of Ukraine (UNIDO)": ["UNIDO"],
    "IAEA": ["IAEA"],
    "ICRC": ["ICRC"],
    "IFC": ["IFC"],
    "IMF": ["IMF"],
    "KfW": ["KfW"],
    "OCHA": ["OCHA"],
    "OECD": ["OECD"],
    "OECD Program for Ukraine": ["OECD"],
    "SPUR": ["IDA"],
    "Save the Children": ["Save the Children"],
    "UCPM": ["Union Civil Protection Mechanism"],
    "UCPM rescEU": ["Union Civil Protection Mechanism"],
    "UNDP": ["UNDP"],
    "UNDP/FAO": ["UNDP", "FAO"],
    "UNFPA": ["UNFPA"],
    "UNHCR": ["UNHCR"],
    "UNICEF": ["UNICEF"],
    "UNOPS": ["UNOPS"],
    "WB ADVANCE": ["World Bank"],
    "WB ADVANCE/ARISE": ["World Bank"],
    "WB ADVANCE/INSPIRE": ["World Bank"],
    "WB FREE": ["World Bank"],
    "WB IDA": ["IDA"],
    "WB IDA CF": ["IDA"],
    "WB MIGA": ["MIGA"],
    "WB PEACE": ["World Bank"],
    "WHO": ["WHO"],
    # of other releases, and other ways of writing
    "WB-PEACE": ["World Bank"],
    "UCPM-rescEU": ["Union Civil Protection Mechanism"],
    "Unicef": ["UNICEF"],
    "World Food Programme": ["WFP"],
    "International Monetary Fund": ["IMF"],
    "United Nations Children's Fund": ["UNICEF"],
}
TOWARDS = {  # every label of release 18 that names a joint undertaking
    "Air Defence Coalition": "air-defence-coalition",
    "CZECH AMMO INITIATIVE": "czech-initiative",
    "CZECH ARTILLERY COALITION; FRENCH CAESAR COALITION": "czech-artillery-coalition-french-caesar-coalition",
    "Czech Ammunition Initiative": "czech-initiative",
    "Czech ammunition initiative": "czech-initiative",
    "Czech ammunition initiative ": "czech-initiative",
    "Czech initiative": "czech-initiative",
    "DUTCH AND CZECH JOINT PROCUREMENT/DONATION": "dutch-and-czech-joint-procurement-donation",
    "Drone coalition": "drone-coalition",
    "EST-LUX IT COALITION": "est-lux-it-coalition",
    "EU4U": "eu4u",
    "IAAD": "iaad",
    "IFU": "ifu",
    "International Donors Conference": "international-donors-conference",
    "NATO CAP": "nato-cap",
    "UCDG": "udcg",
    "UDCG": "udcg",
    "UESF": "uesf",
    "UK Fund for Ukraine": "ifu",
    # of states, though the label is an organisation's name
    "NATO": "nato",
    "European Peace Facility": "european-peace-facility",
    "EPF": "european-peace-facility",
}
BOTH = {  # funds of several states that an organisation keeps
    "EBRD CRSF": ("EBRD", "ebrd-crsf"),
    "EBRD MDA": ("EBRD", "ebrd-mda"),
    "IMF Administered Account for Ukraine": ("IMF", "imf-administered-account-for-ukraine"),
    "WB URTF": ("World Bank", "wb-urtf"),
    "WB URTF ": ("World Bank", "wb-urtf"),
}


@pytest.mark.parametrize(("label", "ids"), THROUGH.items())
def test_organisation_is_a_channel(label: str, ids: list[str]) -> None:
    ledger = kiel.read([later(initiative=label)]).ledger
    assert not ledger.initiatives
    for id in ("NLM1", "NLM1_1"):
        found = ledger.commitments[id]
        assert [getattr(channel, "id", None) for channel in found.channels] == ids
        assert found.towards is None
        assert found.extras["International Initiative"] == label.strip()
    assert loads(dumps(ledger)) == ledger


@pytest.mark.parametrize(("label", "id"), TOWARDS.items())
def test_joint_undertaking_is_an_initiative(label: str, id: str) -> None:
    found = kiel.read([later(initiative=label)]).ledger.commitments["NLM1_1"]
    assert (found.towards, found.channels) == (id, ())


@pytest.mark.parametrize(("label", "both"), BOTH.items())
def test_fund_that_an_organisation_keeps_is_both(label: str, both: tuple[str, str]) -> None:
    ledger = kiel.read([later(initiative=label)]).ledger
    found = ledger.commitments["NLM1_1"]
    (channel,) = found.channels
    assert (getattr(channel, "id", None), found.towards) == both
    assert ledger.initiatives[both[1]].lead == channel


@pytest.mark.parametrize(
    ("label", "ids"),
    {
        "IMF/WB": ["IMF", "World Bank"],
        "WB/IFC": ["IFC"],
        "World Bank PEACE": ["World Bank"],
        "World Bank - PEACE Project": ["World Bank"],
        "World Bank Group": ["World Bank Group"],
        "rescEU": ["Union Civil Protection Mechanism"],
        "Ukrainian Red Cross": ["Ukrainian Red Cross Society"],
        "Shelter by Save the Children": ["Save the Children"],
    }.items(),
)
def test_organisation_may_be_spelt_out(label: str, ids: list[str]) -> None:
    assert [channel.id for channel in meaning(label).channels] == ids
    assert meaning(label).towards is None


@pytest.mark.parametrize(("label", "id"), [("World Bank URTF", "wb-urtf"), ("World Bank MDTF", "world-bank-mdtf")])
def test_fund_of_an_organisation_that_is_spelt_out_is_both(label: str, id: str) -> None:
    found = meaning(label)
    assert [channel.id for channel in found.channels] == ["World Bank"]
    assert found.towards is not None
    assert found.towards.id == id


def test_leads_are_known() -> None:
    leads = {label: found.towards.lead for label in TOWARDS if (found := meaning(label)).towards is not None}
    assert {label: lead for label, lead in leads.items() if lead is not None} == {
        **{label: Country("CZ") for label in TOWARDS if TOWARDS[label] == "czech-initiative"},
        "IAAD": Country("DE"),
        "IFU": Country("GB"),
        "UK Fund for Ukraine": Country("GB"),
        "NATO CAP": NATO,
    }


def test_money_announced_at_a_forum_is_its_donors_own() -> None:
    bare = {"item": ".", "units": ".", "price": ".", "line_value": "."}
    rows = [later(part="a", initiative="UDCG"), later(part="b", initiative="UDCG", total=None, **bare)]
    ledger = kiel.read(rows).ledger
    assert [ledger.commitments[id].towards for id in ("NLM1", "a", "b")] == [None, "udcg", None]
    assert ledger.commitments["b"].extras["International Initiative"] == "UDCG"


def test_many_labels_are_read_in_time_that_grows_with_them() -> None:
    rows = [later(part=f"a{at}", initiative=f"Coalition {at}", total=None) for at in range(4000)]
    assert len(kiel.read(rows).ledger.initiatives) == 4000  # which took minutes where each was compared with all


def test_label_of_the_callers_may_be_an_organisation() -> None:
    row = later()
    del row["International Initiative"]
    found = kiel.read([row], initiatives={"NLM1_1": "UNICEF"}).ledger.commitments["NLM1_1"]
    assert [getattr(channel, "id", None) for channel in found.channels] == ["UNICEF"]


@pytest.mark.parametrize("label", ["", " ", ".", "\u00a0", "unknown"])
def test_label_of_the_callers_that_says_nothing_is_none(label: str) -> None:
    found = kiel.read([later(initiative="IFU")], initiatives={"NLM1_1": label}).ledger.commitments["NLM1_1"]
    assert found.towards == "ifu"
