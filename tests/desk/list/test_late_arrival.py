"""Delegations that are not here: a late arrival, who is expected, a list loaded again."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk, real_plan

LATE = ("a", *"jam", "enter", "enter")
"""The presses by which a delegation that comes late is checked in and inscribed."""


async def test_a_late_arrival_takes_six_presses(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        desk.told("check_in", delegation="BRA")
        await desk.press(*LATE[:-1])
        await desk.shows("Jamaica is not checked in.", "1 it has come")
        await desk.press(LATE[-1])
        await desk.until(lambda: desk.waiting == ["JAM"])
        assert desk.recorded_kinds[-2:] == ["checked_in", "inscribed"]
        assert len(LATE) <= 6


async def test_who_is_expected_is_shown_and_asked_about_when_its_turn_comes(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, size=(120, 40)) as desk:
        desk.told("check_in", delegation="BRA")
        await desk.inscribe("jam")
        await desk.keys("2")
        await desk.shows("JAM Jamaica (not here yet)")
        await desk.press("space")
        await desk.shows("Jamaica is not checked in.", "1 it is here")
        await desk.keys("enter")
        await desk.until(lambda: desk.meeting.speaker)
        assert desk.floor.entry.delegation == "JAM"


async def test_who_is_not_here_is_refused_by_the_rule_and_noted(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        desk.told("check_in", delegation="BRA")
        await desk.inscribe("jam")
        await desk.keys("3")
        await desk.shows("✗ Jamaica is not checked in: n i")
        assert (desk.waiting, desk.recorded_kinds[-1]) == ([], "attempt_stopped")


async def test_who_is_refused_keeps_nobody_else_off_the_list(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        desk.told("check_in", delegation="BRA")
        await desk.inscribe("bra jam")
        await desk.shows("Jamaica is not checked in.")
        await desk.keys("3")
        await desk.until(lambda: desk.waiting == ["BRA"])
        await desk.until(lambda: "attempt_stopped" in desk.recorded_kinds)


@pytest.mark.parametrize("typed", ["bra jam", "jam bra", "bra chl jam"])
@pytest.mark.parametrize(("answer", "arrived"), [("1", True), ("2", False)])
async def test_a_late_arrival_among_others_is_inscribed_with_them(
    typed: str, answer: str, arrived: bool, tmp_path: Path
) -> None:
    async with at_desk(tmp_path) as desk:
        for code in ("BRA", "CHL"):
            desk.told("check_in", delegation=code)
        await desk.inscribe(typed)
        await desk.shows("Jamaica is not checked in.")
        await desk.keys(answer)
        await desk.until(lambda: desk.waiting == typed.upper().split())
        assert ("JAM" in desk.meeting.checked_in) is arrived


@pytest.mark.parametrize("letter", ["Y", "B"])
async def test_a_late_arrival_is_asked_about_for_a_reply_and_a_joint_statement(
    letter: str, tmp_path: Path
) -> None:
    async with at_desk(tmp_path, "CHL") as desk:
        desk.told("give_floor", reason="a test")
        desk.told("check_in", delegation="CHL")
        desk.told("check_in", delegation="BRA")
        await desk.press("n", letter)
        await desk.type("jam")
        if letter == "B":
            await desk.type("bra")
        await desk.shows("Jamaica is not checked in.")
        await desk.keys("1")
        if letter == "Y":
            await desk.shows("Jamaica replies to which remark?")
            await desk.keys("1")
        await desk.until(lambda: "JAM" in desk.meeting.checked_in)


async def test_who_is_called_and_absent_goes_to_the_end_of_the_list(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        for code in ("BRA", "CHL"):
            desk.told("check_in", delegation=code)
        for code in ("JAM", "CHL"):
            desk.told("inscribe", delegation=code, away="expected")
        await desk.press("c")
        await desk.shows("Jamaica is not checked in.")
        await desk.keys("2")
        await desk.until(lambda: desk.waiting == ["CHL", "JAM"])


@pytest.mark.parametrize("moment", [item.code for item in real_plan().moments])
async def test_a_check_in_is_two_keys_away_in_every_moment(moment: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        if desk.meeting.moment != moment:
            desk.told("go_to_moment", moment=moment, reason="a test")
        await desk.press("n", "i")
        await desk.type("mex")
        await desk.until(lambda: desk.meeting.checked_in == {"MEX"})


async def loading(desk: DeskAtWork, rows: str) -> None:
    """Load a prepared list by its business of the session."""
    file = desk.record.with_name("list.csv")
    file.write_text(rows, encoding="utf-8")
    await desk.press("n", "L")
    await desk.type(str(file))


async def test_a_list_is_loaded_again_and_who_waits_is_passed_over(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await loading(desk, "BRA\nCHL\n")
        await desk.shows("2 delegations inscribed")
        await loading(desk, "BRA\nCHL\nURY\n")
        await desk.until(lambda: desk.waiting == ["BRA", "CHL", "URY"])
        await desk.until(lambda: "Passed over, for they wait already: BRA, CHL." in desk.notices)


@pytest.mark.parametrize(
    ("answer", "waiting", "told"),
    [
        ("1", ["BRA", "CHL", "URY"], "Of them 2 are not here yet: CHL, URY."),
        ("2", ["BRA"], "Left out: CHL, URY."),
        ("escape", [], ""),
    ],
)
async def test_who_is_away_is_expected_or_left_out_as_is_said(
    answer: str, waiting: list[str], told: str, tmp_path: Path
) -> None:
    async with at_desk(tmp_path) as desk:
        desk.told("check_in", delegation="BRA")
        await loading(desk, "BRA\nCHL\nURY\n")
        await desk.shows("Chile, Uruguay are not checked in.")
        await desk.keys(answer)
        await desk.until(lambda: desk.waiting == waiting)
        await desk.until(lambda: told in desk.notices)


@pytest.mark.parametrize(("answer", "waiting"), [("1", ["BRA", "URY"]), ("2", [])])
async def test_rows_at_fault_keep_nobody_else_back_unless_that_is_said(
    answer: str, waiting: list[str], tmp_path: Path
) -> None:
    async with at_desk(tmp_path) as desk:
        await loading(desk, "BRA\nxyzzy\nURY\nqwerty\n")
        await desk.shows("row 2:", "one more row at fault", "1 inscribe the other 2")
        await desk.keys(answer)
        await desk.until(lambda: desk.waiting == waiting)
        await desk.until(lambda: ("Nobody" if answer == "2" else "inscribed") in desk.notices)


async def test_who_had_its_turn_is_told_by_its_row_and_the_others_inscribed(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, "BRA") as desk:
        desk.told("give_floor")
        desk.told("end_remark")
        await loading(desk, "BRA\nCHL\n")
        await desk.shows("row 1: Brazil has had", "1 inscribe the other one")
        await desk.keys("enter")
        await desk.until(lambda: desk.waiting == ["CHL"])
