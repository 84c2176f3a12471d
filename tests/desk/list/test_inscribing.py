"""Inscribing by typing: codes and names, several at once, seen whole before Enter."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import at_desk


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("bra", ["BRA"]),
        ("BR", ["BRA"]),
        ("bRaSiL", ["BRA"]),
        ("estados unidos", ["USA"]),
        ("États-Unis", ["USA"]),
        ("etats unis", ["USA"]),
        ("haïti", ["HTI"]),
        ("méxico", ["MEX"]),
        ("dom", ["DOM"]),
        ("do", ["DOM"]),
        ("dm", ["DMA"]),
        ("dma", ["DMA"]),
        ("dominica", ["DMA"]),
        ("dominican republic", ["DOM"]),
        ("república dominicana", ["DOM"]),
        ("dominica dominican republic", ["DMA", "DOM"]),
        ("dm do", ["DMA", "DOM"]),
        ("bra chl ury", ["BRA", "CHL", "URY"]),
        ("bra, costa rica; saint lucia ury", ["BRA", "CRI", "LCA", "URY"]),
    ],
)
async def test_means(typed: str, codes: list[str], tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("a")
        await desk.keys(*typed)
        for code in codes:
            await desk.shows(f"{code} ", desk.meeting.plan.name_of(code))
        await desk.keys("enter")
        await desk.until(lambda: desk.waiting == codes)


@pytest.mark.parametrize("typed", ["bra xyzzy", "xyzzy", "jam for xyzzy"])
async def test_unknown_words_inscribe_nobody(typed: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("a")
        await desk.keys(*typed)
        await desk.shows("✗ No delegation is called “xyzzy”.")
        await desk.keys("enter")
        assert desk.dialog
        await desk.keys("escape")
        assert (desk.waiting, desk.dialog) == ([], False)


async def test_nothing_typed_asks_for_something(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.inscribe("")
        await desk.shows("Type a code or a name first")


async def test_both_dominicas_are_offered_and_the_arrow_chooses(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("a")
        await desk.keys(*"domini")
        await desk.shows(
            "? “domini” may mean several.", "DOM DO  Dominican Republic", "DMA DM  Dom"
        )
        await desk.keys("enter")
        await desk.shows("“domini” is not clear: choose with ↑↓")
        assert desk.dialog
        await desk.keys("down", "down", "enter")
        await desk.until(lambda: desk.waiting == ["DOM"])


async def test_a_joint_remark_has_one_speaker(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.inscribe("jam for atg bhs")
        await desk.shows("1 JAM Jamaica (for 2)")
        entry = desk.meeting.speakers().waiting[0]
        assert entry.on_behalf_of == ("ATG", "BHS")
        await desk.inscribe("bra chl for ury")
        await desk.shows("A joint remark has one speaker")
        assert desk.waiting == ["JAM"]


async def test_one_who_is_spoken_for_is_warned_of(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.inscribe("jam for atg bhs")
        await desk.inscribe("bhs")
        await desk.shows("▷ Jamaica speaks on behalf of")
        assert desk.waiting == ["JAM", "BHS"]


async def test_the_particulars(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("a", "ctrl+t", "ctrl+g", "ctrl+r", "ctrl+r")
        await desk.shows("☑ general report", "☑ designated delegate", "☐ right of reply")
        await desk.type("bra")
        entry = desk.meeting.speakers().waiting[0]
        assert (entry.capacity, entry.general_report, entry.kind) == (
            "designated_delegate",
            True,
            "remark",
        )
        await desk.press("space", "a", "ctrl+r")
        await desk.type("chl")
        await desk.shows("Chile replies to which remark?", "1 no. 1, Brazil")
        await desk.keys("1")
        await desk.shows("0 + 1 ↩", "CHL Chile (reply to 1)")


async def test_who_waits_already_is_said_before_and_refused_after(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL") as desk:
        await desk.press("a")
        await desk.keys(*"mex chl ury")
        await desk.shows("CHL CL  Chile  waits at place 2")
        await desk.keys("enter")
        await desk.shows("✗ Chile waits on this list already", "3 MEX", "4 URY")
        assert desk.waiting == ["BRA", "CHL", "MEX", "URY"]


async def test_a_closed_list_asks_for_a_reason_for_each(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("l")
        await desk.inscribe("bra chl")
        await desk.shows("Add Brazil all the same: for what")
        await desk.keys("enter")
        await desk.shows("✗ A reason is needed")
        await desk.type("asked in time")
        await desk.shows("Add Chile all the same: for what")
        await desk.keys("escape")
        assert desk.waiting == ["BRA"]
        assert "after_closing" in desk.meeting.speakers().waiting[0].marks


async def test_a_general_report_elsewhere_is_offered_its_session(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session="a") as desk:
        for code, answer in (("bra", "1"), ("chl", "2")):
            await desk.press("a", "ctrl+g")
            await desk.type(code)
            await desk.shows("General reports belong to “Introductory session”.")
            await desk.keys(answer)
        await desk.until(lambda: desk.waiting == ["CHL"])
        there = desk.meeting.speakers("introductory").waiting
        assert [entry.delegation for entry in there] == ["BRA"]


async def test_a_second_turn_comes_as_the_rules_have_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        await desk.press("space", "e")
        await desk.inscribe("bra")
        await desk.shows("✗ Brazil has had its turn")
        assert desk.waiting == []


async def test_the_particulars_are_laid_anew_where_the_window_changes(tmp_path: Path) -> None:
    async with at_desk(tmp_path, size=(100, 30)) as desk:
        await desk.press("a")
        particulars = desk.app.screen.query_one("#particulars")
        wide = particulars.size.height
        await desk.pilot.resize_terminal(40, 24)
        await desk.until(lambda: particulars.size.height > wide)
        await desk.shows("^r ☐ right of reply")
        await desk.pilot.resize_terminal(100, 30)
        await desk.until(lambda: particulars.size.height == wide)
