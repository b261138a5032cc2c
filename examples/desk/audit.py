"""What is odd in a document, on a day if one is given: `audit.py RECORD.json [2024-02-27]`."""

import sys
from pathlib import Path

from ukraine_support.analysis import audit
from ukraine_support.serialisation import loads

ledger = loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
for finding in audit(ledger, as_of=sys.argv[2] if len(sys.argv) > 2 else None):
    print(f"{finding.certainty.value}: {finding.id}: {finding.problem}")
