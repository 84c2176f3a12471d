"""Keys that only look: the log, the timekeeper's view, the help; and leaving."""

from __future__ import annotations

from tipfloor.desk.deeds.corrections.correcting import correct_row
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.desk.screens.find import FindInLog
from tipfloor.desk.screens.help import Help
from tipfloor.desk.screens.statistics import StatisticsScreen
from tipfloor.desk.screens.timekeeper import TimekeeperScreen
from tipfloor.desk.screens.times import TimesScreen
from tipfloor.words import say


@deed
def find(desk: DeskScreen) -> None:
    """Find in the log; `c` on a row corrects what it is about."""

    def answer(position: int | None) -> None:
        if position is not None:
            correct_row(desk, position)

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
    if desk.unsaved:
        title = say("ask.quit_unsaved")
    elif floor:
        title = say("ask.quit", delegation=desk.named(floor.entry.delegation))
    else:
        desk.app.exit()
        return
    answers = [("no", say("ask.quit_no")), ("yes", say("ask.quit_yes"))]

    def answer(chosen: str) -> None:
        if chosen == "yes":
            desk.app.exit()

    desk.ask(AskChoice(title, answers), answer)
