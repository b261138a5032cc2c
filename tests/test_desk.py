"""The jobs of the desk, each a program of a few lines: they run, and say what they should."""

import ast
import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

from conftest import ROOT
from ukraine_support import Country, Ledger, Money
from ukraine_support.analysis import totals
from ukraine_support.serialisation import dumps, loads

DESK = ROOT / "examples" / "desk"
PROGRAMS = sorted(DESK.glob("*.py"))
SEED = loads((ROOT / "seeds" / "paris-2024.json").read_text(encoding="utf-8"))
DUTCH = SEED.commitments["nl-czech-initiative"]


def run(program: str, *arguments: object) -> list[str]:
    command = [sys.executable, str(DESK / f"{program}.py"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return [" ".join(line.split(" ")) for line in done.stdout.replace("\N{NO-BREAK SPACE}", " ").splitlines()]


def written(folder: Path, name: str, ledger: Ledger) -> Path:
    path = folder / f"{name}.json"
    path.write_text(dumps(ledger), encoding="utf-8")
    return path


def with_gift(**fields: Any) -> Ledger:
    return Ledger.of(attrs.evolve(DUTCH, **fields) if record is DUTCH else record for record in SEED.records)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_a_job_takes_at_most_ten_lines_besides_what_it_imports(path: Path) -> None:
    docstring, *statements = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(docstring, ast.Expr), "it says what it does, and how to run it"
    lines = [
        line
        for statement in statements
        if not isinstance(statement, ast.Import | ast.ImportFrom)
        for line in range(statement.lineno, (statement.end_lineno or 0) + 1)
    ]
    assert len(lines) <= 10


def test_what_changed_is_told_with_what_moved(tmp_path: Path) -> None:
    new = with_gift(value=Money("120000000", "EUR"))
    assert run("changes", written(tmp_path, "old", SEED), written(tmp_path, "new", new)) == [
        "nl-czech-initiative, Netherlands → Ukraine: €120,000,000.00: value: €100,000,000.00, now €120,000,000.00",
        "Netherlands: €20,000,000.00",
    ]


def test_one_figure_is_followed_over_releases(tmp_path: Path) -> None:
    states = [written(tmp_path, "1", SEED), written(tmp_path, "2", SEED)]
    states.append(written(tmp_path, "3", with_gift(value=Money("120000000", "EUR"))))
    first, last = run("revisions", "nl-czech-initiative", *states)
    assert first.startswith("1: military support: Netherlands → Ukraine; value: €100,000,000.00")
    assert last == "3: value: €100,000,000.00, now €120,000,000.00"


def test_what_is_odd_is_told_and_what_is_overdue_on_a_day(tmp_path: Path) -> None:
    path = written(tmp_path, "odd", with_gift(announced="2922-02-09", due="2024-03-01"))
    told = run("audit", path)
    assert told[0].startswith("certain: nl-czech-initiative: announced is 2922-02-09")
    late = written(tmp_path, "late", with_gift(due="2024-03-01"))
    assert run("audit", late) == []
    assert run("audit", late, "2024-03-02") == [
        "possible: nl-czech-initiative: due 2024-03-01, and nobody says what became of it"
    ]


def test_two_trackers_become_one_in_which_what_both_tell_counts_once(tmp_path: Path) -> None:
    gift = attrs.evolve(DUTCH, id="register-1", citations=(), towards=None)
    paths = [written(tmp_path, "one", SEED), written(tmp_path, "other", Ledger(commitments=[gift]))]
    (told,) = run("matches", *paths, tmp_path / "both.json")
    assert told.startswith("nl-czech-initiative and register-1: agreement: 100%")
    both = loads((tmp_path / "both.json").read_text(encoding="utf-8"))
    assert totals(both, by="donor")[Country("NL")].value == DUTCH.value


def test_a_record_becomes_tables_in_which_a_plain_sum_is_right(tmp_path: Path) -> None:
    assert run("tables", written(tmp_path, "record", SEED), tmp_path) == []
    names = {path.stem for path in tmp_path.glob("*.csv")}
    assert names == {"sources", "occasions", "initiatives", "commitments", "lines", "claims", "positions"}
    with (tmp_path / "commitments.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    pledged = [row for row in rows if row["counts_pledged"] == "1" and row["donors"] == "NL"]
    assert [row["value_low"] for row in pledged] == ["100000000"]


def test_kiel_and_sipri_differ_on_artillery(shared_data: Path) -> None:
    told = run(
        "disagreements",
        shared_data / "kiel" / "release-18-main-data.xlsx",
        shared_data / "sipri" / "ukraine-2022-plus.csv",
    )
    rows = {tuple(line.split("\t")) for line in told}
    assert len(rows) == len(told) > 20
    assert {
        ("France", "TRF1", "15", "6", "6", "about 6"),
        ("Norway", "M109", "22", "23", "22", "23"),
        ("Poland", "Krab", "18", "about 54", "18", "about 54"),
        ("United Kingdom", "L118", "72", "about 54", "72", "about 54"),
    } <= rows
    assert not {row[:2] for row in rows} & {("Latvia", "M109"), ("Australia", "M777"), ("Canada", "M777")}


NOTEBOOK = json.loads((ROOT / "examples" / "desk.ipynb").read_text(encoding="utf-8"))
CELLS = ["".join(cell["source"]) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]


def test_the_notebook_runs_from_top_to_bottom_and_what_ends_a_cell_shows_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT / "examples")
    names: dict[str, Any] = {}
    shown = []
    for source in CELLS:
        *statements, last = ast.parse(source).body
        assert isinstance(last, ast.Expr)
        exec(compile(ast.Module(statements, []), "cell", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        shown.append("" if value is None else value._repr_html_())
    assert ["nl-czech-initiative" in html for html in shown].count(True) >= 4
    assert "announced is 2924-02-26, more than 20 years" in "".join(shown)
    assert "Підтримка" in capsys.readouterr().out
    assert names["totals"](names["both"], by="donor") == names["totals"](names["later"], by="donor")


def test_the_notebook_is_tidy() -> None:
    """Without outputs, which would grow stale, and with cells that a reader takes in at once."""
    code = [cell for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]
    assert [cell for cell in code if cell["outputs"] or cell["execution_count"] is not None] == []
    assert max(len(source.splitlines()) for source in CELLS) <= 10
    assert all(source == source.strip() for source in CELLS)
