"""The chair's desk as a program: the record below, the clock beside it, the screens above."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.command import Provider
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from tipfloor.core.floor.timekeeping import due
from tipfloor.core.plan.plan import Plan
from tipfloor.desk.deeds.registry import DEEDS
from tipfloor.desk.delivering import RETRY_EVERY, Delivery
from tipfloor.desk.filed import PAINTED, Comparing, Filed
from tipfloor.desk.keyboard import Keyboard
from tipfloor.desk.loading import load_the_rest
from tipfloor.desk.painting import PaintsAtOnce
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.desk.screens.retelling import Retells, SaysAgain
from tipfloor.desk.screens.taking_keys import Listening
from tipfloor.desk.signals import ending, going_on
from tipfloor.desk.sound import Sound
from tipfloor.desk.themes import Look, ThemedApp
from tipfloor.desk.widgets.alarm import sound_alarm
from tipfloor.desk.widgets.keys_bar import StatusLine
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.standing.outlook import Outlook, look
from tipfloor.standing.pulse import pulse
from tipfloor.words import lacking_on_screens, language, languages, own_name, say, speak
from tipfloor.words.plain import plain
from tipfloor.words.shown import present_texts

if TYPE_CHECKING:
    from tipfloor.desk.copying import Copies

DIFFERENCES_SHOWN = 4
WIDEST_DIFFERENCE = 74
"""Cells: one difference is one line of the question at 80 columns."""


def _deeds() -> type[Provider]:
    """Return what the palette offers; it loads every room, so it comes when it is asked for."""
    from tipfloor.desk.screens.offering import Deeds

    return Deeds


class DeskApp(ThemedApp):
    """One desk on one record; other desks and tools on the same record are followed."""

    # The desk's own styles are read with the rest: a screen's would be a second reading of all.
    CSS_PATH = ["app.tcss", "screens/desk.tcss"]
    MODES = {"desk": "desk"}
    DEFAULT_MODE = "desk"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {_deeds}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ALLOW_SELECT = False  # a double click means a row, it marks no words
    BINDINGS = [
        Binding("ctrl+q", "leave", ""),
        Binding("ctrl+c", "leave", ""),
        Binding("ctrl+l", "change_language", "", priority=True),
    ]

    def __init__(
        self,
        proceedings: LiveProceedings,
        *,
        filed: Comparing = lambda recorded: Filed(),
        notice: str = "",
        copies: Copies | None = None,
        look: Look = Look(),  # noqa: B008 - a frozen value
    ) -> None:
        super().__init__(look)
        self.title = plain(proceedings.meeting.plan.meeting.short_title)
        self.proceedings = proceedings
        self.desk = DeskScreen(proceedings)
        self.delivery = Delivery(self.desk, proceedings)
        self.install_screen(self.desk, "desk")
        self._filed = filed
        self._notice = notice
        self._copies = copies
        self.sound = Sound(self)
        self.keyboard = Keyboard(self, super().on_event)

    async def on_event(self, event: events.Event) -> None:
        """Let the keyboard keep what is typed ahead of a question until it can be taken."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            await self.keyboard.type(event)
            return
        if isinstance(event, events.MouseDown):
            self.keyboard.pointed()
        await super().on_event(event)

    async def on_listening(self) -> None:
        """Give the screen on top what was typed ahead of it."""
        await self.keyboard.take()

    def on_mount(self) -> None:
        """Leave and go on as the system asks for it."""
        ending(self.exit)
        if self._driver is not None and not self.is_headless:
            going_on(self.redraw, self._driver.write)

    def on_ready(self) -> None:
        """Record what happened while no desk was awake, then let the clock beat."""
        self.desk.query_one(StatusLine).where = self.proceedings.where
        self.proceedings.keep_time(recovered=True)
        self._retrying = self.set_interval(RETRY_EVERY, self.proceedings.retry, pause=True)
        self.run_worker(pulse(self.proceedings, self.while_shown(self._beat)), exclusive=True)
        meeting, now = self.proceedings.current()
        if meeting.suspended_at:
            from tipfloor.words.whereabouts import whereabouts  # after a break alone

            self.desk.notice(whereabouts(meeting, now), "warning", stays=True)
        if self._notice:
            self.desk.notice(self._notice, "warning", stays=True)
        if self._copies:
            self.run_worker(self._copies.keep(self.while_shown(self._copied)), group="copies")
        self.run_worker(self._compare(), group="filed")
        self.run_worker(load_the_rest(self.proceedings), group="loading")
        self.keyboard.ready = True
        self.post_message(Listening())

    def refresh_outlook(self) -> None:
        """Show the meeting as it is now on every screen."""
        self._show_outlook(look(self.proceedings))

    def show(self, screen: Screen[None]) -> None:
        """Put a screen on top, with the outlook from its first moment on."""
        self.push_screen(screen)
        self.call_after_refresh(self.refresh_outlook)

    def ticks(self) -> int:
        """Return milliseconds of real time, by which a second press of a key is known."""
        speed = self.proceedings.meeting.rehearsal_speed or 1
        return int(self.proceedings.now().ticks / speed)

    def action_command_palette(self) -> None:
        """Open the palette, unless it is open."""
        from tipfloor.desk.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(say("desk.palette_hint")))

    def action_change_language(self) -> None:
        """Speak the next of the languages that there are words for, with all that is on screen."""
        offered = languages()
        chosen = offered[(offered.index(language()) + 1) % len(offered)]
        plan = self.proceedings.meeting.plan
        texts = present_texts(plan, language(), chosen)
        speak(chosen)
        self.title = plain(plan.spoken_in(chosen).meeting.short_title)
        self.refresh_outlook()
        for screen in self.screen_stack:
            if isinstance(screen, Retells):
                screen.retell(texts)
            for part in screen.query(Widget):
                if isinstance(part, SaysAgain):
                    part.retell()
        lacks = len(lacking_on_screens(chosen))
        key = "desk.language_incomplete" if lacks else "desk.language_changed"
        self.desk.notice(say(key, language=own_name(chosen), number=lacks), "done")

    def action_leave(self) -> None:
        """Leave as the key of the desk does, asking where it asks."""
        DEEDS["quit_desk"](self.desk)

    def _beat(self, outlook: Outlook) -> None:
        self.sound.hear(outlook)
        self._show_outlook(outlook)
        self.delivery.say_how_saving_stands(outlook)
        (self._retrying.resume if outlook.waiting.slow else self._retrying.pause)()
        if due(self.proceedings.meeting, outlook.now):
            self.proceedings.keep_time()

    def _copied(self, why: str) -> None:
        """Say at the foot, for as long as it is so, that there is no copy of late, and why."""
        status = self.desk.query_one(StatusLine)
        mended = status.no_copy and not why
        if why and why != status.no_copy:
            self.desk.notice(say("desk.copy_not_kept", why=why), "warning", stays=True)
        elif mended:
            self.desk.notice(say("desk.copy_kept_again"), "done")
        status.no_copy = why
        status.redraw()

    def _show_outlook(self, outlook: Outlook) -> None:
        if self._copies:
            self._copies.see(outlook)
        for screen in self.screen_stack:
            sound_alarm(screen, outlook)
            if hasattr(screen, "outlook"):
                with screen.at_once() if isinstance(screen, PaintsAtOnce) else nullcontext():
                    screen.outlook = outlook

    async def _compare(self) -> None:
        """Say what is wrong with the meeting file, or ask which plan holds where it differs."""
        await asyncio.sleep(PAINTED)
        found = self._filed(self.proceedings.meeting.filed_plan)
        if found.notice:
            self.desk.notice(found.notice, "warning", stays=True)
        if found.plan and found.differences:
            self._ask_which_plan(found.plan, found.differences)

    def _ask_which_plan(self, filed: Plan, differences: tuple[str, ...]) -> None:
        from tipfloor.desk.question import AskChoice

        first = (Content(plain(line)) for line in differences[:DIFFERENCES_SHOWN])
        shown = [line.truncate(WIDEST_DIFFERENCE, ellipsis=True).plain for line in first]
        more = len(differences) - len(shown)
        if more > 0:
            shown.append(say("ask.differs_more", number=more))
        title = "\n".join([say("ask.differs"), *shown])
        kinds = ("keep", "adopt")
        question = AskChoice(title, [(kind, say(f"ask.differs_{kind}")) for kind in kinds])

        def answer(chosen: str) -> None:
            if chosen == "adopt":
                from tipfloor.core.course.adopting_a_plan import AdoptPlan  # on this day alone

                self.delivery.tell(AdoptPlan(plan=filed))

        self.desk.ask(question, answer)
