"""Keys of the meeting's course: its moments and sessions."""

from __future__ import annotations

from tipfloor.core.course.moments import GoToMoment, MomentBegan, NextMoment, PreviousMoment
from tipfloor.core.course.opening_sessions import OpenSession
from tipfloor.core.course.sessions import was_heard
from tipfloor.core.ground.act import Act
from tipfloor.core.leading.the_course import onward
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.bars import while_taken
from tipfloor.desk.deeds.judging import refused
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.subjects import session_title


@deed
def forward(hand: Hand) -> None:
    """Go on to the next session of the moment, else to the next moment with its first session.

    What would end without anything having been done in it is asked about: it may be a slip.
    """
    act = _onward(hand.meeting)
    passed_over = _passed_over(hand)
    if not passed_over or refused(hand, act) not in ("", "names_waiting"):
        hand.tell(act)
        return
    answers = [(answer, say(f"ask.forward_{answer}")) for answer in ("stay", "on")]

    def answer(chosen: str) -> None:
        if chosen == "on":
            hand.tell(act)

    hand.ask(AskChoice(passed_over, answers), answer)


def _onward(meeting: Meeting) -> Act:
    """Return the act that leads on; in the last moment the one that says that it is the last."""
    following = onward(meeting)
    return (following and following.act) or NextMoment()


def _passed_over(hand: Hand) -> str:
    """Return the question about a session in which nobody was heard, or an untouched moment.

    Empty where there is nothing to ask, or where the names that wait are asked about anyway.
    """
    meeting = hand.meeting
    if meeting.session is None:
        title = plain(meeting.moment_plan.title)
        passed = meeting.next_session is None and _only_began(hand)
        return say("ask.forward_moment", title=title) if passed else ""
    if meeting.speakers(meeting.session).waiting or was_heard(meeting, meeting.session):
        return ""
    planned = meeting.session_plan
    title = session_title(planned.title, planned.topic) if planned else ""
    return say("ask.forward_session", title=title)


def _only_began(hand: Hand) -> bool:
    """Tell whether the last act in force is the one with which this moment began."""
    history, last = hand.record.history, hand.meeting.last_act
    return bool(last) and isinstance(history[last[-1] - 1].event, MomentBegan)


@deed(bar=while_taken)
def back(hand: Hand) -> None:
    """Go back to the former session of the moment, else to the former moment."""
    meeting = hand.meeting
    codes = [item.code for item in meeting.plan.sessions_of(meeting.moment)]
    opened = {stage.code for stage in meeting.sessions}
    here = codes.index(meeting.session) if meeting.session in codes else len(codes)
    former = [code for code in codes[:here] if code in opened]
    if not former:
        hand.tell(PreviousMoment())
        return
    question = AskText(say("ask.reason_back"))
    hand.ask(question, lambda reason: hand.tell(OpenSession(session=former[-1], reason=reason)))


@deed(bar=while_taken)
def go_to(hand: Hand) -> None:
    """Choose any moment or session."""
    plan = hand.meeting.plan
    acts: dict[str, Act] = {}
    answers: list[tuple[str, str]] = []
    for moment in plan.moments:
        acts[f"moment {moment.code}"] = GoToMoment(moment=moment.code)
        answers.append((f"moment {moment.code}", plain(moment.title)))
        for session in plan.sessions_of(moment.code):
            acts[f"session {session.code}"] = OpenSession(session=session.code)
            answers.append(
                (f"session {session.code}", f"    {session_title(session.title, session.topic)}")
            )
    hand.ask(AskChoice(say("ask.go_to"), answers), lambda chosen: hand.tell(acts[chosen]))
