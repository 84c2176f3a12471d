"""The record in words: one short line for every event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tipfloor.core.corrections.undo import ActUndone
from tipfloor.core.fold import undone_positions
from tipfloor.core.ground.event import Event, Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.list.requests import RequestRefused
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.words import has, say
from tipfloor.words.facts import facts_of, manner_of
from tipfloor.words.plain import plain

Tone = Literal["plain", "refusal", "warning", "undone"]

TONES: dict[str, Tone] = {
    "request_refused": "refusal",
    "floor_withdrawn": "warning",
    "absent_when_called": "warning",
    "point_raised": "warning",
    "ruling_appealed": "warning",
    "wall_clock_set": "warning",
    "machine_restarted": "warning",
    "machine_restarted__behind": "warning",
    "row_unread": "warning",
    "quorum_changed__lost": "warning",
    "moment_began__no_quorum": "warning",
    "outage_began": "warning",
}
"""The kinds of event, or their manners, that stand out of the log; any other is plain."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log, on one row and free of control characters; the time stands apart."""

    position: int
    at: Instant
    text: str
    tone: Tone
    undone: bool


VOID = "?"
"""What stands for the number of a remark that is void and has none."""


class Narrator:
    """Tells a record in words, with the durations that its meeting has for each remark."""

    def __init__(self, history: Sequence[Recorded], meeting: Meeting) -> None:
        self._history = history
        self._meeting = meeting

    def last(self, number: int) -> list[Line]:
        """Return the lines of the last events, oldest first."""
        return [self.line(recorded) for recorded in self._history[-number:]] if number > 0 else []

    def lines(self) -> Iterator[Line]:
        """Give the lines of the whole record in order."""
        return map(self.line, self._history)

    def line(self, recorded: Recorded) -> Line:
        """Return the line of one event of the record."""
        position, event, _ = recorded
        undone = position in self._undone
        tone: Tone = "undone" if undone else _tone(event)
        return Line(position, event.at, plain(self._text(event, undone)), tone, undone)

    @cached_property
    def _undone(self) -> frozenset[int]:
        return undone_positions(self._history)

    @cached_property
    def _remarks(self) -> dict[int, Remark]:
        return {remark.id: remark for remark in self._meeting.all_remarks}

    def _text(self, event: Event, undone: bool) -> str:
        if isinstance(event, ActUndone):
            text = say("log.act_undone", undone=self._texts_at(event.undone))
        elif isinstance(event, RequestRefused) and event.is_attempt:
            name = self._meeting.plan.name_of(event.delegation)
            text = say("log.attempt_stopped__check_in", delegation=name)
        elif isinstance(event, RequestRefused):
            name = self._meeting.plan.name_of(event.delegation)
            text = say(f"refusals.request_{event.requested}", delegation=name)
        else:
            text = self._told(event, undone)
        reason = vars(event).get("reason")
        return say("log.reason", text=text, reason=_reason(reason)) if reason else text

    def _texts_at(self, positions: Sequence[int]) -> str:
        # Positions are dense and counted from 1; those of a damaged record may be any.
        held = range(1, len(self._history) + 1)
        events = [self._history[position - 1].event for position in positions if position in held]
        # No act undoes an undoing; a row that says so could name itself.
        told = (self._text(event, True) for event in events if not isinstance(event, ActUndone))
        return "; ".join(told)

    def _told(self, event: Event, undone: bool) -> str:
        about = vars(event).get("remark")
        found = self._remarks.get(about or 0)
        # An undone event says nothing of durations: its remark has others now, or is void.
        remark = None if undone else found
        manner = manner_of(event, remark)
        key = f"log.{event.kind}__{manner}" if manner else f"log.{event.kind}"
        if not has(key):
            return event.kind
        facts = facts_of(event, remark, self._meeting)
        if about:
            facts.setdefault("number", found.number if found else VOID)
        return say(key, **facts)


MANNERED = frozenset(key.partition("__")[0] for key in TONES if "__" in key)
"""The kinds of event of which some manner alone stands out."""


def _tone(event: Event) -> Tone:
    if isinstance(event, RequestRefused) and event.is_attempt:
        return "plain"
    found = TONES.get(event.kind, "plain")
    if event.kind in MANNERED:
        return TONES.get(f"{event.kind}__{manner_of(event, None)}", found)
    return found


def _reason(reason: str) -> str:
    key = f"log.reason_{reason}"
    return say(key) if has(key) else reason
