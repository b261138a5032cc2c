"""The Ukraine Support Tracker of the Kiel Institute: packages, allocations, items and deliveries, in every release.

The main sheet has had three sets of headings: those of release 7, where a package is a set of items; those of release
18, where commitments and allocations are apart; and those of release 21 on, which are new names of the same columns.
Each is recognised by its headings, in any order, with columns missing that are not needed. Release 7 gives the items no
heading; they are found by their place, under whatever name a tool made up.

**What becomes what.** A package (one `ID`) is a commitment at the stage `committed`, under that id. Up to release 17
its rows are its lines. Since release 18 an allocation is a commitment at the stage `allocated` that is `part_of` its
package, and has the lines. Kiel uses two allocation ids twice; the second of each has ` (2)` behind it. A package that
was announced in several tranches (several rows that carry money of their own; since release 18 rows of the type
"Commitment") has them as parts, too: `DEM1, commitment 2`; the package itself has their sum, and the day of the first
that carries money. Equal amounts are added up as well, as Kiel does, and noted. What all rows of a package say is said
of the package, too.

**What things are worth.** The amount of a package is the column "Total " (since release 21 `tot_activity_value`) of
the rows that carry one, and of an allocation "Allocated Total". Where "Total " is the amount that the source gave, the
`basis` is `stated` (or `book`, `replacement`, where the table says so); else it is `estimated`: the sum of the items at
Kiel's prices, in USD, or a number that Kiel set by hand (release 7: USM1, USM5 and USM6 at USD 9.025, 6 and 4 billion).
Release 7 leaves "Total " empty where it should stand; the amount as given by the source counts there, and failing that
the items at their prices.

**What adds up to what.** Kiel publishes two sums, of commitments and of allocations. Both are plain totals: at the
stage `committed` each package counts, and its parts do not count again; at the stage `allocated` each allocation
counts, and no package, as none has come so far. `amounts` says what is counted: `native` amounts, as the sources gave
them; `eur`, as Kiel converted them; `redistributed`, where Kiel has shared what is known of a year's aid among its
allocations (an allocation left empty there is zero: its money stands elsewhere); and in the newest releases `constant`
and `constant-redistributed`, in EUR at constant currency. Kiel's commitments are not redistributed; they are in EUR
then. Where Kiel gives no value for a commitment nor for its item, none is worked out from a number of units and a
price: the price is in the line's `extras`. So are, in a reading in EUR, all prices and values of items: they are in
USD. [`accounts`][ukraine_support.interchange.Reading.accounts] says of every column of amounts what became of it.

**What a line is of.** A designation that [`find_designation`][ukraine_support.reference.find_designation] knows
decides, with its calibre, its maker's country and its standard; then the sub-type of the item; then the words of its
name. Where a designation and the sub-type disagree, the sub-type stands, and a note says so. "Military equipment" and
what no word tells of stay `Equipment`. Air defence counts in `systems` where the item says system or battery.

**What else is read.** The column on industry gives the `sourcing`, where all rows of a commitment agree. Deliveries
become claims of Kiel's about their line; `undisclosed` is no claim, and "partially" or "dozens" say that delivery has
begun. "Total monetary value delivered in EUR" is a claim about the allocation (or the package, where there is none), if
that is in EUR; else it stays in the `extras`. Words around dates become periods; where there is no date, Kiel's `month`
counts, and where it says another month than the date, it is in the `extras`. In the column of initiatives,
organisations and their programmes (`UNICEF`, `WB PEACE`) are the `channels`; what several states fund jointly is an
initiative, one for all spellings of its label. Negative amounts are commitments with `correction=True`. Where a later
row of a commitment differs from the first, its line keeps what it says in `extras`, as it keeps every column that has
no field.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

from ..._errors import WrongTypeError, shown
from ..._model.base.advice import an_instance_or_none
from ..._model.provenance import Record, Source
from .._sheet.cells import disclosed_text
from .._sheet.reading import Reading
from .._sheet.sheet import Sheet
from . import _release_7, _release_18
from ._amounts import AmountColumns
from ._columns import COLUMNS, check_amounts
from ._directory import Directory
from ._drafting import Drafting
from ._entries import rows_of_packages

__all__ = ["read"]

_WHERE: Final = "kiel.read"


def read(
    rows: Iterable[Any],
    *,
    amounts: Literal["native", "eur", "redistributed", "constant", "constant-redistributed"] = "native",
    initiatives: Mapping[str, str] | None = None,
    source: Source | None = None,
) -> Reading:
    """Read rows of the tracker's main sheet.

    Args:
        rows: Mappings by heading, or lists with the headings first, as openpyxl, pandas, polars or csv give them.
        amounts: Which amounts count: `"native"`, in their own currencies; `"eur"`, as Kiel converted them;
            `"redistributed"`, in EUR, shared among a year's allocations; `"constant"` and `"constant-redistributed"`,
            the same at constant currency, where the table has that.
        initiatives: Labels of initiatives by the id of an allocation (or of a package, in release 7), where the table
            lacks them or has others. Ids that no row has are passed over, so that one mapping serves many releases.
        source: The release, published on its day (release 7 on 2022-10-11, release 18 on 2024-08-06). Every record then
            cites it at its row, and what is claimed is known from that day; without it, claims carry no date.

    Raises:
        InvalidValueError: A column that is needed is missing, or two columns are one.
        WrongTypeError: The rows are neither mappings nor lists.

    Examples:
        >>> heading = ["ID", "Countries", "Announcement Date", "Type of Aid General", "Original Currency", "Total "]
        >>> heading += ["Items", "No. of Units"]
        >>> row = ["NLM1", "Netherlands", "until 6/9/2022", "Military", "EUR", "1,000,000", "155mm artillery round", 50]
        >>> package = read([heading, row]).ledger.commitments["NLM1"]
        >>> print(package.donors, package.announced, package.value, package.lines[0].of[0].calibre)
        (Country('NL'),) ../2022-06-09 exactly(Money('1000000', 'EUR')) 155 mm
    """
    an_instance_or_none(source, Source, f"{_WHERE}: source")
    sheet = Sheet(rows, COLUMNS, where=_WHERE, decimal=".", dates="month-first")
    allocating = check_amounts(sheet, amounts, _WHERE)
    if "item" not in sheet.at:
        sheet.note("the table has no column of items, so no line says what was given")
    columns = AmountColumns(sheet, amounts, allocating=allocating)
    directory = Directory(source)
    drafting = Drafting(sheet, columns, _labels(initiatives), directory)
    package_of = _release_18.package_of if allocating else _release_7.package_of
    records: list[Record] = []
    for id, rows_of_one in rows_of_packages(sheet, columns).items():
        own = directory.ids.unique(id)
        records.extend(package_of(id, rows_of_one, drafting).records(own, drafting))
    return sheet.reading([*directory.records, *records])


def _labels(initiatives: Mapping[str, str] | None) -> Mapping[str, str]:
    given = {} if initiatives is None else initiatives
    if not isinstance(given, Mapping) or not all(isinstance(text, str) for pair in given.items() for text in pair):
        raise WrongTypeError(f"{_WHERE}: initiatives", f"{shown(given)} maps no ids to labels", "pass text to text")
    return {id: label for id, label in given.items() if disclosed_text(label)}
