"""Write the account of Paris as charts: four Vega-Lite specifications, each a file of JSON in a folder of yours.

Run it with the folder, and perhaps a language and a day: `python examples/charts.py charts uk 2024-02-27`. Whatever
takes Vega-Lite opens them, such as the editor at https://vega.github.io/editor.
"""

import json
import sys
from pathlib import Path

from ukraine_support import Ledger
from ukraine_support.analysis import fulfilment, history, standings, totals
from ukraine_support.charts import Chart, fulfilment_chart, standings_chart, timeline_chart, totals_chart
from ukraine_support.reference import MILITARY_PERSONNEL
from ukraine_support.serialisation import loads

SEED = Path(__file__).parents[1] / "seeds" / "paris-2024.json"


def charts(ledger: Ledger, locale: str, as_of: str | None) -> dict[str, Chart]:
    """The charts by the name of their file."""
    shells = fulfilment(ledger, "eu-million-shells", as_of=as_of)
    soldiers = standings(ledger, MILITARY_PERSONNEL, as_of=as_of)
    return {
        "shells": fulfilment_chart(shells, locale, ledger=ledger),
        "soldiers": standings_chart(soldiers, locale),
        "timeline": timeline_chart(history(ledger, as_of=as_of), locale),
        "totals": totals_chart(totals(ledger, by="donor", as_of=as_of), locale),
    }


def main(folder: str, locale: str = "en", day: str | None = None) -> None:
    ledger = loads(SEED.read_text(encoding="utf-8"))
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, spec in charts(ledger, locale, day).items():
        path = Path(folder) / f"{name}.vl.json"
        path.write_text(json.dumps(spec, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        print(path)


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        sys.exit("usage: python examples/charts.py FOLDER [LANGUAGE] [DAY]")
    main(*sys.argv[1:])
