"""The meeting file that a roster is for, before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tipfloor.listfile import ListFault, RowFault
from tipfloor.meetingfile import FaultsFound
from tipfloor.meetingfile.fault import plain
from tipfloor.meetingfile.reading import plan_of
from tipfloor.meetingfile.source import read_source
from tipfloor.meetingfile.syntax import parsed
from tipfloor.meetingfile.wording import first_language
from tipfloor.meetingfile.writing import with_delegations
from tipfloor.rosterfile.finding import Known
from tipfloor.rosterfile.roster import Roster

_OF_DELEGATION = re.compile(r"delegations\[(\d+)\]\.?(.*)")


@dataclass(frozen=True, slots=True)
class MeetingText:
    """A meeting file as text, what it knows of delegations, and when accreditations were due."""

    file: str
    text: str
    known: Known
    due: date | None
    crlf: bool


def meeting_of(path: Path) -> MeetingText:
    """Read a meeting file; one without any delegation yet is taken too. Raises FaultsFound."""
    file, (text, crlf) = plain(str(path)), read_source(path)
    try:
        plan = plan_of(text, file)
    except FaultsFound:
        data = parsed(text, file)
        if "delegations" in data:
            raise
        known = Known((), first_language(data))
        return MeetingText(file, text, known, None, crlf)
    known = Known(plan.delegations, plan.first_language)
    return MeetingText(file, text, known, plan.rules.accreditation_by, crlf)


def written_anew(meeting: MeetingText, roster: Roster) -> str:
    """Return the text of the meeting file with the delegations of a roster.

    Raises ListFault for what the checks of a meeting file refuse, by row where one is meant.
    """
    text = with_delegations(meeting.text, roster.delegations)
    try:
        plan_of(text, meeting.file)
    except FaultsFound as found:
        raise ListFault(_by_row(found, roster)) from None
    return text.replace("\n", "\r\n") if meeting.crlf else text


def _by_row(found: FaultsFound, roster: Roster) -> list[RowFault]:
    faults: list[RowFault] = []
    for fault in found.faults:
        of_one = _OF_DELEGATION.match(fault.path)
        code = roster.delegations[int(of_one[1])].code if of_one else ""
        if of_one and code in roster.rows:
            words = f"{code}: {of_one[2]}: {fault.expected}"
            faults.append(RowFault(roster.rows[code], words))
        else:
            faults.append(RowFault(0, str(fault)))
    return faults
