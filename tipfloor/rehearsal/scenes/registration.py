"""Registration: delegations arrive one by one, most of them before the opening."""

from __future__ import annotations

from tipfloor.rehearsal.player import Player

ABSENT = 0.09
"""The share of the roster that does not come."""


def play(player: Player) -> None:
    """Check the delegations in, as they come."""
    roster = [item.code for item in player.meeting.plan.delegations]
    player.chance.shuffle(roster)
    for code in roster[round(len(roster) * ABSENT) :]:
        player.wait(20, 110)
        player.tell("check_in", delegation=code)
