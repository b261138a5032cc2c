"""A document of any size, with every form that a ledger's records come in; the same at every call.

Written as plain objects and `json.dumps`, so that no library under test has a hand in it.
"""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

COUNTRIES: Final = ("DE", "NL", "CZ", "PL", "US", "GB", "FR", "SE", "EU", "DK", "FI", "NO")
OFFICES: Final = ("Minister of Defence", "Prime Minister", "President", "Chancellor", "Secretary General")
_FIRST_DAY: Final = date(2022, 2, 1)
_SPEAKERS: Final = 150
KINDS: Final[tuple[dict[str, Any], ...]] = (
    {"kind": "artillery-shell", "calibre": "155 mm"},
    {"kind": "artillery-shell", "calibre": "122 mm"},
    {"kind": "missile", "designation": "Taurus KEPD 350", "range": {"at_least": "500 km"}},
    {"kind": "mortar-bomb", "calibre": "82 mm", "mass": "3.1 kg"},
    {"kind": "equipment", "lethal": True, "designation": "Leopard 2A4"},
    {"kind": "rocket", "calibre": "227 mm", "designation": "M31"},
    {"kind": "supplies", "description": "medical supplies", "lethal": False},
)


def _estimated(number: int, low: Any, high: Any) -> Any:
    """One of the forms of an estimate."""
    forms = (low, {"about": low}, {"at_least": low}, {"at_most": low}, {"between": [low, high]}, low, low)
    return {"about": {"between": [low, high]}} if number % 41 == 0 else forms[number % len(forms)]


def _scattered(number: int, below: int) -> int:
    """A number that hardly recurs, the same at every call."""
    return number * 2_654_435_761 % 4_294_967_291 % below


def _day(number: int) -> str:
    return (_FIRST_DAY + timedelta(_scattered(number, 1_500))).isoformat()


def _period(number: int) -> str:
    """One of the forms of a period; most are days."""
    year, month = 2022 + number % 3, 1 + number % 12
    forms = [_day(number)] * 6
    forms += [f"{year}-{month:02}", f"{year}-{21 + number % 4}", f"{year}-{month:02}~"]
    forms += [f"../{_day(number)}", f"{year}-02-16/{year}-02-{17 + number % 11}"]
    return forms[number % len(forms)]


def _money(cents: int, currency: str) -> dict[str, str]:
    text = f"{cents // 100}.{cents % 100:02}".rstrip("0").rstrip(".")
    return {"amount": text, "currency": currency}


def _line(number: int) -> dict[str, Any]:
    quantity = 1 + _scattered(number, 50_000)
    line: dict[str, Any] = {"of": [KINDS[number % len(KINDS)]], "quantity": _estimated(number, quantity, quantity + 99)}
    if number % 2:
        line["unit_price"] = _money(1 + _scattered(number, 90_000_000), "USD")
    return line


def _commitment(number: int, sources: int) -> dict[str, Any]:
    kind = ("military", "military", "military", "financial", "humanitarian")[number % 5]
    currency = ("EUR", "USD", "GBP")[number % 3]
    cents = 1 + _scattered(number, 50_000_000_000)
    low, high = _money(cents, currency), _money(cents + 5_000_000, currency)
    commitment = {
        "kind": kind,
        "id": f"c{number:06}",
        "donors": [COUNTRIES[number % len(COUNTRIES)]],
        "value": _estimated(number, low, high),
        "stage": ("pledged", "committed", "allocated", "delivered")[number % 4],
        "announced": _period(number),
        "due": _period(number + 1),
        "citations": [{"source": f"s{number % sources:05}", "at": f"¶{number % 20}"}],
    }
    if kind == "financial":
        commitment |= {"instrument": ("grant", "loan")[number % 2], "towards": "joint"}
    else:
        commitment["lines"] = [_line(number), _line(number + 3)]
    if number % 10 == 7:
        commitment["part_of"] = f"c{number - 1:06}"
    if number % 25 == 9:
        commitment["links"] = [{"relation": "replaces", "to": f"c{number - 1:06}"}]
    if number % 4 == 1:
        commitment["note"] = f"As row {number} of the release has it."
    return commitment


def _claim(number: int, sources: int) -> dict[str, Any]:
    about = 5 * (number // 5)  # a military one, which has lines
    claim = {
        "id": f"k{number:06}",
        "about": f"c{about:06}",
        "line": number % 2,
        "stage": "delivered",
        "quantity": _estimated(number, _scattered(number, 20_000), _scattered(number, 20_000) + 50),
        "speaker": {
            "name": f"Speaker of government {number % _SPEAKERS}",
            "office": OFFICES[number % _SPEAKERS % len(OFFICES)],
            "of": COUNTRIES[number % _SPEAKERS % len(COUNTRIES)],
        },
        "said": _period(number + 2),
        "citations": [{"source": f"s{number % sources:05}"}],
    }
    if number % 7 == 3:
        del claim["quantity"]
        claim["share"] = f"0.{1 + number % 89}".rstrip("0")
    if number % 9 == 5:
        claim |= {"during": [_period(number)], "disputes": [f"k{number - 1:06}"], "wording": "arrived"}
    return claim


def plain(commitments: int) -> dict[str, Any]:
    """The document as plain objects: so many commitments, and as many claims."""
    sources = 300
    return {
        "version": 1,
        "sources": [
            {
                "id": f"s{number:05}",
                "title": f"Fact sheet {number}: support to Ukraine",
                "publisher": f"Ministry {number % 40}",
                "url": f"https://www.ministry-{number % 40}.example/news/2024/{number:05}?lang=en#support",
                "published": _day(number),
            }
            for number in range(sources)
        ],
        "initiatives": [{"id": "joint", "lead": "CZ", "announced": "2024-02-16/2024-02-18", "goal": [_line(1)]}],
        "commitments": [_commitment(number, sources) for number in range(commitments)],
        "claims": [_claim(number, sources) for number in range(commitments)],
    }


def text(commitments: int) -> str:
    """The document as JSON."""
    return json.dumps(plain(commitments), ensure_ascii=False)


Change = Callable[[dict[str, Any]], object]


def _at(*path: str | int, to: Any) -> Change:
    """Put something else at a place of the document."""

    def change(document: dict[str, Any]) -> None:
        place: Any = document
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


_MONEY: Final = {"amount": "1", "currency": "EUR"}
_FIRST: Final = ("commitments", 0)
_LINE: Final = (*_FIRST, "lines", 0)

FAULTS: Final[dict[str, Change]] = {
    "unknown key of the document": _at("plans", to=[]),
    "unknown key of a record": _at(*_FIRST, "colour", to="red"),
    "unknown key of a value": _at(*_FIRST, "value", to={**_MONEY, "minor": 1}),
    "unknown version": _at("version", to=2),
    "version true": _at("version", to=True),
    "missing stage": lambda document: document["commitments"][0].pop("stage"),
    "missing kind": lambda document: document["commitments"][0].pop("kind"),
    "unknown kind of commitment": _at(*_FIRST, "kind", to="naval"),
    "unknown kind of support": _at(*_LINE, "of", to=[{"kind": "arrow"}]),
    "field of another kind": _at(*_LINE, "of", to=[{"kind": "supplies", "calibre": "155 mm"}]),
    "unknown stage": _at(*_FIRST, "stage", to="hoped"),
    "object for a list": _at("claims", to={}),
    "string for a list": _at(*_FIRST, "donors", to="DE"),
    "id with a blank before it": _at("claims", 0, "id", to=" k000000"),
    "id with a blank after it": _at("claims", 0, "id", to="k000000 "),
    "id with a control character": _at("claims", 0, "id", to="k0\u0007"),
    "id that does not print": _at("claims", 0, "id", to="k0\u200b"),
    "id of 201 characters": _at("claims", 0, "id", to="k" * 201),
    "id that is a number": _at("claims", 0, "id", to=7),
    "id empty": _at("claims", 0, "id", to=""),
    "id of two claims": _at("claims", 1, "id", to="k000000"),
    "id of a claim and a source": _at("claims", 0, "id", to="s00000"),
    "source that is not there": _at(*_FIRST, "citations", to=[{"source": "s9"}]),
    "claim about a source": _at("claims", 0, "about", to="s00000"),
    "line that is not there": _at("claims", 0, "line", to=2),
    "line below zero": _at("claims", 0, "line", to=-1),
    "part of itself": _at(*_FIRST, "part_of", to="c000000"),
    "part of its part": _at("commitments", 6, "part_of", to="c000007"),
    "links in a circle": _at("commitments", 8, "links", to=[{"relation": "replaces", "to": "c000009"}]),
    "claim that disputes itself": _at("claims", 0, "disputes", to=["k000000"]),
    "dispute named twice": _at("claims", 0, "disputes", to=["k000001", "k000001"]),
    "donor named twice": _at(*_FIRST, "donors", to=["DE", "DE"]),
    "no country": _at(*_FIRST, "donors", to=["QQ"]),
    "no currency": _at(*_FIRST, "value", to={"amount": "1", "currency": "XAU"}),
    "amount as a number": _at(*_FIRST, "value", to={"amount": 1, "currency": "EUR"}),
    "amount with an exponent": _at(*_FIRST, "value", to={"amount": "1e5", "currency": "EUR"}),
    "amount in foreign digits": _at(*_FIRST, "value", to={"amount": "٥", "currency": "EUR"}),
    "amount NaN": _at(*_FIRST, "value", to={"amount": "NaN", "currency": "EUR"}),
    "amount of 31 digits": _at(*_FIRST, "value", to={"amount": "9" * 31, "currency": "EUR"}),
    "amount to 19 digits": _at(*_FIRST, "value", to={"amount": f"0.{'1' * 19}", "currency": "EUR"}),
    "amount below zero": _at(*_FIRST, "value", to={"amount": "-1", "currency": "EUR"}),
    "bounds out of order": _at(*_LINE, "quantity", to={"between": [2, 1]}),
    "bounds in two currencies": _at(*_FIRST, "value", to={"between": [_MONEY, {"amount": "2", "currency": "USD"}]}),
    "amounts out of order": _at(*_FIRST, "value", to={"between": [{"amount": "2", "currency": "EUR"}, _MONEY]}),
    "three bounds": _at(*_LINE, "quantity", to={"between": [1, 2, 3]}),
    "two forms of estimate": _at(*_LINE, "quantity", to={"at_least": 1, "at_most": 2}),
    "about about": _at(*_LINE, "quantity", to={"about": {"about": 1}}),
    "quantity zero": _at(*_LINE, "quantity", to=0),
    "quantity as a float": _at(*_LINE, "quantity", to=1.0),
    "quantity true": _at(*_LINE, "quantity", to=True),
    "quantity of 31 digits": _at(*_LINE, "quantity", to=10**30),
    "quantity of words": _at(*_LINE, "quantity", to="ten"),
    "claimed quantity below zero": _at("claims", 0, "quantity", to=-1),
    "share as a number": _at("claims", 0, "share", to=1),
    "flag as a number": _at("claims", 0, "forecast", to=1),
    "calibre of weight": _at(*_LINE, "of", to=[{"kind": "rocket", "calibre": "155 kg"}]),
    "calibre of zero": _at(*_LINE, "of", to=[{"kind": "rocket", "calibre": "0 mm"}]),
    "nothing counted": _at(*_LINE, "of", to=[]),
    "period of words": _at(*_FIRST, "announced", to="spring"),
    "period of no day": _at(*_FIRST, "announced", to="2023-02-29"),
    "period of month 13": _at(*_FIRST, "announced", to="2023-13"),
    "period that ends before it begins": _at(*_FIRST, "announced", to="2024/2023"),
    "period open at both ends": _at(*_FIRST, "announced", to="../.."),
    "period as a number": _at(*_FIRST, "announced", to=2024),
    "text blank": _at(*_FIRST, "note", to=" "),
    "text with a control character": _at(*_FIRST, "note", to="a\u0000"),
    "text in no language": _at(*_FIRST, "note", to={"English": "a"}),
    "place blank": _at(*_FIRST, "citations", to=[{"source": "s00000", "at": ""}]),
    "extra that is no text": _at(*_FIRST, "extras", to={"row": 1}),
}
"""Documents that break one rule each, by what is wrong with them."""

_DUPLICATES: Final = {
    "key twice in the document": ('{"version": 1', '{"version": 1, "version": 1'),
    "key twice in a record": ('"id": "c000000"', '"id": "c000000", "id": "c000000"'),
    "key twice in a value": ('"currency": "EUR"', '"currency": "EUR", "currency": "EUR"'),
}


def faulty(commitments: int = 10) -> dict[str, str]:
    """A small document for every fault that a reader should refuse, by what is wrong with it."""
    right = text(commitments)
    found = {name: right.replace(one, other, 1) for name, (one, other) in _DUPLICATES.items()}
    for name, change in FAULTS.items():
        document = json.loads(right)
        change(document)
        found[name] = json.dumps(document, ensure_ascii=False)
    return found
