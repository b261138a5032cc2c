"""Gives each page a description of its own, for search engines and previews: its first sentences, if it states none."""

import re
from html import escape, unescape
from typing import Any

LENGTH = 160
"""What search engines show of a description."""


def on_page_content(html: str, *, page: Any, **_: Any) -> str:
    """Take the text of the first paragraph, cut between sentences or words."""
    first = re.search(r"<p>(.*?)</p>", html, re.DOTALL)
    if first and "description" not in page.meta:
        text = " ".join(unescape(re.sub(r"<[^>]+>", "", first[1])).split())
        page.meta["description"] = escape(text if len(text) <= LENGTH else _cut(text[:LENGTH]))  # the theme does not
    return html


def _cut(text: str) -> str:
    sentences, end, _ = text.rpartition(". ")
    return sentences + end.strip() if sentences else text.rpartition(" ")[0] + " …"
