"""The kinds of files that the program reads, each with good and bad ones and its commands."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from openpyxl import Workbook

from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tests.reliability import texts
from tests.reliability.bombs import Bad, bombs, packed
from tests.reliability.child import run
from tests.reliability.fuzz import Target
from tipfloor.core.rooms import ACTS
from tipfloor.meetingfile.writing import toml_of
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
MEETING = ROOT / "sessions.toml"


def strange() -> Iterator[bytes]:
    """Give what is no file of any kind; one by one, since memory is measured."""
    yield b""
    yield b"\0" * 4096
    yield b"\xff" * 4096
    yield b"\xef\xbb\xbf"
    yield b"\xff\xfe"
    yield b"[" * 900_000
    yield b"{" * 900_000
    yield b'{"a":' * 150_000
    yield b"(" * 900_000
    yield b"a." * 400_000 + b"b = 1"
    yield b"x" * 999_999
    yield b"x = " + b"9" * 900_000
    yield b'"' * 900_000
    yield b"'''" * 300_000
    yield b"\n" * 999_999
    yield b"\r" * 999_999
    yield b",\n" * 499_000
    yield b";" * 999_999
    yield b"x" * 50_000_000
    yield b"SQLite format 3\0" + b"\0" * 5000
    yield b"PK\x03\x04" + b"\0" * 5000
    yield b"PK\x05\x06" + b"\0" * 18
    yield b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000
    yield b"%PDF-1.7\n" + b"\0" * 5000
    yield "\n".join(texts.HOSTILE).encode("utf-8", "surrogatepass")
    yield "\n".join(texts.HOSTILE).encode("utf-16", "surrogatepass")


def played(folder: Path) -> Path:
    """Make a record in which some of everything happened."""
    path, clock = folder / "played.sqlite", HandClock()
    assert create(path, convening(small_plan(), clock))
    with closing(Proceedings(SqliteStore(path), clock)) as proceedings:
        for fields in (
            {"kind": "open_session", "session": "technology", "reason": "x"},
            *({"kind": "inscribe", "delegation": code} for code in ("BRA", "CHL", "JAM")),
            {"kind": "give_floor"},
            {"kind": "end_remark"},
            {"kind": "give_floor"},
            {"kind": "refuse", "delegation": "BRA", "requested": "slides", "reason": "x"},
            {"kind": "take_note", "text": "A note"},
            {"kind": "end_remark"},
            {"kind": "correct", "number": 1, "delegation": "MEX", "reason": "a slip"},
            {"kind": "add_recommendation", "text": "The text of one."},
        ):
            clock.advance(30_000)
            proceedings.tell(ACTS[str(fields["kind"])].model_validate(fields))
    return path


def meeting_seeds() -> list[bytes]:
    """Return good meeting files, a small one last."""
    files = (MEETING, *sorted((ROOT / "tests/meetings").glob("*.toml")))
    return [*(path.read_bytes() for path in files), toml_of(small_plan()).encode()]


def meeting_files(folder: Path) -> Target:
    """Meeting files: checked, and a meeting begun from each that is found sound."""
    seeds = meeting_seeds()
    rows = [
        b'[[delegations]]\ncode = "AAA"\nname = {en = "A"}\n' * 15_000,
        b"[a]\n" * 200_000,
        b"".join(b"[t%d]\n" % n for n in range(90_000)),
        b"".join(b"k%d = 1\n" % n for n in range(70_000)),
        b"x = {a = " * 20_000,
        b"x = 2024-02-05T99:99:99\n",
        b"x = 0001-01-01T00:00:00+14:00\n",
        *(
            seeds[-1].replace(b"America/New_York", zone)
            for zone in (b"Mars/Olympus", b"../../etc/passwd", b"", b"America", b"a" * 1000)
        ),
        *(seeds[-1].replace(b"2024-02-05", day.encode()) for day in texts.DATES),
        *(seeds[-1].replace(b"Brazil", repr(x)[1:-1].encode("utf-8")) for x in texts.HOSTILE),
    ]

    def commands(path: Path) -> Iterator[tuple[str, ...]]:
        record = folder / "begun.sqlite"
        for part in folder.glob("begun.sqlite*"):
            part.unlink()
        yield ("check", str(path))
        named = ("--record", str(record))
        yield ("tell", "next-moment", "--meeting", str(path), *named)
        if record.exists():
            yield ("status", *named)
            yield ("export", "--format", "docx", "--output", str(folder / "begun.docx"),
                   "--overwrite", *named)  # fmt: skip

    return Target("Meeting files", seeds, chain(strange(), rows), commands, ".toml")


def lists(folder: Path) -> Target:
    """Prepared lists of speakers, inscribed into a record."""
    record = played(folder)
    seeds = [
        b"code\nBRA\nCHL\nURY\n",
        "País;Orden\nMéxico;1\nEl Salvador;2\nUruguay;3\n".encode(),
        b"Brazil\nDominica\nDO\nst lucia\n",
        "n\tState\n1\tJamaica\n2\tChile\n".encode("utf-16"),
    ]
    rows = (
        b"code\n" + b"BRA\n" * 200_000,
        b'code\n"BRA\n' + b"x" * 900_000,
        b"code," * 100_000 + b"\nBRA",
        *(f"name\n{x}\n".encode("utf-8", "surrogatepass") for x in texts.HOSTILE),
    )

    def commands(path: Path) -> Iterator[tuple[str, ...]]:
        yield ("inscribe", str(path), "--record", str(record))

    bad = chain(strange(), rows)

    def waiting() -> object:
        """Return who waits; what was tried in vain stands in the record all the same."""
        with closing(SqliteStore(record, read_only=True)) as store:
            return Proceedings(store).meeting.speakers("technology").waiting

    return Target("Lists of speakers", seeds, bad, commands, ".csv", (), waiting)


ROWS = (
    ("Código", "País", "Fecha de acreditación", "Participa"),
    ("MEX", "México", "26.01.2024", "sí"),
    ("SLV", "El Salvador", "2024-01-10", "sí"),
    ("", "Brazil", "2024-01-11", "no"),
    ("CHL", "Chile", "13/01/2024", "ask"),
)


def rosters(folder: Path) -> Target:
    """Accreditation lists as CSV."""
    text = "\n".join(";".join(row) for row in ROWS)
    seeds = [text.encode(), text.encode("utf-16"), text.replace(";", "\t").encode("cp1252")]
    rows = (
        text.encode() + b"\n" + b"BRA;Brazil;2024-01-10;yes\n" * 30_000,
        *(text.replace("México", x).encode("utf-8", "surrogatepass") for x in texts.HOSTILE),
        *(text.replace("26.01.2024", x).encode() for x in texts.DATES + texts.TIMES),
    )
    bad, untouched = chain(strange(), rows), (folder / "meeting.toml",)
    return Target("Rosters in CSV", seeds, bad, _roster(folder), ".csv", untouched)


def workbooks(folder: Path) -> Target:
    """Accreditation lists as workbooks."""
    book, made = Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(made)
    seed = made.getvalue()
    parts = _parts(seed)
    bad = chain(strange(), bombs(parts, xml=True), _sheets(parts, "xl/worksheets/sheet1.xml"))
    untouched = (folder / "meeting.toml",)
    return Target("Rosters in Excel", [seed], bad, _roster(folder), ".xlsx", untouched)


def _sheets(parts: dict[str, bytes], sheet: str) -> Iterator[Bad]:
    """Give workbooks whose sheet is larger than it looks."""
    head, rows, tail = parts[sheet].partition(b"<sheetData>")
    many = b'<row r="%d"><c r="A%d" t="n"><v>1</v></c></row>'
    for data in (
        lambda: head + rows + b"".join(many % (n, n) for n in range(1, 300_000)),
        lambda: head + rows + b'<row r="1048576"><c r="XFD1048576"/></row>' + tail,
        lambda: parts[sheet].replace(b"A1", b"A" * 100_000),
        lambda: head + rows + b"<row>" + b"<c><v>1</v></c>" * 400_000 + tail,
        lambda: parts[sheet].replace(b"</worksheet>", _merges() + b"</worksheet>"),
    ):
        yield lambda data=data: packed({**parts, sheet: data()})


def _merges() -> bytes:
    cells = b"".join(b'<mergeCell ref="A%d:A1048576"/>' % n for n in range(1, 20_000))
    return b"<mergeCells>" + cells + b"</mergeCells>"


def _roster(folder: Path):  # type: ignore[no-untyped-def]
    meeting = folder / "meeting.toml"
    meeting.write_bytes(MEETING.read_bytes())

    def commands(path: Path) -> Iterator[tuple[str, ...]]:
        made = str(folder / "made.toml")
        yield ("roster", str(path), "--meeting", str(meeting), "--output", made, "--overwrite")

    return commands


def archives(folder: Path) -> Target:
    """Archives: checked, and read in place of a record."""
    record, made = played(folder), folder / "made.zip"
    run(("archive", "--output", str(made), "--record", str(record)))
    seed = made.read_bytes()

    def commands(path: Path) -> Iterator[tuple[str, ...]]:
        yield ("archive", "--check", str(path))
        yield ("log", "--record", str(path))
        yield ("export", "--format", "csv", "--record", str(path))
        yield ("verify", "--record", str(path))

    bad = chain(strange(), bombs(_parts(seed)))
    return Target("Archives", [seed], bad, commands, ".zip", (record,))


def records(folder: Path) -> Target:
    """Records that the disk has spoiled."""
    path = played(folder)
    seed = path.read_bytes()

    def commands(path: Path) -> Iterator[tuple[str, ...]]:
        for log in path.parent.glob(f"{path.name}-*"):
            log.unlink()
        named = ("--record", str(path))
        yield ("verify", *named)
        yield ("status", *named)
        yield ("log", *named)
        yield ("tell", "take-note", "more", *named)
        yield ("export", "--format", "json", "--internal", *named)

    bad = chain(strange(), (seed[:100], seed[:4096], seed[:-4096], seed + seed))
    return Target("Records", [seed], bad, commands, ".sqlite", (path,))


def against(folder: Path, form: str) -> Target:
    """Exported files in a form, compared with their record."""
    record = played(folder)
    named = ("--format", form, "--record", str(record))
    # By processes of their own: what writes a PDF starts threads, which no fork brings along.
    seeds = [run(("export", *named, *form_of)).out for form_of in ((), ("--internal",))]

    def commands(path: Path) -> Iterator[tuple[str, ...]]:
        yield ("verify", "--against", str(path), "--record", str(record))

    bad = chain(strange(), _named_in(seeds[0]))
    if form in ("xlsx", "docx"):
        bad = chain(bad, bombs(_parts(seeds[0]), xml=True))
    what = f"Files for `verify --against`: {form}"
    return Target(what, seeds, bad, commands, f".{form}", (record,))


def _named_in(seed: bytes) -> Iterator[bytes]:
    """Give hostile files that carry a digest of the record, so that they are compared with it."""
    import re

    digest = next(iter(re.findall(rb"[0-9a-f]{64}", seed)), b"0" * 64)
    for start in (b"[", b"{", b'{"remarks":[', b'{"a":', b"a,", b"\n", b'"', b"\0"):
        yield digest + start * 150_000
        yield b'{"record":{"digest":"' + digest + b'"},"remarks":' + start * 150_000
    yield b'{"digest":"' + digest + b'","remarks":[{"number":1e400}]}'
    yield b'{"digest":"' + digest + b'","remarks":{"number":"' + b"9" * 5000 + b'"}}'
    yield b'{"digest":"' + digest + b'","remarks":[null,1,"x",[[]],{"number":[]}]}'
    yield digest + b"\nnumber,day\n" + b"9" * 5000 + b",x\nx,x\n"
    yield (digest + b"\n") * 200_000


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}
