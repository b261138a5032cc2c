"""Who stands where, as a picture."""

from collections.abc import Iterator

from .._model.claims import Position, Stance
from .._model.parties import UnnamedParty
from .._model.support import Support
from .._words.claims import said, stance_word
from .._words.language import Language
from .._words.language import language as language_of
from .._words.registered import worded
from .._words.titles import title_of
from ..analysis import Standing, Standings
from ._axis import Axis
from ._chart import Chart, check_answer
from ._drawing import BAR, LINE, Drawing


def standings_chart(answer: Standings, locale: str) -> Chart:
    """Parties by stance: one row for each party, one column for each stance that somebody takes.

    Stances have no order: from left to right they merely stand apart, and parties of one stance stand together. Where
    several positions of one day stand, a line joins them. Who says so stands with each.

    Args:
        answer: What `standings` answers.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.

    Raises:
        WrongTypeError: It is not such an answer.
        InvalidValueError: There is no such locale, or there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Country, Ledger, Personnel
        >>> from ukraine_support.analysis import standings
        >>> view = Position(id="nl", holder=Country("NL"), on=Personnel(), stance="no_plans", said="2024-02-26")
        >>> answer = standings(Ledger(positions=[view]), Personnel())
        >>> print(standings_chart(answer, "en")["description"])
        personnel; Netherlands: has no such plans; an unnamed speaker (26 February 2024)
    """
    check_answer(answer, Standings, "standings_chart", "standings()")
    language, on = language_of(locale), answer.on
    taken = {position.stance for standing in answer.holders for position in standing.positions}
    columns = {stance: at + 0.5 for at, stance in enumerate(each for each in Stance if each in taken)}
    drawing = Drawing(Axis("quantitative", 0, len(columns) or 1), language)
    for standing in sorted(answer.holders, key=lambda each: columns[each.positions[0].stance]):
        _draw_standing(drawing, standing, answer, columns)
    if on is None:
        title = language.say("Positions")
    else:
        title = worded(on, language) if isinstance(on, Support) else title_of(on, language)
    return drawing.chart(title, as_of=answer.as_of)


def _draw_standing(drawing: Drawing, standing: Standing, answer: Standings, columns: dict[Stance, float]) -> None:
    """One row; where several stances are taken, each is written below its point, on a line of its own."""
    language, holder = drawing.language, worded(standing.holder, drawing.language)
    positions = sorted(standing.positions, key=lambda each: columns[each.stance])
    stances = {position.stance: stance_word(position, language) for position in positions}
    if len(stances) == 1:
        body = [each for position in positions for each in _sayings(position, answer, language)]
        text = language.clauses([language.pair(holder, *stances.values()), *body])
    else:
        body = [language.clauses([stances[each.stance], *_sayings(each, answer, language)]) for each in positions]
        text = language.pair(holder, language.clauses(body))
    drawing.row(holder, body, text)
    middle = drawing.bar()
    for x in columns.values():
        drawing.put("grid", x=x, y=middle + BAR - 4, y2=middle + BAR)
    taken = [columns[stance] for stance in stances]
    if len(taken) > 1 and not isinstance(standing.holder, UnnamedParty):  # which may be several parties
        drawing.put("joined", x=taken[0], x2=taken[-1], y=middle, tooltip=text)
    for x, stance in zip(taken, stances.values(), strict=True):
        drawing.put("circle", x=x, y=middle, tooltip=text)
        side = "to the right" if x <= len(columns) / 2 else "to the left"
        if len(taken) == 1:
            drawing.put(f"beside, {side}", x=x, y=middle, text=[stance])
        else:
            drawing.put(f"below, {side}", x=x, y=drawing.height + BAR // 2, text=[stance])
            drawing.height += LINE


def _sayings(position: Position, answer: Standings, language: Language) -> Iterator[str]:
    """What it is about, where that is less than what was asked; since when; and who says so."""
    if isinstance(position.on, Support) and position.on != answer.on:
        yield worded(position.on, language)
    if position.since is not None:
        yield worded(position.since, language)
    if position.speaker is not None or position.said is not None:
        is_other = position.speaker is not None and position.speaker.of != position.holder
        yield said(position.speaker, position.said, language, others=is_other, holder=position.holder)
