"""The whole Seventh Meeting through `tipfloor tell`, from registration to closing."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

REASON = "as the chair decides"
PRESENT = ("USA", "BRA", "CHL", "MEX", "JAM", "URY", "PER", "PAN", "COL", "CAN")


def act(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, **fields}


def spoken(*delegations: str) -> list[dict[str, Any]]:
    """Return the acts of a session in which these delegations speak in turn."""
    asked = [act("inscribe", delegation=code) for code in delegations]
    turns = [turn for _ in delegations for turn in (act("give_floor"), act("end_remark"))]
    return [*asked, *turns]


SCRIPT = [
    *(act("check_in", delegation=code, accredited_on="2024-01-20") for code in PRESENT),
    act("admit", delegation="ZZZ", name="An observer", reason=REASON),
    act("next_moment"),
    *(turn for _ in range(2) for turn in (act("begin_address"), act("end_remark"))),
    act("next_moment"),
    act("nominate", election="chair", delegation="USA", nominated_by="BRA", seconded_by="CHL"),
    act("acclaim", election="chair", insist=True),
    act("nominate", election="vice-chair", delegation="MEX", nominated_by="PER"),
    act("nominate", election="vice-chair", delegation="URY", nominated_by="PAN"),
    act("ballot", election="vice-chair", ballots=["MEX:5", "URY:5"], insist=True),
    act("ballot", election="vice-chair", ballots=["MEX:6", "URY:3"], abstaining=1, insist=True),
    act("adopt_document", document="agenda", insist=True),
    act("adopt_document", document="schedule", insist=True),
    act("open_session", session="introductory"),
    *spoken("BRA", "CHL", "JAM"),
    act("end_session"),
    act("next_moment"),
    act("propose_amendment", document="work-plan", delegation="PER", reference="4", text="Add."),
    act("settle_amendment", document="work-plan", number=1, outcome="adopted", insist=True),
    act("issue_revision", document="work-plan", revision=2),
    act("adopt_document", document="work-plan", insist=True),
    act("reserve", document="work-plan", delegation="CAN", reference="paragraph 7"),
    act("open_session", session="a"),
    *spoken("COL"),
    act("inscribe", delegation="PER"),
    act("give_floor"),
    act("point_of_order", delegation="URY"),
    act("rule_on_point", ruling="the remark is within the topic"),
    act("appeal", delegation="URY"),
    act("vote_on_appeal", in_favour=7, against=2, abstaining=1, insist=True),
    act("resume"),
    act("end_remark"),
    act("inscribe", delegation="COL", remark_kind="reply", replies_to=7),
    act("give_floor"),
    act("end_remark"),
    act("refuse", delegation="PAN", requested="slides"),
    act("refuse", delegation="PAN", requested="remote"),
    act("inscribe", delegation="PAN"),
    act("adjourn", resumes="tomorrow at 9", waiting="carry_over"),
    act("resume_meeting"),
    act("end_session", waiting="not_heard"),
    act("begin_address", address="consultation"),
    act("end_remark"),
    act("next_moment"),
    *(act("add_recommendation", text=f"Recommendation {n}") for n in (1, 2, 3)),
    act("amend_recommendation", number=1, text="Recommendation 1, amended"),
    act("approve_recommendation", number=1, insist=True),
    act("approve_block", numbers=["2-3"], insist=True),
    act("reserve_recommendation", number=3, delegation="CHL"),
    act("next_moment"),
    act("nominate", election="next-chair", delegation="CHL", nominated_by="BRA"),
    act("offer_to_host", election="next-chair", delegation="CHL", offer="in its capital"),
    act("acclaim", election="next-chair", accept_offer=True, insist=True),
    act("next_moment"),
    *(turn for _ in range(2) for turn in (act("begin_address"), act("end_remark"))),
    act("close_meeting", insist=True),
]


@pytest.fixture
def record(run: Run, home: Path) -> dict[str, Any]:
    """The JSON export after the whole script was told as lines of JSON."""
    lines = "\n".join(json.dumps(item) for item in SCRIPT)
    command = [sys.executable, "-m", "tipfloor", "tell"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    refused = [line for line in done.stdout.splitlines() if '"refused"' in line]
    assert (done.returncode, refused) == (0, [])
    exported: dict[str, Any] = json.loads(run("export", "--format", "json").out)
    return exported


def test_minutes_can_be_written_from_the_export(record: dict[str, Any]) -> None:
    """PRACTICE section 2, rows i to ix, with rows iv and vi; section 1, rule 1."""
    assert [bool(moment["visits"]) for moment in record["moments"]] == [True] * 9
    assert [item["office"] for item in record["presiding"]] == ["pro_tempore", "chair"]
    assert {item["delegation_code"] for item in record["attendance"]} == {*PRESENT, "ZZZ"}
    elected = {item["code"]: item["elected"] for item in record["elections"]}
    assert (elected["chair"], elected["vice-chair"]) == ("United States", "Mexico")
    assert elected["next-chair"] == "Chile"
    by_document = {item["document"]: item for item in record["decisions"]}
    assert by_document["work-plan"]["revision"] == 2
    assert [item["delegation"] for item in by_document["work-plan"]["reservations"]] == ["CAN"]
    fates = {item["number"]: item["fate"] for item in record["recommendations"]}
    assert fates == {1: "adopted_as_amended", 2: "adopted", 3: "adopted"}
    [point] = record["points_of_order"]
    assert point["ruling"] == "the remark is within the topic"
    assert {item["rule"] for item in record["refusals"]} == {
        "slides_not_permitted",
        "in_person_only",
    }
    assert [item["delegation_code"] for item in record["not_heard"]] == ["PAN"]
    topics = [item["topic"] for item in record["remarks"] if item["session"]]
    assert topics[0] == "General report"
    assert record["closed_at"] is not None
    assert len(record["sittings"]) == 2
