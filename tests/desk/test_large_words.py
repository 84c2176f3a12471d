"""Words in capitals as large as their room, and what the timekeeper's view shows in them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot

from tests.desk.screen_text import screen_text, wait_for_text, wait_until
from tests.desk.timekeeping import ALL, clock, watch
from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tipfloor.desk.widgets.floor_words import FloorWords
from tipfloor.desk.widgets.large import digits, letters
from tipfloor.proceedings import convening
from tipfloor.store.creating import create

DRAWN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÁÀÂÃÄÇÉÊÍÑÓÔÕÖÚÜČŠ-'.,()/: "

drawn_texts = st.text(st.sampled_from(DRAWN), min_size=1, max_size=30)
SIZES = [(80, 24), (160, 45), (240, 60)]


@given(st.text(max_size=20) | drawn_texts, st.integers(0, 260), st.integers(0, 20))
def test_words_never_leave_their_room(text: str, width: int, height: int) -> None:
    rows = letters([text], width, height)
    assert len(rows) <= height
    assert len({cell_len(row) for row in rows}) <= 1
    assert all(cell_len(row) <= width for row in rows)


@pytest.mark.parametrize("height", range(3, 20))
def test_no_two_letters_look_alike(height: int) -> None:
    plain = [letter for letter in DRAWN if letter.isascii() and letter.isalpha()]
    assert len({tuple(letters([letter], 400, height)) for letter in plain}) == len(plain)


@pytest.mark.parametrize("height", range(4, 20))
def test_an_accent_is_seen_and_with_some_room_which(height: int) -> None:
    for plain, *accented in ("AÁÀÂÃÄ", "CÇČ", "EÉÊ", "IÍ", "NÑ", "OÓÔÕÖ", "SŠ", "UÚÜ"):
        drawn = [tuple(letters([letter], 400, height)) for letter in (plain, *accented)]
        assert drawn[0] not in drawn[1:], plain
        assert height < 6 or len(set(drawn)) == len(drawn), plain


def test_an_accent_stands_above_the_smallest_letters_too() -> None:
    assert letters(["é"], 9, 3) == ["▄█▄", "█▄ ", "█▄▄"]
    assert letters(["ñ"], 9, 3) == ["█  █", "█▀▄█", "█  █"]


def test_the_first_text_that_fits_is_drawn() -> None:
    long, short = "Saint Vincent and the Grenadines", "VCT"
    assert letters([long, short], 80, 3) == letters([short], 80, 3)
    assert letters([long, short], 240, 3) == letters([long], 240, 3)
    assert letters([long], 80, 3) == []


@pytest.mark.parametrize(
    "text", ["日本", "Łódź", "نعم", "a&b", "A\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}"]
)
def test_without_a_shape_for_each_letter_none_is_drawn(text: str) -> None:
    assert letters([text], 200, 9) == []


@pytest.mark.parametrize("room", [(80, 10), (80, 13), (25, 6), (40, 9), (160, 22), (50, 20)])
def test_over_time_is_as_heavy_as_the_countdown(room: tuple[int, int]) -> None:
    left, over = digits("0:01", *room), digits("+0:01", *room)
    assert len(over) >= len(left) - 1
    assert _stroke(over) >= _stroke(left)


def _stroke(rows: list[str]) -> int:
    """Return the cells of the stem of the last digit, which is a one."""
    return cell_len(rows[round(0.6 * len(rows))].split()[-1])


@pytest.mark.parametrize("room", [(80, 10), (25, 6), (40, 9), (24, 5), (31, 7)])
def test_narrow_digits_of_over_time_keep_their_counters(room: tuple[int, int]) -> None:
    rows = digits("+0:00", *room)
    halves = {" ": " ", "▀": "#", "▄": "#", "█": "#"}
    middle = "".join(halves[cell] for cell in rows[len(rows) // 2])
    assert len(middle.split()) in (7, 8), rows


async def _shows(pilot: Pilot[None], part: str, text: str) -> None:
    """Wait until a part shows a text as large as its room allows."""
    words = pilot.app.screen.query_one(f"#{part}", FloorWords)

    def shown() -> bool:
        rows = letters([text], *words.size)
        screen = [row.strip() for row in screen_text(pilot.app).splitlines()]
        return bool(rows) and all(row.strip() in screen for row in rows)

    await wait_until(pilot, shown)


@pytest.mark.parametrize("size", SIZES)
async def test_state_speaker_and_next_are_large(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = Desk.in_session(tmp_path, *ALL)
    desk.tell("give_floor")
    async with watch(desk, size) as pilot:
        await _shows(pilot, "large-state", "SPEAKING")
        await _shows(pilot, "large-speaker", "BRAZIL")
        await _shows(pilot, "large-next", "NEXT: CHILE")
        desk.clock.advance(90_000)
        await _shows(pilot, "large-state", "LAST 30 SECONDS")
        desk.tell("end_remark")
        await _shows(pilot, "large-state", "FLOOR FREE")


async def test_a_name_that_is_too_long_or_has_no_shapes_gives_way_to_its_code(
    tmp_path: Path,
) -> None:
    names = {"BRA": "Saint Vincent and the Grenadines", "CHL": "日本"}
    hand, record = HandClock(), tmp_path / "long.tipfloor"
    create(record, convening(small_plan(names=names), hand))
    desk = Desk(record, hand)
    desk.tell("open_session", session="technology", reason="straight to it")
    desk.tell("inscribe", delegation="BRA")
    desk.tell("inscribe", delegation="CHL")
    desk.tell("give_floor")
    async with watch(desk) as pilot:
        await _shows(pilot, "large-speaker", "BRA")
        await _shows(pilot, "large-next", "NEXT: CHL")
        await wait_for_text(pilot, names["BRA"], "CHL 日本")


async def test_while_the_floor_is_free_the_clock_shows_the_time_of_day(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, *ALL)
    async with watch(desk) as pilot:
        await wait_for_text(pilot, "the clock shows the time of day")
        assert clock(pilot) == "11:00"
        desk.clock.advance(60_000)
        await wait_until(pilot, lambda: clock(pilot) == "11:01")
        desk.tell("give_floor")
        await wait_until(pilot, lambda: clock(pilot) == "2:00")
        assert "time of day" not in screen_text(pilot.app)
        desk.tell("end_remark")
        desk.tell("call")
        await wait_until(pilot, lambda: clock(pilot) == "–:––")  # noqa: RUF001 - no time yet
        desk.tell("suspend")
        await wait_until(pilot, lambda: clock(pilot) == "11:01")


async def test_an_interlude_is_told_in_large_as_well(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path)
    desk.tell("begin_interlude", what="A film")
    async with watch(desk) as pilot:
        await _shows(pilot, "large-speaker", "A FILM")
        assert clock(pilot) == "0:00"


async def test_while_the_meeting_is_adjourned_it_says_until_when(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path)
    desk.tell("adjourn", resumes="tomorrow at 10:00")
    async with watch(desk) as pilot:
        await _shows(pilot, "large-speaker", "TOMORROW AT 10:00")
        assert clock(pilot) == "11:00"
