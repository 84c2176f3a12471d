"""A bare Textual program: big digits that change once a second."""

from datetime import datetime

from textual.app import App, ComposeResult
from textual.widgets import Digits


class Bare(App[None]):
    """What any Textual program with a clock costs while it runs."""

    def compose(self) -> ComposeResult:
        """A clock."""
        yield Digits()

    def on_mount(self) -> None:
        """Let it run."""
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """Show the time of day."""
        self.query_one(Digits).update(f"{datetime.now().astimezone():%H:%M:%S}")


if __name__ == "__main__":
    Bare().run()
