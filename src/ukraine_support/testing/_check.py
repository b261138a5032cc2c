"""A class of the user's own, held to the whole contract."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final, TypeVar

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from .._errors import InvalidValueError, UkraineSupportError, WrongTypeError, shown
from .._model.base.immutable import Immutable
from .._model.base.kinds import is_open
from ._contract import CLASS_PARTS, BrokenPartError, Contract
from ._strategies import values

T = TypeVar("T")

_SHOWN: Final = 300
"""Characters of a value that a report repeats."""


_EVERY_CHECK: Final[Any] = list(HealthCheck)


def _every(problems: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    return tuple(problems)


@attrs.define(slots=False, repr=False)
class BrokenContractError(UkraineSupportError, AssertionError):
    """A class of yours breaks the contract that the library's own classes keep; every broken part is named.

    Examples:
        >>> print(BrokenContractError("Drone", [("hash", "names holds a list, which has no hash", "Drone(names=[])")]))
        Drone breaks the contract in 1 part:
          hash: names holds a list, which has no hash
            as in Drone(names=[])
    """

    name: str
    """The class."""
    problems: tuple[tuple[str, str, str], ...] = attrs.field(converter=_every)
    """Each broken part: its name, what is wrong, and a value that shows it, where one does."""

    def __attrs_post_init__(self) -> None:
        several = "parts" if len(self.problems) > 1 else "part"
        lines = [f"{self.name} breaks the contract in {len(self.problems)} {several}:"]
        for part, problem, value in self.problems:
            lines.append(f"  {part}: {problem}")
            lines += [f"    as in {value}"] * bool(value)
        self.problem: str = "\n".join(lines)


def check_kind(
    cls: type[T],
    strategy: SearchStrategy[T] | None = None,
    *,
    refuses: Mapping[str, Iterable[object]] | None = None,
    without: Collection[str] = (),
) -> None:
    """Hold a class of yours to all that the library's own keep, with values made up by hypothesis.

    The parts of the contract:

    * `kind`: it can be built, and its kind names it.
    * `documentation`: the class and each field of its own say what they are, for the schema.
    * `immutable`: no field can be set, and it has no `__dict__`.
    * `hash`: it has one, and equal values have equal ones.
    * `pickle`, `copy`, `evolve`: what they give is equal; so converters leave alone what they have made.
    * `validity`: each field refuses what is not of its type, and what you name in `refuses`, through the constructor,
      `attrs.evolve`, pickles and copies alike.
    * `document`: it is read from the JSON that it is written as; `ledger`: in a ledger too; `rows`: from its rows.
    * `schema`: `json_schema` allows what is written.
    * `description`: it has words of its own, and can be told in every language.

    As many values are tried as the profile of hypothesis that is loaded says, and the same ones each time.

    Args:
        cls: The class, below one of the five open ones.
        strategy: What to take its values from; without one, `values(cls)`.
        refuses: For some fields, by the constructor's names, values that your rules are to refuse.
        without: Parts to leave out.

    Raises:
        BrokenContractError: Parts are broken. Each is named, with what is wrong and the shortest value that shows it.
        InvalidValueError: No values can be made up, and a strategy is needed; or an argument names nothing.
        WrongTypeError: The class is not below an open one.

    Examples:
        >>> from typing import ClassVar
        >>> import attrs
        >>> from ukraine_support import Munition
        >>> @attrs.frozen(kw_only=True)
        ... class Decoy(Munition):
        ...     kind: ClassVar[str] = "tracker.decoy"
        ...     colours: list[str] = attrs.field(factory=list)
        >>> try:
        ...     check_kind(Decoy, without=["documentation", "validity", "description"])
        ... except BrokenContractError as error:
        ...     print(error)
        Decoy breaks the contract in 1 part:
          hash: colours holds a list, which has no hash; convert it to a tuple
            as in Decoy()
    """
    __tracebackhide__ = True
    if not is_open(cls):
        accepted = "pass a class below Party, Support, Commitment, Claim or Position"
        raise WrongTypeError("check_kind", f"{shown(cls)} is none of an open hierarchy", accepted)
    asked: Any = cls
    found: dict[str, tuple[str, str]] = {}
    for name, part in CLASS_PARTS.items():
        if "kind" not in found:  # nothing more can be said of a class that cannot be built
            _look({name: part}, cls, found, "")
    if "kind" not in found:
        contract = Contract(asked, refuses or {})
        _named("without", without, [*CLASS_PARTS, *contract.parts])
        _named("refuses", refuses or {}, [str(field.alias) for field in attrs.fields(asked) if field.init])
        parts = {name: part for name, part in contract.parts.items() if name not in without}
        made = values(asked) if strategy is None else strategy
        _try(made, lambda value: _look(parts, value, found, _shown(value)))
    problems = [(part, *what) for part, what in found.items() if part not in without]
    if problems:
        raise BrokenContractError(cls.__name__, problems)


def _named(argument: str, given: Iterable[str], names: Collection[str]) -> None:
    for name in given:
        if name not in names:
            raise InvalidValueError(
                f"check_kind.{argument}", f"{shown(name)} is none", f"name some of {', '.join(names)}"
            )


def _try(strategy: SearchStrategy[T], look: Callable[[T], None]) -> None:
    """Look at values, the same ones each time; hypothesis need not say whether they come slowly."""

    @settings(derandomize=True, database=None, deadline=None, suppress_health_check=_EVERY_CHECK)
    @given(strategy)
    def each(value: T) -> None:
        look(value)

    each()


def _look(
    parts: Mapping[str, Callable[[Any], None]], subject: Any, found: dict[str, tuple[str, str]], text: str
) -> None:
    """Note the parts that a subject breaks, each by the shortest value that does."""
    for name, part in parts.items():
        try:
            part(subject)
        except Exception as error:  # whatever code of the user's own raises
            problem = (
                str(error) if isinstance(error, BrokenPartError) else f"{type(error).__name__}: {shown(str(error))}"
            )
            if name not in found or len(text) < len(found[name][1]):
                found[name] = problem, text


def _shown(value: Any) -> str:
    """A value by what it states, whatever `__repr__` a subclass has."""
    text = Immutable.__repr__(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
