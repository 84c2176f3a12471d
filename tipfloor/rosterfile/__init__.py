"""An accreditation list, in CSV or Excel's form, as the delegations of a meeting file."""

from tipfloor.rosterfile.finding import Known
from tipfloor.rosterfile.meeting import MeetingText, meeting_of, written_anew
from tipfloor.rosterfile.roster import Roster, Told, read_roster
from tipfloor.rosterfile.stating import Agreed

__all__ = [
    "Agreed",
    "Known",
    "MeetingText",
    "Roster",
    "Told",
    "meeting_of",
    "read_roster",
    "written_anew",
]
