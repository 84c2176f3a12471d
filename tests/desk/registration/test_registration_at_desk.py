"""Registration, the quorum and the chair at the desk, by keys."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk.desk_at_work import SMALLEST, DeskAtWork, at_desk, real_plan, ruled
from tests.helpers.plans import small_plan
from tipfloor.desk.deeds.list.added_session import code_of
from tipfloor.desk.deeds.registration.registration import day_of

SIZES = [SMALLEST, (160, 45)]


async def check_in(desk: DeskAtWork, typed: str, *particulars: str) -> None:
    await desk.press("n", "i", *particulars)
    await desk.type(typed)


async def test_several_arrive_at_once(tmp_path: Path) -> None:
    """PRACTICE section 2, row i."""
    async with at_desk(tmp_path, session=None) as desk:
        await desk.shows("✓ 0 here ○ 32 not yet", "○BRA", "✗ quorum to open lacking (11)")
        await check_in(desk, "bra costa rica ury")
        await desk.shows("✓ 3 here ○ 29 not yet", "✓BRA", "✓CRI", "✓URY", "○MEX")
        assert [stay.delegation for stay in desk.meeting.attendance] == ["BRA", "CRI", "URY"]
        assert len({told.act for _, _, told in desk.proceedings.history[1:]}) == 1
        await desk.press("u")
        await desk.keys("enter")
        await desk.until(lambda: not desk.meeting.checked_in)


async def test_who_is_here_is_said_before_and_refused_after(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        await check_in(desk, "bra")
        await desk.press("n", "i")
        await desk.keys(*"bra chl")
        await desk.shows("here since 11:00")
        await desk.keys("enter")
        await desk.shows("✗ Brazil is checked in already.", "✓CHL")


async def test_an_unknown_word_checks_nobody_in(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        await check_in(desk, "bra xyzzy")
        await desk.shows("“xyzzy” is not on the roster.")
        assert desk.meeting.checked_in == set()
        await desk.keys("escape")
        await check_in(desk, "")
        await desk.shows("Type a code or a name first")


async def test_a_designated_delegate_is_noted_and_holds_for_the_list(tmp_path: Path) -> None:
    """PRACTICE section 1, rule 7."""
    async with at_desk(tmp_path, session=None) as desk:
        await check_in(desk, "bra", "ctrl+t")
        await desk.shows("Brazil checked in, with a")
        assert desk.meeting.attendance[0].capacity == "designated_delegate"
        desk.told("open_session", session="a", reason="x")
        await desk.inscribe("bra")
        await desk.until(lambda: desk.waiting == ["BRA"])
        assert desk.meeting.speakers().waiting[0].capacity == "designated_delegate"


async def test_the_arrow_chooses_between_both_dominicas(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        await desk.press("n", "i")
        await desk.keys(*"domini", "down", "enter")
        await desk.until(lambda: desk.meeting.checked_in)
        assert desk.meeting.checked_in == {"DMA"}


@pytest.mark.parametrize("size", SIZES)
async def test_the_quorum_is_always_in_sight(size: tuple[int, int], tmp_path: Path) -> None:
    """PRACTICE section 7, case 20: a sign and a word, not colour alone."""
    plan = ruled(quorum_to_open=1, quorum_to_decide=2, quorum_to_vote=2)
    async with at_desk(tmp_path, session=None, plan=plan, size=size) as desk:
        await desk.shows("✗open 1", "✗decide/vote 2")
        for code in ("BRA", "CHL"):
            desk.told("check_in", delegation=code)
        await desk.shows("✓open 1", "✓decide/vote 2")
        desk.told("open_session", session="a", reason="x")
        desk.told("inscribe", delegation="BRA")
        await desk.press("space")
        await desk.shows("2 of 32" if size != SMALLEST else "2/32", "✓open 1", "✓decide/vote 2")
        desk.told("check_out", delegation="CHL")
        await desk.shows("✗decide/vote 2", "Brazil has the floor")


async def test_a_quorum_that_falls_is_told_at_once(tmp_path: Path) -> None:
    """PRACTICE section 7, case 20."""
    async with at_desk(tmp_path, session=None, plan=ruled(quorum_to_open=2)) as desk:
        await check_in(desk, "bra chl")
        await desk.shows("Quorum to open reached")
        await desk.press("n", "o")
        await desk.type("chl")
        await desk.shows("▷ The quorum to open is lost:", "Quorum to open LOST")


async def test_opening_without_the_quorum_warns(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        await desk.press("right_square_bracket")
        await desk.shows("▷ Opened without the quorum to open: 0")
        assert desk.meeting.moment == "opening_ceremony"


async def test_without_a_roll_and_a_quorum_no_line_is_taken(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None, plan=small_plan()) as desk:
        assert not desk.app.desk.query_one("#quorum").display
        desk.told("check_in", delegation="BRA")
        await desk.shows("present 1 of 8", "opening takes no quorum")


async def test_a_large_roster_is_cut_with_who_is_there_first(tmp_path: Path) -> None:
    plan = real_plan()
    more = [
        replace(plan.delegations[0], code=f"X{a}{b}", code2=None)
        for a in "ABCDEFGHIJ"
        for b in "ABCDEFGHIJ"
    ]
    async with at_desk(tmp_path, session=None, plan=plan.with_added("delegations", *more)) as desk:
        desk.told("check_in", delegation="XJJ")
        await desk.shows("✓XJJ", "… and 84 more", "quorum to open lacking")


@pytest.mark.parametrize("typed", ["ni", "nica", "n1c", ""])
async def test_a_code_that_is_none_is_refused_before_more_is_asked(
    typed: str, tmp_path: Path
) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        await desk.press("n", "d")
        await desk.type(typed)
        await desk.shows("A code has three letters")
        assert not desk.dialog


async def test_a_hostile_name_at_the_door_is_plain_text(tmp_path: Path) -> None:
    """PRACTICE section 7, cases 21 and 28."""
    async with at_desk(tmp_path, session=None) as desk:
        await desk.press("n", "d")
        await desk.type("zzz")
        await desk.type("[bold]=cmd()[/]")
        await desk.press("1")
        await desk.type("[red]why[/]")
        await desk.shows("(ZZZ) admitted at", "[bold]=cmd()[/] checked in", "✓ZZZ")
        desk.told("change_presiding", office="chair", delegation="ZZZ")
        await desk.shows("Presiding: Chair, [bold]=cmd()[/]")


async def test_a_taken_name_is_refused_at_the_door(tmp_path: Path) -> None:
    """PRACTICE section 7, case 21."""
    async with at_desk(tmp_path, session=None) as desk:
        await desk.press("n", "d")
        await desk.type("bri")
        await desk.type("brasil")
        await desk.press("2")
        await desk.shows("✗ brasil is a name of BRA")
        assert desk.meeting.plan == real_plan()


async def test_the_vice_chair_takes_the_chair_in_a_few_keys(tmp_path: Path) -> None:
    """PRACTICE section 7, case 18: the mark of the chair's own remark is on the screen."""
    async with at_desk(tmp_path, session=None) as desk:
        desk.told("change_presiding", office="chair", delegation="MEX")
        desk.told("change_presiding", office="vice_chair", delegation="CHL")
        desk.told("next_moment")
        await desk.press("n", "H")
        await desk.shows("In the chair: Chile (Vice Chair).", "1 United States", "2 Mexico (Chair)")
        await desk.press("2")
        await desk.shows("Presiding: Chair, Mexico")
        desk.told("open_session", session="a", reason="x")
        desk.told("inscribe", delegation="MEX")
        await desk.press("space")
        await desk.shows("MEX  Mexico", "in national capacity")


async def test_a_list_at_fault_is_told_by_row_and_nobody_is_inscribed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", session="a") as desk:
        file = tmp_path / "list.csv"
        file.write_text("code\nchl\nchl\n", encoding="utf-8")
        await desk.press("n", "L")
        await desk.type(f"'{file}'")
        await desk.shows("row 3: Chile stands in row 2 already", "Inscribe the others?")
        await desk.keys("2")
        await desk.shows("Nobody was inscribed.")
        file.write_text("chl\nxyzzy\nyzzyx\n", encoding="utf-8")
        await desk.press("n", "L")
        await desk.type(str(file))
        await desk.shows("row 2: “xyzzy” is no code", "… and one more row")
        assert desk.waiting == ["BRA"]


async def test_a_closed_list_asks_one_reason_for_all(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session="a") as desk:
        file = tmp_path / "list.csv"
        file.write_text("chl\nbra\n", encoding="utf-8")
        await desk.press("l", "n", "L")
        await desk.type(str(file))
        await desk.shows("Add them all the same: for what reason?")
        await desk.type("sent in time")
        await desk.until(lambda: desk.waiting == ["CHL", "BRA"])
        await desk.press("u")
        await desk.keys("enter")
        await desk.until(lambda: desk.waiting == [])


@pytest.mark.parametrize("typed", ["missing.csv", "/", "~nobody-at-all/x", ""])
async def test_a_path_that_leads_nowhere_is_told(typed: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, session="a") as desk:
        await desk.press("n", "L")
        await desk.type(typed)
        await desk.until(lambda: desk.app.desk.query_one("#notice").display)
        assert desk.waiting == []


async def test_a_plenary_session_is_added_live(tmp_path: Path) -> None:
    """PRACTICE section 1, rule 9."""
    async with at_desk(tmp_path, session="a") as desk:
        await desk.press("n", "A")
        await desk.type("Plenary session (e)")
        await desk.type("Prevention in schools")
        await desk.shows("Its planned times, if it has any")
        await desk.type("")
        await desk.shows("Session added: Plenary session (e)")
        assert desk.meeting.plan.session("plenary-session-e")
        await desk.press("n", "A")
        await desk.type("Plenary session (a)")
        await desk.type("x")
        await desk.type("")
        await desk.shows("is the code or")


def test_a_session_s_code_is_made_of_its_title() -> None:
    plan = real_plan()
    assert code_of("Sesión plenaria Ñandú (f)", plan) == "sesion-plenaria-nandu-f"
    assert code_of("A", plan) == "a-2"
    assert code_of("会議", plan) == "session"
    assert len(code_of("very long " * 30, plan)) <= 36


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2024-01-28", date(2024, 1, 28)),
        ("28.1", date(2024, 1, 28)),
        ("28/1", date(2024, 1, 28)),
        ("28.12.", date(2023, 12, 28)),
        ("31.2", None),
        ("0-0-0", None),
        ("9999-01-01", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed: str, day: date | None) -> None:
    assert day_of(typed, date(2024, 2, 5)) == day


@pytest.mark.parametrize(
    ("typed", "away"),
    [
        ("all", set()),
        ("Todas", set()),
        ("tous", set()),
        ("everyone but bra, costa rica", {"BRA", "CRI"}),
        ("todas menos ury", {"URY"}),
        ("todos exceto dominica", {"DMA"}),
        ("toutes sauf haïti et brésil", {"HTI", "BRA"}),
    ],
)
async def test_everyone_arrives_who_is_not_here_yet(
    typed: str, away: set[str], tmp_path: Path
) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        await check_in(desk, "mex chl")
        await desk.press("n", "i")
        await desk.keys(*typed)
        await desk.shows(f"All who are not here yet: {30 - len(away)} delegations", *away)
        await desk.keys("enter")
        await desk.until(lambda: len(desk.meeting.checked_in) > 2)
        assert {row.code for row in desk.meeting.plan.delegations} - desk.meeting.checked_in == away
        await desk.press("u")
        await desk.keys("enter")
        await desk.until(lambda: desk.meeting.checked_in == {"MEX", "CHL"})


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("all but", "Type a code or a name first"),
        ("all but xyzzy", "“xyzzy” is not on the roster."),
        ("all but jam for bra", "Nobody speaks for others here"),
        ("all bra", "“all” is not on the roster."),
    ],
)
async def test_everyone_but_somebody_unclear_is_nobody(
    typed: str, said: str, tmp_path: Path
) -> None:
    async with at_desk(tmp_path, session=None) as desk:
        await check_in(desk, typed)
        await desk.shows(said)
        assert not desk.meeting.checked_in


async def test_a_delegation_of_that_name_is_no_word_for_everyone(tmp_path: Path) -> None:
    plan = small_plan()
    named = replace(plan.delegations[0], also=("All",))
    plan = replace(plan, delegations=(named, *plan.delegations[1:]))
    async with at_desk(tmp_path, session=None, plan=plan) as desk:
        await check_in(desk, "all")
        await desk.until(lambda: desk.meeting.checked_in == {named.code})


async def test_nobody_is_left_to_check_in(tmp_path: Path) -> None:
    async with at_desk(tmp_path, session=None, plan=small_plan()) as desk:
        await check_in(desk, "all")
        await desk.until(lambda: desk.meeting.checked_in)
        await check_in(desk, "all")
        await desk.shows("✗ Every delegation is here already.")
