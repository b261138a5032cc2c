"""SIPRI's register of arms transfers: orders and their deliveries, with what is uncertain of each number.

A row becomes a [`MilitaryCommitment`][ukraine_support.MilitaryCommitment] at the stage `contracted` with one line, and
a [`Claim`][ukraine_support.Claim] of SIPRI's on what has been delivered.

* The supplier is among the `suppliers`. Who pays is another matter: the `donors` are those whom the comments name as
  paying, and the supplier too where they call the transfer aid. Where they say nothing, nobody is.
* A `?` beside a number makes that number approximate; one beside the year of order makes the year uncertain. An empty
  number ordered is unknown; a number delivered of 0 is zero. A table without these marks is read, and a note says that
  nothing in it is known to be doubtful.
* The years of delivery are the claim's `during`. The status is the line's `condition`. The comments are the `note`.
* What the line is of follows from the designation, where
  [`find_designation`][ukraine_support.reference.find_designation] knows it, and from the description. A designation
  that is spelt otherwise than it is known stays in the line's `extras`; one that is known as something else than the
  description says is noted, and the description stands.
* TIV, the register's index of volume, stands in `extras`. It is no money.
* "Congo" is the one that the register calls so, as it writes "DR Congo" beside. A name that no party is known by
  here is kept as the description of an [`UnnamedParty`][ukraine_support.UnnamedParty], and reported.
* The id of an order is its supplier, recipient, year and designation. Several orders of one name are numbered by what
  else they say, so that no id depends on the order of the rows.
* A row that a line break in its comment has cut is put together again.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from ..._errors import InvalidValueError, shown
from ..._model.base.advice import an_instance_or_none
from ..._model.base.remembered import remembered
from ..._model.claims import Claim
from ..._model.commitments import MilitaryCommitment
from ..._model.lines import Condition, Line
from ..._model.parties import Organisation, Party, Speaker, UnnamedParty
from ..._model.provenance import Citation, Record, Source
from ..._model.support import Equipment, Munition, Support
from ..._model.values.estimate import UNKNOWN, Estimate, about
from ..._model.values.period import Period
from ..._model.values.stages import Stage
from .._sheet.cells import CACHED
from .._sheet.headings import Column
from .._sheet.ids import Ids
from .._sheet.items import item_of
from .._sheet.periods import ODD, is_odd
from .._sheet.reading import Reading
from .._sheet.sheet import Row, Sheet
from ._funders import NAMES, funders

__all__ = ["read"]

_COLUMNS: Final = (
    Column("recipient", ["Recipient"], required=True),
    Column("supplier", ["Supplier"], required=True),
    Column("year", ["Year of order"], required=True),
    Column("year_doubt", ["|0", "Year of order|"]),
    Column("ordered", ["Number ordered"], required=True),
    Column("ordered_doubt", ["|1", "Number ordered|"]),
    Column("designation", ["Weapon designation"], required=True),
    Column("description", ["Weapon description"], required=True),
    Column("delivered", ["Number delivered"], required=True),
    Column("delivered_doubt", ["|2", "Number delivered|"]),
    Column("years", ["Year(s) of delivery", "Years of delivery"]),
    Column("status", ["status"]),
    Column("comments", ["Comments"], breaks=True),
)
_DOUBTS: Final = ("year_doubt", "ordered_doubt", "delivered_doubt")
_PREAMBLE: Final = 30
_YEAR: Final = re.compile(r"[1-9]\d{3}\??", re.ASCII)
_CONDITIONS: Final = {
    "new": Condition.NEW,
    "second hand": Condition.SECOND_HAND,
    "second hand but modernized": Condition.MODERNISED,
}
_WHERE: Final = "sipri.read"
_INSTITUTE: Final = "Stockholm International Peace Research Institute"
_SPEAKER: Final = Speaker(_INSTITUTE, of=Organisation(id="SIPRI", name=_INSTITUTE))


def read(rows: Iterable[Any], *, source: Source | None = None) -> Reading:
    """Read rows of the trade register.

    Args:
        rows: Lists with the headings first, with or without the lines that stand above them in the file; or mappings,
            as pandas makes them. Three columns have blank headings, to which pandas, polars and R give names of their
            own; `csv.DictReader` would make one column of them: use `csv.reader`.
        source: The edition of the register. Every record then cites it at its row, and what is claimed is known from
            the day of its publication; without it, claims carry no date.

    Raises:
        InvalidValueError: A column is missing, or stands twice, or only some of those that mark doubt are there.
        WrongTypeError: The rows are neither lists nor mappings.

    Examples:
        >>> heading = ["Recipient", "Supplier", "Year of order", " ", "Number ordered", " ", "Weapon designation"]
        >>> heading += ["Weapon description", "Number delivered", " ", "Year(s) of delivery", "status", "Comments"]
        >>> row = ["Ukraine", "Czechia", "2023", "", "9", "", "DITA 155mm", "self-propelled gun", "9", "?"]
        >>> row += ["2024; 2025", "New", "Financed by Netherlands as aid"]
        >>> ledger = read([heading, row]).ledger
        >>> order = ledger.commitments["Czechia to Ukraine, 2023: DITA 155mm"]
        >>> order.suppliers, order.donors, order.lines[0].quantity
        ((Country('CZ'),), (Country('NL'),), exactly(9))
        >>> [(claim.quantity, claim.during) for claim in ledger.claims_about(order.id)]
        [(about(9), (Period('2024'), Period('2025')))]
    """
    an_instance_or_none(source, Source, f"{_WHERE}: source")
    sheet = Sheet(rows, _COLUMNS, where=_WHERE, preamble=_PREAMBLE)
    _look_for_doubts(sheet)
    orders = list(sheet.records(_order))  # each row is read when it comes: whoever counts rows sees how far this is
    ids = _ids_of(orders, Ids(() if source is None else (source.id,)))
    by_row = {order.row.number: order for order in orders}

    def made(row: Row) -> Iterator[Record]:
        citations = () if source is None else (Citation(source.id, f"row {row.number}"),)
        return _records(by_row[row.number], *ids[row.number], citations)

    records = sheet.records(made, (order.row for order in orders))
    return sheet.reading([*(() if source is None else (source,)), *records])


@attrs.frozen
class _Order:
    """What a row says, but for the ids of what it becomes, which the other rows decide too."""

    row: Row
    name: str
    promise: dict[str, Any]
    delivered: Estimate[Any]
    during: tuple[Period, ...]


def _ids_of(orders: Iterable[_Order], ids: Ids) -> dict[int, tuple[str, str]]:
    """By row, the ids of its order and of the claim: the same in whatever order the rows come.

    Orders of one name are numbered in the order of what else their rows say.
    """
    named: dict[str, list[Row]] = {}
    for order in orders:
        named.setdefault(order.name, []).append(order.row)
    found = {}
    for name in sorted(named):
        for row in sorted(named[name], key=_content) if len(named[name]) > 1 else named[name]:
            id = ids.unique(name)
            found[row.number] = id, ids.unique(f"{id}, delivered")
    return found


def _content(row: Row) -> tuple[list[str], list[tuple[str, str]]]:
    return [row.text(column.name) or "" for column in _COLUMNS], sorted(row.extras().items())


def _look_for_doubts(sheet: Sheet) -> None:
    """Note that a table has no columns of doubt; refuse one that has some of them, which may be those of others.

    Raises:
        InvalidValueError: Some are there, some are not.
    """
    missing = [name for name in _DOUBTS if name not in sheet.at]
    if len(missing) == len(_DOUBTS):
        sheet.note(
            "the table lacks the columns that mark doubt by a question mark; no number or year is read as doubtful"
        )
    elif missing:
        after = (next(column.headings[1] for column in _COLUMNS if column.name == name) for name in missing)
        named = ", none ".join(f"blank after {heading.rstrip('|')!r}" for heading in after)
        raise InvalidValueError(
            _WHERE,
            f"no column is headed {named}",
            "pass all three columns of doubt, as csv.reader gives them (csv.DictReader runs them together), or none",
        )


def _order(row: Row) -> Iterator[_Order]:
    supplier, recipient = _party(row, "supplier"), _party(row, "recipient")
    comments = row.text("comments") or ""
    promise = {
        "donors": funders(comments, supplier),
        "recipient": recipient,
        "suppliers": (supplier,),
        "lines": (_line(row),),
        "announced": _year(row),
        "note": comments or None,
        "extras": row.extras(),
    }
    names = (row.text(column) or "?" for column in ("supplier", "recipient", "year", "designation"))
    yield _Order(row, "{} to {}, {}: {}".format(*names), promise, _number(row, "delivered", 0), _years(row))


def _records(order: _Order, id: str, claim_id: str, citations: tuple[Citation, ...]) -> Iterator[Record]:
    yield MilitaryCommitment(id=id, stage=Stage.CONTRACTED, citations=citations, **order.promise)
    if order.during or not order.delivered.is_unknown:
        yield Claim(
            id=claim_id,
            about=id,
            line=0,
            stage=Stage.DELIVERED,
            quantity=order.delivered,
            during=order.during,
            speaker=_SPEAKER,
            citations=citations,
        )


def _party(row: Row, column: str) -> Party:
    found = row.party(column, names=NAMES)
    return UnnamedParty(description=row.text(column) or f"unknown {column}") if found is None else found


def _line(row: Row) -> Line:
    """The line of an order. Where a designation is known, the line has it as it is known."""
    description, written = row.text("description") or "weapon", row.text("designation")
    kind, counted, note = _of(description, written)
    if note is not None:
        row.note("designation", note)
    extras = None
    if isinstance(kind, Munition | Equipment) and written is not None and kind.designation != written:
        extras = {row.sheet.heading("designation"): written}
    return Line(kind, _number(row, "ordered", 1), condition=_condition(row), extras=extras, **counted)


@remembered(CACHED)
def _of(description: str, written: str | None) -> tuple[Support, dict[str, Any], str | None]:
    """What is counted, in which unit if that is told, and what is odd about the designation."""
    (kind, *_), unit, note = item_of(description, "", description, written)
    if isinstance(kind, Munition | Equipment) and kind.designation is None:
        kind = attrs.evolve(kind, designation=written)
    return kind, {} if unit is None else {"unit": unit}, note


def _number(row: Row, column: str, least: int) -> Estimate[Any]:
    number = row.count(column)
    if any(end is not None and end < least for end in (number.low, number.high)):
        row.problem(column, f"no such number is below {least}; it is taken as unknown")
        return UNKNOWN
    return about(number) if _is_doubtful(row, f"{column}_doubt") else number


def _is_doubtful(row: Row, column: str) -> bool:
    mark = row.text(column)
    if mark is not None and mark.strip("?"):
        row.problem(column, 'this marks no doubt, as "?" does; it is left out')
    return mark is not None and not mark.strip("?")


def _year(row: Row) -> Period | None:
    year, doubtful = row.period("year"), _is_doubtful(row, "year_doubt")
    if year is None or year.is_approximate or not doubtful:
        return year
    return Period("/".join(end if end == ".." else f"{end}?" for end in year.edtf.split("/")))


def _years(row: Row) -> tuple[Period, ...]:
    years = [year for text in (row.text("years") or "").split(";") if (year := text.strip())]
    wrong = next((year for year in years if not _YEAR.fullmatch(year)), None)
    found = [year for year in years if _YEAR.fullmatch(year)] if wrong else years
    if any(map(is_odd, found)):
        row.note("years", ODD)
    if wrong:  # said once of a cell, which may hold thousands
        row.problem("years", f"{shown(wrong)} is no year of delivery")
    return tuple(map(_period, found))


_period: Final = remembered(CACHED)(Period)


def _condition(row: Row) -> Condition | None:
    status = row.text("status")
    if status is None:
        return None
    condition = _CONDITIONS.get(status.casefold().replace("-", " "))
    if condition is None:
        row.problem("status", "the status is none of those that SIPRI's register gives")
    return condition
