"""The totals that sums of summands come to, whoever has added them up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any, Final

import attrs

from ..._errors import CurrencyMismatchError, InvalidValueError, RateNotFoundError
from ..._model.base.advice import an_instance_or_none
from ..._model.values.money import Currency
from ..._model.values.stages import Stage
from .._worth.rates import Deflators, RateTable
from .added_rows import AddedRow, added_rows, day_or_none, flag, same, text_or_none
from .keys import By
from .summands import CONVERTED, STATED, TAKEN, WITHOUT_DAYS, key_beside
from .summing import Conversion, Group, Sum
from .totals import Totals, cells_of

_WHERE: Final = "totals_of"


def totals_of(
    rows: Iterable[Mapping[str, Any]],
    *,
    by: By = (),
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    deflators: Deflators | None = None,
) -> Totals:
    """The totals that [`summands`][ukraine_support.analysis.summands] come to, which something else has added up.

    They are those that [`totals`][ukraine_support.analysis.totals] gives for the same ledger and the same arguments.

    Each row has the parts of the key and the columns `currency`, `day`, `bought`, `raises`, `conversion`, `kept_by` and
    `as_of` of the summands that it adds up, and besides:

    * `low`, `high`, `commitments`, `undisclosed`: their sums; `commitments_once` and `undisclosed_once`: the sums of
      those where `once` is true.
    * `open_low`, `open_high`, `approximate`: how many of them are.
    * `largest`: the largest; `amounts`: how many rows were added up. Together they prove that no sum is too large for
      its column.
    * `at_stage`: the word for the stage whose `counts_<stage>` was true.

    Args:
        rows: What was added up.
        by: What the totals are kept by: the same as for the summands, or some of it where these split no commitment.
        currency: The currency of every sum; None for the base of the rates, or the one in which everything is.
        rates: Exchange rates.
        deflators: Price indices, for sums at constant prices.

    Raises:
        InvalidValueError: The rows cannot be trusted: a column is missing or of another type, sums may have become too
            large, or the summands hold for another conversion or another key than is asked for.
        CurrencyMismatchError: There are several currencies and no rates.
        RateNotFoundError: A rate or an index is missing.

    Examples:
        >>> row = {
        ...     "category": "financial", "currency": "EUR", "day": None, "low": 5, "high": 5, "open_low": 0,
        ...     "open_high": 1, "approximate": 0, "commitments": 2, "undisclosed": 1, "commitments_once": 2,
        ...     "undisclosed_once": 1, "bought": False, "raises": False, "conversion": None, "kept_by": None,
        ...     "as_of": None, "largest": 5, "amounts": 2, "at_stage": "pledged",
        ... }
        >>> totals_of([row], by="category")["financial"].value
        at_least(Money('5', 'EUR'))
    """
    an_instance_or_none(rates, RateTable, f"{_WHERE}.rates")
    an_instance_or_none(deflators, Deflators, f"{_WHERE}.deflators")
    names = key_beside(by, None, _WHERE, TAKEN).names
    added = added_rows(_Added, rows, names, _WHERE)
    conversion = Conversion(currency, rates, deflators)
    into = conversion.into(sorted(_currencies(added)))
    for one in added:
        one.check(names, conversion, into)
    found = [one for one in added if not one.raises or one.is_convertible(conversion, into)]
    money, goods = ([one for one in found if one.bought is bought] for bought in (False, True))
    values, apart = _sums(money, conversion), _sums(goods, conversion)
    groups = {group for sums in (values, apart) for one in sums.values() for group in one.groups}
    fractions = {} if into is None else conversion.fractions(groups, into, lambda group: ())
    cells = cells_of(values, apart, into, fractions, lambda key: key)
    table = Totals(
        names,
        into,
        cells,
        stage=same("at_stage", added, _WHERE) or Stage.PLEDGED,
        as_of=same("as_of", added, _WHERE),
        price_base=None if deflators is None else deflators.base,
    )
    whole = attrs.evolve(
        table.whole,
        commitments=sum(one.commitments_once for one in money),
        undisclosed=sum(one.undisclosed_once for one in money),
        goods=sum(one.commitments_once for one in goods),
    )
    return attrs.evolve(table, whole=whole)


def _currencies(added: list["_Added"]) -> set[str]:
    """The currencies of what is told; where all is undisclosed, the one in which parts raise it."""
    told, raising = ({one.currency or "" for one in added if one.raises is raises} - {""} for raises in (False, True))
    return told or (raising if len(raising) == 1 else set())


def _sums(added: list["_Added"], conversion: Conversion) -> dict[Any, Sum]:
    sums: defaultdict[Any, Sum] = defaultdict(partial(Sum, is_dated=conversion.is_dated))
    for one in added:
        total, group = sums[one.key], one.group(conversion)
        if group is not None:
            total.lows[group].append(one.low)
            total.highs[group].append(one.high)
        total.open_low |= one.open_low > 0
        total.open_high |= one.open_high > 0
        total.approximate |= one.approximate > 0
        total.entered += one.commitments
        total.undisclosed += one.undisclosed
    return sums


@attrs.frozen(kw_only=True)
class _Added(AddedRow):
    """One row: what the summands of a group come to."""

    currency: str | None = attrs.field(metadata={"read": text_or_none})
    day: date | None = attrs.field(metadata={"read": day_or_none})
    raises: bool = attrs.field(metadata={"read": flag})
    conversion: str | None = attrs.field(metadata={"read": text_or_none})

    def check(self, names: tuple[str, ...], conversion: Conversion, into: Currency | None) -> None:
        """Refuse what cannot be trusted."""
        self.check_row(names, _WHERE)
        if self.conversion == WITHOUT_DAYS:
            is_fitting = not conversion.is_dated
        else:
            told = "" if self.conversion is None else conversion.told(into)
            is_fitting = self.conversion in (None, f"{CONVERTED}{told}", f"{STATED}{told}")
        if not is_fitting:
            problem = f"in some summands, parts raise or lower others as converted {self.conversion}"
            raise InvalidValueError(_WHERE, problem, "pass the same currency, rates and deflators here and to summands")

    def group(self, conversion: Conversion) -> Group | None:
        """What its amounts are converted with; None where it has none."""
        if self.currency is None:
            return None
        is_converted = self.conversion is not None and self.conversion.startswith(CONVERTED)
        return self.currency if is_converted or not conversion.is_dated else (self.currency, self.day)

    def is_convertible(self, conversion: Conversion, into: Currency | None) -> bool:
        """Whether what parts raise their whole by can be told in the currency of the sum."""
        group = self.group(conversion)
        with suppress(CurrencyMismatchError, RateNotFoundError):
            return into is not None and group is not None and bool(conversion.fraction(group, into))
        return False
