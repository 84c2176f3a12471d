"""Who and what a debate refers to: delegations, offices, capacities, ways to vote."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.entry import Entry
from tipfloor.export.akomantoso.tree import add, eid, element
from tipfloor.words import say
from tipfloor.words.capacities import capacity_code

MAKER = "#tipfloor"
"""Who says what the metadata say."""

CHOICES = ("in_favour", "against", "abstaining", "invalid")
"""The ways to vote, by the codes of the record."""


def references(plan: Plan, entries: tuple[Entry, ...], outcomes: tuple[str, ...]) -> Element:
    """Return the references of a debate; each has its id, and no other has it."""
    made = element("references", source=MAKER)
    add(made, "TLCObject", eId="tipfloor", href="/ontology/object/tipfloor", showAs="tipfloor")
    body = plan.meeting.body
    add(made, "TLCOrganization", eId="body", href="/ontology/organization/body", showAs=body)
    for name, kind, code, shown in (*_speakers(plan, entries), *_concepts(outcomes)):
        href = f"/ontology/{kind}/{eid(kind, code).partition('-')[2]}"
        add(made, name, eId=eid(kind, code), href=href, showAs=shown)
    return made


def speaker(entry: Entry, plan: Plan) -> str:
    """Return the reference to whoever speaks: one delegation, or an office."""
    kind = "delegation" if plan.delegation(entry.delegation) else "office"
    return f"#{eid(kind, entry.delegation)}"


def role(entry: Entry, plan: Plan) -> str | None:
    """Return the reference to the capacity of a delegation's speaker, None for an office."""
    if plan.delegation(entry.delegation) is None:
        return None
    return f"#{eid('capacity', capacity_code(entry.capacity, entry.delegation, plan))}"


def _speakers(plan: Plan, entries: tuple[Entry, ...]) -> Iterator[tuple[str, str, str, str]]:
    for row in plan.delegations:
        yield "TLCOrganization", "delegation", row.code, plan.name_of(row.code)
    spoke = {entry.delegation: entry for entry in entries}
    for code in spoke:
        if plan.delegation(code) is None:
            yield "TLCPerson", "office", code, plan.name_of(code)
    capacities = {
        capacity_code(entry.capacity, entry.delegation, plan)
        for entry in entries
        if plan.delegation(entry.delegation)
    }
    for capacity in sorted(capacities):
        yield "TLCRole", "capacity", capacity, say(f"export.capacity_{capacity}")


def _concepts(outcomes: tuple[str, ...]) -> Iterator[tuple[str, str, str, str]]:
    if not outcomes:
        return
    for choice in CHOICES:
        yield "TLCConcept", "choice", choice, say(f"export.akn_{choice}")
    for outcome in outcomes:
        yield "TLCConcept", "outcome", outcome, say(f"export.akn_{outcome}")
