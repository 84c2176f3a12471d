"""Two desks on one record: what one does, the other shows; what is overtaken is judged anew."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from tests.desk.desk_at_work import DeskAtWork, convened, desk_on
from tipfloor.core.rooms import ACTS
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore


class OtherDesk:
    """A second process at the record."""

    def __init__(self, proceedings: Proceedings) -> None:
        self._proceedings = proceedings

    def tell(self, kind: str, **fields: object) -> None:
        self._proceedings.tell(ACTS[kind].model_validate({"kind": kind, **fields}))


@asynccontextmanager
async def two_desks(folder: Path) -> AsyncIterator[tuple[DeskAtWork, OtherDesk]]:
    record, clock = convened(folder)
    with closing(Proceedings(SqliteStore(record), clock)) as proceedings:
        async with desk_on(record, clock, waiting=["BRA", "CHL", "URY"]) as desk:
            yield desk, OtherDesk(proceedings)


async def test_what_the_other_does_shows(tmp_path: Path) -> None:
    async with two_desks(tmp_path) as (desk, other):
        other.tell("inscribe", delegation="MEX")
        await desk.shows("4 MEX Mexico")
        other.tell("give_floor")
        await desk.shows("BRA  Brazil", "● SPEAKING")
        other.tell("undo")
        await desk.shows("Next  BRA  Brazil")


async def test_there_are_never_two_floors(tmp_path: Path) -> None:
    async with two_desks(tmp_path) as (desk, other):
        other.tell("give_floor")
        await desk.press("space")
        await desk.until(lambda: "Brazil has the floor: e when Brazil has ended." in desk.notices)
        await desk.shows("BRA  Brazil")
        assert desk.kinds.count("floor_given") == 1


async def test_a_question_answered_too_late_is_refused(tmp_path: Path) -> None:
    async with two_desks(tmp_path) as (desk, other):
        await desk.press("down", "down", "enter")
        await desk.shows("why does Uruguay take the floor now?")
        other.tell("withdraw", delegation="URY")
        other.tell("give_floor")
        await desk.type("a plane to catch")
        await desk.until(lambda: "Brazil has the floor: e when Brazil has ended." in desk.notices)
        assert desk.waiting == ["CHL"]


async def test_the_selection_stays_on_its_delegation(tmp_path: Path) -> None:
    async with two_desks(tmp_path) as (desk, other):
        await desk.press("down", "down")
        other.tell("swap", delegation="BRA", other="CHL")
        other.tell("move", delegation="URY", position=1, reason="agreed")
        await desk.shows("1 URY Uruguay")
        await desk.press("d")
        await desk.shows("Uruguay gives up its place on the list?")


async def test_a_name_that_is_gone_takes_the_selection_back_to_the_next(tmp_path: Path) -> None:
    async with two_desks(tmp_path) as (desk, other):
        await desk.press("down", "down")
        other.tell("withdraw", delegation="BRA")
        await desk.shows("2 URY Uruguay")
        await desk.press("d")
        await desk.shows("Chile gives up its place on the list?")


async def test_what_the_other_did_is_not_undone_unseen(tmp_path: Path) -> None:
    async with two_desks(tmp_path) as (desk, other):
        await desk.press("u")
        await desk.shows("Undo: Uruguay asked for the floor")
        other.tell("close_list")
        await desk.keys("enter")
        await desk.until(lambda: "Another act came in meanwhile" in desk.notices)
        assert not desk.meeting.speakers().is_open
