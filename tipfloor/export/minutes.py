"""The minutes as blocks, by moment and session; each form writes them in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tipfloor.core.ground.listed import moment_of, own_list
from tipfloor.core.ground.refusal import Rule
from tipfloor.core.plan.plan import Plan, SessionPlan
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.core.state.stage import RefusedRequest, Stage
from tipfloor.export.annex import annex
from tipfloor.export.blocks import Block, Heading, Paragraph
from tipfloor.export.course.closure import closure_told
from tipfloor.export.course.opening_of_meeting import opening_told, spoken_in_all
from tipfloor.export.course.sittings import suspensions
from tipfloor.export.documents.adopting import adopting
from tipfloor.export.elections.election_text import election_paragraphs
from tipfloor.export.floor.addresses import addresses_told
from tipfloor.export.floor.interludes import interludes_told, outages_told
from tipfloor.export.floor.remark_table import Remarks, remark_table
from tipfloor.export.list.unheard import not_heard_in, session_title
from tipfloor.export.orders.orders import point_lines, points_outside_sessions
from tipfloor.export.paragraphs import names_of
from tipfloor.export.reckoning.figures_told import figures_told, lengths_told
from tipfloor.export.recommendations.recommending import recommending
from tipfloor.export.registration.attendance import quorum_list
from tipfloor.export.registration.presiding import in_the_chair
from tipfloor.export.rows import Row, rows
from tipfloor.export.signs import part_told, signs
from tipfloor.export.snapshot import Snapshot
from tipfloor.export.telltime import Times, local_date, times_at_all, times_of
from tipfloor.words import count, say
from tipfloor.words.calendar import date_in_full, moment_in_full
from tipfloor.words.numerals import roman
from tipfloor.words.refusing import requested_text, rule_text
from tipfloor.words.when import between, when

Paragraphs = Callable[[Snapshot, str], Iterator[str]]
"""What one business has to tell of a moment, given by its code: paragraphs, none where nothing."""

BUSINESS: tuple[Paragraphs, ...] = (
    opening_told,
    in_the_chair,
    quorum_list,
    addresses_told,
    election_paragraphs,
    adopting,
    recommending,
    interludes_told,
    outages_told,
    suspensions,
    points_outside_sessions,
    closure_told,
)
"""The business of a moment, in the order in which its minutes tell it."""


def minutes(snapshot: Snapshot) -> Iterator[Block]:
    """Give the minutes of every moment that was held, as blocks for any form to write."""
    yield from _Minutes(snapshot).body()
    yield from _speaking_time(snapshot)
    if snapshot.internal:
        yield from _internal(snapshot)
    meeting = snapshot.meeting
    if not (meeting.all_remarks or meeting.requests_refused or _any_business(snapshot)):
        yield Paragraph(say("export.nothing"), apart=True)


def marks(snapshot: Snapshot) -> list[str]:
    """Return what a reader must not miss: rehearsal, internal, provisional."""
    provisional = [say("export.provisional")] if under_way(snapshot) else []
    return [*signs(snapshot), *provisional]


def under_way(snapshot: Snapshot) -> bool:
    """Tell whether the meeting still runs: a record is final once the meeting was closed."""
    return snapshot.whole.closed_at is None


def sealed(snapshot: Snapshot) -> str:
    """Return the line by which a file can be checked against the record."""
    position = len(snapshot.history)
    return say("export.sealed", position=position, digest=snapshot.digest)


def heading(snapshot: Snapshot) -> list[str]:
    """Return the lines that say which meeting this is and as of when."""
    about, zone = snapshot.meeting.plan.meeting, snapshot.meeting.plan.zone
    marked = marks(snapshot)
    return [
        *(marked and [*marked, ""]),
        about.title,
        say("export.body_and_place", body=about.body, place=about.place),
        say(
            "export.as_of",
            when=moment_in_full(snapshot.now, zone),
            zone=about.time_zone,
        ),
        *part_told(snapshot),
    ]


def _speaking_time(snapshot: Snapshot) -> Iterator[Block]:
    """Give the section with which the minutes end, where anything was said."""
    if not snapshot.meeting.all_remarks:
        return
    if told := lengths_told(snapshot):
        yield Heading(1, say("export.sheet_planned_and_actual"))
        yield told
    yield Heading(1, say("statistics.heading"))
    for block in figures_told(snapshot):
        yield Paragraph(block) if isinstance(block, str) else block


def _internal(snapshot: Snapshot) -> Iterator[Block]:
    """Give the annex that is not for publication."""
    yield Heading(1, say("export.annex"))
    for title, lines in annex(snapshot):
        yield Heading(2, title)
        yield from map(Paragraph, lines)


def _any_business(snapshot: Snapshot) -> bool:
    held = {stage.code for stage in snapshot.meeting.moments}
    business = [told for told in BUSINESS if told not in (opening_told, in_the_chair)]
    return any(True for told in business for code in held for _ in told(snapshot, code))


class _Minutes:
    """Writes the body: each moment that was held, with its sessions."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._meeting = meeting = snapshot.meeting
        self._remarks = list(zip(meeting.all_remarks, rows(snapshot), strict=True))

    def body(self) -> Iterator[Block]:
        """Give the paragraphs, moment by moment."""
        meeting = self._meeting
        for number, planned in enumerate(meeting.plan.moments, start=1):
            visits = [stage for stage in meeting.moments if stage.code == planned.code]
            sessions = [item for item in meeting.plan.sessions_of(planned.code) if self._has(item)]
            outside = any(_outside_in(item, planned.code) for item in meeting.all_remarks)
            if not (visits or sessions or outside):
                continue
            yield Heading(1, say("export.moment", numeral=roman(number), title=planned.title))
            yield from (Paragraph(_held(stage, meeting)) for stage in visits)
            for told in BUSINESS:
                yield from map(Paragraph, told(self._snapshot, planned.code))
            yield from self._spoken(own_list(planned.code))
            yield from self._refusals(None, planned.code)
            yield from self._not_heard(own_list(planned.code))
            for session in sessions:
                yield from self._session(session)
        yield from self._others()

    def _has(self, session: SessionPlan) -> bool:
        """Whether a session was opened, or anything happened in it or to its list."""
        meeting, code = self._meeting, session.code
        opened = any(stage.code == code for stage in meeting.sessions)
        happened = {
            *(item.session for item in meeting.all_remarks),
            *(item.session for item in meeting.requests_refused),
            *(item.session for item in meeting.raised),
        }
        return opened or code in meeting.lists or code in happened

    def _session(self, session: SessionPlan) -> Iterator[Block]:
        meeting = self._meeting
        yield Heading(2, session.title)
        yield Paragraph(say("export.topic", topic=session.topic))
        held = (item for item in meeting.sessions if item.code == session.code)
        yield from (Paragraph(_held(item, meeting)) for item in held)
        yield from self._spoken(session.code)
        yield from map(Paragraph, point_lines(self._snapshot, None, session.code))
        yield from self._refusals(session.code, None)
        yield from self._not_heard(session.code)

    def _spoken(self, code: str) -> Iterator[Block]:
        """Give the remarks made from a list: a session's, or that of a moment's own business."""
        found = [
            pair for pair in self._remarks if pair[0].list_code == code and not pair[0].is_address
        ]
        entries = [item.entry for item, _ in found]
        for key, reply in (("remarks_by", False), ("replies_by", True)):
            yield from self._by(key, [item for item in entries if (item.kind == "reply") is reply])
        if found:
            place = moment_of(code) or code
            times = times_of(self._meeting, place, self._snapshot.now)
            yield from self._told(found, times, session_title(self._meeting, code))

    def _by(self, key: str, entries: Sequence[Entry]) -> Iterator[Block]:
        """Name who spoke, observers apart where there are states to tell them from."""
        plan = self._meeting.plan
        states = {row.code for row in plan.delegations if row.state}
        apart = [item for item in entries if states and item.delegation not in states]
        together = [item for item in entries if item not in apart]
        for name, some in ((key, together), (f"{key}_observers", apart)):
            if some:
                yield Paragraph(count(f"export.{name}", len(some), names=names_of(some, plan)))

    def _told(
        self, found: Sequence[tuple[Remark, Row]], times: Times, title: str
    ) -> Iterator[Block]:
        given = (remark.given_at for remark, _ in found)
        yield remark_table(Remarks(tuple(found), times.over(given)), self._snapshot, title)
        yield Paragraph(spoken_in_all((remark for remark, _ in found), self._snapshot.now))

    def _others(self) -> Iterator[Block]:
        """Give the remarks that no moment and no session of the plan in force tells."""
        found = [pair for pair in self._remarks if not _is_at_home(pair[0], self._meeting.plan)]
        if found:
            title = say("export.other_remarks")
            yield Heading(1, title)
            given = [remark.given_at for remark, _ in found]
            yield from self._told(found, times_at_all(self._meeting, given), title)

    def _refusals(self, session: str | None, moment: str | None) -> Iterator[Block]:
        for item in self._meeting.requests_refused:
            if item.session == session and moment in (None, item.moment):
                times = times_of(self._meeting, session or item.moment, self._snapshot.now)
                yield Paragraph(_refused(item, self._meeting, times))

    def _not_heard(self, session: str) -> Iterator[Block]:
        unheard = list(not_heard_in(self._meeting, session))
        if unheard:
            names = (say("export.name_and_why", name=x.delegation, why=x.why_text) for x in unheard)
            yield Paragraph(say("export.not_heard", names=tuple(names)))


def _outside_in(remark: Remark, moment: str) -> bool:
    """Tell whether a remark was made in a moment, outside of any session."""
    return remark.session is None and remark.moment == moment


def _is_at_home(remark: Remark, plan: Plan) -> bool:
    """Tell whether a moment or session of the plan has a remark among its own."""
    if remark.session is None:
        return remark.moment in plan.moment_index
    session = plan.session(remark.session)
    return session is not None and session.moment in plan.moment_index


def _held(stage: Stage, meeting: Meeting) -> str:
    zone, began, until = meeting.plan.zone, stage.started_at, stage.ended_at
    if until is None:
        return say("export.held_since", start=when(began, zone, with_day=True))
    day = local_date(began, zone)
    if local_date(until, zone) != day:
        return say("export.held_over_days", span=between(began, until, zone, with_day=True))
    return say("export.held", day=date_in_full(day), span=between(began, until, zone))


def _refused(refused: RefusedRequest, meeting: Meeting, times: Times) -> str:
    return say(
        "export.refused",
        requested=requested_text(refused.requested),
        name=meeting.plan.name_of(refused.delegation),
        time=times.when(refused.at),
        rule=rule_text(Rule(refused.rule), meeting.plan),
    )
