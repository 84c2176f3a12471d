"""The list of speakers: whole, in order, with a row selected by arrows or mouse."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.reactive import reactive
from textual.widgets.option_list import Option

from tipfloor.core.list.list_closing import closing_hour
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.widgets.choices import Choices
from tipfloor.desk.widgets.told import Told, ToldIfAny
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.quorum_line import quorum_line
from tipfloor.standing.sections import board
from tipfloor.standing.times.ends import list_foot
from tipfloor.words import count, say
from tipfloor.words.plain import plain
from tipfloor.words.times import wall

ROOM_FOR_KIND = 42
"""Cells of width from which every row shows its kind, and seconds in its time of request."""


TITLE_FRAME = 4
"""Cells of a frame's upper line that no title can take."""

SHORTEST_NAME = 8
"""Cells of a name that stay where its particulars take the room; its code stands before it."""


class Rows(Choices):
    """The entries as rows; Enter or a double click on a row means that entry."""

    def __init__(self) -> None:
        super().__init__(id="rows", markup=False)


class SpeakersList(Vertical):
    """The bordered list with its state in the title and its forecast at the foot."""

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)

    def compose(self) -> ComposeResult:
        """The rows, or the board of a moment without a list; below, the forecast and the quorum."""
        yield Rows()
        outlook = SpeakersList.outlook
        yield Told(board, "board").data_bind(outlook)
        yield Told(list_foot, "list-foot").data_bind(outlook)
        yield ToldIfAny(quorum_line, "quorum", by_clock=False).data_bind(outlook)

    def watch_outlook(self) -> None:
        """Show the list where it changed."""
        self.show()

    def on_resize(self, event: Resize) -> None:
        """Fit the rows to the new width."""
        self._shown = None
        self.show()

    _shown: object = None
    _floor: object = None

    def show(self) -> None:
        """Put the rows on screen, keeping the selection on the same entry."""
        if self.outlook is None or not self.is_mounted:
            return
        meeting = self.outlook.meeting
        speakers = meeting.speakers()
        here = (meeting.moment, meeting.list_session, meeting.session)
        shown = (speakers, _floor_of(meeting), here, meeting.plan, meeting.suspended_at, self.size)
        if shown == self._shown:
            return
        self._shown = shown
        self.border_title = _title(meeting, self.size.width)
        rows = self.query_one(Rows)
        has_list = meeting.list_session is not None
        rows.display, self.query_one("#board").display = has_list, not has_list
        selected, place = self.selected, rows.highlighted or 0
        # Rows that were hidden until now have no size of their own yet.
        width = max(10, (rows.size.width or self.content_size.width) - 1)
        rows.set_options([_option(meeting, n, entry, width) for n, entry in _numbered(meeting)])
        floor = _floor_of(meeting)
        moved, self._floor = floor != self._floor, floor
        kept = speakers.entry(selected.id) if selected and not moved else None
        meant = kept or (speakers.next if moved else None)
        if speakers.waiting:
            last = len(speakers.waiting) - 1
            rows.highlighted = speakers.place_of(meant) - 1 if meant else min(place, last)
        self._entries = speakers.waiting

    _entries: tuple[Entry, ...] = ()

    @property
    def selected(self) -> Entry | None:
        """The entry that is selected."""
        place = self.query_one(Rows).highlighted
        return self._entries[place] if place is not None and place < len(self._entries) else None


def _floor_of(meeting: Meeting) -> object:
    """Return what changes when a floor is given, called for or withdrawn, and with each absence.

    With any of them the selection is back on the next.
    """
    speakers, floor = meeting.speakers(), meeting.floor
    on = (floor.id, floor.has_floor) if floor else None
    return meeting.list_session, on, speakers.called, len(speakers.departed), meeting.absences


def _numbered(meeting: Meeting) -> list[tuple[int, Entry]]:
    return list(enumerate(meeting.speakers().waiting, start=1))


def _title(meeting: Meeting, width: int) -> str:
    speakers = meeting.speakers()
    if meeting.list_session is None:
        return say("desk.business")
    name = say("desk.list" if width >= ROOM_FOR_KIND else "desk.list_short")
    waiting = count("desk.waiting", len(speakers.waiting))
    replies = sum(entry.kind == "reply" for entry in speakers.waiting)
    if replies:
        main = len(speakers.waiting) - replies
        waiting = say("desk.waiting_and", waiting=main, replies=replies)
    state = _state(meeting)
    titles = (
        f"{name} · {state} · {waiting}",
        f"{name} {state} · {waiting}",
        f"{state} · {waiting}",
    )
    return next((title for title in titles if len(title) <= width - TITLE_FRAME), titles[-1])


def _state(meeting: Meeting) -> str:
    """Return whether the list is open, or when it closes by itself."""
    speakers, hour = meeting.speakers(), closing_hour(meeting)
    if not speakers.is_open:
        return say("desk.list_closed")
    if hour is None or speakers.closed_by_time or meeting.suspended_at:
        return say("desk.list_open")
    return say("desk.list_closes", time=wall(hour, meeting.plan.zone))


def _option(meeting: Meeting, place: int, entry: Entry, width: int) -> Option:
    """Return one row: place, code, name with what is particular, time of request."""
    wide = width >= ROOM_FOR_KIND
    asked = wall(entry.requested_at, meeting.plan.zone, seconds=wide)
    kind = say(f"desk.kind_{entry.kind}")
    tail = f"{kind:<8} {asked}" if wide else asked
    called = meeting.speakers().called == entry.id
    figures = max(2, len(str(len(meeting.speakers().waiting))))
    room = max(4, width - len(tail) - figures - 7)
    name = _fitted(
        plain(meeting.plan.name_of(entry.delegation)), _particulars(meeting, entry, wide), room
    )
    row = Content.assemble(
        ("►" if called else "↩" if entry.kind == "reply" else " ", "bold $warning"),
        (f"{place:>{figures}} ", "$text-muted"),
        (entry.delegation, "bold"),
        " ",
        name,
        " ",
        (tail, "$text-muted"),
    )
    return Option(row)


def _fitted(name: str, particulars: str, room: int) -> Content:
    """Return a name with its particulars in so many cells, of which the name gives up the more."""
    whole = Content(name)
    least = min(whole.cell_length, SHORTEST_NAME)
    kept = Content(particulars).truncate(max(0, room - least), ellipsis=True)
    shown = whole.truncate(max(1, room - kept.cell_length), ellipsis=True)
    return Content.assemble(shown, kept).truncate(room, pad=True)


def _particulars(meeting: Meeting, entry: Entry, wide: bool) -> str:
    found = []
    answered = meeting.remark(entry.replies_to) if entry.replies_to else None
    if entry.kind != "remark" and not wide and not answered:
        found.append(say(f"desk.kind_{entry.kind}"))
    if answered:
        found.append(say("desk.replies_to", number=answered.number))
    if entry.former:
        found.append(say("desk.reinscribed"))
    if entry.on_behalf_of:
        found.append(say("desk.joint", number=len(entry.on_behalf_of)))
    if entry.general_report:
        found.append(say("desk.general_report"))
    if entry.turn > 1 and entry.kind == "remark":
        found.append(say("desk.turn", number=entry.turn))
    if entry.absences:
        found.append(say("desk.was_absent"))
    if entry.capacity == "designated_delegate":
        found.append(say("desk.designated"))
    return f" ({', '.join(found)})" if found else ""
