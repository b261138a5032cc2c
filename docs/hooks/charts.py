"""Puts pictures into pages while the site is built: `<!-- chart: NAME -->` becomes the chart of that name.

How to use it on a page: let a Python block of the page make a chart (a dict) and keep it under a name. Write

    <!-- chart: NAME -->

on a line of its own where the picture is to stand, above or below the block. While the site is built, the page's Python
blocks run in order in one namespace, from the repository's root, as `tests/test_docs.py` runs them; so the picture is
what the code on the page draws. (A block below `<!-- not run: … -->` is skipped here as there.) Wherever else the page
is read, the line is a comment, which nobody sees.

The picture is an inline SVG that vl-convert draws, once for wide screens and once for phones; `docs/extra.css` shows
the one that fits. It needs no network and no script, takes the page's own colour for text in light and dark, and is
named by the specification's description. A name that the page does not define fails the build.
"""

import contextlib
import io
import re
from html import escape
from pathlib import Path
from textwrap import dedent
from typing import Any

import vl_convert
from mkdocs.exceptions import PluginError

ROOT = Path(__file__).parents[2]
WIDTHS = {"wide": 480, "narrow": 320}
"""Pixels of the drawing itself: words fill its lines on a desk, and fit a small phone."""

CHART = re.compile(r"^<!-- chart: (?P<name>\w+) -->$", re.MULTILINE)
BLOCK = re.compile(
    r"^(?P<skipped><!-- not run: [^\n]* -->\n+)?(?P<indent> *)```python\b[^\n]*\n(?P<source>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)


def on_page_content(html: str, *, page: Any, **_: Any) -> str:
    """Replace each comment that names a chart by its picture."""
    if not CHART.search(html):
        return html
    path = page.file.src_uri
    names = run_blocks(page.markdown, path)

    def drawn(found: re.Match[str]) -> str:
        name = found["name"]
        if not isinstance(names.get(name), dict):
            raise PluginError(f"{path}: no block of the page makes the chart {name!r}")
        return picture(names[name])

    return CHART.sub(drawn, html)


def run_blocks(markdown: str, path: str) -> dict[str, Any]:
    """What the names of a page mean after its Python blocks have run."""
    namespace: dict[str, Any] = {"__name__": Path(path).stem}
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        for block in BLOCK.finditer(markdown):
            if not block["skipped"]:
                exec(compile(dedent(block["source"]), path, "exec"), namespace)
    return namespace


def picture(spec: dict[str, Any]) -> str:
    """A specification as a figure: for wide and for narrow screens, with its description for whoever cannot see it."""
    drawings = "".join(drawing(spec, screen, width) for screen, width in WIDTHS.items())
    return f'<figure class="chart" data-search-exclude>{drawings}</figure>'


def drawing(spec: dict[str, Any], screen: str, width: int) -> str:
    """One SVG, which shrinks with the page and has a name."""
    is_flexible = spec.get("width") == "container"
    svg = vl_convert.vegalite_to_svg({**spec, "width": width} if is_flexible else spec)
    label = escape(spec.get("description", ""), quote=True)
    language = escape(spec.get("usermeta", {}).get("language", "en"), quote=True)
    head = f'<svg role="img" lang="{language}" aria-label="{label}" class="marks chart-{screen}"'
    return svg.replace("<svg", head, 1).replace(' class="marks"', "", 1)
