"""The desk in every phase of the floor in every moment, small and large, kept as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.core.leading.test_next_steps import Whole
from tests.desk.desk_at_work import SMALLEST, at_desk, real_plan
from tests.desk.golden import check_golden
from tests.desk.screen_text import screen_text
from tipfloor.core.ground.instant import Phase
from tipfloor.core.plan.plan import MomentPlan
from tipfloor.standing.outlook import Outlook

LARGE = (160, 45)
BESIDE_THE_LIST = 43
"""Cells of the chair's words at the smallest size."""

Steps = Callable[[Whole], object]


def called(desk: Whole) -> None:
    desk.tell("call")


def speaking(desk: Whole) -> None:
    desk.tell("give_floor")
    desk.clock.advance(45_000)


def paused(desk: Whole) -> None:
    desk.tell("pause", reason="microphone")
    desk.clock.advance(5_000)


def warning(desk: Whole) -> None:
    desk.tell("resume")
    desk.clock.advance(50_000)


def last_seconds(desk: Whole) -> None:
    desk.clock.advance(18_000)


def over_time(desk: Whole) -> None:
    desk.clock.advance(20_000)
    desk.proceedings.keep_time()


def suspended(desk: Whole) -> None:
    desk.tell("end_remark")
    desk.tell("suspend")
    desk.clock.advance(60_000)


def interlude(desk: Whole) -> None:
    desk.tell("resume_meeting")
    desk.tell("begin_interlude", what="film")
    desk.clock.advance(30_000)


def planned(desk: Whole) -> None:
    desk.tell("begin_address", address="consultation")
    desk.clock.advance(1_000_000)


def closed(desk: Whole) -> None:
    desk.tell("end_remark")
    desk.tell("close_meeting", insist=True, reason="a test")
    desk.clock.advance(5_000)


def names_wait(desk: Whole) -> None:
    for code in ("USA", "CHL", "ATG", "BHS"):
        desk.tell("inscribe", delegation=code)


IN_ORDER: dict[Phase, Steps] = {
    Phase.FREE: names_wait,
    Phase.CALLED: called,
    Phase.SPEAKING: speaking,
    Phase.PAUSED: paused,
    Phase.WARNING: warning,
    Phase.LAST_SECONDS: last_seconds,
    Phase.OVER_TIME: over_time,
    Phase.SUSPENDED: suspended,
    Phase.INTERLUDE: interlude,
    Phase.PLANNED: planned,
    Phase.CLOSED: closed,
}
"""Each phase, reached from the one before it."""


def looks(folder: Path, moment: MomentPlan) -> Iterator[tuple[str, Outlook]]:
    """Yield the moment as it begins, then in each phase: a name and what is to be seen."""
    with closing(Whole.at(folder, moment.code)) as desk:
        yield "begun", look(desk)
        if sessions := real_plan().sessions_of(moment.code):
            desk.tell("open_session", session=sessions[0].code)
        for phase, steps in IN_ORDER.items():
            steps(desk)
            seen = look(desk)
            assert seen.phase is phase
            yield str(phase), seen


def look(desk: Whole) -> Outlook:
    return Outlook(*desk.now(), tuple(desk.proceedings.history), {})


@pytest.mark.parametrize("moment", real_plan().moments, ids=lambda moment: str(moment.code))
async def test_in_each_phase_of_each_moment(
    moment: MomentPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert IN_ORDER.keys() == set(Phase)
    whole = tmp_path / "whole"
    whole.mkdir()
    seen = list(looks(whole, moment))
    monkeypatch.chdir(tmp_path)  # the screen names the record without the folder of this run
    async with at_desk(Path(), session=None) as desk:
        for size in (SMALLEST, LARGE):
            await desk.pilot.resize_terminal(*size)
            shown = []
            for name, outlook in seen:
                desk.app.desk.outlook = outlook
                screen = screen_text(desk.app)
                if size == SMALLEST:
                    assert "…" not in chair_says(screen), name
                shown.append(f"=== {name}\n{screen}")
            check_golden(f"in_{moment.code}_{size[0]}x{size[1]}", "\n".join(shown))


def chair_says(screen: str) -> str:
    """Return what the chair can say as the smallest screen has it."""
    said = screen.partition("\n Chair:")[2].partition("\n╭─ Record")[0]
    return "\n".join(line[:BESIDE_THE_LIST] for line in said.split("\n"))
