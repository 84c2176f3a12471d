"""Offices filled by keys: the second key of business, the vote in one line, the board."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk, ruled
from tipfloor.core.elections.offices import election_of
from tipfloor.desk.screens.asking_tally import figures_of

AUTHORITIES = "election_of_authorities"


@asynccontextmanager
async def electing(
    folder: Path, moment: str = AUTHORITIES, **settings: Any
) -> AsyncIterator[DeskAtWork]:
    """Give a desk in a moment of elections, without a quorum to be asked for."""
    size = settings.pop("size", (80, 24))
    plan = ruled(quorum_to_vote=0, quorum_to_decide=0, **settings)
    async with at_desk(folder, plan=plan, session=None, size=size) as desk:
        desk.told("go_to_moment", moment=moment, reason="a test")
        await desk.shows("Business of this moment")
        yield desk


def nominated(desk: DeskAtWork, *codes: str, election: str = "chair") -> None:
    for code in codes:
        desk.told("nominate", election=election, delegation=code, nominated_by="JAM")


async def business(desk: DeskAtWork, name: str) -> None:
    """Press the key of business and the one that stands before a name."""
    await desk.press("n")
    shown = await desk.shows(name)
    line = next(line for line in shown.splitlines() if name in line)
    await desk.press(line[: line.index(name)].split()[-1])


async def test_a_chair_is_elected_by_acclamation_with_a_few_keys(tmp_path: Path) -> None:
    """PRACTICE section 2, row iii: nominated by, method, change of presiding officer."""
    async with electing(tmp_path) as desk:
        await desk.shows("○ Chair of the Seventh Meeting", "Are there")
        await business(desk, "nominate")
        await desk.press("1")
        for typed in ("mex", "ury", ""):
            await desk.type(typed)
        await desk.shows("MEX by URY", "Uruguay has nominated Mexico as")
        await business(desk, "elect by acclamation")
        await desk.shows(
            "✓ Chair of the Seventh Meeting",
            "MEX by acclamation",
            "Mexico is elected Chair of the",
        )
        assert desk.meeting.presiding.delegation == "MEX"
        await desk.press("u")
        await desk.type("")
        await desk.shows("○ Chair of the Seventh Meeting", "MEX by URY")
        assert desk.meeting.presiding.office == "pro_tempore"


async def test_a_tie_and_the_second_ballot_in_one_line_each(tmp_path: Path) -> None:
    """PRACTICE section 2, row iii: tally where voted."""
    async with electing(tmp_path) as desk:
        nominated(desk, "MEX", "CHL", "BRA")
        await business(desk, "elect by vote")
        await desk.shows("in this order: MEX CHL BRA [abstaining] [invalid]")
        await desk.keys(*"12 12 4 3")
        await desk.shows("MEX 12 · CHL 12 · BRA 4 · abstaining 3 = 31 of 32")
        await desk.keys("enter")
        await desk.shows(
            "✗ Chair", "12-12-4-3 tie · ballot 2 next", "15 votes needed", "We vote again:"
        )
        await business(desk, "elect by vote")
        await desk.shows("Ballot 2", "in this order: MEX CHL [abstaining]")
        await desk.type("15-16")
        await desk.shows("✓ Chair", "CHL 16-15-0")
        assert len(election_of(desk.meeting, "chair").ballots) == 2


async def test_figures_that_cannot_be_are_said_before_anything_is_told(tmp_path: Path) -> None:
    async with electing(tmp_path) as desk:
        nominated(desk, "MEX", "CHL")
        await business(desk, "elect by vote")
        await desk.type("12")
        await desk.shows("Give a figure for each, 0 included: MEX CHL.")
        await desk.keys(*" 21", "enter")
        await desk.shows("✗ 33 votes are more than the 32 delegations", "= 33 of 32")
        await desk.keys(*" x", "enter")
        await desk.shows("Numbers only, one for each")
        await desk.keys(*["backspace"] * 8, *"0 0", "enter")
        await desk.shows("No vote was counted.")
        await desk.press("escape")
        assert election_of(desk.meeting, "chair").ballots == ()


async def test_acclaiming_one_of_several_says_what_to_do(tmp_path: Path) -> None:
    async with electing(tmp_path) as desk:
        nominated(desk, "MEX", "CHL")
        await business(desk, "elect by acclamation")
        await desk.shows("✗ Several candidates stand as Chair", "Meeting: n v records the vote")
        await business(desk, "withdraw a nomination")
        await desk.shows("Which nominee?", "1 Mexico", "2 Chile")
        await desk.press("2")
        await desk.until(lambda: len(election_of(desk.meeting, "chair").standing) == 1)


async def test_a_host_offer_goes_with_the_election(tmp_path: Path) -> None:
    """PRACTICE section 2, row viii: the next chair and the host offer."""
    async with electing(tmp_path, "election_of_next_chair") as desk:
        nominated(desk, "CRI", election="next-chair")
        await business(desk, "offer to host")
        await desk.shows("CRI CR  Costa Rica")
        await desk.type("")
        await desk.type("San José [bold] =cmd() in the second half of 2026")
        await desk.shows("CRI host: San José [bold] =cm")
        await business(desk, "elect by acclamation")
        await desk.shows("Costa Rica offers to host:", "1 elected, and the offer is accepted")
        await desk.press("1")
        await desk.shows("✓ Chair of the Eighth Meeting", "✓ CRI host: San")
        assert desk.kinds[-2:] == ["elected", "host_offer_accepted"]


async def test_a_lost_quorum_is_asked_about(tmp_path: Path) -> None:
    """PRACTICE section 7, case 20."""
    async with electing(tmp_path) as desk:
        desk.told("adopt_plan", plan=ruled(quorum_to_decide=17))
        nominated(desk, "MEX")
        await business(desk, "elect by acclamation")
        await desk.shows("Present: 0; needed: 17.")
        await desk.press("1")
        await desk.until(lambda: not desk.dialog)
        assert election_of(desk.meeting, "chair").result is None


async def test_a_reopened_office_and_one_that_is_absent(tmp_path: Path) -> None:
    async with electing(tmp_path, size=(160, 45)) as desk:
        nominated(desk, "MEX")
        desk.told("check_in", delegation="URY")
        desk.told("acclaim", election="chair")
        await desk.shows("MEX by acclamation · not present")
        await business(desk, "reopen an election")
        await desk.type("it declines")
        await desk.shows("Election reopened", "○ Chair of the Seventh Meeting")


async def test_where_nothing_is_to_be_done_it_is_said(tmp_path: Path) -> None:
    async with electing(tmp_path) as desk:
        await desk.press("n", "R")
        said = "Nobody is elected Chair of the Seventh Meeting yet: n n nominates"
        await desk.until(lambda: said in desk.notices)


@pytest.mark.parametrize(
    ("typed", "figures"),
    [
        ("12 9 1", (12, 9, 1)),
        (" 12-9/1 ", (12, 9, 1)),
        ("12,9;0", (12, 9, 0)),
        ("", ()),
        ("1 2 3 4", None),
        ("twelve", None),
        ("² 9", None),
        ("99999", None),
    ],
)
def test_figures_are_read_from_a_line(typed: str, figures: tuple[int, ...] | None) -> None:
    assert figures_of(typed, 3) == figures
