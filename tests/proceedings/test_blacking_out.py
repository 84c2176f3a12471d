"""Typed texts blacked out of whole meetings: the fold goes on, and every figure stays."""

import json
import typing
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import asdict, fields

from tests.helpers.desk import Desk
from tipfloor.core.corrections.blacking import TextBlackedOut
from tipfloor.core.ground.event import decode, encode
from tipfloor.core.ground.typed import BLACK, TYPED, WHOLE_PLANS, body_left, texts_in
from tipfloor.core.plan.translations import IN_OTHERS
from tipfloor.core.rooms import EVENTS
from tipfloor.export import export, take
from tipfloor.export.rows import rows
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings
from tipfloor.proceedings.blacking import NothingTyped
from tipfloor.rehearsal import rehearse
from tipfloor.store.chain import BLACKED_OUT, first_bad_position
from tipfloor.store.sqlite import SqliteStore

Session = Callable[..., Desk]
SESSIONS = Path(__file__).parents[2] / "sessions.toml"

CODES = {
    *("address", "boot", "capacity", "code", "code2", "day", "delegation", "document", "election"),
    *("gender", "kind", "languages", "left", "majority", "mark", "moment", "nominated_by", "note"),
    *("on_behalf_of", "order", "other", "outcome", "person", "purpose", "remaining", "remark_kind"),
    *("resumes", "rule", "seconded_by", "session", "spoken_for_by", "to", "asked_too", "election"),
    *("before", "left_open", "votes", "requested", "line", "stopped", "elected", "noted", "flag"),
}
"""Fields that hold codes, figures by code, times of day or an image: nothing typed freely."""


def text_fields(model: type[Struct]) -> set[str]:
    """Return the fields of a model, and of those within it, that may hold a text."""
    found: set[str] = set()
    for field in fields(model):
        name, kinds = field.name, [field.type]
        if name == IN_OTHERS:  # by language, then by the field of each text
            found |= {*getattr(model, "worded")}  # noqa: B009 - of those that have it
            continue
        while kinds:
            kind = kinds.pop()
            if isinstance(kind, type) and issubclass(kind, Struct):
                found |= {name} if name in TYPED else text_fields(kind)
            elif kind is str:
                found.add(name)
            elif typing.get_origin(kind) is not typing.Literal:
                kinds += typing.get_args(kind)
    return found


@pytest.mark.parametrize("kind", sorted(set(EVENTS) - WHOLE_PLANS))
def test_every_field_with_a_text_is_known_as_typed_or_as_a_code(kind: str) -> None:
    """A new one would stand in the record for good, whatever `seal` says."""
    assert text_fields(EVENTS[kind]) - TYPED - CODES == set()


def test_the_kind_is_the_one_that_the_chain_knows() -> None:
    assert EVENTS[BLACKED_OUT] is TextBlackedOut


def test_a_whole_meeting_without_a_typed_text_has_the_same_figures(tmp_path: Path) -> None:
    path = tmp_path / "rehearsal"
    assert rehearse(read_plan(SESSIONS), path, seed=3)
    with closing(Proceedings(SqliteStore(path))) as proceedings:
        before = [figures(row) for row in rows(take(proceedings))]
        with closing(SqliteStore(path)) as store:
            typed = [row for row in store.rows() if body_left(row.kind, row.body)]
        assert len(typed) > 50
        for row in typed[::7]:
            proceedings.black_out(row.position)
        assert [figures(row) for row in rows(take(proceedings))] == before
        export(proceedings, "json")
    with closing(SqliteStore(path)) as store, closing(Proceedings(store)) as again:
        assert [figures(row) for row in rows(take(again))] == before
        every = [*store.rows()]
        assert first_bad_position(every) is None
        for row in typed[::7]:
            assert texts_in(row.kind, every[row.position - 1].body) == []


def figures(row: Any) -> dict[str, Any]:
    found = asdict(row)
    names = [name for name in found if name.endswith(("_at", "_seconds", "_code"))]
    return {name: found[name] for name in ("number", "day", "replies_to", *names)}


def test_every_kind_of_body_is_read_without_its_texts(tmp_path: Path) -> None:
    path = tmp_path / "rehearsal"
    assert rehearse(read_plan(SESSIONS), path, seed=5)
    with closing(SqliteStore(path)) as store:
        for row in store.rows():
            left = body_left(row.kind, row.body)
            if left is not None:
                assert BLACK in encode(decode(row.kind, row.version, left))
                assert set(json.loads(left)) == set(json.loads(row.body))


def test_another_desk_loses_the_text_too(session: Session) -> None:
    desk = session("CHL")
    other = desk.another()
    desk.tell("take_note", text="Quenthwaite spoke")
    other.tell("suspend", reason="Quenthwaite asked")
    desk.proceedings.follow()
    for position in (5, 6):
        desk.proceedings.black_out(position)
    assert other.proceedings.follow()
    told = " ".join(encode(item.event) for item in other.proceedings.history)
    assert ("Quenthwaite" in told, BLACK in told) == (False, True)
    assert other.proceedings.meeting == desk.proceedings.meeting
    with pytest.raises(NothingTyped, match="done_before"):
        other.proceedings.black_out(5)
