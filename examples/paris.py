"""Tell what a ledger holds: who promised what, what has arrived according to whom, who stands where, and who says so.

Run it as it is, or as of a day: `python examples/paris.py 2024-02-26`.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import Any

from ukraine_support import Citation, Estimate, Ledger, Line, Money, Party, Period, Position, Speaker, Stance
from ukraine_support.analysis import Account, Fulfilment, fulfilment, fulfilment_of_value, funding
from ukraine_support.serialisation import loads

SEED = Path(__file__).parents[1] / "seeds" / "paris-2024.json"


def number(value: Any) -> str:
    return f"{value.currency} {value.amount:,f}" if isinstance(value, Money) else f"{value:,}"


def estimate(known: Estimate[Any], shown: Callable[[Any], str] = number) -> str:
    if known.is_unknown:
        return "not disclosed"
    ends = [shown(end) for end in dict.fromkeys((known.low, known.high)) if end is not None]
    limit = "at least " if known.high is None else "at most " if known.low is None else ""
    return f"{'about ' if known.is_approximate else ''}{limit}{' to '.join(ends)}"


def when(period: Period | None) -> str:
    if period is None:
        return "on a day not stated"
    first, last, about = period.earliest, period.latest, "about " if period.is_approximate else ""
    if first is None or last is None:
        return f"since {about}{first}" if first else f"on or before {about}{last}"
    return f"on {about}{first}" if first == last else f"between {about}{first} and {last}"


def counted(line: Line) -> str:
    unit = "" if line.quantity.is_unknown else f" {line.unit.value}"
    return f"{' or '.join(kind.english_name for kind in line.of)}: {estimate(line.quantity)}{unit}"


def names(*parties: Party | None) -> str:
    return ", ".join(party.english_name for party in parties if party) or "nobody named"


def person(speaker: Speaker | None, holder: Party | None = None) -> str:
    if speaker is None:
        return "a speaker not named"
    party = None if speaker.of is None or speaker.of == holder else names(speaker.of)
    return ", ".join(str(known) for known in (speaker.name, speaker.office, party) if known)


def cited(citations: Iterable[Citation]) -> str:
    places = ("\N{NO-BREAK SPACE}".join(filter(None, (place.source, place.at))) for place in citations)
    return f"[{', '.join(places)}]"


def account(told: Account[Any]) -> str:
    claim = told.claim
    verb = f'"{claim.wording}", ' if claim.wording else ""
    figures = f"{estimate(told.amount)}, {estimate(told.share, '{:.0%}'.format)}"
    return f"{person(claim.speaker)} ({verb}{when(claim.said)}): {figures} {cited(claim.citations)}"


def promises(ledger: Ledger) -> Iterator[str]:
    for promise in ledger.commitments.values():
        value = [] if promise.value.is_unknown else [estimate(promise.value)]
        suppliers = f", from {names(*promise.suppliers)}" if promise.suppliers else ""
        towards = f", towards {promise.towards}" if promise.towards else ""
        due = f", due {when(promise.due)}" if promise.due else ""
        yield from ("", f"{names(*promise.donors)} to {names(promise.recipient)} ({promise.id})")
        yield f"  {'; '.join([*map(counted, promise.lines), *value])}{suppliers}{towards}"
        yield f"  {promise.stage.value} {when(promise.announced)}{due} {cited(promise.citations)}"
        answers: list[Fulfilment[Any]] = [fulfilment(ledger, promise.id, line=at) for at in range(len(promise.lines))]
        for answer in answers or [fulfilment_of_value(ledger, promise.id)]:
            yield from (f"  {answer.stage.value} according to {account(told)}" for told in answer.accounts)
            if answer.disputed:
                yield f"  these accounts contradict each other; outstanding: {estimate(answer.outstanding)}"
            yield from (f"  foretold by {account(told)}" for told in answer.forecasts)


def initiatives(ledger: Ledger) -> Iterator[str]:
    for joint in ledger.initiatives.values():
        money = funding(ledger, joint.id)
        yield from ("", f"led by {names(joint.lead)}, supplied by {names(*joint.suppliers)} ({joint.id})")
        yield f"  {'; '.join(map(counted, joint.goal))}"
        yield f"  {joint.stage.value} {when(joint.announced)} {cited(joint.citations)}"
        yield f"  pledged towards it: {estimate(money.pledged)}, by {names(*money.funders)}"


def view(position: Position) -> str:
    on = position.on if isinstance(position.on, str) else position.on.english_name
    since = f", {when(position.since)}" if position.since else ""
    speaker, holder = position.speaker, position.holder
    other = "according to " if speaker and speaker.of != holder else ""
    said = f"{other}{person(speaker, holder)}, " if speaker else ""
    return f"{names(holder)}, on {on}{since}: {said}{when(position.said)} {cited(position.citations)}"


def positions(ledger: Ledger) -> Iterator[str]:
    for stance in Stance:
        held = [position for position in ledger.positions.values() if position.stance is stance]
        if held:
            yield from ("", str(stance.value).replace("_", " "))
            yield from (f"  {view(position)}" for position in held)


def sources(ledger: Ledger) -> Iterator[str]:
    yield ""
    for source in ledger.sources.values():
        through = f", known through {source.through}" if source.through else ""
        title = ", ".join(str(known) for known in (source.title, source.publisher) if known) or "untitled"
        yield f"{source.id}: {title}, published {when(source.published)}{through}"


def main(day: str | None = None) -> None:
    ledger = loads(SEED.read_text(encoding="utf-8"))
    known = ledger.as_of(date.fromisoformat(day)) if day else ledger
    for part in (promises, initiatives, positions, sources):
        print(f"== {part.__name__.upper()} ==")
        print(*(fill(line, 100, subsequent_indent="      ") for line in part(known)), "", sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
