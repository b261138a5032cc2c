"""The sum by group that an engine makes of summands, in plain Python."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

SUMS: Final = ("low", "high", "open_low", "open_high", "approximate", "commitments", "undisclosed")
GROUPS: Final = ("currency", "day", "bought", "raises", "conversion", "kept_by", "as_of")


def add(rows: Iterable[Mapping[str, Any]], names: tuple[str, ...], stage: str) -> list[dict[str, Any]]:
    found: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        if row[f"counts_{stage}"]:
            found.setdefault(tuple(row[name] for name in (*names, *GROUPS)), []).append(row)
    return [
        {name: group[0][name] for name in (*names, *GROUPS)}
        | {name: sum(row[name] for row in group) for name in SUMS}
        | {f"{name}_once": sum(row[name] * row["once"] for row in group) for name in ("commitments", "undisclosed")}
        | {"largest": max(row["largest"] for row in group), "amounts": len(group), "at_stage": stage}
        for group in found.values()
    ]
