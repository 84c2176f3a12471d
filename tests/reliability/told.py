"""Acts as no button panel sends them: lines of JSON and words on the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tests.reliability import texts
from tests.reliability.child import Ended, run
from tests.reliability.drawing import draw
from tests.reliability.mutating import mutated
from tests.reliability.outcome import Outcome
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store import Row
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

LINES = 50
"""Lines that one process is given at the most."""

HOSTILE_ONES = 8
"""Hostile lines among them."""

HOSTILE = (
    b"\xff\xfe\x00",
    b"\xef\xbb\xbf{}",
    b"[" * 200_000,
    b'{"kind":' * 100_000,
    b'{"kind":"undo","kind":"undo"}',
    b'{"kind":"take_note","text":"' + b"x" * 999_000 + b'"}',
    b'{"kind":"take_note","text":"' + b"x" * 3_000_000 + b'"}',
    b'{"kind":"move","delegation":"BRA","position":' + b"9" * 5000 + b"}",
    b'{"kind":"back_date","seconds":1e-320}',
    b'{"kind":"back_date","seconds":1e999}',
    b'{"kind":"back_date","seconds":NaN}',
    b'{"kind":"\\ud800"}',
    b'{"kind":"take_note","text":"\\ud800"}',
    b'{"kind":"take_note","text":"\\u0000"}',
    b'{"kind":null}',
    b'{"kind":["undo"]}',
    b'"undo"',
    b"null",
    b"0",
    b"\0\0\0\0",
    b"{}" * 1000,
    b'{"kind":"inscribe_all","delegations":[' + b'"BRA",' * 100_000 + b'"BRA"]}',
)


def told_lines(number: int, seed: int, folder: Path) -> Outcome:
    """Tell so many lines, drawn, changed and hostile; every line has its answer."""
    outcome, trial = Outcome("Acts told as lines of JSON"), _Trial(folder, seed)
    hostile, together = list(HOSTILE), max(min(LINES, number), 2 * HOSTILE_ONES)
    while outcome.tried < number or hostile:
        lines = [hostile.pop() for _ in range(min(HOSTILE_ONES, len(hostile)))]
        lines += [trial.line() for _ in range(together - len(lines))]
        outcome.tried += len(lines)
        ended = trial.told((), b"\n".join(lines))
        expected = sum(bool(line.strip()) for line in b"\n".join(lines).split(b"\n"))
        answers = ended.out.count(b"\n")
        if answers != expected:
            outcome.wrong.append(
                f"seed {seed}: {answers} answers to {expected} lines: {lines!r:.900}"
            )
        trial.judge(ended, outcome, repr(lines)[:900])
    return outcome


def told_words(number: int, seed: int, folder: Path) -> Outcome:
    """Tell so many acts in words of all kinds."""
    outcome, trial = Outcome("Acts told in words"), _Trial(folder, seed)
    while outcome.tried < number:
        words = trial.words()
        outcome.tried += 1
        trial.judge(trial.told(words, b""), outcome, repr(words))
    return outcome


class _Trial:
    """A record of its own, which is told acts by one process after the other."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.seed, self.chance = seed, Random(seed)
        self.record = folder / f"told-{seed}.sqlite"
        plan, self.clock = small_plan(turns_per_session=50), HandClock()
        assert create(self.record, convening(plan, self.clock))
        self.rows = self._read()
        with closing(SqliteStore(self.record, read_only=True)) as store:
            self.meeting = Proceedings(store).meeting

    def line(self) -> bytes:
        """Return an act as a line, changed more often than not."""
        kind = self.chance.choice(list(ACTS))
        line = draw(self.chance, kind, self.meeting, self.clock.now()).encode()
        return mutated(self.chance, line) if self.chance.random() < 0.6 else line

    def words(self) -> list[str]:
        """Return an act in words, some of which are other words."""
        chance = self.chance
        line = json.loads(draw(chance, chance.choice(list(ACTS)), self.meeting, self.clock.now()))
        words = [chance.choice([line.pop("kind"), line.get("kind", "undo").replace("_", "-")])]
        for name, value in line.items():
            word = ",".join(map(str, value)) if isinstance(value, list) else str(value)
            if chance.random() < 0.15:
                word = texts.text(chance, 1.0)
            words.append(word if chance.random() < 0.5 else f"{name}={word}")
        if chance.random() < 0.1:
            words += [texts.text(chance, 1.0) for _ in range(chance.choice([1, 30]))]
        # What a system cannot pass to a process, the program never sees.
        return [word.replace("\0", "").encode("utf-8", "replace").decode() for word in words]

    def told(self, words: tuple[str, ...] | list[str], given: bytes) -> Ended:
        """Run `tell`."""
        return run(["tell", "--record", str(self.record), "--", *words], given)

    def judge(self, ended: Ended, outcome: Outcome, given: str) -> None:
        """Note what a process may not do, whatever it was told."""
        outcome.peak = max(outcome.peak, ended.peak)
        wrong = [*ended.faults(), *self._record_stands()]
        outcome.wrong += [f"seed {self.seed}: {given}: {x}" for x in wrong]

    def _record_stands(self) -> Iterator[str]:
        """Say what is wrong with the record: it only ever grows, and can be read."""
        rows = self._read()
        if rows[: len(self.rows)] != self.rows:
            yield "rows of the record were changed"
        if first_bad_position(rows) is not None:
            yield "the chain does not verify"
        self.rows = rows
        with closing(SqliteStore(self.record, read_only=True)) as store:
            self.meeting = Proceedings(store).meeting

    def _read(self) -> list[Row]:
        with closing(SqliteStore(self.record, read_only=True)) as store:
            return store.read()
