"""What changed between two documents, and how the total of each donor moved: `changes.py OLD.json NEW.json`."""

import sys
from pathlib import Path

from ukraine_support.analysis import changes
from ukraine_support.display import describe
from ukraine_support.serialisation import loads

old, new = (loads(Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:3])
compared = changes(old, new)
print(*(describe(change, "en") for change in compared.changed), sep="\n")
print(describe(compared.moves, "en"))
