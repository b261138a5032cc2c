"""The sums by group that an engine makes of summands, in plain Python."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

ENDS: Final = ("low", "high", "open_low", "open_high", "approximate")
GROUPS: Final = ("currency", "day", "bought", "raises", "conversion", "kept_by", "as_of")
LINE_GROUPS: Final = ("in_unit", "bought", "sought", "kept_by", "as_of")


def _added(
    rows: Iterable[Mapping[str, Any]], groups: tuple[str, ...], stage: str, sums: Iterable[str], once: Iterable[str]
) -> list[dict[str, Any]]:
    found: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        if row[f"counts_{stage}"]:
            found.setdefault(tuple(row[name] for name in groups), []).append(row)
    return [
        dict(zip(groups, key, strict=True))
        | {name: sum(row[name] for row in group) for name in (*ENDS, *sums)}
        | {f"{name}_once": sum(row[name] * row["once"] for row in group) for name in once}
        | {"largest": max(row["largest"] for row in group), "amounts": len(group), "at_stage": stage}
        for key, group in found.items()
    ]


def add(rows: Iterable[Mapping[str, Any]], names: tuple[str, ...], stage: str) -> list[dict[str, Any]]:
    """As `totals_query` says."""
    counts = ("commitments", "undisclosed")
    return _added(rows, (*names, *GROUPS), stage, counts, counts)


def add_lines(rows: Iterable[Mapping[str, Any]], names: tuple[str, ...], stage: str) -> list[dict[str, Any]]:
    """As `quantities_query` says."""
    counts = ("lines", "undisclosed", "wider")
    return _added(rows, (*names, *LINE_GROUPS), stage, (*counts, "commitments", "commitments_once"), counts)
