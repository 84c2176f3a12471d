"""What the desk tried and the rules stopped is no refusal by the chair (PRACTICE section 1)."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from msgspec import to_builtins

from tests.export.reading import text_of
from tests.helpers.desk import Desk
from tipfloor.core.ground.event import decode
from tipfloor.core.reckoning.statistics import by_delegation
from tipfloor.export import Scope, export
from tipfloor.forms import FORMS
from tipfloor.words.narration import Narrator

Session = Callable[..., Desk]


def closed(desk: Desk) -> None:
    desk.tell("close_list")


def waiting(desk: Desk) -> None:
    desk.tell("inscribe", delegation="JAM")


def heard(desk: Desk) -> None:
    desk.tell("give_floor", delegation="BRA", reason="first")
    desk.tell("end_remark")


def another_is_there(desk: Desk) -> None:
    desk.tell("check_in", delegation="CHL")


TRIED = {
    "check_in": (another_is_there, {"delegation": "BRA"}),
    "list_closed": (closed, {"delegation": "MEX"}),
    "already_waiting": (waiting, {"delegation": "JAM"}),
    "turns_used": (heard, {"delegation": "BRA"}),
}


@pytest.mark.parametrize("code", TRIED)
def test_an_attempt_is_kept_apart_and_nothing_is_undone_by_it(session: Session, code: str) -> None:
    desk = session()
    before, fields = TRIED[code]
    before(desk)
    last = desk.meeting.last_act
    assert desk.refused("inscribe", **fields).code == code
    [kept] = desk.meeting.attempts
    assert (kept.stopped, kept.delegation) == (code, fields["delegation"])
    assert (desk.meeting.requests_refused, desk.meeting.last_act) == ((), last)
    assert sum(x.refusals for x in by_delegation(desk.meeting, desk.clock.now())) == 0
    line = Narrator(desk.proceedings.history, desk.meeting).last(1)[0]
    assert line.text.endswith(": the rules stopped the attempt")
    assert line.tone == "plain"


def test_each_of_a_list_that_was_stopped_is_an_attempt(session: Session) -> None:
    desk = session("JAM")
    for code in ("CHL", "JAM"):
        desk.tell("check_in", delegation=code)
    refused = desk.refused("inscribe_all", delegations=["CHL", "BRA", "JAM"])
    assert refused.code == "not_all"
    kept = [(item.delegation, item.stopped) for item in desk.meeting.attempts]
    assert kept == [("BRA", "check_in"), ("JAM", "already_waiting")]


def test_slides_and_who_is_refused_by_the_chair_stay_refusals(session: Session) -> None:
    desk = session()
    for requested in ("slides", "remote", "recorded", "not_checked_in"):
        desk.tell("refuse", delegation="BRA", requested=requested)
    kept = [item.requested for item in desk.meeting.requests_refused]
    assert kept == ["slides", "remote", "recorded", "not_checked_in"]
    assert desk.meeting.attempts == ()


def test_an_older_row_of_who_was_not_there_is_an_attempt(session: Session) -> None:
    desk = session()
    [event] = desk.tell("refuse", delegation="BRA", requested="not_checked_in")
    body = {name: value for name, value in to_builtins(event).items() if name != "by_chair"}
    older = decode("request_refused", 1, json.dumps(body))
    after = older.apply(desk.meeting.having(requests_refused=()))
    assert (len(after.attempts), after.requests_refused) == (1, ())
    said = decode("request_refused", 1, json.dumps({**body, "reason": "the chair says so"}))
    assert len(said.apply(desk.meeting.having(requests_refused=())).requests_refused) == 1


def test_public_files_know_nothing_of_it_and_internal_ones_distinguish_it(session: Session) -> None:
    desk = session()
    another_is_there(desk)
    assert desk.refused("inscribe", delegation="BRA").code == "check_in"
    public = json.loads(export(desk.proceedings, "json"))
    assert (public["refusals"], "attempts" in public) == ([], False)
    for form in FORMS:
        assert "Brazil is not checked in" not in text_of(form, export(desk.proceedings, form))
    internal = json.loads(export(desk.proceedings, "json", Scope(internal=True)))
    assert internal["refusals"] == []
    assert [row["stopped"] for row in internal["attempts"]] == ["check_in"]
    text = " ".join(export(desk.proceedings, "text", Scope(internal=True)).decode().split())
    assert "Attempts that the rules stopped" in text
    rows = csv.DictReader(io.StringIO(export(desk.proceedings, "csv").decode("utf-8-sig")))
    assert list(rows) == []
