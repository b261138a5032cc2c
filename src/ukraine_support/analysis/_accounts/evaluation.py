"""From what was said to what has become of a promise: what stands, what is overtaken, what contradicts each other."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from ..._model.claims import Claim
from ..._model.commitments import Commitment, Initiative
from ..._model.ledger import Ledger
from ..._model.lines import Unit
from ..._model.values.estimate import UNKNOWN, Estimate
from .._known import said_on
from .._promises.claimed import Figure, Kinds
from .accounts import AccountParts, account_of, accounts_of, ratio_of
from .contradictions import Comparison, at_least_about, at_most_about
from .fulfilment import Account, Fulfilment, outstanding_of
from .least import Least, Word
from .party_totals import raise_to
from .statements import Asked, Statements


@attrs.frozen
class Contradiction:
    """Two words that contradict each other, the earlier first."""

    earlier: Word
    later: Word
    declared: bool


@attrs.frozen
class Answer:
    """What has become of a promise, what contradicts each other in that, and what was reached at least."""

    fulfilment: Fulfilment[Any]
    contradictions: tuple[Contradiction, ...]
    least: Least


@attrs.frozen
class Setting:
    """What is asked, and what is known of it besides what was said."""

    ledger: Ledger
    asked: Asked
    promise: Commitment | Initiative
    unit: Unit | None
    as_of: date | None
    tolerance: Decimal
    promised: Estimate[Any]
    parts: Least
    """What its parts have reached together."""
    replaced: Least
    """What the promises that it replaces have reached."""

    def in_order(self, claims: Iterable[Claim | None]) -> tuple[Claim, ...]:
        """Claims in the order in which they were said, announcements left out."""
        found = (claim for claim in claims if claim is not None)
        return tuple(sorted(found, key=lambda claim: (said_on(self.ledger, claim), claim.id)))


@attrs.define
class _Judged:
    """The accounts of one set of kinds, sorted by whether they stand."""

    kinds: Kinds
    standing: list[AccountParts]
    stale: list[AccountParts]
    contradictions: list[Contradiction]


def worked_out(setting: Setting, statements: Statements, is_whole_disputed: Sequence[bool]) -> Answer:
    """The answer out of what was said; what is disputed of all lines together is disputed of each.

    Words about all lines together so contradict each other there or not at all.
    """
    reported, superseded, without_effect = accounts_of(statements.reports, setting.asked.stage)
    groups = list(_judged(reported, setting, of_whole=not is_whole_disputed))
    same = [group for group in groups if group.kinds is Kinds.SAME]
    has_same = any(not account.figure.comparable.is_unknown for group in same for account in group.standing)
    bounding = same if has_same else [_bounding(group) for group in groups]
    listed = [
        account for group in groups if has_same and group not in same for account in (*group.standing, *group.stale)
    ]
    forecasts, earlier, without_effect_too = accounts_of(statements.forecasts, setting.asked.stage)
    forecasts = [_bound(account) for account in forecasts]
    standing = [account for group in bounding for account in group.standing]
    delivered = _between(bounding)
    if not standing or not all(_is_of_all(account) for account in standing):
        delivered = raise_to(raise_to(delivered, setting.parts.amount), setting.replaced.amount)
    beside = [
        *(claim for account in listed for claim in account.claims),
        *(each.claim for each in (*without_effect, *without_effect_too) if each.claim is not None),
        *statements.others,
    ]
    core = [*(claim for account in (*standing, *forecasts) for claim in account.claims), *beside]
    declared = list(_declared(core, statements.silent, setting.ledger))
    contradictions = (*declared, *(each for group in groups for each in group.contradictions))
    accounts = _given(standing, setting)
    fulfilment = Fulfilment(
        id=setting.asked.id,
        promise=setting.promise,
        line=setting.asked.line,
        unit=setting.unit,
        stage=setting.asked.stage,
        as_of=setting.as_of,
        promised=setting.promised,
        accounts=accounts,
        forecasts=_given(forecasts, setting),
        stale=_given([account for group in bounding for account in group.stale], setting),
        superseded=setting.in_order(each.claim for each in (*superseded, *earlier)),
        retracted=setting.in_order(statements.retracted),
        listed=setting.in_order([*beside, *statements.silent]),
        delivered=delivered,
        outstanding=outstanding_of(setting.promised, delivered),
        share=_share(delivered, setting.promised, accounts),
        disputed=any(is_whole_disputed) or bool(contradictions),
    )
    return Answer(fulfilment, contradictions, _least(delivered, standing, setting))


def _judged(reported: Sequence[AccountParts], setting: Setting, *, of_whole: bool) -> Iterator[_Judged]:
    """The accounts kinds by kinds: which stand, which others or the parts overtake, and who contradicts whom."""
    groups: dict[tuple[str, ...], list[AccountParts]] = {}
    for account in reported:
        groups.setdefault(account.parts[0].of, []).append(account)
    for accounts in groups.values():
        kinds = accounts[0].parts[0].kinds
        comparison = Comparison(accounts, setting.tolerance)
        gone = comparison.overtaken()
        contradictions = []
        if kinds is Kinds.SAME and setting.parts.word is not None:
            too_low = [
                at for at, account in enumerate(accounts) if at not in gone and _says_less(account, setting.parts)
            ]
            gone.update(at for at in too_low if accounts[at].day < setting.parts.day)
            contradictions = [
                Contradiction(setting.parts.word, accounts[at].word, declared=False)
                for at in too_low
                if at not in gone and _contradicts(accounts[at], setting.parts, setting.tolerance)
            ]
        standing = [at for at in range(len(accounts)) if at not in gone]
        contradictions += (
            Contradiction(accounts[early].word, accounts[late].word, declared=False)
            for early, late in comparison.contradicting(standing)
            if of_whole or not (_is_of_whole(accounts[early]) and _is_of_whole(accounts[late]))
        )
        yield _Judged(
            kinds,
            [accounts[at] for at in standing],
            [account for at, account in enumerate(accounts) if at in gone],
            contradictions,
        )


def _says_less(account: AccountParts, parts: Least) -> bool:
    """Whether an account of the whole says less than its parts have reached; all of it is never less."""
    high = account.figure.amount.high
    return high is not None and account.is_own and bool(high < parts.amount.low) and not _is_of_all(account)


def _is_of_whole(account: AccountParts) -> bool:
    return all(part.is_of_whole for part in account.parts)


def _is_of_all(account: AccountParts) -> bool:
    return all(part.is_all for part in account.parts)


def _contradicts(account: AccountParts, parts: Least, tolerance: Decimal) -> bool:
    """Whether it does so by more than rounding, and neither lacks a day."""
    most, least = at_most_about(account.figure.amount, tolerance), at_least_about(parts.amount, tolerance)
    return parts.day > date.min and most is not None and least is not None and most < least


def _bounding(group: _Judged) -> _Judged:
    return attrs.evolve(
        group, standing=[_bound(each) for each in group.standing], stale=[_bound(each) for each in group.stale]
    )


def _bound(account: AccountParts) -> AccountParts:
    """What an account of narrower or wider kinds says of the promised ones: a least, or a most."""
    kinds = account.parts[0].kinds
    if kinds is Kinds.SAME:
        return account
    return attrs.evolve(account, figure=account.figure.or_more if kinds is Kinds.NARROWER else account.figure.or_less)


def _between(groups: Sequence[_Judged]) -> Estimate[Any]:
    """The span of the accounts of one set of kinds; of several, what all of them allow."""
    spans = [_spanned(group.standing) for group in groups]
    stated = [span for span in spans if not span.is_unknown]
    if len(stated) < 2:
        return stated[0] if stated else UNKNOWN
    lows, highs = (
        [end for end in ends if end is not None] for ends in zip(*((s.low, s.high) for s in stated), strict=True)
    )
    ends = sorted([*([max(lows)] if lows else []), *([min(highs)] if highs else [])])
    rough = any(span.is_approximate for span in stated)
    return Estimate(ends[0] if lows else None, ends[-1] if highs else None, rough)


def _spanned(accounts: Sequence[AccountParts]) -> Estimate[Any]:
    """The span of all amounts; where they are zero, and others say a share of an undisclosed promise, zero or more."""
    span = Estimate.span(each.figure.amount for each in accounts if not each.figure.amount.is_unknown)
    is_nothing = span.high is not None and span.high <= span.zero
    shares = (each.figure.share for each in accounts if is_nothing and each.figure.amount.is_unknown)
    return span.or_more if any(share.high is None or share.high > 0 for share in shares) else span


def _declared(core: Sequence[Claim], silent: Sequence[Claim], ledger: Ledger) -> Iterator[Contradiction]:
    """Disputes that a claim declares, of which both stand and one at least bears on what is asked."""
    bearing = {claim.id: claim for claim in core}
    standing = bearing | {claim.id: claim for claim in silent}
    for claim in standing.values():
        for id in claim.disputes:
            if id in standing and (id in bearing or claim.id in bearing):
                yield contradiction(ledger, claim, standing[id])


def contradiction(ledger: Ledger, claim: Claim, disputed: Claim) -> Contradiction:
    """A declared one."""
    earlier, later = sorted((claim, disputed), key=lambda each: (said_on(ledger, each), each.id))
    return Contradiction(earlier, later, declared=True)


def _given(accounts: Sequence[AccountParts], setting: Setting) -> tuple[Account[Any], ...]:
    """The accounts as they are given out, the earliest first; nothing said beside nothing is at least nothing."""
    nothing = setting.promised.zero
    begun = [
        account
        if nothing is None or not account.figure.comparable.is_unknown
        else attrs.evolve(account, figure=Figure(Estimate(nothing)))
        for account in accounts
    ]
    found = [account_of(each, setting.promised) for each in begun]
    return tuple(sorted(found, key=lambda account: (account.day, account.word.id)))


def _share(delivered: Estimate[Any], promised: Estimate[Any], accounts: Sequence[Account[Any]]) -> Estimate[Decimal]:
    """Which part of the promise was delivered; of an undisclosed promise, what is said in shares."""
    if not promised.is_unknown:
        return ratio_of(delivered, promised)
    return Estimate.span(account.share for account in accounts if not account.share.is_unknown)


def _least(delivered: Estimate[Any], standing: Sequence[AccountParts], setting: Setting) -> Least:
    words = [Least(UNKNOWN, account.day, account.word) for account in standing]
    last = max([*words, setting.parts, setting.replaced], key=lambda each: each.day)
    return Least(delivered.or_more, last.day, last.word)
