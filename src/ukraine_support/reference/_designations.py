"""What a designation means: the class of the thing, and what is known of every piece of it."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from .._errors import WrongTypeError, shown
from .._iso import FORMER_COUNTRIES
from .._model import fields
from .._model.base.immutable import Compound
from .._model.parties import Country, FormerCountry
from .._model.provenance import Citation, to_citations
from .._model.support import Materiel, Support, equipment, munitions
from .._model.values.estimate import at_least
from .._model.values.magnitudes import Length
from ._equipment import EQUIPMENT
from ._munitions import MUNITIONS
from ._sources import KIEL_7, KIEL_18, SIPRI, WIKIPEDIA


@final
@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Designation(Compound):
    """A type of weapon, vehicle or munition under its name.

    Raises:
        InvalidValueError: A field holds something of another type; the message names it.

    Examples:
        >>> from ukraine_support.reference import DESIGNATIONS
        >>> DESIGNATIONS["CAESAR"].support.english_name, DESIGNATIONS["CAESAR"].spellings
        ('howitzer (CAESAR, 155 mm)', ('CAESAR artillery howitzer', 'CAESAR 155mm'))
    """

    support: Support = attrs.field(validator=fields.valid(Materiel, required=True))
    """What it is: its class, with calibre, the maker's country and the standard, and for missiles range, warhead and
    mass, as far as a source is known."""
    spellings: tuple[str, ...] = attrs.field(converter=fields.to_ids)
    """How the tables of Kiel and SIPRI write it, and a few others."""
    citations: tuple[Citation, ...] = attrs.field(converter=to_citations)
    """Where this is written: the entries of the tables, which give the class, and what gives the other facts."""


_CLASSES: Final[Mapping[str, Any]] = {
    name: cls for module in (equipment, munitions) for name, cls in vars(module).items() if isinstance(cls, type)
}
_AT_LEAST: Final = "at least "


def _designations(table: str) -> Iterator[tuple[str, Designation]]:
    """The rows of a table by name."""
    cls: Any = None
    for row in re.sub(r"\n {6}", " ", table).strip().splitlines():
        if row.startswith(" "):
            cells = [cell.strip() for cell in row.split("|")]
            yield cells[0], _designation(cls, cells)
        else:
            cls = _CLASSES[row]


def _designation(cls: Any, cells: list[str]) -> Designation:
    name, facts, article, kiel, sipri = cells
    stated: dict[str, Any] = dict(fact.split(" ", 1) for fact in facts.split("; ") if fact)
    early = stated.pop("early", "")
    columns = (
        (KIEL_18.id, "Items", kiel),
        (KIEL_7.id, "Items", early),
        (SIPRI.id, "Weapon designation", sipri),
        (WIKIPEDIA.id, "Article", article),
    )
    citations = [Citation(source, f"{column}: {cell}") for source, column, cell in columns if cell]
    also = stated.pop("also", "")
    if "see" in stated:
        citations.append(Citation(*stated.pop("see").split(" ", 1)))
    if "origin" in stated:
        code = stated["origin"]
        stated["origin"] = FormerCountry(code) if code in FORMER_COUNTRIES else Country(code)
    if "guided" in stated:
        stated["guided"] = stated["guided"] == "yes"
    if "range" in stated:
        stated["range"] = at_least(Length.parse(stated["range"].removeprefix(_AT_LEAST)))
    spellings = [spelling for cell in (kiel, early, sipri, also) for spelling in cell.split("; ") if spelling]
    return Designation(
        support=cls(designation=name, **stated), spellings=tuple(dict.fromkeys(spellings)), citations=citations
    )


DESIGNATIONS: Final[Mapping[str, Designation]] = MappingProxyType(
    dict(sorted((*_designations(EQUIPMENT), *_designations(MUNITIONS)), key=lambda row: row[0].casefold()))
)
"""The systems and munitions that the tables of Kiel and SIPRI name, by designation. Whether a standard is NATO's or
Soviet follows from who made it for whom; a fact for which no source is at hand is left out."""

_CALIBRE: Final = re.compile(r"\b[0-9]{2,3} ?mm\b")
_SIGNS: Final = re.compile(r"[\W_]+")


def _folded(text: str) -> str:
    """A designation as it is looked up: without a calibre and what sources put in or leave out."""
    return _SIGNS.sub("", _CALIBRE.sub("", text.casefold()))


_BY_SPELLING: Final = {
    _folded(spelling): found for name, found in DESIGNATIONS.items() for spelling in (*found.spellings, name)
}


def find_designation(text: str) -> Designation | None:
    """What a designation means, as it stands in `DESIGNATIONS` or as the tables of Kiel and SIPRI spell it.

    Capitals, hyphens, blanks and a calibre in millimetres make no difference. It never guesses: a text that says
    anything besides, such as "ammunition for", is not found.

    Args:
        text: The designation, as a source writes it.

    Returns:
        The designation; None where none is called so.

    Raises:
        WrongTypeError: The text is no string.

    Examples:
        >>> find_designation("M-777 155mm") == find_designation("m777") == DESIGNATIONS["M777"]
        True
        >>> find_designation("Leopard 2A4").support.origin, find_designation("ammunition for HIMARS")
        (Country('DE'), None)
    """
    if not isinstance(text, str):
        raise WrongTypeError("find_designation", f"{shown(text)} is a {type(text).__name__}", "pass a designation")
    return _BY_SPELLING.get(_folded(text))
