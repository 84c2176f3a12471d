"""What an export is made from: the meeting and its record at one instant, and the scope asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.corrections.blacking import ARCHIVE, TextBlackedOut
from tipfloor.core.course.resting import is_coded
from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.document import documents
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import recommendations
from tipfloor.core.state.spoken import spoken
from tipfloor.export.inline import in_language
from tipfloor.export.narrowing import Chosen, check, narrowed
from tipfloor.export.program import program
from tipfloor.forms import FORMS, Public, Reader
from tipfloor.proceedings.beside import Beside
from tipfloor.store import Person
from tipfloor.store.codes import code_of
from tipfloor.words.offered import OFFERED


class Since(NamedTuple):
    """An earlier state of the record: its last row, and milliseconds since then."""

    position: int
    after: int


class Scope(Struct, frozen=True):
    """What a file is to hold: the public form or the internal one, and of which part.

    `language` is that of the words and of the delegations' names, the meeting's own where None.
    A public file is for the `reader` that its form is usually for, where None; `times` puts the
    times of the remarks into a publication. With `since` it says what has changed since a state.
    """

    internal: bool = False
    part: Chosen = Chosen()
    language: str | None = None
    reader: Public | None = None
    times: bool = False
    since: Since | None = None

    def reader_of(self, form: str) -> Reader:
        """Return for whom a file in one of `FORMS` is."""
        return "internal" if self.internal else self.reader or FORMS[form].reader


@dataclass(frozen=True)
class Snapshot:
    """The meeting at `now`, what time brought about included, and the record behind it.

    `meeting` holds the chosen part only, `whole` everything. `digest` is the last row's; `where`
    says where the record is; `people` are those whose names are kept apart from the log, by id;
    `program` names the one that makes the file.
    """

    meeting: Meeting
    now: Instant
    history: Sequence[Recorded]
    digest: str
    where: str
    people: Mapping[str, Person]
    whole: Meeting
    scope: Scope
    broken: int | None = None
    """The first row of the record that is missing or was altered, which every form says."""
    program: str = field(default_factory=program)
    folders: tuple[Path, ...] = ()
    """Where files lie that the meeting file names: a logo, a template."""

    @property
    def made_from(self) -> Instant:
        """The instant of the last row, which dates the file itself."""
        return self.history[-1].event.at

    @property
    def language(self) -> str:
        """The language of the words of a file and of the delegations' names."""
        return self.scope.language or self.meeting.plan.meeting.language

    @property
    def foreign(self) -> str:
        """The language in which the meeting's own texts are, empty where the file is in it."""
        first = self.whole.filed_plan.first_language
        return "" if first == self.language else first

    @cached_property
    def _translated(self) -> frozenset[str]:
        """The texts that were given in the language of the file, those of amendments among them."""
        amended = (
            *(made.translations for item in documents(self.whole) for made in item.amendments),
            *(made.translations for x in recommendations(self.whole) for made in x.amendments),
        )
        others = (text for told in amended for text in told.get(self.language, {}).values())
        return frozenset((*self.whole.plan.said.values(), *others))

    def own(self, text: str) -> str:
        """Return a text of the meeting, marked where it is in another language than the file."""
        return text if text in self._translated else in_language(text, self.foreign)

    def own_paragraphs(self, text: str) -> list[str]:
        """Return the paragraphs of a text of the meeting, each marked likewise."""
        language = "" if text in self._translated else self.foreign
        return [in_language(part.strip(), language) for part in text.splitlines() if part.strip()]

    def typed(self, text: str, told: str) -> str:
        """Return what is told of a typed text, marked likewise unless it was offered as a code."""
        return told if text in OFFERED else self.own(told)

    @property
    def rehearsal(self) -> bool:
        """Whether this is only a rehearsal, which every form says."""
        return self.meeting.rehearsal_speed is not None

    @property
    def internal(self) -> bool:
        """Whether this is the internal form; the public one has no notes and no reasons."""
        return self.scope.internal

    @property
    def form(self) -> Literal["public", "internal"]:
        """The name of the form, as machines read it."""
        return "internal" if self.internal else "public"

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The number of each remark in the whole log, from 1, by the remark's id."""
        return {remark.id: remark.number for remark in self.whole.all_remarks}

    @cached_property
    def codes(self) -> Mapping[Instant, str]:
        """The codes of the record at each adjournment and at the closure, by their instants."""
        told = (item for item in self.history if is_coded(item) and item.told.digest)
        return {item.event.at: code_of(item.told.digest) for item in told}

    @cached_property
    def sessions_of_remarks(self) -> Mapping[int, str | None]:
        """The session of each remark by the remark's id, None for one outside any session."""
        return {remark.id: remark.session for remark in self.whole.all_remarks}


def take(proceedings: Beside, scope: Scope | None = None, folders: Sequence[Path] = ()) -> Snapshot:
    """Take a snapshot of the meeting under way, of everything and public unless asked for else.

    What the meeting file names beside it is looked for in `folders`. Raises NotInMeeting.
    """
    saved, now = proceedings.saved, proceedings.now()
    history = _as_told(saved.history)
    # Reckoned from the last row, so that whoever has the file's own word of it can do so again.
    last = history[-1].event.at
    now = replace(last.plus(now.since(last)), utc=now.utc)
    if proceedings.meeting.closed_at is not None:
        now = last  # nothing goes on with time any more: each file of it is the same
    return snapshot_of(
        as_of(saved.meeting, now),
        now,
        history,
        scope=scope or Scope(),
        digest=history[-1].told.digest or saved.digest,
        where=proceedings.where,
        people=proceedings.people,
        broken=saved.broken,
        folders=tuple(folders),
    )


def _as_told(history: Sequence[Recorded]) -> tuple[Recorded, ...]:
    """Return a record as it was archived, without what its copy says of texts withheld from it."""
    end = len(history)
    while isinstance((last := history[end - 1]).event, TextBlackedOut) and last.told.by == ARCHIVE:
        end -= 1
    return tuple(history[:end])


def snapshot_of(
    meeting: Meeting, now: Instant, history: Sequence[Recorded], *, scope: Scope, **facts: Any
) -> Snapshot:
    """Return the snapshot of a whole meeting as it is at an instant. Raises NotInMeeting."""
    check(scope.part, meeting)
    if scope.language:
        meeting = spoken(meeting, scope.language)
    part = narrowed(meeting, scope.part)
    return Snapshot(part, now, history, whole=meeting, scope=scope, **facts)
