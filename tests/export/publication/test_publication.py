"""The published record: what it has, what it never says, and the same in every document."""

from __future__ import annotations

import io
import re
import string
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from docx import Document
from msgspec import structs
from pypdf import PdfReader

from tests.export.reading import text_of
from tests.helpers.play import PLAN, Play
from tipfloor.export import Scope, Since, Snapshot, export, take, written
from tipfloor.export.materials import NoMaterial
from tipfloor.proceedings import Proceedings
from tipfloor.store import Person
from tipfloor.words import languages
from tipfloor.words.catalogues import catalogue

ROOT = Path(__file__).parents[3]
DOCUMENTS = ("text", "docx", "pdf", "html")

UNSAID = (
    *("export.refused", "export.not_heard", "export.mark_reminded_of_topic"),
    *("export.ended_time_limit", "export.why_absent", "statistics.have_not_spoken"),
    *("statistics.line_over", "statistics.totals_refusals_one"),
)
"""What no reader of a publication is told: who was refused, reminded, absent or over time."""

FACE: dict[str, Any] = {
    "publication": {
        "series": "RIV/Ser.A",
        "symbol": "RIV-III/doc.7/24",
        "distribution": "General",
        "original_language": "en",
        "issued_on": "2024-02-09",
        "sponsor": "Secretariat of Rivers",
        "paper": "letter",
    }
}


@pytest.fixture(scope="module")
def snapshot(whole_meeting: Proceedings) -> Snapshot:
    return take(whole_meeting)


@pytest.fixture(scope="module")
def text(snapshot: Snapshot) -> str:
    return " ".join(written(snapshot, "text").decode().split())


@pytest.mark.parametrize("form", DOCUMENTS)
def test_every_document_has_what_a_final_report_has(snapshot: Snapshot, form: str) -> None:
    told = " ".join(text_of(form, written(snapshot, form)).replace("\u00ad", "").split())
    for wanted in (
        "OEA/Ser.L",
        "RTP-VII/doc.10/24",
        "Original: English",
        "Presented by: Technical Secretariat",
        "Washington, D.C., February 5 and 6, 2024",
        "Sitting 1 was opened on Monday, February 5, 2024, at 8:20 a.m. and closed at",
        "In the chair: United States (pro tempore)",
        "Vice Chair of the Seventh Meeting: Mexico",
        "Remarks by the Delegations of",
        "Decisions in force",
        "Reservation by the Delegation of",
        "Annex I. Agenda and schedule",
        "Annex II. List of documents",
        "Annex III. List of participants",
    ):
        assert wanted in told, wanted


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("language", languages())
def test_no_publication_says_who_did_not_speak_or_was_over_time(
    snapshot: Snapshot, form: str, language: str
) -> None:
    scope = structs.replace(snapshot.scope, language=language, times=True)
    told = read(replace(snapshot, scope=scope), form)
    assert [word for word in unsaid(language) if word in told] == []


@pytest.mark.parametrize("language", languages())
def test_the_internal_record_says_it(snapshot: Snapshot, language: str) -> None:
    told = read(replace(snapshot, scope=Scope(internal=True, language=language)), "text")
    assert sum(word in told for word in unsaid(language)) > len(UNSAID) / 2


def read(snapshot: Snapshot, form: str) -> str:
    """Return a document and all that a file says of itself, on one line."""
    data = written(snapshot, form)
    about = [text_of(form, data)]
    if form == "docx":
        parts = ZipFile(io.BytesIO(data))
        about += [parts.read(name).decode() for name in parts.namelist() if "docProps" in name]
    elif form == "pdf":
        with pikepdf.open(io.BytesIO(data)) as file:
            about += [*map(str, file.docinfo.values()), file.Root.Metadata.read_bytes().decode()]
    return " ".join(" ".join(about).replace("\u00ad", "").split())


def unsaid(language: str) -> list[str]:
    """Return the longest piece of each text that is not told, without what it is of."""
    found = []
    for key in UNSAID:
        room, _, name = key.partition(".")
        parsed = string.Formatter().parse(catalogue(language, room)[name])
        longest = max((piece.strip(" .,:;()") for piece, *_ in parsed), key=len)
        found.append(" ".join(longest.split()))
    return found


def test_paragraphs_are_numbered_through_and_decisions_stand_once(
    snapshot: Snapshot, text: str
) -> None:
    lines = written(snapshot, "text").decode()
    numbers = [int(found) for found in re.findall(r"^(\d+)\. ", lines, re.MULTILINE)]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert len(numbers) > 30
    decisions = text.partition("Decisions in force")[2]
    assert decisions.count("The meeting adopted the Third Work Plan") == 1
    assert "superseded" not in text
    assert "no longer holds" not in text


def test_the_notes_of_a_word_document_are_footnotes(snapshot: Snapshot) -> None:
    parts = ZipFile(io.BytesIO(written(snapshot, "docx")))
    notes = parts.read("word/footnotes.xml").decode()
    marks = re.findall(
        r"<w:footnoteReference w:id=.(\d+)", parts.read("word/document.xml").decode()
    )
    assert marks == [str(number) for number in range(1, len(marks) + 1)]
    assert notes.count("<w:footnoteRef/>") == len(marks) > 2


def test_notes_on_one_paragraph_are_not_read_as_one_number(snapshot: Snapshot) -> None:
    parts = ZipFile(io.BytesIO(written(snapshot, "docx")))
    word = re.sub(r"<w:rPr>.*?</w:rPr>", "", parts.read("word/document.xml").decode())
    apart = '</w:r><w:r><w:t xml:space="preserve">, </w:t></w:r><w:r>'
    assert f'<w:footnoteReference w:id="1"/>{apart}<w:footnoteReference w:id="2"/>' in word
    assert re.search(r"1\.\s?1\s?,\s?2\s?,\s?3", read(snapshot, "pdf"))
    html = written(snapshot, "html").decode()
    assert "</sup><sup>, </sup><sup>" in html
    assert "</a></sup><sup><a" not in html


def test_a_word_document_has_nothing_of_the_library(snapshot: Snapshot) -> None:
    parts = ZipFile(io.BytesIO(written(snapshot, "docx")))
    every = b"".join(parts.read(name) for name in parts.namelist())
    for leftover in (
        b"python-docx",
        b"2013",
        b"Macintosh",
        b"Normal.dotm",
        b"ja-JP",
        b'w:val="14"',
    ):
        assert leftover not in every, leftover
    assert not [name for name in parts.namelist() if "customXml" in name or "thumbnail" in name]
    assert len(Document(io.BytesIO(written(snapshot, "docx"))).styles) < 40


def test_the_contents_have_pages_and_no_field_that_asks(snapshot: Snapshot) -> None:
    parts = ZipFile(io.BytesIO(written(snapshot, "docx")))
    body = parts.read("word/document.xml").decode()
    assert "TOC \\" not in body
    assert "updateFields" not in parts.read("word/settings.xml").decode()
    pages = [int(page) for page in re.findall(r"PAGEREF.*?<w:t>(\d+)</w:t>", body)]
    assert pages == sorted(pages)
    assert pages[0] == 3


def test_the_rows_of_a_pdf_have_heads_and_the_standard_is_kept(snapshot: Snapshot) -> None:
    scope = structs.replace(snapshot.scope, times=True)
    data = written(replace(snapshot, scope=scope), "pdf")
    with pikepdf.open(io.BytesIO(data)) as file:
        assert b"pdfuaid" in file.Root.Metadata.read_bytes()
        heads = [
            x for x in file.objects if isinstance(x, pikepdf.Dictionary) and x.get("/S") == "/TH"
        ]
        rows = [head for head in heads if "Row" in str(head.get("/A"))]
    assert len(rows) > 50


def test_a_passage_in_another_language_is_marked(tmp_path: Path) -> None:
    play = Play(tmp_path, PLAN, None)
    page = export(play.proceedings, "html", Scope(language="es")).decode()
    assert '<html lang="es">' in page
    assert '<span lang="en">Third Meeting on Rivers</span>' in page
    word = export(play.proceedings, "docx", Scope(language="es"))
    assert 'w:lang w:val="en"' in ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    play.proceedings.close()


def test_what_is_stated_stands_on_the_face_and_the_rest_leaves_no_hole(
    in_session: Callable[..., Play],
) -> None:
    face = export(in_session(FACE).proceedings, "text").decode().partition("Opening, sittings")[0]
    assert face == (
        "PROVISIONAL: the meeting is still under way.\n\nRIV/Ser.A\nRIV-III/doc.7/24\n"
        "February 9, 2024\nOriginal: English\nGeneral\n\nOrganization of Rivers\n\n"
        "Third Meeting on Rivers\nReport\nAsunción, February 5, 2024\n"
        "Presented by: Secretariat of Rivers\n"
        "As of Monday, February 5, 2024, at 11:00\u00a0a.m. (America/New_York)\n\n"
    )
    bare = export(in_session().proceedings, "text").decode().partition("Opening, sittings")[0]
    assert "\n\n\n" not in bare
    assert "None" not in bare


def test_a_corrigendum_says_what_changed_and_where(in_session: Callable[..., Play]) -> None:
    play = in_session()
    for code in ("BRA", "CHL"):
        play.act("inscribe", delegation=code)
        play.speak(60)
    before = Since(len(play.proceedings.history), 0)
    play.act("correct", number=2, delegation="URY", reason="a slip")
    told = " ".join(export(play.proceedings, "text", Scope(since=before)).decode().split())
    assert "Corrigendum" in told
    assert "For: Remarks by the Delegations of Brazil and Chile." in told
    assert "Read: Remarks by the Delegations of Brazil and Uruguay." in told
    stated = Since(len(play.proceedings.history), 0)
    play.act("state_publication", symbol="A/2")
    told = " ".join(export(play.proceedings, "text", Scope(since=stated)).decode().split())
    assert "Cover Add: A/2" in told
    assert "Delegations" not in told
    same = Since(len(play.proceedings.history), 0)
    assert "Nothing has changed." in export(play.proceedings, "text", Scope(since=same)).decode()


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_a_logo_beside_the_file_stands_on_the_face(
    in_session: Callable[..., Play], tmp_path: Path, form: str
) -> None:
    play = in_session({"publication": {"symbol": "X/1", "logo": "logo.svg"}})
    with pytest.raises(NoMaterial):
        export(play.proceedings, form, folders=[tmp_path])
    plain = export(play.proceedings, form)
    (tmp_path / "logo.svg").write_bytes(SVG)
    drawn = export(play.proceedings, form, folders=[tmp_path])
    assert len(drawn) > len(plain)
    if form == "docx":
        assert "word/media/image1.png" in ZipFile(io.BytesIO(drawn)).namelist()


def test_a_template_of_the_house_gives_the_styles(
    in_session: Callable[..., Play], tmp_path: Path
) -> None:
    house = Document()
    house.add_paragraph("text of the template")
    house.styles["Heading 1"].font.name = "House Sans"
    house.styles.element.remove(house.styles["Caption"].element)
    house.save(str(tmp_path / "house.docx"))
    play = in_session({"publication": {"template": "house.docx"}})
    made = Document(io.BytesIO(export(play.proceedings, "docx", folders=[tmp_path])))
    assert made.styles["Heading 1"].font.name == "House Sans"
    assert "text of the template" not in "\n".join(item.text for item in made.paragraphs)
    (tmp_path / "house.docx").write_bytes(b"no document")
    with pytest.raises(NoMaterial, match="no_template"):
        export(play.proceedings, "docx", folders=[tmp_path])


def test_who_holds_an_office_is_named_as_they_agreed(in_session: Callable[..., Play]) -> None:
    chair = {"code": "chair", "moment": "plenary", "title": "Chair of the Third Meeting"}
    play = in_session({"elections": [chair]})
    play.act("nominate", election="chair", delegation="BRA", nominated_by="CHL")
    play.act("acclaim", election="chair", insist=True)
    for number, name in ((1, "Aurelia Quintavale"), (2, "Osric Vandermolen")):
        person = Person(f"p{number:012x}", "BRA", name, "Minister", "full_name", "2024", None)
        play.proceedings.keep_person(person)
    said = export(play.proceedings, "text").decode()
    assert "Chair of the Third Meeting: Brazil\n" in said
    play.act("name_officer", election="chair", person=f"p{2:012x}")
    said = export(play.proceedings, "text").decode()
    assert "Chair of the Third Meeting: Brazil (Osric Vandermolen" in said


def test_sessions_stand_within_the_moment_that_they_belong_to(snapshot: Snapshot) -> None:
    assert "\n- IV. Introductory session\n  - " in written(snapshot, "text").decode()
    document = Document(io.BytesIO(written(snapshot, "docx")))
    styles = [made.style.name for made in document.paragraphs if made.style]
    assert styles.count("List Bullet 2") == len(snapshot.meeting.plan.sessions)
    [first] = [
        made for made in document.paragraphs if made.text == "I. Registration of participants"
    ]
    assert first.paragraph_format.keep_with_next


@pytest.mark.parametrize("filled", range(23, 30))
def test_no_heading_stays_behind_a_paragraph_whose_notes_go_to_the_next_page(
    in_session: Callable[..., Play], filled: int
) -> None:
    play = in_session({"documents": [DECIDED]})
    for _ in range(filled):
        play.act("begin_interlude", what="film")
        play.wait(60)
        play.act("end_interlude")
    play.act("adopt_document", document="plan", insist=True, reason="x")
    for code in ("BRA", "CHL", "JAM"):
        play.act("reserve", document="plan", delegation=code)
    data = export(play.proceedings, "pdf")
    assert b"pdfuaid" in data
    [page] = [
        text
        for text in (page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        if "Reservation by the Delegation of Brazil" in text
    ]
    assert "Decisions in force\nDocuments" in page


DECIDED = {
    "code": "plan",
    "symbol": "R/1",
    "title": "Plan of action for the rivers, lakes and wetlands of the region " * 3,
    "moment": "plenary",
}
"""A document whose decision takes several lines."""


IN_TWO = {"meeting": {**PLAN["meeting"], "languages": ["en", "es"]}, "documents": [DECIDED]}


def test_texts_typed_in_one_language_are_marked_and_translated_ones_are_not(
    in_session: Callable[..., Play],
) -> None:
    """The words of an amendment in the file's language are no passage in another one."""
    chair = {"code": "chair", "moment": "plenary", "title": "Chair", "host_offer": True}
    play = in_session({**IN_TWO, "elections": [chair]})
    words = {"text": "to report", "translations": {"es": {"text": "informar"}}}
    play.act("propose_amendment", document="plan", delegation="BRA", reference="line 4", **words)
    play.act(
        "settle_amendment", document="plan", number=1, outcome="adopted", insist=True, reason="x"
    )
    play.act("adopt_document", document="plan", insist=True, reason="x")
    play.act("nominate", election="chair", delegation="BRA", nominated_by="CHL")
    play.act("acclaim", election="chair", insist=True)
    play.act("offer_to_host", election="chair", delegation="BRA", offer="in spring")
    page = export(play.proceedings, "html", Scope(language="es")).decode()
    assert "informar." in page
    assert '"en">informar' not in page
    assert page.count('<span lang="en">line 4</span>') == 2
    assert '<span lang="en">in spring</span>' in page


def test_a_final_text_keeps_its_paragraphs_and_ends_with_a_stop(
    in_session: Callable[..., Play],
) -> None:
    play = in_session()
    play.act("add_recommendation", text="To meet:\n\n(a) in spring;  \n(b) in autumn")
    play.act("add_recommendation", text="To go on (“at once.”)")
    for number in (1, 2):
        play.act("approve_recommendation", number=number, insist=True, reason="x")
    told = export(play.proceedings, "text").decode()
    assert (
        "Recommendation 1: To meet:\n(a) in spring;\n(b) in autumn. Adopted by consensus.\n" in told
    )
    assert "To go on (“at once.”) Adopted" in told


def test_a_clock_that_was_set_back_is_told_beside_the_times(
    in_session: Callable[..., Play],
) -> None:
    play = in_session()
    for code in ("BRA", "CHL"):
        play.act("inscribe", delegation=code)
    play.act("give_floor")
    play.wait(30)
    play.clock.jump_wall(-3_600_000)
    play.act("end_remark")
    play.speak(20)
    told = export(play.proceedings, "text", Scope(times=True)).decode().partition("Annex")[2]
    assert "Brazil (clock went back)" in told
    assert "Chile (" not in told


def test_the_code_of_the_record_stands_on_a_line_of_its_own(snapshot: Snapshot) -> None:
    told = written(snapshot, "text").decode().splitlines()
    assert (
        len([line for line in told if re.fullmatch("Code of the record: [A-Z0-9-]{19}", line)]) == 2
    )
