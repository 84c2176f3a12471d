"""`tipfloor inscribe`: the whole list, what it leaves out and on whose word, and why by row."""

from pathlib import Path

import pytest


@pytest.fixture
def file(home: Path):
    def write(content: str, name: str = "list.csv") -> str:
        (home / name).write_text(content, encoding="utf-8")
        return name

    return write


def waiting(run) -> list[str]:
    import json

    return json.loads(run("status", "--json").out)["list"]["waiting"]


def test_everyone_is_inscribed_in_the_order_of_the_file(run, told, file) -> None:
    told("open_session", "a", "straight to it")
    said = run("inscribe", file("País;Orador\nUruguay;X\nbrasil;Y\n"))
    assert said.status == 0
    assert said.out.splitlines() == [
        "2 delegations inscribed, in the order of the file: URY, BRA.",
        "One column left out: Orador.",
    ]
    assert waiting(run) == ["URY", "BRA"]
    assert told("undo") == ["act_undone"]
    assert waiting(run) == []


def test_a_row_at_fault_and_nothing_is_loaded(run, told, file) -> None:
    """PRACTICE section 7, case 21."""
    told("open_session", "a", "straight to it")
    said = run("inscribe", file("BRA\nxyzzy\nBRA\n"))
    assert said.status == 1
    assert [line.partition(":")[0] for line in said.out.splitlines()] == [
        "row 2",
        "row 3",
        "Nobody was inscribed",
    ]
    assert waiting(run) == []
    rest = run("inscribe", file("BRA\nxyzzy\nBRA\n"), "--rest")
    assert rest.status == 0
    assert [line.partition(":")[0] for line in rest.out.splitlines()] == [
        "row 2",
        "row 3",
        "One delegation inscribed",
    ]


def test_what_the_meeting_refuses_is_told_by_row(run, told, file) -> None:
    told("open_session", "a", "straight to it")
    told("inscribe", "CHL")
    told("close_list")
    name = file("\nBRA\n")
    assert run("inscribe", name).out.startswith("row 2: The list of speakers is closed.")
    assert run("inscribe", name, "--reason", "sent in time").status == 0
    assert waiting(run) == ["CHL", "BRA"]


def test_who_waits_already_is_passed_over_and_told(run, told, file) -> None:
    told("open_session", "a", "straight to it")
    told("inscribe", "CHL")
    name = file("delegation\nBRA\nCHL\nURY\n")
    said = run("inscribe", name)
    assert said.out.splitlines() == [
        "2 delegations inscribed, in the order of the file: BRA, URY.",
        "Passed over, for it waits already: CHL.",
    ]
    assert waiting(run) == ["CHL", "BRA", "URY"]
    again = run("inscribe", name)
    assert (again.status, again.out) == (1, "")
    assert again.err.startswith("Everyone on that list waits already")


def test_who_is_not_checked_in_is_told_by_row(run, told, file) -> None:
    """PRACTICE section 1, rule 3."""
    told("open_session", "a", "straight to it")
    told("check_in", "BRA")
    said = run("inscribe", file("BRA\nCHL\n"))
    assert said.status == 1
    assert said.out.startswith("row 2: Chile is not checked in.")
    left_out = run("inscribe", file("BRA\nCHL\n"), "--not-here", "left-out")
    assert left_out.out.splitlines() == ["One delegation inscribed: BRA.", "Left out: CHL."]
    expected = run("inscribe", file("CHL\nURY\n"), "--not-here", "expected")
    assert expected.out.splitlines()[1] == "Of them 2 are not here yet: CHL, URY."
    assert waiting(run) == ["BRA", "CHL", "URY"]


def test_a_session_is_named_or_the_moment_s_own_list_is_meant(run, file) -> None:
    name = file("BRA\n")
    assert run("inscribe", name, "--session", "b").status == 0
    nowhere = run("inscribe", name, "--session", "nowhere")
    assert (nowhere.status, nowhere.out) == (1, "")
    assert nowhere.err.startswith("There is no session “nowhere”.")
    assert run("inscribe", name).out == "One delegation inscribed: BRA.\n"


@pytest.mark.parametrize("name", ["missing.csv", ".", "empty.csv"])
def test_a_file_that_cannot_be_used(run, home: Path, name: str) -> None:
    (home / "empty.csv").touch()
    said = run("inscribe", name)
    assert (said.status, said.out) == (3, "")
    assert len(said.err.splitlines()) == 1


def test_a_reason_too_long_is_told(run, file) -> None:
    said = run("inscribe", file("BRA\n"), "--session", "a", "--reason", "x" * 501)
    assert said.status == 1
    assert "at most 500 characters" in said.err


def test_whole_names_are_read_as_at_the_desk_and_nothing_else(run, told, file) -> None:
    told("open_session", "a", "straight to it")
    names = "St. Vincent and the Grenadines\nEE. UU.\nBolivia, Plurinational State of\nRD\n"
    assert run("inscribe", file(names)).status == 0
    assert waiting(run) == ["VCT", "USA", "BOL", "DOM"]
    said = run("inscribe", file("guat\ndominican\nst\nbra chl\nfor Chile\n"))
    assert said.status == 1
    assert [line.partition(":")[0] for line in said.out.splitlines()[:-1]] == [
        f"row {row}" for row in range(1, 6)
    ]
    assert waiting(run) == ["VCT", "USA", "BOL", "DOM"]
