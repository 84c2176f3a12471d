"""The write-ahead log cut everywhere, as a fall of the power may leave it: never a wrong state."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import NAMES, small_plan
from tests.reliability.outcome import Outcome
from tipfloor.core.fold import fold
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.meeting import Meeting
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store import Row, StoreFault, Unsealed
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

HEADER, FRAME_HEADER = 32, 24
ACTS_OF_A_LOG = 60
GOING_ON = {"kind": "take_note", "text": "going on"}


@dataclass(frozen=True)
class Kept:
    """What the disk had once an act was acknowledged: its position, and the length of the log."""

    position: int
    log_bytes: int


class Watched(SqliteStore):
    """A record that notes, whenever it acknowledges, how long its log then is on the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._log = path.with_name(f"{path.name}-wal")
        self.kept = [Kept(len(self.read()), self._length())]

    def append(self, after: int, events: Sequence[Unsealed]) -> list[Row]:
        """Append, and note what the disk has."""
        rows = super().append(after, events)
        self.kept.append(Kept(rows[-1].position, self._length()))
        return rows

    def _length(self) -> int:
        return self._log.stat().st_size if self._log.exists() else 0


class Recorded:
    """A record with its log, as they lay on the disk while a desk held them open."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.chance = chance
        self.folder = folder / f"cuts-{chance.getrandbits(40)}"
        self.folder.mkdir()
        self.path = self.folder / "held.sqlite"
        self.clock = clock = HandClock()
        assert create(self.path, convening(small_plan(), clock))
        store = Watched(self.path)
        with closing(Proceedings(store, clock)) as proceedings:
            self._play(proceedings, clock)
            self.history = list(proceedings.history)
            self.file = self.path.read_bytes()
            self.log = self.path.with_name(f"{self.path.name}-wal").read_bytes()
        self.kept = store.kept
        self.ends = {item.position for item in self.kept}

    @property
    def page(self) -> int:
        """Bytes of a page."""
        return int.from_bytes(self.log[8:12], "big")

    def cuts(self) -> Iterator[int]:
        """Give every length at which the log is cut: at each frame, and three times within."""
        yield from (0, 1, HEADER - 1)
        for start in range(HEADER, len(self.log), FRAME_HEADER + self.page):
            yield start
            end = min(start + FRAME_HEADER + self.page, len(self.log))
            yield from (start + 12, start + FRAME_HEADER, self.chance.randrange(start, end))
        yield len(self.log)

    def half_folded(self) -> bytes:
        """Return the file as it is when the power falls while the log is being folded into it."""
        path = self.laid_out(self.file, self.log)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        whole = path.read_bytes()
        before = self.file.ljust(len(whole), b"\0")
        starts = range(0, len(whole), self.page)
        pages = [self.chance.choice([before, whole])[at : at + self.page] for at in starts]
        return b"".join(pages)

    def laid_out(self, file: bytes, log: bytes) -> Path:
        """Lay a file and its log where a new start finds them."""
        copy = self.folder / "found" / "found.sqlite"
        shutil.rmtree(copy.parent, ignore_errors=True)
        copy.parent.mkdir()
        copy.write_bytes(file)
        copy.with_name(f"{copy.name}-wal").write_bytes(log)
        return copy

    def least(self, cut: int) -> int:
        """Return the last position that was acknowledged with no more log than is left."""
        return max((x.position for x in self.kept if x.log_bytes <= cut), default=1)

    def meeting(self, position: int) -> Meeting:
        """Return the meeting as it was at a position."""
        return fold(self.history[:position])

    def _play(self, proceedings: Proceedings, clock: HandClock) -> None:
        for fields in self._course():
            clock.advance(self.chance.choice([400, 5_000, 61_000]))
            with suppress(Refused):
                proceedings.tell(ACTS[str(fields["kind"])].model_validate(fields))

    def _course(self) -> Iterator[dict[str, object]]:
        yield {"kind": "open_session", "session": "technology", "reason": "x"}
        codes = list(NAMES)
        for turn in range(ACTS_OF_A_LOG - 1):
            yield self.chance.choice(
                [
                    {"kind": "inscribe", "delegation": codes[turn % len(codes)]},
                    {"kind": "give_floor"},
                    {"kind": "end_remark"},
                    {"kind": "undo"},
                    {"kind": "add_recommendation", "text": "t" * self.chance.randint(1, 4000)},
                    {"kind": "inscribe_all", "delegations": codes, "reason": "x"},
                ]
            )


def cuts(number: int, seed: int, folder: Path) -> Outcome:
    """Cut the logs of records at every frame, of the last one at some, until so many were made."""
    outcome, chance = Outcome("Cuts of the log"), Random(seed)
    frames = 0
    while outcome.tried < number:
        recorded = Recorded(folder, chance)
        frames += max(0, len(recorded.log) - HEADER) // (FRAME_HEADER + recorded.page)
        for cut in _some(list(recorded.cuts()), number - outcome.tried, chance):
            outcome.tried += 1
            tail = chance.choice([b"", b"", b"\0" * 5000, chance.randbytes(5000)])
            name = f"seed {seed}, record {recorded.folder.name}, cut at {cut}"
            path = recorded.laid_out(recorded.file, recorded.log[:cut] + tail)
            _judge(recorded, path, name, outcome, cut)
        outcome.tried += 1
        name = f"seed {seed}, record {recorded.folder.name}, half folded"
        _judge(recorded, recorded.laid_out(recorded.half_folded(), recorded.log), name, outcome)
        shutil.rmtree(recorded.folder)
    outcome.notes.append(f"of {frames:,} frames, and within them")
    return outcome


def _some(cuts: list[int], number: int, chance: Random) -> list[int]:
    """Return as many cuts as are still to be made, chosen by chance, or all there are."""
    if number >= len(cuts):
        return cuts
    return sorted(chance.sample(cuts, max(number, 1)))


def _judge(
    recorded: Recorded, path: Path, name: str, outcome: Outcome, cut: int | None = None
) -> None:
    """Open what is left, look whether it is a beginning of the meeting, and go on with it."""
    try:
        with closing(SqliteStore(path)) as store:
            rows = store.read()
            proceedings = Proceedings(store, recorded.clock)
            found = proceedings.meeting
            proceedings.tell(ACTS["take_note"].model_validate(GOING_ON))
            after = store.read()
    except StoreFault as fault:
        outcome.wrong.append(f"{name}: it cannot be opened: {fault}")
        return
    least = recorded.least(len(recorded.log) if cut is None else cut)
    if len(rows) < least:
        outcome.lost.append(f"{name}: {len(rows)} rows of {least} acknowledged")
    if found.position not in recorded.ends:
        outcome.wrong.append(f"{name}: part of an act at position {found.position}")
    if first_bad_position(rows) is not None or first_bad_position(after) is not None:
        outcome.wrong.append(f"{name}: the chain does not verify")
    if found != recorded.meeting(len(rows)):
        outcome.wrong.append(f"{name}: another meeting at position {len(rows)}")
    if after[: len(rows)] != rows or after[-1].kind != "note_taken":
        outcome.wrong.append(f"{name}: it does not go on")
