"""Whole documents: a ledger out of records, and what is wrong with the others."""

from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

import attrs

from .._errors import DocumentError, InvalidValueError, LedgerError, shown
from .._model.ledger import Ledger
from .._model.provenance import Record
from . import _values as values
from ._limits import USUAL_LIMITS, Limits
from ._reading import Reader
from ._values import Fault, Read, faults_at, step, wrong

VERSION: Final = 1
"""The version of the documents that are written, and the latest that are read."""
_NO_DOCUMENT: Final = 'a document, which is an object such as {"version": 1, "commitments": []}'


class _Collection:
    """The records of one class as they are read, and what was wrong with the others."""

    def __init__(self, name: str, most: int) -> None:
        self.name = name
        self.most = most
        self.records: list[Record] = []
        self.faults: list[Fault] = []
        self.refused = 0

    def take(self, parts: list[Any], read: Read) -> None:
        """Read the records. Each part is let go when it has been read, so that a document is not held twice."""
        for at, part in enumerate(parts):
            parts[at] = None
            try:
                self.records.append(read(part))
            except (InvalidValueError, DocumentError) as error:
                if len(self.faults) < self.most:
                    self.faults += faults_at(f"{self.name}[{at}]", error)
                self.refused += 1


class DocumentReader:
    """Reads values, records and whole documents; what is not the library's own goes to `foreign`."""

    def __init__(self, foreign: Callable[[Any, Any], Any]) -> None:
        self._reader = Reader(foreign, self.ledger)

    def read(self, value: Any, cls: Any) -> Any:
        """A value of a type."""
        return self._reader.hook(cls)(value)

    def ledger(self, value: Any, onto: Ledger | None = None, limits: Limits = USUAL_LIMITS) -> Ledger:
        """A ledger out of a document that has been parsed."""
        if type(value) is not dict:
            raise wrong(value, _NO_DOCUMENT)
        rest = dict(value)
        collections = {}
        for field in attrs.fields(Ledger):
            collection = collections[field.name] = _Collection(field.name, limits.errors)
            if type(rest.get(field.name)) is list:
                (item,) = get_args(field.type)
                collection.take(list(rest.pop(field.name)), self._reader.hook(item))
        return _ledger(rest, collections, onto, limits)


def _ledger(
    rest: Mapping[str, Any], collections: Mapping[str, _Collection], onto: Ledger | None, limits: Limits
) -> Ledger:
    """The ledger of what was read, given what else the document holds: its version, and what should not be there."""
    faults = [(step(key), _misplaced(key, value, collections)) for key, value in rest.items() if key != "version"]
    version = rest.get("version")
    if "version" not in rest:
        faults.append(("version", f'is missing; write "version": {VERSION}'))
    elif type(version) is not int or version != VERSION:
        faults.append(("version", f"{shown(version)} is no version known here; this library reads {VERSION}"))
    faults += (fault for collection in collections.values() for fault in collection.faults)
    if faults:
        faults += _repeated(collections, onto)
        refused = sum(collection.refused for collection in collections.values())
        raise DocumentError(_at_most(limits.errors, faults, refused))
    try:
        if onto is None:
            held: dict[str, Any] = {name: collection.records for name, collection in collections.items()}
            return Ledger(**held)
        return onto.adding(*(record for collection in collections.values() for record in collection.records))
    except LedgerError as error:
        paths = dict(_paths(collections))
        found = _repeated(collections, onto) or [_placed(fault, paths) for fault in (error, *error.also)]
        raise DocumentError(_at_most(limits.errors, found, len(found))) from None


def _at_most(most: int, faults: list[Fault], refused: int) -> list[Fault]:
    """As many of the faults as are to be told, and how many records are wrong where that is not all."""
    if len(faults) < most:
        return faults
    return [*faults[:most], ("", f"{most} faults are told; in all, {refused} records are wrong")]


def _misplaced(key: object, value: object, collections: Mapping[str, _Collection]) -> str:
    if key in collections:
        error = wrong(value, "a list")
        return f"{error.problem}; {error.accepted}"
    return values.unknown_key(key, ["version", *collections])


def _paths(collections: Mapping[str, _Collection]) -> list[Fault]:
    """The id of each record with its path."""
    return [
        (record.id, f"{name}[{at}]")
        for name, collection in collections.items()
        for at, record in enumerate(collection.records)
    ]


def _repeated(collections: Mapping[str, _Collection], onto: Ledger | None) -> list[Fault]:
    """What is wrong with ids that stand twice; where other faults keep records out, their paths are not known."""
    seen: dict[str, str] = {}
    faults: list[Fault] = []
    whole = not any(collection.faults for collection in collections.values())
    for id, path in _paths(collections) if whole else ():
        if id in seen or (onto is not None and id in onto):
            where = seen.get(id, "the ledger that it is added to")
            faults.append((f"{path}.id", f"{shown(id)} is the id of another record, in {where}"))
        seen.setdefault(id, path)
    return faults


def _placed(fault: LedgerError, paths: Mapping[str, str]) -> tuple[str, str]:
    path = paths.get(fault.record)
    return ("", str(fault)) if path is None else (f"{path}.{fault.field}", fault.problem)
