"""Typed lines for `tipfloor names`: names whole and cut, in any order, anything between them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.reliability import texts
from tests.reliability.child import run
from tests.reliability.mutating import mutated
from tests.reliability.outcome import Outcome
from tests.reliability.window import MEETING
from tipfloor.meetingfile import read_plan

LINES = 100
BETWEEN = (
    " ",
    ", ",
    ",",
    "; ",
    " and ",
    " y ",
    " e ",
    " et ",
    " for ",
    " en nombre de ",
    " & ",
    "",
)


def named_lines(number: int, seed: int, folder: Path) -> Outcome:
    """Type so many lines; each has an answer, and the same one each time."""
    outcome, chance = Outcome("Lines of typed names"), Random(seed)
    names = [name for item in read_plan(MEETING).delegations for name in item.names()]
    names += [item.code for item in read_plan(MEETING).delegations]
    while outcome.tried < number:
        lines = [_line(chance, names) for _ in range(LINES)]
        outcome.tried += len(lines)
        given = b"\n".join(line.replace(b"\n", b" ").replace(b"\r", b" ") for line in lines)
        outcome.wrong += [f"seed {seed}: {x}: {lines!r:.900}" for x in _wrong(given, outcome)]
    return outcome


def _wrong(given: bytes, outcome: Outcome) -> Iterator[str]:
    ended = run(["names", "--meeting", str(MEETING)], given)
    outcome.peak = max(outcome.peak, ended.peak)
    yield from ended.faults()
    answers = [json.loads(line) for line in ended.out.splitlines()]
    if len(answers) != given.count(b"\n") + 1:
        yield f"{len(answers)} answers"
    for answer in answers:
        taken = answer["taken"] + answer["on_behalf_of"]
        if taken and answer["asked"]:
            yield f"takes {taken} and asks too: {answer['line']!r}"
        if len(set(taken)) < len(taken):
            yield f"takes one twice: {answer['line']!r}"


def _line(chance: Random, names: list[str]) -> bytes:
    """Return one to forty names, whole or cut, or another text."""
    if chance.random() < 0.1:
        return texts.text(chance, 1.0).encode("utf-8", "surrogatepass") or b"x"
    some = [_part(chance, chance.choice(names)) for _ in range(chance.choice([1, 1, 2, 3, 40]))]
    line = "".join(part + chance.choice(BETWEEN) for part in some).encode()
    return (mutated(chance, line)[:5000] if chance.random() < 0.2 else line) or b"x"


def _part(chance: Random, name: str) -> str:
    if chance.random() < 0.3:
        return name[: chance.randint(1, len(name))]
    return chance.choice([str.lower, str.upper, str.title, str])(name)
