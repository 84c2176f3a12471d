"""The meeting: the frozen value into which every event folds, and the questions that it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from tipfloor.core.ground.instant import Instant, Seam
from tipfloor.core.ground.listed import moment_of, own_list
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.plan import DelegationPlan, MomentPlan, Plan, SessionPlan
from tipfloor.core.state.election import Election
from tipfloor.core.state.entry import Entry, SpeakersList
from tipfloor.core.state.interlude import Interlude, Outage
from tipfloor.core.state.log import EMPTY, Log
from tipfloor.core.state.point import PointOfOrder
from tipfloor.core.state.sitting import NEW_SITTING_AFTER, Sitting, Suspension, begun, is_long
from tipfloor.core.state.stage import Attempt, HandOver, Presiding, RefusedRequest, Stage
from tipfloor.core.state.stay import Attendance

if TYPE_CHECKING:
    from tipfloor.core.state.document import Document
    from tipfloor.core.state.recommendation import Recommendation
    from tipfloor.core.state.remark import Remark


NOBODY = SpeakersList()
"""The list of a session for which nobody has asked."""


class Meeting(Struct, frozen=True):
    """The meeting as the record has it up to `position`."""

    plan: Plan
    filed_plan: Plan
    convened_at: Instant
    latest: Instant
    day: str
    position: int = 1
    rehearsal_speed: float | None = None
    moment: str = ""
    moments: Log[Stage] = EMPTY
    session: str | None = None
    sessions: Log[Stage] = EMPTY
    lists: Mapping[str, SpeakersList] = {}
    floor: Remark | None = None
    remarks: Log[Remark] = EMPTY
    void: Mapping[int, int] = {}
    """The numbers of the remarks that were undone, by id."""
    requests_refused: Log[RefusedRequest] = EMPTY
    attempts: Log[Attempt] = EMPTY
    checked_in: frozenset[str] = frozenset()
    limits: Mapping[str, int] = {}
    presided: Log[Presiding] = EMPTY
    last_act: Log[int] = EMPTY
    """The positions of what an undoing would undo, in order."""
    last_act_id: str = ""
    """The act of which the next event would be undone with them."""
    attendance: Attendance = EMPTY
    elections: Mapping[str, tuple[Election, ...]] = {}
    suspensions: Log[Suspension] = EMPTY
    absences: Log[Instant] = EMPTY
    recommendations: Mapping[int, Recommendation] = {}
    handed_over: HandOver | None = None
    address_orders: Mapping[str, tuple[str, ...]] = {}
    """The order of the addresses of a moment, by code, where the desk changed it."""
    address_limits: Mapping[str, int | None] = {}
    """The limits of addresses in seconds, by code, where the desk set another one."""
    addresses_struck: frozenset[str] = frozenset()
    interludes: Log[Interlude] = EMPTY
    outages: Log[Outage] = EMPTY
    closed_at: Instant | None = None
    left_at_closing: Mapping[str, int] = {}
    raised: Log[PointOfOrder] = EMPTY
    suspension: Suspension | None = None
    sittings: tuple[Sitting, ...] = ()
    documents: Mapping[str, Document] = {}
    seam: Seam | None = None
    """Where time went on after the machine was last started anew with its clock behind."""

    # What the plan says of where the meeting stands.

    @property
    def moment_plan(self) -> MomentPlan:
        """The current moment as planned."""
        return self.plan.moments[self.plan.moment_index[self.moment]]

    @property
    def session_plan(self) -> SessionPlan | None:
        """The session that is open, as planned."""
        return self.plan.session(self.session) if self.session else None

    @property
    def next_session(self) -> SessionPlan | None:
        """The next session of the current moment that has not been opened yet."""
        opened = {stage.code for stage in self.sessions}
        planned = self.plan.sessions_of(self.moment)
        return next((item for item in planned if item.code not in opened), None)

    @property
    def next_moment(self) -> MomentPlan | None:
        """The moment that follows in the order, None in the last."""
        after = self.plan.moment_index[self.moment] + 1
        return self.plan.moments[after] if after < len(self.plan.moments) else None

    @property
    def presiding(self) -> Presiding:
        """Who presides: there is an officer from the start (PRACTICE section 1, rule 11)."""
        if self.presided:
            return self.presided[-1]
        planned = self.plan.presiding
        return Presiding(planned.office, planned.delegation, self.convened_at)

    # The list, the floor and the clock.

    @property
    def list_session(self) -> str | None:
        """The session whose list the desk keeps: the open one, or the next of this moment."""
        if self.session:
            return self.session
        if self.next_session:
            return self.next_session.code
        planned = self.plan.sessions_of(self.moment)
        return planned[-1].code if planned else None

    @property
    def list_code(self) -> str:
        """The list that the desk keeps: a session's, or that of the moment's own business."""
        return self.list_session or own_list(self.moment)

    @property
    def has_list(self) -> bool:
        """Whether there is a list to see: a session's, or the moment's own with names on it."""
        return self.list_session is not None or bool(self.speakers().waiting)

    @property
    def floor_list(self) -> str | None:
        """The list from which the floor is given, None where a session has to be opened first.

        One floor, in every moment: where it has no session, its own business has a list (PRACTICE
        section 3).
        """
        return self.session or (None if self.list_session else own_list(self.moment))

    def speakers(self, code: str | None = None) -> SpeakersList:
        """Return a list by its code, the one that the desk keeps by default."""
        return self.lists.get(code or self.list_code, NOBODY)

    @property
    def speaker(self) -> Remark | None:
        """The remark that has the floor, be it paused; None once the floor is withdrawn."""
        return self.floor if self.floor and self.floor.has_floor else None

    def remarks_of(self, code: str) -> tuple[Remark, ...]:
        """Return the remarks made from a list in order, the one under way included."""
        return self.all_remarks.by_piece(_made_from(code))

    @property
    def all_remarks(self) -> Log[Remark]:
        """Every remark in order, the one under way included."""
        return self.remarks.appended(self.floor) if self.floor else self.remarks

    @property
    def next_number(self) -> int:
        """The number of the next remark; that of one undone is not given again."""
        return len(self.remarks) + (self.floor is not None) + len(self.void) + 1

    def remark(self, remark_id: int | None) -> Remark | None:
        """Return the remark with an id, None where there is none or it is void."""
        return next((item for item in reversed(self.all_remarks) if item.id == remark_id), None)

    @property
    def interlude(self) -> Interlude | None:
        """The interlude that is on, if one is."""
        last = self.interludes[-1] if self.interludes else None
        return last if last and last.ended_at is None else None

    @property
    def outage(self) -> Outage | None:
        """The outage of the webcast that lasts, if one does."""
        last = self.outages[-1] if self.outages else None
        return last if last and last.ended_at is None else None

    @property
    def frozen(self) -> Log[Suspension]:
        """The times in which the meeting was suspended, the one that is on included."""
        if self.suspension is None:
            return self.suspensions
        return self.suspensions.appended(self.suspension)

    @property
    def suspended_at(self) -> Instant | None:
        """Since when the meeting is suspended or adjourned, None while it goes on."""
        return self.suspension.since if self.suspension else None

    @property
    def adjourned(self) -> bool:
        """Whether the meeting is adjourned, so that going on begins another sitting."""
        return self.suspension is not None and self.suspension.kind == "adjournment"

    @property
    def points(self) -> tuple[PointOfOrder, ...]:
        """The points of order on which the chair has still to rule, in the order raised."""
        return tuple(item for item in self.raised if item.waits)

    @property
    def appealed(self) -> PointOfOrder | None:
        """The point of order whose ruling is appealed and has still to be voted on."""
        return next((item for item in self.raised if item.appeal_waits), None)

    @property
    def last_spoken(self) -> Remark | None:
        """The last remark that was spoken and has ended."""
        return next((item for item in reversed(self.remarks) if item.was_spoken), None)

    # Looking things up, refusing what is not there.

    def delegation(self, code: str) -> DelegationPlan:
        """Find a delegation of the roster by code. Raises Refused."""
        found = self.plan.delegation(code)
        if found is None:
            raise Refused("unknown_delegation", Rule.ACCREDITATION, given=code)
        return found

    def list_named(self, code: str | None) -> str:
        """Return the code of a list: of the session or moment named, or of the one that is kept.

        A moment has one where it has no session. Raises Refused.
        """
        if code is None:
            return self.list_code
        if self.plan.session(code) is not None:
            return code
        moment = moment_of(code) or code
        if moment in self.plan.moment_index and not self.plan.sessions_of(moment):
            return own_list(moment)
        known = ", ".join(item.code for item in self.plan.sessions)
        raise Refused("unknown_session", Rule.THE_CHAIR, given=code, known=known[:60])

    def waiting(self, delegation: str, code: str) -> Entry:
        """Find a delegation's waiting entry on a list. Raises Refused."""
        found = self.speakers(code).of(delegation)
        if found is None:
            raise Refused(
                "not_waiting", Rule.ORDER_OF_THE_LIST, delegation=self.plan.name_of(delegation)
            )
        return found

    def refuse_while_suspended(self) -> None:
        """Refuse what may not happen while the meeting is suspended (PRACTICE section 4).

        Nor once it is closed.
        """
        self.refuse_once_closed()
        if self.suspended_at:
            raise Refused("suspended", Rule.SUSPENSION)

    def refuse_once_closed(self) -> None:
        """Refuse what changes the floor or a list once the meeting is closed."""
        if self.closed_at:
            raise Refused("meeting_closed", Rule.MEETING_CLOSED)

    # Verbs that return another meeting.

    def having(self, **changes: Any) -> Meeting:
        """Return the meeting with some of its fields changed; a tuple given for a log is one."""
        for name, value in changes.items():
            if type(value) is tuple and name in LOGS:
                changes[name] = Log(value)
        return replace(self, **changes)

    def with_list(self, session: str, speakers: SpeakersList) -> Meeting:
        """Return the meeting with another list of speakers for a session."""
        return self.having(lists={**self.lists, session: speakers})

    def with_remark(self, remark: Remark) -> Meeting:
        """Return the meeting with a remark, under way or past, replaced by its newer value."""
        if self.floor and self.floor.id == remark.id:
            return self.having(floor=remark)
        place = self.remarks.place_of(lambda item: item.id == remark.id)
        if place is None:
            return self
        return self.having(remarks=self.remarks.replaced(place, remark))

    def with_void(self, remark: int) -> Meeting:
        """Return the meeting in which a remark that was undone keeps the number it had."""
        return self.having(void={**self.void, remark: self.next_number})

    def local_day(self, at: Instant) -> str:
        """Return the date of an instant in the meeting's zone, as ISO 8601."""
        return at.utc.astimezone(self.plan.zone).date().isoformat()

    def after_floor(self, at: Instant) -> Instant:
        """Return an instant, or that of the last change of the floor where it came later."""
        for remark in self.all_remarks[-2:]:
            for change in remark.changes:
                at = at if at.reached(change) else change
        return at

    def reached(self, position: int, at: Instant, **changes: Any) -> Meeting:
        """Return the meeting as an event at `position` finds it: a new sitting after a long gap.

        The other changes are made with it.
        """
        return replace(self, **changes, **self._reaching(position, at))

    def reach(self, position: int, at: Instant, act: Log[int], act_id: str) -> Meeting:
        """Be the meeting that `reached` would return, with another last act and the id of that.

        For the fold alone, of a meeting that nobody else has: it costs a third of another one.
        """
        if at.shortly_after(self.latest, NEW_SITTING_AFTER):
            force_setattr(self, "position", position)
            force_setattr(self, "latest", at)
        else:
            for name, value in self._reaching(position, at).items():
                force_setattr(self, name, value)
        force_setattr(self, "last_act", act)
        force_setattr(self, "last_act_id", act_id)
        return self

    def _reaching(self, position: int, at: Instant) -> dict[str, Any]:
        latest = at.not_before(self.latest)
        if latest is self.latest or not is_long(latest.since(self.latest)):
            return {"position": position, "latest": latest}
        day, sittings = self.local_day(at), self.sittings
        if self.suspension is None:
            sittings = begun(sittings, latest, day, self.latest)
        return {"position": position, "latest": latest, "day": day, "sittings": sittings}


LOGS = frozenset(
    name
    for name, value in zip(
        reversed(Meeting.__struct_fields__), reversed(Meeting.__struct_defaults__), strict=False
    )
    if value is EMPTY
)
"""The fields that are logs."""


@lru_cache(maxsize=1_024)
def _made_from(code: str) -> Callable[[tuple[Remark, ...]], tuple[Remark, ...]]:
    """Return what finds the remarks made from a list, the same function each time."""
    moment = moment_of(code)

    def found(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
        if moment is None:
            return tuple(remark for remark in remarks if remark.session == code)
        own = (item for item in remarks if item.session is None and item.moment == moment)
        return tuple(remark for remark in own if not remark.is_address)

    return found
