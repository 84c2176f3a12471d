"""What is typed where delegations are asked for: nobody is taken on a guess, nothing is cut."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, OptionList

from tests.desk.desk_at_work import DeskAtWork, at_desk
from tests.desk.keyboard import burst
from tests.helpers.typed import seventh


async def paste(desk: DeskAtWork, text: str) -> None:
    """Paste a text into the question that is open."""
    await desk.until(lambda: isinstance(desk.app.focused, Input))
    desk.app.post_message(events.Paste(text))
    await desk.until(lambda: line(desk).value)


def line(desk: DeskAtWork) -> Input:
    return desk.app.screen.query_one(Input)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("St. Vincent and the Grenadines", ["VCT"]),
        ("sta lucia", ["LCA"]),
        ("el perú", ["PER"]),
        ("brazil chile and uruguay", ["BRA", "CHL", "URY"]),
        ("us do dm", ["USA", "DOM", "DMA"]),
    ],
)
async def test_who_is_named_is_inscribed_in_one_act(
    typed: str, codes: list[str], tmp_path: Path
) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.inscribe(typed)
        await desk.until(lambda: desk.waiting == codes)
        await desk.press("u")
        await desk.keys("enter")
        await desk.until(lambda: desk.waiting == [])


@pytest.mark.parametrize("typed", ["jam for st", "jam for", "for atg", "st", "bra st", "guatamala"])
async def test_enter_never_takes_a_guess(typed: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.inscribe(typed)
        await desk.shows("✗ ")
        await desk.keys("enter", "enter")
        assert (desk.waiting, desk.dialog) == ([], True)


async def test_one_chosen_takes_the_place_of_the_words(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("a")
        await desk.keys(*"bra st chl")
        await desk.shows("? “st” may mean several. Which?", "KNA KN  Saint Kitts and Nevis")
        await desk.keys("down", "down", "enter")
        await desk.until(lambda: line(desk).value == "bra LCA chl")
        assert desk.waiting == []
        await desk.shows("BRA BR  Brazil", "LCA LC  Saint Lucia", "CHL CL  Chile")
        await desk.keys("enter")
        await desk.until(lambda: desk.waiting == ["BRA", "LCA", "CHL"])


async def test_a_misspelt_name_is_offered_and_not_taken(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("a")
        await desk.keys(*"jamiaca")
        await desk.shows("? Is this whom “jamiaca” means?", "JAM JM  Jamaica")
        await desk.keys("enter")
        await desk.shows("✗ “jamiaca” is not clear")
        assert desk.waiting == []
        await desk.keys("up", "enter")
        await desk.until(lambda: desk.waiting == ["JAM"])


async def test_a_joint_statement_of_all_is_pasted_whole(tmp_path: Path) -> None:
    names = [item.names()[0] for item in seventh().delegations]
    codes = [item.code for item in seventh().delegations]
    async with at_desk(tmp_path) as desk:
        await desk.press("a")
        await paste(
            desk, f"{names[0]} on behalf of\n" + "\n".join(f"  {name}" for name in names[1:])
        )
        await desk.shows(f"{len(codes)} delegations")
        assert len(line(desk).value) > 300
        await desk.keys("enter")
        await desk.until(lambda: desk.waiting == codes[:1])
        assert list(desk.meeting.speakers().waiting[0].on_behalf_of) == codes[1:]


async def test_a_long_line_shows_its_last_names(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("a")
        await paste(desk, ", ".join(item.names()[0] for item in seventh().delegations))
        await desk.shows("URY UY  Uruguay", "32 delegations", "^g ☐ general report", "several: bra")


async def test_one_of_several_that_is_refused_is_said_by_name(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "CHL") as desk:
        await desk.inscribe("bra chl st lucia")
        await desk.shows("✗ Chile waits on this list already")
        assert desk.waiting == ["CHL", "BRA", "LCA"]
        await desk.press("u")
        await desk.keys("enter")
        await desk.until(lambda: desk.waiting == ["CHL"])


async def test_one_delegation_is_asked_for(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("s")
        await desk.type("brazil chile")
        await desk.shows("✗ One delegation is asked for: type one.")
        await desk.keys(*["backspace"] * 5)
        await desk.keys("enter")
        await desk.shows("Slides refused to Brazil")


async def test_an_arrow_and_enter_typed_in_one_go_are_taken_in_their_turn(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("a")
        await desk.until(lambda: isinstance(desk.app.focused, Input))
        await burst(desk.app, *"dominican", "down", "down", "enter")
        await desk.until(lambda: desk.waiting == ["DMA"])


async def test_what_a_line_lacked_is_not_said_of_the_next(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.inscribe("bra st")
        await desk.shows("✗ “st” is not clear")
        await desk.keys("backspace", "backspace")
        await desk.shows("several: bra chl ury")


async def test_the_arrows_pass_over_rows_that_offer_nobody(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("a")
        await desk.keys(*"bra chl")
        await desk.shows("BRA BR  Brazil", "CHL CL")
        await desk.keys("down")
        assert desk.app.screen.query_one(OptionList).highlighted is None
        await desk.keys("enter")
        await desk.until(lambda: desk.waiting == ["BRA", "CHL"])


@pytest.mark.parametrize(("over", "said"), [(7, "7 characters too many"), (1, "One character too")])
async def test_a_reason_too_long_is_refused_by_how_much(
    over: int, said: str, tmp_path: Path
) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("l")
        await desk.inscribe("chl")
        await desk.shows("for what")
        await paste(desk, "x" * (500 + over))
        await desk.keys("enter")
        await desk.shows(f"✗ {said}", "500 are kept")
        await desk.keys(*["backspace"] * over, "enter")
        await desk.until(lambda: desk.waiting == ["BRA", "CHL"])


async def test_when_the_meeting_goes_on_is_not_cut(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("v", "3")
        await paste(desk, "tomorrow at nine " * 6)
        await desk.keys("enter")
        await desk.shows("✗ 21 characters too many: 80 are kept")
        assert desk.meeting.suspension is None


@pytest.mark.parametrize("key", [("s",), ("x", "1")])
async def test_whoever_has_the_floor_is_offered_first_then_the_next(
    key: tuple[str, ...], tmp_path: Path
) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY") as desk:
        desk.told("give_floor")
        await desk.press(*key)
        screen = await desk.shows("BRA BR  Brazil", "CHL CL  Chile")
        assert screen.index("BRA BR") < screen.index("CHL CL")
        await desk.press("down", "enter")
        await desk.until(lambda: desk.meeting.requests_refused)
        assert desk.meeting.requests_refused[-1].delegation == "CHL"
        await desk.press("e", *key, "enter")
        await desk.until(lambda: len(desk.meeting.requests_refused) == 2)
        assert desk.meeting.requests_refused[-1].delegation == "CHL"
