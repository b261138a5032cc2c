"""The contract of a class of the user's own, part by part: each a function of a value that says what is broken."""

import copy
import io
import json
import pickle
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

import attrs
from jsonschema import Draft202012Validator

from .._errors import KindError, LedgerError, shown
from .._model.base.kinds import Kinded, class_of, root_of
from .._model.claims import Claim
from .._model.commitments import Commitment, FinancialCommitment, Initiative, MilitaryCommitment
from .._model.ledger import Ledger
from .._model.lines import Line
from .._model.parties import Occasion, Party
from .._model.provenance import Record, Source
from .._model.references import references
from .._model.support import Munition, Support
from .._types import DESCRIPTION, Field
from ..display import LANGUAGES, describe
from ..serialisation import dumps, from_rows, json_schema, loads, make_converter, to_rows

_CONVERTER: Final = make_converter()
_HOLDER: Final = "holder"
_ABSENT: Final = "nothing"
_CONSTRUCTOR: Final = "the constructor"


class BrokenPartError(Exception):
    """A part of the contract that a class breaks: what is wrong, and what to do."""


class Anything(Enum):
    """What no field should take: of a type that none names, though it can be pickled and copied."""

    ELSE = "something else"

    def __repr__(self) -> str:
        return f"<{self.value}>"


_ANYTHING: Final = Anything.ELSE


def is_known(cls: Any) -> None:
    """The class can be built, and its kind names it."""
    try:
        Kinded.__attrs_pre_init__(object.__new__(cls))
    except KindError as error:
        raise BrokenPartError(f"{error.problem}; {error.accepted}") from None
    if class_of(cls.kind, root_of(cls)) is not cls:
        raise BrokenPartError(
            f"{cls.kind!r} now names another class of the same name, defined later; keep one of the two"
        )


def is_documented(cls: Any) -> None:
    """Readers of the schema are told what the class and each field of its own is."""
    if not cls.__dict__.get("__doc__"):
        raise BrokenPartError("the class has no docstring, which is its description in the schema")
    silent = [field.name for field in attrs.fields(cls) if not field.inherited and not field.metadata.get(DESCRIPTION)]
    if silent:
        raise BrokenPartError(
            f"the schema does not say what {' and '.join(silent)} {'is' if len(silent) == 1 else 'are'};"
            f" write attrs.field(metadata={{{DESCRIPTION!r}: ...}})"
        )


CLASS_PARTS: Final[Mapping[str, Callable[[Any], None]]] = MappingProxyType(
    {"kind": is_known, "documentation": is_documented}
)
"""What is asked of the class itself."""


class Contract:
    """What is asked of the values of a class."""

    def __init__(self, cls: Any, refuses: Mapping[str, Iterable[object]]) -> None:
        self._cls = cls
        self._refuses = {name: tuple(bad) for name, bad in refuses.items()}
        self._fields = attrs.fields(cls)
        self._own = [field for field in self._fields if field.init and not field.inherited]
        self._inherited = [field for field in self._fields if field.init and field.inherited]
        self._previous: Any = None
        self._schema = Draft202012Validator(json_schema(cls))
        self.parts: Mapping[str, Callable[[Any], None]] = MappingProxyType(
            {
                "immutable": self._immutable,
                "hash": self._hash,
                "pickle": self._pickle,
                "copy": self._copy,
                "evolve": self._evolve,
                "validity": self._validity,
                "document": self._document,
                "ledger": self._ledger,
                "rows": self._rows,
                "schema": self._valid_under_the_schema,
                "description": self._description,
            }
        )

    def _immutable(self, value: Any) -> None:
        for name in [field.name for field in self._fields]:
            try:
                setattr(value, name, getattr(value, name))
            except AttributeError:
                continue
            raise BrokenPartError(f"{name} can be set; decorate the class with @attrs.frozen(kw_only=True)")
        if hasattr(value, "__dict__"):
            raise BrokenPartError(
                "it has a __dict__, which can be written to; leave slots on, and give mixins __slots__ = ()"
            )

    def _hash(self, value: Any) -> None:
        for field in self._fields:
            held = getattr(value, field.name)
            try:
                hash(held)
            except TypeError:
                advice = "a tuple" if isinstance(held, list) else "what is immutable"
                problem = f"{field.name} holds a {type(held).__name__}, which has no hash; convert it to {advice}"
                raise BrokenPartError(problem) from None
        previous, self._previous = self._previous or value, value
        likes = [attrs.evolve(value), previous]
        for field in self._own:
            with suppress(Exception):  # a rule of the user's own that looks at several fields
                likes.append(attrs.evolve(value, **{str(field.alias): getattr(previous, field.name)}))
        for other in likes:
            if other == value and hash(other) != hash(value):
                problem = f"it equals {shown(other)}, whose hash is another"
                raise BrokenPartError(f"{problem}; leave __eq__ and __hash__ as they are")

    def _pickle(self, value: Any) -> None:
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            self._same(_pickled(value, protocol), value, "a pickle")

    def _copy(self, value: Any) -> None:
        for make in (copy.copy, copy.deepcopy):
            self._same(make(value), value, f"copy.{make.__name__}")

    def _evolve(self, value: Any) -> None:
        self._same(attrs.evolve(value), value, "attrs.evolve")

    def _same(self, again: Any, value: Any, how: str) -> None:
        if type(again) is not type(value):
            raise BrokenPartError(f"{how} gives a {type(again).__name__}")
        for field in self._fields:
            before, after = getattr(value, field.name), getattr(again, field.name, _ABSENT)
            if before != after:
                advice = "; a converter must leave alone what it has made" * (field.converter is not None)
                raise BrokenPartError(f"{field.name} is {shown(before)}, and {shown(after)} after {how}{advice}")
        if again != value:
            raise BrokenPartError(f"what {how} gives does not equal it; leave __eq__ as it is")

    def _validity(self, value: Any) -> None:
        inherited, self._inherited = self._inherited, []  # the library's rules depend on no other value
        for field in (*inherited, *self._own):
            foreign = () if field.type in (Any, object, None) else (_ANYTHING,)
            for bad in (*foreign, *self._refuses.get(str(field.alias), ())):
                taken = [how for how, make in self._ways(value, field, bad).items() if _succeeds(make)]
                if _CONSTRUCTOR in taken:
                    kind = field.type.__name__ if isinstance(field.type, type) else "..."
                    advice = "let a validator refuse it"
                    if bad is _ANYTHING:
                        advice = f"give it a validator, such as attrs.validators.instance_of({kind})"
                    raise BrokenPartError(f"{field.name} takes {shown(bad)}; {advice}")
                if taken:
                    past = f"{field.name} takes {shown(bad)} past its rules, through {', '.join(taken)}"
                    raise BrokenPartError(f"{past}; leave __reduce__ and __copy__ as they are")

    def _ways(self, value: Any, field: Field, bad: object) -> dict[str, Callable[[], object]]:
        """Every way of making a value whose field is bad."""
        stated = {str(each.alias): getattr(value, each.name) for each in self._fields if each.init}
        change = {str(field.alias): bad}
        forced = _forced(value, field.name, bad)
        return {
            _CONSTRUCTOR: lambda: self._cls(**stated | change),
            "attrs.evolve": lambda: attrs.evolve(value, **change),
            "a pickle": lambda: _pickled(forced, pickle.DEFAULT_PROTOCOL),
            "copy.copy": lambda: copy.copy(forced),
            "copy.deepcopy": lambda: copy.deepcopy(forced),
        }

    def _document(self, value: Any) -> None:
        self._same(loads(dumps(value), self._cls), value, "loads(dumps(...))")
        self._same(loads(dumps(value), root_of(self._cls)), value, "loads(dumps(...)) as any of its root")
        plain = json.loads(json.dumps(_CONVERTER.unstructure(value)))
        self._same(_CONVERTER.structure(plain, self._cls), value, "structure(unstructure(...))")

    def _ledger(self, value: Any) -> None:
        held = ledger_of(value)
        if held is not None and loads(dumps(held)) != held:
            raise BrokenPartError("in a ledger, it comes back from loads(dumps(...)) as another")

    def _rows(self, value: Any) -> None:
        held = ledger_of(value)
        if held is not None:
            rows = to_rows(held)
            as_text = [{column: "" if cell is None else str(cell) for column, cell in row.items()} for row in rows]
            for table, how in ((rows, ""), (as_text, ", all cells as text")):
                if from_rows(table) != held:
                    raise BrokenPartError(f"it comes back from from_rows(to_rows(...)) as another{how}")

    def _valid_under_the_schema(self, value: Any) -> None:
        for error in self._schema.iter_errors(json.loads(dumps(value))):
            raise BrokenPartError(f"json_schema refuses {error.json_path} of what dumps writes: {shown(error.message)}")

    def _description(self, value: Any) -> None:
        if not hasattr(self._cls, "__describe__"):
            base = next(base for base in self._cls.__mro__[1:] if "kind" in base.__dict__ or base is root_of(base))
            raise BrokenPartError(
                f"it has no words of its own, and is told as a {base.__name__} is; write __describe__"
            )
        for locale in ("en", *LANGUAGES, "pt-BR"):
            text = describe(value, locale)
            if not text.strip() or len(text.splitlines()) > 1:
                raise BrokenPartError(f"describe gives {shown(text)} in {locale!r}; give some words on one line")


def ledger_of(value: Any) -> Ledger | None:
    """A small ledger that holds a value and whatever it refers to; None where ids happen to clash."""
    record: Any = value
    if isinstance(value, Party):
        record = FinancialCommitment(id=_HOLDER, stage="pledged", donors=[value])
    elif isinstance(value, Support):
        record = MilitaryCommitment(id=_HOLDER, stage="pledged", lines=[Line(value, 1)])
    line = getattr(record, "line", None)
    lines = [Line(Munition(), id=line)] if isinstance(line, str) else [Line(Munition())] * (1 + (line or 0))
    bare: dict[type[Record], Callable[[str], Record]] = {
        Source: lambda id: Source(id=id),
        Occasion: lambda id: Occasion(id=id, name=id),
        Initiative: lambda id: Initiative(id=id),
        Commitment: lambda id: MilitaryCommitment(id=id, stage="pledged", lines=lines),
        Claim: lambda id: Claim(id=id, about=record.about, stage="pledged"),
    }
    needed = {reference.target: bare[reference.classes[0]](reference.target) for reference in references(record)}
    try:
        return Ledger.of([record, *needed.values()])
    except LedgerError:
        return None


def _pickled(value: Any, protocol: int) -> Any:
    """The value out of its pickle. Its class is not looked up by name, so that it may be local to a function."""
    cls, file = type(value), io.BytesIO()

    class Pickler(pickle.Pickler):
        def persistent_id(self, obj: Any) -> str | None:
            return "class" if obj is cls else None

    class Unpickler(pickle.Unpickler):
        def persistent_load(self, pid: Any) -> Any:
            return cls

    Pickler(file, protocol).dump(value)
    file.seek(0)
    return Unpickler(file).load()


def _forced(value: Any, name: str, bad: object) -> Any:
    """A value of the same class with one field overwritten, as no caller could."""
    forced = object.__new__(type(value))
    for field in attrs.fields(type(value)):
        object.__setattr__(forced, field.name, bad if field.name == name else getattr(value, field.name))
    return forced


def _succeeds(make: Callable[[], object]) -> bool:
    try:
        make()
    except Exception:  # whatever a check of the user's own raises
        return False
    return True
