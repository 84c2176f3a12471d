"""What a deed may do with the desk, and no more: what it has in hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.tones import Tone
from tipfloor.proceedings.errands import Forgotten, Kept, People
from tipfloor.proceedings.pending import Then
from tipfloor.proceedings.recorder import Heard
from tipfloor.proceedings.waiting import Waiting
from tipfloor.standing.outlook import Outlook
from tipfloor.store import Person
from tipfloor.words.narration import Narrator
from tipfloor.words.plain import plain

if TYPE_CHECKING:
    from tipfloor.desk.export_job import Order
    from tipfloor.desk.question import Question, View
    from tipfloor.proceedings.blacking import BlackedOut

Answer = TypeVar("Answer")


class Record(Protocol):
    """What deeds read of the record, and what they ask of it that is no act."""

    @property
    def where(self) -> str:
        """Where the record is."""

    @property
    def history(self) -> Sequence[Recorded]:
        """Every event in order, with those that are not on disk yet."""

    @property
    def waiting(self) -> Waiting:
        """What is not on disk yet, and since when."""

    @property
    def people(self) -> Mapping[str, Person]:
        """Whose names are kept apart from the log, by id."""

    def keep_person(self, made: Callable[[People], Person], heard: Heard[Kept]) -> None:
        """Keep a person as made of those kept by then."""

    def forget_person(self, person: str, heard: Heard[Forgotten]) -> None:
        """Erase a person for good."""

    def black_out(self, position: int, heard: Heard[BlackedOut]) -> None:
        """Black the typed text of a row out for good. Raises Refused."""

    def put_back(self, heard: Heard[None]) -> None:
        """Write a record that was deleted into its place again."""

    def go_on_broken(self) -> None:
        """Let acts be appended to a record of which a row is missing or was altered."""


class Hand(Protocol):
    """A meeting, and the ways of doing something about it."""

    @property
    def meeting(self) -> Meeting:
        """The meeting as decided, on which the next act is judged."""

    @property
    def record(self) -> Record:
        """The record behind the meeting."""

    @property
    def outlook(self) -> Outlook | None:
        """What is shown of the meeting, None before anything is."""

    @property
    def selected(self) -> Entry | None:
        """The entry selected on the list, where it still waits as the meeting is now."""

    @property
    def writing(self) -> str:
        """The name of the file that is being written, empty without one."""

    @property
    def last_written(self) -> Order | None:
        """The order of the file that was written last at this desk."""

    def now(self) -> Instant:
        """Return the instant of the deed: that of its key, however late the key was taken."""

    def tell(self, act: Act, at: Instant | None = None, then: Then | None = None) -> bool:
        """Tell the meeting an act, of now or of an instant past; True once it is decided.

        `then` follows when it is on disk.
        """

    def tell_each(self, acts: Sequence[Act]) -> None:
        """Tell several acts in order, each judged by itself."""

    def ask(
        self,
        question: Question[Answer],
        answered: Callable[[Answer], object],
        left: Callable[[], object] | None = None,
    ) -> None:
        """Ask a question; without an answer nothing happens but what `left` does."""

    def notice(self, words: str, tone: Tone, *, stays: bool = False) -> None:
        """Say something, until it is answered or a few seconds have passed, or with `stays`."""

    def show(self, view: View) -> None:
        """Show something until it is left."""

    def turn_ground(self) -> bool:
        """Change between light and dark screens; False where the terminal has no colours."""

    def turn_sound(self) -> str:
        """Switch the sound of this desk to the next, and return at which times it rings."""

    def select(self, by: int) -> None:
        """Move the selection on the list."""

    def do(self, name: str) -> None:
        """Do another deed as its key does it."""

    def write(self, order: Order) -> None:
        """Write a file of the record, and say how that ended; everything else goes on."""

    def leave(self, *, unless_typed: bool = False) -> None:
        """Leave the meeting; `unless_typed`, not where a character comes right behind the key."""


def named(hand: Hand, code: str) -> str:
    """Return a delegation's name, fit for a screen."""
    return plain(hand.meeting.plan.name_of(code))


def line(hand: Hand, position: int) -> str:
    """Return one line of the log in words."""
    history = hand.record.history
    return Narrator(history, hand.meeting).line(history[position - 1]).text
