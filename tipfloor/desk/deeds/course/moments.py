"""Keys of the meeting's course: moments and sessions, suspension, the limit."""

from __future__ import annotations

from tipfloor.core.course.adjournment import Adjourn
from tipfloor.core.course.moments import GoToMoment, MomentBegan, NextMoment, PreviousMoment
from tipfloor.core.course.opening_sessions import OpenSession
from tipfloor.core.course.suspension import ResumeMeeting, Suspend
from tipfloor.core.ground.act import Act
from tipfloor.core.leading.the_course import onward
from tipfloor.core.list.limits import ChangeLimit
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.floor.floor import seconds_of
from tipfloor.desk.deeds.judging import refused
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.longest import longest
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.words import say
from tipfloor.words.plain import plain


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
    if meeting.speakers(meeting.session).waiting or _heard_someone(meeting, meeting.session):
        return ""
    planned = meeting.session_plan
    title = plain(f"{planned.title}: {planned.topic}") if planned else ""
    return say("ask.forward_session", title=title)


def _only_began(hand: Hand) -> bool:
    """Tell whether the last act in force is the one with which this moment began."""
    history, last = hand.record.history, hand.meeting.last_act
    return bool(last) and isinstance(history[last[-1] - 1].event, MomentBegan)


def _heard_someone(meeting: Meeting, session: str) -> bool:
    """Tell whether anybody spoke since the session was opened, or opened again."""
    since = meeting.sessions[-1].started_at
    return any(remark.given_at.reached(since) for remark in meeting.remarks_of(session))


@deed
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


@deed
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
            shown = plain(f"{session.title}: {session.topic}")
            answers.append((f"session {session.code}", f"    {shown}"))
    hand.ask(AskChoice(say("ask.go_to"), answers), lambda chosen: hand.tell(acts[chosen]))


@deed
def suspend(hand: Hand) -> None:
    """Suspend or adjourn the meeting, or go on."""
    if hand.meeting.adjourned:
        hand.tell(ResumeMeeting())
        return
    first = "resume" if hand.meeting.suspended_at else "suspend"
    answers = [(kind, say(f"ask.stop_{kind}")) for kind in (first, "adjourn")]
    acts: dict[str, Act] = {"resume": ResumeMeeting(), "suspend": Suspend()}

    def answer(kind: str) -> None:
        if kind == "adjourn":
            adjourn(hand)
        else:
            hand.tell(acts[kind])

    hand.ask(AskChoice(say("ask.stop"), answers), answer)


@deed
def adjourn(hand: Hand) -> None:
    """Adjourn the meeting, asking when it is to go on."""
    question = AskText(
        say("ask.resumes"),
        hint=say("ask.resumes_hint"),
        needed=False,
        longest=longest(Adjourn, "resumes"),
    )
    hand.ask(question, lambda typed: hand.tell(Adjourn(resumes=typed or None)))


@deed
def change_limit(hand: Hand) -> None:
    """Set another speaking limit from the next remark on, for this session or for all."""

    def answer(typed: str) -> None:
        seconds = seconds_of(typed)
        if seconds is None or seconds != int(seconds):
            hand.notice(say("ask.not_a_number"), "refusal")
        else:
            _ask_for_what(hand, int(seconds))

    question = AskText(say("ask.limit"), hint=say("ask.back_date_hint"), number=True)
    hand.ask(question, answer)


def _ask_for_what(hand: Hand, seconds: int) -> None:
    """Ask whether another limit is for the rest of the session; the reason is asked at the end."""
    code = hand.meeting.list_code
    planned = hand.meeting.plan.session(code) or hand.meeting.moment_plan
    answers = [
        ("session", say("ask.limit_session", session=plain(planned.title))),
        ("all", say("ask.limit_all")),
    ]

    def answer(chosen: str) -> None:
        hand.tell(ChangeLimit(seconds=seconds, session=code if chosen == "session" else None))

    hand.ask(AskChoice(say("ask.limit_of", seconds=seconds), answers), answer)
