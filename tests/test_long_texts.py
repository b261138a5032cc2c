"""What takes time in proportion to a text, whatever it is made of: held by a count, or by a clock with much room."""

from time import process_time

import pytest

from ukraine_support import UnknownNameError
from ukraine_support.interchange import sipri
from ukraine_support.reference import find_party, named_part

HEADINGS = [
    *("Recipient", "Supplier", "Year of order", "Number ordered", "Weapon designation", "Weapon description"),
    *("Number delivered", "Year(s) of delivery", "Status", "Comments"),
]


def test_wrong_and_unlikely_years_of_one_cell_are_told_once() -> None:
    row = ["Ukraine", "Germany", "2022", "10", "PzH-2000", "self-propelled gun", "10", "a; 1111;" * 5_000, "New", ""]
    reading = sipri.read([HEADINGS, row])
    assert [problem.reason for problem in reading.problems if "year of delivery" in problem.reason] == [
        "'a' is no year of delivery"
    ]
    assert sum(note.column == "Year(s) of delivery" for note in reading.notes) == 1
    assert len(reading.ledger.claims) == 1


@pytest.mark.parametrize("letter", ["\ufdfa", "a\u0301", "U.S.", "(", " x"])
def test_no_name_is_so_long_that_it_is_compared_with_others(letter: str) -> None:
    start = process_time()
    with pytest.raises(UnknownNameError):
        find_party(letter * 100_000)
    assert named_part(letter * 100_000) is None
    assert process_time() - start < 2
