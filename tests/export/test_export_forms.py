"""Each form of an export of one small meeting, to the letter."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from time import process_time
from typing import Any

import pytest
from msgspec import structs

from tests.helpers.play import PLAN, Play
from tests.helpers.scopes import TIMES
from tipfloor.export import described, export, take, written
from tipfloor.export.data import LISTS
from tipfloor.export.log import log_text
from tipfloor.export.rows import Row
from tipfloor.export.seal import seal_of
from tipfloor.forms import FORMS
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

CSV = """\
number,day,moment_code,moment,session_code,session,topic,delegation_code,delegation,capacity,\
capacity_text,on_behalf_of,kind,kind_text,requested_at,floor_given_at,ended_at,allotted_seconds,\
speaking_seconds,paused_seconds,overtime_seconds,ended_by,ended_by_text,marks,marks_text,office,\
replies_to,speaker
1,2024-02-05,plenary,Plenary sessions,a,Plenary session (a),Floods,BRA,Brazil,\
national_authority,national authority,,remark,remark,\
2024-02-05T11:00:10.000-05:00,2024-02-05T11:01:00.000-05:00,2024-02-05T11:03:08.750-05:00,\
120.000,118.250,10.500,0.000,speaker,speaker,,,,,
2,2024-02-05,plenary,Plenary sessions,a,Plenary session (a),Floods,CHL,Chile,\
designated_delegate,designated delegate,,remark,remark,\
2024-02-05T11:00:11.000-05:00,2024-02-05T11:03:13.750-05:00,2024-02-05T11:05:13.750-05:00,\
120.000,120.000,0.000,6.500,time_limit,time limit,back_dated,\
back-dated by 5 s,,,
3,2024-02-05,plenary,Plenary sessions,a,Plenary session (a),Floods,JAM,Jamaica,\
national_authority,national authority,BRA; CHL,remark,remark,\
2024-02-05T11:05:20.250-05:00,2024-02-05T11:05:20.250-05:00,,\
120.000,30.125,0.000,0.000,in_progress,in progress,out_of_order,\
called before its turn,,,
"""

PROVISIONAL = "PROVISIONAL: the meeting is still under way.\n\n"

TEXT = """\
Third Meeting on Rivers
Organization of Rivers, Asunción
As of Monday, February 5, 2024, at 11:05~a.m. (America/New_York)

I. Opening ceremony
Monday, February 5, 2024, from 11:00~a.m. to 11:00~a.m.
The meeting was opened on Monday, February 5, 2024, at 11:00~a.m.

II. Plenary sessions
Since Monday, February 5, 2024, at 11:00~a.m.

Plenary session (a)
Topic: Floods
Since Monday, February 5, 2024, at 11:00~a.m.
Remarks by the Delegations of Brazil, Chile and Jamaica (on behalf of Brazil
  and Chile).
1. 11:01:00\u201311:03:08 Brazil: spoke 1~min~58.250~s, paused 10.500~s, ended by
  the speaker
2. 11:03:13\u201311:05:13 Chile: spoke 2~min~0.000~s, over-time 6.500~s, ended by
  the time limit, back-dated by 5 s
3. 11:05:20\u2013 Jamaica (on behalf of Brazil and Chile): spoke 30.125~s, in
  progress, called before its turn
Speaking time in all: 4~min~28.375~s (3 remarks).
Refused to the Delegation of Chile at 11:03~a.m.: slides. Slides are not shown
  here.
Inscribed and not heard: Uruguay (still waiting).

Planned and actual
Opening ceremony: actual 0.000~s
Plenary sessions: planned 1~h~0~min~0.000~s, actual 5~min~50.375~s
Plenary session (a): actual 5~min~50.375~s

Speaking time
3 remarks and addresses: 4~min~28.375~s of speaking time in all,
  1~min~29.458~s on average, over-time 6.500~s. 1 request was refused. Lengths
  of time are given to the millisecond; averages are rounded to the
  millisecond, and shares to a tenth of a per cent.
Speaking time by topic
Floods: 3 remarks, 4~min~28.375~s, 100.0%, over-time 6.500~s
Speaking time by session
Plenary session (a): 3 remarks, 4~min~28.375~s, 100.0%, over-time 6.500~s
Speaking time by delegation
Chile: 1 remark, 2~min~0.000~s, 44.7%, over-time 6.500~s
Brazil: 1 remark, 1~min~58.250~s, 44.1%
Jamaica: 1 remark, 30.125~s, 11.2%
Did not speak: Uruguay.
From one speaker to the next it took 3~seconds on average, with a median of
  3~seconds over 2 changeovers.
""".replace("~", "\u00a0")

LOG = """\

Mon 5 Feb
11:00:00  The meeting was convened: Third Meeting on Rivers
11:00:00  II. Plenary sessions
11:00:00  Plenary session (a) opened
11:00:10  Brazil asked for the floor
11:00:11  Chile asked for the floor
11:00:11  Uruguay asked for the floor
11:01:00  Brazil has the floor (2:00)
11:02:00  Brazil: clock stopped: microphone failed
11:02:10  Brazil: clock runs on
11:03:08  Brazil spoke 1:58
11:03:08  Slides refused to Chile
11:03:18  Chile has the floor (2:00)
11:03:20  Chile: start set 5 s earlier
11:05:13  Chile: floor withdrawn at 2:00
11:05:20  Chile stopped at +0:06.5
11:05:20  Jamaica asked for the floor on behalf of Brazil and Chile
11:05:20  Jamaica has the floor (2:00), called before its turn: a minister must leave (undone)
11:05:50  Undone: Jamaica has the floor (2:00), called before its turn: a minister must leave

Remarks
No.  Given     Code  Delegation   Spoke    Over  Ended by    Marks
  1  11:01:00  BRA   Brazil      1:58.2          speaker
  2  11:03:13  CHL   Chile       2:00.0  0:06.5  time limit  back-dated by 5 s
"""

THIRD_REMARK = {
    "number": 3,
    "day": "2024-02-05",
    "moment_code": "plenary",
    "moment": "Plenary sessions",
    "session_code": "a",
    "session": "Plenary session (a)",
    "topic": "Floods",
    "delegation_code": "JAM",
    "delegation": "Jamaica",
    "capacity": "national_authority",
    "capacity_text": "national authority",
    "on_behalf_of": ["BRA", "CHL"],
    "kind": "remark",
    "kind_text": "remark",
    "requested_at": "2024-02-05T11:05:20.250-05:00",
    "floor_given_at": "2024-02-05T11:05:20.250-05:00",
    "ended_at": None,
    "allotted_seconds": 120,
    "speaking_seconds": 30.125,
    "paused_seconds": 0,
    "overtime_seconds": 0,
    "ended_by": "in_progress",
    "ended_by_text": "in progress",
    "marks": ["out_of_order"],
    "marks_text": ["called before its turn"],
    "office": "",
    "replies_to": None,
    "speaker": "",
}

OPENED = [{"started_at": "2024-02-05T11:00:00.000-05:00", "ended_at": None}]

HOSTILE = '=cmd()|\' [bold]\x1b[31m\u202eX\nY\x85Z, "q"'


def cells(exported: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported.decode("utf-8-sig"), newline="")))


def seal(play: Play) -> str:
    digest = play.proceedings.digest
    own = seal_of(take(play.proceedings, TIMES), "text")
    return f"\nRecord position 17, digest\n  {digest}\n{own}\n"


def test_csv_to_the_letter(played: Play) -> None:
    exported = export(played.proceedings, "csv")
    expected = CSV.replace("\n", "\r\n")
    assert exported == b"\xef\xbb\xbf" + expected.encode()


def test_csv_is_read_back_by_the_csv_module(played: Play) -> None:
    read = cells(export(played.proceedings, "csv"))
    assert list(read[0]) == list(Row.__struct_fields__)
    assert [row["delegation"] for row in read] == ["Brazil", "Chile", "Jamaica"]


def test_text_to_the_letter(played: Play) -> None:
    """PRACTICE section 7, case 30: a remark under way is in progress."""
    assert export(played.proceedings, "text", TIMES).decode() == PROVISIONAL + TEXT + seal(played)


def test_log_to_the_letter(played: Play) -> None:
    played.act("undo")
    heading, _, rest = log_text(played.proceedings).partition(f"Record: {played.path}\n")
    assert heading == PROVISIONAL + "\n".join(TEXT.splitlines()[:3]) + "\n"
    assert rest == LOG


def test_json_to_the_letter(played: Play) -> None:
    log = json.loads(export(played.proceedings, "json"))
    assert list(log) == [
        "meeting",
        "exported_at",
        "closed_at",
        "code",
        "left_open",
        "record",
        "form",
        "only",
        *LISTS,
    ]
    assert log["meeting"]["title"] == "Third Meeting on Rivers"
    assert log["meeting"]["rehearsal"] is False
    assert log["exported_at"] == "2024-02-05T11:05:50.375-05:00"
    assert log["record"] == {
        "events": 17,
        "digest": played.proceedings.digest,
        "broken_at": None,
        "seal": str(seal_of(take(played.proceedings), "json")),
    }
    assert log["remarks"][2] == THIRD_REMARK
    assert log["refusals"] == [
        {
            "at": "2024-02-05T11:03:08.750-05:00",
            "moment_code": "plenary",
            "moment": "Plenary sessions",
            "session_code": "a",
            "session": "Plenary session (a)",
            "delegation_code": "CHL",
            "delegation": "Chile",
            "requested": "slides",
            "rule": "slides_not_permitted",
        }
    ]
    assert [(item["delegation"], item["why"], item["why_text"]) for item in log["not_heard"]] == [
        ("Uruguay", "waiting", "still waiting")
    ]


def test_json_tells_moments_as_planned_and_as_held(played: Play) -> None:
    opening, plenary = json.loads(export(played.proceedings, "json"))["moments"]
    assert (opening["number"], opening["code"], opening["planned_start"]) == (1, "opening", None)
    assert opening["visits"][0]["ended_at"] == "2024-02-05T11:00:00.000-05:00"
    assert plenary["planned_end"] == "2024-02-05T12:00:00-05:00"
    assert plenary["visits"] == OPENED
    assert (plenary["start_difference_seconds"], plenary["end_difference_seconds"]) == (0, None)
    assert plenary["sessions"][0] == {
        "code": "a",
        "title": "Plenary session (a)",
        "topic": "Floods",
        "planned_start": None,
        "planned_end": None,
        "visits": OPENED,
        "start_difference_seconds": None,
        "end_difference_seconds": None,
    }


def test_a_rehearsal_says_so_in_every_form(in_session: Callable[..., Play]) -> None:
    play = in_session(speed=4.0)
    play.act("inscribe", delegation="BRA")
    play.speak(5)
    snapshot = take(play.proceedings)
    assert json.loads(described(snapshot, "csv", "x.csv") or b"")["notes"][0]["rehearsal"] is True
    assert json.loads(export(play.proceedings, "json"))["meeting"]["rehearsal"] is True
    assert export(play.proceedings, "text", TIMES).decode().startswith("REHEARSAL\n")
    assert log_text(play.proceedings).startswith("REHEARSAL\n")


def test_a_meeting_without_a_remark_exports(convene: Callable[..., Play]) -> None:
    proceedings = convene().proceedings
    assert cells(export(proceedings, "csv")) == []
    assert json.loads(export(proceedings, "json"))["remarks"] == []
    assert (
        export(proceedings, "text", TIMES).decode().count("\nNothing has been recorded yet.\n") == 1
    )


@pytest.fixture
def hostile(in_session: Callable[..., Play]) -> Play:
    delegations = [{"code": "BRA", "code2": "BR", "name": {"en": HOSTILE}}]
    titles: dict[str, Any] = {**PLAN["sessions"][0], "title": HOSTILE, "topic": HOSTILE}
    play = in_session(plan={"delegations": delegations, "sessions": [titles]})
    play.act("inscribe", delegation="BRA")
    play.speak(5)
    return play


def test_hostile_names_are_plain_in_text_and_log(hostile: Play) -> None:
    for shown in (
        export(hostile.proceedings, "text", TIMES).decode(),
        log_text(hostile.proceedings),
    ):
        assert all(character.isprintable() or character in "\n\u00a0" for character in shown)
        assert '=cmd()|\' [bold]�[31mX Y Z, "q"' in shown.replace("\n  ", " ")


def test_hostile_names_are_text_in_csv(hostile: Play) -> None:
    row = cells(export(hostile.proceedings, "csv"))[0]
    assert row["delegation"] == row["topic"] == "'=cmd()|' [bold]�[31mX Y Z, \"q\""


def test_hostile_names_are_whole_in_json_and_escaped(hostile: Play) -> None:
    written = export(hostile.proceedings, "json").decode()
    assert all(character.isprintable() or character in "\n\u00a0" for character in written)
    assert json.loads(written)["remarks"][0]["delegation"] == HOSTILE.replace("\x1b", "\ufffd")


def test_the_digest_follows_every_writer(played: Play) -> None:
    another = Proceedings(SqliteStore(played.path), played.clock)
    before = another.digest
    assert before == played.proceedings.digest
    played.act("end_remark")
    another.follow()
    assert another.digest == played.proceedings.digest != before
    another.close()


@pytest.mark.parametrize("form", [name for name, form in FORMS.items() if not form.binary])
def test_ten_thousand_remarks_export_within_two_seconds(played: Play, form: Any) -> None:
    snapshot = take(played.proceedings)
    first = snapshot.meeting.remarks[0]
    many = tuple(structs.replace(first, id=number) for number in range(10_000))
    snapshot = replace(snapshot, meeting=snapshot.meeting.having(remarks=many))
    begun = process_time()
    made = written(snapshot, form)
    assert process_time() - begun < 2
    assert made.count(b"Brazil") >= 10_000
