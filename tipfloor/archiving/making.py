"""Making an archive: everything in it comes from one copy of the record, so it agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tipfloor import __version__
from tipfloor.archivefile import PLAN, README, RECORD, packed
from tipfloor.archiving.withholding import without_notes_and_reasons
from tipfloor.core.course.notes import NoteTaken
from tipfloor.export import Scope, described, take, written
from tipfloor.forms import FORMS
from tipfloor.meetingfile import FaultsFound
from tipfloor.meetingfile.reading import plan_of
from tipfloor.meetingfile.writing import toml_of
from tipfloor.proceedings import Proceedings
from tipfloor.store import Person
from tipfloor.store.chain import checked
from tipfloor.store.in_memory import InMemoryStore, copied
from tipfloor.store.opening import schema_of
from tipfloor.store.schema import VERSION
from tipfloor.words import say, speaking
from tipfloor.words.people import shown_as

FORMAT = 1
"""Of the archive itself, for programs that read it."""


QUERY = (
    "SELECT CASE act WHEN '' THEN position || char(10) || kind || char(10) || version || char(10)"
    " || body ELSE 'tipfloor 3' || char(10) || position || char(10) || act || char(10) || nth ||"
    " char(10) || by || char(10) || at || char(10) || kind || char(10) || version || char(10) ||"
    " seal END, digest FROM events ORDER BY position"
)
"""What gives, of each row, the text that its digest covers behind that of the row before."""

FORMER_QUERY = (
    "SELECT position || char(10) || kind || char(10) || version || char(10) || body, digest"
    " FROM events ORDER BY position"
)
"""The same in a record that was never written to since."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A finished archive: its bytes, the names of its parts, and the ids of whom it shows.

    `at` is when it was made; `position` and `digest` are those of its record then; `broken` is the
    first row of that which is missing or altered. `form` is public or internal; `is_former` says
    that the record has a former schema still.
    """

    form: str
    is_former: bool
    data: bytes
    parts: tuple[str, ...]
    people: tuple[str, ...]
    at: str
    position: int
    digest: str
    broken: int | None


def make(path: Path, *, internal: bool = False) -> Archive:
    """Make the archive of a record, which is only read.

    The public one leaves out the names that nobody agreed to show; with `internal` they stay, and
    the internal exports are in it too. Raises StoreFault.
    """
    whole = copied(path, list if internal else _agreed, exports=internal)
    record = whole if internal else without_notes_and_reasons(whole, Path(RECORD))
    query = QUERY if schema_of(record) > 2 else FORMER_QUERY
    with closing(InMemoryStore(record, Path(RECORD))) as store:
        held = checked(store.rows())
    with closing(Proceedings(InMemoryStore(whole, Path(RECORD)))) as proceedings:
        plan, filed = _plan(proceedings)
        typed = typed_texts(proceedings) if internal else {"notes": 0, "reasons": 0}
        exports = _exports(proceedings, internal, [path.resolve().parent, Path.cwd()])
        with speaking(proceedings.meeting.plan.meeting.language):
            face = say("archive.face_internal", **typed) if internal else say("archive.face")
            if internal:
                readme = say("archive.readme_internal", query=query)
            else:
                readme = say("archive.readme", query=query)
        parts = {README: f"{face}\n{readme}".encode(), RECORD: record, PLAN: plan, **exports}
        facts = {
            "archive": FORMAT,
            "tipfloor": __version__,
            "schema": schema_of(record),
            "form": "internal" if internal else "public",
            "meeting": proceedings.meeting.plan.meeting.title,
            "plan": "as filed" if filed else "in force",
            "record": {"position": held.number, "digest": held.digest, **typed},
            "made_of": {"position": proceedings.saved.position, "digest": proceedings.digest},
        }
        if proceedings.broken is not None:
            facts["broken_at"] = proceedings.broken
        people, broken = tuple(proceedings.people), proceedings.broken
        made_of = proceedings.noted_at(), proceedings.saved.position, proceedings.digest
    form, is_former = str(facts["form"]), schema_of(whole) < VERSION
    data = packed(parts, facts)
    return Archive(form, is_former, data, tuple(parts), people, *made_of, broken)


def typed_texts(proceedings: Proceedings) -> dict[str, int]:
    """Return how many notes and reasons the record of an archive holds, undone ones too."""
    events = [event for _, event, _ in proceedings.history]
    return {
        "notes": sum(isinstance(event, NoteTaken) for event in events),
        "reasons": sum(bool(getattr(event, "reason", None)) for event in events),
    }


def _agreed(people: Sequence[Person]) -> list[Person]:
    """Return the people who agreed to be shown, without the name where only the office may be."""
    return [
        person if person.shown == "full_name" else person._replace(name="")
        for person in people
        if shown_as(person)
    ]


def _plan(proceedings: Proceedings) -> tuple[bytes, bool]:
    """Return the plan as a meeting file that is sound, and whether it is the one as filed.

    What the desk added while the meeting ran may be more than a meeting file can say.
    """
    in_force = toml_of(proceedings.meeting.plan)
    try:
        plan_of(in_force, PLAN)
    except FaultsFound:
        return toml_of(proceedings.meeting.filed_plan).encode("utf-8"), True
    return in_force.encode("utf-8"), False


def _exports(proceedings: Proceedings, internal: bool, folders: Sequence[Path]) -> dict[str, bytes]:
    """Return every export by the name of its part: in the folder of those for whom it is."""
    found: dict[str, bytes] = {}
    for scope in _scopes(internal):
        snapshot = take(proceedings, scope, folders)
        for name, form in FORMS.items():
            if form.archived and (form.internal or not snapshot.internal):
                part = f"record.{form.ending}"
                found[f"{scope.reader_of(name)}/{part}"] = written(snapshot, name)
                if (beside := described(snapshot, name, part)) is not None:
                    found[f"{scope.reader_of(name)}/{part}{form.beside}"] = beside
    return found


def _scopes(internal: bool) -> Iterator[Scope]:
    yield Scope()
    if internal:
        yield Scope(internal=True)
