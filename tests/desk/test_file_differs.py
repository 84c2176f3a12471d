"""A meeting file that differs from the record: what differs, and a question."""

from pathlib import Path

from tests.desk.desk_at_work import convened, desk_on, ruled
from tipfloor.core.plan.plan import Plan
from tipfloor.desk.filed import Filed
from tipfloor.meetingfile import differences


async def differing(folder: Path, **rules: object):  # type: ignore[no-untyped-def]
    record, clock = convened(folder)
    filed = ruled(**rules)

    def compared(recorded: Plan) -> Filed:
        return Filed(filed, differences(recorded, filed))

    return desk_on(record, clock, waiting=["BRA"], filed=compared)


async def test_keeping_the_recorded_plan(tmp_path: Path) -> None:
    async with await differing(tmp_path, limit_seconds=90) as desk:
        await desk.shows("The meeting file differs from the record.", "limit_seconds", "90")
        await desk.keys("1")
        await desk.until(lambda: not desk.dialog)
        assert desk.meeting.plan.rules.limit_seconds == 120
        assert "plan_adopted" not in desk.kinds


async def test_adopting_the_change(tmp_path: Path) -> None:
    async with await differing(tmp_path, limit_seconds=90) as desk:
        await desk.shows("The meeting file differs from the record.")
        await desk.keys("2")
        await desk.shows("The changed meeting file was a", "one minute and 30 seconds")
        await desk.press("space")
        assert desk.floor.limit == 90_000


async def test_escape_keeps_the_recorded_plan(tmp_path: Path) -> None:
    async with await differing(tmp_path, limit_seconds=90) as desk:
        await desk.shows("The meeting file differs from the record.")
        await desk.keys("escape")
        assert "plan_adopted" not in desk.kinds


async def test_many_differences_leave_room_for_the_answers(tmp_path: Path) -> None:
    changed = {
        "limit_seconds": 90,
        "turns_per_session": 2,
        "extension_seconds": 30,
        "changeover_seconds": 5,
        "remind_after_seconds": 10,
        "bell": True,
    }
    async with await differing(tmp_path, **changed) as desk:
        screen = await desk.shows(
            "… and 2 more differences", "1 keep the recorded plan", "2 adopt the change"
        )
        assert "│ its key, or enter" in screen
        assert "╭─ The floor" in screen


async def test_the_same_file_asks_nothing(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    asked: list[Plan] = []

    def compared(recorded: Plan) -> Filed:
        asked.append(recorded)
        return Filed(ruled(), differences(recorded, ruled()))

    async with desk_on(record, clock, filed=compared) as desk:
        await desk.until(lambda: asked == [ruled()])
        await desk.press("a")
        await desk.shows("Inscribe on the list of speakers")


async def test_a_notice_from_the_opening_stays(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    async with desk_on(record, clock, notice="The meeting file has faults.") as desk:
        await desk.shows("▷ The meeting file has faults.")
