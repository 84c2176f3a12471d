"""Depth and number without end, in every file from outside: a sentence, soon, in little memory."""

import io
import os
import sys
import zipfile

import pytest

from tests.helpers.forking import forked

SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(cells: str, before: str = "") -> bytes:
    """Return a workbook whose one sheet has this XML between its tags."""
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{SHEET_TYPE}.{kind}+xml"/>'
        for part, kind in (("workbook.xml", "sheet.main"), ("worksheets/s.xml", "worksheet"))
    )
    relations = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": f'{relations} Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook {SPREADSHEET} xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{relations} Type="{OFFICE}/worksheet" '
        'Target="worksheets/s.xml"/></Relationships>',
        "xl/worksheets/s.xml": f"{before}<worksheet {SPREADSHEET}>"
        f"<sheetData>{cells}</sheetData></worksheet>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return file.getvalue()


def cell(row: int) -> str:
    return f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>BRA</t></is></c></row>'


def table(depth: int, name: int) -> str:
    return f"[{'.'.join(f'a{level}' for level in range(name, name + depth))}]"


LAUGHING = "<!DOCTYPE l [<!ENTITY a 'x'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1 if n else str()};' * 10}'>" for n in range(9)
)

FILES = {
    "lists.toml": lambda: b"k = " + b"[" * 900 + b"]" * 900,
    "open.toml": lambda: b"k =" + b" [\n" * 100_000,
    "keys.toml": lambda: b".".join([b"a"] * 900) + b" = 1\n",
    "tables.toml": lambda: "\n".join(table(190, number) for number in range(900)).encode(),
    "many.toml": lambda: b"[[a]]\n" * 150_000,
    "field.csv": lambda: b"country\n" + b"x" * 300_000,
    "columns.csv": lambda: b",".join([b"country"] * 50_000) + b"\n" + b",".join([b"BRA"] * 50_000),
    "rows.xlsx": lambda: workbook("<row>" * 1_400_000 + "</row>" * 1_400_000),
    "rich.xlsx": lambda: workbook(
        f"<row><c><is>{'<r>' * 700_000}{'</r>' * 700_000}</is></c></row>"
    ),
    "far.xlsx": lambda: workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "laughing.xlsx": lambda: workbook("<row><c><v>&a8;</v></c></row>", f"{LAUGHING}]>"),
    "long.xlsx": lambda: workbook("".join(map(cell, range(1, 240_000)))),
    "lists.json": lambda: b'{"remarks":' + b"[" * 900_000,
    "objects.json": lambda: b'{"remarks":' + b'{"a":' * 150_000 + b"1" + b"}" * 150_000,
}

READ_BY = {
    ".toml": [["check"], ["roster", "list.csv", "--meeting"]],
    ".csv": [["inscribe", "--record", "r.sqlite"], ["roster"]],
    ".xlsx": [["roster"], ["verify", "--record", "r.sqlite", "--against"]],
    ".json": [["verify", "--record", "r.sqlite", "--against"]],
}
CASES = [(name, words) for name in FILES for words in READ_BY[os.path.splitext(name)[1]]]  # noqa: PTH122


@pytest.mark.parametrize(("name", "words"), CASES, ids=lambda case: "-".join(case[:1]))
def test_a_sentence_soon_and_in_little_memory(run, home, name, words):
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    (home / name).write_bytes(FILES[name]())
    (home / "list.csv").write_text("country\nBrazil\n")
    done = forked(*words, name, folder=home)
    told = done.out + done.err
    assert done.status in (1, 3), told
    assert "Traceback" not in told
    assert "unexpected" not in told
    if sys.platform == "linux":
        assert done.peak < 200_000_000, told


@pytest.mark.parametrize(
    ("kind", "field"), [("inscribe_all", "delegations"), ("inscribe", "on_behalf_of")]
)
def test_names_without_number_are_refused_unread(run, home, kind, field):
    """A line may have as many as there is room for in a megabyte."""
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    words = (f"{field}=" + ",".join(["Chile"] * 50_000),)
    if kind == "inscribe":
        words = ("Brazil", *words)
    done = forked("tell", "--record", "r.sqlite", kind, *words, folder=home)
    assert done.status == 1, done.out + done.err
    assert '"refused"' in done.out
    assert done.seconds < 1
