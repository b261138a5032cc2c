"""How many things are promised and delivered: columns and lines over time, and a row of two bars for each donor."""

from typing import Any

import pytest

from ukraine_support import (
    ArtilleryShell,
    Claim,
    Country,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    Speaker,
    about,
    at_least,
    at_most,
    between,
)
from ukraine_support.analysis import progress, quantities
from ukraine_support.charts import progress_chart, totals_chart


def promises(*figures: tuple[str, str, Any]) -> list[MilitaryCommitment]:
    """Rounds of a donor in a month."""
    return [
        MilitaryCommitment(
            id=f"{donor} {month} {number}",
            donors=[Country(donor)],
            stage="pledged",
            announced=month,
            lines=[Line(Munition(), quantity)],
        )
        for number, (donor, month, quantity) in enumerate(figures)
    ]


def marks(spec: dict[str, Any], **like: Any) -> list[dict[str, Any]]:
    """The data of the marks that are like this."""
    return [
        values for layer in spec["layer"] if like.items() <= layer["mark"].items() for values in layer["data"]["values"]
    ]


def texts(spec: dict[str, Any]) -> list[str]:
    written = [" ".join(values["text"]) for values in marks(spec, type="text")]
    written = [" ".join(spec["title"]["text"]), " ".join(spec["title"]["subtitle"]), *written]
    return [" ".join(text.split()) for text in written]


def over_time(*figures: tuple[str, str, Any], by: Any = "month") -> dict[str, Any]:
    table = quantities(Ledger(commitments=promises(*figures)), of=Munition(), by=by)
    return totals_chart(table.cumulative(), "en")


def steps(spec: dict[str, Any], *, dashed: bool = False) -> list[float]:
    """How far up each month of a line stands, beginning with the first."""
    rules = [
        values
        for layer in spec["layer"]
        if layer["mark"].get("strokeWidth") == 2 and layer["mark"]["type"] == "rule" and "x2" in layer["encoding"]
        if ("strokeDash" in layer["mark"]) == dashed
        for values in layer["data"]["values"]
    ]
    return [spec["height"] - values["y"] for values in rules]


def test_things_are_drawn_by_donor_under_what_they_are() -> None:
    table = quantities(
        Ledger(commitments=promises(("DE", "2024-01", 5), ("NL", "2024-01", 8))), of=Munition(), by="donor"
    )
    spec = totals_chart(table, "en")
    assert texts(spec)[:2] == ["Munitions by donor", "from the stage “pledged” on"]
    assert [(each["x"], each["x2"]) for each in marks(spec, type="rect")] == [(0, 8), (0, 5)]


def test_things_of_each_month_are_columns() -> None:
    table = quantities(
        Ledger(commitments=promises(("DE", "2024-01", 5), ("DE", "2024-02", None))), of=Munition(), by="month"
    )
    spec = totals_chart(table, "en")
    assert len(marks(spec, type="rect")) == 1
    assert "?" in texts(spec)
    assert "at least 5 rounds" in texts(spec)


def test_running_sums_are_a_line_that_never_falls() -> None:
    spec = over_time(("DE", "2024-01", 5), ("DE", "2024-03", 5))
    january, february, march = steps(spec)
    assert january == february < march
    assert steps(spec, dashed=True) == []
    assert marks(spec, fillOpacity=0.3) == []
    assert "running totals" in texts(spec)[1]
    assert "10 rounds" in texts(spec), "what all came to"


def test_between_what_is_certain_and_what_is_possible_lies_a_band() -> None:
    spec = over_time(("DE", "2024-01", 5), ("DE", "2024-02", between(5, 15)))
    assert len(steps(spec)) == 2
    (high,) = steps(spec, dashed=True)
    (band,) = marks(spec, fillOpacity=0.3)
    assert {spec["height"] - band["y"], spec["height"] - band["y2"]} == {high, steps(spec)[1]}


@pytest.mark.parametrize(
    ("known", "shape", "filled"), [(at_least(5), "triangle-up", True), (about(5), "circle", False)], ids=str
)
def test_the_end_of_a_line_says_whether_it_is_open_or_rough(known: Any, shape: str, filled: bool) -> None:
    spec = over_time(("DE", "2024-01", 5), ("DE", "2024-02", known))
    assert len(marks(spec, type="point", shape=shape, filled=filled)) == 1


def test_years_run_from_left_to_right_where_sums_run() -> None:
    spec = over_time(("DE", "2023-01", 5), ("NL", "2024-02", 5), ("NL", "2024-03", at_most(7)), by=("donor", "year"))
    assert spec["layer"][0]["encoding"]["x"]["type"] == "temporal"
    assert len(steps(spec)) == 4


def test_promised_and_delivered_are_a_row_of_two_bars_the_largest_promise_first() -> None:
    small, large = promises(("DE", "2024-01", 10), ("NL", "2024-01", 100))
    claim = Claim(id="claim", about=large.id, stage="delivered", quantity=25, speaker=Speaker("A"))
    ledger = Ledger(commitments=[small, large], claims=[claim])
    spec = progress_chart(progress(ledger, of=Munition(), by="donor"), "en")
    assert [head["text"] for head in marks(spec, fontWeight="bold", aria=False)] == [["Netherlands"], ["Germany"]]
    assert [(each["x"], each["x2"]) for each in marks(spec, type="rect", fillOpacity=0.3)] == [(0, 100), (0, 10)]
    assert [(each["x"], each["x2"]) for each in marks(spec, type="rect", fill="#3a7fc8") if each["x2"] == 25] == [
        (0, 25)
    ]
    assert [(each["x"], each["x2"]) for each in marks(spec, type="rect", fill=None)] == [(0, 10)], "nobody has said"
    assert "promised: 100 rounds" in texts(spec)
    assert "delivered: 25 rounds (25% of what was promised)" in texts(spec)


def test_progress_of_money_is_drawn_likewise() -> None:
    gift = MilitaryCommitment(id="gift", stage="delivered", value=Money("5", "EUR"))
    spec = progress_chart(progress(Ledger(commitments=[gift]), of=None), "en")
    assert texts(spec)[0] == "Totals"
    assert "delivered: €5 (100% of what was promised)" in texts(spec)


def test_progress_of_nothing_says_so() -> None:
    assert "Nothing recorded" in texts(progress_chart(progress(Ledger(), of=Munition(), by="donor"), "en"))


def test_what_is_undisclosed_is_no_zero() -> None:
    ledger = Ledger(commitments=promises(("DE", "2024-01", 10), ("NL", "2024-01", None)))
    spec = progress_chart(progress(ledger, of=Munition(), by="donor"), "en")
    assert texts(spec).count("?") == 2
    assert "promised: undisclosed" in texts(spec)


def test_of_a_wider_kind_nobody_knows_how_many_are_meant() -> None:
    ledger = Ledger(commitments=promises(("DE", "2024-01", 10)))
    shells = ArtilleryShell(calibre="155 mm")
    for spec in (
        totals_chart(quantities(ledger, of=shells, by="donor"), "en"),
        progress_chart(progress(ledger, of=shells, by="donor"), "en"),
    ):
        assert "?" in texts(spec)
        assert "lines of a wider kind: 1" in texts(spec)
        assert marks(spec, type="point") == []
