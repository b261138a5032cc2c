"""Rules of parties and ties: who gives to whom, and which records tell of the same thing."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Any, Final

from ..._iso import CURRENCIES_OF
from ..._model.claims import Claim
from ..._model.commitments import Commitment, FinancialCommitment
from ..._model.ledger import Ledger
from ..._model.parties import Country
from ..._model.values.magnitudes import Calibre
from ...reference import CALIBRES
from .._evidence import evidence
from .finding import Certainty, Finding

DAYS_APART: Final = 3
_ARMS: Final = re.compile(
    r"\b(?:arms|ammunition|artillery|howitzers?|lethal|missiles?|munitions?|shells|tanks|weapon(?:s|ry)?)\b",
    re.IGNORECASE,
)


def own_recipient(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Donors that give to themselves."""
    for one in ledger.commitments.values():
        if one.recipient in one.donors:
            problem = f"{one.recipient} gives to itself"
            yield Finding("own-recipient", one.id, problem, figures=[one.recipient], certainty=Certainty.CERTAIN)


def near_duplicates(ledger: Ledger, as_of: date | None, *, days: int = DAYS_APART) -> Iterator[Finding]:
    """Promises of the same donors, of the same value or the same lines, announced within a few days, and not tied."""
    alike: dict[Any, list[Commitment]] = {}
    for one in ledger.commitments.values():
        if one.donors and one.announced is not None and not one.correction:
            lines = tuple((line.of, line.quantity, line.unit) for line in one.lines)
            if one.value.is_exact:
                alike.setdefault((type(one), one.donors, one.recipient, one.value), []).append(one)
            elif lines and not any(line.quantity.is_unknown for line in one.lines):
                alike.setdefault((type(one), one.donors, one.recipient, lines), []).append(one)
    for found in alike.values():
        found.sort(key=_by_day)
        for one, other in pairwise(found):
            if _is_near(one, other, days) and not _are_tied(one, other):
                problem = f"{', '.join(map(str, one.donors))} promised the same on {one.announced}, in {one.id}"
                yield Finding("near-duplicate", other.id, problem, figures=[one.value], others=[one.id])


def _by_day(one: Commitment) -> tuple[date, str]:
    earliest = None if one.announced is None else one.announced.earliest
    return earliest or date.min, one.id


def _is_near(one: Commitment, other: Commitment, days: int) -> bool:
    first, second = one.announced, other.announced
    if first is None or second is None or first.latest is None or second.earliest is None:
        return False
    return (second.earliest - first.latest).days <= days


def _are_tied(one: Commitment, other: Commitment) -> bool:
    linked = {link.to for record in (one, other) for link in record.links}
    if one.id in linked or other.id in linked or one.id == other.part_of or other.id == one.part_of:
        return True
    return one.part_of is not None and one.part_of == other.part_of


def contradicted_by_its_own_source(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Two figures for one thing, of one day, speaker and source, that exclude each other without a dispute."""
    same: dict[Any, list[Claim]] = {}
    for claim in ledger.claims.values():
        for citation in claim.citations:
            if not (claim.increment or claim.forecast or claim.during):
                thing = (claim.about, claim.line, claim.of, claim.stage, claim.said, claim.speaker, citation.source)
                same.setdefault(thing, []).append(claim)
    for (*_, source), claims in same.items():
        for one, other in combinations(claims[:50], 2):
            if other.id not in one.disputes and one.id not in other.disputes and _exclude(one, other):
                problem = f"{source} is cited for this and for {one.id}, which contradict each other"
                yield Finding("contradicted-by-its-own-source", other.id, problem, others=[one.id, source])


def _exclude(one: Claim, other: Claim) -> bool:
    pairs = ((one.quantity, other.quantity), (one.share, other.share), (one.value, other.value))
    return any(left.is_exact and right.is_exact and left != right for left, right in pairs)


def one_source(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Figures that rest on one document alone, the compiler who tells of it not counted as a second."""
    records: list[Commitment | Claim] = [*ledger.commitments.values(), *ledger.claims.values()]
    for record in records:
        told = evidence(ledger, record.id)
        if not record.value.is_unknown and told.rests_on_one:
            problem = f"its figure rests on {told.origins[0].id} alone"
            yield Finding("one-source", record.id, problem, figures=[record.value], others=[told.origins[0].id])


def money_that_buys_arms(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Money filed as financial of which the note, or a line, speaks of arms: money tied to arms is military."""
    for one in ledger.commitments.values():
        if isinstance(one, FinancialCommitment):
            kinds = [type(kind).__name__ for line in one.lines for kind in line.of if getattr(kind, "lethal", False)]
            arms = kinds or _ARMS.findall(str(one.note or ""))
            if arms:
                yield Finding("money-that-buys-arms", one.id, f"it is financial, and speaks of {arms[0]}")


def unknown_calibre(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Calibres that no arms in use have."""
    subjects = [(one.id, one.lines) for one in ledger.commitments.values()]
    subjects += [(one.id, one.goal) for one in ledger.initiatives.values()]
    for id, lines in subjects:
        named = (getattr(kind, "calibre", None) for line in lines for kind in line.of)
        for calibre in sorted({calibre for calibre in named if isinstance(calibre, Calibre)} - CALIBRES.keys()):
            yield Finding(
                "unknown-calibre", id, f"no arms in use are of {calibre}", figures=[calibre], certainty=Certainty.LIKELY
            )


def parts_of_another_initiative(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Parts that go towards another initiative than what they are part of."""
    for one in ledger.commitments.values():
        whole = None if one.part_of is None else ledger.commitments[one.part_of]
        if whole is not None and None not in (one.towards, whole.towards) and one.towards != whole.towards:
            problem = f"it goes towards {one.towards}, and what it is part of, towards {whole.towards}"
            yield Finding("part-of-another-initiative", one.id, problem, certainty=Certainty.LIKELY, others=[whole.id])


def foreign_currency(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Amounts by a country in a currency that is neither its own, nor the euro, nor the dollar."""
    for one in ledger.commitments.values():
        end = one.value.lowest_known
        donors = [donor for donor in one.donors if isinstance(donor, Country)]
        if end is None or not donors or len(donors) < len(one.donors):
            continue
        usual = {"EUR", "USD"}.union(*(CURRENCIES_OF[donor.alpha2] for donor in donors))
        if end.currency.code not in usual:
            whose = ", ".join(map(str, donors))
            own = ", ".join(sorted(usual - {"EUR", "USD"})) or "the euro or the dollar"
            problem = f"{end} by {whose}, whose money is {own}"
            yield Finding("foreign-currency", one.id, problem, figures=[one.value])
