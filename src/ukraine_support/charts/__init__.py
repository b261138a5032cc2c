"""Pictures of what the questions answer, as Vega-Lite 6 specifications.

Each function takes an answer and a locale, and gives a [`Chart`][ukraine_support.charts.Chart]: a dict, ready for JSON,
with the data in it; nothing is loaded, and nothing in it is code. JupyterLab and Altair show it, vega-embed draws it on
a page, vl-convert makes an SVG or a PNG of it.

* [`fulfilment_chart`][ukraine_support.charts.fulfilment_chart]: promised against delivered, according to
  whom.
* [`totals_chart`][ukraine_support.charts.totals_chart]: what promises add up to, between which bounds, and when.
* [`progress_chart`][ukraine_support.charts.progress_chart]: promised against delivered, donor by donor.
* [`changes_chart`][ukraine_support.charts.changes_chart]: by how much totals moved from one ledger to another.
* [`timeline_chart`][ukraine_support.charts.timeline_chart]: what was announced and claimed, and when.
* [`standings_chart`][ukraine_support.charts.standings_chart]: who stands where.

Words, names, numbers and dates are those of the locale, as in `describe` and `report`. Every picture can be read in
black and white, and fits a phone. Words have the colour of the page around it (`currentColor`), so that they can be
read on light and dark backgrounds. The specification's `description` says all that the picture shows, for those who
cannot see it.
"""

from ._changes import changes_chart
from ._chart import Chart
from ._fulfilment import fulfilment_chart
from ._progress import progress_chart
from ._standings import standings_chart
from ._timeline import timeline_chart
from ._totals import totals_chart

__all__ = [
    "Chart",
    "changes_chart",
    "fulfilment_chart",
    "progress_chart",
    "standings_chart",
    "timeline_chart",
    "totals_chart",
]
