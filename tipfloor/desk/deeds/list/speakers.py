"""Keys of the list: inscribe, withdraw, move, swap, cede, close and reopen."""

from __future__ import annotations

from collections.abc import Sequence

from tipfloor.core.ground.instant import Instant
from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.list.list_closing import CloseList, ReopenList
from tipfloor.core.list.preinscription import STATED, InscribeAll
from tipfloor.core.list.replying import refuse_without_remarks
from tipfloor.core.list.speakers import Cede, Move, Swap, Withdraw
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.bars import once_closed, while_still
from tipfloor.desk.deeds.list.away import on_away
from tipfloor.desk.deeds.list.subjects import on_subject
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice
from tipfloor.desk.together import tell_together
from tipfloor.desk.typed.delegations import AskDelegation, AskDelegations
from tipfloor.desk.typed.inscription import AskInscription, AskOnBusiness
from tipfloor.words import say

SPOKEN_IN = ("introductory_session", "plenary_sessions")
"""The kinds of moments whose sessions have lists of speakers."""


@deed(bar=once_closed)
def inscribe(hand: Hand) -> None:
    """Ask who is to be inscribed, and inscribe them in one act."""

    def together(acts: Sequence[Inscribe]) -> InscribeAll:
        same = {name: getattr(acts[0], name) for name in STATED}
        return InscribeAll(delegations=tuple(act.delegation for act in acts), **same)

    def answer(acts: tuple[Inscribe, ...]) -> None:
        on_away(hand, acts, lambda there: on_subject(hand, there, told))

    def told(acts: Sequence[Inscribe]) -> None:
        tell_together(hand, acts, together)

    on_business = hand.meeting.list_session is None
    hand.ask((AskOnBusiness if on_business else AskInscription)(hand.meeting), answer)


def _bar_reply(meeting: Meeting, now: Instant) -> None:
    """Bar a reply where nobody said anything that anyone could reply to. Raises Refused."""
    meeting.refuse_once_closed()
    refuse_without_remarks(meeting, meeting.list_code)


@deed(offered="Y", kinds=SPOKEN_IN, rank=6, bar=_bar_reply)
def right_of_reply(hand: Hand) -> None:
    """Ask who replies, and inscribe it; to which remark is asked where it is not plain."""
    question = AskDelegation(say("ask.reply_by"), hand.meeting.plan)
    hand.ask(question, lambda code: _alone(hand, Inscribe(delegation=code, remark_kind="reply")))


@deed(offered="B", kinds=SPOKEN_IN, rank=6, bar=once_closed)
def joint_statement(hand: Hand) -> None:
    """Ask who speaks, then on behalf of whom, and inscribe it."""
    question = AskDelegation(say("ask.joint_by"), hand.meeting.plan)
    hand.ask(question, lambda code: _ask_for_whom(hand, code))


def _ask_for_whom(hand: Hand, code: str) -> None:
    title = say("ask.joint_for", delegation=named(hand, code))
    question = AskDelegations(title, hand.meeting.plan, hint=say("ask.joint_hint"))
    hand.ask(
        question, lambda others: _alone(hand, Inscribe(delegation=code, on_behalf_of=tuple(others)))
    )


def _alone(hand: Hand, act: Inscribe) -> None:
    """Inscribe one delegation, asking about it where it is not here."""
    on_away(hand, (act,), lambda acts: hand.tell(acts[0]))


@deed
def withdraw(hand: Hand) -> None:
    """The selected delegation gives up its place, once that is confirmed by its name."""
    if selected := hand.selected:
        title = say("ask.withdraw", delegation=named(hand, selected.delegation))
        answers = [(answer, say(f"ask.withdraw_{answer}")) for answer in ("yes", "no")]

        def answer(chosen: str) -> None:
            if chosen == "yes":
                hand.tell(Withdraw(delegation=selected.delegation))

        hand.ask(AskChoice(title, answers), answer)


@deed
def move_up(hand: Hand) -> None:
    """Move the selected delegation one place up."""
    _move(hand, -1)


@deed
def move_down(hand: Hand) -> None:
    """Move the selected delegation one place down."""
    _move(hand, 1)


@deed
def close_list(hand: Hand) -> None:
    """Close the list, or open it again."""
    hand.tell(CloseList() if hand.meeting.speakers().is_open else ReopenList())


@deed(bar=while_still)
def swap(hand: Hand) -> None:
    """The selected delegation changes places with another."""
    if selected := hand.selected:
        title = say("ask.swap", delegation=named(hand, selected.delegation))
        hand.ask(
            AskDelegation(title, hand.meeting.plan),
            lambda code: hand.tell(Swap(delegation=selected.delegation, other=code)),
        )


@deed(bar=while_still)
def cede(hand: Hand) -> None:
    """The selected delegation gives its place to another."""
    if selected := hand.selected:
        title = say("ask.cede", delegation=named(hand, selected.delegation))
        hand.ask(
            AskDelegation(title, hand.meeting.plan),
            lambda code: hand.tell(Cede(delegation=selected.delegation, to=code)),
        )


@deed
def cursor_up(hand: Hand) -> None:
    """Select the delegation above."""
    hand.select(-1)


@deed
def cursor_down(hand: Hand) -> None:
    """Select the delegation below."""
    hand.select(1)


def _move(hand: Hand, by: int) -> None:
    selected = hand.selected
    if selected is None:
        return
    place = hand.meeting.speakers().place_of(selected) + by
    if 1 <= place <= len(hand.meeting.speakers().waiting):
        hand.tell(Move(delegation=selected.delegation, position=place))
