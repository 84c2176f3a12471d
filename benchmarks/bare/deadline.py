"""A bare Textual program: 0.3 seconds after any key it paints the instant that it aimed at."""

import time

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """What any Textual program costs from a deadline to its paint."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("ready")

    def on_key(self, event: events.Key) -> None:
        """Aim at an instant a little away."""
        deadline = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000 + 300
        self.set_timer(0.3, lambda: self.query_one(Static).update(f"<{deadline}>"))


if __name__ == "__main__":
    Bare().run()
