"""What changed between two states of a record, and what that does to its totals."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, Literal, final

import attrs

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._exact import to_decimal
from ..._model.base.advice import an_instance, an_instance_or_none
from ..._model.base.immutable import Immutable
from ..._model.fields import several
from ..._model.ledger import Ledger
from ..._model.provenance import Record
from ..._model.references import name_of, renamed
from ..._model.values.estimate import UNKNOWN, Estimate, about, at_least, at_most, between, exactly
from ..._model.values.money import Currency, Money
from ..._model.values.stages import Stage
from ..._model.values.text import Text
from ..._plain_rows import plain_rows
from ..._tabular import ShortTable, Shown, ShownTuple
from .._sums.keys import By, Key, order
from .._sums.totals import Total, totals
from .._worth.rates import RateTable
from .pairing import paired

_WORDING: Final = frozenset(("citations", "extras", "note", "publisher", "title", "url", "wording"))
"""Fields that say how a thing is told, and no more."""
_COLUMNS: Final = ("change", "record", "id", "old_id", "field", "old", "new")
_NUMBER: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?", re.ASCII)


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class FieldChange(Immutable):
    """One field of a record, before and after."""

    name: str
    """The field, as the class calls it; `kind` where the record is of another class now."""
    old: Any
    """What it held. References are told by the ids of the new ledger."""
    new: Any
    """What it holds."""


def _to_fields(value: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    return tuple(value)


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Change(Immutable):
    """One record, before and after."""

    old: Record
    """The record as it was."""
    new: Record
    """The record as it is."""
    fields: tuple[FieldChange, ...] = attrs.field(converter=_to_fields)
    """The fields that differ; none where only the id does."""

    @property
    def id(self) -> str:
        """The id in the new ledger."""
        return self.new.id


@final
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Changes(Shown):
    """What changed from one ledger to another. It is true where anything did.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment
        >>> old = FinancialCommitment(
        ...     id="nl", donors=[Country("NL")], stage="pledged", announced="2024-02-26", value=Money("100", "EUR")
        ... )
        >>> new = attrs.evolve(old, value=Money("120", "EUR"))
        >>> told = changes(Ledger(commitments=[old]), Ledger(commitments=[new]))
        >>> [(change.id, change.fields[0].name) for change in told.changed]
        [('nl', 'value')]
        >>> told.moves
        {Country('NL'): exactly(Money('20', 'EUR'))}
    """

    added: tuple[Record, ...]
    """Records of the new ledger that the old one has not."""
    removed: tuple[Record, ...]
    """Records of the old ledger that the new one has not."""
    changed: tuple[Change, ...]
    """Records of which a field differs that can move a total, a promise or an account."""
    reworded: tuple[Change, ...]
    """Records that are told in other words, spelled in another way, or have another id."""
    renumbered: Mapping[str, str]
    """The new id of each record that has another one now, by the old id."""
    _old: Ledger = attrs.field(alias="old")
    _new: Ledger = attrs.field(alias="new")
    _asked: Mapping[str, Any] = attrs.field(alias="asked")

    def __eq__(self, other: object) -> bool:
        """Equal where the same was asked of the same ledgers."""
        if not isinstance(other, Changes):
            return NotImplemented
        return (self._old, self._new, self._asked) == (other._old, other._new, other._asked)

    def __hash__(self) -> int:
        return hash((self._old, self._new))

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.reworded)

    def __repr__(self) -> str:
        return f"<Changes: {', '.join(f'{count} {name}' for name, count in self._counts.items())}>"

    @property
    def _counts(self) -> dict[str, int]:
        return {name: len(getattr(self, name)) for name in ("added", "removed", "changed", "reworded")}

    def _short_table(self) -> ShortTable:
        rows = self.rows()
        return ShortTable(
            facts=self._counts, head=_COLUMNS, rows=(list(row.values()) for row in rows), length=len(rows)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """What the parts of a key of the moves are called."""
        return Key.of(self._asked["by"]).names

    @property
    def stage(self) -> Stage:
        """From which stage on a commitment counts in the moves."""
        stage: Stage = self._asked["stage"]
        return stage

    @cached_property
    def moves(self) -> Mapping[Any, Estimate[Money]]:
        """By how much the totals moved, for each key of which they did: by donor, where nothing else was asked for.

        A move lies between those of the two ends of the sum. An end that is open before and after does not move: "at
        least 100" and then "at least 120" is a move of 20. All moves add up to the difference of the two totals.

        Raises:
            CurrencyMismatchError: There are several currencies and no rates.
            RateNotFoundError: A rate is missing.
        """
        by = self._asked["by"]
        return self._moves(self._totals(self._old, by), self._totals(self._new, by))

    @cached_property
    def effects(self) -> Mapping[str, Estimate[Money]]:
        """By how much what counts of each commitment moved, by its id, as `moves` tells it, whatever the cause.

        A commitment that is itself unchanged is among them where another one no longer counts instead of it.

        Raises:
            CurrencyMismatchError: There are several currencies and no rates.
            RateNotFoundError: A rate is missing.
        """
        before = self._totals(self._old, lambda one: self.renumbered.get(one.id, one.id))
        return self._moves(before, self._totals(self._new, lambda one: one.id))

    def _totals(self, ledger: Ledger, by: By) -> Mapping[Any, Total]:
        asked: dict[str, Any] = {**self._asked, "by": by}
        return totals(ledger, **asked)

    def _moves(self, before: Mapping[Any, Total], after: Mapping[Any, Total]) -> Mapping[Any, Estimate[Money]]:
        codes = {end.currency for table in (before, after) for cell in table.values() for end in _ends(cell.value)}
        nothing: Any = exactly(Money(0, min(codes, key=str))) if codes else None
        keys = sorted(before.keys() | after.keys(), key=order)
        pairs = {key: [table[key].value if key in table else nothing for table in (before, after)] for key in keys}
        return {key: _move(old, new) for key, (old, new) in pairs.items() if old != new and codes}

    def apply(self, ledger: Ledger) -> Ledger:
        """The old ledger, changed: with nothing ignored, this gives the new one.

        Raises:
            InvalidValueError: The ledger does not hold a record as it was before the change.
        """
        kept = {record.id: record for record in an_instance(ledger, Ledger, "Changes.apply").records}
        for record in (*self.removed, *(change.old for change in (*self.changed, *self.reworded))):
            if kept.pop(record.id, None) != record:
                problem = f"it holds no record {shown(record.id)} as it was before the change"
                raise InvalidValueError("Changes.apply", problem, "pass the ledger that was compared as the old one")
        stay = [renamed(record, self.renumbered) for record in kept.values()]
        now = [change.new for change in (*self.changed, *self.reworded)]
        return Ledger.of([*stay, *now, *self.added])

    def rows(self, *, formulas: Literal["keep", "escape"] = "keep") -> list[dict[str, str | None]]:
        """The changes as plain rows, for a data frame: one for each field that differs, and for each record else.

        The columns are `change` (added, removed, changed, reworded), `record` (its class in a word), `id`, `old_id`,
        `field`, `old` and `new`.

        Args:
            formulas: With `"escape"`, an apostrophe stands before texts that a spreadsheet takes for a formula.

        Raises:
            InvalidValueError: `formulas` is none of the two.
        """
        rows = [_row("added", record, id=record.id) for record in self.added]
        rows += [_row("removed", record, old_id=record.id) for record in self.removed]
        for name, changes in (("changed", self.changed), ("reworded", self.reworded)):
            for change in changes:
                ids = {"id": change.id, "old_id": change.old.id}
                for field in change.fields or (FieldChange("id", change.old.id, change.id),):
                    told = {"field": field.name, "old": _plain(field.old), "new": _plain(field.new)}
                    rows.append(_row(name, change.new, **ids, **told))
        return plain_rows(rows, "Changes.rows", formulas=formulas)


def changes(
    old: Ledger,
    new: Ledger,
    *,
    ignore: Iterable[str] = ("extras", "citations"),
    by: By = "donor",
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    stage: Stage | str = Stage.PLEDGED,
) -> Changes:
    """What was added, removed and changed from one ledger to another, and what that does to the totals.

    Records are the same by id. An id that was only renumbered is followed: where all else says the same, or where the
    donors, the recipient, the day, the lines and the value of a commitment do, and those of no other one. Values are
    compared as what they say: `0` and `0.0` in a source's column are one.

    Args:
        old: The records as they were.
        new: The records as they are.
        ignore: Fields that are not compared; pass () for none.
        by: What the moves are kept by, as in `totals`.
        currency: The currency of the moves.
        rates: Exchange rates, for moves in one currency.
        stage: From which stage on a commitment counts.

    Raises:
        InvalidValueError: Something given is not what it has to be.
    """
    an_instance(old, Ledger, "changes.old")
    an_instance(new, Ledger, "changes.new")
    an_instance_or_none(rates, RateTable, "changes.rates")
    ignored = frozenset(several(ignore, str, "changes.ignore"))
    ids = paired(old, new, ignored)
    records, found = {record.id: record for record in new.records}, set(ids.values())
    changed, reworded = [], []
    for record in old.records:
        if record.id not in ids:
            continue
        now = records[ids[record.id]]
        fields = tuple(_fields(renamed(record, ids), now, ignored))
        if any(not _is_wording(field) for field in fields):
            changed.append(Change(record, now, fields))
        elif fields or record.id != now.id:
            reworded.append(Change(record, now, fields))
    return Changes(
        added=tuple(record for record in new.records if record.id not in found),
        removed=tuple(record for record in old.records if record.id not in ids),
        changed=tuple(changed),
        reworded=tuple(reworded),
        renumbered={one: other for one, other in ids.items() if one != other},
        old=old,
        new=new,
        asked={"currency": currency, "rates": rates, "stage": Stage(stage), "by": by},
    )


def _fields(old: Record, new: Record, ignored: frozenset[str]) -> Iterator[FieldChange]:
    if type(old) is not type(new):
        yield FieldChange("kind", _kind(old), _kind(new))
    names = dict.fromkeys(field.name for record in (old, new) for field in attrs.fields(type(record)))
    for name in names:
        before, after = getattr(old, name, None), getattr(new, name, None)
        if name != "id" and name not in ignored and before != after:
            yield FieldChange(name, before, after)


def _kind(record: Record) -> str:
    return str(getattr(type(record), "kind", None) or type(record).__name__)


def _is_wording(field: FieldChange) -> bool:
    both = (field.old, field.new)
    return (
        field.name in _WORDING
        or all(value is None or isinstance(value, Text) for value in both)
        or _say_the_same(*both)
    )


def _say_the_same(one: Any, other: Any) -> bool:
    """Whether two values differ in how they are written alone."""
    if isinstance(one, str) and isinstance(other, str) and type(one) is type(other):
        return bool(_read(one) == _read(other))
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(_say_the_same, one, other))
    if attrs.has(type(one)) and not isinstance(one, Estimate):
        return all(_say_the_same(getattr(one, f.name), getattr(other, f.name)) for f in attrs.fields(type(one)))
    same: bool = one == other
    return same


def _read(text: str) -> Any:
    return to_decimal(text, "changes") if _NUMBER.fullmatch(text) else " ".join(text.casefold().split())


def _ends(estimate: Estimate[Money]) -> Iterator[Money]:
    return (end for end in (estimate.low, estimate.high) if end is not None)


def _move(old: Estimate[Money], new: Estimate[Money]) -> Estimate[Money]:
    ends = [
        (None if was is None or now is None else now - was, (was is None) != (now is None))
        for was, now in ((old.low, new.low), (old.high, new.high))
    ]
    moved = sorted(end for end, _ in ends if end is not None)
    opened = any(is_open for _, is_open in ends)
    if not moved:
        move: Any = Estimate(None, None)
    elif opened:
        at_the_top = (old.high is None) != (new.high is None)
        rises = (new.high is None) if at_the_top else (new.low is not None)
        move = at_least(moved[0]) if rises else at_most(moved[-1])
    else:
        move = between(moved[0], moved[-1])
    return about(move) if old.is_approximate or new.is_approximate else move


def _row(change: str, record: Record, **told: str | None) -> dict[str, str | None]:
    return {**dict.fromkeys(_COLUMNS), "change": change, "record": name_of(record), **told}


def _plain(value: Any) -> str | None:
    if value is None or value in ((), UNKNOWN):
        return None
    if isinstance(value, tuple):
        return "; ".join(str(_plain(part)) for part in value)
    if isinstance(value, Estimate):
        low, high = (None if end is None else str(end) for end in (value.low, value.high))
        span = f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low} to {high}"
        return "about " * value.is_approximate + (str(low) if low == high else span)
    return str(value)


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Revision(Immutable):
    """One record as it stands in one of several states of a ledger, where it differs from the state before."""

    day: Any
    """The day of the state, as the caller gave it."""
    record: Record | None
    """The record; None where it was taken out."""
    fields: tuple[FieldChange, ...] = attrs.field(default=(), converter=_to_fields)
    """The fields that differ from the state before."""


def revisions(
    states: Iterable[tuple[Any, Ledger]], id: str, *, ignore: Iterable[str] = ("extras", "citations")
) -> tuple[Revision, ...]:
    """How one record came to be what it is, over the releases of a tracker.

    Args:
        states: Each state with its day, or with the name of the release, in order of time.
        id: The id of the record in the first state that has it. Where it is renumbered, it is followed.
        ignore: Fields that are not compared.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> def state(amount):
        ...     return Ledger(commitments=[FinancialCommitment(id="nl", stage="pledged", value=Money(amount, "EUR"))])
        >>> for one in revisions([("release 1", state("100")), ("release 2", state("120"))], "nl"):
        ...     print(one.day, one.record.value)
        release 1 exactly(Money('100', 'EUR'))
        release 2 exactly(Money('120', 'EUR'))
    """
    ignored = frozenset(several(ignore, str, "revisions.ignore"))
    an_instance(id, str, "revisions.id")
    found: list[Revision] = []
    before, last = Ledger(), None
    for state in several(states, object, "revisions.states"):
        if not isinstance(state, tuple | list) or len(state) != 2:
            raise WrongTypeError("revisions.states", f"{shown(state)} is no state", "pass pairs of a day and a Ledger")
        day, ledger = state[0], an_instance(state[1], Ledger, "revisions.states")
        ids = {id: id} if last is None else paired(before, ledger, ignored)
        now = ledger[ids[id]] if ids.get(id) in ledger else None
        fields = () if last is None or now is None else tuple(_fields(renamed(last, ids), now, ignored))
        if fields or (last and last.id) != (now and now.id):
            found.append(Revision(day, now, fields))
        id = id if now is None else now.id
        before, last = ledger, now
    return ShownTuple(found)
