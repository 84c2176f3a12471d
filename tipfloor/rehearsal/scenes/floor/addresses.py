"""Addresses in protocol order, the consultation report, and what stands between them."""

from __future__ import annotations

from tipfloor.core.floor.addresses import next_address, reports_to_come
from tipfloor.rehearsal.player import Player


def play(player: Player) -> None:
    """Give every address of the current moment, in its order."""
    planned = [row for row in player.meeting.plan.addresses if row.moment == player.meeting.moment]
    if len(planned) > 1 and not any(item.is_address for item in player.meeting.remarks):
        _guests(player)
    for _ in range(len(planned) + 2):
        if next_address(player.meeting) is None:
            break
        player.wait(15, 40)
        player.tell("begin_address")
        player.wait(150, 400)
        player.tell("end_remark")


def report(player: Player) -> None:
    """Take up a report that was not delivered yet, with a film before it."""
    for row in reports_to_come(player.meeting):
        player.wait(10, 30)
        player.tell("begin_interlude", what="film", planned_seconds=180)
        player.wait(170, 190)
        player.tell("end_interlude")
        player.tell("begin_address", address=row.code)
        player.wait(500, 960)
        player.tell("end_remark")


def outage(player: Player) -> None:
    """The webcast fails for a while, and nobody stops for it."""
    player.tell("begin_outage", what="no picture")
    player.wait(60, 120)
    player.tell("end_outage")


def _guests(player: Player) -> None:
    """One guest is added and put first, another was announced and does not come."""
    player.tell("add_address", office=player.typed("guest"), planned_seconds=300)
    player.tell("add_address", office=player.typed("guest_by_video"), planned_seconds=300)
    first, second = (row.code for row in player.meeting.plan.addresses[-2:])
    player.tell("move_address", address=first, position=1, reason="the guest has to leave")
    player.tell("limit_address", address=first, seconds=600)
    player.tell("strike_address", address=second, reason="remarks are made in person only")
