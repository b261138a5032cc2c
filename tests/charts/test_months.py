"""Totals kept by month or quarter run from left to right, a column for each, and show what is known and no more."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import pytest

from ukraine_support import (
    UNKNOWN,
    Country,
    Estimate,
    FinancialCommitment,
    Initiative,
    Ledger,
    Money,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import Total, Totals, totals
from ukraine_support.charts import totals_chart


def euros(amount: int) -> Money:
    return Money(amount, "EUR")


def at(text: str) -> int:
    return (date.fromisoformat(text) - date(1970, 1, 1)).days * 86_400_000


def gifts(values: Mapping[str, Any], donor: str = "NL", **fields: Any) -> list[FinancialCommitment]:
    """A gift in each month."""
    return [
        FinancialCommitment(
            id=f"{donor} {month}",
            donors=[Country(donor)],
            stage="pledged",
            announced=month,
            value=value,
            **fields,
        )
        for month, value in values.items()
    ]


def chart(*commitments: FinancialCommitment, by: Any = "month", locale: str = "en") -> dict[str, Any]:
    return totals_chart(totals(Ledger(commitments=commitments), by=by), locale)


def marks(spec: dict[str, Any], **like: Any) -> list[dict[str, Any]]:
    """The data of the marks that are like this."""
    return [
        values for layer in spec["layer"] if like.items() <= layer["mark"].items() for values in layer["data"]["values"]
    ]


def columns(spec: dict[str, Any], *, dashed: bool = False) -> list[tuple[Any, Any, float]]:
    """From which day to which each column stands that is solid, or dashed, and how many pixels high."""
    found = marks(spec, type="rect", fill=None) if dashed else marks(spec, type="rect", fill="#3a7fc8")
    return [(each["x"], each["x2"], round(each["y2"] - each["y"], 1)) for each in found]


def texts(spec: dict[str, Any]) -> list[str]:
    return [" ".join(" ".join(values["text"]).split()) for values in marks(spec, type="text")]


def test_a_column_is_as_wide_as_its_month_and_as_high_as_its_sum() -> None:
    spec = chart(*gifts({"2024-01": euros(100), "2024-02": euros(50)}))
    (january, february) = columns(spec)
    assert january[:2] == (at("2024-01-01"), at("2024-02-01"))
    assert february[:2] == (at("2024-02-01"), at("2024-03-01"))
    assert january[2] == pytest.approx(2 * february[2], abs=0.2)
    assert spec["layer"][0]["encoding"]["x"]["type"] == "temporal"


def test_a_quarter_is_three_months_wide() -> None:
    spec = chart(*gifts({"2023-12": euros(2), "2024-02": euros(1)}), by="quarter")
    assert [each[:2] for each in columns(spec)] == [
        (at("2023-10-01"), at("2024-01-01")),
        (at("2024-01-01"), at("2024-04-01")),
    ]


@pytest.mark.parametrize(
    ("known", "solid", "dashed", "points"),
    [
        (exactly(euros(40)), 40, 0, {}),
        (between(euros(30), euros(50)), 30, 20, {}),
        (at_least(euros(30)), 30, 0, {"triangle-up": 1}),
        (at_most(euros(50)), 0, 50, {}),
        (about(euros(40)), 40, 0, {"circle": 1}),
        (about(at_least(euros(30))), 30, 0, {"triangle-up": 1, "circle": 1}),
        (about(between(euros(30), euros(50))), 30, 20, {"circle": 2}),
        (UNKNOWN, 0, 0, {}),
    ],
    ids=str,
)
def test_what_is_known_of_a_month_is_drawn_and_no_more(
    known: Estimate[Money], solid: int, dashed: int, points: dict[str, int]
) -> None:
    spec = chart(*gifts({"2024-01": euros(100), "2024-02": known}))
    (january, *_) = columns(spec)
    pixels = january[2] / 100
    assert [round(each[2] / pixels) for each in columns(spec)[1:]] == [solid] * (solid > 0)
    assert [round(each[2] / pixels) for each in columns(spec, dashed=True)] == [dashed] * (dashed > 0)
    found = {shape: len(marks(spec, type="point", shape=shape)) for shape in ("triangle-up", "triangle-down", "circle")}
    assert {shape: number for shape, number in found.items() if number} == points
    assert texts(spec).count("?") == known.is_unknown


def test_what_was_taken_back_reaches_below_zero() -> None:
    back = gifts({"2024-02": euros(-50)}, correction=True)
    spec = chart(*gifts({"2024-01": euros(50)}, "DE"), *back, by=("donor", "month"))
    solid = marks(spec, type="rect", fill="#3a7fc8")
    assert len(solid) == 2
    open_end = gifts({"2024-03": at_most(euros(-20))}, "IT", correction=True)
    assert len(marks(chart(*open_end), shape="triangle-down")) == 1


def test_each_donor_has_a_row_on_one_scale_the_largest_first() -> None:
    spec = chart(
        *gifts({"2024-01": euros(10)}, "DE"),
        *gifts({"2024-01": euros(50), "2024-03": None}, "NL"),
        *gifts({"2024-02": None}, "FR"),
        by=("donor", "month"),
    )
    heads = marks(spec, type="text", fontWeight="bold", baseline="top") or marks(spec, fontWeight="bold", aria=False)
    assert [head["text"] for head in heads] == [["Netherlands"], ["Germany"], ["France"]]
    assert {"at least €50", "€10", "undisclosed"} <= set(texts(spec))
    germany, netherlands = sorted(each[2] for each in columns(spec))
    assert netherlands == pytest.approx(5 * germany, abs=0.5)
    assert spec["description"].endswith("France: February 2024: undisclosed (1 commitment; of undisclosed value: 1)")


def test_what_may_belong_to_several_months_is_written_and_not_drawn() -> None:
    spec = chart(*gifts({"2024-01": euros(100), "2024": euros(7)}))
    assert len(columns(spec)) == 1
    assert "date not stated: €7 (1 commitment)" in texts(spec)
    rows = chart(*gifts({"2024": euros(7)}))
    assert "Not stated" in texts(rows), "without a month there is no axis of time"


def test_thirty_one_months_fit_one_screen() -> None:
    months = {f"{2022 + month // 12}-{month % 12 + 1:02}": euros(month + 1) for month in range(1, 32)}
    spec = chart(*gifts(months))
    assert len(columns(spec)) == 31
    assert spec["height"] < 200
    assert [each["text"] for each in marks(spec, align="center", opacity=0.8)] == [["2023"], ["2024"]]


def test_a_key_of_the_callers_own_that_is_called_month_is_a_row() -> None:
    one = Total(value=exactly(euros(5)), commitments=1, undisclosed=0, bought=exactly(euros(0)), goods=0)
    cells: dict[Any, Total] = {7: one}
    spec = totals_chart(Totals(("month",), euros(0).currency, cells), "en")
    assert [each["x2"] for each in marks(spec, type="rect")] == [5]


def test_initiatives_of_one_name_have_a_row_each() -> None:
    joint = [Initiative(id=id, name="Shells for Ukraine") for id in ("first", "second")]
    given = [
        attrs.evolve(gift, towards=id)
        for id, donor in (("first", "DE"), ("second", "NL"))
        for gift in gifts({"2024-01": euros(5)}, donor)
    ]
    ledger = Ledger(initiatives=joint, commitments=given)
    spec = totals_chart(totals(ledger, by=("initiative", "month")), "en", ledger=ledger)
    heads = marks(spec, fontWeight="bold", aria=False)
    assert [head["text"] for head in heads] == [["Shells for Ukraine"]] * 2
