"""Texts by language in a meeting file: read, told, lacking, at fault, and written again."""

from pathlib import Path

import pytest

from tests.helpers.hand_clock import HandClock
from tipfloor.core.course.convening import MeetingConvened
from tipfloor.core.documents.amending import ProposeAmendment
from tipfloor.core.state.spoken import spoken
from tipfloor.meetingfile import FaultsFound, differences
from tipfloor.meetingfile.reading import notes_of, plan_of, read_plan
from tipfloor.meetingfile.writing import toml_of

FILE = Path(__file__).parents[2] / "sessions.toml"

COUNCIL = """
[meeting]
title = { fr = "Troisième session", en = "Third session" }
short_title = "Third"
body.en = "River Council"
body.fr = "Conseil du fleuve"
place = "Lyon"
time_zone = "Europe/Paris"
days = [2024-02-05]
languages = ["en", "fr"]
order_of_moments = ["debate"]

[[moments]]
code = "debate"
kind = "plenary_sessions"
title.fr = "Débat"

[[delegations]]
code = "CHE"
name = { en = "Switzerland", fr = "Suisse" }

[[delegations]]
code = "DEU"
name = { en = "Germany", fr = "Allemagne" }
"""


def test_a_text_is_told_in_each_language_that_has_it_and_in_the_first_elsewhere() -> None:
    plan = plan_of(COUNCIL, "council.toml")
    assert plan.languages == ("en", "fr")
    french = plan.spoken_in("fr")
    assert (plan.meeting.title, french.meeting.title) == ("Third session", "Troisième session")
    assert french.meeting.place == "Lyon"
    assert plan.moments[0].title == french.moments[0].title == "Débat"
    assert french.name_of("CHE") == "Suisse"
    assert french.spoken_in("en").meeting.title == "Third session"
    assert french.said["Third session"] == "Troisième session"


def test_what_a_language_lacks_is_a_note_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "council.toml"
    path.write_text(COUNCIL, encoding="utf-8")
    notes = notes_of(path, read_plan(path))
    assert [(note.line, note.path) for note in notes] == [
        (4, "meeting.short_title"),
        (7, "meeting.place"),
        (16, "moments[0].title"),
    ]
    assert "en" in notes[-1].expected


def test_the_seventh_meeting_lacks_nothing_in_its_four_languages() -> None:
    plan = read_plan(FILE)
    notes = notes_of(FILE, plan)
    assert plan.languages == ("en", "es", "pt", "fr")
    assert notes == []
    assert plan.spoken_in("pt").session("d") != plan.session("d")


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_a_plan_written_anew_says_the_same(language: str) -> None:
    plan = read_plan(FILE)
    again = plan_of(toml_of(plan), "again.toml")
    assert again == plan
    assert differences(plan, again) == ()
    assert again.spoken_in(language) == plan.spoken_in(language)


def test_a_changed_translation_is_named_by_its_path() -> None:
    plan = plan_of(COUNCIL, "council.toml")
    other = plan_of(COUNCIL.replace("Troisième", "Seconde"), "council.toml")
    assert differences(plan, other) == (
        'meeting.title.fr: recorded "Troisième session", in the file "Seconde session"',
    )


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('fr = "Troisième session"', "fr = 3", "meeting.title.fr"),
        ('fr = "Troisième session"', 'FR = "Troisième session"', "meeting.title.FR"),
        ('{ fr = "Troisième session", en = "Third session" }', "{}", "meeting.title"),
        ('short_title = "Third"', f'short_title.en = "{"x" * 61}"', "meeting.short_title.en"),
        ('place = "Lyon"', 'place = "Lyon"\ntranslations = {}', "meeting.translations"),
        ('["en", "fr"]', '["en", "fr", "en"]', "meeting.languages[2]"),
        ('["en", "fr"]', '["en", "fr"]\nlanguage = "fr"', "meeting.language"),
        ('["en", "fr"]', '["en", "french"]', "meeting.languages[1]"),
        ('fr = "Suisse" }', 'fr = "" }', "delegations[0].name.fr"),
        ('fr = "Suisse" }', 'fr = "Suisse" }\nforms.fr.OF = "x"', "delegations[0].forms.fr.OF"),
    ],
)
def test_a_slip_in_a_text_by_language_is_told_once(old: str, new: str, path: str) -> None:
    text = COUNCIL.replace(old, new)
    assert text != COUNCIL
    with pytest.raises(FaultsFound) as caught:
        plan_of(text, "council.toml")
    assert [fault.path for fault in caught.value.faults] == [path]


def test_a_document_and_its_amendment_are_told_in_a_language() -> None:
    now = HandClock().now()
    meeting = MeetingConvened(at=now, plan=plan_of(COUNCIL + DOCUMENT, "council.toml")).convene()
    act = ProposeAmendment(
        document="plan",
        delegation="CHE",
        reference="1",
        text="Shorter",
        translations={"fr": {"text": "Plus court"}},
    )
    for event in act.decide(meeting, now):
        meeting = event.apply(meeting)
    document = spoken(meeting, "fr").documents["plan"]
    assert (document.plan.title, document.amendments[0].text) == ("Plan de travail", "Plus court")
    assert spoken(meeting, "en") is meeting


DOCUMENT = """
[[documents]]
code = "plan"
moment = "debate"
title = { en = "Work plan", fr = "Plan de travail" }
symbol = "doc.1"
"""
