"""What others pass in, so large and so odd: documents, rows, foreign tables, rates, names. Each with what reads it."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from ukraine_support import Estimate, Extras, Ledger, Money, Organisation, Period, Source, Text, UkraineSupportError
from ukraine_support.analysis import RateTable
from ukraine_support.interchange import kiel, sipri, transactions
from ukraine_support.reference import find_party
from ukraine_support.serialisation import dumps, from_rows, from_tables, loads, to_rows, to_tables

from .shapes import contributions, made


class Input(NamedTuple):
    """What is passed in, by its size, and what reads it; a refusal of it is an answer."""

    name: str
    make: Callable[[int], Any]
    put: Callable[[Any], Any]


DAY: Final = date(2000, 1, 1)
KIEL: Final[dict[str, Any]] = {
    "activity_id": "NLM1",
    "sub_activity_id": "NLM1_1",
    "donor": "Netherlands",
    "announcement_date": "2022-06-09",
    "aid_type_general": "Military",
    "aid_type_specific": "Weapons",
    "measure": "Allocation",
    "reporting_currency": "EUR",
    "source_reported_value": "1000",
    "item": "155mm artillery round",
    "item_type": "Ammunition for heavy weapon",
    "item_sub_type": "155mm howitzer ammunition",
    "item_numb": "50",
    "tot_activity_value": "1000",
    "tot_sub_activity_value": "800",
    "international_initiative": "",
}
SIPRI: Final = {
    "Recipient": "Ukraine",
    "Supplier": "Norway",
    "Year of order": "2022",
    "Number ordered": "7",
    "Weapon designation": "M-1",
    "Weapon description": "tank",
    "Number delivered": "5",
    "Year(s) of delivery": "2023",
}
IATI: Final = {
    "iati_identifier": "NO-1",
    "transaction_transaction_type_code": "3",
    "transaction_transaction_date_iso_date": "2024-01-15T00:00:00Z",
    "transaction_value": "1000.0",
    "transaction_value_currency": "EUR",
    "reporting_org_ref": "NO-BRC-971277882",
    "reporting_org_narrative": "Norad",
    "recipient_country_code": "UA",
    "recipient_country_percentage": "100",
}


def table(row: dict[str, Any], **columns: Callable[[int], Any]) -> Callable[[int], list[dict[str, Any]]]:
    """So many rows alike but for the columns that are named, with blanks in place of underscores."""
    return lambda count: [row | {name: cell(at) for name, cell in columns.items()} for at in range(count)]


def orders(supplier: Callable[[int], str], designation: Callable[[int], str]) -> Callable[[int], list[dict[str, Any]]]:
    """Rows of SIPRI's."""
    return lambda count: [
        SIPRI | {"Supplier": supplier(at), "Weapon designation": designation(at)} for at in range(count)
    ]


def document(**collections: Callable[[int], Any]) -> Callable[[int], str]:
    """A document of so many records, of as many in each collection."""
    return lambda count: json.dumps(
        {"version": 1} | {name: [record(at) for at in range(count)] for name, record in collections.items()}
    )


def one(record: Callable[[int], Any], collection: str = "sources") -> Callable[[int], str]:
    """A document of one record, of that size."""
    return lambda count: json.dumps({"version": 1, collection: [record(count)]})


def promise(at: int, **changes: Any) -> dict[str, Any]:
    """A right promise of a document."""
    return {"kind": "financial", "id": f"c{at}", "stage": "pledged"} | changes


def keys(count: int) -> dict[str, str]:
    """As many keys as asked for."""
    return {f"key {at}": "a" for at in range(count)}


def rates(count: int) -> dict[date, dict[str, str]]:
    """A rate on as many days."""
    return {DAY + timedelta(days=at): {"USD": "1.1", "CZK": "25", "PLN": "4.5"} for at in range(count)}


def convert(table: RateTable) -> None:
    """A thousand conversions, and a mean over two years."""
    for at in range(1_000):
        table.convert(Money(at, "USD"), "CZK", on=DAY + timedelta(days=at % 900))
    table.averaged("2000/2001")


def names(count: int) -> list[str]:
    """As many names of nobody, most of them near to somebody's."""
    return [f"Netherlan{chr(0x61 + at % 26)}{at}" for at in range(count)]


def find(several: list[str]) -> None:
    """Each name looked for."""
    for name in several:
        try:
            find_party(name)
        except UkraineSupportError:
            continue


def ledger(count: int) -> Ledger:
    """A ledger of promises, claims, sources and lines."""
    return made(contributions, count)


INPUTS: Final = (
    Input("Kiel: labels of initiatives", table(KIEL, international_initiative=lambda at: f"Fund {at}"), kiel.read),
    Input(
        "Kiel: one initiative in many spellings",
        table(KIEL, international_initiative=lambda at: f"Fund {'- ' * (at % 97)}X"),
        kiel.read,
    ),
    Input("Kiel: rows of one package", table(KIEL), kiel.read),
    Input(
        "Kiel: packages", table(KIEL, activity_id=lambda at: f"N{at}", sub_activity_id=lambda at: f"N{at}_1"), kiel.read
    ),
    Input("Kiel: wrong donors", table(KIEL, donor=lambda at: f"Nowhere {at}"), kiel.read),
    Input("Kiel: near names of donors", table(KIEL, donor=lambda at: f"Netherlandz{at}"), kiel.read),
    Input("Kiel: items", table(KIEL, item=lambda at: f"{at} rounds of {at % 977}mm and {at} tanks T-{at}"), kiel.read),
    Input("SIPRI: orders of one thing", orders(lambda at: "Norway", lambda at: "M-1"), sipri.read),
    Input("SIPRI: wrong suppliers", orders(lambda at: f"Nowhere {at}", lambda at: f"M-{at}"), sipri.read),
    Input("transactions of one activity", table(IATI), transactions.read),
    Input("transactions of as many activities", table(IATI, iati_identifier=lambda at: f"NO-{at}"), transactions.read),
    Input(
        "transactions of wrong countries", table(IATI, recipient_country_code=lambda at: f"X{at}"), transactions.read
    ),
    Input("document: unknown keys of one record", one(lambda count: {"id": "a"} | keys(count)), loads),
    Input("document: one unknown key each", document(sources=lambda at: {"id": f"s{at}", f"titel{at}": "a"}), loads),
    Input("document: extras of one record", one(lambda count: {"id": "a", "extras": keys(count)}), loads),
    Input(
        "document: wrong extras of one record",
        one(lambda count: {"id": "a", "extras": dict.fromkeys(keys(count), 1)}),
        loads,
    ),
    Input("document: faults in one list", document(sources=lambda at: {"id": at}), loads),
    Input(
        "document: faults in a list within",
        one(
            lambda count: promise(0, donors=[{"kind": "country", "alpha2": f"Q{at}"} for at in range(count)]),
            "commitments",
        ),
        loads,
    ),
    Input(
        "document: donors of one promise",
        one(
            lambda count: promise(
                0, donors=[{"kind": "organisation", "id": f"o{at}", "name": "a"} for at in range(count)]
            ),
            "commitments",
        ),
        loads,
    ),
    Input(
        "document: lines of one promise",
        one(
            lambda count: {
                "kind": "military",
                "id": "c",
                "stage": "pledged",
                "lines": [{"of": [{"kind": "munition"}], "id": f"l{at}", "quantity": at + 1} for at in range(count)],
            },
            "commitments",
        ),
        loads,
    ),
    Input("document: twice the same id", document(sources=lambda at: {"id": "s"}), loads),
    Input("document: references to nothing", document(commitments=lambda at: promise(at, part_of=f"d{at}")), loads),
    Input("document: near references", document(commitments=lambda at: promise(at, towards=f"c{at + 1}")), loads),
    Input(
        "document: one circle",
        lambda count: json.dumps(
            {"version": 1, "commitments": [promise(at, part_of=f"c{(at + 1) % count}") for at in range(count)]}
        ),
        loads,
    ),
    Input("document: circles of two", document(commitments=lambda at: promise(at, part_of=f"c{at ^ 1}")), loads),
    Input("document: wrong kinds", document(commitments=lambda at: promise(at, kind=f"financia{at}")), loads),
    Input("document: wrong stages", document(commitments=lambda at: promise(at, stage=f"pledge{at}")), loads),
    Input(
        "document: organisations that differ",
        document(commitments=lambda at: promise(at, donors=[{"kind": "organisation", "id": "o", "name": f"N{at}"}])),
        loads,
    ),
    Input(
        "document: languages of one text",
        one(
            lambda count: {
                "id": "a",
                "title": {f"a{chr(97 + at // 676 % 26)}{chr(97 + at // 26 % 26)}-{at:08}": "a" for at in range(count)},
            }
        ),
        loads,
    ),
    Input(
        "document: periods of one claim",
        lambda count: json.dumps(
            {
                "version": 1,
                "commitments": [promise(0)],
                "claims": [
                    {
                        "kind": "claim",
                        "id": "k",
                        "about": "c0",
                        "stage": "delivered",
                        "during": [(DAY + timedelta(days=2 * at)).isoformat() for at in range(count)],
                    }
                ],
            }
        ),
        loads,
    ),
    Input(
        "document: citations of one record",
        lambda count: json.dumps(
            {
                "version": 1,
                "sources": [{"id": "s"}],
                "commitments": [promise(0, citations=[{"source": "s", "at": f"{at}"} for at in range(count)])],
            }
        ),
        loads,
    ),
    Input(
        "document: sources through sources",
        document(sources=lambda at: {"id": f"s{at}"} | ({"through": f"s{at - 1}"} if at else {})),
        loads,
    ),
    Input("document: deep lists", lambda count: '{"version": 1, "sources": ' + "[" * count, loads),
    Input(
        "document: long number", lambda count: '{"version": 1, "sources": [{"id": ' + "9" * 10 * count + "}]}", loads
    ),
    Input("document: long id", one(lambda count: {"id": "a" * 100 * count}), loads),
    Input(
        "document: long period", lambda count: json.dumps("2024-" + "0" * 100 * count), lambda text: loads(text, Period)
    ),
    Input("document: escapes", lambda count: '"' + "\\u0041" * 100 * count + '"', lambda text: loads(text, Text)),
    Input(
        "document: estimate in a list",
        lambda count: json.dumps(list(range(count))),
        lambda text: loads(text, Estimate[int]),
    ),
    Input("text in a language of dashes", lambda count: "-" * 10 * count, lambda tag: Text("a").in_language(tag)),
    Input("rows: unknown columns", lambda count: [{"record": "source", "id": "a"} | keys(count)], from_rows),
    Input(
        "rows: wrong records", lambda count: [{"record": f"row{at}", "id": f"a{at}"} for at in range(count)], from_rows
    ),
    Input(
        "rows: columns of as many rows",
        lambda count: [{"record": "source", "id": f"a{at}", f"key {at}": "a"} for at in range(count)],
        from_rows,
    ),
    Input(
        "to_rows: columns of as many records",
        lambda count: Ledger(sources=[Source(id=f"s{at}", extras={f"key {at}": "a"}) for at in range(count)]),
        to_rows,
    ),
    Input("to_tables and from_tables", ledger, lambda found: from_tables(to_tables(found))),
    Input("dumps of a ledger, indented", ledger, lambda found: dumps(found, indent=2)),
    Input("Extras", keys, Extras),
    Input("Text in many words", lambda count: "word " * 10 * count, Text),
    Input("RateTable of days", rates, lambda found: RateTable("EUR", found)),
    Input(
        "RateTable of months",
        lambda count: {f"{1 + at // 12:04}-{1 + at % 12:02}": {"USD": "1.1"} for at in range(count)},
        lambda found: RateTable("EUR", found),
    ),
    Input(
        "RateTable of overlapping spans",
        lambda count: {
            f"{DAY + timedelta(days=at)}/{DAY + timedelta(days=2 * count)}": {"USD": "1.1"} for at in range(count)
        },
        lambda found: RateTable("EUR", found),
    ),
    Input("RateTable: conversions and a mean", lambda count: RateTable("EUR", rates(count), within=7), convert),
    Input("find_party of near names", names, find),
    Input("find_party of one long name", lambda count: "Netherlands and " * 10 * count, lambda name: find([name])),
    Input(
        "find_party in many languages",
        lambda count: [f"aa-{at:08}" for at in range(count)],
        lambda tags: find_party("Netherlands", languages=tags),
    ),
    Input("organisations of one id", lambda count: [Organisation(id="o", name=f"N{at}") for at in range(count)], set),
)
