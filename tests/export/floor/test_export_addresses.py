"""Addresses, interludes, outages and the closure in the exports."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.export.reading import PLAIN
from tests.helpers.play import PLAN, Play
from tests.helpers.scopes import TIMES
from tipfloor.export import export
from tipfloor.store.codes import code_of

PLANNED: dict[str, Any] = {
    **PLAN,
    "addresses": [
        {
            "code": "host",
            "moment": "opening",
            "office": "Representative of the host country",
            "delegation": "BRA",
            "planned_seconds": 600,
        },
        {"code": "secretary", "moment": "opening", "office": "Secretary General"},
        {"code": "guest", "moment": "opening", "office": "Guest"},
        {"code": "consultation", "kind": "report", "office": "=Rapporteur [bold]"},
    ],
}

TEXT = """\
I. Opening ceremony
Monday, February 5, 2024, from 11:00\u00a0a.m. to 11:17\u00a0a.m.
The meeting was opened on Monday, February 5, 2024, at 11:00\u00a0a.m.
Addresses by: Representative of the host country (Brazil) and Secretary
  General.
Report by: =Rapporteur [bold].
1. 11:00:00\u201311:10:05 Representative of the host country: address, spoke
  10\u00a0min\u00a05.000\u00a0s, ended by the speaker
2. 11:11:05\u201311:13:05 Secretary General: address, spoke 2\u00a0min\u00a00.000\u00a0s, ended by
  the speaker
3. 11:14:05\u201311:17:05 =Rapporteur [bold]: report, spoke 3\u00a0min\u00a00.000\u00a0s, ended by
  the speaker
Not given: Guest.
Interlude from 11:10\u00a0a.m. to 11:11\u00a0a.m.: minute of silence, 1\u00a0minute.
Webcast interrupted from 11:13\u00a0a.m. to 11:14\u00a0a.m.: 1\u00a0minute.

II. Plenary sessions
Monday, February 5, 2024, from 11:17\u00a0a.m. to 11:17\u00a0a.m.
The meeting was closed on Monday, February 5, 2024, at 11:17\u00a0a.m.
Code of the record: {code}
Left open at the closure: 1 name not heard, 1 list open.

Plenary session (a)
Topic: Floods
Monday, February 5, 2024, from 11:17\u00a0a.m. to 11:17\u00a0a.m.
Inscribed and not heard: Chile (the session ended).
"""


@pytest.fixture
def played(convene: Callable[..., Play]) -> Play:
    play = convene(PLANNED)
    play.act("strike_address", address="guest", reason="a private reason")
    play.act("begin_address")
    play.wait(605)
    play.act("end_remark")
    play.act("begin_interlude", what="minute of silence", planned_seconds=60)
    play.wait(60)
    play.act("begin_address")
    play.wait(120)
    play.act("end_remark")
    play.act("begin_outage", what="a private word")
    play.wait(60)
    play.act("end_outage")
    play.act("begin_address", address="consultation")
    play.wait(180)
    play.act("end_remark")
    play.act("open_session", session="a")
    play.act("inscribe", delegation="CHL")
    play.act("close_meeting", insist=True)
    return play


def test_the_minutes_have_the_addresses_by_office(played: Play) -> None:
    """PRACTICE section 2, rows ii and ix: offices, start, end; closing time, not heard."""
    told = export(played.proceedings, "text", TIMES).decode()
    body = told.partition("\n\n")[2].partition("\nPlanned and actual")[0]
    [closed] = [x for x in played.proceedings.history if x.event.kind == "meeting_closed"]
    assert body == TEXT.format(code=code_of(closed.told.digest))


def test_a_row_has_both_the_office_and_the_delegation(played: Play) -> None:
    read = csv.DictReader(io.StringIO(export(played.proceedings, "csv").decode("utf-8-sig")))
    found = [(row["delegation_code"], row["delegation"], row["office"]) for row in read]
    assert found == [
        ("BRA", "Brazil", "Representative of the host country"),
        ("", "Secretary General", "Secretary General"),
        ("", "'=Rapporteur [bold]", "'=Rapporteur [bold]"),
    ]


def test_the_json_has_what_minutes_need(played: Play) -> None:
    """PRACTICE section 7, cases 24 and 25; section 1, rule 10."""
    log = json.loads(export(played.proceedings, "json"))
    assert [(a["code"], a["state"], a["remarks"]) for a in log["addresses"]] == [
        ("host", "given", [1]),
        ("secretary", "given", [2]),
        ("guest", "not_given", []),
        ("consultation", "given", [3]),
    ]
    assert log["interludes"] == [
        {
            "what": "minute of silence",
            "moment_code": "opening",
            "moment": "Opening ceremony",
            "session_code": None,
            "session": None,
            "started_at": "2024-02-05T11:10:05.000-05:00",
            "ended_at": "2024-02-05T11:11:05.000-05:00",
            "seconds": 60.0,
            "planned_seconds": 60.0,
        }
    ]
    assert [(o["ended_at"], o["seconds"]) for o in log["outages"]] == [
        ("2024-02-05T11:14:05.000-05:00", 60.0)
    ]
    assert log["closed_at"] == "2024-02-05T11:17:05.000-05:00"
    assert log["left_open"] == {"unheard": 1, "list": 1}
    assert [row["capacity"] for row in log["remarks"]] == [None, None, None]


def test_no_public_form_has_internal_words(played: Play) -> None:
    for form in PLAIN:
        assert b"private" not in export(played.proceedings, form)


def test_an_undelivered_report_is_told_at_the_closure(convene: Callable[..., Play]) -> None:
    """PRACTICE section 2, row ix: undelivered report."""
    play = convene(PLANNED)
    play.act("close_meeting", insist=True, reason="x")
    told = export(play.proceedings, "text", TIMES).decode()
    assert "Left open at the closure: the report is not delivered, 3 addresses not given.\n" in told
    assert "Nothing has been recorded" not in told
    assert "Not delivered: =Rapporteur [bold].\n" in told
    assert json.loads(export(play.proceedings, "json"))["left_open"] == {"report": 1, "address": 3}
