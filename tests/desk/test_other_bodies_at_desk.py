"""Other bodies at the desk, at 80x24: long lists, many moments, names that are no states."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from msgspec.structs import replace

from tests.desk.desk_at_work import SMALLEST, DeskAtWork, at_desk, desk_on, real_plan
from tests.helpers.bodies import COUNCIL, TOWN, body, clock_at
from tipfloor.core.ground.instant import Instant
from tipfloor.core.rooms import ACTS
from tipfloor.desk.screens.times import TimesScreen
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore


@asynccontextmanager
async def at_body(
    folder: Path,
    path: Path,
    at: str,
    moment: str,
    number: int,
    size: tuple[int, int] = SMALLEST,
) -> AsyncIterator[DeskAtWork]:
    """Give a desk in a session of another body, with so many on the list."""
    plan, record = body(path), folder / "meeting.tipfloor"
    clock = clock_at(plan, at)
    assert create(record, convening(plan, clock))
    with closing(Proceedings(SqliteStore(record), clock)) as proceedings:
        for fields in (
            {"kind": "go_to_moment", "moment": moment, "reason": "a test"},
            {"kind": "open_session"},
        ):
            proceedings.tell(ACTS[fields["kind"]].model_validate(fields))
    codes = [item.code for item in plan.delegations[:number]]
    async with desk_on(record, clock, waiting=codes, size=size) as desk:
        yield desk


async def test_a_council_of_193_at_the_smallest_desk(tmp_path: Path) -> None:
    at = "2024-02-05T10:00"
    async with at_body(tmp_path, COUNCIL, at, "general_debate", 193) as desk:
        screen = await desk.shows(
            "─ closes 10:15 · 193 waiting", "  1 AFG Afghanistan", "III First meeting: The state of"
        )
        assert "55 more by 13:00 · ends 20:27" in screen
        assert all(len(line) <= 80 for line in screen.splitlines())
        await desk.press("end")
        await desk.shows("193 ZWE Zimbabwe")
        await desk.press("home", "space")
        await desk.shows("of 3:00", "● SPEAKING", "Afghanistan has the floor. Albania")
        await desk.later(200)
        await desk.shows("■ OVER TIME", "I ask Afghanistan to conclude.")
        assert desk.floor.has_floor
        await desk.press("e")
        await desk.shows("Afghanistan spoke 3:2")
        await desk.later(720)
        await desk.shows("List · closed · 192 waiting", "10:15:00 List of speakers closed by time")
        closed_at = desk.meeting.speakers().closed_at
        assert isinstance(closed_at, Instant)


async def test_a_list_closes_at_its_minute_while_no_desk_is_on(tmp_path: Path) -> None:
    at = "2024-02-05T10:00"
    async with at_body(tmp_path, COUNCIL, at, "general_debate", 20) as desk:
        await desk.shows("─ List closes 10:15 · 20 waiting")
        clock, record = desk.clock, desk.record
    clock.advance(3_600_000)
    async with desk_on(record, clock) as desk:
        await desk.shows("List · closed · 20 waiting", "10:15:00 List of speakers closed by time")


async def test_a_suspended_list_does_not_close_and_says_when_it_will(tmp_path: Path) -> None:
    at = "2024-02-05T10:00"
    async with at_body(tmp_path, COUNCIL, at, "general_debate", 3) as desk:
        await desk.later(300)
        desk.told("suspend")
        await desk.shows("List · open · 3 waiting")
        await desk.later(3600)
        desk.told("resume_meeting")
        await desk.shows("─ List closes 11:15 · 3 waiting")


async def test_the_last_of_many_moments_is_in_sight(tmp_path: Path) -> None:
    async with at_body(tmp_path, COUNCIL, "2024-02-05T10:00", "general_debate", 1) as desk:
        desk.told("go_to_moment", moment="closing", reason="a test", waiting="not_heard")
        screen = await desk.shows("XIV Closing of the session", "Chair: “If nothing else is asked")
        assert screen.splitlines()[1].startswith("  …")
        desk.told("go_to_moment", moment="item_6", reason="back")
        screen = await desk.shows("VII Sixth meeting not open yet")
        assert screen.splitlines()[1].startswith("  …")
        assert screen.splitlines()[1].rstrip().endswith("…")


async def test_a_town_council_at_the_smallest_desk(tmp_path: Path) -> None:
    at = "2024-02-05T18:15"
    async with at_body(tmp_path, TOWN, at, "public_comment", 40) as desk:
        screen = await desk.shows("II Palabra al público", "1 ACE Asociación", "40 waiting")
        assert "37 more by 20:15 · ends 20:21" in screen
        await desk.press("space")
        await desk.shows("ACE  Asociación Vecinal de Acequia", "of 3:00")
        await desk.press("e", "a")
        await desk.keys(*"zanj")
        await desk.shows("ZAN", "Cooperativa Zanjón")


async def test_the_times_keep_floor_clock_and_list_in_sight(tmp_path: Path) -> None:
    for size in (SMALLEST, (160, 45)):
        folder = tmp_path / str(size[0])
        folder.mkdir()
        at = "2024-02-05T10:06"
        async with at_body(folder, COUNCIL, at, "general_debate", 60, size) as desk:
            await desk.press("space")
            await desk.later(30)
            await desk.press("y")
            screen = await desk.shows(
                "● SPEAKING  2:30 of 3:00",
                "AFG Afghanistan  Next ALB  59 waiting",
                "6 min behind",
                "►   iii Item 2. General debate",
                "10:00-13:00 10:06-         +21 10:06-13:20",
                "escape back to the desk",
            )
            assert all(len(line) <= size[0] for line in screen.splitlines())
            await desk.later(151)
            await desk.shows("■ OVER TIME  +0:01 of 3:00")
            await desk.keys("end")
            await desk.shows("xiv Closing of the session")
            await desk.keys("escape")
            await desk.shows("╭─ The floor")


async def test_the_times_of_the_seventh_meeting(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("y")
        await desk.shows(
            "►    iv Introductory session       10:45-12:30 11:00-         +15 11:00-12:45",
            "Tue 6 Feb 2024",
            "more before 12:30 · ends 11:02 · day ends 18:00, plan 18:00",
        )
        await desk.keys("y")
        await desk.until(lambda: not desk.dialog)


async def test_hostile_and_long_titles_stand_in_the_times_as_they_are(tmp_path: Path) -> None:
    """PRACTICE section 7, cases 28 and 29: plain text, cut on screen."""
    plan = real_plan()
    titles = ("[bold]=cmd()[/]", "国" * 60)
    moments = tuple(
        replace(moment, title=title) for moment, title in zip(plan.moments[:2], titles, strict=True)
    )
    hostile = replace(plan, moments=(*moments, *plan.moments[2:]))
    async with at_desk(tmp_path, "BRA", plan=hostile) as desk:
        await desk.press("y")
        screen = await desk.shows("i [bold]=cmd()[/]            08:30-09:30", "国 … 09:30-10:15")
        assert screen.count("国") < 60


async def test_the_times_in_a_window_too_small_do_no_harm(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("y")
        for size in ((60, 15), (20, 5), (3, 2), (1, 1), (80, 24)):
            await desk.pilot.resize_terminal(*size)
            await desk.later(1)
        await desk.shows("►    iv Introductory session")


async def test_the_times_left_before_they_are_drawn_do_no_harm(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("y")
        await desk.shows("►    iv Introductory session")
        times = desk.app.screen
        assert isinstance(times, TimesScreen)
        await desk.press("escape")
        await desk.until(lambda: not times.is_attached)
        times._show_current()  # as on a busy machine: its turn comes when it is gone
        await desk.shows("FLOOR FREE")
