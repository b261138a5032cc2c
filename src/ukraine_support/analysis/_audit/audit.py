"""Asking a ledger what in it is odd."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from ..._errors import InvalidValueError, WrongTypeError, near, shown
from ..._model.base.advice import an_instance, is_iterable
from ..._model.ledger import Ledger
from ..._model.values.period import a_day_or_none
from ..._tabular import ShownTuple
from . import amounts, days, ties
from .finding import ORDER, Finding, Rule

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "implausible-day": days.implausible_days,
        "own-recipient": ties.own_recipient,
        "due-before-announced": days.due_before_announced,
        "more-delivered-than-promised": amounts.more_delivered_than_promised,
        "parts-above-their-whole": amounts.parts_above_their_whole,
        "value-and-price-disagree": amounts.value_and_price_disagree,
        "contradicted-by-its-own-source": ties.contradicted_by_its_own_source,
        "part-of-another-initiative": ties.parts_of_another_initiative,
        "unknown-calibre": ties.unknown_calibre,
        "odd-price": amounts.odd_prices,
        "foreign-currency": ties.foreign_currency,
        "near-duplicate": ties.near_duplicates,
        "money-that-buys-arms": ties.money_that_buys_arms,
        "past-due-without-a-word": days.past_due_without_a_word,
        "one-source": ties.one_source,
    }
)
"""Every rule of the library by its name, the gravest first. Each takes a ledger and the day as of which it is asked."""
USUAL: Final = tuple(name for name in RULES if name != "one-source")
"""The rules that are tried where none are named: all but one, which a record of few sources would be full of."""


def audit(
    ledger: Ledger, *, as_of: date | str | None = None, rules: Iterable[str | Rule] = USUAL
) -> tuple[Finding, ...]:
    """What in a ledger is odd: the most certain first, then by rule.

    Args:
        ledger: The records.
        as_of: The day asked about. Without one, nothing is past due.
        rules: Names out of `RULES`, and functions: one of yours, or one of `RULES` with other bounds, such as
            `functools.partial(RULES["odd-price"], factor=3)`.

    Raises:
        InvalidValueError: A rule has no such name.
        WrongTypeError: What is passed is no ledger, or a rule is neither a name nor a function.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> typo = FinancialCommitment(id="nl", stage="pledged", announced="2922-02-09")
        >>> other = FinancialCommitment(id="de", stage="pledged", announced="2022-02-24")
        >>> for finding in audit(Ledger(commitments=[typo, other])):
        ...     print(finding.id, finding.problem, sep=": ")
        nl: announced is 2922-02-09, more than 20 years after most other days
    """
    day = a_day_or_none(as_of, "audit")
    an_instance(ledger, Ledger, "audit")
    if isinstance(rules, str) or not is_iterable(rules):
        raise WrongTypeError("audit.rules", f"{shown(rules)} is a {type(rules).__name__}", "pass names and functions")
    found = ledger if day is None else ledger.as_of(day)
    checks = [_rule(rule) for rule in rules]
    findings = {finding: place for place, check in enumerate(checks) for finding in check(found, day)}
    return ShownTuple(sorted(findings, key=lambda one: (ORDER[one.certainty], findings[one], one.id)))


def _rule(rule: str | Rule) -> Rule:
    if callable(rule):
        return rule
    if not isinstance(rule, str):
        raise WrongTypeError("audit.rules", f"{shown(rule)} is a {type(rule).__name__}", "pass names and functions")
    if rule not in RULES:
        accepted = f"pass one of {', '.join(RULES)}, or a function{near(rule, RULES)}"
        raise InvalidValueError("audit.rules", f"{shown(rule)} is no rule", accepted)
    return RULES[rule]
