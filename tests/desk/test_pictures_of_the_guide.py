"""The pictures of the guide are those that the program makes."""

import pytest

from docs import pictures

STALE = "run: python -m docs.pictures"


@pytest.mark.parametrize("name", pictures.SCENES)
async def test_a_picture_is_what_the_program_shows(name: str) -> None:
    kept = pictures.FOLDER / f"{name}.svg"
    assert await pictures.picture(name) == kept.read_text("utf-8"), STALE


@pytest.mark.parametrize("name", pictures.TOLD)
def test_what_a_command_says_is_what_the_guide_has(name: str) -> None:
    guide = pictures.GUIDE.read_text("utf-8")
    assert pictures.told(name) == pictures.marked(guide, name)["between"], STALE


def test_the_guide_shows_every_picture_and_no_other() -> None:
    guide = pictures.GUIDE.read_text("utf-8")
    kept = {path.stem for path in pictures.FOLDER.glob("*.svg")}
    assert kept == set(pictures.SCENES)
    assert [name for name in kept if f"(pictures/{name}.svg)" not in guide] == []
    assert "@font-face" not in "".join(p.read_text("utf-8") for p in pictures.FOLDER.glob("*.svg"))
