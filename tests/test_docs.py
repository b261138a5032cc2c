"""Every Python block of README and the docs runs and prints what the page says.

The blocks of one page share a namespace, in order. What one prints stands in a `text` block right below it.
"""

import re
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "seeds" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(
    r"^(?:<!-- not run: (?P<reason>\S[^\n]*) -->\n+)?"
    r"(?P<indent> *)```python\b[^\n]*\n(?P<source>.*?)^(?P=indent)```$"
    r"(?:\n+^(?P=indent)```text\n(?P<output>.*?)^(?P=indent)```$)?",
    re.MULTILINE | re.DOTALL,
)


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_blocks_run_and_print_what_the_page_says(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(text))
    assert len(blocks) == len(re.findall(r"``` *\{?\.?(?:python|py)\b", text)), (
        "a block is not fenced as the others are"
    )
    namespace: dict[str, object] = {"__name__": page.stem}
    for block in blocks:
        if block["reason"] is None:
            line = text.count("\n", 0, block.start("source"))
            code = compile("\n" * line + dedent(block["source"]), page, "exec")
            exec(code, namespace)
            assert capsys.readouterr().out == dedent(block["output"] or "")


def test_a_block_is_skipped_only_with_a_reason() -> None:
    fenced = "```python\nx = 1\n```\n"
    assert [m["reason"] for m in BLOCK.finditer(f"<!-- not run: needs a key -->\n{fenced}{fenced}")] == [
        "needs a key",
        None,
    ]
    assert [m["reason"] for m in BLOCK.finditer(f"<!-- not run: -->\n{fenced}")] == [None]


def test_readme_gives_two_commands_of_one_line() -> None:
    quick_start = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## Quick start\n")[1].split("\n## ")[0]
    commands = re.findall(r"^```sh\n(.*?)^```$", quick_start, re.MULTILINE | re.DOTALL)
    assert [command.count("\n") for command in commands] == [1, 1]
    assert commands[0].rstrip().endswith("examples/paris.py")
    assert "pytest" in commands[1]
