"""Registration: delegations arrive one by one, most of them before the opening."""

from __future__ import annotations

from datetime import timedelta

from tipfloor.rehearsal.player import Player

ABSENT = 0.09
"""The share of the roster that does not come."""


def play(player: Player) -> None:
    """Check the delegations in, as they come; one is put right, one is admitted at the door."""
    plan = player.meeting.plan
    roster = [item.code for item in plan.delegations]
    presiding = plan.presiding.delegation
    player.chance.shuffle(roster)
    coming = [code for code in roster if code != presiding][round(len(roster) * ABSENT) :]
    for code in ([presiding] if presiding else []) + coming:
        player.wait(20, 100)
        player.tell("check_in", delegation=code, **_papers(player))
    if coming:
        player.tell("amend_check_in", delegation=coming[0], capacity="designated_delegate")
        player.tell("check_out", delegation=coming[-1])
        player.wait(60, 120)
        player.tell("check_in_all", delegations=coming[-1:])
    free = next(code for code in ("OBS", "ZZO", "ZZP") if plan.delegation(code) is None)
    player.wait(30, 90)
    player.tell(
        "admit", delegation=free, name=player.typed("observer"), reason="its letter came by hand"
    )


def _papers(player: Player) -> dict[str, object]:
    """Return the capacity of a delegation's head, and when it was accredited."""
    delegate = player.chance.random() < 0.3
    capacity = "designated_delegate" if delegate else "national_authority"
    by = player.meeting.plan.rules.accreditation_by
    if by is None:
        return {"capacity": capacity}
    received = by + timedelta(days=player.chance.randint(-20, 3))
    return {"capacity": capacity, "accredited_on": received}
