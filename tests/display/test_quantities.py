"""Quantities and progress in words."""

from typing import Any

import pytest

from laws.notation import KINDS, read
from ukraine_support import Munition
from ukraine_support.analysis import progress, quantities
from ukraine_support.display import describe

LOTS = "initiative i lead CZ goal 800 155mm; m €100 towards i; a 50 155mm by - towards i"


def _quantities(ledger: str, **options: Any) -> Any:
    return quantities(read(ledger), **({"of": KINDS["155mm"]} | options))


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (_quantities("a 100 155mm")[()], "100 rounds (1 commitment)"),
        (_quantities("a ? 155mm; b ? 155mm")[()], "undisclosed (2 commitments; lines of undisclosed number: 2)"),
        (
            _quantities("a 100 155mm; b ? 155mm; c 5 munitions")[()],
            "at least 100 rounds (2 commitments; lines of undisclosed number: 1; lines of a wider kind: 1)",
        ),
        (_quantities("c 5 munitions")[()], "lines of a wider kind: 1"),
        (_quantities("").whole, "0"),
        (
            _quantities(LOTS),
            "50 rounds (1 commitment; of which bought with joint funds: 50); sought by initiatives: 800 rounds",
        ),
        (
            _quantities("a 100 155mm; b 5 155mm by DE", by="donor"),
            (
                "Germany: 5 rounds (1 commitment); Netherlands: 100 rounds (1 commitment); "
                "grand total: 105 rounds (2 commitments)"
            ),
        ),
        (
            _quantities("a 100 155mm", by="month").cumulative(),
            "running totals; December 2023: 100 rounds (1 commitment)",
        ),
        (_quantities("a 60 155mm", by="year").per("month")[()], "5 rounds per month (1 commitment)"),
        (_quantities("a 60 155mm", by="month").per("year")[()], "720 rounds per year (1 commitment)"),
        (_quantities("a 62 155mm", by="month").per("day")[()], "2 rounds per day (1 commitment)"),
        (_quantities(""), "nothing recorded"),
        (
            _quantities("a 300 155mm/122mm", of=Munition(), by=("kind", "calibre")),
            "artillery shells, 122 mm, 155 mm: 300 rounds (1 commitment)",
        ),
        (progress(read(""), of=Munition()), "nothing recorded"),
        (progress(read(""), of=Munition()).whole, "nothing recorded"),
        (
            progress(read("a 100 155mm; NL: a delivered 30"), of=Munition(), by="donor"),
            (
                "Netherlands (promised: 100 rounds; delivered: 30 rounds (30% of what was promised); "
                "outstanding: 70 rounds; 1 commitment)"
            ),
        ),
        (
            progress(read("a ? 155mm; b 5 munitions"), of=KINDS["155mm"])[()],
            (
                "lines of a wider kind: 1; promised: undisclosed; reached: undisclosed; 1 commitment; "
                "without any report: 1"
            ),
        ),
        (progress(read("b 5 munitions"), of=KINDS["155mm"])[()], "lines of a wider kind: 1"),
        (
            progress(read("a €100; NL: a disbursed €80 on 5; UA: a disbursed €30 on 6 disputes k1"), of=None),
            (
                "promised: €100.00; delivered: between €30.00 and €80.00 (between 30% and 80% of what was promised); "
                "outstanding: between €20.00 and €70.00; 1 commitment; with conflicting accounts: 1"
            ),
        ),
    ],
)
def test_it_is_told(thing: object, expected: str) -> None:
    assert describe(thing, "en") == expected
