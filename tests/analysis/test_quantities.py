"""How many things are promised: units, times, keys of lines, sums over lines, and what is refused."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import pytest

from ukraine_support import (
    ArtilleryShell,
    Calibre,
    Country,
    Equipment,
    Estimate,
    InexactError,
    Initiative,
    InvalidValueError,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    Stage,
    UnitMismatchError,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
    units,
)
from ukraine_support.analysis import Quantities, SharingKey, quantities, totals

DE, NL = Country("DE"), Country("NL")
SHELL, OTHER = ArtilleryShell(calibre="155 mm", mass="43.2 kg"), ArtilleryShell(calibre="122 mm")


def _promise(id: str, *lines: Line, donor: Country = NL, **more: Any) -> MilitaryCommitment:
    return MilitaryCommitment(**{"id": id, "donors": [donor], "stage": "pledged", "lines": lines} | more)


def _ledger(*promises: MilitaryCommitment) -> Ledger:
    return Ledger(commitments=promises)


def _months(*months: str | None) -> Ledger:
    return _ledger(*(_promise(f"p{at}", Line(SHELL, 60), announced=month) for at, month in enumerate(months)))


# Units


def test_several_units_do_not_add() -> None:
    ledger = _ledger(_promise("a", Line(SHELL, 10)), _promise("b", Line(Munition(), 2, unit="tonnes")))
    with pytest.raises(UnitMismatchError, match="rounds and tonnes do not add") as error:
        quantities(ledger, of=Munition())
    assert error.value.units == ("rounds", "tonnes")


def test_units_are_kept_apart_by_the_key() -> None:
    ledger = _ledger(_promise("a", Line(SHELL, 10)), _promise("b", Line(Munition(), 2, unit="tonnes")))
    table = quantities(ledger, of=Munition(), by="unit")
    assert table.unit is None
    assert {key.value: (cell.quantity, cell.unit) for key, cell in table.items()} == {
        "rounds": (exactly(10), *(key for key in table if key.value == "rounds")),
        "tonnes": (exactly(2), *(key for key in table if key.value == "tonnes")),
    }
    by_two = quantities(ledger, of=Munition(), by=("donor", "unit"))
    assert [cell.unit for cell in by_two.values()] == [key[1] for key in by_two]


def test_an_undisclosed_line_counts_for_no_unit() -> None:
    ledger = _ledger(_promise("a", Line(SHELL, 10)), _promise("b", Line(Munition(), unit="tonnes")))
    table = quantities(ledger, of=Munition())
    assert (table.unit and table.unit.value, table[()].quantity, table[()].undisclosed) == ("rounds", at_least(10), 1)


def test_tonnes_add_what_has_a_mass() -> None:
    ledger = _ledger(
        _promise("a", Line(SHELL, 1_000)),
        _promise("b", Line(OTHER, 1_000)),
        _promise("c", Line(Munition(), between(1, 2), unit="tonnes")),
        _promise("d", Line([SHELL, OTHER], 5)),
    )
    cell = quantities(ledger, of=Munition(), unit="tonnes")[()]
    assert cell.quantity == at_least(Estimate(low=cell.quantity.low).low or 0)
    assert str(cell.quantity.low) == "44.2"
    assert (cell.lines, cell.undisclosed) == (4, 2)


def test_goals_in_another_unit_are_not_among_what_is_sought() -> None:
    goal = [Line(Munition(), 100, unit="sets"), Line(Munition(), 7)]
    promise = MilitaryCommitment(id="promise", stage="pledged", lines=[Line(Munition(), 5)])
    table = quantities(Ledger(initiatives=[Initiative(id="fund", goal=goal)], commitments=[promise]), of=Munition())
    assert (table.whole.quantity, table.sought) == (exactly(5), exactly(7))


def test_of_no_line_there_is_no_unit() -> None:
    table = quantities(_ledger(), of=Munition())
    assert (len(table), table.unit, table.whole.quantity, table.sought) == (0, None, exactly(0), exactly(0))


def test_cells_give_quantities_of_pint() -> None:
    ledger = _ledger(_promise("a", Line(SHELL, 600)), _promise("b", Line(SHELL, about(between(5, 7))), donor=DE))
    table = quantities(ledger, of=SHELL, by="donor")
    daily = 20 * units.registry().Unit("round/day")
    assert str((table[NL].rounds / daily).to("day")) == "30.0 day"
    assert (table[DE].rounds_low, table[DE].rounds_high) == (
        5 * units.registry().Unit("round"),
        7 * units.registry().Unit("round"),
    )
    with pytest.raises(InexactError, match="is not exact"):
        _ = table[DE].rounds
    with pytest.raises(InexactError, match="the cell counts pieces"):
        _ = quantities(_ledger(_promise("a", Line(Equipment(), 2))), of=Equipment()).whole.rounds
    with pytest.raises(InexactError, match="the cell counts nothing"):
        _ = quantities(_ledger(), of=Equipment()).whole.rounds
    open_ended = quantities(_ledger(_promise("a", Line(SHELL))), of=SHELL)[()]
    assert (str(open_ended.rounds_low), open_ended.rounds_high) == ("0.0 round", None)
    less = _promise("a", Line(SHELL, 5), correction=True, value=Money("-5", "EUR"))
    assert quantities(_ledger(less), of=SHELL)[()].rounds_low is None


# Times


def test_running_sums_fill_in_the_months_without_any() -> None:
    table = quantities(_months("2023-11", "2024-02"), of=SHELL, by="month").cumulative()
    assert {month: cell.quantity for month, cell in table.items()} == {
        "2023-11": exactly(60),
        "2023-12": exactly(60),
        "2024-01": exactly(60),
        "2024-02": exactly(120),
    }
    assert table.is_cumulative
    assert table["2024-01"].commitments == 1


def test_what_has_no_month_widens_every_running_sum() -> None:
    table = quantities(_months("2024-01", None), of=SHELL, by="month").cumulative()
    assert list(table) == ["2024-01"]
    assert table["2024-01"].quantity == between(60, 120)
    assert table.whole.quantity == exactly(120)


def test_running_sums_are_kept_for_each_other_key() -> None:
    ledger = _ledger(
        _promise("a", Line(SHELL, 60), announced="2023"), _promise("b", Line(SHELL, 5), donor=DE, announced="2024")
    )
    table = quantities(ledger, of=SHELL, by=("donor", "year")).cumulative()
    assert {(str(donor), year): cell.quantity for (donor, year), cell in table.items()} == {
        ("DE", "2023"): exactly(0),
        ("DE", "2024"): exactly(5),
        ("NL", "2023"): exactly(60),
        ("NL", "2024"): exactly(60),
    }


@pytest.mark.parametrize(
    ("by", "time", "expected"),
    [
        ("month", "month", 45),
        ("month", "day", "1.4754"),
        ("month", "year", 540),
        ("quarter", "month", 30),
        ("quarter", "day", "0.9945"),
        ("year", "year", 180),
        ("year", "month", 15),
        ("year", "day", "0.4932"),
    ],
)
def test_an_average_divides_by_all_times_from_the_first_to_the_last(by: Any, time: Any, expected: int | str) -> None:
    averages = quantities(_months("2023-03", "2023-06", "2023-05"), of=SHELL, by=by).per(time)
    found = averages[()].quantity.low
    assert found == expected if isinstance(expected, int) else round(Decimal(found or 0), 4) == Decimal(expected)
    assert (averages.every, averages.whole.every, averages[()].every) == (time, time, time)


def test_an_average_of_what_has_no_month_lies_between_nothing_and_all_of_it() -> None:
    averages = quantities(_months("2024-01", "2024-02", None), of=SHELL, by=("month", "donor")).per("month")
    assert averages.names == ("donor",)
    assert averages[NL].quantity == between(60, 90)
    assert str(quantities(_months("2024-01"), of=SHELL, by="month").per("month")[()].rounds.units) == "round / month"
    assert quantities(_months(None), of=SHELL, by="month").per("day").whole.quantity == exactly(60)
    assert quantities(_months("2024-01", "2024-02"), of=SHELL, by="month").per("day").whole.quantity == exactly(2)


@pytest.mark.parametrize(
    ("ask", "problem"),
    [
        (lambda: quantities(_months("2024"), of=SHELL).cumulative(), "0 parts of its key are times"),
        (lambda: quantities(_months("2024"), of=SHELL, by=("year", "month")).per("month"), "2 parts of its key"),
        (lambda: quantities(_months("2024"), of=SHELL, by="year").cumulative().cumulative(), "it holds running sums"),
        (lambda: quantities(_months("2024"), of=SHELL, by="year").per("week"), "'week' is none of them"),  # type: ignore[arg-type]
    ],
)
def test_times_are_asked_of_a_table_that_is_kept_by_one(ask: Callable[[], Quantities], problem: str) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        ask()


# Keys


def test_lines_are_kept_by_what_they_are() -> None:
    old, new = Equipment(designation="Leopard 2A4"), Equipment(designation="Leopard 2A6")
    ledger = _ledger(
        _promise("a", Line(old, 10, condition="second-hand"), Line(new, 2)), _promise("b", Line([old, new], 3))
    )
    by_name = quantities(ledger, of=Equipment(), by="designation")
    assert {key: cell.quantity.low for key, cell in by_name.items()} == {
        "Leopard 2A4": 10,
        "Leopard 2A6": 2,
        ("Leopard 2A4", "Leopard 2A6"): 3,
    }
    by_condition = quantities(ledger, of=Equipment(), by=("condition", "kind", "origin"))
    assert {key[0] and key[0].value: cell.lines for key, cell in by_condition.items()} == {"second-hand": 1, None: 2}


def test_a_function_is_given_a_line() -> None:
    ledger = _ledger(_promise("a", Line(SHELL, 500), Line(SHELL, 5)))
    table = quantities(ledger, of=SHELL, by=lambda line: (line.quantity.low or 0) > 100)
    assert {key: cell.quantity.low for key, cell in table.items()} == {False: 5, True: 500}


def test_a_table_is_a_mapping_that_prints_as_one_line_and_gives_rows() -> None:
    table = quantities(_ledger(_promise("a", Line(SHELL, at_most(5)))), of=SHELL, by=("donor", "calibre"))
    same = quantities(_ledger(_promise("z", Line(SHELL, at_most(5)))), of=SHELL, by=("donor", "calibre"))
    assert (table == same, hash(table) == hash(same), table == 5) == (True, True, False)
    assert repr(table) == "<Quantities by donor, calibre: 1 of them>"
    assert (NL, Calibre(155)) in table
    assert "0 .. 5" in table._repr_html_()
    assert list(table.__rich_repr__()) == [("cells", 1), ("NL", "155 mm, 0 .. 5, 1, 1, 0, 0")]
    assert table.rows() == [
        {
            "donor": "NL",
            "calibre": "155 mm",
            "unit": "rounds",
            "low": 0,
            "high": 5,
            "approximate": False,
            "lines": 1,
            "commitments": 1,
            "undisclosed": 0,
            "wider": 0,
            "bought_low": 0,
            "bought_high": 0,
        }
    ]
    assert quantities(_ledger(), of=SHELL, unit="rounds").unit is not None


def test_attribution_splits_in_exact_shares_that_keep_the_sum() -> None:
    ledger = _ledger(
        _promise("a", Line(SHELL, between(100, 200)), donors=[DE, NL]),
        _promise("b", Line(SHELL), donors=[DE, NL]),
        _promise("c", Line(SHELL, at_least(1)), donors=[DE, NL]),
    )
    key = SharingKey({DE: 2, NL: 1})
    table = quantities(ledger, of=SHELL, by="donor", attribution=key)
    assert [str(cell.quantity.low) for cell in table.values()] == ["67.333333333333333334", "33.666666666666666666"]
    assert table.whole.quantity == at_least(101)
    assert (table.whole.lines, table.whole.commitments, table.whole.undisclosed) == (3, 3, 1)
    once = quantities(ledger, of=SHELL, attribution=key)[()]
    assert (once.lines, once.commitments, once.undisclosed) == (3, 3, 1)
    none = quantities(ledger, of=SHELL, by="donor", attribution=lambda commitment: None)
    assert list(none) == [(DE, NL)]
    wide = quantities(ledger, of=OTHER, by="donor", attribution=key)
    assert wide.whole.wider == 0


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"of": "shells"}, "quantities.of: 'shells' is a str; pass a kind of support"),
        ({"of": 5}, "quantities.of: 5 is a int; pass a kind of support"),
        ({"of": []}, "quantities.of: no kind is named"),
        (
            {"by": "caliber"},
            "quantities.by: 'caliber' is no word for a key; pass one of donor, .*did you mean 'calibre'",
        ),
        ({"by": 5}, "quantities.by: 5 is a int; pass a word, a function of a line"),
        ({"spans": "first"}, "quantities.spans: 'first' is none of them"),
        ({"unit": "dozens"}, "'dozens'"),
        ({"stage": "given"}, "'given'"),
        ({"as_of": "soon"}, "'soon'"),
        ({"by": lambda line: []}, "quantities.by: .* cannot be a key"),
    ],
)
def test_what_it_cannot_use_it_refuses(more: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        quantities(_months("2024"), **({"of": SHELL} | more))


def test_it_asks_a_ledger() -> None:
    with pytest.raises(WrongTypeError, match="pass a Ledger"):
        quantities([], of=SHELL)  # type: ignore[arg-type]


def test_it_answers_as_of_a_day() -> None:
    table = quantities(_months("2023", "2024"), of=[SHELL, OTHER], as_of="2023-12-31", stage=Stage.PROPOSED)
    assert (table.whole.quantity, str(table.as_of), table.stage) == (exactly(60), "2023-12-31", Stage.PROPOSED)
    assert table.of == (SHELL, OTHER)


# Money by what it bought

EUR: Final = "EUR"


def _by_calibre(*promises: MilitaryCommitment, **options: Any) -> dict[str, Any]:
    table = totals(_ledger(*promises), by="calibre", over="lines", currency=EUR, **options)
    assert table.whole == totals(_ledger(*promises), currency=EUR, **options).whole
    return {str(key): cell.value for key, cell in table.items()}


def _euros(number: int) -> Money:
    return Money(number, EUR)


def test_a_value_of_the_whole_stands_under_the_key_that_all_its_lines_share() -> None:
    whole = _promise("a", Line(SHELL, 5), Line(SHELL, value=_euros(3)), value=_euros(100))
    assert _by_calibre(whole) == {"155 mm": exactly(_euros(100))}


def test_else_each_line_takes_what_it_states_and_the_rest_stands_under_none() -> None:
    whole = _promise("a", Line(SHELL, value=_euros(30)), Line(OTHER, 5), value=_euros(100))
    assert _by_calibre(whole) == {"155 mm": exactly(_euros(30)), "None": exactly(_euros(70))}
    whole = _promise("a", Line(SHELL, value=_euros(30)), Line(OTHER, value=_euros(70)), value=_euros(100))
    assert _by_calibre(whole) == {"155 mm": exactly(_euros(30)), "122 mm": exactly(_euros(70))}
    whole = _promise("a", Line(SHELL, value=_euros(30)), Line(OTHER, 5), value=at_least(_euros(100)))
    assert _by_calibre(whole) == {"155 mm": exactly(_euros(30)), "None": at_least(_euros(70))}


def test_if_they_exceed_the_whole_all_of_it_stands_under_none() -> None:
    for value in (_euros(20), at_most(_euros(50))):
        whole = _promise("a", Line(SHELL, value=_euros(30)), Line(OTHER, 5), value=value)
        assert list(_by_calibre(whole)) == ["None"]
    foreign = _promise("a", Line(SHELL, value=Money(30, "USD")), Line(OTHER, 5), value=_euros(50))
    assert list(_by_calibre(foreign)) == ["None"]


def test_lines_without_a_value_of_the_whole_stand_each_for_itself() -> None:
    lines = Line(SHELL, value=_euros(30)), Line(OTHER, 5), Line(OTHER, value=_euros(7))
    assert _by_calibre(_promise("a", *lines)) == {"155 mm": exactly(_euros(30)), "122 mm": at_least(_euros(7))}


def test_what_others_raise_is_a_value_of_the_whole() -> None:
    whole = _promise("a", Line(SHELL, value=_euros(30)), Line(OTHER, 5))
    part = _promise("b", Line(OTHER, 5, value=_euros(90)), part_of="a")
    assert _by_calibre(whole, part) == {"155 mm": exactly(_euros(30)), "None": at_least(_euros(60))}


def test_a_correction_takes_off_by_lines_too() -> None:
    promise = _promise("a", Line(SHELL, 5), Line(OTHER, 5), value=_euros(100))
    less = _promise(
        "b",
        Line(SHELL, value=_euros(-30)),
        Line(OTHER, 5),
        value=_euros(-40),
        correction=True,
        links=[Link("corrects", "a")],
    )
    assert _by_calibre(promise, less) == {"155 mm": exactly(_euros(-30)), "None": exactly(_euros(90))}


def test_money_without_lines_stands_under_none_and_attribution_splits_lines() -> None:
    money = _promise("a", value=_euros(100), donors=[DE, NL])
    goods = _promise("b", Line(SHELL, value=_euros(30)), Line(OTHER, value=_euros(3)), donors=[DE, NL])
    table = totals(_ledger(money, goods), by=("calibre", "donor"), over="lines", attribution=SharingKey({DE: 2, NL: 1}))
    assert {f"{calibre} {donor}": str(cell.value.low) for (calibre, donor), cell in table.items()} == {
        "122 mm DE": "EUR 2",
        "122 mm NL": "EUR 1",
        "155 mm DE": "EUR 20",
        "155 mm NL": "EUR 10",
        "None DE": "EUR 66.67",
        "None NL": "EUR 33.33",
    }
    assert (table.whole.commitments, str(table.whole.value.low)) == (2, "EUR 133")
    with pytest.raises(InvalidValueError, match=r"totals\.over: 'rows' is none of them"):
        totals(_ledger(), over="rows")  # type: ignore[arg-type]


def test_parts_of_the_same_kinds_raise_the_same_line() -> None:
    shells, others = ArtilleryShell(calibre="155 mm"), ArtilleryShell(calibre="122 mm")
    ledger = _ledger(
        _promise("a", Line(shells), Line(others)),
        _promise("b", Line(shells, 60), Line(shells, 5), part_of="a"),
        _promise("c", Line(shells, 40), part_of="a"),
        _promise("d", Line(others, 1), part_of="a"),
    )
    assert quantities(ledger, of=shells)[()].quantity == at_least(105)
    assert quantities(ledger, of=Munition())[()].quantity == at_least(106)
