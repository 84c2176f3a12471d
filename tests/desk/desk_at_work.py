"""The chair's desk driven as a person drives it: keys in, the screen and the record out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input

from tests.desk.keyboard import press
from tests.desk.screen_text import screen_text, wait_for_text, wait_until
from tests.helpers.hand_clock import HandClock
from tipfloor.core.plan.plan import Plan
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.desk.app import DeskApp
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store.sqlite import SqliteStore, create

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
    return base.model_copy(update={"rules": base.rules.model_copy(update=rules)})


@dataclass
class DeskAtWork:
    """A desk on a real record; its clock moves only when it is told to."""

    pilot: Pilot[None]
    clock: HandClock
    app: DeskApp
    record: Path

    @property
    def proceedings(self) -> Proceedings:
        return self.app.proceedings

    @property
    def meeting(self) -> Meeting:
        return self.proceedings.meeting

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
    def dialog(self) -> bool:
        return self.app.screen is not self.app.desk

    async def press(self, *keys: str) -> None:
        """Press keys one by one, half a second of the meeting's clock apart."""
        for key in keys:
            self.clock.advance(500)
            await press(self.app, key)

    async def keys(self, *keys: str) -> None:
        """Press keys at once, while the meeting's clock stands."""
        await press(self.app, *keys)

    async def type(self, text: str) -> None:
        """Type a text into the question that is open, and confirm it."""
        await self.until(lambda: isinstance(self.app.focused, Input))
        await self.keys(*text, "enter")

    async def inscribe(self, text: str) -> None:
        """Inscribe as a person does."""
        await self.press("a")
        await self.type(text)

    async def shows(self, *texts: str) -> str:
        return await wait_for_text(self.pilot, *texts)

    async def until(self, condition: Callable[[], object]) -> None:
        await wait_until(self.pilot, condition)

    async def later(self, seconds: float) -> None:
        """Let the meeting's clock go on, and the screen follow it."""
        self.clock.advance(round(seconds * 1000))
        now = self.clock.now()
        await self.until(lambda: self.app.desk.outlook and self.app.desk.outlook.now == now)
        await self.pilot.pause()

    def told(self, kind: str, **fields: Any) -> None:
        """Do an act at this desk without its keys, and show it."""
        self.proceedings.tell(ACTS[kind].model_validate({"kind": kind, **fields}))
        self.app.refresh_outlook()


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
    **app_settings: Any,
) -> AsyncIterator[DeskAtWork]:
    """Give a desk at work on a record, with delegations on its list."""
    with closing(Proceedings(SqliteStore(record), clock)) as proceedings:
        for code in waiting:
            proceedings.tell(ACTS["inscribe"].model_validate({"delegation": code}))
        app = DeskApp(proceedings, **app_settings)
        async with app.run_test(size=size) as pilot:
            desk = DeskAtWork(pilot, clock, app, record)
            await desk.until(lambda: app.screen_stack[-1:] and app.desk.outlook)
            await pilot.pause()
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
