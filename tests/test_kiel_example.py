"""The example that sets our totals beside Kiel's, run on the real workbook."""

import subprocess
import sys
from pathlib import Path


def run(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(root / "examples" / "kiel_totals.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_donor_stands_beside_kiels_figure(root: Path, shared_data: Path) -> None:
    done = run(root, str(shared_data / "kiel" / "release-07.xlsx"))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "1032 rows, 432 packages, 0 problems"
    rows = [line.split() for line in lines[4 : lines.index("", 4)]]
    assert len(rows) == 41
    differing = {" ".join(cell for cell in row if cell.isalpha()) for row in rows if row[-1] == "*"}
    assert differing == {"Canada", "Denmark", "Germany", "Spain"}  # where Kiel leaves out CAF6, DKM3, DEM2 and ESM7


def test_without_a_workbook_it_says_what_it_needs(root: Path) -> None:
    done = run(root)
    assert done.returncode == 1
    assert done.stderr == "usage: python examples/kiel_totals.py WORKBOOK\n"
