"""A bare Textual program: a table of 200 rows and a clock."""

from datetime import datetime

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Digits


class Bare(App[None]):
    """What any Textual program of this kind costs to open."""

    def compose(self) -> ComposeResult:
        """A clock above a table."""
        yield Digits(id="clock")
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fill the table and let the clock run."""
        table = self.query_one(DataTable)
        table.add_columns("place", "code", "name")
        table.add_rows((str(n), f"C{n:03}", f"Delegation {n:03}") for n in range(200))
        table.focus()
        self.tick()
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """Show the time of day."""
        self.query_one(Digits).update(f"{datetime.now().astimezone():%H:%M:%S}")


if __name__ == "__main__":
    Bare().run()
