"""The programs of the page on engines, which docs do not run as they need what is not installed everywhere."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from conftest import ROOT
from test_docs import BLOCK

PAGE = ROOT / "docs" / "how-to" / "add-up-in-an-engine.md"
NEEDED = ("pyarrow", "duckdb", "polars")
IN_SPARK = "pyspark"


@pytest.mark.parametrize("with_spark", [False, True], ids=["here", IN_SPARK])
def test_the_programs_of_the_page_run(with_spark: bool, tmp_path: Path) -> None:
    """In a process of its own, as tables of Arrow have a column for each field of all classes that tests define."""
    modules = [*NEEDED, *([IN_SPARK] if with_spark else [])]
    absent = [module for module in modules if importlib.util.find_spec(module) is None]
    if absent:
        pytest.skip(f"{', '.join(absent)} is not installed")
    if with_spark and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    blocks = [dedent(block["source"]) for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))]
    assert len(blocks) == 4
    program = tmp_path / "page.py"
    program.write_text("\n".join(block for block in blocks if with_spark or IN_SPARK not in block), encoding="utf-8")
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
