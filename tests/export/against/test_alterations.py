"""Every alteration of a file is found, and named by its place."""

from __future__ import annotations

import json
import re
from contextlib import closing, suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export.against.conftest import (
    SEPARATOR,
    Beside,
    made,
    parts_of,
    played,
    replacing,
    with_part,
)
from tests.export.reading import FORMS, PLAIN
from tests.helpers.depth import examples
from tests.helpers.scopes import TIMES
from tipfloor.export import Chosen, Scope, Since, described, take, written
from tipfloor.export.against.checking import check
from tipfloor.export.against.finding import NotAnExport, found_in
from tipfloor.export.against.readable import READERS
from tipfloor.export.program import program
from tipfloor.store.sqlite import SqliteStore

SCOPES = [
    Scope(),
    Scope(reader="timekeeping"),
    Scope(times=True),
    Scope(since=Since(7, 0)),
    Scope(internal=True),
    Scope(language="es"),
    Scope(language="fr", internal=True),
    Scope(part=Chosen(sessions=("a",))),
    Scope(part=Chosen(sessions=("a", "b"), days=("2024-02-05",)), language="pt"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("scope", SCOPES)
def test_a_file_as_made_matches_whole(beside: Beside, form: Any, scope: Scope) -> None:
    data = made(take(beside.play.proceedings, scope), form)
    found = beside.check(data)
    assert (found.outcome, found.differences) == ("whole", ())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("internal", [False, True])
def test_a_file_made_during_a_remark_matches_whole_later(
    beside: Beside, form: Any, internal: bool
) -> None:
    """The instant as at which the file was made is carried by it."""
    assert beside.check(beside.files[form, internal]).outcome == "whole"


def places(beside: Beside, data: bytes) -> list[str]:
    found = beside.check(data)
    assert found.outcome == "differs"
    return [item.place for item in found.differences]


TABLE = {
    "a figure": (b"30.125,0.000", b"30.126,0.000", "2, speaking_seconds"),
    "a name": (b",Brazil,", b",Brasil,", "2, delegation"),
    "a mark": (b",speaker,,", b",speaker,late,", "2, marks"),
    "a column's title": (b"topic,", b"theme,", "1, topic"),
    "the form": (b'"form": "public"', b'"form": "internal"', "notes[0].form"),
    "the ends of its lines": (b"\r\n", b"\n", "1"),
    "the mark of its encoding": (b"\xef\xbb\xbf", b"", "1"),
}


@pytest.mark.parametrize("what", TABLE)
def test_an_alteration_of_a_table_is_named_by_row_and_column(beside: Beside, what: str) -> None:
    old, new, place = TABLE[what]
    assert places(beside, replacing(old, new)(beside.files["csv", False]))[0] == place


def test_rows_taken_out_doubled_or_put_in_another_order_are_found(beside: Beside) -> None:
    table, _, told = beside.files["csv", False].partition(SEPARATOR)
    head, *rows, end = table.split(b"\r\n")
    for altered in (rows[1:], [rows[0], *rows], rows[::-1], rows[:-1], [*rows, rows[0]]):
        assert places(beside, b"\r\n".join([head, *altered, end]) + SEPARATOR + told)


def test_a_column_taken_out_is_found(beside: Beside) -> None:
    table, _, told = beside.files["csv", False].partition(SEPARATOR)
    cut = b"\r\n".join(line.partition(b",")[2] for line in table.split(b"\r\n"))
    assert places(beside, cut + SEPARATOR + told) == [
        "1",
        "2",
        "3",
        "4",
    ]


MEMBERS: dict[str, tuple[Any, str]] = {
    "a figure": (
        lambda log: log["remarks"][1].update(speaking_seconds=1.5),
        "remarks[1].speaking_seconds",
    ),
    "a kind of figure": (
        lambda log: log["record"].update(events=float(log["record"]["events"])),
        "record.events",
    ),
    "a name": (lambda log: log["remarks"][0].update(delegation="Brasil"), "remarks[0].delegation"),
    "a note": (lambda log: log["notes"][0].update(text="another"), "notes[0].text"),
    "a row taken out": (lambda log: log["remarks"].pop(0), "remarks[0]"),
    "a row doubled": (lambda log: log["remarks"].insert(0, log["remarks"][0]), "remarks[1]"),
    "the order": (lambda log: log["remarks"].reverse(), "remarks[0].number"),
    "a list taken out": (lambda log: log.pop("refusals"), "refusals"),
    "a member more": (lambda log: log.update(more=1), "more"),
    "the language": (lambda log: log["meeting"].update(language="es"), "meeting.language"),
    "the limit": (
        lambda log: log["meeting"]["limits"].update(limit_seconds=90),
        "meeting.limits.limit_seconds",
    ),
    "a text of the log": (lambda log: log["log"][3].update(text="nothing"), "log[3].text"),
    "as at when": (
        lambda log: log.update(exported_at="2024-02-05T11:00:00.000-05:00"),
        "exported_at",
    ),
}


@pytest.mark.parametrize("what", MEMBERS)
def test_an_alteration_of_json_is_named_by_its_member(beside: Beside, what: str) -> None:
    change, place = MEMBERS[what]
    made = beside.files["json", True].decode()
    log = json.loads(made)
    change(log)
    assert place in places(beside, json.dumps(log, ensure_ascii=False).encode())


def test_another_layout_of_the_same_json_is_found(beside: Beside) -> None:
    log = json.loads(beside.files["json", False])
    assert beside.check(json.dumps(log).encode()).outcome == "differs"
    doubled = beside.files["json", False].replace(b"{\n", b'{\n  "form": "internal",\n', 1)
    assert places(beside, doubled)[0] == "meeting"


@pytest.mark.parametrize("internal", [False, True])
def test_every_line_of_the_text_that_is_altered_is_named(beside: Beside, internal: bool) -> None:
    lines = beside.files["text", internal].split(b"\n")
    for number, line in enumerate(lines[:-2]):
        if line.strip():
            altered = [*lines[:number], line.swapcase() + b".", *lines[number + 1 :]]
            assert places(beside, b"\n".join(altered)) == [str(number + 1)]
            assert places(beside, b"\n".join(lines[:number] + lines[number + 1 :]))


WORD = {
    "a name": ("word/document.xml", b"Brazil", b"Brasil"),
    "a figure": ("word/document.xml", b"0:30.1", b"0:31.1"),
    "a sign at the head": ("word/header1.xml", b"PROVISIONAL", b"FINAL"),
    "the title in the properties": ("docProps/core.xml", b"Rivers", b"Lakes"),
    "a style": ("word/styles.xml", b"1F3A5F", b"FF0000"),
    "the dates": ("docProps/core.xml", b"2024-02-05", b"2024-02-06"),
}


@pytest.mark.parametrize("what", WORD)
def test_an_alteration_of_a_document_is_named(beside: Beside, what: str) -> None:
    name, old, new = WORD[what]
    data = with_part(beside.files["docx", False], name, replacing(old, new))
    found = beside.check(data)
    assert found.outcome == "differs"
    (item,) = found.differences
    assert item.place.startswith(name)
    assert new.decode() in (item.in_file or "")
    assert old.decode() in (item.in_record or "")


def test_a_row_of_a_document_taken_out_doubled_or_moved_is_found(beside: Beside) -> None:
    data = beside.files["docx", False]
    rows = re.findall(rb"<w:tr>.*?</w:tr>", parts_of(data)["word/document.xml"])
    for old, new in (
        (rows[1], b""),
        (rows[1], rows[1] * 2),
        (rows[1] + rows[2], rows[2] + rows[1]),
    ):
        found = beside.check(with_part(data, "word/document.xml", replacing(old, new)))
        assert found.outcome == "differs"


WORKBOOK = {
    "a name": ("xl/sharedStrings.xml", b"<t>Brazil</t>", b"<t>Brasil</t>", "Remarks!D2"),
    "a column's title": ("xl/sharedStrings.xml", b">Speaking time<", b">Silence<", "Remarks!"),
    "a length": (
        "xl/worksheets/sheet2.xml",
        b"<v>0.000348668981481481",
        b"<v>0.00035",
        "Remarks!H2",
    ),
    "a number": ("xl/worksheets/sheet2.xml", b"<v>1</v>", b"<v>9</v>", "Remarks!"),
    "a chart": ("xl/charts/chart1.xml", b"2F5F8F", b"FF0000", "xl/charts/chart1.xml"),
    "a format": ("xl/styles.xml", b"[h]:mm:ss.000", b"[h]:mm", "xl/styles.xml"),
    "a sheet's name": ("xl/workbook.xml", b'name="Refusals"', b'name="Favours"', "xl/workbook.xml"),
    "a hidden sheet": (
        "xl/workbook.xml",
        b'name="Refusals"',
        b'state="hidden" name="Refusals"',
        "xl/workbook.xml",
    ),
    "who made it": (
        "docProps/core.xml",
        b"<dc:creator>",
        b"<dc:creator>Someone",
        "docProps/core.xml",
    ),
    "the position": (
        "docProps/custom.xml",
        b"record_position",
        b"record_place",
        "docProps/custom.xml",
    ),
}


@pytest.mark.parametrize("what", WORKBOOK)
def test_an_alteration_of_a_workbook_is_named(beside: Beside, what: str) -> None:
    name, old, new, place = WORKBOOK[what]
    found = places(beside, with_part(beside.files["xlsx", False], name, replacing(old, new)))
    assert found[0].startswith(place)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_part_added_taken_out_or_doubled_is_found(beside: Beside, form: Any) -> None:
    data = beside.files[form, False]
    parts = parts_of(data)
    last = list(parts)[-1]
    assert "macro.bin" in places(beside, with_more(data, "macro.bin", b"x"))
    with pytest.warns(UserWarning, match="Duplicate name"):
        doubled = with_more(data, last, b"x")
    assert last in places(beside, doubled)
    assert last in places(beside, without(data, last))


def with_more(data: bytes, name: str, part: bytes) -> bytes:
    target = BytesIO(data)
    with ZipFile(target, "a") as file:
        file.writestr(name, part)
    return target.getvalue()


def without(data: bytes, name: str) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as file:
        for other, part in parts_of(data).items():
            if other != name:
                file.writestr(other, part)
    return target.getvalue()


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_same_parts_packed_otherwise_match_and_it_is_said(beside: Beside, form: Any) -> None:
    found = beside.check(with_part(beside.files[form, False], "", lambda part: part) + b"")
    assert found.outcome in ("whole", "repacked")
    assert beside.check(without(beside.files[form, False], "nothing")).outcome == "repacked"


def test_an_alteration_of_a_pdf_is_named_by_page_or_object(beside: Beside) -> None:
    data = beside.files["pdf", False]
    title = replacing(b"/Title (Third Meeting", b"/Title (Fifth Meeting")(data)
    assert beside.check(title).outcome == "differs"
    streams = [found.start() for found in re.finditer(rb"stream\n", data)]
    named = set()
    for start in streams:
        altered = data[: start + 20] + bytes([data[start + 20] ^ 1]) + data[start + 21 :]
        found = beside.check(altered)
        assert found.outcome == "differs"
        named |= {item.kind for item in found.differences}
    assert named == {"page", "object"}
    assert beside.check(data + b"1 0 obj\n<</Type/Catalog>>\nendobj\n").outcome == "differs"


SEALED = {
    "another position": (rb"position=(\d+)", b"position=3"),
    "another part": (rb"sessions=;", b"sessions=a;"),
    "a part that is none": (rb"sessions=;", b"sessions=zzz;"),
    "another form": (rb"scope=timekeeping", b"scope=internal"),
    "another language": (rb"language=en", b"language=es"),
    "a language that is none": (rb"language=en", b"language=xx"),
    "another instant": (rb"at=2024-02-05", b"at=2024-02-06"),
    "another length": (rb"after=\d+", b"after=99999999999999"),
    "another digest": (rb"digest=[0-9a-f]", b"digest=g"),
    "another kind of file": (rb"form=\w+", b"form=zip"),
    "an instant that is none": (rb"at=2024-02-05", b"at=2024-13-45"),
}


@pytest.mark.parametrize("form", PLAIN)
@pytest.mark.parametrize("what", SEALED)
def test_an_altered_seal_never_matches(beside: Beside, form: Any, what: str) -> None:
    old, new = SEALED[what]
    found = beside.check(re.sub(old, new, beside.files[form, False]))
    assert found.outcome in ("other", "differs", "differs_figures", "digest"), found


@pytest.mark.parametrize("form", FORMS)
@given(drawn=st.data())
@settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
def test_no_single_byte_can_be_altered_unseen(beside: Beside, form: Any, drawn: Any) -> None:
    data = beside.files[form, True]
    place = drawn.draw(st.integers(0, len(data) - 1))
    by = drawn.draw(st.integers(1, 255))
    found = None
    with suppress(NotAnExport):
        found = beside.check(data[:place] + bytes([data[place] ^ by]) + data[place + 1 :])
    if found is None:
        return
    assert found.outcome != "whole"
    assert found.outcome != "repacked" or data.startswith(b"PK")


READ = [form for form in FORMS if form in READERS or form in ("csv", "json")]
"""The forms whose figures can be read where another program made the file."""


@pytest.mark.parametrize("form", [form for form in FORMS if form not in READ])
def test_of_another_program_a_form_that_is_not_read_has_its_digest_compared(
    beside: Beside, form: Any
) -> None:
    data = beside.files[form, False]
    worded = data.replace(b"Brazil", b"Brasil")
    found = beside.check(from_another_program(worded, form))
    assert found.outcome == "digest" or (found.outcome == "whole" and worded == data)
    assert found.compared == 0


def from_another_program(data: bytes, form: str) -> bytes:
    """Return a file that says that another program made it."""
    theirs = b"9.9.9+000000000000"

    def resealed(part: bytes) -> bytes:
        for seal in set(re.findall(rb"tipfloor=[^\s\",<]*;digest=[0-9a-f]{64}", part)):
            other = seal.replace(program().encode(), theirs)
            own = sha256(other).hexdigest()[:8].encode()
            part = re.sub(re.escape(seal) + rb";sum=[0-9a-f]{8}", other + b";sum=" + own, part)
        return part

    names = {"docx": "word/document.xml", "xlsx": "xl/sharedStrings.xml"}
    return with_part(data, names[form], resealed) if form in names else resealed(data)


@pytest.mark.parametrize("form", READ)
def test_of_another_program_the_figures_and_codes_are_compared(beside: Beside, form: Any) -> None:
    data = beside.files[form, False]
    parts = {"docx": "word/document.xml", "xlsx": "xl/sharedStrings.xml"}
    wording = replacing(b"Brazil", b"Brasil")
    worded = with_part(data, parts[form], wording) if form in parts else wording(data)
    found = beside.check(from_another_program(worded, form))
    assert (found.outcome, found.compared, found.made_by) == ("figures", 3, "9.9.9+000000000000")
    figures = {
        "csv": (b"30.125,0.000", b"31.125,0.000"),
        "json": (b"30.125", b"31.125"),
        "text": (b"30.125\xc2\xa0s", b"31.125\xc2\xa0s"),
        "docx": (b"0:30.1", b"0:31.1"),
        "xlsx": (b"<v>0.00034866898", b"<v>0.00035866898"),
    }
    change = replacing(*figures[form])
    sheet = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet2.xml"}
    altered = with_part(worded, sheet[form], change) if form in sheet else change(worded)
    found = beside.check(from_another_program(altered, form))
    assert found.outcome == "differs_figures"
    assert found.differences[0].place.partition(",")[0] == "1"


def _worded(data: bytes) -> bytes:
    return data.replace(b"Brazil", b"Brasil")


@pytest.mark.parametrize("internal", [False, True])
@pytest.mark.parametrize("form", READ)
def test_of_another_program_a_void_remark_is_no_difference(
    tmp_path: Path, form: Any, internal: bool
) -> None:
    """It keeps its number, which a table among the others has and no list of remarks."""
    play = played(tmp_path)
    play.act("undo", reason="the wrong one")
    play.act("give_floor")
    play.wait(5)
    data = written(take(play.proceedings, Scope(internal=True) if internal else TIMES), form)
    parts, wording = {"docx": "word/document.xml", "xlsx": "xl/sharedStrings.xml"}, _worded
    data = with_part(data, parts[form], wording) if form in parts else wording(data)
    snapshot = take(play.proceedings, Scope(internal=True) if internal else TIMES)
    beside = described(snapshot, form, "file")
    if beside is not None:
        told = from_another_program(beside, form)
        (tmp_path / "file-metadata.json").write_bytes(told)
    (tmp_path / "file").write_bytes(from_another_program(data, form))
    with closing(SqliteStore(play.path, read_only=True)) as store:
        positions = {row.digest: row.position for row in store.read()}
    found = check(tmp_path / "file", found_in(tmp_path / "file"), positions, take(play.proceedings))
    assert (found.outcome, found.differences) == ("figures", ())
    play.proceedings.close()


def test_of_another_program_a_pdf_has_but_its_digest(beside: Beside) -> None:
    data = beside.files["pdf", False].replace(b"/Title (Third", b"/Title (Fifth")
    found = beside.check(from_another_program(data, "pdf"))
    assert (found.outcome, found.made_by) == ("digest", "9.9.9+000000000000")
