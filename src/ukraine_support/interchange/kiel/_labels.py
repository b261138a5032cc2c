"""The labels in Kiel's column of international initiatives: organisations, their programmes, and joint initiatives.

The column holds three kinds of things. Of each label that Kiel's releases have, this module says which it is.

* An organisation (`UNICEF`), or a programme that one runs (`WB PEACE`, `UCPM rescEU`): aid goes *through* it.
* A coalition, a fund or a purchase of several states (`CZECH AMMO INITIATIVE`): aid goes *towards* it.
* A fund of several states that an organisation keeps (`WB URTF`, `IMF Administered Account for Ukraine`): both.
"""

import re
from typing import Final

import attrs

from ..._model.base.remembered import remembered
from ..._model.commitments import Initiative
from ..._model.parties import Country, Organisation, Party
from ...reference import (
    EU,
    EUROPEAN_INVESTMENT_BANK,
    EUROPEAN_PEACE_FACILITY,
    G7,
    NATO,
    ORGANISATIONS,
    UN,
)
from .._sheet.cells import CACHED, text_of
from .._sheet.ids import fitting

_UCPM: Final = ORGANISATIONS["Union Civil Protection Mechanism"]
_WORLD_BANK: Final = ORGANISATIONS["World Bank"]
_AS_THEIR_ID: Final = (
    "BGK EBRD FAO IAEA IBRD ICRC IDA IFC IFRC ILO IMF IOM KfW MIGA NSPA OCHA OECD OHCHR OSCE UNDP UNESCO UNFPA UNHCR"
    " UNICEF UNIDO UNOPS WFP WHO"
)
_ORGANISATIONS: Final[dict[str, Organisation]] = {
    **{id: ORGANISATIONS[id] for id in _AS_THEIR_ID.split()},
    "EDCF": Organisation(id="EDCF", name="Economic Development Cooperation Fund"),  # the Republic of Korea's own
    "EIB": EUROPEAN_INVESTMENT_BANK,
    "UCPM": _UCPM,
    "WB": _WORLD_BANK,
}
"""Who runs what Kiel names by its initials."""
_OF_STATES: Final = frozenset((EU, EUROPEAN_PEACE_FACILITY, G7, NATO, UN))
"""Organisations whose own undertakings are joint initiatives of states."""
_WORD: Final = re.compile(r"\w+")


def _folded(label: str) -> str:
    return "-".join(_WORD.findall(label)).casefold()


_IN_FULL: Final = {
    **{_folded(str(one.name)): one for one in ORGANISATIONS.values() if one not in _OF_STATES},
    "eu-civil-protection": _UCPM,
    "eu-civil-protection-mechanism": _UCPM,
    "european-civil-protection": _UCPM,
    "european-civil-protection-mechanism": _UCPM,
    "resceu": _UCPM,
    "save-the-children": Organisation(id="Save the Children", name="Save the Children"),
    "ukrainian-red-cross": ORGANISATIONS["Ukrainian Red Cross Society"],
}
"""Organisations by their names, folded, which may stand anywhere in a label."""
_AS_WHOLE: Final = {
    **_IN_FULL,
    "spur": ORGANISATIONS["IDA"],  # whose Special Program for Ukraine and Moldova Recovery it is
    **{initials.casefold(): organisation for initials, organisation in _ORGANISATIONS.items()},
}
"""Organisations by their whole label, folded."""
_POOLED: Final = frozenset(("account", "crsf", "fund", "mda", "mdtf", "urtf"))
"""Words for money of several states in the keeping of one organisation."""

_SAME: Final = {
    "czech-ammo-initiative": "czech-initiative",
    "czech-ammunition-initiative": "czech-initiative",
    "epf": "european-peace-facility",
    "international-fund-for-ukraine": "ifu",
    "nato-comprehensive-assistance-package": "nato-cap",
    "ucdg": "udcg",
    "uk-fund-for-ukraine": "ifu",
    "ukraine-defence-contact-group": "udcg",
    "ukraine-defense-contact-group": "udcg",
    "ukraine-energy-support-fund": "uesf",
    "world-bank-urtf": "wb-urtf",
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


_FORUMS: Final = frozenset(("international-donors-conference", "udcg"))
"""Where states meet and announce aid, each its own: goods that are announced there are nobody's purchase."""


@attrs.frozen
class Label:
    """What a label means: through whom aid goes, and towards what."""

    channels: tuple[Organisation, ...]
    towards: Initiative | None

    @property
    def has_purse(self) -> bool:
        """Whether money can go there, which then buys goods."""
        return self.towards is None or self.towards.id not in _FORUMS


@remembered(CACHED)
def meaning(label: str) -> Label:
    """What a label of Kiel's means, spellings folded together.

    Examples:
        >>> meaning("CZECH AMMO INITIATIVE") == meaning("Czech initiative ")
        True
        >>> [channel.id for channel in meaning("UNDP/FAO").channels], meaning("UNDP/FAO").towards
        (['UNDP', 'FAO'], None)
        >>> [channel.id for channel in meaning("WB URTF").channels], meaning("WB URTF").towards.id
        (['World Bank'], 'wb-urtf')
    """
    plain = text_of(label)
    words = _WORD.findall(plain)
    id = _folded(plain) or plain
    id = _SAME.get(id, id)
    if id in _AS_WHOLE:
        return Label((_AS_WHOLE[id],), None)
    channels = _channels(words, _folded(plain))
    if channels and _POOLED.isdisjoint(id.split("-")):
        return Label(channels, None)
    name, lead = _KNOWN.get(id, (plain, None))
    return Label(channels, Initiative(id=fitting(id), name=name, lead=lead or next(iter(channels), None)))


def _channels(words: list[str], folded: str) -> tuple[Organisation, ...]:
    """The organisations that a label names, each once; of the World Bank and a part of its group only the part."""
    named = [name for name in _IN_FULL if f"-{name}-" in f"-{folded}-"]
    longest = (name for name in named if not any(name in other and name != other for other in named))
    found = dict.fromkeys(_IN_FULL[name] for name in longest)
    found.update(dict.fromkeys(_ORGANISATIONS[word] for word in words if word in _ORGANISATIONS))
    if any(one.part_of in (_WORLD_BANK, _WORLD_BANK.part_of) for one in found if one != _WORLD_BANK):
        found.pop(_WORLD_BANK, None)
    return tuple(found)
