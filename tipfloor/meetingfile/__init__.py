"""The meeting file: reading it, saying what is wrong with it, starting one, comparing two."""

from tipfloor.meetingfile.differences import differences
from tipfloor.meetingfile.fault import Fault, FaultsFound
from tipfloor.meetingfile.first import write_first_plan
from tipfloor.meetingfile.reading import notes_of, read_plan
from tipfloor.meetingfile.summary import summary

__all__ = [
    "Fault",
    "FaultsFound",
    "differences",
    "notes_of",
    "read_plan",
    "summary",
    "write_first_plan",
]
