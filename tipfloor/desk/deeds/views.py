"""Keys that only look: the log, the timekeeper's view, the help; and leaving."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.state.remark import Remark
from tipfloor.desk.deeds.corrections.correcting import correct_row
from tipfloor.desk.deeds.floor.floor import mark_remark
from tipfloor.desk.deeds.people import name_speaker_of
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.desk.screens.find import Chosen, FindInLog
from tipfloor.desk.screens.help import Help
from tipfloor.desk.screens.statistics import StatisticsScreen
from tipfloor.desk.screens.timekeeper import TimekeeperScreen
from tipfloor.desk.screens.times import TimesScreen
from tipfloor.words import say


def _of_remark(deed: Callable[[DeskScreen, Remark], None]) -> Callable[[DeskScreen, int], None]:
    """Return what does a deed to the remark that a row of the log is about."""

    def of_row(desk: DeskScreen, position: int) -> None:
        event = desk.desk_app.proceedings.history[position - 1].event
        found = desk.meeting.remark(getattr(event, "remark", None) or position)
        if found is None:
            desk.notice(say("desk.no_remark_there"), "warning")
        else:
            deed(desk, found)

    return of_row


ROW_DEEDS = {
    "correct": correct_row,
    "mark": _of_remark(mark_remark),
    "name": _of_remark(name_speaker_of),
}
"""What can be done with a row of the log."""


@deed
def find(desk: DeskScreen) -> None:
    """Find in the log; on a row `c` corrects, `r` marks its remark, `s` names its speaker."""

    def answer(chosen: Chosen | None) -> None:
        if chosen is not None:
            ROW_DEEDS[chosen[0]](desk, chosen[1])

    if desk.outlook:
        desk.show(FindInLog(desk.lines(), desk.outlook), answer)


@deed
def timekeeper(desk: DeskScreen) -> None:
    """Show the clock as large as the window."""
    desk.show(TimekeeperScreen())


@deed
def times(desk: DeskScreen) -> None:
    """Show every moment and session beside its plan."""
    desk.show(TimesScreen())


@deed
def statistics(desk: DeskScreen) -> None:
    """Show who spoke how often and for how long, and who has not."""
    desk.show(StatisticsScreen())


@deed
def help(desk: DeskScreen) -> None:
    """Show every key."""
    desk.show(Help())


@deed
def quit_desk(desk: DeskScreen) -> None:
    """Leave, asking first while someone has the floor or something is not saved."""
    floor = desk.meeting.floor
    if desk.desk_app.proceedings.waiting.slow:
        title = say("ask.quit_unsaved")
    elif floor:
        title = say("ask.quit", delegation=desk.named(floor.entry.delegation))
    else:
        desk.desk_app.keyboard.leave_unless_typed()
        return
    answers = [("no", say("ask.quit_no")), ("yes", say("ask.quit_yes"))]

    def answer(chosen: str) -> None:
        if chosen == "yes":
            desk.app.exit()

    desk.ask(AskChoice(title, answers), answer)
