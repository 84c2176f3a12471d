"""The desk, the timekeeper and every view in every language at 80x24, kept as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk.desk_at_work import DeskAtWork, at_desk, real_plan
from tests.desk.golden import check_golden
from tests.desk.looking import LOOKS
from tests.desk.test_goldens_of_situations import looks
from tipfloor.core.plan.plan import Plan
from tipfloor.standing.outlook import Outlook
from tipfloor.words import languages, speak
from tipfloor.words.shown import shown

PLENARY = "plenary_sessions"
"""The moment that is looked at in each phase of the floor."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Name the record without the folder of this run, and speak English again afterwards."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    speak("en")


@pytest.mark.parametrize("language", languages())
async def test_every_screen_in_a_language(language: str, here: Path) -> None:
    speak(language)
    check_golden(f"screens_{language}", "\n\n".join(await pages(here, real_plan())))


async def pages(folder: Path, plan: Plan) -> list[str]:
    """Return the desk and the timekeeper in every phase of the floor, and every other view."""
    moment = next(item for item in real_plan().moments if item.code == PLENARY)
    (folder / "whole").mkdir()
    seen = dict(looks(folder / "whole", moment))
    async with at_desk(Path(), "BRA", "CHL", "DOM", "KNA", plan=plan) as desk:
        seen = {name: of_plan(outlook, plan) for name, outlook in seen.items()}
        shots = [f"=== desk, {name}\n{as_of(desk, outlook)}" for name, outlook in seen.items()]
        desk.told("give_floor")
        for name, key in {"palette": "ctrl+p", "find": "slash", **named_looks()}.items():
            await desk.press(key)
            await desk.until(lambda: desk.dialog)
            await desk.pilot.pause()
            if name == "timekeeper":
                shots += [f"=== {name}, {at}\n{as_of(desk, look)}" for at, look in seen.items()]
            else:
                shots.append(f"=== {name}\n{desk.screen}")
            await desk.keys("escape")
            await desk.until(lambda: not desk.dialog)
    return shots


def named_looks() -> dict[str, str]:
    """Return the key of each view of the whole meeting, by its name."""
    return {view.__name__.lower(): key for view, key in LOOKS.items()}


def of_plan(outlook: Outlook, plan: Plan) -> Outlook:
    """Return an outlook in the language spoken, with the texts that a plan has in it."""
    return replace(outlook, meeting=shown(outlook.meeting.having(plan=plan)))


def as_of(desk: DeskAtWork, outlook: Outlook) -> str:
    """Return the screen on top as it shows an outlook."""
    desk.app.screen.outlook = outlook  # type: ignore[attr-defined]
    return desk.screen
