"""Lines that can count as rows of which an engine needs nothing but a sum by group, and the quantities they come to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple

import attrs

from ..._errors import UnitMismatchError
from ..._exact import to_number
from ..._model.base.advice import an_instance
from ..._model.fields import several
from ..._model.ledger import Ledger
from ..._model.lines import Unit
from ..._model.parties import Membership
from ..._model.support import Support
from ..._model.values.estimate import Estimate
from ..._model.values.period import a_day_or_none
from ..._model.values.stages import Stage
from ...reference import MEMBERSHIPS
from .._promises.promises import Promises
from .._sums.added_rows import AddedRow, added_rows, flag, same, whole
from .._sums.attribution import Keys, Splitter
from .._sums.keys import By, Key
from .._sums.summands import FLAGS, key_beside
from .cells import QuantityCell, Tally, together
from .counted import CountedLine, CountedLines
from .quantities import Quantities, goals, in_order, portions
from .sums import Sum
from .wanted import Extent, Wanted, kinds_asked

_WHERE: Final = "quantities_of"


class _Figure(NamedTuple):
    """The columns of a row that say how many it is."""

    in_unit: str | None
    low: Decimal
    high: Decimal
    open_low: bool
    open_high: bool
    approximate: bool
    lines: int = 0
    commitments: int = 0
    undisclosed: int = 0
    wider: int = 0
    once: bool = True
    commitments_once: int = 0
    bought: bool = False
    sought: bool = False


_ALWAYS: Final = dict.fromkeys(FLAGS[Stage.PROPOSED], True)
_TAKEN: Final = {
    *(*_Figure._fields, "kept_by", "as_of", "largest", "amounts", "at_stage"),
    *("lines_once", "undisclosed_once", "wider_once"),
}
"""The columns beside those of the key."""
_ZERO: Final = Decimal(0)


def quantity_summands(
    ledger: Ledger,
    *,
    of: Support | Iterable[Support],
    by: By = (),
    unit: Unit | str | None = None,
    as_of: date | str | None = None,
    spans: Literal["earliest", "latest"] | None = None,
    attribution: Keys | None = None,
    memberships: Iterable[Membership] = MEMBERSHIPS,
) -> Iterator[dict[str, Any]]:
    """What [`quantities`][ukraine_support.analysis.quantities] adds up, line by line: for engines that add up more.

    As [`summands`][ukraine_support.analysis.summands] are for totals, with these columns beside the key: `in_unit`,
    `low`, `high`, `open_low`, `open_high`, `approximate`, `largest`, `lines`, `commitments`, `undisclosed`, `wider`,
    `bought`, `sought` (a goal, in no cell), `once` (whether the line stands in no cell before), `commitments_once` (1
    in the first row of a commitment), `kept_by`, `as_of`, and `counts_proposed` to `counts_withdrawn`.

    Args:
        ledger: The records, or a piece of a ledger that is cut between its components.
        of: The kinds asked about.
        by: What the table is kept by.
        unit: The unit to count in.
        as_of: The day as of which the ledger is asked.
        spans: Where a span of days is put.
        attribution: Keys by which commitments are split over members or joint donors.
        memberships: Who was a member of what, for the attribution.

    Raises:
        InvalidValueError: An argument is none of its kind, such as a word in `by`.

    Examples:
        >>> from ukraine_support import Line, MilitaryCommitment, Munition
        >>> gift = MilitaryCommitment(id="nl", stage="pledged", lines=[Line(Munition(), 500), Line(Munition())])
        >>> for row in quantity_summands(Ledger(commitments=[gift]), of=Munition()):
        ...     print(row["low"], row["open_high"], row["lines"], row["commitments"], row["counts_pledged"])
        500 False 1 1 True
        0 True 1 0 True
    """
    an_instance(ledger, Ledger, "quantity_summands.ledger")
    members = several(memberships, Membership, "quantity_summands.memberships")
    wanted = Wanted(kinds_asked(of, "quantity_summands"), None if unit is None else Unit(unit))
    key = key_beside(by, spans, "quantity_summands", _TAKEN, lines=True)
    day = a_day_or_none(as_of, "quantity_summands")
    promises = Promises(ledger if day is None else ledger.as_of(day))
    splitter = None if attribution is None else Splitter(attribution, members)
    return _Rows(promises, wanted, key, splitter, day).all()


@attrs.frozen
class _Rows:
    """Rows being made."""

    promises: Promises
    wanted: Wanted
    key: Key
    splitter: Splitter | None
    as_of: date | None

    def all(self) -> Iterator[dict[str, Any]]:
        """All rows: of lines that count as they stand, of all others, and of goals."""
        rows: dict[tuple[Any, ...], dict[str, Any]] = {}
        for stage in Stage:
            plain, others = CountedLines(self.promises, self.wanted, stage).sorted()
            if stage in (Stage.PROPOSED, Stage.WITHDRAWN):
                seen: set[Any] = set()
                for one in plain.counted():
                    for quick, figure in self._figures(one, seen):
                        yield self._row(quick, figure) | FLAGS[one.commitment.stage]
            seen = set()
            for one in others:
                for quick, figure in self._figures(one, seen):
                    columns = one.commitment.id, one.at, quick, figure
                    if columns not in rows:
                        rows[columns] = self._row(quick, figure) | dict.fromkeys(_ALWAYS, False)
                    rows[columns][f"counts_{stage.value}"] = True
        yield from rows.values()
        for unit, number in goals(self.promises, self.wanted):
            yield self._row(None, _figure(number, unit)._replace(sought=True)) | _ALWAYS

    def _figures(self, one: CountedLine, seen: set[Any]) -> Iterator[tuple[Any, _Figure]]:
        """The quick key of each row of a line, and how many it is."""
        sharing = None if self.splitter is None else self.splitter.key_of(one.commitment)
        if sharing is None:
            quick = next(iter(self.key.of_all([one.commitment], [one.line])))
            parts = iter([(quick, one.quantity, False)])
        else:
            parts = portions(one, self.key, sharing)
        is_correction, id = one.commitment.correction, one.commitment.id
        for at, (quick, quantity, again) in enumerate(parts):
            if one.extent is Extent.WIDER:
                yield quick, _Figure(None, _ZERO, _ZERO, False, False, False, wider=int(not again), once=at == 0)
                continue
            yield (
                quick,
                _figure(quantity, self.wanted.unit_of(one.line), may_be_less=is_correction)._replace(
                    lines=int(not again),
                    commitments=int((id, quick) not in seen),
                    undisclosed=int(quantity.is_unknown and not again),
                    once=at == 0,
                    commitments_once=int(id not in seen),
                    bought=one.is_bought,
                ),
            )
            seen |= {id, (id, quick)}

    def _row(self, quick: Any, figure: _Figure) -> dict[str, Any]:
        names = self.key.names
        kept = (None,) * len(names) if figure.sought else self.key.kept(quick)
        is_split = self.splitter is not None or self.key.of_lines
        return {
            **dict(zip(names, (kept,) if len(names) == 1 and not figure.sought else kept, strict=True)),
            **figure._asdict(),
            "largest": max(figure.low.copy_abs(), figure.high.copy_abs()),
            "kept_by": ", ".join(names) if is_split else None,
            "as_of": self.as_of,
        }


def _figure(quantity: Estimate[Any], unit: Unit, *, may_be_less: bool = False) -> _Figure:
    low, high = quantity.low, quantity.high
    return _Figure(
        in_unit=str(unit.value),
        low=_ZERO if low is None else Decimal(low),
        high=_ZERO if high is None else Decimal(high),
        open_low=low is None and may_be_less,
        open_high=high is None,
        approximate=quantity.is_approximate,
    )


def _unit_or_none(value: Any) -> Unit | None:
    return None if value is None else Unit(value)


@attrs.frozen(kw_only=True)
class _AddedLines(AddedRow):
    """One row: what the lines of a group come to."""

    in_unit: Unit | None = attrs.field(metadata={"read": _unit_or_none})
    lines: int = attrs.field(metadata={"read": whole})
    wider: int = attrs.field(metadata={"read": whole})
    lines_once: int = attrs.field(metadata={"read": whole})
    wider_once: int = attrs.field(metadata={"read": whole})
    sought: bool = attrs.field(metadata={"read": flag})

    def enter(self, total: Sum) -> None:
        """Add it to a sum."""
        total.lows.append(to_number(self.low, _WHERE))
        total.highs.append(to_number(self.high, _WHERE))
        total.open_low |= self.open_low > 0
        total.open_high |= self.open_high > 0
        total.approximate |= self.approximate > 0


def quantities_of(
    rows: Iterable[Mapping[str, Any]],
    *,
    of: Support | Iterable[Support],
    by: By = (),
    unit: Unit | str | None = None,
) -> Quantities:
    """The quantities that [`quantity_summands`][ukraine_support.analysis.quantity_summands] come to.

    Each row has the parts of the key and `in_unit`, `bought`, `sought`, `kept_by` and `as_of` of the summands that it
    adds up, and besides their sums, as for [`totals_of`][ukraine_support.analysis.totals_of]: of `low`, `high`,
    `lines`, `commitments`, `commitments_once`, `undisclosed`, `wider`; `lines_once`, `undisclosed_once`, `wider_once`;
    `open_low`, `open_high`, `approximate`, `largest`, `amounts`, `at_stage`.

    Args:
        rows: What was added up.
        of: The kinds that were asked about.
        by: What the table is kept by.
        unit: The unit that was asked for.

    Raises:
        InvalidValueError: The rows cannot be trusted.
        UnitMismatchError: The lines count in several units, and `"unit"` is not in `by`.

    Examples:
        >>> from ukraine_support import Munition
        >>> quantities_of([], of=Munition(), by="donor")
        <Quantities by donor: 0 of them>
    """
    asked, wanted = kinds_asked(of, _WHERE), None if unit is None else Unit(unit)
    names = key_beside(by, None, _WHERE, _TAKEN, lines=True).names
    added = added_rows(_AddedLines, rows, names, _WHERE)
    for one in added:
        one.check_row(names, _WHERE)
    counted = [one for one in added if not one.sought]
    unit_of_all = wanted or _one_unit(counted, names)
    tallies: defaultdict[Any, Tally] = defaultdict(Tally)
    for one in counted:
        tally = tallies[one.key]
        one.enter(tally.quantity)
        if one.bought:
            one.enter(tally.bought)
        tally.lines += one.lines
        tally.commitments += one.commitments
        tally.undisclosed += one.undisclosed
        tally.wider += one.wider
    at = names.index("unit") if "unit" in names else None
    cells: dict[Any, QuantityCell] = {}
    for kept, tally in tallies.items():
        cells[kept] = tally.cell(unit_of_all if at is None else kept if len(names) == 1 else kept[at])
    sought = Sum()
    for one in added:
        if one.sought and unit_of_all in (None, one.in_unit):
            one.enter(sought)
    return Quantities(
        names=names,
        cells=in_order(cells),
        of=asked,
        unit=unit_of_all,
        stage=same("at_stage", added, _WHERE) or Stage.PLEDGED,
        as_of=same("as_of", added, _WHERE),
        sought=sought.estimate(),
        whole=attrs.evolve(
            together(cells.values(), unit_of_all),
            lines=sum(one.lines_once for one in counted),
            commitments=sum(one.commitments_once for one in counted),
            undisclosed=sum(one.undisclosed_once for one in counted),
            wider=sum(one.wider_once for one in counted),
        ),
    )


def _one_unit(counted: list[_AddedLines], names: tuple[str, ...]) -> Unit | None:
    """The unit of the lines that count a number; where none does, of all of them."""
    told = {one.in_unit for one in counted if one.lines > one.undisclosed}
    units = (told or {one.in_unit for one in counted}) - {None}
    if len(units) > 1 and "unit" not in names:
        raise UnitMismatchError(tuple(sorted(str(unit.value) for unit in units if unit is not None)))
    return units.pop() if len(units) == 1 else None
