"""Keys of the floor: give it, end it, stop its clock, correct its start."""

from __future__ import annotations

from typing import get_args

from tipfloor.core.corrections.undo import Mark, numbered
from tipfloor.core.floor.addresses import BeginAddress, gives_addresses, next_address
from tipfloor.core.floor.calling import Absent, CallSpeaker
from tipfloor.core.floor.discretion import Discreet
from tipfloor.core.floor.floor import EndRemark, GiveFloor
from tipfloor.core.floor.interlude_ends import EndInterlude
from tipfloor.core.floor.stoppages import BackDate, ExplainPause, Extend, Pause, Restart, Resume
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.state.mark import GivenMark
from tipfloor.core.state.remark import Remark
from tipfloor.desk.deeds.judging import refused
from tipfloor.desk.deeds.orders.orders import point
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.report_questions import ask_of_marked
from tipfloor.desk.typed.seconds import seconds_of
from tipfloor.desk.ways_out import explained
from tipfloor.standing.chair.sentence import gives_to
from tipfloor.words import say
from tipfloor.words.marks import mark_text
from tipfloor.words.times import wall

PAUSES = ("point_of_order", "interpretation", "microphone", "other")


@deed
def give_next(hand: Hand) -> None:
    """Give the floor to the next: on the list, or in the order of the addresses."""
    meeting = hand.meeting
    address = gives_addresses(meeting) and next_address(meeting)
    hand.tell(BeginAddress() if address else GiveFloor())


@deed
def give_selected(hand: Hand) -> None:
    """Give the floor to the selected delegation if the chair's line does; else a reason is asked.

    Where the line names nobody, such as behind a ruling, it is given to nobody.
    """
    entry, upcoming = hand.selected, hand.meeting.speakers().next
    if entry is None or hand.outlook is None:
        return
    act = GiveFloor(delegation=entry.delegation)
    first = upcoming is not None and upcoming.id == entry.id
    in_order = first and not (gives_addresses(hand.meeting) and next_address(hand.meeting))
    if in_order and gives_to(hand.outlook) is None and not refused(hand, act):
        hand.notice(say("desk.line_names_nobody"), "warning")
    else:
        hand.tell(act)


@deed
def call(hand: Hand) -> None:
    """Call the selected delegation, or the next."""
    hand.tell(CallSpeaker(delegation=hand.selected.delegation if hand.selected else None))


@deed
def absent(hand: Hand) -> None:
    """Whoever was called is not there."""
    hand.tell(Absent())


@deed
def end(hand: Hand) -> None:
    """The speaker ends, or has stopped; where an interlude is on, that ends."""
    over = hand.meeting.floor is None and hand.meeting.interlude
    hand.tell(EndInterlude() if over else EndRemark())


@deed
def pause(hand: Hand) -> None:
    """Stop the clock at once and ask why, or start it again."""
    speaker = hand.meeting.speaker
    if speaker and speaker.pause:
        hand.tell(Resume())
    elif hand.tell(Pause()):
        answers = [(code, say(f"ask.pause_{code}")) for code in PAUSES]
        question = AskChoice(
            say("ask.pause_reason"),
            answers,
            hint=say("ask.pause_hint"),
            shortcuts={"p": "resume"},
        )
        hand.ask(question, lambda code: _explain(hand, code))


def _explain(hand: Hand, code: str) -> None:
    if code == "resume":
        hand.do("pause")
    elif code == "point_of_order":
        point(hand)
    elif code == "other":
        question = AskText(say("ask.pause_type"))
        hand.ask(question, lambda reason: hand.tell(ExplainPause(reason=reason)))
    else:
        hand.tell(ExplainPause(reason=code))


@deed(bar=BackDate(seconds=1).decide)
def back_date(hand: Hand) -> None:
    """The clock was started late."""
    question = AskText(say("ask.back_date"), hint=say("ask.back_date_hint"), number=True)

    def answer(typed: str) -> None:
        seconds = seconds_of(typed)
        if seconds is None:
            hand.notice(say("ask.not_a_number"), "refusal")
        else:
            hand.tell(BackDate(seconds=seconds))

    hand.ask(question, answer)


@deed
def restart(hand: Hand) -> None:
    """Begin the speaker's time again."""
    hand.tell(Restart())


@deed
def extend(hand: Hand) -> None:
    """Grant the extension that the rules allow."""
    hand.tell(Extend())


@deed
def discreet(hand: Hand) -> None:
    """Switch sound, red and over-time off for the remark that is on, or on again."""
    floor = hand.meeting.floor
    hand.tell(Discreet(on=not (floor and floor.discreet)))


@deed
def mark(hand: Hand) -> None:
    """Mark the remark that is on, or the last one of this session."""
    if found := last_remark(hand):
        mark_remark(hand, found)


def mark_remark(hand: Hand, remark: Remark) -> None:
    """Ask with which mark, naming the remark."""
    marks: tuple[GivenMark, ...] = get_args(GivenMark)
    answers = [(mark, mark_text(mark)) for mark in marks]

    def answer(code: str) -> None:
        told = hand.tell(Mark.model_validate({"mark": code, "number": remark.number}))
        if told and code == "general_report":
            ask_of_marked(hand, remark.entry.delegation, remark.session)

    hand.ask(AskChoice(say("ask.mark", **named_remark(hand, remark)), answers), answer)


def last_remark(hand: Hand) -> Remark | None:
    """Return the remark that is on, or the last one of this session; say so where none is."""
    try:
        return numbered(hand.meeting, None)
    except Refused as refused:
        hand.notice(explained(refused, hand.meeting, hand.now()), "refusal")
        return None


def named_remark(hand: Hand, remark: Remark) -> dict[str, object]:
    """Return what names a remark in a question: its number, its delegation, when it began."""
    time = wall(remark.given_at, hand.meeting.plan.zone, seconds=True)
    name = named(hand, remark.entry.delegation)
    return {"number": remark.number, "delegation": name, "time": time}
