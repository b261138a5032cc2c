"""The labels in Kiel's column of international initiatives: organisations, their programmes, and joint initiatives.

The column holds three kinds of things. Of each label that Kiel's releases have, this module says which it is.

* An organisation (`UNICEF`), or a programme that one runs (`WB PEACE`, `UCPM rescEU`): aid goes *through* it.
* A coalition, a fund or a purchase of several states (`CZECH AMMO INITIATIVE`): aid goes *towards* it.
* A fund of several states that an organisation keeps (`WB URTF`, `IMF Administered Account for Ukraine`): both.
"""

import re
from functools import lru_cache
from typing import Final

import attrs

from .._model.commitments import Initiative
from .._model.parties import Country, Organisation, Party
from ..reference import EUROPEAN_COMMISSION, EUROPEAN_INVESTMENT_BANK, NATO
from ._cells import CACHED, text_of
from ._ids import fitting

_UCPM: Final = Organisation(id="UCPM", name="Union Civil Protection Mechanism", part_of=EUROPEAN_COMMISSION)
_WORLD_BANK: Final = Organisation(id="World Bank", name="World Bank")
_ORGANISATIONS: Final[dict[str, Organisation]] = {
    "BGK": Organisation(id="BGK", name="Bank Gospodarstwa Krajowego"),
    "EBRD": Organisation(id="EBRD", name="European Bank for Reconstruction and Development"),
    "EDCF": Organisation(id="EDCF", name="Economic Development Cooperation Fund"),  # the Republic of Korea's own
    "EIB": EUROPEAN_INVESTMENT_BANK,
    "FAO": Organisation(id="FAO", name="Food and Agriculture Organization"),
    "IAEA": Organisation(id="IAEA", name="International Atomic Energy Agency"),
    "ICRC": Organisation(id="ICRC", name="International Committee of the Red Cross"),
    "IDA": _WORLD_BANK,
    "IFC": Organisation(id="IFC", name="International Finance Corporation"),
    "IFRC": Organisation(id="IFRC", name="International Federation of Red Cross and Red Crescent Societies"),
    "ILO": Organisation(id="ILO", name="International Labour Organization"),
    "IMF": Organisation(id="IMF", name="International Monetary Fund"),
    "IOM": Organisation(id="IOM", name="International Organization for Migration"),
    "KfW": Organisation(id="KfW", name="Kreditanstalt für Wiederaufbau"),
    "MIGA": Organisation(id="MIGA", name="Multilateral Investment Guarantee Agency"),
    "OCHA": Organisation(id="OCHA", name="United Nations Office for the Coordination of Humanitarian Affairs"),
    "OECD": Organisation(id="OECD", name="Organisation for Economic Co-operation and Development"),
    "OSCE": Organisation(id="OSCE", name="Organization for Security and Co-operation in Europe"),
    "UCPM": _UCPM,
    "UNDP": Organisation(id="UNDP", name="United Nations Development Programme"),
    "UNESCO": Organisation(id="UNESCO", name="United Nations Educational, Scientific and Cultural Organization"),
    "UNFPA": Organisation(id="UNFPA", name="United Nations Population Fund"),
    "UNHCR": Organisation(id="UNHCR", name="United Nations High Commissioner for Refugees"),
    "UNICEF": Organisation(id="UNICEF", name="United Nations Children's Fund"),
    "UNIDO": Organisation(id="UNIDO", name="United Nations Industrial Development Organization"),
    "UNOPS": Organisation(id="UNOPS", name="United Nations Office for Project Services"),
    "WB": _WORLD_BANK,
    "WFP": Organisation(id="WFP", name="World Food Programme"),
    "WHO": Organisation(id="WHO", name="World Health Organization"),
}
"""Who runs what Kiel names by its initials; `WB MIGA` is the agency, not the bank that it belongs to."""
_SPELT_OUT: Final = {
    "eu-civil-protection": _UCPM,
    "eu-civil-protection-mechanism": _UCPM,
    "european-civil-protection": _UCPM,
    "european-civil-protection-mechanism": _UCPM,
    "save-the-children": Organisation(id="Save the Children", name="Save the Children"),
    "spur": _WORLD_BANK,  # the Special Program for Ukraine and Moldova Recovery, of the International Development Association
    "world-bank": _WORLD_BANK,
    **{initials.casefold(): organisation for initials, organisation in _ORGANISATIONS.items()},
}
"""Organisations by their whole label, folded."""
_POOLED: Final = frozenset(("account", "crsf", "fund", "mda", "mdtf", "urtf"))
"""Words for money of several states in the keeping of one organisation."""

_SAME: Final = {
    "czech-ammo-initiative": "czech-initiative",
    "czech-ammunition-initiative": "czech-initiative",
    "ucdg": "udcg",
    "uk-fund-for-ukraine": "ifu",
}
"""Labels of one initiative, as they are when folded: spellings, slips, the short and the long name."""
_KNOWN: Final[dict[str, tuple[str, Party | None]]] = {
    "czech-initiative": ("Czech ammunition initiative", Country("CZ")),
    "eu4u": ("EU for Ukraine Fund", None),
    "iaad": ("Immediate Action on Air Defence", Country("DE")),
    "ifu": ("International Fund for Ukraine", Country("GB")),
    "nato-cap": ("NATO Comprehensive Assistance Package", NATO),
    "udcg": ("Ukraine Defense Contact Group", None),
    "uesf": ("Ukraine Energy Support Fund", None),
}
"""The names of initiatives, and who leads them, where the label does not say it."""


@attrs.frozen
class Label:
    """What a label means: through whom aid goes, and towards what."""

    channels: tuple[Organisation, ...]
    towards: Initiative | None


@lru_cache(maxsize=CACHED)
def meaning(label: str) -> Label:
    """What a label of Kiel's means, spellings folded together.

    Examples:
        >>> meaning("CZECH AMMO INITIATIVE") == meaning("Czech initiative ")
        True
        >>> meaning("UNDP/FAO").channels[1].name, meaning("UNDP/FAO").towards
        ('Food and Agriculture Organization', None)
        >>> meaning("WB URTF").channels[0].name, meaning("WB URTF").towards.id
        ('World Bank', 'wb-urtf')
    """
    plain = text_of(label)
    words = re.findall(r"\w+", plain)
    id = "-".join(words).casefold() or plain
    id = _SAME.get(id, id)
    channels = _channels(id, words)
    if channels and _POOLED.isdisjoint(id.split("-")):
        return Label(channels, None)
    name, lead = _KNOWN.get(id, (plain, None))
    return Label(channels, Initiative(id=fitting(id), name=name, lead=lead or next(iter(channels), None)))


def _channels(id: str, words: list[str]) -> tuple[Organisation, ...]:
    """The organisations that a label names, each once; of a bank and its own agency only the agency."""
    if id in _SPELT_OUT:
        return (_SPELT_OUT[id],)
    found = dict.fromkeys(_ORGANISATIONS[word] for word in words if word in _ORGANISATIONS)
    if len(found) > 1:
        found.pop(_WORLD_BANK, None)
    return tuple(found)
