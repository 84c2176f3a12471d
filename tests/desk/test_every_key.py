"""Every key and every deed of the palette does its act, and shows it."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.desk.desk_at_work import DeskAtWork, at_desk, ruled
from tests.desk.documents import document_cases
from tests.desk.keyboard import burst
from tests.desk.recommendations import recommendation_cases
from tipfloor.core.elections.offices import election_of
from tipfloor.desk.deeds.registry import DEEDS
from tipfloor.desk.keys import KEYS
from tipfloor.store import Person
from tipfloor.words import has

Case = Callable[[DeskAtWork], Awaitable[None]]

DEPUTY = Person("p0123456789ab", "BRA", "Aurelia Quintavale", "Deputy Minister", "delegation_only")

CASES: dict[str, Case] = {}


def case(function: Case) -> Case:
    CASES[function.__name__] = function
    return function


async def nobody_waits(desk: DeskAtWork) -> None:
    """Let everybody on the list give up its place."""
    while desk.waiting:
        desk.told("withdraw", delegation=desk.waiting[0])
    await desk.shows("List · open · 0 waiting")


async def by_palette(desk: DeskAtWork, title: str) -> None:
    """Choose a deed of the command palette by its title."""
    await desk.press("ctrl+p")
    await burst(desk.app, *title)
    await desk.shows(title.capitalize())
    await desk.until(lambda: desk.app.screen.query("CommandList").first().option_count)  # type: ignore[attr-defined]
    await desk.keys("enter")
    await desk.until(lambda: not desk.app.screen.query("CommandList"))


@case
async def give_next(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.shows("Brazil has the floor (2:00)", "● SPEAKING")
    assert desk.floor.entry.delegation == "BRA"
    assert desk.waiting == ["CHL", "URY"]


@case
async def give_selected(desk: DeskAtWork) -> None:
    await desk.press("down", "down", "enter")
    await desk.shows("why does Uruguay take the floor now?")
    await desk.type("a plane to catch")
    await desk.shows("URY  Uruguay", "│ called before its turn")
    assert (desk.floor.entry.delegation, desk.waiting) == ("URY", ["BRA", "CHL"])
    assert "out_of_order" in desk.floor.marks


@case
async def end(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(61)
    await desk.press("e")
    await desk.shows("Brazil spoke 1:01", "○ FLOOR FREE", "I thank Brazil.")
    remark = desk.meeting.remarks[0]
    assert (remark.ended_by, remark.speaking(desk.clock.now())) == ("speaker", 61_500)


@case
async def pause(desk: DeskAtWork) -> None:
    await desk.press("space", "p")
    await desk.shows("║ PAUSED", "The clock stands. Why?")
    await desk.keys("3")
    await desk.shows("microphone", "p resume")
    await desk.later(10)
    await desk.press("p")
    await desk.shows("● SPEAKING", "paused 0:10")
    assert desk.floor.pauses[0].reason == "microphone"


@case
async def inscribe(desk: DeskAtWork) -> None:
    await desk.inscribe("mex")
    await desk.shows("4 MEX Mexico", "4 waiting")
    assert desk.waiting == ["BRA", "CHL", "URY", "MEX"]


@case
async def slides(desk: DeskAtWork) -> None:
    await desk.press("down", "down", "s")
    await desk.shows("Slides are asked for by", "BRA BR  Brazil")
    await desk.keys("enter")
    await desk.shows("✗ Slides refused to Brazil.", "Slides are")
    await desk.press("space", "down", "s")
    await desk.shows("Slides are asked for by", "BRA BR  Brazil")
    await desk.keys("enter")
    await desk.until(lambda: len(desk.meeting.requests_refused) == 2)
    for refusal in desk.meeting.requests_refused:
        assert (refusal.delegation, refusal.requested) == ("BRA", "slides")
    assert desk.waiting == ["CHL", "URY"]


@case
async def refuse(desk: DeskAtWork) -> None:
    await desk.press("space", "down", "x")
    await desk.shows("1 a remote intervention")
    await desk.keys("1")
    await desk.shows("Refuse a remote intervention: asked for by", "BRA BR  Brazil")
    await desk.type("uruguai")
    await desk.shows("✗ Remote remark refused to Uruguay.")
    assert [(r.delegation, r.requested) for r in desk.meeting.requests_refused] == [
        ("URY", "remote")
    ]


@case
async def absent(desk: DeskAtWork) -> None:
    await desk.press("m")
    await desk.shows("3 BRA Brazil (was absent)")
    assert desk.waiting == ["CHL", "URY", "BRA"]
    await desk.press("up", "m", "up", "m", "up", "m")
    await desk.until(lambda: desk.waiting == ["CHL", "URY"])
    assert not desk.meeting.remarks
    await desk.shows("2 waiting")


@case
async def withdraw(desk: DeskAtWork) -> None:
    await desk.press("down", "d")
    await desk.shows("Chile gives up its place on the list?")
    await desk.keys("2")
    assert desk.waiting == ["BRA", "CHL", "URY"]
    await desk.press("d")
    await desk.keys("enter")
    await desk.shows("Chile withdrew", "2 URY Uruguay")
    assert desk.waiting == ["BRA", "URY"]


@case
async def move_up(desk: DeskAtWork) -> None:
    await desk.press("down", "K")
    await desk.shows("Move Chile to place 1: for what reason?")
    await desk.type("agreed")
    await desk.shows("Chile moved to place 1: agreed", "1 CHL Chile")
    assert desk.waiting == ["CHL", "BRA", "URY"]
    await desk.press("down", "down", "shift+up")
    await desk.type("agreed")
    assert desk.waiting == ["CHL", "URY", "BRA"]


@case
async def move_down(desk: DeskAtWork) -> None:
    await desk.press("J")
    await desk.type("agreed")
    await desk.shows("Brazil moved to place 2: agreed", "2 BRA Brazil")
    assert desk.app.desk.selected
    assert desk.app.desk.selected.delegation == "BRA"
    await desk.press("shift+down")
    await desk.type("agreed")
    assert desk.waiting == ["CHL", "URY", "BRA"]


@case
async def close_list(desk: DeskAtWork) -> None:
    await desk.press("l")
    await desk.shows("List · closed · 3 waiting", "List of speakers closed")
    await desk.press("l")
    await desk.shows("Open the list again: for what reason?")
    await desk.type("more came")
    await desk.shows("List · open · 3 waiting", "List of speakers reopened: ")
    assert desk.meeting.speakers().is_open


@case
async def back_date(desk: DeskAtWork) -> None:
    await desk.later(20)
    await desk.press("space")
    await desk.later(4.5)
    await desk.press("b")
    await desk.shows("By how many seconds was the clock started late?")
    await desk.type("7.5")
    await desk.shows("start set 7.5 s", "back-dated")
    assert desk.floor.speaking(desk.clock.now()) == 12_500


@case
async def call(desk: DeskAtWork) -> None:
    await desk.press("c")
    await desk.shows("► CALLED", "Called  BRA  Brazil", "► 1 BRA")
    assert desk.meeting.floor is None
    await desk.press("space")
    assert desk.floor.entry.delegation == "BRA"


@case
async def point(desk: DeskAtWork) -> None:
    await desk.press("space", "o")
    await desk.shows("A point of order is raised by", "║ PAUSED")
    await desk.type("mex")
    await desk.shows("Point of order of Mexico: the chair's ruling?", "║ PAUSED")
    await desk.keys("escape")
    await desk.shows("Mexico raised a point of", "Please state it.")
    await desk.press("o")
    await desk.keys("4")
    await desk.type("chl")
    assert [point.delegation for point in desk.meeting.points] == ["MEX", "CHL"]
    await desk.press("o")
    await desk.shows("Point of order of Mexico: the chair's ruling?")
    await desk.keys("2")
    await desk.shows("Chile has asked for the floor on a")
    await desk.press("o")
    await desk.keys("1")
    await desk.press("p")
    await desk.shows("● SPEAKING")
    assert not desk.meeting.points


@case
async def mark(desk: DeskAtWork) -> None:
    await desk.press("space", "r")
    await desk.shows("Mark the remark of Brazil, no. 1 of 11:00:00")
    await desk.keys("1")
    await desk.shows("Brazil: reminded of the topic")
    await desk.press("e", "r")
    await desk.keys("2")
    assert desk.meeting.remarks[0].marks == ("reminded_of_topic", "general_report")


@case
async def suspend(desk: DeskAtWork) -> None:
    await desk.press("space", "v")
    await desk.shows("Suspend or adjourn the meeting?")
    await desk.keys("1")
    await desk.shows("▬ SUSPENDED", "The meeting was suspended", "“The meeting is suspended.”")
    await desk.later(3600)
    await desk.press("v")
    await desk.shows("● SPEAKING", "The meeting was resumed", "We were at IV.")
    assert desk.floor.speaking(desk.clock.now()) == 500


@case
async def forward(desk: DeskAtWork) -> None:
    await nobody_waits(desk)
    await desk.press("right_square_bracket")
    await desk.shows("Nobody was heard in “Introductory session: General")
    await desk.keys("2")
    await desk.shows("V Adoption of the Third Work Plan")
    desk.told("take_note", text="adopted")
    await desk.press("right_square_bracket")
    await desk.shows("VI Plenary session (a): ", "Plenary session (a) opened")
    assert desk.meeting.session == "a"
    desk.told("undo")
    assert desk.meeting.moment == "adoption"


@case
async def back(desk: DeskAtWork) -> None:
    await nobody_waits(desk)
    for session in ("a", "b"):
        desk.told("open_session", session=session, reason="a test")
    await desk.press("left_square_bracket")
    await desk.shows("Go back: for what reason?")
    await desk.type("one more")
    assert desk.meeting.session == "a"
    await desk.press("left_square_bracket")
    await desk.type("recount")
    await desk.shows("V Adoption of the Third Work Plan", "V. Adoption of the Third")
    assert desk.meeting.moment == "adoption"


@case
async def undo(desk: DeskAtWork) -> None:
    await desk.press("space", "u")
    await desk.shows("Undo: Brazil has the floor (2:00)")
    await desk.type("wrong key")
    await desk.shows("Next  BRA  Brazil", "1 BRA Brazil", "Undone: Brazil has the floor")
    assert desk.waiting == ["BRA", "CHL", "URY"]
    await desk.press("u", "enter")
    await desk.shows("2 waiting")
    assert desk.waiting == ["BRA", "CHL"]


@case
async def export(desk: DeskAtWork) -> None:
    path = desk.record.with_name("floor.txt")
    await desk.press("f")
    await desk.shows("Write the record as a file", "PDF, for publication")
    await desk.press("5")
    await desk.shows("Of what?", "for publication: the whole meeting", "for timekeeping")
    await desk.press("end")
    await desk.shows("INTERNAL: the whole meeting")
    await desk.press("1")
    await desk.shows("In which language?")
    await desk.press("1")
    await desk.shows("Where to?", ".txt")
    await desk.press("ctrl+u")
    await desk.type(str(path))
    await desk.shows("Written:")
    assert "Introductory" in path.read_text()


@case
async def find(desk: DeskAtWork) -> None:
    await desk.press("slash")
    await desk.shows("Find in the log", "Chile asked for the floor")
    await desk.keys(*"URUG")
    await desk.until(lambda: "Chile asked" not in desk.screen)
    await desk.shows("Uruguay asked for the floor")
    await desk.keys(*"zzz")
    await desk.shows("Nothing in the log matches.")
    await desk.keys("escape")
    await desk.shows("The floor")


@case
async def times(desk: DeskAtWork) -> None:
    await desk.press("y")
    await desk.shows("Introductory session: General", "10:45-12:30 11:00-", "○ FLOOR FREE")
    await desk.keys("escape")
    await desk.shows("╭─ The floor")


@case
async def theme(desk: DeskAtWork) -> None:
    await by_palette(desk, "light or dark theme")
    await desk.until(lambda: desk.app.theme == "tipfloor-light")
    await by_palette(desk, "light or dark theme")
    await desk.until(lambda: desk.app.theme == "tipfloor-dark")


@case
async def sound(desk: DeskAtWork) -> None:
    for said in ("The bell rings here with 0:00 left", "here with 0:30, 0:10,", "Silent: the bell"):
        await by_palette(desk, "bell and warning sound")
        await desk.shows(said)


@case
async def statistics(desk: DeskAtWork) -> None:
    await desk.press("space", "g")
    await desk.shows("►BRA Brazil", "● SPEAKING", "100.0%", "31 not spoken yet")
    await desk.keys("escape")
    await desk.shows("╭─ The floor")


@case
async def timekeeper(desk: DeskAtWork) -> None:
    await desk.press("space", "t")
    await desk.until(lambda: "─ The floor ─" not in desk.screen and "Brazil" in desk.screen)
    await desk.later(60)
    await desk.keys("escape")
    await desk.shows("─ The floor ─")
    assert not desk.dialog


@case
async def help(desk: DeskAtWork) -> None:
    await desk.pilot.resize_terminal(80, 60)
    await desk.press("question_mark")
    await desk.shows("Keys", *(key.help for key in KEYS))
    for key in KEYS:
        assert f"{key.shown:>6}  {key.help}" in desk.screen
    await desk.keys("escape")
    await desk.shows("─ The floor ─")


@case
async def quit_desk(desk: DeskAtWork) -> None:
    await desk.press("space", "q")
    await desk.shows("Brazil has the floor. Leave the desk?")
    await desk.keys("1")
    await desk.until(lambda: not desk.dialog)
    await desk.press("q", "2")
    await desk.until(lambda: not desk.app.is_running)


@case
async def cursor_up(desk: DeskAtWork) -> None:
    await desk.press("j", "j", "k", "d", "enter")
    assert desk.waiting == ["BRA", "URY"]


@case
async def cursor_down(desk: DeskAtWork) -> None:
    await desk.press("j", "d", "enter")
    assert desk.waiting == ["BRA", "URY"]


@case
async def restart(desk: DeskAtWork) -> None:
    await desk.press("space")
    await desk.later(60)
    await by_palette(desk, "restart the time")
    await desk.type("no sound")
    await desk.shows("Brazil begins again with the", "restarted")
    assert desk.floor.speaking(desk.clock.now()) == 0


@case
async def extend(desk: DeskAtWork) -> None:
    await desk.press("space")
    await by_palette(desk, "extend")
    await desk.shows("of 2:30", "Brazil: limit extended by 0:30")
    assert desk.floor.extended == 30_000


@case
async def business(desk: DeskAtWork) -> None:
    await desk.press("n", "j", "1")
    await desk.type("note of the moment")
    await desk.shows("note of the moment")
    assert desk.kinds[-1] == "note_taken"


@case
async def discreet(desk: DeskAtWork) -> None:
    await desk.press("space")
    await by_palette(desk, "discreet clock")
    await desk.shows("Brazil: clock made discreet")
    assert desk.floor.discreet


@case
async def change_limit(desk: DeskAtWork) -> None:
    await by_palette(desk, "change the limit")
    await desk.type("90")
    await desk.shows("A limit of 1:30: for what?", "1 for the rest of Introductory session")
    await desk.keys("1")
    await desk.shows("A limit of 90 seconds: for what reason?")
    await desk.type("late")
    await desk.shows("limit 1:30")
    await desk.shows("have one minute and 30 seconds.")
    await desk.press("space")
    assert desk.floor.limit == 90_000


@case
async def go_to(desk: DeskAtWork) -> None:
    await nobody_waits(desk)
    await by_palette(desk, "go to a moment")
    await desk.shows("1 Registration of participants")
    await desk.keys("7")
    await desk.type("time is short")
    await desk.shows("VI Plenary session (a) not open yet")
    assert desk.meeting.moment == "plenary_sessions"


@case
async def begin_address(desk: DeskAtWork) -> None:
    await by_palette(desk, "give an address")
    await desk.shows("Which address is given?", "Representative of the host country (to come)")
    await desk.keys("1")
    await desk.shows("Out of order")
    await desk.type("the host must leave")
    await desk.shows("Representative of the host", "planned 10:00", "● SPEAKING")
    assert desk.floor.entry.delegation == "opening-host"
    assert desk.waiting == ["BRA", "CHL", "URY"]


@case
async def take_report(desk: DeskAtWork) -> None:
    await by_palette(desk, "take up the report")
    await desk.shows("Rapporteur of the consultation", "planned 15:00")
    assert desk.floor.entry.kind == "report"


@case
async def add_address(desk: DeskAtWork) -> None:
    await by_palette(desk, "add an address")
    await desk.press("1")
    await desk.shows("By which office is it given?")
    await desk.type("Minister of Justice")
    await desk.shows("How many minutes are planned?")
    await desk.type("2,5")
    await desk.shows("Address added: Minister of")
    added = desk.meeting.plan.addresses[-1]
    assert (added.office, added.planned_seconds) == ("Minister of Justice", 150)
    assert added.moment == "introductory_session"


@case
async def move_address(desk: DeskAtWork) -> None:
    desk.told("add_address", office="Minister")
    desk.told("add_address", office="Ombudsman")
    await by_palette(desk, "move an address")
    await desk.shows("1 Minister", "2 Ombudsman")
    await desk.press("2")
    await desk.shows("before Minister", "to the end")
    await desk.press("1")
    await desk.shows("Move the Ombudsman to place 1: for what reason?")
    await desk.type("protocol")
    await desk.shows("Ombudsman moved to place 1")


@case
async def strike_address(desk: DeskAtWork) -> None:
    desk.told("add_address", office="Minister")
    await by_palette(desk, "strike an address")
    await desk.press("1")
    await desk.shows("Minister will not speak: for what reason?")
    await desk.type("ill")
    await desk.until(lambda: desk.meeting.addresses_struck == {"address-1"})
    await desk.shows("Minister will not be given")


@case
async def interlude(desk: DeskAtWork) -> None:
    await by_palette(desk, "interlude")
    await desk.press("1")
    await desk.shows("≡ INTERLUDE", "minute of silence")
    await by_palette(desk, "interlude")
    await desk.shows("○ FLOOR FREE", "End of the interlude")
    assert desk.meeting.interlude is None


@case
async def outage(desk: DeskAtWork) -> None:
    await by_palette(desk, "webcast outage")
    await desk.shows("NO WEBCAST 0:00")
    await desk.later(62)
    await desk.shows("NO WEBCAST 1:0")
    await by_palette(desk, "webcast outage")
    await desk.shows("The webcast is back after")
    assert "NO WEBCAST" not in desk.screen


@case
async def close_meeting(desk: DeskAtWork) -> None:
    await by_palette(desk, "close the meeting")
    await desk.shows("This is not the last moment. Close the meeting: for what reason?")
    await desk.type("fire alarm")
    await desk.shows("3 names not", "2 close all the same")
    await desk.keys("1")
    await desk.until(lambda: not desk.dialog)
    assert desk.meeting.closed_at is None
    await by_palette(desk, "close the meeting")
    await desk.type("fire alarm")
    await desk.press("2")
    await desk.shows("MEETING     ", "The meeting is closed.")
    assert desk.meeting.left_at_closing["unheard"] == 3


@case
async def reopen_meeting(desk: DeskAtWork) -> None:
    desk.told("close_meeting", insist=True, reason="fire alarm")
    await by_palette(desk, "reopen the meeting")
    await desk.shows("Open the meeting again: for what reason?")
    await desk.type("false alarm")
    await desk.shows("The meeting was reopened", "○ FLOOR FREE")
    assert desk.meeting.closed_at is None


@case
async def check_in(desk: DeskAtWork) -> None:
    await by_palette(desk, "check in")
    await desk.type("mex")
    await desk.shows("Mexico checked in")
    assert desk.meeting.checked_in == {"MEX"}


@case
async def check_out(desk: DeskAtWork) -> None:
    desk.told("check_in", delegation="BRA")
    await by_palette(desk, "check out")
    await desk.type("bra")
    await desk.shows("Brazil left the meeting")
    assert desk.meeting.checked_in == set()


@case
async def nominate(desk: DeskAtWork) -> None:
    await by_palette(desk, "nominate")
    await desk.shows("Which office?")
    await desk.press("1")
    await desk.type("mex")
    await desk.shows("Mexico is nominated by")
    await desk.type("bra")
    await desk.shows("The nomination of Mexico is seconded by")
    await desk.type("chl")
    await desk.shows("for what reason is it taken up now?")
    await desk.type("the minister leaves")
    await desk.shows("Brazil, seconded by Chile, nom")
    assert nominees(desk) == [("MEX", ("CHL",))]


def nominees(desk: DeskAtWork) -> list[tuple[str, tuple[str, ...]]]:
    standing = election_of(desk.meeting, "chair").standing
    return [(item.delegation, item.seconded_by) for item in standing]


def nominated(desk: DeskAtWork, election: str = "chair") -> None:
    fields = {"election": election, "delegation": "MEX", "nominated_by": "BRA"}
    desk.told("nominate", **fields, reason="the minister leaves")


@case
async def second_nomination(desk: DeskAtWork) -> None:
    nominated(desk)
    await by_palette(desk, "second a nomination")
    await desk.type("")
    await desk.shows("Type a code or a name first")
    await desk.type("chl")
    await desk.shows("Chile seconded the nomination")
    assert nominees(desk) == [("MEX", ("CHL",))]


@case
async def withdraw_nomination(desk: DeskAtWork) -> None:
    nominated(desk)
    await by_palette(desk, "withdraw a nomination")
    await desk.shows("The nomination of Mexico as")
    assert nominees(desk) == []


@case
async def acclaim(desk: DeskAtWork) -> None:
    nominated(desk)
    await by_palette(desk, "elect by acclamation")
    await desk.shows("Present: 0; needed: 17.")
    await desk.press("2")
    await desk.shows("Mexico was elected Chair", "The Chair presides: Mexico")
    assert desk.meeting.presiding.delegation == "MEX"


@case
async def elect_by_vote(desk: DeskAtWork) -> None:
    nominated(desk)
    await by_palette(desk, "elect by vote")
    await desk.shows("Ballot 1: Chair of the Seventh Meeting: Mexico", "for [against]")
    await desk.type("20 9 3")
    await desk.press("2")
    await desk.shows("Mexico was elected Chair")
    assert election_of(desk.meeting, "chair").ballots[0].abstaining == 3


@case
async def offer_to_host(desk: DeskAtWork) -> None:
    await by_palette(desk, "offer to host")
    await desk.type("ury")
    await desk.shows("Uruguay offers to host: where and when?")
    await desk.type("Montevideo, 2026")
    await desk.type("asked now")
    await desk.shows("Uruguay offered to host")


@case
async def accept_offer(desk: DeskAtWork) -> None:
    fields = {"election": "next-chair", "delegation": "URY", "offer": "Montevideo"}
    desk.told("offer_to_host", **fields, reason="asked now")
    await by_palette(desk, "accept an offer to host")
    await desk.shows("The offer of Uruguay to host")


@case
async def reopen_election(desk: DeskAtWork) -> None:
    nominated(desk)
    desk.told("acclaim", election="chair", insist=True)
    await by_palette(desk, "reopen an election")
    await desk.shows("Fill the office anew: for what reason?")
    await desk.type("it declines")
    await desk.shows("Election reopened: Chair")
    assert nominees(desk) == []


@case
async def add_election(desk: DeskAtWork) -> None:
    await by_palette(desk, "add an election")
    await desk.type("Second Rapporteur")
    await desk.shows("Does it preside?")
    await desk.press("1")
    await desk.shows("Election added: Second Rapport")
    assert desk.meeting.plan.elections[-1].code == "election-1"


@case
async def swap(desk: DeskAtWork) -> None:
    await by_palette(desk, "swap places")
    await desk.shows("Brazil changes places with")
    await desk.type("ury")
    await desk.shows("Brazil and Uruguay swapped", "1 URY")
    assert desk.waiting == ["URY", "CHL", "BRA"]


@case
async def cede(desk: DeskAtWork) -> None:
    await by_palette(desk, "cede the place")
    await desk.shows("Brazil cedes its place to")
    await desk.type("mex")
    await desk.shows("Brazil ceded its place to", "1 MEX")
    assert desk.waiting[0] == "MEX"


@case
async def in_writing(desk: DeskAtWork) -> None:
    await by_palette(desk, "statement in writing")
    await desk.shows("handed in by", "BRA BR  Brazil")
    await desk.type("")
    await desk.shows("Brazil submitted its statement")
    assert desk.waiting == ["CHL", "URY"]


@case
async def take_note(desk: DeskAtWork) -> None:
    await by_palette(desk, "note in the log")
    await desk.shows("an outage of the webcast")
    await desk.press("3")
    await desk.shows("In a few words")
    await desk.type("no picture")
    await desk.shows("Outage: no picture")


@case
async def put_back(desk: DeskAtWork) -> None:
    await by_palette(desk, "write a deleted record again")
    await desk.shows("The record was not deleted")


@case
async def correct(desk: DeskAtWork) -> None:
    await desk.press("space")
    await by_palette(desk, "correct a remark")
    await desk.shows("Correct which remark?", "No. 1")
    await desk.press("1")
    await desk.shows("Remark 1, Brazil: what is wrong?", "delegation: Brazil")
    await desk.press("1")
    await desk.shows("the right value (delegation)")
    await desk.type("mex")
    await desk.shows("for what reason?")
    await desk.type("wrong plate")
    await desk.shows("Remark 1 corrected: Mexico")
    assert desk.meeting.all_remarks[0].entry.delegation == "MEX"


@case
async def enter_remark(desk: DeskAtWork) -> None:
    desk.clock.advance(600_000)
    await by_palette(desk, "enter a remark by hand")
    await desk.shows("Enter by hand: who spoke?")
    await desk.type("mex")
    await desk.shows("In which session did Mexico speak?", "1 Introductory session")
    await desk.keys("enter")
    await desk.shows("Mexico began at")
    await desk.type("11:01:00")
    await desk.shows("Mexico ended at")
    await desk.type("11:02:30")
    await desk.shows("Entered by hand: for what reason?")
    await desk.type("the power was out")
    await desk.until(lambda: desk.meeting.remarks)
    remark = desk.meeting.remarks[0]
    assert (remark.entry.delegation, remark.marks) == ("MEX", ("by_hand",))
    assert remark.speaking(desk.clock.now()) == 90_000


@case
async def keep_person(desk: DeskAtWork) -> None:
    await by_palette(desk, "keep a person's name")
    await desk.shows("of which delegation?")
    await desk.type("bra")
    await desk.shows("Brazil: the person's full name")
    await desk.type("Aurelia Quintavale")
    await desk.shows("The office")
    await desk.type("Deputy Minister")
    await desk.shows("What is shown of the person?")
    await desk.press("1")
    await desk.shows("BRA: kept, nothing is shown")
    (person,) = desk.proceedings.people.values()
    assert (person.name, person.shown, person.consented_at) == (
        "Aurelia Quintavale",
        "delegation_only",
        None,
    )


@case
async def name_speaker(desk: DeskAtWork) -> None:
    desk.keep_person(DEPUTY)
    await desk.press("space")
    await by_palette(desk, "name the speaker")
    await desk.shows("Who speaks for Brazil in remark 1 of 11:", f"{DEPUTY.id} (not shown)")
    await desk.press("1")
    await desk.until(lambda: desk.floor.entry.person == DEPUTY.id)
    assert "Quintavale" not in desk.screen


@case
async def name_officer(desk: DeskAtWork) -> None:
    await by_palette(desk, "name an officer")
    await desk.shows("Nobody has been elected yet.")
    nominated(desk)
    desk.told("acclaim", election="chair", insist=True)
    desk.keep_person(DEPUTY._replace(delegation="MEX"))
    await by_palette(desk, "name an officer")
    await desk.shows("Who holds which office?", "Chair of the Seventh Meeting: Mexico")
    await desk.press("1")
    await desk.shows("Who holds it for Mexico?")
    await desk.press("1")
    await desk.shows("Officer named: Chair of t")
    result = election_of(desk.meeting, "chair").result
    assert result is not None
    assert result.person == DEPUTY.id
    assert "Quintavale" not in desk.screen


@case
async def change_person(desk: DeskAtWork) -> None:
    desk.keep_person(DEPUTY)
    await desk.press("space")
    desk.told("name_speaker", person=DEPUTY.id)
    await by_palette(desk, "show, hide or forget a person")
    await desk.press("1", "3")
    await desk.shows("Aurelia Quintavale")
    await by_palette(desk, "show, hide or forget a person")
    await desk.press("1", "4")
    await desk.until(lambda: "Quintavale" not in desk.screen)
    await by_palette(desk, "show, hide or forget a person")
    await desk.press("1", "5")
    await desk.shows("Erase the name for good?")
    await desk.press("2")
    await desk.shows("The person is erased for good.")
    assert not desk.proceedings.people


@case
async def admit(desk: DeskAtWork) -> None:
    await by_palette(desk, "admit at the door")
    await desk.type("nic")
    await desk.shows("NIC: under which name?")
    await desk.type("Nicaragua")
    await desk.press("2")
    await desk.shows("Admitted at the door: for what reason?")
    await desk.type("credentials shown")
    await desk.shows("Nicaragua (NIC) admitted")
    assert desk.meeting.checked_in == {"NIC"}


@case
async def amend_check_in(desk: DeskAtWork) -> None:
    desk.told("check_in", delegation="BRA")
    await by_palette(desk, "accreditation and capacity")
    await desk.shows("BRA BR  Brazil")
    await desk.keys("enter")
    await desk.shows("Brazil: what is to be noted?")
    await desk.press("1")
    await desk.type("27.1")
    await desk.shows("Brazil: accredited late")
    assert desk.meeting.attendance[0].late


@case
async def presiding(desk: DeskAtWork) -> None:
    await desk.shows("Presiding: pro tempore, United States")
    await by_palette(desk, "presiding officer")
    await desk.shows("In the chair: United States (pro tempore).")
    await desk.press("2")
    await desk.type("mex")
    await desk.shows("Presiding: Chair, Mexico")
    assert desk.meeting.presiding.delegation == "MEX"


@case
async def load_list(desk: DeskAtWork) -> None:
    file = desk.record.with_name("list.csv")
    file.write_text("mex\nPeru\n", encoding="utf-8")
    await by_palette(desk, "load a prepared list")
    await desk.type(str(file))
    await desk.shows("2 delegations inscribed", "4 MEX", "5 PER")
    assert desk.waiting == ["BRA", "CHL", "URY", "MEX", "PER"]


@case
async def add_session(desk: DeskAtWork) -> None:
    await by_palette(desk, "add a session")
    await desk.type("Evening session")
    await desk.shows("Its topic")
    await desk.type("What was left over")
    await desk.shows("Its planned times")
    await desk.type("18:30-19:15")
    await desk.shows("Session added: Evening session")
    added = desk.meeting.plan.session("evening-session")
    assert added is not None
    assert (added.topic, added.moment) == ("What was left over", "introductory_session")
    assert (str(added.starts), str(added.ends)) == (
        f"{desk.meeting.day} 18:30:00",
        f"{desk.meeting.day} 19:15:00",
    )


@case
async def publication(desk: DeskAtWork) -> None:
    await by_palette(desk, "the published record's face")
    await desk.shows("what is to be stated?", "symbol", "series")
    await desk.keys("2")
    await desk.shows("Published record, symbol")
    await desk.keys(*["backspace"] * 40)
    await desk.type("RTP/31")
    await desk.shows("Publication, symbol: RTP/31")
    assert desk.meeting.plan.publication.symbol == "RTP/31"


@case
async def right_of_reply(desk: DeskAtWork) -> None:
    await desk.press("space", "e")
    await by_palette(desk, "right of reply")
    await desk.type("mex")
    await desk.shows("Mexico replies to which remark?")
    await desk.keys("1")
    await desk.until(lambda: desk.waiting == ["CHL", "URY", "MEX"])
    assert desk.meeting.speakers().waiting[-1].kind == "reply"


@case
async def joint_statement(desk: DeskAtWork) -> None:
    await by_palette(desk, "joint statement")
    await desk.type("jam")
    await desk.shows("On behalf of whom does Jamaica speak too?")
    await desk.type("atg bhs")
    await desk.until(lambda: desk.waiting[-1:] == ["JAM"])
    assert desk.meeting.speakers().waiting[-1].on_behalf_of == ("ATG", "BHS")


@case
async def appeal(desk: DeskAtWork) -> None:
    await desk.press("space")
    desk.told("point_of_order", delegation="MEX")
    desk.told("rule_on_point", ruling="not sustained")
    await by_palette(desk, "appeal against a ruling")
    await desk.shows("An appeal against the ruling is made by")
    await desk.type("mex")
    await desk.shows("Mexico appealed against the")
    assert desk.meeting.appealed


@case
async def vote_on_appeal(desk: DeskAtWork) -> None:
    desk.told("point_of_order", delegation="MEX")
    desk.told("rule_on_point", ruling="not sustained")
    desk.told("appeal", delegation="MEX")
    await by_palette(desk, "vote on an appeal")
    await desk.type("14 3")
    await desk.shows("Decide all the same?")
    await desk.keys("2")
    await desk.shows("The ruling of the chair stands")
    assert desk.meeting.appealed is None


@case
async def withdraw_point(desk: DeskAtWork) -> None:
    desk.told("point_of_order", delegation="MEX")
    await by_palette(desk, "withdraw a point of order")
    await desk.shows("Mexico withdrew its point")
    assert not desk.meeting.points


@case
async def withdraw_appeal(desk: DeskAtWork) -> None:
    desk.told("point_of_order", delegation="MEX")
    desk.told("rule_on_point", ruling="not sustained")
    desk.told("appeal", delegation="CHL")
    await by_palette(desk, "withdraw an appeal")
    await desk.shows("Chile withdrew its appeal")
    assert desk.meeting.appealed is None


@case
async def adjourn(desk: DeskAtWork) -> None:
    await desk.press("v")
    await desk.keys("3")
    await desk.shows("Adjourned until when?")
    await desk.type("tomorrow at 10:00")
    await desk.shows("3 names wait on this list. What becomes of them?")
    await desk.keys("1")
    await desk.shows("▬ ADJOURNED", "“The meeting is adjourned", "▬ until tomorrow")
    await desk.press("v")
    await desk.shows("The meeting was resumed", "We were at IV.")
    assert [item.number for item in desk.meeting.sittings] == [1, 2]


@pytest.mark.parametrize("action", CASES)
async def test_does_its_act_and_shows_it(action: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY", plan=ruled(extension_seconds=30)) as desk:
        await CASES[action](desk)


def test_every_key_and_every_deed_is_tried() -> None:
    elsewhere = set(recommendation_cases.CASES) | set(document_cases.CASES)
    assert set(CASES) | elsewhere == set(DEEDS)


@pytest.mark.parametrize("name", sorted(DEEDS))
def test_every_deed_is_described(name: str) -> None:
    assert has(f"keys.{name}")
    assert has(f"keys.{name}_help")


def test_every_key_does_a_deed() -> None:
    assert {key.action for key in KEYS} <= set(DEEDS)
