"""A changed meeting file that is taken over while the meeting runs."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec.structs import replace

from tipfloor.core.course.publishing import ITEMS, Item, texts_of, with_stated
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Body, Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.listed import moment_of, session_of
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.former import with_languages
from tipfloor.core.plan.plan import LISTS, Plan
from tipfloor.core.plan.publication import PublicationPlan
from tipfloor.core.plan.soundness import refuse_unsound
from tipfloor.core.state.document import Document
from tipfloor.core.state.meeting import Meeting


class PlanAdopted(Event):
    """A changed meeting file taken over while the meeting runs."""

    version: ClassVar[int] = 4
    undoable: ClassVar[bool] = False
    kind: Literal["plan_adopted"] = "plan_adopted"
    plan: Plan

    @classmethod
    def upgraded(cls, version: int, body: Body) -> Body:
        """Put the names and languages of a plan as they have been kept since the fourth version."""
        return {**body, "plan": with_languages(body["plan"])}

    def apply(self, meeting: Meeting) -> Meeting:
        """Put the new plan in force, with what was added and stated at the desk."""
        return meeting.having(plan=_with_added(self.plan, meeting), filed_plan=self.plan)


class AdoptPlan(Act):
    """Adopt a changed meeting file in place of the recorded plan."""

    kind: Literal["adopt_plan"] = "adopt_plan"
    plan: Plan

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Adopt it unless it is unsound, or lacks what the record speaks of already."""
        merged = _with_added(self.plan, meeting)
        refuse_unsound(merged)
        missing = _in_use(meeting) - _codes(merged)
        if missing:
            raise Refused(
                "plan_in_use",
                Rule.THE_RECORD,
                missing=", ".join(sorted(code for _, code in missing)),
            )
        return [PlanAdopted(at=now, plan=self.plan)]


def _with_added(plan: Plan, meeting: Meeting) -> Plan:
    """Return a plan with the rows that were added at the desk and that it does not have."""
    for table in LISTS:
        known = {item.code for item in (*meeting.filed_plan.rows(table), *plan.rows(table))}
        added = [item for item in meeting.plan.rows(table) if item.code not in known]
        plan = plan.with_added(table, *added) if added else plan
    return replace(plan, publication=_with_stated(plan.publication, meeting))


def _with_stated(changed: PublicationPlan, meeting: Meeting) -> PublicationPlan:
    """Return what is published with what was stated at the desk, unless the file has it anew."""
    stated, filed = meeting.plan.publication, meeting.filed_plan.publication
    for item in ITEMS:
        at_the_desk = _told(stated, item) != _told(filed, item)
        if at_the_desk and _told(changed, item) == _told(filed, item):
            changed = with_stated(changed, item, getattr(stated, item), texts_of(stated, item))
    return changed


def _told(stated: PublicationPlan, item: Item) -> tuple[object, dict[str, str]]:
    return getattr(stated, item), texts_of(stated, item)


def _codes(plan: Plan) -> set[tuple[str, str]]:
    """Return every table and code that a plan has."""
    tables = ("moments", *LISTS)
    return {(table, item.code) for table in tables for item in getattr(plan, table)}


def _in_use(meeting: Meeting) -> set[tuple[str, str]]:
    """Return the tables and codes that the record speaks of, which no plan can do without."""
    lists = meeting.lists.values()
    entries = [entry for speakers in lists for entry in speakers.waiting]
    entries += [gone.entry for speakers in lists for gone in speakers.departed]
    entries += [remark.entry for remark in meeting.all_remarks]
    speakers = {entry.delegation for entry in entries} | meeting.checked_in
    speakers |= {stay.delegation for stay in meeting.attendance}
    speakers |= {item.delegation for item in meeting.presided if item.delegation}
    speakers |= {item.delegation for item in meeting.raised}
    speakers |= {item.appeal.delegation for item in meeting.raised if item.appeal}
    speakers |= {item.delegation for item in meeting.attempts}
    speakers |= {code for entry in entries for code in entry.on_behalf_of}
    speakers |= {code for found in meeting.documents.values() for code in _named_in(found)}
    for item in meeting.recommendations.values():
        speakers |= {made.delegation for made in item.amendments if made.delegation}
        speakers |= {made.delegation for made in item.reservations}
    sessions = {stage.code for stage in meeting.sessions}
    sessions |= {remark.session for remark in meeting.all_remarks if remark.session}
    listed = [code for code, kept in meeting.lists.items() if kept.waiting or kept.departed]
    sessions |= {session for code in listed if (session := session_of(code))}
    for election in (item for every in meeting.elections.values() for item in every):
        speakers |= {code for x in election.nominations for code in (x.delegation, x.nominated_by)}
        speakers |= {code for x in election.nominations for code in x.seconded_by}
        speakers |= {item.delegation for item in election.offers}
    addresses = {code for code in speakers if meeting.plan.row("addresses", code)}
    return {
        *(("moments", stage.code) for stage in meeting.moments),
        *(("moments", remark.moment) for remark in meeting.all_remarks),
        *(("moments", moment) for code in listed if (moment := moment_of(code))),
        *(("documents", code) for code in meeting.documents),
        *(("sessions", code) for code in sessions),
        *(("elections", code) for code in meeting.elections),
        *(("addresses", code) for code in addresses),
        *(("delegations", code) for code in speakers - addresses),
        *(("recommendations", str(number)) for number in meeting.recommendations),
    }


def _named_in(document: Document) -> set[str]:
    """Return the delegations that proposed amendments to a document or reserved on it."""
    proposed = {made.delegation for made in document.amendments}
    return proposed | {made.delegation for made in document.reservations}
