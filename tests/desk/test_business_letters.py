"""The business of the moments: a letter of its own for each, the same in every moment."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import at_desk, real_plan
from tipfloor.desk.deeds.registry import OFFERED, business_of, can_be_done
from tipfloor.desk.screens.asking_choice import AskingChoice
from tipfloor.words import say


def test_no_two_businesses_share_a_letter() -> None:
    letters = [item.letter for item in OFFERED.values()]
    assert len(set(letters)) == len(letters)
    assert all(len(letter) == 1 and letter.isascii() and letter.isalpha() for letter in letters)


@pytest.mark.parametrize("moment", [item.code for item in real_plan().moments])
async def test_the_menu_shows_the_letters(moment: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None, size=(120, 60)) as desk:
        if desk.meeting.moment != moment:
            desk.told("go_to_moment", moment=moment, reason="a test")
        await desk.press("n")
        await desk.until(lambda: isinstance(desk.app.screen, AskingChoice))
        for item in business_of(desk.meeting):
            if can_be_done(item, desk.meeting, desk.clock.now()):
                await desk.shows(f" {item.letter} {say(f'keys.{item.name}')}")
                await desk.press("down")


@pytest.mark.parametrize(
    ("letter", "why"),
    [
        ("o", "Nobody is checked in yet. n i"),
        ("c", "Nobody is nominated as Chair of the"),
        ("R", "Nobody is elected Chair of the"),
        ("O", "No document is in that state now."),
    ],
)
async def test_the_letter_of_what_cannot_be_done_says_why(
    letter: str, why: str, tmp_path: Path
) -> None:
    async with at_desk(tmp_path, session=None, size=(160, 60)) as desk:
        desk.told("go_to_moment", moment="election_of_authorities", reason="a test")
        await desk.press("n")
        await desk.until(lambda: isinstance(desk.app.screen, AskingChoice))
        name = next(item.name for item in OFFERED.values() if item.letter == letter)
        assert f" {letter} {say(f'keys.{name}')}" not in desk.screen
        await desk.keys(letter)
        await desk.shows(f"✗ {why}")
        assert not desk.dialog
