"""Names made to break screens: shown as they are, in their columns, on every screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace
from textual.content import Content

from tests.desk.desk_at_work import DeskAtWork, at_desk, real_plan
from tests.desk.looking import LOOKS
from tests.helpers import depth
from tests.helpers.hostile import HOSTILE
from tipfloor.core.plan.plan import Names, Plan
from tipfloor.words.plain import plain

Shown = TypeVar("Shown")


def hostile_plan(name: str) -> Plan:
    """Return the real plan with a name in every place where the meeting file has text."""
    plan = real_plan()
    meeting = replace(plan.meeting, title=name, short_title=name[:60])
    moments = tuple(replace(item, title=name) for item in plan.moments)
    sessions = tuple(replace(item, title=name, topic=name) for item in plan.sessions)
    delegations = tuple(replace(item, name=Names(en=name, es=name)) for item in plan.delegations)
    return Plan(
        meeting=meeting,
        rules=replace(plan.rules, texts=plan.rules.texts),
        moments=moments,
        sessions=sessions,
        delegations=delegations,
    )


def check_columns(desk: DeskAtWork) -> None:
    """The frames stand where they stand with any name; nothing is wider than the screen."""
    for line in desk.screen.splitlines():
        assert Content(line).cell_length <= desk.app.size.width, line
        assert plain(line) == line
    if desk.app.size.width == 80 and not desk.dialog:
        for row in desk.screen.splitlines()[3:12]:
            content = Content(row)
            assert content.cell_length == 80, row
            assert row.startswith("│")
            assert row.endswith("│")
            left = next(cut for cut in range(len(row)) if Content(row[:cut]).cell_length == 43)
            assert row[left : left + 2] == "││", row


def literal(name: str) -> str:
    """Return how a name begins on the screen."""
    return plain(name).strip()[:5].rstrip()


QUESTIONS = (
    ("a", *"ury mex xyz[/]"),
    ("s", *"bra"),
    ("x", "1"),
    ("o", *"bra"),
    ("r",),
    ("b",),
    ("u",),
    ("q",),
    ("space",),
)
"""Keys that lead to a question with names in it."""


def half(screens: Sequence[Shown], name: str) -> Sequence[Shown]:
    """Return the screens to try with a name: all in the deep run, else the half its like leaves."""
    return screens if depth.deep else screens[HOSTILE.index(name) % 2 :: 2]


@pytest.mark.deep
@pytest.mark.parametrize(
    ("name", "size"),
    [(name, (80, 24)) for name in HOSTILE] + [(HOSTILE[0], (160, 45)), (HOSTILE[10], (120, 35))],
    ids=range(len(HOSTILE) + 2),
)
async def test_on_every_screen(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    plan = hostile_plan(name)
    async with at_desk(tmp_path, "BRA", "CHL", "URY", plan=plan, size=size) as desk:
        await desk.shows(f"1 BRA {literal(name)}", f"BRA  {literal(name)}")
        check_columns(desk)
        await desk.press("down", "enter")
        await desk.type(name.replace("\x1b", "")[:60] or "x")
        await desk.shows(f"CHL  {literal(name)}")
        check_columns(desk)
        for keys in half(QUESTIONS, name):
            await desk.press(*keys)
            check_columns(desk)
            while desk.dialog:
                await desk.keys("escape")
        for key in half(("slash", *LOOKS.values()), name):
            await desk.press(key)
            await desk.until(lambda: desk.dialog)
            await desk.pilot.pause()
            check_columns(desk)
            await desk.keys("escape")
            await desk.until(lambda: not desk.dialog)
        await desk.press("p", "1")
        await desk.type("ury")
        await desk.shows("║ PAUSED")
        check_columns(desk)
        await desk.press("o")
        await desk.keys("3")
        await desk.press("p", "e")
        desk.app.desk.action_deed("go_to")
        await desk.pilot.pause()
        check_columns(desk)
        await desk.keys("escape")
        await desk.press("right_square_bracket")
        await desk.keys("1")
        await desk.until(lambda: desk.meeting.moment == "adoption")
        check_columns(desk)


async def test_a_link_in_a_name_cannot_be_clicked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", plan=hostile_plan("[@click=app.bell]y[/]")) as desk:
        rung: list[int] = []
        desk.app.bell = lambda: rung.append(1)  # type: ignore[method-assign]
        for row in range(24):
            for column in range(0, 80, 8):
                assert "@click" not in desk.app.screen.get_style_at(column, row).meta or row == 23
        await desk.pilot.click(offset=(10, 3))
        assert not rung
