"""Which document each fact rests on, for the facts that do not carry their citations themselves."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .._model.parties import Organisation
from .._model.provenance import Citation
from .._model.support.munitions import Missile
from ._missiles import CITATIONS_OF_MISSILES
from ._organisations import CITATIONS_OF_ORGANISATIONS

CITATIONS: Final[Mapping[Missile | Organisation, tuple[Citation, ...]]] = MappingProxyType(
    {fact: places for part in (CITATIONS_OF_MISSILES, CITATIONS_OF_ORGANISATIONS) for fact, places in part.items()}
)
"""The places that state each missile and organisation of this package; `SOURCES` holds the documents. Calibres and
memberships carry their citations themselves."""
