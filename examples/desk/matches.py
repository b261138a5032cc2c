"""Two trackers merged, where what both record counts once: `matches.py TRACKER.json REGISTER.json BOTH.json`."""

import sys
from pathlib import Path

from ukraine_support.analysis import matches
from ukraine_support.display import describe
from ukraine_support.serialisation import dumps, loads

tracker, register = (loads(Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:3])
accepted = matches(tracker, register, least="0.9")
print(*(describe(match, "en") for match in accepted), sep="\n")
both = (tracker | register).linking(accepted, "same_as")
Path(sys.argv[3]).write_text(dumps(both), encoding="utf-8")
