"""Light and dark screens, and terminals of few colours or of none."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.strip import Strip

from tests.desk.deeds.hand_at_work import at_work
from tests.desk.desk_at_work import at_desk, convened, desk_on
from tests.desk.screen_text import wait_for_text
from tests.desk.timekeeping import ALL, watch
from tests.helpers.desk import Desk
from tipfloor.core.ground.instant import Phase
from tipfloor.desk.phase_colours import worn_in
from tipfloor.desk.themes import THEMES, Look
from tipfloor.desk.widgets.phase import WearsPhase

GROUNDS = ("dark", "light")
PARTS = ("#floor-clock", "#band", "#large-state")
"""What of the timekeeper's view has the colour of the phase."""

URGENT = (Phase.LAST_SECONDS, Phase.OVER_TIME)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.in_session(tmp_path, *ALL)


def _parts(pilot: Pilot[None], phase: Phase) -> list[WearsPhase]:
    """Return what has the colour of the phase, as it is in one."""
    parts = [pilot.app.screen.query_one(name, WearsPhase) for name in PARTS]
    for part in parts:
        part.worn = phase
    return parts


def _contrast(one: Color, two: Color) -> float:
    """Return the contrast ratio of two colours (WCAG 2.1)."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", GROUNDS)
async def test_every_phase_stands_out_from_its_ground(desk: Desk, ground: str) -> None:
    async with watch(desk, look=Look(ground)) as pilot:
        for phase in Phase:
            for part in _parts(pilot, phase):
                ground, text = part.base.background, part.base.foreground
                assert ground == part.background_colors[1]
                assert text is not None
                assert _contrast(ground, text) >= 4.5, (part.id, phase)


@pytest.mark.parametrize("ground", GROUNDS)
async def test_all_that_the_timekeeper_reads_stands_out(desk: Desk, ground: str) -> None:
    desk.tell("give_floor")
    desk.tell("pause", reason="microphone")
    async with watch(desk, look=Look(ground)) as pilot:
        await wait_for_text(pilot, "PAUSED", "microphone")
        assert not _faint(pilot)


@pytest.mark.parametrize("ground", GROUNDS)
async def test_all_words_of_the_desk_stand_out(tmp_path: Path, ground: str) -> None:
    record, clock = convened(tmp_path)
    async with desk_on(record, clock, waiting=ALL, look=Look(ground)) as desk:
        await desk.press("space")
        await desk.later(115)
        assert not _faint(desk.pilot)


def _faint(pilot: Pilot[None]) -> set[str]:
    """Return the words on the screen that hardly stand out from their ground."""
    segments = (segment for strip in _strips(pilot) for segment in strip)
    words = (segment for segment in segments if any(map(str.isalnum, segment.text)))
    return {segment.text for segment in words if _segment_contrast(segment.style) < 3}


def _segment_contrast(style) -> float:
    ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return _contrast(ink, ground)


def _strips(pilot: Pilot[None]) -> list[Strip]:
    return pilot.app.screen._compositor.render_strips()


async def test_the_ground_is_turned_at_the_desk_and_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        before = desk.app.desk.background_colors[1]
        await desk.press("ctrl+p")
        await desk.type("light or dark")
        await desk.until(lambda: desk.app.theme == "tipfloor-light")
        await desk.until(lambda: desk.app.desk.background_colors[1].brightness > 0.8)
        desk.app.turn()
        await desk.until(lambda: desk.app.desk.background_colors[1] == before)


def test_without_colours_it_is_said_that_both_grounds_look_the_same(tmp_path: Path) -> None:
    with at_work(tmp_path) as hand:
        hand.has_colours = False
        hand.do("theme")
        assert hand.grounds_turned == 1
        assert "no colours" in hand.notices[-1]


@pytest.mark.parametrize("colours", [0, 8, 16])
@pytest.mark.parametrize("ground", GROUNDS)
async def test_with_few_colours_the_most_urgent_is_bold_and_reversed(
    desk: Desk, ground: str, colours: int
) -> None:
    async with watch(desk, look=Look(ground, colours)) as pilot:
        for phase in Phase:
            clock, _, band = _parts(pilot, phase)
            style = clock.base.rich_style
            assert bool(style.reverse) is (phase in URGENT), phase
            assert bool(style.bold) is (phase in (Phase.WARNING, *URGENT)), phase
            if phase in URGENT:
                assert band.base.rich_style.reverse
        assert style.color is None or style.color.is_default or colours


async def test_what_is_most_urgent_is_the_brightest_of_sixteen_colours(desk: Desk) -> None:
    async with watch(desk, look=Look("dark", 16)) as pilot:
        shown = {phase: _parts(pilot, phase)[0].base.foreground.css for phase in Phase}
        assert shown[Phase.OVER_TIME] == "ansi_bright_white"
        assert shown[Phase.LAST_SECONDS] == "ansi_bright_yellow"
        bright = [phase for phase, colour in shown.items() if "bright" in colour]
        assert set(bright) == set(URGENT)


async def test_without_colours_none_is_sent(desk: Desk) -> None:
    desk.tell("give_floor")
    desk.clock.advance(115_000)
    async with watch(desk, look=Look(colours=0)) as pilot:
        await wait_for_text(pilot, "LAST 10 SECONDS")
        styles = {segment.style for strip in _strips(pilot) for segment in strip if segment.style}
        for style in styles:
            assert style.color is None or style.color.is_default
            assert style.bgcolor is None or style.bgcolor.is_default
        assert any(style.reverse and style.bold for style in styles)
        for part in ("#large-speaker", "#large-next"):
            assert not pilot.app.screen.query_one(part).visual_style.rich_style.reverse


async def test_without_colours_what_has_a_ground_is_reversed(tmp_path: Path) -> None:
    record, clock = convened(tmp_path)
    async with desk_on(record, clock, waiting=("BRA", "CHL"), look=Look(colours=0)) as desk:
        await desk.shows("BRA")

        def selected() -> bool:
            return any(
                segment.style and segment.style.reverse and "BRA" in segment.text
                for strip in _strips(desk.pilot)
                for segment in strip
            )

        await desk.until(selected)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_has_the_same_variables_of_its_own(theme) -> None:
    assert THEMES[0].variables.keys() <= theme.variables.keys()
    assert worn_in(theme.name).keys() == set(Phase)
