"""A remark that was missed is entered: who spoke, in which session, from when to when, and why."""

from __future__ import annotations

from tipfloor.core.corrections.by_hand import EnterRemark
from tipfloor.core.ground.listed import own_list
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.words import say
from tipfloor.words.plain import plain


@deed(offered="E")
def enter_remark(hand: Hand) -> None:
    """Enter a remark that was missed, also after the closing; its reason is asked at the end."""
    hand.ask(
        AskDelegation(say("ask.enter_remark"), hand.meeting.plan),
        lambda code: _ask_session(hand, code),
    )


def _ask_session(hand: Hand, delegation: str) -> None:
    """Ask in which session or moment, of those that were held; the last of them comes first."""
    answers = list(_held(hand.meeting).items())
    question = AskChoice(say("ask.enter_session", delegation=named(hand, delegation)), answers)
    hand.ask(question, lambda code: _ask_times(hand, delegation, code))


def _held(meeting: Meeting) -> dict[str, str]:
    """Return the lists from which the floor could be given, by code, with their titles."""
    plan = meeting.plan
    found: dict[str, tuple[float, str]] = {}
    for stage in meeting.sessions:
        planned = plan.session(stage.code)
        title = planned.title if planned else stage.code
        found[stage.code] = (stage.started_at.utc.timestamp(), title)
    for stage in meeting.moments:
        if not plan.sessions_of(stage.code):
            title = plan.moments[plan.moment_index[stage.code]].title
            found[own_list(stage.code)] = (stage.started_at.utc.timestamp(), title)
    latest = sorted(found, key=lambda code: -found[code][0])
    return {code: plain(found[code][1]) for code in latest}


def _ask_times(hand: Hand, delegation: str, code: str) -> None:
    name = named(hand, delegation)

    def began(given: str) -> None:
        title = say("ask.enter_ended", delegation=name)
        question = AskText(title, hint=say("ask.enter_time"))
        hand.ask(question, lambda ended: _enter(hand, delegation, code, given, ended))

    hand.ask(AskText(say("ask.enter_given", delegation=name), hint=say("ask.enter_time")), began)


def _enter(hand: Hand, delegation: str, code: str, given: str, ended: str) -> None:
    hand.tell(EnterRemark(delegation=delegation, session=code, given_at=given, ended_at=ended))
