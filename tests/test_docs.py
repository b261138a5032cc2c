"""Every Python block of README and the docs runs and prints what the page says.

The blocks of one page share a namespace, in order. What one prints stands in a `text` block right below it.
"""

import re
from pathlib import Path
from textwrap import dedent

import pytest

import ukraine_support
from ukraine_support import UkraineSupportError

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


LINK = re.compile(r"\]\((?!https?:)(?P<path>[^)#\s]+\.md)")


@pytest.mark.parametrize("start", ["README.md", "docs/index.md"])
def test_what_a_new_user_seeks_is_two_clicks_away(start: str) -> None:
    near, reached = {ROOT / start}, {ROOT / start}
    for _ in range(2):
        links = ((page, link["path"]) for page in near for link in LINK.finditer(page.read_text(encoding="utf-8")))
        near = {(page.parent / path).resolve() for page, path in links} - reached
        reached |= near
    sought = [
        "how-to/read-a-kiel-release.md",
        "how-to/add-a-class-of-your-own.md",
        "how-to/cite-a-source.md",
        "how-to/read-an-error.md",
    ]
    assert [page for page in sought if ROOT / "docs" / page not in reached] == []
    assert any("pip install" in page.read_text(encoding="utf-8") for page in reached - {ROOT / "CONTRIBUTING.md"})


def test_the_page_on_errors_tells_what_each_means() -> None:
    page = (ROOT / "docs" / "how-to" / "read-an-error.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| \[`(\w+)`\]\[ukraine_support\.\1\] \|", page, re.MULTILINE))
    public = {name: getattr(ukraine_support, name) for name in ukraine_support.__all__}
    errors = {name for name, value in public.items() if isinstance(value, type) and issubclass(value, Exception)}
    assert told == errors - {UkraineSupportError.__name__}
