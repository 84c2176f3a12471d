"""Acting over HTTP: what `tell` takes, once for each id, by whoever holds a token."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from tests.hall.hall_at_work import OTHER, TOKEN, Hall
from tests.hall.test_described import fits
from tipfloor.hall import control
from tipfloor.hall.access import cookie_of


@pytest.fixture
def hall(acting: Hall) -> Hall:
    return acting


def post(hall: Hall, act: Any, token: str = TOKEN, **headers: str) -> tuple[int, Any]:
    """Tell an act, and return status and answer, held against the description."""
    body = act if isinstance(act, bytes) else json.dumps(act).encode()
    headers = {"content_type": "application/json", **headers}
    answered = hall.ask("/api/acts", "POST", body, authorization=f"Bearer {token}", **headers)
    return answered[0], fits("/api/acts", *answered)


def kinds(answer: Any) -> list[str]:
    return [event["kind"] for event in answer["events"]]


def test_an_act_is_done_and_says_by_whom(hall: Hall) -> None:
    status, answer = post(hall, {"kind": "give_floor"}, OTHER)
    assert status == 200
    assert kinds(answer)[-1] == "floor_given"
    hall.desk.proceedings.follow()
    assert hall.desk.proceedings.history[-1].told.by == "osc"


def test_the_same_id_again_has_the_same_answer(hall: Hall) -> None:
    act = {"kind": "give_floor", "act": str(uuid.uuid4())}
    first = post(hall, act)
    assert post(hall, act) == first
    assert post(hall, {"kind": "give_floor"}, idempotency_key=act["act"]) == first
    hall.desk.proceedings.follow()
    given = [one for one in hall.desk.proceedings.history if one.event.kind == "floor_given"]
    assert len(given) == 1


def test_a_refusal_is_a_problem_with_its_code_and_rule(hall: Hall) -> None:
    status, answer = post(hall, {"kind": "inscribe", "delegation": "BRA"})
    assert status == 409
    assert answer["code"] == "already_waiting"
    assert answer["rule"]
    assert answer["title"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[[[[", 400),
        (b"\xff", 400),
        (b'{"kind": "no_such"}', 400),
        (b'{"kind": "give_floor", "delegation": 7}', 400),
        (b'{"kind": "give_floor", "kind": "undo"}', 400),
        (b'{"kind": "give_floor", "act": "no-id"}', 400),
        (b"[" * 100_000, 400),
        (b"null", 400),
    ],
)
def test_what_is_no_act_is_a_problem(hall: Hall, body: bytes, status: int) -> None:
    assert post(hall, body)[0] == status


def test_several_are_answered_one_by_one(hall: Hall) -> None:
    acts = [{"kind": "give_floor"}, {"kind": "give_floor"}, {"kind": "pause"}]
    status, answer = post(hall, acts)
    assert status == 207
    assert [sorted(one)[0] in ("events", "code") for one in answer["answers"]] == [True] * 3
    assert ["events" in one for one in answer["answers"]] == [True, False, True]
    lines = b'{"kind": "resume"}\n{"kind": "end_remark"}\n'
    status, answer = post(hall, lines, content_type="application/x-ndjson")
    assert (status, len(answer["answers"])) == (200, 2)


def test_too_many_are_refused(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    assert post(hall, [{"kind": "pause"}] * (control.MOST_AT_ONCE + 1))[0] == 413
    monkeypatch.setattr(control, "A_SECOND", 0.0)
    assert post(hall, [{"kind": "pause"}] * control.MOST_AT_ONCE)[0] == 207
    assert post(hall, {"kind": "pause"})[0] == 429
    assert post(hall, {"kind": "give_floor"}, OTHER)[0] == 200, "each holder has its own"


def test_only_json_is_taken(hall: Hall) -> None:
    assert post(hall, {"kind": "pause"}, content_type="text/plain")[0] == 415


def test_the_panels_cookie_acts_only_from_its_own_page(hall: Hall) -> None:
    cookie = f"tipfloor-control={cookie_of(TOKEN)}"
    own = f"127.0.0.1:{hall.port}"
    body, kind = b'{"kind": "give_floor"}', "application/json"
    ask = {"body": body, "cookie": cookie, "content_type": kind, "host": own}
    assert hall.ask("/api/acts", "POST", **ask)[0] == 403
    assert hall.ask("/api/acts", "POST", origin="http://evil.example", **ask)[0] == 403
    assert hall.ask("/api/acts", "POST", origin=f"http://{own}", **ask)[0] == 200


def test_a_record_that_is_gone_is_told(hall: Hall) -> None:
    post(hall, {"kind": "give_floor"})
    hall.desk.record.rename(hall.desk.record.with_suffix(".aside"))
    status, answer = post(hall, {"kind": "pause"})
    assert status == 503
    assert answer["code"] in ("gone", "not_saved", "replaced")
