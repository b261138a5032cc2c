"""Inputs out of inputs: a node of a JSON text replaced, moved, doubled or bent; else characters.

What is made depends on the random numbers alone, so that a seed tells it again.
"""

import json
import random
from collections.abc import Sequence
from typing import Any, Final

from mutations import JUNK, mutated, places

TOKENS: Final = (
    *("155 mm", ".50 in", "43.2 kg", "800000 rounds", "9 km", "EUR 0.5", "EUR", "XAU", "XK", "SUHH", "EU", "NATO"),
    *("2024-02-30", "2023-21", "2024~", "../2024", "2024/..", "2024/2023", "9999", "0000", "0001-01-01", "24-02"),
    *("-0", "0.0", "1e3", "+1", "٣", "1_000", "NaN", "null", " ", "\u00a0", "\u200b", "\u202e", "\ufeff", "\ud800"),
    *("é", "e\u0301", "а", "İ", "ß", "\x00", "\n", "\u2028", "9" * 31, "x" * 201, "0." + "1" * 19, "?", "*", "until "),
    *(
        "up to 0",
        "up to -5",
        "2024??",
        "since 2022",
        "20.000",
        "05/06/2024",
        "２０２４",
        "1-2 million",
        "a dozen",
        "Congo",
    ),
    *("bis zu 5", "2922-02-09", "winter 2023", "5" + "?" * 1000, "~" * 1000 + "5", "between -5 and 5", "partially"),
)
"""Words of the library's own formats and characters that other programs stumble over."""
NUMBERS: Final = (0, -1, 1.0, 1.5, 2**63, 10**30, 10**30 - 1, -(10**18), 1e400, float("nan"), True, 1e-19)
_CHANGES: Final = (1, 1, 1, 2, 4)


def mutate(data: bytes, choices: random.Random, pool: Sequence[bytes]) -> bytes:
    """Another input, near to the one given and to those of the pool."""
    head, line, body = data.partition(b"\n") if data[:1].isalpha() and b"\n" in data else (b"", b"", data)
    if line and choices.random() < 0.05:
        head = choices.choice(pool).partition(b"\n")[0]
    plain = _parsed(body)
    if plain is None or choices.random() < 0.15:
        return head + line + _bent(body, choices, pool)
    other = _parsed(choices.choice(pool).rpartition(b"\n")[2])
    for _ in range(choices.choice(_CHANGES)):
        plain = _changed(plain, other, choices)
    return head + line + _written(plain, choices)


def _parsed(data: bytes) -> Any:
    """The value of a JSON text; None where it is none, or one too deep to be taken apart."""
    try:
        found = json.loads(data)
        json.dumps(found)
    except (ValueError, RecursionError):
        return None
    return found


def _written(plain: Any, choices: random.Random) -> bytes:
    text = json.dumps(plain, ensure_ascii=choices.random() < 0.5)
    if choices.random() < 0.03:  # a key that stands twice
        text = text.replace('": ', '": null, "' + choices.choice(["id", "kind", "note"]) + '": ', 1)
    return text.encode("utf-8", "surrogatepass")


def _changed(plain: Any, other: Any, choices: random.Random) -> Any:
    path = choices.choice(places(plain))
    node = _at(plain, path)
    found: Any
    match choices.randrange(8):
        case 0:
            found = choices.choice(JUNK)
        case 1:
            named = [place for place in places(other) if place[-1:] == path[-1:]]  # one in a like place fits
            found = _at(other, choices.choice(named or places(other)))
        case 2:
            found = _at(plain, choices.choice(places(plain)))  # one of the same
        case 3:
            found = choices.choice(TOKENS) if choices.random() < 0.8 else choices.choice(NUMBERS)
        case 4 if isinstance(node, dict) and node:
            key = choices.choice(list(node))
            found = {name: part for name, part in node.items() if name != key}
        case 4 if isinstance(node, list) and node:
            at = choices.randrange(len(node))
            found = node[:at] + node[at + 1 :]
        case 5 if isinstance(node, list):
            found = [*node, *choices.choices(node or JUNK, k=choices.randint(1, 2))]
        case 5 if isinstance(node, dict):
            found = node | {choices.choice(_keys(other) or ["x"]): choices.choice([*node.values(), *JUNK])}
        case 6:
            found = choices.choice([[node], {"about": node}, {"between": [node, node]}, {"at_least": node}])
        case _:
            found = _bent_value(node, choices)
    return mutated(plain, path, found)


def _at(plain: Any, path: Sequence[Any]) -> Any:
    for step in path:
        plain = plain[step]
    return plain


def _keys(plain: Any) -> list[str]:
    return [step for path in places(plain) for step in path[-1:] if isinstance(step, str)]


def _bent_value(node: Any, choices: random.Random) -> Any:
    if isinstance(node, str):
        at = choices.randint(0, len(node))
        return node[:at] + choices.choice(TOKENS) + node[at + choices.randint(0, 2) :]
    if isinstance(node, int | float) and not isinstance(node, bool):
        return choices.choice([-node, node + 1, str(node), node * 10**6])
    return choices.choice(TOKENS)


def _bent(data: bytes, choices: random.Random, pool: Sequence[bytes]) -> bytes:
    """The text with characters put in, taken out or exchanged, or joined to another."""
    for _ in range(choices.choice(_CHANGES)):
        at, end = sorted((choices.randint(0, len(data)), choices.randint(0, len(data))))
        token = choices.choice(TOKENS).encode("utf-8", "surrogatepass")
        match choices.randrange(6):
            case 0:
                data = data[:at] + token + data[at:]
            case 1:
                data = data[:at] + data[at + choices.randint(1, 4) :]
            case 2:
                data = data[:at] + bytes([choices.randrange(256)]) + data[at + 1 :]
            case 3:
                data = data[:at] + data[at:end] * 2 + data[end:]
            case 4:
                data = data[:at] + choices.choice(pool)[at:]
            case _:
                opening = choices.choice([b"[", b"{", b'{"a":'])
                data = data[:at] + opening * choices.choice([1, 70]) + data[at:]
    return data
