"""The desk: the one screen that the chair's secretary works at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.reactive import reactive

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.doing import do
from tipfloor.desk.keys import KEYS, is_usual
from tipfloor.desk.screens.beginning import BeginsInOneGo
from tipfloor.desk.screens.below import LiesBelow
from tipfloor.desk.screens.taking_keys import Listening
from tipfloor.desk.tones import Tone
from tipfloor.desk.widgets.chair_says import ChairSays
from tipfloor.desk.widgets.floor_panel import FloorPanel
from tipfloor.desk.widgets.keys_bar import KeysBar, StatusLine
from tipfloor.desk.widgets.notice import Notice
from tipfloor.desk.widgets.now_line import NowLine
from tipfloor.desk.widgets.record_tail import RecordTail
from tipfloor.desk.widgets.rows import Rows
from tipfloor.desk.widgets.seeing import Parts
from tipfloor.desk.widgets.speakers_list import SpeakersList
from tipfloor.desk.widgets.told import Told
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.proceedings.pending import Then
from tipfloor.standing.heading import heading
from tipfloor.standing.outlook import Outlook, look
from tipfloor.words import say
from tipfloor.words.shown import shown

if TYPE_CHECKING:
    from tipfloor.desk.app import DeskApp
    from tipfloor.desk.export_job import Order
    from tipfloor.desk.question import Question, View

Answer = TypeVar("Answer")

SECOND_PRESS = 400
"""Milliseconds within which a second press of the same key is taken for a slip."""

ENTER_WAITS = 1200
"""Milliseconds after a key that needed no Enter in which Enter does nothing: it was for the act,
by habit, and would be another."""

MOVING = ("cursor_up", "cursor_down")
"""Deeds behind which Enter is meant at once."""

GUARDED = {key.action for key in KEYS if key.guarded}


KEYED = [
    # With priority, a key is done with before the next one is looked at. Enter reaches the desk
    # through the list itself.
    Binding(key.keys, f"deed('{key.action}')", show=False, priority=True)
    for key in KEYS
    if key.action != "give_selected"
]


class DeskScreen(BeginsInOneGo[None], LiesBelow[None]):
    """Shows the outlook; its keys are deeds, and deeds become acts."""

    BINDINGS = [*KEYED, Binding("enter", "enter", show=False, priority=True)]
    AUTO_FOCUS = "#rows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (150, "-widest")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high")]

    outlook: reactive[Outlook | None] = reactive(None, repaint=False)

    def __init__(self, record: LiveProceedings) -> None:
        super().__init__(id="desk")
        self.set_reactive(DeskScreen.outlook, look(record))  # so that the first paint is whole
        self._pressed: tuple[str, int] = ("", 0)
        self._acted: int | None = None
        self._last_written: Order | None = None
        self._floor, self._parts = FloorPanel(id="floor"), Parts()

    def compose(self) -> ComposeResult:
        """Heading, floor and list side by side, the chair's words, the log, the keys."""
        self._parts.see(self.outlook)
        part = self._parts.add
        if self.outlook is not None:
            self._floor.see(self.outlook)
        yield part(Told(heading, "heading"))
        with Horizontal(id="table"):
            with Vertical(id="left"):
                yield self._floor
                yield part(ChairSays(id="chair"))
                yield Notice()
                yield part(RecordTail(id="record"))
            yield part(SpeakersList(id="list"))
            yield part(RecordTail(id="record-aside"))
        yield part(NowLine(id="now"))
        yield part(StatusLine(id="status"))
        yield part(KeysBar(id="keys"))

    def watch_outlook(self, before: Outlook | None, outlook: Outlook | None) -> None:
        """Show another outlook; what a key did to the floor is painted before all that follows."""
        if outlook is None:
            return
        self._floor.see(outlook)
        if before and outlook.phase is not before.phase:
            self.paint_so_far()
        self._parts.see(outlook)

    # What the deeds work with.

    @property
    def desk_app(self) -> DeskApp:
        """The program."""
        return cast("DeskApp", self.app)

    @property
    def meeting(self) -> Meeting:
        """The meeting as decided, on which the next act is judged."""
        return shown(self.desk_app.proceedings.meeting)

    @property
    def record(self) -> LiveProceedings:
        """The record behind the meeting."""
        return self.desk_app.proceedings

    @property
    def selected(self) -> Entry | None:
        """The entry selected on the list, where it still waits as the meeting is now."""
        shown = self.query_one(SpeakersList).selected
        return self.meeting.speakers().entry(shown.id) if shown else None

    def now(self) -> Instant:
        """Return the instant of the key that is being taken, which is past where it was late."""
        return self.desk_app.keyboard.instant() or self.desk_app.proceedings.now()

    def tell(self, act: Act, at: Instant | None = None, then: Then | None = None) -> bool:
        """Tell the meeting an act, of now or of an instant past; True once it is decided.

        `then` follows when it is on disk. A key taken late did its act when it was pressed.
        """
        told = self.desk_app.delivery.tell(act, at or self.desk_app.keyboard.instant(), then)
        if told:
            self._note_act()
        return told

    def tell_each(self, acts: Sequence[Act]) -> None:
        """Tell several acts in order, each judged by itself."""
        self.desk_app.delivery.tell_each(acts)
        self._note_act()

    def ask(
        self,
        question: Question[Answer],
        answered: Callable[[Answer], object],
        left: Callable[[], object] | None = None,
    ) -> None:
        """Ask a question; without an answer nothing happens but what `left` does."""
        from tipfloor.desk.screens.of_question import asking

        def answer(given: Answer | None) -> None:
            if given is not None:
                self._note_act()
                answered(given)
            elif left is not None:
                left()

        screen = asking(question)
        screen.then = answer
        self.app.push_screen(screen)

    def show(self, view: View) -> None:
        """Show something until it is left."""
        from tipfloor.desk.screens.of_question import showing

        self.desk_app.show(showing(view))

    def turn_ground(self) -> bool:
        """Change between light and dark screens; False where the terminal has no colours."""
        return self.desk_app.turn()

    def turn_sound(self) -> str:
        """Switch the sound of this desk to the next, and return at which times it rings."""
        return self.desk_app.sound.turn(look(self.record))

    def notice(self, words: str, tone: Tone, *, stays: bool = False) -> None:
        """Show a notice beside the floor; while the desk is being left it is for nobody."""
        if tone == "refusal":
            self.desk_app.keyboard.refused()
        for notice in self.query(Notice):
            notice.show(words, tone, stays=stays)

    def mention(self, words: str) -> None:
        """Show what others did, unless something is shown that is to be answered."""
        for notice in self.query(Notice):
            if not notice.is_to_be_answered:
                notice.show(words, "done")

    def take_back(self, words: str) -> None:
        """Take a notice away that is true no more, if it is still shown."""
        for notice in self.query(Notice):
            if notice.says == words:
                notice.dismiss()

    @property
    def writing(self) -> str:
        """The name of the file that is being written, empty without one."""
        return self.query_one(StatusLine).writing

    @property
    def last_written(self) -> Order | None:
        """The order of the file that was written last at this desk."""
        return self._last_written

    def write(self, order: Order) -> None:
        """Write a file of the record; it stands at the foot for how long, in a notice how it ended.

        The desk goes on meanwhile.
        """
        from tipfloor.desk.writing import write

        self._last_written = order
        work = write(self, order, self.record.where, self._show_writing)
        self.run_worker(work, group="export", exit_on_error=False)

    def select(self, by: int) -> None:
        """Move the selection on the list."""
        self.query_one(Rows).action_move(by)

    def do(self, name: str) -> None:
        """Do what a key stands for, unless it is a second press of it within a moment."""
        if name in GUARDED and self._is_second_press(name):
            self.notice(say("desk.second_press"), "warning")
            return
        do(self, name)

    def leave(self, *, unless_typed: bool = False) -> None:
        """Leave the desk; `unless_typed`, not where a character comes right behind the key."""
        if unless_typed:
            self.desk_app.keyboard.leave_unless_typed()
        else:
            self.app.exit()

    # What the program and Textual tell the desk.

    def answered(self) -> None:
        """An act went through: the notice that stood before it is answered."""
        if not self.record.waiting.owed:
            self.query_one(Notice).dismiss()

    def refused(self) -> None:
        """An act was refused: what time had brought about before it is shown at once."""
        self.desk_app.refresh_outlook()

    def on_screen_resume(self) -> None:
        """A question was left: what was typed behind its answer is for the desk."""
        self.app.post_message(Listening())

    def action_deed(self, name: str) -> None:
        """Do what a key stands for; one that asked nothing wears Enter out, be it refused."""
        self.do(name)
        if name not in MOVING and self.app.screen is self:
            self._acted = self.desk_app.ticks()

    def on_key(self, event: Key) -> None:
        """A character that stands for nothing wears Enter out as well, as part of a word."""
        if event.is_printable:
            self._acted = self.desk_app.ticks()

    def wants(self, key: str, behind: str, place: int) -> bool:
        """Tell whether a key in haste behind another is one that people press so."""
        return is_usual(key, behind, place)

    def action_enter(self) -> None:
        """Enter: the floor to the selected delegation, unless it was the habit of answering."""
        since = None if self._acted is None else self.desk_app.ticks() - self._acted
        if since is not None and since < ENTER_WAITS:
            self.notice(say("desk.enter_waits"), "warning")
        else:
            self.do("give_selected")

    def on_rows_meant(self, event: Rows.Meant) -> None:
        """A double click: the floor to the selected delegation."""
        self.do("give_selected")

    def _show_writing(self, name: str, passed: float) -> None:
        """Say at the foot which file is being written, and for how many seconds."""
        status = self.query_one(StatusLine)
        status.writing, status.passed = name, int(passed)
        status.redraw()

    def _note_act(self) -> None:
        """Note when an act was done that needed no Enter; one that did wears Enter out as well.

        A second Enter behind it is a second press.
        """
        if self.desk_app.keyboard.last == "enter":
            self._pressed = ("give_selected", self.desk_app.keyboard.pressed())
        else:
            self._acted = self.desk_app.ticks()

    def _is_second_press(self, name: str) -> bool:
        now = self.desk_app.keyboard.pressed()
        former, at = self._pressed
        self._pressed = (name, now)
        return name == former and now - at < SECOND_PRESS
