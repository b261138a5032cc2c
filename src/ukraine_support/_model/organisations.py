"""Organisations wherever records name them: one id stands for one organisation."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any, TypeAlias, get_args

import attrs

from .._errors import DuplicateIdError, shown
from .base.generics import fields_of
from .base.immutable import is_ours
from .base.kinds import is_open
from .base.remembered import remembered_by_class
from .parties import Organisation, agree
from .provenance import Record

_Path: TypeAlias = "tuple[Any, str | int] | None"
"""Where something stands: in what, and there in which field or at which position."""


def differing_organisations(records: Iterable[Record]) -> DuplicateIdError | None:
    """The error for an id that two organisations have which differ in more; None where there is no such id."""
    several = list(records)
    if _all_agree(several):
        return None
    first, *_ = _differing(several)
    return first


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
    """Whether no id stands for two organisations: looked at without minding where they stand, which takes longer.

    What lies equally deep is looked at together, class by class, and once: records share most of what they hold.
    """
    first: dict[str, Organisation] = {}
    seen: set[int] = set()
    level = list[Any](records)
    while level:
        by_class: dict[Any, list[Any]] = {}
        held = dict(zip(map(id, level), level, strict=True))
        fresh = held.keys() - seen
        seen |= fresh
        for value in map(held.__getitem__, fresh):
            by_class.setdefault(value.__class__, []).append(value)
        level = []
        for cls, several in by_class.items():
            if issubclass(cls, Organisation) and not all(agree(first.setdefault(one.id, one), one) for one in several):
                return False
            level += chain.from_iterable(map(_parts(cls), several))
    return True


def _parts(cls: Any) -> Callable[[Any], Iterable[Any]]:
    """What gives of an instance all that may hold organisations."""
    names = _holding(cls)
    if cls is tuple:
        return iter
    return attrgetter("__class__", *names) if names else lambda _: ()  # of one name it would give no tuple


def _with_paths(record: Record) -> Iterator[tuple[Organisation, _Path]]:
    pending: list[tuple[Any, _Path]] = [(record, None)]
    seen: set[int] = set()
    while pending:
        value, path = pending.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
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
    return tuple(field.name for field in fields_of(cls) if _may_hold(field.type, set()))


def _may_hold(annotation: Any, looked_at: set[Any]) -> bool:
    """Whether what is annotated so may hold organisations, whatever the classes hold that were looked at before."""
    if is_open(annotation) or not isinstance(annotation, type):
        return is_open(annotation) or any(_may_hold(argument, looked_at) for argument in get_args(annotation))
    if annotation in looked_at or not attrs.has(annotation):
        return False
    looked_at.add(annotation)
    return not is_ours(annotation) or any(_may_hold(field.type, looked_at) for field in fields_of(annotation))


def _written(path: _Path) -> str:
    steps: list[str] = []
    while path is not None:
        path, step = path
        steps.append(f"[{step}]" if isinstance(step, int) else f".{step}")
    return "".join(reversed(steps)).lstrip(".")
