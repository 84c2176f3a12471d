"""A clock that the test sets by hand."""

from datetime import UTC, datetime, timedelta

from tipfloor.core.ground.instant import Instant


class HandClock:
    """A clock that stands still until it is moved; it begins at 11:00 in Washington."""

    def __init__(self) -> None:
        self._utc = datetime(2024, 2, 5, 16, 0, tzinfo=UTC)
        self._ticks = 5_000_000
        self._boots = 1

    def now(self) -> Instant:
        """Return the instant that the clock stands at."""
        return Instant(utc=self._utc, ticks=self._ticks, boot=f"boot-{self._boots}")

    def advance(self, milliseconds: int) -> None:
        """Let real time go by."""
        self._ticks += milliseconds
        self.jump_wall(milliseconds)

    def jump_wall(self, milliseconds: int) -> None:
        """Set the wall clock; no time goes by."""
        self._utc += timedelta(milliseconds=milliseconds)

    def jump_ticks(self, milliseconds: int) -> None:
        """Let the counter that nobody can set be off all at once, as after a standstill."""
        self._ticks += milliseconds

    def reboot(self, milliseconds: int = 0, *, same_name: bool = False) -> None:
        """Start the machine anew, which takes so long by its wall clock: the ticks begin again.

        With `same_name` the machine has no id for its starts.
        """
        self.jump_wall(milliseconds)
        self._ticks = 1000
        self._boots += not same_name
