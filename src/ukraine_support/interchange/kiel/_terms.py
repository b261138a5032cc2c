"""The words of Kiel's tracker: kinds of aid, instruments, years, sources."""

import re
from typing import Any, Final

from ..._errors import InvalidValueError, shown
from ..._model.base.remembered import remembered
from ..._model.commitments import (
    Commitment,
    FinancialCommitment,
    HumanitarianCommitment,
    Instrument,
    MilitaryCommitment,
    Sourcing,
)
from ..._model.lines import Basis
from ..._model.parties import Organisation, Speaker
from ..._model.provenance import Source
from ..._model.values.period import Period
from .._sheet.cells import CACHED, disclosed_text, unreadable
from .._sheet.ids import fitting

_INSTITUTE: Final = "Kiel Institute for the World Economy"
KIEL: Final = Speaker(_INSTITUTE, of=Organisation(id="Kiel Institute", name=_INSTITUTE))
"""Who says what has been delivered."""

CLASSES: Final[dict[str, type[Commitment]]] = {
    "financial": FinancialCommitment,
    "humanitarian": HumanitarianCommitment,
    "military": MilitaryCommitment,
}
"""The class of commitments for each general type of aid."""

_INSTRUMENTS: Final = (
    ("swap", Instrument.SWAP_LINE),
    ("guarantee", Instrument.GUARANTEE),
    ("loan", Instrument.LOAN),
    ("appropriation", Instrument.APPROPRIATION),
    ("grant", Instrument.GRANT),
)
_SOURCINGS: Final = {
    "ind": Sourcing.INDUSTRY,
    "1": Sourcing.INDUSTRY,
    "bw": Sourcing.STOCK,  # of the Bundeswehr
    "army stocks": Sourcing.STOCK,
}
_PRICED: Final = re.compile(r"online|store|manufacturer|contract", re.IGNORECASE)
_YEARS: Final = re.compile(r"(\d{4})(?:\s?[-–/]\s?(\d{4}))?")
_ADDRESS: Final = re.compile(r"\.?((?:https?://|www\.)\S.*)", re.IGNORECASE)
"""An address, perhaps behind a stray point."""
_LATIN: Final = str.maketrans("АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX")
"""Cyrillic capitals that pass for Latin ones."""


def id_of(cell: Any) -> str | None:
    """An id in Latin letters; None where there is none (Kiel writes 0 for the allocation of a commitment)."""
    text = disclosed_text(cell)
    return None if text is None else text.translate(_LATIN)


@remembered(CACHED)
def instrument(words: str) -> Instrument:
    """How money is given, according to the specific type of aid."""
    lower = words.casefold()
    return next((found for word, found in _INSTRUMENTS if word in lower), Instrument.UNSPECIFIED)


def sourcing(words: str) -> Sourcing | None:
    """Where what is given comes from, according to the column on industry; None where it says none or both."""
    return _SOURCINGS.get(words.casefold())


@remembered(CACHED)
def basis_of_price(source: str) -> Basis:
    """Where Kiel's price of an item comes from: the market, or else its own estimate."""
    return Basis.MARKET if _PRICED.search(source) else Basis.ESTIMATED


def basis_of_value(kind: str) -> Basis:
    """What the source of an amount counted by: book value, the cost of replacement, or it does not say."""
    lower = kind.casefold()
    if lower.startswith("replacement"):
        return Basis.REPLACEMENT
    return Basis.BOOK if lower.startswith("book") else Basis.STATED


def years(cell: Any) -> Period | None:
    """The years that aid is earmarked for; None where none is given.

    Raises:
        InvalidValueError: The cell says something else.
    """
    text = disclosed_text(cell)
    return None if text is None else _years(text)


@remembered(CACHED)
def _years(text: str) -> Period:
    found = _YEARS.fullmatch(text)
    if found is None:
        raise unreadable(f"{shown(text)} is no year and no span of years", 'write "2024" or "2024-2025"')
    try:
        return Period(found[1] if found[2] is None else f"{found[1]}/{found[2]}")
    except InvalidValueError:
        raise unreadable(f"{shown(text)} ends before it begins", "put the earlier year first") from None


def source_of(text: str) -> Source:
    """A source as Kiel names it: by its address, or by its title. Its id is either."""
    if not text.startswith("https://"):
        address = _ADDRESS.fullmatch(text)
        if address is None:
            return Source(id=fitting(text), title=text)
        text = address[1]
    return Source(id=fitting(text), url=text)
