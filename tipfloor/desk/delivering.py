"""Delivering acts from the desk: refusals become notices or questions, nothing is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.desk.hand import Hand
from tipfloor.proceedings import TELL
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.proceedings.pending import Late, Then
from tipfloor.standing.outlook import Outlook
from tipfloor.words import say
from tipfloor.words.narration import Narrator
from tipfloor.words.plain import plain
from tipfloor.words.times import wall

RefusedAct = tuple[Act, Refused, Instant | None]
"""An act that was refused, why, and its own time where that is past."""

RETRY_EVERY = 1.0
"""Seconds between two attempts to save what the disk refused."""


class Front(Hand, Protocol):
    """A hand at something that shows what became of its acts."""

    def answered(self) -> None:
        """An act went through: the notice that stood before it is answered."""

    def refused(self) -> None:
        """An act was refused: what time had brought about before it is shown at once."""

    def take_back(self, words: str) -> None:
        """Take a notice away that is true no more, if it is still shown."""

    def mention(self, words: str) -> None:
        """Show what others did, unless something is shown that is to be answered."""


class Delivery:
    """The way of an act from the desk into the record."""

    def __init__(self, front: Front, proceedings: LiveProceedings) -> None:
        self._front = front
        self._proceedings = proceedings
        self._was_away = False
        self._alarmed = self._refused_late = False
        proceedings.on_late = self._late
        proceedings.on_others = self._others_did

    def tell(self, act: Act, at: Instant | None = None, then: Then | None = None) -> bool:
        """Tell an act, made now or at an instant past; True once it is decided.

        It is saved behind the screens, which show it then; `then` follows. A refusal that an
        answer can mend becomes a question.
        """
        refused: list[RefusedAct] = []
        self._tell_quietly(act, refused, at, then)
        self._show_refused(refused)
        return not refused

    def tell_each(self, acts: Sequence[Act]) -> None:
        """Tell acts in order; the refusals among them are shown together, questions one by one."""
        refused: list[RefusedAct] = []
        for act in acts:
            self._tell_quietly(act, refused)
        self._show_refused(refused)

    def say_how_saving_stands(self, outlook: Outlook) -> None:
        """Say once that what every screen had to say loudly is over, for as long as it is.

        It is over when nothing waits any more, not already when the disk takes writing again.
        """
        waiting = outlook.waiting
        alarmed = waiting.late or (self._alarmed and bool(waiting.acts))
        was_away, self._was_away = self._was_away, waiting.away or (self._was_away and alarmed)
        if waiting.slow:
            for key in ("desk.saved_again", "desk.answers_again"):
                self._front.take_back(say(key))
        if self._alarmed and not alarmed and not self._refused_late:
            key = "desk.answers_again" if was_away else "desk.saved_again"
            self._front.notice(say(key), "done")
        self._alarmed, self._refused_late = alarmed, self._refused_late and alarmed

    def _tell_quietly(
        self,
        act: Act,
        refused: list[RefusedAct],
        at: Instant | None = None,
        then: Then | None = None,
    ) -> None:
        """Tell an act, adding it to those refused where it is."""
        try:
            self._proceedings.tell(act, at, partial(self._saved, then))
            self._front.answered()
        except Refused as refusal:
            refused.append((act, refusal, at))
            self._front.refused()

    def _others_did(self, recorded: Sequence[Recorded]) -> None:
        """Say what another desk, or whoever has a name beside it, did last."""
        named = [item for item in recorded if item.told.by not in ("", TELL)]
        if not named:
            return
        last = next(item for item in named if item.told.act == named[-1].told.act)
        narrator = Narrator(self._proceedings.history, self._proceedings.meeting)
        by, act = plain(last.told.by), narrator.line(last).text
        self._front.mention(say("desk.others_did", by=by, act=act))

    def _late(self, late: Sequence[Late]) -> None:
        """Say which acts the newer meeting refuses, until that is seen.

        Nothing is asked: a question that opens by itself would take the keys of something else.
        """
        from tipfloor.desk.ways_out import explained  # of what is refused

        meeting = self._proceedings.meeting
        narrator, zone = Narrator(self._proceedings.history, meeting), meeting.plan.zone
        lines = [
            say(
                "desk.not_done",
                act=narrator.line(item.meant).text,
                time=wall(item.made, zone, seconds=True),
                why=explained(item.refused, meeting, self._proceedings.now()),
            )
            for item in late
        ]
        self._refused_late = True  # that the disk takes writing again would say too little
        self._front.notice("\n".join(lines), "refusal", stays=True)

    def _show_refused(self, refused: Sequence[RefusedAct]) -> None:
        """Ask for what an answer can mend, the first question on top; show the rest in a notice."""
        if not refused:
            return
        from tipfloor.desk.questions import question_for, standing
        from tipfloor.desk.ways_out import explained

        words: list[str] = []
        for act, found, at in reversed(refused):
            refusal = standing(act, found, self._front, at)
            ask = question_for(act, refusal, self._front)
            if ask is None:
                words.insert(
                    0, explained(refusal, self._proceedings.meeting, self._proceedings.now())
                )
            else:
                ask(partial(self.tell, at=at))
        if words:
            self._front.notice("\n".join(words), "refusal")

    def _saved(self, then: Then | None, recorded: Sequence[Recorded]) -> None:
        """Say what is to be known of an act that is on disk, and let follow what is to."""
        from tipfloor.core.course.resting import last_rest  # once something is on disk
        from tipfloor.desk.noticing import noticed

        for _, event, _ in recorded:
            plan = self._proceedings.meeting.plan
            if found := noticed(event, plan, self._proceedings.current):
                self._front.notice(*found)
        if rest := last_rest(recorded):
            from tipfloor.store.codes import code_of  # of a day that ends

            told = say("desk.code", code=code_of(rest.told.digest), position=rest.position)
            self._front.notice(told, "done", stays=True)
        if then is not None:
            then(recorded)
