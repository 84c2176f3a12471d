"""Telling acts from the desk: refusals become notices or questions, nothing is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tipfloor.core.course.moments import MomentBegan
from tipfloor.core.course.suspension import MeetingResumed
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.list.inscription import Inscribed
from tipfloor.core.list.requests import RequestRefused
from tipfloor.core.registration.quorum_watch import QuorumChanged
from tipfloor.desk.questions import question_for
from tipfloor.proceedings import Proceedings
from tipfloor.store import StoreFault
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.refusing import explain, refused_request
from tipfloor.words.whereabouts import whereabouts

if TYPE_CHECKING:
    from tipfloor.desk.app import DeskApp

RefusedAct = tuple[Act, Refused, Instant | None]
"""An act that was refused, why, and its own time where that is past."""

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
            self._app.refresh_outlook()
            self._show_refused([(act, refused, at)])
            return False
        except StoreFault as fault:
            self._keep(act, made, fault.detail)
            return False
        self._done(recorded)
        return True

    def tell_each(self, acts: Sequence[Act]) -> None:
        """Tell acts in order; the refusals among them are shown together, questions one by one."""
        refused: list[RefusedAct] = []
        for act in acts:
            self._tell_quietly(act, refused)
        self._show_refused(refused)

    def retry(self) -> None:
        """Try again to save what waits, in order, each act with the time at which it was made."""
        if not self._unsaved:
            return
        refused: list[RefusedAct] = []
        while self._unsaved:
            act, at = self._unsaved[0]
            try:
                self._proceedings.tell(act, at)
            except StoreFault:
                break
            except Refused as refusal:
                refused.append((act, refusal, at))
            del self._unsaved[0]
            self._app.show_unsaved(len(self._unsaved))
        if not self._unsaved:
            self._app.desk.notice(say("desk.saved_again"), "done")
        self._app.refresh_outlook()
        self._show_refused(refused)

    def _tell_quietly(self, act: Act, refused: list[RefusedAct]) -> None:
        """Tell an act, adding it to those refused where it is."""
        if self._unsaved:
            self._keep(act, self._proceedings.now(), say("desk.waits_behind"))
            return
        try:
            self._done(self._proceedings.tell(act))
        except Refused as refusal:
            refused.append((act, refusal, None))
        except StoreFault as fault:
            self._keep(act, self._proceedings.now(), fault.detail)

    def _show_refused(self, refused: Sequence[RefusedAct]) -> None:
        """Ask for what an answer can mend, the first question on top; show the rest in a notice."""
        words: list[str] = []
        for act, refusal, at in reversed(refused):
            ask = question_for(act, refusal, self._app.desk)
            if ask is None:
                words.insert(0, explain(refusal, self._proceedings.meeting.plan))
            else:
                ask(partial(self.tell, at=at))
        if words:
            self._app.desk.notice("\n".join(words), "refusal")

    def _done(self, recorded: Sequence[Recorded]) -> None:
        self._app.refresh_outlook()
        self._app.desk.answered()
        for _, event in recorded:
            plan = self._proceedings.meeting.plan
            if isinstance(event, RequestRefused):
                self._app.desk.notice(refused_request(event, plan), "refusal")
            elif isinstance(event, QuorumChanged) and not event.met:
                self._app.desk.notice(_lost(event), "warning")
            elif isinstance(event, MomentBegan) and event.needed is not None:
                facts = {"present": event.present, "needed": event.needed}
                self._app.desk.notice(say("desk.opened_without_quorum", **facts), "warning")
            elif isinstance(event, Inscribed) and event.spoken_for_by:
                name, by = plan.name_of(event.delegation), plan.name_of(event.spoken_for_by)
                words = say("desk.spoken_for", delegation=name, by=by)
                self._app.desk.notice(words, "warning")
            elif isinstance(event, Inscribed) and event.asked_too:
                names = ", ".join(plan.name_of(code) for code in event.asked_too)
                self._app.desk.notice(say("desk.asked_too", names=plain(names)), "warning")
            elif isinstance(event, MeetingResumed):
                meeting, now = self._proceedings.current()
                self._app.desk.notice(whereabouts(meeting, now), "done")

    def _keep(self, act: Act, at: Instant, detail: str) -> None:
        self._unsaved.append((act, at))
        self._app.show_unsaved(len(self._unsaved))
        self._app.desk.notice(say("desk.disk_refuses", detail=detail), "error", stays=True)


def _lost(event: QuorumChanged) -> str:
    facts = {"present": event.present, "base": event.base, "needed": event.needed}
    return say(f"desk.quorum_lost_{event.purpose}", **facts)
