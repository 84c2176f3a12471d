"""What hinders a record: whether it can be read and written just now, and since when not."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.ground.instant import Instant
from tipfloor.stopwatch import stopwatch
from tipfloor.store import Away, StoreFault, Unanswered


class Hindrance:
    """What the last reading and the last writing met; `now` tells the meeting's time."""

    def __init__(self, now: Callable[[], Instant]) -> None:
        self._now = now
        self._unread: StoreFault | None = None
        self._unwritten: StoreFault | None = None
        self.silent: Instant | None = None
        """Since when the record does not answer, None while it does."""
        self.blind: list[float] = []
        """The seconds of the stopwatch since which it cannot be read, none while it can."""

    @property
    def fault(self) -> StoreFault | None:
        """Why the record cannot be read or written just now."""
        return self._unread or self._unwritten

    @property
    def is_unread(self) -> bool:
        """Whether the record could not be read when it was last tried."""
        return self._unread is not None

    @property
    def is_away(self) -> bool:
        """Whether the database does not answer."""
        return isinstance(self.fault, Away | Unanswered)

    def reading(self, fault: StoreFault | None) -> None:
        """Note that the record could not be read, or that it was."""
        self._unread = fault
        self.blind = [] if fault is None else self.blind or [stopwatch()]
        self._note_silence(fault or self._unwritten)

    def writing(self, fault: StoreFault | None) -> None:
        """Note that the record could not be written, or that it was."""
        self._unwritten = fault
        self._note_silence(fault or self._unread)

    def _note_silence(self, fault: StoreFault | None) -> None:
        self.silent = None if fault is None else self.silent or self._now()
