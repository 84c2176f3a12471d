"""The recommendations at the desk: their business by keys, their board, the chair's question."""

from pathlib import Path

import pytest
from textual.content import Content

from tests.desk.desk_at_work import SMALLEST, at_desk
from tests.desk.recommendations.recommendation_cases import (
    CASES,
    at_recommendations,
    business,
    item,
)
from tests.helpers.hostile import HOSTILE
from tipfloor.desk.deeds.deciding.deciding import votes_of

TEXTS = ("Share information", "Train judges", "Watch borders", "Fund shelters")


@pytest.mark.parametrize("action", CASES)
async def test_does_its_act_and_shows_it(action: str, tmp_path: Path) -> None:
    """PRACTICE section 2, row vii."""
    async with at_recommendations(tmp_path, *TEXTS) as desk:
        await CASES[action](desk)


async def test_a_lost_quorum_is_asked_about(tmp_path: Path) -> None:
    """PRACTICE section 7, case 20: a decision asks."""
    async with at_recommendations(tmp_path, *TEXTS, quorum=17) as desk:
        for answer in ("1", "2"):
            assert item(desk, 1).fate == "undecided"
            await business(desk, "approve_recommendation")
            await desk.keys("1")
            await desk.shows("Present: 0; needed: 17. Decide all the same?")
            await desk.keys(answer)
        await desk.shows("1 ✓ Share", "Recommendation 1 adopted by")
        decision = item(desk, 1).decision
        assert decision is not None
        assert (decision.taken.present, decision.taken.needed) == (0, 17)


async def test_in_another_moment_the_palette_asks_for_a_reason(tmp_path: Path) -> None:
    async with at_recommendations(tmp_path, *TEXTS) as desk:
        desk.told("next_moment")
        desk.app.desk.action_deed("approve_recommendation")
        await desk.shows("Approve recommendation 1")
        await desk.keys("1")
        await desk.shows("This is out of the order of moments: for what reason?")
        await desk.type("left over")
        await desk.shows("Recommendation 1 adopted by")
        assert "0 of 0" not in desk.screen


async def test_the_list_of_forty_keeps_the_current_one_in_sight(tmp_path: Path) -> None:
    async with at_recommendations(tmp_path, *(f"Measure {n}" for n in range(1, 41))) as desk:
        await desk.shows("► 1 ○ Measure 1", "13 ○ Measure 13", "↓ 27 more")
        desk.told("approve_block", numbers=["1-19"])
        await desk.shows("19 of 40 decided", "►20 ○ Measure 20", "↑ 13 more", "↓ 15 more")
        desk.told("approve_block", numbers=["20-39"])
        await desk.shows("↑ 27 more", "39 ✓ Measure 39", "►40 ○ Measure 40")


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_texts_are_shown_as_they_are(text: str, tmp_path: Path) -> None:
    async with at_recommendations(tmp_path, text, "Another") as desk:
        await business(desk, "approve_recommendation")
        await desk.keys("3")
        await desk.shows("which one?")
        await desk.keys("escape")
        await business(desk, "read_recommendation")
        await desk.keys("enter")
        await desk.shows("Recommendation 1 · undecided")
        for line in desk.screen.splitlines():
            assert Content(line).cell_length <= SMALLEST[0]
        await desk.keys("escape")
        await business(desk, "amend_recommendation")
        await desk.type("1")
        await desk.shows("its whole text as amended")
        await desk.keys("escape")
        assert item(desk, 1).text == text.strip()


@pytest.mark.parametrize("action", CASES)
async def test_questions_stay_off_the_clock_and_escape_leaves_all(
    action: str, tmp_path: Path
) -> None:
    long = "To go on and on with the support of its member states " * 70
    async with at_recommendations(tmp_path, long[:4000].strip(), *TEXTS) as desk:
        desk.told("reserve_recommendation", number=2, delegation="CHL")
        desk.told("reserve_recommendation", number=3, delegation="CHL")
        for number in (4, 5):
            desk.told("approve_recommendation", number=number)
        before = desk.kinds.copy()
        await business(desk, action)
        await desk.until(lambda: desk.dialog and desk.app.screen.focused)
        await desk.pilot.pause()
        box = desk.app.screen.query_one("#question").region
        assert box.y > 12
        assert (box.bottom, box.right) == (SMALLEST[1], SMALLEST[0])
        for widget in desk.app.screen.query("#question > *"):
            if widget.display:
                assert widget.region.bottom < box.bottom, widget
        while desk.dialog:
            await desk.keys("escape")
        assert desk.kinds == before


async def test_the_second_of_a_double_press_decides_nothing_more(tmp_path: Path) -> None:
    async with at_recommendations(tmp_path, *TEXTS) as desk:
        await desk.keys("n", "k", "1", "1")
        await desk.shows("1 of 4 decided")
        assert desk.kinds.count("recommendation_decided") == 1


@pytest.mark.parametrize(
    ("typed", "votes"),
    [
        ("20 3 1", (20, 3, 1)),
        ("20-3-1", (20, 3, 1)),
        ("20, 3", (20, 3)),
        ("7", (7,)),
        ("", None),
        ("1 2 3 4", None),
        ("2000", None),
        ("٣", None),
        ("many", None),
    ],
)
def test_votes_as_they_are_typed(typed: str, votes: tuple[int, ...] | None) -> None:
    assert votes_of(typed) == votes


async def test_a_report_after_the_introductory_session_is_carried_or_written(
    tmp_path: Path,
) -> None:
    """PRACTICE section 1, rule 6."""
    async with at_desk(tmp_path) as desk:
        desk.told("open_session", session="a", reason="a test")
        for code, answer in (("bra", "1"), ("chl", "2"), ("ury", "3")):
            await desk.press("a", "ctrl+g")
            await desk.type(code)
            await desk.shows("General reports belong to “Introductory session”.", "in writing")
            await desk.keys(answer)
        await desk.until(lambda: desk.waiting == ["URY"])
        await desk.shows("The chair insists: general")
        there = desk.meeting.speakers("introductory").waiting
        assert [(x.delegation, x.general_report) for x in there] == [("BRA", True)]
        written = desk.meeting.remarks[-1]
        assert (written.entry.delegation, written.session) == ("CHL", "introductory")


@pytest.mark.parametrize("answer", ["1", "2", "3"])
async def test_a_remark_marked_as_a_report_is_offered_its_session(
    answer: str, tmp_path: Path
) -> None:
    """PRACTICE section 1, rules 5 and 6: the desk marks, and offers; never a verdict."""
    async with at_desk(tmp_path, "BRA", session="a") as desk:
        await desk.press("space", "r")
        await desk.keys("2")
        await desk.shows("General reports belong to “Introductory session”.")
        await desk.keys(answer)
        await desk.until(lambda: not desk.dialog)
        assert desk.floor.marks == ("general_report",)
        there = desk.meeting.speakers("introductory").waiting
        assert [x.delegation for x in there] == (["BRA"] if answer == "1" else [])
        written = [x for x in desk.meeting.remarks if x.session == "introductory"]
        assert len(written) == (answer == "2")


async def test_a_reminder_of_the_topic_asks_nothing_more(tmp_path: Path) -> None:
    """PRACTICE section 1, rule 5: a mark that the chair's desk makes."""
    async with at_desk(tmp_path, "BRA", session="a") as desk:
        await desk.press("space", "r")
        await desk.keys("1")
        await desk.shows("Brazil: reminded of the topic")
        assert not desk.dialog
        assert desk.floor.marks == ("reminded_of_topic",)


async def test_a_text_of_several_lines_that_is_left_as_it_was_is_no_amendment(
    tmp_path: Path,
) -> None:
    async with at_recommendations(tmp_path, "First line\nsecond line", "Another") as desk:
        await business(desk, "amend_recommendation")
        await desk.type("1")
        await desk.type("")
        await desk.keys("2")
        await desk.shows("✗ Recommendation 1 has just that text")
        assert item(desk, 1).amendments == ()
