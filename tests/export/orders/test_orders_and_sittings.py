import json
from collections.abc import Callable

from tests.helpers.play import Play
from tests.helpers.scopes import TIMES
from tipfloor.export import export

InSession = Callable[..., Play]


def test_points_of_order_and_sittings_are_told(in_session: InSession) -> None:
    """PRACTICE section 5: what the minutes of points of order and suspensions need."""
    play = in_session()
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.wait(30)
    play.act("point_of_order", delegation="CHL")
    play.act("rule_on_point", ruling="not sustained")
    play.act("appeal", delegation="CHL")
    play.act("vote_on_appeal", in_favour=3, against=1)
    play.act("resume")
    play.act("end_remark")
    play.act("inscribe", delegation="URY", remark_kind="reply", replies_to=1)
    play.speak(20)
    play.act("adjourn", resumes="tomorrow at 10:00")
    log = json.loads(export(play.proceedings, "json"))
    (point,) = log["points_of_order"]
    assert (point["number"], point["delegation_code"], point["remark_number"]) == (1, "CHL", 1)
    assert (point["ruling"], point["appeal_by_code"]) == ("not sustained", "CHL")
    assert [point[name] for name in ("in_favour", "against", "outcome")] == [3, 1, "upheld"]
    assert [row["replies_to"] for row in log["remarks"]] == [None, 1]
    (sitting,) = log["sittings"]
    assert (sitting["number"], sitting["day"]) == (1, "2024-02-05")
    (stop,) = sitting["suspensions"]
    assert (stop["kind"], stop["resumes"]) == ("adjournment", "tomorrow at 10:00")
    assert sitting["ended_at"] == stop["since"]
    text = " ".join(export(play.proceedings, "text", TIMES).decode().split())
    assert "Point of order by the Delegation of Chile at 11:00 a.m., during remark 1." in text
    assert "stood by 3 votes to 1, with 0 abstaining (to overturn it, 3 needed: a majority" in text
    assert "Uruguay: reply to remark 1" in text
    assert "Adjourned from Monday, February 5, 2024, at 11:00 a.m." in text
