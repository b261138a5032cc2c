"""How long questions to a large ledger take, from a thousand commitments to a hundred thousand, and as many claims.

An answer about one record looks at what belongs to it, so its time must not grow with the ledger. Beside each stands
what a program does that keeps the same records in a dict and a list: the dict answers at once, the list is gone
through. Both give the same answers.
"""

import gc
from collections.abc import Callable, Iterator
from datetime import date
from statistics import median
from time import perf_counter
from typing import Any, Final, NamedTuple

from ukraine_support import (
    Citation,
    Claim,
    Commitment,
    Country,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    Record,
    Source,
    Speaker,
    UnknownIdError,
)
from ukraine_support.analysis import evidence, fulfilment, funding, history, stage_of

SIZES: Final = (1_000, 10_000, 100_000)
GROWTH: Final = 2.5
"""How much longer a question may take among a hundred times as many records, which fit no cache of the processor."""
ASKED: Final = 200
ROUNDS: Final = 7
DAY: Final = date(2024, 6, 1)


def records(count: int) -> Iterator[Record]:
    """So many commitments and as many claims; ten commitments to an initiative, every tenth a part of another."""
    yield from (Source(id=f"s{at:06}", published="2024-03-01") for at in range(count // 100))
    yield from (Initiative(id=f"i{at:06}") for at in range(count // 10))
    for at in range(count):
        shared: dict[str, Any] = {
            "id": f"c{at:06}",
            "donors": [Country("NL")],
            "stage": "pledged",
            "announced": "2024-02-26",
            "citations": [Citation(f"s{at % (count // 100):06}")],
        }
        if at % 10 == 7:
            shared |= {"part_of": f"c{at - 1:06}", "links": [Link("replaces", f"c{at - 2:06}")]}
        if at % 2:
            amount = Money(at + 1, "EUR")
            yield FinancialCommitment(value=amount, towards=f"i{at // 10:06}", **shared)
        else:
            yield MilitaryCommitment(lines=[Line(Munition(), at + 10)], **shared)
    for at in range(count):
        speaker = Speaker(f"Speaker {at % 60}", of=Country(("NL", "UA", "US")[at % 3]))
        yield Claim(
            id=f"k{at:06}",
            about=f"c{at - at % 4:06}",
            stage="delivered",
            share="0.3",
            speaker=speaker,
            said="2024-04-01" if at % 2 else "2024-07-01",
        )


class Plain(NamedTuple):
    """The same records as somebody keeps them who has no ledger."""

    by_id: dict[str, Record]
    commitments: list[Commitment]
    claims: list[Claim]


class Question(NamedTuple):
    """A question to both: whose ids it is asked of, and how many times as long as theirs ours may take."""

    name: str
    ids: str
    ours: Callable[[Ledger, str], Any]
    theirs: Callable[[Plain, str], Any]
    most: float


def unknown(ledger: Ledger, id: str) -> str:
    """What is said of an id that is not there."""
    try:
        ledger[f"{id}-x"]
    except UnknownIdError as error:
        return str(error)
    raise AssertionError(id)


def cited(held: Plain, id: str) -> list[Record]:
    """The sources that a commitment cites."""
    record: Any = held.by_id[id]
    return [held.by_id[citation.source] for citation in record.citations]


def claims_about(held: Plain, id: str) -> list[Claim]:
    """The claims about a commitment, found by going through all."""
    return [claim for claim in held.claims if claim.about == id]


def known_claims(held: Plain, id: str) -> int:
    """How many claims about a commitment were said by the day."""
    said = [claim.said.latest for claim in claims_about(held, id) if claim.said is not None]
    return sum(day is not None and day <= DAY for day in said)


QUESTIONS: Final = (
    Question("ledger[id]", "c", lambda ledger, id: ledger[id], lambda held, id: held.by_id[id], 15),
    Question("commitments[id]", "c", lambda ledger, id: ledger.commitments[id], lambda held, id: held.by_id[id], 2),
    Question(
        "an id that is not there", "c", unknown, lambda held, id: [one for one in held.by_id if one[:1] == id[:1]], 1
    ),
    Question("claims_about", "c", lambda ledger, id: list(ledger.claims_about(id)), claims_about, 1),
    Question(
        "parts_of",
        "c",
        lambda ledger, id: list(ledger.parts_of(id)),
        lambda held, id: [part for part in held.commitments if part.part_of == id],
        1,
    ),
    Question(
        "links_to",
        "c",
        lambda ledger, id: list(ledger.links_to(id)),
        lambda held, id: [one for one in held.commitments if any(link.to == id for link in one.links)],
        1,
    ),
    Question(
        "contributions_to",
        "i",
        lambda ledger, id: list(ledger.contributions_to(id)),
        lambda held, id: [one for one in held.commitments if one.towards == id],
        1,
    ),
    Question(
        "funding",
        "i",
        lambda ledger, id: funding(ledger, id).pledged.low,
        lambda held, id: sum(
            one.value.low.amount for one in held.commitments if one.towards == id and one.value.low is not None
        ),
        1,
    ),
    Question("fulfilment", "m", lambda ledger, id: fulfilment(ledger, id).delivered, claims_about, 1),
    Question(
        "fulfilment, as of a day",
        "m",
        lambda ledger, id: sum(len(account.claims) for account in fulfilment(ledger, id, as_of=DAY).accounts),
        known_claims,
        1,
    ),
    Question("stage_of, as of a day", "c", lambda ledger, id: stage_of(ledger, id, as_of=DAY), claims_about, 1),
    Question("history, as of a day", "c", lambda ledger, id: history(ledger, id, as_of=DAY), claims_about, 1),
    Question("evidence", "c", lambda ledger, id: evidence(ledger, id).sources, cited, 40),
)


def ids(kind: str, count: int) -> list[str]:
    """Ids spread over the whole ledger: of commitments, of those with lines, or of initiatives."""
    if kind == "i":
        return [f"i{at * (count // 10 - 1) // ASKED:06}" for at in range(ASKED)]
    return [f"c{at * (count - 4) // ASKED // 4 * 4:06}" for at in range(ASKED)]


def microseconds(ask: Callable[[Any, str], Any], held: Any, asked: list[str]) -> float:
    """For one question."""
    start = perf_counter()
    for id in asked:
        ask(held, id)
    return (perf_counter() - start) / len(asked) * 1e6


def main() -> None:
    """Measure, and print."""
    ledgers = {count: Ledger.of(records(count)) for count in SIZES}
    built: list[str] = []
    for count, ledger in ledgers.items():
        gc.collect()
        built.append(
            f"{microseconds(lambda ledger, id: fulfilment(ledger, id, as_of=DAY), ledger, ['c000000']) / count:.1f}"
        )
    largest = ledgers[SIZES[-1]]
    by_id = {record.id: record for record in largest.records}
    plain = Plain(by_id, list(largest.commitments.values()), list(largest.claims.values()))
    print(f"{'':<26}{''.join(f'{count:>11,}' for count in SIZES)}  growth         peer     ratio")
    for question in QUESTIONS:
        rounds = [  # the sizes in turn, so that what else the machine does strikes them alike
            [microseconds(question.ours, ledgers[count], ids(question.ids, count)) for count in SIZES]
            for _ in range(ROUNDS)
        ]
        taken = [min(times) for times in zip(*rounds, strict=True)]
        theirs = min(microseconds(question.theirs, plain, ids(question.ids, SIZES[-1])[::50]) for _ in range(ROUNDS))
        growth, ratio = median(times[-1] / times[0] for times in rounds), taken[-1] / theirs
        verdict = "OK" if growth <= GROWTH and ratio <= question.most else "over"
        ours = "".join(f"{time:>8.1f} µs" for time in taken)
        print(f"{question.name:<26}{ours} {growth:>7.2f} {theirs:>9.1f} µs {ratio:>9.4f}  {verdict}")
    print(f"the first question of all builds the indexes: {', '.join(built)} µs per commitment")


if __name__ == "__main__":
    main()
