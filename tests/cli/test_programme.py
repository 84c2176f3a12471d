"""`tipfloor programme` at the command line."""

import os
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Run


def sequences(path: Path) -> dict[str, int]:
    read = Calendar.from_ical(path.read_text("utf-8"))
    assert isinstance(read, Calendar)
    return {str(item["summary"]): int(item.sequence) for item in read.events}


def test_a_file_that_is_replaced_is_the_one_before(run: Run, home: Path) -> None:
    asked = ("programme", "--output", "p.ics")
    assert run(*asked).status == 0
    before = sequences(home / "p.ics")
    assert run(*asked).status == 1
    source = home / "sessions.toml"
    text = source.read_text("utf-8").replace(
        "starts = 2024-02-06T15:30:00", "starts = 2024-02-06T15:35:00"
    )
    source.write_text(text, "utf-8")
    os.utime(source, (4e9, 4e9))
    assert run(*asked, "--overwrite").status == 0
    after = sequences(home / "p.ics")
    changed = {name for name in before if after[name] > before[name]}
    assert changed
    assert {name for name in before if after[name] == before[name]} == before.keys() - changed


def test_that_of_a_record_tells_of_the_sessions_added_at_the_desk(run: Run, told) -> None:
    told("next-moment", "--record", "r.sqlite")
    told(
        "add-session",
        "more",
        "Plenary session (e)",
        "Reparations",
        "moment=plenary_sessions",
        "--record",
        "r.sqlite",
    )
    said = run("programme", "--record", "r.sqlite", "--language", "es")
    assert said.status == 0
    assert said.out.count("BEGIN:VEVENT") == 12
    assert "Plenary session (e)" in said.err
    told(
        *("add-session", "late", "Late session", "The rest", "moment=plenary_sessions"),
        *("starts=2024-02-06T18:00", "ends=2024-02-06T19:00", "--record", "r.sqlite"),
    )
    said = run("programme", "--record", "r.sqlite")
    assert "SUMMARY:Late session" in said.out
    assert "DTSTART;TZID=America/New_York:20240206T180000" in said.out


def test_the_address_of_the_webcast_is_that_of_the_meeting_file(run: Run, home: Path) -> None:
    source = home / "sessions.toml"
    text = source.read_text("utf-8").replace("# webcast = ", "webcast = ")
    source.write_text(text, "utf-8")
    said = run("programme").out.replace("\r\n ", "")
    assert said.count(":https://example.org/live") == said.count("BEGIN:VEVENT")
    assert ":https://example.org/live" not in run("programme", "--webcast", "http://a.b").out
    source.write_text(text.replace("https://example.org/live", "live"), "utf-8")
    assert "the address of the page where the meeting can be followed" in run("check").out


@pytest.mark.parametrize(
    ("asked", "status", "named"),
    [
        (("--webcast", "not an address"), 2, "not an address"),
        (("--after", "sessions.toml"), 1, "sessions.toml"),
        (("--after", "nowhere.ics"), 3, "nowhere.ics"),
    ],
)
def test_what_cannot_be_gone_on_from_is_said(run: Run, asked, status: int, named: str) -> None:
    said = run("programme", *asked)
    assert (said.status, named in said.err) == (status, True), said
