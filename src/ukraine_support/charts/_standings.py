"""Who stands where, as a picture."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from .._model.claims import Position, Stance
from .._model.ledger import Ledger
from .._model.parties import UnnamedParty
from .._model.support import Support
from .._model.values.period import a_day_or_none
from .._words.claims import said
from .._words.language import Language, language
from .._words.titles import title_of
from .._words.wording import worded
from ..analysis import Standing, standings
from ._axis import Axis
from ._drawing import BAR, LINE, Drawing


def standings_chart(
    ledger: Ledger, locale: str, on: Support | str, *, as_of: date | str | None = None
) -> dict[str, Any]:
    """Parties by stance: one row for each party, one column for each stance that somebody takes.

    Stances have no order: from left to right they merely stand apart, and parties of one stance stand together. Where
    several positions of one day stand, a line joins them. Who says so stands with each.

    Args:
        ledger: The records.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.
        on: A kind of support, or the id of a commitment or an initiative.
        as_of: The day asked about, or its text `2024-02-27`; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: There is no such locale, or there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Country, Personnel
        >>> view = Position(id="nl", holder=Country("NL"), on=Personnel(), stance="no_plans", said="2024-02-26")
        >>> print(standings_chart(Ledger(positions=[view]), "en", Personnel())["description"])
        personnel; Netherlands: no plans; a speaker not named (26 February 2024)
    """
    words, day = language(locale), a_day_or_none(as_of, "standings_chart")
    found = standings(ledger, on, as_of=day).holders
    known = ledger if day is None else ledger.as_of(day)
    taken = {position.stance for standing in found for position in standing.positions}
    places = {stance: at + 0.5 for at, stance in enumerate(each for each in Stance if each in taken)}
    drawing = Drawing(Axis("quantitative", 0, len(places) or 1), words)
    for standing in sorted(found, key=lambda each: places[each.positions[0].stance]):
        _draw_standing(drawing, standing, on, places)
    title = worded(on, words) if isinstance(on, Support) else title_of(known[on], words)
    return drawing.spec(title, "" if day is None else words.say("as of {day}", day=worded(day, words)))


def _draw_standing(drawing: Drawing, standing: Standing, on: Support | str, places: dict[Stance, float]) -> None:
    """One row; where several stances are taken, each is written below its point, on a line of its own."""
    words, holder = drawing.words, worded(standing.holder, drawing.words)
    positions = sorted(standing.positions, key=lambda each: places[each.stance])
    stances = {position.stance: worded(position.stance, words) for position in positions}
    sayings = [(stances[position.stance], list(_sayings(position, on, words))) for position in positions]
    if len(stances) == 1:
        body = [each for _, said_of_it in sayings for each in said_of_it]
        told = words.clauses([words.pair(holder, sayings[0][0]), *body])
    else:
        body = [words.clauses([stance, *said_of_it]) for stance, said_of_it in sayings]
        told = words.pair(holder, words.clauses(body))
    drawing.row(holder, body, told=told)
    middle = drawing.bar()
    for place in places.values():
        drawing.put("grid", x=place, y=middle + BAR - 4, y2=middle + BAR)
    taken = [places[stance] for stance in stances]
    if len(taken) > 1 and not isinstance(standing.holder, UnnamedParty):  # which may be several parties
        drawing.put("joined", x=taken[0], x2=taken[-1], y=middle, told=told)
    for place, stance in zip(taken, stances.values(), strict=True):
        drawing.put("circle", x=place, y=middle, told=told)
        side = "to the right" if place <= len(places) / 2 else "to the left"
        if len(taken) == 1:
            drawing.put(f"beside, {side}", x=place, y=middle, text=[stance])
        else:
            drawing.put(f"below, {side}", x=place, y=drawing.height + BAR // 2, text=[stance])
            drawing.height += LINE


def _sayings(position: Position, on: Support | str, words: Language) -> Iterator[str]:
    """What it is about, where that is less than what was asked; since when; and who says so."""
    if isinstance(position.on, Support) and position.on != on:
        yield worded(position.on, words)
    if position.since is not None:
        yield worded(position.since, words)
    if position.speaker is not None or position.said is not None:
        is_other = position.speaker is not None and position.speaker.of != position.holder
        yield said(position.speaker, position.said, words, others=is_other, holder=position.holder)
