"""How many presses the most frequent acts take, each letter typed being one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tests.desk.keyboard import press
from tipfloor.desk.export_job import Order

Check = Callable[[DeskAtWork], object]


def last(kind: str) -> Check:
    """Return what tells whether the last event in the record is of a kind."""
    return lambda desk: desk.kinds[-1] == kind


ON = ["space"]
"""The keys before which somebody has the floor."""

ACTS: dict[str, tuple[list[str], list[str], int, Check]] = {
    "the floor to the next": ([], ["space"], 1, last("floor_given")),
    "the speaker has ended": (ON, ["e"], 1, last("remark_ended")),
    "a delegation is inscribed": ([], ["a", *"mx", "enter"], 4, last("inscribed")),
    "a late arrival checked in and inscribed": (
        [],
        ["a", *"jam", "enter", "enter"],
        6,
        last("inscribed"),
    ),
    "slides refused to the speaker": (ON, ["s", "enter"], 2, last("request_refused")),
    "the clock stopped, why, and on": (ON, ["p", "3", "p"], 3, last("clock_resumed")),
    "point of order, ruling, and on": (
        ON,
        ["o", *"mx", "enter", "1", "p"],
        6,
        last("clock_resumed"),
    ),
    "absent when called": ([], ["m"], 1, last("absent_when_called")),
    "a place given up": ([], ["d", "enter"], 2, last("withdrew")),
    "reminded of the topic": (ON, ["r", "1"], 2, last("remark_marked")),
    "the last act undone": (ON, ["u", "enter"], 2, last("act_undone")),
    "lunch and back": (ON, ["v", "1", "v"], 3, last("meeting_resumed")),
    "the list closed": ([], ["l"], 1, last("list_closed")),
    "the next part": (
        ["space", "e", "space", "e"],
        ["right_square_bracket"],
        1,
        last("moment_began"),
    ),
}
"""What is done before, the keys, how many they may be at the most, and what they bring about."""


@pytest.mark.parametrize("name", ACTS)
async def test_a_frequent_act_takes_few_presses(name: str, tmp_path: Path) -> None:
    before, keys, most, done = ACTS[name]
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        for code in ("BRA", "CHL", "MEX"):  # all others are late
            desk.told("check_in", delegation=code)
        await desk.press(*before)
        for key in keys:
            desk.clock.advance(1300)
            await desk.saved()
            await press(desk.app, key)
        await desk.until(lambda: done(desk))
        assert not desk.dialog
    assert len(keys) <= most


async def test_a_file_in_the_last_form_takes_two_presses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_desk(tmp_path, "BRA") as desk:
        desk.app.desk.write(Order("csv", tmp_path / "first.csv"))
        await desk.until(lambda: (tmp_path / "first.csv").exists() and not desk.app.desk.writing)
        await desk.press("f")
        await desk.shows("as last: ")
        await desk.keys("enter")
        await desk.until(lambda: len(list(tmp_path.glob("*.csv"))) == 2)
        await desk.until(lambda: not desk.app.desk.writing)
