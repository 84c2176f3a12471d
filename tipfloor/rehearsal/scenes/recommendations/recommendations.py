"""The recommendations: drafted where the plan has none, then approved, amended and reserved."""

from __future__ import annotations

from tipfloor.rehearsal.player import Player

DRAFTS = (
    "Strengthen the exchange of information among national authorities.",
    "Train front-line officials in the identification of victims.",
    "Work with providers of technology to prevent recruitment online.",
    "Take displacement by disasters into account in national plans.",
    "Follow the proceeds of trafficking by financial investigation.",
    "Coordinate with authorities against other organized crime.",
    "Hold a technical meeting between two meetings of authorities.",
    "Invite observers to share their good practices.",
)
"""Invented texts, for a meeting whose file has no recommendations."""


def play(player: Player) -> None:
    """Draft what is missing, deal with some one by one, and adopt the rest as a block."""
    if not player.meeting.plan.recommendations:
        for place, text in enumerate(DRAFTS):
            player.wait(3, 8)
            player.tell("add_recommendation", text=text, regional_priority=place == 0)
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
    row = player.meeting.plan.row("recommendations", str(number))
    text = f"{getattr(row, 'text', '')} Report on it at the next meeting."
    player.tell("amend_recommendation", number=number, text=text, delegation=player.one())
    player.wait(20, 60)
    player.tell("approve_recommendation", number=number, method="vote", **player.vote())
    right = text.replace("next meeting", "next Meeting")
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
