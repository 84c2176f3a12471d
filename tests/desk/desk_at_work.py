"""The chair's desk driven as a person drives it: keys in, the screen and the record out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from tests.desk.keyboard import burst, press, settled
from tests.desk.screen_text import screen_text, wait_for_text, wait_until
from tests.helpers.hand_clock import HandClock
from tipfloor.core.plan.plan import Plan
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.desk.app import DeskApp
from tipfloor.desk.widgets.notice import Notice
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings, convening
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.proceedings.resuming import resumed
from tipfloor.store import Person, Store
from tipfloor.store.checkpoint import Checkpoint
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

SMALLEST = (80, 24)
INTRODUCTORY = "introductory"
REAL_FILE = Path(__file__).parents[2] / "sessions.toml"


@cache
def real_plan() -> Plan:
    """Return the plan of the Seventh Meeting."""
    return read_plan(REAL_FILE)


def ruled(plan: Plan | None = None, **rules: Any) -> Plan:
    """Return a plan, the Seventh Meeting's by default, with some rules set otherwise."""
    base = plan or real_plan()
    return replace(base, rules=replace(base.rules, **rules))


@dataclass
class DeskAtWork:
    """A desk on a real record; its clock moves only when it is told to."""

    pilot: Pilot[None]
    clock: HandClock
    app: DeskApp
    record: Path
    held_up: bool = False
    """Whether the disk is held up by the test, so that nothing waits for it."""

    @property
    def proceedings(self) -> LiveProceedings:
        return self.app.proceedings

    @property
    def meeting(self) -> Meeting:
        return self.proceedings.meeting

    @property
    def recorded(self) -> Meeting:
        """The meeting as it is on disk."""
        return self.proceedings.saved.meeting

    @property
    def recorded_kinds(self) -> list[str]:
        """The kinds of the events that are on disk."""
        return [item.event.kind for item in self.proceedings.saved.history]

    @property
    def floor(self) -> Remark:
        assert self.meeting.floor is not None
        return self.meeting.floor

    @property
    def waiting(self) -> list[str]:
        return [entry.delegation for entry in self.meeting.speakers().waiting]

    @property
    def kinds(self) -> list[str]:
        return [item.event.kind for item in self.proceedings.history]

    @property
    def screen(self) -> str:
        return screen_text(self.app)

    @property
    def notices(self) -> str:
        """What the notice beside the floor says, in one line whatever its width."""
        notice = self.app.desk.query_one(Notice)
        return str(notice.content).replace("\n", " ") if notice.display else ""

    @property
    def dialog(self) -> bool:
        return self.app.screen is not self.app.desk

    async def press(self, *keys: str) -> None:
        """Press keys one by one, half a second of the meeting's clock apart."""
        await self.saved()
        for key in keys:
            self.clock.advance(500)
            await press(self.app, key)
            await self.saved()

    async def keys(self, *keys: str) -> None:
        """Press keys at once, while the meeting's clock stands."""
        await self.saved()
        for key in keys:
            await press(self.app, key)
            await self.saved()

    async def saved(self) -> None:
        """Wait until the disk has taken or refused what was done, unless it is held up."""
        if self.held_up or not self.app.is_running:
            return
        if self._is_settled():
            await settled(self.app, rounds=1)
        else:
            await self.until(lambda: not self.app.is_running or self._is_settled())
            await settled(self.app)

    def _is_settled(self) -> bool:
        waiting = self.proceedings.waiting
        return waiting.fault is not None or not (waiting.acts or waiting.seconds)

    def on_disk(self, work: Callable[[Store], object]) -> None:
        """Have something done with the record on its own thread, behind what was sent before."""
        self.proceedings.errand(work, raised)

    def keep_person(self, person: Person) -> None:
        """Keep a person without the questions of the desk."""
        self.proceedings.keep_person(lambda people: person, raised)

    async def type(self, text: str) -> None:
        """Type a text into the question that is open, and confirm it."""
        await self.until(lambda: isinstance(self.app.focused, Input))
        await burst(self.app, *text)
        await self.keys("enter")

    async def inscribe(self, text: str) -> None:
        """Inscribe as a person does."""
        await self.press("a")
        await self.type(text)

    async def on_row(self, typed: str, key: str, offered: str) -> None:
        """Find a row of the log and press a key on it, which is offered in these words."""
        await self.press("slash")
        await self.shows("Find in the log", "choose a row")
        await self.keys(*typed)
        await self.keys("enter")
        await self.shows(offered)
        await self.keys(key)

    async def shows(self, *texts: str) -> str:
        await self.saved()
        return await wait_for_text(self.pilot, *texts)

    async def until(self, condition: Callable[[], object]) -> None:
        await wait_until(self.pilot, condition)

    async def later(self, seconds: float) -> None:
        """Let the meeting's clock go on, and the screen follow it."""
        self.clock.advance(round(seconds * 1000))
        now = self.clock.now()
        if not self.held_up:
            self.on_disk(lambda store: None)  # the pulse takes word of it, and looks at the clock
        await self.until(lambda: self.app.desk.outlook and self.app.desk.outlook.now == now)
        await self.pilot.pause()

    def told(self, kind: str, **fields: Any) -> None:
        """Do an act at this desk without its keys, and show it."""
        self.proceedings.tell(ACTS[kind].model_validate({"kind": kind, **fields}))
        self.app.refresh_outlook()


def raised(outcome: object) -> None:
    """Raise how something done with the record went wrong, if it did."""
    if isinstance(outcome, Exception):
        raise outcome


def convened(
    folder: Path, plan: Plan | None = None, *, session: str | None = INTRODUCTORY
) -> tuple[Path, HandClock]:
    """Return the record of a new meeting with a session open, and its clock."""
    record, clock = folder / "meeting.tipfloor", HandClock()
    assert create(record, convening(plan or real_plan(), clock))
    if session:
        with closing(Proceedings(SqliteStore(record), clock)) as proceedings:
            act = ACTS["open_session"].model_validate({"session": session, "reason": "a test"})
            proceedings.tell(act)
    return record, clock


@asynccontextmanager
async def desk_on(
    record: Path,
    clock: HandClock,
    *,
    waiting: Iterable[str] = (),
    size: tuple[int, int] = SMALLEST,
    around: Callable[[SqliteStore], Store] = lambda store: store,
    found: Checkpoint | None = None,
    **app_settings: Any,
) -> AsyncIterator[DeskAtWork]:
    """Give a desk at work on a record, with delegations on its list; `around` wraps its store.

    With a checkpoint that was found it is resumed from that.
    """
    store = around(SqliteStore(record))
    saved = resumed(store, found) if found else None
    proceedings = Proceedings(store, clock, saved=saved)
    for code in waiting:
        proceedings.tell(ACTS["inscribe"].model_validate({"delegation": code}))
    with closing(proceedings.live()) as live:
        app = DeskApp(live, **app_settings)
        app.keyboard.lag = lambda key: 0  # a key is pressed when the meeting's clock says so
        async with app.run_test(size=size) as pilot:
            desk = DeskAtWork(pilot, clock, app, record)
            await desk.until(lambda: app.screen_stack[-1:] and app.desk.outlook)
            await pilot.pause()
            await desk.saved()
            yield desk


@asynccontextmanager
async def at_desk(
    folder: Path,
    *waiting: str,
    plan: Plan | None = None,
    session: str | None = INTRODUCTORY,
    size: tuple[int, int] = SMALLEST,
) -> AsyncIterator[DeskAtWork]:
    """Give a desk at a new meeting, in a session unless told otherwise."""
    record, clock = convened(folder, plan, session=session)
    async with desk_on(record, clock, waiting=waiting, size=size) as desk:
        yield desk
