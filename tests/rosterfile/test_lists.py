"""Accreditation lists as people send them: what is read of them, and every row at fault."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import Workbook

from tests.helpers.plans import small_plan
from tipfloor.listfile import ListFault, ListUnusable
from tipfloor.rosterfile import Known, Roster, read_roster
from tipfloor.rosterfile.dates import date_of, day_first
from tipfloor.rosterfile.headers import columns_of
from tipfloor.words.plain import plain

KNOWN = Known(small_plan().delegations, "en")
Read = Callable[..., Roster]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(content: str | bytes | Workbook, **options: object) -> Roster:
        path = tmp_path / "list"
        if isinstance(content, Workbook):
            content.save(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_roster(path, KNOWN, **options)  # type: ignore[arg-type]

    return read


def faults(read: Read, content: str | bytes | Workbook) -> dict[int, str]:
    with pytest.raises(ListFault) as caught:
        read(content)
    return {fault.row: fault.words for fault in caught.value.faults}


def codes(roster: Roster) -> list[str]:
    return [row.code for row in roster.delegations]


SAID = "País;Fecha de acreditación\nMéxico;26.01.2024\nEl Salvador;2024-01-10\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
def test_any_encoding_that_spreadsheets_save(read: Read, encoding: str) -> None:
    roster = read(SAID.encode(encoding))
    assert codes(roster) == ["MEX", "SLV"]
    assert [row.accredited_on for row in roster.delegations] == [
        date(2024, 1, 26),
        date(2024, 1, 10),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_separator_and_a_header_below_titles(read: Read, separator: str) -> None:
    rows = [["List of participants"], [], ["Member state", "Notes", "ISO"]]
    rows += [["Brazil", '"a, b;\tc"', "BR"], ["", "", "CHL"], ["Member state", "Notes", "ISO"]]
    roster = read("\r\n".join(separator.join(row) for row in rows))
    assert codes(roster) == ["BRA", "CHL"]
    assert roster.dropped == ("Notes",)
    assert roster.rows == {"BRA": 4, "CHL": 5}


@pytest.mark.parametrize(
    "header",
    [
        "Accreditation date,Country,Status,Capacity",
        "FECHA DE ACREDITACIÓN,País,Estatus,Calidad",
        "Data de acreditação,Delegação,Situação,Capacidade",
        "Date d'accréditation,Pays,Statut,Qualité",
    ],
)
def test_headers_in_four_languages(header: str) -> None:
    columns = columns_of(header.split(","))
    assert columns.places == {"accredited": 0, "delegation": 1, "status": 2, "capacity": 3}
    assert columns.dropped == ()


def test_one_row_a_person_is_one_delegation_with_the_earliest_date(read: Read) -> None:
    roster = read(
        "code,accredited,capacity\nBRA,2024-01-20,designated delegate\nURY,,\n"
        "BR,2024-01-10,autoridad nacional\n"
    )
    brazil = roster.delegations[0]
    assert (brazil.accredited_on, brazil.capacity) == (date(2024, 1, 10), "national_authority")
    told = [(item.row, item.fate, item.code, item.first) for item in roster.told]
    assert told == [
        (2, "changed", "BRA", 0),
        (3, "unchanged", "URY", 0),
        (4, "merged", "BRA", 2),
    ]
    assert roster.given_up == ("CHL", "DMA", "DOM", "JAM", "MEX", "SLV")
    assert len(read("code\nBRA\n", add=True).delegations) == 8


def test_a_new_delegation_needs_its_code_and_a_name(read: Read) -> None:
    roster = read("code,name_en,nombre en español,observer\nPER,Peru,Perú,\nXOB,A body,,yes\n")
    peru, body = roster.delegations
    assert (peru.code2, peru.name, peru.state) == ("PE", {"en": "Peru", "es": "Perú"}, True)
    assert (body.code2, body.state) == (None, False)
    told = faults(read, "code,country\nPER,\nXOB,A body\n,Peru\n,Domini\n")
    assert "has no name in the language" in told[2]
    assert "no code of a state" in told[3]
    assert "expected a code too" in told[4]
    assert "DMA Dominica, DOM Dominican Republic" in told[5]


def test_a_code_and_a_name_of_two_delegations_are_a_fault(read: Read) -> None:
    """PRACTICE section 4: the two Dominicas are never confused."""
    told = faults(read, "iso2,iso3,country\nDM,,Dominican Republic\nDM,DOM,\nDO,DOM,Dominica\n")
    assert sorted(told) == [2, 3, 4]
    assert "DOM, DMA" in told[3]


def test_a_persons_name_is_never_a_delegations(read: Read) -> None:
    """PRACTICE section 6: a bare name may be a person's; it is neither written nor repeated."""
    told = faults(read, "code,name\nPER,Ludovica Quenthwaite\n")
    assert "Quenthwaite" not in str(told)
    told = faults(read, "name\nLudovica Quenthwaite\n")
    assert "Quenthwaite" not in str(told)
    assert codes(read("name\nBrazil\n")) == ["BRA"]


def test_who_is_not_seated_or_left_to_the_secretary(read: Read) -> None:
    """PRACTICE section 7, case 22: the status of a roster is data."""
    content = "code,name_en,status,seated\nPER,Peru,,ask\nCUB,Cuba,former member,\nBRA,,,yes\n"
    roster = read(content)
    assert codes(roster) == ["BRA"]
    assert [item.fate for item in roster.told] == ["asked", "left_out", "unchanged"]
    assert codes(read(content, seat=("PER",))) == ["PER", "BRA"]


def test_only_a_consent_takes_a_name_and_an_office_alone_takes_none(read: Read) -> None:
    """PRACTICE section 6."""
    content = (
        "country,first name,surname,position,consent to be shown,birth date,survivor\n"
        "Brazil,Ann,One,Judge,full name,1970-01-01,yes\nBrazil,Ben,Two,Clerk,office,x,no\n"
        "Chile,Cid,Three,Aide,no,x,no\nMexico,Dee,Four,,,x,no\n"
    )
    roster = read(content)
    assert [(item.level, item.name, item.office) for item in roster.agreed] == [
        ("full_name", "Ann One", "Judge"),
        ("office", "", "Clerk"),
    ]
    assert roster.named == 4
    assert roster.dropped == ("birth date", "survivor")
    assert "1970" not in str(roster)
    assert "Two" not in str(roster)
    assert not read(content.replace("consent to be shown", "agreed")).agreed


def test_every_row_at_fault_is_told(read: Read) -> None:
    """PRACTICE section 7, case 21: the roster is never half-loaded."""
    content = (
        "code,country,accredited,observer,capacity,consent,name_en\n"
        "B1,,,,,,\nBRA,,1.13.2024,,,,\nCHL,,,perhaps,,,\nMEX,,,,minister,,\n"
        "JAM,,,,,some,\nDMA,,,,,,\nDMA,,,,,,Another\nDMA,,,,,,Third\n,,2024-01-01,,,,\n"
        f"URY,,,,,,{'x' * 501}\n"
    )
    told = faults(read, content)
    assert sorted(told) == [2, 3, 4, 5, 6, 9, 10, 11]
    assert all(plain(words) == words for words in told.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-26", date(2024, 1, 26)),
        ("2024-01-26 09:30:00", date(2024, 1, 26)),
        ("26.1.2024", date(2024, 1, 26)),
        ("26 January 2024", date(2024, 1, 26)),
        ("January 26, 2024", date(2024, 1, 26)),
        ("26 de enero de 2024", date(2024, 1, 26)),
        ("1º de fevereiro de 2024", date(2024, 2, 1)),
        ("1er août 2023", date(2023, 8, 1)),
        ("juillet 3 2023", date(2023, 7, 3)),
        ("30 février 2024", None),
        ("01/02/2024", None),
        ("02/02/2024", date(2024, 2, 2)),
        ("45317", None),
        ("soon", None),
        ("0001-01-01", None),
        ("9999-99-99", None),
    ],
)
def test_dates_as_they_are_written(text: str, expected: date | None) -> None:
    assert date_of(text, None) == expected


def test_another_row_shows_the_order_of_a_date(read: Read) -> None:
    assert day_first(["01/02/2024", "26/01/2024"]) is True
    assert day_first(["01/02/2024", "01/26/2024"]) is False
    assert day_first(["26/01/2024", "01/26/2024"]) is None
    roster = read("code;accredited\nBRA;01/02/2024\nCHL;26/01/2024\n")
    assert roster.delegations[0].accredited_on == date(2024, 2, 1)


def workbook(rows: list[list[object]]) -> Workbook:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    return book


def test_a_workbook_with_titles_real_dates_and_merged_cells(read: Read) -> None:
    book = workbook(
        [
            ["Participants"],
            [],
            ["Country", "Full name", "Accredited", "Photo"],
            ["Brazil", "Ann One", datetime(2024, 1, 26, 9, 30), "x"],  # noqa: DTZ001
            [None, "Ben Two", date(2024, 1, 20)],
            [None] * 4,
            ["Chile", "=1/0", None],
        ]
    )
    sheet = book.worksheets[0]
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A4:A5")
    book.create_sheet("Other").append(["Country"])
    roster = read(book)
    assert codes(roster) == ["BRA", "CHL"]
    assert roster.delegations[0].accredited_on == date(2024, 1, 20)
    assert roster.dropped == ("Photo",)
    assert roster.rows == {"BRA": 4, "CHL": 7}


def test_a_workbook_that_claims_a_million_rows(read: Read) -> None:
    book = workbook([["code"], ["BRA"]])
    book.worksheets[0].cell(1_048_576, 16_000, " ")
    assert codes(read(book)) == ["BRA"]


def _zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_x", ".x"), data)
    return target.getvalue()


def _cut(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()[:-200]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

UNUSABLE = {
    "empty": (b"", "is empty"),
    "binary": (bytes(range(256)) * 40, "not text in UTF-8"),
    "no header": (b"Brazil\nChile\n", "none of the first 30 rows"),
    "only a header": (b"code,country\n", "a header and no rows"),
    "too many rows": (b"code\n" + b"BRA\n" * 6000, "has 6,000 rows"),
    "an open quote": (b'code,x\nBRA,"x\n', "quotation mark"),
    "an old workbook": (OLE, "former form"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a zip": (_zipped(a_x=b"1"), "no Excel workbook"),
    "a broken workbook": (_zipped(xl__workbook_xml=b"<a"), "damaged"),
    "a cut workbook": (_cut(workbook([["code"], ["BRA"]])), "damaged"),
    "an empty workbook": (workbook([]), "none of the first 30 rows"),
    "a bomb": (_zipped(xl__workbook_xml=b"0" * 50_000_000), "unpacks to more"),
    "20 MB": (b"code\n" + b"x" * 20_000_000, "larger than 10,000,000 bytes"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_file_that_is_no_list_is_told_in_one_sentence(read: Read, case: str) -> None:
    content, expected = UNUSABLE[case]
    with pytest.raises(ListUnusable, match=expected) as caught:
        read(content)
    assert len(str(caught.value)) < 400
    assert str(caught.value).isprintable()


@given(st.text(alphabet="code,;\t\n\"'BRAxé=[]/0129-", max_size=120))
def test_nothing_else_ever_comes_of_a_list(tmp_path_factory: pytest.TempPathFactory, text: str):
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_text("code,accredited,country\n" + text, encoding="utf-8")
    with suppress(ListFault, ListUnusable):
        codes = [row.code for row in read_roster(path, KNOWN).delegations]
        assert len(set(codes)) == len(codes)


def test_other_names_find_a_delegation_and_are_kept(tmp_path: Path) -> None:
    rows = [
        replace(row, also=("Rep. Dom.", "Dominicana"), flag="dom.svg") if row.code == "DOM" else row
        for row in small_plan().delegations
    ]
    path = tmp_path / "list.csv"
    path.write_text("country;accredited on\nrep dom;2024-01-10\nla Dominica;\n", encoding="utf-8")
    roster = read_roster(path, Known(tuple(rows), "en"))
    assert codes(roster) == ["DOM", "DMA"]
    assert roster.delegations[0].also == ("Rep. Dom.", "Dominicana")
    assert roster.delegations[0].flag == "dom.svg"
