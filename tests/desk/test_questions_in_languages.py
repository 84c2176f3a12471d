"""Every question of the desk in every language at 80x24: nothing of it is cut, and kept as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.app import App
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.desk.desk_at_work import SMALLEST
from tests.desk.golden import check_golden
from tests.desk.screen_text import screen_text, wait_until
from tests.helpers.questions import TEXTS, Way, question_at, ways_of
from tipfloor.desk.screens.of_question import asking
from tipfloor.proceedings import Proceedings
from tipfloor.words import languages, say, speak

ASTRAY = re.compile(r"│ *[:;?!»%]")
"""A line that begins with a sign which belongs to the word before it."""


def folder_with_a_list(folder: Path) -> Path:
    """Put a prepared list into a folder, by the name that is typed for one."""
    (folder / TEXTS[0]).write_text("delegation\nMEX\nGUY\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def ways(
    whole_meeting: Proceedings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sequence[Way]]:
    """Every question that comes up in a whole rehearsal."""
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder_with_a_list(tmp_path_factory.mktemp("questions")))
        yield ways_of(whole_meeting, whole_meeting, tmp_path_factory)


@pytest.fixture(autouse=True)
def _english_again() -> object:
    yield
    speak("en")


@pytest.mark.parametrize("language", languages())
async def test_nothing_of_a_question_is_cut(ways: Sequence[Way], language: str) -> None:
    speak(language)
    kept: list[str] = []
    lost: list[str] = []
    app: App[None] = App()  # on an empty screen: a desk below each would be painted with it
    async with app.run_test(size=SMALLEST) as pilot:
        for way in ways:
            question = at_home(question_at(way))
            shown = await asked(pilot, question)
            kept.append(shown)
            lost += cut(app, question, shown)
    assert not lost, "\n".join(lost)
    assert [line for shown in kept for line in shown.splitlines() if ASTRAY.match(line)] == []
    check_golden(f"questions_{language}", "\n\n".join(kept))


def at_home(question: Any) -> Any:
    """Return a question without the folder of this run."""
    if getattr(getattr(question, "title", None), "key", "") == "ask.export_path":
        return replace(question, title=say("ask.export_path", folder="/var/files"))
    return question


async def asked(pilot: Pilot[None], question: Any) -> str:
    """Ask a question in place of the one before, and return it as it is shown."""
    app = pilot.app
    await (app.switch_screen if app.screen_stack[1:] else app.push_screen)(asking(question))
    await wait_until(pilot, lambda: app.screen.focused)
    await pilot.pause(0)
    boxes = app.screen.query("#question")
    region = boxes.first().region if boxes else app.screen.region
    lines = screen_text(app).splitlines()[region.y : region.bottom]
    return "\n".join(line.rstrip() for line in lines)


def cut(app: App[None], question: Any, shown: str) -> list[str]:
    """Return the words of a question that are not all to be read, however its lines are broken."""
    read = one_line(" ".join(line.strip("│╭╮╰╯─ ") for line in shown.splitlines()))
    title = getattr(question, "title", "")[1:]  # its first letter may be made a capital
    told = [title, getattr(question, "hint", "")]
    answers = [words for _, words in getattr(question, "answers", ())]
    for choices in app.screen.query(OptionList) if answers else ():
        room = choices.scrollable_content_region.width
        prompts = [Content(str(option.prompt)) for option in choices.options]
        assert all(line.cell_length <= room for prompt in prompts for line in prompt.split("\n"))
        read += one_line(" ".join(prompt.plain for prompt in prompts))
    return [words for words in (*told, *answers) if one_line(words) not in read]


def one_line(words: str) -> str:
    return " ".join(words.split())
