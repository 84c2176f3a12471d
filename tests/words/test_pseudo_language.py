"""A pseudo-language through every file, screen and question: nothing is plain English, or cut.

What is left in English was glued together in code, or never was in a catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from textual.app import App

from tests.desk.desk_at_work import SMALLEST
from tests.desk.test_questions_in_languages import asked, at_home, cut, folder_with_a_list
from tests.desk.test_screens_in_languages import pages
from tests.export.reading import text_of
from tests.helpers.pseudo import CODE, pseudo_meeting, pseudo_words
from tests.helpers.questions import question_at, ways_of
from tipfloor.core.ground.event import encode
from tipfloor.export import Scope, export
from tipfloor.forms import FORMS
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings
from tipfloor.rehearsal import rehearse
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import lacking_on_screens, languages, speak
from tipfloor.words.catalogues import VARIABLE

ROOT = Path(__file__).parents[2]

READ = [form for form in FORMS if form in ("text", "html", "docx", "pdf", "xlsx")]
"""The forms that people read; those for machines keep codes as codes."""

WORD = re.compile(r"(?<![\w^.=;/-])[A-Za-z]?[a-z]{3,}(?![\w.=+/-])")
"""A word in plain letters that belongs to no address, figure or seal."""

SPARED = {
    *("enter", "escape", "space", "ctrl", "none", "tipfloor", "Table", "True", "False", "tell"),
    *("English", "español", "français", "português", "qps"),
    *("iii", "vii", "viii", "film", "test"),
}
"""Keys, the program, words of Typst and of spreadsheets, own names of languages, numerals, and what
the phases are told with."""


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proceedings]:
    """The whole meeting, with every text in the pseudo-language too, which there are words for."""
    folder = tmp_path_factory.mktemp("pseudo")
    pseudo_words(folder / "words")
    pseudo_meeting(ROOT / "sessions.toml", folder / "sessions.toml")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(VARIABLE, str(folder / "words"))
        patched.chdir(folder_with_a_list(folder))
        languages.cache_clear()
        assert rehearse(read_plan(folder / "sessions.toml"), folder / "whole.tipfloor")
        with closing(SqliteStore(folder / "whole.tipfloor", read_only=True)) as store:
            yield Proceedings(store)
    languages.cache_clear()


@pytest.fixture(autouse=True)
def _spoken(rehearsed: Proceedings) -> Iterator[None]:
    speak(CODE)
    yield
    speak("en")


@pytest.fixture(scope="module")
def given(rehearsed: Proceedings) -> set[str]:
    """The words that nobody translates: those that were typed, and names of persons."""
    typed = (encode(event) for _, event, _ in rehearsed.history[1:])
    people = (f"{person.name} {person.office}" for person in rehearsed.people.values())
    return set(re.findall(r"[A-Za-z]{3,}", " ".join([*typed, *people]))) | SPARED


def test_the_pseudo_language_is_whole() -> None:
    assert lacking_on_screens(CODE) == []


@pytest.mark.parametrize("form", READ)
def test_no_file_has_plain_english(rehearsed: Proceedings, given: set[str], form: str) -> None:
    told = text_of(form, export(rehearsed, form, Scope(internal=True, language=CODE)))
    assert left(told, given) == set()


async def test_no_screen_has_plain_english(
    rehearsed: Proceedings, given: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for page in await pages(tmp_path, rehearsed.meeting.plan):
        _, _, screen = page.partition("\n")
        assert left(screen, given) == set(), page


async def test_no_question_has_plain_english_or_is_cut(
    rehearsed: Proceedings,
    whole_meeting: Proceedings,
    given: set[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    app: App[None] = App()
    async with app.run_test(size=SMALLEST) as pilot:
        for way in ways_of(rehearsed, whole_meeting, tmp_path_factory):
            question = at_home(question_at(way))
            shown = await asked(pilot, question)
            assert left(shown, given) == set(), shown
            assert cut(app, question, shown) == [], shown


def left(text: str, given: set[str]) -> set[str]:
    """Return the words of a text in plain letters that nobody typed."""
    return set(WORD.findall(text)) - given
