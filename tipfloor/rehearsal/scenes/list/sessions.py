"""A session with a list of speakers: inscribed, heard one after the other, with what befalls."""

from __future__ import annotations

from tipfloor.core.plan.plan import SessionPlan
from tipfloor.rehearsal.player import Player
from tipfloor.rehearsal.scenes.list.incidents import BETWEEN, LISTED, SPEAKING, Incident
from tipfloor.rehearsal.scenes.orders.replies import reply

EVERY = 3
"""One remark in so many is not an ordinary one."""

CLOSED_AFTER = 0.4
"""The share of those inscribed who have spoken when the list is closed."""


class Incidents:
    """What is still to befall the meeting, each once, in the order of the tables."""

    def __init__(self) -> None:
        self._left = {
            "listed": list(LISTED),
            "between": list(BETWEEN),
            "speaking": list(SPEAKING),
        }

    def next(self, stage: str) -> Incident | None:
        """Return what befalls next at a stage, None once everything has."""
        left = self._left[stage]
        return left.pop(0) if left else None


def play(player: Player, planned: SessionPlan, incidents: Incidents) -> None:
    """Play one session from its opening to its end."""
    player.wait_until(planned.starts, late=player.chance.uniform(0, 180))
    player.tell("open_session", session=planned.code, reason="as planned", waiting="not_heard")
    asking = player.some(player.present, 12, 22)
    player.tell("inscribe_all", delegations=tuple(asking[:4]))
    for code in asking[4:]:
        player.wait(1, 9)
        player.tell("inscribe", delegation=code)
    for _ in range(4):
        befall(player, incidents.next("listed"))
    _hear(player, planned, incidents)
    reply(player)
    player.wait(5, 20)
    player.tell("end_session", waiting="not_heard")


def befall(player: Player, incident: Incident | None) -> None:
    """Let one incident happen, with a few seconds before it."""
    if incident:
        player.wait(2, 6)
        incident(player)


def _hear(player: Player, planned: SessionPlan, incidents: Incidents) -> None:
    """Hear whoever waits, in order; the list closes in between."""
    inscribed = len(player.meeting.speakers().waiting)
    heard = 0
    while player.meeting.session == planned.code and player.meeting.speakers().waiting:
        if heard >= 60:
            break
        if heard % EVERY == 1:
            befall(player, incidents.next("between"))
        player.wait(6, 34)
        if not player.tell("give_floor"):
            player.tell("withdraw", delegation=player.meeting.speakers().waiting[0].delegation)
            continue
        if heard % EVERY == 2:
            befall(player, incidents.next("speaking"))
        if player.meeting.floor:
            speak(player)
        heard += 1
        if heard == round(inscribed * CLOSED_AFTER):
            player.tell("close_list")


def speak(player: Player) -> None:
    """Let whoever has the floor speak to an end: most in time, some beyond it."""
    floor = player.meeting.floor
    limit = (floor.limit if floor and floor.limit else 120_000) / 1000
    if player.chance.random() < 0.72:
        player.wait(limit * 0.55, limit * 0.98)
        player.tell("end_remark")
    else:
        player.wait(limit + 1, limit + 14)
        player.tell("end_remark")
