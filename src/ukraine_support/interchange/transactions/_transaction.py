"""Rows of IATI's transactions, each read by itself."""

from collections.abc import Iterator
from enum import Enum
from typing import Final

import attrs

from ..._errors import InvalidValueError
from ..._model.commitments import FinancialCommitment, HumanitarianCommitment, Instrument
from ..._model.parties import Country, Party
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.period import Period
from .._sheet.sheet import Row
from ._parties import Parties, country_of


class Kind(Enum):
    """What a transaction does to the promise of its activity."""

    COMMITMENT = "committed"
    PLEDGE = "pledged"
    GUARANTEE = "guaranteed"
    PAYMENT = "paid"


_KINDS: Final = {
    **dict.fromkeys(("2", "C"), Kind.COMMITMENT),
    "12": Kind.PLEDGE,
    **dict.fromkeys(("10", "CG"), Kind.GUARANTEE),
    **dict.fromkeys(("3", "4", "7", "D", "E", "R"), Kind.PAYMENT),
}
"""By IATI's codes of transaction types, those of its first version among them."""
_MIRROR: Final = "what comes in mirrors what its giver reports"
_NO_SUPPORT: Final = "interest, repayments and equity are no support"
_PASSED: Final = {
    **dict.fromkeys(("1", "11", "13", "IF"), _MIRROR),
    **dict.fromkeys(("5", "6", "8", "9", "IR", "LR", "QP", "QS"), _NO_SUPPORT),
}
_INSTRUMENTS: Final = {
    "110": Instrument.GRANT,
    "410": Instrument.LOAN,
    "421": Instrument.LOAN,
    "1100": Instrument.GUARANTEE,
}
"""By IATI's codes of finance types."""
_TRUE: Final = ("1", "true")


@attrs.frozen
class Transaction:
    """What one row says."""

    row: Row
    activity: str
    kind: Kind
    currency: str
    """The currency's code; empty where none is named."""
    amount: Estimate[Money]
    day: Period | None
    donors: tuple[Party, ...]
    recipient: Country


class Transactions:
    """What rows become, one by one.

    Args:
        parties: Whom the rows name.
    """

    def __init__(self, parties: Parties) -> None:
        self._parties = parties

    def of(self, row: Row) -> Iterator[Transaction]:
        """The transaction of a row; none where it is passed over or lost."""
        currency, amount = _amount(row)
        code, activity = row.text("type"), row.text("activity")
        if code in _PASSED:
            row.pass_over(_PASSED[code])
        elif code not in _KINDS:
            row.problem("type", "this is none of IATI's types of transactions", fatal=True)
        elif activity is None:
            row.problem("activity", "the transaction is of no activity", fatal=True)
        elif isinstance(recipient := _recipient(row), str):
            row.problem("countries", recipient, fatal=True)
        else:
            donors = self._donors(row)
            yield Transaction(row, activity, _KINDS[code], currency, amount, row.period("day"), donors, recipient)

    def _donors(self, row: Row) -> tuple[Party, ...]:
        """Who gives: the provider, else whoever reports, unless for others."""
        provider = self._parties.of(row, "provider")
        if provider is None and not _is_true(row, "secondary"):
            provider = self._parties.of(row, "reporter")
        return () if provider is None else (provider,)


def _amount(row: Row) -> tuple[str, Estimate[Money]]:
    """The currency's code, and the amount, entered into the accounts; unknown where no currency is known."""
    named = row.text("currency") or row.text("default_currency")
    try:
        currency = None if named is None else Currency(named)
    except InvalidValueError as error:
        row.problem("currency", error.problem)
        currency = None
    if currency is not None:
        return currency.code, row.amount("value", currency)
    number = row.count("value")
    if not number.is_unknown:
        reason = "no currency is named that is known"
        row.problem("value", f"{reason}; it is taken as unknown")
        row.account_for("value", number, None, reason)
    return "", UNKNOWN


def _recipient(row: Row) -> Country | str:
    """The country of a transaction, or why none is known."""
    own, several = row.text("country"), row.text("countries")
    codes = [code.strip() for code in (own or several or "").split(",") if code.strip()]
    if len(codes) > 1:
        whose = "activity goes" if own is None else "transaction goes"
        return f"the {whose} to several countries, and nothing says how much of the transaction goes to each"
    share = row.count("percentages")
    if own is None and share.high is not None and share.high < 100:
        return "only a part of the activity goes to the country, and the transaction names none"
    found = country_of(codes[0]) if codes else None
    return "no country is named that is known" if found is None else found


def _is_true(row: Row, column: str) -> bool:
    return (row.text(column) or "").casefold() in _TRUE


def form_of(first: Transaction) -> type[FinancialCommitment | HumanitarianCommitment]:
    """Whether an activity is humanitarian aid."""
    is_relief = _is_true(first.row, "humanitarian") or _is_true(first.row, "is_humanitarian")
    return HumanitarianCommitment if is_relief else FinancialCommitment


def instrument_of(first: Transaction) -> Instrument:
    """How the money is given, as far as the row says."""
    if first.kind is Kind.GUARANTEE:
        return Instrument.GUARANTEE
    code = first.row.text("finance") or first.row.text("default_finance")
    return _INSTRUMENTS.get(code or "", Instrument.UNSPECIFIED)
