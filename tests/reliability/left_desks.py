"""Desks on long records, left and opened again while texts go: no checkpoint says another thing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from time import monotonic

from tests.helpers.holding import holders
from tests.reliability.desk_kills import Kill
from tests.reliability.outcome import Outcome
from tests.reliability.window import Window, in_session
from tipfloor import __version__
from tipfloor.clocks import SystemClock
from tipfloor.core.course.notes import NoteTaken
from tipfloor.core.ground.event import Told
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.laid_down import taken_up
from tipfloor.proceedings import Proceedings
from tipfloor.proceedings.resuming import LEAST
from tipfloor.proceedings.view import View, at_positions, unsealed
from tipfloor.store.checkpoint import find
from tipfloor.store.sqlite import SqliteStore

ROUNDS_OF_A_RECORD = 4
LONGEST_LEAVING = 1.0
"""Seconds within which some desks are killed after they were told to end."""


def left_desks(number: int, seed: int, folder: Path) -> Outcome:
    """Leave so many desks in order, black a text out meanwhile, and kill the next among keys."""
    outcome, chance = Outcome("Desks left and opened again"), Random(seed)
    resumed = 0
    while outcome.tried < number:
        place = folder / f"left-{outcome.tried}"
        place.mkdir()
        record = in_session(place / "record.sqlite")
        _lengthen(record)
        for _ in range(min(ROUNDS_OF_A_RECORD, number - outcome.tried)):
            outcome.tried += 1
            leaving = _Leaving(record, f"what somebody said, {outcome.tried}.", chance)
            leaving.done()
            name = f"seed {seed}, desk {outcome.tried}"
            outcome.wrong += [f"{name}: {wrong}" for wrong in leaving.wrong()]
            resumed += find(record, __version__) is not None
            kill = Kill(record, folder, chance)
            kill.done()
            kill.account(outcome, name)
    outcome.notes.append(f"{resumed:,} opened from a checkpoint")
    return outcome


class _Leaving:
    """One desk that is told to end; a text goes before, during or after that."""

    def __init__(self, record: Path, text: str, chance: Random) -> None:
        self.record, self.text, self.chance = record, text, chance

    def done(self) -> None:
        """Open it and tell it to end, or kill it while it does; and black the text out."""
        position = self._typed()
        desk = Window("desk", "--record", str(self.record), folder=self.record.parent)
        try:
            desk.until(lambda: desk.saved)
            told, going = (self.chance.uniform(0, LONGEST_LEAVING) for _ in range(2))
            steps = [(told, desk.process.terminate), (going, lambda: self._black_out(position))]
            if self.chance.random() < 0.3:
                steps.append((told + self.chance.uniform(0, LONGEST_LEAVING), desk.process.kill))
            began = monotonic()
            for at, step in sorted(steps, key=lambda step: step[0]):
                desk.pass_over(began + at - monotonic())
                step()
            desk.wait()
        finally:
            desk.close()

    def wrong(self) -> Iterator[str]:
        """Say what lies beside the record that must not, or tells another thing than it."""
        with closing(SqliteStore(self.record)) as store:  # which erases what could not be yet
            meeting = View(store.read(), store.where).meeting
        if left := holders(self.record.parent, self.text):
            yield f"a text that was blacked out is in {left}"
        if drafts := [*self.record.parent.glob(".tipfloor-*")]:
            yield f"left behind: {drafts}"
        found = find(self.record, __version__)
        if found and taken_up(found.state) != meeting:
            yield "the checkpoint tells another thing than the record"

    def _typed(self) -> int:
        """Have the text typed, and return its row; of a pause the meeting itself keeps it."""
        with closing(Proceedings(SqliteStore(self.record))) as proceedings:
            for act in (
                {"kind": "end_remark"},
                {"kind": "give_floor"},
                {"kind": "pause", "reason": self.text},
            ):
                with suppress(Refused):
                    proceedings.tell(ACTS[act["kind"]].model_validate(act))
            typed = [x.position for x in proceedings.history if self.text in str(x.event)]
            if not typed:
                note = {"kind": "take_note", "text": self.text}
                typed = [proceedings.tell(ACTS["take_note"].model_validate(note))[-1].position]
            return typed[0]

    def _black_out(self, position: int) -> None:
        with closing(Proceedings(SqliteStore(self.record))) as proceedings:
            proceedings.black_out(position)


def _lengthen(record: Path) -> None:
    """Make a record long enough for a checkpoint."""
    with closing(Proceedings(SqliteStore(record))) as proceedings:
        now, begun = proceedings.now(), proceedings.saved.position
    notes = [NoteTaken(at=now, note="note", text=f"note {nth}") for nth in range(LEAST)]
    told = at_positions(begun, notes, Told("notes", "tell"))
    with closing(SqliteStore(record)) as store:
        store.append(begun, unsealed(told, SystemClock().now()))
