"""The record in words: one short line for every event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from tipfloor.core.corrections.undo import ActUndone
from tipfloor.core.fold import undone_positions
from tipfloor.core.ground.event import Event, Recorded, Tone
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.words import has, say
from tipfloor.words.facts import UNKNOWN, Facts, facts_of
from tipfloor.words.joining import apart
from tipfloor.words.offered import reason_text
from tipfloor.words.plain import plain
from tipfloor.words.sentences import sentence_of
from tipfloor.words.shown import shown

LineTone = Literal[Tone, "undone"]
"""How a line stands out: as its event does, or as one that was undone."""


class Line(Struct, frozen=True):
    """One line of the log, on one row and free of control characters; the time stands apart."""

    position: int
    at: Instant
    text: str
    tone: LineTone
    undone: bool


LEAST = 10
"""Characters of a title or name that stay where there is no room for it."""

FEW = 32
"""So many remarks are looked for one by one; for more, all are put in order once."""


class Narrator:
    """Tells a record in words, with the durations that its meeting has for each remark.

    Where there is `room` for so many characters only, titles are cut before what was done is.
    """

    def __init__(
        self, history: Sequence[Recorded], meeting: Meeting, room: int | None = None
    ) -> None:
        self._history = history
        self._room = room
        self._meeting = shown(meeting)
        self._undone, self._read_from = set[int](), len(history)
        self._sought = 0

    def last(self, number: int) -> list[Line]:
        """Return the lines of the last events, oldest first."""
        return [self.line(recorded) for recorded in self._history[-number:]] if number > 0 else []

    def lines(self) -> Iterator[Line]:
        """Give the lines of the whole record in order."""
        return map(self.line, self._history)

    def backwards(self) -> Iterator[Line]:
        """Give the lines of the whole record, the newest first."""
        return map(self.line, reversed(self._history))

    def line(self, recorded: Recorded) -> Line:
        """Return the line of one event of the record."""
        position, event, _ = recorded
        undone = self._is_undone(position)
        tone: LineTone = "undone" if undone else event.tone
        return Line(position, event.at, plain(self._text(event, undone)), tone, undone)

    def _is_undone(self, position: int) -> bool:
        """Tell whether an event was undone: by one that came later, so that no other is read."""
        if position < self._read_from:
            self._undone |= undone_positions(self._history[position : self._read_from])
            self._read_from = position
        return position in self._undone

    def _remark(self, about: int | None) -> Remark | None:
        """Return the remark with an id; the few last lines name few, and late ones."""
        if not about:
            return None
        self._sought += 1
        return self._remarks.get(about) if self._sought > FEW else self._meeting.remark(about)

    @cached_property
    def _remarks(self) -> dict[int, Remark]:
        return {remark.id: remark for remark in self._meeting.all_remarks}

    def _text(self, event: Event, undone: bool) -> str:
        text = self._told(event, undone)
        reason = getattr(event, "reason", None)
        return say("log.reason", text=text, reason=reason_text(reason)) if reason else text

    def _texts_at(self, positions: Sequence[int]) -> str:
        # Positions are dense and counted from 1; those of a damaged record may be any.
        held = range(1, len(self._history) + 1)
        events = [self._history[position - 1].event for position in positions if position in held]
        # No act undoes an undoing; a row that says so could name itself.
        told = (self._text(event, True) for event in events if not isinstance(event, ActUndone))
        return apart(told)

    def _told(self, event: Event, undone: bool) -> str:
        about = getattr(event, "remark", None)
        found = self._remark(about)
        # An undone event says nothing of durations: its remark has others now, or is void.
        remark = None if undone else found
        key = sentence_of(event, timed=remark is not None)
        if not has(key):
            return event.kind
        facts = facts_of(event, remark, self._meeting)
        if isinstance(event, ActUndone):
            facts["undone"] = self._texts_at(event.undone)
        if hasattr(event, "remark"):
            void = self._meeting.void.get(about or 0, UNKNOWN)
            facts.setdefault("number", found.number if found else void)
        return self._fitted(key, facts)

    def _fitted(self, key: str, facts: Facts) -> str:
        """Return a sentence with its longest facts cut, as far as there is no room for it whole."""
        told = say(key, **facts)
        for name in sorted(facts, key=lambda name: -len(str(facts[name]))):
            whole = str(facts[name])
            over = 0 if self._room is None else len(told) - self._room
            if over <= 0 or len(whole) <= LEAST:
                break
            short = whole[: max(LEAST, len(whole) - over - 1)].rstrip() + "…"
            told = say(key, **(facts := {**facts, name: short}))
        return told
