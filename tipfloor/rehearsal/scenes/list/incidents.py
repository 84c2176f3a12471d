"""What befalls a session, each incident once: the acts that an ordinary remark never needs."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.rehearsal.player import Player
from tipfloor.rehearsal.scenes.orders.replies import point_of_order
from tipfloor.store import Person

NAMES = (
    "Ludovica Quenthwaite",
    "Osric Vandermolen",
    "Perpetua Illingworth-Sá",
    "Thaddeus Marrowby",
)
"""Invented people, of whom a rehearsal shows as much as each agreed to."""

Incident = Callable[[Player], None]


def slides_refused(player: Player) -> None:
    """A delegation asks for slides."""
    player.tell("refuse", delegation=player.one(), requested="slides")


def remote_refused(player: Player) -> None:
    """A delegation asks to speak from its capital."""
    player.tell("refuse", delegation=player.one(), requested="remote")


def joint_statement(player: Player) -> None:
    """One delegation asks for the floor on behalf of others."""
    waiting = {entry.delegation for entry in player.meeting.speakers().waiting}
    speaker, *others = player.some([c for c in player.present if c not in waiting], 4, 4) or [""]
    if others:
        player.tell("inscribe", delegation=speaker, on_behalf_of=others)
        player.tell("limit_entry", delegation=speaker, seconds=180)
        player.tell("inscribe", delegation=others[0])


def general_report(player: Player) -> None:
    """A general report is asked for outside its session, and the chair insists."""
    code = _not_waiting(player)
    player.tell("inscribe", delegation=code, general_report=True)
    player.tell("inscribe", delegation=code, general_report=True, insist=True)


def moved(player: Player) -> None:
    """The chair moves a delegation to the head of the list."""
    waiting = player.meeting.speakers().waiting
    if len(waiting) > 2:
        code = waiting[-1].delegation
        player.tell("move", delegation=code, position=1, reason="its minister has to leave")


def swapped(player: Player) -> None:
    """Two delegations change places."""
    waiting = player.meeting.speakers().waiting
    if len(waiting) > 3:
        player.tell("swap", delegation=waiting[1].delegation, other=waiting[3].delegation)


def ceded(player: Player) -> None:
    """A delegation gives its place to another."""
    waiting = player.meeting.speakers().waiting
    if len(waiting) > 2:
        player.tell("cede", delegation=waiting[2].delegation, to=_not_waiting(player))


def withdrawn_and_back(player: Player) -> None:
    """A delegation withdraws, and asks again later."""
    waiting = player.meeting.speakers().waiting
    if waiting:
        code = waiting[-1].delegation
        player.tell("withdraw", delegation=code)
        player.wait(20, 60)
        player.tell("inscribe", delegation=code, reason="it asks again")


def absent_twice(player: Player) -> None:
    """A delegation is called and absent, and absent again at the end of the list."""
    waiting = player.meeting.speakers().waiting
    if not waiting:
        return
    code = waiting[0].delegation
    player.tell("call")
    player.wait(10, 20)
    player.tell("absent")
    player.wait(5, 10)
    player.tell("absent", delegation=code)


def out_of_order(player: Player) -> None:
    """A delegation takes the floor before its turn."""
    waiting = player.meeting.speakers().waiting
    if len(waiting) > 2:
        reason = "at the invitation of the chair"
        player.tell("give_floor", delegation=waiting[-1].delegation, reason=reason)
        player.wait(70, 100)
        player.tell("end_remark", by="chair")


def in_writing(player: Player) -> None:
    """A statement is handed in and not read."""
    player.tell("submit_in_writing", delegation=_not_waiting(player))


def list_reopened(player: Player) -> None:
    """The list is closed, opened again, and takes one more name."""
    player.tell("close_list")
    player.wait(10, 30)
    player.tell("reopen_list", reason="two delegations came late")
    player.tell("inscribe", delegation=_not_waiting(player))


def limit_changed(player: Player) -> None:
    """The chair shortens the limit for the rest of the session."""
    player.tell("change_limit", seconds=90, reason="time presses", session=player.meeting.session)


def corrected(player: Player) -> None:
    """A remark was logged under the wrong delegation, and is corrected."""
    remarks = player.meeting.remarks
    if remarks:
        said = remarks[-1].entry.delegation
        player.tell(
            "correct",
            number=remarks[-1].number,
            delegation=player.one(said),
            reason="the nameplate was read wrongly",
        )


def undone(player: Player) -> None:
    """The wrong key: a withdrawal is undone at once."""
    waiting = player.meeting.speakers().waiting
    if waiting:
        player.tell("withdraw", delegation=waiting[0].delegation)
        player.wait(1, 3)
        player.tell("undo", reason="wrong line")


def suspended(player: Player) -> None:
    """A short suspension in mid-list."""
    player.tell("suspend", reason="consultations in the room")
    player.wait(300, 600)
    player.tell("resume_meeting")


def noted(player: Player) -> None:
    """A note for the secretariat."""
    player.tell("take_note", text=player.typed("note_interpretation"))


def left_the_meeting(player: Player) -> None:
    """A delegation leaves while its name waits."""
    in_the_chair = player.meeting.presiding.delegation
    waiting = [entry.delegation for entry in player.meeting.speakers().waiting]
    others = [code for code in waiting if code != in_the_chair]
    if len(others) > 1:
        player.tell("check_out", delegation=others[-1])


def failure(player: Player) -> None:
    """A microphone fails; the clock stands, and the remark begins anew."""
    player.wait(20, 40)
    player.tell("pause")
    player.wait(2, 4)
    player.tell("explain_pause", reason="microphone")
    player.wait(15, 40)
    player.tell("restart", reason="nothing was heard in the room")


def interpretation(player: Player) -> None:
    """Interpretation fails for a while; the speech goes on with what was left."""
    player.wait(20, 40)
    player.tell("pause", reason="interpretation")
    player.wait(15, 40)
    player.tell("resume")


def started_late(player: Player) -> None:
    """The clock was started late."""
    player.wait(4, 8)
    player.tell("back_date", seconds=3)


def reminded(player: Player) -> None:
    """The chair reminds the speaker of the topic."""
    player.wait(30, 50)
    player.tell("mark", mark="reminded_of_topic")


def discreet(player: Player) -> None:
    """A discreet clock for one remark, and an extension asked for."""
    player.tell("discreet")
    player.wait(60, 80)
    player.tell("extend")


def entered_by_hand(player: Player) -> None:
    """The laptop was restarted; what was said meanwhile is entered afterwards."""
    player.wait(100)
    player.tell(
        "enter_remark",
        delegation=player.one(),
        given_at=player.local_time(80),
        ended_at=player.local_time(20),
        reason="the laptop was restarted",
    )


def chair_speaks(player: Player) -> None:
    """The vice chair presides while the chair speaks for its country."""
    presiding = player.meeting.presiding
    if presiding.delegation is None:
        return
    player.tell(
        "change_presiding",
        office="vice_chair",
        delegation=player.one(presiding.delegation),
        reason="the chair speaks for its country",
    )
    player.wait(5, 10)
    reason = "in its national capacity"
    player.tell("give_floor", delegation=presiding.delegation, reason=reason)
    player.wait(60, 100)
    player.tell("end_remark")
    player.tell("change_presiding", office=presiding.office, delegation=presiding.delegation)


def named_speakers(player: Player) -> None:
    """Who spoke is noted for some remarks: shown by name, by office, withdrawn, or not at all."""
    at = player.local_time(0)
    consents = ((at, None), (at, None), (at, at), (None, None))
    levels = ("full_name", "office", "full_name", "delegation_only")
    heard = enumerate(player.meeting.remarks, start=1)
    for (number, remark), name, level, consent in zip(heard, NAMES, levels, consents, strict=False):
        code = remark.entry.delegation
        person = f"p{player.chance.getrandbits(48):012x}"
        player.keep(Person(person, code, name, f"Head of Delegation {number}", level, *consent))
        player.tell("name_speaker", person=person, number=number)


def late_arrival(player: Player) -> None:
    """A delegation comes late, and asks for the floor as it comes."""
    seated = [item.code for item in player.meeting.plan.delegations if item.state]
    late = next((code for code in seated if code not in player.meeting.checked_in), None)
    if late:
        player.tell("inscribe", delegation=late, away="arrived")


def _not_waiting(player: Player) -> str:
    """Return a delegation that neither waits in this session nor has spoken in it."""
    waiting = [entry.delegation for entry in player.meeting.speakers().waiting]
    heard = player.meeting.remarks_of(player.meeting.session or "")
    return player.one(*waiting, *(remark.entry.delegation for remark in heard))


LISTED: tuple[Incident, ...] = (
    slides_refused,
    joint_statement,
    moved,
    swapped,
    ceded,
    withdrawn_and_back,
    general_report,
    remote_refused,
    late_arrival,
)
"""What happens to the list before the first remark."""

BETWEEN: tuple[Incident, ...] = (
    absent_twice,
    out_of_order,
    in_writing,
    corrected,
    named_speakers,
    noted,
    undone,
    list_reopened,
    suspended,
    left_the_meeting,
    entered_by_hand,
    chair_speaks,
    limit_changed,
)
"""What happens between two remarks."""

SPEAKING: tuple[Incident, ...] = (
    started_late,
    point_of_order,
    interpretation,
    reminded,
    discreet,
    failure,
)
"""What happens while somebody speaks."""
