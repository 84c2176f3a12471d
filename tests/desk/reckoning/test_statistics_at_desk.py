"""The statistics at the desk: every cut, what stands below, and that they live with the floor."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk.desk_at_work import SMALLEST, DeskAtWork, at_desk, real_plan, ruled
from tests.desk.golden import check_painted
from tests.desk.screen_text import screen_text

CUTS = {"delegation": "d", "topic": "t", "session": "s", "day": "y"}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def speaks(desk: DeskAtWork, code: str, seconds: int, **fields: object) -> None:
    desk.told("inscribe", delegation=code, **fields)
    desk.told("give_floor")
    desk.clock.advance(seconds * 1000)
    desk.proceedings.keep_time()
    desk.told("end_remark")
    desk.clock.advance(14_000)


async def played(desk: DeskAtWork) -> None:
    """Play two sessions with all that the figures count; Uruguay is speaking at the end."""
    for code, seconds in (("BRA", 118), ("VCT", 131), ("DOM", 64), ("DMA", 30)):
        await speaks(desk, code, seconds)
    desk.told("refuse", delegation="CHL", requested="slides")
    desk.told("submit_in_writing", delegation="MEX")
    desk.clock.advance(600_000)
    desk.told("open_session", session="a", reason="a test")
    await speaks(desk, "BRA", 80)
    await speaks(desk, "JAM", 100, on_behalf_of=["BHS", "GUY"])
    desk.told("inscribe", delegation="BRA", remark_kind="reply", replies_to=7)
    desk.told("give_floor")
    await desk.later(35)
    desk.told("end_remark")
    desk.told("inscribe", delegation="URY")
    desk.told("give_floor")
    await desk.later(50)


async def kept(name: str, desk: DeskAtWork) -> None:
    """Compare the screen with the kept one, once all of it is painted."""
    await check_painted(name, desk, patience=5)


@pytest.mark.parametrize("cut", CUTS)
async def test_each_cut_at_80x24(cut: str) -> None:
    async with at_desk(Path()) as desk:
        await played(desk)
        await desk.keys("g", CUTS[cut])
        await desk.shows(f"►{CUTS[cut]} {cut}", "100.0%", "not spoken yet: ")
        await kept(f"statistics_{cut}_80x24", desk)


async def test_everything_on_one_line_at_160x45() -> None:
    async with at_desk(Path(), size=(160, 45)) as desk:
        await played(desk)
        await desk.keys("g")
        await desk.shows("BRA Brazil", "written", "Planned against actual", "replies")
        assert "c columns" not in desk.screen
        await kept("statistics_delegation_160x45", desk)


async def test_the_remark_under_way_counts_on_and_its_row_is_marked() -> None:
    async with at_desk(Path(), "CHL", "BRA") as desk:
        await desk.keys("space", "g")
        await desk.later(10)
        await desk.shows("►CHL Chile", "0:10")
        await desk.later(30)
        await desk.shows("►CHL Chile", "0:40", "1:20 of 2:00")
        await desk.keys("t")
        await desk.shows("►General report", "0:40")


async def test_arrows_and_tab_go_through_the_cuts_in_a_ring() -> None:
    async with at_desk(Path(), "BRA") as desk:
        await desk.keys("space", "g")
        await desk.shows("►d delegation")
        for key, shown in (
            ("right", "►t topic"),
            ("tab", "►s session"),
            ("right", "►y day"),
            ("right", "►d delegation"),
            ("left", "►y day"),
            ("shift+tab", "►s session"),
        ):
            await desk.keys(key)
            await desk.shows(shown)


async def test_a_click_on_a_cut_chooses_it() -> None:
    async with at_desk(Path(), "BRA") as desk:
        await desk.keys("space", "g")
        screen = await desk.shows("t topic")
        row = next(n for n, line in enumerate(screen.splitlines()) if "t topic" in line)
        await desk.pilot.click(offset=(screen.splitlines()[row].index("topic"), row))
        await desk.shows("►t topic")


async def test_other_columns_come_by_a_key_where_not_all_fit() -> None:
    async with at_desk(Path()) as desk:
        await played(desk)
        await desk.keys("g")
        screen = await desk.shows("share", "c columns")
        assert "written" not in screen
        await desk.keys("c")
        screen = await desk.shows("replies refused written")
        assert "share" not in screen
        await desk.keys("c")
        await desk.shows("share")


async def test_everyone_who_has_not_spoken_is_reached_by_scrolling() -> None:
    async with at_desk(Path()) as desk:
        await played(desk)
        await desk.keys("g")
        await desk.shows("26 not spoken yet")
        seen = ""
        for _ in range(12):
            seen += screen_text(desk.app) + "\n"
            await desk.keys(*["down"] * 3)
            await desk.pilot.pause()
        silent = {item.code for item in real_plan().delegations} - {
            remark.entry.delegation for remark in desk.meeting.all_remarks if remark.was_spoken
        }
        for code in silent:
            assert desk.meeting.plan.name_of(code) in " ".join(seen.split())
        assert "Mexico (in writing)" in seen
        assert "Guyana (spoken for)" in " ".join(seen.split())


async def test_before_anybody_spoke_a_sentence_says_so() -> None:
    async with at_desk(Path(), "BRA") as desk:
        await desk.keys("g")
        await desk.shows("Nobody has spoken yet.", "32 not spoken yet: ", "none seen yet")


@pytest.mark.parametrize("key", ["escape", "g", "q"])
async def test_it_closes(key: str) -> None:
    async with at_desk(Path(), "BRA") as desk:
        await desk.keys("g")
        await desk.shows("►d delegation")
        await desk.keys(key)
        await desk.shows("╭─ The floor")
        assert desk.app.is_running


async def test_hostile_names_stand_as_they_are() -> None:
    """PRACTICE section 7, cases 28 and 29: plain text, cut on screen."""
    plan, names = real_plan(), {"BRA": "[bold]=cmd()[/]", "CHL": "国" * 60}
    delegations = tuple(
        replace(item, name={**item.name, "en": names[item.code]}) if item.code in names else item
        for item in plan.delegations
    )
    hostile = replace(plan, delegations=delegations)
    async with at_desk(Path(), plan=ruled(hostile, turns_per_session=2)) as desk:
        await speaks(desk, "BRA", 60)
        await speaks(desk, "CHL", 30)
        await desk.keys("g")
        screen = await desk.shows("BRA [bold]=cmd()[/]", "CHL 国国", "66.7%")
        assert screen.count("国") < 60


async def test_a_window_too_small_does_no_harm() -> None:
    async with at_desk(Path()) as desk:
        await played(desk)
        await desk.keys("g")
        for size in ((60, 15), (40, 12), (20, 5), (3, 2), (1, 1), SMALLEST):
            await desk.pilot.resize_terminal(*size)
            await desk.keys("right")
            await desk.later(1)
        await desk.shows("Total")
