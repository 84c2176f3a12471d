"""Another language at the desk: at once, on every screen, with all that was typed kept."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import at_desk
from tipfloor.words import speak


@pytest.fixture(autouse=True)
def _english_again() -> object:
    yield
    speak("en")


async def test_ctrl_l_changes_everything_on_screen_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("a")
        await desk.press(*"jam")
        before = desk.app.screen
        await desk.press("ctrl+l")
        await desk.shows("español (es)")
        assert desk.app.screen is before
        assert "jam" in desk.screen
