"""Values, records and answers in words, in the reader's language.

* [`describe`][ukraine_support.display.describe] puts anything into words, on one line.
* [`report`][ukraine_support.display.report] tells a whole ledger, as text, Markdown or HTML.
* [`Describes`][ukraine_support.display.Describes] is how a subclass of yours brings its own words.

Names, numbers, dates and plurals are those of the Unicode Common Locale Data Repository (babel), for every locale it
has. Our own words are gettext catalogues in the languages of [`LANGUAGES`][ukraine_support.display.LANGUAGES].
"""

from .._words.language import LANGUAGES
from .._words.registered import Describes
from ._describe import describe
from ._report import Format, report

__all__ = ["LANGUAGES", "Describes", "Format", "describe", "report"]
