"""The README's ten minutes at the desk, followed word for word at a terminal."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from tests.whole.conftest import MEETING, Start
from tests.whole.terminal import Terminal

README = Path(__file__).parents[2] / "README.md"
FASTER = 24
"""Times the real clock, in place of the README's: the two minutes are five seconds."""

SPAN = re.compile(r"`([^`]+)`")
BETWEEN_PRESSES = 0.45
"""Seconds from which the same key is no second press."""

AFTER_A_KEY = 1.3
"""Seconds from which Enter is not the habit of answering."""


def _section() -> str:
    text = README.read_text("utf-8")
    found = re.search(r"## Ten minutes at the desk\n(.*?)\n## ", text, re.DOTALL)
    assert found
    return " ".join(found[1].split())


def go_on(desk: Terminal) -> None:
    while "Introductory session: General report" not in desk.text.splitlines()[1]:
        go_on_once(desk)


def go_on_once(desk: Terminal) -> None:
    before = desk.text.splitlines()[1]
    desk.press("]")
    desk.until(lambda: "Go on all the same?" in desk.text or before not in desk.text)
    if "Go on all the same?" in desk.text:
        desk.press("2")
    desk.until(lambda: before not in desk.text and "Go on all" not in desk.text)
    sleep(BETWEEN_PRESSES)


def go_back(desk: Terminal) -> None:
    desk.press("[")
    desk.shows("Go back: for what reason?")
    desk.press("escape")
    desk.until(lambda: "for what reason?" not in desk.text)


def inscribe(desk: Terminal) -> None:
    type_names(desk, "bra chl ury")
    desk.shows("BRA BR  Brazil", "CHL CL  Chile", "URY UY  Uruguay")
    desk.press("enter")
    desk.shows("3 waiting")


def take_back(desk: Terminal) -> None:
    sleep(AFTER_A_KEY)
    desk.press("u")
    desk.shows("Undo: ")
    desk.press("enter")
    desk.until(lambda: "waiting" not in desk.text or "0 waiting" in desk.text)
    inscribe(desk)


def two_states_of_one_name(desk: Terminal) -> None:
    type_names(desk, "dm do")
    desk.shows("Dominica", "Dominican Republic")
    desk.press("escape")


def joint(desk: Terminal) -> None:
    type_names(desk, "jam for atg bhs")
    desk.shows("Jamaica", "Antigua and Barbuda", "Bahamas")
    desk.press("escape")


def unclear(desk: Terminal) -> None:
    for typed in ("st", "dominican"):
        type_names(desk, typed)
        desk.shows("several")
        desk.press("enter")
        desk.shows("several")
        desk.press("escape")
        desk.until(lambda: "several" not in desk.text)


def type_names(desk: Terminal, typed: str) -> None:
    desk.until(lambda: "Inscribe on the list" not in desk.text)
    sleep(BETWEEN_PRESSES)
    desk.press("a")
    desk.shows("Inscribe on the list of speakers")
    desk.press(*typed)


def close_the_list(desk: Terminal) -> None:
    sleep(BETWEEN_PRESSES)
    desk.press("l")
    desk.shows("closed")


def add_for_a_reason(desk: Terminal) -> None:
    type_names(desk, "gtm")
    desk.shows("Guatemala")
    desk.press("enter")
    desk.shows("Add Guatemala all the same")
    desk.press(*"the chair agrees", "enter")
    desk.shows("4 waiting")


def open_the_list(desk: Terminal) -> None:
    sleep(BETWEEN_PRESSES)
    desk.press("l")
    desk.shows("Open the list again: for what reason?")
    desk.press(*"more time is left", "enter")
    desk.shows("open · 4 waiting")


def give(desk: Terminal) -> None:
    desk.shows("Chair:")
    sleep(BETWEEN_PRESSES)
    desk.press(" ")
    desk.shows("BRA  Brazil", "SPEAKING")


def give_again(desk: Terminal) -> None:
    sleep(BETWEEN_PRESSES)
    desk.press(" ")
    desk.shows("Brazil has the floor: ")


def the_two_minutes(desk: Terminal) -> None:
    desk.shows("▲ LAST 30")
    desk.shows("◆ LAST 10")
    desk.shows("■ TIME IS UP", "floor withdrawn at 2:00")


def they_stop(desk: Terminal) -> None:
    desk.press("e")
    desk.shows("FLOOR FREE", "Brazil stopped at +")


def call_the_next(desk: Terminal) -> None:
    desk.press(" ")
    desk.shows("CHL  Chile", "SPEAKING")


def end_before(desk: Terminal) -> None:
    sleep(BETWEEN_PRESSES)
    desk.press("e")
    desk.shows("FLOOR FREE", "Chile spoke")
    sleep(BETWEEN_PRESSES)
    desk.press(" ")
    desk.shows("URY  Uruguay", "SPEAKING")


def stop_the_clock(desk: Terminal) -> None:
    desk.press("p")
    desk.shows("PAUSED", "The clock stands. Why?")


def start_it(desk: Terminal) -> None:
    desk.press("3")
    desk.until(lambda: "Why?" not in desk.text)
    sleep(BETWEEN_PRESSES)
    desk.press("p")
    desk.until(lambda: "PAUSED" not in desk.text)


def point_of_order(desk: Terminal) -> None:
    desk.press("o")
    desk.shows("A point of order is raised by", "PAUSED")
    desk.press("escape")
    desk.until(lambda: "PAUSED" not in desk.text)
    sleep(BETWEEN_PRESSES)
    desk.press("o")
    desk.shows("A point of order is raised by")
    desk.press(*"mex", "enter")


def leave_the_ruling(desk: Terminal) -> None:
    desk.shows("Point of order of Mexico: the chair's ruling?")
    sleep(AFTER_A_KEY)
    desk.press("escape")
    desk.shows("raised a point of order")


def rule(desk: Terminal) -> None:
    sleep(AFTER_A_KEY)
    desk.press("o")
    desk.shows("the chair's ruling?")
    desk.press("2")
    desk.until(lambda: "the chair's ruling?" not in desk.text)


def refuse_slides(desk: Terminal) -> None:
    desk.press("s")
    desk.shows("Slides are asked for by")
    desk.press(*"chl", "enter")
    desk.shows("Slides refused to Chile")


def refuse_other(desk: Terminal) -> None:
    sleep(AFTER_A_KEY)
    desk.press("x")
    desk.shows("Refuse what?")
    desk.press("1")
    desk.shows("asked for by")
    desk.press(*"gtm", "enter")
    desk.shows("Remote remark refused to Guatemala")


def back_date(desk: Terminal) -> None:
    sleep(AFTER_A_KEY)
    desk.press("b")
    desk.shows("By how many seconds was the clock started late?")
    desk.press("3", "enter")
    desk.shows("Uruguay: start set 3 s")


def undo(desk: Terminal) -> None:
    sleep(AFTER_A_KEY)
    desk.press("u")
    desk.shows("Undo: ", "earlier")
    desk.press("enter")
    desk.shows("Undone: Uruguay")


def absent(desk: Terminal) -> None:
    if "FLOOR FREE" not in desk.text:
        sleep(BETWEEN_PRESSES)
        desk.press("e")
        desk.shows("FLOOR FREE")
    sleep(AFTER_A_KEY)
    desk.press("m")
    desk.shows("Guatemala was absent")


def leave(desk: Terminal) -> None:
    sleep(BETWEEN_PRESSES)
    desk.press("q")
    assert desk.wait() == 0


Step = tuple[str, Callable[[Terminal], None]]

STEPS: list[Step] = [
    ("`]` goes on: to the next session, or to the next moment and its first session.", go_on),
    ("a moment in which nothing was done: `2` goes on.", go_on),
    ("`[` goes back and asks for a reason", go_back),
    ("`a`, then `bra chl ury`, shows Brazil, Chile and Uruguay by code and full name", inscribe),
    ("and one `u` takes them back", take_back),
    ("`dm` is Dominica, `do` the Dominican Republic", two_states_of_one_name),
    ("`jam for atg bhs` is a joint remark by Jamaica on behalf of two others", joint),
    ("What is not clear (`st`, `dominican`, a slip) is asked: Enter takes no guess", unclear),
    ("`l`. From now on it binds delegations", close_the_list),
    ("`a` still adds, for a reason", add_for_a_reason),
    ("`l` again reopens it, for a reason", open_the_list),
    ("`space` gives the floor to the next on the list and starts the clock", give),
    ("`space` does nothing but say who has the floor", give_again),
    ("Amber at 0:30, red at 0:10, each with a word and a sign. At 0:00 the floor", the_two_minutes),
    ("`e` when they stop", they_stop),
    ("or `space` to call the next at once", call_the_next),
    ("`e` before 0:00 ends the remark", end_before),
    ("`p` stops it at once and asks why afterwards", stop_the_clock),
    ("`p` again starts it", start_it),
    ("A point of order is `o`: it stops the clock, then asks who; Escape", point_of_order),
    ("The chair's ruling is asked next; Escape leaves it", leave_the_ruling),
    ("for later, and `o` again asks for it", rule),
    ("`s` when a delegation asks for slides", refuse_slides),
    ("`x` for anything else that the rules do not admit", refuse_other),
    ("The clock was started late: `b`, then by how many seconds", back_date),
    ("`u` shows what would be undone, Enter undoes it", undo),
    ("`m` sends a delegation that was absent when called to the end of the list", absent),
    ("`q`. The meeting stays where it was", leave),
]
"""What the README says, in its words and in its order, and what is done at the desk."""


def test_the_steps_are_the_readme_s_words_in_its_order() -> None:
    section, begin = _section(), 0
    for words, _ in STEPS:
        assert words in section[begin:], words
        begin = section.index(words, begin)


def test_no_key_of_the_readme_is_left_out() -> None:
    steps = section_steps(_section())
    told = [span for words, _ in STEPS for span in SPAN.findall(words)]
    assert [span for span in SPAN.findall(steps) if span != "tipfloor"] == told


def section_steps(section: str) -> str:
    """Return the numbered steps, without the block before and the sentence behind them."""
    return section[section.index("1. **Walk.**") : section.index("The timekeeper watches")]


@pytest.mark.timeout(180)
def test_the_ten_minutes(start: Start, folder: Path) -> None:
    shutil.copy(MEETING, folder)
    block = re.search(r"```\s*(python3 start\.py desk.*?)\s*```", _section())
    assert block
    words = shlex.split(block[1])[2:]
    assert words[-2] == "--speed"
    desk = start(*words[:-1], str(FASTER))
    desk.shows("REHEARSAL")
    for step, act in STEPS:
        try:
            act(desk)
        except AssertionError as error:
            raise AssertionError(f"{step}\n{error}") from error
    assert "its record is gone" in desk.seen.decode(errors="replace")
