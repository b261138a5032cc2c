"""The example that writes the account of Paris as charts."""

import json
import subprocess
import sys
from pathlib import Path

import altair


def run(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(root / "examples" / "charts.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_four_charts_are_written_in_the_language(root: Path, tmp_path: Path) -> None:
    done = run(root, str(tmp_path / "new"), "uk", "2024-02-27")
    assert done.returncode == 0, done.stderr
    paths = [Path(line) for line in done.stdout.splitlines()]
    assert [path.name for path in paths] == ["shells.vl.json", "soldiers.vl.json", "timeline.vl.json", "totals.vl.json"]
    specs = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    assert {spec["usermeta"]["language"] for spec in specs} == {"uk"}
    assert isinstance(altair.Chart.from_dict(specs[0]), altair.LayerChart)


def test_without_a_folder_it_says_what_it_needs(root: Path) -> None:
    done = run(root)
    assert done.returncode == 1
    assert done.stderr == "usage: python examples/charts.py FOLDER [LANGUAGE] [DAY]\n"
