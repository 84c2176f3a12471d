"""The body of a debate: each moment that was held, its business, sessions and speeches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cmp_to_key
from xml.etree.ElementTree import Element, SubElement

from tipfloor.core.plan.plan import MomentPlan, SessionPlan
from tipfloor.core.state.remark import Remark
from tipfloor.core.state.stage import Stage
from tipfloor.export.akomantoso.speeches import Timed, in_writing, point_of_order, speeches
from tipfloor.export.akomantoso.tree import LANG, NAMESPACE, add, container, eid, element, when
from tipfloor.export.course.closure import closing_told
from tipfloor.export.course.opening_of_meeting import opening_told
from tipfloor.export.course.sittings import suspensions
from tipfloor.export.documents.adopting import adopting
from tipfloor.export.elections.election_text import told_of_office
from tipfloor.export.floor.interludes import interludes_told, outages_told
from tipfloor.export.recommendations.recommending import recommending
from tipfloor.export.registration.attendance import quorum_list
from tipfloor.export.registration.presiding import in_the_chair
from tipfloor.export.rows import Row, rows
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.numerals import roman
from tipfloor.words.times import wall

Pair = tuple[Remark, Row]


def debate_body(snapshot: Snapshot) -> Element:
    """Return the body; a meeting of which nothing was held yet says so in a section of its own."""
    body = element("debateBody")
    body.set(LANG, snapshot.language)
    found = list(zip(snapshot.meeting.all_remarks, rows(snapshot), strict=True))
    for number, planned in enumerate(snapshot.meeting.plan.moments, start=1):
        section = _moment(number, planned, found, snapshot)
        if _has_more(section):
            body.append(section)
    others = [pair for pair in found if _home(pair[0], snapshot) is None]
    if others or not len(body):
        section = _section("other", "other", "", say("export.other_remarks"))
        _fill(section, [], others, snapshot, "other")
        body.append(section)
    return body


def _moment(number: int, planned: MomentPlan, found: Sequence[Pair], snapshot: Snapshot) -> Element:
    meeting, code = snapshot.meeting, planned.code
    section = _section("moment", eid("moment", code), roman(number), planned.title)
    held = [stage for stage in meeting.moments if stage.code == code]
    for stage in held:
        section.append(_held(stage, snapshot))
    for told in (opening_told, in_the_chair, suspensions, interludes_told, outages_told):
        for text in told(snapshot, code):
            add(section, "p", text)
    section.extend(container("rollCall", eid("roll-call", code), quorum_list(snapshot, code)))
    section.extend(_elections(snapshot, code))
    decided = (*adopting(snapshot, code), *recommending(snapshot, code))
    section.extend(container("resolutions", eid("resolutions", code), decided))
    own = [pair for pair in found if _home(pair[0], snapshot) == (code, None)]
    points = [x for x in meeting.raised if (x.moment, x.session, x.remark) == (code, None, None)]
    _fill(section, [point_of_order(x, snapshot) for x in points], own, snapshot, code)
    for session in meeting.plan.sessions_of(code):
        part = _session(session, found, snapshot)
        if _has_more(part):
            section.append(part)
    section.extend(container("adjournment", eid("closure", code), closing_told(snapshot, code)))
    return section


def _session(planned: SessionPlan, found: Sequence[Pair], snapshot: Snapshot) -> Element:
    meeting, code = snapshot.meeting, planned.code
    part = _section("session", eid("session", code), "", planned.title)
    held = [stage for stage in meeting.sessions if stage.code == code]
    own = [pair for pair in found if pair[0].session == code]
    points = [x for x in meeting.raised if x.session == code and x.remark is None]
    if held or own or points:
        add(part, "subheading", planned.topic)
    for stage in held:
        part.append(_held(stage, snapshot))
    _fill(part, [point_of_order(x, snapshot) for x in points], own, snapshot, code)
    return part


def _fill(
    section: Element, timed: list[Timed], found: Sequence[Pair], snapshot: Snapshot, code: str
) -> None:
    """Add speeches and points of order in the order of time, then what was handed in."""
    for remark, row in found:
        if remark.was_spoken:
            timed += speeches(remark, row, snapshot)
    section.extend(made for _, made in sorted(timed, key=cmp_to_key(_in_order)))
    section.extend(in_writing(found, snapshot, code))


def _in_order(one: Timed, other: Timed) -> int:
    return one[0].apart(other[0])


def _home(remark: Remark, snapshot: Snapshot) -> tuple[str, str | None] | None:
    """Return the moment and session of the plan to which a remark belongs, None where to none."""
    plan = snapshot.meeting.plan
    session = plan.session(remark.session or "")
    moment = session.moment if session else remark.moment
    if moment not in plan.moment_index:
        return None
    return moment, session.code if session else None


def _has_more(section: Element) -> bool:
    """Tell whether a section has more than its number and heading."""
    return len(section) > len(section.findall(f"{{{NAMESPACE}}}num")) + 1


def _section(name: str, eid_: str, num: str, heading: str) -> Element:
    section = element("debateSection", name=name, eId=eid_)
    if num:
        add(section, "num", num)
    add(section, "heading", heading)
    return section


def _held(stage: Stage, snapshot: Snapshot) -> Element:
    """Return a paragraph with when a moment or session was on."""
    plan = snapshot.meeting.plan
    made = element("p")
    at = {"startEvent": stage.started_at, "endEvent": stage.ended_at}
    for kind, instant in at.items():
        if instant is None:
            continue
        attributes = {"time": when(instant, plan), "type": kind}
        time = SubElement(made, f"{{{NAMESPACE}}}recordedTime", attributes)
        time.text = wall(instant, plan.zone)
        time.tail = " - " if kind == "startEvent" and stage.ended_at else None
    return made


def _elections(snapshot: Snapshot, moment: str) -> Iterator[Element]:
    for office in snapshot.meeting.plan.elections:
        told = list(told_of_office(snapshot, office, moment))
        if told:
            made = _section(
                "election", eid("election", f"{office.code}-{moment}"), "", office.title
            )
            for text in told:
                add(made, "p", text)
            yield made
