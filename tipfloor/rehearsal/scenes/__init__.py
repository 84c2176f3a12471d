"""The scenes of a meeting: each moment is played by what its plan has for it."""

from __future__ import annotations

from itertools import pairwise

from tipfloor.core.plan.plan import MomentPlan
from tipfloor.rehearsal.player import Player
from tipfloor.rehearsal.scenes.course.breaks import pause_between
from tipfloor.rehearsal.scenes.course.closure import play as play_closure
from tipfloor.rehearsal.scenes.course.moments import changed_file, one_more_session, step_back
from tipfloor.rehearsal.scenes.documents.documents import play as play_documents
from tipfloor.rehearsal.scenes.elections.elections import play as play_elections
from tipfloor.rehearsal.scenes.floor.addresses import outage, report
from tipfloor.rehearsal.scenes.floor.addresses import play as play_addresses
from tipfloor.rehearsal.scenes.list.sessions import Incidents
from tipfloor.rehearsal.scenes.list.sessions import play as play_session
from tipfloor.rehearsal.scenes.recommendations.recommendations import play as play_recommendations
from tipfloor.rehearsal.scenes.registration.registration import play as play_registration


def play(player: Player, moment: MomentPlan, incidents: Incidents) -> None:
    """Play one moment to its end."""
    if moment.kind == "registration":
        play_registration(player)
        changed_file(player)
    if moment.kind == "adoption":
        step_back(player, moment)
    play_addresses(player)
    play_elections(player)
    play_documents(player)
    held = player.meeting.plan.sessions_of(moment.code)
    for former, session in pairwise((None, *held)):
        if session is not None:
            if former is not None:
                pause_between(player, former.ends, session.starts)
            play_session(player, session, incidents)
    if len(held) > 2 and (code := one_more_session(player)):
        added = player.meeting.plan.session(code)
        if added:
            play_session(player, added, incidents)
    if len(held) > 1:
        outage(player)
        report(player)
    if moment.kind == "recommendations":
        play_recommendations(player)
    if player.meeting.next_moment is None:
        play_closure(player)


__all__ = ["Incidents", "pause_between", "play"]
