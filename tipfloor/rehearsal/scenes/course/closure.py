"""The closing of the meeting, once too early."""

from __future__ import annotations

from tipfloor.rehearsal.player import Player


def play(player: Player) -> None:
    """Close the meeting; it is opened again for one word, closed for good, and its record named."""
    player.wait(20, 40)
    player.tell("close_meeting", insist=True)
    player.wait(10, 20)
    player.tell("reopen_meeting", reason="a delegation had asked for the floor")
    player.tell("take_note", text="the delegation thanked the host")
    player.wait(30, 60)
    player.tell("close_meeting", insist=True)
    player.wait(30, 60)
    series = player.meeting.plan.publication.series or "Ser.A"
    player.tell("state_publication", series=f"{series}/XIV")
