"""The public and the internal form, and files of some sessions or days only."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.play import PLAN, Play
from tipfloor.export import Chosen, NotInMeeting, Scope, described, export, take
from tipfloor.forms import FORMS

SECRET = ("the minister was ill", "said off the record", "wrong key", "cables were cut")
"""What was typed as a reason, a note, the reason of an undoing, a suspension's reason."""

TWO_DAYS: dict[str, Any] = {
    "meeting": {**PLAN["meeting"], "days": ["2024-02-05", "2024-02-06"]},
    "sessions": [
        *PLAN["sessions"],
        {"code": "b", "moment": "plenary", "title": "Plenary session (b)", "topic": "Drought"},
    ],
}


@pytest.fixture
def two_days(in_session: Callable[..., Play]) -> Play:
    """Play a session on Monday and one on Tuesday, with everything that is internal."""
    play = in_session(TWO_DAYS)
    play.act("inscribe", delegation="BRA")
    play.act("inscribe", delegation="CHL")
    play.speak(60.5)
    play.act("give_floor", delegation="JAM", reason=SECRET[0])
    play.wait(20)
    play.act("undo", reason=SECRET[2])
    play.act("take_note", text=SECRET[1])
    play.act("refuse", delegation="CHL", requested="slides")
    play.act("end_session", waiting="not_heard")
    play.act("adjourn", reason=SECRET[3])
    play.wait(20 * 3600)
    play.act("resume_meeting")
    play.act("open_session")
    play.act("inscribe", delegation="URY")
    play.speak(30.25)
    return play


def log(play: Play, **scope: Any) -> dict[str, Any]:
    chosen = Chosen(scope.pop("sessions", ()), scope.pop("days", ()))
    return dict(json.loads(export(play.proceedings, "json", Scope(part=chosen, **scope))))


READABLE = [form for form in FORMS if form != "pdf"]
"""The forms whose text stands in their bytes, or in those of their parts."""


def everything(data: bytes) -> str:
    """The text of a file of any form, that of a package unzipped."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize("form", READABLE)
def test_a_public_file_is_free_of_notes_reasons_and_void_remarks(two_days: Play, form: Any) -> None:
    """PRACTICE section 6: free text is never in the public form; section 7, case 8."""
    public = everything(export(two_days.proceedings, form))
    assert [secret for secret in SECRET if secret in public] == []
    assert "INTERNAL" not in public
    # Once among those that have not spoken, and in a package among the delegations.
    assert public.count("Jamaica") <= 1 + (form == "package")


@pytest.mark.parametrize("form", [x for x in READABLE if x != "csv" and FORMS[x].internal])
def test_an_internal_file_has_them_and_says_what_it_is(two_days: Play, form: Any) -> None:
    internal = everything(export(two_days.proceedings, form, Scope(internal=True)))
    wanted = [*SECRET, "Jamaica"]
    assert [secret for secret in wanted if secret not in " ".join(internal.split())] == []


def test_the_face_of_an_internal_file(two_days: Play) -> None:
    scope = Scope(internal=True)
    text = export(two_days.proceedings, "text", scope).decode()
    assert text.startswith("INTERNAL: not for publication.\n")
    assert log(two_days, internal=True)["form"] == "internal"
    told = json.loads(described(take(two_days.proceedings, scope), "csv", "x.csv") or b"")
    assert told["notes"][0]["form"] == "internal"
    assert told["notes"][0]["signs"][0].startswith("INTERNAL")
    table = export(two_days.proceedings, "csv", scope).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    void = [row for row in rows if "void" in row["marks"]]
    cells = ("number", "delegation_code", "speaking_seconds")
    assert [tuple(row[cell] for cell in cells) for row in void] == [("2", "JAM", "0.000")]
    assert "void; wrong key" in void[0]["marks_text"]


def test_void_remarks_notes_and_the_log_are_lists_of_the_internal_json(two_days: Play) -> None:
    internal, public = log(two_days, internal=True), log(two_days)
    only = {"attempts", "corrections", "void_remarks", "notes", "log"}
    assert set(internal) - set(public) == only
    (void,) = internal["void_remarks"]
    assert (void["number"], void["delegation_code"], void["reason"]) == (2, "JAM", "wrong key")
    assert [note["text"] for note in internal["notes"]] == ["said off the record"]
    assert len(internal["log"]) == internal["record"]["events"]
    assert [row["undone"] for row in internal["log"] if row["kind"] == "floor_given"] == [
        False,
        True,
        False,
    ]
    stops = [stop for item in internal["sittings"] for stop in item["suspensions"]]
    assert [stop["reason"] for stop in stops] == ["cables were cut"]
    hidden = [stop for item in public["sittings"] for stop in item["suspensions"]]
    assert [stop["reason"] for stop in hidden] == [None]


def test_a_session_alone(two_days: Play) -> None:
    only = log(two_days, sessions=("b",))
    assert [(row["number"], row["delegation_code"]) for row in only["remarks"]] == [(3, "URY")]
    assert only["refusals"] == only["not_heard"] == []
    (moment,) = only["moments"]
    assert [session["code"] for session in moment["sessions"]] == ["b"]
    assert only["only"] == {"sessions": ["b"], "days": []}


def test_a_day_alone(two_days: Play) -> None:
    monday = log(two_days, days=("2024-02-05",))
    assert [row["delegation_code"] for row in monday["remarks"]] == ["BRA"]
    assert [row["delegation_code"] for row in monday["not_heard"]] == ["CHL"]
    assert [item["code"] for item in monday["moments"]] == ["opening", "plenary"]
    assert [item["number"] for item in monday["sittings"]] == [1]
    tuesday = log(two_days, days=("2024-02-06",))
    assert [row["number"] for row in tuesday["remarks"]] == [3]
    assert [item["code"] for item in tuesday["moments"]] == ["plenary"]
    assert log(two_days, days=("2024-02-06",), sessions=("a",))["remarks"] == []


def test_parts_add_up_to_the_whole(two_days: Play) -> None:
    def spoken(**scope: Any) -> float:
        return sum(float(row["speaking_seconds"]) for row in log(two_days, **scope)["remarks"])

    assert spoken() == spoken(internal=True) == 90.75
    assert spoken(sessions=("a",)) + spoken(sessions=("b",)) == 90.75
    assert spoken(days=("2024-02-05",)) + spoken(days=("2024-02-06",)) == 90.75


def test_an_evening_past_midnight_is_of_its_sitting(in_session: Callable[..., Play]) -> None:
    """PRACTICE section 7, case 16: a remark belongs to its sitting, and so does a refusal."""
    play = in_session(TWO_DAYS)
    for _ in range(13):
        play.wait(3600)
        play.act("refuse", delegation="CHL", requested="slides")
    monday = log(play, days=("2024-02-05",))
    assert [row["at"][:10] for row in monday["refusals"]].count("2024-02-06") == 1
    assert log(play, days=("2024-02-06",))["refusals"] == []


def test_the_text_of_a_part_says_so(two_days: Play) -> None:
    part = Chosen(("b",), ("2024-02-06",))
    text = export(two_days.proceedings, "text", Scope(part=part, reader="timekeeping")).decode()
    assert (
        "\nOnly this session: Plenary session (b)\nOnly this day: Tuesday, February 6, 2024\n"
        in text
    )
    assert "Brazil" not in text.partition("\nSpeaking time\n")[0]
    assert "Did not speak: Brazil, Chile and Jamaica." in text


@pytest.mark.parametrize("chosen", [Chosen(("nowhere",)), Chosen((), ("2024-03-01",))])
def test_what_the_meeting_has_not_is_refused(two_days: Play, chosen: Chosen) -> None:
    with pytest.raises(NotInMeeting) as refused:
        export(two_days.proceedings, "json", Scope(part=chosen))
    assert refused.value.given in ("nowhere", "2024-03-01")
    assert refused.value.known in (("a", "b"), ("2024-02-05", "2024-02-06"))


def test_every_form_can_be_asked_for(two_days: Play) -> None:
    part = Chosen(("b",))
    for form in FORMS:
        assert export(two_days.proceedings, form, Scope(internal=True, part=part))


def test_a_correction_shows_the_right_value_in_public_and_both_internally(two_days: Play) -> None:
    """PRACTICE section 5: the published record shows the corrected line, the internal one both."""
    two_days.act("correct", number=1, delegation="JAM", reason="the wrong nameplate")
    two_days.act("add_document", document="plan", symbol="S/1", title="Plan")
    votes = {"method": "vote", "in_favour": 3, "against": 1}
    two_days.act("adopt_document", document="plan", insist=True, **votes)
    two_days.act("correct_document", document="plan", against=0, reason="the tellers erred")
    public, internal = log(two_days), log(two_days, internal=True)
    for found in (public, internal):
        assert found["remarks"][0]["delegation_code"] == "JAM"
        (decision,) = found["decisions"]
        assert (decision["votes"]["against"], decision["corrected"]) == (0, True)
    assert public["remarks"][0]["marks"] == ["corrected"]
    assert internal["remarks"][0]["marks_text"] == ["corrected: delegation, before “Brazil”"]
    assert [
        (row["what"], row["field"], row["before"], row["after"], row["reason"])
        for row in internal["corrections"]
    ] == [
        ("Remark 1", "delegation", "Brazil", "Jamaica", "the wrong nameplate"),
        ("Decision on Plan", "against", "1", "0", "the tellers erred"),
    ]
    assert internal["corrections"][0]["presiding"]
    text = export(two_days.proceedings, "text", Scope(internal=True)).decode()
    assert "“Jamaica”, before “Brazil”" in " ".join(text.split())
    for form in READABLE:
        words = everything(export(two_days.proceedings, form))
        assert "nameplate" not in words
        assert "tellers" not in words
    two_days.act("undo")
    assert log(two_days, internal=True)["corrections"][1]["undone"]
    assert log(two_days)["decisions"][0]["votes"]["against"] == 1
