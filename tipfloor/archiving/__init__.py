"""The archive: a record, its plan and its exports in one file that can be checked years later."""

from tipfloor.archiving.checking import Finding, check
from tipfloor.archiving.making import Archive, make

__all__ = ["Archive", "Finding", "check", "make"]
