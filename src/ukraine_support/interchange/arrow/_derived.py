"""Columns that say again, for engines, what the records themselves say: nothing is read out of them.

What a column cannot hold is null in it.
"""

from collections.abc import Iterable
from typing import Any, Final

from ..._model.lines import Line
from ..._model.values.magnitudes import Calibre

_LARGEST: Final = 10**20


def of_kinds(lines: Iterable[Line]) -> dict[str, list[Any]]:
    """What all kinds that a line counts have in common: their kind, their calibre in millimetres, their designation."""
    found: dict[str, list[Any]] = {"of_kind": [], "of_calibre_mm": [], "of_designation": []}
    for line in lines:
        found["of_kind"].append(_common([kind.kind for kind in line.of]))
        found["of_calibre_mm"].append(_millimetres(_common([getattr(kind, "calibre", None) for kind in line.of])))
        designation = _common([getattr(kind, "designation", None) for kind in line.of])
        found["of_designation"].append(designation if isinstance(designation, str) else None)
    return found


def _common(held: list[Any]) -> Any:
    return held[0] if held.count(held[0]) == len(held) else None


def _millimetres(calibre: object) -> Any:
    return calibre.millimetres if isinstance(calibre, Calibre) and calibre.millimetres < _LARGEST else None
