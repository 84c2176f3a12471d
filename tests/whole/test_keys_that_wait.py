"""Keys typed while the program stands still, and keys typed at random: the desk never falls."""

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.whole.conftest import Start
from tests.whole.terminal import Terminal
from tipfloor.core.rooms import ACTS
from tipfloor.desk.deeds import rooms  # noqa: F401  (it brings every deed)
from tipfloor.desk.deeds.registry import OFFERED
from tipfloor.desk.keys import KEYS
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings
from tipfloor.records import open_record
from tipfloor.store.sqlite import SqliteStore

LIMIT = 3600
"""Seconds: nobody's time is up while keys are typed."""

SECONDS = float(os.environ.get("TIPFLOOR_TYPING_SECONDS", "6"))
"""How long keys are typed at random; a longer run: TIPFLOOR_TYPING_SECONDS=600."""

PASTED = "\x1b[200~l e space\rBrazil\r\x1b[201~"
SHAPES = {"right_square_bracket": "]", "left_square_bracket": "[", "slash": "/", "space": " "}
SPECIAL = ("\r", "\r", "\r", "\x1b", "\x1b[A", "\x1b[B", "\x7f", "\t", "\x10", PASTED)


@pytest.fixture
def record(folder: Path) -> Path:
    """Have four delegations wait in the introductory session."""
    plan = read_plan(folder / "sessions.toml")
    rules = replace(plan.rules, limit_seconds=LIMIT)
    file = folder / "meeting.sqlite"
    with closing(open_record(file, replace(plan, rules=rules))) as proceedings:
        acts = [{"kind": "open_session", "session": "introductory", "reason": "a test"}]
        acts += [{"kind": "inscribe", "delegation": code} for code in ("BRA", "CHL", "URY", "PER")]
        for act in acts:
            proceedings.tell(ACTS[act["kind"]].model_validate(act))
    (folder / "sessions.toml").unlink()
    return file


def kinds(record: Path) -> list[str]:
    with closing(Proceedings(SqliteStore(record, read_only=True))) as proceedings:
        return [item.event.kind for item in proceedings.history]


def stopped_while(desk: Terminal, keys: str) -> None:
    """Type keys while the program is stopped, and let it go on."""
    desk.process.send_signal(signal.SIGSTOP)
    desk.press(*keys)
    desk.process.send_signal(signal.SIGCONT)


def wait_for(record: Path, holds: Callable[[list[str]], bool], desk: Terminal) -> None:
    desk.until(lambda: desk.text and holds(kinds(record)))


def test_what_is_typed_in_a_standstill_is_done_in_its_order(start: Start, record: Path) -> None:
    desk = start("desk")
    desk.shows("4 waiting", "FLOOR FREE")
    stopped_while(desk, "s\rs\r")
    wait_for(record, lambda found: found.count("request_refused") == 2, desk)
    stopped_while(desk, " smex\rx1per\re amex jam\r")
    wait_for(record, lambda found: found.count("inscribed") == 6, desk)
    assert kinds(record)[-8:] == [
        "request_refused",
        "floor_given",
        "request_refused",
        "request_refused",
        "remark_ended",
        "floor_given",
        "inscribed",
        "inscribed",
    ]
    desk.shows("CHL  Chile", "SPEAKING", "4 waiting")
    stopped_while(desk, "tte")
    wait_for(record, lambda found: found[-1] == "remark_ended", desk)
    desk.press("q")
    assert desk.wait() == 0


@pytest.mark.parametrize("gap", [0.0, 0.02, 0.06, 0.15])
def test_two_answers_one_after_the_other_are_two(start: Start, record: Path, gap: float) -> None:
    desk = start("desk")
    desk.shows("4 waiting", "FLOOR FREE")
    for turn in range(1, 4):
        for key in "s\rs\r":
            desk.press(key)
            desk.read(0)
            time.sleep(gap)
        wait_for(record, lambda found, n=2 * turn: found.count("request_refused") == n, desk)
    desk.press("q")
    assert desk.wait() == 0


def test_keys_typed_before_the_desk_is_drawn_are_kept(start: Start, record: Path) -> None:
    desk = start("desk")
    desk.press(*"amex\r")
    desk.shows("5 waiting")
    desk.press("q")
    assert desk.wait() == 0


def test_a_word_that_begins_with_the_key_to_leave_does_not_leave(
    start: Start, record: Path
) -> None:
    desk = start("desk")
    desk.shows("4 waiting", "FLOOR FREE")
    before = kinds(record)
    for key in "que vuelva la sesión\r":
        desk.press(key)
        time.sleep(0.1)
    desk.shows("is it meant?")  # the second letter only asks, and the rest is no answer yet
    assert desk.process.poll() is None
    assert kinds(record) == before


def test_a_paste_at_the_desk_changes_nothing(start: Start, record: Path) -> None:
    desk = start("desk")
    desk.shows("4 waiting", "FLOOR FREE")
    before = kinds(record)
    desk.press(PASTED)
    desk.shows("What was pasted changed nothing")
    assert kinds(record) == before


def test_typing_at_random_never_breaks_the_desk(start: Start, record: Path) -> None:
    """Uneven gaps, standstills, pastes and windows of any size."""
    choose = random.Random(os.environ.get("TIPFLOOR_TYPING_SEED", "1"))
    letters = [SHAPES.get(name, name) for key in KEYS for name in key.keys.split(",")]
    letters = [letter for letter in letters if len(letter) == 1 and letter != "q"]
    letters += [item.letter for item in OFFERED.values()] + list("1234bracl")
    desk = start("desk")
    desk.shows("4 waiting", "FLOOR FREE")
    tried, ends = 0, time.monotonic() + SECONDS
    while time.monotonic() < ends:
        burst = choose.choices([*letters, *SPECIAL], k=choose.choice((1, 2, 2, 3, 5, 8)))
        if choose.random() < 0.1:
            desk.process.send_signal(signal.SIGSTOP)
        desk.press(*burst)
        tried += len(burst)
        if choose.random() < 0.05:
            desk.resize((choose.randint(1, 200), choose.randint(1, 60)))
        time.sleep(choose.choice((0, 0, 0.01, 0.05, 0.1, 0.3)))
        desk.process.send_signal(signal.SIGCONT)
        desk.read(0)
        assert desk.process.poll() is None, f"it fell after {tried} keys:\n{desk.text}"
    desk.resize((80, 24))
    standing(desk)


def standing(desk: Terminal) -> None:
    """Find the desk again behind whatever is open, and leave it."""
    desk.process.send_signal(signal.SIGTERM)
    assert desk.wait() == 0, desk.seen[-4000:].decode(errors="replace")
    assert b"Traceback" not in desk.seen


def test_storms_of_sizes_and_pastes_never_break_the_desk(start: Start, record: Path) -> None:
    choose = random.Random(2)
    desk = start("desk")
    desk.shows("4 waiting", "FLOOR FREE")
    before = kinds(record)
    for _ in range(150):
        desk.resize((choose.randint(1, 250), choose.randint(1, 70)))
        desk.press("\x1b[200~" + "palabra \r\n" * choose.randint(0, 300) + "\x1b[201~")
        desk.read(0)
    desk.resize((80, 24))
    desk.shows("4 waiting", "FLOOR FREE", "? help")
    assert kinds(record) == before
    standing(desk)
