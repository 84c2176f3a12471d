"""The command palette beside keys that come faster than it can be left."""

from pathlib import Path

import pytest
from textual.command import CommandList

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tests.desk.keyboard import burst
from tipfloor.desk.screens.palette import Palette


async def found(desk: DeskAtWork, name: str) -> None:
    """Open the palette and type until it offers a deed alone."""
    await desk.keys("ctrl+p", *name)
    options = desk.app.screen.query_one(CommandList)
    await desk.until(lambda: options.option_count == 1 and options.get_option_at_index(0).id)


@pytest.mark.parametrize("behind", [("enter",), ("enter", "enter"), ("escape", "enter")])
async def test_what_is_chosen_is_done_once_whatever_is_pressed_behind(
    behind: tuple[str, ...], tmp_path: Path
) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        before = len(desk.kinds)
        await found(desk, "webcast outage")
        await burst(desk.app, "enter", *behind)
        await desk.until(lambda: desk.app.is_running and not desk.dialog)
        await desk.saved()
        assert desk.kinds[before:] == ["outage_began"]


async def test_an_enter_waits_until_what_was_typed_is_offered(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        before = len(desk.kinds)
        await burst(desk.app, "ctrl+p", *"webcast outage", "enter")
        await desk.until(lambda: len(desk.kinds) > before)
        assert desk.kinds[before:] == ["outage_began"]


async def test_what_is_looked_for_once_the_palette_was_left_ends_no_desk(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.keys("ctrl+p")
        palette = desk.app.screen
        assert isinstance(palette, Palette)
        await desk.until(lambda: palette.hears("x"))
        await palette.query_one(CommandList).remove()
        worker = palette._gather_commands("chile")
        await desk.until(lambda: worker.is_finished)
        await desk.keys("escape", "space")
        await desk.until(lambda: not desk.dialog)
        assert desk.app.is_running
