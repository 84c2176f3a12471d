"""The quorum: counted over the delegations entitled to sit; it warns and never blocks."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from tipfloor.core.ground.memory import for_the_same
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.plan import Plan
from tipfloor.core.plan.rules import Standing
from tipfloor.core.state.meeting import Meeting

Purpose = Literal["open", "decide", "vote"]

PURPOSES: tuple[Purpose, ...] = ("open", "decide", "vote")
"""What a quorum is needed for, in the order in which a meeting comes to it."""


class Quorum(Struct, frozen=True):
    """How many delegations are present, how many are needed, over how many entitled to sit.

    `needed` is 0 where the rules have no quorum for the purpose.
    """

    purpose: Purpose
    present: int
    needed: int
    base: int

    @property
    def met(self) -> bool:
        """Whether enough are present."""
        return self.present >= self.needed


def entitled(meeting: Meeting) -> int:
    """Return the explicit base: the rules' figure, else the members on the roster."""
    stated = meeting.plan.rules.entitled_to_sit
    return len(seats(meeting)) if stated is None else stated


def seats(meeting: Meeting) -> frozenset[str]:
    """Return the codes of the members: states, not observers.

    In a body without states, such as a town council, every delegation of its roster is one.
    """
    return _seats(meeting.plan)


@for_the_same
def _seats(plan: Plan) -> frozenset[str]:
    states = frozenset(item.code for item in plan.delegations if item.state)
    return states or frozenset(item.code for item in plan.delegations)


def may(meeting: Meeting, standing: Standing) -> frozenset[str]:
    """Return the codes of the delegations that have a standing."""
    if standing == "members":
        return seats(meeting)
    return frozenset(item.code for item in meeting.plan.delegations)


def quorum(meeting: Meeting, purpose: Purpose) -> Quorum:
    """Return how the meeting stands against a quorum (PRACTICE section 2)."""
    rules = meeting.plan.rules
    needed = {
        "open": rules.quorum_to_open,
        "decide": rules.quorum_to_decide,
        "vote": rules.quorum_to_vote,
    }[purpose]
    present = len(meeting.checked_in & seats(meeting))
    return Quorum(purpose, present, needed, entitled(meeting))


def ask_quorum(meeting: Meeting, purpose: Purpose, *, insist: bool) -> Quorum:
    """Return the quorum for a decision or vote; where it is lost, refuse until the desk insists.

    It warns and never blocks: debate goes on, a decision asks (PRACTICE section 7, case 20).
    """
    found = quorum(meeting, purpose)
    if not found.met and not insist:
        raise Refused("no_quorum", Rule.QUORUM, present=found.present, needed=found.needed)
    return found
