import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tests.desk.screen_text import screen_text, wait_until
from tipfloor.desk.widgets.big_digits import BigDigits
from tipfloor.desk.widgets.large import digits

CLOCKS = ["1:58", "0:00", "+0:05", "12:34", "1:02:03", "–:––"]  # noqa: RUF001 - no time yet

clocks = st.sampled_from(CLOCKS) | st.from_regex(r"\+?[0-9]{1,3}:[0-5][0-9]", fullmatch=True)
widths = st.integers(0, 260)
heights = st.integers(0, 70)


def test_a_clock_in_six_rows() -> None:
    assert digits("1:58", 40, 6) == [
        "  ▄██       ███████  ▄███▄ ",
        "▄█▀██   ███ ██      ██   ██",
        "   ██   ▀▀▀ █████▄  ▀█▄▄▄█▀",
        "   ██   ▄▄▄     ▀██ ▄█▀▀▀█▄",
        "   ██   ███ ██▄ ▄██ ██   ██",
        "   ██        ▀███▀   ▀███▀ ",
    ]


def test_over_time_in_three_rows() -> None:
    assert digits("+0:05", 40, 3) == [
        " ▄  █▀█ ▄ █▀█ █▀▀",
        "▀█▀ █ █ ▄ █ █ ▀▀█",
        "    ▀▀▀   ▀▀▀ ▀▀▀",
    ]


def test_all_digits_differ_at_every_height() -> None:
    for height in range(3, 40):
        drawn = {tuple(digits(digit, 400, height)) for digit in "0123456789"}
        assert len(drawn) == 10


def test_digits_are_equally_wide_so_that_none_jumps() -> None:
    for height in range(3, 40):
        assert len({cell_len(digits(digit, 400, height)[0]) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("text", CLOCKS)
def test_without_room_it_is_the_text_itself(text: str) -> None:
    assert digits(text, 40, 2) == [text]
    assert digits(text, len(text), 30) == [text]
    assert digits(text, 3, 30) == [text[:3]]


def test_without_any_room_it_is_nothing() -> None:
    assert digits("1:58", 0, 9) == digits("1:58", 9, 0) == digits("", 9, 9) == []


@given(st.text(max_size=20) | clocks, widths, heights)
def test_it_never_leaves_its_room(text: str, width: int, height: int) -> None:
    drawn = digits(text, width, height)
    assert len(drawn) <= height
    assert all(cell_len(row) <= width for row in drawn)


@given(clocks, widths, heights, st.integers(0, 60), st.integers(0, 30))
def test_more_room_never_makes_it_smaller(
    text: str, width: int, height: int, wider: int, higher: int
) -> None:
    before, after = digits(text, width, height), digits(text, width + wider, height + higher)
    assert len(after) >= len(before)
    wide, wide_before = (max(map(cell_len, rows), default=0) for rows in (after, before))
    # Over-time that is higher may be narrower: it has the height and strokes of the countdown.
    assert wide >= wide_before or (text.startswith("+") and len(after) > len(before))


@given(clocks, widths, heights)
def test_rows_are_of_one_width(text: str, width: int, height: int) -> None:
    assert len({cell_len(row) for row in digits(text, width, height)}) <= 1


class OneClock(App[None]):
    def compose(self) -> ComposeResult:
        yield BigDigits()


def _drawn(app: App[None]) -> list[str]:
    return [row.strip() for row in screen_text(app).splitlines() if row.strip()]


async def test_the_widget_draws_its_text_in_the_middle() -> None:
    app = OneClock()
    async with app.run_test(size=(41, 9)) as pilot:
        app.query_one(BigDigits).text = "0:45"
        await wait_until(pilot, lambda: _drawn(app))
        rows = screen_text(app).splitlines()
        expected = digits("0:45", 41, 9)
        left = (41 - len(expected[0])) // 2
        assert [row.ljust(41) for row in rows[: len(expected)]] == [
            (" " * left + row).ljust(41) for row in expected
        ]


async def test_the_widget_grows_with_the_window() -> None:
    app = OneClock()
    async with app.run_test(size=(30, 5)) as pilot:
        app.query_one(BigDigits).text = "0:45"
        await wait_until(pilot, lambda: len(_drawn(app)) == len(digits("0:45", 30, 5)))
        await pilot.resize_terminal(100, 30)
        await wait_until(pilot, lambda: _drawn(app)[0] == digits("0:45", 100, 30)[0].strip())


async def test_the_same_text_again_is_not_drawn_again() -> None:
    class Counted(BigDigits):
        times = 0

        def refresh(self, *args: object, **kwargs: object) -> "Counted":
            self.times += 1
            return super().refresh(*args, **kwargs)  # type: ignore[arg-type, return-value]

    class Counting(App[None]):
        def compose(self) -> ComposeResult:
            yield Counted()

    app = Counting()
    async with app.run_test(size=(40, 9)) as pilot:
        clock = app.query_one(Counted)
        clock.text = "0:45"
        await wait_until(pilot, lambda: _drawn(app))
        before = clock.times
        clock.text = "0:45"
        assert clock.times == before
        clock.text = "0:44"
        assert clock.times == before + 1


def test_the_dots_of_the_colon_stand_apart() -> None:
    halves = {" ": "  ", "▀": "# ", "▄": " #", "█": "##"}
    for height in range(3, 40):
        rows = digits(":", 400, height)
        dots = "".join(halves[row[len(row) // 2]] for row in rows)
        assert len(dots.split()) == 2, height
