"""The two lines at the foot: whether everything is saved, and the keys, which a mouse can click."""

from __future__ import annotations

from functools import cache

from textual.content import Content, Span
from textual.style import Style

from tipfloor.core.floor.addresses import reports_to_come
from tipfloor.core.leading.step import Step
from tipfloor.desk.leading import foot, pressed
from tipfloor.desk.roles import Shown
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.standing.cells import cells
from tipfloor.standing.line import Line
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.saving import pending
from tipfloor.words import say
from tipfloor.words.plain import plain

HELP = Step("help")

BETWEEN = 2
"""Cells between two keys."""

TURNING = "◐◓◑◒"
"""A sign that turns with every second of waiting."""


class KeysBar(OutlookText):
    """What may be done next, the likeliest first, as much as the width holds; help is the last."""

    _steps: tuple[Step, ...] = ()

    @property
    def may_differ(self) -> bool:
        """Whether other steps are the next ones."""
        return self.outlook is None or self.outlook.steps != self._steps

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the line of keys."""
        self._steps = outlook.steps
        last = _label(HELP)
        room = width - last.cell_length
        parts: list[Content] = []
        for step in outlook.steps:
            label = _label(step)
            if label.cell_length + BETWEEN <= room:
                room -= label.cell_length + BETWEEN
                parts.append(label)
        return Content(" " * BETWEEN).join([*parts, last])


class StatusLine(OutlookText):
    """Saved or not, and where the record is; while a file is written, which and for how long."""

    where: str = ""
    writing: str = ""
    passed: int = 0
    no_copy: str = ""

    def text(self, outlook: Outlook, width: int) -> Shown:
        """Return the line."""
        if outlook.waiting.slow:
            return _saving(outlook).truncate(width, ellipsis=True)
        palette = say("desk.palette")
        saved = say("desk.saved", number=outlook.meeting.position)
        if outlook.broken is not None and not self.writing:
            told = say("desk.broken_chain", position=outlook.broken)
            parts = (f"{saved}  ", "$text-success"), (f" {told} ", "bold reverse $error")
            return Content.assemble(*parts).truncate(width, ellipsis=True)
        if self.no_copy and not self.writing:
            told = say("desk.copy_not_kept", why=self.no_copy)
            parts = (f"{saved}  ", "$text-success"), (f" {plain(told)} ", "bold reverse $warning")
            return Content.assemble(*parts).truncate(width, ellipsis=True)
        if outlook.clock_is_far and not self.writing:
            told = say("desk.record_clock_far", bound=outlook.clock_bound)
            parts = (f"{saved}  ", "$text-success"), (f" {told} ", "bold reverse $warning")
            return Content.assemble(*parts).truncate(width, ellipsis=True)
        owed = "" if self.writing else _owed(outlook)
        room = width - len(palette) - len(saved) - len(owed) - 4
        clock = "" if self.writing else _clock(outlook, room)
        room -= len(clock)
        where = self._where(room)
        return Line.of(
            (f"{saved}  ", "good"),
            (owed, "quiet"),
            where.truncated(max(0, room), pad=True),
            (clock, "faint"),
            "  ",
            (palette, "quiet"),
        )

    def _where(self, room: int) -> Line:
        """Return the file that is being written, else the end of the record's path."""
        if self.writing:
            told = say("desk.writing", seconds=self.passed, name=plain(self.writing))
            sign = TURNING[self.passed % len(TURNING)]
            return Line.of((f"{sign} {told}", "strong warning"))
        where = plain(self.where)
        if cells(where) > room:
            where = "…" + where[-max(1, room - 1) :]
        return Line.of((where, "faint"))


def _saving(outlook: Outlook) -> Content:
    """Return what stands in place of "saved" while something is not on disk."""
    waiting = outlook.waiting
    if not waiting.late:
        return Content.styled(say("desk.saving", act=pending(outlook)), "bold $warning")
    number = len(waiting.acts)
    words = say("desk.not_saved", number=number) if number else say("desk.saves_nothing")
    return Content.styled(words, "bold reverse $error")


def _owed(outlook: Outlook) -> str:
    """Return the quiet reminder of a report not delivered, from the first session on."""
    meeting = outlook.meeting
    owed = meeting.sessions and reports_to_come(meeting)
    return say("desk.report_to_come") + "  " if owed else ""


def _clock(outlook: Outlook, room: int) -> str:
    """Return how well the clock of a record on another machine is known, where there is room."""
    if outlook.clock_bound is None:
        return ""
    words = "  " + say("desk.record_clock", bound=outlook.clock_bound)
    return words if len(words) <= room else ""


def _label(step: Step) -> Content:
    return _clickable(step.name, pressed(step.name), foot(step))


@cache
def _clickable(action: str, shown: str, words: str) -> Content:
    """Return a key and its words; made once, because many moments draw the same."""
    text = f"{shown} {words}"
    click = Style.from_meta({"@click": f"screen.deed('{action}')"})
    return Content(text, spans=[Span(0, len(text), click), Span(0, len(shown), "b $accent")])
