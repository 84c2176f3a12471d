"""What interrupts or follows the remarks: points of order, and the right of reply."""

from __future__ import annotations

from tipfloor.rehearsal.player import Player


def reply(player: Player) -> None:
    """Now and then a delegation answers a remark of the session, once its list is done."""
    session = player.meeting.session
    heard = [
        remark
        for remark in player.meeting.all_remarks
        if remark.session == session and remark.was_spoken
    ]
    if len(heard) < 2 or player.chance.random() < 0.4:
        return
    answered = player.chance.choice(heard)
    number, code = answered.number, player.one(answered.entry.delegation)
    player.wait(3, 9)
    if player.tell("inscribe", delegation=code, remark_kind="reply", replies_to=number):
        player.wait(8, 20)
        if player.tell("give_floor"):
            player.wait(50, 100)
            player.tell("end_remark")


def point_of_order(player: Player) -> None:
    """Two points of order interrupt the speaker; one ruling is appealed, and the speech goes on."""
    floor = player.meeting.floor
    if floor is None:
        return
    player.wait(15, 40)
    first = player.one(floor.entry.delegation)
    second = player.one(floor.entry.delegation, first)
    player.tell("point_of_order", delegation=first)
    player.wait(2, 5)
    player.tell("point_of_order", delegation=second)
    player.wait(20, 40)
    player.tell("rule_on_point", ruling=player.typed_once("ruling"))
    player.tell("withdraw_point")
    player.wait(5, 15)
    _appeal(player, first)
    player.wait(2, 5)
    player.tell("resume")


def _appeal(player: Player, delegation: str) -> None:
    """An appeal that is withdrawn, then one that is voted on."""
    player.tell("appeal", delegation=delegation)
    player.wait(3, 8)
    player.tell("withdraw_appeal")
    player.tell("appeal", delegation=player.one(delegation))
    player.wait(60, 120)
    player.tell("vote_on_appeal", **player.vote())
    ruled = [n for n, point in enumerate(player.meeting.raised, start=1) if point.ruling]
    player.tell(
        "correct_ruling",
        number=ruled[-1],
        ruling=player.typed_once("ruling_right"),
        reason="as the chair put it",
    )
