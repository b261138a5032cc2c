"""What became of promises: questions, each answered once; a whole has reached at least what its parts have."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from ..._errors import InvalidValueError, shown
from ..._exact import Number, to_decimal
from ..._model.base.advice import an_instance
from ..._model.commitments import lines_of
from ..._model.ledger import Ledger
from ..._model.lines import Line, positions
from ..._model.values.money import Currency, Money
from ..._model.values.period import a_day_or_none
from ..._model.values.stages import Stage
from ..._tabular import ShownMapping
from .._known import as_known, known, subject
from .._promises.bought import is_money
from .._promises.claimed import QUANTITY, VALUE, Measure
from .._promises.inclusion import Inclusion
from .._promises.tellings import Promise
from .evaluation import Answer, Setting, worked_out
from .fulfilment import Fulfilment
from .least import Least, together
from .statements import Asked, ClaimsByPromise

TOLERANCE: Final = Decimal("0.1")


class _OfKinds(NamedTuple):
    """What a part is asked for: how many things of the kinds of a line of its whole have reached a stage."""

    id: str
    whole: str
    line: int
    stage: Stage


class Answers:
    """Answers to questions about one ledger, on one day.

    Where they are to be added up, what several promises hold is counted with one of them alone.
    """

    def __init__(
        self,
        ledger: Ledger,
        as_of: date | None = None,
        tolerance: Decimal = TOLERANCE,
        *,
        are_added: bool = False,
    ) -> None:
        self.ledger, self.as_of, self.tolerance, self.are_added = ledger, as_of, tolerance, are_added
        self.claims = ClaimsByPromise(ledger, as_of)
        self.promises = self.claims.promises
        self._found: dict[Asked | _OfKinds, Answer | Least] = {}
        self._tied: dict[tuple[str, str, Measure], list[str]] = {}
        self._asked_of: dict[tuple[str, str], dict[int | None, list[str]]] = {}
        self._mine: dict[tuple[str, str], dict[int, list[int]]] = {}
        self._including: dict[str, Inclusion] = {}

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
        """Of one of several lines: what was said of all of them together; how many, where they are of one unit."""
        if question.line is None or len(lines_of(self.claims.subject(question.id))) < 2:
            return []
        is_summed = question.measure is VALUE or self.claims.is_of_one_unit(question.id)
        return [question._replace(line=None)] if is_summed else []

    def _parts(self, question: Asked | _OfKinds) -> list[Asked | _OfKinds]:
        """The questions whose answers add up to what is reached at least."""
        if isinstance(question, _OfKinds):
            return self._of_kinds(question)
        if question.id in self.ledger.commitments:
            return self._of_each(self.promises.parts, question)
        return self._of_each(lambda id: self._contributions(question), question)

    def _of_each(self, tied: Callable[[str], Iterable[str]], question: Asked) -> list[Asked | _OfKinds]:
        """The questions about what is tied to a promise in one way, where the answer bears on what is asked."""
        key = tied.__name__, question.id, question.measure
        if key not in self._tied:
            self._tied[key] = [id for id in tied(question.id) if self._is_counted_with(id, question.id)]
        ids = self._tied[key]
        if question.measure is VALUE:
            whole = question.line is None
            return [question._replace(id=id) for id in ids] if whole else []
        lines = lines_of(self.claims.subject(question.id))
        line = question.line if len(lines) != 1 else 0
        if line is None or not lines:
            return []
        if key[:2] not in self._asked_of:
            self._asked_of[key[:2]] = self._by_line(ids, question.id)
        by_line = self._asked_of[key[:2]]
        asked_of = (*by_line.get(line, ()), *by_line.get(None, ()))
        return [_OfKinds(id, question.id, line, question.stage) for id in asked_of]

    def _by_line(self, ids: Iterable[str], whole: str) -> dict[int | None, list[str]]:
        """What is tied to a whole by the lines that it counts; under None what has parts, which may count any."""
        found: dict[int | None, list[str]] = {}
        for id in ids:
            standing = self.promises.promise_of(id).standing
            places: set[int | None] = {None} if self.promises.parts(id) else set()
            for at in places or {at for one in standing for at in self._counting(one, whole)}:
                found.setdefault(at, []).append(id)
        return found

    def _counting(self, id: str, whole: str) -> dict[int, list[int]]:
        """By the lines of a whole, the lines of another record that it alone includes, in the same unit."""
        if (id, whole) not in self._mine:
            if whole not in self._including:
                self._including[whole] = Inclusion(lines_of(self.claims.subject(whole)))
            found = self._mine[id, whole] = {}
            for at, line in enumerate(lines_of(self.claims.subject(id))):
                including = self._including[whole].groups_of(line)
                if len(including) == 1 and len(including[0]) == 1:
                    found.setdefault(including[0][0], []).append(at)
        return self._mine[id, whole]

    def _replaced(self, question: Asked) -> list[Asked | _OfKinds]:
        """What a promise replaces: what that has reached is a least."""
        if question.id not in self.ledger.commitments:
            return []
        return self._of_each(self.promises.replaced, question)

    def _of_kinds(self, question: _OfKinds) -> list[Asked | _OfKinds]:
        """The lines of a part that count the kinds asked for; a part without any gives way to its own parts."""
        for id in (question.id, *self.promises.promise_of(question.id).standing):
            mine = self._counting(id, question.whole).get(question.line)
            if mine:
                return [Asked(id, QUANTITY, at, question.stage) for at in mine]
        parts = self.promises.parts(question.id)
        return [question._replace(id=part) for part in parts if self._is_counted_with(part, question.id)]

    def _is_counted_with(self, id: str, holder: str) -> bool:
        """Whether what a promise has reached is looked at where another is asked about that holds it."""
        is_any = not self.are_added or holder not in self.ledger.commitments
        return is_any or self.promises.holder(id) is self.promises.promise_of(holder)

    def _contributions(self, question: Asked) -> list[str]:
        """What goes towards an initiative, each promise once and no part beside its whole: goods, or money."""
        found: dict[Promise, list[str]] = {}
        for one in known(self.ledger, self.ledger.contributions_to(question.id), self.as_of):
            is_part = any(self.promises.towards(whole) == question.id for whole in self.promises.wholes(one.id))
            is_asked = question.measure is QUANTITY or is_money(one)
            if is_asked and not is_part and not one.correction and not self.is_replaced(one.id):
                found.setdefault(self.promises.promise_of(one.id), []).append(one.id)
        return [promise.preferred(ids)[0] for promise, ids in found.items()]

    def is_replaced(self, id: str) -> bool:
        """Whether something else counts instead that is no other telling of it."""
        by = self.promises.superseded_by(id)
        return bool(by) and self.promises.promise_of(by[0]) is not self.promises.promise_of(id)

    # Working an answer out

    def _work_out(self, question: Asked | _OfKinds) -> Answer | Least:
        if isinstance(question, _OfKinds):
            return self._least(self._parts(question))
        statements = self.claims.statements_on(question)
        least = self._least(self._parts(question), statements.currency)
        replaced = self._least(self._replaced(question), statements.currency or least.currency)
        setting = Setting(
            ledger=self.ledger,
            asked=question,
            promise=as_known(self.ledger, self.claims.subject(question.id), self.as_of),
            unit=self.claims.unit(question),
            as_of=self.as_of,
            tolerance=self.tolerance,
            promised=self.claims.promised(question),
            parts=least,
            replaced=replaced,
        )
        above = [self._found.get(each) for each in self._summed(question)]
        return worked_out(setting, statements, [each.fulfilment.disputed for each in above if isinstance(each, Answer)])

    def _least(self, questions: Iterable[Asked | _OfKinds], currency: Currency | None = None) -> Least:
        """What has been reached at least of what some questions ask, together."""
        leasts: dict[str, list[Least]] = {}
        for id, found in [(each.id, self._found[each]) for each in questions if each in self._found]:
            leasts.setdefault(id, []).append(found.least if isinstance(found, Answer) else found)
        held = {id: self.promises.held_in_common(id) for id in leasts} if len(leasts) > 1 else {}
        return together(leasts, {id: several for id, several in held.items() if several}, currency)


def fulfilment(
    ledger: Ledger,
    id: str,
    *,
    line: int | str | None = None,
    stage: Stage | str = Stage.DELIVERED,
    as_of: date | str | None = None,
    tolerance: Decimal = TOLERANCE,
) -> Fulfilment[Number]:
    """How much of a promised quantity has reached a stage, according to whom.

    For each party and stage, the latest total stands and later increments are added to it; what has reached a stage has
    passed the earlier ones. A stage alone means all of the promise; a share is of the promise as it stood on that day;
    an increment without a figure means that it has begun. A promise that was announced at the stage is its donor's
    account of all of it. Two accounts of the same kinds contradict each other if one disputes the other or if the later
    is lower. An account is stale if another party later says as much or more. A whole has reached at least what its
    parts have. The page [what counts twice](../explanation/what-counts-twice.md) has a case for each rule.

    Args:
        ledger: The records.
        id: A commitment, or an initiative (then its goal).
        line: Which line, 0 for the first; needed where there are several.
        stage: The stage asked about.
        as_of: The day asked about; None for all that the ledger holds.
        tolerance: How far a rounded figure may be off: by a tenth, "about 500" and 480 do not contradict each other.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: It has several lines and none is named, or not so many; the tolerance is not from 0 to below
            1; there is no such stage.

    Examples:
        >>> from ukraine_support import Claim, Line, MilitaryCommitment, Munition, about
        >>> promise = MilitaryCommitment(
        ...     id="shells", stage="pledged", announced="2023-21", lines=[Line(Munition(), 1_000)]
        ... )
        >>> claim = Claim(id="half", about="shells", stage="delivered", quantity=about(500), said="2024-02-26")
        >>> answer = fulfilment(Ledger(commitments=[promise], claims=[claim]), "shells", as_of=date(2024, 2, 27))
        >>> answer.delivered, answer.outstanding, answer.share
        (about(500), about(500), about(Decimal('0.5')))
    """
    return _answered(ledger, id, QUANTITY, line=line, stage=stage, as_of=as_of, tolerance=tolerance)


def fulfilment_of_value(
    ledger: Ledger,
    id: str,
    *,
    line: int | str | None = None,
    stage: Stage | str = Stage.DELIVERED,
    as_of: date | str | None = None,
    tolerance: Decimal = TOLERANCE,
) -> Fulfilment[Money]:
    """How much of a promised value has reached a stage, according to whom.

    As [`fulfilment`][ukraine_support.analysis.fulfilment], in money. Claims in another currency than the promise's are
    listed and bound nothing; of an undisclosed promise, the currency of most claims counts.

    Args:
        ledger: The records.
        id: A commitment, or an initiative (then its goal in money).
        line: Which line; None for the value of the whole.
        stage: The stage asked about.
        as_of: The day asked about; None for all that the ledger holds.
        tolerance: How far a rounded figure may be off.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: It has not so many lines; the tolerance is not from 0 to below 1; there is no such stage.

    Examples:
        >>> from ukraine_support import Claim, FinancialCommitment
        >>> loan = FinancialCommitment(id="loan", stage="committed", value=Money("500", "EUR"))
        >>> paid = Claim(id="paid", about="loan", stage="disbursed", value=Money("200", "EUR"), said="2024-02-26")
        >>> fulfilment_of_value(Ledger(commitments=[loan], claims=[paid]), "loan").outstanding
        exactly(Money('300', 'EUR'))
    """
    return _answered(ledger, id, VALUE, line=line, stage=stage, as_of=as_of, tolerance=tolerance)


def _answered(
    ledger: Ledger,
    id: str,
    measure: Measure,
    *,
    line: int | str | None,
    stage: Stage | str,
    as_of: date | str | None,
    tolerance: Decimal,
) -> Fulfilment[Any]:
    where = "fulfilment" if measure is QUANTITY else "fulfilment_of_value"
    day, lines = a_day_or_none(as_of, where), lines_of(subject(ledger, id, as_of, where))
    at = None if measure is VALUE and line is None else _position(id, lines, line)
    return Answers(ledger, day, rounding(tolerance, where)).answer(Asked(id, measure, at, Stage(stage))).fulfilment


def fulfilments(
    ledger: Ledger, *, as_of: date | str | None = None, tolerance: Decimal = TOLERANCE
) -> Mapping[str, tuple[Fulfilment[Any], ...]]:
    """What has become of everything that anybody speaks of, by the id that claims name.

    For each id, an answer for each line and each stage of which somebody speaks, in money and, where there is one unit
    to count in, in numbers. Of several lines of one unit, the whole is answered as their sum. Records that tell of one
    promise in the same lines share one tuple of answers, which name one of these records.

    Args:
        ledger: The records.
        as_of: The day asked about; None for all that the ledger holds.
        tolerance: How far a rounded figure may be off.

    Raises:
        InvalidValueError: The tolerance is not from 0 to below 1.

    Examples:
        >>> from ukraine_support import Claim, Line, MilitaryCommitment, Munition
        >>> promise = MilitaryCommitment(id="shells", stage="pledged", lines=[Line(Munition(), 1_000)])
        >>> claim = Claim(id="half", about="shells", stage="delivered", quantity=500)
        >>> [answer.delivered for answer in fulfilments(Ledger(commitments=[promise], claims=[claim]))["shells"]]
        [UNKNOWN, exactly(500)]
    """
    an_instance(ledger, Ledger, "fulfilments.ledger")
    answers = Answers(ledger, a_day_or_none(as_of, "fulfilments"), rounding(tolerance, "fulfilments"))
    found: dict[str, tuple[Fulfilment[Any], ...]] = {}
    by_content: dict[Hashable, tuple[Fulfilment[Any], ...]] = {}
    for id in answers.claims.spoken_of():
        content = answers.claims.content(id)
        if content not in by_content:
            by_content[content] = tuple(answers.answer(asked).fulfilment for asked in answers.claims.questions(id))
        found[id] = by_content[content]
    return ShownMapping(found)


def rounding(tolerance: Decimal, where: str) -> Decimal:
    """How far a rounded figure may be off: from nothing to less than all of it."""
    found = to_decimal(tolerance, where)
    if not 0 <= found < 1:
        raise InvalidValueError(
            where, f"the tolerance is {shown(tolerance)}", 'pass from 0 to below 1, as Decimal("0.1")'
        )
    return found


def _position(id: str, lines: tuple[Line, ...], line: int | str | None) -> int | None:
    if line is None:
        if len(lines) > 1:
            raise InvalidValueError(
                "fulfilment",
                f"{shown(id)} has {len(lines)} lines",
                f"name one by its id, or by its position: line=0 to line={len(lines) - 1}",
            )
        return 0 if lines else None
    if isinstance(line, str):
        line = positions(lines).get(line, line)
    if type(line) is not int or not 0 <= line < len(lines):
        raise InvalidValueError(
            "fulfilment", f"{shown(id)} has no line {shown(line)}", f"it has {len(lines)}, counted from 0"
        )
    return line
