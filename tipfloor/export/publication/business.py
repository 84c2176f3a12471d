"""The business of each moment in the published record: who spoke, was elected, what was adopted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from tipfloor.core.ground.listed import own_list
from tipfloor.core.plan.plan import MomentPlan, SessionPlan
from tipfloor.core.state.remark import Remark
from tipfloor.export.blocks import Block, Heading, Paragraph
from tipfloor.export.course.opening_of_meeting import opened_at
from tipfloor.export.documents.adopting import decided_in_force
from tipfloor.export.elections.election_text import elected_in_force
from tipfloor.export.inline import anchored
from tipfloor.export.orders.orders import rulings_told
from tipfloor.export.recommendations.recommending import approved_in_force
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import count, say
from tipfloor.words.joining import beside
from tipfloor.words.numerals import roman
from tipfloor.words.offered import interlude_text
from tipfloor.words.people import speaker_shown
from tipfloor.words.when import when


def business_told(snapshot: Snapshot) -> Iterator[Block]:
    """Give every moment that had any business, with its sessions, in the order of the plan."""
    meeting = snapshot.meeting
    for number, moment in enumerate(meeting.plan.moments, start=1):
        told = [*_moment(snapshot, moment), *_sessions(snapshot, moment)]
        if told:
            title = snapshot.own(moment.title)
            yield Heading(1, say("export.moment", numeral=roman(number), title=title))
            yield from told
    known = {item.code for item in meeting.plan.sessions} | set(meeting.plan.moment_index)
    others = [x for x in meeting.all_remarks if (x.session or x.moment) not in known]
    if others:
        yield Heading(1, say("publication.other"))
        yield from _numbered(_remarks(snapshot, others))


def _numbered(told: Iterator[str]) -> Iterator[Block]:
    return (Paragraph(text, numbered=True) for text in told)


def _moment(snapshot: Snapshot, moment: MomentPlan) -> Iterator[Block]:
    for told in BUSINESS:
        yield from _numbered(told(snapshot, moment.code))
    remarks = snapshot.meeting.remarks_of(own_list(moment.code))
    yield from _numbered(_remarks(snapshot, remarks))


def _sessions(snapshot: Snapshot, moment: MomentPlan) -> Iterator[Block]:
    for session in snapshot.meeting.plan.sessions_of(moment.code):
        told = list(_numbered(_session(snapshot, session)))
        if told:
            yield Heading(2, snapshot.own(session.title))
            yield Paragraph(say("export.topic", topic=snapshot.own(session.topic)), leads=True)
            yield from told


def _session(snapshot: Snapshot, session: SessionPlan) -> Iterator[str]:
    yield from _remarks(snapshot, snapshot.meeting.remarks_of(session.code))
    yield from rulings_told(snapshot, None, session.code)


def _remarks(snapshot: Snapshot, remarks: Sequence[Remark]) -> Iterator[str]:
    """Name who spoke, observers apart where there are states to tell them from; who replied."""
    plan = snapshot.meeting.plan
    states = {row.code for row in plan.delegations if row.state}

    def told(key: str, some: list[Remark]) -> Iterator[str]:
        for name, apart in ((key, False), (f"{key}_observers", True)):
            found = [x for x in some if _is_observer(x, states) is apart]
            if found:
                names = tuple(_name(snapshot, remark) for remark in found)
                yield count(f"export.{name}", len(found), names=names)

    spoken = [x for x in remarks if x.was_spoken]
    yield from told("remarks_by", [x for x in spoken if x.entry.kind != "reply"])
    yield from told("replies_by", [x for x in spoken if x.entry.kind == "reply"])
    if written := [x for x in remarks if not x.was_spoken]:
        names = tuple(_name(snapshot, remark) for remark in written)
        yield count("publication.written", len(written), names=names)


def _is_observer(remark: Remark, states: Collection[str]) -> bool:
    return bool(states) and remark.entry.delegation not in states


def _name(snapshot: Snapshot, remark: Remark) -> str:
    plan, entry = snapshot.meeting.plan, remark.entry
    name = anchored(plan.name_of(entry.delegation), "remark", remark.number)
    if not entry.on_behalf_of:
        return name
    others = tuple(plan.name_of(code) for code in entry.on_behalf_of)
    return say("export.name_on_behalf", name=name, others=others)


def _opened(snapshot: Snapshot, moment: str) -> Iterator[str]:
    if at := opened_at(snapshot.meeting, moment):
        told = when(at, snapshot.meeting.plan.zone, with_day=True)
        yield say("publication.opened", when=told)


def _addresses(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Name who gave addresses and reports, by office."""
    here = [x for x in snapshot.meeting.all_remarks if x.moment == moment and x.is_address]
    for kind, key in (("address", "export.addresses_by"), ("report", "export.reports_by")):
        found = [x for x in here if x.entry.kind == kind]
        if found:
            names = [_office(snapshot, remark) for remark in found]
            yield count(key, len(found), names=tuple(names))


def _office(snapshot: Snapshot, remark: Remark) -> str:
    plan, code = snapshot.meeting.plan, remark.entry.delegation
    name = anchored(plan.name_of(code), "remark", remark.number)
    address = plan.address(code)
    country = plan.name_of(address.delegation) if address and address.delegation else ""
    person = speaker_shown(snapshot.people, remark.entry.person)
    why = beside(part for part in (country, person) if part)
    return say("export.name_and_why", name=name, why=why) if why else name


def _interludes(snapshot: Snapshot, moment: str) -> Iterator[str]:
    for item in snapshot.meeting.interludes:
        if item.moment == moment:
            what = snapshot.typed(item.what, interlude_text(item.what))
            yield say("publication.interlude", what=what)


def _outside(snapshot: Snapshot, moment: str) -> Iterator[str]:
    yield from rulings_told(snapshot, moment, None)


BUSINESS: tuple[Callable[[Snapshot, str], Iterator[str]], ...] = (
    _opened,
    _addresses,
    elected_in_force,
    decided_in_force,
    approved_in_force,
    _interludes,
    _outside,
)
"""What a moment can have, in the order in which the published record tells it."""
