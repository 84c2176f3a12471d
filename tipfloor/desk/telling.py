"""Telling acts from the desk: refusals become notices or questions, nothing is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tipfloor.core.act import Act
from tipfloor.core.clock import Instant
from tipfloor.core.event import Recorded
from tipfloor.core.inscription import Inscribed
from tipfloor.core.refusal import Refused
from tipfloor.core.refusals import RequestRefused
from tipfloor.desk.questions import Ask, question_for
from tipfloor.proceedings import Proceedings
from tipfloor.store import StoreFault
from tipfloor.words import say
from tipfloor.words.refusing import explain, refused_request

if TYPE_CHECKING:
    from tipfloor.desk.app import DeskApp

RETRY_EVERY = 1.0
"""Seconds between two attempts to save what the disk refused."""


class Telling:
    """The way of an act from the desk into the record."""

    def __init__(self, app: DeskApp, proceedings: Proceedings) -> None:
        self._app = app
        self._proceedings = proceedings
        self._unsaved: list[tuple[Act, Instant]] = []

    def tell(self, act: Act, at: Instant | None = None) -> bool:
        """Tell an act, made now or at an instant past; True once it is on disk and on screen.

        A refusal that an answer can mend becomes a question; an act that the disk refuses waits,
        with its own time, until it can be saved.
        """
        made = at or self._proceedings.now()
        if self._unsaved:
            self._keep(act, made, say("desk.waits_behind"))
            return False
        try:
            recorded = self._proceedings.tell(act, at)
        except Refused as refused:
            self._refused(act, refused, at)
            return False
        except StoreFault as fault:
            self._keep(act, made, fault.detail)
            return False
        self._done(recorded)
        return True

    def tell_each(self, acts: Sequence[Act]) -> None:
        """Tell acts in order; the refusals among them are shown together, questions one by one."""
        refused: list[str] = []
        questions = [self._tell_quietly(act, refused) for act in acts]
        # Questions lie on one another: the one asked last is answered first.
        for ask in reversed(questions):
            if ask is not None:
                ask(self.tell)
        if refused:
            self._app.desk.notice("\n".join(refused), "refusal")

    def retry(self) -> None:
        """Try again to save what waits, in order, each act with the time at which it was made."""
        if not self._unsaved:
            return
        refused: list[tuple[Act, Instant, Refused]] = []
        while self._unsaved:
            act, at = self._unsaved[0]
            try:
                self._proceedings.tell(act, at)
            except StoreFault:
                break
            except Refused as refusal:
                refused.append((act, at, refusal))
            del self._unsaved[0]
            self._app.show_unsaved(len(self._unsaved))
        if not self._unsaved:
            self._app.desk.notice(say("desk.saved_again"), "done")
        self._app.refresh_outlook()
        for act, at, why in refused:
            self._refused(act, why, at)

    def _tell_quietly(self, act: Act, refused: list[str]) -> Ask | None:
        """Tell an act; return the question that could mend its refusal, else note the refusal."""
        if self._unsaved:
            self._keep(act, self._proceedings.now(), say("desk.waits_behind"))
            return None
        try:
            self._done(self._proceedings.tell(act))
        except Refused as refusal:
            ask = question_for(act, refusal, self._app.desk)
            if ask is None:
                refused.append(explain(refusal, self._proceedings.meeting.plan))
            return ask
        except StoreFault as fault:
            self._keep(act, self._proceedings.now(), fault.detail)
        return None

    def _refused(self, act: Act, refused: Refused, at: Instant | None = None) -> None:
        desk = self._app.desk
        self._app.refresh_outlook()
        ask = question_for(act, refused, desk)
        if ask is None:
            desk.notice(explain(refused, self._proceedings.meeting.plan), "refusal")
        else:
            ask(lambda mended: self.tell(mended, at))

    def _done(self, recorded: Sequence[Recorded]) -> None:
        self._app.refresh_outlook()
        self._app.desk.answered()
        for _, event in recorded:
            plan = self._proceedings.meeting.plan
            if isinstance(event, RequestRefused):
                self._app.desk.notice(refused_request(event, plan), "refusal")
            elif isinstance(event, Inscribed) and event.spoken_for_by:
                name, by = plan.name_of(event.delegation), plan.name_of(event.spoken_for_by)
                words = say("desk.spoken_for", delegation=name, by=by)
                self._app.desk.notice(words, "warning")

    def _keep(self, act: Act, at: Instant, detail: str) -> None:
        self._unsaved.append((act, at))
        self._app.show_unsaved(len(self._unsaved))
        self._app.desk.notice(say("desk.disk_refuses", detail=detail), "error", stays=True)
