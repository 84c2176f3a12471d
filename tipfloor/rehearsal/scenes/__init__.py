"""The scenes of a meeting: each moment is played by what its plan has for it."""

from __future__ import annotations

from itertools import pairwise

from tipfloor.core.plan.plan import MomentPlan
from tipfloor.rehearsal.player import Player
from tipfloor.rehearsal.scenes.course import closure, moments
from tipfloor.rehearsal.scenes.course.breaks import pause_between
from tipfloor.rehearsal.scenes.documents import documents
from tipfloor.rehearsal.scenes.elections import elections
from tipfloor.rehearsal.scenes.floor import addresses
from tipfloor.rehearsal.scenes.list import sessions
from tipfloor.rehearsal.scenes.list.sessions import Incidents
from tipfloor.rehearsal.scenes.recommendations import recommendations
from tipfloor.rehearsal.scenes.registration import registration


def play(player: Player, moment: MomentPlan, incidents: Incidents) -> None:
    """Play one moment to its end."""
    if moment.kind == "registration":
        registration.play(player)
        moments.changed_file(player)
    if moment.kind == "adoption":
        moments.step_back(player, moment)
    addresses.play(player)
    elections.play(player)
    documents.play(player)
    held = player.meeting.plan.sessions_of(moment.code)
    for former, session in pairwise((None, *held)):
        if session is not None:
            if former is not None:
                pause_between(player, former.ends, session.starts)
            sessions.play(player, session, incidents)
    if len(held) > 2 and (code := moments.one_more_session(player)):
        added = player.meeting.plan.session(code)
        if added:
            sessions.play(player, added, incidents)
    if len(held) > 1:
        addresses.outage(player)
        addresses.report(player)
    if moment.kind == "recommendations":
        recommendations.play(player)
    if player.meeting.next_moment is None:
        closure.play(player)


__all__ = ["Incidents", "pause_between", "play"]
