"""How ledgers, commitments and answers show themselves in a notebook."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from .._model.commitments import Commitment
from .._model.ledger import Ledger
from .._words.answers import became
from .._words.language import Language, language
from .._words.records import between, by_id, category, terms
from ..analysis import Fulfilment, Totals
from ._output.document import Block, Document, Heading, Item, Items
from ._output.html import to_notebook
from ._output.markdown import to_markdown
from ._telling import Telling, heading, totals_table

SHOWN: Final = (Commitment, Fulfilment, Ledger, Totals)
"""What shows itself."""


def enable_notebook(locale: str) -> None:
    """From now on, a ledger, a commitment, a fulfilment and a table of totals show themselves in notebooks.

    It gives their classes `_repr_html_` and `_repr_markdown_`, which Jupyter and its kin call. That is asked for and
    not always there, as text for people has an explicit locale: called again, it changes the language. Whatever the
    records hold is escaped.

    Args:
        locale: A locale such as `"uk"` or `"pt-BR"`.

    Raises:
        InvalidValueError: There is no such locale.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Money
        >>> enable_notebook("en")
        >>> gift = FinancialCommitment(id="gift", stage="pledged", value=Money("5", "EUR"))
        >>> print(gift._repr_markdown_())  # as Jupyter calls it
        ### Donor not stated → Ukraine
        <BLANKLINE>
        - financial support
        - value: €5.00
        - pledged: date not stated
        <BLANKLINE>
    """
    words = language(locale)
    for cls in SHOWN:
        for name, write in (("_repr_html_", to_notebook), ("_repr_markdown_", to_markdown)):
            setattr(cls, name, _shows(write, words))


def _shows(write: Callable[[Document], str], words: Language) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        return write(document(self, words))

    return shown


def document(thing: Ledger | Commitment | Fulfilment[Any] | Totals, words: Language) -> Document:
    """The document by which a thing shows itself."""
    if isinstance(thing, Ledger):
        return Telling(thing, words).document()
    return Document(tuple(_blocks(thing, words)), words.tag)


def _blocks(thing: Commitment | Fulfilment[Any] | Totals, words: Language) -> Iterator[Block]:
    if isinstance(thing, Commitment):
        yield heading(3, between(thing.donors, thing.recipient, words))
        told = [category(thing, words), *terms(thing, words, by_id)]
        note = [] if thing.note is None else [words.pair(words.say("note"), words.text(thing.note))]
        yield Items(tuple(map(Item, [*told, *note])))
    elif isinstance(thing, Fulfilment):
        yield Heading(3, thing.id)
        yield Items(tuple(map(Item, became(thing, words))))
    else:
        yield from totals_table(thing, words)
