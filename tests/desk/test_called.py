"""The words by which people look for a deed in the palette and in the help."""

import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.desk_at_work import at_desk
from tipfloor.core.leading.next_steps import FINDERS
from tipfloor.core.leading.ways_out import WAYS_OUT
from tipfloor.desk.called import called, found
from tipfloor.desk.deeds.directory import DEEDS
from tipfloor.desk.screens.offering import offered
from tipfloor.words import speak


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


WORDS = {
    "export": "export",
    "pdf": "export",
    "word": "export",
    "excel": "export",
    "minutes": "export",
    "save": "export",
    "print": "export",
    "lunch": "suspend",
    "coffee": "suspend",
    "reply": "right_of_reply",
    "joint": "joint_statement",
    "behalf": "joint_statement",
    "late": "check_in",
    "arrive": "check_in",
    "quorum": "check_in",
    "remote": "refuse",
    "powerpoint": "slides",
    "language": "language",
    "español": "language",
    "list": "inscribe",
    "speaker": "inscribe",
    "bell": "sound",
    "sound": "sound",
    "chair": "presiding",
    "light": "theme",
    "ruling": "point",
    "ballot": "elect_by_vote",
    "candidate": "nominate",
    "film": "interlude",
    "stream": "outage",
    "night": "adjourn",
    "agenda": "adopt_document",
    "observer": "admit",
    "mistake": "undo",
    "search": "find",
    "right of reply": "right_of_reply",
    "who spoke": "statistics",
    "write": "export",
    "start late": "back_date",
    "overtime": "discreet",
    "interpreter": "pause",
    "microphone": "pause",
    "typo": "correct",
    "wrong speaker": "correct",
    "restart clock": "restart",
    "timer": "timekeeper",
    "csv": "export",
    "objection": "reserve_on_document",
    "erase name": "change_person",
    "spanish": "language",
    "chairperson": "presiding",
    "schedule": "times",
    "agenda item": "adopt_document",
    "photo": "interlude",
    "zoom": "refuse",
    "yield": "cede",
    "absent": "absent",
    "written statement": "in_writing",
    "prepared list": "load_list",
    "quit": "quit_desk",
}
"""What is typed, and the deed that comes first."""

IN_OTHERS = {
    "es": {
        "llegada tarde": "check_in",
        "cuórum": "check_in",
        "réplica": "right_of_reply",
        "declaración conjunta": "joint_statement",
        "diapositivas": "slides",
        "almuerzo": "suspend",
        "minuto de silencio": "interlude",
        "guardar": "export",
        "acta": "export",
        "informe": "export",
        "idioma": "language",
        "corregir": "correct",
        "ausente": "absent",
        "moción de orden": "point",
        "votación": "elect_by_vote",
        "deshacer": "undo",
    },
    "pt": {
        "atrasado": "check_in",
        "direito de resposta": "right_of_reply",
        "conjunta": "joint_statement",
        "almoço": "suspend",
        "ata": "export",
        "imprimir": "export",
        "idioma": "language",
        "corrigir": "correct",
        "questão de ordem": "point",
        "cronômetro": "timekeeper",
    },
    "fr": {
        "retard": "check_in",
        "droit de réponse": "right_of_reply",
        "déclaration conjointe": "joint_statement",
        "déjeuner": "suspend",
        "procès-verbal": "export",
        "imprimer": "export",
        "langue": "language",
        "corriger": "correct",
        "motion d'ordre": "point",
        "annuler": "undo",
    },
}
"""The same in other languages."""


@pytest.mark.parametrize("typed", WORDS)
def test_the_right_deed_is_the_first(typed: str) -> None:
    assert found(typed, map(called, offered()))[0] == WORDS[typed]


@pytest.mark.parametrize("language", IN_OTHERS)
def test_the_right_deed_is_the_first_in_each_language(language: str) -> None:
    speak(language)
    every = list(map(called, offered()))
    first = {typed: (found(typed, every) or [""])[0] for typed in IN_OTHERS[language]}
    assert first == IN_OTHERS[language]


def test_words_of_which_only_some_are_known_find_what_these_mean() -> None:
    every = list(map(called, offered()))
    assert found("xyzzy quorum", every)[0] == "check_in"
    assert found("the minute of silence please", every)[0] == "interlude"


def test_what_nobody_calls_anything_is_not_found() -> None:
    assert found("xyzzy", map(called, offered())) == []


async def test_the_palette_begins_with_what_is_likely_now(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", size=(80, 40)) as desk:
        await desk.press("ctrl+p")
        await desk.shows("Next (space)", "Call (c)")
        assert desk.screen.index("Next (space)") < desk.screen.index("Call (c)")
        await desk.keys(*"lunch")
        await desk.shows("Suspend (v)")


async def test_the_help_is_narrowed_by_what_is_typed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("question_mark")
        await desk.keys(*"behalf")
        screen = await desk.shows("Keys  behalf", "speaks on behalf of others too")
        assert "Stop the clock" not in screen
        await desk.keys("backspace", "x")
        await desk.shows("Nothing is called that.")
        await desk.keys("escape")
        await desk.shows("─ The floor ─")


ENGLISH = Path(__file__).parents[2] / "tipfloor" / "words" / "en"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", WAYS_OUT)
def test_a_way_out_is_told_in_words_and_by_a_deed(code: str) -> None:
    leading = tomllib.loads((ENGLISH / "leading.toml").read_text("utf-8"))
    refusals = tomllib.loads((ENGLISH / "refusals.toml").read_text("utf-8"))
    assert fields(leading.get(f"out_{code}", "")) <= fields(refusals[code])
    assert set(WAYS_OUT[code]) <= DEEDS.keys()
    for name in WAYS_OUT[code]:
        assert name in FINDERS or f"now_{name}" in leading


async def test_refusals_name_the_key_that_leads_on(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        desk.told("go_to_moment", moment="introductory_session", reason="a test")
        desk.told("inscribe", delegation="USA")
        await desk.press("space")
        await desk.until(lambda: "Not open yet: ] opens the" in desk.notices)
        await desk.press("right_square_bracket")
        await desk.press("space")
        await desk.press("space")
        said = "The United States has the floor: e when the United States has ended."
        await desk.until(lambda: said in desk.notices)
        await desk.press("e")
        await desk.press("e")
        await desk.until(lambda: "Nobody has the floor: a inscribes" in desk.notices)
        desk.told("suspend")
        await desk.press("space")
        await desk.until(lambda: "suspended: v resumes the meeting." in desk.notices)
