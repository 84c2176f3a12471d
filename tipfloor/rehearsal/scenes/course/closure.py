"""The closing of the meeting, once too early."""

from __future__ import annotations

from tipfloor.core.elections.offices import election_of
from tipfloor.rehearsal.player import Player
from tipfloor.store import Person

OFFICER = ("Ottoline Farnhurst", "Minister of Rivers")
"""An invented person, with an office of their own."""


def play(player: Player) -> None:
    """Close the meeting; it is opened again for one word, closed for good, and its record named."""
    player.wait(20, 40)
    player.tell("close_meeting", insist=True)
    player.wait(10, 20)
    player.tell("reopen_meeting", reason="a delegation had asked for the floor")
    player.tell("take_note", text=player.typed("note_thanks"))
    player.wait(30, 60)
    player.tell("close_meeting", insist=True)
    player.wait(30, 60)
    series = player.meeting.plan.publication.series or "Ser.A"
    player.tell("state_publication", series=f"{series}/XIV")
    _name_an_officer(player)


def _name_an_officer(player: Player) -> None:
    """Who holds the first office of the meeting file is noted: shown by office, as they agreed."""
    office = player.meeting.plan.elections[0].code if player.meeting.plan.elections else ""
    result = election_of(player.meeting, office).result if office else None
    if result:
        person, at = f"p{player.chance.getrandbits(48):012x}", player.local_time(0)
        player.keep(Person(person, result.delegation, *OFFICER, "office", at, None))
        player.tell("name_officer", election=office, person=person)
