"""Desks killed while keys are pressed: whatever a screen showed as done is in the record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic

from tests.reliability.kills import Writer
from tests.reliability.outcome import Outcome
from tests.reliability.window import Window, in_session
from tipfloor.proceedings import Proceedings
from tipfloor.store.chain import first_bad_position
from tipfloor.store.sqlite import SqliteStore

KILLS_OF_A_RECORD = 4
LONGEST_LIFE = 0.9
"""Seconds within which a desk is killed after its first key."""

KEYS = (" ", "e", "p", "escape", "l", "escape", "m", "c", "a", "bra chl\r", "u", "enter", "o")


def desk_kills(number: int, seed: int, folder: Path) -> Outcome:
    """Kill so many desks in the midst of keys, every other with a `tell` at the same record."""
    outcome, chance = Outcome("Desks killed"), Random(seed)
    shown = 0
    while outcome.tried < number:
        record = folder / f"desks-{outcome.tried}.sqlite"
        in_session(record)
        for _ in range(min(KILLS_OF_A_RECORD, number - outcome.tried)):
            outcome.tried += 1
            kill = Kill(record, folder, chance)
            shown += kill.done()
            name = f"seed {seed}, kill {outcome.tried}"
            kill.account(outcome, name)
    outcome.notes.append(f"{shown:,} events shown as saved")
    return outcome


class Kill:
    """One desk, killed at an instant of chance."""

    def __init__(self, record: Path, folder: Path, chance: Random) -> None:
        self.record, self.folder, self.chance = record, folder, chance
        self._text, self._saved = "", 0
        self._told: dict[int, str] = {}

    def account(self, outcome: Outcome, name: str) -> None:
        """Add what was lost or is wrong to the outcome of a trial."""
        outcome.lost += [f"{name}: {lost}" for lost in self.lost()]
        outcome.wrong += [f"{name}: {wrong}" for wrong in self.wrong()]

    def done(self) -> int:
        """Kill the desk, and return how many events it had shown as saved."""
        desk = Window("desk", "--record", str(self.record), folder=self.folder)
        try:
            desk.until(lambda: desk.saved)
            before = self._seen(desk)
            teller = self._teller()
            until = monotonic() + self.chance.uniform(0, LONGEST_LIFE)
            while monotonic() < until:
                desk.press(self.chance.choice(KEYS))
                self._wait(desk, min(until - monotonic(), self.chance.uniform(0, 0.12)))
                self._seen(desk)
            desk.process.kill()
            if teller:
                teller.killed()
                self._told = {int(x["position"]): str(x["kind"]) for x in teller.events()}
            self._fell = bool(desk.fell)
            return self._seen(desk) - before
        finally:
            desk.close()

    def lost(self) -> Iterator[str]:
        """Name what the screen showed, or `tell` answered, and the record has not."""
        with closing(SqliteStore(self.record, read_only=True)) as store:
            kinds = {row.position: row.kind for row in store.read()}
        if len(kinds) < self._saved:
            yield f"the desk showed {self._saved} in the record, which has {len(kinds)}"
        for position, kind in self._told.items():
            if kinds.get(position) != kind:
                yield f"`tell` answered {kind} at {position}"

    def wrong(self) -> Iterator[str]:
        """Say what is not as it was when the desk is opened again."""
        with closing(SqliteStore(self.record, read_only=True)) as store:
            if first_bad_position(store.read()) is not None:
                yield "the chain does not verify"
            meeting = Proceedings(store).meeting
        if self._fell:
            yield "the desk fell with a traceback"
        desk = Window("desk", "--record", str(self.record), folder=self.folder)
        try:
            desk.until(lambda: desk.saved)
            speaker = meeting.floor
            if speaker is not None:
                name = meeting.plan.name_of(speaker.entry.delegation)[:16]
                desk.shows(name)
            elif not meeting.suspended_at:
                desk.until(lambda: "FLOOR FREE" in desk.text or "CALLED" in desk.text)
        except AssertionError as error:
            yield f"the desk opened again does not show the floor: {error}"
        finally:
            desk.close()

    def _teller(self) -> Writer | None:
        if self.chance.random() < 0.5:
            return None
        acts = [{"kind": "take_note", "text": f"note {n}"} for n in range(200)]
        return Writer.begin(self.record, acts)

    def _wait(self, desk: Window, seconds: float) -> None:
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0:
            desk.read(left)

    def _seen(self, desk: Window) -> int:
        """Return the most events that the desk has shown as saved."""
        self._saved = max(self._saved, desk.saved)
        return self._saved
