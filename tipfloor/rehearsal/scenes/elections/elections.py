"""The election of officers: most by acclamation, one by ballots, one opened again."""

from __future__ import annotations

from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.rehearsal.player import Player


def play(player: Player) -> None:
    """Hold every election that the plan has for the current moment."""
    planned = [row for row in player.meeting.plan.elections if row.moment == player.meeting.moment]
    for place, election in enumerate(planned):
        player.wait(20, 60)
        if place == 1:
            by_ballots(player, election)
        else:
            by_acclamation(player, election)
        if place == 2:
            opened_again(player, election)
    if len(planned) > 2:
        added(player)


def by_acclamation(player: Player, election: ElectionPlan) -> None:
    """One nominee, seconded and elected without a vote."""
    presiding = player.meeting.presiding.delegation
    nominee = presiding if presiding and election.presides == "chair" else player.one()
    proposer = player.one(nominee)
    player.tell("nominate", election=election.code, delegation=nominee, nominated_by=proposer)
    player.wait(8, 20)
    player.tell(
        "second",
        election=election.code,
        delegation=nominee,
        seconded_by=player.one(nominee, proposer),
    )
    if election.host_offer:
        player.wait(20, 40)
        offer = "in its capital, in the first half of the year"
        player.tell("offer_to_host", election=election.code, delegation=nominee, offer=offer)
    player.wait(10, 30)
    player.tell("acclaim", election=election.code)
    if election.host_offer:
        player.wait(10, 20)
        player.tell("accept_host_offer", election=election.code, delegation=nominee)


def by_ballots(player: Player, election: ElectionPlan) -> None:
    """Two candidates and a third who withdraws: a tie, then a second ballot."""
    one = player.one()
    two = player.one(one)
    three = player.one(one, two)
    for nominee in (one, two, three):
        player.wait(10, 25)
        player.tell(
            "nominate",
            election=election.code,
            delegation=nominee,
            nominated_by=player.one(nominee),
        )
    player.tell("withdraw_nomination", election=election.code, delegation=three)
    voters = len(player.states)
    half = (voters - 1) // 2
    player.wait(240, 420)
    rest = voters - 2 * half
    tie = (f"{one}={half}", f"{two}={half}")
    player.tell("ballot", election=election.code, ballots=tie, abstaining=rest - 1)
    player.wait(240, 420)
    result = (f"{one}={half + 2}", f"{two}={half - 3}")
    player.tell("ballot", election=election.code, ballots=result)
    player.wait(20, 40)
    reason = "a ballot paper had been put aside"
    player.tell("correct_ballot", election=election.code, invalid=1, reason=reason)


def opened_again(player: Player, election: ElectionPlan) -> None:
    """A result that was announced too early is opened again, and then confirmed."""
    player.wait(20, 40)
    player.tell("reopen_election", election=election.code, reason="a nomination had not been heard")
    by_acclamation(player, election)


def added(player: Player) -> None:
    """One more officer than planned is elected."""
    player.tell("add_election", election="second-vice-chair", title=player.typed("office"))
    found = player.meeting.plan.row("elections", "second-vice-chair")
    if isinstance(found, ElectionPlan):
        by_acclamation(player, found)
