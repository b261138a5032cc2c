"""Whole documents: a ledger out of records, and what is wrong with the others."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, get_args

import attrs

from .._errors import DocumentError, InvalidValueError, LedgerError, shown
from .._model.ledger import Ledger
from ._faults import Fault, faults_at, step, told, unknown_key, wrong
from ._limits import USUAL_LIMITS, Limits
from ._reading import Reader

VERSION: Final = 1
"""The version of the documents that are written, and the latest that are read."""
_NO_DOCUMENT: Final = 'a document, which is an object such as {"version": 1, "commitments": []}'


class DocumentReader:
    """Reads values, records and whole documents; what is not the library's own goes to `foreign`."""

    def __init__(self, foreign: Callable[[Any, Any], Any]) -> None:
        self._reader = Reader(foreign, self._copied)

    def read(self, value: object, cls: object, limits: Limits = USUAL_LIMITS) -> Any:
        """A value of a type."""
        try:
            return self._reader.hook(cls)(value)
        except DocumentError as error:
            if len(error.problems) <= limits.errors or cls is Ledger:
                raise
            first = told(error.problems, limits.errors)
            raise DocumentError([*first, ("", f"{len(first)} faults are told of {len(error.problems)}")]) from None

    def _copied(self, value: object) -> Ledger:
        """A ledger out of a document that its caller keeps."""
        if type(value) is dict:
            value = {key: list(part) if type(part) is list else part for key, part in value.items()}
        return self.ledger(value)

    def ledger(self, value: object, onto: Ledger | None = None, limits: Limits = USUAL_LIMITS) -> Ledger:
        """A ledger out of a document, which is used up: each record's part of it is let go as soon as it is read."""
        if type(value) is not dict:
            raise wrong(value, _NO_DOCUMENT)
        records: dict[str, Any] = {}
        found: list[Fault] = []
        refused = 0
        for field in attrs.fields(Ledger):
            held = records[field.name] = []
            read = self._reader.hook(*get_args(field.type))
            parts: list[Any] = value[field.name] if type(value.get(field.name)) is list else []
            for at, part in enumerate(parts):
                parts[at] = None
                try:
                    held.append(read(part))
                except (InvalidValueError, DocumentError) as error:
                    refused += 1
                    found += told(faults_at(f"{field.name}[{at}]", error), max(limits.errors - len(found), 0))
        faults = [*_around(value, records), *found]
        if not faults:
            try:
                return Ledger(**records) if onto is None else onto.adding(*(each for _, each in _placed(records)))
            except LedgerError as error:
                faults = _repeated(records, onto) or _dangling(records, error)
                refused = len(faults)
        elif not refused:
            faults += _repeated(records, onto)
        if len(faults) >= limits.errors:
            faults = [
                *faults[: limits.errors],
                ("", f"{limits.errors} faults are told; in all, {refused} records are wrong"),
            ]
        raise DocumentError(faults)


def _around(value: Mapping[str, object], names: Mapping[str, object]) -> Iterator[Fault]:
    """What is wrong around the records: with the keys of the document, and with its version."""
    for key, part in value.items():
        if key in names and type(part) is not list:
            yield from faults_at(key, wrong(part, "a list"))
        elif key not in names and (type(key) is not str or key != "version"):
            yield step(key), unknown_key(key, ["version", *names])
    version = value.get("version")
    if "version" not in value:
        yield "version", f'is missing; write "version": {VERSION}'
    elif type(version) is not int or version != VERSION:
        yield "version", f"{shown(version)} is no version known here; this library reads {VERSION}"


def _placed(records: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each record with its path."""
    for name, held in records.items():
        for at, record in enumerate(held):
            yield f"{name}[{at}]", record


def _repeated(records: Mapping[str, Any], onto: Ledger | None) -> list[Fault]:
    """What is wrong with ids that stand twice."""
    seen: dict[str, str] = {}
    faults: list[Fault] = []
    for path, record in _placed(records):
        if record.id in seen or (onto is not None and record.id in onto):
            where = seen.get(record.id, "the ledger that it is added to")
            faults.append((f"{path}.id", f"{shown(record.id)} is the id of another record, in {where}"))
        seen.setdefault(record.id, path)
    return faults


def _dangling(records: Mapping[str, Any], error: LedgerError) -> list[Fault]:
    """What is wrong with references, each with its path."""
    paths = {record.id: path for path, record in _placed(records)}
    return [
        (f"{paths[fault.record]}.{fault.field}", fault.problem) if fault.record in paths else ("", str(fault))
        for fault in (error, *error.also)
    ]
