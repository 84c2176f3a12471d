"""The deeds of the recommendations as a person does them, from the key of business on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec.structs import replace

from tests.desk.desk_at_work import DeskAtWork, at_desk, real_plan, ruled
from tipfloor.core.plan.plan import Plan
from tipfloor.core.plan.programme import RecommendationPlan
from tipfloor.core.state.recommendation import Recommendation, find_recommendation
from tipfloor.desk.deeds.registry import business_of

Case = Callable[[DeskAtWork], Awaitable[None]]

CASES: dict[str, Case] = {}

MOMENT = "recommendations"


def case(function: Case) -> Case:
    CASES[function.__name__] = function
    return function


def recommending(*texts: str, quorum: int = 0) -> Plan:
    """Return the plan of the Seventh Meeting with some recommendations."""
    rows = tuple(RecommendationPlan(number=n, text=text) for n, text in enumerate(texts, 1))
    plan = ruled(real_plan(), quorum_to_decide=quorum, quorum_to_vote=quorum)
    return replace(plan, recommendations=rows)


@asynccontextmanager
async def at_recommendations(
    folder: Path, *texts: str, quorum: int = 0
) -> AsyncIterator[DeskAtWork]:
    """Give a desk in the moment of the recommendations."""
    plan = recommending(*texts, quorum=quorum)
    async with at_desk(folder, plan=plan, session=None) as desk:
        desk.told("go_to_moment", moment=MOMENT, reason="a test")
        await desk.shows("VII Approval of the recommendations")
        yield desk


async def business(desk: DeskAtWork, action: str) -> None:
    """Choose a business of the moment by its second key."""
    letters = {item.name: item.letter for item in business_of(desk.meeting)}
    await desk.press("n", letters[action])


def item(desk: DeskAtWork, number: int) -> Recommendation:
    found = find_recommendation(desk.meeting, number)
    assert found is not None
    return found


@case
async def approve_recommendation(desk: DeskAtWork) -> None:
    await desk.shows("0 of 4 decided", "► 1 ○ Share information", "“We come to recommendation 1.")
    await business(desk, "approve_recommendation")
    await desk.shows("Approve recommendation 1: Share information", "1 by consensus", "2 by a vote")
    await desk.keys("1")
    await desk.shows(
        "1 of 4 decided", "1 ✓ Share", "► 2 ○ Train judges", "“It is so decided. We come to"
    )
    await business(desk, "approve_recommendation")
    await desk.keys("3")
    await desk.shows("Approve a recommendation: which one?", "4 ○ Fund shelters")
    await desk.type("4")
    await desk.shows("Approve recommendation 4: Fund shelters")
    await desk.keys("2")
    await desk.type("20 3 1")
    await desk.shows("Recommendation 4 adopted by a", "4 ✓ Fund")
    decision = item(desk, 4).decision
    assert decision is not None
    assert decision.taken.method == "vote"
    assert decision.taken.tally[:2] == (20, 3)


@case
async def approve_block(desk: DeskAtWork) -> None:
    desk.told("reserve_recommendation", number=2, delegation="CHL")
    await business(desk, "approve_block")
    await desk.shows("Approve as a block 3 recommendations: 1, 3 and 4", "left out: 2")
    await desk.keys("3")
    await desk.type("1, 3 - 4")
    await desk.shows("Approve as a block 3 recommendations: 1, 3 and 4")
    await desk.keys("1")
    await desk.shows("3 of 4 decided", "2 ○ Train", "R: CHL", "on which Chile")
    await business(desk, "approve_block")
    await desk.type("1-2")
    await desk.shows("Approve as a block 2 recommendations: 1 and 2")
    await desk.keys("1")
    await desk.shows("✗ Recommendation 1 is adopted already:")
    assert item(desk, 2).fate == "undecided"


@case
async def amend_recommendation(desk: DeskAtWork) -> None:
    await business(desk, "amend_recommendation")
    await desk.type("2")
    await desk.shows("Recommendation 2, its whole text as amended", "Train judges")
    await desk.type(" and prosecutors")
    await desk.shows("Who proposed the amendment?")
    await desk.keys("1")
    await desk.type("mex")
    await desk.shows("Recommendation 2 amended as")
    assert item(desk, 2).text == "Train judges and prosecutors"
    await business(desk, "approve_recommendation")
    await desk.keys("3")
    await desk.type("prosec")
    await desk.shows("Approve recommendation 2 as amended: Train judges and prosecutors")
    await desk.keys("1")
    await desk.shows("2 ◐ Train")
    assert item(desk, 2).amendments[0].delegation == "MEX"


@case
async def defer_recommendation(desk: DeskAtWork) -> None:
    await business(desk, "defer_recommendation")
    await desk.type("")
    await desk.shows("Defer recommendation 1: for what reason?")
    await desk.type("no instructions")
    await desk.shows("0 of 4 decided · 1 deferred", "1 \u2013 Share", "► 2 ○ Train")
    assert item(desk, 1).fate == "deferred"


@case
async def reserve_recommendation(desk: DeskAtWork) -> None:
    desk.told("approve_block")
    for number, code in (("3", "chile"), ("3", "mex")):
        await business(desk, "reserve_recommendation")
        await desk.type(number)
        await desk.shows("On recommendation 3 the position is reserved by")
        await desk.type(code)
        await desk.shows("its words, if any")
        await desk.type("" if code == "mex" else "its law")
    await desk.shows("3 ✓ Watch", "R: CHL MEX", "4 of 4 decided")
    assert [x.text for x in item(desk, 3).reservations] == ["its law", None]
    assert item(desk, 3).fate == "adopted"


@case
async def unreserve_recommendation(desk: DeskAtWork) -> None:
    for code in ("CHL", "MEX"):
        desk.told("reserve_recommendation", number=3, delegation=code)
    await business(desk, "unreserve_recommendation")
    await desk.shows("Recommendation 3: which reservation is withdrawn?", "2 Mexico")
    await desk.keys("2")
    await desk.shows("Recommendation 3 no longer")
    assert item(desk, 3).reserved_by == ("CHL",)


@case
async def prioritize_recommendation(desk: DeskAtWork) -> None:
    for marked in (True, False):
        await business(desk, "prioritize_recommendation")
        await desk.type("4")
        await desk.until(lambda marked=marked: item(desk, 4).regional_priority is marked)
        await desk.shows("4 ○★ Fund" if marked else "4 ○ Fund")


@case
async def add_recommendation(desk: DeskAtWork) -> None:
    await business(desk, "add_recommendation")
    await desk.shows("Recommendation 5: its text")
    await desk.type("Meet again")
    await desk.shows("0 of 5 decided", "5 ○ Meet again", "Recommendation 5 added")


@case
async def reject_recommendation(desk: DeskAtWork) -> None:
    await business(desk, "reject_recommendation")
    await desk.type("2")
    await desk.shows("Reject recommendation 2: Train judges")
    await desk.keys("2")
    await desk.type("a lot")
    await desk.shows("✗ Type the votes for, against and")
    await business(desk, "reject_recommendation")
    await desk.type("2")
    await desk.keys("2")
    await desk.type("5 9")
    await desk.shows("2 ✗ Train", "Recommendation 2 rejected")


@case
async def withdraw_recommendation(desk: DeskAtWork) -> None:
    await business(desk, "withdraw_recommendation")
    await desk.type("2")
    await desk.shows("Recommendation 2: who withdraws it?")
    await desk.keys("1")
    await desk.type("bra")
    await desk.shows("2 ∅ Train", "Recommendation 2 withdrawn by")


@case
async def reopen_recommendation(desk: DeskAtWork) -> None:
    await business(desk, "reopen_recommendation")
    await desk.shows("✗ No recommendation is in that state.")
    desk.told("approve_block")
    await business(desk, "reopen_recommendation")
    await desk.type("2")
    await desk.shows("Reopen recommendation 2: for what reason?")
    await desk.type("a slip")
    await desk.shows("3 of 4 decided", "► 2 ○ Train")


@case
async def read_recommendation(desk: DeskAtWork) -> None:
    desk.told("amend_recommendation", number=2, text="word " * 200 + "end")
    await business(desk, "read_recommendation")
    await desk.type("2")
    await desk.shows("Recommendation 2 · undecided", "word word")
    await desk.keys("end")
    await desk.shows("As drafted: Train judges")
    await desk.keys("enter")
    await desk.until(lambda: not desk.dialog)
