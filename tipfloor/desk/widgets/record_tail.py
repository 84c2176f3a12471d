"""The tail of the log, growing at the foot of the desk."""

from __future__ import annotations

from textual.content import Content

from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.narration import Line, LineTone, Narrator
from tipfloor.words.times import day, wall

STYLES: dict[LineTone, str] = {
    "plain": "",
    "refusal": "$text-error",
    "warning": "$text-warning",
    "undone": "$text-disabled strike",
}


class RecordTail(OutlookText):
    """The last lines of the log, as many as there is room for."""

    _narrated: tuple[object, ...] = ()
    _tail: Content = Content("")

    def on_mount(self) -> None:
        """Name the frame."""
        self.border_title = say("desk.record")

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the last lines, the newest at the foot."""
        height = self.content_size.height
        today = day(outlook.now, outlook.meeting.plan.zone)
        narrated = (outlook.meeting.position, width, height, today)
        if narrated != self._narrated:
            self._narrated = narrated
            lines = Narrator(outlook.history, outlook.meeting).last(height)
            self._tail = Content("\n").join(log_line(line, outlook, width) for line in lines)
        return self._tail


def log_line(line: Line, outlook: Outlook, width: int) -> Content:
    """Return a line of the log with its time, its day too where that is over, fitted to a width."""
    zone = outlook.meeting.plan.zone
    time, of = wall(line.at, zone, seconds=True), day(line.at, zone)
    time = time if of == day(outlook.now, zone) else f"{of} {time}"
    return Content.assemble((time + " ", "$text-muted"), (line.text, STYLES[line.tone])).truncate(
        width, ellipsis=True
    )
