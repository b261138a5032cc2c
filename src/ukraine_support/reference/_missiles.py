"""The cruise missiles that the debate of 2023 and 2024 was about, with the ranges that are published."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .._model.provenance import Citation
from .._model.support.munitions import Missile
from .._model.values.estimate import at_least
from .._model.values.magnitudes import Length
from ._sources import DEFENCE_BLOG, FORCES_NEWS, HARTPUNKT, SAAB

TAURUS: Final = Missile(designation="Taurus KEPD 350", range=at_least(Length.parse("500 km")))
"""The German-Swedish air-launched cruise missile. Its maker publishes a range of "more than 500 km"."""

STORM_SHADOW: Final = Missile(designation="Storm Shadow", range=at_least(Length.parse("250 km")))
"""The British name of the air-launched cruise missile that France calls SCALP EG; published range: more than 250 km.
Larger figures are estimates by others."""

SCALP_EG: Final = Missile(designation="SCALP EG", range=at_least(Length.parse("250 km")))
"""The French name of the air-launched cruise missile that the United Kingdom calls Storm Shadow; published range: more
than 250 km."""

CITATIONS_OF_MISSILES: Final[Mapping[Missile, tuple[Citation, ...]]] = MappingProxyType(
    {
        TAURUS: (Citation(SAAB.id, "range"), Citation(HARTPUNKT.id, "¶2")),
        STORM_SHADOW: (Citation(FORCES_NEWS.id, "¶6"), Citation(DEFENCE_BLOG.id, "¶6")),
        SCALP_EG: (Citation(DEFENCE_BLOG.id, "¶6"),),
    }
)
