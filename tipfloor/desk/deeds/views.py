"""Keys that only look: the log, the timekeeper's view, the help; and leaving."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.state.remark import Remark
from tipfloor.desk.deeds.corrections.blacking import black_out_row
from tipfloor.desk.deeds.corrections.correcting import correct_row
from tipfloor.desk.deeds.floor.floor import mark_remark
from tipfloor.desk.deeds.people import name_speaker_of
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, Chosen, FindInLog, Help, Statistics, Timekeeper, Times
from tipfloor.words import say
from tipfloor.words.narration import Narrator


def _of_remark(deed: Callable[[Hand, Remark], None]) -> Callable[[Hand, int], None]:
    """Return what does a deed to the remark that a row of the log is about."""

    def of_row(hand: Hand, position: int) -> None:
        event = hand.record.history[position - 1].event
        found = hand.meeting.remark(getattr(event, "remark", None) or position)
        if found is None:
            hand.notice(say("desk.no_remark_there"), "warning")
        else:
            deed(hand, found)

    return of_row


ROW_DEEDS = {
    "correct": correct_row,
    "mark": _of_remark(mark_remark),
    "name": _of_remark(name_speaker_of),
    "black_out": black_out_row,
}
"""What can be done with a row of the log."""


@deed
def find(hand: Hand) -> None:
    """Find in the log; on a row the keys of `ROW_DEEDS` do something with it."""

    def answer(chosen: Chosen) -> None:
        ROW_DEEDS[chosen[0]](hand, chosen[1])

    if hand.outlook:
        log = Narrator(hand.record.history, hand.meeting)
        hand.ask(FindInLog(log.backwards(), hand.outlook), answer)


@deed
def timekeeper(hand: Hand) -> None:
    """Show the clock as large as the window."""
    hand.show(Timekeeper())


@deed
def times(hand: Hand) -> None:
    """Show every moment and session beside its plan."""
    hand.show(Times())


@deed
def statistics(hand: Hand) -> None:
    """Show who spoke how often and for how long, and who has not."""
    hand.show(Statistics())


@deed
def theme(hand: Hand) -> None:
    """Change between light and dark screens."""
    if not hand.turn_ground():
        hand.notice(say("desk.no_colours"), "warning")


@deed(offered="S")
def sound(hand: Hand) -> None:
    """Switch the bell of this desk: off, at the limit, at the warnings too."""
    hand.notice(hand.turn_sound(), "done")


@deed
def help(hand: Hand) -> None:
    """Show every key."""
    hand.show(Help())


@deed
def quit_desk(hand: Hand) -> None:
    """Leave, asking first while someone has the floor or something is not saved."""
    floor = hand.meeting.floor
    if hand.record.waiting.slow:
        title = say("ask.quit_unsaved")
    elif floor:
        title = say("ask.quit", delegation=named(hand, floor.entry.delegation))
    else:
        hand.leave(unless_typed=True)
        return
    meeting = hand.meeting
    goes = meeting.rehearsal_speed is not None and not meeting.handed_over
    leave = say("ask.quit_rehearsal" if goes else "ask.quit_yes")
    answers = [("no", say("ask.quit_no")), ("yes", leave)]

    def answer(chosen: str) -> None:
        if chosen == "yes":
            hand.leave()

    hand.ask(AskChoice(title, answers), answer)
