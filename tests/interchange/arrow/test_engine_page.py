"""The programs of the page on engines, which docs do not run as they need what is not installed everywhere."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from conftest import ROOT
from test_docs import BLOCK

PAGE = ROOT / "docs" / "how-to" / "add-up-in-an-engine.md"
NEEDED = ("pyarrow", "duckdb", "polars")
IN_SPARK = "pyspark"


def missing(*modules: str) -> list[str]:
    return [module for module in modules if importlib.util.find_spec(module) is None]


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
@pytest.mark.filterwarnings("ignore::DeprecationWarning:pyspark", "ignore::ResourceWarning")
@pytest.mark.parametrize("with_spark", [False, True], ids=["here", IN_SPARK])
def test_the_programs_of_the_page_run(with_spark: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    absent = missing(*NEEDED, *([IN_SPARK] if with_spark else []))
    if absent:
        pytest.skip(f"{', '.join(absent)} is not installed")
    if with_spark and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]))
    namespace: dict[str, object] = {"__name__": "__main__"}
    blocks = [block["source"] for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))]
    assert len(blocks) == 4
    for source in blocks:
        if with_spark or IN_SPARK not in source:
            exec(compile(dedent(source), PAGE, "exec"), namespace)
