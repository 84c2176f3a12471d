"""The tail of the log, growing at the foot of the desk."""

from __future__ import annotations

from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.standing.line import Lines
from tipfloor.standing.log_line import log_line
from tipfloor.standing.outlook import Outlook
from tipfloor.words import language, say
from tipfloor.words.narration import Narrator
from tipfloor.words.times import day

TIME = 9
"""Cells of the time before a line."""


class RecordTail(OutlookText):
    """The last lines of the log, as many as there is room for."""

    _narrated: tuple[object, ...] = ()
    _tail: Lines = ()

    def on_mount(self) -> None:
        """Name the frame."""
        self.border_title = say("desk.record")

    def retell(self) -> None:
        """Name the frame in the language that is spoken at present."""
        self.border_title = say("desk.record")
        super().retell()

    def text(self, outlook: Outlook, width: int) -> Lines:
        """Return the last lines, the newest at the foot."""
        height = self.room.height
        today = day(outlook.now, outlook.meeting.plan.zone)
        narrated = (outlook.meeting.position, width, height, today, language())
        if narrated != self._narrated:
            self._narrated = narrated
            lines = Narrator(outlook.history, outlook.meeting, width - TIME).last(height)
            self._tail = tuple(log_line(line, outlook, width) for line in lines)
        return self._tail
