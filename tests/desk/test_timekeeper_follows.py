from pathlib import Path

import pytest

from tests.desk.screen_text import screen_text, wait_for_text, wait_until
from tests.desk.timekeeping import ALL, clock, watch
from tests.helpers.desk import Desk
from tipfloor.desk.screens.timekeeper import TimekeeperScreen
from tipfloor.desk.themes import ThemedApp
from tipfloor.desk.timekeeper_app import TimekeeperApp
from tipfloor.proceedings import Proceedings
from tipfloor.standing.clock import clock_text
from tipfloor.standing.outlook import look
from tipfloor.store import StoreFault
from tipfloor.store.sqlite import SqliteStore


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A session with eight delegations on its list, nobody on the floor."""
    return Desk.in_session(tmp_path, *ALL)


async def test_it_shows_the_same_second_as_the_desk(desk: Desk) -> None:
    desk.tell("give_floor")
    async with watch(desk) as pilot:
        for step in (1, 998, 2, 88_999, 1, 20_000, 9_999, 1, 999, 1, 59_000):
            desk.clock.advance(step)
            await wait_until(pilot, lambda: clock(pilot) == clock_text(look(desk.proceedings)))


async def test_it_outlives_the_desk(desk: Desk) -> None:
    desk.tell("give_floor")
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "BRA  Brazil")
        desk.proceedings.close()
        desk.clock.advance(30_000)
        await wait_until(pilot, lambda: clock(pilot) == "1:30")
        again = desk.another()
        again.tell("end_remark")
        again.tell("give_floor")
        await wait_for_text(pilot, "CHL  Chile")


async def test_started_before_the_desk_it_follows_all_the_same(desk: Desk) -> None:
    desk.proceedings.close()
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "○ FLOOR FREE")
        desk.another().tell("give_floor")
        await wait_for_text(pilot, "BRA  Brazil")


class Failing:
    """A record on a medium that fails while it is told to."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self.fails = False
        self.where, self.read, self.append = store.where, store.read, store.append
        self.people = store.people
        self.close, self.be_patient = store.close, store.be_patient
        self.time_line, self.doorbell = store.time_line, store.doorbell

    def changed(self) -> bool:
        if self.fails:
            raise StoreFault("unreadable", self.where, "disk I/O error")
        return self._store.changed()


async def test_a_record_that_cannot_be_read_is_told_and_the_clock_runs_on(desk: Desk) -> None:
    desk.tell("give_floor")
    store = Failing(SqliteStore(desk.record, read_only=True))
    app = TimekeeperApp(Proceedings(store, desk.clock).live())
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for_text(pilot, "BRA  Brazil")
        store.fails = True
        await wait_for_text(pilot, "The record cannot be read just now.")
        desk.clock.advance(10_000)
        await wait_until(pilot, lambda: clock(pilot) == "1:50")
        store.fails = False
        desk.clock.advance(1000)
        await wait_until(pilot, lambda: clock(pilot) == "1:49")
        desk.clock.advance(1000)
        await wait_until(pilot, lambda: "cannot be read" not in screen_text(app))


async def test_q_ends_it_and_the_keys_of_the_desk_do_nothing(desk: Desk) -> None:
    before = desk.meeting.position
    async with watch(desk) as pilot:
        await pilot.press("space", "e", "t", "escape", "question_mark", "enter", "a", "tab")
        assert isinstance(pilot.app.screen, TimekeeperScreen)
        assert pilot.app.is_running
        await pilot.press("q")
        await wait_until(pilot, lambda: pilot.app._exit)
    assert desk.another().meeting.position == before


@pytest.mark.parametrize("key", ["t", "escape"])
async def test_on_the_desk_it_goes_back(desk: Desk, key: str) -> None:
    app = ThemedApp()
    async with app.run_test(size=(80, 24)) as pilot:
        view = TimekeeperScreen()
        view.outlook = look(desk.proceedings)
        app.push_screen(view)
        await wait_for_text(pilot, "○ FLOOR FREE")
        desk.tell("give_floor")
        view.outlook = look(desk.proceedings)
        await wait_for_text(pilot, "● SPEAKING")
        await pilot.press(key)
        await wait_until(pilot, lambda: app.screen is not view)
