"""What became of promises, each worked out where it is asked and kept: wholes reach at least what their parts reach."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.lines import Line
from ..._model.values.estimate import Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.stages import Stage
from .._known import known
from .._promises.bought import is_money
from .._promises.claimed import QUANTITY, VALUE, all_included
from .._promises.sameness import Promise
from .hearing import Asked, Hearing, lines_of
from .outcome import Answer, Least, Setting, worked_out
from .periods import added

TOLERANCE: Final = Decimal("0.1")


class _OfKinds(NamedTuple):
    """What a part is asked for: how many things of the kinds of a line of its whole have reached a stage."""

    id: str
    whole: str
    line: int
    stage: Stage


class Answers:
    """Answers to questions about one ledger, on one day."""

    def __init__(self, ledger: Ledger, as_of: date | None = None, tolerance: Decimal = TOLERANCE) -> None:
        self.ledger, self.as_of, self.tolerance = ledger, as_of, tolerance
        self.hearing = Hearing(ledger, as_of)
        self.promises = self.hearing.promises
        self._found: dict[Asked | _OfKinds, Answer | Least] = {}

    def answer(self, asked: Asked) -> Answer:
        """The answer to a question, after those about the parts: no chain of parts is too long."""
        pending: list[Asked | _OfKinds] = [asked]
        begun: set[Asked | _OfKinds] = set()
        while pending:
            question = pending[-1]
            needed = [] if question in self._found or question in begun else self._needs(question)
            missing = [each for each in needed if each not in self._found and each not in begun]
            begun.add(question)
            if missing:
                pending += missing
                continue
            pending.pop()
            if question not in self._found:
                self._found[question] = self._work_out(question)
        found: Any = self._found[asked]
        answer: Answer = found
        return answer

    def _needs(self, question: Asked | _OfKinds) -> list[Asked | _OfKinds]:
        if isinstance(question, _OfKinds):
            return self._parts(question)
        return [*self._parts(question), *self._replaced(question), *self._summed(question)]

    def _summed(self, question: Asked) -> list[Asked | _OfKinds]:
        """Of one of several lines: what was said of all of them together, where they are of one unit."""
        lines = lines_of(self.hearing.subject(question.id))
        is_summed = question.measure is QUANTITY and question.line is not None and len(lines) > 1
        return [question._replace(line=None)] if is_summed and self.hearing.is_of_one_unit(question.id) else []

    def _parts(self, question: Asked | _OfKinds) -> list[Asked | _OfKinds]:
        """The questions whose answers add up to what is reached at least."""
        if isinstance(question, _OfKinds):
            return self._of_kinds(question)
        subject = self.hearing.subject(question.id)
        parts = self.promises.parts(question.id) if isinstance(subject, Commitment) else self._contributions(question)
        return self._of_each(parts, question)

    def _of_each(self, ids: Iterable[str], question: Asked) -> list[Asked | _OfKinds]:
        if question.measure is VALUE:
            whole = question.line is None
            return [question._replace(id=id) for id in ids] if whole else []
        lines = lines_of(self.hearing.subject(question.id))
        line = question.line if len(lines) != 1 else 0
        return [] if line is None or not lines else [_OfKinds(id, question.id, line, question.stage) for id in ids]

    def _replaced(self, question: Asked) -> list[Asked | _OfKinds]:
        """What a promise replaces: what that has reached is a least."""
        if question.id not in self.ledger.commitments:
            return []
        return self._of_each(self.promises.replaced(question.id), question)

    def _of_kinds(self, question: _OfKinds) -> list[Asked | _OfKinds]:
        """The lines of a part that count the kinds asked for; a part without any gives way to its own parts."""
        whole = self.hearing.subject(question.whole)
        lines = lines_of(whole)
        for id in (question.id, *self.promises.promise_of(question.id).tellings):
            mine = [
                at for at, line in enumerate(lines_of(self.hearing.subject(id))) if _counts(line, lines, question.line)
            ]
            if mine:
                return [Asked(id, QUANTITY, at, question.stage) for at in mine]
        return [question._replace(id=part) for part in self.promises.parts(question.id)]

    def _contributions(self, question: Asked) -> list[str]:
        """What goes towards an initiative, each promise once and no part beside its whole: goods, or money."""
        found: dict[Promise, str] = {}
        for one in known(self.ledger, self.ledger.contributions_to(question.id), self.as_of):
            is_part = any(self.promises.towards(whole) == question.id for whole in self.promises.wholes(one.id))
            is_asked = question.measure is QUANTITY or is_money(one)
            if is_asked and not is_part and not one.correction and not self.is_replaced(one.id):
                found.setdefault(self.promises.promise_of(one.id), one.id)
        return list(found.values())

    def is_replaced(self, id: str) -> bool:
        """Whether something else counts in its place that is no other telling of it."""
        by = self.promises.superseded_by(id)
        return bool(by) and self.promises.promise_of(by[0]) is not self.promises.promise_of(id)

    # Working an answer out

    def _work_out(self, question: Asked | _OfKinds) -> Answer | Least:
        if isinstance(question, _OfKinds):
            return self._least(self._parts(question))
        heard = self.hearing.hear(question)
        least = self._least(self._parts(question), heard.currency)
        replaced = self._least(self._replaced(question), heard.currency or _currency_of(least))
        setting = Setting(
            self.ledger, question, self.as_of, self.tolerance, self.hearing.promised(question), least, replaced
        )
        above = [self._found.get(each) for each in self._summed(question)]
        return worked_out(setting, heard, any(isinstance(each, Answer) and each.fulfilment.disputed for each in above))

    def _least(self, questions: Iterable[Asked | _OfKinds], currency: Currency | None = None) -> Least:
        """What several parts have reached together; money in another currency than the whole's is left out."""
        found = [self._found.get(question) for question in questions]
        leasts = [each.least if isinstance(each, Answer) else each for each in found if each is not None]
        lows = [each for each in leasts if each.known.low is not None and each.known.low > each.known.low * 0]
        currencies = {_currency_of(each) for each in lows}
        if currency is not None:
            lows = [each for each in lows if _currency_of(each) == currency]
        if not lows or (currency is None and len(currencies) > 1):
            return Least()
        last = max(lows, key=lambda each: each.day)
        rough = any(each.known.is_approximate for each in lows)
        return Least(Estimate(added([each.known.low for each in lows]), None, rough), last.day, last.word)


def _currency_of(least: Least) -> Currency | None:
    return least.known.low.currency if isinstance(least.known.low, Money) else None


def _counts(line: Line, lines: tuple[Line, ...], at: int) -> bool:
    """Whether one line of the whole alone includes all kinds of a line, in the same unit."""
    including = [
        place for place, whole in enumerate(lines) if whole.unit is line.unit and all_included(line.of, whole.of)
    ]
    return including == [at]
