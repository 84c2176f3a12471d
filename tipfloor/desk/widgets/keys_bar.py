"""The two lines at the foot: whether everything is saved, and the keys, which a mouse can click."""

from __future__ import annotations

from functools import cache

from textual.content import Content

from tipfloor.core.floor.addresses import next_address, reports_to_come
from tipfloor.desk.keys import KEYS, Key
from tipfloor.desk.roles import Shown
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.standing.cells import cells
from tipfloor.standing.line import Line
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.saving import pending
from tipfloor.words import say
from tipfloor.words.plain import plain

TURNING = "◐◓◑◒"
"""A sign that turns with every second of waiting."""


class KeysBar(OutlookText):
    """The keys, the likeliest first, as many as the width holds; help is always the last."""

    by_clock = False

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the line of keys."""
        ranked = sorted((key for key in KEYS if key.footer), key=lambda key: key.footer)
        ranked = [key for key in ranked if _matters(key, outlook)]
        asked = next(key for key in ranked if key.action == "help")
        last = _label(asked, outlook)
        room = width - last.cell_length
        parts: list[Content] = []
        for key in ranked:
            label = _label(key, outlook)
            if key is asked:
                continue
            if label.cell_length + 2 > room:
                break
            room -= label.cell_length + 2
            parts.append(label)
        return Content("  ").join([*parts, last])


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
        owed = "" if self.writing else _owed(outlook)
        room = width - len(palette) - len(saved) - len(owed) - 4
        where = self._where(room)
        return Line.of(
            (f"{saved}  ", "good"),
            (owed, "quiet"),
            where.truncated(max(0, room), pad=True),
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


def _label(key: Key, outlook: Outlook) -> Content:
    words = say(f"keys.{key.action}_other") if _is_other(key, outlook) else key.label
    return _clickable(key.action, key.shown, words)


@cache
def _clickable(action: str, shown: str, words: str) -> Content:
    """Return a key and its words; made once, because a second of the clock draws them all."""
    return Content.from_markup(
        f"[@click=screen.deed('{action}')][b $accent]$shown[/] $words[/]",
        shown=shown,
        words=words,
    )


def _matters(key: Key, outlook: Outlook) -> bool:
    meeting = outlook.meeting
    there = {
        "": True,
        "list": meeting.has_list,
        "floor": meeting.floor,
        "next": meeting.has_list or next_address(meeting),
    }
    return bool(there[key.needs])


def _is_other(key: Key, outlook: Outlook) -> bool:
    meeting = outlook.meeting
    others = {
        "pause": meeting.speaker is not None and meeting.speaker.pause is not None,
        "close_list": not meeting.speakers().is_open,
        "suspend": meeting.suspended_at is not None,
    }
    return others.get(key.action, False)
