"""`tipfloor roster`: from an accreditation list to a sound meeting file, or nothing at all."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from tests.cli.conftest import Run
from tipfloor.meetingfile import read_plan

NAME, HIDDEN = "Ludovica Quenthwaite", "Osric Vandermolen"

LIST = (
    "country;full name;office;accredited;consent;e-mail\n"
    f"Brazil;{NAME};Minister;2024-01-20;full name;secret\n"
    f"Brazil;{HIDDEN};Adviser;2024-01-10;no;secret\n"
    "United States;Tal Cual;Judge;30.01.2024;office;secret\n"
)


@pytest.fixture
def listed(home: Path) -> Path:
    (home / "list.csv").write_text(LIST, encoding="utf-8")
    return home / "list.csv"


def test_without_a_target_it_only_tells(run: Run, listed: Path, home: Path) -> None:
    before = {path: path.read_bytes() for path in home.iterdir()}
    said = run("roster", "list.csv")
    assert said.status == 0
    assert said.out.splitlines()[:3] == [
        "row 2: BRA Brazil: changed, accredited on 2024-01-10",
        "row 3: BRA Brazil: merged with row 2",
        "row 4: USA United States: changed, accredited on 2024-01-30 (late: due by 2024-01-26)",
    ]
    assert "Columns left out" not in said.out
    assert "One column left out: e-mail." in said.out
    assert "Nothing was written." in said.out
    assert not [word for word in ("secret", NAME, HIDDEN) if word in said.out]
    assert {path: path.read_bytes() for path in home.iterdir()} == before


def test_a_new_file_is_sound_and_keeps_every_other_line(run: Run, listed: Path, home: Path) -> None:
    assert run("roster", "list.csv", "--output", "new.toml").status == 0
    assert run("check", "new.toml").status == 0
    new, old = (read_plan(home / name) for name in ("new.toml", "sessions.toml"))
    assert [row.code for row in new.delegations] == ["BRA", "USA"]
    assert replace(new, delegations=old.delegations) == old
    assert (home / "new.toml").stat().st_mode & 0o777 == 0o600
    text = (home / "new.toml").read_text("utf-8")
    former = (home / "sessions.toml").read_text("utf-8")
    assert text.startswith(former[: former.index("[[delegations]]\n")])
    for word in (";secret", NAME, HIDDEN, "Minister"):
        assert word not in text


def test_nothing_is_overwritten_unasked_and_rights_stay(run: Run, listed: Path, home: Path) -> None:
    meeting = home / "sessions.toml"
    meeting.chmod(0o640)
    before = meeting.read_bytes()
    said = run("roster", "list.csv", "--output", "sessions.toml")
    assert (said.status, "--overwrite" in said.err) == (1, True)
    assert meeting.read_bytes() == before
    assert run("roster", "list.csv", "--add", "--overwrite").status == 0
    assert len(read_plan(meeting).delegations) == 32
    assert meeting.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in home.iterdir() if path.name.startswith(".")] == []


def test_a_row_at_fault_and_nothing_is_written(run: Run, home: Path) -> None:
    """PRACTICE section 7, case 21: the roster is never half-loaded."""
    (home / "list.csv").write_text("code,accredited\nBRA,2024-01-10\nZZ,\nCHL,soon\n")
    before = (home / "sessions.toml").read_bytes()
    said = run("roster", "list.csv", "--overwrite")
    assert said.status == 1
    assert [line.partition(":")[0] for line in said.out.splitlines()] == [
        "row 3",
        "row 4",
        "Nothing was written",
    ]
    assert (home / "sessions.toml").read_bytes() == before


def test_what_the_meeting_file_would_not_bear_is_told(run: Run, home: Path) -> None:
    (home / "list.csv").write_text("code,order es\nBRA,7\nCHL,7\n")
    said = run("roster", "list.csv", "--output", "new.toml")
    assert said.status == 1
    assert 'presiding.delegation: no delegation has the code "USA"' in said.out
    assert "row 3: CHL: order_es: found 7" in said.out
    assert not (home / "new.toml").exists()


def test_a_meeting_file_that_waits_for_its_delegations(run: Run, home: Path) -> None:
    text = (home / "sessions.toml").read_text("utf-8")
    (home / "bare.toml").write_text(text[: text.index("[[delegations]]\n")], encoding="utf-8")
    (home / "list.csv").write_text("iso2,country\nUS,United States\nCU,Cuba\n")
    asked = ("roster", "list.csv", "--meeting", "bare.toml", "--overwrite")
    assert run(*asked).status == 0
    plan = read_plan(home / "bare.toml")
    assert [(row.code, row.code2, row.name["en"]) for row in plan.delegations] == [
        ("USA", "US", "United States"),
        ("CUB", "CU", "Cuba"),
    ]


def test_line_ends_of_windows_stay(run: Run, listed: Path, home: Path) -> None:
    meeting = home / "sessions.toml"
    meeting.write_bytes(meeting.read_bytes().replace(b"\n", b"\r\n"))
    assert run("roster", "list.csv", "--overwrite").status == 0
    data = meeting.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert run("check").status == 0


def test_seats_are_the_secretarys(run: Run, home: Path) -> None:
    """PRACTICE section 7, case 22."""
    (home / "list.csv").write_text(
        "code,name_en,seated\nUSA,,yes\nVEN,Venezuela,ask\nCUB,Cuba,no\n"
    )
    asked = ("roster", "list.csv", "--output", "new.toml", "--overwrite")
    said = run(*asked)
    assert "`--seat VEN` seats it" in said.out
    assert len(read_plan(home / "new.toml").delegations) == 1
    assert run(*asked, "--seat", "ven").status == 0
    assert read_plan(home / "new.toml").delegation("VEN")
    assert run(*asked, "--seat", "XYZ").status == 1


@pytest.mark.parametrize("name", ["missing.csv", ".", "sessions.xlsx"])
def test_a_file_that_cannot_be_used(run: Run, home: Path, name: str) -> None:
    (home / "sessions.xlsx").write_bytes(b"PK\x03\x04 and no more")
    said = run("roster", name)
    assert (said.status, said.out, len(said.err.splitlines())) == (3, "", 1)


def test_people_go_to_a_record_by_consent_once(run: Run, listed: Path, home: Path) -> None:
    """PRACTICE section 6."""
    assert run("tell", "--record", "r.sqlite", "check-in", "BRA").status == 0
    asked = ("roster", "list.csv", "--output", "new.toml", "--overwrite", "--record", "r.sqlite")
    said = run(*asked)
    assert "2 people who agreed to be shown are in the record." in said.out
    assert "One other row" in said.out
    kept = run("people", "--names", "--record", "r.sqlite").out
    assert NAME in kept
    assert "Judge" in kept
    assert HIDDEN not in kept
    assert "Tal Cual" not in kept
    person = next(line.split()[0] for line in kept.splitlines() if NAME in line)
    assert run("people", "withdraw", person, "--record", "r.sqlite").status == 0
    assert "2 people withdrew" in run(*asked).out
    kept = run("people", "--names", "--record", "r.sqlite").out
    assert len(kept.splitlines()) == 2
    assert "consent withdrawn" in kept


def test_nobody_is_kept_where_the_file_cannot_be_written(
    run: Run, listed: Path, home: Path
) -> None:
    assert run("tell", "--record", "r.sqlite", "check-in", "BRA").status == 0
    said = run("roster", "list.csv", "--output", "nowhere/new.toml", "--record", "r.sqlite")
    assert said.status == 3
    assert run("people", "--names", "--record", "r.sqlite").out == ""
    assert NAME.encode() not in (home / "r.sqlite").read_bytes()
    assert run("roster", "list.csv", "--output", "x.toml", "--record", "none").status == 3
    assert not (home / "x.toml").exists()


def test_the_check_in_takes_what_the_list_said(run: Run, told, home: Path) -> None:
    """PRACTICE section 1, rules 7 and 8."""
    book = Workbook()
    assert book.active is not None
    for row in (["ISO", "Acreditada el", "Calidad"], ["BR", "30/01/2024", "Delegado designado"]):
        book.active.append(row)
    book.save(home / "list.xlsx")
    assert run("roster", "list.xlsx", "--add", "--overwrite").status == 0
    (event,) = (
        item
        for item in run("tell", "check-in", "BRA").answers[0]["events"]
        if item["kind"] == "checked_in"
    )
    assert event["accredited_on"] == "2024-01-30"
    assert (event["capacity"], event["late"]) == ("designated_delegate", True)
