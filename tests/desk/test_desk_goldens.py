"""The desk as people read it, kept as text and compared character by character."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.desk.desk_at_work import SMALLEST, DeskAtWork, at_desk
from tests.desk.golden import WRITE, check_golden, check_painted

WAITING = ("BRA", "CHL", "DOM", "DMA", "KNA", "URY")
Steps = Callable[[DeskAtWork], Awaitable[object]]

STATES: dict[str, Steps] = {}


def state(function: Steps) -> Steps:
    STATES[function.__name__] = function
    return function


@state
async def waiting(desk: DeskAtWork) -> None:
    await desk.inscribe("jam for atg bhs")
    await desk.shows("7 JAM")


@state
async def speaking(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(33)
    await desk.shows("● SPEAKING", "11:00:33")


@state
async def warning(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(95)
    await desk.shows("▲ LAST 30")


@state
async def last_seconds(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(113)
    await desk.shows("◆ LAST 10")


@state
async def over_time(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(131)
    await desk.shows("■ TIME IS UP")


@state
async def paused(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(40)
    await desk.press("p", "3")
    await desk.later(75)
    await desk.shows("1:15")


@state
async def suspended(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(40)
    await desk.press("v")
    await desk.keys("1")
    await desk.shows("▬ SUSPENDED")


@state
async def refused(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(40)
    await desk.press("s")
    await desk.type("kna")
    await desk.shows("✗ Slides refused to Saint Kitts")


@state
async def inscription(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(12)
    await desk.keys("a", *"chl domini xyz")
    await desk.shows("“domini” may mean several", "called “xyz”", "CHL CL")


@state
async def out_of_order(desk: DeskAtWork) -> None:
    await desk.press("down", "down", "enter")
    await desk.shows("Out of order")


@state
async def help(desk: DeskAtWork) -> None:
    await desk.press("question_mark")
    await desk.shows("Keys")


@state
async def palette(desk: DeskAtWork) -> None:
    await desk.press("ctrl+p")
    await desk.keys(*"back")
    await desk.shows("Back-date (b)")


async def kept(name: str, steps: Steps, desk: DeskAtWork) -> None:
    """Bring a desk to a state, and compare its screen once all of it is painted."""
    await steps(desk)
    await check_painted(name, desk, patience=3)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name the record without the folder of this run."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", STATES)
async def test_at_80x24(name: str) -> None:
    async with at_desk(Path(), *WAITING) as desk:
        await kept(f"desk_{name}_80x24", STATES[name], desk)


@pytest.mark.parametrize("name", ["speaking", "over_time"])
@pytest.mark.parametrize("size", [(120, 35), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_with_more_room(name: str, size: tuple[int, int]) -> None:
    async with at_desk(Path(), *WAITING, size=size) as desk:
        await kept(f"desk_{name}_{size[0]}x{size[1]}", STATES[name], desk)


async def test_before_the_first_session() -> None:
    async with at_desk(Path(), session=None) as desk:
        check_golden("desk_idle_80x24", desk.screen)


async def test_a_difference_of_one_character_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(WRITE, raising=False)
    async with at_desk(Path(), session=None, size=SMALLEST) as desk:
        with pytest.raises(AssertionError):
            check_golden("desk_idle_80x24", desk.screen.replace("FLOOR FREE", "FLOOR FRED"))
