"""What can be corrected of a remark."""

from __future__ import annotations

from tipfloor.core.corrections.remark_corrections import Correct
from tipfloor.core.corrections.retiming import end_of
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.desk.correctable import Correctable, Part
from tipfloor.words import say
from tipfloor.words.capacities import capacity_text
from tipfloor.words.times import wall

KINDS = ("remark", "reply", "report")
CAPACITIES = ("national_authority", "designated_delegate")
ENDINGS = ("speaker", "chair")

OF_ONE_THAT_ENDED = ("given_at", "ended_at", "ended_by")
"""What can be corrected of a remark once it was spoken."""


def of_remark(meeting: Meeting, remark: Remark) -> Correctable:
    """Return what can be corrected of a remark; of an address, when it was given.

    One that is on has no times yet, one in writing has none at all.
    """
    plan, entry = meeting.plan, remark.entry
    end = end_of(remark)
    times = (
        Part("given_at", wall(remark.given_at, plan.zone, seconds=True)),
        Part("ended_at", wall(end, plan.zone, seconds=True) if end else ""),
    )
    parts = (
        Part("delegation", plan.name_of(entry.delegation), "delegation"),
        *times,
        Part(
            "session",
            planned.title if (planned := plan.session(remark.session or "")) else "",
            "choice",
            tuple((item.code, item.title) for item in plan.sessions),
        ),
        Part("remark_kind", say(f"export.kind_{entry.kind}"), "choice", _named("kind", KINDS)),
        Part(
            "capacity",
            capacity_text(entry.capacity, entry.delegation, plan),
            "choice",
            tuple((code, capacity_text(code, entry.delegation, plan)) for code in CAPACITIES),
        ),
        Part("on_behalf_of", ", ".join(entry.on_behalf_of), "codes"),
        Part(
            "ended_by",
            say(f"export.ended_{remark.ended_by}") if remark.ended_by else "",
            "choice",
            _named("ended", ENDINGS),
        ),
    )
    timed = remark.was_spoken and remark is not meeting.floor
    number, named = remark.number, plan.name_of(entry.delegation)
    title = say("ask.correct_remark", number=number, delegation=named)
    offered = [
        part
        for part in (times if remark.is_address else parts)
        if (timed or part.name not in OF_ONE_THAT_ENDED)
        and (remark.was_spoken or part.name != "remark_kind")
    ]
    return Correctable(title, Correct, {"number": number}, tuple(offered))


def _named(key: str, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((value, say(f"export.{key}_{value}")) for value in values)
