"""Who attended and who presided, in both forms."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.play import PLAN, Play
from tests.helpers.scopes import TIMES
from tipfloor.export import Scope, export

Convene = Callable[..., Play]

WITH_REGISTRATION: dict[str, Any] = {
    "meeting": {
        **PLAN["meeting"],
        "order_of_moments": ["registration", "opening", "plenary"],
    },
    "rules": {
        "quorum_to_open": 2,
        "quorum_to_decide": 3,
        "entitled_to_sit": 4,
        "accreditation_by": "2024-01-26",
    },
    "moments": [
        {"code": "registration", "kind": "registration", "title": "Registration"},
        *PLAN["moments"],
    ],
    "presiding": {"office": "pro_tempore", "delegation": "JAM"},
}


def registered(convene: Convene) -> Play:
    """Play registration and an opening in which the chair changes."""
    play = convene(WITH_REGISTRATION)
    play.act("check_in", delegation="BRA", accredited_on="2024-01-20")
    play.act("check_in", delegation="CHL", capacity="designated_delegate")
    play.act("check_in", delegation="URY", accredited_on="2024-01-30")
    play.act("admit", delegation="OBS", name="=River Union", reason="invited by phone")
    play.wait(600)
    play.act("check_out", delegation="URY")
    play.act("next_moment")
    play.wait(60)
    play.act("change_presiding", office="chair", delegation="CHL")
    play.wait(60)
    play.act("next_moment")
    play.act("open_session")
    play.act("inscribe", delegation="CHL")
    play.wait(1)
    play.act("give_floor")
    play.wait(30)
    play.act("end_remark")
    return play


def test_the_minutes_tell_who_was_present_and_who_presided(convene: Convene) -> None:
    """PRACTICE section 2, rows i and ii; section 5: the quorum list as secretariats write it."""
    text = export(registered(convene).proceedings, "text", TIMES).decode()
    assert (
        "In the chair: Jamaica (pro tempore).\n"
        "Delegations present: Brazil and Chile (designated delegate).\n"
        "Observer present: =River Union.\n"
        "Present: 2 of 4 entitled to sit; the quorum to open (2) is met; the quorum to\n"
        "  decide (3) is not met.\n"
        "Had left by then: Uruguay (left at 11:10\u00a0a.m.).\n"
    ) in text
    assert "In the chair: Jamaica (pro tempore); from 11:11\u00a0a.m., Chile (Chair).\n" in text
    plenary = text.partition("III. Plenary sessions")[2]
    assert "In the chair: Chile (Chair).\n" in plenary
    assert "in national\n  capacity" in plenary
    assert "invited by phone" not in text


def test_json_has_every_stay_and_every_officer(convene: Convene) -> None:
    log = json.loads(export(registered(convene).proceedings, "json"))
    stays = log["attendance"]
    assert [item["delegation_code"] for item in stays] == ["BRA", "CHL", "URY", "OBS"]
    assert stays[2] == {
        "delegation_code": "URY",
        "delegation": "Uruguay",
        "state": True,
        "capacity": "national_authority",
        "capacity_text": "national authority",
        "arrived_at": "2024-02-05T11:00:00.000-05:00",
        "left_at": "2024-02-05T11:10:00.000-05:00",
        "accredited_on": "2024-01-30",
        "late": True,
        "admitted_at_the_door": False,
    }
    assert [item["late"] for item in stays] == [False, False, True, False]
    assert [item["admitted_at_the_door"] for item in stays] == [False, False, False, True]
    assert "invited by phone" not in json.dumps(log)
    jamaica, chile = log["presiding"]
    assert (jamaica["office"], jamaica["delegation_code"]) == ("pro_tempore", "JAM")
    assert jamaica["until"] == chile["since"] == "2024-02-05T11:11:00.000-05:00"
    assert (chile["office"], chile["delegation"], chile["until"]) == ("chair", "Chile", None)
    assert log["remarks"][0]["marks_text"] == ["in national capacity"]


def test_a_meeting_without_a_roll_tells_of_none(convene: Convene) -> None:
    play = convene()
    assert "present" not in export(play.proceedings, "text", TIMES).decode()
    assert "In the chair" not in export(play.proceedings, "text", TIMES).decode()
    assert json.loads(export(play.proceedings, "json"))["attendance"] == []


def test_present_without_a_quorum_in_the_rules(convene: Convene) -> None:
    play = convene()
    play.act("check_in", delegation="BRA")
    text = export(play.proceedings, "text", TIMES).decode()
    assert "Delegation present: Brazil.\nPresent: 1 of 4 entitled to sit.\n" in text
    assert "Nothing has been recorded yet." not in text


@pytest.mark.parametrize(
    ("language", "apart"),
    [
        ("en", ("Delegation of Brazil.", "Remark by an observer: River Union.")),
        ("es", ("Delegación (Brazil).", "Intervención de un observador: River Union.")),
        ("pt", ("Delegação (Brazil).", "Intervenção de um observador: River Union.")),
        ("fr", ("délégation (Brazil).", "un observateur")),
    ],
)
def test_observers_who_spoke_are_told_apart_from_delegations(
    convene: Convene, language: Any, apart: tuple[str, str]
) -> None:
    play = convene({"rules": {"check_in_required": False}})
    play.act("admit", delegation="OBS", name="River Union", reason="invited by phone")
    play.act("next_moment")
    play.act("open_session")
    play.act("inscribe", delegation="BRA")
    play.act("inscribe", delegation="OBS")
    play.speak(30)
    play.speak(30)
    text = export(play.proceedings, "text", Scope(language=language)).decode()
    for words in apart:
        assert words in text


def test_where_nobody_is_a_state_nobody_is_an_observer(convene: Convene) -> None:
    rows = [{**row, "state": False} for row in PLAN["delegations"]]
    play = convene({"delegations": rows})
    play.act("next_moment")
    play.act("open_session")
    play.act("inscribe", delegation="BRA")
    play.speak(30)
    assert "observer" not in export(play.proceedings, "text", TIMES).decode()
