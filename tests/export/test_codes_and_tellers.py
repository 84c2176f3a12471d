"""What files show of the rows: codes for the minutes; who told an act, in internal ones alone."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import closing
from typing import Any

import pytest

from tests.export.conftest import Convene
from tests.export.reading import FORMS
from tests.helpers.play import Play
from tipfloor.archiving import make
from tipfloor.core.rooms import ACTS
from tipfloor.export import Scope, export
from tipfloor.proceedings import Proceedings
from tipfloor.store.codes import code_of
from tipfloor.store.sqlite import SqliteStore

TELLER = "Quorndon lectern"


@pytest.fixture
def ended(convene: Convene) -> Play:
    """A meeting that was adjourned, went on, and was closed; a desk with a name told of it."""
    play = convene()
    play.act("next_moment")
    play.act("open_session")
    with closing(Proceedings(SqliteStore(play.path), play.clock, TELLER)) as named:
        for kind in ("adjourn", "resume_meeting", "close_meeting"):
            play.wait(60)
            act = {"kind": kind, "insist": True, "reason": "as agreed"}
            known = {name: act[name] for name in act if name in ACTS[kind].__struct_fields__}
            named.tell(ACTS[kind].model_validate(known))
    play.proceedings.follow()
    return play


def codes(play: Play) -> list[str]:
    kinds = ("meeting_adjourned", "meeting_closed")
    history = play.proceedings.history
    return [code_of(item.told.digest) for item in history if item.event.kind in kinds]


def text_of(data: bytes) -> str:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "\n".join(
                parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
            )
    return data.decode("utf-8", "replace")


@pytest.mark.parametrize("form", ["text", "docx", "json"])
@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_the_minutes_have_the_code_of_each_rest(ended: Play, form: Any, language: Any) -> None:
    told = text_of(export(ended.proceedings, form, Scope(language=language)))
    assert len(codes(ended)) == 2
    for code in codes(ended):
        assert told.count(code) == 1


def test_programs_read_them_beside_their_times(ended: Play) -> None:
    told = json.loads(export(ended.proceedings, "json"))
    [stop] = [stop for sitting in told["sittings"] for stop in sitting["suspensions"]]
    assert [stop["code"], told["code"]] == codes(ended)


@pytest.mark.parametrize("form", FORMS)
def test_no_public_file_says_who_told_an_act(ended: Play, form: Any) -> None:
    assert TELLER not in text_of(export(ended.proceedings, form))


@pytest.mark.parametrize("form", ["json", "xlsx"])
def test_the_internal_log_says_who_told_an_act(ended: Play, form: Any) -> None:
    assert TELLER in text_of(export(ended.proceedings, form, Scope(internal=True)))


def test_of_a_public_archive_the_record_alone_says_who_told_an_act(ended: Play) -> None:
    """Its chain runs over that."""
    ended.proceedings.close()
    with zipfile.ZipFile(io.BytesIO(make(ended.path).data)) as parts:
        told = [name for name in parts.namelist() if TELLER in text_of(parts.read(name))]
    assert told == ["record.sqlite"]
