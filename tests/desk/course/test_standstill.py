"""Suspended or adjourned until an hour, or without one, and every screen says it."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk, real_plan
from tipfloor.desk.screens.timekeeper import TimekeeperScreen
from tipfloor.standing.glance import glance
from tipfloor.standing.glance_words import in_words
from tipfloor.standing.outlook import look

LUNCH_AND_BACK = ("v", "enter", "v")


async def test_lunch_and_back_take_three_presses(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press(*LUNCH_AND_BACK)
        await desk.until(lambda: not desk.meeting.suspended_at)
        assert desk.recorded_kinds[-2:] == ["meeting_suspended", "meeting_resumed"]


@pytest.mark.parametrize(("key", "word"), [("2", "SUSPENDED"), ("3", "ADJOURNED")])
async def test_the_hour_of_return_stands_on_every_screen(
    key: str, word: str, tmp_path: Path
) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("v", key)
        await desk.type("14:30")
        said = word.capitalize()
        await desk.shows(
            "▬ until 14:30", f"{said} until 14:30", f"“The meeting is {word.lower()}", f"▬ {word}"
        )
        assert desk.meeting.suspension is not None
        await desk.press("t")
        await desk.until(lambda: isinstance(desk.app.screen, TimekeeperScreen))
        await desk.shows(f"▬ {word}", "until 14:30")
        outlook = look(desk.proceedings)
        assert f"The meeting is {word.lower()} until 14:30." in in_words(outlook)
        suspended = glance(outlook)["suspended"]
        assert (suspended["kind"], suspended["resumes"]) == (desk.meeting.suspension.kind, "14:30")


async def test_nothing_typed_is_no_hour(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("v", "2")
        await desk.type("")
        await desk.shows("▬ SUSPENDED", "Nobody has the floor", "“The meeting is suspended.”")
        assert desk.meeting.suspension is not None
        assert desk.meeting.suspension.resumes is None


async def test_e_ends_an_interlude(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("n", "f", "1")
        await desk.shows("≡ INTERLUDE")
        await desk.press("e")
        await desk.until(lambda: not desk.meeting.interlude)
        assert desk.recorded_kinds[-1] == "interlude_ended"


async def limiting(desk: DeskAtWork, typed: str) -> None:
    """Set a limit by its business."""
    await desk.press("n", "M")
    await desk.type(typed)


async def test_an_entry_and_an_address_have_limits_of_their_own(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", size=(120, 40)) as desk:
        await limiting(desk, "3:00")
        await desk.shows("A limit of 3:00: for what?", "3 for Brazil alone", "4 for Rapporteur")
        await desk.keys("3")
        await desk.shows("Brazil (limit 3:00)")
        await desk.press("space")
        assert desk.floor.limit == 180_000
        await limiting(desk, "10:00")
        await desk.keys("3")
        await desk.until(lambda: desk.meeting.address_limits == {"consultation": 600})


async def test_a_limit_is_proposed_by_which_the_list_fits(tmp_path: Path) -> None:
    codes = [item.code for item in real_plan().delegations][:32]
    async with at_desk(tmp_path, *codes) as desk:
        await desk.later(30 * 60)
        await desk.shows("limit 1:30 fits all by 12:30")
        await desk.press("n", "M")
        await desk.shows("limit 1:30 would fit the list before 12:30")
