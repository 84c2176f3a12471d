"""`c` on a row of the log: remarks and decisions corrected at the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tipfloor.core.elections.offices import election_of
from tipfloor.core.state.document import find_document
from tipfloor.core.state.recommendation import find_recommendation


async def on_row(desk: DeskAtWork, typed: str) -> None:
    await desk.on_row(typed, "c", "c corrects · r reminds")


async def reason(desk: DeskAtWork) -> None:
    await desk.shows("Correct it: for what reason?")
    await desk.type("as noted")


async def test_the_times_of_a_remark_by_c_on_its_row(tmp_path: Path) -> None:
    """PRACTICE section 7, case 9."""
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        await desk.later(60)
        await desk.press("e")
        await on_row(desk, "brazil spoke")
        await desk.shows("Remark 1, Brazil: what is wrong?", "ended at: 11:01")
        await desk.press("3")
        await desk.shows("Remark 1, Brazil: the right value (ended at)")
        await desk.press("ctrl+u")
        await desk.type("11:00:31")
        await reason(desk)
        await desk.until(lambda: "corrected" in desk.meeting.remarks[0].marks)
        await desk.until(lambda: not desk.dialog)
        assert desk.meeting.remarks[0].speaking(desk.clock.now()) == 30_500


async def test_letters_go_back_to_the_line_and_c_corrects_on_a_row_only(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("slash")
        await desk.shows("Find in the log")
        await desk.keys(*"chil")
        await desk.until(lambda: "Brazil asked" not in desk.screen)
        await desk.keys("up", "e", "z")
        await desk.shows("Nothing in the log matches.")
        await desk.keys("escape")
        await desk.until(lambda: not desk.dialog)


async def test_a_row_that_has_nothing_to_correct_says_so(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await on_row(desk, "asked for the floor")
        await desk.shows("That row has nothing that can be", "corrected; u undoes")


async def test_the_votes_on_a_document(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        desk.told("add_document", document="new", symbol="S/1", title="New plan")
        votes = {"method": "vote", "in_favour": 20, "against": 2}
        desk.told("adopt_document", document="new", insist=True, reason="x", **votes)
        await on_row(desk, "New plan adopted")
        await desk.shows("Decision on New plan: what is wrong?", "votes: 20 2 0")
        await desk.press("4")
        await desk.shows("Decision on New plan: the right value (votes)")
        await desk.type("19 3")
        await reason(desk)
        await desk.until(lambda: not desk.dialog)
        found = find_document(desk.meeting, "new")
        assert found is not None
        assert found.decision is not None
        assert found.decision.taken.tally[:2] == (19, 3)
        await on_row(desk, "New plan corrected")
        await desk.press("4")
        await desk.type("2 19")
        await desk.shows("the outcome would be")


async def test_one_of_a_block_of_recommendations(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        for text in ("One", "Two"):
            desk.told("add_recommendation", text=text)
        desk.told("approve_block", insist=True, reason="in this moment")
        await on_row(desk, "block")
        await desk.shows("Correct which of them?", "Recommendation 2")
        await desk.press("2")
        await desk.shows("text: Two")
        await desk.press("1")
        await desk.press("ctrl+u")
        await desk.type("Twice")
        await reason(desk)
        await desk.until(lambda: not desk.dialog)
        found = find_recommendation(desk.meeting, 2)
        assert found is not None
        assert found.text == "Twice"


async def test_the_figures_of_a_ballot_and_a_text_that_is_too_long(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        desk.told("go_to_moment", moment="election_of_authorities", reason="x")
        for code in ("MEX", "CHL"):
            desk.told("nominate", election="rapporteur", delegation=code, nominated_by="JAM")
        desk.told("ballot", election="rapporteur", ballots=["MEX=9", "CHL=4"], insist=True)
        await on_row(desk, "Ballot 1")
        await desk.shows("votes: 9 4 0 0")
        await desk.press("1")
        await desk.shows("MEX", "CHL")
        await desk.type("10 4")
        await reason(desk)
        await desk.until(lambda: not desk.dialog)
        assert election_of(desk.meeting, "rapporteur").ballots[0].votes == (("MEX", 10), ("CHL", 4))


@pytest.mark.parametrize(("typed", "said"), [("x", "no whole number"), ("-1", "no whole number")])
async def test_a_revision_that_is_none(tmp_path: Path, typed: str, said: str) -> None:
    async with at_desk(tmp_path) as desk:
        desk.told("add_document", document="new", symbol="S/1", title="New plan")
        desk.told("adopt_document", document="new", insist=True, reason="x")
        await on_row(desk, "New plan adopted")
        await desk.press("3")
        await desk.press("ctrl+u")
        await desk.type(typed)
        await desk.shows(said)


async def test_a_ruling(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("space")
        desk.told("point_of_order", delegation="CHL")
        desk.told("rule_on_point", ruling="rejected")
        await on_row(desk, "rejected")
        await desk.shows("Point of order 1: what is wrong?", "ruling: rejected")
        await desk.press("1")
        await desk.press("ctrl+u")
        await desk.type("sustained")
        await reason(desk)
        await desk.until(lambda: not desk.dialog)
        assert desk.meeting.raised[0].ruling == "sustained"
        await on_row(desk, "corrected")
        await desk.press("1")
        await desk.press("ctrl+u")
        await desk.type("x" * 600)
        await desk.shows("✗ 100 characters too many: 500 are kept")
        await desk.keys("escape")
        assert desk.meeting.raised[0].ruling == "sustained"
