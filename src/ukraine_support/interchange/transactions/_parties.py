"""Whom rows of transactions name: by a reference, by a name, or by both."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ..._errors import InvalidValueError
from ..._iso import COUNTRIES
from ..._model.parties import Country, Organisation, Party
from ...reference import ORGANISATIONS
from .._sheet.ids import fitting
from .._sheet.sheet import Row, known_party

_OF_A_GOVERNMENT: Final = re.compile(r"([A-Z]{2})-GOV-.+", re.ASCII)
"""As IATI refers to what belongs to a government: "GB-GOV-1" is a ministry of the United Kingdom."""
_GOVERNMENT_OF: Final = ", Government of"
"""What FTS writes behind the name of a country that gives."""
NAMES: Final = {"reporter": "reporter_name", "provider": "provider_name", "receiver": "receiver_name"}
"""The columns of references, each with that of the names."""


class Parties:
    """The parties of a table: one reference stands for one party, whatever names it goes by.

    Args:
        given: Whom the caller means by some references or names.
        rows: All rows, since of several names of a reference the first in the alphabet is kept.
    """

    def __init__(self, given: Mapping[str, Party], rows: Iterable[Row] = ()) -> None:
        self._given = {name.casefold(): party for name, party in given.items()}
        self._names: dict[str, str] = {}
        self._found: dict[str, Party] = {}
        for row in rows:
            for column, names in NAMES.items():
                reference, name = row.text(column), row.text(names)
                if reference is not None and name is not None:
                    id = fitting(reference)
                    self._names[id] = min(name, self._names.get(id, name))

    def of(self, row: Row, column: str) -> Party | None:
        """Whom a column of references names, or the one of names beside it; None if neither does."""
        reference = row.text(column)
        if reference is not None:
            return self.named(reference, self._names.get(fitting(reference), reference))
        name = row.text(NAMES[column])
        return None if name is None else self.named(name, name)

    def named(self, reference: str, name: str) -> Party:
        """The party of a reference (or of a name alone), as it is known here, else as an organisation of that id."""
        id = fitting(reference)
        if id not in self._found:
            self._found[id] = self._known(reference, name) or Organisation(id=id, name=name)
        return self._found[id]

    def _known(self, reference: str, name: str) -> Party | None:
        for text in (reference, name):
            if (party := self._given.get(text.casefold())) is not None:
                return party
        government = _OF_A_GOVERNMENT.fullmatch(reference)
        code = government[1] if government else reference
        if code in COUNTRIES:
            return Country(code)
        found, _ = known_party(name.removesuffix(_GOVERNMENT_OF), ())
        return ORGANISATIONS.get(reference) if isinstance(found, str) else found


def country_of(text: str) -> Country | None:
    """The country of a code or a name; None if it is none."""
    try:
        return Country(text)
    except InvalidValueError:
        found, _ = known_party(text, ())
    return found if isinstance(found, Country) else None
