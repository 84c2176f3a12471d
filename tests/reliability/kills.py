"""Processes killed at random instants while acts are told: what was answered is in the record."""

from __future__ import annotations

import json
import os
import select
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from tests.helpers.plans import NAMES, small_plan
from tests.reliability.child import Process, forked
from tests.reliability.outcome import Outcome
from tipfloor.clocks import SystemClock
from tipfloor.core.ground.instant import Instant
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store import Row
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

KILLS_OF_A_RECORD = 10
"""Kills after which the next record is begun."""

LONGEST_LIFE = 0.12
"""Seconds within which a process is killed after its first answer."""

LATEST_ANSWER = 20.0

ACTS = (
    *({"kind": "give_floor"} for _ in range(4)),
    {"kind": "end_remark"},
    {"kind": "pause"},
    {"kind": "resume"},
    {"kind": "suspend", "reason": "a break"},
    {"kind": "resume_meeting"},
    {"kind": "close_list"},
    {"kind": "reopen_list", "reason": "x"},
    {"kind": "take_note", "text": "w" * 500},
    {"kind": "undo"},
    {"kind": "refuse", "delegation": "BRA", "requested": "slides"},
    {"kind": "add_recommendation", "text": "t" * 4000},
)


@dataclass
class Writer:
    """A `tell` that is told acts faster than it answers."""

    process: Process
    stdin: int
    stdout: int
    answered: list[dict[str, Any]] = field(default_factory=list)
    _read: bytes = b""

    @classmethod
    def begin(cls, record: Path, acts: list[dict[str, Any]]) -> Writer:
        """Start it, with all its acts in the pipe."""
        (given, stdin), (stdout, said) = os.pipe(), os.pipe()
        with Path(os.devnull).open("wb") as nothing:
            process = forked(("tell", "--record", str(record)), given, said, nothing.fileno())
        os.close(given)
        os.close(said)
        os.write(stdin, b"".join(json.dumps(act).encode() + b"\n" for act in acts)[:60_000])
        return cls(process, stdin, stdout)

    def reads(self, seconds: float) -> bool:
        """Take in what it answers within so many seconds; False where nothing came."""
        if not select.select([self.stdout], [], [], max(0.0, seconds))[0]:
            return False
        found = os.read(self.stdout, 1 << 16)
        self._read += found
        *lines, self._read = self._read.split(b"\n")
        self.answered += [json.loads(line) for line in lines]
        return bool(found)

    def killed(self) -> None:
        """Kill it, and take in every whole answer that it gave."""
        self.process.kill()
        while self.reads(0):
            pass
        os.close(self.stdin)
        os.close(self.stdout)

    def events(self) -> Iterator[dict[str, Any]]:
        """Give the events that it acknowledged."""
        for answer in self.answered:
            yield from answer.get("events", ())


def kills(number: int, seed: int, folder: Path) -> Outcome:
    """Kill so many processes, several to a record, one after the other or two at once."""
    outcome, chance = Outcome("Processes of `tell` killed"), Random(seed)
    told = 0
    while outcome.tried < number:
        record = folder / f"kills-{outcome.tried}.sqlite"
        assert create(record, convening(small_plan(limit_seconds=2), SystemClock()))
        for _ in range(min(KILLS_OF_A_RECORD, number - outcome.tried)):
            outcome.tried += 1
            kill = _Kill(record, chance, f"seed {seed}, kill {outcome.tried}")
            told += kill.done(outcome)
    outcome.notes.append(f"{told:,} acknowledged events")
    return outcome


class _Kill:
    """One or two writers at a record, killed at an instant of chance."""

    def __init__(self, record: Path, chance: Random, name: str) -> None:
        self.record, self.chance, self.name = record, chance, name

    def done(self, outcome: Outcome) -> int:
        """Kill, look, and return how many events had been acknowledged."""
        writers = [
            Writer.begin(self.record, self._acts()) for _ in range(self.chance.choice([1, 1, 2]))
        ]
        self._live(writers)
        for writer in writers:
            writer.killed()
        acknowledged = {
            event.pop("position"): event for writer in writers for event in writer.events()
        }
        rows = self._rows()
        outcome.lost += [f"{self.name}: {lost}" for lost in _lost(acknowledged, rows)]
        outcome.wrong += [f"{self.name}: {wrong}" for wrong in self._wrong(rows)]
        return len(acknowledged)

    def _acts(self) -> list[dict[str, Any]]:
        codes = list(NAMES)
        opening = {"kind": "open_session", "session": "technology", "reason": "x"}
        acts = [opening, *({"kind": "inscribe", "delegation": code} for code in codes)]
        for _ in range(60):
            inscribe = {"kind": "inscribe", "delegation": self.chance.choice(codes), "reason": "x"}
            acts.append(self.chance.choice([*ACTS, inscribe, inscribe]))
        return acts

    def _live(self, writers: list[Writer]) -> None:
        """Let the writers work until the instant of chance, counted from the first answer."""
        latest = monotonic() + LATEST_ANSWER
        while not any(writer.answered for writer in writers) and monotonic() < latest:
            if self.chance.random() < 0.02:
                return
            for writer in writers:
                writer.reads(0.002)
        until = monotonic() + self.chance.uniform(0, LONGEST_LIFE)
        while monotonic() < until:
            for writer in writers:
                writer.reads(min(0.001, until - monotonic()))

    def _rows(self) -> list[Row]:
        with closing(SqliteStore(self.record, read_only=True)) as store:
            return store.read()

    def _wrong(self, rows: list[Row]) -> Iterator[str]:
        """Say what is not as it was when the meeting is opened again."""
        if first_bad_position(rows) is not None:
            yield "the chain does not verify"
        earlier = _meeting_of(self.record, SystemClock().now())
        with closing(Proceedings(SqliteStore(self.record))) as again:
            meeting, now = again.current()
            if len(again.history) != len(rows):
                yield "opening it changed the record"
            if earlier is not None and meeting.floor is None:
                yield "the floor is not as it was"
            if meeting.speaker and earlier is not None:
                since = now.since(meeting.speaker.given_at)
                if not 0 <= since <= 60_000:
                    yield f"the speaker has had {since} ms"
            again.keep_time(recovered=True)


def _meeting_of(record: Path, now: Instant) -> object:
    """Return the floor as the record has it, read by a process that changes nothing."""
    with closing(Proceedings(SqliteStore(record, read_only=True))) as proceedings:
        return proceedings.meeting.floor


def _lost(acknowledged: dict[int, dict[str, Any]], rows: list[Row]) -> Iterator[str]:
    """Name each acknowledged event that the record has not, or has otherwise."""
    held = {row.position: json.loads(row.body) for row in rows}
    for position, event in sorted(acknowledged.items()):
        if held.get(position) != event:
            yield f"position {position} was answered as {event['kind']}, holds {held.get(position)}"
