"""What is told to the hall: the newest state in each language, sent on when it changes."""

from __future__ import annotations

import asyncio

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.instant import Phase
from tipfloor.hall.hub import Hub, event
from tipfloor.hall.looking import seen, time_of_day
from tipfloor.hall.publishing import BEAT, STATE, Publish
from tipfloor.hall.state import State, encoded, same
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.standing.outlook import Outlook, look
from tipfloor.standing.pulse import pulse
from tipfloor.words import languages

BEAT_EVERY = 2.0
"""Seconds between two beats, by which a page knows that its line is alive."""

SILENT_AFTER = 2.0
"""Seconds for which the record may owe an answer before that is said."""

FRESH = 1000
"""Milliseconds for which a state that was asked for is given again as it is."""


class Time(Struct, frozen=True):
    """The meeting's clock: `ticks` in milliseconds, `speed` above 1 in a rehearsal alone."""

    ticks: int
    speed: float


class Beat(Struct, frozen=True):
    """A sign of life: the clock's ticks, the record's position, whether the record answers."""

    ticks: int
    position: int
    answers: bool


class Board:
    """The meeting as the hall sees it; everything here happens on the hall's own loop."""

    def __init__(
        self,
        proceedings: LiveProceedings,
        hub: Hub,
        language: str | None = None,
        publish: Publish | None = None,
    ) -> None:
        self.proceedings = proceedings
        self.hub = hub
        self._language = language
        self._publish = publish
        self._outlook = look(proceedings)
        self._silent = ""
        self._asked = False
        self._looked: tuple[object, ...] = ()
        self._told: dict[str, State] = {}

    @property
    def position(self) -> int:
        """The position up to which the record was read."""
        return self.proceedings.saved.position

    @property
    def silent(self) -> str:
        """The time of day since when the record does not answer, empty while it does."""
        return self._silent

    @property
    def own_language(self) -> str:
        """The language of whoever asks for none: the server's, else the meeting's."""
        own: str = self._language or self.proceedings.saved.meeting.plan.meeting.language
        return own if own in languages() else languages()[0]

    async def follow(self) -> None:
        """Follow the record until cancelled, and tell what changes."""
        async with asyncio.TaskGroup() as both:
            both.create_task(pulse(self.proceedings, self.take))
            both.create_task(self._beating())

    def take(self, outlook: Outlook) -> None:
        """Take what the meeting is now, and tell it where something changed but the time."""
        self._outlook = outlook
        self._silent = self._since(outlook)
        looked = _looks(outlook, self._silent)
        if looked == self._looked:
            return
        self._looked = looked
        told = {*self.hub.languages, *self._told, self.own_language}
        for language in {*told, *languages()} if self._publish else told:
            self._renew(language)

    def time(self) -> Time:
        """Return what the meeting's clock shows."""
        meeting = self._outlook.meeting
        return Time(self.proceedings.now().ticks, meeting.rehearsal_speed or 1.0)

    def state(self, language: str) -> State:
        """Return the state in a language, as it was told last unless that is a while ago."""
        known, now = self._told.get(language), self.proceedings.now()
        if known is None or now.ticks - known.ticks > FRESH:
            return self._renew(language)
        return known

    def event(self, language: str) -> bytes:
        """Return the state as the event with which a line begins."""
        return _event(self.state(language))

    def _renew(self, language: str) -> State:
        """Make the state anew, and tell those who listen where it is another."""
        state, before = self._seen(language), self._told.get(language)
        self._told[language] = state
        if before is None or not same(before, state):
            self.hub.tell(language, _event(state))
            if self._publish is not None:
                self._publish(STATE, language, encoded(state))
        return state

    def _seen(self, language: str) -> State:
        outlook = replace(self._outlook, now=self.proceedings.now())
        return seen(outlook, language, self._silent)

    def _since(self, outlook: Outlook) -> str:
        """Return since when the record does not answer."""
        owed, fault = outlook.waiting.seconds, outlook.waiting.fault
        if owed < SILENT_AFTER and (fault is None or fault.code == "busy"):
            return ""
        since = outlook.now.plus(-round(owed * 1000))
        return self._silent or time_of_day(replace(outlook, now=since))

    def _ask(self) -> None:
        """Have the record's thread answer, unless it still owes one: it may hang in a reading."""
        if not self._asked:
            self._asked = True
            self.proceedings.errand(lambda store: None, self._answered)

    def _answered(self, outcome: object) -> None:
        self._asked = False

    async def _beating(self) -> None:
        while True:
            await asyncio.sleep(BEAT_EVERY)
            self._ask()
            beat = encoded(Beat(self.proceedings.now().ticks, self.position, not self._silent))
            self.hub.tell_all(event(BEAT, beat))
            if self._publish is not None:
                self._publish(BEAT, "", beat)


def _event(state: State) -> bytes:
    return event(STATE, encoded(state), state.position)


def _looks(outlook: Outlook, silent: str) -> tuple[object, ...]:
    """Return what a state can change with: the record, the phase, the minute of the forecasts."""
    now = outlook.now
    jump = (round(now.utc.timestamp() * 1000) - now.ticks) // 1000
    minute = now.utc.replace(second=0, microsecond=0)
    phase: Phase = outlook.phase
    return (
        outlook.meeting.position,
        phase,
        outlook.people,
        outlook.broken,
        silent,
        minute,
        jump,
        outlook.meeting.floor,
    )
