"""Keys of the list: inscribe, withdraw, move, swap, cede, close and reopen."""

from __future__ import annotations

from collections.abc import Sequence

from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.list.list_closing import CloseList, ReopenList
from tipfloor.core.list.preinscription import InscribeAll
from tipfloor.core.list.speakers import Cede, Move, Swap, Withdraw
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.ask_inscription import AskInscription
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.desk.together import tell_together
from tipfloor.words import say


@deed
def inscribe(desk: DeskScreen) -> None:
    """Ask who is to be inscribed, and inscribe them in one act."""

    def together(acts: Sequence[Inscribe]) -> InscribeAll:
        same = acts[0].model_dump(include={"capacity", "remark_kind", "general_report"})
        return InscribeAll(delegations=tuple(act.delegation for act in acts), **same)

    def answer(acts: tuple[Inscribe, ...]) -> None:
        tell_together(desk, acts, together)

    desk.ask(AskInscription(desk.meeting), answer)


@deed
def withdraw(desk: DeskScreen) -> None:
    """The selected delegation gives up its place, once that is confirmed by its name."""
    if selected := desk.selected:
        title = say("ask.withdraw", delegation=desk.named(selected.delegation))
        answers = [(answer, say(f"ask.withdraw_{answer}")) for answer in ("yes", "no")]

        def answer(chosen: str) -> None:
            if chosen == "yes":
                desk.tell(Withdraw(delegation=selected.delegation))

        desk.ask(AskChoice(title, answers), answer)


@deed
def move_up(desk: DeskScreen) -> None:
    """Move the selected delegation one place up."""
    _move(desk, -1)


@deed
def move_down(desk: DeskScreen) -> None:
    """Move the selected delegation one place down."""
    _move(desk, 1)


@deed
def close_list(desk: DeskScreen) -> None:
    """Close the list, or open it again."""
    desk.tell(CloseList() if desk.meeting.speakers().is_open else ReopenList())


@deed
def swap(desk: DeskScreen) -> None:
    """The selected delegation changes places with another."""
    if selected := desk.selected:
        title = say("ask.swap", delegation=desk.named(selected.delegation))
        desk.ask(
            AskDelegation(title, desk.meeting.plan),
            lambda code: desk.tell(Swap(delegation=selected.delegation, other=code)),
        )


@deed
def cede(desk: DeskScreen) -> None:
    """The selected delegation gives its place to another."""
    if selected := desk.selected:
        title = say("ask.cede", delegation=desk.named(selected.delegation))
        desk.ask(
            AskDelegation(title, desk.meeting.plan),
            lambda code: desk.tell(Cede(delegation=selected.delegation, to=code)),
        )


@deed
def cursor_up(desk: DeskScreen) -> None:
    """Select the delegation above."""
    desk.move_cursor(-1)


@deed
def cursor_down(desk: DeskScreen) -> None:
    """Select the delegation below."""
    desk.move_cursor(1)


def _move(desk: DeskScreen, by: int) -> None:
    selected = desk.selected
    if selected is None:
        return
    place = desk.meeting.speakers().place_of(selected) + by
    if 1 <= place <= len(desk.meeting.speakers().waiting):
        desk.tell(Move(delegation=selected.delegation, position=place))
