"""The list of speakers: whole, in order, with a row selected by arrows or mouse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.geometry import Offset, Region

from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.painting import PaintsAtOnce, Placed
from tipfloor.desk.widgets.rows import Rows
from tipfloor.desk.widgets.seeing import Parts
from tipfloor.desk.widgets.told import Told, ToldIfAny
from tipfloor.standing.line import Lines
from tipfloor.standing.list.rows import rows
from tipfloor.standing.list.title import title
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.quorum_line import quorum_line, quorum_parts
from tipfloor.standing.times.ends import limit_hint, list_foot


def board(outlook: Outlook, width: int) -> Lines:
    """Return what stands in place of a list, for which the business of all moments is loaded."""
    from tipfloor.standing.sections import board as room

    return room.board(outlook, width)


class SpeakersList(Vertical):
    """The bordered list with its state in the title and its forecast at the foot."""

    outlook: Outlook | None = None

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._parts = Parts()
        self._rows, self._board = Rows("rows"), self._parts.add(Told(board, "board"))

    def compose(self) -> ComposeResult:
        """The rows, or the board of a moment without a list; below, the forecast and the quorum."""
        if self.outlook is not None:  # each has its size from the first layout on
            self._share_out(self.outlook.meeting)
        yield self._rows
        yield self._board
        part = self._parts.add
        yield part(ToldIfAny(limit_hint, "limit-hint"))
        yield part(Told(list_foot, "list-foot"))
        yield part(ToldIfAny(quorum_line, "quorum", by_clock=False, follows=quorum_parts))

    def see(self, outlook: Outlook) -> None:
        """Show the list where it changed, and what stands below it."""
        self.outlook = outlook
        self.show()
        self._parts.see(outlook)

    def on_mount(self) -> None:
        """Show what was seen before there was a list."""
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
        self._head(title(meeting, self.size.width))
        self._share_out(meeting)
        listed = self._rows
        selected, place = self.selected, listed.highlighted or 0
        # Rows that were hidden until now have no size of their own yet.
        width = max(10, (listed.size.width or self.content_size.width) - 1)
        floor = _floor_of(meeting)
        moved, self._floor = floor != self._floor, floor
        kept = speakers.entry(selected.id) if selected and not moved else None
        meant = kept or (speakers.next if moved else None)
        self._entries = speakers.waiting
        listed.show(rows(self.outlook, width), speakers.place_of(meant) - 1 if meant else place)

    def _share_out(self, meeting: Meeting) -> None:
        """Show the rows, the board, or one above the other."""
        self._rows.display = meeting.has_list
        self._board.display = meeting.list_session is None

    def _head(self, words: str) -> None:
        """Title the frame; where the screen paints at once, its upper line and no more."""
        if words == self._headed:
            return
        self._headed = words
        screen = self.screen
        if isinstance(screen, PaintsAtOnce) and screen.gathers(self, (0,)):
            self._border_title = self.render_str(words)
            self._styles_cache.set_dirty(Region(0, 0, 1, 1))
        else:
            self.border_title = words

    _headed = ""

    def placed(self, at: Offset, rows: Sequence[int]) -> Iterator[Placed]:
        """Give the upper line of the frame, which stands at `at`."""
        (strip,) = self.render_lines(Region(0, 0, self.outer_size.width, 1))
        yield Placed(*at, strip)

    def refresh_rows(self, rows: Sequence[int]) -> None:
        """Have the frame painted with the next frame of the screen."""
        self.refresh()

    _entries: tuple[Entry, ...] = ()

    @property
    def selected(self) -> Entry | None:
        """The entry that is selected."""
        place = self._rows.highlighted
        return self._entries[place] if place is not None and place < len(self._entries) else None


def _floor_of(meeting: Meeting) -> object:
    """Return what changes when a floor is given, called for or withdrawn, and with each absence.

    With any of them the selection is back on the next.
    """
    speakers, floor = meeting.speakers(), meeting.floor
    on = (floor.id, floor.has_floor) if floor else None
    return meeting.list_session, on, speakers.called, len(speakers.departed), meeting.absences
