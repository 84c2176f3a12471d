"""Keys of the floor: give it, end it, stop its clock, correct its start."""

from __future__ import annotations

from tipfloor.core.corrections.undo import Mark, numbered
from tipfloor.core.floor.addresses import BeginAddress, next_address
from tipfloor.core.floor.calling import Absent, CallSpeaker
from tipfloor.core.floor.discretion import Discreet
from tipfloor.core.floor.floor import EndRemark, GiveFloor
from tipfloor.core.floor.stoppages import BackDate, ExplainPause, Extend, Pause, Restart, Resume
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.state.remark import Remark
from tipfloor.desk.deeds.judging import refused
from tipfloor.desk.deeds.orders.orders import point
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.report_questions import ask_of_marked
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.desk.widgets.chair_says import gives_to
from tipfloor.words import say
from tipfloor.words.refusing import explain
from tipfloor.words.times import wall

PAUSES = ("point_of_order", "interpretation", "microphone", "other")


@deed
def give_next(desk: DeskScreen) -> None:
    """Give the floor to the next: on the list, or in the order of the addresses."""
    meeting = desk.meeting
    address = meeting.session is None and next_address(meeting)
    desk.tell(BeginAddress() if address else GiveFloor())


@deed
def give_selected(desk: DeskScreen) -> None:
    """Give the floor to the selected delegation if the chair's line does; else a reason is asked.

    Where the line names nobody, such as behind a ruling, it is given to nobody.
    """
    entry, upcoming = desk.selected, desk.meeting.speakers().next
    if entry is None or desk.outlook is None:
        return
    act = GiveFloor(delegation=entry.delegation)
    in_order = upcoming is not None and upcoming.id == entry.id
    if in_order and gives_to(desk.outlook) is None and not refused(desk, act):
        desk.notice(say("desk.line_names_nobody"), "warning")
    else:
        desk.tell(act)


@deed
def call(desk: DeskScreen) -> None:
    """Call the selected delegation, or the next."""
    desk.tell(CallSpeaker(delegation=desk.selected.delegation if desk.selected else None))


@deed
def absent(desk: DeskScreen) -> None:
    """Whoever was called is not there."""
    desk.tell(Absent())


@deed
def end(desk: DeskScreen) -> None:
    """The speaker ends, or has stopped."""
    desk.tell(EndRemark())


@deed
def pause(desk: DeskScreen) -> None:
    """Stop the clock at once and ask why, or start it again."""
    speaker = desk.meeting.speaker
    if speaker and speaker.pause:
        desk.tell(Resume())
    elif desk.tell(Pause()):
        answers = [(code, say(f"ask.pause_{code}")) for code in PAUSES]
        question = AskChoice(
            say("ask.pause_reason"),
            answers,
            hint=say("ask.pause_hint"),
            shortcuts={"p": "resume"},
        )
        desk.ask(question, lambda code: _explain(desk, code))


def _explain(desk: DeskScreen, code: str) -> None:
    if code == "resume":
        desk.action_deed("pause")
    elif code == "point_of_order":
        point(desk)
    elif code == "other":
        question = AskText(say("ask.pause_type"))
        desk.ask(question, lambda reason: desk.tell(ExplainPause(reason=reason)))
    else:
        desk.tell(ExplainPause(reason=code))


@deed
def back_date(desk: DeskScreen) -> None:
    """The clock was started late."""
    if desk.meeting.floor is None:
        desk.tell(BackDate(seconds=1))
        return
    question = AskText(say("ask.back_date"), hint=say("ask.back_date_hint"), number=True)

    def answer(typed: str) -> None:
        seconds = seconds_of(typed)
        if seconds is None:
            desk.notice(say("ask.not_a_number"), "refusal")
        else:
            desk.tell(BackDate(seconds=seconds))

    desk.ask(question, answer)


@deed
def restart(desk: DeskScreen) -> None:
    """Begin the speaker's time again."""
    desk.tell(Restart())


@deed
def extend(desk: DeskScreen) -> None:
    """Grant the extension that the rules allow."""
    desk.tell(Extend())


@deed
def discreet(desk: DeskScreen) -> None:
    """Switch sound, red and over-time off for the remark that is on, or on again."""
    floor = desk.meeting.floor
    desk.tell(Discreet(on=not (floor and floor.discreet)))


@deed
def mark(desk: DeskScreen) -> None:
    """Mark the remark that is on, or the last one of this session."""
    if found := last_remark(desk):
        mark_remark(desk, found)


def mark_remark(desk: DeskScreen, remark: Remark) -> None:
    """Ask with which mark, naming the remark."""
    marks = ("reminded_of_topic", "general_report")
    answers = [(code, say(f"ask.mark_{code}")) for code in marks]

    def answer(code: str) -> None:
        told = desk.tell(Mark.model_validate({"mark": code, "number": remark.number}))
        if told and code == "general_report":
            ask_of_marked(desk, remark.entry.delegation, remark.session)

    desk.ask(AskChoice(say("ask.mark", **named_remark(desk, remark)), answers), answer)


def last_remark(desk: DeskScreen) -> Remark | None:
    """Return the remark that is on, or the last one of this session; say so where none is."""
    try:
        return numbered(desk.meeting, None)
    except Refused as refused:
        desk.notice(explain(refused, desk.meeting.plan), "refusal")
        return None


def named_remark(desk: DeskScreen, remark: Remark) -> dict[str, object]:
    """Return what names a remark in a question: its number, its delegation, when it began."""
    time = wall(remark.given_at, desk.meeting.plan.zone, seconds=True)
    name = desk.named(remark.entry.delegation)
    return {"number": remark.number, "delegation": name, "time": time}


def seconds_of(typed: str) -> float | None:
    """Return the seconds typed, with point or comma, None where it is no sensible figure."""
    try:
        seconds = float(typed.replace(",", "."))
    except ValueError:
        return None
    return seconds if 0 < seconds <= 3600 else None
