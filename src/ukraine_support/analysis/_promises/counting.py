"""Which of some commitments that hang together count at a stage (rules 1 to 4 of what counts).

A promise counts if a record of it has reached the stage, unless it counts already: inside a whole of it, or by what it
gives way to. That may be so at any distance, so whether a promise is in the sum is worked out from what it depends on
to what depends on it; and nothing of that depends on ids or on the order of records.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, TypeAlias

import attrs

from ..._exact import add
from ..._model.commitments import Commitment
from ..._model.values.estimate import Estimate
from ..._model.values.money import Money
from ..._model.values.stages import Stage
from .components import strong_components
from .overlaps import Held, held_in_common
from .tellings import Promise

_REPLACED: Final = "whether what it gives way to is in the sum"
_ITSELF: Final = "whether it has reached the stage, or is replaced"
_INSIDE: Final = "whether a whole of it is in the sum"
_BELOW: Final = "whether a part of it is in the sum"
_PART: Final = "whether it is in the sum as a part of what another gives way to"
_Question: TypeAlias = tuple[str, Promise]
"""What is worked out of a promise at a stage."""


@attrs.frozen(eq=False)
class Tangle:
    """Commitments that hang together, sorted into promises."""

    records: Mapping[str, Commitment]
    promise_of: Mapping[str, Promise]

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Each once."""
        return tuple(dict.fromkeys(self.promise_of.values()))

    @cached_property
    def replacing(self) -> dict[Promise, list[Promise]]:
        """For each promise that replaces others, or restates several, those others."""
        found: dict[Promise, list[Promise]] = {}
        for promise in self.promises:
            for other in promise.instead:
                found.setdefault(other, []).append(promise)
        return found

    @cached_property
    def repaying(self) -> dict[Promise, list[Promise]]:
        """For each promise, what pays it back, alone or with others."""
        found: dict[Promise, list[Promise]] = {}
        for promise in self.promises:
            for gift in promise.repaid:
                found.setdefault(gift, []).append(promise)
        return found

    @cached_property
    def held_in_common(self) -> dict[Promise, Held]:
        """For each promise, what it holds that others hold too: the parts of several, and what several replace."""
        towards = {one: {self.records[id].towards or "" for id in one.tellings} - {""} for one in self.promises}
        return held_in_common(self.promises, self.replacing, towards)

    @cached_property
    def has_alternatives(self) -> bool:
        """Whether any promise gives way to another that is not its whole."""
        return any(promise.instead or promise.repaid for promise in self.promises)

    @cached_property
    def wholes_first(self) -> list[Promise]:
        """The promises in an order in which a whole stands before its parts."""
        return [promise for circle in strong_components(self.promises, lambda one: one.wholes) for promise in circle]

    @cached_property
    def corrected_first(self) -> list[Promise]:
        """The corrections by a difference, after those that they correct."""
        differences = [promise for promise in self.promises if promise.corrects]
        order = strong_components(differences, lambda one: (self.promise_of[id] for id in one.corrects))
        return [promise for circle in order for promise in circle if promise.corrects]

    @cached_property
    def questions(self) -> list[tuple[_Question, list[_Question]]]:
        """What is to be worked out, each after what it depends on.

        A promise is no reason of its own to give way: where it is itself part of what replaces it, that part is no
        sign of the replacement.
        """
        asked: list[_Question] = [(_INSIDE, promise) for promise in self.promises if promise.wholes]
        asked += ((_REPLACED, promise) for promise in self.promises if promise.instead or promise.repaid)
        depends: dict[_Question, list[_Question]] = {}
        is_shared = any(len(promise.wholes) > 1 for promise in self.promises)

        def needed(node: _Question) -> list[_Question]:
            if node not in depends:
                depends[node] = list(_needed(*node, is_shared))
            return depends[node]

        order = strong_components(asked, needed)
        if any(len(circle) > 1 for circle in order):
            circle_of = {node: at for at, circle in enumerate(order) for node in circle}
            for node, others in depends.items():
                if node[0] is _REPLACED:
                    here, parts = circle_of[node], (_BELOW, _PART)
                    depends[node] = [other for other in others if other[0] not in parts or circle_of[other] != here]
            order = strong_components(asked, needed)
        return [(node, depends[node]) for circle in order for node in circle]


def _needed(asked: str, promise: Promise, is_shared: bool) -> Iterator[_Question]:
    """What an answer depends on, of what may be so at all; whether parts have several wholes."""
    if asked is _REPLACED:
        below = _below(promise) if is_shared else {}
        has_shared_parts = any(len(part.wholes) > 1 for part in below)
        for other in (*promise.instead, *promise.repaid):
            yield _ITSELF, other
            if other.wholes and not set(other.wholes).issubset(promise.wholes):  # a whole of both speaks for neither
                yield _INSIDE, other
            if has_shared_parts:  # what is part of both is no sign of the one that the other gives way to
                yield from ((_PART, part) for part in _below(other) if part not in below and part is not promise)
            elif other.parts:
                yield _BELOW, other
    elif asked is _ITSELF:
        if promise.instead or promise.repaid:
            yield _REPLACED, promise
    elif asked is _PART:
        yield _ITSELF, promise
    elif asked is _INSIDE:
        for whole in promise.wholes:
            yield _ITSELF, whole
            if whole.wholes:
                yield _INSIDE, whole
    else:
        for part in promise.parts:
            yield _ITSELF, part
            if part.parts:
                yield _BELOW, part


def _below(promise: Promise) -> dict[Promise, None]:
    """All parts of a promise, and theirs, however far."""
    found, pending = dict[Promise, None](), [promise]
    while pending:
        parts = [part for part in pending.pop().parts if part not in found]
        found |= dict.fromkeys(parts)
        pending += parts
    return found


class AtStage:
    """What counts of a tangle at a stage."""

    def __init__(
        self,
        tangle: Tangle,
        stage: Stage,
        withdrawn: Callable[[Promise], bool],
        states: Callable[[Commitment], bool] | None,
        figure: Callable[[Commitment], Estimate[Any]],
    ) -> None:
        self.tangle, self.stage, self.states, self.figure = tangle, stage, states, figure
        self._told: dict[Promise, tuple[str, ...]] = {}
        self.reached: dict[Promise, tuple[str, ...]] = {}
        """By which of its records each promise has reached the stage."""
        taken_back = {promise for promise in tangle.promises if withdrawn(promise)}
        for promise in tangle.promises:
            is_difference = bool(promise.corrects)  # it counts wherever what it corrects does, whatever its own stage
            if (promise in taken_back) is (stage is Stage.WITHDRAWN and not is_difference):
                found = [id for id in promise.standing if self._has_reached(tangle.records[id], is_difference)]
                if found:
                    self.reached[promise] = promise.preferred(found)
        self._answers: dict[_Question, bool] = {}
        self.passed_over = self._passed_over()
        """Parts of what is told twice that are left out, as other parts of it come to more."""
        if tangle.has_alternatives:
            # A withdrawn replacement leaves nothing of what it replaces.
            leaves_nothing = taken_back if stage is not Stage.WITHDRAWN else set[Promise]()
            for node, needed in tangle.questions:
                asked, promise = node
                self._answers[node] = (
                    (asked is _ITSELF and promise in self.reached and promise not in self.passed_over)
                    or (asked is _REPLACED and not leaves_nothing.isdisjoint(promise.instead))
                    or (asked is _INSIDE and promise in self.passed_over)
                    or any(self._answers[other] for other in needed)
                )
            self._inside = {promise for promise in tangle.promises if self._answers.get((_INSIDE, promise))}
        else:
            self._inside = set(self.passed_over)
            for promise in tangle.wholes_first:
                if any(whole in self.reached or whole in self._inside for whole in promise.wholes):
                    self._inside.add(promise)
        self.counted = {promise for promise in self.reached if not promise.corrects and self._stands(promise)}
        for promise in tangle.corrected_first:
            if promise in self.reached and not self.is_replaced(promise) and self._is_corrected(promise):
                self.counted.add(promise)

    def _has_reached(self, record: Commitment, is_difference: bool) -> bool:
        if self.states is not None and not self.states(record):
            return False
        return is_difference or self.stage is Stage.WITHDRAWN or record.stage.has_reached(self.stage)

    def _passed_over(self) -> set[Promise]:
        """Parts of what is told twice, each time with other parts: those of the telling whose parts come to less."""
        if all(len(promise.parts_of) < 2 for promise in self.tangle.promises):
            return set()
        found: set[Promise] = set()
        sums: dict[Promise, dict[str, Any]] = {}
        for promise in reversed(self.tangle.wholes_first):
            by_telling = {id: _added(sums[part] for part in parts) for id, parts in promise.parts_of.items()}
            best = self._most(promise, by_telling)
            if best is not None:
                kept = set(promise.parts_of[best])
                found.update(part for parts in promise.parts_of.values() for part in parts if part not in kept)
            sums[promise] = by_telling.get(best or "", {})
            if promise in self.reached:
                sums[promise] = self._low(self.tangle.records[self.told_by(promise)[0]])
        return found

    def _most(self, promise: Promise, sums: Mapping[str, Mapping[str, Any]]) -> str | None:
        """The telling whose parts come to most; of those that do not compare, the one that says so of no other."""
        stated = {id: parts for id, parts in sums.items() if parts}
        if not stated:
            return None
        units = {unit for parts in stated.values() for unit in parts}
        if len(units) > 1:
            return promise.preferred(stated)[0]
        (unit,) = units
        most = max(parts[unit] for parts in stated.values())
        return promise.preferred(id for id, parts in stated.items() if parts[unit] == most)[0]

    def _low(self, record: Commitment) -> dict[str, Any]:
        low = self.figure(record).low
        amount = low.amount if isinstance(low, Money) else low
        return {low.currency.code if isinstance(low, Money) else "": 0 if amount is None else amount}

    def _stands(self, promise: Promise) -> bool:
        return not self.is_replaced(promise) and promise not in self._inside

    def raised_by(self, promise: Promise) -> Mapping[str, Sequence[Promise]]:
        """The parts that raise a promise, by the record that they are part of.

        Each raises just one whole: the first that is in the sum.
        """
        return promise.parts_of if self._raising is None else self._raising.get(promise, {})

    @cached_property
    def _raising(self) -> dict[Promise, dict[str, list[Promise]]] | None:
        """The same for each promise; None where no part has a choice."""
        if all(len(part.wholes) < 2 for part in self.tangle.promises):
            return None
        found: dict[Promise, dict[str, list[Promise]]] = {}
        for part in self.tangle.promises:
            in_the_sum = (whole for whole in part.wholes if whole in self.reached or whole in self._inside)
            raised = next(in_the_sum, None) or next(iter(part.wholes), None)
            for id in part.whole_ids:
                whole = self.tangle.promise_of[id]
                if whole is raised:
                    found.setdefault(whole, {}).setdefault(id, []).append(part)
        return found

    def is_in_the_sum(self, promise: Promise) -> bool:
        """Whether the promise, a whole of it, a part of it, or what it gives way to counts."""
        return any(self._answers.get((asked, promise)) for asked in (_ITSELF, _INSIDE, _BELOW))

    def is_replaced(self, promise: Promise) -> bool:
        """Whether what replaces, restates or was paid by the promise is in the sum instead of it."""
        return self._answers.get((_REPLACED, promise), False)

    def told_by(self, promise: Promise) -> tuple[str, ...]:
        """The records whose figure holds for the promise: one, unless several are tied.

        Of those that have reached the stage the one that says so of no other; without a figure, another that has one.
        """
        found = self._told.get(promise)
        if found is None:
            found = self._told[promise] = self._told_by(promise)
        return found

    def _told_by(self, promise: Promise) -> tuple[str, ...]:
        chosen = self.reached.get(promise, ())
        for ids in (chosen, promise.standing):
            stated = [id for id in ids if not self.figure(self.tangle.records[id]).is_unknown]
            if stated:
                return promise.preferred(stated)
        return chosen or promise.best

    def _is_corrected(self, difference: Promise) -> bool:
        """Whether a figure is in the sum that a difference corrects; tied figures take it in themselves."""
        for id in difference.corrects:
            promise = self.tangle.promise_of[id]
            told = self.told_by(promise)
            if promise in self.counted and len(told) == 1 and id in (*told, *self.reached[promise]):
                return True
        return False

    def corrections(self, ids: Iterable[str]) -> list[Promise]:
        """The differences by which some records are corrected, and those by which these are, that got to the stage."""
        found: dict[Promise, None] = {}
        pending = list(ids)
        while pending:
            id = pending.pop()
            for difference in self.tangle.promise_of[id].corrected_by.get(id, ()):
                if difference in self.reached and difference not in found and not self.is_replaced(difference):
                    found[difference] = None
                    pending.extend(difference.tellings)
        return list(found)


def _added(sums: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for parts in sums:
        for unit, amount in parts.items():
            found[unit] = amount if unit not in found else add(found[unit], amount, "totals")
    return found
