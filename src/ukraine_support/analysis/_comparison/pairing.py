"""Which record of an old ledger is which of a new one, though its id may have changed."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import attrs

from ..._model.base.immutable import default_of
from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.provenance import Record
from ..._model.references import NAMES, cut, renamed

_ANY_ID: Final = "any"


def paired(old: Ledger, new: Ledger, ignore: Collection[str]) -> dict[str, str]:
    """For each id of the old ledger that is in the new one too, the id of the same record there.

    The same record is, in this order: what says the same under the same id; what says the same under another one; the
    one commitment by the same donors, of the same day, lines and value, whose id is new; what has the same id.
    """
    ids: dict[str, str] = {}
    for cls in NAMES:
        olds = {record.id: record for record in old.records if isinstance(record, cls)}
        news = {record.id: record for record in new.records if isinstance(record, cls)}
        ids |= _of_one_class(olds, news, ids, ignore)
    return ids


def _of_one_class(
    olds: Mapping[str, Record], news: Mapping[str, Record], ids: Mapping[str, str], ignore: Collection[str]
) -> dict[str, str]:
    content = {id: _content(renamed(record, ids), olds, ignore) for id, record in olds.items()}
    content_now = {id: _content(record, news, ignore) for id, record in news.items()}
    found = {id: id for id in olds if id in news and content[id] == content_now[id]}
    found |= _in_turn(_rest(content, found), _rest(content_now, found.values()))
    deals = {id: _deal(record) for id, record in _rest(olds, found).items() if id not in news}
    deals_now = {id: _deal(record) for id, record in _rest(news, found.values()).items() if id not in olds}
    found |= _alone(deals, deals_now)
    taken = set(found.values())
    return found | {id: id for id in olds if id not in found and id in news and id not in taken}


def _rest(records: Mapping[str, Any], without: Iterable[str]) -> dict[str, Any]:
    gone = set(without)
    return {id: record for id, record in records.items() if id not in gone}


def _content(record: Record, of_its_class: Collection[str], ignore: Collection[str]) -> Record:
    """The record without its id, what is ignored, and references to others of its class, which may be renumbered."""
    defaults = {
        field.name: default_of(field, record)
        for field in attrs.fields(type(record))
        if field.name in ignore and field.default is not attrs.NOTHING
    }
    return attrs.evolve(cut(record, lambda id: id not in of_its_class), **({"id": _ANY_ID} | defaults))


def _deal(record: Record) -> Any:
    """What of a commitment stays when it is filed under another id; None where that says too little."""
    if not isinstance(record, Commitment) or (record.value.is_unknown and not record.lines):
        return None
    return type(record), record.donors, record.recipient, record.announced, record.lines, record.value


def _grouped(keys: Mapping[str, Any]) -> dict[Any, list[str]]:
    groups: dict[Any, list[str]] = {}
    for id, key in keys.items():
        groups.setdefault(key, []).append(id)
    return groups


def _in_turn(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Those that say the same; where several do, one after the other."""
    now = _grouped(new)
    pairs = (zip(ids, now.get(key, ()), strict=False) for key, ids in _grouped(old).items())
    return {one: other for pair in pairs for one, other in pair}


def _alone(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Those of which no other in either ledger has the key."""
    now = _grouped(new)
    return {
        ids[0]: now[key][0]
        for key, ids in _grouped(old).items()
        if key is not None and len(ids) == 1 and len(now.get(key, ())) == 1
    }
