"""Refusals as the desk tells them: why, and the key that leads on."""

from __future__ import annotations

from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.leading.next_steps import step_named
from tipfloor.core.leading.step import Step
from tipfloor.core.leading.ways_out import WAYS_OUT
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.leading import PALETTE, way
from tipfloor.desk.letters import LETTERS
from tipfloor.words import has, say
from tipfloor.words.articles import beginning
from tipfloor.words.refusing import explain, facts_of


def explained(refused: Refused, meeting: Meeting, now: Instant) -> str:
    """Return why an act was refused, with the key of the way out where there is one.

    What leads on at once is told briefly; elsewhere the whole sentence stands before it.
    """
    found = _way_out(refused.code, meeting, now)
    if found is None:
        return explain(refused, meeting.plan)
    told = way(found, meeting, _pressed(found, meeting)).text
    if not has(f"leading.out_{refused.code}"):
        return say("leading.way_behind", why=explain(refused, meeting.plan), way=told)
    facts = facts_of(refused, meeting.plan)
    why = beginning(say(f"leading.out_{refused.code}", **facts))
    return say("leading.way_out", why=why, way=told)


def _way_out(code: str, meeting: Meeting, now: Instant) -> Step | None:
    """Return the first step out of a refusal that can be done now, None where there is none."""
    steps = (step_named(name, meeting, now) for name in WAYS_OUT.get(code, ()))
    return next((step for step in steps if step), None)


def _pressed(step: Step, meeting: Meeting) -> str:
    """Return what is pressed for a step, the palette where this moment's business lacks it."""
    if step.name not in LETTERS:
        return ""
    from tipfloor.desk.deeds.registry import business_of  # a refusal may load the rest

    offered = {item.name for item in business_of(meeting)}
    return "" if step.name in offered else PALETTE
