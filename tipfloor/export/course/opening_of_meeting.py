"""The opening of the meeting, and the time spoken in a session, in the sentences of minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import count, say
from tipfloor.words.calendar import moment_in_full
from tipfloor.words.lengths import length_exact


def opening_told(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give when the meeting was opened, in the moment of its opening ceremony."""
    meeting, zone = snapshot.meeting, snapshot.meeting.plan.zone
    if at := opened_at(meeting, moment):
        yield say("export.opened", when=moment_in_full(at, zone, on=True))


def opened_at(meeting: Meeting, moment: str) -> Instant | None:
    """Return when the meeting was opened, if that was in a moment: its opening ceremony."""
    planned = next((item for item in meeting.plan.moments if item.code == moment), None)
    held = [stage.started_at for stage in meeting.moments if stage.code == moment]
    return held[0] if planned and planned.kind == "opening_ceremony" and held else None


def spoken_in_all(remarks: Iterable[Remark], now: Instant) -> str:
    """Return the sum of the speaking time of remarks as a sentence, without those in writing."""
    spoken = [remark.speaking(now) for remark in remarks if remark.was_spoken]
    return count("export.spoken_in_all", len(spoken), spoken=length_exact(sum(spoken)))
