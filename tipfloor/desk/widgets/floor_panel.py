"""The floor: who has it, the big countdown, the allotment, the bar, the phase."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive

from tipfloor.core.floor.addresses import delegation_of, next_address
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.core.state.stage import Presiding
from tipfloor.desk.widgets.floor_clock import FloorClock
from tipfloor.desk.widgets.outlook_text import OutlookText
from tipfloor.desk.widgets.phase import wear
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.phase import signed
from tipfloor.words import count, has, say
from tipfloor.words.marks import mark_text
from tipfloor.words.officers import office_first
from tipfloor.words.people import speaker_shown
from tipfloor.words.plain import plain
from tipfloor.words.times import span


class WhoSpeaks(OutlookText):
    """The delegation on the floor, by code and full name, and as much of the speaker as may be."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return one line for the delegation and one for what is particular to the remark."""
        floor = outlook.meeting.floor
        if floor is None:
            return _upcoming(outlook.meeting, width)
        code = floor.entry.delegation
        shown = delegation_of(floor, outlook.meeting.plan)
        name = Content.assemble(
            (f"{shown}  " if shown else "", "bold $accent"),
            (plain(outlook.meeting.plan.name_of(code)), "bold"),
        )
        if speaker := speaker_shown(outlook.people, floor.entry.person):
            name = Content.assemble(name, "  ", speaker)
        return Content("\n").join([name.truncate(width, ellipsis=True), _kind(floor, width)])


class Allotment(OutlookText):
    """The limit that holds, or the length that was planned, beside the clock."""

    by_clock = False

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the limit of the remark that is on; with a free floor, one that was changed."""
        floor, interlude = outlook.meeting.floor, outlook.meeting.interlude
        on = floor or interlude
        if on is None:
            return _changed_limit(outlook.meeting)
        if floor and floor.limit is not None:
            told = say("desk.of", limit=span(floor.limit))
        elif on.planned is not None:
            told = say("desk.planned", time=span(on.planned))
        else:
            told = say("desk.of", limit=say("desk.no_limit")) if floor else ""
        return Content.styled(told, "$text-muted")


class PhaseWord(OutlookText):
    """The phase of the floor by sign, word and colour, on two lines where one is too narrow."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the sign and the word."""
        wear(self, outlook)
        return Content(signed(outlook))


class PauseNote(OutlookText):
    """Why the clock stands and for how long, or how long it stood."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return a line for the reason and one for the time."""
        floor = outlook.meeting.floor
        if floor is None or not floor.pauses:
            return Content("")
        if floor.pause is None:
            lines = [say("desk.paused_for", time=span(floor.paused(outlook.now)))]
        else:
            lines = [_reason(floor.pause.reason), span(floor.pause.lasted(outlook.now))]
        cut = [Content(line).truncate(width, ellipsis=True) for line in lines if line]
        return Content("\n").join(cut)


class Bar(OutlookText):
    """How much of the allotment, or of the planned length, is used."""

    def text(self, outlook: Outlook, width: int) -> Content:
        """Return the bar, full at 0:00."""
        wear(self, outlook)
        floor = outlook.meeting.floor
        limit = (floor.limit or floor.planned) if floor else None
        share = min(1.0, floor.speaking(outlook.now) / limit) if floor and limit else 0
        used = round(share * width)
        return Content.assemble("━" * used, ("─" * (width - used), "$text-disabled"))


class FloorPanel(Vertical):
    """The largest thing on the desk: the floor and its clock."""

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)

    def compose(self) -> ComposeResult:
        """Name, digits with their side, bar."""
        yield WhoSpeaks(id="who").data_bind(FloorPanel.outlook)
        with Horizontal(id="clock"):
            yield FloorClock(id="digits").data_bind(FloorPanel.outlook)
            with Vertical(id="side"):
                yield Allotment(id="allotment").data_bind(FloorPanel.outlook)
                yield PhaseWord(id="phase").data_bind(FloorPanel.outlook)
                yield PauseNote(id="pause").data_bind(FloorPanel.outlook)
        yield Bar(id="bar").data_bind(FloorPanel.outlook)

    def on_mount(self) -> None:
        """Name the frame."""
        self.border_title = say("desk.floor")

    def watch_outlook(self) -> None:
        """Name below who presides."""
        if self.outlook is None or self.outlook.meeting.presiding == self._presiding:
            return
        self._presiding = self.outlook.meeting.presiding
        self.border_subtitle = _in_the_chair(self.outlook.meeting)

    _presiding: Presiding | None = None


def _changed_limit(meeting: Meeting) -> Content:
    session = meeting.list_session
    changed = meeting.limits.get(session, meeting.limits.get("")) if session else None
    if changed is None:
        return Content("")
    return Content.styled(say("desk.changed_limit", limit=span(changed * 1000)), "$text-muted")


def _upcoming(meeting: Meeting, width: int) -> Content:
    if meeting.interlude:
        what = Content.styled(plain(meeting.interlude.what), "bold")
        return what.truncate(width, ellipsis=True)
    address = next_address(meeting)
    if address and meeting.session is None and not meeting.suspended_at and not meeting.closed_at:
        return Content.assemble(
            (say("desk.next") + "  ", "$text-muted"), plain(address.office)
        ).truncate(width, ellipsis=True)
    entry = meeting.speakers().next
    if meeting.suspended_at or meeting.closed_at or entry is None:
        return Content.styled(say("desk.nobody"), "$text-muted")
    called = meeting.speakers().called is not None
    code = entry.delegation
    key = "desk.called" if called else "desk.next"
    return Content.assemble(
        (say(key) + "  ", "$text-muted"), (f"{code}  ", "bold"), plain(meeting.plan.name_of(code))
    ).truncate(width, ellipsis=True)


def _in_the_chair(meeting: Meeting) -> Content:
    return Content(say("desk.presides", officer=office_first(meeting.presiding, meeting.plan)))


def _kind(floor: Remark, width: int) -> Content:
    parts = [say(f"desk.kind_{floor.entry.kind}")] if floor.entry.kind != "remark" else []
    if floor.entry.on_behalf_of:
        parts.append(count("desk.on_behalf", len(floor.entry.on_behalf_of)))
    parts += map(mark_text, floor.marks)
    return Content.styled(" · ".join(parts), "$text-muted").truncate(width, ellipsis=True)


def _reason(reason: str) -> str:
    known = f"desk.pause_{reason}"
    return say(known) if has(known) else plain(reason)
