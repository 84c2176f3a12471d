"""The meeting under way: acts go in, events come out, other writers are followed.

This is the only place where an act meets the clock and the record.

Proceedings       tells each act at once and returns when it is on disk: the commands
LiveProceedings   decides at once and lets a thread of its own save behind: what has a screen,
                  which alone imports it (`live.py`)
"""

from tipfloor.proceedings.convened import clock_of, convening
from tipfloor.proceedings.telling import TELL, Proceedings
from tipfloor.proceedings.view import View
from tipfloor.proceedings.waiting import Waiting
from tipfloor.reading import RecordDamaged

__all__ = [
    "TELL",
    "Proceedings",
    "RecordDamaged",
    "View",
    "Waiting",
    "clock_of",
    "convening",
]
