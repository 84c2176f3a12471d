"""Deeds of the floor, of the list of speakers, and of points of order."""

from __future__ import annotations

from pathlib import Path

from tests.desk.deeds.deed_cases import case
from tests.desk.deeds.hand_at_work import HandAtWork


@case()
def give_next(hand: HandAtWork) -> None:
    assert (hand.floor, hand.names) == ("BRA", ["CHL", "URY"])


@case()
def give_selected(hand: HandAtWork) -> None:
    assert hand.floor == "BRA"
    hand.do("end")
    hand.select(1)
    hand.do("give_selected")
    assert hand.title == "Out of order: why does Uruguay take the floor now?"
    hand.answer("a plane to catch")
    assert hand.floor == "URY"


@case()
def call(hand: HandAtWork) -> None:
    assert hand.meeting.speakers().called == hand.meeting.speakers().waiting[0].id


@case()
def end(hand: HandAtWork) -> None:
    assert hand.notices == ["Nobody has the floor: space gives the floor to Brazil."]
    hand.do("give_next")
    hand.do("end")
    assert (hand.floor, len(hand.meeting.remarks)) == ("", 1)


@case()
def pause(hand: HandAtWork) -> None:
    hand.do("give_next")
    hand.do("pause")
    hand.answer("other", "the interpreters ask for it")
    assert hand.meeting.floor is not None
    assert hand.meeting.floor.pause is not None
    assert hand.meeting.floor.pause.reason == "the interpreters ask for it"
    hand.do("pause")
    assert hand.meeting.floor.pause is None


@case()
def mark(hand: HandAtWork) -> None:
    hand.do("give_next")
    hand.do("mark")
    hand.answer("reminded_of_topic")
    assert hand.meeting.floor is not None
    assert "reminded_of_topic" in hand.meeting.floor.marks


@case(moment="opening_ceremony")
def begin_address(hand: HandAtWork) -> None:
    hand.answer("opening-host")
    assert hand.last.address == "opening-host"


@case()
def interlude(hand: HandAtWork) -> None:
    hand.answer("film")
    assert hand.meeting.interlude is not None
    hand.do("interlude")
    assert hand.meeting.interlude is None


@case()
def inscribe(hand: HandAtWork) -> None:
    hand.type("mex, peru", "general_report")
    assert hand.names == ["BRA", "CHL", "URY", "MEX", "PER"]
    assert hand.meeting.speakers().waiting[-1].general_report


@case()
def withdraw(hand: HandAtWork) -> None:
    assert hand.title == "Brazil gives up its place on the list?"
    hand.answer("no")
    hand.do("withdraw")
    hand.answer("yes")
    assert hand.names == ["CHL", "URY"]


@case()
def slides(hand: HandAtWork) -> None:
    hand.type("")
    assert (hand.last.kind, hand.last.delegation) == ("request_refused", "BRA")
    assert hand.notices[0].startswith("Slides refused to Brazil.")


@case()
def undo(hand: HandAtWork) -> None:
    assert hand.title.endswith("Uruguay asked for the floor")
    hand.answer("")
    assert hand.names == ["BRA", "CHL"]


@case()
def add_session(hand: HandAtWork) -> None:
    hand.answer("Evening", "What was left over", "25:00")
    assert hand.notices == ["Type times such as 14:00-15:30."]
    hand.do("add_session")
    hand.answer("Evening", "What was left over", "")
    added = hand.meeting.plan.session("evening")
    assert added is not None
    assert added.starts is None
    hand.do("add_session")
    hand.answer("Night", "The rest", "2024-02-06 9:00 - 10:30")
    added = hand.meeting.plan.session("night")
    assert added is not None
    assert (str(added.starts), str(added.ends)) == ("2024-02-06 09:00:00", "2024-02-06 10:30:00")


@case()
def load_list(hand: HandAtWork) -> None:
    prepared = Path(hand.record.where).with_name("list.csv")
    prepared.write_text("delegation\nMEX\nPER\n")
    hand.answer(str(prepared))
    assert hand.names[3:] == ["MEX", "PER"]


@case()
def point(hand: HandAtWork) -> None:
    hand.escape()
    hand.do("give_next")
    hand.do("point")
    assert hand.meeting.floor is not None
    assert hand.meeting.floor.pause is not None
    hand.escape()
    assert hand.meeting.floor.pause is None
    hand.do("point")
    hand.type("mex")
    assert hand.title == "Point of order of Mexico: the chair's ruling?"
    hand.answer("sustained")
    hand.do("point")
    hand.answer("appeal")
    hand.type("chile")
    hand.do("point")
    hand.answer((5, 20, 1))
    assert hand.meeting.appealed is None
