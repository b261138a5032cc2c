"""Organisations wherever records name them: one id stands for one organisation."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeAlias, get_args

import attrs

from .._errors import DuplicateIdError, shown
from .base.generics import fields_of
from .base.immutable import is_ours
from .base.kinds import is_open
from .parties import Organisation, agree
from .provenance import Record

_Path: TypeAlias = "tuple[Any, str | int] | None"
"""Where something stands: in what, and there in which field or at which position."""


def differing_organisations(records: Iterable[Record]) -> DuplicateIdError | None:
    """The error for an id that two organisations have which differ in more; None where there is no such id."""
    first: dict[str, tuple[Organisation, Record, _Path]] = {}
    for record in records:
        for organisation, path in _organisations_in(record):
            known, holder, its_path = first.setdefault(organisation.id, (organisation, record, path))
            if not agree(known, organisation):
                other = f"{shown(holder.id)}.{_written(its_path)}"
                problem = f"{shown(organisation.id)} is the id of an organisation that differs in {other}"
                return DuplicateIdError(record.id, _written(path), organisation.id, problem)
    return None


def _organisations_in(record: Record) -> Iterator[tuple[Organisation, _Path]]:
    pending: list[tuple[Any, _Path]] = [(record, None)]
    while pending:
        value, path = pending.pop()
        cls: Any = type(value)
        if cls is tuple:
            pending += [(item, (path, at)) for at, item in enumerate(value)]
            continue
        for name in _holding(cls):
            held = getattr(value, name)
            if held is not None:
                pending.append((held, (path, name)))
        if isinstance(value, Organisation):
            yield value, path


@lru_cache(maxsize=1024)
def _holding(cls: Any) -> tuple[str, ...]:
    """The fields of a class that may hold organisations, or what holds some; of a class of the user's, all fields."""
    if not attrs.has(cls):
        return ()
    return (
        tuple(field.name for field in fields_of(cls) if _may_hold(field.type))
        if is_ours(cls)
        else tuple(field.name for field in attrs.fields(cls))
    )


def _may_hold(annotation: Any) -> bool:
    if is_open(annotation) or not isinstance(annotation, type):
        return is_open(annotation) or any(map(_may_hold, get_args(annotation)))
    return attrs.has(annotation) and bool(_holding(annotation))


def _written(path: _Path) -> str:
    steps: list[str] = []
    while path is not None:
        path, step = path
        steps.append(f"[{step}]" if isinstance(step, int) else f".{step}")
    return "".join(reversed(steps)).lstrip(".")
