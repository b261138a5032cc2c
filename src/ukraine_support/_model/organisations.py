"""Organisations wherever records name them: one id stands for one organisation."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any, Final, TypeAlias, get_args

import attrs

from .._errors import DuplicateIdError, shown
from .base.generics import fields_of
from .base.immutable import is_ours
from .base.kinds import is_open
from .base.remembered import ByClass, remembered_by_class
from .parties import Organisation, agree
from .provenance import Record

_Path: TypeAlias = "tuple[Any, str | int] | None"
"""Where something stands: in what, and there in which field or at which position."""


def differing_organisations(records: Iterable[Record]) -> DuplicateIdError | None:
    """The error for an id that two organisations have which differ in more; None where there is no such id."""
    several = list(records)
    return None if _all_agree(several) else next(_differing(several))


def _differing(records: Iterable[Record]) -> Iterator[DuplicateIdError]:
    first: dict[str, tuple[Organisation, Record, _Path]] = {}
    for record in records:
        for organisation, path in _with_paths(record):
            known, holder, its_path = first.setdefault(organisation.id, (organisation, record, path))
            if not agree(known, organisation):
                other = f"{shown(holder.id)}.{_written(its_path)}"
                problem = f"{shown(organisation.id)} is the id of an organisation that differs in {other}"
                yield DuplicateIdError(record.id, _written(path), organisation.id, problem)


def _all_agree(records: Iterable[Record]) -> bool:
    """Whether no id stands for two organisations: looked at without minding where they stand, which takes longer."""
    first: dict[str, Organisation] = {}
    pending: list[Any] = [record for record in records if _READERS[type(record)] is not None]
    while pending:
        value = pending.pop()
        if isinstance(value, Organisation) and not agree(first.setdefault(value.id, value), value):
            return False
        for held in _READERS[value.__class__](value):
            several = held if held.__class__ is tuple else (held,)
            pending += [item for item in several if _READERS[item.__class__] is not None]
    return True


class _Readers(ByClass[Any]):
    """For each class, what reads all of an instance that may hold organisations; None where nothing does."""

    def __missing__(self, cls: Any) -> Any:
        names = _holding(cls)
        self[cls] = found = attrgetter("__class__", *names) if names else None  # of one name it would give no tuple
        return found


_READERS: Final = _Readers({tuple: iter})


def _with_paths(record: Record) -> Iterator[tuple[Organisation, _Path]]:
    pending: list[tuple[Any, _Path]] = [(record, None)]
    while pending:
        value, path = pending.pop()
        if isinstance(value, Organisation):
            yield value, path
        if type(value) is tuple:
            pending += [(item, (path, at)) for at, item in enumerate(value)]
        else:
            cls: Any = type(value)
            pending += [(getattr(value, name), (path, name)) for name in _holding(cls)]


@remembered_by_class
def _holding(cls: Any) -> tuple[str, ...]:
    """The fields of a class that may hold organisations, or what holds some; of a class of the user's, all fields."""
    if not attrs.has(cls):
        return ()
    if not is_ours(cls):
        return tuple(field.name for field in attrs.fields(cls))
    return tuple(field.name for field in fields_of(cls) if _may_hold(field.type))


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
