"""The list of speakers: whole, in order, with a row selected by arrows or mouse."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.reactive import reactive
from textual.widgets.option_list import Option

from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.roles import content
from tipfloor.desk.widgets.choices import Choices
from tipfloor.desk.widgets.told import Told, ToldIfAny
from tipfloor.standing.list.rows import rows
from tipfloor.standing.list.title import title
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.quorum_line import quorum_line
from tipfloor.standing.sections import board
from tipfloor.standing.times.ends import list_foot


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
        self.border_title = title(meeting, self.size.width)
        options = self.query_one(Rows)
        options.display = meeting.has_list
        self.query_one("#board").display = meeting.list_session is None
        selected, place = self.selected, options.highlighted or 0
        # Rows that were hidden until now have no size of their own yet.
        width = max(10, (options.size.width or self.content_size.width) - 1)
        options.set_options([Option(content(row)) for row in rows(self.outlook, width)])
        floor = _floor_of(meeting)
        moved, self._floor = floor != self._floor, floor
        kept = speakers.entry(selected.id) if selected and not moved else None
        meant = kept or (speakers.next if moved else None)
        if speakers.waiting:
            last = len(speakers.waiting) - 1
            options.highlighted = speakers.place_of(meant) - 1 if meant else min(place, last)
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
