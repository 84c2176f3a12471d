"""A prepared list is read as secretariats save it, or every row at fault is told."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.desk_at_work import real_plan
from tipfloor.listfile import ListFault, ListUnusable, PreparedList, read_list
from tipfloor.words.plain import plain

PLAN = real_plan()


@pytest.fixture
def read(tmp_path: Path):
    def read_it(content: str | bytes) -> PreparedList:
        file = tmp_path / "list.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_list(file, PLAN)

    return read_it


def faults(read, content: str | bytes) -> list[tuple[int, str]]:
    with pytest.raises(ListFault) as caught:
        read(content)
    return [(fault.row, fault.words) for fault in caught.value.faults]


LINES = [
    "bra\nURY\nméxico\n",
    "BR\r\nuy\r\nMEXICO\r\n",
    "Brésil\rUruguai\rMX",
    "\n bra \n\n ury;\nMEX,\n\n",
]


@pytest.mark.parametrize("content", LINES)
def test_a_code_or_a_name_a_line(read, content: str) -> None:
    assert read(content).codes == ("BRA", "URY", "MEX")


@pytest.mark.parametrize(
    "content",
    [
        "code,name\nDM,Dominican Republic\n",
        "Topic;Country;ISO3\nx;Dominica;DOM\n",
        "iso2,iso3\nDO,DMA\n",
        "código,país,tema\nDOM,Dominica,x\n",
    ],
)
def test_columns_that_name_different_delegations_are_a_fault(read, content: str) -> None:
    [(row, words)] = faults(read, content)
    assert row == 2
    assert "DMA" in words and "DOM" in words  # noqa: PT018


def test_columns_that_name_the_same_delegation_are_one(read) -> None:
    assert read("iso2,code,name\nDO,DOM,Rep. Dominicana\nDM,DMA,\n").codes == ("DOM", "DMA")


TABLES = [
    "code,topic\nBRA,x\nURY,y\nMEX,z\n",
    "Topic;Delegation\nx;Brazil\n;\ny;Uruguay\nz;Mexico\n",
    "ISO3\tName\nBRA\ta person\nURY\tanother\nMEX\t\n",
    'speaker,"País/Estado"\n"Last, first",Brasil\n"two\nlines",Uruguay\n,"México"\n',
    "pays\nBrésil\nUruguay\nMexique\n",
    "name,COUNTRY\nBelize,Brazil\nPeru,Uruguay\n,Mexico\n",
]


@pytest.mark.parametrize("content", TABLES)
def test_the_column_of_delegations_is_found_by_its_header(read, content: str) -> None:
    assert read(content).codes == ("BRA", "URY", "MEX")


def test_what_is_left_out_is_named_by_its_header_only(read) -> None:
    """PRACTICE section 6: unknown columns are dropped and named by header, never their values."""
    found = read("Código;Orador;Correo\nBRA;A secret;a secret\n")
    assert (found.codes, found.dropped) == (("BRA",), ("Orador", "Correo"))
    told = faults(read, "Código;Orador\nXXX;A secret\n;Another secret\n")
    assert [row for row, _ in told] == [2, 3]
    assert "secret" not in str(told)


def test_a_row_of_columns_without_a_header_is_not_shown(read) -> None:
    told = faults(read, "BRA;A secret\nCHL\tA secret\nURY,A secret\n")
    assert [row for row, _ in told] == [1, 2, 3]
    assert all("several columns" in words for _, words in told)
    assert "secret" not in str(told)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_unicode_is_read(read, encoding: str) -> None:
    content = "delegación\nMéxico\nHaïti\nBRA\n".encode(encoding)
    assert read(content).codes == ("MEX", "HTI", "BRA")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_what_a_spreadsheet_saves_is_read(read, encoding: str) -> None:
    assert read("país\nMéxico\nHaïti\n".encode(encoding)).codes == ("MEX", "HTI")


def test_every_row_at_fault_is_told_with_what_is_expected(read) -> None:
    """PRACTICE section 7, case 21: nothing is half-loaded."""
    told = dict(faults(read, "bra\nDomini\nxyzzy\nbrasil\n\n=cmd()\n"))
    assert sorted(told) == [2, 3, 4, 6]
    assert "DMA Dominica" in told[2]
    assert "DOM Dominican Republic" in told[2]
    assert told[3].startswith("“xyzzy” is no code and no name")
    assert told[4] == "Brazil stands in row 1 already; expected each delegation once"
    assert told[6].startswith("“=cmd()” is no code")


@pytest.mark.parametrize(("name", "code"), [("Dominica", "DMA"), ("Dominican Republic", "DOM")])
def test_both_dominicas_by_their_whole_names(read, name: str, code: str) -> None:
    assert read(name).codes == (code,)


def test_rows_are_counted_by_the_line_on_which_they_begin(read) -> None:
    told = faults(read, 'topic,code\n"a\nb\nc",BRA\n\nx,XXX\n')
    assert [row for row, _ in told] == [6]


UNUSABLE = {
    "only a header": (b"code;topic\n", "a header and no rows"),
    "binary": (bytes(range(256)) * 40, "not text in UTF-8"),
    "zeros": (b"\0" * 5000, "control character"),
    "half of utf-16": (b"\xff\xfeB\0R", "not text in UTF-8"),
    "no encoding": (b"Brazil\nM" + b"\x81xico", "not text in UTF-8"),
    "an escape": (b"BRA\n\x1b[2JCHL\n", "control character in row 2"),
    "an open quote": (b'code,topic\nBRA,"x\nCHL,y\n', "row that begins on line 2"),
    "10,000 lines": (b"BRA\n" * 10_000, "has 10,000 rows"),
    "one long line": (b"A" * 999_999, None),
    "a long quoted cell": (b'code\n"' + b"A" * 500_000 + b'"\n', "quotation mark"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_file_that_is_no_list_is_told_in_one_sentence(read, case: str) -> None:
    content, expected = UNUSABLE[case]
    with pytest.raises((ListUnusable, ListFault)) as caught:
        read(content)
    if expected is not None:
        assert isinstance(caught.value, ListUnusable)
        assert expected in caught.value.sentence
    assert len(str(caught.value)) < 400
    assert str(caught.value).isprintable()


def told_of(content: bytes) -> list[str]:
    """Return what is told of a file, nothing where it is a list."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        path.write_bytes(content)
        try:
            assert read_list(path, PLAN).codes
        except ListUnusable as unusable:
            return [unusable.sentence]
        except ListFault as found:
            return [fault.words for fault in found.faults]
    return []


@given(st.one_of(st.binary(max_size=300), st.text(max_size=100).map(str.encode)))
def test_nothing_else_ever_comes_of_a_file(content: bytes) -> None:
    assert all(plain(words) == words for words in told_of(content))
