"""How one figure changed over documents in order of time: `revisions.py ID FIRST.json SECOND.json ...`."""

import sys
from pathlib import Path

from ukraine_support.analysis import revisions
from ukraine_support.display import describe
from ukraine_support.serialisation import loads

states = [(Path(path).stem, loads(Path(path).read_text(encoding="utf-8"))) for path in sys.argv[2:]]
print(*(describe(revision, "en") for revision in revisions(states, sys.argv[1])), sep="\n")
