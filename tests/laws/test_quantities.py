"""COUNTING, rules 4 and 25 to 32: how many things are promised, and how many of them have come how far.

Each table is one rule, each row a case: a ledger, a question, the answer. `notation` says how to read ledgers and
estimates. A question is a field of a cell (`quantity`, `delivered`, …), the kinds asked about, and perhaps by what the
table is kept; the answer of a table tells each cell behind its key.
"""

from collections.abc import Mapping
from datetime import date
from itertools import groupby, pairwise
from typing import Any, Final

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from conftest import tried
from laws.notation import KINDS, RATES, cases, read, reversed_ids, told
from laws.tangles import tangles
from ukraine_support import Country, Estimate, Ledger, Munition, Stage, exactly
from ukraine_support.analysis import (
    Progress,
    ProgressCell,
    Quantities,
    QuantityCell,
    SharingKey,
    progress,
    quantities,
    totals,
)

OF_PROGRESS: Final = ("promised", "delivered", "outstanding", "share", "unreported", "disputed")

RULE_4 = cases("""
  a whole that states nothing of the kind gives way to its parts that reached the stage
    a €500; b 40 tanks part_of a                                        | quantity tanks               | 40
    a €500; b 40 tanks by DE part_of a                                  | quantity tanks by donor      | DE 40
    a €500; b 40 tanks part_of a; c 10 tanks proposed part_of a         | quantity tanks               | 40
    a €500; b €100 part_of a; c 40 tanks part_of b                      | quantity tanks               | 40
    a 40 tanks; b 5 drones part_of a                                    | quantity drones              | 5
    a 40 tanks; b 5 drones part_of a                                    | quantity tanks               | 40
    a 40 tanks; b 30 tanks part_of a                                    | quantity tanks               | 40
    a 40 tanks 5 drones; b 30 tanks 6 drones part_of a                  | quantity tanks/drones        | 45
  so does a telling
    a €500; b 40 tanks same_as a                                        | quantity tanks               | 40
    a 40 tanks; b €500 same_as a                                        | quantity tanks               | 40
    a ? tanks; b 40 tanks same_as a                                     | quantity tanks               | 40
    a 40 tanks; b 50 tanks same_as a                                    | quantity tanks               | 40
    a 40 tanks same_as b; b 50 tanks same_as a                          | quantity tanks               | 40..50
  parts raise a low end, line by line
    a ? tanks; b 30 tanks part_of a                                     | quantity tanks               | ≥30
    a ≤40 tanks; b 30 tanks part_of a                                   | quantity tanks               | 30..40
    a ? tanks; b ? tanks part_of a; c 30 tanks part_of b                | quantity tanks               | ≥30
    a ? 155mm ? 122mm; b 30 155mm part_of a; c 5 122mm part_of a | quantity shells by calibre | 122 mm ≥5, 155 mm ≥30
    a 20 155mm ? 122mm; b 30 155mm part_of a; c 5 122mm part_of a | quantity shells by calibre | 122 mm ≥5, 155 mm 20
    a ? 155mm ? 155mm; b 30 155mm part_of a                             | quantity 155mm               | ≥30
    a 20 155mm ? 155mm; b 30 155mm part_of a                            | quantity 155mm               | ≥50
    a ? 155mm ? 122mm; b ? 155mm 7 122mm part_of a                      | quantity shells              | ≥7
    a ? 155mm ? 122mm; b 30 155mm 4 drones part_of a                    | quantity shells/drones       | ≥30
    a ~40 tanks                                                         | quantity tanks               | ~40
    a ? tanks; b 30 drones part_of a                                    | quantity tanks               | ≥0
    a 40 tanks ? shells; b 30 shells part_of a | quantity tanks/shells by unit | Unit.PIECES 40, Unit.ROUNDS ≥30
    a ? tanks 40 shells; b 30 tanks part_of a  | quantity tanks/shells by unit | Unit.PIECES ≥30, Unit.ROUNDS 40
  what replaces or restates another counts instead of it
    a 40 tanks; b 30 tanks replaces a                                   | quantity tanks               | 30
    a 40 tanks; b 30 tanks corrects a                                   | quantity tanks               | 30
    a 40 tanks; b 5 tanks corrects a diff                               | quantity tanks               | 45
    a 40 tanks; b 5 tanks reimburses a                                  | quantity tanks               | 40
    a 40 tanks; NL: a withdrawn                                         | quantity tanks               | nothing
    a 40 tanks; NL: a withdrawn 10                                      | quantity tanks               | 30
    a 40 tanks; b 30 tanks part_of a; NL: b withdrawn                   | quantity tanks               | 10
    a 40 tanks 5 drones; NL: a withdrawn 10 line 0                      | quantity tanks/drones        | 35
  a part that is taken back lowers what it counts, and nothing else
    a 40 155mm 5 122mm; b 30 155mm part_of a; NL: b withdrawn | quantity shells by calibre | 122 mm 5, 155 mm 10
    a 40 155mm 5 122mm; b 30 155mm part_of a; NL: b withdrawn 10 | quantity shells by calibre | 122 mm 5, 155 mm 30
    a 40 155mm 5 122mm; b €5 part_of a; NL: b withdrawn | quantity shells by calibre | 122 mm ≤5, 155 mm ≤40
    a 40 155mm; b 5 122mm part_of a; NL: b withdrawn                    | quantity 155mm               | 40
""")

RULE_25 = cases("""
  quantities go by the stage at which a record was announced, progress by claims
    a 100 155mm; b 50 155mm delivered                   | quantity 155mm                    | 150
    a 100 155mm; b 50 155mm delivered                   | quantity 155mm at delivered       | 50
    a 100 155mm; NL: a delivered                        | quantity 155mm at delivered       | nothing
    a 100 155mm; NL: a delivered                        | delivered 155mm                   | 100
    a 100 155mm; b 50 155mm delivered                   | promised 155mm                    | 150
    a 100 155mm proposed                                | quantity 155mm                    | nothing
""")

RULE_26 = cases("""
  of several kinds counted together, all count or some of them
    a 300 155mm/122mm                                   | quantity shells                   | 300
    a 300 155mm/122mm                                   | quantity 155mm                    | ≤300
    a 300 155mm/122mm                                   | quantity 155mm/122mm              | 300
    a 300 155mm/122mm; b 5 155mm                        | quantity 155mm                    | 5..305
    a 300 155mm/122mm; b 50 155mm part_of a             | quantity 155mm                    | 50..300
    a 100 155mm; b 20 155mm/122mm corrects a diff       | quantity 155mm                    | 100..120
    a 300 155mm/122mm                                   | undisclosed 155mm                 | 0
  by calibre, kind or designation they are one joint key
    a 300 155mm/122mm; b 5 155mm               | quantity shells by calibre     | 122 mm+155 mm 300, 155 mm 5
    a 300 155mm/122mm                                   | quantity shells by kind           | artillery-shell 300
    a 300 155mm/tanks | quantity shells/tanks by kind | artillery-shell+equipment 300
  a line of a wider kind is not counted, and the cell says how many there are
    a 300 munitions; b 5 155mm                          | quantity 155mm                    | 5
    a 300 munitions; b 5 155mm                          | wider 155mm                       | 1
    a 300 munitions by DE; b 5 155mm                    | wider 155mm by donor              | DE 1, NL 0
    a 300 munitions; b 5 155mm part_of a                | quantity 155mm                    | 5
    a 300 munitions; b 5 155mm part_of a                | wider 155mm                       | 1
    a 300 shells; b 40 tanks                            | wider tanks                       | 0
    a 300 shells 20 munitions                           | wider 155mm                       | 2
""")

RULE_28 = cases("""
  a goal is nobody's promise
    initiative i lead CZ goal 800 155mm; a 50 155mm towards i          | quantity 155mm           | 50
    initiative i lead CZ goal 800 155mm; a 50 155mm towards i          | sought 155mm             | 800
    initiative i lead CZ goal 800 155mm/122mm; a 50 155mm              | sought 155mm             | ≤800
    initiative i lead CZ goal 800 155mm; CZ: i withdrawn; a 50 155mm   | sought 155mm             | 0
  bought goods count, and the cell says how many are bought
    initiative i lead CZ; m €100 towards i; a 50 155mm by - towards i  | quantity 155mm           | 50
    initiative i lead CZ; m €100 towards i; a 50 155mm by - towards i  | bought 155mm             | 50
    initiative i lead CZ; m €100 towards i; a 50 155mm by FR towards i | bought 155mm             | 0
  initiative i lead CZ; m €100 towards i; a 50 155mm stock by - towards i  | bought 155mm         | 0
  the lots of the lead stand apart if somebody else promises such goods towards the same initiative
  initiative i lead CZ; m €100 by DK towards i; b 50 155mm by CZ towards i;
    a 50 155mm by DK towards i                         | quantity 155mm                    | 50
    a 50 122mm by DK towards i                         | quantity shells                   | 100
    a ? 155mm by DK towards i                          | quantity 155mm                    | ≥50
    a 50 shells by DK towards i                        | quantity shells                   | 50
  initiative i lead CZ; m €100 by DK towards i; b 50 shells by CZ towards i;
    a 50 155mm by DK towards i                         | quantity shells                   | 50
  initiative i lead CZ; m €100 by DK towards i; b 50 155mm by CZ towards i;
    a 50 155mm by DK towards i; c 50 155mm by CZ towards i | quantity 155mm                | 50
    a 50 155mm by DK towards i; c 50 155mm stock by CZ towards i | quantity 155mm          | 100
""")

RULE_29 = cases("""
  a correction to less opens the low end
    a 100 155mm; b €-5 20 155mm corrects a diff         | quantity 155mm                    | ≤100
    a 100 155mm; b €5 20 155mm corrects a diff          | quantity 155mm                    | 120
    a 100 155mm; b €0 20 155mm corrects a diff          | quantity 155mm                    | 120
    b €-5 20 155mm diff                                 | quantity 155mm                    | ≤0
    b €-5 ? 155mm diff                                  | quantity 155mm                    | ?
    a 100 155mm; b €-5 20 155mm corrects a diff         | outstanding 155mm                 | ≤100
""")

RULE_30 = cases("""
  promise by promise
    a 100 155mm                                         | delivered 155mm                   | ≤100
    a 100 155mm                                         | outstanding 155mm                 | ≤100
    a ~100 155mm                                        | delivered 155mm                   | ~≤100
    a 100 155mm                                         | unreported 155mm                  | 1
    a 100 155mm; NL: a delivered 30                     | delivered 155mm                   | 30
    a 100 155mm; NL: a delivered 30                     | outstanding 155mm                 | 70
    a 100 155mm; NL: a delivered 30                     | share 155mm                       | 0.3
    a 100 155mm; NL: a delivered 30                     | unreported 155mm                  | 0
    a 100 155mm; b 50 155mm; NL: a delivered 120        | delivered 155mm                   | 120..170
    a 100 155mm; b 50 155mm; NL: a delivered 120        | outstanding 155mm                 | ≤50
    a ? 155mm; NL: a delivered 30                       | delivered 155mm                   | 30
    a ? 155mm; NL: a delivered 30                       | outstanding 155mm                 | ≥0
    a ? 155mm                                           | delivered 155mm                   | ≥0
    a 100 155mm; b 40 155mm part_of a; NL: b delivered  | delivered 155mm                   | 40..100
    a 100 155mm; b 40 155mm part_of a; NL: b delivered  | unreported 155mm                  | 0
    a 300 155mm/122mm; NL: a delivered 200              | delivered 155mm                   | ≤200
    a 300 155mm/122mm; NL: a delivered 300              | outstanding 155mm                 | 0
    a 300 155mm/122mm; b 50 155mm part_of a; NL: a delivered 20 | outstanding 155mm         | 30..280
    a 100 155mm; b 20 155mm corrects a diff; NL: a delivered 120 on 5 | outstanding 155mm   | 0
    a 100 155mm; b 20 155mm corrects a diff             | promised 155mm                    | 120
    a 100 155mm by NL; b 60 155mm by DE; DE: b delivered | outstanding 155mm by donor       | DE 0, NL ≤100
  contradictions are kept
    a 100 155mm; NL: a delivered 80 on 5; UA: a delivered 30 on 6 disputes k1 | delivered 155mm | 30..80
    a 100 155mm; NL: a delivered 80 on 5; UA: a delivered 30 on 6 disputes k1 | disputed 155mm  | 1
    a 100 155mm; NL: a delivered 80 on 5; UA: a delivered 30 on 6 disputes k1 | unreported 155mm | 0
  the same of money
    a €100; NL: a disbursed €40                         | delivered money                   | €40
    a €100; NL: a disbursed €40                         | outstanding money                 | €60
    a €100; b €50; NL: a disbursed €40                  | delivered money                   | €40..90
    a €100; b €50; NL: a disbursed €40                  | unreported money                  | 1
    a; NL: a disbursed €40                              | promised money                    | €≥0
    a €100; b €20 corrects a diff; NL: a disbursed €120 | outstanding money                 | €0
    a €100; b €60 part_of a; NL: b disbursed            | delivered money                   | €60..100
    a €100; b €-5 diff                                  | outstanding money                 | €-5..95
    initiative i lead CZ; m €100 towards i; a €70 50 155mm by - towards i | promised money      | €100
""")


@pytest.mark.parametrize(
    ("ledger", "question", "expected"), [*RULE_4, *RULE_25, *RULE_26, *RULE_28, *RULE_29, *RULE_30]
)
def test_rule(ledger: str, question: str, expected: str) -> None:
    assert _answer(read(ledger), question) == expected
    assert _answer(read(ledger, reversed_ids(ledger)), question) == expected, "other ids, another answer"


def _answer(ledger: Ledger, question: str) -> str:
    words = question.split()
    what, kinds = words[0], words[1]
    options: dict[str, Any] = {"of": None if kinds == "money" else [KINDS[kind] for kind in kinds.split("/")]}
    if "by" in words:
        options["by"] = words[words.index("by") + 1]
    if "at" in words:
        options["stage"] = words[words.index("at") + 1]
    table: Quantities | Progress
    table = progress(ledger, **options) if what in OF_PROGRESS else quantities(ledger, **options)
    if isinstance(table, Quantities) and what == "sought":
        return told(table.sought)
    found = {_key(key): _cell(getattr(cell, what)) for key, cell in table.items()}
    if "by" in words:
        return ", ".join(f"{key} {cell}" for key, cell in found.items())
    return next(iter(found.values()), "nothing")


def _key(key: Any) -> str:
    return "+".join(str(part) for part in key) if isinstance(key, tuple) else str(key)


def _cell(found: Any) -> str:
    return told(found) if isinstance(found, Estimate) else str(found)


# Laws, of any ledger

DAY: Final = date(2024, 1, 4)
PARTITIONS: Final[tuple[Any, ...]] = ("donor", ("month", "donor"), "calibre", "kind", ("category", "condition"))
KEY: Final = SharingKey({Country("NL"): 1, Country("DE"): 2})
_few = settings(tried(40), suppress_health_check=list(HealthCheck))


def _alone(table: Mapping[Any, Any], whole: Any) -> Any:
    return next(iter(table.values()), whole)


@_few
@given(ledger=tangles())
def test_the_cells_of_any_partition_add_up_to_the_whole(ledger: Ledger) -> None:
    for of in (Munition(), KINDS["155mm"]):
        in_all, whole = quantities(ledger, of=of), progress(ledger, of=of)
        for by in PARTITIONS:
            table = quantities(ledger, of=of, by=by)
            assert table.whole == in_all.whole
            assert _added(cell.quantity for cell in table.values()) == in_all.whole.quantity
            assert _alone(in_all, in_all.whole) == in_all.whole
            assert progress(ledger, of=of, by=by).whole == whole.whole


def _added(figures: Any) -> Any:
    return sum(figures, exactly(0))


@_few
@given(ledger=tangles())
def test_money_by_lines_adds_up_to_totals(ledger: Ledger) -> None:
    in_all = totals(ledger, currency="EUR", rates=RATES)
    for by in ("calibre", ("donor", "kind"), ("condition", "year")):
        table = totals(ledger, by=by, over="lines", currency="EUR", rates=RATES)
        assert table.whole == in_all.whole


@_few
@given(ledger=tangles())
def test_what_progress_says_is_promised_is_what_quantities_say(ledger: Ledger) -> None:
    for stage in (Stage.PROPOSED, Stage.PLEDGED):
        table = quantities(ledger, of=Munition(), by="donor", stage=stage)
        found = progress(ledger, of=Munition(), by="donor", stage=stage)
        assert {key: cell.quantity for key, cell in table.items()} == {
            key: cell.promised for key, cell in found.items()
        }
        assert {key: cell.commitments for key, cell in table.items()} == {
            key: cell.commitments for key, cell in found.items()
        }


@_few
@given(ledger=tangles())
def test_what_is_promised_is_at_least_what_is_outstanding(ledger: Ledger) -> None:
    for of in (Munition(), KINDS["155mm"]):
        for cell in progress(ledger, of=of).values():
            _is_within(cell, declared=any(claim.disputes for claim in ledger.claims.values()))


def _is_within(cell: ProgressCell[Any], *, declared: bool) -> None:
    """Whether a cell's figures fit each other; a declared dispute may be about what nobody gives a figure of."""
    for name in ("low", "high"):
        promised, outstanding = getattr(cell.promised, name), getattr(cell.outstanding, name)
        assert promised is None or (outstanding is not None and outstanding <= promised) or name == "low"
    assert max(cell.unreported, cell.disputed) <= cell.commitments
    assert declared or cell.unreported + cell.disputed <= cell.commitments


@_few
@given(ledger=tangles())
def test_nothing_depends_on_the_order_of_records(ledger: Ledger) -> None:
    turned = Ledger.of([*ledger][::-1]) if hasattr(ledger, "__iter__") else Ledger.of(list(_records(ledger))[::-1])
    assert quantities(turned, of=Munition(), by="month") == quantities(ledger, of=Munition(), by="month")
    assert progress(turned, of=Munition(), by="donor") == progress(ledger, of=Munition(), by="donor")


def _records(ledger: Ledger) -> Any:
    for field in attrs.fields(Ledger):
        if field.init:
            yield from getattr(ledger, field.name).values()


@_few
@given(ledger=tangles())
def test_attribution_and_running_sums_keep_the_sum(ledger: Ledger) -> None:
    whole = quantities(ledger, of=Munition()).whole
    split = quantities(ledger, of=Munition(), by="donor", attribution={(Country("DE"), Country("NL")): KEY})
    assert (split.whole.lines, split.whole.commitments) == (whole.lines, whole.commitments)
    assert split.whole.quantity == whole.quantity
    by_month = quantities(ledger, of=Munition(), by=("month", "donor"), spans="latest")
    running = by_month.cumulative()
    assert running.whole == by_month.whole
    for _, cells in groupby(sorted(running, key=lambda key: str(key[1])), key=lambda key: str(key[1])):
        _grow([running[key] for key in sorted(cells)])


def _grow(cells: list[QuantityCell]) -> None:
    for earlier, later in pairwise(cells):
        assert (later.quantity.low or 0) >= (earlier.quantity.low or 0)


@_few
@given(one=tangles(), other=tangles())
def test_merging_ledgers_that_share_nothing_adds(one: Ledger, other: Ledger) -> None:
    other = _renamed(other)
    merged = Ledger.of([*_records(one), *_records(other)])
    for of in (Munition(), KINDS["155mm"]):
        parts, whole = (quantities(each, of=of).whole for each in (one, other)), quantities(merged, of=of).whole
        assert _added(cell.quantity for cell in parts) == whole.quantity
        left, right = (progress(each, of=of).whole for each in (one, other))
        together = progress(merged, of=of).whole
        assert left.delivered + right.delivered == together.delivered
        assert left.outstanding + right.outstanding == together.outstanding


def _renamed(ledger: Ledger) -> Ledger:
    """The ledger with other ids."""
    from ukraine_support.serialisation import dumps, loads

    text = dumps(ledger)
    for record in sorted(_records(ledger), key=lambda one: -len(one.id)):
        text = text.replace(f'"{record.id}"', f'"z-{record.id}"')
    return loads(text)
