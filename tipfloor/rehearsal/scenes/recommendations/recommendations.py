"""The recommendations: drafted where the plan has none, then approved, amended and reserved."""

from __future__ import annotations

from tipfloor.rehearsal.player import Player

DRAFTS = 8
"""How many are drafted for a meeting whose file has none."""


def play(player: Player) -> None:
    """Draft what is missing, deal with some one by one, and adopt the rest as a block."""
    if not player.meeting.plan.recommendations:
        for number in range(1, DRAFTS + 1):
            player.wait(3, 8)
            text = player.typed(f"draft_{number}")
            player.tell("add_recommendation", text=text, regional_priority=number == 1)
    numbers = [row.number for row in player.meeting.plan.recommendations]
    for deal, number in zip(_DEALS, numbers, strict=False):
        player.wait(30, 90)
        deal(player, number)
    rest = numbers[len(_DEALS) :]
    player.wait(60, 120)
    if rest:
        player.tell("approve_block", numbers=tuple(str(number) for number in rest))
        player.wait(20, 40)
        player.tell("reserve_recommendation", number=rest[-1], delegation=player.one())


def _approved(player: Player, number: int) -> None:
    player.tell("set_regional_priority", number=number, regional_priority=False)
    player.tell("set_regional_priority", number=number)
    player.tell("approve_recommendation", number=number)


def _amended(player: Player, number: int) -> None:
    plan = player.meeting.plan

    def drafted(language: str) -> str:
        row = plan.spoken_in(language).row("recommendations", str(number))
        return str(getattr(row, "text", ""))

    text = player.typed("amended", text=drafted)
    player.tell("amend_recommendation", number=number, text=text, delegation=player.one())
    player.wait(20, 60)
    player.tell("approve_recommendation", number=number, method="vote", **player.vote())
    right = player.typed_once("amended_right", text=drafted)
    player.tell("correct_recommendation", number=number, text=right, reason="as read out")


def _deferred(player: Player, number: int) -> None:
    player.tell("defer_recommendation", number=number, reason="consultations go on")
    player.wait(120, 240)
    code = player.one()
    player.tell("reserve_recommendation", number=number, delegation=code)
    player.wait(30, 60)
    player.tell("unreserve_recommendation", number=number, delegation=code)
    player.tell("approve_recommendation", number=number)


def _rejected(player: Player, number: int) -> None:
    player.tell("reject_recommendation", number=number)
    player.wait(20, 40)
    player.tell("reopen_recommendation", number=number, reason="the wrong number was read out")
    player.tell("withdraw_recommendation", number=number, delegation=player.one())


_DEALS = (_approved, _amended, _deferred, _rejected)
