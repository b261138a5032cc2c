"""The version that the package tells is the one that it is built as."""

import tomllib
from pathlib import Path

import ukraine_support

ROOT = Path(__file__).parents[1]


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert ukraine_support.__version__ == project["version"]
