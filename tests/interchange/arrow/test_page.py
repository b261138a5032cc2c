"""The page on Arrow prints what it says, where pyarrow, polars and DuckDB are installed."""

from textwrap import dedent

import pytest

from conftest import ROOT
from test_docs import BLOCK

PAGE = ROOT / "docs" / "how-to" / "use-arrow.md"


def test_the_page_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    for needed in ("pyarrow", "polars", "duckdb"):
        pytest.importorskip(needed, reason=f"{needed} is not installed")
    namespace: dict[str, object] = {"__name__": PAGE.stem}
    for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        exec(compile(dedent(block["source"]), PAGE, "exec"), namespace)
        assert capsys.readouterr().out == dedent(block["output"] or "")
