"""What must hold of each reader of foreign tables, and of a reader of a user's own on the same base."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from ukraine_support import Estimate, FinancialCommitment, Ledger, Money
from ukraine_support.interchange import Column, Reading, Row, Sheet, kiel, sipri, transactions
from ukraine_support.interchange.kiel._columns import COLUMNS as KIEL_COLUMNS
from ukraine_support.interchange.sipri import _COLUMNS as SIPRI_COLUMNS
from ukraine_support.interchange.transactions import _COLUMNS as COLUMNS

from .tables import FTS_WITNESS, IATI_WITNESS, KIEL_WITNESS, SIPRI_WITNESS, reading

_OWN_WITNESS: Final = {"count": 7, "amount": 7, "day": "2024-03-27", "party": "NO", "text": "witness"}
_KINDS: Final = tuple(_OWN_WITNESS)
_SHARES: Final = {"required": 0.05, "repeats": 0.3, "breaks": 0.2}
"""How many columns are so; of those required, one that is missing ends the reading."""
_LANGUAGES: Final = (None, (), ("uk",), ("de", "fr", "pl", "cs", "nl"))


def of_kiel(rows: Any) -> bool:
    """Rows of Kiel's tracker: no cell ends the reading, or changes what other rows give."""
    return _gives_records(reading(kiel.read, rows, KIEL_COLUMNS, KIEL_WITNESS))


def of_sipri(rows: Any) -> bool:
    """Rows of SIPRI's register: the same."""
    return _gives_records(reading(sipri.read, rows, SIPRI_COLUMNS, SIPRI_WITNESS))


def of_transactions(rows: Any) -> bool:
    """Transactions of IATI, or flows of FTS: the same; and the ledger holds what counts, to the last digit."""
    headings = {folded for column in COLUMNS if column.name in IATI_WITNESS for folded in column.headings}
    is_iati = any(heading in headings for heading in _first(rows))
    found = reading(transactions.read, rows, COLUMNS, IATI_WITNESS if is_iati else FTS_WITNESS)
    if found is not None:
        _assert_held(found)
    return _gives_records(found)


def _first(rows: Any) -> Iterator[str]:
    """The texts among the headings."""
    first = rows[0] if isinstance(rows, list) and rows else ()
    return (
        (str.__str__(name) for name in first if issubclass(type(name), str))
        if type(first) in (list, dict)
        else iter(())
    )


def _gives_records(found: Reading | None) -> bool:
    return found is not None and len(found.ledger) > 0


def _assert_held(found: Reading) -> None:
    """What the accounts call counted is what the records of the ledger add up to, in each currency."""
    held = Counter(_in_its_currency(value) for value in _values(found.ledger))
    counted = Counter(
        (portion.currency.code, amount)
        for portion in found.amounts
        if portion.is_counted and portion.currency is not None
        for amount in portion.amounts
    )
    assert held == counted, "the ledger does not hold the amounts that count"


def _in_its_currency(value: Estimate[Money]) -> tuple[str, Estimate[Any]]:
    end = value.high if value.low is None else value.low
    assert end is not None
    return end.currency.code, value.map_ends(lambda money: money.amount)


def _values(ledger: Ledger) -> Iterator[Estimate[Money]]:
    records: tuple[Any, ...] = (*ledger.commitments.values(), *ledger.claims.values())
    yield from (record.value for record in records if not record.value.is_unknown)


def of_ones_own(rows: Any, data: bytes) -> bool:
    """A reader of a user's own: columns of every sort, and any of what a row offers is asked of it."""
    choices = random.Random(data)
    columns = _columns(list(_first(rows)), choices)
    options = {
        "decimal": choices.choice([".", ",", None]),
        "dates": choices.choice(["day-first", "month-first", None]),
        "languages": choices.choice(_LANGUAGES),
        "preamble": choices.choice([0, 0, 3]),
    }
    found = reading(partial(_read, columns=columns, options=options), rows, columns, _OWN_WITNESS)
    if found is not None:
        _assert_held(found)
    return _gives_records(found)


def _columns(headings: Sequence[str], choices: random.Random) -> list[Column]:
    """Columns for some of the headings, which may stand by a place, twice, or broken over lines."""
    found = []
    for kind in _KINDS:
        known = choices.choice([*headings, kind])
        place = choices.choice([*[known] * 9, "", f"{known}|", f"{known}|{kind}"])
        headed = [kind] if place == kind else [place, kind]
        more = {name: choices.random() < share for name, share in _SHARES.items()}
        scale = choices.choice([1, 1, 1000, 10**18]) if kind in ("count", "amount") else 1
        found.append(Column(kind, headed, scale=scale, **more))
    return found


def _read(rows: Any, columns: Sequence[Column], options: Mapping[str, Any]) -> Reading:
    sheet = Sheet(rows, columns, **options)
    asked: dict[int, Estimate[Money]] = {}

    def records(row: Row) -> Iterator[FinancialCommitment]:
        name = row.text("text")
        is_passed, is_lost = (name != "witness" and row.number % each == 3 for each in (11, 7))
        if is_passed:
            row.pass_over("every eleventh is")
        if is_lost:
            row.problem("text", "every seventh is", fatal=True)
        row.note("day", "seen")
        row.count("count")
        row.party("party")
        asked[row.number] = row.amount("amount", "EUR")
        if not is_passed and not is_lost:
            yield FinancialCommitment(
                id=name if name == "witness" else f"row {row.number}",
                stage="pledged",
                announced=row.period("day"),
                value=asked[row.number],
                extras=row.extras(),
            )

    found = sheet.reading(sheet.records(records))
    known = {row for row, amount in asked.items() if not amount.is_unknown}
    assert known == {row for portion in found.amounts for row in portion.rows}, "an amount is in no account"
    return found
