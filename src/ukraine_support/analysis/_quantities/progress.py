"""How much of what is promised has come how far, by whatever it is kept by (rule 30 of what counts)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal, final

import attrs

from ..._model.base.advice import an_instance, an_instance_or_none
from ..._model.ledger import Ledger
from ..._model.lines import Unit
from ..._model.support import Support
from ..._model.values.estimate import Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.period import a_day_or_none
from ..._model.values.stages import Stage
from .._accounts.answers import TOLERANCE, Answers, rounding
from .._sums.keys import By, Key, order
from .._sums.summing import Conversion
from .._worth.rates import RateTable
from .._worth.valuation import PriceBook
from .counted import CountedLines
from .outcomes import MoneyOutcomes, Outcome, of_line
from .quantities import one_unit
from .shares import ProgressCell, ProgressTally
from .table import Table
from .wanted import Wanted, kinds_asked


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False, kw_only=True)
class Progress(Table[ProgressCell[Any]]):
    """A table of progress: an immutable mapping from key to cell, sorted by key.

    Examples:
        >>> from ukraine_support import Country, Line, MilitaryCommitment, Munition
        >>> gift = MilitaryCommitment(id="nl", donors=[Country("NL")], stage="delivered", lines=[Line(Munition(), 5)])
        >>> table = progress(Ledger(commitments=[gift]), of=Munition(), by="donor")
        >>> table[Country("NL")].share
        exactly(Decimal('1'))
    """

    told: ClassVar[tuple[str, ...]] = (
        "promised",
        "delivered",
        "outstanding",
        "share",
        "commitments",
        "disputed",
        "unreported",
    )

    of: tuple[Support, ...]
    """The kinds of support asked about; none where money is."""
    unit: Unit | None
    """What every cell counts; None for money, and where nothing is counted or the units are kept apart."""
    currency: Currency | None
    """The currency of every sum; None for things, and where there is no amount at all."""
    stage: Stage = Stage.PLEDGED
    """From which stage on promises count."""
    reached: Stage = Stage.DELIVERED
    """The stage that they are asked to have reached."""
    as_of: date | None = None
    """The day asked about; None for all that the ledger holds."""
    whole: ProgressCell[Any]
    """All promises together."""

    def _row(self, cell: ProgressCell[Any]) -> dict[str, Any]:
        found: dict[str, Any] = {
            "unit": None if self.unit is None else self.unit.value,
            "currency": None if self.currency is None else self.currency.code,
        }
        for name in ("promised", "delivered", "outstanding", "share"):
            figure: Estimate[Any] = getattr(cell, name)
            for end, at in (("low", figure.low), ("high", figure.high)):
                found[f"{name}_{end}"] = at.amount if isinstance(at, Money) else at
            found[f"{name}_approximate"] = figure.is_approximate
        for name in ("commitments", "undisclosed", "wider", "disputed", "unreported"):
            found[name] = getattr(cell, name)
        return found


def progress(
    ledger: Ledger,
    *,
    of: Support | Iterable[Support] | None,
    by: By = (),
    stage: Stage | str = Stage.PLEDGED,
    reached: Stage | str = Stage.DELIVERED,
    as_of: date | str | None = None,
    spans: Literal["earliest", "latest"] | None = None,
    unit: Unit | str | None = None,
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    prices: PriceBook | None = None,
    tolerance: Decimal = TOLERANCE,
) -> Progress:
    """How much of what is promised has been delivered, by donor, month, kind or whatever else.

    What is promised is what [`quantities`][ukraine_support.analysis.quantities] counts from the stage on, each promise
    once. What has become of each is what [`fulfilment`][ukraine_support.analysis.fulfilment] says; that is added up, so
    that the rows of any table add up to the whole. With `of=None` the same is said of money, of what
    [`totals`][ukraine_support.analysis.totals] counts without bought goods.

    Args:
        ledger: The records.
        of: The kinds of support asked about; None for money.
        by: What the table is kept by, as for `quantities`; for money, as for `totals`.
        stage: From which stage on promises count.
        reached: The stage that they are asked to have reached.
        as_of: The day as of which the ledger is asked; None for all that it holds.
        spans: Where a span of days is put by `"year"`, `"quarter"` and `"month"`, as for `totals`.
        unit: The unit to count things in; None for the only one that there is.
        currency: The currency of money; None for the base of the rates, or the one in which everything is.
        rates: Exchange rates for money: those of the last day on which a commitment can have been announced.
        prices: A price book for money, for lines that state neither value nor price.
        tolerance: How far a rounded figure may be off, when accounts are compared.

    Raises:
        UnitMismatchError: The lines count in several units, and neither `unit` is passed nor `"unit"` in `by`.
        CurrencyMismatchError: There are several currencies and no rates.
        RateNotFoundError: A rate is missing.
        InvalidValueError: An argument is none of its kind, such as a word in `by`.

    Examples:
        >>> from ukraine_support import ArtilleryShell, Claim, Country, Line, MilitaryCommitment
        >>> promise = MilitaryCommitment(
        ...     id="de", donors=[Country("DE")], stage="pledged", lines=[Line(ArtilleryShell(), 1_000)]
        ... )
        >>> claim = Claim(id="arrived", about="de", stage="delivered", quantity=250)
        >>> table = progress(Ledger(commitments=[promise], claims=[claim]), of=ArtilleryShell(), by="donor")
        >>> cell = table[Country("DE")]
        >>> cell.promised, cell.delivered, cell.outstanding, cell.share
        (exactly(1000), exactly(250), exactly(750), exactly(Decimal('0.25')))
    """
    an_instance(ledger, Ledger, "progress.ledger")
    an_instance_or_none(rates, RateTable, "progress.rates")
    an_instance_or_none(prices, PriceBook, "progress.prices")
    day = a_day_or_none(as_of, "progress")
    wanted = None if of is None else Wanted(kinds_asked(of, "progress"), None if unit is None else Unit(unit))
    known = ledger if day is None else ledger.as_of(day)
    answers = Answers(known, tolerance=rounding(tolerance, "progress"), are_added=True)
    key = Key.of(by, spans, where="progress", lines=wanted is not None)
    unit_of_all: Unit | None = None
    into: Currency | None = None
    outcomes: list[Outcome]
    if wanted is None:
        money = MoneyOutcomes(answers, Conversion(currency, rates, None), prices, Stage(stage), Stage(reached))
        into, outcomes = money.currency, list(money.all())
    else:
        plain, others = CountedLines(answers.promises, wanted, Stage(stage)).sorted()
        unit_of_all = one_unit(plain, others, wanted, key)
        outcomes = [of_line(answers, wanted, one, Stage(reached)) for one in (*plain.counted(), *others)]
    tallies: defaultdict[Any, ProgressTally] = defaultdict(ProgressTally)
    whole = ProgressTally()
    quicks = key.of_all([one.commitment for one in outcomes], [one.line for one in outcomes])
    for quick, one in zip(quicks, outcomes, strict=False):
        tallies[quick].enter(one)
        whole.enter(one)
    measured = wanted is not None or into is not None
    cells = {key.kept(quick): tally.cell(into, is_measured=measured) for quick, tally in tallies.items()}
    return Progress(
        names=key.names,
        cells={each: cells[each] for each in sorted(cells, key=order)},
        of=() if wanted is None else wanted.of,
        unit=unit_of_all,
        currency=into,
        stage=Stage(stage),
        reached=Stage(reached),
        as_of=day,
        whole=whole.cell(into, is_measured=measured),
    )
