"""A bare Textual program: every key changes a line of text."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """What any Textual program costs from a key to its paint."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("ready")

    def on_key(self, event: events.Key) -> None:
        """Count the key."""
        self.pressed += 1
        self.query_one(Static).update(f"<{self.pressed}>")


if __name__ == "__main__":
    Bare().run()
