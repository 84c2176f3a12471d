"""No screen and no file of a whole rehearsal shows a name that is withheld (PRACTICE section 6)."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.desk.desk_at_work import DeskAtWork, at_desk, desk_on
from tests.desk.looking import LOOKS
from tests.desk.test_every_key import by_palette
from tests.hall.hall_at_work import hall_on
from tests.helpers.commands import READINGS
from tests.helpers.hand_clock import HandClock
from tipfloor.cli import main
from tipfloor.desk.question import Statistics
from tipfloor.export import Scope, export
from tipfloor.export.log import log_text
from tipfloor.forms import FORMS
from tipfloor.hall.openapi import document
from tipfloor.hall.page import PAGES
from tipfloor.proceedings import Proceedings
from tipfloor.store import Person
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import languages
from tipfloor.words.people import shown_as

ROOT = Path(__file__).parents[2]
SIZES = [(80, 24), (160, 45)]


@pytest.fixture(scope="module")
def record(whole_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of a whole rehearsal, with people of every kind of consent."""
    return Path(shutil.copy(whole_record, tmp_path_factory.mktemp("withheld")))


@pytest.fixture(scope="module")
def rehearsed(record: Path) -> Iterator[Proceedings]:
    with closing(Proceedings(SqliteStore(record, read_only=True))) as proceedings:
        yield proceedings


@pytest.fixture(scope="module")
def people(rehearsed: Proceedings) -> list[Person]:
    found = list(rehearsed.people.values())
    assert {person.shown for person in found} == {"full_name", "office", "delegation_only"}
    return found


def withheld(people: list[Person]) -> list[str]:
    """Return every part of a name that nobody may read, first names and surnames apart."""
    hidden = [person for person in people if person.name not in shown_as(person)]
    assert len(hidden) == 4
    return [part for person in hidden for part in person.name.replace("-", " ").split()]


def agreed(people: list[Person]) -> str:
    """Return the one name that may be read, by which it is seen that the search finds any."""
    (name,) = [person.name for person in people if person.name in shown_as(person)]
    return name


def found_in(text: str, people: list[Person]) -> list[str]:
    lowered = text.casefold()
    return [part for part in withheld(people) if part.casefold() in lowered]


def read(data: bytes) -> str:
    """Return all that can be read in a file: its parts unzipped, the text of its pages."""
    if data.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "\n".join(
                parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
            )
    return data.decode("utf-8-sig")


@pytest.mark.parametrize("internal", [False, True], ids=["public", "internal"])
@pytest.mark.parametrize("form", FORMS)
def test_no_file_has_a_withheld_name(
    rehearsed: Proceedings, people: list[Person], form: Any, internal: bool
) -> None:
    text = read(export(rehearsed, form, Scope(internal=internal)))
    assert found_in(text, people) == []
    assert agreed(people) in " ".join(text.split())


@pytest.mark.parametrize("language", languages())
def test_nor_in_any_language(rehearsed: Proceedings, people: list[Person], language: Any) -> None:
    text = read(export(rehearsed, "text", Scope(internal=True, language=language)))
    assert found_in(text, people) == []


@pytest.mark.parametrize("command", READINGS, ids=" ".join)
def test_no_command_says_a_withheld_name(
    record: Path, people: list[Person], capfd: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert main([*command, "--record", str(record)]) == 0
    said = "".join(capfd.readouterr())
    assert said
    assert found_in(said, people) == []


def test_the_log_as_it_is_read_has_none(rehearsed: Proceedings, people: list[Person]) -> None:
    assert found_in(log_text(rehearsed), people) == []


PATHS = [path for path, way in document()["paths"].items() if "get" in way and "events" not in path]


@pytest.mark.parametrize("language", languages())
def test_no_page_and_no_answer_of_the_hall_has_one(
    record: Path, people: list[Person], language: str
) -> None:
    with hall_on(record) as hall:
        asked = [
            *PATHS,
            "/api/openapi.json",
            "/",
            *(f"/{name}" for name in PAGES if name != "index"),
        ]
        told = [hall.ask(f"{path}?lang={language}")[2].decode() for path in asked]
        with hall.listening(language) as line:
            told.append(json.dumps(line.next(), ensure_ascii=False))
    assert found_in("\n".join(told), people) == []
    assert agreed(people) in "".join(told)


async def looked_at(desk: DeskAtWork) -> str:
    """Return every screen of a desk, one below the other."""
    screens = [desk.screen]
    for view, key in LOOKS.items():
        await desk.press(key)
        await desk.until(lambda: desk.dialog)
        await desk.pilot.pause()
        screens.append(desk.screen)
        if view is Statistics:
            for view in "dtsy":
                await desk.keys(view)
                screens.append(desk.screen)
        await desk.keys("escape")
        await desk.until(lambda: not desk.dialog)
    await desk.press("slash")
    for typed in ("", "named", "spoke"):
        await desk.keys(*typed)
        screens.append(await desk.shows("Find in the log"))
        await desk.keys("ctrl+u")
    await desk.keys("escape")
    await desk.until(lambda: not desk.dialog)
    await by_palette(desk, "show, hide or forget a person")
    screens.append(await desk.shows("Which person?"))
    await desk.keys("escape")
    return "\n".join(screens)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x45"])
async def test_no_screen_of_the_rehearsal_has_a_withheld_name(
    record: Path, people: list[Person], size: tuple[int, int]
) -> None:
    async with desk_on(record, HandClock(), size=size) as desk:
        screens = await looked_at(desk)
    assert found_in(screens, people) == []
    assert agreed(people) in screens


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x45"])
async def test_no_screen_has_one_while_its_bearer_has_the_floor(
    tmp_path: Path, people: list[Person], size: tuple[int, int]
) -> None:
    screens = {}
    async with at_desk(tmp_path, "BRA", size=size) as desk:
        await desk.press("space")
        for person in people:
            desk.keep_person(person._replace(delegation="BRA"))
        for person in people:
            desk.told("name_speaker", person=person.id)
            screens[person.id] = await looked_at(desk)
    everything = "\n".join(screens.values())
    assert found_in(everything, people) == []
    (shown,) = [person for person in people if person.name == agreed(people)]
    assert shown.name in screens[shown.id]
