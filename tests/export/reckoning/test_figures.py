"""Speaking time in every file: each cut, in each form, adds up to the remarks."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from docx import Document
from msgspec.structs import replace
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.helpers.play import PLAN, Play
from tests.helpers.scopes import TIMES
from tipfloor.export import Chosen, Scope, export

CUTS = ("delegation", "topic", "session", "day")
SCOPES = (Scope(), Scope(internal=True), Scope(part=Chosen(("a",))), Scope(part=Chosen(("b",))))

SESSIONS: dict[str, Any] = {
    "sessions": [
        {
            **PLAN["sessions"][0],
            "starts": "2024-02-05T11:00:00",
            "ends": "2024-02-05T11:30:00",
        },
        {"code": "b", "moment": "plenary", "title": "Plenary session (b)", "topic": "Drought"},
    ],
}


@pytest.fixture
def two_sessions(in_session: Callable[..., Play]) -> Play:
    """Play two sessions with odd milliseconds; Uruguay is speaking at the end."""
    play = in_session(SESSIONS)
    for code, seconds in (("BRA", 61.234), ("CHL", 131.5)):
        play.act("inscribe", delegation=code)
        play.speak(seconds)
        play.wait(9.001)
    play.act("submit_in_writing", delegation="JAM")
    play.act("refuse", delegation="CHL", requested="slides")
    play.act("suspend")
    play.wait(3600)
    play.act("resume_meeting")
    play.act("open_session", session="b")
    play.act("inscribe", delegation="BRA")
    play.speak(19.999)
    play.wait(12)
    play.act("inscribe", delegation="URY")
    play.act("give_floor")
    play.wait(7.007)
    return play


def told(play: Play, scope: Scope | None = None) -> dict[str, Any]:
    return dict(json.loads(export(play.proceedings, "json", scope)))


def milliseconds(clock: str) -> int:
    """Return a length such as "1:02:03.004" in milliseconds."""
    whole, _, rest = clock.partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(rest)


def in_sentence(length: str) -> int:
    """Return a length such as "2 min 3.004 s" in milliseconds."""
    units = {"h": 3_600_000, "min": 60_000, "s": 1000}
    return round(sum(float(n) * units[u] for n, u in re.findall(r"([\d.]+)\s(h|min|s)\b", length)))


def exact(seconds: float) -> int:
    return round(seconds * 1000)


@pytest.mark.parametrize("scope", SCOPES, ids=["public", "internal", "part a", "part b"])
def test_every_cut_adds_up_to_the_remarks(two_sessions: Play, scope: Scope) -> None:
    log = told(two_sessions, scope)
    remarks = log["remarks"]
    for cut in CUTS:
        rows = log[f"speaking_time_by_{cut}"]
        for ours, theirs in (
            ("speaking_seconds", "speaking_seconds"),
            ("overtime_seconds", "overtime_seconds"),
        ):
            whole = sum(exact(row[theirs]) for row in remarks)
            assert sum(exact(row[ours]) for row in rows) == whole
        assert sum(row["remarks"] + row["written"] for row in rows) == len(remarks)
        assert sum(row["refusals"] for row in rows) == len(log["refusals"])
        assert sum(row["share"] for row in rows) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("scope", SCOPES, ids=["public", "internal", "part a", "part b"])
def test_the_sum_is_the_same_in_every_form(two_sessions: Play, scope: Scope) -> None:
    expected = sum(exact(row["speaking_seconds"]) for row in told(two_sessions, scope)["remarks"])

    def file(form: Any) -> io.BytesIO:
        reader: Any = None if scope.internal else "timekeeping"
        return io.BytesIO(export(two_sessions.proceedings, form, replace(scope, reader=reader)))

    head, *rows = load_workbook(file("xlsx"))["By delegation"].iter_rows(values_only=True)
    place = head.index("Speaking time")
    cells = [row[place] for row in rows if isinstance(row[place], timedelta)]
    *each, whole = [round(cell.total_seconds() * 1000) for cell in cells]
    assert sum(each) == whole == expected
    text = file("text").getvalue().decode().partition("\nSpeaking time\n")[2]
    for cut in ("topic", "session", "delegation"):  # each adds up to the same
        part = text.partition(f"\nSpeaking time by {cut}\n")[2].partition("\nSpeaking time by ")[0]
        lines = re.findall(r"^[^:\n]+: \d remarks?, ([^,]+),", part, re.MULTILINE)
        assert sum(map(in_sentence, lines)) == expected
    assert in_sentence(re.findall(r": (.+) of speaking time", text)[0]) == expected
    table = Document(file("docx")).tables[-1]
    assert table.rows[0].cells[2].text == "Speaking time"
    assert sum(milliseconds(row.cells[2].text) for row in table.rows[1:]) == expected


def test_the_pdf_has_the_figures_too(two_sessions: Play) -> None:
    reader = PdfReader(io.BytesIO(export(two_sessions.proceedings, "pdf", TIMES)))
    pages = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
    whole = sum(exact(row["speaking_seconds"]) for row in told(two_sessions)["remarks"])
    found = re.search(r"addresses: (.{1,40}) of speaking time in all", pages)
    assert found
    assert in_sentence(found[1]) == whole
    assert "Did not speak: Jamaica (in writing)." in pages


def test_a_statement_in_writing_was_never_given_the_floor(two_sessions: Play) -> None:
    [written] = [x for x in told(two_sessions)["remarks"] if x["delegation_code"] == "JAM"]
    assert (written["floor_given_at"], written["ended_at"]) == (None, None)
    text = export(two_sessions.proceedings, "text", TIMES).decode()
    assert f"\n{written['number']}. \u2013 Jamaica: statement submitted in writing\n" in text


def test_after_the_closing_nobody_waits_and_every_file_stays_the_same(two_sessions: Play) -> None:
    two_sessions.act("end_remark")
    two_sessions.act("inscribe", delegation="CHL")
    assert [x["why_text"] for x in told(two_sessions)["not_heard"]] == ["still waiting"]
    two_sessions.act("close_meeting", insist=True)
    waiting = [x["why_text"] for x in told(two_sessions)["not_heard"]]
    assert waiting in (["the session ended"], ["the meeting was closed"])
    before = export(two_sessions.proceedings, "text", TIMES)
    two_sessions.wait(3600)
    assert export(two_sessions.proceedings, "text", TIMES) == before


def test_offices_stand_behind_the_delegations(in_session: Callable[..., Play]) -> None:
    office = {"code": "host", "office": "Secretary General"}
    play = in_session({**SESSIONS, "addresses": [office]})
    play.act("begin_address", address="host")
    play.wait(600)
    play.act("end_remark")
    play.act("inscribe", delegation="BRA")
    play.speak(61)
    rows = told(play)["speaking_time_by_delegation"]
    assert [(row["code"], row["office"]) for row in rows] == [("BRA", False), ("host", True)]


def test_no_sheet_of_the_workbook_has_the_same_figures_twice(two_sessions: Play) -> None:
    sheets = load_workbook(io.BytesIO(export(two_sessions.proceedings, "xlsx"))).sheetnames
    assert {"By delegation", "By topic", "By session", "By day"} <= set(sheets)
    assert {"Not spoken", "Changeovers", "Planned and actual"} <= set(sheets)
    assert not {"Speaking time by delegation", "Speaking time by topic"} & set(sheets)


def test_a_row_of_figures_is_as_high_as_what_it_shows(in_session: Callable[..., Play]) -> None:
    topic = "Floods, droughts, storms"
    play = in_session({"sessions": [{**PLAN["sessions"][0], "topic": topic}]})
    play.act("inscribe", delegation="BRA")
    play.speak(61)
    book = load_workbook(io.BytesIO(export(play.proceedings, "xlsx")))
    sheet = book["By topic"]
    assert sheet["A2"].value == topic
    assert sheet.column_dimensions["A"].width > len(topic), "a line holds the topic"
    assert sheet.row_dimensions[2].height is None


def test_planned_and_actual_have_no_suspension_and_a_part_is_told_whole(
    two_sessions: Play,
) -> None:
    whole = told(two_sessions)["planned_and_actual"]
    session = next(row for row in whole if row["session"] == "Plenary session (a)")
    spoken = 210.736  # 61.234 + 131.5 and twice 9.001
    assert (session["planned_seconds"], session["actual_seconds"]) == (1800, spoken)
    assert session["difference_seconds"] == pytest.approx(spoken - 1800)
    sheet = load_workbook(io.BytesIO(export(two_sessions.proceedings, "xlsx")))[
        "Planned and actual"
    ]
    lengths = [cell.value for row in sheet.iter_rows() for cell in row]
    shorter = [x for x in lengths if isinstance(x, timedelta) and x < timedelta()]
    assert [round(x.total_seconds(), 3) for x in shorter] == [-1589.264]
    part = told(two_sessions, Scope(part=Chosen(("a",))))["planned_and_actual"]
    assert [row["moment"] or row["session"] for row in part] == [
        "Plenary sessions",
        "Plenary session (a)",
    ]
    assert session in part


def test_who_has_not_spoken_and_the_changeovers(two_sessions: Play) -> None:
    log = told(two_sessions)
    assert log["not_spoken"] == [
        {
            "delegation_code": "JAM",
            "delegation": "Jamaica",
            "present": True,
            "in_writing": True,
            "spoken_for": False,
        }
    ]
    first = log["changeovers"][0]
    assert (first["session"], first["day"], first["number"]) == (None, None, 2)
    part = told(two_sessions, Scope(part=Chosen(("b",))))
    assert [row["delegation_code"] for row in part["not_spoken"]] == ["CHL", "JAM"]
    assert [row["longest_seconds"] for row in part["changeovers"]] == [12, 12, 12]


def test_a_delegation_that_was_only_refused_is_told_once_among_those_who_did_not_speak(
    in_session: Callable[..., Play],
) -> None:
    play = in_session(SESSIONS)
    play.act("inscribe", delegation="BRA")
    play.speak(61)
    play.act("refuse", delegation="CHL", requested="slides")
    told = export(play.proceedings, "text", TIMES).decode().partition("\nSpeaking time\n")[2]
    assert told.count("Chile") == 1
    assert "Chile" in told.partition("Did not speak:")[2]


def test_where_nothing_was_said_there_is_no_section(in_session: Callable[..., Play]) -> None:
    play = in_session(SESSIONS)
    assert "Speaking time" not in export(play.proceedings, "text", TIMES).decode()
    assert told(play)["speaking_time_by_day"] == []
