"""A small meeting to test with: five moments, three sessions, three offices, eight delegations."""

from datetime import date, datetime
from typing import Any

from tipfloor.core.plan.plan import (
    DelegationPlan,
    MeetingTable,
    MomentPlan,
    Names,
    Plan,
    SessionPlan,
)
from tipfloor.core.plan.programme import AddressPlan, DocumentPlan, ElectionPlan
from tipfloor.core.plan.rules import Rules

NAMES = {
    "BRA": ("BR", "Brazil"),
    "CHL": ("CL", "Chile"),
    "DMA": ("DM", "Dominica"),
    "DOM": ("DO", "Dominican Republic"),
    "JAM": ("JM", "Jamaica"),
    "MEX": ("MX", "Mexico"),
    "SLV": ("SV", "El Salvador"),
    "URY": ("UY", "Uruguay"),
}

MOMENTS = {
    "registration": "registration",
    "opening": "opening_ceremony",
    "introductory": "introductory_session",
    "plenary": "plenary_sessions",
    "closing": "closing_ceremony",
}

ADDRESSES = (
    AddressPlan(
        code="host",
        moment="opening",
        office="Representative of the host country",
        delegation="JAM",
        planned_seconds=600,
    ),
    AddressPlan(code="secretary", moment="opening", office="Secretary General"),
    AddressPlan(code="report", kind="report", office="Rapporteur", planned_seconds=900),
    AddressPlan(code="closing", moment="closing", office="Chair", limit_seconds=60),
)
"""Two addresses of the opening in the order of protocol, a report, and one of the closing."""


def small_plan(
    *, zone: str = "America/New_York", names: dict[str, str] | None = None, **rules: Any
) -> Plan:
    """Return the plan of a small meeting with some rules, and some names, set otherwise.

    Its decisions are taken by a simple majority, so that a few votes make one.
    """
    simple = dict.fromkeys(("documents_majority", "recommendations_majority"), "simple")
    shown = {code: name for code, (_, name) in NAMES.items()} | (names or {})
    return Plan(
        meeting=MeetingTable(
            title="A small meeting",
            short_title="Small",
            body="An organization",
            place="Here",
            time_zone=zone,
            days=(date(2024, 2, 5), date(2024, 2, 6)),
            order_of_moments=tuple(MOMENTS),
        ),
        rules=Rules(**{**simple, **rules}),
        moments=tuple(_moment(code, kind) for code, kind in MOMENTS.items()),
        sessions=(
            _session("general", "introductory", 10),
            _session("technology", "plenary", 11),
            _session("climate", "plenary", 12),
        ),
        elections=(
            ElectionPlan(code="chair", moment="opening", title="Chair", presides="chair"),
            ElectionPlan(code="vice", moment="opening", title="Vice Chair", presides="vice_chair"),
            ElectionPlan(code="next", moment="closing", title="Next Chair", host_offer=True),
        ),
        documents=(
            DocumentPlan(
                code="plan",
                moment="plenary",
                title="Work plan",
                symbol="S/doc.1",
                languages=("en", "es"),
            ),
        ),
        delegations=tuple(
            DelegationPlan(code=code, code2=code2, name=Names(en=shown[code]))
            for code, (code2, _) in NAMES.items()
        ),
    )


def _moment(code: str, kind: Any) -> MomentPlan:
    return MomentPlan(code=code, kind=kind, title=code.capitalize())


def _session(code: str, moment: str, hour: int) -> SessionPlan:
    return SessionPlan(
        code=code,
        moment=moment,
        title=f"Session on {code}",
        topic=f"The topic of {code}",
        starts=datetime(2024, 2, 5, hour, 0),  # noqa: DTZ001 - local to the meeting's zone
        ends=datetime(2024, 2, 5, hour + 1, 0),  # noqa: DTZ001
    )
