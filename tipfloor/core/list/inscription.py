"""Inscription: a delegation asks for the floor and is put on the list of speakers."""

from __future__ import annotations

from typing import ClassVar, Literal

from tipfloor.core.ground.act import Act, DelegationCode, Reason, SessionCode
from tipfloor.core.ground.event import Body, Event
from tipfloor.core.ground.fields import LimitSeconds
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import moment_of
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.replying import answered
from tipfloor.core.list.requests import arriving, is_away, refuse_unless_present
from tipfloor.core.list.subjects import subject_of
from tipfloor.core.plan.plan import SessionPlan
from tipfloor.core.registration.attempts import Hindrance, stopped
from tipfloor.core.registration.noted import contradiction
from tipfloor.core.state.entry import Capacity, Entry, SpeakersList
from tipfloor.core.state.mark import Mark
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.stay import head_of

RemarkKind = Literal[
    "remark", "reply", "report", "address", "amendment", "objection", "explanation"
]
"""What an entry is for; the last three move an amendment, object, or explain a position."""


Away = Literal["arrived", "expected"]
"""What is said of a delegation that is not checked in: it has come just now, or it is to come."""


class Inscribed(Event):
    """A delegation was put on a list of speakers; the position of this event names its entry.

    `insisted` says that a general report stays outside the introductory session all the same.
    `spoken_for_by` speaks, or spoke, on its behalf; `asked_too` are those on whose behalf it asks
    and that wait for themselves. `replies_to` is the id of the remark that a reply answers;
    before version 3 it was told by the number that the remark had then. `noted` is the capacity at
    check-in where another was stated, with a reason. `document`, by code, or `recommendation`, by
    number, is what it speaks on. `expected` says that it was not here yet.
    """

    version: ClassVar[int] = 6
    kind: Literal["inscribed"] = "inscribed"
    session: str
    delegation: str
    capacity: Capacity = "national_authority"
    remark_kind: RemarkKind = "remark"
    on_behalf_of: tuple[str, ...] = ()
    general_report: bool = False
    limit_seconds: int | None = None
    replies_to: int | None = None
    turn: int = 1
    former: int | None = None
    after_closing: bool = False
    spoken_for_by: str | None = None
    asked_too: tuple[str, ...] = ()
    reason: str | None = None
    insisted: bool = False
    replies_to_number: int | None = None
    noted: Capacity | None = None
    document: str | None = None
    recommendation: int | None = None
    expected: bool = False

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Keep the number under its own name: only the meeting of that time knows its remark."""
        if version >= 3:
            return body
        return {**body, "replies_to": None, "replies_to_number": body.get("replies_to")}

    def manner(
        self,
    ) -> Literal[
        "",
        "otherwise",
        "reply",
        "document",
        "recommendation",
        "expected",
        "behalf",
        "after_closing",
        "report",
        "report_insisted",
        "again",
    ]:
        """Tell what is out of the usual in the asking, the weightiest first."""
        if self.noted:
            return "otherwise"
        if self.remark_kind == "reply":
            return "reply"
        if self.document or self.recommendation:
            return "document" if self.document else "recommendation"
        if self.expected:
            return "expected"
        if self.on_behalf_of:
            return "behalf"
        if self.after_closing:
            return "after_closing"
        if self.general_report:
            return "report_insisted" if self.insisted else "report"
        return "again" if self.turn > 1 else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the entry at the end of its rank."""
        marks: tuple[Mark, ...] = ("general_report",) if self.general_report else ()
        marks += ("after_closing",) if self.after_closing else ()
        entry = Entry(
            id=meeting.position,
            delegation=self.delegation,
            requested_at=self.at,
            capacity=self.capacity,
            kind=self.remark_kind,
            on_behalf_of=self.on_behalf_of,
            general_report=self.general_report,
            limit_seconds=self.limit_seconds,
            replies_to=self._answers(meeting),
            turn=self.turn,
            former=self.former,
            marks=marks,
            stated=self.noted is not None,
            document=self.document,
            recommendation=self.recommendation,
            expected=self.expected,
        )
        return meeting.with_list(self.session, meeting.speakers(self.session).put(entry))

    def _answers(self, meeting: Meeting) -> int | None:
        if self.replies_to_number is None:
            return self.replies_to
        told = (item.id for item in meeting.all_remarks if item.number == self.replies_to_number)
        return next(told, None)


class Inscribe(Act):
    """Put a delegation on the list of speakers.

    `reason` adds to a closed list; `insist` keeps a general report outside the introductory
    session; `replies_to` is the number of the remark that a reply answers. Unless stated, the
    capacity is that of the head at check-in. Where a moment has no session, its own business has a
    list: `document` or `recommendation` says what of it the remark is on. `away` admits who is not
    checked in: it has `arrived` and is checked in by this act, or it is `expected`.
    """

    asks = "ask.reason_added"

    kind: Literal["inscribe"] = "inscribe"
    delegation: DelegationCode
    session: SessionCode | None = None
    reason: Reason | None = None
    capacity: Capacity | None = None
    remark_kind: RemarkKind = "remark"
    on_behalf_of: tuple[DelegationCode, ...] = ()
    general_report: bool = False
    insist: bool = False
    limit_seconds: LimitSeconds | None = None
    replies_to: int | None = None
    document: str | None = None
    recommendation: int | None = None
    away: Away | None = None

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Inscribe it, as the list, the turns and the topic of the session allow."""
        delegation = meeting.delegation(self.delegation).code
        session = meeting.list_named(self.session)
        expected = self.away == "expected" and is_away(meeting, delegation)
        arrived = arriving(meeting, now, delegation) if self.away == "arrived" else []
        for event in arrived:
            meeting = event.apply(meeting)
        if not expected:
            refuse_unless_present(meeting, now, delegation, session)
        self._refuse_if_frozen(meeting, now, delegation, session)
        self._refuse_if_waiting(meeting, now, delegation, session)
        insisted = self._insisted(meeting, session)
        behalf = tuple(meeting.delegation(code).code for code in self.on_behalf_of)
        if delegation in behalf:
            raise Refused(
                "same_delegation", Rule.ONE_ENTRY, delegation=meeting.plan.name_of(delegation)
            )
        speakers = meeting.speakers(session)
        capacity = self.capacity or head_of(meeting.attendance, delegation)
        noted = self._noted(meeting, delegation, capacity)
        inscribed = Inscribed(
            at=now,
            session=session,
            delegation=delegation,
            capacity=capacity,
            noted=noted,
            remark_kind=self.remark_kind,
            on_behalf_of=tuple(dict.fromkeys(behalf)),
            general_report=self.general_report,
            limit_seconds=self.limit_seconds,
            replies_to=self._answered(meeting, delegation, session),
            turn=turn_of(meeting, now, delegation, session, self.remark_kind),
            former=_former(speakers, delegation),
            after_closing=not speakers.is_open and self.remark_kind != "reply",
            spoken_for_by=_spoken_for_by(meeting, delegation, session),
            asked_too=tuple(code for code in behalf if speakers.of(code, replies=False)),
            reason=self.reason,
            insisted=insisted,
            expected=expected,
            **subject_of(meeting, session, self.document, self.recommendation),
        )
        return [*arrived, inscribed]

    def _refuse_if_frozen(
        self, meeting: Meeting, now: Instant, delegation: str, session: str
    ) -> None:
        meeting.refuse_once_closed()
        if self.reason:
            return
        meeting.refuse_while_suspended()
        if self.remark_kind != "reply" and not meeting.speakers(session).is_open:
            raise stopped(meeting, now, "list_closed", Rule.LIST_CLOSED, delegation, session)

    def _refuse_if_waiting(
        self, meeting: Meeting, now: Instant, delegation: str, session: str
    ) -> None:
        speakers = meeting.speakers(session)
        waiting = speakers.of(delegation, replies=self.remark_kind == "reply")
        if waiting is None:
            return
        place = speakers.place_of(waiting)
        name, rule = meeting.plan.name_of(delegation), Rule.ONE_ENTRY
        facts: dict[str, str | int] = {"delegation": name, "place": place}
        raise stopped(meeting, now, "already_waiting", rule, delegation, session, **facts)

    def _noted(self, meeting: Meeting, delegation: str, capacity: Capacity) -> Capacity | None:
        """Return the capacity at check-in where another is stated, which takes a reason."""
        if delegation not in meeting.checked_in:
            return None
        head = head_of(meeting.attendance, delegation)
        if head == capacity:
            return None
        if not (self.reason or "").strip():
            raise contradiction(meeting, delegation, capacity, {"capacity": head})
        return head

    def _insisted(self, meeting: Meeting, session: str) -> bool:
        """Tell whether a general report stays out of its place; refuse it unless that is meant."""
        proper = proper_session(meeting, session) if self.general_report else None
        if proper is None or self.insist:
            return proper is not None
        code, title = proper.code, proper.title
        ended = any(stage.code == code and stage.ended_at for stage in meeting.sessions)
        if ended and meeting.session != code:
            raise Refused("general_reports_over", Rule.GENERAL_REPORTS, session=code, title=title)
        raise Refused("general_reports", Rule.GENERAL_REPORTS, session=code, title=title)

    def _answered(self, meeting: Meeting, delegation: str, session: str) -> int | None:
        if self.remark_kind == "reply" or self.replies_to is not None:
            return answered(meeting, self.replies_to, delegation, session)
        return None


def proper_session(meeting: Meeting, session: str | None) -> SessionPlan | None:
    """Return the session to which a general report belongs, None where it is in its place.

    It "should be addressed in the Introductory session" (concept note; PRACTICE section 1, rule 6).
    """
    plan = meeting.plan
    introductory = {item.code for item in plan.moments if item.kind == "introductory_session"}
    offered = [item for item in plan.sessions if item.moment in introductory]
    in_its_place = session in {item.code for item in offered}
    if in_its_place or not plan.rules.general_reports_in_introductory_only:
        return None
    return next(iter(offered), None)


def turn_of(
    meeting: Meeting, now: Instant, delegation: str, session: str, kind: RemarkKind = "remark"
) -> int:
    """Return which turn a delegation's next remark or reply would be. Raises Refused.

    A second turn comes only after all others, up to `turns_per_session` (PRACTICE section 4). On a
    moment's own business, which goes from one matter to another, whoever asks first is first.
    """
    if kind != "reply" and moment_of(session):
        return 1
    heard = meeting.remarks_of(session)
    made = sum(r.entry.delegation == delegation and r.entry.kind == kind for r in heard)
    rules = meeting.plan.rules
    reply = kind == "reply"
    allowed = len(rules.reply_limits_seconds) if reply else rules.turns_per_session
    if reply and not allowed:
        raise Refused("no_replies", Rule.RIGHT_OF_REPLY)
    if kind in ("remark", "reply") and made >= allowed:
        code: Hindrance = "replies_used" if reply else "turns_used"
        rule = Rule.RIGHT_OF_REPLY if reply else Rule.TURNS
        name = meeting.plan.name_of(delegation)
        facts: dict[str, str | int] = {"delegation": name, "allowed": allowed}
        raise stopped(meeting, now, code, rule, delegation, session, **facts)
    return made + 1


def _former(speakers: SpeakersList, delegation: str) -> int | None:
    """Return the id of the entry that a re-inscribed delegation lost before."""
    backwards = (item.entry for item in reversed(speakers.departed))
    return next((entry.id for entry in backwards if entry.delegation == delegation), None)


def _spoken_for_by(meeting: Meeting, delegation: str, session: str) -> str | None:
    """Return who speaks, or spoke, on behalf of a delegation that now asks for itself."""
    entries = [remark.entry for remark in meeting.remarks_of(session)]
    entries += meeting.speakers(session).waiting
    return next((item.delegation for item in entries if delegation in item.on_behalf_of), None)
